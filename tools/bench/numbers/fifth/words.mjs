// Names, streets, companies and labels for the pages, by country.
export const WORDS = {
  VN: {
    people: ['Nguyễn Thị Hạnh', 'Trần Quốc Bảo', 'Lê Minh Khôi', 'Phạm Thuỳ Dương', 'Đỗ Văn Hậu', 'Vũ Ngọc Lan', 'Bùi Thanh Sơn', 'Hoàng Gia Huy', 'Đặng Mỹ Linh', 'Ngô Tuấn Kiệt', 'chị Hà', 'anh Tú', 'C. Vân', 'A. Phong'],
    firms: ['Công ty TNHH TM DV An Phát', 'CTCP Vận tải Sao Mai', 'HTX Rau sạch Mộc Châu', 'Nhà xe Hoàng Long', 'Phòng khám Đa khoa Tâm Đức', 'Trung tâm Anh ngữ Bright', 'Cửa hàng điện máy Hoà Bình', 'Chi nhánh Bình Dương'],
    streets: ['125 Nguyễn Trãi, P. Bến Thành, Q.1', 'Số 8 ngõ 42 Trần Duy Hưng, Cầu Giấy', '372/15 Cách Mạng Tháng 8, P.10, Q.3', 'Lô B2-07 KCN Tân Bình', 'Km 9 QL1A, Hoàng Mai', 'Tầng 12A toà Discovery, 302 Cầu Giấy'],
    goods: ['Nồi chiên 5.5L', 'Áo khoác gió size XL', 'Máy lọc nước RO 10 lõi', 'Sữa hạt 180ml x 24', 'Bàn học 120x60', 'Ốp lưng iPhone 15'],
    phone: ['Điện thoại', 'SĐT', 'ĐT', 'Số điện thoại', 'Di động', 'Hotline', 'Tel', 'Zalo', 'Liên hệ'],
    column: ['Số điện thoại', 'SĐT khách', 'ĐT người nhận', 'Điện thoại', 'Liên hệ', 'Phone'],
    fax: 'Fax', order: ['Mã đơn', 'Mã ĐH', 'Số đơn hàng'], tracking: 'Mã vận đơn', date: ['Ngày tạo', 'Ngày đặt', 'Cập nhật'], total: ['Tổng tiền', 'Thành tiền', 'COD'], account: 'Số tài khoản', tax: 'MST', customer: 'Mã KH', product: 'Mã SP', size: 'Kích thước', share: 'Tỷ lệ', time: 'Thời lượng', from: 'Số gọi đến', to: 'Số gọi đi', post: 'Mã bưu chính', id: 'CCCD',
  },
  US: {
    people: ['Karen Whitfield', 'Marcus Odom', 'Priya Raman', 'Luis Ortega', 'Dana Kowalski', 'Tom Beckett', 'Alicia Grant', 'Jamal Peters', 'Erin O’Neill', 'Grace Liu'],
    firms: ['Harbor Freight Lines LLC', 'Cedar Dental Group', 'Bluebird Roofing', 'Northside Realty', 'Summit HVAC Inc.', 'Pine & Oak Law, PLLC', 'Lakeview Animal Clinic', 'Coastal Title Co.'],
    streets: ['4820 N Lamar Blvd, Ste 210', '17 W 45th St Fl 3', '1600 Pearl Street', 'PO Box 30412', '2207 SE Hawthorne Blvd', '901 Route 9 South'],
    goods: ['3/4" PEX tubing', 'LED panel 2x4', 'Toner CF258A', 'Size 10.5 boots', 'M8 hex bolts (100)', 'Dog food 40 lb'],
    phone: ['Phone', 'Tel', 'Mobile', 'Cell', 'Office', 'Direct', 'Call', 'Toll-free', 'Ph', 'T'],
    column: ['Phone', 'Phone Number', 'Mobile', 'Contact #', 'Ship-to phone', 'Business Phone'],
    fax: 'Fax', order: ['Order', 'Order #', 'Order ID'], tracking: 'Tracking #', date: ['Created', 'Order date', 'Last updated'], total: ['Total', 'Amount', 'Balance due'], account: 'Account number', tax: 'EIN', customer: 'Customer ID', product: 'SKU', size: 'Dimensions', share: 'Probability', time: 'Duration', from: 'From', to: 'To', post: 'ZIP', id: 'License #',
  },
  DE: {
    people: ['Sabine Krüger', 'Jonas Weber', 'Herr Dr. Lindner', 'Frau Schäfer'], firms: ['Möbelhaus Brandt GmbH', 'Zahnarztpraxis am Markt', 'Elektro Vogt KG'], streets: ['Lindenstr. 14, 10969 Berlin', 'Am Hafen 3a, 20457 Hamburg'], goods: ['Schreibtisch 160x80', 'Kabeltrommel 25m'],
    phone: ['Tel.', 'Telefon', 'Mobil', 'Fon', 'Tel', 'Rufnummer'], column: ['Telefon', 'Rufnummer', 'Tel. privat'], fax: 'Fax', order: ['Auftrag', 'Bestellnummer'], tracking: 'Sendungsnr.', date: ['Datum', 'Bestellt am'], total: ['Betrag', 'Summe'], account: 'Kontonummer', tax: 'USt-IdNr.', customer: 'Kundennr.', product: 'Artikelnr.', size: 'Maße', share: 'Anteil', time: 'Dauer', from: 'Von', to: 'An', post: 'PLZ', id: 'Personalnr.',
  },
  FR: {
    people: ['Claire Fontaine', 'Mathieu Roussel', 'Mme Lefèvre', 'M. Garnier'], firms: ['Boulangerie Au Bon Grain', 'SARL Transports Morel', 'Cabinet Petit & Associés'], streets: ['12 bis rue des Lilas, 75011 Paris', '3 avenue Foch, 69006 Lyon'], goods: ['Lot de 6 verres 33 cl', 'Chaise pliante'],
    phone: ['Tél', 'Tél.', 'Téléphone', 'Portable', 'Mob.', 'Standard'], column: ['Téléphone', 'Portable', 'N° de tél.'], fax: 'Fax', order: ['Commande', 'N° de commande'], tracking: 'N° de suivi', date: ['Date', 'Créée le'], total: ['Montant', 'Total TTC'], account: 'N° de compte', tax: 'SIRET', customer: 'N° client', product: 'Réf.', size: 'Dimensions', share: 'Part', time: 'Durée', from: 'De', to: 'À', post: 'Code postal', id: 'Matricule',
  },
  JP: {
    people: ['佐藤 美咲', '高橋 健', '田中 様', '中村 由紀'], firms: ['株式会社あおば商事', 'みどり歯科医院', '有限会社北浜運送'], streets: ['東京都渋谷区神宮前3-14-8', '大阪市北区梅田2-5-25 5F'], goods: ['電気ケトル 0.8L', '収納ボックス 3個組'],
    phone: ['電話', 'TEL', '携帯', '電話番号', 'お問い合わせ', '代表'], column: ['電話番号', '携帯', '連絡先'], fax: 'FAX', order: ['注文番号', '受注番号'], tracking: '伝票番号', date: ['登録日', '注文日'], total: ['合計', '金額'], account: '口座番号', tax: '法人番号', customer: '顧客番号', product: '品番', size: 'サイズ', share: '確度', time: '通話時間', from: '発信', to: '着信', post: '郵便番号', id: '社員番号',
  },
};
WORDS.GB = {
  ...WORDS.US, people: ['Oliver Hughes', 'Fiona Campbell', 'Mrs Patel', 'Gareth Price'], firms: ['Thornbury Plumbing Ltd', 'Kingsway Lettings', 'The Old Mill Inn'], streets: ['22 Station Road, Leeds LS1 4DY', 'Unit 5, Mill Lane, Reading RG1 8BW'],
  phone: ['Tel', 'Telephone', 'Mobile', 'Call us', 'Office', 'Mob'], column: ['Telephone', 'Mobile', 'Contact no.'], tax: 'VAT No', post: 'Postcode', id: 'NI number',
};
