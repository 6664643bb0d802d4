// The second set of pages: free prose, signatures, chats, dumps, key: value lists, address lines and
// rows of tables that lost their markup, in Vietnamese and English. Nothing of it is shared with
// `pages.mjs` but the random source, and each run names its category, by which mistakes are judged.
import { seeded } from './random.mjs';
import { tails, wildPhone } from './wild_phones.mjs';

const pad = (value, width = 2) => String(value).padStart(width, '0');
const group = (value, mark) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);
const from = (r, letters, count) => Array.from({ length: count }, () => r.pick([...letters])).join('');
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const HEX = '0123456789abcdef';

/** Vietnamese tax codes carry a check digit (Circular 95/2016/TT-BTC has the form, not the weights). */
function taxCode(r) {
  for (;;) {
    const body = r.pick(['01', '03', '04', '31', '36', '59']) + r.pick(['0', '1']) + r.digits(6);
    const sum = [...body].reduce((all, digit, at) => all + digit * [31, 29, 23, 19, 17, 13, 7, 5, 3][at], 0);
    const check = 10 - (sum % 11);
    if (check < 10 && check >= 0) return body + check;
  }
}

function card(r) {
  const body = r.pick(['4', '52', '3566', '9704']).padEnd(15, '0').slice(0, 4).replace(/0+$/, '') + r.digits(11);
  const digits = body.padEnd(15, '7').slice(0, 15);
  const sum = [...digits].reverse().reduce((all, digit, at) => all + (at % 2 ? +digit : (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)), 0);
  return digits + ((10 - (sum % 10)) % 10);
}

const NAMES = ['anh Tuấn', 'chị Hà', 'Ms. Thảo', 'Mr. Kevin', 'Đỗ Quang Huy', 'Bùi Thị Nga', 'Oliver Brown', 'Sophie Martin', 'Klaus Weber', '田中 さん', 'cô Loan', 'Jessica'];
const COMPANIES = ['Công ty TNHH Sao Mai', 'Blue Harbor LLC', 'Cty CP Xây dựng Tân Phát', 'Weber & Söhne GmbH', 'Nhà hàng Hương Sen', 'Acme Logistics', 'Phòng khám Đa khoa An Bình'];
const ROADS = ['Đường 3/2', 'Cách Mạng Tháng Tám', 'Pasteur', 'Elm Street', 'Baker St', 'Bahnhofstr.', 'Nguyễn Văn Linh', 'Lý Thường Kiệt', 'Xa lộ Hà Nội'];
const PLACES = ['P.7, Q.10, TP.HCM', 'Hà Nội 100000', 'Springfield, IL 62704', 'London SW1A 1AA', '10115 Berlin', '75008 Paris', 'Đà Nẵng 550000', 'Quận 1', 'San Jose, CA 95112-1234'];

