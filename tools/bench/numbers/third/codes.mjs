// Codes that are no phone numbers, each as its issuer builds it, check digits included.

const sum = (list) => list.reduce((total, it) => total + it, 0);
const weighted = (digits, weights) => sum(weights.map((weight, at) => weight * +digits[at]));
const spaced = (text, size, separator = ' ') => text.match(new RegExp(`.{1,${size}}`, 'g')).join(separator);

/** The last digit of a card, IMEI, SIREN or SIRET. */
function luhn(body) {
  const total = sum([...body].reverse().map((it, at) => (at % 2 ? +it : +it * 2 > 9 ? +it * 2 - 9 : +it * 2)));
  return body + ((10 - (total % 10)) % 10);
}

const ean = (body) => body + ((10 - (weighted([...body].reverse(), [...body].map((_, at) => (at % 2 ? 1 : 3))) % 10)) % 10);

/** ISO 7064 remainder of 97, as banks take it. */
const remainder = (digits) => [...digits].reduce((rest, it) => (rest * 10 + +it) % 97, 0);
function iban(land, account) {
  const digits = [...`${account}${land}00`].map((it) => (/\d/.test(it) ? it : it.charCodeAt(0) - 55)).join('');
  return `${land}${String(98 - remainder(digits)).padStart(2, '0')}${account}`;
}

