// Loads the views. The wasm mounts the one that the page names in body[data-view].
import init from './wasm/ui.js';

await init();
