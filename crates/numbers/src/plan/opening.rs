//! How the digits of a number may begin in a country, and how many there are then. Most digits of a page
//! are thrown away by this, before anything else is asked about them.

use super::table::PLANS;
use super::{Kind, Plan, Rule, plan};
use crate::Country;

/// Digits that a number may begin with, bit by bit: all of them.
pub(crate) const ANY_OPENING: u16 = 0x3FF;

/// For the first two digits of what is dialled without `+` (`09` at 9) how many digits it may have, bit by
/// bit; a superset of what [`Number::resolve`](crate::Number) and bare calling codes take (a test tries them).
pub(crate) type Lengths = [u32; 100];

/// See [`Lengths`], in the order of the plans; the compiler fills it.
static LENGTHS: [Lengths; PLANS.len()] = {
    let mut all = [[0; 100]; PLANS.len()];
    let mut at = 0;
    while at < PLANS.len() {
        all[at] = lengths_of(&PLANS[at]);
        at += 1;
    }
    all
};

/// The lengths of numbers at home; `None` where the plan is not known.
pub(crate) fn lengths(country: Country) -> Option<&'static Lengths> {
    let own = plan(country)?;
    let at = PLANS.iter().position(|plan| plan.code == own.code)?;
    LENGTHS.get(at)
}

/// Digits that a number without `+` may begin with in `country`, bit by bit: trunk prefix, prefixes
/// for abroad, its own calling code and what is dialled without a trunk prefix.
pub(crate) fn openings(country: Country) -> u16 {
    let Some(lengths) = lengths(country) else {
        return ANY_OPENING;
    };
    let both = lengths.iter().enumerate();
    both.filter(|(_, lengths)| **lengths != 0)
        .fold(0, |all, (at, _)| all | 1 << (at / 10))
}

const fn lengths_of(plan: &Plan) -> Lengths {
    let mut lengths = [0; 100];
    // What follows a prefix for abroad has any length.
    lengths[0] = u32::MAX;
    let mut at = 0;
    while at < plan.idd.len() {
        let idd = plan.idd[at].as_bytes();
        lengths[((idd[0] - b'0') * 10 + idd[1] - b'0') as usize] = u32::MAX;
        at += 1;
    }
    let code = [b'0' + (plan.code / 10) as u8, b'0' + (plan.code % 10) as u8];
    let (_, code) = code.split_at(if plan.code < 10 { 1 } else { 0 });
    let trunk = plan.trunk.as_bytes();
    let mut at = 0;
    while at < plan.rules.len() {
        let rule = &plan.rules[at];
        add(&mut lengths, code, rule);
        if !rule.bare || plan.code == 1 {
            add(&mut lengths, trunk, rule);
        }
        if rule.bare {
            add(&mut lengths, b"", rule);
        }
        at += 1;
    }
    add_other_codes(&mut lengths, plan);
    add_without_zero(&mut lengths, plan);
    lengths
}

/// Adds Viet Nam's mobiles without their trunk zero, which spreadsheets take off (see `find::reading`).
const fn add_without_zero(lengths: &mut Lengths, plan: &Plan) {
    let mut at = 0;
    while plan.code == 84 && at < plan.rules.len() {
        if matches!(plan.rules[at].kind, Kind::Mobile) {
            add(lengths, b"", &plan.rules[at]);
        }
        at += 1;
    }
}

/// Adds the numbers of the other plans behind their calling code, which are read without `+`, too, where
/// one of home begins with the same digit.
const fn add_other_codes(lengths: &mut Lengths, home: &Plan) {
    let mut openings = 0;
    let mut head = 0;
    while head < 100 {
        openings |= ((lengths[head] != 0) as u16) << (head / 10);
        head += 1;
    }
    let mut plan = 0;
    while plan < PLANS.len() {
        let other = &PLANS[plan];
        let code = [
            b'0' + (other.code / 10) as u8,
            b'0' + (other.code % 10) as u8,
        ];
        let opens = other.code >= 10 && openings >> (other.code / 10) & 1 == 1;
        let mut at = 0;
        while opens && other.code != home.code && at < other.rules.len() {
            add(lengths, &code, &other.rules[at]);
            at += 1;
        }
        plan += 1;
    }
}

/// Adds the numbers of a rule behind a prefix.
const fn add(lengths: &mut Lengths, prefix: &[u8], rule: &Rule) {
    let mut at = 0;
    while at < 100 {
        if takes(prefix, rule, 0, at / 10) && takes(prefix, rule, 1, at % 10) {
            let mut len = rule.min;
            while len <= rule.max {
                lengths[at] |= 1 << (prefix.len() + len);
                len += 1;
            }
        }
        at += 1;
    }
}

/// Whether a prefix and a rule behind it have this digit at a place.
const fn takes(prefix: &[u8], rule: &Rule, place: usize, digit: usize) -> bool {
    if place < prefix.len() {
        return (prefix[place] - b'0') as usize == digit;
    }
    rule.lead.at(place - prefix.len()) >> digit & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Number;

    /// What the finder reads of digits without `+`, see `find::reading`.
    fn reads(digits: &str, home: &Plan) -> bool {
        let number = Number::resolve(false, digits.as_bytes(), home.country);
        number.is_some()
            || Number::international(digits.as_bytes()).is_some_and(|number| {
                let known = number.is_known() && !number.is_american();
                known && number.e164().strip_prefix('+') == Some(digits)
            })
    }

    #[test]
    fn digits_that_are_a_number_are_not_left_out_by_how_they_begin() {
        let mut tails = ["23456789012", "00000000000", "50149278365", "98798798798"]
            .iter()
            .cycle();
        for home in PLANS {
            let lengths = lengths(home.country).expect("a plan");
            let openings = openings(home.country);
            let mut numbers = 0;
            for head in 0..10_000 {
                for len in 7..=15 {
                    let tail = tails.next().expect("without end");
                    let digits = format!("{head:04}{}", &tail[..len - 4]);
                    let first = usize::from(digits.as_bytes()[0] - b'0');
                    if !reads(&digits, home) || openings >> first & 1 == 0 {
                        continue;
                    }
                    // Mobiles without their zero open no other country's codes.
                    let without_zero = |lengths: &u32| lengths & !(1 << 9) == 0;
                    let opened = lengths.get(first * 10..first * 10 + 10).expect("ten");
                    if home.code == 84 && opened.iter().all(without_zero) {
                        continue;
                    }
                    numbers += 1;
                    let allowed = lengths[head / 100] >> len & 1;
                    assert_eq!(allowed, 1, "{digits} at {}", home.country);
                }
            }
            assert!(numbers > 100, "{}: nothing was tried", home.country);
        }
    }

    #[test]
    fn every_digit_that_a_number_of_home_begins_with_opens_one() {
        for home in PLANS {
            let openings = openings(home.country);
            for head in 0..10_000 {
                for len in 7..=13 {
                    let digits = format!("{head:04}{}", &"501492783"[..len - 4]);
                    let first = digits.as_bytes()[0] - b'0';
                    let home_number = Number::national(digits.as_bytes(), home.country);
                    assert!(
                        home_number.is_none() || openings >> first & 1 == 1,
                        "{digits} at {}",
                        home.country
                    );
                }
            }
        }
    }
}
