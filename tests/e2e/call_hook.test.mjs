// The record of each call at an address of the company's own.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { test } from './lib/runner.mjs';
import { answer, hangUp, LAN, signedInAt } from './lib/provider.mjs';
import { freePort, sleep, until } from '../pbx/process.mjs';

const KEY = 'shared-key-of-the-company';

/** The company's server, which may be away at first. */
function company(t, port) {
  const records = [];
  const http = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      records.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(204).end();
    });
  });
  t.defer(() => new Promise((resolve) => { http.closeAllConnections(); http.close(() => resolve()); }));
  return { records, start: () => new Promise((resolve) => http.listen(port, '127.0.0.1', resolve)) };
}

test('the company’s server is away when the call ends and the browser is killed: the record comes once, signed', async (t) => {
  const port = await freePort();
  const { records, start } = company(t, port);
  const { browser, popup, desk } = await signedInAt(t, 'omicall', { form: null });
  const hook = { url: `http://127.0.0.1:${port}/calls`, secret: KEY };
  assert.equal(await popup.command({ type: 'setWork', work: { hook, formOpens: false } }), null);
  const { work } = await popup.when((s) => s.work.hook.url, { what: 'the hook' });
  assert.equal(work.hook.secret, '', 'no view is told the key');
  await desk.rings(LAN);
  await answer(popup);
  await hangUp(popup);
  await popup.when((s) => s.outbox.waiting === 1 && s.outbox.nextAt, { what: 'a record that waits' });
  await t.end(browser, { kill: true });
  await start();
  const again = await t.start(browser);
  const later = await t.popup(again);
  await until(() => records.length > 0, { what: 'the record', timeout: 60_000 });
  await later.when((s) => s.outbox.waiting === 0, { what: 'nothing waits' });
  await sleep(1500);
  assert.equal(records.length, 1);
  const [{ headers, body }] = records;
  assert.equal(headers['x-alo-signature'], `sha256=${createHmac('sha256', KEY).update(body).digest('hex')}`);
  assert.ok(headers['x-alo-delivery']);
  const record = JSON.parse(body);
  const [call] = await desk.calls();
  assert.equal(record.transaction_id, call.id);
  assert.equal(record.direction, 'inbound');
  assert.equal(record.disposition, 'answered');
  assert.equal(record.phone_number, LAN.from);
  assert.equal(record.customer.full_name, LAN.name);
}, { timeout: 120_000 });
