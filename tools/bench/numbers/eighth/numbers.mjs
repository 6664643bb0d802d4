// Telephone numbers as people and programs write them. A way of writing is a pattern: `a` is the
// national number's first digit (without the 0), `b` its second, …
const LETTERS = 'abcdefghij';
const write = (pattern, digits) => pattern.replace(/[a-j]/g, (it) => digits[LETTERS.indexOf(it)]);

/** `national` is whatever only the country's own callers can read as meant. */
const label = (text, e164, country, ext = '') => ({ text, e164, country, ext, national: !text.replace(/^[\s(]+/, '').match(/^[+＋]/) });

// --- Viet Nam -----------------------------------------------------------------------------------
const MOBILE_HEADS = '32 33 34 35 36 37 38 39 522 523 528 559 563 568 58 59 70 76 77 78 79 81 82 83 84 85 86 87 88 896 898 899 90 91 93 94 96 97 98 90 91 93 97 98'.split(' ');
const FIXED_HEADS = '203 204 205 208 210 211 212 214 220 221 222 225 226 227 228 229 232 233 234 235 236 236 236 237 238 239 251 251 252 254 255 256 257 258 260 261 262 263 269 270 271 272 273 274 274 275 276 277 290 291 292 292 293 294 296 297 299'.split(' ');

const mobileDigits = (r) => (r.pick(MOBILE_HEADS) + r.digits(7)).slice(0, 9);
const fixedDigits = (r) => (r.chance(0.6)
  ? r.pick(['24', '28']) + r.pick(['38', '37', '39', '35', '36', '62', '73', '71', '66']) + r.digits(6)
  : r.pick(FIXED_HEADS) + r.pick(['38', '37', '35', '36', '39', '62', '65']) + r.digits(5));

const MOBILE_CELL = [
  [34, '0abcdefghi'], [14, '0abc def ghi'], [9, '0abc.def.ghi'], [4, '0abc-def-ghi'], [4, '0ab cdef ghi'],
  [6, '+84abcdefghi'], [4, '+84 abc def ghi'], [3, '+84 abcdefghi'], [2, '(+84) abcdefghi'], [1.5, '+84-abcdefghi'], [2.5, '84abcdefghi'],
];
const MOBILE = [
  [26, '0abcdefghi'], [13, '0abc def ghi'], [11, '0abc.def.ghi'], [4, '0abc-def-ghi'], [4, '0ab cdef ghi'], [4, '0ab cde fghi'],
  [2, '0ab.cde.fghi'], [1, '0ab-cde-fghi'], [2, '0a bcde fghi'], [3, '0abc de fg hi'], [2, '0abc.de.fg.hi'],
  [1.5, '0a bc de fg hi'], [1, '0abc defghi'], [1, '0abc.defghi'], [0.7, '0abcdef.ghi'], [0.8, '0abcde fghi'],
  [0.8, '(0abc) def ghi'], [0.4, '(0abc)defghi'], [0.6, '0abc. def. ghi'], [0.7, '0abc - def - ghi'], [0.4, '0abc . def . ghi'], [0.6, '0abc  def  ghi'],
  [0.6, '0abc def.ghi'], [0.5, '0abc.def-ghi'],
  [4, '+84abcdefghi'], [3.5, '+84 abc def ghi'], [1.5, '+84 abcdefghi'], [1.2, '+84 ab cde fghi'], [0.8, '+84 ab cde fg hi'], [1, '+84-abc-def-ghi'],
  [0.8, '+84.abc.def.ghi'], [1, '(+84) abc def ghi'], [0.7, '(+84)abcdefghi'], [0.8, '+84 (0) abc def ghi'], [0.6, '+84(0)abcdefghi'],
  [0.4, '+84 (0)abc.def.ghi'], [0.4, '+84 0abc def ghi'], [0.5, '(+84) 0abcdefghi'],
];
/** Where a word before it says that a number follows. */
const MOBILE_SAID = [
  ...MOBILE, [0.6, '0abc/def/ghi'], [0.5, '0abc,def,ghi'], [1.4, '84abcdefghi'], [0.8, '84-abcdefghi'], [0.7, '84 abc def ghi'], [0.6, '(84) abc def ghi'],
  [0.6, '0084abcdefghi'], [0.5, '0084 abc def ghi'], [0.4, '00 84 abc def ghi'], [0.4, '(84)abc def ghi'],
];
const FIXED_BIG = [
  [12, '0abcdefghij'], [10, '0ab cdef ghij'], [12, '(0ab) cdef ghij'], [5, '(0ab)cdefghij'], [6, '0ab.cdefghij'], [3, '0ab-cdefghij'], [4, '0ab cdefghij'],
  [4, '0ab.cdef.ghij'], [3, '(0ab) cdefghij'], [2, '(0ab) cd.efg.hij'], [1.5, '0ab-cdef-ghij'], [1.5, '0ab c def ghij'], [1.5, '0ab.c.def.ghij'],
  [1, '(0ab)-cdefghij'], [1, '(0ab).cdefghij'], [0.8, '0ab cdef.ghij'], [1, '0ab cd ef gh ij'], [0.8, '0ab - cdefghij'],
  [4, '+84 ab cdef ghij'], [1.5, '+84abcdefghij'], [1.5, '+84-ab-cdefghij'], [1.5, '(+84-ab) cdef ghij'], [1.5, '(+84) ab cdef ghij'], [1, '+84 (ab) cdef ghij'],
  [1.5, '+84 (0)ab cdef ghij'], [0.7, '+84.ab.cdefghij'], [0.8, '(+84.ab) cdefghij'], [0.8, '+84-ab-cdef-ghij'], [0.5, '+84 (0) ab cdef ghij'],
];
const FIXED_BIG_SAID = [...FIXED_BIG, [2, '(84-ab) cdef ghij'], [1.5, '(84.ab) cdefghij'], [1, '84-ab-cdefghij'], [0.8, '84 ab cdef ghij'], [0.7, '0084 ab cdef ghij'], [0.8, '0ab/cdefghij'], [0.5, '(84) ab cdef ghij'], [0.5, '0084-ab-cdefghij']];
const FIXED_SMALL = [
  [12, '0abcdefghij'], [9, '0abc defg hij'], [8, '(0abc) defg hij'], [5, '(0abc)defghij'], [5, '0abc.defghij'], [4, '0abc defghij'], [3, '0abc-defghij'],
  [3, '0abc.defg.hij'], [3, '(0abc) d.efg.hij'], [2, '(0abc) d efg hij'], [2.5, '0abc.d.efg.hij'], [2, '0abcd efg hij'], [2, '0abcd.efg.hij'], [1, '(0abc)-defghij'],
  [1, '0abc - defghij'], [1, '0abc d efg hij'], [3, '+84 abc defg hij'], [1, '+84abcdefghij'], [1, '(+84-abc) defghij'], [0.8, '+84 (abc) defghij'], [0.8, '+84-abc-defghij'], [0.8, '+84 (0)abc defg hij'],
];
const FIXED_SMALL_SAID = [...FIXED_SMALL, [1.5, '(84-abc) defghij'], [1, '(84.abc) d.efg.hij'], [0.7, '84 abc defg hij'], [1, '0abc/defghij'], [0.5, '0084 abc defghij']];
const EXT_VN = [[8, ' máy lẻ N'], [6, ' (máy lẻ N)'], [4, ' - máy lẻ N'], [3, ', máy lẻ N'], [3, ' máy lẻ: N'], [6, ' ext N'], [5, ' (ext: N)'], [4, ' ext. N'], [3, ' (Ext N)'], [2, ' - ext: N'], [2, ' xN'], [2, ' (số máy lẻ N)'], [1.5, ' Ext.N'], [1, ' lẻ N']];

/** What copying from a word processor or a Japanese partner's sheet does to it. */
function worn(r, text) {
  if (/ /.test(text) && r.chance(0.06)) return text.replace(/ /g, r.weighted([[8, '\u00a0'], [1, '\u202f'], [1, '\u2009']]));
  if (/\d-\d/.test(text) && r.chance(0.07)) return text.replace(/-/g, r.pick(['–', '‑', '–']));
  if (r.chance(0.006)) return text.replace(/\d/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));
  return text;
}

