// Numbers in shadow roots and slots, in links to numbers, in what a page marks or makes a control of, in fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { clickText, painted, readCard, waitForCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { opensCard, paintedTexts, whenPaintedExactly } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

const NUMBER = '0912 345 678';
const OWN = '0901 111 222';

setTheStage();

/** Opens a page with a number of its own, so that it is read closer. */
const open = async (body, numbers = 1) => {
  await openPage('places.html', `<!doctype html><meta charset="utf-8"><body><p>${OWN}</p>${body}`);
  await painted(page, numbers);
};
/** Exactly these, besides the page's own number. */
const whenPainted = (...expected) => whenPaintedExactly(page, expected, [OWN]);
/** Notes the clicks that the page gets. */
const listens = '<script>clicks = []; addEventListener("click", (event) => { clicks.push(event.composedPath()[0].id); event.preventDefault(); });</script>';
const clicks = () => page.evaluate(() => globalThis.clicks);

test('a link to a number right in a shadow root, with no element around it, is painted and opens its card', async () => {
  await open(`<div id="host"></div><script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<a href="tel:0912345678">Call Lan</a>';
  </script>`);
  await whenPainted('Call Lan');
  await opensCard(page, 'Call Lan', '0912345678');
});

test('a number that a component shows in a slot opens its card, however bare it stands in the slot and the slot in its root', async () => {
  await open(`<x-one>0912 345 678</x-one><br><x-two>0912 345 679</x-two><br><x-three>0912 345 670</x-three><script>
    const fill = (name, mode, html) => { document.querySelector(name).attachShadow({ mode }).innerHTML = html; };
    fill('x-one', 'open', '<b><slot></slot></b>');
    fill('x-two', 'open', '<slot></slot>');
    fill('x-three', 'closed', '<slot></slot>');
  </script>`, 4);
  for (const text of [NUMBER, '0912 345 679', '0912 345 670']) await opensCard(page, text);
});

test('what a component shows in a button or a link of its own is pressed, not called; in a link to a number it opens the card', async () => {
  await world.stub.set({ hoverMs: 50 });
  await open(`<x-button>0912 345 678</x-button><br><x-link>0912 345 679</x-link><br><x-tel>0912 345 670</x-tel>
    <br><x-outer>0912 345 671</x-outer><br><x-closed>0912 345 672</x-closed>${listens}<script>
    const fill = (host, mode, html) => { const root = host.attachShadow({ mode }); root.innerHTML = html; return root; };
    const one = (name) => document.querySelector(name);
    fill(one('x-button'), 'open', '<button id="button"><slot></slot></button>');
    fill(one('x-link'), 'open', '<a href="/elsewhere"><slot id="link"></slot></a>');
    fill(one('x-tel'), 'open', '<a href="tel:0912345670"><slot></slot></a>');
    fill(fill(one('x-outer'), 'open', '<x-inner><slot id="nested"></slot></x-inner>').firstChild, 'open', '<button><slot></slot></button>');
    // Which slot of a closed root shows a text cannot be read, but a click on the button there is the page's all the same.
    fill(one('x-closed'), 'closed', '<button><slot></slot></button>');
  </script>`);
  await until(async () => (await paintedTexts(page)).includes('0912 345 670'), { what: 'the number in a link to one' });
  await sleep(300);
  const texts = await paintedTexts(page);
  assert.deepEqual(texts.filter((text) => /67[189]$/.test(text)), []);
  for (const text of [NUMBER, '0912 345 679', '0912 345 671', '0912 345 672']) {
    await clickText(page, text);
    await sleep(200);
    assert.equal(await readCard(page), null, text);
  }
  assert.equal((await clicks()).length, 4);
  await opensCard(page, '0912 345 670', '0912345670');
});

for (const [name, content] of [['SKYPE_TOOLBAR', 'SKYPE_TOOLBAR_PARSER_COMPATIBLE'], ['skype_toolbar', 'prevent_parsing'], ['format-detection', 'telephone=no']]) {
  test(`a page that asks programs to leave its numbers alone is left alone: ${content}`, async () => {
    await openPage('opt-out.html', `<!doctype html><meta name="${name}" content="${content}"><p>0912 345 678</p>`);
    await until(async () => (await world.stub.state()).wholes > 0, { what: 'a look at the page' });
    await sleep(400);
    assert.deepEqual(await paintedTexts(page), []);
  });
}

