//! `;name=value` lists of URIs and headers (RFC 3261 §7.3.1, §19.1.1).

use std::fmt;

use super::lex::{is_token_octet, quoted_string, trim_start, write_quoted};

/// One parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name as written; comparison ignores case.
    pub name: String,
    /// Its value without quotes; `None` for a flag such as `lr`.
    pub value: Option<String>,
    /// Whether the value was read as, and is printed as, a quoted string.
    pub quoted: bool,
}

/// A list of parameters in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<Param>);

impl Params {
    /// No parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads `*(;name[=value])`, with white space allowed around each part; `None` if an element is
    /// empty or anything else follows.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut params = Vec::new();
        let mut rest = trim_start(text);
        while !rest.is_empty() {
            rest = trim_start(rest.strip_prefix(';')?);
            let (param, after) = Param::parse(rest)?;
            params.push(param);
            rest = trim_start(after);
        }
        Some(Self(params))
    }

    /// Sets or adds a parameter; the value is printed in quotes if it is no token.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        let quoted = value.is_some_and(|v| v.is_empty() || !v.bytes().all(is_generated));
        self.insert(Param {
            name: name.to_owned(),
            value: value.map(str::to_owned),
            quoted,
        });
    }

    /// Sets or adds a parameter whose value can be printed unquoted.
    pub(super) fn set_bare(&mut self, name: &str, value: Option<String>) {
        self.insert(Param {
            name: name.to_owned(),
            value,
            quoted: false,
        });
    }

    fn insert(&mut self, param: Param) {
        match self.0.iter().position(|old| old.is(&param.name)) {
            Some(index) => self.0[index] = param,
            None => self.0.push(param),
        }
    }

    /// Removes every parameter of that name.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|param| !param.is(name));
    }

    /// The value of the first parameter of that name; `None` for a flag too.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|param| param.is(name))?.value.as_deref()
    }

    /// Whether there is a parameter of that name, with or without a value.
    pub fn contains(&self, name: &str) -> bool {
        self.0.iter().any(|param| param.is(name))
    }

    /// The parameters in order.
    pub fn iter(&self) -> impl Iterator<Item = &Param> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Param {
    /// Reads one parameter at the start of `text`; returns it and the text after it.
    fn parse(text: &str) -> Option<(Self, &str)> {
        let (name, rest) = split_bare(text);
        if name.is_empty() {
            return None;
        }
        let name = name.to_owned();
        let Some(rest) = trim_start(rest).strip_prefix('=') else {
            return Some((
                Self {
                    name,
                    value: None,
                    quoted: false,
                },
                rest,
            ));
        };
        let rest = trim_start(rest);
        if rest.starts_with('"') {
            let (value, rest) = quoted_string(rest)?;
            return Some((
                Self {
                    name,
                    value: Some(value.into_owned()),
                    quoted: true,
                },
                rest,
            ));
        }
        let end = rest
            .bytes()
            .position(|octet| !is_value(octet))
            .unwrap_or(rest.len());
        let (value, rest) = rest.split_at(end);
        // `tag=` with nothing after it is written by some; it reads as an empty value.
        Some((
            Self {
                name,
                value: Some(value.to_owned()),
                quoted: false,
            },
            rest,
        ))
    }

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

impl fmt::Display for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|param| write!(f, ";{param}"))
    }
}

impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        match &self.value {
            None => Ok(()),
            Some(value) if self.quoted => {
                f.write_str("=")?;
                write_quoted(f, value)
            }
            Some(value) => write!(f, "={value}"),
        }
    }
}

fn split_bare(text: &str) -> (&str, &str) {
    let end = text
        .bytes()
        .position(|octet| !is_bare(octet))
        .unwrap_or(text.len());
    text.split_at(end)
}

/// Octets of names and unquoted values. More than the grammar's tokens: host and URI characters
/// (`received=::1`, `maddr`, `%6C%72`), and UTF-8, which peers write unquoted.
fn is_bare(octet: u8) -> bool {
    !matches!(
        octet,
        0..=b' ' | 0x7f | b';' | b'=' | b',' | b'"' | b'<' | b'>'
    )
}

/// Octets that we write without quotes: tokens and hosts.
fn is_generated(octet: u8) -> bool {
    is_token_octet(octet) || b"[]:".contains(&octet)
}

fn is_value(octet: u8) -> bool {
    is_bare(octet) || octet == b'='
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read_with_space_quotes_and_flags() {
        let params =
            Params::parse(r#" ; lr;Expires = 60 ;+sip.instance="<urn:uuid:1>;x";a=b=c"#).unwrap();
        assert!(params.contains("LR"));
        assert_eq!(params.get("lr"), None);
        assert_eq!(params.get("expires"), Some("60"));
        assert_eq!(params.get("+sip.instance"), Some("<urn:uuid:1>;x"));
        assert_eq!(params.get("a"), Some("b=c"));
        assert_eq!(
            params.to_string(),
            r#";lr;Expires=60;+sip.instance="<urn:uuid:1>;x";a=b=c"#
        );
    }

    #[test]
    fn empty_elements_and_loose_text_are_refused() {
        for bad in [
            ";;",
            ";",
            ";a;",
            "a",
            ";a b",
            ";a=\"open",
            ";=b",
            ";a=1,",
            ";a=<b>",
        ] {
            assert_eq!(Params::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn setting_quotes_what_is_no_token() {
        let mut params = Params::new();
        params.set("text", Some("Call completed elsewhere"));
        params.set("tag", Some("a1"));
        params.set("TAG", Some("b2"));
        params.set("lr", None);
        assert_eq!(
            params.to_string(),
            r#";text="Call completed elsewhere";TAG=b2;lr"#
        );
        params.remove("tag");
        assert!(!params.contains("tag"));
    }
}
