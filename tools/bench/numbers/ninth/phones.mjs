// Telephone numbers as people write them. Each # of a mask takes the next digit.

const MOBILE = ('32 33 34 35 36 37 38 39 52 55 56 58 59 70 76 77 78 79 81 82 83 84 85 86 87 88 89 ' +
  '90 91 92 93 94 96 97 98 99').split(' ');
const AREAS = ('203 204 205 206 207 208 209 210 211 212 213 214 215 216 218 219 220 221 222 225 226 227 228 229 ' +
  '232 233 234 235 236 237 238 239 251 252 254 255 256 257 258 259 260 261 262 263 269 270 271 272 273 274 275 ' +
  '276 277 290 291 292 293 294 296 297 299').split(' ');
const US_AREAS = ('201 202 203 205 206 207 208 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 ' +
  '248 251 252 253 254 256 260 262 267 269 270 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 ' +
  '319 320 321 323 330 334 336 337 347 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 ' +
  '423 424 425 432 434 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 ' +
  '530 540 541 551 559 561 562 563 570 571 573 574 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 ' +
  '617 618 619 620 623 626 630 631 636 641 646 650 651 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 ' +
  '715 716 717 718 719 720 724 727 731 732 734 740 754 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 ' +
  '804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 850 856 857 858 859 860 863 864 865 ' +
  '870 901 903 904 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 931 936 937 940 941 949 951 952 954 ' +
  '956 970 971 972 973 978 979 980 985 989').split(' ');
const TOLL = ['800', '888', '877', '866', '855', '844', '833'];

const MASKS = {
  vnMobile: [
    [40, '0#########'], [18, '0### ### ###'], [12, '0###.### ###'.replace(' ', '.')], [5, '0## ### ####'], [4, '0###-###-###'],
    [3, '0##.###.####'], [2, '0# #### ####'], [3, '0### ## ## ##'], [2, '0###.##.##.##'], [1, '0## #######'],
    [2, '0### ######'], [1, '(0###) ### ###'], [1, '(0##) ### ####'], [1, '0###.######'], [2, '0##-###-####'],
    [1, '0####.#####'], [1, '0# ## ## ## ##'], [1, '0### #### ##'], [0.5, '0### - ### - ###'], [0.5, '0###–###–###'],
  ],
  vnMobileIn: [
    [8, '+84 ### ### ###'], [8, '+84#########'], [1, '+84.###.###.###'], [4, '(+84) ### ### ###'], [2, '+84-###-###-###'],
    [3, '+84 ## ### ####'], [2, '+84 #########'], [1, '(+84)#########'], [1, '(84) ### ### ###'], [1, '+84 (0)### ### ###'],
    [1, '(+84) 0### ### ###'], [0.6, '0084 ### ### ###'], [1, '+84 ## ### ## ##'],
  ],
  vnTwo: [
    [20, '0## #### ####'], [14, '(0##) #### ####'], [8, '(0##) ########'], [8, '0##########'], [8, '0##.########'],
    [10, '0##.####.####'], [3, '0##-#### ####'], [3, '0##-########'], [5, '0###.###.####'], [4, '0### ### ####'],
    [2, '(0##)########'], [2, '(0##).########'], [1, '0## ## ### ###'], [1, '(0##)-########'], [2, '0## ########'],
    [1, '(0##) ####.####'], [1, '(0##) ## ### ###'],
  ],
  vnTwoIn: [
    [10, '+84 ## #### ####'], [6, '(84-##) #### ####'], [3, '(84.##) ########'], [3, '+84-##-####-####'], [2, '+84 (##) #### ####'],
    [4, '(+84) ## #### ####'], [3, '(+84-##) #### ####'], [1, '+84 (0)## #### ####'], [2, '+84##########'], [2, '(84-##) ########'],
    [1, '84-##-########'], [1, '+84.##.####.####'],
  ],
  vnThree: [
    [10, '0### #### ###'], [10, '0### ### ####'], [10, '(0###) #### ###'], [8, '(0###) #######'], [10, '0###.#######'],
    [8, '0##########'], [5, '0###.####.###'], [4, '0###-#######'], [2, '0### # ### ###'], [6, '0### #######'],
    [4, '0###.###.####'], [1, '(0###)-#######'], [2, '(0###).#######'], [1, '0### ### ## ##'], [1, '(0###)#######'],
  ],
  vnThreeIn: [
    [8, '+84 ### #### ###'], [5, '(84-###) #### ###'], [3, '(84.###) #######'], [2, '+84-###-#######'], [3, '(+84) ### #######'],
    [2, '+84##########'], [2, '(+84-###) #### ###'], [1, '+84 (###) ### ####'],
  ],
  vnHot8: [[10, '#### ####'], [8, '########'], [6, '####.####'], [2, '####-####'], [2, '#### ## ##']],
  vnHot10: [[10, '#### ######'], [6, '##########'], [8, '#### ### ###'], [6, '#### ## ## ##'], [4, '####.######'], [2, '####.##.##.##'],
    [2, '####-######']],
  us: [
    [34, '(###) ###-####'], [30, '###-###-####'], [8, '###.###.####'], [6, '##########'], [4, '### ### ####'],
    [3, '(###)###-####'], [3, '1-###-###-####'], [1, '1 (###) ###-####'], [1, '###/###-####'], [1, '###–###–####'],
    [1, '(###) ###.####'], [0.5, '### - ### - ####'], [1, '(###)-###-####'], [2, '### ###-####'], [2, '(###) ### ####'],
    [0.5, '###.###-####'], [0.5, '(### ) ### - ####'.replace(' )', ')')], [0.5, '###-### ####'], [0.5, '1.###.###.####'],
  ],
  usIn: [
    [6, '+1 (###) ###-####'], [6, '+1 ###-###-####'], [4, '+1##########'], [3, '+1 ### ### ####'], [1, '+1.###.###.####'],
    [2, '+1-###-###-####'], [1, '+1(###)###-####'], [1, '(+1) ###-###-####'],
  ],
  toll: [
    [30, '1-###-###-####'], [14, '###-###-####'], [10, '(###) ###-####'], [5, '1 (###) ###-####'], [4, '1.###.###.####'],
    [3, '###.###.####'], [1, '1 ### ### ####'], [1, '##########'],
  ],
};

