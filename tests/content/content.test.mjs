// What the content scripts do on pages, without the product's worker: `node --test tests/content`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { clickText, openCard, painted, pressOnCard, readCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { countSteps, opensCard, paintedTexts, whenPainted, whenPaintedExactly } from './harness.mjs';
import { open, openFile, openNothing, page, setTheStage, world } from './stage.mjs';

setTheStage();

test('numbers and links are painted under the strictest policy, and a press on Call calls what was shown', async () => {
  await openFile('strict.html');
  await whenPaintedExactly(page, ['0912 345 678', '028 3888 1234']);
  const card = await openCard(page, '0912 345 678');
  assert.equal(card.name, 'Call this number');
  assert.match(card.text, /0912 345 678.*Vietnam/);
  await pressOnCard(page, 'Call');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'a call' });
  assert.deepEqual((await world.stub.state()).called, ['0912345678']);
  assert.match((await readCard(page)).text, /Calling/);
  await waitForNoCard(page, { timeout: 8000 });
});

test('links of every scheme open a card; what a page may not choose is refused on it', async () => {
  await openFile('links.html');
  await painted(page, 7);
  for (const [text, shown] of [['Call Lan', '+84 912 345 678'], ['Skype', '0987654321'], ['SIP', '0903111222'], ['Spaced', '0905 333 444']]) {
    await opensCard(page, text, shown);
  }
  const { opened } = await world.stub.state();
  assert.deepEqual(opened[2], { type: 'link', raw: 'sip:0903111222@evil.example;transport=tcp' });
  for (const text of ['Forward my calls', 'Replaces', 'Boss']) {
    const card = await openCard(page, text);
    assert.equal(card.buttons.Call, undefined, `${text}: nothing to press`);
    assert.ok(card.text.length > 20, `${text}: «${card.text}» says why`);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
  await clickText(page, 'An ordinary link');
  await page.waitForURL(/strict\.html/);
});

test('a number over several elements is one number, and neighbours that only stand near are not', async () => {
  await openFile('split.html');
  const texts = await whenPainted(page, (list) => list.length >= 11, 'the numbers');
  assert.deepEqual(texts.sort(), [
    '0902 444 555', '0903.111.222', '0904333444', '0905 666 777', '0906 888 999', '0907 111 222',
    '0908 333 444', '0909 555 666', '0912 345 678', '0913 444 555', '0914 666 777',
  ]);
  for (const [text, shown] of [['0912', '0912 345 678'], ['222', '0903 111 222'], ['4333', '0904333444'], ['0908 333', '0908 333 444']]) {
    await opensCard(page, text, shown);
  }
});

test('frames of every kind are worked on', async () => {
  await openFile('frames.html');
  for (const [frame, text] of [[0, '0912 345 678'], [1, '0987 654 321'], [2, '0905 333 444'], [3, '0906 555 666']]) {
    await until(async () => (await paintedTexts(page.frames()[frame])).includes(text), { what: `${text} painted` });
    await opensCard(page, text, text);
  }
});

test('open, closed, nested and slotted shadow roots are worked on, also when they are attached without notice', async () => {
  await openFile('shadow.html');
  await whenPainted(page, (list) => list.length >= 9, 'nine numbers');
  for (const text of ['0912 345 678', '0905 333 444', '0906 777 888', '0907 111 222', '0909 333 444', '0908', '0908 777 666', '0903 999 000']) {
    await opensCard(page, text, text === '0908' ? '0908 123 456' : text);
  }
  // Nothing reports a closed root on a plain element; it is found when the pointer comes to it.
  await page.hover('#silent');
  await whenPainted(page, (list) => list.includes('0904 888 777'), 'the silent one');
  await page.hover('other-extension');
  await sleep(300);
  assert.ok(!(await paintedTexts(page)).includes('0901 999 888'), 'no way into another extension’s window');
});

test('text and links that come, change and go are followed', async () => {
  await openFile('later.html');
  await whenPainted(page, (list) => list.length === 1 && list[0] === '0912 345 678', 'the first number');
  const change = () => page.evaluate(() => globalThis.change());
  await change();
  await whenPainted(page, (list) => list.includes('0907 777 888') && list.includes('0987 654 321') && !list.includes('0912 345 678'), 'the changed number');
  await change();
  await whenPainted(page, (list) => list.filter((text) => /^09\d\d 000 1\d\d$/.test(text)).length === 20, 'twenty rows of split numbers');
  await change();
  await whenPaintedExactly(page, ['0907 777 888', '0987 654 321', 'Office']);
  await opensCard(page, '0987 654 321', '0987 654 321');
  await opensCard(page, 'Office', '0903111222');
});

test('editors, fields, code, buttons and other links are left alone, and nothing in the page changes', async () => {
  await openNothing();
  await page.addInitScript(() => {
    globalThis.changes = [];
    addEventListener('DOMContentLoaded', () => new MutationObserver((list) => {
      for (const { type, target, attributeName } of list) {
        if (target.id !== 'soon') globalThis.changes.push(`${type} ${target.nodeName} ${attributeName}`);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
  });
  await page.goto(world.pages.url('editor.html'));
  await whenPaintedExactly(page, ['0912 345 678', '0911 111 120', '0911 111 121']);
  await page.waitForFunction(() => document.getElementById('soon').isContentEditable);
  await whenPaintedExactly(page, ['0912 345 678', '0911 111 121']);
  for (const scan of (await world.stub.state()).scans.flat()) {
    assert.doesNotMatch(scan, /111 11[1-9]/, 'what is in an editor is not even sent');
  }
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  assert.deepEqual(await page.evaluate(() => globalThis.changes), []);
  await opensCard(page, '0912 345 678', '0912 345 678');
  assert.deepEqual(await page.evaluate(() => globalThis.changes), ['childList HTML null', 'childList HTML null']);
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML), html);
});

test('a page that forges events, moves highlights and posts messages opens and calls nothing', async () => {
  await openFile('hostile.html');
  await painted(page, 2);
  await page.evaluate(() => { globalThis.forge(); globalThis.post(); globalThis.moveHighlights(); });
  await sleep(500);
  assert.equal(await readCard(page), null);
  // Text to which the page has moved paint is no number; the number itself still opens.
  await clickText(page, 'Bad:');
  await sleep(200);
  assert.equal(await readCard(page), null);
  await openCard(page, '0912 345 678');
  await sleep(600);
  await page.evaluate(() => { globalThis.forge(); globalThis.post(); });
  await sleep(300);
  const { called, opened } = await world.stub.state();
  assert.deepEqual(called, []);
  assert.deepEqual(opened, [{ type: 'text', raw: '0912 345 678' }]);
});

test('the page’s styles and patches reach neither the card nor its place', async () => {
  await openFile('hostile.html');
  await painted(page, 2);
  await openCard(page, '0912 345 678');
  assert.deepEqual(await page.evaluate(() => globalThis.seen), [], 'our attachShadow is not the page’s');
  await page.mouse.move(60, 110);
  await sleep(300);
  const inside = await page.evaluate(() => [...CSS.highlights.values()].flatMap((it) => [...it])
    .filter((range) => range.startContainer.getRootNode() !== document).length);
  assert.equal(inside, 0, 'no highlight shows a way into the card');
  const host = await page.evaluate(() => {
    const added = document.documentElement.lastElementChild;
    added.style.cssText = 'opacity: 0 !important; left: 0 !important; --x: 0px !important; --y: 0px !important; clip-path: circle(0) !important';
    added.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6, fill: 'both' });
    const { opacity, display, clipPath, transform } = getComputedStyle(added);
    return { opacity, display, clipPath, transform, left: added.getBoundingClientRect().left, root: added.shadowRoot, text: added.innerText };
  });
  assert.deepEqual({ ...host, left: host.left > 8 }, { opacity: '1', display: 'block', clipPath: 'none', transform: 'none', left: true, root: null, text: '' });
  await page.evaluate(() => { document.execCommand('selectAll'); });
  assert.doesNotMatch(await page.evaluate(() => getSelection().toString()), /Call|Vietnam/, 'a selection does not read it');
  await pressOnCard(page, 'Call');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'the person’s own press counts' });
});

