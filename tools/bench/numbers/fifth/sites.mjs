// Pages of products: tables and cards (cells), and blocks. Each takes `w`, what a page of one country
// has at hand: `w.phone()`, `w.o` (what is no phone number), `w.words`, `w.random`, and adds to it by
// `w.cell`, `w.short` and `w.block`.
import { twins } from './phones.mjs';

/** Text with numbers in it, from strings and such texts. */
export function line(strings, ...values) {
  let text = '';
  const labels = [];
  const add = (value) => {
    if (Array.isArray(value)) value.forEach(add);
    else if (value && typeof value === 'object') {
      for (const it of value.labels) labels.push({ ...it, start: it.start + text.length, end: it.end + text.length });
      text += value.text;
    } else text += value ?? '';
  };
  strings.forEach((it, at) => {
    add(it);
    if (at < values.length) add(values[at]);
  });
  return { text, labels };
}

/** Rows of columns `[header, cell, share of rows that have it]`; some tables show their headers. */
function table(w, rows, columns) {
  const headed = w.headed();
  const name = w.next();
  for (let row = 0; row < rows; row += 1) {
    columns.forEach(([header, cell, share = 1], at) => {
      if (w.random.chance(share)) w.cell(cell(), headed ? header : undefined, `${name}/${at}`);
    });
  }
}

/** A column keeps to one way of writing more often than not, as an export does. */
const phones = (w, options) => {
  const machine = w.random.chance(0.3);
  const share = machine ? w.pick([0, 1, 1]) : undefined;
  return () => w.phone({ ...options, machine, ...(share === undefined ? {} : { share }) });
};

