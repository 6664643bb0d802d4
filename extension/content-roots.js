//# allFunctionsCalledOnLoad
// Where else a page keeps content: shadow roots, open and closed. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  // Elements attach shadow roots without any notice; a few looks catch the usual late ones, moving
  // the pointer over them the rest.
  const LATE_LOOKS_MS = [400, 1500, 5000];

  const MAY_HOST = new Set(
    'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
  );
  // Custom elements have a hyphen in their name, which no selector can ask for: what is none of the
  // usual names is looked at, the most frequent ones first. The engine does that three times as
  // fast as a walk.
  const USUAL = (
    'a span td div li p tr b i img br em strong th sup sub small h2 h3 h4 h5 h6 h1 ul ol dl dt dd ' +
    'script style link meta option input button label path svg g table tbody thead tfoot html head ' +
    'body title section article main header footer nav aside cite abbr code pre blockquote form ' +
    'select textarea iframe figure figcaption time hr q s u var kbd samp del ins wbr caption col ' +
    'colgroup mark source video audio picture canvas noscript template use rect'
  ).split(' ');
  // Usual ones without any content of their own are likely hosts, too; asked in one go, they cost a third of a search of their own.
  const LIKELY = `:not(${USUAL.map((name) => (MAY_HOST.has(name) ? `${name}:not(:empty)` : name))})`;

  /** Whether an element may have a shadow root at all (DOM standard, attachShadow). */
  page.mayHost = (element) =>
    element instanceof HTMLElement &&
    (page.nameOf(element).includes('-') || MAY_HOST.has(element.localName));

  // Of our own cards, also of those that are closed for good: a page may keep one. What were painted in there would show
  // the page the way in.
  const ours = new WeakSet();

  /** Has a host of our own never be looked into. */
  page.keepOut = (host) => ours.add(host);

  /** The shadow root of an element, open or closed, but for our own. */
  page.shadowOf = (element) => {
    if (!page.mayHost(element) || ours.has(element)) return null;
    if (chrome.dom?.openOrClosedShadowRoot) return chrome.dom.openOrClosedShadowRoot(element);
    return element.openOrClosedShadowRoot ?? element.shadowRoot;
  };

  /** Has `look` called a few times with each custom element that had no shadow root when last looked at. */
  page.LateLooks = class LateLooks {
    constructor(look) {
      this.look = look;
      this.timers = new Set();
      /** Those that wait for their first look, and those that the look under way has found bare. */
      this.newest = null;
      this.bare = null;
    }

    /** Called by `look`, too. */
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
        // Not if that has found what was looked for.
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
   * The elements of `root` (an element or a root, itself included) that are likely hosts, custom elements and
   * others without any content of their own, and areas of maps, which may be links to numbers. Asking every
   * element would cost more than all the rest; what is missed here is found when the pointer comes to it.
   */
  page.oddOnes = function* oddOnes(root) {
    if (page.typeOf(root) === Node.ELEMENT_NODE) yield root;
    for (const element of page.allIn(root, LIKELY)) {
      const { localName } = element;
      if (MAY_HOST.has(localName) || localName.includes('-') || localName === 'area') yield element;
    }
  };
})();
