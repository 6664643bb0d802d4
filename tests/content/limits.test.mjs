// Limits that the content scripts and the worker both have, each in its own language, and how they must agree. No browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** The value of a constant that is a product of whole numbers. */
function constant(file, name) {
  const [, product] = new RegExp(`\\bconst ${name}(?:: \\w+)? = (?:\\(page\\.${name} = )?([\\d_ *]+)\\)?;`).exec(read(file))
    ?? assert.fail(`${file} has no constant ${name} that is a number`);
  return product.split('*').reduce((value, factor) => value * Number(factor.replaceAll('_', '')), 1);
}
const script = (name, limit) => constant(`extension/content-${name}.js`, limit);
const worker = (file, limit) => constant(`crates/background/src/${file}.rs`, limit);
const finder = (file, limit) => constant(`crates/numbers/src/find/${file}.rs`, limit);

// A UTF-16 unit is at most three bytes of UTF-8.
const bytes = (units) => 3 * units;

test('the worker reads as many texts as one message has, each of them whole, and each hint', () => {
  assert.equal(script('watch', 'MAX_RUNS'), worker('detector', 'MAX_RUNS'));
  // A run may begin with words from before its own text, wide gaps and all.
  const run = script('text', 'MAX_RUN') + script('text', 'MAX_RAW');
  assert.ok(bytes(run) <= worker('detector', 'MAX_RUN'), 'a run');
  // The last run may go beyond the limit of a message.
  assert.ok(bytes(script('watch', 'MAX_TEXT') + run) <= worker('detector', 'MAX_TEXT'), 'a message');
  assert.equal(bytes(script('hints', 'MAX_HINT')), worker('detector', 'MAX_HINT'));
});

test('the worker reads what a card is asked for whole', () => {
  assert.ok(bytes(script('point', 'MAX_SPAN')) <= worker('gate/shown', 'MAX_TEXT'), 'a text');
  assert.ok(bytes(script('point', 'MAX_HREF')) <= worker('gate/shown', 'MAX_HREF'), 'a link');
});

test('a press that counts on the card counts for the worker, too', () => {
  assert.equal(script('card-aim', 'REST_MS'), worker('gate/card', 'CARD_MIN_AGE'));
});

test('the card shows all digits that are sent after the answer', () => {
  assert.ok(script('card-words', 'MAX_POST_DIAL') >= constant('crates/providers/src/post_dial.rs', 'MAX_POST_DIAL'));
});

test('digits stand as far apart in a candidate as in a number', () => {
  assert.equal(script('signs', 'MAX_GAP'), finder('chain', 'MAX_GAP'));
});

test('words around a number are read as far as the finder listens', () => {
  for (const file of ['labels', 'bare', 'language']) assert.ok(script('text', 'REACH') >= finder(file, 'REACH'), file);
});

test('a card has its low form wherever only that one has room', () => {
  assert.ok(read('extension/content-card-look.js').includes(`@media (max-height: ${script('point', 'LOW') - 1}px)`));
});

test('an unsure number is looked at again when it has to be hidden', () => {
  assert.ok(script('watch', 'FADE_MS') > script('paint', 'UNSURE_MS'));
});
