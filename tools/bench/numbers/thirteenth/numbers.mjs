// Telephone numbers as people write them. In a pattern each `#` is the next digit of the national
// number (with the trunk digit where there is room for it); other digits are the calling code.

const areas = `201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253
254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 334 336
347 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 432 434 443 469 470 478 479 480 484
501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 571 573 574 601 602 603 605 606 607
608 609 610 612 614 615 616 617 618 619 623 626 630 631 646 650 651 657 661 678 682 701 702 703 704 706 707 708 712 713 714 715 716
717 718 719 720 724 727 732 734 737 740 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814
815 816 817 818 828 830 831 832 843 845 847 848 850 856 857 858 859 860 863 864 865 870 901 903 904 907 908 909 910 912 913 914 915
916 917 918 919 920 925 928 931 936 937 940 941 949 951 952 954 956 970 971 972 973 978 979 980 985`.split(/\s+/);

const mobilePrefixes = `32 33 34 35 36 37 38 39 32 33 35 36 38 39 522 523 528 56 559 58 59 70 76 77 78 79 81 82 83 84 85
86 86 87 88 88 896 897 898 899 90 90 91 91 92 93 93 94 94 96 96 97 97 98 98 993 994 996 999`.split(/\s+/);

const provinces = `203 204 205 206 207 208 209 210 211 212 213 214 215 216 218 219 220 221 222 225 226 227 228 229 232 233 234 235 236 237
238 239 251 252 254 255 256 257 258 259 260 261 262 263 269 270 271 272 273 274 275 276 277 290 291 292 293 294 296 297
299`.split(/\s+/);

const luckyTails = '888 999 6789 6868 1234 7979 3939 8686 5555 3333 234 567 222 666 0101 1989 1990'.split(' ');

function vietMobile(random) {
  const number = (random.pick(mobilePrefixes) + random.fill('xxxxxxx')).slice(0, 9);
  const tail = random.pick(luckyTails);
  return random.chance(0.15) ? number.slice(0, 9 - tail.length) + tail : number;
}

function exchangeAndLine(random) {
  let exchange = random.fill('[23456789]xx');
  while (/11$/.test(exchange) || exchange === '555') exchange = random.fill('[23456789]xx');
  return exchange + random.fill('xxxx');
}

const northAmerican = (codes) => (random) => random.pick(codes) + exchangeAndLine(random);
const filled = (...patterns) => (random) => random.fill(random.pick(patterns));

/** `weight pattern` a part, parts separated by `;`. */
const weights = (text) => text.split(';').map((part) => [Number(part.trim().split(' ')[0]), part.trim().replace(/^\S+ /, '')]);

const usual = weights(`30 (###) ###-####; 34 ###-###-####; 9 ###.###.####; 6 ### ### ####; 7 ##########; 2 (###)###-####; 1 (###) ###.####;
0.8 ###/###-####; 1 (###) ### ####; 1 (###)-###-####; 0.4 ### - ### - ####; 0.6 ### ###-####; 2 1-###-###-####; 0.8 1 (###) ###-####;
0.6 1##########; 0.4 1.###.###.####; 0.3 [###] ###-####; 0.3 ###.###-####; 0.3 ###–###–####; 0.3 ###‑###‑####`);
const usualTollFree = weights(`22 1-###-###-####; 14 (###) ###-####; 14 ###-###-####; 6 ###.###.####; 4 1.###.###.####; 4 1 (###) ###-####;
2 ### ### ####; 3 1-###-### ####; 2 1##########; 2 1 ### ### ####; 1 1-(###)-###-####; 3 +1 (###) ###-####; 1 1 ###-###-####`);
const usAbroad = weights(`24 +1 (###) ###-####; 26 +1 ###-###-####; 26 +1##########; 9 +1 ### ### ####; 8 +1-###-###-####; 4 +1.###.###.####;
3 +1 ##########; 3 +1(###)###-####; 1 (+1) ###-###-####; 0.5 001-###-###-####; 2 +1 ###.###.####`);

