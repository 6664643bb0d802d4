// Numbering plans: numbers that can be given out today.

const VN_AREAS = ('203 204 205 206 207 208 209 210 211 212 213 214 215 216 218 219 220 221 222 225 226 227 228 229 232 233 234 235 236 237 238 239 ' +
  '251 252 254 255 256 257 258 259 260 261 262 263 269 270 271 272 273 274 275 276 277 290 291 292 293 294 296 297 299').split(' ');
const VN_BUSY = ['236', '225', '292', '274', '251', '234', '258', '222', '254', '220'];
const VN_MOBILE = ('32 33 34 35 36 37 38 39 522 523 528 559 56 58 59 70 76 77 78 79 81 82 83 84 85 86 87 88 896 897 898 899 ' +
  '90 91 92 93 94 96 97 98 993 994 995 996 997').split(' ');
const VN_COMMON = ['90', '91', '93', '94', '96', '97', '98', '86', '88', '35', '36', '38', '39', '70', '77', '79', '32', '33'];
const US_AREAS = ('201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 ' +
  '260 262 267 269 270 272 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 331 334 336 337 ' +
  '339 346 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 430 432 434 435 440 ' +
  '443 458 469 470 475 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 ' +
  '563 567 570 571 573 574 575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 628 630 631 636 ' +
  '641 646 650 651 657 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 737 740 ' +
  '747 754 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 ' +
  '843 845 847 848 850 856 857 858 859 860 862 863 864 865 870 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 ' +
  '929 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985').split(' ');
const TOLL_FREE = ['800', '888', '877', '866', '855', '844', '833'];
const CA_AREAS = ['416', '647', '604', '514', '403', '613', '905', '780'];

function line(r) {
  for (;;) {
    const exchange = `${r.int(2, 9)}${r.digits(2)}`;
    if (!exchange.endsWith('11') && exchange !== '555') return [exchange, r.digits(4)];
  }
}

/** Patterns: groups by blanks, the first one is the area or operator; `x` any digit, `X` 1 to 9. */
const FORMS = {
  GB: ['44', '0', [[3, '20 7Xxx xxxx'], [2, '20 3Xxx xxxx'], [2, '20 8Xxx xxxx'], [1, '161 2xx xxxx'], [1, '121 6xx xxxx'], [1, '131 5xx xxxx'],
    [1, '141 3xx xxxx'], [1, '113 2xx xxxx'], [1, '1223 3xxxxx'], [1, '1273 7xxxxx'], [1, '1865 2xxxxx'],
    [2, '7712 xxxxxx', 'm'], [2, '7903 xxxxxx', 'm'], [2, '7854 xxxxxx', 'm'], [2, '7546 xxxxxx', 'm'], [1, '7388 xxxxxx', 'm'], [1, '800 Xxx xxxx']]],
  DE: ['49', '0', [[3, '30 Xxxxxxx'], [2, '30 Xxxxxxxx'], [2, '89 Xxxxxxx'], [2, '40 Xxxxxxx'], [2, '69 Xxxxxxxx'], [1, '221 Xxxxxxx'], [1, '711 Xxxxxx'],
    [2, '151 Xxxxxxxx', 'm'], [2, '171 Xxxxxxx', 'm'], [2, '176 Xxxxxxxx', 'm'], [1, '160 Xxxxxxx', 'm'], [1, '172 Xxxxxxx', 'm']]],
  FR: ['33', '0', [[4, '1 4X xx xx xx'], [1, '2 40 xx xx xx'], [1, '3 88 xx xx xx'], [2, '4 72 xx xx xx'], [1, '5 61 xx xx xx'],
    [4, '6 1x xx xx xx', 'm'], [2, '7 6x xx xx xx', 'm'], [1, '9 72 xx xx xx']]],
  JP: ['81', '0', [[4, '3 3Xxx xxxx'], [2, '3 5Xxx xxxx'], [2, '6 6Xxx xxxx'], [1, '45 2xx xxxx'], [1, '52 9xx xxxx'],
    [3, '90 Xxxx xxxx', 'm'], [3, '80 Xxxx xxxx', 'm'], [1, '70 Xxxx xxxx', 'm']]],
  AU: ['61', '0', [[2, '2 9Xxx xxxx'], [2, '3 9Xxx xxxx'], [3, '412 xxx xxx', 'm'], [2, '438 xxx xxx', 'm']]],
  SG: ['65', '', [[2, '63xx xxxx'], [2, '91xx xxxx', 'm'], [2, '81xx xxxx', 'm']]],
  KR: ['82', '0', [[2, '2 5Xxx xxxx'], [4, '10 Xxxx xxxx', 'm']]],
  CN: ['86', '0', [[2, '21 5Xxx xxxx'], [1, '755 8Xxx xxxx'], [4, '138 xxxx xxxx', 'm'], [3, '159 xxxx xxxx', 'm']]],
  TH: ['66', '0', [[2, '2 6xx xxxx'], [4, '81 xxx xxxx', 'm'], [2, '89 xxx xxxx', 'm']]],
  IN: ['91', '0', [[4, '98Xxx xxxxx', 'm'], [2, '99Xxx xxxxx', 'm'], [2, '22 2Xxx xxxx']]],
  NL: ['31', '0', [[2, '20 Xxx xxxx'], [3, '6 2xxxxxxx', 'm']]],
  CH: ['41', '0', [[3, '44 Xxx xx xx'], [3, '79 Xxx xx xx', 'm']]],
  TW: ['886', '0', [[2, '2 2Xxx xxxx'], [3, '912 xxx xxx', 'm']]],
  MY: ['60', '0', [[2, '3 77xx xxxx'], [3, '12 Xxx xxxx', 'm']]],
  ES: ['34', '', [[2, '91 Xxx xx xx'], [3, '6X1 xxx xxx', 'm']]],
};

