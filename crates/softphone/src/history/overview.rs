//! What is derived from all rows at once: missed calls and the last number dialled.

use alo_protocol::{CallId, Direction, HistoryRow, MissedView};

use super::History;

/// The most missed calls that notifications tell of one by one.
const MAX_NOTIFIED: usize = 5;
/// Missed calls that ended within this time are notified of, ms; without one, only the last of all: so a
/// browser that starts does not notify of each.
const RECENT_MS: u64 = 60_000;

/// Calculated when the rows change, so that no snapshot has to look through all of them.
#[derive(Debug, Default)]
pub(super) struct Overview {
    /// How many rows are unseen.
    missed: u32,
    /// The unseen calls that ended last, the newest end first, with that time in Unix ms: at most
    /// [`MAX_NOTIFIED`].
    last_missed: Vec<(u64, MissedView)>,
    last_dialled: Option<CallId>,
}

impl History {
    pub(super) fn update_overview(&mut self) {
        let end = |row: &HistoryRow| row.end.as_ref().map_or(row.started_at, |end| end.at);
        let mut overview = Overview::default();
        let mut last: Vec<(u64, &HistoryRow)> = Vec::new();
        for row in self.rows.iter().filter(|row| row.unseen) {
            overview.missed = overview.missed.saturating_add(1);
            let at = last.partition_point(|(other, _)| *other >= end(row));
            if at < MAX_NOTIFIED {
                last.insert(at, (end(row), row));
                last.truncate(MAX_NOTIFIED);
            }
        }
        let view = |(at, row): (u64, &HistoryRow)| {
            let view = MissedView {
                call: row.id.clone(),
                number: row.number.clone(),
                name: row.name.clone(),
            };
            (at, view)
        };
        overview.last_missed = last.into_iter().map(view).collect();
        let is_dialled = |row: &&HistoryRow| row.direction == Direction::Outgoing;
        let dialled = self.rows.iter().find(is_dialled);
        overview.last_dialled = dialled.map(|row| row.id.clone());
        self.overview = overview;
    }

    /// How many missed calls nobody has looked at.
    pub(crate) fn missed(&self) -> u32 {
        self.overview.missed
    }

    /// The missed calls to notify of: those that ended within [`RECENT_MS`], or else the last one; the last
    /// end first, as who began to ring first may give up last. Hidden rows are left out: a notification
    /// offers to call back.
    pub(crate) fn missed_calls(
        &self,
        now: u64,
        is_hidden: impl Fn(&HistoryRow) -> bool,
    ) -> Vec<MissedView> {
        let is_shown =
            |(_, view): &&(u64, MissedView)| !self.row(&view.call).is_some_and(&is_hidden);
        let missed: Vec<_> = self.overview.last_missed.iter().filter(is_shown).collect();
        let recent = missed.iter();
        let recent = recent.take_while(|(end, _)| end.saturating_add(RECENT_MS) >= now);
        let count = recent.count().max(1);
        let missed = missed.into_iter().take(count);
        missed.map(|(_, view)| view.clone()).collect()
    }

    /// The number for redial: the last one dialled, in a row that is not hidden.
    pub(crate) fn last_dialled(&self, is_hidden: impl Fn(&HistoryRow) -> bool) -> Option<&str> {
        let newest = self.overview.last_dialled.as_ref()?;
        let mut rows = self.rows.iter().skip_while(|row| row.id != *newest);
        let row = rows.find(|row| row.direction == Direction::Outgoing && !is_hidden(row))?;
        Some(&row.number)
    }
}
