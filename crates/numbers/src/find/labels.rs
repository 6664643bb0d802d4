//! Words in front of a number that say what it is.

use crate::text::{self, Class, Unit};

/// How far back a label is looked for, in characters.
const REACH: usize = 48;
/// A label that names something else counts only this close before the digits.
const CLOSE: usize = 16;

/// What the nearest label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `Tel`, `ĐT`, `Hotline`: a phone number.
    Phone,
    /// `MST`, `Order`, `STK`: some other kind of number.
    Other,
    /// `Giá`, `Total`: an amount.
    Amount,
}

use Label::{Amount, Other, Phone};

/// In the order of their bytes. Folded: lower case, letters without their marks.
#[rustfmt::skip]
static WORDS: &[(&str, Label)] = &[
    ("a/c", Other),
    ("account", Other),
    ("account no", Other),
    ("account number", Other),
    ("acct", Other),
    ("amount", Amount),
    ("appel", Phone),
    ("appelez", Phone),
    ("awb", Other),
    ("balance", Amount),
    ("bank account", Other),
    ("bao gia", Amount),
    ("barcode", Other),
    ("batch", Other),
    ("bestellnummer", Other),
    ("betrag", Amount),
    ("bhxh", Other),
    ("bhyt", Other),
    ("bic", Other),
    ("bien lai", Other),
    ("bien so", Other),
    ("bin", Other),
    ("booking", Other),
    ("booking no", Other),
    ("budget", Amount),
    ("build", Other),
    ("call", Phone),
    ("calling", Phone),
    ("can cuoc", Other),
    ("card", Other),
    ("card no", Other),
    ("card number", Other),
    ("case", Other),
    ("case no", Other),
    ("cccd", Other),
    ("cell", Phone),
    ("cell no", Phone),
    ("cell phone", Phone),
    ("cellulare", Phone),
    ("celular", Phone),
    ("checksum", Other),
    ("chung minh", Other),
    ("cmnd", Other),
    ("cmt", Other),
    ("coc", Amount),
    ("code", Other),
    ("commande", Other),
    ("commit", Other),
    ("con no", Amount),
    ("cong no", Amount),
    ("contact", Phone),
    ("contact no", Phone),
    ("contact number", Phone),
    ("contract", Other),
    ("contract no", Other),
    ("cost", Amount),
    ("coupon", Other),
    ("cskh", Phone),
    ("customer id", Other),
    ("customer no", Other),
    ("customer number", Other),
    ("customer phone", Phone),
    ("dat coc", Amount),
    ("dd", Phone),
    ("deposit", Amount),
    ("di dong", Phone),
    ("dial", Phone),
    ("dien thoai", Phone),
    ("dien thoai ban", Phone),
    ("dien thoai lien he", Phone),
    ("dinh danh", Other),
    ("discount", Amount),
    ("distance", Amount),
    ("dkkd", Other),
    ("doanh so", Amount),
    ("doanh thu", Amount),
    ("doc", Other),
    ("docket", Other),
    ("doi", Other),
    ("don gia", Amount),
    ("don hang", Other),
    ("dt", Phone),
    ("dtdd", Phone),
    ("duong day nong", Phone),
    ("ean", Other),
    ("ein", Other),
    ("epoch", Other),
    ("ext", Phone),
    ("facture", Other),
    ("fax", Phone),
    ("fax no", Phone),
    ("fax number", Phone),
    ("fee", Amount),
    ("followers", Amount),
    ("fon", Phone),
    ("gia", Amount),
    ("giay phep", Other),
    ("goi", Phone),
    ("goi lai", Phone),
    ("goi ngay", Phone),
    ("goi so", Phone),
    ("goi toi so", Phone),
    ("gpkd", Other),
    ("gps", Other),
    ("gsm", Phone),
    ("guid", Other),
    ("handy", Phone),
    ("hash", Other),
    ("ho chieu", Other),
    ("ho tro", Phone),
    ("hoa don", Other),
    ("home phone", Phone),
    ("hop dong", Other),
    ("hotline", Phone),
    ("hp", Phone),
    ("hrb", Other),
    ("iban", Other),
    ("iccid", Other),
    ("id", Other),
    ("id no", Other),
    ("imei", Other),
    ("imsi", Other),
    ("invoice", Other),
    ("invoice no", Other),
    ("invoice number", Other),
    ("isbn", Other),
    ("isni", Other),
    ("issn", Other),
    ("item", Other),
    ("km", Amount),
    ("konto", Other),
    ("kontonummer", Other),
    ("kundennummer", Other),
    ("latitude", Other),
    ("lh", Phone),
    ("licence", Other),
    ("license", Other),
    ("lien he", Phone),
    ("lien lac", Phone),
    ("line", Phone),
    ("longitude", Other),
    ("lot", Other),
    ("luong", Amount),
    ("ma bc", Other),
    ("ma bhxh", Other),
    ("ma booking", Other),
    ("ma dat cho", Other),
    ("ma don", Other),
    ("ma don hang", Other),
    ("ma gd", Other),
    ("ma giao dich", Other),
    ("ma hang", Other),
    ("ma hd", Other),
    ("ma ho so", Other),
    ("ma hoa don", Other),
    ("ma kh", Other),
    ("ma khach hang", Other),
    ("ma ncc", Other),
    ("ma nhan vien", Other),
    ("ma nv", Other),
    ("ma qr", Other),
    ("ma san pham", Other),
    ("ma so", Other),
    ("ma so doanh nghiep", Other),
    ("ma so kh", Other),
    ("ma so thue", Other),
    ("ma sp", Other),
    ("ma tham chieu", Other),
    ("ma the", Other),
    ("ma tra cuu", Other),
    ("ma vach", Other),
    ("ma van don", Other),
    ("ma vandon", Other),
    ("may ban", Phone),
    ("member id", Other),
    ("membership", Other),
    ("mid", Other),
    ("mob", Phone),
    ("mobil", Phone),
    ("mobile", Phone),
    ("mobile no", Phone),
    ("mobile phone", Phone),
    ("mobiltelefon", Phone),
    ("model", Other),
    ("montant", Amount),
    ("movil", Phone),
    ("msisdn", Phone),
    ("mst", Other),
    ("ngan sach", Amount),
    ("nif", Other),
    ("npi", Other),
    ("numero de telephone", Phone),
    ("office", Phone),
    ("oldid", Other),
    ("orcid", Other),
    ("order", Other),
    ("order id", Other),
    ("order no", Other),
    ("order nr", Other),
    ("order number", Other),
    ("otp", Other),
    ("parcel", Other),
    ("part no", Other),
    ("passport", Other),
    ("passport no", Other),
    ("patent", Other),
    ("phi", Amount),
    ("phone", Phone),
    ("phone no", Phone),
    ("phone number", Phone),
    ("pid", Other),
    ("pin", Other),
    ("pmid", Other),
    ("po", Other),
    ("po box", Other),
    ("po no", Other),
    ("policy", Other),
    ("policy no", Other),
    ("population", Amount),
    ("portable", Phone),
    ("post code", Other),
    ("postcode", Other),
    ("preis", Amount),
    ("price", Amount),
    ("prix", Amount),
    ("qty", Amount),
    ("quantity", Amount),
    ("rcs", Other),
    ("rechnung", Other),
    ("rechnungsnummer", Other),
    ("ref", Other),
    ("reference", Other),
    ("revenue", Amount),
    ("revid", Other),
    ("ring", Phone),
    ("routing", Other),
    ("rrn", Other),
    ("rufnummer", Phone),
    ("s/n", Other),
    ("salary", Amount),
    ("sdt", Phone),
    ("seri", Other),
    ("serial", Other),
    ("serial no", Other),
    ("shipment", Other),
    ("sim", Phone),
    ("siren", Other),
    ("siret", Other),
    ("sku", Other),
    ("sl", Amount),
    ("sms", Phone),
    ("sn", Other),
    ("so bien lai", Other),
    ("so cccd", Other),
    ("so cmnd", Other),
    ("so ct", Other),
    ("so di dong", Phone),
    ("so dien thoai", Phone),
    ("so dkkd", Other),
    ("so don", Other),
    ("so dt", Phone),
    ("so du", Amount),
    ("so giay phep", Other),
    ("so hd", Other),
    ("so ho chieu", Other),
    ("so ho so", Other),
    ("so hoa don", Other),
    ("so hop dong", Other),
    ("so hotline", Phone),
    ("so lenh", Other),
    ("so lien he", Phone),
    ("so luong", Amount),
    ("so may", Phone),
    ("so phieu", Other),
    ("so seri", Other),
    ("so sim", Phone),
    ("so tai khoan", Other),
    ("so tham chieu", Other),
    ("so the", Other),
    ("so the bhyt", Other),
    ("so tien", Amount),
    ("so tk", Other),
    ("so zalo", Phone),
    ("sort code", Other),
    ("ssn", Other),
    ("steuernummer", Other),
    ("stk", Other),
    ("subtotal", Amount),
    ("sum", Amount),
    ("summe", Amount),
    ("swift", Other),
    ("swift code", Other),
    ("switchboard", Phone),
    ("tai khoan", Other),
    ("tax", Other),
    ("tax code", Other),
    ("tax id", Other),
    ("tax no", Other),
    ("tel", Phone),
    ("tel no", Phone),
    ("tel number", Phone),
    ("telefax", Phone),
    ("telefon", Phone),
    ("telefone", Phone),
    ("telefonnummer", Phone),
    ("telefono", Phone),
    ("telefoon", Phone),
    ("telegram", Phone),
    ("telephone", Phone),
    ("telephone no", Phone),
    ("text", Phone),
    ("thanh tien", Amount),
    ("the", Other),
    ("thu nhap", Amount),
    ("ticket", Other),
    ("ticket no", Other),
    ("tid", Other),
    ("timestamp", Other),
    ("toa do", Other),
    ("tong", Amount),
    ("tong cong", Amount),
    ("tong dai", Phone),
    ("total", Amount),
    ("tracking", Other),
    ("transaction", Other),
    ("ts", Other),
    ("tu van", Phone),
    ("tva", Other),
    ("txid", Other),
    ("txn", Other),
    ("uid", Other),
    ("upc", Other),
    ("user id", Other),
    ("ust", Other),
    ("ust id", Other),
    ("ust idnr", Other),
    ("utr", Other),
    ("uuid", Other),
    ("van don", Other),
    ("vat", Other),
    ("vat no", Other),
    ("ver", Other),
    ("version", Other),
    ("viber", Phone),
    ("views", Amount),
    ("vin", Other),
    ("von dieu le", Amount),
    ("voucher", Other),
    ("waybill", Other),
    ("whats app", Phone),
    ("whatsapp", Phone),
    ("work phone", Phone),
    ("zalo", Phone),
    ("zip", Other),
    ("zip code", Other),
];

