// Which microphone, loudspeaker and ring are used, and that a choice takes effect at once.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { MIC_HZ } from './lib/tone.mjs';
import { sleep, until } from '../pbx/process.mjs';

async function demo(t) {
  const sandbox = await t.sandbox();
  const account = sandbox.account();
  const browser = await t.browser({ account });
  const popup = await t.popup(browser);
  await popup.registered();
  return { sandbox, account, browser, popup };
}

test('another microphone and loudspeaker are used at once, in the middle of a call, and mute stays', async (t) => {
  const { sandbox, account, browser, popup } = await demo(t);
  await browser.offscreen.evaluate(() => {
    globalThis.__asked = [];
    const open = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = function asked(wish) {
      globalThis.__asked.push(wish.audio);
      return open.call(this, wish);
    };
  });
  await popup.dial('605');
  await popup.call('connected');
  await popup.press('Mute');
  const options = await browser.openOptions();
  const choose = async (label, at) => {
    const list = options.getByLabel(label, { exact: true });
    await until(async () => (await list.locator('option').count()) > at, { what: `devices for «${label}»` });
    const id = await list.locator('option').nth(at).getAttribute('value');
    assert.ok((await list.locator('option').nth(at).innerText()).length > 3, 'a device has a name');
    await list.selectOption(id);
    return id;
  };
  const microphone = await choose('Microphone for calls', 1);
  await popup.when((s) => s.audio.microphone === microphone, { what: 'the microphone to be chosen' });
  await until(() => browser.offscreen.evaluate((id) => globalThis.__asked.some((audio) => audio.deviceId?.ideal === id), microphone), { what: 'the microphone to be opened' });
  const speaker = await choose('Loudspeaker for calls', 1);
  await until(() => browser.offscreen.evaluate((id) => [...document.querySelectorAll('audio[data-call]')].every((audio) => audio.sinkId === id), speaker), { what: 'the sound on the loudspeaker' });
  await options.getByLabel('Remove background noise').click();
  await until(() => browser.offscreen.evaluate(() => globalThis.__asked.at(-1).noiseSuppression === false), { what: 'no noise suppression' });
  assert.ok((await popup.call('connected')).muted, 'mute survives the change');
  await options.getByLabel('Loudness of the ring').fill('35');
  await popup.when((s) => s.audio.ringVolume === 35, { what: 'the ring’s loudness' });
  await popup.press('Hang up');
  await popup.quiet();
  // It rings as loud as was chosen.
  await sandbox.call({ to: account.username, from: '0912345678', name: 'Lan', ring_seconds: 10, then: 'tone' });
  await popup.call('incoming');
  const volume = await until(() => browser.offscreen.evaluate(() => document.querySelector('audio[data-tone="ring"]')?.volume ?? null), { what: 'the ring' });
  assert.ok(Math.abs(volume - 0.35) < 0.01, `${volume}`);
}, { timeout: 60_000 });

/** Every microphone that is opened from now on is in `__tracks`. */
const keepTracks = (browser) => browser.offscreen.evaluate(() => {
  globalThis.__tracks = [];
  const open = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function opened(wish) {
    const stream = await open.call(this, wish);
    globalThis.__tracks.push(...stream.getAudioTracks());
    return stream;
  };
});

