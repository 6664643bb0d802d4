//! Whether a candidate may be a phone number where it stands: its words, its groups, its kind.

use super::chain::{Chain, Group, sizes};
use super::evidence::Evidence;
use super::labels::{self, Label};
use super::language::Speech;
use super::{Confidence, Strictness, beside, shape};
use crate::text::{Class, Unit};
use crate::{Country, Kind, Number, plan};

/// Where a candidate stands.
pub(super) struct Place<'a> {
    /// The text in front of the units.
    pub(super) before: &'a str,
    pub(super) units: &'a [Unit],
    pub(super) chain: &'a Chain,
    /// Its groups in the chain: `first..end`.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Groups before this index belong to a number that was found already.
    pub(super) used: usize,
    /// Its units: `from..to`.
    pub(super) from: usize,
    pub(super) to: usize,
    /// What the words in front say, or else those that the page sets above or beside the text.
    pub(super) label: Option<Label>,
    /// The label is the page's, not the text's own.
    pub(super) hinted: bool,
    pub(super) evidence: &'a Evidence<'a>,
    /// The default country.
    pub(super) home: Country,
    /// What is said around it.
    pub(super) speech: &'a Speech<'a>,
    /// Where the number before it ended, in UTF-16 units; 0 before the first.
    pub(super) seen: u32,
}

/// Whether a candidate may be a phone number here.
pub(super) fn allows(
    place: &Place<'_>,
    groups: &[Group],
    number: &Number,
    has_ext: bool,
    strictness: Strictness,
) -> bool {
    let sizes = sizes(groups);
    let eager = strictness == Strictness::Eager;
    let label = place.label.filter(|label| !eager || *label == Label::Phone);
    let phone = label == Some(Label::Phone);
    // `+` and `0` in front: no amount and hardly an identifier begins like that.
    let zero = groups.first().is_some_and(|it| it.digits.starts_with('0'));
    let prefixed = number.has_prefix() && (zero || place.is_plus()) || has_ext;
    // A country's own grouping is nearly as good.
    let grouped = groups.len() > 1 && number.is_grouped_as(&sizes);
    match label {
        Some(Label::Other) if !place.is_plus() && (groups.len() == 1 || !(prefixed || grouped)) => {
            return false;
        }
        // `IdNr. 84 987 793 902` begins like Viet Nam's calling code by chance, an account with zeros.
        Some(Label::Other)
            if number.is_international() && !place.is_plus() && !(zero && grouped) =>
        {
            return false;
        }
        // `SIRET 407 021 267 84369`: what the label names begins before.
        Some(Label::Other) if place.continues_blank(groups) => return false,
        Some(Label::Id) if !place.is_plus() => return false,
        Some(Label::Amount) if !prefixed && !grouped => return false,
        // `Techcombank 9566938077`; a line that is free to call may be the bank's own.
        Some(Label::Vague) if groups.len() == 1 && !number.has_prefix() && is_anybody(number) => {
            return false;
        }
        // `ID 548 766 1424 6`, `Your loan 971 270 1696 8`: what the label names goes on behind.
        Some(Label::Other | Label::Vague | Label::Amount)
            if number.is_american() && !place.is_plus() && place.goes_on_blank(groups) =>
        {
            return false;
        }
        // `zoom 849 660 5574 pw 4455`: it is entered, not called.
        Some(Label::Other | Label::Vague) if !place.is_plus() && beside::is_secret_ahead(place) => {
            return false;
        }
        // `NDC 0388-9410-04`
        Some(Label::Other) if !place.is_plus() && !grouped && ends_as_codes(groups) => {
            return false;
        }
        _ => {}
    }
    // What `From` stands above has to be a number by itself.
    let label = label.filter(|label| *label != Label::Caller);
    // A column holds numbers of many countries, and `Tel` stands in front of all of them.
    let wide = groups.first().is_some_and(|group| place.is_wide(group));
    let dotted = groups
        .iter()
        .skip(1)
        .any(|group| group.gap.mark == Some(Class::Dot));
    // `SĐT 0311 754 826`; `Tel. 0511…` may be Hanover.
    if let Some((named, apart)) = number.is_unseen() {
        let named = phone && (named || place.is_in_vietnamese());
        let apart = apart && groups.len() > 1 && (dotted || sizes.first() == Some(&4));
        if !(named || apart && label.is_none_or(|label| label == Label::Phone)) {
            return false;
        }
    }
    let doubtful = !eager && number.is_doubtful_as(&sizes, dotted, wide, is_cut_tightly(groups));
    // A header settles only a mobile in its usual groups: `0911 922576` and `089 1234567` are Germans' there, too.
    let settled = || place.hinted && *sizes == [3, 3, 4] && place.evidence.header_settles_mobile();
    let doubtful = doubtful && !place.is_in_vietnamese() && !settled();
    if doubtful && (wide || !place.speech.voices().is_of(place.home)) {
        return false;
    }
    let dashed =
        matches!(groups, [_, line] if line.gap.mark == Some(Class::Dash) && !line.gap.bracket);
    let odd = number.is_cut_oddly(&sizes, dashed) && (label.is_some() || number.is_american());
    if !phone && (odd || is_sum(place, groups, number)) {
        return false;
    }
    // `0 947 108 788`: behind a zero that is a sum somewhere else.
    let sum = || label.is_some_and(|it| it != Label::Phone) || beside::currency_after(place);
    if number.sets_zero_off(&sizes).is_some() && sum() {
        return false;
    }
    if is_registered_mail(place, groups) {
        return false;
    }
    // `$5 011 420 601 234 567`: nobody's thousands begin with what is dialled to call abroad.
    let abroad = || number.is_international() && place.calls_abroad_otherwise();
    if beside::is_in_amount(place) && !abroad() {
        return false;
    }
    // `1900 2896 11 tháng 4`: the day of a date.
    if groups.len() > 1
        && groups.last().is_some_and(|last| last.len() < 3)
        && beside::is_month_ahead(place)
    {
        return false;
    }
    (phone || (eager || is_sure(place, groups, number)) && !is_years(groups, number))
        && beside::left_allows(place, number, prefixed, phone)
        && beside::right_allows(place, number, prefixed, groups.len() > 1)
        && beside::neighbours_allow(place, groups, number, phone)
}

