// Words, names and identifiers of Vietnamese and of American pages.
import { common, grouped, pad, say, withCheckDigit, withoutAccents } from './engine.mjs';
import { numbers } from './numbers.mjs';

/** A choice that needs more than one line. */
const among = (text) => `<${text.replace(/\n/g, '')}>`;

const money = ({ random }) => random.weighted([[5, () => random.int(1, 99) * 1000], [5, () => random.int(10, 999) * 1000],
  [4, () => random.int(10, 990) * 10000], [3, () => random.int(10, 999) * 100000], [2, () => random.int(1, 90) * 1000000],
  [0.4, () => random.int(1, 9000) * 1000000], [1, () => random.int(1000000, 98765432)]])();

/** Ten digits with their check digit; the first two or three tell the province. */
function taxCode({ random }, branch) {
  for (;;) {
    const body = random.pick(['010', '031', '010', '031', '370', '360', '020', '040', '110', '180', '430', '050', '030']) + random.fill('xxxxxx');
    const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((total, weight, at) => total + weight * Number(body[at]), 0);
    const check = 10 - (sum % 11);
    if (check >= 0 && check < 10) return body + check + (branch || random.chance(0.08) ? `-00${random.int(1, 9)}` : '');
  }
}

function citizenId({ random }) {
  const province = random.pick('001 001 079 079 031 048 092 034 036 038 040 030 033 037 022 024 027 068 077 075 074 080 082 089 091'.split(' '));
  return province + random.pick(['0', '1', '0', '1', '2', '3']) + random.fill('[0789]x') + random.fill('xxxxxx');
}

const tracking = {
  ghn: 'G@@xX@@x',
  spx: 'SP[X]VN0[56]xxxxxxxxxx',
  ghtk: 'S2Xxxxxxx.HN[1234].L[12345].Xxxxxxxxx',
  vtp: '1[2345]xxxxxxxxxx',
  jt: '8[56]xxxxxxxxxx',
  vnpost: 'E[ABCEH]xxxxxxxxxVN',
  best: '66[68]xxxxxxxxxxx',
  ninja: 'NVVN@xxxxxxxxx',
};

const accounts = ['1[0]Xxxxxxxx', '00[1237]1000xxxxxx', '19[0]Xxxxxxxxxxx', '21[15]10000xxxxxx', '1[0][3578]8xxxxxxxx', 'Xxxxxxxxx', '0[14]xxxxxxx01',
  '1[357]00205xxxxxx', '6[0]2704060xxxxxx', '[68]xxx8888xx', '45[01]1xxxxxxx', '0600[1234]xxxxxxx', '9704xxxxxx'];

const bareMail = (context) => {
  const { random } = context;
  const [given, family] = [say(context, '{ten}'), say(context, '{ho}')].map((it) => withoutAccents(it).toLowerCase());
  const local = random.pick([given + family, `${given}.${family}`, `${family}${given}`, `${given}_${family}`]);
  const tail = random.pick(['', '', random.int(1, 99), random.int(1975, 2004), `${random.int(10, 28)}${pad(random.int(1, 12))}`]);
  return `${local}${tail}@${random.pick(['gmail.com', 'gmail.com', 'yahoo.com.vn', 'hotmail.com', 'vnpt.vn', 'fpt.com.vn', 'hoaphat.com.vn'])}`;
};

