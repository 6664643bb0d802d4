// How the card of a call is pressed: twice by habit, by keys, and while something is on its way.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from './lib/runner.mjs';
import { hangUp, LAN, signedInAt } from './lib/provider.mjs';
import { until } from '../pbx/process.mjs';

/** Two presses at one place, as a hand makes them that double-clicks everything. */
async function pressTwice(page, button, gap) {
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await button.boundingBox();
  const [atX, atY] = [x + width / 2, y + height / 2];
  if (gap === 0) return page.mouse.dblclick(atX, atY);
  await page.mouse.click(atX, atY);
  await sleep(gap);
  await page.mouse.click(atX, atY);
}

const refusals = (page) => page.locator('.top .banner-bad').allTextContents();
const focused = (page) => page.evaluate(() => document.activeElement.id);

test('a double-click on Answer answers and does not mute; a press half a second later does', async (t) => {
  const { browser, popup, desk } = await signedInAt(t, 'omicall', { form: null });
  const { page } = popup;
  for (const gap of [0, 80, 300]) {
    await desk.rings(LAN);
    await popup.call('incoming');
    const button = popup.button(browser.messages('answer'));
    const { x, y, width, height } = await button.boundingBox();
    await pressTwice(page, button, gap);
    await popup.call('connected');
    await sleep(500);
    assert.equal((await popup.snapshot()).calls.some(({ muted }) => muted), false, `after ${gap} ms`);
    assert.deepEqual(await refusals(page), []);
    await page.mouse.click(x + width / 2, y + height / 2);
    await popup.when((s) => s.calls.some(({ muted }) => muted), { what: 'muted by a press that is meant' });
    await hangUp(popup);
  }
}, { timeout: 60_000 });

test('a double-click on Call first does not hang up, and one in the history calls once', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  const { page } = popup;
  const say = browser.messages;
  await popup.dial('600');
  await popup.call('connected');
  await popup.press(say('transfer'));
  await page.getByLabel(say('transfer_to')).fill('605');
  await pressTwice(page, popup.button(say('transfer_callFirst')), 90);
  await popup.when((s) => s.calls.filter(({ state }) => state === 'connected').length === 2, { what: 'both calls up' });
  assert.deepEqual(await refusals(page), []);
  for (let i = 0; i < 2; i += 1) {
    await sleep(500);
    await popup.button(say('hang_up')).first().click();
  }
  await popup.quiet();
  for (const gap of [0, 90]) {
    await sleep(500);
    await pressTwice(page, page.locator('.past').first(), gap);
    await popup.call('connected');
    assert.deepEqual(await refusals(page), [], `after ${gap} ms`);
    await hangUp(popup);
  }
}, { timeout: 60_000 });

test('Enter twice hands a call on once, without a refusal above it, and the focus stays with the call', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  const { page } = popup;
  const say = browser.messages;
  await popup.dial('600');
  const { id } = await popup.call('connected');
  await popup.button(say('transfer')).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel(say('transfer_to')).fill('602');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await popup.when((s) => s.calls[0]?.transfer, { what: 'the call being handed on' });
  await page.getByLabel(say('transfer_to')).waitFor({ state: 'detached' });
  await sleep(300);
  assert.deepEqual(await refusals(page), []);
  assert.equal(await focused(page), `call-${id}`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.controls') !== null), true, 'the next key is one of the call');
});

test('after a call that could not be handed on, the next thing is told and the failure goes', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  const { page } = popup;
  const say = browser.messages;
  const failure = say('transfer_failed', '602');
  const spoken = () => page.locator('.sr-only[aria-live="polite"]').last().textContent();
  await popup.dial('600');
  await popup.call('connected');
  await popup.press(say('transfer'));
  await page.getByLabel(say('transfer_to')).fill('602');
  await page.keyboard.press('Enter');
  await popup.when((s) => s.calls[0]?.transfer?.state === 'failed', { what: 'a transfer that failed', timeout: 15_000 });
  await page.locator('.transfer-failed').waitFor();
  assert.ok((await spoken()).includes(failure), 'the failure is spoken');
  await popup.press(say('hold'));
  await popup.when((s) => s.calls[0].held && !s.calls[0].holdPending, { what: 'held' });
  await page.locator('.transfer-failed').waitFor({ state: 'detached' });
  await until(async () => (await spoken()).includes(say('state_held')), { what: 'the hold to be spoken' });
  await popup.press(say('resume'));
  await until(async () => (await spoken()).includes(say('state_connected')), { what: 'the talk to be spoken' });
  assert.ok(!(await spoken()).includes(failure), 'the failure is not repeated');
  await hangUp(popup);
}, { timeout: 60_000 });
