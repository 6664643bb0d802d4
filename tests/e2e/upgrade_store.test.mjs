// The store of an older version: what was in it is there after the update, too.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';

/** In one of the extension's pages: the store as version 1 of its layout had it, with what is in it now. */
async function backToVersionOne(row) {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    // Blocked is one that waits for what the phone is still writing; it goes on when that has closed.
  });
  const now = await done(indexedDB.open('alo'));
  const values = now.transaction('values').objectStore('values');
  const [keys, found] = await Promise.all([done(values.getAllKeys()), done(values.getAll())]);
  const version = now.version;
  now.close();
  await done(indexedDB.deleteDatabase('alo'));
  const opening = indexedDB.open('alo', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('values');
    opening.result.createObjectStore('history', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
  };
  const old = await done(opening);
  const change = old.transaction(['values', 'history'], 'readwrite', { durability: 'strict' });
  keys.forEach((key, at) => change.objectStore('values').put(found[at], key));
  change.objectStore('history').put(row);
  await new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onabort = () => reject(change.error);
  });
  old.close();
  return { version, keys };
}

/** Version and stores as they are, without making a database where there is none. */
async function layout() {
  const [{ version }] = (await indexedDB.databases()).filter(({ name }) => name === 'alo');
  const open = indexedDB.open('alo', version);
  const stores = await new Promise((resolve, reject) => {
    open.onsuccess = () => resolve([...open.result.objectStoreNames]);
    open.onerror = () => reject(open.error);
  });
  open.result.close();
  return { version, stores };
}

test('a store of the first version is taken over: account, sign-in and history are there', async (t) => {
  const { browser, popup, account } = await t.signedIn();
  // As the first version wrote it: without what rows have had since.
  const startedAt = Date.now() - 86_400_000;
  const row = {
    id: 'old-call', direction: 'incoming', number: '0912345678', name: 'Chị Lan', startedAt,
    answeredAt: startedAt + 5000, end: { cause: 'hungUp', code: null, reason: null, at: startedAt + 60_000 }, unseen: false,
  };
  const { version, keys } = await popup.page.evaluate(backToVersionOne, row);
  assert.equal(version, 2);
  for (const key of ['account', 'accountKey', 'hadAccount']) assert.ok(keys.includes(key), `the store had «${key}»`);
  assert.deepEqual(await popup.page.evaluate(layout), { version: 1, stores: ['history', 'values'] });

  const later = await t.restart(browser);
  const again = await t.popup(later);
  const snapshot = await again.registered();
  assert.equal(snapshot.account.username, account.username);
  assert.deepEqual(snapshot.history.map(({ id, number, name }) => ({ id, number, name })), [{ id: 'old-call', number: '0912345678', name: 'Chị Lan' }]);
  assert.deepEqual(await again.page.evaluate(layout), { version: 2, stores: ['contacts', 'history', 'notes', 'outbox', 'values'] });

  // What is stored from now on is there after the next start, beside the old.
  await t.phone({ user: '2000' });
  await again.dial('2000');
  await again.call('connected');
  await again.press('Hang up');
  await again.when((s) => s.history[0]?.end && s.history.length === 2);
  const third = await t.restart(later);
  const last = await t.popup(third);
  const { history } = await last.registered();
  assert.deepEqual(history.map(({ number }) => number), ['2000', '0912345678']);
}, { timeout: 90_000 });
