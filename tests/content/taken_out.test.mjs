// Texts and elements that a page takes out and puts back, moves, or puts into a line that was read as one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { centreOfText, painted, waitForCard } from '../e2e/lib/card.mjs';
import { paintedTexts, whenPaintedExactly } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

setTheStage();

const open = (body) => openPage('taken_out.html', `<!doctype html><meta charset="utf-8"><body>${body}`);

const hosted = (mode, inside) => `<p id="slot"></p><script>
  const host = document.createElement('x-card');
  host.attachShadow({ mode: '${mode}' }).innerHTML = '<span>${inside}</span>';
  globalThis.root = host.shadowRoot;
  globalThis.put = () => document.getElementById('slot').append(host);
  globalThis.take = () => host.remove();
  put();
</script>`;

for (const mode of ['open', 'closed']) {
  test(`a number in ${mode} shadow is painted and opens when its host was out of the page for a while`, async () => {
    await open(`<p>0987 654 321</p>${hosted(mode, '0912 345 678')}`);
    await painted(page, 2);
    const { x, y } = await page.evaluate(() => {
      const { left, top, height } = document.querySelector('x-card').getBoundingClientRect();
      return { x: left + 30, y: top + height / 2 };
    });
    await page.evaluate(() => globalThis.take());
    await whenPaintedExactly(page, ['0987 654 321']);
    await page.evaluate(() => globalThis.put());
    await whenPaintedExactly(page, ['0912 345 678', '0987 654 321']);
    await page.mouse.click(x, y);
    await waitForCard(page);
  });
}

for (const [what, first] of [['that has numbers', '<p>0987 654 321</p>'], ['without any number yet', '<p>Words</p>']]) {
  test(`what a host’s shadow came to say while it was out of a page ${what} is read`, async () => {
    await open(`${first}${hosted('open', 'Nothing yet')}`);
    const known = first.includes('0987') ? ['0987 654 321'] : [];
    if (known.length > 0) await whenPaintedExactly(page, known);
    else await sleep(500);
    await page.evaluate(() => globalThis.take());
    await sleep(200);
    await page.evaluate(() => { globalThis.root.firstChild.textContent = '0912 345 678'; });
    await sleep(200);
    await page.evaluate(() => globalThis.put());
    await whenPaintedExactly(page, ['0912 345 678', ...known]);
  });
}

test('a custom element that comes late in the looks of another one has all of its own', async () => {
  await open('<p>0987 654 321</p>');
  await painted(page, 1);
  await page.evaluate(() => { document.body.append(document.createElement('x-early')); });
  // Two of the three late looks at that element are over.
  await sleep(2600);
  await page.evaluate(() => {
    const late = document.body.appendChild(document.createElement('x-late'));
    setTimeout(() => { late.attachShadow({ mode: 'open' }).innerHTML = '<p>0912 345 678</p>'; }, 5000);
  });
  await until(async () => (await paintedTexts(page)).includes('0912 345 678'), { what: 'paint in the late root', timeout: 15_000 });
});

test('of a number whose second half is moved away nothing stays painted', async () => {
  await open('<p>Call <span>0912 </span><span id="rest">345 678</span></p><p>Another paragraph</p><p id="end">End: </p><p>0987 654 321</p>');
  await painted(page, 2);
  await page.evaluate(() => { document.getElementById('end').append(document.getElementById('rest')); });
  await whenPaintedExactly(page, ['0987 654 321']);
});

for (const tag of ['br', 'div', 'hr']) {
  test(`a <${tag}> that comes into a number takes its paint, and one that comes behind one sets it free`, async () => {
    await open(`<p id="torn">Call <span>0912 345</span><span> 678 now</span></p>
      <p id="free"><span>0933 444 555</span><span>12 calls</span></p><p>0987 654 321</p>`);
    await until(async () => (await paintedTexts(page)).includes('0912 345 678'), { what: 'the number over two elements' });
    await page.evaluate((name) => {
      for (const line of document.querySelectorAll('#torn, #free')) line.insertBefore(document.createElement(name), line.lastChild);
    }, tag);
    await whenPaintedExactly(page, ['0933 444 555', '0987 654 321']);
    const { x, y } = await centreOfText(page, '0933 444 555');
    await page.mouse.click(x, y);
    await waitForCard(page);
  });
}

test('numbers are shown although an answer to something else never comes', async () => {
  await open('<p>0987 654 321</p>');
  await painted(page, 1);
  await world.stub.set({ scanAfterMs: 1e8 });
  await page.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<p>0911 111 111</p>'); });
  await until(async () => (await world.stub.state()).scans.flat().includes('0911 111 111'), { what: 'the question' });
  await world.stub.set({ scanAfterMs: 0 });
  for (const number of ['0922 222 222', '0933 333 333']) {
    await page.evaluate((text) => { document.body.insertAdjacentHTML('beforeend', `<p>${text}</p>`); }, number);
    await sleep(250);
  }
  await whenPaintedExactly(page, ['0922 222 222', '0933 333 333', '0987 654 321']);
});

