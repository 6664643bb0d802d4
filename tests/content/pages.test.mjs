// Pages that change all the time, and large ones: `node --test tests/content`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { painted } from '../e2e/lib/card.mjs';
import { paintedTexts } from './harness.mjs';
import { open, openNothing, page, setTheStage, world } from './stage.mjs';

setTheStage();

/** React's own build for pages, from the tests' packages. */
function react() {
  const require = createRequire(new URL('../e2e/package.json', import.meta.url));
  return ['react', 'react-dom'].map((name) => {
    const file = path.join(path.dirname(require.resolve(`${name}/package.json`)), `umd/${name}.production.min.js`);
    return `<script>${readFileSync(file, 'utf8')}</script>`;
  }).join('');
}

test('a React page that renders again and again keeps its numbers, and React finds its own nodes', async () => {
  await open('react.html', `<!doctype html><div id="root"></div>${react()}<script>
    const { createElement: e, useState } = React;
    globalThis.faults = [];
    addEventListener('error', (event) => faults.push(event.message));
    function List() {
      const [turn, setTurn] = useState(0);
      globalThis.next = () => setTurn((now) => now + 1);
      const rows = [...Array(30).keys()].filter((row) => (row + turn) % 3 !== 0);
      if (turn % 2) rows.reverse();
      return e('ul', null, rows.map((row) => e('li', { key: row }, 'Row ', row, ': ', e('b', null, '09' + (10 + row)), ' 345 ', 600 + turn)));
    }
    ReactDOM.createRoot(document.getElementById('root')).render(e(List));
  </script>`);
  await painted(page, 20);
  for (let turn = 1; turn <= 12; turn += 1) {
    await page.evaluate(() => globalThis.next());
    if (turn % 4 === 0) await sleep(60);
  }
  const texts = await until(async () => {
    const now = await paintedTexts(page);
    return now.length === 20 && now.every((text) => /^09\d\d 345 612$/.test(text)) && now;
  }, { what: 'the numbers of the last turn' });
  assert.equal(new Set(texts).size, 20, 'each once');
  assert.deepEqual(await page.evaluate(() => globalThis.faults), []);
});

test('a page of 50,000 nodes is read whole, and never at a long stretch', async () => {
  const rows = Array.from({ length: 12_500 }, (_, row) => `<p>Row <b>${row}</b> of it <i>${row % 50 === 0 ? `0912 ${String(100_000 + row).replace(/^(...)/, '$1 ')}` : 'nothing'}</i></p>`);
  await openNothing();
  await page.addInitScript(() => {
    globalThis.longest = 0;
    addEventListener('load', () => setTimeout(() => {
      let last = performance.now();
      const beat = () => {
        const now = performance.now();
        globalThis.longest = Math.max(globalThis.longest, now - last);
        last = now;
        globalThis.beat = setTimeout(beat);
      };
      beat();
    }));
  });
  await page.goto(world.pages.add('fifty.html', `<!doctype html><main>${rows.join('')}</main>`));
  await painted(page, 250, { timeout: 30_000 });
  assert.equal((await paintedTexts(page)).length, 250);
  // Wall time, with everything else in this process: 35 ms on a machine with a load of four.
  const longest = await page.evaluate(() => globalThis.longest);
  if (process.env.ALO_SHOW) console.error(`longest stretch ${longest.toFixed(0)} ms`);
  assert.ok(longest < 250, `${longest} ms at a stretch`);
});

