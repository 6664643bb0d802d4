// Brought in before content.js it makes the page ask how it is to be treated before it is read; into a page that is
// open already, it makes the page ask again.
(globalThis.aloPage ??= {}).asksFirst = true;
// `void`: the browser would wait for a promise that is the script's value.
void globalThis.aloPage.refresh?.();
