//! The words that stand in front of numbers, in several languages, and a table to look them up in.

use super::labels::Label;
use super::labels::Label::{Amount, Id, Other, Phone, Vague};

/// What a phrase in front of a number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Says what the number is.
    Says(Label),
    /// Says "number", and the words before it of what.
    Number,
    /// Means a phone, before that.
    Whose,
    /// Names a person or a firm to an office: what follows at once is that, in whatever groups.
    Identity,
    /// Opens something: what follows at once is no number, in whatever groups.
    Secret,
    /// The same for one bare group: keys are islands, passes are towns.
    Key,
    /// A policy's number follows where the word begins a field.
    Policy,
}

use Phrase::{Identity, Key, Number, Policy, Says, Secret, Whose};

// Folded: lower case, letters without their marks; in the order of their bytes.

/// Words in front of phone numbers.
#[rustfmt::skip]
const PHONE_WORDS: &[&str] = &[
    "alo", "ani", "anruf", "anrufen", "appel", "appeler", "appelez", "bam so", "bat may", "beeper",
    "bellen", "call", "call back", "call/zalo", "callback", "called", "callee", "caller",
    "caller id", "caller no", "callerid", "calling", "cell", "cell no", "cell number", "cell phone",
    "cell/text", "cellulare", "celular", "centralino", "chamar", "chiamaci", "chiamare", "cho so",
    "cli", "contact", "contact no", "contact number", "contactez", "cskh", "customer phone",
    "dau so", "dd", "desk phone", "di dong", "dial", "dial in", "dialed", "dialled", "did",
    "dien thoai", "dien thoai ban", "dien thoai di dong", "dien thoai lien he", "dien thoai so",
    "direct", "direct dial", "direct line", "dispatch", "dnis", "doi so", "dt", "dtdd", "duong day",
    "duong day nong", "durchwahl", "efax", "emergency contact", "ext", "fax", "fax no",
    "fax number", "faxnr", "fernsprecher", "festnetz", "fisso", "fixe", "fon", "front desk", "goi",
    "goi cho", "goi cho anh", "goi cho chi", "goi cho em", "goi den", "goi lai", "goi ngay",
    "goi no", "goi so", "goi toi", "goi toi so", "goi tu", "goi vao", "good number", "gsm",
    "gui den", "gui den so", "gui ve so", "handy", "handynr", "handynummer", "help line",
    "helpline", "ho tro", "home phone", "hot line", "hotline", "hotline no", "hotline/zalo", "hp",
    "ib", "ice", "inbound", "inbox zalo", "incoming call", "joignable au", "joindre", "kontakt",
    "kontaktnummer", "landline", "lay so", "lh", "lien he", "lien lac", "ligar", "ligue", "line",
    "llamar", "lvm", "main number", "may ban", "may co dinh", "missed call", "mob", "mob no",
    "mobiel", "mobil", "mobile", "mobile no", "mobile number", "mobile phone", "mobile/whatsapp",
    "mobilfunk", "mobilnr", "mobilnummer", "mobiltelefon", "movil", "msisdn", "nebenstelle",
    "nghe may", "nhan tin", "notfallnummer", "notruf", "numero de portable", "numero de telephone",
    "office", "otp gui den", "otp gui ve", "outgoing call", "pager", "ph", "ph no", "phone",
    "phone call", "phone no", "phone number", "phone/zalo", "phones", "portable", "quay so",
    "rappeler", "reach me", "reach us", "recapiti", "recapito", "reception", "ring", "ruckruf",
    "rueckruf", "rufnr", "rufnummer", "sdt", "sdt nhan otp", "sdthoai", "service client",
    "service hotline", "servicenummer", "sim", "sms", "so ban", "so chinh", "so co dinh",
    "so co quan", "so cu", "so di dong", "so dien thoai", "so dt", "so hotline", "so khac",
    "so lien he", "so lien lac", "so may", "so moi", "so nay", "so nha rieng", "so nhan otp",
    "so nong", "so phu", "so sim", "so thue bao", "so zalo", "switchboard", "t/f", "tdd", "tel",
    "tel fax", "tel fixe", "tel mobile", "tel no", "tel nr", "tel number", "tel/fax", "telecopie",
    "telefax", "telefon", "telefone", "telefones", "telefonnr", "telefonnummer", "telefono",
    "telefonos", "telefoon", "telefoonnr", "telefoonnummer", "telegram", "telemovel", "telephone",
    "telephone no", "telephones", "text", "texted", "tfno", "thue bao", "tlf", "tlfn", "toll free",
    "tollfree", "tong dai", "tty", "tu van", "viber", "vm", "voice mail", "voicemail", "whats app",
    "whatsapp", "whatsapp no", "work phone", "xin so", "zalo", "zalo/viber", "zentrale",
];

