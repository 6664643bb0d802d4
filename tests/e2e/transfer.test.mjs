// Handing calls on: blind and attended, and what becomes of the call when that fails.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { MIC_HZ, PEOPLE_HZ, toneInWav, waitForTone } from './lib/tone.mjs';
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

/** Another person at a browser of their own, whose far end is heard. */
async function person(t, micHz) {
  const { account, browser, popup } = await t.signedIn({ micHz });
  await popup.withoutEchoCanceller();
  return { user: account.username, browser, popup, micHz };
}

/** `one` calls `other`, who answers. */
async function talk(one, other) {
  await one.popup.dial(other.user);
  await other.popup.call('incoming');
  await other.popup.press('Answer');
  await other.popup.call('connected');
  await one.popup.when((s) => s.calls.some((c) => c.state === 'connected' && c.number === other.user), { what: 'the call to be up' });
}

test('attended: first spoken with, then connected; the third one’s call goes on with the second without ringing, and all of ours end', async (t) => {
  const pbx = await t.pbx();
  const us = await person(t, PEOPLE_HZ[0]);
  const second = await person(t, PEOPLE_HZ[1]);
  const third = await person(t, PEOPLE_HZ[2]);
  await talk(us, second);
  await us.popup.press('Transfer');
  await us.popup.page.getByLabel('Transfer the call to').fill(third.user);
  await us.popup.press('Call first');
  await third.popup.call('incoming');
  await third.popup.press('Answer');
  await us.popup.when((s) => s.calls.filter((c) => c.state === 'connected').length === 2 && s.calls.some((c) => c.held), { what: 'the second held, the third spoken with' });
  const before = await third.popup.call('connected');

  await us.popup.press('Connect them and leave');
  const asked = await second.popup.when((s) => s.calls[0]?.transferRequest, { what: 'the second to be asked' });
  assert.match(asked.calls[0].transferRequest, new RegExp(`^${third.user}(@|$)`));
  assert.equal(pbx.trace.find({ since: t.since, method: 'INVITE', where: (m) => m.header('replaces') !== null }).length, 0, 'nobody is called before the consent');
  await second.popup.press('Connect me');
  await us.popup.quiet();
  await us.popup.says('transfer_done', { values: [third.user] });

  const after = await third.popup.when((s) => s.calls.some((c) => c.state === 'connected' && c.number === second.user), { what: 'the third’s call to go on with the second' });
  const call = after.calls.find((c) => c.state === 'connected');
  assert.equal(call.id, before.id, 'the same call for the person');
  assert.equal(call.answeredAt, before.answeredAt);
  await second.popup.when((s) => s.calls.filter((c) => c.state === 'connected').length === 1, { what: 'the second with the third alone' });
  for (const [one, other] of [[second, third], [third, second]]) await (await t.ear(one.browser, other.micHz)).hears({ seconds: 0.2 });
  await second.popup.button('Hang up').click();
  await third.popup.quiet();
});

test('the far end asks us to call somebody else: refused, nobody is called; agreed, we are connected and the far end leaves', async (t) => {
  const { account, browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  const third = await t.phone({ user: '2001', source: `sine${SECOND_HZ}` });
  await callUp(t, browser, popup, far);
  await far.command('transfer', `sip:2001@${pbx.domain}`);
  await popup.when((s) => s.calls.some((c) => c.transferRequest === '2001'), { what: 'the question' });
  await popup.press('No');
  await pbx.trace.waitFor({ since: t.since, method: 'NOTIFY', where: (m) => /^SIP\/2.0 603/m.test(m.text) });
  assert.equal(third.events.some((e) => e.type === 'CALL_INCOMING'), false, 'nobody was called');
  // baresip 1.0 hangs up by itself when what it asked for is refused.
  await popup.quiet();

  await popup.dial(far.user);
  await popup.call('connected');
  await far.command('transfer', `sip:2001@${pbx.domain}`);
  await popup.when((s) => s.calls.some((c) => c.transferRequest === '2001'), { what: 'the question again' });
  await popup.press('Connect me');
  await third.waitForEvent('CALL_ESTABLISHED');
  const invite = pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in', where: (m) => m.uri.includes('2001') }).at(-1);
  assert.match(invite.header('referred-by') ?? '', /2000@/, account.username);
  await (await t.ear(browser, SECOND_HZ)).hears();
  await popup.when((s) => s.calls.filter((c) => c.state === 'connected').length === 1, { what: 'the far end to have left' });
  await third.hangup();
  await popup.quiet();
});

test('a call that rings is declined on all devices (603), another one is forwarded: the caller is sent to the other phone', async (t) => {
  const { account, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  const other = await t.phone({ user: '2001' });
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Decline on all devices');
  assert.match((await far.waitForEvent('CALL_CLOSED')).param, /^603/);

  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Forward');
  await popup.page.getByLabel('Forward the call to').fill('2001');
  await popup.press('Forward without answering');
  await popup.says('transfer_done', { values: ['2001'] });
  const moved = await pbx.trace.waitFor({ since: t.since, status: 302, proto: 'udp', direction: 'out' });
  assert.equal(moved.header('contact'), `<sip:2001@${pbx.domain}>`);
  assert.equal(moved.header('diversion'), `<sip:${account.username}@${pbx.domain}>;reason=deflection`);
  await other.waitForEvent('CALL_ESTABLISHED');
  assert.equal((await popup.snapshot()).missed, 0);
  await far.hangupAll();
});
