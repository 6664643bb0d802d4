// Fails where a wasm module imports from "env": that is code which expects an operating system.
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(file));
const stray = WebAssembly.Module.imports(module).filter(({ module: from }) => from === 'env');
if (stray.length > 0) {
  console.error(`${file} imports from "env": ${stray.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