test('a link that is a button, a tab or an editor, opens a menu or asks to be left alone, is; what only looks like a button and leads to a number is one', async () => {
  await open(`<a id="button" role="button" href="#">0912 345 600</a> <a id="tab" role="tab">0912 345 601</a>
    <a id="menu" href="#" aria-haspopup="true">0912 345 602</a> <a id="class" class="no-click-to-call" href="#">0912 345 603</a>
    <a id="tel" class="no-click-to-call" href="tel:0912345604">0912 345 604</a><br>
    <a contenteditable href="#">0912 345 605</a> <a contenteditable href="tel:0912345606">0912 345 606</a><br>
    <a role="button" href="tel:0912345678">Call Lan</a> <a href="#">0912 345 607</a>${listens}`, 3);
  await whenPainted('0912 345 607', 'Call Lan');
  for (const text of ['0912 345 600', '0912 345 601', '0912 345 602', '0912 345 603', '0912 345 604']) await clickText(page, text);
  assert.deepEqual(await clicks(), ['button', 'tab', 'menu', 'class', 'tel']);
  await sleep(300);
  assert.deepEqual((await world.stub.state()).opened, []);
  await opensCard(page, 'Call Lan', '0912345678');
  await opensCard(page, '0912 345 607');
});

test('a link to a number is painted with all that is in it, whatever comes into it or goes from it later', async () => {
  await open(`<a id="empty" href="tel:0912345678"></a><br><a id="more" href="tel:0912345679">0912 345 679</a><br>
    <a id="less" href="tel:0912345670"><i>☎</i><i> </i>0912 345 670</a>`, 4);
  await page.evaluate(() => {
    document.getElementById('empty').append('Mrs ', 'Lan');
    const sign = document.createElement('span');
    sign.textContent = '☎ ';
    document.getElementById('more').prepend(sign);
    document.querySelector('#less i').remove();
    document.querySelector('#less i').remove();
  });
  await whenPainted('Mrs Lan', '☎ 0912 345 679', '0912 345 670');
  // The browser does not paint a range that ends beyond a link's children.
  const isWhole = () => page.evaluate(() => [...CSS.highlights.get('alo-number')].every(({ startContainer: link, endOffset }) =>
    link.localName !== 'a' || endOffset === link.childNodes.length));
  assert.equal(await isWhole(), true);
});

const FIELDS = `<form>
  <label>Amount <input readonly value="0912 000 000"></label><br>
  <label for="tax">Mã số thuế</label> <input id="tax" readonly value="0912000001"><br>
  <input type="tel" aria-label="Mobile" value="0912000002"><br>
  <input type="tel" value="0912000003"> <span id="own">Nhánh</span> <input aria-labelledby="own" readonly value="0912000004"><br>
  <input type="search" readonly placeholder="Hotline" value="0912000005"> <input type="number" readonly value="0912000006" name="mobile"><br>
  <table><tr><th>MST</th><td><input readonly value="0912000007"></td></tr></table>
  <input readonly autocomplete="work tel" value="0912000008"><br>
  <input id="short" type="tel" value="0912"> <input value="0912000009">
</form>`;

test('a field is offered where the finder says so under what the page calls it, and nobody asks about one that nobody comes to', async () => {
  await world.stub.set({ hoverMs: 50 });
  await open(FIELDS);
  await world.stub.evaluate(() => { state.scans.length = 0; state.hints.length = 0; });
  await sleep(300);
  assert.deepEqual((await world.stub.state()).scans, []);
  const fields = await page.locator('input').all();
  for (const field of fields) {
    const { x, y } = await field.boundingBox();
    await page.mouse.move(x + 10, y + 8);
    await page.mouse.move(x + 12, y + 9);
    const before = (await world.stub.state()).hints.length;
    await until(async () => (await world.stub.state()).hints.length > before, { what: 'a question', timeout: 600 }).catch(() => {});
    await sleep(100);
    await page.mouse.move(900, 700, { steps: 3 });
    await waitForNoCard(page);
  }
  assert.deepEqual((await world.stub.state()).hints, [
    'Amount: 0912 000 000', 'Mã số thuế: 0912000001', 'tel Mobile: 0912000002', 'tel: 0912000003', 'Nhánh: 0912000004',
    'Hotline: 0912000005', 'mobile: 0912000006', 'MST: 0912000007', 'tel: 0912000008',
  ]);
});

test('without cards for a pointer that rests, a field is offered where somebody comes to it by key or click', async () => {
  await world.stub.set({ hoverMs: 0 });
  await open(`<input id="name" value="Lan"><br><input id="tel" type="tel" value="${NUMBER}"><br><input id="fixed" readonly value="0912 345 679">`);
  await page.hover('#tel');
  await page.mouse.move(300, 500);
  const shows = async (number) => {
    assert.ok((await waitForCard(page)).texts.includes(number));
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  };
  await page.click('#name');
  await page.keyboard.press('Tab');
  await shows(NUMBER);
  await page.click('#fixed');
  await shows('0912 345 679');
  // The field has the focus already.
  assert.equal(await page.evaluate(() => document.activeElement.id), 'fixed');
  await page.click('#fixed');
  await shows('0912 345 679');
  await page.hover('#tel');
  await sleep(300);
  assert.equal(await readCard(page), null);
});

