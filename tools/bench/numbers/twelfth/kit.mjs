// kit: PRNG, text fragments with phone labels, small generators shared by both countries
let s = 1;
export const rnd = () => {
  s = (s + 0x6d2b79f5) >>> 0;
  let t = Math.imul(s ^ (s >>> 15), 1 | s);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
export const seedRng = n => {
  s = (Math.imul(n >>> 0, 2654435761) ^ 0x12f7a3c5) >>> 0;
  for (let i = 0; i < 9; i++) rnd();
};
export const int = (a, b) => a + Math.floor(rnd() * (b - a + 1));
export const pick = a => a[int(0, a.length - 1)];
export const chance = p => rnd() < p;
export const dig = n => {
  let o = '';
  for (let i = 0; i < n; i++) o += int(0, 9);
  return o;
};
export const nz = n => int(1, 9) + dig(n - 1);
export const one = (...fs) => {
  const f = pick(fs);
  return typeof f === 'function' ? f() : f;
};
export const maybe = (p, f, alt = '') => (chance(p) ? (typeof f === 'function' ? f() : f) : alt);
export const wpick = list => {
  let t = 0;
  for (const [w] of list) t += w;
  let x = rnd() * t;
  for (const [w, v] of list) {
    x -= w;
    if (x < 0) return v;
  }
  return list[list.length - 1][1];
};
export const shuffle = a => {
  const b = a.slice();
  for (let i = b.length - 1; i > 0; i--) {
    const j = int(0, i);
    [b[i], b[j]] = [b[j], b[i]];
  }
  return b;
};
export const times = (n, f) => Array.from({ length: n }, (_, i) => f(i));

// pattern fill: # 0-9   % 1-9   & 2-9   @ A-Z   ~ hex lower   ^ hex upper   * base36 upper   § a literal #
const B36 = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
export const F = p =>
  p.replace(/[#%&@~^*§]/g, c =>
    c === '§'
      ? '#'
      : c === '#'
        ? int(0, 9)
        : c === '%'
          ? int(1, 9)
          : c === '&'
            ? int(2, 9)
            : c === '@'
              ? String.fromCharCode(65 + int(0, 25))
              : c === '~'
                ? '0123456789abcdef'[int(0, 15)]
                : c === '^'
                  ? '0123456789ABCDEF'[int(0, 15)]
                  : pick(B36),
  );

// fragments
export class Ph {
  constructor(text, e164, o) {
    this.text = text;
    this.e164 = e164;
    this.ext = o.ext || '';
    this.country = o.country;
    this.national = !!o.national;
  }
}
export class Frag {
  constructor(parts) {
    this.parts = parts;
  }
}
const push = (out, v) => {
  if (v == null || v === '' || v === false) return;
  if (v instanceof Frag) for (const p of v.parts) push(out, p);
  else if (v instanceof Ph) out.push(v);
  else if (Array.isArray(v)) for (const p of v) push(out, p);
  else out.push(String(v));
};
export const T = (strs, ...vals) => {
  const out = [];
  strs.forEach((x, i) => {
    push(out, x);
    if (i < vals.length) push(out, vals[i]);
  });
  return new Frag(out);
};
export const join = (items, sep) => {
  const out = [];
  items.forEach((x, i) => {
    if (i) push(out, sep);
    push(out, x);
  });
  return new Frag(out);
};
const map = (f, fn) => {
  const o = [];
  push(o, f);
  return new Frag(o.map(p => (p instanceof Ph ? new Ph(fn(p.text), p.e164, p) : fn(p))));
};
const strip = x =>
  x
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
export const noAcc = f => map(f, strip);
export const bare = strip;
export const up = f => map(f, x => x.toUpperCase());
export const low = f => map(f, x => x.toLowerCase());
export const nfd = f => map(f, x => x.normalize('NFD'));
export const toRun = (f, category, extra = {}) => {
  const parts = [];
  push(parts, f);
  let text = '';
  const labels = [];
  for (const p of parts) {
    if (p instanceof Ph) {
      labels.push({
        start: text.length,
        end: text.length + p.text.length,
        text: p.text,
        e164: p.e164,
        ext: p.ext,
        country: p.country,
        national: p.national,
      });
      text += p.text;
    } else text += p;
  }
  return { text, labels, category, ...extra };
};
export const ext = (p, suffix, n) =>
  new Ph(p.text + suffix + n, p.e164, { ext: n, country: p.country, national: p.national });
export const extP = (p, open, n, close) =>
  new Ph(p.text + open + n + close, p.e164, { ext: n, country: p.country, national: p.national });

// dates, times, technical ids
const p2 = n => String(n).padStart(2, '0');
export const Y = () => int(2019, 2025);
export const dISO = () => `${Y()}-${p2(int(1, 12))}-${p2(int(1, 28))}`;
export const dDMY = (sep = '/') => `${p2(int(1, 28))}${sep}${p2(int(1, 12))}${sep}${Y()}`;
export const dMDY = () =>
  one(
    () => `${p2(int(1, 12))}/${p2(int(1, 28))}/${Y()}`,
    () => `${int(1, 12)}/${int(1, 28)}/${String(Y()).slice(2)}`,
    () => `${int(1, 12)}/${int(1, 28)}/${Y()}`,
  );
export const dBirth = () => `${p2(int(1, 28))}/${p2(int(1, 12))}/${int(1950, 2008)}`;
export const ymd = () => `${Y()}${p2(int(1, 12))}${p2(int(1, 28))}`;
export const tm = () => `${p2(int(0, 23))}:${p2(int(0, 59))}`;
export const tms = () => `${tm()}:${p2(int(0, 59))}`;
export const ampm = () => `${int(1, 12)}:${p2(int(0, 59))} ${pick(['AM', 'PM', 'am', 'pm'])}`;
export const epoch = () => '17' + dig(8);
export const ip = () =>
  one(
    () => `192.168.${int(0, 20)}.${int(2, 254)}`,
    () => `10.${int(0, 255)}.${int(0, 255)}.${int(1, 254)}`,
    () => `${pick([113, 14, 171, 42, 203, 103, 118])}.${int(160, 190)}.${int(0, 255)}.${int(1, 254)}`,
  );
export const mac = () => F(pick(['^^:^^:^^:^^:^^:^^', '~~:~~:~~:~~:~~:~~', '^^-^^-^^-^^-^^-^^', '~~~~.~~~~.~~~~']));
export const uuid = () => F('~~~~~~~~-~~~~-4~~~-a~~~-~~~~~~~~~~~~');
export const sha = n => times(n, () => F('~')).join('');
const luhn = b => {
  let t = 0;
  [...b].reverse().forEach((c, i) => {
    let x = +c;
    if (i % 2 === 0) {
      x *= 2;
      if (x > 9) x -= 9;
    }
    t += x;
  });
  return b + ((10 - (t % 10)) % 10);
};
export const imei = () => luhn('35' + dig(12));
export const card = (sep = ' ') => {
  const c = luhn(pick(['4', '51', '55', '9704']).padEnd(6, String(int(1, 9))) + dig(9));
  return c.match(/.{1,4}/g).join(sep);
};
export const npi = (first = pick(['1', '1', '1', '2'])) => luhn('80840' + first + dig(8)).slice(5);
export const ean = p => {
  const b = p + dig(12 - p.length);
  let t = 0;
  [...b].forEach((c, i) => {
    t += +c * (i % 2 ? 3 : 1);
  });
  return b + ((10 - (t % 10)) % 10);
};
export const isbn = () => {
  const e = ean(pick(['978604', '9780', '9781']));
  return one(e, `${e.slice(0, 3)}-${e.slice(3, 6)}-${e.slice(6, 8)}-${e.slice(8, 12)}-${e[12]}`);
};
export const geo = (la, lo) => {
  const a = (la + rnd()).toFixed(6),
    o = (lo + (lo < 0 ? -rnd() : rnd())).toFixed(6);
  return one(`${a}, ${o}`, `${a},${o}`, `(${a}; ${o})`, `lat=${a}&lng=${o}`);
};
export const iban = () =>
  F(
    pick([
      'DE## #### #### #### #### ##',
      'GB## ABNA #### #### #### ##',
      'FR## #### #### #### #### #### ###',
      'DE####################',
      'NL## INGB 0### #### ##',
    ]),
  );
export const grp = (n, sep) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, sep);
export const pad0 = (n, w) => String(n).padStart(w, '0');
export const DOI = () =>
  F(
    pick([
      '10.1016/j.%###.20##.0#.###',
      '10.3390/ijerph########',
      '10.1038/s41586-0##-0####-#',
      '10.1145/#######.#######',
    ]),
  );

// shapes registry and tables
export const registry = () => {
  const list = [];
  return { list, S: (name, f, w = 1) => list.push({ name, f, w }) };
};
let tableNo = 0;
export const resetTables = () => {
  tableNo = 0;
};
// cols: {c: category, h: header|undefined, f: row => frag}; rows interleaved
export const table = (n, cols, row = () => ({})) => {
  const id = ++tableNo,
    out = [];
  for (let i = 0; i < n; i++) {
    const r = row(i);
    cols.forEach((c, k) => {
      const x = { column: `t${id}c${k}` };
      if (c.h != null) x.hint = c.h;
      out.push(toRun(c.f.length ? c.f(r, i) : c.f(), c.c, x));
    });
  }
  return out;
};
export const padBlock = f =>
  wpick([
    [80, () => f],
    [6, () => T`\n        ${f}\n      `],
    [5, () => T` ${f} `],
    [3, () => T`\n${f}`],
    [3, () => T`${f}\n`],
    [3, () => T`\t${f}`],
  ])();
