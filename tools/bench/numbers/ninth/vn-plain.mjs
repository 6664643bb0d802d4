// What a person in Viet Nam reads that has digits and nothing to call.
export const vnPlain = {
  price: [
    '{vnd}', 'Giá: {vnd}', 'Giá từ {vnd} - {vnd}', 'Chỉ còn {vnd} (-{int 5 70}%)', '{bil}', 'Tổng cộng: {vnd}', 'Trả góp 0% chỉ {vnd}/tháng',
    'Phí ship {vnd}, freeship đơn từ {vnd}', '{med} lượt đã bán', '$ {dec}', '1 USD = 2{#x.xxx},{int 10 99} VND', '€{int 10 999},{#xx}',
    'Vàng SJC mua vào {#1xx.x}00.000 - bán ra {#1xx.x}00.000 đồng/lượng', 'Giá xăng RON95-III: {#2x.xx0} đồng/lít, giảm {int 100 900} đồng',
    'Combo {int 2 4} món {int 49 399}k', 'Thành tiền: {num} x {int 1 20} = {num}',
  ],
  product: [
    'Mã SP: {#xxxxxx}-{letters 2}', 'SKU: {#xxxxxxxxxx}', '★ 4.{int 1 9} ({med} đánh giá) | Đã bán {int 1 99}k+', 'Size: 38 - 39 - 40 - 41 - 42',
    '{model} chính hãng VN/A, pin {int 3000 6000} mAh, sạc {int 18 120}W', 'Kích thước: {dim}, nặng {int 1 90},{int 1 9} kg', 'Mã vạch: {ean}',
    'IMEI: {imei}', 'Số seri: {serial}', 'Màn hình {int 5 6}.{int 1 9}", {int 4 12}GB/{int 64 512}GB', 'Số khung: RLHJA{#xxxxxxxxxxxx}, số máy: {#JAxxExxxxxxx}',
    'ISBN: {isbn}', 'Combo {int 2 6} hộp khăn giấy {int 200 400} tờ x {int 2 4} lớp', 'Quà tặng: sim 4G 0{#x}GB/ngày, {int 1 12} tháng', 'Còn {int 1 99} sản phẩm, mã giảm {letters 4}{int 10 99}K',
    'Công suất {int 9 24}000 BTU ({int 1 3},5 HP), gas R32, phòng dưới {int 15 40}m²', 'Barcode {ean} HSD {date}',
  ],
  date: [
    '{date}', '{time}, {date}', 'Cập nhật lúc {hhmm} {date}', 'Thứ {int 2 7}, ngày {int 1 28}/{int 1 12}/{year} {hhmm} (GMT+7)', 'Giờ làm việc: 8:00 - 17:30 (T2 - T6), 8:00 - 12:00 (T7)',
    '{int 2 59} phút trước', '{int 6 9}h00-{int 20 22}h30', 'Từ {dm} đến {dm}/{year}', 'Mùng {int 1 10} tháng {int 1 12} âm lịch, tức {date} dương lịch', 'Năm học {int 2018 2024}-{int 2019 2025}', 'Hạn nộp: trước {time} ngày {full}',
    'Tuần {int 1 52} ({dm} - {dm})',
  ],
  papers: [
    'MST: {tax}', 'Mã số thuế: {tax}', 'Số CCCD: {cccd} cấp ngày {full} tại Cục CS QLHC về TTXH', 'CMND số {#2xxxxxxxx} do CA {prov} cấp {full}', 'Hộ chiếu: {#Bxxxxxxx}, hết hạn {date}',
    'Số BHXH: {#01xxxxxxxx}', 'Mã thẻ BHYT: {#DN4} {#01} {#xxxxxxxxxx}', 'GPLX hạng A{int 1 2} số {#79xxxxxxxxxx}', 'Giấy ĐKKD số {tax} do Sở KH&ĐT {city} cấp lần đầu {date}', 'Mã hồ sơ: {#000.00.xx.H29-}{#2xxxxx-xxxx}',
    'Họ tên: {name}, sinh năm {int 1950 2008}, số định danh {cccd}', 'Sổ đỏ số {letters 2} {#xxxxxx}, thửa {int 1 900}, tờ bản đồ {int 1 90}', 'Mã sinh viên {#2xxxxxxx}, lớp K{int 50 68}-CNTT{int 1 5}', 'SBD {#0xxxxx} - phòng thi {int 1 60} - {name}', 'Mã bệnh nhân {#2xxxxxxxxx}',
  ],
  bank: [
    'STK: {acct} - {bank} - {name}', 'Số tài khoản: {acct} tại {bank} CN {city}', 'TK {acct} {bank} chủ TK {name}, nội dung: ho ten + lop', '{bank}: TK {#xxx}xxx{#xxx} -{vnd} luc {hhmm} {dm}. SD: {vnd}. ND: {letters 3} chuyen tien',
    'Thẻ {card} hết hạn {#0X}/{int 26 32}', 'Mã giao dịch: {#FTxxxxxxxxxxxx}', 'GD thành công. Số tiền {vnd}. Mã tham chiếu {#xxxxxxxxxxxx}. {stamp}', 'Swift code: BFTVVNVX{#00x}', 'Lãi suất {int 3 8},{int 1 9}%/năm kỳ hạn {int 1 36} tháng',
    'ủng hộ qua stk {acct} {bank} ạ, tới giờ dc {vnd} r', 'Tỷ giá AUD {#1x.xxx,xx} {#1x.xxx,xx} {#1x.xxx,xx}', 'Hạn mức {vnd}/ngày, phí {vnd}/giao dịch',
  ],
  order: [
    'Mã đơn hàng: {order}', 'Mã vận đơn {track} đã đến kho {dist} lúc {hhmm} {date}', 'Đơn {order} ({int 1 9} sản phẩm) – {vnd}', 'Số hóa đơn {#0000xxxx} ký hiệu 1C{#2x}T{letters 2}', 'Hợp đồng số {#xxx}/{year}/HĐMB ngày {full}',
    'Phiếu xuất kho PXK{#xxxxxxx}', 'Mã KH: {#PExxxxxxxxxxx} chỉ số cũ {#Xxxx} mới {#Xxxx} tiêu thụ {int 50 600} kWh', 'Yêu cầu #{int 10000 999999} đã được tiếp nhận, xử lý trong {int 24 72}h', 'Mã đặt chỗ: {letters 3}{#xx}{letters 1} - ghế {int 1 40}{letters 1}', '{trackl}',
    'Tra cứu hóa đơn tại {web} mã {#xxxxxxxxxxxx}', 'Số tờ khai hải quan {#10xxxxxxxxxx}, HS code {#xxxx.xx.xx}', 'Bảo hiểm số {#BHxxxxxxxx} hiệu lực từ ngày {full}', 'Voucher {letters 5}{int 10 99} giảm {vnd} HSD {dm}', 'Số dư điểm: {num} điểm, hạng Vàng',
  ],
  law: [
    'Căn cứ {law} ngày {full};', 'Điều {int 1 90} khoản {int 1 9} {law}', 'Phạt tiền từ {vnd} đến {vnd} theo {law}', '{law}', 'Số: {int 10 4000}/QĐ-UBND, {city}, ngày {int 1 28} tháng {int 1 12} năm {year}',
    'Theo {law}, mức lương tối thiểu vùng I là {vnd}/tháng', 'Bản án số {int 1 400}/{year}/DS-ST ngày {full}', 'Chương {int 1 9}, Mục {int 1 4}, Điều {int 10 200}', 'TCVN {int 1000 9999}:{year}', 'Giấy phép số {int 10 600}/GP-BTTTT cấp ngày {full}',
  ],
  place: [
    '{st}, {dist}, {city}', 'Biển số {plate}', 'Mã bưu chính: {#XXxxx}', 'Tọa độ: {coord}', 'Phòng {int 101 909}, tầng {int 1 20}, nhà A{int 1 9}', 'Km{int 1 1800}+{#xxx} QL1A, {prov}', 'Cách trung tâm {int 1 30},{int 1 9} km ({int 5 60} phút)',
    'Số {int 1 99} ngõ {int 100 400} {street}, {dist}', 'Lô {letters 1}{int 1 30}-{int 1 40}, đường số {int 1 30}, KCN {prov}', 'Xe {plate} chạy quá tốc độ {int 60 120}/{int 50 80} km/h lúc {hhmm}', 'Tuyến {int 1 150}: {dist} - {dist}, {int 8 30} phút/chuyến, {vnd}', 'Chuyến {flight} cất cánh {hhmm}, cửa {int 1 30}, hành lý {int 7 30}kg',
    'Căn hộ {int 45 120}m2, {int 1 3}PN {int 1 2}WC, tầng {int 2 35}, {bil}', 'Diện tích {med} km², dân số {num} người (năm {year})', 'SE{int 1 9}: {city} {hhmm} – {city} {hhmm}',
  ],
  statistics: [
    'Năm {year} xuất khẩu đạt {int 20 400},{int 1 9} tỷ USD, tăng {pct} so với cùng kỳ', 'Dân số {prov}: {num} người', 'VN-Index {#1.xxx,xx} (+{int 1 30},{#xx} điểm; +{int 0 3},{#xx}%)', 'Nhiệt độ {int 15 25}-{int 26 39}°C, độ ẩm {int 50 99}%, gió cấp {int 2 6}', 'Tỷ lệ chọi {int 2 30}/{int 1 3}, điểm chuẩn {int 18 29},{#x5}',
    'Cả nước ghi nhận {med} ca, {int 1 90} ca nặng', 'Chỉ số AQI {int 20 250}, PM2.5 {int 5 150} µg/m³', 'Mực nước lúc {hhmm} là {int 1 9},{#xx}m, trên báo động {int 1 3}', 'Huyết áp {int 100 160}/{int 60 95} mmHg, nhịp tim {int 60 110}, SpO2 {int 92 99}%', 'Glucose {int 4 9},{int 1 9} mmol/L (3,9 - 6,4)', 'Sản lượng {num} tấn, trị giá {num} USD',
  ],
  lottery: [
    'Giải ĐB: {#xxxxxx}', 'XSMB {dm}: ĐB {#xxxxx} G1 {#xxxxx} G2 {#xxxxx} {#xxxxx} G3 {#xxxxx} {#xxxxx} {#xxxxx}', 'Vietlott 6/45 kỳ #{#00xxx}: {#0X} {#1x} {#1x} {#2x} {#3x} {#4x}, Jackpot {num}000 đồng', 'G4: {#xxxx} - {#xxxx} - {#xxxx} - {#xxxx}', 'Lô {#xx} - {#xx} về {int 2 4} nháy',
  ],
  sport: [
    'Việt Nam {int 0 5} - {int 0 4} Thái Lan (H1: {int 0 2}-{int 0 2})', '{int 1 90}\' {first} ghi bàn nâng tỉ số {int 1 5}-{int 0 3}', 'SEA Games {int 28 33}: {int 50 200} HCV, {int 50 130} HCB, {int 50 130} HCĐ', 'Hạng {int 1 14}: {int 10 26} trận, {int 10 60} điểm, hiệu số {int -9 30}', 'Cự ly {int 5 42}km thành tích {int 1 4}:{#5x}:{#1x}, BIB {#xxxx}', 'Set 1: 25-{int 10 23}, set 2: {int 15 23}-25, set 3: 25-{int 12 22}',
  ],
  social: [
    '{int 1 999} lượt thích · {int 1 99} bình luận · {int 1 99} lượt chia sẻ', '{int 1 99},{int 1 9}K lượt xem · {int 1 11} tháng trước', 'lớp mình {int 30 50} đứa mà có {int 5 20} đứa đi họp lớp {int 5 20} năm 😂', 'hôm nay {int 33 40} độ nóng muốn xỉu 🥵', 'mua {int 2 5} tặng 1, {int 50 400}k/2 cái, ck ngay cho {first} nha', 'top {int 1 10} comment nhận quà, kết thúc {time} {dm} 🎁', 'thi dc {int 5 9}.{int 1 75} toán, {int 5 9} văn, {int 4 9}.{int 1 8} anh thì vào dc UEH k ạ', '{num} người theo dõi', 'Xem thêm {int 2 99} bình luận', '+{int 1 99}', 'like {int 1 9}k đi rồi up part {int 2 9} 🔥', 'ra số {#xx} rồi mn ơi 😭 mất {vnd}', 'Nhóm công khai · {int 1 900},{int 1 9}K thành viên', 'MoMo chuyển {vnd} thành công lúc {hhmm}',
    'Trang {int 1 20}/{int 21 400}', '#{int 1 99} gửi bởi {first}{int 80 99}, {date} {hhmm}, bài viết: {num}',
  ],
  technical: [
    '{stamp} ERROR [{ip}] GET /api/v{int 1 3}/orders/{#Xxxxxxxx} 50{int 0 4} {int 10 900}ms', '{"id":{#Xxxxxxx},"total":{#Xxx000},"created_at":{epoch}}', 'Phiên bản {ver} (build {#Xxxxx})', '{guid}', 'IP: {ip}, MAC {hex 2}:{hex 2}:{hex 2}:{hex 2}:{hex 2}:{hex 2}', 'Mã OTP của bạn là {#xxxxxx}, hiệu lực {int 1 5} phút. Không chia sẻ cho bất kỳ ai.', '{web}/san-pham/noi-com-dien-p{#Xxxxxxxxx}.html', 'https://vnexpress.net/gia-vang-hom-nay-{#4xxxxxx}.html', 'commit {hex 40}', 'Mã lỗi 0x8{hex 7}', 'Session {epoch}-{hex 8} hết hạn sau {int 5 60} phút', 'youtu.be/{letters 4}{#x}{letters 3}?t={int 10 900}', 'facebook.com/profile.php?id=1000{#xxxxxxxxxxx}', 'Nhập mã {#xxxxxx} để xác thực', 'UltraViewer ID: {#1x xxx xxx} pass {#xxxx}', 'Meeting ID: {#9xx xxxx xxxx} Passcode: {#xxxxxx}', 'Captcha: {#xxxx}', 'ticket={#INCxxxxxxx} priority={int 1 4} elapsed={int 10 9000}s', 'fb.com/photo?fbid={#10xxxxxxxxxxxxx}&set=a.{#xxxxxxxxx}',
  ],
  food: [
    'Nguyên liệu: {int 200 900}g thịt ba chỉ, {int 2 5} quả trứng, {int 1 3} muỗng nước mắm, {int 300 800}ml nước dừa', 'Hầm {int 30 90} phút ở {int 90 180}°C', 'Cơm gà {int 35 65}k, thêm cơm {int 5 10}k', 'Bún bò ........ {int 35 60}.000', 'Năng lượng {int 100 900} kcal, đạm {int 2 40}g, béo {int 1 30}g', 'Set A ({int 2 4} người): {vnd}; Set B ({int 5 8} người): {vnd}', 'Thanh toán bàn {int 1 40}: {int 2 9} món, VAT 8%, {vnd}',
  ],
  masked: [
    'Khách hàng 09{#xx}***{#xxx} vừa đặt mua {int 2 50} phút trước', 'Liên hệ: 09{#xx} *** *** (đăng nhập để xem)', 'SĐT: ******{#xxxx}', 'Bấm để hiện số: 03{#xx}.xxx.xxx', 'Soạn {letters 3} gửi {#8x79}, cước {vnd}/tin', 'Bấm phím {int 1 3} để gặp tư vấn viên, phím 0 để nghe lại', 'Nhập số điện thoại (10 số)',
  ],
  work: [
    'Tuyển {int 1 30} nhân viên, tuổi {int 18 22}-{int 30 45}, lương {wage} - {wage}', 'Kinh nghiệm {int 1 5} năm, IELTS {int 5 8}.{int 0 5}+', 'Lịch thi: ca {int 1 4}, {hhmm}, P.{int 101 606}-B{int 1 6}', 'Học kỳ {int 1 3} năm {year}: {int 12 24} tín chỉ, GPA {int 2 3}.{#xx}', 'Câu {int 1 50}: Cho x = {int 2 30}, y = {int 2 30}. Tính x² + {int 2 9}y', 'Ca {int 1 3}: {hhmm}-{hhmm}, nghỉ {int 15 60} phút, {int 20 40}k/h', 'Khai giảng lớp {letters 2}{#xx} ngày {dm}, {int 10 24} buổi, học phí {vnd}', 'Đề thi THPT {year} mã đề {#xxx}, {int 40 50} câu, 90 phút', 'Nộp {int 1 3} ảnh 3x4, {int 1 3} bản sao công chứng, lệ phí {vnd}',
    'Nghỉ lễ 30/4 - 1/5 từ {dm} đến {dm}, đi làm bù thứ {int 2 7} {dm}',
  ],
  news: [
    'Khoảng {time} ngày {dm}, xe tải {plate} do {name} ({int 20 60} tuổi) điều khiển va chạm với xe máy {plate}.', 'Dự án dài {int 5 120} km, tổng vốn {med} tỷ đồng, khởi công {date}', 'Ông {name} (SN {int 1950 2000}) bị phạt {int 2 18} năm tù, bồi thường {vnd}', 'Mưa {int 50 300}mm, {med} hộ dân bị ngập, thiệt hại {int 2 900} tỷ đồng', 'Bão số {int 1 14} giật cấp {int 9 17}, cách Hoàng Sa {int 100 700} km, lúc {hhmm} ở {int 12 20},{int 1 9} độ vĩ bắc', 'Tập {int 1 60} | {int 10 20}h{int 10 59} VTV{int 1 9}', 'Cháy nhà {int 2 9} tầng ở {st}, {int 4 30} xe chữa cháy tới sau {int 5 20} phút',
  ],
  english: [
    'Order {order} has been shipped, arrives {dm}', 'Check-in: 14:00 - Check-out: 12:00', '{int 2 5} nights, {int 1 4} adults, US${int 40 900}', 'Rated {int 6 9}.{int 1 9}/10 by {num} guests', 'Passport No. {#C0xxxxxx}, visa valid until {iso}', 'Room {int 101 1209}, {int 18 60} m², sea view', '{int 5 40} km from airport, taxi about {vnd}', 'VN{#Xxx} {city} - {city} {hhmm} {int 1 4}h{int 10 55}m', 'Booking ID {#xxxxxxxxx} PIN {#xxxx}', 'Windows {int 10 11}, RAM {int 8 32}GB, SSD {int 256 512}GB',
  ],
};

