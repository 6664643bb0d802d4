// A real PBX on loopback: Kamailio (registrar and proxy, SIP over WebSocket for the browser),
// rtpengine (WebRTC ↔ plain RTP) and baresip phones as far ends.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Media } from './media.mjs';
import { Child, freePort, freeUdpRange, removeDir, tempDir, until } from './process.mjs';
import { Phone } from './phone.mjs';
import { sippPhone } from './sipp.mjs';
import { Trace } from './trace.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const MODULE_DIRS = [
  process.env.KAMAILIO_MODULES,
  '/usr/lib/x86_64-linux-gnu/kamailio/modules',
  '/usr/lib/aarch64-linux-gnu/kamailio/modules',
  '/usr/lib64/kamailio/modules',
  '/usr/lib/kamailio/modules',
];
const RTP_PORTS = 200;

export const DOMAIN = 'pbx.alo.test';

/**
 * User → password. 1001 to 1099 are browsers, one for each test; the others are phones; `pstn` takes
 * every long number that nobody else has.
 */
export const USERS = Object.fromEntries([
  ...Array.from({ length: 99 }, (_, i) => [String(1001 + i), `browser-${1001 + i}`]),
  ...Array.from({ length: 10 }, (_, i) => [String(2000 + i), `far-end-${i}`]),
  ['pstn', 'far-end-pstn'],
]);

class Pbx {
  #rtpengine;
  #kamailio;
  #phones = [];
  #options;

  constructor(options) {
    this.#options = options;
    this.dir = tempDir('alo-pbx-');
    this.domain = DOMAIN;
    this.users = USERS;
  }

  async start() {
    this.ports = { udp: await freePort(), ws: await freePort(), ng: await freePort(), rtp: await freeUdpRange(RTP_PORTS) };
    this.wsUrl = `ws://127.0.0.1:${this.ports.ws}`;
    this.traceDir = path.join(this.dir, 'trace');
    mkdirSync(this.traceDir);
    this.trace = new Trace(this.traceDir);
    const recordings = path.join(this.dir, 'media');
    mkdirSync(recordings);
    /** The sound of every call as it passed through. */
    this.media = new Media(recordings);
    await this.#startRtpengine();
    await this.#startKamailio();
    return this;
  }

  /** What the options page is given for a browser's account. */
  account(user = '1001', changes = {}) {
    return {
      serverUrl: this.wsUrl,
      domain: this.domain,
      username: user,
      password: this.users[user] ?? 'no-such-user',
      displayName: `Browser ${user}`,
      ...changes,
    };
  }

