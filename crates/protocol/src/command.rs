//! What views and the worker ask of the agent.

use serde::{Deserialize, Serialize};

use crate::{
    AudioSettings, CallId, ContactFormat, ContactsRead, DialOptions, ExportKind, HistoryMark,
    HistoryPage, NoteChange, PhoneSettings, ProviderSignIn, Refusal, Secret, SipAccount, Snapshot,
    WorkSettings,
};

/// Where a wish to call came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DialSource {
    /// Typed or pasted into our own dialer.
    Dialer,
    /// History, redial or a notification of ours.
    History,
    /// Our card on a page, after the worker's consent gate.
    Page,
}

/// A person's wish. Commands are carried out once; a command about a call that is over is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Command {
    /// Store the account and register it. An empty password keeps the stored one when server URL,
    /// domain and user name are unchanged.
    SignIn {
        /// The account.
        account: SipAccount,
    },
    /// Sign in at a provider, and register with the SIP account that it names. Stored before it is
    /// acknowledged; how it goes is in [`Snapshot::provider`](crate::Snapshot::provider). Empty secrets
    /// keep the stored ones of the same user.
    ProviderSignIn {
        /// With what.
        sign_in: ProviderSignIn,
    },
    /// For an administrator of OmiCall: list the company's extensions. The key is used once and not
    /// kept; the list is in [`ProviderView::extensions`](crate::ProviderView::extensions).
    ListExtensions {
        /// Base of the company's interface; empty: the provider's own.
        base_url: String,
        /// The company's key.
        api_key: Secret,
    },
    /// Sign in as one of the listed extensions.
    ChooseExtension {
        /// Its number.
        extension: String,
    },
    /// Call from this hotline from now on.
    ChooseHotline {
        /// Its id; none: the provider's choice.
        hotline: Option<String>,
    },
    /// End calls, unregister, forget account and password. The history stays.
    SignOut,
    /// Try at once what waits for its next attempt, or was given up: connecting and registering.
    Reconnect,
    /// Try an account without storing it; the report comes in the snapshot.
    TestConnection {
        /// The account; an empty password means the stored one, as in `SignIn`.
        account: SipAccount,
    },
    /// Call a number or SIP address.
    Dial {
        /// Digits with `+`, `*`, `#` and separators, or (from the dialer only) `user@host`.
        number: String,
        /// See [`DialSource`].
        source: DialSource,
        /// See [`DialOptions`].
        #[serde(default)]
        options: DialOptions,
    },
    /// A call is likely to follow soon: have a peer connection ready, without a microphone. Never
    /// refused; where it makes no sense nothing happens.
    Prepare,
    /// Answer an incoming call; a call that is up is put on hold first.
    Answer {
        /// Which.
        call: CallId,
    },
    /// Refuse an incoming call.
    Decline {
        /// Which.
        call: CallId,
        /// On all devices (603) or on this one only (486); none: as the settings of the phone say.
        #[serde(default)]
        everywhere: Option<bool>,
    },
    /// Send an incoming call on to somebody else (302 with Diversion, RFC 5806).
    Forward {
        /// Which.
        call: CallId,
        /// As typed into the dialer: a number, or `user@host`.
        target: String,
    },
    /// Agree, or not, to call whom the far end wants us to call (its REFER, RFC 3515); see
    /// [`CallView::transfer_request`](crate::CallView::transfer_request).
    AnswerTransfer {
        /// The call in which it was asked.
        call: CallId,
        /// Agreed.
        accept: bool,
    },
    /// Everybody of the two calls hears everybody: a conference that is mixed here. Whoever is held is
    /// resumed.
    Join,
    /// Two calls again; the one named is talked in, the other one is held.
    Split {
        /// To talk in.
        call: CallId,
    },
    /// End or cancel a call.
    HangUp {
        /// Which.
        call: CallId,
    },
    /// Mute or unmute our microphone.
    SetMuted {
        /// Which.
        call: CallId,
        /// Wanted.
        muted: bool,
    },
    /// Silence the far end here, or hear it again; apart from the microphone.
    SetSpeakerMuted {
        /// Which.
        call: CallId,
        /// Wanted.
        muted: bool,
    },
    /// Hold or resume.
    SetHeld {
        /// Which.
        call: CallId,
        /// Wanted.
        held: bool,
    },
    /// Hand the call on to somebody without speaking to them (blind transfer, RFC 3515). How it goes is
    /// in [`CallView::transfer`](crate::CallView::transfer); if it fails, the call is still there.
    Transfer {
        /// Which.
        call: CallId,
        /// As typed into the dialer: a number, or `user@host`.
        target: String,
    },
    /// Connect the far ends of two calls of ours with each other and leave (attended transfer).
    TransferTo {
        /// The one that is handed on.
        call: CallId,
        /// The one that it is handed to.
        to_call: CallId,
    },
    /// Send digits (RFC 4733).
    SendDtmf {
        /// Which.
        call: CallId,
        /// Of `0-9*#A-D`, at most 64.
        digits: String,
    },
    /// Stop showing an ended call.
    DismissEnded {
        /// Which.
        call: CallId,
    },
    /// Use these devices from now on, in calls that are up too, and keep the choice.
    SetAudio {
        /// All of it.
        audio: AudioSettings,
    },
    /// Behave like this from now on, and keep it.
    SetPhone {
        /// All of it.
        phone: PhoneSettings,
    },
    /// Let the ring be heard once, as it is chosen; refused while there is a call.
    PlayRing,
    /// Try whether a call would work here and now; how it goes is in
    /// [`Snapshot::check`](crate::Snapshot::check).
    CheckCall,
    /// Give up the check that runs.
    StopCheck,
    /// The history is on screen: missed calls are seen.
    HistorySeen,
    /// Forget the history.
    ClearHistory,
    /// Something was typed about a call: acknowledged when it is on the disk.
    EditNote {
        /// About which.
        call: CallId,
        /// What.
        change: NoteChange,
        /// Earlier changes of the same part, as the view knows them: this one takes the place of what
        /// any of them made. Where something else stands by then, another view typed it, and both are
        /// kept, told apart by the first of these. Empty: it takes the place of anything.
        #[serde(default)]
        over: Vec<NoteChange>,
    },
    /// Send the note to the provider, now and until it is there; refused while a required field is
    /// empty.
    SaveNote {
        /// About which call.
        call: CallId,
    },
    /// Show the form of a call again, from the history too.
    OpenForm {
        /// Of which.
        call: CallId,
    },
    /// Stop showing it, saving what was typed; refused while a required field of a call that is over is
    /// empty.
    CloseForm {
        /// Of which.
        call: CallId,
    },
    /// Try at once what waits in the outbox, and what was refused.
    SendNow,
    /// It is this one of those found.
    ChooseContact {
        /// In which call.
        call: CallId,
        /// [`ContactView::id`](crate::ContactView::id).
        contact: String,
    },
    /// Settings of the work around a call.
    SetWork {
        /// All of it.
        work: WorkSettings,
    },
    /// Add contacts to those of this computer; those of the same name and number are replaced.
    ImportContacts {
        /// See [`ContactFormat`].
        format: ContactFormat,
        /// The file, at most 4 MiB.
        text: String,
    },
    /// Forget the contacts of this computer.
    ClearContacts,
    /// Ask the provider for its list of calls, and merge it in; rows come in the snapshot.
    RefreshHistory,
    /// The permission page saw the microphone's permission change.
    MicrophoneChanged {
        /// True when granted.
        granted: bool,
    },
}

