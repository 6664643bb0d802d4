// Cells of tables: one run each, with the header of the column.

const VN = [
  ['Họ tên', '{ho}'], ['SĐT', '{m}'], ['Số điện thoại', '{n}'], ['Điện thoại', '{n}'], ['Liên hệ', ['{n}', '{ho} - {m}', '{m} ({ten})', '{two}', '{mail}', '{s}']],
  ['ĐT phụ huynh', ['{mp}', '{two}', '{m}']], ['Di động', '{mg}'], ['Mobile', '{mi}'], ['Tel', ['{li}', '{x}', '{li}']], ['Máy lẻ', '{tail3}'], ['Hotline', ['{h}', '{n}']], ['Zalo', '{mp}'],
  ['Tài xế', ['{ten} {m}', '{ho}', '{ten} - {mp} - {plate}']], ['Ghi chú', ['gọi {m} trước {t}', 'cọc {k}', 'giao {t} {d}', 'KNM', 'đổi số {m}', '{num}%', 'thiếu {sl}', 'mã {don}', '']],
  ['Trực ca', ['{ten} – {m}', '{ten}', 'nghỉ']], ['Người nhận', ['{ho} {mp}', '{ho}\n{m}']], ['Thông tin KH', ['{ho}, {m}, {nha} {st}, {q}', '{ho} – {cccd} – {m}']], ['WhatsApp', ['{f}', '{mi}']],
  ['CCCD', '{cccd}'], ['MST', '{mst}'], ['Mã số thuế', '{mst}'], ['STK', '{stk}'], ['Số tài khoản', ['{stk}', '{stk}', '{stkp}']], ['Mã đơn', '{don}'], ['Mã vận đơn', '{mvd}'], ['Số BHXH', '{bhxh}'], ['Thành tiền', '{vnd}'], ['Đơn giá', '{amt}'],
  ['Ngày', '{d}'], ['Giờ', '{t}'], ['SL', '{num}'], ['Biển số', '{plate}'], ['Số HĐ', '{hd}'], ['Serial', '{sn}'], ['IMEI', '{imei}'], ['IP', '{ip}'], ['Thời gian', '{ts}'], ['Phòng', '{room}'], ['Kết quả', '{score}'], ['Mã KH', '{acc}'],
  ['Diện tích', '{size}'], ['Số GD', '{ft}'], ['ID', ['{epoch}', '{otp}{tail4}']], ['Barcode', '{bar}'], ['Số tiền', '{vnd}'], ['SĐT (ẩn)', '{mask}'], ['Tỷ lệ', '{pct}'], ['Địa chỉ', '{nha} {st}, {q}, {city}'], ['Mã lỗi', '{err}'],
];
const US = [
  ['Name', '{nm}'], ['Phone', '{p}'], ['Phone Number', '{p}'], ['Cell', '{pl}'], ['Contact', ['{p}', '{nm} {p}', '{mail}', '{x}', '{nm}', '{s}']], ['Mobile', '{pi}'], ['Office', ['{x}', '{pl}']], ['Toll-free', '{tf}'], ['Ext.', '{tail4}'],
  ['Emergency Contact', ['{nm} {p}', '{p}', '{fn} (wife) {pl}']], ['On-call', ['{fn} {p}', '{fn}', 'TBD']], ['Parent phone', ['{pl}', '{two}']], ['Notes', ['call {p} after {t}', 'paid {usd}', 'LVM {d}', 'new # {pl}', 'ref {conf}', '', 'gate code {otp}']], ['Vendor', ['{co} {tf}', '{co}']],
  ['Driver', ['{fn} {pl}', '{nm}']], ['WhatsApp', ['{f}', '{pi}']], ['Tel', '{p}'], ['Callback', '{p}'], ['Reached at', '{pl}'],
  ['Order #', '{ord}'], ['Tracking', '{trk}'], ['Account', '{acct}'], ['Acct No.', '{acct}'], ['Amount', '{usd}'], ['Date', '{d}'], ['Time', '{t}'], ['Qty', '{num}'], ['Ticket', '{tik}'], ['NPI', '{npi}'], ['EIN', '{ein}'], ['ZIP', '{zip}'], ['UPC', '{upc}'],
  ['Confirmation', '{conf}'], ['IP', '{ip}'], ['Timestamp', '{ts}'], ['Room', '{room}'], ['Score', '{score}'], ['Case No.', '{case}'], ['VIN', '{vin}'], ['Meeting ID', '{meet}'], ['Member ID', '{acct}'], ['Rate', '{pct}'], ['Size', '{size}'], ['Flight', '{fl}'],
  ['Epoch', '{epoch}'], ['Routing', '{rout}'], ['Caller ID', ['{mask}', 'Unknown', '{e}']], ['Address', '{addr}'], ['Error', '{err}'], ['ISBN', '{isbn}'],
];

/** Columns until there are about `count` cells: `[{ template, hint, column }]`. */
export function tableCells(random, page, count) {
  const kinds = page === 'vn' ? VN : US;
  const cells = [];
  let column = 1;
  while (cells.length < count) {
    const width = random.int(3, 5);
    const rows = random.int(3, 8);
    const picked = new Set();
    while (picked.size < width) picked.add(random.int(0, kinds.length - 1));
    for (const at of picked) {
      const [hint, content] = kinds[at];
      for (let row = 0; row < rows; row++) {
        const template = Array.isArray(content) ? random.pick(content) : content;
        if (template) cells.push({ template, hint, column });
      }
      column++;
    }
  }
  return cells.slice(0, count);
}
export const tableTemplates = VN.length + US.length;