test('a microphone that is gone in the middle of a call gives way to another one', async (t) => {
  const { browser, popup } = await demo(t);
  await keepTracks(browser);
  await popup.dial('605');
  await popup.call('connected');
  await until(() => browser.offscreen.evaluate(() => globalThis.__tracks.length === 1), { what: 'the microphone' });
  // The fake devices cannot be unplugged: the track ends and the browser says that devices changed.
  await browser.offscreen.evaluate(() => {
    globalThis.__tracks[0].stop();
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await until(() => browser.offscreen.evaluate(() => globalThis.__tracks.length === 2 && globalThis.__tracks[1].readyState === 'live'), { what: 'another microphone' });
  await popup.press('Hang up');
  await popup.quiet();
  await until(() => browser.offscreen.evaluate(() => globalThis.__tracks.every((track) => track.readyState === 'ended')), { what: 'every microphone closed' });
});

test('a microphone that is blocked in the middle of a call and allowed again is opened anew', async (t) => {
  const { browser, popup } = await demo(t);
  await keepTracks(browser);
  const states = () => browser.offscreen.evaluate(() => globalThis.__tracks.map((track) => track.readyState));
  await popup.dial('605');
  await popup.call('connected');
  await until(async () => (await states())[0] === 'live', { what: 'the microphone' });
  await browser.setMicrophone('denied');
  await until(async () => (await states())[0] === 'ended', { what: 'the microphone blocked' });
  await browser.setMicrophone('granted');
  await until(async () => (await states())[1] === 'live', { what: 'the microphone opened anew' });
  await popup.press('Hang up');
  await popup.quiet();
  await until(async () => (await states()).every((state) => state === 'ended'), { what: 'every microphone closed' });
});

test('my voice can be sent softer or louder, at once, and mute stays', async (t) => {
  const { browser, popup } = await demo(t);
  const ear = await t.ear(browser, MIC_HZ);
  const level = async () => {
    await ear.hears({ seconds: 0.2, since: Date.now(), timeout: 15_000 });
    const rows = (await ear.log()).slice(-15).filter((row) => row.share > 0.7);
    return Math.max(...rows.map((row) => row.rms));
  };
  await popup.withoutEchoCanceller();
  // 600 is an echo: what is heard is what was sent.
  await popup.dial('600');
  await popup.call('connected');
  const options = await browser.openOptions();
  await options.getByLabel('Even out my loudness').click();
  await sleep(2500);
  const full = await level();
  const loudness = options.getByLabel('Loudness of my voice');
  await loudness.fill('25');
  await popup.when((s) => s.audio.inputVolume === 25, { what: 'a softer voice' });
  await sleep(2500);
  const soft = await level();
  assert.ok(soft < full * 0.5, `softer: ${full} → ${soft}`);
  // Not so loud that the tone of the test is cut off.
  await loudness.fill('150');
  await sleep(2500);
  const loud = await level();
  assert.ok(loud > soft * 3, `louder: ${soft} → ${loud}`);
  await popup.press('Mute');
  await loudness.fill('100');
  await ear.falls({ seconds: 1.5, timeout: 15_000 });
  await popup.press('Hang up');
  await popup.quiet();
}, { timeout: 90_000 });

test('how it rings is chosen by ear', async (t) => {
  const { browser } = await demo(t);
  const options = await browser.openOptions();
  await options.getByLabel('Ring', { exact: true }).selectOption('bells');
  await options.getByRole('button', { name: 'Play', exact: true }).click();
  const rings = () => browser.offscreen.evaluate(() => {
    const audio = document.querySelector('audio[data-tone="ring"]');
    return audio ? { duration: audio.duration, paused: audio.paused } : null;
  });
  const bells = await until(async () => { const r = await rings(); return r?.duration && r; }, { what: 'the ring' });
  assert.equal(bells.paused, false);
  // Another choice is heard at once.
  await options.getByLabel('Ring', { exact: true }).selectOption('low');
  await until(async () => { const r = await rings(); return r?.duration && r.duration !== bells.duration; }, { what: 'another ring' });
  await until(async () => (await rings()) === null, { what: 'silence again' });
});

test('a microphone that is allowed but not there is said to be missing', async (t) => {
  const { browser, popup } = await demo(t);
  await browser.offscreen.evaluate(() => {
    MediaDevices.prototype.enumerateDevices = async () => [];
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await popup.when((s) => s.microphone === 'missing', { what: 'no microphone' });
  const options = await browser.openOptions();
  await options.getByText(browser.messages('access_missing')).first().waitFor();
  assert.equal(await options.getByText(browser.messages('access_granted')).count(), 0);
});
