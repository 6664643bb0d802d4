//! Numbering plans: which digits are a number in which country, and how people group them.
//!
//! Plans are constants, so nothing is compiled or loaded at start-up: the worker that uses them
//! wakes up cold after every half minute of idleness. A dozen countries are known by their prefixes
//! ([`table`]), all others by calling code and length ([`codes`]).

mod codes;
mod nanp;
mod table;

use crate::Country;

pub(crate) use codes::{CallingCode, by_code, by_country, split};
pub(crate) use nanp::area;

/// What a number is for, as far as its prefix tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A mobile phone.
    Mobile,
    /// A fixed line.
    Fixed,
    /// One or the other: the plan does not tell them apart (North America).
    FixedOrMobile,
    /// Free for the caller.
    TollFree,
    /// Dearer than an ordinary call.
    Premium,
    /// The cost is shared between caller and callee.
    SharedCost,
    /// Internet telephony.
    Voip,
    /// Follows a person rather than a line.
    Personal,
    /// A few digits that mean something inside one network or company: emergency calls, extensions.
    Short,
    /// Digits with `*` or `#`, which tell the network to do something (3GPP TS 22.030).
    Service,
    /// The plan of this country is known by length only.
    Unknown,
}

/// Numbers that begin with `lead`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Leading digits of the national significant number; `[2-57]` stands for one digit.
    lead: &'static str,
    min: usize,
    max: usize,
    pub(crate) kind: Kind,
    /// Sizes of the groups that people write; what is left over follows in groups of up to four.
    pub(crate) groups: &'static [usize],
    /// Written without the trunk prefix at home (VN 1900, AU 1300).
    pub(crate) bare: bool,
    /// Taken behind the calling code only: at home the same digits are something else far more often.
    pub(crate) coded: bool,
}

impl Rule {
    const fn new(lead: &'static str, len: usize, kind: Kind, groups: &'static [usize]) -> Self {
        Self {
            lead,
            min: len,
            max: len,
            kind,
            groups,
            bare: false,
            coded: false,
        }
    }

    const fn to(mut self, max: usize) -> Self {
        self.max = max;
        self
    }

    const fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    const fn coded(mut self) -> Self {
        self.coded = true;
        self
    }

    fn fits(&self, nsn: &[u8]) -> bool {
        (self.min..=self.max).contains(&nsn.len()) && lead_fits(self.lead, nsn)
    }
}

/// A country whose prefixes are known.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) country: Country,
    pub(crate) code: u16,
    /// Dialled before a national number at home.
    pub(crate) trunk: &'static str,
    /// Dialled before a foreign number, besides the `00` that is tried everywhere.
    pub(crate) idd: &'static [&'static str],
    /// Between groups when shown.
    pub(crate) glue: char,
    /// `030/123456` is a usual way to write a number.
    pub(crate) slash: bool,
    rules: &'static [Rule],
}

impl Plan {
    /// The first rule for this national significant number (digits after code or trunk prefix).
    pub(crate) fn rule(&self, nsn: &[u8]) -> Option<Rule> {
        self.rules.iter().find(|rule| rule.fits(nsn)).copied()
    }
}

/// The plan of a country, where one is known.
pub(crate) fn plan(country: Country) -> Option<&'static Plan> {
    let own = table::PLANS.iter().find(|plan| plan.country == country);
    own.or_else(|| {
        // All of North America and much of the Caribbean share one plan.
        let shared = by_country(country)?;
        (shared.code == 1).then(|| plan_of_code(1)).flatten()
    })
}

/// The countries whose prefixes are known, always in the same order.
pub(crate) fn known() -> impl Iterator<Item = Country> {
    table::PLANS.iter().map(|plan| plan.country)
}

/// The plan behind a calling code, where one is known.
pub(crate) fn plan_of_code(code: u16) -> Option<&'static Plan> {
    table::PLANS.iter().find(|plan| plan.code == code)
}

/// Whether these digits begin with the calling code of `country`.
pub(crate) fn begins_with_code_of(digits: &[u8], country: Country) -> bool {
    let code = plan(country)
        .map(|plan| plan.code)
        .or_else(|| Some(by_country(country)?.code));
    let mut head = digits.iter();
    code.is_some_and(|code| {
        let mut left = if code >= 100 {
            100
        } else if code >= 10 {
            10
        } else {
            1
        };
        while left > 0 {
            if head.next().map(|digit| u16::from(digit - b'0')) != Some(code / left % 10) {
                return false;
            }
            left /= 10;
        }
        true
    })
}

/// Digits that a number may begin with, bit by bit: all of them.
pub(crate) const ANY_OPENING: u16 = 0x3FF;

/// Digits that a number without `+` may begin with in `country`, bit by bit: trunk prefix, prefixes
/// for abroad, its own calling code and what is dialled without a trunk prefix.
pub(crate) fn openings(country: Country) -> u16 {
    let Some(plan) = plan(country) else {
        return ANY_OPENING;
    };
    let mut code = plan.code;
    while code >= 10 {
        code /= 10;
    }
    let bit = |text: &str| text.bytes().next().map_or(0, |digit| 1 << (digit - b'0'));
    let bare = |rule: &Rule| match (plan.trunk.is_empty() || rule.bare, rule.lead.as_bytes()) {
        (true, [digit @ b'0'..=b'9', ..]) => 1 << (digit - b'0'),
        (true, _) => ANY_OPENING,
        (false, _) => 0,
    };
    let prefixes = plan
        .idd
        .iter()
        .fold(1 | bit(plan.trunk), |all, idd| all | bit(idd));
    plan.rules
        .iter()
        .fold(prefixes | 1 << code, |all, rule| all | bare(rule))
}

fn lead_fits(lead: &str, digits: &[u8]) -> bool {
    let mut digits = digits.iter().copied();
    let mut lead = lead.bytes();
    while let Some(byte) = lead.next() {
        let Some(digit) = digits.next() else {
            return false;
        };
        if byte != b'[' {
            if byte != digit {
                return false;
            }
            continue;
        }
        let (mut hit, mut low, mut range) = (false, 0, false);
        for byte in lead.by_ref() {
            match byte {
                b']' => break,
                b'-' => range = true,
                _ => {
                    let from = if range { low } else { byte };
                    hit |= (from..=byte).contains(&digit);
                    (low, range) = (byte, false);
                }
            }
        }
        if !hit {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_digits_and_classes_of_digits() {
        assert!(lead_fits("", b"1"));
        assert!(lead_fits("3[2-9]", b"321"));
        assert!(lead_fits("7[06-9]1", b"7081") == lead_fits("7[06-9]8", b"7061"));
        assert!(lead_fits("7[06-9]", b"70"));
        assert!(!lead_fits("7[06-9]", b"75"));
        assert!(!lead_fits("7[06-9]", b"7"));
    }

    #[test]
    fn every_rule_can_be_reached_and_its_groups_fit() {
        for plan in table::PLANS {
            for rule in plan.rules {
                assert!(rule.min <= rule.max, "{plan:?}");
                assert!(rule.groups.iter().sum::<usize>() <= rule.max, "{rule:?}");
            }
        }
    }

    #[test]
    fn canada_and_jamaica_share_the_plan_of_north_america() {
        for country in ["CA", "JM", "PR"] {
            assert_eq!(plan(Country::of(country)).map(|plan| plan.code), Some(1));
        }
    }
}
