//! What touches a number at its end: the next thing of a page, a title, a remark behind a dash.

use super::super::context::Place;
use super::super::labels::Label;
use super::amounts::is_amount_ahead;
use super::fields::is_whole;
use super::names::{begins_with_word, is_name};
use crate::Number;
use crate::text::{Class, Unit};

/// What kind of phone it is or where it rings, in small letters.
const WHERE: &[&str] = &["cell", "fax", "home", "mobile", "office", "tel", "work"];

/// Whose it is.
const WHOSE: &[&str] = &[
    "dad", "direct", "husband", "mom", "mother", "spouse", "wife",
];

/// Most characters that are looked at as what touches a number.
const MOST_BEHIND: usize = 40;

/// `(281) 737-4010Directions`, `314-515-4944fax#`, `0909839202MrHằng`: what stands at once behind a number that is written as in
/// its country is the next thing of a page, and behind one of Viet Nam somebody's title. A mailbox, a file and a code go on.
#[inline(never)]
pub(super) fn follows_at_once(place: &Place<'_>, number: &Number, prefixed: bool) -> bool {
    let behind = place.units.get(place.to..).unwrap_or_default();
    let label = place.label.is_none_or(Label::is_somebody);
    if !(label || place.opens()) || is_longer(behind) || is_amount_ahead(place.units, place.to) {
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
fn is_longer(behind: &[Unit]) -> bool {
    let word = behind
        .iter()
        .take(MOST_BEHIND)
        .take_while(|unit| unit.class != Class::Space);
    let word: Vec<char> = word.map(|unit| unit.ch).collect();
    let letters = word.iter().take_while(|ch| ch.is_alphabetic()).count();
    let digit = word.get(letters).is_some_and(char::is_ascii_digit);
    let code = letters < 5 || word.first().is_some_and(|ch| ch.is_lowercase());
    let file = |pair: &[char]| matches!(pair, ['.', ch] if ch.is_alphabetic());
    let dotted = word.windows(2).any(file);
    // `C.Vy`, `Mr.Linh`
    let initial = matches!(word.get(..letters), Some([_] | ['M', 'r' | 's']));
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
    ["A.", "C.", "Mr", "Mr.", "Mrs", "Ms", "Ms."]
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
