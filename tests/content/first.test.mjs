// Most pages have no number: the scripts that read, paint and point come only when there may be one. `node --test tests/content`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { painted, waitForCard } from '../e2e/lib/card.mjs';
import { paintedTexts } from './harness.mjs';
import { open, page, setTheStage, world } from './stage.mjs';

setTheStage();

const WORDS = 'Opened on 2024-05-19, 1995-2004, four rooms, 120 km, at 10:30';
const many = (count, html = '<p>nothing here</p>') => html.repeat(count);
const UNREAD = '<style>.c { order: 0912345678 }</style><noscript>0912 345 678</noscript><textarea>0912 345 678</textarea>';
const wholes = async () => (await world.stub.state()).wholes;

/** Opens a page, and resolves when the first look has found nothing there. */
async function openQuiet(html) {
  await open('quiet.html', `<!doctype html><meta charset="utf-8"><body>${html}`);
  // No event reports a look that finds nothing.
  await sleep(800);
  const { hellos, scans } = await world.stub.state();
  assert.equal(await wholes(), 0, 'nothing but the first look is in a page without numbers');
  assert.deepEqual([hellos, scans], [0, []], 'and it asks nothing');
}

test('a page without a number stays with the first look: dates, years, scripts, styles and other links are none', async () => {
  await openQuiet(`<p>${WORDS}</p><a href="/list?id=20240519123">next</a>
    <script>globalThis.data = "0912345678 0987654321";</script>${many(200)}<script type="application/json">{"phone":"0912345678"}</script>`);
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML.includes('alo')), false);
});

test('a page whose only digits stand where nobody reads stays with the first look', () => openQuiet(`${UNREAD}${many(300)}${UNREAD}`));

test('a date is none wherever it stands in a text', async () => {
  const at = (length, date) => `<p>${'word '.repeat(40).slice(0, length)}${date}</p>`;
  const lengths = Array.from({ length: 40 }, (_, step) => 140 + step);
  await openQuiet(lengths.map((length) => at(length, ' 05/05/2024')).join('<hr>'.repeat(70)) + lengths.map((length) => at(length, ' 2024-05-24 08:30')).join('<hr>'.repeat(70)));
});

for (const [what, html] of [
  ['in its first words', '<p>0912 345 678</p>'],
  ['beside the same digits where nobody reads', `${UNREAD}<p>0912 345 678</p>${UNREAD}`],
  ['far from the same digits where nobody reads', `${UNREAD}${many(300)}<p>0912 345 678</p>`],
  ['at its end', `${many(5000)}<p>0912 345 678</p>`],
  ['over the edge of the first piece', `${many(63)}<span>0912 34</span><span>5 678</span>${many(100)}`],
  ['right behind the id of an address', `${many(300)}<table><tr><td>w?id=5</td><td>0912345670</td></tr></table>`],
  ['in a link only', `${many(300)}<a href="tel:0912345678">Lan</a>`],
  ['in a shadow root', `${many(300)}<div><template shadowrootmode="closed"><p>0912 345 678</p></template></div>`],
  ['in digits of another script', `${many(300)}<p>０９１２ ３４５ ６７８ 0912 345 678</p>`],
]) {
  test(`a number ${what} is found, and what paints it comes once`, async () => {
    await open('number.html', `<!doctype html><meta charset="utf-8"><body>${html}`);
    await painted(page, 1);
    assert.equal(await wholes(), 1);
  });
}

