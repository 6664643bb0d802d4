// What stands in Vietnamese texts besides telephone numbers.
import { vnNumbers } from './vnnum.mjs';
import { byCountry, foreignToVn } from './world.mjs';

const HO = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const DEM = ['Văn', 'Thị', 'Minh', 'Quốc', 'Thanh', 'Ngọc', 'Đức', 'Hữu', 'Thu', 'Gia', 'Bảo', 'Kim'];
const TEN = [
  'An', 'Bình', 'Châu', 'Dũng', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hoa', 'Hùng', 'Hương', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga',
  'Phong', 'Phúc', 'Quân', 'Quỳnh', 'Sơn', 'Tâm', 'Thảo', 'Thắng', 'Trang', 'Trung', 'Tú', 'Tuấn', 'Uyên', 'Vân', 'Vy', 'Yến',
];
const STREET = ['Lê Lợi', 'Nguyễn Trãi', 'Trần Hưng Đạo', 'Hai Bà Trưng', 'Điện Biên Phủ', 'Cách Mạng Tháng 8', 'Lý Thường Kiệt', 'Phan Đình Phùng', 'Võ Văn Tần', '3 Tháng 2', '30/4', 'Quang Trung', 'Tô Hiến Thành', 'Phạm Văn Đồng', 'QL1A', 'TL10'];
const CITY = ['TP.HCM', 'Hà Nội', 'Đà Nẵng', 'Cần Thơ', 'Hải Phòng', 'Biên Hòa', 'Nha Trang', 'Huế', 'Vinh', 'Bình Dương', 'Thủ Đức'];
const two = (it) => String(it).padStart(2, '0');
const dot = (it, sep = '.') => String(it).replace(/\B(?=(\d{3})+$)/g, sep);
const round = (random) => random.int(1, 999) * random.pick([1000, 1000, 5000, 10000, 50000, 100000, 1000000]);
const day = (random) => [random.int(1, 28), random.int(1, 12), random.int(2023, 2026)];

const amount = (random) => {
  const value = round(random);
  return random.pick([
    `${dot(value)}đ`, `${dot(value)} đ`, `${dot(value)} VNĐ`, `${dot(value, ',')} VND`, `${dot(value, ',')}VND`, `${dot(value)}₫`, `${random.int(10, 999)}k`,
    `${random.int(1, 99)}tr${random.int(1, 9)}`, `${random.int(1, 99)}tr`, `${random.int(1, 9)}.${random.int(1, 9)} tỷ`, `${random.int(1, 60)},${random.int(1, 9)} triệu`,
    `${random.int(100, 990)} ngàn`, `${dot(value)}`, `${random.int(100, 999)}.000`, `${value}`, `${random.int(1, 9)}tỷ${random.int(1, 9)}`, `${random.int(10, 99)}0k/tháng`, `${dot(value, ' ')} đ`,
  ]);
};
const account = (random) =>
  random.pick([
    '19036xxxxxx0xx', '0071000xxxxxx', '1023xxxxxxx', '215100000xxxxx', '0600xxxxxxxx', '10287xxxxxxx', '0931004xxxxxx', 'Xxxxxxx', 'Xxxxxxxx',
    '0451000xxxxxx', '1900206xxxxxx', '03801016xxxxxx', '9704xxxxxxxxxxxx', '1903 xxxx xxxx xx', '0071 000 xxx xxx', '05x19xx68', '60150xxxxx', '0381000xxxxxx', '88xxxxxx68', '1017 xxx xxx', '03x.xxx.xxx.xxxx',
  ].map((it) => random.fill(it)));
const order = (random) =>
  random.fill(random.pick(['DH2609xx-00xx', '#1xxxxx', 'DHxxxxxxxx', '2609xxABCXxQ', 'SON-00xxxxx', '17xxxxxxxxxxxx', 'WEB-09xxxxxxx', '58xxxxxxxxxxxxx', 'HD00xxxx', '#DH-2026-0xxx', '25xxxxxxxx']));
const track = (random) =>
  random.fill(random.pick(['SPXVN0xxxxxxxxxx', 'LKXxQxP', 'GHNxxxxxxxxx', 'EAxxxxxxxxxVN', '84xxxxxxxxxx', 'VTPVNxxxxxxxxx', 'S21xxxxxx.MB12.D6.xxxxxxxxx', '1Z999AA10xxxxxxxxx', 'RRxxxxxxxxxVN', '80xxxxxxxxxx', '09xxxxxxxxxxx', 'LMP0xxxxxxxxxVNA']));