export const CELLS = {
  orders(w) {
    const { o, words, land, pick, random } = w;
    const order = random.chance(0.12) ? () => o.bareOrder() : () => o.order();
    table(w, random.int(6, 16), [
      [pick(words.order), order, 0.5], [pick(words.date), () => pick([o.stamp(land), o.date(land)]), 0.3], [pick(words.column), phones(w), 0.95],
      [pick(words.total), random.chance(0.3) ? () => o.amount(land) : () => o.money(land), 0.5], [words.tracking, () => o.tracking(), 0.35], [words.product, () => pick([o.sku(), o.barcode()]), 0.2], [words.share, () => o.percent(), 0.05],
    ]);
  },
  shipping(w) {
    const { o, words, land, pick, random } = w;
    table(w, random.int(5, 14), [
      [words.tracking, () => o.tracking(), 0.6], [pick(words.column), () => pick([line`${w.phone()}`, line`${pick(words.people)} - ${w.phone()}`, line`${pick(words.people)} (${w.phone()})`, line`${w.phone()} ${pick(words.people)}`]), 0.9],
      [words.post, () => line`${pick(words.streets)}, ${o.postcode(land)}`, 0.3], [words.size, () => o.size(), 0.25], ['COD', () => o.money(land), 0.35], [words.from, () => line`${o.plate(land)}`, 0.12],
    ]);
  },
  pipeline(w) {
    const { o, words, land, pick, random } = w;
    table(w, random.int(5, 12), [
      ['Deal', () => line`${pick(words.firms)} – ${pick(words.goods)}`, 0.2], [pick(words.total), () => o.money(land), 0.4], [words.share, () => o.percent(), 0.15], [pick(words.date), () => o.date(land), 0.3],
      [pick(words.column), () => pick([line`${w.phone()}`, line`${pick(words.people)}, ${w.phone()}`, line`${w.phone()}; ${w.phone()}`, line`${pick(words.people)} · ${pick(words.firms)} · ${w.phone()}`]), 0.9], [words.customer, () => pick([`KH${random.digits(6)}`, random.digits(8), o.uuid()]), 0.25],
    ]);
  },
  calls(w) {
    const { o, words, land, pick, random } = w;
    const number = phones(w, { extension: false, code: 0.2 });
    table(w, random.int(6, 18), [
      [pick(words.date), () => o.stamp(land), 0.45], [words.from, number, 0.6], [words.to, () => (random.chance(0.3) ? random.digits(pick([3, 4])) : number()), 0.5], [words.time, () => o.duration(), 0.4], ['Call ID', () => pick([`${o.epoch()}.${random.digits(4)}`, o.uuid(), o.millis()]), 0.3],
      ['IP', () => o.ip(), 0.12],
    ]);
  },
  cards(w) {
    const { o, words, land, pick, random } = w;
    const label = pick(words.phone);
    for (let at = random.int(3, 7); at > 0; at -= 1) {
      const inside = random.chance(0.55);
      const put = (name, value) => (inside ? w.short(line`${name}${pick([': ', ': ', ' : ', ' ', ':'])}${value}`) : w.cell(line`${value}`, random.chance(0.75) ? name : undefined));
      put(label, w.phone());
      if (random.chance(0.4)) put(pick(words.phone), w.phone());
      if (random.chance(0.18)) put(words.fax, w.phone({ kind: 'fixed', extension: false }));
      if (random.chance(0.3)) put(words.tax, w.tax());
      if (random.chance(0.15)) put(words.id, land === 'VN' ? o.cccd() : o.ssn());
      if (random.chance(0.15)) put(words.account, o.account());
      if (random.chance(0.2)) put(words.customer, random.fill(pick(['Xxxxxxx', 'Xxxxxxxxx', 'KHxxxxx', 'C-xxxx-xxxx'])));
      if (random.chance(0.15)) put(land === 'VN' ? 'Ngày sinh' : pick(words.date), o.date(land));
      if (random.chance(0.08)) put('GPS', o.place());
    }
  },
  directory(w) {
    const { o, words, land, pick, random } = w;
    for (let at = random.int(4, 9); at > 0; at -= 1) {
      if (random.chance(0.5)) w.short(pick([line`${w.phone()}`, line`☎ ${w.phone()}`, line`📞 ${w.phone()}`, line`${pick(words.phone)}: ${w.phone()}`, line`${w.phone()} · ${o.hours(land)}`, line`${w.phone()} | ${w.phone({ kind: 'free' })}`, line`${pick(words.firms)} ${w.phone()}`]));
      else w.short(pick([line`${pick(words.streets)} · ${w.phone()}`, line`★ ${random.int(1, 4)}.${random.int(0, 9)} (${random.int(10, 4000)}) · ${w.phone()}`, line`${o.hours(land)} | ${w.phone()}`, line`[${w.phone()}] ${pick(words.people)}`]));
      if (random.chance(0.35)) w.short(pick([line`${o.place()}`, line`${pick(words.streets)} ${o.postcode(land)}`, line`★ ${random.int(1, 4)}.${random.int(0, 9)} (${random.digits(4)})`, line`${o.hours(land)}`, line`© ${o.years()} ${pick(words.firms)}`, line`${o.hidden()} · ${land === 'VN' ? 'Bấm để hiện số' : 'Show number'}`]));
    }
  },
  stock(w) {
    const { o, words, land, pick, random } = w;
    table(w, random.int(4, 9), [
      [words.product, () => o.sku(), 0.6], ['EAN', () => o.barcode(), 0.5], [pick(['IMEI', 'Serial']), () => o.imei(), 0.25], [words.size, () => o.size(), 0.3], [pick(words.total), () => o.amount(land), 0.4], ['ISBN', () => o.isbn(), 0.2],
    ]);
  },
  system(w) {
    const { o, pick, random } = w;
    for (let at = random.int(4, 9); at > 0; at -= 1) {
      w.short(line`${pick([
        () => `${o.ip()} - - "GET /api/v2/orders/${random.digits(8)}" 200 ${random.int(100, 90000)}`, () => `created_at: ${o.epoch()}`, () => `{"id":${random.digits(10)},"ts":${o.millis()}}`, () => `build ${o.version()} (${o.hex()})`, () => `session ${o.uuid()}`,
        () => `latency p99 ${random.int(10, 900)}.${random.digits(3)} ms`, () => `ref=${o.hex()}`, () => `Chrome/${o.version()}`, () => `exp=${o.epoch()}; path=/`, () => o.link(), () => o.link(), () => `node-${random.int(1, 9)} ${o.ip()} up ${random.int(1, 400)} days`,
      ])()}`);
    }
  },
  scores(w) {
    const { o, pick, random, land } = w;
    for (let at = random.int(3, 6); at > 0; at -= 1) w.short(line`${pick([() => o.result(), () => `Hà Nội FC ${o.result()} Nam Định`, () => `Lakers ${random.int(80, 130)}-${random.int(80, 130)} Celtics (${o.years()})`, () => o.many(), () => `VN-Index 1.${random.digits(3)},${random.digits(2)} (${o.percent()})`, () => `${o.flight()} ${o.time()} → ${o.time()} Gate ${random.int(1, 40)}`, () => `${o.plate(land)}`, () => `${o.money(land)} – ${o.money(land)}`])()}`);
  },
  payments(w) {
    const { o, words, land, pick, random } = w;
    for (let at = random.int(3, 7); at > 0; at -= 1) {
      const [name, value] = pick([[words.account, () => o.account()], ['IBAN', () => o.iban()], [pick(['Card', 'Visa', 'Thẻ']), () => o.card()], ['Ref', () => `FT${random.digits(14)}`], [words.tax, () => w.tax()], [pick(['Invoice', 'Hoá đơn số', 'INV']), () => random.digits(pick([7, 8, 10]))], [pick(words.order), () => o.bareOrder()], ['Routing', () => o.routing()], ['SWIFT/BIC', () => 'BFTVVNVX007']]);
      if (random.chance(0.5)) w.short(line`${name}: ${value()}`);
      else w.cell(line`${value()}`, name);
    }
    if (random.chance(0.5)) w.short(line`${pick(words.total)} ${o.money(land)}`);
  },
  /** The only place where ten bare digits stand and nothing says what they are. */
  bare(w) {
    for (let at = w.random.int(2, 4); at > 0; at -= 1) w.cell(line`${w.random.fill(w.pick(['Xxxxxxxxxx', '0xxxxxxxxx', '1xxxxxxxxx', '20xxxxxxxx']))}`);
  },
};

