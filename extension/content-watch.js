//# allFunctionsCalledOnLoad
// Has a page's text read, asked about and painted, at first and wherever it changes, in idle slices.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  const SLICE_MS = 4;
  // The clock is looked at after so many runs are painted.
  const RUNS = 32;
  // While a large page is being read, what was found so far is painted this often.
  const SHOW_MS = 500;
  // What was painted and has changed since is looked at again so long after it, whatever else is waited for.
  const FADE_MS = 2100;
  // A page at rest may be given its idle time so late.
  const URGENT_MS = 30;
  const MAX_RUNS = 2000;
  // A message has its own cost, so that while there is more to read, it waits for as many.
  const ENOUGH_RUNS = 500;
  const MAX_TEXT = 60_000;
  // A page that changes all the time is asked about at most so often, and less often where that finds nothing:
  // each message keeps the worker awake.
  const BURST = 8;
  const TURN_MS = 125;
  const VAIN = 16;
  const VAIN_TURN_MS = 2000;

  const { card, paint } = page;
  const observer = new MutationObserver(onMutations);
  let running = false;
  /** An object of its own each time that it begins. */
  let life = null;
  /** Called after the page has changed, with whether it says something new about itself (`<meta>`). */
  let onChange = () => {};
  let hasNewMeta = false;

  /** Roots that are watched: the document and shadow roots. */
  let roots = new WeakSet();
  const late = new page.LateLooks((element) => watchShadowOf(element));

  const work = [];
  let changed = new Set();
  let gaps = new page.Gaps();
  let rescanning = false;
  /** Elements with a changed attribute; the number of the newest record that was older. */
  const touched = new Map();
  let reviewing = false;
  let sweep = false;
  let painting = [];
  let painted = 0;
  let asking = 0;
  let outbox = [];
  /** Messages that may go at once, when that was counted last, and how many have found nothing since one did. */
  let turns = BURST;
  let counted = 0;
  let inVain = 0;
  let later = 0;
  let idle = 0;
  /** Somebody waits for what has just changed. */
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
    // A document that has become an editor says so by nothing else.
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
      // An answer may never come.
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

  /** What was read of the page for one slice may be otherwise in the next. */
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

  /** Everything in an element or root: links first, then text, then what may hold a shadow root. */
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

  /** `isRead`: what is in its root is read again, too. */
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
   * A painted range shows the page a way into a closed root. Other extensions keep their windows in
   * such roots, floating beside or at the end of the body; ours, too. They are left alone.
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
      // A host that was out of the page: what was in its root is forgotten, and may be something else by now. With the
      // next batch, so that no page can pile that up.
      if (isRead) changed.add(root);
      return;
    }
    const host = root instanceof ShadowRoot ? root.host : null;
    // It may be no editor any more when it is looked at again.
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
        // Another link, or an editor now: everything in it is looked at afresh.
        // Later, that is: a page may change attributes all the time.
        paint.unlink(target);
        touched.set(target, paint.born);
        changed.add(target);
      } else {
        // It is painted from its first child to its last.
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

  /** Puts what has changed to work. One turn after the other, so that no page can pile them up. */
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
        // A header or a label that comes late, or says something else now.
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

  /** Whether a text was read behind the one before it. */
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
      // As in `stepOf`: what else has changed is read all the same.
    }
  }

  /** Drops what is gone from the page, stands in an editor now or is older than a change around it. */
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
        // The tree may be another one by now.
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

  /** Whether a text or a link is left alone now. */
  function isAloneNow(node, isAlone) {
    if (!isAlone(node)) return false;
    putOffRoots(node);
    return true;
  }

  /** Has the roots around a node whose hosts are left alone read anew when they are not any more. */
  function putOffRoots(node) {
    let root = page.rootOf(node);
    for (; root instanceof ShadowRoot && page.isLeftAlone(root.host); root = page.rootOf(root.host)) roots.delete(root);
  }

  /** The latest change around a node; every ancestor is visited once for all records. */
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

  /** What came after the page was there. */
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
    // While it waited, the page may have changed, and what came instead was read.
    outbox = newest();
    while (outbox.length > 0) {
      // What was there before is read once, however much it is.
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

  /** Of what waits, all that may still be there: of a line in which a clock runs, the newest reading and no other. */
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

  async function scanRuns(runs) {
    const asked = page.asked(runs);
    const own = life;
    asking += 1;
    const answer = await page.askTwice({ type: 'scan', ...asked, lang: page.language() }, () => life === own);
    if (life === own) asking -= 1;
    // What waits for this answer is shown without it, too.
    schedule();
    // Nothing of a life before counts: it may say that we are not wanted.
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
      // What has changed may say no number any more.
      if (own.length > 0 || (changes > 0 && run.pieces.some(({ node }) => paint.awaits(node)))) painting.push({ run, numbers: own });
    });
  }

  page.watch = {
    /** Called with a function that is called after the page has changed. */
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
    /** Somebody waits, or does no more, for what has just changed to be read. */
    hurry(urgent) {
      isUrgent = urgent;
      if (!urgent || !running) return;
      if (idle) cancelIdleCallback(idle);
      idle = 0;
      schedule();
    },
    /** Drops what is not as it was read, and has its place read. */
    readAgain(record) {
      paint.forget(record);
      for (const node of page.toReadAgain(record)) changed.add(node);
      schedule();
    },
  };
})();
