//! What a click on a page would dial, and how the card shows it.

use crate::find::{Options, find};
use crate::{Country, DialError, DialString, Link, Number};

/// What would be dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Exactly this is dialled.
    pub dial: DialString,
    /// The same, grouped for people.
    pub display: String,
    /// E.164, where a plan knows the number.
    pub e164: Option<String>,
    /// Of the number.
    pub country: Option<Country>,
    /// Digits for after the answer (extension, pauses); never part of `dial`.
    pub post_dial: Option<String>,
}

impl Target {
    /// The text of a number that was found and clicked.
    ///
    /// # Errors
    /// When it is not exactly one number; see [`DialError`].
    pub fn from_text(text: &str, options: &Options) -> Result<Self, DialError> {
        let text = text.trim();
        match find(text, options).as_slice() {
            [found] if found.start_utf16 == 0 && found.end_utf16 == utf16_len(text) => {
                let dial = DialString::parse_page(&found.number.dial())?;
                Ok(Self::of(dial, Some(&found.number), found.ext.clone()))
            }
            [_, _, ..] => Err(DialError::Several),
            // Not what any plan knows: dialled as it is, if it is digits at all.
            _ => {
                let dial = DialString::parse_page(text)?;
                let number = Number::parse(dial.as_str(), options.country);
                Ok(Self::of(dial, number.as_ref(), None))
            }
        }
    }

    /// The `href` of a link that was clicked.
    ///
    /// # Errors
    /// See [`Link::parse`].
    pub fn from_link(href: &str, options: &Options) -> Result<Self, DialError> {
        let link = Link::parse(href)?;
        let number = Number::parse(link.dial.as_str(), options.country);
        // A trunk zero left in after the country code is dropped here, too.
        let dial = match &number {
            Some(number) => DialString::parse_page(&number.dial())?,
            None => link.dial,
        };
        Ok(Self::of(dial, number.as_ref(), link.post_dial))
    }

    fn of(dial: DialString, number: Option<&Number>, post_dial: Option<String>) -> Self {
        Self {
            display: number.map_or_else(|| dial.to_string(), Number::display),
            e164: number.map(Number::e164),
            country: number.and_then(Number::country),
            dial,
            post_dial,
        }
    }
}

fn utf16_len(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_found_number_is_dialled_as_written_and_shown_grouped() {
        let options = Options::default();
        let target = Target::from_text("0912.345.678", &options).expect("a number");
        assert_eq!(target.dial.as_str(), "0912345678");
        assert_eq!(target.display, "0912 345 678");
        assert_eq!(target.e164.as_deref(), Some("+84912345678"));
        assert_eq!(target.country, Some(Country::VN));

        let target = Target::from_text("(028) 3888 1234 máy lẻ 12", &options).expect("a number");
        assert_eq!(target.dial.as_str(), "02838881234");
        assert_eq!(target.post_dial.as_deref(), Some("12"));
    }

    #[test]
    fn what_a_hostile_page_puts_there_is_refused() {
        let options = Options::default();
        for (text, error) in [
            ("*21*0912345678#", DialError::ServiceCode),
            ("0912345678 0987654321", DialError::Several),
            ("0912345678@evil.example", DialError::Character('@')),
            ("", DialError::TooShort),
            ("hello", DialError::Character('h')),
        ] {
            assert_eq!(Target::from_text(text, &options), Err(error), "{text}");
        }
    }

    #[test]
    fn a_link_is_dialled_as_its_number_and_never_at_its_host() {
        let options = Options::default();
        let target = Target::from_link("sip:0912345678@evil.example", &options).expect("a number");
        assert_eq!(target.dial.as_str(), "0912345678");
        assert_eq!(target.display, "0912 345 678");
        let target = Target::from_link("tel:+84(0)912345678", &options).expect("a number");
        assert_eq!(target.dial.as_str(), "+84912345678");
        let target = Target::from_link("tel:1001", &options).expect("an internal number");
        assert_eq!((target.display.as_str(), target.country), ("1001", None));
    }
}
