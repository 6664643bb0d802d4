// What stands beside numbers on a page: names, places, days, and ids as their makers build them.

const pad = (value, width = 2) => String(value).padStart(width, '0');
const luhn = (digits) => {
  let sum = 0;
  [...digits].reverse().forEach((it, at) => {
    const twice = +it * (at % 2 ? 1 : 2);
    sum += twice > 9 ? twice - 9 : twice;
  });
  return digits + ((10 - (sum % 10)) % 10);
};
const ean = (digits) => digits + ((10 - ([...digits].reverse().reduce((sum, it, at) => sum + +it * (at % 2 ? 1 : 3), 0) % 10)) % 10);
const grouped = (value, by) => String(value).replace(/\B(?=(\d{3})+$)/g, by);
const amount = (random) => {
  const size = random.weighted([[3, 100], [4, 1000], [3, 10_000], [2, 100_000], [1, 1_000_000]]);
  return random.int(size / 10, size * 5) * 1000;
};

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đoàn', 'Trịnh', 'Mai', 'Tô'];
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Thanh', 'Hữu', 'Đức', 'Quốc', 'Thu', 'Bảo', 'Anh', 'Xuân', 'Gia', 'Khánh', 'Hồng'];
const GIVEN = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Hạnh', 'Hiếu', 'Hoa', 'Hùng', 'Khoa', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Nhung', 'Phúc', 'Quân', 'Sơn', 'Tâm', 'Thảo', 'Trang', 'Tú', 'Vy', 'Yến', 'Đạt', 'Tuấn', 'Phương'];
const FIRST = ['James', 'Maria', 'Robert', 'Linda', 'Kevin', 'Ashley', 'Brian', 'Denise', 'Carlos', 'Megan', 'Tyler', 'Priya', 'Angela', 'Derek', 'Shawn', 'Rachel', 'Grace', 'Omar', 'Heather', 'Paul', 'Tina', 'Luis'];
const LAST = ['Miller', 'Johnson', 'Garcia', 'Nguyen', 'Patel', 'Kowalski', 'Brown', 'Lopez', 'Schwartz', 'O’Brien', 'Kim', 'Davis', 'Hernandez', 'Wright', 'Foster', 'Cooper', 'Reed', 'Sullivan', 'Price', 'Vargas'];
const ROADS = ['Lê Lợi', 'Nguyễn Trãi', 'Trần Phú', 'Hai Bà Trưng', 'Điện Biên Phủ', 'Cách Mạng Tháng 8', 'Phan Đình Phùng', 'Lý Thường Kiệt', 'Nguyễn Văn Linh', 'Hoàng Hoa Thám', 'Quang Trung', '3 Tháng 2', 'Trường Chinh', 'Lạc Long Quân', 'Xô Viết Nghệ Tĩnh'];
const QUARTERS = ['P. Bến Nghé, Q.1, TP.HCM', 'phường 12, quận Gò Vấp', 'Q. Hải Châu, Đà Nẵng', 'P.Dịch Vọng, Cầu Giấy, Hà Nội', 'TP. Thủ Đức', 'P. 5, Q. Tân Bình', 'TP Biên Hòa, Đồng Nai', 'Ninh Kiều, Cần Thơ', 'Q.Hà Đông, Hà Nội', 'huyện Củ Chi', 'TP. Nha Trang', 'Thuận An, Bình Dương', 'TP Vinh, Nghệ An', 'Lê Chân, Hải Phòng'];
const STREETS = ['Main St', 'Oak Ave', 'Elm Street', 'Maple Dr', '5th Ave', 'W 34th St', 'Sunset Blvd', 'County Road 210', 'Highway 71 N', 'Lakeview Ct', 'E Colfax Ave', 'Peachtree Rd NE', 'Market St', 'Pine Ridge Ln'];
const CITIES = ['Austin, TX 787', 'Columbus, OH 432', 'Tampa, FL 336', 'Boise, ID 837', 'Newark, NJ 071', 'Denver, CO 802', 'Charlotte, NC 282', 'Portland, OR 972', 'Fresno, CA 937', 'Omaha, NE 681', 'Buffalo, NY 142', 'Tulsa, OK 741'];
const VN_CO = ['Công ty TNHH Hoàng Gia', 'Cty CP Vật tư Miền Nam', 'Công ty CP Đại Phát', 'DNTN Thành Công', 'Công ty TNHH MTV Sao Việt', 'HTX Nông sản Xanh', 'Công ty TNHH TM DV An Khang', 'Cty TNHH Cơ khí Phú Thịnh'];
const US_CO = ['Acme Plumbing LLC', 'Northside Dental', 'Blue Ridge Roofing', 'Harbor Freight Lines', 'Sunrise Pediatrics', 'Lakeshore Title Co.', 'Vertex Supply Inc.', 'Green Valley HVAC', 'Delgado & Sons', 'Riverbend Apartments'];
const FOLK = ['C Lan', 'a Tuấn', 'chị Hà', 'anh Nam', 'cô Hoa', 'chú Bảy', 'Ms. Trang', 'Mr. Dũng', 'e Linh', 'A. Sơn', 'bác sĩ Phúc', 'thầy Hùng', 'cô Nga', 'Ms Thảo'];
const NICK = ['lan', 'tuan', 'ha', 'nam', 'hoa', 'bay', 'trang', 'dung', 'linh', 'son', 'phuc'];

