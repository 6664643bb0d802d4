//! The detector as a service to content scripts: limits first, then `alo-numbers`.

use alo_protocol::{FoundNumber, ScanAnswer, TextRun};

use crate::settings::Settings;

/// Runs in one message; more are not looked at.
pub const MAX_RUNS: usize = 2_000;
/// Text in one message, bytes of UTF-8; what is beyond is not looked at.
pub const MAX_TEXT: usize = 256 * 1024;
/// One run, bytes of UTF-8 (4,096 UTF-16 units of any script); longer ones are skipped.
pub const MAX_RUN: usize = 4_096 * 3;

/// A hint, bytes of UTF-8 (64 UTF-16 units of any script).
pub const MAX_HINT: usize = 64 * 3;

/// Finds the numbers in `runs`, in order.
pub fn scan(runs: &[TextRun], settings: &Settings) -> ScanAnswer {
    if !settings.detection {
        return ScanAnswer::default();
    }
    let options = settings.number_options();
    let mut budget = MAX_TEXT;
    let mut numbers = Vec::new();
    let mut finder = alo_numbers::Finder::new(&options);
    let mut found = Vec::new();
    for run in runs
        .iter()
        .take(MAX_RUNS)
        .filter(|run| run.text.len() <= MAX_RUN)
    {
        budget = match budget.checked_sub(run.text.len()) {
            Some(rest) => rest,
            None => break,
        };
        found.clear();
        finder.find(&run.text, hint(run), &mut found);
        numbers.extend(found.iter().map(|found| FoundNumber {
            run: run.id,
            start: found.start_utf16,
            end: found.end_utf16,
            number: found.e164(),
            context: found.needs_context || found.doubt.is_some(),
        }));
    }
    ScanAnswer {
        enabled: true,
        numbers,
    }
}

/// Longer ones are nothing that a page writes above a column.
fn hint(run: &TextRun) -> &str {
    usable_hint(run.hint.as_deref())
}

/// A hint that is none where it is too long for one.
pub(crate) fn usable_hint(hint: Option<&str>) -> &str {
    let hint = hint.unwrap_or_default();
    if hint.len() <= MAX_HINT { hint } else { "" }
}

#[cfg(test)]
mod tests {
    use alo_protocol::Scrutiny;

    use super::*;

    fn run(id: u32, text: &str) -> TextRun {
        TextRun {
            id,
            text: text.into(),
            hint: None,
        }
    }

    #[test]
    fn the_header_of_a_column_says_what_its_cells_are() {
        let under = |hint: &str| TextRun {
            hint: Some(hint.into()),
            ..run(1, "0356265733")
        };
        let found = |run| scan(&[run], &Settings::default()).numbers.len();
        assert_eq!(found(under("Mã số thuế")), 0);
        assert_eq!(found(under("Điện thoại")), 1);
        assert_eq!(found(under(&"Mã số thuế ".repeat(40))), 1);
    }

    #[test]
    fn numbers_come_back_with_their_run_and_their_place_in_utf16_units() {
        let runs = [run(7, "Gọi ☎ 0912 345 678 nhé"), run(9, "không có gì")];
        let answer = scan(&runs, &Settings::default());
        let [found] = &answer.numbers[..] else {
            panic!("{answer:?}")
        };
        assert_eq!((found.run, found.start, found.end), (7, 6, 18));
        assert_eq!(found.number, "+84912345678");
    }

    #[test]
    fn what_its_span_alone_does_not_say_is_marked() {
        let marks = |text, lang: &str, scrutiny| {
            let settings = Settings {
                scrutiny,
                ..Settings::default()
            };
            let settings = settings.in_language(Some(lang), "");
            scan(&[run(1, text)], &settings)
                .numbers
                .into_iter()
                .map(|found| (found.number, found.context))
                .collect::<Vec<_>>()
        };
        let normal = Scrutiny::Normal;
        let number = |number: &str, context| (number.to_owned(), context);
        assert_eq!(
            marks("0901 234 567 / 568", "vi", normal),
            [number("+84901234567", false), number("+84901234568", true)]
        );
        assert_eq!(
            marks("Tel. 030 12345678", "de", normal),
            [number("+493012345678", true)]
        );
        assert_eq!(marks("Tel. 030 12345678", "vi", normal), []);
        assert_eq!(marks("0341563277", "de", normal), []);
        assert_eq!(
            marks("0341563277", "de", Scrutiny::Eager),
            [number("+84341563277", true)]
        );
        assert_eq!(
            marks("0912 345 678", "de", normal),
            [number("+84912345678", false)]
        );
        let endless = "de-".repeat(100);
        assert_eq!(marks("Tel. 030 12345678", &endless, normal), []);
    }

    #[test]
    fn nothing_is_looked_at_where_detection_is_off() {
        let off = Settings {
            detection: false,
            ..Settings::default()
        };
        assert_eq!(scan(&[run(1, "0912 345 678")], &off), ScanAnswer::default());
    }

    #[test]
    fn a_message_beyond_the_limits_is_answered_for_its_first_part() {
        let runs: Vec<_> = (0..5_000).map(|id| run(id, "0912 345 678")).collect();
        assert_eq!(scan(&runs, &Settings::default()).numbers.len(), MAX_RUNS);
        let huge = [
            run(1, &"0912 345 678 ".repeat(2_000)),
            run(2, "0912 345 678"),
        ];
        let found = scan(&huge, &Settings::default()).numbers;
        assert!(found.iter().all(|found| found.run == 2));
    }
}
