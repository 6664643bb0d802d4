// Bizfly, as the sandbox plays it: its paths are the sandbox's own, because none is documented.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { callWithNote } from './lib/note_scenario.mjs';
import { answer, EXTENSIONS, hangUp, LAN, signedInAt } from './lib/provider.mjs';
import { until } from '../pbx/process.mjs';

test('signed in at Bizfly, the hotlines are there, and the one that is chosen is kept at the provider', async (t) => {
  const { popup, desk, sandbox } = await signedInAt(t, 'bizfly');
  const { provider } = await popup.when((s) => s.provider.hotlines.length >= 2, { what: 'the hotlines' });
  assert.deepEqual(provider.hotlines.map(({ id }) => id).sort(), ['grp-all', 'hl-banhang', 'hl-cskh']);
  assert.equal(await popup.command({ type: 'chooseHotline', hotline: 'hl-banhang' }), null);
  await until(async () => (await sandbox.state()).rest.chosen_hotlines[EXTENSIONS.bizfly] === 'hl-banhang', { what: 'the choice at the provider' });
  await popup.dial('0903123456');
  await popup.call('connected', { timeout: 20_000 });
  await hangUp(popup);
  const [call] = await desk.calls();
  assert.equal(call.hotline, '02873005678');
});

test('a call at Bizfly: who it is, what was said, kept once', async (t) => {
  const { row, call } = await callWithNote(t, 'bizfly');
  assert.equal(row.providerId, call.id);
}, { timeout: 90_000 });

test('stars and a report about a call reach Bizfly', async (t) => {
  const { popup, desk } = await signedInAt(t, 'bizfly', { form: { rating: true } });
  await desk.rings(LAN);
  const { id } = await answer(popup);
  const edit = async (change) => assert.equal(await popup.command({ type: 'editNote', call: id, change }), null);
  await edit({ type: 'rating', rating: 4 });
  await edit({ type: 'report', report: 'Khách hài lòng' });
  await edit({ type: 'value', field: 'note', value: 'Gửi báo giá' });
  await hangUp(popup);
  assert.equal(await popup.command({ type: 'saveNote', call: id }), null);
  const call = await desk.noted('Gửi báo giá');
  assert.equal(call.rate, 4);
  assert.equal(call.report, 'Khách hài lòng');
});
