// Blocks of American pages that have telephone numbers: business and office pages, then talk and advertisements.
import { parseShapes } from './engine.mjs';

export const americanCalls = parseShapes(String.raw`
dt-phone :: 14 :: <Phone|Phone number|Mobile|Cell|Home phone|Work phone|Telephone|Primary phone|Contact number|Tel|Direct|Main> :: {ua}
dt-phone-type :: 4 :: <Phone|Mobile|Primary phone> :: {um} <(mobile)|(Home)|Mobile|· Work|(verified)|(cell)|Landline|✓ Verified>
dt-fax :: 3 :: <Fax|Fax number|Fax #|Facsimile> :: {um}
dt-ext :: 4 :: <Phone|Office|Work phone|Direct line> :: {ue}
dt-toll-free :: 3 :: <Toll-free|Toll free|800 number|Customer service> :: {ut}
dt-two :: 3 :: <Phone|Phones|Contact> :: {um2}
dt-emergency-contact :: 3 :: <Emergency contact|Next of kin|Guardian> :: {name} <(wife)|(mother)|(spouse)|– husband|, sister,> {um}
dt-intl :: 3 :: <Phone|Mobile|WhatsApp> :: {intl}
dt-e164 :: 4 :: <Phone|Caller ID|From|To|Number> :: {ui}
label-tight :: 6 :: <Phone|Mobile|Cell|Tel|Fax|Office|Call|Phone Number|Direct|Main>{ua}
label-colon :: 16 :: <Phone|Tel|Call|Cell|Mobile|Office|Fax|Ph|P|T|O|C|Telephone|Direct|Phone #|Contact|Main|TEL|PHONE|Text|tel|ph>: {ua}
label-colon-tight :: 5 :: <Phone|Tel|Ph|Cell|P|F|Fax|C|O|tel>:{um}
label-dot :: 3 :: <Ph.|Tel.|p.|c.|t.|f.|o.|Cell.> {um}
label-blank :: 5 :: <Phone|Tel|Call|Cell|Ph|Office|Fax|p|c|o|T|M> {um}
label-hash :: 2 :: <Phone#|Cell #|Ph#|Contact #|Tel #|Fax#> {um}
label-suffix :: 5 :: {um} <(cell)|(office)|(fax)|(home)|cell|Fax|phone|(o)|(c)|(m)|office|(direct)|- mobile|mobile>
label-next-line :: 3 :: <Phone|Phone Number|Call us|Telephone>\n{ua}<|\n{mail}|\nCopy>
icon-phone :: 7 :: {ico}<| |  >{ua}
icon-pua :: 4 :: {pua} {ua}<| {pua} {mail}| {pua} {addr}>
icon-many :: 3 :: 📍 {addr}\n<📞|☎️|📱> {ua}\n<🕐|⏰> {hours}
address-phone :: 6 :: {addr}<\n| · |, | {bar} | • ><Phone: |Tel: |P: |>{ua}
address-tight :: 3 :: {num:1-9900} {street}{city}{um}
footer-company :: 5 :: © {num:2008-2026} {corp}. All rights reserved. {addr}. <Call|Phone|Tel> {ua}<. License #{x:0[1-9]xxxxx}|. NMLS #{x:xxxxxx}|>
footer-line :: 4 :: {corp} {bar} {addr} {bar} {ua} {bar} {web}
footer-bullets :: 3 :: {addr} • {ua} • <Fax {um}|{mail}>
fax-and-phone :: 6 :: <Phone|P|Tel|Ph|T|O>: {um} <{bar} |• |- |/ |; ||\n><Fax|F>: {um}
fax-and-phone-blank :: 3 :: <Phone|Tel|PH> {um} <Fax|FAX|Fx> {um}
phone-fax-slash :: 2 :: Phone/Fax: {um}
further-line :: 2 :: <Call|Phone|Phones:|Tel:|Office> {uf}
ext-line :: 6 :: <Contact|Call|Questions? Call|For details contact|Reach> <{name} at |our {dept} office at |{dept}: |>{ue}
ext-directory :: 3 :: {dept}: {ue}<| – {name}>
option-ivr :: 3 :: {ut}, <option {num:1-9}|press {num:1-9}|then press {num:1-5}|select option {num:1-4}>
signature-lines :: 6 :: {name}\n{title} {bar} {corp}\n<o|O|Office|p|Direct|D>: {um}<\nm: {um}|\nCell: {um}|>\n{mail}
signature-bar :: 5 :: <O|P|D|T>: {um} {bar} <C|M|F>: {um}<| {bar} {mail}>
signature-dot :: 3 :: {name} · {title} · {um} · {web}
signature-short :: 4 :: <Thanks,|Best,|Regards,|Thx|Sincerely,>\n{name}\n{um}<|\nSent from my iPhone| (cell)>
signature-labels-behind :: 3 :: {um} <Direct|direct>\n{um} <Cell|Mobile|Fax>
signature-ext :: 2 :: {name}, {title}\n{ue} {bar} {mail}
email-quoted :: 2 :: {gt} On {day}, {name} wrote:\n{gt} Give me a call at {um} <when you get a sec|anytime after {num:2-6}>.
email-body :: 5 :: <Hi {first},|Hello,|Good morning {first},> <please call|you can reach me at|my direct line is|feel free to text me at> {ua}
| <before {day}|any time|if you have questions|re: invoice {x:xxxxxx}>.
email-ooo :: 3 :: I am out of the office until {day}. For urgent matters <call|contact> {name} at {ua}<.| or {mail}.>
email-header :: 1 :: From: {name} {lt}{mail}{gt}\nPhone: {ui}\nSubject: Re: order {order}
crm-timeline :: 5 :: <Outbound call|Inbound call|Missed call|SMS sent> · {ua} · {at} · <{num:0-45}m {num:0-59}s|No answer|{num:1-59} sec>
crm-note :: 6 :: <LVM|Left VM|No answer|Spoke w/ spouse|Wrong #|Busy|Disconnected> <at|on|-> {um} {date:n/j}<, cb {hour}|, try again {date:n/j}| -
| {x:@@}|>
crm-note-alt :: 3 :: <alt #|new cell|daughter's number|wk #|best #>: {um}, <call after {num:3-6}pm|ok to text|do not leave msg|til {date:n/j}>
crm-card :: 4 :: {name}\n{title} at {corp}\n{ua}\n{mail}
crm-card-tight :: 4 :: {name}{um}<{city}|Call|New|Copy|{mail}>
crm-lead-line :: 4 :: New lead: {name}, {ua}, {city} {zip}, <solar|roof repair|Medicare|refi>, {usd}
crm-dnc :: 2 :: {um} is on the <Do Not Call|DNC> list (added {day})
call-popup :: 4 :: <Incoming call from|Calling|Dialing|Missed call|On hold:|Ringing> {ua}<…|...|| ({city})|  00:{num:10-59}>
call-log :: 4 :: {um}<\n| · ><{city}|mobile|Maybe: {name}><\n| · ><Yesterday|{hour}|{day}>
call-transcript :: 2 :: <Agent|Rep>: <And is|So the best callback is> {um}<?| correct?> <Customer|Caller>: <Yes|Yeah that's it>.
call-voicemail :: 3 :: Voicemail from {ui} ({date:i:s}) – "Hi this is {first} with {co}, call me back at {um}."
call-queue :: 2 :: Q{num:1-9} {ui} wait {date:i:s} agent x{num:1000-8999}
click-to-call :: 6 :: <Call Now|Call Us Today|CALL NOW|Tap to call|Click to call|Call or text|Call Today!|Call Us:> {ua}
click-tight :: 4 :: {ua}<Call|Copy|Text|Get directions|Website|Edit|Add note|Call Now>
click-upper :: 3 :: <CALL TODAY FOR A FREE ESTIMATE|24/7 EMERGENCY SERVICE|SPEAK WITH A LICENSED AGENT|FREE CONSULTATION><: | - |! | ☎ >{ua}
click-hours :: 4 :: {ua} <{hours}|({hours})|· {hours}|, {hours}>
click-tty :: 3 :: {ut} <(TTY: 711)|(TTY 711)|TTY: 711, {hours}|(TTY: {ut})>
helpdesk-ticket :: 4 :: <Ticket|Case|Request> #{x:Xxxxxx} – {name} – {ua} – <password reset|refund|no dial tone|shipment damaged|billing question>
helpdesk-requester :: 3 :: <Requester|Reported by|Caller>: {name} ({ua})<|, {at}>
helpdesk-macro :: 2 :: Hi {first}, thanks for reaching out! If this is urgent, call us at {ut} and reference case {x:0xxxxxxx}.
order-ship-to :: 5 :: {name}\n{num:1-9900} {street}\n{city} {zip}\n<United States\n|US\n|><T: |Phone: |>{ua}
order-line :: 4 :: Order {order} · {name} · {ua} · {usd}
order-delivery :: 3 :: <Driver|Courier|Dasher> {first} <is arriving|is {num:2-9} stops away>. Call {um} <or reply STOP|if not home>.
order-pickup :: 2 :: Pickup {order}: {shop}, ready {hour}, <store phone|questions?> {um}
order-freight :: 3 :: PRO {x:Xxx-xxxxxx} {bar} BOL {x:Xxxxxxx} {bar} <delivery appt|call for appt> {um} {bar} {num:1-26} plts {count} lbs
hotel-booking :: 3 :: Confirmation {x:Xxxxxxxx} – {name} – {num:1-9} nights from {day} – <guest phone|tel> {ua}
hotel-desk :: 3 :: <Front desk|Reservations|Concierge>: {ua} <{bar} Check-in {num:2-4} PM|(dial 0 from room)|>
hotel-foreign :: 2 :: Guest {NAME} ({x:@@}) {intl} arr. {date:n/j} ETA {hour}
invoice-remit :: 4 :: Remit to: {corp}, {addr}. <Questions? Call|Billing inquiries:> {ua}<.|. Terms net {num:15-60}.>
invoice-header :: 3 :: {corp}\n{addr}\n{um}\nInvoice # {x:xxxxxx}\nDate: {day}\nTotal: {usd}
bank-notice :: 4 :: <If you did not authorize this|To report fraud|For questions about your account>, call <us at |>{ut} <or {ut}|24/7|immediately>.
bank-card-back :: 2 :: Lost or stolen card: {ut}. Outside the U.S., call collect {um}.
bank-alert :: 2 :: <BofA|Chase|WF> alert: {usd} charge at {shop} {date:n/j} card ending {x:xxxx}. Reply NO or call {ut}
wallet-zelle :: 3 :: Zelle: <sent|You sent> {usd} to {name} at {um} on {day}
wallet-venmo :: 2 :: <Cash App|Zelle|Venmo|Apple Pay>: {um}
utility-outage :: 3 :: Report an outage: {ut}. Account # {x:xxxxxxxxxx-x}, meter {x:xxxxxxxx}
gov-office :: 5 :: {dept}\n{addr}\n<Phone|Main|Tel>: {ua}\nFax: {um}
gov-hotline :: 4 :: <Tip line|Non-emergency|Fraud hotline|Crisis line|Animal control|Snow line>: {ua}<.| (24 hrs)| or 911 in an emergency>
gov-senator :: 2 :: <DC office|District office>: {um} {bar} {num:100-500} <Russell|Cannon|Hart> Office Building, Washington, DC 20510
gov-311 :: 3 :: Call 311 or {um} <(outside the city)|from outside city limits|for TTY {um}>
gov-letter :: 3 :: <In reply refer to|Notice>: {x:CP2xxx} · SSN {ssn} · <To contact us:|Phone> {ut}
gov-registry :: 2 :: {corp} – EIN {ein} – DUNS {x:xx-xxx-xxxx} – {um}
tender-contact :: 3 :: Solicitation {x:W912xx-2[3-5]-R-00xx}. POC: {name}, {um}, {mail}. Closing {at}.
school-office :: 4 :: <Attendance line|Main office|Registrar|Nurse|Bus garage>: {ue}<| {bar} Fax {um}>
school-parent :: 3 :: <Mom|Dad|Grandma|Guardian> – {first} {um}<, gr. {num:1-12}| (ok to pick up)|>
school-closing :: 1 :: School closed {day}. Info line {um}, press {num:1-9}.
hospital-appt :: 4 :: Your appt with Dr. {last} is {at}. <To reschedule|Reply C or> call {um}.
hospital-patient :: 3 :: {NAME} MRN {x:xxxxxxx} DOB {date:M/D/Y} Ph {um} PCP Dr. {last}
hospital-provider :: 3 :: Dr. {name}, MD · NPI {npi} · {addr} · {um}
pharmacy-store :: 3 :: <CVS|Walgreens|Rite Aid> #{x:0xxxx} {addr} {um} <Rx ready|Pharmacy: {hours}|Rx# {x:xxxxxxx}>
pharmacy-rx :: 2 :: Rx {x:Xxxxxx-xxxxx} <refills: {num:0-5}|qty {num:10-90}> {name} Call {um} for refills
maps-place :: 5 :: {shop}\n{x:4.X} ({num:5-3000}) · {num:1-9900} {street}\n<Open ⋅ Closes {num:5-11} PM|Closed ⋅ Opens 8 AM> ⋅ {um}
maps-yelp :: 3 :: {x:4.[05]} ({num:10-900} reviews) $$ {um} {num:1-9900} {street}
directory-entry :: 4 :: {num:1-99}. {corp} – {addr} – {ua}
directory-regions :: 3 :: <East|NY|HQ|Sales>: {ua} {bar} <West|LA|Plant|Support>: {ua}
directory-store-number :: 2 :: Store #{num:100-9999} – {city} – {um} – <Mgr {name}|{hours}>
hr-profile :: 3 :: {name} · {title} · Emp ID {x:00xxxx} · hired {day} · {um}
hr-reference :: 3 :: <Reference|Supervisor|May we contact?>: {name}, {title}, {um}, {num:2-15} yrs
hr-resume :: 3 :: {name}\n{city} • {um} • {mail} • linkedin.com/in/{x:xxxxxxx}
event-contact :: 3 :: <RSVP|Tickets|Info|Vendor info> by {day}: {first} {um}
bus-service :: 2 :: Route {num:1-99} {hour} – {hour}. <Lost & found|Paratransit|Dispatch>: {um}
bus-alert :: 2 :: Text stop ID {x:xxxxx} to 41411 or call {um}
logistics-driver :: 3 :: Load {x:xxxxxxx} {city} -{gt} {city}, {num:100-2800} mi, {dollar}{num:400-5200}, driver {first} {um}, truck {num:100-999}
logistics-broker :: 3 :: MC# {x:Xxxxxx} DOT {x:Xxxxxxx} – dispatch {ue}
insurance-claim :: 4 :: Claim {claim} DOL {date:n/j/Y} adjuster {name} <ph|@|-> {ue}
insurance-agent :: 3 :: {name}, {hieu} Insurance – policy {policy} – {um}
insurance-roadside :: 2 :: Roadside assistance {ut}. Group # {x:xxxxx-0xx} ID {x:@@@xxxxxxxxx}
news-tips :: 3 :: <Anyone with information is asked to call|Police ask anyone with tips to contact> <Crime Stoppers at|Det. {last} at> {ua}<.| or
| text 274637. Case {caseno}.>
news-obit :: 2 :: {name}, {num:60-101}, of {city}, passed {day}. Services {hour} at {hieu} Funeral Home, {um}.
news-scam :: 2 :: The caller, using the number {um}, told {first} she owed {usd} in back taxes, deputies said.
police-missing :: 2 :: MISSING: {name}, {num:8-80}, 5'{num:2-11}", {num:100-220} lbs, last seen {day}. Call {um} or 911
court-clerk :: 2 :: Case No. {caseno} – Clerk's office {um}, Dept. {num:1-60}, hearing {at}
court-attorney :: 2 :: {name} (SBN {x:2xxxxx})\n{addr}\nTelephone: {um}\nFacsimile: {um}
church-bulletin :: 3 :: Sunday Mass 8:00, 9:30 & 11:15. <Parish office|Rectory|Prayer chain>: {um}
club-contact :: 2 :: VFW Post {num:100-9999} fish fry {date:n/j} {num:4-8} pm, hall rental {um}
app-otp-sent :: 4 :: We <sent|texted> a {num:4-6}-digit code to {ua}<. Resend in 0:{num:10-59}|. Didn't get it?|>
app-settings :: 3 :: <Two-step verification|Recovery phone|SMS alerts>: {ua} <Change|Edit|Remove|(primary)>
app-msg-rates :: 1 :: Text HELP to 67890 for help or call {ut}. Msg & data rates may apply.
excel-paste :: 3 :: {first}\t{last}\t{um}\t{city}\t{zip}
csv-line :: 3 :: {num:1-900},{first},{last},{ud},{date:Y-M-D},{x:[01]}
log-twilio :: 3 :: {date:Y-M-D h:i:s} {x:SM}{hex:16} <delivered|queued|failed (30003)> to={uc} from={uc}
json-view :: 2 :: "caller": "{uc}", "duration": {num:1-900}, "id": "{hex:8}"
sip-line :: 1 :: INVITE sip:{uc}@{ip}:5060 cseq {num:1-200}
tel-url :: 1 :: tel:{uc}
spanish-label :: 5 :: <Teléfono|Llámenos|Tel.|Llame al|Celular|Llame gratis al|Número de teléfono>:<| ><{um}|{ua}>
spanish-sentence :: 4 :: <Para más información|Si tiene preguntas|Para una cita>, <llame al|comuníquese al> {ua}<.| (se habla español).|>
spanish-job :: 3 :: Se <solicita|busca> {job}, {dollar}{num:12-30} la hora, <llamar a {first} al|llame> {um}
spanish-tty :: 2 :: ATENCIÓN: si habla español, tiene a su disposición servicios gratuitos. Llame al {ut} (TTY: 711).
spanish-mexico :: 2 :: <Oficina México|CDMX|Guadalajara>: {intl:MX}<, WhatsApp|>
spanish-mexico-home :: 1 :: <Ciudad de México|CDMX, Col. Roma>: Tel. {home:MX}
foreign-offices :: 3 :: <London|UK>: {intl:GB}\n<Sydney|AU>: {intl:AU}\nNew York: {ui}
foreign-one :: 4 :: <International|Outside the U.S.|Intl office|Overseas supplier> <: |- >{intl}
foreign-family :: 2 :: <Mom|Host family|Hotel> in <Paris: {intl:FR}|Berlin: {intl:DE}|Tokyo: {intl:JP}|Madrid: {intl:ES}>
foreign-home-uk :: 1 :: London office, 12 Fenchurch St, London EC3M: {home:GB}
foreign-vendors :: 3 :: {first} – <Bogotá team – {intl:CO}|São Paulo – {intl:BR}|Tel Aviv – {intl:IL}|Mumbai team – {intl:IN}>
canada :: 3 :: <Toronto|Calgary, AB|Vancouver BC|Ottawa office>: {ca}
viet-us :: 1 :: <Saigon factory|Hanoi office|VN rep>: <{vmi}|{vfi}>
numbers-around :: 3 :: {name}, {addr}, DOB {date:n/j/Y}, {um}, acct {x:xxxxxx}, bal {usd}
building-notice :: 2 :: Water shutoff {day} {num:8-10}am-{num:1-5}pm Units {num:100-150}-{num:151-199}. Maintenance: {um}
elevator :: 1 :: Elevator ID {x:xxxxxx} – Capacity 2500 lbs – In emergency call {um}
recall :: 2 :: NHTSA {x:2[0-5]V-xxx}: owners may contact {hieu} customer service at {ut}
warranty :: 2 :: Model {x:@@xxxx@} Serial {x:xx@xxxxxx}. Warranty service: {ut}, {hours}
web-meeting :: 2 :: <Dial-in|Join by phone>: {ui} US <(Chicago)|(New York)> Meeting ID: {x:8Xx xxxx xxxx}
long-news :: 3 :: {city} police are asking for help identifying a driver who struck a {num:18-80}-year-old at {street} and {num:4-9}th about {hour}
| on {day}.
| The vehicle is a {car}, plate {plate}. Anyone with information is asked to call Det. {name} at {um} or Crime Stoppers at {ut}
| and refer to case {caseno}.
long-email :: 3 :: Hi {first},\n\nPer our call, the quote for {x:xxx} units is {usd} (PO {x:45xxxxxxxx}). We can ship by {day} via FedEx, tracking
| to follow.
| \nIf anything changes, my cell is {um}; after {num:4-6} pm call the main office, {ue}.\n\n<Thanks|Best>,\n{name}\n{title}
long-rental-post :: 3 :: ⭐ {num:1-4}BR / {num:1-2}BA – {dollar}{num:950-3900}/mo – {num:600-2200} sq ft ⭐\n{addr}\nAvailable {date:n/j}. Deposit
| {dollar}{num:500-2500}
| \nNo smoking, 1 cat ok, W/D in unit\nCall or text {first} {um} <between 9-6|before {num:7-9}pm|for a showing>
long-bulletin :: 2 :: Pancake breakfast Sun {date:n/j} 8:00–11:30, {dollar}{num:5-12} adults. Food pantry W 4–6. Choir Th 7:00.
| Rides: {first} {um}. Hall rental: {first} {um}. Office {um}, fax {um}.
long-benefits :: 2 :: To compare plans visit {web} or call {ut} (TTY: {ut}), {hours}. Members: have your ID (begins with {x:@@@}, {num:9-12} digits)
| and
| DOB ready. Claims: P.O. Box {num:1000-99000}, {city} {zip}.
long-dispatch :: 2 :: LOAD {x:xxxxxxx}\nPU {date:n/j} {hour} {city}\nDEL {date:n/j} {hour} {city}\n{count} lbs / {num:1-26} plts /
| {dollar}{num:800-5200}
| \nDriver {first} {um}\nAfter hrs dispatch {ue}
`);

