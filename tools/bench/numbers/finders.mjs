// Finders under one roof: `find(text, country)` gives `{start, end, e164, ext}` in UTF-16 units.
// A third argument is what stands above the text on the page; only this project's finder uses it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A message to the worker may hold up to 2,000. */
const RUNS_IN_MESSAGE = 500;
/** Roughly what a content script asks about: seven digits with little between them. */
const CANDIDATE = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,24}\p{Nd}){6}/u;

/**
 * This project's finder in wasm, crossings and text conversion included. The worker gets the runs of a
 * page in messages, so there is `page(runs, country)` besides, which is what the speed is measured by.
 */
export function alo(wasm) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)));
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const message = (text, country) => {
    const room = text.length * 3;
    const input = exports.input(room);
    const { written } = encoder.encodeInto(text, new Uint8Array(exports.memory.buffer, input, room));
    const length = exports.scan(written, (country.charCodeAt(0) << 8) | country.charCodeAt(1));
    if (length === 0) return [];
    const lines = decoder.decode(new Uint8Array(exports.memory.buffer, exports.output(), length));
    const numbers = lines.split('\n');
    numbers.pop();
    const places = new Uint32Array(exports.memory.buffer, exports.places(), numbers.length * 3);
    return numbers.map((line, at) => {
      const comma = line.indexOf(',');
      const [run, start, end] = [places[at * 3], places[at * 3 + 1], places[at * 3 + 2]];
      return { run, start, end, e164: line.slice(0, comma), ext: line.slice(comma + 1) };
    });
  };
  const find = (text, country, hint = '') => message(`${text}\0${hint}\0\0`, country);
  find.page = (runs, country) => {
    const found = [];
    for (let at = 0; at < runs.length; at += RUNS_IN_MESSAGE) {
      let text = '';
      for (const run of runs.slice(at, at + RUNS_IN_MESSAGE)) text += `${run.text}\0\0\0`;
      found.push(message(text, country));
    }
    return found;
  };
  /** The numbers of each run, with headers and columns, in messages as a content script makes them. */
  find.columns = (runs, country) => {
    const all = runs.map(() => []);
    const asked = runs.map((run, at) => ({ ...run, at })).filter(({ text }) => CANDIDATE.test(text));
    for (let from = 0; from < asked.length; from += RUNS_IN_MESSAGE) {
      const part = asked.slice(from, from + RUNS_IN_MESSAGE);
      const names = new Map();
      let text = '';
      for (const run of part) {
        const { column, hint = '' } = run;
        if (column !== undefined && !names.has(column)) names.set(column, names.size);
        text += `${run.text}\0${hint}\0${names.get(column) ?? ''}\0`;
      }
      for (const it of message(text, country)) all[part[it.run].at].push(it);
    }
    return all;
  };
  return find;
}

async function libphonenumberMax() {
  const { findPhoneNumbersInText } = await import('libphonenumber-js/max');
  return (text, country) =>
    findPhoneNumbersInText(text, country).map((it) => ({
      start: it.startsAt,
      end: it.endsAt,
      e164: it.number.number,
      ext: it.number.ext ?? '',
    }));
}

/** What ringcentral-c2d's default matcher asks of each text node. */
function ringcentral() {
  const require = createRequire(import.meta.url);
  const own = createRequire(require.resolve('ringcentral-c2d'));
  const { detect } = own('@ringcentral-integration/phone-number');
  return (text, country) =>
    detect({ input: text, countryCode: country, areaCode: '' }).map((it) => ({
      start: it.startsAt,
      end: it.endsAt,
      e164: it.number?.number ?? it.phoneNumber ?? '',
      ext: it.number?.ext ?? '',
    }));
}

/** What makes each finder: a promise of it or itself. Nothing is loaded before. */
export const FINDERS = { alo, 'libphonenumber-js/max': libphonenumberMax, 'ringcentral-c2d': ringcentral };
