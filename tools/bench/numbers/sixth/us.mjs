// Runs as American products have them; the notation is that of vn.mjs.
export const phones = `
Phone|Business Phone|Work|Main :: {p}
Mobile|Cell|Mobile Phone|Cell Phone :: {p}
Caller ID|From|To|ANI|Dialed :: {p}
Home Phone|Patient phone|Parent/Guardian phone :: {p}
Toll-free|Support line|Customer service :: {p:free}
Emergency contact :: {ename} {p}
! Fax|Fax # :: {p:fax}
Direct|Direct line|DID :: {p:fixed}
{p}
{p}
{p}
{p:free}
Phone: {p}
Ph: {p}
Tel. {p}
Tel: {p} | Fax: {p:fax}
P {p}  F {p:fax}
(o) {p} (c) {p}
Office {p}
Cell {p}
Call {p}
Call us: {p:free}
Text {p} for pickup
📞 {p}
{ename} — {p}
{ename}, {p}
{ename} | {email} | {p}
{efirm} · {p}
{efirm}, {estreet} {p}
Missed call from {p} at {utime}
{utime} {p} {took}
Outbound to {p}, agent {agent}, {took}
Voicemail ({took}) from {p}
Guardian: {ename} {p}
Tech on site: {efirst} {p}
Front desk {p} 24 hrs
Adjuster: {ename} {p}
Rx refills: {p:free}
Ref: {ename}, former manager, {p}
RSVP {p} by {udate}
USA {p:+}
Mobile: {p:+}
WhatsApp: {p:+}
Toll free {p:free} / Int’l {p:+}
New lead: {efirst} {p}
Vietnam desk: {VN:+}
Room block: call {p:free}, code {pnr}
Parent 1 {p}; Parent 2 {p}
Branch mgr {ename} {p}
Phone⏎{p}
Mobile⏎{p}⏎Email⏎{email}
Business Phone⏎{p}⏎Lead Source⏎Web
{ename}⇥{p}⇥{udate}⇥{usdbare}
{ename},{p},{email},{zip}
TEL;TYPE=WORK:{p:+}
"phone": "{p:+}", "id": {ten}
Phone changed: {p} → {p}
SMS to {p} delivered {utime}
{agent} → {p} ({took})
{p} · abandoned after {took}
Principal: {ename}, {p}
Nurse: {p}
Reservations {p}
Sales {p}, Service {p}, Parts {p}
DM or txt {p}
Shown by {ename} {p}
Dispatch: {p}
Home: {p}
Best time after 5 — {p}
Attn: {ename} {p}
`;

export const others = `
! NPI|Provider NPI :: {npi}
! SSN|Last 4 / SSN :: {ssn}
! EIN|Tax ID|FEIN :: {ein}
! Routing #|ABA :: {aba}
! Account #|Acct No.|Account number :: {uaccount}
! Order #|Order number|Order ID|Work order :: {orderbare}
! Tracking #|Tracking number|Shipment :: {trackbare}
! Claim #|Claim number :: {claim}
! Policy #|Policy number :: {policy}
! Case number|Ticket #|Confirmation # :: {ten}
! Record ID|Lead ID|Contact ID :: {ten}
! Amount|Deal value|Annual revenue|Balance :: {usdbare}
! UPC|GTIN :: {upc}
! Epoch|last_seen|created_at :: {epoch}
! MRN|Chart # :: {mrn}
! VIN :: {vin}
! Extension|Agent :: {agent}
! License plate :: {uplate}
DOB|Date of loss|Close Date|Created :: {udate}
Price|MSRP|Copay|Total :: {usd}
Time|Appt. :: {utime}
Duration|Wait :: {took}
ZIP :: {zip}
IP :: {ip}
Phone :: {hidden}
Address :: {estreet}
{usd}
{fee} / mo
({usd})
{udate}
{udate} {utime}
{udate} – {udate}
{iso}
{order}
Order {amazon}
Claim {claim}
Policy {policy}
NPI {npi}
NPI: {npi}
EIN {ein}
Acct {uaccount}
Routing {aba} · Acct {uaccount}
{track}
Tracking {trackbare}
Case #{caseid}
Ticket #{orderbare} closed
Stock # {sku}
{vin}
{isbn}
UPC {upc}
{card}
Visa {masked}
{geo}
{ip}
{version}
{uuid}
{hash}
{mac}
{callid}
{estreet}
ZIP {zip}
{url}
{flight} ORD–SFO {utime}
{years}
FY{year} {percent}
{count} views
{score}
{size}
MLS# {caseid}
Lot {shortnum}, {size}
Sent {count} · Opened {percent} · Unsub {shortnum}
Queue {agent}: SLA {percent}, AHT {took}
ext. {agent}
id={ten}
ISBN {isbn}
S/N {imei}
session {epochMs}
{epoch}
MRN {mrn}, DOB {udate}
Odometer {count} mi
{hidden}
{ten}
Order number⏎{orderbare}
Account number⏎{uaccount}⏎Due⏎{udate}
Lead ID⏎{ten}⏎Owner⏎{ename}
{order}⇥{udate}⇥{usdbare}⇥{percent}
"id": {ten}, "created": {epoch}
DUNS {duns}
NDC {ndc}
APN {apn}
Docket 2:21-cv-0{caseid}
PO Box {caseid}
Lot {apn}
Conf. # {ten}
Check #{shortnum} {usd}
Hours 0800-1700
1099-MISC {year}
Sq ft {count} · built {year}
Meter reading {caseid}
Member ID {policy}
Gift card {card}
Barcode {upc}
Grant 5R01-{caseid}
`;

