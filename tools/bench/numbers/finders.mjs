// Finders under one roof: `find(text, country)` gives `{start, end, e164, ext}` in UTF-16 units.
// A third argument is what stands above the text on the page; only this project's finder uses it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';

/** Of the 2,000 that a message may hold; pages send less at a time. */
const RUNS_IN_MESSAGE = 500;

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
    return lines
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [run, start, end, e164, ext] = line.split(',');
        return { run: +run, start: +start, end: +end, e164, ext };
      });
  };
  const find = (text, country, hint = '') => message(`${text}\0${hint}\0`, country);
  find.page = (runs, country) => {
    const found = [];
    for (let at = 0; at < runs.length; at += RUNS_IN_MESSAGE) {
      let text = '';
      for (const run of runs.slice(at, at + RUNS_IN_MESSAGE)) text += `${run.text}\0\0`;
      found.push(message(text, country));
    }
    return found;
  };
  return find;
}

export function libphonenumberMax() {
  return (text, country) =>
    findPhoneNumbersInText(text, country).map((it) => ({
      start: it.startsAt,
      end: it.endsAt,
      e164: it.number.number,
      ext: it.number.ext ?? '',
    }));
}

/** What ringcentral-c2d's default matcher asks of each text node. */
export function ringcentral() {
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
