// Words and digit values of both countries.

const pad = (value, length = 2) => String(value).padStart(length, '0');
const list = (text) => text.split('|');
const one = (text) => {
  const all = list(text);
  return (r) => r.pick(all);
};
export const group = (value, mark) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);

const LAST = list('Nguyễn|Nguyễn|Nguyễn|Trần|Trần|Lê|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Tạ');
const MIDDLE = list('Văn|Thị|Thị|Minh|Thanh|Ngọc|Hoàng|Đức|Quang|Hữu|Thu|Kim|Xuân|Gia|Bảo|Anh|Quốc|Tuấn|Thùy');
const GIVEN = list('An|Anh|Bình|Châu|Cường|Dung|Dũng|Duy|Đạt|Giang|Hà|Hải|Hạnh|Hằng|Hiếu|Hoa|Hùng|Hương|Khánh|Lan|Linh|Long|Mai|Minh|' +
  'My|Nam|Nga|Ngân|Nhung|Oanh|Phong|Phúc|Phương|Quân|Quỳnh|Sơn|Tâm|Thảo|Thắng|Thủy|Toàn|Trang|Trung|Tú|Tuấn|Tùng|Vân|Việt|Vy|Yến');
const VN_STREETS = list('Nguyễn Trãi|Lê Lợi|Trần Hưng Đạo|Hai Bà Trưng|Lý Thường Kiệt|Nguyễn Huệ|Cách Mạng Tháng 8|Điện Biên Phủ|' +
  'Nguyễn Văn Cừ|Phan Đình Phùng|Quang Trung|Hoàng Diệu|Láng Hạ|Giải Phóng|Võ Văn Kiệt|3 Tháng 2|30 Tháng 4|Xô Viết Nghệ Tĩnh|Cầu Giấy|Lạc Long Quân');
const DISTRICTS = list('Quận 1|Quận 3|Q.7|Quận 10|Q. Bình Thạnh|Quận Gò Vấp|Q. Tân Bình|TP. Thủ Đức|Cầu Giấy|Đống Đa|Hà Đông|Hai Bà Trưng|Hải Châu|Thanh Khê|Ninh Kiều');
const CITIES = list('Hà Nội|TP.HCM|TP. Hồ Chí Minh|Đà Nẵng|Cần Thơ|Hải Phòng|Huế|Nha Trang|Đà Lạt|Vũng Tàu|Biên Hòa|Vinh|Quy Nhơn|Buôn Ma Thuột');
const PROVINCES = list('Nghệ An|Thanh Hóa|Quảng Nam|Bình Dương|Đồng Nai|Long An|Lâm Đồng|Đắk Lắk|Quảng Ninh|Bắc Ninh|Thái Bình|Nam Định|Khánh Hòa|Phú Yên|Tiền Giang|An Giang|Cà Mau|Sơn La');
const FIRSTS = list('James|Mary|Robert|Patricia|John|Jennifer|Michael|Linda|David|Elizabeth|Maria|Susan|Carlos|Jessica|Kevin|Sarah|Brian|Karen|' +
  'Luis|Nancy|Emily|Ashley|Derek|Tamika|Priya|Wei|Hannah|Omar|Tyler|Megan|Greg|Danielle|Rachel|Anthony|Beth|Scott|Amanda|Jorge|Katie|Paul');
const SURNAMES = list('Smith|Johnson|Williams|Brown|Jones|Garcia|Miller|Davis|Rodriguez|Martinez|Hernandez|Lopez|Wilson|Anderson|Thomas|Taylor|' +
  "Moore|Jackson|Lee|Nguyen|Patel|Kim|O'Brien|Schmidt|Kowalski|Chen|Baker|Carter|Ortiz|Murphy|Bennett|Fischer|Washington|Reyes");
const US_STREETS = list('Main St|Oak Ave|Maple Street|Elm St|Washington Blvd|Park Avenue|Lincoln Hwy|2nd Ave|5th Street|Sunset Blvd|N Broadway|' +
  'W 34th St|Peachtree Rd|County Road 12|State Route 9|Cedar Ln|Mill Creek Dr|Lakeview Ct|S Congress Ave|Pine St');
