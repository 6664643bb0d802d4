// Alo on a page: has text scanned, paints what comes back, opens the card on a click.
//
// The page is hostile. It can read and empty the highlight registry, send any event and change any
// text, so nothing that it can touch is believed: where a number is stands in records of our own,
// what it says is read again when the card opens, and only what the card shows can be dialled.
// No element of the page is changed; the card's host is added while it is open, and removed.
(() => {
  'use strict';
  const page = globalThis.aloPage;
  if (!page || page.running) return;
  page.running = true;

  const NAME = 'alo-number';
  const SLICE_MS = 4;
  const STEPS = 8;
  // While a large page is being read, what was found so far is painted this often.
  const SHOW_MS = 500;
  const MAX_RUNS = 2000;
  // A message has its own cost, so that while there is more to read, it waits for as many.
  const ENOUGH_RUNS = 250;
  const MAX_TEXT = 60_000;
  const MAX_RECORDS = 20_000;
  const MAX_SPAN = 64;
  const MAX_LIST = 200;
  const MAX_HREF = 256;
  // Elements attach shadow roots without any notice; a few looks catch the usual late ones, moving
  // the pointer over them the rest.
  const LATE_LOOKS_MS = [400, 1500, 5000];

  const { card } = page;
  const highlight = typeof Highlight === 'function' && CSS.highlights ? new Highlight() : null;
  const observer = new MutationObserver(onMutations);
  let listeners = new AbortController();
  listeners.abort();

  /** Numbers in text: `{parts: [{node, from, to}], range}`. */
  const records = new Set();
  const byText = new WeakMap();
  /** Links to numbers, with their painted range. */
  const links = new Map();
  /** Roots that are watched: the document and shadow roots. */
  let roots = new WeakSet();
  /** Custom elements that had no shadow root when last looked at. */
  let bare = new Set();
  let looking = false;

  const work = [];
  let changed = new Set();
  let rescanning = false;
  /** Elements with a changed attribute; the number of the newest record that was older. */
  const touched = new Map();
  let reviewing = false;
  let born = 0;
  const painting = [];
  /** Ranges that are painted with the next batch. */
  let fresh = [];
  let shown = -Infinity;
  let asking = 0;
  let outbox = [];
  let idle = 0;
  let sweep = false;
  let changes = 0;
  const version = () => changes;
  let lastOver = null;
  let opening = 0;
  let hoverMs = 0;
  let resting = 0;
  let revision = null;

  // ---- talking to the worker --------------------------------------------------------------------

  const isOrphan = () => !chrome.runtime?.id;

  /** One message, one answer; null when there is none. */
  async function ask(request) {
    if (isOrphan()) {
      stop();
      return null;
    }
    try {
      return (await chrome.runtime.sendMessage({ to: 'worker', ...request })) ?? null;
    } catch {
      // Updated or removed under us, or the worker is just starting.
      if (isOrphan()) stop();
      return null;
    }
  }

  async function askTwice(request) {
    const answer = await ask(request);
    if (answer || listeners.signal.aborted) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return ask(request);
  }

  // ---- scanning ---------------------------------------------------------------------------------

  function schedule() {
    if (idle || listeners.signal.aborted) return;
    idle = requestIdleCallback(slice, { timeout: 1000 });
  }

  function slice(deadline) {
    idle = 0;
    if (isOrphan()) return stop();
    const start = performance.now();
    const budget = deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, deadline.timeRemaining());
    const more = () => performance.now() - start < budget;
    takeChanges();
    while (painting.length > 0 && more()) paintNext();
    while (work.length > 0 && more()) {
      // The clock costs as much as a few steps.
      for (let step = 0; step < STEPS && work.length > 0; step += 1) {
        const { value, done } = work[0].next();
        if (done) work.shift();
        if (value) post(value);
        else break;
      }
    }
    page.forgetStyles();
    if (work.length === 0 || outbox.length >= ENOUGH_RUNS) send();
    const busy = work.length > 0 || painting.length > 0 || asking > 0;
    if (!busy || performance.now() - shown > SHOW_MS) show();
    const waiting = changed.size > 0 || touched.size > 0 || sweep;
    if (work.length > 0 || painting.length > 0 || waiting) schedule();
  }

  /** Everything in an element or root: links first, then text, then what may hold a shadow root. */
  function* scan(root) {
    let seen = 0;
    for (const link of root.querySelectorAll(page.LINKS)) {
      paintLink(link);
      seen += 1;
      if (seen % 64 === 0) yield null;
    }
    if (root.nodeType === Node.ELEMENT_NODE) {
      paintLink(root);
      yield* page.runsAround(root, version);
    } else {
      yield* page.runsOfTree(root, version);
    }
    let hosts = 0;
    for (const element of page.hosts(root)) {
      watchShadowOf(element);
      hosts += 1;
      if (hosts % 16 === 0) yield null;
    }
  }

  function watchShadowOf(element) {
    const shadow = page.shadowOf(element);
    const foreign = shadow !== null && isForeign(element, shadow);
    if (shadow && !foreign) watch(shadow);
    else if (foreign ? !shadow.firstChild : element.localName.includes('-')) {
      bare.add(element);
      if (!looking) lookLater(0);
    }
  }

  /**
   * A painted range shows the page a way into a closed root. Other extensions keep their windows in
   * such roots, floating beside or at the end of the body; ours, too. They are left alone.
   */
  function isForeign(host, shadow) {
    if (host === card.host) return true;
    const { documentElement, body } = document;
    if (shadow.mode !== 'closed' || host === body) return false;
    if (host.parentNode === documentElement) return true;
    if (host.parentNode !== body) return false;
    const { width, height } = host.getBoundingClientRect();
    return width * height === 0 || /^(fixed|absolute)$/.test(getComputedStyle(host).position);
  }

  function watch(root) {
    if (roots.has(root)) return;
    roots.add(root);
    const host = root.host;
    if (host && page.isLeftAlone(host)) return;
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['href', 'contenteditable', 'role'],
    });
    work.push(scan(root));
    schedule();
  }

  function lookLater(turn) {
    looking = turn < LATE_LOOKS_MS.length;
    if (!looking) return bare.clear();
    setTimeout(() => {
      if (listeners.signal.aborted) return;
      const known = bare;
      bare = new Set();
      for (const element of known) if (element.isConnected) watchShadowOf(element);
      lookLater(turn + 1);
    }, LATE_LOOKS_MS[turn]);
  }

  function onMutations(mutations) {
    changes += 1;
    for (const { type, target, addedNodes, removedNodes } of mutations) {
      if (type === 'characterData') {
        forgetText(target);
        changed.add(target);
      } else if (type === 'attributes') {
        // Another link, or an editor now: everything in it is looked at afresh.
        // Later, that is: a page may change attributes all the time.
        unpaintLink(target);
        touched.set(target, born);
        changed.add(target);
      } else {
        if (removedNodes.length > 0) {
          sweep = true;
          // What stood on both sides may read as one now.
          if (target.firstChild && removedNodes[0].nodeType === Node.TEXT_NODE) {
            changed.add(target.firstChild);
          }
        }
        for (const node of addedNodes) changed.add(node);
      }
    }
    schedule();
  }

  /** Puts what has changed to work. One turn after the other, so that no page can pile them up. */
  function takeChanges() {
    if ((touched.size > 0 || sweep) && !reviewing) {
      reviewing = true;
      work.push(review());
    }
    if (changed.size > 0 && !rescanning) {
      rescanning = true;
      const batch = changed;
      changed = new Set();
      work.push(rescan(batch));
      // `document.open()` takes listeners away; adding them again is free.
      listen();
    }
  }

  function* rescan(batch) {
    try {
      for (const node of batch) {
        yield null;
        if (!node.isConnected || node === card.host) continue;
        if (node.nodeType === Node.TEXT_NODE) yield* page.runsAround(node, version);
        else if (node.nodeType === Node.ELEMENT_NODE && !isInside(node, batch)) yield* scan(node);
      }
    } finally {
      rescanning = false;
    }
  }

  /** Whether an ancestor is scanned anyway. */
  function isInside(node, batch) {
    for (let above = node.parentNode; above; above = above.parentNode) {
      if (batch.has(above)) return true;
    }
    return false;
  }

  /** Drops what is gone from the page, stands in an editor now or is older than a change around it. */
  function* review() {
    const changes = new Map(touched);
    touched.clear();
    sweep = false;
    let known = new Map();
    const isStale = ({ parts, born: age }) =>
      parts.some(({ node }) => !node.isConnected || page.isLeftAlone(holderOf(node))) ||
      (changes.size > 0 && parts.some(({ node }) => touchedAround(node, changes, known) >= age));
    let seen = 0;
    try {
      for (const record of records) {
        if (isStale(record)) forget(record);
        seen += 1;
        if (seen % 64 === 0) yield null;
        // The tree may be another one by now.
        if (seen % 1024 === 0) known = new Map();
      }
      for (const link of links.keys()) {
        if (!link.isConnected) unpaintLink(link);
        seen += 1;
        if (seen % 64 === 0) yield null;
      }
    } finally {
      reviewing = false;
    }
  }

  /** The latest change around a node; every ancestor is visited once for all records. */
  function touchedAround(node, changes, known) {
    const path = [];
    let above = node;
    for (; above && !known.has(above); above = above.parentNode) path.push(above);
    let latest = above ? known.get(above) : 0;
    for (const each of path.reverse()) {
      latest = Math.max(latest, changes.get(each) ?? 0);
      known.set(each, latest);
    }
    return latest;
  }

  const language = () => document.documentElement?.lang || null;

  function post(run) {
    outbox.push(run);
    if (outbox.length >= MAX_RUNS) send();
  }

  async function send() {
    while (outbox.length > 0) {
      let size = 0;
      let count = 0;
      while (count < outbox.length && count < MAX_RUNS && size < MAX_TEXT) {
        size += outbox[count].text.length;
        count += 1;
      }
      scanRuns(outbox.splice(0, count));
    }
  }

  async function scanRuns(runs) {
    const request = {
      type: 'scan',
      runs: runs.map(({ text, hint }, id) => ({ id, text, hint })),
      lang: language(),
    };
    asking += 1;
    const answer = await askTwice(request);
    asking -= 1;
    // What waits for this answer is shown without it, too.
    schedule();
    if (!answer) return;
    if (listeners.signal.aborted) return;
    if (!answer.enabled) return stop();
    const found = new Map();
    for (const number of answer.numbers) {
      if (!found.has(number.run)) found.set(number.run, []);
      found.get(number.run).push(number);
    }
    runs.forEach((run, id) => {
      const numbers = found.get(id) ?? [];
      if (numbers.length > 0 || run.pieces.some(({ node }) => byText.has(node))) painting.push({ run, numbers });
    });
    schedule();
  }

  // ---- painting ---------------------------------------------------------------------------------

  function paintNext() {
    const { run, numbers } = painting.shift();
    for (const { node } of run.pieces) forgetText(node);
    for (const { start, end, number, context } of numbers) {
      if (records.size >= MAX_RECORDS) return;
      const parts = run.slice(start, end);
      // Changed since it was read: the mutation has it scanned again.
      const same = parts.map(({ node, from, to }) => node.data.slice(from, to)).join('');
      if (parts.length === 0 || !isSame(same, run.text.slice(start, end))) continue;
      // An editor by now, which the look around it came too early for.
      if (parts.some(({ node }) => page.isLeftAlone(holderOf(node)))) continue;
      const [head, tail] = [parts[0], parts[parts.length - 1]];
      born += 1;
      const record = { parts, born, number, range: paint(head.node, head.from, tail.node, tail.to) };
      // What its own text does not say is found by the worker in the same run once more.
      if (context) record.within = { type: 'within', text: run.text, start, end, hint: run.hint };
      records.add(record);
      for (const { node } of parts) {
        if (!byText.has(node)) byText.set(node, new Set());
        byText.get(node).add(record);
      }
    }
  }

  const holderOf = (node) => node.parentElement ?? node.getRootNode().host;
  const isSame = (raw, read) => raw === read || raw.replace(/[\t\n\r\f]/g, ' ') === read;

  function paint(startContainer, startOffset, endContainer, endOffset) {
    if (!highlight || !startContainer.isConnected) return null;
    // Static: costs the page nothing when it changes, and the page cannot move it.
    const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    fresh.push(range);
    return range;
  }

  /** All at once: each change of a highlight has the browser paint the whole page anew. */
  function show() {
    if (fresh.length === 0) return;
    shown = performance.now();
    for (const range of fresh) highlight.add(range);
    fresh = [];
    if (CSS.highlights.get(NAME) !== highlight) CSS.highlights.set(NAME, highlight);
  }

  function hide(range) {
    if (!range || highlight.delete(range)) return;
    const at = fresh.indexOf(range);
    if (at >= 0) fresh.splice(at, 1);
  }

  function paintLink(link) {
    if (!page.isLink(link) || links.has(link) || page.isLeftAlone(link.parentElement)) return;
    links.set(link, paint(link, 0, link, link.childNodes.length));
  }

  function unpaintLink(link) {
    const range = links.get(link);
    hide(range);
    links.delete(link);
  }

  function forget(record) {
    records.delete(record);
    hide(record.range);
    for (const { node } of record.parts) byText.get(node)?.delete(record);
  }

  function forgetText(node) {
    for (const record of byText.get(node) ?? []) forget(record);
  }

  // ---- clicking ---------------------------------------------------------------------------------

  function recordAt(elements, x, y) {
    for (const element of elements) {
      if (page.isLeftAlone(element)) continue;
      const inside = page.shadowOf(element)?.childNodes ?? [];
      for (const node of [...element.childNodes, ...inside]) {
        for (const record of byText.get(node) ?? []) {
          if (page.rectsOf(record).some((rect) => page.holds(rect, x, y))) return record;
        }
      }
    }
    return null;
  }

  /** What was clicked, read from the page at this moment. */
  function hit(event) {
    const elements = page.under(event);
    page.forgetStyles();
    const link = page.linkAt(elements);
    if (link && !page.isLeftAlone(link.parentElement)) {
      const href = link.getAttribute('href');
      if (href.length > MAX_HREF) return null;
      return {
        source: { type: 'link', href },
        from: link,
        rects: () => [...link.getClientRects()],
      };
    }
    if (event.detail === 0) return null;
    const record = recordAt(elements, event.clientX, event.clientY);
    if (!record) return null;
    const text = record.parts.map(({ node, from, to }) => node.data.slice(from, to)).join('');
    if (text.length === 0 || text.length > MAX_SPAN) return null;
    const { within } = record;
    // Changed since it was read: what it says now has no context yet.
    if (within && !isSame(text, within.text.slice(within.start, within.end))) return null;
    return {
      source: within ?? { type: 'text', text: text.replace(/[\t\n\r\f]/g, ' ') },
      from: record.parts[0].node.parentElement ?? elements[0],
      rects: () => (record.parts.every(({ node }) => node.isConnected) ? page.rectsOf(record) : []),
    };
  }

  function onClick(event) {
    // Only a person's plain click counts; with a modifier it is meant for browser or page.
    if (!event.isTrusted || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (isOrphan()) return stop();
    if (event.target === card.host) return;
    // The end of a selection made by dragging.
    if (event.detail > 0 && getSelection()?.type === 'Range') return;
    const number = hit(event);
    if (!number) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(resting);
    open(number, { x: event.clientX, y: event.clientY }, { direct: event.detail > 0 });
  }

  async function open(number, point, { direct = false, hover = false } = {}) {
    opening += 1;
    const turn = opening;
    const answer = await ask({ type: 'openCard', source: number.source, direct, lang: language() });
    // Of two clicks in quick succession, the later one has the card.
    if (listeners.signal.aborted || turn !== opening) return;
    if (hover && (!answer || answer.refusal)) return;
    const isText = number.source.type !== 'link' && !number.field;
    card.open({
      answer,
      from: number.from,
      point,
      hover,
      rects: number.rects,
      call: (id) => ask({ type: 'call', card: id }),
      notANumber: isText ? (id, undo) => ask({ type: 'notANumber', card: id, undo }) : null,
    });
  }

  // ---- pointing ---------------------------------------------------------------------------------

  /** The pointer rests on a number, or the focus is on a field with one: its card is offered. */
  function offer(element, clientX, clientY) {
    if (!element || card.host || isOrphan() || getSelection()?.type === 'Range') return;
    // An event forgets its path when it is over, and this is later.
    const event = { composedPath: () => [element], detail: 1, clientX, clientY };
    const elements = page.under(event);
    const field = page.fieldAt(elements);
    const number = field
      ? {
          source: { type: 'text', text: field.value.trim() },
          field,
          from: field,
          rects: () => (field.isConnected ? [...field.getClientRects()] : []),
        }
      : hit(event);
    if (number) open(number, { x: clientX, y: clientY }, { hover: true });
  }

  function onMove(event) {
    clearTimeout(resting);
    if (!event.isTrusted || hoverMs === 0 || event.buttons !== 0 || card.host) return;
    resting = setTimeout(() => {
      if (listeners.signal.aborted) return;
      const { clientX, clientY } = event;
      offer(document.elementFromPoint(clientX, clientY), clientX, clientY);
    }, hoverMs);
  }

  function onFocus(event) {
    onOver(event);
    const [target] = event.composedPath();
    // A page can move the focus by itself; then nobody has asked for a card.
    if (!event.isTrusted || !navigator.userActivation?.isActive) return;
    if (hoverMs === 0 || !page.fieldAt([target])) return;
    const { left, top } = target.getBoundingClientRect();
    offer(target, left, top);
  }

  function onOver(event) {
    if (event.target === lastOver || !(event.target instanceof HTMLElement)) return;
    lastOver = event.target;
    watchShadowOf(lastOver);
  }

  // ---- life -------------------------------------------------------------------------------------

  function listen() {
    const options = { capture: true, signal: listeners.signal };
    addEventListener('click', onClick, options);
    addEventListener('pointerover', onOver, { ...options, passive: true });
    addEventListener('focusin', onFocus, options);
    addEventListener('mousemove', onMove, { ...options, passive: true });
    addEventListener('pageshow', onShow, options);
  }

  /** Back from the back/forward cache: the extension may have been updated or switched off. */
  function onShow(event) {
    if (event.persisted) refresh();
  }

  /** How this page is to be treated, asked at its start and whenever the settings have changed. */
  async function refresh() {
    const answer = await askTwice({ type: 'hello' });
    if (!answer) return;
    const same = revision === answer.revision;
    revision = answer.revision;
    hoverMs = answer.hoverMs ?? 0;
    page.setLeast(answer.leastDigits);
    const wanted = answer.enabled && (answer.insist || !page.optsOut());
    if (!wanted || !same) stop({ keepCard: wanted });
    if (wanted && listeners.signal.aborted) begin();
  }

  function begin() {
    listeners = new AbortController();
    listen();
    watch(document);
  }

  /** Leaves no trace; an open card may stay where only the paint is done anew. */
  function stop({ keepCard = false } = {}) {
    if (isOrphan()) {
      page.running = false;
      document.removeEventListener('visibilitychange', onVisible);
    }
    if (listeners.signal.aborted) return;
    listeners.abort();
    clearTimeout(resting);
    observer.disconnect();
    if (idle) cancelIdleCallback(idle);
    idle = 0;
    work.length = 0;
    painting.length = 0;
    outbox = [];
    fresh = [];
    roots = new WeakSet();
    bare.clear();
    looking = false;
    rescanning = false;
    reviewing = false;
    sweep = false;
    touched.clear();
    changed.clear();
    for (const record of records) for (const { node } of record.parts) byText.delete(node);
    records.clear();
    links.clear();
    highlight?.clear();
    if (highlight && CSS.highlights.get(NAME) === highlight) CSS.highlights.delete(NAME);
    if (!keepCard) card.close();
  }

  /** What a link names, without what follows the answer. */
  function hrefNumber(href) {
    try {
      const body = decodeURIComponent(href.replace(/^[^:]*:/, ''));
      return body.replace(/[;?@,pw].*$/is, '').replace(/[^\d+*#]/g, '');
    } catch {
      return '';
    }
  }

  /** For the popup's list: what is painted here, in the order in which it was found. */
  page.list = () => [
    ...[...records].map(({ parts, number, within }) => ({
      text: within ? number : parts.map(({ node, from, to }) => node.data.slice(from, to)).join(''),
      number,
    })),
    ...[...links.keys()].map((link) => ({
      text: link.textContent.trim(),
      number: hrefNumber(link.getAttribute('href')),
    })),
  ].slice(0, MAX_LIST);

  /** A tab that comes to the front after an update of the extension cleans up after its old copy. */
  function onVisible() {
    if (isOrphan()) stop();
  }

  async function start() {
    if (document.contentType === 'application/pdf' || document.designMode === 'on') return;
    if (document.prerendering) {
      await new Promise((resolve) => {
        document.addEventListener('prerenderingchange', resolve, { once: true });
      });
    }
    if (document.readyState === 'loading') {
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve, { once: true });
      });
    }
    document.addEventListener('visibilitychange', onVisible);
    chrome.runtime.onMessage.addListener((message) => {
      if (message?.to === 'page') refresh();
    });
    await refresh();
  }

  start();
})();
