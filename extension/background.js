// The worker's shim. Chromium wakes the worker for an event only if its listener is there when this
// script has run once, so every listener is registered here and waits for the wasm.
import init, * as worker from './wasm/background.js';

const AGAIN_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const after = (ms) => new Promise((later) => setTimeout(later, ms));
const load = () => init({ module_or_path: chrome.runtime.getURL('wasm/background_bg.wasm') }).then(() => worker);

/** Resolves to the worker's functions when its wasm runs. Loading that failed is tried once more after a second. */
export let ready = load().catch(() => after(AGAIN_MS).then(load));

/** For what a person does: dropped if the wasm could not be loaded, because nobody waits for it later. */
const whenReady = (does) => ready.then(does, () => {});

/** For events that the browser sends only once: the last one of each kind is carried out when the wasm could be loaded. */
const owed = new Map();
const whenEver = (kind, does) => ready.then(does, () => { owed.set(kind, does); });

// Firefox's background page lives as long as the browser, so nothing else would try to load the wasm again.
async function keepTrying() {
  for (let pause = 2 * AGAIN_MS; ; pause = Math.min(LONGEST_PAUSE_MS, 2 * pause)) {
    try {
      await ready;
      return;
    } catch (error) {
      console.error(error);
    }
    await after(pause);
    ready = load();
    whenReady(() => {
      worker.onAwake();
      for (const does of owed.values()) does();
      owed.clear();
    });
  }
}
keepTrying();

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.to !== 'worker') return false;
  ready.then(() => worker.onMessage(message, sender)).then(reply, () => reply(null));
  return true;
});

// The phone must be on whenever the browser runs: checked at each start of this worker, and once a minute
// in case the agent's document has died.
const PULSE = 'pulse';
whenReady(() => worker.onAwake());
chrome.alarms.create(PULSE, { periodInMinutes: 1 });
chrome.alarms.onAlarm.addListener(({ name }) => name === PULSE && whenReady(() => worker.onAwake()));

chrome.runtime.onInstalled.addListener(({ reason }) => whenEver('installed', () => worker.onInstalled(reason)));
// With a listener the browser leaves the reload to us; the worker never reloads during a call.
chrome.runtime.onUpdateAvailable.addListener(() => whenEver('update', () => worker.onUpdateAvailable()));
chrome.runtime.onStartup.addListener(() => whenEver('startup', () => worker.onStartup()));

chrome.notifications.onButtonClicked.addListener((id, button) =>
  whenReady(() => worker.onNotificationButton(id, button)),
);
chrome.notifications.onClicked.addListener((id) => whenReady(() => worker.onNotificationClicked(id)));
chrome.notifications.onClosed.addListener((id, byUser) =>
  whenReady(() => worker.onNotificationClosed(id, byUser)),
);

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' || area === 'managed') whenReady(() => worker.onSettings(Object.keys(changes), area));
});

// Context menu, address bar and keyboard shortcuts. Firefox for Android has none of them.
chrome.contextMenus?.onClicked.addListener(({ selectionText, linkUrl, menuItemId }, tab) =>
  whenReady(() => worker.onMenu(selectionText, menuItemId === 'link' ? linkUrl : undefined, tab?.url)),
);
chrome.omnibox?.onInputEntered.addListener((text) => whenReady(() => worker.onTyped(text)));
chrome.commands?.onCommand.addListener(async (command, tab) => {
  if (command !== 'call-selection' || !tab?.id) return;
  const target = { tabId: tab.id, allFrames: true };
  const frames = await chrome.scripting.executeScript({ target, func: selected }).catch(() => []);
  const text = chosen(frames.map(({ result }) => result).filter(Boolean));
  if (text) whenReady(() => worker.onMenu(text, undefined, tab.url));
});

/** What is selected in a frame; runs in the page. */
function selected() {
  let depth = 0;
  for (let /** @type {Window} */ frame = window; frame !== frame.parent; frame = frame.parent) depth += 1;
  return { text: String(getSelection() ?? ''), depth, hasFocus: document.hasFocus() };
}

/** The selection in the frame that has the focus, or else in the only frame with a selection. */
function chosen(frames) {
  // The ancestors of the frame with the focus report focus, too: the deepest frame is the one.
  const [own] = frames.filter(({ hasFocus }) => hasFocus).sort((a, b) => b.depth - a.depth);
  if (own?.text.trim()) return own.text;
  const others = frames.filter(({ text }) => text.trim());
  return others.length === 1 ? others[0].text : undefined;
}
