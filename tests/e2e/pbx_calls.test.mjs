// What agents do all day at a real PBX: two calls at once, being put on hold with music, long calls.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from './lib/runner.mjs';
import { FAR_END_HZ, MIC_HZ, PEOPLE_HZ, waitForTone, writeBursts } from './lib/tone.mjs';
import { called, ok, okWithin, refuse, reinvite } from '../pbx/sipp.mjs';
import { sleep, until } from '../pbx/process.mjs';

const MUSIC_HZ = 620;
/** A user for each sipp far end, as its binding stays at the registrar when it has gone. */
const [HOLDS, REFRESHED_BY_US, TOO_SHORT] = ['2003', '2004', '2005'];

/** The browser's own INVITEs of this test, oldest first. */
const invites = (pbx, since, where = () => true) => pbx.trace.find({ since, method: 'INVITE', direction: 'in', proto: 'ws', where });

/** The one that is not challenged any more, to this user. */
const callTo = (pbx, since, user) => invites(pbx, since, (m) => m.uri.startsWith(`sip:${user}@`)).at(-1).callId;

/** Music without a pause. */
const writeMusic = (t) => writeBursts(path.join(t.dir, 'music.wav'), { hz: MUSIC_HZ, on: 1.5, off: 0, rate: 8000, seconds: 3 });

const tagOf = (value) => /;tag=([^;\s]+)/.exec(value)[1];

test('the far end puts us on hold and its PBX plays music: the music is heard and we are silent, until it takes us back', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await pbx.sipp({ user: HOLDS, scenario: `${called}
${ok()}
<pause milliseconds="6000"/>
${reinvite(1, 'sendonly')}
<pause milliseconds="8000"/>
${reinvite(2, 'sendrecv')}
<recv request="BYE" timeout="30000"/>
${okWithin()}` });
  t.defer(() => far.stop());
  await popup.dial(HOLDS);
  await popup.call('connected');
  const callId = callTo(pbx, t.since, HOLDS);
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  const [invite] = invites(pbx, t.since, (m) => m.callId === callId);

  await popup.when((s) => s.calls[0].remoteHeld, { what: 'held by the far end' });
  await pbx.playMusic(callId, tagOf(invite.header('from')), writeMusic(t));
  await (await t.ear(browser, MUSIC_HZ)).hears({ seconds: 1 });
  await waitForTone(pbx, 'browser', callId, MIC_HZ, { present: false });
  await popup.says('state_remoteHeld');
  assert.deepEqual((await popup.snapshot()).calls[0].alarms, [], 'being held is nothing to worry about');

  await popup.when((s) => !s.calls[0].remoteHeld, { what: 'no longer held', timeout: 15_000 });
  await pbx.stopMusic(callId, tagOf(invite.header('from')));
  // Chromium goes on playing the music's SSRC, so what sipp hears is what tells.
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  await popup.press('Hang up');
  await far.done();
});

test('a second call is made while the first is held, and swapped twice: each time only the one talked with hears and is heard', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const first = await t.phone({ user: '2000' });
  const second = await t.phone({ user: '2001', source: 'sine700' });
  const hears = { 2000: FAR_END_HZ, 2001: 700 };
  const talksWith = async (user, other) => {
    await popup.when((s) => {
      const of = (number) => s.calls.find((c) => c.number === number);
      return of(user)?.state === 'connected' && !of(user).held && !of(user).holdPending && of(other)?.held && !of(other).holdPending;
    }, { what: `${user} talked with, ${other} held` });
    await (await t.ear(browser, hears[user])).hears();
    await waitForTone(pbx, 'browser', callTo(pbx, t.since, user), MIC_HZ);
    await waitForTone(pbx, 'browser', callTo(pbx, t.since, other), MIC_HZ, { present: false });
    await (await t.ear(browser, hears[other])).falls();
  };
  await popup.dial('2000');
  await popup.call('connected');
  await (await t.ear(browser)).hears();
  await popup.page.getByText('Dial another number').click();
  await popup.number.fill('2001');
  await popup.press('Call');
  await second.waitForEvent('CALL_ESTABLISHED');
  await talksWith('2001', '2000');
  // A held call has «Resume», and resuming it holds the other one.
  await popup.press('Resume');
  await talksWith('2000', '2001');
  await popup.press('Resume');
  await talksWith('2001', '2000');

  await second.hangup();
  await popup.when((s) => s.calls.filter((c) => c.state === 'connected').length === 1, { what: 'the first alone' });
  await popup.press('Resume');
  await popup.when((s) => s.calls.some((c) => c.number === '2000' && !c.held && !c.holdPending), { what: 'resumed' });
  await waitForTone(pbx, 'browser', callTo(pbx, t.since, '2000'), MIC_HZ);
  await popup.press('Hang up');
  await first.waitForEvent('CALL_CLOSED');
  await popup.quiet();
}, { timeout: 120_000 });

test('after a restart of Kamailio the far end’s BYE reaches us, because we have told it where we are', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  await popup.dial('2000');
  await popup.call('connected');
  await (await t.ear(browser)).hears();
  const callId = callTo(pbx, t.since, '2000');
  await pbx.killKamailio();
  await popup.when((s) => s.registration.state === 'recovering', { what: 'recovering' });
  const restarted = pbx.trace.mark();
  await pbx.restartKamailio();
  await popup.registered({ timeout: 35_000 });
  const refresh = await pbx.trace.waitFor({ since: restarted, method: 'INVITE', direction: 'in', proto: 'ws', where: (m) => m.callId === callId });
  await pbx.trace.waitFor({ since: refresh.time, method: 'ACK', direction: 'in', proto: 'ws', where: (m) => m.callId === callId });
  await popup.when((s) => s.calls[0].state === 'connected' && !s.calls[0].recovering, { what: 'recovered' });

  await far.hangup();
  const { calls } = await popup.quiet({ timeout: 5000 });
  assert.equal(calls[0]?.end?.cause ?? (await popup.snapshot()).history[0].end.cause, 'remoteHungUp');
}, { timeout: 90_000 });