/// Most words in one label.
const MOST_WORDS: usize = 4;

/// Phone labels of scripts that put no spaces between words.
const UNSPACED: &[&str] = &["電話", "携帯", "电话", "手机", "전화", "โทร"];

/// What the header of a column or the like says.
pub(super) fn of_hint(hint: &str) -> Option<Label> {
    if hint.is_empty() {
        return None;
    }
    let mut units = Vec::with_capacity(hint.len());
    text::read(hint, &mut units);
    nearest(&units, units.len())
}

/// The nearest label before `start`, on the same line.
pub(super) fn nearest(units: &[Unit], start: usize) -> Option<Label> {
    if start == 0 {
        return None;
    }
    last_label(&fold(units.get(..start)?)).map(|(_, label)| label)
}

/// Whether a phone label ends right before `start`: `Tel.0912…`, `ĐT0912…`.
pub(super) fn touches(units: &[Unit], start: usize) -> bool {
    let Some(before) = units.get(..start) else {
        return false;
    };
    let text = fold(before);
    let text = text.trim_end_matches(['.', ':', '-', '#']);
    last_label(text) == Some((text.len(), Phone))
}

/// The last label of a folded text, and where it ends; of two that end together the longer one.
fn last_label(text: &str) -> Option<(usize, Label)> {
    let unspaced = || {
        let ends = UNSPACED
            .iter()
            .filter_map(|word| Some(text.rfind(word)? + word.len()));
        Some((ends.max()?, Phone))
    };
    let spaced = last_spaced(text);
    if text.is_ascii() {
        return spaced;
    }
    [spaced, unspaced()]
        .into_iter()
        .flatten()
        .max_by_key(|(end, _)| *end)
}

