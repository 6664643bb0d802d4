//! The history of calls: its rows. What is derived from all of them is in [`overview`], what views are sent
//! of it in [`page`].

mod overview;
mod page;

use std::collections::{BTreeMap, BTreeSet};

use alo_protocol::{CallId, Direction, EndCause, EndView, HistoryRow, Owner, ProviderKind};
use alo_providers::CallFacts;

use overview::Overview;

/// Rows kept on this computer. Beyond this number only those stay that are needed, for their note.
const MAX_ROWS: usize = 5_000;
/// The oldest rows are looked through only when this many have come since the last time, not after each call.
const SLACK: usize = 50;

/// The rows, newest first.
#[derive(Debug, Default)]
pub(crate) struct History {
    rows: Vec<HistoryRow>,
    overview: Overview,
    /// See [`OlderCalls::revision`](alo_protocol::OlderCalls::revision).
    older_revision: u64,
    /// Who is signed in, and whether their provider hides numbers from them.
    viewer: Option<(Owner, bool)>,
    /// Rows that [`Self::take_surplus`] left the last time that it looked through them.
    left: usize,
    /// By number of the request: the rows that the store is asked to delete. A row that is put after the
    /// request stays, here and in the store.
    clearing: BTreeMap<u64, BTreeSet<CallId>>,
    /// Number of the last request to delete every row.
    last_clear: u64,
}

impl History {
    /// Takes the stored rows. Those that were still open when the browser died are closed, and returned to
    /// be stored again.
    pub(crate) fn load(&mut self, rows: Vec<HistoryRow>) -> Vec<HistoryRow> {
        self.rows = rows;
        self.rows
            .sort_by_key(|row| std::cmp::Reverse(row.started_at));
        let open = self.rows.iter_mut().filter(|row| row.end.is_none());
        let closed = open
            .map(|row| {
                close_interrupted(row);
                row.clone()
            })
            .collect();
        self.update_overview();
        closed
    }

    /// Adds or replaces a row.
    pub(crate) fn put(&mut self, row: HistoryRow) {
        for rows in self.clearing.values_mut() {
            rows.remove(&row.id);
        }
        let known = self.rows.iter().position(|known| known.id == row.id);
        match known.and_then(|at| self.rows.get_mut(at)) {
            Some(known) => *known = row,
            None => {
                let at = self
                    .rows
                    .partition_point(|known| known.started_at > row.started_at);
                self.rows.insert(at, row);
            }
        }
        self.note_put(known);
        self.update_overview();
    }

    /// Removes the oldest rows over [`MAX_ROWS`] that are not needed, and returns their calls. Looks
    /// through the rows only now and then.
    pub(crate) fn take_surplus(&mut self, is_needed: impl Fn(&HistoryRow) -> bool) -> Vec<CallId> {
        if self.rows.len() <= self.left.max(MAX_ROWS) + SLACK {
            return Vec::new();
        }
        let mut surplus = Vec::new();
        let mut at = 0;
        self.rows.retain(|row| {
            at += 1;
            let stays = at <= MAX_ROWS || is_needed(row);
            if !stays {
                surplus.push(row.id.clone());
            }
            stays
        });
        self.left = self.rows.len();
        self.note_removed(!surplus.is_empty());
        surplus
    }

    /// Removes the rows that began before this, Unix ms, and are not needed, and returns their calls.
    pub(crate) fn take_before(
        &mut self,
        before: u64,
        is_needed: impl Fn(&HistoryRow) -> bool,
    ) -> Vec<CallId> {
        let first = self.rows.partition_point(|row| row.started_at >= before);
        let old = self.rows.iter().skip(first).filter(|row| !is_needed(row));
        let old: Vec<CallId> = old.map(|row| row.id.clone()).collect();
        if !old.is_empty() {
            self.rows
                .retain(|row| row.started_at >= before || is_needed(row));
            self.note_removed(true);
        }
        old
    }

    /// Marks every row as seen. True if one was unseen.
    pub(crate) fn mark_seen(&mut self) -> bool {
        let mut changed = false;
        for row in self.rows.iter_mut().filter(|row| row.unseen) {
            row.unseen = false;
            changed = true;
        }
        self.update_overview();
        changed
    }

    /// Notes that the store is asked to delete every row. Returns the number of this request.
    pub(crate) fn begin_clear(&mut self) -> u64 {
        self.last_clear += 1;
        let rows = self.rows.iter().map(|row| row.id.clone()).collect();
        self.clearing.insert(self.last_clear, rows);
        self.last_clear
    }

