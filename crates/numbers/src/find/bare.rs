//! Ten bare digits for North America, whose plan takes one in four of any ten digits: what stands
//! around them decides, as they say nothing themselves.

mod arranged;

use std::cell::Cell;

use self::arranged::{LONGEST_LICENCE, is_arranged, is_licence};
use super::beside::is_currency_word;
use super::chain::Group;
use super::context::Place;
use super::labels::{self, Label};
use crate::text::{self, Class};
use crate::{Kind, Number};

/// What was found in a text so far.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Where the last number ended, in UTF-16 units; 0 before the first.
    pub(super) end: Cell<u32>,
    /// Where the last one with commas in it did (`0935,483,258`).
    pub(super) commas: Cell<u32>,
    /// One of them stood behind a word such as `Tel` or `M:`.
    pub(super) named: Cell<bool>,
}

/// Characters that are read of a field in front of digits.
const REACH: usize = 40;
/// Fewest digits beside bare ones that make a dump of codes.
const LONG: usize = 8;

/// Whether bare digits without a phone word may be a number here.
pub(super) fn allows(
    place: &Place<'_>,
    groups: &[Group],
    number: &Number,
    has_ext: bool,
    seen: &Seen,
) -> bool {
    let bare = groups.len() == 1 && number.is_american() && !number.is_international();
    if !bare || has_ext || place.label == Some(Label::Phone) {
        return true;
    }
    let called = place.label == Some(Label::Caller);
    !in_a_dump(place)
        && !is_named_behind(place)
        && (called || field_allows(place, seen) || is_logged(place))
}

/// What logs of calls say beside a number, in lower case.
const CALLS: &[&str] = &[
    "inbound",
    "outbound",
    "incoming",
    "outgoing",
    "missed",
    "answer",
    "voicemail",
    "left vm",
    "lvm",
    "left msg",
    "left message",
    "callback",
    "called",
    "hung up",
    "busy",
    "today,",
    "yesterday,",
];

/// `11/21/2026 2:30 PM | 2145551234 | Inbound | 3:12`: who was called, whatever the field before is.
#[inline(never)]
fn is_logged(place: &Place<'_>) -> bool {
    let behind = place.units.get(place.to..).unwrap_or_default().iter();
    let before = place.backwards(0);
    let line = |ch: &char| *ch != '\n';
    let mut around: Vec<char> = before.take_while(line).take(REACH).collect();
    around.reverse();
    around.extend(behind.map(|unit| unit.ch).take_while(line));
    let around: String = around.iter().map(char::to_ascii_lowercase).collect();
    CALLS.iter().any(|word| around.contains(word))
}

/// `0x5e690828 3176933488 5035440123 rwx`: long digits beside long digits and a blank between them.
fn in_a_dump(place: &Place<'_>) -> bool {
    let groups = &place.chain.groups;
    let own = groups.get(place.first);
    let before = place.first.checked_sub(1).and_then(|at| groups.get(at));
    let behind = groups.get(place.end);
    let after = |left: Option<&Group>, right: Option<&Group>| {
        matches!((left, right), (Some(left), Some(right)) if right.gap.is_blank() && !right.gap.wide
            && left.len() >= LONG && right.len() >= LONG)
    };
    after(before, own) || after(own, behind)
}

/// `5035707616 (UPS)`
fn is_named_behind(place: &Place<'_>) -> bool {
    // `(Project manager)` is who it is, `(order no.)` what.
    label_behind(place).is_some_and(|label| label != Label::Phone)
}

/// `276-989-3018 (personal meeting ID)`: nothing else is said there, and the digits do not say themselves that they are a
/// phone's.
#[inline(never)]
pub(super) fn is_id_behind(place: &Place<'_>, number: &Number) -> bool {
    let trunk = (place.chain.groups.get(place.first)).is_some_and(|head| head.len() == 1);
    let itself = trunk || number.has_prefix();
    let service = matches!(number.kind(), Kind::TollFree | Kind::Premium);
    if service || place.label == Some(Label::Phone) {
        return false;
    }
    // `0912 345 678 (Số tài khoản)`: people choose accounts that are their phone's number; a plus says which it is.
    in_brackets(place).is_some_and(|inside| {
        !itself && labels::is_id(&inside)
            || !place.is_plus() && !trunk && labels::is_account(&inside, number.is_american())
    })
}

/// What is said in brackets right behind.
fn label_behind(place: &Place<'_>) -> Option<Label> {
    in_brackets(place).and_then(|inside| labels::of_ending(&inside))
}