/** Things with digits that are nobody's phone. */
const THINGS = {
  date: (r) => { const [y, m, d] = [r.int(1990, 2027), r.int(1, 12), r.int(1, 28)]; return r.pick([`${pad(d)}/${pad(m)}/${y}`, `${y}-${pad(m)}-${pad(d)} ${pad(r.int(0, 23))}:${pad(r.int(0, 59))}:${pad(r.int(0, 59))}`, `${pad(d)}.${pad(m)}.${y}`, `${y}/${pad(m)}/${pad(d)}`, `${d} tháng ${m} năm ${y}`, `${d}-${m}-${y}`, `${y}${pad(m)}${pad(d)}${pad(r.int(0, 23))}${pad(r.int(0, 59))}`, `${pad(d)}/${pad(m)}/${String(y).slice(2)}`, `từ ${pad(d)}/${pad(m)} đến ${pad(r.int(1, 28))}/${pad(m)}/${y}`, `${pad(r.int(0, 23))}h${pad(r.int(0, 59))} ${d}/${m}`]); },
  money: (r) => { const v = r.int(10, 99999) * 1000; return r.pick([`${group(v, '.')}đ`, `${group(v, '.')} đồng`, `${group(v, ',')} VNĐ`, `VND ${group(v, ',')}`, `${v} đ`, `${v}đ`, `$${group(r.int(1000, 9999999), ',')}.${r.digits(2)}`, `€${group(r.int(1000, 9999999), '.')},${r.digits(2)}`, `${group(v, '.')}`, `${group(v, ',')}`, `${group(v, ' ')} ₫`, `${group(r.int(1000, 99999999), ',')} USD`, `¥${group(r.int(1000, 9999999), ',')}`, `${r.int(1, 99)},${r.digits(1)} tỷ`, `-${group(v, '.')}`, `+${group(v, '.')}`, `+${group(v, ',')} VND`]); },
  order: (r) => r.pick([`DH${r.digits(8)}`, `#${r.int(100000, 99999999)}`, `ORD${r.int(2021, 2027)}${r.digits(7)}`, `PO-${r.digits(4)}-${r.digits(5)}`, `${r.int(2021, 2027)}${pad(r.int(1, 12))}${pad(r.int(1, 28))}-${r.digits(4)}`, `HĐ ${r.digits(7)}`, `${r.digits(3)}-${r.digits(7)}-${r.digits(7)}`, `SO${r.digits(5)}/${r.int(2021, 2027)}`]),
  tax: (r) => r.pick([`MST ${taxCode(r)}`, `MST: ${taxCode(r)}-00${r.int(1, 9)}`, `mã số thuế ${taxCode(r)}`, taxCode(r), `${taxCode(r)}-0${r.int(10, 99)}`, `USt-IdNr. DE${r.digits(9)}`, `EIN ${r.digits(2)}-${r.digits(7)}`, `VAT GB${r.digits(9)}`, `SIRET ${r.digits(3)} ${r.digits(3)} ${r.digits(3)} ${r.digits(5)}`]),
  place: (r) => r.pick([`${r.int(8, 22)}.${r.digits(6)}, ${r.int(103, 109)}.${r.digits(6)}`, `${r.int(8, 22)}.${r.digits(4)}°N ${r.int(103, 109)}.${r.digits(4)}°E`, `lat=${r.int(30, 50)}.${r.digits(7)}&lng=-${r.int(70, 120)}.${r.digits(7)}`, `(${r.int(8, 22)}.${r.digits(5)}; ${r.int(103, 109)}.${r.digits(5)})`, `@${r.int(8, 22)}.${r.digits(7)},${r.int(103, 109)}.${r.digits(7)},17z`]),
  ip: (r) => r.pick([`${r.int(1, 223)}.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(0, 255)}`, `${r.int(11, 199)}.${r.int(100, 255)}.${r.int(100, 255)}.${r.int(100, 255)}:443`, `2001:db8:${r.digits(4)}:${r.digits(4)}::${r.digits(4)}`, `172.16.${r.int(0, 255)}.0/22`]),
  card: (r) => { const c = card(r); return r.pick([c.replace(/(....)(?=.)/g, '$1 '), c, c.replace(/(....)(?=.)/g, '$1-'), `XXXX-XXXX-XXXX-${c.slice(-4)}`]); },
  iban: (r) => r.pick([`DE${r.digits(2)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, `GB${r.digits(2)} BARC ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, `FR${r.digits(2)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(3)}`, `NL${r.digits(2)}ABNA0${r.digits(9)}`, `DE${r.digits(20)}`, `GB${r.digits(2)}HBUK${r.digits(14)}`]),
  account: (r) => r.pick([`STK 0${r.pick(['07', '01', '02'])}100${r.digits(7)} VCB`, `số TK: ${r.fill('Xxxxxxxxxxx')} (Techcombank)`, `TK ${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`, `0${r.pick(['071', '011', '021'])}000${r.digits(6)}`, `acct ${r.fill('Xxxxxxxxx')}`, `sort code ${r.digits(2)}-${r.digits(2)}-${r.digits(2)}, account ${r.digits(8)}`]),
  isbn: (r) => r.pick([`ISBN 978-${r.int(0, 9)}-${r.digits(3)}-${r.digits(5)}-${r.int(0, 9)}`, `978-604-${r.digits(2)}-${r.digits(4)}-${r.int(0, 9)}`, `ISBN-10: ${r.int(0, 9)}-${r.digits(3)}-${r.digits(5)}-X`, `ISBN 0${r.digits(9)}`, `979${r.digits(10)}`]),
  tracking: (r) => r.pick([`1Z${from(r, LETTERS, 3)}${r.digits(3)}${r.digits(10)}`, `VN${r.digits(12)}`, `LX${r.digits(9)}CN`, `7${r.digits(11)}`, `${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`, `GHTK S${r.digits(8)}.${r.digits(3)}`, `JD01${r.digits(16)}`, `42${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`]),
  epoch: (r) => r.pick([`1${r.int(6, 7)}${r.digits(8)}`, `1${r.int(6, 7)}${r.digits(11)}`, `1${r.int(6, 7)}${r.digits(8)}.${r.digits(6)}`]),
  version: (r) => r.pick([`v${r.int(1, 9)}.${r.int(0, 20)}.${r.int(0, 9)}-build.${r.digits(6)}`, `Chrome/${r.int(100, 140)}.0.${r.digits(4)}.${r.digits(3)}`, `${r.int(1, 9)}.${r.digits(3)}.${r.digits(4)}`, `FW ${r.int(10, 99)}.${r.int(10, 99)}.${r.digits(4)}.${r.digits(2)}`, `KB${r.digits(7)}`, `CVE-${r.int(2015, 2027)}-${r.digits(5)}`, `10.0.${r.digits(5)}.${r.digits(4)}`]),
  uuid: (r) => r.pick([[8, 4, 4, 4, 12].map((count) => from(r, HEX, count)).join('-'), [8, 4, 4, 4, 12].map((count) => r.digits(count)).join('-'), from(r, HEX, 32), from(r, HEX, 40)]),
  person: (r) => r.pick([`CCCD 0${r.int(10, 96)}${r.int(0, 3)}${r.digits(8)}`, `số CMND ${r.digits(9)}`, `0${r.pick(['01', '79', '48'])}${r.pick([0, 1, 2, 3])}${r.digits(8)}`, `SSN ${r.digits(3)}-${r.digits(2)}-${r.digits(4)}`, `hộ chiếu C${r.digits(7)}`, `BHXH ${r.digits(10)}`]),
  amount: (r) => r.pick([`${r.int(10, 999)}.${r.digits(3)} lượt xem`, `${r.int(1, 9)},${r.digits(3)},${r.digits(3)} views`, `${r.int(1000, 9999)}x${r.int(1000, 9999)}`, `${r.int(100, 900)} x ${r.int(100, 900)} x ${r.int(100, 900)} mm`, `${r.int(1, 99)}.${r.digits(8)}`, `${group(r.int(100000, 99999999), '.')} m²`, `${r.int(1990, 2010)} - ${r.int(2011, 2027)}`, `${r.digits(3)} ${r.digits(3)} người`, `IMEI ${r.digits(15)}`, `π ≈ 3.14159265`, `${pad(r.int(29, 99))}A-${r.digits(3)}.${r.digits(2)}`, `QĐ ${r.int(100, 9999)}/${r.int(2000, 2025)}/QĐ-UBND`, `Luật số ${r.int(10, 99)}/${r.int(2000, 2025)}/QH13`, `tr. ${r.int(100, 400)}-${r.int(401, 900)}`]),
};
const KINDS = Object.keys(THINGS);
const thing = (r, kinds = KINDS) => THINGS[r.pick(kinds)](r);
const address = (r) => r.pick([`${r.int(1, 900)} ${r.pick(ROADS)}, ${r.pick(PLACES)}`, `${r.int(1, 400)}/${r.int(1, 90)}/${r.int(1, 30)} ${r.pick(ROADS)}, ${r.pick(PLACES)}`, `Số ${r.int(1, 300)}, ngõ ${r.int(1, 400)} ${r.pick(ROADS)}`, `Lô B${r.int(1, 30)}, KCN Tân Bình, ${r.pick(PLACES)}`, `${r.int(100, 9999)} ${r.pick(ROADS)} Apt ${r.int(1, 900)}, ${r.pick(PLACES)}`]);

