//! What is typed about calls.

use alo_protocol::{CallId, Command, NOTE_FIELD, NoteChange};

/// A change, typed over whatever is there.
pub fn change(call: &CallId, change: NoteChange) -> Command {
    Command::EditNote {
        call: call.clone(),
        change,
        over: Vec::new(),
    }
}

/// Something typed into this field.
pub fn typed_into(call: &CallId, field: &str, value: &str) -> Command {
    let (field, value) = (field.to_owned(), value.to_owned());
    change(call, NoteChange::Value { field, value })
}

/// The same in the field that every form without fields of its own has.
pub fn typed(call: &CallId, value: &str) -> Command {
    typed_into(call, NOTE_FIELD, value)
}
