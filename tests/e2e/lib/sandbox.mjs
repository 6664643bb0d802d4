// The sandbox PBX of the demo (crates/sandbox), as the binary that `./build.sh run` starts.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Child, removeDir, tempDir, until } from '../../pbx/process.mjs';

/** Resolves to `{ ready, account(user), call(request), state(), log(max), stop() }`. */
export async function startSandbox(root) {
  const binary = path.resolve(root, process.env.ALO_SANDBOX ?? 'target/debug/alo-sandbox');
  if (!existsSync(binary)) throw new Error(`no sandbox at ${binary}: cargo build -p alo-sandbox, or set ALO_SANDBOX`);
  const dir = tempDir('alo-sandbox-');
  const child = new Child('sandbox', binary, ['--port', '0'], { dir, stdout: 'pipe' });
  let ready = null;
  createInterface({ input: child.process.stdout }).on('line', (line) => {
    if (!ready && line.includes('"ready"')) ready = JSON.parse(line);
  });
  try {
    await until(() => { child.assertRunning(); return ready; }, { what: 'the sandbox’s ready line' });
  } catch (error) {
    const log = child.log(3000);
    await child.stop();
    throw new Error(`${error.message}\n${log}`, { cause: error });
  }
  const ask = async (url, options) => {
    const response = await fetch(ready.http + url, options);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    const text = await response.text();
    return text ? JSON.parse(text) : null;
  };
  return {
    ready,
    account: (username = ready.users[0].user, changes = {}) => ({
      serverUrl: ready.ws,
      domain: ready.domain,
      username,
      password: ready.users.find(({ user }) => user === username)?.password,
      displayName: `Demo ${username}`,
      ...changes,
    }),
    /** Has the sandbox call somebody: `{ to, from, name, ring_seconds, then }`. */
    call: (request) => ask('/api/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) }),
    state: () => ask('/api/state'),
    log: (max) => child.log(max),
    async stop() {
      await child.stop();
      removeDir(dir);
    },
  };
}