/** The far end answers with this interval and leaves the refreshing to us; takes two re-INVITEs and a BYE. */
const TIMER = 'Session-Expires: 90;refresher=uac\nRequire: timer\nSupported: timer\n';
const REFRESHED = `<recv request="INVITE" timeout="70000"/>
${okWithin(TIMER + 'Allow: INVITE, ACK, BYE, CANCEL\n', true)}
<recv request="ACK"/>`;

test('a call with a session timer of 90 s is refreshed twice and lives on past its first end', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await pbx.sipp({ user: REFRESHED_BY_US, scenario: `<recv request="INVITE" rrs="true"/>
${ok(`${TIMER}Allow: INVITE, ACK, BYE, CANCEL\n`)}
${REFRESHED}
${REFRESHED}
<recv request="BYE" timeout="60000"/>
${okWithin()}` });
  t.defer(() => far.stop());
  await popup.dial(REFRESHED_BY_US);
  await popup.call('connected');
  const answered = Date.now();
  const callId = callTo(pbx, t.since, REFRESHED_BY_US);
  const [invite] = invites(pbx, t.since, (m) => m.callId === callId);
  assert.match(invite.header('supported') ?? '', /timer/);
  assert.ok(Number.parseInt(invite.header('session-expires'), 10) >= 90, 'we ask for a timer');
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  const refreshes = () => invites(pbx, t.since, (m) => m.callId === callId && /;tag=/.test(m.header('to')));
  await until(() => refreshes().length >= 2, { what: 'two refreshes', timeout: 110_000, every: 500 });
  const [first, next] = refreshes().map((m) => m.time * 1000 - answered);
  assert.ok(first > 35_000 && first < 55_000, `at half the interval: ${first}`);
  assert.ok(next - first > 35_000 && next - first < 55_000, `and again: ${next}`);
  assert.match(refreshes()[0].header('session-expires'), /^90;refresher=uac/);
  await sleep(Math.max(0, answered + 95_000 - Date.now()));
  await popup.call('connected');
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  await pbx.playMusic(callId, tagOf(invite.header('from')), writeMusic(t));
  await (await t.ear(browser, MUSIC_HZ)).hears({ seconds: 1 });
  await popup.press('Hang up');
  await far.done();
  await popup.quiet();
}, { timeout: 180_000, beside: true });

test('a far end that finds our session timer too short (422) is called again with a longer one', async (t) => {
  const { popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await pbx.sipp({ user: TOO_SHORT, scenario: `<recv request="INVITE"/>
${refuse(422, 'Session Interval Too Small', 'Min-SE: 3600\n')}
<recv request="INVITE" rrs="true"/>
${ok('Session-Expires: 3600;refresher=uac\nRequire: timer\nAllow: INVITE, ACK, BYE, UPDATE\n')}
<recv request="BYE" timeout="20000"/>
${okWithin()}` });
  t.defer(() => far.stop());
  await popup.dial(TOO_SHORT);
  await popup.call('connected');
  const asked = invites(pbx, t.since).map((m) => [Number.parseInt(m.header('session-expires'), 10), m.header('min-se')]);
  assert.ok(asked[0][0] < 3600, JSON.stringify(asked));
  assert.ok(asked.at(-1)[0] >= 3600 && asked.at(-1)[1] === '3600', JSON.stringify(asked));
  await popup.press('Hang up');
  await far.done();
});

/** Two people of ours who talk with each other, who calls first. */
async function talkOfTwo(t) {
  const [here, there] = [await t.signedIn({ micHz: PEOPLE_HZ[0] }), await t.signedIn({ micHz: PEOPLE_HZ[1] })];
  for (const { popup } of [here, there]) await popup.withoutEchoCanceller();
  await here.popup.dial(there.account.username);
  await there.popup.call('incoming');
  await there.popup.press('Answer');
  for (const one of [here, there]) one.call = (await one.popup.call('connected')).id;
  return [here, there];
}

/** Both hear each other. */
const bothHear = async (t, [here, there]) => {
  await (await t.ear(here.browser, PEOPLE_HZ[1])).hears({ seconds: 0.2 });
  await (await t.ear(there.browser, PEOPLE_HZ[0])).hears({ seconds: 0.2 });
};

test('both sides press Hold at the same moment: whoever is left holding can resume, and they hear each other again', async (t) => {
  const both = await talkOfTwo(t);
  const [here, there] = both;
  const pbx = await t.pbx();
  await bothHear(t, both);
  const press = (held) => Promise.all(both.map(({ popup, call }) => popup.command({ type: 'setHeld', call, held })));
  const settled = (held) => Promise.all(both.map(({ popup }) => popup.when(
    ({ calls: [call] }) => call.held === held && !call.holdPending && call.remoteHeld === held,
    { what: held ? 'held by both' : 'held by nobody', timeout: 15_000 },
  )));
  // The roles of the keys' handshake are lost only where the offers really cross.
  for (let round = 0; round < 4; round += 1) {
    await press(true);
    await settled(true);
    await press(false);
    await settled(false);
  }
  assert.ok(pbx.trace.find({ since: t.since, proto: 'ws' }).some((m) => m.status === 491), 'the offers crossed');
  await bothHear(t, both);
  await here.popup.press('Hang up');
  await there.popup.quiet();
}, { timeout: 120_000 });
