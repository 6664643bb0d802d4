// VBot, as the sandbox plays it. It takes no notes from outside: they stay here, and the form says so.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { answer, field, hangUp, LAN, reopen, signedInAt, type } from './lib/provider.mjs';

for (const generation of ['widget', 'sdk']) {
  test(`signed in at VBot (${generation}), a call goes out by the hotline that was chosen`, async (t) => {
    const { popup, desk } = await signedInAt(t, 'vbot', { changes: { generation } });
    const { provider } = await popup.when((s) => s.provider.hotlines.length >= 2, { what: 'the hotlines' });
    const hotline = provider.hotlines.find(({ id }) => id.endsWith('2873005678')).id;
    assert.equal(await popup.command({ type: 'chooseHotline', hotline }), null);
    await popup.dial('0903123456');
    await popup.call('connected', { timeout: 20_000 });
    await hangUp(popup);
    const [call] = await desk.calls();
    assert.match(call.hotline, /2873005678$/);
    assert.equal(call.other, '0903123456');
  });
}

test('a call at VBot: the note stays on this computer, and says so', async (t) => {
  const day = await signedInAt(t, 'vbot');
  const say = day.browser.messages;
  // VBot's agents cannot look anybody up: who it is comes from the contacts of this computer.
  const text = `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${LAN.name}\r\nTEL:+84 912 345 678\r\nEND:VCARD\r\n`;
  assert.equal(await day.popup.command({ type: 'importContacts', format: 'vcard', text }), null);
  await day.desk.rings(LAN);
  await day.popup.call('incoming');
  await day.popup.page.getByText(LAN.name).first().waitFor();
  const { id } = await answer(day.popup);
  await type(day.popup, 'Nội dung', 'Khách hỏi giá gói 12 tháng');
  const popup = await reopen(t, day);
  await popup.call('connected');
  assert.equal(await field(popup, 'Nội dung').inputValue(), 'Khách hỏi giá gói 12 tháng');
  await popup.page.getByText(say('note_stays_here', 'VBot')).waitFor();
  await hangUp(popup);
  await popup.press(say('note_close'));
  await popup.page.getByText(say('note_missing')).first().waitFor();
  await type(popup, 'Kết quả', 'Hẹn gọi lại');
  await popup.press(say('note_save'));
  const { history } = await popup.when((s) => s.history.find((row) => row.id === id)?.note?.state.state === 'here', { what: 'kept here' });
  assert.deepEqual(history[0].note.content.values, { note: 'Khách hỏi giá gói 12 tháng', result: 'Hẹn gọi lại' });
  assert.ok((await day.desk.calls()).every(({ saves }) => saves === 0));
}, { timeout: 90_000 });
