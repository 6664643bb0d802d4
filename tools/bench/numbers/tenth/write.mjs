// Ways of writing a number, with and without its calling code, and extensions.
import { e164, make, significant } from './plans.mjs';
import { split, wide } from './text.mjs';

const NBSP = '\u00a0';

/** How somebody who fills a column writes national numbers. `clear`: the text alone must show that it is a number. */
export function nationalHabit(r, country, clear = false) {
  if (country === 'VN') {
    return {
      form: r.weighted([[clear ? 20 : 38, 'solid'], [56, 'groups'], [6, 'bracket']]),
      sep: r.weighted([[45, ' '], [30, '.'], [14, '-'], [3, ' - '], [2, NBSP], [2, ' . '], [1, '\u2011'], [1, '–'], [1, '  ']]),
      sizes: r.weighted([[40, [4, 3, 3]], [22, [3, 3, 4]], [14, [3, 4, 3]], [8, [4, 2, 2, 2]], [6, [4, 6]], [3, [5, 5]], [3, [2, 4, 4]]]),
      area: r.weighted([[44, 'bracket'], [30, 'sep'], [16, 'dash'], [5, 'slash'], [5, 'tight']]),
    };
  }
  if (country === 'US' || country === 'CA') {
    return {
      form: r.weighted([[34, 'bracket'], [30, 'dash'], [12, 'dot'], [clear ? 0 : 12, 'solid'], [6, 'blank'], [4, 'tight'], [6, 'one'], [3, 'oneBracket'], [1, 'slash'], [1, 'nbsp'], [1, 'oneDot'], [1, 'bracketBlank']]),
    };
  }
  return { form: r.weighted([[40, 'groups'], [14, 'solid'], [16, 'bracket'], [14, 'slash'], [16, 'dash']]), sep: r.pick([' ', ' ', ' ', '-', '.']) };
}

export function internationalHabit(r, clear = false) {
  return {
    intl: true,
    form: r.weighted([[44, 'plus'], [12, 'solid'], [9, 'zero'], [4, 'zeroTight'], [8, 'bracketCode'], [9, '00'], [4, '00solid'], [8, 'bracketArea'], [clear ? 0 : 4, 'bare'], [3, 'plusBlank'], [2, 'keptZero'], [3, 'dashCode']]),
    sep: r.weighted([[58, ' '], [22, '-'], [12, '.'], [3, NBSP], [2, '\u2013']]),
    sizes: r.pick([[3, 3, 3], [2, 3, 4], [3, 3, 3], [2, 3, 2, 2], [9]]),
  };
}

function american([area, exchange, line], form) {
  switch (form) {
    case 'bracket': return `(${area}) ${exchange}-${line}`;
    case 'dot': return `${area}.${exchange}.${line}`;
    case 'solid': return area + exchange + line;
    case 'blank': return `${area} ${exchange} ${line}`;
    case 'tight': return `(${area})${exchange}-${line}`;
    case 'one': return `1-${area}-${exchange}-${line}`;
    case 'oneBracket': return `1 (${area}) ${exchange}-${line}`;
    case 'oneDot': return `1.${area}.${exchange}.${line}`;
    case 'slash': return `${area}/${exchange}-${line}`;
    case 'nbsp': return `${area}${NBSP}${exchange}${NBSP}${line}`;
    case 'bracketBlank': return `(${area}) ${exchange} ${line}`;
    default: return `${area}-${exchange}-${line}`;
  }
}

function national(number, habit) {
  const { country, trunk, groups, kind } = number;
  const [area, ...rest] = groups;
  const sep = habit.sep ?? ' ';
  if (country === 'US' || country === 'CA') return american(groups, habit.form);
  if (country === 'VN' && kind === 'h') {
    if (habit.form === 'solid') return area + rest[0];
    const tail = rest[0].length === 6 ? (habit.sizes?.[1] === 3 ? split(rest[0], [3, 3]) : split(rest[0], [2, 2, 2])) : [rest[0]];
    return [area, ...(habit.sizes?.[1] === 6 ? rest : tail)].join(sep.trim() ? sep.trim() : ' ');
  }
  if (country === 'VN' && kind === 'm') {
    if (habit.form === 'solid') return `0${groups.join('')}`;
    const parts = split(`0${groups.join('')}`, habit.sizes);
    if (habit.form === 'bracket') return `(${parts[0]}) ${parts.slice(1).join(sep)}`;
    return parts.join(sep);
  }
  if (country === 'VN') {
    const code = trunk + area;
    const join = { bracket: `(${code}) `, sep: code + sep, dash: `${code}-`, slash: `${code}/`, tight: `(${code})` };
    if (habit.form === 'solid') return code + rest.join('');
    return join[habit.area] + (habit.area === 'tight' || habit.area === 'slash' ? rest.join('') : rest.join(sep));
  }
  if (habit.form === 'solid') return trunk + groups.join('');
  if (country === 'FR' || !trunk) return [trunk + area, ...rest].join(habit.form === 'dash' ? '-' : country === 'FR' && habit.form === 'slash' ? '.' : sep);
  if (habit.form === 'bracket' && kind !== 'm') return `(${trunk}${area}) ${rest.join(' ')}`;
  if (habit.form === 'slash' && country === 'DE') return `${trunk}${area}/${rest.join(' ')}`;
  if (habit.form === 'dash' || country === 'JP') return [trunk + area, ...rest].join('-');
  return [trunk + area, ...rest].join(sep);
}

