// Vietnam, part D: mostly digit traps, plus odd positives
import {
  int, pick, dig, nz, one, maybe, F, T, times, registry, pad0, grp, tm, tms, ymd, Y, dISO, dDMY, dBirth, geo, ip, mac, uuid, sha, imei,
  card, ean, isbn, iban, epoch, DOI, noAcc, up,
} from './kit.mjs';
import { mob, mobB, mobG, mobTight, fix } from './vn_num.mjs';
import {
  nm, nmU, ten, st, co, vnd, amt, mst, mstB, cccd, cmnd, stk, awb, oid, hd, sku, serial, plate, bhyt, bhxh, BANKS, TINH, GIO, mail,
} from './vn_words.mjs';
export const D = registry();
const S = D.S;

S(
  'd-price',
  () =>
    one(
      () => T`${vnd()}${pick([' ', '\n', ' – '])}${vnd()} -${int(5, 70)}%`,
      () => T`Giá: ${amt('.')} ~ ${amt('.')} đ`,
      () =>
        T`USD ${grp(int(1000, 9999999), ',')}.${dig(2)} / EUR ${grp(int(1000, 99999), '.')},${dig(2)} / JPY ${grp(int(10000, 9999999), ',')}`,
      () => T`${grp(int(100000000, 999999999), ' ')} đồng (bằng chữ: ...)`,
      () => T`Tổng 0${int(2, 9)} hạng mục: ${amt()} + ${amt()} = ${amt()}`,
      () => T`${int(100, 999)}.${dig(3)}.${dig(3)} x ${int(2, 12)} kỳ`,
    ),
  2,
);
S(
  'd-order',
  () =>
    T`${one(
      () =>
        `${pick(['Đơn hàng', 'Mã đơn', 'Mã đơn hàng', 'Order', 'Đơn số', 'MÃ ĐH'])}${pick([' ', ': ', ' #', ' số '])}${one(
          oid,
          () => nz(10),
          () => ymd() + dig(6),
        )}`,
      () =>
        `${pick(['Mã đơn: ', 'Mã đơn hàng ', 'Đơn hàng số ', 'MÃ ĐH #', 'Mã giao dịch: '])}${'0' + pick(['3', '9', '8']) + dig(8)}`,
    )}${maybe(0.5, () => ` • ${dDMY()} ${tm()}`)}${maybe(0.4, () => ` • ${vnd()}`)}`,
  2,
);
S(
  'd-track',
  () =>
    T`${pick(['Mã vận đơn', 'MVĐ', 'Tracking', 'Bill', 'Mã bưu gửi', 'Vận đơn số'])}${pick([': ', ' ', ' – '])}${one(
      awb,
      awb,
      () => '1Z' + F('###*##########') + dig(2),
      () => F('#### #### ####'),
      () => F('JD01460#########'),
    )}`,
  2,
);
S(
  'd-id',
  () =>
    one(
      () => T`CCCD ${cccd()}${maybe(0.5, () => ` cấp ${dDMY()}`)}`,
      () => T`CMND: ${cmnd().replace(/(\d{3})(?=\d)/g, '$1 ')} - ${nm()}`,
      () => T`Số CCCD: ${cccd().replace(/(\d{3})(?=\d)/g, '$1 ')}`,
      () => T`Hộ chiếu số ${F('@#######')} ngày cấp ${dDMY()}`,
      () => T`ĐDCN ${cccd()}; BHYT ${bhyt()}; BHXH ${bhxh()}`,
    ),
  2,
);
S(
  'd-tax',
  () =>
    one(
      () => T`MST: ${mst()}`,
      () => T`Mã số thuế ${mstB()} – ${co()}`,
      () => T`Tax code: ${mst()}${maybe(0.4, () => ` / ${mstB()}`)}`,
      () => T`MST/CCCD: ${cccd()} – ${nm()}`,
      () => T`(MST ${mst()}, GPKD cấp lần đầu ${dDMY()}, thay đổi lần ${int(2, 12)} ngày ${dDMY()})`,
    ),
  2,
);
S(
  'd-acct',
  () =>
    one(
      () => T`STK ${stk()} ${pick(BANKS)}`,
      () => T`${pick(BANKS)}: ${stk().replace(/(\d{4})(?=\d)/g, '$1 ')} – ${nmU()}`,
      () => T`Số tài khoản: ${stk().replace(/(\d{3})(?=\d)/g, '$1.')} tại ${pick(BANKS)} CN ${pick(TINH)}`,
      () => T`Thẻ ${card(pick([' ', '-', '']))}`,
      () => T`IBAN ${iban()} SWIFT ${F('@@@@')}VNVX`,
      () => T`Chủ TK: ${nmU()}\nSTK: ${stk()}\nNgân hàng: ${pick(BANKS)}\nNội dung: ${F('DH######')}`,
    ),
  2,
);
S('d-geo', () =>
  one(
    () =>
      T`${pick(['Tọa độ', 'GPS', 'Vị trí', 'VN2000'])}: ${one(
        () => geo(10, 106),
        () => geo(21, 105),
        () => `X=${int(1100000, 2300000)}.${dig(3)} Y=${int(500000, 600000)}.${dig(3)}`,
      )}`,
    () => T`10°${int(10, 59)}'${int(10, 59)}.${dig(1)}"N 106°${int(10, 59)}'${int(10, 59)}.${dig(1)}"E`,
  ),
);
S('d-net', () =>
  one(
    () =>
      T`${ip()} - - [${int(1, 28)}/May/${Y()}:${tms()} +0700] "GET /api/v${int(1, 3)}/${dig(6)} HTTP/1.1" 200 ${dig(4)}`,
    () => T`MAC ${mac()} IP ${ip()}/24 GW ${ip()} VLAN ${int(1, 4000)}`,
    () => T`ONT SN ${F('HWTC^^^^^^^^')} Rx -${int(12, 27)}.${dig(2)} dBm, uptime ${int(1, 90)}d ${tms()}`,
    () => T`commit ${sha(40)}\nDate: ${dISO()} ${tms()} +0700`,
    () => T`trace ${uuid()} ${epoch()}${dig(3)} ${int(1, 900)}ms`,
  ),
);
S(
  'd-dates',
  () =>
    one(
      () => T`${dDMY()} - ${dDMY()}`,
      () => T`Từ ${tm()} ${dDMY('.')} đến ${tm()} ${dDMY('.')}`,
      () => T`${ymd()}${tms().replace(/:/g, '')}`,
      () => T`${dISO()}T${tms()}.${dig(3)}+07:00`,
      () => T`NS: ${dBirth()}  NS: ${dBirth()}  (${int(18, 70)} tuổi)`,
      () => T`Niên khóa 20${int(10, 22)}-20${int(23, 27)}; khóa ${int(40, 70)}; 19${int(50, 99)}-20${int(10, 24)}`,
      () => T`Giờ mở cửa: ${GIO()}, CN nghỉ; ${int(1, 28)}.${int(1, 12)}.${Y()}`,
    ),
  2,
);
S('d-dim', () =>
  one(
    () => T`${int(100, 3000)} x ${int(100, 3000)} x ${int(10, 900)} mm`,
    () => T`Thép D${int(10, 32)} L=11,7m ${int(10, 900)} cây ${grp(int(1000, 90000), '.')} kg`,
    () => T`1920x1080 • 16:9 • 60fps • ${int(1, 40)}:${int(10, 59)} • ${int(10, 900)},${int(1, 9)} MB`,
    () => T`Tỷ lệ 1/500 – 1:${grp(int(1, 25) * 1000, '.')} – ${int(1, 99)},${dig(2)}%`,
    () =>
      T`Pin ${pick([5000, 4500, 10000])}mAh ${int(18, 67)}W, ${int(4, 12)}GB/${pick([128, 256])}GB, ${int(5, 7)}.${int(1, 9)}" ${int(60, 144)}Hz`,
  ),
);
S(
  'd-code',
  () =>
    one(
      () => T`SKU: ${sku()} | Barcode: ${ean('893')} | Tồn: ${int(0, 900)}`,
      () => T`ISBN ${isbn()}`,
      () => T`Mã SP ${sku()} – Lô ${F('L######')} – HSD ${dDMY()} – NSX ${dDMY()}`,
      () => T`Serial ${serial()} • Model ${F('@@-####@')} • IMEI ${imei()}`,
      () => T`doi:${DOI()}`,
      () => T`QR: 00020101021238${dig(12)}A00000072701${dig(10)}5303704`,
      () => T`Mã thẻ cào: ${F('##### ##### #####')} Serial: ${F('1000#########')}`,
      () => T`TCVN ${dig(4)}:20${int(10, 23)} • ISO 9001:2015 • QCVN 16:20${int(17, 23)}/BXD • HS 3926.90.99`,
    ),
  2,
);
S('d-case', () =>
  one(
    () => T`Hợp đồng ${hd()} ký ngày ${dDMY()}, PL ${pad0(int(1, 9), 2)}`,
    () => T`Bản án số ${int(1, 400)}/${Y()}/HS-ST ngày ${dDMY()}; thụ lý ${int(1, 400)}/${Y()}/TLST-DS`,
    () => T`Phiếu tiếp nhận ${F('####-###-######')} – bộ phận 1 cửa – số thứ tự ${F('@###')} – quầy ${int(1, 20)}`,
    () => T`Mã KH: ${F('00########')} • kỳ ${pad0(int(1, 12), 2)}/${Y()} • số HĐ ${dig(7)}`,
    () => T`Số hợp đồng: ${F('10########')}; mã khoản vay ${F('LN##########')}; kỳ ${int(1, 36)}/36`,
  ),
);
S(
  'd-plate',
  () =>
    T`${pick(['Xe', 'BKS', 'Biển số', 'BSX'])} ${plate()}${maybe(0.5, () => ` – vào ${tms()} ${dDMY()} – thẻ ${dig(8)} – ${int(3, 50)}.000đ`)}`,
);
S('d-sum', () =>
  one(
    () =>
      T`${grp(int(1000, 9999), ' ')} ${grp(int(100, 999), ' ')} ${int(100, 999)}${pick([' m²', ' kg', ' lượt', ' cổ phiếu'])}`,
    () => T`= ${int(100, 999)} + ${int(100, 999)} + ${int(1000, 9999)} = ${int(1000, 9999)}`,
    () => T`Dãy số: ${times(6, () => dig(2)).join(' ')}`,
    () => T`Mật khẩu wifi: ${pick(['88888888', '66668888', '12345678', '1234567890'])}`,
    () => T`Nhiệt độ ${int(20, 40)},${dig(1)}°C ${int(40, 95)}% ${int(1000, 1020)} hPa ${int(1, 9)},${dig(1)} m/s`,
  ),
);
S('d-score', () =>
  one(
    () => T`ELO ${int(1200, 2800)} • ${int(10, 900)}W-${int(10, 900)}L-${int(0, 99)}D • ${int(40, 70)},${dig(1)}%`,
    () =>
      T`IELTS ${int(4, 8)}.5 (L ${int(4, 9)}.0 R ${int(4, 9)}.5 W ${int(4, 7)}.0 S ${int(4, 8)}.0) TRF ${F('##VN######@@@A###A')}`,
    () => T`1. ${nm()} 9,${dig(2)}  2. ${nm()} 9,${dig(2)}  3. ${nm()} 8,${dig(2)}`,
  ),
);
S(
  'd-trap-mix',
  () =>
    one(
      () => T`Đơn ${oid()} khách ${nm()} SĐT ${mobTight()} STK hoàn ${stk()} ${pick(BANKS)} tiền ${vnd()}`,
      () => T`MST ${mst()} – ĐT ${fix()} – TK ${stk()}`,
      () => T`CCCD ${cccd()}, điện thoại ${mobTight()}, BHXH ${bhxh()}`,
      () => T`${plate()} – ${nm()} – ${mobTight()} – GPLX ${F('79##########')}`,
      () => T`Serial ${serial()} IMEI ${imei()} KH ${mobB()} giá ${vnd()}`,
      () => T`${dDMY()} ${tms()} | ${awb()} | ${mobB()} | ${amt(',')}`,
    ),
  2,
);
S('d-caps', () => up(noAcc(T`lh ${mob()} gap ${ten()} - mien phi giao hang don tu ${int(200, 900)}k`)), 1);
S(
  'd-run-on',
  () =>
    one(
      () => T`Địa chỉ:${st()}Điện thoại:${mobTight()}Email:${mail()}`,
      () => T`SĐT${mobB()}Zalo${mobB()}`,
      () => T`${nm()}${'\t'}${mobTight()}${'\t'}${dBirth()}`,
      () => T`ĐT:${fix()}-DĐ:${mobIn2()}`,
    ),
  1,
);
const mobIn2 = () => {
  let p;
  do p = mobTight();
  while (/-/.test(p.text));
  return p;
};
S('d-empty', () =>
  one(
    'Chưa cập nhật số điện thoại',
    'SĐT: (trống)',
    'Điện thoại: —',
    'Hotline: đang cập nhật',
    'LH: inbox',
    () => `SĐT: ${pick(['xxxxxxxxxx', '0000000000', '...........', '09xxxxxxxx'])}`,
    () => `Số máy bàn: không có – tầng ${int(1, 20)}, P.${int(101, 2009)}`,
    () => `Quay số nội bộ: ${int(101, 899)} – ${pick(['Lễ tân', 'IT', 'Bảo vệ'])}`,
    () =>
      `Gói cước ${pick(['V120B', 'SD90', 'ST15K'])} – soạn DK ${pick(['V120B', 'SD90'])} gửi ${pick(['191', '290', '999', '9123'])}`,
  ),
);
S(
  'd-meter',
  () =>
    T`${pick(['Đồng hồ', 'Công tơ', 'Chỉ số'])} ${F('########')}: ${F('0####')} → ${F('0####')} (${int(5, 900)} ${pick(['kWh', 'm³'])})`,
);
S('d-lot', () =>
  one(
    () =>
      T`Vé số ${F('######')} đài ${pick(TINH)} mở ngày ${dDMY()} – G8 ${dig(2)} G7 ${dig(3)} G6 ${dig(4)} ${dig(4)} ${dig(4)} ĐB ${dig(6)}`,
    () => T`Lô ${F('LOT######')} Pallet ${F('P-####')} vị trí ${F('A##-##-##')} SL ${int(10, 900)}`,
  ),
);
S('d-version', () =>
  one(
    () => T`v${int(1, 20)}.${int(0, 20)}.${int(0, 99)} build ${F('20####.####')} (${dISO()})`,
    () => T`Driver 31.0.101.${int(2000, 5000)} – Windows 10.0.19045.${int(1000, 4999)} – BIOS F.${int(10, 60)}`,
    () => T`Điều ${int(1, 90)}.${int(1, 9)}.${int(1, 9)} / Khoản ${int(1, 9)} – trang ${int(1, 300)}-${int(301, 500)}`,
  ),
);
S('d-vip-sim', () =>
  one(
    () => T`Sim ${mobG()} giá ${vnd()} ${pick(['Viettel', 'Vina', 'Mobi'])}`,
    () => T`${mobG()}\t${amt('.')} ₫\tSim tam hoa\tMua ngay`,
    () => T`Sim ghép ${F('09xx.###.###')} giá từ ${vnd()}`,
  ),
);