export const prose = `
Spoke to {ename} at {p}; wants a quote on the {year} Tacoma, VIN {vin}, trade-in {usd}.
LVM for {efirst} {p} {udate} {utime}. Will try the office line {p} tomorrow.
Patient DOB {udate}, MRN {mrn}. Call {p} to confirm {utime} appt; copay {fee}.
Claim {claim} assigned to {ename}, {p}. Loss date {udate}, reserve {usd}, policy {policy}.
For questions about your bill, call {p:free} and have account number {uaccount} ready.
{efirm}⏎{estreet}⏎Phone: {p}  Fax: {p:fax}⏎Mon–Fri 8:00–5:30
{ename}⏎Regional Sales Manager, {efirm}⏎o: {p}  m: {p}⏎{email}
© {year} {efirm}. {estreet}. {p:free}. Lic. #0{caseid}. NMLS {caseid}.
Your table for {shortnum} is confirmed {udate} at {utime} today. Need to change it? Text or call {p}.
Technician {efirst} (badge {agent}) arrives {utime}–{utime}, WO {orderbare}. Gate code {shortnum}. Customer cell {p}.
Selling my kayak, {fee} obo, 12 ft, used twice. Text {p}, no calls after 9pm, zip {zip}.
2BR near the park, {fee}/mo, {size}, available {udate}. Ask for {efirst} at {p} or {p}.
Inbound {p} → queue 4 → agent {agent}, waited {took}, talked {took}, recording {callid}.
Order {amazon} shipped by UPS, tracking {track}, {usd}. Driver may call from {p}.
Nurse line: {p:free}. Pharmacy: {p}. In an emergency dial 911.
Bus 14 is running late. Transportation: {p}, front office {p}, attendance hotline {p}.
Candidate {ename}, {p}, {email}; asking {usd}, available {udate}; references attached.
Reached out re: renewal ({usd}, {percent} uplift). Decision maker is {ename}, direct {p:fixed}.
Wire to routing {aba}, account {uaccount}, ref {ref}. Call {p} to verify before sending.
From Vietnam dial {p:+}; the Saigon office is {VN:+}.
Register by {udate}: {fee} per person, group code {pnr}. Questions? {efirst}, {p}.
Please update the vendor record: phone {p} not {p}, EIN {ein}, remit to {estreet}.
Duplicate of case {caseid}: same caller ({p}), order {orderbare}, refund {fee} on card {masked}.
{ename} – {p}⏎{ename} – {p}⏎{ename} – {p}
Call the {efirm} team at {p:free}, 7 days a week, 6 a.m.–11 p.m. CT.
Order {orderbare} left the warehouse {udate}; tracking {trackbare}, weight {size}, insured for {usd}.
Revenue rose {percent} to {usd} in {year}; the pipeline holds {count} leads and case {caseid} is open.
Host {ip} on {version} restarted at {iso}; trace {uuid}, epoch {epoch}, took {took}.
Provider NPI {npi}, taxonomy 207Q00000X, EIN {ein}, claim {claim} paid {usd} on {udate}.
The Hawks won {score}; attendance {count}, tickets from {fee}, parking lot {shortnum}.
Deed book {shortnum}, parcel {sku}, {size}, assessed {usd} in {year}, coordinates {geo}.
ISBN {isbn}, {year}, list {fee}, bin {sku}, UPC {upc}.
ACH {ref}: {usd} from acct {uaccount}, routing {aba}, posted {udate} {utime}.
Flight {flight} lands {utime}, PNR {pnr}, ticket 016{ten}; shuttle {fee}.
{ename} changed Phone from {p} to {p} on {udate} at {utime}.
Queue report {udate}: {count} calls, {percent} answered, top caller {p} ({shortnum} calls), longest wait {took}.
Open house Sunday {utime}–{utime}, {estreet}. MLS {caseid}, listed at {usd}. Call or text {efirst}, {p}.
{efirm} – {estreet}⏎Main: {p}⏎After hours: {p:free}⏎Routing number {aba}
[{udate} {utime}] Outbound {p}: no answer⏎[{udate} {utime}] Inbound {p}: {took}, agent {agent}
Lost dog near {estreet}, answers to Biscuit, reward {fee}, please call {p}!!
Hi {efirst}, this is {ename} with {efirm}. Your adjuster can be reached at {p}; reference claim {claim}.
Guest {ename}, arriving {udate}, room {room}, {fee}/night, card {masked}, phone {p}, conf. {order}.
Vendor {efirm}: DUNS {duns}, EIN {ein}, remittance account {uaccount}, net 30, limit {usd}.
Invoice {order} dated {udate} for {usd} is {shortnum} days late; customer number {ten}, parcel {apn}.
Prescription {caseid}, NDC {ndc}, qty 30, refills 2, filled {udate}, copay {fee}, provider {npi}.
`;

export const tables = [
  ['Name|Account|Phone|Last Activity|Lead ID', '{ename}|{efirm}|{p}|{udate}|{ten}'],
  ['Patient|DOB|Home Phone|MRN|Copay', '{ename}|{udate}|{p}|{mrn}|{fee}'],
  ['Opportunity|Amount|Close Date|Contact Phone|Order #', '{efirm}|{usdbare}|{udate}|{p}|{orderbare}'],
  ['Started|From|To|Talk Time|Call ID', '{iso}|{p}|{p}|{took}|{callid}'],
  ['Branch|Address|Main line|Routing #', '{efirm}|{estreet}|{p}|{aba}'],
  ['Claim #|Insured|Cell|Paid|Policy #', '{claim}|{ename}|{p}|{usd}|{policy}'],
];
