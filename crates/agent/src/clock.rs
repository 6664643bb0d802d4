//! The shell's clock: monotonic milliseconds that also count the time a laptop slept.
//!
//! `performance.now()` never goes back, but in several browsers it stands still while the machine
//! sleeps; `Date.now()` counts sleep but follows every correction of the system's clock. So the
//! first is the base, and what the second gained on it in one go is added.

use alo_sip::Instant;
use alo_softphone::Now;

/// A gain of the wall clock between two readings that is taken for sleep, in milliseconds. Slewing
/// by NTP stays far below it, as readings are at most [`crate::timer::LONGEST_WAIT_MS`] apart.
const SLEEP_MS: f64 = 2_000.0;

/// Both clocks of the browser, read at the same moment, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// `performance.now()`.
    pub(crate) running: f64,
    /// `Date.now()`.
    pub(crate) wall: f64,
}

impl Reading {
    /// Reads both.
    pub(crate) fn now() -> Self {
        let wall = js_sys::Date::now();
        let running = web_sys::window()
            .and_then(|window| window.performance())
            .map_or(wall, |performance| performance.now());
        Self { running, wall }
    }
}

/// Turns readings into the time that the softphone is told.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    last: Reading,
    mono: f64,
}

impl Clock {
    /// Starts at zero.
    pub(crate) fn new(first: Reading) -> Self {
        Self {
            last: first,
            mono: 0.0,
        }
    }

    /// The time at `reading`; never earlier than at the reading before.
    pub(crate) fn advance(&mut self, reading: Reading) -> Now {
        let ran = (reading.running - self.last.running).max(0.0);
        let gained = (reading.wall - self.last.wall) - ran;
        self.mono += ran;
        if gained >= SLEEP_MS {
            self.mono += gained;
        }
        self.last = reading;
        Now {
            mono: Instant(whole(self.mono)),
            unix_ms: whole(reading.wall),
        }
    }
}

/// Whole milliseconds; what is negative or not a number becomes 0.
fn whole(ms: f64) -> u64 {
    // The cast saturates, so no clock can make it panic or wrap.
    ms as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(running: f64, wall: f64) -> Reading {
        Reading { running, wall }
    }

    #[test]
    fn both_clocks_running_evenly_give_the_running_time() {
        let mut clock = Clock::new(at(500.0, 1_000_000.0));
        assert_eq!(clock.advance(at(500.0, 1_000_000.0)).mono, Instant(0));
        let now = clock.advance(at(10_500.4, 1_010_000.9));
        assert_eq!(now.mono, Instant(10_000));
        assert_eq!(now.unix_ms, 1_010_000);
    }

    #[test]
    fn an_hour_of_sleep_counts_although_the_running_clock_stood_still() {
        let mut clock = Clock::new(at(0.0, 0.0));
        clock.advance(at(1_000.0, 1_000.0));
        let now = clock.advance(at(1_010.0, 3_601_010.0));
        assert_eq!(now.mono, Instant(3_601_010));
    }

    #[test]
    fn sleep_is_not_counted_twice_where_the_running_clock_counts_it() {
        let mut clock = Clock::new(at(0.0, 0.0));
        let now = clock.advance(at(3_600_000.0, 3_600_000.0));
        assert_eq!(now.mono, Instant(3_600_000));
    }

    #[test]
    fn a_wall_clock_set_back_does_not_turn_time_back() {
        let mut clock = Clock::new(at(0.0, 10_000_000.0));
        clock.advance(at(5_000.0, 10_005_000.0));
        let now = clock.advance(at(5_100.0, 6_000_000.0));
        assert_eq!(now.mono, Instant(5_100));
        assert_eq!(now.unix_ms, 6_000_000);
    }

    #[test]
    fn slow_drift_between_the_clocks_is_not_sleep() {
        let mut clock = Clock::new(at(0.0, 0.0));
        let mut now = clock.advance(at(0.0, 0.0));
        for i in 1..=1_000 {
            let t = f64::from(i) * 10_000.0;
            now = clock.advance(at(t, t * 1.000_1));
        }
        assert_eq!(now.mono, Instant(10_000_000));
    }

    #[test]
    fn clocks_that_say_nonsense_do_not_panic() {
        let mut clock = Clock::new(at(f64::NAN, f64::INFINITY));
        clock.advance(at(1.0, f64::NEG_INFINITY));
        clock.advance(at(f64::INFINITY, 1.0));
        clock.advance(at(-1.0, -1.0));
    }
}
