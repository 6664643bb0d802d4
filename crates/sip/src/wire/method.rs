//! Request methods (RFC 3261 §7.1 and extensions).

use std::fmt;
use std::str::FromStr;

use super::lex::is_token;

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
    pub fn parse(text: &str) -> Option<Self> {
        if !is_token(text) {
            return None;
        }
        // rsip ignores case, but methods are case-sensitive.
        let known = rsip::Method::from_str(text)
            .ok()
            .map(Self::from)
            .filter(|m| m.as_str() == text);
        Some(known.unwrap_or_else(|| Self::Other(text.to_owned())))
    }

    /// The method as it is written on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Invite => "INVITE",
            Self::Ack => "ACK",
            Self::Bye => "BYE",
            Self::Cancel => "CANCEL",
            Self::Register => "REGISTER",
            Self::Options => "OPTIONS",
            Self::Info => "INFO",
            Self::Prack => "PRACK",
            Self::Update => "UPDATE",
            Self::Refer => "REFER",
            Self::Notify => "NOTIFY",
            Self::Subscribe => "SUBSCRIBE",
            Self::Message => "MESSAGE",
            Self::Publish => "PUBLISH",
            Self::Other(name) => name,
        }
    }
}

impl From<rsip::Method> for Method {
    fn from(method: rsip::Method) -> Self {
        use rsip::Method as R;
        match method {
            R::Invite => Self::Invite,
            R::Ack => Self::Ack,
            R::Bye => Self::Bye,
            R::Cancel => Self::Cancel,
            R::Register => Self::Register,
            R::Options => Self::Options,
            R::Info => Self::Info,
            R::PRack => Self::Prack,
            R::Update => Self::Update,
            R::Refer => Self::Refer,
            R::Notify => Self::Notify,
            R::Subscribe => Self::Subscribe,
            R::Message => Self::Message,
            R::Publish => Self::Publish,
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_case_sensitive_tokens() {
        assert_eq!(Method::parse("INVITE"), Some(Method::Invite));
        assert_eq!(Method::parse("PRACK"), Some(Method::Prack));
        assert_eq!(
            Method::parse("Invite"),
            Some(Method::Other("Invite".to_owned()))
        );
        assert_eq!(
            Method::parse("RE%47IST%45R"),
            Some(Method::Other("RE%47IST%45R".to_owned()))
        );
        assert_eq!(Method::parse("IN VITE"), None);
        assert_eq!(Method::parse(""), None);
    }
}
