// The settings as several hands use them: what is refused is not shown as done, what is typed is not taken away.
import assert from 'node:assert/strict';
import { OptionsView } from './lib/options.mjs';
import { test } from './lib/runner.mjs';

/** From now on the agent hears nothing from this page: each wish is refused as it is when a disk is full. */
const refuse = () => {
  const connect = chrome.runtime.connect.bind(chrome.runtime);
  chrome.runtime.connect = (...args) => {
    const port = connect(...args);
    const heard = [];
    const { onMessage } = port;
    const post = port.postMessage.bind(port);
    return {
      onDisconnect: port.onDisconnect,
      disconnect: () => port.disconnect(),
      onMessage: { addListener: (listener) => { heard.push(listener); onMessage.addListener(listener); }, removeListener: (listener) => onMessage.removeListener(listener) },
      postMessage: (message) => {
        if (!message?.command) return post(message);
        queueMicrotask(() => heard.forEach((listener) => listener({ type: 'reply', seq: message.seq, refusal: 'storageFailed' })));
      },
    };
  };
};

test('a setting that is refused goes back to what holds, and the page says so', async (t) => {
  const { browser } = await t.signedIn();
  const page = await browser.context.newPage();
  await page.addInitScript(refuse);
  await page.goto(browser.url('options.html'));
  const say = browser.messages;
  const anonymous = page.getByLabel(say('calls_anonymous'));
  const decline = page.getByLabel(say('calls_decline'));
  await anonymous.click();
  await page.getByRole('alert').getByText(say('refusal_storageFailed')).waitFor();
  assert.equal(await anonymous.isChecked(), false, 'calls go out with the number');
  await decline.selectOption('everywhere');
  await page.waitForFunction((id) => document.getElementById(id).value === 'thisDevice', 'decline-mode');
  const noise = page.getByLabel(say('sound_noise'));
  await noise.click();
  await page.waitForFunction((name) => [...document.querySelectorAll('#sound label')].find((label) => label.textContent === name)?.control.checked, say('sound_noise'));
  const opens = page.getByLabel(say('work_form_opens'));
  const did = await opens.isChecked();
  await opens.click();
  await page.waitForFunction(([name, was]) => [...document.querySelectorAll('label')].find((label) => label.textContent === name)?.control.checked === was, [say('work_form_opens'), did]);
  const key = page.getByLabel(say('work_hook_secret'), { exact: true });
  await page.getByLabel(say('work_hook_url'), { exact: true }).fill('https://crm.example.com/calls');
  await key.fill('hush-hush');
  await key.press('Enter');
  await page.locator('#hook-url').locator('xpath=ancestor::form').getByText(say('refusal_storageFailed')).waitFor();
  assert.equal(await key.inputValue(), 'hush-hush', 'it need not be typed again');
  if (process.env.ALO_SHOT) await page.screenshot({ path: process.env.ALO_SHOT });
});

test('what is typed stays when somebody signs out, or changes the same setting elsewhere', async (t) => {
  const { browser, popup } = await t.signedIn();
  const { page } = await OptionsView.open(browser);
  const say = browser.messages;
  const forward = page.getByLabel(say('calls_forward'));
  await forward.fill('20');
  const { phone } = await popup.snapshot();
  assert.equal(await popup.command({ type: 'setPhone', phone: { ...phone, forwardTo: '2001' } }), null);
  await popup.when((s) => s.phone.forwardTo === '2001');
  await page.getByRole('radio', { name: 'OmiCall' }).check();
  await page.getByLabel(say('field_company')).fill('congty');
  assert.equal(await popup.command({ type: 'signOut' }), null);
  await popup.when((s) => s.account === null);
  await page.locator('.account-status .banner').waitFor({ state: 'detached' });
  assert.equal(await forward.inputValue(), '20');
  assert.equal(await page.getByLabel(say('field_company')).inputValue(), 'congty');
});

test('the list of sections leads to each section of the page, by the keyboard too; that of a check comes with the account', async (t) => {
  const { browser } = await t.signedIn();
  const { page } = await OptionsView.open(browser);
  const say = browser.messages;
  const links = page.getByRole('navigation', { name: say('options_contents') }).getByRole('link');
  await links.getByText(say('check_title'), { exact: true }).waitFor();
  const listed = await links.evaluateAll((all) => all.map((link) => [link.textContent, document.querySelector(link.getAttribute('href'))?.querySelector('h2')?.textContent]));
  const headings = await page.locator('main > section > h2, main > fieldset > section > h2').allTextContents();
  assert.deepEqual(listed, headings.map((title) => [title, title]), 'every section, in the order of the page');
  await links.getByText(say('work_title'), { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'work' && Math.abs(document.activeElement.getBoundingClientRect().top) < 40);
  const unsigned = await OptionsView.open(await t.browser());
  assert.equal(await unsigned.page.getByRole('link', { name: say('check_title') }).count(), 0);
});
