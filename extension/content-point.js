// What a person does with a painted number: a click, a pointer that rests on it, the focus on a field.
//
// Only trusted events count. What is pointed at is found in our own records and read from the page at
// that moment, and only what the card then shows can be dialled.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  const MAX_SPAN = 64;
  const MAX_HREF = 256;
  // A pointer that was moved further than this between its going down and up dragged something, px.
  const DRAGGED_PX = 10;
  // With something selected on the page, a pointer that was moved further ends a selection, px.
  const SELECTED_PX = 3;
  // A press sooner after the click may be a second click, or be meant for the card; a later one means that the person goes on.
  const GONE_ON_MS = 400;
  // A click that would call at once waits so long for a second one, which selects the text.
  const DOUBLE_MS = 300;
  // So long a click waits for a text that has just changed around the number to be read again.
  const READ_MS = 1500;
  // Room for a card, CSS px. Below a height of `LOW` it is a low one, with number and Call side by side, which needs a width of
  // `LEAST_WIDTH_LOW` and a height of `LEAST_HEIGHT`; an ordinary one needs a width of `LEAST_WIDTH`.
  const LOW = 150;
  const LEAST_HEIGHT = 72;
  const LEAST_WIDTH = 120;
  const LEAST_WIDTH_LOW = 260;

  const { card, paint, watch } = page;
  let signal = AbortSignal.abort(null);
  let hoverMs = 0;
  /** Whether a click may call at once here. */
  let oneClick = false;
  /** How many clicks wait for a second one. */
  let halves = 0;
  let lastOver = null;
  let opening = 0;
  let resting = 0;
  /** The number of the last click that was taken from the page without any effect: the next click on it is the page's. */
  let owed = null;
  /** How many clicks wait for their card: meanwhile no card is offered to a pointer that rests elsewhere. */
  let clicks = 0;
  /** Where a pointer went down last, as `{x, y, type}`. */
  let down = null;
  /** Whether a Tab came after the last press of a pointer: somebody goes from field to field. */
  let byTab = false;
  /** The field about which the finder is being asked. */
  let asked = null;
  /** When a card was asked for by a click, as events count time. */
  let clicked = -Infinity;

  /** The nodes that may hold the text under a pointer, innermost first; ends at the first element that is left alone. */
  function* nodesUnder(elements) {
    // An inner one may be the button of a component in which it shows the text of its host.
    for (const element of elements) {
      if (page.isLeftAlone(element)) return;
      const inside = page.shadowOf(element)?.childNodes ?? [];
      const shown = element.localName === 'slot' ? element.assignedNodes({ flatten: true }) : [];
      yield* [...page.nodesOf(element), ...inside, ...shown];
    }
  }

  const isUnder = (record, x, y) => page.rectsOf(record).some((rect) => page.holds(rect, x, y));

  function recordAt(elements, x, y) {
    for (const node of nodesUnder(elements)) {
      for (const record of paint.at(node)) {
        if (!isUnder(record, x, y)) continue;
        if (page.isAsRead(record)) return record;
        // The text has changed: no call by what was there before.
        watch.readAgain(record);
      }
    }
    return null;
  }

  /** The number under a click whose text has just changed around it. */
  function unsureUnder(event) {
    const { clientX, clientY } = event;
    for (const node of nodesUnder(page.under(event))) {
      const record = paint.unsureAt(node).find((each) => isUnder(each, clientX, clientY));
      if (record) return record;
    }
    return null;
  }

  /** What was clicked, read from the page at this moment. */
  function hit(event) {
    const elements = page.under(event);
    page.forgetAlone();
    const link = page.linkAt(elements);
    if (link && !page.isLinkAlone(link)) {
      const href = link.getAttribute('href');
      if (href.length > MAX_HREF) return null;
      return {
        source: { type: 'link', href },
        from: link,
        rects: () => [...link.getClientRects()],
      };
    }
    if (!page.isPointed(event)) return null;
    const record = recordAt(elements, event.clientX, event.clientY);
    if (!record) return null;
    // A wide gap in the source is one blank on the screen.
    const raw = paint.textOf(record.parts);
    const text = raw.replace(/[\t\n\r\f ]+/g, ' ');
    if (text.length === 0 || text.length > MAX_SPAN) return null;
    return {
      source: record.within ?? { type: 'text', text },
      record,
      from: record.parts[0].node.parentElement ?? elements[0],
      rects: () => (record.parts.every(({ node }) => node.isConnected) ? page.rectsOf(record) : []),
    };
  }

  function onClick(event) {
    // Only a person's plain click counts; with a modifier it is meant for browser or page.
    if (!event.isTrusted || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (page.isOrphan()) return page.stop();
    if (event.target === card.host) return;
    const number = hit(event);
    if (!number) {
      const unsure = page.isPointed(event) ? unsureUnder(event) : null;
      if (!unsure) return clickField(event);
      // The first click of a double click may wait for its card.
      return isDragEnd(event, false) ? goneOn() : openOnceRead(event, unsure);
    }
    const isLink = number.source.type === 'link';
    if (page.isPointed(event) && isDragEnd(event, isLink)) {
      // The page may have the drag, but no other program the number.
      if (isLink) event.preventDefault();
      // The first click of a double click may wait for its card.
      return goneOn();
    }
    const isOwed = owed === keyOf(number);
    owed = null;
    if (isOwed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(resting);
    clicked = event.timeStamp;
    clicks += 1;
    openClicked(number, { x: event.clientX, y: event.clientY }, page.isPointed(event)).finally(() => { clicks -= 1; });
  }

  async function openClicked(number, point, direct) {
    // Nothing can be selected in a link by clicks.
    if (!direct || !oneClick || !number.record) return open(number, point, { direct });
    if (!await isSingle()) return undefined;
    page.forgetAlone();
    if (page.isAsRead(number.record)) return open(number, point, { direct });
    // The page has written the text anew meanwhile: if the same number stands there, it is called; else a card shows what was clicked.
    watch.readAgain(number.record);
    const element = document.elementFromPoint(point.x, point.y);
    const now = element && hit(eventOn(element, point.x, point.y));
    return open(now ?? number, point, { direct: now !== null && keyOf(now) === keyOf(number) });
  }

  /** Opens a card for a number once its changed text has been read again; never calls at once. */
  async function openOnceRead(event, unsure) {
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(resting);
    clicked = event.timeStamp;
    goneOn();
    const turn = opening;
    const point = { x: event.clientX, y: event.clientY };
    clicks += 1;
    try {
      const number = await readAgain(unsure, point, turn);
      if (number && turn === opening) await open(number, point, { pointed: true });
    } finally {
      clicks -= 1;
    }
  }

  /** Resolves to the number when it was found again in the same text; to null after `READ_MS`, or when the person goes on. */
  function readAgain({ parts: [head], number, ext }, point, turn) {
    const isSame = (record) =>
      record.parts[0].node === head.node && record.parts[0].from === head.from && record.number === number && record.ext === ext;
    return new Promise((resolve) => {
      let stop = null;
      const end = (number) => {
        clearTimeout(late);
        stop?.();
        watch.hurry(false);
        resolve(number);
        return true;
      };
      const late = setTimeout(end, READ_MS, null);
      stop = paint.whenRead((isOver) => {
        if (isOver || turn !== opening || signal.aborted) return end(null);
        if (!paint.at(head.node).some(isSame)) return false;
        const element = document.elementFromPoint(point.x, point.y);
        const now = element && hit(eventOn(element, point.x, point.y));
        return now?.record && isSame(now.record) ? end(now) : false;
      });
      watch.hurry(true);
    });
  }

  /** Whether a click stayed a single one: no second click and nothing else within `DOUBLE_MS`. */
  async function isSingle() {
    goneOn();
    const turn = opening;
    halves += 1;
    await new Promise((resolve) => { setTimeout(resolve, DOUBLE_MS); });
    halves -= 1;
    return !signal.aborted && turn === opening;
  }

  /** Stands in for an event that is over, whose own path is empty. */
  const eventOn = (element, clientX, clientY) => ({ composedPath: () => [element], detail: 1, clientX, clientY });

  /**
   * Whether a click ends a drag, or a selection by dragging or by a second click. A selection alone says nothing: one elsewhere
   * stays when a click selects nothing. In a link clicks select nothing, and a finger that drags scrolls.
   */
  function isDragEnd({ clientX, clientY, detail }, isLink) {
    const way = down && down.type !== 'touch' ? Math.hypot(clientX - down.x, clientY - down.y) : 0;
    if (way > DRAGGED_PX) return true;
    return !isLink && getSelection()?.type === 'Range' && (way > SELECTED_PX || detail > 1);
  }

  function onDown(event) {
    if (!event.isTrusted) return;
    byTab = false;
    // Not the event itself, which would keep its element alive.
    down = { x: event.clientX, y: event.clientY, type: event.pointerType };
    if (halves > 0 || event.timeStamp - clicked > GONE_ON_MS) goneOn();
  }

  /** A key that types or leads elsewhere calls off a card that is on its way. */
  function onKey({ isTrusted, key }) {
    if (isTrusted && key === 'Tab') byTab = true;
    if (isTrusted && (key === 'Tab' || key === 'Escape' || (key.length === 1 && key !== ' '))) goneOn();
  }

  /** The person goes on: a card that was asked for before is not shown any more. */
  function goneOn() {
    opening += 1;
  }

  /** Two clicks on the same number have the same key. */
  const keyOf = ({ source }) => JSON.stringify(source);

  async function open(number, point, { direct = false, pointed = direct, hover = false } = {}) {
    opening += 1;
    const turn = opening;
    /** @type {Alo.OpenCard} */
    const request = { type: 'openCard', source: number.source, direct, lang: page.language() };
    const [answer, isThere] = await Promise.all([page.ask(request), card.load()]);
    // Of two clicks in quick succession, the later one has the card.
    if (signal.aborted || turn !== opening) return;
    if (hover && (!answer || answer.refusal)) return;
    if (!isThere || (answer?.card && !hasRoom(answer))) return hover || instead(answer, number);
    const isText = number.source.type !== 'link' && !number.field;
    owed = null;
    card.open({
      answer,
      from: number.from,
      point,
      hover,
      pointed,
      rects: number.rects,
      call: (id, hotline) => page.ask({ type: 'call', card: id, hotline }),
      oneClick: (id, on) => page.ask({ type: 'oneClick', card: id, on }),
      notANumber: isText ? (id, undo) => page.ask({ type: 'notANumber', card: id, undo }) : null,
    });
  }

  /** Whether what has to be seen before a call is seen in this frame. */
  function hasRoom({ doubt, postDial }) {
    if (innerHeight >= LOW) return innerWidth >= LEAST_WIDTH;
    return !doubt && !postDial && innerHeight >= LEAST_HEIGHT && innerWidth >= LEAST_WIDTH_LOW;
  }

  /** Where no card can be shown, Alo asks in its own window; if that fails, the next click on this number is the page's. */
  async function instead(answer, number) {
    if (answer?.called) return;
    const asked = answer?.card && await page.ask({ type: 'askInWindow', card: answer.card });
    if (!asked?.confirm) owed = keyOf(number);
  }

  /** Offers a card: the pointer rests on a number, or the focus is on a field with one. */
  function offer(element, clientX, clientY, isFocused = false) {
    if (!element || clicks > 0 || card.host || page.isOrphan()) return;
    // Tab selects the value of a field; that is no selection of the person's.
    if (!isFocused && getSelection()?.type === 'Range') return;
    const event = eventOn(element, clientX, clientY);
    const elements = page.under(event);
    const field = page.fieldAt(elements);
    const number = field ? null : hit(event);
    if (field) offerField(field, { x: clientX, y: clientY });
    else if (number) open(number, { x: clientX, y: clientY }, { hover: true });
  }

  /** Asks the finder whether a field's value is a number, with what the page calls the field as its hint; if so, offers its card. */
  async function offerField(field, point) {
    opening += 1;
    const turn = opening;
    const text = field.value;
    const hint = page.hintOf(field);
    asked = field;
    const answer = await page.ask({ type: 'scan', texts: [text], hints: [[hint, [0]]], lang: page.language() });
    if (asked === field) asked = null;
    const [found, other] = answer?.numbers ?? [];
    // Only for a single number, and if the field still has that value.
    if (turn !== opening || !found || other || field.value !== text) return;
    const { start, end } = found;
    const number = {
      source: { type: 'within', text, start, end, hint: found.hint ?? hint },
      field,
      from: field,
      rects: () => (field.isConnected ? [...field.getClientRects()] : []),
    };
    open(number, point, { hover: true });
  }

  function onMove(event) {
    clearTimeout(resting);
    if (!event.isTrusted || hoverMs === 0 || event.buttons !== 0 || card.host) return;
    resting = setTimeout(() => {
      if (signal.aborted) return;
      const { clientX, clientY } = event;
      offer(document.elementFromPoint(clientX, clientY), clientX, clientY);
    }, hoverMs);
  }

  function onFocus(event) {
    onOver(event);
    if (event.isTrusted) cameTo(event.composedPath()[0]);
  }

  /** Somebody has come to a field: offers its card. */
  function cameTo(target) {
    // A page can move the focus by itself; then no card is offered.
    if (!navigator.userActivation?.isActive) return;
    if (!page.fieldAt([target])) return;
    // Without cards for a pointer that rests, a click into a field to write in offers none either.
    if (hoverMs === 0 && !byTab && !target.readOnly) return;
    const { left, top } = target.getBoundingClientRect();
    offer(target, left, top, true);
  }

  /** A click on a field that cannot be written to offers its card, also when the field has the focus already. */
  function clickField(event) {
    if (event.detail !== 1 || !page.isPointed(event) || isDragEnd(event, true)) return;
    const field = page.fieldAt(page.under(event));
    if (field?.readOnly && field !== asked) offer(field, event.clientX, event.clientY, true);
  }

  function onOver(event) {
    if (event.target === lastOver || !(event.target instanceof HTMLElement)) return;
    lastOver = event.target;
    watch.shadowOf(lastOver);
    // If the page removes the highlight and changes nothing else, this is the first to notice.
    paint.putBack();
  }

  page.point = {
    /** Listens until `until` is aborted. May be called again and again: `document.open()` removes listeners. */
    listen(until, rest, isDirect) {
      signal = until;
      hoverMs = rest;
      oneClick = isDirect;
      const options = { capture: true, signal };
      addEventListener('pointerdown', onDown, { ...options, passive: true });
      addEventListener('keydown', onKey, { ...options, passive: true });
      addEventListener('click', onClick, options);
      addEventListener('pointerover', onOver, { ...options, passive: true });
      addEventListener('focusin', onFocus, options);
      addEventListener('mousemove', onMove, { ...options, passive: true });
    },
    /** Somebody came to a field before these scripts were here. */
    meet(field) {
      if (field.matches(':focus')) {
        // Nothing heard the Tab that may have led here: a focus without the pointer came by key.
        byTab ||= !field.matches(':hover');
        return cameTo(field);
      }
      if (hoverMs === 0) return undefined;
      const { left, top, height } = field.getBoundingClientRect();
      resting = setTimeout(() => {
        if (!signal.aborted && field.matches(':hover')) offer(field, left, top + height / 2);
      }, hoverMs);
      return undefined;
    },
    stop() {
      clearTimeout(resting);
      lastOver = null;
      asked = null;
      down = null;
    },
  };
})();
