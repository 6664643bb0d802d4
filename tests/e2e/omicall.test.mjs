// OmiCall, as the sandbox plays it.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { callWithNote } from './lib/note_scenario.mjs';
import { hangUp, signedInAt } from './lib/provider.mjs';

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