const day = (random) => [random.int(1, 28), random.int(1, 12), random.int(2019, 2026)];

export const tokens = {
  vn: (random) => `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`,
  folk: (random) => random.pick(FOLK),
  nick: (random) => random.pick(NICK),
  en: (random) => `${random.pick(FIRST)} ${random.pick(LAST)}`,
  first: (random) => random.pick(FIRST),
  vnco: (random) => random.pick(VN_CO),
  usco: (random) => random.pick(US_CO),
  road: (random) => random.pick(ROADS),
  addr: (random) => `${random.pick(['', 'Số ', 'số nhà '])}${random.pick([random.int(2, 480), `${random.int(2, 480)}/${random.int(1, 99)}`, `${random.int(10, 99)}/${random.int(1, 30)}/${random.int(1, 20)}`, `${random.int(2, 480)}${random.pick(['A', 'B', 'Bis'])}`])} ${random.pick(ROADS)}, ${random.pick(QUARTERS)}`,
  street: (random) => `${random.int(1, 19999)} ${random.pick(STREETS)}`,
  city: (random) => `${random.pick(CITIES)}${random.digits(2)}`,
  zip4: (random) => `${random.pick(CITIES)}${random.digits(2)}-${random.fill('Xxxx')}`,
  dmy: (random) => {
    const [d, m, y] = day(random);
    return random.pick([`${pad(d)}/${pad(m)}/${y}`, `${pad(d)}/${pad(m)}/${y}`, `${d}/${m}/${y}`, `${pad(d)}-${pad(m)}-${y}`, `${pad(d)}.${pad(m)}.${y}`]);
  },
  mdy: (random) => {
    const [d, m, y] = day(random);
    return random.pick([`${pad(m)}/${pad(d)}/${y}`, `${m}/${d}/${y}`, `${m}/${d}/${y % 100}`, `${pad(m)}-${pad(d)}-${y}`]);
  },
  iso: (random) => {
    const [d, m, y] = day(random);
    return `${y}-${pad(m)}-${pad(d)}`;
  },
  hm: (random) => `${pad(random.int(6, 22))}:${pad(random.int(0, 59))}`,
  hms: (random) => `${pad(random.int(0, 23))}:${pad(random.int(0, 59))}:${pad(random.int(0, 59))}`,
  ampm: (random) => `${random.int(1, 12)}:${pad(random.int(0, 59))} ${random.pick(['AM', 'PM', 'am', 'pm'])}`,
  stamp: (random) => {
    const [d, m, y] = day(random);
    return `${y}${pad(m)}${pad(d)}${pad(random.int(0, 23))}${pad(random.int(0, 59))}${pad(random.int(0, 59))}`;
  },
  ymd: (random) => {
    const [d, m, y] = day(random);
    return `${y}${pad(m)}${pad(d)}`;
  },
  yy: (random) => `${random.int(2019, 2026)}`,
  vnd: (random) => {
    const it = amount(random);
    return random.pick([`${grouped(it, '.')}đ`, `${grouped(it, '.')} đ`, `${grouped(it, '.')} VNĐ`, `${grouped(it, ',')}đ`, `${grouped(it, ',')} VND`, `${grouped(it, '.')} đồng`, `${grouped(it, '.')}₫`, `${grouped(it, ' ')} đ`, `${it / 1000}k`]);
  },
  dot: (random) => grouped(amount(random), '.'),
  comma: (random) => grouped(amount(random), ','),
  raw: (random) => String(amount(random)),
  usd: (random) => `$${grouped(random.int(10, random.pick([99, 999, 9999, 99999, 9999999])), ',')}${random.pick(['', `.${random.digits(2)}`, `.${random.digits(2)}`])}`,
  mst: (random) => random.pick(['010', '031', '030', '040', '370', '110', '020', '360']) + random.digits(7),
  cccd: (random) => `0${random.pick(['01', '79', '48', '31', '92', '75', '38', '40', '66'])}${random.pick(['0', '1', '2', '3'])}${random.digits(2)}${random.fill('xxxxxx')}`,
  cmnd: (random) => `${random.pick(['02', '01', '23', '18', '20', '36', '27'])}${random.digits(7)}`,
  bhxh: (random) => `${random.pick(['79', '01', '75', '48', '31'])}${random.digits(8)}`,
  bank: (random) => random.fill(random.pick(['190xxxxxxxxxxx', '00710xxxxxxxx', '0451000xxxxxx', '1010xxxxxxxx', '10287xxxxxxx', '1151xxxxxxxxxx', '6001xxxxxxxxx', '21510000xxxxxx', '060xxxxxxxxx', '1903xxxxxxxxxx', '3141xxxxxxx', '19xxxxxx'])),
  card: (random) => {
    const digits = luhn(random.pick(['4', '51', '9704', '3528', '4000', '6011']).padEnd(4, '3') + random.digits(11));
    return random.chance(0.7) ? digits.replace(/(.{4})(?=.)/g, `$1${random.pick([' ', ' ', '-'])}`.slice(0, 3)) : digits;
  },
  imei: (random) => luhn(`35${random.digits(12)}`),
  ean: (random) => ean(`893${random.digits(9)}`),
  upc: (random) => ean(`0${random.digits(10)}`),
  isbn: (random) => random.pick([`978-604-${random.fill('X-xxxxx-x')}`, ean(`978604${random.digits(6)}`), `978-0-${random.fill('xxx-xxxxx-x')}`]),
  iban: (random) => random.pick([random.fill('DE89 3704 0044 xxxx xxxx xx'), random.fill('GB29 NWBK 6016 13xx xxxx xx'), random.fill('FR7630006000011234567890189').replace('1234567', random.digits(7))]),
  vin: (random) => random.pick(['1HGCM82633A', 'JTDBR32E0300', '5YJSA1E26HF', 'RLHGE1680MY'].map((it) => it)).padEnd(11, '0') + random.digits(6),
  ip: (random) => `${random.pick(['10', '192', '172', '113', '203', '8'])}.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`,
  mac: (random) => Array.from({ length: 6 }, () => pad(random.int(0, 255).toString(16))).join(':'),
  hex: (random) => random.int(0, 0xffffffff).toString(16).padStart(8, '0'),
  uuid: (random) => ['8', '4', '4', '4', '12'].map((it) => Array.from({ length: +it }, () => random.int(0, 15).toString(16)).join('')).join('-'),
  epoch: (random) => `1${random.int(60, 76)}${random.digits(7)}`,
  epochms: (random) => `1${random.int(60, 76)}${random.digits(10)}`,
  lat: (random) => `${random.int(8, 22)}.${random.digits(random.int(4, 7))}`,
  lng: (random) => `10${random.int(3, 9)}.${random.digits(random.int(4, 7))}`,
  uslat: (random) => `${random.int(26, 47)}.${random.digits(random.int(4, 6))}`,
  uslng: (random) => `-${random.int(71, 122)}.${random.digits(random.int(4, 6))}`,
  plate: (random) => random.fill(random.pick(['51F-xxx.xx', '29A1-xxx.xx', '30K-xxxxx', '43A-xxx.xx', '59X3-xxx.xx', '60C-xxx.xx', '65H1 xxx.xx', '51R xxxxx'])),
  ver: (random) => `${random.int(1, 24)}.${random.int(0, 20)}.${random.int(0, 40)}${random.chance(0.4) ? `.${random.int(100, 9999)}` : ''}`,
  ssn: (random) => random.fill('Xxx-Xx-Xxxx').replace(/^9/, '4'),
  ein: (random) => random.fill('Xx-Xxxxxxx'),
  npi: (random) => random.fill('1xxxxxxxxx'),
  ndc: (random) => random.fill(random.pick(['00xx-xxxx-xx', '5xxxx-xxx-xx', '6xxxx-xxxx-x', '0xxxx-0xxx-xx'])),
  ups: (random) => `1Z${random.pick(['999AA1', 'E48F20', 'W7X813', '0R6A45'])}${random.digits(10)}`,
  usps: (random) => random.pick([random.fill('9400 1xxx xxxx xxxx xxxx xx'), random.fill('92055901xxxxxxxxxxxxxx')]),
  fedex: (random) => random.pick([random.fill('7xxx xxxx xxxx'), random.fill('Xxxxxxxxxxxx'), random.fill('61299xxxxxxxxxx')]),
  amazon: (random) => random.fill('11X-xxxxxxx-xxxxxxx'),
  spx: (random) => `SPXVN0${random.fill(random.pick(['Xxxxxxxxxxxx', '5Xxxxxxxxx']))}`,
  ghtk: (random) => random.fill('S22xxxxxx.HNxx.X0.8xxxxxxxx'),
  jt: (random) => random.fill(random.pick(['84xxxxxxxxxx', '85xxxxxxxxxx'])),
  ems: (random) => random.fill('EBxxxxxxxxxVN'),
  container: (random) => `${random.pick(['TCLU', 'MSKU', 'OOLU', 'TGHU', 'CMAU'])}${random.digits(7)}`,
  khd: (random) => random.pick(['1C24TAA', '1K23TYY', 'AA/20E', '1C25MBT', '2C24TKT']),
  law: (random) => random.fill(random.pick(['X2/2023/NĐ-CP', '15/2020/QH14', 'X8/2021/TT-BTC', '1x5/2018/NĐ-CP', 'Xxx/QĐ-UBND', '0X/2022/TT-BYT', 'Xxxx/QĐ-BGDĐT', 'Xxxx/TCT-CS', '45/2019/QH14'])),
};
