// Columns [header, cell]; a header with | is one of these for the whole column.
const cell = (name, ...columns) => ({ name, columns });
const NAME = ['Họ và tên|Họ tên|Tên|Khách hàng|Người liên hệ', '{name}'];
const NO = ['STT|TT|#', '{int 1 90}'];
const PHONE = ['Điện thoại|SĐT|Số điện thoại|ĐT|Di động|Mobile|Phone|Điện thoại liên hệ|SĐT/Zalo|Tel|Số ĐT'];

export const vnTables = [
  cell('directory', NO, NAME, [PHONE[0], '{mn}'], ['Số nội bộ|Máy lẻ|Ext', '{#Xxx}']),
  cell('directory', [PHONE[0], '{mraw}'], ['Ngày sinh|NS', '{#0X/0X/19xx}']),
  cell('offices', ['Đơn vị', 'Chi cục Thuế {dist}'], ['Điện thoại|ĐT cơ quan|Điện thoại bàn', '{l}'], ['Fax|Số Fax', '{l}']),
  cell('hospital', ['Khoa/Phòng', 'Khoa «Nội|Ngoại|Nhi|Sản|Mắt»'], ['Số máy|Điện thoại', ['{l}', '{lx}']], ['Số giường', '{int 10 90}']),
  cell('branches', ['Địa chỉ|Chi nhánh', '{st}, {dist}, {city}'], ['Liên hệ|Hotline|Tổng đài', ['{l}', '{m}', '{h}', '{l} - {l}']], ['Giờ mở cửa|Giờ làm việc', '{int 7 9}h-{int 17 22}h']),
  cell('customers', ['Mã KH', '{#KHxxxxx}'], ['SĐT khách|Điện thoại|Liên lạc', ['{mn}', '{mraw}', '{mraw}']], ['Doanh số|Tổng mua|Công nợ', '{num}'], ['Ngày mua cuối', '{date}']),
  cell('excel', ['SDT|Dien thoai|phone|SO DT', '{mcut}'], ['CMND/CCCD|CCCD', '{cccd}'], ['Ngay|Ngày', '{date}']),
  cell('invoices', ['Số hóa đơn|Số HĐ', '{#0000xxxx}'], ['Mã số thuế|MST', '{tax}'], ['Ngày lập', '{full}'], ['Tổng tiền|Thành tiền', '{num}']),
  cell('accounts', ['Số tài khoản|STK', '{acct}'], ['Ngân hàng', '{bank}'], ['Số tiền', '{vnd}']),
  cell('parcels', ['Mã vận đơn|Vận đơn', '{track}'], ['Người nhận', ['{name} - {mn}', '{name} ({mn})', '{name}']], ['COD|Tiền thu hộ', '{num}'], ['Trạng thái', '«Đã giao|Đang giao|Hoàn» {dm} {hhmm}']),
  cell('students', ['MSSV|Mã SV', '{#2xxxxxxx}'], ['Điểm|ĐTB', '{int 4 9}.{int 0 9}'], ['SĐT phụ huynh|ĐT phụ huynh', ['{mn}', '{mraw}', '{mn} (mẹ)', 'bố {mn}']]),
  cell('timetable', ['Tuyến', '{city} - {prov}'], ['Giờ đi', '{hhmm}'], ['Giờ đến', '{hhmm}'], ['Giá vé', '{num}đ'], ['Đặt vé|Nhà xe', ['{m}', '{h}', '{m} - {m}']]),
  cell('rates', ['Mã NT', 'USD'], ['Mua', '{#2x,xxx.xx}'], ['Bán', '{#2x,xxx.xx}']),
  cell('lottery', ['Giải', 'G{int 1 8}'], ['TP.HCM|Cần Thơ|Đà Nẵng', '{#xxxxx}'], ['Đồng Nai|Bến Tre', '{#xxxx}']),
  cell('notes', ['Ghi chú|Nội dung', ['{m}', 'gọi {mn} sau {time}', 'đơn {order}', 'ck {vnd} ngày {dm}', 'KH đổi số {mn}', 'giao {st}']], ['SL|Số lượng', '{int 1 500}']),
  cell('realty', ['Mã căn|Căn', '{letters 1}{int 1 9}-{#1xxx}'], ['DT (m2)|Diện tích', '{int 40 120}.{int 0 9}'], ['Giá', '{bil}'], ['Môi giới|Liên hệ', ['{m}', '{anh} {m}']]),
  cell('embassies', ['Quốc gia', '«Nhật Bản|Hàn Quốc|Đức|Úc|Pháp»'], ['Điện thoại|Tel|Số điện thoại', '{x}'], ['Mã vùng|Mã quốc gia', '+{int 30 99}']),
  cell('devices', ['Serial|Số seri', '{serial}'], ['IMEI', '{imei}'], ['Hạn BH|Bảo hành', '{date}'], ['Giá|Đơn giá', '{vnd}']),
  cell('fuel', ['Biển số|BKS', '{plate}'], ['Số km', '{num}'], ['Lái xe|Tài xế', ['{name}', '{name} {mn}']], ['ĐT lái xe', '{mn}']),
  cell('contacts', ['Liên hệ|Thông tin liên hệ', ['{email}', '{m}', '{l}', '{m}; {email}', '{web}']]),
  cell('bare', ['', '{mn}'], ['', '{date}'], ['', '{vnd}']),
  cell('sims', ['Số sim|Sim số đẹp|Số thuê bao', '{mn}'], ['Giá bán', '{vnd}'], ['Mạng', '«Viettel|Vinaphone|Mobifone»']),
  cell('calls', ['Số gọi đến|Số gọi|Từ số|Thuê bao', ['{mraw}', '{mcode}']], ['Thời gian|Bắt đầu', '{stamp}'], ['Thời lượng', '0{int 0 9}:{int 10 59}'], ['Cước|Phí', '{num}']),
];
