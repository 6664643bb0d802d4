// Pages that come back from the cache, navigate without loading, or change without an event: `node --test tests/content`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../pbx/process.mjs';
import { openCard, painted, readCard, waitForCard, waitForNoCard } from '../e2e/lib/card.mjs';
import { paintedTexts, whenPaintedExactly } from './harness.mjs';
import { open, page, setTheStage, world } from './stage.mjs';

setTheStage({ bfcache: true });
const TWO = '<!doctype html><p>0912 345 678</p><p>0987 654 321</p>';
/** Leaves the page and comes back; fails unless the page itself was kept in the cache. */
async function awayAndBack(whileAway = async () => {}) {
  await page.evaluate(() => {
    globalThis.kept = true;
    addEventListener('pageshow', (event) => { globalThis.persisted = event.persisted; });
  });
  await page.goto(world.pages.add('elsewhere.html', '<!doctype html><p>nothing</p>'));
  await whileAway();
  await page.goBack({ waitUntil: 'commit' });
  await until(() => page.evaluate(() => globalThis.kept === true && globalThis.persisted === true), { what: 'the page as it was left' });
}

test('a page from the back/forward cache asks again how it is to be treated, and its numbers open', async () => {
  await open('back.html', TWO);
  await painted(page, 2);
  const { hellos } = await world.stub.state();
  await awayAndBack();
  await until(async () => (await world.stub.state()).hellos > hellos, { what: 'the question' });
  await painted(page, 2);
  assert.match((await openCard(page, '0912 345 678')).text, /0912 345 678/);
});

test('a page whose site was switched off while it lay in the cache loses its paint when it comes back', async () => {
  await open('off.html', TWO);
  await painted(page, 2);
  await awayAndBack(() => world.stub.set({ enabled: false }));
  await until(() => page.evaluate(() => !CSS.highlights.has('alo-number')), { what: 'a page without paint' });
});

test('a page whose site is switched off, and on again while it lay in the cache, has its paint when it comes back', async () => {
  await open('on.html', TWO);
  await painted(page, 2);
  await world.stub.set({ enabled: false });
  await world.stub.evaluate(() => globalThis.askAgain());
  await until(() => page.evaluate(() => !CSS.highlights.has('alo-number')), { what: 'a page without paint' });
  await awayAndBack(() => world.stub.set({ enabled: true }));
  await painted(page, 2);
});

test('an answer of before it was switched off and on again does not switch it off anew', async () => {
  await open('quick.html', TWO);
  await painted(page, 2);
  await world.stub.set({ enabled: false, scanAfterMs: 1500 });
  await page.evaluate(() => { document.body.append('Lan: 0905 111 222'); });
  await until(async () => (await world.stub.state()).scans.flat().some((text) => text.includes('0905')), { what: 'the question' });
  await world.stub.evaluate(() => globalThis.askAgain());
  await until(() => page.evaluate(() => !CSS.highlights.has('alo-number')), { what: 'a page without paint' });
  await world.stub.set({ enabled: true, scanAfterMs: 0 });
  await world.stub.evaluate(() => globalThis.askAgain());
  await painted(page, 3);
  await sleep(1700);
  assert.equal((await paintedTexts(page)).length, 3);
});

test('an application that changes its page by pushState has the numbers of the new one, and only those', async () => {
  await open('app.html', `<!doctype html><main><p>0912 345 678</p></main><script>
    globalThis.go = (to, text) => {
      history.pushState({}, '', to);
      const next = document.createElement('main');
      next.innerHTML = '<section><p>' + text + '</p></section>';
      document.querySelector('main').replaceWith(next);
    };
  </script>`);
  await painted(page, 1);
  for (const [to, text] of [['/list', '0905 111 222'], ['/list?page=2', '0906 333 444']]) {
    await page.evaluate(([where, what]) => globalThis.go(where, what), [to, text]);
    await whenPaintedExactly(page, [text]);
  }
  assert.match((await openCard(page, '0906 333 444')).text, /0906 333 444/);
});

test('a field’s card shows what stands in it now, although no event tells that a script has changed it', async () => {
  await world.stub.set({ hoverMs: 100 });
  await open('fields.html', '<!doctype html><p>0901 222 333</p><input id="a" type="tel" value="0912 345 678"><p style="height: 200px"></p><input id="b" readonly value="0987 654 321">');
  await painted(page, 1);
  const opensWith = async (id, text) => {
    await page.hover(id);
    await page.mouse.move(...await page.locator(id).boundingBox().then(({ x, y }) => [x + 20, y + 8]));
    const card = await waitForCard(page);
    assert.ok(card.text.includes(text), `${id}: ${card.text}`);
    await page.mouse.move(700, 700, { steps: 3 });
    await waitForNoCard(page);
  };
  await opensWith('#a', '0912 345 678');
  await opensWith('#b', '0987 654 321');
  await page.evaluate(() => {
    document.getElementById('a').value = '0905 444 555';
    document.getElementById('b').value = '0906 777 888';
  });
  await opensWith('#a', '0905 444 555');
  await opensWith('#b', '0906 777 888');
  await page.evaluate(() => { document.getElementById('b').value = 'nothing here'; });
  await page.hover('#b');
  await sleep(500);
  assert.equal(await readCard(page), null, 'what is no number any more has no card');
});

test('a number keeps its paint when words follow in the same line, and the next number comes after them', async () => {
  await open('line.html', `<!doctype html><p>Ring 0912 345 678 <b>between ten in the morning and noon or </b>0987 654 321 today</p>`);
  await painted(page, 2);
  await sleep(300);
  assert.deepEqual((await paintedTexts(page)).sort(), ['0912 345 678', '0987 654 321']);
});
