// Valid numbers of six countries, and the ways they are written: half by libphonenumber's own
// formatters, half as people type them.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export const CALLING = { VN: '84', US: '1', GB: '44', DE: '49', FR: '33', JP: '81' };
const TYPES = {
  mobile: ['MOBILE', 'FIXED_LINE_OR_MOBILE'],
  fixed: ['FIXED_LINE', 'FIXED_LINE_OR_MOBILE'],
  hot: ['TOLL_FREE', 'PREMIUM_RATE', 'UAN', 'SHARED_COST'],
};
const KINDS = {
  VN: [[68, 'mobile'], [22, 'fixed'], [10, 'hot']],
  US: [[88, 'mobile'], [12, 'hot']],
  GB: [[55, 'mobile'], [37, 'fixed'], [8, 'hot']],
  DE: [[45, 'mobile'], [50, 'fixed'], [5, 'hot']],
  FR: [[55, 'mobile'], [40, 'fixed'], [5, 'hot']],
  JP: [[50, 'mobile'], [43, 'fixed'], [7, 'hot']],
};
// Significant digits without the trunk 0; what the metadata does not know is thrown again.
const PLANS = {
  VN: {
    mobile: [[40, '9xxxxxxxx'], [26, '3xxxxxxxx'], [14, '8xxxxxxxx'], [15, '7xxxxxxxx'], [5, '5xxxxxxxx']],
    fixed: [[25, '243xxxxxxx'], [6, '247xxxxxxx'], [30, '283xxxxxxx'], [6, '287xxxxxxx'], [33, '2xx3xxxxxx']],
    hot: [[40, '1900xxxx'], [25, '1900xxxxxx'], [28, '1800xxxx'], [7, '1800xxxxxx']],
  },
  US: {
    mobile: [[1, 'XxxXxxxxxx']],
    hot: [[5, '800Xxxxxxx'], [3, '888Xxxxxxx'], [2, '877Xxxxxxx'], [2, '866Xxxxxxx'], [1, '855Xxxxxxx']],
  },
  GB: {
    mobile: [[1, '7Xxxxxxxxx']],
    fixed: [[35, '207xxxxxxx'], [15, '203xxxxxxx'], [8, '121xxxxxxx'], [8, '161xxxxxxx'], [6, '131xxxxxxx'], [28, '1Xxxxxxxxx']],
    hot: [[4, '800xxxxxxx'], [2, '345xxxxxxx'], [2, '333xxxxxxx'], [1, '300xxxxxxx']],
  },
  DE: {
    mobile: [[3, '151xxxxxxxx'], [2, '152xxxxxxxx'], [2, '157xxxxxxxx'], [2, '160xxxxxxx'], [5, '17xxxxxxxx']],
    fixed: [
      [8, '30xxxxxxxx'], [5, '30xxxxxxx'], [5, '40xxxxxxxx'], [5, '89xxxxxxxx'], [3, '69xxxxxxx'], [4, '221xxxxxxx'],
      [4, '711xxxxxxx'], [3, '351xxxxxxx'], [3, '911xxxxxx'], [3, '6221xxxxxx'], [2, '7071xxxxxx'], [2, '4131xxxxx'], [2, '9131xxxxxx'],
    ],
    hot: [[1, '800xxxxxxx']],
  },
  FR: {
    mobile: [[4, '6xxxxxxxx'], [2, '7xxxxxxxx']],
    fixed: [[4, '1xxxxxxxx'], [2, '2xxxxxxxx'], [2, '3xxxxxxxx'], [3, '4xxxxxxxx'], [2, '5xxxxxxxx']],
    hot: [[2, '800xxxxxx'], [1, '805xxxxxx']],
  },
  JP: {
    mobile: [[4, '90xxxxxxxx'], [3, '80xxxxxxxx'], [2, '70xxxxxxxx']],
    fixed: [[5, '3Xxxxxxxx'], [3, '6Xxxxxxxx'], [2, '45Xxxxxxx'], [2, '52Xxxxxxx'], [1, '75Xxxxxxx'], [3, 'XxXxxxxxx']],
    hot: [[2, '120xxxxxx'], [1, '800xxxxxxx']],
  },
};
const DE_AREAS = ['30', '40', '69', '89', '221', '711', '351', '911', '6221', '7071', '4131', '9131', '800'];
const areaDE = (digits) => DE_AREAS.find((code) => digits.startsWith(code));

