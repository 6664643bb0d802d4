// `node tools/bench/page/first_look.mjs [--names]`: how many of the real pages (tools/bench/numbers/real.mjs) have
// nothing that the first look would take for a number, and so get none of our other scripts; and how many would have
// nothing without the text that is never shown. `--names` says which have something.
// Needs Chromium and the packages of tests/e2e and tools/bench/numbers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { realPages } from '../numbers/real.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const { chromium } = createRequire(path.join(root, 'tests/e2e/package.json'))('playwright-core');
const SCRIPTS = ['content-signs.js', 'content-cuts.js', 'content-roots.js', 'content-first.js'];
const source = SCRIPTS.map((file) => readFileSync(path.join(root, 'extension', file), 'utf8')).join('\n');

/** Looks at the page it is in, at once; whether it has found something. */
function look() {
  const slices = [];
  globalThis.requestIdleCallback = (slice) => slices.push(slice);
  let isFound = false;
  globalThis.aloPage.first.begin(() => { isFound = true; }, () => {});
  while (slices.length > 0) slices.shift()({ didTimeout: false, timeRemaining: () => 4 });
  return isFound;
}

/** Takes away what stands in the tree and is never shown. */
function strip() {
  for (const element of document.querySelectorAll('body :is(style, noscript, template, textarea)')) element.remove();
}

/** Whether the page that is open has something, in a world of scripts that has not looked yet. */
const looksLikeOne = () => page.evaluate(`globalThis.aloPage = {};\n${source};\n(${look})()`);

const { files } = realPages();
const browser = await chromium.launch({ executablePath: process.env.ALO_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
let html = '';
// The pages' own scripts do not run, and nothing is fetched for them.
await page.route('**', (route) => (route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
  ? route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': "default-src 'none'" }, body: html })
  : route.abort()));
const [found, shown] = [[], []];
try {
  for (const file of files) {
    html = readFileSync(file, 'utf8');
    await page.goto('http://page.example/', { waitUntil: 'domcontentloaded' });
    if (!(await looksLikeOne())) continue;
    found.push(file);
    await page.evaluate(strip);
    if (await looksLikeOne()) shown.push(file);
  }
} finally {
  await browser.close();
}
console.log(`${files.length} real pages, ${files.length - found.length} without a candidate, ${files.length - shown.length} if style, noscript and textarea were not read`);
if (process.argv.includes('--names')) console.log(found.map((it) => it.split(/[\\/]/).slice(-2).join('/')).join('\n'));
