// A `chrome` for the worker's wasm under node: records what is asked of it, answers from tables.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mock } from 'node:test';

export const ID = 'abcdefghijklmnopabcdefghijklmnop';
export const ORIGIN = `chrome-extension://${ID}/`;

const built = new URL('../../target/wasm/', import.meta.url);

/** The worker's functions, of its wasm as it ships. It keeps its memory between tests as a living worker does. */
export async function loadWorker() {
  assert.ok(existsSync(built), 'run ./build.sh build first');
  globalThis.chrome = fakeChrome();
  const worker = await import(new URL('background.js', built));
  worker.initSync({ module: readFileSync(new URL('background_bg.wasm', built)) });
  return worker;
}

/** Who the agent's messages are from. */
export const AGENT = { id: ID, url: `${ORIGIN}offscreen.html` };

/** The agent tells the worker how it is. */
export const tell = (worker, changes) => worker.onMessage(
  { to: 'worker', type: 'state', state: { registration: 'registered', ...changes } },
  AGENT,
);
export const incoming = (call) => ({ call, number: '0912345678', name: 'Lan', waiting: false });

/** Lets so much time pass, ms of `mock.timers`, and what waits for it happen. */
export async function pass(ms) {
  for (let at = 0; at < ms; at += 50) {
    mock.timers.tick(50);
    await new Promise(setImmediate);
  }
}

const area = () => {
  const items = {};
  return {
    items,
    get: async (keys) => Object.fromEntries([keys].flat().filter((key) => key in items).map((key) => [key, structuredClone(items[key])])),
    set: async (changes) => void Object.assign(items, structuredClone(changes)),
    setAccessLevel: async () => {},
  };
};

// The worker looks these two up once in its life.
const local = area();
const session = area();
/** What the browser's policies say; `answer` can be replaced by one that takes its time. */
export const managed = { answer: async () => ({}), get: () => managed.answer() };

/** A fresh browser. `agent(request)` answers what the worker asks of the agent. */
export function fakeChrome({ agent = async () => ({ refusal: null }), firefox = false, pages = [] } = {}) {
  managed.answer = async () => ({});
  for (const { items } of [local, session]) for (const key of Object.keys(items)) delete items[key];
  const shown = new Map();
  const menus = new Map();
  const log = { asked: [], opened: [], badges: [], created: [], reloads: 0 };
  return {
    log,
    shown,
    runtime: {
      id: ID,
      getURL: (path) => ORIGIN + path,
      getContexts: async ({ contextTypes }) => (contextTypes?.includes('TAB') ? pages : [{}]),
      reload: () => { log.reloads += 1; },
      sendMessage: async (message) => {
        log.asked.push(message);
        return agent(message);
      },
    },
    offscreen: { createDocument: async () => {} },
    storage: { local, session, managed },
    notifications: {
      getAll: async () => Object.fromEntries([...shown.keys()].map((id) => [id, true])),
      create: async (id, options) => {
        if (firefox && ('buttons' in options || 'requireInteraction' in options)) throw new TypeError('unsupported by Firefox');
        log.created.push(id);
        shown.set(id, options);
      },
      clear: async (id) => shown.delete(id),
    },
    action: {
      setBadgeText: async ({ text }) => void log.badges.push(text),
      setBadgeBackgroundColor: async () => {},
      setTitle: async () => {},
      openPopup: async () => void log.opened.push('popup'),
    },
    windows: { getAll: async () => [], getLastFocused: async () => { throw new Error('No window'); }, create: async ({ url }) => void log.opened.push(url), update: async (id) => void log.opened.push(`window ${id}`) },
    tabs: { create: async ({ url }) => void log.opened.push(url), query: async () => [] },
    scripting: { executeScript: async () => {}, insertCSS: async () => {} },
    contextMenus: {
      removeAll: async () => menus.clear(),
      create: (item) => void menus.set(item.id, item),
      update: async (id, changes) => void Object.assign(menus.get(id), changes),
    },
    menus,
    i18n: { getMessage: (key) => key },
  };
}
