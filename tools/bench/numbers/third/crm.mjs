// A contact list of 2,000 rows, as ten exports of ten programs stand below each other.
import { seeded } from '../random.mjs';
import { accountIban, bank, card, company, device, isbn, mst, order, parts, person, siret, tracking } from './codes.mjs';
import { elsewhere, fax, phone, several } from './phones.mjs';
import { join, run, say } from './piece.mjs';
import { day, hour, measure, moment, naked, priced, range } from './sums.mjs';
import { firm, LANGS, mail, name, street } from './words.mjs';

const ROWS = 2000;
const ROWS_IN_TABLE = 200;
const COUNTRIES = ['VN', 'US', 'GB', 'DE', 'FR', 'JP'];

/** Columns that hold no phone number: `[headers, the word before it in the cell, its values]`. */
const COLUMNS = {
  any: [
    [['Order', 'Mã đơn', 'Đơn hàng', 'Order #'], ['Order ', 'Mã đơn: ', 'ĐH '], (r) => order(r)],
    [['Mã vận đơn', 'Tracking no.', 'Vận đơn'], ['Tracking: ', 'Mã VĐ: '], (r) => tracking(r)],
    [['Tạo lúc', 'Created', 'Last seen'], ['Tạo: ', 'Created '], (r, lang) => moment(r, lang)],
    [['Ngày', 'Date', 'Due'], ['Hạn ', 'due '], (r, lang) => day(r, lang)],
    [['Doanh thu', 'Total', 'Deal value', 'Công nợ'], ['Tổng: ', 'Total: '], (r, lang) => priced(r, lang)],
    [['Số tiền', 'Amount', 'Balance'], ['Còn nợ ', 'Balance '], (r, lang) => naked(r, lang)],
    [['Vị trí', 'Location', 'GPS'], ['GPS '], (r) => device.gps(r)],
    [['IP', 'Last IP'], ['IP '], (r) => device.ip(r)],
    [['Card', 'Thẻ'], ['Card ', 'Visa '], (r) => card(r)],
    [['ID', 'UUID', 'Ref'], ['ref '], (r) => (r.chance(0.5) ? device.uuid(r) : device.hash(r))],
    [['Product', 'ISBN', 'Mã SP'], ['ISBN ', 'EAN '], (r) => (r.chance(0.5) ? isbn(r) : device.ean(r))],
    [['Part no.', 'Mã hàng', 'Model'], ['P/N ', 'Mã hàng '], (r) => parts(r)],
    [['Epoch', 'ts', 'Synced'], ['ts='], (r) => device.epoch(r)],
    [['Version', 'App'], ['app ', 'build '], (r) => device.version(r)],
    [['Thời hạn', 'Period', 'Giờ làm việc'], ['từ ', 'Period '], (r, lang) => range(r, lang)],
    [['Score', 'Tỷ lệ', 'Size'], [''], (r) => measure(r)],
    [['Serial', 'IMEI', 'Thiết bị'], ['IMEI ', 'S/N '], (r) => (r.chance(0.5) ? device.imei(r) : device.serial(r))],
  ],
  VN: [
    [['MST', 'Mã số thuế'], ['MST: ', 'MST '], (r) => mst(r)], [['CCCD', 'CMND/CCCD', 'Số định danh'], ['CCCD '], (r) => person.cccd(r)], [['CMND', 'Giấy tờ'], ['CMND '], (r) => person.cmnd(r)], [['Số BHXH'], ['BHXH '], (r) => person.bhxh(r)], [['Thẻ BHYT'], ['BHYT '], (r) => person.bhyt(r)],
    [['STK', 'Số tài khoản'], ['VCB ', 'STK ', 'Techcombank '], (r) => bank(r)], [['Mã KH điện', 'Mã khách hàng'], ['Mã KH '], (r) => device.meter(r)], [['Biển số'], ['BKS '], (r) => device.plate(r)], [['Số HĐ', 'Hóa đơn'], ['HĐ số '], (r) => `0000${r.digits(r.int(3, 4))}`],
  ],
  US: [[['SSN'], ['SSN '], (r) => person.ssn(r)], [['EIN', 'Tax ID'], ['EIN '], (r) => person.ein(r)], [['DUNS'], ['DUNS '], (r) => company.duns(r)], [['ZIP'], [''], (r) => `${r.fill('Xxxxx')}${r.chance(0.5) ? `-${r.digits(4)}` : ''}`], [['Routing'], ['ABA '], (r) => `0${r.digits(8)}`], [['Case'], ['Case #'], (r) => r.fill('Xxxxxxxx')]],
  GB: [[['VAT no.'], ['VAT '], (r) => company.ukVat(r)], [['Company no.'], ['Reg. '], (r) => company.ukNumber(r)], [['Sort code'], [''], (r) => `${company.sort(r)} ${r.digits(8)}`], [['NI'], ['NI '], (r) => person.ni(r)], [['NHS no.'], ['NHS '], (r) => r.fill('Xxx xxx xxxx')]],
  DE: [[['Steuernr.'], ['St.-Nr. '], (r) => company.steuer(r)], [['HRB'], [''], (r) => company.hrb(r)], [['USt-IdNr.'], ['USt-ID '], (r) => company.ust(r)], [['IBAN'], ['IBAN '], (r) => accountIban(r)], [['Steuer-ID'], ['IdNr. '], (r) => person.tin(r)], [['PLZ'], [''], (r) => r.fill('Xxxxx')]],
  FR: [[['SIRET', 'SIREN'], ['SIRET ', 'RCS Paris '], (r) => siret(r)], [['TVA'], ['TVA '], (r) => company.frVat(r)], [['IBAN'], ['IBAN '], (r) => accountIban(r)], [['N° sécu'], ['NIR '], (r) => person.secu(r)]],
  JP: [[['法人番号'], ['法人番号 '], (r) => company.hojin(r)], [['郵便番号'], ['〒'], (r) => r.fill('xxx-xxxx')], [['登録番号'], [''], (r) => company.jpInvoice(r)]],
};
const HEADERS = { VN: ['Điện thoại', 'SĐT', 'Di động', 'Số điện thoại'], US: ['Phone', 'Mobile', 'Tel'], GB: ['Phone', 'Telephone', 'Mobile'], DE: ['Telefon', 'Tel.'], FR: ['Téléphone', 'Tél.'], JP: ['電話番号', 'TEL'] };
const PREFIXES = { VN: ['ĐT: ', 'SĐT ', 'Zalo ', 'Hotline: ', 'DĐ: '], US: ['Cell: ', 'Tel. ', 'M: ', 'Office: '], GB: ['Tel: ', 'Mob: ', 'T: '], DE: ['Tel. ', 'Mobil: '], FR: ['Tél. : ', 'Port. '], JP: ['TEL ', '電話: '] };

