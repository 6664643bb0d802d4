//! The rows that views are sent: the newest ones in each snapshot, older ones by page.

use alo_protocol::{CallId, HISTORY_PAGE, HistoryMark, HistoryRow, OlderCalls};

use super::History;

/// Rows in a snapshot.
pub(super) const SNAPSHOT_ROWS: usize = 100;

impl History {
    /// The newest rows: those of the snapshot.
    pub(crate) fn newest(&self) -> &[HistoryRow] {
        self.rows.get(..SNAPSHOT_ROWS).unwrap_or(&self.rows)
    }

    /// How many rows are not in the snapshot, and a number that changes with them.
    pub(crate) fn older(&self) -> OlderCalls {
        let count = self.rows.len().saturating_sub(SNAPSHOT_ROWS);
        OlderCalls {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            revision: self.older_revision,
        }
    }

    /// At most [`HISTORY_PAGE`] rows after a mark, and whether more follow.
    pub(crate) fn page(&self, after: Option<&HistoryMark>) -> (&[HistoryRow], bool) {
        let from = after.map_or(0, |mark| {
            let first = self
                .rows
                .partition_point(|row| row.started_at > mark.started_at);
            let same = self.rows.iter().enumerate().skip(first);
            let mut same = same.take_while(|(_, row)| row.started_at == mark.started_at);
            same.find(|(_, row)| row.id == mark.call)
                .map_or(first, |(at, _)| at + 1)
        });
        let rest = self.rows.get(from..).unwrap_or_default();
        let page = rest.get(..HISTORY_PAGE).unwrap_or(rest);
        (page, page.len() < rest.len())
    }

    /// Something that is shown with a row has changed, such as its note.
    pub(crate) fn note_changed(&mut self, call: &CallId) {
        if self.rows.len() > SNAPSHOT_ROWS && !self.newest().iter().any(|row| row.id == *call) {
            self.older_revision += 1;
        }
    }

    /// A row was put: in place of the one at `known`, or as a new one, which moves another one out of the
    /// snapshot.
    pub(super) fn note_put(&mut self, known: Option<usize>) {
        if known.is_none_or(|at| at >= SNAPSHOT_ROWS) && self.rows.len() > SNAPSHOT_ROWS {
            self.older_revision += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use alo_protocol::Direction;

    use super::super::tests::{of, row};
    use super::*;

    #[test]
    fn older_rows_are_told_of_page_by_page_each_once() {
        let mut history = of(1_200);
        // A provider's list tells whole seconds: many began in the same moment.
        for n in 0..700 {
            history.put(row(&format!("same{n}"), 600, Direction::Incoming));
        }
        let (mut ids, mut after) = (Vec::new(), None);
        loop {
            let (rows, more) = history.page(after.as_ref());
            assert!(rows.len() <= HISTORY_PAGE);
            ids.extend(rows.iter().map(|row| row.id.0.as_str()));
            let last = rows.last().expect("a row");
            after = Some(HistoryMark {
                call: last.id.clone(),
                started_at: last.started_at,
            });
            if !more {
                break;
            }
        }
        assert_eq!(ids, history.ids());
        // The call that was the last one is gone: nothing is left out.
        let gone = HistoryMark {
            call: CallId("gone".into()),
            started_at: 3,
        };
        let (rows, more) = history.page(Some(&gone));
        assert_eq!((rows.len(), more), (4, false));
        let end = history.page(after.as_ref());
        assert_eq!(end, (&[][..], false));
    }

    #[test]
    fn a_change_behind_the_newest_hundred_is_told_of_and_no_other() {
        let mut history = of(150);
        let mut before = history.older();
        assert_eq!(before.count, 50);
        let mut is_told = |history: &History| {
            let now = history.older();
            let told = now.revision != before.revision;
            before = now;
            told
        };
        history.put(row("149", 149, Direction::Incoming));
        history.note_changed(&CallId("149".into()));
        assert!(!is_told(&history), "it is in the snapshot");
        history.put(row("7", 7, Direction::Incoming));
        assert!(is_told(&history));
        history.note_changed(&CallId("7".into()));
        assert!(is_told(&history));
        history.put(row("new", 900, Direction::Incoming));
        assert!(is_told(&history), "another one is among the older ones now");
        history.take_before(2, |_| false);
        assert!(is_told(&history));
        let request = history.begin_clear();
        history.finish_clear(request, true);
        assert!(is_told(&history));
        assert_eq!(history.older().count, 0);
    }
}
