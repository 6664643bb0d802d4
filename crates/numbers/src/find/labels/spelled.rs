//! Words that are labels in one spelling only: with other marks they are other words.

use super::Line;

/// Folded, with the spellings that are meant: `đổi` (exchanged) is no DOI, `đón` (to fetch) no `đơn` (order),
/// `the` no `thẻ` (card), `Vật tư` (materials) no VAT, `sắp` (soon) no SAP.
const SPELLED: &[(&str, &str)] = &[
    ("bin", "bin"),
    ("doc", "doc"),
    ("dh", "đh"),
    ("doi", "doi"),
    ("don", "đơn"),
    ("due", "due"),
    ("hd", "hđ"),
    ("lot", "lot"),
    ("ma", "mã"),
    ("net", "net"),
    ("nie", "nie"),
    ("nip", "nip"),
    ("the", "thẻ"),
    ("toi", "toi"),
    ("no", "no"),
    ("no", "n°"),
    ("no", "nº"),
    ("rut", "rut"),
    ("sap", "sap"),
    ("tax", "tax"),
    ("tin", "tin"),
    ("tu", "tu"),
    ("vat", "vat"),
    ("ver", "ver"),
    ("vin", "vin"),
];

/// Folded, with the marks that they have where marks are written at all: `Gia Linh` is somebody in a line with marks,
/// `gia` a price in one without, `chúng mình` is us and no `chứng minh` (identity card).
const MARKED: &[(&str, &str)] = &[
    ("chung minh", "chứng minh"),
    ("coc", "cọc"),
    ("con no", "còn nợ"),
    ("don hang", "đơn hàng"),
    ("gia", "giá"),
    ("phi", "phí"),
    ("toa do", "tọa độ"),
    ("tong", "tổng"),
];

impl Line<'_> {
    /// Whether the word at `from..to` is the one that [`SPELLED`] or [`MARKED`] means.
    pub(super) fn is_spelled(&self, from: usize, to: usize) -> bool {
        let Some(word) = self.bytes().get(from..to).filter(|word| word.len() <= 4) else {
            return true;
        };
        let mut spellings = SPELLED.iter().filter(|(own, _)| own.as_bytes() == word);
        let Some(first) = spellings.next() else {
            return self.is_marked(from, to);
        };
        let own = self.small(from, to);
        own == first.1 || spellings.any(|(_, spelled)| own == *spelled)
    }

    /// The same for several words; one that begins with `ma` (`mã`) is none with other marks (`mà gửi`).
    pub(super) fn are_spelled(&self, from: usize, to: usize) -> bool {
        let words = self.bytes().get(from..to).unwrap_or_default();
        let code = || matches!(self.small(from, from + 2).as_str(), "mã" | "ma");
        self.is_marked(from, to) && (!words.starts_with(b"ma ") || code())
    }

    fn is_marked(&self, from: usize, to: usize) -> bool {
        let words = self.bytes().get(from..to).unwrap_or_default();
        let mut marked = MARKED.iter().filter(|(own, _)| own.as_bytes() == words);
        let Some((folded, spelled)) = marked.next() else {
            return true;
        };
        let own = self.small(from, to);
        own == *spelled || own == *folded && !self.has_marks()
    }

    fn has_marks(&self) -> bool {
        let own = self.unfolded();
        own.chars().any(|ch| !ch.is_ascii() && ch.is_alphabetic())
    }

    /// A part of the line unfolded, in lower case.
    pub(super) fn small(&self, from: usize, to: usize) -> String {
        let own = self.unfolded();
        let own = own.chars().skip(from).take(to - from);
        own.flat_map(char::to_lowercase).collect()
    }
}
