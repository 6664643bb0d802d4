// Prints the rows of crates/numbers/src/plan/costly.rs from libphonenumber's metadata: the shortest leading digits under
// which there are numbers that cost more and no ordinary ones, with their lengths where only those tell them apart.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { countries, country_calling_codes: codes } = JSON.parse(readFileSync(require.resolve('libphonenumber-js/metadata.max.json')));
const MOST = 6;
// As libphonenumber-js has them in its list.
const [FIXED, MOBILE, FREE, PREMIUM, PERSONAL, VOICEMAIL, COMPANY, PAGER, VOIP, SHARED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The automaton of a pattern: what each place takes, and where it goes then; no place that leads nowhere. */
function automaton(pattern) {
  let at = 0;
  const alternatives = () => {
    const all = [];
    do all.push(sequence()); while (pattern[at] === '|' && (at += 1));
    return all.length === 1 ? all[0] : { any: all };
  };
  const sequence = () => {
    const parts = [];
    while (at < pattern.length && !'|)'.includes(pattern[at])) parts.push(times(one()));
    return { parts };
  };
  const one = () => {
    if (pattern.startsWith('(?:', at)) {
      at += 3;
      const inner = alternatives();
      at += 1;
      return inner;
    }
    const [token] = /^(\\d|\[[\d-]+\]|\d)/.exec(pattern.slice(at)) ?? (() => { throw new Error(`${pattern} at ${at}`); })();
    at += token.length;
    return { digits: [...'0123456789'].filter((digit) => new RegExp(token).test(digit)) };
  };
  const times = (part) => {
    const found = /^(?:\{(\d+)(?:,(\d+))?\}|(\?))/.exec(pattern.slice(at));
    if (!found) return part;
    at += found[0].length;
    const [least, most] = found[3] ? [0, 1] : [+found[1], +(found[2] ?? found[1])];
    return { part, least, most };
  };
  const places = [{ to: [], is: true }];
  const build = (part, next) => {
    if (part.digits) return places.push({ digits: part.digits, next }) - 1;
    if (part.any) return places.push({ to: part.any.map((each) => build(each, next)) }) - 1;
    if (part.parts) return part.parts.reduceRight((behind, each) => build(each, behind), next);
    let start = next;
    const ends = [next];
    for (let n = 0; n < part.most; n += 1) ends.push(start = build(part.part, start));
    return places.push({ to: ends.slice(part.least) }) - 1;
  };
  const start = build(alternatives(), 0);
  const open = (from, into = new Set()) => {
    for (const each of from) {
      if (into.has(each)) continue;
      into.add(each);
      if (places[each].to) open(places[each].to, into);
    }
    return into;
  };
  const step = (now, digit) => open([...now].filter((each) => places[each].digits?.includes(digit)).map((each) => places[each].next));
  return { start: open([start]), step };
}

const stepAll = (all, digit) => all.map(({ now, step }) => ({ now: step(now, digit), step })).filter(({ now }) => now.size > 0);
/** How many digits may follow. */
function rest(all) {
  const found = new Set();
  for (let n = 0, now = all; now.length > 0; n += 1) {
    if (now.some(({ now: places }) => places.has(0))) found.add(n);
    const next = new Map();
    for (const { now: places, step } of now) {
      const into = next.get(step) ?? next.set(step, new Set()).get(step);
      for (const digit of '0123456789') for (const place of step(places, digit)) into.add(place);
    }
    now = [...next].filter(([, places]) => places.size > 0).map(([step, places]) => ({ now: places, step }));
  }
  return found;
}

function leads(costly, other, prefix = '') {
  if (costly.length === 0) return [];
  if (other.length === 0 && prefix) return [prefix];
  const own = rest(costly);
  const shared = rest(other);
  const both = [...own].some((n) => shared.has(n));
  if (prefix.length === MOST || (!both && prefix)) {
    return [`${prefix}/${[...own].map((n) => (n + prefix.length).toString(16)).join('')}`];
  }
  return [...'0123456789'].flatMap((digit) => leads(stepAll(costly, digit), stepAll(other, digit), prefix + digit));
}

/** `90 91 93` as `9[013]`, the last digits together. */
function folded(list) {
  const groups = new Map();
  for (const each of list) {
    const [lead, lengths = ''] = each.split('/');
    const key = `${lead.slice(0, -1)}/${lengths}`;
    groups.set(key, [...(groups.get(key) ?? []), lead.at(-1)]);
  }
  return [...groups].map(([key, last]) => {
    const [head, lengths] = key.split('/');
    return (last.length === 1 ? head + last : `${head}[${ranges(last)}]`) + (lengths && `/${lengths}`);
  });
}
const ranges = (digits) => digits.join('').replace(/0?1?2?3?4?5?6?7?8?9?/, (all) => all.replace(/\d+/, (run) => {
  const out = [];
  for (const digit of run) {
    const last = out.at(-1);
    if (last && +digit === +last.at(-1) + 1) last.push(digit);
    else out.push([digit]);
  }
  return out.map((each) => (each.length > 2 ? `${each[0]}-${each.at(-1)}` : each.join(''))).join('');
}));

// Portugal's 707 and 708 belong to companies, and cost more all the same.
const ALSO = { 351: ['70'] };

for (const [code, list] of Object.entries(codes)) {
  const of = (...types) => list.flatMap((country) => types.map((type) => countries[country][11]?.[type]?.[0]).filter(Boolean))
    .map((pattern) => { const { start, step } = automaton(pattern); return { now: start, step }; });
  const found = folded(leads(of(PREMIUM, SHARED, PERSONAL), of(FIXED, MOBILE, FREE, VOICEMAIL, COMPANY, PAGER, VOIP)))
    // China's area codes with 96…: no rule of its plan has them, so that they are asked about anyway.
    .filter((lead) => code !== '86' || !/96\/|\/8/.test(lead));
  found.push(...(ALSO[code] ?? []));
  if (found.length > 0) console.log(`    (${code}, "${found.join(' ')}"),`);
}
