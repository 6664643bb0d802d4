// Vietnamese phone numbers as labelled fragments
import { int, pick, chance, dig, wpick, one, join, ext, extP } from './kit.mjs';
import { vmob, vfixed, g, P, NB, MS, MI, FX, FI } from './vn_digits.mjs';
import { numbersOf } from './tables.mjs';
export { AREAS } from './vn_digits.mjs';
const MSW = Object.values(MS),
  MSnb = MSW.filter(x => x !== MS.bare);
export const mobIn = style => {
  const d = vmob();
  return P(MS[style][1](d), d);
};
export const mob = () => {
  const d = vmob();
  return P(wpick(MSW)(d), d);
}; // any national spelling
export const mobB = () => mobIn('bare');
export const mobG = () => {
  const d = vmob();
  return P(wpick(MSnb)(d), d);
}; // grouped only
export const mobI = () => {
  const d = vmob();
  return P(wpick(MI)(d.slice(1)), d, false);
};
export const mob84 = () => {
  const d = vmob();
  return P('84' + d.slice(1), d, false);
};
export const mobTight = () => mobIn(pick(['bare', 'bare', 'dot433', 'sp433', 'dot334', 'da433', 'sp334']));
const half = sub => (sub.length === 8 ? 4 : pick([3, 4]));
const fixWith = (list, strip, national, area) => {
  const { ac, sub } = vfixed(area);
  const k = half(sub);
  return P(wpick(list)(strip ? ac.slice(1) : ac, sub.slice(0, k), sub.slice(k)), ac + sub, national);
};
export const fix = area => fixWith(FX, false, true, area);
export const fixStyle = () => {
  const i = int(0, 11);
  return area => fixWith([FX[i]], false, true, area);
};
export const fixI = area => fixWith(FI, true, false, area);
export const hot = () => {
  const p = pick(['1900', '1900', '1900', '1800']);
  const n = chance(0.62)
    ? nz4()
    : one(
        () => dig(6),
        () => {
          const a = dig(2);
          return a + a + a;
        },
        () => {
          const a = dig(3);
          return a + a;
        },
      );
  const t =
    n.length === 4
      ? wpick([
          [8, `${p} ${n}`],
          [7, p + n],
          [4, `${p}.${n}`],
          [2, `${p}-${n}`],
          [1, `${p} - ${n}`],
          [1.5, `${p} ${n.slice(0, 2)} ${n.slice(2)}`],
          [1, `${p}${NB}${n}`],
        ])
      : wpick([
          [6, `${p} ${n.slice(0, 3)} ${n.slice(3)}`],
          [5, p + n],
          [3, `${p}.${n.slice(0, 3)}.${n.slice(3)}`],
          [3, `${p} ${g(n, [2, 2, 2], ' ')}`],
          [3, `${p} ${n}`],
          [2, `${p}.${g(n, [2, 2, 2], '.')}`],
          [1, `${p}-${n}`],
        ]);
  return P(t, p + n);
};
const nz4 = () => int(1, 9) + dig(3);
export const any = () =>
  wpick([
    [60, mob],
    [12, fix],
    [6, hot],
    [14, mobI],
    [6, fixI],
  ])();
export const anyG = () =>
  wpick([
    [60, mobG],
    [20, fix],
    [18, mobI],
  ])();
const EXN = () =>
  one(
    () => String(int(1, 9)),
    () => String(int(10, 99)),
    () => String(int(100, 999)),
    () => String(int(1000, 8999)),
  );
export const withExt = (p, n = EXN()) =>
  wpick([
    [5, () => ext(p, ' máy lẻ ', n)],
    [3, () => extP(p, ' (máy lẻ ', n, ')')],
    [4, () => ext(p, ' ext ', n)],
    [4, () => ext(p, ' ext. ', n)],
    [3, () => ext(p, ' - ext: ', n)],
    [2, () => ext(p, ' lẻ ', n)],
    [4, () => ext(p, ' nhánh ', n)],
    [2, () => ext(p, ' - nhánh ', n)],
    [2, () => ext(p, ', máy lẻ: ', n)],
    [2, () => ext(p, ' x', n)],
    [2, () => extP(p, ' (ext ', n, ')')],
    [2, () => ext(p, ' Ext:', n)],
    [2, () => ext(p, ' – Máy lẻ ', n)],
    [2, () => ext(p, ' #', n)],
    [1, () => ext(p, ' EXT.', n)],
    [1, () => extP(p, ' (nhánh số ', n, ')')],
  ])();
