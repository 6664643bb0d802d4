// What people write to each other: mails with signatures, chats, tickets, news and stories.
import { bank, company, device, isbn, mst, order, person, tracking } from './codes.mjs';
import { elsewhere, fax, phone, several } from './phones.mjs';
import { join, say } from './piece.mjs';
import { day, hour, measure, moment, naked, priced, range } from './sums.mjs';
import { firm, LANGS, mail, name, street } from './words.mjs';

const near = (random, country, extended) => phone(random, country, { national: 0.75, extended });

export function email(random, country, put) {
  const lang = LANGS[country];
  const bodies = {
    vi: [
      () => `Chào anh/chị, em gửi báo giá số ${random.int(10, 999)}/BG-${random.int(2023, 2026)} cho lô hàng ${random.int(100, 5000)} cái, tổng ${priced(random, 'vi')}, đã gồm VAT 8%. Báo giá có hiệu lực đến ${day(random, 'vi')}.`,
      () => say`Anh chuyển khoản giúp em vào tài khoản ${bank(random)} (Vietcombank CN Tân Bình), nội dung "TT ${order(random)}". Có gì gọi em số ${near(random, 'VN')} nhé.`,
      () => `Họp giao ban dời sang ${hour(random)} ${day(random, 'vi')}, phòng ${random.int(100, 999)}. Meeting ID: ${random.fill('Xxx xxxx xxxx')}, mật khẩu ${random.digits(6)}.`, () => `Kính gửi Quý khách, hóa đơn 0000${random.digits(4)} ký hiệu 1C${random.int(23, 26)}TAA, mã tra cứu ${random.fill('Xxxxxxxxx')}, MST bên mua ${mst(random)}.`,
    ],
    en: [
      () => `Hi all, the ${random.int(2023, 2026)} budget is ${priced(random, 'en')}, up ${random.int(2, 30)}.${random.int(0, 9)}% on last year. See ticket ${random.fill('Xxxxxxx')} and PO ${random.fill('45xxxxxxxx')}.`, () => say`Please wire the deposit and call me on ${near(random, country === 'GB' ? 'GB' : 'US')} once it is done; ref ${order(random)}.`,
      () => say`Join by phone: ${near(random, 'US', 0)}, conference ID ${random.fill('Xxx xxx xxx')}#. Or Zoom ${random.fill('Xxx xxxx xxxx')}, passcode ${random.digits(6)}.`, () => `Your parcel ${tracking(random)} is out for delivery today between ${range(random, 'en')}.`,
    ],
    de: [() => `anbei die Rechnung ${random.fill('20xxxxxxxx')} vom ${day(random, 'de')} über ${priced(random, 'de')}, zahlbar bis ${day(random, 'de')}.`], fr: [() => `Bonjour, veuillez trouver la facture n° ${random.fill('20xxxxxxxx')} du ${day(random, 'fr')} d'un montant de ${priced(random, 'fr')}.`], ja: [() => `お世話になっております。注文番号${random.fill('Xxxxxxxxx')}の件、${day(random, 'ja')}に発送いたします。金額は${priced(random, 'ja')}です。`],
  };
  put(random.pick(bodies[lang])());
  if (random.chance(0.5)) put(random.pick(bodies[lang])());
  const tel = { vi: ['ĐT: ', 'M: ', 'Mobile: ', 'Di động: ', 'T: ', ''], en: ['T: ', 'Mobile: ', 'Direct: ', 'o. ', 'c: ', ''], de: ['Tel.: ', 'Fon ', 'Mobil: '], fr: ['Tél. : ', 'Mob. ', ''], ja: ['TEL: ', '電話 ', '携帯：'] }[lang];
  const lines = [name(random, country), random.pick(['Sales Manager', 'Trưởng phòng kinh doanh', 'Head of Finance']), firm(random, country), say`${random.pick(tel)}${near(random, country, 0.15)}`];
  if (random.chance(0.4)) lines.push(say`${random.pick(tel)}${near(random, country)}`);
  if (random.chance(0.25)) lines.push(say`${random.pick(['Fax: ', 'F: '])}${fax(random, country)}`);
  lines.push(mail(random), street(random, country));
  if (lang === 'vi' && random.chance(0.4)) lines.push(`MST: ${mst(random)}`);
  // Half of the mail programs put a signature into one block, the other half a block for each line.
  if (random.chance(0.5)) put(join(lines, random.pick([' | ', ' · ', ' – ', ' '])));
  else lines.forEach((it) => put(it));
}

