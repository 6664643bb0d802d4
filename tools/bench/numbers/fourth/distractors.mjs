// What stands beside phone numbers in a customer's record and is none, in the words and shapes of
// six countries, with the check digits such numbers have.
import * as checks from './checks.mjs';

const two = (value) => String(value).padStart(2, '0');
const inFours = (text) => text.replace(/(.{4})(?=.)/g, '$1 ');
const thousands = (value, by) => String(value).replace(/\B(?=(\d{3})+$)/g, by);
const hex = (random, count) => Array.from({ length: count }, () => random.int(0, 15).toString(16)).join('');
const day = (random) => ({ y: random.int(2016, 2026), m: two(random.int(1, 12)), d: two(random.int(1, 28)) });

const WORDS = {
  VN: { order: ['Mã đơn', 'Đơn hàng', 'ĐH số'], invoice: ['Hóa đơn số', 'HĐ', 'Số hóa đơn'], customer: ['Mã KH', 'Mã khách hàng'], parcel: ['Mã vận đơn', 'Vận đơn'], account: ['STK', 'Số TK', 'Tài khoản'] },
  US: { order: ['Order', 'Order no.', 'PO'], invoice: ['Invoice', 'Inv. no.'], customer: ['Customer ID', 'Account no.'], parcel: ['Tracking', 'Tracking #'], account: ['Acct', 'Routing 021000021 Acct'] },
  DE: { order: ['Bestellnr.', 'Auftrag'], invoice: ['Rechnungsnr.', 'Rechnung'], customer: ['Kd.-Nr.', 'Kundennummer'], parcel: ['Sendungsnr.', 'Sendung'], account: ['Konto', 'Kto.'] },
  FR: { order: ['Commande n°', 'N° de commande'], invoice: ['Facture n°', 'Facture'], customer: ['Client n°', 'Réf. client'], parcel: ['N° de suivi', 'Colis'], account: ['Compte'] },
  JP: { order: ['注文番号', '受注番号'], invoice: ['請求書番号', '請求書'], customer: ['顧客番号', '会員番号'], parcel: ['追跡番号', '伝票番号'], account: ['口座番号'] },
};
WORDS.GB = { ...WORDS.US, account: ['Sort code 20-00-00 Account', 'A/c'] };
const said = (random, land, what, value) => `${random.pick(WORDS[land][what])}${random.pick([': ', ' ', ': '])}${value}`;

function mst(random) {
  for (;;) {
    const code = checks.mst(random.weighted([[38, '03'], [34, '01'], [5, '02'], [5, '04'], [5, '37'], [5, '36'], [3, '11'], [3, '60'], [2, '18']]) + random.pick(['0', '1']) + random.digits(6));
    if (code) return code;
  }
}

