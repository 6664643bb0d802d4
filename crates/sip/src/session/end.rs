//! How a call ended.

use crate::wire::{Headers, Reason};

/// How a call ended; reported exactly once per call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionEnd {
    /// Which side ended it.
    pub by: EndedBy,
    /// What happened.
    pub kind: EndKind,
    /// The final status that ended it, 300–699, if one did.
    pub status: Option<u16>,
    /// The reason phrase of that status. It is the peer's text and must be sanitized before
    /// display.
    pub phrase: String,
    /// Every readable Reason of the BYE, CANCEL or final response (RFC 3326).
    pub reasons: Vec<Reason>,
    /// All headers of the final response that refused our call, raw; empty for any other end.
    pub headers: Headers,
}

/// Which side ended a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// This side: hung up, cancelled or declined.
    Local,
    /// The other side, or a server on its behalf.
    Remote,
    /// Nobody: a timer ran out or the socket was lost.
    Network,
}

/// What ended a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndKind {
    /// The caller gave up before the answer (CANCEL).
    Cancelled,
    /// A final response other than 2xx refused the call.
    Rejected,
    /// An answered call was hung up (BYE).
    Bye,
    /// Nobody answered in time: no response to our INVITE (Timer B), no ACK to our answer, or an
    /// incoming call that rang for too long.
    Timeout,
    /// The socket was lost before the call was answered.
    Transport,
    /// The digest challenge could not be met: wrong password, foreign realm or unknown algorithm.
    Authentication,
    /// The other side does not know the call any more (481 or 408 to a request within it).
    Gone,
    /// The peer broke the protocol: an answer without a description, no Contact, and the like.
    Protocol,
}

impl SessionEnd {
    pub(crate) fn new(by: EndedBy, kind: EndKind) -> Self {
        Self {
            by,
            kind,
            status: None,
            phrase: String::new(),
            reasons: Vec::new(),
            headers: Headers::default(),
        }
    }

    pub(crate) fn with_status(mut self, status: u16, phrase: &str) -> Self {
        self.status = Some(status);
        self.phrase = phrase.to_owned();
        self
    }

    pub(crate) fn with_reasons(mut self, reasons: Vec<Reason>) -> Self {
        self.reasons = reasons;
        self
    }

    pub(crate) fn with_headers(mut self, headers: Headers) -> Self {
        self.headers = headers;
        self
    }
}
