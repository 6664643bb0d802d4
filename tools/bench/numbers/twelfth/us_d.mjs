// US, part D: mostly digit traps, plus mixed lines
import {
  int, pick, dig, nz, one, maybe, F, T, registry, pad0, grp, tm, tms, ampm, ymd, Y, dISO, dMDY, geo, ip, mac, uuid, sha, imei, card, npi,
  isbn, iban, epoch, DOI, up,
} from './kit.mjs';
import { us, usB, usG, usT, usIn, usX } from './us_num.mjs';
import {
  nm, nmR, fn, ln, addr, cityZ, zip, zip4, biz, usd, ein, ssn, ups, usps, fedex, awb, oid, acct, policy, claim, mrn, ndc, vin, plate,
  docket, sku, hours, routing,
} from './us_words.mjs';
export const D = registry();
const S = D.S;

S(
  'd-money',
  () =>
    one(
      () => T`${usd()} ${pick(['–', 'to', '/'])} ${usd()}`,
      () =>
        T`€${grp(int(1000, 9999999), '.')},${dig(2)} | ¥${grp(int(10000, 9999999), ',')} | £${grp(int(1000, 99999), ',')}.${dig(2)}`,
      () =>
        T`${grp(int(1000, 999999), ',')}.${dig(2)}  ${grp(int(1000, 999999), ',')}.${dig(2)}  (${grp(int(100, 9999), ',')}.${dig(2)})`,
      () => T`${int(2, 9)} ${int(100, 999)} ${int(100, 999)} shares @ $${int(10, 900)}.${dig(4)}`,
    ),
  2,
);
S(
  'd-taxid',
  () =>
    one(
      () => T`EIN ${ein()}`,
      () => T`Federal Tax ID: ${ein()} | State: ${F('###-####-#')}`,
      () => T`SSN ${ssn()} DOB ${dMDY()}`,
      () => T`ITIN 9XX-7X-${dig(4)} • PTIN P0${dig(7)} • EFIN ${dig(6)}`,
      () => T`NPI ${npi()} | Taxonomy 207R00000X | CLIA ${F('##D#######')}`,
      () => T`DL# ${F('@#######')} ${pick(['CA', 'TX', 'FL'])} exp ${dMDY()}`,
    ),
  2,
);
S(
  'd-order',
  () =>
    T`${pick(['Order #', 'Invoice # ', 'PO# ', 'Confirmation # ', 'Ticket # ', 'Case #', 'Reference no. ', 'Work order # ', 'RMA # '])}${one(
      oid,
      () => F('&##&######'),
      () => F('&##-###-####'),
      () => F('0#########'),
      docket,
    )}${maybe(0.4, () => ` – ${dMDY()}`)}`,
  2,
);
S(
  'd-track',
  () =>
    T`${pick(['Tracking #: ', 'Tracking ID ', 'USPS Tracking® ', 'Track: ', 'Airbill '])}${one(
      awb,
      () => fedex(),
      () => usps(),
      () => F('&##&######'),
    )}`,
  2,
);
S(
  'd-dhl',
  () =>
    T`DHL waybill ${F('%# #### ####')} – ${int(1, 4)} pc, ${int(1, 30)}.${dig(1)} kg${maybe(0.3, () => ` – ${dMDY()} ${tm()}`)}`,
);
S(
  'd-acct',
  () =>
    one(
      () => T`Acct# ${acct()} bal ${usd()}`,
      () => T`Account number: ${F('&##-###-####')} Statement date ${dMDY()}`,
      () => T`Routing: ${routing()}  Account: ${acct()}`,
      () => T`IBAN ${iban()} BIC ${F('@@@@DEFF###')}`,
      () => T`Card ${card(pick([' ', '-', '']))} CVV *** exp ${pad0(int(1, 12), 2)}/${int(25, 31)}`,
      () => T`Gift card ${F('6006 #### #### #### ###')} PIN ${dig(8)}`,
      () => T`Member since ${Y()} • Rewards # ${F('### ### ####')} • ${grp(int(100, 99999), ',')} pts`,
    ),
  2,
);
S('d-med', () =>
  one(
    () => T`${mrn()} CSN ${nz(10)} HAR ${nz(9)}`,
    () => T`Rx ${F('%######-#####')} NDC ${ndc()} BIN ${F('0#####')} PCN ${F('@@@')}`,
    () => T`Specimen ${F('##-###-####-#')} coll ${dMDY()} ${tm()} acc# ${F('@########')}`,
    () => T`NCT${F('0#######')} n=${int(20, 900)} p=0.0${int(10, 49)} CI ${int(0, 1)}.${dig(2)}–${int(2, 4)}.${dig(2)}`,
    () => T`GTIN ${F('00#############')} LOT ${F('@####')} SN ${dig(12)} EXP ${ymd().slice(2)}`,
  ),
);
S(
  'd-dates',
  () =>
    one(
      () => T`${dMDY()} - ${dMDY()}`,
      () => T`${dISO()}T${tms()}.${dig(3)}Z – ${dISO()}T${tms()}Z`,
      () => T`${ymd()}${tms().replace(/:/g, '')}`,
      () => T`${epoch()} (${dISO()} ${tms()} UTC)`,
      () => T`FY ${Y()}-${int(20, 27)} Q${int(1, 4)} wk ${int(1, 52)}`,
      () => T`${ampm()}–${ampm()} ${pick(['ET', 'PST', 'CDT'])} ${int(1, 12)}.${int(1, 28)}.${int(19, 25)}`,
    ),
  2,
);
S('d-geo', () =>
  one(
    () => geo(33, -117),
    () =>
      T`${int(25, 48)}°${int(10, 59)}'${int(10, 59)}.${dig(1)}"N ${int(70, 122)}°${int(10, 59)}'${int(10, 59)}.${dig(1)}"W`,
    () => T`UTM 11S ${dig(6)} ${dig(7)} • MGRS 11S MS ${dig(5)} ${dig(5)}`,
    () => T`${addr()} • Plus4 ${zip4()} • carrier route C0${dig(2)}`,
    () => T`ZIP+4: ${zip4()}  DPBC ${dig(2)}  FIPS ${dig(5)}`,
  ),
);
S('d-net', () =>
  one(
    () => T`${ip()} ${mac()} lease ${epoch()}`,
    () => T`commit ${sha(40)} (tag: v${int(1, 9)}.${int(0, 30)}.${int(0, 20)})`,
    () => T`${uuid()} ${sha(64)}`,
    () => T`fe80::${F('~~~~:~~~~:~~~~:~~~~')} mtu 1500 rx ${nz(10)} tx ${nz(10)}`,
    () => T`GET /v${int(1, 3)}/items/${nz(10)} 200 ${int(10, 900)}ms ${ip()}:${int(1024, 65000)}`,
  ),
);
S(
  'd-sku',
  () =>
    one(
      () => T`${sku()} • UPC ${F('0##########')}${dig(1)} • ${usd()}`,
      () => T`ISBN-13: ${isbn()} ISBN-10: ${F('0##########').slice(0, 10)}`,
      () => T`ISBN 0-${F('###-#####-#')} • OCLC ${nz(9)} • LC ${F('QA76.##.@##')} ${Y()}`,
      () => T`Part no. ${F('&##-###-####')} (supersedes ${F('&##-###-####')})`,
      () => T`S/N ${F('@@@########')} FCC ID ${F('2A@@@-######')} IMEI ${imei()}`,
      () => T`doi: ${DOI()}`,
      () => T`McMaster ${F('9####A###')} 1/4"-20 x 1-1/2" pk ${pick([25, 50, 100])}`,
      () => T`NSN ${F('%###-01-###-####')} CAGE ${F('#@###')}`,
    ),
  2,
);
S('d-dims', () =>
  one(
    () => T`${int(10, 90)}" x ${int(10, 90)}" x ${int(10, 90)}" (${int(10, 200)} lb)`,
    () => T`1920x1080 @ ${pick([60, 144])}Hz • 16:9 • ${int(100, 999)}.${dig(1)} MB • ${int(1, 90)}:${int(10, 59)}`,
    () => T`${int(185, 285)}/${int(45, 75)}R${int(15, 20)} ${int(80, 110)}H • 5x114.3 • ${int(20, 50)} psi`,
    () => T`${int(10, 90)}-${int(1, 9)}/8 in. × ${int(10, 90)} ft, 12-2 AWG, ${pick([120, 240])}V/${pick([15, 20])}A`,
  ),
);
S('d-policy', () =>
  one(
    () => T`Policy # ${policy()}`,
    () => T`Claim # ${claim()} | Loss ${dMDY()} | ${usd()}`,
    () => T`Group no. ${F('###-####')} Cert ${F('#########')} eff ${dMDY()}`,
    () => T`Contract ${F('W91###-##-@-####')} CLIN 000${int(1, 9)} mod P0000${int(1, 9)}`,
  ),
);
S('d-case', () =>
  one(
    () => T`${docket()}`,
    () => T`Case ${F('2#-######')} – report ${F('20##-00######')} – CAD ${F('2#########')}`,
    () => T`Inmate # ${F('0#######')} Booking ${F('2########')} Bond ${usd()}`,
    () => T`Citation ${F('@########')} ${plate()} ${ampm()} fine ${usd()}`,
    () => T`Permit # ${F('##-#####-##')} Patent No. ${int(8, 11)},${dig(3)},${dig(3)} Reg. ${F('#,###,###')}`,
  ),
);
S('d-score', () =>
  one(
    () =>
      T`${int(0, 9)}-${int(0, 9)}, ${int(0, 9)}-${int(0, 9)}, ${int(0, 7)}-${int(0, 6)} • ${int(100, 200)}-${int(100, 200)}-${int(100, 200)} (${int(300, 600)})`,
    () =>
      T`.${int(200, 350)}/.${int(300, 450)}/.${int(350, 600)} ${int(1, 60)} HR ${int(10, 140)} RBI ${int(0, 9)}.${dig(1)} WAR`,
    () => T`FICO ${int(550, 840)} • DTI ${int(10, 50)}% • ${int(300, 850)}/${int(300, 850)}/${int(300, 850)}`,
    () => T`ERA ${int(1, 6)}.${dig(2)} ${int(1, 20)}-${int(1, 15)} ${int(50, 210)}.${int(0, 2)} IP ${int(50, 250)} K`,
  ),
);
S(
  'd-meter',
  () =>
    T`Meter# ${F('@##-######')} ${dig(5)} → ${dig(5)} (${int(100, 2000)} ${pick(['kWh', 'CCF', 'gal'])}) ${int(1, 12)}/${int(1, 28)}–${int(1, 12)}/${int(1, 28)}`,
);
S('d-vin', () => T`${pick(['VIN', 'VIN:', 'Vehicle ID'])} ${vin()} ${plate()} ${grp(int(1000, 190000), ',')} mi`);
S('d-none', () =>
  one(
    'Phone: not provided',
    'Fax: N/A',
    'Call for price',
    'Phone: (   )   -',
    () => `Phone: ${pick(['(XXX) XXX-XXXX', '(000) 000-0000', '___-___-____', 'unlisted', 'xxx-xxx-xxxx'])}`,
    () => `Ext. ${dig(4)} – ${nm()}`,
    () => `Room ext ${int(100, 999)}, dial 9 for outside line`,
    () => `Extension list: ${dig(4)} front desk, ${dig(4)} billing`,
    () => `Area code ${pick([212, 305, 512])} overlay ${pick([646, 786, 737])} effective ${dMDY()}`,
    () => `Format: ###-###-####`,
  ),
);
S(
  'd-mix',
  () =>
    one(
      () => T`${mrn()} ${nmR()} DOB ${dMDY()} ${usT()} SSN ${ssn()}`,
      () => T`EIN ${ein()} • ${usT()} • DUNS ${F('##-###-####')}`,
      () => T`NPI ${npi()} Ph ${us()} Fx ${us()}`,
      () => T`PO ${F('45########')} Attn ${ln()} ${usX()} ship ${dMDY()}`,
      () => T`${ups()} ${usB1()}`,
      () => T`Policy ${policy()} insured ${nm()} tel ${us()} VIN ${vin()}`,
      () => T`Acct ${acct()} ${cityZ()} ${usG()} ${usd()}`,
      () => T`${dMDY()} ${ampm()} | ${F('INC#######')} | ${usT()} | ${ip()}`,
    ),
  3,
);
const usB1 = () => T`notify by SMS: ${usB()}`;
S('d-caps', () =>
  up(
    T`call or text ${us()} ask for ${fn()} - ${pick(['free estimates', 'licensed & insured', 'no job too small'])} since ${int(1975, 2015)}`,
  ),
);
S('d-runon', () =>
  one(
    () => T`Address${addr()}Phone${usIn('par')}Hours${hours()}`,
    () => T`${biz()}${usIn('par')}Directions`,
    () => T`${nmR()}\t\t${usT()}\t${zip()}`,
    () => T`Tel:${us()}Fax:${us()}`,
  ),
);
S('d-sum', () =>
  one(
    () => T`${int(200, 999)} + ${int(200, 999)} + ${dig(4)} = ${int(1000, 9999)}`,
    () => T`${int(100, 999)}-${int(100, 999)} of ${grp(int(1000, 99999), ',')} results (0.${dig(2)} seconds)`,
    () =>
      T`Questions ${int(1, 20)}-${int(21, 40)}; pp. ${int(100, 300)}–${int(301, 600)}; ${int(1, 99)}.${int(1, 99)}.${int(1, 999)}`,
    () => T`π ≈ 3.14159265${dig(2)}; 2^32 = 4294967296; 1/998001`,
    () => T`${dig(2)}% of ${grp(int(1000000, 9999999999), ',')} = ${grp(int(1000000, 999999999), ',')}`,
  ),
);
