// A sipp far end for what baresip does not do: it follows a scenario, message by message.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Child, freePort, until } from './process.mjs';

const REGISTER = `<?xml version="1.0" encoding="ISO-8859-1"?>
<scenario name="register">
  <send retrans="500"><![CDATA[
${request('1', '')}]]></send>
  <recv response="401" auth="true"/>
  <send retrans="500"><![CDATA[
${request('2', '[authentication]\n')}]]></send>
  <recv response="200"/>
</scenario>`;

function request(cseq, more) {
  return `REGISTER sip:[field1] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:[field0]@[field1]>;tag=[call_number]
To: <sip:[field0]@[field1]>
Call-ID: [call_id]
CSeq: ${cseq} REGISTER
Contact: <sip:[field0]@[local_ip]:[local_port]>
${more}Max-Forwards: 70
Expires: 600
Content-Length: 0

`;
}

/** The last headers and the body of a message with a description, G.711 µ-law; `version` as in its `o=` line. */
export const description = (version = 1, direction = '') => `Content-Type: application/sdp
Content-Length: [len]

v=0
o=far 1 ${version} IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 0
a=rtpmap:0 PCMU/8000
${direction && `a=${direction}\n`}`;

/** A 200 with a description to the INVITE that was received last; `more` are further header lines. */
export const ok = (more = '') => `<send retrans="500"><![CDATA[
SIP/2.0 200 OK
[last_Via:]
[last_Record-Route:]
[last_From:]
[last_To:];tag=far[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[service]@[local_ip]:[local_port]>
${more}${description()}]]></send>
<recv request="ACK" crlf="true"/>`;

/** A 200 to a request within the call. */
export const okWithin = (more = '', body = false) => `<send><![CDATA[
SIP/2.0 200 OK
[last_Via:]
[last_Record-Route:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[service]@[local_ip]:[local_port]>
${more}${body ? description(2) : 'Content-Length: 0\n\n'}]]></send>`;

/** Takes the INVITE, and notes down who calls for the requests of its own that follow. */
export const called = `<recv request="INVITE" rrs="true"><action>
<ereg regexp=".*" search_in="hdr" header="From:" assign_to="caller"/>
</action></recv>`;

/** A 180 to the INVITE that was received last, which describes sound. */
export const ringWithSound = `<send><![CDATA[
SIP/2.0 180 Ringing
[last_Via:]
[last_Record-Route:]
[last_From:]
[last_To:];tag=far[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[service]@[local_ip]:[local_port]>
${description()}]]></send>`;

/** A re-INVITE of the far end's, number `cseq`, with the sound in this direction, and its ACK; `more` are further header lines. */
export const reinvite = (cseq, direction, more = '') => {
  const head = (method) => `${method} [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
[routes]
From: <sip:[service]@[local_ip]>;tag=far[call_number]
To: [$caller]
Call-ID: [call_id]
CSeq: ${cseq} ${method}
Max-Forwards: 70
Contact: <sip:[service]@[local_ip]:[local_port]>
`;
  return `<send retrans="500"><![CDATA[
${head('INVITE')}${more}${description(cseq + 1, direction)}]]></send>
<recv response="100" optional="true"/>
<recv response="200"/>
<send><![CDATA[
${head('ACK')}Content-Length: 0

]]></send>`;
};

/** Any other final answer to the INVITE. */
export const refuse = (status, phrase, more = '') => `<send><![CDATA[
SIP/2.0 ${status} ${phrase}
[last_Via:]
[last_From:]
[last_To:];tag=no[call_number]
[last_Call-ID:]
[last_CSeq:]
${more}Content-Length: 0

]]></send>
<recv request="ACK"/>`;

/**
 * Registers `user` and then takes one call by `scenario` (the elements of a sipp scenario).
 * It sends no sound: an echo of bursts makes the browser's echo cancellation take the microphone away. Resolves to `{ done(), log(), stop() }`; `done()` fails if the call did not go by it.
 */
export async function sippPhone(pbx, { user, scenario }) {
  const dir = path.join(pbx.dir, `sipp-${user}-${Math.random().toString(36).slice(2, 8)}`);
  mkdirSync(dir);
  const [port, media] = [await freePort(), await freePort()];
  const write = (name, text) => { writeFileSync(path.join(dir, name), text); return path.join(dir, name); };
  const registration = write('register.xml', REGISTER);
  const fields = write('user.csv', `SEQUENTIAL\n${user};${pbx.domain};[authentication username=${user} password=${pbx.users[user]}]\n`);
  const call = write('call.xml', `<?xml version="1.0" encoding="ISO-8859-1"?>\n<scenario name="call">\n${scenario}\n</scenario>`);
  const common = ['-i', '127.0.0.1', '-p', String(port), '-m', '1', '-nostdin', '-trace_err'];
  const register = new Child('register', 'sipp', [`127.0.0.1:${pbx.ports.udp}`, '-sf', registration, '-inf', fields,
    '-au', user, '-ap', pbx.users[user], ...common], { dir, env: { TERM: 'dumb' } });
  await register.exited;
  if (register.exit?.code !== 0) throw new Error(`sipp could not register: ${register.log(2000)}`);
  const child = new Child('call', 'sipp', [`127.0.0.1:${pbx.ports.udp}`, '-sf', call, '-s', user, '-mp', String(media), ...common],
    { dir, env: { TERM: 'dumb' } });
  await until(() => { child.assertRunning(); return child.log().length > 0; }, { what: 'sipp to listen' });
  return {
    log: (max) => child.log(max),
    async done() {
      await child.exited;
      if (child.exit?.code !== 0) throw new Error(`the call did not go by the scenario: ${child.log(3000)}`);
    },
    stop: () => child.stop(),
  };
}
