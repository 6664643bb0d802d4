//! Finding phone numbers in text.
//!
//! Chains of digit groups are cut out ([`chain`]), what is plainly something else is marked
//! ([`shape`]), and the longest stretches that a numbering plan knows are kept when what stands
//! around them allows it ([`context`], [`labels`]).

mod chain;
mod context;
mod ext;
mod labels;
mod shape;
mod window;
mod words;

use crate::text::{self, Class, Unit};
use crate::{Country, Kind, Number, plan};
use chain::{Chain, Digits, Group, MAX_DIGITS};
use labels::Label;
use window::Windows;

/// Fewest digits of anything that is looked at.
const MIN_DIGITS: usize = 7;
/// Characters that are looked at in front of digits (labels) and behind them (extensions).
const CONTEXT_BEFORE: usize = 52;
const CONTEXT_AFTER: usize = 40;
/// Most groups people write a number in.
const MAX_GROUPS: usize = 7;

/// How to read numbers that do not say their country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Viet Nam unless set.
    pub country: Country,
    /// How much must speak for a number.
    pub strictness: Strictness,
}

/// How much must speak for a number before it is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Only what is [`Confidence::High`].
    Strict,
    /// What a careful reader would take for a number.
    #[default]
    Normal,
    /// Also what a label or an amount speaks against, and what only its length speaks for.
    Eager,
}

/// How sure it is that a number is one, and of which country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Digits that could be a number of the default country.
    Low,
    /// Begins like one or is grouped like one, at home.
    Fair,
    /// Says its country, has an extension or stands behind a word such as `Tel`.
    High,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it begins, in UTF-16 units.
    pub start_utf16: u32,
    /// Where it ends (exclusive), in UTF-16 units; an extension is inside.
    pub end_utf16: u32,
    /// The number.
    pub number: Number,
    /// Digits of the extension.
    pub ext: Option<String>,
    /// See [`Confidence`].
    pub confidence: Confidence,
}

impl Found {
    /// See [`Number::e164`].
    #[must_use]
    pub fn e164(&self) -> String {
        self.number.e164()
    }

    /// See [`Number::kind`].
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.number.kind()
    }

    /// See [`Number::country`].
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.number.country()
    }
}

/// Finds the numbers of a text, in order and without overlap.
#[must_use]
pub fn find(text: &str, options: &Options) -> Vec<Found> {
    find_labelled(text, "", options)
}

/// Finds the numbers of a text that stands under `hint`: the header of its column, the term that it
/// describes, the label of its field. A label in the text itself counts for more.
#[must_use]
pub fn find_labelled(text: &str, hint: &str, options: &Options) -> Vec<Found> {
    let mut found = Vec::new();
    Finder::new(options).find(text, hint, &mut found);
    found
}

/// Finds numbers in many texts, in memory that is used again for each.
#[derive(Debug)]
pub struct Finder<'a> {
    options: &'a Options,
    units: Vec<Unit>,
    chain: Chain,
}

impl<'a> Finder<'a> {
    /// With these settings for all texts.
    #[must_use]
    pub fn new(options: &'a Options) -> Self {
        Self {
            options,
            units: Vec::new(),
            chain: Chain::default(),
        }
    }

    /// Appends what [`find_labelled`] finds.
    pub fn find(&mut self, text: &str, hint: &str, found: &mut Vec<Found>) {
        let mut windows = Windows::new(text);
        let mut label = None;
        // Bytes whose length in UTF-16 is known.
        let (mut known, mut utf16) = (0, 0);
        while let Some(window) = windows.next() {
            let hint = *label.get_or_insert_with(|| labels::of_hint(hint));
            let from = window::back(text, window.start, CONTEXT_BEFORE).max(known);
            let to = window::ahead(text, window.end, CONTEXT_AFTER);
            utf16 += window::utf16_len(text.get(known..from).unwrap_or_default());
            known = from;
            self.units.clear();
            text::read_from(
                text.get(from..to).unwrap_or_default(),
                utf16,
                &mut self.units,
            );
            let count = |from, to| text.get(from..to).unwrap_or_default().chars().count();
            let first = count(from, window.start);
            let last = first + count(window.start, window.end);
            let end = self.window(first, last, hint, found);
            if let Some(done) = self.units.get(last..end) {
                // An extension was read behind the window.
                let beyond: usize = done.iter().map(|unit| unit.ch.len_utf8()).sum();
                windows.at = windows.at.max(window.end + beyond);
            }
        }
    }

