//! Calls: INVITE as caller and as callee, and what happens within (RFC 3261 §13–§15).

mod end;

pub use end::{EndKind, EndedBy, SessionEnd};

/// A call, from its INVITE to its end; never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u64);
