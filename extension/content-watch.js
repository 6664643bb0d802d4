//# allFunctionsCalledOnLoad
// Reads a page's text, sends it to the worker and has the answers painted: first all of it, then what changes. In idle slices.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  const SLICE_MS = 4;
  // Answers about so many runs are entered between two looks at the clock.
  const RUNS = 32;
  // While a large page is being read, what was found so far is painted this often.
  const SHOW_MS = 500;
  // So long after a painted number became unsure there is a slice that hides it, whatever else is waited for; more than
  // `UNSURE_MS` of content-paint.js.
  const FADE_MS = 2100;
  // The longest wait for a slice while somebody waits for it: a page at rest may get its idle time late.
  const URGENT_MS = 30;
  // Texts in one message, at most; as in crates/background/src/detector.rs.
  const MAX_RUNS = 2000;
  // While there is more to read, a message waits for so many runs, because each message has a cost of its own.
  const ENOUGH_RUNS = 500;
  // A message is full with so much text, UTF-16 units.
  const MAX_TEXT = 60_000;
  // In a page that changes all the time at most `BURST` messages go at once, and then one each `TURN_MS`; one each
  // `VAIN_TURN_MS` after `VAIN` without a number. Each message keeps the worker awake.
  const BURST = 8;
  const TURN_MS = 125;
  const VAIN = 16;
  const VAIN_TURN_MS = 2000;

  const { card, paint } = page;
  const observer = new MutationObserver(onMutations);
  let running = false;
  /** A new object each time that watching begins, so that late answers can be told apart; null while stopped. */
  let life = null;
  /** Called after the page has changed, with whether it says something new about itself (`<meta>`). @type {(hasNewMeta: boolean) => void} */
  let onChange = () => {};
  let hasNewMeta = false;

  /** Roots that are watched: the document and shadow roots. */
  let roots = new WeakSet();
  const late = new page.LateLooks((element) => watchShadowOf(element));

  const work = [];
  let changed = new Set();
  let gaps = new page.Gaps();
  let rescanning = false;
  /** Elements with a changed attribute, each with the number of the newest record before that change. */
  const touched = new Map();
  let reviewing = false;
  let sweep = false;
  let painting = [];
  let painted = 0;
  let asking = 0;
  /** Runs that wait to be sent. @type {Alo.Run[]} */
  let outbox = [];
  /** How many messages may go at once; when that was last worked out; how many in a row have found nothing. */
  let turns = BURST;
  let counted = 0;
  let inVain = 0;
  let later = 0;
  let idle = 0;
  /** Whether somebody waits for what has just changed (a click). */
  let isUrgent = false;
  let fading = 0;
  let showing = 0;
  let changes = 0;
  const version = () => changes;

  // ---- slices of idle time ----------------------------------------------------------------------

  function schedule() {
    if (idle || !running) return;
    idle = requestIdleCallback(slice, { timeout: isUrgent ? URGENT_MS : 1000 });
  }

  function slice(deadline) {
    idle = 0;
    // No event reports that a document has become an editor.
    if (page.isOrphan() || document.designMode === 'on') return page.stop();
    const start = performance.now();
    const budget = deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, deadline.timeRemaining());
    const more = () => performance.now() - start < budget;
    forget();
    takeChanges();
    while (painted < painting.length && more()) paintSome();
    while (work.length > 0 && more()) {
      if (page.stepOf(work[0]).done) work.shift();
    }
    forget();
    if (work.length === 0 || outbox.length >= ENOUGH_RUNS) send();
    const busy = work.length > 0 || painting.length > 0 || asking > 0;
    if (!busy || performance.now() - paint.shown > SHOW_MS) paint.show();
    else if (paint.isFresh && showing === 0) {
      // Answers that are waited for may never come.
      showing = setTimeout(() => {
        showing = 0;
        schedule();
      }, SHOW_MS);
    }
    const waiting = changed.size + gaps.size + touched.size > 0 || sweep;
    if (paint.settle(busy || waiting || outbox.length > 0)) {
      fading ||= setTimeout(() => {
        fading = 0;
        schedule();
      }, FADE_MS);
    }
    if (work.length > 0 || painting.length > 0 || waiting) schedule();
  }

  /** Empties the caches: the page may change between slices. */
  function forget() {
    page.forgetStyles();
    page.forgetAlone();
    page.forgetHints();
  }

  function paintSome() {
    const to = Math.min(painting.length, painted + RUNS);
    for (; painted < to; painted += 1) {
      const { run, numbers } = painting[painted];
      paint.text(run, numbers, run.age === changes);
    }
    if (painted < painting.length) return;
    painting = [];
    painted = 0;
  }

  // ---- reading ----------------------------------------------------------------------------------

  /** Reads everything in an element or root: links first, then text, then likely hosts of shadow roots. */
  function* scan(root, emit = postNews) {
    if (!root.isConnected) return;
    let seen = 0;
    for (const link of page.linksIn(root)) {
      paint.link(link);
      seen += 1;
      if (seen % 64 === 0) yield;
    }
    if (page.typeOf(root) === Node.ELEMENT_NODE) {
      paint.link(root);
      yield* page.runsAround(root, emit, version);
    } else {
      yield* page.runsOfTree(root, emit, version);
    }
    let odd = 0;
    for (const element of page.oddOnes(root)) {
      paint.link(element);
      watchShadowOf(element, true);
      odd += 1;
      if (odd % 16 === 0) yield;
    }
  }

  /** Watches the shadow root of an element, if there is one. `isRead`: reads a root again that is watched already. */
  function watchShadowOf(element, isRead = false) {
    if (!running) return;
    const shadow = page.shadowOf(element);
    const foreign = shadow !== null && isForeign(element, shadow);
    if (shadow && !foreign) watch(shadow, isRead);
    else if (foreign ? !shadow.firstChild : page.nameOf(element).includes('-')) {
      late.add(element);
    }
  }

  /**
   * Whether a closed root is probably another extension's (or our own): its host floats beside the body or at the end of it.
   * Such roots are left alone, because a painted range shows the page a way into a closed root.
   */
  function isForeign(host, shadow) {
    const { documentElement, body } = document;
    if (shadow.mode !== 'closed' || host === body) return false;
    if (host.parentNode === documentElement) return true;
    if (host.parentNode !== body) return false;
    const { width, height } = host.getBoundingClientRect();
    return width * height === 0 || /^(fixed|absolute)$/.test(getComputedStyle(host).position);
  }

  function watch(root, isRead = false) {
    if (!running) return;
    if (roots.has(root)) {
      // Its host was out of the page, so the root's records are gone and its content may have changed. It is read with the
      // next batch of changes, so that no page can pile up work.
      if (isRead) changed.add(root);
      return;
    }
    const host = root instanceof ShadowRoot ? root.host : null;
    // Not noted in `roots`: the host may be no editor any more when it is looked at again.
    if (host && page.isLeftAlone(host)) return;
    roots.add(root);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['href', 'contenteditable', 'role'],
    });
    work.push(scan(root, root === document ? post : postNews));
    schedule();
  }

  // ---- changes ----------------------------------------------------------------------------------

  function onMutations(mutations) {
    changes += 1;
    const texts = new Set();
    for (const mutation of mutations) {
      const { type, target, addedNodes, removedNodes } = mutation;
      if (type === 'characterData') {
        texts.add(target);
        changed.add(target);
      } else if (type === 'attributes') {
        // It may be another link, or an editor now: everything in it is read again, in a later slice, because a page may change
        // attributes all the time.
        paint.unlink(target);
        touched.set(target, paint.born);
        changed.add(target);
      } else {
        // A link is painted from its first child to its last.
        if (paint.links.has(target)) changed.add(target);
        const isGap = gaps.add(mutation);
        if (isGap || removedNodes.length > 0 || page.partsLine(mutation)) sweep = true;
        paint.follow(mutation);
        for (const node of addedNodes) {
          changed.add(node);
          if (node.localName === 'meta') hasNewMeta = true;
        }
      }
    }
    for (const text of paint.takeOver()) texts.add(text);
    texts.forEach(paint.forgetChanged);
    schedule();
  }

  /** Makes work of what has changed; one batch after the other, so that no page can pile up work. */
  function takeChanges() {
    if ((touched.size > 0 || sweep) && !reviewing) {
      reviewing = true;
      work.push(review());
    }
    if (changed.size + gaps.size > 0 && !rescanning) {
      rescanning = true;
      work.push(rescan(changed, gaps));
      changed = new Set();
      gaps = new page.Gaps();
      const meta = hasNewMeta;
      hasNewMeta = false;
      onChange(meta);
    }
  }

  function* rescan(batch, edges) {
    const named = new Set();
    try {
      for (const node of batch) {
        yield;
        if (!node.isConnected || node === card.host) continue;
        yield* readAnew(node, batch);
        // The values of a header or a label that has come late or changed are read again, too.
        for (const value of page.namedBy(node)) named.add(value);
      }
      for (const value of named) {
        yield;
        if (value.isConnected && !batch.has(value)) yield* readAnew(value, batch);
      }
      for (const place of edges) {
        yield;
        const text = page.textBeside(place);
        if (!text || batch.has(text) || page.isInside(text, batch)) continue;
        if (place.side > 0 && isReadWith(text, batch)) continue;
        batch.add(text);
        yield* readAnew(text, batch);
      }
    } finally {
      rescanning = false;
    }
  }

  /** Whether a text is read with the one before it, which is in the same batch. */
  function isReadWith(text, batch) {
    const walker = document.createTreeWalker(page.rootOf(text), NodeFilter.SHOW_TEXT);
    walker.currentNode = text;
    const before = walker.previousNode();
    return before !== null && batch.has(before) && page.readsOn(before, text);
  }

  function* readAnew(node, batch) {
    try {
      putOffRoots(node);
      const type = page.typeOf(node);
      if (type === Node.TEXT_NODE) yield* page.runsAround(node, postNews, version);
      else if (type === Node.ELEMENT_NODE && !page.isInside(node, batch)) yield* scan(node);
      else if (type === Node.DOCUMENT_FRAGMENT_NODE) yield* scan(node);
    } catch {
      // A page can make this throw, as in `stepOf`: the other changes are read all the same.
    }
  }

  /** Drops the records and links that are gone from the page, stand in an editor now or are older than a change of an attribute around them. */
  function* review() {
    const changes = new Map(touched);
    touched.clear();
    sweep = false;
    let known = new Map();
    const isStale = ({ parts, born: age }) =>
      parts.some(({ node }) => !node.isConnected || isAloneNow(node, page.isApart)) ||
      (changes.size > 0 && parts.some(({ node }) => touchedAround(node, changes, known) >= age));
    let seen = 0;
    try {
      for (const record of paint.records) {
        if (isStale(record)) paint.forget(record);
        else if (page.isTorn(record)) page.watch.readAgain(record);
        seen += 1;
        if (seen % 8 === 0) yield;
        // The tree may have changed by now.
        if (seen % 1024 === 0) known = new Map();
      }
      for (const link of paint.links.keys()) {
        if (!link.isConnected || isAloneNow(link, page.isLinkAlone)) paint.unlink(link);
        seen += 1;
        if (seen % 8 === 0) yield;
      }
    } finally {
      reviewing = false;
    }
  }

  /** Whether a text or a link is left alone now; its roots are then read again once it is not. */
  function isAloneNow(node, isAlone) {
    if (!isAlone(node)) return false;
    putOffRoots(node);
    return true;
  }

  /** Forgets the roots around a node whose hosts are left alone, so that they are read when that ends. */
  function putOffRoots(node) {
    let root = page.rootOf(node);
    for (; root instanceof ShadowRoot && page.isLeftAlone(root.host); root = page.rootOf(root.host)) roots.delete(root);
  }

  /** The latest change of a node or around it; `known` keeps each ancestor's answer, so that it is visited once for all records. */
  function touchedAround(node, changes, known) {
    const path = [];
    let above = node;
    for (; above && !known.has(above); above = page.parentOf(above)) path.push(above);
    let latest = above ? known.get(above) : 0;
    for (const each of path.reverse()) {
      latest = Math.max(latest, changes.get(each) ?? 0);
      known.set(each, latest);
    }
    return latest;
  }

  // ---- asking -----------------------------------------------------------------------------------

  function post(run) {
    outbox.push(run);
    if (outbox.length >= MAX_RUNS) send();
  }

  /** For runs that were read because of a change. */
  function postNews(run) {
    run.isNews = true;
    post(run);
  }

  /** Whether a message may go now; if not, `send` is called again when one may. */
  function isTurn() {
    if (isUrgent) return true;
    const now = performance.now();
    const pause = inVain < VAIN ? TURN_MS : VAIN_TURN_MS;
    turns = Math.min(BURST, turns + (now - counted) / pause);
    counted = now;
    if (turns < 1) {
      later ||= setTimeout(() => {
        later = 0;
        if (running) send();
      }, (1 - turns) * pause);
      return false;
    }
    turns -= 1;
    return true;
  }

  function send() {
    // The page may have changed while runs waited, and been read again.
    outbox = newest();
    while (outbox.length > 0) {
      // Only runs from changes wait for a turn: what was there at first is sent at once, however much it is.
      if (outbox.length < MAX_RUNS && outbox.every(({ isNews }) => isNews) && !isTurn()) return;
      let size = 0;
      let count = 0;
      while (count < outbox.length && count < MAX_RUNS && size < MAX_TEXT) {
        size += outbox[count].text.length;
        count += 1;
      }
      scanRuns(outbox.splice(0, count));
    }
  }

  /** The waiting runs that may still stand on the page: of a line in which a clock runs, only the newest reading. */
  function newest() {
    if (outbox.every(({ age }) => age === changes)) return outbox;
    const later = new Set();
    return outbox.reverse().filter((run) => {
      const { age, own, pieces, text } = run;
      const there = age === changes ? pieces : pieces.filter((piece) => page.saysTheSame(run, piece));
      const isWanted = there.length === pieces.length ||
        there.some(({ node, at, length }) => !later.has(node) && page.hasDigit(text.slice(at, at + length)));
      for (const { node, at, length } of pieces) if (at + length > own) later.add(node);
      return isWanted;
    }).reverse();
  }

  /** @param {Alo.Run[]} runs */
  async function scanRuns(runs) {
    const asked = page.scanRequest(runs);
    const own = life;
    asking += 1;
    const answer = await page.askWithRetry({ type: 'scan', ...asked, lang: page.language() }, () => life === own);
    if (life === own) asking -= 1;
    // Paint may have waited for this answer, even if none came.
    schedule();
    // An answer to an earlier life does not count: it may say that Alo is not wanted.
    if (!answer || life !== own) return;
    if (!answer.enabled) return page.stop();
    let next = 0;
    const { numbers } = answer;
    if (numbers.length > 0) inVain = 0;
    else if (runs.every(({ isNews }) => isNews)) inVain += 1;
    runs.forEach((run, id) => {
      if (run.age > 0) paint.answered(run);
      const own = [];
      for (; next < numbers.length && numbers[next].run === id; next += 1) own.push(numbers[next]);
      // An answer without numbers matters where a changed text had some.
      if (own.length > 0 || (changes > 0 && run.pieces.some(({ node }) => paint.awaits(node)))) painting.push({ run, numbers: own });
    });
  }

  page.watch = {
    /** Begins with the document. `whenChanged` is called after each batch of changes. */
    begin(whenChanged) {
      running = true;
      life = {};
      onChange = whenChanged;
      watch(document);
    },
    stop() {
      running = false;
      life = null;
      observer.disconnect();
      clearTimeout(later);
      later = 0;
      clearTimeout(fading);
      fading = 0;
      clearTimeout(showing);
      showing = 0;
      asking = 0;
      isUrgent = false;
      if (idle) cancelIdleCallback(idle);
      idle = 0;
      work.length = 0;
      painting = [];
      painted = 0;
      outbox = [];
      roots = new WeakSet();
      late.stop();
      rescanning = false;
      reviewing = false;
      sweep = false;
      touched.clear();
      changed.clear();
      gaps = new page.Gaps();
      page.forgetColumns();
      paint.clear();
    },
    shadowOf: (element) => watchShadowOf(element),
    /** How often the page has changed. */
    version,
    /** Says whether somebody waits for what has just changed to be read: then slices and messages do not wait. */
    hurry(urgent) {
      isUrgent = urgent;
      if (!urgent || !running) return;
      if (idle) cancelIdleCallback(idle);
      idle = 0;
      schedule();
    },
    /** Drops a record that does not stand as it was read, and has its texts read again. */
    readAgain(record) {
      paint.forget(record);
      for (const node of page.toReadAgain(record)) changed.add(node);
      schedule();
    },
  };
})();
