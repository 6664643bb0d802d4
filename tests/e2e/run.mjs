// `node tests/e2e/run.mjs [part of a file's name] [--only «part of a test's name»] [--json FILE]`
// Runs the end-to-end tests; the last line is «N passed, N failed», the exit code says the same.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from './lib/runner.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, json: { type: 'string' }, repeat: { type: 'string', default: '1' }, inside: { type: 'string' } },
});

const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs') && (!positionals.length || positionals.some((part) => name.includes(part))))
  .sort()
  .map((name) => path.join(here, name));

let failed = 0;
let passed = 0;
const skipped = [];
for (let round = 0; round < Number(values.repeat); round += 1) {
  const result = await run(round === 0 ? files : [], { only: values.only });
  passed += result.passed;
  failed += result.failed;
  skipped.push(...result.tests.filter((it) => it.skipped));
  console.log('');
  for (const suite of result.suites) {
    console.log(`e2e ${suite.name}: ${suite.passed} passed, ${suite.failed} failed${suite.skipped ? `, ${suite.skipped} skipped` : ''} (${suite.seconds} s)`);
  }
  console.log(`e2e json: ${JSON.stringify({ ...result, tests: undefined })}`);
  if (values.json) writeFileSync(values.json, JSON.stringify(result, null, 2));
}
if (passed + failed + skipped.length === 0) {
  console.log('no test was run');
  failed = 1;
}
// As TAP says it, which `tools/test.sh` counts and names.
for (const it of skipped) console.log(`ok - ${it.file}: ${it.name} # SKIP ${it.skipped}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
