//! Calls that were: the rows, what was missed, and what redial dials.

use std::collections::BTreeMap;

use alo_protocol::{CallId, Direction, EndCause, EndView, HistoryRow, MissedView};
use alo_providers::CallFacts;

/// Rows kept on this computer.
pub(crate) const KEEP: usize = 500;
/// Rows over [`KEEP`] before the store is asked to forget the oldest, so that it is not asked each call.
const SLACK: usize = 50;
/// Calls that are notified of each, and until when, ms: a browser that starts tells of the last one only.
const MOST_NOTIFIED: usize = 5;
const LATELY_MS: u64 = 60_000;
/// Rows in a snapshot.
const SHOWN: usize = 100;

/// The rows, newest first.
#[derive(Debug, Default)]
pub(crate) struct History {
    rows: Vec<HistoryRow>,
    /// By wish: the rows that the store is asked to forget. What is put after that stays there, and here.
    doomed: BTreeMap<u64, Vec<CallId>>,
    /// The last wish to forget every row.
    last_clear: u64,
}

impl History {
    /// Takes in the stored rows. The ones returned were open when the browser died: they are closed
    /// now and have to be stored again.
    pub(crate) fn load(&mut self, rows: Vec<HistoryRow>) -> Vec<HistoryRow> {
        self.rows = rows;
        self.rows
            .sort_by_key(|row| std::cmp::Reverse(row.started_at));
        self.rows.truncate(KEEP);
        let open = self.rows.iter_mut().filter(|row| row.end.is_none());
        open.map(|row| {
            close_interrupted(row);
            row.clone()
        })
        .collect()
    }

    /// Adds or replaces a row. True when the store should forget the rows over [`KEEP`].
    pub(crate) fn put(&mut self, row: HistoryRow) -> bool {
        for doomed in self.doomed.values_mut() {
            doomed.retain(|id| *id != row.id);
        }
        if let Some(known) = self.rows.iter_mut().find(|known| known.id == row.id) {
            *known = row;
            return false;
        }
        let at = self
            .rows
            .partition_point(|known| known.started_at > row.started_at);
        self.rows.insert(at, row);
        let trim = self.rows.len() > KEEP + SLACK;
        if trim {
            self.rows.truncate(KEEP);
        }
        trim
    }

    /// True when a row was unseen until now.
    pub(crate) fn mark_seen(&mut self) -> bool {
        let mut changed = false;
        for row in self.rows.iter_mut().filter(|row| row.unseen) {
            row.unseen = false;
            changed = true;
        }
        changed
    }

    /// The store is asked to forget every row. The wish is returned.
    pub(crate) fn clears(&mut self) -> u64 {
        self.last_clear += 1;
        let doomed = self.rows.iter().map(|row| row.id.clone()).collect();
        self.doomed.insert(self.last_clear, doomed);
        self.last_clear
    }

    /// It has done so, or could not: a row that came after another wish is only this one's to forget.
    pub(crate) fn cleared(&mut self, wish: u64, ok: bool) {
        let doomed = self.doomed.remove(&wish).unwrap_or_default();
        if ok {
            self.rows.retain(|row| !doomed.contains(&row.id));
        }
    }

    /// For the snapshot.
    pub(crate) fn shown(&self) -> &[HistoryRow] {
        self.rows.get(..SHOWN).unwrap_or(&self.rows)
    }

    pub(crate) fn rows(&self) -> &[HistoryRow] {
        &self.rows
    }

    /// Rows that began before this, Unix ms, but those that are needed: taken out.
    pub(crate) fn take_before(
        &mut self,
        before: u64,
        is_needed: impl Fn(&HistoryRow) -> bool,
    ) -> Vec<CallId> {
        let is_old = |row: &HistoryRow| row.started_at < before && !is_needed(row);
        let old = self.rows.iter().filter(|row| is_old(row));
        let old: Vec<CallId> = old.map(|row| row.id.clone()).collect();
        self.rows.retain(|row| !is_old(row));
        old
    }

    pub(crate) fn row(&self, id: &CallId) -> Option<&HistoryRow> {
        self.rows.iter().find(|row| row.id == *id)
    }

    pub(crate) fn missed(&self) -> u32 {
        let unseen = self.rows.iter().filter(|row| row.unseen).count();
        u32::try_from(unseen).unwrap_or(u32::MAX)
    }

    /// What is to be notified of: who gave up lately, the last one first, or the last one of all. Who began to ring
    /// first may give up last. Nobody is notified of those that are hidden: what a notification offers is to call back.
    pub(crate) fn missed_calls(
        &self,
        now: u64,
        is_hidden: impl Fn(&HistoryRow) -> bool,
    ) -> Vec<MissedView> {
        let end = |row: &HistoryRow| row.end.as_ref().map_or(row.started_at, |end| end.at);
        let tells = |row: &&HistoryRow| row.unseen && !is_hidden(row);
        let mut unseen: Vec<_> = self.rows.iter().filter(tells).collect();
        unseen.sort_by_key(|row| std::cmp::Reverse(end(row)));
        let lately = |row: &&HistoryRow| end(row).saturating_add(LATELY_MS) >= now;
        let recent = unseen.iter().take_while(|row| lately(row)).count();
        unseen.truncate(recent.clamp(1, MOST_NOTIFIED));
        let view = |row: &HistoryRow| MissedView {
            call: row.id.clone(),
            number: row.number.clone(),
            name: row.name.clone(),
        };
        unseen.into_iter().map(view).collect()
    }

