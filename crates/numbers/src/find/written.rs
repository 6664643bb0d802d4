//! Whether the groups of a candidate and the marks between them are such as people use in numbers.

use super::chain::{Group, sizes};
use super::{context, shape};
use crate::number::Needs;
use crate::text::Class;
use crate::{Kind, Number};

/// What the words around a candidate say about whose it is.
pub(super) struct Words<'a> {
    /// Its extension is Vietnamese.
    pub(super) local: bool,
    /// The one in front, or the whole line, is Vietnamese.
    pub(super) vietnamese: &'a dyn Fn() -> bool,
    /// Nothing but Vietnamese is heard in the line, be it little, and nothing else that is written in pairs.
    pub(super) heard: &'a dyn Fn() -> bool,
    /// The one in front.
    pub(super) named: &'a dyn Fn() -> bool,
    /// The one in front, or else above, is such a word for somebody's phone.
    pub(super) called: &'a dyn Fn(Needs) -> bool,
    /// A phone word stands right in front or in the header, or the candidate begins a line that is Vietnamese.
    pub(super) spoken: &'a dyn Fn() -> bool,
    /// The nearest label, or else the header, is a word for a phone.
    pub(super) labelled: &'a dyn Fn() -> bool,
    /// The same, and no other language is heard in the line.
    pub(super) titled: &'a dyn Fn() -> bool,
}

/// Groups and marks as people use them in numbers.
pub(super) fn like_a_number(
    groups: &[Group],
    number: &Number,
    plus: bool,
    alone: bool,
    words: &Words<'_>,
) -> bool {
    let &Words {
        local,
        vietnamese,
        heard,
        named,
        called,
        spoken,
        labelled,
        titled,
    } = words;
    let rest = groups.get(1..).unwrap_or_default();
    let sizes = sizes(groups);
    let dashed = rest
        .last()
        .is_some_and(|it| it.gap.mark == Some(Class::Dash));
    let dotted = rest.len() > 1
        && rest
            .iter()
            .all(|it| it.gap.mark == Some(Class::Dot) && !it.gap.bracket);
    let blank = rest.iter().all(|it| it.gap.is_blank() && !it.gap.wide);
    let pairs = rest.len() > 2;
    let by_call = |needs: Needs| {
        (blank || pairs) && called(needs) || blank && pairs && !is_drawn(groups) && heard()
    };
    let set_off = number.sets_zero_off(&sizes);
    // `0 947 108 788`; in a longer row of digits or where nothing speaks of phones it may be a sum or an account.
    if let Some(french) = set_off {
        let may = || if french { vietnamese() } else { spoken() };
        if !alone || !blank || !may() {
            return false;
        }
    }
    if !local
        && set_off.is_none()
        && number.is_grouped_as_elsewhere(&sizes, dashed, dotted, alone)
        && !(number.is_settled_by_words(&sizes, dotted, dashed) && (dotted || vietnamese()))
        && !(alone && number.needs_call(&sizes).is_some_and(by_call))
        && !(number.is_line_settled_by_word(&sizes) && named())
        && !(alone && blank && number.is_line_settled_by_call(&sizes) && called(Needs::Column))
        && !(alone && blank && number.is_line_settled_by_label(&sizes) && titled())
    {
        return false;
    }
    let usual = number.is_grouped_as(&sizes);
    // Two blanks set columns off.
    if !usual && rest.iter().any(|it| it.gap.wide) {
        return false;
    }
    if !plus && !usual && (shape::is_decimal(groups) || shape::is_thousands(groups)) {
        return false;
    }
    // `1 650…`, `+33 6 12…` and `(0)` have one digit in a group; the middle of a number has not.
    let single = |from: usize| {
        groups
            .iter()
            .skip(from)
            .any(|it| it.len() == 1 && !it.trunk_zero)
    };
    // `0900-1 123 456`: the digit of the tariff.
    let tariff = matches!(number.kind(), Kind::Premium | Kind::SharedCost) && number.writes_slash();
    let from = if number.is_international() { 3 } else { 1 };
    // `Tel: 0948 5 76725`
    let chosen = || number.is_vietnamese() && number.kind() == Kind::Mobile && *sizes == [4, 1, 5];
    let may_be_single = || has_own_last(groups, number) || chosen() && labelled();
    if !usual && single(from + usize::from(tariff)) && !may_be_single() {
        return false;
    }
    // `Quận 1 – (888) 770-8954`: nobody sets the trunk prefix off like that.
    let apart = |it: &Group| it.gap.space && it.gap.mark == Some(Class::Dash);
    let set_off = matches!(rest, [area, next, ..] if apart(area) && !area.gap.same(next.gap));
    // `1. 2145551234`: the first of a list.
    let listed = matches!(rest, [next, ..] if next.gap.space && next.gap.mark == Some(Class::Dot));
    if number.is_american() && !plus && sizes.first() == Some(&1) && (set_off || listed) {
        return false;
    }
    // `011-690-8206` is Sapporo's: nobody calls an island of four digits.
    if number.is_international() && !plus && *sizes == [3, 3, 4] {
        return false;
    }
    // Brackets hold an area code or a trunk zero, not the middle of a number.
    let area = if number.is_international() { 2 } else { 1 };
    if groups
        .iter()
        .skip(area + 1)
        .any(|group| group.open.is_some())
    {
        return false;
    }
    let slashes = rest
        .iter()
        .filter(|group| group.gap.mark == Some(Class::Slash))
        .count();
    // `919/424-5653`
    let american = number.is_american()
        && *sizes == [3, 3, 4]
        && matches!(rest, [area, _] if area.gap.mark == Some(Class::Slash) && !area.gap.space);
    let first = groups.first().map_or(0, Group::len);
    let behind = matches!(rest, [line, ..] if line.gap.mark == Some(Class::Slash));
    let area = || behind && number.may_be_cut_by_slash(first, local);
    // `+84/912345678`
    let code = || {
        let head = groups
            .first()
            .is_some_and(|it| number.is_code(it.digits.as_str()));
        behind && plus && head
    };
    let mobile = || behind && number.may_be_mobile_cut_by_slash(&sizes) && named();
    let may = || american || number.writes_slash() || area() || code() || mobile();
    // `0912/345/678`: between all groups, which are those of home; not in America, where it is no way to write one.
    let tight = |it: &Group| it.gap.mark == Some(Class::Slash) && !it.gap.space;
    let throughout = slashes > 1
        && number.is_known()
        && !number.is_american()
        && usual
        && rest.iter().all(tight);
    if slashes > 0 && !throughout && (slashes > 1 || !may()) {
        return false;
    }
    let marks = |class| rest.iter().any(|group| group.gap.mark == Some(class));
    // `214.555-1234`
    let american = || {
        let tight = |it: &Group| it.gap.mark.is_some() && !it.gap.space;
        number.is_american() && *sizes == [3, 3, 4] && rest.iter().all(tight)
    };
    !(marks(Class::Dash) && marks(Class::Dot))
        || american()
        || turns_once(groups, number, plus, labelled)
}