test('a field that holds a number among words is offered with it; with two, or digits that the finder takes for none, it is not', async () => {
  await world.stub.set({ hoverMs: 50 });
  await open(`<input id="words" readonly value="Lan: 0912 345 678 (mobile)"><br><input id="wide" type="tel" value="0912 345 679 máy lẻ 12"><br>
    <input id="two" type="tel" value="0912 345 678, 0987 654 321"><br><input id="amount" readonly value="125000000"><br><input id="card" type="tel" value="4111 1111 1111 1111">`);
  const pointAt = async (id) => {
    const { x, y } = await page.locator(`#${id}`).boundingBox();
    await page.mouse.move(x + 10, y + 8);
    await page.mouse.move(x + 12, y + 9);
  };
  for (const [id, shown] of [['words', NUMBER], ['wide', '0912 345 679']]) {
    await pointAt(id);
    assert.ok((await waitForCard(page)).texts.includes(shown), id);
    await page.mouse.move(900, 700, { steps: 3 });
    await waitForNoCard(page);
  }
  for (const id of ['two', 'amount', 'card']) {
    await pointAt(id);
    await sleep(500);
    assert.equal(await readCard(page), null, id);
  }
});

test('what a page makes an editor, and takes that back, loses its paint and has it again: links, and roots whose host it is', async () => {
  await open(`<div id="list"><a href="tel:0912345678">Lan</a></div><x-host></x-host><x-first contenteditable="true"></x-first><script>
    const fill = (name, html) => { document.querySelector(name).attachShadow({ mode: 'open' }).innerHTML = html; };
    fill('x-host', '<p>0912 345 679</p><p><b><a href="tel:0912345671">Minh</a></b></p>');
    fill('x-first', '<p>0912 345 670</p>');
  </script>`, 4);
  await whenPainted('Lan', '0912 345 679', 'Minh');
  const set = (selector, name, value) => page.evaluate(([what, key, to]) => {
    const element = document.querySelector(what);
    if (to === null) element.removeAttribute(key);
    else element.setAttribute(key, to);
  }, [selector, name, value]);
  await set('#list', 'contenteditable', 'true');
  await set('x-host', 'role', 'textbox');
  await whenPainted();
  await set('x-first', 'contenteditable', null);
  await whenPainted('0912 345 670');
  await set('#list', 'contenteditable', 'false');
  await set('x-host', 'role', null);
  await whenPainted('0912 345 670', 'Lan', '0912 345 679', 'Minh');
  await page.evaluate(() => { document.querySelector('x-host').shadowRoot.querySelector('p').textContent = '0912 345 672'; });
  await whenPainted('0912 345 670', 'Lan', '0912 345 672', 'Minh');
});

test('a class that asks later to be left alone gives the page its clicks at once', async () => {
  await open(`<p id="text">0912 345 678</p><a id="link" href="tel:0912345679">Lan</a>${listens}`, 3);
  await page.evaluate(() => { for (const id of ['text', 'link']) document.getElementById(id).className = 'no-click-to-call'; });
  for (const text of [NUMBER, 'Lan']) await clickText(page, text);
  await sleep(300);
  assert.deepEqual(await clicks(), ['text', 'link']);
  assert.equal(await readCard(page), null);
});

test('what opens details, a list or a page, or is a node of a tree, is pressed, not called; a link to a number in it is one', async () => {
  const roles = ['combobox', 'treeitem', 'spinbutton', 'link'];
  await open(`<details><summary id="summary">0912 345 600</summary><p>0912 345 678</p></details>
    <details><summary><a href="tel:0912345679">Lan</a></summary></details><ul role="tree"><li role="treeitem"><a href="tel:0912345670">Minh</a></ul>
    <div role="link"><a href="tel:0912345671">Hoa</a></div>
    ${roles.map((role, at) => `<div role="${role}" id="${role}">0912 345 60${at + 1}</div>`).join('')}${listens.replace('event.preventDefault();', '')}`);
  await sleep(400);
  for (const at of [0, 1, 2, 3, 4]) await clickText(page, `0912 345 60${at}`);
  assert.deepEqual(await clicks(), ['summary', ...roles]);
  assert.equal(await page.evaluate(() => document.querySelector('details').open), true);
  await whenPainted(NUMBER, 'Hoa', 'Lan', 'Minh');
  await opensCard(page, 'Lan', '0912345679');
});

