//! Numbering plans: which digits are a number in which country, and how people group them.
//!
//! Plans are constants, so nothing is compiled or loaded at start-up: the worker that uses them
//! wakes up cold after every half minute of idleness. A dozen countries are known by their prefixes
//! ([`table`]), all others by calling code and length ([`codes`]).

mod codes;
mod costly;
mod lead;
mod nanp;
mod opening;
mod table;

use crate::Country;

pub(crate) use codes::{CallingCode, by_code, by_country, split};
pub(crate) use costly::{is_as_dear_as_any, is_costly};
use lead::Lead;
pub(crate) use nanp::area;
pub(crate) use opening::{ANY_OPENING, Lengths, lengths, openings};

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
    lead: Lead,
    min: usize,
    max: usize,
    pub(crate) kind: Kind,
    /// Sizes of the groups that people write; what is left over follows in groups of up to four.
    pub(crate) groups: &'static [usize],
    /// Written without the trunk prefix at home (VN 1900, AU 1300).
    pub(crate) bare: bool,
}

impl Rule {
    const fn new(lead: &str, len: usize, kind: Kind, groups: &'static [usize]) -> Self {
        Self {
            lead: Lead::parse(lead),
            min: len,
            max: len,
            kind,
            groups,
            bare: false,
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

    fn fits(&self, nsn: &[u8]) -> bool {
        (self.min..=self.max).contains(&nsn.len()) && self.lead.fits(nsn)
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
    pub(crate) fn rule(&self, nsn: &[u8]) -> Option<&'static Rule> {
        self.rules.iter().find(|rule| rule.fits(nsn))
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
    let at = *BY_CODE.get(usize::from(code))?;
    table::PLANS.get(usize::from(at))
}

/// Where the plan behind a calling code is, or beyond the last one; the compiler fills it.
static BY_CODE: [u8; 100] = {
    let (mut all, mut at) = ([u8::MAX; 100], table::PLANS.len());
    while at > 0 {
        at -= 1;
        all[table::PLANS[at].code as usize] = at as u8;
    }
    all
};

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

#[cfg(test)]
mod tests {
    use super::*;

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