export const vietSlots = {
  ...common,
  ...numbers,
  ho: '<Nguyễn|Nguyễn|Nguyễn|Nguyễn|Trần|Trần|Lê|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Trịnh|Cao>',
  dem: '<Văn|Thị|Thị|Minh|Ngọc|Thanh|Hữu|Đức|Quang|Thu|Kim|Xuân|Hoàng|Gia|Bảo|Anh|Hồng|Phương|Thị Thu|Thị Kim|Công|Quốc>',
  ten: among(`
An|Bình|Châu|Dũng|Giang|Hà|Hải|Hạnh|Hiếu|Hoa|Hùng|Hương|Khánh|Khoa|Lan|Linh|Long|Mai|Minh|Nam|Nga|Ngân|Phong|Phúc|Quân|Quỳnh|Sơn|Tâm|Thảo|
Thắng|Thủy|Trang|Trung|Tuấn|Tú|Uyên|Vân|Việt|Vy|Yến|Đạt|Đông`),
  name: '{ho} {dem} {ten}',
  NAME: (context) => say(context, '{name}').toUpperCase(),
  nameu: (context) => withoutAccents(say(context, '{name}')).toUpperCase(),
  xung: '<anh|chị|em|cô|chú|bác|mình|a|c|e|Mr|Ms|ông|bà>',
  duong: among(`
Nguyễn Trãi|Lê Lợi|Trần Hưng Đạo|Nguyễn Văn Linh|Cách Mạng Tháng 8|Điện Biên Phủ|Hai Bà Trưng|Láng Hạ|Cầu Giấy|Phạm Văn Đồng|Nguyễn Huệ|
Lý Thường Kiệt|Quang Trung|3 Tháng 2|Xô Viết Nghệ Tĩnh|
Võ Văn Kiệt|Tôn Đức Thắng|Hùng Vương|Trường Chinh|Giải Phóng|30/4|Lê Văn Sỹ`),
  quan: '<Q.1|Quận 3|Q. Bình Thạnh|Q.7|quận Tân Bình|P. Bến Nghé, Q.1|Cầu Giấy|Đống Đa|Hà Đông|TP. Thủ Đức|Q12|Gò Vấp|phường 12, Tân Bình|Hải Châu>',
  tinh: '<Hà Nội|TP.HCM|TP. Hồ Chí Minh|Đà Nẵng|Cần Thơ|Hải Phòng|Bình Dương|Đồng Nai|Nghệ An|Quảng Ninh|Lâm Đồng|Khánh Hòa|Huế|Long An|Bắc Ninh>',
  addr: `<Số |||>{num:1-450}<|/{num:2-90}|{x:[ABC]}> <đường |||>{duong}, {quan}, {tinh}`,
  nganh: '<Thương mại Dịch vụ|Xây dựng|Sản xuất|Đầu tư|Vận tải|Du lịch|Xuất nhập khẩu|Công nghệ|Dược phẩm|Bất động sản|Cơ khí|Nội thất>',
  hieu: '<Hoàng Gia|Minh Phát|Tân Á|An Khang|Việt Tiến|Thành Công|Đại Nam|Hưng Thịnh|Sao Mai|Phú Mỹ|Nam Long|Thiên Ân|Đông Á|Kim Long|Bình Minh>',
  cty: '<Công ty TNHH|CÔNG TY CỔ PHẦN|Công ty CP|Cty TNHH|CTY|Công ty TNHH MTV> {nganh} {hieu}',
  shop: '<Shop Mẹ Bé|Tiệm Hoa|Spa|Phở|Quán Ốc|Bún Bò|Gara|Nha khoa|Nhà thuốc|Salon|Homestay|Cafe|Sửa khóa|Cơm tấm|Photocopy|Điện máy> {hieu}',
  hang: among(`
Áo thun nam|Bánh trung thu|Nồi chiên không dầu|Giày sneaker|Tai nghe bluetooth|Kem chống nắng|Sữa bột|Máy khoan|Ghế massage|Bàn phím cơ|
Serum vitamin C|Balo laptop|Túi xách|Son|Gạo ST25|Ốp lưng iPhone|Đèn LED|Quạt điều hòa`),
  xe: '<Honda SH 150i|Toyota Vios 1.5G|Air Blade 125|Mazda 3 2019|Vision 2021|Hyundai Accent 1.4 AT|Wave Alpha 110|Kia Morning|Exciter 155>',
  duan: '<Vinhomes Grand Park|Masteri Thảo Điền|Times City|The Sun Avenue|Ecopark|Sunrise City|Royal City|Goldmark City|Celadon City>',
  job: '<nhân viên kinh doanh|kế toán tổng hợp|lái xe B2|phụ bếp|thợ hàn|CTV bán hàng|bảo vệ|phục vụ quán|telesales|công nhân may|giúp việc>',
  benh: '<Khoa Nội|Khoa Sản|Phòng khám Nhi|Cấp cứu|Khoa Mắt|Khoa Xét nghiệm|Khoa Tai Mũi Họng|Phòng CTXH|Khoa Ngoại tổng hợp>',
  donvi: '<UBND phường {duong}|Phòng Giáo dục và Đào tạo|Trường THCS {duong}|Công an xã|Trạm Y tế|Sở Xây dựng|Chi cục Thuế|Ban Quản lý dự án>',
  viec: '<Giám đốc|Trưởng phòng|Phó phòng|Chuyên viên|Kế toán trưởng|NV kinh doanh|Thư ký|Sales Manager|Trưởng nhóm CSKH|Bác sĩ>',
  bank: '<Vietcombank|VCB|BIDV|Techcombank|MB Bank|ACB|VietinBank|Agribank|TPBank|Sacombank|VPBank|SHB|VIB|MSB|OCB>',
  day: (context) => common.date(context, context.random.pick(['D/M/Y', 'D/M/Y', 'D/M/Y', 'D-M-Y', 'D/M/y', 'D.M.Y', 'j/n/Y', 'Y-M-D'])),
  at: (context) => common.date(context, context.random.pick(['D/M/Y h:i', 'h:i D/M/Y', 'D/M/Y h:i:s', 'Y-M-D h:i:s', 'h:i - D/M/Y', 'D/M h:i'])),
  hour: (context) => common.date(context, context.random.pick(['h:i', 'h:i', 'h:i:s', 'Hi'])),
  vnd: (context) => grouped(money(context), '.') + context.random.pick(['đ', 'đ', 'đ', ' đ', '₫', ' ₫', ' VNĐ', ' VND', 'VNĐ', ' đồng', 'd']),
  tien: (context) => grouped(money(context), context.random.pick(['.', '.', ',', ''])),
  k: ({ random }) => `${random.pick([25, 35, 50, 99, 120, 150, 180, 199, 250, 350, 499, 650, 890])}k`,
  ty: ({ random }) => random.pick(['3,2 tỷ', '2 tỷ 450', '890 triệu', '12.5 tỷ', '5,85 tỷ', '650tr', '1 tỷ 2', '15 triệu/tháng', '8,5tr/th']),
  mst: taxCode,
  cccd: citizenId,
  cmnd: ({ random }) => random.fill('[123]xxxxxxxx'),
  stk: ({ random }) => {
    const account = random.fill(random.pick(accounts));
    return random.chance(0.15) ? account.replace(/(\d{4})(?=\d)/g, '$1 ') : account;
  },
  plate: ({ random }) => random.fill(random.pick([
    '[35]0@-xxx.xx', '51@-xxx.xx', '29@X-xxx.xx', '59@X xxx.xx', '30@-xxxxx', '43@X-xxxx', '60C-xxx.xx', '29@-xxxx',
  ])),
  card: ({ random }) => withCheckDigit(random.fill('97043[26]xxxxxxxxx')),
  mail: bareMail,
  web: (context) =>
    `${withoutAccents(say(context, '{hieu}')).toLowerCase().replace(' ', '')}${context.random.pick(['.vn', '.com.vn', '.com', '.net'])}`,
  track: ({ random }, carrier) => random.fill(tracking[carrier] ?? random.pick(Object.values(tracking))),
  order: ({ random }) => random.fill(random.pick([
    '#1xxxx', 'DH0xxxxx', 'HD0xxxxx', '#25Xxxxxx', 'SON0xxxx', 'BH-2025-0xxxx', '2[345]0[1-9]1x@@@xx@@', '#4x@@8x',
  ])),
  gps: ({ random }) =>
    `${random.pick(['10.7', '21.0', '16.0', '20.8'])}${random.fill('xxxxx')}, ${random.pick(['106.6', '105.8', '108.2'])}${random.fill('xxxxx')}`,
  so: ({ random }) =>
    `${random.int(1, 3200)}/${random.pick(['QĐ-UBND', 'TT-BTC', 'NĐ-CP', 'TB-SGDĐT', 'CV-BHXH', 'QĐ-BYT', 'KH-UBND', 'HĐKT'])}`,
};

