// Asks the worker, and notices when there is none any more.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  const AGAIN_MS = 500;

  /** The extension was updated or removed under us. */
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
      // Updated or removed under us, or the worker is just starting.
      if (page.isOrphan()) page.stop();
      return null;
    }
  };

  /** As `ask`, and once more a moment later, unless nobody wants to know any more. */
  page.askTwice = async (request, isWanted = () => true) => {
    const answer = await page.ask(request);
    if (answer || !isWanted()) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return page.ask(request);
  };
})();
