// A small template language: «a|b» is a choice (innermost first), {key args} a value, {#Xxx} digits.

const CHOICE = /«([^«»]*)»/;
const VALUE = /\{(?:#([^{}]*)|([a-z][a-zA-Z0-9]*)(?: ([^{}"]*))?)\}/g;

/** Renders one template; values that are objects are telephone numbers and become labels. */
export function render(r, template, values, context = { masks: {} }) {
  let source = template;
  for (let found; (found = CHOICE.exec(source)); ) {
    source = source.slice(0, found.index) + r.pick(found[1].split('|')) + source.slice(found.index + found[0].length);
  }
  let text = '';
  let at = 0;
  const labels = [];
  for (const found of source.matchAll(VALUE)) {
    text += source.slice(at, found.index);
    at = found.index + found[0].length;
    if (found[1] !== undefined) {
      text += r.fill(found[1]);
      continue;
    }
    const make = values[found[2]];
    if (!make) throw new Error(`no value ${found[2]} for ${template}`);
    const value = make(r, found[3] ? found[3].split(' ') : [], context);
    if (typeof value === 'object') {
      const start = text.length;
      text += value.text;
      labels.push({ start, end: text.length, ...value });
    } else {
      text += value;
    }
  }
  return { text: text + source.slice(at), labels };
}

/** Vietnamese without its marks: offsets stay, as each letter is one unit before and after. */
export function plain(text) {
  return Array.from(text, (it) => {
    if (it === 'đ') return 'd';
    if (it === 'Đ') return 'D';
    const bare = it.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    return bare.length === it.length ? bare : it;
  }).join('');
}

/** A deck that deals every card before it deals one again. */
export function deck(r, cards) {
  let left = [];
  return () => {
    if (!left.length) {
      left = cards.slice();
      for (let i = left.length - 1; i > 0; i--) {
        const j = r.int(0, i);
        [left[i], left[j]] = [left[j], left[i]];
      }
    }
    return left.pop();
  };
}

/** `{ category: [template, …] }` as a flat list. */
export const flat = (groups) =>
  Object.entries(groups).flatMap(([category, list]) => list.map((template) => ({ category, template })));

/** Makes a page of about `count` runs. */
export function page(r, { groups, tables, words, values, count, shares, loosen }) {
  const cards = { phone: deck(r, flat(groups.phone)), plain: deck(r, flat(groups.plain)) };
  const word = deck(r, words);
  const table = deck(r, tables);
  const runs = [];
  let column = 0;
  while (runs.length < count) {
    const kind = r.weighted(shares);
    if (kind === 'table') {
      const it = table();
      const rows = r.int(3, 7);
      const first = column;
      column += it.columns.length;
      const shared = it.columns.map(() => ({ masks: {} }));
      for (let row = 0; row < rows; row++) {
        it.columns.forEach(([hint, template], at) => {
          const context = shared[at];
          if (r.chance(0.06)) context.masks = {};
          const choice = Array.isArray(template) ? r.pick(template) : template;
          const cell = render(r, choice, values, context);
          if (!cell.text) return;
          const run = { ...cell, category: `table ${it.name}` };
          const header = hint && hint.includes('|') ? (context.hint ??= r.pick(hint.split('|'))) : hint;
          if (header) run.hint = header;
          run.column = first + at;
          runs.push(run);
        });
      }
      continue;
    }
    if (kind === 'words') {
      runs.push({ ...render(r, word(), values), category: 'words' });
      continue;
    }
    const { category, template } = cards[kind]();
    const run = { ...render(r, template, values), category };
    runs.push(loosen ? loosen(r, run) : run);
  }
  return runs;
}