for (const [what, html, change] of [
  ['a paragraph', '<main></main>', () => { document.querySelector('main').innerHTML = '<p>0912 345 678</p>'; }],
  ['a large part of a page', '<main></main>', () => {
    document.querySelector('main').innerHTML = `${'<p>nothing</p>'.repeat(500)}<p>0912 345 678</p>${'<p>nothing</p>'.repeat(500)}`;
  }],
  ['a link', '<a>Lan</a>', () => { document.querySelector('a').href = 'tel:0912345678'; }],
  ['a shadow root in what was added', '<main></main>', () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).innerHTML = '<p>0912 345 678</p>';
    document.querySelector('main').append(host);
  }],
  ['a shadow root that is attached late', '<late-one></late-one>', () => {
    document.querySelector('late-one').attachShadow({ mode: 'open' }).innerHTML = '<p>0912 345 678</p>';
  }],
  ['the rest of its digits, in an element of their own', '<p>0912 <b></b></p>', () => { document.querySelector('b').textContent = '345 678'; }],
  ['its digits one by one', '<p id="p">0</p>', () => {
    for (const digit of '912345678') document.getElementById('p').firstChild.appendData(digit);
  }],
  ['the words between going away', '<p>0912 <i>and</i> 345 678</p>', () => { document.querySelector('i').remove(); }],
  ['its last digits, right in a large part of the page', `${many(300)}<b>0912 34</b> <u></u>${many(300)}`, () => {
    document.querySelector('u').append('5 678');
  }],
  ['words between, right in a large part of the page, becoming a space', `${many(300)}0912 <b>and</b> 345 678${many(300)}`, () => {
    document.querySelector('b').firstChild.data = ' ';
  }],
  ['among thousands that come into a root one by one', '<grid-one><template shadowrootmode="open"><p>nothing</p></template></grid-one>', () => {
    const root = document.querySelector('grid-one').shadowRoot;
    for (let row = 0; row < 6000; row += 1) root.append(Object.assign(document.createElement('p'), { textContent: row === 10 ? '0912 345 678' : 'nothing' }));
  }],
  ['a document that is written anew', '<p>nothing</p>', () => {
    document.open();
    document.write('<!doctype html><p>0912 345 678</p>');
    document.close();
  }],
]) {
  test(`a number that comes later is painted: ${what}`, async () => {
    await openQuiet(html);
    await page.evaluate(change);
    await painted(page, 1);
    assert.equal(await wholes(), 1);
  });
}

test('a page that never rests and has no number stays with the first look, in few steps', async () => {
  await openQuiet('<p id="clock">10:30:00</p><main></main>');
  await page.evaluate(() => {
    let count = 0;
    const tick = () => {
      document.getElementById('clock').textContent = `10:30:${String(count % 60).padStart(2, '0')}`;
      count += 1;
      if (count < 120) requestAnimationFrame(tick);
      else globalThis.done = true;
    };
    tick();
  });
  await until(() => page.evaluate(() => globalThis.done === true), { what: 'the end of the clock' });
  assert.equal(await wholes(), 0);
  await page.evaluate(() => { document.querySelector('main').textContent = '0912 345 678'; });
  await painted(page, 1);
});

test('a filled field is the only number of a page: who comes to it by Tab or pointer is offered its card', async () => {
  await world.stub.set({ hoverMs: 100 });
  await openQuiet('<input id="name" value="Lan"><input id="phone" type="tel">');
  await page.evaluate(() => { document.getElementById('phone').value = '0912 345 678'; });
  await page.click('#name');
  await page.keyboard.press('Tab');
  assert.match((await waitForCard(page)).text, /0912 345 678/);
});

test('a filled field in a closed root, filled while the pointer is on it, is offered its card to a pointer that rests', async () => {
  await world.stub.set({ hoverMs: 100 });
  await openQuiet(`<div id="host"></div><script>
    const root = document.getElementById('host').attachShadow({ mode: 'closed' });
    root.innerHTML = '<div style="padding: 20px"><input type="tel"></div>';
    globalThis.fill = () => { root.querySelector('input').value = '0912 345 678'; };
  </script>`);
  const { x, y } = await page.locator('#host').boundingBox();
  await page.mouse.move(x + 5, y + 5);
  await page.mouse.move(x + 40, y + 30, { steps: 3 });
  await page.evaluate(() => globalThis.fill());
  await page.mouse.move(x + 44, y + 31);
  assert.match((await waitForCard(page)).text, /0912 345 678/);
});

test('a root with other content beside it is found by the pointer, and its number painted at once', async () => {
  await openQuiet('<div id="host">nothing</div>');
  await page.evaluate(() => {
    document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<p>0912 345 678</p>';
  });
  await page.hover('#host');
  await painted(page, 1);
});

