// What is read as one and what is not, where texts are long, come late or lose what stood between them; and labels that come
// after their values.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../pbx/process.mjs';
import { clickText, painted, waitForCard } from '../e2e/lib/card.mjs';
import { paintedTexts, whenPaintedExactly } from './harness.mjs';
import { open as openPage, page, setTheStage, world } from './stage.mjs';

setTheStage();

const FIRST = '0901 111 222';
const NUMBER = '0912 345 678';
const open = async (body, numbers) => {
  await openPage('torn.html', `<!doctype html><meta charset="utf-8"><body><p>${FIRST}</p>${body}<p id="marker"></p>`);
  await painted(page, numbers);
};
const others = async () => (await paintedTexts(page)).filter((it) => it !== FIRST);
/** Changes the page, then adds a number, and waits until that is painted: the change has been read by then. */
async function change(how, ...numbers) {
  await page.evaluate(how);
  await page.evaluate(() => { document.getElementById('marker').append('0933 222 111'); });
  await whenPaintedExactly(page, [...numbers, '0933 222 111'], [FIRST]);
}

test('a number opens where lines are kept and its text has a tab and a line end', async () => {
  await open(`<div style="white-space:pre-line">Tel:\t${NUMBER}\nFax:\t0987 654 321</div>`, 3);
  await clickText(page, NUMBER);
  await waitForCard(page);
  assert.equal((await world.stub.state()).opened.at(-1).raw, NUMBER);
});

test('a number that begins at the end of a long text and goes on in the next is read whole, and opens so', async () => {
  await open(`<p>${'word '.repeat(500)}0912 345 67<b>8</b></p>`, 2);
  assert.deepEqual(await others(), [NUMBER]);
  await clickText(page, '0912 345 67');
  await waitForCard(page);
  assert.equal((await world.stub.state()).opened.at(-1).raw, NUMBER);
});

const tears = {
  'a text between its two': [
    '<p id="it"></p><script>it.append("0912 ", "345 678")</script>',
    () => { globalThis.it.lastChild.before('or '); },
  ],
  'a line end in the element that it begins in': [
    '<p><b id="it">0912</b> 345 678</p>',
    () => { globalThis.it.append(document.createElement('br')); },
  ],
  'a line at the edge of the element that it ends in': [
    '<p>0912 <i>345 <b id="it">678</b></i></p>',
    () => { globalThis.it.before(document.createElement('hr')); },
  ],
};
for (const [what, [html, tear]] of Object.entries(tears)) {
  test(`a number is no number any more behind ${what}`, async () => {
    await open(html, 2);
    assert.deepEqual(await others(), [NUMBER]);
    await change(tear);
  });
}

for (const [what, tear] of Object.entries({
  'a line': () => { globalThis.it.firstChild.after(document.createElement('hr')); },
  'a word': () => { globalThis.it.firstChild.after(' or'); },
})) {
  test(`a number is not painted when ${what} came into it while it was asked about`, async () => {
    await open('<p id="it"></p>', 1);
    await world.stub.set({ scanAfterMs: 700 });
    await page.evaluate(() => { globalThis.it.innerHTML = '<b>0912</b> 345 678'; });
    await until(async () => (await world.stub.state()).scans.flat().includes(NUMBER), { what: 'the question' });
    await change(tear);
  });
}

for (const [what, html, swap] of [
  ['behind blanks', '<p>\n  <b id="it">3</b>0912 345 678</p>', () => { globalThis.it.replaceWith(new Image()); }],
  ['by what is in it', '<p>\n  <b id="it">3</b>0912 345 678</p>', () => { globalThis.it.innerHTML = '<img alt="x">'; }],
  ['in an element of its own', '<p>0912 345 678<span><b id="it">9</b></span></p>', () => { globalThis.it.replaceWith(new Image()); }],
]) {
  test(`a number is found when the digit beside it becomes an icon, ${what}`, async () => {
    await open(html, 1);
    await change(swap, NUMBER);
  });
}

test('a number over several elements is found in what no slot shows, and stays when one does', async () => {
  await open('<x-tab id="it"><p><b>0912</b> 345 678</p></x-tab><script>it.attachShadow({mode:"open"}).innerHTML = "<i>closed</i>"</script>', 2);
  await change(() => { globalThis.it.shadowRoot.innerHTML = '<slot></slot>'; }, NUMBER);
});

const named = async (number) => (await world.stub.state()).hints.findLast((it) => it.endsWith(number));
for (const [what, html, name] of [
  ['a term', '<dl><dt id="it">&nbsp;</dt><dd>0912 345 678</dd></dl>', () => { globalThis.it.textContent = 'MST'; }],
  ['a label', '<div><div><span id="it"></span></div><div>0912 345 678</div></div>', () => { globalThis.it.textContent = 'MST:'; }],
  ['a column', '<table><thead><tr><th>Name<th id="it">…</thead><tbody><tr><td>Lan<td>0912 345 678</table>', () => { globalThis.it.textContent = 'MST'; }],
  ['a column in the first row', '<table><tr><td>Name<td id="it">1<tr><td>Lan<td>0912 345 678</table>', () => { globalThis.it.textContent = 'MST'; }],
  ['a column under headers without a section', '<table><tr><th>Name 1<th id="it">…<tr><td>Lan<td>0912 345 678</table>', () => { globalThis.it.textContent = 'MST'; }],
  ['a row', '<table><tr><td>Name<td>Lan</tr><tr><th id="it"></th><td>0912 345 678</td></tr></table>', () => { globalThis.it.innerHTML = '<i>MST</i>'; }],
]) {
  test(`a number is asked about anew when ${what} gets its name after it`, async () => {
    await open(html, 2);
    await page.evaluate(name);
    await until(async () => /^MST:?: 0912/.test(await named(NUMBER) ?? ''), { what: 'the question with the name' });
  });
}
