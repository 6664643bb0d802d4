// What the person says about pages: where numbers are found, what calls at once, what is asked first.
import assert from 'node:assert/strict';
import { clickText, openPainted, painted, pressOnCard, readCard, waitForCard, waitForNoCard } from './lib/card.mjs';
import { nationalDigits } from './lib/fixtures.mjs';
import { test } from './lib/runner.mjs';
import { sleep, until } from '../pbx/process.mjs';

const HTML = '<!doctype html><title>CRM</title><p>Lan 0912 345 678</p><p>London +44 20 7946 0018</p>';
const count = (page) => page.evaluate(() => CSS.highlights.get('alo-number')?.size ?? 0);
const set = (browser, values) => browser.worker.evaluate((all) => chrome.storage.local.set(all), values);

async function crm(t, html = HTML, options = {}) {
  const { browser, popup } = await t.signedIn(options);
  await t.phone({ user: 'pstn' });
  const pages = await t.pages();
  const page = await openPainted(browser, pages.add(`crm-${Math.random().toString(36).slice(2)}.html`, html));
  return { browser, popup, page };
}

test('a site that is switched off loses its paint at once, and has it again when switched on', async (t) => {
  const { browser, page } = await crm(t);
  await set(browser, { sites: { '127.0.0.1': { on: false } } });
  await until(async () => await count(page) === 0, { what: 'a page without paint' });
  await clickText(page, '0912 345 678');
  await sleep(300);
  assert.equal(await readCard(page), null, 'nothing opens where it is off');
  await set(browser, { sites: {} });
  await painted(page, 2);
  await set(browser, { mode: 'off' });
  await until(async () => await count(page) === 0, { what: 'nothing anywhere' });
  await set(browser, { mode: 'only', sites: { '127.0.0.1': { on: true } } });
  await painted(page, 2);
});

test('a page without a number asks the worker nothing; where its site is switched off, a page asks before it is looked at', async (t) => {
  const { browser, page } = await crm(t);
  const pages = await t.pages();
  await browser.worker.evaluate(() => {
    globalThis.asked = [];
    chrome.runtime.onMessage.addListener(({ type }, { tab, origin }) => {
      if (tab && !origin?.startsWith('chrome')) globalThis.asked.push(type);
    });
  });
  const asked = () => browser.worker.evaluate(() => globalThis.asked.splice(0));
  const open = async (html) => {
    const opened = await browser.openPage(pages.add(`asks-${Math.random().toString(36).slice(2)}.html`, `<!doctype html>${html}`));
    await sleep(800);
    return opened;
  };
  const quiet = await open('<p>Nothing here</p><iframe srcdoc="<p>nor here</p>"></iframe>');
  assert.deepEqual(await asked(), []);
  await set(browser, { sites: { '127.0.0.1': { on: false } } });
  await until(async () => await count(page) === 0, { what: 'a page without paint' });
  await until(() => browser.worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1), { what: 'pages that ask' });
  await sleep(300);
  assert.deepEqual([...new Set(await asked())], ['hello'], 'each page that was open asks again');
  await open('<p>0912 345 678</p><iframe srcdoc="<p>0912 345 678</p>"></iframe>');
  assert.deepEqual(await asked(), ['hello', 'hello']);
  await set(browser, { sites: {} });
  await painted(page, 2);
  await quiet.evaluate(() => document.body.append('0987 654 321'));
  await painted(quiet, 1);
});

test('a page that asks to be left alone is, unless the person has switched its site on', async (t) => {
  const { browser } = await t.signedIn();
  const pages = await t.pages();
  const page = await browser.openPage(pages.add('optout.html', `<!doctype html><meta name="format-detection" content="telephone=no"><p>0912 345 678</p>`));
  await sleep(800);
  assert.equal(await count(page), 0);
  await set(browser, { sites: { '127.0.0.1': { on: true } } });
  await painted(page, 1);
});

test('the first call to a country is asked about in a window of ours, and only the yes there calls', async (t) => {
  const { browser, popup, page } = await crm(t);
  const pbx = await t.pbx();
  await clickText(page, '+44 20 7946 0018');
  await waitForCard(page);
  await pressOnCard(page, 'Call');
  const question = await until(() => browser.context.pages().find((it) => it.url().includes('confirm.html')), { what: 'the question' });
  await question.getByText('+44 20 7946 0018').waitFor();
  await sleep(500);
  assert.deepEqual(pbx.trace.find({ since: t.since, method: 'INVITE' }), [], 'nothing is dialled before');
  await question.getByRole('button', { name: 'Call', exact: true }).click();
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.match(invite.uri, /442079460018/);
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
  const { knownCountries } = await browser.worker.evaluate(() => chrome.storage.local.get('knownCountries'));
  assert.deepEqual(knownCountries, ['GB']);
});

