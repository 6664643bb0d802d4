// Vietnam, part C: chats, comments, signatures, jobs, directories, footers, maps, dumps
import {
  int, pick, dig, nz, one, maybe, F, T, join, times, registry, pad0, grp, tm, tms, Y, dISO, dDMY, geo, ip, epoch, uuid, noAcc, low,
} from './kit.mjs';
import { mob, mobB, mobG, mobI, mob84, mobTight, fix, fixI, hot, any, anyG, withExt, fixE, hotE, seq, seqSame, rem } from './vn_num.mjs';
import {
  nm, nmU, ten, anh, st, co, dv, vnd, amt, mst, stk, oid, cv, sku, mail, plate, rieng, GIO, BANKS, TINH, duong,
} from './vn_words.mjs';
import { intl } from './intl.mjs';
export const CC = registry();
const S = CC.S;

S('cmt', () =>
  one(
    () => T`${nm()}\nib giá shop ơi ${mobB()}\n${int(1, 23)} giờ  Thích  Trả lời`,
    () => low(T`ai cần pass lại ib mình or gọi ${mob()} nha`),
    () => T`E lấy 1 cái size ${pick(['M', 'L', '42'])} ạ, sdt ${mobTight()}, đc ${st()}`,
    () => T`.${pick([' ', ''])}${mobTight()} tư vấn e`,
    () => low(noAcc(T`sdt e ${mobB()} nhan zalo nhe`)),
    () => T`Lừa đảo nhé mọi người, số ${mobB()} tên ${noAcc(nmU()).parts[0]} stk ${stk()} ${pick(BANKS)}`,
  ),
);
S('cmt-no', () =>
  one(
    () =>
      T`${nm()}\nGiá ${int(100, 900)}k có bớt ko shop, mình lấy ${int(2, 20)} cái\n${int(1, 23)} giờ  Thích  Trả lời  ${int(1, 99)}`,
    () => T`mã live ${dig(3)} - ${int(20, 99)}kg - 1m${int(50, 80)}`,
    () => T`Chốt #${int(1, 400)} ${ten()} ${int(1, 9)} set ${int(100, 700)}k, đơn trước ${oid()}`,
    () =>
      T`${int(1, 12)},${int(1, 9)}K lượt xem • ${int(1, 30)} thg ${int(1, 12)}, ${Y()} • ${grp(int(100, 9000), '.')} bình luận`,
    () => T`Bói số: ${dig(2)} - ${dig(2)} - ${dig(2)}, bạch thủ ${dig(2)}, giải ĐB ${F('#####')}`,
    () =>
      T`Mình đo ${int(9, 20)}.${int(1, 9)}V ${int(1, 9)}.${int(1, 9)}A, chạy ${grp(int(1000, 90000), '.')} km, tua ${int(700, 6000)} v/p`,
  ),
);
S('chat', () =>
  one(
    () => T`${ten()} (${tm()}): e gửi c số a tài xế nhé ${mobTight()}, xe ${plate()}`,
    () => T`[${tm()}, ${dDMY()}] ${ten()}: ${mobTight()}`,
    () => T`Anh ơi gọi em ${mobTight()} hoặc bàn ${fix()} nhé, em xuống ${int(8, 11)}h${int(10, 59)} lấy`,
    () => T`Nhắn nhầm số rồi ạ, số đúng ${mob()} nha`,
    () => low(T`oke e, a chuyển cọc ${int(1, 9)}tr rồi, check nhé. đt a ${mobB()}`),
  ),
);
S('chat-no', () =>
  one(
    () => T`[${tm()}, ${dDMY()}] ${ten()}: ck ${int(100, 999)}k rồi nhé, mã GD ${F('FT2#############')}`,
    () =>
      T`${ten()}: họp ${int(8, 17)}h${int(10, 59)} phòng ${int(201, 909)}, id zoom ${F('8## #### ####')} pass ${dig(6)}`,
    () => T`đơn ${oid()} tới đâu rồi shop`,
    () => T`${ten()} đã gửi ${int(2, 9)} ảnh • ${tm()}`,
    () => T`Meeting ID: ${F('8## #### ####')}\nPasscode: ${dig(6)}`,
    () => T`bk tới ${plate()} đang đậu tầng B${int(1, 3)} ô ${int(10, 300)} giúp e`,
  ),
);
S('sig', () =>
  one(
    () =>
      T`Trân trọng,\n${nm()} (${pick(['Ms.', 'Mr.'])})\n${pick(['Trưởng phòng KD', 'Kế toán trưởng', 'Sales Executive'])} | ${co()}\nM: ${one(mobI, mobG)}\nT: ${one(fixI, fixE, fix)}${maybe(0.4, () => T`\nF: ${one(fixI, fix)}`)}\nW: www.${bareDom()}`,
    () => T`Best regards,\n${noAcc(nm())}\nCell: ${mobI()} | Office: ${one(fixI, fixE)} | ${mail()}`,
    () => T`--\n${nm()}\n📱 ${mob()}  ☎️ ${fixE()}  ✉️ ${mail()}\n${st()}`,
    () => T`Thanks & B.rgds\n${ten()} / Import dept\nHP: ${mobTight()} (Zalo, Viber)\nMST: ${mst()}`,
  ),
);
S('sig-no', () =>
  one(
    () =>
      T`Sent from my iPhone ${int(11, 16)}\nVào ${tm()} Th ${int(2, 7)}, ${int(1, 28)} thg ${int(1, 12)}, ${Y()} <${mail()}> đã viết:`,
    () => T`Ref: ${F('@@/20##/####')} – Thời hạn phản hồi ${dv()} – Trang ${int(1, 5)}/${int(5, 9)}`,
    () => T`MST: ${mst()} | STK ${stk()} (VND) – ${stk()} (USD) tại ${pick(BANKS)} CN ${pick(TINH)}`,
  ),
);
const bareDom = () => pick(['minhphat.com.vn', 'hoanggia.vn', 'vnt.com.vn', 'ankhang.net']);
S('job', () =>
  one(
    () =>
      T`Tuyển ${int(2, 30)} ${pick(['công nhân may', 'NV bán hàng', 'tài xế B2', 'phụ bếp'])} nam/nữ ${int(18, 22)}-${int(30, 45)} tuổi, lương ${int(6, 9)}-${int(10, 20)} triệu. Nộp HS tại ${st()} hoặc gọi ${any()} (${anh()})`,
    () => T`👉 LH phỏng vấn: ${mobG()} - ${mobG()} (giờ HC)`,
    () => low(noAcc(T`can tuyen nv quan cafe ca ${int(6, 8)}h-14h luong ${int(18, 30)}k/h lh ${mob()} c ${ten()}`)),
    () => T`Hotline tuyển dụng ${hotE()} – Zalo ${mobTight()} Ms ${ten()} – hạn nộp ${dv()}`,
  ),
);
S('job-no', () =>
  one(
    () =>
      T`Lương ${int(8, 15)}.000.000 – ${int(16, 40)}.000.000 VNĐ • KN ${int(1, 5)} năm • SL ${int(1, 30)} • Hạn ${dDMY()} • Mã tin ${dig(7)}`,
    () => T`Ca 1: 06:00-14:00, ca 2: 14:00-22:00, ca 3: 22:00-06:00; phụ cấp ${int(20, 60)}.000đ/ca; OT 150% 200% 300%`,
    () => T`Cập nhật ${dDMY()} ${tm()} • ID ${F('1######')} • ${int(3, 900)} ứng viên`,
  ),
);
S('footer', () =>
  one(
    () =>
      T`© ${Y()} ${co()}. GPKD số ${mst()} do Sở KH&ĐT TP.HCM cấp ngày ${dDMY()}. Địa chỉ: ${st()}. Điện thoại: ${any()}. Email: ${mail()}`,
    () => T`Tổng đài hỗ trợ (${GIO()})\nGọi mua: ${hot()}\nKhiếu nại: ${hot()}\nBảo hành: ${hot()}`,
    () => T`HOTLINE: ${seqSame(2, ' - ')} | CSKH: ${hot()} | ${mail()}`,
    () => T`Trụ sở: ${st()} | Tel: ${fixI()} | Fax: ${fixI()} | Hotline: ${mobTight()}`,
    () => T`Thiết kế web bởi ${rieng()} ${mobTight()}`,
    () => T`Văn phòng 1: ${st()} ĐT: ${fix()}\nVăn phòng 2: ${st()} ĐT: ${rem(0)}`,
  ),
);
S('footer-no', () =>
  one(
    () => T`© 2009-${Y()} ${co()}. GCNĐKDN: ${mst()}, GP thiết lập MXH số ${int(20, 600)}/GP-BTTTT ký ngày ${dDMY()}`,
    () =>
      T`Đang online: ${int(3, 300)} | Hôm nay: ${grp(int(500, 9000), '.')} | Tổng truy cập: ${grp(int(1000000, 99000000), '.')}`,
    () => T`Giấy phép số ${cv()} • ISSN ${F('####-####')} • Phiên bản ${int(1, 9)}.${int(0, 30)}.${dig(4)}`,
    () => T`Tải app: iOS 12.0+ / Android 8.0+ • ${int(10, 200)} MB • 4,8★ (${grp(int(1000, 90000), '.')})`,
    () => T`IP của bạn: ${ip()} • Request ${uuid()} • ${int(10, 900)}ms`,
  ),
);
S('dir', () =>
  one(
    () =>
      T`${pick(['Công an P.', 'UBND phường ', 'Trạm y tế P.'])}${int(1, 16)}: ${fix()}${maybe(0.4, () => T` (trực ban ${mobTight()})`)}`,
    () =>
      T`${int(1, 80)}. ${pick(['Trường THCS', 'THPT', 'Mầm non'])} ${rieng()} – ${st()} – ${one(fix, () => rem(0))}`,
    () => T`Phòng Kỹ thuật ........ ${fixE()}`,
    () => T`${nm()}\tTrưởng phòng\t${fixE()}\t${mobTight()}`,
    () => T`ATM/PGD ${pick(BANKS)} ${duong()}: ${st()}; ${fix()}; ${GIO()}`,
  ),
);
S('dir-no', () =>
  one(
    () => T`Phòng ${int(101, 909)} – Nhà B${int(1, 9)} – Hộp thư ${int(1, 400)}`,
    () =>
      T`Mã bưu chính ${int(10, 97)}${dig(4)} • Mã vùng ${pick(['028', '024', '0236'])} • Dân số ${grp(int(10000, 900000), '.')} • ${int(5, 900)},${dig(2)} km²`,
    () =>
      T`Tuyến xe buýt ${pad0(int(1, 152), 2)}: ${GIO()}, giãn cách ${int(8, 12)}-${int(15, 30)} phút, vé 7.000đ, ${int(30, 300)} chuyến/ngày`,
  ),
);
S('maps', () =>
  one(
    () =>
      T`${rieng()} Coffee\n4,${int(2, 9)} (${grp(int(12, 4000), '.')}) · ₫1–100.000 · Quán cà phê\n${st()}\nĐang mở cửa ⋅ Đóng cửa lúc 22:00 ⋅ ${any()}`,
    () => T`${pick(['Gara ô tô', 'Nha khoa', 'Tiệm vàng'])} ${rieng()} · ${st()} · ${anyG()}`,
    () => T`${pick(['Đã mở cửa', 'Mở cả ngày'])} · ${fix()} · ${int(1, 9)},${int(1, 9)} km`,
  ),
);
S('maps-no', () =>
  one(
    () =>
      T`${F('Q#')}${F('**+*')}${pick(['R9', 'X2'])} ${pick(TINH)}\n${geo(10, 106)}\n4,${int(1, 9)} (${grp(int(12, 4000), '.')})`,
    () => T`${int(5, 90)} phút (${int(2, 60)},${int(1, 9)} km) qua ${duong()} • đến lúc ${tm()}`,
    () => T`${pick(['7PHC+2X', '8MGF+QJ'])} · ${geo(21, 105)} · cao ${int(3, 1500)} m`,
  ),
);
S('csv-dump', () =>
  one(
    () =>
      T`stt,ho_ten,sdt,dia_chi\n${join(
        times(int(2, 5), i => T`${i + 1},${nm()},${mobB()},${pick(TINH)}`),
        '\n',
      )}`,
    () =>
      T`id;name;phone;created_at\n${join(
        times(int(2, 4), i => T`${dig(5)};${noAcc(nm())};${one(mob84, mobB)};${dISO()} ${tms()}`),
        '\n',
      )}`,
    () =>
      join(
        times(int(2, 5), i => T`${i + 1}\t${nm()}\t${mobTight()}\t${amt()}`),
        '\n',
      ),
    () => T`{"id":${dig(6)},"name":"${nm()}","phone":"${one(mobB, mobI)}","total":${int(100, 999)}000,"ts":${epoch()}}`,
    () => T`(${dig(4)}, '${noAcc(nm())}', '${mobB()}', '${dISO()}', ${int(0, 1)}),`,
  ),
);
S('csv-no', () =>
  one(
    () =>
      T`ma_don,ngay,tong_tien,trang_thai\n${times(int(2, 5), () => `${dig(9)},${dISO()},${int(100, 999)}000,${int(0, 5)}`).join('\n')}`,
    () => T`mst;ten;so_hd;tien\n${times(3, () => `${mst()};${bareCo()};${dig(8)};${amt('')}`).join('\n')}`,
    () =>
      T`{"order_id":${dig(10).replace(/^0/, '7')},"sku":"${sku()}","qty":${int(1, 9)},"price":${int(10, 999)}000,"ts":${epoch()}${dig(3)}}`,
    () => times(4, () => `${geo(10, 106)}\t${epoch()}\t${int(0, 90)}`).join('\n'),
    () =>
      T`${dISO()} ${tms()},${dig(3)} INFO [http-nio-8080-exec-${int(1, 20)}] tx=${nz(10)} user=${dig(6)} took ${int(10, 900)}ms`,
  ),
);
const bareCo = () => noAcc(co()).parts[0];
S('url', () =>
  one(
    () => T`https://zalo.me/${mobB()}`,
    () => T`Chat: wa.me/${mob84()} hoặc m.me/shop.${dig(4)}`,
    () => T`<a href="tel:${one(mobB, mobI1)}">Gọi ngay</a>`,
    () => T`sms:${mobB()}?body=DK%20GOI`,
  ),
);
const mobI1 = () => {
  let p;
  do p = mobI();
  while (!/^\+84\d{9}$/.test(p.text));
  return p;
};
S('url-no', () =>
  one(
    () => T`https://shopee.vn/product/${dig(8)}/${nz(10)}`,
    () => T`https://www.facebook.com/profile.php?id=1000${dig(11)}`,
    () => T`https://www.chotot.com/${pick(['mua-ban-xe', 'nha-dat'])}/1${dig(8)}.htm#px=SR-${int(1, 40)}`,
    () => T`https://youtu.be/${F('@~#@~~@#-~@')}?t=${int(10, 900)}`,
    () => T`https://vnexpress.net/tin-${dig(7)}.html • ${tm()} (GMT+7)`,
    () => T`utm_id=1202${dig(12)}&fbclid=IwAR0${F('~~~~~~~~~~~~')}&ts=${epoch()}`,
  ),
);
S('bracket-name', () =>
  one(
    () => T`${nm()} (${mob()})`,
    () => T`${nm()} [${mobTight()}]`,
    () => T`Đầu mối: ${ten()} (Zalo ${mobTight()}), ${ten()} (${mobG()})`,
    () => T`${ten()}_${pick(['Sale', 'KT', 'Kho'])}: ${mobTight()}`,
  ),
);
S(
  'labels',
  () =>
    T`${pick(['ĐT', 'SĐT', 'Đ/T', 'DĐ', 'ĐTDĐ', 'Điện thoại', 'đt', 'Sdt', 'Phone', 'Tel', 'Mobile', 'Hotline', 'HOTLINE', 'Di động', 'Đ.T', 'ĐT liên hệ', 'Số ĐT', 'SỐ ĐIỆN THOẠI', 'Dt', 'Tell', 'Hottline', 'Điên thoại', 'so dt', 'Call', 'LH', 'L/H', 'Alo', 'Cell', 'HP', 'ĐT/Fax', 'Liên hệ', 'Gọi'])}${pick([':', ': ', ' : ', ' ', '. ', ':\t', ':\n', ' – ', ':\u00a0', ' = '])}${any()}${pick(['', '', '.', '!', ' ✅', ' (24/7)', ' (giờ HC)', ' – miễn phí', ','])}`,
  4,
);
S(
  'emoji',
  () =>
    T`${pick(['📞', '☎', '☎️', '📱', '👉', '🔥', '✆', '➡️', '🏠'])}${pick([' ', '', ': '])}${any()}${maybe(0.4, () => T` ${pick(['💬', '📍', '|'])} ${st()}`)}`,
  2,
);
S(
  'multi',
  () =>
    one(
      () => T`ĐT: ${seq(2, any)}`,
      () => T`Liên hệ ${seqSame(3)}`,
      () => T`☎ ${seqSame(2)} (${ten()})`,
      () => T`Tel: ${seq(2, () => fix())} – Fax: ${fix()}`,
    ),
  2,
);
S(
  'remainder',
  () =>
    T`${pick(['ĐT: ', 'Tel: ', 'Điện thoại ', '☎ ', 'Phone: ', ''])}${rem()}${maybe(0.3, () => T` - Fax: ${fix()}`)}`,
  3,
);
S(
  'extension',
  () =>
    T`${pick(['Tel: ', 'ĐT: ', 'Liên hệ phòng KD: ', 'Phone ', 'Điện thoại: '])}${one(fixE, fixE, hotE, () => withExt(fixI()))}${pick(['', '.', ' gặp ' + ten(), '; email: ' + mail()])}`,
  2,
);
S('para', () =>
  one(
    () =>
      T`Theo phản ánh của ${anh()} (trú ${pick(TINH)}), ngày ${int(1, 28)}/${int(1, 12)} chị nhận cuộc gọi từ số ${mob()} tự xưng công an, yêu cầu chuyển ${vnd()} vào tài khoản ${stk()}.`,
    () => T`Ai biết thông tin đối tượng liên hệ điều tra viên ${nm()}, SĐT ${mobTight()} hoặc Công an gần nhất.`,
    () =>
      T`Chương trình áp dụng từ ${dDMY()} đến ${dDMY()}, chi tiết gọi ${hot()} (1.000đ/phút), nhấn phím ${int(1, 5)}.`,
    () => T`Quý khách soạn tin hoặc gọi tổng đài ${hot()} để hủy trước ngày ${int(1, 28)}.`,
  ),
);
S(
  'para-no',
  () =>
    one(
      () =>
        T`Ngày ${dDMY()}, giá vàng SJC ${int(70, 95)},${int(1, 9)} – ${int(76, 99)},${int(1, 9)} triệu đồng/lượng, tỷ giá ${int(24, 25)}.${dig(3)} đồng/USD, VN-Index ${grp(int(1000, 1400), '.')},${dig(2)} điểm (+${int(0, 2)},${dig(2)}%).`,
      () =>
        T`Năm ${Y()}, kim ngạch đạt ${int(100, 400)},${int(1, 9)} tỷ USD, tăng ${int(1, 20)},${int(1, 9)}% so với cùng kỳ; dân số ${grp(int(90000000, 100000000), '.')} người.`,
      () =>
        T`Bị cáo lĩnh ${int(2, 20)} năm tù theo khoản ${int(1, 4)} Điều ${int(100, 400)} BLHS 2015; thiệt hại ${grp(int(1000000000, 99000000000), '.')} đồng.`,
      () =>
        T`Đường dài ${int(2, 90)},${int(1, 9)}km, từ Km${int(1, 9)}+${dig(3)} đến Km${int(10, 99)}+${dig(3)}, vốn ${grp(int(1000, 30000), '.')} tỷ, giai đoạn 2021-2025.`,
      () =>
        T`ISBN: 978-604-${F('##-####-#')}; khổ ${pick(['14,5 x 20,5', '16x24'])} cm; ${int(100, 900)} trang; giá ${int(50, 300)}.000đ; QĐXB số ${int(10, 900)}-${Y()}/CXBIPH`,
    ),
  2,
);
S('en-vn', () =>
  one(
    () => T`Call our Saigon office at ${one(fixI, mobI)} or visit us at ${int(1, 300)} Le Loi, District 1`,
    () => T`Emergency contact in Vietnam: ${mobI()} (${noAcc(ten())})`,
    () => T`Reception: ${one(fixI, fix)} | WhatsApp ${mobI()} | Check-in from 2 pm`,
    () => T`For reservations outside Vietnam dial ${fixI()}, within Vietnam ${mobG()}`,
  ),
);
S('intl-biz', () =>
  one(
    () => T`Head office (Singapore): ${intl('SG')} • Hanoi: ${fixI('024')}`,
    () => T`Tel: ${intl()} / Fax: ${intl()}`,
    () => T`Du học sinh: ${nm()} – ${intl(['AU', 'CA', 'DE', 'JP', 'KR', 'GB', 'CZ', 'RU'])} (Zalo)`,
    () =>
      T`Đại sứ quán VN tại ${pick(['Séc', 'Đức', 'Ba Lan'])}: ${intl(['CZ', 'DE', 'PL'])}, đường dây nóng ${intl(['CZ', 'DE', 'PL'])}`,
  ),
);
