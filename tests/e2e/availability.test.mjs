// Whether calls may come and go, by the menu at the top of the popup.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';

/** Opens the menu with the keyboard and chooses by name. */
async function choose(popup, key) {
  await popup.button(popup.browser.messages('availability')).focus();
  await popup.page.keyboard.press('ArrowDown');
  const item = popup.page.getByRole('menuitemradio', { name: popup.browser.messages(key) });
  await item.click();
  await popup.page.getByRole('menu').waitFor({ state: 'detached' });
}

test('Do not disturb: the caller hears busy, nothing rings, and the call stands in the list as missed', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000', name: 'Nguyễn Văn A' });
  await browser.notifications.record();
  await choose(popup, 'availability_busy');
  await popup.when((s) => s.phone.availability === 'busy');
  await popup.page.locator('.who-state', { hasText: browser.messages('availability_busy') }).waitFor();

  await far.dial(account.username);
  const closed = await far.waitForEvent('CALL_CLOSED');
  assert.match(closed.param, /^486/);
  const { history, calls } = await popup.when((s) => s.history[0]?.end);
  assert.equal(history[0].end.cause, 'missed');
  assert.deepEqual(calls, []);
  await popup.page.getByText(browser.messages('history_missed')).first().waitFor();
  const shown = await browser.notifications.shown();
  assert.ok(!shown.some((n) => n.title === browser.messages('notify_incoming_title')), 'nothing rang');

  await choose(popup, 'availability_available');
  await popup.when((s) => s.phone.availability === 'available');
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Decline');
});

test('Inactive signs off and outlives the browser; calls are refused with the way back', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  await choose(popup, 'availability_inactive');
  await popup.when((s) => s.registration.state === 'inactive');
  const bye = await pbx.trace.waitFor({ since: t.since, method: 'REGISTER', proto: 'ws', direction: 'in', where: (m) => /expires=0\b/.test(m.header('contact') ?? '') });
  assert.ok(bye);
  await popup.dial('0912345678');
  await popup.says('refusal_inactive');

  const again = await t.restart(browser);
  const after = await t.popup(again);
  await after.when((s) => s.ready && s.registration.state === 'inactive');
  await choose(after, 'availability_available');
  await after.registered();
});

test('every call is sent on while the header says so', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  const other = await t.phone({ user: '2001', answer: 'manual' });
  const far = await t.phone({ user: '2000' });
  const options = await browser.openOptions();
  await options.getByLabel(browser.messages('calls_forward')).fill('2001');
  await options.locator('#calls').getByRole('button', { name: browser.messages('calls_forward_save') }).click();
  await popup.when((s) => s.phone.forwardTo === '2001');
  await popup.page.getByText(browser.messages('forwarding_on', '2001')).waitFor();

  await far.dial(account.username);
  await other.waitForEvent('CALL_INCOMING');
  await popup.when((s) => s.history[0]?.end?.cause === 'forwarded');
  await far.hangup();
  await popup.press(browser.messages('forwarding_stop'));
  await popup.when((s) => !s.phone.forwardTo);
});
