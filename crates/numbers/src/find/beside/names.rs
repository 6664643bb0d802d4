//! Names that touch a number: `Hùng-0912345678`, `CHÚ BẢY-0829604482`.

use super::super::context::Place;
use super::super::folded::base;
use super::super::labels::Label;
use super::fields::is_whole;
use crate::Number;
use crate::text::{Class, Unit};

/// Longest name that touches a number, in characters.
pub(super) const MAX_NAME: usize = 12;

/// Whether one of these (in small letters) is the word that begins here.
// By itself: compiled only where it is asked.
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
// By itself: compiled only where it is asked.
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
// By itself: compiled only where it is asked.
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
// By itself: compiled only where it is asked.
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
// By itself: compiled only where it is asked.
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
// By itself: compiled only where it is asked.
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
// By itself: compiled only where it is asked.
#[inline(never)]
pub(in super::super) fn is_title(word: &str) -> bool {
    let small = word.to_lowercase();
    TITLES.contains(&small.as_str()) || matches!(small.as_str(), "a" | "c" | "mr" | "mrs" | "ms")
}

/// What an office calls whom it reaches at a number, and a kind of phone, in small letters.
#[rustfmt::skip]
const WHERE: &[&str] = &[
    "cell", "dad", "day", "days", "direct", "eve", "evenings", "fax", "home", "husband", "landline", "main", "mobile",
    "mom", "mother", "night", "office", "phone", "son", "spouse", "tel", "wife", "work",
];

/// `(281) 737-4010Directions`, `314-515-4944fax#`, `0909839202MrHằng`: what stands at once behind a number that is written as in
/// its country is the next thing of a page, and behind one of Viet Nam somebody's title.
// By itself: compiled only where it is asked.
#[inline(never)]
pub(super) fn follows_at_once(place: &Place<'_>, number: &Number, prefixed: bool) -> bool {
    let behind = place.units.get(place.to..).unwrap_or_default();
    let grouped = place.end > place.first + 1;
    let mut letters = behind.iter().map(|unit| unit.ch);
    let big = letters.next().is_some_and(char::is_uppercase);
    let small = letters
        .by_ref()
        .take(2)
        .filter(|ch| ch.is_lowercase())
        .count()
        == 2;
    let known = grouped && number.is_known() && is_whole(place, number);
    let marked = || {
        place.opens()
            || place
                .chain
                .groups
                .get(place.end - 1)
                .is_some_and(|it| it.gap.mark == Some(Class::Dash))
    };
    if known
        && (big && small && (marked() || number.has_prefix()) || begins_with_word(behind, WHERE))
    {
        return true;
    }
    prefixed && number.is_unseen().is_none() && is_titled(behind)
}

/// `MrLinh`, `MsLan`, `C.Vy`
fn is_titled(behind: &[Unit]) -> bool {
    let title = |title: &&&str| {
        behind.len() > title.len()
            && title.chars().zip(behind).all(|(ch, unit)| unit.ch == ch)
            && is_name(behind.iter().skip(title.len()).map(|unit| unit.ch))
    };
    ["A.", "C.", "Mr", "Mr.", "Mrs", "Ms", "Ms.", "Mrs."]
        .iter()
        .any(|it| title(&it))
}

/// `401-486-1771-work,`, `lh:0708665303-gặp Hương`, `024.6209.5664-DĐ:`: a word behind a dash, and no more of what could be a
/// code's name or an address.
// By itself: compiled only where it is asked.
#[inline(never)]
pub(super) fn is_remark(place: &Place<'_>, number: &Number, prefixed: bool) -> bool {
    let behind = place.units.get(place.to + 1..).unwrap_or_default();
    let word = behind.iter().take_while(|unit| unit.class == Class::Letter);
    let len = word.count();
    let ends = match behind.get(len..).unwrap_or_default() {
        [] => true,
        [next, further @ ..] => {
            matches!(next.class, Class::Space | Class::Close)
                || matches!(next.ch, ',' | ';' | ':')
                || matches!(next.ch, '.')
                    && further.first().is_none_or(|it| it.class == Class::Space)
        }
    };
    let grouped = place.end > place.first + 1;
    if len < 2 || !ends || !number.is_known() || grouped && !is_whole(place, number) {
        return false;
    }
    if number.is_american() {
        return grouped && begins_with_word(behind, WHERE);
    }
    prefixed && (grouped || place.label == Some(Label::Phone))
}
