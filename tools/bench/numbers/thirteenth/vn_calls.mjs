// Blocks of Vietnamese pages that have telephone numbers: business and office pages, then talk and advertisements.
import { parseShapes } from './engine.mjs';

export const vietCalls = parseShapes(String.raw`
dt-phone :: 10 :: <Điện thoại|SĐT|Số điện thoại|ĐT|Phone|Tel|Liên hệ|Số ĐT|SĐT liên hệ|Số liên lạc> :: {va}
dt-mobile :: 5 :: <Di động|Mobile|Điện thoại di động|ĐTDĐ|Zalo|SĐT Zalo|Số di động|Phone (Mobile)> :: {vm}
dt-phone-verified :: 3 :: <Số điện thoại|SĐT> :: {vm} <✓|(Đã xác thực)|Đã xác minh|Chưa xác thực|- Zalo ✔>
dt-hotline :: 4 :: <Hotline|Tổng đài|CSKH|Hotline 24/7> :: {vh}
dt-fax :: 3 :: <Fax|Số fax|FAX> :: {vl}
dt-fixed :: 5 :: <Điện thoại cố định|ĐT bàn|Điện thoại cơ quan|Tel|Máy bàn> :: {vl}
dt-ext :: 4 :: <Điện thoại|Điện thoại CQ|Tel|Office> :: {ve}
dt-two :: 4 :: <Điện thoại|SĐT|Liên hệ> :: {vm2}
dt-emergency :: 2 :: <Người liên hệ khẩn cấp|Liên hệ khi cần|Người thân> :: {name} <(vợ)|(chồng)|- mẹ|- bố|(em gái)|- con> <- |: |, |>{vm}
dt-intl :: 3 :: <Phone|Mobile|Số điện thoại|WhatsApp> :: {vmi}
dt-foreign :: 3 :: <Phone|Điện thoại|Mobile|SĐT khách> :: {intl}
dt-legal-rep :: 2 :: <Người đại diện|Đại diện pháp luật> :: {name} – <SĐT: |ĐT: |>{vm}
label-run-together :: 5 :: <Điện thoại|SĐT|Hotline|Tel|Số điện thoại|ĐT liên hệ>{va}
label-mobile-tight :: 2 :: <Di động|Mobile|Zalo|DĐ|Di động:>{vm}
label-colon :: 11 :: <Điện thoại|ĐT|SĐT|Tel|Hotline|Phone|Sđt|đt|tel|LH|Liên hệ|Số điện thoại|Call>: {va}
label-mobile :: 5 :: <Di động|Mobile|DĐ|HP|Cell|Zalo|Zalo/ĐT|ĐTDĐ|Mob>: {vm}
label-colon-tight :: 5 :: <ĐT|SĐT|Tel|Hotline|sdt|đt|LH|tel>:{va}
label-space-colon :: 2 :: <Điện thoại|Tel|Hotline|SĐT> : {va}
label-dot :: 2 :: <Tel.|ĐT.|Đt.|T.|ĐT|đt> {va}
label-fullwidth :: 1 :: <电话|電話|Điện thoại|联系电话|联系方式>：<{va}|{va}|{vmi}>
label-next-line :: 2 :: <Điện thoại|Số điện thoại|Hotline|Phone>\n{va}<|\n{mail}|\nSao chép>
icon-phone :: 8 :: {ico}<| ||  >{va}
icon-pua-line :: 4 :: {pua} {va}<| {pua} {mail}| {pua} {addr}>
icon-many :: 3 :: 🏠 {addr}\n<📞|☎️|📱> {va}\n<📧|✉️> {mail}
icon-hotline-up :: 2 :: <🔥|👉|✅> HOTLINE<: | |: 📞 >{va} <(24/7)|– 24/24|(miễn phí)|Zalo|>
address-phone :: 7 :: <Địa chỉ|Đ/c|Đc|ĐC|Add|Trụ sở>: {addr}<.|. |, | - | – |;> <ĐT|Điện thoại|Tel|SĐT|Hotline>: {va}
address-phone-lines :: 4 :: {cty}\n<Địa chỉ|Trụ sở>: {addr}\nMST: {mst}\n<Điện thoại|Tel>: {vl}<|\nFax: {vl}|\nEmail: {mail}>
footer-company :: 5 :: © {num:2012-2026} {cty}. GPĐKKD số {mst} do Sở KH&ĐT {tinh} cấp ngày {day}.
| Địa chỉ: {addr}. <Điện thoại|ĐT|Hotline>: {va}. Email: {mail}.
footer-hotline :: 4 :: <Tổng đài hỗ trợ|Gọi mua hàng|Gọi khiếu nại|Gọi bảo hành|Tư vấn mua hàng|Hotline CSKH>: {vh} <({x:[78]}:30 -
| {x:2[12]}:00)|(8h00 - 21h30)|(1.000đ/phút)|(miễn phí)|>
footer-hotline-tight :: 2 :: <Gọi mua:|Khiếu nại:|Bảo hành:|Kỹ thuật:>{vh}(7:30 - 22:00)
fax-and-tel :: 5 :: <Tel|ĐT|Điện thoại>: {vl} <-|–|*|·|/|> Fax: {vl}
fax-and-tel-intl :: 4 :: Tel: {vfi} <- |{bar} |/ ||; >Fax: {vfi}
fax-shared-label :: 1 :: Tel/Fax: {vl}
tel-shared :: 5 :: <ĐT|Điện thoại|Tel|Liên hệ|Điện thoại liên hệ>: {vs}
tel-shared-addr :: 2 :: {addr} – ĐT: {vs}<; Fax: {vl}| - Website: {web}|>
ext-line :: 5 :: <Liên hệ|Mọi thắc mắc xin liên hệ|Chi tiết liên hệ|Điện thoại>: <{benh}, |Ms. {ten} - |{name}, |>{ve}
ext-hospital :: 3 :: {benh}: {ve}<| (giờ hành chính)| – BS. {name}>
ext-mobile-too :: 2 :: {name} ({viec}) – {ve} <- |hoặc |– di động |; >{vm}
signature-lines :: 6 :: {name}\n{viec} {bar} {cty}\n<M|Mobile|Mob|Cell|HP>: {vm}<\nT: {vl}|> \nE: {mail}\nW: {web}
signature-bar :: 4 :: <T|Tel>: {vl} {bar} <M|HP|Mobile>: {vm} {bar} E: {mail}
signature-en :: 4 :: {nameu}\n<Sales Executive|Import Manager|Account Manager|CS Dept>\nMobile<| / Zalo|/Whatsapp|/Viber>: {vmi}\nSkype:
| live:{x:xxxxxx}
signature-en-office :: 3 :: Office: {vfi}\nCell: {vmi}
signature-dot :: 2 :: {name} · {viec} · {vm} · {mail}
signature-short :: 3 :: <Trân trọng,|Thanks & Best regards,|Trân trọng cảm ơn!|BRs,>\n{name}<\n{va}| - {vm}|\nĐT: {vm}>
email-quoted :: 2 :: {gt} Vào {day}, {name} {lt}{mail}{gt} đã viết:\n{gt} Chị gọi lại em qua số {vm} nhé.
email-body :: 3 :: <Dear anh/chị,|Kính gửi Quý khách,|Dear {ten},> <nhờ anh chị liên hệ|vui lòng gọi|mọi vướng mắc xin gọi> {name} <số|qua số|theo
| SĐT|->
| {va} <để được hỗ trợ.|trước ngày {day}.|(trong giờ hành chính) ạ.>
email-header-tel :: 1 :: From: {name} [mailto:{mail}]\nSent: {date:w Y-M-D h:i}\nTel. {vm}
crm-timeline :: 4 :: {hour} {day} · <Cuộc gọi đi|Cuộc gọi đến|Gọi nhỡ|Không nghe máy> · {va} · <{num:1-59} giây|{num:1-12} phút
| {num:1-59}s|{date:h:i}>
crm-note :: 5 :: <KH|Khách|Kh|khách> <báo bận, hẹn gọi lại {hour} |không nghe máy |chê giá cao |đã chốt |thuê bao ><{date:j/n}|{date:D/M}>, <số
| phụ|số chồng|sđt khác|gọi số> {vm}
crm-note-short :: 4 :: <goi lai|đã gọi|Gọi lại|KNM|da goi> {vm} <luc|lúc|-> {hour}<, knm|, may ban|, hẹn chiều|>
crm-owner :: 2 :: Phụ trách: {name} - {vm} • Tạo lúc {at}
crm-card :: 4 :: {name}\n{vm}\n{mail}\n<Khách VIP|Lead mới|Nóng|Tiềm năng> · {day}
crm-card-tight :: 3 :: {name}{vm}<{tinh}|Mới|Gọi|Copy|Khách lẻ>
call-popup :: 4 :: <Cuộc gọi đến từ|Đang gọi|Đang đổ chuông|Cuộc gọi nhỡ từ|Đang kết nối tới> {va}<…|...||  00:0{num:1-9}| ({ten})>
call-log-line :: 4 :: {va}<\n| · |  >{hour}<, Hôm qua|, Hôm nay| {date:D/M}> <({num:2-6})||Viettel|Mobi>
call-queue :: 2 :: Queue {num:600-699} <→|-{gt}|{bar}> {va} <→|-{gt}|{bar}> Ext {num:101-899} <ANSWERED|NO ANSWER|BUSY> {num:0-300}s
call-script :: 2 :: Dạ em chào {xung} {ten}, em gọi từ {cty} theo số {vm} mình để lại trên web ạ.
click-to-call :: 5 :: <Gọi ngay|Gọi|GỌI NGAY|Bấm gọi|Gọi điện|Gọi tư vấn|Click gọi> {va}
click-tight :: 4 :: {va}<Gọi|Sao chép|Copy|Gọi ngay|Nhắn tin|Zalo|Chỉnh sửa|Xem thêm>
call-zalo-buttons :: 3 :: <Zalo|Chat Zalo|Nhắn Zalo>: {vm} <{bar}|-|•> <Gọi|Hotline|Call>: {vm}
zalo-url :: 2 :: <Zalo: |Link zalo |>https://zalo.me/{vmp}
wa-url :: 1 :: https://wa.me/{vmb}
tel-url-text :: 1 :: tel:{vmc}
helpdesk-ticket :: 4 :: <Ticket|Yêu cầu|Phiếu|Case> #{x:Xxxxx} – {name} – {va} – <không vào được mạng|đổi trả|lỗi thanh toán|bảo hành|hỏi đơn hàng>
helpdesk-requester :: 3 :: <Người yêu cầu|Requester|Người gửi>: {name} ({va})<, |\n><tạo {at}|lúc {hour}>
helpdesk-macro :: 2 :: Dạ <bên em|shop> đã ghi nhận, bộ phận kỹ thuật sẽ gọi lại mình qua số {vm} trong {num:15-120} phút ạ.
order-receiver :: 6 :: {name} <{bar}|-|–|,||·|\n> {vm} <{bar}|-|–|,|\n> {addr}
order-receiver-spx :: 4 :: {name} {vmi}\n{addr}<\nMặc định| [Mặc định]|>
order-label-full :: 3 :: Đơn {order} - Người nhận: {name} - SĐT: {vm} - COD: {vnd}
order-vandon :: 3 :: Mã vận đơn: {track}<\n| {bar} | - >Người nhận: {name}<, | - | ({vm}) – ĐT: >{vm}
order-shipper :: 4 :: <Shipper|Bưu tá|Tài xế|Nhân viên giao hàng|NV giao> {name} <(|- |, SĐT |: >{vm}<)||> <đang giao|sẽ giao đơn|giao hàng> {track}
order-history :: 3 :: {at} <Đang giao hàng|Giao không thành công>. <Tài xế|Bưu tá>: {name}, {vm}<. KH hẹn lại| - lý do: không nghe máy|>
order-note :: 2 :: Ghi chú: <gọi trước 15p|giao giờ hành chính|cho xem hàng>, <sđt phụ|không được gọi số|số 2> {vm}
order-sms :: 2 :: <[GHTK]|GHN:|Viettel Post:|SPX:> Don hang {track} thu ho {tien}d dang duoc giao. Goi buu ta {vmp}
hotel-booking :: 2 :: <Guest|Khách>: <Mr.|Ms.|> {nameu}, phòng {num:101-909}, check-in {day}, {num:1-7} đêm, tel {va}
hotel-reception :: 3 :: <Lễ tân|Reception|Đặt phòng>: {va} <(24/24)|{bar} {mail}|- quay 0 từ phòng|>
hotel-foreign-guest :: 2 :: <Guest phone|SĐT khách|Contact no.>: {intl} – <ETA {hour}|{num:1-4} pax|PNR {x:@@X@@x}>
invoice-seller :: 4 :: Đơn vị bán: {cty}\nMST: {mst}\nĐiện thoại: {vl}<\nSố TK: {stk} - {bank}|>
invoice-lookup :: 2 :: Tra cứu hóa đơn tại {web}, mã {x:@@xX@xx@x}. Hỗ trợ: {vh}
bank-notice :: 3 :: <Quý khách cần hỗ trợ vui lòng gọi|Nếu không phải Quý khách thực hiện, liên hệ ngay|Chi tiết LH> {vh} <hoặc {vl}|(24/7)|>.
bank-otp-sms :: 2 :: <Khong cung cap|KHONG chia se> OTP cho bat ky ai. Ma OTP {x:xxxxxx} cho GD {tien}VND. LH {vh}
bank-transfer-phone :: 2 :: Chuyển khoản: {stk} - {bank} - {NAME}. <Chuyển xong báo|Gửi bill qua zalo> {vm}
wallet-momo :: 3 :: <MoMo|Momo|Ví MoMo|ZaloPay>: {vm} <- |(|>{nameu}
wallet-notice :: 3 :: Bạn <đã nhận|vừa chuyển> {vnd} <từ|đến|cho> {nameu} ({vmp}) lúc {at}
topup :: 2 :: Nạp <{num:10-500}.000đ|{k}> cho <thuê bao|số|SĐT> {vmp} thành công. Mã GD {x:Xxxxxxxxxxx}
bill-electric :: 2 :: <Tổng đài điện lực|Trung tâm CSKH EVN>: {vh}. Mã KH: PE{x:xxxxxxxxxxx}
gov-hotline :: 4 :: <Đường dây nóng|Số điện thoại đường dây nóng|ĐT trực ban|Trực lãnh đạo>: {va}<; email: {mail}|. | – đ/c {name}>
gov-office :: 5 :: {donvi}\nĐịa chỉ: {addr}\nĐiện thoại: {vl}<|; Fax: {vl}>
gov-letter :: 3 :: (<Chi tiết liên hệ|Đầu mối liên hệ|Thông tin liên hệ> đồng chí {name}, {viec}, <SĐT|điện thoại|ĐT> {va})<./.|.>
gov-result :: 2 :: Hồ sơ số {x:H29.Xxx-25xxxx-xxxx} đã có kết quả. Vui lòng liên hệ Bộ phận Một cửa, ĐT {vl}
tender-contact :: 3 :: Bên mời thầu: {cty}. Địa chỉ: {addr}. <Số điện thoại|SĐT>/Fax: {vl}. Giá gói thầu: {vnd}
tender-error :: 1 :: Đường dây nóng Báo Đấu thầu: {vl}<, {vl}|>; TBMT số IB{x:2[345]xxxxxxxx}-00
school-office :: 3 :: <Phòng Tuyển sinh|Văn phòng trường|Phòng Đào tạo|Giáo vụ>: P.{num:101-405} nhà {x:[ABCD]}{num:1-9}, ĐT: {va}
school-parent :: 3 :: <PH|Phụ huynh|Mẹ|Bố> <em|bé> {ten}<:| -|> {vm}<, lớp {num:1-9}A{num:1-5}|>
school-teacher :: 2 :: GVCN lớp {num:6-12}A{num:1-9}: <thầy|cô> {name} <(|- |: >{vm}
hospital-booking :: 3 :: Đặt lịch khám: {vh} <hoặc|/|-> {vl}. Giờ làm việc: {num:6-7}:30 - 16:30 (T2 - T7)
hospital-patient :: 2 :: BN {name}, {num:1-95}t, mã BN {x:2Xxxxxxx}, người nhà: {vm}
pharmacy-branch :: 3 :: <Nhà thuốc|NT> {hieu} – {addr} – <SĐT|☎|đt> {va} – <mở đến {num:20-23}h|6:00-22:30>
maps-place :: 5 :: {shop}\n{x:4,X} ★ ({num:3-950}) · {addr}\n<Đang mở cửa ⋅ Đóng cửa lúc {num:17-23}:00|Đã đóng cửa ⋅ Mở cửa lúc 08:00> · {va}
maps-place-line :: 3 :: {x:[345],x}({num:2-400}) · <Spa|Quán cà phê|Cửa hàng|Nha khoa> · {num:1-200} {duong} · {va}
directory-entry :: 4 :: {num:1-99}. {cty} – {addr} – ĐT: {va}<; MST: {mst}| – GĐ: {name}>
directory-branch :: 4 :: <CN|Chi nhánh|Showroom|VPĐD|Kho|Cơ sở|CS> <{tinh}|{num:1-9}|miền Bắc>: {addr} <- |– |. |({va}) / >{va}
directory-regions :: 3 :: <Miền Bắc|Hà Nội|HN>: {va} {bar} <Miền Nam|TP.HCM|SG>: {va}
directory-depts :: 3 :: Kinh doanh: {va} – Kỹ thuật: {va}<| – Kế toán: {va}>
directory-staff-line :: 4 :: <Mr|Ms|Anh|Chị|Mr.|Ms.> {ten} <(KD)|(Kỹ thuật)|-|:|–|> {va}
hr-profile :: 3 :: {name} · {day} · CCCD {cccd} · {vm}
hr-interview :: 3 :: Mời bạn {name} <phỏng vấn|PV> {job} lúc {hour} ngày {day} tại {addr}. Liên hệ <HR|Ms {ten}>: {vm}
job-ad :: 5 :: <Tuyển|CẦN TUYỂN|Tuyển gấp|🔥 Tuyển> {num:1-20} {job}, lương {num:6-25} - {num:26-40}tr, <18-35 tuổi|ca {num:6-8}h-{num:14-17}h>,
| <lh|LH|liên hệ|alo> {va}
job-form :: 2 :: <Nộp CV qua|Gửi CV về> {mail} <hoặc zalo|hoặc gọi|/> {vm} <trước {day}|(Ms {ten})>
event-contact :: 3 :: <Đăng ký|RSVP|Đặt vé>: {va} <({name})|trước {day}|hoặc {mail}>
event-wedding :: 1 :: Tiệc cưới {hour} ngày {day} tại {addr}. Chú rể {ten}: {vm} - Cô dâu {ten}: {vm}
bus-station :: 3 :: Nhà xe {hieu}: {tinh} - {tinh}, <xuất bến|chạy> {hour} - {hour}, vé {k}, <đặt vé|ĐT> {va}<, {va}|>
bus-driver :: 2 :: <Lái xe|Tài xế>: {name} – {vm} – BKS {plate} – GPLX {x:xxxxxxxxxxxx}
tour-guide :: 2 :: HDV {name} ({vm}), xe {plate}, đón {hour} tại {num:1-99} {duong}
restaurant-menu :: 3 :: <Ship tận nơi|Đặt bàn|Giao hàng|Free ship 3km|Đặt món>: {va} <(10h-22h)|- nhận đặt tiệc từ {num:5-20} bàn|>
restaurant-menu-line :: 1 :: Phở bò {k} – Bún chả {k} – Gọi món: {va}
insurance-agent :: 2 :: <Tư vấn viên|Đại lý|TVV>: {name}, mã số {x:6xxxxxxx}, <ĐT|di động> {vm}. HĐBH số {x:7xxxxxxx}
insurance-claim :: 2 :: Hồ sơ bồi thường {x:BT25-xxxxxx}: xe {plate}, lái xe {ten} <sđt|số|-> {vm}, tổn thất {vnd}
insurance-rescue :: 2 :: Cứu hộ 24/7: {vh}. Số GCN {x:Xxxxxxxxxx}, hiệu lực từ {day} đến {day}
news-hotline :: 3 :: <Mọi thông tin|Bạn đọc có thông tin> xin gửi về <đường dây nóng|hotline> {va} <hoặc email {mail}|(Hà Nội), {va} (TP.HCM)>.
news-helpline :: 3 :: Theo <ông|bà> {name}, sau {num:2-40} ngày triển khai đã có {num:120-9800} lượt gọi tới tổng đài {vh}, cao nhất ngày {date:D/M}
| với {num:100-900} cuộc.
news-charity :: 2 :: Mọi giúp đỡ xin gửi về: <anh|chị> {name}, {addr}. <ĐT|Số điện thoại>: {vm}<.|. STK {stk}, {bank}.>
news-scam :: 2 :: Đối tượng dùng số {vmp} <giả danh công an|mạo danh nhân viên EVN> gọi cho <bà|ông> {ho} T.{x:@}. (SN {num:1950-1990}), chiếm đoạt
| {vnd}.
police-missing :: 2 :: TÌM NGƯỜI: {name}, SN {num:1940-2015}, cao {x:1m[567]x}, rời nhà ngày {day}. Ai biết báo {vm}<| (con)| hoặc 113>
police-wanted :: 2 :: Ai biết thông tin liên hệ Công an {tinh}, ĐT {vl}<| (gặp đ/c {ten}, {vm})>
court-notice :: 1 :: Thông báo thụ lý số {num:1-400}/TB-TLVA ngày {day}, thư ký {name}, ĐT {va}
church-schedule :: 2 :: <Giáo xứ {hieu}: lễ CN 5h00 - 7h30 - 17h00|Chùa {hieu}, khóa tu {day}>. <Văn phòng|Liên lạc> {va}
club-contact :: 2 :: CLB {hieu} sinh hoạt {num:17-19}h30 T3-5-7, chủ nhiệm {ten}: {vm}
warranty-center :: 3 :: TTBH <Samsung|LG|Sony|Panasonic> {tinh}: {addr}, {va}, <T2-T7 8h-17h30|8:00-12:00 & 13:00-17:00>
app-settings :: 2 :: Đăng nhập bằng số điện thoại {vmi}<. Đổi|\nThay đổi| – đã liên kết>
app-otp-sent :: 3 :: <Mã xác thực|Mã OTP|Mã> {num:4-6} số đã gửi <đến|tới|qua SMS đến> {vm}<. Gửi lại sau {num:10-59}s|>
app-profile :: 3 :: Chào {ten}\n{vmp}<\nHạng Vàng · {tien} điểm|\nHội viên Bạc>
excel-paste :: 3 :: {num:1-99}\t{name}\t{vmp}\t{tinh}<|\t{tien}>
csv-line :: 2 :: {num:1-900},"{name}",{vmp},{date:Y-M-D},{x:[01]}
csv-semicolon :: 1 :: {x:KHxxxx};{nameu};{vmb};{mail}
log-sms :: 2 :: {date:Y-M-D h:i:s} INFO sms-gw to={vmb} msgid={hex:12} status=<DELIVRD|SENT> cost={num:200-800}
log-sip :: 2 :: [{date:h:i:s}] INVITE sip:{vmp}@{ip}:5060 callid={hex:10}
json-view :: 2 :: "name": "{nameu}", "phone": "<{vmc}|{vmp}>", "id": {x:Xxxxxx}
english-page :: 4 :: <Contact|Call|Please call|For reservations, call> <us at |Ms. {ten} at |our office on |>{vmi}<.| (WhatsApp/Zalo).| or email
| {mail}.>
english-embassy :: 2 :: <Consular section|Visa office>, {addr}. Tel: {vfi}; Fax: {vfi}
japanese-block :: 2 :: <ベトナム事務所|ハノイ支店|ホーチミン支店> 電話<：|: >{vfi} <日本：|東京本社 TEL:>{intl:JP}
japanese-wide :: 1 :: <本社|東京支店|お客様窓口><：|　>{wide:JP}<（代）|　担当：{num:1-9}課|>
japanese-national :: 2 :: <東京本社|お問い合わせ|携帯> <TEL|電話><：|: |>{home:JP}<（平日9:00〜18:00）|>
korean-block :: 2 :: <한국어 상담|호치민 한인회|문의> <전화|☎|TEL>: {intl:KR} / <베트남|현지> {vmi}
korean-national :: 1 :: <문의전화|연락처|카톡/전화>: {home:KR}
chinese-block :: 2 :: <越南手机|越南电话|胡志明办事处>：{vmi} <微信同号|，中国：{intl:CN}|>
chinese-national :: 1 :: 联系人：<王先生|李小姐|陈经理> 手机：{home:CN}
foreign-partner :: 3 :: <Văn phòng Singapore|Singapore office>: {intl:SG} <- |· >Đại diện VN: {vmi}
foreign-list :: 2 :: <Tokyo|JP>: {intl:JP}\n<Seoul|KR>: {intl:KR}\n<Bangkok|TH>: {intl:TH}
foreign-supplier :: 3 :: Supplier contact: <Mr Chen|Ms Wang|Mr Tan|Mr Somchai|Mrs Kim> {intl} (WeChat/WhatsApp)
foreign-embassy :: 2 :: Đại sứ quán Việt Nam tại <Nhật Bản: bảo hộ công dân {intl:JP}|Hàn Quốc: bảo hộ công dân {intl:KR}>
viet-kieu :: 2 :: <Con trai ở Mỹ sđt {intl:US}|Chị bên Úc sđt {intl:AU}|Anh bên Đức sđt {intl:DE}>, <nhắn viber|gọi sau 9h tối giờ VN>
emergency-mixed :: 2 :: Cấp cứu 115, công an 113, bảo vệ tòa nhà: {va}
numbers-around :: 3 :: Đơn {order} ngày {day} tổng {vnd}, giao cho {ten} {vm}, HSD {date:M/Y}
warehouse :: 2 :: Kho {num:1-9}: {gps} – thủ kho {ten} {vm} – nhận hàng {num:7-9}h-{num:16-18}h
container :: 2 :: Cont {x:TCLUxxxxxxX} / {x:[2]0}'DC, xe {plate}, tài {ten} <sđt|đt|-> {vm}, hạ bãi {day}
customs :: 1 :: Tờ khai {x:10[3567]xxxxxxxxx} luồng xanh, DN {cty} MST {mst}, ĐT {vl}
building-notice :: 2 :: BQL tòa {x:[ABS]}{num:1-12} thông báo cắt nước {num:8-10}h-{num:14-17}h ngày {day}. LH lễ tân {va}
lift-sticker :: 1 :: THANG MÁY SỐ {num:1-9} – TẢI TRỌNG {num:450-1350}KG – SỰ CỐ GỌI {va}
parking :: 1 :: Vé tháng {plate}, chủ xe {name}, căn {x:[AB]-xx.0X}, {vm}, hết hạn {day}
survey-row :: 2 :: {num:1-500}) {name} - {num:18-70} tuổi - {vm} - <hài lòng|rất hài lòng|bình thường>
long-news :: 3 :: Theo Công an {tinh}, khoảng {hour} ngày {date:j/n}, <anh|chị> {name} ({num:20-70} tuổi, trú {addr}) nhận cuộc gọi từ
| số {vm} <tự xưng cán bộ ngân hàng|giả danh shipper>, yêu cầu chuyển {vnd} vào tài khoản {stk} ({bank}). Đến {date:j/n}, <anh|chị> {ten}
| đến trình báo. Công an đề nghị ai là bị hại liên hệ <đội CSHS, ĐT {vl}|điều tra viên {name}, {vm}>, để được hướng dẫn.
long-house-post :: 3 :: 🔥🔥 <HÀNG HIẾM|SIÊU PHẨM> – NHÀ {num:2-6} TẦNG {duong}\n✅ DT: {num:30-120}m2 ({num:4-6}x{num:10-22}m)\n✅ <Hẻm|Ngõ> xe hơi
| {num:4-8}m
| \n✅ Sổ hồng {num:2008-2024}, thửa {num:10-900}\n💰 Giá {ty} <TL|bớt lộc>\n☎️ {vm} <(Zalo)|{ten}|- miễn TG>\n#bannha #{x:2[45]x}
long-email :: 3 :: Kính gửi anh {ten},\nTheo HĐ số {num:1-400}/2025/HĐMB ngày {day}, bên em đã xuất hóa đơn {x:1C25T@@} số {x:0000xxxx}, số tiền
| {vnd}.
| \nAnh vui lòng chuyển vào STK {stk}, {bank}.\nNếu cần gấp anh gọi em {vm} hoặc văn phòng {ve} ạ.\nTrân trọng,\n{name}
long-tour :: 2 :: TOUR {tinh} {num:2-5}N{num:1-4}Đ – {vnd}/khách\n{date:h:i}: đón khách tại {num:1-99} {duong}\n{date:h:i}: ăn trưa, tham quan
| \nKhởi hành {date:D/M}, {date:D/M}, {date:D/M}\nĐặt tour: {va} – {va}
long-recruit :: 3 :: 📢 {cty} tuyển {num:2-50} {job}\n– Lương {num:7-12}.000.000 – {num:13-25}.000.000đ\n– Tuổi 18 – {num:35-45}, ca {num:6-8}h –
| {num:16-18}h
| \n– BHXH, thưởng lễ {k}\nNộp hồ sơ: {addr}\nLiên hệ: {ten} {vm} / {vm} <(giờ HC)|trước {date:D/M}|>
long-zalo-group :: 2 :: Dạ e gửi ds đón sáng mai xe {plate} ạ\n1. {ten} {vm} – {num:1-4} khách – {hour}\n2. {ten} {vm} – {num:1-4} khách – {hour}
| \n3. {ten} {vm} – {num:1-4} khách – {hour}\nTài xế: {ten} {vm}
long-tender :: 2 :: {cty} mời chào giá gói {hang}, dự toán {vnd}. Hồ sơ gửi về {addr} trước {hour} ngày {day}. Người nhận: {name}, SĐT {va}.
| Fax: {vl}. Mã số thuế: {mst}.
`);

