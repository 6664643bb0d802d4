//! What waits to be sent, and survives everything but its answer.
//!
//! An attempt is stored as begun before it leaves. So whoever starts again after a crash knows that it
//! may have arrived, and asks the provider what it has, where it can tell, before sending anew.

use std::collections::BTreeMap;

use alo_protocol::{CallId, NoteState, OutboxView, ProviderProblem};
use alo_providers::api::ApiError;

use super::backoff::Backoff;
use super::session::is_of_session;
use super::{DeskThen, Out, OutboxItem, OutboxRow};
use crate::{Now, StoreOp};

/// Waits between attempts.
const RETRY: Backoff = Backoff {
    first: 5,
    most: 600,
};
/// So long after the last key a change of a note that was saved before is sent, in milliseconds.
pub(super) const SETTLE_MS: u64 = 3_000;
/// A provider may know a call only some time after its end: so often 404 is met with patience.
const PATIENCE: u32 = 6;
/// So many attempts wait for a store that does not take them, minutes in all.
const UNSTORED_ATTEMPTS: u32 = 6;
/// No wait is longer, in milliseconds; beyond, a clock was set.
const LONGEST_WAIT_MS: u64 = 7 * 3_600 * 1_000;

/// Where an attempt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flight {
    /// None is under way.
    Idle,
    /// That it begins is being stored.
    Marking,
    /// It is stored; whoever sends takes it from here.
    Marked,
    /// Of this version of the note (0: no note).
    Sending(u32),
}

#[derive(Debug)]
struct Entry {
    row: OutboxRow,
    flight: Flight,
    /// The store has it.
    stored: bool,
    /// Changes of the store that its being kept depends on.
    in_flight: u32,
    /// An earlier attempt than the one under way may have arrived.
    was_maybe: bool,
}

impl Entry {
    /// A record nobody is told about is sent even if it cannot be stored; an attempt puts it again.
    fn may_leave(&self) -> bool {
        self.stored || matches!(self.row.item, OutboxItem::Hook { .. }) && self.in_flight == 0
    }

    /// The store has not taken it for so long that it leaves without.
    fn goes_unstored(&self) -> bool {
        !self.stored && self.row.attempts > UNSTORED_ATTEMPTS
    }

    fn put(&self, then: DeskThen, out: &mut Out<'_>) {
        out.store(StoreOp::PutOutbox(Box::new(self.row.clone())), then);
    }

    /// Has the row stored, and whoever saved told if that fails.
    fn keep(&mut self, out: &mut Out<'_>) {
        self.in_flight += 1;
        self.put(DeskThen::Kept(self.row.id.clone()), out);
    }
}

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    entries: BTreeMap<String, Entry>,
}

/// The id of the entry of a call's note.
pub(super) fn note_id(call: &CallId) -> String {
    format!("note-{}", call.0)
}

/// The id of the entry of a call's record.
pub(super) fn hook_id(call: &CallId) -> String {
    format!("hook-{}", call.0)
}

impl Outbox {
    pub(super) fn load(&mut self, rows: Vec<OutboxRow>, now: Now) {
        for mut row in rows {
            row.next_at = row.next_at.min(now.unix_ms + LONGEST_WAIT_MS);
            let entry = Entry {
                was_maybe: row.maybe_done,
                flight: Flight::Idle,
                stored: true,
                in_flight: 0,
                row,
            };
            self.entries.insert(entry.row.id.clone(), entry);
        }
    }

    /// See [`Desk::clock_set_back`](super::Desk::clock_set_back).
    pub(super) fn clock_set_back(&mut self, by: u64) {
        for entry in self.entries.values_mut() {
            entry.row.next_at = entry.row.next_at.saturating_sub(by);
        }
    }

    /// Takes a note in, or its new version in place of the one that waits. `delay` in milliseconds.
    pub(super) fn save_note(
        &mut self,
        call: &CallId,
        version: u32,
        may_have_arrived: bool,
        delay: u64,
        out: &mut Out<'_>,
    ) {
        let item = OutboxItem::Note { version };
        let at = out.now.unix_ms + delay;
        let id = note_id(call);
        let mut entry = match self.entries.remove(&id) {
            Some(mut entry) => {
                // A wait after failures goes on, unless the person was told that there is none.
                entry.row.next_at = match entry.row.refused {
                    true => at,
                    false => entry.row.next_at.max(at),
                };
                if entry.row.attempts == 0 {
                    entry.row.next_at = at;
                }
                entry.row.item = item;
                entry.row.refused = false;
                entry
            }
            None => new_entry(&id, call, item, at, may_have_arrived, out.now),
        };
        entry.keep(out);
        self.entries.insert(id, entry);
    }

