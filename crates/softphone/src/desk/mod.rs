//! The work around the calls: session at the provider, contacts, notes and their way out, the call hook.

mod rows;

pub use rows::{ContactRow, NoteRow, OutboxItem, OutboxRow, StoredProvider};
