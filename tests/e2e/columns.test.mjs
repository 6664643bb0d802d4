// Cells without a header, and what the cells around them say.
import assert from 'node:assert/strict';
import { clickText, openPainted, waitForCard } from './lib/card.mjs';
import { test } from './lib/runner.mjs';

const ROWS = [
  ['Lan', '0912345678', '0101234567'], ['Minh', '+84 987 654 321', '0312345678'], ['Hoa', '028 3822 1234', '0362345678'],
  ['Tâm', '0074951234567', '0109876543'], ['An', '0903 111 222', '4200123456'], ['Huy', '0905 333 444', '0372233445'], ['Mai', '0987 111 333', '0301112223'],
];
const HTML = `<!doctype html><title>CRM</title><table>${[['Nam', '—', '—'], ...ROWS].map((row) => `<tr>${row.map((it) => `<td>${it}</td>`).join('')}</tr>`).join('')}</table>`;

test('in a table without headers the column of phone numbers is painted and that of tax codes is not', async (t) => {
  const { browser } = await t.signedIn();
  const pages = await t.pages();
  const page = await openPainted(browser, pages.add('columns.html', HTML));
  const painted = await page.evaluate(() => [...CSS.highlights.get('alo-number')].map((it) => it.startContainer.data));
  assert.deepEqual(painted.sort(), ROWS.map(([, phone]) => phone).sort());
  await clickText(page, '0074951234567');
  assert.match((await waitForCard(page)).text, /\+7 495 123 4567/);
});
