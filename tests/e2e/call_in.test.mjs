// Calls that come in: notification, answering, declining, missing, a second one.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { MIC_HZ, toneInWav, waitForTone } from './lib/tone.mjs';
import { PopupView } from './lib/popup.mjs';
import { sleep, until } from '../pbx/process.mjs';

const ANSWER = 0;
const DECLINE = 1;

const badge = (browser) => browser.worker.evaluate(() => chrome.action.getBadgeText({}));

/** Signed in and registered, observed from the options page: the popup stays closed. */
async function signedInWithoutPopup(t, options) {
  const { browser, account, popup } = await t.signedIn(options);
  const watcher = await PopupView.observe(browser);
  await popup.close();
  return { browser, account, watcher };
}

test('baresip calls: a notification with Answer and Decline, ringtone and badge; Answer, and both sides hear each other', async (t) => {
  const { browser, account, watcher } = await signedInWithoutPopup(t);
  const far = await t.phone({ user: '2000', name: 'Nguyễn Văn A' });
  const ear = await t.ear(browser);
  await browser.notifications.record();
  await far.dial(account.username);

  const [id] = await browser.notifications.waitFor(1);
  const [shown] = await browser.notifications.shown();
  assert.equal(shown.title, browser.messages('notify_incoming_title'));
  assert.deepEqual(shown.buttons, [browser.messages('notify_answer'), browser.messages('notify_decline')]);
  assert.match(shown.message, /Nguyễn Văn A/);
  assert.match(shown.message, /2000/);
  assert.notEqual(await badge(browser), '', 'the badge shows that it rings');
  await until(() => browser.offscreen.evaluate(() => {
    const audio = document.querySelector('audio[data-tone="ring"]');
    return audio && !audio.paused && audio.currentTime > 0;
  }), { what: 'the ringtone' });

  await browser.notifications.press(id, ANSWER);
  await far.waitForEvent('CALL_ESTABLISHED');
  await browser.notifications.waitFor(0);
  await ear.hears({ seconds: 1 });
  assert.equal(await browser.offscreen.evaluate(() => document.querySelectorAll('audio[data-tone]').length), 0, 'it no longer rings');
  await watcher.call('connected');
  await sleep(1500);

  await far.hangup();
  await watcher.quiet();
  const heard = toneInWav(far.heard(), MIC_HZ);
  assert.ok(heard.toneSeconds >= 1 && heard.purity > 0.7, `the microphone’s tone arrived: ${JSON.stringify(heard)}`);
  const { history, missed } = await watcher.when((s) => s.history[0]?.end);
  assert.equal(history[0].direction, 'incoming');
  assert.equal(history[0].end.cause, 'remoteHungUp');
  assert.equal(missed, 0);
  assert.equal(await badge(browser), '');
});

test('the caller gives up: the notification goes at once, and a missed call stays in badge and history', async (t) => {
  const { browser, account, watcher } = await signedInWithoutPopup(t);
  const far = await t.phone({ user: '2000' });
  await browser.notifications.record();
  await far.dial(account.username);
  const [id] = await browser.notifications.waitFor(1);
  await far.hangup();
  await until(async () => !(await browser.notifications.all()).includes(id), { what: 'the notification to be gone', timeout: 2000 });
  await watcher.when((s) => s.missed === 1 && s.history[0]?.end?.cause === 'missed', { what: 'a missed call' });
  await until(async () => await badge(browser) === '1', { what: 'the badge to say 1' });
  assert.ok((await browser.notifications.shown()).some((n) => n.title === browser.messages('notify_missed_title')), 'the missed call is notified');

  const popup = await t.popup(browser);
  await popup.page.getByText(browser.messages('history_missed')).first().waitFor();
  await until(async () => await badge(browser) === '', { what: 'the badge to be cleared once the list was seen' });
  assert.equal((await popup.snapshot()).missed, 0);
});

test('answered on another device: the notification goes, and it is no missed call', async (t) => {
  const { browser, account, watcher } = await signedInWithoutPopup(t);
  const pbx = await t.pbx();
  const other = await t.phone({ user: account.username, answer: 'manual' });
  const far = await t.phone({ user: '2000' });
  await far.dial(account.username);
  await browser.notifications.waitFor(1);
  await other.waitForEvent('CALL_INCOMING');
  await other.accept();
  await far.waitForEvent('CALL_ESTABLISHED');
  await browser.notifications.waitFor(0);
  const cancel = await pbx.trace.waitFor({ since: t.since, method: 'CANCEL', proto: 'ws', direction: 'out' });
  assert.match(cancel.header('reason') ?? '', /cause=200/, 'the PBX said why (RFC 3326)');
  const { history, missed } = await watcher.when((s) => s.history[0]?.end);
  assert.equal(history[0].end.cause, 'answeredElsewhere');
  assert.equal(missed, 0);
  assert.equal(await badge(browser), '');
  await far.hangupAll();
});