/// Words in front of numbers that nobody calls.
#[rustfmt::skip]
const OTHER_WORDS: &[&str] = &[
    "a/c", "account", "account id", "aktenzeichen", "article", "artikelnummer", "asset", "auftrag",
    "auftragsnummer", "awb", "az", "barcode", "batch", "bestellnummer", "bestellung", "bhxh",
    "bhyt", "bic", "bien lai", "bien so", "bill", "bill no", "bin", "booking", "booking no", "bsb",
    "btw", "build", "buu kien", "can cuoc", "card", "case", "case id", "case no", "case number",
    "check no", "check number", "checksum", "cheque", "chung minh", "cif", "claim", "client id",
    "cmt", "cnpj", "code", "codice fiscale", "colis", "commande", "commande no", "commit",
    "confirmation", "confirmation code", "confirmation no", "confirmation number", "contract",
    "contract no", "contract number", "coupon", "cpf", "curp", "cust id", "customer id",
    "customer no", "customer number", "dea", "device id", "dhl", "dinh danh", "dkkd", "dni", "doc",
    "docket", "don", "don hang", "don so", "dossier", "employee id", "epoch", "estimate", "facture",
    "fedex", "giay phep", "giay phep kd", "gpkd", "gps", "guid", "hash", "hd so", "ho chieu",
    "hoa don", "hoa don so", "hop dong", "hrb", "id", "id no", "id nr", "ident nr", "idnr",
    "ihre nummer", "imo", "inv", "invoice", "invoice no", "invoice number", "isni", "item",
    "item no", "item number", "itinerary", "kdnr", "kunden nr", "kvk", "latitude", "licence",
    "license", "license no", "longitude", "lot", "ma", "ma bao danh", "ma bc", "ma benh nhan",
    "ma bn", "ma booking", "ma can bo", "ma cong", "ma cong to", "ma cua hang", "ma cuoc goi",
    "ma dai ly", "ma dang ky", "ma dat cho", "ma dat phong", "ma deal", "ma dh", "ma don",
    "ma don hang", "ma don vi", "ma du an", "ma gd", "ma giam gia", "ma giao dich", "ma giao hang",
    "ma gioi thieu", "ma gui", "ma hang", "ma hd", "ma ho so", "ma hoa don", "ma hoc sinh",
    "ma hoc vien", "ma hop dong", "ma hs", "ma kh", "ma khach hang", "ma kho", "ma khuyen mai",
    "ma kien", "ma lead", "ma lich hen", "ma lo", "ma lop", "ma may", "ma ncc", "ma nhan vien",
    "ma nv", "ma otp", "ma pe", "ma phieu", "ma phong", "ma pin", "ma qr", "ma san pham", "ma so",
    "ma so don", "ma so kh", "ma so sv", "ma sp", "ma sv", "ma tai san", "ma tham chieu", "ma the",
    "ma thiet bi", "ma ticket", "ma tk", "ma tour", "ma tra cuu", "ma tuyen", "ma ung vien",
    "ma uu dai", "ma vach", "ma van don", "ma vandon", "ma vd", "ma ve", "ma vu viec",
    "ma xac nhan", "ma xe", "ma y te", "ma yeu cau", "mat nr", "meeting", "member id", "membership",
    "mid", "mmsi", "model", "mrn", "mssv", "mvd", "ndc", "nie", "nif", "nip", "nmls",
    "numero client", "numero de commande", "numero de serie", "numero fiscal", "oldid", "order",
    "order id", "order id no", "order no", "order nr", "order number", "p iva", "parcel",
    "partita iva", "passport", "patent", "patient id", "permit", "personalnummer", "pesel", "pid",
    "pnr", "po", "po box", "po no", "post code", "postcode", "product code", "product id", "quote",
    "rcs", "rcs no", "receipt", "receipt no", "receipt number", "rechnung", "rechnungsnr",
    "rechnungsnummer", "ref", "reference", "registration", "registration no", "regon",
    "reservation", "revid", "rfc", "rfq", "rma", "routing", "rrn", "rut", "sap", "sendungsnummer",
    "seri", "shipment", "siren no", "sn", "so bao danh", "so bien lai", "so cong to", "so ct",
    "so don", "so giay phep", "so hd", "so hieu", "so ho so", "so hoa don", "so hop dong",
    "so khung", "so lenh", "so phieu", "so phieu thu", "so seri", "so serial", "so tham chieu",
    "so van don", "sort code", "sozialversicherungsnummer", "steuer id", "steuer idnr",
    "student id", "swift", "swift code", "tax", "the", "ticket", "ticket no", "ticket number",
    "tid", "timestamp", "tk", "toa do", "tracking", "tracking no", "tracking number", "trans id",
    "transaction", "transaction no", "transaction number", "ts", "tva", "txid", "txn", "uid", "ups",
    "user id", "ust", "ust id", "ust idnr", "utr", "uuid", "van don", "vat", "ver", "version",
    "vin", "voucher", "waybill", "zip", "zip code", "zoom",
];

