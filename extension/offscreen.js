// The agent's shim: keeps what is said to it while its wasm is being compiled, and starts the page
// anew if the wasm dies.
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

// A module that has trapped is in no state that can be trusted. The account is in the store, so a
// fresh page is registered again in a moment; the pause keeps a fault at the start from spinning.
let isGoing = false;
const reload = (pause) => {
  if (!isGoing) setTimeout(() => location.reload(), pause);
  isGoing = true;
};
const revive = ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) reload(PAUSE_MS);
};
addEventListener('error', revive);
addEventListener('unhandledrejection', revive);

// One that could not be loaded (a full memory when everything starts, a disk that stumbles) may be loaded the next
// time: without it there is no phone, and nobody else would try again. Each pause is twice the one before.
const PAUSE = 'pause';
function tryAgain() {
  let pause = PAUSE_MS;
  try {
    pause = Math.min(LONGEST_PAUSE_MS, +(sessionStorage.getItem(PAUSE) ?? PAUSE_MS));
    sessionStorage.setItem(PAUSE, String(2 * pause));
  } catch {
    // Without a memory each pause is the first.
  }
  reload(pause);
}

try {
  await init({ module_or_path: chrome.runtime.getURL('wasm/agent_bg.wasm') });
  chrome.runtime.onMessage.removeListener(keep);
  start(early);
} catch (error) {
  // Whoever waits is not left waiting.
  chrome.runtime.onMessage.removeListener(keep);
  for (const [, , reply] of early) reply(null);
  tryAgain();
  throw error;
}
try {
  sessionStorage.removeItem(PAUSE);
} catch {
  // Nothing was remembered.
}
