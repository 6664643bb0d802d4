// Record lists and detail panes of an American back office, written as vn_lists.mjs is.
export const lists = `
= Contacts
Contact ID/ID :: {003|C-|CUST}{#:xxxxx}
Name/Full Name :: {name}
*Phone/Phone Number/Mobile/Primary Phone/Cell :: {u}
Company :: {inc}
Mailing Address :: {addr}
Last Activity :: {us_d} {us_t}
Lifetime Value :: {usd}
Notes :: Left VM {us_d}|Call back after {us_t}|Prefers text: {uk}|Spouse cell {uk}|Quote {#:Q-xxxxx} sent|New number as of {us_d}: {u}|
= Orders
Order #/Order :: {amz}|#{#:1xxx}|SO-{n6}|{#:1000xxxxxx}
Ship To :: {name}
*Customer Phone/Phone :: {u}
Tracking #/Tracking :: {track}
Total :: {usd}
Placed :: {us_d} {us_t}
ZIP :: {zip}
SKU/ASIN :: {sku}|{asin}
= Employees
Emp ID/Employee # :: {#:00xxxx}|E{n5}
Employee :: {name}
*Work Phone/Office/Direct :: {ux}|{u}|{u}
*Cell/Home Phone/Mobile :: {u}
SSN :: {ssn}
Direct Deposit/Bank Acct :: {routing} / {acct}|{acct}
Ext/Ext. :: {n3}|{n4}
Hire Date :: {us_d}
Rate :: $\{n2}.{#:xx}/hr
= Vendors
Vendor ID :: V{n5}|{#:10xxxx}
Vendor :: {inc}
*Telephone/Main Phone/Tel :: {u}|{free}|{ux}
AP Contact :: {name} {u}|{name}|{first}, {ux}
EIN/Tax ID/FEIN :: {ein}
DUNS :: {duns}
Remit-To :: {addr}
PO # :: {sap}
= Patients
MRN :: {mrn}
Patient :: {name}
DOB :: {us_d}
*Phone/Home Ph/Contact Phone :: {u}
Emergency Contact :: {name} ({wife|son|mother}) {u}|{name} - {uk}|{name}
Member ID/Policy # :: {#:W2xxxxxxxx}|{XYZ|JQU}{#:xxxxxxxxx}|{#:9xxxxxxxxA}
NPI/Rendering NPI :: {npi}
Vitals :: BP 1{#:2x}/{#:7x}, HR {#:7x}, T 98.{#:x} F, SpO2 9{#:x}%
NDC :: {ndc}
= Students
Student ID/SID :: {#:9xxxxxxxx}|{#:1xxxxxx}
Student :: {name}
*Parent/Guardian Phone :: {u}
Parent Email :: {first}{n4}@gmail.com
GPA :: {#:3.xx}
Bus # :: {n3}
State ID :: {#:10xxxxxxxx}
= Call log
Date/Time :: {us_d} {us_t}|{ts}
*From/Caller ID/Calling Number :: {u}
*To/Called/Dialed Number :: {free}|{u}|{uplus}
Agent Ext :: {n4}
Duration :: 00:0{#:X:xx}|{#:Xm xxs}|{n3}
Call ID/SID :: CA{sha}|{uuid}|{epoch}.{n5}
Recording :: {ymd}-{n6}_{n4}.wav|RE{sha}
= Shipments
PRO #/PRO Number :: {#:xxx-xxxxxx-x}|{#:xxxxxxxxxx}
BOL :: {n8}|BOL-{n6}
Trailer/Container :: {cont}|{n6}
*Driver Phone/Driver Cell/Consignee Phone :: {u}
Weight :: {#:x,xxx} lbs
NMFC/HTS :: {#:1xxxxx-0x}|{hs}.{#:xx}
Rate :: {usd}
Appt :: {us_d} {us_t}
= Listings
MLS # :: {#:2xxxxxxx}|A1{#:xxxxxxx}
Address :: {addr}
Parcel/APN :: {apn}
*Agent Phone/Showing Phone/Listing Office :: {u}
List Price :: {usd}
Sq Ft/Lot :: {#:X,xxx}|{#:0.xx} ac|{#:xx} x {#:1xx}
Lat/Long :: {us_geo}
= Transactions
Posted :: {us_d}
Reference :: {#:2xxxxxxxxxxxxxxxxxxxxxx}|TXN-{#:xxxxxxxx}
Account :: {acct}
Amount :: {usd}
Balance :: {usd}
Description :: CHECKCARD {#:xxxx} SHELL OIL {#:5xxxxxxxxxx}|ACH DEBIT {#:xxxxxxxxxxxxxxx} WEB ID: {#:9xxxxxxxxx}|AMZN Mktp US*{#:2X1xxK}|ZELLE TO {first} CONF {#:xxxxxxxxx}|PAYPAL *UBER {free}|APPLE.COM/BILL {free} CA|CHECK {n4}
= Inventory
Item #/Part # :: {sku}|{#:xxx-xxxx-xx}|{#:xxxxx-xxxxx}
UPC/GTIN :: {upc}
Lot/Batch :: {lot}
Serial/S/N :: {serial}|{imei}
On Hand :: {#:X,xxx}|{n3}
Unit Cost :: {usd}
ISBN :: {isbn}
= SMS log
*To/Recipient/MSISDN :: {uplus}|{uplus}|{u1}
Body :: Your verification code is {otp}.|Order {amz} is out for delivery|Appt reminder {us_d} {us_t}. Reply C to confirm|Your balance is {usd}
Message SID :: SM{sha}|{uuid}
Sent :: {ts}
Price :: -0.00{n2}
= Directory
Department :: {Registrar|Public Works|City Clerk|Radiology|Billing}
*Phone :: {u}|{ux}|{u}
*Fax :: {u}
Room/Suite :: Rm {n3}|Bldg {#:X}, {n3}|Ste {n4}
Ext :: {n4}
Hours :: 8:00 - 4:30|{us_t} - {us_t}
= Claims
Claim #/Claim Number :: {claim}
Insured :: {name}
*Claimant Phone/Best Contact # :: {u}
Policy :: {#:xxx xxx xxxx}|{#:xxxx-xx-xx-xx}|HO-{#:xxxxxxx}
VIN :: {vin}
Plate :: {us_plate}
DOL/Date of Loss :: {us_d}
Reserve :: {usd}
= Cases
Case No./Case # :: {case}
Parties :: {name} v. {inc}
*Counsel Phone/Attorney Phone :: {u}
Bar No. :: {#:2xxxxx}
Docketed :: {us_d} {us_t}
Permit # :: {#:xxxx-xxxx-xx}|BLD{#:2x-xxxxx}
Fee :: {usd}
= Devices
Host :: {PC|SRV|CAM}-{n4}
IP Address :: {ip}
MAC :: {mac}
Version :: {ver}
*Line/Mobile Number/SIM Number :: {u}
ICCID :: {iccid_us}
Asset Tag :: {#:0xxxxx}
Last Seen :: {ts}
= Partners abroad
Partner :: {Nomura Shoji|Daehan Tech|Müller GmbH|Minh Phat Co.}
*Phone :: {abroad}|{abroad}|{vnplus}
SWIFT :: {CHASUS33|DEUTDEFF|BFTVVNVX}
IBAN :: DE{#:xx xxxx xxxx xxxx xxxx xx}|GB{#:xx}NWBK{#:xxxxxxxxxxxxxx}
PO Total :: {usd}
= Utility
Account No. :: {#:xxxxxxxxxx-x}|{#:xx-xxxx-xxxx-xx}|{#:2xxxxxxxxx}
Meter # :: {#:xxxxxxxx}|{#:1xx xxx xxx}
Prev Read :: {n5}
Curr Read :: {n5}
Usage :: {#:X,xxx} kWh|{n2} CCF
*Outage Callback/Phone on File :: {u}
Service Address :: {addr}
`.replace(/\\/g, '');

