//! Framing: one WebSocket message into one SIP message (RFC 3261 §7, RFC 7118 §5).

use super::{Message, ParseError};

/// The longest message, in octets.
pub const MAX_MESSAGE: usize = 64 * 1024;
/// The most header fields.
pub const MAX_FIELDS: usize = 256;
/// The longest header field, name and folded lines included, in octets.
pub const MAX_FIELD: usize = 8 * 1024;

/// Reads one message.
///
/// What the core needs is checked here: Via, From, To, Call-ID, CSeq, Max-Forwards, Contact and
/// Record-Route of requests, the first five of responses. Other malformed headers stay as they are
/// (RFC 3261 §8.2.2).
///
/// # Errors
/// [`ParseError::Request`] for a request that should be answered with an error,
/// [`ParseError::Drop`] for everything else.
pub fn parse(_octets: &[u8]) -> Result<Message, ParseError> {
    todo!()
}
