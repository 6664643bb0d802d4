// Papers and pages of firms: receipts, statements, delivery notes, forms, adverts, footers, tables without headers.
import { accountIban, bank, card, company, device, isbn, mst, order, parts, person, siret, tracking } from './codes.mjs';
import { elsewhere, fax, phone, several } from './phones.mjs';
import { join, say } from './piece.mjs';
import { day, hour, measure, moment, naked, priced, range } from './sums.mjs';
import { firm, LANGS, mail, name, street } from './words.mjs';

const near = (random, country, extended) => phone(random, country, { national: 0.75, extended });

export function receipt(random, country, put) {
  const lang = LANGS[country];
  put(firm(random, country));
  put(say`${street(random, country)} ${random.pick(lang === 'vi' ? ['ĐT: ', 'Hotline: ', 'Tel ', '☎ '] : ['Tel: ', 'Phone ', '☎ ', ''])}${near(random, country, 0)}`);
  put(random.pick([`${lang === 'vi' ? 'Số HĐ' : 'Receipt'} ${random.digits(10)}`, `${random.fill('Xxxx')}-${random.digits(4)}-${random.digits(6)}`, `TXN ${random.fill('Xxxxxxxxxxxx')} AUTH ${random.digits(6)}`]));
  put(`${moment(random, lang)} ${random.pick(['POS', 'Quầy', 'Till'])} ${two(random)} ${random.digits(4)}`);
  for (let at = random.int(2, 4); at > 0; at -= 1) {
    put(random.pick([() => `${device.ean(random)} ${random.int(1, 9)} x ${naked(random, lang)}`, () => `${device.ean(random)}`, () => `${random.int(1, 20)} ${naked(random, lang)} ${naked(random, lang)}`, () => naked(random, lang), () => priced(random, lang)])());
  }
  put(random.pick([() => card(random), () => `VISA ************${random.digits(4)}`, () => `${lang === 'vi' ? 'Tổng cộng' : 'TOTAL'} ${naked(random, lang)}`, () => `${lang === 'vi' ? 'Thẻ thành viên' : 'Member'} ${random.fill('Xxxxxxxxx')}`])());
}

const two = (random) => String(random.int(1, 99)).padStart(2, '0');

export function statement(random, country, put) {
  const lang = LANGS[country];
  if (lang === 'vi') put(`Số tài khoản ${bank(random)} – kỳ ${range(random, 'vi')}`);
  else put(random.pick([() => accountIban(random), () => `Account ${random.digits(8)} Sort code ${company.sort(random)}`, () => `Routing ${random.digits(9)} Account ${random.fill('Xxxxxxxxxx')}`])());
  for (let at = random.int(3, 5); at > 0; at -= 1) {
    put(day(random, lang));
    put(random.pick([() => `MBVCB.${random.fill('Xxxxxxxxxx')}.${random.digits(6)}.${name(random, 'VN')} CHUYEN TIEN.CT tu ${bank(random)} toi ${bank(random)}`, () => `FT${random.int(23, 26)}${random.digits(11)}`, () => `CARD ${random.digits(4)} ${moment(random, lang)} REF ${random.fill('Xxxxxxxxxx')}`, () => `VNPAY ${random.digits(8)} thanh toan ${order(random)}`, () => `DD ${random.fill('Xxxxxx')} ${firm(random, country)}`, () => `${bank(random)} ${order(random)}`,
      () => say`NAP TIEN DT ${phone(random, 'VN', { national: 1, kind: 'mobile', extended: 0 })}`, () => `PE${random.int(1, 9)}1000${random.digits(6)} tien dien T${random.int(1, 12)}/${random.int(2023, 2026)}`])());
    put(`${random.pick(['', '-', '+'])}${naked(random, lang)}`);
    put(naked(random, lang));
  }
}

