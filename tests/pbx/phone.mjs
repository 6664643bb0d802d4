// A baresip phone: the far end. It is registered at the PBX over UDP, is steered through its control
// socket, sends a tone and records what it hears.
import { constants } from 'node:os';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { FIRST_BROWSER_PORT } from './media.mjs';
import { Child, freePort, until } from './process.mjs';

/** How often a phone is started before ports that are taken count as an error. */
const PORT_ATTEMPTS = 4;
const MODULE_DIRS = [process.env.BARESIP_MODULES, '/usr/lib/baresip/modules', '/usr/local/lib/baresip/modules', '/usr/lib64/baresip/modules'];

export class Phone {
  #control;
  #buffer = Buffer.alloc(0);
  #token = 0;
  #waiting = new Map();

  /**
   * @param {object} options
   * @param {string} options.user      one of the PBX's users
   * @param {'auto'|'manual'|'early'|'busy'} [options.answer]  busy = 486 to every call
   * @param {string} [options.source]  `sine440` (any frequency; the default), or `echo`: what it hears
   * @param {boolean} [options.record] keep what it hears as WAV; see `heard()`
   * @param {string} [options.name]    display name
   * @param {string} [options.codecs]  baresip's audio_codecs, e.g. `PCMU` or `opus`
   */
  constructor(pbx, { user, answer = 'auto', source = 'sine440', record = true, name, codecs = 'PCMU,PCMA' }) {
    this.pbx = pbx;
    this.user = user;
    this.answer = answer;
    this.source = source;
    this.record = record;
    this.displayName = name ?? `Phone ${user}`;
    this.codecs = codecs;
    /** Every event since the start: `{ at, type, … }` as baresip gives them. */
    this.events = [];
    this.dir = path.join(pbx.dir, `phone-${user}-${Math.random().toString(36).slice(2, 8)}`);
    mkdirSync(path.join(this.dir, 'heard'), { recursive: true });
  }

