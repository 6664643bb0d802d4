// Real prefixes of six countries, and the ways their people write a number down.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { groups, join, piece } from './piece.mjs';

// `X` is 1 to 9, `x` any digit; with the trunk prefix, as it is dialled at home.
const RANGES = {
  VN: [
    [60, 'mobile', ['086', '096', '097', '098', '032', '033', '034', '035', '036', '037', '038', '039', '088', '091', '094', '081', '082', '083', '084', '085', '089', '090', '093', '070', '076', '077', '078', '079', '052', '056', '058', '059', '092', '099', '087', '055'].map((it) => `${it}xxxxxxx`)],
    [14, 'city', ['0243xxxxxxx', '0247xxxxxxx', '0246xxxxxxx', '0283xxxxxxx', '0287xxxxxxx', '0286xxxxxxx']],
    [7, 'province', ['0236', '0225', '0251', '0274', '0292', '0258', '0203', '0220', '0254', '0263', '0234', '0211'].map((it) => `${it}3xxxxxx`)],
    [7, 'hotline', ['1900xxxx', '1900xxxxxx', '1800xxxx', '1800xxxxxx']],
  ],
  US: [
    [80, 'fixed', ['212', '415', '617', '312', '206', '713', '305', '404', '303', '602', '214', '503', '702', '919', '347', '646', '949', '512', '901', '816', '904', '937', '971', '785', '918', '801'].map((it) => `${it}Yxxxxxx`)],
    [12, 'tollfree', ['800', '888', '877', '866', '855', '844', '833'].map((it) => `${it}Yxxxxxx`)],
  ],
  GB: [
    [40, 'mobile', ['07400', '07700', '07911', '07517', '07825', '07966', '07833'].map((it) => `${it}xxxxxx`)],
    [22, 'london', ['0207xxxxxxx', '0208xxxxxxx', '0203xxxxxxx']],
    [16, 'city', ['0121', '0161', '0113', '0131', '0141', '0151', '0117'].map((it) => `${it}Yxxxxxx`)],
    [12, 'town', ['01865', '01223', '01273', '01392', '01904', '01603'].map((it) => `${it}Yxxxxx`)],
    [8, 'free', ['0800Yxxxxxx', '0345xxxxxxx', '0333xxxxxxx', '0808Yxxxxxx']],
  ],
  DE: [
    [34, 'mobile', ['0151Xxxxxxxx', '0160Xxxxxxx', '0171Xxxxxxx', '0172Xxxxxxx', '0176Xxxxxxxx', '0157Xxxxxxxx', '0179Xxxxxxx']],
    [34, 'city', ['030Xxxxxxx', '030Xxxxxxxx', '089Xxxxxxx', '089Xxxxx', '040Xxxxxxx', '069Xxxxxxx']],
    [26, 'town', ['0221Xxxxxxx', '0711Xxxxxx', '0211Xxxxxx', '0911Xxxxxx', '0351Xxxxxxx', '0421Xxxxxx', '0761Xxxxx']],
    [5, 'free', ['0800Xxxxxxx']],
  ],
  FR: [
    [40, 'mobile', ['06xxxxxxxx', '07Xxxxxxxx']],
    [40, 'fixed', ['01Xxxxxxxx', '02Xxxxxxxx', '03Xxxxxxxx', '04Xxxxxxxx', '05Xxxxxxxx', '09Xxxxxxxx']],
    [5, 'free', ['0800xxxxxx', '0805xxxxxx']],
  ],
  JP: [
    [36, 'mobile', ['090Xxxxxxxx', '080Xxxxxxxx', '070Xxxxxxxx', '050Xxxxxxxx']],
    [34, 'metro', ['03Xxxxxxxx', '06Xxxxxxxx']],
    [20, 'city', ['045Xxxxxxx', '052Xxxxxxx', '011Xxxxxxx', '092Xxxxxxx', '075Xxxxxxx', '078Xxxxxxx']],
    [8, 'free', ['0120xxxxxx', '0800Xxxxxxx']],
  ],
};
const CODES = { VN: '84', US: '1', GB: '44', DE: '49', FR: '33', JP: '81' };
/** Seen on everybody's pages, but only with their calling code. */
const ABROAD = ['+65 9xxx xxxx', '+65 6xxx xxxx', '+61 4xx xxx xxx', '+61 2 9xxx xxxx', '+82 10-xxxx-xxxx', '+82-2-xxx-xxxx', '+86 138 xxxx xxxx', '+86 21 6xxx xxxx',
  '+66 8x xxx xxxx', '+886 2 2xxx xxxx', '+852 9xxx xxxx', '+60 12-xxx xxxx', '+91 98xxx xxxxx', '+62 812-xxxx-xxxx', '+31 20 xxx xxxx', '+41 44 xxx xx xx', '+34 6xx xxx xxx', '+39 06 xxxx xxxx', '+7 495 xxx-xx-xx', '+971 50 xxx xxxx', '+855 12 xxx xxx', '+856 20 5xxx xxxx'];

