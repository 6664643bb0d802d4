// The agent's shim: keeps messages that come while the wasm is being compiled, and reloads the page if the wasm dies.
import init, { start } from './wasm/agent.js';

const early = [];
const keep = (message, sender, reply) => {
  if (message?.to !== 'agent') return false;
  early.push([message, sender, reply]);
  return true;
};
chrome.runtime.onMessage.addListener(keep);

const PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

// The state of a module that has trapped cannot be trusted. The account is in the store, so a reloaded page is soon
// registered again; the pause keeps a fault at the start from reloading without end.
let isGoing = false;
const reload = (pause) => {
  if (!isGoing) setTimeout(() => location.reload(), pause);
  isGoing = true;
};
/** @param {ErrorEvent & PromiseRejectionEvent} event */
const revive = ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) reload(PAUSE_MS);
};
addEventListener('error', revive);
addEventListener('unhandledrejection', revive);

// A module that could not be loaded (memory full at the system's start, a disk error) may be loaded later: without it
// there is no phone, and nothing else would try again. Each pause is twice the one before.
const PAUSE = 'pause';
function tryAgain() {
  let pause = PAUSE_MS;
  try {
    pause = Math.min(LONGEST_PAUSE_MS, +(sessionStorage.getItem(PAUSE) ?? PAUSE_MS));
    sessionStorage.setItem(PAUSE, String(2 * pause));
  } catch {
    // Without session storage each pause is the first one.
  }
  reload(pause);
}

try {
  await init({ module_or_path: chrome.runtime.getURL('wasm/agent_bg.wasm') });
  chrome.runtime.onMessage.removeListener(keep);
  start(early);
} catch (error) {
  // Senders of early messages get an answer, so that they do not wait.
  chrome.runtime.onMessage.removeListener(keep);
  for (const [, , reply] of early) reply(null);
  tryAgain();
  throw error;
}
try {
  sessionStorage.removeItem(PAUSE);
} catch {
  // There is no session storage, and no pause in it.
}
