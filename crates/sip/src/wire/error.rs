//! Why a message, a header or a URI could not be read.

use super::Request;

/// Why [`parse`](super::parse) gave no message.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ParseError {
    /// A request that is wrong but can be answered (RFC 3261 §8.2, §16.3).
    ///
    /// `partial` has the headers that could be read; [`Request::response`] on it makes the answer.
    /// An ACK is never reported this way, since it is never answered.
    #[error("request refused with {status} {reason}")]
    Request {
        /// The status to answer with: 400, 416, 501, 505 or 513.
        status: u16,
        /// The reason phrase to answer with; it names the fault.
        reason: &'static str,
        /// The readable part of the request. Its URI and body may be placeholders.
        partial: Box<Request>,
    },
    /// The message is not to be answered: it is no SIP, or a response that cannot be used.
    #[error("message dropped: {0}")]
    Drop(DropReason),
}

/// Why a message is dropped without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DropReason {
    /// Only line ends: a keep-alive (RFC 5626 §3.5.1).
    #[error("empty")]
    Empty,
    /// Longer than [`MAX_MESSAGE`](super::MAX_MESSAGE).
    #[error("longer than the limit")]
    TooLong,
    /// The first line is neither a request line nor a status line.
    #[error("not SIP")]
    NotSip,
    /// A response of another SIP version.
    #[error("unknown SIP version")]
    Version,
    /// A response, or a request too broken to answer, whose head breaks the grammar or the limits.
    #[error("malformed: {0}")]
    Malformed(&'static str),
}

/// A header that is missing or cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {fault}")]
pub struct HeaderError {
    /// The header's canonical name.
    pub name: &'static str,
    /// What is wrong with it.
    pub fault: HeaderFault,
}

/// What is wrong with a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// It is mandatory and not there.
    #[error("missing")]
    Missing,
    /// Its value breaks the grammar or is out of range.
    #[error("malformed")]
    Malformed,
    /// It may occur once and occurs several times.
    #[error("repeated")]
    Repeated,
}

/// A string that is no URI (RFC 3261 §19.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid URI")]
pub struct UriError;
