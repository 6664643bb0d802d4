// Alo as a guest on the page: beside dialogs that keep the focus, controls, drags, people who go on to something else, and on
// pages that never rest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { centreOfText, clickText, openCard, painted, pressOnCard, readCard, waitForCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { paintedTexts } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

const NUMBER = '0912 345 678';

setTheStage();

const open = async (body, numbers = 1) => {
  await openPage('guest.html', `<!doctype html><meta charset="utf-8"><body>${body}`);
  if (numbers > 0) await painted(page, numbers);
};
const whenCalled = (...numbers) =>
  until(async () => JSON.stringify((await world.stub.state()).called) === JSON.stringify(numbers), { what: `calls of ${numbers}` });

// Dialogs that keep the focus inside as widespread libraries do it, each by other events.
const TRAPS = {
  'that brings it back when it arrives elsewhere': `
    document.addEventListener('focusin', (event) => {
      if (!box.contains(event.target)) box.focus();
    });`,
  'that brings it back before anybody else hears of it': `
    document.addEventListener('focusin', (event) => {
      if (box.contains(event.target)) return;
      event.stopImmediatePropagation();
      field.focus();
    }, true);`,
  'that brings it back when it is about to leave': `
    document.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget !== null && !box.contains(relatedTarget)) field.focus();
    });`,
  'that looks for it all the time': `
    setInterval(() => { if (document.activeElement.localName === 'body') box.focus(); }, 50);`,
};
/** Calls the number from its card by a press of the mouse, and once more by keys alone. */
async function callByMouseAndKeyboard() {
  await openCard(page, NUMBER);
  await pressOnCard(page, 'Call');
  await whenCalled('0912345678');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await openCard(page, NUMBER);
  await sleep(600);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await whenCalled('0912345678', '0912345678');
}

for (const [kind, script] of Object.entries(TRAPS)) {
  test(`a number in a dialog ${kind} is called by mouse and by keyboard`, async () => {
    await open(`<div id="box" tabindex="-1" style="position: fixed; inset: 40px"><input id="field"><p>${NUMBER}</p></div>
      <script>field.focus(); ${script}</script>`);
    await callByMouseAndKeyboard();
  });
}

test('a field that takes the focus whenever it loses it does not take the card from the pointer', async () => {
  await open(`<input id="field"><p>${NUMBER}</p><script>
    field.onblur = () => setTimeout(() => field.focus());
    field.focus();
  </script>`);
  await openCard(page, NUMBER);
  await pressOnCard(page, 'Call');
  await whenCalled('0912345678');
});

const MODALS = {
  'a modal dialog inside a shadow root': '<div id="host"></div><script>inside = host.attachShadow({ mode: "open" })</script>',
  'a modal dialog inside a closed shadow root': '<main><div id="host"></div></main><script>inside = host.attachShadow({ mode: "closed" })</script>',
};
for (const [kind, html] of Object.entries(MODALS)) {
  test(`a number in ${kind} is called by mouse and by keyboard`, async () => {
    await open(`${html}<script>
      inside.innerHTML = '<dialog><button>Other</button><p>${NUMBER}</p></dialog>';
      inside.querySelector('dialog').showModal();
    </script>`);
    await callByMouseAndKeyboard();
    // A press beside the card, in the same root, closes it.
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await openCard(page, NUMBER);
    await clickText(page, 'Other');
    await waitForNoCard(page);
  });
}

test('a number in a shadow root inside a modal dialog is called', async () => {
  await open(`<dialog><div id="host"></div></dialog><script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>${NUMBER}</p>';
    document.querySelector('dialog').showModal();
  </script>`);
  await openCard(page, NUMBER);
  await pressOnCard(page, 'Call');
  await whenCalled('0912345678');
});

