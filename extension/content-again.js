// The settings have changed: what is in this page asks how it is to be treated.
globalThis.aloPage?.again?.();