const VN = {
  ticket: (w) => w.pick([
    () => line`Khách ${w.who()} báo chưa nhận được đơn ${w.o.order()}, đã gọi lại số ${w.phone()} lúc ${w.o.time()} nhưng không nghe máy.`,
    () => line`[#${w.random.digits(6)}] Yêu cầu xuất hoá đơn MST ${w.o.mst()}, số tiền ${w.o.money('VN')}. SĐT người liên hệ: ${w.phone()}`,
    () => line`KH đổi số từ ${w.phone({ kind: 'mobile' })} sang ${w.phone({ kind: 'mobile' })}, nhờ cập nhật giúp trước ${w.o.date('VN')}.`,
    () => line`Máy seri ${w.o.imei()} lỗi nguồn, bảo hành tới ${w.o.date('VN')}. Gọi ${w.phone()} trước khi qua.`,
    () => line`Đơn ${w.o.order()} – vận đơn ${w.o.tracking()} – hoàn ${w.o.money('VN')} vào tài khoản ${w.o.account()} Vietcombank, chủ TK ${w.who()}.`,
    () => line`Phản hồi sau ${w.random.int(2, 48)}h, mã phiếu ${w.random.digits(8)}, app bản ${w.o.version()}.`,
  ])(),
  chat: (w) => w.pick([
    () => line`Dạ anh/chị cho em xin số điện thoại ạ\n${w.phone({ kind: 'mobile' })} nhé em`,
    () => line`sdt mình ${w.phone({ kind: 'mobile' })}, ship giờ hành chính giúp mình`,
    () => line`Shop ơi ${w.phone({ kind: 'mobile' })} – ${w.pick(w.words.people)} – ${w.pick(w.words.streets)}, lấy 2 cái size 42 giá ${w.o.money('VN')} nha`,
    () => line`ib zalo e ${w.phone({ kind: 'mobile' })} (${w.who()}) e báo giá, bên e ck ${w.o.percent()}`,
    () => line`Mình chuyển khoản rồi, STK ${w.o.account()} MB Bank, mã giao dịch FT${w.random.digits(12)}, ${w.o.money('VN')}`,
    () => line`Mã OTP là ${w.random.digits(6)}, không chia sẻ cho ai. Cần hỗ trợ gọi ${w.phone({ kind: 'free' })}`,
    () => line`Đơn ${w.o.order()} của mình tới đâu rồi shop? Đặt từ ${w.o.date('VN')} mà.`,
    () => line`Link nè shop ${w.o.link()} còn hàng ko, mail em ${w.random.digits(9)}@qq.example`,
    () => line`gọi e qua ${w.phone()} hoặc ${w.phone()} đều được ạ`,
    () => line`bạn gọi số này nha: ${w.phone({ kind: 'mobile' })}`,
  ])(),
  listing: (w) => w.pick([
    () => line`Bán nhà ${w.pick(w.words.streets)}, DT ${w.o.size()}, giá ${w.random.int(2, 30)},${w.random.int(1, 9)} tỷ TL. LH chính chủ: ${w.phone({ kind: 'mobile' })}`,
    () => line`Cho thuê căn hộ ${w.random.int(50, 120)}m2, ${w.random.int(8, 30)}.000.000đ/tháng, cọc 2 tháng. Gọi ${w.phone({ kind: 'mobile' })} gặp ${w.who()} (miễn trung gian)`,
    () => line`Tuyển ${w.random.int(2, 20)} nhân viên kho, lương ${w.random.int(7, 12)}-${w.random.int(13, 25)} triệu.\nNộp hồ sơ trước ${w.o.date('VN')} tại ${w.pick(w.words.streets)}\nĐT: ${w.phone()} – ${w.phone()}`,
    () => line`Toyota Vios ${w.random.int(2015, 2024)}, biển ${w.o.plate('VN')}, odo ${w.random.int(20, 90)}.000 km, giá ${w.o.money('VN')} – ${w.phone({ kind: 'mobile' })}`,
    () => line`Sổ đỏ số BK ${w.random.digits(6)}, thửa ${w.random.int(10, 900)}, tờ bản đồ ${w.random.int(1, 60)}, diện tích ${w.random.int(50, 900)}.${w.random.digits(1)}m². Toạ độ ${w.o.place()}`,
    () => line`Đất nền ${w.random.int(80, 200)}m2 giá ${w.random.int(1, 9)} tỷ ${w.random.int(100, 900)} triệu, xem đất A/C gọi ${twins(w.random)}`,
  ])(),
  contact: (w) => w.pick([
    () => line`${w.pick(w.words.firms)}\nĐịa chỉ: ${w.pick(w.words.streets)}\nĐT: ${w.phone({ kind: 'fixed' })} – Fax: ${w.phone({ kind: 'fixed', extension: false })}\nMST: ${w.o.mst()}`,
    () => line`Hotline: ${w.phone({ kind: 'free' })} (${w.o.hours('VN')})\nKỹ thuật: ${w.phone({ kind: 'mobile' })} | Kinh doanh: ${w.phone({ kind: 'mobile' })}`,
    () => line`Tổng đài CSKH ${w.phone({ kind: 'free', extension: false })} (cước ${w.random.int(1, 8)}.000đ/phút)`,
    () => line`VPĐD tại ${w.pick(w.words.streets)} * Tel: ${w.phone({ kind: 'fixed' })} * Email: info@anphat.example`,
    () => line`Giấy phép ĐKKD số ${w.o.mst()} do Sở KH&ĐT TP.HCM cấp ngày ${w.o.date('VN')}. Điện thoại: ${w.phone()}`,
    () => line`${w.pick(w.words.firms)} © ${w.o.years()} | Zalo/Viber: ${w.phone({ kind: 'mobile' })} | ${w.phone({ kind: 'free' })}`,
  ])(),
  mail: (w) => w.pick([
    () => line`Trân trọng,\n${w.pick(w.words.people)}\nTrưởng phòng Kinh doanh\nM: ${w.phone({ kind: 'mobile' })} | T: ${w.phone({ kind: 'fixed' })}`,
    () => line`Vào ${w.o.time()} ${w.o.date('VN')}, ${w.who()} <lan.vu@saomai.example> đã viết:\n> Anh gọi giúp em số ${w.phone()} nhé`,
    () => line`Kính gửi Quý khách, hợp đồng số ${w.random.digits(4)}/HĐMB-2026 trị giá ${w.o.money('VN')} đến hạn ${w.o.date('VN')}. Mọi thắc mắc xin liên hệ ${w.phone()}.`,
    () => line`--\n${w.pick(w.words.people)} (Mr.)\nMobile: ${w.phone({ kind: 'mobile' })} (Zalo, WhatsApp)\n${w.pick(w.words.streets)}`,
  ])(),
  minutes: (w) => w.pick([
    () => line`- Chốt ngân sách ${w.o.money('VN')} cho Q${w.random.int(1, 4)}/2026, tăng ${w.o.percent()}\n- ${w.who()} gọi NCC (${w.phone()}) trước ${w.o.date('VN')}`,
    () => line`3. Kho Bình Dương: tồn ${w.o.many()}, xe ${w.o.plate('VN')} về lúc ${w.o.time()}, lái xe ${w.phone({ kind: 'mobile' })}`,
    () => line`Họp ${w.o.time()} – ${w.o.stamp('VN')}, phòng ${w.random.int(100, 1200)}, ID họp ${w.random.fill('Xxx xxxx xxxx')}, mật khẩu ${w.random.digits(6)}`,
    () => line`Đoàn bay ${w.o.flight()} ngày ${w.o.date('VN')}, mã đặt chỗ XK${w.random.digits(3)}P, trưởng đoàn ${w.who()} ${w.phone({ kind: 'mobile' })}`,
  ])(),
  invoice: (w) => w.pick([
    () => line`Hoá đơn GTGT số ${w.random.digits(8)} ký hiệu 1C26TAA\nĐơn vị bán: ${w.pick(w.words.firms)}, MST ${w.o.mst()}\nĐiện thoại: ${w.phone()}\nTổng cộng: ${w.o.money('VN')}`,
    () => line`Số TK: ${w.o.account()} tại Techcombank – CN Sài Gòn\nNội dung: ${w.o.order()} ${w.phone({ kind: 'mobile', share: 1, machine: true })}`,
    () => line`Người nhận: ${w.pick(w.words.people)}, CCCD ${w.o.cccd()} cấp ${w.o.date('VN')}; SĐT ${w.phone({ kind: 'mobile' })}`,
    () => line`GD: -${w.o.amount('VN')} VND; ${w.o.stamp('VN')}; SD: ${w.o.amount('VN')} VND; ND: CT DEN ${w.random.digits(12)}`,
    () => line`Kiện ${w.random.int(1, 9)}/${w.random.int(10, 20)}, ${w.o.size()}, thu hộ ${w.o.money('VN')}, người nhận ${w.who()} ${w.phone({ kind: 'mobile' })}, mã ${w.o.tracking()}`,
  ])(),
};

