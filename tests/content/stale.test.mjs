// Changes of a page while its numbers are painted: nobody is called by a text from before, and numbers that come together are found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { centreOfText, clickText, openCard, painted, waitForCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { paintedTexts, whenPaintedExactly } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

setTheStage();

const open = async (body, numbers = 1) => {
  await openPage('stale.html', `<!doctype html><meta charset="utf-8"><body>${body}`);
  await painted(page, numbers);
};
const opened = async () => (await world.stub.state()).opened.map(({ raw }) => raw);

/** Makes the page change when the mouse button comes up: the click comes before the change can have been read. */
const changeAtClick = (change) => page.evaluate((source) => {
  globalThis.clicks = 0;
  addEventListener('click', () => { globalThis.clicks += 1; });
  addEventListener('mouseup', new Function(source), { once: true });
}, change);

// The page, its change at the click, the text that is clicked, and what is painted in the end.
const CHANGES = {
  'its first digits are others': ['<p><b>0912</b> 345 678</p>', 'document.querySelector("b").textContent = "0987"', ' 345 678', '0987 345 678'],
  'its first digits are gone': ['<p><b>0912</b> 345 678</p><p>0901 111 222</p>', 'document.querySelector("b").remove()', ' 345 678'],
  'other digits stand between': ['<p><b>0912</b><i> 345</i> 678</p>', 'document.querySelector("i").before(" 99")', ' 678', '0912 99 345 678'],
  'its parts are far from each other': ['<p><b>0912</b> 345 678</p><p>x</p>', 'document.querySelector("p + p").append(document.querySelector("b"))', ' 345 678'],
  'a digit has come behind it': ['<p>0912 345 67<b></b></p>', 'document.querySelector("b").append("8")', '0912 345 67', '0912 345 678'],
  'digits have come in a text of their own': ['<p><b>0912 345 67</b><i> </i></p>', 'document.querySelector("b").after(" 8")', '0912 345 67', '0912 345 67 8'],
  'the blank behind it says digits': ['<p><b>0912 345 67</b><i> </i></p>', 'document.querySelector("i").firstChild.data = " 8"', '0912 345 67', '0912 345 67 8'],
  'digits have come behind a blank': ['<p><b>0912 345 67</b> <i></i></p>', 'document.querySelector("i").textContent = "8"', '0912 345 67', '0912 345 67 8'],
  'its own text has grown': ['<p>0912 345 67</p>', 'document.querySelector("p").firstChild.data += "8"', '0912 345 67', '0912 345 678'],
  'a digit has come before it': ['<p><b></b>0912 345 678</p>', 'document.querySelector("b").append("1")', '0912 345 678'],
  'what it is the other end of is another': ['<p>0901 234 567 / <b>568</b></p>', 'document.querySelector("p").firstChild.data = "0977 111 222 / "', '568', '0977111568', '0977 111 222'],
};

for (const [what, [html, change, text, ...after]] of Object.entries(CHANGES)) {
  test(`a number is not opened by a click when ${what} at that moment`, async () => {
    await open(html);
    await changeAtClick(change);
    await clickText(page, text);
    await sleep(300);
    assert.deepEqual(await opened(), []);
    assert.equal(await page.evaluate(() => globalThis.clicks), 1, 'the click is the page’s');
    if (after.length === 0) return;
    await whenPaintedExactly(page, after.map((number) => (number.endsWith('111568') ? '568' : number)));
    await openCard(page, text);
    assert.deepEqual(await opened(), [after[0]]);
  });
}

test('a number opens its card when what stands beside it changes at that moment, and says the same as before', async () => {
  await open('<p>Lan <b>0912</b> 345 678, <i>now</i></p><p><u>at ten</u> 0987 654 321</p>', 2);
  await changeAtClick(`
    document.querySelector('i').textContent = 'later';
    document.querySelector('u').textContent = 'at 11';
    document.body.append(document.createElement('hr'));`);
  await clickText(page, ' 345 678');
  await waitForCard(page);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  assert.deepEqual(await opened(), ['0912 345 678']);
});

test('a clock beside a number, and a line that is broken otherwise, take nothing from it', async () => {
  await open(`<p>0912 345 678 <span>at 00:15</span></p><p>0987 654 321${'\n'.padEnd(80)}<b>(24/7)</b></p>`, 2);
  await changeAtClick('document.querySelector("span").textContent = "at 00:16"; document.querySelector("b").style.display = "inline-block";');
  await clickText(page, '0912 345 678');
  await waitForCard(page);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await page.evaluate(() => document.body.append(document.createElement('hr')));
  await clickText(page, '0987 654 321');
  await waitForCard(page);
  assert.deepEqual(await opened(), ['0912 345 678', '0987 654 321']);
});

