//! Hides the numbers in rows of an account whose provider hides them, when somebody else or nobody is signed
//! in: signing out or changing the account must not reveal them.

use alo_numbers::Mask;
use alo_protocol::{CallId, HistoryRow, MaskFormat, NoteView, Owner};

use crate::history::History;

/// Tells which rows are hidden from the person who is signed in now, and masks them.
pub(crate) struct Hidden<'a> {
    history: &'a History,
    owner: Owner,
}

impl<'a> Hidden<'a> {
    pub(crate) fn from(owner: Owner, history: &'a History) -> Self {
        Self { history, owner }
    }

    /// Whether a row is hidden.
    pub(crate) fn hides(&self, row: &HistoryRow) -> bool {
        row.hidden && row.owner.as_ref() != Some(&self.owner)
    }

    /// Whether the row of a call is hidden.
    pub(crate) fn hides_call(&self, call: &CallId) -> bool {
        self.history.row(call).is_some_and(|row| self.hides(row))
    }

    /// Whether any row is hidden.
    pub(crate) fn hides_any(&self) -> bool {
        self.history.rows().iter().any(|row| self.hides(row))
    }

    /// Masks a row, if it is hidden.
    pub(crate) fn mask_row(&self, row: &mut HistoryRow) {
        row.hidden = self.hides(row);
        if !row.hidden {
            return;
        }
        mask_party(&mut row.number, &mut row.name);
        if let Some(end) = &mut row.end {
            // The far end wrote them: they may contain its number.
            (end.reason, end.reason_header) = (None, None);
        }
        if let Some(note) = &mut row.note {
            note.content.texts_mut().for_each(mask_words);
        }
    }

    /// Masks the form of a call, if its row is hidden.
    pub(crate) fn mask_form(&self, form: &mut NoteView) {
        if self.hides_call(&form.call) {
            mask_party(&mut form.number, &mut form.name);
        }
    }
}

fn mask_party(number: &mut String, name: &mut Option<String>) {
    if let Some(mask) = default_mask() {
        *number = mask.apply(number);
    }
    name.iter_mut().for_each(mask_words);
}

fn mask_words(text: &mut String) {
    if let Some(mask) = default_mask() {
        *text = mask.in_words(text);
    }
}

fn default_mask() -> Option<Mask> {
    Mask::of(&MaskFormat::usual())
}