test('text that the page changes at the moment of the click is not opened before it is read as it is then', async () => {
  await openFile('hostile.html');
  await painted(page, 2);
  await page.evaluate(() => {
    addEventListener('mouseup', () => {
      document.getElementById('good').firstChild.data = 'Good: 0987 000 111';
    }, { capture: true, once: true });
  });
  await clickText(page, '0912 345 678');
  await whenPainted(page, (texts) => texts.includes('0987 000 111'), 'the number as it is now');
  assert.deepEqual((await world.stub.state()).opened, []);
  await openCard(page, '0987 000 111');
  assert.deepEqual((await world.stub.state()).opened, [{ type: 'text', raw: '0987 000 111' }]);
});

test('a page that changes attributes by the thousand costs steps in idle slices only, and few for each change', async () => {
  const ROWS = 2000;
  const rows = Array.from({ length: ROWS }, (_, i) => `<p role="note">0912 ${String(100_000 + i).replace(/^(...)/, '$1 ')}</p>`).join('');
  await open('attributes.html', `<!doctype html><main>${rows}</main>`);
  await painted(page, ROWS, { timeout: 20_000 });
  const steps = await countSteps(page, world.browser.id);
  const ROUNDS = 5;
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate((name) => {
      for (const row of document.querySelectorAll('p')) row.setAttribute('role', name);
      document.querySelector('main').setAttribute('role', name);
    }, `note${round}`);
    await sleep(50);
  }
  await page.evaluate(() => { document.querySelector('p:nth-child(7)').contentEditable = 'true'; });
  await whenPainted(page, (list) => list.length === ROWS - 1 && !list.includes('0912 100 006'), 'all but the editor');
  const { outside, inside, slices } = await steps();
  if (process.env.ALO_SHOW) console.error(`${inside} steps in ${slices} slices, ${outside} outside`);
  assert.equal(outside, 0, 'no step in the observer’s own callback');
  const most = 100 * ROWS * (ROUNDS + 1);
  assert.ok(slices > 1 && inside < most, `${inside} steps in ${slices} slices`);
});

