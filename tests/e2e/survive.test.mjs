// What must not end a call, and what must come back by itself.
import assert from 'node:assert/strict';
import { clickText, openCard, openPainted, pressOnCard } from './lib/card.mjs';
import { test } from './lib/runner.mjs';
import { MIC_HZ, toneInCall, waitForTone } from './lib/tone.mjs';
import { sleep, until } from '../pbx/process.mjs';

test('Kamailio is killed and restarted in mid call: the sound goes on, registration returns by itself, hanging up still works', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  await popup.dial('2000');
  await popup.call('connected');
  await ear.hears();
  const { callId } = pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in' })[0];
  await waitForTone(pbx, 'browser', callId, MIC_HZ);

  const killed = Date.now();
  await pbx.killKamailio();
  await popup.when((s) => s.registration.state === 'recovering', { what: 'recovering', timeout: 5000 });
  assert.equal((await popup.snapshot()).calls[0].state, 'connected', 'the call is not given up');
  await sleep(2000);
  await pbx.restartKamailio();
  await popup.registered({ timeout: 35_000 });
  await sleep(1000);
  const until_ = Date.now() - 600;
  assert.ok(await ear.longestGap(killed) < 500, 'the far end was heard all the time');
  const sent = toneInCall(pbx, 'browser', callId, MIC_HZ, killed, until_);
  // The microphone's tone sounds two thirds of the time.
  assert.ok(sent.toneSeconds > sent.seconds * 0.5, `the far end heard us all the time: ${JSON.stringify(sent)}`);

  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await popup.quiet();

  // And it can be called again at its new place.
  const mark = far.mark();
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Answer');
  await far.waitForEvent('CALL_ESTABLISHED', { since: mark });
  await popup.press('Hang up');
  await popup.quiet();
}, { timeout: 90_000 });

test('an account that has worked and is refused at the next start is tried again by itself, and at once by hand', async (t) => {
  const { browser, account } = await t.signedIn();
  const pbx = await t.pbx();
  const { users } = pbx;
  await t.end(browser);
  // As a server that has not yet read its users.
  pbx.users = { ...users, [account.username]: 'not yet' };
  t.defer(() => { pbx.users = users; });
  await pbx.restartKamailio();
  const popup = await t.popup(await t.start(browser));
  const { registration } = await popup.when((s) => s.registration.state === 'failed', { what: 'refused', timeout: 15_000 });
  assert.equal(registration.problem, 'wrongPassword');
  assert.ok(registration.retryAt > Date.now() + 200_000, `the next attempt is minutes away, not: ${registration.retryAt}`);
  await popup.says('problem_wrongPassword');
  pbx.users = users;
  await pbx.restartKamailio();
  await popup.press('Try again');
  await popup.registered();
}, { timeout: 90_000 });

test('the service worker is stopped in mid call: the call goes on and the popup still controls it', async (t) => {
  const { browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  await popup.dial('2000');
  await popup.call('connected');
  await ear.hears();
  await popup.close();
  const since = Date.now();
  await browser.worker.stop();
  assert.equal(await browser.worker.isRunning(), false, 'the worker is gone');
  await sleep(2000);
  assert.ok(await ear.longestGap(since) < 500, 'the sound went on');

  const again = await t.popup(browser);
  await again.call('connected');
  await again.press('Mute');
  await again.when((s) => s.calls[0].muted);
  await browser.worker.stop();
  await again.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await again.quiet();
});

test('a call that comes while the service worker is stopped is notified, and its button works', async (t) => {
  const { browser, account, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  await popup.close();
  await browser.worker.stop();
  assert.equal(await browser.worker.isRunning(), false);
  await far.dial(account.username);
  await until(() => browser.worker.isRunning(), { what: 'the worker to be woken' });
  const [id] = await browser.notifications.waitFor(1);
  await browser.worker.stop();
  assert.equal(await browser.worker.isRunning(), false);
  // The button's event itself wakes the worker in a browser; here the popup's message does.
  const again = await t.popup(browser);
  await again.call('incoming');
  assert.deepEqual(await browser.notifications.all(), [id], 'a worker that starts anew keeps what is shown');
  await browser.notifications.press(id, 0);
  await far.waitForEvent('CALL_ESTABLISHED');
  await browser.notifications.waitFor(0);
  await again.press('Hang up');
  await again.quiet();
});

test('a card that was opened before the service worker died still calls', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pages = await t.pages();
  const far = await t.phone({ user: 'pstn' });
  const page = await openPainted(browser, pages.add('worker.html', '<!doctype html><p>0912 345 678</p>'));
  await openCard(page, '0912 345 678');
  await browser.worker.stop();
  await pressOnCard(page, 'Call');
  await far.waitForEvent('CALL_ESTABLISHED');
  await popup.press('Hang up');
  await popup.quiet();
});

test('the server is down when the browser starts: the phone registers by itself when it is back', async (t) => {
  const pbx = await t.pbx();
  const account = await t.account();
  await pbx.killKamailio();
  const browser = await t.browser({ account });
  const popup = await t.popup(browser);
  await popup.when((s) => ['connecting', 'recovering'].includes(s.registration.state) && s.registration.problem, { what: 'a problem with the connection' });
  await pbx.restartKamailio();
  await popup.registered({ timeout: 35_000 });
}, { timeout: 90_000 });

test('the browser is restarted: account, history and registration come back', async (t) => {
  const { browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  await popup.dial('2000');
  await popup.call('connected');
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await popup.when((s) => s.history[0]?.end);
  const later = await t.restart(browser);
  const again = await t.popup(later);
  const { history, account } = await again.registered();
  assert.equal(account.username, browser.account.username);
  assert.equal(history.length, 1);
  assert.equal(history[0].number, '2000');
});

test('the browser dies in mid call: after the restart the call is closed in the history', async (t) => {
  const { browser, popup } = await t.signedIn();
  await t.phone({ user: '2000' });
  await popup.dial('2000');
  await popup.call('connected');
  const later = await t.restart(browser, { crash: true });
  const again = await t.popup(later);
  const { history, calls } = await again.registered();
  assert.equal(calls.length, 0);
  assert.equal(history.length, 1);
  assert.ok(history[0].answeredAt);
  assert.ok(history[0].end, 'it does not stay open for ever');
});

test('a page that was open while the extension was reloaded throws nothing and does not dial', async (t) => {
  const { browser } = await t.signedIn();
  const pages = await t.pages();
  const pbx = await t.pbx();
  const page = await openPainted(browser, pages.add('orphan.html', '<!doctype html><p>0912 345 678</p>'));
  await browser.worker.evaluate(() => { setTimeout(() => chrome.runtime.reload(), 0); }).catch(() => {});
  await sleep(1500);
  await clickText(page, '0912 345 678');
  await sleep(500);
  assert.equal(pbx.trace.find({ since: t.since, method: 'INVITE' }).length, 0);
});

test('a phone whose program could not be read when the browser started is there a moment after it can', async (t) => {
  const account = await t.account();
  const browser = await t.browser({ account, unreadable: 'wasm/agent_bg.wasm' });
  await browser.offscreen.session();
  await until(() => browser.complaints.some((line) => /Failed to fetch/.test(line)), { what: 'the program not to be found' });
  browser.canRead();
  const popup = await t.popup(browser);
  await popup.registered();
  // What could not be read was told, and is no fault of the extension's.
  browser.complaints.length = 0;
  await t.phone({ user: '2000' });
  await popup.dial('2000');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
}, { timeout: 60_000 });
