// The sandbox of the demo (crates/sandbox), as the binary that `./build.sh run` starts: a PBX, and the
// providers' interfaces.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Child, removeDir, tempDir, until } from '../../pbx/process.mjs';

/** Starts one; `remembers`: what its providers know is in a file, so that it can die and come back. */
export async function startSandbox(root, { remembers = false } = {}) {
  const binary = path.resolve(root, process.env.ALO_SANDBOX ?? 'target/debug/alo-sandbox');
  if (!existsSync(binary)) throw new Error(`no sandbox at ${binary}: cargo build -p alo-sandbox, or set ALO_SANDBOX`);
  const sandbox = new Sandbox(binary, remembers);
  try {
    await sandbox.start();
  } catch (error) {
    const log = sandbox.log(3000);
    await sandbox.stop();
    throw new Error(`${error.message}\n${log}`, { cause: error });
  }
  return sandbox;
}

class Sandbox {
  #binary;
  #dir = tempDir('alo-sandbox-');
  #memory;
  #child;
  /** What it says of itself when it serves. */
  ready = null;

  constructor(binary, remembers) {
    this.#binary = binary;
    this.#memory = remembers ? ['--state-file', path.join(this.#dir, 'state.json')] : [];
  }

  /** Starts it; after `kill()` at the same address. */
  async start() {
    const port = this.ready?.port ?? 0;
    const child = new Child('sandbox', this.#binary, ['--port', String(port), ...this.#memory], { dir: this.#dir, stdout: 'pipe' });
    this.#child = child;
    let line = null;
    createInterface({ input: child.process.stdout }).on('line', (text) => {
      if (!line && text.includes('"ready"')) line = JSON.parse(text);
    });
    await until(() => { child.assertRunning(); return line; }, { what: 'the sandbox’s ready line' });
    this.ready = line;
  }

  /** As when its machine loses power. */
  async kill() { await this.#child.kill(); }

  account(username = this.ready.users[0].user, changes = {}) {
    return {
      serverUrl: this.ready.ws,
      domain: this.ready.domain,
      username,
      password: this.ready.users.find(({ user }) => user === username)?.password,
      displayName: `Demo ${username}`,
      ...changes,
    };
  }

  /** What the demo's user signs in to this provider with (a `ProviderSignIn`). */
  signIn(provider, changes = {}) {
    const { apiKey, tokens, ...signIn } = this.ready.providers[provider];
    if (provider === 'vbot') {
      const { generation = 'sdk' } = changes;
      // The newer interface has its version in the address.
      const baseUrl = generation === 'widget' ? `${signIn.baseUrl}/v3.0` : signIn.baseUrl;
      return { ...signIn, baseUrl, generation, ...changes };
    }
    return { ...signIn, ...changes };
  }

  async #ask(url, body) {
    const options = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(this.ready.http + url, options);
    const text = await response.text();
    if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  /** Has it call somebody: `{ to, from, name, ring_seconds, then, hotline }`. */
  async call(request) { return this.#ask('/api/call', request); }

  /** Has something go wrong at a provider: `{ provider, path_contains, kind, … }`. */
  async fault(fault) { return this.#ask('/api/faults', fault); }

  async state() { return this.#ask('/api/state'); }

  log(max) { return this.#child?.log(max) ?? ''; }

  async stop() {
    await this.#child?.stop();
    removeDir(this.#dir);
  }
}
