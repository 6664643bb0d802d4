// No page gets into the card: not through painted ranges, nor by keeping a closed card.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { openCard, painted, pressOnCard, readCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

const NUMBER = '0912 345 678';

setTheStage();

const open = async (body) => {
  await openPage('own.html', `<!doctype html><meta charset="utf-8"><body>${body}`);
  await painted(page, 1);
};
/** How many painted ranges give the page a way into a shadow root. */
const waysIn = () => page.evaluate(() => [...CSS.highlights.get('alo-number') ?? []]
  .filter(({ startContainer }) => startContainer.getRootNode() !== document).length);

/** Makes the page keep every popover that is added to it. */
const keepCards = () => page.evaluate(() => {
  globalThis.kept = [];
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.popover) globalThis.kept.push(node);
  }).observe(document, { childList: true, subtree: true });
});

/** A number in a modal dialog, which is in the page or in one of its shadow roots. */
const DIALOGS = {
  'the page': 'document.body',
  'a shadow root': "document.querySelector('main').attachShadow({ mode: 'open' })",
};

for (const [where, root] of Object.entries(DIALOGS)) {
  test(`what a card says in a modal dialog of ${where} is not painted, however it is pointed at`, async () => {
    await open(`<main></main><script>
      const root = ${root};
      root.append(Object.assign(document.createElement('dialog'), { innerHTML: '<p><a href="tel:0900111222">${NUMBER}</a></p>' }));
      root.querySelector('dialog').showModal();
    </script>`);
    const before = await waysIn();
    const card = await openCard(page, NUMBER);
    const { x, y } = card.buttons.Call;
    for (const [dx, dy] of [[0, 0], [4, -30], [0, -60]]) {
      await page.mouse.move(x + dx, y + dy);
      await sleep(120);
    }
    await page.keyboard.press('Tab');
    // Long enough for idle slices and the first of the late looks.
    await sleep(700);
    assert.equal(await waysIn(), before);
  });
}

test('a closed card that a page has kept and shows again is empty, is not painted and calls nobody', async () => {
  await open(`<div id="x"></div><p>${NUMBER}</p>`);
  await keepCards();
  const card = await openCard(page, NUMBER);
  await sleep(500);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await page.evaluate(() => {
    const [host] = globalThis.kept;
    document.querySelector('#x').append(host);
    host.popover = 'manual';
    host.showPopover();
  });
  await sleep(900);
  assert.equal(await readCard(page), null);
  assert.equal(await waysIn(), 0);
  await page.mouse.click(card.buttons.Call.x, card.buttons.Call.y);
  await sleep(300);
  const { called, windows } = await world.stub.state();
  assert.deepEqual({ called, windows }, { called: [], windows: [] });
});

for (const style of ['opacity: 0.95', 'transform: scale(0.9)', 'filter: drop-shadow(0 0 2px gray)']) {
  test(`in a frame with ${style}, a number is asked about in our own window`, async () => {
    await openPage('own.html', `<!doctype html><div style="${style}"><iframe width="600" height="500" srcdoc="<p>${NUMBER}</p>"></iframe></div>`);
    const frame = await until(() => page.frames()[1], { what: 'the frame' });
    await painted(frame, 1);
    await openCard(page, NUMBER);
    await sleep(1200);
    await pressOnCard(page, 'Call');
    await until(async () => (await world.stub.state()).windows.length === 1, { what: 'our window' });
    assert.deepEqual((await world.stub.state()).called, []);
  });
}

test('a press that comes before the card can be seen asks nowhere', async () => {
  await open(`<p>${NUMBER}</p>`);
  const card = await openCard(page, NUMBER);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await openCard(page, NUMBER);
  await page.mouse.click(card.buttons.Call.x, card.buttons.Call.y);
  await sleep(300);
  const { called, windows } = await world.stub.state();
  assert.deepEqual({ called, windows }, { called: [], windows: [] });
});
