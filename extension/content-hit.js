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
    let element = event.composedPath()[0];
    if (!(element instanceof Element)) element = element?.parentElement ?? null;
    while (element && !found.includes(element)) {
      found.unshift(element);
      const shadow = page.shadowOf(element);
      const inner = page.isPointed(event) ? shadow && innerAt(shadow, event) : shadow?.activeElement;
      element = inner ?? null;
    }
    return found;
  };

  /** What of a root is under the pointer; of a text of its host, which the host is named for, what the root shows it in. */
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

  // As near a digit may be part of a number (24 between two of them), characters from its end on.
  const BESIDE = 25;
  // Words as near say what a number's own text does not.
  const WORDS = 64;

  /**
   * Whether a number stands as it was read: each of its texts is in the page, beside the next, and says what it said;
   * and no digits have come right before or behind it.
   */
  page.isAsRead = ({ run, start, end, within }) => {
    const isTheSame = (piece) => page.saysTheSame(run, piece);
    const own = run.under(start, end);
    if (!own.every(isTheSame)) return false;
    if (within && !run.under(run.placeOf(within.start - WORDS), run.placeOf(within.end + WORDS)).every(isTheSame)) return false;
    const stands = isWhole(own) && (run.age === page.watch.version() || !goesOn(run, start, end, own));
    page.forgetStyles();
    return stands;
  };

  /** Whether these follow each other, but for texts without anything in them. */
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

  /** Whether something has come between the texts that a number stands in, which may be no text that is read. */
  page.isTorn = ({ parts, run, start, end }) => {
    if (parts.length === 1) return false;
    const own = run.under(start, end);
    // Of what is folded away only the order is known.
    return !isWhole(own, parts.every(isRendered) ? page.readsOn : () => true);
  };

  // A form's fields hide it. Of what is folded away nobody knows how it stands.
  const { checkVisibility } = Element.prototype;
  const isRendered = ({ node: { parentElement } }) => !parentElement || checkVisibility.call(parentElement);

  /** The texts to read where a number does not stand as it was read any more. */
  page.toReadAgain = ({ run, start, end }) => {
    const there = run.pieces.filter(({ node }) => node.isConnected);
    const own = run.under(start, end);
    return there.filter((piece, at) => at === 0 || own.includes(piece) || !page.saysTheSame(run, piece)).map(({ node }) => node);
  };

  /** Whether what was read of a node still stands there. */
  page.saysTheSame = ({ text }, { node, from, at, length }) =>
    node.isConnected && page.paint.isSame(node.data.slice(from, from + length), text.slice(at, at + length));

  const squeezed = (text) => text.replace(/[ \t\n\r\f]+/g, ' ');

  /**
   * Whether digits stand right before or behind a number that did not when it was read. Beside many a number a clock
   * runs: other digits in the same places make it no other number. A page may write them anew.
   */
  function goesOn(run, start, end, own) {
    const { pieces, text } = run;
    const [first, last] = [own[0], own[own.length - 1]];
    const [outer] = pieces;
    // What was not read says nothing of what stands there now.
    const isCutBefore = outer.from > 0 || run.isCutBefore;
    const before = squeezed(text.slice(Math.max(0, start - page.MAX_RAW), start)).slice(-BESIDE);
    if (hasOther(before, textBefore(first, start), isCutBefore, -1)) return true;
    const tail = pieces[pieces.length - 1];
    const behind = squeezed(text.slice(end, end + page.MAX_RAW)).slice(0, BESIDE);
    return hasOther(behind, textBehind(last, end), tail.from + tail.length < tail.size, 1);
  }

  /** `side`: before (-1) or behind (1) the number. */
  function hasOther(was, now, isCut, side) {
    const end = isCut ? Math.min(was.length, now.length) : now.length;
    const seen = side < 0 ? now.slice(now.length - end) : now.slice(0, end);
    const known = isCut ? (side < 0 ? was.slice(was.length - end) : was.slice(0, end)) : was;
    return page.hasDigit(seen) && !page.paint.isSame(seen.replace(/\d/g, '0'), known.replace(/\d/g, '0'));
  }

  /** What stands behind a number now, in its own text and in those that are read on with it. */
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

  function textBefore({ node, from, at }, start) {
    const before = from + start - at;
    let text = squeezed(node.data.slice(Math.max(0, before - page.MAX_RAW), before));
    const walker = walkerAt(node);
    for (let here = node; text.length < BESIDE;) {
      const next = walker.previousNode();
      // A run takes words along from before it however long that text is.
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

  // A number with its name, or its extension.
  const MAX_VALUE = 64;
  // No more of a hint is heard.
  const MAX_HINT = 64;
  const HOLDS_TEXT = /^(?:text|search|number)$/;

  /** A field with digits enough for a number that is made for one, or can't be written to. */
  page.fieldAt = (elements) => {
    for (const element of elements) {
      if (!(element instanceof HTMLInputElement)) continue;
      const meant = element.type === 'tel' || (element.readOnly && HOLDS_TEXT.test(element.type));
      if (meant && element.value.length <= MAX_VALUE && page.isCandidate(element.value)) return element;
    }
    return null;
  };

  /** What the page calls a field: its label, what stands before it, its own words; `tel` of one that is made for numbers. */
  page.hintOf = (field) => {
    const root = field.getRootNode();
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
    // The label's own word counts for more, because it comes last.
    return (tel + (name ?? '')).trim().slice(0, MAX_HINT);
  };

  /** The page asks that its numbers be left alone. */
  page.optsOut = () => {
    for (const { name, content } of document.querySelectorAll('meta[name][content]')) {
      if (/^format-detection$/i.test(name) && /telephone\s*=\s*no/i.test(content)) return true;
      if (/^skype_toolbar$/i.test(name) && /PREVENT_PARSING|PARSER_COMPATIBLE/i.test(content)) return true;
    }
    return false;
  };
})();