test('a page that takes away what it added, again and again, has nothing else looked at for it', async () => {
  await openQuiet('<my-app><p>1</p></my-app>');
  await page.evaluate(async () => {
    document.querySelector('my-app').innerHTML = '<p>line 12</p>'.repeat(3000);
    for (let turn = 0; turn < 20; turn += 1) {
      const toast = document.body.appendChild(document.createElement('div'));
      await new Promise((resolve) => { setTimeout(resolve, 20); });
      toast.remove();
    }
  });
  await sleep(500);
  assert.equal(await wholes(), 0);
});

test('a page with numbers that could not be worked on is, when it is asked again', async () => {
  await world.stub.set({ refusedWholes: 2 });
  await open('again.html', '<!doctype html><p>0912 345 678</p>');
  await until(async () => await wholes() === 2, { what: 'both attempts' });
  await sleep(100);
  assert.deepEqual(await paintedTexts(page), []);
  await world.stub.evaluate(() => globalThis.askAgain());
  await painted(page, 1);
});

test('a page with numbers that could not be worked on is when it is tried again, a few seconds later', async () => {
  await world.stub.set({ refusedWholes: 2 });
  await open('later.html', '<!doctype html><p>0912 345 678</p>');
  await until(async () => await wholes() === 2, { what: 'both attempts' });
  await painted(page, 1);
  assert.equal(await wholes(), 3, 'and one that came through');
});

test('a page that was switched off while it waited to be tried again asks no more', async () => {
  await world.stub.set({ refusedWholes: 2 });
  await open('off.html', '<!doctype html><p>0912 345 678</p>');
  await until(async () => await wholes() === 2, { what: 'both attempts' });
  await world.stub.set({ enabled: false });
  await world.stub.evaluate(() => globalThis.askAgain());
  await until(async () => (await world.stub.state()).hellos === 1, { what: 'the question' });
  // No event reports that there is no further attempt.
  await sleep(4000);
  assert.equal(await wholes(), 2);
});

test('a form whose fields have the names of what is read of a page hides no number beside it', async () => {
  await openQuiet('<form><input name="nodeType"><input name="localName"><input name="parentNode"><input name="childElementCount"></form><main></main>');
  await page.evaluate(() => {
    document.querySelector('form').append('x');
    document.body.append(document.createElement('form'), document.querySelector('form').cloneNode(true));
    document.querySelector('main').textContent = '0912 345 678';
  });
  await painted(page, 1);
});

test('a page without numbers whose settings change is looked at again with the new ones', async () => {
  await openQuiet('<p>Máy lẻ 4512</p>');
  await world.stub.evaluate(async () => {
    globalThis.state.leastDigits = 4;
    globalThis.state.revision = 'b';
    await globalThis.askAgain();
  });
  await until(async () => (await world.stub.state()).scans.length === 1, { what: 'a question' });
  assert.deepEqual((await world.stub.state()).scans, [['Máy lẻ 4512']]);
});

test('a page that is told to asks first, and is looked at by what it is told', async () => {
  await world.stub.evaluate(() => globalThis.haveAsk(true));
  await world.stub.set({ leastDigits: 4 });
  await open('first.html', '<!doctype html><p>Máy lẻ 4512</p><iframe srcdoc="<p>Máy lẻ 4513</p>"></iframe>');
  const asked = async () => (await world.stub.state()).scans.flat().sort();
  await until(async () => (await asked()).length === 2, { what: 'both frames’ questions' });
  assert.deepEqual(await asked(), ['Máy lẻ 4512', 'Máy lẻ 4513']);
  assert.equal((await world.stub.state()).hellos, 2);
});

