// US, part A: CRM, call centre, PBX, medical, school, HR, delivery
import {
  int, pick, dig, nz, one, maybe, F, T, registry, pad0, grp, tm, tms, ampm, Y, dISO, dMDY, ip, mac, uuid, epoch, up, low, sha,
} from './kit.mjs';
import { us, usB, usG, usT, usI, usIn, tf, any, usX } from './us_num.mjs';
import {
  nm, nmR, fn, ln, st, addr, cityZ, biz, usd, ein, ssn, ups, usps, fedex, awb, acct, claim, mrn, ndc, hours, npiOf, routing,
} from './us_words.mjs';
import { intl, intl011 } from './intl.mjs';
import { mobI as vnMobI, fixI as vnFixI } from './vn_num.mjs';
export const A = registry();
const S = A.S;

S('crm-lead', () =>
  one(
    () =>
      T`${nm()}\n${biz()}\n${any()}\nLead score ${int(10, 99)} · Source: ${pick(['Google Ads', 'Trade show', 'Referral'])} · Created ${dMDY()} ${ampm()}`,
    () => T`${nmR()} | ${usT()} | ${cityZ()} | $${int(10, 90)}K–$${int(91, 300)}K`,
    () => T`New web lead from ${fn()} (${usB()}) re: ${pick(['roof repair', 'Medicare Advantage', '3BR rental'])}`,
  ),
);
S('crm-activity', () =>
  one(
    () => T`Logged call: ${fn()} → ${us()} (${int(1, 40)}m ${int(10, 59)}s) ${ampm()}`,
    () => T`LVM for ${fn()} @ ${usT()}, f/u ${dMDY()}`,
    () => T`Phone changed from ${usT()} to ${usT()} by ${ln()} on ${dMDY()} at ${ampm()}`,
    () => T`wrong # – ${usG()} belongs to someone else, try spouse ${usG()}`,
    () => low(T`spoke w/ ${fn()}, call back after 3 on cell ${usB()}`),
  ),
);
S('crm-activity-no', () =>
  one(
    () => T`Stage moved: Discovery → Proposal (Opp 006${F('5e00000')}${F('@@##@@')}AAC) ${ampm()} ${dMDY()}`,
    () => T`No answer x3. Next attempt ${dMDY()} ${ampm()}. Dial count ${int(3, 12)}/15.`,
    () => T`Merged ${dig(8)} into ${dig(8)}; ${int(2, 30)} fields updated, rev ${int(2, 40)}.${int(0, 9)}`,
    () => T`Amount ${usd()} • Probability ${int(5, 95)}% • Close ${dMDY()} • Quote Q-${dig(6)}`,
    () => T`Task due ${dMDY()} • priority ${int(1, 5)} • ${int(1, 60)} days overdue`,
  ),
);
S('crm-mask-no', () =>
  one(
    () => T`Phone: (***) ***-${dig(4)}`,
    () => T`Text a code to •••-•••-${dig(4)}`,
    () => T`XXX-XXX-${dig(4)} (verified ${dMDY()})`,
    () => T`SSN ${ssn()} | Card •••• ${dig(4)} exp ${pad0(int(1, 12), 2)}/${int(25, 30)}`,
    () => T`Mobile ending in ${dig(4)}`,
  ),
);
S('cc-stats-no', () =>
  one(
    () =>
      T`Agent ${dig(5)} | Avail 0${int(1, 7)}:${int(10, 59)}:${int(10, 59)} | Handled ${int(10, 90)} | AHT 0${int(3, 9)}:${int(10, 59)} | Adherence ${int(80, 99)}.${dig(1)}%`,
    () =>
      T`Queue ${dig(4)}: ${int(0, 40)} waiting, longest ${int(1, 19)}:${int(10, 59)}, abandon ${int(1, 9)}.${dig(1)}%, SL 80/20 = ${int(60, 99)}%`,
    () =>
      T`Calls offered ${grp(int(1000, 99999), ',')}  answered ${grp(int(1000, 9999), ',')}  ASA ${int(5, 90)}s  occ ${int(60, 95)}%`,
  ),
);
S(
  'cc-pop',
  () =>
    T`${pick(['Incoming call', 'INBOUND', '📞 Ringing…', 'Screen pop'])}\n${any()}\n${one(() => up(T`${cityZ().split(' ')[0]} ${pick(['TX', 'CA', 'NY'])}`), nm, 'Unknown caller', 'WIRELESS CALLER')}\n00:${int(10, 59)}`,
);
S('cc-missed', () =>
  one(
    () => T`Missed (2): ${usT()} ${ampm()}, ${usT()} ${ampm()}`,
    () => T`Voicemail from ${any()} (0:${int(10, 59)}) transcription: "hey it's ${fn()}, call me back at ${usT()}"`,
    () => T`${usT()}\n${pick(['mobile', 'Scam Likely', 'home', 'work'])}\n${ampm()}`,
  ),
);
S('pbx-exec', () =>
  one(
    () => T`[${dISO()} ${tms()}] VERBOSE[${dig(5)}][C-0000${F('~~~~')}] app_dial.c: Called PJSIP/trunk-1/${usE1()}`,
    () =>
      T`INVITE sip:${usP()}@${ip()}:5060 SIP/2.0\nFrom: "${up(T`${nm()}`)}" <sip:${usP()}@${ip()}>;tag=as${F('~~~~~~~~')}\nCSeq: 102 INVITE`,
    () => T`${dISO()}T${tms()}Z call.initiated from=${usP()} to=${usP()} call_control_id=v3:${sha(20)}`,
    () => T`${tms()} DID ${usB()} -> IVR ${int(1, 9)} -> Q${dig(3)} -> ext ${dig(4)} hangup=16`,
  ),
);
const usP = () => {
  let p;
  do p = usI();
  while (!/^\+1\d{10}$/.test(p.text));
  return p;
};
const usE1 = () => usIn('oneb');
S('pbx-no', () =>
  one(
    () =>
      T`[${dISO()} ${tms()}] NOTICE[${dig(4)}] res_pjsip: Endpoint ${dig(4)} is now Unreachable, RTT: ${int(10, 900)}.${dig(3)} msec`,
    () => T`Contact: ${dig(4)}/sip:${dig(4)}@${ip()}:${int(5060, 65000)} ${sha(10)} Avail ${int(5, 90)}.${dig(3)}`,
    () =>
      T`uniqueid=${epoch()}.${dig(4)} rec=/var/spool/asterisk/monitor/${Y()}/0${int(1, 9)}/${int(10, 28)}/${uuid()}.wav ${grp(int(1000, 999999), ',')} bytes`,
    () => T`RTP: SSRC ${nz(10)} seq ${dig(5)} ts ${nz(9)} lost ${int(0, 9)} jitter ${int(1, 40)}`,
    () => T`Ext ${dig(4)} (Yealink T46S ${mac()}) fw 66.86.0.${int(10, 99)} registered ${tms()}`,
    () => T`parking lot 701-720, ring group 600, IVR timeout 10, feature code *${int(60, 98)}`,
  ),
);
S('cdr-csv', () =>
  one(
    () => T`"${usB()}","${usB()}","${dISO()} ${tms()}",${int(3, 900)},ANSWERED,"${epoch()}.${dig(3)}"`,
    () => T`${dMDY()},${ampm()},${usIn('da')},${cityZ().split(',')[0]},Incoming,${int(1, 60)},$0.00`,
  ),
);
S('sms-log', () =>
  one(
    () => T`SM${sha(32)} | outbound-api | ${usP()} → ${usP()} | delivered | $0.0079`,
    () =>
      T`${ampm()} Text to ${us()}: "Your appointment is on ${int(1, 12)}/${int(1, 28)} at ${ampm()}. Reply 1 to confirm."`,
  ),
);
S('otp-no', () =>
  one(
    () => T`${dig(6)} is your ${pick(['Chase', 'Amazon', 'Uber'])} code. Don't share it.`,
    () => T`G-${dig(6)} is your Google verification code.`,
    () =>
      T`Your one-time passcode: ${F('###-###')}. Expires in 10 minutes. Msg&data rates may apply. Reply STOP to ${F('#####')}`,
    () => T`Use code ${F('### ###')} to sign in (request ${uuid().slice(0, 8)})`,
    () =>
      T`Text JOIN to ${one(
        () => F('%####'),
        () => F('%#####'),
      )} for deals. 4 msgs/mo.`,
  ),
);
S('pt-demog', () =>
  one(
    () => T`Pt: ${nmR()}  DOB ${dMDY()}  ${mrn()}  H: ${usT()}  C: ${usT()}  Ins ID ${F('@@@#########')}`,
    () => T`Emergency contact: ${nm()} (${pick(['spouse', 'mother', 'son'])}) ${us()}`,
    () =>
      T`PCP: Dr. ${ln()}, ${pick(['ph', 'Ph.', 'P:', 'Tel'])} ${usT()}, ${pick(['fx', 'F:', 'fax'])} ${usT()}, NPI ${npiOf()}`,
    () => T`Pharmacy: CVS #${dig(4)}, ${st()}, ${usT()}`,
  ),
);
S('pt-no', () =>
  one(
    () =>
      T`BP ${int(100, 160)}/${int(60, 95)} | HR ${int(55, 110)} | Temp ${int(97, 101)}.${dig(1)} °F | SpO2 ${int(92, 100)}% | BMI ${int(18, 40)}.${dig(1)}`,
    () => T`${mrn()} • Acct ${dig(9)} • Enc ${nz(10)} • Bed ${int(1, 9)}${pick(['A', 'B'])} • Admit ${dMDY()} ${tm()}`,
    () => T`NPI: ${npiOf()}  DEA: ${F('B@#######')}  Lic# ${F('@#####')}  Tax ID ${ein()}`,
    () =>
      T`Rx# ${F('%######')} NDC ${ndc()} Qty ${int(10, 90)} Refills ${int(0, 5)} Lot ${F('@@####')} Exp ${pad0(int(1, 12), 2)}/20${int(25, 28)}`,
    () => T`CPT 99${int(202, 499)}-25, ICD-10 ${F('E##.#')}, units ${int(1, 4)}, ${usd()}, claim ${claim()}`,
    () =>
      T`A1c ${int(5, 9)}.${dig(1)}  LDL ${int(60, 190)}  eGFR ${int(40, 100)}  WBC ${int(4, 11)}.${dig(1)}  PLT ${int(150, 400)}`,
    () => T`Member ID: ${F('@@@###W#####')}  Group: ${dig(6)}  RxBIN: ${F('0#####')}  RxPCN: ADV  RxGRP: RX${dig(4)}`,
  ),
);
S('clinic', () =>
  one(
    () => T`${biz()} – ${addr()} – ${usT()} – Fax ${usT()} – ${hours()}`,
    () => T`For appointments call ${us()}, press ${int(1, 4)}. After hours nurse line: ${tf()}`,
    () => T`Referral to ${fn()} ${ln()}, MD\nOffice ${usX()}\nFax ${us()}`,
    () => T`Provider services ${tf()} (TTY 711)`,
  ),
);
S(
  'insurance-card',
  () => T`Member Services: ${tf()}\nProviders: ${tf()}\nTTY: 711\nGroup ${dig(7)}  BIN ${F('61####')}`,
);
S('school', () =>
  one(
    () =>
      T`${nmR()} Gr ${int(1, 12)} – ID ${dig(7)} – Guardian: ${nm()} ${us()}${maybe(0.4, () => T` / work ${usX()}`)}`,
    () => T`Attendance line: ${usX()} (before 8:30 AM)`,
    () => T`Bus ${int(10, 400)} questions? Transportation: ${usT()}`,
    () => T`Si su hijo va a faltar, llame al ${us()} antes de las 9:00`,
  ),
);
S('school-no', () =>
  one(
    () =>
      T`Student ID ${dig(9)} | GPA ${int(2, 3)}.${dig(3)} | Rank ${int(1, 90)}/${int(100, 500)} | Credits ${int(10, 28)}.5 | SAT ${int(90, 158)}0 (EBRW ${int(45, 79)}0)`,
    () => T`Period ${int(1, 8)} ${tm()}-${tm()} Rm ${int(100, 399)} CRN ${dig(5)} Sec 00${int(1, 9)}`,
    () => T`Lunch balance $${int(0, 40)}.${dig(2)} PIN ${dig(5)} – SY ${Y()}-${int(20, 26)}`,
    () => T`State ID ${nz(10)} • Locker ${dig(4)} combo ${int(1, 39)}-${int(1, 39)}-${int(1, 39)}`,
  ),
);
S('hr', () =>
  one(
    () => T`${nmR()} – Emp# ${dig(6)} – ${pick(['RN', 'Forklift Op', 'Cashier'])} – hired ${dMDY()} – cell ${us()}`,
    () => T`In case of emergency notify: ${nm()}, ${us()}`,
    () => T`Report absences to ${ln()} at ${usX()} at least ${int(1, 4)} hours before shift`,
  ),
);
S('hr-no', () =>
  one(
    () => T`SSN: ${ssn()}  DOB: ${dMDY()}  Pay rate $${int(12, 60)}.${dig(2)}/hr  PTO ${int(0, 120)}.${dig(2)} hrs`,
    () =>
      T`Punch ${tm()} in / ${tm()} out = ${int(4, 12)}.${dig(2)} hrs; OT ${int(0, 8)}.${dig(2)}; dept ${dig(4)}-${dig(3)}`,
    () =>
      T`W-2 Box 1 ${grp(int(20000, 99999), ',')}.${dig(2)} Box 2 ${grp(int(2000, 9999), ',')}.${dig(2)} EIN ${ein()} State ID ${F('##-#######-#')}`,
    () => T`Check No. ${dig(6)} Routing ${routing()} Acct ${acct()} Net ${usd()}`,
    () => T`I-9 List A: Passport ${F('%########')} exp ${dMDY()}; A-Number A${dig(9)}`,
    () => T`Position 0${dig(7)} | Grade GS-${int(5, 14)} | Vacancy ${F('DE-########-2#-@@@')} | ${usd()} – ${usd()}`,
  ),
);
S('ship', () =>
  one(
    () => T`SHIP TO:\n${up(T`${nm()}`)}\n${addr()}\nPhone: ${us()}`,
    () => T`Deliver to ${fn()} ${us()}, gate code #${dig(4)}, leave at door`,
    () => T`Driver ${fn()} (${usT()}) ETA ${ampm()} – stop ${int(1, 90)} of ${int(91, 160)}`,
    () => T`Consignee: ${biz()} Attn ${ln()} ${usX()} BOL ${dig(9)} PRO ${F('###-#######')}`,
  ),
);
S(
  'ship-no',
  () =>
    one(
      () =>
        T`Tracking number: ${awb()} – ${pick(['Out for delivery', 'In transit', 'Delivered'])} ${dMDY()} ${ampm()} ${up(cityZ())}`,
      () => T`UPS ${ups()} 1 of ${int(1, 4)} • ${int(1, 70)} lbs • ${int(6, 40)}x${int(6, 30)}x${int(4, 30)}`,
      () => T`FedEx ${fedex()} • USPS ${usps()}`,
      () =>
        T`BOL ${dig(10)} PRO ${F('###-######-#')} SCAC ${pick(['ODFL', 'XPOL', 'SAIA'])} class ${pick([70, 85, 125])} NMFC ${F('######-##')}`,
      () => T`ASIN ${F('B0#@###@#@')} order ${F('11#-#######-#######')} qty ${int(1, 9)} ${usd()}`,
      () =>
        T`Container ${F('MSKU#######')} seal ${F('UL-#######')} chassis ${F('TSXZ######')} LFD ${int(1, 12)}/${int(1, 28)} appt ${tm()}`,
    ),
  2,
);
S('intl-supplier', () =>
  one(
    () => T`Supplier: Shenzhen ${pick(['Bright', 'Lucky'])} Co. – Contact Ms. Li ${intl('CN')}`,
    () => T`Our London office: ${intl('GB')} | New York: ${usT()}`,
    () =>
      T`Guest: ${pick(['Müller, Hans', 'Dubois, Claire', 'Tanaka, Yuki'])} ${intl(['DE', 'FR', 'JP'])} conf ${nz(10)}`,
    () => T`From the US dial ${intl011(pick(['GB', 'DE', 'JP', 'MX', 'IN', 'PH']))}`,
    () => T`Tijuana clinic: ${intl('MX')}; San Diego ${usT('619')}`,
  ),
);
S('vn-family', () => T`Ba má ở Sài Gòn: ${intlVN()}${pick(['', ' (Viber)', ', call after 8pm PST'])}`);
const intlVN = () => one(vnMobIp, vnFixIp);
const ok = f => {
  let p;
  do p = f();
  while (!/^\(?\+|^\(?00/.test(p.text));
  return p;
};
const vnMobIp = () => ok(vnMobI),
  vnFixIp = () => ok(vnFixI);