fn last_spaced(text: &str) -> Option<(usize, Label)> {
    // Where words begin and end, the last one first.
    let mut ends = text.len();
    loop {
        let rest = text.get(..ends)?;
        let end = rest
            .trim_end_matches(|ch: char| !ch.is_alphanumeric())
            .len();
        if end == 0 {
            return None;
        }
        let far = text.get(end..)?.chars().nth(CLOSE).is_some();
        let mut next = end;
        let mut hit = None;
        for word in 0..MOST_WORDS {
            let begin = text
                .get(..next)?
                .trim_end_matches(char::is_alphanumeric)
                .len();
            if word == 0 {
                ends = begin;
            }
            if let Some(label) = label_of(text.get(begin..end)?)
                && (label == Phone || !far)
            {
                hit = Some((end, label));
            }
            next = text
                .get(..begin)?
                .trim_end_matches(|ch: char| !ch.is_alphanumeric())
                .len();
            // Words of one label have one character between them.
            if next == 0 || begin - next > 1 {
                break;
            }
        }
        if hit.is_some() {
            return hit;
        }
    }
}

fn label_of(words: &str) -> Option<Label> {
    let at = WORDS.binary_search_by_key(&words, |(word, _)| word).ok()?;
    WORDS.get(at).map(|(_, label)| *label)
}