/** A page of rows, in parts full of numbers and parts without, with scripts and long lines between; and its numbers in order. */
function mixed() {
  const numbers = [];
  const number = () => {
    const digits = `0912${String(345_000 + 7 * numbers.length)}`;
    numbers.push(digits.replace(/^(.{4})(...)/, '$1 $2 '));
    return [digits.slice(0, 4), digits.slice(4, 7), digits.slice(7)];
  };
  const rows = [];
  for (let row = 0; row < 4000; row += 1) {
    const isFull = row % 1300 < 90 || row % 571 === 0;
    const [a, b, c] = isFull ? number() : ['no', 'number', 'here'];
    // A number may be spread over inline elements, so that edges of pieces fall inside it.
    rows.push(row % 3 === 0 ? `<p>Row: <b>${a}</b> <i>${b}</i> ${c}</p>` : `<div>${a} ${b} ${c}</div>`);
    if (row % 97 === 0) rows.push(`<script>globalThis.last = '0988 000 ${100 + (row % 900)}';</script>`);
  }
  // One long line of inline elements: somewhere an edge falls into each place of a number, in each way that it can be put together.
  const ways = [
    ([a, b, c]) => [`<b>${a}</b> <i>${b}</i> <u>${c}</u>`, `${a} ${b} ${c}`],
    ([a, b, c]) => [`<b>+84</b> <b>${a.slice(1)}</b> <i>${b}</i> <u>${c}</u>`, `+84 ${a.slice(1)} ${b} ${c}`],
    ([a, b, c]) => [`<b>${a}</b> <i>-</i><u></u>${b} ${c}`, `${a} -${b} ${c}`],
    ([a, b, c]) => [`${a}<wbr>${b}<wbr>${c}`, `${a}${b}${c}`],
  ];
  const line = Array.from({ length: 160 }, (_, at) => {
    const [html, text] = ways[at % ways.length](number());
    numbers[numbers.length - 1] = text;
    return `${'<span>word</span> '.repeat(40 + (at % 37))}${html}`;
  });
  rows.push(`<p>${line.join(', ')}</p>`);
  return { html: `<!doctype html><main>${rows.join('')}</main>`, numbers };
}

test('every number of a large page is found, wherever the page is cut to be read, and none in its scripts', async () => {
  const { html, numbers } = mixed();
  await open('mixed.html', html);
  await painted(page, numbers.length, { timeout: 30_000 });
  assert.deepEqual((await paintedTexts(page)).sort(), numbers.sort());
  for (const text of (await world.stub.state()).scans.flat()) assert.doesNotMatch(text, /0988/);
});

