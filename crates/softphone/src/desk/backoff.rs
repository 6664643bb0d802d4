//! How long to wait before something that failed is tried again.

use std::time::Duration;

use alo_sip::random::between;

use super::Out;

/// Longest wait that another one may ask for, in seconds.
const MOST_ASKED: u32 = 6 * 3_600;

/// Waits that double, each within a fifth more or less, so that many phones do not come together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Backoff {
    /// In seconds.
    pub(super) first: u64,
    /// In seconds.
    pub(super) most: u64,
}

impl Backoff {
    /// When the next attempt is after so many, Unix ms; not before the other side wants it.
    pub(super) fn next(self, tries: u32, retry_after: Option<u32>, out: &mut Out<'_>) -> u64 {
        let doubled = self.first << tries.saturating_sub(1).min(20);
        let wait = Duration::from_secs(doubled.min(self.most));
        let wait = between(out.rng, wait * 4 / 5, wait * 6 / 5);
        let asked = Duration::from_secs(retry_after.unwrap_or(0).min(MOST_ASKED).into());
        let wait = u64::try_from(wait.max(asked).as_millis()).unwrap_or(u64::MAX);
        out.now.unix_ms.saturating_add(wait)
    }
}