/// The end of the line before a number, folded; a longer number in it hides what is before that.
fn fold(before: &[Unit]) -> String {
    let mut digits = 0;
    let from = before
        .iter()
        .rposition(|unit| {
            digits = match unit.class {
                Class::Digit(_) => digits + 1,
                Class::Break => return true,
                _ => 0,
            };
            digits > 3
        })
        .map_or(0, |at| at + 1)
        .max(before.len().saturating_sub(REACH));
    let mut text = String::with_capacity(3 * REACH);
    for unit in before.get(from..).unwrap_or_default() {
        if unit.ch.is_ascii() {
            text.push(unit.ch.to_ascii_lowercase());
        } else if !matches!(unit.ch, '\u{300}'..='\u{36F}') {
            text.extend(unit.ch.to_lowercase().map(base));
        }
    }
    text
}

/// A Vietnamese letter without its marks.
fn base(ch: char) -> char {
    match ch {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ'
        | 'ẫ' | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở'
        | 'ỡ' | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        '\u{A0}' => ' ',
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    fn label(text: &str) -> Option<Label> {
        let mut units = Vec::new();
        read(text, &mut units);
        nearest(&units, units.len())
    }

    #[test]
    fn words_are_in_the_order_that_searching_needs() {
        assert!(WORDS.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(WORDS.iter().all(|(word, _)| word.is_ascii()));
    }

    #[test]
    fn the_nearest_label_wins() {
        for (text, expected) in [
            ("ĐT: ", Some(Phone)),
            ("Điện thoại liên hệ ", Some(Phone)),
            ("Mã số thuế: ", Some(Other)),
            ("MST 12 - ĐT: ", Some(Phone)),
            ("Tel 0281234567, MST: ", Some(Other)),
            ("Order by phone: ", Some(Phone)),
            ("Giá: ", Some(Amount)),
            ("Ma\u{303} đơn: ", Some(Other)),
            ("hotel ", None),
            ("MST\n", None),
            ("the order that we talked about at length ", None),
            ("電話", Some(Phone)),
        ] {
            assert_eq!(label(text), expected, "{text}");
        }
    }
}
