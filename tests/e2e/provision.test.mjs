// A company's own package: what its provision.json says is there from the first moment.
import assert from 'node:assert/strict';
import { until } from '../pbx/process.mjs';
import { test } from './lib/runner.mjs';
import { openCard, openPainted } from './lib/card.mjs';
import { OptionsView } from './lib/options.mjs';

const stored = (browser) => browser.worker.evaluate(() => chrome.storage.local.get(['mode', 'mask', 'country']));
const installed = (browser) => until(async () => (await stored(browser).catch(() => null))?.mode, { what: 'the settings of the package to be stored' });

test('a company’s package looks only at its sites and hides digits, and its person signs in', async (t) => {
  const sandbox = await t.sandbox();
  const pages = { mode: 'only', sites: { '127.0.0.1': { on: true } }, mask: ['end', 3, 'x'] };
  const browser = await t.browser({ pages });
  await installed(browser);
  const { mode, mask } = await stored(browser);
  assert.deepEqual({ mode, mask }, { mode: 'only', mask: ['end', 3, 'x'] });
  // Nobody is signed in by it, so the page that asks for that opens.
  await until(() => browser.context.pages().some((page) => page.url().endsWith('options.html?welcome')), { what: 'the welcome page' });
  const page = await openPainted(browser, sandbox.ready.http, { numbers: 3 });
  const card = await openCard(page, '0912 345 678');
  assert.match(card.text, /0912 345 xxx/);
  const other = await browser.openPage(sandbox.ready.http.replace('127.0.0.1', 'localhost'));
  await other.waitForTimeout(1500);
  assert.equal(await other.evaluate(() => CSS.highlights.get('alo-number')?.size ?? 0), 0, 'another site is left alone');
});

test('the company’s form is there with the first call, and its required field holds the form', async (t) => {
  const sandbox = await t.ownSandbox();
  const work = { form: { fields: [{ id: 'result', label: 'Kết quả', required: true }] }, keepDays: 30 };
  const browser = await t.browser({ account: sandbox.account(), work });
  const popup = await t.popup(browser);
  await popup.registered();
  await popup.dial('600');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
  const { work: { form, keepDays }, forms } = await popup.snapshot();
  assert.deepEqual([form.fields.map(({ label }) => label), keepDays], [['Kết quả'], 30]);
  assert.deepEqual(forms.map(({ missing }) => missing), [['result']]);
});

test('the company’s server stands in the form, and its person types who they are', async (t) => {
  const sandbox = await t.sandbox();
  const { serverUrl, domain, username, password } = sandbox.account();
  const browser = await t.browser({ account: { serverUrl, domain } });
  const options = await OptionsView.open(browser);
  await until(async () => await options.page.locator('#domain').inputValue() === domain, { what: 'the form to be filled in' });
  assert.equal((await options.snapshot()).account, null, 'nobody is signed in');
  await options.fill({ username, password });
  await options.press('Sign in');
  await options.registered();
});

test('the company’s provider is the one that is chosen', async (t) => {
  const browser = await t.browser({ provider: { type: 'omicall', domain: 'saomai', extension: '', password: '' } });
  const { page } = await OptionsView.open(browser);
  await page.getByRole('radio', { name: 'OmiCall', checked: true }).waitFor();
  assert.equal(await page.getByLabel(browser.messages('field_company')).inputValue(), 'saomai');
  await page.getByRole('radio', { name: 'VBot' }).check();
  await page.getByLabel(browser.messages('field_token'), { exact: true }).waitFor();
});

test('what the person changed stays when a company’s package starts again', async (t) => {
  const browser = await t.browser({ pages: { mode: 'only' } });
  await installed(browser);
  await browser.worker.evaluate(() => chrome.storage.local.set({ mode: 'off' }));
  const again = await t.restart(browser);
  await again.openPopup();
  assert.equal((await stored(again)).mode, 'off');
});

