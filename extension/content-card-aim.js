// Whether a press on the card was aimed at it. A press counts if a person made it (`isTrusted`), at least 300 ms after
// the card became fully visible, and while nothing covers the card. By keyboard, the key must have gone down on the
// button itself: a key that was already down, or was meant for the page, presses nothing.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  const REST_MS = 300;
  // By then the browser has reported whether the card is visible.
  const SEEN_MS = 1000;
  const BEAT_MS = 120;

  // Only these are drawn above a popover: another popover, a modal dialog, a fullscreen element.
  const ON_TOP = ':popover-open, dialog:modal, :fullscreen';
  const seesCovers = 'isVisible' in IntersectionObserverEntry.prototype;

  /** Everything in the top layer, shadow roots included. @param {Document | ShadowRoot} [root] */
  function topLayer(root = document) {
    const found = [...root.querySelectorAll(ON_TOP)];
    for (const each of root.querySelectorAll('*')) {
      const shadow = page.shadowOf(each);
      if (shadow) found.push(...topLayer(shadow));
    }
    return found;
  }

  page.Aim = class Aim {
    /**
     * @param {HTMLElement} host the card's popover
     * @param {ShadowRoot} shadow its closed root
     * @param {HTMLElement} panel what has to be seen of it
     */
    constructor(host, shadow, panel) {
      this.host = host;
      this.shadow = shadow;
      this.panel = panel;
      this.visibleSince = Infinity;
      /** Whether the card has ever been fully visible. */
      this.wasSeen = false;
      /** The Enter or Space key that is down, as `{on}`: the button that it may press, or null. */
      this.pressed = null;
      this.hasEnded = false;
    }

    /** The card is on screen now. */
    begin() {
      this.shownAt = performance.now();
      this.below = new Set(seesCovers ? [] : topLayer());

      // Version 2 of the observer (Chromium) reports whether the box can be seen: not covered, faded or transformed.
      this.observer = new IntersectionObserver(
        (entries) => {
          const { isVisible, isIntersecting } = entries[entries.length - 1];
          const seen = isVisible ?? isIntersecting;
          this.wasSeen ||= seen;
          this.visibleSince = seen ? Math.min(this.visibleSince, performance.now()) : Infinity;
        },
        { threshold: [0.99], trackVisibility: true, delay: 100 },
      );
      this.observer.observe(this.panel);
      this.beat();
    }

    end() {
      this.hasEnded = true;
      this.visibleSince = Infinity;
      this.observer?.disconnect();
    }

    /** The page's zoom on its root element, the only style of the page that affects a popover. */
    zoom() {
      return this.host.currentCSSZoom || 1;
    }

    /** Has a frame drawn now and then: the observer runs only with a frame, and a page at rest draws none. */
    beat() {
      if (this.hasEnded) return;
      for (const each of this.below) if (!each.matches(ON_TOP)) this.below.delete(each);
      requestAnimationFrame(() => setTimeout(() => this.beat(), BEAT_MS));
    }

    /** `isOwn`: whether the key went down on the card. */
    keyDown(event, isOwn) {
      const rested = performance.now() - this.visibleSince >= REST_MS;
      const on = isOwn && rested && !event.repeat ? this.shadow.activeElement : null;
      this.pressed = { on };
      if (event.repeat && isOwn) event.preventDefault();
    }

    keyUp(event) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const { pressed } = this;
      // The click that the space bar makes comes right after this event.
      setTimeout(() => {
        if (this.pressed === pressed) this.pressed = null;
      });
    }

    /**
     * Why a press on a button does not count, or null. `unseen`: the card has never been fully visible; in a frame that
     * is faded or scaled, or below a film over the whole page, it never will be.
     */
    objection(event, button) {
      if (!event.isTrusted) return 'forged';
      if (this.hasEnded) return 'closed';
      if (!this.host.isConnected || !this.host.matches(':popover-open')) return 'covered';
      if (this.visibleSince === Infinity) {
        if (this.wasSeen) return 'covered';
        return performance.now() - this.shownAt < SEEN_MS ? 'early' : 'unseen';
      }
      // Firefox's observer does not notice a cover that lets clicks through: whatever entered the top layer after the card
      // covers it.
      if (!seesCovers && topLayer().some((each) => !this.below.has(each))) return 'covered';
      if (Math.abs(Math.log2(this.zoom())) > 0.5) return 'covered';
      if (performance.now() - this.visibleSince < REST_MS) return 'early';
      if (page.isPointed(event)) {
        const { clientX, clientY } = event;
        const root = /** @type {Document | ShadowRoot} */ (this.host.getRootNode());
        if (root.elementFromPoint(clientX, clientY) !== this.host) return 'covered';
        if (!button.contains(this.shadow.elementFromPoint(clientX, clientY))) return 'covered';
      } else if (this.pressed && this.pressed.on !== button) {
        // A click without a key down comes from an assistive tool, and counts.
        return 'early';
      }
      return null;
    }
  };
})();