/// `08 10 17 24 33`: numbers that were drawn are told from the least to the greatest, and none of them, no day and no mark is
/// above 55.
fn is_drawn(groups: &[Group]) -> bool {
    let rises = |pair: &[Group]| matches!(pair, [one, next] if one.value() < next.value());
    let small = |group: &Group| group.value().is_some_and(|value| value <= 55);
    groups.windows(2).all(rises) || groups.iter().all(small)
}

/// `+49 89 1234-0`, which rings the switchboard, `+49 911 155 51 3`: only the last digit stands alone.
fn has_own_last(groups: &[Group], number: &Number) -> bool {
    let [head @ .., before, last] = groups else {
        return false;
    };
    let dashed = last.gap.mark == Some(Class::Dash) && !last.gap.space;
    let goes_on = number.is_international() && last.gap.same(before.gap) && before.len() < 4;
    let longer = |group: &Group| group.len() > 1 || group.trunk_zero;
    let variable = number.is_international() || number.writes_slash();
    before.len() > 1 && head.iter().skip(2).all(longer) && variable && (dashed || goes_on)
}

/// `(028)-6497.4472`, `028 – 6849.2599`, `+81.80-2519-7954`: one mark behind area or calling code,
/// another one in all that follows.
fn turns_once(groups: &[Group], number: &Number, plus: bool, said: &dyn Fn() -> bool) -> bool {
    let [head, area, rest @ ..] = groups else {
        return false;
    };
    // `(84-28) 31.89.07.20`: what stands in brackets has its own mark.
    let closed = head.open.is_some() && area.close.is_some();
    let rest = rest.get(usize::from(closed)..).unwrap_or_default();
    let same = |group: &Group| rest.first().is_some_and(|it| it.gap.mark == group.gap.mark);
    let apart = closed
        || head.close.is_some()
        || area.gap.space
        || plus && number.is_code(head.digits.as_str());
    // `0903-123.456`, `028-3822.1234`: nobody counts versions from 0903; `0903.123-456` only where phones are spoken of.
    let local = || {
        let mobile = number.kind() == Kind::Mobile && area.gap.mark == Some(Class::Dot);
        let marked = area.gap.mark == Some(Class::Dash) || mobile && said();
        let dashed = marked && !area.gap.space;
        let usual = context::is_usual(groups, number) && number.is_vietnamese();
        dashed && usual && rest.iter().all(|it| !it.gap.space && !it.gap.bracket)
    };
    number.is_known()
        && (apart || local())
        && rest.iter().all(|it| it.gap.mark.is_some() && same(it))
}
