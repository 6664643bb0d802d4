//! What can be asked of a provider and what it answers, in the same words for all of them.

use alo_protocol::{Direction, ProviderProblem, Secret, SipAccount};
use serde::{Deserialize, Serialize};

/// What this provider can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// [`Ask::Hotlines`].
    pub hotlines: bool,
    /// [`Ask::Contact`].
    pub contacts: bool,
    /// [`Ask::History`].
    pub history: bool,
    /// [`Ask::SaveNote`].
    pub notes: bool,
    /// [`Ask::ReadNote`].
    pub read_notes: bool,
    /// [`Ask::Tags`].
    pub tags: bool,
    /// [`Ask::Quality`].
    pub quality: bool,
}

/// A session that outlives the browser; it is stored sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredToken {
    /// As the provider gave it.
    pub token: Secret,
    /// Unix ms; none where it does not say.
    pub expires_at: Option<u64>,
    /// Bizfly's project, which goes with each request.
    #[serde(default)]
    pub project: Option<String>,
}

/// A number in the forms that directories are searched by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookupNumber {
    /// With `+`; none where the number has no country (an extension).
    pub e164: Option<String>,
    /// As dialled inside its country, digits only; or the extension.
    pub national: String,
}

/// What is wanted.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A session, and the SIP account: [`Answer::SignedIn`].
    SignIn,
    /// [`Answer::Hotlines`].
    Hotlines,
    /// Where the provider keeps the choice (Bizfly): [`Answer::Done`].
    ChooseHotline {
        /// [`Hotline::id`].
        id: String,
    },
    /// [`Answer::Contacts`].
    Contact(LookupNumber),
    /// [`Answer::Tags`].
    Tags,
    /// [`Answer::History`], newest first.
    History {
        /// Unix ms.
        from: u64,
        /// Unix ms.
        to: u64,
        /// At most.
        limit: u16,
    },
    /// [`Answer::Done`] when the provider has it.
    SaveNote(Box<NoteToSave>),
    /// [`Answer::Note`]: what the provider has, to find out whether a save without an answer arrived.
    ReadNote {
        /// The call's id at the provider.
        provider_id: String,
        /// When the call began, Unix ms.
        at: u64,
    },
    /// [`Answer::Done`].
    Quality(Box<QualityLog>),
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// See [`SignedIn`].
    SignedIn(Box<SignedIn>),
    /// Numbers that calls may go out by.
    Hotlines(Vec<Hotline>),
    /// Who has this number; empty: nobody.
    Contacts(Vec<Contact>),
    /// Labels that notes may have.
    Tags(Vec<String>),
    /// Calls, newest first.
    History(Vec<ProviderCall>),
    /// None: the provider has no note of that call, or does not know the call.
    Note(Option<SavedNote>),
    /// It is done.
    Done,
}

/// A session has begun.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedIn {
    /// What to register with.
    pub account: SipAccount,
    /// What the dial form needs.
    pub dial: DialSetup,
    /// The provider wants numbers hidden from this agent.
    pub masked: bool,
    /// Who it is, for the person.
    pub user: String,
}

/// What a provider's dial form and headers need beside the number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DialSetup {
    /// VBot's project.
    pub pid: Option<String>,
}

/// What calls may go out by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hotline {
    /// What the provider wants to be told.
    pub id: String,
    /// For a person.
    pub label: String,
}

/// One extension of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Its number, which is also its SIP user.
    pub extension: String,
    /// Whose it is.
    pub name: String,
    /// The company's label.
    pub domain: String,
    /// SIP password.
    pub password: Secret,
}

/// Somebody in the provider's directory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Of the provider, or made from name and number.
    pub id: String,
    /// Cleaned, at most 64 characters.
    pub name: String,
    /// Company, title or owner.
    pub detail: Option<String>,
    /// What is noted about the person, at most 512 characters.
    pub note: Option<String>,
}

/// One call of the provider's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderCall {
    /// Its id there; empty where the provider's list has none (VBot).
    pub provider_id: String,
    /// See [`Direction`].
    pub direction: Direction,
    /// The other party.
    pub number: String,
    /// Its name, where the provider knows it.
    pub name: Option<String>,
    /// Unix ms.
    pub started_at: u64,
    /// Unix ms; none: not answered.
    pub answered_at: Option<u64>,
    /// Unix ms.
    pub ended_at: Option<u64>,
    /// The hotline.
    pub hotline: Option<String>,
    /// The note there.
    pub note: Option<SavedNote>,
}

/// What the provider has of a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedNote {
    /// Text.
    pub text: String,
    /// Labels.
    pub tags: Vec<String>,
}

/// A note on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteToSave {
    /// The call's id at the provider.
    pub provider_id: String,
    /// The fields as one text (see `note_text`).
    pub text: String,
    /// Labels.
    pub tags: Vec<String>,
    /// 1–5 (Bizfly).
    pub rating: Option<u8>,
    /// Beside it.
    pub report: String,
}

/// How a call sounded, for the provider (OmiCall `rtp_log`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QualityLog {
    /// The call's id at the provider.
    pub provider_id: String,
    /// See [`Direction`]; `outbound` or `inbound` on the wire.
    pub outgoing: bool,
    /// Our extension.
    pub extension: String,
    /// Lowest, highest and mean MOS, 1–4.5.
    pub mos: [f32; 3],
    /// Milliseconds.
    pub jitter_ms: f32,
    /// Round trip, milliseconds.
    pub rtt_ms: f32,
    /// Percent.
    pub loss: f32,
}

/// Why it was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// For a person.
    pub problem: ProviderProblem,
    /// Seconds to wait at least.
    pub retry_after: Option<u32>,
    /// The provider may have done it all the same: its answer did not arrive.
    pub maybe_done: bool,
}

impl ApiError {
    /// Nothing was done.
    pub fn new(problem: ProviderProblem) -> Self {
        Self {
            problem,
            retry_after: None,
            maybe_done: false,
        }
    }

    /// Waiting may cure it: to be tried again later.
    pub fn is_passing(&self) -> bool {
        matches!(
            self.problem,
            ProviderProblem::TooMany
                | ProviderProblem::ServerFailed
                | ProviderProblem::Unreachable
                | ProviderProblem::TimedOut
                | ProviderProblem::BadAnswer
        )
    }
}
