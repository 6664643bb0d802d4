//! `0901 234 567 / 568`: last digits behind a number that stand for its neighbours.

use super::chain::{Chain, Group};
use super::labels::{self, Label};
use super::{Confidence, Found, beside, lines};
use crate::text::{Class, Unit, end};

/// Most tails behind one number.
const MAX_TAILS: usize = 4;
/// A company's numbers lie no further apart.
pub(super) const NEAR: u32 = 30;

/// Appends the numbers that the groups from `first` on stand for, behind the number that was found
/// last; gives the index of the group after them.
#[inline(never)]
pub(super) fn read(
    units: &[Unit],
    chain: &Chain,
    mut first: usize,
    found: &mut Vec<Found>,
) -> usize {
    let Some(last) = first.checked_sub(1).and_then(|last| chain.groups.get(last)) else {
        return first;
    };
    // Nothing is pushed before it is certain that no group behind it belongs to something else.
    let tails = chain.groups.get(first..).unwrap_or_default();
    let count = tails
        .iter()
        .enumerate()
        .take_while(|(nth, group)| is_tail(*nth, group, last) && !is_other(units, group, last))
        .count();
    if count == 0 {
        return first;
    }
    // `… - 089 / 19200977`: an area code and what belongs to it.
    let area = count
        .checked_sub(1)
        .and_then(|last| tails.get(last))
        .is_some_and(|last| last.digits.starts_with('0') && last.len() > 2);
    let ends_here = match tails.get(count) {
        None => true,
        Some(next) if area && next.gap.mark == Some(Class::Slash) => false,
        Some(next) => {
            next.gap.mark == Some(Class::Slash) && next.len() >= 7
                || is_all_day(units, next)
                    && (tails.iter().take(count)).all(|it| it.len() == 4 || is_near(it, last))
                || next.gap.is_blank() && next.gap.wide
        }
    };
    if count > MAX_TAILS || !ends_here {
        return first;
    }
    let Some(number) = found.last().filter(|found| found.ext.is_none()).cloned() else {
        return first;
    };
    let Some(behind) = tails.get(..count).and_then(<[Group]>::last) else {
        return first;
    };
    if !beside::allows_behind(units, behind.to) || is_in_fields(units, number.start_utf16) {
        return first;
    }
    for group in tails.iter().take(count) {
        let Some(neighbour) = number.number.with_tail(group.digits.as_str()) else {
            return first;
        };
        let (Some(from), Some(to)) = (units.get(group.from), units.get(group.to - 1)) else {
            return first;
        };
        found.push(Found {
            start_utf16: from.at,
            end_utf16: end(to),
            number: neighbour,
            ext: None,
            confidence: number.confidence.min(Confidence::Fair),
            needs_context: true,
            doubt: number.doubt,
        });
        first += 1;
    }
    first
}

/// `5/Ngô Bảo Nga/0332.353.872/12`: slashes part the fields of a row; `ĐT/0912 345 678/79` does not.
#[inline(never)]
fn is_in_fields(units: &[Unit], from: u32) -> bool {
    let at = units.partition_point(|unit| unit.at < from);
    let before = units.get(..at).unwrap_or_default();
    matches!(before, [.., word, slash] if slash.class == Class::Slash && word.class == Class::Letter)
        && !labels::names_noun("", before)
}

/// ` (24/24)`, ` (24/7)`: when somebody is there.
fn is_all_day(units: &[Unit], group: &Group) -> bool {
    let behind = units.get(group.to..).unwrap_or_default().iter();
    let behind: String = behind.take(3).map(|unit| unit.ch).collect();
    group.open.is_some()
        && group.digits.as_str() == "24"
        && matches!(behind.as_str(), "/24" | "/7)")
}

fn is_year(group: &Group) -> bool {
    group.len() == 4
        && group
            .value()
            .is_some_and(|value| (1900..=2100).contains(&value))
}

/// Whether a group is one of the next numbers behind one that ends in these digits: `… 1234 - 236`.
fn is_near(group: &Group, last: &Group) -> bool {
    let digits = last.digits.as_str();
    let ending = digits.get(digits.len().saturating_sub(group.len())..);
    let before: Option<u32> = ending.and_then(|ending| ending.parse().ok());
    matches!((before, group.value()), (Some(before), Some(value)) if value > before && value - before <= NEAR)
}

/// Behind a slash two to four digits, behind a dash with blanks three or four, and never more than the last group has.
/// Behind a dash they are one of the next numbers': `028 3822 1234 - 106` is an extension, `098 765 4321 - 1978` a year and
/// `0903 123 456 - 246 Trần Phú` a house, in whose stead somebody else would be called.
fn is_tail(nth: usize, group: &Group, last: &Group) -> bool {
    let fewest = match group.gap.mark {
        Some(Class::Slash) => 2,
        // Further dashes are another number's: `… - 0970 - 920 - 312`.
        Some(Class::Dash) if group.gap.space && nth == 0 => {
            // `0912345678 - 1990` is when somebody was born.
            if is_year(group) || !is_near(group, last) {
                return false;
            }
            3
        }
        _ => return false,
    };
    let fits = (fewest..=4).contains(&group.len()) && group.len() <= last.len();
    fits && !group.dead && group.open.is_none()
}

