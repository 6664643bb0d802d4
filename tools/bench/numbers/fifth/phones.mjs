// Valid phone numbers of six countries, and how they are written: half by libphonenumber, half by hand.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** National significant numbers; [share, kind, patterns]. */
const SHAPES = {
  VN: [
    [57, 'mobile', ['3Xxxxxxxx', '5xxxxxxxx', '7xxxxxxxx', '8xxxxxxxx', '9xxxxxxxx', '9xxxxxxxx']],
    [28, 'fixed', ['243xxxxxxx', '283xxxxxxx', '287xxxxxxx', '2363xxxxxx', '2253xxxxxx', '2923xxxxxx', '2743xxxxxx', '2513xxxxxx', '2583xxxxxx', '2xxxxxxxxx']],
    [15, 'free', ['1900xxxx', '1900xxxx', '1900xxxxxx', '1800xxxx', '1800xxxxxx']],
  ],
  US: [
    [82, 'fixed', ['Xxx2xxxxxx', 'Xxx3xxxxxx', 'Xxx4xxxxxx', 'Xxx6xxxxxx', 'Xxx7xxxxxx', 'Xxx9xxxxxx', '212Xxxxxxx', '415Xxxxxxx', '312Xxxxxxx', '713Xxxxxxx', '206Xxxxxxx']],
    [18, 'free', ['800Xxxxxxx', '888Xxxxxxx', '877Xxxxxxx', '866Xxxxxxx', '855Xxxxxxx', '844Xxxxxxx', '833Xxxxxxx']],
  ],
  GB: [
    [45, 'mobile', ['74xxxxxxxx', '77xxxxxxxx', '78xxxxxxxx', '79xxxxxxxx']],
    [43, 'fixed', ['207xxxxxxx', '208xxxxxxx', '161xxxxxxx', '121xxxxxxx', '113xxxxxxx', '1Xxxxxxxxx']],
    [12, 'free', ['800xxxxxxx', '808xxxxxxx', '330xxxxxxx', '345xxxxxxx']],
  ],
  DE: [
    [40, 'mobile', ['151xxxxxxxx', '157xxxxxxxx', '160xxxxxxx', '170xxxxxxx', '171xxxxxxx', '175xxxxxxx', '176xxxxxxxx']],
    [52, 'fixed', ['30Xxxxxxx', '89Xxxxxxx', '40Xxxxxxx', '221Xxxxxx', '711Xxxxxx', '69Xxxxxxx', '341Xxxxxx']],
    [8, 'free', ['800Xxxxxxx']],
  ],
  FR: [
    [48, 'mobile', ['6xxxxxxxx', '7Xxxxxxxx']],
    [44, 'fixed', ['1xxxxxxxx', '2xxxxxxxx', '3xxxxxxxx', '4xxxxxxxx', '5xxxxxxxx', '9xxxxxxxx']],
    [8, 'free', ['800xxxxxx', '805xxxxxx']],
  ],
  JP: [
    [42, 'mobile', ['90Xxxxxxxx', '80Xxxxxxxx', '70Xxxxxxxx']],
    [48, 'fixed', ['3Xxxxxxxx', '6Xxxxxxxx', '45Xxxxxxx', '52Xxxxxxx', '75Xxxxxxx', '92Xxxxxxx', '11Xxxxxxx']],
    [10, 'free', ['120xxxxxx', '800xxxxxxx']],
  ],
};

const CODES = { VN: '84', US: '1', GB: '44', DE: '49', FR: '33', JP: '81' };

/** One valid number: libphonenumber's own object, with its kind. */
export function draw(random, country, wanted) {
  const shapes = SHAPES[country].filter(([, kind]) => !wanted || kind === wanted);
  const [kind, patterns] = random.weighted(shapes.length ? shapes.map(([share, kind, list]) => [share, [kind, list]]) : SHAPES[country].map(([share, kind, list]) => [share, [kind, list]]));
  for (;;) {
    const number = parsePhoneNumberFromString(`+${CODES[country]}${random.fill(random.pick(patterns))}`);
    if (number?.isValid() && number.country === country) return { number, kind };
  }
}

/** The digits in groups, the last group takes what is left. */
const groups = (digits, ...sizes) => {
  const parts = [];
  let at = 0;
  for (const size of sizes) if (at < digits.length) parts.push(digits.slice(at, (at += size)));
  if (at < digits.length) parts.push(digits.slice(at));
  return parts;
};

const wide = (text) => text.replace(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)).replace(/-/g, '－');

