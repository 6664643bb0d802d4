// Valid phone numbers of six countries, written by libphonenumber or as people there write them.
import { parsePhoneNumber } from 'libphonenumber-js/max';

const MOBILE = {
  VN: ['032', '033', '034', '035', '036', '037', '038', '039', '086', '096', '097', '098', '070', '076', '077', '078', '079', '089', '090', '093', '081', '082', '083', '084', '085', '088', '091', '094', '056', '058', '092', '059', '099', '087'].map((it) => `${it}xxxxxxx`),
  GB: ['0740xxxxxxx', '0747xxxxxxx', '0753xxxxxxx', '0771xxxxxxx', '0778xxxxxxx', '0785xxxxxxx', '0791xxxxxxx', '0797xxxxxxx'],
  DE: ['0151xxxxxxxx', '0157xxxxxxxx', '0160xxxxxxx', '0170xxxxxxx', '0171xxxxxxx', '0172xxxxxxx', '0173xxxxxxx', '0175xxxxxxx', '0176xxxxxxxx', '0178xxxxxxx', '0179xxxxxxx'],
  FR: ['06xxxxxxxx', '06xxxxxxxx', '07xxxxxxxx'],
  JP: ['090xxxxxxxx', '080xxxxxxxx', '070xxxxxxxx'],
};
const CITY = {
  US: ['212', '646', '718', '917', '415', '408', '650', '510', '213', '310', '619', '312', '773', '847', '713', '832', '214', '469', '512', '305', '786', '407', '404', '617', '508', '206', '425', '503', '602', '480', '702', '303', '720', '313', '216', '614', '215', '412', '202', '703', '919', '704', '615', '901', '504', '913', '816', '402', '612', '808', '907', '505'].map((it) => `${it}Xxxxxxx`),
  VN: ['028Xxxxxxxx', '0283xxxxxxx', '02822xxxxxx', '02836xxxxxx', '02873xxxxxx', '024Xxxxxxxx', '0243xxxxxxx', '02437xxxxxx', '02473xxxxxx', '02363xxxxxx', '02253xxxxxx', '02923xxxxxx', '02513xxxxxx', '02743xxxxxx', '02543xxxxxx', '02583xxxxxx', '02343xxxxxx', '02383xxxxxx', '02203xxxxxx', '02633xxxxxx'],
  GB: ['0207xxxxxxx', '0203xxxxxxx', '0208xxxxxxx', '0161xxxxxxx', '0121xxxxxxx', '0131xxxxxxx', '0113xxxxxxx', '0117xxxxxxx', '01223xxxxxx', '01865xxxxxx', '01273xxxxxx', '01904xxxxxx', '02920xxxxxx', '0141xxxxxxx'],
  DE: ['030Xxxxxxx', '030Xxxxxx', '089Xxxxxxx', '089Xxxxx', '040Xxxxxxx', '0221Xxxxxx', '069Xxxxxxx', '0711Xxxxxx', '0211Xxxxxx', '0341Xxxxxx', '0911Xxxxxx', '06221Xxxxx', '0351Xxxxxx'],
  FR: ['01xxxxxxxx', '02xxxxxxxx', '03xxxxxxxx', '04xxxxxxxx', '05xxxxxxxx', '09xxxxxxxx'],
  JP: ['03Xxxxxxxx', '06Xxxxxxxx', '052Xxxxxxx', '045Xxxxxxx', '075Xxxxxxx', '092Xxxxxxx', '011Xxxxxxx', '082Xxxxxxx'],
};
const FREE = {
  VN: ['1800Xxxx', '1900Xxxx', '1800Xxxxxx', '1900Xxxxxx', '1900Xxxxxx'],
  US: ['800', '888', '877', '866', '855', '844', '833'].map((it) => `${it}Xxxxxxx`),
  GB: ['0800xxxxxxx', '0808xxxxxxx', '0345xxxxxxx', '0330xxxxxxx'],
  DE: ['0800xxxxxxx', '0180Xxxxxxx'],
  FR: ['0800xxxxxx', '0805xxxxxx', '0820xxxxxx'],
  JP: ['0120xxxxxx', '0800xxxxxxx', '0570xxxxxx'],
};
const KINDS = { mobile: MOBILE, fixed: CITY, free: FREE };

