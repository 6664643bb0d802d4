// `node tools/bench/page/run.mjs`: what finding numbers costs a page, beside others, in one run.
//   --times N   rounds instead of seven      --only X   finders whose name holds X (and `none`)
//   --seed N    another set of pages         --page X   one page only
//   --with F    another build of ours, a folder like dist/chrome, in turns with this one (may be given often)
//   --alone     no peers and no walk: for telling builds apart in many rounds
// Needs dist/chrome and the packages of tests/e2e and tools/bench/numbers.
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../../tests/e2e/lib/browser.mjs';
import { removeDir, tempDir } from '../../../tests/pbx/process.mjs';
import { names, write } from './finders.mjs';
import { measure } from './measure.mjs';
import { pages } from './pages.mjs';

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const times = +option('--times', '7');
const only = option('--only', '');
const wanted = option('--page', '');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const all = Object.fromEntries(Object.entries(pages(+option('--seed', '2026'))).filter(([name]) => name.includes(wanted)));

const server = createServer((request, response) => {
  const body = all[new URL(request.url, 'http://x').pathname.slice(1)];
  response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const dir = tempDir('alo-bench-page-');
const builds = { alo: path.join(root, 'dist/chrome') };
args.forEach((arg, at) => { if (arg === '--with') builds[`alo ${path.basename(args[at + 1])}`] = path.resolve(args[at + 1]); });
const wantedNames = names(builds).filter((it) => it === 'none' || (args.includes('--alone') ? it in builds : it.startsWith('walk') || it.includes(only)));
const results = {};
const browsers = {};
try {
  for (const name of wantedNames) {
    const extension = path.join(dir, name.replace(/\W+/g, '-'));
    write(name, extension, builds);
    browsers[name] = await launch({ extension, microphone: 'prompt' });
  }
  // They take turns, so that a busy machine is busy for all of them.
  for (let round = 0; round < times; round += 1) {
    for (const name of wantedNames) {
      for (const page of Object.keys(all)) {
        // Another site each time: a renderer process of its own, with nothing compiled yet.
        const url = `http://${page}${round}-${name.replace(/\W+/g, '-')}.localhost:${port}/${page}`;
        const result = await measure(browsers[name], url, { numbers: page !== 'article' && name in builds });
        if (process.env.ALO_SHOW) console.error(name, page, JSON.stringify(result));
        ((results[name] ??= {})[page] ??= []).push(result);
      }
    }
  }
} finally {
  for (const browser of Object.values(browsers)) await browser.close();
  server.close();
  removeDir(dir);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** Of the faster half: what a busy machine does to the others says nothing about the build. */
const quiet = (values) => {
  const half = [...values].sort((a, b) => a - b).slice(0, Math.ceil(values.length / 2));
  return half.reduce((sum, it) => sum + it, 0) / half.length;
};
const cell = (value) => String(value).padStart(14);
console.log(`main thread, CPU ms, cold, median of ${times}\n`);
console.log(`${''.padEnd(44)}${['script', 'of it loading', 'faster half', 'least', 'at a stretch', '+ painting', 'whole thread', 'numbers'].map(cell).join('')}`);
for (const page of Object.keys(all)) {
  const middle = (name, what) => median(results[name][page].map((it) => it[what]));
  for (const name of Object.keys(results)) {
    if (name === 'none') continue;
    const over = (what) => middle(name, what) - middle('none', what);
    const row = [middle(name, 'script').toFixed(1), middle(name, 'loading').toFixed(1), quiet(results[name][page].map((it) => it.script)).toFixed(1), Math.min(...results[name][page].map((it) => it.script)).toFixed(1), middle(name, 'longest').toFixed(1), (middle(name, 'script') + Math.max(0, over('paint'))).toFixed(1), over('busy').toFixed(1), middle(name, 'found')];
    console.log(`${page.padEnd(12)}${name.padEnd(32)}${row.map(cell).join('')}`);
  }
}
