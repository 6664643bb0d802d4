//! Cleaning text of strangers for display: caller names, reason phrases, numbers.

pub(crate) use alo_providers::clean;

/// Longest name or number shown, in characters.
pub(crate) const MAX_NAME: usize = 64;
/// Longest reason shown, in characters.
pub(crate) const MAX_REASON: usize = 128;
