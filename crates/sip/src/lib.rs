//! A SIP user agent, sans-IO: RFC 3261 over the WebSocket transport of RFC 7118.

pub mod digest;
pub mod random;
pub mod sdp;
pub mod time;
pub mod wire;

pub use random::{Random, SeededRandom};
pub use time::Instant;
