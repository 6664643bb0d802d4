//# allFunctionsCalledOnLoad
// Reads a page's text as a person reads it: runs of text, inline elements joined, with the way back
// from every character of a run to its text node. Reads only; asks nobody; keeps nothing.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  // A block that is all a date (with a time), two of them or an amount with its currency: half of what has digits
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
  // Texts with something in them that this is put together of.
  const MAX_BEFORE = 4;
  // As far as the finder listens to what is said around a number.
  const REACH = 64;
  // Up to here in a text all of these are read before it.
  const CLOSE = REACH - CONTEXT_BEFORE;
  // Texts before a change that is read again, at the most: a framework may make one of each word.
  const MAX_BACK = 40;
  // The end of a part of a long text, in which it is cut.
  const CUT_WITHIN = 256;
  const NO_GAPS = [];
  // What a style collapses. So much of a text is looked at for words around a number, wide gaps and all.
  const BLANK = /[ \t\n\r\f]/;
  const WIDE = /[ \t\n\r\f]{2}/;
  const MAX_RAW = (page.MAX_RAW = 512);
  // A tree with fewer elements is walked at once.
  const SMALL = 200;

  // Of these, only the names that are never given another display in practice.
  const BLOCKS = new Set('td th dd dt li p h1 h2 h3 h4 h5 h6'.split(' '));

  // What was asked of the style engine in this slice of work; forgotten after it.
  let inline = new Map();
  let backwards = null;

  /** Whether a block's whole text is worth asking about: it can hold a number, and is no date or amount. */
  page.mayHoldNumber = (text, holds = page.isCandidate(text)) => holds && !OTHER.test(text);

  /** How far `room` characters go from `from` on in a text, to one side (-1 or 1), where a wide gap is one; and what is left of them. */
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

  /** How much of what is before a text is read, where its first digit is `at`. */
  function roomBefore(data, at) {
    const { at: from, room } = reach(data, at, -1, REACH);
    return from > 0 ? 0 : Math.min(CONTEXT_BEFORE, room);
  }

  function isInline(element) {
    if (!page.mayBeInline(element.localName)) return false;
    let known = inline.get(element);
    if (known === undefined) {
      const { display } = getComputedStyle(element);
      // Nothing is known of what no slot shows: it goes by its name.
      known = display === 'inline' || display === 'contents' || display === '';
      inline.set(element, known);
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
        const type = node.nodeType;
        // A section of CDATA is seen, and not read.
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

  /** Whether text node `b`, the next one after `a`, is read in one run with it, and `length` characters more. */
  page.readsOn = (a, b, length = 0) => length + b.length <= MAX_RUN && joins(a, b);

  class Run {
    constructor() {
      this.text = '';
      /** Without wide gaps that nobody sees; null where it has none. Where they were in it, and how much is left out up to there. */
      this.said = null;
      this.gaps = NO_GAPS;
      this.pieces = [];
      this.tail = 0;
      /** What the page calls it. */
      this.hint = undefined;
      /** The column that it stands in; without one, what the page calls the same belongs together. */
      this.column = undefined;
      /** How often the page had changed when its reading began. */
      this.age = page.watch.version();
      /** Whether it came after the page was there. */
      this.isNews = false;
      /** Where its own text begins; what is before that is context only, and another run may have it for its own. */
      this.own = 0;
      /** Whether there may be more of that, however near. */
      this.isCutBefore = false;
    }

    /** `size`: of the whole node's text. */
    append(node, from, text, digits, size = from + text.length) {
      this.pieces.push({ node, from, at: this.text.length, length: text.length, size });
      this.text += text;
      this.tail = digits ? 0 : this.tail + text.length;
    }

    /** Collapsed white space looks like a space to a person; preserved line ends and wide gaps stay. */
    settle() {
      if (!/[\t\n\r\f]| {2}/.test(this.text)) return;
      // What goes before may stand in something of another style, or be folded away.
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

    /** What a person reads. */
    get seen() {
      return this.said ?? this.text;
    }

    /** Where a character of what a person reads is in the text. */
    placeOf(at) {
      let skipped = 0;
      for (const gap of this.gaps) {
        if (gap.at >= at) break;
        skipped = gap.left;
      }
      return at + skipped;
    }

    /** The pieces of which something is under `start..end` of the text. */
    under(start, end) {
      return this.pieces.filter(({ at, length }) => length > 0 && at < end && at + length > start);
    }

    /** What of the nodes is under `start..end` of the text, as `{node, from, to}`. */
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

  /** Where a text is best cut: after words, else at the end of a line, else at whatever is no part of a number. */
  function cutIn(text) {
    const words = /[^0-9]{12}/.exec(text);
    if (words) return words.index + 12;
    const line = text.lastIndexOf('\n') + 1;
    return line || (/[^]*(?:[,;:|a-z]|\s(?=[+0]))/i.exec(text)?.[0].length ?? text.length);
  }

  /** Whether nothing stands before this text in its block. */
  function beginsBlock(node) {
    for (let each = node; !each.previousSibling; each = each.parentNode) {
      const above = each.parentNode;
      if (above?.nodeType !== Node.ELEMENT_NODE || !page.mayBeInline(above.localName)) return true;
    }
    return false;
  }

  /** A run that begins with what is read before `node`, for labels in front of a number that stands `at` in its text. */
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

  /** Makes runs of text nodes that it is given in their order, and gives those that can hold a number to `emit`. */
  class Reader {
    constructor(root, emit) {
      this.root = root;
      this.emit = emit;
      this.run = null;
      this.previous = null;
    }

    /** Whether the run that was begun goes on in this node. */
    goesOn(node) {
      return this.run !== null && this.run.text.length + node.length <= MAX_RUN && joins(this.previous, node);
    }

    /** The next text node; `data` is its text, `known` that it has digits, `holds` whether as many as a number where that is known. */
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

    /** The whole text of a block: nothing joins it. */
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

    /** A text longer than a run, cut where no number is; each part but the first with a few words before it. */
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

    /** Nothing more is read on this line. */
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
   * Reads the runs of `root` from text node `first` to `upTo` (to the end without it), a run that has
   * begun before that whole. Yields now and then, so that work can be put off. Where `upTo` goes meanwhile, it is
   * the last one that `within` still has.
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
        // Taken out of the page meanwhile, or of what is read: what came in its place is read from where the reading was.
        const isOut = () => within && within !== last && !past && page.contains(within, before) && !page.contains(within, node);
        if (!node.isConnected || isOut()) {
          reader.end();
          if (!before?.isConnected) return;
          walker.currentNode = before;
          node = walker.nextNode();
          if (!node) return;
        }
        // Or moved: the last one of an element is another then.
        if (last && within && !past && (within !== last || !last.isConnected)) {
          if (page.contains(within, node)) last = lastTextIn(within);
          else past = true;
        }
      }
      if (past && !reader.goesOn(node)) {
        // Words that have changed may be what the number behind them is known by.
        if (reader.run || room <= 0 || !joins(before, node)) break;
        room -= Math.max(1, node.data.trim().length);
      }
      reader.read(node, node.data);
      before = node;
      if (node === last) past = true;
    }
    reader.end();
  };

  /** The runs that a change in `node` (text or element) may have changed. */
  page.runsAround = function* runsAround(node, emit, version) {
    const isElement = page.typeOf(node) === Node.ELEMENT_NODE;
    if (isElement && page.named(node, '*').length > SMALL) {
      yield* page.runsOfTree(node, emit, version);
      return;
    }
    const root = page.rootOf(node);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let first = node;
    let last = node;
    if (isElement) {
      walker.currentNode = node;
      first = walker.nextNode();
      if (!first || !page.contains(node, first)) return;
      last = lastTextIn(node);
    }
    // Back over what the first text continues.
    walker.currentNode = first;
    let room = REACH;
    // Not up to the middle of a number: what is read has all of it, or it is another one.
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

  /** Ends a slice: styles may change before the next one. */
  page.forgetStyles = () => {
    inline.clear();
    backwards = null;
  };
})();
