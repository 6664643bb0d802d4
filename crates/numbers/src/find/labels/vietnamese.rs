//! Words that only Vietnamese puts in front of a number: whose it is, besides that it is one.

use super::super::folded::{word_begin, word_end};
use super::Line;
use super::whole::begins_whose;
use crate::text::Unit;

/// Folded. `Tel`, `Fax` and `Phone` say that something is a number, these also whose.
const VIETNAMESE: &[&str] = &[
    "cskh",
    "dd",
    "di dong",
    "dien thoai",
    "dien thoai ban",
    "dt",
    "dt ban",
    "dtdd",
    "duong day nong",
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

/// Of these the ones that a person is called by: an engine has a `số máy`, too, and what is `máy bàn` is no mobile.
const MOBILE: &[&str] = &[
    "dd",
    "di dong",
    "dien thoai",
    "dt",
    "dtdd",
    "goi",
    "goi lai",
    "goi so",
    "goi tu",
    "lh",
    "lien he",
    "lien lac",
    "sdt",
    "so di dong",
    "so dien thoai",
    "so dt",
    "zalo",
];

/// What a phone itself is called: one is told by `gọi` and `call`, too, at what hour, and by `office` where somebody is.
const NOUNS: &[&str] = &[
    "cell",
    "dd",
    "di dong",
    "dien thoai",
    "dt",
    "dtdd",
    "fax",
    "hotline",
    "mob",
    "mobile",
    "phone",
    "sdt",
    "so dt",
    "tel",
    "telephone",
    "tong dai",
    "zalo",
];

/// Whom to call, at no hour.
const CONTACTS: &[&str] = &["lh", "lien he", "lien lac"];

/// Whether a word for the phone itself stands right in front.
pub(in super::super) fn names_noun(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let behind = ends_with(line.bytes(), NOUNS);
    behind.is_some_and(|behind| !behind.iter().any(u8::is_ascii_digit))
}

/// The same with nothing behind it, or a word for whom to call: `Hotline`, of `Hotline1:`, and `LH`, of `LH 1:`.
#[inline(never)]
pub(in super::super) fn names_counted(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let behind = ends_with(line.bytes(), NOUNS).or_else(|| ends_with(line.bytes(), CONTACTS));
    behind.is_some_and(<[u8]>::is_empty)
}

/// What somebody has done with a phone, folded.
const ATTEMPTS: &[&str] = &[
    "called", "da goi", "dialed", "dialled", "phoned", "rang", "texted", "tried",
];

/// Whether it is said right in front that this number was called.
#[inline(never)]
pub(in super::super) fn names_attempt(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let behind = ends_with(line.bytes(), ATTEMPTS);
    behind.is_some_and(|behind| !behind.iter().any(u8::is_ascii_digit))
}

/// What money does, and into what.
const WAYS: &[&str] = &[
    "chuyen", "ck", "den", "gui", "khoan", "nap", "qua", "toi", "tu", "vao",
];

/// Whether nobody (`Lan`, `nhân viên`, `bên`) stands in front, or in front of one of these words, which stands there unless it
/// is already `known`.
#[inline(never)]
pub(in super::super) fn follows_nobody(
    text: &str,
    units: &[Unit],
    words: &[&str],
    known: bool,
) -> bool {
    let line = Line::before(text, units);
    let bytes = line.bytes();
    let mut end = word_end(bytes, bytes.len());
    if bytes.iter().skip(end).any(|byte| !b" :".contains(byte)) {
        return known;
    }
    let mut from = word_begin(bytes, end);
    let is_one = |list: &[&str], from, end| {
        bytes
            .get(from..end)
            .is_some_and(|own| list.iter().any(|it| it.as_bytes() == own))
    };
    if is_one(words, from, end) {
        end = word_end(bytes, from);
        from = word_begin(bytes, end);
    } else if !known {
        return false;
    }
    from == end || is_one(WAYS, from, end)
}

/// Whether the word right in front is one that only Vietnamese has.
pub(in super::super) fn is_vietnamese(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    ends_with(line.bytes(), VIETNAMESE).is_some()
}

/// Whether a firm's hotline is named right in front: a `điện thoại` has a history, with years.
pub(in super::super) fn names_hotline(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let behind = ends_with(line.bytes(), &["hotline", "tong dai"]);
    behind.is_some_and(|behind| behind.iter().all(|byte| b" :.".contains(byte)))
}

/// The same of somebody's phone, where no digits of something else stand between (`SĐT 2: ` is none, either); a package
/// (`gói`) calls nobody, and the code of something (`Mã ĐT`) and how often somebody called (`lần gọi`) are no phone.
pub(in super::super) fn names_vietnamese(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let Some(behind) = ends_with(line.bytes(), MOBILE) else {
        return names_whose(&line);
    };
    let end = line.bytes().len() - behind.len();
    let words = line.bytes().get(..end).unwrap_or_default();
    let package = || words.ends_with(b"goi") && line.small(end - 3, end) == "gói";
    let last = words.iter().rposition(|byte| *byte == b' ');
    let before = words.get(..last.unwrap_or_default()).unwrap_or_default();
    !counts(before) && !behind.iter().any(u8::is_ascii_digit) && !package()
}

/// `SĐT người nhận: `
#[inline(never)]
fn names_whose(line: &Line<'_>) -> bool {
    let bytes = line.bytes();
    let end = bytes.iter().rposition(u8::is_ascii_alphabetic);
    let (words, behind) = bytes.split_at(end.map_or(0, |end| end + 1));
    let Some(from) = begins_whose(line, words) else {
        return false;
    };
    let before = words.get(..from).unwrap_or_default().trim_ascii_end();
    !counts(before) && !behind.iter().any(u8::is_ascii_digit)
}

/// `Mã ĐT`, `Số lần gọi 08 10 17 54 92`: a code, and how often.
fn counts(before: &[u8]) -> bool {
    [&b"ma"[..], b"lan"].iter().any(|own| before.ends_with(own))
}

/// What stands behind the last word, when it is one of these.
#[inline(never)]
fn ends_with<'a>(bytes: &'a [u8], list: &[&str]) -> Option<&'a [u8]> {
    let end = bytes.iter().rposition(u8::is_ascii_alphabetic);
    let (words, behind) = bytes.split_at(end.map_or(0, |end| end + 1));
    let ends = |word: &&str| {
        let before = words.strip_suffix(word.as_bytes());
        before.is_some_and(|before| !before.last().is_some_and(u8::is_ascii_alphanumeric))
    };
    list.iter().any(ends).then_some(behind)
}

#[cfg(test)]
mod tests {
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
}
