// What the card does on a page: where it stands, what presses it and what does not, what it asks and says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { clickText, openCard, painted, pressOnCard, readCard, waitForCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { open, openFile, page, setTheStage, world } from './stage.mjs';

setTheStage();

test('a press on Call does not count in the first 300 ms, nor while something covers the card', async () => {
  await openFile('hostile.html');
  await painted(page, 2);
  const early = await openCard(page, '0912 345 678');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  // The card opens at the same place as before: these presses hit its button as soon as it is there.
  await clickText(page, '0912 345 678');
  for (let press = 0; press < 3; press += 1) {
    await page.mouse.click(early.buttons.Call.x, early.buttons.Call.y);
    await sleep(20);
  }
  assert.deepEqual((await world.stub.state()).called, [], 'too early');
  await waitForCard(page);
  await page.evaluate(() => globalThis.cover());
  await sleep(700);
  const covered = await readCard(page);
  await page.mouse.click(covered.buttons.Call.x, covered.buttons.Call.y);
  await sleep(200);
  assert.deepEqual((await world.stub.state()).called, [], 'covered');
  assert.match((await readCard(page)).text, /covers/);
  await page.evaluate(() => document.getElementById('lid').remove());
  await sleep(700);
  await pressOnCard(page, 'Call');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'it counts again' });
});

test('a page that zooms its root away cannot make the card unreadable and have it pressed', async () => {
  await open('zoom.html', '<!doctype html><style>html { zoom: 2 }</style><p>0912 345 678</p>');
  await painted(page, 1);
  await openCard(page, '0912 345 678');
  await pressOnCard(page, 'Call');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'a call on a zoomed page' });
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await openCard(page, '0912 345 678');
  await page.addStyleTag({ content: 'html { zoom: .1 !important }' });
  await sleep(500);
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await sleep(300);
  assert.equal((await world.stub.state()).called.length, 1);
});

test('the card stays inside the window at every edge', async () => {
  await open('edges.html', `<!doctype html><style>p { position: fixed; margin: 0; white-space: nowrap }</style>
    <p style="right: 2px; top: 2px">0901 111 111</p><p style="right: 2px; bottom: 2px">0902 222 222</p><p style="left: 2px; bottom: 2px">0903 333 333</p>`);
  await painted(page, 3);
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  for (const text of ['0901 111 111', '0902 222 222', '0903 333 333']) {
    await openCard(page, text);
    const box = await page.evaluate(() => document.documentElement.lastElementChild.getBoundingClientRect().toJSON());
    assert.ok(box.left >= 8 && box.top >= 8 && box.right <= window.width - 7 && box.bottom <= window.height - 7, `${text}: ${JSON.stringify(box)}`);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
});

test('the card is used by keyboard alone: link, Call, Tab round, Escape and back', async () => {
  await openFile('links.html');
  await painted(page, 7);
  await page.focus('#tel');
  await page.keyboard.press('Enter');
  const card = await waitForCard(page);
  assert.deepEqual(Object.keys(card.buttons).sort(), ['Call', 'Close', 'Copy']);
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tel', 'focus is back');
  await page.keyboard.press('Enter');
  await waitForCard(page);
  await sleep(600);
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'a call by keyboard' });
  assert.deepEqual((await world.stub.state()).called, ['+84912345678']);
});

test('the space bar presses Call as well as Enter', async () => {
  await openFile('links.html');
  await painted(page, 7);
  await openCard(page, 'Call Lan');
  await sleep(600);
  for (const key of ['Tab', 'Tab', 'Space']) await page.keyboard.press(key);
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'a call by the space bar' });
});

test('a held Enter, and Enters that were meant for the page, open a card and dial nothing', async () => {
  await openFile('links.html');
  await painted(page, 7);
  await page.focus('#tel');
  // A key that goes down again without having gone up is a repeat.
  for (let repeat = 0; repeat < 30; repeat += 1) {
    await page.keyboard.down('Enter');
    await sleep(30);
  }
  assert.ok(await readCard(page), 'the link has opened its card');
  // The key is still held when the person, perhaps led by the page, goes on to Call.
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
  for (let repeat = 0; repeat < 20; repeat += 1) {
    await page.keyboard.down('Enter');
    await sleep(30);
  }
  await page.keyboard.up('Enter');
  assert.deepEqual((await world.stub.state()).called, []);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tel', 'focus is back');
  for (const wait of [50, 200, 400, 800]) {
    await page.keyboard.press('Enter');
    await waitForCard(page);
    await sleep(wait);
    for (const key of ['Enter', 'Space', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
  assert.deepEqual((await world.stub.state()).called, []);
});

test('a page that hides every key from us cannot have Enters press Call either', async () => {
  await open('hidden.html', `<!doctype html><script>
    for (const type of ['keydown', 'keyup']) addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true });
  </script><p><a id="tel" href="tel:0912345678">Call Lan</a></p>`);
  await painted(page, 1);
  await page.focus('#tel');
  for (let repeat = 0; repeat < 30; repeat += 1) {
    await page.keyboard.down('Enter');
    await sleep(30);
  }
  await page.keyboard.up('Enter');
  await waitForCard(page);
  for (const key of ['Enter', 'Space', 'Enter']) await page.keyboard.press(key);
  await sleep(200);
  assert.deepEqual((await world.stub.state()).called, []);
});

test('a key that goes down on Call before the card has rested does not count when it comes up later', async () => {
  await openFile('links.html');
  await painted(page, 7);
  await page.focus('#tel');
  await page.keyboard.press('Enter');
  await until(() => page.evaluate(() => document.activeElement.id !== 'tel'), { what: 'the card', every: 1 });
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.down('Space');
  await sleep(900);
  await page.keyboard.up('Space');
  await sleep(300);
  assert.deepEqual((await world.stub.state()).called, []);
  await page.keyboard.press('Space');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'the next press counts' });
});

test('digits for after the answer are said on a line of their own, and are no part of the number', async () => {
  await open('ext.html', '<!doctype html><p><a href="tel:+842838881234;ext=12">Office</a></p><p>0912 345 678</p>');
  await painted(page, 2);
  const card = await openCard(page, 'Office');
  assert.ok(card.texts.includes('Sent after the answer: 12'), card.text);
  await pressOnCard(page, 'Call');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'a call' });
  assert.deepEqual((await world.stub.state()).called, ['+842838881234']);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  assert.doesNotMatch((await openCard(page, '0912 345 678')).text, /after the answer/);
});

