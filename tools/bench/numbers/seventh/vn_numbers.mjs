// Viet Nam, texts with numbers. `header|header :: text` is a cell below one of these headers, with `!`
// always; ⏎ a new line, ⇥ a tab, ⦃⦄ braces; {a|b} one of these, {#:Xxx} digits.
export const cells = `
{t}
{mn}
{fn}
Điện thoại|SĐT|Số điện thoại|Phone|Mobile|Di động :: {t}
SĐT khách|Liên hệ|ĐT người nhận|Số ĐT :: {m}
Điện thoại bàn|ĐT cơ quan|Tel|Máy bàn :: {f}
Hotline|Tổng đài|CSKH :: {h}
Tel|Điện thoại :: {fx}
Điện thoại|Tel :: {fs}
Liên hệ|Người liên hệ :: {vn} - {m}
Liên hệ|Người nhận :: {vn} ({m})
Khách hàng|Người gửi :: {vn} {m}
Phụ huynh|Người thân :: {folk}: {mn}
SĐT phụ :: {mn} / {mn}
SĐT|Điện thoại :: {md};{md}
Zalo|Zalo/SĐT :: {m}
WhatsApp|Zalo :: {mp}
! SĐT|phone|Mobile :: {mo}
! SĐT|Điện thoại|Di động :: {m9}
! msisdn|phone_number|Caller :: {mi}
{SĐT|sđt|Sđt|ĐT|đt|dt|Dt|SDT|sdt|Đt|Điện thoại|Số điện thoại|Số ĐT|DĐ|dđ|Di động|Phone|Tel|Mobile|Cell|LH|lh|Lh|Liên hệ|LH/Zalo|Zalo|Hotline|ĐTDĐ|Đ/T|Call|Gọi}{:|: |: | : | }{t}
{ĐT bàn|đt bàn|Máy bàn|Tel|Điện thoại cố định|ĐT CQ|Cố định|T}{:|: | : |. }{f}
{Hotline|hotline|Tổng đài|Tổng đài CSKH|CSKH|Tư vấn miễn phí}{:|: | }{h}
{☎|☎️|📞|📱|☏} {t}
{📞|☎|📲}{mn}
{sdt|sđt|đt|dt|SĐT}{mn}
{Tel|ĐT|T}: {fx}
{ĐT|Tel|Điện thoại}: {fs}
{ĐT|Tel}: {fn} - Fax: {fn}
Tel: {fa} | Fax: {fa}
Điện thoại: {fo} – Fax: {fo}
Đt: {fo}
{mn} (Zalo)
{mn} - {folk}
{folk} {mn}
{folk}-{mn}
{folk}: {mn}
{folk} ({mn})
{mn} ({folk})
{mn} gặp {folk}
{mn}/{mn}
{mn} - {mn}
{mn} hoặc {mn}
{fn} – {mn}
Gọi {mn}
Gọi ngay {h}
Chat Zalo {mn}
Nhắn tin Zalo: {mn}
https://zalo.me/{md}
zalo.me/{md}
Zalo: https://zalo.me/{md}
https://wa.me/{mi}
wa.me/{mi}?text=Xin%20chao
tel:{md}
tel:{mp}
sms:{mp}
Cuộc gọi nhỡ từ {m}
Cuộc gọi đến {mn} lúc {hm}
Gọi đi: {md} ({#:X} phút {#:Xx} giây)
Giao cho: {vn}, {m}, {addr}
Người nhận: {vn} | {m}
Người gửi {vnco} {fn}
KH: {vn} - ĐT {mn} - Mã KH{#:00xxxx}
{vn} · {mn} · {addr}
Bảo vệ: {mn} (24/24)
Kế toán: {fx}. Email: ketoan@hoanggia.vn
Mobile: {ma}
ĐTDĐ: {ma}
Đặt bàn: {fn} hoặc {mn}
Đối tác Nhật: {p}
Nhà cung cấp: {p}
Liên hệ tại nước ngoài|Điện thoại :: {p}
! Phone|Supplier phone :: {p}
Văn phòng Singapore: {p}
{u1}
Khách Mỹ: {u1}
`;