/** Length of the area code without its 0. */
function area(country, digits) {
  if (country === 'VN') return /^2[48]/.test(digits) ? 2 : 3;
  if (country === 'DE') return /^(30|40|69|89)/.test(digits) ? 2 : 3;
  if (country === 'GB') return /^2/.test(digits) ? 2 : /^(1[2-9]?1|11|3|8)/.test(digits) ? 3 : 4;
  if (country === 'JP') return /^[36]/.test(digits) ? 1 : 2;
  return 1;
}

const HAND = {
  VN(random, d, kind) {
    if (kind === 'free') {
      const rest = d.slice(4);
      const parts = rest.length === 4 ? random.pick([[rest], [rest], [rest], groups(rest, 2)]) : random.pick([[rest], groups(rest, 3), groups(rest, 2, 2)]);
      const mark = random.pick([' ', ' ', '.', '-', '']);
      return [[d.slice(0, 4), ...parts].join(mark)];
    }
    if (kind === 'mobile') {
      const n = `0${d}`;
      return [
        random.weighted([
          [20, n], [16, groups(n, 4, 3).join('.')], [14, groups(n, 4, 3).join(' ')], [7, groups(n, 3, 3).join(' ')], [5, groups(n, 3, 3).join('.')],
          [5, groups(n, 4, 3).join('-')], [6, groups(n, 4, 2, 2).join(' ')], [4, groups(n, 4, 2, 2).join('.')], [3, groups(n, 3, 4).join('.')], [3, groups(n, 2, 4).join(' ')],
          [3, groups(n, 4).join(' ')], [2, groups(n, 4).join('.')], [2, groups(n, 5).join(' ')], [3, groups(n, 4, 3).join('\u00a0')], [2, groups(n, 2, 2, 2, 2).join(' ')], [1, groups(n, 4, 3).join(' - ')], [1, groups(n, 4, 3).join(' . ')],
        ]),
        random.weighted([
          [20, `+84${d}`], [14, `+84 ${groups(d, 3, 3).join(' ')}`], [8, `+84 ${groups(d, 2, 3).join(' ')}`], [6, `+84.${groups(d, 3, 3).join('.')}`], [6, `(+84) ${groups(d, 3, 3).join(' ')}`], [5, `(+84)${d}`],
          [5, `+84-${groups(d, 3, 3).join('-')}`], [5, `(+84) ${groups(n, 4, 3).join(' ')}`], [4, `+84 (0)${groups(d, 3, 3).join(' ')}`], [4, `+84 ${d}`], [3, `0084 ${groups(d, 3, 3).join(' ')}`], [2, `0084${d}`],
        ]),
        `84${d}`,
      ];
    }
    const code = area('VN', d);
    const [a, rest] = [d.slice(0, code), d.slice(code)];
    const tail = rest.length === 8 ? random.pick([[rest], groups(rest, 4), groups(rest, 4), groups(rest, 2, 3), groups(rest, 1, 3)]) : random.pick([[rest], groups(rest, 1, 3), groups(rest, 3), groups(rest, 3, 2)]);
    const mark = random.pick([' ', ' ', '.', '-']);
    const body = tail.join(mark === '-' ? ' ' : mark);
    return [
      random.weighted([[8, `(0${a}) ${body}`], [7, `0${a}${mark}${body}`], [4, `0${d}`], [4, `0${a}.${tail.join('')}`], [3, `0${a} - ${body}`], [3, `0${a}-${tail.join('')}`], [3, `(0${a})${body}`], [2, `0${a}/${tail.join('')}`]]),
      random.weighted([[7, `+84 ${a} ${body}`], [4, `(+84) ${a} ${body}`], [4, `+84-${a}-${tail.join('-')}`], [4, `(+84-${a}) ${body}`], [4, `+84 (0)${a} ${body}`], [3, `+84${d}`], [2, `+84 (${a}) ${body}`], [2, `(+84.${a}) ${body}`], [2, `00 84 ${a} ${body}`], [2, `+84 (0) ${a} ${body}`]]),
      random.pick([`(84-${a}) ${body}`, `(84.${a}) ${body}`, `84-${a}-${tail.join('-')}`]),
    ];
  },
  US(random, d, kind) {
    const [a, b, c] = groups(d, 3, 3);
    return [
      random.weighted([
        [9, `${a}-${b}-${c}`], [6, `(${a}) ${b}-${c}`], [6, `${a}.${b}.${c}`], [5, d], [4, `${a} ${b} ${c}`], [4, `(${a})${b}-${c}`], [kind === 'free' ? 12 : 3, `1-${a}-${b}-${c}`], [2, `${a}/${b}-${c}`], [2, `1 (${a}) ${b}-${c}`],
        [2, `${a} ${b}-${c}`], [1, `${a} - ${b} - ${c}`], [1, `1.${a}.${b}.${c}`], [1, `1 ${a} ${b} ${c}`], [1, `(${a}) ${b} ${c}`], [1, `(${a}) ${b}.${c}`], [1, `${a}\u2011${b}\u2011${c}`],
      ]),
      random.weighted([[8, `+1 (${a}) ${b}-${c}`], [6, `+1-${a}-${b}-${c}`], [6, `+1${d}`], [5, `+1 ${a}-${b}-${c}`], [3, `+1.${a}.${b}.${c}`], [3, `+1 ${a}.${b}.${c}`], [2, `+1(${a})${b}-${c}`], [2, `(+1) ${a} ${b} ${c}`], [1, `001 ${a} ${b} ${c}`]]),
    ];
  },
  GB(random, d, kind) {
    const code = kind === 'mobile' ? 4 : area('GB', d);
    const [a, rest] = [d.slice(0, code), d.slice(code)];
    const body = random.pick([rest.length > 6 ? groups(rest, rest.length - 4) : groups(rest, 3), [rest]]).join(' ');
    return [
      random.weighted([[6, `0${a} ${body}`], [3, `0${d}`], [3, kind === 'mobile' ? `0${a}-${rest}` : `(0${a}) ${body}`], [1, `0${a}.${body.replace(' ', '.')}`]]),
      random.weighted([[5, `+44 (0)${a} ${body}`], [4, `+44 ${a} ${body}`], [3, `+44${d}`], [2, `0044 ${a} ${body}`], [1, `+44(0)${d}`], [1, `+44-${a}-${body.replace(' ', '-')}`]]),
    ];
  },
  DE(random, d, kind) {
    const code = kind === 'mobile' || kind === 'free' ? 3 : area('DE', d);
    const [a, rest] = [d.slice(0, code), d.slice(code)];
    const body = random.pick([rest, groups(rest, 3, 2).join(' '), groups(rest, 2, 2, 2).join(' '), groups(rest, 4).join(' ')]);
    return [
      random.weighted([[5, `0${a}/${rest}`], [5, `0${a} ${body}`], [3, `0${a} / ${body}`], [3, `0${a}-${rest}`], [2, `(0${a}) ${body}`], [2, `0${d}`], [1, `0${a} - ${body}`]]),
      random.weighted([[5, `+49 (0)${a} ${body}`], [4, `+49 ${a} ${body}`], [3, `+49${d}`], [2, `+49 (0) ${a} / ${rest}`], [2, `0049 ${a} ${body}`], [1, `+49-${a}-${rest}`], [1, `+49 (${a}) ${body}`]]),
    ];
  },
  FR(random, d) {
    const pairs = groups(`0${d}`, 2, 2, 2, 2);
    const after = [d[0], ...pairs.slice(1)];
    return [
      random.weighted([[6, pairs.join(' ')], [5, pairs.join('.')], [3, pairs.join('')], [2, pairs.join('-')], [1, pairs.join('\u202f')], [1, pairs.join('/')]]),
      random.weighted([[5, `+33 ${after.join(' ')}`], [4, `+33${d}`], [4, `+33 (0)${after.join(' ')}`], [2, `+33.${after.join('.')}`], [2, `0033 ${after.join(' ')}`], [1, `(+33) ${after.join(' ')}`]]),
    ];
  },
  JP(random, d, kind) {
    const code = kind === 'free' ? 3 : kind === 'mobile' ? 2 : area('JP', d);
    const [a, rest] = [d.slice(0, code), d.slice(code)];
    const [b, c] = [rest.slice(0, -4), rest.slice(-4)];
    const two = kind === 'free' && rest.length === 6 ? [rest.slice(0, 3), rest.slice(3)] : [b, c];
    const plain = `0${a}-${two.join('-')}`;
    return [
      random.weighted([[9, plain], [2, `0${d}`], [2, kind === 'fixed' ? `0${a}(${b})${c}` : plain], [2, wide(plain)], [2, `(0${a}) ${two.join('-')}`], [1, `0${a} ${two.join(' ')}`], [1, plain.replace(/-/g, '‐')]]),
      random.weighted([[6, `+81-${a}-${two.join('-')}`], [3, `+81 ${a} ${two.join(' ')}`], [3, `+81${d}`], [2, `+81 (0)${a}-${two.join('-')}`], [1, `+81(0)${a}-${two.join('-')}`]]),
    ];
  },
};

