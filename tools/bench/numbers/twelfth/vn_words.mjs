// Vietnamese names, addresses, documents and other digit-bearing things (never phone numbers)
import { int, pick, dig, nz, one, F, grp, pad0, dDMY, dISO, Y, ymd, wpick } from './kit.mjs';
const HO = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
  'Mai',
  'Trịnh',
  'Lương',
];
const DEM = [
  'Văn',
  'Thị',
  'Minh',
  'Ngọc',
  'Thanh',
  'Quốc',
  'Hữu',
  'Đức',
  'Thu',
  'Hồng',
  'Bảo',
  'Gia',
  'Kim',
  'Anh',
  'Xuân',
  'Tuấn',
  'Thị Mỹ',
  'Thị Thu',
  'Hoàng',
];
const TEN = [
  'An',
  'Bình',
  'Châu',
  'Dung',
  'Đạt',
  'Hà',
  'Hải',
  'Hằng',
  'Hiếu',
  'Hoa',
  'Hùng',
  'Hương',
  'Khoa',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Nhung',
  'Phúc',
  'Phương',
  'Quân',
  'Quyên',
  'Sơn',
  'Tâm',
  'Thảo',
  'Thắng',
  'Trang',
  'Trung',
  'Tú',
  'Vy',
  'Yến',
  'Vinh',
  'Tuyết',
  'Thư',
];
export const ten = () => pick(TEN);
export const nm = () => `${pick(HO)} ${pick(DEM)} ${pick(TEN)}`;
export const nmU = () => nm().toUpperCase();
export const anh = () =>
  pick(['Anh', 'Chị', 'Cô', 'Chú', 'A.', 'C.', 'Mr', 'Ms', 'Ông', 'Bà', 'anh', 'chị', 'a', 'c', 'Em']) + ' ' + ten();
const DUONG = [
  'Nguyễn Trãi',
  'Lê Lợi',
  'Trần Hưng Đạo',
  'Cách Mạng Tháng 8',
  'Điện Biên Phủ',
  'Nguyễn Văn Cừ',
  'Phạm Văn Đồng',
  'Quang Trung',
  'Hai Bà Trưng',
  'Lý Thường Kiệt',
  '3 Tháng 2',
  '30/4',
  'Võ Văn Kiệt',
  'Nguyễn Huệ',
  'Xuân Thủy',
  'Cầu Giấy',
  'Tôn Đức Thắng',
  'Hoàng Diệu',
  'Âu Cơ',
  'Lạc Long Quân',
  'Huỳnh Tấn Phát',
  'QL1A',
  'QL 13',
  'Tỉnh lộ 8',
];
export const duong = () => pick(DUONG);
export const TINH = [
  'Hà Nội',
  'TP.HCM',
  'Đà Nẵng',
  'Cần Thơ',
  'Hải Phòng',
  'Bình Dương',
  'Đồng Nai',
  'Long An',
  'Nghệ An',
  'Thanh Hóa',
  'Khánh Hòa',
  'Lâm Đồng',
  'Quảng Ninh',
  'Bắc Ninh',
  'An Giang',
];
export const st = () =>
  `${one(
    () => int(1, 999),
    () => `${int(1, 400)}/${int(1, 90)}`,
    () => `${int(1, 300)}${pick(['A', 'B', 'Bis', ''])}`,
    () => `Số ${int(1, 200)}, ngõ ${int(1, 300)}`,
    () => `${int(100, 900)}/${int(1, 60)}/${int(1, 30)}`,
  )} ${pick(['', 'đường ', 'Đ. ', ''])}${pick(DUONG)}, ${pick(['P.', 'Phường ', 'P. ', 'phường '])}${one(
    () => int(1, 16),
    () => pick(['Bến Nghé', 'Dịch Vọng', 'Hòa Cường Bắc', 'An Khánh', 'Tân Định', 'Linh Trung', 'Phú Mỹ']),
  )}, ${pick(['Q.', 'Quận ', 'Q '])}${one(
    () => int(1, 12),
    () => pick(['Bình Thạnh', 'Cầu Giấy', 'Gò Vấp', 'Hải Châu', 'Ninh Kiều', 'Tân Bình']),
  )}, ${pick(TINH)}`;
