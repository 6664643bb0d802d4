// Vietnam, part A: CRM, call centre, ERP, hospital, school, HR, shops
import { int, pick, dig, nz, one, F, T, registry, pad0, grp, tm, tms, Y, dISO, dDMY, ip, uuid, epoch, noAcc, up, sha } from './kit.mjs';
import { mob, mobB, mobI, mob84, mobTight, fix, hot, any, seq } from './vn_num.mjs';
import { nm, nmU, anh, st, co, dv, vnd, amt, mst, mstB, stk, awb, oid, mail, BANKS } from './vn_words.mjs';
import { intl } from './intl.mjs';
export const A = registry();
const S = A.S;

S('crm-lead', () =>
  one(
    () =>
      T`${nm()} · ${mob()} · Nguồn: ${pick(['Facebook Ads', 'Zalo OA', 'Website', 'Giới thiệu'])} · ${dv()} ${tm()}`,
    () =>
      T`Lead #${dig(6)}\n${nm()}\n${mob()}\n${mail()}\nNhu cầu: ${pick(['căn 2PN', 'vay 500tr', 'khóa IELTS 6.5'])}`,
    () => T`${nmU()} (${mobTight()}) – điểm 75/100 – chưa gọi`,
  ),
);
S('crm-timeline', () =>
  one(
    () =>
      T`${tm()} ${nm()} đã gọi ra ${mob()} (thời lượng 00:0${int(1, 9)}:${int(10, 59)}, KQ: hẹn gọi lại ${int(8, 17)}h${int(10, 50)} ${int(1, 28)}/${int(1, 12)})`,
    () => T`${dv()} ${tms()} – Cập nhật SĐT từ ${mobB()} thành ${mobB()} bởi ${nm()}`,
    () => T`Gọi ${anh()} ${mobTight()} lần ${int(2, 5)}: không nghe máy`,
  ),
);
S('crm-timeline-no', () =>
  one(
    () => T`${tm()} ${dv()} – ${nm()} chuyển trạng thái "Mới" → "Đang chăm sóc" (KH${dig(6)})`,
    () => T`Gộp hồ sơ KH${dig(6)} ← KH${dig(6)}, ${dig(2)} trường thay đổi, phiên bản ${int(2, 9)}.${int(0, 20)}`,
    () => T`Nhắc việc: ${tm()} ${dv()} • ưu tiên ${int(1, 3)} • quá hạn ${int(1, 40)} ngày`,
    () => T`Không liên lạc được 3 lần, lần cuối ${tm()} ${dDMY()}`,
  ),
);
S(
  'crm-deal-no',
  () =>
    T`Cơ hội ${F('2#0###')}-${dig(4)} | Giá trị ${vnd()} | Xác suất ${int(5, 95)}% | Dự kiến chốt ${dv()} | Mã BG ${F('BG-20##-####')}`,
);
S('crm-masked-no', () =>
  one(
    () => T`SĐT: ${F('09#')}****${F('###')} (nhấn để xem)`,
    () => T`Điện thoại ${F('03#')}xxx${F('####')} 👁`,
    () => T`Tích điểm bằng số ${F('09##')}***${F('###')} – hạng Bạc`,
    () => T`KH: ${nm()} | ĐT: ******${dig(4)} | CCCD: ${'*'.repeat(8)}${dig(4)}`,
  ),
);
S('cc-agent-no', () =>
  one(
    () =>
      T`Agent ${F('10##')} ${nm()}\tReady ${tms()}\tACD ${int(10, 90)}\tAHT 00:0${int(2, 6)}:${int(10, 59)}\tSLA ${int(80, 99)},${int(0, 9)}%`,
    () =>
      T`Hàng đợi ${F('80##')}: ${int(0, 20)} chờ, lâu nhất ${int(0, 9)}:${int(10, 59)}, bỏ cuộc ${int(1, 9)},${int(0, 9)}%`,
    () =>
      T`Tổng ${grp(int(1000, 99999), '.')} cuộc | Trả lời ${grp(int(1000, 9999), '.')} | Nhỡ ${int(10, 900)} | TB ${int(100, 400)}s`,
  ),
);
S(
  'cc-pop',
  () =>
    T`${pick(['Cuộc gọi đến', '📞 Đang đổ chuông', 'CUỘC GỌI VÀO'])}\n${any()}\n${one(
      () => `Khách: ${nm()}`,
      'Khách chưa có trong hệ thống',
      () => `Hạng: Vàng | Lần gọi: ${int(1, 20)}`,
    )}\n00:00:${int(10, 59)}`,
);
S(
  'cc-missed',
  () =>
    T`Cuộc gọi nhỡ (${3}): ${mobB()} ${tm()}, ${one(fix, mobB)} ${tm()}, ${one(() => intl(['SG', 'JP', 'KR', 'TW']), mobI)} ${tm()}`,
);
S('cc-note', () =>
  one(
    () => T`KH báo số cũ ${mobTight()} đã mất sim, nay dùng ${mobTight()}, cập nhật giúp e`,
    () => noAcc(T`khach goi tu so ${mobB()} hoi ve don ${oid()}, hen goi lai sau 15h`),
    () => T`gọi ${mobB()} ko đc, gọi số phụ ${mobB()} (vợ KH) ok`,
  ),
);
S('cc-note-no', () =>
  one(
    () => T`KH hỏi đơn ${oid()} giao trễ ${int(2, 9)} ngày, đã tạo ticket ${F('TK-######')}, hẹn trước ${tm()} ${dv()}`,
    () => noAcc(T`kh chua nhan dc hang, ma van don ${awb()}, da bao buu ta`),
    () => T`Đã hoàn tiền ${vnd()} vào thẻ **** ${dig(4)}, mã GD ${F('FT#############')}`,
    () => T`Mã lỗi 0x${F('8007####')}, phiên bản app 6.${int(0, 40)}.${int(0, 9)} (${dig(5)})`,
  ),
);
S('pbx-exec', () =>
  one(
    () =>
      T`[${dISO()} ${tms()}] VERBOSE[${dig(5)}][C-0000${F('~~~~')}] pbx.c: -- Executing [${mobB()}@from-internal:${int(1, 30)}] Set("SIP/${F('10#')}-0000${F('~~~~')}", "CDR(x)=1")`,
    () => T`-- Called SIP/viettel-trunk/${mobB()}\n-- SIP/viettel-trunk-${F('0000~~~~')} is ringing`,
    () =>
      T`${dISO()} ${tms()}.${dig(3)} [INFO] call start from=${mobB()} to=${fix('028')} trunk=FPT-${int(1, 4)} codec=PCMA/8000`,
  ),
);
S('pbx-cdr', () =>
  one(
    () =>
      T`calldate=${dISO()} ${tms()};src=${F('10#')};dst=${mobB()};duration=${int(3, 400)};billsec=${int(1, 300)};disposition=ANSWERED;uniqueid=${epoch()}.${dig(4)}`,
    () =>
      T`"","${mobB()}","${F('20#')}","from-trunk","""${noAcc(nm()).parts[0]}"" <${mobB()}>","SIP/gsm-0000${F('~~~~')}","Dial","${dISO()} ${tms()}",${int(10, 90)},${int(3, 60)},"ANSWERED"`,
  ),
);
S('pbx-no', () =>
  one(
    () =>
      T`[${dISO()} ${tms()}] NOTICE[${dig(4)}]: chan_sip.c: Registration from '"${F('10#')}" <sip:${F('10#')}@${ip()}>' failed for '${ip()}:${int(5060, 65000)}' - Wrong password`,
    () =>
      T`-- Registered SIP '${F('10#')}' at ${ip()}:5060\n   > Saved useragent "Yealink SIP-T21P_E2 52.84.0.${int(10, 99)}"`,
    () => T`${dISO()} ${tms()} rtp jitter=${int(1, 40)}ms loss=0.${dig(2)}% ssrc=${nz(10)} port=${int(10000, 20000)}`,
    () =>
      T`uniqueid=${epoch()}.${dig(5)} linkedid=${epoch()}.${dig(5)} recording=/var/spool/${Y()}/0${int(1, 9)}/${int(10, 28)}/${uuid()}.wav`,
    () =>
      T`Channel: SIP/${F('10#')}-${F('0000~~~~')} Context: from-internal Priority: ${int(1, 20)} Seconds: ${int(1, 900)}`,
  ),
);
S('sms-log', () =>
  one(
    () =>
      T`${tms()} SMS → ${mob84()}: "Ma OTP cua quy khach la ${dig(6)}. Khong chia se ma nay." [DELIVRD ${F('0~~~~~~~')}]`,
    () => T`to=${mob84()} brand=VIETSHOP parts=${int(1, 3)} cost=${int(250, 900)} status=0`,
    () => T`Tin nhắn gửi tới ${mobB()} lúc ${tm()} ${dv()} thất bại (mã lỗi ${int(10, 99)})`,
  ),
);
S('otp-no', () =>
  one(
    () => T`Mã xác thực của bạn là ${F('### ###')}. Mã có hiệu lực trong ${int(2, 5)} phút.`,
    () =>
      noAcc(
        T`<#> ${dig(6)} la ma OTP cua giao dich ${vnd()} tai ${pick(['Shopee', 'Tiki', 'Grab'])}. Ref ${F('************')}`,
      ),
    () => T`G-${dig(6)} là mã xác minh Google của bạn.`,
    () => T`OTP: ${F('## ## ##')} (hết hạn ${tms()})`,
  ),
);
S(
  'zns-no',
  () =>
    T`ZNS template_id=${dig(6)} msg_id=${sha(24)} sent_time=${epoch()}${dig(3)} quota ${grp(int(100, 5000), '.')}/10.000`,
);
S('erp-doc-no', () =>
  one(
    () =>
      T`Số CT ${pick(['19000', '18000', '51056', '49000'])}${dig(5)} / ${Y()} – TK ${pick(['331', '131', '1121', '6428'])}0000 – ${amt()} – ${dv()}`,
    () =>
      T`Chứng từ: ${pick(['190000', '180000'])}${dig(4)}\nLoại: ${pick(['KR', 'DR', 'RV'])}\nMã CTy: ${F('%0##')}\nKỳ: ${int(1, 12)}/${Y()}`,
    () => T`PO ${F('45########')} – dòng 00010 – SL ${int(1, 900)} – ĐG ${amt()} – giao ${dv()}`,
    () =>
      T`Phiếu xuất kho PX${F('##')}${pad0(int(1, 12), 2)}-${dig(4)}; lô ${F('L2####-##')}; HSD ${pad0(int(1, 12), 2)}/20${int(25, 29)}`,
  ),
);
S(
  'erp-vendor',
  () =>
    T`${F('1000##')} – ${co()}${pick(['\n', ' | ', '; ', ' – '])}MST: ${mst()}${pick(['\n', ' | ', '; '])}${pick(['ĐT', 'Tel', 'Điện thoại'])}: ${fix()}${pick(['\n', ' | ', ' - '])}Fax: ${fix()}`,
);
S('inv-head', () =>
  one(
    () =>
      T`Đơn vị bán hàng: ${up(T`${co()}`)}\nMã số thuế: ${mst()}\nĐịa chỉ: ${st()}\nĐiện thoại: ${fix()}  Fax: ${fix()}\nSố tài khoản: ${stk()} tại ${pick(BANKS)}`,
    () => T`MST: ${mstB()} * ĐT: ${any()} * STK: ${stk()} ${pick(BANKS)}`,
    () => T`${co()} - ${st()} - ĐT ${seq(2, () => fix())} - MST ${mst()}`,
  ),
);
S('inv-no', () =>
  one(
    () =>
      T`Ký hiệu: 1C${int(22, 25)}T${F('@@')}\nSố: ${pad0(int(1, 99999), 8)}\nMã CQT: 00${F('^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^')}`,
    () => T`Tên đơn vị: ${co()}\nMST: ${one(mst, mstB)}\nHình thức TT: TM/CK  STK: ${stk()}`,
    () => T`Cộng tiền hàng: ${amt()}  Thuế suất GTGT: ${pick([8, 10, 5])}%  Tiền thuế: ${amt()}  Tổng: ${amt()}`,
    () => T`Mã tra cứu: ${F('**********')} | Mẫu số 01GTKT0/001 | Liên 2 | MST bên bán ${mst()}`,
  ),
);
S(
  'inv-lookup',
  () =>
    T`Tra cứu hóa đơn tại https://hoadon.${pick(['misa', 'viettel', 'vnpt'])}.vn mã ${F('@@#@##@#')}. Hỗ trợ: ${hot()}`,
);
