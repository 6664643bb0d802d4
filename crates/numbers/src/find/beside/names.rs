//! Names that touch a number: `Hùng-0912345678`, `CHÚ BẢY-0829604482`.

use super::super::context::Place;
use super::super::folded::base;
use super::super::labels::Label;
use crate::text::{Class, Unit};

/// Longest name that touches a number, in characters.
pub(super) const MAX_NAME: usize = 12;

/// Whether one of these (in small letters) is the word that begins here.
#[inline(never)]
pub(in super::super) fn begins_with_word(units: &[Unit], words: &[&str]) -> bool {
    let len = units
        .iter()
        .take_while(|unit| unit.class == Class::Letter)
        .count();
    let word = units.get(..len).unwrap_or_default();
    let same = |own: &&str| {
        let mut chars = own.chars();
        word.iter()
            .all(|unit| chars.next() == Some(unit.ch.to_ascii_lowercase()))
            && chars.next().is_none()
    };
    len > 0 && words.iter().any(same)
}

/// `Hùng`, and then something that is neither a letter nor a digit.
pub(super) fn is_name(mut chars: impl Iterator<Item = char>) -> bool {
    chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(char::is_lowercase)
        && chars
            .take(MAX_NAME)
            .find(|ch| !ch.is_lowercase())
            .is_none_or(|ch| !ch.is_alphanumeric() && !matches!(ch, '_' | '-' | '.' | '/'))
}

/// The same behind a dash, also with an initial (`C.Hoa`) and, where its letters are those of no code, before another dash
/// (`Hương-Quận 3`).
#[inline(never)]
pub(super) fn is_name_between(units: &[Unit]) -> bool {
    let units = match units {
        [initial, dot, rest @ ..] if initial.ch.is_uppercase() && dot.ch == '.' => rest,
        all => all,
    };
    let own = units.iter().take_while(|unit| unit.ch.is_alphabetic());
    let len = own.clone().count();
    let dashed = (units.get(len)).is_some_and(|unit| unit.class == Class::Dash);
    let marked = dashed && own.clone().any(|unit| !unit.ch.is_ascii());
    let name = units.get(..if marked { len } else { units.len() });
    is_name(name.unwrap_or_default().iter().map(|unit| unit.ch))
}

/// `Fax: `, `Địa chỉ: `: the label of the next field, between which and the number a page has no blank.
#[inline(never)]
pub(in super::super) fn begins_field(mut chars: impl Iterator<Item = char> + Clone) -> bool {
    let big = chars.next().is_some_and(char::is_uppercase);
    let small = chars.next().is_some_and(char::is_lowercase);
    big && small
        && chars
            .take(MAX_NAME)
            .find(|ch| !(ch.is_lowercase() || *ch == ' '))
            .is_some_and(|ch| ch == ':')
}

/// `Derek-`, `Office-`: letters alone since the last blank.
#[inline(never)]
pub(super) fn follows_letters(place: &Place<'_>) -> bool {
    let own = place.backwards(1).take_while(|ch| !ch.is_whitespace());
    let mut own = own.take(MAX_NAME + 1);
    let len = own.clone().count();
    (2..=MAX_NAME).contains(&len) && own.all(char::is_alphabetic)
}

/// Longest name of several words, in characters.
const MAX_FULL_NAME: usize = 40;

/// `5/Ngô Bảo Nga/`, `Anh Dũng/`: the field in front of a slash is a name of two words or more, and not a part of a
/// path, which has more slashes, or marks.
#[inline(never)]
pub(super) fn follows_full_name(place: &Place<'_>) -> bool {
    if !place.label.is_none_or(Label::is_somebody) {
        return false;
    }
    let ends = |ch: &char| matches!(ch, '/' | '\n' | '\t' | ',' | ';' | '|' | ':' | '(');
    let mut before = place.backwards(1).take(MAX_FULL_NAME + 1);
    let name: Vec<char> = before.by_ref().take_while(|ch| !ends(ch)).collect();
    let name: String = name.into_iter().rev().collect();
    let is_word = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
    };
    // `1. Nguyễn Văn A/`
    let listed = |ch: char| ch.is_ascii_digit() || matches!(ch, '.' | ')' | ' ');
    let words = name.trim_start_matches(listed).split(' ');
    if name.ends_with(' ') || words.clone().count() < 2 || !words.clone().all(is_word) {
        return false;
    }
    let len = name.chars().count();
    let mut before = place.backwards(1 + len).take(MAX_FULL_NAME);
    let slash = before.next() == Some('/');
    let mut path = before.take_while(|ch| *ch != '\n').peekable();
    let empty = path.peek().is_none_or(|ch| ch.is_whitespace());
    let inside = path.any(|ch| matches!(ch, '.' | ':' | '/' | '?' | '&'));
    // `Home/Car Parts/0332353872`: a path, too, may have blanks.
    let written = place.end > place.first + 1 || !name.is_ascii();
    written && len <= MAX_FULL_NAME && !(slash && (empty || inside))
}

/// Whether a name and one mark stand right before: `Hùng-`, `CHÚ BẢY-`, `CHỊ LAN-`.
#[inline(never)]
pub(super) fn follows_name(place: &Place<'_>) -> bool {
    let word = |skipped: usize| {
        let all = place.backwards(skipped).take(MAX_NAME);
        let mut word: Vec<char> = all.take_while(|ch| !ch.is_whitespace()).collect();
        word.reverse();
        word
    };
    let name = word(1);
    let loud = name.iter().all(|ch| ch.is_uppercase()) && (2..MAX_NAME).contains(&name.len());
    // Codes have letters, but no vowels of Vietnamese; `ĐH` has none, either.
    let vowel = |ch: &char| !ch.is_ascii() && *ch != 'Đ' && base(*ch).is_some();
    let titled = || {
        let title: String = word(name.len() + 2)
            .into_iter()
            .flat_map(char::to_lowercase)
            .collect();
        TITLES.contains(&title.as_str())
    };
    let named = place.label.is_none_or(Label::is_somebody);
    loud && named && (name.iter().any(vowel) || titled()) || is_name(name.into_iter())
}

/// What Vietnamese calls somebody by, in front of the name.
const TITLES: &[&str] = &[
    "anh", "bà", "bác", "chú", "chị", "cô", "cậu", "dì", "em", "thầy", "ông",
];

/// Whether somebody's name follows this word: `Anh`, `Ms`, `A` of `A. Minh`.
#[inline(never)]
pub(in super::super) fn is_title(word: &str) -> bool {
    let small = word.to_lowercase();
    TITLES.contains(&small.as_str()) || matches!(small.as_str(), "a" | "c" | "mr" | "mrs" | "ms")
}
