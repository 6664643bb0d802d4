// United States, texts without numbers to call; the same language as vn_numbers.mjs.
export const cells = `
Order|Order #|Order ID :: {amazon}
Order #{#:Xxxxxxx}
! Order|Order Number|Confirmation :: {#:Xxxxxxxxxx}
Order No. {#:1000xxxxxx}
Order {amazon}
Confirmation #: {#:Xxxxxxxxxx}
Tracking|Tracking # :: {ups}
Tracking|Tracking Number :: {usps}
! Tracking|FedEx :: {fedex}
FedEx {fedex}
UPS {ups}
SSN|Social :: {ssn}
SSN: {ssn}
SSN xxx-xx-{#:xxxx}
***-**-{#:xxxx}
(***) ***-{#:xxxx}
xxx-xxx-{#:xxxx}
EIN|Tax ID|FEIN :: {ein}
EIN {ein}
! NPI :: {npi}
NPI: {npi}
NPI# {npi} DEA# {AB|BK|FM}{#:Xxxxxxx}
NDC|NDC Code :: {ndc}
NDC {ndc}
Routing :: 0{#:21xxxxxx}
Routing 0{#:21xxxxxx} Account {#:Xxxxxxxxxxx}
! Account|Account Number|Acct # :: {#:Xxxxxxxxxx}
Acct: {#:Xxxxxxxxxx}
Account #{#:Xxx-xxxxxxx-X}
Acct ending in {#:xxxx}
Card|Card Number :: {card}
Card {card} exp {#:0X}/{#:2X}
IBAN :: {iban}
IBAN {iban}
SWIFT/BIC CHASUS33{#:xxx}
Amount|Total|Balance|Price :: {usd}
{usd}
-{usd}
({usd})
Total: {usd}
{usd} - {usd}
Balance due {usd}
Amount|Qty :: {comma}
Revenue|Budget :: {raw}
VND {dot}
{mdy}
Date|DOB|Due Date|Created :: {mdy}
DOB: {mdy}
{mdy} {ampm}
{iso} {hms}
{mdy} - {mdy}
{ampm} - {ampm}
Mon-Fri {#:X}:00-{#:X}:30
Coordinates|Location|GPS :: {uslat}, {uslng}
{uslat},{uslng}
{#:4X}°{#:2X}'{#:1X}.{#:X}"N {#:7X}°{#:3X}'{#:4X}"W
Version|Build :: {ver}
v{ver}
Build {#:19045.xxxx}
IP|IP Address :: {ip}
{ip}/{#:2X}
MAC {mac}
Plate|License Plate :: {#:X}ABC{#:xxx}
Plate {#:X}KLM{#:xxx}
UPC|Barcode :: {upc}
UPC: {upc}
UPC {#:0 xxxxx xxxxx X}
SKU|Item # :: {#:Xxxxxx-xx}
SKU: {#:Xxxxxxxx}
Item #{#:Xxx-xxxx}
Model # {#:WRX735}SDHZ
Part No. {#:800-xxxxx-0X}
ISBN :: {isbn}
ISBN {isbn}
IMEI :: {imei}
IMEI {imei}
Serial|Serial Number :: C02{#:XxX}JK{#:xxx}
! Serial|Serial #|S/N :: {#:Xxxxxxxxxx}
S/N {#:Xxx-xxx-xxxx}
VIN :: {vin}
VIN: {vin}
Meter|Meter Reading :: {#:0xxxxx}
Meter # {#:Xxxxxxxx} prev {#:1xxxx} curr {#:2xxxx}
ZIP|Zip Code|Postal :: {#:xxxxx-Xxxx}
{zip4}
{street}, {city}
{street} Apt {#:Xxx}, {zip4}
Address|Street :: {street}
Student ID|SID :: {#:90xxxxxxx}
Student ID: {#:90xxxxxxx}
! Member ID|Subscriber ID :: {#:Xxxxxxxxxx}
Member ID: W{#:Xxxxxxxx} Grp {#:00xxxxx}
Lot|Lot # :: {#:24xxxx}A
Lot {#:Xx} Block {#:X}, Plat Book {#:Xx} Pg {#:Xxx}
Parcel|APN :: {#:Xxx-xxx-xxx-000}
APN {#:4xxx-0xx-0xx}
Parcel ID {#:Xx-xxx-xx-xxxx}
Case|Case # :: 2:24-cv-0{#:xxxx}
Case {#:0xxxxxxx}
Docket No. {#:24-xxxx}
{#:2X} U.S.C. § {#:Xxxx}(a)({#:X})
{#:4X} CFR {#:Xxx}.{#:Xxx}
Fla. Stat. § {#:7Xx}.{#:Xxx}
Pub. L. {#:11X-xxx}
{#:X.xx}%
+{#:X.xx} (+{#:X.xx}%)
Dimensions :: {#:Xx} x {#:Xx} x {#:X} in
{#:Xx}" x {#:Xx}" x {#:X}"
{#:1,Xxx} sq ft
{#:X.x} mi, {#:X,xxx} ft elevation
{#:2X5}/{#:XX}R{#:1X}
{#:Xx0} lbs
BP :: {#:1Xx}/{#:Xx}
BP {#:1Xx}/{#:Xx}, HR {#:Xx}, T {#:98.X}, SpO2 {#:9X}%
A1c {#:X.x}; LDL {#:1xx}; eGFR {#:Xx}
CPT {#:992XX} ICD-10 {A|E|M}{#:1X.X}
! MRN :: {#:Xxxxxxxxxx}
MRN {#:00xxxxxx}
Claim|Claim # :: {#:24xxxxxxxxxx}
Claim #: {#:03-xxxx-xxX}
Policy|Policy # :: HO-{#:Xxxxxxx}-0{#:X}
Policy {#:Xxx xxx xxxx}
Check #{#:Xxxx}
G-{#:xxxxxx} is your Google verification code.
Code: {#:xxx-xxx}
Score|Final :: {#:1Xx-1Xx}
{#:2X-1X}, {#:2X-2X}
W {#:11X-10X}
Record: {#:4X-3X}
UUID|Request ID :: {uuid}
{uuid}
! timestamp|created_at|ts :: {epoch}
ts={epoch}
{epochms}
Meeting ID: {#:8xx xxxx xxxx}
Passcode: {#:xxxxxx}
PIN {#:xxxx}
Access code: {#:Xxx xxx xxx}#
DUNS {#:Xx-xxx-xxxx}
USDOT {#:Xxxxxxx} MC-{#:Xxxxxx}
FCC ID: A3L{#:SMGxxx}
MLS# {#:2xxxxxxx}
Ticket|Case ID :: INC{#:00xxxxx}
Invoice|Invoice # :: INV-{#:2024-00xxx}
Invoice # {#:Xxxxxxxx}
PO|PO # :: {#:45xxxxxxxx}
PO {#:45xxxxxxxx}
PRO # {#:Xxx-xxxxxx-X}
{container}
BOL {#:Xxxxxxxxxx}
Flight :: AA {#:Xxxx}
Ticket # {#:001 xxxxxxxxxx}
Gift card {#:60xx xxxx xxxx xxxx}
License #: {#:Xxxxxx}
Lic. {CFC|CGC|EC}{#:14xxxxx}
CUSIP {#:037833100}
Views :: {#:X,xxx,xxx}
{#:Xxx} of {#:X,Xxx}
Pages {#:Xxx-Xxx}
1-{#:Xx} of {#:Xxx}
`;

