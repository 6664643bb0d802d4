// Several servers: what happens when the first one cannot be reached, and afterwards.
import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from './lib/runner.mjs';
import { until } from '../pbx/process.mjs';

/** A way to the PBX that can be closed and opened: a server at an address of its own. */
class Way {
  #sockets = new Set();
  #server;
  connections = 0;

  constructor(target) { this.target = Number(new URL(target).port); }

  async open() {
    this.#server = net.createServer((near) => {
      this.connections += 1;
      const far = net.connect(this.target, '127.0.0.1');
      for (const [one, other] of [[near, far], [far, near]]) {
        this.#sockets.add(one);
        one.on('error', () => {});
        one.on('close', () => { this.#sockets.delete(one); other.destroy(); });
        one.pipe(other);
      }
    });
    await new Promise((resolve, reject) => {
      this.#server.on('error', reject);
      this.#server.listen(this.port ?? 0, '127.0.0.1', resolve);
    });
    this.port = this.#server.address().port;
    return this;
  }

  async close() {
    const closed = new Promise((resolve) => { this.#server.close(resolve); });
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  get url() { return `ws://127.0.0.1:${this.port}`; }
}

test('the first server is dead: the backup is used, stays in use while it works, and the first one is returned to', async (t) => {
  const pbx = await t.pbx();
  const { serverUrl } = pbx.account('2000');
  const [first, second] = [await new Way(serverUrl).open(), await new Way(serverUrl).open()];
  t.defer(() => first.close().catch(() => {}));
  t.defer(() => second.close().catch(() => {}));
  await first.close();

  const account = await t.account({ serverUrl: first.url, backupUrls: [second.url] });
  const browser = await t.browser({ account });
  const popup = await t.popup(browser);
  await popup.registered();
  assert.equal(second.connections, 1);

  // Calls come by the backup.
  const far = await t.phone({ user: '2000' });
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Decline');
  await popup.quiet();

  await first.open();
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Decline');
  assert.equal(first.connections, 0, 'a server that works is not left');

  await second.close();
  await until(() => first.connections > 0, { what: 'a connection to the first server' });
  await popup.registered();
  await far.dial(account.username);
  await popup.call('incoming');
  await popup.press('Decline');
});