/// Words in front of sums, and weaker ones: what follows is no number unless it looks like one.
#[rustfmt::skip]
const AMOUNT_WORDS: &[&str] = &[
    "amount", "attendees", "balance", "bao gia", "bedrag", "betrag", "budget", "budget of",
    "chuyen khoan", "ck", "clicks", "coc", "cod", "con no", "cong no", "cost", "dat coc", "deposit",
    "discount", "distance", "doanh so", "doanh thu", "don gia", "downloads", "due", "fee",
    "followers", "gesamt", "gesamtbetrag", "gia", "gross", "ht", "importe", "importo",
    "impressions", "invested", "km", "likes", "luong", "montant", "net", "ngan sach", "paid", "phi",
    "population", "preis", "price", "prix", "qty", "quantity", "revenue", "salary", "size", "sl",
    "so du", "so du cuoi", "so du kha dung", "so luong", "so tien", "stars", "subscribers",
    "subtotal", "sum", "summe", "thanh tien", "thanh toan", "thu ho", "thu nhap", "toi", "tong",
    "tong cong", "total", "totale", "tri gia", "tt", "ttc", "tu", "valor", "views", "visits",
    "von dieu le", "weight", "worth",
];

/// Words in front of codes and of phones alike: a bank, a carrier, a machine. Behind them digits without a
/// prefix and in one group are no number.
#[rustfmt::skip]
const VAGUE_WORDS: &[&str] = &[
    "aadhaar", "aba", "accession", "ach", "addr", "adherent", "adherent no", "aktennummer",
    "albaran", "angebot", "angebots nr", "ape", "apn", "app id", "approval", "approval code",
    "art nr", "artikel", "artikel nr", "asin", "asset no", "asset tag", "auftrags nr", "ausweis",
    "auth", "auth code", "award", "award no", "b/l", "bacs", "badge", "badge no", "bang lai",
    "bank", "bao gia so", "barcode no", "batch no", "batch number", "beleg", "best nr",
    "bestell nr", "bestelling", "bestelnummer", "bid", "bid no", "bidv", "bien ban", "bien nhan",
    "bik", "bill of lading", "block no", "blz", "bol", "bolla", "bon de commande", "booking id",
    "booking ref", "bordereau", "branch code", "btw nr", "buchung", "bug", "build no", "bytes",
    "cage", "cage code", "candidate id", "card ending", "case ref", "cat no", "catalog no", "cedex",
    "cedula", "cert no", "certificate", "certificate no", "change request", "changeset",
    "channel id", "charity no", "chart", "chart no", "chassis", "chat id", "check", "checking",
    "checks", "chg", "chk", "chung tu", "cif/nif", "cig", "circuit", "circuit id", "clia",
    "client no", "club card", "cod cliente", "codice", "codice cliente", "codigo", "colissimo",
    "commande web", "company no", "company number", "compte", "conf", "confirmation id",
    "consignment", "container", "container no", "conto", "contract id", "contrat", "contrato",
    "contratto", "count", "coupon no", "cpt", "crc", "created at", "credit note", "crn", "csn",
    "cuenta", "cuil", "cuit", "customs", "cvr", "danh bo", "ddt", "deal id", "debit note", "deed",
    "deed book", "deleted at", "delivery id", "delivery no", "delivery note", "device", "device no",
    "devis", "dh", "dic", "diploma", "dispatch no", "dl", "dl no", "docket no", "doi",
    "don hang so", "dossiernummer", "dpd", "drawing no", "driver license", "driver s license",
    "drivers license", "e ticket", "easting", "elevation", "emp id", "emp no", "employee number",
    "encounter", "endorsement", "engine no", "envio", "envoi", "epic", "error", "error code",
    "eticket", "exam no", "expediente", "expedition", "factura", "factuur", "factuurnummer",
    "fattura", "ffn", "file no", "firmware", "fleet no", "flight", "flight no", "flurstuck",
    "folder", "folio", "folio no", "form", "frachtbrief", "frame no", "frequent flyer",
    "frequent flyer no", "fuhrerschein", "gate code", "geschaftszeichen", "ghn", "ghtk",
    "giao dich", "gift card", "gift card no", "gls", "grant no", "green card", "group id", "grp",
    "grp no", "gs1", "gstin", "hcp no", "hd", "hermes", "hex", "ho so so", "hr nr", "icd", "ico",
    "idx", "img", "immatriculation", "incident", "incident no", "index", "inode", "inquiry no",
    "instance", "inv no", "inventar", "invoice ref", "isni no", "isrc", "issue", "issue id",
    "issue no", "item id", "itin", "itinerary no", "j&t", "job", "job id", "job no", "juror",
    "juror id", "juror no", "kd", "kd nr", "kenteken", "kien hang", "klantnummer", "kpp",
    "kunde nr", "kundenkonto", "kundenr", "lab id", "label", "last login", "last seen", "lat",
    "lccn", "lead id", "legal entity", "lenh", "lic", "lieferschein", "lieferung", "listing",
    "listing id", "listing no", "lng", "lo hang", "load", "loan", "loan no", "locator", "locker",
    "login", "lot area", "lot id", "lot no", "lot number", "lot/batch", "lote", "lotto", "loyalty",
    "loyalty no", "ma the cao", "mac", "mac address", "machine id", "mail innovations",
    "mandatsreferenz", "manifest", "manifest no", "matricola", "matricula", "matricule", "matrikel",
    "matter", "matter no", "mc", "mc no", "medicare", "member no", "membership no", "merchant",
    "merchant id", "meter", "meter no", "mileage", "model no", "momo id", "mondial relay", "naf",
    "naics", "ni no", "nino", "nit", "no client", "no de suivi", "no pedido", "no ss", "nonce",
    "northing", "object id", "oclc", "offset", "ogrn", "opp", "opp id", "opportunity",
    "opportunity id", "order ref", "ordine", "org nr", "orgnr", "our ref", "p o", "p o box",
    "packing slip", "paket", "paketschein", "pallet", "pallet id", "passeport", "patient no",
    "patient number", "payment id", "payment ref", "payment reference", "pedido", "permit no",
    "personal nr", "personalausweis", "phieu", "phieu chi", "phieu nhap", "phieu thu", "phieu xuat",
    "photo id", "pickup no", "plan id", "plate", "plate no", "playlist", "plot", "pol", "polis",
    "poliza", "polizza", "port no", "post id", "pratica", "prenotazione", "prescription",
    "prescription no", "presupuesto", "preventivo", "pro", "pro forma", "pro no", "problem",
    "process", "process id", "proforma", "project", "project id", "promo", "promo code", "property",
    "property id", "purchase order", "quotation", "rank", "re nr", "rechnungs nr", "record id",
    "record locator", "ref client", "ref id", "ref no", "reference client", "reference dossier",
    "referencia", "refs", "reg no", "registered no", "registry", "reisepass", "rekening",
    "remittance", "renewal", "req", "req no", "request", "request id", "requisition", "reserva",
    "reservation id", "reservation no", "return no", "revision", "rewards", "rewards no", "rfp",
    "rfp no", "rg nr", "rib", "rif", "rnc", "roll no", "room no", "route", "route no", "ruc",
    "run id", "rx", "rx no", "sales order", "savings", "school id", "score", "seal", "seal no",
    "securite sociale", "seed", "seguimiento", "sendung", "sendungs id", "sendungsverfolgung",
    "sepa", "seq", "sequence", "serial nos", "session", "session id", "shipment id", "shipped",
    "siren siret", "slip", "slip no", "so bao gia", "so bien nhan", "so chung tu", "so do",
    "so hong", "so khe uoc", "so lo", "so may moc", "so no", "so po", "so so", "so to khai",
    "so ve", "social security", "span id", "spec", "spec no", "specimen", "spedizione", "spx",
    "sq ft", "sqft", "sr", "sscc", "st nr", "staff id", "statement", "statement no", "steuer id nr",
    "student no", "student number", "style no", "subscriber id", "subscription", "subscription id",
    "suivi", "supplier no", "svc pt", "tag", "tag no", "task", "terminal", "terminal id",
    "the bhyt", "thread", "thread id", "ticketnr", "tin", "title no", "tnt", "to khai", "tool no",
    "tracciamento", "trace", "trace id", "trace no", "trailer", "train no", "transit no",
    "tren may", "truck no", "tweet", "unit id", "unit no", "updated at", "upn", "ups ground",
    "ups no", "uptime", "usdot", "user", "user name", "userid", "username", "usps", "vehicle id",
    "vendor id", "vendor no", "versichertennr", "versicherung", "vertrag", "verwendungszweck",
    "video id", "vietcombank", "viettel post", "virement", "visa", "visa no", "visit no", "vnpost",
    "vorgang", "votes", "voucher code", "voucher no", "vs nr", "webex", "webinar", "wire",
    "wire ref", "wo", "work order", "your ref", "zahler", "zamowienie", "zending",
];