const kinds = {
  vm: ['VN', '84', '0', vietMobile, `34 ##########; 24 #### ### ###; 15 ####.###.###; 5 ####-###-###; 5 ### ### ####; 3 ###.###.####;
    2 ###-###-####; 2.5 #### ## ## ##; 1.5 ####.##.##.##; 1 ## #### ####; 1 ##.####.####; 1.2 ##### #####; 2 #### ######; 1 ####.######;
    0.8 ### #### ###; 0.6 ###.####.###; 0.4 ## ### #####; 0.4 (###) ### ####; 0.4 #### - ### - ###; 0.4 #### . ### . ###; 0.4 ### ## ## ###;
    0.6 ##.###.#####; 0.4 #### #### ##; 0.3 ## ## ## ## ##; 0.3 ####,###,###; 3 +84 ### ### ###; 3 +84#########; 1 +84 ## ### ####`],
  vmi: ['VN', '84', '0', vietMobile, `22 +84#########; 20 +84 ### ### ###; 7 +84 ## ### ####; 5 +84 ## ### ## ##; 6 +84-###-###-###;
    5 (+84) ### ### ###; 5 (+84)#########; 3 +84.###.###.###; 3 +84 #########; 2 +84 (0) ### ### ###; 1 +84(0)#########; 2 0084#########;
    1.5 (+84)########## ; 1.5 +84 ##########; 1 (84) ### ### ###; 1 +84 (0)## ### ####; 1 00 84 ### ### ###; 1 (+84)-###-###-###`],
  vmb: ['VN', '84', '0', vietMobile, '8 84#########; 2 84 ### ### ###; 1 84-###-###-###'],
  vmz: ['VN', '84', '0', vietMobile, '1 #########'],
  vmc: ['VN', '84', '0', vietMobile, '1 +84#########'],
  vmp: ['VN', '84', '0', vietMobile, '1 ##########'],
  vf: ['VN', '84', '0', filled('24[23367]xxxxxxx', '28[23367]xxxxxxx', '28[3]xxxxxxx', '24[3]xxxxxxx'), `14 ### #### ####; 14 (###) #### ####;
    6 ###.####.####; 3 ###-####-####; 10 ###########; 5 (###)########; 6 (###) ########; 5 ###.########; 4 ### ########; 2 (###).########;
    1 ### ## ### ###; 1 ### ### #####; 2 (###) #.### ####; 1 ###.###.#####; 1 ### # ### ####; 2 ###-########; 1 (###)-########;
    1 ###.#.###.####; 1 (###) ####.####; 1 (###) ## ### ###; 0.5 [###] ########; 1 ### – ########`],
  vp: ['VN', '84', '0', (random) => random.pick(provinces) + random.fill('[3336]xxxxxx'), `8 #### ### ####; 8 (####) ### ####; 8 ####.#######;
    6 ###########; 5 #### #######; 5 ####-#######; 4 (####) #######; 4 ####.#.###.###; 3 (####).#######; 3 #### # ### ###; 3 (####) # ### ###;
    2 ####.###.####; 2 (####)#######; 1 #### ### ## ##; 2 (####) #.###.###; 1 #### #### ###`],
  vfi: ['VN', '84', '0', filled('24[367]xxxxxxx', '28[367]xxxxxxx'), `10 +84 ## #### ####; 5 +84-##-####-####; 5 (+84) ## #### ####;
    5 (84-##) #### ####; 5 (84.##) ########; 3 (+84-##) ########; 3 (+84 ##) #### ####; 3 +84 (##) #### ####; 2 +84 (0) ## #### ####;
    3 +84##########; 2 +84.##.########; 2 (84) ## #### ####; 1 +84 ## ########; 1 84-##-########; 1 (+84.##) #### ####; 1 +84(0)##.########;
    1 (84 ##) ########`],
  vh4: ['VN', '84', '', filled('19006xxx', '19006xxx', '18001xxx'),
    '12 #### ####; 10 ########; 5 ####.####; 2 ####-####; 3 #### ## ##; 1 ####.##.##'],
  vh6: ['VN', '84', '', filled('190063xxxx', '190054xxxx', '190055xxxx', '180055xxxx'), `6 ##########; 5 #### ## ## ##; 4 #### ### ###;
    3 #### #### ##; 2 ####.##.##.##; 2 ####.###.###; 1 ####-###-###`],
  um: ['US', '1', '1', northAmerican(areas), usual],
  ui: ['US', '1', '1', northAmerican(areas), usAbroad],
  uc: ['US', '1', '1', northAmerican(areas), '1 +1##########'],
  u1: ['US', '1', '1', northAmerican(areas), '1 1##########'],
  ud: ['US', '1', '1', northAmerican(areas), '1 ##########'],
  us: ['US', '1', '1', northAmerican(areas), '4 ###-###-####; 4 (###) ###-####; 1 ###.###.####'],
  ut: ['US', '1', '1', northAmerican('800 800 800 833 844 855 866 877 888'.split(' ')), usualTollFree],
  ca: ['CA', '1', '1', northAmerican('416 604 514 403 613 780 905 647'.split(' ')), '3 (###) ###-####; 4 ###-###-####; 1 ###.###.####'],
};