function valid(random, country, kind) {
  for (;;) {
    const national = random.fill(random.pick(KINDS[kind][country] ?? CITY[country]));
    let number;
    try {
      number = parsePhoneNumber(national, country);
    } catch {
      continue;
    }
    if (number.isValid() && number.country === country) return number;
  }
}

/** `groups(digits, 3, 3)`: the rest is the last group. */
const groups = (digits, ...sizes) => {
  const parts = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) parts.push(digits.slice(at));
  return parts;
};

/** How many digits of the national number, without its leading zero, are the area code. */
function area(country, digits) {
  if (country === 'VN') return /^2[48]/.test(digits) ? 2 : 3;
  if (country === 'GB') return /^2/.test(digits) ? 2 : /^(1.1|11.|3|8)/.test(digits) ? 3 : 4;
  if (country === 'DE') return /^(1[567]|6221)/.test(digits) ? (digits.startsWith('6') ? 4 : 3) : /^(30|40|69|89)/.test(digits) ? 2 : 3;
  if (country === 'JP') return /^[36]/.test(digits) ? 1 : /^(120|800|570)/.test(digits) ? 3 : 2;
  return 3;
}

/** The national number without zero, in the groups its people say it in. */
function spoken(random, country, kind, digits) {
  switch (country) {
    case 'VN':
      if (kind === 'free') return digits.length === 8 ? [digits.slice(0, 4), digits.slice(4)] : random.pick([groups(digits, 4, 3), groups(digits, 4, 2, 2), [digits.slice(0, 4), digits.slice(4)]]);
      if (kind === 'mobile') return random.weighted([[6, groups(digits, 3, 3)], [3, groups(digits, 2, 3)], [2, groups(digits, 2, 3, 2)], [1, groups(digits, 3, 2, 2)], [1, groups(digits, 3)]]);
      return digits.startsWith('28') || digits.startsWith('24')
        ? random.weighted([[5, groups(digits, 2, 4)], [2, groups(digits, 2)], [2, groups(digits, 2, 3, 2)], [1, groups(digits, 2, 2, 3)]])
        : random.weighted([[3, groups(digits, 3, 4)], [2, groups(digits, 3, 3)], [1, groups(digits, 3, 1, 3)], [1, groups(digits, 3)]]);
    case 'US':
      return groups(digits, 3, 3);
    case 'FR':
      return kind === 'free' && random.chance(0.5) ? groups(digits, 3, 3) : groups(digits, 1, 2, 2, 2);
    case 'GB': {
      const first = area(country, digits);
      if (kind === 'mobile') return random.pick([groups(digits, 4), groups(digits, 4, 3)]);
      if (first === 2) return groups(digits, 2, 4);
      return first === 3 ? groups(digits, 3, 3) : groups(digits, 4);
    }
    case 'DE': {
      const first = area(country, digits);
      const rest = digits.slice(first);
      return [digits.slice(0, first), ...random.pick([[rest], rest.length > 6 ? groups(rest, 2, 2, 2) : groups(rest, 3), rest.length > 6 ? groups(rest, 4) : groups(rest, 2, 2)])];
    }
    default: {
      const first = area(country, digits);
      if (kind === 'mobile') return groups(digits, 2, 4);
      return groups(digits, first, digits.length - first - (first === 3 && digits.length === 9 ? 3 : 4));
    }
  }
}

const wide = (text) => text.replace(/[0-9]/g, (it) => String.fromCharCode(0xff10 + +it)).replaceAll('-', '－');

