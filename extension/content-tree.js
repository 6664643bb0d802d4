// Reads a large tree in pieces. A piece's text is taken as one string, which costs a fraction of
// looking at every text node, and only pieces with digits enough are walked. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  // Elements to a piece: with more, more nodes are walked for each number; with fewer, more strings are made.
  const FINE = 32;
  // A page begins in larger pieces, most of which have no candidate: each element that is touched costs something.
  const COARSE = 512;
  // As many of a large piece's small ones have a candidate where it is worth while to go on in small ones.
  const MANY = 4;
  // Work between two looks at the clock: characters of text, and text nodes.
  const MAX_TEXT = 16_384;
  const MAX_NODES = 256;
  // What making a string costs at least, in characters.
  const PIECE = 256;
  // A number may go on over the edge of a piece where that is within a line.
  const OVERLAP = 48;
  // How often a tree that changes while it is read is begun again where it changed.
  const TRIES = 3;

  /** All runs of a tree, however large. `version()` tells whether the page has changed since. */
  page.runsOfTree = function* runsOfTree(root, emit, version) {
    const top = root.nodeType === Node.DOCUMENT_NODE ? (root.body ?? root.documentElement) : root;
    if (!top) return;
    const range = document.createRange();
    const cuts = new Cuts(top);
    let seen = version();
    let tries = TRIES;
    let tail = '';
    let work = 0;
    // Up to where small pieces are taken, and how many of them had a candidate.
    let fineTo = 0;
    let hits = 0;
    while (cuts.mark !== null) {
      if (version() !== seen) {
        seen = version();
        if (!cuts.find()) return;
        fineTo = 0;
      }
      const isFine = cuts.at < fineTo;
      const next = cuts.after(isFine ? FINE : COARSE);
      const text = textFrom(range, top, cuts.mark, next);
      const before = cuts.mark !== top && staysInLine(cuts.mark.localName) ? tail : '';
      const found = page.candidateIn(before === '' ? text : before + text);
      work += text.length + PIECE;
      if (found >= 0 && !isFine && cuts.next - cuts.at > FINE) {
        fineTo = cuts.next;
        hits = 0;
        continue;
      }
      let wentOn = false;
      if (found >= 0) {
        hits += 1;
        wentOn = yield* walk(top, cuts.mark, text, found - before.length, emit, version);
        if (wentOn === null) {
          tries -= 1;
          if (tries > 0) continue;
          // It never rests: plainly, then.
          yield* page.runs(top, null, null, emit);
          return;
        }
      }
      // What was read over the edge is not read again from there on: half of a number might win.
      tail = wentOn ? '' : text.slice(-OVERLAP);
      cuts.step(next);
      if (isFine && cuts.at >= fineTo) {
        fineTo = hits < MANY ? 0 : cuts.at + COARSE;
        hits = 0;
      }
      if (work > MAX_TEXT || found >= 0) {
        yield;
        work = 0;
      }
    }
    // A live range costs the page something at each of its changes.
    range.setStart(top, 0);
    range.collapse(true);
  };

  const follows = (node, other) =>
    (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

  /** The index of the first of `elements`, in the order of the tree, that follows `node`; looked for from `low` to `high`. */
  function indexAfter(elements, node, low = 0, high = elements.length) {
    while (low < high) {
      const middle = (low + high) >> 1;
      if (follows(elements[middle], node)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  const staysInLine = (name) => name === 'wbr' || page.mayBeInline(name);

  const elementsOf = (top, name) => top.getElementsByTagName?.(name) ?? top.querySelectorAll(name);

  /**
   * Where a tree is cut: at elements, in its order, blocks where there are any nearby, because no number goes on
   * over the edge of one. Scripts, the largest texts of many pages, begin a piece, and are not read.
   */
  class Cuts {
    constructor(top) {
      this.top = top;
      /** Where the piece begins, or null behind the last one. */
      this.mark = top;
      /** Where the pieces before began, each with its index. */
      this.passed = [];
      this.doubts = TRIES;
      this.look();
      /** Where the piece begins and ends among all elements. */
      this.at = 0;
      this.next = 0;
    }

    look() {
      this.all = elementsOf(this.top, '*');
      this.count = this.all.length;
      this.scripts = elementsOf(this.top, 'script');
      this.script = 0;
    }

    /** The element that ends a piece of so many elements, or null where that is the tree's end. */
    after(stride) {
      let at = this.at + stride;
      // Where most pieces are passed over, an element more that is touched costs more than an edge within a line.
      const latest = stride > FINE ? 0 : Math.min(this.count, at + FINE) - 1;
      while (at < latest && staysInLine(this.all[at].localName)) at += 1;
      const end = at < this.count ? this.all[at] : null;
      const script = this.scripts[this.script] ?? null;
      if (script !== null && (end === null || end === script || follows(end, script))) {
        this.next = indexAfter(this.all, script, this.at, Math.min(this.count, at + 1)) - 1;
        return script;
      }
      this.next = at;
      return end;
    }

    step(next) {
      this.passed.push([this.mark, this.at]);
      this.mark = next;
      this.at = this.next;
      if (next !== null && next === this.scripts[this.script]) this.script += 1;
    }

    /** After a change: goes back to the last place that is still in the tree, and not moved on. False: there is none. */
    find() {
      if (!this.top.isConnected) return false;
      const { count } = this;
      this.look();
      const most = Math.max(0, this.count - count);
      while (this.mark !== this.top && !this.isFound(this.at + most)) [this.mark, this.at] = this.passed.pop();
      if (this.mark === this.top) this.at = 0;
      this.script = this.mark === this.top ? 0 : indexAfter(this.scripts, this.mark);
      return true;
    }

    /** Finds the mark's index; false where it is gone, or beyond `latest`: what it passed was not read. */
    isFound(latest) {
      if (!this.mark.isConnected || !this.top.contains(this.mark)) return false;
      const at = indexAfter(this.all, this.mark) - 1;
      // Other changes look the same now and then, and a page may go on changing.
      if (at > latest && this.doubts > 0) {
        this.doubts -= 1;
        return false;
      }
      this.at = at;
      return true;
    }
  }

  function textFrom(range, top, mark, next) {
    range.setStart(mark, mark.localName === 'script' ? mark.childNodes.length : 0);
    if (next) range.setEnd(next, 0);
    else range.setEnd(top, top.childNodes.length);
    return range.toString();
  }

  /**
   * Reads a piece from its first candidate on, which may begin before it, in the same line. Whether it was read
   * beyond its end; null: the page has changed on the way.
   */
  function* walk(top, mark, text, first, emit, version) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    walker.currentNode = (mark.localName === 'script' && mark.lastChild) || mark;
    const reader = new page.Reader(top, emit);
    const seen = version();
    // The first words of a piece whose candidate begins before it may have no digit yet.
    const least = first < 0 ? OVERLAP : 0;
    let next = Math.max(0, first);
    let nodes = 0;
    let end = 0;
    let wentOn = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = end;
      end += node.length;
      if (start >= text.length) {
        if (!reader.goesOn(node)) break;
        reader.read(node, node.data);
        wentOn = true;
        continue;
      }
      nodes += 1;
      if (end > next || reader.run || start < least) {
        reader.read(node, text.slice(start, end));
        if (end > next) next = page.candidateIn(text, end);
        if (next < 0) next = Infinity;
      }
      if (next === Infinity && !reader.run && end >= least) break;
      if (nodes % MAX_NODES !== 0) continue;
      yield;
      if (version() === seen) continue;
      // Places in the text are no longer places in the tree.
      return null;
    }
    reader.end();
    return wentOn;
  }
})();
