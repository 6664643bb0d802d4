// Firefox has no offscreen document, so worker and agent share its background page; this is the one
// place that knows it. A runtime message never reaches the page that sent it: the two call each other.
//
// The worker is imported statically: Firefox wakes a sleeping background page for an event only if the
// listener is there when the page has loaded, and loses the message that woke it otherwise.
import initAgent, { fromWorker, start } from './wasm/agent.js';
import { ready as worker } from './background.js';
import './firefox-microphone.js';

const begin = () => {
  const self = { id: chrome.runtime.id, url: chrome.runtime.getURL('background.html') };
  start([], (message) => worker.then(({ onMessage }) => onMessage(message, self)));
};

// What could not be loaded may be the next time; nobody else would try again. Each pause is twice the one before, in ms.
const LONGEST_PAUSE_MS = 60_000;
let agent;
function load(pause) {
  const loaded = initAgent({ module_or_path: chrome.runtime.getURL('wasm/agent_bg.wasm') });
  agent = loaded.then(begin);
  loaded.catch(() => setTimeout(load, pause, Math.min(LONGEST_PAUSE_MS, 2 * pause)));
}
load(2000);

// The worker asks for the agent as soon as its wasm has been loaded, which is after this. Who asks while it could not be
// loaded hears so at once: nothing is carried out when nobody waits for it any more.
globalThis.aloAgent = (request) =>
  agent.then(() => new Promise((answer) => { fromWorker(request, answer); }));

// Firefox ends a background page after 30 s without an extension event, whatever sockets and calls it
// holds; a call of an extension API every 10 s was measured to keep it.
setInterval(() => chrome.runtime.getPlatformInfo(), 10_000);
