// Turns a template into a run: `«a|b»` is a choice, `{slot}` is filled in, `{slot#k}` is filled in once and reused.

/** What is special in a run, for its category: `fax`, `link`, `short`. */
const tags = (...all) => [...new Set(all.flatMap((it) => it.split('-')).filter(Boolean))].sort().join('-');

const CHOICE = /«([^«»]*)»/;
const SLOT = /\{(\w+)(?:#(\w+))?\}/g;

/** A telephone number as one part of a text. */
export const number = (text, e164, country, national, ext = '') => ({ text, e164, ext, country, national });

export const plain = (text) =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');

function expand(random, template) {
  let text = template;
  for (let found = CHOICE.exec(text); found; found = CHOICE.exec(text)) {
    const chosen = random.pick(found[1].split('|'));
    text = text.slice(0, found.index) + chosen + text.slice(found.index + found[0].length);
  }
  return text;
}

const flat = (value) => (typeof value === 'string' ? value : Array.isArray(value) ? value.map(flat).join('') : value.text ?? '');

/** Who writes several numbers or dates mostly writes them in one form. */
function alike(random, make, name, shapes) {
  let value = make(random);
  const shape = (it) => flat(it).replace(/[0-9]/g, '9');
  const wanted = shapes.get(name);
  if (wanted === undefined) {
    if (/[0-9]/.test(flat(value))) shapes.set(name, shape(value));
    return value;
  }
  for (let tries = 0; tries < 30 && shape(value) !== wanted; tries++) value = make(random);
  return value;
}

/** `dress` changes the words (never the numbers) before offsets are counted. */
export function write(random, slots, template, dress = (it) => it, dressSlot = (it) => it, shapes = null) {
  const source = expand(random, typeof template === 'function' ? template(random) : template);
  const cache = new Map();
  const labels = [];
  let text = '';
  let at = 0;
  let tag = '';
  const put = (part) => {
    if (typeof part === 'string') {
      text += dressSlot(part);
    } else if (Array.isArray(part)) {
      part.forEach(put);
    } else if (part.tag) {
      tag = tags(tag, part.tag);
    } else {
      labels.push({ start: text.length, end: text.length + part.text.length, ...part });
      text += part.text;
    }
  };
  for (const found of source.matchAll(SLOT)) {
    text += dress(source.slice(at, found.index));
    at = found.index + found[0].length;
    const make = slots[found[1]];
    if (!make) throw new Error(`no slot ${found[1]} in ${source}`);
    const key = found[2] && `${found[1]}#${found[2]}`;
    const value = (key && cache.get(key)) || (shapes ? alike(random, make, found[1], shapes) : make(random));
    if (key) cache.set(key, value);
    put(value);
  }
  text += dress(source.slice(at));
  return {
    text,
    tag,
    labels: labels.map(({ start, end, text: it, e164, ext, country, national }) => ({
      start, end, text: it, e164, ext, country, national,
    })),
  };
}

/** Two runs as one text. */
export function join(first, second, between) {
  const shift = first.text.length + between.length;
  return {
    text: first.text + between + second.text,
    tag: tags(first.tag, second.tag),
    labels: [
      ...first.labels,
      ...second.labels.map((it) => ({ ...it, start: it.start + shift, end: it.end + shift })),
    ],
  };
}

/** Cuts digits into groups: `split('0912345678', [4, 3, 3])`. */
export function split(digits, sizes) {
  const groups = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) groups.push(digits.slice(at));
  return groups;
}

/** So many lines of one template, for text that is a copied table or a log. */
export const lines = (low, high, line, between = '\n') => (random) =>
  Array.from({ length: random.int(low, high) }, () => (Array.isArray(line) ? random.pick(line) : line)).join(between);

/** `[head, foot]` around lines. */
export const block = (head, low, high, line, foot = '') => (random) =>
  `${head}\n${lines(low, high, line)(random)}${foot ? `\n${foot}` : ''}`;

/** A number with a shortened second one: `0912 345 678/79`. */
export function shortened(random, full, digits, build) {
  const { length } = /\d+$/.exec(full.text)[0];
  const fits = (count) => (length === count || (length > 4 && !build.or) ? 1 : 0);
  const count = random.weighted([[1, 1], [5, 2], [3 * fits(3), 3], [4 * fits(4), 4]]);
  const tail = digits.slice(-count);
  let other = tail;
  while (other === tail) other = random.digits(count);
  const between = random.pick(count < 3 ? ['/', ' / ', '/'] : ['/', ' / ', ' - ', ' hoặc ']);
  return [{ tag: 'short' }, full, build.or && between === ' hoặc ' ? build.or : between, { ...full, text: other, e164: full.e164.slice(0, -count) + other }];
}
