//! `(024) 3826 1049 / 3826 0213`: a firm's other lines, without the area code that stands before the first. Behind a comma only
//! what is written as the first, which is no bare group: prices and numbers of customers stand there, too.

mod american;

use super::chain::{Chain, Digits, Group};
use super::tail::NEAR;
use super::{Confidence, Found, beside, ext, labels};
use crate::text::{Class, Unit, end};

/// Most lines behind the first.
const MOST: usize = 4;

/// Appends the lines that follow the number that was found last, which is groups `begin..first` of the chain; gives the
/// index of the group after them and that of the unit after what was read behind the chain, or 0.
#[inline(never)]
pub(super) fn read(
    units: &[Unit],
    chain: &Chain,
    begin: usize,
    mut first: usize,
    found: &mut Vec<Found>,
) -> (usize, usize) {
    let known = found.last().filter(|found| found.ext.is_none());
    let Some(area) = known.cloned() else {
        return (first, 0);
    };
    let own = chain.groups.get(begin..first).unwrap_or_default();
    if area.number.is_american() {
        return (american::read(units, chain, own, first, &area, found), 0);
    }
    let Some(len) = area.number.line_of_area() else {
        return (first, 0);
    };
    for _ in 0..MOST {
        let rest = chain.groups.get(first..).unwrap_or_default();
        let Some(count) = rest
            .first()
            .filter(|it| sets_off(it))
            .and_then(|_| line(rest, own, len, false))
        else {
            break;
        };
        let next = rest.get(count);
        // `/ 8588 (24/24)`: another matter.
        if next.is_some_and(|next| !sets_off(next) && !next.gap.wide && next.open.is_none())
            || !ends_line(units, rest.get(..count).unwrap_or_default())
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
                || line(&other.groups, own, len, true) != Some(other.groups.len())
                || !ends_line(units, &other.groups)
                || !push(units, &other.groups, &area, found)
            {
                break;
            }
            (at, to) = (other.end, other.end);
        }
    }
    (first, to)
}

/// Whether another line follows in front of this group: behind a slash, or a dash and blanks.
fn sets_off(group: &Group) -> bool {
    match group.gap.mark {
        Some(Class::Slash) => true,
        Some(Class::Dash) => group.gap.space,
        _ => false,
    }
}

/// How many of these groups are one line of so many digits, written as the number before it (`alike`) or in one group.
fn line(groups: &[Group], own: &[Group], len: usize, alike: bool) -> Option<usize> {
    let mut digits = 0;
    let count = groups.iter().take_while(|group| {
        let before = digits;
        digits += group.len();
        before < len
    });
    let count = count.count();
    let line = groups.get(..count)?;
    let rest = line.get(1..)?;
    if line.iter().map(Group::len).sum::<usize>() != len || !line.iter().all(is_plain) {
        return None;
    }
    let like = own.get(own.len().checked_sub(count)?..)?;
    let mut digits = Digits::NONE;
    for group in line {
        digits.extend(&group.digits);
    }
    // `(0251) 3500637/ 3500 638`: the next one, in whatever groups.
    let next = || !alike && is_near(&digits, own, len);
    let written = (rest.is_empty() && !alike) || is_written_as(line, like) || next();
    // Lines begin with 2 to 8, what is paid ends with zeros; in one group already `3500500` is.
    let begins = matches!(digits.as_bytes().first(), Some(b'2'..=b'8'));
    let zeros: &[u8] = if rest.is_empty() { b"00" } else { b"0000" };
    let round = digits.as_bytes().ends_with(zeros);
    let near = || is_near(&digits, like, len);
    let other = is_other(digits.as_str(), rest.is_empty()) && !near();
    (written && begins && !round && !other).then_some(count)
}

/// Whether a group is digits alone, with no bracket before them.
fn is_plain(group: &Group) -> bool {
    !group.dead && group.open.is_none()
}