test('what is selected elsewhere takes no click from a number that cannot be selected, nor gives one on a link away', async () => {
  await open(`<p id="other">Something else</p><p style="user-select: none">${NUMBER} <a href="tel:0987654321">Lan</a></p>
    <script>clicks = []; addEventListener('click', (event) => { clicks.push(event.target.localName); event.preventDefault(); });</script>`, 2);
  for (const text of [NUMBER, 'Lan']) {
    await page.evaluate(() => getSelection().selectAllChildren(document.getElementById('other')));
    await openCard(page, text);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
  assert.deepEqual(await page.evaluate(() => globalThis.clicks), []);
});

test('selecting over a number, by dragging or by a double click, and dragging what it stands on are the page’s', async () => {
  await open(`<p id="line">Please call ${NUMBER}</p><div id="deal" style="position: absolute; left: 40px; top: 120px; user-select: none">0987 654 321</div>
    <script>
      clicks = 0;
      addEventListener('click', () => { clicks += 1; });
      deal.onpointerdown = (down) => {
        deal.setPointerCapture(down.pointerId);
        const from = deal.offsetLeft;
        deal.onpointermove = ({ clientX }) => { deal.style.left = from + clientX - down.clientX + 'px'; };
        deal.onpointerup = () => { deal.onpointermove = null; };
      };
    </script>`, 2);
  const deal = await centreOfText(page, '0987 654 321');
  await page.mouse.move(deal.x, deal.y);
  await page.mouse.down();
  await page.mouse.move(deal.x + 150, deal.y, { steps: 6 });
  await page.mouse.up();
  await sleep(300);
  assert.equal(await readCard(page), null, 'after dragging the deal');
  const number = await centreOfText(page, NUMBER);
  await page.mouse.move(number.x - 40, number.y);
  await page.mouse.down();
  await page.mouse.move(number.x, number.y, { steps: 4 });
  await page.mouse.up();
  assert.match(await page.evaluate(() => getSelection().toString()), /\d/);
  assert.equal(await page.evaluate(() => globalThis.clicks), 2, 'the page had the clicks that end a drag');
  await sleep(300);
  assert.equal(await readCard(page), null, 'after dragging over the number');
  await page.mouse.dblclick(number.x, number.y);
  await sleep(300);
  assert.equal(await readCard(page), null);
  assert.match(await page.evaluate(() => getSelection().toString()), /^\d+ ?$/);
});

test('where one click calls, selecting a number by a double click calls nobody, nor does a click that somebody goes on from; a single one does', async () => {
  await world.stub.set({ oneClick: true });
  await open(`<p>Please call ${NUMBER}</p><p><a href="tel:0987654321">Lan</a></p><p id="beside">beside</p>`, 2);
  const { x, y } = await centreOfText(page, NUMBER);
  await page.mouse.dblclick(x, y);
  assert.match(await page.evaluate(() => getSelection().toString()), /^\d+ ?$/);
  await page.mouse.click(x, y);
  await page.click('#beside');
  await sleep(700);
  assert.deepEqual((await world.stub.state()).called, []);
  assert.equal(await readCard(page), null);
  await page.mouse.click(x, y);
  await whenCalled('0912345678');
  await page.click('#beside');
  await waitForNoCard(page);
  await clickText(page, 'Lan');
  await whenCalled('0912345678', '0987654321');
});

test('where one click calls, a number that the page changes before the call is not called', async () => {
  await world.stub.set({ oneClick: true });
  await open(`<p><b>0912</b> 345 678</p>`);
  await page.evaluate(() => addEventListener('pointerup', () => {
    setTimeout(() => { document.querySelector('b').textContent = '0987'; }, 50);
  }, { once: true }));
  await clickText(page, ' 345 678');
  await waitForCard(page);
  assert.deepEqual((await world.stub.state()).called, [], 'a card says what is there now, or was');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await clickText(page, ' 345 678');
  await whenCalled('0987345678');
});

test('where one click calls, a list that the page draws anew takes no call away', async () => {
  await world.stub.set({ oneClick: true });
  await open(`<main><p>${NUMBER}</p></main>`);
  const draw = () => page.evaluate(() => addEventListener('pointerup', () => setTimeout(() => {
    const main = document.querySelector('main');
    main.replaceChildren(...[...main.children].map((child) => child.cloneNode(true)));
  }, 50), { once: true }));
  await draw();
  await clickText(page, NUMBER);
  await whenCalled('0912345678');
});

test('a card that comes late does not come over what the person went on to, nor take their keys', async () => {
  await open(`<p>${NUMBER}</p><input style="margin-top: 200px">`);
  await world.stub.set({ loadAfterMs: 1000 });
  await clickText(page, NUMBER);
  await page.click('input');
  await page.keyboard.type('Lan ');
  await until(async () => (await world.stub.state()).loads.length === 1, { what: 'the question for the scripts' });
  await sleep(1500);
  await page.keyboard.type('Anh');
  assert.equal(await page.inputValue('input'), 'Lan Anh');
  assert.equal(await readCard(page), null);
  await page.reload();
  await painted(page, 1);
  await clickText(page, NUMBER);
  await sleep(500);
  await page.click('input');
  await sleep(1000);
  assert.equal(await readCard(page), null);
  await openCard(page, NUMBER);
});

test('words that tick a box, and whatever a page makes a button, an option or a tab of, are pressed, not called', async () => {
  const roles = ['button', 'option', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'tab', 'switch', 'checkbox', 'radio'];
  await open(`<p>0901 111 222</p><label id="around"><input type="radio"> 0912 345 000</label>
    <label id="beside" for="box">0912 345 001</label><input type="checkbox" id="box">
    <label for="text">0902 222 333</label><input id="text">
    ${roles.map((role, at) => `<div role="${role}" id="${role}">0912 345 01${at}</div>`).join('')}
    <script>pressed = []; for (const each of document.querySelectorAll('[role]')) each.onclick = () => pressed.push(each.id);</script>`, 2);
  await sleep(300);
  assert.deepEqual((await paintedTexts(page)).sort(), ['0901 111 222', '0902 222 333']);
  for (const id of ['around', 'beside', ...roles]) await page.click(`#${id}`);
  assert.deepEqual(await page.evaluate(() => globalThis.pressed), roles);
  assert.equal(await page.isChecked('#around input'), true);
  assert.equal(await page.isChecked('#box'), true);
  assert.deepEqual((await world.stub.state()).opened, []);
  // An element that is no button any more.
  await page.evaluate(() => document.getElementById('tab').removeAttribute('role'));
  await until(async () => (await paintedTexts(page)).includes('0912 345 015'), { what: 'its number' });
});

test('coloured code and a document that becomes an editor later are left alone, a plain text is not', async () => {
  await open(`<div class="lang-vi"><pre>0901 111 222</pre></div><div class="highlight highlight-source-shell"><pre><b>dial</b> 0912 345 001</pre></div>
    <pre class="hljs">0912 345 002</pre><pre class="language-js">0912 345 003</pre><xmp>0912 345 004</xmp>
    <table><td class="blob-code blob-code-inner">0912 345 005</td></table><div role="code">0912 345 006</div>
    <iframe srcdoc="<p>0902 222 333"></iframe>`);
  const frame = page.frames()[1];
  await until(async () => (await paintedTexts(frame)).length === 1, { what: 'a painted number in the frame' });
  await frame.evaluate(() => {
    document.designMode = 'on';
    document.querySelector('p').append(', typed: 0912 345 678');
  });
  await until(async () => (await paintedTexts(frame)).length === 0, { what: 'an editor without paint' });
  assert.deepEqual(await paintedTexts(page), ['0901 111 222']);
  const sent = (await world.stub.state()).scans.flat();
  assert.deepEqual(sent.filter((text) => text.includes('0912')), []);
});

test('a card that a resting pointer opened in a frame goes when the pointer leaves the frame', async () => {
  await world.stub.set({ hoverMs: 80 });
  await open(`<iframe width="420" height="300" srcdoc="<p>${NUMBER}"></iframe>`, 0);
  await until(async () => (await paintedTexts(page.frames()[1])).length === 1, { what: 'a painted number' });
  const { x, y } = await centreOfText(page, NUMBER);
  await page.mouse.move(x, y);
  await waitForCard(page);
  await page.mouse.move(800, 600);
  await waitForNoCard(page);
});

test('a field with a number offers its card where Tab leads to it, long after the last click, and the next Tab goes on', async () => {
  await world.stub.set({ hoverMs: 80 });
  await open(`<p>0901 111 222</p><input id="before"><input type="tel" value="${NUMBER}"><input id="after">`);
  await page.focus('#before');
  // For five seconds what the test does counts as the person's activation.
  await sleep(5500);
  await page.keyboard.press('Tab');
  assert.match((await waitForCard(page)).text, /0912 345 678/);
  await page.keyboard.press('Tab');
  await waitForNoCard(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'after');
});

test('the first Tab to the only number of a page, in a field to write in, offers its card although rests open none', async () => {
  await openPage('tab.html', `<!doctype html><meta charset="utf-8"><body><input id="before"><input type="tel" value="${NUMBER}">`);
  await page.focus('#before');
  await page.keyboard.press('Tab');
  assert.match((await waitForCard(page)).text, /0912 345 678/);
});

test('a number whose parts stand far apart in the source, on a line each, opens its card', async () => {
  const far = `\n${' '.repeat(22)}`;
  await open(`<p><b>0912</b>${far}<b>345</b>${far}<b>67</b>${far}<b>8</b></p>`);
  assert.match((await openCard(page, '0912')).text, /0912 345 67 8/);
});

test('in a frame of a line or two the number and Call stand side by side, and a press counts', async () => {
  await open(`<iframe width="300" height="76" srcdoc="<body style='margin: 4px'>${NUMBER}"></iframe>`, 0);
  await until(async () => (await paintedTexts(page.frames()[1])).length === 1, { what: 'a painted number' });
  const { texts } = await openCard(page, NUMBER);
  assert.ok(texts.includes(NUMBER));
  await pressOnCard(page, 'Call');
  await whenCalled('0912345678');
});

test('in a frame that is too small for a card the number is asked about in our own window', async () => {
  await open(`<iframe width="300" height="50" srcdoc="<body style='margin: 4px'>${NUMBER}"></iframe>`, 0);
  await until(async () => (await paintedTexts(page.frames()[1])).length === 1, { what: 'a painted number' });
  await clickText(page, NUMBER);
  await until(async () => (await world.stub.state()).windows.length === 1, { what: 'a window' });
  assert.equal(await readCard(page), null);
});

test('in a low window the number and Call are seen, and a press counts, whatever else is on the card', async () => {
  await world.stub.set({ card: {
    country: 'US', timeZones: ['America/New_York', 'America/Los_Angeles'], oneClick: false, postDial: ',,12#',
    doubt: { type: 'rival', country: 'DE' }, hotline: 'a', hotlines: [{ id: 'a', label: '1900 6789' }, { id: 'b', label: '028 7300 1234' }],
  } });
  await open(`<p>${NUMBER}</p>`);
  await page.setViewportSize({ width: 400, height: 200 });
  await openCard(page, NUMBER);
  await pressOnCard(page, 'Call');
  await whenCalled('0912345678');
});

test('a card goes with its number when that is scrolled away in a shadow root, and with its page when the person goes back', async () => {
  await open(`<x-list></x-list><script>
    document.querySelector('x-list').attachShadow({ mode: 'open' }).innerHTML =
      '<div style="height: 200px; overflow: auto"><p>${NUMBER}</p><div style="height: 2000px"></div></div>';
    history.pushState({}, '', '#second');
  </script>`);
  const { x, y } = await centreOfText(page, NUMBER);
  await openCard(page, NUMBER);
  await page.mouse.move(x + 200, y);
  await page.mouse.wheel(0, 300);
  await waitForNoCard(page);
  await openCard(page, NUMBER);
  await page.evaluate(() => history.back());
  await waitForNoCard(page);
});

test('an open card is not printed', async () => {
  await open(`<p>${NUMBER}</p>`);
  await openCard(page, NUMBER);
  const width = () => page.evaluate(() => document.querySelector('[popover]').getBoundingClientRect().width);
  assert.ok(await width() > 200);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await width(), 0);
});

