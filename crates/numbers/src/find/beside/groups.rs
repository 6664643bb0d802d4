//! Groups of a candidate's chain that are left over in front of it and behind it.

use super::super::chain::{Group, MAX_DIGITS, sizes};
use super::super::context::{Place, is_usual};
use super::super::{MIN_DIGITS, shape};
use super::amounts::is_amount_ahead;
use super::begins_with_word;
use crate::text::{Class, Unit};
use crate::{Kind, Number};

/// Groups of the same chain that are left over on both sides.
pub(in super::super) fn neighbours_allow(
    place: &Place<'_>,
    groups: &[Group],
    number: &Number,
    phone: bool,
) -> bool {
    let inner = groups.get(1).map(|group| group.gap);
    if !phone && groups.len() == 1 && !number.has_prefix() && in_a_dump(place, number) {
        return false;
    }
    if let Some(own) = groups.first()
        && place.first > place.used
    {
        let before = place.chain.groups.get(place.first - 1);
        let dead = before.is_some_and(|group| group.dead);
        // `1234-0912…` is one thing, `1234 0912 345 678` may be, `Suite 5, 0912…` is not.
        if !own.gap.space && !own.gap.bracket && own.gap.mark != Some(Class::Slash) && !dead {
            return false;
        }
        // `97247-9231 1 (214) 387-6705`: what is before a bracket is another matter.
        let bracket = inner.is_some_and(|inner| inner.bracket);
        let alone = || {
            // `57 310 555-1234` is Colombia's without its plus.
            let one = before.is_some_and(|it| !it.digits.starts_with('0') && it.len() > 2)
                && place.first == place.used + 1;
            one && place.end == place.chain.groups.len() && ends_apart(groups, number)
        };
        let continues = !bracket && inner.is_some_and(|inner| own.gap.same(inner)) && !alone();
        // A bracket opens something new: `29975 (407) 687-7352`.
        if continues && own.open.is_none() && !own.digits.starts_with('0') && !phone {
            return false;
        }
        // `NWBK 9667 0821 7268 15`: the rest of an account number, four by four.
        let fours = before.is_some_and(|before| before.len() == 4)
            && own.len() == 4
            && own.gap.is_blank()
            && groups.get(1).is_some_and(|next| next.len() == 4);
        if fours && continues {
            return false;
        }
    }
    if let Some(next) = place.chain.groups.get(place.end)
        && !next.dead
        // An extension has been read over it.
        && next.from >= place.to
    {
        // What stands behind the bracket that closes around a number is something new.
        let continues = inner.is_some_and(|inner| next.gap.same(inner))
            && !next.gap.bracket
            && !(place.first == place.used
                && place.chain.groups.len() == place.end + 1
                && ends_apart(groups, number));
        let tight = !next.gap.space && !next.gap.bracket && next.gap.mark != Some(Class::Slash);
        let begins = next.digits.starts_with('0') || next.len() >= 7;
        // `0912345678-0987654321`, `0912 345 678 350.000đ`
        if number.has_prefix() && number.is_known() && begins_other(place, next, continues) {
            return true;
        }
        // `1900 0835 0923`: four by four, and too little is left for another number.
        let left = || digits_from(place, place.end).0;
        let hotline = matches!(number.kind(), Kind::Premium | Kind::TollFree);
        if hotline && continues && matches!(*sizes(groups), [4, 4]) && left() < MIN_DIGITS {
            return false;
        }
        // `0912 345 678 12h30`, `… 3 khách`: a time or a count behind a number that is complete.
        let last = place.chain.groups.len() == place.end + 1;
        let counts = next.len() <= 2
            && (place.units.get(next.to)).is_some_and(|unit| unit.class == Class::Letter)
            || next.len() <= 2 && last && is_usual(groups, number)
            || next.len() <= 2 && last && is_time(place.units, next)
            || next.len() <= 2 && last && is_count_ahead(place.units, next.to)
            // `1) 0084 323 449 052 2) 0902…`: which of several the next one is.
            || next.len() <= 2 && next.open.is_none() && next.close.is_some();
        if tight || (continues && !begins && !(counts && number.is_known())) {
            return false;
        }
    }
    true
}

/// `#3666 510 770-8771`, `407 873-4631 7775 Peachtree Rd`: North America's own grouping with a dash before its last group only, which a blank before
/// or behind it does not go on with.
fn ends_apart(groups: &[Group], number: &Number) -> bool {
    let [.., before, last] = groups else {
        return false;
    };
    let dashed = last.gap.mark == Some(Class::Dash) && !last.gap.space;
    number.is_american() && dashed && before.gap.is_blank() && is_usual(groups, number)
}

