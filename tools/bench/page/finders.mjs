// The extensions that are measured: ours as built, and each peer as the smallest extension that runs
// it the way its documentation says, at the same moment of a page's life.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(new URL('../numbers/run.mjs', import.meta.url));

/** Finds with libphonenumber-js/max in every text node and wraps what it finds, as most extensions do. */
const WRAP = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const name = walker.currentNode.parentNode.localName;
    if (name !== 'script' && name !== 'style' && name !== 'textarea') nodes.push(walker.currentNode);
  }
  for (const node of nodes) {
    if (!/\\d/.test(node.data)) continue;
    const found = libphonenumber.findPhoneNumbersInText(node.data, 'VN');
    for (const { startsAt, endsAt, number } of found.reverse()) {
      const range = document.createRange();
      range.setStart(node, startsAt);
      range.setEnd(node, endsAt);
      const link = document.createElement('a');
      link.className = 'wrapped';
      link.href = number.getURI();
      range.surroundContents(link);
    }
  }
})();`;

const PEERS = {
  none: () => ({ 'nothing.js': '' }),
  // How fast this machine is today: every text node visited and searched for a digit, nothing found.
  'walk alone, digits looked for': () => ({
    'walk.js': `(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let count = 0;
      while (walker.nextNode()) if (/\\d/.test(walker.currentNode.data)) count += 1;
      return count;
    })();`,
  }),
  'libphonenumber-js/max, wrapped': () => ({
    'finder.js': { file: path.join(path.dirname(require.resolve('libphonenumber-js/package.json')), 'bundle/libphonenumber-max.js') },
    'wrap.js': WRAP,
  }),
  'ringcentral-c2d': () => ({
    'finder.js': { file: path.join(path.dirname(require.resolve('ringcentral-c2d/package.json')), 'build/index.js') },
    'start.js': "new RingCentralC2D({ countryCode: 'VN' });",
  }),
};

/** Writes the extension of a finder to `folder`; ours are copied from `builds`, folders by name. */
export function write(name, folder, builds) {
  if (builds[name]) return cpSync(builds[name], folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const files = PEERS[name]();
  for (const [file, what] of Object.entries(files)) {
    if (what.file) cpSync(what.file, path.join(folder, file));
    else writeFileSync(path.join(folder, file), what);
  }
  writeFileSync(path.join(folder, 'worker.js'), '');
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({
    manifest_version: 3, name, version: '1', background: { service_worker: 'worker.js' },
    host_permissions: ['http://*/*'],
    content_scripts: [{ matches: ['http://*/*'], js: Object.keys(files), run_at: 'document_idle' }],
  }));
}

export const names = (builds) => ['none', ...Object.keys(builds), ...Object.keys(PEERS).filter((name) => name !== 'none')];
