// Alo on a page: whether it is wanted here, when it begins, and how it leaves without a trace.
//
// The page is hostile. It can read and empty the highlight registry, send any event and change any text, so nothing that
// it can touch is trusted: where numbers are is kept in records of our own, a number's text is read again when its card
// opens, and only what the card shows can be dialled. No element of the page is changed; the card's host is added while
// the card is open, and removed.
(() => {
  'use strict';
  const page = globalThis.aloPage;
  if (!page || page.running) return;
  page.running = true;

  const MAX_LIST = 200;
  // Scripts that did not come are asked for again after these times, and later when the tab comes to the front.
  const RETRY_MS = [3000, 15_000, 60_000];

  /** A new object each time that Alo begins here, so that late answers can be told apart; null while it is not wanted. */
  let life = null;
  /** Ends the listeners of content-point.js. */
  let listening = null;
  let hoverMs = 0;
  let oneClick = false;
  let insists = false;
  let revision = null;
  /** Whether the scripts that read, paint and point were asked for and have not come (yet). */
  let stalled = false;
  /** The timer for asking again, the attempts so far, and what is to be tried again. */
  let retrying = 0;
  let tries = 0;
  let retry = null;

  /** May be called again and again: `document.open()` removes listeners. */
  function listen() {
    if (!life) return;
    if (page.isWhole) page.point.listen((listening ??= new AbortController()).signal, hoverMs, oneClick);
    addEventListener('pageshow', onShow, true);
  }

  /** A page that a script fills may ask only later to be left alone (`<meta>`). */
  function onChange(hasNewMeta) {
    if (hasNewMeta && !isWelcome()) stop();
    else listen();
  }

  /** After the back/forward cache: Alo may have been updated or switched off meanwhile. */
  function onShow(event) {
    if (event.persisted) refresh();
  }

  /** Asks the worker how this page is to be treated, and begins, goes on or stops accordingly. */
  async function refresh() {
    const answer = await page.askWithRetry({ type: 'hello' });
    if (!answer) return;
    const before = { revision, least: page.leastDigits() };
    keep(answer);
    // The first look depends on nothing but the fewest digits.
    const same = page.isWhole ? before.revision === revision : before.least === page.leastDigits();
    const wanted = answer.enabled && (!page.isWhole || isWelcome());
    if (!wanted || !same || stalled) stop({ keepCard: wanted });
    if (!wanted) return;
    if (life) listen();
    else begin();
  }

  function keep(answer) {
    revision = answer.revision;
    hoverMs = answer.hoverMs ?? 0;
    oneClick = answer.oneClick ?? false;
    insists = answer.insist;
    page.setLeast(answer.leastDigits);
  }

  /** Whether the page does not ask to be left alone, or the person has overruled that. */
  const isWelcome = () => insists || !page.optsOut();

  function begin() {
    stalled = false;
    tries = 0;
    life = {};
    listen();
    if (page.isWhole) page.watch.begin(onChange);
    else page.first.begin(becomeWhole, listen);
  }

  /** Something here may be a number: has the other scripts brought in, and begins to read and paint. */
  async function becomeWhole(field, host) {
    const own = life;
    retry = null;
    // Also if the scripts are here already, but how this page is to be treated is not known.
    if (!page.isWhole || revision === null) {
      // Set before, because Firefox never delivers the answer to a page that goes to the back/forward cache meanwhile.
      stalled = true;
      const answer = await page.askWithRetry({ type: 'loadWhole' }, () => life === own);
      if (life !== own) return;
      if (answer) keep(answer);
      if (answer?.enabled === false) return stop();
    }
    stalled = !page.isWhole || revision === null;
    if (stalled) return later(() => becomeWhole(field, host));
    if (!isWelcome()) return stop();
    listen();
    page.watch.begin(onChange);
    if (host?.isConnected) page.watch.shadowOf(host);
    if (field?.isConnected) page.point.meet(field);
  }

  /** Has `does` tried again later. Each message wakes the worker, so after `RETRY_MS` only the tab's coming to the front does it. */
  function later(does) {
    retry = does;
    if (tries < RETRY_MS.length) retrying = setTimeout(() => retry?.(), RETRY_MS[tries]);
    tries += 1;
  }

  /** Leaves no trace. `keepCard`: an open card stays, because only the paint is made anew. */
  function stop({ keepCard = false } = {}) {
    clearTimeout(retrying);
    retry = null;
    if (life) {
      life = null;
      // A reason of our own is cheaper: the default one is an error with a stack.
      listening?.abort(null);
      listening = null;
      page.first.stop();
      if (page.isWhole) leave(keepCard);
    }
    if (!page.isOrphan()) return;
    page.running = false;
    page.isWhole = false;
    document.removeEventListener('visibilitychange', onVisible);
    removeEventListener('pageshow', onShow, true);
  }

  function leave(keepCard) {
    page.point.stop();
    page.watch.stop();
    if (!keepCard) page.card.close();
  }
  page.stop = stop;

  /** A link's words, or if it is a picture, those for screen readers. */
  const nameOf = (link) =>
    [link.textContent, link.getAttribute('aria-label'), link.title, link.querySelector('img[alt]')?.alt]
      .map((text) => (text ?? '').trim().replace(/\s+/g, ' '))
      .find((text) => text !== '') ?? '';

  /** For the popup's list: the painted numbers and links, in the order in which they were found. */
  page.list = () => (page.isWhole ? listed(page.paint) : []);
  const listed = (paint) => [
    ...asRead(paint.records).map(({ parts, number, ext, within }) => ({
      text: within ? number : paint.textOf(parts).replace(/\s+/g, ' '),
      number,
      ...(ext ? { ext } : {}),
    })),
    ...[...paint.links.keys()].map((link) => ({ text: nameOf(link), href: link.getAttribute('href') })),
  ].slice(0, MAX_LIST);

  /** The first `MAX_LIST` records that stand as they were read. */
  function asRead(records) {
    const found = [];
    for (const record of records) {
      if (found.length === MAX_LIST) break;
      if (page.isAsRead(record)) found.push(record);
    }
    return found;
  }

  /** When the tab comes to the front: leaves if the extension was updated or removed; else tries again what failed. */
  function onVisible() {
    if (page.isOrphan()) stop();
    else if (retry && document.visibilityState === 'visible') {
      clearTimeout(retrying);
      retry();
    }
  }

  async function start() {
    if (document.contentType === 'application/pdf' || document.designMode === 'on') return;
    if (document.prerendering) {
      await new Promise((resolve) => {
        document.addEventListener('prerenderingchange', resolve, { once: true });
      });
      // A change of settings meanwhile was announced to visible pages only.
      page.asksFirst = true;
    }
    if (document.readyState === 'loading') {
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve, { once: true });
      });
    }
    document.addEventListener('visibilitychange', onVisible);
    // Also where Alo is switched off: it may be on again when the page comes back from the cache.
    addEventListener('pageshow', onShow, true);
    // Called by content-asks.js when the settings have changed.
    page.refresh = refresh;
    // Most pages are treated alike and have no number: they begin without asking, so that no worker wakes for them.
    if (page.asksFirst) await refresh();
    else begin();
  }

  start();
})();
