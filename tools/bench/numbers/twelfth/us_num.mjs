// US phone numbers and the ways they are written
import { int, pick, chance, dig, wpick, one, Ph, join, ext, extP } from './kit.mjs';
import { numbersOf } from './tables.mjs';
export const NPA = (
  '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 ' +
  '325 330 331 334 336 337 339 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 432 434 435 440 443 469 470 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 ' +
  '559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 ' +
  '732 734 740 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 850 856 857 858 859 860 862 863 864 865 870 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 ' +
  '919 920 925 928 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 989'
).split(' ');
const TF = ['800', '888', '877', '866', '855', '844', '833'];
const coc = () => {
  for (;;) {
    const x = int(2, 9) + dig(2);
    if (!/11$/.test(x) && x !== '555' && x !== '976' && x !== '950' && x !== '958' && x !== '959') return x;
  }
};
const line = () =>
  chance(0.1)
    ? one(
        () => int(1, 9) + '000',
        () => int(1, 9) + '500',
        () => {
          const d = dig(1);
          return d.repeat(4);
        },
        () => {
          const d = dig(2);
          return d + d;
        },
      )
    : dig(4);
const parts = (npa = pick(NPA)) => [npa, coc(), line()];
const P = (t, a, b, c) => new Ph(t, `+1${a}${b}${c}`, { country: 'US', national: !/^\s*\(?\+|^00/.test(t) });
const NB = '\u00a0',
  NH = '\u2011';
export const ST = {
  par: [26, (a, b, c) => `(${a}) ${b}-${c}`],
  da: [24, (a, b, c) => `${a}-${b}-${c}`],
  dot: [11, (a, b, c) => `${a}.${b}.${c}`],
  bare: [7, (a, b, c) => a + b + c],
  sp: [5, (a, b, c) => `${a} ${b} ${c}`],
  part: [5, (a, b, c) => `(${a})${b}-${c}`],
  one: [4, (a, b, c) => `1-${a}-${b}-${c}`],
  onep: [2, (a, b, c) => `1 (${a}) ${b}-${c}`],
  sl: [1.5, (a, b, c) => `${a}/${b}-${c}`],
  spda: [3, (a, b, c) => `${a} ${b}-${c}`],
  pardot: [1.5, (a, b, c) => `(${a}) ${b}.${c}`],
  parsp: [2, (a, b, c) => `(${a}) ${b} ${c}`],
  parda: [1.5, (a, b, c) => `(${a})-${b}-${c}`],
  nb: [2, (a, b, c) => `(${a})${NB}${b}-${c}`],
  nh: [1.5, (a, b, c) => `${a}${NH}${b}${NH}${c}`],
  en: [1.5, (a, b, c) => `${a}–${b}–${c}`],
  dasp: [1.5, (a, b, c) => `${a} - ${b} - ${c}`],
  onedot: [1, (a, b, c) => `1.${a}.${b}.${c}`],
  halfb: [1, (a, b, c) => `${a}-${b}${c}`],
  half2: [0.8, (a, b, c) => `${a} ${b}${c}`],
  onesp: [0.8, (a, b, c) => `1 ${a} ${b} ${c}`],
  oneb: [0.8, (a, b, c) => `1${a}${b}${c}`],
  onpp: [0.6, (a, b, c) => `1-(${a})-${b}-${c}`],
  parsl: [0.6, (a, b, c) => `(${a}) ${b} - ${c}`],
  parb: [0.8, (a, b, c) => `(${a}) ${b}${c}`],
  nbsp3: [0.8, (a, b, c) => `${a}${NB}${b}${NB}${c}`],
  onespda: [0.8, (a, b, c) => `1 ${a}-${b}-${c}`],
  part2: [0.7, (a, b, c) => `(${a})${b}${c}`],
};
const INTL = [
  [14, (a, b, c) => `+1 ${a}-${b}-${c}`],
  [12, (a, b, c) => `+1 (${a}) ${b}-${c}`],
  [9, (a, b, c) => `+1${a}${b}${c}`],
  [8, (a, b, c) => `+1-${a}-${b}-${c}`],
  [7, (a, b, c) => `+1 ${a} ${b} ${c}`],
  [5, (a, b, c) => `+1.${a}.${b}.${c}`],
  [3, (a, b, c) => `(+1) ${a}-${b}-${c}`],
  [3, (a, b, c) => `+1(${a})${b}-${c}`],
  [2, (a, b, c) => `+1 ${a}${b}${c}`],
  [2, (a, b, c) => `+1${NB}${a}${NB}${b}${NB}${c}`],
  [2, (a, b, c) => `001 ${a} ${b} ${c}`],
  [1, (a, b, c) => `001-${a}-${b}-${c}`],
  [2, (a, b, c) => `+1 ${a}.${b}.${c}`],
  [1, (a, b, c) => `+1-${a}-${b}${c}`],
  [1, (a, b, c) => `(+1)${a}${b}${c}`],
];
const SW = Object.values(ST),
  SG = Object.entries(ST)
    .filter(([k]) => k !== 'bare' && k !== 'oneb')
    .map(x => x[1]);
export const usIn = (st, npa) => {
  const x = parts(npa);
  return P(ST[st][1](...x), ...x);
};
export const us = npa => {
  const x = parts(npa);
  return P(wpick(SW)(...x), ...x);
};
export const usG = npa => {
  const x = parts(npa);
  return P(wpick(SG)(...x), ...x);
};
export const usB = () => usIn('bare');
export const usT = npa => usIn(pick(['par', 'par', 'da', 'da', 'da', 'dot', 'part', 'spda', 'sp']), npa);
export const usI = () => {
  const x = parts();
  return P(wpick(INTL)(...x), ...x);
};
export const usE = () => {
  const x = parts();
  return P('+1' + x.join(''), ...x);
};
export const tf = () => {
  const x = parts(pick(TF));
  return P(
    wpick([
      [12, `1-${x.join('-')}`],
      [5, `${x.join('-')}`],
      [6, `(${x[0]}) ${x[1]}-${x[2]}`],
      [4, `1.${x.join('.')}`],
      [3, `${x.join('.')}`],
      [3, `1 (${x[0]}) ${x[1]}-${x[2]}`],
      [2, `1 ${x[0]} ${x[1]} ${x[2]}`],
      [2, `1${NH}${x.join(NH)}`],
      [2, `+1 ${x.join('-')}`],
      [1, `1${x.join('')}`],
      [1, `+1-${x.join('-')}`],
      [1, `1 ${x.join('-')}`],
    ]),
    ...x,
  );
};
export const any = () =>
  wpick([
    [66, us],
    [14, tf],
    [20, usI],
  ])();
export const anyG = () =>
  wpick([
    [66, () => usG()],
    [14, usI],
  ])();
const PADS = {
  A: 2,
  B: 2,
  C: 2,
  D: 3,
  E: 3,
  F: 3,
  G: 4,
  H: 4,
  I: 4,
  J: 5,
  K: 5,
  L: 5,
  M: 6,
  N: 6,
  O: 6,
  P: 7,
  Q: 7,
  R: 7,
  S: 7,
  T: 8,
  U: 8,
  V: 8,
  W: 9,
  X: 9,
  Y: 9,
  Z: 9,
};
export const vanity = () => {
  // seven letters, or digits and a word
  const a = pick(TF),
    w = pick([
      'FLOWERS',
      'CARPETS',
      'MATTRES',
      'CAR-LOAN',
      'LAW-HELP',
      'CONTACT',
      'PLUMBER',
      'GET-ROOF',
      'INJURED',
      'FIX-CARS',
    ]);
  const digits = [...w.replace(/-/g, '')].map(c => PADS[c]).join('');
  return new Ph(`1-${a}-${w}`, `+1${a}${digits}`, { country: 'US', national: true });
};
const EXN = () =>
  one(
    () => String(int(1, 9)),
    () => String(int(10, 99)),
    () => String(int(100, 999)),
    () => String(int(1000, 9999)),
    () => String(int(10000, 79999)),
  );
export const withExt = (p, n = EXN()) =>
  wpick([
    [8, () => ext(p, ' x', n)],
    [6, () => ext(p, ' ext. ', n)],
    [6, () => ext(p, ' ext ', n)],
    [5, () => ext(p, 'x', n)],
    [4, () => ext(p, ', ext. ', n)],
    [3, () => ext(p, ' Ext. ', n)],
    [3, () => ext(p, ' Ext: ', n)],
    [2, () => ext(p, ' extension ', n)],
    [2, () => ext(p, ' EXT ', n)],
    [2, () => ext(p, ' x ', n)],
    [2, () => ext(p, ' x.', n)],
    [2, () => extP(p, ' (ext. ', n, ')')],
    [2, () => ext(p, ' #', n)],
    [1, () => ext(p, ' X', n)],
    [1, () => extP(p, ' (x', n, ')')],
    [1, () => ext(p, ' ext.', n)],
    [1, () => ext(p, ', extension ', n)],
  ])();
export const usX = () => withExt(one(usT, usT, usG, usI, tf));
const SEPS = [' / ', '/', ', ', '; ', ' or ', ' & ', ' and ', ' | ', '\n', ' – ', ' • ', '  ', ' o '];
export const seqSame = (n, sep = pick(SEPS)) => {
  const st = pick(['par', 'da', 'dot', 'par', 'da', 'sp']);
  return join(
    Array.from({ length: n }, () => usIn(st)),
    sep,
  );
};
export const seq = (n, f = usT) => join(Array.from({ length: n }, f), pick(SEPS));
export const rem = (cnt = chance(0.25) ? 2 : 1) => {
  // 212-736-5000/5001
  const [a, b, c] = parts(),
    k = pick([4, 4, 2, 7]),
    sep = pick(['/', ' / ', '/ ']),
    st = pick(['par', 'da', 'dot', 'sp']);
  const out = [P(ST[st][1](a, b, c), a, b, c)];
  let step = 0;
  for (let i = 0; i < cnt; i++) {
    step += int(1, 3);
    const base =
      k === 2 ? String((+c.slice(2) + step) % 100).padStart(2, '0') : String((+c + step) % 10000).padStart(4, '0');
    const b2 = k === 7 ? coc() : b,
      c2 = k === 2 ? c.slice(0, 2) + base : k === 7 ? dig(4) : base;
    out.push(P(k === 7 ? `${b2}${st === 'dot' ? '.' : '-'}${c2}` : base, a, b2, c2));
  }
  return join(out, sep);
};
export const colStyle = () => {
  const main = pick(['par', 'par', 'da', 'da', 'dot', 'bare', 'bare', 'sp', 'part']);
  return () => (chance(0.85) ? usIn(main) : chance(0.8) ? us() : usI());
};

export const { HP, blank, phone } = numbersOf(
  [
    'Phone', 'Phone #', 'Telephone', 'Tel', 'Cell', 'Mobile', 'PHONE NUMBER', 'Contact #', 'Ph', 'Phone No.',
    'Primary Phone', 'Home Phone', 'phone_number', 'Cell Phone', 'Teléfono', 'Daytime Phone', 'Phne',
  ],
  ['—', '-', 'N/A', 'none', 'unlisted', 'n/a', '--'],
  colStyle,
);