const vnMobile = (r, styles, digits = mobileDigits(r), style = r.weighted(styles)) => label(worn(r, write(style, digits)), `+84${digits}`, 'VN');
function vnFixed(r, said, digits = fixedDigits(r), ext = '') {
  const big = /^2[48]/.test(digits);
  const style = r.weighted(big ? (said ? FIXED_BIG_SAID : FIXED_BIG) : said ? FIXED_SMALL_SAID : FIXED_SMALL);
  const tail = ext && r.weighted(EXT_VN).replace('N', ext);
  return label(worn(r, write(style, digits)) + tail, `+84${digits}`, 'VN', ext);
}
function vnService(r) {
  const free = r.chance(0.4);
  const digits = (free ? '1800' : '1900') + (r.chance(0.62) ? r.pick(['10', '15', '54', '55', '58', '59', '60', '61', '63', '65', '66', '68', '69', '90']) + r.digits(2) : r.pick(['54', '55', '57', '58', '59', '62', '63', '64', '68', '75', '88', '96']) + r.digits(4));
  const rest = digits.length === 8 ? [[9, '0 0'], [6, '00'], [4, '0.0'], [1, '0-0']] : [[9, '0 3 3'], [6, '00'], [4, '0.3.3'], [2, '0 2 2 2']];
  const at = r.weighted(rest);
  const four = digits.slice(0, 4);
  const tail = digits.slice(4);
  const text = at === '0 0' ? `${four} ${tail}` : at === '00' ? digits : at === '0.0' ? `${four}.${tail}` : at === '0-0' ? `${four}-${tail}`
    : at === '0 3 3' ? `${four} ${tail.slice(0, 3)} ${tail.slice(3)}` : at === '0.3.3' ? `${four}.${tail.slice(0, 3)}.${tail.slice(3)}` : `${four} ${tail.slice(0, 2)} ${tail.slice(2, 4)} ${tail.slice(4)}`;
  return label(text, `+84${digits}`, 'VN');
}
const JOINS = [[8, ' - '], [7, ' / '], [5, '/'], [5, ', '], [3, '; '], [3, ' hoặc '], [2, ' & '], [2, '-'], [1.5, ' – '], [1.5, ' | '], [1.5, ','], [1, ' và '], [1, '\n'], [1, ' '], [0.7, ';']];
function vnPair(r) {
  const plain = r.pick([MOBILE_CELL.slice(0, 1), [[1, '0abc def ghi']], [[1, '0abc.def.ghi']], [[1, '0abc.def.ghi']]]);
  let join = r.weighted(JOINS);
  if (join === ' ' && plain[0][1].includes(' ')) join = ' - ';
  return [vnMobile(r, plain), join, vnMobile(r, plain)];
}
/** Two lines of one office: the second is written from where it differs. */
function vnShared(r) {
  const digits = r.pick(['24', '28']) + r.pick(['38', '37', '39', '62']) + r.digits(2) + r.int(0, 9) + r.int(0, 8) + r.digits(2);
  const second = digits.slice(0, 6) + String((Number(digits.slice(6)) + r.int(1, 9)) % 10000).padStart(4, '0');
  const whole = r.chance(0.5);
  const style = r.pick(whole ? ['(0ab) cdefghij', '0ab.cdefghij', '(0ab) cdefghij', '0ab cdefghij'] : ['(0ab) cdef ghij', '0ab cdef ghij', '0ab.cdef.ghij']);
  return [label(write(style, digits), `+84${digits}`, 'VN'), r.pick([' - ', ' / ', '/', ' – ', ', ']), label(whole ? second.slice(2) : second.slice(6), `+84${second}`, 'VN')];
}