const EXTENSIONS = {
  VN: [' máy lẻ ', ' (máy lẻ ', ', máy lẻ ', ' - máy lẻ: ', ' nhánh ', ' - nhánh ', ' (nhánh ', ' ext ', ' ext. ', ' - Ext: ', ' (ext: ', ' #', '#', ' x', ' số máy lẻ '],
  US: [' x', 'x', ' ext ', ' ext. ', ', ext. ', ' Ext ', ' Ext. ', ' #', ' (ext. ', ' extension ', ', x', ' ext: '],
  GB: [' ext ', ' ext. ', ' x', ' extension ', ', ext '],
  DE: [' ext. ', ' App. ', ' Durchwahl ', ' x'],
  FR: [' poste ', ' ext. ', ' (poste ', ' x'],
  JP: [' 内線', '（内線', ' 内線 ', ' ext. '],
};

const EXTENDED = { VN: { mobile: 0, fixed: 0.42, free: 0.15 }, US: { fixed: 0.16, free: 0.14 }, GB: { fixed: 0.28 }, DE: { fixed: 0.25 }, FR: { fixed: 0.22 }, JP: { fixed: 0.25 } };

/**
 * A number as it stands on a page: `{text, labels}`. `national` as asked, else drawn by `share`;
 * `code` allows a calling code without plus, which is national: only there does it mean anything.
 */
