// Telephone numbers of the seventh page, as people write them. A maker gives parts: strings, and
// numbers `{ text, e164, ext, country, national }`, of which `country` is whose finder is asked.

const FULL = (text) => text.replace(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));
const NBSP = '\u00a0';

const number = (text, e164, country, national, ext = '') => ({ text, e164, country, national, ext });
/** `abc-def` cut from digits: each letter run of the shape takes that many digits. */
const shape = (digits, form) => {
  let at = 0;
  return form.replace(/d/g, () => digits[at++]);
};

// Viet Nam: prefixes without their 0, as many times as they are seen.
const MOBILE = ['90', '90', '91', '91', '93', '94', '96', '97', '98', '98', '92', '95', '32', '33', '34', '35', '36', '37', '38', '39', '70', '76', '77', '78', '79', '81', '82', '83', '84', '85', '86', '87', '88', '896', '897', '898', '899', '56', '58', '59', '522', '523', '528', '559', '993', '994', '995'];
const PROVINCES = ['203', '204', '205', '208', '210', '211', '212', '214', '220', '221', '222', '225', '226', '227', '228', '229', '232', '233', '234', '235', '236', '236', '236', '237', '238', '239', '251', '251', '252', '254', '255', '256', '257', '258', '258', '259', '260', '262', '263', '269', '270', '271', '272', '273', '274', '274', '275', '276', '277', '290', '291', '292', '292', '293', '294', '296', '297', '299'];

/** Nine digits behind the 0. */
const mobileDigits = (random) => {
  const head = random.pick(MOBILE);
  return head + random.digits(9 - head.length);
};

// Shapes of the nine digits, by weight; 0 stands where it is written.
const MOBILE_FORMS = [
  [30, '0ddddddddd'], [17, '0ddd ddd ddd'], [13, '0ddd.ddd.ddd'], [6, '0ddd-ddd-ddd'], [5, '0dd ddd dddd'], [3, '0dd.dddd.ddd'], [3, '0dd dddd ddd'],
  [3, '0ddd dd dd dd'], [2, '0ddd.dd.dd.dd'], [2, '0ddd dddddd'], [2, '0ddd.dddddd'], [1.5, '0d dd dd dd dd'], [1, '0d.dd.dd.dd.dd'], [1, '0ddd dddd dd'], [1, '0dd.ddd.dddd'],
  [1, '0dd-ddd-dddd'], [1, '(0dd) ddd dddd'], [0.7, '(0ddd) ddd ddd'], [0.6, '0ddd/ddd/ddd'], [0.8, '0 ddd ddd ddd'], [0.7, '0ddd - ddd - ddd'], [0.5, '0ddd. ddd. ddd'], [0.5, '0ddd.ddd ddd'], [1.5, '0ddd⍽ddd⍽ddd'], [0.5, '0ddd–ddd–ddd'],
];
const MOBILE_ABROAD = [
  [6, '+84ddddddddd'], [5, '+84 ddd ddd ddd'], [3, '(+84) ddd ddd ddd'], [2, '+84-ddd-ddd-ddd'], [1.5, '+84.ddd.ddd.ddd'], [1.5, '+84 dd ddd dddd'], [1, '+84 dd ddd dd dd'], [1, '(+84)ddddddddd'],
  [1, '+84 (0) ddd ddd ddd'], [1, '+84(0)ddddddddd'], [1, '+840ddddddddd'], [0.7, '+84 0ddd ddd ddd'], [1, '+84⍽ddd⍽ddd⍽ddd'], [0.6, '(+84) 0ddd ddd ddd'], [0.7, '+84 ddddddddd'], [0.5, '+84 dd dddd ddd'],
];
const MOBILE_BARE = [[3, '84ddddddddd'], [1, '84-ddd-ddd-ddd'], [1, '0084ddddddddd'], [1, '0084 ddd ddd ddd'], [1, '(84) ddd ddd ddd'], [0.7, '84 ddd ddd ddd'], [0.7, '(0084) ddd ddd ddd'], [0.5, '0084-ddd-ddd-ddd'], [0.4, '(84)ddddddddd']];