/** country: calling code, trunk, then [national number, at home, from abroad] each. */
const abroad = {
  JP: ['81', '0', ['[789]0[123456789]xxxxxxx', '###-####-####', '+81 ##-####-####;+81-##-####-####;+81##########;+81 ## #### ####'],
    ['3[356]xxxxxxx', '##-####-####;(##) ####-####', '+81 3-####-####;+81-3-####-####;+81 #-####-####']],
  KR: ['82', '0', ['10[23456789]xxxxxxx', '###-####-####;###.####.####', '+82 ##-####-####;+82-##-####-####;+82##########;+82 ## #### ####'],
    ['2[2356]xxxxxxx', '##-####-####;##) ####-####', '+82 #-####-####;+82-#-####-####']],
  CN: ['86', '', ['13[56789]xxxxxxxx', '###########;### #### ####;###-####-####', '+86 ### #### ####;+86 ###########;+86-###########']],
  SG: ['65', '', ['9[012345678]xxxxxx', '#### ####', '+65 #### ####;+65########;(65) #### ####;+65-####-####'],
    ['6[2345]xxxxxx', '#### ####', '+65 #### ####;(+65) #### ####']],
  TH: ['66', '0', ['8[1569]xxxxxxx', '###-###-####', '+66 ## ### ####;+66#########;+66 ##-###-####']],
  TW: ['886', '0', ['9[1236]xxxxxxx', '####-###-###', '+886 ### ### ###;+886-###-###-###;+886#########']],
  HK: ['852', '', ['[69][1234567]xxxxxx', '#### ####', '+852 #### ####;+852-########;(852) #### ####']],
  MY: ['60', '0', ['12[23456789]xxxxxx', '###-### ####', '+60 ##-### ####;+60#########;+60 ## ### ####']],
  KH: ['855', '0', ['12[23456789]xxxxx', '### ### ###', '+855 ## ### ###;+855########']],
  LA: ['856', '0', ['205[56789]xxxxxx', '### #### ####', '+856 ## #### ####;+856##########']],
  AU: ['61', '0', ['4[0123]xxxxxxx', '#### ### ###', '+61 ### ### ###;+61#########;+61 (0)### ### ###'],
    ['[23]9[2356]xxxxxx', '(##) #### ####', '+61 # #### ####;+61 (0)# #### ####']],
  GB: ['44', '0', ['20[78][123]xxxxxx', '### #### ####', '+44 ## #### ####;+44 (0)## #### ####;+44 (0) ## #### ####'],
    ['7[78]2[5678]xxxxxx', '##### ######', '+44 #### ######;+44##########;+44 #### ### ###']],
  DE: ['49', '0', ['30[235689]xxxxxxx', '### ########', '+49 ## ########;+49 (0)## ########;+49-##-########'],
    ['151[12]xxxxxxx', '#### ########', '+49 ### ########;+49###########']],
  FR: ['33', '0', ['6[12]xxxxxxx', '## ## ## ## ##', '+33 # ## ## ## ##;+33#########;+33 (0)# ## ## ## ##']],
  PH: ['63', '0', ['91[5678]xxxxxxx', '#### ### ####', '+63 ### ### ####;+63##########']],
  IN: ['91', '0', ['98[1234567]xxxxxxx', '##### #####', '+91 ##### #####;+91-##########;+91##########']],
  MX: ['52', '', ['55[12345]xxxxxxx', '## #### ####;(##) #### ####;##-####-####', '+52 ## #### ####;+52##########;+52 (##) #### ####'],
    ['33[13]xxxxxxx', '## #### ####', '+52 ## #### ####;+52-##-####-####']],
  CO: ['57', '', ['3[01]0[2345678]xxxxxx', '### ### ####', '+57 ### ### ####;+57##########']],
  BR: ['55', '0', ['119[6789]xxxxxxx', '(0##) #####-####', '+55 ## #####-####;+55 (##) #####-####;+55###########']],
  IL: ['972', '0', ['54[2345678]xxxxxx', '###-###-####', '+972 ##-###-####;+972-##-###-####']],
  ES: ['34', '', ['6[12356]xxxxxxx', '### ### ###', '+34 ### ### ###;+34 ### ## ## ##;+34#########']],
  US: ['1', '', ['[45]0[245][234678][23456789]xxxxx', '(###) ###-####;###-###-####', '+1 (###) ###-####;+1 ###-###-####;+1##########']],
};

