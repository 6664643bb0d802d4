// How much of us every page gets. No browser.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lateScripts } from './harness.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
// Bytes. Every frame of every page has these scripts compiled, with numbers or without: what most pages can do without belongs
// into the scripts that come later (`WHOLE`, `CARD`).
const BUDGET = 45_000;

test('the scripts that every page gets stay within their budget', () => {
  const size = lateScripts('PAGE').reduce((sum, file) => sum + statSync(path.join(root, 'extension', file)).size, 0);
  assert.ok(size <= BUDGET, `${size} bytes, ${BUDGET} at most`);
});