export const prose = `
Your {usd} payment to {usco} posted on {mdy}. Confirmation {#:Xxxxxxxxxx}.
Order {amazon}: arriving {mdy}. Tracking {ups}.
USPS {usps}: out for delivery, {city}, {mdy}, {ampm}
Your code is {#:xxxxxx}. It expires in 10 minutes. Don't share it with anyone.
Acct ending {#:xxxx} balance {usd} on {mdy}; min payment {usd} due {mdy}.
Refund of {usd} issued to Visa ending in {#:xxxx}, ref {#:Xxxxxxxxxxx}, allow 5-7 business days.
{first} scored {#:3X} pts on {#:1X-2X} shooting as they won {#:11X-10X} on {mdy}.
Pt is a {#:Xx} y/o M, BP {#:1Xx}/{#:Xx}, HR {#:Xx}, wt {#:1Xx} lbs, MRN {#:00xxxxxx}, DOB {mdy}.
Dispense {#:X0} tabs, NDC {ndc}, Rx {#:Xxxxxxx}, {#:X} refills, DEA {AB|BK}{#:Xxxxxxx}
Claim #{#:24xxxxxxxxxx} paid {usd}; patient responsibility {usd}; CPT {#:992XX}.
Pursuant to {#:4X} U.S.C. § {#:Xxxx} and {#:2X} CFR {#:Xxx}.{#:Xx}, comments are due {mdy}. Docket {#:24-xxxxx}.
Legal: Lot {#:Xx}, Block {#:X}, PB {#:Xx} PG {#:Xxx}, Parcel {#:Xx-xxxx-xxx-xxxx}, taxes {usd}.
The home has {#:X} beds, {#:X}.5 baths and {#:2,Xxx} sq ft on {#:0.Xx} acres; HOA {usd}/mo; MLS {#:2xxxxxxx}.
VIN {vin}, {#:Xx,xxx} miles, stock # {#:Pxxxx}, MSRP {usd}
{iso}T{hms}.{#:xxx}Z ERROR [pool-{#:X}-thread-{#:Xx}] order={#:Xxxxxxxxxx} took {#:Xxxx}ms trace={hex}{hex}
{ip} - - [{#:1X}/Mar/{yy}:{hms} -0500] "POST /v1/orders/{#:Xxxxxxxxxx} HTTP/2" 201 {#:Xxxx}
⦃"id":{#:Xxxxxxxxxx},"total":{#:Xxx.xx},"created":{epoch},"lat":{uslat},"lng":{uslng}⦄
⦃"sku":"{upc}","qty":{#:Xx},"price":{#:Xx.xx},"bin":"A{#:0X-xx}"⦄
Deploy {ver} → {ver} at {iso} {hms}, build {#:Xxxxxxx}, commit {hex}
Load {#:Xxxxxxx}: {#:Xx} pallets, {#:Xx,xxx} lbs, {container}, pickup {mdy} {hm}
Wire to Chase, routing 0{#:21xxxxxx}, acct {#:Xxxxxxxxx}, SWIFT CHASUS33, amount {usd}
W-2 box 1 {usd}, box 2 {usd}, EIN {ein}, SSN {ssn}
Employee {#:00xxxxx}: {#:8X.xx} hrs @ {usd} = {usd}; YTD {usd}
Student {#:90xxxxxxx} GPA {#:3.xx}, {#:1xx} credits, SAT {#:1Xx0}, section {#:2xxxx}
Meeting ID: {#:8xx xxxx xxxx}⏎Passcode: {#:xxxxxx}⏎{mdy} {ampm}
Part {#:800-xxxxx-0X} superseded by {#:800-xxxxx-0X}, qty {#:Xx}, {usd} ea.
Serial {#:Xxxxxxxxxx} registered {mdy}; warranty ends {mdy}; model {#:WF45T6000}AW
Read {#:1xxxx} to {#:2xxxx} kWh, {#:Xxx} kWh x \${#:0.1xxx} = {usd}
S&P 500 {#:5,Xxx.xx} +{#:Xx.xx} (+{#:0.xx}%), vol {#:X.xx}B
Polls: {#:4X}-{#:4X}, n={#:1,Xxx}, MOE ±{#:3.X}
ISBN {isbn}, {#:Xxx} pp., {#:2nd} ed., {yy}, {usd}
Wi-Fi: guest{#:24}, key {#:xxxxxxxxxx}
`;
