//# allFunctionsCalledOnLoad
// Cuts a large tree into pieces. A piece's text is taken as one string, which costs a fraction of looking at
// every text node. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  // How often a tree that changes while it is read is begun again where it changed.
  const TRIES = 3;
  // Comments that may stand in a line: as far as texts are joined over them (`joins`).
  const MAX_UNSEEN = 16;
  // As many elements are looked at for a better edge.
  const EDGE = 32;

  // Elements that stand within a line as a rule.
  const INLINE = new Set(
    ('a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q s ' +
      'slot small span strike strong time tt u var').split(' '),
  );

  /** Whether an element of this name may stand within a line. */
  page.mayBeInline = (name) => INLINE.has(name) || (name.includes?.('-') ?? false);

  // The names of a form's fields and pictures hide its own properties, from us too: a walk upwards would go round and round.
  const getterOf = ({ prototype }, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
  const parentOf = getterOf(Node, 'parentNode');
  const typeOf = getterOf(Node, 'nodeType');
  const textOf = getterOf(Node, 'textContent');
  const nodesOf = getterOf(Node, 'childNodes');
  const nameOf = getterOf(Element, 'localName');

  const { contains, getRootNode } = Node.prototype;
  const { getElementsByTagName, querySelectorAll } = Element.prototype;

  /** What a node stands in, whatever the page has named so. */
  page.parentOf = (node) => parentOf.call(node);

  /** The document or shadow root of a node, likewise. */
  page.rootOf = (node) => getRootNode.call(node);

  /** Likewise its type, its text, its children, an element's name, whether another node is in it, and what it holds. */
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

  /** A step of what is read in steps. A page can break it (a form with a field called `nodeType`): then it is over, and
   *  what else is to be read goes on. */
  page.stepOf = (steps) => {
    try {
      return steps.next();
    } catch {
      return { done: true, value: undefined };
    }
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

  /** Whether an element begins in the piece from `mark` up to `next`, or to the end. */
  page.isInPiece = (element, mark, next) =>
    (element === mark || follows(element, mark)) && (!next || follows(next, element));

  page.staysInLine = (name) => name === 'wbr' || page.mayBeInline(name);

  /**
   * What stands beside the places from which changes took something, or to which something came that is no text: what
   * stood on both sides may read as one now, or not any more. A text that has come is read with what stands beside it.
   */
  class Gaps {
    /** Texts and inline elements before such places, and behind them. */
    before = new Set();
    behind = new Set();

    get size() {
      return this.before.size + this.behind.size;
    }

    /** Whether a change of children has left something to look at. */
    add(mutation) {
      const [before, behind] = besideGap(mutation);
      if (before) this.before.add(before);
      if (behind) this.behind.add(behind);
      return Boolean(before || behind);
    }

    /** Everything, what stands before first, each with its side (-1: before). */
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
      // A list of custom elements, whose names say nothing of how they stand.
      const name = nameOf.call(first);
      if (name.includes('-') && before.localName === name && behind.localName === name) return [];
    }
    return [before, behind];
  }

  /** Whether a text has come between what may have been read as one. */
  page.partsLine = ({ addedNodes, previousSibling, nextSibling, target }) => addedNodes[0]?.nodeType === Node.TEXT_NODE &&
    inLine(previousSibling, target, 'previousSibling') !== null && inLine(nextSibling, target, 'nextSibling') !== null;

  /** The text beside a place, of one of `Gaps`; null where it is gone. */
  page.textBeside = ({ node, side }) => {
    if (!node.isConnected) return null;
    if (typeOf.call(node) === Node.TEXT_NODE) return node;
    const walker = document.createTreeWalker(page.rootOf(node), NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    return side < 0 ? walker.lastChild() ?? walker.previousNode() : walker.nextNode();
  };

  /** The text or inline element at a place in `above`, behind what nobody sees and out of inline elements that end there; else null. */
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
      this.all = page.named(this.top, '*');
      this.count = this.all.length;
      this.scripts = page.named(this.top, 'script');
      this.script = 0;
    }

    /**
     * The element that ends a piece of so many elements, or null where that is the tree's end. `atBlock`: looks
     * for a better edge; where most pieces are passed over, an element more that is touched costs more than an edge within a line.
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
      if (!this.mark.isConnected || !page.contains(this.top, this.mark)) return false;
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

  let range = null;

  /** The text of a piece from `mark` up to `next`, or to the end of the tree. `freeRange` is to be called after the last one. */
  page.textFrom = (top, mark, next) => {
    range ??= document.createRange();
    range.setStart(mark, mark.localName === 'script' ? mark.childNodes.length : 0);
    if (next) range.setEnd(next, 0);
    else range.setEnd(top, top.childNodes.length);
    return range.toString();
  };

  /** A live range costs the page something at each of its changes. */
  page.freeRange = () => {
    range?.setStart(document, 0);
    range?.collapse(true);
  };

  page.Cuts = Cuts;
})();
