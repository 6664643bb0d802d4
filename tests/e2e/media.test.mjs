// How a call sounds and how fast it begins: quality, alarms, the prepared connection, the loudspeaker.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from './lib/runner.mjs';
import { FAR_END_HZ, MIC_HZ, writeBursts } from './lib/tone.mjs';
import { sleep, until } from '../pbx/process.mjs';

async function demo(t, options = {}) {
  const sandbox = await t.sandbox();
  const account = sandbox.account();
  const browser = await t.browser({ account, ...options });
  const popup = await t.popup(browser);
  await popup.registered();
  return { sandbox, account, browser, popup };
}

test('a call shows within seconds how it sounds, in bars, words and numbers', async (t) => {
  const { popup } = await demo(t);
  await popup.dial('600');
  await popup.call('connected');
  const snapshot = await popup.when((s) => s.calls[0]?.quality?.codec, { what: 'a measured call' });
  const { quality } = snapshot.calls[0];
  assert.equal(quality.level, 'good', JSON.stringify(quality));
  assert.ok(quality.mos >= 40 && quality.mos <= 45, JSON.stringify(quality));
  assert.equal(quality.lossPercent, 0);
  assert.match(quality.codec, /opus|PCM[AU]|G722/i);
  assert.ok(quality.rttMs !== null && quality.rttMs < 100, `a round trip on this computer: ${quality.rttMs}`);
  await popup.says('quality_good');
  // Nothing is wrong, and nothing may be said to be: long enough for every alarm.
  await sleep(12_000);
  assert.deepEqual((await popup.snapshot()).calls[0].alarms, []);
  await popup.press('Hang up');
  await popup.quiet();
}, { timeout: 60_000 });

test('a microphone that gives nothing but silence is said to be dead', async (t) => {
  const micWav = writeBursts(path.join(t.dir, 'silence.wav'), { amplitude: 0 });
  const { popup } = await demo(t, { micWav });
  await popup.dial('605');
  await popup.call('connected');
  await popup.when((s) => s.calls[0]?.alarms.includes('microphoneSilent'), { what: 'the alarm', timeout: 20_000 });
  await popup.says('alarm_microphoneSilent');
  await popup.press('Mute');
  await popup.when((s) => !s.calls[0]?.alarms.includes('microphoneSilent'), { what: 'no alarm while muted' });
}, { timeout: 60_000 });

test('a far end from which nothing arrives any more is said to be silent', async (t) => {
  const { browser, popup } = await demo(t);
  await browser.offscreen.evaluate(() => {
    // Packets that were received stop being counted: as if none came.
    const real = RTCPeerConnection.prototype.getStats;
    let frozen = null;
    RTCPeerConnection.prototype.getStats = async function stats(...args) {
      const report = await real.apply(this, args);
      const copy = new Map();
      for (const [id, entry] of report) {
        if (entry.type !== 'inbound-rtp') { copy.set(id, entry); continue; }
        frozen ??= entry.packetsReceived;
        copy.set(id, { ...entry, packetsReceived: frozen });
      }
      return copy;
    };
  });
  await popup.dial('605');
  await popup.call('connected');
  await popup.when((s) => s.calls[0]?.alarms.includes('noAudioReceived'), { what: 'the alarm', timeout: 15_000 });
  await popup.says('alarm_noAudioReceived');
}, { timeout: 60_000 });

test('who talks while muted is told so, and no longer when unmuted', async (t) => {
  const { popup } = await demo(t);
  await popup.dial('605');
  await popup.call('connected');
  await popup.press('Mute');
  await popup.when((s) => s.calls[0]?.alarms.includes('talkingWhileMuted'), { what: 'the notice', timeout: 10_000 });
  await popup.says('alarm_talkingWhileMuted');
  await popup.press('Unmute');
  await popup.when((s) => s.calls[0]?.alarms.length === 0, { what: 'no notice' });
});

test('the loudspeaker is silenced apart from the microphone', async (t) => {
  const { browser, popup } = await demo(t);
  const ear = await t.ear(browser, FAR_END_HZ);
  await popup.dial('605');
  await popup.call('connected');
  await ear.hears();
  await popup.press('Sound off');
  await popup.when((s) => s.calls[0]?.speakerMuted && !s.calls[0].muted, { what: 'only the loudspeaker off' });
  const silent = () => browser.offscreen.evaluate(() => [...document.querySelectorAll('audio[data-call]')].every((audio) => audio.muted));
  await until(silent, { what: 'the element to be muted' });
  await popup.press('Sound on');
  await ear.hears({ since: Date.now() });
});

/** Milliseconds from the wish to the INVITE on the socket, and to the microphone being asked for. */
async function wishToInvite(browser, popup, number) {
  await browser.offscreen.evaluate(() => {
    globalThis.__invite = null;
    globalThis.__asked = null;
    if (globalThis.__patched) return;
    globalThis.__patched = true;
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function patched(data) {
      if (typeof data === 'string' && data.startsWith('INVITE')) globalThis.__invite ??= performance.timeOrigin + performance.now();
      return send.call(this, data);
    };
    const open = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = function asked(...args) {
      globalThis.__asked ??= performance.timeOrigin + performance.now();
      return open.apply(this, args);
    };
  });
  const wished = await popup.page.evaluate((to) => {
    const port = chrome.runtime.connect({ name: 'ui' });
    const at = performance.timeOrigin + performance.now();
    port.postMessage({ seq: 1, command: { type: 'dial', number: to, source: 'dialer' } });
    return at;
  }, number);
  const invite = await until(() => browser.offscreen.evaluate(() => globalThis.__invite), { what: 'an INVITE' });
  return invite - wished;
}

