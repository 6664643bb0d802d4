//! How long something lasted, as a clock shows it.

/// `m:ss` below an hour, `h:mm:ss` from there on. Fractions of a second are cut off.
pub fn clock(ms: u64) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// Time between two moments in Unix ms; zero when the clock was set back in between.
pub fn between(from: u64, to: u64) -> u64 {
    to.saturating_sub(from)
}

/// Whole seconds until `due`, rounded up, so that "1 s" is the last thing shown.
pub fn seconds_until(due: u64, now: u64) -> u64 {
    due.saturating_sub(now).div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_call_is_shown_in_minutes_and_seconds() {
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(7_999), "0:07");
        assert_eq!(clock(723_000), "12:03");
        assert_eq!(clock(3_599_999), "59:59");
    }

    #[test]
    fn a_long_call_is_shown_with_hours() {
        assert_eq!(clock(3_600_000), "1:00:00");
        assert_eq!(clock(36_125_000), "10:02:05");
    }

    #[test]
    fn a_clock_set_back_never_shows_a_huge_time() {
        assert_eq!(between(5_000, 1_000), 0);
    }

    #[test]
    fn a_retry_counts_down_to_one_and_then_to_nothing() {
        assert_eq!(seconds_until(10_000, 8_999), 2);
        assert_eq!(seconds_until(10_000, 9_999), 1);
        assert_eq!(seconds_until(10_000, 10_000), 0);
        assert_eq!(seconds_until(10_000, 20_000), 0);
    }
}
