// The screens of the work around a call, as a person uses them: signing in, settings, form, history.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { OptionsView } from './lib/options.mjs';
import { answer, field, hangUp, LAN, signedIn, signedInAt, stored } from './lib/provider.mjs';
import { until } from '../pbx/process.mjs';

const CARD = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Phạm Thu Hằng', 'ORG:Sao Mai', 'TEL:0977 111 222', 'END:VCARD', ''].join('\r\n');

test('an agent signs in at OmiCall by the form, and finds it filled in again', async (t) => {
  const sandbox = await t.ownSandbox();
  const browser = await t.browser();
  const options = await OptionsView.open(browser);
  const { page } = options;
  const say = browser.messages;
  const signIn = sandbox.signIn('omicall');
  await page.getByRole('radio', { name: 'OmiCall' }).check();
  await options.press('Sign in');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'provider-company', 'the first field to fill in');
  await page.getByLabel(say('field_company')).fill(signIn.domain);
  await page.getByLabel(say('field_extension'), { exact: true }).fill(signIn.extension);
  await page.getByLabel('Password', { exact: true }).fill(signIn.password);
  await page.getByText(say('signin_advanced'), { exact: true }).click();
  await page.locator('#provider-base-url').fill(signIn.baseUrl);
  if (signIn.serverUrl) await page.locator('#provider-server-url').fill(signIn.serverUrl);
  await options.press('Sign in');
  await signedIn(options);
  await page.getByText(say('signin_done', 'OmiCall', signIn.extension)).first().waitFor();
  assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), '', 'the password is not kept on screen');

  await page.reload();
  const again = await OptionsView.on(browser, page);
  await signedIn(again);
  await page.getByRole('radio', { name: 'OmiCall', checked: true }).waitFor();
  assert.equal(await page.locator('#provider-base-url').inputValue(), signIn.baseUrl);
  assert.equal(await page.getByLabel(say('field_extension'), { exact: true }).inputValue(), signIn.extension);
  // The password is still known: nothing has to be typed to sign in again.
  await again.press('Sign in');
  await signedIn(again);
  assert.ok(!JSON.stringify(await again.snapshot()).includes(signIn.password), 'no view is told the password');
  await again.press('Sign out');
  await again.when((s) => s.provider.state === 'none' && !s.account, { what: 'signed out' });
}, { timeout: 60_000 });

test('an administrator lists the extensions with the company’s key and chooses one', async (t) => {
  const sandbox = await t.ownSandbox();
  const browser = await t.browser();
  const options = await OptionsView.open(browser);
  const { page } = options;
  const say = browser.messages;
  const { baseUrl, apiKey } = sandbox.ready.providers.omicall;
  await page.getByRole('radio', { name: 'OmiCall' }).check();
  await page.getByText(say('admin_title')).click();
  await page.locator('#api-base-url').fill(baseUrl);
  await page.locator('#api-key').fill('not-it');
  await options.press(say('admin_list'));
  await options.says('provider_wrongKey');
  assert.equal(await page.locator('#api-key').inputValue(), '', 'the key does not stay on screen');
  await page.locator('#api-key').fill(apiKey);
  await options.press(say('admin_list'));
  await page.getByLabel(say('admin_search')).fill('thuy duong');
  await page.getByRole('button', { name: /^2001/ }).click();
  const { account } = await options.registered();
  assert.equal(account.username, '2001');
}, { timeout: 60_000 });

test('what is typed in the moment before the popup goes is not lost', async (t) => {
  const { popup, desk } = await signedInAt(t, 'omicall');
  await desk.rings(LAN);
  await answer(popup);
  const note = field(popup, 'Nội dung');
  await note.fill('Khách hỏi');
  await stored(popup, 'note', 'Khách hỏi');
  await note.pressSequentially(' giá');
  await popup.close();
  const later = await t.popup(popup.browser);
  await later.when((s) => s.forms[0]?.content.values.note === 'Khách hỏi giá', { what: 'the last key' });
  assert.equal(await field(later, 'Nội dung').inputValue(), 'Khách hỏi giá');
  await hangUp(later);
}, { timeout: 60_000 });

test('what is typed while another call rings and gives up is all in the field that it is typed into', async (t) => {
  const { popup, sandbox, desk } = await signedInAt(t, 'omicall');
  await desk.rings(LAN);
  await answer(popup);
  const note = field(popup, 'Nội dung').first();
  await note.click();
  const [first] = (await popup.snapshot()).forms;
  await sandbox.call({ to: '2001', from: '0987654321', ring_seconds: 3, then: 'tone' });
  await popup.when((s) => s.forms.length === 2, { what: 'the form of the second call' });
  let typed = '';
  const isOver = async () => (await popup.snapshot()).calls.some(({ number, end }) => /987654321$/.test(number) && end);
  while (!await isOver()) {
    await popup.page.keyboard.type('abc ');
    typed += 'abc ';
  }
  await popup.page.keyboard.type('xong');
  typed += 'xong';
  await popup.when((s) => s.forms.find(({ call }) => call === first.call)?.content.values.note === typed, { what: 'every key' });
  assert.equal(await popup.page.evaluate(() => document.activeElement.localName), 'textarea');
  await hangUp(popup);
}, { timeout: 60_000 });

