//! The timer values of RFC 3261 §17 (table 4) for a reliable transport.
//!
//! A WebSocket loses nothing while it is open, so nothing is sent again below the transaction user:
//! timers A, E and G do not run, and D, I, J and K are zero. What remains are the time limits.

use std::time::Duration;

use crate::time::Instant;

/// Round-trip estimate; also the first interval between two sendings of a 2xx.
pub(crate) const T1: Duration = Duration::from_millis(500);

/// The longest interval between two sendings of a 2xx (§13.3.1.4).
pub(crate) const T2: Duration = Duration::from_secs(4);

/// 64·T1: timers B, F and H, timers L and M of RFC 6026, the wait for an ACK, and the wait for the
/// 487 after CANCEL (§9.1).
pub(crate) const TRANSACTION_TIMEOUT: Duration = Duration::from_secs(32);

/// The earliest of the moments that are set.
pub(crate) fn earliest(moments: impl IntoIterator<Item = Option<Instant>>) -> Option<Instant> {
    moments.into_iter().flatten().min()
}

/// Whether a moment is set and has come.
pub(crate) fn is_due(moment: Option<Instant>, now: Instant) -> bool {
    moment.is_some_and(|moment| moment <= now)
}
