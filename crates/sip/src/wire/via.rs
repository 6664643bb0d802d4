//! Via (RFC 3261 §20.42).

use std::fmt;
use std::str::FromStr;

use super::{HeaderFault, Host, Params};

/// One Via value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Via {
    /// The transport as written, e.g. `WSS`.
    pub transport: String,
    /// The sent-by host.
    pub host: Host,
    /// The sent-by port, when one was written.
    pub port: Option<u16>,
    /// Parameters: `branch`, `received`, `rport` and others.
    pub params: Params,
}

impl Via {
    /// A Via of SIP/2.0.
    pub fn new(transport: &str, host: Host, branch: &str) -> Self {
        let mut params = Params::new();
        params.set("branch", Some(branch));
        Self { transport: transport.to_owned(), host, port: None, params }
    }

    /// The `branch` (RFC 3261 §8.1.1.7).
    pub fn branch(&self) -> Option<&str> {
        self.params.get("branch")
    }

    /// The `received` address, with or without brackets as it came (RFC 5118 §4.5).
    pub fn received(&self) -> Option<&str> {
        self.params.get("received")
    }
}

impl FromStr for Via {
    type Err = HeaderFault;

    fn from_str(_text: &str) -> Result<Self, HeaderFault> {
        todo!()
    }
}

impl fmt::Display for Via {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        todo!()
    }
}
