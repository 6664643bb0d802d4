//! Digits that may be dialled for a page, and nothing else.

use std::fmt;

use crate::text::{self, Class, Unit};
use crate::{Country, DialError, display};

/// Fewest digits worth dialling.
const MIN_DIGITS: usize = 2;
/// E.164 has at most 15; the rest is room for prefixes such as `00` or a carrier's code.
const MAX_DIGITS: usize = 20;

/// A dial string that was checked: `0-9` and `A-D`, 2 to 20 of them, with `+` at most in front.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DialString(String);

impl DialString {
    /// Checks a text that a page gave. Visual separators (spaces, dashes, dots, brackets), direction
    /// marks and other scripts' digits are normalised away; whatever else is in it refuses it.
    ///
    /// # Errors
    /// See [`DialError`]; `*` and `#` are [`DialError::ServiceCode`] wherever they stand.
    pub fn parse_page(raw: &str) -> Result<Self, DialError> {
        let mut units = Vec::with_capacity(raw.len().min(256));
        text::read(raw, &mut units);
        if units.iter().any(|unit| is_service(unit.ch)) {
            return Err(DialError::ServiceCode);
        }
        let mut dial = String::new();
        let mut digits = 0;
        for &Unit { ch, class, .. } in &units {
            match class {
                Class::Digit(value) => dial.push(char::from(b'0' + value)),
                _ if matches!(ch, 'A'..='D') => dial.push(ch),
                Class::Plus if dial.is_empty() => dial.push('+'),
                Class::Plus => return Err(DialError::PlusInside),
                Class::Space | Class::Dash | Class::Dot | Class::Open | Class::Close => continue,
                Class::Invisible => continue,
                _ => return Err(DialError::Character(ch)),
            }
            digits += usize::from(ch != '+' && class != Class::Plus);
            if digits > MAX_DIGITS {
                return Err(DialError::TooLong);
            }
        }
        if digits < MIN_DIGITS {
            return Err(DialError::TooShort);
        }
        Ok(Self(dial))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Grouped for people, by the plan of `country` or of the calling code.
    #[must_use]
    pub fn display(&self, country: Country) -> String {
        display(&self.0, country)
    }
}

impl fmt::Display for DialString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Star and hash, full-width ones too.
fn is_service(ch: char) -> bool {
    matches!(ch, '*' | '#' | '\u{FF0A}' | '\u{FF03}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_other_scripts_digits_are_normalised() {
        for (raw, dial) in [
            ("0912 345 678", "0912345678"),
            ("(028) 3888-1234", "02838881234"),
            ("0912.345.678", "0912345678"),
            (
                "\u{202A}+84\u{A0}912\u{2011}345\u{2011}678\u{202C}",
                "+84912345678",
            ),
            ("０９１２３４５６７８", "0912345678"),
            ("+٨٤٩١٢٣٤٥٦٧٨", "+84912345678"),
            ("113", "113"),
            ("1234ABCD", "1234ABCD"),
        ] {
            assert_eq!(
                DialString::parse_page(raw).map(|it| it.0).as_deref(),
                Ok(dial),
                "{raw}"
            );
        }
    }

    #[test]
    fn service_codes_are_refused_wherever_the_star_stands() {
        for raw in [
            "*21*0912345678#",
            "#31#0912345678",
            "0912345678#",
            "**",
            "＊21＃",
            "*x",
        ] {
            assert_eq!(
                DialString::parse_page(raw),
                Err(DialError::ServiceCode),
                "{raw}"
            );
        }
    }

    #[test]
    fn everything_outside_the_alphabet_is_refused_with_its_reason() {
        for (raw, error) in [
            ("", DialError::TooShort),
            ("+", DialError::TooShort),
            ("1", DialError::TooShort),
            ("09123a5678", DialError::Character('a')),
            ("0912;ext=1", DialError::Character(';')),
            ("0912@evil.example", DialError::Character('@')),
            ("0912?x", DialError::Character('?')),
            ("0912\r\nInvite", DialError::Character('\r')),
            ("0912,1", DialError::Character(',')),
            ("0912/0913", DialError::Character('/')),
            ("84+912345678", DialError::PlusInside),
            ("++84912345678", DialError::PlusInside),
            ("123456789012345678901", DialError::TooLong),
            ("0912E", DialError::Character('E')),
        ] {
            assert_eq!(DialString::parse_page(raw), Err(error), "{raw:?}");
        }
    }

    #[test]
    fn a_very_long_text_is_refused_without_being_kept() {
        let raw = "9".repeat(1 << 20);
        assert_eq!(DialString::parse_page(&raw), Err(DialError::TooLong));
    }
}
