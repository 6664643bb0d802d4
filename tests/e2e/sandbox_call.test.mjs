// The demo as a person gets it by `./build.sh run`: the sandbox PBX, its page, its numbers.
import assert from 'node:assert/strict';
import { clickText, openPainted, pressOnCard, waitForCard } from './lib/card.mjs';
import { test } from './lib/runner.mjs';
import { FAR_END_HZ, MIC_HZ, PEOPLE_HZ } from './lib/tone.mjs';
import { until } from '../pbx/process.mjs';

async function demo(t, user, options) {
  const sandbox = await t.sandbox();
  const account = sandbox.account(user);
  const browser = await t.browser({ account, ...options });
  const popup = await t.popup(browser);
  await popup.registered();
  return { sandbox, account, browser, popup };
}

test('one click on the demo page, and you hear yourself', async (t) => {
  const { sandbox, browser, popup } = await demo(t);
  const page = await openPainted(browser, sandbox.ready.http, { numbers: 3 });
  await popup.withoutEchoCanceller();
  const ear = await t.ear(browser, MIC_HZ);
  await clickText(page, await firstNumber(page));
  await waitForCard(page);
  await pressOnCard(page, 'Call');
  await popup.call('connected', { timeout: 15_000 });
  await ear.hears({ seconds: 0.2, timeout: 15_000 });
  await popup.press('Hang up');
  await popup.quiet();
});

/** The text of the first number that is painted on the page and in view. */
async function firstNumber(page) {
  return page.evaluate(() => {
    for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get('alo-number')) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const box = range.getBoundingClientRect();
      if (startContainer === endContainer && box.width > 0 && box.top >= 0 && box.bottom < innerHeight) return range.toString();
    }
    return null;
  });
}

test('605 plays 440 Hz; the microphone is open during the call only', async (t) => {
  const { browser, popup } = await demo(t);
  const ear = await t.ear(browser, FAR_END_HZ);
  await browser.offscreen.evaluate(() => {
    globalThis.__tracks = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      globalThis.__tracks.push(...stream.getTracks());
      return stream;
    };
  });
  const microphones = () => browser.offscreen.evaluate(() => globalThis.__tracks.map((track) => track.readyState));
  await popup.dial('605');
  await popup.call('connected');
  await ear.hears({ seconds: 1 });
  assert.deepEqual(await microphones(), ['live']);
  await popup.press('Hang up');
  await popup.quiet();
  await until(() => browser.offscreen.evaluate(() => document.querySelectorAll('audio[data-call]').length === 0), { what: 'the call’s audio to be gone' });
  await until(async () => (await microphones()).every((state) => state === 'ended'), { what: 'the microphone to be closed' });
});

test('604 is heard before it answers', async (t) => {
  const { browser, popup } = await demo(t);
  const ear = await t.ear(browser, 425);
  await popup.dial('604');
  await popup.call('earlyMedia');
  await ear.hears();
  assert.ok((await popup.snapshot()).calls.some((c) => c.state === 'earlyMedia'), 'it was heard before the answer');
  await popup.call('connected', { timeout: 15_000 });
  await popup.press('Hang up');
  await popup.quiet();
});

for (const [number, cause] of [['602', 'busy'], ['603', 'rejected'], ['606', 'mediaFailed'], ['607', 'notFound'], ['609', 'noAnswer']]) {
  test(`${number} ends with the cause «${cause}»`, async (t) => {
    const { popup } = await demo(t);
    await popup.dial(number);
    const call = await popup.call('ended', { timeout: 15_000 });
    assert.equal(call.end.cause, cause);
    await popup.says(`end_${cause}`);
  });
}

test('601 rings until one gives up', async (t) => {
  const { browser, popup } = await demo(t);
  await popup.dial('601');
  await popup.call('ringing');
  await until(() => browser.offscreen.evaluate(() => Boolean(document.querySelector('audio[data-tone="ringback"]'))), { what: 'the ringback tone' });
  await popup.press('Hang up');
  await popup.quiet();
  assert.equal(await browser.offscreen.evaluate(() => document.querySelectorAll('audio').length), 0, 'nothing sounds any more');
});

test('611 puts us on hold and takes us back', async (t) => {
  const { browser, popup } = await demo(t);
  const ear = await t.ear(browser, FAR_END_HZ);
  await popup.dial('611');
  await popup.call('connected');
  await ear.hears();
  await popup.when((s) => s.calls[0]?.remoteHeld, { what: 'held', timeout: 8000 });
  await popup.when((s) => s.calls[0] && !s.calls[0].remoteHeld, { what: 'taken back', timeout: 8000 });
  await ear.hears();
  await popup.press('Hang up');
  await popup.quiet();
});

test('the sandbox calls us; we answer and hear it', async (t) => {
  const { sandbox, account, browser, popup } = await demo(t);
  const ear = await t.ear(browser, FAR_END_HZ);
  await sandbox.call({ to: account.username, from: '0912345678', name: 'Chị Lan', ring_seconds: 30, then: 'tone' });
  const call = await popup.call('incoming');
  assert.equal(call.number, '0912345678');
  assert.equal(call.name, 'Chị Lan');
  await popup.press('Answer');
  await popup.call('connected');
  await ear.hears();
  await popup.press('Hang up');
  await popup.quiet();
});

test('two browsers call each other', async (t) => {
  const [ones, twos] = PEOPLE_HZ;
  const one = await demo(t, '1001', { micHz: ones });
  const two = await demo(t, '1002', { micHz: twos });
  const earOne = await t.ear(one.browser, twos);
  const earTwo = await t.ear(two.browser, ones);
  await one.popup.dial('1002');
  await two.popup.call('incoming');
  await two.popup.press('Answer');
  await one.popup.call('connected');
  await two.popup.call('connected');
  await earOne.hears({ seconds: 0.2 });
  await earTwo.hears({ seconds: 0.2 });
  await two.popup.press('Hang up');
  await one.popup.quiet();
  assert.equal((await one.popup.snapshot()).history[0].end.cause, 'remoteHungUp');
}, { timeout: 90_000 });
