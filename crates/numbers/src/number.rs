//! A phone number (ITU-T E.164): resolved from digits, written for machines and for people.

use crate::plan::{self, CallingCode, Kind, Plan};
use crate::{Country, text};

/// Digits of a number in a plan that is known by its lengths only are shown like this.
const PLAIN_GROUPS: &[usize] = &[3, 3];

/// German areas of three digits that are provinces in Viet Nam.
const GERMAN_TOWNS: &[&str] = &[
    "203", "208", "209", "211", "212", "214", "221", "228", "234", "251", "261", "271", "291",
];
/// German areas of three digits that are mobile networks in Viet Nam.
const EASTERN_TOWNS: &[&str] = &[
    "331", "335", "340", "341", "345", "351", "355", "361", "365", "371", "375", "381", "385",
    "391", "395",
];

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
        let mut bytes = [b'0'; 15];
        bytes.get_mut(..digits.len())?.copy_from_slice(digits);
        let len = u8::try_from(digits.len()).ok()?;
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
                .find_map(|prefix| Self::international(digits.strip_prefix(prefix.as_bytes())?))
        })
    }

    /// Digits that begin with a calling code.
    pub(crate) fn international(digits: &[u8]) -> Option<Self> {
        if digits.len() > 15 {
            return None;
        }
        let (code, rest) = plan::split(digits)?;
        if let Some(plan) = plan::plan_of_code(code.code) {
            let known = |nsn| Self::known(plan, nsn, Written::International);
            // `+84 0912 345 678`: the trunk prefix is often left in.
            return known(rest).or_else(|| {
                let nsn = rest.strip_prefix(plan.trunk.as_bytes())?;
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
            let nsn = rest.strip_prefix(code.trunk.as_bytes())?;
            (!code.trunk.is_empty()).then(|| by_length(nsn)).flatten()
        })
    }

    /// Digits as they are dialled inside `country`.
    fn national(digits: &[u8], country: Country) -> Option<Self> {
        if let Some(plan) = plan::plan(country) {
            let with_trunk = || {
                let nsn = digits.strip_prefix(plan.trunk.as_bytes())?;
                let fits = !plan.trunk.is_empty() && (plan.code == 1 || !plan.rule(nsn)?.bare);
                fits.then(|| Self::known(plan, nsn, Written::National(plan.trunk)))
                    .flatten()
            };
            let bare = || {
                let rule = plan.rule(digits)?;
                (plan.trunk.is_empty() || rule.bare)
                    .then(|| Self::known(plan, digits, Written::National("")))
                    .flatten()
            };
            return with_trunk().or_else(bare);
        }
        let code = plan::by_country(country)?;
        let nsn = digits.strip_prefix(code.trunk.as_bytes())?;
        code.has_length(nsn.len())
            .then(|| Self::by_length(code, nsn, Written::National(code.trunk)))
            .flatten()
    }

    fn known(plan: &'static Plan, nsn: &[u8], written: Written) -> Option<Self> {
        let rule = plan.rule(nsn)?;
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

    fn by_length(code: CallingCode, nsn: &[u8], written: Written) -> Option<Self> {
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
        // Asked for each number of a page: `format!` takes four times as long.
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

    /// `030/123456` is usual where it comes from.
    pub(crate) fn writes_slash(&self) -> bool {
        plan::plan_of_code(self.code).is_some_and(|plan| plan.slash)
    }

    /// Its prefix is known, not only its length.
    pub(crate) fn is_known(&self) -> bool {
        self.known
    }

    /// Whether groups of these sizes could as well be from elsewhere: `0341 234567` is a Vietnamese
    /// mobile phone and a line in Leipzig, and so with most areas of eastern Germany.
    pub(crate) fn is_doubtful_as(&self, sizes: &[usize]) -> bool {
        self.code == 84
            && !self.is_international()
            && matches!(sizes, [4, 6])
            && EASTERN_TOWNS.iter().any(|it| self.nsn.starts_with(it))
    }

    /// Whether groups of these sizes (trunk prefix included; `dashed`: with dashes between them)
    /// are how another country writes its numbers, or no country. Vietnamese numbers are not broken
    /// inside area or network codes: `020 7946 0123` is London's, `03 88 12 34 56` French,
    /// `03-4512-3456` Japanese, and each would ring somebody in Viet Nam. Dotted
    /// (`31.74.6486.79` is a version) or out of a longer row (not `alone`) North American numbers
    /// are taken in their own grouping only.
    pub(crate) fn is_grouped_as_elsewhere(
        &self,
        sizes: &[usize],
        dashed: bool,
        dotted: bool,
        alone: bool,
    ) -> bool {
        let Written::National(trunk) = self.written else {
            return false;
        };
        let Some(first) = sizes.first() else {
            return false;
        };
        match (self.code, self.kind) {
            (84, Kind::Fixed) => self.is_vietnamese_line_elsewhere(sizes, dotted),
            (84, Kind::Mobile) if sizes.len() > 1 => {
                // `09 1234 5678` is Vietnamese: Japan has no such area. `052-123-4567` is Nagoya.
                let nagoya = self.nsn.starts_with("5") || self.nsn.starts_with("92");
                (*first < 3 && !(self.nsn.starts_with("9") && *sizes == [2, 4, 4]))
                    || (dashed && nagoya && *sizes == [3, 3, 4])
                    || *sizes == [4, 2, 4]
            }
            (1, _) if dotted || !alone => {
                let rest = match sizes {
                    [1, rest @ ..] if trunk == "1" => rest,
                    all => all,
                };
                !matches!(rest, [_] | [3, _] | [3, 3, 4])
            }
            _ => false,
        }
    }

    /// Lines of Viet Nam (11 digits) that are somebody else's in this grouping.
    fn is_vietnamese_line_elsewhere(&self, sizes: &[usize], dotted: bool) -> bool {
        let area = |list: &[&str]| list.iter().any(|it| self.nsn.starts_with(it));
        // Lines of the provinces begin with 3 nearly everywhere, with 2, 6 or 7 at newer carriers.
        let line = self.nsn.as_bytes().get(3);
        let usual = matches!(line, Some(b'2' | b'3' | b'6' | b'7'));
        match sizes {
            // London without a space; Cologne and the Ruhr.
            [_] if area(&["203", "207", "208"]) => line != Some(&b'3'),
            [_] | [4, 7] => area(GERMAN_TOWNS) && !usual,
            [4, 4, 3] => false,
            // As Londoners have it (`0207 946 0123`).
            [4, 3, 4] => area(&["203", "207", "208"]),
            [3, 8] | [3, 4, 4] => !dotted && area(&["20", "23", "29"]),
            // Five digits first is a British town.
            [first, ..] => *first == 5 || *first < 3,
            [] => false,
        }
    }

    /// The sizes of its groups in national form, when `sizes` is how its country writes it.
    pub(crate) fn is_grouped_as(&self, sizes: &[usize]) -> bool {
        let trunk = match self.written {
            Written::National(trunk) => trunk.len(),
            Written::International | Written::Short => 0,
        };
        let expected = |lead: usize| {
            let first = self.groups.first().map_or(0, |size| size + lead);
            std::iter::once(first).chain(self.groups.iter().skip(1).copied())
        };
        // `1900.545416`: service numbers are grouped behind their prefix in any way.
        if let (84, Kind::Premium | Kind::TollFree, [4, _]) = (self.code, self.kind, sizes) {
            return true;
        }
        sizes.len() > 1
            && (expected(trunk).eq(sizes.iter().copied())
                || (trunk == 1 && expected(0).eq(sizes.iter().skip(1).copied())))
    }
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
