// A fourth hand's page, written without a look at the finder, at the other pages or at anybody's
// mistakes on it, and scored only: a customer list whose cells stand alone, without their columns'
// headers, and short texts from such records. Most of what is no number says so itself, by a word or
// by its shape; a few cells in a hundred are digits and nothing else.
import { distractor, things } from './fourth/distractors.mjs';
import { phone } from './fourth/phones.mjs';
import { LEADS, NAMES, STREETS, TEXTS } from './fourth/texts.mjs';
import { seeded } from './random.mjs';

const COUNTRIES = [[45, 'VN'], [20, 'US'], [10, 'GB'], [10, 'DE'], [8, 'FR'], [7, 'JP']];
const ROWS = 1200;
const NOTES = 600;
const KINDS = { p: {}, m: { wanted: 'mobile', extended: false }, f: { wanted: 'fixed', extended: false }, h: { wanted: 'hot', extended: false }, x: { extended: true } };

/** Pieces, some of them phones, put together as one run. */
function run(pieces) {
  let text = '';
  const labels = [];
  for (const piece of pieces) {
    if (piece.label) labels.push({ ...piece.label, start: text.length + piece.label.start, end: text.length + piece.label.end });
    text += piece.text ?? piece;
  }
  return { text, labels };
}

function phoneCell(random, country) {
  const one = phone(random, country);
  return run(
    random.weighted([
      [70, [one]],
      [19, [random.pick(LEADS[country]), one]],
      [6, [one, random.pick([' / ', '; ', ', ', '\n']), phone(random, country, { extended: false })]],
      [5, [one, ` (${random.pick(NAMES[country])})`]],
    ]),
  );
}

function row(random) {
  const country = random.weighted(COUNTRIES);
  const name = random.pick(NAMES[country]);
  const cells = [
    run([name]),
    run([random.chance(0.5) ? random.pick(STREETS[country]) : `kh${random.digits(4)}@example.com`]),
    phoneCell(random, country),
  ];
  for (let more = random.int(3, 5); more > 0; more -= 1) cells.push(run([distractor(random, country)]));
  return cells;
}

function note(random) {
  const country = random.weighted(COUNTRIES);
  const pieces = random.pick(TEXTS[country]).split(/(\{\w+\})/).map((piece) => {
    const name = piece.match(/^\{(\w+)\}$/)?.[1];
    if (!name) return piece;
    if (name === 'who') return random.pick(NAMES[country]);
    return KINDS[name] ? phone(random, country, KINDS[name]) : things[name](random, country);
  });
  return run(pieces);
}

export function fourth(seed) {
  const random = seeded(seed ^ 0x4f0a7d);
  const rows = Array.from({ length: ROWS }, () => row(random)).flat();
  return { fourth: [...rows, ...Array.from({ length: NOTES }, () => note(random))] };
}
