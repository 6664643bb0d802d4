//! Calls of an account whose provider hides numbers, once somebody else, or nobody, is signed in: who was not shown
//! them gets to see them by no change of the account.

use alo_numbers::Mask;
use alo_protocol::{CallId, HistoryRow, MaskFormat, NoteView, Owner};

use crate::history::History;

/// What there is to hide from whoever is signed in now.
pub(crate) struct Hidden<'a> {
    history: &'a History,
    owner: Owner,
}

impl<'a> Hidden<'a> {
    pub(crate) fn from(owner: Owner, history: &'a History) -> Self {
        Self { history, owner }
    }

    /// Whether a row is one of these.
    pub(crate) fn has(&self, row: &HistoryRow) -> bool {
        row.hidden && row.owner.as_ref() != Some(&self.owner)
    }

    /// Whether the row of a call is.
    pub(crate) fn has_call(&self, call: &CallId) -> bool {
        self.history.row(call).is_some_and(|row| self.has(row))
    }

    /// Whether any row is.
    pub(crate) fn is_any(&self) -> bool {
        self.history.rows().iter().any(|row| self.has(row))
    }

    /// The row as it may be told.
    pub(crate) fn row(&self, row: &mut HistoryRow) {
        row.hidden = self.has(row);
        if !row.hidden {
            return;
        }
        party(&mut row.number, &mut row.name);
        if let Some(end) = &mut row.end {
            // They are the other side's words, and may hold its number.
            (end.reason, end.reason_header) = (None, None);
        }
        if let Some(note) = &mut row.note {
            let content = &mut note.content;
            let typed = content.values.values_mut().chain(&mut content.tags);
            let typed = typed.chain(&mut content.disposition);
            typed.chain([&mut content.report]).for_each(words);
        }
    }

    /// The form of a call as it may be told.
    pub(crate) fn form(&self, form: &mut NoteView) {
        if self.has_call(&form.call) {
            party(&mut form.number, &mut form.name);
        }
    }
}

fn party(number: &mut String, name: &mut Option<String>) {
    if let Some(mask) = usual() {
        *number = mask.apply(number);
    }
    name.iter_mut().for_each(words);
}

fn words(words: &mut String) {
    if let Some(mask) = usual() {
        *words = mask.in_words(words);
    }
}

fn usual() -> Option<Mask> {
    Mask::of(&MaskFormat::usual())
}