/// Words that say "number" and not of what; what stands before them does.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "nmbr", "no", "nos", "nr", "num", "number", "numer", "numero", "numeros", "nummer",
];

/// What may stand before those when a phone is meant: whose it is, or what is done with it.
#[rustfmt::skip]
const WHOSE: &[&str] = &[
    "2nd", "a", "above", "agent", "al", "alt", "alte", "alternate", "alternative", "altro",
    "ancien", "and", "andere", "another", "any", "ao", "assistant", "at", "au", "autre", "backup",
    "below", "best", "bon", "broker", "bureau", "business", "by", "cancellation policy", "care",
    "cb", "ce", "change password", "change your password", "clinic", "cookie policy", "correct",
    "courier", "current", "dad", "day", "daytime", "dein", "deine", "der", "desk", "die",
    "dienstliche", "diese", "dispatcher", "doctor", "domicile", "driver", "du", "el", "emergency",
    "evening", "falsche", "father", "first", "folgende", "following", "forgot password",
    "forgot your password", "former", "free", "friend", "from", "good", "got", "guard", "guest",
    "has", "have", "help", "her", "his", "home", "hospital", "hotel", "hours", "husband", "ihre",
    "il", "international", "is", "its", "kin", "landlord", "last", "le", "local", "lost password",
    "lost your password", "main", "manager", "mauvais", "mein", "meine", "meu", "mi", "mien cuoc",
    "mien phi", "mio", "mom", "mon", "mother", "my", "national", "neighbor", "neighbour", "neue",
    "new", "night", "notre", "nouveau", "novo", "nuestro", "nuevo", "nuovo", "o", "old", "on",
    "only", "or", "other", "otro", "our", "our policy", "owner", "parent", "perso", "personal",
    "personnel", "preferred", "previous", "primary", "privacy policy", "private", "quen mat khau",
    "reach", "refund policy", "reset password", "reset your password", "restaurant",
    "return policy", "returns policy", "richtige", "right", "s", "sales", "same", "school",
    "second", "secondary", "secretary", "security", "seine", "service", "services", "seu",
    "shipper", "shipping policy", "shop", "son", "spouse", "store", "su", "suo", "support", "sur",
    "tenant", "that", "their", "these", "this", "to", "ton", "travail", "try", "tuo", "under",
    "unsere", "unter", "use", "via", "votre", "warehouse", "whose", "wife", "with", "work", "wrong",
    "your",
];

