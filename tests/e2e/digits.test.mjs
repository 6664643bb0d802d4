// Digits for the far end: behind the number, pasted, by INFO; and calls of supervision, which are dialled by them.
import assert from 'node:assert/strict';
import { openCard, openPainted, pressOnCard } from './lib/card.mjs';
import { test } from './lib/runner.mjs';
import { MIC_HZ, FAR_END_HZ, toneInWav } from './lib/tone.mjs';
import { sleep, until } from '../pbx/process.mjs';

/** Waits until the far end has received exactly these digits. */
async function digitsOf(phone, expected) {
  await until(() => phone.digits().length >= expected.length, { what: `the digits ${expected}; arrived: ${phone.digits()}` });
  await sleep(500);
  assert.equal(phone.digits(), expected);
}

test('digits typed behind a number are sent after the answer, pauses kept', async (t) => {
  const { popup } = await t.signedIn();
  const far = await t.phone({ user: 'pstn', answer: 'auto' });
  await popup.dial('0912 345 678,12#;ext=45');
  await far.waitForEvent('CALL_ESTABLISHED');
  const up = Date.now();
  assert.equal((await popup.call('connected')).postDial, ',12#45', 'what is still to come is shown');
  await digitsOf(far, '12#45');
  const first = far.events.find((event) => event.type === 'CALL_DTMF_START');
  assert.ok(first.at - up >= 2000, `the pause was ${first.at - up} ms`);
  await popup.when((s) => s.calls[0]?.postDial === null);
  await popup.press('Hang up');
  await popup.quiet();
});

test('the digits that a card showed are sent after the answer', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pages = await t.pages();
  const far = await t.phone({ user: 'pstn', answer: 'auto' });
  const url = pages.add('menu.html', '<!doctype html><title>Menu</title><a href="tel:02838881234,,7%23">Hotline</a>');
  const page = await openPainted(browser, url);
  const card = await openCard(page, 'Hotline');
  assert.match(card.text, /Sent after the answer: .*7#/, card.text);
  await pressOnCard(page, 'Call');
  await far.waitForEvent('CALL_ESTABLISHED');
  await digitsOf(far, '7#');
  await popup.press('Hang up');
  await popup.quiet();
});

test('a code that is pasted while the keypad is open is sent without its separators', async (t) => {
  const { browser, popup } = await t.signedIn();
  const far = await t.phone({ user: 'pstn', answer: 'auto' });
  await popup.dial('0912345678');
  await far.waitForEvent('CALL_ESTABLISHED');
  await popup.call('connected');
  await popup.press('Keypad');
  // Copied from a page, as a person does it.
  const pages = await t.pages();
  const source = await browser.openPage(pages.add('code.html', '<!doctype html><input value=" 12-34 56# ">'));
  await source.locator('input').focus();
  for (const key of ['ControlOrMeta+A', 'ControlOrMeta+C']) await source.keyboard.press(key);
  await source.close();
  await popup.page.bringToFront();
  await popup.page.keyboard.press('ControlOrMeta+V');
  await digitsOf(far, '123456#');
  await popup.press('Hang up');
  await popup.quiet();
});

test('an account that wants INFO sends each key in an INFO of its own', async (t) => {
  const { popup } = await t.signedIn({ account: { dtmf: 'info' } });
  const pbx = await t.pbx();
  const far = await t.phone({ user: 'pstn', answer: 'auto' });
  await popup.dial('0912345678,5*');
  await far.waitForEvent('CALL_ESTABLISHED');
  for (const signal of ['5', '\\*']) {
    const info = await pbx.trace.waitFor({ since: t.since, method: 'INFO', direction: 'in', proto: 'ws', where: (m) => new RegExp(`Signal=${signal}`).test(m.text ?? m.body) });
    assert.match(info.text ?? '', /application\/dtmf-relay/);
  }
  await digitsOf(far, '5*');
  await popup.press('Hang up');
  await popup.quiet();
});

test('who listens to an extension is dialled by the account’s code and is not heard', async (t) => {
  // The code and the extension make a number that the gateway takes.
  const { browser, popup } = await t.signedIn({ account: { supervision: { monitor: '0912' } } });
  const pbx = await t.pbx();
  const far = await t.phone({ user: 'pstn', answer: 'auto' });
  const ear = await t.ear(browser, FAR_END_HZ);
  await popup.page.getByRole('combobox', { name: 'Kind of call' }).selectOption({ label: 'Listen only' });
  await popup.dial('345678');
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.match(invite.uri, /^sip:0912345678@/);
  await far.waitForEvent('CALL_ESTABLISHED');
  await ear.hears({ seconds: 1 });
  const call = await popup.call('connected');
  assert.equal(call.kind, 'monitor');
  assert.equal(call.number, '345678');
  assert.equal(call.muted, true);
  await sleep(1500);
  await popup.press('Hang up');
  await popup.quiet();
  const heard = toneInWav(far.heard(), MIC_HZ);
  assert.ok(heard.toneSeconds < 0.1, `nothing of us arrived: ${JSON.stringify(heard)}`);
});
