//! What a view draws: the whole truth about the phone at one moment.

use serde::{Deserialize, Serialize};

use crate::{
    AccountView, AudioSettings, CallAlarm, CallCheckView, CallKind, ContactsView, NoteContent,
    NoteState, NoteView, OlderCalls, OutboxView, Owner, PhoneSettings, ProviderView, QualityView,
    Refusal, VoicemailView, WorkSettings,
};

/// Names a call from its first moment to its history row. Unique over the life of an installation:
/// it is random, so that it may also name the row in IndexedDB.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallId(pub String);

/// Who called whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// We called.
    Outgoing,
    /// We were called.
    Incoming,
}

/// State of the registration (RFC 3261 §10) as a person reads it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RegistrationState {
    /// No account is signed in.
    #[default]
    SignedOut,
    /// The socket is being opened, or REGISTER is on its way, for the first time.
    Connecting,
    /// Calls can be made and taken.
    Registered,
    /// It was registered and is coming back by itself.
    Recovering,
    /// Signed in, and not registered because the person wants no calls
    /// ([`Availability::Inactive`](crate::Availability::Inactive)).
    Inactive,
    /// It failed for a reason that waiting does not cure; see [`RegistrationView::problem`].
    Failed,
}

/// What is wrong, in kinds that each have one sentence that says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Problem {
    /// The server URL is not a `wss://` URL (or `ws://` to loopback).
    BadServerUrl,
    /// A required field of the account is empty or not usable in SIP.
    BadAccount,
    /// The WebSocket could not be opened, or closed at once (a browser does not tell TLS from TCP).
    SocketFailed,
    /// The socket of a `wss:` URL could not be opened; a certificate may not be trusted.
    TlsOrSocketFailed,
    /// The socket opened but no answer came within the transaction's time (RFC 3261 timer F).
    NoAnswer,
    /// The server speaks no SIP over WebSocket (no `sip` subprotocol, or an answer not understood).
    NotSip,
    /// The digest was refused again with a fresh nonce: the password or user is wrong.
    WrongPassword,
    /// 403: the account exists but may not register, or the server hides which.
    Forbidden,
    /// 404, 604 or 416: the server does not know this user or domain.
    UnknownDomain,
    /// The only challenges offered use algorithms or qop we do not speak.
    UnsupportedChallenge,
    /// 503, 500 or another refusal by the server; the status code is beside it.
    ServerRefused,
    /// The browser says that there is no network.
    Offline,
}

/// Registration with its problem, if any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RegistrationView {
    /// See [`RegistrationState`].
    pub state: RegistrationState,
    /// Why it is not registered.
    pub problem: Option<Problem>,
    /// SIP status code behind `problem`, 300–699.
    pub code: Option<u16>,
    /// When the next attempt is due, Unix ms.
    pub retry_at: Option<u64>,
}

/// State of a call as a person knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CallState {
    /// Outgoing: the microphone and the offer are being prepared; nothing is on the wire yet.
    Preparing,
    /// Outgoing: INVITE sent, no answer but 100 yet.
    Calling,
    /// Outgoing: 180, the far end rings.
    Ringing,
    /// Outgoing: 183 with SDP, the far end's own audio is heard before the answer.
    EarlyMedia,
    /// Incoming: rings here.
    Incoming,
    /// Incoming: the person answered; microphone and answer are being prepared, or ACK is awaited.
    Answering,
    /// Up.
    Connected,
    /// We hung up, cancelled or declined; the far end has not confirmed yet.
    Ending,
    /// Over; shown until dismissed or replaced.
    Ended,
}

/// Why a call ended. The raw code and phrase are beside it in [`EndView`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EndCause {
    /// We hung up a call that was up.
    HungUp,
    /// The far end hung up a call that was up.
    RemoteHungUp,
    /// We gave up before the answer.
    Cancelled,
    /// Incoming: the caller gave up; this is a missed call.
    Missed,
    /// Incoming: answered on another device (`Reason: SIP;cause=200`, RFC 3326); not missed.
    AnsweredElsewhere,
    /// Incoming: we declined.
    Declined,
    /// Incoming: sent on to somebody else, by hand or by a setting.
    Forwarded,
    /// 486 or 600.
    Busy,
    /// 408 or 480, or nobody answered in time.
    NoAnswer,
    /// 603: the far end declined.
    Rejected,
    /// 404, 484, 410, 604: no such number.
    NotFound,
    /// 403 and other refusals by policy.
    Forbidden,
    /// The provider's trial account may only call numbers that called it before.
    TrialRejection,
    /// The provider refused and did not say why: a trial, or a permission.
    ProviderRefused,
    /// The far end declined, or a limit of the provider's is reached: it says the same for both.
    DeclinedOrLimit,
    /// The calls or minutes that the account has are used up.
    LimitReached,
    /// The provider ended a call that was up, because its time was over.
    AllottedTimeout,
    /// The company has no package for calls like this.
    NoPackage,
    /// The extension is switched off.
    ExtensionDisabled,
    /// The number must not be called: it is on a do-not-call list or blocked by the company.
    BarredNumber,
    /// 433: the far end takes no calls whose number is hidden (RFC 5079).
    AnonymityRefused,
    /// The provider does not let this number be called at this hour.
    OutOfHours,
    /// No hotline of the company may call this network at the moment.
    NoHotline,
    /// 401/407 that our credentials do not satisfy.
    AuthFailed,
    /// 488, 415, 606 or an SDP that could not be applied.
    MediaFailed,
    /// The microphone was refused or is missing.
    NoMicrophone,
    /// The socket was down, or the transaction timed out.
    NetworkFailed,
    /// Any other final refusal; see the code.
    Failed,
}

