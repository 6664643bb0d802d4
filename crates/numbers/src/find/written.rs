//! Whether the groups of a candidate and the marks between them are such as people use in numbers.

use super::chain::{Group, sizes};
use super::evidence::{Answer, Evidence};
use super::{context, shape};
use crate::number::Needs;
use crate::text::Class;
use crate::{Kind, Number};

/// A candidate as it is written.
pub(super) struct Writing<'a> {
    pub(super) groups: &'a [Group],
    pub(super) number: &'a Number,
    /// A `+` stands in front.
    pub(super) plus: bool,
    /// No other digits stand in the same chain, but for a number that was found in front.
    pub(super) alone: bool,
    /// The word for its extension is Vietnamese.
    pub(super) vietnamese_extension: bool,
}

impl Writing<'_> {
    /// Whether people write numbers in such groups and with such marks, if need be because of the words around.
    pub(super) fn is_of_a_number(&self, evidence: &Evidence<'_>) -> Answer {
        let sizes = sizes(self.groups);
        let at_home = (self.may_set_zero_off(&sizes, evidence))
            .and_then(|| self.is_grouped_as_at_home(&sizes, evidence));
        if !at_home.holds() {
            return Answer::No;
        }
        let usual = self.number.is_grouped_as(&sizes);
        if !usual && self.is_row_of_others() {
            return Answer::No;
        }
        at_home
            .and_then(|| self.may_have_single_digits(&sizes, usual, evidence))
            .and_then(|| Answer::by_span(!self.is_cut_as_nowhere(&sizes)))
            .and_then(|| self.may_have_slashes(&sizes, usual, evidence))
            .and_then(|| self.may_mix_marks(&sizes, evidence))
    }

    /// All groups but the first, each with the gap in front of it.
    fn rest(&self) -> &[Group] {
        self.groups.get(1..).unwrap_or_default()
    }

    /// Single blanks and nothing else stand between the groups.
    fn is_blank(&self) -> bool {
        (self.rest().iter()).all(|it| it.gap.is_blank() && !it.gap.wide)
    }

    /// `0 947 108 788`; in a longer row of digits or where nothing speaks of phones it may be a sum or an account.
    fn may_set_zero_off(&self, sizes: &[usize], evidence: &Evidence<'_>) -> Answer {
        match self.number.sets_zero_off(sizes) {
            None => Answer::BySpan,
            Some(_) if !self.alone || !self.is_blank() => Answer::No,
            Some(true) => evidence.line_is_vietnamese(),
            Some(false) => evidence.phone_word_or_begins_vietnamese_line(),
        }
    }

    /// Whether the groups are not those of another country, or words say that the number is of home nevertheless.
    fn is_grouped_as_at_home(&self, sizes: &[usize], evidence: &Evidence<'_>) -> Answer {
        let &Self {
            groups,
            number,
            alone,
            ..
        } = self;
        let rest = self.rest();
        let dashed = (rest.last()).is_some_and(|it| it.gap.mark == Some(Class::Dash));
        let dotted = rest.len() > 1
            && (rest.iter()).all(|it| it.gap.mark == Some(Class::Dot) && !it.gap.bracket);
        if self.vietnamese_extension
            || number.sets_zero_off(sizes).is_some()
            || !number.is_grouped_as_elsewhere(sizes, dashed, dotted, alone)
        {
            return Answer::BySpan;
        }
        let blank_alone = alone && self.is_blank();
        Answer::when(number.is_settled_by_words(sizes, dotted, dashed), || {
            Answer::by_span(dotted).or_else(|| evidence.line_is_vietnamese())
        })
        .or_else(|| match number.needs_call(sizes) {
            Some(needs) if alone => self.is_phone_of_home(needs, evidence),
            _ => Answer::No,
        })
        .or_else(|| {
            Answer::when(number.is_line_settled_by_word(sizes), || {
                evidence.word_in_front_is_vietnamese()
            })
        })
        .or_else(|| {
            Answer::when(blank_alone && number.is_line_settled_by_call(sizes), || {
                evidence.phone_phrase_is_vietnamese(Needs::Column, groups)
            })
        })
        .or_else(|| {
            Answer::when(
                blank_alone && number.is_line_settled_by_label(sizes),
                || evidence.phone_label_nearest_at_home(),
            )
        })
    }

    /// Whether the words around say as much as the groups need, which other countries have, too.
    fn is_phone_of_home(&self, needs: Needs, evidence: &Evidence<'_>) -> Answer {
        let blank = self.is_blank();
        let pairs = self.groups.len() > 3;
        Answer::when(blank || pairs, || {
            evidence.phone_phrase_is_vietnamese(needs, self.groups)
        })
        .or_else(|| {
            Answer::when(blank && pairs && !is_drawn(self.groups), || {
                evidence.line_is_vietnamese_without_pairs()
            })
        })
    }

    /// Columns of a table, a decimal fraction or an amount with thousands; asked where the grouping is not the usual one.
    fn is_row_of_others(&self) -> bool {
        // Two blanks set columns off.
        self.rest().iter().any(|it| it.gap.wide)
            || !self.plus && (shape::is_decimal(self.groups) || shape::is_thousands(self.groups))
    }

    /// `1 650…`, `+33 6 12…` and `(0)` have one digit in a group; the middle of a number has not.
    fn may_have_single_digits(
        &self,
        sizes: &[usize],
        usual: bool,
        evidence: &Evidence<'_>,
    ) -> Answer {
        let &Self { groups, number, .. } = self;
        // `0900-1 123 456`: the digit of the tariff.
        let tariff =
            matches!(number.kind(), Kind::Premium | Kind::SharedCost) && number.writes_slash();
        let from = if number.is_international() { 3 } else { 1 } + usize::from(tariff);
        let single = |it: &Group| it.len() == 1 && !it.trunk_zero;
        if usual || !groups.iter().skip(from).any(single) || has_own_last(groups, number) {
            return Answer::BySpan;
        }
        // `Tel: 0948 5 76725`
        let mobile = number.is_vietnamese() && number.kind() == Kind::Mobile;
        Answer::when(mobile && *sizes == [4, 1, 5], || {
            evidence.phone_label_nearest()
        })
    }

    /// A trunk prefix, a country's code or brackets stand where no country has them.
    fn is_cut_as_nowhere(&self, sizes: &[usize]) -> bool {
        let number = self.number;
        // `Quận 1 – (888) 770-8954`: nobody sets the trunk prefix off like that.
        let apart = |it: &Group| it.gap.space && it.gap.mark == Some(Class::Dash);
        let set_off =
            matches!(self.rest(), [area, next, ..] if apart(area) && !area.gap.same(next.gap));
        // `1. 2145551234`: the first of a list.
        let listed = matches!(self.rest(), [next, ..] if next.gap.space && next.gap.mark == Some(Class::Dot));
        if number.is_american() && !self.plus && sizes.first() == Some(&1) && (set_off || listed) {
            return true;
        }
        // `011-690-8206` is Sapporo's: nobody calls an island of four digits.
        if number.is_international() && !self.plus && *sizes == [3, 3, 4] {
            return true;
        }
        // Brackets hold an area code or a trunk zero, not the middle of a number.
        let area = if number.is_international() { 2 } else { 1 };
        let mut middle = self.groups.iter().skip(area + 1);
        middle.any(|group| group.open.is_some())
    }

    fn may_have_slashes(&self, sizes: &[usize], usual: bool, evidence: &Evidence<'_>) -> Answer {
        let number = self.number;
        let rest = self.rest();
        let is_slash = |group: &Group| group.gap.mark == Some(Class::Slash);
        let tight = |group: &Group| is_slash(group) && !group.gap.space;
        match rest.iter().filter(|group| is_slash(group)).count() {
            0 => return Answer::BySpan,
            1 => {}
            // `0912/345/678`: between all groups, which are those of home; not in America, where it is no way to write one.
            _ => {
                let home = number.is_known() && !number.is_american() && usual;
                return Answer::by_span(home && rest.iter().all(tight));
            }
        }
        let head = self.groups.first();
        let behind_head = rest.first().is_some_and(is_slash);
        // `919/424-5653`
        let american = || {
            number.is_american() && *sizes == [3, 3, 4] && matches!(rest, [area, _] if tight(area))
        };
        let behind_area = || {
            let digits = head.map_or(0, Group::len);
            behind_head && number.may_be_cut_by_slash(digits, self.vietnamese_extension)
        };
        // `+84/912345678`
        let behind_code = || {
            let code = head.is_some_and(|it| number.is_code(it.digits.as_str()));
            behind_head && self.plus && code
        };
        let by_span = american() || number.writes_slash() || behind_area() || behind_code();
        Answer::by_span(by_span).or_else(|| {
            let mobile = behind_head && number.may_be_mobile_cut_by_slash(sizes);
            Answer::when(mobile, || evidence.word_in_front_is_vietnamese())
        })
    }

    /// Whether dashes and dots may stand in one number, if both do.
    fn may_mix_marks(&self, sizes: &[usize], evidence: &Evidence<'_>) -> Answer {
        let rest = self.rest();
        let marks = |class| rest.iter().any(|group| group.gap.mark == Some(class));
        if !(marks(Class::Dash) && marks(Class::Dot)) {
            return Answer::BySpan;
        }
        // `214.555-1234`
        let tight = |it: &Group| it.gap.mark.is_some() && !it.gap.space;
        let american = self.number.is_american() && *sizes == [3, 3, 4] && rest.iter().all(tight);
        Answer::by_span(american).or_else(|| self.changes_mark_once(evidence))
    }

    /// `(028)-6497.4472`, `028 – 6849.2599`, `+81.80-2519-7954`: one mark behind area or calling code,
    /// another one in all that follows.
    fn changes_mark_once(&self, evidence: &Evidence<'_>) -> Answer {
        let number = self.number;
        let [head, area, rest @ ..] = self.groups else {
            return Answer::No;
        };
        // `(84-28) 31.89.07.20`: what stands in brackets has its own mark.
        let closed = head.open.is_some() && area.close.is_some();
        let rest = rest.get(usize::from(closed)..).unwrap_or_default();
        let same = |it: &Group| rest.first().is_some_and(|one| one.gap.mark == it.gap.mark);
        if !number.is_known() || !rest.iter().all(|it| it.gap.mark.is_some() && same(it)) {
            return Answer::No;
        }
        if closed
            || head.close.is_some()
            || area.gap.space
            || self.plus && number.is_code(head.digits.as_str())
        {
            return Answer::BySpan;
        }
        // `0903-123.456`, `028-3822.1234`: nobody counts versions from 0903; `0903.123-456` only where phones are spoken of.
        let tight = |it: &Group| !it.gap.space && !it.gap.bracket;
        let usual = context::is_usual(self.groups, number) && number.is_vietnamese();
        if !usual || !rest.iter().all(tight) {
            return Answer::No;
        }
        let dotted = number.kind() == Kind::Mobile && area.gap.mark == Some(Class::Dot);
        Answer::by_span(area.gap.mark == Some(Class::Dash))
            .or_else(|| Answer::when(dotted, || evidence.phone_label_nearest()))
    }
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
