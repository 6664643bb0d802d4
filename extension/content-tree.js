//# allFunctionsCalledOnLoad
// Reads a large tree in pieces. A piece's text is taken as one string, which costs a fraction of
// looking at every text node, and only pieces with digits enough are walked. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  // Elements to a small piece: a larger one would have more nodes walked for each number, a smaller one more strings made.
  const FINE = 32;
  // Elements to a piece in a list where each small piece has a candidate.
  const DENSE = 128;
  // Elements to a large piece, with which a page begins. Most have no candidate, and each element that is touched costs something.
  const COARSE = 512;
  // Small pieces go on while at least one in `MANY` of them has a candidate.
  const MANY = 4;
  // A large piece with fewer candidates than one to `SCARCE` elements is not divided: `Leaps` finds the way to each of them.
  const SCARCE = 16;
  // `NEAR` elements are walked rather than leapt over; a leap aims `SHORT_OF` elements before its goal.
  const NEAR = 8;
  const SHORT_OF = 3;
  // Leaps to one candidate, at most: texts are of unequal length, so a leap may fall short. In pieces with more text than
  // `MAX_LEAPT`, in characters, there are no leaps.
  const MAX_LEAPS = 4;
  const MAX_LEAPT = 65_536;
  // Work between two looks at the clock: characters of text, and text nodes.
  const MAX_TEXT = 16_384;
  const MAX_NODES = 256;
  // Text nodes of a piece that are read in one go in a page that never rests.
  const MAX_AT_ONCE = 1024;
  // The least cost of making a string, and that of a walk through a small piece, in characters of text.
  const PIECE = 256;
  const WALK = 4096;
  const { MAX_RETURNS, OVERLAP } = page;

  /** Reads all runs of a tree, however large. `version()` changes when the page does. */
  page.runsOfTree = function* runsOfTree(root, emit, version) {
    const top = root instanceof Document ? (root.body ?? root.documentElement) : root;
    if (!top) return;
    // A range's text has CDATA sections, too, in documents that are XML.
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
    const cuts = new page.Cuts(top);
    let seen = version();
    let tries = MAX_RETURNS;
    let tail = '';
    let work = 0;
    // Small pieces are taken up to index `fineTo`, of `stride` elements each; `taken` so far, `hits` of them with a candidate.
    let fineTo = 0;
    let stride = FINE;
    let taken = 0;
    let hits = 0;
    while (cuts.mark !== null) {
      if (version() !== seen) {
        seen = version();
        if (!cuts.find()) break;
        fineTo = 0;
      }
      const isFine = cuts.at < fineTo;
      const next = cuts.after(isFine ? stride : COARSE, true);
      const text = page.textFrom(top, cuts.mark, next);
      const before = cuts.mark !== top && page.staysInLine(cuts.mark.localName) ? tail : '';
      const found = page.candidateIn(before === '' ? text : before + text, 0, true);
      const first = { at: found - before.length, enoughAt: page.enoughAt - before.length };
      work += text.length + PIECE;
      const size = Math.min(cuts.next, cuts.count) - cuts.at;
      if (found >= 0 && !isFine && size > FINE && (text.length > MAX_LEAPT || hasMany(text, size / SCARCE))) {
        fineTo = cuts.next;
        stride = FINE;
        taken = 0;
        hits = 0;
        continue;
      }
      taken += 1;
      let wentOn = false;
      if (found >= 0) {
        hits += 1;
        // In a page that never rests a piece is read whatever changes meanwhile (`version` null).
        const leaps = new Leaps(cuts, text.length > MAX_LEAPT ? Infinity : text.length / size);
        wentOn = yield* walk(walker, leaps, next, text, first, emit, tries > 0 ? version : null);
        if (wentOn === null) {
          tries -= 1;
          continue;
        }
      }
      // If a run has gone on over the edge, the next piece does not begin before the edge: half of a number might win.
      tail = wentOn ? '' : text.slice(-OVERLAP);
      cuts.step(next);
      if (isFine && cuts.at >= fineTo) {
        fineTo = hits * MANY < taken ? 0 : cuts.at + COARSE;
        stride = hits < taken ? FINE : DENSE;
        taken = 0;
        hits = 0;
      }
      if (found >= 0) work += WALK;
      if (work > MAX_TEXT) {
        yield;
        work = 0;
      }
    }
    page.freeRange();
  };

  /** Whether a text has more than `most` candidates. */
  function hasMany(text, most) {
    let at = 0;
    for (let count = 0; count <= most; count += 1) {
      if (page.candidateIn(text, at, true) < 0) return false;
      at = page.enoughAt;
    }
    return true;
  }

  /**
   * Finds the element near a place in a piece's text without walking there: guesses an element, and asks the engine how much
   * text stands before it.
   */
  class Leaps {
    /** `length`: average characters of text to an element. */
    constructor({ all, at, mark, next, count, top }, length) {
      this.all = all;
      this.top = top;
      this.length = length;
      /** Index of the piece's end among all elements. */
      this.end = Math.min(next, count);
      /** The element reached last, its index, and where its text begins in the piece's text. */
      this.mark = mark;
      this.at = at;
      this.from = 0;
      /** A place that no leap has reached: another guess would be the same. */
      this.vain = -1;
    }

    isFar(distance) {
      return distance > NEAR * this.length;
    }

    /** Leaps near to place `at` of the text, never beyond it; returns the place reached. */
    towards(at) {
      for (let leap = 0; leap < MAX_LEAPS && this.isFar(at - this.from); leap += 1) {
        let to = Math.min(this.end - 1, this.at + Math.floor((at - this.from) / this.length) - SHORT_OF);
        let from = this.measure(to);
        if (from > at) {
          // Back by as many elements as it went too far, judged by the length of the texts leapt over.
          const length = (from - this.from) / (to - this.at);
          to -= Math.ceil((from - at) / length) + SHORT_OF;
          from = this.measure(to);
        }
        if (to <= this.at || from > at) break;
        this.mark = this.all[to];
        this.at = to;
        this.from = from;
      }
      return this.from;
    }

    measure(to) {
      return to > this.at ? this.from + page.textFrom(this.top, this.mark, this.all[to]).length : this.from;
    }
  }

  /**
   * Reads a piece from its first candidate on. `first`: where that begins in `text` (negative: before the piece, on the same
   * line), and where it has enough digits. Returns whether a run went on beyond the piece; null if the page has changed on the
   * way. Without `version` changes are ignored: the piece is read in one go, and after `MAX_AT_ONCE` nodes the rest of it, up to
   * `until`, node by node.
   */
  function* walk(walker, leaps, until, text, first, emit, version) {
    const { mark } = leaps;
    walker.currentNode = (mark.localName === 'script' && mark.lastChild) || mark;
    const reader = new page.Reader(walker.root, emit);
    const seen = version?.();
    // If the candidate begins before the piece, the piece's first texts are read even without digits.
    const least = first.at < 0 ? OVERLAP : 0;
    let next = first.at;
    let enough = first.enoughAt;
    let nodes = 0;
    let pause = MAX_NODES;
    let end = 0;
    let wentOn = false;
    // CDATA sections are not read, but the piece's text has theirs, too.
    const hasSections = document.contentType !== 'text/html';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = end;
      end += node.length;
      const isText = !hasSections || node.nodeType === Node.TEXT_NODE;
      if (!isText) reader.end();
      if (start >= text.length) {
        if (!isText || !reader.goesOn(node)) break;
        reader.read(node, node.data);
        wentOn = true;
        continue;
      }
      nodes += 1;
      if (end > next || reader.run || start < least) {
        const begins = next >= start && next < end;
        if (isText) reader.read(node, text.slice(start, end), begins, next < start ? undefined : begins && enough <= end);
        if (end > next) {
          next = page.candidateIn(text, end, true);
          enough = page.enoughAt;
          if (next < 0) next = Infinity;
        }
      }
      if (!reader.run && end >= least && next !== Infinity && next !== leaps.vain && leaps.isFar(next - end)) {
        const to = leaps.towards(next);
        nodes += NEAR;
        if (to > end) {
          end = to;
          walker.currentNode = leaps.mark;
          continue;
        }
        leaps.vain = next;
      }
      if (next === Infinity && !reader.run && end >= least) break;
      if (!version && nodes >= MAX_AT_ONCE) {
        reader.end();
        walker.currentNode = until ?? node;
        yield* page.runs(walker.root, node, until && walker.previousNode(), emit);
        return false;
      }
      if (nodes < pause || !version) continue;
      pause = nodes + MAX_NODES;
      yield;
      // The page has changed: offsets in `text` do not fit the tree any more.
      if (version() !== seen) return null;
    }
    reader.end();
    return wentOn;
  }
})();
