// Record lists and detail panes of a Vietnamese back office: `header :: cell`, headers' choices between `/`.
// A line of `=` opens a list; `*` before a header: it is always shown.
export const lists = `
= Khách hàng
Mã KH/Mã khách :: {KH|KH00|C-}{#:xxxxx}
Tên khách hàng/Khách hàng :: {ten}
*Điện thoại/SĐT/Số điện thoại/Di động/Mobile/Phone :: {m}
Địa chỉ :: {dc}
MST/Mã số thuế :: {mst}
Công nợ/Dư nợ :: {vnd}
Ngày tạo :: {d} {hm}
Ghi chú :: Gọi lại sau {t}|KH quen, chiết khấu {pct}|Đã gửi báo giá {madon}|zalo {mk}|Đt vợ: {mk}|Hẹn {d}|Đổi số, số mới {mk}|
= Đơn hàng
Mã đơn/Đơn hàng :: {madon}
Người nhận :: {ten}
*SĐT người nhận/SĐT nhận hàng/Điện thoại :: {m}
Mã vận đơn/Tracking :: {vandon}
COD/Thu hộ :: {vnd}
Thời gian đặt :: {d} {hm}
Địa chỉ giao :: {dc}
Cân nặng :: {dim}
= Nhân sự
Mã NV :: {NV|EMP-|MNV }{#:xxxxx}
Họ và tên :: {ten}
*Di động/Điện thoại cá nhân/ĐTDĐ :: {m}
Số CCCD/CCCD/CMND :: {cccd}
Số sổ BHXH/Mã số BHXH :: {bhxh}
Số TK lương/Tài khoản NH :: {stk}
Máy lẻ/Số nội bộ :: {n3}
Ngày vào làm :: {d}
MST cá nhân/MST TNCN :: 8{#:xxxxxxxxx}
= Nhà cung cấp
Mã NCC :: NCC{#:xxxx}
Tên nhà cung cấp :: {cty}
*Điện thoại/Tel/ĐT cố định :: {f}
Người liên hệ :: {ten} - {mk}|{ong} {goi} ({m})|{ten}|{ten}, {m}
Mã số thuế :: {mst}
Số tài khoản :: {stk}
Hạn mức :: {vnd}
Số hợp đồng :: {vb}
= Bệnh nhân
Mã BN/PID :: {#:2xxxxxxx}|BN{#:xxxxxxxx}|{yy}{#:xxxxxx}
Họ tên :: {ten} ({#:19xx})
Số thẻ BHYT/BHYT :: {bhyt}
*ĐT liên hệ/ĐT người nhà/Số ĐT :: {m}
Sinh hiệu :: Mạch {n2} l/p, HA 1{#:xx}/7{#:x} mmHg, SpO2 9{#:x}%
Ngày khám :: {t} {d}
Số phiếu/Số hồ sơ BA :: {ymd}-{n4}
Kết quả :: Glucose {#:x,xx} mmol/L (3,9-6,4)|WBC {#:X.xx} 10^9/L (4.0 - 10.0)|CRP {#:xx.x} mg/L|HbA1c {#:X.x}%
= Học sinh
Mã HS/Mã học sinh :: {#:79xxxxxxxx}|HS{#:xxxxx}|{#:20xxxxxx}
Họ và tên :: {ten}
Mã định danh/Số định danh cá nhân :: {cccd}
*SĐT phụ huynh/ĐT phụ huynh/SĐT cha/SĐT mẹ :: {m}
Ngày sinh :: {d}
Điểm TB :: {#:X,x}|{#:X.xx}
Học phí :: {vnd}
= Lịch sử cuộc gọi
Thời gian :: {ts}
*Số gọi/Từ số/Caller/Số gọi đến :: {m}
*Số nhận/Đến số/Đầu số :: {f}|{hot}|{fraw}
Nhánh/Agent :: {n3}|{#:1xxx}
Thời lượng/Đàm thoại :: 00:{#:0X:xx}|{n3}s|{#:X}m{#:xx}s|00:{#:1x:xx}
Call ID/Mã cuộc gọi :: {epoch}.{n5}|{uuid}|{epochms}
File ghi âm :: {ymd}-{n6}-{epoch}.wav|rec_{ymd}_{n6}.mp3
= Vận chuyển
Mã vận đơn/Số bill :: {vandon}
Container/Số cont :: {cont}
Số seal :: {VN|YM|H}{#:xxxxxxx}
Biển số :: {bienso}
*SĐT tài xế/Tài xế/Lái xe :: {m}
Cước/Cước phí :: {vnd}
Số tờ khai :: 10{#:xxxxxxxxxx}
Toạ độ :: {toado}
= Tin rao
Mã tin :: {#:4xxxxxxx}|BDS-{#:xxxxx}
Thửa/Lô :: Lô {#:Xx}, TBĐ số {#:xx}|Thửa {#:xxx}, tờ {#:xx}|LK{#:xx-xx}
Diện tích :: {dim}
Giá :: {#:X,x} tỷ|{#:X.xx} tỷ|{#:xx} tr/m²|{vnd}
*Liên hệ/Môi giới/ĐT chủ nhà :: {ten} {m}|{m}|{m}|{goi} - {m}|{m2}
Số sổ/GCN :: {#:CHxxxxx}|BM {#:xxxxxx}|DĐ {#:xxxxxx}
Vị trí :: {toado}
= Sao kê
Ngày GD :: {d} {t}
Mã GD/Số tham chiếu :: FT{#:xxxxxxxxxxx}|{#:5xxx} - {#:xxxxx}|MBVCB.{#:xxxxxxxxxx}
Tài khoản đối ứng/STK :: {stk}
Số tiền/Ghi có :: +{vnd}|{vnd}|-{vnd}
Số dư :: {vnd}
Nội dung :: {goi} chuyen tien|TT HD {vb}|Thanh toan don {madon}|MBVCB.{#:xxxxxxxxxx}.{#:xxxxxx}.tra tien hang.CT tu {stk}|IBFT thanh toan tien dien {dien}|Nop thue MST {mst}|Phi SMS banking thang {#:0X}/2025
= Tồn kho
SKU/Mã hàng :: {sku}
Barcode/Mã vạch :: {gtin_vn}
Lô SX/Số lô :: {lot}
HSD :: {d}
Tồn :: {#:x.xxx}|{n3}
IMEI/Serial :: {imei}|{serial}
Giá vốn :: {vnd}
Mã HS :: {hs}
= Nhật ký SMS
*Số nhận/Thuê bao/MSISDN :: {m84}|{m84}|{mraw}
Brandname :: {MINHPHAT|ANKHANG|NHATHUOC}
Nội dung :: Ma OTP cua ban la {otp}. Khong chia se|Don {madon} dang giao, COD {vnd}|Lich kham {t} {d}, STT {n2}|HD tien dien ky {#:0X}/2025: {vnd}. Ma KH {dien}
ID tin/Mã tin :: {uuid}|{#:1xxxxxxxxxxxxxxxxx}|{epochms}
Gửi lúc :: {ts}
= Danh bạ
Phòng ban/Đơn vị :: Phòng {Hành chính|Kế toán|Kỹ thuật|Đào tạo|CSKH}
*Điện thoại/Số máy/ĐT cơ quan :: {f}|{fx}|{f}|{fs}
*Di động :: {m}
Nội bộ :: {n3}
Email :: {daotao|ketoan|hc|vanthu}{n2}@{#:x}t.edu.vn
Phòng/Vị trí :: P.{n3}, nhà {A|B|C}{#:X}|Tầng {#:X}, {A|B}.{n3}
= Một cửa
Số hồ sơ/Mã hồ sơ :: 000.00.{#:Xx}.H29-{ymd}-{n4}|{#:xxxx}/{#:2025}/HSMC|H26.{#:xx}-{yy}{#:xx}-{n4}
Người nộp :: {ten}
*SĐT/Số điện thoại :: {m}
Số CMND/CCCD :: {cmnd}|{cccd}
Ngày hẹn trả :: {t} {d}
Văn bản/Căn cứ :: {vb}
Lệ phí :: {vnd}
= Hóa đơn
Ký hiệu :: 1C25T{AA|YY|BK}|1K24TMB
Số HĐ/Số hóa đơn :: {#:000xxxxx}|{n8}
MST người mua :: {mst}
*ĐT người mua/Điện thoại :: {m}|{f}
Tổng tiền/Thành tiền :: {vnd}
Mã CQT/Mã tra cứu :: 00{#:xxxxxx}A{#:xx}B{#:xxxx}|{#:xxxxxxxxxx}{KHT|BVX}|M1-25-{n5}-0{#:xxxxxxxxxx}
Ngày lập :: {d}
= Thiết bị
Tên máy :: {PC|POS|CAM}-{n3}
IP :: {ip}
MAC :: {mac}
Serial :: {serial}
Phiên bản :: {ver}
*Số SIM/SIM :: {m}
ICCID :: {iccid}
Lần cuối :: {ts}
= Tiền điện
Mã KH/Mã điểm đo :: {dien}|{dien}001
Số công tơ :: {#:2xxxxxxx}|{#:xxxxxxxxxx}
Chỉ số cũ :: {#:x.xxx}|{n5}
Chỉ số mới :: {n5}
Tiêu thụ :: {n3} kWh
*SĐT nhận tin :: {m}
Thành tiền :: {vnd}
= Đối tác nước ngoài
Đối tác :: {Guangzhou Lixin|Daehan Tech|Nomura Shoji|Acme Inc.|Müller GmbH}
*Tel/Điện thoại :: {abroad}|{abroad}|{usplus}
SWIFT :: {BFTVVNVX|VTCBVNVX|CHASUS33|DEUTDEFF}
IBAN/Account No. :: DE{#:xx xxxx xxxx xxxx xxxx xx}|GB{#:xx}NWBK{#:xxxxxxxxxxxxxx}|{#:xxxxxxxxxxxx}
L/C No. :: {#:xxxx}LC{#:xxxxxx}|{#:0xxxILC2xxxxxxx}
Giá trị :: {usd}
`;

