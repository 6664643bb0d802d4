//! What is kept on this computer.

use alo_protocol::{
    CallId, Direction, NoteContent, NoteState, Owner, ProviderProblem, ProviderSignIn,
};
use alo_providers::api::{DialSetup, StoredToken};
use serde::{Deserialize, Serialize};

/// The provider signed in at; holds secrets and is stored sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredProvider {
    /// With what.
    pub sign_in: ProviderSignIn,
    /// The last session.
    #[serde(default)]
    pub token: Option<StoredToken>,
    /// See [`DialSetup`].
    #[serde(default)]
    pub dial: DialSetup,
    /// Numbers are hidden from this agent.
    #[serde(default)]
    pub masked: bool,
    /// The SIP account in use is the one that it named.
    #[serde(default)]
    pub registered: bool,
    /// Chosen to call from.
    #[serde(default)]
    pub hotline: Option<String>,
    /// Whose SIP account is in use until this one's is.
    #[serde(default)]
    pub former: Option<Former>,
}

/// The provider signed in at before, as far as calls by its SIP account need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Former {
    /// Whose calls these are.
    pub owner: Owner,
    /// See [`DialSetup`].
    #[serde(default)]
    pub dial: DialSetup,
    /// Numbers are hidden from this agent.
    #[serde(default)]
    pub masked: bool,
    /// Chosen to call from.
    #[serde(default)]
    pub hotline: Option<String>,
}

/// What was typed about one call. Key: `call`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NoteRow {
    /// Of which call.
    pub call: CallId,
    /// What.
    pub content: NoteContent,
    /// Where it is.
    pub state: NoteState,
    /// The form is on screen.
    pub open: bool,
    /// The call is over.
    pub call_over: bool,
    /// Somebody talked in it; only then must required fields be filled.
    #[serde(default)]
    pub answered: bool,
    /// The call's id at the provider, once known.
    pub provider_id: Option<String>,
    /// Whose call it was: only a session of the same sends it.
    pub owner: Owner,
    /// See [`Direction`].
    pub direction: Direction,
    /// The other party.
    pub number: String,
    /// Its name.
    pub name: Option<String>,
    /// When the call began, Unix ms.
    pub started_at: u64,
    /// Grows with each change of the content.
    pub version: u32,
    /// The version that the provider has.
    #[serde(default)]
    pub sent: Option<u32>,
}

/// What waits to be sent. Key: `id`; deleted when the other side has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutboxRow {
    /// Also the idempotency key.
    pub id: String,
    /// About which call.
    pub call: CallId,
    /// What.
    pub item: OutboxItem,
    /// So far.
    pub attempts: u32,
    /// Unix ms.
    pub next_at: u64,
    /// What the last attempt met.
    pub problem: Option<ProviderProblem>,
    /// Waiting does not cure it.
    pub refused: bool,
    /// An attempt may have arrived although its answer did not.
    pub maybe_done: bool,
    /// Unix ms.
    pub created_at: u64,
}

/// What is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum OutboxItem {
    /// The note of the call, in this version; its content is in the [`NoteRow`].
    Note {
        /// [`NoteRow::version`] that was saved.
        version: u32,
    },
    /// The record of the call for the company's own address.
    Hook {
        /// JSON, as it is signed.
        body: String,
    },
}

/// A contact of this computer. Key: `id`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContactRow {
    /// Random.
    pub id: String,
    /// Cleaned, at most 64 characters.
    pub name: String,
    /// As in the file, at most 8.
    pub numbers: Vec<String>,
    /// Company.
    pub detail: Option<String>,
    /// At most 512 characters.
    pub note: Option<String>,
}
