//# allFunctionsCalledOnLoad
// The first look at a page, and at whatever it changes: may anything here be a number? Most pages have none and are never
// read any closer. The scripts that read, paint and point are brought in when the first look has found something. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  const SLICE_MS = 4;
  // Elements to a piece: few at first, because lists of numbers have one right away; then more and more. Fewer again after a
  // piece with more than `LARGE_TEXT` characters.
  const FIRST_PIECE = 64;
  const LARGEST_PIECE = 4096;
  const LARGE_TEXT = 100_000;
  // Characters of text between two looks at the clock.
  const MAX_TEXT = 16_384;
  const { OVERLAP } = page;
  // So much of the text behind the edge of a piece is looked at with what is before it: six more digits, each behind `MAX_GAP` characters.
  const BEYOND = 160;
  // So many texts on each side of a change are looked at with it.
  const NEIGHBOURS = 6;
  // The cost of an element, in characters of text.
  const ELEMENT = 2;
  // Around a change: of a block with more elements only the texts beside the change are looked at.
  const SMALL = 200;
  // After more changes at once, all of their roots is looked at again.
  const MAX_CHANGED = 5000;
  // For so long nothing checks whether the extension is gone: the browser makes `chrome.runtime` when it is first used,
  // which costs a page more than a few seconds of looks by an extension that is gone.
  const ORPHAN_MS = 5000;

  const HEARD = ['pointerover', 'focusin'];
  const PASSIVE = { capture: true, passive: true };

  // Elements whose text nobody reads; programs that style pages put much of it there.
  const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'title', 'textarea']);

  /**
   * Called once when something was found: with the field that it was found in, or null, and the last shadow host that the
   * pointer came to, or null. Null: the first look is over.
   */
  let onFound = null;
  /** Called after the page has changed. */
  let onChange = () => {};
  let observer = null;
  let began = 0;
  /** Ends the listeners in shadow roots. */
  let listening = null;
  let roots = new WeakSet();
  const late = new page.LateLooks((element) => lookInto(element));
  const work = [];
  let changed = new Set();
  let gaps = new page.Gaps();
  let changes = 0;
  let idle = 0;
  /** The last element that the pointer came to, the last one with a shadow root, and the field that the pointer is on. */
  let pointed = null;
  let host = null;
  let field = null;

  function schedule() {
    if (idle === 0 && onFound) idle = requestIdleCallback(slice, { timeout: 1000 });
  }

  function slice(deadline) {
    idle = 0;
    // No event reports that a document has become an editor.
    const start = performance.now();
    if (document.designMode === 'on' || (start - began > ORPHAN_MS && page.isOrphan())) return page.stop();
    const budget = deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, deadline.timeRemaining());
    // Lists have a number at their beginning: a page like that is never observed.
    if (!observer && step()) return undefined;
    notice();
    for (;;) {
      if (work.length === 0 && changed.size + gaps.size > 0) {
        work.push(lookAgain(changed, gaps));
        changed = new Set();
        gaps = new page.Gaps();
        listen(window);
        onChange();
      }
      if (work.length === 0) return undefined;
      if (performance.now() - start >= budget) return schedule();
      if (step()) return undefined;
    }
  }

  /** Does one step of the work; returns whether that has found something. */
  function step() {
    const { done, value } = page.stepOf(work[0]);
    if (value === true) found();
    else if (done) work.shift();
    return value === true;
  }

  function found(where = null) {
    const tell = onFound;
    const over = host;
    page.first.stop();
    tell?.(where, over);
  }

  // ---- looks: generators that yield `true` when they find something -------------------------------

  /** Looks at everything in an element or a root. */
  function* look(root) {
    yield* lookAtText(root);
    yield;
    for (const link of page.linksIn(root)) if (page.isLink(link)) yield true;
    yield;
    let count = 0;
    for (const element of page.oddOnes(root)) {
      if (page.isLink(element)) yield true;
      lookInto(element, true);
      count += 1;
      if (count % 16 === 0) yield;
    }
  }

  function* lookAtText(root) {
    const top = root === document ? (root.body ?? root.documentElement) : root;
    if (!top) return;
    if (top === root && top.childElementCount === 0) {
      if (page.candidateIn(top.textContent) >= 0) yield true;
      return;
    }
    const cuts = new page.Cuts(top);
    let seen = changes;
    let tail = '';
    let work = 0;
    let piece = FIRST_PIECE;
    let unread = null;
    while (cuts.mark !== null) {
      if (changes !== seen) {
        seen = changes;
        unread = null;
        if (!cuts.find()) break;
      }
      const next = cuts.after(piece);
      let text = page.textFrom(top, cuts.mark, next);
      work += text.length + ELEMENT * (cuts.next - cuts.at);
      if (page.candidateIn(text) >= 0 || goesOver(tail, text)) {
        unread ??= candidatesUnread(top);
        text = without(unread.filter(({ element }) => page.isInPiece(element, cuts.mark, next)), text);
        if (page.candidateIn(text) >= 0 || goesOver(tail, text)) yield true;
      }
      tail = (text.length < OVERLAP ? tail + text : text).slice(-OVERLAP);
      cuts.step(next);
      piece = text.length > LARGE_TEXT ? Math.max(FIRST_PIECE, piece / 8) : Math.min(LARGEST_PIECE, piece * 8);
      if (work > MAX_TEXT) {
        work = 0;
        yield;
      }
    }
    page.freeRange();
  }

  /** Elements that nobody reads whose text has a candidate, with that text. */
  const candidatesUnread = (top) => [...page.allIn(top, 'style, noscript, textarea')]
    .map((element) => ({ element, text: page.textOf(element) }))
    .filter(({ text }) => page.candidateIn(text) >= 0);

  const without = (unread, text) => unread.reduce((left, own) => left.replace(own.text, () => ' '), text);

  /** Whether a candidate begins before the edge of a piece. Joins only the text near the edge, because joining all of it would copy it. */
  function goesOver(tail, text) {
    const at = tail === '' ? -1 : page.candidateIn(tail + text.slice(0, BEYOND));
    return at >= 0 && at < tail.length;
  }

  function* lookAgain(batch, edges) {
    const known = new Map();
    for (const node of batch) {
      yield;
      if (!node.isConnected || UNREAD.has(node.localName)) continue;
      const type = page.typeOf(node);
      if (type === Node.TEXT_NODE) {
        if (mayBePart(node, known)) yield true;
      } else if (type === Node.ELEMENT_NODE) {
        if (page.isInside(node, batch)) continue;
        if (page.isLink(node) || mayBePart(node, known)) yield true;
        yield* look(node);
      } else if (node === document || type === Node.DOCUMENT_FRAGMENT_NODE) yield* look(node);
    }
    for (const place of edges) {
      yield;
      const text = page.textBeside(place);
      if (text && mayBePart(text, known)) yield true;
    }
  }

  /** Whether the line around a text or an inline element may have a number; `known`: the texts of blocks that were read before. */
  function mayBePart(node, known) {
    if (node.nodeType === Node.ELEMENT_NODE ? !page.staysInLine(node.localName) : node.nodeType !== Node.TEXT_NODE) return false;
    let block = node.parentNode;
    while (block.nodeType === Node.ELEMENT_NODE && page.mayBeInline(block.localName)) block = block.parentNode;
    if (block.nodeType === Node.DOCUMENT_NODE || UNREAD.has(block.localName)) return false;
    let text = known.get(block);
    if (text === undefined) known.set(block, (text = textOfSmall(block)));
    // In a large block the line is not searched for: a few texts on each side are read.
    return page.candidateIn(text ?? textAround(block, node)) >= 0;
  }

  /** A block's text; null if the block is large. */
  function textOfSmall(block) {
    if (page.named(block, '*')[SMALL]) return null;
    const text = page.textOf(block);
    return text.length > MAX_TEXT ? null : text;
  }

  /** The text of a node with some of the text before and after it. */
  function textAround(block, node) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = node.textContent;
    const around = (step, add) => {
      walker.currentNode = node;
      let length = 0;
      for (let count = 0; count < NEIGHBOURS && length < OVERLAP; count += 1) {
        const next = walker[step]();
        if (!next) return;
        if (node.contains(next)) continue;
        length += next.length;
        add(next.data);
      }
    };
    around('previousNode', (data) => { text = data.slice(-OVERLAP) + text; });
    around('nextNode', (data) => { text += data.slice(0, OVERLAP); });
    return text;
  }

  /** Whether an ancestor of a node is one of `others`. */
  page.isInside = (node, others) => {
    for (let above = page.parentOf(node); above; above = page.parentOf(above)) if (others.has(above)) return true;
    return false;
  };

  // ---- roots --------------------------------------------------------------------------------------

  function notice() {
    if (observer) return;
    observer = new MutationObserver(onMutations);
    observe(document);
    listen(window);
  }

  const observe = (root) => observer.observe(root, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['href'],
  });

  function watch(root, isRead) {
    if (roots.has(root)) {
      // Its host was out of the page, where the observer sees no changes.
      if (isRead) work.push(look(root));
      return;
    }
    roots.add(root);
    notice();
    observe(root);
    listen(root);
    work.push(look(root));
    schedule();
  }

  /** Watches the shadow root of an element; returns whether there is one. `isRead`: a root that is watched already is looked at again. */
  function lookInto(element, isRead = false) {
    const shadow = page.shadowOf(element);
    if (shadow) watch(shadow, isRead);
    else if (page.nameOf(element).includes('-')) late.add(element);
    return Boolean(shadow);
  }

  // ---- what happens on the page -------------------------------------------------------------------

  function onMutations(mutations) {
    changes += 1;
    for (const mutation of mutations) {
      if (mutation.type !== 'childList') changed.add(mutation.target);
      else {
        gaps.add(mutation);
        for (const node of mutation.addedNodes) changed.add(node);
      }
    }
    if (changed.size + gaps.size > MAX_CHANGED) {
      changed = new Set([...changed, ...gaps.before, ...gaps.behind].map(page.rootOf));
      gaps = new page.Gaps();
    }
    schedule();
  }

  const isField = (element) => element instanceof HTMLInputElement && (element.type === 'tel' || element.readOnly);

  /** The value of a field is looked at only when somebody comes to it; so are shadow roots that came without notice. */
  function onOver(event) {
    const [inner] = event.composedPath();
    if (inner !== field) watchField(isField(inner) ? inner : null);
    if (field && page.isCandidate(field.value)) {
      found(field);
      return;
    }
    if (event.target === pointed || !(event.target instanceof HTMLElement)) return;
    pointed = event.target;
    if (lookInto(pointed)) host = pointed;
  }

  /** A field's value may be filled in while the pointer is on it: only that field listens to each move. */
  function watchField(next) {
    field?.removeEventListener('mousemove', onOver, PASSIVE);
    field = next;
    field?.addEventListener('mousemove', onOver, PASSIVE);
  }

  /**
   * Listens at `window`, or at a shadow root, whose inner moves no event reports outside. May be called again and again for
   * the same target: `document.open()` removes listeners.
   */
  function listen(target) {
    const signal = target === window ? undefined : (listening ??= new AbortController()).signal;
    for (const type of HEARD) target.addEventListener(type, onOver, { ...PASSIVE, signal });
  }

  page.first = {
    /** `whenFound` is called once, unless `stop` was called before; `whenChanged` after the page has changed. */
    begin(whenFound, whenChanged) {
      onFound = whenFound;
      onChange = whenChanged;
      began = performance.now();
      roots.add(document);
      work.push(look(document));
      schedule();
    },
    stop() {
      if (!onFound) return;
      onFound = null;
      observer?.disconnect();
      observer = null;
      for (const type of HEARD) removeEventListener(type, onOver, PASSIVE);
      // A reason of our own is cheaper: the default one is an error with a stack.
      listening?.abort(null);
      listening = null;
      watchField(null);
      pointed = null;
      host = null;
      if (idle !== 0) cancelIdleCallback(idle);
      idle = 0;
      late.stop();
      roots = new WeakSet();
      changed.clear();
      gaps = new page.Gaps();
      work.length = 0;
      page.freeRange();
    },
  };
})();