/// Words in front of codes that are grouped as phone numbers are.
#[rustfmt::skip]
const ID_WORDS: &[&str] = &[
    "a/c no", "a/c number", "abn", "access code", "account no", "account nos", "account number",
    "acct", "acct no", "acct number", "acn", "bank account", "bankkonto", "bankverbindung",
    "bridge id", "card no", "card number", "checking account", "claim no", "claim number",
    "compte bancaire", "compte no", "conf id", "conference id", "conto corrente", "cuenta bancaria",
    "duns", "ean", "gtin", "hs code", "hts code", "iban", "iban no", "iccid", "imei", "imsi",
    "isbn", "isbn 10", "isbn 13", "issn", "konto", "konto nr", "kontonummer", "kto", "kto nr",
    "ktonr", "kundennummer", "meeting id", "meid", "mls", "mls no", "nhs", "nhs no", "nhs number",
    "no de compte", "npi", "numero de compte", "numero de cuenta", "numero di conto", "orcid",
    "otp", "p/n", "parcel id", "parcel no", "part no", "part number", "passcode", "pin", "pmid",
    "policy no", "policy number", "rekeningnummer", "s/n", "savings account", "serial", "serial no",
    "serial nr", "serial number", "seriennummer", "siren", "siret", "sku", "so tai khoan",
    "so tai khoan ngan hang", "so the", "so the atm", "so tk", "so tk ngan hang", "steuer nr",
    "steuernummer", "stk", "tai khoan", "tai khoan ngan hang", "tai khoan so", "teams id",
    "tk ngan hang", "tk so", "upc", "vertragsnummer", "webinar id", "webinar no", "zip+4",
    "zoom id",
];

