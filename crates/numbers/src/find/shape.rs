//! Things made of digit groups that are not phone numbers, by their shape alone.

use super::chain::{Chain, Group};
use crate::text::Class;

/// Marks the groups of dates, IP addresses, card numbers and the like.
pub(super) fn mark(chain: &mut Chain) {
    if chain.plus.is_some() {
        mark_dates(after_number(&mut chain.groups));
        return;
    }
    mark_dates(&mut chain.groups);
    mark_quads(&mut chain.groups);
    mark_cards(&mut chain.groups);
    mark_branches(&mut chain.groups);
}

/// `0115792256-001`: a Vietnamese tax code with the number of a branch.
fn mark_branches(groups: &mut [Group]) {
    let is_branch = |pair: &[Group]| {
        matches!(pair, [code, branch] if (code.len(), branch.len()) == (10, 3)
            && branch.gap.mark == Some(Class::Dash) && !branch.gap.space && !branch.gap.bracket
            && code.digits.starts_with('0') && branch.digits.starts_with('0'))
    };
    if let Some(at) = groups.windows(2).position(is_branch) {
        for group in groups.iter_mut().skip(at).take(2) {
            group.dead = true;
        }
    }
}

/// What cannot be a part of the number that a `+` begins, because that is long enough before it.
fn after_number(groups: &mut [Group]) -> &mut [Group] {
    let mut digits = 0;
    let head = groups.iter().take_while(|group| {
        let before = digits;
        digits += group.len();
        before < 9
    });
    let head = head.count();
    groups.get_mut(head..).unwrap_or_default()
}

/// `2012-01-02`, `31/8/2011`, `21.6.84`: three groups with the same mark, or year and month.
fn mark_dates(groups: &mut [Group]) {
    let mut at = 0;
    while at + 1 < groups.len() {
        let len = [3, 2]
            .into_iter()
            .find(|len| groups.get(at..at + len).is_some_and(is_date))
            .filter(|len| *len == 3 || !follows_hotline(groups, at) && !ends_number(groups, at))
            .filter(|len| {
                // A longer row with the same mark is not a date.
                let same = |left: Option<&Group>, right: Option<&Group>| match (left, right) {
                    (Some(left), Some(right)) => {
                        left.gap.same(right.gap) && right.gap.mark.is_some()
                    }
                    _ => false,
                };
                !same(groups.get(at + 1), groups.get(at + len))
                    && (at == 0 || !same(groups.get(at + 1), groups.get(at)))
            });
        let Some(len) = len else {
            at += 1;
            continue;
        };
        for group in groups.iter_mut().skip(at).take(len) {
            group.dead = true;
        }
        at += len;
    }
}

/// `1800 1672 - 1900 2711`: the middle is no stretch of years.
fn follows_hotline(groups: &[Group], at: usize) -> bool {
    let hotline = |group: &Group| matches!(group.digits.as_bytes(), b"1800" | b"1900");
    let own = groups.get(at).is_some_and(|group| group.gap.is_blank());
    own && at
        .checked_sub(1)
        .and_then(|before| groups.get(before))
        .is_some_and(hotline)
}

/// `773-255-2052 / 2059`, `(024) 3920 1568/1574`: the first of two years ends a number.
fn ends_number(groups: &[Group], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|from| groups.get(from..=at));
    let Some([area, line, own]) = before else {
        return false;
    };
    let local = (area.digits.starts_with('0') || area.close.is_some()) && !line.gap.wide;
    let alike = own.gap.same(line.gap) && !own.gap.wide;
    match (area.len(), line.len(), own.len()) {
        (3, 3, 4) => alike && own.gap.mark.is_some() || area.close.is_some(),
        (3 | 4, 4, 4) => local && (alike || area.close.is_some()),
        _ => false,
    }
}

