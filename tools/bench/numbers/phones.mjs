// Phone numbers of six countries, valid ones, written as people there write them.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

// How the numbers of a kind are written: sizes of groups at home (trunk prefix included) and abroad.
const GROUPS = {
  vnMobile: [[[6, [4, 3, 3]], [3, [3, 3, 4]], [3, [4, 2, 2, 2]], [2, [4, 6]], [1, [3, 7]], [1, [3, 4, 3]], [6, [10]]], [[5, [3, 3, 3]], [2, [2, 3, 4]], [1, [3, 2, 2, 2]], [3, [9]]]],
  vnCity: [[[6, [3, 4, 4]], [2, [3, 8]], [1, [3, 3, 5]], [2, [11]]], [[5, [2, 4, 4]], [1, [2, 8]], [2, [10]]]],
  vnProvince: [[[6, [4, 4, 3]], [3, [4, 7]], [2, [4, 3, 4]], [2, [11]]], [[5, [3, 4, 3]], [2, [3, 7]], [2, [10]]]],
  us: [[[8, [3, 3, 4]], [1, [10]]], [[6, [3, 3, 4]], [2, [10]]]],
  gbMobile: [[[6, [5, 6]], [3, [5, 3, 3]], [1, [11]]], [[6, [4, 6]], [2, [4, 3, 3]], [1, [10]]]],
  gbLondon: [[[7, [3, 4, 4]], [2, [4, 3, 4]], [1, [11]]], [[6, [2, 4, 4]], [1, [3, 3, 4]], [1, [10]]]],
  gbTown: [[[6, [5, 6]], [2, [5, 3, 3]], [1, [11]]], [[5, [4, 6]], [1, [10]]]],
  gbCity: [[[6, [4, 3, 4]], [1, [11]]], [[5, [3, 3, 4]], [1, [10]]]],
  deMobile: [[[6, [4, 7]], [2, [5, 7]], [1, [11]]], [[5, [3, 7]], [1, [10]]]],
  deCity2: [[[6, [3, 9]], [1, [12]]], [[5, [2, 9]], [1, [11]]]],
  deCity3: [[[6, [4, 9]], [1, [13]]], [[5, [3, 9]], [1, [12]]]],
  fr: [[[8, [2, 2, 2, 2, 2]], [1, [10]]], [[8, [1, 2, 2, 2, 2]], [2, [9]]]],
  jpMobile: [[[8, [3, 4, 4]], [1, [11]]], [[6, [2, 4, 4]], [1, [10]]]],
  jpCity1: [[[8, [2, 4, 4]], [1, [10]]], [[6, [1, 4, 4]], [1, [9]]]],
  jpCity2: [[[8, [3, 3, 4]], [1, [10]]], [[6, [2, 3, 4]], [1, [9]]]],
  jpFree: [[[8, [4, 3, 3]], [1, [10]]], [[6, [3, 3, 3]]]],
};

// National significant numbers: weight, pattern (`x` is any digit, `X` not zero), how it is written.
const PLANS = {
  VN: {
    code: '84',
    trunk: '0',
    weight: 52,
    nsn: [[8, '9xxxxxxxx', 'vnMobile'], [4, '3[2-9]xxxxxxx', 'vnMobile'], [3, '8[1-9]xxxxxxx', 'vnMobile'], [3, '7[06-9]xxxxxxx', 'vnMobile'], [1, '5[689]xxxxxxx', 'vnMobile'], [3, '28[23567]xxxxxxx', 'vnCity'], [3, '24[36]xxxxxxx', 'vnCity'], [3, '2[0-35-79]x[236]xxxxxx', 'vnProvince']],
    glue: [[8, ' '], [4, '.'], [2, '-'], [1, '\u00a0'], [1, ' - ']],
    brackets: 0.3,
  },
  US: {
    code: '1',
    trunk: '',
    weight: 18,
    nsn: [[8, '[2-9][0-8]x[2-9]xxxxxx', 'us'], [2, '[2-9][0-8]x55501xx', 'us'], [1, '8[0458][0458][2-9]xxxxxx', 'us']],
    glue: [[6, '-'], [3, '.'], [2, ' '], [1, '\u2011']],
    brackets: 0.45,
  },
  GB: {
    code: '44',
    trunk: '0',
    weight: 9,
    nsn: [[4, '7[4-9]xxxxxxxx', 'gbMobile'], [3, '20[378]xxxxxxx', 'gbLondon'], [2, '1[2-9][2-9]xxxxxxx', 'gbTown'], [1, '1[1-9]1Xxxxxxx', 'gbCity'], [1, '808Xxxxxxx', 'gbCity']],
    glue: [[8, ' '], [1, '-']],
    brackets: 0.2,
  },
  DE: {
    code: '49',
    trunk: '0',
    weight: 8,
    nsn: [[3, '15[127]xxxxxxxx', 'deMobile'], [3, '17[0-9]xxxxxxx', 'deMobile'], [3, '30Xxxxxxx', 'deCity2'], [2, '89Xxxxxx', 'deCity2'], [2, '221Xxxxxx', 'deCity3'], [1, '341Xxxxxx', 'deCity3']],
    glue: [[7, ' '], [4, '/'], [2, '-'], [1, ' / ']],
    brackets: 0.2,
  },
  FR: {
    code: '33',
    trunk: '0',
    weight: 7,
    nsn: [[4, '6xxxxxxxx', 'fr'], [2, '7[4-8]xxxxxxx', 'fr'], [3, '1[4-8]xxxxxxx', 'fr'], [2, '[2-5]xxxxxxxx', 'fr']],
    glue: [[6, ' '], [4, '.'], [1, '-']],
    brackets: 0,
  },
  JP: {
    code: '81',
    trunk: '0',
    weight: 6,
    nsn: [[4, '[789]0xxxxxxxx', 'jpMobile'], [3, '3[3-6]xxxxxxx', 'jpCity1'], [2, '6[46]xxxxxxx', 'jpCity1'], [1, '45xxxxxxx', 'jpCity2'], [1, '52xxxxxxx', 'jpCity2'], [1, '120xxxxxx', 'jpFree']],
    glue: [[9, '-'], [1, ' ']],
    brackets: 0.15,
  },
};

