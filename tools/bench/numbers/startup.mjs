// What a worker that was asleep pays before its first answer: the finder loaded and one text asked about, in new processes.
// `node startup.mjs MODULE.wasm [OTHER.wasm ...]`: modules against each other, in turns.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FINDERS } from './finders.mjs';

const OWN = fileURLToPath(import.meta.url);
const TEXT = 'Liên hệ chị Lan: 0912 345 678, máy lẻ 5';
const TIMES = 15;

/** For each `[finder, module]` of `all` the medians `{wall, cpu}` in ms; taken in turns, so that a busy machine is busy for all. */
export function startups(all, times = TIMES) {
  const seen = all.map(() => []);
  for (let turn = 0; turn < times; turn += 1) {
    all.forEach((one, at) => seen[at].push(JSON.parse(execFileSync(process.execPath, [OWN, '--one', ...one], { encoding: 'utf8' }))));
  }
  const median = (values) => values.sort((one, other) => one - other)[values.length >> 1];
  return seen.map((runs) => ({ wall: median(runs.map(({ wall }) => wall)), cpu: median(runs.map(({ cpu }) => cpu)) }));
}

/** In a process of its own. CPU is that of all threads: engines compile on others. */
async function once(finder, module) {
  const before = process.cpuUsage();
  const start = performance.now();
  const find = await FINDERS[finder](module);
  const { length } = find(TEXT, 'VN');
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  if (length !== 1) throw new Error(`${finder} found ${length} numbers`);
  return { wall, cpu: (user + system) / 1000 };
}

if (process.argv[1] === OWN) {
  const args = process.argv.slice(2);
  if (args[0] === '--one') console.log(JSON.stringify(await once(...args.slice(1))));
  else {
    startups(args.map((module) => ['alo', module])).forEach(({ wall, cpu }, at) =>
      console.log(`${args[at]}: ${wall.toFixed(1)} ms, ${cpu.toFixed(1)} of CPU (medians of ${TIMES} new processes)`));
  }
}