function international(number, habit) {
  const { cc, trunk, kind, country, groups } = number;
  const { sep } = habit;
  const vnMobile = country === 'VN' && kind === 'm';
  const list = vnMobile ? split(significant(number), habit.sizes) : groups;
  const [area, ...rest] = list;
  const body = list.join(sep);
  switch (habit.form) {
    case 'solid': return `+${cc}${significant(number)}`;
    case 'zero': return trunk ? `+${cc} (${trunk})${vnMobile || sep !== ' ' ? '' : ' '}${body}` : `+${cc} ${body}`;
    case 'zeroTight': return trunk ? `+${cc}(${trunk})${significant(number)}` : `+${cc}${significant(number)}`;
    case 'bracketCode': return `(+${cc}) ${body}`;
    case '00': return `00${cc} ${body}`;
    case '00solid': return `00${cc}${significant(number)}`;
    case '011': return `011 ${cc} ${body}`;
    case 'bracketArea': return vnMobile || !rest.length ? `+${cc} ${body}` : `+${cc} (${area}) ${rest.join(sep)}`;
    case 'bare': return `${cc}${significant(number)}`;
    case 'plusBlank': return `+ ${cc} ${body}`;
    case 'keptZero': return vnMobile ? `+${cc}0${significant(number)}` : `+${cc} ${body}`;
    case 'dashCode': return `+${cc}-${list.join('-')}`;
    default: return `+${cc}${sep}${body}`;
  }
}

const EXTENSIONS = {
  VN: [[3, ' ext {n}'], [3, ' ext. {n}'], [3, ' máy lẻ {n}'], [3, ' (máy lẻ {n})'], [2, ' (ext: {n})'], [2, ' x{n}'], [2, ' (số nội bộ {n})'], [2, ' - ext {n}'], [2, ' nhánh {n}'], [1, ' - máy lẻ: {n}'], [1, ' Ext:{n}'], [1, ', nhánh {n}'], [1, ' (nhánh {n})'], [1, ' số máy lẻ {n}'], [1, '#{n}']],
  US: [[5, ' x{n}'], [5, ' ext. {n}'], [4, ' ext {n}'], [2, ', ext. {n}'], [2, ' Ext {n}'], [2, ' extension {n}'], [1, ' #{n}'], [2, 'x{n}'], [1, ' (ext. {n})'], [1, ' (x{n})'], [1, ';ext={n}'], [1, ' EXT: {n}'], [1, ' - ext. {n}'], [1, ' Extn {n}']],
  FR: [[3, ' poste {n}'], [2, ' ext. {n}'], [1, ' (poste {n})']],
  DE: [[3, ' ext. {n}'], [2, ' Durchwahl {n}'], [1, ' x{n}']],
  JP: [[2, ' 内線{n}'], [2, ' (内線 {n})'], [2, ' ext. {n}']],
};

/** The number as written: `{ text, e164, ext, country, national }`. */
export function written(r, number, habit, { ext = false, full = 0.006 } = {}) {
  let text = habit.intl && number.kind === 'h' && number.country === 'VN' ? national(number, nationalHabit(r, 'VN')) : habit.intl ? international(number, habit) : national(number, habit);
  // `12125550000`: this 1 is what Americans dial at home too, as in `1-212-555-0000`.
  const plain = !habit.intl || (number.kind === 'h' && number.country === 'VN') || (habit.form === 'bare' && number.cc === '1');
  let digits = '';
  if (ext && number.kind !== 'm' && !(number.kind === 'h' && number.country === 'VN' && r.chance(0.6))) {
    digits = r.pick([r.fill('Xxx'), r.fill('Xxx'), r.fill('Xxxx'), r.fill('Xx'), r.fill('X')]);
    const list = EXTENSIONS[number.country] ?? EXTENSIONS.US;
    text += r.weighted(list).replace('{n}', digits);
  }
  if (r.chance(full)) text = wide(text);
  return { text, e164: e164(number), ext: digits, country: number.country, national: plain };
}

/** One number written by a new habit: `intl` share of international writing. */
export function anyNumber(r, country, { kind, intl = 0, ext = 0.1, clear = true, full } = {}) {
  const number = make(r, country, kind);
  const habit = r.chance(intl) ? internationalHabit(r, clear) : nationalHabit(r, country, clear);
  return written(r, number, habit, { ext: r.chance(ext), full });
}
