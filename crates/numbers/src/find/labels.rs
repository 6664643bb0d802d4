//! Words in front of a number that say what it is.

use super::words::{SEED, hash, label_of, may_end_label};
use crate::text::{self, Class, Unit};

/// Words that only Vietnamese puts in front of a number, folded. `Tel`, `Fax` and `Phone` say that
/// something is a number, these also whose.
const VIETNAMESE: &[&str] = &[
    "cskh",
    "di dong",
    "dien thoai",
    "dt",
    "dtdd",
    "goi",
    "goi lai",
    "goi so",
    "lh",
    "lien he",
    "lien lac",
    "may ban",
    "sdt",
    "so may",
    "tong dai",
    "tu van",
    "zalo",
];

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

use Label::Phone;

/// Most words in one label.
const MOST_WORDS: usize = 4;

/// Labels of scripts that put no spaces between words; of two that end together the last one counts.
const UNSPACED: &[(&str, Label)] = &[
    ("電話", Phone),
    ("携帯", Phone),
    ("折り返し", Phone),
    ("折返し", Phone),
    ("お問い合わせ", Phone),
    ("お問合せ", Phone),
    ("行動", Phone),
    ("手機", Phone),
    ("專線", Phone),
    ("电话", Phone),
    ("手机", Phone),
    ("热线", Phone),
    ("전화", Phone),
    ("휴대폰", Phone),
    ("연락처", Phone),
    ("โทร", Phone),
    ("番号", Label::Other),
    ("注文", Label::Other),
    ("伝票", Label::Other),
    ("口座", Label::Other),
    ("订单", Label::Other),
    ("訂單", Label::Other),
    ("单号", Label::Other),
    ("單號", Label::Other),
    ("统一编号", Label::Other),
    ("統一編號", Label::Other),
    ("账号", Label::Other),
    ("帳號", Label::Other),
    ("税号", Label::Other),
    ("번호", Label::Other),
    ("계좌", Label::Other),
    ("電話番号", Phone),
    ("携帯番号", Phone),
    ("전화번호", Phone),
];

/// Folded words that are labels in one spelling only: `đổi` (exchanged) is no DOI, `đón` (to fetch)
/// no `đơn` (order), `the` no `thẻ` (card).
const SPELLED: &[(&str, &str)] = &[
    ("bin", "bin"),
    ("doc", "doc"),
    ("doi", "doi"),
    ("don", "đơn"),
    ("lot", "lot"),
    ("ma", "mã"),
    ("the", "thẻ"),
    ("toi", "toi"),
    ("tu", "tu"),
    ("vin", "vin"),
];

/// What the header of a column or the like says.
pub(super) fn of_hint(hint: &str) -> Option<Label> {
    // Most texts have none.
    (!hint.is_empty()).then(|| nearest(hint, &[])).flatten()
}

/// The nearest label at the end of `text` and the units behind it, on the same line.
pub(super) fn nearest(text: &str, units: &[Unit]) -> Option<Label> {
    let line = Line::before(text, units);
    line.last_label().map(|(_, label)| label)
}

/// Whether a phone label stands right at the end: `Tel.0912…`, `ĐT0912…`.
pub(super) fn touches(text: &str, units: &[Unit]) -> bool {
    let mut line = Line::before(text, units);
    while let [.., b'.' | b':' | b'-' | b'#'] = line.bytes() {
        line.end -= 1;
    }
    line.last_label() == Some((line.bytes().len(), Phone))
}

/// Whether the word right in front is one that only Vietnamese has.
pub(super) fn is_vietnamese(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let bytes = line.bytes();
    let end = bytes.iter().rposition(u8::is_ascii_alphabetic);
    let words = bytes
        .get(..end.map_or(0, |end| end + 1))
        .unwrap_or_default();
    VIETNAMESE.iter().any(|word| {
        let before = words.strip_suffix(word.as_bytes());
        before.is_some_and(|before| !before.last().is_some_and(u8::is_ascii_alphanumeric))
    })
}

/// A letter that is not ASCII and has no likeness there.
const LETTER: u8 = 0x80;
/// Any other character that is not ASCII.
const SIGN: u8 = 0x81;

/// The end of the line before a number, folded to one byte for each character; a longer number in
/// it hides what is before that.
struct Line<'a> {
    /// What it was folded from.
    text: &'a str,
    units: &'a [Unit],
    folded: [u8; REACH],
    /// The line is `begin..end` of that.
    begin: usize,
    end: usize,
    /// A bit for each place in it where a word ends that a label may end with.
    ends: u64,
    /// Some of it belongs to a script without spaces.
    ideographs: bool,
}

/// The characters before a number and their classes, from the last one on.
fn backwards<'a>(text: &'a str, units: &'a [Unit]) -> impl Iterator<Item = (char, Class)> + 'a {
    let behind = units.iter().rev().map(|unit| (unit.ch, unit.class));
    behind.chain(text.chars().rev().map(|ch| (ch, text::class(ch))))
}

impl<'a> Line<'a> {
    fn before(text: &'a str, units: &'a [Unit]) -> Self {
        let mut line = Self {
            folded: [0; REACH],
            begin: REACH,
            end: REACH,
            ends: 0,
            text,
            units,
            ideographs: false,
        };
        let mut digits = 0;
        // The word that is being read, from its end.
        let (mut key, mut end) = (SEED, REACH);
        // Both halves of the chain have a loop of their own so.
        backwards(text, units).all(|(ch, class)| {
            digits += usize::from(matches!(class, Class::Digit(_)));
            if class == Class::Break || digits > 3 || line.begin == 0 {
                return false;
            }
            let byte = match ch {
                ch if ch.is_ascii() => (ch as u8).to_ascii_lowercase(),
                '\u{300}'..='\u{36F}' => return true,
                '\u{A0}' => b' ',
                ch => match (base(ch), class) {
                    (Some(letter), _) => letter,
                    (None, Class::Letter) => LETTER,
                    (None, Class::Ideograph) => {
                        line.ideographs = true;
                        LETTER
                    }
                    (None, _) => SIGN,
                },
            };
            if is_word(byte) {
                key = hash(key, byte);
            } else {
                line.end_word(key, end);
                (key, end) = (SEED, line.begin - 1);
            }
            line.begin -= 1;
            if let Some(place) = line.folded.get_mut(line.begin) {
                *place = byte;
            }
            true
        });
        line.end_word(key, end);
        line
    }

