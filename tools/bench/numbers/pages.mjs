// Pages of a CRM with every number labelled. A page is a list of runs, as the content script sends
// them: the text of one block. Three layouts that share nothing but phone numbers and the other
// things made of digits; `notes` is held back: nobody looks at its mistakes when changing the finder.
import { seeded } from './random.mjs';
import { others } from './others.mjs';
import { phone } from './phones.mjs';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Smith', 'Jones', 'Müller', 'Schmidt', 'Dubois', 'Laurent', '佐藤', '鈴木', 'Garcia', 'Đặng'];
const GIVEN = ['Văn An', 'Thị Bình', 'Minh', 'Hồng', 'John', 'Mary', 'Jürgen', 'Chloé', '太郎', 'Quốc Đạt', 'Emma', 'Lan'];
const STREETS = ['Lê Lợi', 'Nguyễn Huệ', 'Main St', 'High Street', 'Hauptstraße', 'rue de Rivoli', 'Trần Phú', '銀座'];

const name = (r) => `${r.pick(FAMILY)} ${r.pick(GIVEN)}`;
const address = (r) => r.pick([`${r.int(1, 900)} ${r.pick(STREETS)}, Q.${r.int(1, 12)}`, `${r.int(1, 400)}/${r.int(1, 60)} ${r.pick(STREETS)}`, `${r.int(1, 9000)} ${r.pick(STREETS)}, ${r.digits(5)}`, `${r.pick(STREETS)} ${r.int(1, 200)}, ${r.digits(5)} Berlin`]);

/** Text that is put together, numbers with their labels. */
class Run {
  constructor() {
    this.text = '';
    this.labels = [];
  }

  say(text) {
    this.text += text;
    return this;
  }

  call(number) {
    const start = this.text.length;
    this.text += number.text;
    this.labels.push({ ...number, start, end: this.text.length });
    return this;
  }
}

const HEADERS = {
  date: 'Ngày', price: 'Giá trị', order: 'Mã đơn', tax: 'Mã số thuế', coordinates: 'GPS', ip: 'IP', card: 'Thẻ', account: 'Tài khoản', book: 'ISBN', tracking: 'Vận đơn', epoch: 'Cập nhật', version: 'Phiên bản', uuid: 'UUID', identity: 'CCCD', quantity: 'Số lượng', range: 'Thời gian',
};

/** A table: ten cells a row in ten columns, headers far away; the ninth column means something else every 100 rows. */
function table(random, rows) {
  const runs = [];
  let row = 0;
  let place = 0;
  const cell = (hint) => {
    const run = new Run();
    run.hint = hint;
    run.column = `${Math.floor(row / 100)} ${(place += 1)}`;
    runs.push(run);
    return run;
  };
  const kinds = ['date', 'price', 'order', 'tax', 'coordinates', 'ip', 'card', 'account', 'book', 'tracking', 'epoch', 'version', 'uuid', 'identity', 'quantity', 'range'];
  for (; row < rows; row += 1) {
    place = 0;
    cell().say(String(row + 1));
    cell().say(name(random));
    const column = kinds[Math.floor(row / 100) % kinds.length];
    const numbers = cell('Điện thoại').call(phone(random));
    if (random.chance(0.15)) numbers.say(random.pick([' / ', ', ', '; ', ' - '])).call(phone(random));
    cell().say(address(random));
    cell('Ngày tạo').say(others.date(random));
    cell('Giá trị').say(others.price(random));
    cell('Mã đơn').say(others.order(random));
    const second = cell('Thông tin khác');
    if (random.chance(0.15)) second.say(random.pick(['Tel: ', 'Fax: ', 'Zalo ', 'Mobile '])).call(phone(random));
    else second.say(others[random.pick(kinds)](random));
    cell(HEADERS[column]).say(others[column](random));
    cell('Ghi chú').say(random.chance(0.4) ? others[random.pick(kinds)](random) : random.pick(['mới', 'won', 'đang gọi', 'lost', 'VIP']));
  }
  return runs;
}

const PHONE_LABELS = ['ĐT: ', 'Điện thoại: ', 'SĐT ', 'Hotline: ', 'Tel: ', 'Tel. ', 'Phone: ', 'Mobile: ', 'Fax: ', 'Zalo: ', 'Di động ', 'Liên hệ ', '☎ ', '📞 ', 'T: ', 'M: ', 'Tél. ', 'Telefon: ', '電話: ', 'Máy bàn: '];
const OTHER_LABELS = {
  tax: ['MST: ', 'Mã số thuế: ', 'Tax ID: ', 'VAT '],
  order: ['Mã đơn: ', 'Order ', 'Order no. ', 'Invoice: ', 'Hóa đơn ', 'Số HĐ: '],
  identity: ['CCCD: ', 'CMND ', 'Passport: '],
  account: ['STK: ', 'Số tài khoản: ', 'IBAN: ', 'Account no. '],
  tracking: ['Vận đơn: ', 'Tracking: ', 'Mã vận đơn '],
  price: ['Giá: ', 'Tổng cộng: ', 'Total: ', 'Công nợ ', 'Balance: '],
  date: ['Ngày: ', 'Date: ', 'Sinh ngày '],
  coordinates: ['GPS: ', 'Tọa độ '],
  ip: ['IP ', 'Host: '],
  epoch: ['ts=', 'Updated: '],
  book: ['ISBN: ', ''],
};

