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
  // With something selected on the page, so little is a selection's end.
  const SELECTED_PX = 3;
  // Sooner after the click, a press may be a second click, or be meant for where the card will be.
  const GONE_ON_MS = 400;
  // A click that would call at once waits so long for a second one, which selects the text.
  const DOUBLE_MS = 300;
  // So long a click waits for a text that has just changed around the number to be read again.
  const READ_MS = 1500;
  // A card's number and Call need as much, CSS px: beside each other, or below, or with more to be read.
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
  /** What the last click was on, where it was taken from the page for nothing. */
  let owed = null;
  /** Clicks that wait for their card: a pointer that moves on does not take it from them. */
  let clicks = 0;
  /** Where a pointer went down last, as `{x, y, type}`. */
  let down = null;
  /** Whether somebody goes from field to field by Tab. */
  let byTab = false;
  /** The field about which the finder is being asked. */
  let asked = null;
  /** When a card was asked for by a click, as events count time. */
  let clicked = -Infinity;

  /** What may hold the text that stands under a pointer; nothing more from what is left alone on. */
  function* nodesUnder(elements) {
    // What lies under the pointer may be a part of a component that shows the text of its host in a button.
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
        // Nobody is called by what was there before.
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
    // Wide gaps in the source are one on the screen.
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
      // Of a double click the first half may wait for its card.
      return isDragEnd(event, false) ? goneOn() : openOnceRead(event, unsure);
    }
    const isLink = number.source.type === 'link';
    if (page.isPointed(event) && isDragEnd(event, isLink)) {
      // The page may have the drag, but no other program the number.
      if (isLink) event.preventDefault();
      // Of a double click the first half has asked for a card.
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
    // The page has written it anew: it is called where it stands again, else a card says what was clicked.
    watch.readAgain(number.record);
    const element = document.elementFromPoint(point.x, point.y);
    const now = element && hit(eventOn(element, point.x, point.y));
    return open(now ?? number, point, { direct: now !== null && keyOf(now) === keyOf(number) });
  }

  /** A card, and never a call at once, for a number once its text has been read again. */
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

  /** What stands there now where that is the same number in the same text; nothing if it takes too long or somebody goes on. */
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

  /** Whether nobody has gone on from a number within the time of a double click. */
  async function isSingle() {
    goneOn();
    const turn = opening;
    halves += 1;
    await new Promise((resolve) => { setTimeout(resolve, DOUBLE_MS); });
    halves -= 1;
    return !signal.aborted && turn === opening;
  }

  /** What stands in for an event: one forgets its path when it is over, and this is later. */
  const eventOn = (element, clientX, clientY) => ({ composedPath: () => [element], detail: 1, clientX, clientY });

  /**
   * The end of a drag, or of a selection by dragging or by a second click. What was selected before stays where
   * nothing can be selected, and says nothing about this click. A link has nothing to select by clicks, and a
   * finger that drags scrolls.
   */
  function isDragEnd({ clientX, clientY, detail }, isLink) {
    const way = down && down.type !== 'touch' ? Math.hypot(clientX - down.x, clientY - down.y) : 0;
    if (way > DRAGGED_PX) return true;
    return !isLink && getSelection()?.type === 'Range' && (way > SELECTED_PX || detail > 1);
  }

  function onDown(event) {
    if (!event.isTrusted) return;
    byTab = false;
    // Not the event, which keeps its element.
    down = { x: event.clientX, y: event.clientY, type: event.pointerType };
    if (halves > 0 || event.timeStamp - clicked > GONE_ON_MS) goneOn();
  }

  /** What somebody types, or where they go by Tab, is not for a card that comes in between. */
  function onKey({ isTrusted, key }) {
    if (isTrusted && key === 'Tab') byTab = true;
    if (isTrusted && (key === 'Tab' || key === 'Escape' || (key.length === 1 && key !== ' '))) goneOn();
  }

  /** A card that was asked for before is not shown any more. */
  function goneOn() {
    opening += 1;
  }

  const keyOf = ({ source }) => JSON.stringify(source);

  async function open(number, point, { direct = false, pointed = direct, hover = false } = {}) {
    opening += 1;
    const turn = opening;
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

  /** Without a card, a number is asked about in Alo's own window; where that cannot be, the next click on it is the page's. */
  async function instead(answer, number) {
    if (answer?.called) return;
    const asked = answer?.card && await page.ask({ type: 'askInWindow', card: answer.card });
    if (!asked?.confirm) owed = keyOf(number);
  }

  /** The pointer rests on a number, or the focus is on a field with one: its card is offered. */
  function offer(element, clientX, clientY, isFocused = false) {
    if (!element || clicks > 0 || card.host || page.isOrphan()) return;
    // Tab selects all that is in a field.
    if (!isFocused && getSelection()?.type === 'Range') return;
    const event = eventOn(element, clientX, clientY);
    const elements = page.under(event);
    const field = page.fieldAt(elements);
    const number = field ? null : hit(event);
    if (field) offerField(field, { x: clientX, y: clientY });
    else if (number) open(number, { x: clientX, y: clientY }, { hover: true });
  }

  /** Whether a field's digits are a number says the finder, as of a text under what the page calls the field. */
  async function offerField(field, point) {
    opening += 1;
    const turn = opening;
    const text = field.value;
    const hint = page.hintOf(field);
    asked = field;
    const answer = await page.ask({ type: 'scan', texts: [text], hints: [[hint, [0]]], lang: page.language() });
    if (asked === field) asked = null;
    const [found, other] = answer?.numbers ?? [];
    // A card is for one number, and for what the field says still.
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

  function cameTo(target) {
    // A page can move the focus by itself; then nobody has asked for a card.
    if (!navigator.userActivation?.isActive) return;
    if (!page.fieldAt([target])) return;
    // Who wants no card of a pointer that rests is offered none by a click into a field to write in.
    if (hoverMs === 0 && !byTab && !target.readOnly) return;
    const { left, top } = target.getBoundingClientRect();
    offer(target, left, top, true);
  }

  /** A field that cannot be written to is clicked for what it says, also when it has the focus already. */
  function clickField(event) {
    if (event.detail !== 1 || !page.isPointed(event) || isDragEnd(event, true)) return;
    const field = page.fieldAt(page.under(event));
    if (field?.readOnly && field !== asked) offer(field, event.clientX, event.clientY, true);
  }

  function onOver(event) {
    if (event.target === lastOver || !(event.target instanceof HTMLElement)) return;
    lastOver = event.target;
    watch.shadowOf(lastOver);
    // The page may have taken the paint away and changed nothing else.
    paint.putBack();
  }

  page.point = {
    /** Listens until `until` is aborted; again and again without harm, because `document.open()` takes listeners away. */
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
    /** Somebody has come to a field before there was anybody to notice. */
    meet(field) {
      if (field.matches(':focus')) {
        // The Tab that led here nobody has heard.
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
