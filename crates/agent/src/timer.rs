//! The one timer.

use gloo_timers::callback::Timeout;

/// The timer wakes up at least this often while something is due, in milliseconds: a timer set
/// before the machine slept would otherwise run on from where it was, and a registration that
/// expired in the meantime would be noticed late.
pub(crate) const LONGEST_WAIT_MS: u64 = 10_000;

/// Calls back once; setting it again cancels what was set before.
#[derive(Default)]
pub(crate) struct Timer {
    running: Option<Timeout>,
}

impl Timer {
    /// Calls `wake` after `wait` milliseconds or [`LONGEST_WAIT_MS`], whichever is sooner; never
    /// for `None`.
    pub(crate) fn set(&mut self, wait: Option<u64>, wake: impl FnOnce() + 'static) {
        self.running = wait.map(|wait| {
            let wait = wait.min(LONGEST_WAIT_MS);
            Timeout::new(u32::try_from(wait).unwrap_or(u32::MAX), wake)
        });
    }
}