/** As people write it at home. */
function home(random, country, kind, digits) {
  const parts = spoken(random, country, kind, digits);
  const [first, ...rest] = parts;
  const all = (mark, zero = '0') => [`${zero}${first}`, ...rest].join(mark);
  switch (country) {
    case 'VN':
      if (kind === 'free') return random.weighted([[4, parts.join(' ')], [2, parts.join('.')], [2, digits], [1, parts.join('-')]]);
      if (kind === 'mobile') return random.weighted([[5, `0${digits}`], [4, all(' ')], [4, all('.')], [2, all('-')], [1, all('\u00a0')], [0.5, `(0${first}) ${rest.join(' ')}`], [0.4, all(' . ')]]);
      return random.weighted([[3, `(0${first}) ${rest.join(' ')}`], [2, `(0${first}) ${rest.join('.')}`], [3, all(' ')], [3, all('.')], [1.5, all('-')], [1, `0${first}-${rest.join('.')}`], [2, `0${digits}`], [0.6, `(0${first})${rest.join('')}`], [0.4, `0${first}/${rest.join(' ')}`]]);
    case 'US':
      return random.weighted([[5, `(${first}) ${rest.join('-')}`], [5, parts.join('-')], [4, parts.join('.')], [1.5, parts.join(' ')], [1, digits], [1.5, `1-${parts.join('-')}`], [1, `(${first})${rest.join('-')}`], [0.6, `${first}/${rest.join('-')}`], [0.6, `1 (${first}) ${rest.join('-')}`], [0.5, `(${first}) ${rest.join('.')}`], [0.3, parts.join('–')]]);
    case 'GB':
      return random.weighted([[6, all(' ')], [2, `(0${first}) ${rest.join(' ')}`], [1.5, `0${digits}`], [1, all('-')]]);
    case 'DE':
      return random.weighted([[3, `0${first} ${rest.join(' ')}`], [3, `0${first}/${rest.join(' ')}`], [2, `0${first} / ${rest.join(' ')}`], [2, `0${first}-${rest.join('')}`], [1, `(0${first}) ${rest.join(' ')}`], [1, `0${digits}`], [1, `0${first} – ${rest.join(' ')}`]]);
    case 'FR':
      return random.weighted([[6, all(' ')], [4, all('.')], [1, all('-')], [1, `0${digits}`], [1, all('\u00a0')], [0.4, all('/')]]);
    default:
      return random.weighted([[6, all('-')], [1.5, `0${first}(${rest[0]})${rest.slice(1).join('-')}`], [1, `0${digits}`], [1, wide(all('-'))], [0.7, `(0${first}) ${rest.join('-')}`], [0.5, all(' ')], [0.5, all('‐')]]);
  }
}

/** As people write it for strangers. */
function abroad(random, country, kind, code, digits) {
  const parts = spoken(random, country, kind, digits);
  const [first, ...rest] = parts;
  const trunk = country === 'US' || kind === 'free' ? '' : '(0)';
  return random.weighted([
    [5, `+${code} ${parts.join(' ')}`],
    [2.5, `+${code}${digits}`],
    [2, `(+${code}) ${parts.join(' ')}`],
    [2, `+${code}-${parts.join('-')}`],
    [1.5, `+${code}.${parts.join('.')}`],
    [1.5, `+${code} (${first}) ${rest.join(country === 'US' ? '-' : ' ')}`],
    [trunk ? 1.5 : 0, `+${code} ${trunk}${parts.join(' ')}`],
    [trunk ? 0.7 : 0, `+${code} ${trunk} ${parts.join(country === 'JP' ? '-' : ' ')}`],
    [1, `+${code} ${parts.join('-')}`],
    [1, `(+${code})${country === 'US' || kind === 'free' ? '' : random.pick(['', '0'])}${digits}`],
    [0.8, `+${code} ${digits}`],
    [country === 'US' ? 0 : 0.8, `00${code} ${parts.join(' ')}`],
    [country === 'VN' ? 0.8 : 0, `${code}${digits}`],
    [country === 'VN' ? 0.3 : 0, `(${code}) ${parts.join(' ')}`],
    [country === 'JP' ? 0.5 : 0, `＋${wide(`${code}-${parts.join('-')}`)}`],
  ]);
}