/** A page with few numbers among texts of every length and nesting, so that no guess by lengths is right; and its numbers in order. */
function uneven() {
  let state = 7;
  const random = (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const words = (most) => 'some words and others '.repeat(random(most)) || 'x';
  const others = [
    () => `<p>${words(90)}</p>`,
    () => '<p></p>'.repeat(random(60)),
    () => '<b>y</b> '.repeat(random(40)),
    () => `<div><div><ul>${`<li><a href="#">${words(3)}</a></li>`.repeat(random(12))}</ul></div></div>`,
    () => `<!-- ${words(9)} -->`,
    () => `<style>i.x { color: red } ${'/* z */'.repeat(random(60))}</style>`,
    () => `<span>${words(4)}<em>${words(2)}</em>${words(30)}</span>`,
    () => `<div>${words(400)}</div>`,
  ];
  const parts = [];
  const numbers = [];
  for (let at = 0; at < 9000; at += 1) {
    parts.push(others[random(others.length)]());
    if (random(60) !== 0) continue;
    const digits = `0912 ${String(345_000 + 7 * numbers.length).replace(/^(...)/, '$1 ')}`;
    numbers.push(digits);
    parts.push([`<p>${words(3)} ${digits} ${words(3)}</p>`, `<div>${words(3)}<b>${digits.slice(0, 6)}</b>${digits.slice(6)}</div>`, `<i>${digits}</i>`][random(3)]);
  }
  return { html: `<!doctype html><main>${parts.join('')}</main>`, numbers };
}

test('numbers far apart are found among texts of every length', async () => {
  const { html, numbers } = uneven();
  assert.ok(numbers.length > 100);
  await open('uneven.html', html);
  await painted(page, numbers.length, { timeout: 30_000 });
  assert.deepEqual((await paintedTexts(page)).sort(), numbers.sort());
});

test('a number behind thousands of texts in one element is come to at no greater cost than theirs', async () => {
  const lines = Array.from({ length: 4000 }, (_, at) => `line ${at % 10} of a log<!-- -->`).join('');
  const items = '<li>an item</li>'.repeat(150);
  await openNothing();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(world.pages.add('log.html', `<!doctype html><ul>${items}</ul><pre>${lines} 0912 345 678 and so on</pre><ul>${items}</ul>`));
  await painted(page, 1, { timeout: 30_000 });
  const { metrics } = await session.send('Performance.getMetrics');
  const script = 1000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
  if (process.env.ALO_SHOW) console.error(`script ${script.toFixed(0)} ms`);
  // Searching the way to each of these texts anew took more than half a second.
  assert.ok(script < 300, `${script} ms of script`);
});

test('a large page that changes while it is read has its numbers painted, no other ones and none twice', async () => {
  const { html, numbers } = mixed();
  await open('moving.html', html.replace('<main>', `<main><script>
    // While the page is read, rows are taken out and put back, moved, or made anew, turn after turn.
    addEventListener('load', () => {
      let turn = 0;
      let left = 40;
      const gone = [];
      const change = () => {
        const rows = document.querySelectorAll('main > p, main > div');
        for (const [place, row] of gone.splice(0)) place.replaceWith(row);
        rows.forEach((row, at) => {
          if ((at + turn) % 4 !== 0 || /\\d/.test(row.textContent)) return;
          const place = document.createComment('');
          row.replaceWith(place);
          gone.push([place, row]);
        });
        const [row, other] = [rows[(turn * 797) % rows.length], rows[(turn * 131) % rows.length]];
        if (row.isConnected && other.isConnected) turn % 2 ? row.replaceWith(row.cloneNode(true)) : other.before(row);
        turn += 1;
        // One turn for each idle slice; 40 more after the first numbers are painted.
        const isRead = CSS.highlights.has('alo-number');
        if (isRead) left -= 1;
        if (left > 0) requestIdleCallback(change);
        else document.title = 'rests';
      };
      change();
    });
  </script>`));
  await until(() => page.title().then((title) => title === 'rests'), { what: 'the page to rest', timeout: 30_000 });
  await painted(page, numbers.length, { timeout: 30_000 });
  assert.deepEqual((await paintedTexts(page)).sort(), numbers.sort());
});

test('a number that is read again and says the same stays painted all the while; another one in its place does not', async () => {
  await open('again.html', `<!doctype html><main><p id="moved">Call <b>0912</b> 345 678</p><p id="changed">Call 0912 345 679</p></main>`);
  await painted(page, 2);
  const ranges = () => page.evaluate(() => {
    const now = [...CSS.highlights.get('alo-number')];
    globalThis.before ??= now;
    return globalThis.before.map((range) => now.includes(range));
  });
  assert.deepEqual(await ranges(), [true, true]);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    document.getElementById('changed').firstChild.data = 'Call 0912 345 671';
    main.append(document.getElementById('moved'), Object.assign(document.createElement('p'), { textContent: '0912 345 670' }));
  });
  await painted(page, 3);
  assert.deepEqual((await paintedTexts(page)).sort(), ['0912 345 670', '0912 345 671', '0912 345 678']);
  assert.deepEqual(await ranges(), [true, false]);
});

test('thousands of texts in one element of a page that never rests are read to their end, and what follows them', async () => {
  await open('log.html', `<!doctype html><b>0</b><div></div><p>0987 654 321</p><script>
    const log = document.querySelector('div');
    for (let at = 0; at < 6000; at += 1) {
      log.append((at % 200 === 0 ? '0912 345 ' + (100 + at / 200) : 'line ' + at % 100) + ', said by nobody at all. ', document.createComment(''));
    }
    let left = 60;
    const change = () => {
      document.querySelector('b').textContent = left;
      if (CSS.highlights.has('alo-number')) left -= 1;
      if (left > 0) requestIdleCallback(change);
    };
    addEventListener('load', change);
  </script>`);
  await painted(page, 31, { timeout: 30_000 });
  assert.equal(new Set(await paintedTexts(page)).size, 31);
});