const CITY_FORMS = [
  [14, '0dd dddd dddd'], [14, '(0dd) dddd dddd'], [8, '0dd.dddd.dddd'], [6, '0dd-dddddddd'], [6, '0dddddddddd'], [5, '(0dd)dddddddd'], [4, '0ddd ddd dddd'], [4, '0ddd.ddd.dddd'], [3, '0dd dd ddd ddd'], [3, '(0dd) dd.ddd.ddd'], [3, '0dd.dddddddd'], [3, '0dd dddddddd'],
  [2, '0dd - dddddddd'], [2, '(0dd)-dddddddd'], [1.5, '(0dd).dddddddd'], [1, '0dd/dddddddd'], [1, '0dd-dddd-dddd'], [1, '0dd⍽dddd⍽dddd'], [1, '(0dd) ddd ddddd'], [1, '(0dd) dddd.dddd'], [1, '0dd.dd.ddd.ddd'],
];
const CITY_ABROAD = [
  [5, '+84 dd dddd dddd'], [3, '(+84 dd) dddd dddd'], [2, '(+84-dd) dddd.dddd'], [2, '(+84.dd) dddddddd'], [3, '+84 (dd) dddd dddd'], [2, '+84 (0)dd dddd dddd'], [1.5, '+84-dd-dddddddd'], [1.5, '+84.dd.dddddddd'], [2, '+84dddddddddd'], [1, '(+84) dd dddd dddd'], [1, '+84 (0) dd dddd dddd'], [1, '+84 0dd dddd dddd'],
];
const CITY_BARE = [[4, '(84-dd) dddddddd'], [3, '(84.dd) dddd dddd'], [2, '(84 dd) dddd dddd'], [2, '84-dd-dddddddd'], [1.5, '84.dd.dddddddd'], [1, '(84)-dd-dddddddd'], [1, '0084-dd-dddddddd'], [1, '0084 dd dddd dddd'], [1, '(84) dd dddd dddd']];
const PROVINCE_FORMS = [[12, '0ddd dddd ddd'], [10, '(0ddd) dddd ddd'], [8, '0ddd.ddddddd'], [6, '0ddd.dddd.ddd'], [6, '0ddd-ddddddd'], [5, '(0ddd) d.ddd.ddd'], [5, '(0ddd)ddddddd'], [5, '0dddddddddd'], [3, '0ddd ddd dddd'], [3, '0ddd d ddd ddd'], [2, '0ddd - ddddddd'], [2, '0ddd-dddd-ddd'], [1, '0ddd/ddddddd'], [2, '0ddd.d.ddd.ddd'], [1, '(0ddd)-ddddddd']];
const PROVINCE_ABROAD = [[4, '+84 ddd dddd ddd'], [2, '(+84-ddd) ddddddd'], [2, '+84 (ddd) dddd ddd'], [1, '+84 (0)ddd dddd ddd'], [2, '+84dddddddddd'], [1, '(+84) ddd dddd ddd'], [1, '+84.ddd.ddddddd']];
const PROVINCE_BARE = [[2, '(84-ddd) ddddddd'], [1, '(84.ddd) dddd ddd'], [1, '84-ddd-ddddddd'], [1, '0084-ddd-ddddddd']];

