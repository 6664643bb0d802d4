// Templates of page text: `<a|b>` chooses, `{slot}` and `{slot:argument}` fill in; a slot may give
// a telephone number, which becomes a label of the run.

import { seeded as plain } from '../random.mjs';

/** The choices that pages need. */
export function seeded(seed) {
  const random = plain(seed);
  const { int, pick } = random;
  return {
    ...random,
    /** `x` any digit, `X` 1 to 9, `[24-7X]` one of these, `@` a capital letter. */
    fill: (pattern) =>
      pattern.replace(/\[([\w-]+)\]|x|X|@/g, (it, among) => {
        if (among) return pick(among.replace(/(\d)-(\d)/g, (_, low, high) => '0123456789'.slice(Number(low), Number(high) + 1)));
        if (it === '@') return pick('ABCDEFGHKLMNPQRSTUVXY');
        return String(int(it === 'X' ? 1 : 0, 9));
      }),
    shuffle(list) {
      for (let at = list.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        [list[at], list[other]] = [list[other], list[at]];
      }
      return list;
    },
  };
}

export const pad = (number, width = 2) => String(number).padStart(width, '0');

export const grouped = (number, separator) => String(number).replace(/\B(?=(\d{3})+$)/g, separator);

export const withoutAccents = (text) =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');

export const withCheckDigit = (body) => {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = at % 2 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
};

/** One shape per line: `category :: weight :: [hint ::] template`; a line beginning with `|` goes on. */
export function parseShapes(block) {
  const lines = [];
  for (const line of block.split('\n').map((it) => it.trim())) {
    if (line.startsWith('| ')) lines[lines.length - 1] += ` ${line.slice(2)}`;
    else if (line) lines.push(line);
  }
  return lines.map((line) => {
    const [category, weight, ...rest] = line.split(' :: ');
    const template = rest.pop().replaceAll('\\n', '\n').replaceAll('\\t', '\t');
    if (!(Number(weight) > 0) || rest.length > 1) throw new Error(`not a shape: ${line}`);
    return { category, weight: Number(weight), hint: rest[0] ?? '', template };
  });
}

/** `= category :: rows low-high [:: ?]`, then `header :: cell` a line (`-`: no header; `?`: headers may be missing). */
export function parseTables(block) {
  const tables = [];
  for (const line of block.split('\n').map((it) => it.trim()).filter(Boolean)) {
    const parts = line.replace(/^= /, '').split(' :: ');
    if (line.startsWith('= ')) {
      const [low, high] = parts[1].split('-').map(Number);
      tables.push({ category: parts[0], low, high, bare: parts[2] === '?', columns: [] });
    } else {
      if (parts.length !== 2) throw new Error(`not a column: ${line}`);
      const [header, cell] = parts;
      tables.at(-1).columns.push({ header: header === '-' ? '' : header, cell: cell.replaceAll('\\n', '\n') });
    }
  }
  return tables;
}

function choose(random, template) {
  let text = template;
  while (/<[^<>]*>/.test(text)) text = text.replace(/<([^<>]*)>/g, (_, list) => random.pick(list.split('|')));
  if (/[<>]/.test(text)) throw new Error(`unbalanced choice: ${template}`);
  return text;
}

function write(context, out, template) {
  for (const part of choose(context.random, template).split(/(\{[^{}]*\})/)) {
    const slot = part.match(/^\{(\w+)(?::([^]*))?\}$/);
    if (!slot) {
      out.text += context.spell(part);
      continue;
    }
    const maker = context.slots[slot[1]];
    if (maker === undefined) throw new Error(`no slot ${part} in ${template}`);
    if (typeof maker === 'string') {
      write(context, out, maker);
      continue;
    }
    for (const it of [maker(context, slot[2] ?? '')].flat()) {
      if (typeof it === 'string') {
        out.text += context.spell(it);
        continue;
      }
      const start = out.text.length;
      out.text += it.text;
      const { text, e164, ext, country, national } = it;
      out.labels.push({ start, end: out.text.length, text, e164, ext, country, national });
    }
  }
}

/** A run's text and labels. */
export function render(context, template) {
  const out = { text: '', labels: [] };
  write(context, out, template);
  return out;
}

/** Text only: for slots that are made of other slots. */
export const say = (context, template) => render(context, template).text;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** `{date:D/M/Y h:i}`: one moment in the letters given. */
function moment({ random }, form) {
  const [day, month, year, hour, minute] = [[1, 28], [1, 12], [2018, 2026], [0, 23], [0, 59]].map(([low, high]) => random.int(low, high));
  const parts = {
    D: pad(day),
    j: String(day),
    M: pad(month),
    n: String(month),
    b: months[month - 1],
    Y: String(year),
    y: pad(year % 100),
    h: pad(hour),
    H: `${hour}h`,
    g: String(hour % 12 || 12),
    A: hour < 12 ? 'AM' : 'PM',
    i: pad(minute),
    s: pad(random.int(0, 59)),
    w: random.pick(weekdays),
  };
  return form.replace(/[DjMnbYyhHgAisw]/g, (letter) => parts[letter]);
}

/** Slots that both pages have. */
export const common = {
  x: ({ random }, pattern) => random.fill(pattern),
  num: ({ random }, range) => String(random.int(...range.split('-').map(Number))),
  date: moment,
  lt: () => '<',
  gt: () => '>',
  bar: () => '|',
  nbsp: () => '\u00a0',
  ico: ({ random }) => random.pick(['☎', '📞', '📱', '☎️', '✆', '📲', '\uf095', '\ue0cd', '\uf10b', '\ue0b0', '\uf2a0', '🤙', '💬']),
  pua: ({ random }) => random.pick(['\uf095', '\ue0cd', '\uf10b', '\ue942', '\uf3cd', '\ue0b0', '\uf0e0', '\ue8b5']),
  emo: ({ random }) => random.pick(['😊', '🔥', '❤️', '👉', '✅', '🙏', '😂', '🎉', '💥', '🚚', '🏠', '⭐', '😭', '👍', '🥰', '💯']),
  imei: ({ random }) => withCheckDigit(random.pick(['35', '86', '01']) + random.fill('xxxxxxxxxxxx')),
  ip: ({ random }) => random.pick(['10.0', '192.168', '172.16', '113.161', '8.34']) + `.${random.int(0, 255)}.${random.int(1, 254)}`,
  hex: ({ random }, length) => Array.from({ length: Number(length) }, () => random.pick('0123456789abcdef')).join(''),
  ver: ({ random }) => [random.int(0, 14), random.int(0, 20), random.int(0, 99)].join('.'),
  /** Distinct ascending pairs, as lotteries print them. */
  balls: ({ random }, form) => {
    const [count, top, separator] = form.split(',');
    const drawn = new Set();
    while (drawn.size < Number(count)) drawn.add(random.int(1, Number(top)));
    return [...drawn].sort((one, other) => one - other).map((it) => pad(it)).join(separator || ' ');
  },
  ean: ({ random }, prefix) => random.fill(`${prefix}xxxxxxxxxxxxx`.slice(0, prefix.length) + 'x'.repeat(13 - prefix.length)),
};
