// The set-up of each content test: one browser for the file, a page of its own for each test. Each file runs in its own
// process, so it does not share `world` and `page` with others.
import { after, afterEach, before, beforeEach } from 'node:test';
import { start } from './harness.mjs';

/** The browser, its pages and the stub worker; set while tests run. */
export let world;
/** The page of this test, closed after it. */
export let page;

/** To be called once by each file. @param {object} [options] those of `start` */
export function setTheStage(options) {
  before(async () => { world = await start(options); });
  after(async () => { await world?.stop(); });
  beforeEach(async () => {
    await world.stub.reset();
    page = null;
  });
  afterEach(async () => { await page?.close(); });
}

/** Opens a page of tests/pages. */
export async function openFile(file) { return openUrl(world.pages.url(file)); }

/** Opens a page with this HTML. */
export async function open(name, html, headers) { return openUrl(world.pages.add(name, html, headers)); }

/** Opens an empty tab, for tests that prepare something before the page loads. */
export async function openNothing() {
  page = await world.browser.context.newPage();
  return page;
}

async function openUrl(url) {
  page = await world.browser.openPage(url);
  return page;
}
