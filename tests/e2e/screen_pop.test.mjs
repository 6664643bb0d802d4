// The customer's page in the CRM: which tab shows it, and which address is never opened.
import assert from 'node:assert/strict';
import { answer, hangUp, LAN, signedInAt } from './lib/provider.mjs';
import { test } from './lib/runner.mjs';
import { sleep, until } from '../pbx/process.mjs';

/** What the agent says when a page is to be shown. */
const show = (browser, url) => browser.offscreen.evaluate((to) => chrome.runtime.sendMessage({ to: 'worker', type: 'openPage', url: to }), url);

const crmPages = (browser, origin) => browser.context.pages().filter((page) => page.url().startsWith(`${origin}/customer`));

/** Waits for the one page that shows `url`. */
async function shown(browser, url) {
  return until(() => browser.context.pages().find((page) => page.url() === url), { what: `a tab with ${url}` });
}

async function crm(t) {
  const pages = await t.pages();
  pages.add('customer', '<!doctype html><title>Customer</title><p>Customer</p><input aria-label="note">');
  pages.add('elsewhere', '<!doctype html><title>Elsewhere</title>');
  const browser = await t.browser();
  await browser.offscreen.session();
  return { browser, origin: pages.origin, url: (phone) => `${pages.origin}/customer?phone=${phone}`, other: pages.origin.replace('127.0.0.1', 'localhost') };
}

test('the next customer’s page takes the place of the one before, in the same tab, after the worker died too', async (t) => {
  const { browser, origin, url } = await crm(t);
  await show(browser, url('0912345678'));
  const page = await shown(browser, url('0912345678'));
  await browser.openPage('about:blank');
  await show(browser, url('0987654321'));
  await shown(browser, url('0987654321'));
  assert.equal(crmPages(browser, origin).length, 1, 'one tab for all');
  await until(() => page.evaluate(() => document.visibilityState === 'visible'), { what: 'its tab to be in front' });
  await browser.worker.stop();
  await show(browser, url('0900000001'));
  await shown(browser, url('0900000001'));
  assert.equal(crmPages(browser, origin).length, 1, 'one tab for all');
});

test('the page that is there already is not loaded again: what was typed in it stays', async (t) => {
  const { browser, url } = await crm(t);
  await show(browser, url('0912345678'));
  const page = await shown(browser, url('0912345678'));
  await page.getByLabel('note').fill('half a sentence');
  await show(browser, url('0912345678'));
  await sleep(500);
  assert.equal(await page.getByLabel('note').inputValue(), 'half a sentence');
});

test('a tab that was led elsewhere, or closed, is let be', async (t) => {
  const { browser, origin, url, other } = await crm(t);
  await show(browser, url('0912345678'));
  const page = await shown(browser, url('0912345678'));
  await page.goto(`${other}/elsewhere`);
  await show(browser, url('0987654321'));
  const next = await shown(browser, url('0987654321'));
  assert.equal(page.url(), `${other}/elsewhere`);
  await next.close();
  await show(browser, url('0900000001'));
  await shown(browser, url('0900000001'));
  assert.equal(crmPages(browser, origin).length, 1);
});

test('two wishes at once share a tab', async (t) => {
  const { browser, origin, url } = await crm(t);
  await Promise.all([show(browser, url('1')), show(browser, url('2'))]);
  await until(() => crmPages(browser, origin).length > 0, { what: 'the tab' });
  await sleep(500);
  assert.equal(crmPages(browser, origin).length, 1);
});

test('no address but https (or this computer’s own) is opened, and for nobody but the agent', async (t) => {
  const { browser, url } = await crm(t);
  // The welcome page comes some time after the installation; counted before it, the pages are one too many later.
  await until(() => browser.context.pages().some((page) => page.url().includes('options.html?welcome')), { what: 'the welcome page' });
  const before = browser.context.pages().length;
  for (const bad of ['http://192.0.2.1/', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'chrome://settings/', 'https://user@crm.example/']) {
    await show(browser, bad);
  }
  const view = await browser.openOptions();
  await view.evaluate((to) => chrome.runtime.sendMessage({ to: 'worker', type: 'openPage', url: to }), url('0912345678'));
  await sleep(500);
  assert.equal(browser.context.pages().length, before + 1, 'only the options page came');
});

test('a customer calls, and the CRM shows who it is; the next one takes the tab; while a number is dialled nothing opens', async (t) => {
  const { browser, origin } = await crm(t);
  const { popup, desk, browser: phone } = await signedInAt(t, 'omicall', { form: null });
  await browser.close();
  const screenPop = { url: `${origin}/customer?phone={e164}&who={name}`, incoming: 'answer' };
  assert.equal(await popup.command({ type: 'setWork', work: { screenPop, formOpens: false } }), null);
  await desk.rings(LAN);
  await popup.call('incoming');
  await popup.when((s) => s.calls[0]?.contacts.found.length === 1, { what: 'the contact' });
  assert.equal(crmPages(phone, origin).length, 0, 'not before the answer');
  await answer(popup);
  const page = await shown(phone, `${origin}/customer?phone=%2B84912345678&who=${encodeURIComponent(LAN.name)}`);
  await page.waitForLoadState();
  await hangUp(popup);

  await desk.rings({ from: '0987654321' });
  await answer(popup);
  await until(() => page.url().includes('%2B84987654321'), { what: 'the next customer in the same tab' });
  assert.equal(crmPages(phone, origin).length, 1);
  await hangUp(popup);

  await popup.page.bringToFront();
  await popup.dial('0903123456');
  await popup.call('connected', { timeout: 20_000 });
  await sleep(500);
  assert.ok(page.url().includes('%2B84987654321'), 'for calls that are made it was not asked');
  await hangUp(popup);
}, { timeout: 90_000 });
