// What one hears before the far end answers, and whom one sees once a PBX has connected the call to somebody else.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from './lib/runner.mjs';
import { writeBursts } from './lib/tone.mjs';
import { called, ok, okWithin, reinvite, ringWithSound } from '../pbx/sipp.mjs';
import { sleep, until } from '../pbx/process.mjs';

const MUSIC_HZ = 620;
const [SILENT, TRANSFERS] = ['2003', '2004'];

test('early media that is described and silent leaves the caller with our ringback, until its sound truly comes', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await pbx.sipp({ user: SILENT, scenario: `<recv request="INVITE" rrs="true"/>
${ringWithSound}
<pause milliseconds="14000"/>
${ok()}
<recv request="BYE" timeout="30000"/>
${okWithin()}` });
  t.defer(() => far.stop());
  const ringback = () => browser.offscreen.evaluate(() => Boolean(document.querySelector('audio[data-tone="ringback"]')));
  await popup.dial(SILENT);
  await popup.call('ringing');
  await until(ringback, { what: 'the ringback tone' });
  // As long as it takes to know that the description alone does not end it.
  await sleep(3000);
  assert.ok(await ringback(), 'it still rings');
  assert.equal((await popup.snapshot()).calls[0].state, 'ringing');

  const [invite] = pbx.trace.find({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws', where: (m) => m.uri.startsWith(`sip:${SILENT}@`) }).slice(-1);
  const music = writeBursts(path.join(t.dir, 'music.wav'), { hz: MUSIC_HZ, on: 1.5, off: 0, rate: 8000, seconds: 3 });
  await pbx.playMusic(invite.callId, /;tag=([^;\s]+)/.exec(invite.header('from'))[1], music);
  await popup.call('earlyMedia');
  await (await t.ear(browser, MUSIC_HZ)).hears({ seconds: 1 });
  assert.equal(await ringback(), false, 'one sound at a time');
  await popup.call('connected', { timeout: 20_000 });
  await popup.press('Hang up');
  await far.done();
  await popup.quiet();
});

test('a far end that the PBX names anew, as after a transfer, is shown; what was dialled stays in the history', async (t) => {
  const { popup } = await t.signedIn();
  const pbx = await t.pbx();
  const named = (name, number) => `P-Asserted-Identity: "${name}" <sip:${number}@${pbx.domain}>\n`;
  const far = await pbx.sipp({ user: TRANSFERS, scenario: `${called}
${ok(named('Desk', TRANSFERS))}
<pause milliseconds="3000"/>
${reinvite(1, 'sendrecv', named('Lan', '0987654321'))}
<recv request="BYE" timeout="30000"/>
${okWithin()}` });
  t.defer(() => far.stop());
  await popup.dial(TRANSFERS);
  await popup.call('connected');
  const { calls } = await popup.when((s) => s.calls[0].number !== TRANSFERS, { what: 'somebody else', timeout: 10_000 });
  assert.deepEqual([calls[0].number, calls[0].name], ['0987654321', 'Lan']);
  await popup.page.getByText('Lan').first().waitFor();
  await popup.press('Hang up');
  await far.done();
  await popup.quiet();
  assert.equal((await popup.snapshot()).history[0].number, TRANSFERS);
});
