// `node tools/bench/page/floors.mjs [PAGE] [--times N]`: what single steps of finding numbers cost a page at the
// least, each alone in a content script of a new process: below their sum no finder comes that takes these steps.
// Prints ms of wall time on the page's thread, the mean of the faster half of the rounds, and what each counted.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../../tests/e2e/lib/browser.mjs';
import { removeDir, tempDir } from '../../../tests/pbx/process.mjs';
import { pages } from './pages.mjs';

const args = process.argv.slice(2);
const times = args.includes('--times') ? +args[args.indexOf('--times') + 1] : 9;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const all = Object.fromEntries(Object.entries(pages(2026)).filter(([name]) => !args[0] || args[0].startsWith('--') || name === args[0]));

/** Each is a function of the page: `prepare` makes what is not measured, `run` gives what it counted. */
const STEPS = {
  nothing: { run: () => 0 },
  'text of the whole body': { run: () => document.body.textContent.length },
  'digits enough in it': { prepare: () => document.body.textContent, run: (page, text) => page.candidateIn(text, 0) },
  'links to numbers': { run: (page) => page.linksIn(document).length },
  'likely hosts': { run: (page) => [...page.oddOnes(document)].length },
  'their shadow roots': {
    prepare: (page) => [...page.oddOnes(document)],
    run: (page, hosts) => hosts.filter((host) => page.shadowOf(host)).length,
  },
  'chrome.runtime': { run: () => chrome.runtime.id.length },
  'every text node': {
    run: () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let length = 0;
      while (walker.nextNode()) length += walker.currentNode.length;
      return length;
    },
  },
  'every text node, digits enough in it': {
    run: (page) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let count = 0;
      while (walker.nextNode()) if (page.isCandidate(walker.currentNode.data)) count += 1;
      return count;
    },
  },
  'and its block, whether alone in it, and its place among cells': {
    run: (page) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const { data } = node;
        if (!page.isCandidate(data)) continue;
        const block = node.parentNode;
        const alone = node.previousSibling === null && node.nextSibling === null;
        found.push({ node, data, alone, row: block.parentElement, at: block.localName === 'td' ? block.cellIndex : 0 });
      }
      return found.length;
    },
  },
  'these texts sent': {
    prepare: (page) => {
      chrome.runtime.sendMessage({}).catch(() => {});
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) if (page.isCandidate(walker.currentNode.data)) texts.push(walker.currentNode.data);
      return texts;
    },
    run: (page, texts) => {
      for (let at = 0; at < texts.length; at += 500) chrome.runtime.sendMessage({ texts: texts.slice(at, at + 500) }).catch(() => {});
      return texts.length;
    },
  },
  'as many numbers painted as the page has': {
    prepare: (page) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) if (page.isCandidate(walker.currentNode.data)) nodes.push(walker.currentNode);
      return nodes.slice(0, 1932);
    },
    run: (page, nodes) => {
      const highlight = new Highlight();
      for (const node of nodes) highlight.add(new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: node.length }));
      CSS.highlights.set('floor', highlight);
      return nodes.length;
    },
  },
};

const SCRIPTS = ['content-signs.js', 'content-cuts.js', 'content-roots.js'];
const name = 'floors';
const dir = tempDir('alo-bench-floors-');
const extension = path.join(dir, name);
mkdirSync(extension, { recursive: true });
for (const script of SCRIPTS) cpSync(path.join(root, 'extension', script), path.join(extension, script));
const steps = Object.values(STEPS).map(({ prepare, run }) => `{ prepare: ${prepare ?? 'null'}, run: ${run} }`);
writeFileSync(path.join(extension, 'worker.js'), '');
writeFileSync(path.join(extension, 'step.js'), `(() => {
  const { prepare, run } = [${steps}][+location.hash.slice(1)];
  const page = globalThis.aloPage;
  document.body.firstElementChild;
  const ready = prepare?.(page);
  const start = performance.now();
  const count = run(page, ready);
  console.log('floor ' + (performance.now() - start) + ' ' + count);
})();`);
writeFileSync(path.join(extension, 'manifest.json'), JSON.stringify({
  manifest_version: 3, name, version: '1', background: { service_worker: 'worker.js' }, host_permissions: ['http://*/*'],
  content_scripts: [{ matches: ['http://*/*'], js: [...SCRIPTS, 'step.js'], run_at: 'document_idle' }],
}));

// Isolated from other origins, a page has a clock of 5 µs.
const headers = {
  'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp',
};
const server = createServer((request, response) => {
  const body = all[new URL(request.url, 'http://x').pathname.slice(1)];
  response.writeHead(body ? 200 : 404, headers).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await launch({ extension, microphone: 'prompt' });
const results = new Map();

async function measure(page, step, round) {
  const tab = await browser.context.newPage();
  const said = tab.waitForEvent('console', (message) => message.text().startsWith('floor '));
  // Another site each time: a renderer process of its own.
  await tab.goto(`http://${page}${step}r${round}.localhost:${server.address().port}/${page}#${step}`);
  const [, ms, count] = (await said).text().split(' ');
  await tab.close();
  const key = `${page} ${step}`;
  if (!results.has(key)) results.set(key, { count: +count, all: [] });
  results.get(key).all.push(+ms);
}

try {
  for (let round = 0; round < times; round += 1) {
    for (const page of Object.keys(all)) for (let step = 0; step < steps.length; step += 1) await measure(page, step, round);
  }
} finally {
  await browser.close();
  server.close();
  removeDir(dir);
}

const quiet = (values) => {
  const half = [...values].sort((a, b) => a - b).slice(0, Math.ceil(values.length / 2));
  return half.reduce((sum, it) => sum + it, 0) / half.length;
};
console.log(`ms, mean of the faster half of ${times}, and what was counted\n`);
console.log(`${''.padEnd(64)}${Object.keys(all).map((page) => page.padStart(20)).join('')}`);
Object.keys(STEPS).forEach((step, at) => {
  const cells = Object.keys(all).map((page) => {
    const { all: values, count } = results.get(`${page} ${at}`);
    return `${quiet(values).toFixed(2)} (${count})`.padStart(20);
  });
  console.log(`${step.padEnd(64)}${cells.join('')}`);
});