export const things = {
  date: (random, land) => {
    const { y, m, d } = day(random);
    const local = { VN: `${d}/${m}/${y}`, US: `${m}/${d}/${y}`, GB: `${d}/${m}/${y}`, DE: `${d}.${m}.${y}`, FR: `${d}/${m}/${y}`, JP: `${y}年${+m}月${+d}日` }[land];
    return random.weighted([[6, local], [3, `${y}-${m}-${d}`], [1, `${d}-${m}-${y}`], [1, `${y}/${m}/${d}`]]);
  },
  time: (random) => `${two(random.int(7, 20))}:${two(random.int(0, 59))}`,
  stamp: (random, land) => {
    const { y, m, d } = day(random);
    const time = `${things.time(random)}:${two(random.int(0, 59))}`;
    return random.pick([`${y}-${m}-${d} ${time}`, `${y}-${m}-${d}T${time}Z`, `${things.date(random, land)} ${time.slice(0, 5)}`, `${y}-${m}-${d}T${time}.${random.digits(3)}+07:00`]);
  },
  price: (random, land) => {
    const dong = random.int(20, 99_999) * random.pick([1000, 1000, 10_000]);
    const whole = random.int(5, 48_000);
    const cents = random.digits(2);
    return random.pick({
      VN: [`${thousands(dong, '.')} đ`, `${thousands(dong, '.')}đ`, `${thousands(dong, '.')} VNĐ`, `${thousands(dong, ',')}₫`, `${thousands(dong, ',')} VND`],
      US: [`$${thousands(whole, ',')}.${cents}`, `USD ${thousands(whole, ',')}.${cents}`, `$${thousands(whole, ',')}`],
      GB: [`£${thousands(whole, ',')}.${cents}`, `GBP ${thousands(whole, ',')}.${cents}`],
      DE: [`${thousands(whole, '.')},${cents} €`, `EUR ${thousands(whole, '.')},${cents}`],
      FR: [`${thousands(whole, ' ')},${cents} €`, `${thousands(whole, '\u202f')},${cents} €`],
      JP: [`¥${thousands(whole * 100, ',')}`, `${thousands(whole * 100, ',')}円`, `￥${thousands(whole * 10, ',')}`],
    }[land]);
  },
  order: (random, land) => {
    const { y, m, d } = day(random);
    return random.weighted([
      [4, said(random, land, 'order', random.pick(['#', '', '']) + random.fill('Xxxxxxxxxx'.slice(0, random.int(6, 10))))],
      [2, `SO-${y}-${random.digits(6)}`],
      [2, `DH${y}${m}${d}${random.digits(4)}`],
      [2, `#${random.fill('Xxxxxx')}`],
      [2, `${random.pick(['PO', 'PO-', 'PO '])}45${random.digits(8)}`],
      [1, `${random.int(100, 499)}-${random.digits(7)}-${random.digits(7)}`],
    ]);
  },
  invoice: (random, land) => said(random, land, 'invoice', random.pick([`INV-${day(random).y}-${random.digits(5)}`, random.digits(7), `${day(random).y}${random.digits(6)}`, `1C24T${random.pick(['AA', 'YY', 'MB'])}-${random.digits(8)}`])),
  customer: (random, land) => said(random, land, 'customer', random.pick([`KH${random.digits(6)}`, random.fill('Xxxxxxxx'), random.fill('Xxxxxxxxxx'), `C-${random.digits(5)}`])),
  tax: (random, land) => {
    const siren = checks.luhn(random.fill('Xxxxxxxx'));
    switch (land) {
      case 'VN':
        return random.weighted([[6, `MST: ${mst(random)}`], [2, `MST ${mst(random)}`], [2, `Mã số thuế: ${mst(random)}-${random.pick(['001', '002', '014'])}`], [1, `${mst(random)}-001`]]);
      case 'US':
        return `${random.pick(['EIN ', 'EIN: ', 'Tax ID ', ''])}${random.int(10, 95)}-${random.digits(7)}`;
      case 'GB': {
        const vat = checks.vatGB(random.fill('Xxxxxxx'));
        return random.pick([`VAT GB${vat}`, `VAT No. ${vat.slice(0, 3)} ${vat.slice(3, 7)} ${vat.slice(7)}`, `VAT Reg. GB ${vat.slice(0, 3)} ${vat.slice(3, 7)} ${vat.slice(7)}`]);
      }
      case 'DE':
        return random.pick([`USt-IdNr. DE${checks.vatDE(random.fill('Xxxxxxxx'))}`, `DE${checks.vatDE(random.fill('Xxxxxxxx'))}`, `St.-Nr. ${random.int(10, 99)}/${random.digits(3)}/${random.digits(5)}`]);
      case 'FR': {
        const siret = checks.luhn(siren + random.fill('000x'));
        return random.pick([`SIRET ${siret.replace(/^(...)(...)(...)/, '$1 $2 $3 ')}`, `SIREN : ${thousands(siren, ' ')}`, `TVA FR${checks.vatFR(siren)}`, `SIRET : ${siret}`]);
      }
      default: {
        const code = checks.corporateJP(random.fill('0xxxxxxxxxxx'));
        return random.pick([`法人番号 ${code}`, `登録番号 T${code}`, `T${code}`]);
      }
    }
  },
  identity: (random) => `${random.pick(['CCCD: ', 'CCCD ', 'Số CCCD '])}${random.pick(['001', '079', '048', '031', '038', '040'])}${random.int(0, 3)}${two(random.int(0, 99))}${random.digits(6)}`,
  place: (random, land) => {
    const [north, east] = { VN: [random.pick([10.7, 21.0, 16.0]), 106], US: [40.7, -74], GB: [51.5, -0.1], DE: [52.5, 13.4], FR: [48.8, 2.3], JP: [35.6, 139.7] }[land];
    const [lat, lng] = [north + random.next() / 10, east + random.next() / 10];
    const degrees = (value, names) => `${Math.floor(Math.abs(value))}°${two(random.int(0, 59))}'${two(random.int(0, 59))}"${names[value < 0 ? 1 : 0]}`;
    return random.weighted([[5, `${lat.toFixed(6)}, ${lng.toFixed(6)}`], [2, `${lat.toFixed(7)},${lng.toFixed(7)}`], [1, `${degrees(lat, 'NS')} ${degrees(lng, 'EW')}`], [1, `${lat.toFixed(4)}° N, ${Math.abs(lng).toFixed(4)}° ${lng < 0 ? 'W' : 'E'}`]]);
  },
  ip: (random) => {
    const four = random.pick([`192.168.${random.int(0, 255)}.${random.int(1, 254)}`, `10.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`, `${random.int(11, 223)}.${random.int(100, 255)}.${random.int(100, 255)}.${random.int(100, 254)}`]);
    return random.weighted([[7, four], [1, `${four}:${random.pick([8080, 5060, 443])}`], [1, `${four}/24`], [2, `2001:db8:${hex(random, 4)}:${hex(random, 4)}::${hex(random, 4)}`]]);
  },
  card: (random) => {
    const card = checks.luhn((random.pick(['4', '4', '51', '53', '9704']) + random.digits(15)).slice(0, 15));
    const amex = checks.luhn(`37${random.digits(12)}`);
    return random.weighted([[5, inFours(card)], [1, card.replace(/(.{4})(?=.)/g, '$1-')], [2, card], [3, `**** **** **** ${card.slice(12)}`], [2, `Visa ${inFours(card)}`], [1, `${amex.slice(0, 4)} ${amex.slice(4, 10)} ${amex.slice(10)}`]]);
  },
  bank: (random, land) => {
    if (['VN', 'JP', 'US'].includes(land)) {
      const digits = land === 'JP' ? random.digits(7) : random.fill(random.pick(['19xxxxxxxxxxxx', '0071xxxxxxxxx', '1xxxxxxxxx', '0451000xxxxxx', '1xxxxxxxxxxx']));
      return said(random, land, 'account', digits);
    }
    const code = {
      DE: () => checks.iban('DE', random.fill('Xxxxxxxx') + random.digits(10)),
      FR: () => checks.iban('FR', checks.ribFR('30004', random.digits(5), random.digits(11))),
      GB: () => checks.iban('GB', random.pick(['BARC', 'LOYD', 'MIDL', 'NWBK']) + random.digits(14)),
    }[land]();
    return random.weighted([[5, `IBAN ${inFours(code)}`], [2, `IBAN: ${code}`], [3, inFours(code)], [2, code]]);
  },
  book: (random) => {
    const body = `978${random.pick(['604', '0', '1', '3', '2', '4'])}${random.digits(9)}`.slice(0, 12);
    const thirteen = checks.ean(body);
    const ten = checks.isbn10(random.digits(9));
    return random.weighted([[4, `ISBN ${thirteen.slice(0, 3)}-${thirteen.slice(3, 4)}-${thirteen.slice(4, 8)}-${thirteen.slice(8, 12)}-${thirteen.slice(12)}`], [2, `ISBN ${thirteen}`], [2, `${thirteen.slice(0, 3)}-${thirteen.slice(3, 6)}-${thirteen.slice(6, 8)}-${thirteen.slice(8, 12)}-${thirteen.slice(12)}`], [2, `ISBN ${ten.slice(0, 1)}-${ten.slice(1, 4)}-${ten.slice(4, 9)}-${ten.slice(9)}`], [1, `ISBN-10: ${ten}`]]);
  },
  parcel: (random, land) => {
    const post = `${random.pick(['E', 'R', 'C', 'L'])}${random.pick('ABCDEG'.split(''))}${checks.s10(random.digits(8))}${land}`;
    return random.weighted([
      [4, random.chance(0.5) ? post : said(random, land, 'parcel', post)],
      [3, checks.ups(`${random.digits(3)}${random.pick(['AA', 'E4', 'W7', 'R2'])}${random.digits(11)}`.slice(0, 15))],
      [2, inFours(checks.ean(`94${random.digits(19)}`))],
      [2, said(random, land, 'parcel', checks.fedex(random.fill('Xxxxxxxxxxx')))],
      [2, said(random, land, 'parcel', random.fill('Xxxxxxxxxx'))],
      [2, `SPXVN0${random.digits(10)}`],
      [1, `JJD0${random.digits(16)}`],
    ]);
  },
  epoch: (random) => random.pick([`ts=17${random.digits(8)}`, `created: 17${random.digits(8)}`, `17${random.digits(11)}`, `"updated_at": 16${random.digits(11)}`]),
  version: (random) => random.pick([`v${random.int(1, 12)}.${random.int(0, 30)}.${random.int(0, 20)}`, `10.0.${random.int(10000, 22999)}.${random.int(100, 4000)}`, `Chrome/${random.int(90, 140)}.0.${random.int(4000, 7200)}.${random.int(10, 220)}`, `${random.int(1, 9)}.${random.int(0, 40)}.${random.int(0, 9)}-rc.${random.int(1, 5)}`, `build ${random.fill('2024xxxx')}.${random.int(1, 9)}`]),
  uuid: (random) => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(random, 3)}-${hex(random, 12)}`,
  /** Digits with no word and no shape: what a column's header alone would tell. */
  bare: (random) => random.weighted([[24, random.fill('Xxxxxxxxxx')], [22, `17${random.digits(8)}`], [14, mst(random)], [14, random.fill('Xxxxxxxx')], [14, random.fill('Xxxxxx')], [6, checks.ean(`893${random.digits(9)}`)], [6, random.fill('Xxxxxxxxxxxx')]]),
};

const SHARES = [
  [14, 'date'], [5, 'stamp'], [16, 'price'], [12, 'order'], [6, 'invoice'], [5, 'customer'], [9, 'tax'], [2, 'identity'], [4, 'place'],
  [4, 'ip'], [4, 'card'], [5, 'bank'], [3, 'book'], [6, 'parcel'], [3, 'epoch'], [2, 'version'], [3, 'uuid'], [7, 'bare'],
];
export const distractor = (random, land) => {
  const what = random.weighted(SHARES);
  return things[what === 'identity' && land !== 'VN' ? 'customer' : what](random, land);
};
