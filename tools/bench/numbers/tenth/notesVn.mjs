// Notes that agents in Viet Nam write. {p} {q} a number, {m} mobile, {x} office line, {h} hotline, {i} abroad, {w} abroad in words.
export const NOTES_VN = `
KH hẹn gọi lại {m} sau {time} ngày {date}.
Gọi {p} lần {n} không bắt máy, nhắn Zalo chưa trả lời.
Khách đổi số, số mới là {m}.
Anh {first} ({m}) xin báo giá {qty} cái, ngân sách {price}.
Liên hệ kế toán chị {first} qua {x} để đối chiếu HĐ {invoice}.
Số phụ: {m}; số chính {q}.
Đã gửi SMS tới {m} lúc {time}.
{m} - máy bận, gọi lại {time}
Chị {first} sđt {m} nhận hàng giờ hành chính
Khách ở nước ngoài, gọi {i} (chênh {n} giờ).
Chi nhánh nước ngoài {w}, gặp anh {first}.
Giao hàng ko được thì alo {m} giúp em nhé, nhà số {n} hẻm {n}/{n}.
Tổng đài {h} báo đơn {order} đã xuất kho.
Gọi {h} (1.000đ/phút) để khóa thẻ đuôi {last4}.
Người nhận thay: {first} {m}, CCCD {citizen}
PH em {first} lớp {n}A{n}: {m} (mẹ), {q} (bố).
BN hẹn tái khám {date} lúc {time}, người nhà {m}.
Lễ tân: {x}. Bảo vệ: {m}.
Khách yêu cầu xuất hóa đơn, MST {tax}, đt {x}.
Zalo {m} báo đã chuyển {price} lúc {time}.
Nhập sai mã đơn {order}, đúng là {order2}; khách {m}.
Tài xế {first}, xe {plate}, sđt {m}.
Shipper gọi {m} {n} cuộc không nghe, hoàn về kho ngày {date}.
Giới thiệu bởi {p}, giảm {pct}
Mình là {first}, số mình {m}, cần tư vấn gói {price}/tháng ạ.
Thuê bao {m} đăng ký gói V{n}0 ngày {date}, hết hạn {date2}.
Liên lạc: {p} hoặc {q} (sau {time}).
Em để lại số {m} a gọi e nha
Đối tác {i}, email {email}.
CSKH miễn phí {h}, hỗ trợ {n}/7.
SDT nguoi nhan: {m}. Ma van don {tracking}.
Inbox xin {m} rồi, hẹn xem nhà {size} ngày {date}.
Ng nhà {m}, giường {n} phòng {room}
{first} {m} đặt {n} bàn {time} {date}
Máy IMEI {imei} bảo hành đến {date}, khách {m}
alo {m}, ko đc thì {q}
Ưu tiên gọi {m} trước {time}; máy bàn {x}.
Xác nhận ĐH {order}: {qty} sp, {price}, người nhận {m}.
`.trim().split('\n');

export const PLAIN_VN = `
Khách chuyển khoản {price} vào STK {bank} ngày {date}.
Đơn {order} giao {date}, COD {price}.
Mã vận đơn {tracking} đang ở kho {n}, dự kiến {date}.
Xuất HĐ số {invoice}, MST {tax}.
CCCD {citizen} cấp ngày {date}.
Mã OTP là {otp}, hết hạn sau {n} phút.
Khách đặt {qty} cái, giá {price}, chiết khấu {pct}.
Gọi lại sau {n} phút, đã gọi {n} lần trong {date}.
Máy chủ {ip} lỗi từ {stamp}, bản {version}.
Lỗi {hash} ở bản {version}, epoch {epoch}.
Toạ độ {coords}, cách QL1A {n} km.
Biển số {plate}, số km {qty}, hẹn {time}.
Chỉ số điện {meter}, tiền {price}.
Số dư {price} lúc {stamp}, TK {bank}.
Nhắn tin DK gửi 8077 (1.500đ/tin).
IMEI {imei}, serial {serial}, nhập {date}.
BN {patient} phòng {room}, BHYT {insurance}.
Điểm TB {score}, hạng {n}/{qty}.
Quyết định {n}/QĐ-UBND ngày {date}.
Hàng về {qty} thùng, lô {serial}, HSD {date}.
Thẻ {card} hết hạn 09/27.
ISBN {isbn}, giá bìa {price}.
Chuyến {flight} ngày {date}, ghế {n}A.
Giảm từ {price} còn {price2} ({pct}).
Ticket {ticket} đóng lúc {stamp}, xử lý {dur}.
Nhà {size}, giá {price}, sổ hồng số {serial}.
Hẹn {time} - {time2} ngày {date} tại {address}.
Mã KH {student} trùng với {staff}, đã gộp.
Số cũ 11 số không còn dùng, khách chưa cho số mới (đuôi {last4}).
Đã xóa số theo yêu cầu, chỉ còn đuôi {last4}.
Khẩn cấp gọi 115 hoặc 114.
Giá {eur} = {price}, tỷ giá 26.345.
Chuyển {n} triệu, nội dung {order} {order2}
KH sinh {date}, nợ {price}, trễ {n} ngày
UUID {uuid} bị trùng {n} lần
Bưu chính {postcode}, gửi {kg}, tracking {tracking}
`.trim().split('\n');