const written = (text) => text.replaceAll('⍽', NBSP);
const vn = (random, digits, forms, abroad) => {
  const text = written(shape(digits, random.weighted(forms)));
  return number(random.chance(0.006) && !abroad ? FULL(text) : text, `+84${digits}`, 'VN', !abroad);
};
const mixed = (random, digits, plain, abroad, bare) => {
  const way = random.weighted([[82, 0], [14, 1], [4, 2]]);
  return vn(random, digits, [plain, abroad, bare][way], way === 1);
};
const city = (random) => random.pick(['24', '28']) + random.pick(['3', '3', '3', '3', '6', '6', '7', '2', '5', '4']) + random.digits(7);
const province = (random) => random.pick(PROVINCES) + random.pick(['3', '3', '3', '3', '6', '2', '7', '8']) + random.digits(6);
const fixed = (random) => (random.chance(0.62) ? mixed(random, city(random), CITY_FORMS, CITY_ABROAD, CITY_BARE) : mixed(random, province(random), PROVINCE_FORMS, PROVINCE_ABROAD, PROVINCE_BARE));
const mobile = (random) => mixed(random, mobileDigits(random), MOBILE_FORMS, MOBILE_ABROAD, MOBILE_BARE);
const hotline = (random) => {
  const digits = random.pick(['1900', '1900', '1900', '1800']) + (random.chance(0.6) ? random.fill('Xxxx') : random.fill('Xxxxxx'));
  const forms = digits.length === 8 ? [[5, 'dddd dddd'], [5, 'dddddddd'], [4, 'dddd.dddd'], [2, 'dddd-dddd'], [1, 'dddd dd dd'], [1, 'dddd⍽dddd']] : [[5, 'dddd ddd ddd'], [3, 'dddddddddd'], [3, 'dddd.ddd.ddd'], [2, 'dddd dddddd'], [1, 'dddd-dddddd'], [1, 'dddd dd dd dd']];
  return number(written(shape(digits, random.weighted(forms))), `+84${digits}`, 'VN', true);
};
const withExt = (random, it, ways) => {
  const ext = random.fill(random.pick(['Xxx', 'Xxx', 'Xxx', 'Xxxx', 'Xx']));
  return { ...it, text: `${it.text}${random.pick(ways)}${ext}`, ext };
};
/** Two numbers, of which the second leaves out what it shares with the first. */
const sharing = (random) => {
  const digits = city(random);
  const head = digits.slice(0, 2);
  const last = +digits.slice(8);
  const form = random.weighted([[3, '0dd dddd dddd'], [3, '(0dd) dddd dddd'], [2, '(0dd) dddddddd'], [2, '0dd.dddddddd'], [1, '0dd-dddddddd']]);
  const first = number(shape(digits, form), `+84${digits}`, 'VN', true);
  if (random.chance(0.4) && last < 99) {
    const tail = String(random.int(last + 1, 99)).padStart(2, '0');
    return [first, random.pick(['/', ' / ', '/', '-']).replace('-', '/'), number(tail, `+84${digits.slice(0, 8)}${tail}`, 'VN', true)];
  }
  const other = random.chance(0.5) ? digits.slice(2, 6) + random.digits(4) : digits[2] + random.digits(7);
  const second = shape(other, form.endsWith('dddddddd') ? 'dddddddd' : 'dddd dddd');
  return [first, random.pick([' - ', ' / ', '/', ', ', ' – ', '; ']), number(second, `+84${head}${other}`, 'VN', true)];
};

