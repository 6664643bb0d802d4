// Three talk together: the browser mixes, so what each far end is sent is measured at rtpengine.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { MIC_HZ, goertzel } from './lib/tone.mjs';
import { sleep, until } from '../pbx/process.mjs';

const FIRST_HZ = 440;
const SECOND_HZ = 700;

/** Of the last seconds that the browser sent in a call: the part of the time in which each tone is in it. */
function sentTo(pbx, callId, tones, seconds = 1.5) {
  const { rate, start, samples } = pbx.media.from('browser', callId);
  const size = Math.round(rate * 0.05);
  // rtpengine writes in blocks, so the last half second may not be in the file yet.
  const end = Math.min(samples.length, Math.round(((Date.now() - 500 - start) * rate) / 1000));
  const count = Math.round(seconds / 0.05);
  const windows = [];
  for (let at = end - count * size; at >= 0 && at + size <= end; at += size) windows.push(samples.subarray(at, at + size));
  // Where nothing was sent there is no window: counted as silence.
  const part = (hz) => windows.filter((window) => {
    const { share, rms } = goertzel(window, rate, hz);
    return rms > 0.005 && share > 0.15;
  }).length / count;
  return Object.fromEntries(tones.map((hz) => [hz, part(hz)]));
}

/** Two calls that are up; the first is held. */
async function twoCalls(t) {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const first = await t.phone({ user: '2000', source: `sine${FIRST_HZ}` });
  const second = await t.phone({ user: '2001', source: `sine${SECOND_HZ}` });
  await popup.dial('2000');
  await first.waitForEvent('CALL_ESTABLISHED');
  await popup.call('connected');
  await popup.press('Dial another number');
  await popup.dial('2001');
  await second.waitForEvent('CALL_ESTABLISHED');
  await popup.when((s) => s.calls.filter((c) => c.state === 'connected').length === 2 && s.calls.some((c) => c.held), { what: 'one held, one up' });
  const invited = (user) => pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in' })
    .find((m) => m.uri.startsWith(`sip:${user}@`)).callId;
  return { browser, popup, pbx, first, second, calls: { first: invited('2000'), second: invited('2001') } };
}

async function talkTogether(popup) {
  await popup.press('Talk all together');
  await popup.when((s) => s.calls.filter((c) => c.inConference && !c.held && !c.holdPending).length === 2, { what: 'a conference of two calls' });
}

const hears = (pbx, callId, wanted, unwanted) => until(() => {
  const heard = sentTo(pbx, callId, [...wanted, ...unwanted]);
  return wanted.every((hz) => heard[hz] > 0.25) && unwanted.every((hz) => heard[hz] < 0.05) && heard;
}, { what: `${wanted} Hz and not ${unwanted} Hz to be sent in ${callId}`, timeout: 8000, every: 200 });

test('a conference is heard by both: each far end hears our microphone and the other one; split, they no longer hear each other', async (t) => {
  const { browser, popup, pbx, first, second, calls } = await twoCalls(t);
  await talkTogether(popup);
  await popup.says('state_conference');
  await hears(pbx, calls.first, [SECOND_HZ, MIC_HZ], [FIRST_HZ]);
  await hears(pbx, calls.second, [FIRST_HZ, MIC_HZ], [SECOND_HZ]);
  for (const hz of [FIRST_HZ, SECOND_HZ]) await (await t.ear(browser, hz)).hears();

  await popup.press('Only 2001');
  await popup.when((s) => s.calls.some((c) => c.held) && s.calls.every((c) => !c.inConference && !c.holdPending), { what: 'two calls again' });
  await hears(pbx, calls.first, [], [SECOND_HZ, MIC_HZ]);
  await hears(pbx, calls.second, [MIC_HZ], [FIRST_HZ, SECOND_HZ]);
  await Promise.all([first.hangup(), second.hangup()]);
  await popup.quiet();
});

test('muted in a conference, nobody hears us, and the two go on hearing each other', async (t) => {
  const { popup, pbx, first, second, calls } = await twoCalls(t);
  await talkTogether(popup);
  await hears(pbx, calls.first, [SECOND_HZ, MIC_HZ], []);
  await popup.button('Mute').first().click();
  await popup.when((s) => s.calls.every((c) => c.muted), { what: 'muted in both' });
  await hears(pbx, calls.first, [SECOND_HZ], [MIC_HZ]);
  await hears(pbx, calls.second, [FIRST_HZ], [MIC_HZ]);
  await Promise.all([first.hangup(), second.hangup()]);
  await popup.quiet();
});

test('another microphone in mid conference: both still hear us and each other; one leaves, and the other one’s call goes on', async (t) => {
  const { popup, pbx, first, second, calls } = await twoCalls(t);
  await talkTogether(popup);
  await hears(pbx, calls.first, [SECOND_HZ, MIC_HZ], []);
  await popup.page.evaluate(() => new Promise((resolve) => {
    const port = chrome.runtime.connect({ name: 'ui' });
    port.onMessage.addListener((push) => push.type === 'reply' && resolve(push));
    const { audio } = globalThis.__snapshot;
    port.postMessage({ seq: 1, command: { type: 'setAudio', audio: { ...audio, noiseSuppression: !audio.noiseSuppression } } });
  }));
  await sleep(500);
  await hears(pbx, calls.first, [SECOND_HZ, MIC_HZ], []);
  await hears(pbx, calls.second, [FIRST_HZ, MIC_HZ], []);

  await first.hangup();
  await popup.when((s) => s.calls.filter((c) => c.state === 'connected').length === 1 && s.calls.every((c) => !c.inConference), { what: 'a call of two' });
  await hears(pbx, calls.second, [MIC_HZ], [FIRST_HZ]);
  await popup.press('Hang up');
  await second.waitForEvent('CALL_CLOSED');
  assert.equal((await popup.quiet()).calls.some((c) => c.inConference), false);
});