const cents = ({ random }) => random.weighted([[6, () => random.int(1, 99)], [5, () => random.int(100, 999)], [2.5, () => random.int(1000, 9999)],
  [0.7, () => random.int(10000, 99999)], [0.2, () => random.int(100000, 2500000)]])();

const carriers = {
  ups: '1Z@XX@xxxxXxxxxxxx',
  fedex: '7[4-9]xxxxxxxxxx',
  fedexSpaced: '7[4-9]xx xxxx xxxx',
  usps: '9400 1[0-2]xx xxxx xxxx xxxx xx',
  uspsTight: '94001[0-2]xxxxxxxxxxxxxxxx',
  amazon: 'TBA3xxxxxxxxxxx',
  dhl: '[1-9]xxx xxx xx[0-9]',
  ontrac: 'D100xxxxxxxxxxx',
};

const orders = ['#1xxxx', '#1xxxx', '11[1-4]-xxxxxxx-xxxxxxx', 'SO-1xxxxx', 'W8xxxxxxxx', '#WEB-xxxxx', '2000[1-9]xx-xxxxxxxx', 'PO 45xxxxxxxx',
  '1xxxxxxx',
  '0[1-9]-xxxxx-xxxxx', 'INV-2025-xxxx'];

const mail = (context) => {
  const { random } = context;
  const [given, family] = [say(context, '{first}'), say(context, '{last}')].map((it) => it.toLowerCase());
  const local = random.pick([`${given}.${family}`, given[0] + family, `${given}${random.int(1, 99)}`, `${given}_${family}${random.int(70, 99)}`]);
  return `${local}@${random.pick(['gmail.com', 'yahoo.com', 'outlook.com', 'aol.com', 'icloud.com', say(context, '{web}'), say(context, '{web}')])}`;
};

