// When a new version takes over, by the worker's wasm as it ships, with a browser of our own.
import assert from 'node:assert/strict';
import { before, beforeEach, mock, test } from 'node:test';
import { fakeChrome, incoming, loadWorker, pass, tell } from './chrome.mjs';

let worker;

before(async () => {
  worker = await loadWorker();
});
beforeEach(() => {
  globalThis.chrome = fakeChrome();
});

const state = (changes) => tell(worker, changes);
const later = (ms) => new Promise((done) => setTimeout(done, ms));

test('a new version waits for the end of the call, whatever happens in it, and takes over once', async () => {
  await state({ active: 1 });
  await worker.onUpdateAvailable();
  await state({ active: 1, missed: 1 });
  await worker.onAwake();
  await state({ incoming: [incoming('a')] });
  await state({ unsaved: true });
  assert.equal(chrome.log.reloads, 0);
  await state({});
  assert.equal(chrome.log.reloads, 1);
  await state({});
  assert.equal(chrome.log.reloads, 1);
});

test('without a new version the end of a call reloads nothing', async () => {
  await state({ active: 1 });
  await state({});
  assert.equal(chrome.log.reloads, 0);
});

test('a new version that comes to a phone at rest takes over as soon as the phone has said so', async () => {
  // The agent answers the question with its state, as the real one does.
  globalThis.chrome = fakeChrome({ agent: async ({ type }) => { if (type === 'report') void state({}); return { refusal: null }; } });
  await worker.onUpdateAvailable();
  await later(10);
  assert.equal(chrome.log.reloads, 1);
});

test('a new version does not close a page that somebody may be typing in', async () => {
  globalThis.chrome = fakeChrome({ pages: [{}] });
  await worker.onUpdateAvailable();
  await state({});
  assert.equal(chrome.log.reloads, 0);
  chrome.runtime.getContexts = async () => [];
  await state({});
  assert.equal(chrome.log.reloads, 1);
});

test('a call that begins to ring while the end of the last one is still being shown is not ended by a new version', async () => {
  await state({ active: 1 });
  await worker.onUpdateAvailable();
  let drawn;
  const slow = new Promise((done) => { drawn = done; });
  const reached = new Promise((done) => {
    chrome.action.setBadgeText = async () => { done(); await slow; };
  });
  const ended = state({});
  await reached;
  const rings = state({ incoming: [incoming('b')] });
  drawn();
  await Promise.all([ended, rings]);
  assert.equal(chrome.log.reloads, 0);
  await state({});
  assert.equal(chrome.log.reloads, 1, 'it has waited');
});

test('a call that begins while a new version is about to take over is not ended by it', async () => {
  await state({ active: 1 });
  await worker.onUpdateAvailable();
  const { set } = chrome.storage.session;
  try {
    chrome.storage.session.set = async (changes) => {
      await set(changes);
      if (changes.update && changes.update.since === null) void state({ active: 1 });
    };
    await state({});
    assert.equal(chrome.log.reloads, 0);
  } finally {
    chrome.storage.session.set = set;
  }
  await state({});
  assert.equal(chrome.log.reloads, 1);
});

test('a phone that says nothing for a while may be in a call, and is not reloaded; where there is none, nothing is lost', async () => {
  for (const [agent, contexts, reloads] of [
    [() => new Promise(() => {}), [{}], 0],
    [() => Promise.reject(new Error('Receiving end does not exist.')), [], 1],
    // Its program cannot be read: its page is there.
    [() => Promise.reject(new Error('Receiving end does not exist.')), [{}], 1],
  ]) {
    globalThis.chrome = fakeChrome({ agent });
    await state({});
    chrome.runtime.getContexts = async ({ contextTypes }) => (contextTypes.includes('TAB') ? [] : contexts);
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      let isOver = false;
      void worker.onUpdateAvailable().then(() => { isOver = true; });
      await pass(16_000);
      assert.ok(isOver);
    } finally {
      mock.timers.reset();
    }
    assert.equal(chrome.log.reloads, reloads);
  }
});

test('a version that comes to a phone which cannot be loaded, while a page of ours is open, takes over when that is closed', async () => {
  globalThis.chrome = fakeChrome({ agent: () => Promise.reject(new Error('Receiving end does not exist.')), pages: [{}] });
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    void worker.onUpdateAvailable();
    await pass(16_000);
    assert.equal(chrome.log.reloads, 0);
    chrome.runtime.getContexts = async ({ contextTypes }) => (contextTypes.includes('TAB') ? [] : [{}]);
    // A minute has passed.
    void worker.onAwake();
    await pass(16_000);
  } finally {
    mock.timers.reset();
  }
  assert.equal(chrome.log.reloads, 1);
});
