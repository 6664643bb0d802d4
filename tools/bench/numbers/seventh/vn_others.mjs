// Viet Nam, texts without numbers to call; the same language as vn_numbers.mjs.
export const cells = `
Mã đơn hàng|Mã đơn|Đơn hàng|Order ID :: {#:24xxxxxxxxxx}
! Mã đơn hàng|Số đơn|Mã phiếu :: {#:Xxxxxxxxxx}
Mã vận đơn|Tracking|Vận đơn :: {spx}
! Mã vận đơn|Mã vận chuyển :: {jt}
Mã vận đơn|Bưu gửi :: {ems}
Mã vận đơn :: {ghtk}
Mã đơn: DH{#:2024-xxxxxx}
Đơn #{#:24xxxxXxxx}
#{#:24xxxx}{#:XXXX}
Mã đơn hàng: {#:24xxxx}{#:XXxxXXxx}
MVĐ: {jt}
Mã vận đơn {spx}
Bill {#:Xxxxxxxxx}
Số bill: {#:xxxxxxxxxx}
{MST|Mst|Mã số thuế|MST:|Mã số thuế:} {mst}
MST: {mst}-{#:00X}
! MST|Mã số thuế|Tax code :: {mst}
MST|Mã số thuế :: {mst}-00{#:X}
CCCD|Số CCCD|Số giấy tờ|CMND/CCCD :: {cccd}
{CCCD|CCCD số|Số CCCD:|cccd|Căn cước:|CMND/CCCD:} {cccd}
{CMND|CMND số|Số CMND:|CMT|cmnd} {cmnd}
! CMND|Số CMND|Số giấy tờ :: {cmnd}
! Số BHXH|Mã BHXH|Mã số BHXH :: {bhxh}
{Sổ BHXH|Mã số BHXH:|Số BHXH:} {bhxh}
BHYT|Số thẻ BHYT :: {DN|GD|HC|TE|HS}4{#:79xxxxxxxxxx}
GPLX|Số GPLX :: {#:790xxxxxxxxx}
Hộ chiếu|Passport :: {B|C|N}{#:Xxxxxxx}
Số tài khoản|STK|Tài khoản :: {bank}
{STK|Stk|stk|Số TK:|TK|Số tài khoản:} {bank} {Vietcombank|VCB|Techcombank|BIDV|MB Bank|ACB|Agribank|VPBank|TPBank}
{TCB|VCB|BIDV|MB|ACB} {bank} {vn}
Số thẻ|Thẻ :: {card}
Thẻ {card}
IBAN|Số TK :: {iban}
SWIFT: BFTVVNVX{#:0xx}
Số tiền|Thành tiền|Tổng tiền|Giá|Đơn giá :: {vnd}
Số tiền|Tổng cộng|Dư nợ|Doanh thu :: {dot}
Amount|Số tiền|Phát sinh Có :: {comma}
Số tiền|Giá trị :: {raw}
{vnd}
{Tổng|Tổng cộng|Thành tiền|Phí ship|COD|Giá|Còn nợ}: {vnd}
{usd}
USD {comma}
-{dot}
+{comma} VND
{dot} - {dot}
Ngày|Ngày tạo|Ngày sinh|Hạn|Ngày giao :: {dmy}
{dmy}
{dmy} {hm}
{hm} {dmy}
{hm} - {hm}
{iso} {hms}
{dmy} - {dmy}
Ngày sinh: {dmy}
Thời gian :: {hm} ngày {dmy}
Tọa độ|Toạ độ|Vị trí|GPS :: {lat}, {lng}
{lat},{lng}
Tọa độ {lat}; {lng}
{#:1X}°{#:5X}'{#:4x.x}"N 10{#:X}°{#:4x}'{#:1x.x}"E
Phiên bản|Version :: {ver}
v{ver}
IP|Địa chỉ IP :: {ip}
{ip}:{#:80XX}
MAC {mac}
Biển số|Biển số xe|BKS|Xe :: {plate}
BKS {plate}
Mã vạch|Barcode|EAN :: {ean}
Mã vạch: {ean}
SKU|Mã hàng|Mã SP :: {SP|AO|QJ|TL|NK}{#:00xxxx}-{#:XX}
Mã SP: {#:Xxxxxx}
ISBN|ISBN-13 :: {isbn}
ISBN: {isbn}
IMEI|IMEI 1|Serial :: {imei}
IMEI: {imei}
Số khung|Số máy/khung :: {vin}
S/N: {#:0Xxxxxxxxx}
! Serial|Số serial|S/N :: {#:0Xxxxxxxxx}
Số seri: {#:Xxxxxxxxx}
Chỉ số cũ|Chỉ số mới|Chỉ số :: {#:xxxxx}
Chỉ số cũ {#:12xxx} - Chỉ số mới {#:13xxx} = {#:Xxx} kWh
Mã KH|Mã khách hàng :: {PE|PA|PB|PD|PC}{#:0Xxxxxxxxxxx}
Mã KH: {PE|PA|PB}{#:0Xxxxxxxxxxx}
Danh bộ: {#:13xxxxxxxxx}
MSSV|Mã sinh viên|Mã SV :: {#:20Xxxxxx}
MSSV: {#:19xxxxxxxx}
MSSV|Mã SV :: B{#:20}DCCN{#:xxx}
! Mã học sinh|Mã định danh :: {#:79xxxxxxxx}
SBD: {#:020xxxxx}
Lô|Số lô|Lot :: {#:24xxxx}{A|B|C}
Số lô: {#:24xxxx} HSD: {dmy}
Thửa đất số {#:Xxx}, tờ bản đồ số {#:Xx}, diện tích {#:Xxx,x} m2
Địa chỉ|ĐC|Nơi ở :: {addr}
{addr}
ĐC: {addr}
{law}
Căn cứ|Số văn bản|Văn bản :: {law}
Số: {#:Xxxx}/{yy}/HĐMB-{#:XX}
Số HĐ|Hợp đồng :: {#:0xxx}/{yy}/HĐKT
Số hồ sơ|Mã hồ sơ :: 000.00.{#:XX}.H{#:XX}-{ymd}-{#:00xx}
Số HĐ: {#:0000xxxx}, ký hiệu {khd}
Hóa đơn|Số hóa đơn|Ký hiệu :: {khd}
! Số hóa đơn|Số HĐ :: {#:0000xxxx}
{#:X,xx}%
+{#:X.xx} (+{#:X.xx}%)
Tăng {#:Xx,x}% so với cùng kỳ
Kích thước|Quy cách :: {#:Xx00} x {#:XX0} x {#:Xx0} mm
{#:1X5}/{#:XX}R{#:1X}
{#:Xx0}g x {#:Xx} gói
Dung tích {#:Xxx} ml
Diện tích|DT :: {#:Xx,x} m²
OTP: {#:xxxxxx}
Mã xác thực: {#:xxx xxx}
Tỉ số|Kết quả :: {#:X-X}
{#:25-1X}, {#:25-2X}, {#:1X-25}
Mã GD|Mã giao dịch|Số tham chiếu :: FT{#:24xxxxxxxxxx}
Mã GD: {#:Xxxxxxxxxxx}
! Mã giao dịch|Transaction ID|Trace :: {#:Xxxxxxxxxxx}
Mã BN|Mã bệnh nhân|PID :: {#:24xxxxxx}
Mã BN: {#:00xxxxxxxx}
Huyết áp :: {#:1X0}/{#:X0} mmHg
Glucose {#:X.x} mmol/L ({#:3.9} - {#:6.4})
HC {#:4.xx} T/L; BC {#:X.x} G/L; TC {#:2xx} G/L
UUID|ID :: {uuid}
{uuid}
ID: {#:1000xxxxxxxxxxx}
Facebook ID: {#:1000xxxxxxxxxxx}
! Timestamp|created_at|Epoch :: {epochms}
created_at={epoch}
Tờ khai|Số tờ khai :: {#:10Xxxxxxxxxx}
Tờ khai số {#:10Xxxxxxxxxx}/A11
HS code|Mã HS :: {#:8Xxx.xx.xx}
AWB: {#:738-xxxxxxxx}
AWB|MAWB :: {#:738-xxxx xxxx}
Container|Số cont :: {container}
B/L No: {container}{#:xx}
VN {#:2xx} SGN-HAN {hm}
Mã đặt chỗ: {ABKX2P|QW8RTN|ZLM4KD}
Giải ĐB: {#:xxxxxx}
Kết quả: {#:0X} {#:1x} {#:2x} {#:3x} {#:4x} {#:4X}
SJC {#:7x.x}00 - {#:8x.x}00
091****{#:xxx}
! SĐT|Điện thoại :: *******{#:xxx}
{#:09xx}***{#:xxx}
Tồn kho|Số lượng|SL :: {#:Xxx}
{#:Xxxx} lượt xem
{#:Xx,x}N lượt thích
{#:X.xxx} đánh giá
Trang {#:X}/{#:Xx}
{yy}-{yy}
Năm học {#:2024}-{#:2025}
`;

