//! The work around a call: who it is, what was said, and where that is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{CallId, ProviderProblem, Secret};

/// Most fields of a form.
pub const MAX_FIELDS: usize = 20;
/// Longest label of a field, name of a button, or way to sum up a call, in characters.
pub const MAX_LABEL: usize = 64;
/// Longest text that is shown in an empty field, in characters.
pub const MAX_PLACEHOLDER: usize = 128;
/// Most ways in which a call may be summed up.
pub const MAX_DISPOSITIONS: usize = 50;
/// Days that history and notes may be kept.
pub const KEEP_DAYS: std::ops::RangeInclusive<u16> = 1..=3650;
/// Most ids of fields that are remembered as used, see [`FormSchema::retired`].
pub const MAX_RETIRED: usize = 500;
/// Longest value of one field, in characters.
pub const MAX_VALUE: usize = 4_000;
/// Most tags of a note, and longest of them in characters.
pub const MAX_TAGS: usize = 20;
/// See [`MAX_TAGS`].
pub const MAX_TAG: usize = 64;
/// The field that every form without fields of its own has.
pub const NOTE_FIELD: &str = "note";

/// One field of the form, as OmiCall's `forms` writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FormField {
    /// Names the value; letters, digits, `_` and `-`, at most 64.
    pub id: String,
    /// For a person; empty: none. At most [`MAX_LABEL`].
    pub label: String,
    /// Shown while it is empty; at most [`MAX_PLACEHOLDER`].
    pub plh: String,
    /// Several lines.
    pub multiline: bool,
    /// The form cannot be closed while it is empty.
    pub required: bool,
    /// `full`, `half` or `third` of the width; anything else is `full`.
    pub class_name: String,
    /// In pixels, 20–400; 0: by itself.
    pub height: u16,
}

/// What is asked for about a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FormSchema {
    /// At most [`MAX_FIELDS`]; empty: one field named [`NOTE_FIELD`].
    pub fields: Vec<FormField>,
    /// Name of the button that closes the form.
    pub btn_close_text: String,
    /// How a call may be summed up, at most [`MAX_DISPOSITIONS`]; empty: not asked.
    pub dispositions: Vec<String>,
    /// Stars from 1 to 5 and a report may be given (Bizfly).
    pub rating: bool,
    /// Ids of fields that the form once had, at most [`MAX_RETIRED`]: notes still name them, so no new
    /// field gets one of them.
    pub retired: Vec<String>,
}

impl FormSchema {
    /// The retired ids of a form that takes this one's place, the oldest first.
    #[must_use]
    pub fn retired_by(&self, next: &[FormField]) -> Vec<String> {
        let own = self.fields.iter().map(|field| &field.id);
        let mut retired: Vec<String> = Vec::new();
        for id in self.retired.iter().chain(own) {
            if !retired.contains(id) && !next.iter().any(|field| field.id == *id) {
                retired.push(id.clone());
            }
        }
        retired.drain(..retired.len().saturating_sub(MAX_RETIRED));
        retired
    }
}

/// What was typed about a call (also the row in IndexedDB).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NoteContent {
    /// By id of the field.
    pub values: BTreeMap<String, String>,
    /// Labels.
    pub tags: Vec<String>,
    /// One of [`FormSchema::dispositions`].
    pub disposition: Option<String>,
    /// 1–5.
    pub rating: Option<u8>,
    /// Beside the rating.
    pub report: String,
}

impl NoteContent {
    /// Every text of it, for whoever has something to hide in them. Each field is named, so that a new one is decided
    /// about.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let Self {
            values,
            tags,
            disposition,
            rating: _,
            report,
        } = self;
        let words = values.values_mut().chain(tags).chain(disposition);
        words.chain([report])
    }
}

/// A change of what was typed: each is stored before it is acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NoteChange {
    /// Of a field.
    Value {
        /// Its id.
        field: String,
        /// Whole, at most [`MAX_VALUE`] characters.
        value: String,
    },
    /// All labels.
    Tags {
        /// At most [`MAX_TAGS`].
        tags: Vec<String>,
    },
    /// How the call is summed up.
    Disposition {
        /// None: not yet.
        disposition: Option<String>,
    },
    /// Stars.
    Rating {
        /// 1–5.
        rating: Option<u8>,
    },
    /// Beside the stars.
    Report {
        /// Whole, at most [`MAX_VALUE`] characters.
        report: String,
    },
}

