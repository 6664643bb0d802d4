// Runs as Vietnamese products have them. `A|B :: text`: what may stand above it; `!` before it: must.
export const phones = `
Điện thoại|SĐT|Số điện thoại|ĐT liên hệ :: {p}
Điện thoại|Di động|Mobile|Phone :: {p:mobile}
SĐT phụ huynh|SĐT bệnh nhân|SĐT ứng viên|Số ĐT khách :: {p:mobile}
Hotline|Tổng đài|CSKH :: {p:free}
Điện thoại cơ quan|ĐT bàn|Văn phòng|Tel :: {p:fixed}
Số gọi đến|Số gọi đi|Caller ID|From|Đầu số :: {p}
Phone|Mobile Phone|Contact|Cell :: {p}
Zalo|Viber|WhatsApp|Zalo/Viber :: {p:mobile}
Người liên hệ khẩn cấp|Liên hệ :: {vname} - {p:mobile}
Lái xe|Tài xế|KTV :: {vfirst} {p:mobile}
Số máy :: {p:fixed} / {p:mobile}
! Fax|Số fax :: {p:fax}
{p}
{p:mobile}
{p:mobile}
{p:fixed}
{p:free}
ĐT: {p}
Đt: {p:mobile}
Tel: {p:fixed}
Tel: {p:fixed} - Fax: {p:fax}
T: {p:fixed} | M: {p:mobile}
Hotline: {p:free}
Hotline 24/7: {p:mobile}
☎ {p:fixed}
📞 {p:mobile}
SĐT/Zalo: {p:mobile}
zalo {p:mobile}
{vname} ({p:mobile})
{vname} · {p:mobile} · {email}
{vname}, {p}
Anh {vfirst} {p:mobile}
chị {vfirst}: {p:mobile} (gọi sau {time})
Mr. {vfirst} – {p:mobile}
{vfirm} - {p:fixed}
Gọi {p}
Gọi đến {p} · {took}
Cuộc gọi nhỡ từ {p} lúc {time}
{p:mobile} • {time} • {took}
{time} {p:mobile} Nghe máy {took}
Lead #{caseid} | {vfirst} | {p:mobile}
BS {vfirst} – Khoa Nhi – {p:mobile}
Bàn 12 · 4 khách · {p:mobile}
{vdate} {time} – {p:mobile}
[{vdate}] {p:mobile} đặt lịch
Quản lý: {p:mobile}; Kế toán: {p:fixed}
{plate} – {p:mobile}
PH em {vname}: {p:mobile}
Lớp 7A2 – GVCN {vname} – {p:mobile}
UV: {vname} | {p:mobile} | {vbirth}
+ Thêm số {p}
LH: {p:mobile} (chính chủ)
LH {p:mobile} – {p:mobile}
Tư vấn: {p:free} (miễn phí)
{vname} {p:mobile} {email}
Đội {agent} | {p:mobile} | đang đến
Người nhận: {vname}, {p:mobile}
Chi nhánh {vfirst}: {p:fixed}
Phone: {p}
Direct: {p:fixed}
Vietnam: {p:+}
VN {p:+}
Mobile: {p:+mobile}
Khách Mỹ: {US:+}
Call {p:+}
Primary contact: {vname}, {p:+mobile}
Điện thoại⏎{p}
Di động⏎{p:mobile}⏎Email⏎{email}
Số điện thoại⏎{p}⏎Mã khách hàng⏎{orderbare}
Phone⏎{p}⏎Account Owner⏎{vname}
{vname}⇥{p:mobile}⇥{vdate}⇥{vndlow}
{orderbare}⇥{vname}⇥{p}⇥{vndbare}
{vname};{p:mobile};{email};{vbirth}
TEL;TYPE=CELL:{p:+mobile}
"sdt":"{p:mobile}","ma_don":"{orderbare}"
sdt {p:mobile}
lh {p:mobile} e {vfirst}
dt: {p:mobile} gap {vfirst}
ib hoặc gọi {p:mobile} nha ac
Số điện thoại: {p} → {p}
Gửi SMS tới {p:mobile}: đã nhận {time}
Brandname VIETBEP → {p:mobile} · 1 tin · {vndlow}
Zalo: {p:mobile} (Ms {vfirst})
Sđt nhận hàng: {p:mobile} – {vstreet}
{vstreet} – ĐT {p:fixed}
Trực cấp cứu: {p:fixed}
PGD {vfirst}: {p:fixed}, giờ GD {span}
{agent} → {p} · {took}
{p:mobile} → 700{agent} · bỏ lỡ sau {took}
Hiệu trưởng: {vname} ({p:fixed})
Lễ tân: {p:fixed} / {p:free}
Bộ phận một cửa {p:fixed}
SĐT đăng ký dự thi: {p:mobile}
Trùng: {p:mobile} (3 bản ghi)
`;