/// How a call ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EndView {
    /// The kind.
    pub cause: EndCause,
    /// SIP status code, if a response ended it.
    pub code: Option<u16>,
    /// Reason phrase or `Reason` text as the server sent it: shown as text, at most 128 characters.
    pub reason: Option<String>,
    /// The `Reason` header (RFC 3326) as it came, where there was one; at most 128 characters.
    #[serde(default)]
    pub reason_header: Option<String>,
    /// Unix ms.
    pub at: u64,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CallView {
    /// See [`CallId`].
    pub id: CallId,
    /// See [`Direction`].
    pub direction: Direction,
    /// See [`CallState`].
    pub state: CallState,
    /// Number or user part, as dialled or as the caller gave it; at most 64 characters. Empty where the
    /// caller withholds it.
    pub number: String,
    /// The other party's display name, cleaned of control and bidi characters; at most 64.
    pub name: Option<String>,
    /// When the call began, Unix ms.
    pub started_at: u64,
    /// When it was answered, Unix ms.
    pub answered_at: Option<u64>,
    /// Our microphone is muted.
    pub muted: bool,
    /// We hold the far end.
    pub held: bool,
    /// The far end holds us.
    pub remote_held: bool,
    /// A hold or resume is under way.
    pub hold_pending: bool,
    /// A second incoming call while another one is up.
    pub waiting: bool,
    /// The media path is broken at the moment and may come back.
    pub recovering: bool,
    /// The far end is not heard here because the person does not want to.
    #[serde(default)]
    pub speaker_muted: bool,
    /// How it sounds; none before the call is up and while it is held.
    #[serde(default)]
    pub quality: Option<QualityView>,
    /// What the person should know now.
    #[serde(default)]
    pub alarms: Vec<CallAlarm>,
    /// The call is being handed on, was, or could not be.
    #[serde(default)]
    pub transfer: Option<TransferView>,
    /// Whom the far end asks us to call instead (its REFER); at most 64 characters. Nothing happens
    /// before [`Command::AnswerTransfer`](crate::Command::AnswerTransfer).
    #[serde(default)]
    pub transfer_request: Option<String>,
    /// What the caller says of itself (From), where the server vouches for another number; at most 64
    /// characters.
    #[serde(default)]
    pub claimed: Option<String>,
    /// Through what an incoming call came to us: the number or name that was called first
    /// (Diversion, RFC 5806; History-Info); at most 64 characters.
    #[serde(default)]
    pub through: Option<String>,
    /// It is part of the conference.
    #[serde(default)]
    pub in_conference: bool,
    /// What it is for.
    #[serde(default)]
    pub kind: CallKind,
    /// Digits that are still to be sent after the answer.
    #[serde(default)]
    pub post_dial: Option<String>,
    /// Answered because its headers asked for it and the account allows it.
    #[serde(default)]
    pub auto_answered: bool,
    /// Who the other party may be, as provider and contacts know it.
    #[serde(default)]
    pub contacts: ContactsView,
    /// The hotline that the call came in or goes out by, where the provider says it.
    #[serde(default)]
    pub hotline: Option<String>,
    /// Set when `state` is [`CallState::Ended`].
    pub end: Option<EndView>,
}

/// How far handing a call on has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TransferState {
    /// The far end has been asked, or is calling the other one.
    Trying,
    /// The other one rings.
    Ringing,
    /// The far ends are connected; this call ends.
    Done,
    /// It did not work: the call is still here.
    Failed,
    /// The far end has left the call without a word of the outcome.
    Left,
}

