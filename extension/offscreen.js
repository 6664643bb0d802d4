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

// A module that has trapped is in no state that can be trusted. The account is in the store, so a
// fresh page is registered again in a moment; the pause keeps a fault at the start from spinning.
const revive = ({ error, reason }) => {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) setTimeout(() => location.reload(), 2000);
};
addEventListener('error', revive);
addEventListener('unhandledrejection', revive);

try {
  await init({ module_or_path: chrome.runtime.getURL('wasm/agent_bg.wasm') });
  chrome.runtime.onMessage.removeListener(keep);
  start(early);
} catch (error) {
  // Whoever waits is not left waiting.
  chrome.runtime.onMessage.removeListener(keep);
  for (const [, , reply] of early) reply(null);
  throw error;
}
