// numbers of other countries: international and domestic spellings
import { F, pick, chance, wpick, Ph, one } from './kit.mjs';
// national significant number patterns (# 0-9, % 1-9, & 2-9); trunk = digit(s) written domestically
export const C = {
  GB: {
    cc: '44',
    t: '0',
    p: ['20 7### ####', '20 8### ####', '161 2## ####', '7720 ######', '7412 ######', '121 4## ####'],
  },
  DE: {
    cc: '49',
    t: '0',
    p: ['30 2#######', '89 5#######', '40 3#######', '151 2#######', '171 %######', '69 7#######'],
  },
  FR: { cc: '33', t: '0', p: ['1 4# ## ## ##', '6 1# ## ## ##', '6 8# ## ## ##', '4 7# ## ## ##'] },
  JP: { cc: '81', t: '0', p: ['3-3###-####', '90-%###-####', '80-%###-####', '6-6###-####'] },
  KR: { cc: '82', t: '0', p: ['2-3###-####', '10-8###-####', '10-4###-####'] },
  CN: {
    cc: '86',
    t: '0',
    p: ['138 #### ####', '139 #### ####', '186 #### ####', '10 6### ####', '21 6### ####', '755 8### ####'],
  },
  TW: { cc: '886', t: '0', p: ['2 2### ####', '912 ### ###'] },
  HK: { cc: '852', t: '', p: ['2522 ####', '2810 ####', '9123 ####'] },
  SG: { cc: '65', t: '', p: ['62## ####', '67## ####', '9### ####', '81## ####'].map(x => x.replace('9###', '91##')) },
  TH: { cc: '66', t: '0', p: ['2 2## ####', '81 ### ####', '89 ### ####'] },
  MY: { cc: '60', t: '0', p: ['3-21## ####', '3-77## ####', '12-2## ####'] },
  AU: { cc: '61', t: '0', p: ['2 9### ####', '3 9### ####', '412 ### ###', '438 ### ###', '7 3### ####'] },
  RU: { cc: '7', t: '8', p: ['495 ###-##-##', '916 ###-##-##'] },
  CZ: { cc: '420', t: '', p: ['224 ### ###', '602 ### ###'] },
  PL: { cc: '48', t: '', p: ['22 6## ## ##', '601 ### ###'] },
  IN: { cc: '91', t: '0', p: ['98### #####', '22 2### ####', '80 2### ####'] },
  PH: { cc: '63', t: '0', p: ['917 ### ####', '2 8### ####'] },
  ID: { cc: '62', t: '0', p: ['21 5### ####', '812 #### ####'] },
  KH: { cc: '855', t: '0', p: ['12 &## ###', '23 2## ###'] },
  LA: { cc: '856', t: '0', p: ['20 55## ####', '21 2## ###'] },
  NL: { cc: '31', t: '0', p: ['20 6## ####', '6 1### ####'] },
  CH: { cc: '41', t: '0', p: ['44 2## ## ##', '79 3## ## ##'] },
  AE: { cc: '971', t: '0', p: ['4 3## ####', '50 6## ####'] },
  ES: { cc: '34', t: '', p: ['91 5## ## ##', '612 ## ## ##'] },
  IT: { cc: '39', t: '', p: ['06 48## ####', '347 2## ####'] },
  MX: { cc: '52', t: '', p: ['55 5### ####', '33 3### ####', '664 6## ####'] },
  BR: { cc: '55', t: '0', p: ['11 9#### ####', '21 2### ####'] },
  SE: { cc: '46', t: '0', p: ['8 5## ### ##', '70 2## ## ##'] },
  DK: { cc: '45', t: '', p: ['33 1# ## ##'] },
  IE: { cc: '353', t: '0', p: ['1 6## ####', '87 2## ####'] },
  NZ: { cc: '64', t: '0', p: ['9 3## ####', '21 4## ###'] },
  TR: { cc: '90', t: '0', p: ['212 2## ## ##', '532 ### ## ##'] },
  CO: { cc: '57', t: '', p: ['310 ### ####', '300 ### ####'] },
  CA: { cc: '1', t: '', p: ['416 3## ####', '604 6## ####', '514 8## ####', '905 2## ####'] },
};
export const codes = Object.keys(C);
const only = x => x.replace(/\D/g, '');
// international spelling
export const intl = (cc = pick(codes)) => {
  if (Array.isArray(cc)) cc = pick(cc);
  const c = C[cc],
    nsn = F(pick(c.p)),
    e = '+' + c.cc + only(nsn);
  const sp = nsn.replace(/-/g, ' ');
  const t = wpick([
    [30, `+${c.cc} ${nsn}`],
    [12, `+${c.cc}-${nsn.replace(/ /g, '-')}`],
    [14, `+${c.cc}${only(nsn)}`],
    [10, `(+${c.cc}) ${sp}`],
    [c.t === '0' ? 7 : 0, `+${c.cc} (0)${sp}`],
    [c.t === '0' ? 3 : 0, `+${c.cc}(0)${only(nsn)}`],
    [5, `+${c.cc}.${sp.replace(/ /g, '.')}`],
    [5, `00${c.cc} ${sp}`],
    [3, `00${c.cc}${only(nsn)}`],
    [3, `(+${c.cc})${only(nsn)}`],
    [2, `00 ${c.cc} ${sp}`],
    [4, `+${c.cc}\u00a0${sp.replace(/ /g, '\u00a0')}`],
    [4, `+${c.cc} ${only(nsn)}`],
    [/^\d{1,3} /.test(sp) && cc !== 'ES' ? 5 : 0, `+${c.cc} ${sp.replace(/^(\d+) /, '($1) ')}`],
  ]);
  return new Ph(t, e, { country: cc, national: false });
};
// spelling with the US exit code
export const intl011 = cc => {
  const c = C[cc],
    nsn = F(pick(c.p));
  return new Ph(one(`011 ${c.cc} ${nsn}`, `011-${c.cc}-${nsn.replace(/ /g, '-')}`), '+' + c.cc + only(nsn), {
    country: cc,
    national: false,
  });
};
// domestic spelling
export const natl = cc => {
  const c = C[cc],
    nsn = F(pick(c.p)),
    e = '+' + c.cc + only(nsn);
  const d = cc === 'CN' && /^1[38]/.test(nsn) ? '' : c.t;
  let t = cc === 'RU' ? `8 (${nsn.slice(0, 3)}) ${nsn.slice(4)}` : d + nsn;
  if (cc === 'CA') t = `(${nsn.slice(0, 3)}) ${nsn.slice(4, 7)}-${nsn.slice(8)}`;
  else if (cc !== 'RU' && chance(0.25)) t = t.replace(/^(0\d+)[ -]/, '($1) ');
  else if (cc === 'DE' && chance(0.5)) t = t.replace(' ', pick(['/', ' / ', '-']));
  return new Ph(t, e, { country: cc, national: true });
};
