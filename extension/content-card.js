// The card: what a number would dial, and the button that dials it.
//
// It lives in a closed shadow root on a popover that is in the page only while the card is open.
// The page can see that a box is there, it can cover, move or remove it; it cannot read it, style it
// or press its buttons (content-card-aim.js).
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  const PLACED_MS = 4000;
  const MOVED_PX = 40;
  const MARGIN = 8;
  const GAP = 6;
  // A card that a resting pointer opened closes when the pointer has left it and the number.
  const LEFT_MS = 350;
  const NEAR_PX = 12;

  const { element, icon, styleSheet } = page.look;
  const { choices } = page;
  const { text, language, placeText, postDialText, doubtText, refusalText } = page.words;

  class Card {
    /** @param {Alo.CardOptions} options */
    constructor({ answer, from, point, rects, call, oneClick = null, notANumber = null, hover = false, pointed = false }) {
      this.answer = answer;
      this.point = point;
      this.rects = rects;
      this.callWith = call;
      this.oneClick = oneClick;
      this.flipped = Promise.resolve();
      this.notANumber = notANumber;
      this.hover = hover;
      this.pointed = pointed;
      this.focused = focusedElement();
      this.life = new AbortController();
      this.build();
      this.show(from);
    }

    build() {
      const { answer } = this;
      this.host = element('div', { popover: 'manual' });
      page.keepOut(this.host);
      const shadow = this.host.attachShadow({ mode: 'closed' });
      this.shadow = shadow;
      this.place = styleSheet(shadow);

      this.callButton = element('button', { className: 'call', type: 'button' });
      this.callButton.append(icon('call'), text('card_call', 'Call'));
      this.copyButton = element('button', { className: 'copy', type: 'button' });
      this.copyLabel = element('span', { textContent: text('card_copy', 'Copy') });
      this.copyButton.append(icon('copy'), this.copyLabel);
      const close = element('button', { className: 'close', type: 'button' }, icon('close'));
      close.setAttribute('aria-label', text('card_close', 'Close'));

      const number = element('bdi', { textContent: answer?.display ?? '' });
      const title = element('p', { className: 'number', id: 'number' }, number);
      const place = element('p', {
        className: 'place',
        id: 'place',
        textContent: placeText(answer),
      });
      const after = element('p', {
        className: 'after',
        id: 'after',
        textContent: postDialText(answer?.postDial),
      });
      const doubt = element('p', { className: 'doubt', id: 'doubt', textContent: doubtText(answer?.doubt) });
      this.footer = element('footer', {}, this.callButton, this.copyButton);
      this.says = element('p', { className: 'says', id: 'says' });
      this.dismissButton = element('button', { className: 'dismiss', type: 'button' });
      this.dismissButton.textContent = text('card_notNumber', 'Not a number here');
      this.dismissButton.hidden = !this.notANumber;
      this.more = element('div', { className: 'more' });
      this.switchButton = this.oneClick && choices.oneClick(answer);
      if (this.switchButton) this.more.append(this.switchButton);
      this.more.append(this.dismissButton);
      this.more.hidden = !answer?.card || (!this.notANumber && !this.switchButton);
      this.hotlines = choices.hotlines(answer);
      this.says.setAttribute('role', 'status');
      const panel = element(
        'div',
        { className: 'card', tabIndex: -1 },
        element('header', {}, element('div', {}, title, place), close),
        doubt,
        after,
        ...(this.hotlines ? [this.hotlines.row] : []),
        this.footer,
        this.says,
        this.more,
      );
      panel.setAttribute('role', 'dialog');
      panel.setAttribute('aria-label', text('card_title', 'Call this number'));
      panel.setAttribute('aria-describedby', 'number place doubt after says');
      panel.lang = language();
      this.panel = panel;
      shadow.append(panel);
      this.aim = new page.Aim(this.host, shadow, panel);

      if (!answer) this.say(text('card_unreachable', 'Alo could not be reached.'), true);
      else if (answer.refusal) this.say(refusalText(answer.refusal), true);
      else if (answer.called) this.say(text('card_placed', 'Calling.'));
      this.footer.hidden = !answer?.card || answer.called;
      if (this.hotlines) this.hotlines.row.hidden = this.footer.hidden;
      if (answer?.called) {
        this.more.hidden = true;
        setTimeout(() => this.close(), PLACED_MS);
      }
      // Hidden digits must not be copied, and the number without them is of no use.
      this.copyButton.hidden = Boolean(answer?.masked);

      // A page may keep the element of a closed card and show it again: its buttons must do nothing then.
      const { signal } = this.life;
      const onClick = (button, does) => button?.addEventListener('click', (event) => event.isTrusted && does(event), { signal });
      onClick(this.callButton, (event) => this.press(event));
      onClick(this.copyButton, () => this.copy());
      onClick(this.switchButton, (event) => this.flip(event));
      onClick(this.dismissButton, () => this.dismiss());
      onClick(close, () => this.close());
      // The page's handlers do not hear of events inside the card.
      for (const type of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown',
        'keyup', 'keypress', 'touchstart', 'touchend', 'contextmenu', 'wheel', 'input']) {
        shadow.addEventListener(type, (event) => event.stopPropagation());
      }
    }

    show(from) {
      // Everything outside a modal dialog is inert, so the card of a number in a dialog is added inside it.
      (modalAround(from) ?? document.documentElement).append(this.host);
      this.host.showPopover();
      this.around = [this.host, ...rootsOf(this.host).map(({ host }) => host)];
      this.unzoom = 1 / this.aim.zoom();
      this.origin = this.anchor();
      this.put();
      // The card has its final size only after the page's zoom is undone.
      if (this.unzoom !== 1) this.put();
      const { signal } = this.life;
      const trusted = (handler) => (event) => event.isTrusted && handler(event);
      const on = (type, handler) =>
        addEventListener(type, trusted(handler), { capture: true, signal });
      on('focusin', (event) => this.focusAt(event));
      // The panel gets the focus, never Call: an Enter that was meant for the page, or is held, would press it. Firefox
      // draws a ring around what a script focuses, also after a click.
      const ring = this.pointed ? { focusVisible: false } : {};
      if (!this.hover) {
        // Blurred first: a page that keeps the focus in its dialog looks at the element that gets it next.
        this.focused?.blur();
        this.panel.focus({ preventScroll: true, ...ring });
      }
      this.isSettled = true;
      this.aim.begin();
      on('keydown', (event) => this.key(event));
      on('keyup', (event) => this.aim.keyUp(event));
      on('pointerdown', (event) => !this.isOwn(event) && this.close(false));
      on('blur', (event) => event.target === window && this.close(false));
      const onScroll = (event) => event.target !== this.host && this.closeIfMoved();
      on('scroll', onScroll);
      // A scroll event inside a shadow root is not dispatched outside it.
      for (const root of rootsOf(from)) root.addEventListener('scroll', onScroll, { capture: true, signal });
      on('resize', () => this.close());
      on('input', (event) => !this.isOwn(event) && this.close(false));
      if (this.hover) {
        on('mousemove', (event) => this.pointerAt(event));
        // The pointer has left the frame, which gets no more of its moves.
        on('mouseout', ({ relatedTarget }) => relatedTarget ?? this.pointerAt({ clientX: -Infinity, clientY: -Infinity }));
      }
      on('popstate', () => this.close(false));
      on('pagehide', () => this.close(false));
    }

    /** Whether an event at the window is the card's own. If the card is in a shadow root of the page, the event names that root's host. */
    isOwn(event) {
      if (event.target === this.host) return true;
      if (!this.around.includes(event.target)) return false;
      const root = /** @type {Document | ShadowRoot} */ (this.host.getRootNode());
      const inside = event instanceof PointerEvent
        ? root.elementFromPoint(event.clientX, event.clientY)
        : root.activeElement;
      return inside === this.host;
    }

    /**
     * A dialog of the page that keeps the focus inside would take it from the card, so the page does not hear of a focus
     * in the card. If the page takes the focus all the same, the card stays open for the pointer. It closes only when the
     * focus moves between two elements of the page.
     */
    focusAt(event) {
      if (this.isOwn(event)) event.stopImmediatePropagation();
      else if (this.isSettled && !this.around.includes(event.relatedTarget)) this.close(false);
    }

    get isOpen() {
      return !this.life.signal.aborted;
    }

    /** Where the number stands now; if it has no box, where the pointer was. */
    anchor() {
      const boxes = this.rects().filter(({ width, height }) => width > 0 && height > 0);
      const { x, y } = this.point;
      const nearest = boxes.find(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      );
      return nearest ?? boxes[0] ?? new DOMRect(x, y, 0, 0);
    }

    put() {
      const { width, height } = this.host.getBoundingClientRect();
      const { left, top, bottom } = this.origin;
      const [wide, high] = [innerWidth, innerHeight];
      const below = bottom + GAP;
      const above = top - GAP - height;
      const fits = below + height + MARGIN <= high || above < MARGIN;
      const clamp = (value, most) => Math.max(MARGIN, Math.min(value, most - MARGIN));
      const x = clamp(left, wide - width);
      const y = clamp(fits ? below : above, high - height);
      this.place.replaceSync(`:host {
        --x: ${Math.round(x)}px !important; --y: ${Math.round(y)}px !important;
        zoom: ${this.unzoom} !important;
      }`);
    }

    closeIfMoved() {
      const { left, top } = this.anchor();
      const moved = Math.hypot(left - this.origin.left, top - this.origin.top);
      if (moved > MOVED_PX) this.close();
    }

    key(event) {
      if (event.key === 'Enter' || event.key === ' ') {
        this.aim.keyDown(event, this.isOwn(event));
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.close();
      } else if (event.key === 'Tab' && this.isOwn(event)) {
        // Tab goes round inside the card; when it closes, the page's focus is where it was.
        event.preventDefault();
        const stops = /** @type {HTMLElement[]} */ ([...this.shadow.querySelectorAll('.close, .from:not([hidden]) > select, footer:not([hidden]) > button:not([hidden]):enabled, .more:not([hidden]) button:not([hidden])')]);
        const at = stops.indexOf(/** @type {HTMLElement} */ (this.shadow.activeElement));
        const step = event.shiftKey ? (at < 0 ? 0 : at) - 1 : at + 1;
        stops[(step + stops.length) % stops.length]?.focus();
      }
    }

    async press(event) {
      const objection = this.aim.objection(event, this.callButton);
      if (objection === 'covered') {
        this.say(text('card_covered', 'Something covers this card, so nothing was dialled.'), true);
      }
      if (objection && objection !== 'unseen') return;
      this.callButton.disabled = true;
      this.say(text('card_calling', 'Calling\u2026'));
      this.panel.focus({ preventScroll: true });
      if (this.hotlines) this.hotlines.select.disabled = true;
      const { card } = this.answer;
      const hotline = this.hotlines?.select.value || null;
      // A card that may never have been visible is confirmed in the extension's own window instead.
      const answer = objection
        ? await page.ask({ type: 'askInWindow', card, hotline })
        : await this.callWith(card, hotline);
      if (this.life.signal.aborted) return;
      // The worker takes a card once only, even if the call was refused.
      this.callButton.hidden = true;
      if (this.hotlines) this.hotlines.row.hidden = true;
      this.more.hidden = true;
      if (!answer) this.say(text('card_unreachable', 'Alo could not be reached.'), true);
      else if (answer.refusal) this.say(refusalText(answer.refusal), true);
      else if (answer.confirm) {
        this.say(text('card_confirm', 'Alo asks in a window of its own.'));
        setTimeout(() => this.close(), PLACED_MS);
      } else {
        this.say(text('card_placed', 'Calling. Click the Alo icon to see the call.'));
        setTimeout(() => this.close(), PLACED_MS);
      }
      this.put();
    }

    /** Closes the card when the pointer has been away from card and number for `LEFT_MS`. */
    pointerAt({ clientX: x, clientY: y }) {
      const near = ({ left, right, top, bottom }) =>
        x > left - NEAR_PX && x < right + NEAR_PX && y > top - NEAR_PX && y < bottom + NEAR_PX;
      const stays = near(this.host.getBoundingClientRect()) || this.rects().some(near);
      if (stays || this.shadow.activeElement) {
        clearTimeout(this.leaving);
        this.leaving = 0;
      } else {
        this.leaving ||= setTimeout(() => this.close(false), LEFT_MS);
      }
    }

    /** The switch for calling at a click. It leads to calls without a card, so its press is checked like one on Call. */
    async flip(event) {
      const made = this.switchButton;
      const objection = this.aim.objection(event, made);
      if (objection === 'covered' || objection === 'unseen') {
        this.say(text('card_covered', 'Something covers this card, so nothing was dialled.'), true);
      }
      if (objection) return;
      // A press before the last one is answered waits for it, and then switches back.
      const turn = () => this.turn(made);
      this.flipped = this.flipped.then(turn, turn);
    }

    async turn(made) {
      if (this.life.signal.aborted) return;
      const on = !choices.isOn(made);
      const answer = await this.oneClick(this.answer.card, on);
      if (this.life.signal.aborted) return;
      if (!answer) this.say(text('card_unreachable', 'Alo could not be reached.'), true);
      else if (answer.refusal) this.say(refusalText(answer.refusal), true);
      else {
        choices.setSwitch(made, on);
        this.say(on ? text('card_oneClick_on', 'From now on a click on a number on this site calls at once.') : '');
      }
      this.put();
    }

    /** Tells the worker that this is not a number on this site; a second press takes that back. */
    async dismiss() {
      const undo = this.dismissed === true;
      const answer = await this.notANumber(this.answer.card, undo);
      if (this.life.signal.aborted) return;
      if (!answer) return this.say(text('card_unreachable', 'Alo could not be reached.'), true);
      if (answer.refusal) return this.say(refusalText(answer.refusal), true);
      this.dismissed = !undo;
      this.footer.hidden = this.dismissed;
      if (this.hotlines) this.hotlines.row.hidden = this.dismissed;
      if (this.switchButton) this.switchButton.hidden = this.dismissed;
      this.dismissButton.textContent = this.dismissed
        ? text('card_undo', 'Undo')
        : text('card_notNumber', 'Not a number here');
      this.say(this.dismissed ? text('card_notNumber_done', 'No longer marked on this site.') : '');
      this.put();
    }

    async copy() {
      const number = this.answer.display.replace(/[^0-9A-D+*#]/g, '');
      try {
        await navigator.clipboard.writeText(number);
        this.copyLabel.textContent = text('card_copied', 'Copied');
      } catch {
        // There is no clipboard API on plain http, nor in most frames of other sites.
        const set = (event) => {
          event.clipboardData.setData('text/plain', number);
          event.preventDefault();
          event.stopImmediatePropagation();
        };
        addEventListener('copy', set, { capture: true, once: true });
        const done = document.execCommand('copy');
        removeEventListener('copy', set, { capture: true });
        this.copyLabel.textContent = done
          ? text('card_copied', 'Copied')
          : text('card_copyFailed', 'Could not copy');
      }
    }

    say(sentence, warn = false) {
      this.says.textContent = sentence;
      this.says.classList.toggle('warn', warn);
    }

    close(giveBack = true) {
      if (this.life.signal.aborted) return;
      this.life.abort();
      clearTimeout(this.leaving);
      this.aim.end();
      const hadFocus = this.host.matches(':focus-within') || this.shadow.activeElement;
      this.host.remove();
      this.shadow.replaceChildren();
      if (giveBack && hadFocus && this.focused?.isConnected) {
        this.focused.focus({ preventScroll: true });
      }
    }
  }

  /** The shadow roots around a node, the innermost first. */
  function rootsOf(node) {
    const found = [];
    for (let root = node && page.rootOf(node); root instanceof ShadowRoot; root = page.rootOf(root.host)) found.push(root);
    return found;
  }

  /** The modal dialog that a node stands in, perhaps outside its shadow root. */
  function modalAround(node) {
    for (const each of [node, ...rootsOf(node).map(({ host }) => host)]) {
      // From the prototype: a form's field may be named `closest`.
      const modal = each && Element.prototype.closest.call(each, 'dialog:modal');
      if (modal) return modal;
    }
    return null;
  }

  function focusedElement() {
    let focused = /** @type {HTMLElement | null} */ (document.activeElement);
    for (;;) {
      const inner = focused && page.shadowOf?.(focused)?.activeElement;
      if (!inner) return focused;
      focused = /** @type {HTMLElement} */ (inner);
    }
  }

  page.card?.isHere(Card);
})();
