// Finders under one roof: `find(text, country)` gives `{start, end, e164, ext}` in UTF-16 units.
// A third argument is what stands above the text on the page; only this project's finder uses it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';

/** This project's finder in wasm, crossings and text conversion included, as the worker pays them. */
export function alo(wasm) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)));
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return (text, country, hint = '') => {
    const room = (text.length + hint.length) * 3;
    const input = exports.input(room);
    const bytes = new Uint8Array(exports.memory.buffer, input, room);
    const { written } = encoder.encodeInto(text, bytes);
    const more = hint && encoder.encodeInto(hint, bytes.subarray(written)).written;
    const length = exports.scan(written, more || 0, (country.charCodeAt(0) << 8) | country.charCodeAt(1));
    if (length === 0) return [];
    const lines = decoder.decode(new Uint8Array(exports.memory.buffer, exports.output(), length));
    return lines
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [start, end, e164, ext] = line.split(',');
        return { start: +start, end: +end, e164, ext };
      });
  };
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