    /// Takes the record of a call in.
    pub(super) fn add_hook(&mut self, call: &CallId, body: String, out: &mut Out<'_>) {
        let id = hook_id(call);
        let item = OutboxItem::Hook { body };
        let mut entry = new_entry(&id, call, item, out.now.unix_ms, false, out.now);
        entry.keep(out);
        self.entries.insert(id, entry);
    }

    /// A row is in the store, or could not be put there. False where nothing is left of it: it never
    /// was stored, and whoever saved is told.
    pub(super) fn kept(&mut self, id: &str, ok: bool) -> bool {
        let Some(entry) = self.entries.get_mut(id) else {
            return true;
        };
        entry.in_flight = entry.in_flight.saturating_sub(1);
        entry.stored |= ok;
        if !entry.may_leave() && entry.in_flight == 0 {
            self.entries.remove(id);
            return false;
        }
        true
    }

    /// Whether something waits here that nobody else has. A store that takes nothing must not keep the version out that
    /// may mend it, but what is on its way is waited for.
    pub(super) fn is_unsaved(&self) -> bool {
        self.entries
            .values()
            .any(|entry| !entry.stored && (!entry.goes_unstored() || entry.flight != Flight::Idle))
    }

    /// The entries whose turn it is, the oldest first.
    pub(super) fn due(&self, now: Now) -> Vec<&OutboxRow> {
        let mut due: Vec<&OutboxRow> = self
            .entries
            .values()
            .filter(|entry| {
                entry.may_leave()
                    && entry.flight == Flight::Idle
                    && !entry.row.refused
                    && entry.row.next_at <= now.unix_ms
            })
            .map(|entry| &entry.row)
            .collect();
        due.sort_by_key(|row| row.created_at);
        due
    }

    /// Whether a note is on its way: one at a time is enough for a server that had trouble.
    pub(super) fn is_sending(&self, hooks: bool) -> bool {
        self.entries.values().any(|entry| {
            entry.flight != Flight::Idle
                && matches!(entry.row.item, OutboxItem::Hook { .. }) == hooks
        })
    }

