// Vietnam, part E: machine formats, exports, marks and odd spellings
import { int, pick, dig, nz, one, F, T, join, times, registry, pad0, grp, tm, tms, ymd, Y, dISO, dDMY, epoch, noAcc, up } from './kit.mjs';
import { mobB, mobG, mobI, mobTight, mobIn, fix, fixI, hot, seqSame } from './vn_num.mjs';
import { nm, nmU, ten, anh, co, vnd, amt, mst, cccd, awb, oid, sku, plate, rieng, duong } from './vn_words.mjs';
export const E = registry();
const S = E.S;
const plain = f => noAcc(f()).parts[0];
const plus = () => {
  let p;
  do p = mobI();
  while (!/^\+/.test(p.text));
  return p;
};

S('wa-export', () =>
  one(
    () =>
      T`${int(1, 28)}/${int(1, 12)}/${Y() % 100}, ${tm()} - \u202a${plus()}\u202c: ${pick(['còn hàng ko shop', 'ok em', 'gửi a cái báo giá', 'Đã xóa tin nhắn này'])}`,
    () => T`\u202a${plus()}\u202c đã tham gia bằng liên kết mời của nhóm này`,
    () => T`\u2068${plus()}\u2069 ~ ${ten()}`,
  ),
);
S('wa-export-no', () =>
  one(
    () => T`${int(1, 28)}/${int(1, 12)}/${Y() % 100}, ${tm()} - ${ten()}: IMG-${ymd()}-WA${dig(4)}.jpg (tệp đính kèm)`,
    () => T`Tin nhắn và cuộc gọi được mã hóa đầu cuối. Mã bảo mật: ${times(6, () => dig(5)).join(' ')}`,
  ),
);
S('glued-name', () =>
  one(
    () => T`${mobB()}${pick(['A.', 'C.', 'Mr', 'Ms'])}${ten()}`,
    () => T`${mobB()}(${ten()})`,
    () => T`lh:${mobTight()}-gặp ${ten()}`,
    () => T`${ten()}:${mobB()},${ten()}:${mobB()}`,
    () => T`ĐT${mobB()}/Fax${fixNoPar()}`,
  ),
);
const fixNoPar = () => {
  let p;
  do p = fix();
  while (/^\(/.test(p.text));
  return p;
};
S('dash-chain', () =>
  one(
    () => T`${mobIn('dot433')}-${mobIn('dot433')}-${mobIn('dot433')}`,
    () => T`${mobIn('sp433')}-${mobIn('sp433')}`,
    () => T`Hotline ${mobIn('dot334')}-${mobIn('dot334')} (${ten()})`,
    () => T`[${mobIn('da433')}] [${mobIn('da433')}]`,
  ),
);
S('xml', () =>
  one(
    () => T`<NMua><Ten>${co()}</Ten><MST>${mst()}</MST><SDThoai>${one(mobB, fixBare)}</SDThoai></NMua>`,
    () =>
      T`"receiver_phone":"${mobB()}","cod_amount":${int(50, 900)}000,"order_code":"${F('L@####')}","weight":${int(100, 5000)}`,
    () => T`phone=${mobB()}&amount=${int(10, 900)}000&orderId=${epoch()}${dig(3)}&signature=${F('~~~~~~~~~~~~~~~~')}`,
    () => T`sdt: '${mobB()}', zalo_id: '${nz(18)}', ngay_tao: ${epoch()}`,
  ),
);
const fixBare = () => {
  let p;
  do p = fix();
  while (!/^\d+$/.test(p.text));
  return p;
};
S('xml-no', () =>
  one(
    () =>
      T`<KHHDon>1C24T${F('@@')}</KHHDon><SHDon>${dig(5)}</SHDon><NLap>${dISO()}</NLap><MST>${mst()}</MST><TgTTTBSo>${amt('')}</TgTTTBSo>`,
    () => T`"ward_code":"${dig(5)}","district_id":${dig(4)},"shop_id":${nz(7)},"client_order_code":"${nz(10)}"`,
    () =>
      T`IDVNM${F('#########')}${dig(1)}${cccd()}<<${dig(1)}\n${F('######')}${dig(1)}M${F('######')}${dig(1)}VNM<<<<<<<<<<<${dig(1)}\n${plain(nmU).replace(/ /g, '<')}<<<<<<`,
    () =>
      T`vnp_TxnRef=${epoch()}&vnp_Amount=${int(10, 900)}00000&vnp_PayDate=${ymd()}${tms().replace(/:/g, '')}&vnp_TransactionNo=${dig(8)}`,
    () => T`(01)0893${dig(10)}(17)2${dig(5)}(10)${F('@###')}(21)${dig(12)}`,
  ),
);
S('pipe-note', () =>
  one(
    () =>
      T`| Họ tên | SĐT | Ghi chú |\n|---|---|---|\n${join(
        times(
          int(2, 4),
          () =>
            T`| ${nm()} | ${mobTight()} | ${one(
              'ok',
              () => `hẹn ${int(8, 17)}h${int(10, 59)}`,
              () => `cọc ${vnd()}`,
            )} |`,
        ),
        '\n',
      )}`,
    () =>
      join(
        times(int(2, 4), i => T`${i + 1}) ${ten()} – ${mobTight()} – ${int(1, 9)} vé`),
        '\n',
      ),
  ),
);
S('pipe-note-no', () =>
  one(
    () =>
      T`| Mã | SL | Đơn giá |\n|---|---|---|\n${times(3, () => `| ${sku()} | ${int(1, 90)} | ${amt()} |`).join('\n')}`,
    () => times(int(2, 5), i => `${i + 1}) ${oid()} – ${awb()}`).join('\n'),
    () => times(4, () => `${dDMY()}\t${tm()}\t${tm()}\t${int(6, 11)},${int(0, 9)}`).join('\n'),
  ),
);
S('after-label', () =>
  one(
    () => T`${mobG()} (${pick(['Zalo', 'Viettel', 'di động', 'chị ' + ten(), 'gọi/nhắn tin'])})`,
    () =>
      T`${fix()} (${pick(['giờ hành chính', 'bàn', 'fax', 'lễ tân'])}) – ${mobG()} (${pick(['ngoài giờ', 'trực đêm'])})`,
    () => T`${mobTight()} là số của ${anh()} nhé, ${mobTight()} là số kho`,
  ),
);
S(
  'fax-head',
  () => T`${dDMY()} ${tm()}  ${up(noAcc(T`${rieng()}`))}  FAX: ${fix()}  P.${pad0(int(1, 9), 3)}/00${int(5, 9)}`,
);
S('passenger', () =>
  one(
    () =>
      T`Ghế ${pick(['A', 'B'])}${int(1, 20)} | ${nm()} | ${mobTight()} | đón ${tm()} ${duong()} | ${int(150, 450)}k`,
    () => T`Nhà xe ${rieng()}: Sài Gòn ${seqSame(2)} – Đà Lạt ${fix('0263')}`,
  ),
);
S(
  'passenger-no',
  () =>
    T`Chuyến ${tm()} ${dDMY()} | ${plate()} | ${int(10, 40)}/${int(41, 45)} ghế | mã vé ${F('@@@######')} | ${amt()}đ`,
);
S('lost-found', () =>
  one(
    () => T`Ai nhặt được ví có CCCD ${cccd()} tên ${nm()} xin gọi ${mobG()}, hậu tạ ${vnd()}`,
    () => T`Tìm chó lạc ở ${duong()} ngày ${int(1, 28)}/${int(1, 12)}, ai thấy báo ${mobTight()} ạ`,
  ),
);
S(
  'vote-no',
  () =>
    one(
      () => T`${grp(int(1000, 90000), '.')} lượt chia sẻ • bài #${dig(6)} • ID nhóm ${nz(15)}`,
      () =>
        T`Lịch cắt điện: ${dDMY()} ${tm()}–${tm()} trạm ${F('T###-####')} lộ ${F('47#E##')} công suất ${int(100, 900)} kVA`,
      () =>
        T`Đợt ${int(1, 9)}: ${int(100, 900)} hồ sơ, mã ĐVQHNS ${F('1######')}, mã nguồn ${dig(2)}, TK 9527.2.${F('1######')}.${dig(5)}`,
      () =>
        T`Vĩ độ ${int(8, 22)}.${dig(5)} kinh độ ${int(103, 109)}.${dig(5)}, bão cấp ${int(8, 14)}, ${int(940, 1000)} hPa, ${int(10, 25)} km/h`,
      () =>
        T`Vàng ${int(70, 90)}.${dig(3)}.000 – ${int(70, 95)}.${dig(3)}.000 | USD ${int(24, 25)}.${dig(3)} | EUR ${int(25, 28)}.${dig(3)},${dig(2)}`,
    ),
  2,
);
S('two-lang', () => T`Hotline/ホットライン: ${one(hot, fixI)}｜日本語: ${mobI()}`);
S('old-and-new-no', () =>
  one(
    () => T`Mã vùng Hà Nội đổi từ 04 sang 024, TP.HCM từ 08 sang 028 từ ${dDMY()}`,
    () => T`Cảnh giác các đầu số lạ: +224, +231, +252, +375, +881… không gọi lại`,
    () => T`Nhánh: 101 Kế toán – 102 Kho – 103 KD – 0 gặp tổng đài viên`,
  ),
);
