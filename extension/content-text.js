// Reads a page's text as a person reads it: runs of text, inline elements joined, with the way back
// from every character of a run to its text node. Reads only; asks nobody; keeps nothing.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  // Digits of the scripts that the finder knows (crates/numbers, text.rs).
  const D = '0-9０-９٠-٩۰-۹०-९০-৯๐-๙໐-໙၀-၉០-៩';
  const DIGIT = new RegExp(`[${D}]`);
  const USUAL_LEAST = 7;
  let least = 0;
  // As many digits as a number has, with little between them: what has less cannot hold one.
  let CANDIDATE;
  let CANDIDATES;

  /** How few digits may be a number here: fewer where letters or short numbers count. */
  page.setLeast = (digits) => {
    const wanted = digits >= 2 && digits < USUAL_LEAST ? digits : USUAL_LEAST;
    if (wanted === least) return;
    least = wanted;
    CANDIDATE = new RegExp(`[${D}](?:[^${D}]{0,6}[${D}]){${least - 1}}`);
    CANDIDATES = new RegExp(`[${D}](?:[^${D}]{0,6}[${D}]){${least - 1},}`, 'g');
  };
  page.setLeast(USUAL_LEAST);

  // A block that is all a date (with a time) or an amount with its currency: half of what has digits
  // in a list, and never a number to call.
  const OTHER = new RegExp(
    '^\\s*(?:\\d{1,4}([-/.])\\d{1,2}\\1\\d{1,4}(?:[T, ]+\\d{1,2}:\\d\\d(?::\\d\\d)?Z?)?' +
      '|[$€£¥₫]\\s?[\\d.,]+|\\d[\\d.,]*\\s?(?:[$€£¥₫]|[đĐ]|VN[DĐ]))\\s*$',
  );

  const MAX_RUN = 2048;
  const CONTEXT_BEFORE = 48;
  const CONTEXT_AFTER = 32;
  // Candidates nearer than this, in characters, are looked at in one go.
  const NEAR = 48;
  // Elements whose text is taken in one piece: a millisecond of work.
  const MAX_SECTION = 4000;
  const UNREAD = new Set(['script', 'style', 'template', 'noscript']);
  // A tree with fewer elements is walked at once.
  const SMALL = 200;

  const ALONE = new Set(
    ('script style noscript template textarea input select option button code samp svg math ' +
      'canvas object audio video').split(' '),
  );
  const ALONE_ROLE = /\b(?:textbox|searchbox)\b/i;
  const ALONE_CLASS = /(?:^|\s)(?:no-click-to-call|CodeMirror|cm-editor|monaco-editor|ace_editor)(?:\s|$)/;

  const INLINE = new Set(
    ('a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q s ' +
      'slot small span strike strong time tt u var').split(' '),
  );

  // Of these, only the names that are never given another display in practice.
  const BLOCKS = new Set('td th dd dt li p h1 h2 h3 h4 h5 h6'.split(' '));

  // What was asked of the style engine in this slice of work; forgotten after it.
  let inlineCache = new WeakMap();
  let skipCache = new WeakMap();

  const SCHEME = /^\s*(?:tel|callto|sips?):/i;

  /** Selects every link to a number, and a few others. */
  page.LINKS = 'a[href*="tel:" i],a[href*="callto:" i],a[href*="sip" i],area[href]';

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
    if (!element.hasAttributes()) return false;
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
    run.hint = page.hintFor(run.pieces[0].node.parentElement);
    return run;
  }

  /** Whether a text is all that its block holds. */
  const standsAlone = (node) =>
    node.nextSibling === null &&
    node.previousSibling === null &&
    BLOCKS.has(node.parentNode.localName);

  /** Whether nothing stands before this text in its block. */
  function beginsBlock(node) {
    for (let each = node; !each.previousSibling; each = each.parentNode) {
      const above = each.parentNode;
      if (above?.nodeType !== Node.ELEMENT_NODE || !INLINE.has(above.localName)) return true;
    }
    return false;
  }

  /** A run that begins with what is read before `node`, for labels in front of a number. */
  function begin(root, node) {
    const run = new Run();
    if (beginsBlock(node)) return run;
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
   * begun before `last` whole. Yields null now and then, so that work can be put off. Returns the
   * last text node that it looked at.
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
        if (!node.isConnected) return null;
      }
      const { data } = node;
      if (standsAlone(node) && data.length <= MAX_RUN) {
        // The whole text of a block: nothing joins it.
        yield finish(run);
        run = null;
        if (past) return previous;
        if (CANDIDATE.test(data) && !OTHER.test(data) && !page.isLeftAlone(node.parentNode)) {
          run = new Run();
          run.append(node, 0, data.length, true);
          yield finish(run);
          run = null;
        }
        if (node === last) return node;
        previous = node;
        continue;
      }
      let digits = DIGIT.test(data);
      const alone = digits && page.isLeftAlone(node.parentElement ?? root.host);
      if (alone) digits = false;
      if (run && (alone || !(run.text.length + data.length <= MAX_RUN && joins(previous, node)))) {
        yield finish(run);
        run = null;
      }
      if (past && !run) return previous;
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
    return previous;
  };

  /**
   * All runs of a tree, however large. Its text is taken section by section in one piece, which
   * costs a fraction of looking at every text node, and only what stands around digits is visited.
   * `version()` tells whether the page has changed since, so that places have moved.
   */
  page.runsOfTree = function* runsOfTree(root, version) {
    const top = root.nodeType === Node.DOCUMENT_NODE ? (root.body ?? root.documentElement) : root;
    if (!top) return;
    for (const section of sections(top)) {
      let tries = 3;
      while (tries > 0 && (yield* runsOfSection(top, section, version))) tries -= 1;
      if (tries === 0) for (const node of section) yield* page.runs(node);
    }
  };

  /** Elements in a node, or a guess where it looks small: to ask costs more than to be wrong. */
  function sizeOf(node) {
    const { firstElementChild: first, lastElementChild: last } = node;
    if (!first) return 1;
    const flat = !first.firstElementChild && !last.firstElementChild && node.childElementCount < 50;
    return flat ? node.childElementCount + 1 : node.getElementsByTagName('*').length;
  }
  const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE && !INLINE.has(node.localName);
  const isReadable = (node) =>
    node.nodeType === Node.TEXT_NODE ||
    (node.nodeType === Node.ELEMENT_NODE && !UNREAD.has(node.localName));

  /** Neighbours whose text is taken at once; cut only in front of a block, where no number goes on. */
  function* sections(top) {
    let section = [];
    let size = 0;
    for (let node = top.firstChild; node; node = node.nextSibling) {
      if (!isReadable(node)) continue;
      const own = sizeOf(node);
      if (isBlock(node) && (size + own > MAX_SECTION || own > MAX_SECTION / 4)) {
        if (section.length > 0) yield section;
        section = [];
        size = 0;
        if (own > MAX_SECTION) {
          yield* sections(node);
          continue;
        }
      }
      section.push(node);
      size += own;
    }
    if (section.length > 0) yield section;
  }

  const lengthOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.length;
    return node.nodeType === Node.ELEMENT_NODE ? node.textContent.length : 0;
  };

  /** Finds text nodes by their place in a section's text, going forward only. */
  class Places {
    constructor(section, texts) {
      this.section = section;
      this.texts = texts;
      this.at = 0;
      this.start = 0;
      this.end = texts[0].length;
      this.node = section[0];
    }

    /** The text node that has the character at `offset`; null past the end. */
    find(offset) {
      for (;;) {
        while (offset >= this.end) {
          if (!this.next()) return null;
          this.start = this.end;
          const known = this.node === this.section[this.at];
          this.end += known ? this.texts[this.at].length : lengthOf(this.node);
        }
        if (this.node.nodeType === Node.TEXT_NODE) return this.node;
        this.node = this.node.firstChild;
        this.end = this.start + lengthOf(this.node);
      }
    }

    /** On to the next node that does not stand in this one, within the section. */
    next() {
      while (this.node && this.node !== this.section[this.at]) {
        if (this.node.nextSibling) return (this.node = this.node.nextSibling);
        this.node = this.node.parentNode;
      }
      this.at += 1;
      return (this.node = this.section[this.at]);
    }
  }

  /** True when the page has changed on the way. */
  function* runsOfSection(top, section, version) {
    const before = version();
    const texts = section.map((node) => node.textContent);
    const spans = candidates(texts.join(''));
    yield null;
    const places = new Places(section, texts);
    let reached = null;
    let passed = 0;
    for (const { start, end } of spans) {
      if (version() !== before) return true;
      const first = places.find(start);
      const last = places.find(end - 1);
      if (!first || !last) return true;
      yield null;
      if (version() !== before) return true;
      // A run goes on over what it joins, so that it may have had this one, too.
      if (start - passed > 2 * MAX_RUN) reached = null;
      passed = end;
      if (reached && !follows(last, reached)) continue;
      const from = reached && !follows(first, reached) ? nextText(top, reached) : first;
      reached = yield* page.runs(top, from, last);
    }
    return false;
  }

  const follows = (node, other) =>
    node !== other &&
    (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

  function nextText(root, node) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    return walker.nextNode();
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

  /** Ends a slice: styles may change before the next one. */
  page.forgetStyles = () => {
    inlineCache = new WeakMap();
    skipCache = new WeakMap();
    page.forgetHints();
  };
})();
