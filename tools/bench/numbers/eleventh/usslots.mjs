// What stands in American texts besides telephone numbers.
import { usNumbers } from './usnum.mjs';
import { byCountry, foreignToUs } from './world.mjs';

const FIRST = ['Maria', 'James', 'Ashley', 'Mike', 'Priya', 'Dave', 'Sarah', 'Luis', 'Kim', 'Tyler', 'Brenda', 'Kevin', 'Tanya', 'Greg', 'Hannah', 'Omar', 'Denise', 'Chris', 'Linda', 'Rob'];
const LAST = ['Johnson', 'Garcia', 'Nguyen', 'Patel', 'Smith', 'Kowalski', 'Brown', 'Lopez', 'Miller', 'Chen', 'Davis', 'Wright', 'Murphy', 'Schultz', 'Reyes'];
const CITY = [['Austin', 'TX', '787'], ['Portland', 'OR', '972'], ['Columbus', 'OH', '432'], ['Tampa', 'FL', '336'], ['San Jose', 'CA', '951'], ['Denver', 'CO', '802'], ['Brooklyn', 'NY', '112'], ['Raleigh', 'NC', '276'], ['Mesa', 'AZ', '852'], ['Boise', 'ID', '837']];
const STREET = ['Main St', 'Oak Ave', 'W 5th St', 'Maple Dr', 'State Route 9', 'Highway 290', 'Elm St', 'N 12th Ave', 'Peachtree Rd', 'Sunset Blvd', 'County Rd 412', 'Industrial Pkwy'];
const MONTH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (it) => String(it).padStart(2, '0');
const comma = (it) => String(it).replace(/\B(?=(\d{3})+$)/g, ',');
const day = (r) => [r.int(1, 28), r.int(1, 12), r.int(2023, 2026)];
const clock = (r) => `${two(r.int(0, 23))}:${two(r.int(0, 59))}:${two(r.int(0, 59))}`;

