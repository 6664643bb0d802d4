// The card's own scripts come when the first card is wanted: `node --test tests/content`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { centreOfText, clickText, openCard, readCard, waitForCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { FRAMES, LINE, NUMBER } from './frames.mjs';
import { paintedTexts } from './harness.mjs';
import { open, page, setTheStage, world } from './stage.mjs';

setTheStage();

for (const [kind, html] of Object.entries(FRAMES)) {
  test(`a card opens in a frame: ${kind}`, async () => {
    await open('kind.html', html(world.pages));
    const inner = await until(async () => {
      for (const each of page.frames()) if (await paintedTexts(each).then((texts) => texts.includes(NUMBER), () => false)) return each;
      return null;
    }, { what: 'a painted number in the frame' });
    const box = await (await inner.locator('p')).boundingBox();
    await page.mouse.click(box.x + 20, box.y + box.height / 2);
    await until(async () => (await world.stub.state()).opened.length === 1, { what: 'the question for a card' });
    await until(() => inner.evaluate(() => document.querySelector('[popover]:popover-open') !== null), { what: 'a card in the frame' });
  });
}

test('a page has none of the card’s scripts until somebody points at a number, and then its own frame alone', async () => {
  await open('two-frames.html', `<!doctype html><p>0987 654 321</p><iframe width="420" height="260" srcdoc="${LINE}"></iframe>`);
  const has = async () => world.stub.evaluate(async () => {
    const [{ id }] = await chrome.tabs.query({ active: true });
    const made = await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, func: () => Boolean(globalThis.aloPage.look) });
    return made.map(({ frameId, result }) => [frameId === 0, result]).sort().reverse();
  });
  await until(async () => (await Promise.all(page.frames().map(paintedTexts))).flat().length === 2, { what: 'both numbers' });
  assert.deepEqual(await has(), [[true, false], [false, false]]);
  await openCard(page, '0987 654 321');
  assert.deepEqual(await has(), [[true, true], [false, false]]);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await openCard(page, '0987 654 321');
  assert.deepEqual((await world.stub.state()).loads, [0], 'once is enough');
});

const TWO = '<!doctype html><p>0912 345 678</p><p><a href="tel:0987654321">Lan</a></p>';
const openTwo = async () => {
  await open('two.html', TWO);
  await until(async () => (await paintedTexts(page)).length === 2, { what: 'two numbers' });
};
const cards = () => page.evaluate(() => document.querySelectorAll('[popover]:popover-open').length);

test('of two clicks while the scripts are on their way the later one has the card, and there is one', async () => {
  await world.stub.set({ loadAfterMs: 600 });
  await openTwo();
  await page.evaluate(() => {
    globalThis.shown = 0;
    new MutationObserver((list) => {
      for (const { addedNodes } of list) globalThis.shown += addedNodes.length;
    }).observe(document.documentElement, { childList: true });
  });
  await clickText(page, '0912 345 678');
  await clickText(page, 'Lan');
  assert.match((await waitForCard(page)).text, /0987654321/);
  await sleep(300);
  assert.equal(await page.evaluate(() => globalThis.shown), 1, 'no card of the first was ever there');
  assert.match((await readCard(page)).text, /0987654321/);
  const { loads, opened } = await world.stub.state();
  assert.deepEqual([loads.length, opened.length], [1, 2]);
});

test('a pointer that moves on while the scripts are on their way does not take the card from the click', async () => {
  await world.stub.set({ loadAfterMs: 600, hoverMs: 50 });
  await openTwo();
  const [first, second] = [await centreOfText(page, '0912 345 678'), await centreOfText(page, 'Lan')];
  await page.mouse.click(first.x, first.y);
  await page.mouse.move(second.x, second.y, { steps: 3 });
  assert.match((await waitForCard(page)).text, /0912 345 678/);
  assert.equal((await world.stub.state()).opened.length, 1);
});

test('scripts that could not be brought in are asked for once more', async () => {
  await world.stub.set({ refusedLoads: 1 });
  await openTwo();
  assert.match((await openCard(page, '0912 345 678')).text, /0912 345 678/);
  assert.equal((await world.stub.state()).loads.length, 2);
});

test('without a card the number is asked about in our own window, and a pointer that only rests opens none', async () => {
  await world.stub.set({ refusedLoads: 4, hoverMs: 50 });
  await openTwo();
  const { x, y } = await centreOfText(page, '0912 345 678');
  await page.mouse.move(x, y);
  await until(async () => (await world.stub.state()).loads.length === 2, { what: 'both attempts' });
  await sleep(200);
  assert.deepEqual((await world.stub.state()).windows, []);
  await page.mouse.click(x, y);
  await until(async () => (await world.stub.state()).windows.length === 1, { what: 'a window' });
  assert.deepEqual((await world.stub.state()).windows, ['0912345678']);
  assert.equal(await cards(), 0);
});

test('where not even a window can be opened, the next click on that number is the page’s, and the one after it ours', async () => {
  await world.stub.set({ refusedLoads: 2, mayAsk: false });
  await openTwo();
  await page.evaluate(() => {
    globalThis.clicks = [];
    addEventListener('click', (event) => {
      globalThis.clicks.push(event.target.textContent);
      event.preventDefault();
    });
  });
  const clicks = () => page.evaluate(() => globalThis.clicks);
  await clickText(page, 'Lan');
  await until(async () => (await world.stub.state()).loads.length === 2, { what: 'both attempts' });
  await sleep(200);
  assert.deepEqual(await clicks(), []);
  await clickText(page, 'Lan');
  assert.deepEqual(await clicks(), ['Lan']);
  assert.match((await openCard(page, 'Lan')).text, /0987654321/);
  assert.deepEqual(await clicks(), ['Lan']);
});

test('scripts that come in twice change nothing: the open card stays, and closes', async () => {
  await openTwo();
  await openCard(page, '0912 345 678');
  await world.stub.evaluate(async () => {
    const [{ id }] = await chrome.tabs.query({ active: true });
    await loadCard({ tab: { id }, frameId: 0 });
  });
  assert.match((await readCard(page)).text, /0912 345 678/);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await openCard(page, 'Lan');
  assert.equal(await cards(), 1);
  assert.match((await readCard(page)).text, /0987654321/);
});
