// What each content test stands on: one browser for the file, a page of its own for each test. A file has
// a process of its own, so `world` and `page` are its alone.
import { after, afterEach, before, beforeEach } from 'node:test';
import { start } from './harness.mjs';

/** The browser, its pages and the stub worker; there while tests run. */
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

/** Opens a page of one's own. */
export async function open(name, html, headers) { return openUrl(world.pages.add(name, html, headers)); }

/** Opens an empty tab, for whoever has to be there before the page is. */
export async function openNothing() {
  page = await world.browser.context.newPage();
  return page;
}

async function openUrl(url) {
  page = await world.browser.openPage(url);
  return page;
}
