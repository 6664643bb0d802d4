// Goes before the others where a page asks how it is to be treated before it is looked at.
(globalThis.aloPage ??= {}).asks = true;