/// Whether what goes on behind a number is another number of the same kind, or an amount.
#[inline(never)]
fn begins_other(place: &Place<'_>, next: &Group, continues: bool) -> bool {
    let (digits, rest) = digits_from(place, place.end);
    let dash = next.gap.mark == Some(Class::Dash) && !continues;
    let amount = || {
        let end = rest.last().map_or(0, |last| last.to);
        // `082 848 9712 709.000.000`: dots behind blanks, and it ends as sums end.
        let own = place.chain.groups.get(place.first + 1..place.end);
        let turns = || {
            let round = rest
                .last()
                .is_some_and(|last| last.digits.as_bytes() == b"000");
            let dots = rest
                .get(1)
                .is_some_and(|it| it.gap.mark == Some(Class::Dot));
            round && dots && own.is_some_and(|own| own.iter().all(|it| it.gap.mark.is_none()))
        };
        let thousands = next.gap.is_blank() && shape::is_thousands(rest);
        thousands && (is_amount_ahead(place.units, end) || turns())
            || next.gap.is_blank() && rest.len() == 1 && is_in_commas(place.units, next)
    };
    // `0356.690.169-0378.178.007-0372.502.046`: each of them up to the next dash is one, to the end.
    let chained = || {
        let begins = |it: &Group| it.gap.mark == Some(Class::Dash) && it.digits.starts_with('0');
        let rest = place.chain.groups.get(place.end..).unwrap_or_default();
        rest.len() <= MOST_LEFT * 2
            && rest.chunk_by(|_, it| !begins(it)).all(|link| {
                let second = link.first().and_then(|it| it.digits.as_bytes().get(1));
                link.first().is_some_and(begins)
                    && second.is_some_and(|digit| *digit != b'0')
                    && (10..=11).contains(&link.iter().map(Group::len).sum::<usize>())
            })
    };
    let whole = |digits: usize| (9..=11).contains(&digits);
    dash && next.digits.starts_with('0') && (whole(digits) || chained()) || amount()
}

/// `028-62872230 17:38`: an hour and its minutes.
fn is_time(units: &[Unit], hour: &Group) -> bool {
    let digit = |unit: &Unit| matches!(unit.class, Class::Digit(_));
    match units.get(hour.to..).unwrap_or_default() {
        [colon, tens, ones, rest @ ..] => {
            colon.ch == ':'
                && hour.value().is_some_and(|hour| hour < 24)
                && matches!(tens.class, Class::Digit(0..=5))
                && digit(ones)
                && !rest.first().is_some_and(digit)
        }
        _ => false,
    }
}

/// `(+84) 960822144 115,000,000`: a sum whose thousands have commas.
#[inline(never)]
fn is_in_commas(units: &[Unit], head: &Group) -> bool {
    let digit = |unit: &Unit| matches!(unit.class, Class::Digit(_));
    let [comma, behind @ ..] = units.get(head.to..).unwrap_or_default() else {
        return false;
    };
    let thousand = behind.iter().take_while(|unit| digit(unit)).count() == 3;
    head.len() < 4 && !head.digits.starts_with('0') && comma.ch == ',' && thousand
}

/// What is counted behind a number that was called, in small letters.
#[rustfmt::skip]
const COUNTS: &[&str] = &[
    "calls", "cuoc", "cuộc", "lan", "luot", "lượt", "lần", "people", "pm", "times",
];

/// `4 cuộc không nghe`, `36 lần`, `4 times`: how often somebody was called, how many they are or when.
#[inline(never)]
pub(in super::super) fn is_count_ahead(units: &[Unit], to: usize) -> bool {
    let behind = units.get(to..).unwrap_or_default();
    matches!(behind, [blank, word @ ..] if blank.class == Class::Space && begins_with_word(word, COUNTS))
}

/// How many digits the chain has from this group on, and their groups; none where there are more than any number or
/// amount has, as a chain may be as long as its text.
#[inline(never)]
fn digits_from<'a>(place: &Place<'a>, at: usize) -> (usize, &'a [Group]) {
    let groups = &place.chain.groups;
    let mut digits = 0;
    for (count, group) in groups.iter().skip(at).enumerate() {
        digits += group.len();
        if count >= MOST_LEFT || digits > MAX_DIGITS {
            return (usize::MAX, &[]);
        }
    }
    (digits, groups.get(at..).unwrap_or_default())
}

/// Most groups that are looked at as one amount or counted behind a number.
pub(super) const MOST_LEFT: usize = 12;

/// `3176933488 5035440123`: bare digits beside others as long that are no number.
fn in_a_dump(place: &Place<'_>, number: &Number) -> bool {
    let long = |group: &Group| group.len() >= 8 && group.gap.is_blank();
    let groups = &place.chain.groups;
    let own_gap = groups
        .get(place.first)
        .is_some_and(|own| own.gap.is_blank());
    let before = place.first > place.used
        && own_gap
        && place
            .first
            .checked_sub(1)
            .and_then(|at| groups.get(at))
            .is_some_and(|it| it.len() >= 8);
    let resolved =
        |group: &Group| Number::resolve(false, group.digits.as_bytes(), place.home).is_some();
    let after = groups
        .get(place.end)
        .is_some_and(|it| long(it) && !resolved(it));
    !number.is_international() && (before || after)
}
