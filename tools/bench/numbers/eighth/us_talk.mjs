// What is written in sentences on an American application's screens, as vn_talk.mjs.
export const talk = `
= chat 5
hey its {first}, new number {uk}
my cell is {uk}
call me at {uk}
text me {uk}
{uk} is the best number
{u}
{u} thx
try {u} instead, that one goes to vm
can u call {u} after {n2}?
ok sent {usd} on zelle
order {amz} still says shipped
tracking is {track}
code is {otp}
gate code #{n4}
im at {addr}
my # is {uk}
reach me on {u} or {u}
whatsapp me https://wa.me/{waus}
be there {us_t} sharp
score was {n2}-{n2} at the half
IMG_{n4}.HEIC
its {dim}, wont fit
lmk by {us_d}
conf # {#:XxxxXx}
Missed call · {us_t}
Sent from my iPhone, {n2} min ago
vin {vin}
my zip is {zip}
mom's number {uk} dads {uk}
= comments 4
PM me or call {u}
Call/text {u} for a free quote!
📞 {u}
☎ {u} ask for {first}
Is this still available? {u}
2BR/1BA, {#:X,xxx} sq ft, {usd}/mo, call {first} {u}
{#:201x} F-150, {#:xx}k miles, {usd} OBO. {u}
Lost dog near {addr}. Please call {u}
Beware of calls from {u}, total scam
Got a spam call from {u} again
Free estimates! Lic #{n6}. {u}
{n3} likes · {n2} comments · {n2} shares
{pct} off with code SAVE{n2} until {us_d}
Listing #{#:2xxxxxxx}: {usd}, {dim}
Cash only {usd} firm, {n2} pcs
{#:1x}-{#:X} on the season, won {#:8x}-{#:7x} last night
Refinanced at {pct} on {us_d}
Roofing & gutters – licensed (CCB #{n6}) – {u} – {inc}
Text "JOIN" or visit us at {addr}
Tickets sec {n3} row {#:Xx} seats {#:X}-{#:1x}
eBay item {#:1xxxxxxxxxxx}
Event: {us_d}, {us_t} – {us_t}, RSVP {u}
= ticket 4
Caller {name} from {u} reports order {amz} not received.
Called {u}, no answer, LVM.
Inbound call from {uplus} ({n3}s)
Customer updated phone from {u} to {u}
Phone changed: {us_mask} → {u}
Call back at {uk} after {us_t} on {us_d}
Outbound call to {u} – duration 0{#:X:xx}
Transferred to x{n4}
Transferred to ext. {n4}
{name} added note {us_d} {us_t}
Case #{n8} escalated to Tier {#:X}
INC{#:00xxxxx} linked to PRB{#:00xxxxx}
Refund {usd} to card {card}
RMA {n6} issued, tracking {track}
SN {serial} out of warranty {us_d}
Verified last 4 SSN {n4}, DOB {us_d}
Error 0x8007{n4} on build {ver}
Asset {ip} patched to {ver}
Bounce: SMS to {uplus} failed (error {#:30xxx})
Verified caller at {u} (receptionist), ask for {first}
Alt contact: {name}, {ux}
Merchant ID {#:xxxxxxxxxxxx}, terminal {n8}
Member {#:xxxxxxxxx} eligible through {us_d}
Shipping label {track} voided
Reported by {name} @ {u}, unit {n3}
SLA {pct}, first response {n2} min
Voicemail from {u}: "please call back"
Policy {#:xxx-xx-xxxxxx} reinstated {us_d}
= mail 4
Please call our office at {u} to schedule.
If you have questions, contact {name} at {ux}.
Call us toll-free at {free}, Monday–Friday, {us_t} to {us_t} ET.
Reach our billing department at {u}, option {#:X}.
For TTY dial {free}.
Dial in: {usplus} Meeting ID: {#:8xx xxxx xxxx} Passcode: {n6}
Meeting ID: {#:8xx xxxx xxxx}
        {usplus} US (New York)
Or dial: (US) {usplus} PIN: {#:xxx xxx xxx}#
Phone conference ID: {#:xxx xxx xxx}#
On {us_d}, at {us_t}, {name} wrote:
Invoice {sap} for {usd} is due {us_d}.
Your confirmation number is {#:xxxxxxxxx}.
Our Hanoi office: {vnplus}
Contact in Shenzhen: Mr. Li {abroad}
You can fax the signed form to {u}.
Wire to routing {routing}, account {acct}.
Per 26 U.S.C. § {n4}(a) and 45 CFR {n3}.{n3}, retain records for {#:X} years.
Flight UA {n4} departs {us_t}, seat {#:Xx}C, record locator {#:XxxQxX}
Ticket #: 016-{#:xxxxxxxxxx}
Reservation {#:xxxxxxxxxx}, check-in {us_d}
ISBN {isbn}, {n3} pages
Thanks, {first}⏎{u}
My direct line is {u} and my cell is {u}.
Our new address is {addr}.
Ref: contract {#:xxxx-xx-xxxx}, amendment {n2}
You have been selected, respond by {us_d} to claim {usd}
UPS tracking number: {track}
= signature 4
{name} | Account Executive | {u}
O: {u} | C: {u}
P: {u}  F: {u}
Office: {ux}
Direct: {u} • Main: {free}
Cell: {uk}
Mobile: {uk}
Tel {uk} / Fax {uk}
T {usplus} M {usplus}
(o) {u} (c) {u}
(p) {uk}
Ph: {uk}
Ph. {uk}
Phone: {ux} | NMLS #{n6}
NMLS ID {n6} | DRE# 0{#:1xxxxxx}
{inc}⏎{addr}⏎{u}
{addr} | {u}
w: {ux}
m {uk} | e {first}@acme.com
Office Hours: {us_t} – {us_t}
© {#:199x}–2026 {inc}
Zoom: {#:xxx-xxx-xxxx} (personal meeting ID)
= footer 4
Questions? Call {free}
Customer Care: {free}
{free} (Mon–Fri {#:X}–{#:X} CT)
Call {free} or {u}
Contact us: {addr} • {u}
Fraud hotline {free}, outside the U.S. call collect {usplus}
TTY: {free}
Member FDIC. NMLS ID {n6}. Routing # {routing}
v{ver} © 2026
Last updated {us_d} {us_t} · build {sha}
Lic. # {n6} · Bond # {n8}
{inc}, {addr}. Tel: {u}
Main: {u} Fax: {u}
Non-emergency: {u}
Report an outage: {free}
Text us: {u}
tel:{uplus}
tel:{uraw}
https://wa.me/{waus}
sms:{uplus}
24-hr nurse line {free}
Visits: {#:X,xxx,xxx} · Online: {n2}
EIN {ein} – a 501(c)(3) organization
Rx refills: {ux}
= slip 3
Ship From: {inc}, {addr}, {u}
SHIP TO: {name} {addr} PH: {uk}
Deliver to: {name}, {uk}
Attn: {name} Ph {uk}
TRACKING #: {track}
REF 1: {#:xxxxxxxxxx} INV: {n6}
PRO {#:xxx-xxxxxx-x}
WT: {#:xx.x} LBS DIM: {dim}
BOL# {n8} SEAL# {n6}
Consignee phone: {uk}
Driver {first} – {u}
Carrier dispatch: {u} / {free}
PKG {#:X} of {#:X} · Zone {#:X}
NOTIFY: {name} {u} 30 min before arrival
Call {u} prior to delivery
Order {amz} · Qty {n2}
USPS {#:9400 1xxx xxxx xxxx xxxx xx}
LTL class {#:1xx.5}, NMFC {#:1xxxxx-0x}
SKU {sku} x {n2}
Loading dock {#:Xx}, appt {us_t} {us_d}, contact {first} {ux}
= invoice 3
Invoice # {n6} Date {us_d} Due {us_d}
Bill To: {name}, {addr}
Billing questions: {u}
Make checks payable to {inc}. Phone {u}
Balance due: {usd}
Acct # {acct} Meter # {#:xxxxxxxx}
Service {us_d} - {us_d} Prev {n5} Curr {n5}
Auth code {n6} · Card {card}
Tax ID {ein} · Phone {u}
CPT 99{#:2xx} ICD-10 E11.{#:x} DOS {us_d} {usd}
NPI {npi} Tax ID {ein}
Patient acct {#:xxxxxxxxxx} – pay by phone {free}
STORE #{n4} ({#:5x}) REG {#:0X} TRN {n4} {us_d} {us_t}
Store #{n4} {addr} {u}
UPC {upc} {usd}
Check # {n4} – {usd}
ACH trace {#:xxxxxxxxxxxxxxx}
Qty {n2} @ {usd} = {usd}
P.O. {sap} Terms Net {#:30}
Pay online or call {free} with account {#:xxxxxxxxxx}
= search 3
{name} · {u} · {inc}
{name} – DOB {us_d} – MRN {#:xxxxxxx}
Showing {n2} results for "{u}"
About {#:X,xxx,000} results (0.{n2} seconds)
No contact found for {u}
{inc} – {addr} – {u}
{inc} · {#:4.x} ({#:x,xxx}) · Open until {#:X} PM · {u}
Order {amz} – {usd} – {us_d}
{upc} – Whole Milk 1 gal – {usd}
Case {case}, filed {us_d}
APN {apn} – {addr}
Page {#:X} of {n2} · {#:X,xxx} records
{name}, {addr}, {u}
{first} (cell): {u}
VIN {vin} · {us_plate} · {usd}
= alerts 3
{otp} is your verification code. Don't share it.
G-{n6} is your Google verification code.
Chase: Did you attempt {usd} at TARGET {n5}? Reply YES or NO or call {free}
USPS: package {track} arriving {us_d}
Reminder: appt w/ Dr. {first} {us_d} {us_t}. To reschedule call {u}
Your Rx {#:xxxxxxx}-{#:0xxxx} is ready at {addr}
Wells Fargo: balance in ...{n4} is {usd}
Missed call from {u} at {us_t}
New voicemail from {uplus} (0:{n2})
School closing: call {u} for info
Your login from {ip} on {us_d}
Dasher {first} is arriving: {u}
Amber Alert: {us_plate}, {#:20xx} Honda
= log 3
{ts} INFO sms.out to={uplus} sid=SM{sha} status=delivered
{ts} INFO call from={uplus} to={uplus} dur={n3}
{ts} WARN retry {#:X}/5 order_id={n8} cost={n3}ms
[{ts}] {ip} "GET /orders/{n8} HTTP/1.1" 200 {n4}
«"phone": "{uplus}", "updated_at": {epochms}»
«"id": {#:Xxxxxxxxxx}, "created": {epoch}»
«"phone":"{uraw}","zip":"{zip}"»
INVITE sip:{n4}@pbx{n2}.example.com:5060 SIP/2.0
session {uuid} expired after {n4}s
commit {sha} build {ver}
Backup_{ymd}_{n6}.zip {#:xxx.x} MB
Row {n3}: invalid phone "{us_mask}"
load average: {#:x.xx}, {#:x.xx}, {#:x.xx}; mem {n5}/{n5}
trace_id={sha}{sha} span={n8}
= public 3
City Clerk, {addr}. {u}
For information call {u} or {u}
Ordinance No. {n4}-{n2}, adopted {us_d}
Case No. {case}, hearing {us_d} {us_t}
FOIA request {#:20xx-xxxxxx}, fee {usd}
Poison Control {free}
Permit inspections: {ux}
Parcel {apn}, {#:0.xx} acres
Superintendent {name}, {us}
Attendance line: {u} (24 hours)
Nurse: {name}, {ux}
Form 1040 (Rev. 01-{#:20xx}) OMB No. 1545-{n4}
Federal Register Vol. {n2}, No. {n3}, {n5}-{n5}
To report an absence: {u}, press {#:X}
State bill HB {n4}, section {#:X}.{n2}({#:X})
Grades {#:X}-{#:1x}, room {n3}, bus {n2}
`;