export const americanSlots = {
  ...common,
  ...numbers,
  first: among(`James|Maria|Robert|Jennifer|Michael|Linda|David|Patricia|José|Ashley|Chris|Jessica|Brandon|
Emily|Carlos|Megan|Kevin|Tiffany|Luis|Sarah|Derek|
Priya|Wei|Tamika|Aaron|Nicole|Greg|Heather`),
  last: among(`
Smith|Johnson|Garcia|Miller|Davis|Rodriguez|Martinez|Wilson|Anderson|Thomas|Nguyen|Lee|Patel|Clark|Ramirez|Lewis|Walker|Hall|Young|King|
Hernandez|Wright|Lopez|Hill|Kim|O'Brien|Schmidt`),
  name: '{first} {last}',
  NAME: (context) => say(context, '{name}').toUpperCase(),
  street: '<Main St|Oak Ave|Elm Street|Maple Dr|W 5th St|Broadway|Sunset Blvd|Washington Ave|Lincoln Way|NE 82nd Ave|Park Rd|County Road 12|US-41>',
  city: among(`
Austin, TX|Springfield, IL|San Jose, CA|Portland, OR|Tampa, FL|Columbus, OH|Mesa, AZ|Charlotte, NC|Queens, NY|Reno, NV|Boise, ID|Dayton, OH|
Tulsa, OK|Fresno, CA|Omaha, NE`),
  zip: ({ random }) => random.fill(random.pick(['[0-9]xxxX', '[0-9]xxxX', '[1-9]xxxX-xxxx'])),
  addr: '{num:1-9900} {street}<|| Suite {num:100-900}|, Apt {num:1-40}| #{num:1-300}|, Ste. {num:1-40}{x:[ABC]}>, {city} {zip}',
  hieu: '<Summit|Blue Ridge|Cornerstone|Pioneer|Lakeside|Golden State|Liberty|Evergreen|Redwood|Heritage|Coastal|Great Plains|Riverside|Apex>',
  co: '{hieu} <Roofing|Plumbing & Heating|Insurance Agency|Dental|Realty Group|Auto Repair|Logistics|Medical Group|Law Firm|HVAC|Pest Control>',
  corp: '{co}<, LLC|, Inc.| Inc| Co.| Corp.|>',
  shop: among(`Joe's Pizza|Taqueria El Sol|Pho 79|Corner Bakery|Sal's Barber Shop|Nails by Kim|China Wok|Dairy Delite|The Book Nook|Tony's Tires|
Smoke & Bone BBQ|
Happy Paws Grooming`),
  title: '<Account Executive|Office Manager|Sales Rep|Realtor®|Loan Officer|Recruiter|VP of Sales|Property Manager|Branch Manager|Case Manager>',
  dept: '<Billing|Front Desk|Admissions|Radiology|Cardiology|Parks & Recreation|Water Department|Records|Human Resources|Registrar|Parts|Service>',
  item: '<Oak dining table|2-pack LED bulbs|Winter tires|Yoga mat|Wireless earbuds|Baby stroller|Men\'s jacket|Air filter 16x25x1|Coffee beans 2 lb>',
  car: '<2014 Honda Civic EX|2019 Ford F-150|2017 Toyota Camry SE|2008 Chevy Silverado 1500|2021 Tesla Model 3|2012 Subaru Outback>',
  job: '<warehouse associate|line cook|CDL-A driver|medical assistant|cashier|forklift operator|home health aide|electrician|receptionist>',
  web: (context) =>
    say(context, '{hieu}').toLowerCase().replace(/ /g, '') + context.random.pick(['.com', '.com', '.net', '.org', 'group.com', 'inc.com']),
  mail,
  day: (context) => common.date(context, context.random.pick(['M/D/Y', 'n/j/Y', 'n/j/y', 'b j, Y', 'b D, Y', 'Y-M-D', 'M-D-Y', 'j b Y'])),
  at: (context) =>
    common.date(context, context.random.pick(['n/j/Y g:i A', 'b j, Y g:i A', 'Y-M-D h:i:s', 'M/D/Y h:i', 'w b j g:i A', 'b j at g:i A'])),
  hour: (context) =>
    common.date(context, context.random.pick(['g:i A', 'g:iA', 'g:i A', 'g:iA', 'g:i'])).replace(/AM|PM/, (it) => {
      return context.random.pick([it, it.toLowerCase()]);
    }),
  hours: '<Mon-Fri {num:7-9}am-{num:4-6}pm|M–F 8:00–5:00|Open 24 hours|9 a.m. to 5 p.m. ET|Mon - Sat: 9:00 AM - 7:00 PM|7 days a week>',
  dollar: () => '$',
  big: ({ random }) => `$${random.int(95, 980)},${random.pick(['000', '900', '500'])}`,
  usd: (context) =>
    `$${grouped(cents(context), ',')}${context.random.pick(['', '.00', '.99', context.random.fill('.xx'), context.random.fill('.xx')])}`,
  amount: (context) => grouped(cents(context), ',') + context.random.fill('.xx'),
  count: (context) => grouped(cents(context), ','),
  order: ({ random }) => random.fill(random.pick(orders)),
  track: ({ random }, carrier) => random.fill(carriers[carrier] ?? random.pick(Object.values(carriers))),
  ein: ({ random }) => random.fill('[1-9]x-xxxxxxx'),
  ssn: ({ random }) => random.fill(random.pick(['XXX-XX-', '***-**-', '•••-••-']).replace(/X/g, '[X]') + 'xxxx'),
  npi: ({ random }) => random.fill('1xxxxxxxxx'),
  vin: ({ random }) =>
    random.fill(random.pick(['1H@@@XXxXH@xxxxxx', '5YJ3E1E@xLFxxxxxx', '1FTEW1E@xKFxxxxxx', '4T1BF1FKxHUxxxxxx'])).replace(/[IOQ]/g, 'R'),
  plate: ({ random }) => random.fill(random.pick(['X@@@xxx', '@@@-xxxx', 'xxx @@@', '@@@ xxxx', '@xx-@@@'])),
  card: ({ random }) => withCheckDigit(random.fill('4xxxxxxxxxxxxxx')).replace(/(\d{4})(?=\d)/g, '$1 '),
  routing: ({ random }) => random.fill(random.pick(['021000xxx', '121000xxx', '0[67]1xxxxxx', '3222xxxxx'])),
  acct: ({ random }) => random.fill(random.pick(['xxxxxxxx', '0000[1-9]xxxxxxx', 'XXxxxxxxx', '[X][X][X][X]xxxx', '...xxxx', '4xxxxxxxxxxx'])),
  claim: ({ random }) => random.fill(random.pick(['CLM-xxxxxxx', '0[1-9]-xxxx-x@x', '24-xxxxxx', 'xx-xxxxx-xx', '2025-00xxxx', 'A00xxxxxxx'])),
  policy: ({ random }) => random.fill(random.pick(['HO-xxxxxxx', 'PA 00xxxxxxx', '9xxxxxxxx', 'GL-xxxxxx-02', '@@@ xxxxxxx xx'])),
  caseno: ({ random }) => random.fill(random.pick(['2:2[0-5]-cv-0xxxx', '2[0-5]-CR-xxxxx', 'CV-2024-00xxxx', '2[0-5]STCVxxxxx', '1:23-mj-00xxx'])),
};
