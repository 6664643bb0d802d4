// The first look at a page, and at whatever it changes: may anything here be a number? Most pages have none, and
// are never read any closer: what reads, paints and points is brought in when this has found something. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  const SLICE_MS = 4;
  // Elements to a piece: lists of numbers have one right away, most pages none at all.
  const FIRST_PIECE = 64;
  const LARGEST_PIECE = 4096;
  // Characters of text between two looks at the clock.
  const MAX_TEXT = 16_384;
  // A number may go on over the edge of a piece.
  const OVERLAP = 48;
  // Of what was changed: a tree with more elements is looked at in pieces.
  const SMALL = 200;
  // With more changes than that, the whole page is looked at again.
  const MAX_CHANGED = 5000;
  // Elements attach shadow roots without any notice; a few looks catch the usual late ones, moving
  // the pointer over them the rest.
  const LATE_LOOKS_MS = [400, 1500, 5000];

  /** Called once, with the field that it was found in, if it was; null: nobody wants to know. */
  let onFound = null;
  /** Called after the page has changed. */
  let onChange = () => {};
  let observer = null;
  let listening = null;
  let roots = new WeakSet();
  /** Custom elements that had no shadow root when last looked at. */
  let bare = new Set();
  let looking = 0;
  const work = [];
  let changed = new Set();
  let changes = 0;
  let idle = 0;

  function schedule() {
    if (idle === 0 && onFound) idle = requestIdleCallback(slice, { timeout: 1000 });
  }

  function slice(deadline) {
    idle = 0;
    // A document that has become an editor says so by nothing else.
    if (page.isOrphan() || document.designMode === 'on') return page.stop();
    const start = performance.now();
    const budget = deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, deadline.timeRemaining());
    // A list has a number at its beginning: then nobody need be told of its changes.
    if (!observer && step()) return undefined;
    notice();
    for (;;) {
      if (work.length === 0 && changed.size > 0) {
        const batch = changed;
        changed = new Set();
        work.push(lookAgain(batch));
        listen();
        onChange();
      }
      if (work.length === 0) return undefined;
      if (performance.now() - start >= budget) return schedule();
      if (step()) return undefined;
    }
  }

  /** Whether that has found something. */
  function step() {
    const { done, value } = work[0].next();
    if (value === true) found();
    else if (done) work.shift();
    return value === true;
  }

  function found(field = null) {
    const tell = onFound;
    page.first.stop();
    tell?.(field);
  }

  // ---- looks: generators that give `true` when there is something ---------------------------------

  /** At everything in an element or a root. */
  function* look(root) {
    yield* lookAtText(root);
    for (const link of page.linksIn(root)) if (page.isLink(link)) yield true;
    for (const element of page.hosts(root)) lookInto(element);
  }

  function* lookAtText(root) {
    const top = root === document ? (root.body ?? root.documentElement) : root;
    if (!top) return;
    const range = document.createRange();
    const cuts = new page.Cuts(top);
    let seen = changes;
    let tail = '';
    let work = 0;
    let piece = FIRST_PIECE;
    while (cuts.mark !== null) {
      if (changes !== seen) {
        seen = changes;
        if (!cuts.find()) return;
        tail = '';
      }
      const next = cuts.after(piece);
      piece = Math.min(LARGEST_PIECE, piece * 8);
      const text = page.textFrom(range, top, cuts.mark, next);
      if (page.candidateIn(tail === '' ? text : tail + text) >= 0) yield true;
      tail = text.slice(-OVERLAP);
      cuts.step(next);
      work += text.length;
      if (work > MAX_TEXT) {
        work = 0;
        yield;
      }
    }
    // A live range costs the page something at each of its changes.
    range.setStart(top, 0);
    range.collapse(true);
  }

  function* lookAgain(batch) {
    for (const node of batch) {
      yield;
      if (!node.isConnected) continue;
      if (node.nodeType === Node.TEXT_NODE) {
        if (mayBePart(node)) yield true;
      } else if (node.nodeType === Node.ELEMENT_NODE && !page.isInside(node, batch)) {
        if (page.isLink(node) || mayBePart(node)) yield true;
        yield* look(node);
      }
    }
  }

  /** Whether what stands in a line with a text or an inline element may be a number. */
  function mayBePart(node) {
    if (node.nodeType === Node.ELEMENT_NODE && !page.staysInLine(node.localName)) return false;
    let block = node.parentNode;
    while (block.nodeType === Node.ELEMENT_NODE && page.mayBeInline(block.localName)) block = block.parentNode;
    if (block.nodeType === Node.DOCUMENT_NODE) return false;
    // What stands right in a large part of a page has no line that is soon found; a closer look knows it.
    const inside = block.getElementsByTagName?.('*') ?? block.querySelectorAll('*');
    return inside[SMALL] ? page.hasDigit(node.textContent) : page.candidateIn(block.textContent) >= 0;
  }

  /** Whether an ancestor of a node is among others, too. */
  page.isInside = (node, others) => {
    for (let above = node.parentNode; above; above = above.parentNode) if (others.has(above)) return true;
    return false;
  };

  // ---- roots --------------------------------------------------------------------------------------

  function notice() {
    if (observer) return;
    observer = new MutationObserver(onMutations);
    listening = new AbortController();
    observe(document);
    listen();
  }

  const observe = (root) => observer.observe(root, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['href'],
  });

  function watch(root) {
    if (roots.has(root)) return;
    roots.add(root);
    notice();
    observe(root);
    work.push(look(root));
    schedule();
  }

  function lookInto(element) {
    const shadow = page.shadowOf(element);
    if (shadow) return watch(shadow);
    if (!element.localName.includes('-')) return undefined;
    bare.add(element);
    return looking === 0 && lookLater(0);
  }

  function lookLater(turn) {
    if (turn === LATE_LOOKS_MS.length) {
      looking = 0;
      return bare.clear();
    }
    looking = setTimeout(() => {
      const known = bare;
      bare = new Set();
      for (const element of known) if (element.isConnected) lookInto(element);
      lookLater(turn + 1);
    }, LATE_LOOKS_MS[turn]);
    return undefined;
  }

  // ---- what happens on the page -------------------------------------------------------------------

  function onMutations(mutations) {
    changes += 1;
    for (const { type, target, addedNodes, removedNodes } of mutations) {
      if (type !== 'childList') changed.add(target);
      else {
        // What stood on both sides may read as one now.
        if (removedNodes.length > 0 && target.firstChild) changed.add(target.firstChild);
        for (const node of addedNodes) changed.add(node);
      }
    }
    if (changed.size > MAX_CHANGED) changed = new Set([document.documentElement]);
    schedule();
  }

  /** Fields are seen by nobody until somebody comes to them, and roots of shadow now and then. */
  function onOver(event) {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement)) return;
    if (target instanceof HTMLInputElement) {
      const isMeant = target.type === 'tel' || target.readOnly;
      if (isMeant && page.isCandidate(target.value)) found(target);
    } else lookInto(event.target);
  }

  /** Again and again without harm, because `document.open()` takes listeners away. */
  function listen() {
    const options = { capture: true, passive: true, signal: listening.signal };
    addEventListener('pointerover', onOver, options);
    addEventListener('focusin', onOver, options);
  }

  page.first = {
    /** `whenFound` is called once, unless `stop` was called before; `whenChanged` after the page has changed. */
    begin(whenFound, whenChanged) {
      onFound = whenFound;
      onChange = whenChanged;
      roots.add(document);
      work.push(look(document));
      schedule();
    },
    stop() {
      if (!onFound) return;
      onFound = null;
      observer?.disconnect();
      // With a reason of our own: the usual one looks up where in the script it was made.
      listening?.abort(null);
      observer = null;
      listening = null;
      if (idle !== 0) cancelIdleCallback(idle);
      idle = 0;
      clearTimeout(looking);
      looking = 0;
      roots = new WeakSet();
      bare.clear();
      changed.clear();
      work.length = 0;
    },
  };
})();
