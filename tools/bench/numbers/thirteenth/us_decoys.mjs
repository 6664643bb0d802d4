// Blocks of American pages that have digits and no telephone number.
import { parseShapes } from './engine.mjs';

export const americanDecoys = parseShapes(String.raw`
price-plain :: 8 :: <Total|Subtotal|Price|Balance due|Tax|Shipping|You save|Amount|>: {usd}
price-dt :: 4 :: <Order total|Balance|Amount due|Loan amount|List price|MRR> :: {usd}
price-was :: 4 :: {usd} <was |List: >{usd} ({x:[1-6]x}% off)
price-tight :: 3 :: {usd}{usd}<Save |-|>{num:5-60}%
price-range :: 3 :: {usd} <-|–|to> {usd}<|/yr|/mo| per hour>
price-unit :: 3 :: {usd}</ea|/sq ft|/lb|/night|/mo> <x {num:2-40}|({count} sq ft)|min {num:1-12}>
salary :: 2 :: {dollar}{x:XX},000 - {dollar}1{x:xx},000 a year · Full-time
order-id :: 7 :: <Order|Order #|Order number:|Order ID|Confirmation #> {order}
order-id-dt :: 4 :: <Order #|Order number|Invoice #|PO number|Confirmation> :: {order}
order-amazon :: 4 :: ORDER # 11{x:[1-4]-xxxxxxx-xxxxxxx} <ORDER PLACED {date:b j, Y}|TOTAL {usd}>
order-ebay :: 2 :: Order: {x:[01][1-9]-1xxxx-xxxxx} Item ID: {x:[1-4]xxxxxxxxxxx}
order-status :: 5 :: {order} · {at} · <Shipped|Delivered|Pending|Refunded> · {usd}
order-item :: 4 :: {item} <Qty: |× |x>{num:1-24} {usd}
tracking-line :: 7 :: <Tracking|Tracking #|Tracking number:|Track:|FedEx|USPS> {track}
tracking-fedex :: 4 :: FedEx <Ground|Home Delivery|2Day> {track:<fedex|fedexSpaced>}<|, est. {date:w n/j}>
tracking-dt :: 4 :: <Tracking number|Tracking|Waybill> :: {track}
tracking-step :: 4 :: {at} <Departed|Arrived at|Out for delivery> {city} {zip}
freight :: 3 :: <PRO #|BOL|PRO> {x:<Xxxxxxxxx|Xxx-xxxxxx-x|0xxxxxxxxx>} {count} lbs, class {num:50-400}
ein :: 5 :: <EIN|Tax ID|Federal ID|FEIN|TIN>:<| > {ein}
ein-dt :: 3 :: <EIN|Tax ID|Federal tax ID> :: {ein}
ssn :: 5 :: <SSN|Social|SS#|Last 4>: {ssn}
npi :: 4 :: <NPI|NPI #|Provider NPI>: {npi}<|, taxonomy 207{x:@00000X}>
dea-license :: 3 :: <License|Lic.|DEA|CCB> #{x:<A@xxxxxxx|0xxxxxx|MD4xxxxx|CGC15xxxxx>} <exp. {date:n/j/Y}|active|>
bank-routing :: 5 :: <Routing|ABA|Routing number>: {routing} <Account|Acct>: {acct}
bank-account :: 5 :: <Account|Acct #|Account number|Acct ending in|Loan #>: {acct}
bank-account-dt :: 3 :: <Account number|Loan number|Member ID> :: {acct}
bank-card :: 4 :: <Visa|Mastercard|AmEx|Card> <ending in|••••|x|****> {x:xxxx} <exp {date:M/y}|{usd}|>
bank-card-full :: 2 :: {card} <exp {date:M/y}|CVV {x:xxx}>
bank-txn :: 4 :: {date:M/D} <POS DEBIT|ACH CREDIT|CHECKCARD> {x:xxxx} {shop} {x:<xxxxxxxxxxxx|000xxxxxxx>} {usd}
bank-check :: 2 :: Check #{num:1001-9800} {usd} cleared {date:n/j}
bank-wire :: 2 :: Fed ref {date:YMD}B1QGC08C00{x:xxxx} <IMAD|OMAD> {usd}
otp :: 6 :: <Your code is|Your verification code is:|Use code|Enter> {x:xxxxxx}<. Don't share it.| Expires in {num:5-15} minutes.|>
otp-front :: 2 :: {x:xxxxxx} is your <Uber code|Amazon OTP|Facebook code|login code>
otp-spaced :: 1 :: Your WhatsApp code: {x:xxx-xxx}
sms-short :: 4 :: <Text|Reply> <JOIN|STOP|YES|GIVE> to <{x:[2-8]xxxx}|{x:[2-8]xxxxx}> <to opt out|for alerts|msg rates apply>
short-codes :: 4 :: <Dial|Call> <911 in an emergency|311 for city services|988 for crisis support|511 for road conditions|711 for relay>
star-codes :: 2 :: Dial <*67 to block caller ID|*69 to return the last call|*72 for forwarding>
masked :: 6 :: <Phone|Number|Code sent to|Mobile|>: <(***) ***-{x:xxxx}|•••-•••-{x:xxxx}|{x:[X][X][X]-[X][X][X]-xxxx}|{x:(xxx) ***-**xx}|+1 *** ***
| **{x:xx}>
masked-show :: 3 :: {x:(xxx) xxx}-<XXXX|****|••••> <Show number|Click to reveal|Reveal>
date-plain :: 6 :: {day}
date-time :: 7 :: {at}
date-range :: 4 :: {day} <-|–|to|through> {day}
date-dob :: 4 :: <DOB|Born|Birthdate|DOB:> {date:M/D/Y}<| (age {num:18-90})>
date-posted :: 3 :: <Posted|Updated|Last modified> {day}<| by {name}>
date-expires :: 2 :: <Exp|Expires|Valid thru|Best by> {date:M/D/y} <Lot {x:@xxxxxx}|L{x:xxxx} {date:h:i}|>
years :: 3 :: <{name} (|Founded |({num:1-9}th ed., |Civil era >{num:1800-1950}<–|-| - >{num:1951-2020})
hours :: 5 :: <Mon-Fri|Mon|Sat|Hours:|Daily> {num:6-9}:{x:[03]0} AM - {num:5-10}:{x:[03]0} PM
duration :: 3 :: {date:h:i:s} / {date:h:i:s}
timer :: 2 :: Ends in {num:0-9}d {date:h}h {date:i}m
bus-times :: 4 :: {date:g:i} {date:g:i} {date:g:i} {date:g:i} {date:g:i} {date:g:i}
flight :: 3 :: <UA|DL|AA|WN>{num:100-2900} {date:g:iA} SFO–ORD {day} seat {num:1-39}<A|C|F> PNR {x:@@@X@@} tkt 016{x:2xxxxxxxxx}
plate :: 4 :: <Plate|License plate|Tag #>:<| > {plate}<| ({x:@}A)>
vin :: 4 :: <VIN|VIN #>:<| > {vin}
imei :: 3 :: <IMEI|IMEI 1|Device>: {imei}
serial :: 4 :: <S/N|Serial|Serial #|SN>: {x:<@@xxxxXXxxx|Xxxxxxxxxxxx|C02@xxxx@@@@|xxx-xxxxx-xx>}
ip-line :: 4 :: <IP|Sign-in from|Client IP|Host>: {ip}<|:{num:1000-65000}| at {at}>
log-line :: 4 :: {date:Y-M-D}T{date:h:i:s}.{x:xxx}Z <INFO|WARN|ERROR> pid={num:100-40000} {ip} <GET /v{num:1-3}/users/{x:xxxxxx} {num:200-504}|took
| {num:1-9000}ms>
log-stack :: 2 :: at Object.run (/app/dist/main.js:{num:1-4000}:{num:1-90})
version :: 3 :: <Version|v|Build> {ver}<| ({x:2[0-5]xxx.1xx})| (build {num:1000-99999})>
gps :: 3 :: <{num:25-48}.{x:xxxxxx}, -{num:70-122}.{x:xxxxxx}|{num:25-48}°{num:10-59}'{num:10-59}"N {num:70-122}°{num:10-59}'{num:10-59}"W>
parcel :: 4 :: <APN|Parcel ID|Parcel #|PIN>: {x:<xxx-xxx-xxx|xxx-xxxx-xxx-0000|xx-xx-xxx-xxx-xxxx|0xx-xxx-xx-00>}
address :: 5 :: {addr}
zip4 :: 3 :: {city} {x:[1-9]xxxX-xxxx}
po-box :: 2 :: P.O. Box {num:100-99000}, {city} {zip}
size-dim :: 4 :: {num:4-96}" x {num:4-96}" x {num:1-60}" <{num:1-90} lbs|(W x D x H)|>
size-lumber :: 1 :: 2x4x{num:8-16} #2 SPF {usd} ea, SKU {x:xxx-xxx}
sqft :: 3 :: {num:600-5800} sqft · {num:1-6} bd · {num:1-4} ba · Built {num:1900-2024}
weight :: 2 :: {num:1-90} lb {num:1-15} oz / {num:1-40}.{num:1-9} kg
quantity :: 4 :: {count} <results|views|in stock|members|followers|downloads>
rating :: 4 :: {x:4.X} ({count} <ratings|reviews|Google reviews>)
likes :: 3 :: {num:2-990} likes · {num:1-300} comments · {num:1-90} shares
pagination :: 4 :: <Showing|Viewing> {num:1-20}-{num:21-100} of {count}
pager :: 3 :: 1 2 3 4 5 … {num:20-190}
phone-count :: 3 :: {count} <phone numbers imported|calls this week|numbers on DNC list|texts sent>
phone-missing :: 3 :: <Phone|Mobile|Fax>: <N/A|—|not provided|(none)|on file> · ID {x:Xxxxxxx}
id-internal :: 4 :: <ID|Customer ID|Member #|Emp ID|User ID|Account #>: {x:<Xxxxxx|C-xxxxx|00xxxxxx|Xxxxxxxxx|M0xxxxxxx>}
id-salesforce :: 2 :: {x:00[356]5f00000xxxx@@@@@}
id-dt :: 4 :: <Customer ID|Contact ID|Lead ID|Case number|Member ID|Record ID> :: {x:<Xxxxxx|0xxxxxxx|00xxxxxx|Xxxxxxxxxx|@@@xxxxxxxxx>}
ticket-id :: 4 :: <Ticket|Case|Incident|INC> #{x:<Xxxxxx|00xxxxxx|00xxxxxxxx>} <closed|overdue {num:1-48}h|P{num:1-4}|reopened>
student-id :: 3 :: <Student ID|SID|ID#>: {x:<9xxxxxxxx|A0xxxxxxx|xxxxxxx>} GPA {x:[23].xx}
exam :: 2 :: SAT {num:900-1600} ({num:450-800} M / {num:450-800} EBRW) ACT {num:18-36}
lottery-powerball :: 4 :: <Powerball|Mega Millions|Winning numbers> {day}: {balls:5,69} <PB|MB|Powerball:> {x:[12]x}
lottery-pick :: 3 :: <Pick 3|Pick 4|Cash 5|Daily 3> <Evening|Midday>: {x:x - x - x}<| - {x:x}>
sports-score :: 4 :: <Lakers|Chiefs|Yankees|Dallas> {num:3-130}, <Celtics|Bills|Mets|Denver> {num:0-128} <Final|F/OT|Q4 {date:g:i}|Bot 7th>
sports-stats :: 3 :: {num:10-30}-{num:30-45} FG, {num:2-20}-{num:20-30} FT, {num:4-14} reb, {x:.[2-5]xx} avg
sports-odds :: 2 :: <KC|BUF|DAL> -{x:X.5} (-1{x:[01]x}) O/U {num:38-55}.5 ML +{num:110-400}
box-score :: 2 :: R H E {num:0-9} {num:3-15} {num:0-3}
stock :: 4 :: <AAPL|TSLA|NVDA|SPY> {num:80-900}.{x:xx} <+|->{x:X.xx} (<+|->{x:X.xx}%) Vol {x:Xx.x}M
stock-range :: 2 :: 52 wk {num:80-190}.{x:xx} - {num:200-300}.{x:xx} Mkt cap {x:X.xxx}T
cusip :: 2 :: CUSIP {x:xxxxxx[1-9]xx} ISIN US{x:xxxxxxxxxx}
legal-ref :: 4 :: <42 U.S.C. § {num:1000-12900}|{num:10-49} CFR {num:1-990}.{num:1-300}|Pub. L. {num:100-118}-{num:1-300}|{num:200-590} U.S.
| {num:100-900} ({num:1900-2023})>
case-number :: 4 :: <Case No.|Case|Docket>: {caseno}<| filed {day}>
deed :: 2 :: Book {num:100-9000} Page {num:1-990}, Inst. {x:20[012]x-00xxxxx}
invoice :: 4 :: Invoice <#|No. |># {x:<xxxxxx|INV-00xxxx|2025-xxxx>} due {day} {usd}
invoice-net :: 3 :: {date:n/j/y} {x:xxxxxx} {item} {num:1-9} @ {amount} {amount}
policy :: 4 :: <Policy|Policy #|Policy number>: {policy} <eff. {date:n/j/y}|premium {usd}|>
claim :: 4 :: <Claim|Claim #|Claim number>: {claim}<| DOL {date:n/j/y}>
insurance-id :: 3 :: <Member ID|Group|Rx BIN>: {x:<@@@xxxxxxxxx|Xxxxxx|0[01]xxxx|W2xx xxxxx>} <PCN ADV|Grp {x:xxxxxxx}|>
medicare-id :: 2 :: MBI 1{x:@Gx-@Mx-@@xx}
medical-labs :: 3 :: <Glucose {num:70-190} mg/dL|A1C {x:[5-9].x}%|BP {num:100-170}/{num:60-99}|HR {num:55-110}> <(ref
| {num:40-69}-{num:99-140})|{day}|>
mrn :: 3 :: <MRN|Chart #|Encounter>: {x:<xxxxxxx|00xxxxxxxx|E1xxxxxxxxx>}
drug-ndc :: 3 :: NDC {x:<xxxxx-xxxx-xx|0xxx-xxxx-xx>} <#{num:10-90}|qty {num:10-90}, {num:5-500} mg>
drug-rx :: 2 :: Rx <#|># {x:<Xxxxxxx|0xxxxxx-0xxxx>} <refills {num:0-9}|fill date {date:n/j}>
icd :: 2 :: ICD-10 {x:[EMJR]xx.x} CPT 99{x:[23]1[2-5]} {usd}
meter :: 3 :: <Meter|Reading|Prev/Curr>: {x:xxxxx} - {x:xxxxx} = {num:300-1900} kWh
utility-acct :: 3 :: <Account|Acct>: {x:<xxxx-xxxx-xx|xxxxxxxxxx-x|xx-xxxx-xxxx-xxxx-x>} <Due {date:n/j}|Service {date:n/j}-{date:n/j}>
meeting-id :: 4 :: <Meeting ID|Zoom ID|Webinar ID>: {x:<8Xx xxxx xxxx|9Xx xxx xxxx|[3-7]xx xxx xxxx>} <Passcode|Passcode:|PW> {x:xxxxxx}
conference :: 2 :: <Access code|Conference ID|PIN|Participant code>: {x:<xxxxxxx|xxx xxx xxx>}#
barcode :: 4 :: <UPC|UPC:|GTIN|SKU> {x:<0xxxxxxxxxxx|0xxxxx xxxxxx|xxxxxxx|0-xxxxx-xxxxx-x>}
sku :: 3 :: <SKU|Item #|Model|Store SKU #> {x:<100xxxxxxx|Xxxxxx|xxxxxx-xx|@@-xxxx-@>}
isbn :: 3 :: ISBN <978-{x:[01]-xxx-xxxxx-x}|978{x:0xxxxxxxxx}|{x:0-xxx-xxxxx-x}|-13: 978-{x:1xxxxxxxxx}>
patent :: 1 :: US Patent <{x:[789],xxx,xxx}|{x:1[01],xxx,xxx} B2> ({date:b j, Y})
part-number :: 3 :: <Part|P/N|OEM|Fits>: {x:<xxxxx-@xx-xxx|xxxxxx-xx|FL-xxxS|8xxxxxxx>}
tire :: 1 :: {num:185-275}/{num:40-70}R{num:15-20} {num:85-112}H DOT {x:xxxx}
epoch :: 3 :: <ts|created|exp>={x:17[0-9]xxxxxxx}{x:<|xxx>}
uuid :: 2 :: {hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}
url-id :: 4 :: https://{web}/{x:<listing/7[6-8]xxxxxxxx.html|p/xxxxxxxx|orders/xxxxxxxxxx>}
file-name :: 2 :: <IMG|PXL|Scan|VID>_{date:YMD}_{date:his}.<jpg|pdf|mp4> {num:1-40}.{num:1-9} MB
git-line :: 1 :: commit {hex:40} {date:w b j h:i:s Y}
code-snippet :: 1 :: const TIMEOUT_MS = {num:1000-90000}; // {date:Y-M-D}
css-like :: 1 :: rgba({num:0-255}, {num:0-255}, {num:0-255}, 0.{num:1-9}) #{hex:6}
hts-code :: 2 :: HTS {x:8[45]xx.xx.xxxx} duty {x:X.x}%
container :: 2 :: <MSKU|TGHU|OOLU>{x:xxxxxxx} seal {x:xxxxxxx} ETA {date:n/j}
duns :: 2 :: DUNS {x:xx-xxx-xxxx} CAGE {x:X@@xX} UEI {x:@@xX@xx@xxX@}
solicitation :: 2 :: {x:W912@@2[3-5]Rxxxx} NAICS {x:[235]xxxxx} due {at}
flood :: 1 :: FEMA panel {x:0xxxxxCxxxxJ} zone X eff. {date:M/D/Y}
extension-only :: 3 :: <Ext|Ext.|x|Extension>: {num:100-8999}
option-menu :: 2 :: Press {num:1-4} for billing, {num:5-8} for support, 0 for operator
agent-state :: 3 :: Agent {num:1000-8999} <Available|On call|Wrap-up> {date:h:i:s}
call-stats :: 3 :: Calls {num:100-9000} · Answered {num:40-98}% · AHT {date:i:s} · SL {num:60-99}/20
promo :: 3 :: <Use code|Promo> SAVE{num:10-50} <by {date:n/j}|- min. {usd}>
gift-card :: 2 :: Gift card {x:6xxx xxxx xxxx xxxx} PIN {x:xxxx} bal {usd}
loyalty :: 2 :: <Member since {num:1980-2024}|Rewards #{x:[4-7]xxxxxxxxxxx}> {count} pts
weather :: 2 :: {num:9-99}° / {num:10-60}° {num:10-95}% precip {num:5-30} mph
census :: 2 :: Population ({num:2000-2024}): {x:X,xxx,xxx} · Area code info, FIPS {x:[0-5]xxxx}
area-code :: 2 :: Area <code|codes> <212, 646 and 917|408|305/786|503 & 971> <overlay|since 1947|map>
radio :: 1 :: {num:88-107}.{num:1-9} FM / {num:540-1600} AM
bible :: 2 :: <John|Psalm|Romans|1 Cor.> {num:1-50}:{num:1-30}-{num:31-40}<; {num:1-9}:{num:10-20}|>
recipe :: 2 :: {num:1-3} 1/2 cups flour, {num:325-450}°F {num:10-60} min, {num:120-900} cal
workout :: 1 :: {num:1-26}.{num:1-9} mi {date:h:i:s} {num:6-12}:{x:[0-5]x}/mi {num:110-180} bpm
chat-qty :: 3 :: <need|got|can do> {num:2-90} <units|boxes|for> <by {date:n/j}|@ {usd}|{num:1-9}pm>
chat-money :: 3 :: <sent|venmo'd> u {usd} <for {num:1-9}/{num:10-28}|conf {x:xxxxxxx}>
chat-ask :: 3 :: <whats ur number|can i get a phone #|best number to reach u?> <ill call {num:2-6}ish|order is {x:xxxxxx}>
chat-times :: 3 :: {hour} <Read|Delivered|Edited|✓✓>
name-only :: 4 :: {name}<|, {title}|, {num:20-80}>
news-stat :: 3 :: <Officials said|The report found> {count} <people|homes> were affected, up {num:2-90}% from {num:2015-2023}, at a cost of {usd}
| million.
news-vote :: 2 :: {name} (R) {count} votes {x:5x.x}%, {name} (D) {count} {x:4x.x}%
interstate :: 2 :: <I-95|US-101|I-80|SR 520> Exit {num:1-300} <NB|SB> MM {num:1-290}.{num:1-9} crash {hour}
court-fine :: 1 :: Citation {x:@xxxxxxx} VC {num:21000-28000}({x:[abc]}) {usd} due {date:n/j}
badge :: 1 :: Ofc. {last} #{num:100-9000} unit {num:1-9}{x:@}{num:10-99}
tax-form :: 3 :: <Form 1040|W-2|1099-INT|Form 941> line {num:1-37} {count} <OMB No. 1545-{x:00xx}|({num:2018-2024})>
spanish-order :: 3 :: <Pedido|Número de pedido|Factura|Folio> #{x:xxxxxx} <por {usd}|del {date:j/n/Y}|enviado>
spanish-appt :: 3 :: <Su cita es el|Vence el> {date:j/n/Y} <a las {date:g:i} p. m.|· caso {x:xxxxxxx}>
spanish-alien :: 2 :: <A#|Número A> {x:[0A]xxxxxxxxx} <recibo|receipt> <IOE|MSC|WAC>{x:xxxxxxxxxx}
table-sum :: 3 :: Total {amount} {amount} {amount}
long-news-market :: 2 :: The Dow rose {num:100-900}.{x:xx} points, or {x:0.xx}%, to {x:3X,xxx.xx}. The S&P 500 added {x:xx.xx} to {x:[56],xxx.xx}.
| Oil settled at
| {dollar}{x:[678]x.xx} a barrel. {hieu} Corp. reported {dollar}{x:X.xx} a share on revenue of {usd} million.
long-obit-history :: 1 :: {name} ({num:1900-1950}–{num:1990-2024}) served 1942-1945, taught at PS {num:1-300} for {num:20-40} years and lived at
| {num:1-900} {street}.
long-order-mail :: 3 :: Order {order} confirmed {at}\n1 x {item} {usd}\n2 x {item} {usd}\nShipping {dollar}{x:X.99}\nTotal {usd}\nTracking {track}
long-legal :: 1 :: Lot {num:1-90}, Block {num:1-40}, {hieu} Estates Unit {num:1-9}, per Plat Book {num:10-300}, Page {num:1-300}; Parcel
| {x:xx-xx-xx-xxxx-000xx-xxx0};
| opening bid {usd}; Case {caseno}.
`);
