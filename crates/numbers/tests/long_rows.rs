//! However long a row of numbers is, each one is looked at with what is near it only.

use std::time::{Duration, Instant};

use alo_numbers::{Country, Options, find};

/// The least time that the finder takes for so many of these pieces, of a few times.
fn time(piece: &str, count: usize, country: &str) -> Duration {
    let options = Options {
        country: Country::parse(country).expect("a country code"),
        ..Options::default()
    };
    let text = piece.repeat(count);
    let once = |_| {
        let begun = Instant::now();
        assert!(!find(&text, &options).is_empty(), "{piece:?}");
        begun.elapsed()
    };
    (0..3).map(once).min().expect("some times")
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
        let (short, long) = (time(piece, 1_000, country), time(piece, 16_000, country));
        // It was 150 times and more where all that is left of a row was counted for each number in it.
        assert!(
            long < short * 64,
            "{piece:?} ({country}): {short:?}, {long:?}"
        );
    }
}
