// Short texts as a customer's record holds them: notes of calls, signatures, chat lines, the feet of
// invoices, delivery instructions. `{p}` is a phone number, `{m}` a mobile, `{f}` a fixed line, `{h}`
// a hotline, `{x}` one with an extension; the other names are things of distractors.mjs; `{who}` a name.

const VN = [
  // notes of calls
  'Gọi lại {p} lúc {time} ngày {date}, khách hỏi {order}, đã báo giá {price}.',
  'KH không nghe máy {m}, nhắn Zalo rồi. {customer}',
  '{time} - gọi {m}: bận. {time} - gọi {f}: gặp lễ tân, hẹn {date}.',
  'Anh {who} đổi số từ {m} sang {m}, nhờ cập nhật trên hệ thống trước {date}',
  'Khách gọi từ {p}. Nội dung: hỏi {invoice}, số tiền {price}, chưa nhận được {parcel}.',
  'đã chuyển máy cho chị {who} ({x}), khách chờ 3 phút 25 giây',
  'Log: {stamp} call_id={uuid} from {p} duration 184s codec opus {version}',
  // signatures
  '{who}\nTrưởng phòng kinh doanh\nM: {m} | T: {f}\n{tax}\nTầng 12, 72 Lê Thánh Tôn, Q.1, TP.HCM',
  'Trân trọng,\n{who}\nDĐ: {m}\nVP: {x}\nwww.congty.vn - Hotline {h}',
  '{who} – Kế toán trưởng – {p} – ketoan@congty.vn – {bank}',
  // chat lines
  '{m} nhé em',
  'số c là {m}, ck vào {bank} giúp c {price} nha',
  'Zalo {m}, địa chỉ 12/4 Nguyễn Trãi, P.7, Q.5',
  'em ơi đơn {order} giao tới đâu rồi, gọi {m} giúp chị, {price} đúng ko',
  'ok a, {time} mai {date} em qua, có gì a alo {m} hoặc {m}',
  'mã OTP của bạn là 482915, hiệu lực 5 phút. Hỗ trợ: {h}',
  'ib {m} ({who}), giá {price}/thùng',
  'toạ độ kho: {place}, tới nơi gọi {m}',
  // the feet of invoices
  'Công ty TNHH Minh Phát | {tax} | ĐT: {f} | Fax: {f} | {bank} tại Vietcombank',
  '{invoice} ngày {date}. Tổng cộng: {price}. Mọi thắc mắc xin gọi {h} (1.000đ/phút).',
  'Tổng đài: {h} - Kỹ thuật: {h} - Bảo hành: {p}',
  '{tax}. Giấy phép số 0312/GP-BC cấp ngày {date}. Điện thoại {f}, {f}.',
  // delivery
  'Giao giờ hành chính, gọi trước {m}, thu hộ {price}, {parcel}',
  '{order} | {who} | {m} | 25 Trần Phú, Hải Châu, Đà Nẵng | COD {price}',
  'Người nhận: {who} {m}. Kiện 3/5, 12.5 kg, 40x30x25. {parcel}. Không gọi được thì gọi {m}',
  'Để ở bảo vệ, sảnh B, mã cửa 2580#. Sđt bảo vệ {p}',
  'kho báo thiếu {book}, ship bù {date}, liên hệ {x}',
];

const EN = [
  'Called {p} at {time} on {date}, left voicemail re {order}. Quote was {price}.',
  'Spoke with {who} on {p}; wants {invoice} resent. Card {card} declined.',
  '{stamp} inbound {p} -> queue 4, waited 00:03:25, ticket {uuid}',
  'No answer on {p}, tried {p} instead. Follow up {date}.',
  'Customer on {ip}, app {version}, callback {p} after {time}',
  'New mobile for {who} is {m} (old one {m} is dead)',
  '{who}\nAccount Executive\nO: {x}\nC: {m}\n1200 Main St, Suite 410',
  'Best,\n{who} | Senior Buyer | {p} | {tax}',
  '{who}, {p}, billing@example.com, {customer}',
  'Kind regards\n{who}\nDirect {f}\nSwitchboard {x}\n{tax}',
  'text me at {m}',
  '{m} is my cell, gate code is 4471',
  'can u call {p}? order {order} still not here, paid {price} on {date}',
  'sent {price} to {bank}, any trouble ring {p}',
  'conference line {p}, PIN 482 915#',
  'lol wrong number, it is {m} not {m}',
  'Remit {price} by {date}. {bank}. Questions? {h}',
  '{invoice} · {tax} · Toll free {h} · Local {f}',
  'Billing support {h}, Mon–Fri 9–5. Ref {order}. ISBN list: {book}; {book}.',
  'Total {price} due {date}. Payable to Acme Ltd, {bank}. Tel {f} Fax {f}',
  'Leave with neighbour at no. 14, ring {m}. {parcel}',
  'Deliver {date} between {time} and {time}; driver calls {m} on arrival. 3 pallets, 1250 kg',
  'Drop at {place}, gate phone {p}, {order}',
  '{parcel} – signature needed – recipient {who} {p}',
  '{who} {m} dock 7, {order}',
];

