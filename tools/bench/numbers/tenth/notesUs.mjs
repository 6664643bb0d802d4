// Notes that agents in the United States write; slots as in notesVn.mjs.
export const NOTES_US = `
Left VM at {p} on {date}, will retry after {time}.
Cust prefers cell {m}, not the office line.
New number is {p} effective {date}.
Spoke w/ {first} at {x} re: invoice {invoice} ({price}).
Call back {first} at {p} between {time} and {time2}.
Best # {p}; alt {q}
Texted {m} {n} times, no reply since {date}.
Reach the London buyer on {i}, they are {n} hrs ahead.
Overseas contact {w} (ask for {first}).
Driver {first}, plate {plate}, {m}
Toll free is {h}, press {n} then {n}.
Pt's daughter {first} {m} may pick up Rx {ticket}.
Mom {m}, dad {q}, pick-up code {otp}.
Ship to front desk, call {x} on arrival, gate code {last4}.
Order {order} delayed; notified {p} by text at {time}.
Fedex says call {h} with tracking {tracking}.
{first} here, my number is {p}, looking for {qty} units at {price}.
Can you ring me on {p}? Tks, {first}
Referred by {first} ({p}), {pct} discount applied.
pls call {p} asap re acct {bank}
Emergency contact: {first} {p} (spouse)
AP dept {x}, W-9 on file, EIN {tax}.
Landlord {p}. Unit {room}, {size}.
Try {p}, if no answer {q}.
Tech support {h} ({n}am-{n}pm ET), ref {ticket}.
Verified DOB {date} and callback {p}
RMA {ticket}: serial {serial}, contact {m}
Voicemail full at {p}; emailed {email}.
HQ abroad: {i}, VAT {vat}.
On-call pager rotates {date}: {p}, server {ip}.
Wrong total on {invoice}; {first} @ {x} will resend.
Caller {p} hung up after {dur}.
Moved to {address}; phone still {p}.
P: {p} / E: {email}
Sub teacher for rm {room}: {first}, {m}
Appt {date} {time}, confirm by calling {p} or replying YES.
Membership {student} renewed, {price}, cell {m}
Vendor {first} quoted {price}/unit, {p}, exp {date}
`.trim().split('\n');

export const PLAIN_US = `
Paid {price} by check #{otp} on {date}.
Order {order} ships {date}, {qty} units.
Tracking {tracking} out for delivery by {time}.
Invoice {invoice} is {n} days past due, balance {price}.
EIN {tax}, vendor since {date}.
SSN on file ends in {last4}, DOB {date}.
Your code is {otp}. It expires in {n} minutes.
Quote {price} less {pct}, valid thru {date}.
Called {n} times, last attempt {stamp}.
Host {ip} down since {stamp}, running {version}.
Commit {hash} broke build {version}, ts {epoch}.
Geo {coords}, {n} mi off I-35.
Plate {plate}, odometer {meter}.
Meter {meter}, bill {price}.
ACH {price} to acct {bank}, routing 021000021.
Text STOP to 30364 to opt out.
IMEI {imei}, SN {serial}, received {date}.
Pt {patient} in rm {room}, ins {insurance}.
GPA {score}, ranked {n} of {qty}.
Lot {serial}, exp {date}, {qty} cases.
Card {card} exp 09/27 declined.
ISBN {isbn} list {price}.
Flight {flight} on {date}, conf # {otp}.
Marked down {price} to {price2} ({pct}).
{ticket} closed {stamp}, handle time {dur}.
Lot size {size}, asking {price}, MLS {student}.
Meet {time}-{time2} on {date}, {address}.
Dup of {staff}, merged with {student}.
Number on file disconnected, last 4 were {last4}.
In an emergency dial 911.
Billed {eur}, booked {price}.
IBAN {iban}, VAT {vat}
Record {uuid} updated {n} times
UPC {ean}, {qty} on hand
Zip {postcode}, {kg}, label {tracking}
Dial 9 for an outside line, ext. {last4} for HR.
`.trim().split('\n');
