// Tables, cards, exports and notes that agents and sales people have open all day.
import { seeded } from './random.mjs';
import { cards, cells, lines, table, TABLE_KINDS } from './tenth/tables.mjs';
import { note } from './tenth/notes.mjs';
import { hasNumber, run, shuffle } from './tenth/text.mjs';

const CELLS = 1670;
const CARDS = 330;
const LINES = 220;
const NOTES = 280;

function page(r, L) {
  const out = [];
  const take = (list) => { for (const { parts, category, more } of list) out.push(run(parts, category, more)); };
  let order = [];
  const next = () => { if (!order.length) order = shuffle(r, TABLE_KINDS); return order.pop(); };
  let base = 1;
  while (out.length < CELLS) {
    const given = table(r, L, next(), r.int(6, 13));
    take(cells(given, base));
    base += given.columns.length;
  }
  for (const upTo = out.length + CARDS; out.length < upTo;) take(cards(r, table(r, L, next(), r.int(2, 5), { apart: true })));
  for (const upTo = out.length + LINES; out.length < upTo;) take(lines(r, r.chance(0.06) ? table(r, L, 'locals', r.int(3, 6), { apart: true }) : table(r, L, next(), r.int(5, 10), { apart: true })));
  for (let left = NOTES; left > 0; left--) {
    const parts = note(r, L, 0.48);
    take([{ parts, category: hasNumber(parts) ? 'note.call' : 'note.plain', more: {} }]);
  }
  return out;
}

export function tenth(seed) {
  return { tenth: page(seeded(seed * 2 + 0x10aa), 'vn'), tenth_us: page(seeded(seed * 2 + 0x10ab), 'us') };
}