test('a form that is about to be typed into is there for all of it, though its call is over and another one rings', async (t) => {
  const { popup, sandbox, desk } = await signedInAt(t, 'omicall', { form: null });
  const { page } = popup;
  await desk.rings(LAN);
  await answer(popup);
  await hangUp(popup);
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.click();
  const before = await popup.when((s) => s.forms.length === 1 && s.calls.every(({ end }) => end), { what: 'the call over' });
  const ringing = sandbox.call({ to: '2001', from: '0987654321', ring_seconds: 20, then: 'tone' });
  await popup.call('incoming');
  await page.keyboard.type('hẹn gặp lúc 17h');
  await popup.when((s) => s.forms.find(({ call }) => call === before.forms[0].call)?.content.values.note === 'hẹn gặp lúc 17h', { what: 'every key' });
  await ringing;
  await popup.press('Decline');
  await popup.quiet();
}, { timeout: 60_000 });

test('what two views type into one field in the same moment is there, and shown in both', async (t) => {
  const { popup, desk } = await signedInAt(t, 'omicall');
  await desk.rings(LAN);
  await answer(popup);
  const other = await t.popup(popup.browser);
  const fields = [field(popup, 'Nội dung'), field(other, 'Nội dung')];
  await Promise.all([fields[0].fill('hỏi giá'), fields[1].fill('gọi lại')]);
  const both = (text) => text.includes('hỏi giá') && text.includes('gọi lại');
  await popup.when((s) => both(s.forms[0]?.content.values.note ?? ''), { what: 'both texts' });
  for (const one of fields) {
    await one.blur();
    await until(async () => both(await one.inputValue()), { what: 'both texts in the field' });
  }
  await hangUp(popup);
}, { timeout: 60_000 });

test('a form of the company’s own, and contacts from a file, are there in the next call', async (t) => {
  const sandbox = await t.sandbox();
  const browser = await t.browser({ account: sandbox.account('1001') });
  const options = await OptionsView.open(browser);
  const { page } = options;
  const say = browser.messages;
  await options.registered();
  const work = page.locator('#work');
  await work.getByRole('button', { name: say('work_field_add') }).click();
  await work.getByLabel(say('work_field_label'), { exact: true }).fill('Nhu cầu');
  await work.getByLabel(say('work_field_required')).check();
  await work.getByLabel(say('work_dispositions'), { exact: true }).fill('Thành công\nHẹn lại');
  await work.getByRole('button', { name: say('work_save') }).first().click();
  await options.when((s) => s.work.form.fields[0]?.id === 'nhu_cau' && s.work.form.dispositions.length === 2, { what: 'the form to be stored' });
  await page.locator('#contacts-file').setInputFiles({ name: 'danh-ba.vcf', mimeType: 'text/vcard', buffer: Buffer.from(CARD) });
  await options.says('work_contacts_here', { values: ['1'] });

  const popup = await t.popup(browser);
  await popup.registered();
  await sandbox.call({ to: '1001', from: '0977111222', ring_seconds: 40 });
  const { id } = await popup.call('incoming');
  await popup.page.getByRole('heading', { name: 'Phạm Thu Hằng', exact: true }).waitFor();
  await popup.press('Answer');
  await popup.call('connected');
  await popup.press('Thành công');
  await hangUp(popup);
  await popup.press(say('note_close'));
  await popup.says('note_missing');
  await popup.page.waitForFunction(() => /nhu_cau$/.test(document.activeElement.id));
  await field(popup, 'Nhu cầu').fill('Đổi gói cước');
  await popup.press(say('note_close'));
  await popup.when((s) => s.forms.length === 0, { what: 'the form to be closed' });
  const { history } = await popup.snapshot();
  assert.deepEqual(history[0].note.content.values, { nhu_cau: 'Đổi gói cước' });
  assert.equal(history[0].note.content.disposition, 'Thành công');

  // It is found by a name without accents, its note is shown, and opens again.
  const list = popup.page.locator('.history');
  await list.getByRole('searchbox').fill('hang');
  await list.getByText('Thành công · Đổi gói cước').waitFor();
  await list.getByRole('searchbox').fill('nobody of this name');
  await popup.says('history_none');
  await popup.press(say('history_show_all'));
  await popup.press(say('history_note_edit', 'Phạm Thu Hằng'));
  await popup.when((s) => s.forms[0]?.call === id, { what: 'the form to be open again' });
  assert.equal(await field(popup, 'Nhu cầu').inputValue(), 'Đổi gói cước');
}, { timeout: 90_000 });
