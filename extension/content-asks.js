// A page asks how it is to be treated before it is looked at; one that was looked at asks again.
(globalThis.aloPage ??= {}).asks = true;
// What a script comes to is waited for.
void globalThis.aloPage.again?.();