export function phone(random, country, { kind: wanted, share = 0.6, extension = true, code = 0.03, machine = false } = {}) {
  const { number, kind } = draw(random, country, wanted);
  // Nobody writes 1900 and 0120 numbers with a calling code.
  let national = random.chance(share) || (kind === 'free' && (country === 'VN' || country === 'JP'));
  const ext = extension && random.chance(EXTENDED[country][kind] ?? 0) ? random.fill(random.pick(['xx', 'Xxx', 'Xxx', 'Xxxx', 'X'])) : '';
  let text;
  let how;
  if (machine || random.chance(0.5)) {
    how = 'lib';
    if (ext) number.setExt(ext);
    text = national ? number.formatNational() : machine || (!ext && random.chance(0.3)) ? number.format('E.164') : number.formatInternational();
    if (machine && national) text = number.formatNational().replace(/[^0-9]/g, '');
    if (machine && ext) text = national ? text.slice(0, text.length - ext.length) : number.number;
    if (machine && ext) return finish(text, '', 'lib');
  } else {
    how = 'hand';
    const written = HAND[country](random, number.nationalNumber, kind);
    const bare = written[2] && random.chance(code);
    if (bare) {
      national = true;
      how = 'code without plus';
    }
    text = bare ? written[2] : written[national ? 0 : 1];
    if (/^00/.test(text) && !national) how = 'two zeros';
    if (ext) {
      const sign = random.pick(EXTENSIONS[country]);
      text += sign + ext + (/[(]/.test(sign) ? ')' : /（/.test(sign) ? '）' : '');
      if (/poste|内線|Durchwahl|App\./.test(sign)) how = 'extension in words';
    }
  }
  return finish(text, ext, how);

  function finish(shown, extended, manner) {
    return { text: shown, labels: [{ start: 0, end: shown.length, e164: number.number, ext: extended, country, national, text: shown, kind, how: manner }] };
  }
}

/** `0901 234 567 / 568`: a second number that shares all but its last three digits. */
export function twins(random) {
  for (;;) {
    const { number } = draw(random, 'VN', 'mobile');
    const digits = number.nationalNumber;
    const last = String((+digits.slice(-3) + random.int(1, 9)) % 1000).padStart(3, '0');
    const other = parsePhoneNumberFromString(`+84${digits.slice(0, -3)}${last}`);
    if (!other?.isValid() || last[0] === '0') continue;
    const first = groups(`0${digits}`, 4, 3).join(random.pick([' ', '.']));
    const mark = random.pick([' / ', '/', ' - ']);
    const one = { start: 0, end: first.length, e164: number.number, ext: '', country: 'VN', national: true, text: first, kind: 'mobile', how: 'twins' };
    const start = first.length + mark.length;
    return { text: first + mark + last, labels: [one, { ...one, start, end: start + 3, e164: other.number, text: last }] };
  }
}
