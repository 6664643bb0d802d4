// Calls that ask to be answered by themselves; the far end is sipp, because baresip adds no headers.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { sleep } from '../pbx/process.mjs';
import { description } from '../pbx/sipp.mjs';

/** A call of 2003 to `user` that asks for an answer at once, hung up after `seconds`. */
function intercom(pbx, user, seconds) {
  const from = `<sip:[service]@${pbx.domain}>;tag=far[call_number]`;
  const head = (method, uri, cseq, more = '') => `${method} ${uri} SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
${more}From: ${from}
To: <sip:${user}@${pbx.domain}>[peer_tag_param]
Call-ID: [call_id]
CSeq: ${cseq} ${method}
Max-Forwards: 70
Contact: <sip:[service]@[local_ip]:[local_port]>
`;
  const invite = (cseq, more) => `${head('INVITE', `sip:${user}@${pbx.domain}`, cseq, more).replace('[peer_tag_param]', '')}Call-Info: <sip:${pbx.domain}>;answer-after=0
${description()}`;
  const empty = 'Content-Length: 0\n\n';
  return `<send retrans="500"><![CDATA[
${invite(1, '')}]]></send>
<recv response="100" optional="true"/>
<recv response="407" auth="true"/>
<send><![CDATA[
${head('ACK', `sip:${user}@${pbx.domain}`, 1)}${empty}]]></send>
<send retrans="500"><![CDATA[
${invite(2, `[authentication username=2003 password=${pbx.users['2003']}]\n`)}]]></send>
<recv response="100" optional="true"/>
<recv response="180" optional="true"/>
<recv response="200" rrs="true"/>
<send><![CDATA[
${head('ACK', '[next_url]', 2, '[routes]\n')}${empty}]]></send>
<pause milliseconds="${seconds * 1000}"/>
<send retrans="500"><![CDATA[
${head('BYE', '[next_url]', 3, '[routes]\n')}${empty}]]></send>
<recv response="200"/>`;
}

test('an intercom call is answered after a beep, and its card says so', async (t) => {
  const { browser, account, popup } = await t.signedIn({ account: { autoAnswer: true } });
  const pbx = await t.pbx();
  await popup.when((s) => s.microphone === 'granted', { what: 'the microphone is granted' });
  await browser.offscreen.evaluate(() => {
    globalThis.__tones = [];
    new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) if (node.dataset?.tone) globalThis.__tones.push(node.dataset.tone);
      }
    }).observe(document.body, { childList: true });
  });
  const far = await pbx.sipp({ user: '2003', scenario: intercom(pbx, account.username, 4) });
  t.defer(() => far.stop());
  const call = await popup.call('connected');
  assert.equal(call.autoAnswered, true);
  await popup.says('call_autoAnswered');
  assert.deepEqual(await browser.offscreen.evaluate(() => globalThis.__tones), ['beep'], 'a beep, and no ring');
  await far.done();
  await popup.quiet();
});

test('without the account’s leave the same call rings', async (t) => {
  const { account, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await pbx.sipp({ user: '2003', scenario: intercom(pbx, account.username, 1) });
  t.defer(() => far.stop());
  await popup.call('incoming');
  await sleep(1500);
  assert.equal((await popup.snapshot()).calls[0].state, 'incoming');
  await popup.press('Decline');
});
