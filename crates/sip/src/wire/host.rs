//! Hosts: names, IPv4 addresses and IPv6 references (RFC 3261 §25.1 with the fix of RFC 5954).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::lex::{find, number, trim};

/// The host of a URI or a Via.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Host {
    /// A domain name as written; [`Host::matches`] ignores its case.
    Name(String),
    /// An IPv4 address.
    V4(Ipv4Addr),
    /// An IPv6 address; printed in brackets.
    V6(Ipv6Addr),
}

impl Host {
    /// Reads a host; an IPv6 address must be in brackets.
    ///
    /// Names may contain underscores, because some in use do. Text whose last label is a number is
    /// no name.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(inner) = text.strip_prefix('[') {
            return parse_v6(inner.strip_suffix(']')?).map(Self::V6);
        }
        if is_domain(text) {
            return Some(Self::Name(text.to_owned()));
        }
        text.parse().ok().map(Self::V4)
    }

    /// The host that rsip has read, and its length as written, in octets.
    pub(super) fn from_rsip(host: rsip::Host) -> Option<(Self, usize)> {
        match host {
            rsip::Host::Domain(name) => {
                let name = name.value();
                is_domain(name).then(|| (Self::Name(name.to_owned()), name.len()))
            }
            rsip::Host::IpAddr(IpAddr::V4(address)) => {
                let digits = |octet: u8| octet.checked_ilog10().unwrap_or(0) as usize + 1;
                let width = address.octets().into_iter().map(digits).sum::<usize>() + 3;
                Some((Self::V4(address), width))
            }
            rsip::Host::IpAddr(IpAddr::V6(_)) => None,
        }
    }

    /// Reads `host[:port]`, with white space around the colon where a Via has it.
    pub(crate) fn parse_with_port(text: &str) -> Option<(Self, Option<u16>)> {
        let colon = match text.strip_prefix('[') {
            Some(_) => text
                .find(']')
                .map(|end| end + 1)
                .filter(|end| *end < text.len()),
            None => find(text, b':'),
        };
        let Some(colon) = colon else {
            return Some((Self::parse(text)?, None));
        };
        let (host, port) = text.split_at(colon);
        let port = trim(port).strip_prefix(':')?;
        Some((Self::parse(trim(host))?, Some(number(trim(port))?)))
    }

    /// Equality as RFC 3261 §19.1.4 defines it: the case of names does not matter.
    pub fn matches(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(a), Self::Name(b)) => a.eq_ignore_ascii_case(b),
            (a, b) => a == b,
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name),
            Self::V4(address) => write!(f, "{address}"),
            Self::V6(address) => write!(f, "[{address}]"),
        }
    }
}

/// Labels of letters, digits, hyphens and underscores, perhaps with a dot at the end.
fn is_domain(text: &str) -> bool {
    let labels = text.strip_suffix('.').unwrap_or(text);
    // A dot must follow a character of a label.
    let mut before = b'.';
    let well_formed = labels.bytes().all(|octet| {
        let fits = match octet {
            b'.' => before != b'.',
            octet => octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_'),
        };
        before = octet;
        fits
    });
    let last = labels.bytes().rev().take_while(|octet| *octet != b'.');
    well_formed && before != b'.' && !last.into_iter().all(|octet| octet.is_ascii_digit())
}

/// RFC 5118 §4.10: the grammar of RFC 3261 wrongly had three colons before an embedded IPv4
/// address, so these are accepted too.
fn parse_v6(text: &str) -> Option<Ipv6Addr> {
    text.parse().ok().or_else(|| {
        let (groups, v4) = text.split_once(":::")?;
        v4.parse::<Ipv4Addr>().ok()?;
        format!("{groups}::{v4}").parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_are_told_apart() {
        assert_eq!(
            Host::parse("192.0.2.1"),
            Some(Host::V4(Ipv4Addr::new(192, 0, 2, 1)))
        );
        assert_eq!(Host::parse("[::1]"), Some(Host::V6(Ipv6Addr::LOCALHOST)));
        assert_eq!(
            Host::parse("[1:::192.0.2.1]"),
            Host::parse("[1::192.0.2.1]")
        );
        for name in [
            "example.com",
            "a",
            "pbx_1.local",
            "1.2.3.4.bar",
            "x.invalid",
            "example.com.",
        ] {
            assert_eq!(Host::parse(name), Some(Host::Name(name.to_owned())));
        }
        for bad in [
            "",
            ".",
            "a..b",
            "1.2.3.444",
            "::1",
            "[::1",
            "[1::2:::3]",
            "a b",
            "iñaki.com",
        ] {
            assert_eq!(Host::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn ports_are_numbers_below_65536() {
        let name = || Host::Name("a.b".to_owned());
        assert_eq!(
            Host::parse_with_port("a.b:5060"),
            Some((name(), Some(5060)))
        );
        assert_eq!(Host::parse_with_port("a.b"), Some((name(), None)));
        let v6 = Host::V6(Ipv6Addr::LOCALHOST);
        assert_eq!(Host::parse_with_port("[::1]:5070"), Some((v6, Some(5070))));
        for bad in [
            "a.b:",
            "a.b:x",
            "a.b:65536",
            "a.b:+1",
            "[::1]5070",
            "2001:db8::10",
        ] {
            assert_eq!(Host::parse_with_port(bad), None, "{bad}");
        }
    }
}