/** A valid number: `{country, kind, home, e164, parsed}`; `home` are the digits dialled in its own country. */
export function number(random, country) {
  for (;;) {
    const [kind, patterns] = random.weighted(RANGES[country].map(([weight, ...it]) => [weight, it]));
    const home = random.fill(random.pick(patterns).replace(/Y/g, () => String(random.int(2, 9))));
    const parsed = parsePhoneNumberFromString(home, country);
    if (parsed?.isValid() && parsed.country === country && !/(\d)\1{5}/.test(home)) return { country, kind, home, e164: parsed.number, parsed };
  }
}

const label = (it, text, national, ext = '') => piece(text, [{ start: 0, end: text.length, e164: it.e164, ext, country: it.country, national }]);

/** The German norm's old way: pairs from the right, and the first group takes what is over. */
const PAIRS = 'pairs';

/** How the digits dialled at home are parted: `[sizes, weight]`, the first size holds the trunk prefix. */
const PARTS = {
  VN: { mobile: [[5, [4, 3, 3]], [2, [3, 3, 4]], [1, [4, 2, 2, 2]], [3, [10]], [1, [3, 4, 3]], [0.6, [5, 5]], [0.15, [2, 4, 4]]], city: [[5, [3, 4, 4]], [2, [3, 8]], [1, [3, 2, 2, 2, 2]], [2, [11]], [0.8, [4, 3, 4]]], province: [[4, [4, 3, 4]], [2, [4, 7]], [1, [4, 4, 3]], [2, [11]]], hotline: [[5, [4, 6]], [2, [10]], [1, [4, 3, 3]], [1, [4, 2, 2, 2]]] },
  US: { fixed: [[1, [3, 3, 4]]], tollfree: [[1, [3, 3, 4]]] },
  GB: { mobile: [[4, [5, 6]], [2, [5, 3, 3]], [2, [11]], [1, [4, 4, 3]]], london: [[5, [3, 4, 4]], [2, [4, 3, 4]], [1, [11]]], city: [[5, [4, 3, 4]], [1, [11]]], town: [[5, [5, 6]], [1, [11]], [1, [5, 3, 3]]], free: [[4, [4, 3, 4]], [1, [11]]] },
  DE: { mobile: [[4, [4, 8]], [2, [4, 3, 5]], [1, PAIRS], [1, [12]]], city: [[4, [3, 9]], [2, PAIRS], [2, [3, 4, 4]], [1, [3, 3, 4]]], town: [[4, [4, 8]], [2, [4, 3, 4]], [1, PAIRS]], free: [[4, [4, 3, 4]], [1, [4, 7]]] },
  FR: { mobile: [[7, [2, 2, 2, 2, 2]], [2, [10]], [0.6, [4, 3, 3]]], fixed: [[7, [2, 2, 2, 2, 2]], [1.5, [10]]], free: [[3, [4, 3, 3]], [2, [2, 2, 2, 2, 2]]] },
  JP: { mobile: [[6, [3, 4, 4]], [1, [11]]], metro: [[6, [2, 4, 4]], [1, [10]]], city: [[6, [3, 3, 4]], [1, [10]]], free: [[4, [4, 3, 3]]] },
};
const SEPARATORS = { VN: [[6, ' '], [4, '.'], [2, '-'], [0.4, '\u00a0'], [0.2, ' - '], [0.2, '. ']], GB: [[8, ' '], [1, '-'], [0.3, '\u00a0']], DE: [[6, ' '], [1, '-'], [0.4, '\u00a0']], FR: [[6, ' '], [3, '.'], [1, '-'], [0.8, '\u00a0']], JP: [[9, '-'], [1, ' '], [0.3, '‐'], [0.3, '−']] };

function parted(random, it) {
  const sizes = random.weighted(PARTS[it.country][it.kind]);
  const separator = random.weighted(SEPARATORS[it.country]);
  if (sizes === PAIRS) {
    const area = it.kind === 'city' ? 3 : 4;
    const odd = (it.home.length - area) % 2;
    return groups(it.home, [area, 2 + odd, ...Array((it.home.length - area - odd) / 2 - 1).fill(2)], separator);
  }
  // Eight digits of a hotline are two fours or pairs behind 1900, never three and one.
  if (it.kind === 'hotline' && it.home.length === 8 && sizes.length > 2) return groups(it.home, [4, 2, 2], separator);
  return groups(it.home, sizes, separator);
}

