//! Which number the digits of a stretch are, and how it is known.

use super::chain::{Digits, Group, MAX_DIGITS, sizes};
use super::search::Page;
use super::{Doubt, MIN_DIGITS, Strictness};
use crate::{Country, Kind, Number, plan};

/// Where a reading comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The digits themselves, or the country that the person set.
    Home,
    /// The same, on a page that hints at another country.
    Doubtful,
    /// The country that the page hints at.
    Foreign,
    /// A calling code of elsewhere without its plus.
    Coded,
    /// A mobile of home whose trunk zero a spreadsheet took off.
    Shortened,
}

pub(super) struct Reading {
    pub(super) number: Number,
    pub(super) origin: Origin,
    pub(super) doubt: Option<Doubt>,
}

/// Reads groups for the person's own country, or, where that is impossible, for one that the page
/// hints at. What would be a number in both is nobody's: a wrong country must never be dialled.
pub(super) fn read(page: &Page<'_>, groups: &[Group], plus: bool) -> Option<Reading> {
    let options = page.options;
    let home = options.country;
    let number = resolve(groups, plus, home);
    let coded = || {
        let number = coded(groups, home).filter(|_| !plus)?;
        Some(Reading {
            number,
            origin: Origin::Coded,
            doubt: Some(Doubt::Guessed),
        })
    };
    if plus || !page.abroad {
        let home = number.map(|number| Reading {
            number,
            origin: Origin::Home,
            doubt: None,
        });
        let shortened = || {
            Some(Reading {
                number: shortened(groups, options.country).filter(|_| !plus)?,
                origin: Origin::Shortened,
                doubt: None,
            })
        };
        return home.or_else(coded).or_else(shortened);
    }
    let sizes = sizes(groups);
    let mut foreign = options.hints.abroad(home).filter_map(|country| {
        let number = resolve(groups, false, country)?;
        (number.is_known() && !number.is_international()).then_some(number)
    });
    let Some(number) = number else {
        let foreign = foreign.next().map(|number| Reading {
            number,
            origin: Origin::Foreign,
            doubt: Some(Doubt::Guessed),
        });
        return foreign.or_else(coded);
    };
    if number.is_international() {
        return Some(Reading {
            number,
            origin: Origin::Home,
            doubt: None,
        });
    }
    let rival = foreign.find(|other| {
        sizes.len() == 1 || other.is_grouped_as(&sizes) || !number.is_grouped_as(&sizes)
    });
    let kept = rival.is_none() || options.strictness == Strictness::Eager;
    kept.then(|| Reading {
        number,
        origin: Origin::Doubtful,
        doubt: rival.and_then(|rival| rival.country()).map(Doubt::Rival),
    })
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
        return Number::resolve(true, digits(true).as_bytes(), country);
    }
    Number::resolve(false, digits(false).as_bytes(), country)
        .or_else(|| {
            bracketed
                .then(|| Number::resolve(false, digits(true).as_bytes(), country))
                .flatten()
        })
        .or_else(|| without_plus(groups, digits(true).as_bytes(), country))
}

/// `84 912 345 678`, `(84) 912…` and, with a label, `84912345678`: the home country's own code.
fn without_plus(groups: &[Group], digits: &[u8], country: Country) -> Option<Number> {
    if !plan::begins_with_code_of(digits, country) {
        return None;
    }
    let number = Number::international(digits)?;
    let whole = number.e164().as_bytes().strip_prefix(b"+") == Some(digits);
    let own = number.country() == Some(country) && number.is_known() && whole;
    let mobile = matches!(
        number.kind(),
        Kind::Mobile | Kind::Fixed | Kind::FixedOrMobile
    );
    let apart = groups.first()?.len() <= 3 || groups.len() == 1;
    (own && mobile && apart).then_some(number)
}

/// `904547374`: a Vietnamese mobile that was kept as a number in a spreadsheet; half of all codes of nine digits
/// begin so, too. In groups of three they are a Pole's, a Czech's or a Spaniard's.
fn shortened(groups: &[Group], home: Country) -> Option<Number> {
    let [group] = groups else {
        return None;
    };
    if group.len() != 9 || home != Country::VN || group.open.is_some() || group.gap.mark.is_some() {
        return None;
    }
    let mut digits = Digits::NONE;
    digits.extend(&Digits::ZERO);
    digits.extend(&group.digits);
    let number = Number::national(digits.as_bytes(), home)?;
    let mobile = number.kind() == Kind::Mobile && number.is_unseen().is_none();
    (mobile && !number.is_round()).then_some(number)
}

/// `84912345678` or `(84-28) 7626 0586` far from Viet Nam: the code of another country whose plan is known.
/// Such digits need more to be a number than themselves; North America's single digit says too little.
fn coded(groups: &[Group], home: Country) -> Option<Number> {
    let (head, rest) = groups.split_first()?;
    let bracket = is_bracketed(groups);
    let whole = rest.is_empty() && head.len() >= LEAST_CODED;
    if head.digits.starts_with('0') || !(bracket || whole || may_be_code(groups)) {
        return None;
    }
    let mut all = Digits::NONE;
    for group in groups.iter().filter(|group| !group.trunk_zero) {
        all.extend(&group.digits);
    }
    let digits = all.as_bytes();
    let number = Number::international(digits)?;
    let known = number.is_known() && !number.is_american() && number.country() != Some(home);
    let fixed = matches!(number.kind(), Kind::Fixed | Kind::FixedOrMobile);
    // Of Germany's fixed lines nearly any digits are one.
    let kind = number.kind() == Kind::Mobile || fixed && (bracket || !number.writes_slash());
    let whole = number.e164().as_bytes().strip_prefix(b"+") == Some(digits);
    let cut = rest.is_empty() || number.is_grouped_as(&sizes(groups)) || is_area(groups, &number);
    // `84-24-37381859`
    let apart = bracket || rest.is_empty() || number.is_code(head.digits.as_str());
    (known && kind && whole && cut && apart && digits.len() >= LEAST_BRACKETED).then_some(number)
}

/// `(84) 24 …`, `(84-24) …`
pub(super) fn is_bracketed(groups: &[Group]) -> bool {
    let [head, next, ..] = groups else {
        return false;
    };
    head.open.is_some() && head.close.or(next.close).is_some()
}

/// Digits of a number abroad whose calling code may be set off; `84.912.345.678` without a word for a phone is anything.
fn may_be_code(groups: &[Group]) -> bool {
    let digits: usize = groups.iter().map(Group::len).sum();
    (2..=3).contains(&groups.first().map_or(0, Group::len)) && digits >= LEAST_CODED
}

/// `(84-24) 37381859`, `84-24-37381859`: calling code and area by themselves, and the line in one group.
#[inline(never)]
fn is_area(groups: &[Group], number: &Number) -> bool {
    let [code, area, _] = groups else {
        return false;
    };
    area.close.is_some() == code.open.is_some()
        && number.is_code(code.digits.as_str())
        && number.is_cut_behind_area(area.len())
}

/// Fewest digits, calling code included, that are read so in one group.
const LEAST_CODED: usize = 11;
/// The same with the code in brackets: `(49-30) 2024` is how a game ended.
const LEAST_BRACKETED: usize = 10;