export function chat(random, country, put) {
  const time = () => hour(random);
  const lines = country === 'VN' || random.chance(0.4)
    ? [() => say`[${time()}] ${name(random, 'VN')}: số e là ${near(random, 'VN')} ạ`, () => `[${time()}] Shop: mã đơn ${order(random)} nha, ship ${random.int(15, 60)}k`, () => say`Zalo ${near(random, 'VN')} mình gửi ảnh`, () => `ck ${random.int(100, 999)}k vào ${bank(random)} tcb giúp em`, () => `ok ${random.int(1, 9)}tr${random.int(1, 9)}, mai ${random.int(8, 20)}h nhé`, () => say`${near(random, 'VN')}`, () => `${person.cccd(random)}`, () => say`sdt ng nhận: ${near(random, 'VN')}, địa chỉ ${street(random, 'VN')}`, () => `otp là ${random.digits(6)}`, () => say`gọi ${several(random, 'VN')} đều được`, () => `mã vận đơn ${tracking(random)}`, () => `${naked(random, 'vi')} nha chị`, () => 'gọi 113 hoặc 115 khi khẩn cấp, soạn XN gửi 8077', () => `size ${random.int(35, 43)}, cao 1m${random.int(50, 80)} nặng ${random.int(42, 80)}`]
    : [() => say`[${time()}] ${name(random, 'US')}: my cell is ${near(random, 'US')}`, () => `[${time()}] Support: your case is ${random.fill('Xxxxxxxx')}, ref ${device.uuid(random).slice(0, 13)}`, () => say`text me ${near(random, 'US')}`, () => `confirmation # ${random.fill('Xxxxxxxxxx')}`, () => say`${near(random, country)}`, () => `it's ${priced(random, 'en')} total, ${random.int(2, 9)} nights`, () => `my code is ${random.digits(6)}`, () => 'call 911, or 988 for the helpline', () => `flight ${device.flight(random)} lands ${time()}`, () => `${person.ssn(random)}, last name ${name(random, 'US').split(' ')[1]}`, () => `gate B${random.int(1, 40)}, seat ${random.int(1, 40)}C, booking ${random.fill('Xxxxxxx')}`];
  for (let at = random.int(3, 6); at > 0; at -= 1) put(random.pick(lines)());
}

export function ticket(random, country, put) {
  const lang = LANGS[country];
  put(lang === 'vi' ? `[#${random.fill('Xxxxxx')}] Không in được hóa đơn ${random.digits(7)}` : `[${random.pick(['INC', 'REQ'])}${random.fill('00xxxxx')}] VPN drops after update ${device.version(random)}`);
  put(lang === 'vi' ? say`Khách gọi từ ${near(random, 'VN')} lúc ${moment(random, 'vi')}, báo lỗi 0x8007${random.digits(4)} trên máy ${device.serial(random)}, IP ${device.ip(random)}.` : say`Caller ${near(random, country, 0.1)} reported error 0x8007${random.digits(4)} on ${device.serial(random)} at ${device.ip(random)} since ${moment(random, 'en')}.`);
  put(random.pick([() => `MAC ${device.mac(random)}, IMEI ${device.imei(random)}`, () => `${device.imei(random)}`, () => `commit ${device.hash(random)} (${device.version(random)})`, () => `GET /api/v2/orders/${random.fill('Xxxxxxxxxx')}?ts=${device.epoch(random)} 200 ${random.int(10, 9999)}ms`, () => `${moment(random, 'en')} WARN [${random.int(100, 9999)}] session ${device.uuid(random)} idle ${random.int(1000, 99999)} ms`, () => `${device.epoch(random)} ${device.epoch(random)} ${random.int(1, 99)}.${random.digits(6)}`])());
  if (random.chance(0.5)) put(lang === 'vi' ? say`Đã liên hệ lại ${several(random, 'VN')}, khách hài lòng (5/5).` : say`Escalated to ${name(random, country)}, ${near(random, country, 0.3)}. SLA ${random.int(4, 48)}h, priority P${random.int(1, 4)}.`);
}

