// Names, companies, streets and goods.
const VI_FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const VI_MIDDLE = ['Thị', 'Văn', 'Minh', 'Thanh', 'Ngọc', 'Quốc', 'Hữu', 'Đức', 'Kim', 'Gia', 'Thu', 'Xuân', 'Bảo', 'Hồng'];
export const VI_GIVEN = ['An', 'Bình', 'Châu', 'Dũng', 'Duyên', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hoa', 'Hùng', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Nhi', 'Oanh', 'Phúc', 'Quân', 'Sơn', 'Tâm', 'Thảo', 'Trang', 'Tuấn', 'Uyên', 'Vy', 'Yến'];
const EN_FIRST = ['Olivia', 'Liam', 'Emma', 'Noah', 'Ava', 'Ethan', 'Sophia', 'Mason', 'Isabella', 'Lucas', 'Mia', 'Aiden', 'Harper', 'Elijah', 'Grace', 'Carlos', 'Priya', 'Wei', 'Dmitri', 'Fatima', 'Hannah', 'Jamal', 'Kenji', 'Rosa'];
const EN_LAST = ['Anderson', 'Brooks', 'Carter', 'Diaz', 'Edwards', 'Fischer', 'Garcia', 'Hughes', 'Ibrahim', 'Johnson', 'Keller', 'Lopez', 'Mitchell', "O'Brien", 'Patel', 'Quinn', 'Reyes', 'Sullivan', 'Tanaka', 'Underwood', 'Vargas', 'Walsh', 'Yang', 'Zimmerman'];

export const viName = (r) => `${r.pick(VI_FAMILY)} ${r.chance(0.85) ? `${r.pick(VI_MIDDLE)} ` : ''}${r.pick(VI_GIVEN)}`;
export const enName = (r) => `${r.pick(EN_FIRST)} ${r.chance(0.2) ? `${String.fromCharCode(65 + r.int(0, 25))}. ` : ''}${r.pick(EN_LAST)}`;
export const name = (r, L) => (L === 'vn' ? (r.chance(0.94) ? viName(r) : enName(r)) : r.chance(0.95) ? enName(r) : viName(r));
export const first = (r, L) => (L === 'vn' ? r.pick(VI_GIVEN) : r.pick(EN_FIRST));

export const company = (r, L) => (L === 'vn'
  ? `${r.pick(['Công ty TNHH', 'CTCP', 'Công ty CP', 'Cửa hàng', 'Đại lý', 'DNTN', 'Nhà phân phối'])} ${r.pick(['Minh Phát', 'An Khang', 'Thành Công', 'Sao Việt', 'Đại Nam', 'Hoàng Gia', 'Tân Tiến', 'Phú Mỹ', 'Việt Á', 'Đông Dương', '24/7', 'Số 1', 'Thiên Long 68'])}`
  : `${r.pick(['Blue Ridge', 'Summit', 'Northgate', 'Harbor', 'Evergreen', 'Pioneer', 'Lakeside', 'Ironwood', 'Route 66', 'Studio 54', 'Cascade', '3D'])} ${r.pick(['Logistics', 'Dental', 'Supply Co.', 'Partners LLC', 'HVAC', 'Roofing', 'Foods Inc.', 'Auto Body', 'Realty', 'Systems'])}`);

const VI_CITY = ['TP.HCM', 'Hà Nội', 'Đà Nẵng', 'Cần Thơ', 'Hải Phòng', 'Biên Hòa', 'Huế', 'Nha Trang', 'Vũng Tàu', 'Thủ Đức', 'Bình Dương'];
const US_CITY = [['Austin', 'TX', '787'], ['Denver', 'CO', '802'], ['Portland', 'OR', '972'], ['Columbus', 'OH', '432'], ['Tampa', 'FL', '336'], ['Mesa', 'AZ', '852'], ['Albany', 'NY', '122'], ['Boise', 'ID', '837'], ['Macon', 'GA', '312'], ['Fresno', 'CA', '937']];
export const city = (r, L) => (L === 'vn' ? r.pick(VI_CITY) : r.pick(US_CITY)[0]);

export function address(r, L) {
  if (L === 'vn') {
    const street = r.pick(['Nguyễn Trãi', 'Lê Lợi', 'Trần Hưng Đạo', 'Điện Biên Phủ', '3 Tháng 2', 'Cách Mạng Tháng 8', '30/4', 'Xô Viết Nghệ Tĩnh', 'Lê Văn Sỹ', 'Quốc lộ 1A', 'Phan Xích Long']);
    const door = r.pick([() => `${r.int(1, 999)}`, () => `${r.int(1, 400)}/${r.int(1, 99)}`, () => `${r.int(1, 400)}/${r.int(1, 60)}/${r.int(1, 30)}`, () => `${r.int(1, 300)}A`, () => `Số ${r.int(1, 200)}, ngõ ${r.int(1, 300)}`, () => `${r.int(10, 200)}-${r.int(201, 399)}`, () => `Lô B${r.int(1, 30)}`])();
    return `${door} ${street}, ${r.pick([`P.${r.int(1, 15)}, Q.${r.int(1, 12)}`, `phường ${r.int(1, 28)}, quận ${r.int(1, 12)}`, 'Q. Bình Thạnh', 'Thanh Xuân', 'Hải Châu', `Q${r.int(1, 12)}`])}, ${city(r, L)}${r.chance(0.15) ? ` ${r.pick(['700000', '100000', '550000', '94000'])}` : ''}`;
  }
  const [town, state, zip] = r.pick(US_CITY);
  const street = r.pick(['Maple Ave', 'Main St', 'Oak Ridge Dr', 'W 45th St', 'NE 122nd Ave', 'County Road 480', 'Highway 71', 'E Camelback Rd', 'Lincoln Blvd', 'US-19 N']);
  return `${r.pick([`${r.int(10, 999)}`, `${r.int(1000, 19999)}`])} ${street}${r.chance(0.4) ? `, ${r.pick(['Apt', 'Suite', 'Ste', 'Unit', '#'])} ${r.int(1, 1400)}`.replace('# ', '#') : ''}, ${town}, ${state} ${zip}${r.digits(2)}${r.chance(0.3) ? `-${r.digits(4)}` : ''}`;
}

export const goods = (r, L) => r.pick(L === 'vn'
  ? ['Sữa tươi 180ml x 48', 'Áo thun nam size 42', 'Nồi chiên 5,5L 1700W', 'Ốp iPhone 15 Pro Max', 'Gạo ST25 túi 5kg', 'Bóng đèn LED 9W E27', 'Dây điện 2x1.5mm2', 'Xi măng PCB40 50kg', 'Giày thể thao 39-43', 'Màn hình 27" 144Hz', 'Cáp HDMI 2.1 3m', 'Khẩu trang 4 lớp (hộp 50)', 'Tivi 55 inch 4K']
  : ['Paper towels 12-pack', 'Hex bolt 3/8-16 x 2"', 'HEPA filter 16x25x1', 'USB-C cable 6 ft', 'Olive oil 33.8 fl oz', '27" monitor 144 Hz', 'LED bulb 60W A19 (4 pk)', 'Drill bit set 29 pc', 'Copy paper 8.5 x 11, 20 lb', 'Tire 225/65R17', 'Battery CR2032', 'Dog food 30 lb']);
