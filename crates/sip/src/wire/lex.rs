//! The lexical level of the SIP grammar (RFC 3261 §25.1).

/// Whether `text` is a token.
pub(crate) fn is_token(_text: &str) -> bool {
    todo!()
}

/// Splits a header value at commas outside quoted strings and angle brackets.
pub(crate) fn split_list(value: &str) -> impl Iterator<Item = &str> {
    std::iter::once(value).map(|_| todo!())
}
