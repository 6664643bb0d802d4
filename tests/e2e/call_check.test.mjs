// "Check calls" on the options page: every part in a real browser, against the sandbox and its echo number.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from './lib/runner.mjs';
import { writeBursts } from './lib/tone.mjs';
import { TURNSERVER, startTurn } from './lib/turn.mjs';

async function optionsPage(t, { echo = '600', iceServers = [], ...rest } = {}) {
  const sandbox = await t.sandbox();
  const account = { ...sandbox.account(), echoNumber: echo, iceServers };
  const browser = await t.browser({ account, ...rest });
  const popup = await t.popup(browser);
  await popup.registered();
  const options = await browser.openOptions();
  return { sandbox, browser, popup, options, say: browser.messages };
}

const press = (options, name) => options.locator('#call-check').getByRole('button', { name, exact: true }).click();
const over = (popup) => popup.when((s) => ['passed', 'failed'].includes(s.check?.verdict), { what: 'a verdict', timeout: 30_000 });

test('all is well: each part passes, our tone comes back from the echo number, and nobody sees a call', async (t) => {
  const { browser, options, popup, say } = await optionsPage(t);
  await browser.offscreen.evaluate(() => {
    globalThis.__tracks = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      globalThis.__tracks.push(...stream.getTracks());
      return stream;
    };
  });
  await press(options, say('check_start'));
  const { check, calls, history } = await over(popup);
  assert.deepEqual(
    { ...check },
    { verdict: 'passed', socket: 'passed', registration: 'passed', microphone: 'passed', microphoneSilent: false, iceHost: 'passed', iceReflexive: 'absent', iceRelay: 'absent', echo: 'passed' },
  );
  assert.deepEqual([calls, history], [[], []]);
  await options.getByText(say('check_passed')).waitFor();
  const left = await browser.offscreen.evaluate(() => ({
    microphones: globalThis.__tracks.map((track) => track.readyState),
    sounds: document.querySelectorAll('audio[data-call]').length,
  }));
  assert.deepEqual(left, { microphones: ['ended'], sounds: 0 });
  await press(options, say('check_again'));
  await popup.when((s) => s.check?.verdict === 'running', { what: 'another check' });
  assert.equal((await over(popup)).check.verdict, 'passed');
}, { timeout: 90_000 });

test('a number that answers with another sound is no echo', async (t) => {
  const { options, popup, say } = await optionsPage(t, { echo: '605' });
  await press(options, say('check_start'));
  const { check } = await over(popup);
  assert.deepEqual([check.echo, check.verdict], ['failed', 'failed']);
  await options.getByText(say('check_echo_failed')).waitFor();
}, { timeout: 60_000 });

test('without the permission the check says so, and what to do', async (t) => {
  const { options, popup, say } = await optionsPage(t, { microphone: 'denied' });
  await press(options, say('check_start'));
  const { check } = await over(popup);
  assert.deepEqual([check.microphone, check.microphoneSilent, check.verdict], ['failed', false, 'failed']);
  await options.getByText(say('check_microphone_failed')).waitFor();
}, { timeout: 60_000 });

test('a microphone that is switched off is told from one that may not be used', async (t) => {
  const micWav = writeBursts(path.join(t.dir, 'silence.wav'), { amplitude: 0 });
  const { options, popup, say } = await optionsPage(t, { micWav });
  await press(options, say('check_start'));
  const { check } = await over(popup);
  assert.deepEqual([check.microphone, check.microphoneSilent], ['failed', true]);
  await options.getByText(say('check_microphone_silent')).waitFor();
}, { timeout: 60_000 });

for (const [what, credential, relay] of [['gives an address', undefined, 'passed'], ['refuses the password', 'wrong', 'failed']]) {
  test(`a TURN server that ${what}`, async (t) => {
    if (!TURNSERVER) t.skip('coturn is not installed');
    const turn = await startTurn();
    t.defer(() => turn.stop());
    const server = credential ? { ...turn.iceServer, credential } : turn.iceServer;
    const { options, popup, say } = await optionsPage(t, { iceServers: [server] });
    await press(options, say('check_start'));
    const { check } = await over(popup);
    assert.deepEqual([check.iceRelay, check.verdict], [relay, relay]);
  }, { timeout: 60_000 });
}

test('a call that is answered ends the check; until then it rings as ever', async (t) => {
  const { options, popup, say, sandbox } = await optionsPage(t, { echo: '601' });
  await press(options, say('check_start'));
  await popup.when((s) => s.check?.echo === 'running', { what: 'the echo number to be called' });
  await sandbox.call({ to: sandbox.account().username, from: '0912345678', ring_seconds: 20 });
  await popup.call('incoming');
  await popup.press('Answer');
  const { check, calls } = await popup.when((s) => s.calls[0]?.state === 'connected', { what: 'the call' });
  assert.equal(check, null);
  assert.deepEqual(calls.map(({ held }) => held), [false]);
}, { timeout: 60_000 });