export const fixE = area => withExt(fix(area));
export const hotE = () => {
  const h = hot();
  return one(
    () => ext(h, ' nhánh ', String(int(1, 9))),
    () => extP(h, ' (nhánh ', String(int(1, 9)), ')'),
    () => ext(h, ' ext ', String(int(1, 9))),
  );
};
const SEPS = [
  ' - ',
  ' - ',
  ' – ',
  ' / ',
  '/',
  ', ',
  ', ',
  '; ',
  ' & ',
  ' hoặc ',
  ' và ',
  '\n',
  ' | ',
  ' , ',
  ' ; ',
  '  ',
  ' * ',
  ' or ',
  ' -',
];
export const seq = (n, f = () => mobTight()) => join(Array.from({ length: n }, f), pick(SEPS));
export const seqSame = (n, sep = pick(SEPS)) => {
  const st = pick(['bare', 'sp433', 'dot433', 'dot334', 'sp334', 'da433']);
  return join(
    Array.from({ length: n }, () => mobIn(st)),
    sep === '-' && st === 'da433' ? ' - ' : sep,
  );
};
const bump = (k, v, up) => String((+v + up) % 10 ** k).padStart(k, '0');
// base number followed by a short remainder
export const rem = (m = chance(0.5) ? 1 : 0, cnt = chance(0.25) ? 2 : 1) => {
  const sep = pick([' / ', '/', ' /', '/ ']);
  let d, t, k;
  if (m) {
    d = vmob();
    k = pick([3, 3, 2, 4]);
    const st = k === 4 ? 'sp334' : pick(['sp433', 'dot433', 'bare', 'da433']);
    t = MS[st][1](d);
  } else {
    const { ac, sub } = vfixed(pick(['024', '028', '0236', '0274', '0251', '0225']));
    d = ac + sub;
    k = pick(ac.length === 3 ? [2, 4, 4, 8] : [2, 3, 7]);
    const h = ac.length === 3 ? 4 : k === 7 || k === 3 ? 4 : 3;
    t = one(
      `${ac} ${sub.slice(0, h)} ${sub.slice(h)}`,
      `(${ac}) ${sub.slice(0, h)} ${sub.slice(h)}`,
      `${ac}.${sub.slice(0, h)}${sub.slice(h)}`,
      `(${ac}) ${sub}`,
    );
  }
  const out = [P(t, d)];
  let step = 0;
  for (let i = 0; i < cnt; i++) {
    step += int(1, 3);
    const tail = k >= 7 ? d.slice(-k, -2) + bump(2, d.slice(-2), step) : bump(k, d.slice(-k), step);
    const shown =
      k === 8
        ? one(tail, tail.slice(0, 4) + ' ' + tail.slice(4))
        : k === 7
          ? tail.slice(0, 4) + ' ' + tail.slice(4)
          : tail;
    out.push(P(shown, d.slice(0, -k) + tail));
  }
  return join(out, sep);
};
export const strippedZero = () => {
  const d = vmob();
  return P(d.slice(1), d);
};
export const colStyle = () => {
  // one column's habit, with deviations
  const main = pick([
    'bare',
    'bare',
    'bare',
    'sp433',
    'dot433',
    'dot334',
    'sp334',
    'da433',
    'nb433',
    'sp46',
    'dot4222',
  ]);
  return () => (chance(0.85) ? mobIn(main) : chance(0.75) ? mob() : mobI());
};

export const { HP, blank, phone } = numbersOf(
  [
    'SĐT', 'Điện thoại', 'Số điện thoại', 'ĐT', 'Di động', 'SDT', 'SO DIEN THOAI', 'Mobile', 'Phone', 'Số ĐT', 'ĐTDĐ',
    'Điện thọai', 'Tel', 'Đ.Thoại', 'sđt kh', 'Phone number', 'Số liên lạc',
  ],
  ['—', '-', 'N/A', 'không có', 'chưa có', 'x', '.'],
  colStyle,
);