    /// Notes where the word with this hash ends; one without letters is none.
    fn end_word(&mut self, key: u64, end: usize) {
        if key != SEED && may_end_label(key) {
            self.ends |= 1 << end;
        }
    }

    /// The same unfolded, but for combining marks.
    fn unfolded(&self) -> String {
        let all = backwards(self.text, self.units).map(|(ch, _)| ch);
        let own = all.filter(|ch| !matches!(ch, '\u{300}'..='\u{36F}'));
        // What was cut off at the end of the line counts, too: `begin` does not move.
        let own: Vec<char> = own.take(REACH - self.begin).collect();
        own.into_iter().rev().collect()
    }

    fn bytes(&self) -> &[u8] {
        self.folded.get(self.begin..self.end).unwrap_or_default()
    }

    /// Whether the word at `from..to` is the one that [`SPELLED`] means.
    fn is_spelled(&self, from: usize, to: usize) -> bool {
        let Some(word) = self.bytes().get(from..to).filter(|word| word.len() <= 4) else {
            return true;
        };
        let own = || {
            let own = self.unfolded();
            let own: Vec<char> = own.chars().skip(from).take(to - from).collect();
            own.into_iter().flat_map(char::to_lowercase)
        };
        SPELLED
            .iter()
            .find(|(folded, _)| folded.as_bytes() == word)
            .is_none_or(|(_, spelled)| own().eq(spelled.chars()))
    }

    /// The last label and where it ends; of two that end together the longer one.
    fn last_label(&self) -> Option<(usize, Label)> {
        let spaced = self.last_spaced();
        if !self.ideographs {
            return spaced;
        }
        let text = self.unfolded();
        let unspaced = last_unspaced(&text);
        let unspaced = unspaced.map(|(end, label)| (end.min(self.bytes().len()), label));
        spaced
            .into_iter()
            .chain(unspaced)
            .max_by_key(|(end, _)| *end)
    }

    fn last_spaced(&self) -> Option<(usize, Label)> {
        let text = self.bytes();
        let mut ends = self.ends;
        while ends != 0 {
            let end = ends.ilog2() as usize;
            ends ^= 1 << end;
            let end = end.checked_sub(self.begin)?;
            let label = self.label_at(end, text.len().saturating_sub(end) > CLOSE);
            if label.is_some() {
                return label.map(|label| (end, label));
            }
        }
        None
    }

    /// The longest label that ends here, or `far` before the digits a phone label.
    fn label_at(&self, end: usize, far: bool) -> Option<Label> {
        let text = self.bytes();
        let (mut key, mut at) = (SEED, end);
        let mut hit = None;
        for nth in 0..MOST_WORDS {
            while let Some(byte) = at.checked_sub(1).and_then(|left| text.get(left)) {
                if !is_word(*byte) {
                    break;
                }
                key = hash(key, *byte);
                at -= 1;
            }
            if let Some(label) = label_of(key)
                && (label == Phone || !far)
                && (nth > 0 || label == Phone || self.is_spelled(at, end))
            {
                hit = Some(label);
            }
            // Words of one label have one character between them.
            let (Some(gap), Some(next)) = (at.checked_sub(1), at.checked_sub(2)) else {
                break;
            };
            let (Some(gap), true) = (
                text.get(gap),
                text.get(next).is_some_and(|byte| is_word(*byte)),
            ) else {
                break;
            };
            key = hash(key, *gap);
            at -= 1;
        }
        hit
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == LETTER
}

/// The last label of a script without spaces, and how many characters there are up to its end.
fn last_unspaced(text: &str) -> Option<(usize, Label)> {
    // All of these words end with a character of three bytes.
    let ends = |own: &[u8]| own.last_chunk::<3>().copied();
    let places = text.char_indices().rev().map(|(at, ch)| at + ch.len_utf8());
    places.filter(|end| *end > 3).find_map(|end| {
        let before = text.get(..end)?;
        let last = ends(before.as_bytes());
        let words = UNSPACED.iter().rev();
        let (_, label) = words
            .filter(|(word, _)| ends(word.as_bytes()) == last)
            .find(|(word, _)| before.ends_with(word))?;
        Some((before.chars().count(), *label))
    })
}

/// A Vietnamese letter without its marks, in lower case.
fn base(ch: char) -> Option<u8> {
    Some(match ch {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => b'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => b'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => b'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => b'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => b'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => b'y',
        'Đ' | 'đ' => b'd',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Label::{Amount, Other};
    use super::*;

    #[test]
    fn words_of_vietnamese_are_told_from_those_that_many_languages_share() {
        for text in ["ĐT: ", "Số điện thoại (", "Zalo 📞 ", "SĐT:", "Liên hệ - "] {
            assert!(is_vietnamese(text, &[]), "{text}");
        }
        for text in [
            "Tel: ",
            "Tél. ",
            "Telefon: ",
            "Fax: ",
            "adt: ",
            "",
            "Zalo và Tel: ",
        ] {
            assert!(!is_vietnamese(text, &[]), "{text}");
        }
    }

    fn label(text: &str) -> Option<Label> {
        nearest(text, &[])
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
