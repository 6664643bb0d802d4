//! Phrases that name somebody's Vietnamese phone and nothing else: they give back the zero that a spreadsheet took off.

use super::super::folded::{is_word, word_end};
use super::Label::{Amount, Id, Other, Vague};
use super::{Line, NEXT, Phrase};
use crate::text::{Class, Unit};

/// Folded.
const IN_TEXT: &[&str] = &[
    "di dong",
    "sdt",
    "so di dong",
    "so dien thoai",
    "so dt",
    "so zalo",
];

/// These alone say too little in a sentence (`IMEI điện thoại`), but name a column.
const IN_HEADER: &[&str] = &["dien thoai", "dt"];

/// Who calls or is called, and whom to call, as the name of a column.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "dau moi", "dau so", "den so", "emergency contact", "ice", "lien he", "so bi goi", "so goi", "so goi den", "so goi di", "tu so",
];

/// Whose it is, behind the phrase in a header.
const WHOSE: &[&str] = &[
    " ca nhan",
    " khan cap",
    " chinh",
    " khach",
    " lien he",
    " nguoi",
    " nhan",
    " nhan hang",
    " nhan tin",
    " nhan vien",
    " phu huynh",
    " zalo",
    " (zalo)",
];

/// In front of a phrase these make it another number or a sum: `Mã số điện thoại`, `Cước di động`.
const OF_ELSE: &[&str] = &[
    "cmnd", "cuoc", "goi", "hay", "hoac", "id", "imei", "luong", "ma", "nhom", "phi", "seri",
    "serial", "the", "tien",
];

/// Whether such a phrase stands right in front, and nothing in its field says that it is about something else.
pub(in super::super) fn names_whole(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let bytes = line.bytes();
    let end = bytes.iter().rposition(|byte| !b" :.".contains(byte));
    let end = end.map_or(0, |at| at + 1);
    let words = bytes.get(..end).unwrap_or_default();
    let begins = IN_TEXT.iter().filter_map(|own| {
        let from = words.strip_suffix(own.as_bytes())?.len();
        (line.is_own_word(from) && line.is_meant(from, end)).then_some(from)
    });
    let Some(from) = begins
        .min()
        .filter(|_| (1..=NEXT).contains(&(bytes.len() - end)))
    else {
        return false;
    };
    // `Cước di động`: these words are no noun of their own.
    let alone =
        words.get(from..) != Some(b"di dong") || line.field(from).iter().all(|byte| *byte == b' ');
    alone && !line.is_about_else(from)
}

/// Whether the field in front is about a sum: `Cước gọi`.
pub(in super::super) fn counts_money(text: &str) -> bool {
    let line = Line::before(text, &[]);
    let field = line.field(word_end(line.bytes(), line.bytes().len()));
    let mut words = field.split(|byte| !is_word(*byte));
    words.any(|word| matches!(word, b"cuoc" | b"phi" | b"tien"))
}

/// Where such a phrase begins that ends with whose phone it is: `SĐT người nhận`; `words` are a line up to its last letter.
pub(super) fn begins_whose(line: &Line<'_>, words: &[u8]) -> Option<usize> {
    [IN_TEXT, IN_HEADER].into_iter().flatten().find_map(|own| {
        let from = words
            .windows(own.len())
            .rposition(|it| it == own.as_bytes())?;
        let to = from + own.len();
        let behind = words.get(to..).filter(|it| !it.is_empty())?;
        (line.is_own_word(from) && line.is_meant(from, to) && says_whose(behind)).then_some(from)
    })
}

/// Whether a header is such a phrase and nothing else: `SĐT khách`, `Di động (Zalo)`, but not `Mã KH / SĐT`, `DT 2024`.
pub(in super::super) fn heads_whole(heading: &str) -> bool {
    behind_phrase(heading, true)
}

/// `Điện thoại` alone stands above columns with numbers of all countries; `DIEN_THOAI` names a field in one firm's records.
#[inline(never)]
pub(in super::super) fn heads_all(heading: &str) -> bool {
    let line = Line::before(heading, &[]);
    let words = (line.bytes().iter()).filter(|byte| byte.is_ascii_alphabetic() || **byte == b'_');
    words.eq(b"dienthoai")
}

/// The same of one field in a form, where more is said: `SĐT 2`, `SĐT người gửi`. `Điện thoại` alone stands above columns with
/// numbers of all countries.
pub(in super::super) fn heads_field(heading: &str) -> bool {
    behind_phrase(heading, false)
}

/// Whether a header is such a phrase with whose it is behind, or with nothing (`alone`).
#[inline(never)]
fn behind_phrase(heading: &str, alone: bool) -> bool {
    let line = Line::before(heading, &[]);
    let bytes = line.bytes();
    let seen = heading
        .chars()
        .filter(|ch| !matches!(ch, '\u{300}'..='\u{36F}'));
    // Longer than what was read, or of several lines.
    if seen.count() != bytes.len() {
        return false;
    }
    let frame = |byte: &u8| b" <>[]*:.\"'".contains(byte);
    let Some(from) = bytes.iter().position(|byte| !frame(byte)) else {
        return false;
    };
    let to = bytes
        .iter()
        .rposition(|byte| !frame(byte))
        .map_or(0, |at| at + 1);
    let words = bytes.get(from..to).unwrap_or_default();
    let is_one = |own: &&str| {
        let head = words.get(..own.len());
        // `DIEN_THOAI`
        let same = |(one, other): (&u8, u8)| *one == other || (*one, other) == (b'_', b' ');
        let begins = head.is_some_and(|head| head.iter().zip(own.bytes()).all(same));
        let behind = words.get(own.len()..).filter(|_| begins);
        let says = |behind: &[u8]| (alone || !behind.is_empty()) && says_whose(behind);
        behind.is_some_and(|behind| line.is_meant(from, from + own.len()) && says(behind))
    };
    // One after the other, so that there is one loop.
    [IN_TEXT, IN_HEADER, ENDS]
        .iter()
        .any(|list| list.iter().any(is_one))
}

