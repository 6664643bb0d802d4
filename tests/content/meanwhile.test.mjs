// Changes of a page while its texts are read, wait to be sent, or wait for an answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { clickText, painted, waitForCard } from '../e2e/lib/card.mjs';
import { paintedTexts } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

setTheStage();

const open = async (body, numbers) => {
  await openPage('meanwhile.html', `<!doctype html><meta charset="utf-8"><body>${body}`);
  await painted(page, numbers);
};
const isPainted = async (number) => (await paintedTexts(page)).includes(number);
const whenPainted = (number) => until(() => isPainted(number), { what: `paint of ${number}` });
const asked = async () => (await world.stub.state()).scans.flat();

test('an answer that comes late takes nothing from what was read since', async () => {
  await open('<p>0901 111 222</p><p id="late"></p>', 1);
  await world.stub.set({ scanAfterMs: 900 });
  await page.evaluate(() => { document.getElementById('late').append('0912 345 678 is the number'); });
  await until(async () => (await asked()).includes('0912 345 678 is the number'), { what: 'the first question' });
  await world.stub.set({ scanAfterMs: 0 });
  await page.evaluate(() => { document.getElementById('late').firstChild.appendData(' of Lan'); });
  await whenPainted('0912 345 678');
  // The answer to the first reading comes now.
  await sleep(1200);
  assert.deepEqual((await paintedTexts(page)).sort(), ['0901 111 222', '0912 345 678']);
});

test('a late answer does not take away a number that was found since with the sign before it', async () => {
  await open('<p>0901 111 222</p><p id="late"></p>', 1);
  await world.stub.set({ scanAfterMs: 900 });
  await page.evaluate(() => { document.getElementById('late').innerHTML = '<b>+84</b> 912 345 678'; });
  await until(async () => (await asked()).includes('+84 912 345 678'), { what: 'the first question' });
  await world.stub.set({ scanAfterMs: 0 });
  await page.evaluate(() => { document.querySelector('b').firstChild.splitText(1); });
  await whenPainted('+84 912 345 678');
  // The answer to the first reading comes now.
  await sleep(1200);
  assert.deepEqual((await paintedTexts(page)).sort(), ['+84 912 345 678', '0901 111 222']);
});

for (const [what, empty] of Object.entries({
  'the registry of highlights': () => { CSS.highlights.clear(); },
  'our highlight': () => { CSS.highlights.get('alo-number').clear(); },
})) {
  test(`a number is painted again with the next reading where a page has emptied ${what}`, async () => {
    await open('<main><p id="again">Call 0912 345 678</p></main>', 1);
    await page.evaluate(empty);
    assert.deepEqual(await paintedTexts(page).catch(() => []), []);
    await page.evaluate(() => { document.querySelector('main').append(document.getElementById('again')); });
    await whenPainted('0912 345 678');
  });
}

test('numbers are painted again when a pointer comes to a page that has emptied the registry of highlights', async () => {
  await open('<p>Call 0912 345 678</p><h1>Here</h1>', 1);
  await page.evaluate(() => { CSS.highlights.clear(); });
  await page.hover('h1');
  await whenPainted('0912 345 678');
});

test('that a text with thousands of numbers changes many times in a turn costs little more than once', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => `row 0912 00${String(at).padStart(4, '0')} called`);
  await open(`<pre>10:00:00\n${lines.join('\n')}</pre>`, 3000);
  const [once, often] = await page.evaluate(async () => {
    const text = document.querySelector('pre').firstChild;
    // Mutation observers run before the `await` below returns.
    const cost = async (times) => {
      const from = performance.now();
      for (let at = 0; at < times; at += 1) text.replaceData(0, 8, `10:00:${10 + at}`);
      await Promise.resolve();
      const ms = performance.now() - from;
      await new Promise((resolve) => { requestIdleCallback(resolve); });
      return ms;
    };
    const least = async (times) => Math.min(await cost(times), await cost(times), await cost(times));
    await cost(1);
    return [await least(1), await least(80)];
  });
  assert.ok(often < 10 * once + 5, `${often} ms, once ${once} ms`);
  await until(async () => (await paintedTexts(page)).length === 3000, { what: 'all of the text' });
});

test('a late answer does not bring back what a newer one has refused', async () => {
  await open('<p>0901 111 222</p><p id="late"></p>', 1);
  await world.stub.set({ scanAfterMs: 900 });
  await page.evaluate(() => { document.getElementById('late').innerHTML = '<b>0912 345 678</b><i> of Lan</i>'; });
  await until(async () => (await asked()).includes('0912 345 678 of Lan'), { what: 'the first question' });
  await world.stub.set({ scanAfterMs: 0 });
  await page.evaluate(() => { document.querySelector('#late i').firstChild.data = '901234567890123 of Lan'; });
  await until(async () => (await asked()).some((text) => text.includes('678901234567890123')), { what: 'the second question' });
  // The answer to the first reading comes now.
  await sleep(1200);
  assert.deepEqual(await paintedTexts(page), ['0901 111 222']);
});