fn in_brackets(place: &Place<'_>) -> Option<String> {
    let behind = place.units.get(place.to..).unwrap_or_default();
    let mut behind = behind.iter().skip_while(|unit| unit.class == Class::Space);
    if behind.next().is_none_or(|unit| unit.class != Class::Open) {
        return None;
    }
    let inside = behind
        .take(REACH)
        .take_while(|unit| !matches!(unit.class, Class::Close | Class::Break));
    Some(inside.map(|unit| unit.ch).collect())
}

/// What stands in the field before, where the digits begin one of their own: a name or an address goes
/// before a phone, an amount, a date or a code before another code. Where other numbers have their word
/// in front, one without is something else.
#[inline(never)]
fn field_allows(place: &Place<'_>, seen: &Seen) -> bool {
    let units = place.units.get(..place.from).unwrap_or_default();
    let own = units.iter().rev().map(|unit| (unit.ch, unit.class));
    let before = own.chain(place.before.chars().rev().map(|ch| (ch, text::class(ch))));
    let mut before = before.take(REACH).peekable();
    let (mut skipped, mut sets_off, mut bar, mut blanks) = (0, false, false, 0);
    let (mut dash, mut comma) = (false, false);
    while let Some((ch, class)) = before.next_if(|(ch, class)| separates(*ch, *class)) {
        skipped += ch.len_utf16();
        bar |= matches!(ch, '|' | '\t' | '•' | '·');
        comma |= matches!(ch, ',' | ';');
        dash |= class == Class::Dash;
        blanks += usize::from(ch == ' ');
        sets_off |= ch != ' ';
    }
    if !sets_off && blanks < 2 {
        return true;
    }
    let at = place.units.get(place.from).map_or(0, |unit| unit.at);
    let follows =
        seen.end.get() > 0 && u32::try_from(skipped).is_ok_and(|it| seen.end.get() + it == at);
    if seen.named.get() && (bar || !follows) && !is_on_a_new_line(units, seen) {
        return false;
    }
    if follows {
        return true;
    }
    let field: Vec<char> = before
        .map(|(ch, _)| ch)
        .take_while(|ch| *ch != '\n')
        .collect();
    let word = field
        .iter()
        .position(|ch| ch.is_whitespace())
        .unwrap_or(field.len());
    let (word, rest) = field.split_at(word);
    let digits = word.iter().any(char::is_ascii_digit);
    let listed_by_hand = comma && !bar && !dash;
    // `11/21 - 2145551234 left VM`: a dash goes on about the same, other marks are between fields.
    let dashed = dash && !bar && !comma && blanks > 1;
    if !digits {
        let unit: String = word.iter().rev().collect();
        let counted = rest
            .iter()
            .find(|ch| !ch.is_whitespace())
            .is_some_and(char::is_ascii_digit);
        let hour = dashed && matches!(unit.to_ascii_lowercase().as_str(), "am" | "pm");
        return hour
            || !(counted && is_unit(&unit))
            || is_hours(&[], rest)
            || is_told(rest)
            || listed_by_hand && is_arranged(place, &field);
    }
    // `Suite 200, 214…`, `Apt 4B, 214…`
    if word.len() <= 6 && is_part_of_a_house(rest) {
        return true;
    }
    // `PO9315294719` says itself what it is; `TX 78706`, `ON M5V 2T6` and `NW1 6XE` are places.
    let letter = word.last().is_some_and(|ch| ch.is_alphabetic());
    let post = word.len() == 3 && word.iter().any(|ch| ch.is_ascii_uppercase());
    // `1.  2145551234`
    let listed = rest.is_empty() && word.len() < 4 && matches!(word, ['.' | ')' | ':', ..]);
    if letter || post || listed || is_place(word, rest) {
        return true;
    }
    let few = word.len() <= 6 + usize::from(word.last() == Some(&'#'))
        && word
            .iter()
            .all(|ch| ch.is_ascii_digit() || matches!(ch, '/' | '#'));
    dashed && is_moment(word, rest)
        || is_birthday(word, rest)
        || is_rate(word)
        || is_hours(word, rest)
        || few && is_told(&field)
        || word.len() <= LONGEST_LICENCE && is_licence(rest)
        || listed_by_hand && is_arranged(place, &field)
}

