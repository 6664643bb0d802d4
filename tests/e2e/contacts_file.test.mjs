// A file of contacts as it comes out of spreadsheets and address books: what is read of it, and what is said.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { OptionsView } from './lib/options.mjs';

const ROWS = 'Họ tên,Số điện thoại,Công ty\nNguyễn Văn An,0912345678,Ánh Dương\nTrần Thị Bình,0987654321,Sao Mai\n';

async function chosen(options, text, name = 'danh-ba.csv') {
  const buffer = Buffer.isBuffer(text) ? text : Buffer.from(text);
  await options.page.locator('#contacts-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

test('a file of contacts is read as spreadsheets write it, and one whose letters would be lost is not', async (t) => {
  const sandbox = await t.ownSandbox();
  const browser = await t.browser({ account: sandbox.account() });
  const options = await OptionsView.open(browser);
  await options.registered();
  const say = browser.messages;
  const here = () => options.snapshot().then((s) => s.contactsHere);
  await options.page.locator('#work').scrollIntoViewIfNeeded();

  // "Nguyễn" with the octets of Windows-1258: nothing is taken.
  await chosen(options, Buffer.concat([Buffer.from('Name,Phone\nNguy'), Buffer.from([0xea, 0xde]), Buffer.from('n,0912345678\n')]));
  await options.says('work_contacts_encoding');
  assert.equal(await here(), 0);

  await chosen(options, ROWS.normalize('NFD'));
  await options.says('work_contacts_read', { values: ['2', '0'] });
  // The same people in UTF-16, with letters put together in another way, and tabs, and Excel's first line.
  await chosen(options, Buffer.from('\ufeff' + ROWS.replaceAll(',', '\t'), 'utf16le'));
  await options.says('work_contacts_read', { values: ['0', '2'] });
  await chosen(options, 'sep=;\r\n' + ROWS.replaceAll(',', ';'));
  await options.when((s) => s.contactsHere === 2, { what: 'the same two contacts' });
  await options.says('work_contacts_read', { values: ['0', '2'] });
  assert.equal(await options.page.getByText(say('work_contacts_here', '2')).count(), 1);
}, { timeout: 60_000 });

test('what is left out of a file is said, and one person in several spellings is named on the call', async (t) => {
  const sandbox = await t.ownSandbox();
  const account = sandbox.account();
  const browser = await t.browser({ account });
  const options = await OptionsView.open(browser);
  await options.registered();
  await chosen(options, [
    'Tên,Số ĐT', 'Nguyễn Văn An,0912345678', 'Nguyễn Văn An,0912 345 678', 'Nguyễn Văn An,+84912345678',
    'En,0912–345–679', 'Zalo,0912345683 (Zalo)', 'Hỏng,8.49E+10', 'Nguy?n Lan,0912345684', ',0912345685', '',
  ].join('\n'));
  await options.says('work_contacts_read', { values: ['3', '0'] });
  await options.says('work_contacts_repeated', { values: ['2'] });
  await options.says('work_contacts_noNumber', { values: ['1', '7'] });
  await options.says('work_contacts_lostLetters', { values: ['1', '8'] });
  await options.says('work_contacts_noName', { values: ['1', '9'] });
  if (process.env.ALO_SHOTS) {
    await options.page.locator('#contacts-file').scrollIntoViewIfNeeded();
    await options.page.screenshot({ path: `${process.env.ALO_SHOTS}/left-out.png` });
  }
  await chosen(options, 'Tên,Số ĐT\nHỏng,8.49E+10\n');
  await options.says('refusal_noContacts');
  await options.says('work_contacts_noNumber', { values: ['1', '2'] });

  const popup = await t.popup(browser);
  await popup.registered();
  await sandbox.call({ to: account.username, from: '0912345678', ring_seconds: 20 });
  const call = await popup.call('incoming');
  await popup.page.getByRole('heading', { name: 'Nguyễn Văn An', exact: true }).waitFor();
  assert.equal(call.contacts.found.length, 1);
  if (process.env.ALO_SHOTS) await popup.page.screenshot({ path: `${process.env.ALO_SHOTS}/named.png` });
  await popup.press('Decline');
}, { timeout: 90_000 });