export const vnSlots = {
  ...vnNumbers,
  ...byCountry(['US', 'JP', 'KR', 'SG', 'AU'], ['+', '+', '+', '00']),
  f: foreignToVn,
  ten: (r) => r.pick(TEN),
  ho: (r) => `${r.pick(HO)} ${r.pick(DEM)} ${r.pick(TEN)}`,
  cap: (r) => `${r.pick(HO)} ${r.pick(DEM)} ${r.pick(TEN)}`.toUpperCase(),
  ai: (r) => `${r.pick(['anh', 'chị', 'em', 'bạn', 'chú', 'cô'])} ${r.pick(TEN)}`,
  st: (r) => r.pick(STREET),
  nha: (r) => r.pick([`${r.int(1, 999)}`, `${r.int(1, 999)}/${r.int(1, 99)}`, `${r.int(1, 999)}/${r.int(1, 99)}/${r.int(1, 20)}`, `${r.int(1, 300)}${r.pick(['A', 'B', 'Bis'])}`, `${r.int(1, 99)}-${r.int(100, 130)}`]),
  city: (r) => r.pick(CITY),
  q: (r) => r.pick([`Q.${r.int(1, 12)}`, `Quận ${r.int(1, 12)}`, 'Q. Bình Thạnh', 'Q. Cầu Giấy', `P.${r.int(1, 15)}, Q.${r.int(1, 11)}`, 'Tân Bình', 'Gò Vấp', 'Hải Châu', `Phường ${r.int(1, 20)}`]),
  room: (r) => r.pick([`P${r.int(101, 2512)}`, `phòng ${r.int(101, 2512)}`, `A${r.int(1, 9)}-${two(r.int(1, 30))}.${two(r.int(1, 20))}`, `căn ${r.int(1, 30)}${two(r.int(1, 12))}`, `S${r.int(1, 6)}.${two(r.int(1, 8))}-${r.int(1, 35)}${two(r.int(1, 20))}`, `lầu ${r.int(2, 20)}`, `tầng ${r.int(2, 30)}`]),
  amt: amount,
  k: (r) => r.pick([`${r.int(2, 99)}0k`, `${r.int(1, 20)}tr${r.int(1, 9)}`, `${r.int(2, 40)}tr`]),
  vnd: (r) => dot(round(r), r.pick(['.', '.', ','])),
  usd: (r) => r.pick([`$${r.int(5, 990)}`, `${r.int(5, 990)} USD`, `$${dot(r.int(1000, 99999), ',')}.00`, `USD ${r.int(10, 999)}.50`]),
  stk: account,
  stkp: (r) => r.fill(r.pick(['0381xxxxxx', '0971xxxxxx', '0862xxxxxx', '0700xxxxxx'])),
  card: (r) => r.fill(r.pick(['4111 xxxx xxxx xxxx', '9704 36xx xxxx xxxx', '5203-xxxx-xxxx-xxxx', '**** **** **** xxxx', '4xxxxx******xxxx', '970436xxxxxxxxxxxxx', 'x-xxxx'])),
  don: order,
  mvd: track,
  otp: (r) => r.digits(r.pick([4, 6, 6, 6, 8])),
  d: (r) => { const [a, b, c] = day(r); return r.pick([`${two(a)}/${two(b)}/${c}`, `${a}/${b}`, `${two(a)}-${two(b)}-${c}`, `${two(a)}.${two(b)}.${c}`, `${c}-${two(b)}-${two(a)}`, `${two(a)}/${two(b)}`, `${two(a)}${two(b)}${c}`, `ngày ${a} tháng ${b} năm ${c}`, `${two(a)}/${two(b)}/${c % 100}`]); },
  iso: (r) => { const [a, b, c] = day(r); return `${c}-${two(b)}-${two(a)}`; },
  t: (r) => { const [a, b] = [r.int(0, 23), r.int(0, 59)]; return r.pick([`${two(a)}:${two(b)}`, `${a}h${two(b)}`, `${a}h`, `${two(a)}:${two(b)}:${two(r.int(0, 59))}`, `${a}g${two(b)}`, `${two(a)}h${two(b)}`]); },
  ts: (r) => { const [a, b, c] = day(r); const at = `${two(r.int(0, 23))}:${two(r.int(0, 59))}:${two(r.int(0, 59))}`; return r.pick([`${c}-${two(b)}-${two(a)} ${at}`, `${c}-${two(b)}-${two(a)}T${at}.${r.digits(3)}Z`, `${two(a)}/${two(b)}/${c} ${at}`, `${c}-${two(b)}-${two(a)}T${at}+07:00`, `${c}${two(b)}${two(a)}${at.replaceAll(':', '')}`]); },
  score: (r) => `${r.int(0, 5)}-${r.int(0, 5)}`,
  plate: (r) => r.pick([`${r.pick(['51F', '30K', '29A', '43A', '60C', '15B', '51G', '65A'])}-${r.digits(3)}.${r.digits(2)}`, `${r.pick(['59-X1', '29-B1', '71-C2', '59P2'])} ${r.digits(3)}.${r.digits(2)}`, `${r.pick(['51F', '30E', '61A'])}${r.digits(5)}`, `${r.int(29, 99)}A ${r.digits(5)}`]),
  ver: (r) => r.pick([`v${r.int(1, 12)}.${r.int(0, 30)}.${r.int(0, 99)}`, `${r.int(1, 12)}.${r.int(0, 20)}.${r.int(0, 9)}-rc.${r.int(1, 4)}`, `build ${r.int(1000, 9999)}`, `${r.int(10, 140)}.0.${r.int(1000, 7000)}.${r.int(10, 200)}`]),
  ip: (r) => r.pick([`10.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}`, `192.168.${r.int(0, 20)}.${r.int(1, 254)}`, `203.113.${r.int(100, 190)}.${r.int(1, 254)}:${r.pick([80, 443, 8080, 5432])}`, `172.16.${r.int(0, 31)}.${r.int(1, 254)}/24`]),
  url: (r) => r.pick([`https://shopee.vn/product/${r.digits(8)}/${r.digits(11)}`, `https://jira.cty.vn/browse/OPS-${r.int(100, 9999)}`, `https://tiki.vn/p${r.fill('Xxxxxxxx')}.html`, `https://vnexpress.net/bai-viet-${r.fill('4xxxxxx')}.html`, `https://www.facebook.com/groups/${r.fill('Xxxxxxxxxxxxxxx')}/posts/${r.fill('Xxxxxxxxxxxxxxxx')}`, `https://drive.google.com/file/d/1a${r.digits(6)}Zq/view`, `http://tracuu.vn/?id=${r.fill('09xxxxxxxx')}&t=${r.fill('17xxxxxxxx')}`, `chotot.com/${r.fill('1xxxxxxxx')}.htm`]),
  err: (r) => r.pick([`0x8007${r.digits(4)}`, `ERR_${r.int(1000, 9999)}`, `HTTP ${r.pick([400, 401, 403, 404, 429, 500, 502, 503, 504])}`, `ORA-${r.fill('0xxxx')}`, `E-${r.int(100, 999)}`, `exit code ${r.int(1, 255)}`, `lỗi ${r.int(100, 999)}`]),
  epoch: (r) => r.pick([r.fill('17xxxxxxxx'), r.fill('17xxxxxxxxxxx')]),
  size: (r) => r.pick([`${r.int(20, 900)}x${r.int(20, 900)}x${r.int(20, 300)}mm`, `${r.int(30, 120)}m2`, `${r.int(3, 9)}x${r.int(10, 25)}m`, `${r.int(1, 900)} MB`, `${r.int(1, 64)}GB/${r.pick([128, 256, 512])}GB`, `size ${r.int(35, 44)}`, `${r.int(1, 40)}.${r.int(1, 9)} kg`, `${r.int(100, 990)}ml`]),
  sl: (r) => r.pick([`${r.int(2, 60)} cái`, `${r.int(2, 40)} thùng`, `x${r.int(2, 30)}`, `SL: ${r.int(1, 500)}`, `${r.int(2, 90)}kg`, `${r.int(2, 30)} suất`, `${r.int(10, 900)} con`]),
  gb: (r) => r.pick([`${r.int(1, 900)} MB`, `${r.int(1, 64)}GB`, `${r.int(1, 9)}.${r.int(1, 9)} GB`, `${r.int(10, 900)}KB`]),
  n2: (r) => `${r.int(10, 59)}`,
  c1: (r) => `${r.int(1, 9)}`,
  yr: (r) => `${r.int(10, 25)}`,
  y19: (r) => `${r.int(60, 99)}`,
  m2: (r) => r.pick([`${r.int(15, 400)}m2`, `${r.int(3, 9)}x${r.int(10, 25)}m`, `${r.int(3, 9)},${r.int(1, 9)}m x ${r.int(10, 30)}m`, `${r.int(20, 120)}m²`]),
  thu: (r) => `${r.int(2, 7)}`,
  num: (r) => `${r.int(2, 99)}`,
  geo: (r) => r.pick([`10.${r.digits(6)}, 106.${r.digits(6)}`, `21.0${r.digits(5)},105.8${r.digits(5)}`, `16°0${r.int(1, 9)}'${r.int(10, 59)}.${r.int(1, 9)}"N 108°1${r.int(1, 9)}'${r.int(10, 59)}.${r.int(1, 9)}"E`]),
  pct: (r) => r.pick([`${r.int(1, 99)}%`, `${r.int(1, 99)},${r.int(1, 99)}%`, `${r.int(0, 9)}.${r.int(1, 99)}%/năm`]),
  cccd: (r) => r.fill(r.pick(['0xx0xx0xxxxx', '0792xx00xxxx', '0013xx01xxxx', '0xx xxx xxx xxx', '02xxxxxxx'])),
  mst: (r) => r.fill(r.pick(['031xxxxxxx', '010xxxxxxx', '0316xxxxxx', '0401xxxxxx', '0312xxxxxx-001', '0109xxxxxx-00X', '3702xxxxxx', '03 1x xxx xxx'])),
  bhxh: (r) => r.fill(r.pick(['79xxxxxxxx', '01xxxxxxxx', '31xxxxxxxx', 'DN47901xxxxxxxx'])),
  imei: (r) => r.fill('35xxxxxxxxxxxxx'),
  sn: (r) => r.fill(r.pick(['SN: C02XxxxXQ6L', 'S/N 20xxxxxx-0xx', 'SN09xxxxxxxx'])),
  bar: (r) => r.fill('893xxxxxxxxxx'),
  ft: (r) => r.fill(r.pick(['FT26xxxxxxxxxxxx', 'FT263xxxxxxxxx\\BNK', 'MBVCB.xxxxxxxxxx', '0xxxxxxxxxxx', '2609xxxxxxxxxx'])),
  hd: (r) => r.fill(r.pick(['0xx/2026/HĐMB', 'HĐ-26-0xxx', '1C26TAA-000xxxx', '00xxxxx', 'Xx/HĐLĐ-2026', 'PO-45000xxxxx'])),
  tik: (r) => r.fill(r.pick(['#Xxxxx', 'INC00xxxxx', 'TK-2026xxxx', 'REQ-Xxxxx', 'OPS-Xxxx', '[#Xxxxxxx]'])),
  acc: (r) => r.fill(r.pick(['PE0300xxxxxxx', 'PB12xxxxxxxxxx', '0100xxxxxxx', 'KH00xxxxxx', 'SGxxxxxx'])),
  pnr: (r) => `${r.pick(['VN', 'VJ', 'QH', 'BL'])}${r.int(100, 9999)}`,
  luat: (r) => r.pick([`Nghị định ${r.int(10, 150)}/20${r.int(18, 25)}/NĐ-CP`, `Thông tư ${two(r.int(1, 99))}/20${r.int(18, 25)}/TT-BTC`, `Điều ${r.int(3, 60)} khoản ${r.int(1, 5)}`, `Luật số ${r.int(10, 99)}/20${r.int(13, 24)}/QH1${r.int(3, 5)}`]),
  mail: (r) => r.pick(['info@congty.vn', `hotro${r.int(1, 99)}@gmail.com`, `nv${r.int(100, 999)}@abc.com.vn`, `nguyen.${r.int(80, 99)}@yahoo.com`]),
  uuid: (r) => `${r.digits(4)}a${r.digits(3)}-${r.digits(4)}-4${r.digits(3)}-${r.digits(2)}bf-${r.digits(6)}c${r.digits(5)}`,
  ms: (r) => `${r.int(3, 9000)}ms`,
  row: (r) => `${r.int(1, 40)}`,
  cty: (r) => r.pick(['Công ty TNHH Minh Phát', 'CTY CP Vận Tải Sao Việt', 'Điện máy Hòa Bình', 'Nhà xe Phương Nam', 'Nội thất Gỗ Việt', 'Phòng khám Tâm Đức', 'Shop Mẹ Bé Ong', 'Spa Hoa Sen', 'Trung tâm Anh ngữ ABC', 'Gara Thành Công', 'HTX Rau Sạch']),
  emo: (r) => r.pick(['😀', '🙏', '❤️', '👍', '😅', '🥰', '😭', '🔥']),
  vnexp: (r) => `${two(r.int(1, 12))}/${r.int(26, 32)}`,
  bank: (r) => r.pick(['Vietcombank', 'VCB', 'Techcombank', 'MB', 'ACB', 'BIDV', 'Agribank', 'VPBank', 'Sacombank', 'TPBank', 'VietinBank']),
};