/** Cards: a line of label and value, or several in one paragraph. */
function cards(random, count) {
  const runs = [];
  const kinds = Object.keys(OTHER_LABELS);
  const line = (run) => {
    if (random.chance(0.35)) {
      run.say(random.chance(0.75) ? random.pick(PHONE_LABELS) : '').call(phone(random, { extensions: 0.08 }));
      if (random.chance(0.12)) run.say(random.pick([' hoặc ', ' / ', ' - ', ', '])).call(phone(random, { extensions: 0 }));
    } else {
      const kind = random.pick(kinds);
      run.say(random.chance(0.7) ? random.pick(OTHER_LABELS[kind]) : '').say(others[kind](random));
    }
  };
  for (let at = 0; at < count; at += 1) {
    runs.push(new Run().say(name(random)));
    const lines = random.int(3, 7);
    if (random.chance(0.3)) {
      const run = new Run().say(`${address(random)} `);
      for (let each = 0; each < lines; each += 1) line(each ? run.say(random.pick([' | ', ' · ', ', ', ' — '])) : run);
      runs.push(run);
      continue;
    }
    for (let each = 0; each < lines; each += 1) {
      const run = new Run();
      line(run);
      runs.push(run);
    }
  }
  return runs;
}

const CALLS = [
  (r, run) => run.say('Khách hẹn gọi lại số ').call(phone(r)).say(` lúc ${r.int(7, 20)}h ngày ${others.date(r)}.`),
  (r, run) => run.say(`${name(r)} rang from `).call(phone(r)).say(` about ${others.order(r)}, wants ${others.price(r)} back`),
  (r, run) => run.say('Chuyển khoản ').say(others.price(r)).say(' rồi nhắn zalo ').call(phone(r)).say(' giúp em'),
  (r, run) => run.say('Please reach me on ').call(phone(r)).say(' or at the office (').call(phone(r, { extensions: 0.3 })).say(').'),
  (r, run) => run.say('Bitte zurückrufen unter ').call(phone(r)).say(`, Kundennummer ${r.digits(7)}`),
  (r, run) => run.say('Rappeler M. Dubois au ').call(phone(r)).say(` avant le ${others.date(r)}`),
  (r, run) => run.call(phone(r)).say(' – không nghe máy, thử lại sau'),
  (r, run) => run.say('お電話は').call(phone(r)).say('まで'),
  (r, run) => run.say('Giao hàng: ').say(address(r)).say(', người nhận ').say(name(r)).say(' ').call(phone(r)),
  (r, run) => run.say('Left voicemail (').call(phone(r, { extensions: 0 })).say(`) ${others.date(r)}`),
];
const OTHERS = [
  (r, run) => run.say('Đơn ').say(others.order(r)).say(' đã thanh toán ').say(others.price(r)),
  (r, run) => run.say('Login from ').say(others.ip(r)).say(' at ').say(others.epoch(r)),
  (r, run) => run.say('Chuyển vào tài khoản ').say(others.account(r)).say(' Vietcombank'),
  (r, run) => run.say('Công ty có mã số thuế ').say(others.tax(r)).say(` cấp ngày ${others.date(r)}`),
  (r, run) => run.say('shipment ').say(others.tracking(r)).say(' delivered ').say(others.date(r)),
  (r, run) => run.say('xem vị trí ').say(others.coordinates(r)),
  (r, run) => run.say('client ').say(others.version(r)).say(' crashed, id ').say(others.uuid(r)),
  (r, run) => run.say('Thẻ ').say(others.card(r)).say(' hết hạn'),
  (r, run) => run.say('Sách ').say(others.book(r)).say(' còn ').say(others.quantity(r)),
  (r, run) => run.say(`từ năm ${others.range(r)} doanh thu `).say(others.price(r)),
  (r, run) => run.say(`CCCD số ${others.identity(r)}, sinh ${others.date(r)}`),
  (r, run) => run.say('Báo giá: ').say(others.price(r)).say(' → ').say(others.price(r)).say(' (chưa VAT)'),
];

/** Notes: sentences that people typed. */
function notes(random, count) {
  const runs = [];
  for (let at = 0; at < count; at += 1) {
    const run = new Run();
    random.pick(random.chance(0.45) ? CALLS : OTHERS)(random, run);
    if (random.chance(0.15)) random.pick(OTHERS)(random, run.say('. '));
    runs.push(run);
  }
  return runs;
}

/** The pages of a seed. */
export function pages(seed) {
  return {
    table: table(seeded(seed), 2000),
    cards: cards(seeded(seed + 1), 1200),
    notes: notes(seeded(seed + 2), 4000),
  };
}
