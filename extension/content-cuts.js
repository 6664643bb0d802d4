//# allFunctionsCalledOnLoad
// Cuts a large tree into pieces. A piece's text is taken as one string, which costs a fraction of looking at
// every text node. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  // How often reading goes back to where a tree has changed meanwhile.
  const MAX_RETURNS = (page.MAX_RETURNS = 3);
  // A number may go on over the edge of a piece: so much of the text before the edge is looked at with what is behind it, UTF-16 units.
  page.OVERLAP = 48;
  // Comments and ends of inline elements that are passed in search of the next text in a line, as in `joins`.
  const MAX_UNSEEN = 16;
  // So many elements are looked at for a block to cut at.
  const EDGE = 32;

  // Elements that stand within a line unless a style says otherwise.
  const INLINE = new Set(
    ('a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q s ' +
      'slot small span strike strong time tt u var').split(' '),
  );

  /** Whether an element of this name may stand within a line. */
  page.mayBeInline = (name) => INLINE.has(name) || (name.includes?.('-') ?? false);

  // A form's fields and pictures hide its own properties of the same names, from us too: a walk upwards could go round and
  // round. So these come from the prototypes.
  const getterOf = ({ prototype }, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
  const parentOf = getterOf(Node, 'parentNode');
  const typeOf = getterOf(Node, 'nodeType');
  const textOf = getterOf(Node, 'textContent');
  const nodesOf = getterOf(Node, 'childNodes');
  const nameOf = getterOf(Element, 'localName');

  const { contains, getRootNode } = Node.prototype;
  const { getElementsByTagName, querySelectorAll } = Element.prototype;

  /** A node's parent. This and those below work whatever a form's fields are named. */
  page.parentOf = (node) => parentOf.call(node);

  /** The document or shadow root of a node. */
  page.rootOf = (node) => getRootNode.call(node);

  page.typeOf = (node) => typeOf.call(node);
  page.textOf = (node) => textOf.call(node);
  page.nodesOf = (node) => nodesOf.call(node);
  page.nameOf = (element) => nameOf.call(element);
  page.contains = (node, other) => contains.call(node, other);
  page.allIn = (root, selector) =>
    (root instanceof Element ? querySelectorAll.call(root, selector) : root.querySelectorAll(selector));

  /** Elements of a name in a document, a root or an element, as a list that follows the page where there is one. */
  page.named = (root, name) =>
    (root instanceof Element ? getElementsByTagName.call(root, name) : root.getElementsByTagName?.(name) ?? root.querySelectorAll(name));

  /**
   * The next step of a reading. If a page makes it throw (a form with a field called `nodeType`), this reading is over, and
   * others go on.
   */
  page.stepOf = (steps) => {
    try {
      return steps.next();
    } catch {
      return { done: true, value: undefined };
    }
  };

  const follows = (node, other) =>
    (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

  /** The index of the first of `elements` (in tree order) that follows `node`, searched from `low` to `high`. */
  function indexAfter(elements, node, low = 0, high = elements.length) {
    while (low < high) {
      const middle = (low + high) >> 1;
      if (follows(elements[middle], node)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Whether an element begins in the piece from `mark` up to `next`, or to the end. */
  page.isInPiece = (element, mark, next) =>
    (element === mark || follows(element, mark)) && (!next || follows(next, element));

  page.staysInLine = (name) => name === 'wbr' || page.mayBeInline(name);

  /**
   * The texts and inline elements beside each place where a change took something out, or put something in that is no text.
   * What stands on both sides may now read as one line, or no longer. (A text that was put in is read with its neighbours anyway.)
   */
  class Gaps {
    /** Neighbours before such places, and behind them. */
    before = new Set();
    behind = new Set();

    get size() {
      return this.before.size + this.behind.size;
    }

    /** Notes a change of children; returns whether there is something beside it to look at. */
    add(mutation) {
      const [before, behind] = besideGap(mutation);
      if (before) this.before.add(before);
      if (behind) this.behind.add(behind);
      return Boolean(before || behind);
    }

    /** All neighbours, first those before a place (side -1), then those behind one (side 1). */
    *[Symbol.iterator]() {
      for (const node of this.before) yield { node, side: -1 };
      for (const node of this.behind) yield { node, side: 1 };
    }
  }

  page.Gaps = Gaps;

  function besideGap({ removedNodes, addedNodes, previousSibling, nextSibling, target }) {
    const first = [...addedNodes].find((node) => typeOf.call(node) === Node.ELEMENT_NODE);
    const isRemoval = removedNodes.length > 0;
    if (!first && (!isRemoval || addedNodes[0]?.nodeType === Node.TEXT_NODE)) return [];
    const before = inLine(previousSibling, target, 'previousSibling');
    const behind = inLine(nextSibling, target, 'nextSibling');
    if (!isRemoval) {
      if (!before || !behind) return [];
      // A list of custom elements of one name: these are rather blocks, although such names may be inline.
      const name = nameOf.call(first);
      if (name.includes('-') && before.localName === name && behind.localName === name) return [];
    }
    return [before, behind];
  }

  /** Whether a text was put between two neighbours that may have been read as one line. */
  page.partsLine = ({ addedNodes, previousSibling, nextSibling, target }) => addedNodes[0]?.nodeType === Node.TEXT_NODE &&
    inLine(previousSibling, target, 'previousSibling') !== null && inLine(nextSibling, target, 'nextSibling') !== null;

  /** The text nearest to a place of `Gaps`, on that neighbour's side; null where there is none any more. */
  page.textBeside = ({ node, side }) => {
    if (!node.isConnected) return null;
    if (typeOf.call(node) === Node.TEXT_NODE) return /** @type {Text} */ (node);
    const walker = document.createTreeWalker(page.rootOf(node), NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    return side < 0 ? walker.lastChild() ?? walker.previousNode() : walker.nextNode();
  };

  /**
   * The text or inline element that goes on the line from `node` in `above`, past comments and out of inline elements that
   * end there; null where the line ends.
   */
  function inLine(node, above, onwards) {
    let edge = node;
    let around = above;
    for (let steps = 0; steps < MAX_UNSEEN; steps += 1) {
      if (!edge) {
        if (typeOf.call(around) !== Node.ELEMENT_NODE || !page.mayBeInline(nameOf.call(around))) return null;
        edge = around[onwards];
        around = page.parentOf(around);
      } else if (edge.nodeType === Node.COMMENT_NODE) edge = edge[onwards];
      else break;
      if (!around) return null;
    }
    if (!edge || edge.nodeType === Node.TEXT_NODE) return edge ?? null;
    return edge.nodeType === Node.ELEMENT_NODE && page.staysInLine(edge.localName) ? edge : null;
  }

  /**
   * Cuts a tree at elements, in tree order; at blocks where there is one nearby, because no number goes on over the edge of a
   * block. A script begins a piece, and its text, the largest of many pages, is not read.
   */
  class Cuts {
    constructor(top) {
      this.top = top;
      /** The element at which the piece begins; null behind the last piece. */
      this.mark = top;
      /** The marks of earlier pieces, each with its index. */
      this.passed = [];
      this.doubts = MAX_RETURNS;
      this.look();
      /** Indexes of the piece's begin and end among all elements. */
      this.at = 0;
      this.next = 0;
    }

    look() {
      this.all = page.named(this.top, '*');
      this.count = this.all.length;
      this.scripts = page.named(this.top, 'script');
      this.script = 0;
    }

    /**
     * The element that ends a piece of `stride` elements; null at the tree's end. `atBlock`: moves the end on to a block
     * nearby. The first look does without: it passes most pieces over, and each element that is touched costs more than an edge
     * within a line does.
     */
    after(stride, atBlock = false) {
      let at = this.at + stride;
      const latest = atBlock ? Math.min(this.count, at + EDGE) - 1 : 0;
      while (at < latest && page.staysInLine(this.all[at].localName)) at += 1;
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

    /** After a change: goes back to the last mark that is still in the tree and was not moved further on in it. False: the tree is gone. */
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

    /** Finds the mark's index; false if the mark is gone, or now beyond index `latest`: elements that it passed were not read. */
    isFound(latest) {
      if (!this.mark.isConnected || !page.contains(this.top, this.mark)) return false;
      const at = indexAfter(this.all, this.mark) - 1;
      // Other changes can look like a moved mark, and the page may never rest: doubted `MAX_RETURNS` times only.
      if (at > latest && this.doubts > 0) {
        this.doubts -= 1;
        return false;
      }
      this.at = at;
      return true;
    }
  }

  let range = null;

  /** The text of a piece from `mark` up to `next`, or to the end of the tree. Call `freeRange` after the last piece. */
  page.textFrom = (top, mark, next) => {
    range ??= document.createRange();
    range.setStart(mark, mark.localName === 'script' ? mark.childNodes.length : 0);
    if (next) range.setEnd(next, 0);
    else range.setEnd(top, top.childNodes.length);
    return range.toString();
  };

  /** Takes the range out of the tree: the browser updates a live range at each change of the page. */
  page.freeRange = () => {
    range?.setStart(document, 0);
    range?.collapse(true);
  };

  page.Cuts = Cuts;
})();
