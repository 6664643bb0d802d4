// The last of the scripts that read, paint and point: says that all of them are here.
(() => {
  'use strict';
  const page = globalThis.aloPage;
  // Without `running` these scripts came before content.js, which has them brought again when it needs them.
  if (!page?.running || page.isWhole) return;
  page.isWhole = true;
})();
