// Says that everything is here which reads, paints and points.
(() => {
  'use strict';
  const page = globalThis.aloPage;
  // What came before a page's own scripts is brought again when they ask for it.
  if (!page?.running || page.isWhole) return;
  page.isWhole = true;
})();
