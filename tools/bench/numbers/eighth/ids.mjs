// What else is written in digits: each makes a text in which no telephone number is.
const pad = (value, size) => String(value).padStart(size, '0');
const vnd = (r) => {
  const value = r.pick([r.int(15, 990) * 1000, r.int(1, 99) * 100000 + r.int(0, 99) * 1000, r.int(1000, 99999) * 10000, r.int(1, 9) * 1e9 + r.int(0, 9999) * 1e5, r.int(10000, 999999999)]);
  return String(value);
};
const grouped = (digits, sign) => digits.replace(/\B(?=(\d{3})+$)/g, sign);
const day = (r) => [r.int(1, 28), r.int(1, 12), r.int(2021, 2026)];
const luhn = (digits) => {
  const sum = [...digits].reverse().reduce((all, it, at) => all + (at % 2 ? +it : it * 2 > 9 ? it * 2 - 9 : it * 2), 0);
  return digits + ((10 - (sum % 10)) % 10);
};
const ean = (digits) => digits + ((10 - ([...digits].reduce((sum, it, at) => sum + it * (at % 2 ? 3 : 1), 0) % 10)) % 10);
const hex = (r, count) => Array.from({ length: count }, () => r.pick([...'0123456789abcdef'])).join('');
const upper = (r, count) => Array.from({ length: count }, () => r.pick([...'ABCDEFGHKLMNPRSTUVXY'])).join('');
const street = ['Nguyễn Trãi', 'Lê Lợi', 'Trần Hưng Đạo', 'Điện Biên Phủ', 'Cách Mạng Tháng 8', 'Hai Bà Trưng', 'Phạm Văn Đồng', 'Xô Viết Nghệ Tĩnh', 'Nguyễn Văn Linh', 'Láng Hạ', 'Giải Phóng', 'Quang Trung', '3 tháng 2', '30/4'];
const ward = ['P.5, Q.10, TP.HCM', 'phường Hải Châu 1, Đà Nẵng', 'P. Láng Thượng, Q. Đống Đa, Hà Nội', 'Phường 12, Quận 3', 'xã Tân Kiên, H. Bình Chánh', 'TP. Cần Thơ', 'TP. Thủ Đức', 'P.Bến Nghé, Q.1', 'Biên Hòa, Đồng Nai', 'Hồng Bàng, Hải Phòng'];
const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const middle = ['Văn', 'Thị', 'Minh', 'Thanh', 'Hữu', 'Ngọc', 'Quốc', 'Đức', 'Thu', 'Hoài'];
const given = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Hạnh', 'Hùng', 'Huy', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Phương', 'Quân', 'Quỳnh', 'Sơn', 'Tâm', 'Thảo', 'Trang', 'Tú', 'Tuấn', 'Vy', 'Yến'];
const firm = ['Cty TNHH Minh Phát', 'Công ty CP Xây dựng Hòa Bình Xanh', 'Siêu thị An Khang', 'Cửa hàng Thanh Tâm', 'Nhà thuốc Đức Minh', 'Cty CP Thép Việt Nhật', 'HTX Nông sản Đà Lạt', 'Công ty TNHH TM-DV Đại Lộc', 'Trường THCS Lê Quý Đôn', 'Phòng khám Sài Gòn Xanh', 'Cty CP Vận tải Trường Sơn'];
const usFirst = ['James', 'Mary', 'Robert', 'Linda', 'Michael', 'Susan', 'David', 'Karen', 'Carlos', 'Angela', 'Kevin', 'Priya', 'Brian', 'Nicole', 'Tyler', 'Megan', 'Jamal', 'Heather', 'Scott', 'Diane'];
const usLast = ['Smith', 'Johnson', 'Garcia', 'Brown', 'Miller', 'Davis', 'Nguyen', 'Wilson', 'Anderson', 'Thomas', 'Lopez', 'Hughes', 'Patel', 'Clark', 'Reynolds', 'Walker', 'O’Brien', 'Kowalski'];
const usFirm = ['Lakeside Dental', 'Acme Industrial Supply', 'Harbor Freight Lines LLC', 'Bluebird Realty Group', 'Summit Ridge HOA', 'Pioneer Title Co.', 'Northgate Pediatrics', 'Cedar Valley School District', 'Tri-County Electric', 'Ruiz & Sons Plumbing', 'Westfield Credit Union', 'Evergreen Logistics Inc.'];
const usStreet = ['Maple Ave', 'W 5th St', 'Oak Ridge Dr', 'Main St, Ste 210', 'NE 24th Pl', 'Industrial Pkwy', 'County Rd 4280', 'E Camelback Rd #1105', 'Lakeshore Blvd, Unit 3B', 'N Highway 281'];
const usCity = ['Austin, TX 78704', 'Phoenix, AZ 85016-2034', 'Tampa, FL 33602', 'Columbus, OH 43215-1100', 'Portland, OR 97205', 'Chicago, IL 60614', 'Denver, CO 80202-4412', 'Charlotte, NC 28202', 'San Jose, CA 95112', 'Buffalo, NY 14203-1617'];

