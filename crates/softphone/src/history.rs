//! Calls that were: the rows, what was missed, and what redial dials.

use std::collections::{BTreeMap, BTreeSet};

use alo_protocol::{
    CallId, Direction, EndCause, EndView, HISTORY_PAGE, HistoryMark, HistoryRow, MissedView,
    OlderCalls, Owner, ProviderKind,
};
use alo_providers::CallFacts;

/// Rows kept on this computer; beyond, only those whose note is nowhere else.
const KEEP: usize = 5_000;
/// Rows that come before the oldest are looked through again, so that the store is not asked each call.
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
    /// What each snapshot tells of all of them, so that none looks through them.
    told: Told,
    /// See [`OlderCalls::revision`].
    older: u64,
    /// Who is signed in, and whether numbers are hidden from them.
    told_to: Option<(Owner, bool)>,
    /// Rows that the last look through the oldest left.
    left: usize,
    /// By wish: the rows that the store is asked to forget. What is put after that stays there, and here.
    doomed: BTreeMap<u64, BTreeSet<CallId>>,
    /// The last wish to forget every row.
    last_clear: u64,
}

/// What is told of all rows together.
#[derive(Debug, Default)]
struct Told {
    missed: u32,
    /// Those that nobody has looked at and that ended last, and when, Unix ms: at most [`MOST_NOTIFIED`].
    lately: Vec<(u64, MissedView)>,
    last_dialled: Option<CallId>,
}

