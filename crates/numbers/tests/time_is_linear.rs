//! However long a row of numbers is, each one is looked at with what is near it only.

use std::time::{Duration, Instant};

use alo_numbers::{Country, Options, find};

/// How many pieces the short row has, and how many times as many the long one.
const PIECES: usize = 1_000;
const TIMES: usize = 16;
/// Rounds until a measurement counts as slow: other work on the machine makes one slow, the finder all of them.
const ROUNDS: usize = 12;

/// CPU time of this thread so far, in which other work does not count. Where the system does not say it (`schedstat` is
/// Linux's), the time since `begun`.
fn spent(begun: Instant) -> Duration {
    // The count is brought up to date when the thread yields.
    std::thread::yield_now();
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let own = stat.split(' ').next().and_then(|nanos| nanos.parse().ok());
    own.filter(|nanos| *nanos > 0)
        .map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

/// The time that the finder takes for a text, so many times over.
fn time(text: &str, times: usize, options: &Options) -> Duration {
    let begun = Instant::now();
    let before = spent(begun);
    for _ in 0..times {
        assert!(!find(text, options).is_empty(), "{text:.40}");
    }
    spent(begun).saturating_sub(before)
}

#[test]
fn a_row_of_numbers_sixteen_times_as_long_takes_some_sixteen_times_as_long() {
    for (piece, country) in [
        ("0912 345 678 (", "VN"),
        ("0912 345 678 / ", "VN"),
        ("0912345678 (", "VN"),
        ("(84-24) 3738 1859 ", "VN"),
        ("(84-24) 3738 1859 ", "US"),
        ("2145551234 (", "US"),
    ] {
        let options = Options {
            country: Country::parse(country).expect("a country code"),
            ..Options::default()
        };
        let (short, long) = (piece.repeat(PIECES), piece.repeat(PIECES * TIMES));
        let mut best = (Duration::MAX, Duration::MAX);
        // As many numbers on both sides: the ratio is some 1. It was 9 and more where all that is left of a row was
        // counted for each number in it.
        let linear = (0..ROUNDS).any(|_| {
            best.0 = best.0.min(time(&short, TIMES, &options));
            best.1 = best.1.min(time(&long, 1, &options));
            best.1 < best.0.mul_f64(1.5)
        });
        assert!(linear, "{piece:?} ({country}): {best:?}");
    }
}