export const tokens = {
  // people and places
  ten: (r) => `${r.pick(family)} ${r.chance(0.8) ? `${r.pick(middle)} ` : ''}${r.pick(given)}`,
  goi: (r) => r.pick(given),
  ong: (r) => r.pick(['anh', 'chị', 'cô', 'chú', 'bác', 'em']),
  cty: (r) => r.pick(firm),
  so_nha: (r) => r.pick([`${r.int(1, 900)}`, `${r.int(1, 400)}/${r.int(1, 60)}`, `${r.int(1, 400)}/${r.int(1, 60)}/${r.int(1, 20)}`, `${r.int(1, 99)}${r.pick(['A', 'B', 'bis'])}`, `Số ${r.int(1, 60)} ngõ ${r.int(100, 400)}`, `${r.int(12, 80)}-${r.int(81, 99)}`, `Lô ${upper(r, 1)}${r.int(1, 40)}-${pad(r.int(1, 20), 2)}`]),
  dc: (r) => `${tokens.so_nha(r)} ${r.pick(street)}, ${r.pick(ward)}`,
  name: (r) => `${r.pick(usFirst)} ${r.pick(usLast)}`,
  first: (r) => r.pick(usFirst),
  inc: (r) => r.pick(usFirm),
  addr: (r) => `${r.pick([r.int(1, 999), r.int(1000, 19999), `${r.int(100, 999)}-${r.int(10, 99)}`])} ${r.pick(usStreet)}, ${r.pick(usCity)}`,
  zip: (r) => r.pick(usCity).match(/\d[\d-]*$/)[0],
  // money
  vnd: (r) => r.weighted([[6, () => `${grouped(vnd(r), '.')}đ`], [5, () => `${grouped(vnd(r), '.')} ₫`], [4, () => `${grouped(vnd(r), ',')} VND`], [4, () => grouped(vnd(r), '.')], [3, () => grouped(vnd(r), ',')], [2, () => `${grouped(vnd(r), '.')} VNĐ`], [1, () => `${vnd(r)}`.replace(/^(\d{1,8})\d*$/, '$1 đ')], [1, () => `${grouped(vnd(r), ' ')} đ`], [1, () => `${grouped(vnd(r), ',')}.00`]])(),
  usd: (r) => r.weighted([[6, () => `$${grouped(String(r.int(5, 99999)), ',')}.${r.digits(2)}`], [2, () => `$${grouped(String(r.int(100000, 99999999)), ',')}`], [2, () => `USD ${grouped(String(r.int(100, 999999)), ',')}.00`], [1, () => `(${grouped(String(r.int(100, 99999)), ',')}.${r.digits(2)})`], [1, () => `-$${r.int(10, 999)}.${r.digits(2)}`]])(),
  // time
  d: (r) => { const [a, b, c] = day(r); return r.weighted([[8, `${pad(a, 2)}/${pad(b, 2)}/${c}`], [2, `${pad(a, 2)}-${pad(b, 2)}-${c}`], [2, `${pad(a, 2)}.${pad(b, 2)}.${c}`], [2, `${a}/${b}/${c}`], [1, `${c}-${pad(b, 2)}-${pad(a, 2)}`], [1, `${pad(a, 2)}/${pad(b, 2)}`]]); },
  t: (r) => r.pick([`${pad(r.int(0, 23), 2)}:${pad(r.int(0, 59), 2)}`, `${r.int(7, 21)}h${pad(r.int(0, 59), 2)}`, `${pad(r.int(0, 23), 2)}:${pad(r.int(0, 59), 2)}:${pad(r.int(0, 59), 2)}`]),
  hm: (r) => `${pad(r.int(0, 23), 2)}:${pad(r.int(0, 59), 2)}`,
  ts: (r) => { const [a, b, c] = day(r); return `${c}-${pad(b, 2)}-${pad(a, 2)}${r.pick([' ', ' ', 'T'])}${pad(r.int(0, 23), 2)}:${pad(r.int(0, 59), 2)}:${pad(r.int(0, 59), 2)}`; },
  ymd: (r) => { const [a, b, c] = day(r); return `${c}${pad(b, 2)}${pad(a, 2)}`; },
  yy: (r) => { const [, b, c] = day(r); return `${c % 100}${pad(b, 2)}`; },
  us_d: (r) => { const [a, b, c] = day(r); return r.weighted([[6, `${pad(b, 2)}/${pad(a, 2)}/${c}`], [3, `${b}/${a}/${c % 100}`], [2, `${pad(b, 2)}-${pad(a, 2)}-${c}`], [2, `${r.pick(['Jan', 'Mar', 'May', 'Aug', 'Oct', 'Dec'])} ${a}, ${c}`], [1, `${c}-${pad(b, 2)}-${pad(a, 2)}`]]); },
  us_t: (r) => `${r.int(1, 12)}:${pad(r.int(0, 59), 2)} ${r.pick(['AM', 'PM', 'am', 'pm'])}`,
  epoch: (r) => `17${r.digits(8)}`,
  epochms: (r) => `17${r.digits(11)}`,
  n2: (r) => `${r.int(2, 99)}`,
  n3: (r) => `${r.int(100, 999)}`,
  n4: (r) => `${r.int(1000, 9999)}`,
  n5: (r) => `${r.int(10000, 99999)}`,
  n6: (r) => `${r.int(100000, 999999)}`,
  n8: (r) => `${r.int(1, 9)}${r.digits(7)}`,
  otp: (r) => r.pick([r.digits(6), r.digits(6), r.digits(4), `${r.digits(3)} ${r.digits(3)}`, r.digits(8)]),
  pct: (r) => r.pick([`${r.int(1, 99)}%`, `${r.int(1, 99)},${r.int(1, 9)}%`, `${r.int(1, 99)}.${r.digits(2)}%`]),
  // Vietnamese numbers of persons and firms
  mst: (r) => { const it = r.pick(['0100', '0101', '0102', '0104', '0106', '0301', '0302', '0304', '0309', '0312', '0313', '0315', '0316', '1800', '3600', '3702', '4000', '0400', '0200', '0900', '0901', '0700', '5700']) + r.digits(6); return r.weighted([[8, it], [2, `${it}-0${r.int(10, 29)}`], [0.6, `${it.slice(0, 2)} ${it.slice(2, 9)} ${it[9]}`]]); },
  mst_roi: (r) => [...`03${r.digits(8)}`].join(' '),
  cccd: (r) => `${r.pick(['001', '079', '038', '040', '048', '031', '036', '060', '092'])}${r.pick(['0', '1', '1', '2', '3'])}${r.digits(8)}`,
  cmnd: (r) => `${r.pick(['02', '03', '01', '17', '18', '20', '22', '27', '36'])}${r.digits(7)}`,
  bhxh: (r) => `${r.pick(['01', '02', '79', '74', '31', '48', '91', '38'])}${r.int(10, 23)}${r.digits(6)}`,
  bhyt: (r) => `${r.pick(['DN', 'HS', 'GD', 'TE', 'HT', 'CN'])}${r.pick([' ', '', '', '-'])}${r.int(1, 4)}${r.pick(['', ' '])}${r.pick(['01', '79', '48', '31'])}${r.digits(10)}`,
  stk: (r) => r.pick([`0${r.pick(['011', '071', '531', '451', '021'])}00${r.digits(7)}`, `190${r.digits(11)}`, `10${r.digits(8)}`, `1${r.digits(11)}`, `${r.pick(['6', '5', '7', '3'])}${r.digits(12)}`, `${r.pick(['12', '21', '31'])}010000${r.digits(6)}`, `2${r.digits(8)}`, `102 8${r.digits(2)} ${r.digits(3)} ${r.digits(3)}`, `1903 ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`]),
  the: (r) => r.pick([`9704 ${r.digits(2)}** **** ${r.digits(4)}`, `**** ${r.digits(4)}`, `9704${r.digits(12)}`, `4${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`, `5${r.digits(3)}-${r.digits(4)}-${r.digits(4)}-${r.digits(4)}`, `97043668${r.digits(11)}`]),
  gtin_vn: (r) => ean(`893${r.digits(9)}`),
  bienso: (r) => r.pick([`${r.int(11, 99)}${upper(r, 1)}-${r.digits(3)}.${r.digits(2)}`, `${r.int(11, 99)}${upper(r, 1)}${r.int(1, 9)}-${r.digits(3)}.${r.digits(2)}`, `${r.int(11, 99)}${upper(r, 1)}-${r.digits(5)}`, `${r.int(29, 99)}-${upper(r, 1)}${r.int(1, 9)} ${r.digits(4)}`, `${r.int(50, 51)}LD-${r.digits(3)}.${r.digits(2)}`]),
  vb: (r) => `${r.int(1, 3999)}/${r.pick([`${r.int(2019, 2026)}/NĐ-CP`, `${r.int(2019, 2026)}/TT-BTC`, 'QĐ-UBND', 'CV-SYT', 'TB-SGDĐT', `${r.int(2022, 2026)}/HĐMB`, 'TTr-STNMT', 'BC-HĐQT', `${r.int(2019, 2026)}/QĐ-TTg`, 'GM-VP'])}`,
  toado: (r) => r.pick([`10.7${r.digits(5)}, 106.6${r.digits(5)}`, `21.0${r.digits(4)},105.8${r.digits(4)}`, `16°0${r.int(1, 9)}'${r.int(10, 59)}.${r.int(1, 9)}"N 108°1${r.int(1, 9)}'${r.int(10, 59)}.${r.int(1, 9)}"E`, `X=${r.int(1100, 2300)}${r.digits(3)}.${r.digits(2)}; Y=5${r.digits(5)}.${r.digits(3)}`]),
  madon: (r) => r.pick([`DH${r.digits(6)}`, `#${r.int(10000, 99999)}`, `DH-${tokens.yy(r)}-${r.digits(4)}`, `SON${r.digits(7)}`, `${tokens.yy(r)}${r.int(10, 28)}${upper(r, 6)}`, `HD${r.digits(6)}`, `5${r.digits(17)}`, `#1${r.digits(9)}`]),
  vandon: (r) => r.pick([`SPXVN0${r.digits(11)}`, `G${upper(r, 3)}${r.digits(4)}${upper(r, 2)}`, `8${r.digits(11)}`, `VTP${r.digits(10)}`, `E${upper(r, 1)}${r.digits(9)}VN`, `S${r.digits(8)}.${upper(r, 2)}.${upper(r, 2)}${r.int(1, 9)}.${r.digits(9)}`, `JT${r.digits(10)}`, `LEX${r.digits(10)}VNA`]),
  cont: (r) => `${r.pick(['MSKU', 'TCLU', 'OOLU', 'EGHU', 'WHLU', 'CMAU'])}${r.pick(['', ' '])}${r.digits(6)}${r.pick(['', '-', ''])}${r.digits(1)}`,
  dien: (r) => `${r.pick(['PE', 'PC', 'PD', 'PB', 'PP'])}${r.digits(11)}`,
  che: (r) => r.pick([`09${r.digits(2)}***${r.digits(3)}`, `03${r.digits(2)}****${r.digits(2)}`, `+84*****${r.digits(4)}`, `******${r.digits(4)}`, `09xxxxxx${r.digits(2)}`, `08${r.digits(1)}••••${r.digits(3)}`, `097.xxx.${r.digits(4)}`]),
  fbid: (r) => `1000${r.digits(11)}`,
  // American numbers
  ssn: (r) => r.pick([`${r.int(100, 665)}-${r.int(10, 99)}-${r.digits(4)}`, `XXX-XX-${r.digits(4)}`, `***-**-${r.digits(4)}`]),
  ein: (r) => `${r.int(10, 98)}-${r.int(1, 9)}${r.digits(6)}`,
  npi: (r) => luhn(`80840${r.int(1, 1)}${r.digits(8)}`).slice(5),
  mrn: (r) => r.pick([`MRN ${r.digits(8)}`, `00${r.digits(7)}`, `E${r.digits(7)}`]),
  routing: (r) => r.pick(['021000021', '111000025', '122105278', '031101279', '091000019', '322271627']),
  acct: (r) => r.pick([`000${r.digits(7)}`, `${r.int(4, 8)}${r.digits(11)}`, `****${r.digits(4)}`, `${r.digits(4)}-${r.digits(6)}`, `${r.int(1000, 9999)} ${r.digits(4)} ${r.digits(4)}`]),
  card: (r) => r.pick([`4${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)}`, `XXXX-XXXX-XXXX-${r.digits(4)}`, `37${r.digits(2)} ${r.digits(6)} ${r.digits(5)}`, `•••• ${r.digits(4)}`, `6011${r.digits(12)}`]),
  track: (r) => r.pick([`1Z${upper(r, 1)}${r.digits(2)}${upper(r, 2)}${r.digits(10)}`, `${r.pick(['7', '2', '3'])}${r.digits(11)}`, `${r.pick(['7', '2'])}${r.digits(3)} ${r.digits(4)} ${r.digits(4)}`, `9400 1${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, `92612${r.digits(17)}`, `TBA${r.digits(12)}`, `LZ${r.digits(9)}US`, `D1${r.digits(13)}`]),
  amz: (r) => `11${r.int(1, 4)}-${r.digits(7)}-${r.digits(7)}`,
  sap: (r) => `${r.pick(['45', '80', '90', '51', '19'])}${r.digits(8)}`,
  upc: (r) => { const it = `${r.pick(['0', '7', '8'])}${r.digits(10)}`; const all = `0${it}`; const sum = ean(all).slice(1); return r.pick([sum, `${sum[0]} ${sum.slice(1, 6)} ${sum.slice(6, 11)} ${sum[11]}`]); },
  isbn: (r) => r.pick([`978-0-${r.digits(3)}-${r.digits(5)}-${r.digits(1)}`, `978-1-${r.digits(5)}-${r.digits(3)}-${r.digits(1)}`, `978-604-${r.digits(1)}-${r.digits(5)}-${r.digits(1)}`, `9780${r.digits(9)}`, `0-${r.digits(3)}-${r.digits(5)}-X`]),
  imei: (r) => luhn(`35${r.digits(12)}`),
  iccid: (r) => `8984${r.pick(['04', '01', '02'])}${r.digits(14)}`,
  iccid_us: (r) => `8901${r.digits(15)}`,
  vin: (r) => `${r.pick(['1HGCM', '5YJ3E', '1FTFW', 'RLUA2', '2T1BU', 'JTDKN'])}${r.digits(2)}${upper(r, 4)}${r.digits(6)}`,
  apn: (r) => r.pick([`${r.digits(3)}-${r.digits(3)}-${r.digits(3)}-000`, `${r.digits(2)}-${r.digits(2)}-${r.digits(3)}-${r.digits(3)}-0000`, `${r.digits(4)}-${r.digits(3)}-${r.digits(2)}`]),
  ndc: (r) => r.pick([`${r.digits(5)}-${r.digits(3)}-${r.digits(2)}`, `0${r.digits(3)}-${r.digits(4)}-${r.digits(2)}`, `${r.digits(5)}-0${r.digits(3)}-${r.digits(2)}`]),
  claim: (r) => r.pick([`CLM-${r.digits(8)}`, `${tokens.ymd(r)}-${r.digits(6)}`, `${r.int(2020, 2026)}${r.digits(9)}`, `${upper(r, 2)}${r.digits(9)}-01`, `0${r.digits(2)}-${r.digits(2)}-${r.digits(6)}`]),
  us_geo: (r) => r.pick([`37.7${r.digits(4)}, -122.4${r.digits(4)}`, `${r.int(28, 47)}.${r.digits(6)},-${r.int(71, 120)}.${r.digits(6)}`, `${r.int(30, 45)}° ${r.int(10, 59)}' ${r.int(10, 59)}" N`]),
  us_plate: (r) => r.pick([`${r.int(1, 9)}${upper(r, 3)}${r.digits(3)}`, `${upper(r, 3)}-${r.digits(4)}`, `${upper(r, 3)} ${r.digits(4)}`]),
  us_mask: (r) => r.pick([`(***) ***-${r.digits(4)}`, `***-***-${r.digits(4)}`, `(•••) •••-••${r.digits(2)}`, `xxx-xxx-${r.digits(4)}`, `+1 ••• ••• ${r.digits(4)}`]),
  asin: (r) => `B0${upper(r, 1)}${r.digits(2)}${upper(r, 2)}${r.digits(1)}${upper(r, 1)}${r.digits(1)}`,
  duns: (r) => r.pick([`${r.digits(2)}-${r.digits(3)}-${r.digits(4)}`, r.digits(9)]),
  case: (r) => r.pick([`${r.int(1, 8)}:${r.int(19, 26)}-cv-${r.digits(5)}`, `CV-${r.int(2019, 2026)}-${r.digits(6)}`, `${r.int(19, 26)}-${r.digits(5)}-CA-01`, `BP-${r.int(2021, 2026)}-${r.digits(5)}`]),
  // machines
  ip: (r) => r.pick([`192.168.${r.int(0, 20)}.${r.int(2, 254)}`, `10.${r.int(0, 200)}.${r.int(0, 200)}.${r.int(2, 254)}`, `${r.int(103, 203)}.${r.int(100, 254)}.${r.int(100, 254)}.${r.int(100, 254)}`, `172.16.${r.int(0, 99)}.${r.int(2, 254)}:${r.int(1000, 9999)}`]),
  mac: (r) => Array.from({ length: 6 }, () => hex(r, 2).toUpperCase()).join(r.pick([':', '-'])),
  ver: (r) => r.pick([`${r.int(1, 20)}.${r.int(0, 30)}.${r.int(0, 99)}`, `v${r.int(1, 9)}.${r.int(0, 30)}.${r.int(0, 9)}-build.${r.int(1000, 99999)}`, `10.0.${r.int(19041, 26100)}.${r.int(1000, 9999)}`, `${r.int(110, 140)}.0.${r.int(5000, 7000)}.${r.int(100, 200)}`]),
  uuid: (r) => `${hex(r, 8)}-${hex(r, 4)}-4${hex(r, 3)}-a${hex(r, 3)}-${hex(r, 12)}`,
  sha: (r) => hex(r, r.pick([8, 10, 40])),
  serial: (r) => r.pick([`SN${r.digits(10)}`, `${upper(r, 3)}${r.digits(7)}`, `${r.digits(2)}${upper(r, 2)}${r.digits(8)}`, `S/N ${r.digits(4)}-${r.digits(4)}-${r.digits(4)}`, `${upper(r, 2)}-${r.digits(4)}-${r.digits(5)}`]),
  sku: (r) => r.pick([`${upper(r, 2)}-${r.digits(4)}-${r.pick(['XL', 'M', '42', 'BLK'])}`, `SP${r.digits(6)}`, `${r.digits(3)}.${r.digits(3)}.${r.digits(2)}`, `${upper(r, 3)}${r.digits(5)}`, `${r.digits(6)}-${r.digits(3)}`]),
  lot: (r) => r.pick([`L${r.digits(6)}`, `${r.digits(6)}${upper(r, 1)}`, `LOT ${r.digits(4)}-${r.digits(2)}`, `${tokens.ymd(r)}-${r.digits(2)}`]),
  dim: (r) => r.pick([`${r.int(10, 900)} x ${r.int(10, 900)} x ${r.int(10, 900)} mm`, `${r.int(3, 30)}x${r.int(5, 40)}m`, `${r.int(20, 900)},${r.int(1, 9)} m²`, `${r.int(1, 90)}.${r.digits(2)} kg`, `1920×1080`, `${r.int(100, 9999)} kWh`]),
  hs: (r) => `${r.digits(4)}.${r.digits(2)}.${r.pick(['00', '10', '90'])}`,
};
