//! A number of a call in the forms that people and directories write it in.

use alo_numbers::{Country, Number};
use alo_providers::api::LookupNumber;

/// Numbers with at least so many digits are the same when so many of their last ones are.
const SAME_DIGITS: usize = 8;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Forms {
    /// With `+`; none where the number has no country.
    pub(super) e164: Option<String>,
    /// As dialled inside its country, digits only; an extension or address as it is.
    pub(super) national: String,
}

impl Forms {
    /// To tell spellings of one number apart from another number, as contacts write them: in Viet Nam mostly.
    pub(super) fn written(number: &str) -> Self {
        Self::of(number, Country::VN)
    }

    /// `home` is the country of a number that names none.
    pub(super) fn of(number: &str, home: Country) -> Self {
        match Number::parse(number, home) {
            Some(known) if known.e164().starts_with('+') => Self {
                e164: Some(known.e164()),
                national: digits(&known.to_national()),
            },
            _ => Self {
                e164: None,
                national: if number.contains('@') {
                    number.to_owned()
                } else {
                    digits(number)
                },
            },
        }
    }
}

impl From<Forms> for LookupNumber {
    fn from(forms: Forms) -> Self {
        Self {
            e164: forms.e164,
            national: forms.national,
        }
    }
}

/// What is the same for every way of writing a number: its last digits, or all of a short one. None for
/// what has no digits.
pub(crate) fn key(number: &str) -> Option<String> {
    if number.contains('@') {
        return Some(number.to_lowercase());
    }
    let digits = digits(number);
    if digits.is_empty() {
        return None;
    }
    let from = digits.len().saturating_sub(SAME_DIGITS);
    Some(digits.get(from..).unwrap_or(&digits).to_owned())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_its_international_and_its_national_form() {
        for written in ["0912345678", "+84912345678", "+84 912 345 678"] {
            let forms = Forms::of(written, Country::VN);
            assert_eq!(forms.e164.as_deref(), Some("+84912345678"), "{written}");
            assert_eq!(forms.national, "0912345678", "{written}");
        }
        assert_eq!(Forms::of("101", Country::VN).e164, None);
        assert_eq!(Forms::of("101", Country::VN).national, "101");
    }

    #[test]
    fn every_way_of_writing_it_is_the_same_number_and_extensions_are_only_themselves() {
        assert_eq!(key("+84 912 345 678"), key("0912345678"));
        assert_ne!(key("0912345678"), key("0912345679"));
        assert_ne!(key("101"), key("1101"));
        assert_eq!(key("anonymous"), None);
    }
}