const NGHE = [
  'Thương mại',
  'Dịch vụ',
  'Xây dựng',
  'Vận tải',
  'Sản xuất',
  'Xuất nhập khẩu',
  'Dược phẩm',
  'Nội thất',
  'Cơ khí',
  'Du lịch',
  'Thực phẩm',
  'Công nghệ',
  'May mặc',
  'Bao bì',
];
const RIENG = [
  'Minh Phát',
  'Hoàng Gia',
  'Đại Việt',
  'Sao Mai',
  'Tân Phú',
  'An Khang',
  'Việt Hưng',
  'Thành Công',
  'Phú Quý',
  'Hưng Thịnh',
  'Kim Long',
  'Nam Á',
  'Đông Dương',
  'Trường Sơn',
  'Bách Khoa',
  'Hải Âu',
  'Ánh Dương',
  'ABC',
  'VNT',
  'Gia Bảo',
];
export const rieng = () => pick(RIENG);
export const co = () =>
  `${pick(['Công ty TNHH', 'Công ty CP', 'CTY TNHH', 'Cty CP', 'Công ty TNHH MTV', 'DNTN', 'HKD'])} ${pick(NGHE)} ${pick(RIENG)}`;
const d2 = () =>
  one(
    dDMY,
    dDMY,
    dDMY,
    () => dDMY('-'),
    () => dDMY('.'),
    dISO,
    () => `${int(1, 28)}/${int(1, 12)}/${Y()}`,
    () => `${int(1, 28)}/${int(1, 12)}`,
    () => `ngày ${pad0(int(1, 28), 2)} tháng ${pad0(int(1, 12), 2)} năm ${Y()}`,
  );
export const dv = d2;
export const vnd = () => {
  const v = one(
    () => int(5, 999) * 1000,
    () => int(100, 9999) * 1000,
    () => int(1000, 99999) * 1000,
    () => int(1000000, 999999999),
    () => int(1, 99) * 1e6,
    () => int(100, 9000) * 1e6,
  );
  return one(
    () => grp(v, '.') + pick(['đ', ' đ', '₫', ' VND', ' VNĐ', ' đồng', ' ₫', 'đ', ' đ']),
    () => grp(v, ',') + pick([' VND', ' đ', 'đ', ' VNĐ']),
    () => grp(v, ' ') + ' VND',
    () => '₫' + grp(v, '.'),
    () => v + ' VND',
    () => `${int(1, 950)}${pick(['k', 'K', 'tr', ' triệu', ' tỷ', ' nghìn'])}`,
  );
};
export const amt = (sep = '.') => grp(int(100000, 999999999), sep);
// tax id with its check digit; head office 0100…–0110…, 0300…–0318…, or a province code
export const mst = () => {
  for (;;) {
    const b =
      pick(['010', '030', '031', '040', '370', '360', '110', '020', '590', '180', '460', '601', '290', '230', '570']) +
      dig(6);
    const w = [31, 29, 23, 19, 17, 13, 7, 5, 3];
    let t = 0;
    w.forEach((x, i) => {
      t += x * +b[i];
    });
    const c = 10 - (t % 11);
    if (c >= 0 && c <= 9) return b + c;
  }
};
export const mstB = () => `${mst()}${pick(['-', '-', ' - '])}${pad0(int(1, 40), 3)}`;
export const cccd = () =>
  pick(['001', '079', '036', '038', '040', '048', '052', '066', '075', '082', '092', '034', '031', '024']) +
  pick(['0', '1', '2', '3']) +
  pad0(pick([int(55, 99), int(0, 8)]), 2) +
  dig(6);
export const cmnd = () => pick(['02', '01', '18', '20', '21', '27', '31', '36', '22']) + dig(7);
export const BANKS = [
  'Vietcombank',
  'VCB',
  'Techcombank',
  'BIDV',
  'MB Bank',
  'ACB',
  'VietinBank',
  'Agribank',
  'Sacombank',
  'VPBank',
  'TPBank',
  'VIB',
];
export const stk = b =>
  wpick([
    [4, () => '00' + pick(['71', '11', '21', '31', '51', '81']) + '00' + dig(7)],
    [3, () => '190' + dig(11)],
    [3, () => pick(['1', '2', '3', '5', '6', '7']) + dig(13)],
    [3, () => '10' + pick(['1', '2', '7', '8']) + dig(9)],
    [2, () => nz(8)],
    [3, () => '10' + dig(8)],
    [2, () => '19' + dig(9)],
    [2, () => '0' + pick(['600', '500', '200']) + dig(8)],
  ])();
