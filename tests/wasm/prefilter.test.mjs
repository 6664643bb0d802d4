// What the content script does not even ask about, beside what the worker's finder would have found in
// it: `extension/content-signs.js` with `content-text.js` and the wasm as it ships, over pages with all kinds of digits.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { ID, fakeChrome, loadWorker } from './chrome.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cases = path.resolve(root, process.env.ALO_CASES ?? '../shared/cases', 'phone');
const SETTINGS = [{ country: 'VN' }, { country: 'US' }, { country: 'VN', scrutiny: 'eager' }, { country: 'DE', scrutiny: 'eager' }];
let worker;
let page;

before(async () => {
  worker = await loadWorker();
  const world = vm.createContext({ aloPage: {} });
  for (const file of ['content-signs.js', 'content-text.js']) vm.runInContext(readFileSync(path.join(root, 'extension', file), 'utf8'), world);
  page = world.aloPage;
});

/** The texts in which the finder sees a number, as `{text, spans}`. */
async function found(runs, settings) {
  globalThis.chrome = fakeChrome();
  await chrome.storage.local.set(settings);
  const sender = { id: ID, url: 'https://crm.example/', origin: 'https://crm.example', tab: { id: 1 }, frameId: 0, documentId: 'D' };
  const all = [];
  for (let at = 0; at < runs.length; at += 500) {
    const part = runs.slice(at, at + 500);
    const texts = part.map(({ text }) => text);
    const hints = part.flatMap(({ hint }, id) => (hint ? [[hint, [id]]] : []));
    const { numbers } = await worker.onMessage({ to: 'worker', type: 'scan', texts, hints, lang: null }, sender);
    const spans = new Map();
    // What its neighbour says goes along with that.
    for (const { run, start, end, context } of numbers) if (!context) spans.set(run, [...(spans.get(run) ?? []), [start, end]]);
    for (const [run, own] of spans) all.push({ text: texts[run], spans: own });
  }
  return all;
}

/** Fails for each number that the content script would not have asked about. */
async function nothingIsLost(runs, least) {
  for (const settings of SETTINGS) {
    const seen = await found(runs, settings);
    const lost = seen.filter(({ text, spans }) =>
      !page.mayHoldNumber(text) || spans.some(([start, end]) => {
        const at = page.candidateIn(text, start);
        return at < 0 || at >= end;
      }));
    assert.deepEqual(lost, [], JSON.stringify(settings));
    if (settings === SETTINGS[0]) assert.ok(seen.length >= least, `only ${seen.length} texts with a number: nothing is measured`);
  }
}

test('of generated pages no number is lost', async (t) => {
  const bench = path.join(root, 'tools/bench/numbers');
  if (!existsSync(path.join(bench, 'node_modules/libphonenumber-js'))) return t.skip('npm ci --prefix tools/bench/numbers');
  const { pages } = await import(path.join(bench, 'pages.mjs'));
  for (const seed of [2026, 7]) await nothingIsLost(Object.values(pages(seed)).flat(), 3000);
});

test('of real pages and libphonenumber’s own texts no number is lost', async (t) => {
  if (!existsSync(cases)) return t.skip('ALO_CASES has no phone numbers');
  const blocks = readdirSync(path.join(cases, 'pages')).flatMap((file) => readFileSync(path.join(cases, 'pages', file), 'utf8')
    .split(/<\/?(?:p|div|td|th|li|h\d|dd|dt|br|tr|table|ul|script|style)\b[^>]*>/i)
    .map((text) => text.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, '\u00a0').trim().slice(0, 2000)));
  const strings = (value) => {
    if (typeof value === 'string') return [value];
    return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
  };
  const texts = ['libphonenumber-js-find.json', 'libphonenumber-matcher.json']
    .flatMap((file) => strings(JSON.parse(readFileSync(path.join(cases, file), 'utf8'))));
  await nothingIsLost([...blocks, ...texts].filter((text) => /\d/.test(text)).map((text) => ({ text })), 100);
});

test('every script and separator that the finder reads is asked about', async () => {
  const digits = (zero) => [...'0912345678'].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10, 0xbe6, 0xc66];
  const gaps = [...' -./\u00a0\u2009\u202f\u205f\u3000\u2010\u2011\u2013\u2212\ufe63\uff0d\u30fc\u00b7\u2024\uff0e\u30fb\uff0f\u00ad\u200b\u200e\u202a\u2060\u2066\ufeff'];
  const texts = [
    ...zeros.map((zero) => `Tel: ${digits(zero)}`),
    ...gaps.map((gap) => `Tel: 0912${gap}345${gap}678`),
    ...gaps.map((gap) => `Tel: +84 912${gap}345${gap}678`),
    'Tel: (028) 3822 1234', 'Tel: [028] 3822-1234', 'Tel: （028）3822 1234', 'Tel: +84 (0) 912 345 678', 'Tel: 0912          345 678',
  ];
  await nothingIsLost(texts.map((text) => ({ text })), 50);
});