export function number(random, country, wanted) {
  let kind = wanted ?? random.weighted(KINDS[country]);
  if (country === 'US' && kind === 'fixed') kind = 'mobile';
  for (;;) {
    const digits = random.fill(random.weighted(PLANS[country][kind]));
    const it = parsePhoneNumberFromString(`+${CALLING[country]}${digits}`);
    // 030 and 031 were area codes once; no mobile has them, whatever the metadata allows.
    if (/^3[01]/.test(digits) && country === 'VN') continue;
    // A Japanese exchange begins with 2 at the least, a German subscriber's number with 1.
    if (it?.country === 'JP' && kind === 'fixed' && /^[01]/.test(it.formatNational().split('-')[1])) continue;
    if (country === 'DE' && kind === 'fixed' && digits[areaDE(digits).length] === '0') continue;
    if (it?.isValid() && it.country === country && it.nationalNumber === digits && TYPES[kind].includes(it.getType())) return { it, kind, country };
  }
}

const cut = (digits, sizes) => {
  const parts = [];
  for (const size of sizes) {
    parts.push(digits.slice(0, size));
    digits = digits.slice(size);
  }
  return digits ? [...parts, digits] : parts;
};

/** The groups people make of the significant digits; the first is the area code, if there is one. */
function groups(random, { it, kind, country }) {
  const digits = it.nationalNumber;
  const by = (...choices) => cut(digits, random.weighted(choices));
  if (country === 'VN') {
    if (kind === 'mobile') return by([60, [3, 3]], [22, [2, 3]], [10, [3, 2, 2]], [8, [3]]);
    if (kind === 'hot') return digits.length === 8 ? by([1, [4]]) : by([3, [4, 3]], [3, [4, 2, 2]], [1, [4]]);
    return /^2[48]/.test(digits) ? by([60, [2, 4]], [20, [2]], [12, [2, 2, 2, 2]], [8, [2, 3, 2]]) : by([50, [3, 4]], [25, [3]], [25, [3, 1, 3]]);
  }
  if (country === 'US') return by([1, [3, 3]]);
  if (country === 'GB') {
    if (kind === 'mobile') return by([60, [4]], [30, [4, 3]], [10, [3, 3]]);
    if (kind === 'hot' || /^1(1|.1)/.test(digits)) return by([1, [3, 3]]);
    return digits.startsWith('2') ? by([1, [2, 4]]) : by([2, [4]], [1, [4, 3]]);
  }
  if (country === 'DE') {
    const area = kind === 'mobile' ? 3 : areaDE(digits).length;
    const left = digits.length - area;
    return by([50, [area]], [25, [area, 3, 2]], [25, left % 2 ? [area, 3, 2, 2] : [area, 2, 2, 2]]);
  }
  if (country === 'FR') return kind === 'hot' ? by([1, [3, 3]], [1, [3, 2, 2]]) : by([1, [1, 2, 2, 2]]);
  const [first, ...rest] = it.formatNational().split(/\D+/).filter(Boolean);
  return [first.slice(1), ...rest];
}

const SEPARATORS = {
  VN: [[52, ' '], [32, '.'], [16, '-']],
  US: [[62, '-'], [22, '.'], [16, ' ']],
  GB: [[88, ' '], [12, '-']],
  DE: [[1, ' ']],
  FR: [[64, ' '], [28, '.'], [8, '-']],
  JP: [[84, '-'], [16, ' ']],
};
const BARE = { VN: 0.36, US: 0.12, GB: 0.24, DE: 0.2, FR: 0.22, JP: 0.16 };
const FULL_WIDTH = 0.06;

function nationalByHand(random, number) {
  const { it, kind, country } = number;
  const zero = country === 'US' || (country === 'VN' && kind === 'hot') ? '' : '0';
  if (random.chance(BARE[country])) return zero + it.nationalNumber;
  const [area, ...rest] = groups(random, number);
  const between = random.weighted(SEPARATORS[country]);
  const tail = rest.join(between);
  const plain = `${zero}${area}${between}${tail}`;
  const fixed = kind === 'fixed';
  switch (country) {
    case 'US':
      return random.weighted([[55, plain], [28, `(${area}) ${rest.join('-')}`], [6, `(${area})${rest.join('-')}`], [7, `1-${area}-${rest.join('-')}`], [4, `1 (${area}) ${rest.join('-')}`]]);
    case 'DE':
      return random.weighted([[45, plain], [28, `0${area}/${tail}`], [9, `0${area} / ${tail}`], [10, `0${area}-${rest.join('')}`], [fixed ? 8 : 0, `(0${area}) ${tail}`]]);
    case 'JP': {
      const text = random.weighted([[80, plain], [fixed ? 10 : 0, `(0${area})${tail}`], [fixed ? 10 : 0, rest.length === 2 ? `0${area}(${rest[0]})${rest[1]}` : plain]]);
      return random.chance(FULL_WIDTH) ? text.replace(/[0-9()-]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)) : text;
    }
    default:
      return fixed && country !== 'FR' && random.chance(0.3) ? `(0${area}) ${tail}` : plain;
  }
}

