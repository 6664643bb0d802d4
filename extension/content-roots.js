//# allFunctionsCalledOnLoad
// Shadow roots, open and closed, and where they are looked for. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  // No event reports that an element has got a shadow root. A few looks catch most roots that come late; the others are
  // found when the pointer comes to their host.
  const LATE_LOOKS_MS = [400, 1500, 5000];

  const MAY_HOST = new Set(
    'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
  );
  // Custom elements have a hyphen in their name, which no selector can ask for. So the engine is asked for all elements but
  // those of the usual names (the most frequent ones first), which is three times as fast as a walk.
  const USUAL = (
    'a span td div li p tr b i img br em strong th sup sub small h2 h3 h4 h5 h6 h1 ul ol dl dt dd ' +
    'script style link meta option input button label path svg g table tbody thead tfoot html head ' +
    'body title section article main header footer nav aside cite abbr code pre blockquote form ' +
    'select textarea iframe figure figcaption time hr q s u var kbd samp del ins wbr caption col ' +
    'colgroup mark source video audio picture canvas noscript template use rect'
  ).split(' ');
  // Elements of a usual name without content are likely hosts, too. In the same selector they cost a third of a search of their own.
  const LIKELY = `:not(${USUAL.map((name) => (MAY_HOST.has(name) ? `${name}:not(:empty)` : name))})`;

  /** Whether an element may have a shadow root at all (DOM standard, attachShadow). */
  page.mayHost = (element) =>
    element instanceof HTMLElement &&
    (page.nameOf(element).includes('-') || MAY_HOST.has(element.localName));

  // Hosts of our own cards, also of closed cards, which a page may have kept. A range painted inside one would show the page
  // a way into it.
  const ours = new WeakSet();

  /** Marks a host of our own, which is never looked into. */
  page.keepOut = (host) => ours.add(host);

  /** The shadow root of an element, open or closed; null without one, and for our own hosts. */
  page.shadowOf = (element) => {
    if (!page.mayHost(element) || ours.has(element)) return null;
    if (chrome.dom?.openOrClosedShadowRoot) return chrome.dom.openOrClosedShadowRoot(element);
    return element.openOrClosedShadowRoot ?? element.shadowRoot;
  };

  /** Calls `look` a few times with each custom element that had no shadow root when it was last looked at. */
  page.LateLooks = class LateLooks {
    constructor(look) {
      this.look = look;
      this.timers = new Set();
      /** Elements that wait for their first look; and those without a root so far in the look under way. */
      this.newest = null;
      this.bare = null;
    }

    /** Adds an element without a shadow root; `look` calls it again for one that still has none. */
    add(element) {
      if (!this.bare && !this.newest) this.wait(this.newest = new Set(), 0);
      (this.bare ?? this.newest).add(element);
    }

    wait(elements, turn) {
      const { timers } = this;
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (elements === this.newest) this.newest = null;
        const bare = (this.bare = new Set());
        try {
          for (const element of elements) if (element.isConnected) this.look(element);
        } finally {
          this.bare = null;
        }
        // Unless `look` has called `stop`.
        if (timers === this.timers && bare.size > 0 && turn + 1 < LATE_LOOKS_MS.length) this.wait(bare, turn + 1);
      }, LATE_LOOKS_MS[turn]);
      timers.add(timer);
    }

    stop() {
      for (const timer of this.timers) clearTimeout(timer);
      this.timers = new Set();
      this.newest = null;
    }
  };

  /**
   * The elements of `root` (an element, itself included, or a root) that are likely hosts of shadow roots: custom elements and
   * elements without content; and the areas of maps, which may be links to numbers. Asking every element for its root would
   * cost more than all the rest; a root that is missed here is found when the pointer comes to its host.
   */
  page.oddOnes = function* oddOnes(root) {
    if (page.typeOf(root) === Node.ELEMENT_NODE) yield /** @type {Element} */ (root);
    for (const element of page.allIn(root, LIKELY)) {
      const { localName } = element;
      if (MAY_HOST.has(localName) || localName.includes('-') || localName === 'area') yield element;
    }
  };
})();