test('a run says what the page calls it: the header of its column, its term, the label beside it', async () => {
  await openFile('hints.html');
  const hints = await until(async () => {
    const { hints: seen } = await world.stub.state();
    return seen.length >= 5 && seen;
  }, { what: 'five runs' });
  assert.deepEqual([...new Set(hints)].sort(), [
    ': 0900000005',
    'MST: 0300000002',
    'Mã số thuế:: 0300000004',
    'tel: 0900000003',
    'Điện thoại: 0900000001',
  ]);
});

test('a label is asked about with its number however many texts without a word stand between', async () => {
  await open('between.html', '<!doctype html><meta charset="utf-8"><body><p id="it"></p><script>it.append("MST:", " ", "", " ", "", " ", "", "0912 345 678")</script>');
  await whenPainted(page, (texts) => texts.length === 1, 'the number');
  assert.deepEqual((await world.stub.state()).scans.flat(), ['MST: 0912 345 678']);
});

test('what stands in one column goes together: cells of a table without headers, below headers of any kind, of grids and of rows that are plain elements, whatever is inside them', async () => {
  await openFile('columns.html');
  const columns = await until(async () => {
    const { columns: seen, scans } = await world.stub.state();
    return scans.flat().length >= 37 && seen;
  }, { what: 'all runs' });
  assert.deepEqual(columns.sort(), [
    ['', '0300000001', '0300000002', '0300000003'],
    ['', '0300000091', '0300000092'],
    ['', '0900000001', '0900000002', '0900000003'],
    ['', '0900000021', '0900000022'],
    ['', '0900000091', '0900000092'],
    ['Di động', '0900000041', '0900000042'],
    ['Máy bàn', '0900000061', '0900000062', '0900000063 (x)'],
    ['Mã hàng', '0300000061', '0300000062', '0300000063'],
    ['Mã khách', '0300000051', '0300000052'],
    ['Mã số thuế', '0300000011', '0300000012'],
    ['Mã đơn', '0300000041', '0300000042'],
    ['Số điện thoại', '0900000051', '0900000052'],
    ['Điện thoại', '0900000011', '0900000012'],
  ]);
});

