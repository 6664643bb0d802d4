//! What the other numbers of a cell say: beside `06 76 31 63 88` bare digits are French, too.

use super::language::{Language, SOME, Voices};
use crate::Number;
use crate::text::{self, Class};

/// Longest cell, bytes of UTF-8, and most letters in it (`or`, `ext.`): more is prose, where anybody's numbers meet.
const MAX_CELL: usize = 72;
const MAX_LETTERS: usize = 8;
/// Groups of one number that are looked at.
const MAX_GROUPS: usize = 8;

/// Adds the languages of the countries whose numbers stand in a text that is nothing but numbers.
pub(super) fn add(text: &str, voices: &mut Voices) {
    let separates = |byte: u8| matches!(byte, b',' | b';' | b'|' | b'&' | b'/');
    if text.len() > MAX_CELL || !(text.bytes().any(separates) || text.contains(" or ")) {
        return;
    }
    if text.chars().filter(|ch| ch.is_alphabetic()).count() > MAX_LETTERS {
        return;
    }
    let parts = || {
        let parts = text.split([',', ';', '|', '&']);
        parts
            .flat_map(|part| part.split(" / "))
            .flat_map(|part| part.split(" or "))
    };
    for part in parts() {
        // `0799567148/03 73 10 92 05`, but `040/3462186` is one.
        let (whole, halves) = (language_of(part), part.split_once('/'));
        let halves = halves.map(|(left, right)| [left, right].map(language_of));
        for language in whole
            .into_iter()
            .chain(halves.into_iter().flatten().flatten())
        {
            voices.add(language, SOME);
        }
    }
}

/// Whose way of writing a number is, when no other country has it.
fn language_of(part: &str) -> Option<Language> {
    let part = part.trim_matches(|ch: char| ch.is_whitespace() || ch.is_alphabetic());
    // Whoever writes `+49` beside it writes those of home without.
    if part.contains('+') {
        return None;
    }
    let (mut sizes, mut count) = ([0_usize; MAX_GROUPS], 0);
    let (mut lead, mut inside, mut mark) = ([10_u8; 4], false, None);
    for (ch, class) in part.chars().map(|ch| (ch, text::class(ch))) {
        let Class::Digit(value) = class else {
            inside = false;
            if mark.is_none() && ch != ' ' {
                mark = Some(class);
            }
            continue;
        };
        count += usize::from(!inside);
        inside = true;
        let size = sizes.get_mut(count - 1)?;
        if count == 1
            && let Some(place) = lead.get_mut(*size)
        {
            *place = value;
        }
        *size += 1;
    }
    let own = sizes.get(..count)?;
    let dashed = mark == Some(Class::Dash);
    let bracket = matches!(mark, Some(Class::Open | Class::Close));
    match (lead, own) {
        ([0, 1..=9, ..], [2, 2, 2, 2, 2]) => Some(Language::French),
        ([0, 7..=9, 0, _], [3, 4, 4]) | ([0, 0..=8, ..], [2, 4, 4]) if dashed || bracket => {
            Some(Language::Japanese)
        }
        // `024/38251234` is Hà Nội's, `0236/3822123` Đà Nẵng's.
        ([0, 2, 4 | 8, _], [3, 8]) => None,
        ([0, 2, tens, ones], [4, 7]) if !Number::is_german_area(&[2, tens, ones]) => None,
        ([0, ..], [3..=5, 4..=9]) if mark == Some(Class::Slash) => Some(Language::German),
        _ => None,
    }
}
