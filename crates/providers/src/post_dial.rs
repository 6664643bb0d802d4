//! Digits that follow a call by themselves after the answer: an extension, a code, the way through a
//! menu. They are typed behind the number, as phones and `tel:` links have them.

use crate::NumberError;
use crate::number::{ascii_form, is_dtmf, is_invisible, is_separator};
use crate::two_numbers::is_another_number;

/// The most digits and pauses after one number.
const MAX_POST_DIAL: usize = 64;

/// Splits what a person typed into the number and, where there are any, the digits for after the
/// answer: behind the first `,`, `p` or `w`, or in `;ext=` and `;postd=` (RFC 3966 §5.3).
///
/// # Errors
/// [`NumberError::NotANumber`] for other parameters and for what cannot be sent as a tone,
/// [`NumberError::TwoNumbers`] for a list, [`NumberError::TooLong`].
pub fn split_post_dial(typed: &str) -> Result<(&str, Option<String>), NumberError> {
    // The user part of an address may have any of these signs.
    if typed.contains('@') {
        return Ok((typed, None));
    }
    let (number, parameters) = typed.split_once(';').unwrap_or((typed, ""));
    let first_digit = number
        .find(|c| ascii_form(c).is_ascii_digit())
        .unwrap_or(number.len());
    let begins = |(at, c): (usize, char)| {
        (at > first_digit && matches!(ascii_form(c), ',' | 'p' | 'P' | 'w' | 'W')).then_some(at)
    };
    let at = number.char_indices().find_map(begins);
    let (number, mut digits) = match at {
        Some(at) => {
            let (number, digits) = number.split_at(at);
            if is_another_number(digits) {
                return Err(NumberError::TwoNumbers);
            }
            (number, post_dial_digits(digits)?)
        }
        None => (number, String::new()),
    };
    for parameter in parameters.split(';').filter(|_| !parameters.is_empty()) {
        let (name, value) = parameter.split_once('=').ok_or(NumberError::NotANumber)?;
        if !matches!(name.trim().to_ascii_lowercase().as_str(), "ext" | "postd") {
            return Err(NumberError::NotANumber);
        }
        digits.push_str(&post_dial_digits(value)?);
    }
    if digits.len() > MAX_POST_DIAL {
        return Err(NumberError::TooLong);
    }
    Ok((number, (!digits.is_empty()).then_some(digits)))
}

/// Digits for after the answer as they are kept: `0-9*#A-D`, and `,` for a pause, which is also what
/// `p` and `w` become. Nobody is asked at a `w`: what waits for a person is sent by that person.
///
/// # Errors
/// As [`split_post_dial`].
pub fn post_dial_digits(typed: &str) -> Result<String, NumberError> {
    let mut digits = String::new();
    for c in typed.chars().map(ascii_form) {
        match c {
            ',' | 'p' | 'P' | 'w' | 'W' => digits.push(','),
            c if u8::try_from(c).is_ok_and(|b| is_dtmf(b.to_ascii_uppercase())) => {
                digits.push(c.to_ascii_uppercase());
            }
            c if is_separator(c) || is_invisible(c) => {}
            _ => return Err(NumberError::NotANumber),
        }
        if digits.len() > MAX_POST_DIAL {
            return Err(NumberError::TooLong);
        }
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_number_is_sent_after_the_answer() {
        for (typed, number, digits) in [
            ("0281234567", "0281234567", None),
            ("028 1234 567,,12#", "028 1234 567", Some(",,12#")),
            ("0281234567 p 12 w 3", "0281234567 ", Some(",12,3")),
            ("+84281234567;ext=1-2 3", "+84281234567", Some("123")),
            (
                "tel:+84281234567;postd=pp22",
                "tel:+84281234567",
                Some(",,22"),
            ),
            ("0281234567,1;EXT=2", "0281234567", Some(",12")),
            ("０２８，１２", "０２８", Some(",12")),
            ("anna;x=1@pbx.example", "anna;x=1@pbx.example", None),
            ("pbx", "pbx", None),
            ("", "", None),
        ] {
            let digits = digits.map(str::to_owned);
            assert_eq!(split_post_dial(typed), Ok((number, digits)), "{typed}");
        }
    }

    #[test]
    fn a_list_of_two_numbers_is_no_number_with_a_code() {
        for typed in [
            "0912 345 678, 0913 456 789",
            "0912345678, +84 913456789",
            "0912345678，0913456789",
            "０９１２３４５６７８，０９１３４５６７８９",
        ] {
            let split = split_post_dial(typed);
            assert_eq!(split, Err(NumberError::TwoNumbers), "{typed}");
        }
        for (typed, digits) in [
            ("0281234567, 0123", ",0123"),
            ("0281234567,,0912345678#", ",,0912345678#"),
            ("0281234567, 12345678", ",12345678"),
            ("0281234567, 01234567", ",01234567"),
            ("+1 214 555 1234, 01234567#", ",01234567#"),
            ("0281234567，12345678", ",12345678"),
        ] {
            let split = split_post_dial(typed).expect("a number");
            assert_eq!(split.1.as_deref(), Some(digits), "{typed}");
        }
    }

    #[test]
    fn what_no_phone_could_send_is_refused() {
        for typed in [
            "0281,12x",
            "0281;ext=",
            "0281;rn=1",
            "0281;ext",
            "0281 phone",
            "0281;",
        ] {
            let split = split_post_dial(typed);
            let fits = match typed {
                // Empty parameters say nothing.
                "0281;ext=" | "0281;" => split == Ok(("0281", None)),
                _ => split == Err(NumberError::NotANumber),
            };
            assert!(fits, "{typed}: {split:?}");
        }
        let long = format!("0281,{}", "1".repeat(64));
        assert_eq!(split_post_dial(&long), Err(NumberError::TooLong));
    }
}
