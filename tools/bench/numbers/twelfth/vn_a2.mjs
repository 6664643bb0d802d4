// Vietnam, part A2: CRM, call centre, ERP, hospital, school, HR, shops
import { int, pick, dig, one, maybe, F, T, registry, pad0, grp, tm, tms, Y, dDMY, dBirth, imei, noAcc, up } from './kit.mjs';
import { mob, mobB, mobG, mobI, mobTight, fix, hot, any, fixE, hotE, seqSame } from './vn_num.mjs';
import { nm, nmU, ten, anh, st, dv, vnd, amt, cccd, stk, plate, bhyt, bhxh, BANKS, rieng, sp, serial } from './vn_words.mjs';
import { intl } from './intl.mjs';
export const A2 = registry();
const S = A2.S;

S('bn-appt', () =>
  one(
    () =>
      T`STT ${pad0(int(1, 99), 3)} - ${nm()} - ${int(1950, 2018)} - Mã BN ${F('2#######')} - ĐT ${mob()} - ${tm()} P.${int(101, 412)}`,
    () =>
      T`Lịch khám ${dv()} lúc ${tm()}\nBN: ${nmU()} (${int(2, 80)}t)\nLiên hệ: ${mobTight()}${maybe(0.4, () => T` (${pick(['con', 'vợ', 'mẹ', 'chồng'])})`)}`,
  ),
);
S('bn-no', () =>
  one(
    () =>
      T`Mạch ${int(60, 110)} l/p, HA ${int(100, 160)}/${int(60, 95)} mmHg, NT ${int(14, 24)}, SpO2 ${int(92, 99)}%, T° 3${int(6, 9)}.${int(0, 9)}`,
    () =>
      T`Mã BN: ${F('24######')} | Số vào viện: ${F('2#.#####')} | Giường ${int(1, 40)} | ICD-10: ${F('@##.#')} | BHYT: ${bhyt()}`,
    () =>
      T`WBC ${int(4, 11)}.${dig(2)} G/L (4.0-10.0) RBC ${int(3, 5)}.${dig(2)} HGB ${int(100, 160)} PLT ${int(150, 400)} Glucose ${int(4, 11)}.${dig(1)} mmol/L`,
    () => T`Mã y tế ${F('79###.##.#####')} – STT ${int(1, 300)} – quầy ${int(1, 12)} – ${tms()} ${dDMY()}`,
    () => T`Paracetamol 500mg x ${int(10, 30)} viên, ngày uống ${int(2, 4)} lần; SĐK VD-${dig(5)}-${int(12, 22)}`,
  ),
);
S('bn-er', () =>
  one(
    () => T`Cấp cứu 24/7: ${fix()}\nTổng đài đặt khám: ${hot()}`,
    () => T`BỆNH VIỆN ĐA KHOA ${rieng().toUpperCase()} - ${st()} - Tel: ${fixE()} - Fax: ${fix()}`,
    () => T`Khoa Nhi: ${fixE()}; Khoa Sản: ${fixE()}`,
  ),
);
S(
  'bn-kin',
  () =>
    T`Người nhà: ${nm()} (${pick(['con gái', 'con trai', 'vợ', 'em ruột'])}) ${pick(['-', '–', ':', ','])} ${mob()}${maybe(0.4, () => T`, CCCD ${cccd()}`)}`,
);
S('hs-record', () =>
  one(
    () => T`HS ${nm()} lớp ${int(1, 12)}A${int(1, 9)} – PH: ${nm()} (mẹ) ĐT: ${mob()}, ${nm()} (bố) ĐT: ${mob()}`,
    () => T`Mã HS: ${F('24########')}\nNgày sinh: ${dBirth()}\nSĐT mẹ: ${mobTight()}\nSĐT bố: ${mobTight()}`,
    () => T`GVCN: cô ${ten()} ${mobG()}`,
    () => T`SV ${nm()}, MSSV ${F('2#######')}, đt ${mobB()}, KTX P.${int(101, 699)}`,
  ),
);
S('hs-no', () =>
  one(
    () =>
      T`SBD ${pick(['02', '01', '48'])}${dig(6)}: Toán ${int(3, 9)}.${pick([0, 2, 4, 6, 8])} Văn ${int(4, 9)}.${pick(['25', '5', '75', '0'])} Anh ${int(3, 9)}.${int(0, 9)} Tổng ${int(15, 28)}.${dig(2)}`,
    () => T`MSSV ${F('2#######')} | Lớp ${F('D##CQCN0#')} | TC tích lũy ${int(20, 140)} | ĐTBTL ${int(2, 3)}.${dig(2)}`,
    () => T`Mã định danh: ${cccd()} – Mã HS BGD: ${F('79########')} – Lớp ${int(1, 12)}/${int(1, 12)}`,
    () =>
      T`Tuần ${int(1, 35)} (${dDMY()} - ${dDMY()}) tiết ${int(1, 5)}-${int(6, 9)} phòng B${int(1, 4)}.${int(101, 412)}`,
    () =>
      T`Học phí HK${int(1, 2)} ${Y()}-${Y()}: ${vnd()} – nộp vào TK ${stk()} ${pick(BANKS)}, ND: ${F('2#######')} ${noAcc(nm()).parts[0]}`,
  ),
);
S(
  'hs-notice',
  () =>
    T`Phụ huynh cần hỗ trợ xin liên hệ văn phòng ${fix()} ${pick(['hoặc', '-', 'hay'])} thầy ${ten()} ${mobTight()} trước ${tm()} ngày ${int(1, 28)}/${int(1, 12)}.`,
);
S('hr-line', () =>
  one(
    () => T`${F('NV####')} | ${nm()} | ${pick(['Kế toán', 'NVKD', 'Kho', 'QC'])} | ${mob()} | vào làm ${dv()}`,
    () => T`${nm()} – NS ${dBirth()} – CCCD ${cccd()} – ${pick(['SĐT', 'Đt', 'DĐ', 'sdt', 'Số đt'])} ${mob()}`,
    () => T`Liên hệ khẩn cấp: ${nm()} (${pick(['vợ', 'chồng', 'cha', 'mẹ'])}), ${mob()}`,
  ),
);
S('hr-no', () =>
  one(
    () => T`BHXH ${bhxh()}, MST cá nhân 8${dig(9)}, TK ${stk()} ${pick(BANKS)}`,
    () =>
      T`${F('NV#####')} in 07:${int(10, 59)} out 17:${int(10, 59)} OT ${int(0, 4)}.${int(0, 9)}h công 2${int(0, 6)}/26`,
    () => T`CCCD: ${cccd()} cấp ngày ${dDMY()} tại Cục CSQLHC về TTXH; BHXH: ${bhxh()}`,
    () => T`Lương CB ${amt()} PC ${amt()} BH 10,5% = ${amt()} Thực lĩnh ${amt(',')}`,
    () => T`HĐLĐ số ${pad0(int(1, 400), 3)}/${Y()}/HĐLĐ, thời hạn ${dDMY()} – ${dDMY()}, hộ chiếu ${F('@########')}`,
  ),
);
S('pos-head', () =>
  one(
    () =>
      T`${up(rieng())} STORE\n${st()}\n${pick(['ĐT', 'Hotline', 'DT', 'SĐT', 'Tel'])}: ${any()}\nHĐ: ${F('HD0#####')}  ${tm()} ${dDMY()}`,
    () => T`*** ${rieng()} ***\nĐC: ${st()}\nDĐ/Zalo: ${seqSame(2)}\nThu ngân: ${ten()}  Ca ${int(1, 3)}`,
  ),
);
S('pos-no', () =>
  one(
    () =>
      T`${sp()}  ${int(1, 9)} x ${amt()}  ${amt()}\nGiảm ${int(5, 50)}%  -${amt()}\nTổng ${amt()}  Khách đưa ${amt()}  Thừa ${amt()}`,
    () => T`${sp()}\n893${dig(10)}\n${int(1, 9)}\t${amt(',')}\t${amt(',')}`,
    () => T`Thẻ TV ${F('8901 #### ####')} • ${grp(int(100, 9999), '.')} điểm • HSD ${dDMY()}`,
    () => T`Mã HĐ ${F('HD0#####')} – mã vạch ${F('893##########')} – ca ${int(1, 3)} – quầy 0${int(1, 9)}`,
  ),
);
S('kv-order', () =>
  one(
    () => T`${F('HD0#####')}  ${tm()} ${dDMY()}  ${anh()} - ${mobTight()}  ${amt(',')}  Đang giao`,
    () => T`Khách lẻ: ${ten()} (${mobB()}) nợ ${amt(',')}`,
    () => T`${anh()} ${mob()} đặt ${int(1, 9)} ${sp()}, ship ${st()}`,
  ),
);
S('imei-no', () =>
  one(
    () => T`IMEI 1: ${imei()} IMEI 2: ${imei()} Serial: ${serial()} BH đến ${dDMY()}`,
    () =>
      T`Máy ${pick(['iPhone 13 128GB', 'Galaxy A54 8/256', 'Oppo Reno10'])} imei ${imei()} pin ${int(80, 100)}% giá ${vnd()}`,
    () => T`S/N: ${serial()}, P/N: ${F('###-#####-##')}, MAC: ${F('^^:^^:^^:^^:^^:^^')}`,
  ),
);
S(
  'warranty',
  () =>
    T`Phiếu BH ${F('BH-######')}: ${sp()}, S/N ${serial()}, khách ${nm()}, ${pick(['đt', 'ĐT:', 'sđt', 'Sdt:', 'tel'])} ${mob()}, hẹn trả ${dv()}`,
);
S(
  'ticket-no',
  () =>
    T`Ticket #${dig(7)} [${pick(['P1', 'P2', 'P3'])}] ${pick(['Mất kết nối', 'Lỗi đăng nhập', 'Hoàn tiền'])} – mở ${tms()} ${dDMY()} – SLA còn ${int(0, 7)}:${int(10, 59)} – mã KH ${F('HCM0#####')}`,
);
S('ticket-yes', () =>
  one(
    () => T`Ticket #${dig(6)} – ${nm()} – LH: ${any()} – thuê bao ${F('hcm_ftth_######')}`,
    () => T`Mã HĐ: ${F('SGH######')}; SĐT liên hệ: ${mob()}; hẹn ${tm()} ${dDMY()}`,
  ),
);
S('bh-no', () =>
  one(
    () => T`Số HĐBH: ${F('7#########')} | STBH ${amt()} | Phí định kỳ ${amt()} | Hiệu lực ${dDMY()} – ${dDMY()}`,
    () => T`GCN bảo hiểm TNDS số ${F('23########')} xe ${plate()} từ 00:00 ${dDMY()} đến 23:59 ${dDMY()}`,
    () => T`Hồ sơ bồi thường ${F('BT.20##.#####')} – số tiền ${vnd()} – đại lý ${F('6000####')}`,
  ),
);
S(
  'bh-yes',
  () => T`Giám định viên: ${nm()} ${mob()}. Hồ sơ ${F('BT.20##.#####')}. Hotline giám định ${one(hot, hotE)}`,
);
S(
  'nps-no',
  () =>
    T`NPS ${int(20, 70)} (n=${grp(int(200, 9999), '.')}) | 9-10: ${int(40, 70)}% | 7-8: ${int(10, 30)}% | 0-6: ${int(5, 20)}% | CSAT ${int(3, 4)}.${dig(1)}/5`,
);
S('zalo-oa', () =>
  one(
    () => T`Zalo OA ${dig(16)} • follower ${grp(int(1000, 90000), '.')}`,
    () => T`Zalo: ${mob()} (${ten()} - CSKH)`,
    () => T`zalo/viber/whatsapp ${one(mobI, mobTight)}`,
    () => T`Zalo ${mobTight()} – Telegram @${pick(['shopvn', 'cskh'])}_${dig(4)}`,
  ),
);
S('partner-foreign', () =>
  one(
    () =>
      T`NCC nước ngoài: ${pick(['Shenzhen Bright Co., Ltd', 'Guangzhou Hua Mei'])} – Tel ${intl('CN')} – WeChat: hm${dig(6)}`,
    () => T`Contact: Mr. ${pick(['Kim', 'Park', 'Lee'])} (${intl('KR')})\nPO: ${F('PO########')}`,
    () => T`Khách Đài Loan ${pick(['Chen', 'Lin'])} ${intl('TW')}, lịch ${dv()}`,
  ),
);