/// A call that is handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransferView {
    /// See [`TransferState`].
    pub state: TransferState,
    /// To whom, as shown; at most 64 characters.
    pub target: String,
    /// SIP status code of a failure, 300–699; 408 also where nothing was heard in time.
    pub code: Option<u16>,
}

/// One call in the history; also the row in IndexedDB.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// Key of the row.
    pub id: CallId,
    /// See [`Direction`].
    pub direction: Direction,
    /// What to dial to call back; empty where the caller withheld it.
    pub number: String,
    /// Display name, cleaned.
    pub name: Option<String>,
    /// Unix ms.
    pub started_at: u64,
    /// Unix ms; none if never answered.
    pub answered_at: Option<u64>,
    /// How it ended; none while it is up, or if the browser died in it.
    pub end: Option<EndView>,
    /// A missed call that nobody has looked at yet.
    pub unseen: bool,
    /// The call's id at the provider: what tells its row from another one's.
    #[serde(default)]
    pub provider_id: Option<String>,
    /// The hotline it came in or went out by.
    #[serde(default)]
    pub hotline: Option<String>,
    /// What was noted, and where that is.
    #[serde(default)]
    pub note: Option<RowNote>,
    /// The provider told of it: it took place on another device, or what was kept here of it was cleared.
    #[serde(default)]
    pub elsewhere: bool,
    /// Stored: the provider hid numbers from whose call it was. Told: it did so from somebody who is not signed in now,
    /// so its digits are hidden whatever holds for everybody else's.
    #[serde(default)]
    pub hidden: bool,
    /// Whose call it was; none in rows of before this was kept, and in what views are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
}

/// The note of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RowNote {
    /// See [`NoteContent`].
    pub content: NoteContent,
    /// See [`NoteState`].
    pub state: NoteState,
}

/// State of the microphone permission of the extension's origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MicrophoneState {
    /// Not asked yet, or not known.
    #[default]
    Unknown,
    /// A call can open it.
    Granted,
    /// The person or a policy refused it.
    Denied,
    /// No device.
    Missing,
}

/// The steps of "Test connection", in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CheckStep {
    /// The fields are usable.
    Account,
    /// The WebSocket opened with the `sip` subprotocol.
    Socket,
    /// The server answered a REGISTER.
    Answer,
    /// The digest was accepted.
    SignIn,
}

/// Outcome of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// Still running.
    Running,
    /// Registered, and unregistered again.
    Passed,
    /// See the problem.
    Failed,
}

/// Progress or verdict of "Test connection".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TestReport {
    /// See [`Verdict`].
    pub verdict: Verdict,
    /// The step under way, or the one that failed; the last one when passed.
    pub step: CheckStep,
    /// What failed.
    pub problem: Option<Problem>,
    /// SIP status code behind it.
    pub code: Option<u16>,
    /// Host that was tried: shown with the verdict.
    pub server: String,
}

/// Everything a view draws.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Snapshot {
    /// Grows with every change; a view never draws an older one over a newer one.
    pub revision: u64,
    /// The agent has read its storage; before that "signed out" means "not known yet".
    pub ready: bool,
    /// The signed-in account, without secrets.
    pub account: Option<AccountView>,
    /// See [`RegistrationView`].
    pub registration: RegistrationView,
    /// Live calls, oldest first, then at most one that has just ended.
    pub calls: Vec<CallView>,
    /// The most recent rows, newest first, at most 100.
    pub history: Vec<HistoryRow>,
    /// See [`OlderCalls`].
    pub older: OlderCalls,
    /// Missed calls nobody has looked at.
    pub missed: u32,
    /// What redial dials.
    pub last_dialled: Option<String>,
    /// See [`MicrophoneState`].
    pub microphone: MicrophoneState,
    /// The devices in use.
    pub audio: AudioSettings,
    /// The settings of the phone.
    pub phone: PhoneSettings,
    /// Voice mail, where the server tells of it.
    pub voicemail: Option<VoicemailView>,
    /// Last or running check before a call.
    pub check: Option<CallCheckView>,
    /// Last or running connection test.
    pub test: Option<TestReport>,
    /// See [`ProviderView`].
    pub provider: ProviderView,
    /// Forms on screen: those of live calls first, then the newest.
    pub forms: Vec<NoteView>,
    /// See [`WorkSettings`]; without the secret of the hook.
    pub work: WorkSettings,
    /// See [`OutboxView`].
    pub outbox: OutboxView,
    /// Contacts kept on this computer.
    pub contacts_here: u32,
    /// The provider's list of calls is being fetched.
    pub history_loading: bool,
    /// Why the last wish that came from no view, but from a notification, was not taken; for 10 s, or
    /// until the next wish that is.
    pub notice: Option<Refusal>,
}
