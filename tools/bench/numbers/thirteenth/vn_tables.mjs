// Tables of Vietnamese pages: `header :: cell`.
import { parseTables } from './engine.mjs';

export const vietTables = parseTables(String.raw`
= crm-leads :: 6-12 :: ?
<Họ tên|Khách hàng|Tên KH|Tên liên hệ> :: {name}
<SĐT|Điện thoại|Số điện thoại|Phone|Di động> :: <{vm}|{vm}|{vm}|{vm}|{va}|>
<Ngày tạo|Tạo lúc|Created> :: {at}
<Giá trị|Doanh số|Ngân sách> :: {vnd}
<Ghi chú|Trao đổi gần nhất> :: <gọi lại {date:j/n}|KNM {num:2-5} lần|gọi số vợ {vm}|quan tâm căn {num:1-3}PN|đã gửi báo giá {vnd}|>
= crm-contacts-export :: 6-10
<STT|No.|#> :: {num:1-99}
<Mã KH|Mã khách hàng> :: KH{x:0xxxxx}
<Điện thoại 1|SĐT|Mobile> :: <{vmp}|{vmp}|{vmz}>
<Điện thoại 2|SĐT phụ|Home phone> :: <{vm}|{vl}||||->
<CMND/CCCD|Số giấy tờ|CCCD> :: <{cccd}|{cccd}|{cmnd}>
= crm-84 :: 5-9
<phone|phone_number|msisdn|SĐT (84)> :: {vmb}
<created_at|ngày> :: {date:Y-M-D h:i:s}
<lead_id|id> :: {x:Xxxxxx}
<campaign|chiến dịch> :: {x:20XX}_{tinh}
= crm-companies :: 5-9
<Tên công ty|Doanh nghiệp> :: {cty}
<Mã số thuế|MST> :: {mst}
<Điện thoại|ĐT|Tel> :: <{vl}|{vl}|{vl}|{vs}|{va}>
<Fax|Số fax> :: <{vl}||->
<Người liên hệ|Đầu mối> :: <{name}|{name} - {vm}|{name}\n{vm}>
= call-history :: 7-12 :: ?
<Thời gian|Bắt đầu> :: {at}
<Số gọi|Từ|Số chủ gọi> :: <{vmp}|{vmp}|{vh}|{vmp}>
<Số nhận|Đến|Số bị gọi> :: <{vmp}|{vmp}|{num:101-899}>
<Thời lượng|Đàm thoại> :: <{date:i:s}|{num:0-900}|{date:h:i:s}>
<Máy lẻ|Ext> :: {num:101-999}
<Cước|Chi phí> :: {num:100-9000}
= cdr-log :: 6-10
calldate :: {date:Y-M-D h:i:s}
src :: <{vmp}|{num:101-899}>
dst :: <{vmp}|{vmb}>
billsec :: {num:0-1200}
uniqueid :: {x:17[0-9]xxxxxxx}.{num:1000-99999}
= staff-directory :: 6-12
<Họ và tên|Cán bộ> :: {name}
<Chức vụ|Vị trí> :: {viec}
<Di động|ĐTDĐ|Điện thoại DĐ> :: {vm}
<Máy bàn|ĐT cơ quan|Điện thoại CQ> :: <{ve}|{vl}|{vl}>
<Số máy lẻ|Nội bộ|Ext.> :: {num:100-8999}
<Phòng|Vị trí ngồi> :: P.{num:101-905}
= commune-directory :: 6-10
TT :: {num:1-30}
<Đơn vị|Xã/Phường> :: {donvi}
<Số điện thoại|Đường dây nóng|ĐT trực> :: <{vl}|{vl}|{vm}|{vm2}>
<Dân số|Diện tích (ha)> :: {x:X.xxx}
<Ghi chú|Văn bản> :: <{so}||Trực 24/24>
= hospital-depts :: 5-9
<Khoa/Phòng|Đơn vị> :: {benh}
<Điện thoại|Số ĐT> :: <{ve}|{vl}|{vl}>
<Số giường|Phòng> :: {num:10-400}
<Giờ trực|Thời gian> :: {num:7-8}h - {num:16-22}h
= patients :: 6-10
<Mã BN|Mã y tế> :: {x:2[0-5]xxxxxx}
<Họ tên|Bệnh nhân> :: {nameu}
<Năm sinh|NS> :: {num:1935-2024}
<SĐT|ĐT người nhà|Điện thoại> :: <{vm}|{vm}|{vm} (<con|vợ|mẹ>)>
<Số thẻ BHYT|BHYT> :: <GD|DN|HT>{x:4[07]9xxxxxxxxxx}
<Ngày khám|Hẹn lúc> :: {at}
= orders :: 7-12 :: ?
<Mã đơn|Đơn hàng|Mã đơn hàng> :: {order}
<Khách hàng|Người nhận> :: <{name}|{name} - {vm}|{name}\n{vm}>
<Tổng tiền|Thành tiền|COD> :: {vnd}
<Mã vận đơn|Vận đơn> :: <{track}|{track}||->
<Ngày đặt|Cập nhật> :: {at}
= shipping-console :: 7-12
<Mã vận đơn|Bill> :: {track:<ghn|jt|vtp|ghtk>}
<SĐT nhận|ĐT người nhận|Điện thoại> :: {vm}
<Địa chỉ nhận|Địa chỉ> :: {addr}
<KL (g)|Khối lượng|Cân nặng> :: {num:100-9000}
<Thu hộ|COD> :: {tien}
<Bưu tá|Shipper|Tài xế> :: <{name}|{ten} {vm}|{name} ({vm})|>
= stock-list :: 6-10
<Mã hàng|SKU|Mã SP> :: <SP{x:0xxxxx}|{ean:893}|{x:Xxxxxxxx}>
<Tên hàng|Sản phẩm> :: {hang}
<Tồn kho|SL tồn> :: {num:0-9000}
<Giá bán|Đơn giá> :: {tien}
<Mã vạch|Barcode> :: {ean:893}
= imei-list :: 5-9
<IMEI|Serial/IMEI> :: {imei}
<Model|Dòng máy> :: iPhone {num:11-16}
<Số phiếu|Phiếu BH> :: BH{x:2[345]xxxxxx}
<SĐT khách|Khách> :: <{vm}|{vm}|>
<Ngày nhận|Hẹn trả> :: {day}
= bank-statement :: 7-12 :: ?
<Ngày GD|Ngày> :: {at}
<Số tham chiếu|Mã GD|Số bút toán> :: {x:<FT2[345]xxxxxxxxxx|5xxx - 2xxxx|Xxxxxxxxxxx>}
<Ghi nợ|Rút ra|Debit> :: <{tien}||>
<Ghi có|Gửi vào|Credit> :: <{tien}||>
<Số dư|Balance> :: {tien}
<Nội dung|Diễn giải> :: <MBVCB.{x:Xxxxxxxxxx}.{x:xxxxxx}.{nameu} CK|{nameu} {vmp} thanh toan|Tra luong T{num:1-12}|DH{x:0xxxxx}|{nameu} CK tien hang>
= suppliers-accounts :: 5-9
<Nhà cung cấp|NCC> :: {cty}
<Số tài khoản|STK> :: {stk}
<Ngân hàng|Bank> :: {bank} CN {tinh}
<MST|Mã số thuế> :: {mst}
<SĐT kế toán|Liên hệ|ĐT> :: <{va}|{va}|{vm2}>
= hr-employees :: 6-12
<Mã NV|Mã số> :: NV{x:0xxx}
<Ngày sinh|NS> :: {date:D/M/Y}
<CCCD|Số CCCD> :: {cccd}
<Điện thoại|SĐT cá nhân|Số ĐT> :: <{vm}|{vm}|{vmz}>
<MST cá nhân|Mã số thuế TNCN> :: {x:8[0-9]xxxxxxxx}
<Số sổ BHXH|Mã BHXH> :: <01|79|31|48>{x:1[2-6]xxxxxx}
<STK nhận lương|Tài khoản> :: {stk}
= candidates :: 5-9 :: ?
<Ứng viên|Họ tên> :: {name}\n{mail}
<SĐT|Liên hệ|Mobile> :: <{va}|{vm}|{vmi}>
<Lương mong muốn|Mức lương> :: {num:8-40}.000.000
<Ngày nộp|Applied> :: {date:D/M/Y}
= class-list :: 8-14
STT :: {num:1-45}
<MSSV|Mã HS> :: {x:202[0-5]xxxx}
<Họ và tên|Họ tên> :: {name}
<SĐT phụ huynh|ĐT liên hệ|SĐT> :: <{vm}|{vm}|{vm2}|>
<Điểm TB|ĐTB> :: {x:[5-9],xx}
= property-listing :: 6-10
<Mã tin|Mã căn> :: <{x:4xxxxxxx}|{x:S[123].0X-xx0X}>
<Giá|Giá chào> :: {ty}
<Diện tích|DT> :: {num:30-300} m²
<Chủ nhà|SĐT chủ nhà|Liên hệ> :: <{vm}|{ten} {vm}|a {ten}: {vm}|c {ten}\n{vm}>
<Ngày đăng|Cập nhật> :: {day}
= apartment-residents :: 6-10
<Căn hộ|Mã căn> :: {x:[ABC]-xx0X}
<Chủ hộ|Cư dân> :: {name}
<Số điện thoại|ĐT|SĐT> :: {vm}
<Biển số xe|BKS> :: {plate}
<Công nợ|Phí QL> :: {vnd}
<Chỉ số nước|CSN> :: {num:100-9000}
= bus-timetable :: 6-10
<Nhà xe|Hãng> :: {hieu}
<Giờ chạy|Xuất bến> :: {date:h:i} - {date:h:i}
<Giá vé|Giá> :: {k}
<Đặt vé|Điện thoại|SĐT> :: <{va}|{va}|{vh}|{vm2}>
<Biển số|BKS> :: {plate}
= drivers :: 6-10
<Tài xế|Lái xe> :: {name}
<SĐT|ĐT> :: {vm}
<Số xe|BKS> :: {plate}
<Số cont|Container> :: {x:TCLUxxxxxx-x}
<Số GPLX|GPLX> :: {x:[0-7]90xxxxxxxxx}
<Vào cổng|Giờ vào> :: {hour}
= tenders :: 5-8
<Số TBMT|Mã TBMT> :: IB{x:2[345]xxxxxxxx}
<Giá gói thầu|Giá dự toán> :: {tien}.000
<Đóng thầu|Thời điểm đóng> :: {hour} {date:D/M/Y}
<Liên hệ|Đầu mối> :: <{vl}|{name}, {vl}|{ve}>
= lottery-result :: 4-8
<Giải|> :: G{num:1-8}
<TP.HCM|Miền Nam> :: <{x:xxxxx}|{x:xxxx} - {x:xxxx} - {x:xxxx}|{x:xxxxxx}>
<Đồng Tháp|Cà Mau> :: <{x:xxxxx}|{x:xxxxx}\n{x:xxxxx}|{x:xxx}>
= stock-board :: 8-14
Mã :: <VNM|FPT|HPG|VCB|MWG|SSI|VIC>
<Trần|TC> :: {x:Xx.xx}
<KL|Tổng KL> :: {x:X,xxx,x00}
<NN mua|NN bán> :: {x:Xxx,x00}
= football-table :: 6-10
Đội :: <HAGL|Nam Định|CAHN|Thể Công|SLNA>
<Trận|P> :: {num:1-26}
<HS|BT-BB> :: {num:10-60}:{num:10-60}
= meter-list :: 6-10
<Mã KH|Danh bộ> :: P<B|E>{x:[01]xxxxxxxxxxx}
<Chỉ số cũ|CS cũ> :: {x:1xxxx}
<Chỉ số mới|CS mới> :: {x:1xxxx}
<SĐT|ĐT KH> :: <{vmp}|{vm}|>
= access-log :: 6-10
time :: {date:Y-M-D h:i:s}
ip :: {ip}
user :: <{vmp}|admin{num:1-20}|{mail}>
bytes :: {num:100-999999}
= contacts-no-header :: 5-9
- :: {name}
- :: <{vm}|{vm}|{va}>
- :: {day}
= branch-list :: 5-9 :: ?
<Chi nhánh|Cửa hàng> :: {shop}
<Địa chỉ|Đ/c> :: {addr}
<Điện thoại|Hotline|SĐT> :: <{va}|{va}|{vs}>
<Giờ mở cửa|Mở cửa> :: {num:6-9}:00 - {num:17-22}:30
= google-sheet-orders :: 6-10
<ngày|Ngày> :: {date:j/n}
<sdt|SDT|sđt> :: <{vmz}|{vmz}|{vmp}>
<sl|SL> :: {num:1-20}
<tiền|thu> :: {num:50-5000}
<note|ghi chú> :: <đổi size {num:36-43}|giao trước {num:9-17}h|ck rồi|gọi {vm} nếu k nghe|>
= foreign-suppliers :: 5-8
<Supplier|Nhà cung cấp> :: <Shenzhen Wanda|Osaka Seiki|Seoul Tech|Thai Plastics> Co., Ltd
<Tel|Phone|Điện thoại> :: {intl}
<PO|PO No.> :: {x:45xxxxxxxx}
<Amount|Trị giá> :: USD {x:XX,xxx.00}
= hotel-arrivals :: 6-10
<Phòng|Room> :: {num:101-1909}
<Khách|Guest> :: {nameu}
<Liên hệ|Phone|SĐT> :: <{vm}|{intl}|{vmi}>
<Mã đặt phòng|Booking ID> :: {x:[2-4]xxxxxxxxx}
<Đến - Đi|Check-in> :: {date:D/M} - {date:D/M}
= insurance-policies :: 5-9
<Số HĐ|Số hợp đồng> :: {x:7[0-9]xxxxxxx}
<Bên mua BH|Khách hàng> :: {name}
<SĐT BMBH|Điện thoại> :: <{vm}|{vm}|>
<Phí|Số tiền BH> :: {tien}
<Ngày hiệu lực|Đáo hạn> :: {date:D/M/Y}
`);
