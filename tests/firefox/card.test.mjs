// The card in a real Firefox, by a person's mouse and keys: it opens, it calls, it copies, it goes.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { sleep, until } from '../pbx/process.mjs';
import { startPages } from '../e2e/lib/page-server.mjs';
import { boxOfPainted, clickPainted, openCard, pressOnCard, readCard, waitForCard, waitForNoCard, whenPainted } from './card.mjs';
import { launch, KEY } from './lib.mjs';

let firefox;
let pages;
let page;

before(async () => {
  pages = await startPages(path.resolve(import.meta.dirname, '../pages'));
  // A name that is no loopback to the browser, so that its pages are no secure contexts.
  firefox = await launch({ prefs: { 'network.dns.localDomains': 'crm.test' } });
});
after(async () => {
  await firefox?.close();
  await pages?.stop();
});
afterEach(async () => {
  for (const tab of (await firefox.tabs()).slice(1)) await tab.close();
});

const open = async (file, html) => {
  page = await firefox.open(html ? pages.add(file, html) : pages.url(file));
  return page;
};
const TWO = '<!doctype html><title>Two</title><p>Lan 0912 345 678</p><p>Minh 0987 654 321</p>';
const optionsTab = () => until(async () => (await firefox.tabs()).find(({ address }) => address.endsWith('/options.html')), { what: 'the options page' });

test('a click opens the card; its Call, signed out, leads to the place to sign in', async () => {
  await open('two.html', TWO);
  const card = await openCard(page, '0912 345 678');
  assert.equal(card.name, 'Call this number');
  assert.match(card.text, /0912 345 678\s+Vietnam · local time \d\d:\d\d [AP]M/);
  assert.deepEqual(Object.keys(card.buttons), ['Close', 'Call', 'Copy', 'One click calls on this site', 'Not a number here']);
  await pressOnCard(page, 'Call');
  const options = await optionsTab();
  await until(() => options.evaluate(() => document.body.innerText.includes('Sign in')), { what: 'the place to sign in' });
});