const FOREIGN = {
  GB: [['+44', '20#7Xxx#xxxx', ' '], ['+44', '20#8Xxx#xxxx', ' '], ['+44', '161#2Xx#xxxx', ' '], ['+44', '7712#xxxxxx', ' '], ['+44', '7850#xxx#xxx', ' '], ['+44', '7960#xxxxxx', ' ']],
  DE: [['+49', '30#2Xxxxxxx', ' '], ['+49', '89#2Xxxxxxx', ' '], ['+49', '151#1Xxxxxxx', ' '], ['+49', '40#3Xxxx#xxx', ' ']],
  FR: [['+33', '1#4X#xx#xx#xx', ' '], ['+33', '6#1X#xx#xx#xx', ' '], ['+33', '4#7X#xx#xx#xx', ' ']],
  JP: [['+81', '3#5Xxx#xxxx', '-'], ['+81', '90#3Xxx#xxxx', '-'], ['+81', '6#6Xxx#xxxx', '-']],
  KR: [['+82', '2#5Xx#xxxx', '-'], ['+82', '10#3Xxx#xxxx', '-'], ['+82', '10#9Xxx#xxxx', ' ']],
  SG: [['+65', '6Xxx#xxxx', ' '], ['+65', '9Xxx#xxxx', ' '], ['+65', '8Xxx#xxxx', ' ']],
  CN: [['+86', '138#xxxx#xxxx', ' '], ['+86', '10#8Xxx#xxxx', '-'], ['+86', '21#6Xxx#xxxx', ' ']],
  AU: [['+61', '2#9Xxx#xxxx', ' '], ['+61', '3#9Xxx#xxxx', ' '], ['+61', '412#xxx#xxx', ' ']],
  TH: [['+66', '2#6Xx#xxxx', ' '], ['+66', '81#xxx#xxxx', ' ']],
  IN: [['+91', '98Xxx#xxxxx', ' '], ['+91', '22#2Xxx#xxxx', ' ']],
  MX: [['+52', '55#5Xxx#xxxx', ' '], ['+52', '33#3Xxx#xxxx', ' ']],
  TW: [['+886', '2#2Xxx#xxxx', '-'], ['+886', '912#xxx#xxx', ' ']],
  HK: [['+852', '2Xxx#xxxx', ' '], ['+852', '9Xxx#xxxx', ' ']],
  NL: [['+31', '20#6Xx#xxxx', ' '], ['+31', '6#2Xxx#xxxx', ' ']],
  ES: [['+34', '91#5Xx#xxxx', ' '], ['+34', '612#xxx#xxx', ' ']],
  MY: [['+60', '3#2Xxx#xxxx', '-'], ['+60', '12#3Xx#xxxx', '-']],
  PH: [['+63', '2#8Xxx#xxxx', ' '], ['+63', '917#Xxx#xxxx', ' ']],
  ID: [['+62', '812#3Xxx#xxxx', '-'], ['+62', '21#5Xx#xxxx', ' ']],
  BR: [['+55', '11#9Xxxx#xxxx', ' ']],
  CH: [['+41', '44#2Xx#xx#xx', ' ']],
};

