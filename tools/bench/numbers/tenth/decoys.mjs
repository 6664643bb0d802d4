// Digits that nobody calls: each entry makes the habit of one column, then the text of one cell.
import { thousands, two } from './text.mjs';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = (r) => [r.pick([2019, 2021, 2022, 2023, 2024, 2025, 2025, 2026]), r.int(1, 12), r.int(1, 28)];
const dmy = (r, L, sep) => { const [y, m, d] = days(r); return L === 'vn' ? `${two(d)}${sep}${two(m)}${sep}${y}` : `${two(m)}${sep}${two(d)}${sep}${y}`; };

const DATES = [
  [8, (r, L) => dmy(r, L, '/')], [3, (r, L) => dmy(r, L, '-')], [3, (r) => dmy(r, 'vn', '.')], [1, (r, L) => dmy(r, L, ' / ')],
  [5, (r) => { const [y, m, d] = days(r); return `${y}-${two(m)}-${two(d)}`; }],
  [2, (r) => { const [y, m, d] = days(r); return `${y}/${two(m)}/${two(d)}`; }],
  [2, (r) => { const [y, m, d] = days(r); return `${y}${two(m)}${two(d)}`; }],
  [2, (r, L) => { const [y, m, d] = days(r); return L === 'vn' ? `${d}/${m}/${String(y).slice(2)}` : `${m}/${d}/${String(y).slice(2)}`; }],
  [3, (r, L) => { const [y, m, d] = days(r); return L === 'vn' ? `ngày ${d} tháng ${m} năm ${y}` : `${LONG[m - 1]} ${d}, ${y}`; }],
  [2, (r, L) => { const [y, m, d] = days(r); return L === 'vn' ? `${d} thg ${m}, ${y}` : `${two(d)}-${MONTHS[m - 1]}-${y}`; }],
  [1, (r) => { const [y, m, d] = days(r); return `${y}年${m}月${d}日`; }],
  [1, (r, L) => `${dmy(r, L, '/')} - ${dmy(r, L, '/')}`],
];
const clock = (r) => `${two(r.int(0, 23))}:${two(r.int(0, 59))}`;
const TIMES = [[4, clock], [3, (r) => `${clock(r)}:${two(r.int(0, 59))}`], [2, (r, L) => (L === 'vn' ? `${r.int(7, 21)}h${two(r.int(0, 59))}` : `${r.int(1, 12)}:${two(r.int(0, 59))} ${r.pick(['AM', 'PM'])}`)], [2, (r) => `${clock(r)} - ${clock(r)}`], [1, (r, L) => (L === 'vn' ? `${r.int(7, 11)} giờ ${r.int(1, 59)} phút` : `${r.int(1, 12)}${r.pick(['am', 'pm'])}`)], [1, (r) => `${two(r.int(6, 20))}${two(r.int(0, 59))} hrs`]];
const STAMPS = [
  [3, (r, L) => `${dmy(r, L, '/')} ${clock(r)}`], [2, (r, L) => `${clock(r)} ${dmy(r, L, '/')}`], [2, (r, L) => `${dmy(r, L, '-')} ${clock(r)}:${two(r.int(0, 59))}`],
  [3, (r) => { const [y, m, d] = days(r); return `${y}-${two(m)}-${two(d)}T${clock(r)}:${two(r.int(0, 59))}${r.pick(['Z', '+07:00', '-05:00', '.482Z'])}`; }],
  [2, (r) => { const [y, m, d] = days(r); return `${y}-${two(m)}-${two(d)} ${clock(r)}:${two(r.int(0, 59))}.${r.digits(3)}`; }],
  [1, (r) => { const [y, m, d] = days(r); return `${y}${two(m)}${two(d)}${two(r.int(0, 23))}${two(r.int(0, 59))}${two(r.int(0, 59))}`; }],
  [1, (r) => { const [y, m, d] = days(r); return `${two(d)}/${MONTHS[m - 1]}/${y}:${clock(r)}:${two(r.int(0, 59))} +0700`; }],
];
const whole = (r, low = 2, high = 7) => Number(r.fill(`X${'x'.repeat(r.int(low, high))}`));
const VND = [[4, (r) => `${thousands(whole(r, 1, 5) * 1000, '.')}đ`], [3, (r) => `${thousands(whole(r, 1, 5) * 1000, '.')} ₫`], [4, (r) => thousands(whole(r, 1, 5) * 1000, ',')], [3, (r) => thousands(whole(r, 1, 5) * 1000, '.')], [2, (r) => `${thousands(whole(r, 1, 4) * 1000, ',')} VND`], [2, (r) => `${thousands(whole(r, 1, 4) * 1000, ' ')} đ`], [2, (r) => `${whole(r, 1, 2)}k`], [1, (r) => `${whole(r, 1, 5) * 1000}`], [1, (r) => `${r.int(1, 40)} triệu ${r.int(100, 900)}`], [1, (r) => `${r.int(1, 9)},${r.int(1, 9)} tỷ`], [1, (r) => `-${thousands(whole(r, 2, 4) * 1000, '.')}`], [1, (r) => `(${thousands(whole(r, 1, 5) * 1000, '.')})`]];
const USD = [[6, (r) => `$${thousands(whole(r, 1, 5), ',')}.${r.digits(2)}`], [3, (r) => `$${thousands(whole(r, 1, 6), ',')}`], [3, (r) => `${thousands(whole(r, 1, 6), ',')}.${r.digits(2)}`], [2, (r) => `USD ${thousands(whole(r, 2, 6), ',')}.00`], [2, (r) => `($${thousands(whole(r, 1, 4), ',')}.${r.digits(2)})`], [1, (r) => `$${r.int(1, 99)}.${r.int(1, 9)}M`], [1, (r) => `-${whole(r, 1, 4)}.${r.digits(2)}`], [1, (r) => `$${r.int(40, 99)}-$${r.int(100, 180)}`]];
const WORLD = [[3, (r) => `${thousands(whole(r, 1, 5), '.')},${r.digits(2)} €`], [2, (r) => `€${thousands(whole(r, 1, 5), ',')}.${r.digits(2)}`], [2, (r) => `${thousands(whole(r, 2, 5), ' ')},${r.digits(2)} EUR`], [3, (r) => `£${thousands(whole(r, 1, 5), ',')}.${r.digits(2)}`], [2, (r) => `¥${thousands(whole(r, 3, 6), ',')}`], [1, (r) => `${thousands(whole(r, 3, 5), ',')}円`], [1, (r) => `GBP ${whole(r, 3, 5)}.${r.digits(2)}`], [1, (r) => `CHF ${thousands(whole(r, 3, 5), "'")}.50`]];
const year = (r) => r.pick([2023, 2024, 2025, 2026]);

