//! SIP messages as this program reads and writes them.
//!
//! It has a small parser of its own instead of `alo_sip::wire`: the sandbox is the other side in
//! the phone's tests, and a mistake in a shared parser would be invisible from both sides.

pub(crate) mod address;
pub(crate) mod message;

pub(crate) use address::{Address, Uri};
pub(crate) use message::{Message, Start};

/// Splits at `separator` where it stands outside of quotes and angle brackets; parts are trimmed.
pub(crate) fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quoted, mut escaped, mut angle) = (0, false, false, false);
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if quoted {
            match c {
                '\\' => escaped = true,
                '"' => quoted = false,
                _ => {}
            }
        } else {
            match c {
                '"' => quoted = true,
                '<' => angle = true,
                '>' => angle = false,
                c if c == separator && !angle => {
                    parts.push(text[start..at].trim());
                    start = at + c.len_utf8();
                }
                _ => {}
            }
        }
    }
    parts.push(text[start..].trim());
    parts
}

/// Takes the quotes off a quoted string (RFC 3261 §25.1), and its backslashes; other text as it is.
pub(crate) fn unquote(text: &str) -> String {
    let text = text.trim();
    let Some(inner) = text.strip_prefix('"').and_then(|t| t.strip_suffix('"')) else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(inner.len());
    let mut escaped = false;
    for c in inner.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            out.push(c);
            escaped = false;
        }
    }
    out
}

/// Writes text as a quoted string; control characters, which no quoted string may hold, become spaces.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// `;name=value;flag` as pairs; names in lower case, values unquoted.
pub(crate) fn parse_params(text: &str) -> Vec<(String, Option<String>)> {
    split_outside_quotes(text, ';')
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| match part.split_once('=') {
            Some((name, value)) => (name.trim().to_ascii_lowercase(), Some(unquote(value))),
            None => (part.to_ascii_lowercase(), None),
        })
        .collect()
}