class Run {
  constructor(category) {
    this.category = category;
    this.text = '';
    this.labels = [];
  }

  add(...parts) {
    for (const part of parts) {
      if (typeof part === 'object') this.labels.push({ ...part, start: this.text.length, end: this.text.length + part.text.length });
      this.text += part.text ?? part;
    }
    return this;
  }
}

/** Each makes one run. */
const WRITERS = {
  prose: (r, n) => r.pick([
    () => ['Mọi thắc mắc xin gọi ', n(), ' (giờ hành chính) hoặc ra trực tiếp ', address(r), '.'],
    () => [r.pick(NAMES), ' vừa nhắn: chuyển ', THINGS.money(r), ' vào ', THINGS.account(r), ' rồi báo qua số ', n(), ' nhé'],
    () => ['In ', String(r.int(1950, 2020)), ' the firm moved to ', address(r), '; its switchboard has been ', n(), ' ever since.'],
    () => ['We counted ', THINGS.amount(r), ' on ', THINGS.date(r), ', about ', String(r.int(2, 90)), '% more than in ', String(r.int(1990, 2020)), '.'],
    () => ['Theo quyết định ', String(r.int(10, 999)), '/', String(r.int(2001, 2024)), '/NĐ-CP ngày ', THINGS.date(r), ', mức phạt là ', THINGS.money(r), '.'],
    () => ['If nobody answers on ', n(), ' try ', n(), ' and quote ', THINGS.order(r), '.'],
    () => ['Phiên bản ', THINGS.version(r), ' sửa lỗi ở máy chủ ', THINGS.ip(r), ' lúc ', THINGS.date(r), '.'],
    () => ['My old number (', n(), ') is dead, use ', n(), ' from ', THINGS.date(r), '.'],
    () => ['Tour ', String(r.int(2, 9)), 'N', String(r.int(1, 8)), 'Đ giá ', THINGS.money(r), '/khách, đặt chỗ ', n(), ' - gặp ', r.pick(NAMES), '.'],
    () => ['Xe biển số ', `${r.int(11, 99)}A-${r.digits(3)}.${r.digits(2)}`, ' của ', r.pick(NAMES), ' ', n(), ' đậu ở hầm B', String(r.int(1, 4))],
  ])(),
  signature: (r, n) => [r.pick(NAMES), ' | ', r.pick(COMPANIES), ' | ', r.pick(['T ', 'T: ', 'Tel ', 'M ', 'Mob: ', 'P: ', 'ĐT: ', 'D ', 'DĐ: ', 'o: ', 'c: ', '(m) ', '(o) ', '']), n(), r.pick([' | ', ' • ', ', ', ' ']), r.pick(['F ', 'F: ', 'Fax ', 'E: info@example.com | T ', 'W: ', 'Zalo/Viber: ', 'Skype: ok | M ']), n(), ' | ', address(r), r.chance(0.5) ? ` | ${THINGS.tax(r)}` : ''],
  chat: (r, n) => r.pick([
    () => [`[${pad(r.int(0, 23))}:${pad(r.int(0, 59))}] `, r.pick(NAMES), ': ', n()],
    () => [r.pick(NAMES), `, ${pad(r.int(0, 23))}:${pad(r.int(0, 59))}: ck `, THINGS.money(r), ' stk ', r.fill('Xxxxxxxxxxx'), ' nhé, có gì gọi ', n()],
    () => ['alo ', r.pick(NAMES), ' ơi, đơn ', THINGS.order(r), ' tới đâu rồi? mã vđ ', THINGS.tracking(r)],
    () => ['ok ', n(), ' nha, ', String(r.int(1, 12)), 'h', String(r.int(10, 59)), ' mình tới'],
    () => ['call me ', n(), ' or ', n(), ' thx'],
    () => ['sdt mới của e: ', n(), '. số cũ ', n(), ' bỏ r'],
    () => ['otp của bạn là ', r.digits(6), ', hết hạn lúc ', THINGS.date(r)],
    () => ['>> id ', thing(r, ['epoch', 'uuid', 'order']), ' ', thing(r, ['ip', 'version'])],
  ])(),
  dump: (r, n) => r.pick([
    () => ['{"id":', String(r.int(1e8, 2e9)), ',"phone":"', n(), '","created_at":', THINGS.epoch(r), ',"total":', String(r.int(1e6, 9e9)), '}'],
    () => ['{"order_id":"', r.digits(10), '","sku":"', r.digits(8), '","lat":', `${r.int(8, 22)}.${r.digits(7)}`, ',"amount":', `${r.int(1e5, 9e8)}.0`, '}'],
    () => [THINGS.date(r), ' INFO req=', from(r, HEX, 16), ' ip=', THINGS.ip(r), ' took ', r.digits(4), 'ms uid=', r.digits(10)],
    () => ['phone=', n(), '; tax_id=', taxCode(r), '; ts=', THINGS.epoch(r)],
    () => ['mobile: "', n(), '", cccd: "', `0${r.digits(11)}`, '"'],
    () => ['id;name;tel;sum ', r.digits(8), ';', r.pick(NAMES), ';', n(), ';', r.digits(8)],
    () => ['https://shop.example/p/', r.digits(10), '?v=', r.digits(10), '&ref=', r.digits(9)],
    () => ['0x', from(r, HEX, 8), ' ', r.digits(10), ' ', r.digits(10), ' rwx'],
  ])(),
  keys: (r, n) => {
    const lines = [];
    for (let at = r.int(2, 4); at > 0; at -= 1) {
      lines.push(...r.pick([
        () => [r.pick(['Điện thoại', 'Phone', 'Số ĐT', 'Tel', 'Contact no', 'SĐT người nhận', 'Telephone', 'Cell', 'Hotline', 'Tổng đài', 'Fax', 'Zalo', 'Liên lạc', 'ĐT liên hệ', 'Di động', 'Customer phone']), r.pick([': ', ' : ', ' – ', ' ']), n()],
        () => [r.pick(['Mã KH', 'Customer ID', 'Mã vận đơn', 'Reference', 'Số hợp đồng', 'Contract', 'Booking', 'Mã đặt chỗ', 'Serial', 'Số seri', 'Số hoá đơn', 'Case no.', 'Mã tra cứu', 'Số phiếu', 'Mã NV', 'Transaction', 'Số tham chiếu']), ': ', r.pick([r.fill('Xxxxxxxxx'), `0${r.digits(9)}`, r.digits(8), THINGS.order(r), r.digits(12)])],
        () => [r.pick(['Số tiền', 'Amount', 'Thành tiền', 'Doanh thu', 'Balance due', 'Còn nợ', 'Ngân sách', 'Vốn điều lệ']), ': ', THINGS.money(r)],
        () => [r.pick(['Ngày sinh', 'Ngày cấp', 'DOB', 'Issued', 'Hạn dùng']), ': ', THINGS.date(r)],
        () => [r.pick(['Địa chỉ', 'Address', 'Đ/c', 'Kho']), ': ', address(r)],
      ])(), r.pick([' | ', '; ', ', ', ' – ', '\n', ' / ']));
    }
    return lines.slice(0, -1);
  },
  address: (r, n) => [r.pick(COMPANIES), ', ', address(r), r.pick([' - ', ', ', '. ', ' – ', ' (', ' ']), r.pick(['ĐT ', 'Tel ', 'T. ', '☎ ', '', 'điện thoại ', 'Phone ']), n(), '.'],
  several: (r, n) => {
    const glue = r.pick([' / ', '/', ' - ', ', ', ' hoặc ', '; ', ' & ', ' | ', ' or ', ' và ']);
    const all = ['Hotline ', n({ extensions: 0 })];
    for (let at = r.int(1, 2); at > 0; at -= 1) all.push(glue, n({ extensions: 0 }));
    return r.chance(0.75) ? all : [r.pick(['Tel: ', 'ĐT ', '']), ...tails(r).flatMap((it, at) => (at ? [at === 1 ? r.pick([' / ', '/', ' - ', ' – ']) : ' / ', it] : [it]))];
  },
  row: (r, n) => {
    const glue = r.pick(['\t', ' | ', ', ', '; ', '   ', '  ', ' ', ' · ', ' - ']);
    const cells = [String(r.int(1, 2000)), r.pick(NAMES), n(), THINGS.date(r), thing(r, ['money', 'amount']), thing(r, ['order', 'tracking', 'tax']), thing(r), r.chance(0.2) ? n() : thing(r, ['ip', 'uuid', 'version', 'epoch', 'place'])];
    // The name stays in front of the number, the rest in any order that a table has.
    return cells.flatMap((it, at) => (at ? [glue, it] : [it]));
  },
  cell: (r, n) => (r.chance(0.4) ? [n()] : [thing(r)]),
};

/** The page of a seed. */
export function wild(seed, count = 5000) {
  const r = seeded(seed + 77);
  const phone = (options) => wildPhone(r, options);
  const categories = Object.keys(WRITERS);
  return Array.from({ length: count }, () => {
    const category = r.pick(categories);
    return new Run(category).add(...WRITERS[category](r, phone));
  });
}