test('a misspelt mask is not passed over: nothing of the package is used, and the person is asked to sign in', async (t) => {
  const sandbox = await t.sandbox();
  const browser = await t.browser({ account: sandbox.account(), pages: { mode: 'only', maks: ['end', 3, 'x'] } });
  await until(() => browser.context.pages().some((page) => page.url().endsWith('options.html?welcome')), { what: 'the welcome page' });
  assert.equal((await stored(browser)).mode, undefined);
  const welcome = browser.context.pages().find((page) => page.url().endsWith('options.html?welcome'));
  await welcome.getByText('nothing is called pages.maks').waitFor();
  const options = await OptionsView.open(browser);
  const snapshot = await until(() => options.snapshot(), { what: 'the phone' });
  assert.equal(snapshot.account, null);
});

test('slips in a package cost only what they are in, and the page that opens says each', async (t) => {
  const sandbox = await t.sandbox();
  const work = {
    keepDays: 0,
    form: { fields: [{ label: 'Kết quả', required: true }, { id: 'ghi chú', label: 'Ghi chú' }], dispositions: Array.from({ length: 30 }, (_, n) => `Kết quả ${n}`) },
    screenPop: { url: 'http://crm.example.com/find?phone={e164}', incoming: 'answer' },
  };
  const pages = { mode: 'only', country: 'vn', sites: { 'http://127.0.0.1/': { on: true } }, mask: ['End', 3, 'x'] };
  const browser = await t.browser({ account: sandbox.account(), pages, work });
  const welcome = await until(() => browser.context.pages().find((page) => page.url().endsWith('options.html?welcome')), { what: 'the welcome page' });
  const told = welcome.locator('.package-faults li');
  await told.first().waitFor();
  const faults = (await told.allTextContents()).map((fault) => fault.split(' ')[0]);
  assert.deepEqual(faults, ['pages.mask', 'work.form.fields.1.id', 'work.screenPop.url', 'work.keepDays']);
  if (process.env.ALO_SHOT) await welcome.screenshot({ path: process.env.ALO_SHOT });
  const options = await OptionsView.open(browser);
  await options.registered();
  const { work: { form, keepDays, screenPop } } = await options.snapshot();
  assert.deepEqual(form.fields.map(({ id, required }) => [id, required]), [['ket_qua', true], ['ghi_chu', false]]);
  assert.deepEqual([form.dispositions.length, keepDays, screenPop.url, screenPop.incoming], [30, 365, '', 'answer']);
  const builder = options.page.locator('form', { has: options.page.getByRole('button', { name: 'Add a field' }) });
  await builder.getByRole('button', { name: 'Save' }).click();
  await builder.getByText('Saved.').waitFor();
  const page = await openPainted(browser, sandbox.ready.http, { numbers: 3 });
  assert.match((await openCard(page, '0912 345 678')).text, /xxxx 345 678/, 'a mask that hides nothing hides all the same');
});

test('what the person changed about notes before the first sign-in stays when the package starts again', async (t) => {
  const sandbox = await t.sandbox();
  const { serverUrl, domain, username, password } = sandbox.account();
  const browser = await t.browser({ account: { serverUrl, domain }, work: { keepDays: 30 } });
  const options = await OptionsView.open(browser);
  const keepDays = async (view) => (await view.snapshot())?.work?.keepDays;
  await until(async () => await keepDays(options) === 30, { what: 'the days of the package' });
  await options.command({ type: 'setWork', work: { ...(await options.snapshot()).work, keepDays: 60 } });
  await until(async () => await keepDays(options) === 60, { what: 'the days of the person' });
  const again = await OptionsView.open(await t.restart(browser));
  await until(async () => await again.page.locator('#domain').inputValue() === domain, { what: 'the form to be filled in' });
  await again.fill({ username, password });
  await again.press('Sign in');
  await again.registered();
  assert.equal(await keepDays(again), 60);
});