    /// An attempt begins: that is stored first.
    pub(super) fn begin(&mut self, id: &str, out: &mut Out<'_>) {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.row.attempts = entry.row.attempts.saturating_add(1);
            entry.was_maybe = entry.row.maybe_done;
            entry.row.maybe_done = true;
            entry.flight = Flight::Marking;
            entry.put(DeskThen::Marked(id.to_owned()), out);
        }
    }

    /// The beginning is stored, or not: then it is another failed attempt, of which a record waits for a few.
    pub(super) fn marked(&mut self, id: &str, ok: bool, out: &mut Out<'_>) {
        let Some(entry) = self.entries.get_mut(id) else {
            return;
        };
        entry.stored |= ok;
        if entry.flight != Flight::Marking {
            return;
        }
        if ok || entry.goes_unstored() {
            entry.flight = Flight::Marked;
        } else {
            entry.flight = Flight::Idle;
            entry.row.maybe_done = entry.was_maybe;
            entry.row.next_at = RETRY.next(entry.row.attempts, None, out);
        }
    }

    /// The next attempt that may leave, and whether an earlier one may have arrived.
    pub(super) fn next_marked(&self) -> Option<(&OutboxRow, bool)> {
        self.entries
            .values()
            .find(|entry| entry.flight == Flight::Marked)
            .map(|entry| (&entry.row, entry.was_maybe))
    }

    /// It leaves, in this version.
    pub(super) fn leaves(&mut self, id: &str, version: u32) {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.flight = Flight::Sending(version);
        }
    }

    /// Nobody waits for its answer any more; it may have arrived.
    pub(super) fn abandon(&mut self, id: &str) {
        if let Some(entry) = self.entries.get_mut(id)
            && entry.flight != Flight::Idle
        {
            entry.flight = Flight::Idle;
        }
    }

    /// It was not sent after all, and no attempt counts.
    pub(super) fn put_back(&mut self, id: &str, out: &mut Out<'_>) {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.flight = Flight::Idle;
            entry.row.maybe_done = entry.was_maybe;
            entry.row.attempts = entry.row.attempts.saturating_sub(1);
            entry.put(DeskThen::Quiet, out);
        }
    }

    /// The version that an attempt under way sends.
    pub(super) fn version_of(&self, id: &str) -> Option<(CallId, u32)> {
        let entry = self.entries.get(id)?;
        match entry.flight {
            Flight::Sending(version) => Some((entry.row.call.clone(), version)),
            Flight::Idle | Flight::Marking | Flight::Marked => None,
        }
    }

    /// The other side has it. Where more has been typed since, that is what waits now.
    pub(super) fn arrived(&mut self, id: &str, out: &mut Out<'_>) {
        let Some(mut entry) = self.entries.remove(id) else {
            return;
        };
        match (entry.flight, &entry.row.item) {
            (Flight::Sending(sent), OutboxItem::Note { version }) if *version > sent => {
                entry.flight = Flight::Idle;
                entry.was_maybe = false;
                entry.row.maybe_done = false;
                entry.row.attempts = 0;
                entry.row.problem = None;
                entry.row.next_at = out.now.unix_ms + SETTLE_MS;
                entry.keep(out);
                self.entries.insert(id.to_owned(), entry);
            }
            _ => out.store(StoreOp::DeleteOutbox(id.to_owned()), DeskThen::Quiet),
        }
    }

    /// It did not get there, or nobody knows.
    pub(super) fn failed(&mut self, id: &str, error: &ApiError, out: &mut Out<'_>) {
        let Some(entry) = self.entries.get_mut(id) else {
            return;
        };
        let was_sent = matches!(entry.flight, Flight::Sending(_));
        let more_typed = match (entry.flight, &entry.row.item) {
            (Flight::Sending(sent), OutboxItem::Note { version }) => *version > sent,
            _ => false,
        };
        let row = &mut entry.row;
        row.maybe_done = entry.was_maybe || error.maybe_done && was_sent;
        row.problem = Some(error.problem);
        let patient = error.problem == ProviderProblem::NotFound && row.attempts < PATIENCE;
        let passes = error.is_passing()
            || is_of_session(error.problem)
            || error.problem == ProviderProblem::NoBalance
            || patient
            || more_typed;
        row.refused = !passes;
        row.next_at = RETRY.next(row.attempts, error.retry_after, out);
        entry.flight = Flight::Idle;
        entry.put(DeskThen::Quiet, out);
    }

    /// The provider has not told yet which of its calls this is. It is asked so often, and not for ever.
    pub(super) fn unknown_call(&mut self, id: &str, out: &mut Out<'_>) {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.row.attempts = entry.row.attempts.saturating_add(1);
        }
        self.failed(id, &ApiError::new(ProviderProblem::NotFound), out);
    }

    /// What was asked before sending said that nothing of it had arrived.
    pub(super) fn has_not_arrived(&mut self, id: &str) {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.was_maybe = false;
        }
    }

    /// The circumstances are better now: what waits needs not wait any longer, unless the other side
    /// asked for the wait.
    pub(super) fn wake(&mut self, now: Now) {
        for entry in self.entries.values_mut() {
            let asked_for = entry.row.problem == Some(ProviderProblem::TooMany);
            if entry.row.attempts > 0 && !asked_for {
                entry.row.next_at = entry.row.next_at.min(now.unix_ms);
            }
        }
    }

    /// The provider has named the call of this note: what was given up for want of it is tried again.
    pub(super) fn call_known(&mut self, call: &CallId, out: &mut Out<'_>) {
        let Some(entry) = self.entries.get_mut(&note_id(call)) else {
            return;
        };
        if entry.row.problem == Some(ProviderProblem::NotFound) && entry.flight == Flight::Idle {
            entry.row.refused = false;
            entry.row.attempts = 0;
            entry.row.next_at = out.now.unix_ms;
            entry.put(DeskThen::Quiet, out);
        }
    }

    /// Forgets records of calls that began to wait before this (Unix ms); one on its way is left to arrive.
    pub(super) fn forget_hooks(&mut self, before: u64, out: &mut Out<'_>) {
        let is_old = |entry: &Entry| entry.flight == Flight::Idle && entry.row.created_at < before;
        self.forget_hooks_where(is_old, out);
    }

    /// Their address is gone: one on its way there does not go to another if it fails.
    pub(super) fn forget_all_hooks(&mut self, out: &mut Out<'_>) {
        self.forget_hooks_where(|_| true, out);
    }

    fn forget_hooks_where(&mut self, forgotten: impl Fn(&Entry) -> bool, out: &mut Out<'_>) {
        let hooks = self
            .entries
            .values()
            .filter(|entry| matches!(entry.row.item, OutboxItem::Hook { .. }) && forgotten(entry));
        let ids: Vec<_> = hooks.map(|entry| entry.row.id.clone()).collect();
        for id in ids {
            self.drop(&id, out);
        }
    }

    /// The person wants it now, and what was refused once more.
    pub(super) fn send_now(&mut self, out: &mut Out<'_>) {
        for entry in self.entries.values_mut() {
            if entry.flight == Flight::Idle {
                entry.row.next_at = out.now.unix_ms;
                if entry.row.refused {
                    entry.row.refused = false;
                    entry.row.attempts = 0;
                    entry.put(DeskThen::Quiet, out);
                }
            }
        }
    }

    /// It is not to be sent any more.
    pub(super) fn drop(&mut self, id: &str, out: &mut Out<'_>) {
        if self.entries.remove(id).is_some() {
            out.store(StoreOp::DeleteOutbox(id.to_owned()), DeskThen::Quiet);
        }
    }

    /// Every entry whose item is a note, as it stands here.
    pub(super) fn notes(&self) -> Vec<(String, CallId, u32)> {
        self.entries
            .values()
            .filter_map(|entry| match entry.row.item {
                OutboxItem::Note { version } => {
                    Some((entry.row.id.clone(), entry.row.call.clone(), version))
                }
                OutboxItem::Hook { .. } => None,
            })
            .collect()
    }

    pub(super) fn get(&self, id: &str) -> Option<&OutboxRow> {
        self.entries.get(id).map(|entry| &entry.row)
    }

    /// Where the note of a call is; none where it does not wait.
    pub(super) fn note_state(&self, call: &CallId) -> Option<NoteState> {
        let entry = self.entries.get(&note_id(call))?;
        let row = &entry.row;
        // That it waits is said when it would be there after the browser was killed.
        if entry.in_flight > 0 {
            return Some(NoteState::Sending);
        }
        Some(match (entry.flight, row.problem) {
            (Flight::Idle, Some(problem)) if row.refused => NoteState::Refused { problem },
            (Flight::Idle, problem) => NoteState::Waiting {
                attempts: row.attempts,
                next_at: row.next_at,
                problem,
            },
            (Flight::Marking | Flight::Marked | Flight::Sending(_), _) => NoteState::Sending,
        })
    }

    /// As somebody sees it to whom the notes about some calls do not belong.
    pub(super) fn view(&self, is_of_other: impl Fn(&CallId) -> bool) -> OutboxView {
        let mut view = OutboxView::default();
        for Entry { row, flight, .. } in self.entries.values() {
            if matches!(row.item, OutboxItem::Note { .. }) && is_of_other(&row.call) {
                view.of_others += 1;
            } else if row.refused {
                view.refused += 1;
            } else {
                view.waiting += 1;
                if *flight == Flight::Idle && row.attempts > 0 {
                    let next_at = view.next_at.unwrap_or(row.next_at);
                    view.next_at = Some(next_at.min(row.next_at));
                }
            }
        }
        view
    }

    /// When something is due that is not already: that waits for an event, not for time.
    pub(super) fn poll_timeout(&self, now: u64) -> Option<u64> {
        self.entries
            .values()
            .filter(|entry| entry.flight == Flight::Idle && !entry.row.refused)
            .map(|entry| entry.row.next_at)
            .filter(|at| *at > now)
            .min()
    }
}

fn new_entry(
    id: &str,
    call: &CallId,
    item: OutboxItem,
    next_at: u64,
    maybe_done: bool,
    now: Now,
) -> Entry {
    Entry {
        row: OutboxRow {
            id: id.to_owned(),
            call: call.clone(),
            item,
            attempts: 0,
            next_at,
            problem: None,
            refused: false,
            maybe_done,
            created_at: now.unix_ms,
        },
        flight: Flight::Idle,
        stored: false,
        in_flight: 0,
        was_maybe: maybe_done,
    }
}
