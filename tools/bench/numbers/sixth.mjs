// A page by a sixth hand, from products of many trades, held back: it is scored and never tuned to.
// Two thirds are cells and short lines, one third sentences and blocks; every number has its label,
// so in scope is what score.mjs says.
import { seeded } from './random.mjs';
import { DE, FR, GB, JP } from './sixth/europe.mjs';
import { phone } from './sixth/phones.mjs';
import { tokens } from './sixth/tokens.mjs';
import * as US from './sixth/us.mjs';
import * as VN from './sixth/vn.mjs';

const RUNS = 3000;
const BARE_TENS = 1 / 20;

const lines = (text) => text.trim().split('\n').map((line) => {
  const [head, rest] = line.includes(' :: ') ? line.split(' :: ') : ['', line];
  return { must: head.startsWith('!'), hints: head.replace(/^! */, '').split('|').filter(Boolean), text: rest.replaceAll('⏎', '\n').replaceAll('⇥', '\t') };
});
const LANDS = Object.fromEntries(Object.entries({ VN, US, GB, DE, FR, JP }).map(([country, it]) => [
  country,
  { phones: lines(it.phones), others: lines(it.others), prose: lines(it.prose), tables: it.tables ?? [] },
]));

/** A template's text, with its numbers' labels. */
function fill(random, template, land) {
  let text = '';
  const labels = [];
  let from = 0;
  for (const it of template.matchAll(/\{(\w+)(?::([+\w]+))?\}/g)) {
    text += template.slice(from, it.index);
    from = it.index + it[0].length;
    const [, name, want] = it;
    if (name !== 'p' && !LANDS[name]) {
      text += tokens[name](random);
      continue;
    }
    const { lead, tail, ...number } = phone(random, name === 'p' ? land : name, want);
    text += lead;
    labels.push({ ...number, start: text.length, end: text.length + number.text.length });
    text += number.text + tail;
  }
  text += template.slice(from);
  return { text, labels };
}

export function sixth(seed) {
  const random = seeded(seed * 7919 + 606);
  const runs = [];
  const land = () => random.weighted([[50, 'VN'], [34, 'US'], [4.5, 'GB'], [4, 'DE'], [4, 'FR'], [3.5, 'JP']]);
  let bare = 0;
  let cells = 0;
  let tables = 0;
  const add = (run) => {
    // Ten digits of which nothing is said anywhere: even a reader could only guess.
    if (/^\d{10}$/.test(run.text) && !run.hint && !run.labels.length) {
      const others = runs.filter(({ labels }) => !labels.length).length;
      if (bare >= others * BARE_TENS * 0.8) return;
      bare += 1;
    }
    runs.push(run);
  };
  while (runs.length < RUNS) {
    const country = land();
    const { phones, others, prose, tables: sheets } = LANDS[country];
    if (random.chance(1 / 3)) {
      add(fill(random, random.pick(prose).text, country));
      continue;
    }
    if (sheets.length && random.chance(0.015)) {
      const [head, row] = random.pick(sheets);
      const headed = random.chance(0.75);
      const heads = head.split('|');
      const count = random.int(4, 9);
      // Rows as a list view hands them over; a column of names has no digits and is left out.
      for (let at = 0; at < count; at += 1) {
        row.split('|').forEach((template, place) => {
          if (/^\{(vname|ename|vfirm|efirm)\}$/.test(template)) return;
          const run = { ...fill(random, template, country), column: tables * 10 + place };
          if (headed) run.hint = heads[place];
          runs.push(run);
          cells += 1;
        });
      }
      tables += 1;
      // Sentences keep their third.
      for (let at = 0; at < (count * (heads.length - 1)) / 2; at += 1) {
        const other = land();
        add(fill(random, random.pick(LANDS[other].prose).text, other));
      }
      continue;
    }
    const { must, hints, text } = random.pick(random.chance(0.44) ? phones : others);
    const run = fill(random, text, country);
    if (hints.length && (must || random.chance(run.labels.length ? 0.7 : 0.45))) run.hint = random.pick(hints);
    add(run);
    cells += 1;
  }
  return { sixth: runs };
}