const US = {
  ticket: (w) => w.pick([
    () => line`Caller says order ${w.o.order()} never arrived; call back at ${w.phone()} after ${w.o.time()}.`,
    () => line`Case ${w.random.digits(8)}: refund of ${w.o.money('US')} to card ${w.o.card()} pending since ${w.o.date('US')}.`,
    () => line`Left a voicemail for ${w.who()} (${w.phone()}), UPS shows ${w.o.tracking()} as delivered ${w.o.date('US')}`,
    () => line`Agent ${w.o.version()} on ${w.o.ip()} times out, see trace ${w.o.uuid()}`,
    () => line`Customer's old number ${w.phone()} is out of service, new one is ${w.phone()}.`,
    () => line`Please update account ${w.random.digits(10)} – billing ZIP ${w.o.postcode('US')}, phone on file ${w.o.hidden()}.`,
  ])(),
  chat: (w) => w.pick([
    () => line`sure, my cell is ${w.phone()} – text is best`,
    () => line`Can you reach me at ${w.phone()} or ${w.phone()}?`,
    () => line`Thanks! Your confirmation number is ${w.random.digits(10)}. Anything else? You can also call ${w.phone({ kind: 'free' })} ${w.o.hours('US')}.`,
    () => line`it's ${w.o.size()}, paid ${w.o.money('US')} on ${w.o.date('US')}, model ${w.o.sku()}`,
    () => line`${w.phone()} thats my number lol`,
    () => line`Your code is ${w.random.digits(6)}. Reply STOP to ${w.o.short()} to opt out.`,
  ])(),
  listing: (w) => w.pick([
    () => line`${w.random.int(2, 5)} bd ${w.random.int(1, 3)} ba, ${w.random.int(900, 3900)} sqft, ${w.o.money('US')}/mo. MLS# ${w.random.digits(8)}. Call ${w.who()} at ${w.phone()} to tour.`,
    () => line`Now hiring drivers! ${w.random.int(20, 35)}-${w.random.int(36, 60)}/hr, apply by ${w.o.date('US')} or call/text ${w.phone()}`,
    () => line`${w.pick(w.words.streets)}, Austin, TX ${w.o.postcode('US')} · APN ${w.random.fill('xxx-xxx-xxx')} · built ${w.random.int(1920, 2022)} · Lot ${w.random.int(4000, 9000)} sqft`,
    () => line`2019 Ford F-150, VIN 1FTEW1E5${w.random.digits(9)}, ${w.o.many()} miles, asking ${w.o.money('US')} OBO. ${w.phone()}, ask for ${w.who()}`,
    () => line`Job ref ${w.random.digits(7)}; recruiter ${w.pick(w.words.people)}, ${w.phone()}; start ${w.o.date('US')}`,
  ])(),
  contact: (w) => w.pick([
    () => line`${w.pick(w.words.firms)}\n${w.pick(w.words.streets)}\nPhone: ${w.phone()}\nFax: ${w.phone({ extension: false })}`,
    () => line`Sales: ${w.phone()} | Support: ${w.phone({ kind: 'free' })} | ${w.o.hours('US')}`,
    () => line`Call toll-free ${w.phone({ kind: 'free' })}, outside the U.S. dial ${w.phone({ share: 0 })}`,
    () => line`Visit us at ${w.pick(w.words.streets)} (${w.o.place()}) or call ${w.phone()}.`,
    () => line`License #${w.random.digits(7)} · NPI ${w.o.npi()} · EIN ${w.o.ein()} · T ${w.phone()} F ${w.phone({ extension: false })}`,
    () => line`T: ${w.phone()} / F: ${w.phone({ extension: false })} © ${w.o.years()}`,
  ])(),
  mail: (w) => w.pick([
    () => line`Best,\n${w.pick(w.words.people)}\n${w.pick(w.words.firms)}\no: ${w.phone()} | m: ${w.phone()}`,
    () => line`On ${w.o.date('US')} at ${w.o.time()}, ${w.pick(w.words.people)} wrote:\n> please send the PO (${w.o.order()}) to me, my direct line is ${w.phone()}`,
    () => line`Hi ${w.who()}, wiring ${w.o.money('US')} today: routing ${w.o.routing()}, account ${w.random.digits(10)}, ref ${w.o.order()}.`,
    () => line`${w.pick(w.words.people)} | Account Executive | ${w.phone()} | ${w.pick(w.words.streets)}`,
    () => line`Sent from my iPhone\n${w.phone()} (cell)\n${w.phone()} (office)`,
  ])(),
  minutes: (w) => w.pick([
    () => line`* Budget ${w.o.money('US')} (${w.o.percent()} over FY${w.random.int(20, 27)})\n* AI: ${w.who()} to call vendor at ${w.phone()} by ${w.o.date('US')}`,
    () => line`Dial-in: ${w.phone({ extension: false })}, passcode ${w.random.digits(6)}#, meeting ID ${w.random.fill('Xxx xxxx xxxx')}`,
    () => line`Flight ${w.o.flight()} lands ${w.o.time()}, conf. ${w.random.fill('XxxxxxX')}, driver ${w.phone()}`,
    () => line`Q3: ${w.o.many()} units, ${w.o.percent()} returns, last audit ${w.o.date('US')}, score ${w.o.result()}`,
  ])(),
  invoice: (w) => w.pick([
    () => line`Invoice ${w.random.digits(8)}\nBill to: ${w.pick(w.words.firms)}\nQuestions? ${w.phone()}\nBalance due: ${w.o.money('US')}`,
    () => line`Remit ACH: routing ${w.o.routing()} acct ${w.random.digits(10)} • EIN ${w.o.ein()} • AR dept ${w.phone()}`,
    () => line`Qty ${w.random.int(1, 99)} @ ${w.o.money('US')} UPC ${w.o.barcode()} PO ${w.random.digits(10)}`,
    () => line`Ship to: ${w.pick(w.words.people)}, ${w.pick(w.words.streets)}, ${w.o.postcode('US')}, ${w.phone()}\nFedEx ${w.random.digits(12)}, ${w.o.size()}`,
  ])(),
};