/// How much speaks for a candidate that is allowed.
pub(super) fn confidence(
    place: &Place<'_>,
    groups: &[Group],
    number: &Number,
    has_ext: bool,
) -> Confidence {
    let phone = place.label == Some(Label::Phone);
    let abroad = number.is_international() && number.is_known() && groups.len() > 1;
    if phone || has_ext || place.is_plus() || abroad {
        Confidence::High
    } else if number.has_prefix() || is_usual(groups, number) || place.label == Some(Label::Caller)
    {
        Confidence::Fair
    } else {
        Confidence::Low
    }
}

/// In the groups of its country.
#[inline(never)]
pub(super) fn is_usual(groups: &[Group], number: &Number) -> bool {
    number.is_grouped_as(&sizes(groups))
}

/// With a digit or two behind a last dash.
fn ends_as_codes(groups: &[Group]) -> bool {
    matches!(groups, [_, .., last] if last.len() < 3 && last.gap.mark == Some(Class::Dash))
}

/// Nothing in the digits themselves says that they are called: neither free nor, but for `900…`, dear.
fn is_anybody(number: &Number) -> bool {
    match number.kind() {
        Kind::TollFree => false,
        Kind::Premium | Kind::SharedCost => number.is_american(),
        _ => true,
    }
}

/// `(086)232-6243`: a bracket that touches what follows it, and a dash in that, is Japan's way;
/// `(089) 9486 621` is Munich's.
fn is_cut_tightly(groups: &[Group]) -> bool {
    matches!(groups, [area, first, last] if area.open.is_some() && area.close.is_some()
    && match (first.len(), last.len()) {
        (3, 4) => !first.gap.space && last.gap.mark == Some(Class::Dash),
        sizes => sizes == (4, 3),
    })
}

