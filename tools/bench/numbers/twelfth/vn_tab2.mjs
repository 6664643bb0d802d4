// Vietnam: tables. (second half) Each entry returns the runs of one table, rows interleaved.
import { int, pick, dig, nz, one, maybe, F, T, pad0, tm, dISO, dDMY, dBirth, geo, ip, mac, uuid, imei, ean, epoch, noAcc, up, table } from './kit.mjs';
import { mobB, mobG, mobI, mob84, mobTight, fix, fixI, hot, withExt, fixE, seqSame, colStyle, HP, blank } from './vn_num.mjs';
import { N, col } from './tables.mjs';
import { nm, nmU, ten, anh, vnd, amt, mst, cccd, stk, oid, sku, serial, BANKS, GIO } from './vn_words.mjs';
import { intl } from './intl.mjs';

export const VT2 = [
  () =>
    table(N(), [
      col('t-en-no', 'No.', (r, i) => pad0(i + 1, 2)),
      col('t-en-contact', 'Contact No.', () => one(mobI, mobI, fixI, () => withExt(fixI()))),
      col('t-en-tax', 'Tax code', mst),
      col('t-en-remark', 'Remarks', () =>
        one(
          '',
          () => `PO ${F('45########')}`,
          () => `ETD ${dISO()}`,
          () => `${int(1, 90)} ctns / ${int(100, 999)} kg`,
        ),
      ),
    ]),
  () =>
    table(N(), [
      col('t-kho-sku', 'Mã hàng', sku),
      col('t-kho-vach', 'Mã vạch', () => ean('893')),
      col('t-kho-gia', 'Giá bán', () => amt(pick([',', '.']))),
      col('t-kho-ton', 'Tồn kho', () => String(int(-5, 900))),
    ]),
  () =>
    table(N(), [
      col('t-net-ip', 'IP', ip),
      col('t-net-mac', 'MAC', mac),
      col('t-net-ts', 'Timestamp', () => epoch() + maybe(0.5, () => dig(3))),
      col('t-net-id', 'Session', () => one(uuid, () => nz(10))),
    ]),
  () =>
    table(N(), [
      col('t-bds-ma', 'Mã tin', () => F('4#######')),
      col('t-bds-dt', 'DT', () => `${int(30, 200)}m² (${int(4, 9)}x${int(10, 25)})`),
      col('t-bds-gia', 'Giá', vnd),
      col('t-bds-lh', 'LH', () =>
        one(
          mobTight,
          () => T`${ten()} ${mobTight()}`,
          () => seqSame(2),
        ),
      ),
    ]),
  () =>
    table(N(), [
      col('t-ch-toado', 'Tọa độ', () => geo(10, 106)),
      col('t-ch-hotline', 'Hotline CH', () => one(hot, fix, fix, fixE)),
      col('t-ch-gio', 'Giờ mở cửa', GIO),
    ]),
  () =>
    table(N(), [
      col('t-dien-ma', 'Mã KH', () => F('PE0#0#0#######')),
      col('t-dien-so', 'Chỉ số', () => dig(5)),
      col('t-dien-serial', 'Số công tơ', () => nz(10)),
      col('t-dien-tien', 'Tiền', () => amt()),
    ]),
  () =>
    table(N(), [
      col('t-thi-sbd', 'SBD', () => '02' + dig(6)),
      col('t-thi-cccd', 'Số CCCD', cccd),
      col('t-thi-diem', 'Điểm', () => `${int(3, 9)}.${pick(['0', '25', '5', '75'])}`),
    ]),
  () =>
    table(N(), [
      col('t-hl-bank', 'Ngân hàng', () => pick(BANKS)),
      col('t-hl-so', 'Hotline', () =>
        one(
          hot,
          hot,
          hot,
          () => T`${hot()} / ${fixI()}`,
          () => T`${hot()} hoặc ${fix()}`,
        ),
      ),
      col('t-hl-swift', 'SWIFT', () => F('@@@@VNVX###')),
    ]),
  () => {
    const s = colStyle();
    return table(N(), [
      col('t-gc-dt', HP(), () =>
        one(
          s,
          s,
          s,
          () => T`${s()} (${pick(['vợ', 'con', 'cty', 'sai số'])})`,
          () => T`${s()}, ${s()}`,
          () => T`${s()} gọi sau ${int(14, 20)}h`,
          'sai số',
          'thuê bao',
          () => `gọi lại ${tm()} ${dDMY()}`,
        ),
      ),
      col('t-gc-kq', 'Kết quả', () =>
        one(
          'KNM',
          () => `Hẹn ${dDMY()}`,
          () => `L${int(1, 8)} - ${int(10, 90)}%`,
          () => `Chốt ${amt()}`,
        ),
      ),
      col('t-gc-nv', 'NV', () => F('TLS0##')),
    ]);
  },
  () =>
    table(N(), [
      col('t-dsq-nuoc', 'Nước', () => pick(['CH Séc', 'Đức', 'Nhật Bản', 'Hàn Quốc', 'Úc', 'Nga', 'Lào', 'Thái Lan'])),
      col('t-dsq-dt', 'Điện thoại', () =>
        one(
          () => intl(),
          () => T`${intl()}; ${intl()}`,
        ),
      ),
      col('t-dsq-mui', 'Múi giờ', () => `GMT+${int(1, 11)}:${pick(['00', '30'])}`),
    ]),
  () =>
    table(N(), [
      col('t-pb-le', 'Máy lẻ', () => F('%##')),
      col(
        't-pb-tt',
        'Số trực tiếp',
        blank(0.2)(() => fix('024')),
      ),
      col('t-pb-dd', 'Di động', blank(0.1)(mobG)),
      col('t-pb-phong', 'Phòng', () => F('A-%0#')),
    ]),
  () =>
    table(N(), [
      col('t-tb-msisdn', 'MSISDN', mob84),
      col('t-tb-iccid', 'ICCID', () => '898404' + dig(13)),
      col('t-tb-imsi', 'IMSI', () => '45204' + dig(10)),
      col('t-tb-goi', 'Gói', () => F('@@##0')),
    ]),
  () =>
    table(N(), [
      col('t-sim-so', 'Số sim', () => mobG()),
      col('t-sim-gia', 'Giá', () => amt('.') + ' ₫'),
      col('t-sim-diem', 'Tổng nút', () => String(int(20, 81))),
    ]),
  () =>
    table(N(), [
      col('t-gd-ref', 'Số tham chiếu', () => F('FT2#############')),
      col('t-gd-no', 'Ghi nợ', () => one('', () => amt(','))),
      col('t-gd-tk', 'TK đối ứng', stk),
      col('t-gd-nd', 'Diễn giải', () => noAcc(T`${one(oid, () => F('MBVCB.%#########'))} ${nmU()} chuyen tien`)),
    ]),
  () =>
    table(N(), [
      col('t-ov-dk', 'THÔNG TIN', () =>
        up(noAcc(T`${nm()} - ${pick(['DT', 'SDT', 'TEL'])}: ${mobTight()} - NS ${dBirth()}`)),
      ),
      col('t-ov-hc', 'PASSPORT', () => F('@########')),
      col('t-ov-ve', 'Số vé', () => `738 24${dig(8)}`),
    ]),
  () =>
    table(N(), [
      col('t-bl-imei', 'IMEI', imei),
      col('t-bl-sn', 'S/N', serial),
      col('t-bl-kh', 'Khách', () =>
        one(
          () => T`${ten()} ${mobB()}`,
          () => T`${anh()} - ${mobTight()}`,
          nm,
        ),
      ),
      col('t-bl-ngay', 'Ngày nhận', dDMY),
    ]),
  () =>
    table(N(), [
      col('t-nhap-so', 'Số phiếu', () => F('PN##0#-####')),
      col('t-nhap-hd', 'Số hóa đơn', () => dig(7)),
      col('t-nhap-han', 'Thời hạn', () => `${dDMY()} - ${dDMY()}`),
      col('t-nhap-sl', 'SL x ĐG', () => `${int(1, 900)} x ${amt()}`),
    ]),
];