test('Decline in the notification refuses the call with 486', async (t) => {
  const { browser, account, watcher } = await signedInWithoutPopup(t);
  const far = await t.phone({ user: '2000' });
  await far.dial(account.username);
  const [id] = await browser.notifications.waitFor(1);
  await browser.notifications.press(id, DECLINE);
  const closed = await far.waitForEvent('CALL_CLOSED');
  assert.match(closed.param, /^486/);
  await browser.notifications.waitFor(0);
  const { history, missed } = await watcher.when((s) => s.history[0]?.end);
  assert.equal(history[0].end.cause, 'declined');
  assert.equal(missed, 0);
});

test('a call can be answered and declined in the popup', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Answer');
  await far.waitForEvent('CALL_ESTABLISHED');
  await ear.hears();
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await popup.quiet();

  const mark = far.mark();
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Decline');
  const closed = await far.waitForEvent('CALL_CLOSED', { since: mark });
  assert.match(closed.param, /^486/);
  await popup.says('end_declined');
});

test('a second call is shown as waiting and can be declined while the first goes on; a third is busy at once', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  const first = await t.phone({ user: '2000' });
  const second = await t.phone({ user: '2001', source: 'sine700' });
  const third = await t.phone({ user: '2002', source: 'sine900' });
  const ear = await t.ear(browser);
  await first.dial(account.username);
  await popup.call('incoming');
  await popup.press('Answer');
  await popup.call('connected');
  await ear.hears();
  const since = Date.now();

  await second.dial(account.username);
  const waiting = await popup.call('incoming');
  assert.equal(waiting.waiting, true);
  await popup.says('state_waiting');
  await third.dial(account.username);
  const refused = await third.waitForEvent('CALL_CLOSED');
  assert.match(refused.param, /^486/, 'two calls at most');
  assert.equal((await popup.snapshot()).calls.filter((c) => c.state !== 'ended').length, 2);

  await popup.press('Decline');
  const declined = await second.waitForEvent('CALL_CLOSED');
  assert.match(declined.param, /^486/);
  await sleep(300);
  assert.equal((await popup.snapshot()).calls.filter((c) => c.state === 'connected').length, 1);
  assert.ok(await ear.longestGap(since) < 500, 'the first call was heard all the time');
  await popup.press('Hang up');
  await first.waitForEvent('CALL_CLOSED');
});

test('answering the waiting call holds the first; each is heard when it is the active one', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const first = await t.phone({ user: '2000' });
  const second = await t.phone({ user: '2001', source: 'sine700' });
  const ear = await t.ear(browser);
  await first.dial(account.username);
  await popup.call('incoming');
  await popup.press('Answer');
  await ear.hears();

  await second.dial(account.username);
  await popup.call('incoming');
  await popup.press('Answer');
  await second.waitForEvent('CALL_ESTABLISHED');
  await popup.when((s) => s.calls.some((c) => c.held) && s.calls.some((c) => c.state === 'connected' && !c.held), { what: 'one held, one up' });
  await ear.falls();
  const earTwo = await t.ear(browser, 700);
  await earTwo.hears();
  const { callId } = pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'out' }).at(-1);
  await waitForTone(pbx, 'browser', callId, MIC_HZ);

  await second.hangup();
  await popup.when((s) => s.calls.filter((c) => c.state === 'connected').length === 1, { what: 'the first alone' });
  await popup.press('Resume');
  const earOne = await t.ear(browser);
  await earOne.hears();
  await popup.press('Hang up');
  await first.waitForEvent('CALL_CLOSED');
});

test('a caller’s name with markup and control characters is shown as harmless text', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  await browser.notifications.record();
  const far = await t.phone({ user: '2000', name: '<img src=x onerror=alert(1)>' });
  await far.dial(account.username);
  const call = await popup.call('incoming');
  assert.doesNotMatch(call.name ?? '', /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
  await popup.page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  assert.equal(await popup.page.locator('img[src="x"]').count(), 0);
  await far.hangup();
  await popup.quiet();
});