export const americanTalk = parseShapes(String.raw`
chat-number-only :: 7 :: {um}
chat-my-number :: 6 :: <my number is|my cell is|heres my #|text me|call me at|hmu|my new number|#> {um}<| thx| lmk| call anytime>
chat-give-call :: 4 :: <can u|pls|can someone|yo> <call|text|ring> <{first}|the customer|them|back> <at|on|@> {um} <asap|b4 {num:2-6}|when u can|re
| order {x:xxxxx}>
chat-slack-lead :: 4 :: <:telephone_receiver:|:rotating_light: New lead|@here> {name} {ua} – <Google Ads|Zillow|{city}|webform>
chat-slack-time :: 3 :: {first} {hour}\n<customer cb|cb #>: {um}
chat-teams :: 3 :: [{hour}] {name}: <their|the client's> direct line is {ue}
chat-whatsapp :: 2 :: {ui} ~{first}
chat-whatsapp-group :: 2 :: {ui} <joined using this group's invite link|left|changed to {ui}>
chat-sms-thread :: 3 :: {ui}\n<Hi {first}, its|Hey this is> {name} from {co}\n{hour}
chat-not-working :: 3 :: <tried|called> {um} <twice|again|yesterday>, <no answer|vm full|just rings|not in service>
chat-two :: 3 :: <office|home> {um} <cell|or cell> {um}
chat-vcard :: 2 :: {name}\nmobile\n{um}\nhome\n{um}
chat-widget :: 3 :: <Visitor|Guest {num:100-9000}>: <sure its|yes|ok> {um}
chat-bot-confirm :: 3 :: Thanks {first}! We'll call you at {um} <within {num:5-60} minutes|between {num:9-11} and {num:1-5}|on {date:n/j}>.
chat-typo :: 3 :: <plese cal|phone numbr|my nubmer|gimme a cal> {um} <thnks|plz|asap>
chat-uber :: 2 :: Your driver {first} ({x:4.9X} ★) {plate} – {um}
fb-comment :: 4 :: <{um}|{um} call me|Interested. {um}|PM'd you, or text {um}|How much? {um}>
fb-sell :: 5 :: <FOR SALE|Selling|ISO|OBO> {item} {usd}<, | ><must pick up|no holds|cash only>, <text|call/text|call> {um}
fb-garage-sale :: 2 :: GARAGE SALE <Fri-Sat|Sat only> {date:n/j} {num:7-9}-{num:1-4} {num:1-9900} {street} {um}
fb-lost-pet :: 3 :: LOST <DOG|CAT> near {street} & {num:4-9}th, <no collar|chip #{x:985112xxxxxxxxx}>, REWARD {dollar}{num:1-9}00. {um}
fb-page-about :: 4 :: Page · <Local service|Restaurant|Nonprofit organization>\n{addr}\n{um}\n{mail}
fb-hashtags :: 2 :: {emo} Book now {um} {emo} #smallbiz #{x:20xx} #{hieu}
forum-post :: 3 :: I called {co} at {ua} and they quoted {usd} for {num:2-40} sq, <fair?|too high?>
forum-signature :: 2 :: --\n{name}\n{co}, {city}\n{um}
comment-review :: 3 :: {num:1-5} stars. <Called|I called> {ua} {num:2-9} times, on hold {num:20-90} min. <Never again.|Rude.>
comment-scam :: 4 :: <Got a call from|Robocall from|Spam:> {ua} <claiming to be Medicare|about my car warranty|saying IRS|, left no message>
comment-who :: 3 :: <Who called me from|Anyone know> {um}? <{num:2-30} reports|Last report {day}>
ads-for-rent :: 5 :: <FOR RENT|Apt for rent>: {num:1-4}BR/{num:1-2}BA, {num:500-2200} sq ft, {dollar}{num:850-3900}/mo, {city}. <Call|Text|Call
| {first}> {um}
ads-home :: 4 :: {num:2-5} bd {num:1-3} ba {num:900-4800} sqft {big} MLS# {x:xxxxxxxx}. <Listed by|Agent> {name}, {um}
ads-agent-card :: 4 :: {name}\n{title}, {co}\nDRE# {x:0[12]xxxxxx}\n{um}
ads-agent-zillow :: 2 :: Listing Provided by: {name} {x:DRE #0[12]xxxxxx} {um}, {co}
ads-car :: 5 :: {car}, {num:20-190}k miles, clean title, {dollar}{num:2-39},{x:X00} OBO. <Call|Text|Call or text> {um}
ads-service :: 5 :: <Lawn care|Tree removal|Junk hauling|Handyman|House cleaning|Gutters|Piano lessons>, <free est.|lic & ins|{num:5-30} yrs
| exp.|$25/hr> {um}
ads-upper-sign :: 3 :: <WE BUY HOUSES|CASH FOR CARS|NOW HIRING|GO SOLAR|ROOF LEAKING?> {ua}
ads-job :: 4 :: <Now hiring|Hiring> {job}, {dollar}{num:12-48}/hr, {num:20-40} hrs, <apply in person or call|text RESUME to|call {first} at> {um}
ads-legal :: 3 :: Injured? <Call|Free case review> {ut}. <No fee unless we win.|Attorney advertising.> Results since {num:1970-2010}
ads-medicare :: 2 :: Call {ut} (TTY 711) <Oct 15 – Dec 7|{hours}> to speak with a licensed agent
ads-tv :: 2 :: Only {usd} + S&H! Order now: {ut} <Offer code {x:xxxx}|Dept. {x:xxx}>
ads-restaurant :: 3 :: {shop} <dine in|take-out|delivery> {um} {num:1-9900} {street} <Lunch special $9.95|Min. order $15>
ads-craigslist :: 3 :: {usd} {item} ({city}) post id: {x:7[6-8]xxxxxxxx} <call|show contact info> {um}
ads-flyer :: 3 :: {shop}\n{addr}\n{um}\n{hours}
ads-bullets :: 3 :: • Since {num:1950-2015}\n• {x:A-1} rated\n• Call {ua}
ads-track-number :: 2 :: {co} <Sponsored|Ad> · {ua} · <Open 24/7|{num:5-40}+ years in business>
ads-price-before :: 2 :: {usd} <· |- |{bar} >{um}
ads-remark :: 3 :: {um} (<ask for {first}|text only|after 5|no texts|Se habla español|cell>)
ads-numbered :: 2 :: 1. {first} {um}\n2. {first} {um}\n3. {first} {um}
ads-tiktok :: 2 :: {emo} {shop} {emo} DM or {um} {emo}
ads-youtube :: 2 :: Business inquiries: {mail} / {um}
ads-no-blank :: 2 :: <Call|Cell|Text|Ph>{um}<.|,|-|>{first}
note-todo :: 3 :: [ ] <call|cb|f/u> {first} {um} re <quote|PO {x:xxxxx}|renewal> {date:n/j}
note-personal :: 3 :: {first} <(plumber)|– sitter|, vet|HVAC guy> {um}
note-list :: 2 :: {first} {last} {um}\n{first} {last} {um}
note-moved :: 2 :: <Old number|was> {um}, <new number|now> {um}
spanish-chat :: 3 :: <mi número es|mi cel|márcame al|háblame al|mándame mensaje al> {um}<| porfa| gracias>
spanish-ad :: 4 :: <Se renta cuarto|Vendo troca|Se vende|Limpieza de casas|Se hacen pasteles> <{usd}|{city}>, <informes|llamar al|texto al> {um}
spanish-signature :: 2 :: <Saludos,|Atentamente,>\n{name}\nCel. {um}
spanish-fb :: 2 :: <Precio?|Todavía lo tiene?|Me interesa> {um}
spanish-church :: 1 :: Misa en español <12:30 pm|7 pm>, oficina {um}
chinese-us :: 2 :: <电话|聯絡電話>：{um}<（中文）| 法拉盛|>
vietnamese-us :: 2 :: <Tiệm nail cần thợ|Văn phòng luật sư|Cho share phòng> {city}, <gọi|xin gọi|text> {um}
korean-us :: 1 :: <문의|전화>: {um} <(한국어)|>
haitian-us :: 1 :: Rele {ut} (TTY: 711) pou èd gratis
`);
