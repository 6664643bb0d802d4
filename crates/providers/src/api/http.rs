//! A request and its outcome as values: the shell sends, and follows no redirect.

use std::fmt;
use std::time::Duration;

/// The most of an answer that is read, in octets; a longer one is [`HttpFailure::TooLarge`].
pub const MAX_ANSWER: usize = 2 << 20;

/// Names a request until its outcome. Never used twice by one [`Client`](super::Client).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HttpId(pub u64);

/// RFC 9110 §9.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpMethod {
    /// Without a body.
    Get,
    /// With a body or without.
    Post,
    /// With a body.
    Put,
}

impl HttpMethod {
    /// As it is sent.
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

/// To be sent without cookies, referrer and cache; the URL has been checked.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// See [`HttpMethod`].
    pub method: HttpMethod,
    /// `https:`, or `http:` to loopback. May hold a token in its query: never to be logged whole.
    pub url: String,
    /// Names and values, `Content-Type` included.
    pub headers: Vec<(String, String)>,
    /// UTF-8 text.
    pub body: Option<String>,
    /// After this it is [`HttpFailure::TimedOut`].
    pub timeout: Duration,
}

// Headers, bodies and queries hold tokens, passwords and numbers.
impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.url.split('?').next().unwrap_or_default();
        write!(f, "{} {shown}", self.method.name())
    }
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HttpOutcome {
    /// An answer, with whatever status.
    Answer(HttpAnswer),
    /// None.
    Failed(HttpFailure),
}

/// An answer.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpAnswer {
    /// 200–599 but redirects.
    pub status: u16,
    /// `Retry-After` (RFC 9110 §10.2.3) in seconds, where it is a number.
    pub retry_after: Option<u32>,
    /// At most [`MAX_ANSWER`] octets, decoded as UTF-8.
    pub body: String,
}

impl fmt::Debug for HttpAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} octets)", self.status, self.body.len())
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpFailure {
    /// No network, no such host, refused, cut off: a browser does not say which.
    Unreachable,
    /// Nothing in [`HttpRequest::timeout`].
    TimedOut,
    /// Redirects are not followed.
    Redirected,
    /// Longer than [`MAX_ANSWER`].
    TooLarge,
    /// The browser does not let the extension reach this host.
    NotPermitted,
}
