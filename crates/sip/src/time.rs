//! Time as the shell passes it in: the engine reads no clock.

use std::ops::{Add, AddAssign};
use std::time::Duration;

/// A point on the shell's monotonic clock, in whole milliseconds since an origin that the shell
/// chooses.
///
/// Arithmetic saturates: a clock that jumps cannot make the engine panic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub u64);

impl Instant {
    /// How long after `earlier` this is; zero if it is not after it.
    pub fn saturating_since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Duration> for Instant {
    type Output = Self;

    fn add(self, rhs: Duration) -> Self {
        Self(
            self.0
                .saturating_add(u64::try_from(rhs.as_millis()).unwrap_or(u64::MAX)),
        )
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, rhs: Duration) {
        *self = *self + rhs;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_saturates_at_both_ends() {
        assert_eq!(Instant(5) + Duration::from_secs(1), Instant(1005));
        assert_eq!(
            Instant(u64::MAX) + Duration::from_millis(1),
            Instant(u64::MAX)
        );
        assert_eq!(Instant(0) + Duration::MAX, Instant(u64::MAX));
        assert_eq!(Instant(3).saturating_since(Instant(9)), Duration::ZERO);
        assert_eq!(
            Instant(9).saturating_since(Instant(3)),
            Duration::from_millis(6)
        );
    }
}