    pub(crate) fn last_dialled(&self, is_hidden: impl Fn(&HistoryRow) -> bool) -> Option<&str> {
        let row = self
            .rows
            .iter()
            .find(|row| row.direction == Direction::Outgoing && !is_hidden(row))?;
        Some(&row.number)
    }

    /// Whether exactly this was called from here.
    pub(crate) fn was_dialled(&self, number: &str) -> bool {
        self.rows
            .iter()
            .any(|row| row.direction == Direction::Outgoing && row.number == number)
    }

    #[cfg(test)]
    fn ids(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.id.0.as_str()).collect()
    }
}

/// A row for a call that was refused before it became one: it rang nowhere, but somebody called.
pub(crate) fn missed_row(id: CallId, number: String, name: Option<String>, at: u64) -> HistoryRow {
    HistoryRow {
        id,
        direction: Direction::Incoming,
        number,
        name,
        started_at: at,
        answered_at: None,
        end: Some(EndView {
            cause: EndCause::Missed,
            code: None,
            reason: None,
            reason_header: None,
            at,
        }),
        unseen: true,
        provider_id: None,
        hotline: None,
        note: None,
        elsewhere: false,
        hidden: false,
        owner: None,
    }
}

/// A call that never rang, with what the provider's headers say of it.
pub(crate) fn told_by_provider(row: HistoryRow, facts: CallFacts) -> HistoryRow {
    HistoryRow {
        number: facts.number.unwrap_or(row.number),
        provider_id: facts.provider_id,
        hotline: facts.hotline,
        ..row
    }
}

/// Nobody knows when it ended: the last moment that is certain is taken.
fn close_interrupted(row: &mut HistoryRow) {
    let rang_here = row.direction == Direction::Incoming && row.answered_at.is_none();
    row.unseen = rang_here;
    row.end = Some(EndView {
        cause: if rang_here {
            EndCause::Missed
        } else {
            EndCause::NetworkFailed
        },
        code: None,
        reason: None,
        reason_header: None,
        at: row.answered_at.unwrap_or(row.started_at),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, started_at: u64, direction: Direction) -> HistoryRow {
        HistoryRow {
            id: CallId(id.to_owned()),
            direction,
            number: format!("n{id}"),
            name: None,
            started_at,
            answered_at: None,
            end: None,
            unseen: false,
            provider_id: None,
            hotline: None,
            note: None,
            elsewhere: false,
            hidden: false,
            owner: None,
        }
    }

    #[test]
    fn rows_left_open_by_a_dead_browser_are_closed() {
        let mut history = History::default();
        let mut up = row("up", 3, Direction::Outgoing);
        up.answered_at = Some(5);
        let closed = history.load(vec![
            row("rang", 1, Direction::Incoming),
            up,
            row("tried", 2, Direction::Outgoing),
        ]);
        assert_eq!(history.ids(), ["up", "tried", "rang"]);
        let ends: Vec<_> = closed
            .iter()
            .map(|row| row.end.as_ref().map(|end| (end.cause, end.at)))
            .collect();
        assert_eq!(
            ends,
            [
                Some((EndCause::NetworkFailed, 5)),
                Some((EndCause::NetworkFailed, 2)),
                Some((EndCause::Missed, 1)),
            ]
        );
        assert_eq!(history.missed(), 1);
        assert_eq!(
            history
                .missed_calls(0, |_| false)
                .first()
                .map(|m| m.number.clone()),
            Some("nrang".to_owned())
        );
        assert_eq!(history.last_dialled(|_| false), Some("nup"));
    }

    #[test]
    fn a_row_put_again_replaces_itself_and_keeps_its_place() {
        let mut history = History::default();
        history.put(row("a", 1, Direction::Outgoing));
        history.put(row("b", 2, Direction::Outgoing));
        let mut again = row("a", 1, Direction::Outgoing);
        again.answered_at = Some(9);
        history.put(again);
        assert_eq!(history.ids(), ["b", "a"]);
        assert_eq!(history.shown()[1].answered_at, Some(9));
    }

    #[test]
    fn the_oldest_rows_are_forgotten_now_and_then() {
        let mut history = History::default();
        let mut trims = 0;
        for n in 0..(KEEP + SLACK) as u64 + 1 {
            trims += u32::from(history.put(row(&n.to_string(), n, Direction::Incoming)));
        }
        assert_eq!(trims, 1);
        assert_eq!(history.ids().len(), KEEP);
        assert_eq!(history.ids()[0], (KEEP + SLACK).to_string());
        assert_eq!(history.shown().len(), SHOWN);
    }
}