/// `0369.258.147 / 24 Trần Phú`, `/ 12 thùng`, `0355123456/2024`: a house, a count or a year, where it is none of the next
/// numbers; `/ 568 Ms Lan` and `/ 568 đều được` go on about the number.
#[inline(never)]
fn is_other(units: &[Unit], group: &Group, last: &Group) -> bool {
    if is_near(group, last) {
        return false;
    }
    let behind = units.get(group.to..).unwrap_or_default();
    let word = match behind {
        [blank, word @ ..] if blank.class == Class::Space => word,
        _ => &[],
    };
    // `/ 8888 Email: …`
    if group.len() == last.len() && beside::begins_field(word.iter().map(|unit| unit.ch)) {
        return false;
    }
    let letters = word.iter().take_while(|unit| unit.class == Class::Letter);
    let beyond = word.get(letters.clone().count()..).unwrap_or_default();
    let word: String = letters.take(MOST_LETTERS).map(|unit| unit.ch).collect();
    let phone = || labels::of_ending(&word) == Some(Label::Phone);
    let street = || word.starts_with(char::is_uppercase) && !beside::is_title(&word) && !phone();
    let goes_on = lines::GO_ON.contains(&word.as_str());
    // `/88 fax 028…`: the word is the next number's; `/ 12 gói`, `/ 24 sim` are counts.
    let of_next = || phone() && next_is_number(beyond);
    let counts = || !word.is_empty() && !goes_on && group.len() < last.len() && !of_next();
    counts() || street() || is_year(group) && group.len() < last.len()
}

fn next_is_number(behind: &[Unit]) -> bool {
    let next = behind
        .iter()
        .find(|unit| !matches!(unit.ch, ' ' | ':' | '.'));
    next.is_some_and(|unit| unit.class.begins_number())
}

/// Letters of a word behind a tail that are looked at.
const MOST_LETTERS: usize = 12;

/// Behind the number that was found last, which ends its chain, the last four digits of another one: `303-648-8859 or -2607`,
/// and the next ones in `919-946-5930 or 5936`, `024.3922.5018, 5022`; gives the index of the unit after them, or 0.
#[inline(never)]
pub(super) fn read_behind(units: &[Unit], chain: &Chain, found: &mut Vec<Found>) -> usize {
    let behind = units.get(chain.end..).unwrap_or_default();
    let follows = |(mark, _, _): &&(&str, _, _)| {
        let says = |(unit, ch): (&Unit, char)| unit.ch == ch;
        behind.len() > mark.len() && behind.iter().zip(mark.chars()).all(says)
    };
    let Some((mark, american, near)) = MARKS.iter().find(follows) else {
        return 0;
    };
    let known = found.last().filter(|found| found.ext.is_none());
    let (Some(first), Some(last)) = (known.cloned(), chain.groups.last()) else {
        return 0;
    };
    let of_land = if *american {
        first.number.is_american()
    } else {
        first.number.line_of_area().is_some()
    };
    let mut other = Chain::default();
    if !of_land || other.read(units, chain.end + mark.len()).is_none() {
        return 0;
    }
    match other.groups.as_slice() {
        // `or -2024`: a year.
        [tail]
            if tail.len() == 4
                && other.plus.is_none()
                && tail.open.is_none()
                && (!near || is_next(tail, last))
                && (*near && *american || !is_year(tail))
                && ends_tail(units, tail.to)
                && lines::push(units, &other.groups, &first, found) =>
        {
            tail.to
        }
        _ => 0,
    }
}

/// What stands in front of such digits, whether behind an American number or a line of Viet Nam, and whether they must be
/// the next ones.
const MARKS: [(&str, bool, bool); 3] = [
    (" or -", true, false),
    (" or ", true, true),
    (", ", false, true),
];

/// One of the next numbers, written as long.
fn is_next(tail: &Group, last: &Group) -> bool {
    last.len() == tail.len() && is_near(tail, last)
}

/// `5936 Main St`, `5022 m2`, `5022, 7.500`: a house, a size, one of several sums.
fn ends_tail(units: &[Unit], to: usize) -> bool {
    let behind = units.get(to..).unwrap_or_default();
    let mut rest = behind
        .iter()
        .skip_while(|unit| matches!(unit.ch, ' ' | ','));
    rest.next()
        .is_none_or(|unit| !matches!(unit.class, Class::Digit(_) | Class::Letter))
}
