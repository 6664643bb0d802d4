//! Ways to write expectations short.
#![allow(dead_code, unreachable_pub)]

use alo_numbers::{Country, Options, find};

/// `span → what is dialled` for each number of a text.
pub fn numbers(text: &str, country: &str) -> Vec<(String, String)> {
    let options = Options {
        country: Country::parse(country).expect("a country code"),
        ..Options::default()
    };
    let units: Vec<u16> = text.encode_utf16().collect();
    find(text, &options)
        .into_iter()
        .map(|found| {
            let span = &units[found.start_utf16 as usize..found.end_utf16 as usize];
            let ext = found.ext.map(|ext| format!(" x{ext}")).unwrap_or_default();
            (
                String::from_utf16(span).expect("whole characters"),
                format!("{}{ext}", found.number.e164()),
            )
        })
        .collect()
}

/// Expects exactly these numbers, each given as `(span, E.164)`.
pub fn finds(text: &str, country: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(span, e164)| ((*span).to_owned(), (*e164).to_owned()))
        .collect();
    assert_eq!(numbers(text, country), expected, "in {text:?} ({country})");
}

/// Expects no number.
pub fn finds_nothing(text: &str, country: &str) {
    finds(text, country, &[]);
}
