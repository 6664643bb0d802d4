// A page by an eighth hand, which knew neither the finder nor the other pages: the screens of one back-office
// application (lists with headers, records' panes, chats, tickets, mails, slips, invoices, logs), `eighth` as
// used in Viet Nam and `eighth_us` as in the United States.
// In scope is what score.mjs says: `national` is whatever only `country`'s callers can read as meant.
import { tokens } from './eighth/ids.mjs';
import { phones, world } from './eighth/numbers.mjs';
import * as usLists from './eighth/us_lists.mjs';
import * as usTalk from './eighth/us_talk.mjs';
import * as vnLists from './eighth/vn_lists.mjs';
import * as vnTalk from './eighth/vn_talk.mjs';
import { seeded } from './random.mjs';

const RUNS = 2500;
const SIGNS = { '⏎': '\n', '«': '{', '»': '}' };

const rows = (text) => text.trim().split('\n');
const sections = (text) => {
  const all = [];
  for (const row of rows(text)) {
    if (row.startsWith('= ')) all.push({ name: row.slice(2), rows: [] });
    else all.at(-1).rows.push(row);
  }
  return all;
};
/** Choices are parted by a `|` without blanks about it, outside of braces. */
const choices = (cell) => cell.split(/(?<! )\|(?! )(?![^{]*\})/);
const field = (row) => {
  const [head, cell] = row.split(' :: ');
  return { must: head.startsWith('*'), heads: head.replace('*', ''), cells: choices(cell) };
};
const land = ({ lists, panes }, { talk }) => ({
  lists: sections(lists).map((it) => ({ name: it.name, fields: it.rows.map(field) })),
  panes: rows(panes).map(field),
  talk: sections(talk).map((it) => ({ name: it.name.replace(/ \d+$/, ''), weight: +it.name.match(/\d+$/)[0], rows: it.rows })),
});
const LANDS = { VN: land(vnLists, vnTalk), US: land(usLists, usTalk) };

/** A template's text, with its numbers' labels. */
export function fill(context, template) {
  const { random } = context;
  let text = '';
  const labels = [];
  const add = (part) => {
    if (typeof part === 'string') {
      text += part;
      return;
    }
    labels.push({ ...part, start: text.length, end: text.length + part.text.length });
    text += part.text;
  };
  let from = 0;
  const literal = (part) => add(part.replace(/[⏎«»]/g, (it) => SIGNS[it]));
  for (const it of template.matchAll(/\{([^{}]*)\}/g)) {
    literal(template.slice(from, it.index));
    from = it.index + it[0].length;
    const name = it[1];
    if (name.startsWith('#:')) add(random.fill(name.slice(2)));
    else if (name.includes('|')) add(random.pick(name.split('|')));
    else if (phones[name]) [phones[name](context)].flat().forEach(add);
    else add(tokens[name](random));
  }
  literal(template.slice(from));
  return { text, labels };
}

/** Vietnamese as it is typed without its marks: the length stays. */
const unmarked = (text) => [...text].map((it) => ({ đ: 'd', Đ: 'D' })[it] ?? (/\p{L}/u.test(it) ? it.normalize('NFD')[0] : it)).join('');
const retyped = (run, how) => {
  const text = how(run.text);
  return text.length === run.text.length ? { ...run, text, labels: run.labels.map((it) => ({ ...it, text: text.slice(it.start, it.end) })) } : run;
};
const HASTE = { zalo: 0.4, 'binh luan': 0.2, 'yeu cau': 0.08, 'phieu giao': 0.08, 'ket qua tim': 0.03 };
/** Text of letters only says nothing to a finder of numbers: few of them are enough. */
const telling = (random, run) => run.text && (/\d/.test(run.text) || random.chance(0.12));

/** A list: its header, some of its columns, a row for each record. A program's lists are mostly written in one way. */
function list(context, { name, fields }, id) {
  const { random } = context;
  const shown = fields.filter(({ must, cells }) => (must ? random.chance(0.93) : random.chance(/^\{(ten|name|dc|cty|inc)\}$/.test(cells[0]) ? 0.5 : 0.62)));
  const kinds = shown.map((it) => {
    const heads = it.heads.split('/').filter((head) => head.length > 1 || it.heads.length < 3);
    const vary = it.must && random.chance(0.3);
    let style;
    return { ...it, head: random.pick(/\/(Long|Time|Guardian Phone|N)$/.test(it.heads) ? [it.heads] : heads), style: vary ? undefined : (r, styles) => (style ??= r.weighted(styles)) };
  });
  const runs = [];
  for (let left = random.int(4, 11); left > 0; left -= 1) {
    kinds.forEach(({ head, cells, style }, at) => {
      // A spreadsheet took the zero away, for the whole column; its header says what it is.
      const cell = cells.length === 1 && cells[0] === '{m}' && /SĐT|ĐT|Điện thoại|Phone|Mobile|Di động/.test(head) && style && id % 9 === 4 ? '{mlost}' : random.pick(cells);
      runs.push({ ...fill({ ...context, style }, cell), category: `list ${name}: ${head}`, column: id * 16 + at, hint: head });
    });
  }
  return runs;
}

/** A record's pane: keys and values, as two texts or as one. */
function pane(context, { panes }) {
  const { random } = context;
  const whole = random.chance(0.4);
  const sign = random.pick([': ', ': ', ':', ' : ', ' - ', '\t']);
  return Array.from({ length: random.int(8, 14) }, () => random.pick(panes)).map(({ heads, cells }) => {
    const run = fill(context, random.pick(cells));
    if (!whole) return { ...run, category: `pane ${heads}`, hint: heads };
    const before = heads + sign;
    return { text: before + run.text, labels: run.labels.map((it) => ({ ...it, start: it.start + before.length, end: it.end + before.length })), category: `line ${heads}` };
  });
}

/** Some messages, lines or notes of one kind. */
function talk(context, { talk: all }, home) {
  const { random } = context;
  const { name, rows: lines } = random.weighted(all.map((it) => [it.weight, it]));
  return Array.from({ length: random.int(6, 14) }, () => random.pick(lines)).map((line) => {
    const run = { ...fill(context, line), category: `${name}: ${line.slice(0, 40)}` };
    if (home === 'VN' && random.chance(HASTE[name] ?? 0)) return retyped(run, unmarked);
    if (name === 'chat' && !/https?:/.test(run.text) && random.chance(0.3)) return retyped(run, (it) => it.toLowerCase());
    return run;
  });
}

function page(seed, home) {
  const random = seeded(seed * 15_485_863 + (home === 'VN' ? 808 : 880));
  const context = { random, world: world(random) };
  const runs = [];
  for (let screen = 0; runs.length < RUNS; screen += 1) {
    const what = random.next();
    const made = what < 0.18 ? list(context, random.pick(LANDS[home].lists), screen) : what < 0.42 ? pane(context, LANDS[home]) : talk(context, LANDS[home], home);
    runs.push(...made.filter((run) => telling(random, run)));
  }
  return runs;
}

export function eighth(seed) {
  return { eighth: page(seed, 'VN'), eighth_us: page(seed, 'US') };
}
