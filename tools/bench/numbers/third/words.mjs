// Names, streets and firms of the people on the pages; all made up.
const NAMES = {
  VN: ['Nguyễn Thị Hạnh', 'Trần Quốc Bảo', 'Lê Minh Khôi', 'Phạm Thu Trang', 'Võ Hoàng Nam', 'Đặng Ngọc Ánh', 'Bùi Gia Huy', 'Đỗ Thanh Tâm', 'Hồ Mỹ Linh', 'Ngô Đức Thắng'],
  US: ['Megan Porter', 'Luis Ortega', 'Dana Whitfield', 'Tyrone Banks', 'Kelly Novak', 'Aaron Sloan'], GB: ['Gemma Hartley', 'Callum Reid', 'Priya Shah', 'Owen Davies'],
  DE: ['Jürgen Krause', 'Anke Vogel', 'Tobias Lindner', 'Sabine Hoff'], FR: ['Claire Marchand', 'Hugo Lefèvre', 'Inès Garnier', 'Paul Renaud'], JP: ['佐藤 健', '鈴木 美咲', '高橋 大輔', '渡辺 さくら'],
};
const FIRMS = {
  VN: ['Công ty TNHH Ánh Dương', 'CTCP Vận tải Bắc Nam', 'Nha khoa Hoa Mai', 'Nội thất Gỗ Việt 247', 'Cửa hàng Điện máy 24h', 'CTCP Thép 36'], US: ['Lakeside Dental LLC', '7 Oaks Roofing', 'Bluebird Logistics Inc.', 'Route 66 Diner'], GB: ['Hawthorn & Sons Ltd', 'Northgate Plumbing', '3 Rivers Lettings'],
  DE: ['Krause Metallbau GmbH', 'Bäckerei am Markt', 'Lindner & Hoff OHG'], FR: ['Boulangerie Marchand SARL', 'Garage des 4 Vents', 'Cabinet Renaud'], JP: ['株式会社みどり商事', '有限会社高橋工業', 'さくら歯科'],
};
/** `%` is 1 to 9, `#` any digit. */
const STREETS = {
  VN: ['%2/# Nguyễn Trãi, P. Bến Thành, Q.1, TP.HCM 700000', '%0# Lê Duẩn, Hải Châu, Đà Nẵng 550000', 'Số % ngõ %6# Cầu Giấy, Hà Nội', 'Tầng %#, tòa nhà 29T1, Hoàng Đạo Thúy, Hà Nội 1#####', 'Lô B%-1# KCN Sóng Thần 2, Dĩ An, Bình Dương', '%##/7#/% Cách Mạng Tháng 8, P.1#, Q.3'],
  US: ['%### N Lake Shore Dr, Apt %##, Chicago, IL 606##', '%# W 5th St, Suite %#00, Portland, OR 972##-####', 'PO Box %###, Austin, TX 787##'], GB: ['%# Hill Road, Leeds LS% #AB', 'Unit %, %## Mare Street, London E% #QE'], DE: ['Lindenstr. %#, 109## Berlin', 'Am Markt %, 506## Köln'],
  FR: ['%# rue des Lilas, 750## Paris', '%# bis avenue Foch, 6900% Lyon CEDEX 0%'], JP: ['〒150-#### 東京都渋谷区渋谷%-%#-%', '〒530-00## 大阪市北区梅田%-%-%'],
};
export const LANGS = { VN: 'vi', US: 'en', GB: 'en', DE: 'de', FR: 'fr', JP: 'ja' };
export const name = (random, country) => random.pick(NAMES[country]);
export const firm = (random, country) => random.pick(FIRMS[country]);
export const street = (random, country) => random.pick(STREETS[country]).replace(/[%#]/g, (it) => random.int(it === '#' ? 0 : 1, 9));
export const mail = (random) => `${random.pick(['contact', 'an.nguyen', 'm.porter', 'info', 'khoi1990', 'sales'])}${random.chance(0.3) ? random.digits(4) : ''}@${random.pick(['example.com', 'example.vn', 'mail.example.org'])}`;