// --- the United States --------------------------------------------------------------------------
const NPA = '201 202 203 205 206 207 208 210 212 213 214 215 216 217 248 253 303 305 310 312 313 314 317 404 405 407 408 410 412 414 415 425 469 480 502 503 504 505 508 510 512 513 515 602 603 612 614 615 617 619 626 646 650 702 703 704 707 713 714 718 720 732 770 773 775 781 801 804 808 813 816 817 818 832 843 858 901 904 909 913 916 917 919 925 949 954 972 973'.split(' ');
const FREE = ['800', '888', '877', '866', '855', '844', '833'];
function usDigits(r) {
  for (;;) {
    const exchange = `${r.int(2, 9)}${r.digits(2)}`;
    if (!exchange.endsWith('11')) return r.pick(NPA) + exchange + r.digits(4);
  }
}
const freeDigits = (r) => r.pick(FREE) + r.pick(['234', '247', '332', '345', '422', '426', '467', '526', '555', '642', '723', '829', '992']) + r.digits(4);
const US_CELL = [[30, '(abc) def-ghij'], [24, 'abc-def-ghij'], [8, 'abc.def.ghij'], [7, '+1abcdefghij'], [6, '+1 (abc) def-ghij'], [5, '+1 abc-def-ghij'], [4, '1-abc-def-ghij'], [5, 'abcdefghij'], [2, '(abc)def-ghij'], [2, 'abc def ghij'], [1, '1abcdefghij']];
const US = [
  [28, '(abc) def-ghij'], [26, 'abc-def-ghij'], [9, 'abc.def.ghij'], [4, 'abc def ghij'], [3, '(abc)def-ghij'], [2, '(abc) def ghij'], [1.5, '(abc) def.ghij'], [1.5, '(abc)-def-ghij'], [1, '(abc)defghij'],
  [4, '1-abc-def-ghij'], [1.5, '1 (abc) def-ghij'], [0.8, '1.abc.def.ghij'], [0.8, '1 abc def ghij'], [0.6, '1-(abc)-def-ghij'], [0.8, 'abc/def-ghij'], [0.8, 'abc-def ghij'], [0.7, 'abc - def - ghij'], [0.5, 'abc. def. ghij'],
  [5, '+1 (abc) def-ghij'], [4, '+1 abc-def-ghij'], [3, '+1-abc-def-ghij'], [3, '+1abcdefghij'], [2, '+1 abc def ghij'], [1.5, '+1.abc.def.ghij'], [1, '+1(abc)def-ghij'], [0.8, '(+1) abc-def-ghij'], [0.6, '+1 abcdefghij'], [0.5, '+1 (abc) def ghij'],
];
const US_SAID = [...US, [5, 'abcdefghij'], [1, '1abcdefghij'], [0.5, '1-abc-defghij'], [0.7, 'abcdef-ghij'], [0.6, 'abc-defghij'], [0.5, 'abc def-ghij']];
const FREE_STYLES = [[20, '1-abc-def-ghij'], [10, '(abc) def-ghij'], [10, 'abc-def-ghij'], [5, 'abc.def.ghij'], [3, '+1 abc-def-ghij'], [3, '1 (abc) def-ghij'], [2, '1.abc.def.ghij'], [2, '+1 (abc) def-ghij'], [1, '1 abc def ghij']];
const EXT_US = [[10, ' x204'], [9, ' ext. 204'], [7, ' ext 204'], [5, ', ext. 204'], [4, ' Ext: 204'], [3, 'x204'], [3, ' (ext. 204)'], [3, ' extension 204'], [3, ' x 204'], [2, ' Ext.204'], [2, ' EXT 204'], [2, ', extension 204'], [2, ' (x204)'], [1, ' - ext 204']];
const us = (r, styles, digits = usDigits(r), ext = '', style = r.weighted(styles)) => label(worn(r, write(style, digits)) + (ext && r.weighted(EXT_US).replace('204', ext)), `+1${digits}`, 'US', ext);
function usPair(r) {
  const style = [[1, r.pick(['(abc) def-ghij', 'abc-def-ghij', 'abc.def.ghij'])]];
  return [us(r, style), r.pick([' / ', ' or ', ', ', '; ', ' and ', '/', ' | ', '\n', ' & ']), us(r, style)];
}
function usShared(r) {
  const digits = usDigits(r);
  const second = digits.slice(0, 6) + String((Number(digits.slice(6)) + r.int(1, 9)) % 10000).padStart(4, '0');
  return [us(r, [[1, r.pick(['(abc) def-ghij', 'abc-def-ghij'])]], digits), r.pick(['/', ' / ', ' or ', ' or ']), label(second.slice(6), `+1${second}`, 'US')];
}

