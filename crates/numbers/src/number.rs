//! A phone number (ITU-T E.164): resolved from digits, written for machines and for people.

mod cut;
mod grouping;

pub(crate) use self::cut::Needs;
use crate::plan::{self, CallingCode, Kind, Plan, Rule};
use crate::{Country, text};

/// Digits of a number in a plan that is known by its lengths only are shown like this.
const PLAIN_GROUPS: &[usize] = &[3, 3];

/// A number that exists as far as its plan tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    code: u16,
    /// National significant number: what follows the calling code.
    nsn: Nsn,
    country: Option<Country>,
    kind: Kind,
    written: Written,
    groups: &'static [usize],
    glue: char,
    known: bool,
}

/// At most fifteen ASCII digits, without a place of their own on the heap.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Nsn {
    bytes: [u8; 15],
    len: u8,
}

impl Nsn {
    fn of(digits: &[u8]) -> Option<Self> {
        let len = u8::try_from(digits.len()).ok().filter(|len| *len <= 15)?;
        // Faster than a copy of unknown length.
        let bytes = std::array::from_fn(|at| digits.get(at).copied().unwrap_or(b'0'));
        Some(Self { bytes, len })
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len.into()).unwrap_or_default()
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    fn starts_with(&self, lead: &str) -> bool {
        self.as_bytes().starts_with(lead.as_bytes())
    }
}

impl std::fmt::Debug for Nsn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What follows a prefix, which is a digit or two.
fn behind<'a>(prefix: &str, digits: &'a [u8]) -> Option<&'a [u8]> {
    let (head, rest) = digits.split_at_checked(prefix.len())?;
    let same = head.iter().zip(prefix.bytes()).all(|(own, it)| *own == it);
    same.then_some(rest)
}

/// How a number stood on the page; that is also how it is dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    International,
    /// With this trunk prefix, which may be empty.
    National(&'static str),
    /// Inside one company's exchange.
    Short,
}

impl Number {
    /// Reads one number that fills the whole text, in any way people write it.
    #[must_use]
    pub fn parse(text: &str, country: Country) -> Option<Self> {
        let (plus, digits) = text::dialled(text)?;
        Self::resolve(plus, digits.as_bytes(), country)
    }

    /// Resolves ASCII digits; `plus` when they follow a `+`.
    pub(crate) fn resolve(plus: bool, digits: &[u8], country: Country) -> Option<Self> {
        if plus {
            return Self::international(digits);
        }
        Self::national(digits, country).or_else(|| {
            let idd = plan::plan(country).map_or(&[] as &[&str], |plan| plan.idd);
            idd.iter()
                .chain(&["00"])
                .find_map(|prefix| Self::international(behind(prefix, digits)?))
        })
    }

    /// Digits that begin with a calling code.
    pub(crate) fn international(digits: &[u8]) -> Option<Self> {
        if digits.len() > 15 {
            return None;
        }
        let (code, rest) = plan::split(digits)?;
        if let Some(plan) = plan::plan_of_code(code.code) {
            let known = |nsn| Self::known(plan, plan.rule(nsn)?, nsn, Written::International);
            // `+84 0912 345 678`: the trunk prefix is often left in.
            return known(rest).or_else(|| {
                let nsn = behind(plan.trunk, rest)?;
                (!plan.trunk.is_empty()).then(|| known(nsn)).flatten()
            });
        }
        let by_length = |nsn: &[u8]| {
            let fits = code.has_length(nsn.len())
                && (code.may_begin_with_zero() || nsn.first() != Some(&b'0'));
            fits.then(|| Self::by_length(code, nsn, Written::International))
                .flatten()
        };
        by_length(rest).or_else(|| {
            let nsn = behind(code.trunk, rest)?;
            (!code.trunk.is_empty()).then(|| by_length(nsn)).flatten()
        })
    }

