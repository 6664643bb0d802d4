// A page by a seventh hand, which knew neither the finder nor the other pages: what products of many
// trades show, `seventh` as in Viet Nam and `seventh_us` as in the United States. The finder was tuned to
// both later (HISTORY.md).
// In scope is what score.mjs says: `national` is whatever only `country`'s callers can read as meant.
import { seeded } from './random.mjs';
import { phones } from './seventh/phones.mjs';
import * as tables from './seventh/tables.mjs';
import { tokens } from './seventh/tokens.mjs';
import * as usNumbers from './seventh/us_numbers.mjs';
import * as usOthers from './seventh/us_others.mjs';
import * as vnNumbers from './seventh/vn_numbers.mjs';
import * as vnOthers from './seventh/vn_others.mjs';

const RUNS = 2500;
const SIGNS = { '⏎': '\n', '⇥': '\t', '⦃': '{', '⦄': '}' };

const lines = (text, from) => text.trim().split('\n').map((line, at) => {
  const [head, rest] = line.includes(' :: ') ? line.split(' :: ') : ['', line];
  return { name: `${from}${at + 1}`, must: head.startsWith('!'), hints: head.replace(/^! */, '').split('|').filter(Boolean), text: rest };
});
const LANDS = {
  VN: {
    numbers: lines(vnNumbers.cells, 'vnc'), numberProse: lines(vnNumbers.prose, 'vnp'),
    others: lines(vnOthers.cells, 'vnoc'), otherProse: lines(vnOthers.prose, 'vnop'), tables: tables.vn,
  },
  US: {
    numbers: lines(usNumbers.cells, 'usc'), numberProse: lines(usNumbers.prose, 'usp'),
    others: lines(usOthers.cells, 'usoc'), otherProse: lines(usOthers.prose, 'usop'), tables: tables.us,
  },
};

/** A template's text, with its numbers' labels. */
export function fill(random, template) {
  let text = '';
  const labels = [];
  const add = (part) => {
    if (typeof part === 'string') {
      text += part.replace(/[⏎⇥⦃⦄]/g, (it) => SIGNS[it]);
      return;
    }
    labels.push({ ...part, start: text.length, end: text.length + part.text.length });
    text += part.text;
  };
  let from = 0;
  for (const it of template.matchAll(/\{([^{}]*)\}/g)) {
    add(template.slice(from, it.index));
    from = it.index + it[0].length;
    const name = it[1];
    if (name.startsWith('#:')) add(random.fill(name.slice(2)));
    else if (name.includes('|')) add(random.pick(name.split('|')));
    else if (phones[name]) [phones[name](random)].flat().forEach(add);
    else add(tokens[name](random));
  }
  add(template.slice(from));
  return { text, labels };
}

/** Vietnamese as it is typed without its marks: the length stays. */
const unmarked = (text) => [...text].map((it) => ({ đ: 'd', Đ: 'D' })[it] ?? (/\p{L}/u.test(it) ? it.normalize('NFD')[0] : it)).join('');
const retyped = (run, how) => {
  const text = how(run.text);
  if (text.length !== run.text.length) return run;
  return { ...run, text, labels: run.labels.map((it) => ({ ...it, text: text.slice(it.start, it.end) })) };
};
/** The hand that typed it: with marks, without, or with the shift key held. */
function typed(random, run, land) {
  const asIs = /https?:|[{}=]|\.me\/|tel:|sms:/.test(run.text);
  if (land === 'VN' && random.chance(0.18)) return retyped(run, unmarked);
  if (!asIs && run.text.length < 60 && random.chance(0.03)) return retyped(run, (it) => it.toUpperCase());
  if (!asIs && random.chance(0.04)) return retyped(run, (it) => it.toLowerCase());
  return run;
}

const shape = (run) => run.text.replace(/\d/g, 'd');
const alone = /^\{(m|mn|mc|f|fn|u|uc|un|u1|m9)\}$/;

/** The cells of a list, row by row; most columns of numbers are written in one way. */
function list(random, [heads, row], id, count) {
  const must = heads.startsWith('!');
  const headed = must || random.chance(0.8);
  const names = heads.replace('!', '').split('|');
  const cells = row.split('|');
  const first = cells.map(() => null);
  const oneWay = cells.map((it) => alone.test(it) && random.chance(0.65));
  const runs = [];
  for (let at = 0; at < count; at += 1) {
    cells.forEach((template, place) => {
      if (/^\{(vn|en|folk|vnco|usco)\}$/.test(template)) return;
      let run = fill(random, template);
      if (oneWay[place]) {
        for (let tries = 0; first[place] && tries < 60 && shape(run) !== first[place]; tries += 1) run = fill(random, template);
        first[place] ??= shape(run);
      }
      runs.push({ ...run, category: `table ${names[place]}`, column: id * 16 + place, ...(headed && { hint: names[place] }) });
    });
  }
  return runs;
}

function page(seed, home) {
  const random = seeded(seed * 104_729 + (home === 'VN' ? 7007 : 7077));
  const abroad = home === 'VN' ? 'US' : 'VN';
  const runs = [];
  let sheets = 0;
  while (runs.length < RUNS) {
    // Neighbours now and then: a customer abroad, a supplier's mail.
    const land = random.chance(0.06) ? abroad : home;
    const { numbers, numberProse, others, otherProse, tables: own } = LANDS[land];
    if (random.chance(0.012)) {
      runs.push(...list(random, random.pick(own), sheets, random.int(4, 9)));
      sheets += 1;
      continue;
    }
    const prose = random.chance(0.36);
    const { name, must, hints, text } = random.pick(random.chance(0.45) ? (prose ? numberProse : numbers) : prose ? otherProse : others);
    const run = { ...typed(random, fill(random, text), land), category: name };
    if (hints.length && (must || random.chance(run.labels.length ? 0.75 : 0.6))) run.hint = land === 'VN' && random.chance(0.1) ? unmarked(random.pick(hints)) : random.pick(hints);
    // Ten digits together say nothing to an American reader.
    if (/^1?\d{10}$/.test(run.text) && land === 'US' && !run.hint) continue;
    runs.push(run);
  }
  return runs;
}

export function seventh(seed) {
  return { seventh: page(seed, 'VN'), seventh_us: page(seed, 'US') };
}