/** One habit for the column, chosen once. */
const oneOf = (list) => (r, L) => { const make = r.weighted(list); return () => make(r, L); };
const each = (...list) => oneOf(list.map((it) => [1, it]));
const hex = (r, count) => Array.from({ length: count }, () => r.int(0, 15).toString(16)).join('');
const up = (r, count) => Array.from({ length: count }, () => String.fromCharCode(65 + r.int(0, 25))).join('');
const province = (r) => r.pick(['001', '079', '048', '031', '036', '038', '040', '052', '064', '072', '075', '077', '080', '082', '086', '087', '089', '091', '092', '094', '096']);

export const DECOYS = {
  date: oneOf(DATES), time: oneOf(TIMES), stamp: oneOf(STAMPS),
  price: (r, L) => { const make = r.weighted(r.chance(0.85) ? (L === 'vn' ? VND : USD) : WORLD); return () => make(r); },
  world: oneOf(WORLD),
  quantity: each((r) => `${r.int(1, 999)}`, (r) => `${r.int(1, 99)} ${r.pick(['pcs', 'thùng', 'cái', 'kg', 'boxes'])}`, (r, L) => thousands(whole(r, 2, 5), L === 'vn' ? '.' : ','), (r) => `x${r.int(1, 48)}`, (r) => `${r.int(1, 40)}/${r.int(41, 99)}`),
  percent: each((r) => `${r.int(0, 100)}%`, (r, L) => `${r.int(0, 99)}${L === 'vn' ? ',' : '.'}${r.digits(2)}%`, (r) => `${r.pick(['+', '-'])}${r.int(0, 20)}.${r.digits(1)} %`),
  order: each((r) => `DH${r.fill('Xxxxxx')}`, (r) => `#${r.fill('Xxxxx')}`, (r) => `SO-${year(r)}-${r.digits(5)}`, (r) => `${r.int(100, 114)}-${r.digits(7)}-${r.digits(7)}`, (r) => `#${r.fill('Xxxxxxxxxx')}`, (r) => `2${r.digits(5)}${up(r, 4)}${r.digits(4)}`, (r) => `PO ${r.fill('45000xxxxx')}`, (r) => `ORD${year(r)}${r.digits(8)}`, (r) => `HD.${two(r.int(1, 12))}.${year(r)}.${r.digits(4)}`),
  invoice: each((r) => `INV-${r.digits(6)}`, (r) => `1C${String(year(r)).slice(2)}TAA ${r.digits(8)}`, (r) => `${r.digits(7)}`, (r) => `HĐ ${r.digits(8)}`, (r) => `${year(r)}/${two(r.int(1, 12))}/${r.digits(4)}`, (r) => `AA/${String(year(r)).slice(2)}E-${r.digits(7)}`),
  ticket: each((r) => `#${r.fill('Xxxxxx')}`, (r) => `CASE-${r.digits(8)}`, (r) => `TKT ${r.digits(7)}`, (r) => `INC00${r.digits(5)}`, (r) => `REQ-${r.fill('Xxxx')}`),
  tax: (r, L) => (L === 'vn' ? r.weighted([[5, () => `${r.pick(['03', '01', '04', '36', '37', '02', '18', '11'])}${r.digits(8)}`], [3, () => `${r.pick(['03', '01', '36'])}${r.digits(8)}-${r.pick(['001', '002', '012'])}`], [1, () => `${r.pick(['03', '01'])}${r.digits(2)} ${r.digits(3)} ${r.digits(3)}`]]) : r.weighted([[5, () => `${r.int(10, 98)}-${r.digits(7)}`], [1, () => `EIN ${r.int(10, 98)}-${r.digits(7)}`]])),
  vat: each((r) => `DE${r.digits(9)}`, (r) => `GB ${r.digits(3)} ${r.digits(4)} ${r.digits(2)}`, (r) => `FR${r.digits(2)} ${r.digits(9)}`, (r) => `NL${r.digits(9)}B01`, (r) => `DE ${r.digits(3)} ${r.digits(3)} ${r.digits(3)}`),
  citizen: (r, L) => (L === 'vn' ? r.weighted([[5, () => `${province(r)}${r.pick(['0', '1', '2', '3'])}${r.digits(8)}`], [1, () => `${province(r)} ${r.pick(['0', '1', '2', '3'])}${two(r.int(60, 99))} ${r.digits(6)}`], [2, () => `${r.pick(['02', '27', '36', '18'])}${r.digits(7)}`]]) : r.weighted([[4, () => `${r.digits(3)}-${r.digits(2)}-${r.digits(4)}`], [2, () => `XXX-XX-${r.digits(4)}`], [1, () => `***-**-${r.digits(4)}`]])),
  insurance: (r, L) => (L === 'vn' ? r.pick([() => `GD4${r.digits(12)}`, () => `DN 4 79 ${r.digits(10)}`, () => `HS4 79 ${r.digits(2)} ${r.digits(3)} ${r.digits(5)}`]) : r.pick([() => `${r.digits(1)}${up(r, 2)}${r.digits(1)}-${up(r, 2)}${r.digits(1)}-${up(r, 2)}${r.digits(2)}`, () => `W${r.digits(9)}`, () => `GRP ${r.digits(5)}-${r.digits(3)}`])),
  patient: each((r) => `BN${r.digits(8)}`, (r) => `MRN ${r.digits(7)}`, (r) => `${String(year(r)).slice(2)}.${r.digits(6)}`, (r) => `PT-${r.digits(6)}`),
  student: each((r) => `${year(r)}${r.digits(4)}`, (r) => `B${r.int(18, 24)}DCCN${r.digits(3)}`, (r) => `S${r.digits(7)}`, (r) => `${r.int(18, 24)}${r.digits(6)}`),
  staff: each((r) => `NV${r.digits(4)}`, (r) => `E-${r.digits(5)}`, (r) => `${r.digits(5)}`, (r) => `EMP${r.digits(6)}`),
  coords: each((r) => `${r.int(8, 22)}.${r.digits(6)}, 10${r.int(2, 9)}.${r.digits(6)}`, (r) => `${r.int(30, 47)}.${r.digits(5)},-${r.int(71, 122)}.${r.digits(5)}`, (r) => `${r.int(10, 21)}°${r.int(1, 59)}'${r.int(1, 59)}.${r.int(1, 9)}"N 10${r.int(2, 8)}°${r.int(1, 59)}'${r.int(1, 59)}"E`),
  ip: each((r) => `10.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}`, (r) => `192.168.${r.int(0, 255)}.${r.int(1, 254)}`, (r) => `${r.int(11, 220)}.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}:${r.pick([22, 80, 443, 8080, 5432])}`, (r) => `172.16.${r.int(0, 255)}.0/${r.int(16, 29)}`, (r) => `2001:db8:${hex(r, 4)}:${hex(r, 4)}::${hex(r, 2)}`, (r) => `fe80::${hex(r, 4)}:${hex(r, 4)}:${hex(r, 4)}:${hex(r, 4)}`),
  mac: each((r) => Array.from({ length: 6 }, () => hex(r, 2)).join(':'), (r) => Array.from({ length: 6 }, () => hex(r, 2).toUpperCase()).join('-')),
  card: each((r) => `4${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`, (r) => `${r.pick(['51', '54', '97'])}${r.digits(14)}`, (r) => `**** **** **** ${r.digits(4)}`, (r) => `9704 ${r.digits(2)}** **** ${r.digits(4)}`, (r) => `37${r.digits(2)}-${r.digits(6)}-${r.digits(5)}`, (r) => `Visa x${r.digits(4)}`),
  bank: (r, L) => (L === 'vn' ? r.pick([() => r.fill('1xxxxxxxxxxx'), () => `0${r.pick(['071', '011', '421', '181'])}000${r.digits(6)}`, () => r.fill('Xxxxxxxxx'), () => `711A${r.digits(8)}`, () => r.fill('1903xxxxxxxxxx'), () => `${r.fill('Xxxx')} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`]) : r.pick([() => r.fill('Xxxxxxxxxxxx'), () => `${r.pick(['021', '111', '122'])}${r.digits(6)} / ${r.fill('Xxxxxxxx')}`, () => `****${r.digits(4)}`, () => r.fill('Xxxxxxxx')])),
  iban: each((r) => `DE${r.digits(2)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, (r) => `GB${r.digits(2)} NWBK ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, (r) => `FR${r.digits(25)}`, (r) => `DE${r.digits(20)}`),
  isbn: each((r) => `978-0-${r.digits(4)}-${r.digits(4)}-${r.digits(1)}`, (r) => `978${r.digits(10)}`, (r) => `978-604-${r.digits(2)}-${r.digits(4)}-${r.digits(1)}`, (r) => `0-${r.digits(3)}-${r.digits(5)}-${r.digits(1)}`),
  ean: each((r) => `893${r.digits(10)}`, (r) => `0${r.digits(11)}`, (r) => `4${r.digits(12)}`, (r) => r.digits(8)),
  imei: each((r) => `35${r.digits(13)}`, (r) => `35-${r.digits(6)}-${r.digits(6)}-${r.digits(1)}`, (r) => `86${r.digits(13)}`, (r) => `8984${r.digits(16)}`),
  tracking: each((r) => `1Z${up(r, 1)}${r.digits(2)}${up(r, 1)}${r.digits(2)}${r.digits(10)}`, (r) => `9400 1${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, (r) => `7${r.digits(11)}`, (r) => `${r.pick(['EE', 'CP', 'RR'])}${r.digits(9)}VN`, (r) => `SPXVN0${r.digits(11)}`, (r) => `84${r.digits(10)}`, (r) => `S${r.digits(7)}.MN5.${r.digits(2)}.${r.digits(9)}`, (r) => `GHN${r.digits(9)}`, (r) => `JD0${r.digits(14)}`, (r) => `TBA${r.digits(12)}`, (r) => `${r.pick(['3', '7', '9'])}${r.digits(9)}`),
  epoch: each((r) => `17${r.digits(8)}`, (r) => `16${r.digits(8)}`, (r) => `17${r.digits(11)}`, (r) => `17${r.digits(8)}.${r.digits(3)}`),
  version: each((r) => `v${r.int(0, 20)}.${r.int(0, 30)}.${r.int(0, 99)}`, (r) => `${r.int(1, 130)}.0.${r.int(1000, 7000)}.${r.int(10, 200)}`, (r) => `${r.int(1, 9)}.${r.int(0, 20)}.${r.int(0, 9)}-rc.${r.int(1, 5)}`, (r) => `build ${r.digits(5)}`),
  uuid: each((r) => `${hex(r, 8)}-${hex(r, 4)}-4${hex(r, 3)}-a${hex(r, 3)}-${hex(r, 12)}`),
  hash: each((r) => hex(r, 7), (r) => hex(r, 40), (r) => `0x${hex(r, 8)}`, (r) => hex(r, 32)),
  duration: each((r) => `${two(r.int(0, 2))}:${two(r.int(0, 59))}:${two(r.int(0, 59))}`, (r) => `${r.int(0, 59)}m ${r.int(0, 59)}s`, (r) => `${r.int(1, 3600)}s`, (r, L) => `${r.int(1, 40)} ${L === 'vn' ? 'phút' : 'min'} ${r.int(1, 59)} ${L === 'vn' ? 'giây' : 'sec'}`, (r) => `${r.int(1, 59)}'${two(r.int(0, 59))}"`),
  postcode: (r, L) => (L === 'vn' ? r.pick([() => r.pick(['700000', '100000', '550000', '900000', '180000']), () => r.fill('Xxxxx')]) : r.pick([() => r.fill('Xxxxx'), () => `${r.fill('Xxxxx')}-${r.digits(4)}`, () => `SW1A ${r.int(1, 9)}AA`])),
  plate: each((r) => `${r.int(11, 99)}${up(r, 1)}-${r.digits(3)}.${r.digits(2)}`, (r) => `${r.int(11, 99)}${up(r, 1)}${r.int(1, 9)}-${r.digits(5)}`, (r) => `${r.int(1, 9)}${up(r, 3)}${r.digits(3)}`, (r) => `${up(r, 3)}-${r.digits(4)}`),
  serial: each((r) => `SN${r.digits(10)}`, (r) => `${up(r, 1)}${r.digits(2)}${up(r, 3)}${r.digits(6)}`, (r) => `${r.digits(4)}-${r.digits(4)}-${r.digits(4)}`, (r) => `C02${up(r, 2)}${r.digits(2)}${up(r, 4)}`, (r) => r.digits(12), (r) => `S/N: ${r.digits(3)}-${r.digits(5)}-${r.digits(2)}`),
  meter: each((r) => `${r.digits(6)} kWh`, (r) => `${r.digits(5)}.${r.digits(1)}`, (r) => `${r.digits(5)} → ${r.digits(5)}`, (r) => `PE${r.digits(11)}`, (r) => `${thousands(whole(r, 4, 5), ',')} mi`),
  score: each((r) => `${r.int(0, 10)}.${r.digits(1)}/10`, (r) => `${r.int(0, 5)}-${r.int(0, 5)}`, (r) => `${r.int(200, 800)}`, (r, L) => (L === 'vn' ? `${r.int(4, 9)},${r.digits(2)}` : `${r.int(1, 3)}.${r.digits(2)}`), (r) => `${r.int(60, 99)} / 100`, (r) => `6-${r.int(0, 4)}, 3-6, 7-5`),
  size: each((r) => `${r.int(10, 300)} x ${r.int(10, 300)} x ${r.int(10, 300)} cm`, (r) => `${r.int(100, 999)}×${r.int(100, 999)}`, (r) => `${r.int(1, 60)}.${r.digits(1)} kg`, (r) => `${r.int(10, 999)} GB`, (r) => `${r.int(5, 12)}' ${r.int(1, 11)}"`, (r) => `${r.int(20, 400)}m2`, (r) => `${r.int(10, 99)}-${r.int(10, 99)}-${r.int(10, 99)}`),
  sku: each((r) => `SKU-${r.digits(6)}`, (r) => `${r.digits(3)}-${r.digits(4)}`, (r) => `${up(r, 2)}${r.digits(4)}-${r.digits(2)}`, (r) => `8${r.digits(7)}`, (r) => `${r.digits(3)}.${r.digits(3)}.${r.digits(2)}`),
  room: each((r) => `P.${r.int(101, 2512)}`, (r) => `${r.int(1, 30)}F-${r.digits(2)}`, (r) => `A${r.int(1, 20)}.${two(r.int(1, 20))}`, (r) => `${r.int(100, 999)}`),
  flight: each((r) => `VN${r.int(100, 1999)}`, (r) => `VJ ${r.int(100, 999)}`, (r) => `738-24${r.digits(8)}`, (r) => `UA ${r.int(100, 2600)} ${r.digits(2)}C`),
  email: (r) => () => `${r.pick(['tuan', 'linh.tran', 'sales', 'contact', 'j.brooks', 'mai', 'office'])}${r.int(1, 1999)}@${r.pick(['gmail.com', 'example.com', 'yahoo.com', 'mail365.vn', '163.com'])}`,
  url: (r) => () => `https://${r.pick(['shop', 'crm', 'portal'])}.example.com/${r.pick(['item', 'orders', 'c'])}/${r.digits(r.int(5, 12))}${r.chance(0.3) ? `?id=${r.digits(10)}` : ''}`,
  row: (r) => { let at = r.int(1, 1900); return () => `${at++}`; },
  years: each((r) => `${r.int(1950, 2012)}`, (r) => `${r.int(1950, 2012)}`, (r) => `${r.int(1950, 2012)}`, (r) => `${r.int(2015, 2024)}-${r.int(2025, 2030)}`, (r) => `FY${year(r)}`),
  shortCode: each((r) => r.pick(['8077', '9029', '6089', '5656', '9123']), (r) => `${r.fill('Xxxx')}`, (r) => `${r.fill('Xxx')}`),
};

/** Columns that nobody can tell from bare phone numbers without a header or a label. */
export const BARE = new Set(['tax', 'bank', 'order', 'tracking', 'epoch', 'ean', 'serial', 'citizen', 'imei', 'card', 'isbn', 'invoice']);
