//! The provider's list of calls beside our own: the same call stands in the history once.

use alo_protocol::{
    CallId, Direction, EndCause, EndView, HistoryRow, NOTE_FIELD, NoteContent, NoteState,
    ProviderKind, RowNote,
};
use alo_providers::api::{ProviderCall, SavedNote};

use crate::desk::number_key;
use crate::history::History;

/// The provider's clock and ours may tell the beginning of a call so far apart, in milliseconds.
const SAME_CALL_MS: u64 = 60_000;

/// What a merge has changed.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// Rows to be stored.
    pub(crate) rows: Vec<HistoryRow>,
    /// Calls of ours whose id at the provider has become known.
    pub(crate) linked: Vec<(CallId, String)>,
}

impl History {
    /// What the provider's list tells that the history does not. Calls that began before `from`, Unix
    /// ms, are not kept.
    pub(crate) fn merge(&self, kind: ProviderKind, calls: Vec<ProviderCall>, from: u64) -> Merged {
        let mut merged = Merged::default();
        for call in calls.into_iter().filter(|call| call.started_at >= from) {
            let taken = |row: &HistoryRow| merged.rows.iter().any(|known| known.id == row.id);
            let known = self.rows().iter().find(|row| {
                row.provider_id.as_ref() == Some(&call.provider_id)
                    || row.provider_id.is_none() && is_same(row, &call) && !taken(row)
            });
            let row = match known {
                Some(known) => completed(known, &call),
                None => new_row(kind, &call),
            };
            if known == Some(&row) || merged.rows.iter().any(|other| other.id == row.id) {
                continue;
            }
            if known.is_some_and(|known| known.provider_id.is_none()) {
                merged.linked.push((row.id.clone(), call.provider_id));
            }
            merged.rows.push(row);
        }
        merged
    }
}

/// Whether a call without an id is likely to be this one of the provider's.
fn is_same(row: &HistoryRow, call: &ProviderCall) -> bool {
    row.direction == call.direction
        && row.started_at.abs_diff(call.started_at) <= SAME_CALL_MS
        && number_key(&row.number).is_some()
        && number_key(&row.number) == number_key(&call.number)
}

/// Our own row knows better how the call went; the provider knows name, hotline and what was noted
/// elsewhere.
fn completed(row: &HistoryRow, call: &ProviderCall) -> HistoryRow {
    let mut row = row.clone();
    row.provider_id = Some(call.provider_id.clone());
    row.name = row.name.or_else(|| call.name.clone());
    row.hotline = row.hotline.or_else(|| call.hotline.clone());
    let there = call.note.as_ref().and_then(|note| noted(note, call));
    row.note = there.or(row.note);
    row
}

fn new_row(kind: ProviderKind, call: &ProviderCall) -> HistoryRow {
    let at = call
        .ended_at
        .or(call.answered_at)
        .unwrap_or(call.started_at);
    let cause = match (call.answered_at, call.direction) {
        (Some(_), _) => EndCause::HungUp,
        (None, Direction::Incoming) => EndCause::Missed,
        (None, Direction::Outgoing) => EndCause::NoAnswer,
    };
    HistoryRow {
        id: CallId(format!("{}-{}", prefix(kind), call.provider_id)),
        direction: call.direction,
        number: call.number.clone(),
        name: call.name.clone(),
        started_at: call.started_at,
        answered_at: call.answered_at,
        end: Some(EndView {
            cause,
            code: None,
            reason: None,
            reason_header: None,
            at,
        }),
        // Whoever was called on another device is told there.
        unseen: false,
        provider_id: Some(call.provider_id.clone()),
        hotline: call.hotline.clone(),
        note: call.note.as_ref().and_then(|note| noted(note, call)),
        elsewhere: true,
    }
}

fn noted(note: &SavedNote, call: &ProviderCall) -> Option<RowNote> {
    if note.text.trim().is_empty() && note.tags.is_empty() {
        return None;
    }
    let mut content = NoteContent {
        tags: note.tags.clone(),
        ..NoteContent::default()
    };
    if !note.text.trim().is_empty() {
        content
            .values
            .insert(NOTE_FIELD.to_owned(), note.text.clone());
    }
    let at = call.ended_at.unwrap_or(call.started_at);
    Some(RowNote {
        content,
        state: NoteState::Sent { at },
    })
}

fn prefix(kind: ProviderKind) -> &'static str {
    match kind {
        ProviderKind::PlainSip => "sip",
        ProviderKind::Omicall => "omicall",
        ProviderKind::Bizfly => "bizfly",
        ProviderKind::Vbot => "vbot",
    }
}