/// Whether a line has its digits in the groups of another and the same marks between them.
fn is_written_as(line: &[Group], like: &[Group]) -> bool {
    let same = |(one, other): (&Group, &Group)| one.gap.same(other.gap);
    line.iter().map(Group::len).eq(like.iter().map(Group::len))
        && line.iter().zip(like).skip(1).all(same)
}

/// `39481896 / 39481904`: one of the next numbers of a firm, of so many digits.
fn is_near(digits: &Digits, first: &[Group], len: usize) -> bool {
    let mut own = Digits::NONE;
    for group in first {
        own.extend(&group.digits);
    }
    let own = own.as_str();
    let ending = own.get(own.len().saturating_sub(len)..).unwrap_or(own);
    let value = |digits: &str| digits.parse::<u32>().ok();
    let gap = value(digits.as_str()).zip(value(ending));
    gap.is_some_and(|(next, own)| next > own && next - own <= NEAR)
}

/// `2024-2025`, `2512.2025`, `2025 1122`: years or a day; in one group what has a year in it.
fn is_other(digits: &str, together: bool) -> bool {
    let Some((head, last)) = digits.split_at_checked(4).filter(|_| digits.len() == 8) else {
        return false;
    };
    let year = |part: &str| ("1900"..="2100").contains(&part);
    let day = |day: Option<&str>, month: Option<&str>| {
        day.is_some_and(|day| ("01"..="31").contains(&day))
            && month.is_some_and(|month| ("01"..="12").contains(&month))
    };
    if together
        && [head, last]
            .iter()
            .any(|it| it.starts_with("19") || it.starts_with("20"))
    {
        return true;
    }
    year(head) && (year(last) || day(last.get(2..), last.get(..2)))
        || year(last) && day(head.get(..2), head.get(2..))
}

/// Words in small letters that go on behind a number.
pub(super) const GO_ON: &[&str] = &["and", "gặp", "hoặc", "or", "và", "để"];

/// Whether nothing right behind these groups says that they are something else: `38261050 là mã KH`, `38261050 lượt xem`,
/// `3826 0213 (Fax)`. What has a number or a colon of its own speaks of the next (`3826 0213 Fax: 3826 0214`).
fn ends_line(units: &[Unit], line: &[Group]) -> bool {
    let Some(last) = line.last() else {
        return false;
    };
    let behind = units.get(last.close.map_or(last.to, |close| close + 1)..);
    let behind = behind.unwrap_or_default();
    let opens = |unit: &&Unit| matches!(unit.class, Class::Space | Class::Open | Class::Slash);
    let skipped = behind.iter().take_while(opens).count();
    let said = |unit: &&Unit| matches!(unit.class, Class::Letter | Class::Space | Class::Invisible);
    let said: String = behind
        .iter()
        .skip(skipped)
        .take_while(said)
        .take(MOST_SAID)
        .map(|unit| unit.ch)
        .collect();
    let next = behind.get(skipped + said.chars().count());
    let own = next.is_some_and(|unit| unit.ch == ':' || matches!(unit.class, Class::Digit(_)));
    let said = said.strip_prefix("là ").unwrap_or(&said);
    let words: Vec<&str> = said.split_whitespace().collect();
    let Some(first) = words.first() else {
        return true;
    };
    let mut phrases = (1..=words.len().min(4)).rev().filter_map(|count| {
        let label = labels::of_ending(&words.get(..count)?.join(" "))?;
        Some((count, label))
    });
    let label = phrases.next();
    // Its own number or colon follows at once.
    if own && label.is_some_and(|(count, _)| count == words.len()) {
        return true;
    }
    match label {
        _ if first.eq_ignore_ascii_case("fax") => false,
        // `3826 1050 máy lẻ 12`
        _ if ext::read(units, last.to).is_some() => true,
        Some((_, label)) => label.is_somebody(),
        None => !first.starts_with(char::is_lowercase) || GO_ON.contains(first),
    }
}

/// Most characters behind a line that are looked at.
const MOST_SAID: usize = 24;

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
pub(super) fn push(units: &[Unit], line: &[Group], first: &Found, found: &mut Vec<Found>) -> bool {
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
