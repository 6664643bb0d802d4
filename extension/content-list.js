// Run by the popup in every frame of the page it stands over; its value is the list of numbers there.
globalThis.aloPage?.list?.() ?? [];
