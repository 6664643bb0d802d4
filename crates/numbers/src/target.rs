//! What a click on a page would dial, and how the card shows it.

use std::ops::Range;

use crate::find::{Doubt, Found, Options, find, find_labelled};
use crate::{Country, DialError, DialString, Link, Number, text};

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
    /// The country may be another one; the card says so.
    pub doubt: Option<Doubt>,
}

impl Target {
    /// The text of a number that was found and clicked.
    ///
    /// # Errors
    /// When it is not exactly one number; see [`DialError`].
    pub fn from_text(text: &str, options: &Options) -> Result<Self, DialError> {
        let text = text.trim();
        let numbers = find(text, options);
        match numbers.as_slice() {
            [found] if found.start_utf16 == 0 && found.end_utf16 == utf16_len(text) => {
                Self::found(found)
            }
            [_, _, ..] => Err(DialError::Several),
            // `+1 214 555 1234, 01234567#`
            [found]
                if found.start_utf16 == 0
                    && found.ext.is_none()
                    && let Some(code) = code(text, found, options) =>
            {
                let target = Self::found(found)?;
                Ok(Self {
                    post_dial: Some(code),
                    ..target
                })
            }
            // Not what any plan knows, or what is a number in two countries: dialled as it is at home,
            // if it is digits at all.
            _ => {
                let dial = DialString::parse_page(text)?;
                // `0912345678 - 1990`: a whole number, and digits that are no part of it.
                if numbers.first().is_some_and(|found| has_more(text, found)) {
                    return Err(DialError::Several);
                }
                let (number, doubt) = read(&dial, options);
                let dial = match &number {
                    Some(number) if doubt == Some(Doubt::Guessed) => {
                        DialString::parse_page(&number.dial())?
                    }
                    _ => dial,
                };
                Ok(Self::of(dial, number.as_ref(), None, doubt))
            }
        }
    }

    /// The number that stands at `span` (UTF-16 units) of a run of text under `hint`, as
    /// [`find_labelled`] found it there: for numbers that their own span does not say
    /// ([`Found::needs_context`]).
    ///
    /// # Errors
    /// When no number is found at exactly this place.
    pub fn within(
        text: &str,
        span: Range<u32>,
        hint: &str,
        options: &Options,
    ) -> Result<Self, DialError> {
        find_labelled(text, hint, options)
            .iter()
            .find(|found| (found.start_utf16..found.end_utf16) == span)
            .map_or(Err(DialError::TooShort), Self::found)
    }

    /// The `href` of a link that was clicked.
    ///
    /// # Errors
    /// See [`Link::parse`]; [`DialError::Several`] for a list.
    pub fn from_link(href: &str, options: &Options) -> Result<Self, DialError> {
        // Dialled as one it would reach the first and play the second to it.
        if Link::is_list(href, options) {
            return Err(DialError::Several);
        }
        let link = Link::parse(href)?;
        let (number, doubt) = read(&link.dial, options);
        // A trunk zero left in after the country code is dropped here, too.
        let dial = match &number {
            Some(number) => DialString::parse_page(&number.dial())?,
            None => link.dial,
        };
        Ok(Self::of(dial, number.as_ref(), link.post_dial, doubt))
    }

    fn found(found: &Found) -> Result<Self, DialError> {
        let dial = DialString::parse_page(&found.number.dial())?;
        let ext = found.ext.clone();
        Ok(Self::of(dial, Some(&found.number), ext, found.doubt))
    }

    fn of(
        dial: DialString,
        number: Option<&Number>,
        post_dial: Option<String>,
        doubt: Option<Doubt>,
    ) -> Self {
        Self {
            display: number.map_or_else(|| dial.to_string(), Number::display),
            e164: number.map(Number::e164),
            country: number.and_then(Number::country),
            dial,
            post_dial,
            doubt,
        }
    }
}

/// The number that digits without any place on a page are. What is none at home is one of the country
/// that the page hints at, and says so.
fn read(dial: &DialString, options: &Options) -> (Option<Number>, Option<Doubt>) {
    let number = Number::parse(dial.as_str(), options.country);
    if number.as_ref().is_some_and(Number::is_international) || dial.as_str().starts_with('+') {
        return (number, None);
    }
    let other = options.hints.abroad(options.country).find_map(|country| {
        let other = Number::parse(dial.as_str(), country)?;
        (other.is_known() && !other.is_international()).then_some(other)
    });
    match (number, other) {
        (number, None) => (number, None),
        (None, Some(other)) => (Some(other.into_international()), Some(Doubt::Guessed)),
        (number, Some(other)) => (number, other.country().map(Doubt::Rival)),
    }
}

/// What is dialled after the answer, behind a number that begins the text.
fn code(text: &str, found: &Found, options: &Options) -> Option<String> {
    Link::code_behind(text.get(byte_at(text, found.end_utf16)..)?, options)
}

/// Digits stand before or behind what was found.
fn has_more(text: &str, found: &Found) -> bool {
    let (before, _) = text.split_at(byte_at(text, found.start_utf16));
    let (_, behind) = text.split_at(byte_at(text, found.end_utf16));
    [before, behind].into_iter().any(|part| {
        let digit = |ch| matches!(text::class(ch), text::Class::Digit(_));
        part.chars().any(digit)
    })
}

/// Where the character that begins at this UTF-16 unit stands.
fn byte_at(text: &str, utf16: u32) -> usize {
    let mut at = 0;
    let found = text.char_indices().find(|(_, ch)| {
        let here = at >= utf16;
        at += if u32::from(*ch) > 0xFFFF { 2 } else { 1 };
        here
    });
    found.map_or(text.len(), |(byte, _)| byte)
}

fn utf16_len(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PageHints;

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
    #[test]
    fn last_digits_behind_a_slash_are_dialled_as_the_number_that_they_stand_for() {
        let options = Options::default();
        let text = "Gọi 0901 234 567 / 568 nhé";
        let target = Target::within(text, 19..22, "", &options).expect("a number");
        assert_eq!(target.dial.as_str(), "0901234568");
        assert_eq!(target.display, "0901 234 568");
        for span in [4..22, 20..22, 19..23, 0..0, 90..99] {
            assert!(
                Target::within(text, span.clone(), "", &options).is_err(),
                "{span:?}"
            );
        }
    }

    #[test]
    fn digits_that_are_a_number_in_the_pages_country_too_say_so() {
        let german = Options {
            hints: PageHints::new("de", ""),
            ..Options::default()
        };
        let rival = Country::parse("DE").map(Doubt::Rival);
        let of = |text| Target::from_text(text, &german).expect(text).doubt;
        assert_eq!(of("0341563277"), rival);
        assert_eq!(of("+84 341 563 277"), None);
        assert_eq!(of("0341 563 277"), None, "as Viet Nam groups it");
        assert_eq!(of("030 12345678"), Some(Doubt::Guessed));
        let link = |href| Target::from_link(href, &german).expect(href).doubt;
        assert_eq!(link("tel:0341563277"), rival);
        assert_eq!(link("tel:+84341563277"), None);
        assert_eq!(link("tel:1001"), None);
        let berlin = Target::from_link("tel:03012345678", &german).expect("a number");
        assert_eq!(berlin.dial.as_str(), "+493012345678");
        assert_eq!(berlin.doubt, Some(Doubt::Guessed));
    }
}
