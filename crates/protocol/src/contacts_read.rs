//! What became of a file of contacts.

use serde::{Deserialize, Serialize};

/// How many contacts a file had, and what of it is not kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContactsRead {
    /// Contacts that were not on this computer.
    pub added: u32,
    /// Contacts that were, and are now as the file has them.
    pub replaced: u32,
    /// Rows or cards of a contact that stands in the file before; taken together with it.
    pub repeated: u32,
    /// Rows or cards left out because no number in them can be dialled.
    pub no_number: Places,
    /// Rows or cards left out because they have no name, or end in the middle.
    pub no_name: Places,
    /// Numbers left out of contacts that were taken: they cannot be dialled, or are too many.
    pub numbers: Places,
    /// Rows or cards left out because letters of the name were lost before it came here: a question mark
    /// or U+FFFD stands for them.
    pub lost_letters: Places,
    /// Contacts with a text that was longer than is kept, and was cut.
    pub cut: Places,
    /// Contacts beyond those that are read of one file.
    pub beyond_file: u32,
    /// New contacts for which there was no room any more.
    pub no_room: u32,
}

/// Where something happened in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Places {
    /// How often.
    pub count: u32,
    /// The first of them: the row of the table as a spreadsheet counts it (the headings are row 1), or
    /// the card, from 1. 0 where there is none.
    pub first: u32,
}

impl Places {
    /// Once more, in this row or card.
    pub fn add(&mut self, place: u32) {
        if self.count == 0 {
            self.first = place;
        }
        self.count = self.count.saturating_add(1);
    }
}