for (const [how, swap] of Object.entries({
  replaceChild: (a, b) => {
    const { firstChild } = a;
    a.replaceChild(b.firstChild, firstChild);
    b.append(firstChild);
  },
  replaceChildren: (a, b) => {
    const was = [...a.childNodes];
    a.replaceChildren(...b.childNodes);
    b.replaceChildren(...was);
  },
})) {
  test(`of two cells that change places by ${how} each has its own number, and loses it with its text`, async () => {
    await open('<p id="a">0912 345 678</p><p id="b">0933 444 555</p>');
    await painted(page, 2);
    await page.evaluate((source) => {
      new Function(`return ${source}`)()(document.getElementById('a'), document.getElementById('b'));
    }, String(swap));
    await sleep(600);
    await whenPaintedExactly(page, ['0912 345 678', '0933 444 555']);
    await page.evaluate(() => { document.getElementById('a').firstChild.data = 'was paid already'; });
    await whenPaintedExactly(page, ['0912 345 678']);
  });
}

test('a number over two elements that is folded away is painted when it is shown again', async () => {
  await open(`<p>0987 654 321</p><x-fold><p>Call <span>0912 </span><span>345 678</span></p></x-fold><script>
    const root = document.querySelector('x-fold').attachShadow({ mode: 'open' });
    globalThis.fold = (shown) => { root.innerHTML = shown ? '<div><slot></slot></div>' : '<div></div>'; };
    fold(true);
  </script>`);
  await painted(page, 2);
  await page.evaluate(() => globalThis.fold(false));
  await sleep(800);
  await page.evaluate(() => globalThis.fold(true));
  await sleep(300);
  await whenPaintedExactly(page, ['0912 345 678', '0987 654 321']);
});

test('an empty text that comes into a number takes no paint', async () => {
  await open('<p>Call <span>0912 </span><span id="rest">345 678</span></p><i></i>');
  await painted(page, 1);
  await world.stub.set({ scanAfterMs: 500 });
  const frames = await page.evaluate(async () => {
    document.getElementById('rest').before('');
    document.querySelector('i').remove();
    let without = 0;
    for (const end = performance.now() + 900; performance.now() < end;) {
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      if (CSS.highlights.get('alo-number').size === 0) without += 1;
    }
    return without;
  });
  assert.equal(frames, 0);
});

test('a component that is moved all the time keeps nothing else from being read', async () => {
  await open(`<p>0987 654 321</p><div id="left"></div><div id="right"></div><script>
    globalThis.host = document.createElement('x-card');
    const rows = Array.from({ length: 4000 }, (_, row) => '<div><span>row ' + row + '</span> <b>0912 345 ' + (100 + (row % 900)) + '</b></div>');
    host.attachShadow({ mode: 'open' }).innerHTML = '<div style="height: 100px; overflow: auto">' + rows.join('') + '</div>';
    document.getElementById('left').append(host);
  </script>`);
  await painted(page, 4001, { timeout: 30_000 });
  await page.evaluate(() => {
    let turn = 0;
    setInterval(() => document.getElementById((turn += 1) % 2 ? 'right' : 'left').append(globalThis.host), 60);
  });
  await sleep(500);
  await page.evaluate(() => { document.body.insertAdjacentHTML('afterbegin', '<p>0911 111 111</p>'); });
  await until(async () => (await paintedTexts(page)).includes('0911 111 111'), { what: 'the number beside it', timeout: 45_000 });
});

test('a form whose field hides its name, put into a line, keeps nothing else from being read', async () => {
  await open('<p>0987 654 321</p><div><i>a</i><b>b</b></div>');
  await painted(page, 1);
  await page.evaluate(() => {
    document.querySelector('b').insertAdjacentHTML('beforebegin', '<form><input name="localName"></form>');
    document.body.insertAdjacentHTML('beforeend', '<p>0911 111 111</p>');
  });
  await whenPaintedExactly(page, ['0911 111 111', '0987 654 321']);
});

test('a form whose field hides whether it is seen keeps nothing else from being looked at again', async () => {
  await open('<form><input name="checkVisibility">Call 0912 <b>345 678</b></form><p id="press">0987 654 321</p>');
  await painted(page, 2);
  await page.evaluate(() => { document.getElementById('press').setAttribute('role', 'button'); });
  await whenPaintedExactly(page, ['0912 345 678']);
});

test('a block that comes into a number behind a comment takes its paint', async () => {
  await open('<p>0987 654 321</p><div>Call <span>0912 </span><span id="rest">345 678</span></div>');
  await painted(page, 2);
  await page.evaluate(() => {
    const block = document.createElement('div');
    block.textContent = 'x';
    document.getElementById('rest').before(document.createComment('if'), block);
  });
  await whenPaintedExactly(page, ['0987 654 321']);
});

test('thousands of comments that come at once, as frameworks leave them, hold the page up no longer than they take', async () => {
  await open('<p>0987 654 321</p><div id="list"><i>end</i></div>');
  await painted(page, 1);
  const { appended, observed } = await page.evaluate(async () => {
    const list = document.getElementById('list');
    const start = performance.now();
    for (let count = 0; count < 20_000; count += 1) list.insertBefore(document.createComment(''), list.lastChild);
    const appended = performance.now() - start;
    // Runs after the observers of these changes.
    await new Promise((done) => { setTimeout(done); });
    return { appended, observed: performance.now() - start - appended };
  });
  assert.ok(observed < 20 * appended + 500, `${appended} ms to put in, ${observed} ms to hear of`);
  await page.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<p>0911 111 111</p>'); });
  await whenPaintedExactly(page, ['0911 111 111', '0987 654 321']);
});
