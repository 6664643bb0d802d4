// coturn on loopback, for calls that may use nothing but a relay.
import { existsSync } from 'node:fs';
import { Child, freePort, removeDir, tempDir, until } from '../../pbx/process.mjs';

export const TURNSERVER = ['/usr/bin/turnserver', '/usr/local/bin/turnserver', '/opt/homebrew/bin/turnserver'].find((file) => existsSync(file));

/** Resolves to `{ iceServer, log(), stop() }`. */
export async function startTurn() {
  const dir = tempDir('alo-turn-');
  const port = await freePort();
  // Where the tests expect a browser's ports to be: what the relay sends on is the browser's sound.
  const first = 50_000 + 50 * Math.floor(Math.random() * 200);
  const child = new Child('turnserver', TURNSERVER, [
    '-n', '-L', '127.0.0.1', '-E', '127.0.0.1', '-p', String(port), '--min-port', String(first), '--max-port', String(first + 49),
    '--lt-cred-mech', '--user', 'alo:relay-secret', '--realm', 'turn.alo.test', '--fingerprint',
    '--no-tls', '--no-dtls', '--no-cli', '--allow-loopback-peers', '--log-file', 'stdout', '--verbose', '--pidfile', `${dir}/turn.pid`,
  ], { dir });
  await until(() => { child.assertRunning(); return /listener opened on *: *127\.0\.0\.1:\d+|IPv4\. UDP listener opened/.test(child.log()); }, { what: 'coturn to listen' });
  return {
    iceServer: { urls: [`turn:127.0.0.1:${port}?transport=udp`], username: 'alo', credential: 'relay-secret' },
    log: (max) => child.log(max),
    async stop() { await child.stop(); removeDir(dir); },
  };
}