export const vnWords = [
  '«Giới thiệu|Liên hệ|Tin tức|Sản phẩm|Dịch vụ|Tuyển dụng|Trang chủ|Giỏ hàng|Đăng nhập|Đăng ký|Xem thêm|Chính sách đổi trả»', '{name}', '{co}', '{city}', 'Điện thoại «liên hệ|hỗ trợ|bàn|di động»', 'Cảm ơn {anh} đã ủng hộ shop ạ 🥰',
  '«Hàng đẹp|Ship nhanh|Đóng gói kỹ|Giao sai màu|Tạm được|Chất lượng tuyệt vời», «sẽ mua lại|cho shop năm sao|hơi thất vọng|đáng tiền».', 'Vui lòng gọi trước khi đến «để được phục vụ tốt nhất|nhé anh chị|vì quán hay kín bàn».', '{first} ơi «còn hàng không|giá bao nhiêu vậy|địa chỉ ở đâu thế|có ship về {prov} không»?',
  'Bạn đọc {name} («{city}|{prov}») hỏi: thủ tục «sang tên|ly hôn|cấp lại sổ đỏ» gồm những gì?', 'Quý khách vui lòng để lại số điện thoại, nhân viên sẽ gọi lại.', 'Thời tiết {city} «nắng nóng|mưa rào rải rác|nhiều mây|se lạnh về đêm».', '{goods} «cũ|mới|trả góp|giá rẻ» {city}', 'Phòng «Kế toán|Kỹ thuật|Nhân sự|Đào tạo|Kinh doanh»', '{email}', '{web}', 'Không chia sẻ mã OTP cho bất kỳ ai, kể cả nhân viên {bank}.', 'Theo {name}, {prov} sẽ «mở rộng đường|xây thêm trường|trồng thêm rừng».',
];
