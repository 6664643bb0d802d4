// Handing calls on: blind and attended, and what becomes of the call when that fails.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { MIC_HZ, toneInWav, waitForTone } from './lib/tone.mjs';
import { until } from '../pbx/process.mjs';

const SECOND_HZ = 700;

/** Calls the phone and waits until it is heard. */
async function callUp(t, browser, popup, far) {
  const ear = await t.ear(browser);
  await popup.dial(far.user);
  await far.waitForEvent('CALL_ESTABLISHED');
  const call = await popup.call('connected');
  await ear.hears();
  return call;
}

/** Opens the panel of the only call and types whom it goes to. */
async function transferTo(popup, target) {
  await popup.press('Transfer');
  await popup.page.getByLabel('Transfer the call to').fill(target);
}

test('Transfer now: the third phone rings, answers, and the two talk with each other without us', async (t) => {
  const { browser, popup } = await t.signedIn();
  const second = await t.phone({ user: '2000' });
  const third = await t.phone({ user: '2001', answer: 'manual', source: `sine${SECOND_HZ}` });
  await callUp(t, browser, popup, second);
  await transferTo(popup, '2001');
  await popup.press('Transfer now');

  await third.waitForEvent('CALL_INCOMING');
  await popup.when((s) => ['trying', 'ringing'].includes(s.calls[0]?.transfer?.state), { what: 'a transfer under way' });
  assert.equal((await popup.snapshot()).calls[0].state, 'connected', 'the call stays until the other one has answered');
  await third.accept();
  await popup.quiet();
  await popup.says('transfer_done', { values: ['2001'] });
  assert.equal((await popup.snapshot()).calls[0].transfer.state, 'done');

  await until(() => toneInWav(third.heard(), 440).toneSeconds >= 1, { what: 'the third to hear the second' });
  await until(() => toneInWav(second.heard(), SECOND_HZ).toneSeconds >= 1, { what: 'the second to hear the third' });
  await third.hangupAll();
});

test('the third phone is busy: the call is still here, says why, and can be held, resumed and talked in', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const second = await t.phone({ user: '2000' });
  await callUp(t, browser, popup, second);
  const { callId } = pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in' }).at(-1);
  await transferTo(popup, '9486');
  await popup.press('Transfer now');
  const failed = await popup.when((s) => s.calls[0]?.transfer?.state === 'failed', { what: 'a transfer that failed', timeout: 15_000 });
  assert.equal(failed.calls[0].state, 'connected');
  assert.equal(failed.calls[0].transfer.code, 486);
  await popup.says('transfer_busy');

  await popup.press('Hold');
  await popup.when((s) => s.calls[0].held && !s.calls[0].holdPending, { what: 'held' });
  await popup.press('Resume');
  await popup.when((s) => !s.calls[0].held && !s.calls[0].holdPending, { what: 'resumed' });
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  await popup.press('Hang up');
  await second.waitForEvent('CALL_CLOSED');
});

test('what cannot be dialled is not asked of the far end; Esc puts the panel away', async (t) => {
  const { browser, popup } = await t.signedIn();
  const second = await t.phone({ user: '2000' });
  await callUp(t, browser, popup, second);
  await transferTo(popup, 'nobody');
  await popup.page.keyboard.press('Enter');
  await popup.says('dial_invalid');
  assert.equal((await popup.snapshot()).calls[0].transfer, null);
  await popup.page.keyboard.press('Escape');
  await popup.page.getByLabel('Transfer the call to').waitFor({ state: 'detached' });
  await popup.press('Hang up');
  await second.waitForEvent('CALL_CLOSED');
});