/// Whether the digits alone say enough, without a label.
fn is_sure(place: &Place<'_>, groups: &[Group], number: &Number) -> bool {
    if place.is_plus() {
        // `Gốc + 33 500 000 000` is a sum.
        let ends = |group: Option<&Group>, digits: &[u8]| {
            group.is_some_and(|it| it.digits.as_bytes() == digits)
        };
        let sum = || ends(groups.last(), b"000") && !ends(groups.first(), b"84");
        return !place.adds() || number.is_known() && !sum();
    }
    let zero = groups.first().is_some_and(|it| it.digits.starts_with('0'));
    // `0071000123456` is an account at a bank before it is somebody in Russia; the prefixes of a plan
    // are rarely hit by chance, but for those of North America and Germany, which has nearly all.
    let together = groups.first().is_some_and(|it| it.len() > 6);
    let account = is_account(groups) && !number.is_known();
    let tells = || !number.is_american() && !number.writes_slash();
    let sure = || number.is_known() && (number.kind() == Kind::Mobile || tells());
    let abroad = || number.is_international() && (together || account) && !sure();
    // Where `00` calls nobody, a barcode begins with it.
    if groups.len() == 1
        && zero
        && number.is_international()
        && groups
            .first()
            .is_some_and(|it| is_article(it.digits.as_bytes()))
        && place.calls_abroad_otherwise()
    {
        return false;
    }
    if zero && (!number.is_american() && number.country() == Some(place.home) || !abroad()) {
        return true;
    }
    if number.is_international() {
        // Ten digits may be anything, `84912345678` or `84 912 345 678` is a number.
        let barcode = zero && number.is_american();
        let long = !barcode && groups.first().is_some_and(|it| it.len() > 10);
        return groups.len() > 1 && !account || long && number.is_known();
    }
    // A plan known by its lengths only takes any digits.
    number.is_known() || groups.len() > 2
}

/// Thirteen digits with the check digit of the goods in shops (GS1 General Specifications 7.9.1).
fn is_article(digits: &[u8]) -> bool {
    let weights = [1, 3].into_iter().cycle();
    let sum: u32 = (digits.iter().zip(weights))
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    digits.len() == 13 && sum.is_multiple_of(10)
}

/// `0071 000 123456`: thirteen digits that begin with a calling code by chance; whoever calls abroad sets
/// off more of what follows.
fn is_account(groups: &[Group]) -> bool {
    let digits: usize = groups.iter().map(Group::len).sum();
    matches!(groups, [head, _, last] if head.len() == 4 && last.len() > 4) && digits == 13
}

