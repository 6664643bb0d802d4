// What stands where on a page, read at the moment that somebody points at it. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  // `MouseEvent.MOZ_SOURCE_KEYBOARD`.
  const BY_KEY = 6;

  /** A click by a pointer, not by a key: Firefox counts an Enter on a link as one click. */
  page.isPointed = ({ detail, mozInputSource }) => detail > 0 && mozInputSource !== BY_KEY;

  /** The elements under an event, innermost first, through closed shadow roots too. */
  page.under = (event) => {
    const found = [];
    const [inmost] = /** @type {Node[]} */ (event.composedPath());
    let element = inmost instanceof Element ? inmost : inmost?.parentElement ?? null;
    while (element && !found.includes(element)) {
      found.unshift(element);
      const shadow = page.shadowOf(element);
      const inner = page.isPointed(event) ? shadow && innerAt(shadow, event) : shadow?.activeElement;
      element = inner ?? null;
    }
    return found;
  };

  /** The innermost element of a root under the pointer. For a slotted text the browser names the host: then the element that shows the text. */
  function innerAt(shadow, { clientX, clientY }) {
    const inner = shadow.elementFromPoint(clientX, clientY);
    return inner === shadow.host ? shadow.elementsFromPoint(clientX, clientY)[0] : inner;
  }

  page.linkAt = (elements) => {
    for (const element of elements) {
      for (let node = element; node; node = page.holderOf(node)) {
        if (page.isLink(node)) return node;
      }
    }
    return null;
  };

  page.holds = ({ left, right, top, bottom }, x, y) =>
    x >= left && x <= right && y >= top && y <= bottom;

  page.rectsOf = (record) => {
    return record.parts.flatMap(({ node, from, to }) => {
      const range = document.createRange();
      range.setStart(node, Math.min(from, node.length));
      range.setEnd(node, Math.min(to, node.length));
      return [...range.getClientRects()];
    });
  };

  // A digit so near to a number, in UTF-16 units, may be part of it.
  const BESIDE = (page.BESIDE = page.MAX_GAP + 1);

  /**
   * Whether a number still stands as it was read: its texts are in the page, one beside the other, and unchanged; and no
   * digits have come right before or behind it.
   */
  page.isAsRead = ({ run, start, end, within }) => {
    const isTheSame = (piece) => page.saysTheSame(run, piece);
    const own = run.under(start, end);
    if (!own.every(isTheSame)) return false;
    if (within && !run.under(run.placeOf(within.start - page.REACH), run.placeOf(within.end + page.REACH)).every(isTheSame)) return false;
    const stands = isWhole(own) && (run.age === page.watch.version() || !goesOn(run, start, end, own));
    page.forgetStyles();
    return stands;
  };

  /** Whether the texts of these pieces still follow each other, empty texts aside. */
  function isWhole(own, reads = page.readsOn) {
    const [first, ...rest] = own.filter(({ length }) => length > 0).map(({ node }) => node);
    const walker = walkerAt(first);
    let before = first;
    return rest.every((node) => {
      let next = walker.nextNode();
      while (next?.length === 0) next = walker.nextNode();
      const follows = next === node && reads(before, node);
      before = node;
      return follows;
    });
  }

  /** Whether something has come between the texts of a number, also something that is not read (an element, a section of CDATA). */
  page.isTorn = ({ parts, run, start, end }) => {
    if (parts.length === 1) return false;
    const own = run.under(start, end);
    // Of texts that are not rendered only the order is checked: the browser has no styles for them.
    return !isWhole(own, parts.every(isRendered) ? page.readsOn : () => true);
  };

  // From the prototype: a form's fields hide a method of the same name.
  const { checkVisibility } = Element.prototype;
  const isRendered = ({ node: { parentElement } }) => !parentElement || checkVisibility.call(parentElement);

  /** The texts to read again when a number does not stand as it was read any more. */
  page.toReadAgain = ({ run, start, end }) => {
    const there = run.pieces.filter(({ node }) => node.isConnected);
    const own = run.under(start, end);
    return there.filter((piece, at) => at === 0 || own.includes(piece) || !page.saysTheSame(run, piece)).map(({ node }) => node);
  };

  /** Whether a node still says what a piece of a run was read from. */
  page.saysTheSame = ({ text }, { node, from, at, length }) =>
    node.isConnected && page.paint.isSame(node.data.slice(from, from + length), text.slice(at, at + length));

  const squeezed = (text) => text.replace(/[ \t\n\r\f]+/g, ' ');

  /**
   * Whether digits stand right before or behind a number that did not stand there when it was read. Other digits in the same
   * places do not count: a clock may run beside a number, and a page may write it anew.
   */
  function goesOn(run, start, end, own) {
    const { pieces, text } = run;
    const [first, last] = [own[0], own[own.length - 1]];
    const [outer] = pieces;
    // Beyond what was read there is nothing to compare with.
    const isCutBefore = outer.from > 0 || run.isCutBefore;
    const before = squeezed(text.slice(Math.max(0, start - page.MAX_RAW), start)).slice(-BESIDE);
    if (hasOther(before, textBefore(first, start), isCutBefore, -1)) return true;
    const tail = pieces[pieces.length - 1];
    const behind = squeezed(text.slice(end, end + page.MAX_RAW)).slice(0, BESIDE);
    return hasOther(behind, textBehind(last, end), tail.from + tail.length < tail.size, 1);
  }

  /**
   * Whether `now` has digits at places where `was` had none. `isCut`: no more than `was` was read there; `side`: before (-1) or
   * behind (1) the number.
   */
  function hasOther(was, now, isCut, side) {
    const end = isCut ? Math.min(was.length, now.length) : now.length;
    const seen = side < 0 ? now.slice(now.length - end) : now.slice(0, end);
    const known = isCut ? (side < 0 ? was.slice(was.length - end) : was.slice(0, end)) : was;
    return page.hasDigit(seen) && !page.paint.isSame(seen.replace(/\d/g, '0'), known.replace(/\d/g, '0'));
  }

  /** The text behind a number now, over the texts that stand in one line with it. */
  function textBehind({ node, from, at, length }, end) {
    const behind = from + end - at;
    let text = squeezed(node.data.slice(behind, behind + page.MAX_RAW));
    let read = at + length;
    const walker = walkerAt(node);
    for (let here = node; text.length < BESIDE;) {
      const next = walker.nextNode();
      if (!next || page.isApart(next) || !page.readsOn(here, next, read)) break;
      text = squeezed(text + next.data);
      read += next.length;
      here = next;
    }
    return text.slice(0, BESIDE);
  }

  /** The text before a number now. */
  function textBefore({ node, from, at }, start) {
    const before = from + start - at;
    let text = squeezed(node.data.slice(Math.max(0, before - page.MAX_RAW), before));
    const walker = walkerAt(node);
    for (let here = node; text.length < BESIDE;) {
      const next = walker.previousNode();
      // Of the text before, a run takes only some words along: its length does not count.
      if (!next || page.isApart(next) || !page.readsOn(next, here)) break;
      text = squeezed(next.data + text);
      here = next;
    }
    return text.slice(-BESIDE);
  }

  function walkerAt(node) {
    const walker = document.createTreeWalker(page.rootOf(node), NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    return walker;
  }

  // Longest value of a field that is looked at: a number with its name, or its extension.
  const MAX_VALUE = 64;
  const HOLDS_TEXT = /^(?:text|search|number)$/;

  /** The first field with a candidate for a number that is made for numbers (`tel`), or cannot be written to; else null. */
  page.fieldAt = (elements) => {
    for (const element of elements) {
      if (!(element instanceof HTMLInputElement)) continue;
      const meant = element.type === 'tel' || (element.readOnly && HOLDS_TEXT.test(element.type));
      if (meant && element.value.length <= MAX_VALUE && page.isCandidate(element.value)) return element;
    }
    return null;
  };

  /** What the page calls a field: its label, what stands before it, or its own attributes; with `tel` before that if it is made for numbers. */
  page.hintOf = (field) => {
    const root = /** @type {Document | ShadowRoot} */ (field.getRootNode());
    const ids = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/);
    const labels = [...ids.map((id) => root.getElementById?.(id)), ...(field.labels ?? [])];
    const around = { text: field.value };
    page.place(around, field.parentElement);
    page.forgetHints();
    const words = [
      field.getAttribute('aria-label'), ...labels.map((label) => label?.textContent), around.hint, field.placeholder,
      field.title, field.name.replace(/[\W_]+/g, ' '),
    ];
    const name = words.map((text) => (text ?? '').trim().replace(/\s+/g, ' ')).find((text) => text !== '');
    const tel = field.type === 'tel' || /\btel\b/.test(field.autocomplete) ? 'tel ' : '';
    // `tel` comes first, because the finder gives more weight to the last word.
    return (tel + (name ?? '')).trim().slice(0, page.MAX_HINT);
  };

  /** Whether the page asks that its numbers be left alone. */
  page.optsOut = () => {
    for (const { name, content } of /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll('meta[name][content]'))) {
      if (/^format-detection$/i.test(name) && /telephone\s*=\s*no/i.test(content)) return true;
      if (/^skype_toolbar$/i.test(name) && /PREVENT_PARSING|PARSER_COMPATIBLE/i.test(content)) return true;
    }
    return false;
  };
})();