test('where one click is switched on, a click calls without the card', async (t) => {
  const { browser, popup, page } = await crm(t);
  const pbx = await t.pbx();
  await set(browser, { sites: { '127.0.0.1': { oneClick: true } } });
  await clickText(page, '0912 345 678');
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678');
  const card = await waitForCard(page);
  assert.equal(card.buttons.Call, undefined, 'the card only says that it calls');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('the switch on the card has the next click on this site call at once', async (t) => {
  const { browser, popup, page } = await crm(t);
  const pbx = await t.pbx();
  await clickText(page, '0912 345 678');
  await waitForCard(page);
  await sleep(600);
  const { x, y } = (await readCard(page)).buttons['One click calls on this site'];
  await page.mouse.click(x, y);
  await until(async () => (await browser.worker.evaluate(() => chrome.storage.local.get('sites'))).sites?.['127.0.0.1']?.oneClick === true, { what: 'the site is kept' });
  assert.deepEqual(pbx.trace.find({ since: t.since, method: 'INVITE' }), [], 'the switch itself calls nobody');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await clickText(page, '0912 345 678');
  await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('a hotline that is chosen on the card is offered first on this site the next time', async (t) => {
  const { browser, popup, page } = await crm(t);
  await browser.worker.evaluate(() => chrome.storage.session.set({
    hotlines: { all: [{ id: 'h1', label: '1900 1234' }, { id: 'h2', label: 'Sales' }], chosen: 'h1' },
  }));
  await clickText(page, '0912 345 678');
  await waitForCard(page);
  for (const key of ['Tab', 'Tab', 'ArrowDown']) await page.keyboard.press(key);
  await pressOnCard(page, 'Call');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
  const { sites } = await browser.worker.evaluate(() => chrome.storage.local.get('sites'));
  assert.equal(sites['127.0.0.1'].hotline, 'h2');
});

test('what is not a number here loses its paint, and undo brings it back', async (t) => {
  const { browser, page } = await crm(t);
  await painted(page, 2);
  await clickText(page, '0912 345 678');
  const card = await waitForCard(page);
  const press = async (name) => {
    const { x, y } = (await readCard(page)).buttons[name];
    await page.mouse.click(x, y);
  };
  assert.ok(card.buttons['Not a number here']);
  await press('Not a number here');
  await until(async () => await count(page) === 1, { what: 'one number less' });
  await until(async () => (await readCard(page))?.buttons.Undo, { what: '«Undo»' });
  await press('Undo');
  await painted(page, 2);
  const { sites } = await browser.worker.evaluate(() => chrome.storage.local.get('sites'));
  assert.deepEqual(sites, {});
});

test('a pointer that rests on a number, or on a field with one, has its card, which goes with it', async (t) => {
  const { page } = await crm(t, '<!doctype html><p>Lan 0912 345 678</p><p style="margin-top: 300px"><input type="tel" value="0987 654 321"> <textarea>0905 111 222</textarea></p>');
  await painted(page, 1);
  await page.hover('p');
  await page.mouse.move(60, 25);
  await page.mouse.move(62, 25);
  const card = await waitForCard(page);
  assert.match(nationalDigits(card.text), /0912345678/);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'the focus stays where it was');
  await page.mouse.move(700, 600, { steps: 3 });
  await waitForNoCard(page);
  await page.hover('input');
  assert.match(nationalDigits((await waitForCard(page)).text), /0987654321/);
  await page.mouse.move(700, 100, { steps: 3 });
  await waitForNoCard(page);
  await page.hover('textarea');
  await sleep(800);
  assert.equal(await readCard(page), null, 'what somebody writes is left alone');
});

test('settings that cannot be read are left as they are, the person is told, and can start over', async (t) => {
  const { browser, page } = await crm(t);
  await painted(page, 2);
  const broken = { from: 'a newer version' };
  await set(browser, { sites: broken, country: 'US' });
  await until(async () => await count(page) === 0, { what: 'a page that is left alone' });
  const options = await browser.openPage(browser.url('options.html'));
  const notice = options.locator('#pages [role=alert]');
  await notice.waitFor();
  assert.match(await notice.innerText(), /cannot read what is stored/);
  // What can be read can be changed, and only that is written.
  await options.getByLabel('How sure a number must be').selectOption('strict');
  const stored = () => browser.worker.evaluate(() => chrome.storage.local.get(['sites', 'country', 'scrutiny', 'mode']));
  await until(async () => (await stored()).scrutiny === 'strict', { what: 'the change' });
  assert.deepEqual(await stored(), { sites: broken, country: 'US', scrutiny: 'strict' });
  await options.getByRole('button', { name: 'Start over' }).click();
  await notice.waitFor({ state: 'detached' });
  assert.deepEqual(await stored(), { country: 'US', scrutiny: 'strict' });
  await painted(page, 1);
});

test('short numbers of a site and numbers in letters are found once they are switched on in the options', async (t) => {
  const { browser, page } = await crm(t, '<!doctype html><table><tr><th>Name</th><th>Ext.</th></tr><tr><td>Lan</td><td>2101</td></tr></table><p>Room 2102, ĐT: 0912 345 678</p><p>Flowers: 1-800-FLOWERS</p>');
  await painted(page, 1);
  await set(browser, { sites: { '127.0.0.1': { on: true } } });
  const options = await browser.openOptions();
  const field = options.getByLabel('Short numbers on this site');
  await field.fill('room 2');
  await field.press('Tab');
  await options.getByText('“room” is not the form of a short number').waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.equal(await field.inputValue(), 'room 2', 'what was typed stays');
  await field.fill('21xx');
  await field.press('Tab');
  await painted(page, 2);
  await options.getByLabel('Also numbers in letters').check();
  await painted(page, 3);
  assert.equal(await count(page), 3, 'the room is none');
  await clickText(page, '2101');
  assert.match((await waitForCard(page)).text, /2101/);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await clickText(page, '1-800-FLOWERS');
  assert.match((await waitForCard(page)).text, /\+1 800-356-9377/);
  const site = options.getByLabel('How sure a number must be: 127.0.0.1');
  await site.selectOption('strict');
  const { sites } = await browser.worker.evaluate(() => chrome.storage.local.get('sites'));
  await until(async () => (await browser.worker.evaluate(() => chrome.storage.local.get('sites'))).sites['127.0.0.1'].scrutiny === 'strict', { what: 'the site’s own' });
  assert.deepEqual(sites['127.0.0.1'].internal, ['21xx']);
});

test('the card says what time it is there: one time, or between which two', async (t) => {
  const { page } = await crm(t, '<!doctype html><p>+1 650 253 0000</p><p>+1 208 253 0000</p><p>+7 916 123-45-67</p>');
  await painted(page, 3);
  const time = '\\d\\d:\\d\\d [AP]M';
  for (const [number, zones] of [['+1 650 253 0000', time], ['+1 208 253 0000', `${time} – ${time}`], ['+7 916 123-45-67', `${time} – ${time}`]]) {
    await clickText(page, number);
    const card = await until(async () => {
      const shown = await readCard(page);
      return shown && nationalDigits(shown.text).includes(number.replace(/\D/g, '').slice(1)) && shown;
    }, { what: `the card of ${number}` });
    assert.match(card.text, new RegExp(`local time ${zones}(?! –)`));
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
});

test('last digits behind a slash call the number that they stand for', async (t) => {
  const { popup, page } = await crm(t, '<!doctype html><p>Hotline: <b>0901 234 567</b> / <i>568</i></p>');
  const pbx = await t.pbx();
  await painted(page, 2);
  await clickText(page, '568');
  const card = await waitForCard(page);
  assert.match(card.text, /0901 234 568/);
  await pressOnCard(page, 'Call');
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0901234568');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('a country that only the page suggests is said on the card and asked about; digits of two countries are not painted', async (t) => {
  const { browser, page } = await crm(t, '<!doctype html><html lang="de"><p>Tel. 030 12345678</p><p>Nr. 0341563277</p>');
  await painted(page, 1);
  assert.equal(await count(page), 1);
  await clickText(page, '030 12345678');
  const card = await waitForCard(page);
  assert.match(card.text, /\+49 30 1234 5678/);
  assert.match(card.text, /Only this page suggests the country/);
  await pressOnCard(page, 'Call');
  await until(() => browser.context.pages().some((it) => it.url().includes('confirm.html')), { what: 'the question' });
  await set(browser, { scrutiny: 'eager' });
  await painted(page, 2);
  await page.keyboard.press('Escape');
  await clickText(page, '0341563277');
  const other = await until(async () => {
    const shown = await readCard(page);
    return shown?.text.includes('0341 563 277') && shown;
  }, { what: 'its card' });
  assert.match(other.text, /Could also be a number in: Germany/);
});

test('what is typed behind the keyword in the address bar calls, and what is no number is said to be none', async (t) => {
  const { browser, popup } = await t.signedIn();
  await t.phone({ user: 'pstn' });
  const pbx = await t.pbx();
  // Nobody can type into the browser's own address bar here; the event is the browser's own.
  const typed = (text) => browser.worker.evaluate((what) => chrome.omnibox.onInputEntered.dispatch(what, 'currentTab'), text);
  await typed('no number');
  await until(() => browser.context.pages().find((it) => it.url().includes('confirm.html?refusal=')), { what: 'the reason' });
  await typed('0912 345 678');
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('the shortcut is given by the browser, and calls what is selected', async (t) => {
  const { browser, popup, page } = await crm(t);
  const pbx = await t.pbx();
  const commands = await browser.worker.evaluate(() => chrome.commands.getAll());
  assert.equal(commands.find(({ name }) => name === 'call-selection')?.shortcut, 'Alt+Shift+G');
  await page.bringToFront();
  await page.evaluate(() => {
    const text = document.querySelector('p').firstChild;
    getSelection().setBaseAndExtent(text, 4, text, text.length);
  });
  await browser.worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    chrome.commands.onCommand.dispatch('call-selection', tab);
  });
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('of selections in several frames the shortcut calls the one where the person is, and none where nobody can tell', async (t) => {
  const frames = '<p>+84 987 654 321</p><iframe srcdoc="<p>0912 345 678</p>"></iframe><iframe srcdoc="<input>"></iframe>';
  const { browser, popup, page } = await crm(t, `<!doctype html><title>CRM</title>${frames}`);
  const pbx = await t.pbx();
  await page.bringToFront();
  const press = () => browser.worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    chrome.commands.onCommand.dispatch('call-selection', tab);
  });
  const [, inner, empty] = page.frames();
  for (const frame of [page, inner]) await frame.evaluate(() => getSelection().selectAllChildren(document.querySelector('p')));
  await empty.locator('input').focus();
  await press();
  await inner.evaluate(() => focus());
  await press();
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('hidden digits are hidden on card, call, history and in the dialer, and the whole number is dialled from each', async (t) => {
  const { browser, popup, page } = await crm(t);
  const pbx = await t.pbx();
  await set(browser, { mask: ['start', 4, 'x'] });
  await clickText(page, '0912 345 678');
  const card = await waitForCard(page);
  assert.match(card.text, /xxxx 345 678/);
  assert.doesNotMatch(card.text, /0912/);
  assert.equal(card.buttons.Copy, undefined, 'what has holes is no use on the clipboard, what has none is not to be there');
  await pressOnCard(page, 'Call');
  const dialled = [];
  const called = async () => {
    const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws', where: ({ callId }) => !dialled.includes(callId) });
    dialled.push(invite.callId);
    assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678');
    await popup.call('connected');
    const html = await popup.page.evaluate(() => document.body.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value));
    assert.match(html, /xxxx 345 678/);
    assert.doesNotMatch(html, /0912 ?345 ?678/);
    await popup.press('Hang up');
    await popup.quiet();
  };
  await called();
  await popup.page.locator('.past').first().click();
  await called();
  await popup.press('Redial');
  await called();
  // An empty field takes the last number; what is typed then is another one.
  await popup.press('Call');
  assert.equal(await popup.number.inputValue(), 'xxxx345678');
  await popup.number.press('1');
  assert.equal(await popup.number.inputValue(), '1');
  await popup.number.press('Backspace');
  await popup.press('Call');
  await popup.press('Call');
  await called();
});


test('the side panel lists the numbers of the page beside it, whatever takes its place, with hidden digits hidden', async (t) => {
  const { browser, popup, page } = await crm(t);
  const pages = await t.pages();
  const panel = await browser.openPanel(popup.page);
  const lists = (wanted) => until(async () => {
    const shown = await panel.evaluate(() => [...document.querySelectorAll('.page-number')].map((one) => one.textContent));
    return JSON.stringify(shown) === JSON.stringify(wanted);
  }, { what: `the panel lists ${wanted}` });
  await page.bringToFront();
  await lists(['0912 345 678', '+44 20 7946 0018']);
  await panel.evaluate(() => document.querySelector('.page-list summary').click());

  await page.goto(pages.add('next.html', '<!doctype html><title>Next</title><p>0987 654 321</p>'));
  await lists(['0987 654 321']);
  assert.ok(await panel.evaluate(() => document.querySelector('.page-list').open), 'what was opened stays open');
  // A page that is changed without another address.
  await page.evaluate(() => { document.querySelector('p').textContent = '0977 111 222'; });
  await painted(page, 1);
  await panel.evaluate(() => window.dispatchEvent(new Event('focus')));
  await lists(['0977 111 222']);

  const other = await openPainted(browser, pages.add('other.html', '<!doctype html><title>Other</title><p>0966 555 444</p>'));
  await lists(['0966 555 444']);
  await set(browser, { mask: ['start', 4, 'x'] });
  await lists(['xxxx 555 444']);
  await other.close();
  await page.bringToFront();
  await lists(['xxxx 111 222']);
  // The browser's own pages have no site, and nothing is listed.
  await page.goto('about:blank');
  await until(() => panel.evaluate(() => !document.querySelector('section.page')), { what: 'no page in the panel' });
});
