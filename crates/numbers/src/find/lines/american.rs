//! `650.343.4589/ 971.0309`: other lines of an area of North America, of seven digits, each behind a slash and written as the
//! first.

use super::super::chain::{Chain, Group};
use super::super::labels::Label;
use super::super::{Found, ext, labels};
use super::{GO_ON, MOST, ends_line, is_plain, is_written_as, push};
use crate::Kind;
use crate::text::{Class, Unit};

/// Appends the lines that follow `area`, whose groups are `own`, from group `first` of the chain on; gives the index of the
/// group after them.
pub(super) fn read(
    units: &[Unit],
    chain: &Chain,
    own: &[Group],
    mut first: usize,
    area: &Found,
    found: &mut Vec<Found>,
) -> usize {
    if !may_have_lines(units, area) {
        return first;
    }
    for _ in 0..MOST {
        let Some([exchange, last, ..]) = chain.groups.get(first..) else {
            break;
        };
        let line = chain.groups.get(first..first + 2).unwrap_or_default();
        let next = chain.groups.get(first + 2);
        // `971.0309 (24/24)`: another matter.
        let ends = next.is_none_or(|it| sets_off(it) || it.gap.wide || it.open.is_some());
        let is_next = sets_off(exchange)
            && ends
            && is_line(line, own)
            && !is_other(units, exchange, last)
            && ends_line(units, line);
        if !is_next || !push(units, line, area, found) {
            break;
        }
        first += 2;
    }
    first
}

fn sets_off(group: &Group) -> bool {
    group.gap.mark == Some(Class::Slash)
}

/// A number whose area is a place, not one that is free to call, and no word for a code before it.
fn may_have_lines(units: &[Unit], first: &Found) -> bool {
    let at = units.partition_point(|unit| unit.at < first.start_utf16);
    let label = labels::nearest("", units.get(..at).unwrap_or_default());
    first.number.kind() != Kind::TollFree && label.is_none_or(Label::is_somebody)
}

/// Whether two groups are an exchange and a line, written as the last two of the first number.
fn is_line(line: &[Group], own: &[Group]) -> bool {
    let [exchange, last] = line else {
        return false;
    };
    let like = own.get(own.len().saturating_sub(2)..).unwrap_or_default();
    (exchange.len(), last.len()) == (3, 4)
        && line.iter().all(is_plain)
        && is_written_as(line, like)
        // Exchanges begin with 2 to 9, and what is paid ends with zeros; `911` is nobody's exchange.
        && matches!(exchange.digits.as_bytes().first(), Some(b'2'..=b'9'))
        && !exchange.digits.as_str().ends_with("11")
        && last.digits.as_str() != "0000"
}

/// Whether this is no line: the hours `900-1700`, `736-5000 Main St`, or `443-2672 ext. 12`, of which the extension would be lost.
fn is_other(units: &[Unit], exchange: &Group, last: &Group) -> bool {
    let hour = |group: &Group| {
        let digits = group.digits.as_str();
        digits.ends_with("00") || digits.ends_with("30")
    };
    let hours = hour(exchange) && hour(last) && last.digits.starts_with('1');
    hours || ext::read(units, last.to).is_some() || goes_on(units, last.to)
}

/// Whether something follows behind a blank that is neither set off nor says whose phone it is.
fn goes_on(units: &[Unit], at: usize) -> bool {
    let Some([blank, behind @ ..]) = units.get(at..) else {
        return false;
    };
    let Some(next) = behind.first().filter(|_| blank.class == Class::Space) else {
        return false;
    };
    let set_off = matches!(
        next.class,
        Class::Space | Class::Slash | Class::Dash | Class::Open
    ) || matches!(next.ch, '|' | ',' | ';' | '\u{2022}' | '\u{b7}');
    let word = behind
        .iter()
        .take_while(|unit| unit.class == Class::Letter)
        .map(|unit| unit.ch);
    let word: String = word.collect();
    let named =
        || labels::of_ending(&word).is_some_and(Label::is_somebody) || GO_ON.contains(&&*word);
    !set_off && !named()
}
