//! What is typed about calls: kept as it is typed, shown while its form is open.
//!
//! A note is a draft until it is saved once. From then on every change of it is sent by itself, so that
//! what stands here and what the provider has do not come apart.

use std::collections::BTreeMap;

use alo_protocol::{
    CallId, FormSchema, HistoryRow, NoteChange, NoteContent, NoteState, NoteView, Refusal, RowNote,
};

use super::{CallNow, DeskThen, NoteRow, Out, Owner, form};
use crate::{Now, StoreOp};

/// How long to wait, in milliseconds, before a row is put again that could not be kept.
pub(crate) const KEEP_AGAIN_MS: u64 = 5_000;
/// Notes that are held here; beyond, the oldest that wait for nothing are forgotten.
const MOST: usize = 5_000;

/// A note, and how far it has got into the store.
#[derive(Debug)]
struct Note {
    row: NoteRow,
    /// Changes of the store under way.
    in_flight: u32,
    /// The store has some version of it.
    kept: bool,
    /// The newest version could not be kept, and when that is tried again, Unix ms.
    again_at: Option<u64>,
    /// A person has opened it, or gone into it: it goes only when it is closed, whatever becomes of its call.
    wanted: bool,
}

impl Note {
    fn new(row: NoteRow) -> Self {
        Self {
            row,
            in_flight: 0,
            kept: false,
            again_at: None,
            wanted: false,
        }
    }

    fn put(&mut self, out: &mut Out<'_>) {
        self.in_flight += 1;
        self.kept = true;
        self.again_at = None;
        let then = DeskThen::Note(self.row.call.clone(), self.row.version);
        out.store(StoreOp::PutNote(Box::new(self.row.clone())), then);
    }

    /// A call that nobody talked in has nothing that must be written about it.
    fn is_free(&self) -> bool {
        self.row.call_over && !self.row.answered
    }

    /// Required fields that hold the form.
    fn missing(&self, schema: &FormSchema) -> Vec<String> {
        if self.is_free() {
            return Vec::new();
        }
        form::missing(schema, &self.row.content)
    }

    fn is_held(&self, schema: &FormSchema) -> bool {
        self.row.call_over && !self.missing(schema).is_empty()
    }

    fn is_untouched(&self) -> bool {
        form::is_empty(&self.row.content)
            && self.row.sent.is_none()
            && self.row.state == NoteState::Draft
    }
}

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    notes: BTreeMap<CallId, Note>,
}

impl Notes {
    /// Takes in the stored rows. No call is up when a phone starts.
    pub(super) fn load(&mut self, rows: Vec<NoteRow>, out: &mut Out<'_>) {
        for mut row in rows {
            let died_in_call = !row.call_over;
            row.call_over = true;
            let mut note = Note::new(row);
            note.kept = true;
            if died_in_call {
                note.row.open = true;
                note.put(out);
            }
            self.notes.insert(note.row.call.clone(), note);
        }
    }

    /// A call has begun: its form opens.
    pub(super) fn begin(
        &mut self,
        call: &CallNow,
        owner: Owner,
        schema: &FormSchema,
        out: &mut Out<'_>,
    ) {
        if self.notes.contains_key(&call.id) {
            return;
        }
        self.make_room(out);
        let mut note = Note::new(NoteRow {
            call: call.id.clone(),
            content: NoteContent::default(),
            state: NoteState::Draft,
            open: true,
            call_over: false,
            answered: false,
            provider_id: call.provider_id.clone(),
            owner,
            direction: call.direction,
            number: call.number.clone(),
            name: call.name.clone(),
            started_at: call.started_at,
            version: 0,
            sent: None,
        });
        // A form that must be filled is there after a crash, too.
        if form::requires(schema) {
            note.put(out);
        }
        self.notes.insert(call.id.clone(), note);
    }

    /// What is known of the call goes into its note.
    pub(super) fn follow(&mut self, call: &CallNow, schema: &FormSchema, out: &mut Out<'_>) {
        let Some(note) = self.notes.get_mut(&call.id) else {
            return;
        };
        let before = note.row.clone();
        let row = &mut note.row;
        row.call_over = call.end.is_some();
        row.answered = call.answered_at.is_some();
        row.number.clone_from(&call.number);
        row.name.clone_from(&call.name);
        if call.provider_id.is_some() {
            row.provider_id.clone_from(&call.provider_id);
        }
        if note.is_held(schema) {
            note.row.open = true;
        }
        if note.row != before && note.kept {
            note.put(out);
        }
    }

    /// The call is shown no more. A form that nobody wants, has used or has to goes with it.
    pub(super) fn dismissed(&mut self, call: &CallId, schema: &FormSchema, out: &mut Out<'_>) {
        let Some(note) = self.notes.get_mut(call) else {
            return;
        };
        note.row.call_over = true;
        if !note.wanted && note.is_untouched() && note.missing(schema).is_empty() {
            self.forget(std::slice::from_ref(call), out);
        }
    }

