// Run by the popup in every frame of the page in its tab; the script's value is the frame's list of numbers.
globalThis.aloPage?.list?.() ?? [];