test('what has grown into an amount while the worker read it is not painted', async () => {
  await open('<p>0901 111 222</p><table><tr><td></td></tr></table>');
  await world.stub.set({ scanAfterMs: 300 });
  const scanned = async () => (await world.stub.state()).scans.flat();
  await page.evaluate(() => { document.querySelector('td').textContent = '19005454'; });
  await until(async () => (await scanned()).includes('19005454'), { what: 'it is asked about' });
  await page.evaluate(() => { document.querySelector('td').firstChild.data += ' VND'; });
  // This one is sent later and answered later.
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: '0905 333 444' })));
  await whenPaintedExactly(page, ['0901 111 222', '0905 333 444']);
});

test('a number that nothing has come beside opens its card, however its line is read', async () => {
  const long = 'so it was said to everybody who came by '.repeat(51);
  const lines = {
    'behind a long text': `<p><u>${long} ab 12</u><b>, 34: 0912 345 678</b></p>`,
    'behind many small texts': '<p><u>1</u>,<u>2</u>,<u>3</u>,<u>4</u>, <b>0987 654 321</b></p>',
    'before a long text': `<p><b>0903 111 222</b>, <u>12 ${long}</u></p>`,
    'between empty texts and comments': '<p><i>9:</i><!-- x --><b></b> <b>0904 111 222</b><!-- y --><i> (24/7)</i></p>',
    'at the end of a long text': `<p>${long}${long} 0906 111 222 - <b>0907 111 222</b></p>`,
    'where lines are kept': '<pre>a\n12:\n0905 111 222\n(24)\n</pre>',
  };
  await open(Object.values(lines).join(''), 7);
  await page.evaluate(() => {
    document.querySelector('p').normalize();
    globalThis.ticking = setInterval(() => document.body.append(document.createElement('hr')), 20);
  });
  for (const number of ['0912 345 678', '0987 654 321', '0903 111 222', '0904 111 222', '0905 111 222', '0906 111 222']) {
    await openCard(page, number);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
});

for (const [what, html] of [
  ['a link', '<a href="#" class="goes">0901 234 567</a>'],
  ['a form with a field called host', '<form class="goes"><p>0901 234 567</p><input name="host"></form>'],
]) {
  test(`a number has its card although ${what} that it stood in is gone by then`, async () => {
    await world.stub.set({ loadAfterMs: 200 });
    await open(`<p>0905 333 444</p>${html}`, 2);
    await page.evaluate(() => addEventListener('mouseup', () => setTimeout(() => document.querySelector('.goes').remove(), 50), { once: true }));
    await clickText(page, '0901 234 567');
    assert.match((await waitForCard(page)).text, /0901 234 567/);
    assert.equal(await page.evaluate(() => document.querySelector('.goes')), null);
  });
}

test('a change far behind a number of many texts leaves it whole', async () => {
  const words = 'that was said of it by somebody who had it from another one, at';
  await open(`<p>Call <b>+84</b> <b>901</b> <b>234</b> <b>567</b> <span>${words}</span><span id="c">x</span></p>`);
  const scanned = async () => (await world.stub.state()).scans.flat();
  await page.evaluate(() => { document.getElementById('c').firstChild.data = 'y'; });
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: '0905 333 444' })));
  await until(async () => (await scanned()).includes('0905 333 444'), { what: 'the changes are read' });
  await whenPaintedExactly(page, ['+84 901 234 567', '0905 333 444']);
});

test('words that change before a number have it read with them, however many texts a program has made of them', async () => {
  await open('<p><u>Loading…</u><b>0912 345 678</b></p><p id="words"></p>');
  await page.evaluate(() => {
    document.querySelector('u').textContent = 'Fax: ';
    document.getElementById('words').append(...'Hotline of the shop is : 09 12 34 56 78'.split(/(?= )/));
  });
  const read = async () => (await world.stub.state()).scans.flat();
  await until(async () => (await read()).includes('Fax: 0912 345 678'), { what: 'the number with its new words' });
  await until(async () => (await read()).some((text) => text.endsWith('shop is : 09 12 34 56 78')), { what: 'the words in one' });
  await page.evaluate(() => { document.getElementById('words').lastChild.data = ' 79'; });
  await until(async () => (await read()).some((text) => text.endsWith('shop is : 09 12 34 56 79')), { what: 'all of them again' });
});