/** What somebody jotted down: a sentence with a number, with codes, or with both. */
function note(random, country) {
  const lang = LANGS[country];
  const own = () => phone(random, country, { national: 0.85 });
  if (lang === 'vi') {
    return random.weighted([
      [3, () => say`Gọi lại ${own()} trước ${hour(random)} ngày ${day(random, 'vi')}`], [2, () => say`Khách báo đổi số sang ${own()}, số cũ không dùng nữa`], [2, () => say`Đã cọc ${priced(random, 'vi')}, còn lại ${priced(random, 'vi')}, giao ngày ${day(random, 'vi')}`],
      [2, () => `Đơn ${order(random)} giao ${day(random, 'vi')}, thu hộ ${naked(random, 'vi')}`], [1, () => say`Liên hệ chị ${name(random, 'VN')} (${own()}) hoặc anh ${name(random, 'VN')} (${own()})`], [1, () => `CK ${bank(random)} - ${priced(random, 'vi')}`], [1, () => `Xuất hóa đơn MST ${mst(random)}, số HĐ 0000${random.digits(3)}`], [1, () => `Hợp đồng ${random.int(1, 99)}/${random.int(2020, 2026)}/HĐMB, giá trị ${naked(random, 'vi')}`],
    ])();
  }
  if (lang === 'en') {
    return random.weighted([
      [3, () => say`Call back on ${own()} before ${hour(random)}`], [2, () => `Paid ${priced(random, 'en')} on ${day(random, 'en')}, invoice ${order(random)}`], [2, () => say`Left voicemail ${day(random, 'en')}, try ${own()} next time`], [1, () => `Ticket ${random.fill('Xxxxxxxxx')} closed ${moment(random, 'en')}`],
      [1, () => `Shipped ${tracking(random)} (${random.pick(['UPS', 'FedEx', 'DHL', 'USPS'])})`], [1, () => say`Spouse: ${name(random, country)} ${own()}`],
    ])();
  }
  return random.weighted([[3, () => say`${{ de: 'Rückruf unter', fr: 'Rappeler au', ja: '折り返し' }[lang]} ${own()} (${day(random, lang)})`], [2, () => `${{ de: 'Rechnung', fr: 'Facture', ja: '請求書' }[lang]} ${order(random)}, ${priced(random, lang)}`]])();
}

