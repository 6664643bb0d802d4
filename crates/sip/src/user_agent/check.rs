//! Checks what an application puts into an INVITE: no header that the engine writes itself, and
//! nothing that could inject a header.

use crate::error::Error;
use crate::wire::{Host, Scheme, Uri, is_token};

/// The most headers that an application may add.
const MAX_HEADERS: usize = 32;

/// The longest value of such a header, in octets.
const MAX_VALUE: usize = 2048;

/// Headers that the engine writes itself, compact names included: [`UserAgent::invite`](crate::UserAgent::invite)
/// refuses them.
pub const RESERVED_HEADERS: &[&str] = &[
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
    "authorization",
    "proxy-authorization",
    "allow",
    "supported",
    "k",
    "require",
    "proxy-require",
    "accept",
    "user-agent",
    "path",
    "service-route",
    "rack",
    "replaces",
    "session-expires",
    "x",
    "min-se",
];

/// Refuses a Request-URI that cannot be called, or that would not parse back to itself when
/// printed.
pub(super) fn target(target: &Uri) -> Result<(), Error> {
    let callable = match &target.scheme {
        Scheme::Sip | Scheme::Sips => match &target.host {
            Host::Name(name) => !name.is_empty(),
            Host::V4(_) | Host::V6(_) => true,
        },
        Scheme::Tel => !target.opaque.is_empty(),
        Scheme::Other(_) => false,
    };
    let text = target.to_string();
    let printable = text.bytes().all(|octet| octet.is_ascii_graphic());
    let same = printable
        && text
            .parse::<Uri>()
            .is_ok_and(|parsed| parsed.to_string() == text);
    if callable && same {
        Ok(())
    } else {
        Err(Error::BadTarget)
    }
}

/// Refuses headers that may not be sent.
pub(super) fn headers(headers: &[(String, String)]) -> Result<(), Error> {
    for (index, (name, value)) in headers.iter().enumerate() {
        let reserved = RESERVED_HEADERS
            .iter()
            .any(|reserved| reserved.eq_ignore_ascii_case(name));
        let bad_value = value.len() > MAX_VALUE || value.chars().any(char::is_control);
        if index >= MAX_HEADERS || !is_token(name) || reserved || bad_value {
            return Err(Error::BadHeader(name.chars().take(64).collect()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_header_can_smuggle_in_another() {
        let one = |name: &str, value: &str| headers(&[(name.to_owned(), value.to_owned())]);
        assert_eq!(one("X-Sip-Number", "0281"), Ok(()));
        assert_eq!(one("X-Name", "Trần Thị B"), Ok(()));
        for (name, value) in [
            ("X-A", "1\r\nRoute: <sip:evil>"),
            ("X-A: b\r\nC", "d"),
            ("", "d"),
            ("route", "<sip:evil;lr>"),
            ("F", "<sip:evil>"),
        ] {
            assert_eq!(
                one(name, value),
                Err(Error::BadHeader(name.to_owned())),
                "{name}"
            );
        }
        assert!(one("X-Long", &"a".repeat(MAX_VALUE + 1)).is_err());
    }

    #[test]
    fn only_addresses_that_can_be_called_are_called() {
        for good in [
            "sip:echo@example.com",
            "sips:a@[::1]:5061",
            "tel:+84912345678",
        ] {
            assert_eq!(target(&good.parse().unwrap()), Ok(()), "{good}");
        }
        assert!(target(&"mailto:a@example.com".parse().unwrap()).is_err());
        let mut smuggled = Uri::sip("a", "example.com");
        smuggled.user = Some("a@b SIP/2.0\r\nRoute: <sip:evil>\r\nX: ".to_owned());
        assert_eq!(target(&smuggled), Err(Error::BadTarget));
        assert_eq!(target(&Uri::sip("a", "")), Err(Error::BadTarget));
    }
}