    /// Something was typed over what `over` says. True where it is to be sent again, because it was saved before.
    pub(super) fn edit(
        &mut self,
        call: &CallId,
        change: NoteChange,
        over: &[NoteChange],
        schema: &FormSchema,
        out: &mut Out<'_>,
    ) -> Result<bool, Refusal> {
        let note = self.notes.get_mut(call).ok_or(Refusal::NotNow)?;
        let before = note.row.content.clone();
        let change = form::beside(&before, schema, change, over);
        form::apply(&mut note.row.content, schema, change)?;
        let changed = note.row.content != before;
        if changed {
            note.row.version = note.row.version.saturating_add(1);
        }
        if changed || note.again_at.is_some() || !note.kept {
            note.put(out);
        }
        Ok(changed && note.row.state != NoteState::Draft && note.missing(schema).is_empty())
    }

    /// Puts the form of a call on screen that has a note, or gets one now.
    pub(super) fn open(&mut self, call: &CallId, out: &mut Out<'_>) -> bool {
        let Some(note) = self.notes.get_mut(call) else {
            return false;
        };
        note.wanted = true;
        if !note.row.open {
            note.row.open = true;
            if note.kept {
                note.put(out);
            }
        }
        true
    }

    /// The form of a call of the history that has no note yet.
    pub(super) fn open_row(&mut self, row: &HistoryRow, out: &mut Out<'_>) {
        self.make_room(out);
        let noted = row.note.as_ref();
        let note = Note::new(NoteRow {
            call: row.id.clone(),
            content: noted.map(|note| note.content.clone()).unwrap_or_default(),
            state: noted.map(|note| note.state.clone()).unwrap_or_default(),
            open: true,
            call_over: true,
            // It is opened of one's own accord: nothing in it is a duty.
            answered: false,
            provider_id: row.provider_id.clone(),
            // A note of nobody knows whose call stays here.
            owner: row.owner.clone().unwrap_or_default(),
            direction: row.direction,
            number: row.number.clone(),
            name: row.name.clone(),
            started_at: row.started_at,
            version: 0,
            sent: noted.map(|_| 0),
        });
        self.notes.insert(row.id.clone(), note);
    }

    /// Whether it may be saved.
    pub(super) fn check_complete(&self, call: &CallId, schema: &FormSchema) -> Result<(), Refusal> {
        let note = self.notes.get(call).ok_or(Refusal::NotNow)?;
        if note.missing(schema).is_empty() {
            Ok(())
        } else {
            Err(Refusal::FieldRequired)
        }
    }

    /// Nothing was typed that the provider has not.
    pub(super) fn is_settled(&self, call: &CallId) -> bool {
        self.notes.get(call).is_none_or(|note| {
            note.is_untouched()
                || note.row.sent == Some(note.row.version)
                || matches!(note.row.state, NoteState::Here { .. })
        })
    }

    /// Where it is now; kept with the note.
    pub(super) fn set_state(&mut self, call: &CallId, state: NoteState, out: &mut Out<'_>) {
        if let Some(note) = self.notes.get_mut(call)
            && note.row.state != state
        {
            note.row.state = state;
            note.put(out);
        }
    }

    /// The provider has this version.
    pub(super) fn sent(&mut self, call: &CallId, version: u32, out: &mut Out<'_>) {
        if let Some(note) = self.notes.get_mut(call) {
            note.row.sent = Some(version);
            if note.row.version == version {
                note.row.state = NoteState::Sent {
                    at: out.now.unix_ms,
                };
            }
            note.put(out);
        }
    }

    /// The call's id at the provider has become known.
    pub(super) fn link(&mut self, call: &CallId, provider_id: &str, out: &mut Out<'_>) {
        if let Some(note) = self.notes.get_mut(call)
            && note.row.provider_id.is_none()
        {
            note.row.provider_id = Some(provider_id.to_owned());
            if note.kept {
                note.put(out);
            }
        }
    }

    /// Stops showing the form. False where a required field of a call that is over is empty.
    pub(super) fn close(&mut self, call: &CallId, schema: &FormSchema, out: &mut Out<'_>) -> bool {
        let Some(note) = self.notes.get_mut(call) else {
            return true;
        };
        if note.is_held(schema) {
            return false;
        }
        note.wanted = false;
        if note.row.open {
            note.row.open = false;
            if note.is_untouched() && note.row.call_over {
                self.forget(std::slice::from_ref(call), out);
            } else if note.kept {
                note.put(out);
            }
        }
        true
    }