const take = (mask, digits) => {
  let at = 0;
  return mask.replace(/#/g, () => digits[at++]);
};

function write(r, context, kind, digits, e164, country, national) {
  if (!context.masks[kind] || r.chance(0.15)) context.masks[kind] = r.weighted(MASKS[kind]);
  let text = take(context.masks[kind], digits);
  if (r.chance(0.02)) text = text.replace(/ /g, '\u00a0');
  return { text, e164, ext: '', country, national };
}

const subscriber = (r, length) => r.pick(['3', '3', '3', '6', '2', '7']) + r.fill('X') + r.digits(length - 2);
const usDigits = (r, area) => {
  let exchange;
  do exchange = r.int(2, 9) + r.digits(2); while (exchange.endsWith('11') || exchange === '555');
  return area + exchange + r.digits(4);
};
const abroad = (r, context) => (context.abroad ??= r.chance(0.14));

function extended(r, number, forms) {
  const ext = r.pick([r.fill('Xxx'), r.fill('Xxx'), r.fill('Xx'), r.fill('Xxxx'), r.fill('X')]);
  return { ...number, text: number.text + r.weighted(forms).replace('#', ext), ext };
}

const VN_EXT = [[3, ' ext #'], [3, ' ext. #'], [2, ' - ext: #'], [4, ' máy lẻ #'], [2, ' - máy lẻ #'], [1, ' (máy lẻ #)'], [1, ' nhánh #'],
  [1, ' (ext #)'], [1, ' Ext: #'], [1, ', máy lẻ #'], [1, ' x#'], [1, ' - Ext #'], [1, ' số máy lẻ #']];
const US_EXT = [[5, ' ext. #'], [4, ' x#'], [3, ' ext #'], [3, ', ext. #'], [2, ' Ext. #'], [1, ' extension #'], [1, ' x #'], [1, 'x#'],
  [1, ' EXT #'], [1, ' (ext. #)'], [1, ', extension #'], [0.6, ' Ext: #']];

const mobile = (r, _, context, mode) => {
  const prefix = r.pick(MOBILE);
  const fourth = { 52: '238', 55: '9', 89: '6789', 99: '3456789' }[prefix] ?? '0123456789';
  const digits = prefix + r.pick(fourth) + r.digits(6);
  const e164 = `+84${digits}`;
  if (mode === 'raw') return { text: `0${digits}`, e164, ext: '', country: 'VN', national: true };
  if (mode === 'cut') return { text: digits, e164, ext: '', country: 'VN', national: true };
  if (mode === 'code') return { text: `84${digits}`, e164, ext: '', country: 'VN', national: false };
  if (mode === 'e164') return { text: e164, e164, ext: '', country: 'VN', national: false };
  const away = mode === 'in' || (mode !== 'home' && abroad(r, context));
  return write(r, context, away ? 'vnMobileIn' : 'vnMobile', digits, e164, 'VN', !away);
};
const landline = (r, [area], context, mode) => {
  const code = area ?? context.area ?? r.weighted([[3, '24'], [4, '28'], [7, r.pick(AREAS)]]);
  context.area = code;
  const digits = code + subscriber(r, 10 - code.length);
  const away = mode === 'in' || (mode !== 'home' && abroad(r, context));
  const kind = (code.length === 2 ? 'vnTwo' : 'vnThree') + (away ? 'In' : '');
  return write(r, context, kind, digits, `+84${digits}`, 'VN', !away);
};
const hotline = (r, _, context) => {
  const long = r.chance(0.45);
  const digits = r.pick(['1900', '1900', '1800']) + (long ? r.fill(r.pick(['Xxxxxx', '5Xxxxx', '6Xxxxx'])) : r.fill('Xxxx'));
  return write(r, context, long ? 'vnHot10' : 'vnHot8', digits, `+84${digits}`, 'VN', true);
};
const us = (r, [area], context, mode) => {
  const digits = usDigits(r, area ?? context.usArea ?? r.pick(US_AREAS));
  if (r.chance(0.7)) context.usArea = digits.slice(0, 3);
  const e164 = `+1${digits}`;
  if (mode === 'raw') return { text: digits, e164, ext: '', country: 'US', national: true };
  if (mode === 'e164') return { text: e164, e164, ext: '', country: 'US', national: false };
  if (mode === 'code') return { text: `1${digits}`, e164, ext: '', country: 'US', national: false };
  const away = mode === 'in' || (mode !== 'home' && (context.usAbroad ??= r.chance(0.1)));
  return write(r, context, away ? 'usIn' : 'us', digits, e164, 'US', !away);
};
const toll = (r, _, context) => {
  const digits = usDigits(r, r.pick(TOLL));
  return write(r, context, 'toll', digits, `+1${digits}`, 'US', true);
};
const foreign = (r, [country]) => {
  const key = country ?? r.pick(Object.keys(FOREIGN));
  const [code, pattern, separator] = r.pick(FOREIGN[key]);
  const parts = r.fill(pattern).split('#');
  const e164 = code + parts.join('');
  const text = r.weighted([
    [10, [code, ...parts].join(' ')], [8, [code, parts.join(separator)].join(' ')], [4, e164],
    [2, [code, ...parts].join('-')], [2, `(${code}) ${parts.join(' ')}`], [1, [code, ...parts].join('.')],
  ]);
  return { text, e164, ext: '', country: key, national: false };
};

/** {m} mobile, {l 24} landline, {h} hotline, {p} any of them, {x SG} abroad; …n home, …i with calling code, …x with extension. */
const clear = (make) => (r, a, c) => {
  let number;
  do number = make(r, a, { masks: {} }); while (/^\d+$/.test(number.text));
  return number;
};

/** …f never as bare digits, for runs that have no other word. */
export const vnPhones = {
  m: mobile,
  mn: (r, a, c) => mobile(r, a, c, 'home'),
  mi: (r, a, c) => mobile(r, a, c, 'in'),
  mraw: (r, a, c) => mobile(r, a, c, 'raw'),
  mcut: (r, a, c) => mobile(r, a, c, 'cut'),
  mcode: (r, a, c) => mobile(r, a, c, 'code'),
  me: (r, a, c) => mobile(r, a, c, 'e164'),
  l: landline,
  ln: (r, a, c) => landline(r, a, c, 'home'),
  li: (r, a, c) => landline(r, a, c, 'in'),
  lx: (r, a, c) => extended(r, landline(r, a, c), VN_EXT),
  lix: (r, a, c) => extended(r, landline(r, a, c, 'in'), [[1, ' ext. #'], [1, ' ext #'], [1, ' x#'], [1, ' Ext: #']]),
  h: hotline,
  p: (r, a, c) => (r.chance(0.72) ? mobile(r, [], c) : landline(r, [], c)),
  hf: clear(hotline),
  x: foreign,
  us: (r, a, c) => us(r, a, c, 'in'),
};

export const usPhones = {
  p: us,
  pn: (r, a, c) => us(r, a, c, 'home'),
  pi: (r, a, c) => us(r, a, c, 'in'),
  praw: (r, a, c) => us(r, a, c, 'raw'),
  pcode: (r, a, c) => us(r, a, c, 'code'),
  pe: (r, a, c) => us(r, a, c, 'e164'),
  px: (r, a, c) => extended(r, us(r, a, c), US_EXT),
  pf: clear(us),
  pxf: clear((r, a, c) => extended(r, us(r, a, c), US_EXT)),
  t: toll,
  tf: clear(toll),
  tx: (r, a, c) => extended(r, toll(r, a, c), US_EXT),
  x: foreign,
  vn: (r, a, c) => (r.chance(0.5) ? landline(r, [], c, 'in') : mobile(r, [], c, 'in')),
};