const typed = Object.fromEntries(
  Object.entries(kinds).map(([kind, [country, code, trunk, make, patterns]]) => {
    return [kind, { country, code, trunk, make, patterns: typeof patterns === 'string' ? weights(patterns) : patterns }];
  }),
);

/** One writer keeps to one way of writing, mostly. */
function pattern(context, kind, patterns) {
  const { random, styles } = context;
  if (!styles.has(kind) || !random.chance(context.keep)) styles.set(kind, random.weighted(patterns));
  return styles.get(kind);
}

function spelled(context, { country, code, trunk }, significant, form) {
  const all = trunk + significant;
  const room = form.split('#').length - 1;
  let at = all.length - room;
  let text = form.trim().replace(/#/g, () => all[at++]);
  if (context.random.chance(0.012)) text = text.replaceAll(' ', '\u00a0');
  const called = form.includes('+') || /^00/.test(form) || (country !== 'US' && /\d/.test(form));
  return { text, e164: `+${code}${significant}`, ext: '', country, national: !called };
}

function number(context, kind) {
  const plan = typed[kind];
  return spelled(context, plan, plan.make(context.random), pattern(context, kind, plan.patterns));
}

const extended = (part, form, extension) => ({ ...part, text: part.text + form.replace('#', extension), ext: extension });

const vietExtensions = ` máy lẻ #; (máy lẻ #); - máy lẻ: #; ext #; ext. #; (ext: #); - ext: #; (Ext #); số máy lẻ #;, máy lẻ #;ext#; nhánh #;
 (nhánh #); máy nhánh #; (ml #); Ext:#; - Ext.#; máy lẻ: #; – máy lẻ #`.split(/;\n?/);
const usExtensions = ' x#; ext. #; ext #; Ext: #;x#; extension #;, ext. #; (ext. #); Ext. #; X#; EXT #; ext.#;, extension #; x #;, x#'.split(';');

function extension(context, forms, part) {
  const { random, styles } = context;
  if (!styles.has('ext') || !random.chance(context.keep)) styles.set('ext', random.pick(forms));
  return extended(part, styles.get('ext'), random.fill(random.pick(['Xx', 'Xxx', 'Xxx', 'Xxxx', 'X'])));
}

/** Further lines that leave out what they share with the first. */
function further(context, part, tails) {
  const { random } = context;
  const digits = part.e164.slice(-2);
  if (Number(digits) > 97) return [part];
  const next = String(BigInt(part.e164) + BigInt(random.int(1, 2)));
  const [separator, size] = random.pick(tails);
  const text = typeof size === 'number' ? next.slice(-size) : next.slice(-size.split('#').length + 1);
  let at = 0;
  const shown = typeof size === 'number' ? text : size.replace(/#/g, () => text[at++]);
  return [part, separator, { ...part, text: shown, e164: `+${next}`, national: true }];
}

const vietTails = [[' / ', 4], ['/', 4], [' - ', 4], ['-', 2], ['/', 2], [' – ', '########'], [', ', '#### ####'], [' - ', '########'],
  ['/ ', '########']];
const usTails = [['/', 4], [' / ', 4], [' or ', '###-####'], [' / ', '###-####'], [', ', '###-####']];

function two(context, kind, separators) {
  const first = number(context, kind);
  const usable = separators.filter((it) => !(/[-–/]/.test(first.text) && /^[-–/]$|^ - $/.test(it)));
  return [first, context.random.pick(usable), number({ ...context, keep: 1 }, kind)];
}

function foreign(context, country, home) {
  const { random } = context;
  const name = random.pick((country || 'JP KR CN SG TH TW HK MY KH AU GB DE FR US US IN').split(' '));
  const [code, trunk, ...variants] = abroad[name];
  const [shape, inside, outside] = random.pick(variants);
  const form = random.pick((home ? inside : outside).split(';'));
  const significant = random.fill(shape);
  const lacking = form.startsWith('+81 3') || form.startsWith('+81-3');
  const part = spelled(context, { country: name, code, trunk }, lacking ? significant.slice(1) : significant, form);
  return { ...part, e164: `+${code}${significant}`, national: home };
}

/** Full-width digits, as Japanese forms want them. */
function wide(context, country) {
  const part = foreign(context, country, true);
  return { ...part, text: part.text.replace(/[0-9()-]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0)) };
}

const kindSlots = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, (context) => number(context, kind)]));
const fixed = (context) => number(context, context.random.chance(0.6) ? 'vf' : 'vp');
const service = (context) => number(context, context.random.chance(0.65) ? 'vh4' : 'vh6');
const vietSeparators = [' - ', ' / ', '/', ', ', ' & ', ' hoặc ', ' – ', ' | ', '; ', ' , ', '  ', '\n'];

/** Slots: `vm` a Vietnamese mobile number, `vl` a landline, `vh` a service line, `va` any of them… */
export const numbers = {
  ...kindSlots,
  vl: fixed,
  vh: service,
  va: (context) => context.random.weighted([[66, kindSlots.vm], [22, fixed], [9, service], [3, kindSlots.vmi]])(context),
  ve: (context) => extension(context, vietExtensions, number(context, context.random.weighted([[6, 'vf'], [2, 'vp'], [2, 'vfi'], [1, 'vh4']]))),
  vs: (context) => further(context, number(context, 'vf'), vietTails),
  vm2: (context) => two(context, 'vm', vietSeparators),
  ua: (context) => number(context, context.random.weighted([[80, 'um'], [10, 'ui'], [10, 'ut']])),
  ue: (context) => extension(context, usExtensions, number(context, context.random.weighted([[8, 'um'], [2, 'ut'], [1, 'ui']]))),
  uf: (context) => further(context, number(context, 'us'), usTails),
  um2: (context) => two(context, 'um', [' / ', ', ', ' or ', ' | ', '; ', ' • ', '\n', ' and ']),
  intl: (context, country) => foreign(context, country, false),
  home: (context, country) => foreign(context, country, true),
  wide,
};
