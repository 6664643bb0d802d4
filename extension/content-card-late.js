// The card as the rest of us knows it. What it is made of, a quarter of our scripts, comes into a page when somebody
// points at the first number there; most pages never have one.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  // A click must not be swallowed for longer.
  const LONGEST_MS = 3000;

  /** What `content-card.js` makes a card with; null until it is there. */
  let Card = null;
  let arrived = () => {};
  let loading = null;
  let current = null;

  /** The worker puts the scripts into this frame, and they say so themselves: sooner than its answer comes. */
  async function fetchScripts() {
    const arrival = new Promise((resolve) => { arrived = resolve; });
    const patience = new Promise((resolve) => { setTimeout(resolve, LONGEST_MS); });
    await Promise.race([arrival, patience, page.askTwice({ type: 'loadCard' }, () => !Card)]);
    loading = null;
    return Card !== null;
  }

  page.card = {
    /** The open card's element in the page, or null. */
    get host() {
      return current?.isOpen ? current.host : null;
    },
    /** Has the scripts brought in, once for however many ask; resolves to whether they are there. */
    load: () => (Card ? Promise.resolve(true) : (loading ??= fetchScripts())),
    /** Called by the scripts; those that come a second time change nothing. */
    isHere(made) {
      Card ??= made;
      arrived();
    },
    /** After `load`. */
    open(options) {
      current?.close(false);
      current = new Card(options);
    },
    close() {
      current?.close();
      current = null;
    },
  };
})();