const EXTENSION = {
  VN: [[3, ' máy lẻ '], [2, ' ext '], [2, ' ext. '], [1.5, ' Ext: '], [1, ' nhánh '], [1, ' (ext '], [1, ' (máy lẻ '], [0.7, ' - máy lẻ: '], [0.6, ', máy lẻ '], [0.5, ' #'], [0.5, ' - Ext: '], [0.4, ' số máy lẻ '], [0.3, ' (số nội bộ '], [0.4, 'x']],
  US: [[3, ' x'], [3, ' ext. '], [2, ' ext '], [2, 'x'], [1.5, ' Ext. '], [1.5, ', ext. '], [1, ' extension '], [1, ' #'], [0.8, ' (ext. '], [0.6, ' EXT:'], [0.5, ' Ext: ']],
  GB: [[3, ' ext '], [2, ' ext. '], [1, ' x'], [1, ' extn '], [1, ' (ext '], [0.5, ' extension ']],
  DE: [[2, ' ext. '], [2, ' Durchwahl '], [1, ' DW ']],
  FR: [[3, ' poste '], [1, ' ext. '], [1, ' (poste ']],
  JP: [[2, ' 内線'], [1, '（内線'], [1, ' (内線 '], [1, ' ext. ']],
};

/**
 * A part of a run: what is written, and what it says. `want` is a kind (`mobile`, `fixed`, `free`)
 * (`fax`: fixed, no extension), `+` is written for strangers; what is not wanted is drawn.
 */
export function phone(random, country, want = '') {
  const abroadOnly = want.includes('+');
  const fax = want.includes('fax');
  const kind = fax ? 'fixed' : /mobile|fixed|free/.exec(want)?.[0] ?? random.weighted([[country === 'US' ? 0.01 : 55, 'mobile'], [country === 'US' ? 78 : 31, 'fixed'], [country === 'VN' && abroadOnly ? 0 : 12, 'free']]);
  const hotline = country === 'VN' && kind === 'free';
  const national = !abroadOnly && (hotline || random.chance(country === 'VN' ? 0.6 : 0.68));
  const number = valid(random, country, kind);
  const code = number.countryCallingCode;
  const digits = number.nationalNumber;
  const share = fax ? 0 : kind === 'mobile' ? 0.005 : country === 'US' ? 0.13 : 0.27;
  const ext = random.chance(share) ? (hotline ? random.digits(1).replace('0', '2') : random.fill(random.pick(['Xx', 'Xxx', 'Xxx', 'Xxxx']))) : '';
  let text;
  let written = false;
  if (random.chance(0.5)) {
    if (ext && random.chance(0.5)) {
      number.setExt(ext);
      written = true;
    }
    text = national ? number.format('NATIONAL') : number.format(random.weighted([[6, 'INTERNATIONAL'], [3, 'E.164'], [0.7, 'RFC3966']]));
    // E.164 says nothing of extensions.
    if (written && !text.includes(ext, text.length - ext.length)) written = false;
    if (text.includes(';') && !written) text = text.split(';')[0];
  } else {
    text = national ? home(random, country, kind, digits) : abroad(random, country, kind, code, digits);
  }
  const lead = text.startsWith('tel:') ? 'tel:' : '';
  text = text.slice(lead.length);
  let tail = '';
  if (ext && !written) {
    const mark = random.weighted(EXTENSION[country]);
    text += mark + ext;
    tail = mark.includes('(') ? ')' : mark.includes('（') ? '）' : '';
  }
  return { text, lead, tail, e164: number.number, ext, country, national };
}