test('by keyboard alone: link, Call, Tab round, Escape and back', async () => {
  await open('links.html');
  await whenPainted(page, 'Call Lan', 'Skype', 'SIP', 'Spaced', 'Forward my calls', 'Replaces', 'Boss');
  await page.keys(KEY.tab);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tel');
  await page.keys(KEY.enter);
  const card = await waitForCard(page);
  assert.equal(card.ring, true, 'where the focus is can be seen');
  await page.keys(KEY.tab);
  await waitForCard(page, ({ focused }) => focused === 'close');
  await page.keys(KEY.tab);
  await waitForCard(page, ({ focused }) => focused === 'call');
  await page.keys(KEY.escape);
  await waitForNoCard(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tel', 'the focus is back');
  await page.keys(KEY.enter);
  await waitForCard(page);
  await sleep(600);
  await page.keys(KEY.tab + KEY.tab + KEY.enter);
  await optionsTab();
});

test('a card that the mouse opened has no ring around it', async () => {
  await open('two.html', TWO);
  assert.equal((await openCard(page, '0912 345 678')).ring, false);
});

/** Whether Firefox asks which program is to open a link. */
const asks = () => firefox.inBrowser(() => gBrowser.getTabDialogBox(gBrowser.selectedBrowser).getTabDialogManager().hasDialogs);

test('links to numbers open a card instead of a program, and what a page may not choose is refused on it', async () => {
  // Without a program for `tel:` Firefox does nothing at all.
  await firefox.inBrowser(() => {
    const handler = Cc['@mozilla.org/uriloader/web-handler-app;1'].createInstance(Ci.nsIWebHandlerApp);
    Object.assign(handler, { name: 'A softphone', uriTemplate: 'https://softphone.example/?%s' });
    const tel = Cc['@mozilla.org/uriloader/external-protocol-service;1'].getService(Ci.nsIExternalProtocolService).getProtocolHandlerInfo('tel');
    tel.possibleApplicationHandlers.appendElement(handler);
    tel.alwaysAskBeforeHandling = true;
    Cc['@mozilla.org/uriloader/handler-service;1'].getService(Ci.nsIHandlerService).store(tel);
  });
  await open('alone.html', '<!doctype html><p class="no-click-to-call"><a href="tel:0912345678">Left alone</a></p>');
  await page.mouse(30, 25);
  await until(asks, { what: 'the question about a program, where the page is left alone' });
  await open('links.html');
  for (const [text, shown] of [['Call Lan', /\+84 912 345 678/], ['Skype', /0987 654 321/], ['SIP', /0903 111 222/], ['Spaced', /0905 333 444/]]) {
    assert.match((await openCard(page, text)).text, shown);
    assert.equal(await asks(), false, `${text}: no program is offered`);
    await page.keys(KEY.escape);
    await waitForNoCard(page);
  }
  for (const text of ['Forward my calls', 'Replaces', 'Boss']) {
    const card = await openCard(page, text);
    assert.equal(card.buttons.Call, undefined, `${text}: nothing to press`);
    assert.ok(card.text.length > 20, `${text}: «${card.text}» says why`);
    await page.keys(KEY.escape);
    await waitForNoCard(page);
  }
  assert.equal(await asks(), false);
  assert.equal(await page.evaluate(() => location.pathname), '/links.html');
});

test('a press in the first 300 ms does not count, nor while something covers the card', async () => {
  await open('covered.html', `${TWO}<x-lids></x-lids><script>
    const lids = document.querySelector('x-lids').attachShadow({ mode: 'closed' });
    globalThis.cover = (pointerEvents, into = document.body) => {
      const lid = document.createElement('div');
      lid.popover = 'manual';
      lid.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; opacity: .5; pointer-events: ' + pointerEvents;
      into.append(lid);
      lid.showPopover();
      globalThis.uncover = () => lid.remove();
    };
    globalThis.coverFromInside = () => cover('none', lids);
  </script>`);
  const { x, y } = (await openCard(page, '0912 345 678')).buttons.Call;
  await page.keys(KEY.escape);
  await waitForNoCard(page);
  const number = await boxOfPainted(page, '0912 345 678');
  // In one go, so that a busy machine takes no longer over it.
  await page.mouseOver([{ x: number.x + 5, y: number.y + 5 }, ...Array.from({ length: 8 }, () => ({ x, y }))]);
  await waitForCard(page);
  assert.equal((await firefox.tabs()).length, 2, 'too early');
  await page.keys(KEY.escape);
  await waitForNoCard(page);
  await openCard(page, '0912 345 678');
  // An overlay that lets clicks through, in the page and in a closed root of it.
  for (const cover of [() => globalThis.cover('none'), () => globalThis.coverFromInside()]) {
    await page.evaluate(cover);
    await pressOnCard(page, 'Call');
    assert.match((await readCard(page)).text, /covers/);
    await page.evaluate(() => globalThis.uncover());
    await page.keys(KEY.escape);
    await waitForNoCard(page);
    await openCard(page, '0912 345 678');
  }
  // One that takes them has the card closed.
  await page.evaluate(() => globalThis.cover('auto'));
  await page.mouse(x, y);
  await waitForNoCard(page);
  assert.equal((await firefox.tabs()).length, 2, 'nobody was asked to sign in, so nothing was dialled');
  // What was there before the card lies below it.
  await page.evaluate(() => { globalThis.uncover(); globalThis.cover('none'); });
  await openCard(page, '0987 654 321');
  await pressOnCard(page, 'Call');
  await optionsTab();
});

for (const host of ['127.0.0.1', 'crm.test']) {
  test(`Copy has the number on the clipboard, on ${host}`, async () => {
    await firefox.inBrowser(() => Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString('before'));
    page = await firefox.open(pages.add('two.html', TWO).replace('127.0.0.1', host));
    assert.equal(await page.evaluate(() => isSecureContext), host === '127.0.0.1');
    await openCard(page, '0912 345 678');
    await pressOnCard(page, 'Copy');
    await waitForCard(page, ({ buttons }) => 'Copied' in buttons);
    assert.equal(await firefox.inBrowser(() => {
      const wanted = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
      wanted.init(null);
      wanted.addDataFlavor('text/plain');
      Services.clipboard.getData(wanted, Ci.nsIClipboard.kGlobalClipboard);
      const found = {};
      wanted.getTransferData('text/plain', found);
      return found.value.QueryInterface(Ci.nsISupportsString).data;
    }), '0912345678');
  });
}

test('where one click calls, an Enter still opens the card: a held or steered key must not dial', async () => {
  await open('one.html', '<!doctype html><p><a href="tel:0912345678">Lan</a></p>');
  await openCard(page, 'Lan');
  await pressOnCard(page, 'One click calls on this site');
  await waitForCard(page, ({ buttons }) => buttons['One click calls on this site'].checked === 'true');
  await page.keys(KEY.escape);
  await waitForNoCard(page);
  await page.evaluate(() => document.querySelector('a').focus());
  await page.keys(KEY.enter);
  const card = await waitForCard(page);
  assert.ok(card.buttons.Call, card.text);
  await pressOnCard(page, 'One click calls on this site');
  await waitForCard(page, ({ buttons }) => buttons['One click calls on this site'].checked === 'false');
});

test('what is not a number here loses its paint, and undo brings it back', async () => {
  await open('two.html', TWO);
  await openCard(page, '0912 345 678');
  await pressOnCard(page, 'Not a number here');
  await whenPainted(page, '0987 654 321');
  await waitForCard(page, ({ buttons }) => 'Undo' in buttons);
  await pressOnCard(page, 'Undo');
  await whenPainted(page, '0912 345 678', '0987 654 321');
});

test('a pointer that rests on a number, or on a field with one, has its card, which goes with it', async () => {
  await open('hover.html', '<!doctype html><p>Lan 0912 345 678</p><p style="margin-top: 300px"><input type="tel" value="0987 654 321"></p>');
  await clickPainted(page, '0912 345 678', null);
  assert.match((await waitForCard(page)).text, /0912 345 678/);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'the focus stays where it was');
  await page.mouse(700, 600, null);
  await waitForNoCard(page);
  const field = await page.evaluate(() => {
    const { left, top } = document.querySelector('input').getBoundingClientRect();
    return { x: left + 20, y: top + 8 };
  });
  await page.mouse(field.x, field.y, null);
  assert.match((await waitForCard(page)).text, /0987 654 321/);
});

test('after the background page was put to sleep the next click opens the card', async () => {
  await open('two.html', TWO);
  await whenPainted(page, '0912 345 678', '0987 654 321');
  await firefox.sleepBackground();
  assert.equal(await firefox.backgroundState(), 'stopped');
  assert.match((await openCard(page, '0912 345 678')).text, /0912 345 678\s+Vietnam/);
  assert.equal(await firefox.backgroundState(), 'running');
  // A number that comes while it sleeps is painted, too.
  await firefox.sleepBackground();
  await page.evaluate(() => document.body.append('Tel. 0905 111 222'));
  await whenPainted(page, '0912 345 678', '0987 654 321', '0905 111 222');
  assert.equal(await readCard(page) === null, false, 'and the card has stayed');
});
