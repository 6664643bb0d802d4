//! Names that touch a number: `Hùng-0912345678`, `CHÚ BẢY-0829604482`.

use super::super::context::Place;
use super::super::folded::base;
use super::super::labels::Label;

/// Longest name that touches a number, in characters.
pub(super) const MAX_NAME: usize = 12;

/// `Hùng`, and then something that is neither a letter nor a digit.
pub(super) fn is_name(mut chars: impl Iterator<Item = char>) -> bool {
    chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(char::is_lowercase)
        && chars
            .take(MAX_NAME)
            .find(|ch| !ch.is_lowercase())
            .is_none_or(|ch| !ch.is_alphanumeric() && !matches!(ch, '_' | '-' | '.' | '/'))
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