    /// Finds the numbers between two indices of units; gives the index to go on at.
    fn window(
        &mut self,
        first: usize,
        last: usize,
        hint: Option<Label>,
        found: &mut Vec<Found>,
    ) -> usize {
        let before = self.units.get(..first).unwrap_or_default();
        let opening = before
            .iter()
            .rev()
            .take_while(|unit| matches!(unit.class, Class::Plus | Class::Open | Class::Invisible));
        let mut at = first - opening.count();
        while at < last {
            let Some(unit) = self.units.get(at) else {
                break;
            };
            if !matches!(unit.class, Class::Digit(_) | Class::Plus | Class::Open)
                || self.chain.read(&self.units, at).is_none()
            {
                at += 1;
                continue;
            }
            let chain = &mut self.chain;
            if chain.groups.iter().map(Group::len).sum::<usize>() >= MIN_DIGITS {
                shape::mark(chain);
                at = search(&self.units, chain, hint, self.options, found).max(chain.end);
            } else {
                at = chain.end;
            }
        }
        at
    }
}

/// Takes the longest numbers out of a chain, from the left; gives the index to go on at.
fn search(
    units: &[Unit],
    chain: &Chain,
    hint: Option<Label>,
    options: &Options,
    found: &mut Vec<Found>,
) -> usize {
    let mut resume = chain.end;
    let mut first = 0;
    let mut used = 0;
    while first < chain.groups.len() {
        let longest = (first + 1..=chain.groups.len().min(first + MAX_GROUPS)).rev();
        let hit = longest.into_iter().find_map(|end| {
            let stretch = Stretch {
                chain,
                first,
                end,
                used,
            };
            Some((end, candidate(units, &stretch, hint, options)?))
        });
        match hit {
            Some((end, number)) => {
                resume = resume.max(number.1);
                found.push(number.0);
                (first, used) = (end, end);
            }
            None => first += 1,
        }
    }
    resume
}

/// Groups `first..end` of a chain; what is before `used` is a number already.
struct Stretch<'a> {
    chain: &'a Chain,
    first: usize,
    end: usize,
    used: usize,
}

/// The number in a stretch of a chain, and the index after it.
fn candidate(
    units: &[Unit],
    stretch: &Stretch<'_>,
    hint: Option<Label>,
    options: &Options,
) -> Option<(Found, usize)> {
    let &Stretch {
        chain,
        first,
        end,
        used,
    } = stretch;
    let groups = chain.groups.get(first..end)?;
    if groups.iter().any(|group| group.dead) {
        return None;
    }
    let plus = chain.plus.filter(|_| first == 0);
    // What a `+` begins is one number or none; its tail is never another.
    if (first > 0 && used == 0 && chain.plus.is_some()) || (first > 0 && groups.first()?.trunk_zero)
    {
        return None;
    }
    let number = resolve(groups, plus.is_some(), options.country)?;
    let (from, to) = span(groups, plus)?;
    let alone = first == used && end == chain.groups.len();
    if !is_written_like_a_number(groups, &number, plus.is_some(), alone) {
        return None;
    }
    let ext = ext::read(units, to);
    let to = ext.as_ref().map_or(to, |(_, to)| *to);
    let place = context::Place {
        units,
        chain,
        first,
        end,
        used,
        from,
        to,
        label: labels::nearest(units, from).or(hint),
        home: options.country,
    };
    if !context::allows(&place, groups, &number, ext.is_some(), options.strictness) {
        return None;
    }
    let confidence = context::confidence(&place, groups, &number, ext.is_some());
    if options.strictness == Strictness::Strict && confidence < Confidence::High {
        return None;
    }
    let found = Found {
        start_utf16: units.get(from)?.at,
        end_utf16: text::end(units.get(to.checked_sub(1)?)?),
        number,
        ext: ext.map(|(digits, _)| digits),
        confidence,
    };
    Some((found, to))
}