/** Milliseconds inside the agent: from its being asked to the INVITE on the socket. The call goes by the worker's way. */
async function askedToInvite(browser, number) {
  const url = browser.url('background.js');
  return browser.offscreen.evaluate(async (to, from) => {
    globalThis.__invite = null;
    const at = performance.timeOrigin + performance.now();
    chrome.runtime.onMessage.dispatch(
      { to: 'agent', type: 'do', command: { type: 'dial', number: to, source: 'dialer' } },
      { id: chrome.runtime.id, url: from, origin: new URL(from).origin }, () => {},
    );
    while (!globalThis.__invite) await new Promise((resolve) => setTimeout(resolve));
    return globalThis.__invite - at;
  }, number, url);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

test('a number in the dialer has the connection ready, so that the INVITE leaves at once', async (t) => {
  const { browser, popup } = await demo(t);
  const ear = await t.ear(browser, MIC_HZ);
  await popup.withoutEchoCanceller();
  const times = { unprepared: [], prepared: [], inside: [] };
  for (let round = 0; round < 5; round += 1) {
    for (const kind of ['unprepared', 'prepared', 'inside']) {
      if (kind !== 'unprepared') {
        await popup.number.fill('600');
        await sleep(600);
      }
      times[kind].push(await (kind === 'inside' ? askedToInvite(browser, '600') : wishToInvite(browser, popup, '600')));
      await popup.call('connected');
      // The microphone that followed is heard: 600 is an echo.
      if (round === 0) await ear.hears({ seconds: 0.2, since: Date.now(), timeout: 15_000 });
      await popup.press('Hang up');
      await popup.quiet();
    }
  }
  for (const [kind, all] of Object.entries(times)) console.log(`wish → INVITE, ms, ${kind}: ${all.map((ms) => ms.toFixed(1)).join(' ')} (median ${median(all).toFixed(1)})`);
  assert.ok(median(times.prepared) < median(times.unprepared), JSON.stringify(times));
  assert.ok(median(times.inside) < 10, 'nothing is waited for between the wish and the INVITE');
}, { timeout: 120_000 });

test('a microphone that is refused after the INVITE has left ends the call and says so', async (t) => {
  const { browser, popup } = await demo(t);
  await browser.offscreen.evaluate(() => {
    MediaDevices.prototype.getUserMedia = async () => { throw new DOMException('no', 'NotAllowedError'); };
  });
  await popup.number.fill('601');
  await sleep(800);
  await popup.press('Call');
  const call = await popup.call('ended');
  assert.equal(call.end.cause, 'noMicrophone');
});

test('a call that rings is answered on a connection made ready, and both are heard', async (t) => {
  const { sandbox, account, browser, popup } = await demo(t);
  const ear = await t.ear(browser, FAR_END_HZ);
  await sandbox.call({ to: account.username, from: '0912345678', name: 'Chị Lan', ring_seconds: 30, then: 'tone' });
  await popup.call('incoming');
  await sleep(500);
  await popup.press('Answer');
  await popup.call('connected');
  await ear.hears();
  await popup.press('Hang up');
  await popup.quiet();
});

test('the codec that the account prefers is the one in use, and digits still go out', async (t) => {
  const pbx = await t.pbx();
  const { popup } = await t.signedIn({ account: { codecs: ['pcma', 'opus'] } });
  const far = await t.phone({ user: '2000', codecs: 'opus,PCMU,PCMA' });
  await popup.dial('2000');
  await popup.call('connected');
  const { calls: [call] } = await popup.when((s) => s.calls[0]?.quality?.codec, { what: 'a measured call' });
  assert.equal(call.quality.codec, 'PCMA');
  const [invite] = pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in' });
  const names = invite.text.split(/\r?\n/).flatMap((line) => /^a=rtpmap:\d+ ([^/]+)/.exec(line)?.[1] ?? []);
  assert.deepEqual([...new Set(names)].slice(0, 2), ['PCMA', 'opus'], names.join(' '));
  assert.ok(names.includes('telephone-event') && !names.includes('PCMU') && !names.includes('G722'), names.join(' '));
  // Forward error correction is what Chromium offers by itself (RFC 7587 §6.1).
  assert.match(invite.text, /a=fmtp:\d+ [^\r\n]*useinbandfec=1/);
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
});

test('codecs are ticked and put in order in the account form, and the next call offers them so', async (t) => {
  const pbx = await t.pbx();
  const { browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000', codecs: 'opus,PCMU,PCMA' });
  const options = await browser.openOptions();
  await options.getByText('More settings').click();
  await options.getByLabel('Opus', { exact: true }).check();
  await options.getByLabel('G.711 A-law (PCMA)', { exact: true }).check();
  await options.getByRole('button', { name: 'Move up: G.711 A-law (PCMA)' }).click();
  if (process.env.ALO_SCREEN) await options.locator('.codecs').locator('xpath=..').screenshot({ path: process.env.ALO_SCREEN });
  if (process.env.ALO_SCREEN) await options.locator('#sound').screenshot({ path: `${process.env.ALO_SCREEN}.sound.png` });
  await options.getByRole('button', { name: 'Sign in', exact: true }).click();
  await popup.when((s) => s.account?.codecs?.join() === 'pcma,opus' && s.registration.state === 'registered', { what: 'the account with its codecs' });
  await popup.dial('2000');
  await popup.call('connected');
  const [invite] = pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in' });
  const names = invite.text.split(/\r?\n/).flatMap((line) => /^a=rtpmap:\d+ ([^/]+)/.exec(line)?.[1] ?? []);
  assert.deepEqual([...new Set(names)].slice(0, 2), ['PCMA', 'opus'], names.join(' '));
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
});