export const vietTalk = parseShapes(String.raw`
chat-number-only :: 6 :: {vm}
chat-send-number :: 6 :: <sdt|sđt|số|so dt|đt|số đt> <e|em|mình|mk|tui|của e|anh|chị> <nè|đây|là|nhé|ạ|:|> {vm}<| nha| ạ| nhé a| :3>
chat-order :: 6 :: <cho e|lấy mình|mua|đặt|cho c> {num:1-5} <cái|bộ|hộp|chai|đôi> {hang}<, | ><ship|giao> <về |>{addr}<, |. | ><sdt|đt|số|sđt|> {vm}
chat-order-lines :: 4 :: {name}\n{vm}\n{addr}<\nSize {x:[SML]} màu đen|\n{num:1-3} hộp>
chat-order-oneline :: 4 :: {ten} <-|,||/> {vm} <-|,||/> {num:1-400} {duong} <-|,|> {tinh}
chat-call-me :: 5 :: <gọi|goi|alo|call|a gọi|c gọi|gọi lại> <e|em|mình|cho e|cho mình> <số này|qua số|theo số|so|số> {vm} <nhé|nha|giúp e|với ạ|k
| gọi số kia|nhoa|>
chat-ib :: 3 :: <ib|inb|ibox|nt|nhắn> <zalo|zl|qua zalo> <e|mình|shop|> {vm} <gửi mẫu|báo giá|cho nhanh|nha ck|ạ|>
chat-add-zalo :: 3 :: <add|kb|kết bạn|ad> <zalo|zl> {vm} <tên {ten}|gửi hình|nha|>
chat-two-numbers :: 3 :: <số chính|sđt 1> {vm}<, |\n| ><số phụ|sđt 2> {vm}
chat-not-reach :: 3 :: <gọi|e gọi> {vm} <k được|ko nghe máy|thuê bao rồi|toàn máy bận|k ai bắt máy> <a ơi|ạ|c ơi|>
chat-forward-lead :: 4 :: <Khách|KH|Lead mới|khách mới>: {name} - {vm} - <cần tư vấn|hỏi giá|quan tâm> <{duan}|{hang}|{xe}>
chat-time-number :: 3 :: {hour} {name}: {vm}
chat-zalo-contact :: 3 :: [Danh thiếp] {name}<\n| - >{vm}
chat-messenger-bot :: 3 :: <Dạ shop xin sđt ạ\nBạn: |Bạn đã trả lời: |Khách hàng: >{vm}
chat-slack-lead :: 3 :: <:phone:|:telephone_receiver:|@channel> lead <mới|{tinh}> {name} {vm} – <nguồn FB Ads|nguồn Google|source: landing>
chat-teams-en :: 3 :: hi <all|team|anh {ten}>, pls call customer {ten} <at|on|via> {vmi} <asap|before {hour}|for PO {x:45xxxxxxxx}>
chat-whatsapp-name :: 2 :: {vmi} ~{ten}
chat-whatsapp-added :: 2 :: <{vmi} đã tham gia bằng liên kết mời|{ten} đã thêm {vmi}|{vmi} đã rời nhóm>
chat-foreign :: 2 :: <khách|bạn em|sếp> bên <Nhật dùng whatsapp {intl:JP}|Hàn dùng kakao {intl:KR}|Sing xài whatsapp {intl:SG}|Thái dùng line
| {intl:TH}> <nha|ạ|>
chat-typos :: 3 :: <lien hẹ|liên hê|liien hệ|lh số diện thoại|đienj thoại|soos ddt|goij> {vm} <nhé|nhes|nha>
chat-lovely :: 2 :: {emo}{emo} <chốt đơn|e chốt nha|ck nhé> {vm} {emo}
chat-thanks :: 2 :: ok <a|c|b> <nhé|nha>, <e|m> <lưu số|nhận được số> {vm} rùi
chat-grab :: 2 :: <Em là tài xế Grab|Bé Be|Xanh SM>, xe {plate}, <gọi em|sđt em|số e> {vm} <nha|nhé>
chat-school :: 2 :: <Cô ơi|Dạ cô>, số mẹ bé {ten} đổi thành {vm} ạ, số cũ {vm} bỏ rồi
fb-comment-number :: 4 :: <{vm}|{vm} ạ|. {vm}|{vm} tư vấn mình|{vm} gọi mình sau 17h|Giá? {vm}>
fb-comment-author :: 3 :: {name}\n{vm}\n<Thích Phản hồi|Thích · Trả lời · > {num:1-23} giờ
fb-post-sell :: 5 :: {emo} <THANH LÝ|XẢ KHO|Pass lại|Cần bán|SALE> {hang} <giá|chỉ|còn> {k}. <Ib|Inbox|Lh|Alo|ĐT> {vm} {emo}
fb-post-hashtags :: 2 :: {hang} auth {k} {emo}\n📞 {vm}\n#{x:sale[123456789]} #{hieu} #2025
fb-page-about :: 4 :: Trang · <Nhà hàng|Mua sắm & bán lẻ|Spa>\n{addr}\n{va}\n{mail}
fb-livestream :: 2 :: <Mã {num:1-300} |ms{num:10-99} |><size {num:36-44}|sz {x:[SMLX]}> {vm}
fb-lost-found :: 2 :: Ai nhặt được ví mang tên {name} <biển số {plate}|ở đường {duong}> cho mình xin lại, hậu tạ {k}. {vm}
fb-group-rule :: 1 :: Vi phạm lần {num:1-3}, admin {ten} {vm} sẽ kick
forum-post :: 3 :: <Bác nào|Cụ nào|Mợ nào> <quan tâm|cần> {xe} <đời {num:2008-2024}|odo {num:1-9} vạn> <alo|a lô|call> <em|e|cháu> {vm} <ạ|nhé>
forum-signature :: 2 :: __________\n{hieu} Computer – {addr} – {va}
forum-quote :: 2 :: {name} said: ↑\n<Bên mình|Shop> có hàng, <LH|call> {va} gặp {ten}
comment-review :: 3 :: <Gọi|Mình gọi> {va} đặt bàn mà {num:15-60} phút k ai trả lời. {num:1-2} sao.
comment-scam :: 3 :: <Số|Sdt|SĐT> {va} <lừa đảo|spam|đòi nợ|mời vay tiền|quảng cáo chung cư>, mọi người <chặn|cẩn thận|né> <nhé|nha|>!
comment-who-called :: 2 :: {va} là số của ai vậy mn? gọi {num:2-9} cuộc từ sáng
ads-house :: 5 :: <Bán nhà|CHÍNH CHỦ BÁN|Bán gấp nhà> {num:1-5} tầng, {num:30-120}m2, <hẻm|ngõ> {num:3-8}m, {addr}, giá {ty}. <LH|Liên hệ|Lh chính
| chủ|Call>: {va}<| {ten}| (A. {ten})| - miễn trung gian>
ads-apartment :: 4 :: Cho thuê CH {duan} {num:1-3}PN {num:45-120}m² {num:7-30}tr/th <full nội thất|NTCB>, <xem nhà 24/7|ở ngay>: {va}
ads-room :: 3 :: <Phòng trọ|Cho thuê phòng> {num:15-35}m2 gần ĐH, {x:[23],X}tr, điện 3k5, nước 100k/ng. <Zalo/ĐT|Sđt|lhe> {vm}
ads-land :: 3 :: <Lô góc|Đất nền> {num:5-10}x{num:15-25}m, sổ riêng, {ty}, thửa {num:10-900} tờ {num:1-90}. <Gọi|LH> <chủ|> {vm} <xem đất|>
ads-broker-card :: 3 :: {name}\n<Môi giới chuyên nghiệp|{num:3-99} tin đăng|Tham gia {num:1-9} năm>\n{vm}\n<Chat Zalo|Hiện số|Gửi email>
ads-car :: 5 :: {xe} {num:2010-2024} {ty}, odo {num:10-150}.000km, bs {plate}. <Alo|LH|Liên hệ|Gọi> {vm}<| gặp {ten}| (không tiếp lái)>
ads-service :: 5 :: <Thông cống|Sửa máy lạnh|Chuyển nhà|Khoan giếng|Hút hầm|Sửa khóa|Taxi tải|In ấn> <giá rẻ|24/7|tận nơi>! <☎|ĐT:|Gọi|-> {va}
ads-service-wall :: 3 :: <KHOAN CẮT BÊ TÔNG|THÔNG CỐNG NGHẸT|CHO VAY KHÔNG THẾ CHẤP|SƠN NHÀ> {vm}
ads-sim :: 3 :: <Sim|SIM> <số đẹp|vip|tứ quý|Viettel> {vm} <giá |– |: |>{vnd}
ads-loan :: 2 :: Vay {num:5-70}tr chỉ cần CCCD, lãi {x:0.X}%/tháng, duyệt {num:15-30}p. Zalo {vm}
ads-tuition :: 2 :: Gia sư <Toán|Lý|Hóa|Tiếng Anh> lớp {num:1-12}, {k}/buổi, {num:2-3}b/tuần. <Cô|Thầy> {ten} {vm}
ads-pet :: 2 :: Bé <poodle|corgi|mèo Anh> {num:2-5} tháng, {num:2-9}tr5, đã tiêm {num:1-3} mũi, <lh|ib> {vm}
ads-phone-shop :: 2 :: iPhone {num:11-16} Pro Max {num:128-512}GB 99% pin {num:80-100} giá {x:1X}tr{x:X}, {shop} {va}
ads-flyer :: 3 :: {shop}<\n| - >ĐC: {addr}<\n| - >Hotline<: |/Zalo: >{va}<\n| - >Giảm {num:10-50}% đến {date:D/M}
ads-hidden-end :: 2 :: {vm} <· Bấm để sao chép|(bấm để gọi)|📋|– Hiện số>
ads-meta-line :: 3 :: <Đăng|Cập nhật> {num:1-23} giờ trước · {tinh} · {va} · {num:10-900} lượt xem
ads-bullets :: 3 :: ✔ Giá {vnd}\n✔ Bảo hành {num:6-36} tháng\n✔ <ĐT/Zalo|Hotline>: {va}
ads-remark :: 3 :: {vm} (<a {ten}|chị {ten}|gặp {ten}|Zalo|Viettel|sau 17h|không SMS>)
ads-remark-before :: 3 :: (<Mr|A|C|Mrs> {ten}) {vm}
ads-numbered-lines :: 2 :: 1. {name} – {vm}\n2. {name} – {vm}\n3. {name} – {vm}
ads-slash-roles :: 2 :: <KD1|Sale 1|Hotline 1>: {va} <KD2|Sale 2|Hotline 2>: {va}
ads-no-blank :: 2 :: <LH|lh|ĐT|dt|Alo|zalo|Call>{vm}<-|.|,|>{ten}
ads-time-behind :: 3 :: {va} <08:00-17:30|(8h-21h)|7h30 - 20h|24/7|T2-T7: 8h-17h>
ads-price-before :: 3 :: {vnd} <- |· |☎ |/ >{va}
ads-upper :: 3 :: <LIÊN HỆ NGAY|GỌI NGAY HÔM NAY|ĐẶT HÀNG GỌI|HOTLINE TƯ VẤN> {va} <ĐỂ NHẬN ƯU ĐÃI {num:10-50}%|- {NAME}|>
ads-uppercase-shop :: 2 :: {hieu} AUTO {num:1-9} – {addr} – HOTLINE {va} – {va}
ads-tiktok-bio :: 3 :: {emo} {shop} {emo} <sỉ lẻ|chuyên sỉ> toàn quốc {emo} <zl|zalo|☎> {vm}
ads-youtube :: 2 :: ► Liên hệ quảng cáo: {mail} / {vm}\n► Facebook: fb.com/{x:1000xxxxxxxxxxx}
ads-old-new :: 2 :: <Số cũ|Trước đây dùng> {vm}, <nay đổi sang|số mới> {vm}
ads-english :: 2 :: For rent: {num:1-3}BR {duan}, {num:50-120} sqm, USD {num:400-1900}/month. <Call/WhatsApp|Contact|Ms. {ten}> {vmi}
ads-korean :: 1 :: <푸미흥|미딩> 아파트 임대 {num:1-3}룸 {num:500-1500}$ 연락처 {vm}
ads-chinese :: 1 :: 出租{duan}公寓 {num:400-900}美元 请电 {vm}（{ten}）
ads-japanese :: 1 :: <レタントン|キンマー>のアパート 月{num:500-1500}ドル TEL {vm}<（日本語可）|>
note-todo :: 2 :: [ ] <gọi|goi|call> {ten} {vm} <về|ve> <hợp đồng|báo giá|công nợ> {date:D/M}
note-personal :: 2 :: {ten} <thợ điện|sửa ống nước|taxi|thợ hồ|ship rau> {vm}
note-keep-list :: 2 :: {ten} {vm}\n{ten} {vm}\n{ten} {vm}
note-meeting :: 2 :: Họp {hour} phòng {num:201-809}, khách {ten} ({cty}) {vm}, Zoom ID {x:8Xx xxxx xxxx}
`);