const DE = [
  (w) => line`Mit freundlichen Grüßen\n${w.pick(w.words.people)}\nTel.: ${w.phone()}\nFax: ${w.phone({ kind: 'fixed', extension: false })}`,
  (w) => line`Bitte rufen Sie uns bis ${w.o.date('DE')} unter ${w.phone()} zurück, Vorgang ${w.random.digits(9)}.`,
  (w) => line`${w.pick(w.words.firms)}, HRB ${w.random.digits(6)} B, USt-IdNr. ${w.o.ust()}, St.-Nr. ${w.random.fill('xx/xxx/xxxxx')}, IBAN ${w.o.iban()}`,
  (w) => line`Rechnung ${w.random.digits(8)} über ${w.o.money('DE')}, Rückfragen: ${w.phone()}`,
];
const FR = [
  (w) => line`Cordialement,\n${w.pick(w.words.people)}\nTél. : ${w.phone()}\nMob. : ${w.phone({ kind: 'mobile' })}`,
  (w) => line`Merci de rappeler M. Garnier au ${w.phone()} avant le ${w.o.date('FR')}, dossier n° ${w.random.digits(9)}.`,
  (w) => line`${w.pick(w.words.firms)} – SIRET ${w.o.siret()} – RCS Paris ${w.o.siren()} – capital ${w.o.money('FR')} – ${w.phone()}`,
  (w) => line`Facture F${w.random.digits(8)} : ${w.o.money('FR')}, IBAN ${w.o.iban()}`,
];
const JP = [
  (w) => line`${w.pick(w.words.firms)}\n${w.o.postcode('JP')} ${w.pick(w.words.streets)}\nTEL ${w.phone()}　FAX ${w.phone({ kind: 'fixed', extension: false })}`,
  (w) => line`${w.pick(w.words.people)}様より${w.o.time()}に着電、折り返し${w.phone()}までお願いします。`,
  (w) => line`ご注文番号${w.random.digits(10)}、合計${w.o.money('JP')}、お届け予定${w.o.date('JP')}`,
  (w) => line`法人番号 ${w.o.houjin()}、お問い合わせ：${w.phone()}（平日9:00～18:00）`,
];
const GB = [
  (w) => line`Kind regards,\n${w.pick(w.words.people)}\nTel: ${w.phone()} | Mob: ${w.phone({ kind: 'mobile' })}`,
  (w) => line`Ring the office on ${w.phone()} quoting ref ${w.random.digits(8)}; rent ${w.o.money('GB')} pcm.`,
  (w) => line`VAT No ${w.o.gbVat()}, Company No ${w.random.digits(8)}, sort code ${w.random.fill('xx-xx-xx')}, account ${w.random.digits(8)}`,
  (w) => line`${w.pick(w.words.firms)}, ${w.pick(w.words.streets)}. Call ${w.phone()} (${w.o.hours('US')})`,
];

/** A block, or a few of them from one page. */
export function blocks(w) {
  const all = { VN, US }[w.land];
  const kind = all ? w.pick(Object.keys(all)) : w.land;
  const list = { DE, FR, JP, GB }[w.land];
  for (let at = w.random.int(3, 6); at > 0; at -= 1) w.block(all ? all[kind](w) : w.pick(list)(w), kind);
}