export const plate = () =>
  one(
    () => F(`${int(11, 99)}${pick(['A', 'C', 'D', 'F', 'G', 'H', 'K'])}-###.##`),
    () => F(`${int(11, 99)}${pick(['A', 'B', 'C', 'H'])}###.##`),
    () => F(`${int(11, 99)}-${pick(['X', 'S', 'H', 'B', 'F'])}# ###.##`),
    () => F(`${int(11, 99)}${pick(['LD', 'R', 'A'])} - ####`),
  );
export const bhyt = () =>
  F(`${pick(['GD', 'DN', 'HS', 'HT', 'TE', 'SV', 'HC'])}4${pick(['01', '79', '48', '92', '75'])}`) +
  one(
    () => dig(10),
    () => ' ' + F('## ### #####'),
  );
export const bhxh = () => pick(['79', '01', '75', '74', '48', '31', '92']) + dig(8);
export const awb = () =>
  one(
    () => F('GHN%#######'),
    () => F('S%#######.MN#.H#.#########'),
    () => 'SPXVN0' + dig(11),
    () => F('EB#########VN'),
    () => F('VTP##########'),
    () => '1' + dig(12),
    () => F('8#') + '0' + dig(9),
    () => F('NVVN########'),
    () => F('VNA########'),
    () => F('GHTK-########'),
    () => F('LEX@@##########VN'),
  );
export const oid = () =>
  one(
    () => F('DH######'),
    () => F('§DH-2#-####'),
    () => `#${ymd().slice(2)}${F('*****@')}`,
    () => `SO-${Y()}-${dig(5)}`,
    () => F('HD0#####'),
    () => F('ORD%#######'),
    () => `${ymd()}-${dig(4)}`,
    () => F('580########'),
    () => F('%########'),
    () => F('37%#############'),
  );
export const hd = () =>
  one(
    () => `${int(1, 300)}/${Y()}/HĐMB-${F('@@')}`,
    () => `HĐ số ${pad0(int(1, 999), 4)}/${Y()}`,
    () => `${pad0(int(1, 999), 3)}.${int(18, 25)}.HĐTD`,
    () => `${dig(4)}-LAV-${Y()}${dig(5)}`,
  );
export const cv = () =>
  `${int(12, 4999)}/${pick(['QĐ-UBND', 'TB-STC', 'SYT-NVY', 'BC-CAT', 'GM-UBND', 'NĐ-CP', 'TT-BTC', 'CT-TTHT', 'KH-SGDĐT', 'QĐ-ĐHBK'])}`;
export const sku = () =>
  one(
    () => F('SP######'),
    () => F('@@-####-##'),
    () => F('@@@###@##'),
    () => F('893%#########'),
    () => F('A##.###.###'),
  );
export const serial = () =>
  one(
    () => F('SN@@##########'),
    () => F('@##@####@###'),
    () => F('5CD#######'),
    () => F('R58@########'),
  );
export const GIO = () => `${int(7, 9)}h${pick(['', '00', '30'])} - ${int(16, 22)}h${pick(['', '00', '30'])}`;
export const DM = ['gmail.com', 'yahoo.com.vn', 'company.vn', 'hotmail.com', 'minhphat.com.vn', 'outlook.com'];
export const mail = () =>
  `${bareTen()}${one(
    '',
    () => int(1, 99),
    () => int(1980, 2003),
  )}@${pick(DM)}`;
const bareTen = () =>
  pick([
    'nguyenan',
    'tranlan',
    'le.minh',
    'phamhoa',
    'info',
    'cskh',
    'sales',
    'ketoan',
    'hr',
    'vu.ha',
    'hoang.nam',
    'thutrang',
  ]);
export const SP = [
  'Áo thun nam',
  'Tai nghe BT5.3',
  'Nồi cơm 1.8L',
  'Sữa bột 900g',
  'Ốp lưng iPhone 15',
  'Giày sneaker size 42',
  'Máy lọc nước 10 lõi',
  'Bàn gỗ 1m2 x 60',
  'Quạt trần 5 cánh',
  'Balo 25L',
  'Kem chống nắng SPF50+ 50ml',
  'Gạch 60x60',
  'Ắc quy 12V-45Ah',
  'Lốp 185/65R15',
];
export const sp = () => pick(SP);