// --- elsewhere: always with the calling code -------------------------------------------------------
const ABROAD = [
  ['CN', '+86 138 xxxx xxxx'], ['CN', '+86-139xxxxxxxx'], ['CN', '+86 755 2Xxx xxxx'], ['CN', '+86 21 6Xxx xxxx'], ['KR', '+82-10-Xxxx-xxxx'], ['KR', '+82 2-3xxx-xxxx'], ['KR', '+82 10 4xxx xxxx'],
  ['JP', '+81-3-5xxx-xxxx'], ['JP', '+81 90-3xxx-xxxx'], ['JP', '+81 6 6xxx xxxx'], ['SG', '+65 64xx xxxx'], ['SG', '+65 91xx xxxx'], ['SG', '(+65) 9777 xxxx'], ['TW', '+886 2 27xx xxxx'], ['TW', '+886-912-xxx-xxx'], ['TH', '+66 2 2xx xxxx'], ['TH', '+66 81 xxx xxxx'],
  ['GB', '+44 20 7946 0xxx'], ['GB', '+44 (0)20 72xx xxxx'], ['GB', '+44 7911 12xxxx'], ['DE', '+49 30 2093xxxx'], ['DE', '+49 (0) 89 1234xxxx'], ['FR', '+33 1 42 xx xx xx'], ['FR', '+33 6 12 xx xx xx'], ['AU', '+61 2 92xx xxxx'], ['AU', '+61 412 xxx xxx'],
  ['IN', '+91 98xxx xxxxx'], ['IN', '+91-22-26xx xxxx'], ['MX', '+52 55 5xxx xxxx'], ['PH', '+63 917 xxx xxxx'], ['MY', '+60 12-3xx xxxx'], ['NL', '+31 20 6xx xxxx'], ['HK', '+852 28xx xxxx'], ['IL', '+972 3 6xx xxxx'], ['BR', '+55 11 98xxx-xxxx'], ['LA', '+856 21 21x xxx'], ['KH', '+855 23 21x xxx'],
];
function abroad(r) {
  const [country, pattern] = r.pick(ABROAD);
  const text = pattern.replace(/x/g, () => r.int(0, 9)).replace(/X/g, () => r.int(4, 8));
  return label(text, `+${text.replace(/\(0\)/, '').replace(/\D/g, '')}`, country);
}

