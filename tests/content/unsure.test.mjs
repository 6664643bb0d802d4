// Numbers in a text that changes around them: they stay painted until it is read again, and a click on one waits for that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { centreOfText, clickText, painted, waitForCard } from '../e2e/lib/card.mjs';
import { paintedTexts, whenPaintedExactly } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

setTheStage();

const CLOCK = '<p class="clock">Call 0912 345 678 since 10:00:00</p>';
const open = async (body, numbers, answerMs = 0) => {
  await openPage('unsure.html', `<!doctype html><meta charset="utf-8"><body>${body}<script>
    globalThis.clicks = 0;
    addEventListener('click', () => { clicks += 1; });
    globalThis.tick = (which = document.querySelector('.clock')) => which.firstChild.replaceData(which.firstChild.length - 2, 2, String(10 + Math.random() * 90).slice(0, 2));
    globalThis.tickAtPress = () => addEventListener('pointerdown', () => tick(), { once: true, capture: true });
  </script>`);
  await painted(page, numbers);
  await world.stub.set({ scanAfterMs: answerMs });
};
const opened = async () => (await world.stub.state()).opened.map(({ raw }) => raw);
const isPainted = async (text) => (await paintedTexts(page)).includes(text);

/** Frames of `ms` in which fewer than `numbers` are painted, while each of the clocks ticks every `every` ms. */
const framesWithout = (numbers, ms, every) => page.evaluate(async ([wanted, time, pause]) => {
  const clocks = [...document.getElementsByClassName('clock')];
  const timers = [];
  clocks.forEach((clock, at) => setTimeout(() => timers.push(setInterval(() => globalThis.tick(clock), pause)), (pause * at) / clocks.length));
  let frames = 0;
  for (const end = performance.now() + time; performance.now() < end;) {
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    if ((CSS.highlights.get('alo-number')?.size ?? 0) < wanted) frames += 1;
  }
  timers.forEach(clearInterval);
  return frames;
}, [numbers, ms, every]);

test('a number does not blink while a clock runs in its text', async () => {
  await open(CLOCK, 1);
  assert.equal(await framesWithout(1, 2500, 250), 0);
  await clickText(page, '0912 345 678');
  await waitForCard(page);
});

test('nor do those of a list in which each has a clock', async () => {
  await open(CLOCK.repeat(20), 20, 50);
  assert.equal(await framesWithout(20, 5000, 1000), 0);
});

for (const [what, after] of Object.entries({ 'goes on to be none': 'Call.0912 345 678 since 10:00:00', 'is another': 'The order was paid and is on its way' })) {
  test(`a number whose text ${what} loses its paint, and a click there is the page’s`, async () => {
    await open(CLOCK, 1, 500);
    await page.evaluate(() => globalThis.tick());
    assert.ok(await isPainted('0912 345 678'), 'it is being read again');
    const { x, y } = await centreOfText(page, '0912 345 678');
    const left = await page.evaluate(async (text) => {
      document.querySelector('.clock').firstChild.data = text;
      await Promise.resolve();
      return CSS.highlights.get('alo-number').size;
    }, after);
    if (!after.includes('0912 345 678')) assert.equal(left, 0, 'at once');
    await until(async () => (await paintedTexts(page)).length === 0, { what: 'the paint to go' });
    await page.mouse.click(x, y);
    assert.equal(await page.evaluate(() => globalThis.clicks), 1);
    assert.deepEqual(await opened(), []);
  });
}

test('a number right before the place where a long text is cut does not blink when the text grows', async () => {
  await open(`<p class="clock">${'word, '.repeat(296)}or, Call 0912 345 678 is on hold 10:00 ${'and more '.repeat(60)}since 10:00:00</p>`, 1, 300);
  await page.evaluate(() => { globalThis.tick = (which) => which.firstChild.appendData(' and more'); });
  assert.equal(await framesWithout(1, 1500, 250), 0);
});