    /// Digits as they are dialled inside `country`.
    pub(crate) fn national(digits: &[u8], country: Country) -> Option<Self> {
        if let Some(plan) = plan::plan(country) {
            let with_trunk = || {
                let nsn = behind(plan.trunk, digits).filter(|_| !plan.trunk.is_empty())?;
                let rule = plan.rule(nsn)?;
                (plan.code == 1 || !rule.bare)
                    .then(|| Self::known(plan, rule, nsn, Written::National(plan.trunk)))
                    .flatten()
            };
            let bare = || {
                let rule = plan.rule(digits)?;
                (plan.trunk.is_empty() || rule.bare)
                    .then(|| Self::known(plan, rule, digits, Written::National("")))
                    .flatten()
            };
            return with_trunk().or_else(bare);
        }
        let code = plan::by_country(country)?;
        let nsn = behind(code.trunk, digits)?;
        code.has_length(nsn.len())
            .then(|| Self::by_length(code, nsn, Written::National(code.trunk)))
            .flatten()
    }

    fn known(plan: &Plan, rule: &Rule, nsn: &[u8], written: Written) -> Option<Self> {
        let (country, kind) = if plan.code == 1 {
            plan::area(nsn.get(..3)?)?
        } else {
            (Some(plan.country), rule.kind)
        };
        Some(Self {
            code: plan.code,
            nsn: Nsn::of(nsn)?,
            country,
            kind,
            written,
            groups: rule.groups,
            glue: plan.glue,
            known: true,
        })
    }

    fn by_length(code: &CallingCode, nsn: &[u8], written: Written) -> Option<Self> {
        Some(Self {
            code: code.code,
            nsn: Nsn::of(nsn)?,
            country: code.country(),
            kind: Kind::Unknown,
            written,
            groups: PLAIN_GROUPS,
            glue: ' ',
            known: false,
        })
    }

    /// A number of a company's own exchange.
    pub(crate) fn short(digits: &[u8]) -> Option<Self> {
        Some(Self {
            code: 0,
            nsn: Nsn::of(digits)?,
            country: None,
            kind: Kind::Short,
            written: Written::Short,
            groups: &[],
            glue: ' ',
            known: true,
        })
    }

    /// The same, dialled with its calling code.
    pub(crate) fn into_international(self) -> Self {
        Self {
            written: Written::International,
            ..self
        }
    }

    /// The number whose last digits are these; `None` when no plan knows it.
    pub(crate) fn with_tail(&self, tail: &str) -> Option<Self> {
        let nsn = self.nsn.as_str();
        let kept = nsn.get(..nsn.len().checked_sub(tail.len())?)?;
        let other = Self::international(format!("{}{kept}{tail}", self.code).as_bytes())?;
        (other.country == self.country && other.kind == self.kind).then_some(Self {
            written: self.written,
            ..other
        })
    }

    /// `+84912345678`; a short number, which has no such form, as it is.
    #[must_use]
    pub fn e164(&self) -> String {
        if self.written == Written::Short {
            return self.nsn.as_str().to_owned();
        }
        // Asked for each number of a page, so without the machinery of `format!`.
        let mut shown = String::with_capacity(18);
        shown.push('+');
        for place in [100, 10, 1] {
            if self.code >= place {
                shown.push(char::from(b'0' + (self.code / place % 10) as u8));
            }
        }
        shown.push_str(self.nsn.as_str());
        shown
    }

    /// What is dialled: E.164 when it was written internationally, else as it is dialled at home
    /// (`0912345678`, `19001234`).
    #[must_use]
    pub fn dial(&self) -> String {
        match self.written {
            Written::International | Written::Short => self.e164(),
            Written::National(trunk) => format!("{trunk}{}", self.nsn.as_str()),
        }
    }

    /// What is dialled, grouped for people: `+84 912 345 678`, `0912 345 678`.
    #[must_use]
    pub fn display(&self) -> String {
        self.grouped(self.written)
    }

    /// Grouped, with its calling code: `+84 912 345 678`.
    #[must_use]
    pub fn to_international(&self) -> String {
        self.grouped(Written::International)
    }

    /// Grouped, as it is dialled at home: `0912 345 678`, `1900 1234`, `650-253-0000`.
    #[must_use]
    pub fn to_national(&self) -> String {
        let trunk = match plan::plan_of_code(self.code) {
            // North America leaves its trunk prefix out.
            Some(_) if self.code == 1 => "",
            Some(plan) if plan.rule(self.nsn.as_bytes()).is_some_and(|rule| rule.bare) => "",
            Some(plan) => plan.trunk,
            None => plan::by_code(self.code).map_or("", |code| code.trunk),
        };
        self.grouped(Written::National(trunk))
    }

