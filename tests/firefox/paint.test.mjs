// Numbers on pages in a real Firefox: what is painted, and that the page itself stays as it was.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { until } from '../pbx/process.mjs';
import { FRAMES, NUMBER } from '../content/frames.mjs';
import { paintedTexts } from '../content/harness.mjs';
import { startPages } from '../e2e/lib/page-server.mjs';
import { boxOfPainted, openCard, waitForNoCard, whenPainted } from './card.mjs';
import { launch, KEY } from './lib.mjs';

let firefox;
let pages;
let page;

before(async () => {
  pages = await startPages(path.resolve(import.meta.dirname, '../pages'));
  firefox = await launch();
  // Notes every change of a page from its first moment on; what `#soon` does is the page's own.
  await firefox.send('script.addPreloadScript', { functionDeclaration: `() => {
    globalThis.changes = [];
    document.addEventListener('DOMContentLoaded', () => {
      globalThis.asLoaded = document.documentElement.outerHTML;
      new MutationObserver((list) => {
        for (const { type, target, attributeName } of list) {
          if (target.id !== 'soon') globalThis.changes.push(type + ' ' + target.nodeName + ' ' + attributeName);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  }` });
});
after(async () => {
  await firefox?.close();
  await pages?.stop();
});
afterEach(async () => { await page?.close(); });

const open = async (file, html) => {
  // A page that must not be stored would not be kept for the way back.
  page = await firefox.open(html ? pages.add(file, html, { 'cache-control': 'no-cache' }) : pages.url(file));
  return page;
};

test('numbers and links are painted under the strictest policy, and the page is the same byte for byte', async () => {
  await open('strict.html');
  await whenPainted(page, '0912 345 678', '028 3888 1234');
  assert.deepEqual(await page.evaluate(() => globalThis.changes), []);
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML === globalThis.asLoaded), true);
  await openCard(page, '0912 345 678');
  await page.keys(KEY.escape);
  await waitForNoCard(page);
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML === globalThis.asLoaded), true, 'nor does a card leave anything');
});

test('the paint is seen: the pixels under each number are others, in shadow roots, too', async () => {
  await open('shadow.html');
  const shown = ['0912 345 678', '0905 333 444', '0906 555 666', '0906 777 888', '0907 111 222', '0909 333 444', '0903 999 000'];
  await whenPainted(page, ...shown, '0908 123 456', '0908 777 666');
  const shots = (boxes) => Promise.all(boxes.map((box) => page.screenshot({ box })));
  const boxes = [];
  for (const text of shown) boxes.push(await boxOfPainted(page, text));
  const painted = await shots(boxes);
  await page.evaluate(() => CSS.highlights.clear());
  const plain = await shots(boxes);
  shown.forEach((text, at) => assert.notDeepEqual(painted[at], plain[at], text));
});

test('the paint of what a page moves goes with it', async () => {
  await open('moved.html', '<!doctype html><ul><li>0912 345 678</li><li>0905 333 444</li></ul><p>Tel </p>');
  await whenPainted(page, '0912 345 678', '0905 333 444');
  await page.evaluate(() => { const list = document.querySelector('ul'); list.append(list.firstChild); });
  // Read after it.
  await page.evaluate(() => { document.querySelector('p').append('0987 654 321'); });
  await whenPainted(page, '0912 345 678', '0905 333 444', '0987 654 321');
  const box = await boxOfPainted(page, '0912 345 678');
  const painted = await page.screenshot({ box });
  await page.evaluate(() => CSS.highlights.clear());
  assert.notDeepEqual(painted, await page.screenshot({ box }));
});

test('a number over several elements is one number', async () => {
  await open('split.html');
  await whenPainted(page, '0902 444 555', '0903.111.222', '0904333444', '0905 666 777', '0906 888 999', '0907 111 222',
    '0908 333 444', '0909 555 666', '0912 345 678', '0913 444 555', '0914 666 777');
});

test('editors, fields, code, buttons and other links are left alone, byte for byte, also while somebody types', async () => {
  await open('editor.html');
  await until(() => page.evaluate(() => document.getElementById('soon').isContentEditable), { what: 'the late editor' });
  await whenPainted(page, '0912 345 678', '0911 111 121');
  assert.deepEqual(await page.evaluate(() => globalThis.changes), []);
  await page.evaluate(() => { const [field] = document.getElementsByTagName('textarea'); field.value = ''; field.focus(); });
  await page.keys('call 0905 111 222');
  await page.evaluate(() => {
    document.querySelector('[contenteditable]').focus();
    getSelection().collapse(document.querySelector('[contenteditable] b').firstChild, 7);
  });
  await page.keys('/0905333444');
  assert.equal(await page.evaluate(() => document.getElementsByTagName('textarea')[0].value), 'call 0905 111 222');
  assert.equal(await page.evaluate(() => document.querySelector('[contenteditable]').innerHTML), '<p>0911 <b>111 113/0905333444</b></p>');
  // A number beside them that comes after all of it is painted: so what was typed has been looked at.
  await page.evaluate(() => document.querySelector('p').append(' or 0987 654 321'));
  await whenPainted(page, '0912 345 678', '0987 654 321', '0911 111 121');
});