/** As somebody at home writes it. */
function atHome(random, it) {
  if (it.country === 'US') {
    const [area, three, four] = [it.home.slice(0, 3), it.home.slice(3, 6), it.home.slice(6)];
    return random.weighted([
      [6, `(${area}) ${three}-${four}`], [6, `${area}-${three}-${four}`], [3, `${area}.${three}.${four}`], [1.2, `${area} ${three} ${four}`], [1, `(${area})${three}-${four}`],
      [1.5, `1-${area}-${three}-${four}`], [0.8, `1 (${area}) ${three}-${four}`], [1.2, it.home], [0.15, `${area}/${three}-${four}`], [0.4, `(${area}) ${three} ${four}`],
      [0.3, `1.${area}.${three}.${four}`], [0.3, `${area} ${three}-${four}`], [0.3, `${area}–${three}–${four}`],
    ]);
  }
  const plain = parted(random, it);
  const first = plain.match(/^\d+/)[0];
  if (first.length === it.home.length || it.kind === 'hotline') return plain;
  const rest = plain.slice(first.length).replace(/^\D+/, '');
  if (it.country === 'DE') return random.weighted([[5, plain], [4, `${first}/${rest}`], [2, `${first} / ${rest}`], [2, `(${first}) ${rest}`], [3, `${first}-${rest}`], [1, `${first} - ${rest}`]]);
  if (it.country === 'JP') return random.weighted([[8, plain], [1.2, `${first}(${rest.replace(/\D+/, ')')}`], [1.2, `(${first})${rest}`], [1, plain.replace(/[0-9-]/g, wide)]]);
  if (/city|province|london|town/.test(it.kind)) return random.weighted([[6, plain], [3, `(${first}) ${rest}`], [0.7, `(${first})${rest}`], [0.5, `(${first})-${rest}`], [0.5, `${first} – ${rest}`]]);
  return plain;
}

const wide = (it) => (it === '-' ? '－' : String.fromCharCode(it.charCodeAt(0) + 0xfee0));

/** As somebody writes it for people abroad, and the machine forms. */
function abroad(random, it) {
  const code = CODES[it.country];
  if (it.kind === 'hotline') return it.parsed.formatInternational();
  const plain = it.country === 'US' ? groups(it.home, [3, 3, 4], random.pick([' ', '-', '-', '.'])) : parted(random, it);
  const bare = it.country === 'US' ? plain : plain.slice(1).replace(/^\D+/, '');
  const area = bare.match(/^\d+/)[0];
  const rest = bare.slice(area.length).replace(/^\D+/, '');
  const trunk = it.country === 'US' ? '' : '(0)';
  const fixed = it.country === 'VN' && it.kind !== 'mobile' && rest;
  return random.weighted([
    [5, it.parsed.formatInternational()], [4, it.e164], [4, `+${code} ${bare}`], [1.5, `(+${code}) ${bare}`], [trunk ? 1.6 : 0, `+${code} ${trunk}${bare}`], [trunk ? 0.9 : 0, `+${code} ${trunk} ${bare}`],
    [trunk ? 0.5 : 0, `+${code}${trunk}${bare}`], [1, `+${code}-${bare.replace(/ - |\. |[ .]/g, '-')}`], [0.8, `+${code}.${bare.replace(/ - |\. |[ -]/g, '.')}`], [rest ? 0.9 : 0, `+${code} (${area}) ${rest}`],
    [fixed ? 0.8 : 0, `(+${code}-${area}) ${rest}`], [fixed ? 1.6 : 0, `(${code}-${area}) ${rest}`], [fixed ? 0.8 : 0, `(${code}.${area}) ${rest}`],
    [it.country === 'US' ? 0 : 1, `00${code} ${bare}`], [it.country === 'US' ? 0 : 0.4, `00${code}${bare.replace(/\D/g, '')}`], [it.country === 'US' ? 0 : 0.3, `00 ${code} ${bare}`],
    [0.5, `\u202a+${code} ${bare}\u202c`], [0.3, it.parsed.getURI().replace('tel:', '')], [0.3, `＋${[...`${code} ${bare.replace(/\D/g, '')}`].map((digit) => (digit === ' ' ? ' ' : wide(digit))).join('')}`],
  ]);
}

