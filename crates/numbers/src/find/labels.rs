//! Words in front of a number that say what it is.

use crate::text::{Class, Unit};

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

/// Folded: lower case, Vietnamese letters without their marks.
const PHONE: &[&str] = &[
    "tel",
    "telephone",
    "telefon",
    "telefax",
    "phone",
    "fon",
    "mobile",
    "mobil",
    "mob",
    "cell",
    "call",
    "calling",
    "hotline",
    "fax",
    "sdt",
    "dt",
    "dtdd",
    "dien thoai",
    "di dong",
    "dd",
    "so may",
    "may ban",
    "hp",
    "zalo",
    "viber",
    "whatsapp",
    "lien he",
    "lh",
    "goi",
    "tong dai",
    "sms",
    "contact",
    "tu van",
    "ho tro",
    "cskh",
    "handy",
    "rufnummer",
    "ext",
    "dial",
    "電話",
    "携帯",
    "电话",
    "手机",
    "전화",
    "โทร",
];
const OTHER: &[&str] = &[
    "mst",
    "ma so thue",
    "ma so",
    "ma don",
    "don hang",
    "ma van don",
    "van don",
    "ma kh",
    "ma hd",
    "ma gd",
    "ma giao dich",
    "so hd",
    "hoa don",
    "hop dong",
    "stk",
    "so tk",
    "tai khoan",
    "cccd",
    "cmnd",
    "cmt",
    "ho chieu",
    "ma vach",
    "bien so",
    "toa do",
    "tax",
    "tax code",
    "tax id",
    "vat",
    "order",
    "order no",
    "order id",
    "invoice",
    "iban",
    "swift",
    "bic",
    "account",
    "acct",
    "a/c",
    "passport",
    "isbn",
    "issn",
    "ean",
    "upc",
    "sku",
    "imei",
    "imsi",
    "iccid",
    "serial",
    "serial no",
    "s/n",
    "sn",
    "tracking",
    "ref",
    "reference",
    "ticket",
    "case",
    "po",
    "id",
    "uuid",
    "guid",
    "epoch",
    "timestamp",
    "version",
    "ver",
    "build",
    "commit",
    "hash",
    "checksum",
    "card",
    "longitude",
    "latitude",
    "gps",
    "zip",
    "postcode",
    "license",
    "licence",
    "vin",
    "ssn",
    "transaction",
    "isni",
    "orcid",
    "pid",
    "uid",
    "steuernummer",
    "ust",
];
const AMOUNT: &[&str] = &[
    "gia",
    "tong",
    "tong cong",
    "thanh tien",
    "so tien",
    "so luong",
    "sl",
    "price",
    "total",
    "amount",
    "qty",
    "quantity",
    "sum",
    "balance",
    "so du",
    "doanh thu",
    "population",
    "views",
];

/// The nearest label before `start`, on the same line.
pub(super) fn nearest(units: &[Unit], start: usize) -> Option<Label> {
    let before = units.get(..start)?;
    let text = fold(before);
    let best = [
        (PHONE, Label::Phone),
        (OTHER, Label::Other),
        (AMOUNT, Label::Amount),
    ]
    .into_iter()
    .flat_map(|(words, label)| words.iter().map(move |word| (word, label)))
    .filter_map(|(word, label)| {
        let end = last_word(&text, word)?;
        let gap = text.get(end..)?.chars().count();
        (label == Label::Phone || gap <= CLOSE).then_some((end, word.len(), label))
    })
    // The nearest wins, of two that end together the longer one.
    .max_by_key(|(end, len, _)| (*end, *len))?;
    Some(best.2)
}

/// Whether a phone label ends right before `start`: `Tel.0912…`, `ĐT0912…`.
pub(super) fn touches(units: &[Unit], start: usize) -> bool {
    let Some(before) = units.get(..start) else {
        return false;
    };
    let text = fold(before);
    let text = text.trim_end_matches(['.', ':', '-', '#']);
    PHONE
        .iter()
        .any(|word| last_word(text, word) == Some(text.len()))
}

/// Where the last occurrence of a whole word ends.
fn last_word(text: &str, word: &str) -> Option<usize> {
    let latin = word.is_ascii();
    let edge = |ch: Option<char>| !latin || !ch.is_some_and(char::is_alphanumeric);
    text.rmatch_indices(word)
        .map(|(at, _)| (at, at + word.len()))
        .find(|(at, end)| {
            edge(text.get(..*at).and_then(|it| it.chars().next_back()))
                && edge(text.get(*end..).and_then(|it| it.chars().next()))
        })
        .map(|(_, end)| end)
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
    before
        .get(from..)
        .unwrap_or_default()
        .iter()
        .filter(|unit| !matches!(unit.ch, '\u{300}'..='\u{36F}'))
        .flat_map(|unit| unit.ch.to_lowercase())
        .map(base)
        .collect()
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
    fn the_nearest_label_wins() {
        for (text, expected) in [
            ("ĐT: ", Some(Label::Phone)),
            ("Điện thoại liên hệ ", Some(Label::Phone)),
            ("Mã số thuế: ", Some(Label::Other)),
            ("MST 12 - ĐT: ", Some(Label::Phone)),
            ("Tel 0281234567, MST: ", Some(Label::Other)),
            ("Order by phone: ", Some(Label::Phone)),
            ("Giá: ", Some(Label::Amount)),
            ("Ma\u{303} đơn: ", Some(Label::Other)),
            ("hotel ", None),
            ("MST\n", None),
            ("the order that we talked about at length ", None),
            ("電話", Some(Label::Phone)),
        ] {
            assert_eq!(label(text), expected, "{text}");
        }
    }
}
