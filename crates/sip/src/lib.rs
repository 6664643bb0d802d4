//! A SIP user agent, sans-IO: RFC 3261 over the WebSocket transport of RFC 7118.
//!
//! Messages, time and randomness go in, messages, events and one deadline come out; there is no clock,
//! no socket and no thread in here. [`UserAgent`] states the contract.
//!
//! Modules from the lowest layer up: [`wire`] parses and prints messages, `transaction` matches
//! responses to requests, `dialog` holds the state of a dialog, `registration` and `session` (a
//! call) hold the protocol rules, `user_agent` is the public API that connects them.

mod authentication;
mod dialog;
mod endpoint;
mod error;
mod gruu;
mod keep_alive;
mod message_summary;
mod message_waiting;
mod registration;
mod servers;
mod session;
mod timers;
mod transaction;
mod transport;
mod user_agent;

pub mod digest;
pub mod random;
pub mod sdp;
pub mod time;
pub mod wire;

pub use error::Error;
pub use message_summary::MessageSummary;
pub use random::{Random, SeededRandom};
pub use session::{EndKind, EndedBy, SessionEnd, SessionId};
pub use time::Instant;
pub use user_agent::{
    Config, Diversion, Event, FailureCause, Invite, RESERVED_HEADERS, RecoveryCause, Referral,
    RegistrationEvent, Transmit, TransportEvent, UserAgent,
};