/** A link's number is written with its calling code even without a plus. */
const linked = (text, digits, country) => ({ text, e164: `+${digits}`, country, ext: '', national: false });
const kept = (random, pool, make) => pool[Math.floor(random.next() ** 1.4 * pool.length)] ?? make(random);

export const world = (random) => ({
  mobile: Array.from({ length: 260 }, () => mobileDigits(random)),
  fixed: Array.from({ length: 120 }, () => fixedDigits(random)),
  us: Array.from({ length: 320 }, () => usDigits(random)),
});
export const phones = {
  m: ({ random: r, world: w, style }) => vnMobile(r, MOBILE, kept(r, w.mobile, mobileDigits), style?.(r, MOBILE_CELL)),
  mk: ({ random: r, world: w }) => vnMobile(r, MOBILE_SAID, kept(r, w.mobile, mobileDigits)),
  mraw: ({ random: r, world: w }) => vnMobile(r, [[1, '0abcdefghi']], kept(r, w.mobile, mobileDigits), '0abcdefghi'),
  m84: ({ random: r, world: w }) => label(write('84abcdefghi', kept(r, w.mobile, mobileDigits)), '', 'VN'),
  mplus: ({ random: r, world: w }) => vnMobile(r, [[1, '+84abcdefghi']], kept(r, w.mobile, mobileDigits), '+84abcdefghi'),
  mlost: ({ random: r, world: w }) => vnMobile(r, [[1, 'abcdefghi']], kept(r, w.mobile, mobileDigits), 'abcdefghi'),
  m2: ({ random: r }) => vnPair(r),
  f: ({ random: r, world: w }) => vnFixed(r, false, kept(r, w.fixed, fixedDigits)),
  fk: ({ random: r, world: w }) => vnFixed(r, true, kept(r, w.fixed, fixedDigits)),
  fraw: ({ random: r, world: w }) => { const it = kept(r, w.fixed, fixedDigits); return label(`0${it}`, `+84${it}`, 'VN'); },
  fx: ({ random: r, world: w }) => vnFixed(r, false, kept(r, w.fixed, fixedDigits), String(r.chance(0.7) ? r.int(101, 899) : r.int(1001, 8999))),
  fs: ({ random: r }) => vnShared(r),
  hot: ({ random: r }) => vnService(r),
  wavn: ({ random: r, world: w }) => { const it = kept(r, w.mobile, mobileDigits); return linked(`84${it}`, `84${it}`, 'VN'); },
  u: ({ random: r, world: w, style }) => us(r, US, kept(r, w.us, usDigits), '', style?.(r, US_CELL)),
  uk: ({ random: r, world: w }) => us(r, US_SAID, kept(r, w.us, usDigits)),
  uraw: ({ random: r, world: w }) => us(r, [[1, 'abcdefghij']], kept(r, w.us, usDigits)),
  uplus: ({ random: r, world: w }) => us(r, [[1, '+1abcdefghij']], kept(r, w.us, usDigits)),
  ux: ({ random: r, world: w }) => us(r, US.slice(0, 12), kept(r, w.us, usDigits), String(r.chance(0.75) ? r.int(101, 899) : r.int(1001, 88999))),
  u2: ({ random: r }) => usPair(r),
  us: ({ random: r }) => usShared(r),
  free: ({ random: r }) => us(r, FREE_STYLES, freeDigits(r)),
  u1: ({ random: r, world: w }) => us(r, [[1, '1abcdefghij']], kept(r, w.us, usDigits)),
  waus: ({ random: r, world: w }) => { const it = kept(r, w.us, usDigits); return linked(`1${it}`, `1${it}`, 'US'); },
  abroad: ({ random: r }) => abroad(r),
  vnplus: ({ random: r }) => (r.chance(0.6) ? vnMobile(r, MOBILE.filter(([, it]) => /^\(?\+/.test(it))) : label(write('+84 ab cdef ghij', '2' + r.pick(['4', '8']) + '38' + r.digits(6)), '', 'VN')),
  usplus: ({ random: r }) => us(r, US.filter(([, it]) => /^\(?\+/.test(it))),
};
// Written whole: the digits say the number.
for (const name of ['m84', 'vnplus']) {
  const make = phones[name];
  phones[name] = (ctx) => { const it = make(ctx); return it.e164 ? it : { ...it, e164: `+${it.text.replace(/\D/g, '')}` }; };
}