test('a date is not asked about, and none of them holds a number, whatever stands before it', async () => {
  const dates = [];
  for (const year of [1910, 1912, 1975, 1980, 1990, 1999, 2000, 2009, 2024, 2026, 2030, 2084, 2099]) {
    for (const month of ['01', '1', '05', '9', '12', '19', '31']) {
      for (const day of ['01', '3', '09', '12', '28', '31', '36']) {
        for (const sign of '-/.') {
          const written = [[year, month, day].join(sign), [day, month, year].join(sign)];
          dates.push(...written, ...written.flatMap((date) => [`${date} 08:30`, `${date}T8:30:15`]));
        }
      }
    }
  }
  for (let from = 1910; from < 2100; from += 7) {
    for (let to = 1910; to < 2100; to += 11) dates.push(`${from}-${to}`, `${from}–${to}`, `${from} - ${to}`, `${from}/${to}`);
  }
  const around = ['#', 'Tel: #', 'ĐT #', 'Gọi # nhé', 'Hotline: #', 'Phone (#)', '#, #', 'Zalo # – xong'];
  const texts = dates.flatMap((date, at) => [`Tel: ${date}`, around[at % around.length].replaceAll('#', date)]);
  assert.deepEqual(texts.filter((text) => page.candidateIn(text) >= 0), []);
  await nothingIsLost(texts.map((text) => ({ text })), 0);
  for (const text of ['2009-05-05 0912 345 678', '0912 345 678 05/05/2009', '2009-05-05 5', 'Hotline 1900-01-36', '1900.05.05', '2009.05.05.1234', '1205-2009-05-05', '2009-05/05', '20090505']) {
    assert.ok(page.candidateIn(text) >= 0 === /\d\D{0,24}(?:\d\D{0,24}){6}/.test(text), text);
  }
});

test('an id in an address is not asked about, and holds no number', async () => {
  const digits = ['615362491', '0912345678', '84912345678', '2025550123', '12025550123', '02838221234', '1900636363', '493012345678'];
  const names = ['id', 'oldid', 'curid', 'revid', 'pageid', 'page_id', 'utm_id'];
  const texts = names.flatMap((name) => digits.flatMap((it) => [
    `https://wiki.example/a?${name}=${it}`, `Từ https://wiki.example/a?b=c&${name}=${it}"`, `Tel: https://crm.example/?${name}=${it}&x=1`,
  ]));
  assert.deepEqual(texts.filter((text) => !/\d{11}/.test(text) && page.candidateIn(text) >= 0), []);
  for (const settings of SETTINGS) assert.deepEqual(await found(texts.map((text) => ({ text })), settings), []);
  for (const text of ['?id=12 0912 345 678', 'a?phone=0912345678', '&id=5 (028) 3822 1234', 'Mã id=0912345678', '?did=02838221234', '&caller_id=0912345678', '&paid=0912345678', 'w?id=50912345670']) assert.ok(page.candidateIn(text) >= 0, text);
});

test('an amount with its currency is not asked about, and holds no number under any header', async () => {
  const amounts = [];
  for (let at = 1; at < 3000; at += 1) {
    const digits = String((at * 7_919_987) % 1_000_000_000_000).padStart(7 + (at % 6), '1').replace(/^0+/, '1');
    const written = [digits, digits.replace(/\B(?=(?:\d{3})+$)/g, ' .,\u00a0'[at % 4])];
    for (const it of written) for (const currency of ['€', '$', '£', 'VND', 'VNĐ', 'USD', 'EUR', 'GBP']) amounts.push(`${currency} ${it}`, `${it} ${currency}`, `${it}${currency}`);
    amounts.push(...written.flatMap((it) => [`${it} đ`, `${it}đ`, `${it}.50 €`]));
  }
  const texts = amounts.filter((_, at) => at % 7 === 0);
  assert.deepEqual(texts.filter((text) => page.mayHoldNumber(text)), []);
  for (const hint of ['', 'Điện thoại']) await nothingIsLost(texts.map((text) => ({ text, hint })), 0);
  for (const text of ['0912 345 678 VND', 'đ 0912 345 678', '€ 0912 345 678', '+84 912 345 678 đ', 'USD 415 666 7777', 'USD 0912345678', '0912.345.678 EUR']) assert.ok(page.mayHoldNumber(text), text);
});