test('what a component shows anew while it is an editor is painted when it is none any more', async () => {
  await open('<div id="e"><x-cell></x-cell></div><script>document.querySelector("x-cell").attachShadow({ mode: "open" }).innerHTML = "<p>0912 345 678</p>"</script>');
  await whenPainted('0912 345 678');
  await page.evaluate(() => {
    document.querySelector('#e').setAttribute('contenteditable', '');
    document.querySelector('x-cell').shadowRoot.innerHTML = '<p>0987 654 321</p>';
  });
  await whenPainted();
  await page.evaluate(() => document.querySelector('#e').removeAttribute('contenteditable'));
  await whenPainted('0987 654 321');
});

for (const role of ['link', 'combobox']) {
  test(`a link to a number in what is a ${role} itself is pressed for itself`, async () => {
    await open(`<div role="${role}" tabindex="0"><b>0987 654 321</b> <a href="tel:0912345678">Call Lan</a></div>`);
    await whenPainted('Call Lan');
    await opensCard(page, 'Call Lan', '0912345678');
  });
}

for (const name of [
  'parentNode', 'parentElement', 'nodeType', 'previousSibling', 'nextSibling', 'firstChild', 'lastChild', 'childNodes', 'children', 'getRootNode',
  'contains', 'closest', 'hasAttributes', 'hasAttribute', 'getAttribute', 'localName', 'textContent', 'querySelectorAll',
  'getElementsByTagName', 'isConnected', 'compareDocumentPosition',
]) {
  test(`a form with a picture and a field called ${name} stops nobody`, async () => {
    const form = `<form><img name="${name}"><p>Lan 0912 345 678</p>Minh 0912 345 679 <b><input name="${name}"></b></form>`;
    await open(`<main></main>${form}<p>0987 654 321</p>`);
    await until(async () => (await paintedTexts(page)).includes('0987 654 321'), { what: 'the number behind it' });
    await page.evaluate((html) => { document.querySelector('main').innerHTML = `${html}<p>0905 333 444</p>`; }, form);
    await until(async () => (await paintedTexts(page)).includes('0905 333 444'), { what: 'the number that came behind another' });
    await until(async () => (await paintedTexts(page)).filter((text) => /67[89]$/.test(text)).length === 4, { what: 'the numbers in both' });
    await opensCard(page, '0912 345 679');
  });
}

test('wide gaps in a page’s source are one blank to the finder as to a person, and lines of their own where they are shown', async () => {
  await open(`<p>
      Liên hệ:
              0912   345
              678     ngay
    </p><pre>Lan   0912 345 679   12</pre>
    <p>Máy  bàn:   0901   234   567   /   <b>568</b>   nhé</p>
    <table><tr><th>Tên    khách</th><th>Điện
        thoại</th></tr><tr><td>Lan Anh</td><td>0912 345 671</td></tr></table>`, 6);
  // Each text with its hint before it.
  const sent = (await world.stub.state()).hints.flat().map((text) => text.trim());
  for (const text of [':  Liên hệ: 0912 345 678 ngay', ': Lan   0912 345 679   12', ': Máy bàn: 0901 234 567 / 568 nhé', 'Điện thoại: 0912 345 671']) {
    assert.ok(sent.includes(text), `${text} not in ${JSON.stringify(sent)}`);
  }
  // A number that only its words say is asked about in the text that was sent.
  await opensCard(page, '568', '0901234568');
  await opensCard(page, '345\n', NUMBER);
});

test('indentation takes nothing of what is said around a number, however wide it is', async () => {
  const wide = `\n${' '.repeat(60)}`;
  await open(`<p>Số tài khoản${wide}<span>${wide}0962573917</span></p>
    <p><b>Mã đơn hàng:</b>${wide}<i>0912345677</i></p>
    <p><span>028 3822 1234</span>${wide}<span>máy${wide}lẻ 5</span></p>
    <p style="white-space: pre-line">028 3822 1235${' '.repeat(60)}máy${' '.repeat(60)}lẻ 6</p>`, 5);
  const sent = (await world.stub.state()).hints.flat().map((text) => text.trim());
  for (const text of [': Số tài khoản 0962573917', ': Mã đơn hàng: 0912345677', ': 028 3822 1234 máy lẻ 5', ': 028 3822 1235 máy lẻ 6']) {
    assert.ok(sent.includes(text), `${text} not in ${JSON.stringify(sent)}`);
  }
});

test('in an XML document the text behind a CDATA section is read where it stands', async () => {
  const rows = (from) => Array.from({ length: 300 }, (_, at) => `<p>row ${from + at}</p>`).join('');
  const html = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${rows(0)}<p><![CDATA[${'some words '.repeat(200)}]]></p>
    <p>first 0912 345 678</p>${rows(300)}<p>second 0912 345 679</p></body></html>`;
  await openPage('sections.xhtml', html, { 'content-type': 'application/xhtml+xml' });
  await painted(page, 2);
  assert.deepEqual(await paintedTexts(page), [NUMBER, '0912 345 679']);
});
