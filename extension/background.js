// The worker's shim. Chromium wakes the worker for an event only if its listener is there when this
// script has run once, so every listener is registered here and waits for the wasm.
import init, * as worker from './wasm/background.js';

const AGAIN_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const after = (ms) => new Promise((later) => setTimeout(later, ms));
const load = () => init({ module_or_path: chrome.runtime.getURL('wasm/background_bg.wasm') }).then(() => worker);

/** Resolves to the worker's functions when its wasm runs; what could not be loaded may be the next time. */
export let ready = load().catch(() => after(AGAIN_MS).then(load));

/** What a person does while nothing could be loaded is not carried out later: nobody waits for it any more. */
const whenReady = (does) => ready.then(does, () => {});

/** What the browser tells but once is, the last of each kind. */
const owed = new Map();
const whenEver = (kind, does) => ready.then(does, () => { owed.set(kind, does); });

// Firefox's background page lives as long as the browser, so nobody else would try again.
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

// The phone must be on whenever the browser is: looked after at each start of this worker, and once a
// minute in case the agent's document has died.
const PULSE = 'pulse';
whenReady(() => worker.onAwake());
chrome.alarms.create(PULSE, { periodInMinutes: 1 });
chrome.alarms.onAlarm.addListener(({ name }) => name === PULSE && whenReady(() => worker.onAwake()));

chrome.runtime.onInstalled.addListener(({ reason }) => whenEver('installed', () => worker.onInstalled(reason)));
// With a listener the browser waits for us to reload, which is never done in a call.
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

// The browser's own ways in. Firefox for Android has none of them.
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

/** Runs in each frame. */
function selected() {
  let depth = 0;
  for (let frame = window; frame !== frame.parent; frame = frame.parent) depth += 1;
  return { text: String(getSelection() ?? ''), depth, hasFocus: document.hasFocus() };
}

/** What the person has selected: where the focus is, or else in the only frame that has a selection. */
function chosen(frames) {
  // Every ancestor of the frame with the focus says that it has it, too.
  const [own] = frames.filter(({ hasFocus }) => hasFocus).sort((a, b) => b.depth - a.depth);
  if (own?.text.trim()) return own.text;
  const others = frames.filter(({ text }) => text.trim());
  return others.length === 1 ? others[0].text : undefined;
}
