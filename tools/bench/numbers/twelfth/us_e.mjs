// US, part E: machine formats, exports, marks and odd spellings
import { int, pick, dig, one, F, T, join, times, registry, pad0, grp, tm, tms, ampm, ymd, Y, dMDY, epoch, up, npi } from './kit.mjs';
import { us, usB, usG, usT, usI, usIn, tf, any } from './us_num.mjs';
import { nm, fn, ln, st, zip, biz, usdS, awb, claim } from './us_words.mjs';
import { intl } from './intl.mjs';
export const E = registry();
const S = E.S;
const plus = () => {
  let p;
  do p = usI();
  while (!/^\+/.test(p.text));
  return p;
};
const plusTight = () => {
  let p;
  do p = usI();
  while (!/^\+1\d{10}$/.test(p.text));
  return p;
};
const LNU = () => ln().toUpperCase().replace(/\W/g, '');

S('wa-export', () =>
  one(
    () =>
      T`${int(1, 12)}/${int(1, 28)}/${Y() % 100}, ${ampm()} - \u202a${plus()}\u202c: ${pick(['is this still available', 'omw', 'thx!', 'This message was deleted'])}`,
    () => T`\u202a${plus()}\u202c joined using this group's invite link`,
    () => T`\u2068${intl(['MX', 'IN', 'BR', 'GB'])}\u2069 ~ ${fn()}`,
  ),
);
S('wa-export-no', () =>
  one(
    () =>
      T`${int(1, 12)}/${int(1, 28)}/${Y() % 100}, ${ampm()} - ${fn()}: IMG-${ymd()}-WA${dig(4)}.jpg (file attached)`,
    () => T`Security code: ${times(6, () => dig(5)).join(' ')}`,
  ),
);
S('edi', () =>
  one(
    () => T`PER*IC*${LNU()}*TE*${usB()}*FX*${usB()}~`,
    () =>
      T`PID|1||${F('00######')}^^^MRN||${LNU()}^${fn().toUpperCase()}||19${int(30, 99)}0${int(1, 9)}${int(10, 28)}|F|||${int(10, 900)} MAIN ST^^AUSTIN^TX^787${dig(2)}||${usIn('part')}|`,
    () => T`NK1|1|${LNU()}^${fn().toUpperCase()}|SPO||${usIn('par')}|`,
    () =>
      T`"recipient":{"name":"${nm()}","phone_number":"${plusTight()}","postal":"${zip()}"},"weight_oz":${int(3, 90)}`,
    () => T`phone=%2B&phone_display=${usIn('da')}&amount=${int(10, 900)}.00&ref=${epoch()}`,
  ),
);
S(
  'edi-no',
  () =>
    one(
      () => T`NM1*85*2*${LNU()} CLINIC*****XX*${npi()}~`,
      () => T`CLM*${F('%########')}*${int(100, 900)}***11:B:1*Y*A*Y*Y~REF*EI*${dig(9)}~`,
      () =>
        T`ISA*00*          *00*          *ZZ*${dig(9)}      *ZZ*${dig(9)}      *2${dig(5)}*${dig(4)}*^*00501*${dig(9)}*0*P*:~`,
      () =>
        T`OBX|${int(1, 9)}|NM|2345-7^Glucose^LN||${int(60, 200)}|mg/dL|70-99|H|||F|||${ymd()}${tms().replace(/:/g, '')}`,
      () => T`(01)00${dig(12)}(17)2${dig(5)}(10)${F('@###')}(21)${dig(12)}`,
      () =>
        T`P<USA${LNU()}<<${fn().toUpperCase().replace(/\W/g, '')}<<<<<<<<<<\n${F('5########')}${dig(1)}USA${F('######')}${dig(1)}M${F('######')}${dig(1)}<<<<<<<<${dig(2)}`,
      () => T`$GPGGA,${dig(6)}.00,${F('3###.####')},N,${F('09###.####')},W,1,08,0.9,${int(10, 900)}.4,M`,
    ),
  2,
);
S('after-label', () =>
  one(
    () => T`${usT()} (${pick(['o', 'c', 'h', 'w', 'cell', 'fax', 'text only', fn()])})`,
    () => T`${usT()} office\n${usT()} cell\n${usT()} fax`,
    () => T`(o) ${usIn('da')} (c) ${usIn('da')}`,
    () => T`${usIn('da')}-${pick(['cell', 'home', 'work'])}, ${usIn('da')}-${pick(['mom', 'dad'])}`,
    () => T`${usT()} is ${fn()}, ${usT()} is the shop`,
  ),
);
S('fax-head', () =>
  one(
    () =>
      T`${dMDY()}  ${ampm()}  FROM: ${up(biz())}  ${usIn('da')}  TO: ${usIn('oneb')}  P. ${int(1, 9)}/${int(9, 20)}`,
    () => T`To: ${nm()}   Fax: ${us()}   Pages: ${int(1, 20)} incl. cover   Re: ${claim()}`,
  ),
);
S('caller-id', () =>
  one(
    () =>
      T`DATE=${pad0(int(1, 12), 2)}${pad0(int(1, 28), 2)} TIME=${tm().replace(':', '')} NMBR=${usB()} NAME=${LNU()}`,
    () => T`CID: "${LNU()} ${fn().toUpperCase()[0]}" <${usB()}>`,
    () => T`CAD ${F('2#-######')} ${tm()} RP ${nm()} CB ${usT()} LOC ${st()}`,
  ),
);
S('caller-id-no', () =>
  one(
    () =>
      T`CAD ${F('2#-######')} ${tms()} UNIT ${int(1, 9)}A${int(10, 40)} ENRT ${tms()} ONSC ${tms()} CODE ${int(2, 4)} BEAT ${dig(3)}`,
    () => T`NMBR=P NAME=PRIVATE TIME=${tm().replace(':', '')}`,
    () => T`ANI fail code ${dig(3)} trunk ${dig(2)}-${dig(3)} circuit ${F('##.HCGS.######..@@')}`,
  ),
);
S('md-table', () =>
  one(
    () =>
      T`| Name | Phone | Notes |\n|---|---|---|\n${join(
        times(
          int(2, 4),
          () =>
            T`| ${nm()} | ${usT()} | ${one(
              'ok',
              () => `paid ${usdS()}`,
              () => `${int(1, 12)}/${int(1, 28)} ${ampm()}`,
            )} |`,
        ),
        '\n',
      )}`,
    () =>
      join(
        times(int(2, 4), i => T`${i + 1}. ${fn()} ${ln()[0]}. – ${usT()} – party of ${int(2, 9)}`),
        '\n',
      ),
  ),
);
S('md-table-no', () =>
  one(
    () =>
      T`| SKU | Qty | Unit |\n|---|---|---|\n${times(3, () => `| ${F('###-@@-####')} | ${int(1, 90)} | ${usdS()} |`).join('\n')}`,
    () => times(int(2, 5), i => `${i + 1}. Order ${F('11#-#######-#######')} – ${awb()}`).join('\n'),
    () => times(4, () => `${dMDY()}\t${ampm()}\t${ampm()}\t${int(6, 11)}.${dig(2)}`).join('\n'),
  ),
);
S('lost-found', () =>
  one(
    () => T`LOST DOG near ${st()}, chip # 9850${dig(11)}, REWARD $${int(1, 9)}00 ${usG()}`,
    () => T`Found keys at exit ${int(10, 200)}, text me ${usT()}`,
  ),
);
S('glued', () =>
  one(
    () => T`call${usIn('da')}now`,
    () => T`${fn()}:${usB()},${fn()}:${usB()}`,
    () => T`${usIn('par')}${pick(['Call', 'Website', 'Get directions', 'Text us'])}`,
    () => T`ph#${usIn('da')}fax#${usIn('da')}`,
  ),
);
S(
  'misc-no',
  () =>
    one(
      () => T`NOAA ${F('4####')} ${int(20, 50)}°${int(10, 59)}'N seas ${int(1, 12)} ft ${int(5, 40)} kt ${dig(4)} mb`,
      () =>
        T`KAUS ${F('######')}Z ${F('18###')}KT 10SM FEW0${dig(2)} ${int(10, 35)}/${int(5, 20)} A29${dig(2)} RMK SLP${dig(3)} T0${dig(7)}`,
      () =>
        T`CUSIP ${F('#####@###')} ISIN US${dig(10)} ${int(100, 900)}.${dig(2)} +${int(0, 4)}.${dig(2)} (0.${dig(2)}%) vol ${grp(int(1000000, 90000000), ',')}`,
      () =>
        T`Amtrak ${int(1, 900)} car ${F('1#11')} seat ${int(1, 60)}A res ${F('^^^^^^')} • Bus 801 stop ${dig(4)} in ${int(2, 40)} min`,
      () =>
        T`Hymn ${int(1, 700)}, ${int(1, 700)}; Ps ${int(1, 150)}:${int(1, 9)}-${int(10, 20)}; John 3:16-${int(17, 21)}`,
      () => T`Dewey 973.92${dig(1)} call no. QA76.73 .J38 ${Y()} barcode 3${dig(4)} ${dig(5)} ${dig(4)}`,
    ),
  2,
);
S('bilingual', () => T`Call / Llame: ${any()}${pick([' ', '\n'])}TTY/TDD: ${tf()}`);