// `key :: value` of a record's pane or a form's read-only fields; shown as two texts or as one.
export const panes = `
Họ và tên :: {ten}
Họ tên người nhận :: {ten}
Điện thoại :: {mk}
Điện thoại :: {fk}
Số điện thoại :: {mk}
SĐT :: {mk}
SĐT :: {m2}
SĐT 2 :: {mk}
Di động :: {mk}
ĐTDĐ :: {mk}
Điện thoại bàn :: {fk}
ĐT bàn :: {fk}
Đt cơ quan :: {fx}
Điện thoại cơ quan :: {fk}
Điện thoại liên hệ :: {m2}
Điện thoại liên hệ :: {fs}
Hotline :: {hot}
Hotline :: {mk}
Hotline CSKH :: {hot} (7h30 - 21h00)
Tổng đài :: {hot}
Zalo :: {mk}
Zalo :: https://zalo.me/{mraw}
Viber/Zalo :: {mk}
WhatsApp :: {vnplus}
WhatsApp :: {abroad}
Tel :: {fk}
Tel/Fax :: {fk}
Mobile :: {mk}
Cell phone :: {mk}
Liên hệ khẩn cấp :: {ten} ({vợ|chồng|mẹ|bố|con trai}) - {mk}
Người liên hệ :: {ong} {goi}, {mk}
Người bảo lãnh :: {ten}, SĐT {mk}, CCCD {cccd}
Điện thoại phụ huynh :: {mk} (mẹ)
Phụ huynh :: Mẹ: {m}; Bố: {m}
SĐT người gửi :: {mk}
Bên nhận :: {ten} | {mk}
Bưu tá :: {ten} - {mk}
Số máy khách :: {mplus}
Đầu số hiển thị :: {fraw}
Số hotline nhánh :: {fx}
Quản lý tòa nhà :: {fk} (24/7)
Website / ĐT :: www.minhphat{n2}.vn - {f}
Mã số thuế :: {mst}
MST :: {mst}
CCCD/Hộ chiếu :: {cccd}
Số CMND :: {cmnd}
Số BHXH :: {bhxh}
Mã thẻ BHYT :: {bhyt}
Số tài khoản :: {stk}
STK :: {stk} - {Vietcombank|MB Bank|ACB|Techcombank} CN {Sài Gòn|Hà Nội}
Số thẻ :: {the}
Số GPKD :: {mst}
Giấy phép KD :: {mst} do Sở KH&ĐT cấp ngày {d}
Số tiền :: {vnd}
Tổng cộng :: {vnd}
Đặt cọc :: {vnd}
Phí vận chuyển :: {vnd}
Ngày sinh :: {d}
Ngày cấp :: {d}
Ngày tạo :: {d} {t}
Cập nhật lần cuối :: {ts}
Địa chỉ :: {dc}
Địa chỉ thường trú :: {dc}
Mã bưu chính :: {#:7xxxxx}|{#:1xxxx}
Biển kiểm soát :: {bienso}
Số khung :: {vin}
Số máy (động cơ) :: {JF|KC|E3}{#:xxE-xxxxxxx}
Số đăng ký xe :: {#:0xxxxx}
Mã đơn hàng :: {madon}
Mã vận đơn :: {vandon}
Mã giảm giá :: TET{#:2025}|SALE{n2}|FREESHIP{n3}
Mã PNR :: {#:6}XK{#:xx}Q
Số vé :: 738-{#:xxxxxxxxxx}|738{#:xxxxxxxxxx}
Chuyến bay :: VN{n4}|VJ{n3}
Số tờ khai hải quan :: 10{#:xxxxxxxxxx}
Số vận đơn (B/L) :: {COSU|ONEY|HLCU}{#:xxxxxxxxxx}
Số hợp đồng :: {vb}
Căn cứ :: {vb} ngày {d}
Quyết định số :: {vb}
Mã sinh viên :: {#:20xxxxxx}|{#:2151xxxxxx}|{#:0950xxxxxx}|B{#:20xxxxx}
Số báo danh :: {#:0xxxxxxx}
Điểm :: {#:X,xx}/10|{#:xx.xx}
Tọa độ :: {toado}
Chỉ số nước :: {#:0xxxx} m³
Mã khách hàng :: {dien}
IMEI 1 :: {imei}
Serial :: {serial}
IP đăng nhập :: {ip}
Phiên bản :: {ver}
ISBN :: {isbn}
Mã vạch :: {gtin_vn}
Mã xác thực :: {otp}
Mã phiên :: {uuid}
Facebook :: https://facebook.com/profile.php?id={fbid}
SĐT đăng ký :: {che}
Số thẻ tín dụng :: {the}
Cân nặng / kích thước :: {dim}
Thời gian giao :: {hm} - {hm}, {d}
Lãi suất :: {pct}/năm
Mã kho :: KHO-{n3}
Mã bảo hành :: BH{#:xxxxxxxx}
Thời hạn :: {d} - {d}
`;
