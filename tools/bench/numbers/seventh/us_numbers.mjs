// United States, texts with numbers; the same language as vn_numbers.mjs.
export const cells = `
{un}
{un}
{u1}
Phone|Phone Number|Tel|Telephone|Mobile|Cell|Contact # :: {u}
Primary Phone|Home Phone|Work Phone|Business Phone|Daytime Phone :: {u}
! Phone|phone_number|Caller ID|ANI|Callback :: {ud}
Toll-Free|Customer Service|Support :: {uf}
Office|Office Phone|Direct :: {ux}
Emergency Contact|Guardian|Next of Kin :: {en} {un}
Contact|Ship To Contact|Buyer :: {en} - {uc}
Contact|Attn :: {en} ({un})
Alt Phone|Other Phone :: {un} / {un}
Main|Switchboard :: {us}
Fax|Fax Number :: {un}
WhatsApp|Mobile :: {ue}
E.164|From|To|Caller :: {ue}
{Phone|Tel|Telephone|Cell|Mobile|Ph|PH|phone|cell|tel|Call|Text|Call/Text|Contact|Office|Home|Work|Direct|Main|Phone #|Ph #|Phone No.|M|P|T|O|C}{: |:| : |. }{uc}
{Phone|Cell|phone|Mobile|Ph}: {ud}
{Toll free|Toll-Free|TF|Customer Service|Call|Hotline|Helpline|Support|Billing questions?} {uf}
Phone: {un} Fax: {un}
P: {un} | F: {un}
P {un} ⏎F {un}
O: {ux}
Tel. {ux}
Office {ux}
{un} (cell)
{un} (home)
{un} c
(c) {un}
H: {un} / W: {un}
{un} or {un}
{un}; {un}
{un}, {un}
Main: {us}
{📞|☎|📱|☎️} {uc}
{en} {un}
{en} – {un}
{en}, {un}
{en} ({un})
{first}: {un}
{un} ask for {first}
Call {first} at {un}
Text STOP to opt out. Questions? {uf}
Missed call from {uc}
Voicemail from {un} ({#:0:Xx})
Incoming call {ue}
Outbound · {u1} · {#:Xm} {#:XXs}
tel:{ue}
tel:{ud}
sms:{ue}
https://wa.me/{uw}
wa.me/{uw}
Dial-in: {u1}
Join by phone: {u1},, passcode {#:xxxxxx}
{usco} {un}
{usco} · {street} · {un}
Serving the area since 19{#:Xx}. {un}
24/7 Emergency: {un}
Front desk {un}
Pharmacy: {un}
Rx refill line {uf}
Leasing office: {un}
Agent: {en}, {un}
Dispatch {un}
Driver: {first} {un}
Intl: {p}
Vendor contact: {p}
London office {p}
! Phone|Partner phone :: {p}
Vietnam office: {fa}
Factory (HCMC): {ma}
{ma}
From the US dial {px}
`;