    fn grouped(&self, written: Written) -> String {
        if self.written == Written::Short {
            return self.e164();
        }
        let (mut shown, mut glue) = match written {
            Written::International => (format!("+{}", self.code), Some(' ')),
            // North America sets the trunk prefix off, everybody else leans it on the first group.
            Written::National("1") => ("1".to_owned(), Some(self.glue)),
            Written::National(trunk) => (trunk.to_owned(), None),
            Written::Short => (String::new(), None),
        };
        let mut rest = self.nsn.as_str();
        let mut sizes = self.groups.iter().copied();
        while !rest.is_empty() {
            let size = sizes.next().unwrap_or_else(|| match rest.len() {
                5 | 6 => 3,
                len => len.min(4),
            });
            let (group, left) = rest.split_at(size.min(rest.len()));
            shown.extend(glue);
            shown.push_str(group);
            (rest, glue) = (left, Some(self.glue));
        }
        shown
    }

    /// ISO country of the number; `None` for satellite networks and shared toll-free codes.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// See [`Kind`].
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// A call of it costs more than an ordinary one, or may: also where [`Self::kind`] is not known.
    fn costs_more(&self) -> bool {
        if plan::is_as_dear_as_any(self.code, self.nsn.as_bytes()) {
            return false;
        }
        matches!(self.kind, Kind::Premium | Kind::SharedCost | Kind::Personal)
            || plan::is_costly(self.code, self.nsn.as_bytes())
    }

    /// Written with `+` or an international prefix.
    #[must_use]
    pub fn is_international(&self) -> bool {
        self.written == Written::International
    }

    /// Written with `+`, `00` or a trunk prefix `0`, which hardly anything but a number has.
    pub(crate) fn has_prefix(&self) -> bool {
        match self.written {
            Written::International => true,
            Written::National(trunk) => trunk.starts_with('0'),
            Written::Short => false,
        }
    }

    /// Viet Nam's `031…` and `051…`, as at home: no network has them yet, the tax codes of Hồ Chí Minh City
    /// begin like the first and German lines like the second. `None` for all others; whether a phone word in any
    /// language is enough, and whether a first group of four is.
    pub(crate) fn is_unseen(&self) -> Option<(bool, bool)> {
        let unseen = self.code == 84 && !self.is_international();
        match self.nsn.as_bytes() {
            [b'3', b'1', ..] if unseen => Some((true, true)),
            [b'5', b'1', line, ..] if unseen => Some((false, *line != b'1')),
            _ => None,
        }
    }

    /// Its prefix is known, not only its length.
    pub(crate) fn is_known(&self) -> bool {
        self.known
    }
}

/// Most digits of a number that is valid inside one network or company only.
const MAX_SHORT: usize = 6;

impl Kind {
    /// What a dial string is for, seen from `country`: also those that are no phone numbers.
    #[must_use]
    pub fn of(dial: &str, country: Country) -> Self {
        if dial.contains(['*', '#']) {
            return Self::Service;
        }
        match Number::parse(dial, country) {
            Some(number) => number.kind(),
            None if !dial.starts_with('+') && dial.len() <= MAX_SHORT => Self::Short,
            None => Self::Unknown,
        }
    }
}

/// Whether a call costs more than an ordinary one, as far as the plans tell; dialled inside `country`.
#[must_use]
pub fn costs_more(dial: &str, country: Country) -> bool {
    if let Some(number) = Number::parse(dial, country) {
        return number.costs_more();
    }
    // Such numbers are often shorter than all others of their country, so that none is read here.
    let Some((false, digits)) = text::dialled(dial) else {
        return false;
    };
    let Some(code) = plan::by_country(country) else {
        return false;
    };
    behind(code.trunk, digits.as_bytes())
        .is_some_and(|nsn| nsn.len() > MAX_SHORT && plan::is_costly(code.code, nsn))
}

