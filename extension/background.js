// The worker's shim. Chromium wakes the worker for an event only if its listener is there when this
// script has run once, so every listener is registered here and waits for the wasm.
import init, * as worker from './wasm/background.js';

const ready = init({ module_or_path: chrome.runtime.getURL('wasm/background_bg.wasm') });

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.to !== 'worker') return false;
  ready.then(() => worker.onMessage(message, sender)).then(reply, () => reply(null));
  return true;
});

chrome.runtime.onInstalled.addListener(({ reason }) => ready.then(() => worker.onInstalled(reason)));
chrome.runtime.onStartup.addListener(() => ready.then(() => worker.onStartup()));

chrome.notifications.onButtonClicked.addListener((id, button) =>
  ready.then(() => worker.onNotificationButton(id, button)),
);
chrome.notifications.onClicked.addListener((id) => ready.then(() => worker.onNotificationClicked(id)));
chrome.notifications.onClosed.addListener((id, byUser) =>
  ready.then(() => worker.onNotificationClosed(id, byUser)),
);
