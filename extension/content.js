// Alo on a page: whether it is wanted here, when it begins, and how it leaves without a trace.
//
// The page is hostile. It can read and empty the highlight registry, send any event and change any
// text, so nothing that it can touch is believed: where a number is stands in records of our own,
// what it says is read again when the card opens, and only what the card shows can be dialled.
// No element of the page is changed; the card's host is added while it is open, and removed.
(() => {
  'use strict';
  const page = globalThis.aloPage;
  if (!page || page.running) return;
  page.running = true;

  const MAX_LIST = 200;

  const { card, paint, point, watch } = page;
  let life = new AbortController();
  life.abort();
  let hoverMs = 0;
  let revision = null;

  function listen() {
    point.listen(life.signal, hoverMs);
    addEventListener('pageshow', onShow, { capture: true, signal: life.signal });
  }

  /** Back from the back/forward cache: the extension may have been updated or switched off. */
  function onShow(event) {
    if (event.persisted) refresh();
  }

  /** How this page is to be treated, asked at its start and whenever the settings have changed. */
  async function refresh() {
    const answer = await page.askTwice({ type: 'hello' });
    if (!answer) return;
    const same = revision === answer.revision;
    revision = answer.revision;
    hoverMs = answer.hoverMs ?? 0;
    page.setLeast(answer.leastDigits);
    const wanted = answer.enabled && (answer.insist || !page.optsOut());
    if (!wanted || !same) stop({ keepCard: wanted });
    if (!wanted) return;
    if (life.signal.aborted) begin();
    else listen();
  }

  function begin() {
    life = new AbortController();
    listen();
    watch.begin(listen);
  }

  /** Leaves no trace; an open card may stay where only the paint is done anew. */
  function stop({ keepCard = false } = {}) {
    if (page.isOrphan()) {
      page.running = false;
      document.removeEventListener('visibilitychange', onVisible);
    }
    if (life.signal.aborted) return;
    life.abort();
    point.stop();
    watch.stop();
    if (!keepCard) card.close();
  }
  page.stop = stop;

  /** What a person would call a link: its words, or those for screen readers where it is a picture. */
  const nameOf = (link) =>
    [link.textContent, link.getAttribute('aria-label'), link.title, link.querySelector('img[alt]')?.alt]
      .map((text) => (text ?? '').trim().replace(/\s+/g, ' '))
      .find((text) => text !== '') ?? '';

  /** For the popup's list: what is painted here, in the order in which it was found. */
  page.list = () => [
    ...[...paint.records].map(({ parts, number, within }) => ({
      text: within ? number : paint.textOf(parts),
      number,
    })),
    ...[...paint.links.keys()].map((link) => ({ text: nameOf(link), href: link.getAttribute('href') })),
  ].slice(0, MAX_LIST);

  /** A tab that comes to the front after an update of the extension cleans up after its old copy. */
  function onVisible() {
    if (page.isOrphan()) stop();
  }

  async function start() {
    if (document.contentType === 'application/pdf' || document.designMode === 'on') return;
    if (document.prerendering) {
      await new Promise((resolve) => {
        document.addEventListener('prerenderingchange', resolve, { once: true });
      });
    }
    if (document.readyState === 'loading') {
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve, { once: true });
      });
    }
    document.addEventListener('visibilitychange', onVisible);
    chrome.runtime.onMessage.addListener((message) => {
      if (message?.to === 'page') refresh();
    });
    await refresh();
  }

  start();
})();
