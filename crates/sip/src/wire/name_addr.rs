//! `"Display" <uri>;params`, the value of From, To, Contact, Route and their like (RFC 3261 §20.10).

use std::fmt;
use std::str::FromStr;

use super::lex::{cut, find, quoted_string, split_before, trim, trim_start, write_quoted};
use super::{HeaderFault, Params, Uri};

/// A name-addr or addr-spec with header parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAddr {
    /// The display name, unquoted; never empty.
    pub display: Option<String>,
    /// The address.
    pub uri: Uri,
    /// Parameters of the header, not of the URI.
    pub params: Params,
}

impl NameAddr {
    /// An address alone.
    pub fn new(uri: Uri) -> Self {
        Self {
            display: None,
            uri,
            params: Params::new(),
        }
    }

    /// Sets the `tag`.
    pub fn set_tag(&mut self, tag: &str) {
        self.params.set("tag", Some(tag));
    }

    /// The `tag` (RFC 3261 §19.3).
    pub fn tag(&self) -> Option<&str> {
        self.params.get("tag")
    }

    /// The value of a header parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.get(name)
    }

    fn parse(text: &str) -> Option<Self> {
        let text = trim(text);
        let (display, rest) = if text.starts_with('"') {
            let (display, rest) = quoted_string(text)?;
            (display.into_owned(), trim_start(rest))
        } else if let Some(bracket) = find(text, b'<') {
            let (words, rest) = text.split_at(bracket);
            (display_words(words)?, rest)
        } else {
            return Self::parse_addr_spec(text);
        };
        let (uri, params) = cut(rest.strip_prefix('<')?, b'>')?;
        Some(Self {
            display: Some(display).filter(|display| !display.is_empty()),
            uri: parse_uri(uri)?,
            params: Params::parse(params)?,
        })
    }

    /// Without angle brackets a semicolon begins the header's parameters, and neither comma nor
    /// question mark may occur (RFC 3261 §20).
    fn parse_addr_spec(text: &str) -> Option<Self> {
        let (uri, params) = split_before(text, b';');
        if uri.contains(['?', ',']) {
            return None;
        }
        Some(Self {
            display: None,
            uri: parse_uri(trim(uri))?,
            params: Params::parse(params)?,
        })
    }
}

/// Reads the address. `sip:@host`, as some write for a caller without a number, is `sip:host`.
fn parse_uri(text: &str) -> Option<Uri> {
    text.parse().ok().or_else(|| {
        let (scheme, rest) = text.split_once(":@")?;
        let uri: Uri = format!("{scheme}:{rest}").parse().ok()?;
        (uri.is_sip() && uri.user.is_none()).then_some(uri)
    })
}

/// An unquoted display name with its white space made single. The grammar allows tokens only, but
/// peers also write UTF-8 and other characters; only delimiters and control characters are refused.
fn display_words(text: &str) -> Option<String> {
    if text.contains(|c: char| c != '\t' && c.is_control() || "\",;:<>\\".contains(c)) {
        return None;
    }
    let words: Vec<_> = text
        .split([' ', '\t'])
        .filter(|word| !word.is_empty())
        .collect();
    Some(words.join(" "))
}

impl FromStr for NameAddr {
    type Err = HeaderFault;

    fn from_str(text: &str) -> Result<Self, HeaderFault> {
        Self::parse(text).ok_or(HeaderFault::Malformed)
    }
}

/// Always prints angle brackets, and the display name in quotes.
impl fmt::Display for NameAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(display) = self
            .display
            .as_deref()
            .filter(|display| !display.is_empty())
        {
            write_quoted(f, display)?;
            f.write_str(" ")?;
        }
        write!(f, "<{}>{}", self.uri, self.params)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_an_address_are_read() {
        for (text, display, uri, tag) in [
            ("sip:a@b;tag=1", None, "sip:a@b", Some("1")),
            ("<sip:a@b;lr>;tag=1", None, "sip:a@b;lr", Some("1")),
            ("Anh  Ba <sip:a@b>", Some("Anh Ba"), "sip:a@b", None),
            (
                "Nguyễn Văn (A)<sip:a@b>",
                Some("Nguyễn Văn (A)"),
                "sip:a@b",
                None,
            ),
            (
                r#""B\"ell, A" <tel:+84>;tag=x"#,
                Some(r#"B"ell, A"#),
                "tel:+84",
                Some("x"),
            ),
            (r#""" <sip:b>"#, None, "sip:b", None),
            ("<sip:@b;lr>;tag=2", None, "sip:b;lr", Some("2")),
        ] {
            let read: NameAddr = text.parse().unwrap();
            assert_eq!(read.display.as_deref(), display, "{text}");
            assert_eq!(read.uri.to_string(), uri, "{text}");
            assert_eq!(read.tag(), tag, "{text}");
            assert_eq!(read.to_string().parse(), Ok(read), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in [
            "",
            "Bell, A <sip:a@b>",
            "\"open <sip:a@b>",
            "< sip:a@b >",
            "<sip:a@b",
            "sip:a@b?x=y",
            "sip:a@b <sip:c@d>",
            "<sip:a@b> x",
            "\"a\"",
            "<>",
            "<sip:@>",
            "<sip:@a@b>",
            "<sip::@b>",
            "<sip:@:@b>",
        ] {
            assert_eq!(
                bad.parse::<NameAddr>(),
                Err(HeaderFault::Malformed),
                "{bad}"
            );
        }
    }
}
