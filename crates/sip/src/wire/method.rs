//! Request methods (RFC 3261 §7.1 and extensions).

use std::fmt;

/// A request method; case-sensitive (RFC 3261 §7.1).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// INVITE, RFC 3261 §13.
    Invite,
    /// ACK, RFC 3261 §17.
    Ack,
    /// BYE, RFC 3261 §15.
    Bye,
    /// CANCEL, RFC 3261 §9.
    Cancel,
    /// REGISTER, RFC 3261 §10.
    Register,
    /// OPTIONS, RFC 3261 §11.
    Options,
    /// INFO, RFC 6086.
    Info,
    /// PRACK, RFC 3262.
    Prack,
    /// UPDATE, RFC 3311.
    Update,
    /// REFER, RFC 3515.
    Refer,
    /// NOTIFY, RFC 6665.
    Notify,
    /// SUBSCRIBE, RFC 6665.
    Subscribe,
    /// MESSAGE, RFC 3428.
    Message,
    /// PUBLISH, RFC 3903.
    Publish,
    /// Any other token.
    Other(String),
}

impl Method {
    /// Reads a method; `None` when `text` is not a token.
    pub fn parse(_text: &str) -> Option<Self> {
        todo!()
    }

    /// The method as it is written on the wire.
    pub fn as_str(&self) -> &str {
        todo!()
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
