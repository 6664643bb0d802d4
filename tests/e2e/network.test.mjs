// A call over a network that goes away, comes back, or is another one: in network namespaces, so that real
// interfaces can be pulled. The first test makes the namespaces and runs this file again inside them.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from './lib/runner.mjs';
import { SERVER, Uplinks, tlsFront, whyNot } from './lib/uplinks.mjs';
import { startPbx } from '../pbx/pbx.mjs';
import { MIC_HZ, toneInCall } from './lib/tone.mjs';
import { sleep, until } from '../pbx/process.mjs';

const INSIDE = process.env.ALO_UPLINKS;

if (!INSIDE) {
  test('calls survive what becomes of the network (in network namespaces)', async (t) => {
    const reason = whyNot();
    if (reason) t.skip(reason);
    const uplinks = Uplinks.make();
    t.defer(() => uplinks.remove());
    const only = process.argv.indexOf('--inside');
    const inside = uplinks.run(fileURLToPath(new URL('run.mjs', import.meta.url)),
      ['network', ...(only > 0 ? ['--only', process.argv[only + 1]] : [])], { ALO_UPLINKS: uplinks.desk.split('-').at(-1) });
    t.defer(() => inside.child.kill());
    assert.equal(await inside.done, 0, 'the tests inside');
  }, { timeout: 400_000 });
}

/** A browser at the desk in a call with a phone behind the PBX; each hears the other. */
async function inCall(t) {
  const uplinks = new Uplinks(INSIDE);
  const pbx = await startPbx({ mediaAddress: SERVER });
  t.defer(() => pbx.stop());
  const tls = await tlsFront(pbx.dir, pbx.ports.ws);
  t.defer(() => tls.close());
  t.defer(() => { uplinks.mend('wifi'); uplinks.pull('mobile'); uplinks.plug('wifi'); });
  const account = pbx.account('1001', { serverUrl: tls.url });
  const browser = await t.browser({ account, netns: uplinks.desk, args: ['--ignore-certificate-errors'] });
  const popup = await t.popup(browser);
  await popup.registered();
  const far = await pbx.phone({ user: '2000' });
  const ear = await t.ear(browser);
  return { uplinks, pbx, popup, far, ear };
}

/** The network is taken away by `away`, given back by `back`; measures until both hear each other again. */
async function lostAndFound(t, { away, back, seconds, recovering = true }) {
  const { uplinks, pbx, popup, far, ear } = await inCall(t);
  await popup.dial('2000');
  const { answeredAt } = await popup.call('connected');
  await ear.hears();
  const callId = (await until(() => pbx.trace.find({ method: 'INVITE', proto: 'ws', direction: 'in' })[0], { what: 'the INVITE in the trace' })).callId;
  await until(() => toneInCall(pbx, 'browser', callId, MIC_HZ, Date.now() - 1700, Date.now() - 500).toneSeconds > 0.4, { what: 'our voice at the far end' });
  away(uplinks);
  const gone = Date.now();
  if (recovering) await popup.when((s) => s.calls[0]?.recovering, { what: 'the call to be recovering', timeout: 10_000 });
  if (recovering) await popup.says('state_recovering');
  const noticed = Date.now() - gone;
  await sleep(Math.max(0, seconds * 1000 - noticed));
  back(uplinks);
  const mended = Date.now();
  // What was in the buffers before does not count.
  await ear.hears({ since: mended + (recovering ? 0 : 1500), timeout: 15_000 });
  const heardHere = Date.now() - mended;
  // rtpengine writes late: what is asked is when the tone came, not when it is seen in the file.
  const heardThere = await until(() => {
    for (let at = mended + (recovering ? 0 : 1500); at + 600 < Date.now() - 500; at += 100) {
      if (toneInCall(pbx, 'browser', callId, MIC_HZ, at, at + 600).toneSeconds >= 0.3) return at + 600 - mended || 1;
    }
    return false;
  }, { what: 'our voice at the far end again', timeout: 15_000 });
  const after = await popup.when((s) => s.calls[0] && !s.calls[0].recovering && s.registration.state === 'registered', { what: 'the call to be fine', timeout: 15_000 });
  console.log(`  noticed after ${noticed} ms; after the network was back: heard here ${heardHere} ms, there ${heardThere} ms`);
  assert.ok(heardHere < 10_000 && heardThere < 10_000, 'sound both ways within 10 s');
  const call = after.calls[0];
  assert.equal(call.state, 'connected');
  assert.equal(call.answeredAt, answeredAt, 'the timer goes on');
  // It is the same call for the far end, and its BYE arrives.
  await far.hangup();
  await popup.quiet();
}

if (INSIDE) {
  test('the interface goes for five seconds and comes back with its address: both are heard again', async (t) => {
    await lostAndFound(t, { away: (u) => u.pull('wifi'), back: (u) => u.plug('wifi'), seconds: 5 });
  }, { timeout: 90_000 });

  test('the interface comes back with another address: both are heard again', async (t) => {
    await lostAndFound(t, { away: (u) => u.pull('wifi'), back: (u) => u.plug('wifi', { host: 7 }), seconds: 4 });
  }, { timeout: 90_000 });

  test('one network gives way to another one, which the browser does not tell: both are heard again', async (t) => {
    await lostAndFound(t, { away: (u) => u.plug('mobile'), back: (u) => u.pull('wifi'), seconds: 1, recovering: false });
  }, { timeout: 90_000 });

  test('an access point dies without a word: the dead socket is found within ten seconds, and all is well when it is back', async (t) => {
    await lostAndFound(t, { away: (u) => u.swallow('wifi'), back: (u) => u.mend('wifi'), seconds: 14 });
  }, { timeout: 90_000 });
}
