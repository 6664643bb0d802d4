// Columns [header, cell]; a header with | is one of these for the whole column.
const cell = (name, ...columns) => ({ name, columns });
const NAME = ['Name|Full Name|Contact|Customer|Employee', '{name}'];
const PHONE = 'Phone|Phone Number|Telephone|Cell|Mobile|Contact #|Tel.|Phone #|Home Phone|Work Phone|Cell Phone|Daytime Phone|Primary Phone';

export const usTables = [
  cell('directory', NAME, ['Dept|Title', '«Sales|HR|IT|Finance»'], [PHONE, '{pn}'], ['Ext|Extension|Ext.', '{#Xxxx}'], ['Room|Office', '{int 100 400}']),
  cell('directory', [PHONE, '{pn}'], ['Fax|Fax Number|FAX #', '{pn}'], ['Zip|ZIP Code', '{zip}']),
  cell('raw', ['phone|PHONE|Phone1|home_phone|cell_phone', '{praw}'], ['id|ID|cust_id', '{#Xxxxxx}'], ['created|Created At', '{stamp}']),
  cell('offices', ['Location|Office', '{city}'], ['Phone|Main Line|Telephone', ['{p}', '{px}']], ['Toll Free', '{t}']),
  cell('branches', ['Address', '{st}, {city} {zip}'], ['Phone', '{p}'], ['Hours', '{int 7 10}am - {int 5 9}pm']),
  cell('customers', ['Acct #|Account', '{acct}'], ['Phone|Primary|Contact', ['{pn}', '{pn} (cell)', '{pn} h']], ['Balance', '{usd}'], ['Last Order', '{date}']),
  cell('orders', ['Order #|Order', '{order}'], ['Date', '{date}'], ['Total|Amount', '{usd}'], ['Tracking|Tracking #', '{track}']),
  cell('providers', ['Provider', 'Dr. {name}'], ['NPI', '{#1xxxxxxxxx}'], ['Phone', '{p}'], ['Miles|Distance', '{int 1 40}.{int 1 9}']),
  cell('roster', ['#|No.', '{int 1 99}'], ['Player', '{name}'], ['Ht', '{int 5 6}-{int 0 11}'], ['Wt', '{int 150 320}'], ['Emergency Contact|Parent Phone', ['{pn}', '{first} {pn}', '{pn} or {pn}']]),
  cell('standings', ['W', '{int 1 99}'], ['L', '{int 1 99}'], ['PCT', '.{int 200 750}'], ['GB', '{int 1 20}.5']),
  cell('notes', ['Notes|Comments|Remarks', ['call {pn} after {time}', 'left vm {md}', 'paid {usd} ck {#xxxx}', 'new cell {pn}', 'gate code #{#xxxx}', 'alt {pn}']], ['Qty', '{int 1 500}']),
  cell('calls', ['From|Caller ID|Number', ['{pn}', '{pe}']], ['Date/Time|Time', '{date} {hhmm}'], ['Min|Minutes', '{int 1 90}'], ['To|Called Number', ['{pn}', '{t}']]),
  cell('consulates', ['Country', '«Japan|Germany|Viet Nam|France|Mexico»'], ['Telephone|Phone', ['{x}', '{x}', '{vn}']]),
  cell('assets', ['Serial|Serial Number|S/N', '{serial}'], ['Asset Tag', '{#00xxxx}'], ['IMEI', '{imei}'], ['Assigned Line|Line|Wireless Number', '{pn}']),
  cell('payments', ['Check No.|Ck #', '{#Xxxx}'], ['Routing', '{#0xxxxxxxx}'], ['Account No.', '{acct}'], ['Amount', '{usd}']),
  cell('schedule', ['Date', '{md}'], ['Time', '{time}'], ['Score|Result', '«W|L» {int 0 90}-{int 0 90}'], ['Tickets', '{usd}']),
  cell('courses', ['CRN', '{#xxxxx}'], ['Section', '{#00x}'], ['Seats', '{int 0 40}/{int 40 90}'], ['Room', '{letters 2} {int 100 400}']),
  cell('census', ['County', '{sur} County'], ['Population', '{num}'], ['FIPS|FIPS Code', '{#xxxxx}'], ['Area (sq mi)', '{int 100 2000}.{int 1 9}']),
  cell('inventory', ['UPC|Barcode', '{#0xxxxxxxxxxx}'], ['Item #|Part No.', '{#Xxxxxxx}'], ['Price', '{usd}'], ['On Hand', '{int 0 900}']),
  cell('contacts', ['Contact|Contact Info|How to reach', ['{email}', '{p}', '{px}', '{web}', '{p} / {email}']]),
  cell('bare', ['', '{pf}'], ['', '{date}'], ['', '{usd}']),
  cell('hotlines', ['Service|Agency', '«Gas leak|Power outage|Water|Road repair»'], ['Number|24-hr Number|Call', ['{t}', '{p}']]),
];