export const others = `
! Mã số thuế|MST|Tax code :: {mst}
! CCCD|Số CCCD/Hộ chiếu|Số định danh :: {cccd}
! CMND|Số CMND :: {cmnd}
! Mã BHXH|Số sổ BHXH|Số thẻ BHYT :: {bhxh}
! Số tài khoản|STK|Tài khoản thụ hưởng|Account No. :: {vbank}
! Mã đơn|Mã đơn hàng|Số đơn|Order ID :: {orderbare}
! Mã vận đơn|Vận đơn|Tracking :: {trackbare}
! Mã khách hàng|Mã KH|ID khách|Customer ID :: {ten}
! Doanh thu|Số tiền|Công nợ|Giá trị cơ hội|Thành tiền :: {vndbare}
! Số hợp đồng|Số HĐ :: {policy}
! Mã bệnh nhân|Mã BN|Số hồ sơ :: {orderbare}
! Mã nhân viên|Mã NV :: {staff}
! MSSV|Mã học sinh|SBD :: {student}
! ID cuộc gọi|Call ID|Mã ghi âm :: {callid}
! Biển số :: {plate}
! Số khung|VIN :: {vin}
! IMEI/Serial :: {imei}
! Mã giao dịch|Số tham chiếu|Số bút toán :: {orderbare}
Đơn hàng|Mã đơn :: {order}
Ngày hẹn|Ngày tạo|Ngày sinh|Hạn thanh toán :: {vdate}
Giờ|Ca|Khung giờ :: {span}
Giá|Giá thuê|Học phí|Phí khám :: {vndlow}
Thời lượng|Thời gian chờ :: {took}
Tọa độ|Vị trí :: {geo}
IP|Địa chỉ IP :: {ip}
Địa chỉ :: {vstreet}
Lượt xem|Người theo dõi :: {count}
Chuyến bay :: {flight} {vdate}
Số văn bản :: {ids}
Mã bưu điện :: {vzip}
SĐT|Điện thoại :: {hidden}
{vnd}
{vnd} – {vnd}
{vdate}
{vdate} {time}
{vdate} - {vdate}
{time} {vdate}
{span}
{order}
{order} · {vnd}
MST: {mst}
MST {mst}
Mã số thuế {mst}
STK: {vbank} VCB
STK {vbank} - {vname}
CCCD {cccd}
CCCD: {cccd} cấp ngày {vdate}
GPKD số {mst} cấp {vdate}
Mã đơn {orderbare}
Vận đơn: {trackbare}
{track}
{ref}
Số HĐ: {policy}
BHYT: {bhxh}
{plate}
{isbn}
{sku} | SL: {shortnum}
Mã vạch {ean}
{card}
{masked}
{geo}
{ip}
{version}
{uuid}
{callid}
{callid} ({took})
{vstreet}
{url}
SV: {student}
{flight} SGN–HAN {time}
Năm {year}
Niên khóa {years}
{percent}
{count} lượt xem
{size}
IMEI {imei}
GD: {ref} {vnd} {vdate} {time}
{score}
ID: {post}
Lead {caseid} – {vnd}
SL {shortnum} x {vndlow}
Phòng {room} · {vdate} → {vdate}
{ids} ngày {vdate}
Hóa đơn 1C25TAA số 0000{caseid}
OTP của bạn là {shortnum}{agent}
KQXS {vdate}: {shortnum} – {caseid}
PO 45000{student}
Tổng: {vndbare}
Dư nợ {vndbare}, quá hạn {shortnum} ngày
Máy lẻ {agent}
Hàng chờ 700{agent}: {shortnum} cuộc, {percent}
{epoch}
ts={epochMs}
{mst}-{order}
{hidden}
{ten}
Mã số thuế⏎{mst}
Mã đơn hàng⏎{orderbare}⏎Ngày tạo⏎{vdate}
Số tài khoản⏎{vbank}⏎Ngân hàng⏎Techcombank
{orderbare}⇥{vdate}⇥{vndbare}⇥{percent}
"ma_don":"{orderbare}","tong":{epoch}
Ca 0600-1400
Giờ mở cửa 0800 – 1730
Chỉ tiêu {year}: 1800 – 1900 sinh viên
Giá thép 1800-1900 USD/tấn
Giai đoạn 1900–1975
Mã HS 8517.{agent}.00
Thửa {shortnum}, tờ 12, {area}
Sổ hồng số CS {caseid}
Biên lai {orderbare} · {vndlow}
Đặt cọc {vndlow} ({vdate})
Vé {trackbare} · ghế 12A
Vietlott 6/45: 03 12 18 27 34 41
Số seri {imei}
Số tiền bằng số: {vndbare}
Tồn kho {count}, đã bán {count}
Thẻ {card}
Ngưng SDĐ {ids}
`;

