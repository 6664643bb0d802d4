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
  // What did not come is asked for again after so long, then when the tab comes to the front.
  const RETRY_MS = [3000, 15_000, 60_000];

  /** While Alo is wanted here, an object of its own each time; null: it is not. */
  let life = null;
  /** For what listens while there may be numbers. */
  let listening = null;
  let hoverMs = 0;
  let oneClick = false;
  let insists = false;
  let revision = null;
  /** What reads, paints and points did not come, or not yet. */
  let stalled = false;
  /** Waits to ask for it again, how often it has, and what does it. */
  let retrying = 0;
  let tries = 0;
  let retry = null;

  /** Again and again without harm, because `document.open()` takes listeners away. */
  function listen() {
    if (!life) return;
    if (page.isWhole) page.point.listen((listening ??= new AbortController()).signal, hoverMs, oneClick);
    addEventListener('pageshow', onShow, true);
  }

  /** A page that a program fills may say only then that it is to be left alone. */
  function onChange(hasNewMeta) {
    if (hasNewMeta && !isWelcome()) stop();
    else listen();
  }

  /** Back from the back/forward cache: the extension may have been updated or switched off. */
  function onShow(event) {
    if (event.persisted) refresh();
  }

  /** How this page is to be treated: asked where the worker wants it, and whenever the settings have changed. */
  async function refresh() {
    const answer = await page.askTwice({ type: 'hello' });
    if (!answer) return;
    const before = { revision, least: page.leastDigits() };
    keep(answer);
    // What was not read yet looks for digits only.
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

  /** Whether the page does not ask to be left alone, or the person says otherwise. */
  const isWelcome = () => insists || !page.optsOut();

  function begin() {
    stalled = false;
    tries = 0;
    life = {};
    listen();
    if (page.isWhole) page.watch.begin(onChange);
    else page.first.begin(becomeWhole, listen);
  }

  /** Something here may be a number: has the rest of us brought in, once, and goes on with that. */
  async function becomeWhole(field, host) {
    const own = life;
    retry = null;
    // Also where the scripts are there, but never was said how this page is to be treated.
    if (!page.isWhole || revision === null) {
      // Firefox never gives the answer to a page that has gone to the back/forward cache meanwhile.
      stalled = true;
      const answer = await page.askTwice({ type: 'loadWhole' }, () => life === own);
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

  /** Each message wakes the worker, so that a page where it is in vain soon waits for the person. */
  function later(does) {
    retry = does;
    if (tries < RETRY_MS.length) retrying = setTimeout(() => retry?.(), RETRY_MS[tries]);
    tries += 1;
  }

  /** Leaves no trace; an open card may stay where only the paint is done anew. */
  function stop({ keepCard = false } = {}) {
    clearTimeout(retrying);
    retry = null;
    if (life) {
      life = null;
      // With a reason of our own: the usual one looks up where in the script it was made.
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

  /** What a person would call a link: its words, or those for screen readers where it is a picture. */
  const nameOf = (link) =>
    [link.textContent, link.getAttribute('aria-label'), link.title, link.querySelector('img[alt]')?.alt]
      .map((text) => (text ?? '').trim().replace(/\s+/g, ' '))
      .find((text) => text !== '') ?? '';

  /** For the popup's list: what is painted here, in the order in which it was found. */
  page.list = () => (page.isWhole ? listed(page.paint) : []);
  const listed = (paint) => [
    ...asRead(paint.records).map(({ parts, number, ext, within }) => ({
      text: within ? number : paint.textOf(parts).replace(/\s+/g, ' '),
      number,
      ...(ext ? { ext } : {}),
    })),
    ...[...paint.links.keys()].map((link) => ({ text: nameOf(link), href: link.getAttribute('href') })),
  ].slice(0, MAX_LIST);

  /** What has changed since it was read is none of the page's numbers. */
  function asRead(records) {
    const found = [];
    for (const record of records) {
      if (found.length === MAX_LIST) break;
      if (page.isAsRead(record)) found.push(record);
    }
    return found;
  }

  /** A tab that comes to the front after an update of the extension cleans up after its old copy. */
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
      // Settings that have changed meanwhile were told to pages that are seen.
      page.asks = true;
    }
    if (document.readyState === 'loading') {
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve, { once: true });
      });
    }
    document.addEventListener('visibilitychange', onVisible);
    // Also where it is switched off: it may be on again when the page comes back.
    addEventListener('pageshow', onShow, true);
    // The settings have changed: the worker has this called.
    page.again = refresh;
    // Most pages are treated alike, and most have no number: those never ask, so that no worker wakes for them.
    if (page.asks) await refresh();
    else begin();
  }

  start();
})();
