// Reads a large tree in pieces. A piece's text is taken as one string, which costs a fraction of
// looking at every text node, and only pieces with digits enough are walked. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  // Elements to a piece: with more, more nodes are walked for each number; with fewer, more strings are made.
  const STRIDE = 32;
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
    let marks = marksOf(top);
    let seen = version();
    let tries = TRIES;
    let tail = '';
    let work = 0;
    for (let at = 0; at < marks.length; at += 1) {
      if (version() !== seen) {
        seen = version();
        ({ marks, at } = stillThere(top, marks, at));
        if (marks.length === 0) return;
      }
      const mark = marks[at];
      const text = textFrom(range, top, mark, marks[at + 1]);
      const before = at > 0 && page.mayBeInline(mark.localName) ? tail : '';
      tail = text.slice(-OVERLAP);
      const found = page.candidateIn(before === '' ? text : before + text);
      if (found >= 0 && !(yield* walk(top, mark, text, Math.max(0, found - before.length), emit, version))) {
        tries -= 1;
        if (tries === 0) {
          // It never rests: plainly, then.
          yield* page.runs(top, null, null, emit);
          return;
        }
        at -= 1;
      }
      work += text.length + PIECE;
      if (work > MAX_TEXT || found >= 0) {
        yield;
        work = 0;
      }
    }
    // A live range costs the page something at each of its changes.
    range.setStart(top, 0);
    range.collapse(true);
  };

  /**
   * Elements that the tree is cut at, in its order, blocks where there are any nearby: no number goes on
   * over the edge of one.
   */
  function marksOf(top) {
    const all = top.getElementsByTagName?.('*') ?? top.querySelectorAll('*');
    const count = all.length;
    const marks = [top];
    for (let at = STRIDE; at < count; at += STRIDE) {
      const latest = Math.min(count, at + STRIDE) - 1;
      while (at < latest && page.mayBeInline(all[at].localName)) at += 1;
      marks.push(all[at]);
    }
    // Scripts are the largest texts of many pages, and are not read.
    const scripts = top.getElementsByTagName?.('script') ?? top.querySelectorAll('script');
    return scripts.length > 0 ? merged(marks, scripts) : marks;
  }

  const follows = (node, other) =>
    (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

  function merged(marks, others) {
    const all = [];
    let at = 0;
    for (const other of others) {
      while (at < marks.length && !follows(marks[at], other)) {
        all.push(marks[at]);
        at += 1;
      }
      if (all[all.length - 1] !== other) all.push(other);
    }
    return all.concat(marks.slice(at));
  }

  /** The marks that are still where they were to each other, and where to go on. */
  function stillThere(top, marks, at) {
    const kept = [];
    let next = 0;
    if (!top.isConnected) return { marks: kept, at: next };
    for (let index = 0; index < marks.length; index += 1) {
      const mark = marks[index];
      const last = kept[kept.length - 1];
      const stays = index === 0 || (top.contains(mark) && follows(mark, last));
      // What was in front of a mark that is gone is read once more.
      if (index <= at) next = stays ? kept.length : Math.max(0, kept.length - 1);
      if (stays) kept.push(mark);
    }
    return { marks: kept, at: next };
  }

  function textFrom(range, top, mark, next) {
    range.setStart(mark, mark.localName === 'script' ? mark.childNodes.length : 0);
    if (next) range.setEnd(next, 0);
    else range.setEnd(top, top.childNodes.length);
    return range.toString();
  }

  /** Reads a piece from its first candidate on. False: the page has changed on the way. */
  function* walk(top, mark, text, first, emit, version) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    walker.currentNode = (mark.localName === 'script' && mark.lastChild) || mark;
    const reader = new page.Reader(top, emit);
    const seen = version();
    let next = first;
    let nodes = 0;
    let end = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = end;
      end += node.length;
      if (start >= text.length) {
        if (!reader.goesOn(node)) break;
        reader.read(node, node.data);
        continue;
      }
      nodes += 1;
      if (end > next || reader.run) {
        reader.read(node, text.slice(start, end));
        if (end > next) next = page.candidateIn(text, end);
        if (next < 0) next = Infinity;
      }
      if (next === Infinity && !reader.run) break;
      if (nodes % MAX_NODES !== 0) continue;
      yield;
      if (version() === seen) continue;
      // Places in the text are no longer places in the tree.
      return false;
    }
    reader.end();
    return true;
  }
})();
