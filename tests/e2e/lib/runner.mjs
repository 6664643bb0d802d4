// A sequential runner: one busy browser at a time fits on two cores, and the PBX is shared by all files; tests
// that mostly wait run beside the others, one after the other, with a PBX of their own. Each test gets a fresh world (browser, phones, account) and everything it needs for a report.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { World, Shared } from './world.mjs';

const ARTIFACTS = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'artifacts');
const registered = [];
let currentFile = '';

/**
 * Registers a test. `fn` gets a World; what it opens there is closed after it.
 * @param {{ timeout?: number }} [options] ms; after it the test has failed and its world is torn down
 * @param {boolean} [options.beside] it mostly waits, and neither measures nor loads the machine: run beside the others
 */
export function test(name, fn, { timeout = 60_000, beside = false } = {}) {
  registered.push({ name, fn, timeout, beside, file: currentFile });
}

/** Loads the files and runs their tests. Resolves to `{ passed, failed, suites, seconds, tests }`. */
export async function run(files, { only } = {}) {
  for (const file of files) {
    currentFile = path.basename(file, '.test.mjs');
    await import(file);
  }
  const chosen = registered.filter(({ name }) => !only || name.includes(only));
  const started = Date.now();
  const lanes = [chosen.filter(({ beside }) => !beside), chosen.filter(({ beside }) => beside)];
  const ended = await Promise.allSettled(lanes.map(runLane));
  for (const { reason } of ended) if (reason) throw reason;
  return summary(ended.flatMap(({ value }) => value), (Date.now() - started) / 1000);
}

async function runLane(entries) {
  const shared = new Shared();
  const results = [];
  try {
    let file = '';
    for (const entry of entries) {
      if (entry.file !== file && !entry.beside) console.log(`\n${file = entry.file}`);
      results.push(await runOne(entry, shared));
    }
  } finally {
    await shared.stop();
  }
  return results;
}

async function runOne({ name, fn, timeout, file, beside }, shared) {
  const world = new World(shared, name);
  const started = Date.now();
  let error = null;
  let timer;
  try {
    await Promise.race([
      (async () => { await fn(world); await world.assertClean(); })(),
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`not done after ${timeout} ms`)), timeout);
      }),
    ]);
  } catch (caught) {
    error = caught;
  }
  clearTimeout(timer);
  let skipped = error?.skipped ? error.message.split('\n')[0] : null;
  if (skipped) error = null;
  if (error) await report(world, file, name, error);
  await world.close().catch((failure) => {
    if (!error) console.log(`\n✗ ${file}: ${name}: could not be cleared away\n${failure.stack ?? failure}`);
    error ??= failure;
  });
  // One that cannot be cleared away has failed, whatever it was skipped for.
  if (error) skipped = null;
  // What a failed test has left in the PBX must not reach the next one.
  if (error) await shared.stop();
  const ms = Date.now() - started;
  console.log(`  ${error ? '✗' : skipped ? '–' : '✓'} ${beside ? `beside, ${file}: ` : ''}${name} (${skipped ? `skipped: ${skipped}` : `${(ms / 1000).toFixed(1)} s`})`);
  return { file, name, ms, skipped, error: error ? String(error.stack ?? error) : null };
}

async function report(world, file, name, error) {
  const dir = path.join(ARTIFACTS, `${file}-${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}`);
  mkdirSync(dir, { recursive: true });
  console.log(`\n✗ ${file}: ${name}\n${error.stack ?? error}`);
  const text = await world.evidence(dir).catch((failure) => `no evidence: ${failure.message}`);
  writeFileSync(path.join(dir, 'report.txt'), `${error.stack ?? error}\n\n${text}`);
  console.log(text.length > 12_000 ? `${text.slice(0, 6000)}\n…\n${text.slice(-6000)}` : text);
}

function summary(results, seconds) {
  const count = (list) => ({
    passed: list.filter((r) => !r.error && !r.skipped).length,
    failed: list.filter((r) => r.error).length,
    skipped: list.filter((r) => r.skipped).length,
  });
  const suites = [...new Set(results.map((r) => r.file))].map((file) => {
    const list = results.filter((r) => r.file === file);
    return { name: file, ...count(list), seconds: Math.round(list.reduce((sum, r) => sum + r.ms, 0) / 100) / 10 };
  });
  return {
    ...count(results), seconds: Math.round(seconds * 10) / 10, suites,
    tests: results,
  };
}
