// Vietnamese numbers in the forms in which people write them.
import { number, shortened, split } from './engine.mjs';

const MOBILE = [
  ...['32', '33', '34', '35', '36', '37', '38', '39', '56', '58', '70', '76', '77', '78', '79'],
  ...['81', '82', '83', '84', '85', '86', '88', '90', '91', '93', '94', '96', '97', '98'],
  ...['90', '91', '98', '97', '92', '522', '523', '528', '559', '592', '593', '896', '898', '899', '993', '995'],
];
const AREA = (
  '203 204 205 206 207 208 209 210 211 212 213 214 215 216 218 219 220 221 222 225 226 227 228 229 232 233 234 235 ' +
  '236 237 238 239 251 252 254 255 256 257 258 259 260 261 262 263 269 270 271 272 273 274 275 276 277 290 291 292 ' +
  '293 294 296 297 299'
).split(' ');

/** Nine digits behind the 0. */
export const mobileDigits = (random) => {
  const prefix = random.pick(MOBILE);
  return prefix + random.digits(9 - prefix.length);
};
const landDigits = (random) => {
  if (random.chance(0.6)) {
    const area = random.pick(['24', '28']);
    return { area, local: random.pick(['3', '3', '3', '6', '7', '2']) + random.digits(7) };
  }
  return { area: random.pick(AREA), local: random.pick(['3', '3', '3', '6', '2']) + random.digits(6) };
};

const separator = (random) =>
  random.weighted([[36, ' '], [28, '.'], [14, '-'], [2, ' . '], [3, ' - '], [3, '\u00a0'], [2, '  '], [2, '/'], [1, ', '], [1, '–']]);
const glue = (random, groups) => {
  const main = separator(random);
  const sep = main === ', ' ? '.' : main;
  if (random.chance(0.04) && groups.length > 2) return `${groups[0]}.${groups.slice(1).join(' ')}`;
  return groups.join(sep);
};

