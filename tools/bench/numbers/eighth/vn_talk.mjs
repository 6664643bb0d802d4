// What is written in sentences on the same application's screens. A line of `=` opens a screen's part;
// the number after it: how often it is shown.
export const talk = `
= zalo 5
{ong} cho em xin sđt với ạ
sđt e {mk} nha
sdt cua em la {mk} ạ
dt {mk}
lh {mk} gặp {goi}
{mk} ạ
{m}
{m} {goi} nhé
ib zalo {mk} e gửi giá
gọi cho c qua số {mk} nhé, số kia hết pin
số mới của e đây {mk}, lưu giùm e
a ơi số {mk} ko gọi được
{ong} gọi {m} gặp {ong} {goi} kho nhé
m gọi t số này nha {mk}
alo e là {goi}, {mk}, hẹn {t} nhé
số này zalo luôn: {mk}
ck vào stk {stk} giúp e
stk: {stk} {vcb|mb|acb|tcb} {ten}
e ck {vnd} rồi nha
shop ơi đơn {madon} bao giờ tới
mã vđ {vandon} ạ
ok {ong}, {t} {d} e qua
size {#:3X} còn k shop, giá {n3}k
nhà e {dc}
xe {bienso} đang đợi ở cổng {#:X}
mã otp là {otp} đừng đưa ai
{n2} cái x {n3}k = {#:X.xxx}k
đã gửi IMG_{ymd}_{n6}.jpg
https://zalo.me/{mraw}
zalo.me/g/{sha}
https://zalo.me/{#:Xxxxxxxxxxxxxxxxxxx}
ship về {dc}, sđt {mk}, tên {goi}
nhận hàng: {ten} - {mk} - {dc}
{ten}
{mk}
{dc}
2 số của mình {m2}
tiền cọc {vnd}, còn lại {vnd} nha
Cuộc gọi nhỡ lúc {hm}
kích thước {dim} được ko
hôm qua {#:X}-{#:X} tiếc quá, phút {#:8x} còn sút hỏng
= binh luan 4
Giá bn shop, ib mình {mk}
Inbox giá ạ {mk}
Check ib nha c {goi}
còn k ạ? mình ở quận {#:X}, dt {mk}
{m} tư vấn giúp mình
LH: {mk} ({ong} {goi})
Liên hệ: {ong} {goi} {m}
Ai cần lh e {mk} (zalo) nhé
☎️ {mk}
📞 Hotline: {hot}
📱 {m2}
👉 Zalo/ĐT: {mk}
📍 {dc} ☎ {f}
Bán nhà {dc}, {dim}, giá {#:X,x} tỷ. LH chính chủ {mk}
Cho thuê P.{n3}, {#:X}tr{#:x}/tháng, điện {#:X}k{#:x}. Gọi {mk}
Cần tuyển {n2} lao động, lương {n2}-{n2}tr, lh {mk} (c.{goi})
Sang nhượng quán, {n3}tr, call: {m}
Mất ví mang tên {ten}, CCCD {cccd}, ai nhặt được gọi {mk} xin hậu tạ
Xe {bienso} đời {#:201x}, odo {n2}.000 km, {n3} triệu
Đơn {madon} giao 3 lần không ai nghe máy
Giảm {pct} cho {n3} khách đầu tiên, mã SALE{n4}
{n3} lượt thích · {n2} bình luận · {n2} lượt chia sẻ
iPhone {#:1X} {#:xxx}GB, pin {pct}, imei {imei}
Sim số đẹp: {m} giá {#:X}tr{#:x}
Lô đất {dim}, sổ {#:CHxxxxx}, tờ {n2} thửa {n3}, giá {vnd}
Kết quả: {#:X}-{#:X}, {#:X}-{#:X} luân lưu
Mn đừng tin số {mk}, lừa đảo đó
Số {m} hay gọi quảng cáo nè
Quy đổi {usd} = {vnd}
= yeu cau 4
Khách {ten} gọi từ {m} lúc {t}, báo đơn {madon} chưa giao.
Đã gọi {mk} lần {#:X}, thuê bao không liên lạc được.
Cuộc gọi đến từ {m} ({n3} giây)
Agent {n3} gọi ra {fraw}, thời lượng 00:{#:0X:xx}
Gọi lại cho KH theo số {mk} sau {t} ngày {d}
KH đổi số điện thoại từ {m} sang {m}
SĐT: {che} → {m}
Đã cập nhật trường "Di động": {m} → {m}
{ten} đã thêm số {m} vào hồ sơ {madon}
Chuyển tiếp sang bộ phận kỹ thuật, ext {n4}
Chuyển máy lẻ {n3}
Ticket #{n6} đã đóng lúc {ts}
Phiếu {ymd}-{n4} được gán cho {ten}
Mã sự cố INC{#:00xxxxxxx}, mức {#:X}
Khách yêu cầu hoàn {vnd} về STK {stk}
Hóa đơn {#:000xxxxx} ký hiệu 1C25TAA, MST {mst}
{ten} đã đổi trạng thái lúc {hm} {d}
Phản hồi trong vòng {#:X}h{#:x0}, SLA {pct}
KH cung cấp CCCD {cccd}, ngày cấp {d}
Máy {serial} bảo hành đến {d}, IMEI {imei}
Đã gửi SMS tới {mraw}: "Ma OTP {otp}"
Nhắn tin Zalo ZNS tới {m84} thành công
Xác minh qua {f} (lễ tân), gặp {ong} {goi}
Người báo: {ten}, đt {mk}, phòng {n3}
Lỗi 0x8{#:xxxxxxx} ở bản {ver}, máy {ip}
Tọa độ khách ghim: {toado}
= thu 4
Kính gửi {cty},
Theo Nghị định {#:1xx}/{#:202X}/NĐ-CP và Thông tư {#:Xx}/{#:202X}/TT-BTC, đề nghị Quý công ty rà soát hóa đơn số {#:000xxxxx}.
Mọi thắc mắc xin liên hệ {ong} {goi} theo số {m} hoặc email ketoan{n2}@gmail.com.
Mọi chi tiết xin liên hệ: Phòng Hành chính, ĐT: {fk}.
Quý khách vui lòng liên hệ {f} gặp bộ phận CSKH ({n3})
Anh/chị gọi giúp em số {m} (Mr. {goi}) trước {t} ngày {d} nhé.
Số tiền {vnd} vui lòng chuyển khoản vào TK {stk} tại Ngân hàng TMCP Ngoại thương Việt Nam.
Mã số thuế: {mst}. Địa chỉ: {dc}.
Đính kèm báo giá số {vb} ngày {d}.
Tỷ giá ngày {d}: 1 USD = {#:25.xxx} VND
On {us_d} at {hm}, {name} wrote:
Vào {hm}, {d}, {ten} đã viết:
Our representative in Vietnam: {vnplus}
Please call our Singapore office at {abroad} for shipping schedule.
Contact person: Mr. Li, {abroad} (WeChat same number)
Cuộc họp Zoom: ID {#:8xx xxxx xxxx}, mật khẩu {n6}
Lịch họp: {t} - {t} {d}, phòng {n3}
Lô hàng {cont} dự kiến ETA {d}, B/L {#:COSU6xxxxxxxxx}
Hợp đồng {vb} trị giá {usd}, thanh toán {pct}.
Điện thoại khẩn: {f}, ngoài giờ: {m}
Mã hồ sơ 000.00.{#:Xx}.H29-{ymd}-{n4} hẹn trả {d}
Trân trọng, {ten} – {mk}
= chu ky 4
{ten} | Trưởng phòng Kinh doanh | {mk}
M: {mk} | T: {fk} | W: minhphat.vn
Mobile: {mk}
Mob: {m} - Email: {goi}@minhphat.vn
Cell: {mk} (Zalo, Viber)
Tel: {fk} - Fax: {fk}
Tel: {fx}
ĐT: {fx}
T: {fx} | M: {m}
Điện thoại: {fs}
ĐT: {fk} * DĐ: {mk}
Đc: {dc} - Đt: {fk}
VP: {dc} | Tel.: {fk}
H/p: {mk}
Skype: minhphat.{n4} | Zalo: {mk}
{cty}⏎Đ/c: {dc}⏎ĐT: {fk} – DĐ: {mk}⏎MST: {mst}
MST: {mst} - STK: {stk}
Add: {dc}
Tầng {n2}, tòa nhà Keangnam, {#:E6}, Hà Nội {#:1xxxxx}
© {#:2009}-{#:2026} {cty}. Bảo lưu mọi quyền.
P {m}
(T) {fk} (M) {mk}
= chan trang 4
Hotline: {hot} ({#:1.xxx}đ/phút)
Tổng đài: {hot}
Gọi mua hàng {hot} (7:30 - 22:00)
Gọi khiếu nại {hot} (8:00 - 21:30)
Hotline: {hot} - {m}
CSKH: {hot} | Kỹ thuật: {f}
GPKD số {mst} do Sở KHĐT TP.HCM cấp ngày {d}
GP số {vb}, MSDN: {mst}
Giấy phép ICP số {#:xxx}/GP-TTĐT do Sở TTTT cấp {d}
Trụ sở: {dc}. ĐT: {fk}
Chi nhánh Đà Nẵng: {dc} – Tel: {fk}
Chi nhánh {#:X}: {dc} - {f}
Đường dây nóng: {mk}
Đường dây nóng tiếp nhận phản ánh: {m2}
Trực cấp cứu 24/24: {fk}
Điện thoại: {fk} | Fax: {fk} | Email: ubnd@{#:x}tinh.gov.vn
Phiên bản {ver} – cập nhật {d}
Lượt truy cập: {#:X.xxx.xxx} · Đang online: {n2}
Chat Zalo: https://zalo.me/{mraw}
wa.me/{wavn}
https://wa.me/{wavn}?text=Xin%20chao
tel:{mplus}
tel:{mraw}
sms:{mraw}?body=Dang%20ky
Góp ý: gopy@minhphat.vn hoặc {f}
Đặt lịch: {m} (giờ hành chính)
Thời gian làm việc: 7h30-11h30, 13h30-17h00 (T2-T6)
= phieu giao 4
Người gửi: {cty} - {m}
Người nhận: {ten} - {mk}
Nhận: {ten}, {mk}, {dc}
Từ: {cty}, {dc}, ĐT {fk}
Đến: {ten} ({m})
ĐT người nhận: {mk} - Gọi trước khi giao
Shipper {goi}: {mk}
Liên hệ shipper {m} hoặc hotline {hot}
Mã đơn: {madon} / Mã vận đơn: {vandon}
Thu hộ: {vnd}
Tiền thu người nhận: {vnd}
Khối lượng: {dim} · Ngày gửi {d}
Bưu cục {n6}, tuyến {#:Xx-xx-xxx}
SL: {n2} – SKU {sku}
Ca giao {hm} - {hm} ngày {d}
Hẹn giao lại {d}, lý do: không liên lạc được {m}
Điểm lấy: {dc} / LH: {goi} {mk}
Tài xế {ten}, xe {bienso}, đt {mk}
PXK{#:xxxxxx} ngày {d}, kho {n2}
Ghi chú: cho xem hàng, không nghe máy thì gọi số phụ {mk}
= hoa don 3
Đơn vị bán hàng: {cty}, MST {mst}
Mã số thuế: {mst_roi}
Điện thoại: {fk}  Số TK: {stk}
ĐT: {fk}, MST: {mst}
Mẫu số: 01GTKT0/001, ký hiệu AA/{#:2x}E, số {#:000xxxx}
Cộng tiền hàng: {vnd}
Thuế GTGT {#:X}%: {vnd}
Số lượng {n2} x {vnd}
Số tài khoản: {stk} – {Vietinbank|BIDV|Agribank} CN {n2}
Hình thức thanh toán: TM/CK · Kỳ {#:0X}/{#:202X}
Chỉ số: {n5} → {n5} = {n3} kWh
Mã tra cứu: {#:xxxxxxxx}{KX|ZT} tại hoadon{n2}.vn
Hóa đơn có thắc mắc gọi {hot}
Liên hệ thu cước: {ten} ({mk})
Thu ngân: {goi} – {ts} – Bill {n6}
Hotline góp ý: {m}⏎Pass wifi: {n8}
= ket qua tim 3
{ten} · {m} · {madon}
{ten} – {cccd} – {d}
{cty} | MST {mst} | {f}
Tìm thấy {n2} kết quả cho "{mraw}"
Tìm thấy {n3} kết quả ({#:0.xx} giây)
Không tìm thấy kết quả cho số điện thoại {m}
{ten} (SĐT: {mk})
{madon} – {vnd} – {d}
{gtin_vn} – Sữa tươi 1L – {vnd}
{vb} về việc điều chỉnh giá dịch vụ
Hồ sơ {ymd}-{n4}: {ten}, sinh {d}
SP {sku}: còn {n3}, vị trí {A|B}-{#:xx-xx}
{bienso} – {ten} – {m}
Trang {#:X} / {n2} · {n4} bản ghi
{ten}, {mk}, {dc}
= tin nhan 3
[MB] TK {#:xxx}xxx{#:xxx} |GD: -{vnd} {d} {hm} |SD: {vnd}
VCB: So du TK {stk} thay doi +{vnd}. So du {vnd}. Ref {#:MBVCB.xxxxxxxxxx}
Ma xac thuc (OTP) cua Quy khach la {otp}. Hieu luc 5 phut.
Quy khach duoc tang {n2}GB. Chi tiet goi {hot}
Don hang {vandon} se duoc giao hom nay. LH buu ta {m}
SPX: Shipper {goi} ({mraw}) dang giao don SPXVN0{#:xxxxxxxxxxx}
[EVN] KH {dien}: tien dien ky {#:0X}/2025 la {vnd}. LH {hot}
Lich hen kham {hm} {d}, ma {ymd}{n4}. Doi lich goi {fraw}
Thue bao {mraw} da goi cho ban luc {hm} {d}
Thuê bao {mplus} gọi nhỡ {#:X} cuộc, gần nhất {hm}
Truong THCS: hoc phi thang {#:X} la {vnd}, GVCN {ong} {goi} {m}
CSGT: xe {bienso} vi pham luc {hm} {d}, bien ban so {n6}
Ban da dang nhap tu IP {ip} luc {ts}
= nhat ky 3
{ts} INFO  sms.send to={m84} status=200 id={uuid}
{ts} INFO  call.start caller={mraw} callee={fraw} uid={epoch}.{n4}
{ts} WARN  retry {#:X}/5 order={madon} cost={n3}ms
{ts} ERROR payment ref={#:FTxxxxxxxxxxx} amount={#:Xxxxxxx} code={n2}
[{ts}] {ip} - GET /api/v{#:X}/orders/{n8} {#:200} {n4}
«"phone": "{mplus}", "ts": {epochms}»
«"sdt":"{mraw}","madon":"{madon}"»
«"id": {#:Xxxxxxxxx}, "created_at": {epoch}, "total": {n6}»
INVITE sip:{n4}@{ip} SIP/2.0
From: <sip:{n3}@pbx{n2}.vn>;tag={sha}
session {uuid} hết hạn sau {n4}s
commit {sha}, build {ver}
disk {pct} used, {#:xxx.x} GB free, load {#:x.xx} {#:x.xx} {#:x.xx}
Import dòng {n3}: số điện thoại "{mraw}" đã tồn tại
Backup_{ymd}_{n6}.zip ({#:xxx,x} MB)
= hanh chinh 3
Số: {vb}
Căn cứ Luật số {#:Xx}/{#:20XX}/QH1{#:X} ngày {d};
Quyết định {vb} ngày {d}
Điện thoại: {fk}. Đầu mối: đồng chí {ten}, {mk}
Ông/bà {ten}, sinh ngày {d}, CCCD số {cccd}, thường trú {dc}
Bà {ten}, CMND {cmnd}, SĐT {mk}
Thửa đất số {n3}, tờ bản đồ số {n2}, diện tích {dim}
Mã chương {n3}, tiểu khoản {n4}, số tiền {vnd}
Kỳ thi ngày {d}, SBD {#:0xxxxxxx}, phòng {n3}
Đường dây nóng Sở Y tế: {mk} – {fk}
Tiếp nhận phản ánh qua số điện thoại {f} hoặc {m} (trực 24/24)
Thí sinh {#:20xxxxxx} đạt {#:2X,xx} điểm
Lịch thi {t} - {t}, mã đề {n3}
GVCN: {ong} {goi} – {mk}
Văn phòng khoa: {fx}, phòng {n3} nhà {A|B|C}{#:X}
Mã số sinh viên {#:2151xxxxxx}, lớp K{n2}
Đăng ký dự tuyển qua Zalo {mk} trước {d}
`;
