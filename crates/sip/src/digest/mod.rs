//! Digest authentication (RFC 3261 §22, RFC 7616, RFC 8760).

mod algorithm;
mod challenge;
mod session;

use std::fmt;

pub use algorithm::Algorithm;
pub use challenge::{Challenge, Qop, strongest};
pub use session::Session;

/// A user name and password. `Debug` never shows the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The authorisation user name.
    pub username: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("username", &self.username)
            .finish_non_exhaustive()
    }
}
