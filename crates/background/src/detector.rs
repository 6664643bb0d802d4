//! The detector as a service to content scripts: limits first, then `alo-numbers`.

use alo_numbers::{COLUMN_HINT, Finder, FoundIn, Run};
use alo_protocol::{FoundNumber, ScanAnswer};

use crate::settings::Settings;

/// Texts in one message; more are not looked at.
pub const MAX_RUNS: usize = 2_000;
/// Text in one message, bytes of UTF-8; what is beyond is not looked at.
pub const MAX_TEXT: usize = 256 * 1024;
/// One text, bytes of UTF-8 (4,096 UTF-16 units of any script); longer ones are skipped.
pub const MAX_RUN: usize = 4_096 * 3;

/// A hint, bytes of UTF-8 (64 UTF-16 units of any script).
pub const MAX_HINT: usize = 64 * 3;

/// What a content script sends; see [`alo_protocol::PageRequest::Scan`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Texts<'a> {
    /// The runs of text.
    pub texts: &'a [String],
    /// What the page calls them, with the indexes of those that it calls so: one column.
    pub hints: &'a [(String, Vec<u32>)],
}

impl<'a> Texts<'a> {
    /// The texts within the limits, with what is said about each; of two hints for a text the last
    /// counts. A text that is too long has no number.
    fn runs(&self) -> Vec<Run<'a>> {
        let mut budget = MAX_TEXT;
        let within = self
            .texts
            .iter()
            .take(MAX_RUNS)
            .map(|text| match text.len() {
                length if length > MAX_RUN => Some(""),
                length => {
                    budget = budget.checked_sub(length)?;
                    Some(text.as_str())
                }
            });
        let mut runs: Vec<_> = within
            .map_while(|text| text)
            .map(|text| Run {
                text,
                ..Run::default()
            })
            .collect();
        for (column, (hint, indexes)) in (0..).zip(self.hints.iter().take(MAX_RUNS)) {
            let hint = usable_hint(Some(hint));
            for index in indexes.iter().take(MAX_RUNS) {
                if let Some(run) = runs.get_mut(*index as usize) {
                    (run.hint, run.column) = (hint, Some(column));
                }
            }
        }
        runs
    }
}

/// Finds the numbers in texts, in order.
pub fn scan(texts: Texts<'_>, settings: &Settings) -> ScanAnswer {
    if !settings.detection {
        return ScanAnswer::default();
    }
    let options = settings.number_options();
    let found = Finder::new(&options).find_all(&texts.runs());
    let numbers = found.into_iter().map(|it| {
        let FoundIn {
            run,
            found,
            by_column,
        } = it;
        FoundNumber {
            run,
            start: found.start_utf16,
            end: found.end_utf16,
            number: found.e164(),
            ext: found.ext,
            context: found.needs_context || found.doubt.is_some() || by_column,
            hint: by_column.then(|| COLUMN_HINT.to_owned()),
        }
    });
    ScanAnswer {
        enabled: true,
        numbers: numbers.collect(),
    }
}

/// A hint that is none where it is too long for one: nothing that a page writes above a column.
pub(crate) fn usable_hint(hint: Option<&str>) -> &str {
    let hint = hint.unwrap_or_default();
    if hint.len() <= MAX_HINT { hint } else { "" }
}

#[cfg(test)]
mod tests {
    use alo_protocol::Scrutiny;

    use super::*;

    fn scan_all(texts: &[&str], hints: &[(&str, &[u32])], settings: &Settings) -> ScanAnswer {
        let texts: Vec<_> = texts.iter().map(|text| (*text).to_owned()).collect();
        let hints: Vec<_> = hints
            .iter()
            .map(|(hint, indexes)| ((*hint).to_owned(), indexes.to_vec()))
            .collect();
        let texts = Texts {
            texts: &texts,
            hints: &hints,
        };
        scan(texts, settings)
    }

    #[test]
    fn the_header_of_a_column_says_what_its_cells_are() {
        let under = |hint: &str| {
            let hints: &[(&str, &[u32])] = &[(hint, &[1])];
            let answer = scan_all(&["", "0356265733"], hints, &Settings::default());
            answer.numbers.len()
        };
        assert_eq!(under("Mã số thuế"), 0);
        assert_eq!(under("Điện thoại"), 1);
        assert_eq!(under(&"Mã số thuế ".repeat(40)), 1);
    }

    #[test]
    fn hints_for_texts_that_are_not_there_are_nothing() {
        let hints: &[(&str, &[u32])] = &[("Mã số thuế", &[1, 2, u32::MAX])];
        let answer = scan_all(&["0356265733"], hints, &Settings::default());
        assert_eq!(answer.numbers.len(), 1);
    }

    #[test]
    fn numbers_come_back_with_their_run_and_their_place_in_utf16_units() {
        let texts = ["không có gì", "Gọi ☎ 0912 345 678 nhé"];
        let answer = scan_all(&texts, &[], &Settings::default());
        let [found] = &answer.numbers[..] else {
            panic!("{answer:?}")
        };
        assert_eq!((found.run, found.start, found.end), (1, 6, 18));
        assert_eq!(found.number, "+84912345678");
    }

    #[test]
    fn what_its_span_alone_does_not_say_is_marked() {
        let marks = |text: &str, lang: &str, scrutiny| {
            let settings = Settings {
                scrutiny,
                ..Settings::default()
            };
            let settings = settings.in_language(Some(lang), "");
            scan_all(&[text], &[], &settings)
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
        assert_eq!(
            scan_all(&["0912 345 678"], &[], &off),
            ScanAnswer::default()
        );
    }

    #[test]
    fn a_message_beyond_the_limits_is_answered_for_its_first_part() {
        let many = ["0912 345 678"; 5_000];
        let found = scan_all(&many, &[], &Settings::default()).numbers;
        assert_eq!(found.len(), MAX_RUNS);
        let huge = "0912 345 678 ".repeat(2_000);
        let found = scan_all(&[&huge, "0912 345 678"], &[], &Settings::default()).numbers;
        assert!(!found.is_empty() && found.iter().all(|found| found.run == 1));
    }
}