export function delivery(random, country, put) {
  const lang = LANGS[country];
  const code = tracking(random);
  put(random.chance(0.5) ? code : `${lang === 'vi' ? 'Mã vận đơn: ' : 'Tracking number: '}${code}`);
  put(lang === 'vi' ? say`Người nhận: ${name(random, 'VN')}, ${near(random, 'VN')}, ${street(random, 'VN')}` : say`Ship to: ${name(random, country)}, ${street(random, country)}, ${near(random, country)}`);
  put(lang === 'vi' ? `Thu hộ (COD): ${priced(random, 'vi')} – ${random.int(200, 9000)} g – ${random.int(10, 60)}x${random.int(10, 60)}x${random.int(10, 60)} cm` : `Weight ${random.int(1, 40)}.${random.int(0, 9)} lb, ${random.int(5, 40)} x ${random.int(5, 40)} x ${random.int(5, 40)} in, insured ${priced(random, 'en')}`);
  put(`${moment(random, lang)} ${random.pick(['Đã lấy hàng', 'Arrived at hub', 'Đang giao'])} ${random.fill('Xxxxxx')}`);
  if (random.chance(0.5)) put(lang === 'vi' ? say`Bưu tá ${name(random, 'VN')} ${near(random, 'VN')} sẽ giao trong ${hour(random)}` : say`Driver ${near(random, country)}`);
  if (random.chance(0.4)) put(say`${order(random)} / ${near(random, country)} / ${naked(random, lang)}`);
}

/** A form: what stands left of a value is its hint. */
export function form(random, country, put) {
  const lang = LANGS[country];
  const vi = lang === 'vi';
  const fields = [
    [vi ? 'Điện thoại' : 'Phone', () => near(random, country, 0.1)], [vi ? 'Di động' : 'Mobile', () => near(random, country, 0)], [vi ? 'Số khẩn cấp' : 'Emergency contact', () => say`${name(random, country)} ${near(random, country, 0)}`], ['Fax', () => fax(random, country)], ['Zalo/WhatsApp', () => (random.chance(0.3) ? elsewhere(random) : near(random, country, 0))],
    [vi ? 'Ngày sinh' : 'Date of birth', () => day(random, lang)], [vi ? 'CCCD' : 'National ID', () => (vi ? person.cccd(random) : person.ssn(random))], [vi ? 'Mã số thuế' : 'Tax ID', () => (vi ? mst(random) : person.ein(random))], [vi ? 'Số BHXH' : 'Passport', () => (vi ? person.bhxh(random) : person.passport(random))], [vi ? 'Số tài khoản' : 'Account number', () => bank(random)],
    [vi ? 'Mã khách hàng' : 'Customer no.', () => (random.chance(0.5) ? device.meter(random) : random.fill('Xxxxxxxxxx'))], [vi ? 'Mức lương' : 'Salary', () => naked(random, lang)], [vi ? 'Biển số xe' : 'Licence plate', () => device.plate(random)], ['IMEI', () => device.imei(random)], [vi ? 'Địa chỉ' : 'Address', () => street(random, country)], [vi ? 'Mã bưu chính' : 'Postcode', () => random.fill('Xxxxx')],
  ];
  for (let at = random.int(5, 8); at > 0; at -= 1) {
    const [label, value] = fields.splice(random.int(0, fields.length - 1), 1)[0];
    if (random.chance(0.5)) put(value(), label);
    else put(say`${label}: ${value()}`);
  }
}

export function advert(random, country, put) {
  const lang = LANGS[country];
  if (lang === 'vi') {
    put(`Tuyển ${random.int(2, 30)} nhân viên, lương ${random.int(7, 20)}.000.000 - ${random.int(21, 50)}.000.000, hạn nộp ${day(random, 'vi')}`);
    put(say`Liên hệ: ${several(random, 'VN')} (gặp ${name(random, 'VN')}) hoặc ${mail(random)}`);
    if (random.chance(0.6)) put(say`Bán nhà ${random.int(30, 200)}m2, ${random.int(2, 9)} tỷ ${random.int(1, 9)}, sổ hồng CT${random.digits(6)}, thửa ${random.int(10, 999)} tờ ${random.int(1, 99)}. LH ${near(random, 'VN')} chính chủ`);
    if (random.chance(0.4)) put(say`CẦN BÁN SH ${random.int(2015, 2025)}, odo ${random.int(1, 90)}.${random.digits(3)} km, bs ${device.plate(random)}, giá ${random.int(30, 99)}tr. ${near(random, 'VN')}`);
    return;
  }
  put(`${random.int(2, 9)} openings, ${priced(random, 'en')} - ${priced(random, 'en')} a year, Req ${random.fill('Rxxxxxxx').replace('R', 'R-')}, posted ${day(random, lang)}`);
  put(say`${random.pick(['Call ', 'Contact ', 'Questions? '])}${near(random, country, 0.2)} or ${mail(random)}`);
  if (random.chance(0.5)) put(say`For rent: ${random.int(1, 4)}BR/${random.int(1, 2)}BA ${random.int(500, 2500)} sqft ${priced(random, 'en')}/mo MLS# ${random.fill('Xxxxxxxx')} ${near(random, country)}`);
}

