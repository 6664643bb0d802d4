// Numbers of the United States as people write them.
import { number, shortened } from './engine.mjs';

const AREA = (
  '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 224 225 228 229 231 234 239 240 248 251 252 253 254 256 ' +
  '260 262 267 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 334 336 ' +
  '337 339 346 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 432 434 ' +
  '440 443 469 470 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 ' +
  '562 563 567 570 571 573 574 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 ' +
  '631 636 641 646 650 651 657 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 ' +
  '731 732 734 740 754 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 ' +
  '817 818 828 830 831 832 843 845 847 848 850 856 857 858 859 860 862 863 864 865 870 903 904 906 907 908 909 910 912 913 ' +
  '914 915 916 917 918 919 920 925 928 931 936 937 940 941 949 951 952 954 956 970 971 972 973 978 979 980 985 989'
).split(' ');
const FREE = ['800', '888', '877', '866', '855', '844', '833'];

const exchange = (random) => {
  for (;;) {
    const it = random.int(2, 9) + random.digits(2);
    if (it !== '555' && !it.endsWith('11')) return it;
  }
};
export const usDigits = (random, free = false) => [random.pick(free ? FREE : AREA), exchange(random), random.digits(4)];
const us = (text, [a, b, c], national, ext) => number(text, `+1${a}${b}${c}`, 'US', national, ext);

const LOCAL = [
  [26, (a, b, c) => `(${a}) ${b}-${c}`],
  [30, (a, b, c) => `${a}-${b}-${c}`],
  [12, (a, b, c) => `${a}.${b}.${c}`],
  [9, (a, b, c) => `${a} ${b} ${c}`],
  [6, (a, b, c) => `(${a})${b}-${c}`],
  [8, (a, b, c) => `${a}${b}${c}`],
  [4, (a, b, c) => `${a} ${b}-${c}`],
  [2, (a, b, c) => `${a}/${b}-${c}`],
  [1, (a, b, c) => `(${a}) ${b} ${c}`],
  [1, (a, b, c) => `(${a}) ${b}.${c}`],
  [1, (a, b, c) => `${a} - ${b} - ${c}`],
  [1, (a, b, c) => `${a}\u2013${b}\u2013${c}`],
  [1, (a, b, c) => `${a}\u2011${b}\u2011${c}`],
  [1, (a, b, c) => `(${a})\u00a0${b}-${c}`],
  [1, (a, b, c) => `${a}-${b}${c}`],
  [1, (a, b, c) => `${a} ${b}${c}`],
];
const ONE = [
  [6, (a, b, c) => `1-${a}-${b}-${c}`],
  [2, (a, b, c) => `1 (${a}) ${b}-${c}`],
  [1, (a, b, c) => `1.${a}.${b}.${c}`],
  [1, (a, b, c) => `1 ${a} ${b} ${c}`],
];
const PLUS = [
  [5, (a, b, c) => `+1 ${a}-${b}-${c}`],
  [5, (a, b, c) => `+1 (${a}) ${b}-${c}`],
  [4, (a, b, c) => `+1${a}${b}${c}`],
  [3, (a, b, c) => `+1 ${a} ${b} ${c}`],
  [2, (a, b, c) => `+1-${a}-${b}-${c}`],
  [1, (a, b, c) => `+1.${a}.${b}.${c}`],
  [1, (a, b, c) => `+1(${a})${b}-${c}`],
];
const form = (list, national, free = false) => (random) => {
  const parts = usDigits(random, free);
  return us(random.weighted(list)(...parts), parts, national);
};
const local = form(LOCAL, true);
const one = form(ONE, true);
const plus = form(PLUS, false);
const any = (random) => random.weighted([[82, local], [7, one], [11, plus]])(random);
const free = (random) => random.weighted([[5, form(ONE, true, true)], [5, form(LOCAL.slice(0, 4), true, true)], [1, form(PLUS, false, true)]])(random);
const withExt = (random) => {
  const base = random.chance(0.8) ? random.weighted([[9, local], [2, plus]])(random) : free(random);
  const ext = random.weighted([[5, random.fill('Xxx')], [5, random.fill('Xxxx')], [2, random.fill('Xx')], [1, random.fill('X')], [1, random.fill('Xxxxx')]]);
  const by = random.pick([' ext. ', ' x', ' ext ', ', ext. ', ' Ext ', 'x', ' x ', ' extension ', ' (ext. ', ', extension ', ' Ext. ', ' ext.', ' (ext ', ' Ext: ']);
  return [{ ...base, text: `${base.text}${by}${ext}`, ext }, by.includes('(') ? ')' : ''];
};
const short = (random) => {
  const parts = usDigits(random);
  const full = us(random.weighted(LOCAL.slice(0, 4))(...parts), parts, true);
  return shortened(random, full, parts[2], { or: ' or ' });
};
const masked = (random) => {
  const [a, b, c] = usDigits(random);
  return random.pick([
    `(***) ***-${c}`, `***-***-${c}`, `(${a}) ***-**${c.slice(2)}`, `xxx-xxx-${c}`, `+1 ••• ••• ${c}`, `${a}-${b}-XXXX`, `+1******${c}`,
    `(${a}) ${b}-xxxx`, `(•••) •••-••${c.slice(2)}`, `${a}-XXX-${c}`, `XXXXXX${c}`,
  ]);
};

export const usNumbers = {
  p: any, pl: local, pi: plus, p1: one, tf: free, x: withExt, s: short, mask: masked,
  pp: (random) => { const parts = usDigits(random); return us(parts.join(''), parts, true); },
  e: (random) => { const parts = usDigits(random); return us(`+1${parts.join('')}`, parts, false); },
  two: (random) => [local(random), random.pick([' or ', ' / ', ', ', ' and ', ' | ', ' & ', '; ', ' - ']), local(random)],
  fax: (random) => [{ tag: 'fax' }, local(random)],
  link: (random) => { const parts = usDigits(random); return [{ tag: 'link' }, 'wa.me/', us(`1${parts.join('')}`, parts, false)]; },
  tail4: (random) => random.digits(4),
};