fn is_date(groups: &[Group]) -> bool {
    let marks = groups.iter().skip(1).map(|group| group.gap);
    let (Some(first), Some(last)) = (marks.clone().next(), marks.clone().next_back()) else {
        return false;
    };
    if first.mark.is_none() || !first.same(last) || first.bracket {
        return false;
    }
    let part = |group: &Group, max: u32| {
        group.len() <= 2
            && group
                .value()
                .is_some_and(|value| (1..=max).contains(&value))
    };
    let year = |group: &Group| {
        group.len() == 4
            && group
                .value()
                .is_some_and(|value| (1500..=2100).contains(&value))
    };
    match groups {
        [a, b, c] if year(a) => part(b, 12) && part(c, 31),
        [day, week, c] if c.digits.as_bytes() == b"365" => is_always(day, week),
        [a, b, c] if year(c) || c.len() == 2 => {
            (part(a, 31) && part(b, 12)) || (part(a, 12) && part(b, 31))
        }
        // Open day and night.
        [day, week] if is_always(day, week) => true,
        // `03/2016`, `2015-2016`
        [a, b] if year(b) && first.mark != Some(Class::Dot) => {
            // `1900-1855` is a hotline: years run forwards.
            part(a, 12) && first.mark == Some(Class::Slash) || year(a) && a.value() < b.value()
        }
        _ => false,
    }
}

/// `24/7`, `24/24`, `7/7`
fn is_always(day: &Group, week: &Group) -> bool {
    let same = |group: &Group, digits: &[u8]| group.digits.as_bytes() == digits;
    week.gap.mark == Some(Class::Slash)
        && !week.gap.space
        && (same(day, b"24") && (same(week, b"7") || same(week, b"24"))
            || same(day, b"7") && same(week, b"7"))
}

/// `192.168.1.10` and other rows of dotted numbers below 256.
fn mark_quads(groups: &mut [Group]) {
    let dotted = |group: &Group| group.gap.mark == Some(Class::Dot) && !group.gap.space;
    let byte = |group: &Group| group.len() <= 3 && group.value().is_some_and(|value| value < 256);
    let mut at = 0;
    while at + 4 <= groups.len() {
        let quad = groups.get(at..at + 4).unwrap_or_default();
        let preceded = at > 0 && quad.first().is_some_and(dotted) || follows_area(groups, at);
        let alone = !preceded && !groups.get(at + 4).is_some_and(dotted);
        if alone && quad.iter().all(byte) && quad.iter().skip(1).all(dotted) {
            for group in groups.iter_mut().skip(at).take(4) {
                group.dead = true;
            }
            at += 4;
        } else {
            at += 1;
        }
    }
}

/// `(024) 62.55.54.66`, `024 – 62.55.54.66`, `(84-28) 31.89.07.20`: an area code stands in front.
fn follows_area(groups: &[Group], at: usize) -> bool {
    let (Some(before), Some(own)) = (at.checked_sub(1), groups.get(at)) else {
        return false;
    };
    groups.get(before).is_some_and(|area| {
        let closed = area.close.is_some();
        let dashed = own.gap.mark == Some(Class::Dash);
        let zero = area.digits.starts_with('0') && (3..=4).contains(&area.len());
        zero && (closed || dashed) || closed && before > 0 && area.len() == 2
    })
}

/// Four groups of four: a payment card, or an account number.
fn mark_cards(groups: &mut [Group]) {
    let mut at = 0;
    while at + 4 <= groups.len() {
        let gap = groups.get(at + 1).map(|group| group.gap);
        let fours = groups
            .iter()
            .skip(at)
            .enumerate()
            .take_while(|(nth, group)| {
                let joined = *nth == 0 || gap.is_some_and(|gap| group.gap.same(gap));
                group.len() == 4 && joined
            });
        let fours = fours.count();
        if fours >= 4 {
            let rest = groups.get(at + fours);
            let rest = rest.is_some_and(|rest| gap.is_some_and(|gap| rest.gap.same(gap)));
            for group in groups.iter_mut().skip(at).take(fours + usize::from(rest)) {
                group.dead = true;
            }
        }
        at += fours.max(1);
    }
}

/// `1.250.000`: thousands, with one mark throughout.
pub(super) fn is_thousands(groups: &[Group]) -> bool {
    let [first, rest @ ..] = groups else {
        return false;
    };
    !rest.is_empty()
        && first.len() <= 3
        && !first.digits.starts_with('0')
        && rest.iter().all(|group| group.len() == 3)
        && rest.iter().all(|group| {
            rest.first().is_some_and(|other| group.gap.same(other.gap)) && group.gap.mark.is_some()
        })
}

/// `10.762622`, `3.14159265`: two groups around a dot.
pub(super) fn is_decimal(groups: &[Group]) -> bool {
    match groups {
        [whole, fraction] => {
            let area = whole.digits.starts_with('0') && whole.len() > 1;
            fraction.gap.mark == Some(Class::Dot) && !fraction.gap.space && !area
        }
        _ => false,
    }
}
