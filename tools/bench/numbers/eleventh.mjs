// What people write to one another and read at work: chats, tickets, notes, texts, forms, logs, cells.
import { seeded } from './random.mjs';
import { join, plain, write } from './eleventh/engine.mjs';
import { tableCells } from './eleventh/tables.mjs';
import { usChat } from './eleventh/uschat.mjs';
import { usNotice } from './eleventh/usnotice.mjs';
import { usSlots } from './eleventh/usslots.mjs';
import { usWork } from './eleventh/uswork.mjs';
import { vnChat } from './eleventh/vnchat.mjs';
import { vnNotice } from './eleventh/vnnotice.mjs';
import { vnSlots } from './eleventh/vnslots.mjs';
import { vnWork } from './eleventh/vnwork.mjs';

const PAGES = {
  vn: { groups: [...vnChat, ...vnNotice, ...vnWork], slots: vnSlots },
  us: { groups: [...usChat, ...usNotice, ...usWork], slots: usSlots },
};
const CELLS = 280;
const RUNS = 2500;

const same = (it) => it;
const lower = (it) => it.toLowerCase();

/** Words with or without diacritics, in capitals or not, with a letter mistyped: never the numbers. */
function dresses(random, page, loose) {
  if (page === 'vn') {
    if (random.chance(loose ? 0.26 : 0.1)) {
      const low = loose && random.chance(0.6);
      return [low ? (it) => lower(plain(it)) : plain, plain];
    }
    if (loose && random.chance(0.15)) return [lower, same];
    return [same, same];
  }
  if (loose && random.chance(0.25)) return [lower, same];
  if (loose && random.chance(0.04)) return [(it) => it.toUpperCase(), same];
  return [same, same];
}

function typo(random, template) {
  const at = random.int(1, Math.max(1, template.length - 3));
  const around = template.slice(at - 1, at + 3);
  if (!/^[a-zA-Z]{4}$/.test(around)) return template;
  const open = template.lastIndexOf('{', at);
  if (open > template.lastIndexOf('}', at)) return template;
  if (/[«|»]/.test(template)) return template;
  return template.slice(0, at) + template[at + 1] + template[at] + template.slice(at + 2);
}

function one(random, page, group) {
  const { slots } = PAGES[page];
  let template = random.pick(group.items);
  if (typeof template === 'function') template = template(random);
  if (group.loose && random.chance(0.08)) template = typo(random, template);
  return write(random, slots, template, ...dresses(random, page, group.loose), random.chance(0.6) ? new Map() : null);
}

function makePage(random, page) {
  const { groups, slots } = PAGES[page];
  const weights = groups.map((group) => [group.weight, group]);
  const runs = [];
  while (runs.length < RUNS - CELLS) {
    const group = random.weighted(weights);
    let run = one(random, page, group);
    if (random.chance(group.loose ? 0.14 : 0.1)) {
      const between = random.weighted([[5, '\n'], [3, group.loose ? ', ' : '. '], [2, group.loose ? ' ' : '\n\n'], [1, ' · ']]);
      run = join(run, one(random, page, group), between);
    }
    if (random.chance(0.03)) run = join({ text: '', tag: '', labels: [] }, run, random.pick(['  ', '\n', '• ', '- ', '\t']));
    runs.push({ text: run.text, labels: run.labels, category: group.category + (run.tag && `-${run.tag}`) });
  }
  const columns = new Map();
  for (const { template, hint, column } of tableCells(random, page, CELLS)) {
    if (!columns.has(column)) columns.set(column, random.chance(0.65) ? new Map() : null);
    const { text, labels, tag } = write(random, slots, template, same, same, columns.get(column));
    runs.push({ text, labels, category: tag ? `cell-${tag}` : 'cell', hint, column });
  }
  return runs;
}

export function eleventh(seed) {
  const random = seeded(seed);
  return { eleventh: makePage(random, 'vn'), eleventh_us: makePage(random, 'us') };
}
