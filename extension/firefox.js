// Firefox has no offscreen document, so worker and agent share its background page. A runtime message never reaches the
// page that sent it, so the two call each other directly.
//
// The worker is imported statically: Firefox wakes a sleeping background page for an event only if the listener is
// registered while the page loads; else it loses the message that woke the page.
import initAgent, { fromWorker, start } from './wasm/agent.js';
import { ready as worker } from './background.js';
import './firefox-microphone.js';

const begin = () => {
  const self = { id: chrome.runtime.id, url: chrome.runtime.getURL('background.html') };
  start([], (message) => worker.then(({ onMessage }) => onMessage(message, self)));
};

// Loading that failed may succeed later, and nothing else would try again. Each pause, in ms, is twice the one before.
const LONGEST_PAUSE_MS = 60_000;
let agent;
function load(pause) {
  const loaded = initAgent({ module_or_path: chrome.runtime.getURL('wasm/agent_bg.wasm') });
  agent = loaded.then(begin);
  loaded.catch(() => setTimeout(load, pause, Math.min(LONGEST_PAUSE_MS, 2 * pause)));
}
load(2000);

// Called by the worker when its wasm has been loaded, which is after this. Rejects at once while the agent's wasm could not be
// loaded: a request must not be carried out later, when nobody waits for it.
globalThis.aloAgent = (request) =>
  agent.then(() => new Promise((answer) => { fromWorker(request, answer); }));

// A module that has trapped is in no state that can be trusted, and the interval below keeps this page from the sleep
// that would replace it. The account is in the store: a fresh page is registered again in a moment.
const REVIVAL_PAUSE_MS = 2000;
let isReviving = false;
function revive(fault) {
  if (isReviving || !(fault instanceof WebAssembly.RuntimeError)) return;
  isReviving = true;
  setTimeout(() => location.reload(), REVIVAL_PAUSE_MS);
}
addEventListener('error', ({ error }) => revive(error));
addEventListener('unhandledrejection', ({ reason }) => revive(reason));

// Firefox ends a background page after 30 s without an extension event, whatever sockets and calls it has; calling an
// extension API every 10 s keeps it alive (measured).
setInterval(() => chrome.runtime.getPlatformInfo(), 10_000);
