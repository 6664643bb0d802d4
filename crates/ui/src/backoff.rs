//! When a view tries again to reach the agent, and which of its pictures is drawn.

/// Waiting times between attempts: short at first, because a popup is open for seconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Backoff {
    failures: u32,
}

impl Backoff {
    const FIRST_MS: u32 = 150;
    const LAST_MS: u32 = 5_000;

    /// How long to wait before the next attempt, in ms.
    pub fn next_ms(&mut self) -> u32 {
        let wait = Self::FIRST_MS
            .saturating_mul(1 << self.failures.min(10))
            .min(Self::LAST_MS);
        self.failures = self.failures.saturating_add(1);
        wait
    }

    /// The agent answered: the next failure is a first one again.
    pub fn succeeded(&mut self) {
        self.failures = 0;
    }
}

/// Lets only newer pictures through. One per connection: a restarted agent counts from the start.
#[derive(Clone, Copy, Debug, Default)]
pub struct Newest(Option<u64>);

impl Newest {
    /// True when this revision is to be drawn.
    pub fn accept(&mut self, revision: u64) -> bool {
        let newer = self.0.is_none_or(|drawn| revision > drawn);
        if newer {
            self.0 = Some(revision);
        }
        newer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_become_rarer_up_to_five_seconds() {
        let mut backoff = Backoff::default();
        let waits: Vec<u32> = (0..8).map(|_| backoff.next_ms()).collect();
        assert_eq!(waits, [150, 300, 600, 1200, 2400, 4800, 5000, 5000]);
    }

    #[test]
    fn after_a_success_the_first_attempt_is_quick_again() {
        let mut backoff = Backoff::default();
        backoff.next_ms();
        backoff.next_ms();
        backoff.succeeded();
        assert_eq!(backoff.next_ms(), 150);
    }

    #[test]
    fn an_older_picture_is_never_drawn_over_a_newer_one() {
        let mut newest = Newest::default();
        assert!(newest.accept(0));
        assert!(newest.accept(7));
        assert!(!newest.accept(7));
        assert!(!newest.accept(3));
        assert!(newest.accept(8));
    }
}
