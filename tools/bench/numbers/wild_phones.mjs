// Phone numbers for the second set of pages: whole national plans are drawn from and libphonenumber
// writes most of them, so that neither the plan nor the hand is that of `phones.mjs`.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Patterns of national significant numbers; `x` any digit, `[…]` one of these. */
const LANDS = {
  VN: ['9xxxxxxxx', '9xxxxxxxx', '3[2-9]xxxxxxx', '8[1-68]xxxxxxx', '7[06-9]xxxxxxx', '5[68]xxxxxxx', '28[2356]xxxxxxx', '24[3-7]xxxxxxx', '2[0-2]x3xxxxxx', '2[5-9]x3xxxxxx', '236[36]xxxxxx', '1900xxxx', '1900xxxxxx', '1800xxxx'],
  US: ['[2-9][0-8]x[2-9]xxxxxx', '[2-9][0-8]x[2-9]xxxxxx', '[2-9][0-8]x[2-9]xxxxxx', '8[0678][0678][2-9]xxxxxx'],
  GB: ['7[4-9]xxxxxxxx', '7[4-9]xxxxxxxx', '20[378]xxxxxxx', '1[2-9]xxxxxxxx', '161xxxxxxx', '121xxxxxxx', '29[12]xxxxxxx', '800xxxxxxx', '33xxxxxxxx'],
  DE: ['1[567]xxxxxxxx', '15[1279]xxxxxxxx', '17[0-9]xxxxxxx', '30xxxxxxxx', '89xxxxxxxx', '40xxxxxxx', '69xxxxxxxx', '221xxxxxxx', '711xxxxxx', '351xxxxxxx', '341xxxxxxx', '6131xxxxxx', '800xxxxxxx'],
  FR: ['6xxxxxxxx', '7[5-8]xxxxxxx', '1[4-8]xxxxxxx', '2xxxxxxxx', '3xxxxxxxx', '4xxxxxxxx', '5xxxxxxxx', '9[57]xxxxxxx', '80[05]xxxxxx'],
  JP: ['90[1-9]xxxxxxx', '80[1-9]xxxxxxx', '70[1-9]xxxxxxx', '3[3-6]xxxxxxx', '6[46]xxxxxxx', '45xxxxxxx', '52xxxxxxx', '75xxxxxxx', '92xxxxxxx', '11xxxxxxx', '120xxxxxx', '50[1-9]xxxxxxx'],
};

/** Weights of the countries on a page of Vietnamese and of American people. */
const MIX = [[55, 'VN'], [22, 'US'], [8, 'GB'], [6, 'DE'], [5, 'FR'], [4, 'JP']];

const EXT = {
  VN: [' máy lẻ N', ' - máy lẻ: N', ' nhánh N', ' (nhánh N)', ' ext N', ' ext. N', ' (ext: N)', ' số nội bộ N', ' x N', 'xN', '#N', ' - Ext: N', ' ML N'],
  US: [' ext. N', ' ext N', ' x N', ' xN', 'xN', ', ext. N', ' (ext. N)', ' extension N', ' #N', ' Ext.N', ' extn N'],
  GB: [' ext. N', ' ext N', ' x N', ' extension N', ' (ext. N)'],
  DE: [' Durchwahl N', ' ext. N', ' DW N', ' (Durchwahl N)'],
  FR: [' poste N', ' ext. N', ' (poste N)'],
  JP: [' 内線N', '（内線N）', ' ext. N', ' 内線 N'],
};

const valid = (random, land) => {
  for (;;) {
    const shape = random.pick(LANDS[land]).replace(/\[([0-9-]+)\]/g, (_, set) => random.pick([...set.replace(/(\d)-(\d)/g, (__, low, high) => '0123456789'.slice(+low, +high + 1))]));
    const number = parsePhoneNumberFromString(`+${{ VN: 84, US: 1, GB: 44, DE: 49, FR: 33, JP: 81 }[land]}${random.fill(shape)}`);
    if (number?.isValid()) return number;
  }
};

