// The card as the other scripts use it. The card's own scripts are brought into a frame when somebody
// points at the first number there; most pages never have a card.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  // A click is taken from the page for no longer than this.
  const LONGEST_MS = 3000;

  /** The class of `content-card.js`; null until that script is here. */
  let Card = null;
  /** @type {(value?: unknown) => void} */
  let arrived = () => {};
  let loading = null;
  let current = null;

  /** Has the worker put the scripts into this frame. They report themselves (`isHere`), which comes before its answer. */
  async function fetchScripts() {
    const arrival = new Promise((resolve) => { arrived = resolve; });
    const patience = new Promise((resolve) => { setTimeout(resolve, LONGEST_MS); });
    await Promise.race([arrival, patience, page.askWithRetry({ type: 'loadCard' }, () => !Card)]);
    loading = null;
    return Card !== null;
  }

  page.card = {
    /** The open card's element in the page, or null. */
    get host() {
      return current?.isOpen ? current.host : null;
    },
    /** Has the scripts brought in, once however often it is called; resolves to whether they are here. */
    load: () => (Card ? Promise.resolve(true) : (loading ??= fetchScripts())),
    /** Called by `content-card.js` with its class; a second time changes nothing. */
    isHere(made) {
      Card ??= made;
      arrived();
    },
    /** To be called after `load` has resolved to true. */
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