/// Nothing, a count or whose it is.
#[inline(never)]
fn says_whose(behind: &[u8]) -> bool {
    let (words, number) = match behind {
        [words @ .., number] if number.is_ascii_digit() => (words.trim_ascii_end(), true),
        words => (words, false),
    };
    let whose = || {
        WHOSE
            .iter()
            .any(|own| match words.strip_prefix(own.as_bytes()) {
                Some([]) => true,
                Some(more) => matches!(*own, " khach" | " nguoi") && is_plain(more),
                None => false,
            })
    };
    words.is_empty() && (!number || behind.len() <= 2) || whose()
}

/// ` hàng`, ` nhận`: words, and none of something else.
fn is_plain(words: &[u8]) -> bool {
    words.starts_with(b" ")
        && words.iter().all(|byte| is_word(*byte) || *byte == b' ')
        && !words.split(|byte| *byte == b' ').any(is_of_else)
}

fn is_of_else(word: &[u8]) -> bool {
    OF_ELSE.iter().any(|own| own.as_bytes() == word)
}

/// What sets one field off from the next; of a folded line.
fn sets_off(byte: u8) -> bool {
    b",;|.:-()[]\t".contains(&byte) || byte == super::SIGN
}

impl Line<'_> {
    /// Whether a word begins here.
    fn is_own_word(&self, from: usize) -> bool {
        let before = from.checked_sub(1).and_then(|at| self.bytes().get(at));
        !before.is_some_and(|byte| is_word(*byte))
    }

    /// `DT` alone is a turnover, `đi đông` no mobile.
    #[inline(never)]
    fn is_meant(&self, from: usize, to: usize) -> bool {
        match self.bytes().get(from..to) {
            Some(b"dt") => self.small(from, to) == "đt",
            // How many there are of something.
            Some(b"so goi") => self.small(from, to) != "số gói",
            Some(b"so dt") => matches!(self.small(from, to).as_str(), "số đt" | "so đt" | "so dt"),
            Some(b"di dong") => self.small(from, to).starts_with('d'),
            _ => true,
        }
    }

    /// What stands in front of `from` in its field.
    fn field(&self, from: usize) -> &[u8] {
        let before = self.bytes().get(..from).unwrap_or_default();
        let begin = before.iter().rposition(|byte| sets_off(*byte));
        before
            .get(begin.map_or(0, |at| at + 1)..)
            .unwrap_or_default()
    }

    /// Whether the field, or a word right in front of the field (`CMND, SĐT:`), says that it is something else.
    fn is_about_else(&self, from: usize) -> bool {
        let field = self.field(from);
        if field.iter().any(|byte| b"/#&+\\".contains(byte))
            || field.split(|byte| !is_word(*byte)).any(is_of_else)
        {
            return true;
        }
        let begin = from - field.len();
        let mut end = self.end_before(from);
        while end > begin || end > 0 && self.touches_field(end, begin) {
            let says = self.phrase(end).0.map(|(phrase, _)| phrase);
            if matches!(
                says,
                Some(Phrase::Says(Other | Id | Vague | Amount) | Phrase::Identity | Phrase::Secret)
            ) {
                return true;
            }
            end = self.end_before(end);
        }
        false
    }

    /// Nothing but marks and blanks stand between.
    fn touches_field(&self, end: usize, field: usize) -> bool {
        let gap = self.bytes().get(end..field).unwrap_or_default();
        !gap.iter().any(|byte| is_word(*byte))
    }
}

/// Whether what follows the digits lets them be a number: the end, a mark of a sentence, somebody's name; no bracket
/// and no word (`là CMND`) that may say what they are.
pub(in super::super) fn ends_whole(behind: &[Unit]) -> bool {
    let mut rest = behind
        .iter()
        .skip_while(|unit| matches!(unit.class, Class::Space | Class::Invisible));
    let Some(first) = rest.next() else {
        return true;
    };
    let mut name =
        || first.ch.is_uppercase() && rest.next().is_some_and(|unit| unit.ch.is_lowercase());
    matches!(first.class, Class::Break | Class::Close)
        || matches!(
            first.ch,
            ',' | ';' | '.' | '!' | '?' | '-' | '–' | '|' | '"'
        )
        || name()
}

/// Whether the digits are their whole cell, but for the `'` that spreadsheets put before text, and for whose or the how
/// manieth it is: `Lê Nam: 365206211`, `4. 907235378`.
pub(in super::super) fn is_cell(text: &str, units: &[Unit], behind: &[Unit]) -> bool {
    let blank = |unit: &Unit| matches!(unit.class, Class::Space | Class::Invisible | Class::Break);
    behind.iter().all(blank)
        && (text.trim().is_empty() && units.iter().all(blank) || leads(text, units))
}

/// Whether all that stands in front says whose the number is or how manieth, or is one sign (`☎`).
#[inline(never)]
fn leads(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    // Not all of it is in the line: digits or another line are in front.
    if line.bytes().len() != text.chars().count() + units.len() {
        return false;
    }
    match line.bytes().trim_ascii() {
        [] | [b'\''] | [super::SIGN] | [b'1'..=b'9', b'.' | b')'] => true,
        [name @ .., b':'] => name
            .iter()
            .all(|byte| is_word(*byte) && !byte.is_ascii_digit() || matches!(byte, b' ' | b'.')),
        _ => false,
    }
}