// United States and Canada: area codes in use, exchanges NXX that are neither N11 nor 555.
const AREAS = ['212', '646', '917', '718', '347', '201', '973', '215', '267', '412', '617', '857', '508', '203', '860', '202', '301', '410', '703', '571', '804', '704', '919', '404', '678', '770', '305', '786', '407', '813', '615', '901', '502', '614', '216', '513', '313', '248', '312', '773', '847', '414', '612', '651', '314', '816', '504', '214', '972', '469', '713', '281', '832', '512', '210', '303', '720', '801', '602', '480', '702', '505', '213', '310', '323', '818', '714', '949', '619', '858', '415', '510', '408', '650', '916', '503', '971', '206', '425', '253', '808', '907'];
const FREE = ['800', '888', '877', '866', '855', '844', '833'];
const exchange = (random) => {
  for (;;) {
    const it = String(random.int(220, 989));
    if (!it.endsWith('11') && it !== '555' && it !== '958' && it !== '959' && it !== '950' && it !== '976') return it;
  }
};
const usDigits = (random, areas) => random.pick(areas) + exchange(random) + random.digits(4);
const US_FORMS = [
  [30, '(ddd) ddd-dddd'], [28, 'ddd-ddd-dddd'], [9, 'ddd.ddd.dddd'], [5, 'ddd ddd dddd'], [4, '(ddd)ddd-dddd'], [4, '1-ddd-ddd-dddd'], [2, '1 (ddd) ddd-dddd'], [1, '1.ddd.ddd.dddd'], [1, 'ddd/ddd-dddd'], [1, '(ddd) ddd dddd'], [1, '(ddd) ddd.dddd'], [1, '1 ddd ddd dddd'],
  [1, 'ddd–ddd–dddd'], [0.7, 'ddd\u2011ddd\u2011dddd'], [1.5, '(ddd)⍽ddd-dddd'], [1, 'ddd ddd-dddd'], [0.7, 'ddd - ddd - dddd'], [0.7, '1-(ddd)-ddd-dddd'], [0.7, '1(ddd)ddd-dddd'], [0.7, '(ddd)-ddd-dddd'], [0.5, '[ddd] ddd-dddd'],
];
const US_PLAIN = [[8, 'dddddddddd'], [1, '1dddddddddd']];
const US_ABROAD = [[5, '+1dddddddddd'], [5, '+1 (ddd) ddd-dddd'], [4, '+1 ddd-ddd-dddd'], [3, '+1-ddd-ddd-dddd'], [2, '+1 ddd ddd dddd'], [1.5, '+1.ddd.ddd.dddd'], [1, '+1.dddddddddd'], [1, '+1 (ddd)ddd-dddd'], [1, '(+1) ddd-ddd-dddd'], [0.7, '+1(ddd)ddd-dddd'], [0.7, '+1 dddddddddd'], [0.7, '+1⍽ddd⍽ddd⍽dddd']];
const us = (random, areas, { forms = US_FORMS, abroad = 0.15, plain = 0.08 } = {}) => {
  const digits = usDigits(random, areas);
  const way = random.next();
  const form = random.weighted(way < abroad ? US_ABROAD : way < abroad + plain ? US_PLAIN : forms);
  return number(written(shape(digits, form)), `+1${digits}`, 'US', way >= abroad);
};
const usSharing = (random) => {
  const digits = usDigits(random, AREAS);
  const tail = random.digits(4);
  return [number(shape(digits, random.pick(['(ddd) ddd-dddd', 'ddd-ddd-dddd'])), `+1${digits}`, 'US', true), random.pick(['/', ' / ', ' or -', '/']), number(tail, `+1${digits.slice(0, 6)}${tail}`, 'US', true)];
};

// Partners, always with their calling code: `d` any digit, other digits as they are.
const PARTNERS = {
  SG: ['+65 6Xxx xxxx', '+65 91xx xxxx', '+65 8Xxx xxxx', '(+65) 6Xxx xxxx', '+65-6Xxx-xxxx', '+6591xxxxxx'],
  JP: ['+81 3-3Xxx-xxxx', '+81-3-5Xxx-xxxx', '+81 90-Xxxx-xxxx', '+81 (0)3-3Xxx-xxxx', '+81 6 6Xxx xxxx', '+8190Xxxxxxxx'],
  KR: ['+82 2-3Xx-xxxx', '+82 10-Xxxx-xxxx', '+82-10-Xxxx-xxxx', '+82 (0)2 3Xx xxxx', '+8210Xxxxxxxx'],
  GB: ['+44 20 7Xxx xxxx', '+44 (0)20 7Xxx xxxx', '+44 (0) 20 7Xxx xxxx', '+44 7400 Xxxxxx', '+44 161 4Xx xxxx'],
  DE: ['+49 30 Xxxxxxxx', '+49 (0)89 Xxxxxxxx', '+49 151 Xxxxxxxx', '+49 40 Xxx xxx xx'],
  FR: ['+33 1 4X xx xx xx', '+33 (0)1 4X xx xx xx', '+33 6 1X xx xx xx', '+33614Xxxxxx'],
  AU: ['+61 2 9Xxx xxxx', '+61 412 Xxx xxx', '+61 (0)3 9Xxx xxxx'],
  TW: ['+886 2 2Xxx xxxx', '+886-2-2Xxx-xxxx', '+886 912 Xxx xxx'],
  CN: ['+86 138 Xxxx xxxx', '+86 21 6Xxx xxxx', '+86-755-8Xxx-xxxx', '+86138Xxxxxxxx'],
  TH: ['+66 2 2Xx xxxx', '+66 81 Xxx xxxx'],
  IN: ['+91 98Xxx xxxxx', '+91-98Xxxxxxxx', '+91 22 2Xxx xxxx'],
  HK: ['+852 2Xxx xxxx', '+852 61xx xxxx'],
};
const partner = (random) => {
  const land = random.pick(Object.keys(PARTNERS));
  // 694x in Singapore and 222x in Hong Kong are nobody's.
  const text = random.fill(random.pick(PARTNERS[land])).replace(/(?<=^\(?\+65\)?[ -])694/, '674').replace(/(?<=^\+852 )222/, '252');
  return number(text, `+${text.replace('(0)', '').replace(/\D/g, '')}`, land, false);
};