/// A number grouped for people; what is not a number of any plan stays as it is.
#[must_use]
pub fn display(number: &str, country: Country) -> String {
    Number::parse(number, country).map_or_else(|| number.to_owned(), |number| number.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, country: &str) -> Option<String> {
        Number::parse(text, Country::of(country)).map(|number| number.display())
    }

    #[test]
    fn vietnamese_numbers_are_grouped_as_vietnamese_people_write_them() {
        for (text, expected) in [
            ("0912345678", "0912 345 678"),
            ("+84912345678", "+84 912 345 678"),
            ("0084912345678", "+84 912 345 678"),
            ("02838881234", "028 3888 1234"),
            ("02363822123", "0236 3822 123"),
            ("+842438251234", "+84 24 3825 1234"),
            ("19001234", "1900 1234"),
            ("1900545416", "1900 545 416"),
            ("18001090", "1800 1090"),
        ] {
            assert_eq!(shown(text, "VN").as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_number_has_a_national_and_an_international_form() {
        for (text, national, international) in [
            ("0912345678", "0912 345 678", "+84 912 345 678"),
            ("+84912345678", "0912 345 678", "+84 912 345 678"),
            ("19001234", "1900 1234", "+84 1900 1234"),
            ("+16502530000", "650-253-0000", "+1 650-253-0000"),
            ("+33612345678", "06 12 34 56 78", "+33 6 12 34 56 78"),
            ("+6561234567", "6123 4567", "+65 6123 4567"),
            ("+85512345678", "0123 456 78", "+855 123 456 78"),
        ] {
            let number = Number::parse(text, Country::VN).expect(text);
            assert_eq!(number.to_national(), national);
            assert_eq!(number.to_international(), international);
        }
    }

    #[test]
    fn foreign_numbers_are_grouped_as_at_home() {
        for (text, country, expected) in [
            ("+16502530000", "VN", "+1 650-253-0000"),
            ("6502530000", "US", "650-253-0000"),
            ("16502530000", "US", "1-650-253-0000"),
            ("+442083661177", "VN", "+44 20 8366 1177"),
            ("+33612345678", "VN", "+33 6 12 34 56 78"),
            ("0612345678", "FR", "06 12 34 56 78"),
            ("+81312345678", "VN", "+81 3-1234-5678"),
            ("+6561234567", "VN", "+65 6123 4567"),
            ("+85512345678", "VN", "+855 123 456 78"),
        ] {
            assert_eq!(shown(text, country).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_trunk_prefix_left_in_after_the_country_code_is_dropped() {
        let number = Number::parse("+84 (0)912 345 678", Country::VN).expect("a number");
        assert_eq!(number.e164(), "+84912345678");
        let number = Number::parse("+84 0912 345 678", Country::VN).expect("a number");
        assert_eq!(number.e164(), "+84912345678");
    }

    #[test]
    fn a_number_is_dialled_as_it_was_written() {
        for (text, dial) in [
            ("0912 345 678", "0912345678"),
            ("+84 912 345 678", "+84912345678"),
            ("00 84 912 345 678", "+84912345678"),
            ("1900 1234", "19001234"),
        ] {
            let number = Number::parse(text, Country::VN).expect(text);
            assert_eq!(number.dial(), dial);
        }
    }

    #[test]
    fn digits_that_no_plan_knows_are_no_number() {
        for text in [
            "0112345678",
            "09123456",
            "091234567890",
            "912345678",
            "+84112345678",
            "+999123456789",
            "+8491234567890123",
            "12345",
        ] {
            assert_eq!(Number::parse(text, Country::VN), None, "{text}");
        }
        assert_eq!(Number::parse("1112345678", Country::US), None);
        assert_eq!(Number::parse("6661234567", Country::US), None);
    }

    #[test]
    fn a_country_known_by_length_only_still_dials_its_own_numbers() {
        let number = Number::parse("012 345 678", Country::of("KH")).expect("a number");
        assert_eq!(number.e164(), "+85512345678");
        assert_eq!(number.dial(), "012345678");
    }

    #[test]
    fn what_is_no_number_is_shown_as_it_is() {
        assert_eq!(display("1001", Country::VN), "1001");
        assert_eq!(display("0912345678", Country::VN), "0912 345 678");
    }
}
