// `node run.mjs bench.wasm`: speed and rightness of this project's finder beside others, in one run.
//   --seed N      another set of pages        --show PAGE   the mistakes on a page (not the held-back ones)
//   --quick       two rounds instead of five  --marks       what is found on the real pages
import { FINDERS } from './finders.mjs';
import { eighth } from './eighth.mjs';
import { eleventh } from './eleventh.mjs';
import { fifth } from './fifth.mjs';
import { fourth } from './fourth.mjs';
import { ninth } from './ninth.mjs';
import { pages } from './pages.mjs';
import { realPages } from './real.mjs';
import { score } from './score.mjs';
import { seventh } from './seventh.mjs';
import { sixth } from './sixth.mjs';
import { startups } from './startup.mjs';
import { tenth } from './tenth.mjs';
import { third } from './third.mjs';
import { thirteenth } from './thirteenth.mjs';
import { twelfth } from './twelfth.mjs';
import { wild } from './wild.mjs';

const HELD_BACK = ['notes', 'sixth', 'thirteenth', 'thirteenth_us'];
const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const wasm = args.find((it) => it.endsWith('.wasm'));
const seed = +option('--seed', '2026');
const rounds = args.includes('--quick') ? 2 : 5;

const only = option('--only') ?? '';
const finders = {};
for (const [name, make] of Object.entries(FINDERS)) if (name.includes(only)) finders[name] = await make(wasm);

const all = { ...pages(seed), wild: wild(seed), ...third(seed), ...fourth(seed), ...fifth(seed), ...sixth(seed), ...seventh(seed), ...eighth(seed), ...ninth(seed), ...tenth(seed), ...eleventh(seed), ...twelfth(seed), ...thirteenth(seed) };
const show = option('--show');
if (show) {
  if (HELD_BACK.includes(show)) throw new Error('this page is held back: tuning to it would make its figures worthless');
  for (const country of ['VN', 'US']) {
    score(finders.alo, all[show], country, (what, run, part) => console.log(`${country} ${run.category ?? show} ${what}: ${JSON.stringify(part)} in ${JSON.stringify(run.text)}`));
  }
  process.exit();
}
const real = realPages();
if (args.includes('--marks')) {
  for (const [name, find] of Object.entries(finders)) {
    for (const country of ['VN', 'US']) {
      for (const { text, page } of real.runs) {
        for (const it of find(text, country)) {
          console.log(`${name} ${country} ${page} ${it.e164}: …${text.slice(Math.max(0, it.start - 40), it.start)}[${text.slice(it.start, it.end)}]${text.slice(it.end, it.end + 30)}…`);
        }
      }
    }
  }
  process.exit();
}

/** MB of UTF-8 for each second of this process's CPU, over at least 0.1 s. */
function speed(find, runs) {
  const bytes = runs.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const before = process.cpuUsage();
  for (let times = 1; ; times += 1) {
    if (find.page) find.page(runs, 'VN');
    else for (const { text } of runs) find(text, 'VN');
    const { user, system } = process.cpuUsage(before);
    if (user + system >= 100_000) return (bytes * times) / (user + system);
  }
}

const cell = (value, width) => String(value).padStart(width);
console.log(`seed ${seed}; ${Object.entries(all).map(([name, runs]) => `${name}: ${runs.length} runs, ${runs.reduce((sum, run) => sum + run.labels.length, 0)} numbers`).join('; ')} (${HELD_BACK.join(', ')}: held back; the finder was tuned to the others); ${real.pages} real pages (${real.count} of them articles of 2,000 characters or more), ${real.runs.length} runs`);
console.log(`\n${'MB per CPU s'.padEnd(24)}${[...Object.keys(all), 'real'].map((it) => cell(it, 14)).join('')}`);
const speeds = {};
// The finders take turns, so that a busy machine is busy for all; the best of a few rounds counts.
for (let round = 0; round < rounds; round += 1) {
  for (const [name, find] of Object.entries(finders)) {
    const now = [...Object.values(all), real.runs].map((runs) => speed(find, runs));
    speeds[name] = now.map((it, at) => Math.max(it, speeds[name]?.[at] ?? 0));
  }
}
for (const name of Object.keys(finders)) {
  console.log(`${name.padEnd(24)}${speeds[name].map((it) => cell(it.toFixed(1), 14)).join('')}`);
}
const [ours, theirs] = [speeds.alo, speeds['libphonenumber-js/max']];
if (ours && theirs) console.log(`${'alo is faster, times'.padEnd(24)}${ours.map((it, at) => cell((it / theirs[at]).toFixed(1), 14)).join('')}`);

const head = ['recall', 'precision', 'F1', 'misdials', 'others', 'partly', 'missed', 'right'];
console.log(`\n${''.padEnd(42)}${head.map((it) => cell(it, 10)).join('')}`);
for (const country of ['VN', 'US']) {
  for (const [page, runs] of Object.entries(all)) {
    const hinted = runs.some(({ hint }) => hint);
    for (const [name, find] of Object.entries(finders)) {
      const it = score((text, land) => find(text, land), runs, country);
      const row = [it.recall.toFixed(1), it.precision.toFixed(1), it.f1.toFixed(1), it.misdials, it.others, it.partly, it.missed, it.right];
      console.log(`${`${country} ${page}`.padEnd(18)}${name.padEnd(24)}${row.map((value) => cell(value, 10)).join('')}`);
    }
    if (hinted && finders.alo) {
      const columns = finders.alo.columns(runs, country);
      for (const [name, find] of [['alo, column headers too', finders.alo], ['alo, columns too', (text, land, hint, at) => columns[at]]]) {
        const it = score(find, runs, country);
        const row = [it.recall.toFixed(1), it.precision.toFixed(1), it.f1.toFixed(1), it.misdials, it.others, it.partly, it.missed, it.right];
        console.log(`${`${country} ${page}`.padEnd(18)}${name.padEnd(24)}${row.map((value) => cell(value, 10)).join('')}`);
      }
    }
  }
}
console.log('\nmarks on real pages (--marks lists them)');
for (const [name, find] of Object.entries(finders)) {
  const marks = ['VN', 'US'].map((country) => `${country} ${real.runs.reduce((sum, { text }) => sum + find(text, country).length, 0)}`);
  console.log(`${name.padEnd(24)}${marks.join('   ')}`);
}
console.log('\nms to load and give the first answer, and of CPU on all threads (medians of new processes)');
const names = Object.keys(finders);
startups(names.map((name) => [name, wasm])).forEach(({ wall, cpu }, at) => {
  console.log(`${names[at].padEnd(24)}${wall.toFixed(1)}   ${cpu.toFixed(1)}`);
});
