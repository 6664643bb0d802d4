// Reads a page's text as a person reads it: runs of text, inline elements joined, with the way back
// from every character of a run to its text node. Reads only; asks nobody; keeps nothing.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  // Digits of the scripts that the finder knows (crates/numbers, text.rs).
  const D = '0-9０-９٠-٩۰-۹०-९০-৯๐-๙໐-໙၀-၉០-៩';
  const DIGIT = new RegExp(`[${D}]`);
  // Seven digits with little between them: what has less cannot hold a number.
  const CANDIDATE = new RegExp(`[${D}](?:[^${D}]{0,6}[${D}]){6}`);
  const CANDIDATES = new RegExp(`[${D}](?:[^${D}]{0,6}[${D}]){6,}`, 'g');

  const MAX_RUN = 2048;
  const CONTEXT_BEFORE = 48;
  const CONTEXT_AFTER = 32;
  // Candidates nearer than this, in characters, are looked at in one go.
  const NEAR = 240;
  // A tree with fewer elements is walked at once.
  const SMALL = 200;

  const ALONE = new Set(
    ('script style noscript template textarea input select option button code samp svg math ' +
      'canvas object audio video').split(' '),
  );
  const ALONE_ROLE = /\b(?:textbox|searchbox)\b/i;
  const ALONE_CLASS = /(?:^|\s)(?:CodeMirror|cm-editor|monaco-editor|ace_editor)(?:\s|$)/;

  const INLINE = new Set(
    ('a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q s ' +
      'slot small span strike strong time tt u var').split(' '),
  );

  // What was asked of the style engine in this slice of work; forgotten after it.
  let inlineCache = new WeakMap();
  let skipCache = new WeakMap();
  let hintCache = new WeakMap();

  const SCHEME = /^\s*(?:tel|callto|sips?):/i;

  /** Links to numbers: `tel:`, `callto:`, `sip:`, `sips:`. */
  page.isLink = (element) =>
    (element.localName === 'a' || element.localName === 'area') &&
    SCHEME.test(element.getAttribute('href') ?? '');

  /** A link that leads somewhere else: its click belongs to the page. */
  function leadsElsewhere(link) {
    const href = link.getAttribute('href').trim();
    return href !== '' && !href.startsWith('#') && !/^javascript:/i.test(href);
  }

  /** An editor, code, a form field or a link to somewhere else. */
  function isAloneItself(element) {
    const name = element.localName;
    if (ALONE.has(name)) return true;
    // A link to a number is painted as a whole, whatever its text says.
    if (name === 'a') return element.hasAttribute('href') && leadsElsewhere(element);
    // Not `isContentEditable`: it has the page's styles computed.
    const editable = element.getAttribute('contenteditable');
    if (editable !== null && editable.toLowerCase() !== 'false') return true;
    const role = element.getAttribute('role');
    if (role !== null && ALONE_ROLE.test(role)) return true;
    const classes = element.getAttribute('class');
    return classes !== null && ALONE_CLASS.test(classes);
  }

  /** Whether numbers inside this element are left alone: it or what it stands in is an editor, … */
  page.isLeftAlone = (element) => {
    if (!element) return true;
    const path = [];
    let known = false;
    for (let node = element; node; node = node.parentElement) {
      const cached = skipCache.get(node);
      known = cached ?? isAloneItself(node);
      if (cached === undefined) path.push(node);
      if (cached !== undefined || known) break;
    }
    for (const node of path) skipCache.set(node, known);
    return known;
  };

  function isInline(element) {
    const name = element.localName;
    if (!INLINE.has(name) && !name.includes('-')) return false;
    let known = inlineCache.get(element);
    if (known === undefined) {
      const { display } = getComputedStyle(element);
      known = display === 'inline' || display === 'contents';
      inlineCache.set(element, known);
    }
    return known;
  }

  /** Whether text node `b`, the next one after `a`, stands on the same line of reading. */
  function joins(a, b) {
    if (a.nextSibling === b) return true;
    let node = a;
    for (let steps = 0; steps < 16; steps += 1) {
      while (!node.nextSibling) {
        node = node.parentNode;
        if (!node || node.nodeType !== Node.ELEMENT_NODE || !isInline(node)) return false;
      }
      node = node.nextSibling;
      for (;;) {
        if (node === b) return true;
        if (node.nodeType !== Node.ELEMENT_NODE) break;
        if (node.localName === 'wbr') break;
        if (!isInline(node)) return false;
        if (!node.firstChild) break;
        node = node.firstChild;
      }
    }
    return false;
  }

  class Run {
    constructor() {
      this.text = '';
      this.pieces = [];
      this.tail = 0;
    }

    append(node, from, to, digits) {
      const text = node.data.slice(from, to);
      this.pieces.push({ node, from, at: this.text.length, length: text.length });
      this.text += text;
      this.tail = digits ? 0 : this.tail + text.length;
    }

    /** Collapsed white space looks like a space to a person; preserved line ends stay. */
    settle() {
      if (!/[\t\n\r\f]/.test(this.text)) return;
      const parent = this.pieces[0].node.parentElement;
      const kept = parent && /^(pre|break)/.test(getComputedStyle(parent).whiteSpace);
      if (!kept) this.text = this.text.replace(/[\t\n\r\f]/g, ' ');
    }

    /** The pieces under `start..end` of the text, as `{node, from, to}`. */
    slice(start, end) {
      const parts = [];
      for (const { node, from, at, length } of this.pieces) {
        const low = Math.max(start, at);
        const high = Math.min(end, at + length);
        if (low < high) parts.push({ node, from: from + low - at, to: from + high - at });
      }
      return parts;
    }
  }

  /** A finished run if it can hold a number, else null. */
  function finish(run) {
    if (!run || !CANDIDATE.test(run.text)) return null;
    run.settle();
    run.hint = hintFor(run.pieces[0].node.parentElement);
    return run;
  }

  const MAX_HINT = 64;

  /** What the page calls the thing in `element`: a column's header, a term, the label beside it. */
  function hintFor(element) {
    const place = element?.closest('td,dd,li,p,div,[itemprop~="telephone"]');
    if (!place) return undefined;
    if (place.hasAttribute('itemprop') && /\btelephone\b/.test(place.getAttribute('itemprop'))) return 'tel';
    const label = place.localName === 'td' ? headerOf(place) : labelBefore(place);
    return label ? textOf(label) : undefined;
  }

  function headerOf(cell) {
    const row = cell.parentElement;
    const cells = row?.cells;
    if (!cells) return null;
    // Two to a row, the first of them a header: a table of properties.
    if (cells.length === 2 && cells[0].localName === 'th') return cells[0];
    const table = row.closest('table');
    const heads = table?.tHead?.rows;
    const head = heads ? heads[heads.length - 1] : table?.rows[0];
    // Cells that span columns would shift what stands below them.
    if (!head || head === row || head.cells.length !== cells.length) return null;
    const header = head.cells[cell.cellIndex];
    return header?.localName === 'th' || heads ? header : null;
  }

  /** `<dt>`, or a short text before this one that ends in a colon. */
  function labelBefore(block) {
    const before = block.previousElementSibling;
    if (!before || before.childElementCount > 2) return null;
    return before.localName === 'dt' || /:\s*$/.test(textOf(before) ?? '') ? before : null;
  }

  function textOf(element) {
    let known = hintCache.get(element);
    if (known === undefined) {
      const text = element.textContent.trim();
      known = text.length <= MAX_HINT ? text : '';
      hintCache.set(element, known);
    }
    return known || undefined;
  }

  /** A run that begins with what is read before `node`, for labels in front of a number. */
  function begin(root, node) {
    const run = new Run();
    const context = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    let room = CONTEXT_BEFORE;
    let next = node;
    while (room > 0 && context.length < 4) {
      const previous = walker.previousNode();
      if (!previous || !joins(previous, next)) break;
      if (DIGIT.test(previous.data) && page.isLeftAlone(previous.parentElement)) break;
      next = previous;
      const from = Math.max(0, next.length - room);
      room -= next.length - from;
      context.push([next, from]);
    }
    for (const [text, from] of context.reverse()) run.append(text, from, text.length, false);
    return run;
  }

  /** A text longer than a run, cut where no number is. */
  function* chunks(node) {
    const { data } = node;
    let from = 0;
    while (from < data.length) {
      let to = Math.min(data.length, from + MAX_RUN);
      if (to < data.length) {
        const gap = /[^0-9]{12}[^]*?$/.exec(data.slice(to - 256, to));
        if (gap) to = to - 256 + gap.index + 12;
      }
      const run = new Run();
      run.append(node, from, to, true);
      yield finish(run);
      from = to;
    }
  }

  /**
   * The runs of `root` from text node `first` to `last` (to the end without it), a run that has
   * begun before `last` whole. Yields null now and then, so that work can be put off.
   */
  page.runs = function* runs(root, first, last) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let node = first;
    if (node) walker.currentNode = node;
    else node = walker.nextNode();
    let run = null;
    let previous = null;
    let past = false;
    let seen = 0;
    for (; node; node = walker.nextNode()) {
      seen += 1;
      if (seen % 32 === 0) {
        yield null;
        // Taken out of the page meanwhile: what came in its place is reported as a mutation.
        if (!node.isConnected) return;
      }
      const { data } = node;
      let digits = DIGIT.test(data);
      const alone = digits && page.isLeftAlone(node.parentElement ?? root.host);
      if (alone) digits = false;
      if (run && (alone || !(run.text.length + data.length <= MAX_RUN && joins(previous, node)))) {
        yield finish(run);
        run = null;
      }
      if (past && !run) return;
      if (digits && data.length > MAX_RUN) {
        yield finish(run);
        run = null;
        yield* chunks(node);
      } else if (digits) {
        run ??= begin(root, node);
        run.append(node, 0, data.length, true);
      } else if (run && !alone) {
        run.append(node, 0, Math.min(data.length, CONTEXT_AFTER), false);
        if (run.tail >= CONTEXT_AFTER) {
          yield finish(run);
          run = null;
        }
      }
      if (node === last) past = true;
      previous = node;
    }
    yield finish(run);
  };

  /**
   * All runs of a tree, however large. Its text is taken in one piece, which costs a fraction of
   * looking at every text node, and only the neighbourhoods of candidates are visited.
   * `version()` tells whether the page has changed since, so that places have moved.
   */
  page.runsOfTree = function* runsOfTree(root, version) {
    for (const piece of piecesOf(root)) {
      let tries = 3;
      while (tries > 0) {
        tries -= 1;
        const moved = yield* runsOfPiece(piece, version);
        if (!moved) break;
        if (tries === 0) yield* page.runs(piece);
      }
    }
  };

  /** The children of the body without its scripts; a tree whose text stands in itself, whole. */
  function piecesOf(root) {
    const top = root.nodeType === Node.DOCUMENT_NODE ? (root.body ?? root.documentElement) : root;
    if (!top) return [];
    const children = [...top.childNodes];
    const loose = children.some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.data));
    if (loose || children.length > 100) return [top];
    const own = (node) => node.nodeType === Node.ELEMENT_NODE;
    if (children.some((node) => own(node) && isInline(node))) return [top];
    return children.filter((node) => own(node) && !/^(script|style|template)$/.test(node.localName));
  }

  /** True when the page has changed on the way. */
  function* runsOfPiece(piece, version) {
    const before = version();
    const spans = candidates(piece.textContent);
    yield null;
    if (version() !== before) return true;
    if (spans.length === 0) return false;
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    let end = 0;
    let at = 0;
    let first = null;
    let seen = 0;
    for (let node = walker.nextNode(); node && at < spans.length; node = walker.nextNode()) {
      seen += 1;
      if (seen % 64 === 0) {
        yield null;
        if (version() !== before) return true;
      }
      end += node.length;
      if (end <= spans[at].start) continue;
      first ??= node;
      if (end < spans[at].end) continue;
      yield* page.runs(piece, first, node);
      if (version() !== before) return true;
      first = null;
      while (at < spans.length && spans[at].end <= end) at += 1;
      if (at < spans.length && spans[at].start < end) first = node;
    }
    return false;
  }

  /** Where candidates are in a text, those that stand near each other as one. */
  function candidates(text) {
    const spans = [];
    for (const match of text.matchAll(CANDIDATES)) {
      const start = match.index;
      const end = start + match[0].length;
      const last = spans[spans.length - 1];
      if (last && start - last.end < NEAR && end - last.start < 8 * MAX_RUN) last.end = end;
      else spans.push({ start, end });
    }
    return spans;
  }

  /** The runs that a change in `node` (text or element) may have changed. */
  page.runsAround = function* runsAround(node, version) {
    if (node.nodeType === Node.ELEMENT_NODE && node.getElementsByTagName('*').length > SMALL) {
      yield* page.runsOfTree(node, version);
      return;
    }
    const root = node.getRootNode();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let first = node;
    let last = node;
    if (node.nodeType === Node.ELEMENT_NODE) {
      walker.currentNode = node;
      first = walker.nextNode();
      if (!first || !node.contains(first)) return;
      last = lastText(node);
    }
    // Back over what the first text continues.
    walker.currentNode = first;
    for (let steps = 0; steps < 6; steps += 1) {
      const previous = walker.previousNode();
      if (!previous || !joins(previous, first)) break;
      first = previous;
    }
    yield* page.runs(root, first, last);
  };

  function lastText(element) {
    let node = element;
    while (node) {
      if (node.nodeType === Node.TEXT_NODE) return node;
      if (node.lastChild) {
        node = node.lastChild;
        continue;
      }
      while (node !== element && !node.previousSibling) node = node.parentNode;
      if (node === element) return null;
      node = node.previousSibling;
    }
    return null;
  }

  const HOSTS = new Set(
    'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
  );
  /** Whether an element may have a shadow root at all (DOM standard, attachShadow). */
  page.mayHost = (element) =>
    element instanceof HTMLElement &&
    (element.localName.includes('-') || HOSTS.has(element.localName));

  /** The shadow root of an element, open or closed. */
  page.shadowOf = (element) => {
    if (!page.mayHost(element)) return null;
    if (chrome.dom?.openOrClosedShadowRoot) return chrome.dom.openOrClosedShadowRoot(element);
    return element.openOrClosedShadowRoot ?? element.shadowRoot;
  };

  /**
   * The elements of `root` (an element or a root, itself included) that are likely hosts: custom
   * elements, and others without any content of their own. Asking every element would cost more
   * than all the rest; what is missed here is found when the pointer comes to it.
   */
  page.hosts = function* hosts(root) {
    if (root.nodeType === Node.ELEMENT_NODE) yield root;
    for (const element of root.querySelectorAll(':empty')) {
      if (HOSTS.has(element.localName)) yield element;
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      seen += 1;
      if (seen % 64 === 0) yield null;
      if (node.localName.includes('-')) yield node;
    }
  };

  /** Ends a slice: styles may change before the next one. */
  page.forgetStyles = () => {
    inlineCache = new WeakMap();
    skipCache = new WeakMap();
    hintCache = new WeakMap();
  };
})();
