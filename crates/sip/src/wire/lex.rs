//! The lexical level of the SIP grammar (RFC 3261 §25.1).

use std::borrow::Cow;

/// Whether `text` is a token.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_token_octet)
}

/// Whether an octet may stand in a token.
pub(crate) fn is_token_octet(octet: u8) -> bool {
    matches!(octet,
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9'
        | b'-' | b'.' | b'!' | b'%' | b'*' | b'_' | b'+' | b'`' | b'\'' | b'~')
}

/// Removes white space (SP and HTAB; lines are unfolded before) on both sides.
pub(crate) fn trim(text: &str) -> &str {
    let text = trim_start(text);
    let end = text
        .bytes()
        .rposition(|octet| !is_space(octet))
        .map_or(0, |last| last + 1);
    &text[..end]
}

/// Removes white space on the left.
pub(crate) fn trim_start(text: &str) -> &str {
    let start = text
        .bytes()
        .position(|octet| !is_space(octet))
        .unwrap_or(text.len());
    &text[start..]
}

fn is_space(octet: u8) -> bool {
    matches!(octet, b' ' | b'\t')
}

/// The position of the first such ASCII octet. On the short texts of headers it is faster than
/// `str::find`.
pub(crate) fn find(text: &str, wanted: u8) -> Option<usize> {
    text.bytes().position(|octet| octet == wanted)
}

/// The parts before and after the first `separator`, an ASCII octet.
pub(crate) fn cut(text: &str, separator: u8) -> Option<(&str, &str)> {
    find(text, separator).map(|at| (&text[..at], &text[at + 1..]))
}

/// The part before the first `separator` and the rest from there on.
pub(crate) fn split_before(text: &str, separator: u8) -> (&str, &str) {
    text.split_at(find(text, separator).unwrap_or(text.len()))
}

/// Reads a decimal number without sign; leading zeros are allowed.
pub(crate) fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    is_digits(text).then(|| text.parse().ok()).flatten()
}

/// Reads a number of seconds; one that is too large becomes `u32::MAX`.
pub(crate) fn seconds(text: &str) -> Option<u32> {
    is_digits(text).then(|| text.parse().unwrap_or(u32::MAX))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|octet| octet.is_ascii_digit())
}

/// Splits a header value at commas outside quoted strings and angle brackets; the parts are trimmed
/// and may be empty. A blank value has no parts.
pub(crate) fn split_list(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = (!trim(value).is_empty()).then_some(value);
    std::iter::from_fn(move || {
        let text = rest?;
        let (part, tail) = match find_comma(text) {
            Some(comma) => (&text[..comma], Some(&text[comma + 1..])),
            None => (text, None),
        };
        rest = tail;
        Some(trim(part))
    })
}

/// The position of the first comma outside quoted strings and angle brackets.
fn find_comma(text: &str) -> Option<usize> {
    // Most values have no comma at all, which this finds faster.
    find(text, b',')?;
    let (mut quoted, mut escaped, mut bracket) = (false, false, false);
    text.bytes().position(|octet| {
        match octet {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if !bracket => quoted = !quoted,
            _ if quoted => {}
            b'<' => bracket = true,
            b'>' => bracket = false,
            _ => return octet == b',' && !bracket,
        }
        false
    })
}

/// Reads a quoted string at the start of `text`: its unescaped content, and the text after it.
pub(crate) fn quoted_string(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut escaped = false;
    let mut escapes = false;
    let end = inner.bytes().position(|octet| {
        let ends = octet == b'"' && !escaped;
        escaped = octet == b'\\' && !escaped;
        escapes |= escaped;
        ends
    })?;
    let (content, rest) = (&inner[..end], &inner[end + 1..]);
    let content = if escapes {
        Cow::Owned(unescape(content))
    } else {
        Cow::Borrowed(content)
    };
    Some((content, rest))
}

fn unescape(content: &str) -> String {
    let mut plain = String::with_capacity(content.len());
    let mut chars = content.chars();
    while let Some(c) = chars.next() {
        plain.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    plain
}

/// Writes `content` as a quoted string, with quotes, backslashes and control characters escaped.
/// Line ends cannot be escaped and become spaces.
pub(crate) fn write_quoted(f: &mut impl std::fmt::Write, content: &str) -> std::fmt::Result {
    f.write_char('"')?;
    for c in content.chars() {
        match c {
            '\r' | '\n' => f.write_char(' ')?,
            '"' | '\\' => {
                f.write_char('\\')?;
                f.write_char(c)?;
            }
            c if c.is_ascii_control() && c != '\t' => {
                f.write_char('\\')?;
                f.write_char(c)?;
            }
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_split_only_outside_quotes_and_angle_brackets() {
        let parts: Vec<_> = split_list(r#""a, \", b" <sip:x,y>;p="1,2" , c,,d"#).collect();
        assert_eq!(parts, [r#""a, \", b" <sip:x,y>;p="1,2""#, "c", "", "d"]);
        assert_eq!(split_list("  ").count(), 0);
    }

    #[test]
    fn a_quoted_string_reads_back_what_was_written() {
        for content in [
            "",
            "plain",
            r#"a "b" \c"#,
            "bell \u{7} nul \0 del \u{7f}",
            "Nguyễn",
        ] {
            let mut written = String::new();
            write_quoted(&mut written, content).unwrap();
            written.push_str("rest");
            let (read, rest) = quoted_string(&written).unwrap();
            assert_eq!((read.as_ref(), rest), (content, "rest"));
        }
        assert_eq!(quoted_string(r#""never closed \""#), None);
    }

    #[test]
    fn numbers_have_no_sign_and_seconds_saturate() {
        assert_eq!(number::<u32>("0009"), Some(9));
        assert_eq!(number::<u32>("+9"), None);
        assert_eq!(number::<u32>("4294967296"), None);
        assert_eq!(seconds("99999999999999999999"), Some(u32::MAX));
        assert_eq!(seconds("-1"), None);
    }
}