/** The tax code of a Vietnamese company: province, seven digits, check digit; a branch has three more. */
export function mst(random) {
  const province = random.weighted([[34, '030'], [30, '031'], [22, '010'], [5, '011'], [5, '360'], [5, '370'], [4, '020'], [3, '040'], [2, '110'], [2, '180'], [1, '570'], [1, '420'], [1, '090'], [1.2, '080'], [0.6, '070'], [1, '350'], [1, '600']]);
  for (;;) {
    const body = province + (province === '030' || province === '010' ? random.digits(1) : random.pick(['0', '1'])) + random.digits(5);
    const check = 10 - (weighted(body, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11);
    if (check < 10) return body + check + (random.chance(0.15) ? `-00${random.int(1, 9)}` : '');
  }
}

const two = (value) => String(value).padStart(2, '0');
const hex = (random, count) => Array.from({ length: count }, () => random.int(0, 15).toString(16)).join('');
const letters = (random, count) => Array.from({ length: count }, () => random.pick('ABCDEFGHJKLMNPRSTUVWXYZ')).join('');

export const card = (random) => {
  const body = random.pick(['4', '4', '51', '53', '55', '9704', '37', '35']);
  const whole = luhn(body + random.digits((body === '37' ? 14 : 15) - body.length));
  return random.weighted([[5, spaced(whole, 4)], [2, whole], [1, spaced(whole, 4, '-')], [2, `**** **** **** ${whole.slice(-4)}`]]);
};
export const isbn = (random) => {
  if (random.chance(0.6)) {
    const whole = ean(random.pick(['9780', '9781', '978604', '9782', '9783', '9784']).concat(random.digits(9)).slice(0, 12));
    return random.pick([whole, `${whole.slice(0, 3)}-${whole[3]}-${whole.slice(4, 8)}-${whole.slice(8, 12)}-${whole[12]}`, `${whole.slice(0, 3)}-${whole.slice(3, 6)}-${whole.slice(6, 9)}-${whole.slice(9, 12)}-${whole[12]}`]);
  }
  const body = random.pick(['0', '1', '2', '3', '4', '604']).concat(random.digits(9)).slice(0, 9);
  const rest = (11 - (weighted(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  const check = rest === 10 ? 'X' : String(rest);
  return random.pick([body + check, `${body[0]}-${body.slice(1, 4)}-${body.slice(4)}-${check}`, `${body[0]}-${body.slice(1, 3)}-${body.slice(3)}-${check}`, `${body[0]}-${body.slice(1, 6)}-${body.slice(6)}-${check}`]);
};
export const accountIban = (random) => {
  const whole = random.pick([() => iban('DE', random.fill('Xxxxxxxx') + random.digits(10)), () => iban('FR', random.digits(23)), () => iban('GB', `${random.pick(['NWBK', 'BARC', 'LOYD', 'MIDL'])}${random.digits(14)}`)])();
  return random.chance(0.7) ? spaced(whole, 4) : whole;
};
export const siret = (random) => {
  const siren = luhn(random.fill('Xxxxxxxx'));
  const whole = luhn(`${siren}0${random.digits(4).replace(/^../, '00')}`.slice(0, 13));
  return random.pick([spaced(siren, 3), siren, `${spaced(siren, 3)} ${whole.slice(9)}`, whole]);
};
export const tracking = (random) =>
  random.weighted([
    [2, `1Z${letters(random, 1)}${random.digits(2)}${letters(random, 1)}${random.digits(2)}${random.digits(10)}`], [2, spaced(random.fill('Xxxxxxxxxxxx'), 4)], [1, random.fill('Xxxxxxxxxxxx')], [1, random.fill('Xxxxxxxxxx')],
    [1, spaced(`9400 1${random.digits(17)}`.replace(/ /g, ''), 4)], [1, `94001${random.digits(17)}`], [2, `${letters(random, 2)}${random.digits(9)}VN`], [2, `GA${letters(random, 6)}`],
    [2, `S${random.digits(8)}.SG${random.int(1, 9)}.${letters(random, 1)}${random.int(1, 9)}.${random.digits(9)}`], [2, `SPXVN0${random.digits(11)}`], [1, `8${random.digits(11)}`], [1, `JD0${random.digits(17)}`], [1, `RR ${random.digits(3)} ${random.digits(3)} ${random.digits(3)} DE`],
  ]);
export const order = (random, year = 26) =>
  random.weighted([
    [3, `${year}${two(random.int(1, 12))}${two(random.int(1, 28))}${letters(random, 3)}${random.digits(2)}${letters(random, 3)}`], [2, random.fill('Xxxxxxxxxxxxxxx')], [2, random.fill('Xxxxxxxxx')], [2, `#${random.fill('Xxxxx')}`], [3, `SO-20${year}-${random.digits(5)}`],
    [2, `DH${random.digits(6)}`], [2, `HD${random.digits(8)}`], [1, `ORD-${random.digits(7)}-${random.digits(3)}`], [1.2, `${random.fill('Xxx')}-${random.digits(7)}-${random.digits(7)}`], [1, `PO${random.digits(10)}`], [1.2, random.fill('Xxxxxxxxxx')], [1, `${random.fill('Xxx')}-${random.digits(8)}`],
    [1, `20${year}${two(random.int(1, 12))}${two(random.int(1, 28))}${random.digits(4)}`], [1, `#${random.fill('Xxxxxxxxx')}`], [1, `BG/${year}/${random.digits(4)}`],
  ]);
export const bank = (random) =>
  random.weighted([[3, `00${random.pick(['71', '11', '21', '41', '01'])}00${random.digits(7)}`], [3, `10${random.digits(8)}`], [3, `190${random.digits(11)}`], [1, `9${random.digits(9)}`], [1, `${random.fill('Xxx')}${random.digits(10)}`], [1, spaced(`190${random.digits(11)}`, 4)], [1, `${random.fill('Xxxx')} ${random.digits(4)} ${random.digits(4)}`], [1, `2150${random.digits(10)}`]]);
export const parts = (random) =>
  random.pick([
    () => `0 ${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`, () => `6ES7 2${random.digits(2)}-1AG40-0XB0`, () => `0${random.digits(4)}-${random.digits(5)}`, () => `9${random.digits(4)}-${random.digits(5)}`, () => `6205-2RSH/C3`, () => `${random.digits(3)}-${random.digits(4)}-${random.digits(2)}`,
    () => `SKU-${random.digits(4)}-${random.digits(3)}-${random.digits(3)}`, () => `${random.digits(2)}L ${random.digits(3)} ${random.digits(3)}`, () => `${random.digits(3)}.${random.digits(3)}.${random.digits(2)}`, () => `P/N ${random.digits(6)}-${random.digits(3)}`, () => `CF${random.digits(3)}A`, () => `${random.digits(4)}.${random.digits(3)}.${random.digits(4)}`,
  ])();
export const person = {
  cccd: (random) => `0${random.pick(['01', '79', '31', '48', '36', '38', '40', '24', '52', '92', '75', '74'])}${random.pick(['0', '1', '2', '3'])}${two(random.int(0, 99))}${random.digits(6)}`,
  cmnd: (random) => random.chance(0.7) ? random.pick(['01', '02', '17', '21', '24', '27', '36', '38']) + random.digits(7) : spaced(random.pick(['012', '024', '036', '182']) + random.digits(6), 3),
  bhxh: (random) => random.pick(['01', '79', '74', '75', '31', '02']) + random.digits(8),
  bhyt: (random) => `${random.pick(['DN', 'HC', 'GD', 'TE'])}4${random.pick(['79', '01', '74'])}${random.digits(10)}`,
  ssn: (random) => `${random.int(100, 665)}-${two(random.int(1, 99))}-${random.int(1000, 9999)}`,
  ein: (random) => `${random.int(10, 95)}-${random.fill('Xxxxxxx')}`,
  ni: (random) => `${letters(random, 2)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.pick('ABCD')}`,
  passport: (random) => `${random.pick(['B', 'C', 'N', 'K'])}${random.digits(7)}`,
  tin: (random) => `${random.digits(2)} ${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`,
  secu: (random) => `${random.pick('12')} ${two(random.int(50, 99))} ${two(random.int(1, 12))} ${random.int(10, 95)} ${random.digits(3)} ${random.digits(3)} ${random.digits(2)}`,
};
export const company = {
  hrb: (random) => `HRB ${random.fill('Xxxxx')}${random.chance(0.3) ? ' B' : ''}`,
  steuer: (random) => random.pick([`${random.int(10, 99)}/${random.digits(3)}/${random.digits(5)}`, `${random.digits(3)}/${random.digits(4)}/${random.digits(4)}`, `${random.digits(3)}/${random.digits(3)}/${random.digits(5)}`]),
  ust: (random) => `DE${random.fill('Xxxxxxxxx')}`,
  ukVat: (random) => `GB ${random.fill('Xxx')} ${random.digits(4)} ${random.digits(2)}`,
  ukNumber: (random) => `0${random.fill('Xxxxxxx')}`,
  sort: (random) => `${two(random.int(1, 99))}-${random.digits(2)}-${random.digits(2)}`,
  frVat: (random) => `FR ${random.digits(2)} ${spaced(luhn(random.fill('Xxxxxxxx')), 3)}`,
  hojin: (random) => random.pick([`${random.fill('X')}${random.digits(12)}`, `${random.fill('X')}-${random.digits(4)}-${random.digits(4)}-${random.digits(4)}`]),
  jpInvoice: (random) => `T${random.fill('Xxxxxxxxxxxxx')}`,
  duns: (random) => `${random.digits(2)}-${random.digits(3)}-${random.digits(4)}`,
};
export const device = {
  imei: (random) => luhn(`35${random.digits(12)}`),
  serial: (random) => random.pick([`SN${random.digits(10)}`, `${letters(random, 2)}${random.digits(8)}`, `S/N: ${letters(random, 1)}${random.digits(2)}${letters(random, 2)}${random.digits(5)}`, random.digits(11)]),
  mac: (random) => spaced(hex(random, 12), 2, random.pick([':', '-'])),
  ip: (random) => Array.from({ length: 4 }, () => random.int(1, 254)).join('.') + (random.chance(0.2) ? `:${random.int(1024, 65535)}` : ''),
  uuid: (random) => [8, 4, 4, 4, 12].map((it) => hex(random, it)).join('-'),
  hash: (random) => hex(random, random.pick([7, 32, 40, 64])),
  version: (random) => random.pick([`v${random.int(0, 12)}.${random.int(0, 30)}.${random.int(0, 99)}`, `${random.int(1, 130)}.0.${random.int(1000, 6999)}.${random.int(10, 199)}`, `${random.int(0, 9)}.${random.int(0, 99)}.${random.int(0, 9)}-rc.${random.int(1, 9)}`]),
  epoch: (random) => random.pick([`17${random.digits(8)}`, `17${random.digits(11)}`, `17${random.digits(8)}.${random.digits(6)}`]),
  meter: (random) => `P${random.pick(['E', 'A', 'C', 'B'])}${random.pick(['01', '02', '03', '05'])}000${random.digits(6)}`,
  ean: (random) => ean(random.pick(['893', '400', '490', '030', '501']) + random.digits(9)),
  plate: (random) => random.pick([`${random.int(11, 99)}A-${random.digits(3)}.${random.digits(2)}`, `${random.int(29, 59)}-${letters(random, 1)}${random.int(1, 9)} ${random.digits(3)}.${random.digits(2)}`, `${random.int(29, 51)}H-${random.digits(5)}`]),
  flight: (random) => random.pick([`VN${random.int(100, 999)}`, `VJ ${random.int(100, 999)}`, `QH${random.int(100, 299)}`, `LH ${random.int(100, 999)}`, `738-${random.digits(10)}`]),
  gps: (random) => random.pick([`${random.int(8, 22)}.${random.digits(6)}, 10${random.int(3, 8)}.${random.digits(6)}`, `10.${random.digits(7)},106.${random.digits(7)}`, `${random.int(10, 60)}°${random.int(10, 59)}'${random.int(10, 59)}.${random.int(0, 9)}"N ${random.int(100, 140)}°${random.int(10, 59)}'${random.int(10, 59)}"E`, `-${random.int(10, 60)}.${random.digits(4)} ${random.int(100, 170)}.${random.digits(4)}`]),
};