const VN_EXT = [' máy lẻ ', ' máy lẻ: ', ' ext ', ' ext. ', ' ext: ', ' Ext ', ' (máy lẻ ', ' số máy lẻ ', ' nhánh ', ' - máy lẻ ', ' x'];
const US_EXT = [' x', ' ext. ', ' ext ', ' Ext. ', ', ext. ', ' extension ', 'x', ' Ext: ', ' x ', ' EXT '];

/** Phones that templates name in braces. */
export const phones = {
  m: mobile,
  mc: (random) => mixed(random, mobileDigits(random), MOBILE_FORMS.slice(0, 12), MOBILE_ABROAD.slice(0, 3), [[1, '84ddddddddd']]),
  mn: (random) => vn(random, mobileDigits(random), MOBILE_FORMS, false),
  md: (random) => vn(random, mobileDigits(random), [[1, '0ddddddddd']], false),
  mp: (random) => vn(random, mobileDigits(random), [[1, '+84ddddddddd']], true),
  mi: (random) => vn(random, mobileDigits(random), [[1, '84ddddddddd']], false),
  m9: (random) => vn(random, mobileDigits(random), [[3, 'ddddddddd'], [1, 'ddd ddd ddd']], false),
  ma: (random) => vn(random, mobileDigits(random), MOBILE_ABROAD, true),
  mo: (random) => vn(random, mobileDigits(random), MOBILE_BARE, false),
  f: fixed,
  fn: (random) => (random.chance(0.6) ? vn(random, city(random), CITY_FORMS, false) : vn(random, province(random), PROVINCE_FORMS, false)),
  fa: (random) => vn(random, city(random), CITY_ABROAD, true),
  fo: (random) => (random.chance(0.6) ? vn(random, city(random), CITY_BARE, false) : vn(random, province(random), PROVINCE_BARE, false)),
  h: hotline,
  fx: (random) => withExt(random, vn(random, city(random), CITY_FORMS.slice(0, 6), false), VN_EXT),
  fs: sharing,
  t: (random) => (random.chance(0.7) ? mobile(random) : fixed(random)),
  u: (random) => us(random, AREAS),
  uc: (random) => us(random, AREAS, { plain: 0 }),
  un: (random) => us(random, AREAS, { plain: 0, abroad: 0 }),
  ud: (random) => us(random, AREAS, { forms: [[1, 'dddddddddd']], plain: 0, abroad: 0 }),
  u1: (random) => us(random, AREAS, { abroad: 1 }),
  uf: (random) => us(random, FREE, { plain: 0, abroad: 0.05, forms: [[8, '1-ddd-ddd-dddd'], [5, 'ddd-ddd-dddd'], [5, '(ddd) ddd-dddd'], [3, '1 (ddd) ddd-dddd'], [2, 'ddd.ddd.dddd'], [1, '1 ddd ddd dddd'], [1, '1.ddd.ddd.dddd']] }),
  ux: (random) => withExt(random, us(random, AREAS, { plain: 0, abroad: 0.12 }), US_EXT),
  us: usSharing,
  uw: (random) => us(random, AREAS, { forms: [[1, '1dddddddddd']], plain: 0, abroad: 0 }),
  p: partner,
  px: (random) => {
    const it = number(shape(mobileDigits(random), '011 84 ddd ddd ddd'), '', 'US', true);
    return { ...it, e164: `+${it.text.replace(/\D/g, '').slice(3)}` };
  },
};
phones.ue = (random) => {
  const digits = usDigits(random, AREAS);
  return number(`+1${digits}`, `+1${digits}`, 'US', false);
};
phones.fx = ((make) => (random) => {
  const it = make(random);
  return it.text.includes('(máy lẻ') ? [it, ')'] : it;
})(phones.fx);
