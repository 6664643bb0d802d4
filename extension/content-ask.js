// Messages to the worker, and whether there still is one.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  const AGAIN_MS = 500;

  /** Whether the extension was updated or removed while these scripts stayed in the page. */
  page.isOrphan = () => !chrome.runtime?.id;

  /** One message, one answer; null when there is none. */
  page.ask = async (request) => {
    if (page.isOrphan()) {
      page.stop();
      return null;
    }
    try {
      return (await chrome.runtime.sendMessage({ to: 'worker', ...request })) ?? null;
    } catch {
      // The extension was updated or removed, or the worker is just starting.
      if (page.isOrphan()) page.stop();
      return null;
    }
  };

  /** As `ask`; without an answer it asks once more after `AGAIN_MS`, if `isWanted` still holds. */
  page.askWithRetry = async (request, isWanted = () => true) => {
    const answer = await page.ask(request);
    if (answer || !isWanted()) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return page.ask(request);
  };
})();