/// What a state or an office knows somebody by: right in front of digits they say what those are, in whatever groups.
#[rustfmt::skip]
const IDENTITIES: &[&str] = &[
    "can cuoc cong dan", "cccd", "cmnd", "driver license no", "ein", "ein no", "fein", "gplx",
    "ma bhxh", "ma ho tro", "ma so bhxh", "ma so dn", "ma so doanh nghiep", "ma so thue",
    "ma so thue ca nhan", "msdn", "mst", "passport no", "passport number", "so bhxh", "so can cuoc",
    "so cccd", "so cmnd", "so dkkd", "so gplx", "so ho chieu", "so the bhyt", "ssn", "tax code",
    "tax code no", "tax id", "tax id no", "tax no", "tax number", "vat id", "vat no", "vat number",
];

/// Words for what is kept secret.
#[rustfmt::skip]
const SECRETS: &[&str] = &[
    "license key", "mat khau", "mat khau la", "passwd", "password", "password is", "product key",
    "pwd",
];

/// `Siesta Key (941) 349-1234`, `Grants Pass 541-476-1234`; by `pass` Vietnamese sells something on, too.
const KEYS_OF: &[&str] = &["key", "pass", "pass is", "pass la"];

/// With what words for phones begin or end, in front of `-nummer` and `-nr`.
pub(super) const OF_PHONES: &[&[u8]] = &[
    b"tel",
    b"fon",
    b"call",
    b"cell",
    b"contact",
    b"from",
    b"phon",
    b"handy",
    b"mobil",
    b"fax",
    b"ruf",
    b"durchwahl",
    b"hotline",
    b"service",
    b"festnetz",
    b"kontakt",
    b"privat",
    b"funk",
    b"whatsapp",
    b"sms",
];

/// Slots of the table; a power of two, well above the number of words.
const SLOTS: usize = 4096;

