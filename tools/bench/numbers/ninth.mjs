// Public and semi-public web text of every sort, as seen in Viet Nam and in the United States.
import { seeded } from './random.mjs';
import { page, plain } from './ninth/engine.mjs';
import { usPhones, vnPhones } from './ninth/phones.mjs';
import { usValues, vnValues } from './ninth/values.mjs';
import { usPhone } from './ninth/us-phone.mjs';
import { usPlain, usWords } from './ninth/us-plain.mjs';
import { usTables } from './ninth/us-tables.mjs';
import { vnPhone } from './ninth/vn-phone.mjs';
import { vnPlain, vnWords } from './ninth/vn-plain.mjs';
import { vnTables } from './ninth/vn-tables.mjs';

const COUNT = 2500;
const CASUAL = { classified: 0.3, social: 0.4, review: 0.15, food: 0.15, job: 0.15, people: 0.15, signature: 0.1, receipt: 0.1, realestate: 0.25, lottery: 0.2, bank: 0.15 };

/** People in a hurry write without marks or capitals; templates keep their lengths, so labels stay. */
const hurry = (marks) => (r, run) => {
  const share = CASUAL[run.category] ?? 0.02;
  let text = run.text;
  if (marks && r.chance(share)) text = plain(text);
  if (r.chance(share / 2) && !/[=:]\/\/|\d{5}[A-Z]/.test(text)) {
    const low = text.toLowerCase();
    if (low.length === text.length) text = low;
  }
  if (text === run.text) return run;
  return { ...run, text, labels: run.labels.map((it) => ({ ...it, text: text.slice(it.start, it.end) })) };
};

const make = (seed, phone, other, words, tables, values, marks) =>
  page(seeded(seed), {
    groups: { phone, plain: other },
    words,
    tables,
    values,
    count: COUNT,
    shares: [[45, 'phone'], [45, 'plain'], [5, 'words'], [1.1, 'table']],
    loosen: hurry(marks),
  });

/** Both pages of one seed. */
export function ninth(seed) {
  return {
    ninth: make(seed * 2 + 901, vnPhone, vnPlain, vnWords, vnTables, { ...vnValues, ...vnPhones }, true),
    ninth_us: make(seed * 2 + 902, usPhone, usPlain, usWords, usTables, { ...usValues, ...usPhones }, false),
  };
}
