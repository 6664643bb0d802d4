//! The smaller typed header values.

use std::fmt;

use super::{Method, NameAddr, Params};

/// CSeq (RFC 3261 §20.16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CSeq {
    /// The sequence number.
    pub seq: u32,
    /// The method of the request it numbers.
    pub method: Method,
}

/// All Contact values of a message (RFC 3261 §20.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contacts {
    /// `*`: every binding, in a REGISTER that removes them.
    Star,
    /// The addresses, in order; empty when there is no Contact.
    List(Vec<NameAddr>),
}

/// A media type such as `application/sdp` (RFC 3261 §20.15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaType {
    /// In lower case, e.g. `application`.
    pub kind: String,
    /// In lower case, e.g. `sdp`.
    pub subtype: String,
    /// Parameters such as `boundary`.
    pub params: Params,
}

impl MediaType {
    /// Whether this is `application/sdp`.
    pub fn is_sdp(&self) -> bool {
        self.kind == "application" && self.subtype == "sdp"
    }
}

/// One Reason value (RFC 3326).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// `SIP`, `Q.850`, …
    pub protocol: String,
    /// The cause number.
    pub cause: Option<u16>,
    /// The text for a person, unquoted.
    pub text: Option<String>,
}

/// RAck (RFC 3262 §7.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RAck {
    /// The RSeq that is acknowledged.
    pub rseq: u32,
    /// The CSeq of the response that is acknowledged.
    pub cseq: CSeq,
}

/// Who refreshes a session (RFC 4028 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refresher {
    /// The caller of the request.
    Uac,
    /// The one who answers it.
    Uas,
}

/// Session-Expires (RFC 4028 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionExpires {
    /// The interval in seconds.
    pub seconds: u32,
    /// Who refreshes, when it is said.
    pub refresher: Option<Refresher>,
}

/// Replaces (RFC 3891 §3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaces {
    /// The Call-ID of the dialog to replace.
    pub call_id: String,
    /// Its to-tag, seen from who receives the header.
    pub to_tag: String,
    /// Its from-tag.
    pub from_tag: String,
    /// Only while the dialog is early.
    pub early_only: bool,
}

/// Event (RFC 6665 §8.2.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The event package with its templates, in lower case.
    pub package: String,
    /// Parameters, `id` among them.
    pub params: Params,
}

/// Subscription-State (RFC 6665 §8.2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionState {
    /// `active`, `pending`, `terminated` or an extension, in lower case.
    pub state: String,
    /// `reason`, `expires`, `retry-after` and others.
    pub params: Params,
}

impl fmt::Display for CSeq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.seq, self.method)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        todo!()
    }
}
