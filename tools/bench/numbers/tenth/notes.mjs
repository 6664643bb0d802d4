// Notes under a contact: templates filled with numbers of all kinds.
import { foreign, foreignInWords } from './column.mjs';
import { DECOYS } from './decoys.mjs';
import { NOTES_US, PLAIN_US } from './notesUs.mjs';
import { NOTES_VN, PLAIN_VN } from './notesVn.mjs';
import { address, first } from './people.mjs';
import { fillIn } from './text.mjs';
import { anyNumber } from './write.mjs';

const ALIASES = { date2: 'date', time2: 'time', price2: 'price', order2: 'order', pct: 'percent', dur: 'duration', eur: 'world' };
const DIRECT = ['date', 'time', 'stamp', 'price', 'order', 'invoice', 'ticket', 'tax', 'vat', 'citizen', 'insurance', 'patient', 'student', 'staff', 'coords', 'ip', 'card', 'bank', 'iban', 'isbn', 'ean', 'imei', 'tracking', 'epoch', 'version', 'uuid', 'hash', 'postcode', 'plate', 'serial', 'meter', 'score', 'size', 'room', 'flight', 'email'];

function slots(r, L) {
  const home = L === 'vn' ? 'VN' : 'US';
  const number = (kind, ext = 0.05, intl = 0.12) => () => anyNumber(r, home, { kind, ext, intl, clear: r.chance(0.5) });
  const out = {
    p: number(undefined), q: number(undefined), m: number('m'), x: number('f', 0.6), h: number('h', 0.05, 0.02),
    i: () => foreign(r, L), w: () => foreignInWords(r, L),
    n: () => `${r.int(1, 12)}`, otp: () => r.digits(6), last4: () => r.fill('Xxxx'),
    first: () => first(r, L), address: () => address(r, L),
  };
  for (const key of DIRECT) out[key] = () => DECOYS[key](r, L)();
  for (const [key, as] of Object.entries(ALIASES)) out[key] = () => DECOYS[as](r, L)();
  const without = (key, mark) => {
    const make = out[key];
    out[key] = () => { for (;;) { const text = make(); if (!mark.test(text)) return text; } };
  };
  for (const key of ['date', 'date2', 'time', 'time2']) without(key, / - /);
  for (const key of ['price', 'price2']) without(key, /^-|^\(|\d-/);
  without('score', /-/);
  out.qty = () => `${r.int(2, 999)}`;
  out.size = () => (L === 'vn' ? `${r.int(20, 400)}${r.pick(['m2', ' m²'])}` : `${r.int(4, 39)}${r.digits(2)} ${r.pick(['sq ft', 'sqft'])}`);
  out.kg = () => `${r.int(1, 60)}${L === 'vn' ? ',' : '.'}${r.digits(1)} ${L === 'vn' ? 'kg' : 'lb'}`;
  return out;
}

/** One or two sentences; `share` of them have a number to call. */
export function note(r, L, share) {
  const [calls, plain] = L === 'vn' ? [NOTES_VN, PLAIN_VN] : [NOTES_US, PLAIN_US];
  const told = slots(r, L);
  const one = (list) => fillIn(r.pick(list), told);
  const main = one(r.chance(share) ? calls : plain);
  if (!r.chance(0.25)) return main;
  const more = one(r.chance(share * 0.4) ? calls : plain);
  return r.chance(0.5) ? [main, r.pick([' ', '\n', ' / ']), more] : [more, r.pick([' ', '\n']), main];
}

export const NOTE_COUNT = { vn: NOTES_VN.length + PLAIN_VN.length, us: NOTES_US.length + PLAIN_US.length };
