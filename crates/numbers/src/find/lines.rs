//! `(024) 3826 1049 / 3826 0213`: a firm's other lines, without the area code that stands before the first.

use super::chain::{Chain, Digits, Group};
use super::tail::is_year;
use super::{Confidence, Found, beside};
use crate::text::{Class, Unit, end};

/// Most lines behind the first.
const MOST: usize = 4;

/// Appends the lines that follow the number that was found last, which is groups `begin..first` of the chain; gives the
/// index of the group after them and that of the unit after what was read behind the chain, or 0.
// By itself: compiled only where it is asked.
#[inline(never)]
pub(super) fn read(
    units: &[Unit],
    chain: &Chain,
    begin: usize,
    mut first: usize,
    found: &mut Vec<Found>,
) -> (usize, usize) {
    let known = found.last().filter(|found| found.ext.is_none());
    let Some((len, area)) = known.and_then(|it| Some((it.number.line_of_area()?, it.clone())))
    else {
        return (first, 0);
    };
    let own = chain.groups.get(begin..first).unwrap_or_default();
    for _ in 0..MOST {
        let rest = chain.groups.get(first..).unwrap_or_default();
        let sets_off = |group: &Group| {
            group.gap.mark == Some(Class::Slash)
                || group.gap.mark == Some(Class::Dash) && group.gap.space
        };
        let Some(count) = rest
            .first()
            .filter(|it| sets_off(it))
            .and_then(|_| line(rest, own, len))
        else {
            break;
        };
        let next = rest.get(count);
        if next.is_some_and(|next| !sets_off(next) && !next.gap.wide)
            || !push(units, rest.get(..count).unwrap_or_default(), &area, found)
        {
            break;
        }
        first += count;
    }
    let mut to = 0;
    if first == chain.groups.len() {
        let mut at = chain.groups.last().map_or(0, |last| last.to);
        for _ in 0..MOST {
            let Some(behind) = behind_comma(units, at, len) else {
                break;
            };
            let mut other = Chain::default();
            if other.read(units, behind).is_none()
                || other.plus.is_some()
                || line(&other.groups, own, len) != Some(other.groups.len())
                || !push(units, &other.groups, &area, found)
            {
                break;
            }
            (at, to) = (other.end, other.end);
        }
    }
    (first, to)
}

/// `303-648-8859 or -2607`: behind an American number that ends at `at` the last four digits of another one; gives the index
/// of the unit after them, or 0.
// By itself: compiled only where it is asked.
#[inline(never)]
pub(super) fn read_or(units: &[Unit], at: usize, found: &mut Vec<Found>) -> usize {
    let behind = units.get(at..).unwrap_or_default();
    let says = |(unit, ch): (&Unit, char)| unit.ch == ch;
    let or = behind.len() > OR.len() && behind.iter().zip(OR.chars()).all(says);
    let known = found
        .last()
        .filter(|found| found.ext.is_none() && found.number.is_american());
    let Some(first) = known.filter(|_| or).cloned() else {
        return 0;
    };
    let mut other = Chain::default();
    if other.read(units, at + OR.len()).is_none() {
        return 0;
    }
    match other.groups.as_slice() {
        // `or -2024`: a year.
        [tail]
            if tail.len() == 4 && !is_year(tail) && push(units, &other.groups, &first, found) =>
        {
            tail.to
        }
        _ => 0,
    }
}

const OR: &str = " or -";

/// How many of these groups are one line of so many digits, written as the number before it or in one group.
fn line(groups: &[Group], own: &[Group], len: usize) -> Option<usize> {
    let mut digits = 0;
    let count = groups.iter().take_while(|group| {
        let before = digits;
        digits += group.len();
        before < len
    });
    let count = count.count();
    let line = groups.get(..count)?;
    let (head, rest) = line.split_first()?;
    let plain = |group: &Group| !group.dead && group.open.is_none();
    if line.iter().map(Group::len).sum::<usize>() != len || !line.iter().all(plain) {
        return None;
    }
    let like = own.get(own.len().checked_sub(count)?..)?;
    let same = |(one, other): (&Group, &Group)| one.gap.same(other.gap);
    let sizes = || line.iter().map(Group::len).eq(like.iter().map(Group::len));
    let written = rest.is_empty() && !is_other(head)
        || !rest.is_empty() && sizes() && rest.iter().zip(like.iter().skip(1)).all(same);
    // Lines begin with 2 to 8, what is paid ends with zeros.
    let begins = matches!(head.digits.as_bytes().first(), Some(b'2'..=b'8'));
    let round = line
        .last()
        .is_some_and(|last| last.digits.as_bytes().ends_with(b"0000"));
    (written && begins && !round).then_some(count)
}

/// `20261122`, `22112026`: a day.
fn is_other(group: &Group) -> bool {
    let digits = group.digits.as_bytes();
    let year = |part: Option<&[u8]>| matches!(part, Some([b'1', b'9', ..] | [b'2', b'0', ..]));
    digits.len() == 8 && (year(digits.get(..4)) || year(digits.get(4..)))
}

/// Where digits begin behind a comma or semicolon and a blank, if there are enough of them for a line.
fn behind_comma(units: &[Unit], at: usize, len: usize) -> Option<usize> {
    let [mark, blank, rest @ ..] = units.get(at..)? else {
        return None;
    };
    if !matches!(mark.ch, ',' | ';') || blank.class != Class::Space {
        return None;
    }
    let digit = |unit: &&Unit| matches!(unit.class, Class::Digit(_));
    let inner =
        |unit: &&Unit| matches!(unit.class, Class::Space | Class::Dot | Class::Dash) || digit(unit);
    let digits = rest.iter().take_while(inner).filter(digit).count();
    (digits == len && rest.first().is_some_and(|unit| digit(&unit))).then_some(at + 2)
}

/// Appends one line, where no amount, letter or mark says that it is something else.
fn push(units: &[Unit], line: &[Group], first: &Found, found: &mut Vec<Found>) -> bool {
    let (Some(head), Some(last)) = (line.first(), line.last()) else {
        return false;
    };
    let mut digits = Digits::NONE;
    for group in line {
        digits.extend(&group.digits);
    }
    let number = first.number.with_tail(digits.as_str());
    let ends = (
        units.get(head.from),
        last.to.checked_sub(1).and_then(|at| units.get(at)),
    );
    let (Some(number), (Some(from), Some(to))) = (number, ends) else {
        return false;
    };
    if !beside::allows_behind(units, last.to) {
        return false;
    }
    found.push(Found {
        start_utf16: from.at,
        end_utf16: end(to),
        number,
        ext: None,
        confidence: first.confidence.min(Confidence::Fair),
        needs_context: true,
        doubt: first.doubt,
    });
    true
}