test('a link is painted again with its next reading where a page has emptied our highlight', async () => {
  await open('<main><p id="again"><a href="tel:0912345678">Call us</a></p></main>', 1);
  await page.evaluate(() => { CSS.highlights.get('alo-number').clear(); });
  await page.evaluate(() => { document.querySelector('main').append(document.getElementById('again')); });
  await whenPainted('Call us');
});

test('of a line with a clock that waits to be asked about only the newest reading is sent', async () => {
  await open('<p>0901 111 222</p><p>Order <b>1234567890</b> word <span>10:00:00</span></p>', 1);
  const ticks = 120;
  await page.evaluate(async (times) => {
    for (let at = 0; at < times; at += 1) {
      document.querySelector('span').firstChild.data = `10:00:${10 + at % 50}`;
      await new Promise((resolve) => { requestIdleCallback(() => requestIdleCallback(resolve)); });
    }
    document.body.append(Object.assign(document.createElement('p'), { textContent: '0912 345 678' }));
  }, ticks);
  await whenPainted('0912 345 678');
  const sent = (await asked()).filter((text) => text.startsWith('Order')).length;
  assert.ok(sent < ticks / 2, `${sent} of ${ticks}`);
});

test('numbers of a line that waits to be asked about are painted although a clock begins to run at its end', async () => {
  await open('<p>0901 111 222</p><p id="busy">0905 000 000</p><div id="line"></div>', 2);
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => { requestIdleCallback(() => requestIdleCallback(resolve)); });
    // Uses up the messages that may go at once.
    for (let at = 0; at < 40; at += 1) {
      document.getElementById('busy').firstChild.data = `0905 000 ${100 + at}`;
      await idle();
    }
    const others = ['0987 654 321', '0903 111 222', '0904 111 222', '0905 111 222', '0906 111 222'];
    document.getElementById('line').innerHTML =
      `<p>A <b>0912 345 678</b>, ${others.map((number) => `<b>${number}</b>`).join(' or ')} at <span>10:00:00</span></p>`;
    await idle();
    for (let at = 10; at < 20; at += 1) {
      document.querySelector('#line span').firstChild.data = `10:00:${at}`;
      await idle();
    }
  });
  await until(async () => (await paintedTexts(page)).length === 8, { what: 'all of the line' });
  assert.ok(await isPainted('0912 345 678'));
});

test('a list whose last item moves to its head while it is read is read to its end, and no further', async () => {
  const items = Array.from({ length: 120 }, (_, at) => `<li>item ${at} 0912 000 ${100 + at}</li>`);
  const others = Array.from({ length: 2000 }, (_, at) => `<p>0901${100_000 + at}</p>`);
  await open(`<ul>${items.join('')}</ul><main>${others.join('')}</main>`, 2120);
  await world.stub.evaluate(() => { globalThis.state.scans.length = 0; });
  await page.evaluate(async () => {
    const list = document.querySelector('ul');
    for (let at = 0; at < 60; at += 1) {
      list.setAttribute('role', 'list');
      await new Promise((resolve) => { requestIdleCallback(resolve); });
      list.prepend(list.lastElementChild);
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
    }
  });
  await until(async () => (await asked()).length > 0, { what: 'the list to be read again' });
  await sleep(1000);
  assert.deepEqual((await asked()).filter((text) => text.startsWith('0901')), []);
  assert.equal((await paintedTexts(page)).length, 2120);
});

test('a number behind an empty text opens at the first click after the page has changed elsewhere', async () => {
  await open('<p id="number"></p>', 0);
  await page.evaluate(() => {
    const line = document.getElementById('number');
    line.innerHTML = '<b>5</b>, <i>A</i>: <u>0912 345 678</u>';
    line.querySelector('u').before('');
  });
  await whenPainted('0912 345 678');
  await page.evaluate(() => { document.body.append(document.createElement('hr')); });
  await clickText(page, '0912 345 678');
  await waitForCard(page);
});

test('a number is painted while its text goes on growing far behind it', async () => {
  await world.stub.set({ scanAfterMs: 40 });
  await open('<p>0901 111 222</p><p id="log">Call 0912 345 678 now</p>', 2);
  await page.evaluate(() => {
    const { firstChild } = document.getElementById('log');
    firstChild.appendData(' word'.repeat(20));
    globalThis.growing = setInterval(() => firstChild.appendData(' word'), 30);
  });
  const looks = await page.evaluate(async () => {
    const painted = [];
    for (let at = 0; at < 60; at += 1) {
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      painted.push(CSS.highlights.get('alo-number').size);
    }
    return painted;
  });
  assert.ok(looks.every((count) => count === 2), `it does not blink: ${looks}`);
  await clickText(page, '0912 345 678');
  await waitForCard(page);
});
