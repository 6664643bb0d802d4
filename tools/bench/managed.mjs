// `node tools/bench/managed.mjs`: how long a browser that has just started takes to tell an extension what is decided by
// policy (`chrome.storage.managed`), ms, in three starts of one profile; and the second time that it is asked.
// Needs dist/chrome, Chromium and the packages of tests/e2e.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeDir, tempDir } from '../../tests/pbx/process.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(path.join(root, 'tests/e2e/package.json'))('playwright-core');
const extension = path.join(root, 'dist/chrome');
const profile = tempDir('alo-bench-managed-');

/** Asks in a page of the extension's own. */
async function ask() {
  const asked = performance.now();
  await chrome.storage.managed.get(null);
  return Math.round(performance.now() - asked);
}

try {
  for (let start = 1; start <= 3; start += 1) {
    const began = performance.now();
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.ALO_CHROMIUM ?? '/usr/bin/chromium',
      headless: false,
      args: ['--headless=new', '--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
      ignoreDefaultArgs: ['--disable-extensions'],
    });
    const worker = browser.serviceWorkers()[0] ?? await browser.waitForEvent('serviceworker');
    const page = await browser.newPage();
    await page.goto(new URL('popup.html', worker.url()).href);
    const at = Math.round(performance.now() - began);
    console.log(`start ${start}: asked after ${at}, told ${await page.evaluate(ask)} later; the second time ${await page.evaluate(ask)}`);
    await browser.close();
  }
} finally {
  await removeDir(profile);
}