  async #startRtpengine() {
    this.#rtpengine = new Child('rtpengine', 'rtpengine', [
      '--foreground', '--log-stderr', '--log-level=6', '--table=-1',
      '--interface=127.0.0.1', `--listen-ng=127.0.0.1:${this.ports.ng}`,
      `--port-min=${this.ports.rtp}`, `--port-max=${this.ports.rtp + RTP_PORTS - 1}`,
      '--num-threads=2', '--delete-delay=0', '--timeout=120', '--silent-timeout=600',
      `--recording-dir=${this.media.dir}`, '--recording-method=pcap', '--recording-format=eth',
      '--config-file=none',
    ], { dir: this.dir });
    await until(async () => {
      this.#rtpengine.assertRunning();
      return ngPing(this.ports.ng);
    }, { what: 'rtpengine to answer a ping' });
  }

  async #startKamailio() {
    const cfg = path.join(this.dir, 'kamailio.cfg');
    const runDir = path.join(this.dir, 'run');
    mkdirSync(runDir, { recursive: true });
    const modules = MODULE_DIRS.find((dir) => dir && existsSync(dir));
    if (!modules) throw new Error('Kamailio’s modules were not found; set KAMAILIO_MODULES');
    const values = {
      DOMAIN: this.domain,
      UDP_PORT: this.ports.udp,
      WS_PORT: this.ports.ws,
      NG_PORT: this.ports.ng,
      MODULES: modules,
      TRACE_DIR: this.traceDir,
      MIN_EXPIRES: this.#options.minExpires ?? 10,
      MAX_EXPIRES: this.#options.maxExpires ?? 3600,
      RTPE_FLAGS: 'replace-origin replace-session-connection trust-address record-call=on',
      USERS: Object.entries(this.users).map(([user, password]) => `    $sht(users=>${user}) = "${password}";`).join('\n'),
    };
    const template = readFileSync(path.join(HERE, 'kamailio.cfg'), 'utf8');
    writeFileSync(cfg, template.replace(/@([A-Z_]+)@/g, (all, key) => values[key] ?? all));
    this.#kamailio = new Child('kamailio', 'kamailio', [
      '-DD', '-E', '-f', cfg, '-Y', runDir, '-w', runDir, '-m', '64', '-M', '8',
    ], { dir: this.dir });
    await until(async () => {
      this.#kamailio.assertRunning();
      return await tcpAnswers(this.ports.ws) && sipPing(this.ports.udp, this.domain);
    }, { what: 'Kamailio to answer OPTIONS' });
  }

  /** Ends Kamailio as a crash would: no farewell to anybody. Media goes on in rtpengine. */
  async killKamailio() {
    await this.#kamailio.kill();
  }

  /** Starts Kamailio again on the same ports, with an empty location table. */
  async restartKamailio() {
    if (this.#kamailio.running) await this.killKamailio();
    await this.#startKamailio();
  }

  get kamailioRunning() { return this.#kamailio.running; }

  /**
   * Plays a WAV file to one side of a call in place of what the other one sends, over and over, as a PBX
   * plays music on hold; `tag` is that side's tag.
   */
  async playMusic(callId, tag, wav) {
    await this.#ng({ 'call-id': callId, command: 'play media', file: wav, 'from-tag': tag, 'repeat-times': 100 });
  }

  /** The other one is heard again. */
  async stopMusic(callId, tag) { await this.#ng({ 'call-id': callId, command: 'stop media', 'from-tag': tag }); }

  async #ng(request) {
    const text = (value) => (typeof value === 'number' ? `i${value}e` : `${Buffer.byteLength(value)}:${value}`);
    const pairs = Object.keys(request).sort().map((key) => text(key) + text(request[key]));
    const answer = await askUdp(this.ports.ng, () => `${Math.random().toString(36).slice(2)} d${pairs.join('')}e`, 3000);
    if (!answer?.includes('6:result2:ok')) throw new Error(`rtpengine said ${answer}`);
  }

  /** A far end that follows a sipp scenario; see sippPhone. */
  async sipp(options) { return sippPhone(this, options); }

  /** A baresip phone, registered when this resolves. See Phone for the options. */
  async phone(options) {
    const phone = new Phone(this, options);
    this.#phones.push(phone);
    await phone.start();
    return phone;
  }

  /** The ends of all logs, for a failure report. */
  logs(max = 3000) {
    const parts = [this.#kamailio, this.#rtpengine, ...this.#phones.map((p) => p.child)]
      .filter(Boolean)
      .map((child) => `--- ${child.name} ---\n${child.log(max)}`);
    return parts.join('\n');
  }

  async stop() {
    await Promise.all(this.#phones.map((phone) => phone.stop()));
    await this.#kamailio?.stop();
    await this.#rtpengine?.stop();
    removeDir(this.dir);
  }
}

/** Starts Kamailio and rtpengine. The caller must call `stop()` in a `finally`. */
export async function startPbx(options = {}) {
  const pbx = new Pbx(options);
  try {
    return await pbx.start();
  } catch (error) {
    const logs = pbx.logs();
    await pbx.stop();
    throw new Error(`the PBX did not start: ${error.message}\n${logs}`, { cause: error });
  }
}

/** One UDP datagram out, the first one back as text; null after `timeout` ms. */
function askUdp(port, build, timeout = 300) {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const done = (value) => { clearTimeout(timer); socket.close(); resolve(value); };
    const timer = setTimeout(() => done(null), timeout);
    socket.once('error', () => done(null));
    socket.once('message', (data) => done(data.toString('latin1')));
    socket.bind(0, '127.0.0.1', () => socket.send(build(socket.address().port), port, '127.0.0.1'));
  });
}

async function ngPing(port) {
  const answer = await askUdp(port, () => `${Math.random().toString(36).slice(2)} d7:command4:pinge`);
  return answer?.includes('pong') ?? false;
}

async function sipPing(port, domain) {
  const branch = `z9hG4bK${Math.random().toString(36).slice(2)}`;
  const answer = await askUdp(port, (own) => [
    `OPTIONS sip:${domain} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:${own};branch=${branch};rport`,
    `From: <sip:probe@${domain}>;tag=probe`,
    `To: <sip:${domain}>`,
    `Call-ID: ${branch}`,
    'CSeq: 1 OPTIONS',
    'Max-Forwards: 70',
    'Content-Length: 0',
    '', '',
  ].join('\r\n'));
  return answer?.startsWith('SIP/2.0 200') ?? false;
}

function tcpAnswers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
}
