//! The words that stand in front of numbers, in several languages, and a table to look them up in.

use super::labels::Label;
use super::labels::Label::{Amount, Other, Phone};

// Folded: lower case, letters without their marks; in the order of their bytes.

/// Words in front of phone numbers.
#[rustfmt::skip]
static PHONE_WORDS: &[&str] = &[
    "appel", "appelez", "bellen", "call", "call back", "callback", "calling", "cell", "cell no",
    "cell number", "cell phone", "cellulare", "celular", "chamar", "chiamare", "contact",
    "contact no", "contact number", "cskh", "customer phone", "dd", "desk phone", "di dong", "dial",
    "dien thoai", "dien thoai ban", "dien thoai lien he", "dien thoai so", "direct", "direct dial",
    "direct line", "dt", "dtdd", "duong day nong", "durchwahl", "ext", "fax", "fax no",
    "fax number", "fon", "goi", "goi den", "goi lai", "goi ngay", "goi so", "goi toi", "goi toi so",
    "goi tu", "gsm", "handy", "handynummer", "ho tro", "home phone", "hotline", "hotline no", "hp",
    "joindre", "kontakt", "landline", "lh", "lien he", "lien lac", "line", "llamar", "main number",
    "may ban", "mob", "mob no", "mobil", "mobile", "mobile no", "mobile number", "mobile phone",
    "mobilnummer", "mobiltelefon", "movil", "msisdn", "numero de telephone", "office", "ph no",
    "phone", "phone no", "phone number", "portable", "rappeler", "ring", "ruckruf", "rueckruf",
    "rufnr", "rufnummer", "sdt", "service client", "sim", "sms", "so di dong", "so dien thoai",
    "so dt", "so hotline", "so lien he", "so may", "so nong", "so sim", "so zalo", "switchboard",
    "tel", "tel fixe", "tel mobile", "tel no", "tel nr", "tel number", "telefax", "telefon",
    "telefone", "telefonnr", "telefonnummer", "telefono", "telefoon", "telegram", "telephone",
    "telephone no", "text", "toll free", "tollfree", "tong dai", "tu van", "viber", "whats app",
    "whatsapp", "whatsapp no", "work phone", "zalo",
];

/// Words in front of numbers that nobody calls.
#[rustfmt::skip]
static OTHER_WORDS: &[&str] = &[
    "a/c", "abn", "account", "account no", "account number", "acct", "acn", "aktenzeichen",
    "article", "artikelnummer", "asset", "auftrag", "auftragsnummer", "awb", "az", "bank account",
    "barcode", "batch", "bestellnummer", "bestellung", "bhxh", "bhyt", "bic", "bien lai", "bien so",
    "bill", "bill no", "bin", "booking", "booking no", "bsb", "bsn", "btw", "build", "can cuoc",
    "card", "card no", "card number", "case", "case id", "case no", "case number", "cccd",
    "check no", "check number", "checksum", "cheque", "chung minh", "cif", "claim", "claim no",
    "claim number", "client id", "cmnd", "cmt", "cnpj", "code", "codice fiscale", "colis",
    "commande", "commande no", "commit", "conference id", "confirmation", "confirmation code",
    "confirmation no", "confirmation number", "contract", "contract no", "contract number",
    "coupon", "cpf", "curp", "cust id", "customer id", "customer no", "customer number", "dea",
    "device id", "dhl", "dinh danh", "dkkd", "dni", "doc", "docket", "doi", "don", "don hang",
    "dossier", "ean", "ein", "ein no", "employee id", "epoch", "estimate", "facture", "fedex",
    "giay phep", "gpkd", "gps", "gtin", "guid", "hash", "ho chieu", "hoa don", "hop dong", "hrb",
    "iban", "iccid", "id", "id no", "id nr", "ident nr", "idnr", "ihre nummer", "imei", "imo",
    "imsi", "invoice", "invoice no", "invoice number", "isbn", "isni", "issn", "item", "item no",
    "item number", "itinerary", "kdnr", "konto", "kontonummer", "kunden nr", "kundennummer", "kvk",
    "latitude", "licence", "license", "license no", "longitude", "lot", "ma", "ma bao danh",
    "ma bc", "ma bhxh", "ma booking", "ma can bo", "ma dat cho", "ma dh", "ma don", "ma don hang",
    "ma don vi", "ma gd", "ma giao dich", "ma gui", "ma hang", "ma hd", "ma ho so", "ma hoa don",
    "ma kh", "ma khach hang", "ma ncc", "ma nhan vien", "ma nv", "ma phieu", "ma qr", "ma san pham",
    "ma so", "ma so doanh nghiep", "ma so kh", "ma so thue", "ma sp", "ma tham chieu", "ma the",
    "ma tk", "ma tra cuu", "ma vach", "ma van don", "ma vandon", "ma vd", "ma ve", "mat nr",
    "meeting", "meeting id", "member id", "membership", "mid", "mls", "mmsi", "model", "mrn", "mst",
    "nie", "nif", "nip", "nmls", "npi", "numero client", "numero de commande", "numero de serie",
    "numero fiscal", "oldid", "orcid", "order", "order id", "order id no", "order no", "order nr",
    "order number", "otp", "p iva", "p/n", "parcel", "part no", "part number", "partita iva",
    "passcode", "passport", "passport no", "patent", "patient id", "permit", "personalnummer",
    "pesel", "pid", "pin", "pmid", "pnr", "po", "po box", "po no", "policy", "policy no",
    "policy number", "post code", "postcode", "product code", "product id", "quote", "rcs",
    "rcs no", "receipt", "receipt no", "receipt number", "rechnung", "rechnungsnr",
    "rechnungsnummer", "ref", "reference", "registration", "registration no", "regon",
    "reservation", "revid", "rfc", "rfq", "rma", "routing", "rrn", "rut", "s/n", "sap",
    "sendungsnummer", "seri", "serial", "serial no", "serial nr", "serial number", "seriennummer",
    "shipment", "siren", "siren no", "siret", "sku", "sn", "so bao danh", "so bhxh", "so bien lai",
    "so cccd", "so cmnd", "so ct", "so dkkd", "so don", "so giay phep", "so hd", "so hieu",
    "so ho chieu", "so ho so", "so hoa don", "so hop dong", "so khung", "so lenh", "so phieu",
    "so phieu thu", "so seri", "so serial", "so tai khoan", "so tham chieu", "so the", "so the atm",
    "so the bhyt", "so tk", "so van don", "sort code", "sozialversicherungsnummer", "ssn",
    "steuer id", "steuer idnr", "steuer nr", "steuernummer", "stk", "student id", "swift",
    "swift code", "tai khoan", "tax", "tax code", "tax code no", "tax id", "tax no", "tax number",
    "the", "ticket", "ticket no", "ticket number", "tid", "timestamp", "toa do", "tracking",
    "tracking no", "tracking number", "trans id", "transaction", "transaction no",
    "transaction number", "ts", "tva", "txid", "txn", "uid", "upc", "ups", "user id", "ust",
    "ust id", "ust idnr", "utr", "uuid", "van don", "vat", "vat id", "vat no", "vat number", "ver",
    "version", "vertragsnummer", "vin", "voucher", "waybill", "webinar id", "zip", "zip code",
    "zoom",
];