export const prose = `
Đã nhận {vnd} từ {vn}, mã GD {#:Xxxxxxxxxxx}, lúc {hm} {dmy}.
TK {#:0071xxxxxx}xxx +{comma}VND luc {hm} {dmy}. SD: {comma}VND. ND: {vn} chuyen tien
VCB {dmy} {hm} TK {bank} -{comma} VND; SD {comma} VND; Ref MBVCB.{#:Xxxxxxxxx}.{#:0xxxxx}
Ma OTP cua quy khach la {#:xxxxxx}. Khong cung cap ma nay cho bat ky ai.
e ck {#:Xxx}k vào stk {bank} TCB rồi nha shop, tên {vn}
Đơn {spx} dự kiến giao {dmy}, COD {vnd}. Vui lòng để ý điện thoại.
Đơn hàng {#:24xxxxxxxxxx} đã rời kho {hm} {dmy}, trọng lượng {#:X.x}kg, phí {vnd}
sp này giá {#:Xxx}k, size {#:3X}-{#:4X}, mua 2 giảm {#:X0}k, ship {#:X0}k
Giá vàng SJC sáng {dmy}: mua {#:7x.xxx}.000, bán {#:8x.xxx}.000 đồng/lượng
Hợp đồng số {#:Xxx}/{yy}/HĐLĐ ký ngày {dmy}, lương {dot} đồng, phụ cấp {dot} đồng.
Căn cứ Luật số {law}; căn cứ Nghị định {law} ngày {dmy} của Chính phủ;
Theo Quyết định số {#:Xxxx}/QĐ-UBND ngày {dmy}, tổng mức đầu tư {dot}.000 đồng.
{vn}, sinh ngày {dmy}, CCCD số {cccd} do Cục CS QLHC về TTXH cấp ngày {dmy}.
Hóa đơn điện tử ký hiệu {khd} số {#:0000xxxx} ngày {dmy}, MST bên bán {mst}, tiền thuế {dot}.
Bệnh nhân {vn} {#:Xx} tuổi, mạch {#:Xx} l/p, HA {#:1X0}/{#:X0}, nhiệt độ {#:37,X}°C, mã HS {#:24xxxxxx}
Điểm thi: Toán {#:X,x5}; Văn {#:X,x}; Anh {#:X,x}. SBD {#:020xxxxx}, tổng {#:2X,x}
Kỳ {#:0X}/{yy}: chỉ số {#:12xxx} → {#:13xxx}, tiêu thụ {#:Xxx} kWh, tiền điện {vnd}, mã KH {PE|PB}{#:0Xxxxxxxxxxx}
{iso} {hms},{#:xxx} ERROR [worker-{#:X}] order {#:24xxxxxxxxxx} failed after {#:Xxxx}ms trace={hex}{hex}
{ip} - - [{#:1X}/Mar/{yy}:{hms} +0700] "GET /api/v2/orders/{#:Xxxxxxxxxx} HTTP/1.1" 200 {#:Xxxxx}
⦃"orderId":"{#:24xxxxxxxxxx}","total":{raw},"ts":{epochms},"lat":{lat},"lng":{lng}⦄
⦃"sku":"{ean}","qty":{#:Xx},"price":{raw},"warehouse":"KHO-{#:0X}"⦄
Xe {plate} vào bãi lúc {hm} {dmy}, vé số {#:00xxxx}
Vụ án số {#:Xx}/{yy}/HSST, xét xử {hm} ngày {dmy} tại phòng {#:X0X}
Đất {#:Xxx}m2 ({#:Xx} x {#:Xx},{#:X}), thửa {#:Xxx} tờ {#:Xx}, sổ CS{#:0xxxx}, giá {#:X} tỷ {#:Xxx}
Việt Nam thắng {#:X-X}, khán giả {#:Xx.xxx} người, phút {#:Xx}
VN-Index {#:1.2Xx,xx} điểm (+{#:X,xx}), thanh khoản {#:1X.xxx} tỷ đồng
Lương T{#:X}: cơ bản {dot}, phụ cấp {dot}, BHXH -{dot}, thực nhận {dot}
PO {#:45xxxxxxxx} / item {#:000X0} / mat. {#:1000xxxxxx} / {#:Xxx} PC
Nhập kho {#:Xxx} thùng, lô {#:24xxxx}A, HSD {dmy}, phiếu PNK{#:24xxxxxx}
Cont {container}, seal {#:Xxxxxxx}, tờ khai {#:10Xxxxxxxxxx}, hàng {#:Xx.xxx} kg
Tài khoản {bank} tại BIDV CN Gia Định, chủ TK {vnco}, nội dung TT HD {#:0000xxxx}
Mã QR hết hạn sau {#:XX}:00. Số tiền {vnd}. Mã thanh toán {#:Xxxxxxxxxxxx}
c chuyển thiếu {#:X0}k rồi nha, tổng là {#:Xxx}k lận, đơn {#:24xxxx}{#:XXXX}
Máy Daikin {#:FTKB25}XVMV S/N {#:E00xxxx}, bảo hành đến {dmy}, phiếu BH{#:00xxxxxx}
IMEI máy {imei}, pin {#:Xx}%, bộ nhớ {#:128}GB, giá {#:X}tr{#:X}
TKB: T2 tiết 1-3 P.{#:B3xx}, T4 tiết 4-6 P.{#:C2xx}, mã lớp {#:24xxxxxxx}
Nộp học phí {dot} đồng, mã SV {#:20Xxxxxx}, biên lai {#:00xxxxx} ngày {dmy}
SPF 50+, 50ml, mã {ean}, NSX {dmy}, HSD {dmy}
Thời gian: {hm} - {hm} ngày {dmy}. ID phòng họp: {#:8Xx xxxx xxxx}, mật khẩu {#:xxxxxx}
Zoom ID: {#:9Xx xxxx xxxx} pass: {#:xxxxxx}
Quốc lộ 1A đoạn Km {#:1xxx}+{#:xxx}, phạt {dot} - {dot} đồng theo {law}
`;