    /// Whether something of it is still wanted: it is on screen, or waits.
    pub(super) fn is_needed(&self, call: &CallId) -> bool {
        self.notes.get(call).is_some_and(|note| !may_go(&note.row))
    }

    /// Whether it is kept on this computer and at no provider.
    pub(super) fn is_only_here(&self, call: &CallId) -> bool {
        let note = self.notes.get(call);
        note.is_some_and(|note| is_only_here(&note.row))
    }

    pub(super) fn get(&self, call: &CallId) -> Option<&NoteRow> {
        self.notes.get(call).map(|note| &note.row)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &NoteRow> {
        self.notes.values().map(|note| &note.row)
    }

    /// Forgets notes that began before this, Unix ms, unless somebody still waits for them.
    pub(super) fn forget_before(&mut self, before: u64, out: &mut Out<'_>) {
        let old: Vec<CallId> = self
            .notes
            .values()
            .filter(|note| note.row.started_at < before && may_go(&note.row))
            .map(|note| note.row.call.clone())
            .collect();
        self.forget(&old, out);
    }

    fn make_room(&mut self, out: &mut Out<'_>) {
        if self.notes.len() < MOST {
            return;
        }
        let oldest = self
            .notes
            .values()
            .filter(|note| may_go(&note.row))
            // What a provider has is not lost with it.
            .min_by_key(|note| (is_only_here(&note.row), note.row.started_at))
            .map(|note| note.row.call.clone());
        self.forget(oldest.as_slice(), out);
    }

    fn forget(&mut self, calls: &[CallId], out: &mut Out<'_>) {
        let mut kept = Vec::new();
        for call in calls {
            if self.notes.remove(call).is_some_and(|note| note.kept) {
                kept.push(call.clone());
            }
        }
        if !kept.is_empty() {
            out.store(StoreOp::DeleteNotes(kept), DeskThen::Quiet);
        }
    }

    /// A version is in the store, or could not be put there.
    pub(super) fn stored(&mut self, call: &CallId, version: u32, ok: bool, now: Now) {
        let Some(note) = self.notes.get_mut(call) else {
            return;
        };
        note.in_flight = note.in_flight.saturating_sub(1);
        if ok && version == note.row.version {
            note.again_at = None;
        } else if !ok {
            note.again_at = Some(now.unix_ms + KEEP_AGAIN_MS);
        }
    }

    pub(super) fn is_unsaved(&self, schema: &FormSchema) -> bool {
        self.notes.values().any(|note| {
            // The empty form that opens with a call holds nothing that could be lost.
            let is_typed = note.row.version > 0;
            let is_stored = note.in_flight == 0 && note.again_at.is_none();
            is_typed && !is_stored || note.row.open && note.is_held(schema)
        })
    }

    /// As somebody sees them who is signed in as `owner`.
    pub(super) fn views(&self, schema: &FormSchema, owner: &Owner) -> Vec<NoteView> {
        let mut open: Vec<&Note> = self.notes.values().filter(|note| note.row.open).collect();
        open.sort_by_key(|note| (note.row.call_over, std::cmp::Reverse(note.row.started_at)));
        open.into_iter()
            .map(|note| NoteView {
                call: note.row.call.clone(),
                number: note.row.number.clone(),
                name: note.row.name.clone(),
                content: note.row.content.clone(),
                state: note.row.state.clone(),
                missing: note.missing(schema),
                is_free: note.is_free(),
                is_of_other: note.row.owner != *owner,
                call_over: note.row.call_over,
            })
            .collect()
    }

    pub(super) fn row_note(&self, call: &CallId) -> Option<RowNote> {
        let note = self.notes.get(call).filter(|note| !note.is_untouched())?;
        Some(RowNote {
            content: note.row.content.clone(),
            state: note.row.state.clone(),
        })
    }

    pub(super) fn clock_set_back(&mut self, by: u64) {
        for note in self.notes.values_mut() {
            note.again_at = note.again_at.map(|at| at.saturating_sub(by));
        }
    }

    pub(super) fn poll_timeout(&self) -> Option<u64> {
        self.notes.values().filter_map(|note| note.again_at).min()
    }

    pub(super) fn handle_timeout(&mut self, out: &mut Out<'_>) {
        let now = out.now.unix_ms;
        for note in self.notes.values_mut() {
            if note.again_at.is_some_and(|at| at <= now) {
                note.put(out);
            }
        }
    }
}

fn is_only_here(row: &NoteRow) -> bool {
    matches!(row.state, NoteState::Here { .. })
}

/// Nobody types in it, and it is on its way nowhere.
fn may_go(row: &NoteRow) -> bool {
    match row.state {
        NoteState::Sent { .. } | NoteState::Here { .. } => !row.open,
        NoteState::Draft
        | NoteState::Waiting { .. }
        | NoteState::Sending
        | NoteState::Refused { .. } => false,
    }
}