/** Ways to write a number at home; some people do not group as the book says. */
function home(random, number, land) {
  const book = number.formatNational();
  const plain = book.replace(/\D/g, '');
  const other = {
    VN: () => (plain.startsWith('1') ? random.pick([plain, book, book.replace(/ /g, '.'), `${plain.slice(0, 4)} ${plain.slice(4)}`, book.replace(/ /g, '-')])
      : random.pick([book.replace(/ /g, '.'), book.replace(/ /g, '-'), book.replace(/ /g, '\u00a0'), plain, plain, `(${book.split(' ')[0]}) ${book.split(' ').slice(1).join(' ')}`, `${plain.slice(0, 4)}.${plain.slice(4, 6)}.${plain.slice(6, 8)}.${plain.slice(8)}`, `${plain.slice(0, 3)} ${plain.slice(3, 6)} ${plain.slice(6)}`, `${plain.slice(0, 3)}.${plain.slice(3, 7)}.${plain.slice(7)}`])),
    US: () => random.pick([plain, plain.replace(/(...)(...)/, '$1-$2-'), plain.replace(/(...)(...)/, '$1.$2.'), plain.replace(/(...)(...)/, '$1 $2 '), `1-${plain.replace(/(...)(...)/, '$1-$2-')}`, `1 ${book}`, plain.replace(/(...)(...)/, '($1)$2-'), `1${plain}`]),
    GB: () => random.pick([plain, book.replace(/ /g, '-'), `(${book.split(' ')[0]}) ${book.split(' ').slice(1).join(' ')}`]),
    DE: () => random.pick([book.replace(' ', '/'), book.replace(' ', ' / '), book.replace(' ', '-'), `(${book.split(' ')[0]}) ${book.split(' ').slice(1).join(' ')}`, plain]),
    FR: () => random.pick([book.replace(/ /g, '.'), book.replace(/ /g, '-'), plain, book.replace(/ /g, '\u00a0')]),
    JP: () => random.pick([plain, book.replace(/^(\d+)-/, '($1)'), book.replace(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)), book.replace(/-/g, ' ')]),
  };
  return random.chance(0.5) ? book : other[land]();
}

function abroad(random, number) {
  const book = number.formatInternational();
  const [code, ...rest] = book.split(' ');
  const tail = rest.join(' ');
  return random.weighted([
    [8, book],
    [4, number.number],
    [2, book.replace(/ /g, '-')],
    [1, book.replace(/ /g, '.')],
    [1, `(${code}) ${tail}`],
    [1, code === '+1' ? `+1 (${tail.slice(0, 3)}) ${tail.slice(4)}` : `${code} (0)${tail}`],
    [1, code === '+1' ? `+1${tail.replace(/\D/g, '')}` : `00${code.slice(1)} ${tail}`],
    [0.5, code === '+1' ? book : `00 ${code.slice(1)} ${tail}`],
  ]);
}

/** One number with everything the score needs; see `phones.mjs`. */
export function wildPhone(random, { country, extensions = 0.06, international = 0.4 } = {}) {
  const land = country ?? random.weighted(MIX);
  const number = valid(random, land);
  const service = land === 'VN' && /^1[89]00/.test(number.nationalNumber);
  const national = service || !random.chance(international);
  let text = national ? home(random, number, land) : abroad(random, number);
  let ext = '';
  if (!service && random.chance(extensions)) {
    ext = random.fill('X' + 'x'.repeat(random.int(1, 3)));
    text += random.pick(EXT[land]).replace('N', ext);
  }
  return { text, e164: number.number, country: land, national, ext };
}

/** `0901 234 567 / 568`: a number, and the tails that stand for its neighbours. */
export function tails(random) {
  const number = valid(random, 'VN');
  const book = number.formatNational();
  if (!book.startsWith('0')) return tails(random);
  const last = book.slice(-3);
  const parts = [{ text: book, e164: number.number, country: 'VN', national: true, ext: '' }];
  let value = +last;
  for (let more = random.int(1, 2); more > 0; more -= 1) {
    value = (value + random.int(1, 9)) % 1000;
    const tail = String(value).padStart(3, '0');
    parts.push({ ...parts[0], text: tail, e164: number.number.slice(0, -3) + tail });
  }
  return parts;
}
