//# allFunctionsCalledOnLoad
// Reads a page's text as a person reads it: as runs, in which inline elements are joined, and every character of which can be
// traced back to its text node. Reads only; sends nothing; keeps nothing.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  // A block that is nothing but a date (with a time), two dates, or an amount with its currency: half of the blocks with digits
  // in a list, and never a number to call.
  const DATE = '\\d{1,4}([-/.])\\d{1,2}\\#\\d{1,4}(?:[T, ]+\\d{1,2}:\\d\\d(?::\\d\\d)?Z?)?';
  const CURRENCY = '[$\u20ac\u00a3\u00a5\u20ab]|VN[D\u0110]|USD|EUR|GBP';
  const AMOUNT = '(?:(?!0\\d)\\d[\\d.,]*|[1-9]\\d{0,2}(?:[ \u00a0]\\d{3})+(?:[.,]\\d\\d?)?)';
  const OTHER = new RegExp(
    `^\\s*(?:${DATE.replace('#', '1')}(?:\\s*[-\u2013]\\s*${DATE.replace('#', '2')})?` +
      `|(?:${CURRENCY})\\s?${AMOUNT}|${AMOUNT}\\s?(?:${CURRENCY}|[\u0111\u0110]))\\s*$`,
  );

  const MAX_RUN = 2048;
  const CONTEXT_BEFORE = 48;
  const CONTEXT_AFTER = 32;
  // Non-blank text nodes that the words before a number are taken from, at most.
  const MAX_BEFORE = 4;
  // How far from a number its words may say what it is: no less than any `REACH` in crates/numbers, UTF-16 units.
  const REACH = (page.REACH = 64);
  // If a text's first digit stands no further in it than this, all `CONTEXT_BEFORE` characters before the text are read.
  const CLOSE = REACH - CONTEXT_BEFORE;
  // Text nodes that reading goes back over, at most: a framework may make one of each word.
  const MAX_BACK = 40;
  // A part of a long text is cut somewhere in its last so many characters.
  const CUT_WITHIN = 256;
  const NO_GAPS = [];
  // White space that a style collapses. `MAX_RAW`: so much of a text is looked at for words around a number, wide gaps included.
  const BLANK = /[ \t\n\r\f]/;
  const WIDE = /[ \t\n\r\f]{2}/;
  const MAX_RAW = (page.MAX_RAW = 512);
  // A tree with fewer elements is walked at once.
  const SMALL = 200;

  // Block elements; only names that are never given another display in practice.
  const BLOCKS = new Set('td th dd dt li p h1 h2 h3 h4 h5 h6'.split(' '));

  // Caches for one slice of work (`forgetStyles`): whether an element stands in a line; a walker.
  let inline = new Map();
  let backwards = null;

  /** Whether a block's whole text is worth sending: it has a candidate, and is no date or amount. */
  page.mayHoldNumber = (text, holds = page.isCandidate(text)) => holds && !OTHER.test(text);

  /**
   * The place in a text that is `room` characters before (side -1) or behind (1) `from`, a wide gap counted as one; and how
   * much of `room` is left.
   */
  function reach(text, from, side, room) {
    const near = side < 0 ? Math.max(0, from - room) : Math.min(text.length, from + room);
    const part = side < 0 ? text.slice(near, from) : text.slice(from, near);
    if (!WIDE.test(part)) return { at: near, room: room - part.length };
    const end = side < 0 ? Math.max(0, from - MAX_RAW) : Math.min(text.length, from + MAX_RAW);
    const isBlank = (place) => BLANK.test(text[side < 0 ? place - 1 : place]);
    let at = from;
    let left = room;
    for (; at !== end && left > 0; left -= 1) {
      const isGap = isBlank(at);
      at += side;
      while (isGap && at !== end && isBlank(at)) at += side;
    }
    return { at, room: left };
  }

  /** How many characters before a text are read with it, if its first digit is `at`. */
  function roomBefore(data, at) {
    const { at: from, room } = reach(data, at, -1, REACH);
    return from > 0 ? 0 : Math.min(CONTEXT_BEFORE, room);
  }

  function isInline(element) {
    if (!page.mayBeInline(element.localName)) return false;
    let known = inline.get(element);
    if (known === undefined) {
      const { display } = getComputedStyle(element);
      // An element that no slot shows has no style: its name decides.
      known = display === 'inline' || display === 'contents' || display === '';
      inline.set(element, known);
    }
    return known;
  }

  /** Whether text node `b`, the next one after `a`, is read on the same line. */
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
        const type = node.nodeType;
        // A section of CDATA is visible, but not read: it ends the line.
        if (type === Node.CDATA_SECTION_NODE) return false;
        if (type !== Node.ELEMENT_NODE) break;
        if (node.localName === 'wbr') break;
        if (!isInline(node)) return false;
        if (!node.firstChild) break;
        node = node.firstChild;
      }
    }
    return false;
  }

  /** Whether text node `b`, the next one after `a`, is read in one run with it that has `length` characters so far. */
  page.readsOn = (a, b, length = 0) => length + b.length <= MAX_RUN && joins(a, b);

  class Run {
    constructor() {
      this.text = '';
      /** The text with each wide gap as one blank, or null without wide gaps; and where these were, with how much is left out up to there. */
      this.said = null;
      this.gaps = NO_GAPS;
      this.pieces = [];
      this.tail = 0;
      /** What the page calls it: see content-hints.js. */
      this.hint = undefined;
      /** The number of its column; runs without one are judged together if they have the same hint. */
      this.column = undefined;
      /** How often the page had changed when reading it began. */
      this.age = page.watch.version();
      /** Whether it was read because of a change. */
      this.isNews = false;
      /** Where its own text begins; the text before is context, and may be another run's own text. */
      this.own = 0;
      /** Whether more context than was read may stand right before it. */
      this.isCutBefore = false;
    }

    /** Adds a part of a node's text; `size`: length of the node's whole text. */
    append(node, from, text, digits, size = from + text.length) {
      this.pieces.push({ node, from, at: this.text.length, length: text.length, size });
      this.text += text;
      this.tail = digits ? 0 : this.tail + text.length;
    }

    /** Makes collapsible white space look as a person sees it; line ends and gaps that the style keeps stay. */
    settle() {
      if (!/[\t\n\r\f]| {2}/.test(this.text)) return;
      // The style of the run's own text counts: its context may have another one, or be hidden.
      const parent = this.pieces.find(({ at, length }) => at + length > this.own)?.node.parentElement;
      const style = parent ? getComputedStyle(parent).whiteSpace : '';
      const keepsLines = /^(pre-line|preserve-breaks)/.test(style);
      if (!keepsLines && /^(pre|break)/.test(style)) return;
      this.text = this.text.replace(keepsLines ? /\t/g : /[\t\n\r\f]/g, ' ');
      if (!this.text.includes('  ')) return;
      let left = 0;
      this.gaps = [];
      this.said = this.text.replace(/ {2,}/g, (gap, at) => {
        const begin = at - left;
        left += gap.length - 1;
        this.gaps.push({ at: begin, left });
        return ' ';
      });
    }

    /** The text as a person reads it. */
    get seen() {
      return this.said ?? this.text;
    }

    /** An offset in `seen` as one in `text`. */
    placeOf(at) {
      let skipped = 0;
      for (const gap of this.gaps) {
        if (gap.at >= at) break;
        skipped = gap.left;
      }
      return at + skipped;
    }

    /** The pieces that overlap `start..end` of the text. */
    under(start, end) {
      return this.pieces.filter(({ at, length }) => length > 0 && at < end && at + length > start);
    }

    /** `start..end` of the text as parts of nodes: `{node, from, to}`. */
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

  /** Where a text is best cut: after words, else at the end of a line, else behind anything that is no part of a number. */
  function cutIn(text) {
    const words = /[^0-9]{12}/.exec(text);
    if (words) return words.index + 12;
    const line = text.lastIndexOf('\n') + 1;
    return line || (/[^]*(?:[,;:|a-z]|\s(?=[+0]))/i.exec(text)?.[0].length ?? text.length);
  }

  /** Whether a text is the first thing in its block. */
  function beginsBlock(node) {
    for (let each = node; !each.previousSibling; each = each.parentNode) {
      const above = each.parentNode;
      if (above?.nodeType !== Node.ELEMENT_NODE || !page.mayBeInline(above.localName)) return true;
    }
    return false;
  }

  /** A new run that begins with the words before `node`, which may be a label of its number. `at`: the first digit in the node's text. */
  function begin(root, node, at) {
    const run = new Run();
    const ahead = at <= CLOSE ? CONTEXT_BEFORE : roomBefore(node.data, at);
    if (ahead === 0 || beginsBlock(node)) return run;
    const context = [];
    if (backwards?.root !== root) backwards = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const walker = backwards;
    walker.currentNode = node;
    let room = ahead;
    let next = node;
    let steps = 0;
    let words = 0;
    for (; steps < MAX_BACK && room > 0 && words < MAX_BEFORE; steps += 1) {
      const previous = walker.previousNode();
      if (!previous || !joins(previous, next)) break;
      const { data } = previous;
      if (page.hasDigit(data) && page.isTextAlone(previous)) break;
      next = previous;
      if (/\S/.test(data)) words += 1;
      const { at: from, room: left } = reach(data, data.length, -1, room);
      room = left;
      context.push([next, from, from === 0 ? data : data.slice(from)]);
    }
    for (const [text, from, data] of context.reverse()) run.append(text, from, data, false);
    run.own = run.text.length;
    run.isCutBefore = words === MAX_BEFORE || steps === MAX_BACK;
    return run;
  }

  /** Joins text nodes, given in their order, to runs, and passes those with a candidate to `emit`. */
  class Reader {
    constructor(root, emit) {
      this.root = root;
      this.emit = emit;
      this.run = null;
      this.previous = null;
    }

    /** Whether the current run goes on in this node. */
    goesOn(node) {
      return this.run !== null && this.run.text.length + node.length <= MAX_RUN && joins(this.previous, node);
    }

    /** Reads the next text node. `data`: its text; `known`: that it has digits; `holds`: whether it has a candidate, if that is known. */
    read(node, data, known = false, holds = undefined) {
      let digits = known || page.hasDigit(data);
      if (!digits && !this.run) return;
      if (node.nextSibling === null && node.previousSibling === null && data.length <= MAX_RUN) {
        const parent = node.parentNode;
        const name = parent.localName;
        if (BLOCKS.has(name)) return this.readBlock(node, data, parent, name, holds);
      }
      const alone = digits && page.isTextAlone(node, node.parentElement ?? this.root.host);
      if (alone) digits = false;
      if (this.run && (alone || !this.goesOn(node))) this.end();
      this.previous = node;
      if (digits && data.length > MAX_RUN) {
        this.end();
        this.chunks(node, data);
      } else if (digits) {
        this.run ??= begin(this.root, node, page.digitIn(data));
        this.run.append(node, 0, data, true);
        if (data.length > REACH && !page.hasDigit(data.slice(-REACH))) {
          const behind = reach(data, data.length, -1, REACH);
          if (behind.room === 0 && !page.hasDigit(data.slice(behind.at))) this.end();
        }
      } else if (this.run && !alone) {
        const { at, room } = reach(data, 0, 1, CONTEXT_AFTER);
        const { tail } = this.run;
        this.run.append(node, 0, data.slice(0, at), false, data.length);
        this.run.tail = tail + CONTEXT_AFTER - room;
        if (this.run.tail >= CONTEXT_AFTER) this.end();
      }
    }

    /** Reads a text that is the whole text of its block: a run of its own. */
    readBlock(node, data, parent, name, holds) {
      this.end();
      if (!page.mayHoldNumber(data, holds)) return;
      const above = parent.parentElement;
      const bare = !parent.hasAttributes();
      if (page.isLeftAloneIn(above ?? page.holderOf(parent)) || (!bare && page.isMarkedAlone(parent, name))) return;
      const run = new Run();
      run.append(node, 0, data, true);
      run.settle();
      if (bare && name === 'td') page.placeInRow(run, parent, above);
      else page.place(run, parent);
      this.emit(run);
    }

    /** Reads a text that is longer than a run, in parts that are cut where no number is; each but the first with the words before it. */
    chunks(node, data) {
      for (let from = 0; from < data.length;) {
        const most = from + MAX_RUN;
        const to = most < data.length ? most - CUT_WITHIN + cutIn(data.slice(most - CUT_WITHIN, most)) : data.length;
        const before = reach(data, from, -1, CONTEXT_BEFORE).at;
        this.run = new Run();
        this.run.append(node, before, data.slice(before, to), true, data.length);
        this.run.own = from - before;
        // A number may go on in the next text.
        if (to < data.length || !page.hasDigit(data.slice(-REACH))) this.end();
        from = to;
      }
    }

    /** Ends the current run: nothing more is read on its line. */
    end() {
      const { run } = this;
      this.run = null;
      if (!run || page.candidateIn(run.text) < 0) return;
      run.settle();
      page.place(run, run.pieces[0].node.parentElement);
      this.emit(run);
    }

  }
  page.Reader = Reader;

  /**
   * Reads the runs of `root` from text node `first` to `upTo` (without it, to the end); the last run whole. Yields now and then,
   * so that the rest can be read in a later slice. If `upTo` is moved or taken out meanwhile, the last text of `within` takes its place.
   */
  page.runs = function* runs(root, first, upTo, emit, within = null) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const reader = new Reader(root, emit);
    let node = first;
    if (node) walker.currentNode = node;
    else node = walker.nextNode();
    let last = upTo;
    let past = false;
    let before = null;
    let room = REACH;
    let seen = 0;
    for (; node; node = walker.nextNode()) {
      seen += 1;
      if (seen % 32 === 0) {
        yield;
        // If the node was taken out meanwhile, of the page or of `within`, reading goes on behind the last node that was read.
        const isOut = () => within && within !== last && !past && page.contains(within, before) && !page.contains(within, node);
        if (!node.isConnected || isOut()) {
          reader.end();
          if (!before?.isConnected) return;
          walker.currentNode = before;
          node = walker.nextNode();
          if (!node) return;
        }
        // If the last node has moved, another one may be the last of `within` now.
        if (last && within && !past && (within !== last || !last.isConnected)) {
          if (page.contains(within, node)) last = lastTextIn(within);
          else past = true;
        }
      }
      if (past && !reader.goesOn(node)) {
        // Words that have changed may be the label of a number behind them: read on as far as the finder listens.
        if (reader.run || room <= 0 || !joins(before, node)) break;
        room -= Math.max(1, node.data.trim().length);
      }
      reader.read(node, node.data);
      before = node;
      if (node === last) past = true;
    }
    reader.end();
  };

  /** Reads the runs that a change in `node` (text or element) may have changed. */
  page.runsAround = function* runsAround(node, emit, version) {
    const element = page.typeOf(node) === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : null;
    if (element && page.named(element, '*').length > SMALL) {
      yield* page.runsOfTree(element, emit, version);
      return;
    }
    const root = page.rootOf(node);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let first = /** @type {Text} */ (node);
    let last = first;
    if (element) {
      walker.currentNode = node;
      first = walker.nextNode();
      if (!first || !page.contains(node, first)) return;
      last = lastTextIn(node);
    }
    // Back over the texts that stand before the first one on its line.
    walker.currentNode = first;
    let room = REACH;
    // Never stop inside a number: half of it would be read as another one.
    const isInside = () => page.hasDigit(first.data) || first.data.trim() === '';
    for (let steps = 0; steps < MAX_BACK && (room > 0 || isInside()); steps += 1) {
      const previous = walker.previousNode();
      if (!previous || !joins(previous, first)) break;
      first = previous;
      room -= previous.data.trim().length;
    }
    yield* page.runs(root, first, last, emit, node);
  };

  const lastTextIn = (element) => document.createTreeWalker(element, NodeFilter.SHOW_TEXT).lastChild();

  /** Empties the caches at the end of a slice: styles may change before the next one. */
  page.forgetStyles = () => {
    inline.clear();
    backwards = null;
  };
})();
