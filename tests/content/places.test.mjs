// Where numbers stand: in roots and slots, in links of their own, in what a page marks or makes a control of, in fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { clickText, openCard, painted, readCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { paintedTexts } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

const NUMBER = '0912 345 678';

setTheStage();

/** A page with a number of its own, so that it is read closer. */
const open = async (body, numbers = 1) => {
  await openPage('places.html', `<!doctype html><meta charset="utf-8"><body><p>0901 111 222</p>${body}`);
  await painted(page, numbers);
};
/** The painted texts but for the page's own number, once they are these, and still a little later. */
async function whenPainted(...expected) {
  const now = async () => (await paintedTexts(page)).filter((text) => text !== '0901 111 222').sort();
  const same = async () => JSON.stringify(await now()) === JSON.stringify([...expected].sort());
  await until(same, { what: `paint of ${JSON.stringify(expected)}` }).catch(async (error) => {
    throw new Error(`${error.message}, not of ${JSON.stringify(await now())}`);
  });
  await sleep(300);
  assert.deepEqual(await now(), [...expected].sort());
}
async function opensCard(text, shown = text) {
  const card = await openCard(page, text);
  assert.ok(card.text.includes(shown), `${text}: the card shows «${card.text}»`);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
}
/** Clicks that the page has itself. */
const listens = '<script>clicks = []; addEventListener("click", (event) => { clicks.push(event.composedPath()[0].id); event.preventDefault(); });</script>';
const clicks = () => page.evaluate(() => globalThis.clicks);

test('a link to a number right in a shadow root, with no element around it, is painted and opens its card', async () => {
  await open(`<div id="host"></div><script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<a href="tel:0912345678">Call Lan</a>';
  </script>`);
  await whenPainted('Call Lan');
  await opensCard('Call Lan', '0912345678');
});
