// A thirteenth hand's pages, held back: written without sight of the finder, scored and never tuned to. What people in Viet Nam and
// the United States have before them, told apart by a person who knows the country.
import { render, seeded, withoutAccents } from './thirteenth/engine.mjs';
import { americanCalls, americanTalk } from './thirteenth/us_calls.mjs';
import { americanDecoys } from './thirteenth/us_decoys.mjs';
import { americanTables } from './thirteenth/us_tables.mjs';
import { vietCalls, vietTalk } from './thirteenth/vn_calls.mjs';
import { vietDecoys } from './thirteenth/vn_decoys.mjs';
import { vietTables } from './thirteenth/vn_tables.mjs';
import { americanSlots, vietSlots } from './thirteenth/words.mjs';

const cellsWanted = 1000;
const blocksWanted = 1500;
const longest = 600;

/** Shares of the blocks: offices and shops, talk and advertisements, digits that are nothing to call. */
const viet = {
  slots: vietSlots,
  tables: vietTables,
  kinds: [[0.4, vietCalls], [0.27, vietTalk], [0.33, vietDecoys]],
  /** People on telephones leave out accents; a few systems store them decomposed. */
  accents: true,
};
const american = {
  slots: americanSlots,
  tables: americanTables,
  kinds: [[0.45, americanCalls], [0.23, americanTalk], [0.32, americanDecoys]],
  accents: false,
};

/** How the writer of one block or column spells. */
function writer(random, page, category) {
  const casual = /^(chat|fb|forum|comment|ads|note|crm-note|order-note)/.test(category);
  if (page.accents && random.chance(casual ? 0.22 : 0.02)) return withoutAccents;
  if (page.accents && random.chance(0.008)) return (text) => text.normalize('NFD');
  if (casual && random.chance(0.04)) return (text) => text.toUpperCase();
  if (casual && random.chance(0.1)) return (text) => text.toLowerCase();
  if (random.chance(0.015)) return (text) => text.replaceAll(' ', '\u00a0');
  if (random.chance(0.01)) return (text) => text.replaceAll(': ', ' :');
  return (text) => text;
}

const context = (random, page, category, keep) => ({
  random,
  keep,
  slots: page.slots,
  styles: new Map(),
  spell: writer(random, page, category),
});

/** White space about a block stays, as it does in pages. */
function framed(random, { text, labels }) {
  const [before, after] = random.weighted([[30, ['', '']], [1, [' ', '']], [1, ['', ' ']], [1, ['\n    ', '\n  ']], [0.5, ['\u00a0', '']]]);
  const moved = labels.map((label) => ({ ...label, start: label.start + before.length, end: label.end + before.length }));
  return { text: before + text + after, labels: moved };
}

const usable = ({ text }) => text.trim() !== '' && text.length <= longest;

function block(random, page, shape) {
  for (;;) {
    const plain = context(random, page, shape.category, 0.85);
    const made = framed(random, render(plain, shape.template));
    if (!usable(made)) continue;
    const hint = shape.hint && render({ ...plain, spell: (text) => text }, shape.hint).text;
    return { text: made.text, ...(hint && { hint }), category: shape.category, labels: made.labels };
  }
}

/** Each shape once, then by weight; the share of each kind is kept. */
function blocks(random, page) {
  const runs = [];
  for (const [share, shapes] of page.kinds) {
    const wanted = Math.round(share * blocksWanted);
    const weighted = shapes.map((shape) => [shape.weight, shape]);
    for (const shape of shapes) runs.push([block(random, page, shape)]);
    for (let made = shapes.length; made < wanted; made += 1) runs.push([block(random, page, random.weighted(weighted))]);
  }
  return runs;
}

/** Rows as they are on the page; some columns are not shown, some tables have lost their headers. */
function table(random, page, plan, firstColumn) {
  const messy = random.chance(0.25);
  const bare = plan.bare && random.chance(0.4);
  const shown = plan.columns.filter(() => plan.columns.length < 4 || random.chance(0.85));
  const columns = shown.map(({ header, cell }, at) => {
    const writing = context(random, page, plan.category, messy ? 0.4 : 0.97);
    const hint = bare ? '' : render({ ...writing, spell: (text) => text }, header).text;
    const place = plan.columns.findIndex((it) => it.cell === cell && it.header === header);
    return { hint, cell, column: firstColumn + at, writing, category: `${plan.category}.${place}` };
  });
  const runs = [];
  for (let rows = random.int(plan.low, plan.high); rows > 0; rows -= 1) {
    for (const { hint, cell, column, writing, category } of columns) {
      const made = render(writing, cell);
      if (usable(made)) runs.push({ text: made.text, ...(hint && { hint }), column, category, labels: made.labels });
    }
  }
  return { runs, used: columns.length };
}

function tables(random, page) {
  const sections = [];
  let cells = 0;
  let column = 1;
  let waiting = [];
  while (cells < cellsWanted) {
    if (!waiting.length) waiting = random.shuffle([...page.tables]);
    const { runs, used } = table(random, page, waiting.pop(), column);
    column += used;
    cells += runs.length;
    sections.push(runs);
  }
  return sections;
}

function view(seed, page) {
  const random = seeded(seed);
  return random.shuffle([...tables(random, page), ...blocks(random, page)]).flat();
}

/** Two pages of about 2,500 runs each, the same for the same seed. */
export function thirteenth(seed) {
  return { thirteenth: view(seed * 2 + 1, viet), thirteenth_us: view(seed * 2 + 2, american) };
}
