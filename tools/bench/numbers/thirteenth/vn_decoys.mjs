// Blocks of Vietnamese pages that have digits and no telephone number.
import { parseShapes } from './engine.mjs';

export const vietDecoys = parseShapes(String.raw`
price-plain :: 8 :: <Giá|Giá bán|Tổng cộng|Thành tiền|Tạm tính|Còn lại|Phí ship|Giá niêm yết|>: {vnd}
price-range :: 4 :: {vnd} - {vnd}
price-discount :: 4 :: {vnd}{vnd}<-{num:5-60}%| -{num:5-60}%| Giảm {num:5-60}%>
price-unit :: 3 :: {vnd}</m²|/tháng|/kg|/đêm|/người|/suất> <· {num:20-200} m²|x {num:1-30}|>
price-dt :: 4 :: <Tổng tiền|COD|Công nợ|Phí vận chuyển|Doanh thu|Đặt cọc> :: {vnd}
price-big :: 3 :: Tổng mức đầu tư {num:2-9000}.000.000.000 đồng, <vốn NSNN|vốn ODA> {num:20-90}%
order-id :: 7 :: <Mã đơn hàng|Đơn hàng|Mã đơn|Order|Đơn>: {order}
order-id-dt :: 4 :: <Mã đơn hàng|Số hóa đơn|Mã phiếu|Số chứng từ> :: {order}
order-status :: 5 :: {order} · {at} · <Đang giao|Đã giao|Chờ xác nhận|Đã hủy> · {vnd}
order-lazada :: 3 :: <Đơn hàng|Order ID> {x:4[123]xxxxxxxxxxxxx} <đã được xác nhận|Placed on {date:D/M/Y}|đang chờ lấy hàng>
order-item :: 4 :: {hang} <x|SL:|×> {num:1-20} <- |· |>{vnd}
order-tiki :: 2 :: Giao {hour} <Thứ {num:2-7}|mai>, {date:D/M} – Mã đơn {x:[6789]xxxxxxxx}
tracking-line :: 7 :: <Mã vận đơn|Vận đơn|MVĐ|Tracking|Bill|Mã vđ>: {track}
tracking-dt :: 4 :: <Mã vận đơn|Mã vận chuyển|Tracking no.> :: {track}
tracking-step :: 4 :: {at} <Đã đến kho|Rời kho|Nhập bưu cục|Đang trung chuyển> {tinh} <{num:1-9}|SOC|HUB {num:10-99}> ({x:Xxxxxx})
tracking-weight :: 2 :: {track} · {num:100-9000}g · {num:10-60}x{num:10-60}x{num:5-50}cm · COD {tien}
mst-line :: 8 :: <MST|Mã số thuế|Mã số doanh nghiệp|MSDN|MST/CCCD|Tax code>: {mst}
mst-dt :: 4 :: <Mã số thuế|MST|Tax code|Mã số DN> :: {mst}
mst-registration :: 3 :: <GPĐKKD|Giấy CNĐKDN|GCN ĐKKD> số <:|> {mst} do Sở KHĐT {tinh} cấp <lần đầu |>ngày {day}<, thay đổi lần {num:2-19}|>
cccd-line :: 6 :: <CCCD|Số CCCD|Căn cước|CCCD số|Số định danh>: {cccd}<| cấp ngày {day}| – Cục CS QLHC về TTXH>
cmnd-line :: 3 :: <CMND|CMT|Số CMND|CMND cũ>: {cmnd}<|, cấp {day} tại CA {tinh}>
cccd-dt :: 3 :: <CCCD/CMND|Số CCCD|Số giấy tờ|Passport> :: <{cccd}|{cccd}|{cmnd}|{x:C[0123456789]xxxxxx}>
passport :: 2 :: <Hộ chiếu|HC|Passport>: {x:[BCPKN]xxxxxxx} <hết hạn|exp|cấp> {day}
bank-account :: 8 :: <STK|Số TK|Số tài khoản|TK|stk>:<| > {stk} <-|–|,|{bar}|> {bank}<| - {nameu}| CN {tinh}>
bank-account-dt :: 4 :: <Số tài khoản|STK|Tài khoản nhận|Account no.> :: {stk}
bank-sms :: 6 :: TK {x:xxxx}xxx{x:xxx} <GD:|PS:> <+|->{tien}VND {date:h:i D/M/y} SD {tien}VND ND: {nameu} chuyen tien FT{x:2[45]xxxxxxxxxx}
bank-sms-vcb :: 4 :: SD TK {x:10Xxxxxxxx} <-|+>{tien}VND luc {date:D-M-Y h:i:s}. SD {tien}VND. Ref MBVCB.{x:Xxxxxxxxxx}.{x:xxxxxx}.
bank-card :: 3 :: <Thẻ|Số thẻ>: {card} <EXP {date:M/y}|GOOD THRU {date:M/y}|>
bank-card-masked :: 3 :: <Thẻ|Visa|Mastercard|Napas> <**** **** **** |•••• |xxxx-xxxx-xxxx->{x:xxxx} <hết hạn {date:M/y}|{vnd}|>
bank-rate :: 3 :: USD {x:2[56].xxx} – {x:2[56].xxx}; EUR {x:2[789].xxx,xx}; JPY {x:1[67]x,xx} <(cập nhật {hour})|>
bank-gold :: 3 :: <Vàng SJC|SJC 1L|Nhẫn 9999>: {x:1[12]X.x00.000} - {x:1[12]X.x00.000} <đ/lượng|(+{num:100-900}.000)>
bank-transaction :: 4 :: <Mã GD|Mã giao dịch|Số GD|Trace|Số tham chiếu>: {x:<2Xxxxxxxxxx|FT25xxxxxxxxxx|Xxxxxx|4xxxxxxxxxx9>}
bank-swift :: 1 :: SWIFT: BFTVVNVX<|{x:0[01]x}> – CN {num:100-999}
otp-sms :: 5 :: <Mã OTP|OTP|Ma xac thuc|Mã xác minh|Ma OTP cua ban> <là|la|:> {x:xxxxxx}<. Hiệu lực {num:1-5} phút.| co hieu luc trong {num:60-300}
| giay.|>
otp-facebook :: 2 :: {x:xxxxx} là mã <xác nhận Facebook|Zalo|đăng nhập Shopee> của bạn
otp-google :: 1 :: G-{x:xxxxxx} là mã xác minh Google của bạn.
ussd :: 3 :: Bấm <*101#|*098#|*102#|*111*1*{num:1-9}#> để <kiểm tra tài khoản|tra cứu data>
sms-short :: 4 :: Soạn <KTTK|DK V90|TB 5G150|HUY VP> gửi <191|1414|888|900|9123|8x88|1543> <(miễn phí)|(5.000đ/SMS)|để nhận {num:2-8}GB/ngày>
short-codes :: 4 :: <Gọi|Bấm gọi> <113 khi khẩn cấp|114 để báo cháy|115 để được cấp cứu|111 bảo vệ trẻ em|1022 phản ánh đô thị>
data-package :: 2 :: Gói V{num:90-200}: {k}/30 ngày, {num:1-8}GB/ngày, gọi nội mạng {num:10-20} phút
masked-phone :: 7 :: <SĐT|Điện thoại|KH|Người nhận|> <:|> <{x:09[0134678]x***xxx}|{x:03[2-9]}******{x:xx}|{x:09xx.xxx}.***|********{x:xx}|{x:08[6]x
| xxx} ***>
masked-phone-star :: 3 :: {name} {x:(+84)}<******{x:xx}|9*******{x:x}|***{x:xxx}>
masked-show :: 3 :: {x:09[0134678]x xxx} *** <· Hiện số|- Bấm để hiện số|Hiện số>
old-mobile :: 2 :: <LH|ĐT|Gọi|sđt> {x:<01[26]xxxxxxxx|01[26]x xxx xxxx|01[26]x.xxx.xxxx>} <(tin đăng 2012)|, bài viết năm 2011>
date-plain :: 6 :: {day}
date-time :: 7 :: {at}
date-range :: 4 :: <Từ|Thời gian:|> {day} <đến|-|–|đến hết> {day}
date-birth :: 4 :: <Ngày sinh|NS|Sinh ngày|DOB>: {date:D/M/Y}
date-sign :: 3 :: {tinh}, ngày {date:D} tháng {date:M} năm {date:Y}
date-document :: 3 :: Số: {so}, ngày {day}
years :: 3 :: <Giai đoạn|Thời kỳ|Văn học Việt Nam> <1900-1975|1954 - 1975|1858-1945|1930–1945|1986-2025|1900 - 1945>
years-house :: 2 :: Biệt thự Pháp xây <khoảng |>năm 1900-19{num:10-40}, diện tích {num:120-900}m2
hours :: 5 :: <Giờ mở cửa|Giờ làm việc|Mở cửa>: {num:6-9}:{x:[03]0} - {num:17-22}:{x:[03]0} <(T2 - T7)|hằng ngày|11h30-13h30 nghỉ>
duration :: 3 :: {date:h:i:s} / {date:h:i:s}
timer :: 2 :: Kết thúc sau {num:0-9} ngày {date:h : i : s}
bus-times :: 4 :: {tinh} → {tinh}: {date:h:i} {date:h:i} {date:h:i} {date:h:i} {date:h:i}
train-times :: 3 :: SE{num:1-22} <Sài Gòn|Hà Nội> {date:h:i} → {date:h:i} ngày {date:D/M}, toa {num:1-12} ghế {num:1-64}, {vnd}
flight :: 3 :: VN{num:100-999} SGN–HAN {date:h:i} - {date:h:i} {day}, mã đặt chỗ {x:@@X@@x}, số vé 738{x:2xxxxxxxxx}
plate :: 5 :: <BKS|Biển số|BS|Xe|Biển KS>:<| > {plate}<, {plate}|>
vehicle :: 3 :: Số khung RLHJF{x:xxxxx@Yxxxxxx}, số máy JF{x:xxE-xxxxxxx}, <biển|BKS> {plate}
fine :: 3 :: Phạt nguội {plate}: {hour} {day} tại Km{num:1-190}+{num:100-900} QL1A, lỗi {x:12321}
imei :: 4 :: <IMEI|IMEI 1|Số IMEI|Imei/Serial>: {imei}
serial :: 3 :: <S/N|Serial|Số máy|Seri>: {x:<@@xxxxXXxxx|Xxxxxxxxxxxx|CN-0@xxxx-xxxxx-xxx-xxxx|xx@xxxxxxx>}
ip-line :: 4 :: <IP|Địa chỉ IP|IP đăng nhập>: {ip}<| lúc {at}|:{num:1000-65000}>
log-line :: 4 :: {date:Y-M-D h:i:s},{num:100-999} <INFO|WARN|ERROR> [{num:1000-30000}] {ip} <GET /api/v{num:1-3}/orders/{x:Xxxxxxx}
| {num:200-504}|timeout {num:100-30000}ms>
version :: 3 :: <Phiên bản|Version|Ver|v>: {ver} <(build {x:20250Xxx.Xx})|({num:100-9999})|>
gps :: 4 :: <Tọa độ|GPS|Vị trí|>: {gps}
gps-dms :: 1 :: {x:1[06]°[12345]x'[12345]x.x"N 10[678]°[12345]x'[12345]x.x"E}
vn2000 :: 1 :: X={x:120[123]xxx.xx} Y={x:60[123]xxx.xx} (VN-2000)
land-lot :: 3 :: Thửa đất số {num:1-990}, tờ bản đồ số {num:1-120}, diện tích {x:Xxx,x} m², GCN số <CS|BA|DĐ> {x:xxxxxx}
house-number :: 4 :: {addr}
house-alley :: 3 :: <Số|> {num:1-600}/{num:1-99}/{num:1-40} {duong}, <KP{num:1-9}|tổ {num:1-90}>, {quan}
postal-code :: 2 :: <Mã bưu chính|Mã bưu điện|Zip code>: {x:<[17]0xxxx|[1-9]xxxx>}
size-dim :: 4 :: <Kích thước|KT|DxRxC>: {num:20-300} x {num:20-200} x {num:5-150} <cm|mm>
size-screen :: 3 :: {num:1280-3840} x {num:720-2160} px, {num:60-240}Hz, {x:1[3-7],x} inch
weight :: 3 :: {num:1-90},{num:1-9}kg · {num:1-60} gói x {num:10-500}g
nutrition :: 1 :: Năng lượng 1800 - 2{num:0-4}00 kcal/ngày, đạm {num:50-90}g
quantity :: 4 :: <Đã bán|Lượt xem|Còn lại|Tồn kho|Lượt tải> {tien}
rating :: 4 :: {x:4,X} ({x:X.xxx}) · Đã bán {num:1-99},{num:1-9}k
followers :: 3 :: {x:X.xxx.xxx} người theo dõi · {num:100-900} đang theo dõi
likes :: 4 :: {num:2-990} lượt thích · {num:2-300} bình luận · {num:1-90} chia sẻ
pagination :: 4 :: <Hiển thị|Xem> {num:1-20} - {num:21-100} <trong|trên|/> {num:1000-99000} <kết quả|bản ghi|dòng>
pager :: 3 :: 1 2 3 4 5 … {num:20-190}
phone-count :: 3 :: <Đã chọn|Đã gọi|Import> {num:10-9000} số điện thoại<, lỗi {num:1-90}| / {num:100-9000}|>
phone-without :: 3 :: <Số điện thoại|SĐT|Hotline>: <chưa cập nhật|Đang cập nhật|—|(trống)|N/A> · ID {x:Xxxxxx}
id-internal :: 4 :: <ID|Mã KH|Mã khách hàng|Mã NV|Mã số>: <KH{x:0xxxxx}|{x:Xxxxxx}|NV{x:0xxx}|{x:2Xxxxxxx}|PB{x:[01]xxxxxxxxxxx}>
id-dt :: 4 :: <Mã khách hàng|ID khách|Mã nhân viên|Mã hợp đồng|Số hợp đồng> :: <KH{x:0xxxxx}|{x:Xxxxxx}|{x:HĐ-2025/xxxx}|{x:Xxxxxxxxx}>
ticket-id :: 4 :: <Ticket|Yêu cầu|Case|Sự cố> #{x:Xxxxxx} <đã đóng|quá hạn {num:1-48}h|SLA {date:h:i:s}|mức {num:1-4}>
student-id :: 3 :: <MSSV|Mã sinh viên|MSV|SBD>: <{x:202[01234]xxxx}|{x:[12]xxxxxxx}|B{x:2[0123]xxxxx}|{x:0[12]xxxxxx}>
exam-score :: 3 :: SBD {x:[01345]xxxxxxx}: Toán {x:X.[02468]}; Văn {x:X.[257]5}; Anh {x:X.[2468]}; tổng {x:2X.[257]5}
lottery-mb :: 4 :: <Giải nhì|Giải ba|G4|Giải năm|G.6>: {x:xxxxx} - {x:xxxxx}<| - {x:xxxxx} - {x:xxxxx}>
lottery-db :: 3 :: <Đặc biệt|ĐB|Giải ĐB>: {x:xxxxxx}<| ({tinh})| - Ký hiệu {x:1X@@-X@@-X@@}>
lottery-vietlott :: 3 :: Kỳ #{x:0[01]xxx} ngày {date:D/M/Y}: {balls:6,<45|55>}<| {bar} {num:1-55}>
lottery-lotto535 :: 2 :: Lotto 5/35 kỳ {x:00xxx}: {balls:5,35} <- |{bar} |+ >{num:10-12}
lottery-loto :: 2 :: Lô tô: {balls:9,99, - }
football :: 4 :: <Việt Nam|HAGL|Hà Nội FC|Nam Định> {num:0-5} - {num:0-4} <Thái Lan|Thanh Hóa|Viettel|CAHN> <(H1: 1-0)|{num:10-90}'|· KT>
odds :: 2 :: {x:0.[789]x} 0:1/2 {x:0.9x} {bar} {x:1.xx} {x:3.xx} {x:4.xx}
tennis :: 1 :: {ho} {ten} 6-{num:0-4} 3-6 7-6({num:2-5})
stock :: 4 :: <VNM|FPT|HPG|VCB|MWG> {x:Xx,xx} <+|->{x:0,xx} (<+|->{x:X,xx}%) KL {x:X.xxx.x00}
stock-index :: 3 :: VN-Index {x:1.[23456]xx,xx} +{x:X,xx} GTGD {x:1x.xxx} tỷ
crypto :: 1 :: BTC/USDT {x:[6789]x,xxx.xx} 24h Vol {x:1x,xxx.xx}
legal-ref :: 4 :: <Căn cứ|Theo> <văn bản|Văn bản|kết luận tại văn bản> số {so} ngày {day}
legal-article :: 3 :: <điểm {x:[abc]} khoản {num:1-9}|khoản {num:1-9}> Điều {num:1-240} <BLHS 2015|Luật Đất đai 2024|NĐ 100/2019/NĐ-CP>
invoice-series :: 4 :: <Mẫu số 1, ký hiệu|Ký hiệu:|Ký hiệu HĐ> {x:1C2[345]T@@} <số|– Số:|, số HĐ> {x:0000xxxx}
invoice-cqt :: 2 :: Mã CQT: 00{hex:32}
invoice-vat :: 3 :: Cộng tiền hàng: {tien} Thuế GTGT <8|10>%: {tien} Tổng: {tien}
contract :: 3 :: HĐ số {num:1-400}/{x:202[345]}/HĐMB-{x:@@@} ngày {day}
insurance-bhxh :: 3 :: <Mã số BHXH|Sổ BHXH|BHXH>: <01|79|31|48>{x:1[2-6]xxxxxx}
insurance-bhyt :: 3 :: <Thẻ BHYT|Mã thẻ BHYT|BHYT>: <GD|DN|HS|TE>{x:4[07]9xxxxxxxxxx}
medical-test :: 3 :: <Glucose|HbA1c|AST|Creatinin> {x:X.x} <mmol/L (3.9 - 6.4)|U/L|(bt dưới 40)>
blood-pressure :: 2 :: HA {num:100-160}/{num:60-99} mmHg, M {num:60-110} l/p, T° {x:3[67].x}, SpO2 {num:92-99}%
drug-reg :: 3 :: SĐK: <VD-{x:[23]xxxx-2x}|{x:893110xxxxxx}>, lô {x:0xxx2x}, HSD {date:M/Y}
patient-code :: 3 :: <Mã BN|Mã y tế|Số hồ sơ|Mã bệnh nhân>: {x:2[0-5]xxxxxx}
queue-number :: 3 :: <STT|Số thứ tự|Mời số> {x:[12]xxx} <đến quầy|quầy> {num:1-20}
meter :: 4 :: <Chỉ số cũ|CS cũ>: {x:1xxxx} <Chỉ số mới|CS mới>: {x:1xxxx} Tiêu thụ: {num:50-900} kWh
meter-water :: 2 :: Danh bộ {x:1[13]xxxxxxxxx}, kỳ {date:M/Y}, {num:5-60}m³
customer-evn :: 3 :: Mã KH <EVN|điện lực>: P<B|E|C|A>{x:[01]xxxxxxxxxxx}
meeting-id :: 4 :: <Zoom ID|ID cuộc họp|Meeting ID|ID phòng>: <{x:8Xx xxxx xxxx}|{x:9Xx xxx xxxx}> <Pass|Mật khẩu|Passcode>: {x:xxxxxx}
webinar :: 2 :: teams.microsoft.com/l/meetup – ID: {x:4xx xxx xxx xxx}
barcode :: 4 :: <Mã vạch|Barcode|EAN|SKU|Mã SP>: <{ean:893}|{ean:893}|{ean:690}|SP{x:0xxxxx}|{x:8938xxxxxxxxx}>
isbn :: 2 :: ISBN: 978-604-{x:Xx-xxxx}-{x:x}
part-number :: 3 :: <Mã phụ tùng|P/N|Model|Part no.>: <{x:xxxxx-KVB-9xx}|{x:90915-YZZDx}|{x:6205-2RS}|{x:04465-0Kxxx}>
bolt :: 1 :: Bulong M{num:6-30}x{num:20-200} 8.8 DIN 933, hộp {num:10-100}
chemistry :: 1 :: CAS {x:Xxxx-xx-x} 99,{x:x}% can {num:5-30}kg
epoch :: 3 :: <ts=|timestamp: |created_at=>{x:17[0-9]xxxxxxx}{x:<|xxx>}
uuid :: 2 :: {hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}
url-id :: 4 :: https://{web}/{x:<san-pham|tin-tuc|p>}-{x:2xxxxxxx}.html
url-facebook :: 3 :: facebook.com/<profile.php?id=|groups/|watch/?v=>{x:1xxxxxxxxxxxxxx}
drive-file :: 2 :: <IMG|VID|Screenshot>_{date:YMD}_{date:his}.<jpg|mp4|png> {num:1-40}.{num:1-9} MB
file-excel :: 2 :: BC_{date:DMY}_v{num:1-9}.xlsx ({num:10-999} KB)
folder-row :: 1 :: {date:D/M/Y h:i} {num:100-99999} KB
hs-code :: 2 :: HS {x:8[45]xx.xx.xx} thuế NK {num:0-25}% VAT <8|10>%
customs-decl :: 3 :: <TK|Tờ khai|STK tờ khai> <số|> {x:10[3567]xxxxxxxxx} ngày {day}
bill-lading :: 3 :: <B/L|Vận đơn|MBL> {x:<HLCUxxxxxxxxxxxx|OOLU[2]xxxxxxxxx|COSU6xxxxxxxxx>} cont {x:TGHUxxxxxx-x}
vessel :: 1 :: IMO {x:9xxxxxx} MMSI 574{x:xxxxxx} <ETA|ETD> {date:D/M h:i}
building :: 2 :: Căn {x:[ABS]X.xx0X} tầng {num:2-40}, {num:45-150} m2, hướng ĐN
weather :: 2 :: {num:18-39}° {num:18-39}° {num:10-95}% {num:1-30} km/h
covid-stat :: 2 :: <Số ca|Dân số|Lượt khách>: {x:X.xxx.xxx} (+{x:x.xxx})
census :: 1 :: Dân số {tinh} {num:2000-2025}: {x:X.xxx.xxx} người, mật độ {x:X.xxx}/km²
radio :: 1 :: FM {x:9X.X} MHz, AM {num:600-800} kHz
exam-room :: 2 :: Phòng thi {num:1-90}, SBD {x:0xxxxx} - {x:0xxxxx}
chat-count :: 3 :: <lấy|mua|cho e> {num:1-30} <cái|bộ|kg> size {num:36-44} giá {k} <nha|được k|ạ>
chat-money :: 4 :: <ck|chuyển khoản|ck rồi> <e|c|shop> {tien} <nhé|nha|vào> stk {stk} {bank}
chat-times :: 3 :: {hour} <đã xem|Đã nhận|✓✓>
chat-bot-order :: 3 :: <Đơn của bạn|Shop đã lên đơn> {order} tổng {vnd}, dự kiến {date:D/M} - {date:D/M}
chat-ask-number :: 3 :: <cho e xin sđt|xin số đt|sđt c là gì> <với|ạ|nhé> <a|c|bạn> ơi, <đơn|mã> {order}
chat-reaction :: 2 :: {ten} <❤️ 3|👍 12|đã thu hồi tin nhắn> {hour}
chat-room :: 2 :: Phòng {num:101-909} cọc {num:1-5}tr <ngày|từ> {date:j/n}, ra {date:j/n}
hashtag-num :: 1 :: #{x:20XX} #{hieu} #top{num:1-100} {num:1-900} bài viết
recipe :: 2 :: {num:100-900}g thịt, {num:1-5} muỗng, nướng {num:150-250}°C {num:10-60} phút
workout :: 1 :: {num:1-42},{num:10-99} km · {date:h:i:s} · {x:[4567]'[0-5]x"}/km · {num:110-180} bpm
menu-prices :: 3 :: Phở tái {k} Phở chín {k} Bún bò {k} Nước ngọt {num:10-20}k
table-sum :: 3 :: Tổng: {tien} {tien} {tien}
call-stats :: 3 :: Tổng cuộc gọi: {num:100-9000} · Nghe máy {num:10-90}% · TB {date:i:s}
extension-only :: 3 :: <Máy lẻ|Ext|Số nội bộ|Nhánh>: {num:100-8999}
agent-state :: 3 :: Agent {num:1000-8999} <Ready|Pause|On call> {date:h:i:s}
promo-code :: 3 :: Nhập mã <SALE|TET|FREESHIP>{num:10-2025} giảm {k} đơn từ {k}, HSD {date:D/M}
wifi-pass :: 1 :: Wifi: {hieu} Pass: {x:<88888888|12345678|66668888>}
gift-card :: 2 :: Mã thẻ cào: {x:Xxxxxxxxxxxxxx} Seri: {x:1xxxxxxxxxxxxx}
points :: 2 :: Thẻ thành viên {x:2xxx xxxx xxxx x}: {tien} điểm
english-stats :: 2 :: Invoice INV-{x:2025-xxxx} due {date:D b Y}: USD {x:X,xxx.00} <PO {x:45xxxxxxxx}|net {num:15-60}>
japanese-decoy :: 2 :: <注文番号|伝票番号|管理番号>：{x:<25xxxx-xxxxxxxx|Xxxx-xxxx-xxxx|Xxxxxxx>} <合計 {num:1-90},{x:xxx}円|>
korean-decoy :: 1 :: 주문번호 {date:YMD}-{x:xxxxxxx} 결제금액 {num:1-99},{x:x}00원
chinese-decoy :: 1 :: 订单号：{x:2Xxxxxxxxxxxxxxxxx} 金额：¥{x:Xxx.00}
korean-bizno :: 1 :: 사업자등록번호 {x:Xxx-8x-xxxxx}
name-only :: 4 :: {name}<| - {viec}|, {num:20-60} tuổi>
news-numbers :: 3 :: <Năm|Tính đến tháng {num:1-12}/>{num:2019-2025}, <kim ngạch xuất khẩu đạt|doanh thu đạt> {x:Xxx,x} tỷ USD, tăng {x:X,x}% so với
| cùng kỳ, với {x:X.xxx} <doanh nghiệp|dự án>.
news-crime :: 2 :: <Khoảng {hour}|Sáng> {date:j/n}, xe khách BKS {plate} va chạm tại Km {num:10-1900}+{num:100-900} làm {num:1-9} người bị thương
news-votes :: 1 :: Đạt {num:100-480}/{num:480-499} phiếu ({x:9x,xx}%)
tender-id :: 3 :: Mã TBMT: IB{x:2[345]xxxxxxxx}-{x:0[01]} – giá gói thầu {vnd} – đóng thầu {hour} {day}
tax-notice :: 2 :: Mã chương {num:554-757}, tiểu mục {x:1[017]xx}, nộp {tien} VND, số tham chiếu {x:xxxxxxxxxxxxxxx}
crossword :: 1 :: Đáp án: 1A 2C 3B 4D 5A … mã đề {x:[1234]xx}
code-snippet :: 1 :: setTimeout(run, {num:100-60000}); // {date:Y-M-D}
css-like :: 1 :: rgb({num:0-255}, {num:0-255}, {num:0-255}) #{hex:6}
long-news-economy :: 2 :: Kết phiên {date:j/n}, VN-Index tăng {x:X,xx} điểm lên {x:1.[23]xx,xx} điểm; thanh khoản đạt {x:1x.xxx} tỷ đồng với {x:Xxx}
| triệu
| cổ phiếu. Khối ngoại mua ròng {x:Xxx} tỷ. Giai đoạn 2020 - 2025, <lợi nhuận|doanh thu> bình quân {x:X.xxx} tỷ/năm, tăng {x:1x,x}%.
long-history :: 2 :: {name} ({num:1880-1899} - {num:1940-1990}), quê {tinh}, tham gia phong trào từ năm {num:1905-1925}. Giai đoạn 1930 - 1945, ông
| bị bắt
| {num:1-4} lần. Tên ông được đặt cho con đường dài {num:1-9}.{x:x00}m tại {quan} theo Quyết định {num:10-900}/QĐ-UBND ngày {day}.
long-order-mail :: 3 :: Đơn hàng {order} đặt ngày {at}\n1 x {hang}: {vnd}\n2 x {hang}: {vnd}\nPhí vận chuyển: {num:15-45}.000đ
| \nTổng: {vnd}\nMã vận đơn {track}
long-land-notice :: 1 :: Thu hồi {x:X.xxx,x}m2 đất thuộc thửa {num:1-900}, {num:1-900}, {num:1-900} tờ bản đồ số {num:1-90}, giá bồi thường {vnd}/m2
| theo
| Quyết định số {so} ngày {day}.
`);
