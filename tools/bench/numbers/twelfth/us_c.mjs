// US, part C: signatures, chats, comments, jobs, directories, footers, maps, dumps, general spellings
import {
  int, pick, dig, nz, one, maybe, F, T, join, times, registry, pad0, grp, tms, ampm, ymd, Y, dISO, dMDY, geo, ip, epoch, uuid, low, sha,
} from './kit.mjs';
import { us, usB, usG, usT, usI, usIn, tf, any, usX, seq, seqSame, rem, vanity } from './us_num.mjs';
import { nm, nmR, fn, ln, st, addr, cityZ, zip, zip4, biz, mail, usd, plate, docket, hours, npiOf } from './us_words.mjs';
import { intl } from './intl.mjs';
export const CC = registry();
const S = CC.S;
const usPl = () => {
  let p;
  do p = usI();
  while (!/^\+/.test(p.text));
  return p;
};

S('sig', () =>
  one(
    () =>
      T`${nm()}\n${pick(['VP, Operations', 'Paralegal', 'Account Manager', 'Office Manager'])}\n${biz()}\nO: ${usX()} | M: ${us()}${maybe(0.4, () => T` | F: ${us()}`)}\n${addr()}`,
    () =>
      T`--\n${fn()} ${ln()}, CPA\n${pick(['t', 'p', 'T', 'ph', 'direct'])} ${us()}  ${pick(['c', 'm', 'cell'])} ${us()}\n${mail()}`,
    () => T`Thanks,\n${fn()}\n${usIn('dot')} mobile\n${usIn('dot')} fax`,
    () =>
      T`${nm()} | ${mail()} | ${one(usG, usI)} | linkedin.com/in/${ln().toLowerCase().replace(/\W/g, '')}-${sha(8)}`,
    () => T`Best,\n${nm()}, Realtor® | CA DRE #0${dig(7)} | ${usG()} (call or text)`,
  ),
);
S('sig-no', () =>
  one(
    () =>
      T`Sent from my iPhone\n> On ${pick(['Mon', 'Thu'])}, ${pick(['Jan', 'Oct'])} ${int(1, 28)}, ${Y()} at ${ampm()} ${nm()} <${mail()}> wrote:`,
    () => T`CA DRE #0${dig(7)} | NMLS #${dig(6)} | Bar No. ${dig(6)} | Notary Comm. ${dig(7)}`,
    () => T`Ref: ${docket()} – page ${int(1, 5)} of ${int(6, 20)} – Bates ${F('@@@0000####')}`,
  ),
);
S('chat', () =>
  one(
    () => T`${fn()}: can you text me the address? ${usT()}`,
    () => T`[${dMDY()}, ${ampm()}] ${fn()}: new number btw ${us()}`,
    () => low(T`hit me up ${us()} if u still want it`),
    () => T`${fn()} ${ampm()}\nMy mom's # is ${usT()} and dad's is ${usT()}`,
    () => T`call the vet at ${usT()} they close @ 5`,
    () => T`OP: tow company wanted $${int(150, 600)}, called ${usT()} instead and paid $${int(60, 140)}`,
  ),
);
S('chat-no', () =>
  one(
    () => T`${fn()}: zoom id ${F('8## #### ####')} pw ${dig(6)} @ ${ampm()}`,
    () => T`Meeting ID: ${F('### ### ####')}\nPasscode: ${dig(6)}`,
    () => T`${fn()}: paid you $${int(10, 900)}.${dig(2)} venmo, ref ${nz(10)}`,
    () =>
      T`ok see u at ${int(1, 12)}:${int(10, 59)}, parked in lot ${pick(['C', 'D'])} row ${int(1, 40)} plate ${plate()}`,
    () => T`gate code ${F('§####')} then unit ${int(100, 2400)}, wifi pw ${F('########')}`,
    () => T`Conference ID: ${F('### ### ###')}# (press * for host)`,
  ),
);
S('dial-in', () =>
  one(
    () => T`Dial by your location\n${usPl()} US (New York)\n${usPl()} US (Chicago)\nMeeting ID: ${F('8## #### ####')}`,
    () =>
      T`Or call in (audio only)\n${usPl()},,${dig(9)}#   United States, Tampa\nPhone Conference ID: ${F('### ### ###')}#`,
    () => T`Bridge ${tf()} passcode ${dig(6)}#`,
  ),
);
S('cmt', () =>
  one(
    () =>
      T`${nm()} · ${int(1, 23)}h\nWe used ${biz()}, ask for ${fn()} ${us()}. Great price!\nLike  Reply  ${int(1, 40)}`,
    () => T`Reported number: ${usT()}\nCaller type: Telemarketer\n${dMDY()}`,
    () => T`Scammers called me from ${us()} claiming I owe ${usd()} to the IRS, badge # ${dig(6)}`,
    () => T`Who calls from ${usT()}? ${grp(int(10, 9000), ',')} searches`,
    () => low(T`recomiendo a ${fn()}, hace yardas y limpieza, ${us()}`),
  ),
);
S('cmt-no', () =>
  one(
    () =>
      T`${nm()} · ${int(1, 23)}h\nPaid ${usd()} for ${int(2, 9)} tires, 225/65R17, ${int(30, 70)}K warranty\nLike  Reply  ${int(1, 99)}`,
    () =>
      T`${grp(int(1000, 9000000), ',')} views  ${pick(['Jan', 'Sep'])} ${int(1, 28)}, ${Y()}  ${int(1, 99)}:${int(10, 59)}`,
    () => T`Reddit ${int(10, 900)} points (${int(70, 99)}% upvoted) shortlink: redd.it/1${sha(6)}`,
    () => T`tried ${int(100, 999)} ${int(100, 999)} and got ${dig(4)} rpm at ${int(40, 90)} mph lol`,
  ),
);
S('job', () =>
  one(
    () =>
      T`NOW HIRING ${pick(['CDL-A drivers', 'CNAs', 'line cooks'])} $${int(17, 38)}/hr + $${int(1, 9)},000 sign-on. Call ${fn()} ${any()} or apply at ${st()}`,
    () => T`Questions? HR ${usX()} – req #${F('R-0######')} closes ${dMDY()}`,
    () =>
      T`Se solicita ${pick(['cocinero', 'pintor', 'niñera'])}, $${int(15, 25)} la hora, interesados llamar al ${us()} con ${fn()}`,
    () => T`Text "DRIVE" to ${us()}`,
  ),
);
S('job-no', () =>
  one(
    () =>
      T`$${int(40, 80)},000 - $${int(81, 180)},000 a year • Full-time • Req ID ${F('JR-#######')} • Posted ${int(1, 30)} days ago`,
    () => T`Shift 6:00a-2:30p M-F; OT 1.5x; 401(k) ${int(2, 6)}%; ${int(3, 15)} PTO days; job code ${dig(6)}`,
    () => T`Requisition ${nz(10)} Location ID ${dig(4)} FLSA 1 SOC 53-3032`,
  ),
);
S(
  'footer',
  () =>
    one(
      () => T`© ${Y()} ${biz()} • ${addr()} • ${any()} • ${mail()}`,
      () => T`Toll free: ${tf()}  Local: ${usT()}  Fax: ${usT()}`,
      () => T`Need help? Call ${tf()} (${hours()}) or chat with us`,
      () => T`Questions about your bill? ${one(tf, vanity)}. Equal Housing Lender. NMLS #${dig(6)}`,
      () => T`${addr()}\n${usX()}\nLic. #${dig(6)} · Bonded & Insured`,
      () => T`Oficina: ${usT()} · Emergencias: ${us()} · Se habla español`,
    ),
  2,
);
S('footer-no', () =>
  one(
    () =>
      T`© 1998–${Y()} ${biz()}. NMLS ID ${dig(6)}. CFL License 60DBO-${dig(5)}. Rev. ${pad0(int(1, 12), 2)}/${int(18, 25)}`,
    () => T`Version ${int(1, 20)}.${int(0, 9)}.${int(0, 30)} (${dig(4)}) • Build ${sha(7)} • ${int(10, 900)} ms`,
    () => T`D-U-N-S ${F('##-###-####')} | CAGE ${F('#@#@#')} | NAICS ${F('2381##')} | UEI ${F('************')}`,
    () =>
      T`ISSN ${F('####-####')} • ISBN 978-0-${F('###-#####-#')} • LCCN 20${dig(8)} • doi.org/10.1016/j.${dig(4)}.${dig(5)}`,
    () => T`Your IP ${ip()} • Session ${uuid()} • ${dISO()} ${tms()} EST`,
  ),
);
S('dir', () =>
  one(
    () => T`${ln()}, ${fn()} ........ ${st()} ........ ${usT()}`,
    () => T`${pick(['Police (non-emergency)', 'City Hall', 'Animal Control', 'Poison Control'])}: ${one(usT, tf)}`,
    () => T`Rm ${int(100, 399)}  ${nmR()}  ${pick(['Chemistry', 'Dean'])}  ${usX()}  ${mail()}`,
    () => T`${pick(['Elks Lodge', 'VFW Post', 'Grace Church'])} ${dig(4)}, ${st()}; ${one(usT, rem)}`,
    () => T`Dist. ${int(1, 50)} Rep. ${ln()} | Capitol ${usT()} | District ${usT()}`,
  ),
);
S('maps', () =>
  one(
    () =>
      T`${biz()}\n4.${int(1, 9)}(${grp(int(12, 4000), ',')}) · $$ · ${pick(['Dentist', 'Taco restaurant', 'Auto repair'])}\n${st()}\nOpen ⋅ Closes ${int(5, 10)} PM · ${us()}`,
    () => T`${biz()} · ${int(1, 20)}.${int(0, 9)} mi · ${usT()} · ${pick(['Website', 'Directions'])}`,
    () => T`Permanently closed · ${usT()} · ${addr()}`,
  ),
);
S('maps-no', () =>
  one(
    () =>
      T`${F('Q#')}${F('**+*')}${pick(['R9', 'X2'])} ${cityZ()}\n${geo(32, -96)}\n${int(1, 5)}.${int(0, 9)} (${grp(int(2, 9000), ',')})`,
    () =>
      T`${int(5, 90)} min (${int(2, 60)}.${int(1, 9)} miles) via I-${int(5, 95)} N, exit ${int(1, 300)}B, arrive ${ampm()}`,
    () => T`Elev ${grp(int(100, 9000), ',')} ft • ${geo(39, -105)} • USGS site 0${dig(7)}`,
  ),
);
S('csv', () =>
  one(
    () =>
      T`first,last,phone,zip\n${join(
        times(int(2, 5), () => T`${fn()},${ln()},${usIn('da')},${zip()}`),
        '\n',
      )}`,
    () =>
      T`id|name|phone|created\n${join(
        times(int(2, 4), () => T`${dig(6)}|${nmR()}|${usB()}|${dISO()} ${tms()}`),
        '\n',
      )}`,
    () =>
      join(
        times(int(2, 5), () => T`${nmR()}\t${usT()}\t${usd()}\t${dMDY()}`),
        '\n',
      ),
    () => T`{"contact":{"id":${dig(8)},"phone":"${one(usB, usPlus)}","zip":"${zip()}"},"ts":${epoch()}${dig(3)}}`,
    () =>
      T`BEGIN:VCARD\nFN:${nm()}\nTEL;TYPE=CELL:${one(usPlus, () => usIn('da'))}\nTEL;TYPE=WORK:${one(usPlus, () => usIn('par'))}\nREV:${ymd()}T${tms().replace(/:/g, '')}Z\nEND:VCARD`,
  ),
);
const usPlus = () => {
  let p;
  do p = usI();
  while (!/^\+1\d{10}$/.test(p.text));
  return p;
};
S('csv-no', () =>
  one(
    () =>
      T`order_id,sku,qty,amount\n${times(int(2, 5), () => `${nz(10)},${F('@@-#####')},${int(1, 9)},${int(10, 999)}.${dig(2)}`).join('\n')}`,
    () => T`npi,taxonomy,zip\n${times(3, () => `${npiOf()},207Q00000X,${zip4().replace('-', '')}`).join('\n')}`,
    () => T`{"id":${nz(10)},"epoch":${epoch()},"lat":${int(30, 45)}.${dig(6)},"upc":"0${dig(11)}"}`,
    () => T`${dISO()} ${tms()},${dig(3)} WARN pool-${int(1, 9)} req=${nz(10)} bytes=${nz(7)} ${sha(12)}`,
    () => times(3, () => `${ip()} ${epoch()}.${dig(3)} ${int(100, 999)} ${nz(6)}`).join('\n'),
    () => T`INSERT INTO stock VALUES (${nz(9)}, '${F('###-###-###')}', ${int(1, 900)}, '${dISO()}');`,
  ),
);
S('url', () =>
  one(
    () => T`tel:${usPlus()}`,
    () => T`https://wa.me/${one(() => usIn('oneb'))}?text=hi`,
    () => T`sms:${usPlus()};?&body=STOP`,
    () => T`<a href="tel:${usIn('one')}">Click to call</a>`,
  ),
);
S('url-no', () =>
  one(
    () => T`https://www.zillow.com/homedetails/${int(100, 9999)}-Main-St/${nz(8)}_zpid/`,
    () => T`https://www.facebook.com/groups/${nz(15)}/posts/${nz(10)}`,
    () => T`https://austin.craigslist.org/apa/d/${F('7#########')}.html`,
    () => T`https://www.ebay.com/itm/${nz(12)}?epid=${nz(10)}&hash=item${sha(10)}`,
    () => T`amzn.to/3${F('@~@~@#')} • gclid=Cj0KCQ${sha(14)}&utm_id=${nz(11)}`,
    () => T`https://x.com/${ln().toLowerCase().replace(/\W/g, '')}/status/17${dig(17)}`,
  ),
);
S('bracket', () =>
  one(
    () => T`${nm()} (${usIn(pick(['da', 'dot', 'spda']))})`,
    () => T`${nmR()} [${usT()}]`,
    () => T`Contacts: ${fn()} (cell ${usT()}), ${fn()} (office ${usX()})`,
    () => T`${fn()} @ ${biz()} – ${usT()}`,
  ),
);
S(
  'labels',
  () =>
    T`${pick(['Phone', 'Tel', 'Telephone', 'PH', 'Ph', 'P', 'T', 'Call', 'Cell', 'Mobile', 'M', 'O', 'Office', 'Work', 'Home', 'Fax', 'FAX', 'F', 'Fx', 'Direct', 'D', 'Contact', 'Contact #', 'Phone #', 'Phone No.', 'Call/Text', 'Text', 'TEL', 'Telefono', 'Teléfono', 'Cel', 'Tel.', 'Phome', 'Pone', 'Ph#', 'Main', 'Toll-free', 'Hotline', 'WhatsApp', 'After hours', 'Day phone', 'Evening', 'Emergency', 'Dispatch'])}${pick([':', ': ', ': ', ' : ', ' ', '. ', ':\t', ':\n', ' - ', ':\u00a0', '.....'])}${any()}${pick(['', '', '', '.', '!', ' ✅', ' (24/7)', ' (v/text)', ','])}`,
  4,
);
S(
  'emoji',
  () =>
    T`${pick(['📞', '☎', '☎️', '📱', '👉', '📠', '✆', '➡️', '🚨'])}${pick([' ', '', ': '])}${any()}${maybe(0.4, () => T` ${pick(['💬', '📍', '|'])} ${st()}`)}`,
  2,
);
S(
  'multi',
  () =>
    one(
      () => T`${pick(['Ph', 'Call', 'Contact', 'Tel.', 'Phone:'])} ${seq(2, any)}`,
      () => T`${seqSame(3)}`,
      () => T`Text or call ${seqSame(2)}, ask for ${fn()}`,
      () => T`H ${usT()} W ${usX()} C ${usT()}`,
      () => T`P ${usT()} F ${usT()}`,
    ),
  3,
);
S(
  'remainder',
  () => T`${pick(['Phone: ', 'Tel ', 'Call ', 'Ph: ', '☎ '])}${rem()}${maybe(0.3, () => T`  Fax: ${usT()}`)}`,
  3,
);
S(
  'ext',
  () =>
    T`${pick(['Phone: ', 'Call ', 'Office ', '', 'Contact HR at ', 'Tel: '])}${usX()}${pick(['', '.', ' (ask for ' + fn() + ')', ', ' + mail(), ' M-F 8-5'])}`,
  3,
);
S(
  'vanity',
  () => T`${pick(['Call', 'Dial', 'Phone:'])} ${vanity()} ${pick(['today', 'for a free quote', 'now!'])}`,
  0.4,
);
S(
  'para',
  () =>
    one(
      () =>
        T`Police ask anyone with information to contact Det. ${ln()} at ${usX()} or the tip line at ${tf()}. Reference case number ${F('2#-######')}.`,
      () =>
        T`Voters who have not received a ballot by ${int(1, 12)}/${int(1, 28)} should call ${any()}; more than ${grp(int(10000, 900000), ',')} were mailed.`,
      () =>
        T`The recall covers ${grp(int(1000, 90000), ',')} units, lot ${dig(6)}, UPC 0-${dig(5)}-${dig(5)}-${dig(1)}. Consumers may call ${tf()} Monday through Friday.`,
      () => T`A viewing is ${int(4, 8)}–${int(8, 9)} p.m. at ${biz().split(' ')[0]} Funeral Home, ${addr()}, ${us()}.`,
      () => T`Crisis counselors are at ${tf()} (press 1 for veterans).`,
    ),
  2,
);
S(
  'para-no',
  () =>
    one(
      () =>
        T`Revenue rose ${int(1, 40)}.${dig(1)}% to $${int(1, 90)}.${dig(2)} billion; EPS $${int(0, 9)}.${dig(2)} vs $${int(0, 9)}.${dig(2)}; shares out ${grp(int(100000000, 999999999), ',')}.`,
      () =>
        T`Born ${pick(['May', 'June'])} ${int(1, 28)}, ${int(1920, 1960)}, he served ${int(1942, 1975)}-${int(1976, 1990)}, flew ${int(20, 300)} missions and is survived by ${int(2, 9)} children.`,
      () =>
        T`The ${int(1, 300)}-${int(100, 200)} vote on H.R. ${dig(4)} came at ${ampm()}, adding $${int(100, 900)} million through 20${int(26, 35)}.`,
      () =>
        T`Add ${int(1, 4)} 1/2 cups flour, bake ${int(325, 450)}°F ${int(20, 60)}-${int(61, 90)} min. Calories ${int(100, 900)}, sodium ${int(100, 999)}mg, 12/24/36 ct`,
      () =>
        T`Smith v. Jones, ${int(100, 600)} U.S. ${int(100, 999)}, ${int(100, 900)}-${int(10, 99)} (19${int(50, 99)}); ${int(100, 999)} F.3d ${int(100, 1400)} (9th Cir. 20${int(10, 23)})`,
    ),
  2,
);
S('intl-us', () =>
  one(
    () => T`International callers: ${usI()}`,
    () => T`WhatsApp ${intl()} or ${usI()}`,
    () => T`Tel: ${intl()}; fax: ${intl()}`,
    () => T`Embassy of ${pick(['Germany', 'Japan', 'Poland'])} duty officer ${intl(['DE', 'JP', 'PL'])}`,
    () => T`Oficina en México: ${intl('MX')}, Estados Unidos: ${tf()}`,
    () => T`${nm()} – exchange student, host family ${usT()}, parents ${intl(['BR', 'IT', 'ES', 'KR', 'TH'])}`,
  ),
);
