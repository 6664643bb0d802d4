// Whether a press on the card was aimed at it. It counts when a person made it (`isTrusted`), 300 ms after the
// card has become fully visible, and only while nothing covers it. By keyboard that takes a key that
// goes down on the button itself: one that is still held from the page, or meant for it, presses nothing.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  const REST_MS = 300;
  // By then the browser has told whether the card is seen.
  const SEEN_MS = 1000;
  const BEAT_MS = 120;

  // What is drawn above a popover is a popover, too, a modal dialog, or the whole screen's.
  const ON_TOP = ':popover-open, dialog:modal, :fullscreen';
  const seesCovers = 'isVisible' in IntersectionObserverEntry.prototype;

  /** Everything in the top layer, shadow roots included. */
  function topLayer(root = document) {
    const found = [...root.querySelectorAll(ON_TOP)];
    for (const each of root.querySelectorAll('*')) {
      const shadow = page.shadowOf(each);
      if (shadow) found.push(...topLayer(shadow));
    }
    return found;
  }

  page.Aim = class Aim {
    /** The card's popover, its closed root, and what has to be seen of it. */
    constructor(host, shadow, panel) {
      this.host = host;
      this.shadow = shadow;
      this.panel = panel;
      this.visibleSince = Infinity;
      /** Whether it has ever been seen as it should be. */
      this.wasSeen = false;
      /** The Enter or Space that is down: `{on}`, the button that it counts on, if any. */
      this.pressed = null;
      this.hasEnded = false;
    }

    /** The card is on screen now. */
    begin() {
      this.shownAt = performance.now();
      this.below = new Set(seesCovers ? [] : topLayer());

      // Version 2 tells whether the box is really seen: not covered, not faded, not transformed.
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

    /** A page may zoom its root element, which is all that reaches a popover from outside. */
    zoom() {
      return this.host.currentCSSZoom || 1;
    }

    /** The observer looks only when a frame is drawn, and a still page draws none. */
    beat() {
      if (this.hasEnded) return;
      for (const each of this.below) if (!each.matches(ON_TOP)) this.below.delete(each);
      requestAnimationFrame(() => setTimeout(() => this.beat(), BEAT_MS));
    }

    /** `isOwn`: the key went down on the card. */
    keyDown(event, isOwn) {
      const rested = performance.now() - this.visibleSince >= REST_MS;
      const on = isOwn && rested && !event.repeat ? this.shadow.activeElement : null;
      this.pressed = { on };
      if (event.repeat && isOwn) event.preventDefault();
    }

    keyUp(event) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const { pressed } = this;
      // A click by the space bar comes right after this event.
      setTimeout(() => {
        if (this.pressed === pressed) this.pressed = null;
      });
    }

    /**
     * Why a press on a button does not count, or null. `unseen`: the card never was as it should be; in a frame that is
     * faded or scaled, or below a film over the whole page, it never will be.
     */
    objection(event, button) {
      if (!event.isTrusted) return 'forged';
      if (this.hasEnded) return 'closed';
      if (!this.host.isConnected || !this.host.matches(':popover-open')) return 'covered';
      if (this.visibleSince === Infinity) {
        if (this.wasSeen) return 'covered';
        return performance.now() - this.shownAt < SEEN_MS ? 'early' : 'unseen';
      }
      // Where the observer sees no cover that lets clicks through: what came after the card lies over it.
      if (!seesCovers && topLayer().some((each) => !this.below.has(each))) return 'covered';
      if (Math.abs(Math.log2(this.zoom())) > 0.5) return 'covered';
      if (performance.now() - this.visibleSince < REST_MS) return 'early';
      if (page.isPointed(event)) {
        const { clientX, clientY } = event;
        const root = this.host.getRootNode();
        if (root.elementFromPoint(clientX, clientY) !== this.host) return 'covered';
        if (!button.contains(this.shadow.elementFromPoint(clientX, clientY))) return 'covered';
      } else if (this.pressed && this.pressed.on !== button) {
        // Without any key down it is an assistive tool that presses, for a person.
        return 'early';
      }
      return null;
    }
  };
})();
