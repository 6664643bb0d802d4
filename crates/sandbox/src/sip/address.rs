//! URIs and the addresses of From, To and Contact (RFC 3261 §19.1, §20.10).

use std::fmt::Write as _;

use super::{parse_params, quote, unquote};

/// `"name" <uri>;params` or `uri;params`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Without its quotes; absent where empty.
    pub(crate) display: Option<String>,
    /// What stands between the angle brackets.
    pub(crate) uri: String,
    params: Vec<(String, Option<String>)>,
}

impl Address {
    /// An address without parameters.
    pub(crate) fn new(display: Option<&str>, uri: &str) -> Self {
        let display = display.filter(|d| !d.is_empty()).map(str::to_owned);
        Self {
            display,
            uri: uri.to_owned(),
            params: Vec::new(),
        }
    }

    /// Reads one address; for a list, split it at its commas first.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (display, uri, params) = match find_angle(text) {
            Some(open) => {
                let close = open + text[open..].find('>')?;
                let params = text[close + 1..].trim_start().trim_start_matches(';');
                (unquote(&text[..open]), &text[open + 1..close], params)
            }
            // Without brackets the parameters are the header's, not the URI's (RFC 3261 §20).
            None => {
                let (uri, params) = text.split_once(';').unwrap_or((text, ""));
                (String::new(), uri, params)
            }
        };
        if !uri.contains(':') || uri.contains(char::is_whitespace) {
            return None;
        }
        let display = Some(display).filter(|d| !d.is_empty());
        Some(Self {
            display,
            uri: uri.to_owned(),
            params: parse_params(params),
        })
    }

    /// The value of a parameter of the header field; a parameter without value is `""`.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        let (_, value) = self.params.iter().find(|(n, _)| n == name)?;
        Some(value.as_deref().unwrap_or_default())
    }

    /// The address without header parameters, such as a tag.
    pub(crate) fn bare(&self) -> String {
        let mut out = String::new();
        if let Some(display) = &self.display {
            // Writing to a String cannot fail.
            let _ = write!(out, "{} ", quote(display));
        }
        let _ = write!(out, "<{}>", self.uri);
        out
    }
}

/// The parts of a `sip:`, `sips:` or `tel:` URI that this program looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Uri {
    /// User part or telephone number, percent-decoded; empty where there is none.
    pub(crate) user: String,
    /// In lower case, without port; empty for `tel:`.
    pub(crate) host: String,
}

impl Uri {
    /// Reads a URI; other schemes give nothing.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once(':')?;
        match scheme.to_ascii_lowercase().as_str() {
            "tel" => {
                let number = rest.split(';').next().unwrap_or_default();
                Some(Self {
                    user: percent_decode(number)?,
                    host: String::new(),
                })
            }
            "sip" | "sips" => {
                let (user, rest) = rest.rsplit_once('@').unwrap_or(("", rest));
                let user = user.split(':').next().unwrap_or_default();
                // `;phone-context=` and the like belong to the user part, not to the number.
                let user = user.split(';').next().unwrap_or_default();
                let host = rest.split([';', '?']).next().unwrap_or_default();
                let host = match host.strip_prefix('[') {
                    Some(v6) => v6.split(']').next().unwrap_or_default(),
                    None => host.split(':').next().unwrap_or_default(),
                };
                let host = host.to_ascii_lowercase();
                (!host.is_empty()).then_some(())?;
                Some(Self {
                    user: percent_decode(user)?,
                    host,
                })
            }
            _ => None,
        }
    }
}

/// Where the `<` of the address stands, skipping a quoted display name.
fn find_angle(text: &str) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '<' if !quoted => return Some(at),
            _ => {}
        }
    }
    None
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut input = text.bytes();
    while let Some(byte) = input.next() {
        if byte == b'%' {
            let hex = [input.next()?, input.next()?];
            let hex = std::str::from_utf8(&hex).ok()?;
            bytes.push(u8::from_str_radix(hex, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_and_without_brackets() {
        let full = Address::parse(r#""A <b> \"c\"" <sip:u@h;transport=ws>;tag=t;expires=60"#);
        let full = full.expect("valid");
        assert_eq!(full.display.as_deref(), Some(r#"A <b> "c""#));
        assert_eq!(full.uri, "sip:u@h;transport=ws");
        assert_eq!(
            (full.param("tag"), full.param("expires")),
            (Some("t"), Some("60"))
        );
        assert_eq!(full.bare(), r#""A <b> \"c\"" <sip:u@h;transport=ws>"#);

        let plain = Address::parse("sip:u@h;tag=x").expect("valid");
        assert_eq!(
            (plain.uri.as_str(), plain.param("tag")),
            ("sip:u@h", Some("x"))
        );

        assert_eq!(Address::parse("*"), None);
        assert_eq!(Address::parse("<sip:u@h"), None);
        assert_eq!(Address::parse("<sip:a b@h>"), None);
    }

    #[test]
    fn an_instance_id_keeps_its_inner_brackets() {
        let text = r#"<sip:x@y.invalid;transport=ws>;+sip.instance="<urn:uuid:1>";reg-id=1"#;
        let contact = Address::parse(text).expect("valid");
        assert_eq!(contact.param("+sip.instance"), Some("<urn:uuid:1>"));
        assert_eq!(contact.param("reg-id"), Some("1"));
    }

    #[test]
    fn uris_give_user_and_host() {
        for (text, user, host) in [
            (
                "sip:1001@Sandbox.alo.test:8089;transport=ws",
                "1001",
                "sandbox.alo.test",
            ),
            ("sip:%2B84912345678@h?X=1", "+84912345678", "h"),
            ("sip:0912;phone-context=+84@h;user=phone", "0912", "h"),
            ("sips:[::1]:5061", "", "::1"),
            ("tel:+84-912;ext=3", "+84-912", ""),
        ] {
            let uri = Uri::parse(text).expect(text);
            assert_eq!(
                (uri.user.as_str(), uri.host.as_str()),
                (user, host),
                "{text}"
            );
        }
        for text in ["", "sip:", "http://h", "sip:%zz@h", "sip:a@"] {
            assert_eq!(Uri::parse(text), None, "{text}");
        }
    }
}