test('what nobody reads again loses its paint, although nothing else happens', async () => {
  await open(CLOCK, 1, 8000);
  await page.evaluate(() => globalThis.tick());
  await until(async () => (await paintedTexts(page)).length === 0, { what: 'the paint to go', timeout: 6000 });
});

for (const answerMs of [0, 700]) {
  test(`a click on a number whose text has just changed opens its card when that is read again, after ${answerMs} ms`, async () => {
    await open(CLOCK, 1, answerMs);
    await page.evaluate(() => globalThis.tickAtPress());
    await clickText(page, '0912 345 678');
    await waitForCard(page);
    assert.equal(await page.evaluate(() => globalThis.clicks), 0);
  });
}

test('the second of two clicks opens the card, although the first has waited too long', async () => {
  await open(CLOCK, 1, 1700);
  await page.evaluate(() => globalThis.tickAtPress());
  await clickText(page, '0912 345 678');
  await sleep(900);
  await clickText(page, '0912 345 678');
  await waitForCard(page);
});

test('a click that waits opens no other number that comes to its place', async () => {
  await open(CLOCK, 1, 400);
  await page.evaluate(() => globalThis.tickAtPress());
  await clickText(page, '0912 345 678');
  await page.evaluate(() => { document.body.insertAdjacentHTML('afterbegin', '<p>Call 0933 333 333 since 10:00:00</p>'); });
  await until(() => isPainted('0933 333 333'), { what: 'the other number' });
  await sleep(300);
  assert.deepEqual(await opened(), []);
});

test('a double click on a number whose text has just changed selects, and opens nothing', async () => {
  await open(CLOCK, 1, 300);
  await page.evaluate(() => globalThis.tickAtPress());
  const { x, y } = await centreOfText(page, '0912 345 678');
  await page.mouse.dblclick(x, y);
  await sleep(900);
  assert.notEqual(await page.evaluate(() => String(getSelection())), '');
  assert.deepEqual(await opened(), []);
});

test('a click on the end of a number over two elements waits likewise', async () => {
  await open('<p>or 0912 <b class="clock">345 678 since 10:00:00</b></p>', 1, 300);
  await page.evaluate(() => globalThis.tickAtPress());
  await clickText(page, '345 678');
  await waitForCard(page);
  assert.equal(await page.evaluate(() => globalThis.clicks), 0);
});

const WRITTEN = {
  'the text’s own data': (line, text) => { line.firstChild.data = text; },
  textContent: (line, text) => { line.textContent = text; },
  'textContent, with nothing in between': (line, text) => {
    line.textContent = text;
    line.textContent = '';
    line.textContent = text;
  },
  'textContent, with other words in between': (line, text) => {
    line.textContent = 'one moment';
    line.textContent = 'loading';
    line.textContent = text;
  },
  'textContent, with a picture in between': (line, text) => {
    line.replaceChildren(document.createElement('img'));
    line.textContent = text;
  },
};
for (const [how, write] of Object.entries(WRITTEN)) {
  test(`a clock that is written by ${how} takes neither paint nor click away`, async () => {
    await open(CLOCK, 1, 30);
    const without = await page.evaluate(async (source) => {
      const put = new Function(`return ${source}`)();
      const line = document.querySelector('.clock');
      const tick = (second) => put(line, `Call 0912 345 678 since 10:00:${second}`);
      let frames = 0;
      for (let second = 10; second < 22; second += 1) {
        tick(second);
        for (const end = performance.now() + 120; performance.now() < end;) {
          await new Promise((resolve) => { requestAnimationFrame(resolve); });
          // A text that is gone from the page stays in the highlight for a moment, and does not count.
          if (![...CSS.highlights.get('alo-number') ?? []].some(({ startContainer }) => startContainer.isConnected)) frames += 1;
        }
      }
      addEventListener('pointerdown', () => tick(22), { once: true, capture: true });
      return frames;
    }, String(write));
    assert.equal(without, 0, 'frames without paint');
    await clickText(page, '0912 345 678');
    await waitForCard(page);
    assert.equal(await page.evaluate(() => globalThis.clicks), 0);
    assert.deepEqual(await opened(), ['0912 345 678']);
  });
}

