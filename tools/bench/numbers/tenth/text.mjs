// Builds runs out of parts: strings and written numbers.

/** Flat list of strings and numbers: `null` and nested lists are allowed. */
export const flat = (parts) => [parts].flat(9).filter((it) => it !== null && it !== undefined && it !== '');

export const textOf = (parts) => flat(parts).map((it) => (typeof it === 'object' ? it.text : String(it))).join('');

export const hasNumber = (parts) => flat(parts).some((it) => typeof it === 'object');

/** One run of the page: its text, and where the true numbers are in it. */
export function run(parts, category, more = {}) {
  let text = '';
  const labels = [];
  for (const it of flat(parts)) {
    if (typeof it !== 'object') {
      text += it;
      continue;
    }
    const { text: written, e164, ext, country, national } = it;
    labels.push({ start: text.length, end: text.length + written.length, text: written, e164, ext, country, national });
    text += written;
  }
  return { text, labels, category, ...more };
}

/** `Hello {p}` with `{ p: () => parts }`. */
export function fillIn(template, slots) {
  return template.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (!name) return piece;
    if (!slots[name]) throw new Error(`no slot ${name} in ${template}`);
    return slots[name]();
  });
}

export const wide = (text) => text.replace(/\d/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));

export const thousands = (number, mark) => String(number).replace(/\B(?=(\d{3})+$)/g, mark);

export const two = (number) => String(number).padStart(2, '0');

/** `0912345678` by `[4, 3, 3]`. */
export function split(digits, sizes) {
  const out = [];
  let at = 0;
  for (const size of sizes) out.push(digits.slice(at, (at += size)));
  if (at < digits.length) out.push(digits.slice(at));
  return out.filter(Boolean);
}

export function shuffle(r, list) {
  const out = [...list];
  for (let at = out.length - 1; at > 0; at--) {
    const to = r.int(0, at);
    [out[at], out[to]] = [out[to], out[at]];
  }
  return out;
}
