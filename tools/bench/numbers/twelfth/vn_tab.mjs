// Vietnam: tables. Each entry returns the runs of one table, rows interleaved.
import { int, pick, chance, dig, nz, one, maybe, F, T, pad0, tm, tms, dISO, dDMY, dBirth, epoch, table } from './kit.mjs';
import { mob, mobB, mobG, mobI, mob84, mobTight, mobIn, fix, fixStyle, hot, fixE, rem, colStyle, strippedZero, AREAS, blank, phone } from './vn_num.mjs';
import { N, col } from './tables.mjs';
import { nm, ten, st, dv, amt, mst, mstB, cccd, cmnd, stk, awb, oid, cv, mail, plate, bhyt, bhxh, rieng } from './vn_words.mjs';
import { intl } from './intl.mjs';

export const VT = [
  () =>
    table(N(), [
      col('t-khach-ma', 'Mã KH', () => F('KH00####')),
      phone('t-khach-sdt'),
      col('t-khach-chi', 'Tổng chi tiêu', () => amt(',')),
      col('t-khach-gan', 'Mua gần nhất', () => `${tm()} ${dDMY()}`),
    ]),
  () => {
    const s = colStyle();
    return table(N(), [
      col('t-don-ma', 'Đơn hàng', oid),
      col('t-don-khach', 'Khách hàng', () => T`${nm()}${pick(['\n', ' ', ' - '])}${s()}`),
      col('t-don-tien', 'Thành tiền', () => amt() + 'đ'),
      col('t-don-mvd', 'MVĐ', () => maybe(0.85, awb, 'chờ lấy')),
    ]);
  },
  () =>
    table(N(), [
      col('t-ns-cccd', pick(['CCCD/CMND', 'Số CCCD', 'CMTND']), () => one(cccd, cccd, cmnd)),
      phone('t-ns-dt', 0.03),
      col('t-ns-stk', 'Số TK', () => stk()),
      col('t-ns-bhxh', 'Mã số BHXH', bhxh),
    ]),
  () => {
    const a = fixStyle(),
      b = fixStyle();
    return table(N(), [
      col('t-ncc-mst', 'Mã số thuế', () => (chance(0.2) ? mstB() : mst())),
      col(
        't-ncc-dt',
        'Điện thoại',
        blank(0.1)(() => one(a, a, a, mobB, () => rem(0))),
      ),
      col('t-ncc-fax', 'Fax', blank(0.4)(b)),
      col('t-ncc-ma', 'Mã NCC', () => F('1000####')),
    ]);
  },
  () =>
    table(N(), [
      col('t-cdr-tg', 'Thời gian', () => `${dDMY()} ${tms()}`),
      col('t-cdr-goi', 'Số gọi', () =>
        one(
          () => F('10#'),
          mobB,
          () => fix('028'),
        ),
      ),
      col('t-cdr-nhan', 'Số nhận', () => one(mobB, mobB, mob84, () => F('20#'))),
      col('t-cdr-id', 'Uniqueid', () => `${epoch()}.${dig(5)}`),
    ]),
  () => {
    const s = colStyle();
    return table(N(), [
      col('t-hs-ma', 'Mã học sinh', () => F('79########')),
      col('t-hs-ph', 'Liên hệ phụ huynh', () =>
        one(
          () => T`Mẹ: ${s()}`,
          () => T`Mẹ: ${s()}\nBố: ${s()}`,
          () => T`${s()} (${pick(['mẹ', 'bố', 'bà ngoại'])})`,
          () => T`${nm()} ${s()}`,
        ),
      ),
      col('t-hs-ns', 'Ngày sinh', dBirth),
    ]);
  },
  () =>
    table(N(), [
      col('t-bn-ma', 'Mã y tế', () => F('79###.##.######')),
      col('t-bn-bhyt', 'Số thẻ BHYT', bhyt),
      phone('t-bn-dt', 0.12),
      col('t-bn-phieu', 'Số phiếu', () => F('2########')),
    ]),
  () => {
    const s = colStyle();
    return table(N(), [
      col('t-gh-mvd', 'Mã bưu gửi', awb),
      col('t-gh-nhan', 'Người nhận', () => T`${nm()}, ${s()}, ${st()}`),
      col('t-gh-cod', 'COD', () =>
        one(
          () => '0',
          () => amt(),
        ),
      ),
    ]);
  },
  () =>
    table(N(), [
      col('t-nh-cif', 'CIF', () => dig(8)),
      col('t-nh-tk', 'TK thanh toán', stk),
      col('t-nh-gttt', 'GTTT', cccd),
      col('t-nh-sms', 'SĐT nhận SMS', () => one(mob84, mob84, mobB)),
    ]),
  () =>
    table(N(), [
      col('t-ks-xn', 'Mã xác nhận', () => F('3#########')),
      col(
        't-ks-phone',
        pick(['Phone', 'SĐT khách', 'Contact no.']),
        blank(0.08)(() =>
          one(
            () => intl(),
            () => intl(),
            () => intl(['KR', 'JP', 'CN', 'AU', 'GB']),
            mobI,
            mobB,
          ),
        ),
      ),
      col('t-ks-in', 'Check-in', dv),
      col('t-ks-gia', 'Giá (VND)', () => amt(',')),
    ]),
  () => {
    const a = fixStyle(),
      ar = pick(AREAS);
    return table(N(), [
      col('t-danhba-ten', undefined, () => `${pick(['UBND xã', 'Trạm Y tế', 'Công an xã', 'THCS'])} ${rieng()}`),
      col('t-danhba-so', undefined, () => a(ar)),
      col('t-danhba-dd', undefined, () => maybe(0.6, () => mobIn('dot433'), '')),
    ]);
  },
  () =>
    table(N(), [
      col('t-excel-stt', 'STT', (r, i) => String(i + 1)),
      col('t-excel-sdt', pick(['SĐT', 'Điện thoại', 'Số điện thoại']), () => (chance(0.8) ? strippedZero() : mobB())),
      col('t-excel-ma', 'Mã thẻ', () => nz(9)),
    ]),
  () =>
    table(N(), [
      col('t-xe-bks', 'BKS', plate),
      col('t-xe-chu', 'Chủ xe / ĐT', () => T`${nm()} ${pick(['/', '-', '\n'])} ${mobTight()}`),
      col('t-xe-sk', 'Số khung', () => F('RLHJF########') + dig(4)),
      col('t-xe-han', 'Hạn ĐK', dDMY),
    ]),
  () =>
    table(N(), [
      col('t-hdon-kh', 'Ký hiệu', () => F('1C24T@@')),
      col('t-hdon-so', 'Số HĐ', () => pad0(int(1, 99999), 8)),
      col('t-hdon-mst', 'MST người mua', () => one(mst, mst, mstB, '')),
      col('t-hdon-tien', 'Tiền trước thuế', () => amt()),
    ]),
  () =>
    table(N(), [
      col('t-sap-doc', 'Số CT', () => pick(['190000', '180000', '510564']) + dig(4)),
      col('t-sap-po', 'PO', () => F('45########')),
      col('t-sap-ref', 'Tham chiếu', () =>
        one(
          () => F('5#########'),
          () => F('00########'),
          cv,
        ),
      ),
      col('t-sap-amt', 'Số tiền', () => amt(',') + maybe(0.3, '-')),
    ]),
  () => {
    const kv = [
      ['Họ và tên', nm],
      ['Ngày sinh', dBirth],
      ['CCCD', cccd],
      ['Điện thoại', mobG],
      ['MST', mst],
      ['Email', mail],
      ['Số tài khoản', stk],
      ['ĐT cơ quan', fixE],
      ['Địa chỉ', st],
      ['Mã hồ sơ', () => F('H##.##-2#####-####')],
      ['Người thân', () => T`${nm()} – ${mobG()}`],
      ['Biển số', plate],
      ['Số BHYT', bhyt],
      ['Hotline', hot],
      ['Fax', fix],
      ['Ngày cấp', dDMY],
      ['Di động 2', mobI],
    ];
    return table(
      int(14, 17),
      [col('t-kv-ten', undefined, r => r.k[0]), col('t-kv-giatri', undefined, r => r.k[1]())],
      i => ({ k: kv[i % kv.length] }),
    );
  },
  () =>
    table(N(), [
      col('t-lh-mix', 'Liên hệ', () =>
        one(
          mail,
          () => T`Zalo ${mobTight()}`,
          mob,
          () => T`${ten()} ${mobB()}`,
          'inbox',
          () => T`${mail()}\n${mobTight()}`,
        ),
      ),
      col('t-lh-ngay', 'Ngày tạo', dISO),
      col('t-lh-id', 'ID', () => nz(10)),
    ]),
];