test('what is written in a number’s place by textContent takes its paint at once', async () => {
  await open(CLOCK, 1, 500);
  const left = await page.evaluate(async () => {
    document.querySelector('.clock').textContent = 'The order was paid and is on its way';
    await Promise.resolve();
    return [...CSS.highlights.get('alo-number')].filter(({ startContainer }) => startContainer.isConnected).length;
  });
  assert.equal(left, 0);
});

for (const [what, answerMs] of [['slowly', 400], ['at once', 60]]) {
  test(`a click that waits opens no other number that its own text says by then, answered ${what}`, async () => {
    await open('<p class="clock">0912 345 678 waits 10:00</p>', 1, answerMs);
    await page.evaluate((pause) => {
      const { firstChild: text } = document.querySelector('.clock');
      addEventListener('pointerdown', () => {
        text.data = '0912 345 678 waits 10:01';
        setTimeout(() => { text.data = '0933 333 333 waits 00:41'; }, pause);
      }, { once: true, capture: true });
    }, answerMs / 2 + 30);
    await clickText(page, '0912 345 678');
    await until(() => isPainted('0933 333 333'), { what: 'the next number of the queue' });
    await sleep(300);
    assert.deepEqual(await opened(), []);
  });
}

test('that a text says no number any more counts at once, although the page never rests', async () => {
  await open(`${CLOCK}<p id="busy">x</p>`, 1, 150);
  await page.evaluate(() => {
    let line = 0;
    setInterval(() => {
      line += 1;
      document.getElementById('busy').firstChild.data = `line 0987 654 ${100 + (line % 800)}`;
    }, 100);
  });
  await until(async () => (await world.stub.state()).scans.length > 5, { what: 'a page that is asked about all the time' });
  const { x, y } = await centreOfText(page, '0912 345 678');
  await page.evaluate(() => { document.querySelector('.clock').firstChild.data = 'Call.0912 345 678 since 10:00:00'; });
  await until(async () => !(await isPainted('0912 345 678')), { what: 'the paint to go', timeout: 1500 });
  await page.mouse.click(x, y);
  assert.equal(await page.evaluate(() => globalThis.clicks), 1);
});

test('the end of a number over two elements loses its paint at once when it says something else', async () => {
  await open('<p>or 0912 <b class="clock">345 678 since 10:00:00</b></p>', 1, 1500);
  await page.evaluate(() => globalThis.tick());
  assert.ok(await isPainted('0912 345 678'), 'it is being read again');
  const left = await page.evaluate(async () => {
    document.querySelector('b').firstChild.data = 'was paid, many thanks';
    await Promise.resolve();
    return CSS.highlights.get('alo-number').size;
  });
  assert.equal(left, 0);
});

for (const [what, steps] of Object.entries({
  'both written anew twice': [['0912 ', '345 678 since 10:00:11'], ['0912 ', '345 678 since 10:00:12']],
  'its end, its beginning and its end again': [[null, '345 678 since 10:00:11'], ['0912 ', null], [null, 'was paid']],
})) {
  test(`a number over two elements, ${what} before it is read, keeps nothing else from being read`, async () => {
    await open('<p>or <span id="head">0912 </span><b id="tail">345 678 since 10:00:00</b></p><div id="list"></div>', 1, 400);
    await page.evaluate(async (all) => {
      const [head, tail, list] = ['head', 'tail', 'list'].map((id) => document.getElementById(id));
      for (const [at, [begins, ends]] of all.entries()) {
        if (begins) head.textContent = begins;
        if (ends && begins) tail.textContent = ends;
        else if (ends) tail.firstChild.data = ends;
        if (at === all.length - 1) list.innerHTML = '<p>0987 654 321</p>';
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    }, steps);
    const left = steps.at(-1)[1] === 'was paid' ? [] : ['0912 345 678'];
    await whenPaintedExactly(page, [...left, '0987 654 321']);
  });
}