export const prose = `
e ơi còn hàng k, {ib|inbox|rep} c giá nha sdt {mn}
{mn} e cần tư vấn ạ
{mn} tư vấn giúp m với
Shop {ơi|oi} {md} gọi mình {nhé|nha|nhe}
ai cần {lh|liên hệ|alo|ib} {mn} nhé mn
chốt 2 cái size M, đt {mn}, đc {addr}
Cho mình 1 set {#:Xxx}k nha shop, sdt {mn}
lh {mn} gặp {folk} {nha|nhé|ạ}, e báo giá cho
Nhà e bán giá {#:X} tỷ {#:Xxx}, dt {#:Xx}m2, sổ hồng riêng. LH {mn} ({folk}) miễn trung gian
Cho thuê phòng trọ {#:Xx}m2 giá {#:X}tr{#:X}/tháng, {addr}. Lh: {mn} - {mn}
Cần bán gấp xe SH 2021, bs {plate}, odo {#:Xx}.000km, giá {#:Xx}tr. Call/zalo {mn}
Mất ví có CCCD tên {vn}, ai nhặt được xin gọi {mn}, xin hậu tạ.
Em gửi chị stk {bank} VCB, chuyển xong chị nhắn e qua zalo {mn} nha
Đơn {#:DH24xxxxxx} giao lại chiều nay, khách hẹn gọi {mn} trước khi đến
Đơn hàng #{#:24xxxxxxxx} của bạn đã được giao cho shipper {vn} - {md}. Thu hộ: {vnd}.
[GHN] Đơn {#:GAXxxxxx} đang giao. Shipper: {folk} {md}. COD {vnd}
Buu ta {folk} ({md}) se giao don {ems} trong ngay hom nay. Vui long chuan bi {vnd}
Khách {vn} ({mn}) phản ánh hóa đơn {#:0000xxxx} bị sai MST {mst}, nhờ kế toán kiểm tra.
Bệnh nhân {vn}, sinh năm 19{#:Xx}, BHYT GD479{#:xxxxxxxxxx}, người nhà: {mn}
Kính gửi Quý khách, mọi thắc mắc xin liên hệ tổng đài {h} (1.000đ/phút) hoặc {fn}.
Chi tiết xin LH: Phòng Kế hoạch - Tổng hợp, ĐT: {fn}, Email: khth@hcm.gov.vn trước ngày {dmy}.
Căn cứ Nghị định {law}, đề nghị các đơn vị báo cáo trước {dmy}. Đầu mối: đồng chí {vn}, số điện thoại {mn}.
{vnco}⏎Địa chỉ: {addr}⏎MST: {mst}⏎Điện thoại: {f}⏎STK: {bank} tại Vietcombank
{vnco}⏎ĐC: {addr}⏎Tel: {fn} - Fax: {fn}⏎Hotline: {mn}⏎Website: www.anphat.com.vn
Trân trọng,⏎{vn}⏎Trưởng phòng Kinh doanh⏎M: {ma} | T: {fx}⏎{vnco}
Best regards,⏎{vn} (Ms.)⏎Sales Executive⏎Mobile/Zalo: {m}⏎{addr}
--⏎{vn}⏎Tel: {fa}⏎HP: {ma}⏎Skype: {nick}.{#:xxxx}
Em chào chị, em là {vn} bên {vnco}, sđt em {mn}, chị cần báo giá thì alo em nhé.
Lớp {#:1X}A{#:X}: phụ huynh em {vn} - {mn} xin nghỉ ngày {dmy}
Ứng viên: {vn}; Ngày sinh: {dmy}; CCCD: {cccd}; SĐT: {m}
Họ tên: {vn}⇥SĐT: {mn}⇥CMND: {cmnd}⇥Địa chỉ: {addr}
⦃"name": "{vn}", "phone": "{md}", "order_id": {#:24xxxxxxxx}⦄
⦃"id":{#:Xxxxxx},"phone":"{mp}","amount":{raw},"created_at":{epoch}⦄
{iso} {hms} INFO sms-gw: sent to={mi} status=DELIVRD id={uuid}
{iso} {hms},{#:xxx} INFO [CallCenter] inbound from {md} queue=sales wait={#:Xx}s agent={#:2xx}
{#:Xxx},{vn},{md},{addr},{dmy}
{mn} lấy e 2kg cam {#:Xx}k nha, ship {addr} trc {#:X}h chiều
Tuyển {#:X} nhân viên kho, lương {#:X}-{#:1x} triệu, 8h-17h. Nộp hồ sơ: {addr} hoặc gọi {mn} ({folk})
KHAI TRƯƠNG giảm {#:X0}% từ {dmy} - đặt lịch: {h} / {mn}
Bảo hành 12 tháng, 1 đổi 1 trong 7 ngày. Gọi {h} (8:00 - 21:30) hoặc zalo {mn}
Phòng khám mở cửa 7h30-20h, đặt hẹn qua {fn} hoặc {h}
Chị {folk} đổi số rồi, số mới {mn}, số cũ bỏ nha
số này {mn} có phải của {folk} k ạ, gọi k dc
gọi {mn} k bắt máy, {mn} thì thuê bao
Nhà xe: {mn} (Sài Gòn) – {mn} (Đà Lạt). Xuất bến {hm}, {hm}
Đường dây nóng phòng chống tham nhũng: {fn}; {mn}
SĐT {mn} đã đăng ký tài khoản này, mã OTP {#:Xxxxxx} hết hạn sau 5 phút
Thuê bao {mi} da dang ky goi D{#:Xx}, gia {dot}d, han su dung {dmy}. LH {h}
Mọi góp ý gửi về Ban quản lý chung cư, hotline {mn} hoặc bảo vệ tòa S{#:X}.0{#:X}: {mn}.
{folk} ơi, bên em có căn 2PN 68,5m2 view sông giá 3 tỷ 250. Mình kết bạn zalo em số {mn} ạ
up bài giúp e, {mn} hàng sẵn giá {#:Xxx}k-{#:Xxx}k
Bên B: {vn}⏎CCCD số: {cccd} cấp ngày {dmy}⏎Điện thoại: {mn}⏎Tài khoản số: {bank}
Thông tin người đại diện: ông {vn}, hộ chiếu số C{#:Xxxxxxx}, điện thoại {ma}
Cty mình có vp ở Tokyo ({p}) và HCM ({fa}) nhé anh
Please contact Ms. {vn} at {ma} or our Ha Noi office {fa} before {iso}.
Supplier in Shenzhen, contact Mr. Li {p}, PO {#:45xxxxxxxx}
`;