export const panes = `
Phone :: {uk}
Phone Number :: {uk}
Primary Phone :: {uk}
Home Phone :: {uk}
Work Phone :: {ux}
Work :: {uk}
Office :: {ux}
Mobile :: {uk}
Cell :: {uk}
Cell Phone :: {uk}
Telephone :: {uk}
Tel :: {uk}
Alt Phone :: {uk}
Daytime Phone :: {uk}
Evening Phone :: {uk}
Fax :: {uk}
Phone / Fax :: {u2}
Phone(s) :: {u2}
Direct Line :: {ux}
Toll-Free :: {free}
Customer Service :: {free}
Support Line :: {free} (24/7)
After Hours :: {uk}
Emergency Contact :: {name}, {spouse|sister|father} – {uk}
Emergency Phone :: {uk}
Parent/Guardian :: {name} {uk}
Pharmacy :: CVS #{n4}, {uk}
Referring Provider :: {name}, MD {uk}
Landlord Contact :: {name} {uk}
Reference 1 :: {name}, {inc}, {uk}
Text Alerts To :: {uk}
SMS Opt-In :: {uplus} (confirmed {us_d})
WhatsApp :: https://wa.me/{waus}
WhatsApp :: {abroad}
International :: {usplus}
Caller ID :: {uk}
Callback # :: {uk}
Best time / number :: after {us_t} – {uk}
Office Main :: {us}
Registrant Phone :: {usplus}
SSN :: {ssn}
EIN :: {ein}
Tax ID :: {ein}
NPI :: {npi}
DEA # :: {BS|FM}{#:xxxxxxx}
MRN :: {mrn}
Member ID :: {XYZ|JQU}{#:xxxxxxxxx}
Group # :: {#:00xxxxxx}|{#:7xxxxx-01x}
RxBIN :: {#:6xxxxx}
NDC :: {ndc}
Date of Birth :: {us_d}
Created :: {us_d} {us_t}
Last Modified :: {ts}
Address :: {addr}
ZIP+4 :: {#:9xxxx-xxxx}
Routing Number :: {routing}
Account Number :: {acct}
Card :: {card}
Order Number :: {amz}
Confirmation # :: {#:XxxxXx}|{#:xxxxxxxxx}
Tracking Number :: {track}
PO Number :: {sap}
Invoice # :: INV-{n6}|{sap}
Amount Due :: {usd}
Subtotal :: {usd}
Parcel Number :: {apn}
MLS Number :: {#:2xxxxxxx}
VIN :: {vin}
License Plate :: {us_plate}
Driver License :: {D|S}{#:xxx-xxxx-xxxx}|{#:0xxxxxxx}|{#:Dxxxxxxx}
Case Number :: {case}
Claim Number :: {claim}
Policy Number :: {#:xxx xxx xxxx}|{#:xxxxxxxxxx}
Student ID :: {#:9xxxxxxxx}
UPC :: {upc}
ISBN :: {isbn}
IMEI :: {imei}
ICCID :: {iccid_us}
Serial Number :: {serial}
IP Address :: {ip}
Version :: {ver}
Session ID :: {uuid}
Verification Code :: {otp}
Coordinates :: {us_geo}
DUNS :: {duns}
SIC / NAICS :: {n4} / {n6}
HTS Code :: {hs}.{#:xx}
Meter Number :: {#:xxxxxxxxxx}|{#:xxxxxxxx}
Library Card :: {#:2xxxx} {#:xxxxx} {#:xxxx}|{#:2xxxxxxxxxxxxx}
Frequent Flyer # :: {#:xxxxxxxxx}|{#:xxx xxx xxx}
Ticket Number :: 016-{#:xxxxxxxxxx}|0062{#:xxxxxxxxx}
Phone on file :: {us_mask}
Meeting ID :: {#:8xx xxxx xxxx}|{#:9xx xxx xxxx}
Conference ID :: {#:xxx xxx xxx}#
Dimensions :: {dim}
Interest Rate :: {pct} APR
Loan Number :: {#:00xxxxxxxx}|{#:1xxxxxxxxx}
Permit :: BLD{#:2x-xxxxx}
Case Worker ID :: {n5}
Score :: {#:7xx} FICO
Gate Code :: #{n4}
Passport :: {#:5xxxxxxxx}
`;