export function crm(seed) {
  const random = seeded(seed * 7919 + 17);
  const runs = [];
  let table;
  const put = (part, hint, column) => runs.push(run(part, hint, `${table.from} ${column}`));
  for (let row = 0; row < ROWS; row += 1) {
    if (row % ROWS_IN_TABLE === 0) {
      const home = random.weighted([[4, 'VN'], [3, 'US'], [1, 'GB'], [1, 'DE'], [1, 'FR'], [0.7, 'JP']]);
      const pool = [...COLUMNS.any, ...COLUMNS.VN, ...COLUMNS[home]];
      const columns = Array.from({ length: 5 }, () => pool.splice(random.int(0, pool.length - 1), 1)[0]);
      // A program writes its numbers in one way; of people's typing there are many.
      table = { from: row, home, headed: random.chance(0.6), headers: HEADERS[random.chance(0.8) ? home : 'US'], words: 0.5, abroad: random.pick([0.15, 0.4, 0.8]), columns: columns.map(([headers, before, value]) => ({ header: random.pick(headers), before: random.pick(before), value, worded: random.chance(0.35) })) };
    }
    const hint = (text) => (table.headed ? text : undefined);
    const country = random.chance(0.6) ? table.home : random.pick(COUNTRIES);
    const lang = LANGS[country];
    const own = (extended) => phone(random, country, { national: 1 - table.abroad, extended });
    put(random.chance(0.2) ? String(row + 1) : name(random, country), hint('Name'), 'name');
    put(firm(random, country), undefined, 'firm');
    const shape = random.weighted([[70, 'one'], [7, 'two'], [6, 'worded'], [3, 'foreign'], [14, 'none']]);
    if (shape === 'one') put(own(0.1), hint(table.headers[0]), 'phone');
    else if (shape === 'two') put(several(random, country), hint(table.headers[0]), 'phone');
    else if (shape === 'worded') put(say`${random.pick(PREFIXES[country])}${own(0.05)}`, hint(table.headers[0]), 'phone');
    else if (shape === 'foreign') put(elsewhere(random), hint(table.headers[0]), 'phone');
    else put(random.pick(['', '—', 'n/a', 'chưa có', '0', '0912 xxx 678', '09****1234', 'x']) || '-', hint(table.headers[0]), 'phone');
    if (random.chance(0.15)) put(own(0.02), hint(table.headers[1]), 'second');
    else if (random.chance(0.08)) put(fax(random, country), hint('Fax'), 'second');
    put(mail(random), undefined, 'mail');
    for (const { header, before, value, worded } of table.columns) {
      if (random.chance(0.12)) continue;
      put(worded ? `${before}${value(random, lang)}` : value(random, lang), hint(header), header);
    }
    if (random.chance(0.3)) put(street(random, country), hint('Address'), 'address');
    if (random.chance(0.28)) put(note(random, country), hint(random.pick(['Note', 'Ghi chú'])), 'note');
    if (random.chance(0.1)) put(join([moment(random, lang), priced(random, lang), order(random)], random.pick([' · ', ', ', ' | '])), undefined, 'sum');
  }
  return runs;
}
