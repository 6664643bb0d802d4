//! Agent ↔ worker. The worker keeps nothing it can't lose: the agent sends its whole state and the
//! worker makes notifications and badge agree with it.

use serde::{Deserialize, Serialize};

use crate::{CallId, Command, CountryDoubt, HotlineView, Refusal, RegistrationState};

/// An incoming call that rings or waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IncomingView {
    /// The notification's id is made from it.
    pub call: CallId,
    /// Caller's number; empty where it is withheld.
    pub number: String,
    /// Caller's name, cleaned.
    pub name: Option<String>,
    /// Another call is up.
    pub waiting: bool,
}

/// The newest missed call nobody has looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MissedView {
    /// Its history row.
    pub call: CallId,
    /// To call back; empty where it was withheld.
    pub number: String,
    /// Caller's name, cleaned.
    pub name: Option<String>,
}

/// What notifications and badge show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WorkerState {
    /// See [`RegistrationState`].
    pub registration: RegistrationState,
    /// Calls to notify of.
    pub incoming: Vec<IncomingView>,
    /// Calls that are being made or are up.
    pub active: u32,
    /// Number for the badge.
    pub missed: u32,
    /// Those that nobody has seen and that ended in the last minute, at most five; else the last one. Each is notified
    /// once: the worker remembers its id in session storage.
    pub missed_calls: Vec<MissedView>,
    /// Something is not stored yet, such as the note of a call or its record: the extension must not be reloaded.
    pub unsaved: bool,
    /// What pages' cards may offer to call from.
    pub hotlines: Vec<HotlineView>,
    /// The one chosen.
    pub hotline: Option<String>,
    /// See [`crate::ProviderView::hides_numbers`].
    pub hides_numbers: bool,
    /// A call needs the microphone and the permission page must be opened. Sent as true once.
    pub open_microphone_page: bool,
}

/// Worker → agent, the answer to [`WorkerRequest::State`]: what the agent has no way to read itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct StateAnswer {
    /// The country of numbers without a country code, ISO 3166-1 alpha-2.
    pub home: String,
}

/// Why a call that a page asked for is confirmed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Caution {
    /// The first one to this country from a page.
    FirstCountry,
    /// Dearer than an ordinary call.
    Premium,
    /// It calls for help.
    Emergency,
    /// It comes from outside the browser, or was asked for without a card and holds what has to be seen,
    /// or its card could not be shown.
    Unseen,
}

/// For so long after the question is on screen its Call can't be pressed, ms: it opens in front of
/// whoever is clicking.
pub const QUESTION_REST_MS: u32 = 700;

/// A call that waits for the person's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PendingCall {
    /// Names it.
    pub id: String,
    /// What will be dialled, as shown.
    pub display: String,
    /// ISO 3166-1 alpha-2 code, where the number has a country.
    pub country: Option<String>,
    /// Digits that are sent after the answer.
    #[serde(default)]
    pub post_dial: Option<String>,
    /// Set where the country is not certain; the window says so.
    #[serde(default)]
    pub doubt: Option<CountryDoubt>,
    /// Host name of the page that wants it; empty where no page does.
    pub site: String,
    /// Why it is asked; none together with a refusal.
    pub caution: Option<Caution>,
    /// Why it will not be dialled at all.
    pub refusal: Option<Refusal>,
}

/// Agent or view → worker: messages with `to: "worker"` that are not [`crate::PageRequest`]s.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorkerRequest {
    /// From a view: make sure that the agent runs; answered when it does.
    EnsureAgent,
    /// From the window that asks before a call: what is it about? Answered with a [`PendingCall`], or
    /// null when it waits no longer.
    Pending {
        /// Names the call that waits.
        id: String,
    },
    /// The person has said yes in that window. Answered with a [`crate::DialAnswer`].
    Confirm {
        /// See [`Self::Pending`].
        id: String,
    },
    /// From our page that the browser opens for `tel:` links of other programs: answered with the
    /// [`PendingCall`] that it became.
    Ask {
        /// The whole address.
        href: String,
    },
    /// From the agent: show this page of the CRM, in the tab that showed the last one where there is
    /// one.
    OpenPage {
        /// `https:`.
        url: String,
    },
    /// From the agent, which has no way to know it: does the browser let us reach this address? Answered
    /// with a boolean.
    MayReach {
        /// Of a request that failed.
        url: String,
    },
    /// From the agent.
    State {
        /// The whole of it.
        state: WorkerState,
    },
}

/// Worker → agent: messages with `to: "agent"`.
#[allow(
    clippy::large_enum_variant,
    reason = "one at a time, read and taken apart at once"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AgentRequest {
    /// Carry out.
    Do {
        /// The wish.
        command: Command,
    },
    /// Send your [`WorkerState`] again (the worker has just started).
    Report,
}

/// Agent → worker, the answer to an [`AgentRequest`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AgentReply {
    /// None: taken.
    pub refusal: Option<Refusal>,
}
