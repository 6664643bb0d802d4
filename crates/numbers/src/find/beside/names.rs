//! Names that touch a number: `Hùng-0912345678`, `CHÚ BẢY-0829604482`.

use super::super::context::Place;
use super::super::folded::base;
use super::super::labels::Label;
use super::amounts::is_amount_ahead;
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

/// What kind of phone it is or where it rings, in small letters.
const WHERE: &[&str] = &["cell", "fax", "home", "mobile", "office", "tel", "work"];

/// Whose it is.
#[rustfmt::skip]
const WHOSE: &[&str] = &["dad", "direct", "husband", "mom", "mother", "spouse", "wife"];

/// Most characters that are looked at as what touches a number.
const MOST_BEHIND: usize = 40;

/// `(281) 737-4010Directions`, `314-515-4944fax#`, `0909839202MrHằng`: what stands at once behind a number that is written as in
/// its country is the next thing of a page, and behind one of Viet Nam somebody's title. A mailbox, a file and a code go on.
// By itself: compiled only where it is asked.
#[inline(never)]
pub(super) fn follows_at_once(place: &Place<'_>, number: &Number, prefixed: bool) -> bool {
    let behind = place.units.get(place.to..).unwrap_or_default();
    let label = place.label.is_none_or(Label::is_somebody);
    if !(label || place.opens()) || goes_on(behind) || is_amount_ahead(place.units, place.to) {
        return false;
    }
    let grouped = place.end > place.first + 1;
    let mut letters = behind.iter().map(|unit| unit.ch);
    let big = letters.next().is_some_and(char::is_uppercase);
    let small = letters.take(2).filter(|ch| ch.is_lowercase()).count() == 2;
    let last = place.chain.groups.get(place.end - 1);
    let dashed = || last.is_some_and(|last| last.gap.mark == Some(Class::Dash));
    let marked = || place.opens() || dashed() || number.has_prefix();
    if grouped && number.is_known() && is_whole(place, number) {
        return big && small && marked() || begins_with_word(behind, WHERE);
    }
    prefixed && number.is_unseen().is_none() && is_titled(behind)
}

/// Whether letters that touch a number are part of something longer: `A.Nam@gmail.com`, `Front.png`, `Rev2`; `Hours24/7` is not.
fn goes_on(behind: &[Unit]) -> bool {
    let word = behind
        .iter()
        .take(MOST_BEHIND)
        .take_while(|unit| unit.class != Class::Space);
    let word: Vec<char> = word.map(|unit| unit.ch).collect();
    let letters = word.iter().take_while(|ch| ch.is_alphabetic()).count();
    let digit = word.get(letters).is_some_and(char::is_ascii_digit);
    let code = letters < 5 || word.first().is_some_and(|ch| ch.is_lowercase());
    // `C.Vy` has one letter before its dot.
    let file = |pair: &[char]| matches!(pair, ['.', ch] if ch.is_alphabetic());
    let dotted = word
        .get(4.min(letters)..)
        .unwrap_or_default()
        .windows(2)
        .any(file);
    let initial =
        letters == 1 || word.starts_with(&['M', 'r', '.']) || word.starts_with(&['M', 's', '.']);
    let named = initial && word.iter().filter(|ch| **ch == '.').count() == 1;
    word.iter().any(|ch| matches!(ch, '@' | '_' | '-')) || digit && code || dotted && !named
}

/// `MrLinh`, `MsLan`, `C.Vy`
fn is_titled(behind: &[Unit]) -> bool {
    let title = |title: &&str| {
        behind.len() > title.len()
            && title.chars().zip(behind).all(|(ch, unit)| unit.ch == ch)
            && is_name(behind.iter().skip(title.len()).map(|unit| unit.ch))
    };
    ["A.", "C.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."]
        .iter()
        .any(title)
        && !is_file(behind)
}

/// `A.Pdf`
fn is_file(behind: &[Unit]) -> bool {
    matches!(behind, [_, dot, rest @ ..] if dot.ch == '.' && begins_with_word(rest, super::FILES))
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
    let label = place.label.is_none_or(Label::is_somebody);
    // `/hotline-0912345678-gap`: a part of an address.
    let inside = place
        .before(1)
        .is_some_and(|left| matches!(left.class, Class::Dash | Class::Slash));
    if len < 2
        || !ends
        || !label
        || inside
        || !number.is_known()
        || grouped && !is_whole(place, number)
    {
        return false;
    }
    if number.is_american() {
        let says = |words| begins_with_word(behind, words);
        return grouped && (says(WHERE) || says(WHOSE));
    }
    prefixed && (grouped || place.label == Some(Label::Phone))
}