/// Where a note is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NoteState {
    /// Typed and stored on this computer; it is sent when it is saved.
    #[default]
    Draft,
    /// Saved; it waits for its turn or its next attempt.
    Waiting {
        /// Attempts so far.
        attempts: u32,
        /// When the next one is, Unix ms.
        next_at: u64,
        /// What the last one met.
        problem: Option<ProviderProblem>,
    },
    /// On its way.
    Sending,
    /// The provider has it.
    Sent {
        /// Unix ms.
        at: u64,
    },
    /// The provider does not take it, and waiting does not cure that.
    Refused {
        /// Why.
        problem: ProviderProblem,
    },
    /// Saved on this computer, where it stays: the provider takes no notes, or there is none.
    Here {
        /// Unix ms.
        at: u64,
    },
}

/// A form on screen: opened with its call, or from the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NoteView {
    /// Of which call.
    pub call: CallId,
    /// The other party, as in the call's own view.
    pub number: String,
    /// Its name.
    pub name: Option<String>,
    /// What was typed.
    pub content: NoteContent,
    /// See [`NoteState`].
    pub state: NoteState,
    /// Required fields that are still empty.
    pub missing: Vec<String>,
    /// Nothing has to be written: nobody talked in the call.
    pub is_free: bool,
    /// The call was made or taken by another account than the one in use: the note waits until that one is back.
    pub is_of_other: bool,
    /// The call is over.
    pub call_over: bool,
}

/// Somebody known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContactView {
    /// Unique among those found together.
    pub id: String,
    /// Name; at most 64 characters.
    pub name: String,
    /// Company, or what else tells two of the same name apart; at most 64 characters.
    pub detail: Option<String>,
    /// What is noted about the person; at most 512 characters.
    pub note: Option<String>,
}

/// Who the other party of a call may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContactsView {
    /// Being looked up (OmiCall `showContactLoading`).
    pub loading: bool,
    /// At most 8.
    pub found: Vec<ContactView>,
    /// Id of the one it is; with one found it is chosen.
    pub chosen: Option<String>,
}

/// When the page of the customer is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PopAt {
    /// Never by itself.
    #[default]
    Never,
    /// When it rings.
    Ring,
    /// When the call is answered.
    Answer,
}

/// The CRM's page of whoever calls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ScreenPop {
    /// `https:` address (or `http:` to loopback) with `{e164}`, `{national}`, `{name}`, `{callid}`.
    pub url: String,
    /// For calls that come.
    pub incoming: PopAt,
    /// For calls that are made.
    pub outgoing: PopAt,
}

/// Where the record of each call goes, too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CallHook {
    /// `https:` address (or `http:` to loopback); empty: none.
    pub url: String,
    /// Key of the HMAC-SHA-256 signature; empty: unsigned. Views see it empty.
    pub secret: Secret,
}

/// Settings of the work around a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WorkSettings {
    /// See [`FormSchema`].
    pub form: FormSchema,
    /// See [`ScreenPop`].
    pub screen_pop: ScreenPop,
    /// See [`CallHook`]; an empty secret keeps the stored one while the address is unchanged.
    pub hook: CallHook,
    /// The form opens with each call by itself.
    pub form_opens: bool,
    /// History and notes are forgotten after so many days, see [`KEEP_DAYS`].
    pub keep_days: u16,
}

impl Default for WorkSettings {
    fn default() -> Self {
        Self {
            form: FormSchema::default(),
            screen_pop: ScreenPop::default(),
            hook: CallHook::default(),
            form_opens: true,
            keep_days: 365,
        }
    }
}

/// What waits to be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OutboxView {
    /// Notes and records that wait for an attempt, or are on their way.
    pub waiting: u32,
    /// Those that the other side does not take.
    pub refused: u32,
    /// When what has failed is tried again, Unix ms; none where no attempt has.
    pub next_at: Option<u64>,
    /// Notes that wait until the account is signed in whose calls they are about; not among the others.
    pub of_others: u32,
}

/// How contacts are written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ContactFormat {
    /// RFC 6350 and the versions before.
    Vcard,
    /// RFC 4180, with a header row.
    Csv,
}

/// What can be written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ExportKind {
    /// History with notes, RFC 4180.
    HistoryCsv,
    /// The same as JSON.
    HistoryJson,
    /// Contacts of this computer, RFC 6350.
    ContactsVcard,
}