const US_CITIES = list('Austin, TX|Denver, CO|Portland, OR|Columbus, OH|Tampa, FL|Boise, ID|Raleigh, NC|Madison, WI|Tucson, AZ|Omaha, NE|Albany, NY|' +
  'Fresno, CA|Savannah, GA|Des Moines, IA|Duluth, MN|Reno, NV|Knoxville, TN|Springfield, MO|Dayton, OH|Lancaster, PA|Bangor, ME|Mobile, AL');

const year = (r) => r.int(2016, 2026);
const hour = (r) => `${pad(r.int(0, 23))}:${r.pick(['00', '15', '30', '45', pad(r.int(0, 59))])}`;
const hex = (r, length) => Array.from({ length }, () => r.int(0, 15).toString(16)).join('');
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const letters = (r, length) => Array.from({ length }, () => r.pick(LETTERS)).join('');
const even = (r) => r.pick([r.int(1, 99) * 1000, r.int(10, 999) * 1000, r.int(100, 9999) * 1000, r.int(1, 900) * 100000, r.int(1, 95) * 1000000]);
const MONTHS = list('January|February|March|April|May|June|July|August|September|October|November|December');

const common = {
  int: (r, [low, high]) => String(r.int(+low, +high)),
  year: (r) => String(year(r)),
  letters: (r, [count]) => letters(r, +count),
  hex: (r, [count]) => hex(r, +count),
  guid: (r) => [8, 4, 4, 4, 12].map((it) => hex(r, it)).join('-'),
  ip: (r) => [r.int(1, 223), r.int(0, 255), r.int(0, 255), r.int(1, 254)].join('.'),
  epoch: (r) => String(r.int(1500000000, 1790000000)) + r.pick(['', '', r.digits(3)]),
  iso: (r) => `${year(r)}-${pad(r.int(1, 12))}-${pad(r.int(1, 28))}`,
  stamp: (r) => `${year(r)}-${pad(r.int(1, 12))}-${pad(r.int(1, 28))}${r.pick([' ', 'T'])}${pad(r.int(0, 23))}:${pad(r.int(0, 59))}:${pad(r.int(0, 59))}`,
  hhmm: hour,
  ver: (r) => `${r.int(0, 24)}.${r.int(0, 19)}.${r.int(0, 40)}${r.pick(['', '', '', `.${r.int(1, 9999)}`, '-beta.2'])}`,
  ean: (r) => r.pick(['893', '890', '489', '978', '471', '880']) + r.digits(10),
  isbn: (r) => r.pick([`978-${r.int(0, 9)}-${r.digits(4)}-${r.digits(4)}-${r.int(0, 9)}`, `978${r.digits(10)}`, `978-604-${r.digits(2)}-${r.digits(4)}-${r.int(0, 9)}`]),
  card: (r) => r.pick([`**** **** **** ${r.digits(4)}`, `${r.pick(['4', '5'])}${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`, `xxxx-xxxx-xxxx-${r.digits(4)}`]),
  serial: (r) => r.pick([`${letters(r, 3)}${r.digits(7)}`, `${letters(r, 2)}${r.int(10, 99)}${letters(r, 1)}${r.digits(6)}`, `${r.digits(4)}-${letters(r, 2)}-${r.digits(5)}`, `SN${r.digits(9)}`]),
  imei: (r) => `35${r.digits(13)}`,
  model: (r) => r.pick(['iPhone 13', 'iPhone 15 Pro Max 256GB', 'Samsung Galaxy S24', 'Nokia 3310', 'Redmi Note 12 4G', 'Dell Latitude 7420', 'Canon EOS 80D', 'Oppo A58 8/128GB', 'Vivo Y36', 'Sony WH-1000XM5', 'Galaxy A15 5G']),
  dim: (r) => r.pick([`${r.int(10, 220)} x ${r.int(10, 120)} x ${r.int(5, 90)} cm`, `${r.int(100, 2400)}x${r.int(100, 1200)}mm`, `${r.int(3, 20)}m x ${r.int(5, 40)}m`, `${r.int(20, 90)} × ${r.int(20, 90)} cm`]),
  pct: (r) => `${r.int(0, 99)}${r.pick(['', '', `.${r.int(1, 9)}`, `,${r.int(1, 9)}`])}%`,
  dec: (r) => `${r.int(0, 99)}.${r.digits(r.int(1, 2))}`,
  flight: (r) => r.pick(['VN', 'VJ', 'QH', 'AA', 'DL', 'UA', 'SQ', 'KE', 'WN']) + r.pick(['', ' ']) + r.fill(r.pick(['Xxx', 'Xxxx'])),
};