export const usSlots = {
  ...usNumbers,
  ...byCountry(['GB', 'PH', 'VN', 'CA', 'AU'], ['+', '+', '+', '011 ']),
  f: foreignToUs,
  fn: (r) => r.pick(FIRST),
  nm: (r) => `${r.pick(FIRST)} ${r.pick(LAST)}`,
  ln: (r) => r.pick(LAST),
  addr: (r) => { const [a, b, c] = r.pick(CITY); return `${r.int(10, 19999)} ${r.pick(STREET)}${r.pick(['', '', ` #${r.int(1, 420)}`, `, Apt ${r.int(1, 30)}${r.pick(['A', 'B', ''])}`, `, Ste ${r.int(100, 900)}`])}, ${a}, ${b} ${c}${r.digits(2)}${r.pick(['', '', `-${r.digits(4)}`])}`; },
  st: (r) => `${r.int(10, 19999)} ${r.pick(STREET)}`,
  city: (r) => r.pick(CITY).slice(0, 2).join(', '),
  zip: (r) => r.pick([r.fill('Xxxxx'), r.fill('Xxxxx-xxxx')]),
  room: (r) => r.pick([`Room ${r.int(100, 980)}`, `Suite ${r.int(100, 3200)}`, `Apt ${r.int(1, 40)}${r.pick(['A', 'C', ''])}`, `Bldg ${r.int(1, 44)}`, `Unit ${r.int(100, 999)}`, `Floor ${r.int(2, 40)}`, `Gate B${r.int(1, 40)}`]),
  amt: (r) => r.pick([`$${comma(r.int(5, 99999))}.${r.digits(2)}`, `$${r.int(5, 990)}`, `$${comma(r.int(1000, 999999))}`, `$${r.int(1, 900)}k`, `USD ${comma(r.int(1000, 99999))}.00`, `${r.int(10, 900)} bucks`, `$${r.int(1, 40)}.${r.int(1, 9)}M`]),
  usd: (r) => `$${comma(r.int(5, 9999))}.${r.digits(2)}`,
  acct: (r) => r.fill(r.pick(['Xxxxxxxxxx', 'Xxxxxxxxx', '00Xxxxxxxx', 'Xxxx-xxxx-xx', 'Xxx-xxxxxx-xx', 'Xxxxxxxxxxxx', 'Xxx xxx xxxx x', '4xx-xxxxxxx', 'x000xxxxxx'])),
  rout: (r) => r.fill(r.pick(['021000021', '1210xxxxx', '0260xxxxx', '3222xxxxx', '0719xxxxx'])),
  card: (r) => r.fill(r.pick(['4xxx xxxx xxxx xxxx', '**** **** **** xxxx', '3782 xxxxxx xxxxx', '5xxx-xxxx-xxxx-xxxx', 'ending in xxxx', 'x-xxxx', '4xxxxxxxxxxxxxxx'])),
  ord: (r) => r.fill(r.pick(['112-xxxxxxx-xxxxxxx', '#1xxxxx', 'W9xxxxxxxx', 'SO-00xxxxx', '#Xxx-xxxxxxx-xxxxxxx', 'PO 45000xxxxx', 'BBY01-806xxxxxxxxx', '2000xxx-xxxxxxxx', 'Xxxxxxxxxx'])),
  trk: (r) => r.fill(r.pick(['1Z999AA10xxxxxxxxx', '7xxxxxxxxxxx', '9400 1xxx xxxx xxxx xxxx xx', '9400111xxxxxxxxxxxxxxx', 'TBA30xxxxxxxxxx', '61299xxxxxxxxxxxxxxx', 'xxxx xxxx xxxx', 'LZxxxxxxxxxUS', 'JD0146xxxxxxxxxx'])),
  otp: (r) => r.pick([r.digits(6), r.digits(6), `${r.digits(3)}-${r.digits(3)}`, r.digits(4), `G-${r.digits(6)}`, r.digits(8), `${r.digits(3)} ${r.digits(3)}`]),
  d: (r) => { const [a, b, c] = day(r); return r.pick([`${b}/${a}/${c}`, `${two(b)}/${two(a)}/${c % 100}`, `${b}/${a}`, `${MONTH[b - 1]} ${a}`, `${MONTH[b - 1]} ${a}, ${c}`, `${c}-${two(b)}-${two(a)}`, `${b}-${a}-${c}`, `${two(b)}.${two(a)}.${c}`]); },
  t: (r) => { const [a, b] = [r.int(1, 12), r.int(0, 59)]; return r.pick([`${a}:${two(b)} ${r.pick(['AM', 'PM', 'am', 'pm'])}`, `${a}${r.pick(['am', 'pm'])}`, `${two(r.int(0, 23))}:${two(b)}`, `${a}:${two(b)}`, `${two(r.int(0, 23))}${two(b)} hrs`]); },
  ts: (r) => { const [a, b, c] = day(r); return r.pick([`${c}-${two(b)}-${two(a)} ${clock(r)}`, `${c}-${two(b)}-${two(a)}T${clock(r)}.${r.digits(3)}Z`, `${MONTH[b - 1]} ${two(a)} ${clock(r)}`, `[${two(a)}/${MONTH[b - 1]}/${c}:${clock(r)} -0500]`, `${c}${two(b)}${two(a)}${clock(r).replaceAll(':', '')}`]); },
  score: (r) => `${r.int(0, 50)}-${r.int(0, 50)}`,
  plate: (r) => r.fill(r.pick(['7ABCxxx', 'KLM-xxxx', 'Xxx QRT', 'ABC xxxx'])),
  ver: (r) => r.pick([`v${r.int(1, 12)}.${r.int(0, 30)}.${r.int(0, 99)}`, `${r.int(1, 12)}.${r.int(0, 20)}.${r.int(0, 9)}-beta.${r.int(1, 4)}`, `build ${r.int(10000, 99999)}`, `${r.int(100, 140)}.0.${r.int(1000, 7000)}.${r.int(10, 200)}`, `KB${r.int(4000000, 5099999)}`]),
  ip: (r) => r.pick([`10.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}`, `192.168.${r.int(0, 20)}.${r.int(1, 254)}`, `198.51.100.${r.int(1, 254)}:${r.pick([80, 443, 8080, 5432])}`, `172.16.${r.int(0, 31)}.0/24`]),
  url: (r) => r.pick([`https://www.ebay.com/itm/${r.fill('Xxxxxxxxxxxx')}`, `https://acme.atlassian.net/browse/OPS-${r.int(100, 9999)}`, `https://github.com/acme/api/pull/${r.int(10, 9999)}`, `https://acme.zoom.us/j/${r.fill('8xxxxxxxxxx')}?pwd=a${r.digits(4)}`, `https://www.zillow.com/homedetails/${r.fill('Xxxxxxxx')}_zpid/`, `https://example.com/track?id=${r.fill('Xxxxxxxxxx')}`, `https://acme.slack.com/archives/C0${r.digits(5)}/p${r.fill('17xxxxxxxxxxxxxx')}`, `facebook.com/marketplace/item/${r.fill('Xxxxxxxxxxxxxxx')}`, `https://www.yelp.com/biz/joes?hrid=${r.digits(10)}`]),
  err: (r) => r.pick([`0x8007${r.digits(4)}`, `HTTP ${r.pick([400, 401, 403, 404, 429, 500, 502, 503, 504])}`, `ERR-${r.int(1000, 9999)}`, `exit code ${r.int(1, 255)}`, `error ${r.int(100, 9999)}`, `SQLSTATE 4${r.digits(4)}`, `code -${r.int(100, 1999)}`]),
  epoch: (r) => r.pick([r.fill('17xxxxxxxx'), r.fill('17xxxxxxxxxxx'), `${r.fill('17xxxxxxxx')}.${r.digits(6)}`]),
  size: (r) => r.pick([`${r.int(2, 90)}x${r.int(2, 90)}x${r.int(2, 40)}`, `${comma(r.int(600, 4200))} sq ft`, `${r.int(1, 900)} MB`, `${r.int(4, 64)}GB/${r.pick([128, 256, 512])}GB`, `${r.int(1, 90)} lbs`, `${r.int(5, 7)}'${r.int(0, 11)}"`, `${r.int(1, 40)} oz`, `${r.int(10, 300)},${r.digits(3)} miles`]),
  qty: (r) => r.pick([`qty ${r.int(2, 60)}`, `x${r.int(2, 30)}`, `${r.int(2, 40)} boxes`, `${r.int(2, 400)} units`, `${r.int(2, 48)} pcs`]),
  gb: (r) => r.pick([`${r.int(1, 900)} MB`, `${r.int(1, 64)}GB`, `${r.int(1, 9)}.${r.int(1, 9)} GB`, `${r.int(10, 900)}KB`]),
  n2: (r) => `${r.int(10, 59)}`,
  c1: (r) => `${r.int(1, 9)}`,
  yr: (r) => `${r.int(10, 25)}`,
  y19: (r) => `${r.int(60, 99)}`,
  d6: (r) => r.digits(6),
  zoom: (r) => `https://acme.zoom.us/j/${r.fill('8xxxxxxxxxx')}?pwd=a${r.digits(4)}`,
  num: (r) => `${r.int(2, 99)}`,
  geo: (r) => r.pick([`3${r.int(0, 9)}.${r.digits(6)}, -1${r.int(0, 1)}${r.int(0, 9)}.${r.digits(6)}`, `40°${r.int(10, 59)}'${r.int(10, 59)}"N 73°${r.int(10, 59)}'${r.int(10, 59)}"W`, `${r.int(30, 45)}.${r.digits(4)},-${r.int(70, 99)}.${r.digits(4)}`]),
  pct: (r) => r.pick([`${r.int(1, 99)}%`, `${r.int(1, 99)}.${r.int(1, 99)}%`]),
  ssn: (r) => r.fill(r.pick(['xxx-xx-xxxx', '***-**-xxxx', 'Xxx-xx-xxxx'].map((it, at) => (at === 0 ? it.replaceAll('x', '•').replace(/•{4}$/, r.digits(4)) : it)))),
  ein: (r) => r.fill('Xx-xxxxxxx'),
  npi: (r) => r.fill('1xxxxxxxxx'),
  vin: (r) => r.fill('1HGCMXxxxxA0xxxxx'),
  isbn: (r) => r.fill(r.pick(['978-0-xxx-xxxxx-x', '978xxxxxxxxxx', '0-xxx-xxxxx-x'])),
  upc: (r) => r.fill(r.pick(['0xxxxxxxxxxx', '6xxxxxxxxxxx'])),
  tik: (r) => r.fill(r.pick(['INC00xxxxx', '#Xxxxxxx', 'REQ-Xxxxx', 'OPS-Xxxx', 'Case 00xxxxxx', '[#Xxxxxx]', 'SR 1-xxxxxxxxxx', 'Xxxxxxxx'])),
  case: (r) => r.fill(r.pick(['xx-cv-0xxxx', '2026-CR-xxxxx', 'CLM-Xxxxxxx', 'Xx-xxxxxxx', '60-Xxxx-xxxx', 'POL Xxxxxxxxxx', 'HOA-xxxx'])),
  meet: (r) => r.fill(r.pick(['8xx xxxx xxxx', '9xx xxxx xxxx', 'Xxx xxx xxxx', '2xx xxx xxx xxx', 'Xxx-xxx-xxxx'])),
  pin: (r) => r.pick([`${r.digits(6)}#`, `${r.digits(3)} ${r.digits(3)} ${r.digits(3)}#`, `${r.digits(9)}#`]),
  conf: (r) => r.pick([r.fill('Xxxxxxxxx'), r.fill('Xxxxxxxxxx'), `ABQ${r.digits(3)}`, r.fill('HMxxxxQ2'), r.fill('Xxxx-xxxx-xxxx')]),
  fl: (r) => `${r.pick(['AA', 'UA', 'DL', 'WN ', 'B6'])}${r.int(10, 4999)}`,
  mail: (r) => r.pick(['info@acme.com', `jsmith${r.int(1, 99)}@gmail.com`, `support@example.org`, `frontdesk${r.int(1, 9)}@clinic.net`]),
  uuid: (r) => `${r.digits(4)}a${r.digits(3)}-${r.digits(4)}-4${r.digits(3)}-${r.digits(2)}bf-${r.digits(6)}c${r.digits(5)}`,
  ms: (r) => `${r.int(3, 9000)}ms`,
  short: (r) => r.fill(r.pick(['Xxxxx', 'Xxxxxx', 'Xxx-xx'])),
  co: (r) => r.pick(['Acme Plumbing', 'Ridgeway Dental', 'Lakeside Auto', 'Summit Roofing LLC', 'Blue Door Realty', 'County Clerk', 'First Harbor Bank', 'Oak Hill Vet', "Joe's Towing", 'Northwind Logistics', 'Bright Smiles', 'St. Mark Hospital']),
  emo: (r) => r.pick(['😀', '🙏', '❤️', '👍', '😅', '🤙', '😭', '🔥']),
  row: (r) => `${r.int(1, 9)}`,
  exp: (r) => `${two(r.int(1, 12))}/${r.int(26, 32)}`,
};