export const COUNTRIES = Object.keys(PLANS);

function draw(random, pattern) {
  const shape = pattern.replace(/\[([0-9-]+)\]/g, (_, set) => {
    const all = set.replace(/(\d)-(\d)/g, (__, low, high) => '0123456789'.slice(+low, +high + 1));
    return random.pick([...all]);
  });
  return random.fill(shape);
}

function group(digits, sizes, glue, bracket) {
  const parts = [];
  let at = 0;
  for (const size of sizes.slice(0, -1)) parts.push(digits.slice(at, (at += size)));
  // Where lengths differ, the last group takes what is left.
  parts.push(digits.slice(at));
  if (bracket && parts.length > 1) {
    const [first, ...rest] = parts;
    return `(${first}) ${rest.join(glue)}`;
  }
  return parts.join(glue);
}

const wide = (text) => text.replace(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));

/**
 * One number: `text`, `e164`, `country`, `national` (written without its calling code), `ext`.
 * `international` is the share of those with their code.
 */
export function phone(random, { country, international = 0.45, extensions = 0.04 } = {}) {
  const land = country ?? random.weighted(COUNTRIES.map((it) => [PLANS[it].weight, it]));
  const plan = PLANS[land];
  for (;;) {
    const [pattern, kind] = random.weighted(plan.nsn.map(([weight, ...rest]) => [weight, rest]));
    const nsn = draw(random, pattern);
    const [home, abroadForms] = GROUPS[kind];
    const e164 = `+${plan.code}${nsn}`;
    if (!parsePhoneNumberFromString(e164)?.isValid()) continue;
    const abroad = random.chance(international);
    const glue = random.weighted(plan.glue);
    let text;
    if (abroad) {
      const sizes = random.weighted(abroadForms);
      const plain = glue === '/' || glue === ' / ' ? ' ' : glue;
      const body = group(nsn, sizes, plain, land === 'US' && random.chance(plan.brackets));
      const after = sizes.length > 1 || random.chance(0.5) ? plain : '';
      text = random.weighted([
        [10, `+${plan.code}${land === 'US' && body.startsWith('(') ? ' ' : after}${body}`],
        [2, `(+${plan.code}) ${body}`],
        [plan.trunk ? 2 : 0, `+${plan.code} (0)${body}`],
        [plan.trunk && land !== 'US' ? 1 : 0, `00${plan.code}${after}${body}`],
      ]);
    } else {
      const digits = plan.trunk + nsn;
      const sizes = random.weighted(home);
      text = group(digits, sizes, glue, random.chance(plan.brackets));
    }
    if (random.chance(land === 'JP' ? 0.12 : 0.01)) text = wide(text);
    let ext = '';
    if (random.chance(extensions)) {
      ext = random.digits(random.int(2, 4));
      text += random.pick(land === 'VN' ? [` máy lẻ ${ext}`, ` nhánh ${ext}`, ` ext. ${ext}`, ` x${ext}`] : [` x${ext}`, ` ext. ${ext}`, ` ext ${ext}`, ` extension ${ext}`]);
    }
    return { text, e164, country: land, national: !abroad, ext };
  }
}