/// How much of phone numbers is in the diagnostics bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReportNumbers {
    /// No digit: where digits are hidden, the report does not show them either.
    #[default]
    Hidden,
    /// The last three digits, so that two calls to the same number are seen to be that; short ones whole.
    Ends,
    /// Everything.
    Full,
}

/// View → agent, over the port named `ui`: a wish without an answer but what it asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum UiQuestion {
    /// The diagnostics bundle: redacted SIP trace, states, settings; answered with
    /// [`UiPush::Diagnostics`].
    Diagnostics {
        /// See [`ReportNumbers`].
        #[serde(default)]
        numbers: ReportNumbers,
    },
    /// A file to keep; answered with [`UiPush::Export`].
    Export {
        /// See [`ExportKind`].
        kind: ExportKind,
    },
    /// A piece of the history; answered with [`UiPush::History`].
    History {
        /// Behind which call; none: from the newest one on.
        after: Option<HistoryMark>,
    },
}

/// View → agent, over the port named `ui`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UiRequest {
    /// Echoed in the reply.
    pub seq: u32,
    /// The wish.
    pub command: Command,
}

/// Agent → view: the fate of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UiReply {
    /// Of the request.
    pub seq: u32,
    /// None: taken (and stored, where it must be stored).
    pub refusal: Option<Refusal>,
    /// To [`Command::ImportContacts`]: what was read of the file, also where nothing could be kept of it.
    #[serde(default)]
    pub read: Option<ContactsRead>,
}

/// Everything the agent sends over the port.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum UiPush {
    /// A new picture.
    Snapshot(Box<Snapshot>),
    /// An answer.
    Reply(UiReply),
    /// What [`UiQuestion::Export`] asked for.
    Export {
        /// See [`ExportKind`].
        kind: ExportKind,
        /// The file.
        text: String,
    },
    /// What [`UiQuestion::History`] asked for.
    History(HistoryPage),
    /// The diagnostics bundle, to the view that asked for it by [`UiQuestion::Diagnostics`].
    Diagnostics {
        /// Plain text, without secrets.
        text: String,
    },
}