  /**
   * A port that was free when it was asked for may be taken when baresip binds it, and baresip then ends
   * with the error's number: another port is tried, and any other end is an error.
   */
  async start() {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#startOnce();
      } catch (error) {
        if (attempt === PORT_ATTEMPTS || this.child?.exit?.code !== constants.errno.EADDRINUSE) throw error;
      }
    }
  }

  async #startOnce() {
    const port = await freePort();
    this.controlPort = await freePort();
    writeFileSync(path.join(this.dir, 'config'), this.#config(port));
    writeFileSync(path.join(this.dir, 'contacts'), '');
    const mode = this.answer === 'busy' ? 'manual' : this.answer;
    writeFileSync(path.join(this.dir, 'accounts'), [
      `"${this.displayName}" <sip:${this.user}@${this.pbx.domain}>`,
      `auth_user=${this.user}`, `auth_pass=${this.pbx.users[this.user]}`,
      `outbound="sip:127.0.0.1:${this.pbx.ports.udp};transport=udp"`,
      `answermode=${mode}`, `audio_codecs=${this.codecs}`, 'regint=300', 'ptime=20',
    ].join(';') + '\n');
    this.child = new Child(path.basename(this.dir), 'baresip', ['-f', this.dir, '-4', '-v'], { dir: this.pbx.dir });
    await until(() => { this.child.assertRunning(); return this.#openControl(); }, { what: `the control socket of phone ${this.user}` });
    // The event may be over before the control socket is open, the log line stays.
    await until(() => {
      this.child.assertRunning();
      return /200 OK.*\[\d+ bindings?\]/.test(this.child.log());
    }, { what: `phone ${this.user} to be registered` });
    return this;
  }

  #config(port) {
    const modules = MODULE_DIRS.find((dir) => dir && existsSync(dir));
    if (!modules) throw new Error('baresip’s modules were not found; set BARESIP_MODULES');
    return [
      'poll_method poll',
      `sip_listen 127.0.0.1:${port}`,
      'net_interface 127.0.0.1',
      `rtp_ports 10000-${FIRST_BROWSER_PORT - 2}`,
      'call_max_calls 4',
      'call_local_timeout 120',
      ...(this.source === 'echo'
        ? ['audio_source aubridge,nobody']
        // ausine makes 48 kHz stereo only; baresip resamples for G.711.
        : [`audio_source ausine,${/\d+/.exec(this.source)}`, 'ausrc_srate 48000', 'ausrc_channels 2']),
      'ausrc_format s16',
      // No sound card: the bridge swallows what is played, the sndfile filter has recorded it before.
      'audio_player aubridge,nobody', 'audio_alert aubridge,nobody',
      'auplay_format s16', 'auenc_format s16', 'audec_format s16',
      'audio_buffer 20-160', 'jitter_buffer_delay 1-5',
      `module_path ${modules}`,
      'module opus.so', 'module g711.so', 'module ausine.so', 'module aubridge.so',
      ...(this.record ? ['module sndfile.so', `snd_path ${path.join(this.dir, 'heard')}`] : []),
      'module_tmp uuid.so', 'module_tmp account.so',
      'module_app menu.so', 'module_app ctrl_tcp.so',
      `ctrl_tcp_listen 127.0.0.1:${this.controlPort}`,
      '',
    ].join('\n');
  }

  #openControl() {
    return new Promise((resolve) => {
      const socket = connect(this.controlPort, '127.0.0.1');
      socket.once('error', () => resolve(false));
      socket.once('connect', () => {
        socket.removeAllListeners('error');
        socket.on('error', () => {});
        socket.on('data', (data) => this.#take(data));
        this.#control = socket;
        resolve(true);
      });
    });
  }

  // Netstrings: `<length>:<json>,`.
  #take(data) {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const colon = this.#buffer.indexOf(0x3a);
      if (colon < 0) return;
      const length = Number(this.#buffer.subarray(0, colon).toString());
      if (this.#buffer.length < colon + length + 2) return;
      const message = JSON.parse(this.#buffer.subarray(colon + 1, colon + 1 + length).toString());
      this.#buffer = this.#buffer.subarray(colon + length + 2);
      if (message.response) {
        this.#waiting.get(message.token)?.(message);
        this.#waiting.delete(message.token);
      } else {
        this.events.push({ at: Date.now(), ...message });
        if (this.answer === 'busy' && message.type === 'CALL_INCOMING') this.hangup();
      }
    }
  }

  /** Runs a baresip command; gives its output. */
  async command(command, params = '') {
    const token = String(this.#token += 1);
    const json = Buffer.from(JSON.stringify({ command, params, token }));
    const answer = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`phone ${this.user} did not answer «${command}»`)), 5000);
      this.#waiting.set(token, (message) => { clearTimeout(timer); resolve(message); });
    });
    this.#control.write(Buffer.concat([Buffer.from(`${json.length}:`), json, Buffer.from(',')]));
    return (await answer).data;
  }

  /** A place in the list of events, to be given as `since`. */
  mark() { return this.events.length; }

  /** The first event of this type after `since`; waits for it. */
  async waitForEvent(type, { since = 0, timeout = 15_000, where = () => true } = {}) {
    return until(() => {
      this.child.assertRunning();
      return this.events.slice(since).find((event) => event.type === type && where(event));
    }, { what: `${type} at phone ${this.user}`, timeout });
  }

  /** Calls a user of the PBX; resolves when the INVITE is on its way. */
  async dial(user) { await this.command('dial', `sip:${user}@${this.pbx.domain}`); }

  /** Takes the call that rings. */
  async accept() { await this.command('accept'); }

  /** Ends, cancels or (while it rings here) refuses the call with 486. */
  async hangup() { await this.command('hangup'); }

  /** Ends every call that may still be up. */
  async hangupAll() {
    await until(async () => {
      if (/Active calls \(0\)/.test(await this.command('listcalls'))) return true;
      await this.hangup();
      return false;
    }, { what: `phone ${this.user} to have no calls` });
  }

  async hold() { await this.command('hold'); }
  async resume() { await this.command('resume'); }

  /** The digits (RFC 4733) it has received since `since`. */
  digits(since = 0) {
    return this.events.slice(since).filter((e) => e.type === 'CALL_DTMF_START').map((e) => e.param).join('');
  }

  /**
   * The newest recording of what it heard, while the call is up and after. baresip 1.0 stops recording
   * (and playing) at the first hold of a call, by either side: use `pbx.media` after that.
   */
  heard() {
    const dir = path.join(this.dir, 'heard');
    const files = readdirSync(dir).filter((name) => name.endsWith('-dec.wav')).map((name) => path.join(dir, name));
    files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    return files[0] ?? null;
  }

  async stop() {
    this.#control?.destroy();
    await this.child?.stop();
  }
}