export function story(random, country, put) {
  const pieces = {
    vi: [
      () => `Theo Tổng cục Thống kê, năm ${random.int(2019, 2025)} cả nước có ${naked(random, 'vi')} lượt khách, tăng ${random.int(2, 30)},${random.int(1, 9)}% so với giai đoạn ${random.int(2010, 2014)}-${random.int(2015, 2019)}; kim ngạch đạt ${priced(random, 'vi')}.`, () => say`Bạn đọc cần tư vấn gọi đường dây nóng ${phone(random, 'VN', { national: 1, kind: random.pick(['hotline', 'mobile', 'city']) })} (${hour(random)} - ${hour(random)} hằng ngày).`,
      () => `Nghị định ${random.int(10, 190)}/${random.int(2014, 2025)}/NĐ-CP ngày ${day(random, 'vi')}, Thông tư ${random.int(10, 99)}/${random.int(2014, 2025)}/TT-BTC, Quyết định số ${random.int(100, 2999)}/QĐ-UBND.`, () => `Vé số giải đặc biệt ${random.digits(6)}, giải nhất ${random.digits(5)}; Vietlott ${random.int(1, 9)}${random.int(0, 9)} ${random.int(10, 19)} ${random.int(20, 29)} ${random.int(30, 39)} ${random.int(40, 49)} ${random.int(50, 55)}.`,
      () => `VN-Index đóng cửa ở ${random.int(1000, 1900)},${random.digits(2)} điểm, khối lượng ${naked(random, 'vi')} cổ phiếu; vàng SJC ${random.int(70, 150)},${random.int(0, 9)}-${random.int(70, 150)},${random.int(0, 9)} triệu đồng/lượng.`, () => say`Số máy lạ ${near(random, 'VN', 0)} tự xưng công an đã gọi cho bà, yêu cầu chuyển ${priced(random, 'vi')}.`, () => `Toạ độ ${device.gps(random)}, độ cao ${random.int(100, 3143)} m, cách ga km ${random.int(100, 1700)}+${random.digits(3)}.`,
    ],
    en: [
      () => `Between ${random.int(1900, 1960)}-${random.int(1961, 1999)} the town grew from ${naked(random, 'en')} to ${random.int(1, 9)},${random.digits(3)},${random.digits(3)} people (pp. ${random.int(100, 199)}–${random.int(200, 999)}, ISBN ${isbn(random)}).`, () => say`Anyone with information should call ${phone(random, country === 'GB' ? 'GB' : 'US', { national: 0.95 })} and quote reference ${random.fill('Xxxx')} of ${day(random, 'en')}.`,
      () => `They won ${random.int(80, 130)}-${random.int(70, 120)} (${random.int(18, 35)}-${random.int(18, 35)}, ${random.int(18, 35)}-${random.int(18, 35)}), now ${random.int(20, 60)}-${random.int(10, 40)}-${random.int(1, 9)} on the season.`, () => `doi:10.${random.digits(4)}/${random.digits(6)}.${random.int(2000, 2026)}.${random.digits(7)}, arXiv:${random.int(10, 25)}${random.int(10, 12)}.${random.digits(5)}, ISSN ${random.digits(4)}-${random.digits(4)}, OCLC ${random.fill('Xxxxxxxxx')}.`,
      () => `Shares rose ${random.int(1, 9)}.${random.digits(2)}% to ${priced(random, 'en')} on volume of ${naked(random, 'en')}; the index was at ${random.int(10, 40)},${random.digits(3)}.${random.digits(2)}.`, () => say`Lost cat, please ring ${near(random, country === 'GB' ? 'GB' : 'US')}; chip ${random.fill('985xxxxxxxxxxxx')}.`, () => `${measure(random)} of ${naked(random, 'en')} items, ${measure(random)}.`,
    ],
    de: [() => say`Infos unter ${near(random, 'DE')}, Spendenkonto DE89 3704 0044 0532 0130 00. Eintritt ${random.int(3, 20)},50 €, geöffnet ${random.int(8, 10)}–${random.int(16, 20)} Uhr, ${day(random, 'de')}.`, () => `Im Jahr ${random.int(1800, 1999)} zählte die Stadt ${random.int(100, 900)}.${random.digits(3)} Einwohner (Az. ${random.int(1, 30)} O ${random.int(100, 999)}/${random.int(10, 25)}).`],
    fr: [() => say`Renseignements au ${near(random, 'FR')} du lundi au vendredi, 9 h-12 h 30. Entrée ${random.int(3, 20)},50 €.`, () => `La ville comptait ${random.int(100, 900)} ${random.digits(3)} habitants en ${random.int(1900, 2020)}, loi n° ${random.int(70, 99)}-${random.int(10, 999)} du ${day(random, 'fr')}.`],
    ja: [() => say`お問い合わせは${near(random, 'JP')}まで（平日9:00～17:00）。`, () => `${day(random, 'ja')}、人口は${random.int(10, 300)}万${random.digits(4)}人、面積は${random.int(10, 900)}.${random.digits(2)}km²。`],
  }[LANGS[country]];
  for (let at = random.int(1, 3); at > 0; at -= 1) put(random.pick(pieces)());
  if (random.chance(0.06)) put(say`${random.pick(['Văn phòng đại diện: ', 'Regional office: '])}${elsewhere(random)}`);
}

