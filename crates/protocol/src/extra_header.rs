//! Headers that an account or a call adds to the INVITE: which ones may be added.

use crate::ExtraHeader;

/// At most this many on one call, the account's included.
pub const MAX_EXTRA_HEADERS: usize = 16;
/// Longest name and value, in octets.
const MAX_OCTETS: usize = 512;

/// Headers that the phone itself writes or that mean something to it, compact names included.
const OWN: &[&str] = &[
    "via",
    "v",
    "from",
    "f",
    "to",
    "t",
    "call-id",
    "i",
    "cseq",
    "contact",
    "m",
    "route",
    "record-route",
    "max-forwards",
    "content-length",
    "l",
    "content-type",
    "c",
    "content-encoding",
    "e",
    "content-disposition",
    "authorization",
    "proxy-authorization",
    "allow",
    "allow-events",
    "u",
    "supported",
    "k",
    "require",
    "proxy-require",
    "accept",
    "accept-encoding",
    "user-agent",
    "path",
    "service-route",
    "rack",
    "rseq",
    "replaces",
    "refer-to",
    "r",
    "referred-by",
    "b",
    "session-expires",
    "x",
    "min-se",
    "privacy",
    "expires",
    "event",
    "o",
    "subscription-state",
];

impl ExtraHeader {
    /// Whether it may be sent: a token for a name (RFC 3261 §25.1) that is none of the phone's own, and
    /// a value of one line.
    #[must_use]
    pub fn may_be_sent(&self) -> bool {
        let is_token = !self.name.is_empty()
            && self
                .name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-.!%*_+`'~".contains(&b));
        let is_own = OWN.iter().any(|own| self.name.eq_ignore_ascii_case(own));
        is_token
            && !is_own
            && self.name.len() <= MAX_OCTETS
            && self.value.len() <= MAX_OCTETS
            && !self.value.chars().any(char::is_control)
    }

    /// Reads `Name: value`.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let (name, value) = line.split_once(':')?;
        let header = Self {
            name: name.trim().to_owned(),
            value: value.trim().to_owned(),
        };
        header.may_be_sent().then_some(header)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_one_line_and_none_of_the_phones_own() {
        let read = ExtraHeader::parse(" X-Hotline : 1900 1234 ").expect("a header");
        assert_eq!(
            (read.name.as_str(), read.value.as_str()),
            ("X-Hotline", "1900 1234")
        );
        let long = format!("X-Long: {}", "a".repeat(513));
        for bad in [
            "X-Hotline",
            ": 1900",
            "X Hotline: 1",
            "Route: <sip:evil.example;lr>",
            "f: <sip:evil.example>",
            "PRIVACY: none",
            "X-A: 1\r\nRoute: <sip:evil.example;lr>",
            &long,
        ] {
            assert_eq!(ExtraHeader::parse(bad), None, "{bad}");
        }
    }
}
