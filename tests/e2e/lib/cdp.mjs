// The DevTools protocol without playwright in between: it reaches what playwright does not show, such
// as an extension's offscreen document, and can stop a service worker.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { Child, until } from '../../pbx/process.mjs';

export class Cdp {
  #socket;
  #next = 0;
  #pending = new Map();
  #listeners = new Map();
  #relayed;

  /**
   * Connects to a browser that was started with `--remote-debugging-port=0` in this profile; `netns`: in
   * this network namespace.
   */
  static async connect(userDataDir, { netns } = {}) {
    const [port, target] = await until(() => {
      const lines = readFileSync(path.join(userDataDir, 'DevToolsActivePort'), 'utf8').split('\n');
      return lines.length >= 2 && lines;
    }, { what: 'the browser’s DevTools port' });
    const cdp = new Cdp();
    const way = netns ? await cdp.#relay(netns, port, userDataDir) : `127.0.0.1:${port}`;
    cdp.#socket = new WebSocket(netns ? `ws+unix://${way}:${target}` : `ws://${way}${target}`, { perMessageDeflate: false, maxPayload: 1 << 28 });
    await new Promise((resolve, reject) => {
      cdp.#socket.once('open', resolve);
      cdp.#socket.once('error', reject);
    });
    cdp.#socket.on('error', () => {});
    cdp.#socket.on('message', (data) => cdp.#take(JSON.parse(data)));
    cdp.#socket.on('close', () => {
      for (const { reject, method } of cdp.#pending.values()) reject(new Error(`${method}: the browser is gone`));
      cdp.#pending.clear();
    });
    return cdp;
  }

  async #relay(netns, port, dir) {
    const socket = path.join(dir, 'devtools.sock');
    const script = fileURLToPath(new URL('relay.mjs', import.meta.url));
    this.#relayed = new Child('relay', 'ip', ['netns', 'exec', netns, process.execPath, script, port, socket], { dir });
    await until(() => { this.#relayed.assertRunning(); return existsSync(socket); }, { what: 'the relay' });
    return socket;
  }

  #take(message) {
    if (message.id) {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
      else pending?.resolve(message.result);
      return;
    }
    for (const listener of this.#listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? []) listener(message.params);
  }

  send(method, params = {}, sessionId) {
    const id = this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, method });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });
  }

  on(method, listener, sessionId) {
    const key = `${sessionId ?? ''} ${method}`;
    if (!this.#listeners.has(key)) this.#listeners.set(key, new Set());
    this.#listeners.get(key).add(listener);
    return () => this.#listeners.get(key).delete(listener);
  }

  /** Targets whose type is one of `types`; the filter makes Chromium list every kind. */
  async targets(types) {
    const { targetInfos } = await this.send('Target.getTargets', { filter: [{}] });
    return types ? targetInfos.filter((t) => types.includes(t.type)) : targetInfos;
  }

  async attach(targetId) {
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return new CdpSession(this, sessionId, targetId);
  }

  close() {
    this.#socket.close();
    this.#relayed?.killNow();
  }
}

export class CdpSession {
  constructor(cdp, sessionId, targetId) {
    this.cdp = cdp;
    this.sessionId = sessionId;
    this.targetId = targetId;
  }

  send(method, params) { return this.cdp.send(method, params, this.sessionId); }

  on(method, listener) { return this.cdp.on(method, listener, this.sessionId); }

  /** Runs `fn(...args)` in the target; arguments and result travel as JSON. */
  async evaluate(fn, ...args) {
    const source = typeof fn === 'function' ? `(${fn})(...${JSON.stringify(args)})` : fn;
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression: source, awaitPromise: true, returnByValue: true, userGesture: false,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  async detach() {
    await this.cdp.send('Target.detachFromTarget', { sessionId: this.sessionId }).catch(() => {});
  }
}
