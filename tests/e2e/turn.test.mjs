// Calls whose sound may go through a TURN server only.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { MIC_HZ, waitForTone } from './lib/tone.mjs';
import { TURNSERVER, startTurn } from './lib/turn.mjs';
import { until } from '../pbx/process.mjs';

/** Keeps every peer connection of the offscreen document at hand. */
const keepConnections = (browser) => browser.offscreen.evaluate(() => {
  globalThis.__connections = [];
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...args) { super(...args); globalThis.__connections.push(this); }
  };
});

/** Types of both candidates of the pair in use. */
const pairInUse = (browser) => browser.offscreen.evaluate(async () => {
  const report = await globalThis.__connections.at(-1).getStats();
  const transport = [...report.values()].find((entry) => entry.type === 'transport');
  const pair = report.get(transport?.selectedCandidatePairId);
  return pair ? { local: report.get(pair.localCandidateId)?.candidateType, remote: report.get(pair.remoteCandidateId)?.candidateType } : null;
});

test('where only a relay is allowed, the call goes through it and both are heard', async (t) => {
  if (!TURNSERVER) t.skip('coturn is not installed');
  const turn = await startTurn();
  t.defer(() => turn.stop());
  const { browser, popup } = await t.signedIn({ account: { iceServers: [turn.iceServer], transportPolicy: 'relay' } });
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  await keepConnections(browser);
  await popup.dial('2000');
  await popup.call('connected');
  await ear.hears();
  const [invite] = pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in' });
  await waitForTone(pbx, 'browser', invite.callId, MIC_HZ);
  const candidates = invite.text.split(/\r?\n/).filter((line) => line.startsWith('a=candidate:'));
  assert.ok(candidates.length > 0 && candidates.every((line) => / typ relay/.test(line)), candidates.join('\n'));
  const pair = await until(() => pairInUse(browser), { what: 'a pair of candidates' });
  assert.equal(pair.local, 'relay', JSON.stringify(pair));
  await far.hangup();
  await popup.quiet();
});

test('a relay that refuses the password: the call is not sent without a way for its sound', async (t) => {
  if (!TURNSERVER) t.skip('coturn is not installed');
  const turn = await startTurn();
  t.defer(() => turn.stop());
  const iceServers = [{ ...turn.iceServer, credential: 'wrong' }];
  const { popup } = await t.signedIn({ account: { iceServers, transportPolicy: 'relay' } });
  await t.phone({ user: '2000' });
  await popup.dial('2000');
  const call = await popup.call('ended', { timeout: 20_000 });
  assert.equal(call.end.cause, 'mediaFailed');
});
