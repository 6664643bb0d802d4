// Writes a browser's manifest from the one at the root: the only place where they differ.
import { readFileSync } from 'node:fs';

const [browser, file] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(file, 'utf8'));

if (browser === 'firefox') {
  delete manifest.minimum_chrome_version;
  // Firefox has no offscreen document: worker and agent share a background page.
  manifest.background = { page: 'background.html' };
  manifest.permissions = manifest.permissions.filter((name) => name !== 'offscreen');
  manifest.browser_specific_settings = {
    gecko: { id: 'alo@alo-phone.github.io', strict_min_version: '140.0' },
  };
}

process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
