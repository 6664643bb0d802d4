//! Grouping of the history by the day of the person who looks at it.

use alo_protocol::HistoryRow;

const DAY_MINUTES: i64 = 24 * 60;

/// A heading of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Day {
    /// No day: missed calls that nobody had looked at.
    Unseen,
    /// The same day as now.
    Today,
    /// The day before.
    Yesterday,
    /// Any other day, in days since 1970-01-01 of local time.
    On(i64),
}

/// A line of the history list.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A heading, with a moment of that day in Unix ms to write its date from.
    Heading(Day, u64),
    /// A call.
    Call(Box<HistoryRow>),
}

/// Days since 1970-01-01 in local time. `offset` is in minutes east of UTC.
pub fn local_day(unix_ms: u64, offset: i32) -> i64 {
    let minutes = i64::try_from(unix_ms / 60_000).unwrap_or(i64::MAX / 2);
    (minutes + i64::from(offset)).div_euclid(DAY_MINUTES)
}

/// The rows in their order, with a heading before the first one of each day. `offset` tells the
/// minutes east of UTC at a moment, which summer time changes.
pub fn lines(
    rows: impl IntoIterator<Item = HistoryRow>,
    today: i64,
    offset: impl Fn(u64) -> i32,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut last = None;
    for row in rows {
        let day = match today - local_day(row.started_at, offset(row.started_at)) {
            0 => Day::Today,
            1 => Day::Yesterday,
            ago => Day::On(today - ago),
        };
        if last != Some(day) {
            lines.push(Line::Heading(day, row.started_at));
            last = Some(day);
        }
        lines.push(Line::Call(Box::new(row)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::row;

    const HANOI: i32 = 7 * 60;
    /// 2026-11-20 00:30 in Hanoi, still the 19th in UTC.
    const NIGHT: u64 = 1_795_109_400_000;

    fn headings(starts: &[u64]) -> Vec<Day> {
        let rows = starts
            .iter()
            .enumerate()
            .map(|(n, at)| row(&n.to_string(), *at));
        lines(rows, local_day(NIGHT, HANOI), |_| HANOI)
            .into_iter()
            .filter_map(|line| match line {
                Line::Heading(day, _) => Some(day),
                Line::Call(_) => None,
            })
            .collect()
    }

    #[test]
    fn the_day_begins_at_local_midnight() {
        let before_midnight = NIGHT - 31 * 60_000;
        assert_eq!(
            headings(&[NIGHT, before_midnight]),
            [Day::Today, Day::Yesterday]
        );
    }

    #[test]
    fn calls_of_one_day_share_a_heading() {
        assert_eq!(
            headings(&[NIGHT, NIGHT - 1_000, NIGHT - 2_000]),
            [Day::Today]
        );
    }

    #[test]
    fn older_days_have_their_own_headings() {
        let day = 24 * 3_600_000;
        let today = local_day(NIGHT, HANOI);
        assert_eq!(
            headings(&[NIGHT - 2 * day, NIGHT - 3 * day]),
            [Day::On(today - 2), Day::On(today - 3)]
        );
    }

    #[test]
    fn a_row_from_the_future_is_not_called_today() {
        let today = local_day(NIGHT, HANOI);
        assert_eq!(headings(&[NIGHT + 24 * 3_600_000]), [Day::On(today + 1)]);
    }

    #[test]
    fn west_of_greenwich_the_day_lags() {
        assert_eq!(local_day(3_600_000, -5 * 60), -1);
    }
}