export const FOREIGN = ['GB', 'GB', 'GB', 'DE', 'DE', 'DE', 'FR', 'FR', 'FR', 'JP', 'JP', 'JP', 'AU', 'SG', 'KR', 'CN', 'TH', 'IN', 'NL', 'CH', 'TW', 'MY', 'ES', 'CA'];

/** `kind`: 'm' mobile, 'f' fixed, 'h' hotline. */
export function make(r, country, kind) {
  if (country === 'VN') {
    const is = kind ?? r.weighted([[70, 'm'], [22, 'f'], [8, 'h']]);
    if (is === 'h') {
      const groups = r.weighted([
        [4, () => [r.pick(['1900', '1800']), r.fill('Xxxx')]],
        [5, () => [r.pick(['1900', '1800']), r.fill('Xxxxxx')]],
      ])();
      return { country, cc: '84', trunk: '', kind: 'h', groups };
    }
    if (is === 'f') {
      const groups = r.weighted([
        [5, () => ['28', `${r.pick(['38', '39', '37', '35', '62', '73', '22', '71', '54'])}${r.digits(2)}`, r.digits(4)]],
        [4, () => ['24', `${r.pick(['38', '39', '37', '35', '62', '73', '66', '32'])}${r.digits(2)}`, r.digits(4)]],
        [4, () => [r.pick(VN_BUSY), `${r.pick(['3', '3', '3', '6'])}${r.digits(3)}`, r.digits(3)]],
        [3, () => [r.pick(VN_AREAS), `3${r.digits(3)}`, r.digits(3)]],
      ])();
      return { country, cc: '84', trunk: '0', kind: 'f', groups };
    }
    const start = r.pick(r.chance(0.6) ? VN_COMMON : VN_MOBILE);
    const digits = start + r.digits(9 - start.length);
    return { country, cc: '84', trunk: '0', kind: 'm', groups: [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)] };
  }
  if (country === 'US' || country === 'CA') {
    const toll = country === 'US' && (kind === 'h' || (!kind && r.chance(0.07)));
    const area = r.pick(toll ? TOLL_FREE : country === 'CA' ? CA_AREAS : US_AREAS);
    return { country, cc: '1', trunk: '', kind: toll ? 'h' : kind ?? 'f', groups: [area, ...line(r)] };
  }
  const [cc, trunk, forms] = FORMS[country];
  const fit = forms.filter(([, , its]) => !kind || kind === 'h' || (its ?? 'f') === kind);
  const [pattern, its] = r.weighted((fit.length ? fit : forms).map(([weight, form, mark]) => [weight, [form, mark]]));
  return { country, cc, trunk, kind: its ?? 'f', groups: r.fill(pattern).split(' ') };
}

export const significant = (number) => number.groups.join('');
export const e164 = (number) => `+${number.cc}${significant(number)}`;