/// `Kroger Pharmacy 512`, `Section 12 Row 4`, `Age 45`, read backwards: a field that is told in words, which are no
/// label of a code or a sum and not a month.
fn is_told(field: &[char]) -> bool {
    let own = own_field(field);
    has_words(&own) && labels::of_ending(&own).is_none_or(|label| label == Label::Phone)
}

/// The last of several fields, read backwards, up to its last letter.
fn own_field(field: &[char]) -> String {
    let ends = |at: usize| match field.get(at..) {
        Some([';' | '|' | '•' | '·' | '\t', ..] | [' ', ',', ..]) => true,
        Some([' ', dash, ' ', ..]) => text::class(*dash) == Class::Dash,
        _ => false,
    };
    let len = (1..field.len()).find(|at| ends(*at)).unwrap_or(field.len());
    let mut own: String = field.iter().take(len).rev().collect();
    let letters = own.trim_end_matches(|ch: char| !ch.is_alphabetic()).len();
    own.truncate(letters);
    own
}

/// Whether there is a word that is neither counted nor a part of a day.
fn has_words(own: &str) -> bool {
    let named = |word: &str| {
        word.chars().filter(|ch| ch.is_alphabetic()).count() > 2
            && !is_unit(word)
            && !DATES
                .iter()
                .any(|own| word.len() >= 3 && own.starts_with(&word.to_ascii_lowercase()))
    };
    own.split(|ch: char| !ch.is_alphabetic()).any(named)
}

/// What stands in dates and says nothing about what is beside them.
#[rustfmt::skip]
const DATES: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tháng", "năm", "ngày",
    "today", "utc", "gmt",
];

/// `9-5`, `9am-5pm`, `9:00 – 17:00`, read backwards: when somebody can be called.
fn is_hours(word: &[char], rest: &[char]) -> bool {
    let hour = |part: &[char]| {
        let digits = part.iter().filter(|ch| ch.is_ascii_digit()).count();
        (1..=4).contains(&digits)
            && part
                .iter()
                .all(|ch| ch.is_ascii_digit() || ":.amphAMPH".contains(*ch))
    };
    let dash = |ch: &char| text::class(*ch) == Class::Dash;
    let whole: Vec<char> = word.iter().chain(rest).copied().collect();
    let mut parts = whole.splitn(2, dash);
    let (Some(to), Some(from)) = (parts.next(), parts.next()) else {
        return false;
    };
    let trim = |part: &[char]| -> Vec<char> {
        let part = part.iter().copied().skip_while(|ch| *ch == ' ');
        part.take_while(|ch| !ch.is_whitespace() && *ch != ',')
            .collect()
    };
    let blank = to.iter().filter(|ch| ch.is_whitespace()).count() <= 2;
    let to: Vec<char> = to.iter().copied().filter(|ch| *ch != ' ').collect();
    blank && hour(&to) && hour(&trim(from))
}

/// `Dallas, TX 78706`, `Dallas, Texas 75201`, `Pearl Street, 86728-7334`: the word is a post code, the rest
/// ends with where that is; both are read backwards.
fn is_place(word: &[char], rest: &[char]) -> bool {
    let digits = |part: &[char]| part.iter().all(char::is_ascii_digit);
    match word {
        [plus @ .., '-', a, b, c, d, e] if plus.len() == 4 => {
            return digits(plus) && digits(&[*a, *b, *c, *d, *e]);
        }
        [_, _, _, _, _] if digits(word) => {}
        _ => return false,
    }
    // `TX 75201`, `TX, 75201`, `TX | 75201`
    let own = rest.iter().skip_while(|ch| matches!(ch, ' ' | ',' | '|'));
    let mut own = own.take_while(|ch| ch.is_alphabetic());
    let state = (own.next(), own.next(), own.next());
    if matches!(state, (Some(a), Some(b), None) if a.is_ascii_uppercase() && b.is_ascii_uppercase())
    {
        return true;
    }
    match rest {
        // `901 Route 9 South, 32093`: what has a number is a street.
        [' ', ',', field @ ..] => {
            let field = field.split(|ch| matches!(ch, ',' | ';' | '|')).next();
            let field = field.unwrap_or_default();
            field.first().is_some_and(char::is_ascii_alphabetic)
                && field.iter().any(char::is_ascii_digit)
        }
        [' ', state @ ..] => {
            let mut state: Vec<char> = (state.iter().copied())
                .take_while(|ch| ch.is_ascii_alphabetic() || *ch == '.')
                .collect();
            state.reverse();
            let state: String = state.into_iter().collect();
            STATES.binary_search(&state.as_str()).is_ok()
        }
        _ => false,
    }
}