fn resolve(groups: &[Group], plus: bool, country: Country) -> Option<Number> {
    let total: usize = groups.iter().map(Group::len).sum();
    if !(MIN_DIGITS..=MAX_DIGITS).contains(&total) {
        return None;
    }
    let digits = |skip_zero: bool| {
        let mut all = Digits::NONE;
        for (at, group) in groups.iter().enumerate() {
            if !(skip_zero && at > 0 && group.trunk_zero) {
                all.extend(&group.digits);
            }
        }
        all
    };
    let bracketed = groups.iter().skip(1).any(|group| group.trunk_zero);
    if plus {
        return Number::resolve(true, digits(true).as_str(), country);
    }
    Number::resolve(false, digits(false).as_str(), country)
        .or_else(|| {
            bracketed
                .then(|| Number::resolve(false, digits(true).as_str(), country))
                .flatten()
        })
        .or_else(|| without_plus(groups, digits(true).as_str(), country))
}

/// `84 912 345 678`, `(84) 912…` and, with a label, `84912345678`: the home country's own code.
fn without_plus(groups: &[Group], digits: &str, country: Country) -> Option<Number> {
    if !plan::begins_with_code_of(digits, country) {
        return None;
    }
    let number = Number::international(digits)?;
    let whole = number.e164().strip_prefix('+') == Some(digits);
    let own = number.country() == Some(country) && number.is_known() && whole;
    let mobile = matches!(
        number.kind(),
        Kind::Mobile | Kind::Fixed | Kind::FixedOrMobile
    );
    let apart = groups.first()?.len() <= 3 || groups.len() == 1;
    (own && mobile && apart).then_some(number)
}

/// First unit and the index after the last, with brackets that belong to the number.
fn span(groups: &[Group], plus: Option<usize>) -> Option<(usize, usize)> {
    let (head, tail) = (groups.first()?, groups.last()?);
    let mut depth = 0;
    let mut wraps_all = false;
    for (at, group) in groups.iter().enumerate() {
        if group.open.is_some() {
            depth += 1;
        }
        let last = at + 1 == groups.len();
        if group.close.is_some() && depth > 0 {
            depth -= 1;
            wraps_all = last && groups.iter().skip(1).all(|group| group.open.is_none());
        } else if group.close.is_some() && !last {
            return None;
        }
    }
    let start = plus.unwrap_or(head.from).min(head.from);
    let from = match head.open {
        Some(open) if !wraps_all && groups.iter().rev().skip(1).any(|it| it.close.is_some()) => {
            open.min(start)
        }
        _ => start,
    };
    // An open bracket that closes outside is no part of a number, except around the whole.
    let unbalanced = depth > 0 && groups.iter().skip(1).any(|group| group.open.is_some());
    let inner = groups.len() > 1 && tail.open.is_some() && tail.close.is_some();
    let to = match tail.close {
        Some(close) if inner => close + 1,
        _ => tail.to,
    };
    (!unbalanced).then_some((from, to))
}

/// Groups and marks as people use them in numbers.
fn is_written_like_a_number(groups: &[Group], number: &Number, plus: bool, alone: bool) -> bool {
    let rest = groups.get(1..).unwrap_or_default();
    let sizes: Vec<usize> = groups.iter().map(Group::len).collect();
    let dashed = rest
        .last()
        .is_some_and(|it| it.gap.mark == Some(Class::Dash));
    let dotted = rest.len() > 1
        && rest
            .iter()
            .all(|it| it.gap.mark == Some(Class::Dot) && !it.gap.bracket);
    if number.is_grouped_as_elsewhere(&sizes, dashed, dotted, alone) {
        return false;
    }
    let usual = number.is_grouped_as(&sizes);
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
    if !usual && single(if number.is_international() { 3 } else { 1 }) {
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
    if slashes > usize::from(number.writes_slash()) {
        return false;
    }
    let marks = |class| rest.iter().any(|group| group.gap.mark == Some(class));
    !(marks(Class::Dash) && marks(Class::Dot))
}
