//! `%HH` in URIs (RFC 3261 §19.1.2, RFC 3986 §2.1).

use std::borrow::Cow;
use std::fmt::Write;

/// Escapes characters that are not allowed in a user part, and `%`.
pub(super) fn user(raw: &str) -> String {
    encode(raw, b"&=+$,;?/")
}

/// Escapes characters that are not allowed in a URI parameter; `%` is left, because it begins an
/// escape.
pub(super) fn param(raw: &str) -> String {
    encode(raw, b"[]/:&+$%")
}

/// Decodes every escape. Octets that are not UTF-8 become U+FFFD; a lone `%` stays.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    resolve(text, |_| true)
}

/// The normal form for comparison: escapes of unreserved characters are decoded, because they are
/// equal to the character (RFC 3261 §19.1.4).
pub(super) fn normal(text: &str) -> Cow<'_, str> {
    resolve(text, |octet| !b";/?:@&=+$,%".contains(&octet))
}

fn encode(raw: &str, also: &[u8]) -> String {
    let mut escaped = String::with_capacity(raw.len());
    for octet in raw.bytes() {
        let unreserved = octet.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&octet);
        if unreserved || also.contains(&octet) {
            escaped.push(char::from(octet));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "%{octet:02X}");
        }
    }
    escaped
}

fn resolve(text: &str, which: impl Fn(u8) -> bool) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match tail {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match escaped {
            Some((high, low)) if which(high << 4 | low) => octets.push(high << 4 | low),
            Some(_) => octets.extend(rest.iter().take(3).map(u8::to_ascii_uppercase)),
            None => octets.push(*first),
        }
        rest = if escaped.is_some() {
            tail.get(2..).unwrap_or_default()
        } else {
            tail
        };
    }
    Cow::Owned(String::from_utf8_lossy(&octets).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_made_and_resolved() {
        assert_eq!(user("Iñaki #1@x:y"), "I%C3%B1aki%20%231%40x%3Ay");
        assert_eq!(user("+84912;a=b/*99"), "+84912;a=b/*99");
        assert_eq!(decode("%61lice%20%zz%4"), "alice %zz%4");
        assert_eq!(decode("%ff"), "\u{fffd}");
        assert_eq!(normal("%61%2f%3b"), "a%2F%3B");
    }
}