const GROUPS = [
  [34, [4, 3, 3]], [16, [3, 3, 4]], [12, [4, 2, 2, 2]], [11, [3, 4, 3]], [6, [4, 6]], [3, [2, 2, 2, 2, 2]],
  [3, [5, 5]], [3, [3, 7]], [3, [4, 4, 2]], [2, [3, 3, 2, 2]], [2, [4, 1, 5]], [1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
];

const vn = (text, nine, national, ext) => number(text, `+84${nine}`, 'VN', national, ext);

const plainMobile = (random) => {
  const nine = mobileDigits(random);
  return vn(`0${nine}`, nine, true);
};
const groupedMobile = (random) => {
  const nine = mobileDigits(random);
  const groups = split(`0${nine}`, random.weighted(GROUPS));
  if (random.chance(0.06) && (groups[0].length === 3 || groups[0].length === 4)) {
    const [first, ...rest] = groups;
    return vn(`(${first})${random.pick([' ', '', ' '])}${rest.join(random.pick([' ', '', '.', '-']))}`, nine, true);
  }
  return vn(groups.length === 10 ? groups.join(random.pick([' ', '.', '-'])) : glue(random, groups), nine, true);
};
const internationalMobile = (random) => {
  const nine = mobileDigits(random);
  const groups = split(nine, random.weighted([[6, [3, 3, 3]], [3, [2, 3, 4]], [2, [2, 3, 2, 2]], [2, [3, 2, 2, 2]], [5, [9]]]));
  const sep = random.weighted([[6, ' '], [3, '.'], [3, '-'], [1, '\u00a0']]);
  const body = groups.join(sep);
  const form = random.weighted([
    [12, () => `+84${groups.length > 1 ? sep : ''}${body}`],
    [5, () => `+84${nine}`],
    [4, () => `+84 ${body}`],
    [4, () => `(+84) ${body}`],
    [2, () => `(+84)${body}`],
    [2, () => `(84) ${body}`],
    [4, () => `84${nine}`],
    [2, () => `84 ${body}`],
    [2, () => `0084${nine}`],
    [1, () => `00 84 ${body}`],
    [1, () => `0084 ${body}`],
    [2, () => `+84 (0) ${body}`],
    [2, () => `+84 (0)${body}`],
    [1, () => `+84(0)${nine}`],
    [1, () => `(+84) 0${nine}`],
  ]);
  return vn(form(), nine, false);
};
const landline = (random) => {
  const { area, local } = landDigits(random);
  const groups = local.length === 8
    ? split(local, random.weighted([[8, [4, 4]], [2, [2, 2, 2, 2]], [2, [3, 5]], [2, [8]], [1, [4, 2, 2]]]))
    : split(local, random.weighted([[6, [3, 4]], [4, [4, 3]], [3, [1, 3, 3]], [2, [3, 2, 2]], [2, [7]]]));
  const sep = random.weighted([[5, ' '], [4, '.'], [2, '-'], [1, '\u00a0']]);
  const body = groups.join(sep);
  const form = random.weighted([
    [6, () => `(0${area}) ${body}`],
    [2, () => `(0${area})${body}`],
    [5, () => `0${area}${sep}${body}`],
    [4, () => `0${area} ${body}`],
    [3, () => `0${area}-${local}`],
    [3, () => `0${area}${local}`],
    [1, () => `0${area}/${local}`],
  ]);
  return vn(form(), area + local, true);
};
const internationalLandline = (random) => {
  const { area, local } = landDigits(random);
  const groups = split(local, local.length === 8 ? [4, 4] : random.pick([[3, 4], [4, 3]]));
  const sep = random.pick([' ', ' ', '.', '-']);
  const body = groups.join(sep);
  const form = random.weighted([
    [5, () => `+84${sep}${area}${sep}${body}`],
    [4, () => `+84 ${area} ${body}`],
    [3, () => `(+84) ${area} ${body}`],
    [3, () => `(84-${area}) ${body}`],
    [2, () => `(84.${area}) ${body}`],
    [2, () => `84-${area}-${local}`],
    [2, () => `+84 (${area}) ${body}`],
    [2, () => `+84 (0)${area} ${body}`],
    [2, () => `+84 (0) ${area} ${body}`],
    [2, () => `+84${area}${local}`],
    [1, () => `0084 ${area} ${body}`],
  ]);
  return vn(form(), area + local, false);
};
const hotline = (random) => {
  const head = random.pick(['1900', '1900', '1800']);
  const tail = random.chance(0.5) ? random.fill('Xxxx') : random.fill('Xxxxxx');
  const forms = tail.length === 4
    ? [`${head} ${tail}`, `${head}.${tail}`, `${head}${tail}`, `${head}-${tail}`, `${head} ${tail.slice(0, 2)} ${tail.slice(2)}`]
    : [
        `${head} ${tail}`, `${head}.${tail}`, `${head}${tail}`, `${head} ${tail.slice(0, 3)} ${tail.slice(3)}`,
        `${head} ${split(tail, [2, 2, 2]).join(' ')}`, `${head}.${split(tail, [3, 3]).join('.')}`, `${head} ${split(tail, [2, 2, 2]).join('.')}`,
        `${head}-${tail}`,
      ];
  return number(random.pick(forms), `+84${head}${tail}`, 'VN', true);
};
const withExt = (random) => {
  const base = random.chance(0.8) ? landline(random) : internationalLandline(random);
  const ext = random.weighted([[5, random.fill('Xxx')], [2, random.fill('Xxxx')], [1, random.fill('Xx')], [1, random.fill('X')]]);
  const by = random.pick([
    ' máy lẻ ', ' (máy lẻ ', ' - máy lẻ ', ', máy lẻ ', ' ext ', ' ext. ', ' Ext: ', ' (ext ', ' (Ext. ', ' x', ' ext.',
    ' số máy lẻ ', ' - ext: ', ' nội bộ ', ' (máy lẻ: ', ', ext ',
  ]);
  return [{ ...base, text: `${base.text}${by}${ext}`, ext }, by.includes('(') ? ')' : ''];
};
const any = (random) =>
  random.weighted([[34, plainMobile], [42, groupedMobile], [9, internationalMobile], [11, landline], [4, internationalLandline]])(random);
const mobile = (random) => random.weighted([[44, plainMobile], [46, groupedMobile], [10, internationalMobile]])(random);
const short = (random) => {
  let full;
  do full = random.chance(0.5) ? landline(random) : random.chance(0.5) ? groupedMobile(random) : plainMobile(random);
  while (/\d \d \d \d|\d[-.]\d[-.]\d[-.]|[^0-9][0-9]$/.test(full.text));
  const digits = full.text.replace(/\D/g, '');
  const tail = /\d+$/.exec(full.text)[0];
  return shortened(random, full, tail.length >= 4 ? tail : digits, {});
};
const two = (random) => {
  const form = random.pick([plainMobile, groupedMobile, mobile]);
  return [form(random), random.pick([' - ', ' / ', '/', ', ', ' hoặc ', ' & ', ' ; ', ' – ', ' | ', ' và ']), form(random)];
};
const masked = (random) => {
  const nine = mobileDigits(random);
  const it = `0${nine}`;
  return random.pick([
    `${it.slice(0, 4)}***${it.slice(7)}`, `${it.slice(0, 4)} xxx ${it.slice(7)}`, `${it.slice(0, 3)}****${it.slice(7)}`,
    `${it.slice(0, 4)}.xxx.xxx`, `${it.slice(0, 7)}xxx`, `*******${it.slice(7)}`, `${it.slice(0, 6)}****`, `xxxxxx${it.slice(6)}`,
    `${it.slice(0, 4)}…${it.slice(7)}`, `(+84)******${it.slice(8)}`, `+84 ••• ••• ${it.slice(7)}`, `09xx xxx ${it.slice(7)}`,
    `${it.slice(0, 4)} *** ***`, `84${nine.slice(0, 2)}xxxxx${nine.slice(7)}`,
  ]);
};

export const vnNumbers = {
  m: mobile, mp: plainMobile, mg: groupedMobile, mi: internationalMobile, l: landline, li: internationalLandline, n: any,
  h: hotline, x: withExt, s: short, two, mask: masked,
  e: (random) => { const nine = mobileDigits(random); return vn(`+84${nine}`, nine, false); },
  c84: (random) => { const nine = mobileDigits(random); return vn(`84${nine}`, nine, false); },
  link: (random) => [{ tag: 'link' }, 'zalo.me/', plainMobile(random)],
  fax: (random) => [{ tag: 'fax' }, random.chance(0.7) ? landline(random) : internationalLandline(random)],
  tail3: (random) => random.digits(3),
  tail4: (random) => random.digits(4),
};
