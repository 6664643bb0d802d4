//! Via (RFC 3261 §20.42).

use std::fmt;
use std::str::FromStr;

use super::lex::{cut, is_token, split_before, trim, trim_start};
use super::{HeaderFault, Host, Params};

/// One Via value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Via {
    /// The transport as written, e.g. `WSS`.
    pub transport: String,
    /// The sent-by host.
    pub host: Host,
    /// The sent-by port, if one was written.
    pub port: Option<u16>,
    /// Parameters: `branch`, `received`, `rport` and others.
    pub params: Params,
}

impl Via {
    /// A Via of SIP/2.0.
    pub fn new(transport: &str, host: Host, branch: &str) -> Self {
        let mut params = Params::new();
        params.set("branch", Some(branch));
        Self {
            transport: transport.to_owned(),
            host,
            port: None,
            params,
        }
    }

    /// The `branch` (RFC 3261 §8.1.1.7).
    pub fn branch(&self) -> Option<&str> {
        self.params.get("branch")
    }

    /// The `received` address, with or without brackets as it came (RFC 5118 §4.5).
    pub fn received(&self) -> Option<&str> {
        self.params.get("received")
    }

    fn parse(text: &str) -> Option<Self> {
        let (name, rest) = cut(text, b'/')?;
        let (version, rest) = cut(rest, b'/')?;
        // The version is not checked: a Via is only copied back, and the first line decides about
        // 505.
        if !trim(name).eq_ignore_ascii_case("SIP") || !is_token(trim(version)) {
            return None;
        }
        let (transport, rest) = trim_start(rest).split_once([' ', '\t'])?;
        let rest = trim_start(rest);
        let (sent_by, params) = split_before(rest, b';');
        let (host, port) = Host::parse_with_port(trim(sent_by))?;
        is_token(transport).then_some(())?;
        Some(Self {
            transport: transport.to_owned(),
            host,
            port,
            params: Params::parse(params)?,
        })
    }
}

impl FromStr for Via {
    type Err = HeaderFault;

    fn from_str(text: &str) -> Result<Self, HeaderFault> {
        Self::parse(text).ok_or(HeaderFault::Malformed)
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SIP/2.0/{} {}", self.transport, self.host)?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        write!(f, "{}", self.params)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_via_is_read_with_space_everywhere() {
        let via: Via = "SIP  / 2.0 / WSS   [1:ab::FF] : 6060 ; BRanch = z9hG4bK1 ;rport"
            .parse()
            .unwrap();
        assert_eq!(via.transport, "WSS");
        assert_eq!(via.port, Some(6060));
        assert_eq!(via.branch(), Some("z9hG4bK1"));
        assert_eq!(
            via.to_string(),
            "SIP/2.0/WSS [1:ab::ff]:6060;BRanch=z9hG4bK1;rport"
        );
    }

    #[test]
    fn what_is_no_via_is_refused() {
        for bad in [
            "",
            "SIP/2.0/UDP",
            "SIP/2.0 host",
            "HTTP/1.1/TCP a",
            "SIP/2.0/WS a;;",
            "//",
        ] {
            assert_eq!(bad.parse::<Via>(), Err(HeaderFault::Malformed), "{bad}");
        }
    }
}
