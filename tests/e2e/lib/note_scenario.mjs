// One call with a note, from the ring to the provider: the same at every provider that takes notes.
import assert from 'node:assert/strict';
import { answer, field, hangUp, LAN, reopen, signedInAt, stored, type } from './provider.mjs';
import { sleep } from '../../pbx/process.mjs';

/** The whole of it; resolves to what the provider has, and to the world it was done in. */
export async function callWithNote(t, provider, options) {
  const day = await signedInAt(t, provider, options);
  const { browser, desk } = day;
  const say = browser.messages;

  // It rings: who is it?
  await desk.rings(LAN);
  const ringing = await day.popup.call('incoming');
  await day.popup.page.getByText(LAN.name).first().waitFor();
  await day.popup.when((s) => s.calls[0]?.contacts.found.some(({ name }) => name === LAN.name), { what: 'the contact' });
  await answer(day.popup);

  // What is typed while talking is there after the popup was closed by a click beside it.
  await type(day.popup, 'Nội dung', 'Khách hỏi giá gói 12 tháng');
  const popup = await reopen(t, day);
  await popup.call('connected');
  assert.equal(await field(popup, 'Nội dung').inputValue(), 'Khách hỏi giá gói 12 tháng');
  await stored(popup, 'note', 'Khách hỏi giá gói 12 tháng');

  // The call ends; the required field holds the form.
  await hangUp(popup);
  await popup.press(say('note_close'));
  await popup.page.getByText(say('note_missing')).first().waitFor();
  assert.ok(await field(popup, 'Kết quả').isVisible(), 'the form is still there');
  assert.deepEqual((await popup.snapshot()).forms.map(({ missing }) => missing), [['result']]);
  assert.equal((await desk.calls())[0].saves, 0, 'nothing was sent');

  await type(popup, 'Kết quả', 'Hẹn gọi lại');
  await popup.press(say('note_save'));
  const saved = await desk.noted('Khách hỏi giá gói 12 tháng', 'Hẹn gọi lại');
  await popup.when((s) => s.forms.every(({ state }) => state.state === 'sent') && s.outbox.waiting === 0, { what: 'sent' });
  // And nothing follows.
  await sleep(1500);
  const [call] = await desk.calls();
  assert.equal(call.saves, 1, 'exactly once');
  const { history } = await popup.snapshot();
  const row = history.find(({ id }) => id === ringing.id);
  assert.equal(row.note.state.state, 'sent');
  assert.equal(row.name, LAN.name);
  return { ...day, popup, call: saved, row };
}