test('a cell that changes alone, or a row that comes, is asked about with cells of its columns that were there before', async () => {
  await openFile('columns.html');
  await until(async () => (await world.stub.state()).scans.flat().length >= 37, { what: 'all runs' });
  await world.stub.reset();
  await page.evaluate(() => {
    const row = document.querySelector('table tr:nth-child(3)');
    row.cells[1].firstChild.data = '0900000009';
    const more = document.createElement('tr');
    for (const text of ['d', '0900000008', '0300000008']) more.insertCell().textContent = text;
    row.parentNode.append(more);
  });
  const asked = await until(async () => {
    const { scans, columns } = await world.stub.state();
    return scans.flat().includes('0300000008') && { scans, columns };
  }, { what: 'what changed' });
  assert.deepEqual(asked.columns.sort(), [
    ['', '0300000008', '0300000001', '0300000002', '0300000003'],
    ['', '0900000009', '0900000008', '0900000001', '0900000002', '0900000003'],
  ]);
  await whenPainted(page, (texts) => texts.includes('0900000009') && texts.filter((text) => text === '0900000002').length === 1, 'each number once');
});

test('clicks with a modifier, other buttons and the end of a selection stay the page’s', async () => {
  await openFile('strict.html');
  await painted(page, 2);
  await page.keyboard.down('Alt');
  await clickText(page, '0912 345 678');
  await page.keyboard.up('Alt');
  await clickText(page, '0912 345 678', { button: 'middle' });
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('p')));
  await sleep(300);
  assert.equal(await readCard(page), null);
  assert.deepEqual((await world.stub.state()).opened, []);
});

test('where it is switched off nothing is scanned, painted or opened', async () => {
  await world.stub.set({ enabled: false });
  await openFile('strict.html');
  await until(async () => (await world.stub.state()).wholes > 0, { what: 'the question' });
  await sleep(400);
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
  assert.deepEqual((await world.stub.state()).scans, []);
});

test('back from the back/forward cache, numbers still open their card', async () => {
  await openFile('strict.html');
  await painted(page, 2);
  await page.goto(world.pages.url('links.html'));
  await painted(page, 5);
  await page.goBack();
  await painted(page, 2);
  await opensCard(page, '0912 345 678', '0912 345 678');
});

test('a number in a modal dialog of the page can be called', async () => {
  await open('modal.html', '<!doctype html><dialog style="margin-top: 40px"><p>0912 345 678</p></dialog><script>document.querySelector("dialog").showModal()</script>');
  await painted(page, 1);
  await openCard(page, '0912 345 678');
  await pressOnCard(page, 'Call');
  await until(async () => (await world.stub.state()).called.length === 1, { what: 'a call' });
});

test('an updated extension leaves no paint of its old copy behind', async () => {
  await openFile('strict.html');
  await painted(page, 2);
  await world.stub.evaluate(() => { setTimeout(() => chrome.runtime.reload(), 50); }).catch(() => {});
  await sleep(1500);
  await page.evaluate(() => { document.querySelector('p').append(' touched'); });
  await until(async () => !(await page.evaluate(() => CSS.highlights.has('alo-number'))), { what: 'a clean page' });
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await clickText(page, '0912 345 678');
  await sleep(200);
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
});