function internationalByHand(random, number) {
  const { it, kind, country } = number;
  const code = CALLING[country];
  const parts = groups(random, number);
  const between = random.weighted(SEPARATORS[country]);
  const [area, ...rest] = parts;
  const tail = rest.join(between);
  const zero = country === 'US' ? '' : '(0)';
  return random.weighted([
    [34, `+${code} ${parts.join(between)}`],
    [18, `+${code}${it.nationalNumber}`],
    [12, `(+${code}) ${parts.join(between)}`],
    [9, `+${code}${zero ? ` ${zero}` : ' '}${parts.join(between)}`],
    [4, `+${code} ${zero ? `${zero} ` : ''}${parts.join(between)}`],
    [8, `+${code}-${parts.join('-')}`],
    [3, `+${code}.${parts.join('.')}`],
    [kind === 'fixed' || country === 'US' ? 6 : 0, `+${code} (${area}) ${tail}`],
    [country === 'US' ? 0 : 5, `00${code} ${parts.join(between)}`],
    [country === 'US' ? 0 : 2, `00${code}${it.nationalNumber}`],
    [country === 'VN' ? 2 : 0, `${code}${it.nationalNumber}`],
    [country === 'VN' && kind === 'fixed' ? 2 : 0, `(${code}-${area}) ${tail}`],
  ]);
}

const EXTENSIONS = {
  VN: [[5, ' máy lẻ '], [3, ' nhánh '], [3, ' ext. '], [2, ' ext '], [2, ' x'], [1, ' #'], [1, ' - máy lẻ '], [1, ' (máy lẻ ']],
  US: [[5, ' x'], [4, ' ext. '], [3, ' ext '], [2, ', ext. '], [1, ' #'], [1, ' extension '], [1, ' (ext. ']],
  GB: [[4, ' x'], [4, ' ext. '], [3, ' ext '], [1, ' extension '], [1, ' (ext. ']],
  DE: [[3, ' ext. '], [2, ' x'], [1, ' Durchwahl ']],
  FR: [[3, ' ext. '], [2, ' x'], [2, ' poste ']],
  JP: [[3, ' ext. '], [2, ' x'], [2, ' 内線']],
};

function byLibrary(random, it, international, ext) {
  if (ext) it.setExt(ext);
  if (!international) return it.formatNational();
  return random.weighted([
    [60, it.formatInternational()],
    [ext ? 0 : 28, it.number],
    [5, it.getURI()],
    [it.country === 'US' ? 0 : 6, it.format('IDD', { fromCountry: it.country === 'DE' ? 'FR' : 'DE' })],
  ]);
}

/**
 * A number as it is written somewhere: `text`, where in it the number stands (a `tel:` is not part
 * of it), and what it rings. `wanted` asks for a kind, `extended` for an extension or for none.
 */
export function phone(random, country, { wanted, extended = random.chance(0.1) } = {}) {
  let about = number(random, country, wanted ?? (extended ? 'fixed' : undefined));
  // Nobody dials a Vietnamese 1900, a Japanese 0120 or a French 0800 from abroad.
  const athome = about.kind === 'hot' && !['US', 'GB'].includes(country);
  const international = !athome && random.chance(0.42);
  const ext = extended ? String(random.int(1, 9)) + random.digits(random.pick([1, 1, 2, 2, 3])) : '';
  let text;
  if (random.chance(0.5)) {
    text = byLibrary(random, about.it, international, ext);
  } else {
    text = (international ? internationalByHand : nationalByHand)(random, about);
    if (ext) text += random.weighted(EXTENSIONS[country]) + ext;
    if (random.chance(0.03)) text = text.replaceAll(' ', '\u00a0');
  }
  const start = text.startsWith('tel:') ? 4 : 0;
  const label = { start, end: text.length, e164: about.it.number, ext, country, national: !international, text: text.slice(start) };
  // The bracket that an extension opened is closed after it.
  if (/\((máy lẻ|ext\.)[\s\u00a0]/.test(text)) text += ')';
  return { text, label };
}
