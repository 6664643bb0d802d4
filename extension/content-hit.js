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

  // As near a digit may be part of a number; characters from its end to that digit.
  const BESIDE = 16;
  // Words as near say what a number's own text does not.
  const WORDS = 64;

  /**
   * Whether a number stands as it was read: each of its texts is in the page, beside the next, and says what it said;
   * and no digits have come right before or behind it.
   */
  page.isAsRead = ({ run, start, end, within }) => {
    const own = partsOf(run, start, end);
    if (!own.every((piece) => saysTheSame(run, piece))) return false;
    if (within && !partsOf(run, start - WORDS, end + WORDS).every((piece) => saysTheSame(run, piece))) return false;
    const walker = document.createTreeWalker(page.rootOf(own[0].node), NodeFilter.SHOW_TEXT);
    walker.currentNode = own[0].node;
    const isWhole = own.every(({ node }, at) =>
      at === 0 || (walker.nextNode() === node && page.readsOn(own[at - 1].node, node)));
    const is = isWhole && (run.age === page.watch.version() || !goesOn(run, start, end, own, walker));
    page.forgetStyles();
    return is;
  };

  /** The texts to read where a number does not stand as it was read any more. */
  page.toReadAgain = ({ run, start, end }) => {
    const there = run.pieces.filter(({ node }) => node.isConnected);
    const own = partsOf(run, start, end);
    return there.filter((piece, at) => at === 0 || own.includes(piece) || !saysTheSame(run, piece)).map(({ node }) => node);
  };

  const partsOf = (run, start, end) => run.pieces.filter(({ at, length }) => at < end && at + length > start);

  const saysTheSame = ({ text }, { node, from, at, length }) =>
    node.isConnected && page.paint.isSame(node.data.slice(from, from + length), text.slice(at, at + length));

  const shapeOf = (text) => text.replace(/\d/g, '0');

  // Beside many a number a clock runs: other digits in the same places make it no other number. A page may write it anew.
  const isAlike = ({ text }, { data }, { from, at, length }) =>
    page.paint.isSame(shapeOf(data.slice(from, from + length)), shapeOf(text.slice(at, at + length)));

  /** Whether digits stand right before or behind a number that did not when it was read. */
  function goesOn(run, start, end, own, walker) {
    const [first, last] = [own[0], own[own.length - 1]];
    const isNew = (next, text, was) => page.hasDigit(text) && !page.isTextAlone(next) && !(was && isAlike(run, next, was));
    const before = run.text.slice(first.at, start);
    if (first.from === 0 && before.length < BESIDE && before.trim() === '') {
      walker.currentNode = first.node;
      const next = walker.previousNode();
      const was = run.pieces[run.pieces.indexOf(first) - 1];
      if (next && isNew(next, next.data.slice(before.length - BESIDE), was) && page.readsOn(next, first.node, next.length)) return true;
    }
    const behind = run.text.slice(end, last.at + last.length);
    if (last.from + last.length !== last.node.length || behind.length >= BESIDE || behind.trim() !== '') return false;
    walker.currentNode = last.node;
    const next = walker.nextNode();
    const was = run.pieces[run.pieces.indexOf(last) + 1];
    return next !== null && isNew(next, next.data.slice(0, BESIDE - behind.length), was) && page.readsOn(last.node, next, last.node.length);
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