impl Place<'_> {
    /// At home something else than `00` is dialled before a foreign number.
    fn calls_abroad_otherwise(&self) -> bool {
        plan::plan(self.home).is_some_and(|plan| !plan.idd.is_empty())
    }

    /// A number that was found ends right before this mark.
    pub(super) fn is_joined(&self, mark: &Unit) -> bool {
        self.seen > 0 && self.seen == mark.at
    }

    pub(super) fn is_plus(&self) -> bool {
        self.first == 0 && self.chain.plus.is_some()
    }

    /// A word stands before the plus and a blank behind it, as where something is added.
    #[inline(never)]
    fn adds(&self) -> bool {
        let blank = |unit: &&Unit| unit.class == Class::Space;
        let apart = self
            .units
            .get(self.from + 1)
            .is_some_and(|unit| blank(&unit));
        let before = self.units.get(..self.from).unwrap_or_default();
        let last = before.iter().rev().find(|unit| !blank(unit));
        apart && last.is_some_and(|unit| unit.class == Class::Letter)
    }

    /// Begins with a bracket.
    pub(super) fn opens(&self) -> bool {
        let first = self.units.get(self.from).map(|unit| unit.class);
        first == Some(Class::Open)
    }

    /// Written in the full-width digits of East Asia.
    fn is_wide(&self, group: &Group) -> bool {
        let first = self.units.get(group.from).map(|unit| unit.ch);
        matches!(first, Some('\u{FF10}'..='\u{FF19}'))
    }

    /// A word of Vietnamese stands right in front, in the text itself.
    pub(super) fn is_in_vietnamese(&self) -> bool {
        let before = self.units.get(..self.from).unwrap_or_default();
        !self.hinted && labels::is_vietnamese(self.before, before)
    }

    /// Goes on from a group before it that belongs to no number.
    fn continues_blank(&self, groups: &[Group]) -> bool {
        self.first > self.used && groups.first().is_some_and(|own| own.gap.is_blank())
    }

    /// One more digit stands behind, set off as the groups are.
    #[inline(never)]
    fn goes_on_blank(&self, groups: &[Group]) -> bool {
        let blank = groups.iter().skip(1).all(|it| it.gap.is_blank());
        let next = self.chain.groups.get(self.end);
        blank
            && groups.len() > 1
            && next.is_some_and(|it| {
                it.len() == 1
                    && it.gap.is_blank()
                    && !it.gap.wide
                    && !beside::is_count_ahead(self.units, it.to)
            })
    }

    /// Behind a slash that ends something as long as a number: `650 253 0000/0912 345 678`; of an address
    /// (`/product/0912345678/0938765432`) it is a part.
    pub(super) fn follows_number(&self) -> bool {
        let before = self.chain.groups.get(..self.first).unwrap_or_default();
        let lead = before.first().and_then(|group| group.from.checked_sub(1));
        let lead = lead.and_then(|at| self.units.get(at));
        if lead.is_some_and(|unit| unit.class == Class::Slash) {
            return false;
        }
        let mut digits = 0;
        for group in before.iter().rev() {
            digits += group.len();
            if group.gap.mark == Some(Class::Slash) || digits >= 9 {
                break;
            }
        }
        digits >= 9
    }

    /// A phone label stands right in front.
    pub(super) fn touches(&self) -> bool {
        labels::touches(self.before, self.units.get(..self.from).unwrap_or_default())
    }

    /// What stands before it and this many characters, the nearest first, to the beginning of what is known of the text.
    pub(super) fn backwards(&self, skipped: usize) -> impl Iterator<Item = char> + Clone {
        let own = self.units.get(..self.from).unwrap_or_default();
        let own = own.iter().rev().map(|unit| unit.ch);
        // Few units are known in front, and more may be skipped.
        own.chain(self.before.chars().rev()).skip(skipped)
    }

    pub(super) fn before(&self, back: usize) -> Option<&Unit> {
        self.units.get(self.from.checked_sub(back)?)
    }

    pub(super) fn after(&self, ahead: usize) -> Option<&Unit> {
        self.units.get(self.to + ahead)
    }
}

/// `+63.255.000` and `+492.819.814` are what somebody got, `2146000000` is what it costs.
fn is_sum(place: &Place<'_>, groups: &[Group], number: &Number) -> bool {
    if !number.is_international() {
        return !number.has_prefix() && groups.len() == 1 && number.is_round();
    }
    let dashed = groups
        .get(1)
        .is_some_and(|it| it.gap.mark == Some(Class::Dash));
    if !place.is_plus() || dashed || !shape::is_thousands(groups) {
        return false;
    }
    let apart = groups
        .first()
        .is_some_and(|it| number.is_code(it.digits.as_str()));
    let digits: usize = groups.iter().map(Group::len).sum();
    !(number.is_known() && (is_usual(groups, number) || apart && digits > 10))
}

/// `RR 002 728 386 DE`: nine digits between two letters and two letters (UPU S10).
fn is_registered_mail(place: &Place<'_>, groups: &[Group]) -> bool {
    let letters = |units: &mut dyn Iterator<Item = &Unit>| {
        let mut word = units
            .skip_while(|unit| unit.class == Class::Space)
            .take_while(|unit| matches!(unit.class, Class::Letter | Class::Digit(_)))
            .map(|unit| unit.ch.is_ascii_uppercase());
        word.next() == Some(true) && word.next() == Some(true) && word.next().is_none()
    };
    groups.iter().map(Group::len).sum::<usize>() == 9
        && letters(&mut place.units.get(place.to..).unwrap_or_default().iter())
        && letters(
            &mut place
                .units
                .get(..place.from)
                .unwrap_or_default()
                .iter()
                .rev(),
        )
}

/// `1900 - 1945` is a stretch of time before it is a hotline.
fn is_years(groups: &[Group], number: &Number) -> bool {
    let year = |group: &Group| {
        group.len() == 4
            && group
                .value()
                .is_some_and(|value| (1800..=2100).contains(&value))
    };
    matches!(number.kind(), Kind::Premium | Kind::TollFree)
        && matches!(groups, [a, b] if year(a) && year(b) && a.value() < b.value()
            && matches!(b.gap.mark, Some(Class::Dash | Class::Slash)))
}