/// Last words of the names of states and provinces.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "Alabama", "Alaska", "Alberta", "Arizona", "Arkansas", "California", "Carolina", "Colorado", "Columbia",
    "Connecticut", "D.C.", "Dakota", "Delaware", "Florida", "Georgia", "Hampshire", "Hawaii", "Idaho",
    "Illinois", "Indiana", "Iowa", "Island", "Jersey", "Kansas", "Kentucky", "Louisiana", "Maine", "Manitoba",
    "Maryland", "Massachusetts", "Mexico", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana",
    "Nebraska", "Nevada", "Ohio", "Oklahoma", "Ontario", "Oregon", "Pennsylvania", "Quebec", "Rico",
    "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "Wisconsin", "Wyoming", "York",
];

/// A day or an hour, read backwards: `11/21`, `9:15am`, `2026-11-21`, and `2026` behind `Nov 21,`.
fn is_moment(word: &[char], rest: &[char]) -> bool {
    let dashes = word.iter().filter(|ch| **ch == '-').count();
    let marks = word.iter().filter(|ch| matches!(ch, '/' | ':')).count();
    let digits = word.iter().filter(|ch| ch.is_ascii_digit()).count();
    let hour = word
        .iter()
        .all(|ch| "0123456789:/-apmAPMhZ.[]".contains(*ch));
    if hour && digits <= 8 && ((1..=2).contains(&marks) || dashes == 2) {
        return true;
    }
    // `9am`, `14h`, `Nov 21`, `21 Nov 2026`
    let (short, year) = (digits <= 2, word.len() == 4 && digits == 4);
    let unit = word.first().is_some_and(|ch| matches!(ch, 'm' | 'M' | 'h'));
    let before: Vec<char> = rest
        .iter()
        .copied()
        .take_while(|ch| *ch != ';')
        .take(8)
        .collect();
    let month = || before.iter().filter(|ch| ch.is_alphabetic()).count() >= 3;
    short && (unit || month()) || year && month()
}

/// `DOB: 04/12/1981`, read backwards.
fn is_birthday(word: &[char], rest: &[char]) -> bool {
    let marks = word
        .iter()
        .filter(|ch| matches!(ch, '/' | '-' | '.'))
        .count();
    let before = rest.iter().take(8).filter(|ch| ch.is_ascii_alphabetic());
    let before: String = before.map(char::to_ascii_lowercase).collect();
    marks == 2
        && ["bod", "nrob", "htrib", "beg"]
            .iter()
            .any(|own| before.starts_with(own))
}

/// `$1,200/mo`, read backwards: an offer, which ends with whom to ask.
fn is_rate(word: &[char]) -> bool {
    let unit = word.iter().take_while(|ch| ch.is_ascii_lowercase()).count();
    (1..=5).contains(&unit) && word.get(unit) == Some(&'/')
}

/// Whether a line has ended since the last number: what was said there holds no more.
fn is_on_a_new_line(units: &[text::Unit], seen: &Seen) -> bool {
    let since = units.iter().rev();
    since
        .take_while(|unit| unit.at >= seen.end.get())
        .any(|unit| unit.ch == '\n')
}

/// Whether the word before, which is read backwards, says where in a house somebody is.
fn is_part_of_a_house(rest: &[char]) -> bool {
    let mut word: Vec<char> = rest
        .iter()
        .skip(1)
        .take_while(|ch| ch.is_alphabetic())
        .flat_map(|ch| ch.to_lowercase())
        .collect();
    word.reverse();
    let word: String = word.into_iter().collect();
    matches!(
        word.as_str(),
        "suite"
            | "ste"
            | "apt"
            | "unit"
            | "store"
            | "room"
            | "rm"
            | "floor"
            | "fl"
            | "box"
            | "bldg"
    )
}

fn separates(ch: char, class: Class) -> bool {
    let marks = matches!(ch, ',' | ';' | '|' | '•' | '·');
    marks
        || matches!(
            class,
            Class::Space | Class::Break | Class::Slash | Class::Dash
        )
}

/// What is counted or paid, behind an amount.
fn is_unit(word: &str) -> bool {
    is_currency_word(word)
        || matches!(
            word,
            "m²" | "m³" | "người" | "AM" | "PM" | "am" | "pm" | "pcs" | "items" | "units"
        )
}