/// Hash of a phrase, read from its end so that it can be lengthened to the left.
pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// `hash` with one more byte in front (FNV-1a).
pub(super) const fn hash(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

const fn slot(key: u32) -> usize {
    key as usize % SLOTS
}

/// What is kept of a hash.
const fn short(hash: u64) -> u32 {
    (hash ^ (hash >> 29)) as u32
}

/// Open addressing, filled at compile time, so that waking up costs nothing. What a phrase does stands
/// apart from its key, which is all that most look-ups read; key 0 is an empty slot.
static KEYS: [u32; SLOTS] = FILLED.0;
static PHRASES: [Phrase; SLOTS] = FILLED.1;

const LISTS: [(&[&str], Phrase); 11] = [
    (PHONE_WORDS, Says(Phone)),
    (OTHER_WORDS, Says(Other)),
    (AMOUNT_WORDS, Says(Amount)),
    (VAGUE_WORDS, Says(Vague)),
    (ID_WORDS, Says(Id)),
    (IDENTITIES, Identity),
    (NOUNS, Number),
    (WHOSE, Whose),
    (SECRETS, Secret),
    (KEYS_OF, Key),
    (&["policy"], Policy),
];

const FILLED: ([u32; SLOTS], [Phrase; SLOTS]) = {
    let (mut keys, mut phrases) = ([0_u32; SLOTS], [Whose; SLOTS]);
    let mut list = 0;
    while list < LISTS.len() {
        let words = LISTS[list].0;
        let mut at = 0;
        while at < words.len() {
            let key = short(key_of(words[at]));
            let mut place = slot(key);
            assert!(key != 0, "a word whose hash means an empty slot");
            while keys[place] != 0 {
                assert!(keys[place] != key, "two words with one hash");
                place = (place + 1) % SLOTS;
            }
            (keys[place], phrases[place]) = (key, LISTS[list].1);
            at += 1;
        }
        list += 1;
    }
    (keys, phrases)
};

const fn key_of(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let (mut key, mut left) = (SEED, bytes.len());
    while left > 0 {
        left -= 1;
        key = hash(key, bytes[left]);
    }
    key
}

/// Bits of [`ENDS`], many for each word that a phrase ends with.
const END_BITS: usize = 8192;

/// A bit for each hash of a word that some phrase ends with: few words of a text are one.
static ENDS: [u64; END_BITS / 64] = {
    let mut bits = [0; END_BITS / 64];
    let mut list = 0;
    while list < LISTS.len() {
        let words = LISTS[list].0;
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].as_bytes();
            let (mut key, mut left) = (SEED, bytes.len());
            while left > 0 && bytes[left - 1].is_ascii_alphanumeric() {
                left -= 1;
                key = hash(key, bytes[left]);
            }
            let bit = short(key) as usize % END_BITS;
            bits[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        list += 1;
    }
    bits
};

/// Whether the word with this hash may be a phrase or the last word of one.
pub(super) fn may_end_phrase(hash: u64) -> bool {
    let bit = short(hash) as usize % END_BITS;
    (ENDS.get(bit / 64)).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
}

/// The phrase with this hash. 32 bits of it are compared; a word that meets another one's by chance
/// would be read as that phrase, no worse.
pub(super) fn phrase_of(hash: u64) -> Option<Phrase> {
    let key = short(hash);
    let mut place = slot(key);
    loop {
        match *KEYS.get(place)? {
            0 => return None,
            own if own == key => break,
            _ => place = (place + 1) % SLOTS,
        }
    }
    PHRASES.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let find = |word: &str| phrase_of(word.bytes().rev().fold(SEED, hash));
        for (words, phrase) in LISTS {
            assert!(words.is_sorted());
            for word in words {
                assert!(word.is_ascii());
                assert_eq!(find(word), Some(phrase), "{word}");
                let last = word.rsplit(|ch: char| !ch.is_alphanumeric()).next();
                let last = last.expect("a word").bytes().rev().fold(SEED, hash);
                assert!(may_end_phrase(last), "{word}");
            }
        }
        for word in ["motel", "telx", "", "the order that"] {
            assert_eq!(find(word), None, "{word}");
        }
    }
}
