// Calls that are not among the newest hundred: the list goes on with them, and a search finds them.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';

const HOUR = 3_600_000;

/** Puts so many calls into the store, an hour apart, each by `change` from a call that was made; `Khách 1` is the newest. */
const fill = (browser, count) => browser.offscreen.evaluate(async ([count, hour]) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await done(indexedDB.open('alo'));
  const change = db.transaction(['history'], 'readwrite');
  const history = change.objectStore('history');
  const [made] = await done(history.getAll());
  for (let i = 1; i <= count; i += 1) {
    const startedAt = made.startedAt - i * hour;
    const number = `09${String(10_000_000 + i)}`;
    history.put({ ...made, id: `old-${i}`, number, name: `Khách ${i}`, startedAt, end: { ...made.end, at: startedAt + 5_000 }, note: null });
  }
  await new Promise((resolve) => { change.oncomplete = resolve; });
  db.close();
}, [count, HOUR]);

/** A popup whose agent has just started over so many calls. */
const withCalls = async (t, count) => {
  const sandbox = await t.ownSandbox();
  const first = await t.browser({ account: sandbox.account(), work: { keepDays: 365 } });
  const made = await t.popup(first);
  await made.registered();
  await made.dial('602');
  await made.quiet();
  await made.close();
  await fill(first, count);
  const browser = await t.restart(first);
  const begun = Date.now();
  const popup = await t.popup(browser);
  const snapshot = await popup.registered({ timeout: 30_000 });
  t.start = Date.now() - begun;
  assert.equal(snapshot.history.length, 100);
  return { browser, popup, rows: popup.page.locator('.history .past') };
};

test('a call of weeks ago is found by its name, noted and cleared', async (t) => {
  const { browser, popup, rows } = await withCalls(t, 1_200);
  const { page } = popup;
  const say = browser.messages;
  await page.locator('#history-search').fill('khach 1111');
  await rows.filter({ hasText: 'Khách 1111' }).waitFor();
  assert.equal(await rows.count(), 1);
  // Its note is written and shown like any other.
  await page.getByRole('button', { name: say('history_note_add', 'Khách 1111') }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('hợp đồng 77');
  await popup.press('Save');
  await page.locator('.history .past-text', { hasText: 'hợp đồng 77' }).waitFor();
  await page.locator('#history-search').fill('khach 99999');
  await page.getByText(say('history_none')).waitFor();
  await page.locator('#history-search').fill('');
  await page.getByRole('button', { name: say('history_filter_noted'), exact: true }).click();
  await rows.filter({ hasText: 'Khách 1111' }).waitFor();
  await page.getByRole('button', { name: say('history_filter_all'), exact: true }).click();
  await popup.press('Clear history');
  await popup.press('Clear');
  await page.getByText(say('history_empty')).waitFor();
}, { timeout: 90_000 });

test('the list goes on at its end, and not every call is drawn at once', async (t) => {
  const { browser, popup, rows } = await withCalls(t, 700);
  const more = popup.button(browser.messages('history_more'));
  assert.equal(await rows.count(), 100);
  const counts = [];
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await popup.page.waitForFunction((n) => document.querySelectorAll('.history .past').length > n, before);
    counts.push(await rows.count());
  }
  assert.deepEqual(counts, [400, 600, 701]);
  assert.equal(new Set(await rows.allInnerTexts()).size, 701, 'each call once');
}, { timeout: 90_000 });
