// US, part B: real estate, cars, banks, government, hotels, shops, utilities
import {
  int, pick, dig, nz, one, maybe, F, T, times, registry, pad0, grp, tm, ampm, ymd, Y, dISO, dMDY, geo, card, up, low,
} from './kit.mjs';
import { us, usB, usT, usI, usIn, tf, any, usX, vanity } from './us_num.mjs';
import {
  nm, nmR, fn, ln, st, addr, cityZ, biz, mail, usd, usdS, ein, awb, oid, acct, policy, claim, vin, plate, docket, apn, mls, sku, routing,
  BIZ,
} from './us_words.mjs';
import { intl, natl } from './intl.mjs';
export const B = registry();
const S = B.S;

S('re-ad', () =>
  one(
    () =>
      T`${int(2, 5)}BR/${int(1, 3)}BA ${grp(int(900, 3800), ',')} sqft $${grp(int(1200, 4500), ',')}/mo. No pets. Call/text ${fn()} ${us()}`,
    () => T`Listed by: ${nm()} • DRE #0${dig(7)} • ${usT()} • ${biz()}`,
    () => T`FOR RENT ${usIn(pick(['da', 'dot', 'par']))} – 1st + last + ${usd()} deposit`,
    () => T`Open house Sat ${int(10, 12)}-${int(1, 4)}. ${fn()} ${usT()} or ${fn()} ${usT()}`,
    () =>
      T`Listing agent: ${nm()} ${pick(['M:', 'C:', 'cell', 'D:'])} ${usT()}, ${pick(['O:', 'office', 'B:'])} ${usX()}`,
  ),
);
S('re-no', () =>
  one(
    () =>
      T`${mls()} | APN ${apn()} | Lot ${grp(int(4000, 20000), ',')} sqft | Built ${int(1920, 2022)} | $${grp(int(150000, 2500000), ',')} ($${int(100, 900)}/sqft)`,
    () =>
      T`Taxes ${usd()} (${Y()}) • HOA $${int(50, 900)}/mo • ${int(1, 120)} days on market • Zestimate $${grp(int(200000, 900000), ',')}`,
    () => T`Parcel: ${apn()}  Book ${dig(4)} Page ${dig(4)}  Instr# ${ymd()}-${dig(5)}`,
    () => T`${st()}, ${cityZ()} | ${geo(33, -117)} | FEMA panel ${F('06073C####@')}`,
    () =>
      T`Lot ${int(1, 90)} Blk ${int(1, 30)} Sec ${int(1, 9)}; Liber ${dig(5)} folio ${dig(3)}; deed ref ${F('#####-####')}`,
  ),
);
S('craig-no', () =>
  one(
    () => T`post id: 7${dig(9)}  posted: ${dISO()} ${tm()}  updated: ${int(1, 28)} days ago`,
    () => T`eBay item number: ${F('2### #### ####')} | ${int(1, 90)} sold | ${usdS()}`,
    () => T`Listing ID ${nz(10)} • ${grp(int(10, 9000), ',')} views`,
    () => T`Seller feedback ${grp(int(100, 90000), ',')} (99.${dig(1)}%) • item ${nz(12)}`,
  ),
);
S('craig-yes', () =>
  one(
    () => low(T`clean title, ${int(40, 190)}k miles, ${usd()} obo. text ${fn()} at ${us()} no lowballers`),
    () => T`Show contact info: ${usIn('par')}`,
    () => T`CASH FOR JUNK CARS!!! ${pick(['☎', '📞', '>>>'])} ${any()} ${pick(['24/7', 'se habla español'])}`,
  ),
);
S('car-no', () =>
  one(
    () =>
      T`VIN ${vin()} Stock# ${F('@#####')} ${grp(int(1000, 190000), ',')} mi MPG ${int(18, 40)}/${int(25, 50)} MSRP $${grp(int(20000, 90000), ',')}`,
    () =>
      T`Plate ${plate()} ${pick(['TX', 'CA', 'NY'])} exp ${pad0(int(1, 12), 2)}/${int(24, 27)} • Toll ${usd()} • Trans# ${nz(10)}`,
    () =>
      T`RO# ${dig(6)} in ${grp(int(10000, 99999), ',')} out ${grp(int(10000, 99999), ',')} labor ${int(1, 9)}.${dig(1)}h @ $${int(90, 220)}.00 part ${F('#####-@##-###')}`,
    () =>
      T`${int(2012, 2024)} Silverado 1500 5.3L V8 355hp 285/45R22 ${usd()} ${int(48, 84)} mo @ ${int(1, 12)}.${dig(2)}% APR`,
  ),
);
S(
  'dealer',
  () =>
    T`${pick(['Sales', 'Service', 'Parts'])}: ${usT()} | ${pick(['Body shop', 'Finance', 'Towing'])}: ${usT()} | ${addr()}`,
);
S('bank-no', () =>
  one(
    () => T`Routing ${routing()} Account ${acct()} Check ${dig(4)} ${usd()}`,
    () => T`${dMDY()} POS DEBIT ${F('####')} ${dig(12)} ${usd()} BAL ${usd()}`,
    () => T`ACH TRACE ${routing().slice(0, 8)}${dig(7)} CO ID ${F('%#########')} SEC PPD IND ID ${dig(10)}`,
    () => T`Wire ref ${ymd()}B1Q8021C${dig(6)} SWIFT CHASUS33 IBAN GB29 NWBK ${F('#### #### #### ##')} ${usd()}`,
    () => T`Card ${card(pick([' ', '-']))} exp ${pad0(int(1, 12), 2)}/${int(25, 30)} auth ${dig(6)} RRN ${dig(12)}`,
    () => T`Loan # ${F('00########')} | Prin ${usd()} | Rate ${int(2, 8)}.${dig(3)}% | Escrow ${usd()} | Due ${dMDY()}`,
    () => T`Confirmation number ${nz(10)} • ${usd()} • posts ${dMDY()}`,
  ),
);
S('bank-yes', () =>
  one(
    () => T`If you did not authorize this, call ${tf()} or the number on your card. Ref ${dig(9)}`,
    () => T`Zelle ${usd()} to ${fn()} ${ln()} (${usT()}) conf ${F('JPM99@######')}`,
    () => T`Lost/stolen: ${tf()}; outside U.S. collect ${usI()}`,
    () => T`Acct ending ${dig(4)}: new phone ${us()} added ${dMDY()} ${ampm()}`,
  ),
);
S('gov', () =>
  one(
    () => T`Agency contact: ${nm()}, Phone ${usX()}, Email ${mail()}`,
    () =>
      T`FOR FURTHER INFORMATION CONTACT: ${nm()}, Office of ${pick(['Water', 'Hearings'])}, ${addr()}; telephone ${usX()}; fax ${us()}.`,
    () => T`Line 9. Daytime telephone number  ${usIn('par')}    Line 10. Mobile  ${us()}`,
    () => T`County Clerk – ${addr()} – ${usT()} – TDD ${usT()}`,
    () => T`Para ayuda en español llame al ${any()} (lunes a viernes)`,
  ),
);
S(
  'gov-no',
  () =>
    one(
      () => T`89 FR ${dig(5)} • Docket No. ${F('EPA-HQ-OAR-20##-0###')} • RIN ${F('20##-@@##')} • ${Y()}-${dig(5)}`,
      () => T`EIN ${ein()} Form 1120-S Line ${int(1, 30)}a ${grp(int(1000, 999999), ',')} Schedule K-1 (${Y()})`,
      () => T`${docket()} filed ${dMDY()} ${int(1, 12)}:${int(10, 59)} Dept ${int(1, 60)} ${usd()}`,
      () => T`Receipt # ${pick(['IOE', 'MSC', 'LIN'])}${dig(10)} A# ${F('###-###-###')} Priority date ${dMDY()}`,
      () =>
        T`42 U.S.C. § ${dig(4)}; 29 CFR ${int(500, 1999)}.${int(10, 999)}(b)(${int(1, 9)}); Pub. L. ${int(90, 118)}-${int(10, 300)}`,
      () => T`Permit BLD${Y()}-0${dig(4)} issued ${dMDY()} valuation ${usd()} sq ft ${grp(int(500, 9000), ',')}`,
      () =>
        T`Precinct ${dig(4)}: ${grp(int(100, 3000), ',')} / ${grp(int(100, 3000), ',')} (${int(30, 69)}.${dig(2)}%) ballots ${grp(int(1000, 9000), ',')}`,
      () =>
        T`Census tract ${F('0###.##')} FIPS ${F('06###')} GEOID ${F('060########')} pop. ${grp(int(1000, 9000), ',')}`,
    ),
  2,
);
S('hotel', () =>
  one(
    () =>
      T`${nmR()} | ${int(1, 6)} nts | ${intl(['GB', 'DE', 'JP', 'AU', 'CA', 'MX'])} | Conf ${F('3#######')} | ADR ${usd()}`,
    () => T`Rm ${int(101, 940)} – ${nm()} – ${us()} – arr ${dMDY()} dep ${dMDY()} – CC x${dig(4)}`,
    () =>
      T`${pick(['Hampton', 'La Quinta', 'Best Western'])} ${cityZ()}\nReservations: ${tf()}\nHotel direct: ${usT()}`,
  ),
);
S('hotel-no', () =>
  one(
    () => T`Confirmation #${dig(8)} PIN ${dig(4)} • ${int(1, 7)} nights • ${usdS()} avg/night • Rm ${int(100, 999)}`,
    () =>
      T`eTicket 001 ${F('2#########')} • ${F('@@@@@@')} • AA${dig(4)} ${tm()}–${tm()} seat ${int(5, 35)}${pick(['A', 'C', 'F'])}`,
    () => T`Ticket number: ${pick(['016', '006', '037'])}-${F('2#########')} FF# ${F('@##@###')} KTN ${F('TT###@@##')}`,
    () => T`Folio ${dig(6)} Room ${int(100, 999)} Honors ${F('###-###-###').replace(/-/g, '')} ${usdS()}`,
  ),
);
S('order', () =>
  one(
    () => T`Order ${oid()} – ${nm()} – ${us()} – ${usdS()} – ${awb()}`,
    () => T`Pickup for ${fn()} ${ln().slice(0, 1)}. (${usT()}) at ${ampm()} – order ${F('§####')}`,
    () => T`BILL TO ${nm()}, ${addr()}, ${us()}, ${mail()}`,
    () => T`Refund approved for ${F('11#-#######-#######')}; customer called from ${usB()}`,
  ),
);
S(
  'order-no',
  () =>
    one(
      () =>
        T`${pick(['Order no.', 'Order #', 'Order No.', 'Invoice #', 'PO #', 'Ref #', 'Conf #'])} ${one(
          oid,
          () => F('&##&######'),
          () => F('&##-&##-####'),
          oid,
        )} ${pick(['placed', 'dated', '·'])} ${dMDY()}${maybe(0.5, () => ` · ${usdS()}`)}`,
      () => T`${sku()} qty ${int(1, 90)} @ ${usdS()} = ${usdS()}`,
      () => T`UPC ${F('0 ##### ##### #')} ${sku()} ${usdS()}`,
      () =>
        T`Subtotal ${usdS()}\nTax (${int(4, 9)}.${dig(3)}%) ${usdS()}\nTotal ${usdS()}\nVISA ${dig(4)} AUTH ${dig(6)}`,
      () => T`ST# 0${dig(4)} OP# 00${dig(4)} TE# ${int(1, 30)} TR# 0${dig(4)} TC# ${F('#### #### #### #### ####')}`,
    ),
  2,
);
S('receipt-head', () =>
  one(
    () =>
      T`${up(BIZ[int(0, 9)])} DINER\n${up(addr())}\n${usT()}\nServer: ${fn()}  Table ${int(1, 60)}  Chk ${dig(4)}\n${dMDY()} ${ampm()}`,
    () => T`STORE #${dig(4)} (${'' + int(1, 40)} LANES)\nMGR ${up(nm())} ${usT()}`,
  ),
);
S('policy-no', () =>
  one(
    () => T`Policy ${policy()} eff ${dMDY()}–${dMDY()} prem ${usd()} ded ${usd()}`,
    () => T`Claim ${claim()} DOL ${dMDY()} reserve ${usd()} adj code ${dig(4)}`,
    () => T`Policy number: ${F('&##-###-####')} Form HO-3 (${pad0(int(1, 12), 2)}/${int(10, 22)})`,
    () => T`Cert # ${F('GL########')} each occ $1,000,000 agg $2,000,000 exp ${dMDY()}`,
  ),
);
S('policy-yes', () =>
  one(
    () => T`Adjuster ${nm()} ${usX()} claim ${claim()}`,
    () => T`Roadside assistance: ${tf()}  Policy ${policy()}`,
    () => T`To report a claim call ${one(tf, vanity)} 24 hours a day`,
    () => T`Agent: ${nm()} • ${usT()} • NPN ${dig(8)} • Lic 0${dig(6)}`,
  ),
);
S('utility', () =>
  one(
    () => T`Acct ${acct()} – Svc addr ${st()} – contact ${us()} – outage ${F('INC########')}`,
    () => T`Smell gas? Leave, then call ${tf()}. Account no. ${F('## ## ### #### #')}`,
    () => T`Call 811 before you dig. Office: ${usT()}`,
  ),
);
S('utility-no', () =>
  one(
    () => T`Meter ${F('########')} prev ${dig(5)} curr ${dig(5)} = ${int(100, 2000)} kWh × $0.${dig(4)} = ${usdS()}`,
    () => T`Account ${F('##########')}-${int(1, 9)} bill date ${dMDY()} due ${dMDY()} ${usdS()}`,
    () => T`ESI ID 1044372000${dig(7)} rate ${int(8, 19)}.${dig(1)}¢ PUCT #${dig(5)}`,
    () =>
      T`SVC PT ${nz(10)} MTR ${F('@########')} read ${int(1, 12)}/${int(1, 28)} ${ampm()} multiplier ${pick([1, 40, 80])}`,
  ),
);
S('event', () =>
  one(
    () => T`${int(1, 400)}. ${nmR()} – Table ${int(1, 40)} – ${us()} – ${pick(['veg', 'GF', 'none'])}`,
    () => T`RSVP to ${fn()} by ${int(1, 12)}/${int(1, 28)}: ${us()} (call or text)`,
    () => T`Race director ${nm()} ${usT()}; packet pickup ${ampm()}–${ampm()}`,
  ),
);
S('event-no', () =>
  one(
    () =>
      T`Bib ${dig(4)} • chip ${F('^^^^^^^^')} • 10K ${int(36, 75)}:${int(10, 59)}.${dig(1)} • ${int(6, 12)}:${int(10, 59)}/mi • ${int(1, 900)}/${grp(int(1000, 5000), ',')} OA`,
    () =>
      T`Order ${F('%#########')} • Sec ${int(100, 340)} Row ${pick(['A', 'F', 'CC'])} Seat ${int(1, 24)}-${int(25, 30)} • ${usdS()} ea • ${F('TM#########')}`,
    () =>
      T`Final: ${int(70, 130)}–${int(70, 130)} (${int(10, 40)}-${int(10, 40)}, ${int(10, 40)}-${int(10, 40)}) | 3PT ${int(5, 20)}-${int(21, 45)} | FG ${int(30, 60)}.${dig(1)}%`,
    () =>
      T`Powerball: ${times(5, () => pad0(int(1, 69), 2)).join('-')} PB ${pad0(int(1, 26), 2)} • Pick 3: ${dig(1)}-${dig(1)}-${dig(1)} • Mega ${times(5, () => pad0(int(1, 70), 2)).join(' ')}`,
  ),
);
S(
  'foreign-natl',
  () =>
    one(
      () => T`UK office (London): ${natl('GB')}`,
      () => T`Toronto, ON: ${natl('CA')} | Buffalo: ${usT('716')}`,
      () => T`Berlin, Germany – Tel. ${natl('DE')}`,
      () => T`Sydney, Australia: ${natl('AU')}`,
      () => T`Paris, France — Tél. ${natl('FR')}`,
      () => T`Tokyo, Japan: ${natl('JP')}`,
    ),
  1,
);
