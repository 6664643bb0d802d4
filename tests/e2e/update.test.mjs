// A new version of the extension, and pages that are reloaded: no call is lost by it.
import assert from 'node:assert/strict';
import { openCard, openPainted, pressOnCard } from './lib/card.mjs';
import { test } from './lib/runner.mjs';
import { sleep, until } from '../pbx/process.mjs';

/** What the browser does when it has downloaded a new version. */
const offerUpdate = (browser) => browser.worker.evaluate(() => chrome.runtime.onUpdateAvailable.dispatch({ version: '99.0' }));

const agentId = async (browser) => (await browser.offscreen.target())?.targetId;

test('a new version waits until the call is over, and then the phone is back by itself', async (t) => {
  const { browser, popup } = await t.signedIn({ reloads: true });
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  const before = await agentId(browser);
  await popup.dial('2000');
  await popup.call('connected');
  await ear.hears();
  const since = Date.now();
  await offerUpdate(browser);
  await popup.close();
  // Nothing may happen; the worker may even die and come back in the meantime.
  await sleep(1500);
  await browser.worker.stop();
  await sleep(1500);
  assert.equal(await agentId(browser), before, 'the agent is still the same');
  assert.ok(await ear.longestGap(since) < 500, 'the sound went on');

  await far.hangup();
  await until(async () => {
    const now = await agentId(browser);
    return now && now !== before;
  }, { what: 'the extension to be reloaded and its agent to be there again', timeout: 20_000 });
  const again = await t.popup(browser);
  const { history } = await again.registered();
  assert.equal(history[0].number, '2000', 'the call is in the history');
  assert.equal(history[0].end.cause, 'remoteHungUp');

  const mark = far.mark();
  await again.dial('2000');
  await far.waitForEvent('CALL_ESTABLISHED', { since: mark });
  await again.press('Hang up');
  await again.quiet();
}, { timeout: 90_000 });

test('a new version waits while it rings and while a page of ours is open', async (t) => {
  const { account, browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  const before = await agentId(browser);
  await far.dial(account.username);
  await popup.call('incoming');
  await offerUpdate(browser);
  await sleep(1000);
  await popup.press('Answer');
  await far.waitForEvent('CALL_ESTABLISHED');
  await popup.press('Hang up');
  await popup.quiet();
  await sleep(1000);
  assert.equal(await agentId(browser), before, 'somebody may be typing in the page that is open');
});

test('the popup is reloaded while it rings: it rings on and can be answered', async (t) => {
  const { account, browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.page.reload();
  const again = await t.popup(browser);
  const call = await again.call('incoming');
  assert.equal(call.number, '2000');
  await again.press('Answer');
  await far.waitForEvent('CALL_ESTABLISHED');
  await ear.hears();
  await again.press('Hang up');
  await again.quiet();
});

test('the page is reloaded on which a call was clicked: the call goes on', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pages = await t.pages();
  await t.phone({ user: 'pstn' });
  const page = await openPainted(browser, pages.add('reloaded.html', '<!doctype html><p>0912 345 678</p>'));
  await openCard(page, '0912 345 678');
  await pressOnCard(page, 'Call');
  await popup.call('connected');
  const ear = await t.ear(browser);
  await ear.hears();
  const since = Date.now();
  await page.reload();
  await page.close();
  await sleep(1000);
  assert.ok(await ear.longestGap(since) < 500, 'the sound went on');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});
