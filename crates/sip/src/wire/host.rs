//! Hosts: names, IPv4 addresses and IPv6 references (RFC 3261 §25.1 with the fix of RFC 5954).

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The host of a URI or a Via.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Host {
    /// A domain name as it was written; compared without regard to case by [`Host::matches`].
    Name(String),
    /// An IPv4 address.
    V4(Ipv4Addr),
    /// An IPv6 address; printed in brackets.
    V6(Ipv6Addr),
}

impl Host {
    /// Reads a host; an IPv6 address must be in brackets.
    pub fn parse(_text: &str) -> Option<Self> {
        todo!()
    }

    /// Equality as RFC 3261 §19.1.4 has it: names without regard to case.
    pub fn matches(&self, _other: &Self) -> bool {
        todo!()
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
