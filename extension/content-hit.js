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

  // As near a digit may be part of a number.
  const BESIDE = 16;

  /**
   * Whether a number stands as it was read: each text that says what it is in the page, beside the next, and saying
   * what it said; and no digits that have come right before or behind it.
   */
  page.isAsRead = ({ run, start, end, within }) => {
    // What a number's own text does not say, all of its run did.
    const pieces = run.pieces.filter(({ at, length }) => within || (at < end && at + length > start));
    if (!pieces.every((piece) => saysTheSame(run, piece))) return false;
    const walker = document.createTreeWalker(page.rootOf(pieces[0].node), NodeFilter.SHOW_TEXT);
    walker.currentNode = pieces[0].node;
    const isWhole = pieces.every(({ node }, at) =>
      at === 0 || (walker.nextNode() === node && page.readsOn(pieces[at - 1].node, node)));
    const is = isWhole && (run.age === page.watch.version() || !goesOn(run, start, end, pieces, walker));
    page.forgetStyles();
    return is;
  };

  const saysTheSame = ({ text }, { node, from, at, length }) =>
    node.isConnected && page.paint.isSame(node.data.slice(from, from + length), text.slice(at, at + length));

  function goesOn(run, start, end, pieces, walker) {
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    const isNew = (next, text) => page.hasDigit(text) && !page.isTextAlone(next) &&
      !run.pieces.some((piece) => piece.node === next && saysTheSame(run, piece));
    if (first.from === 0 && run.text.slice(first.at, start).trim() === '') {
      walker.currentNode = first.node;
      const next = walker.previousNode();
      if (next && isNew(next, next.data.slice(-BESIDE)) && page.readsOn(next, first.node, next.length)) return true;
    }
    if (last.from + last.length !== last.node.length || run.text.slice(end, last.at + last.length).trim() !== '') return false;
    walker.currentNode = last.node;
    const next = walker.nextNode();
    return next !== null && isNew(next, next.data.slice(0, BESIDE)) && page.readsOn(last.node, next, last.node.length);
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