test('the card closes by a click beside it, by scrolling the number away and by losing the window', async () => {
  await open('tall.html', '<!doctype html><p>0912 345 678</p><p style="margin-top: 300px">beside</p><div style="height: 4000px"></div>');
  await painted(page, 1);
  await openCard(page, '0912 345 678');
  await clickText(page, 'beside');
  await waitForNoCard(page);
  await openCard(page, '0912 345 678');
  await page.mouse.wheel(0, 300);
  await waitForNoCard(page);
  await page.evaluate(() => scrollTo(0, 0));
  await openCard(page, '0912 345 678');
  await page.evaluate(() => document.documentElement.lastElementChild.remove());
  await waitForNoCard(page);
  await openCard(page, '0912 345 678');
});

test('refusals of the call and a worker that does not answer are said on the card', async () => {
  await openFile('strict.html');
  await painted(page, 2);
  await world.stub.set({ refuse: 'linesBusy' });
  await openCard(page, '0912 345 678');
  await pressOnCard(page, 'Call');
  await until(async () => /Two calls/.test((await readCard(page))?.text ?? ''), { what: 'the refusal' });
  assert.equal((await readCard(page)).buttons.Call, undefined, 'a card is good once');
  await page.keyboard.press('Escape');
  await world.stub.set({ silent: true });
  await clickText(page, '0912 345 678');
  assert.match((await waitForCard(page)).text, /does not answer|not be reached/);
});

test('where there are hotlines, the card asks which one to call from, and the call says it', async () => {
  await world.stub.set({ card: { hotlines: [{ id: 'h1', label: '1900 1234' }, { id: 'h2', label: 'Sales' }], hotline: 'h1' } });
  await openFile('strict.html');
  await painted(page, 2);
  const card = await openCard(page, '0912 345 678');
  assert.ok(card.buttons['Call from'], 'the list has its label for a name');
  // By keyboard: Close, the list, Call.
  for (const key of ['Tab', 'Tab', 'ArrowDown', 'Tab']) await page.keyboard.press(key);
  await sleep(500);
  await page.keyboard.press('Enter');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'a call' });
  assert.deepEqual((await world.stub.state()).hotlines, ['h2']);
});

test('with one hotline or none there is nothing to choose', async () => {
  await world.stub.set({ card: { hotlines: [{ id: 'h1', label: '1900 1234' }], hotline: 'h1' } });
  await openFile('strict.html');
  await painted(page, 2);
  assert.deepEqual(Object.keys((await openCard(page, '0912 345 678')).buttons).sort(), ['Call', 'Close', 'Copy', 'Not a number here']);
});

test('the switch for one click takes a press that was aimed at it, by mouse or key, and no other', async () => {
  await world.stub.set({ card: { oneClick: false } });
  await openFile('hostile.html');
  await painted(page, 2);
  const name = 'One click calls on this site';
  const early = await openCard(page, '0912 345 678');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await clickText(page, '0912 345 678');
  for (let press = 0; press < 3; press += 1) {
    await page.mouse.click(early.buttons[name].x, early.buttons[name].y);
    await sleep(20);
  }
  assert.deepEqual((await world.stub.state()).switched, [], 'too early');
  await waitForCard(page);
  await page.evaluate(() => globalThis.cover());
  await sleep(700);
  const covered = await readCard(page);
  await page.mouse.click(covered.buttons[name].x, covered.buttons[name].y);
  await sleep(200);
  assert.deepEqual((await world.stub.state()).switched, [], 'covered');
  await page.evaluate(() => document.getElementById('lid').remove());
  await sleep(700);
  const { x, y } = (await readCard(page)).buttons[name];
  await page.mouse.click(x, y);
  await until(async () => (await world.stub.state()).switched.length === 1, { what: 'switched on' });
  await page.keyboard.press('Space');
  await until(async () => (await world.stub.state()).switched.length === 2, { what: 'switched off by key' });
  assert.deepEqual((await world.stub.state()).switched, [true, false]);
  assert.deepEqual((await world.stub.state()).called, []);
});

test('a press on the switch that comes before the last one is answered takes that one back', async () => {
  await world.stub.set({ card: { oneClick: false } });
  await openFile('hostile.html');
  await painted(page, 2);
  await openCard(page, '0912 345 678');
  await sleep(400);
  await world.stub.set({ switchAfterMs: 400 });
  const { x, y } = (await readCard(page)).buttons['One click calls on this site'];
  await page.mouse.click(x, y);
  await page.keyboard.press('Space');
  await until(async () => (await world.stub.state()).switched.length === 2, { what: 'both' });
  assert.deepEqual((await world.stub.state()).switched, [true, false]);
});

test('copying gives the digits', async () => {
  await openFile('strict.html');
  await world.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await painted(page, 2);
  const card = await openCard(page, '0912 345 678');
  await page.mouse.click(card.buttons.Copy.x, card.buttons.Copy.y);
  await until(async () => /Copied/.test(Object.keys((await readCard(page)).buttons).join()), { what: '«Copied»' });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '0912345678');
});