for (const asks of [false, true]) test(`a site that is switched off is not read, ${asks ? 'and asks before it is looked at' : 'although it was looked at before it asked'}`, async () => {
  await world.stub.evaluate((wanted) => globalThis.haveAsk(wanted), asks);
  await world.stub.set({ enabled: false });
  await open('off.html', '<!doctype html><p>0912 345 678</p>');
  await until(async () => { const { hellos, wholes: asked } = await world.stub.state(); return hellos + asked > 0; }, { what: 'the question' });
  await sleep(300);
  const { hellos, wholes: asked, scans } = await world.stub.state();
  assert.deepEqual([hellos, asked, scans], [asks ? 1 : 0, asks ? 0 : 1, []]);
  assert.deepEqual(await paintedTexts(page), []);
  await world.stub.set({ enabled: true });
  await world.stub.evaluate(() => globalThis.askAgain());
  await painted(page, 1);
});

test('a page that was never answered is looked at anew when it is asked again', async () => {
  await world.stub.set({ lostWholes: 1 });
  await open('lost.html', '<!doctype html><p>0912 345 678</p>');
  await until(async () => await wholes() === 1, { what: 'the question' });
  await world.stub.evaluate(() => globalThis.askAgain());
  await painted(page, 1);
  assert.equal(await wholes(), 2);
});

test('what one page has asked for does not come into the next one, which has its own', async () => {
  await world.stub.set({ wholeAfterMs: 500 });
  await open('one.html', '<!doctype html><p>0912 345 678</p>');
  await until(async () => await wholes() === 1, { what: 'the question of the first page' });
  await page.goto(world.pages.add('two.html', '<!doctype html><p id="words">Nothing here</p>'));
  await sleep(900);
  await page.evaluate(() => { document.getElementById('words').textContent = '0987 654 321'; });
  await painted(page, 1);
  assert.equal(await wholes(), 2);
});

test('scripts that came without having been asked for do not read before the page was told how it is to be treated', async () => {
  await openQuiet('<p id="words">Nothing here</p>');
  await world.stub.set({ enabled: false });
  await world.stub.evaluate(() => globalThis.bringWhole());
  await page.evaluate(() => { document.getElementById('words').textContent = '0912 345 678'; });
  await until(async () => await wholes() === 1, { what: 'the question' });
  await sleep(300);
  assert.deepEqual((await world.stub.state()).scans, []);
});

test('a site that is switched off while its scripts were on their way is not painted', async () => {
  await openQuiet('<main></main>');
  await world.stub.evaluate(() => {
    const { executeScript } = chrome.scripting;
    chrome.scripting.executeScript = async (injection) => {
      chrome.scripting.executeScript = executeScript;
      const done = await executeScript.call(chrome.scripting, injection);
      globalThis.state.enabled = false;
      return done;
    };
  });
  await page.evaluate(() => { document.querySelector('main').textContent = '0912 345 678'; });
  await until(async () => await wholes() === 1 && !(await world.stub.state()).enabled, { what: 'the scripts' });
  await sleep(300);
  assert.deepEqual((await world.stub.state()).scans, []);
  assert.deepEqual(await paintedTexts(page), []);
});

test('a page that asks to be left alone is, although it has a number', async () => {
  await open('alone.html', '<!doctype html><meta name="format-detection" content="telephone=no"><p>0912 345 678</p>');
  await until(async () => await wholes() === 1, { what: 'the first look' });
  await sleep(400);
  assert.deepEqual((await world.stub.state()).scans, []);
  assert.deepEqual(await paintedTexts(page), []);
});

test('a page whose program says only later that it is to be left alone loses its paint', async () => {
  await open('later.html', '<!doctype html><p>0912 345 678</p>');
  await painted(page, 1);
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('meta'), { name: 'viewport', content: 'width=300' })));
  await page.evaluate(() => { document.body.append('Lan 0987 654 321'); });
  await painted(page, 2);
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('meta'), { name: 'format-detection', content: 'telephone=no' })));
  await until(async () => (await paintedTexts(page)).length === 0, { what: 'a page without paint' });
});

test('scripts that the browser does not let in at first are asked for once more', async () => {
  await world.stub.set({ refusedWholes: 1 });
  await open('twice.html', '<!doctype html><p>0912 345 678</p>');
  await painted(page, 1);
  assert.equal(await wholes(), 2);
});