test('a pointer that rests on a number, and the list of them, say nothing of what was there before', async () => {
  await open('<p>0901 234 567 / <b>568</b></p><p>0901 111 222</p>', 3);
  const listed = () => world.stub.evaluate(async () => {
    const [{ id }] = await chrome.tabs.query({ active: true });
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, func: () => globalThis.aloPage.list() });
    return result.map(({ number }) => number).sort();
  });
  assert.deepEqual(await listed(), ['0901111222', '0901234567', '0901234568']);
  const { x, y } = await centreOfText(page, '568');
  // From now on no reading is answered.
  await world.stub.set({ silent: true, hoverMs: 60 });
  const change = () => page.evaluate(() => { document.querySelector('p').firstChild.data = '0977 111 222 / '; });
  await change();
  assert.deepEqual(await listed(), ['0901111222']);
  await world.stub.set({ silent: false });
  await world.stub.evaluate(() => globalThis.askAgain());
  await page.mouse.move(x, y);
  await sleep(400);
  assert.ok(!(await opened()).includes('0901234568'));
  await change();
  await whenPaintedExactly(page, ['0901 111 222', '0977 111 222', '568']);
  await page.mouse.move(x + 1, y);
  await waitForCard(page);
  assert.deepEqual(await opened(), ['0977111568']);
});

const NUMBERS = Array.from({ length: 200 }, (_, at) => `0912 345 ${100 + at}`);
for (const [what, tag, between] of [
  ['on a line each', 'pre', '\n'], ['with words between them', 'pre', ', said nobody who was asked;\n'], ['with nothing but a comma between them', 'p', ', '],
]) {
  test(`a long text of two hundred numbers, ${what}, has each painted once, and loses all of them when it changes`, async () => {
    await open(`<${tag}>${NUMBERS.join(between)}</${tag}>`, 200);
    await whenPaintedExactly(page, NUMBERS);
    await openCard(page, NUMBERS[100]);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.evaluate((name) => { document.querySelector(name).firstChild.insertData(0, '0987 654 321; '); }, tag);
    await whenPaintedExactly(page, ['0987 654 321', ...NUMBERS]);
    await page.evaluate((name) => { document.querySelector(name).firstChild.data = `${'nothing '.repeat(400)}0905 333 444`; }, tag);
    await whenPaintedExactly(page, ['0905 333 444']);
  });
}

test('a number over the place where a long text is cut is found once, wherever it stands', async () => {
  // Hardly anything but digits, spaces and slashes, so that no place to cut is better than another.
  const text = Array.from({ length: 600 }, (_, at) => (at % 40 === 39 ? `${NUMBERS[(at - 39) / 40]} x` : '12 34')).join('  /  ');
  const wanted = NUMBERS.slice(0, 15);
  await open(`<p>${text}</p>`, 1);
  await whenPaintedExactly(page, wanted);
});

for (const [what, html, gone, expected] of [
  ['in its middle', '<p>0912 <i>x</i>345 678</p>', 'i', '0912 345 678'],
  ['after an element', '<p><b>0912</b><i>x</i> 345 678</p>', 'i', '0912 345 678'],
  ['before a comment of the page’s program', '<p>0912 <!-- --><i>x</i><!-- -->345 678</p>', 'i', '0912 345 678'],
  ['that leaves an element empty', '<p>0912 <b><i>x</i></b>345 678</p>', 'i', '0912 345 678'],
  ['at the beginning of its line', '<p><i>77</i>0912 345 678</p>', 'i', '0912 345 678'],
  ['at the end of its line', '<p>0912 345 678<i>9012</i></p>', 'i', '0912 345 678'],
]) {
  for (const when of ['while it is read closer', 'after the first look']) {
    test(`a number that comes together by a removal ${what} is found, ${when}`, async () => {
      if (when === 'while it is read closer') await open(`<p>0901 111 222</p>${html}`);
      else await openPage('first.html', `<!doctype html><meta charset="utf-8"><body>${html}`);
      await sleep(500);
      const before = when === 'while it is read closer' ? ['0901 111 222'] : [];
      assert.deepEqual(await paintedTexts(page), before);
      await page.evaluate((name) => document.querySelector(name).remove(), gone);
      await whenPaintedExactly(page, [...before, expected]);
    });
  }
}