test('the list for the popup has numbers with their extensions, and links by their words, or those for screen readers, and as they are written', async () => {
  await open(`<p>${NUMBER}</p><p>028 3822 1234 máy lẻ 12</p><a href="tel:+84(0)987654321">Lan\n  Anh</a>
    <a href="tel:1-800-FLOWERS" aria-label="Flowers"><svg width="20" height="20"></svg></a>
    <a href="tel:0903111222"><img alt="Call us" width="20" height="20"></a><a href="tel:0904111222"><i></i></a>`, 6);
  const listed = await world.stub.evaluate(async () => {
    const [{ id }] = await chrome.tabs.query({ active: true });
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: id }, func: () => globalThis.aloPage.list() });
    return result;
  });
  assert.deepEqual(listed, [
    { text: NUMBER, number: '0912345678' },
    { text: '028 3822 1234 máy lẻ 12', number: '02838221234', ext: '12' },
    { text: 'Lan Anh', href: 'tel:+84(0)987654321' },
    { text: 'Flowers', href: 'tel:1-800-FLOWERS' },
    { text: 'Call us', href: 'tel:0903111222' },
    { text: '', href: 'tel:0904111222' },
  ]);
});

test('a page whose digits change with every frame sends a few messages a second, fewer where none is a number, and the last digits are painted', async () => {
  await open(`<p id="tick"></p><script>
    let count = 0;
    const step = () => {
      count += 1;
      tick.textContent = globalThis.prefix + String(100 + count % 800);
      if (!globalThis.rest) requestAnimationFrame(step);
    };
    prefix = '0912 345 ';
    step();
  </script>`, 0);
  const perSecond = async () => {
    await sleep(2500);
    const before = (await world.stub.state()).scans.length;
    await sleep(3000);
    return ((await world.stub.state()).scans.length - before) / 3;
  };
  const found = await perSecond();
  assert.ok(found > 1 && found < 11, `${found} messages a second`);
  await page.evaluate(() => { globalThis.prefix = '7712 345 '; });
  await sleep(6000);
  const inVain = await perSecond();
  assert.ok(inVain > 0 && inVain < 1.5, `${inVain} messages a second for nothing`);
  await page.evaluate(() => { globalThis.prefix = '0912 345 '; globalThis.rest = true; });
  await until(async () => (await paintedTexts(page))[0]?.startsWith('0912 345'), { what: 'the last digits painted' });
});