const EXTENSIONS = {
  VN: [[3, (n) => ` ext ${n}`], [3, (n) => ` máy lẻ ${n}`], [2, (n) => ` (máy lẻ ${n})`], [2, (n) => ` nhánh ${n}`], [1.5, (n) => ` ext. ${n}`], [1, (n) => ` - máy lẻ: ${n}`], [1, (n) => ` (ext: ${n})`], [1, (n) => ` x${n}`], [0.8, (n) => ` #${n}`], [0.5, (n) => `, số máy lẻ ${n}`]],
  US: [[4, (n) => ` ext. ${n}`], [3, (n) => ` x${n}`], [2, (n) => ` ext ${n}`], [1, (n) => `, ext. ${n}`], [1, (n) => ` #${n}`], [1, (n) => ` extension ${n}`], [1, (n) => ` (ext. ${n})`], [1, (n) => `x${n}`], [0.5, (n) => ` Ext: ${n}`], [0.3, (n) => `;ext=${n}`]],
  DE: [[3, (n) => ` ext. ${n}`], [1, (n) => ` Durchwahl ${n}`]],
  FR: [[3, (n) => ` ext. ${n}`], [1, (n) => ` poste ${n}`]],
  JP: [[3, (n) => ` ext. ${n}`], [1, (n) => ` 内線${n}`], [1, (n) => `(内線 ${n})`]],
};
EXTENSIONS.GB = EXTENSIONS.US;

/** One number of a country as a piece. `national`: share written as at home; `extended`: share with an extension. */
export function phone(random, country, { national = 0.6, extended = 0.04, kind } = {}) {
  let it = number(random, country);
  while (kind && it.kind !== kind) it = number(random, country);
  // Hotlines are not reached from abroad, so nobody writes the calling code before them.
  let local = it.kind === 'hotline' || random.chance(national);
  let text = local ? atHome(random, it) : abroad(random, it);
  if (local && it.kind !== 'hotline') {
    if (random.chance(0.1)) text = it.parsed.formatNational();
    // Exports of messengers and of Vietnamese CRM programs leave the plus away.
    else if (country === 'VN' && random.chance(0.02)) text = `84${it.home.slice(1)}`;
  }
  // Without a plus only whoever dials at home knows what the first two digits are.
  local ||= text.startsWith('(84');
  const marks = /^(\u202a?)(.*?)(\u202c?)$/su.exec(text);
  const bare = marks[2];
  if (it.kind === 'hotline' || marks[1] || !random.chance(extended)) {
    const own = label(it, bare, local);
    return marks[1] ? join([marks[1], own, marks[3]]) : own;
  }
  const ext = random.weighted([[3, random.fill('Xxx')], [3, random.fill('Xx')], [1, random.fill('Xxxx')], [1, random.fill('X')]]);
  const tail = random.weighted(EXTENSIONS[country])(ext);
  const whole = bare + tail;
  const end = whole.endsWith(')') && tail.includes('(') ? whole.length - 1 : whole.length;
  return piece(whole, [{ start: 0, end, e164: it.e164, ext, country, national: local }]);
}

/** Nobody's mobile takes a fax. */
export const fax = (random, country) => phone(random, country, { national: 0.75, extended: 0, kind: country === 'VN' ? random.pick(['city', 'province']) : undefined });

/** A number of some other country of the world, with its calling code. */
export function elsewhere(random) {
  for (;;) {
    const text = random.fill(random.pick(ABROAD));
    const parsed = parsePhoneNumberFromString(text);
    if (parsed?.isValid()) return label({ e164: parsed.number, country: parsed.country }, random.chance(0.2) ? parsed.number : text, false);
  }
}

/** Several numbers in one place, as people put them there. */
export function several(random, country) {
  const one = () => phone(random, country, { national: 0.9, extended: 0 });
  if (country === 'VN' && random.chance(0.15)) return tails(random);
  const between = random.weighted([[4, ' - '], [4, ' / '], [2, '/'], [3, ', '], [2, '; '], [1, ' | '], [1, ' – '], [1, country === 'VN' ? ' hoặc ' : ' or ']]);
  const first = one();
  let second = one();
  // Whoever puts a dash or nothing but a slash between two numbers does not write dashes and slashes in them.
  if (/[-/–]/.test(between) && /[-/–]/.test(first.text + second.text)) return join([first, second], ', ');
  if (random.chance(0.12)) second = join([second, one()], ', ');
  return join([first, second], between);
}

/** "0901 234 567 / 568": the second number has the first one's beginning. */
function tails(random) {
  for (;;) {
    const it = number(random, 'VN');
    const last = random.digits(3);
    const other = parsePhoneNumberFromString(it.home.slice(0, -3) + last, 'VN');
    if (it.kind !== 'mobile' || !other?.isValid() || it.home.endsWith(last)) continue;
    const separator = random.pick([' ', '.']);
    const first = label(it, groups(it.home, [4, 3, 3], separator), true);
    return join([first, random.pick([' / ', '/']), label({ e164: other.number, country: 'VN' }, last, true)]);
  }
}
