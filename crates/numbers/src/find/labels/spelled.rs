//! Words that are labels in one spelling only: with other marks they are other words.

use super::{Line, REACH, backwards};

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
    ("sap", "sap"),
    ("tax", "tax"),
    ("tin", "tin"),
    ("tu", "tu"),
    ("vat", "vat"),
    ("ver", "ver"),
    ("vin", "vin"),
];

/// Folded, with spellings that are other words: `chúng mình` is us and no `chứng minh` (identity card), `mà gửi` no `mã gửi`.
/// Whole and few: marks are left out and set wrong, and `toạ độ` is `tọa độ`.
const OTHERWISE: &[(&str, &str)] = &[
    ("chung minh", "chúng mình"),
    ("coc", "cốc"),
    ("con no", "con nó"),
    ("ma gui", "mà gửi"),
    ("ma gui", "má gửi"),
    ("ma so", "mà số"),
    ("tong", "tống"),
];

/// Labels in capitals only: `PRO 4585520935` is a bill of freight and `SR 1-661…` a request, `a pro` and `John Lee Sr` are people.
const LOUD: &[&str] = &["pro", "sr"];

/// `Gia Linh`, `Phi Long`: names, where another one follows, in a line with marks; `giá` and `phí` are paid.
const NAMES: &[&str] = &["gia", "phi"];

/// Vowels with the five marks of Vietnamese: grave, hook, tilde, acute, dot.
const VOWELS: &str = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";

/// A small letter with a combining mark more, as texts of some systems write them.
fn with_mark(letter: char, mark: char) -> char {
    let Some(at) = VOWELS.chars().position(|it| it == letter) else {
        return letter;
    };
    let (row, tone) = (at / 6, at % 6);
    let tone = match mark {
        '\u{300}' => 1,
        '\u{309}' => 2,
        '\u{303}' => 3,
        '\u{301}' => 4,
        '\u{323}' => 5,
        _ => tone,
    };
    let row = match (mark, row) {
        ('\u{306}', 0) => 1,
        ('\u{302}', 0) => 2,
        ('\u{302}', 3) => 4,
        ('\u{302}', 6) => 7,
        ('\u{31B}', 6) => 8,
        ('\u{31B}', 9) => 10,
        _ => row,
    };
    VOWELS.chars().nth(row * 6 + tone).unwrap_or(letter)
}

impl Line<'_> {
    /// Whether the word at `from..to` is the one that [`SPELLED`] means, or none of [`OTHERWISE`] and [`NAMES`].
    pub(super) fn is_spelled(&self, from: usize, to: usize) -> bool {
        let Some(word) = self.bytes().get(from..to).filter(|word| word.len() <= 4) else {
            return true;
        };
        if LOUD.iter().any(|own| own.as_bytes() == word) {
            return (from..to).all(|at| self.is_capital(at));
        }
        let mut spellings = SPELLED.iter().filter(|(own, _)| own.as_bytes() == word);
        let Some(first) = spellings.next() else {
            return self.are_spelled(from, to) && !self.is_named(from, to);
        };
        let own = self.small(from, to);
        own == first.1 || spellings.any(|(_, spelled)| own == *spelled)
    }

    /// Whether a capital stands here.
    #[inline(never)]
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let all = self.unfolded();
        all.chars().nth(at).is_some_and(char::is_uppercase)
    }

    /// The same for several words.
    pub(super) fn are_spelled(&self, from: usize, to: usize) -> bool {
        let words = self.bytes().get(from..to).unwrap_or_default();
        let mut other = OTHERWISE.iter().filter(|(own, _)| own.as_bytes() == words);
        other.all(|(_, spelled)| self.small(from, to) != *spelled)
    }

    /// `Gia Linh`
    fn is_named(&self, from: usize, to: usize) -> bool {
        let word = self.bytes().get(from..to).unwrap_or_default();
        if !NAMES.iter().any(|name| name.as_bytes() == word)
            || self.small(from, to).as_bytes() != word
        {
            return false;
        }
        let blank = self.bytes().get(to) == Some(&b' ');
        let all = self.small(0, self.bytes().len());
        let marks = all.chars().any(|ch| !ch.is_ascii() && ch.is_alphabetic());
        marks && self.is_capital(from) && blank && self.is_capital(to + 1)
    }

    /// A part of the line unfolded, in lower case, its combining marks set on their letters.
    pub(super) fn small(&self, from: usize, to: usize) -> String {
        let mut left = REACH - self.begin;
        let behind = backwards(self.text, self.units).map(|(ch, _)| ch);
        let own = behind.take_while(|ch| {
            let letter = !is_mark(*ch);
            let more = left > 0 || !letter;
            left = left.saturating_sub(usize::from(letter));
            more
        });
        let own: Vec<char> = own.collect();
        let mut small: Vec<char> = Vec::with_capacity(own.len());
        for ch in own.into_iter().rev() {
            match small.last_mut() {
                Some(last) if is_mark(ch) => *last = with_mark(*last, ch),
                // Of a letter beyond the line.
                None if is_mark(ch) => {}
                // One for each: places are those of the line.
                _ => small.push(ch.to_lowercase().next().unwrap_or(ch)),
            }
        }
        small.iter().skip(from).take(to - from).collect()
    }
}

fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36F}')
}
