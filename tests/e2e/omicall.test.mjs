// OmiCall, as the sandbox plays it.
import assert from 'node:assert/strict';
import { clickText, openPainted, pressOnCard, waitForCard } from './lib/card.mjs';
import { test } from './lib/runner.mjs';
import { callWithNote } from './lib/note_scenario.mjs';
import { hangUp, signedInAt } from './lib/provider.mjs';
import { until } from '../pbx/process.mjs';

test('signed in at OmiCall, the hotlines are there, and the chosen one is shown to whom is called', async (t) => {
  const { popup, desk } = await signedInAt(t, 'omicall');
  const { provider } = await popup.when((s) => s.provider.hotlines.length >= 2, { what: 'the hotlines' });
  assert.deepEqual(provider.hotlines.map(({ id }) => id.replace(/^84/, '0')).sort(), ['02473001234', '02873005678']);
  const hotline = provider.hotlines.find(({ id }) => id.endsWith('2873005678')).id;
  assert.equal(await popup.command({ type: 'chooseHotline', hotline }), null);
  await popup.dial('0903123456');
  await popup.call('connected', { timeout: 20_000 });
  await hangUp(popup);
  const [call] = await desk.calls();
  assert.equal(call.direction, 'outbound');
  assert.match(call.hotline, /2873005678$/);
});

test('a call at OmiCall: who it is, what was said, kept once', async (t) => {
  const { row, call } = await callWithNote(t, 'omicall');
  assert.equal(row.providerId, call.id);
  assert.match(row.hotline, /2473001234$/);
}, { timeout: 90_000 });

test('numbers that OmiCall hides from an agent are hidden on page, notification, call and history, and are dialled whole', async (t) => {
  const { browser, popup, sandbox } = await signedInAt(t, 'omicall', { changes: { extension: '2005', password: 'alo-2005' } });
  await popup.when((s) => s.provider.hidesNumbers, { what: 'the provider hides numbers' });
  await browser.notifications.record();
  await sandbox.call({ to: '2005', from: '0987001122', ring_seconds: 40, then: 'tone' });
  await popup.call('incoming');
  const [notice] = await until(async () => {
    const shown = await browser.notifications.shown();
    return shown.length > 0 && shown;
  }, { what: 'a notification' });
  assert.match(JSON.stringify(notice), /xxxx 001 122/);
  await popup.press('Decline');
  await popup.quiet();

  const pages = await t.pages();
  const page = await openPainted(browser, pages.add('masked.html', '<!doctype html><title>CRM</title><p>Lan 0903 123 456</p>'));
  await clickText(page, '0903 123 456');
  const card = await waitForCard(page);
  assert.match(card.text, /xxxx 123 456/);
  assert.equal(card.buttons.Copy, undefined);
  await pressOnCard(page, 'Call');
  const { number } = await popup.call('connected', { timeout: 20_000 });
  assert.match(number, /903123456$/);
  await hangUp(popup);
  const html = await popup.page.evaluate(() => document.body.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value));
  assert.match(html, /xxxx 123 456/);
  assert.doesNotMatch(html, /0987 ?001 ?122|0903 ?123 ?456/);
});
