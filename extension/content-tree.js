//# allFunctionsCalledOnLoad
// Reads a large tree in pieces. A piece's text is taken as one string, which costs a fraction of
// looking at every text node, and only pieces with digits enough are walked. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  // Elements to a small piece: with more, more nodes are walked for each number; with fewer, more strings are made.
  const FINE = 32;
  // Where each small one has a candidate, as in lists of numbers.
  const DENSE = 128;
  // A page begins in larger pieces, most of which have no candidate: each element that is touched costs something.
  const COARSE = 512;
  // One in so many small pieces of a large one has a candidate where it is worth while to go on in small ones.
  const MANY = 4;
  // A large piece with fewer candidates than one for so many elements is not taken in small ones: the way to each is found.
  const SCARCE = 16;
  // Elements that are walked rather than leapt over, and so many before the aim that a leap ends.
  const NEAR = 8;
  const SHORT_OF = 3;
  // Leaps to one candidate, because texts are of unequal length, and the text of a piece that is leapt through.
  const MAX_LEAPS = 4;
  const MAX_LEAPT = 65_536;
  // Work between two looks at the clock: characters of text, and text nodes.
  const MAX_TEXT = 16_384;
  const MAX_NODES = 256;
  // Of a page that never rests.
  const MAX_AT_ONCE = 1024;
  // What making a string costs at least, in characters, and what a walk through a small piece does.
  const PIECE = 256;
  const WALK = 4096;
  // A number may go on over the edge of a piece where that is within a line.
  const OVERLAP = 48;
  // How often a tree that changes while it is read is begun again where it changed.
  const TRIES = 3;

  /** All runs of a tree, however large. `version()` tells whether the page has changed since. */
  page.runsOfTree = function* runsOfTree(root, emit, version) {
    const top = root.nodeType === Node.DOCUMENT_NODE ? (root.body ?? root.documentElement) : root;
    if (!top) return;
    // A range's text has CDATA sections, too, in documents that are XML.
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
    const cuts = new page.Cuts(top);
    let seen = version();
    let tries = TRIES;
    let tail = '';
    let work = 0;
    // Up to where small pieces are taken, how large, how many since, and how many of them had a candidate.
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
        // A page that never rests is not waited for: a piece is small enough.
        const leaps = new Leaps(cuts, text.length > MAX_LEAPT ? Infinity : text.length / size);
        wentOn = yield* walk(walker, leaps, next, text, first, emit, tries > 0 ? version : null);
        if (wentOn === null) {
          tries -= 1;
          continue;
        }
      }
      // What was read over the edge is not read again from there on: half of a number might win.
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

  /** Whether a text has more candidates than so many. */
  function hasMany(text, most) {
    let at = 0;
    for (let count = 0; count <= most; count += 1) {
      if (page.candidateIn(text, at, true) < 0) return false;
      at = page.enoughAt;
    }
    return true;
  }

  /**
   * Finds the way to a place in a piece's text without a look at what is before it: guesses an element, and has the
   * engine say how much text there is up to that.
   */
  class Leaps {
    /** `length`: characters of text to an element. */
    constructor({ all, at, mark, next, count, top }, length) {
      this.all = all;
      this.top = top;
      this.length = length;
      /** Where the piece ends, among all elements. */
      this.end = Math.min(next, count);
      /** The element that was come to last, its index, and where its text begins in that of the piece. */
      this.mark = mark;
      this.at = at;
      this.from = 0;
      /** To this place there was no way: the next guess would be the same one. */
      this.vain = -1;
    }

    isFar(distance) {
      return distance > NEAR * this.length;
    }

    /** Goes near to what is `at` in the text, never beyond; where that is in the text. */
    towards(at) {
      for (let leap = 0; leap < MAX_LEAPS && this.isFar(at - this.from); leap += 1) {
        let to = Math.min(this.end - 1, this.at + Math.floor((at - this.from) / this.length) - SHORT_OF);
        let from = this.measure(to);
        if (from > at) {
          // As much back as it was too far, of texts as long as these.
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
   * Reads a piece from its first candidate on, which may begin before it, in the same line: where that begins, and
   * where it has digits enough. Whether it was read beyond its end; null: the page has changed on the way. Without
   * `version` the page may change: a piece is read in one go, and where it is too much for that, plainly up to `until`.
   */
  function* walk(walker, leaps, until, text, first, emit, version) {
    const { mark } = leaps;
    walker.currentNode = (mark.localName === 'script' && mark.lastChild) || mark;
    const reader = new page.Reader(walker.root, emit);
    const seen = version?.();
    // The first words of a piece whose candidate begins before it may have no digit yet.
    const least = first.at < 0 ? OVERLAP : 0;
    let next = first.at;
    let enough = first.enoughAt;
    let nodes = 0;
    let pause = MAX_NODES;
    let end = 0;
    let wentOn = false;
    // CDATA sections, of which nothing is read; their text counts.
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
      // Places in the text are no longer places in the tree.
      if (version() !== seen) return null;
    }
    reader.end();
    return wentOn;
  }
})();