test('what a person reads around a number goes along as far as the finder listens, over inline and custom elements', async () => {
  await open('around.html', `<!doctype html><meta charset="utf-8">
    <p><i>Per informazioni chiamare il numero </i>Hotel Roma Termini (Sig. Rossi): 0338123456</p>
    <p>0388123456 (Hotel Muller, Strasbourg Cedex, M. Muller)<b> pour tout renseignement</b></p>
    <p>0912 345 678 (one of our branch offices in town, and open on all weekdays from ten), MST: <x-n>0912345679</x-n></p>
    <p>0912 345 670${' and much more of what is said by nobody'.repeat(4)}<b> far away</b></p>`);
  await painted(page, 5);
  const sent = (await world.stub.state()).scans.flat();
  const has = (text) => sent.some((it) => it.includes(text));
  assert.ok(has('chiamare il numero Hotel Roma Termini (Sig. Rossi): 0338123456'), 'before it');
  assert.ok(has('M. Muller) pour tout renseignement'), 'behind it');
  assert.ok(has('MST: 0912345679'), 'around a custom element');
  assert.ok(!has('far away'), 'and no further');
});

test('a block without digits enough is not sent, whatever stands before it', async () => {
  await open('private.html', `<!doctype html><div>Call 0912 345 678</div><p>Private words, no digit</p><div>Or 0912 345 679</div><p>Room 12</p>
    <p><a>w?id=5</a></p><p>0912345670</p>`);
  await painted(page, 3);
  assert.deepEqual((await world.stub.state()).scans.flat().filter((text) => /Private|Room/.test(text)), []);
});

test('what somebody types stays as it is, byte for byte, and is never sent', async () => {
  await open('typing.html', `<!doctype html><p>0912 345 678</p><textarea></textarea><div contenteditable="true" role="textbox"><p>Dear <b>Lan</b></p></div>`);
  await painted(page, 1);
  await page.locator('textarea').pressSequentially('call 0905 111 222');
  await page.locator('[role=textbox] p').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' call 0905 333 444');
  await sleep(400);
  assert.equal(await page.inputValue('textarea'), 'call 0905 111 222');
  assert.equal(await page.evaluate(() => document.querySelector('[role=textbox]').innerHTML), '<p>Dear <b>Lan call 0905 333 444</b></p>');
  assert.deepEqual(await paintedTexts(page), ['0912 345 678']);
  for (const text of (await world.stub.state()).scans.flat()) assert.doesNotMatch(text, /0905/);
});

test('rows of a list that recycles its elements are painted as they come', async () => {
  await open('virtual.html', `<!doctype html><ul>${'<li> </li>'.repeat(20)}</ul><script>
    globalThis.show = (from) => document.querySelectorAll('li').forEach((row, at) => { row.firstChild.data = '0912 34' + (from + at + 1000); });
    show(0);
  </script>`);
  await painted(page, 20);
  for (const from of [500, 20, 900]) {
    await page.evaluate((first) => globalThis.show(first), from);
    await until(async () => {
      const texts = await paintedTexts(page);
      return texts.length === 20 && texts.every((text) => +text.slice(-4) >= 1000 + from && +text.slice(-4) < 1020 + from);
    }, { what: `the rows from ${from}` });
  }
});

test('a class of the page keeps a part of it from being touched', async () => {
  await open('class.html', '<!doctype html><p>0912 345 678</p><div class="x no-click-to-call"><p>0905 111 222</p></div>');
  await painted(page, 1);
  await sleep(300);
  assert.deepEqual(await paintedTexts(page), ['0912 345 678']);
});