impl History {
    /// Takes in the stored rows. The ones returned were open when the browser died: they are closed
    /// now and have to be stored again.
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
        self.look_through();
        closed
    }

    /// Adds or replaces a row.
    pub(crate) fn put(&mut self, row: HistoryRow) {
        for doomed in self.doomed.values_mut() {
            doomed.remove(&row.id);
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
        // Another row moves one out of the snapshot.
        if known.is_none_or(|at| at >= SHOWN) && self.rows.len() > SHOWN {
            self.older += 1;
        }
        self.look_through();
    }

    /// The rows over [`KEEP`] that nobody needs, now and then: taken out.
    pub(crate) fn take_surplus(&mut self, is_needed: impl Fn(&HistoryRow) -> bool) -> Vec<CallId> {
        if self.rows.len() <= self.left.max(KEEP) + SLACK {
            return Vec::new();
        }
        let mut surplus = Vec::new();
        let mut at = 0;
        self.rows.retain(|row| {
            at += 1;
            let stays = at <= KEEP || is_needed(row);
            if !stays {
                surplus.push(row.id.clone());
            }
            stays
        });
        self.left = self.rows.len();
        self.changed_all(!surplus.is_empty());
        surplus
    }

    /// True when a row was unseen until now.
    pub(crate) fn mark_seen(&mut self) -> bool {
        let mut changed = false;
        for row in self.rows.iter_mut().filter(|row| row.unseen) {
            row.unseen = false;
            changed = true;
        }
        self.look_through();
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
            self.changed_all(!doomed.is_empty());
        }
    }

    /// For the snapshot.
    pub(crate) fn shown(&self) -> &[HistoryRow] {
        self.rows.get(..SHOWN).unwrap_or(&self.rows)
    }

    /// For the snapshot.
    pub(crate) fn older(&self) -> OlderCalls {
        OlderCalls {
            count: u32::try_from(self.rows.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX),
            revision: self.older,
        }
    }

    /// Something beside a row has changed that is shown with it.
    pub(crate) fn note_changed(&mut self, call: &CallId) {
        if self.rows.len() > SHOWN && !self.shown().iter().any(|row| row.id == *call) {
            self.older += 1;
        }
    }

    /// Somebody else is not told what was hidden from whose calls they are: views ask anew. Given are rows to be stored,
    /// of before it was known that their numbers are hidden.
    pub(crate) fn is_told_to(&mut self, owner: Owner, hides: bool) -> Vec<HistoryRow> {
        let told_to = Some((owner, hides));
        if self.told_to == told_to {
            return Vec::new();
        }
        self.older += 1;
        self.told_to = told_to;
        // A plain account hides nothing: where its session is lost, nobody knows whose calls these are.
        let hides =
            |(owner, hides): &&(Owner, bool)| *hides && owner.provider != ProviderKind::PlainSip;
        let Some((owner, _)) = self.told_to.as_ref().filter(hides) else {
            return Vec::new();
        };
        let is_shown = |row: &&mut HistoryRow| !row.hidden && row.owner.as_ref() == Some(owner);
        let hidden = self.rows.iter_mut().filter(is_shown).map(|row| {
            row.hidden = true;
            row.clone()
        });
        hidden.collect()
    }

    /// At most [`HISTORY_PAGE`] rows behind a place, and whether there are more.
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

    pub(crate) fn rows(&self) -> &[HistoryRow] {
        &self.rows
    }

    /// Rows that began before this, Unix ms, but those that are needed: taken out.
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
            self.changed_all(true);
        }
        old
    }

    fn changed_all(&mut self, changed: bool) {
        if changed {
            self.older += 1;
            self.look_through();
        }
    }

    /// Tells of all rows anew.
    fn look_through(&mut self) {
        let end = |row: &HistoryRow| row.end.as_ref().map_or(row.started_at, |end| end.at);
        let mut told = Told::default();
        let mut lately: Vec<(u64, &HistoryRow)> = Vec::new();
        for row in self.rows.iter().filter(|row| row.unseen) {
            told.missed = told.missed.saturating_add(1);
            let at = lately.partition_point(|(other, _)| *other >= end(row));
            if at < MOST_NOTIFIED {
                lately.insert(at, (end(row), row));
                lately.truncate(MOST_NOTIFIED);
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
        told.lately = lately.into_iter().map(view).collect();
        let dialled = |row: &&HistoryRow| row.direction == Direction::Outgoing;
        let last = self.rows.iter().find(dialled);
        told.last_dialled = last.map(|row| row.id.clone());
        self.told = told;
    }

    pub(crate) fn row(&self, id: &CallId) -> Option<&HistoryRow> {
        self.rows.iter().find(|row| row.id == *id)
    }

    pub(crate) fn missed(&self) -> u32 {
        self.told.missed
    }

    /// What is to be notified of: who gave up lately, the last one first, or the last one of all. Who began to ring
    /// first may give up last. Nobody is notified of those that are hidden: what a notification offers is to call back.
    pub(crate) fn missed_calls(
        &self,
        now: u64,
        is_hidden: impl Fn(&HistoryRow) -> bool,
    ) -> Vec<MissedView> {
        let tells = |(_, view): &&(u64, MissedView)| !self.row(&view.call).is_some_and(&is_hidden);
        let lately: Vec<_> = self.told.lately.iter().filter(tells).collect();
        let recent = lately.iter();
        let recent = recent.take_while(|(end, _)| end.saturating_add(LATELY_MS) >= now);
        let shown = recent.count().max(1);
        let lately = lately.into_iter().take(shown);
        lately.map(|(_, view)| view.clone()).collect()
    }

    pub(crate) fn last_dialled(&self, is_hidden: impl Fn(&HistoryRow) -> bool) -> Option<&str> {
        let newest = self.told.last_dialled.as_ref()?;
        let mut rows = self.rows.iter().skip_while(|row| row.id != *newest);
        let row = rows.find(|row| row.direction == Direction::Outgoing && !is_hidden(row))?;
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

    fn of(count: usize) -> History {
        let mut history = History::default();
        let one = |n: usize| row(&n.to_string(), n as u64, Direction::Incoming);
        history.load((0..count).map(one).collect());
        history
    }

    #[test]
    fn the_oldest_rows_are_forgotten_now_and_then() {
        let mut history = of(KEEP + SLACK);
        assert_eq!(history.take_surplus(|_| false), []);
        history.put(row("last", 9_999, Direction::Incoming));
        let surplus = history.take_surplus(|_| false);
        assert_eq!(surplus.len(), SLACK + 1);
        assert_eq!((&*surplus[0].0, &*surplus[SLACK].0), ("50", "0"));
        assert_eq!(history.ids().len(), KEEP);
        assert_eq!(history.ids()[0], "last");
        assert_eq!(history.shown().len(), SHOWN);
    }

    #[test]
    fn rows_that_somebody_needs_stay_and_take_no_newer_ones_place() {
        let needed = |row: &HistoryRow| row.id.0.len() < 4;
        let mut history = of(KEEP + 1_500);
        let surplus = history.take_surplus(needed);
        // 0 to 999 are needed; 1000 to 1499 are over.
        assert_eq!(surplus.len(), 500);
        assert_eq!(history.ids().len(), KEEP + 1_000);
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
        let wish = history.clears();
        history.cleared(wish, true);
        assert!(is_told(&history));
        assert_eq!(history.older().count, 0);
    }
}
