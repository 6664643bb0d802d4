// The scripts that load our wasm, with a browser of our own: what could not be loaded is loaded later.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, mock, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fakeChrome, pass } from './chrome.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
let dir;

before(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'alo-shims-'));
  writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}');
  for (const name of ['background.js', 'offscreen.js']) cpSync(path.join(root, 'extension', name), path.join(dir, name));
});
after(() => rmSync(dir, { recursive: true, force: true }));

const load = (name, query = '') => import(`${pathToFileURL(path.join(dir, name))}${query}`);

test('a worker whose program cannot be read again and again is there as soon as it can', async () => {
  symlinkSync(path.join(root, 'target/wasm'), path.join(dir, 'wasm'));
  let lookedAfter;
  const phone = new Promise((resolve) => { lookedAfter = resolve; });
  let opened;
  const page = new Promise((resolve) => { opened = resolve; });
  const chrome = fakeChrome({ agent: async ({ to }) => { lookedAfter(to); return { refusal: null }; } });
  chrome.tabs.create = async ({ url }) => opened(url);
  const heard = {};
  const event = (name) => ({ addListener: (listener) => { heard[name] = listener; } });
  for (const name of ['onMessage', 'onInstalled', 'onUpdateAvailable', 'onStartup']) chrome.runtime[name] = event(name);
  for (const name of ['onButtonClicked', 'onClicked', 'onClosed']) chrome.notifications[name] = event(name);
  chrome.storage.onChanged = event('onChanged');
  chrome.contextMenus.onClicked = event('onMenu');
  chrome.alarms = { create: () => {}, onAlarm: event('onAlarm') };
  globalThis.chrome = chrome;
  let reads = 0;
  const { fetch } = globalThis;
  globalThis.fetch = async (url) => {
    if (!url.endsWith('_bg.wasm')) throw new TypeError('Failed to fetch');
    reads += 1;
    if (reads < 5) throw new TypeError('Failed to fetch');
    const program = readFileSync(path.join(root, 'target/wasm/background_bg.wasm'));
    return new Response(program, { headers: { 'content-type': 'application/wasm' } });
  };
  const { error } = console;
  console.error = () => {};
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const shim = await load('background.js');
    const ask = () => new Promise((reply) => { heard.onMessage({ to: 'worker', type: 'hello' }, {}, reply); });
    let early = 'nothing';
    void ask().then((reply) => { early = reply; });
    heard.onInstalled({ reason: 'install' });
    await pass(1100);
    assert.deepEqual([reads, early], [2, null]);
    await pass(2100);
    assert.equal(reads, 3);
    await pass(4100);
    assert.equal(reads, 4);
    await pass(8100);
    assert.equal(reads, 5);
    assert.equal(typeof (await shim.ready).onMessage, 'function');
    // No time passes meanwhile: it looks after the phone at once, and does what it was told when it was not there.
    assert.equal(await phone, 'agent');
    assert.match(await page, /welcome/);
    await pass(120_000);
    assert.equal(reads, 5);
  } finally {
    mock.timers.reset();
    console.error = error;
    globalThis.fetch = fetch;
    unlinkSync(path.join(dir, 'wasm'));
  }
});

test('an agent that fails as soon as it starts is started again after longer and longer pauses', async () => {
  mkdirSync(path.join(dir, 'wasm'));
  writeFileSync(path.join(dir, 'wasm/agent.js'), `export default async () => {};
    export const start = () => { throw new WebAssembly.RuntimeError('unreachable'); };`);
  const event = { addListener: () => {}, removeListener: () => {} };
  globalThis.chrome = { runtime: { onMessage: event, getURL: (name) => name } };
  const kept = new Map();
  globalThis.sessionStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
  const pauses = [];
  const { setTimeout: later } = globalThis;
  try {
    for (let start = 0; start < 7; start += 1) {
      const heard = {};
      let first = Infinity;
      globalThis.addEventListener = (name, listener) => { heard[name] = listener; };
      globalThis.setTimeout = (_, ms) => { first = Math.min(first, ms); };
      await load('offscreen.js', `?${start}`).catch((reason) => heard.unhandledrejection({ reason }));
      pauses.push(first);
    }
  } finally {
    globalThis.setTimeout = later;
    for (const name of ['addEventListener', 'sessionStorage', 'chrome']) delete globalThis[name];
  }
  assert.deepEqual(pauses, [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
});
