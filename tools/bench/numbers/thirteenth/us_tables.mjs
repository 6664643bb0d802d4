// Tables of American pages: `header :: cell`.
import { parseTables } from './engine.mjs';

export const americanTables = parseTables(String.raw`
= crm-leads :: 6-12 :: ?
<Name|Lead|Contact|Full Name> :: {name}
<Phone|Phone Number|Mobile|Primary Phone> :: <{ua}|{um}|{um}|{um}|>
<Created|Create Date|Date Added> :: {at}
<Deal Amount|Value|Budget> :: {usd}
<Notes|Last Activity|Comments> :: <LVM {date:n/j}|cb {hour}|cell {um}|spouse {first} {um}|quoted {usd}|no answer x{num:2-5}|>
= crm-export :: 6-10
<Id|Record ID|#> :: {x:Xxxxxx}
<phone|phone_1|Phone1> :: <{ud}|{ud}|{us}>
<phone_2|Mobile|Alt Phone> :: <{um}|{um}|||N/A>
<zip|Zip> :: {x:[1-9]xxxX}
<dob|DOB> :: {date:M/D/Y}
= call-history :: 7-12 :: ?
<Date/Time|Time|Start> :: {at}
<From|Caller ID|Caller> :: <{um}|{ui}|{um}>
<To|Dialed|Callee> :: <{um}|{ut}|{num:100-8999}|{ui}>
<Duration|Talk Time|Length> :: <{date:i:s}|{date:h:i:s}|{num:0-900}>
<Ext|Agent|Extension> :: {num:100-8999}
= cdr-log :: 6-10
calldate :: {date:Y-M-D h:i:s}
src :: <{ud}|{ud}|{num:100-899}>
dst :: <{uc}|{u1}|{ud}>
billsec :: {num:0-1200}
uniqueid :: {x:17[0-9]xxxxxxx}.{num:1000-99999}
= staff-directory :: 6-12 :: ?
<Name|Employee> :: {name}
<Title|Position> :: {title}
<Phone|Office Phone|Telephone> :: <{um}|{ue}|{um}>
<Ext.|Extension|Room> :: {num:100-8999}
<Fax|Cell|Mobile> :: <{um}||>
= county-departments :: 5-9
Department :: {dept}
<Phone|Telephone> :: <{um}|{ue}|{uf}|{um}>
<Fax|Fax #> :: <{um}||N/A>
<Suite|Room> :: {num:100-900}
<Hours|Office Hours> :: {hours}
= patients :: 6-10
<MRN|Chart #> :: {x:<xxxxxxx|00xxxxxx>}
<Patient|Name> :: {NAME}
<DOB|Date of Birth> :: {date:M/D/Y}
<Phone|Home Phone|Contact> :: <{um}|{um}|{um} (<C|H|cell|home>)>
<Member ID|Policy #> :: {x:@@@xxxxxxxxx}
<Appt|Appointment> :: {at}
= providers :: 5-9
<Provider|Doctor> :: {name}, <MD|DO|NP>
NPI :: {npi}
<Phone|Office> :: {um}
<Fax|Fax Number> :: <{um}|{um}|>
<Zip|ZIP> :: {x:[1-9]xxxX}
= orders :: 7-12 :: ?
<Order|Order #|Order ID> :: {order}
<Customer|Ship to> :: <{name}|{name}\n{um}|{name} {um}>
<Total|Amount> :: {usd}
<Tracking|Tracking #> :: <{track}|{track}||—>
<Date|Placed> :: {at}
= shipping-console :: 7-12
<Tracking|Tracking ID> :: {track:<fedex|ups|usps|uspsTight|ontrac>}
<Recipient Phone|Phone|Contact> :: <{um}|{ui}|>
<Zip|Dest. ZIP> :: {zip}
<Weight|Wt (lb)> :: {num:1-150}.{num:0-9}
<Dims|L x W x H> :: {num:4-48}x{num:4-30}x{num:2-20}
<PO|Reference> :: {x:<45xxxxxxxx|xxxxxx|PO-xxxxx>}
= loads :: 6-10
<Load #|Load> :: {x:xxxxxxx}
<Driver|Driver / Cell> :: <{first} {um}|{name}\n{um}|{first} – {um}>
<Miles|Mi> :: {num:80-2800}
<Rate|Linehaul> :: {usd}
<PU|Pickup> :: {date:n/j} {num:6-18}00
<MC/DOT|MC #> :: MC{x:Xxxxxx}
= inventory :: 6-10
<SKU|Item #> :: {x:<100xxxxxxx|Xxxxxx|xxxxxx-xx>}
<UPC|Barcode> :: 0{x:xxxxxxxxxxx}
<On hand|Qty> :: {count}
<Price|Cost> :: {amount}
= bank-statement :: 7-12 :: ?
<Date|Posted> :: {date:M/D/Y}
<Description|Memo> :: <ZELLE TO {NAME}|CHECK {num:1001-9000}|POS {x:xxxxxx} {shop}|VERIZON WRLS {ut}|PPD ID: 9{x:xxxxxxxxx}|SQ *{shop} {us}>
<Ref|Reference> :: {x:<xxxxxxxxxxxx|2xxxxxxxxxxxxxx>}
<Debit|Amount> :: <{amount}||-{amount}>
<Balance|Running Balance> :: {amount}
= vendors :: 5-9
<Vendor|Payee> :: {corp}
<EIN|Tax ID> :: {ein}
<Routing|ABA> :: {routing}
<Account|Acct> :: {acct}
<AR Contact|Phone|Remit phone> :: <{ua}|{first} {um}|{ue}>
= employees :: 6-12
<Emp ID|ID> :: 00{x:xxxx}
<SSN|SSN (last 4)> :: {ssn}
<Hire Date|Start> :: {date:M/D/Y}
<Cell|Phone|Home Phone> :: <{um}|{um}|{ud}>
<Emergency Contact|ICE> :: <{name} {um}|{first} ({um})|{um}|>
<Salary|Rate> :: <{dollar}{num:28-190},000|{dollar}{num:15-60}.{x:[05]0}>
= applicants :: 5-9 :: ?
<Applicant|Candidate> :: {name}\n{mail}
<Phone|Mobile> :: <{um}|{ua}>
<Applied|Date> :: {date:b j, Y}
<Score|Match> :: {num:40-99}%
= roster :: 8-14
<#|No.> :: {num:1-30}
<Student ID|SID> :: {x:9xxxxxxxx}
<Student|Name> :: {name}
<Parent Phone|Guardian Ph|Contact> :: <{um}|{um}|{um2}|>
<GPA|Avg> :: {x:[23].xx}
= real-estate :: 6-10
<MLS #|MLS> :: {x:xxxxxxxx}
<Price|List> :: {big}
<Sq Ft|SqFt> :: {count}
<Agent|Listing Agent> :: <{name} {um}|{name}\n{um}|{name}, {um}>
<APN|Parcel> :: {x:xxx-xxx-xx[0-9]}
<DOM|Listed> :: {date:M/D/Y}
= tenants :: 6-10
Unit :: {num:101-1250}
<Tenant|Resident> :: {name}
<Phone|Contact> :: {um}
<Rent|Balance> :: {usd}
<Lease|Lease Term> :: {date:n/j/y} - {date:n/j/y}
= schedule :: 6-10
<Route|Line> :: {num:1-99}
<Dep.|Leaves> :: {date:g:i} {date:g:i} {date:g:i}
<Arr.|Arrives> :: {date:g:i} {date:g:i} {date:g:i}
= clinics :: 5-8
<Location|Clinic> :: {hieu} Clinic
<Address|Street> :: {addr}
<Phone|Call> :: <{um}|{ua}|{uf}>
<Hours|Open> :: {hours}
= scoreboard :: 5-9
Team :: <KC|BUF|DAL|PHI|SF>
W-L :: {num:0-14}-{num:0-14}
<PF-PA|Diff> :: {num:180-500}-{num:180-500}
= lottery-history :: 5-9
<Draw Date|Date> :: {date:n/j/Y}
<Winning Numbers|Numbers> :: {balls:5,69} {x:[12]x}
<Jackpot|Prize> :: {dollar}{num:20-900} Million
= watchlist :: 6-10
Symbol :: <AAPL|TSLA|NVDA|SPY|F>
Last :: {num:10-900}.{x:xx}
<Volume|Vol> :: {x:XX,xxx,xxx}
= access-log :: 6-10
time :: {date:Y-M-D h:i:s}
ip :: {ip}
<user|account> :: <{mail}|{x:xxxxxx}|{uc}>
bytes :: {num:100-999999}
= contacts-no-header :: 5-9
- :: {name}
- :: <{um}|{um}|{ua}>
- :: {day}
= opt-outs :: 6-10
<Number|Phone|To Number> :: {uc}
<Status|Result> :: <Delivered|Failed 30006|STOP {date:n/j}>
<Message SID|SID> :: SM{hex:12}
<Sent|Sent At> :: {date:Y-M-D h:i:s}
= claims :: 5-9
<Claim #|Claim> :: {claim}
<Insured|Claimant> :: {name}
<Phone|Contact #> :: <{um}|{um}|{ue}|>
<Date of Loss|DOL> :: {date:n/j/Y}
<Reserve|Paid> :: {usd}
<VIN|Vehicle> :: {vin}
= court-calendar :: 5-8
<Case #|Case No.> :: {caseno}
<Time|Hearing> :: {hour}
<Attorney|Counsel> :: <{name}|{name}, {um}>
= international-team :: 4-7
<Contact|Lead> :: {name}
<Phone|Main Line> :: {intl:<JP|GB|AU|FR|DE|SG|MX>}
<Headcount|Staff> :: {num:5-900}
= volunteers :: 5-9
- :: {num:1-20}.
- :: {name} {um}
- :: {hour}
`);
