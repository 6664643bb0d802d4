//! A SIP user agent, sans-IO: RFC 3261 over the WebSocket transport of RFC 7118.

mod error;
mod session;
mod user_agent;

pub mod digest;
pub mod random;
pub mod sdp;
pub mod time;
pub mod wire;

pub use error::Error;
pub use random::{Random, SeededRandom};
pub use session::{EndKind, EndedBy, SessionEnd, SessionId};
pub use time::Instant;
pub use user_agent::{
    Config, Event, FailureCause, Invite, RecoveryCause, RegistrationEvent, Transmit,
    TransportEvent, UserAgent,
};