export function footer(random, country, put) {
  const number = () => near(random, country, 0.08);
  const year = random.int(1998, 2020);
  const lines = {
    VN: [() => say`© ${year}-2026 ${firm(random, 'VN')}. MST: ${mst(random)}. Hotline: ${number()}`, () => say`Tổng đài hỗ trợ (miễn phí): Gọi mua: ${phone(random, 'VN', { kind: 'hotline' })} (7:30 - 22:00) Khiếu nại: ${phone(random, 'VN', { kind: 'hotline' })} (8:00 - 21:30)`, () => say`Trụ sở: ${street(random, 'VN')} – ĐT ${several(random, 'VN')} – Fax ${fax(random, country)}`, () => say`CSKH ${number()} | Kỹ thuật ${number()} | Kế toán ${number()}`],
    US: [() => say`© ${year}–2026 ${firm(random, 'US')} | ${street(random, 'US')} | ${number()}`, () => say`Sales ${number()} Support ${number()} Fax ${fax(random, country)}`, () => say`Toll free: ${phone(random, 'US', { kind: 'tollfree' })} TTY 711 · NMLS #${random.fill('Xxxxxx')}`], GB: [() => say`${firm(random, 'GB')}, ${street(random, 'GB')}. T: ${number()} E: ${mail(random)}. VAT ${company.ukVat(random)}`, () => say`Call ${number()} (Mon–Fri 9–5:30)`],
    DE: [() => say`${firm(random, 'DE')}, ${street(random, 'DE')}, Tel.: ${number()}, Fax: ${fax(random, country)}, ${company.hrb(random)}, ${company.ust(random)}`, () => say`Telefon ${number()} · Steuernummer ${company.steuer(random)}`], FR: [() => say`${firm(random, 'FR')} – ${street(random, 'FR')} – Tél. : ${number()} – SIRET ${siret(random)}`, () => say`Service client : ${number()} (prix d'un appel local)`],
    JP: [() => say`${firm(random, 'JP')} ${street(random, 'JP')} TEL ${number()} FAX ${fax(random, country)}`, () => say`フリーダイヤル ${phone(random, 'JP', { kind: 'free', national: 1 })}（受付 9:00-18:00）`],
  }[country];
  put(random.pick(lines)());
  if (random.chance(0.3)) put(random.pick(lines)());
}

/** Cells beside each other that nothing explains; a phone column stands somewhere among them. */
export function table(random, country, put) {
  const lang = LANGS[country];
  const makers = [() => order(random), () => tracking(random), () => day(random, lang), () => naked(random, lang), () => priced(random, lang), () => device.ean(random), () => parts(random), () => device.ip(random), () => measure(random), () => range(random, lang), () => isbn(random), () => device.plate(random), () => device.flight(random), () => bank(random), () => device.version(random), () => random.fill('Xxxxx'), () => person.cmnd(random), () => moment(random, lang), () => device.gps(random), () => mst(random)];
  const columns = Array.from({ length: 4 }, () => makers.splice(random.int(0, makers.length - 1), 1)[0]);
  const steady = random.chance(0.6) ? random.int(0, 9) : -1;
  for (let row = random.int(3, 6); row > 0; row -= 1) {
    const cells = [random.chance(0.5) ? name(random, country) : String(random.int(1, 400)), ...columns.map((it) => it())];
    cells.splice(steady < 0 ? random.int(0, cells.length) : steady % 5, 0, near(random, country, 0.05));
    if (random.chance(0.15)) put(join(cells, random.pick([' | ', '\t', '; '])));
    else cells.forEach((it) => put(it));
  }
}
