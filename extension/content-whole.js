// Says that everything is here which reads, paints and points.
(() => {
  'use strict';
  const page = globalThis.aloPage;
  if (!page || page.isWhole) return;
  page.isWhole = true;
  page.wholeIsHere?.();
})();
