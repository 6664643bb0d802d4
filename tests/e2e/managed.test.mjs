// What an administrator decides by the browser's policies: it holds, the person sees it, and what they chose comes back.
import assert from 'node:assert/strict';
import { sleep, until } from '../pbx/process.mjs';
import { openCard, openPainted, painted } from './lib/card.mjs';
import { OptionsView } from './lib/options.mjs';
import { test } from './lib/runner.mjs';

const HTML = '<!doctype html><title>CRM</title><p>Lan 0912 345 678</p>';
const count = (page) => page.evaluate(() => CSS.highlights.get('alo-number')?.size ?? 0);
const SET = 'Your administrator has set this.';
// A browser that runs looks at its policies again some seconds after a change.
const TAKEN_UP_MS = 30_000;
/** One that starts tells what was decided some seconds later; from then on the worker has it. */
const takenUp = (browser) => until(
  () => browser.worker.evaluate(async () => Object.keys((await chrome.storage.local.get('policy')).policy ?? {}).length > 0),
  { what: 'the policy to be taken up', timeout: TAKEN_UP_MS },
);

test('an administrator’s sites, country and mask hold whatever the person stores', async (t) => {
  const pages = await t.pages();
  const mine = pages.add('managed.html', HTML);
  const elsewhere = mine.replace('127.0.0.1', 'localhost');
  const policy = {
    mode: 'only', country: 'VN', mask: { side: 'end', digits: 3, sign: '•' },
    sites: { '127.0.0.1': { on: true, oneClick: false } },
  };
  const browser = await t.browser({ policy });
  await takenUp(browser);
  await browser.worker.evaluate(() => chrome.storage.local.set({
    mode: 'everywhere', country: 'US', mask: null, sites: { '127.0.0.1': { on: false, oneClick: true } },
  }));
  const page = await openPainted(browser, mine);
  const card = await openCard(page, '0912 345 678');
  assert.match(card.text, /0912 345 •••/);
  assert.doesNotMatch(card.text, /One click/, 'no switch for what is decided');
  const other = await browser.openPage(elsewhere);
  await other.waitForLoadState();
  await sleep(800);
  assert.equal(await count(other), 0, 'another site is left alone');
});

test('what is decided stands in the settings as such, and what the person chose comes back with the policy’s end', async (t) => {
  const pages = await t.pages();
  const mine = pages.add('managed.html', HTML);
  const decided = { mask: { side: 'start', digits: 5 }, hoverMs: 0, country: 'ES', sites: { '127.0.0.1': { on: false } } };
  const browser = await t.browser({ policy: decided });
  await takenUp(browser);
  await browser.worker.evaluate(() => chrome.storage.local.set({ mode: 'everywhere' }));
  const page = await browser.openPage(mine);
  await sleep(800);
  assert.equal(await count(page), 0, 'off in every mode');
  const { page: options } = await OptionsView.open(browser);
  const mask = options.getByLabel('Hide digits');
  await until(() => mask.isDisabled(), { what: 'the mask to be the administrator’s' });
  const shown = (field) => field.evaluate((select) => select.selectedOptions[0].textContent);
  assert.equal(await shown(mask), 'Another value');
  assert.equal(await shown(options.locator('#country')), 'Spain');
  const mode = options.locator('#pages_mode');
  assert.ok(await mode.isEnabled());
  assert.equal(await mode.evaluate((select) => select.value), 'everywhere', 'the person’s own');
  const site = options.getByRole('listitem').filter({ hasText: '127.0.0.1' });
  assert.ok(await site.getByRole('switch').first().isDisabled());
  assert.equal(await site.getByText(SET).count(), 1);
  assert.equal(await site.getByRole('button', { name: 'Forget this site' }).count(), 0, 'the person has said nothing of it');
  assert.equal(await options.getByText(SET).count(), 4, 'country, mask, hover and the site say so');
  if (process.env.ALO_SHOT) await options.locator('#pages').screenshot({ path: process.env.ALO_SHOT });
  // The administrator changes his mind.
  const policy = t.policy(browser.launchOptions.extension);
  policy.set({ country: 'VN', mask: { side: 'middle', digits: 3 } });
  await painted(page, 1, { timeout: TAKEN_UP_MS });
  const hidden = await openCard(page, '0912 345 678');
  assert.match(hidden.text, /xxxx 345 678/, 'what cannot be read hides all the same');
  await page.keyboard.press('Escape');
  policy.set({ country: 'VN' });
  await until(() => mask.isEnabled(), { what: 'the mask to be the person’s', timeout: TAKEN_UP_MS });
  assert.equal(await mask.evaluate((select) => select.value), 'none');
  const card = await openCard(page, '0912 345 678');
  assert.match(card.text, /0912 345 678/, 'the person hides nothing');
});

test('by the browser’s own policies nobody is asked for the microphone, and a site can be closed to Alo', async (t) => {
  const pages = await t.pages();
  const mine = pages.add('managed.html', HTML);
  const policies = (id) => ({
    AudioCaptureAllowedUrls: [`chrome-extension://${id}/`],
    ExtensionSettings: { [id]: { runtime_blocked_hosts: ['*://localhost'] } },
  });
  // A headless browser refuses whatever it would have to ask for.
  const browser = await t.browser({ policies, microphone: 'prompt' });
  const { page: options } = await OptionsView.open(browser);
  const tracks = await options.evaluate(async () => (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks().length);
  assert.equal(tracks, 1);
  const closed = await browser.openPage(mine.replace('127.0.0.1', 'localhost'));
  await openPainted(browser, mine);
  assert.equal(await count(closed), 0);
});
