// The content scripts in a real Chromium beside a stub worker, on the pages of tests/pages.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { launch } from '../e2e/lib/browser.mjs';
import { startPages } from '../e2e/lib/page-server.mjs';
import { until } from '../pbx/process.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

/** Resolves to `{ browser, pages, stub, stop() }`. */
export async function start({ lang = 'en', args = [], bfcache = false } = {}) {
  const extension = mkdtempSync(path.join(tmpdir(), 'alo-content-'));
  cpSync(path.join(here, 'extension'), extension, { recursive: true });
  const { content_scripts: [scripts] } = JSON.parse(readFileSync(path.join(here, 'extension/manifest.json'), 'utf8'));
  const [whole, card, asks] = ['WHOLE', 'CARD', 'ASKS'].map(lateScripts);
  for (const file of [...scripts.js, ...whole, ...card, asks, ...scripts.css, '_locales']) {
    cpSync(path.join(root, 'extension', file), path.join(extension, file), { recursive: true });
  }
  const lists = Object.entries({ WHOLE: whole, CARD: card, ASKS: asks });
  appendFileSync(path.join(extension, 'worker.js'), lists.map(([name, list]) => `\nconst ${name} = ${JSON.stringify(list)};`).join(''));
  const pages = await startPages(path.join(root, 'tests/pages'));
  const browser = await launch({ extension, lang, args, bfcache, microphone: 'prompt' });
  return {
    browser,
    pages,
    stub: stub(browser),
    async stop() {
      await browser.close();
      await pages.stop();
      rmSync(extension, { recursive: true, force: true });
    },
  };
}

/** A list of scripts from the worker's source, the only place that has it. `name`: `PAGE`, `WHOLE`, `CARD` or `ASKS`. */
export function lateScripts(name) {
  const source = readFileSync(path.join(root, 'crates/background/src/scripts.rs'), 'utf8');
  return JSON.parse(new RegExp(`const ${name}: .*? = (\\[[^\\]]+\\]|"[^"]+");`).exec(source)[1].replace(/,\s*\]/, ']'));
}

/** Reads and sets the stub worker's state: what it has been asked, and how it answers. */
function stub(browser) {
  const evaluate = async (fn, arg) => {
    const worker = browser.context.serviceWorkers()[0]
      ?? await browser.context.waitForEvent('serviceworker');
    return worker.evaluate(fn, arg);
  };
  return {
    evaluate,
    state: () => evaluate(() => globalThis.state),
    set: (changes) => evaluate((changed) => { Object.assign(globalThis.state, changed); }, changes),
    reset: () => evaluate(async () => {
      await globalThis.haveAsk(false);
      Object.assign(globalThis.state, { enabled: true, refuse: null, silent: false, hellos: 0, wholes: 0, refusedWholes: 0, wholeAfterMs: 0, lostWholes: 0, card: {}, hoverMs: 0, scanAfterMs: 0, switchAfterMs: 0, oneClick: false, leastDigits: 7, revision: 'a', loadAfterMs: 0, refusedLoads: 0, mayAsk: true });
      for (const list of ['scans', 'hints', 'columns', 'opened', 'called', 'switched', 'hotlines', 'loads', 'windows']) globalThis.state[list].length = 0;
    }),
  };
}

/** The texts under Alo's highlight, as a page sees them. */
export const paintedTexts = (frame) => frame.evaluate(() => {
  const highlight = CSS.highlights.get('alo-number');
  return [...(highlight ?? [])].map((range) => {
    if (!range.startContainer.isConnected) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString().replace(/\s+/g, ' ');
  }).filter((text) => text !== null);
});

/** Waits until `check` holds for the painted texts; resolves to them. */
export async function whenPainted(frame, check, what, { timeout = 10_000 } = {}) {
  let texts = [];
  await until(async () => check(texts = await paintedTexts(frame)), { what, timeout })
    .catch((error) => { throw new Error(`${error.message}; painted: ${JSON.stringify(texts)}`); });
  return texts;
}

/**
 * Waits until exactly these texts are painted, in whatever order, and looks again 300 ms later, so that paint that comes
 * and goes does not pass. `besides`: texts of the page that do not count.
 */
export async function whenPaintedExactly(frame, expected, besides = []) {
  const counted = (texts) => texts.filter((text) => !besides.includes(text)).sort();
  const wanted = [...expected].sort();
  await whenPainted(frame, (texts) => JSON.stringify(counted(texts)) === JSON.stringify(wanted), `exactly ${JSON.stringify(wanted)}`);
  await sleep(300);
  assert.deepEqual(counted(await paintedTexts(frame)), wanted, 'a moment later');
}

/** Clicks a number, looks for `shown` on its card, and closes it. */
export async function opensCard(page, text, shown = text) {
  const card = await openCard(page, text);
  assert.ok(card.text.includes(shown), `${text}: the card shows «${card.text}»`);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
}

/**
 * From now on counts the steps that the content scripts take through the page's tree. Resolves to a function that resolves to
 * `{ inside, outside, slices }`: steps inside and outside idle slices, and the slices.
 */
export async function countSteps(page, id) {
  const session = await page.context().newCDPSession(page);
  let context = null;
  session.on('Runtime.executionContextCreated', ({ context: made }) => {
    if (made.origin === `chrome-extension://${id}`) context = made.id;
  });
  await session.send('Runtime.enable');
  if (context === null) throw new Error('the content script has no world here');
  const run = async (fn) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${fn})()`, contextId: context, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(() => {
    const counts = { inside: 0, outside: 0, slices: 0 };
    globalThis.counts = counts;
    let slice = false;
    const step = () => { counts[slice ? 'inside' : 'outside'] += 1; };
    const { contains } = Node.prototype;
    Node.prototype.contains = function (other) {
      step();
      return contains.call(this, other);
    };
    for (const name of ['parentNode', 'parentElement']) {
      const { get } = Object.getOwnPropertyDescriptor(Node.prototype, name);
      Object.defineProperty(Node.prototype, name, { configurable: true, get() { step(); return get.call(this); } });
    }
    const request = globalThis.requestIdleCallback;
    globalThis.requestIdleCallback = (callback, options) => request((deadline) => {
      counts.slices += 1;
      slice = true;
      try { callback(deadline); } finally { slice = false; }
    }, options);
  });
  return () => run(() => globalThis.counts);
}
