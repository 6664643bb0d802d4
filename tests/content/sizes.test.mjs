// How much of us a page gets, and when. No browser.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lateScripts } from './harness.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

test('every page has a quarter of our scripts, one with numbers half of them more, one with a card the last quarter', () => {
  const sizes = ['PAGE', 'WHOLE', 'CARD'].map((name) => lateScripts(name)
    .reduce((sum, file) => sum + statSync(path.join(root, 'extension', file)).size, 0));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const quarters = sizes.map((size) => Math.round((4 * size) / all));
  assert.deepEqual(quarters, [1, 2, 1], `docs/pages.md says otherwise than ${sizes.join(', ')} bytes`);
});
