//! The detector as a service to content scripts: limits first, then `alo-numbers`.

use alo_numbers::{Country, Options};
use alo_protocol::{FoundNumber, ScanAnswer, TextRun};

use crate::settings::Settings;

/// Runs in one message; more are not looked at.
pub const MAX_RUNS: usize = 2_000;
/// Text in one message, bytes of UTF-8; what is beyond is not looked at.
pub const MAX_TEXT: usize = 256 * 1024;
/// One run, bytes of UTF-8 (4,096 UTF-16 units of any script); longer ones are skipped.
pub const MAX_RUN: usize = 4_096 * 3;

/// Finds the numbers in `runs`, in order.
pub fn scan(runs: &[TextRun], settings: &Settings) -> ScanAnswer {
    if !settings.detection {
        return ScanAnswer::default();
    }
    let country = Country::parse(&settings.country).unwrap_or(Country::VN);
    let options = Options::new(country);
    let mut budget = MAX_TEXT;
    let mut numbers = Vec::new();
    for run in runs.iter().take(MAX_RUNS).filter(|run| run.text.len() <= MAX_RUN) {
        budget = match budget.checked_sub(run.text.len()) {
            Some(rest) => rest,
            None => break,
        };
        numbers.extend(alo_numbers::find(&run.text, &options).into_iter().map(|found| {
            FoundNumber {
                run: run.id,
                start: found.start_utf16,
                end: found.end_utf16,
                number: found.number,
            }
        }));
    }
    ScanAnswer { enabled: true, numbers }
}
