// Foreign numbers, written internationally.
import { number } from './engine.mjs';

const FORMS = [
  ['GB', '44', ['7[45]xx xxxxxx', '7[789]xx xxx xxx', '20 7Xxx xxxx', '20 3Xxx xxxx', '161 Xxx xxxx', '(0)20 7Xxx xxxx', '(0) 7[45]xx xxx xxx']],
  ['SG', '65', ['8[123]xx xxxx', '9[0123]xx xxxx', '6[2345]xx xxxx', '9[0123]xxxxxx']],
  ['JP', '81', ['90-[2345678]xxx-xxxx', '80-[2345678]xxx-xxxx', '3-[35]xxx-xxxx', '(0)3-[35]xxx-xxxx', '6-6[2345]xx-xxxx']],
  ['KR', '82', ['10-[2345678]xxx-xxxx', '10 [2345678]xxx xxxx', '2-[2345]xx-[2345]xxx']],
  ['AU', '61', ['4[0123]x xxx xxx', '2 [89][23456]xx xxxx', '3 9[2345678]xx xxxx', '(0)4[0123]x xxx xxx']],
  ['DE', '49', ['30 [2345678]xxxxxxx', '151 [1235]xxxxxxx', '(0)89 [2345678]xxxxxx', '176 [2345678]xxxxxxx']],
  ['FR', '33', ['6 [1234567]x xx xx xx', '1 4[234567] xx xx xx', '(0)6 [1234567]x xx xx xx']],
  ['CN', '86', ['13[56789] xxxx xxxx', '13[56789]xxxxxxxx', '21 [56]xxx xxxx', '18[6789] xxxx xxxx']],
  ['HK', '852', ['9[1234567]xx xxxx', '6[123456]xx xxxx', '2[3456789]xx xxxx']],
  ['TW', '886', ['9[1235678]x xxx xxx', '2 2[357]xx xxxx', '9[1235678]x-xxx-xxx']],
  ['TH', '66', ['8[13456789] xxx xxxx', '2 6[3456]x xxxx']],
  ['IN', '91', ['98[1234567]xx xxxxx', '99[1234567]xx-xxxxx', '98[1234567]xxxxxxx']],
  ['MY', '60', ['12-[23456789]xx xxxx', '3-2[1236]xx xxxx', '12 [23456789]xx xxxx']],
  ['PH', '63', ['917 [58]xx xxxx', '917[58]xxxxxx', '2 8[2345678]xx xxxx']],
  ['MX', '52', ['55 [5]xxx xxxx', '33 3[678]xx xxxx']],
  ['BR', '55', ['11 9[6789]xxx-xxxx', '21 99[678]xx-xxxx']],
  ['CA', '1', ['416-[3456789][2345]x-xxxx', '(604) [2346789][2345]x-xxxx', '514 [23456789][2345]x xxxx']],
  ['KH', '855', ['12 [23456789]xx xxx', '92 [23456789]xx xxx']],
];
const US = ['US', '1', ['408-[2346789][2345]x-xxxx', '(714) [23456789][2345]x-xxxx', '713 [23456789][2345]x xxxx', '2068[2345]xxxxx', '(212) [2346789][2345]x-xxxx']];
const VN = ['VN', '84', ['9[0134678] xxx xxxx', '9[0134678]xxxxxxx', '24 3[5789]xx xxxx', '28 3[589]xx xxxx', '3[2356789]x xxx xxx', '(0)9[0134678] xxx xx xx']];

function make(random, list, prefixes) {
  const [country, code, bodies] = random.pick(list);
  let body = random.pick(bodies).replace(/\[(\d+)\]/g, (_, set) => random.pick(set.split('')));
  body = random.fill(body);
  const sep = random.weighted([[8, ' '], [2, '-'], [1, '.']]);
  const prefix = code === '1' ? '+' : random.pick(prefixes);
  let text = `${prefix}${code} ${body}`;
  if (sep !== ' ' && !body.startsWith('(') && !body.includes('-')) text = `${prefix}${code}${sep}${body.replaceAll(' ', sep)}`;
  else if (random.chance(0.2) && !body.startsWith('(')) text = `${prefix}${code}${body.replace(/\D/g, '')}`;
  else if (prefix === '+' && random.chance(0.08)) text = `(+${code}) ${body}`;
  return number(text, `+${code}${body.replace('(0)', '').replace(/\D/g, '')}`, country, false);
}

export const foreignToVn = (random) =>
  make(random, [...FORMS, US, US, US], ['+', '+', '+', '+', '+', '+', '00']);
export const foreignToUs = (random) =>
  make(random, [...FORMS, VN, VN, VN, VN], ['+', '+', '+', '+', '+', '+', '+', '011 ']);

/** `{fJP}` and so on: a number of the country of which the text speaks. */
export const byCountry = (countries, prefixes) =>
  Object.fromEntries(
    countries.map((country) => [`f${country}`, (random) => make(random, [...FORMS, US, VN].filter(([it]) => it === country), prefixes)]),
  );
