// Vietnam, part B: delivery, real estate, cars, banks, government, hotels, utilities
import {
  int, pick, dig, one, maybe, F, T, registry, pad0, grp, tm, tms, ymd, Y, dDMY, dBirth, geo, card, noAcc, up, low, nfd,
} from './kit.mjs';
import { mob, mobB, mobG, mobI, mobTight, fix, fixI, hot, any, fixE, seq, seqSame, rem } from './vn_num.mjs';
import {
  nm, nmU, ten, anh, st, co, dv, vnd, amt, mst, cccd, cmnd, stk, awb, oid, cv, mail, plate, BANKS, rieng, TINH, duong, sp,
} from './vn_words.mjs';
import { intl, natl } from './intl.mjs';
export const B = registry();
const S = B.S;

S('ship-card', () =>
  one(
    () => T`${awb()}\nNgười nhận: ${nm()} - ${mobTight()}\n${st()}\nCOD: ${amt()} đ  KL: ${int(100, 5000)}g`,
    () => T`📦 ${awb()} | ${anh()} ${mobB()} | COD ${int(50, 900)}k | ${st()}`,
    () => T`Từ: ${rieng()} Shop (${mobB()})\nĐến: ${nm()} (${mobB()})\nGiao giờ hành chính, cho xem hàng`,
  ),
);
S('ship-no', () =>
  one(
    () =>
      T`${tm()} ${dDMY()} Đơn ${awb()} đã nhập kho ${pick(['HCM-MEGA SOC', 'BN SOC', 'ĐN 01'])} (tuyến ${F('##-@@-##')})`,
    () =>
      T`Mã vận đơn: ${awb()}\nMã đơn KH: ${oid()}\nKL quy đổi: ${int(20, 60)}x${int(10, 50)}x${int(10, 40)}cm = ${int(1, 9)}.${int(0, 9)}kg`,
    () => T`${awb()} – giao không thành công lần ${int(1, 3)} – lý do 0${int(1, 9)} – ${tms()}`,
    () =>
      T`Chuyến ${F('SGHN-######-##')} xe ${plate()} seal ${F('VN######')} khởi hành ${tm()} ${dv()}, ${int(100, 900)} kiện`,
    () => T`Tiền COD phiên ${ymd()}: ${vnd()} / ${int(10, 200)} đơn, phí ${vnd()}, mã phiên ${dig(8)}`,
  ),
);
S('shipper', () =>
  one(
    () => T`Shipper ${nm()} (${mobTight()}) đang giao đơn ${awb()} cho bạn, dự kiến ${tm()}-${tm()}`,
    () => T`Bưu tá: ${ten()} – ${mob()} – tuyến ${int(1, 40)}`,
    () => T`Tài xế ${nm()} • ${plate()} • ${mob()} • 4.9★ (${grp(int(100, 9000), '.')})`,
    () => noAcc(T`Buu ta ${ten()} ${mobB()} se phat don ${awb()} hom nay. CSKH ${hot()}`),
  ),
);
S('container-no', () =>
  one(
    () => T`Cont ${F('TCLU#######')} / 40HC / seal ${F('ML-VN#######')} / B/L ${F('HLCUSGN##########')} / ETA ${dv()}`,
    () =>
      T`Tờ khai 10${dig(10)} luồng xanh ngày ${dDMY()} HS 8471.30.20 trị giá USD ${grp(int(1000, 99999), ',')}.${dig(2)}`,
    () =>
      T`MAWB 738-${dig(8)} HAWB ${F('SGN######')} ${int(1, 90)} kiện ${int(50, 900)} kg chuyến VN${int(100, 999)}/${int(10, 28)}`,
  ),
);
S(
  'forwarder',
  () =>
    T`PIC: ${pick(['Ms. ', 'Mr. '])}${ten()} – Docs dept – Tel: ${one(fixI, fixE)} – M: ${mobI()}${maybe(0.4, () => T` – Skype: live:.cid.${F('~~~~~~~~~~~~')}`)}`,
);
S('bds-ad', () =>
  one(
    () =>
      T`Bán nhà ${int(3, 6)}x${int(12, 25)}m, ${int(30, 150)}m², ${int(2, 5)} tầng, giá ${int(2, 20)},${int(1, 9)} tỷ. LH: ${mobG()} ${maybe(0.5, () => anh())}`,
    () => low(T`cần bán gấp lô đất ${int(80, 500)}m2 sổ hồng riêng giá ${int(500, 2000)}tr bớt lộc. đt/zalo ${mob()}`),
    () => up(T`CHÍNH CHỦ CHO THUÊ ${int(1, 3)}PN ${int(45, 110)}M2 – ${int(7, 30)}TR/TH – LH ${mobG()} (MTG)`),
    () => T`☎ ${mobG()} (Em ${ten()}) – CH ${F('A#-##.##')} view sông, ${int(2, 9)}.${int(1, 9)} tỷ bao thuế phí`,
    () => T`Xem nhà 24/7 gọi ngay ${seqSame(2)} gặp ${ten()}!!!`,
  ),
);
S('bds-no', () =>
  one(
    () =>
      T`DT: ${int(4, 9)}m x ${int(15, 30)}m = ${int(60, 270)}m² (CN ${int(60, 200)},${dig(1)}m²). Giá ${int(2, 30)},${int(1, 9)} tỷ ~ ${int(40, 250)} tr/m². Đường ${int(4, 20)}m. Mã tin ${dig(8)}`,
    () =>
      T`Thửa đất số ${int(1, 900)}, tờ bản đồ số ${int(1, 120)}, số vào sổ CS${dig(5)}, GCN ${F('BX ######')}, diện tích ${int(50, 900)},${dig(1)} m²`,
    () => T`Mã tin ${F('4#######')} • Đăng ${dv()} • Hết hạn ${dv()} • ${grp(int(10, 9000), '.')} lượt xem`,
    () =>
      T`Tòa S${int(1, 9)}.0${int(1, 9)} tầng ${int(2, 35)} căn ${F('####')} – ${int(43, 90)}.${int(1, 9)}m2 tim tường – HTLS 0% ${int(12, 36)} tháng`,
    () => T`Tọa độ: ${geo(10, 106)} | Quy hoạch ${int(20, 60)}-${int(20, 50)}-${Y()}`,
  ),
);
S('bds-hidden-no', () => T`Bấm để hiện số ${F('09## ###')} ***`);
S('xe-ad', () =>
  one(
    () =>
      T`${pick(['Vios 1.5G', 'CX-5 2.0', 'Accent AT', 'Ranger XLS'])} ${int(2015, 2024)}, odo ${int(1, 12)}.${int(1, 9)} vạn, ${plate()}, giá ${int(300, 900)}tr. Liên hệ ${anh()}: ${mob()}`,
    () => T`SH 150i ABS 202${int(0, 4)} bstp 9 chủ cần ra đi ${int(60, 99)}tr, ai lấy call ${mobG()} e ${ten()}`,
  ),
);
S('xe-no', () =>
  one(
    () =>
      T`Số khung: ${F('RLHJF########')}${dig(4)} Số máy: ${F('@@##E-#######')} BKS: ${plate()} Đăng kiểm: ${F('KD-#######')}`,
    () =>
      T`Dung tích 1.498cc • 107 hp/6.000 rpm • ${int(4, 7)}.${int(1, 9)}L/100km • ${int(4300, 4700)} x ${int(1700, 1850)} x ${int(1450, 1700)} mm`,
    () =>
      T`Vi phạm: ${plate()} lúc ${tm()} ${dDMY()} tại Km${int(1, 99)}+${int(100, 900)} QL1A; mức phạt ${vnd()}; số BB ${F('######/BB-VPHC')}`,
    () => T`GPLX số ${F('79##########')} hạng B2, có giá trị đến ${dDMY()}`,
  ),
);
S('bank-sms-no', () =>
  one(
    () =>
      noAcc(
        T`TK ${F('0071xxx###')} | GD: -${amt(',')}VND ${dDMY()} ${tm()} | SD: ${amt(',')}VND | ND: ${F('MBVCB.%#########.######')}.chuyen tien`,
      ),
    () => T`VCB ${ymd()} ${tms()} -${amt(',')} VND. SD ${amt(',')} VND. Ref ${F('MBVCB.%#########')}`,
    () => T`Số dư TK ${F('19#########')} thay đổi +${amt(',')} VND lúc ${tm()}. Số tham chiếu FT2${dig(4)}${dig(9)}`,
    () =>
      T`Thẻ ${F('4###')}xxxxxx${dig(4)} giao dịch ${vnd()} tại ${pick(['SHOPEE', 'GRAB*A-12345', 'BIG C'])} mã chuẩn chi ${dig(6)}`,
  ),
);
S(
  'bank-qr-no',
  () => T`STK: ${stk()} – ${pick(BANKS)} – CTK: ${noAcc(T`${nmU()}`)}${maybe(0.5, () => T` – ND: ${oid()}`)}`,
);
S(
  'bank-qr-yes',
  () =>
    T`CK: ${stk()} ${pick(BANKS)} ${noAcc(nmU()).parts[0]}${pick(['\n', '. ', ' – '])}Chuyển xong nhắn zalo ${mob()} giúp shop ạ`,
);
S('bank-office', () =>
  one(
    () => T`CIF ${dig(8)} – ${nmU()} – GTTT ${cccd()} – ĐT ĐK SMS: ${mobB()} – CN ${F('###')}`,
    () => T`KH: ${nm()}; CMND ${cmnd()}; tel ${mobTight()}; HMTD ${vnd()}; nhóm nợ ${int(1, 5)}`,
  ),
);
S('bank-office-no', () =>
  one(
    () =>
      T`CIF ${dig(9)}\tTK vay ${F('LD##########')}\tDư nợ ${amt(',')}\tLS ${int(7, 13)},${dig(1)}%/năm\tĐến hạn ${dDMY()}`,
    () => T`Bút toán ${F('FT##############')} Nợ ${stk()} Có ${stk()} ${amt(',')} VND TLV ${F('@@@###')}`,
    () =>
      T`SWIFT: BFTVVNVX${F('0##')} | IBAN bên hưởng: ${F('DE## #### #### #### #### ##')} | USD ${grp(int(1000, 99999), ',')}.00`,
    () => T`Thẻ ${card()} hạn ${pad0(int(1, 12), 2)}/${int(25, 30)} phát hành ${dDMY()}`,
    () => T`Sổ tiết kiệm AA ${dig(8)} kỳ hạn ${int(1, 36)}T lãi ${int(3, 7)},${dig(1)}% gốc ${vnd()}`,
  ),
);
S('gov-foot', () =>
  one(
    () =>
      T`Nơi nhận: ... \nMọi thắc mắc liên hệ đồng chí ${nm()}, SĐT ${mobTight()}, Phòng ${pick(['Nội vụ', 'TCKH', 'VHXH'])}`,
    () => T`Địa chỉ: ${st()}. Điện thoại: ${fixE()}. Đường dây nóng: ${seqSame(2)}. Email: ${mail()}`,
    () => T`Trực ban: ${seq(2, () => fix())}; Fax: ${fix()}`,
    () => T`Tiếp nhận phản ánh về ATTP: ${rem()}`,
  ),
);
S('gov-no', () =>
  one(
    () => T`Số: ${cv()}   ${pick(TINH)}, ${dv()}`,
    () =>
      T`Căn cứ Nghị định số ${int(1, 180)}/${Y()}/NĐ-CP ngày ${dDMY()}; Thông tư ${int(1, 150)}/${Y()}/TT-BTC; Công văn ${cv()}`,
    () => T`Mã hồ sơ: 000.00.${int(10, 40)}.H${int(10, 60)}-${F('2#####-####')} – hẹn trả ${tm()} ${dDMY()}`,
    () => T`Số định danh cá nhân: ${cccd()}\nNgày sinh: ${dBirth()}\nCMND cũ: ${cmnd()}`,
    () =>
      T`Mã chương ${int(100, 800)} – NDKT (TM) ${int(1000, 4999)} – KBNN 01${int(10, 99)} – TK ${F('7111')} – số tiền ${amt()}`,
    () => T`Kỳ tính thuế: Quý ${int(1, 4)}/${Y()} [01]; MST [04]: ${mst()}; [22] ${amt()}; [40] ${amt()}; [43] 0`,
    () => T`Đầu số 0168 đổi thành 038, 0169 → 039, 0120 → 070 từ 15/9/2018`,
  ),
);
S('gov-form', () =>
  one(
    () => T`3. Số CCCD: ${cccd()}\n4. Điện thoại liên hệ: ${mob()}\n5. Email (nếu có): ${mail()}`,
    () => T`[08] Điện thoại: ${one(fix, mob)} [09] Fax: ${fix()} [10] E-mail: ${mail()}`,
    () => T`Người đại diện: ${nm()}   Giới tính: Nam   Sinh ${dBirth()}   Đ.thoại: ${mob()}`,
  ),
);
S(
  'dkkd',
  () =>
    T`${co()}\nMã số doanh nghiệp: ${mst()}\nĐịa chỉ: ${st()}\nĐại diện pháp luật: ${nm()}\nNgày cấp: ${dDMY()}\n${maybe(0.6, () => T`Điện thoại: ${one(mobB, fix)}`, 'Điện thoại: (bị ẩn theo yêu cầu người dùng)')}`,
);
S('dkkd-no', () => T`${mst()} - ${co()}\n${st()}\nNgành ${F('G46##')}, vốn điều lệ ${vnd()}, ${int(3, 200)} lao động`);
S('hotel-booking', () =>
  one(
    () =>
      T`Booking.com ${F('3#########')} | ${pick(['Smith, John', 'Müller, Hans', 'Tanaka Yuki', 'Kim Min-ji'])} | ${intl(['GB', 'DE', 'JP', 'KR', 'FR', 'AU'])} | ${int(1, 5)} đêm | ${dv()}`,
    () => T`Phòng ${int(101, 909)} – ${nm()} – ${mob()} – in ${dDMY()} out ${dDMY()} – cọc ${vnd()}`,
    () => T`Đoàn ${int(12, 45)} khách, HDV ${ten()} ${mobTight()}, ăn sáng 6h30, ${int(6, 20)} phòng`,
  ),
);
S('hotel-no', () =>
  one(
    () =>
      T`Xác nhận ${F('3###.###.###')} PIN ${dig(4)} – ${int(1, 5)} đêm – ${grp(int(500000, 9000000), '.')} VND – check-in 14:00 – check-out 12:00`,
    () =>
      T`Mã đặt chỗ ${F('@@@@##')} • VN${int(100, 999)} SGN-HAN ${tm()}-${tm()} • ghế ${int(1, 40)}${pick(['A', 'C', 'F'])} • vé 738-24${dig(8)}`,
    () => T`Agoda ID ${dig(9)} | ${int(1, 9)}/10 | ${int(100, 3000)} đánh giá | phòng ${int(101, 999)} | 2NL+1TE`,
    () => T`Hộ chiếu ${F('@########')} QT ${pick(['KOR', 'JPN', 'USA'])} visa ${F('@@#######')} nhập cảnh ${dDMY()}`,
  ),
);
S('evn-no', () =>
  one(
    () =>
      T`Mã KH: ${pick(['PE', 'PD', 'PB', 'PA'])}${F('0#0#0#######')} – Số công tơ ${F('2#######')} – CS cũ ${grp(int(1000, 20000), '.')} – CS mới ${grp(int(20001, 40000), '.')} – ${int(90, 900)} kWh`,
    () =>
      T`Danh bộ ${F('## ### ### ###')} – kỳ ${int(1, 12)}/${Y()} – CSC ${int(100, 900)} CSM ${int(901, 1900)} – ${int(5, 60)} m3 – ${vnd()}`,
    () => T`Mã HĐ internet ${F('SGFD#####')}, gói Super 100 ${int(165, 300)}.000đ/tháng, chu kỳ ${dDMY()} - ${dDMY()}`,
  ),
);
S('evn-yes', () =>
  one(
    () => T`Mất điện gọi ${pick(['EVN HCMC', 'PC Đà Nẵng', 'EVNHANOI'])}: ${hot()} – mã KH ${F('PE0#0#0#######')}`,
    () => T`Thợ điện nước khu vực ${duong()}: ${seqSame(int(2, 3))}`,
    () => T`Sửa chữa nước: ${rem(0)} (24/24)`,
  ),
);
S('event', () =>
  one(
    () => T`${pad0(int(1, 300), 3)}. ${nm()} – ${rieng()} – ${mob()} – bàn ${int(1, 30)}`,
    () => T`Đăng ký tham dự: ${ten()} ${mobG()}, phí ${vnd()}, hạn ${dv()}`,
  ),
);
S('event-no', () =>
  one(
    () =>
      T`BIB ${dig(4)} • 21km • chip ${F('^^^^^^')} • pace ${int(4, 7)}:${int(10, 59)} • 0${int(1, 2)}:${int(10, 59)}:${int(10, 59)} • hạng ${int(1, 900)}/${grp(int(1000, 5000), '.')}`,
    () => T`Vé ${F('TK-####-####-####')} khu B hàng ${int(1, 30)} ghế ${int(1, 50)} – mở cửa ${tm()} ${dDMY()}`,
    () =>
      T`Kết quả: ${int(0, 5)}-${int(0, 5)} (${int(0, 2)}-${int(0, 2)}), ${int(1, 90)}', sân ${int(5, 40)}.000 chỗ, kỳ quay ${F('§01###')}: 05 12 18 27 33 45`,
  ),
);
S('nfd-contact', () => nfd(T`Liên hệ: ${nm()} – Điện thoại: ${mob()} – Địa chỉ: ${st()}`));
S('foreign-office', () =>
  one(
    () => T`Văn phòng đại diện tại Nhật Bản: 東京都新宿区 – TEL: ${natl('JP')}`,
    () =>
      T`VP Thái Lan: ${int(1, 300)} Sukhumvit Soi ${int(1, 60)}, Bangkok – Tel: ${one(
        () => natl('TH'),
        () => intl('TH'),
      )}`,
    () => T`Chi nhánh Đức (Berlin): Telefon ${natl('DE')}`,
    () =>
      T`Úc (Sydney): ${one(
        () => natl('AU'),
        () => intl('AU'),
      )} – Việt Nam: ${mobTight()}`,
    () => T`Văn phòng Seoul, Hàn Quốc: ${natl('KR')}`,
  ),
);
S(
  'tour',
  () =>
    T`Tour ${int(2, 6)}N${int(1, 5)}Đ giá ${vnd()} (KH ${int(1, 28)}/${int(1, 12)}). Đặt tour: ${hot()} ${pick(['–', '|', 'hoặc'])} ${mob()} (${ten()})`,
);
S(
  'pharmacy',
  () =>
    T`Nhà thuốc ${rieng()} – GPP số ${F('####/GPP')} – DS ${nm()} – CCHN ${F('#####/CCHN-D-SYT-HCM')} – ĐT: ${any()}`,
);
S('pharm-no', () =>
  one(
    () =>
      T`Số lô: ${F('######')} NSX ${dDMY('')} HSD ${dDMY('')} SĐK: ${F('VD-#####-##')} mã vạch ${F('893##########')}`,
    () => T`893${dig(10)}\t${sp()}\t${int(1, 90)}\t${amt(',')}`,
  ),
);
