//! What the person, the site and the page say about how numbers are to be read.

use crate::Country;

/// How to read numbers that do not say their country.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Viet Nam unless set.
    pub country: Country,
    /// How much must speak for a number.
    pub strictness: Strictness,
    /// What the page says about itself.
    pub hints: PageHints,
    /// Also numbers in letters, such as `1-800-FLOWERS`.
    pub vanity: bool,
    /// Also short numbers of these forms: extensions of one's own company, on its own sites.
    pub internal: Vec<Pattern>,
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

/// Where a page says it comes from. A hint never chooses the country of a number by itself: it makes
/// doubtful what would be a number there, too, and lets what can only be one there be found with
/// [`Confidence::Low`](crate::Confidence::Low), read with its calling code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageHints {
    /// The country that the language of the document is spoken in (`ja`, `de-AT`).
    pub lang: Option<Country>,
    /// The country of the host's top-level domain.
    pub tld: Option<Country>,
}

impl Options {
    /// Fewest digits of anything that may be a number: text with fewer need not be looked at.
    #[must_use]
    pub fn least_digits(&self) -> usize {
        let usual = if self.vanity {
            super::vanity::LEAST_DIGITS
        } else {
            super::MIN_DIGITS
        };
        self.internal
            .iter()
            .map(Pattern::len)
            .fold(usual, usize::min)
    }
}

impl PageHints {
    /// From the `lang` of a document and its host, each of any form; what says no country is none.
    #[must_use]
    pub fn new(lang: &str, host: &str) -> Self {
        Self {
            lang: country_of_lang(lang),
            tld: country_of_host(host),
        }
    }

    /// The countries other than `home` that are hinted at, where nothing hints at `home`.
    pub(crate) fn abroad(self, home: Country) -> impl Iterator<Item = Country> {
        let both = [self.tld, self.lang.filter(|lang| Some(*lang) != self.tld)];
        let at_home = both.contains(&Some(home));
        both.into_iter().flatten().filter(move |_| !at_home)
    }
}

/// A region subtag says it (RFC 5646), else the language where one country has most of its numbers.
/// English, Spanish, French, Portuguese, Arabic and Chinese are spoken in too many.
fn country_of_lang(lang: &str) -> Option<Country> {
    let mut parts = lang.trim().split(['-', '_']);
    let language = parts.next()?.to_ascii_lowercase();
    if let Some(region) = parts.find(|part| part.len() == 2) {
        return Country::parse(region);
    }
    let country = match language.as_str() {
        "vi" => "VN",
        "ja" => "JP",
        "ko" => "KR",
        "th" => "TH",
        "de" => "DE",
        "it" => "IT",
        "pl" => "PL",
        "tr" => "TR",
        "nl" => "NL",
        "cs" => "CZ",
        "da" => "DK",
        "fi" => "FI",
        "hu" => "HU",
        "id" => "ID",
        "uk" => "UA",
        _ => return None,
    };
    Country::parse(country)
}

/// The last label of a host name, but for those that are sold to everybody.
fn country_of_host(host: &str) -> Option<Country> {
    let tld = host.trim().trim_end_matches('.').rsplit('.').next()?;
    match tld.to_ascii_lowercase().as_str() {
        "uk" => Country::parse("GB"),
        "ai" | "cc" | "co" | "fm" | "gg" | "io" | "la" | "me" | "so" | "to" | "tv" | "ws"
        | "eu" => None,
        tld => Country::parse(tld),
    }
}

/// Longest pattern, in digits.
const MAX_PATTERN: usize = 8;
/// Shortest: a single digit is never a number on a page.
const MIN_PATTERN: usize = 2;

/// The form of a short number: digits, `x` for any digit, `[0-4]` or `[135]` for some: `1xx`,
/// `2[0-4]xx`. Two to eight digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// For each place the digits that it takes, bit by bit.
    places: [u16; MAX_PATTERN],
    len: usize,
}

impl Pattern {
    /// `None` for anything but the form above, and for one that begins with `0`, as numbers of the
    /// world outside do.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut pattern = Self {
            places: [0; MAX_PATTERN],
            len: 0,
        };
        let mut bytes = text.trim().bytes();
        while let Some(byte) = bytes.next() {
            let set = match byte {
                b'0'..=b'9' => 1 << (byte - b'0'),
                b'x' | b'X' => 0x3FF,
                b'[' => class(&mut bytes)?,
                _ => return None,
            };
            *pattern.places.get_mut(pattern.len)? = set;
            pattern.len += 1;
        }
        let lead = pattern.places.first().is_some_and(|set| *set != 1);
        (pattern.len >= MIN_PATTERN && lead).then_some(pattern)
    }

    /// In digits; at least two.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "none is empty")]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether ASCII digits are of this form; a leading zero never is.
    pub(super) fn fits(&self, digits: &[u8]) -> bool {
        digits.len() == self.len
            && digits.first() != Some(&b'0')
            && (self.places.iter().zip(digits))
                .all(|(set, digit)| set >> (digit.wrapping_sub(b'0') & 15) & 1 == 1)
    }
}

/// What stands in square brackets, the closing one included.
fn class(bytes: &mut impl Iterator<Item = u8>) -> Option<u16> {
    let (mut set, mut low, mut range) = (0_u16, None, false);
    loop {
        match bytes.next()? {
            b']' => return (set != 0 && !range).then_some(set),
            b'-' if low.is_some() && !range => range = true,
            digit @ b'0'..=b'9' => {
                let digit = digit - b'0';
                let from = if range { low? } else { digit };
                for value in from..=digit {
                    set |= 1 << value;
                }
                (low, range) = (Some(digit), false);
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_digits_any_digit_and_some_digits() {
        let fits = |pattern: &str, digits: &str| {
            Pattern::parse(pattern)
                .expect(pattern)
                .fits(digits.as_bytes())
        };
        assert!(fits("1xx", "123") && !fits("1xx", "223") && !fits("1xx", "1234"));
        assert!(fits("2[0-4]xx", "2399") && !fits("2[0-4]xx", "2599"));
        assert!(fits("[135]7", "37") && !fits("[135]7", "27"));
        assert!(!fits("xxx", "012"));
        for text in [
            "",
            "1",
            "0xx",
            "1xxxxxxxx",
            "1.x",
            "[",
            "[]1",
            "[1",
            "[3-]1",
            "(1|2)",
            "1*",
        ] {
            assert_eq!(Pattern::parse(text), None, "{text}");
        }
    }

    #[test]
    fn language_and_host_hint_at_a_country_or_at_none() {
        for (lang, host, expected) in [
            ("ja", "shop.example", (Some("JP"), None)),
            ("de-AT", "www.firma.at", (Some("AT"), Some("AT"))),
            ("en", "a.co.uk", (None, Some("GB"))),
            ("zh-Hant-TW", "x.io", (Some("TW"), None)),
            ("", "localhost", (None, None)),
            ("vi", "crm.com.vn.", (Some("VN"), Some("VN"))),
        ] {
            let hints = PageHints::new(lang, host);
            let country = |code: Option<&str>| code.and_then(Country::parse);
            assert_eq!(
                (hints.lang, hints.tld),
                (country(expected.0), country(expected.1)),
                "{lang} {host}"
            );
        }
    }
}
