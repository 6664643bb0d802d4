// Firefox has no offscreen document, so worker and agent share its background page; this is the one
// place that knows it. A runtime message never reaches the page that sent it: the two call each other.
import initAgent, { fromWorker, start } from './wasm/agent.js';

const agent = initAgent({ module_or_path: chrome.runtime.getURL('wasm/agent_bg.wasm') }).then(() => {
  const self = { id: chrome.runtime.id, url: chrome.runtime.getURL('background.html') };
  start([], (message) => worker.then(({ onMessage }) => onMessage(message, self)));
});

// Set before the worker starts, which asks for the agent at once.
globalThis.aloAgent = (request) =>
  agent.then(() => new Promise((answer) => { fromWorker(request, answer); }));

const worker = import('./background.js').then(({ ready }) => ready);

// Firefox ends a background page after 30 s without an extension event, whatever sockets and calls it
// holds; a call of an extension API every 10 s was measured to keep it.
setInterval(() => chrome.runtime.getPlatformInfo(), 10_000);