const DE = [
  'Rückruf unter {p} am {date} um {time} Uhr, Angebot {price}.',
  'Kunde {customer} erreicht unter {m}, {invoice} bezahlt.',
  'Nicht erreicht: {f}. Zweiter Versuch {time}: {m}. {order}',
  'Mit freundlichen Grüßen\n{who}\nTel.: {f}\nFax: {f}\nMobil: {m}\n{tax}',
  '{who} | Einkauf | {x} | HRB 123456 | {tax}',
  'ruf mich an {m}',
  'Überweise {price} auf {bank}, bei Fragen {p}',
  '{tax} · {bank} · Tel. {f} · Amtsgericht München HRB 214365',
  'Zahlbar bis {date}, {price}. Servicenummer {h}. {invoice}',
  'Paket {parcel} beim Nachbarn abgeben, Tel. {m}',
  'Anlieferung {date}, Rampe 4, Ansprechpartner {who} {p}, 12 Paletten à 850 kg',
];

const FR = [
  'Rappeler le {p} le {date} à {time}, devis {price}.',
  'Pas de réponse au {p}. {order}, client {customer}.',
  'Cordialement,\n{who}\nTél. : {f}\nPort. : {m}\n{tax}',
  '{who} – Achats – {x} – {tax}',
  'appelle moi au {m}',
  'virement de {price} sur {bank}, mon numéro {m}',
  '{tax} – {bank} – Tél {f} – Service client {h}',
  'Règlement avant le {date}, {price}. Contact {p}. {invoice}',
  'Livraison {date} entre {time} et {time}, code 45B12, tel {m}. {parcel}',
  'Laisser au gardien, {who}, {m}, {order}',
];

const JP = [
  '{date} {time} {p} へ折り返し。見積 {price}。',
  '{who}様 携帯 {m}、{order} の件で連絡あり。',
  '不在のため {f} に再度電話。{customer}',
  '{who}\n営業部\nTEL {f} FAX {f}\n携帯 {m}\n〒150-0002 東京都渋谷区渋谷2-21-1',
  '〒530-0001 大阪市北区梅田3-1-3 電話:{f} {tax}',
  '{m} です',
  '{invoice} 合計 {price} 支払期限 {date} お問い合わせ {h}',
  '{bank} 三井住友銀行 普通 {price} 電話 {p}',
  '{parcel} 再配達 {date} 18-20時 連絡先 {m}',
  '納品先 {place} 担当 {who} {x} {order}',
];

export const TEXTS = { VN, US: EN, GB: EN, DE, FR, JP };

export const NAMES = {
  VN: ['Nguyễn Văn An', 'Trần Thị Bích', 'Lê Quang Huy', 'Phạm Ngọc Lan', 'Võ Minh Tuấn', 'Đặng Thu Hà', 'Hoàng Anh', 'Bùi Thanh Sơn'],
  US: ['Emily Carter', 'James Ortiz', 'Olivia Nguyen', 'Mark Johnson', 'Dana Lee', 'Kevin Brooks'],
  GB: ['Oliver Hughes', 'Amelia Clarke', 'Harry Patel', 'Sophie Turner', 'Callum Reid'],
  DE: ['Jürgen Vogel', 'Anna Schäfer', 'Lukas Braun', 'Katrin Wolff', 'Stefan Maier'],
  FR: ['Camille Laurent', 'Hugo Moreau', 'Léa Fontaine', 'Julien Mercier', 'Manon Girard'],
  JP: ['佐藤 健', '鈴木 美咲', '高橋 翔太', '田中 裕子', '伊藤 直樹'],
};
export const STREETS = {
  VN: ['72 Lê Thánh Tôn, Quận 1, TP.HCM', 'Số 15 Duy Tân, Cầu Giấy, Hà Nội', '120/5 Cách Mạng Tháng 8, Q.3'],
  US: ['1200 Main St, Suite 410, Austin, TX 78701', '85 Broad Street, New York, NY 10004'],
  GB: ['221 Baker Street, London NW1 6XE', 'Unit 4, 18 Mill Lane, Leeds LS1 4AP'],
  DE: ['Leopoldstraße 154, 80804 München', 'Torstr. 49, 10119 Berlin'],
  FR: ['14 rue de Rivoli, 75004 Paris', '27 avenue Jean Jaurès, 69007 Lyon'],
  JP: ['〒100-0005 東京都千代田区丸の内1-9-2', '〒460-0008 名古屋市中区栄3-5-12'],
};
/** What people put before a number in its cell. */
export const LEADS = {
  VN: ['ĐT: ', 'SĐT: ', 'Tel: ', 'Hotline: ', 'Zalo ', 'DĐ '],
  US: ['Tel: ', 'Phone: ', 'Cell ', 'Work: ', 'Fax '],
  GB: ['Tel: ', 'Mob: ', 'T: ', 'Fax: '],
  DE: ['Tel. ', 'Mobil: ', 'Fax: ', 'Telefon '],
  FR: ['Tél : ', 'Port. ', 'Tél. ', 'Fax : '],
  JP: ['TEL: ', '電話 ', '携帯: ', 'FAX '],
};