/** Opening lines of company registers, which hold a number of each kind. */
export function register(random, country, put) {
  const { hrb, steuer, ust, ukVat, ukNumber, frVat, hojin } = company;
  const lines = {
    VN: [() => say`${firm(random, 'VN')} – GPKD số ${mst(random)} do Sở KHĐT TP.HCM cấp ngày ${day(random, 'vi')}. Điện thoại: ${near(random, 'VN', 0.1)}`, () => `Mã số thuế ${mst(random)}, vốn điều lệ ${naked(random, 'vi')}`],
    US: [() => say`${firm(random, 'US')} · ${street(random, 'US')} · ${near(random, 'US', 0.1)} · EIN ${person.ein(random)}`, () => `NPI ${random.fill('1xxxxxxxxx')}, License # ${random.fill('Xxxxxxx')}, DUNS ${company.duns(random)}`],
    GB: [() => say`Registered in England no. ${ukNumber(random)}. VAT ${ukVat(random)}. ${random.pick(['Tel', 'Call us on', 'Phone'])} ${near(random, 'GB')}`, () => `Sort code ${company.sort(random)}, account ${random.digits(8)}`], DE: [() => say`Amtsgericht Köln ${hrb(random)}, USt-IdNr. ${ust(random)}, St.-Nr. ${steuer(random)}, Telefon ${near(random, 'DE')}`, () => `${hrb(random)} · ${steuer(random)}`],
    FR: [() => say`SARL au capital de ${priced(random, 'fr')}, RCS Lyon ${random.fill('Xxx xxx xxx')}, TVA ${frVat(random)}, tél. ${near(random, 'FR')}`, () => `SIRET ${random.fill('Xxx xxx xxx 000xx')} APE ${random.digits(4)}Z`], JP: [() => say`法人番号 ${hojin(random)} ／ ${street(random, 'JP')} ／ 電話 ${near(random, 'JP')}`, () => `資本金 ${priced(random, 'ja')}、設立 ${day(random, 'ja')}`],
  }[country];
  put(random.pick(lines)());
}