export const prose = `
Hi, this is {first} from {usco}. Please call me back at {un} when you get a chance.
Hey it's {first}, new number {un}
can u call me at {ud} after 5? thx
text me {un} if still available, I can do \${#:Xx0} cash today
Still available? My cell is {un}, can pick up {mdy}
Asking \${#:Xx},{#:X00} OBO. {#:Xxx},000 miles. Call or text {un}, no lowballers.
For rent: {#:X}BR/{#:X}BA, {#:1,Xx0} sq ft, \${#:1,Xx0}/mo. Available {mdy}. {un}
If you have questions about this bill, call {uf}, Monday-Friday, 8:00 a.m.-5:00 p.m. ET.
Your order {amazon} shipped via UPS {ups}. Questions? Call {uf}.
Your appt with Dr. {en} is {mdy} at {ampm}. Reply C to confirm or call {un}.
Rx #{#:Xxxxxxx} is ready for pickup at CVS, {street}. Store phone {un}.
Your verification code is {#:xxxxxx}. If you did not request this, call us at {uf}.
Pt called re: refill, DOB {mdy}, MRN {#:00xxxxxx}, cb {un}
Spoke w/ {first} at {un}, she will fax the EOB. Claim #{#:24xxxxxxxxxx}
LVM for {en} @ {un} on {mdy}, no answer
Left message at {un} ({ampm}); alternate {un}
Claim {#:03-xxxx-xxX} has been assigned to {en}, {ux}, fax {un}.
Ticket INC{#:00xxxxx}: user {en} ({ux}) cannot log in to VPN from {ip}.
{en}⏎Senior Account Executive⏎{usco}⏎O: {ux}⏎C: {un}⏎{street}, {city}
Thanks,⏎{first}⏎--⏎{en} | {usco}⏎Direct {un} | Toll-free {uf}
Regards,⏎{en}⏎Tel: {u1}⏎Fax: {u1}⏎www.vertexsupply.com
{usco}⏎{street}⏎{city}⏎Phone: {un}⏎EIN: {ein}
Bill To: {en}⏎{street}⏎{zip4}⏎{un}
{en}, {street}, {zip4}, {un}
To RSVP call {first} at {un} by {mdy}.
School office: {un}. Attendance line: {un}. Absences must be reported by {ampm}.
Parents may reach the nurse at {ux}. Student ID {#:10xxxxx}.
Homeowner {en} says meter {#:Xxxxxxxx} reads {#:xxxxx}; call {un} before entering, dog on premises.
MLS# {#:2xxxxxxx}: {#:X} bed, {#:X}.5 bath, {#:2,Xxx} sqft, listed at {usd}. Contact {en}, {un}.
PRO {#:Xxx-xxxxxx-X}, {#:X} skids, {#:X,Xxx} lbs, deliver {mdy}, call {un} for dock appt.
Driver {first} {un}, truck {#:Xxx}, trailer {#:53xxx}, ETA {hm}
Public comments may be sent to {street}, {city}, or by telephone at {un} (TTY {un}).
For TTY/TDD users: {uf}. For further information contact {en} at {un}. 42 CFR {#:4Xx}.{#:Xx}
Case No. 2:24-cv-0{#:xxxx}; counsel for plaintiff: {en}, {un}
Notary {en}, Comm. # {#:2xxxxxx}, exp. {mdy}, ph {un}
HR: {first} in Payroll, {un} or internal ext. {#:4xxx}. W-2 questions by {mdy}.
Applicant: {en} | {uc} | SSN xxx-xx-{#:xxxx} | available {mdy}
References: {en}, former supervisor, {un}; {en}, coworker, {un}
⦃"customer_id": {#:Xxxxxx}, "phone": "{ue}", "total": {#:Xxx.xx}, "ts": {epoch}⦄
⦃"name":"{en}","phone":"{un}","zip":"{#:xxxxx-Xxxx}"⦄
{iso}T{hms}Z INFO twilio: from={ue} to={ue} sid=SM{hex}{hex}{hex}{hex} status=delivered
{iso} {hms} [asterisk] NOTICE: call from {ue} to ext {#:2xx} duration {#:Xx}s
{#:Xxxxx},{en},{un},{street},{mdy}
{#:Xxxxx}⇥{en}⇥{un}⇥{usd}
Zoom meeting⏎Dial: {u1} US ({New York|Chicago|San Jose})⏎Meeting ID: {#:8xx xxxx xxxx}⏎Passcode: {#:xxxxxx}
Conference bridge {uf}, access code {#:Xxxxxxx}#
Reach our Ho Chi Minh City team at {fa} or {ma}; US support {uf}.
Our London partner ({p}) will ship PO {#:45xxxxxxxx} on {mdy}.
Lost dog near {street}, reward \${#:X00}, please call {un} day or night!!
Free estimates! Licensed & insured (Lic# {#:Xxxxxx}). {usco} {un}
BBB A+ rated, {#:Xx} years exp. call {first} {un} today
Call now {uf} — lines open 24/7, code {#:X0}OFF
Customer {en} ({un}) disputes {usd} charge on card ending {#:xxxx} from {mdy}.
Wire questions? Call {un}. Never trust emailed changes to routing 0{#:21xxxxxx}.
If this is an emergency call 911, otherwise reach the on-call provider at {un}.
phone # is {un} and zip is {#:xxxxx}
Send the invoice to AP, attn {first}, {un}, net 30, ref {#:Xxxxxx}.
Policy HO-{#:Xxxxxxx}-0{#:X} renews {mdy}. Your agent: {en} {un}
`;