export const prose = `
Khách {vname} gọi lại số {p:mobile} lúc {time}, hỏi đơn {order} giá {vnd}.
Đã gọi {p:mobile} 3 lần không nghe máy, nhắn Zalo rồi. Hẹn lại {vdate}.
Chị {vfirst} đổi số mới: {p:mobile} (số cũ {p:mobile}). CCCD {cccd}.
Vui lòng liên hệ hotline {p:free} hoặc email {email} để được hỗ trợ.
Bệnh nhân {vname}, sinh {vbirth}, mã BN {mrn}, SĐT {p:mobile}, hẹn khám {vdate} {time} tại phòng {shortnum}.
Phụ huynh em {vname} (lớp 9A1) báo nghỉ ngày {vdate}, liên lạc {p:mobile}.
Cần bán gấp căn hộ 2PN {area}, giá {vnd}, sổ hồng riêng. LH chính chủ {p:mobile} (miễn trung gian).
Cho thuê nhà nguyên căn {vstreet}, {vnd}/tháng, cọc {vnd}. Alo em {vfirst} {p:mobile} xem nhà 24/7.
Tuyển 20 nhân viên telesale, lương 8 – 15 triệu, làm từ {span}. Gửi CV về {email} hoặc gọi {p:mobile} gặp {vfirst}.
Cuộc gọi từ {p} vào hàng chờ 7002, chờ {took}, nhân viên {agent} nghe, thời lượng {took}.
Ghi âm {callid}: khách dùng số {p:mobile} khiếu nại hóa đơn {order}, đã hoàn {vnd} về STK {vbank}.
Chuyển khoản {vnd} đến STK {vbank} (Vietcombank), nội dung {order} {vfirst}. Xong nhắn em {p:mobile}.
{vfirm}⏎{vstreet}⏎ĐT: {p:fixed} – Fax: {p:fax}⏎MST: {mst}
{vfirm}⏎Trụ sở: {vstreet}⏎Hotline: {p:free} | Email: {email}⏎GPKD số {mst} do Sở KH&ĐT cấp ngày {vdate}
CN Đà Nẵng: {p:fixed}⏎CN Cần Thơ: {p:fixed}⏎Giờ làm việc: {span}
© {year} {vfirm}. ĐKKD {mst}. Tổng đài tư vấn {p:free} ({span}, cả CN).
Xe {plate}, tài xế {vfirst} ({p:mobile}) đã nhận đơn {order}, dự kiến {time}.
Bảo hành điều hòa tại {vstreet}. KTV {vfirst} – {p:mobile}, serial {imei}, hẹn {vdate} {span}.
Hồ sơ bồi thường {claim}: xe {plate}, ước tính {vnd}. Giám định viên {vname}, ĐT {p}.
Lead {caseid} từ quảng cáo: {vname}, {p:mobile}, quan tâm xe 7 chỗ, ngân sách {vnd}, lái thử {vdate}.
Đặt bàn {shortnum} người, {time} {vdate}, tên {vfirst}, sđt {p:mobile}, ghi chú: có trẻ em.
Xác nhận đặt phòng {order}: {room}, {vdate} – {vdate}, {vnd}. Lễ tân {p:fixed}.
Kính gửi anh/chị, văn phòng một cửa tiếp nhận hồ sơ {ids} từ {vdate}. Thắc mắc xin gọi {p:fixed} trong giờ hành chính.
Số dư TK {vbank} tăng {vnd} lúc {time} {vdate}. Số GD: {ref}. Hỗ trợ: {p:free}.
Mình bị mất ví ở gần hồ, trong có CCCD {cccd} tên {vname}, ai nhặt được gọi giúp {p:mobile}, hậu tạ {vndlow} ạ!
Ib hoặc zalo {p:mobile} nhé cả nhà, ship COD toàn quốc, freeship đơn từ {vndlow} 🥰
Anh bên Mỹ gọi về, lưu số {US:+} với số VN {p:mobile} nha.
Customer {vname} prefers calls at {p:+mobile} after {utime}; quote {order}, {usd}.
Our Ho Chi Minh City office: {p:+fixed}, Hanoi: {p:+fixed}. Tax code {mst}.
Spoke with {vname} ({p}) about opportunity {caseid}, {vnd}, closing {vdate}.
Shop sale {percent} tới {vdate}: mã {sku} còn {vndlow}. Đặt hàng {p:mobile} hoặc {p:mobile}.
Ứng viên {vname} – {vbirth} – {p:mobile} – mong muốn {vnd} – phỏng vấn {time} {vdate}.
Sáng nay khách gọi từ số bàn {p:fixed}, xin gửi báo giá {order} trước {vdate}, tổng {vndbare} đồng.
Danh sách thu mua: ông {vfirst} {p:mobile}, bà {vfirst} {p:mobile}, cô {vfirst} {p:mobile}.
1. {vname}: {p:mobile}⏎2. {vname}: {p:mobile}⏎3. {vname}: {p:mobile}
Người gửi: {vname} – {p:mobile}⏎Người nhận: {vname} – {p:mobile}⏎{vstreet}⏎Thu hộ: {vndlow} – Mã {track}
Hàng hoàn: mã đơn {orderbare}, vận đơn {trackbare}, cước {vndlow}.
Đơn {orderbare} giao {vdate}, mã vận đơn {trackbare}, thu hộ {vndlow}, nặng {kg}.
Theo {ids} ngày {vdate}, mức đóng BHXH {percent} trên lương {vnd}, mã số BHXH {bhxh}.
Trận chung kết kết thúc {score}, {count} khán giả, doanh thu {vnd}, tăng {percent} so với {year}.
Server {ip} phiên bản {version} khởi động lại lúc {iso}, phiên {uuid}, mất {took}.
Hóa đơn {order} cho MST {mst}: tiền hàng {vndbare}, thuế {percent}, tổng {vndbare} đồng, hạn {vdate}.
Khách CK nhầm {vnd} vào STK {vbank} ngày {vdate} {time}, mã tham chiếu {ref}; đã lập biên bản {ids}.
Lô đất {area}, tờ bản đồ 12, thửa {shortnum}, tọa độ {geo}, giá {vnd}/m².
Sách {isbn}, NXB Trẻ {year}, giá bìa {vndlow}, mã kho {sku}, tồn {shortnum}.
{vname} cập nhật số điện thoại từ {p:mobile} thành {p:mobile} lúc {time} {vdate}.
Tổng đài {p:free} ngày {vdate}: {shortnum} cuộc vào, rớt {percent}, chờ trung bình {took}, khách gọi nhiều nhất {p:mobile}.
Khách hàng mới từ Facebook (ID {post}): {vname}, sđt {p:mobile}, để lại lúc {time} {vdate}.
Thông báo tuyển sinh {years}: nộp hồ sơ từ {vdate}, lệ phí {vndlow}, điện thoại phòng đào tạo {p:fixed}, SBD dự kiến {student}.
Nhà hàng xin báo bàn {shortnum} khách lúc {time} đã giữ; anh {vfirst} có thể đổi giờ qua số {p}.⏎Mã đặt chỗ {order}, cọc {vndlow}.
PGD {vstreet}⏎Điện thoại: {p:fixed}⏎Swift: BFTVVNVX, mã CN 00{agent}⏎Giờ giao dịch: {span}
[{vdate} {time}] Gọi ra {p:mobile}: khách hẹn lái thử, xe {plate}, giá {vnd}⏎[{vdate} {time}] Gọi vào {p:mobile}: {took}
ship về {vstreet}, sdt {p:mobile}, tổng {vndlow} đã ck nha shop
Hồ sơ {orderbare} đã được tiếp nhận ngày {vdate}; lệ phí {vndlow}, tra cứu tại {url}.
Hợp đồng {policy} ký {vdate}, trị giá {vnd}, tạm ứng {percent}, chuyển vào tài khoản số {vbank}.
Kế hoạch {year}: {count} khách mới, {vnd} doanh thu, chi phí {percent}; CRM ghi nhận cơ hội {caseid}.
Thiết bị {imei} (MAC {mac}) cấp phát {vdate} cho {staff}, phiên bản {version}, IP {ip}.
Lịch bay {flight} {vdate} {time}, mã đặt chỗ {pnr}, số vé {trackbare}, hành lý {kg}.
`;

export const tables = [
  ['Mã|Họ tên|Điện thoại|Ngày hẹn|Phí', '{mrn}|{vname}|{p:mobile}|{vdate} {time}|{vndlow}'],
  ['Biển số|Chủ xe|Liên hệ|Số hợp đồng|Bồi thường', '{plate}|{vname}|{p}|{policy}|{vndbare}'],
  ['Thời gian|Số gọi|Máy lẻ|Thời lượng|Mã ghi âm', '{vdate} {time}|{p}|{agent}|{took}|{callid}'],
  ['Chi nhánh|Địa chỉ|Tel|Fax|Mã số thuế', '{vfirm}|{vstreet}|{p:fixed}|{p:fax}|{mst}'],
  ['Account|Owner|Phone|Amount|Close Date|Opp. No.', '{vfirm}|{vname}|{p}|{vndbare}|{udate}|{ten}'],
  ['Đơn hàng|Khách|SĐT|Tổng|Vận đơn', '{orderbare}|{vname}|{p:mobile}|{vndbare}|{trackbare}'],
  ['Họ tên|CCCD|SĐT|Số TK|Lương', '{vname}|{cccd}|{p:mobile}|{vbank}|{vndbare}'],
];
