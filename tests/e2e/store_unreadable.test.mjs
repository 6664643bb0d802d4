// A store that the browser cannot open when it starts: it is tried again, and what is in it stays.
import { readFileSync, writeFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import path from 'node:path';
import { until } from '../pbx/process.mjs';
import { test } from './lib/runner.mjs';

const PAGE = 'offscreen.html';
const FAULT = '<script src="fault.js"></script>';

/** The first `times` openings of the agent's database fail as the browser's own do: by the request's error. */
function breakStore({ extension }, times) {
  const fault = `let left = ${times};
const { open } = IDBFactory.prototype;
IDBFactory.prototype.open = function (name, version) {
  left -= 1;
  return open.call(this, name, left >= 0 ? 1 : version);
};
`;
  writeFileSync(path.join(extension, 'fault.js'), fault);
  const page = path.join(extension, PAGE);
  const html = readFileSync(page, 'utf8').replace(FAULT, '');
  writeFileSync(page, html.replace('<script type="module"', `${times > 0 ? FAULT : ''}$&`));
}

const hidesNumbers = async ({ worker }) =>
  (await worker.evaluate(() => chrome.storage.local.get('providerHidesNumbers'))).providerHidesNumbers;

async function startedAgain(t, browser, failures) {
  await t.end(browser);
  breakStore(browser.launchOptions, failures);
  const again = await t.start(browser);
  return { again, popup: await t.popup(again) };
}

test('a store that opens at the third attempt has the account registered as ever', async (t) => {
  const { account, browser } = await t.signedIn();
  const { again, popup } = await startedAgain(t, browser, 2);
  await popup.registered();
  const { account: known } = await popup.snapshot();
  assert.equal(known.username, account.username);
  assert.equal(await again.offscreen.evaluate(() => left), -1, 'two attempts failed, and one did not');
});

test('a store that does not open at all is not written over: settings are refused, and all is there the next time', async (t) => {
  const { account, browser, popup } = await t.signedIn();
  const { phone } = await popup.snapshot();
  assert.equal(await popup.command({ type: 'setPhone', phone: { ...phone, forwardTo: '2001' } }), null);
  await popup.when((s) => s.phone.forwardTo === '2001');
  await browser.worker.evaluate(() => chrome.storage.local.set({ providerHidesNumbers: true }));
  const without = await startedAgain(t, browser, 5);
  await until(() => without.again.offscreen.evaluate(() => left <= 2), { what: 'the third attempt' });
  assert.equal(await hidesNumbers(without.again), true, 'who has read nothing yet does not say that numbers may be shown');
  const unread = await without.popup.when((s) => s.ready, { what: 'a phone without its store', timeout: 20_000 });
  assert.equal(unread.account, null);
  assert.ok(unread.provider.hidesNumbers && await hidesNumbers(without.again), 'nor who could not read it');
  assert.equal(await without.again.offscreen.evaluate(() => left), 0, 'it can be opened from now on');
  assert.equal(await without.popup.command({ type: 'setPhone', phone: { ...unread.phone, forwardTo: '2002' } }), 'storageFailed');
  const { again, popup: back } = await startedAgain(t, without.again, 0);
  await back.registered();
  const found = await back.snapshot();
  assert.equal(found.account.username, account.username);
  assert.equal(found.phone.forwardTo, '2001');
  await until(async () => await hidesNumbers(again) === false, { what: 'numbers to be shown again' });
}, { timeout: 90_000, beside: true });