test('frames of every kind are worked on', async () => {
  await open('frames.html');
  await whenPainted(page, '0912 345 678');
  const frames = await page.frames();
  assert.deepEqual(frames.map(({ address }) => address.replace(/^.*\//, '')), ['frame.html', 'about:srcdoc', 'about:blank']);
  for (const [at, text] of [[0, '0987 654 321'], [1, '0905 333 444'], [2, '0906 555 666']]) {
    await whenPainted(frames[at], text);
    assert.ok((await openCard(frames[at], text)).text.includes(text), text);
    await frames[at].keys(KEY.escape);
    await waitForNoCard(frames[at]);
  }
});

test('a card opens in every kind of document that a frame can hold, although its scripts are not there before', async () => {
  for (const [kind, html] of Object.entries(FRAMES)) {
    page = await firefox.open(pages.add('kind.html', html(pages)));
    const inner = async (above) => until(async () => (await above.frames())[0], { what: `${kind}: a frame` });
    let frame = await inner(page);
    if (kind === 'srcdoc in data:') frame = await inner(frame);
    await whenPainted(frame, NUMBER);
    assert.match((await openCard(frame, NUMBER)).text, /0912 345 678/, kind);
    await page.close();
  }
  page = null;
});

test('open, closed, nested and slotted shadow roots are worked on, also when they are attached without notice', async () => {
  await open('shadow.html');
  const all = ['0912 345 678', '0905 333 444', '0906 555 666', '0906 777 888', '0907 111 222', '0909 333 444', '0908 123 456', '0908 777 666', '0903 999 000'];
  await whenPainted(page, ...all);
  for (const text of ['0905 333 444', '0906 777 888', '0907 111 222', '0909 333 444', '0908 123 456']) {
    assert.ok((await openCard(page, text)).text.includes(text), text);
    await page.keys(KEY.escape);
    await waitForNoCard(page);
  }
  // A closed root on a plain element tells nobody; the pointer over it does. Another extension's window is left alone.
  const over = async (name) => page.mouse(...Object.values(await page.evaluate((which) => {
    const { left, top, height } = document.querySelector(which).getBoundingClientRect();
    return [left + 20, top + height / 2];
  }, name)), null);
  await over('other-extension');
  await over('#silent');
  await whenPainted(page, ...all, '0904 888 777');
});

test('text and links that come, change and go are followed', async () => {
  await open('later.html');
  await whenPainted(page, '0912 345 678');
  const change = () => page.evaluate(() => globalThis.change());
  await change();
  await whenPainted(page, '0907 777 888', '0987 654 321', 'Office');
  await change();
  const rows = Array.from({ length: 20 }, (_, row) => `09${10 + row} 000 1${10 + row}`);
  await whenPainted(page, '0907 777 888', '0987 654 321', 'Office', ...rows);
  await change();
  await whenPainted(page, '0907 777 888', '0987 654 321', 'Office');
});

test('a React page that renders again and again keeps its numbers, and React finds its own nodes', async () => {
  const require = createRequire(new URL('../e2e/package.json', import.meta.url));
  const react = ['react', 'react-dom'].map((name) => readFileSync(path.join(path.dirname(require.resolve(`${name}/package.json`)), `umd/${name}.production.min.js`), 'utf8'));
  await open('react.html', `<!doctype html><div id="root"></div><script>${react.join('\n')}</script><script>
    globalThis.faults = [];
    addEventListener('error', (event) => faults.push(event.message));
    const { createElement: e, useState } = React;
    function List() {
      const [turn, setTurn] = useState(0);
      globalThis.next = () => setTurn((now) => now + 1);
      const rows = [...Array(30).keys()].filter((row) => (row + turn) % 3 !== 0);
      if (turn % 2) rows.reverse();
      return e('ul', null, rows.map((row) => e('li', { key: row }, 'Row ', row, ': ', e('b', null, '09' + (10 + row)), ' 345 ', 600 + turn)));
    }
    ReactDOM.createRoot(document.getElementById('root')).render(e(List));
  </script>`);
  const rows = (turn) => Array.from({ length: 30 }, (_, row) => row).filter((row) => (row + turn) % 3 !== 0).map((row) => `09${10 + row} 345 ${600 + turn}`);
  await whenPainted(page, ...rows(0));
  for (let turn = 1; turn <= 8; turn += 1) {
    await page.evaluate(() => globalThis.next());
    if (turn % 3 === 0) await whenPainted(page, ...rows(turn));
  }
  await whenPainted(page, ...rows(8));
  assert.deepEqual(await page.evaluate(() => globalThis.faults), []);
});

test('an application that changes its page by pushState, and a page from the back/forward cache, have their numbers', async () => {
  await open('app.html', `<!doctype html><main><p>0912 345 678</p></main><script>
    globalThis.go = (to, text) => {
      history.pushState({}, '', to);
      const next = document.createElement('main');
      next.innerHTML = '<section><p>' + text + '</p></section>';
      document.querySelector('main').replaceWith(next);
    };
    addEventListener('pageshow', (event) => { globalThis.persisted = event.persisted; });
  </script>`);
  // A busy Firefox does not keep every page.
  for (let kept = false, turn = 0; !kept; turn += 1) {
    assert.ok(turn < 4, 'the page was not kept');
    await whenPainted(page, '0912 345 678');
    await page.evaluate(() => globalThis.go('/app.html?list', '0905 111 222'));
    await whenPainted(page, '0905 111 222');
    await page.evaluate(() => { delete globalThis.persisted; });
    await page.goto(pages.add('elsewhere.html', '<!doctype html><p>nothing</p>'));
    await firefox.send('browsingContext.traverseHistory', { context: page.context, delta: -1 });
    const came = await until(() => page.evaluate(() => globalThis.persisted !== undefined && { persisted: globalThis.persisted }), { what: 'the page again' });
    kept = came.persisted;
  }
  await whenPainted(page, '0905 111 222');
  assert.match((await openCard(page, '0905 111 222')).text, /0905 111 222/);
  assert.equal((await paintedTexts(page)).length, 1);
});