const vnDate = (r) => {
  const day = r.int(1, 28);
  const month = r.int(1, 12);
  return r.pick([`${pad(day)}/${pad(month)}/${year(r)}`, `${day}/${month}/${year(r)}`, `${pad(day)}-${pad(month)}-${year(r)}`, `ngày ${day} tháng ${month} năm ${year(r)}`,
    `${pad(day)}.${pad(month)}.${year(r)}`, `${pad(day)}/${pad(month)}`, `${pad(day)}/${pad(month)}/${year(r)}`]);
};
const vnName = (r) => `${r.pick(LAST)} ${r.pick(MIDDLE)} ${r.pick(GIVEN)}`;
const vnCo = (r) => `${r.pick(['Công ty TNHH', 'Công ty CP', 'Cty TNHH MTV', 'DNTN', 'Công ty Cổ phần'])} ${r.pick(['Hoàng Gia', 'Minh Phát', 'An Bình', 'Thiên Long', 'Đại Việt', 'Sao Mai', 'Tân Tiến', 'Nam Phong', 'Hòa Phát', 'Gia Huy', 'Việt Tín', 'Phúc Thịnh'])}`;

export const vnValues = {
  ...common,
  name: vnName,
  first: (r) => r.pick(GIVEN),
  anh: (r) => `${r.pick(['anh', 'chị', 'Anh', 'Chị', 'cô', 'chú', 'Ms.', 'Mr.', 'A.', 'C.'])} ${r.pick(GIVEN)}`,
  co: vnCo,
  st: (r) => `${r.pick(['', '', 'Số ', 'số '])}${r.int(1, 480)}${r.pick(['', '', 'A', 'B', `/${r.int(1, 60)}`, `/${r.int(1, 60)}/${r.int(1, 20)}`])} ${r.pick(['', 'đường ', 'Đường ', 'phố '])}${r.pick(VN_STREETS)}`,
  street: (r) => r.pick(VN_STREETS),
  dist: (r) => r.pick(DISTRICTS),
  city: (r) => r.pick(CITIES),
  prov: (r) => r.pick(PROVINCES),
  date: vnDate,
  dob: (r) => `${pad(r.int(1, 28))}${r.pick(['/', '/', '-', '.'])}${pad(r.int(1, 12))}/${r.int(1955, 2006)}`.replace(/^(\d\d)([-.])(\d\d)\//, '$1$2$3$2'),
  full: (r) => r.pick([`${pad(r.int(1, 28))}/${pad(r.int(1, 12))}/${year(r)}`, `${pad(r.int(1, 28))}/${pad(r.int(1, 12))}/${year(r)}`, `${r.int(1, 28)}/${r.int(1, 12)}/${year(r)}`, `${pad(r.int(1, 28))}-${pad(r.int(1, 12))}-${year(r)}`, `${pad(r.int(1, 28))}.${pad(r.int(1, 12))}.${year(r)}`]),
  dm: (r) => `${r.int(1, 28)}/${r.int(1, 12)}`,
  time: (r) => r.pick([hour(r), hour(r), `${r.int(5, 22)}h${r.pick(['', '30', '15', '00'])}`, `${r.int(1, 12)}:${r.pick(['00', '30'])} ${r.pick(['AM', 'PM'])}`, `${r.int(6, 22)} giờ${r.pick(['', ' 30'])}`]),
  vnd: (r) => {
    const value = even(r);
    return r.pick([`${group(value, '.')}đ`, `${group(value, '.')} đ`, `${group(value, ',')} VND`, `${group(value, '.')} VNĐ`, `${group(value, '.')}₫`, `${group(value, '.')} đồng`, `${group(value, ',')}đ`, value < 1e6 ? `${value / 1000}k` : `${group(value, '.')}đ`]);
  },
  bil: (r) => r.pick([`${r.int(1, 19)},${r.int(1, 9)} tỷ`, `${r.int(1, 20)} tỷ ${r.int(1, 9)}00 triệu`, `${r.int(2, 95)} triệu`, `${r.int(1, 9)}tr${r.int(1, 9)}`, `${r.int(1, 30)}.${r.int(1, 9)} tỉ`, `${r.int(1, 9)} tỷ ${r.int(1, 9)}`]),
  num: (r) => group(r.pick([r.int(1000, 99999), r.int(1000, 9999999), r.int(1000000, 99999999)]), r.pick(['.', '.', ','])),
  wage: (r) => r.pick([`${r.int(3, 25)} triệu`, `${r.int(3, 18)}tr${r.pick(['', '5'])}`, `${group(r.int(30, 250) * 100000, '.')}đ`]),
  med: (r) => group(r.int(1000, 99999), r.pick(['.', '.', ','])),
  trackl: (r) => r.pick([`SPXVN0${r.digits(10)}`, `EE${r.digits(9)}VN`, `VTP${r.digits(10)}`, `LEXVN${r.digits(9)}`]),
  plate: (r) => r.pick([`${r.int(11, 99)}${letters(r, 1)}-${r.digits(3)}.${r.digits(2)}`, `${r.int(11, 99)}${letters(r, 1)}${r.int(1, 9)}-${r.digits(3)}.${r.digits(2)}`, `${r.int(11, 99)}${letters(r, 1)} ${r.digits(5)}`, `${r.int(11, 99)}-${letters(r, 1)}${r.int(1, 9)} ${r.digits(4)}`]),
  tax: (r) => r.pick(['010', '030', '031', '020', '370', '040', '360', '110']) + r.digits(7) + r.pick(['', '', '', `-0${r.int(0, 1)}${r.int(1, 9)}`]),
  cccd: (r) => r.pick(['001', '079', '038', '040', '036', '048', '092', '031']) + r.int(0, 3) + pad(r.int(50, 99)) + r.digits(6),
  acct: (r) => r.pick([`00${r.int(1, 9)}1000${r.digits(6)}`, `190${r.digits(11)}`, `1251000${r.digits(7)}`, `10${r.int(1, 9)}0${r.digits(8)}`, `${r.int(1, 9)}${r.digits(7)}`, `10${r.digits(8)}`, `711A${r.digits(8)}`, `${r.int(1000, 9999)} ${r.digits(4)} ${r.digits(4)}`, `1500205${r.digits(6)}`]),
  bank: one('Vietcombank|Techcombank|BIDV|VietinBank|Agribank|ACB|MB Bank|Sacombank|VPBank|TPBank'),
  order: (r) => r.pick([`DH${r.digits(6)}`, `#${r.int(10000, 999999)}`, `${r.int(20, 26)}${pad(r.int(1, 12))}${pad(r.int(1, 28))}${letters(r, 4)}${r.digits(3)}`, `HD${r.int(2019, 2026)}-${r.digits(5)}`, `SO-${r.digits(8)}`]),
  track: (r) => r.pick([`SPXVN0${r.digits(10)}`, `EE${r.digits(9)}VN`, `85${r.digits(10)}`, `GHN${letters(r, 3)}${r.digits(5)}`, `S${r.digits(8)}.HN.${r.digits(2)}.${r.digits(9)}`, `VTP${r.digits(10)}`, `LEXVN${r.digits(9)}`]),
  email: (r) => `${r.pick(['lienhe', 'info', 'cskh', 'tuyendung', 'kinhdoanh', 'sale', 'hotro', 'linhnguyen', 'tuan.pham', 'mai92', 'hr'])}@${r.pick(['gmail.com', 'minhphat.vn', 'anbinh.com.vn', 'saomai.edu.vn', 'yahoo.com', 'thienlong.vn'])}`,
  web: (r) => `${r.pick(['www.', '', 'https://'])}${r.pick(['minhphat', 'anbinh', 'saomai', 'thienlong', 'daiviet', 'namphong'])}${r.pick(['.vn', '.com.vn', '.com'])}`,
  law: (r) => r.pick([`Nghị định ${r.int(1, 180)}/${year(r)}/NĐ-CP`, `Thông tư số ${pad(r.int(1, 99))}/${year(r)}/TT-${r.pick(['BTC', 'BGDĐT', 'BYT'])}`, `Quyết định ${r.int(10, 3999)}/QĐ-${r.pick(['UBND', 'TTg', 'BTC'])}`, `Luật số ${r.int(10, 99)}/${year(r)}/QH${r.int(13, 15)}`, `Công văn ${r.int(100, 9999)}/${r.pick(['TCT-CS', 'SYT-NVY', 'BGDĐT-GDĐH'])}`]),
  coord: (r) => r.pick([`${r.int(8, 22)}.${r.digits(6)}, 10${r.int(3, 8)}.${r.digits(6)}`, `${r.int(8, 22)}°${pad(r.int(0, 59))}'${pad(r.int(0, 59))}"B 10${r.int(3, 8)}°${pad(r.int(0, 59))}'${pad(r.int(0, 59))}"Đ`]),
  goods: one('tủ lạnh|máy giặt|xe Wave|xe SH Mode|laptop Dell|ghế sofa|bàn học|đàn guitar|điều hòa|nồi chiên|loa kéo|xe đạp|máy ảnh|tivi 43 inch|quạt điều hòa'),
};

const usDate = (r) => {
  const day = r.int(1, 28);
  const month = r.int(1, 12);
  return r.pick([`${MONTHS[month - 1]} ${day}, ${year(r)}`, `${month}/${day}/${year(r)}`, `${pad(month)}/${pad(day)}/${year(r)}`, `${MONTHS[month - 1].slice(0, 3)} ${day}`, `${MONTHS[month - 1].slice(0, 3)}. ${day}, ${year(r)}`, `${month}/${day}/${year(r) % 100}`, `${year(r)}-${pad(month)}-${pad(day)}`]);
};

export const usValues = {
  ...common,
  name: (r) => `${r.pick(FIRSTS)} ${r.pick(SURNAMES)}`,
  first: (r) => r.pick(FIRSTS),
  sur: (r) => r.pick(SURNAMES),
  co: (r) => `${r.pick(['Acme', 'Blue Ridge', 'Summit', 'Lakeside', 'Pioneer', 'Golden Gate', 'Evergreen', 'Heritage', 'Tri-County', 'Liberty', 'Cornerstone', 'Redwood'])} ${r.pick(['Plumbing', 'Realty', 'Dental', 'Insurance', 'Logistics', 'Auto Body', 'Credit Union', 'Roofing', 'Pharmacy', 'Builders', 'Medical Group', 'Storage'])}${r.pick(['', ', LLC', ' Inc.', ' Co.', ''])}`,
  st: (r) => `${r.int(1, 19999)} ${r.pick(US_STREETS)}${r.pick(['', '', `, Suite ${r.int(100, 990)}`, ` #${r.int(1, 60)}`, `, Ste. ${r.int(2, 40)}`, ` Apt ${r.int(1, 30)}${letters(r, 1)}`])}`,
  street: (r) => r.pick(US_STREETS),
  city: (r) => r.pick(US_CITIES),
  town: (r) => r.pick(US_CITIES).split(',')[0],
  zip: (r) => r.pick([r.digits(5), r.digits(5), r.digits(5), `${r.digits(5)}-${r.digits(4)}`]),
  date: usDate,
  md: (r) => `${r.int(1, 12)}/${r.int(1, 28)}`,
  month: one(MONTHS.join('|')),
  day: one('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Thu|Fri|Sat'),
  time: (r) => r.pick([`${r.int(1, 12)}:${r.pick(['00', '15', '30', '45'])} ${r.pick(['AM', 'PM', 'a.m.', 'p.m.', 'am', 'pm'])}`, `${r.int(1, 12)}${r.pick(['am', 'pm', ' PM', ' AM'])}`, hour(r)]),
  usd: (r) => r.pick([`$${r.int(1, 99)}.${r.digits(2)}`, `$${group(r.int(100, 99999), ',')}`, `$${r.int(1, 999)}`, `$${group(r.int(1000, 999999), ',')}.${r.digits(2)}`, `USD ${r.int(10, 900)}.00`, `${r.int(10, 900)} dollars`, `$${r.int(1, 9)}.${r.int(1, 9)} million`, `$${r.int(100, 950)}K`]),
  num: (r) => group(r.pick([r.int(1000, 99999), r.int(1000, 9999999), r.int(1000000, 99999999)]), ','),
  cost: (r) => r.pick([`$${r.int(5, 95)}`, `$${r.int(10, 990)}`, `$${group(r.int(1000, 4900), ',')}`, `$${r.int(5, 300)}.${r.digits(2)}`, `${r.int(20, 900)} bucks`, `$${r.int(1, 9)}00`]),
  med: (r) => group(r.int(700, 99999), ','),
  trackl: (r) => r.pick([`1Z${letters(r, 3)}${r.digits(3)}${r.digits(10)}`, `94001${r.digits(17)}`, `TBA${r.digits(12)}`]),
  plate: (r) => r.pick([`${r.int(1, 9)}${letters(r, 3)}${r.digits(3)}`, `${letters(r, 3)} ${r.digits(4)}`, `${letters(r, 3)}-${r.digits(4)}`]),
  ssn: (r) => r.pick([`XXX-XX-${r.digits(4)}`, `***-**-${r.digits(4)}`, `${r.fill('1xx')}-${r.fill('Xx')}-${r.fill('Xxxx')}`]),
  ein: (r) => `${r.int(10, 98)}-${r.digits(7)}`,
  acct: (r) => r.pick([r.digits(12), `${r.int(1, 9)}${r.digits(9)}`, `${r.digits(4)}-${r.digits(6)}-${r.digits(2)}`, `00${r.digits(10)}`, `${r.digits(8)}`, `${r.digits(6)}-${r.digits(3)}`, `X${r.digits(8)}`]),
  order: (r) => r.pick([`#${r.int(10000, 9999999)}`, `11${r.int(1, 4)}-${r.digits(7)}-${r.digits(7)}`, `SO${r.digits(7)}`, `W${r.digits(9)}`, `${r.int(2018, 2026)}-${r.digits(6)}`, `PO ${r.digits(8)}`]),
  track: (r) => r.pick([`1Z${letters(r, 3)}${r.digits(3)}${r.digits(10)}`, `9400 1${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, `94001${r.digits(17)}`, `7${r.digits(11)}`, `TBA${r.digits(12)}`, `${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`]),
  email: (r) => `${r.pick(['info', 'jsmith', 'support', 'office', 'kmartinez2', 'hr', 'events', 'bwilson84', 'sales', 'frontdesk'])}@${r.pick(['gmail.com', 'lakesidedental.com', 'blueridge.org', 'yahoo.com', 'tri-county.k12.us', 'summitco.net'])}`,
  web: (r) => `${r.pick(['www.', '', 'https://'])}${r.pick(['lakeside', 'blueridge', 'summitco', 'pioneer', 'heritage', 'redwood'])}${r.pick(['.com', '.org', '.net', '.gov'])}`,
  law: (r) => r.pick([`${r.int(1, 50)} U.S.C. § ${r.int(100, 9999)}`, `${r.int(1, 50)} CFR ${r.int(1, 999)}.${r.int(1, 99)}`, `Public Law ${r.int(90, 118)}-${r.int(1, 400)}`, `H.R. ${r.int(1, 9999)}`, `Section ${r.int(1, 30)}.${r.int(1, 20)}(b)`, `Ordinance No. ${year(r)}-${r.int(1, 90)}`, `Rev. Proc. ${year(r)}-${r.int(10, 60)}`]),
  coord: (r) => r.pick([`${r.int(25, 48)}.${r.digits(5)}, -${r.int(70, 124)}.${r.digits(5)}`, `${r.int(25, 48)}° ${r.int(0, 59)}′ ${r.int(0, 59)}″ N, ${r.int(70, 124)}° ${r.int(0, 59)}′ ${r.int(0, 59)}″ W`]),
  goods: one("2014 Honda Civic|queen mattress|John Deere mower|crib|MacBook Pro|kayak|sectional sofa|Weber grill|treadmill|snow blower|dining set|canoe|dresser|washer/dryer set|Trek bike"),
};