    /// The store has carried out that request, or could not. Rows that were put since stay.
    pub(crate) fn finish_clear(&mut self, request: u64, ok: bool) {
        let rows = self.clearing.remove(&request).unwrap_or_default();
        if ok {
            self.rows.retain(|row| !rows.contains(&row.id));
            self.note_removed(!rows.is_empty());
        }
    }

    /// Sets who looks at the history, and whether their provider hides numbers from them. On a change views
    /// reload older pages. Rows of this owner that were stored before hiding was known are marked hidden;
    /// they are returned, to be stored again.
    pub(crate) fn set_viewer(&mut self, owner: &Owner, hides: bool) -> Vec<HistoryRow> {
        let viewer = self.viewer.as_ref();
        if viewer.is_some_and(|(before, hid)| before == owner && *hid == hides) {
            return Vec::new();
        }
        self.older_revision += 1;
        self.viewer = Some((owner.clone(), hides));
        // Hiding under a plain account means that a provider's session was lost: whose rows these are is
        // unknown.
        let hides =
            |(owner, hides): &&(Owner, bool)| *hides && owner.provider != ProviderKind::PlainSip;
        let Some((owner, _)) = self.viewer.as_ref().filter(hides) else {
            return Vec::new();
        };
        let is_shown = |row: &&mut HistoryRow| !row.hidden && row.owner.as_ref() == Some(owner);
        let hidden = self.rows.iter_mut().filter(is_shown).map(|row| {
            row.hidden = true;
            row.clone()
        });
        hidden.collect()
    }

    pub(crate) fn rows(&self) -> &[HistoryRow] {
        &self.rows
    }

    pub(crate) fn row(&self, id: &CallId) -> Option<&HistoryRow> {
        self.rows.iter().find(|row| row.id == *id)
    }

    /// Whether exactly this number was dialled from here.
    pub(crate) fn was_dialled(&self, number: &str) -> bool {
        self.rows
            .iter()
            .any(|row| row.direction == Direction::Outgoing && row.number == number)
    }

    fn note_removed(&mut self, any: bool) {
        if any {
            self.older_revision += 1;
            self.update_overview();
        }
    }

    #[cfg(test)]
    fn ids(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.id.0.as_str()).collect()
    }
}

/// The row of an incoming call that was refused without ringing.
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

/// The row of a call that never rang, with what the provider's headers say about it.
pub(crate) fn with_provider_facts(row: HistoryRow, facts: CallFacts) -> HistoryRow {
    HistoryRow {
        number: facts.number.unwrap_or(row.number),
        provider_id: facts.provider_id,
        hotline: facts.hotline,
        ..row
    }
}

/// Closes the row of a call during which the browser died. When it ended is unknown: the last moment that is
/// certain is taken.
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

    pub(super) fn row(id: &str, started_at: u64, direction: Direction) -> HistoryRow {
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
        assert_eq!(history.newest()[1].answered_at, Some(9));
    }

    pub(super) fn of(count: usize) -> History {
        let mut history = History::default();
        let one = |n: usize| row(&n.to_string(), n as u64, Direction::Incoming);
        history.load((0..count).map(one).collect());
        history
    }

    #[test]
    fn the_oldest_rows_are_forgotten_now_and_then() {
        let mut history = of(MAX_ROWS + SLACK);
        assert_eq!(history.take_surplus(|_| false), []);
        history.put(row("last", 9_999, Direction::Incoming));
        let surplus = history.take_surplus(|_| false);
        assert_eq!(surplus.len(), SLACK + 1);
        assert_eq!((&*surplus[0].0, &*surplus[SLACK].0), ("50", "0"));
        assert_eq!(history.ids().len(), MAX_ROWS);
        assert_eq!(history.ids()[0], "last");
        assert_eq!(history.newest().len(), page::SNAPSHOT_ROWS);
    }

    #[test]
    fn rows_that_somebody_needs_stay_and_take_no_newer_ones_place() {
        let needed = |row: &HistoryRow| row.id.0.len() < 4;
        let mut history = of(MAX_ROWS + 1_500);
        let surplus = history.take_surplus(needed);
        // 0 to 999 are needed; 1000 to 1499 are over.
        assert_eq!(surplus.len(), 500);
        assert_eq!(history.ids().len(), MAX_ROWS + 1_000);
        for n in 0..SLACK as u64 {
            history.put(row(&format!("new{n}"), 9_000 + n, Direction::Incoming));
            assert_eq!(
                history.take_surplus(needed),
                [],
                "it is not looked for each call"
            );
        }
        history.put(row("one more", 9_999, Direction::Incoming));
        assert_eq!(history.take_surplus(needed).len(), SLACK + 1);
        assert_eq!(history.ids()[0], "one more");
        assert_eq!(history.ids().last(), Some(&"0"));
    }
}