/// Words in front of sums, and weaker ones: what follows is no number unless it looks like one.
#[rustfmt::skip]
static AMOUNT_WORDS: &[&str] = &[
    "amount", "balance", "bao gia", "betrag", "budget", "chuyen khoan", "ck", "coc", "cod",
    "con no", "cong no", "cost", "dat coc", "deposit", "discount", "distance", "doanh so",
    "doanh thu", "don gia", "fee", "followers", "gia", "gross", "km", "luong", "montant", "net",
    "ngan sach", "phi", "population", "preis", "price", "prix", "qty", "quantity", "revenue",
    "salary", "sl", "so du", "so du cuoi", "so luong", "so tien", "subtotal", "sum", "summe",
    "thanh tien", "thanh toan", "thu ho", "thu nhap", "toi", "tong", "tong cong", "total", "tt",
    "tu", "views", "von dieu le",
];

/// Slots of the table; a power of two, well above the number of words.
const SLOTS: usize = 2048;

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

static LISTS: [(&[&str], Label); 3] = [
    (PHONE_WORDS, Phone),
    (OTHER_WORDS, Other),
    (AMOUNT_WORDS, Amount),
];

/// Open addressing, filled at compile time, so that waking up costs nothing.
static TABLE: [(u32, Option<Label>); SLOTS] = {
    let mut table: [(u32, Option<Label>); SLOTS] = [(0, None); SLOTS];
    let mut list = 0;
    while list < LISTS.len() {
        let (words, label) = LISTS[list];
        let mut at = 0;
        while at < words.len() {
            let key = short(key_of(words[at]));
            let mut place = slot(key);
            while table[place].1.is_some() {
                assert!(table[place].0 != key, "two words with one hash");
                place = (place + 1) % SLOTS;
            }
            table[place] = (key, Some(label));
            at += 1;
        }
        list += 1;
    }
    table
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

/// Bits of [`ENDS`], many for each word that a label ends with.
const END_BITS: usize = 8192;

/// A bit for each hash of a word that some label ends with: few words of a text are one.
static ENDS: [u64; END_BITS / 64] = {
    let mut bits = [0; END_BITS / 64];
    let mut list = 0;
    while list < LISTS.len() {
        let (words, _) = LISTS[list];
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

/// Whether the word with this hash may be a label or the last one of it.
pub(super) fn may_end_label(hash: u64) -> bool {
    let bit = short(hash) as usize % END_BITS;
    (ENDS.get(bit / 64)).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
}

/// The label with this hash. 32 bits of it are compared; a word that meets another one's by chance
/// would be read as that label, no worse.
pub(super) fn label_of(hash: u64) -> Option<Label> {
    let key = short(hash);
    let mut place = slot(key);
    loop {
        match TABLE.get(place)? {
            (_, None) => return None,
            (own, label) if *own == key => return *label,
            _ => place = (place + 1) % SLOTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let find = |word: &str| label_of(word.bytes().rev().fold(SEED, hash));
        for (words, label) in [
            (PHONE_WORDS, Phone),
            (OTHER_WORDS, Other),
            (AMOUNT_WORDS, Amount),
        ] {
            assert!(words.is_sorted());
            for word in words {
                assert!(word.is_ascii());
                assert_eq!(find(word), Some(label), "{word}");
                let last = word
                    .rsplit(|ch: char| !ch.is_alphanumeric())
                    .next()
                    .expect("a word");
                assert!(may_end_label(last.bytes().rev().fold(SEED, hash)), "{word}");
            }
        }
        for word in ["hotel", "telx", "", "the order that"] {
            assert_eq!(find(word), None, "{word}");
        }
    }
}
