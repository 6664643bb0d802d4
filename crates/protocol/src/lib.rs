//! The serde types that cross Alo's contexts: commands, events, snapshots, settings.
//!
//! Everything here travels as a plain JavaScript object (field names in camelCase, enums tagged by
//! `type` or written as their camelCase name). A context that meets an unknown `type` drops the
//! message: that is how an older popup survives a newer agent.

mod account;
mod audio;
mod check;
mod command;
mod contacts_read;
mod extra_header;
mod field_id;
mod letters;
mod mend;
mod older;
mod page;
mod part;
mod phone;
mod policy;
mod provider;
mod provision;
mod quality;
mod sender;
pub mod server_url;
mod site;
mod snapshot;
mod stored;
mod unseen;
mod web_address;
mod work;
mod worker;

pub use account::{
    AccountView, Codec, DtmfMode, IceServer, Secret, SipAccount, SupervisionCodes, TransportPolicy,
};
pub use audio::{AudioSettings, RingSound};
pub use check::{CallCheckView, CheckState};
pub use command::{Command, DialSource, ReportNumbers, UiPush, UiQuestion, UiReply, UiRequest};
pub use contacts_read::{ContactsRead, Places};
pub use extra_header::MAX_EXTRA_HEADERS;
pub use field_id::{MAX_FIELD_ID, is_field_id, new_field_id};
pub use letters::{folded, unmarked};
pub use older::{HISTORY_PAGE, HistoryMark, HistoryPage, OlderCalls};
pub use page::{
    CardAnswer, CountryDoubt, DialAnswer, FoundNumber, NumberSource, PageRequest, Refusal,
    ScanAnswer,
};
pub use phone::{
    Availability, CallKind, DeclineMode, DialOptions, ExtraHeader, MAX_TARGET, PhoneSettings,
    VoicemailView,
};
pub use policy::{PagePolicy, SitePolicy};
pub use provider::{
    BizflyPaths, ExtensionView, HotlineView, Owner, ProviderKind, ProviderProblem, ProviderSignIn,
    ProviderState, ProviderView, VbotGeneration,
};
pub use provision::Provision;
pub use quality::{CallAlarm, QualityLevel, QualityView};
pub use sender::{Extension, PageKey, Role, Sender, Tab};
pub use site::{
    DetectionMode, MAX_INTERNAL, MaskFormat, PageAnswer, PageSettings, Scrutiny, Site,
    country_code, holds_at, host, site_name,
};
pub use snapshot::{
    CallId, CallState, CallView, CheckStep, Direction, EndCause, EndView, HistoryRow,
    MicrophoneState, Problem, RegistrationState, RegistrationView, RowNote, Snapshot, TestReport,
    TransferState, TransferView, Verdict,
};
pub use stored::{StoredSettings, Unreadable};
pub use unseen::{is_unseen, trimmed};
pub use web_address::{fill_template, is_page_template, is_web_address};
pub use work::{
    CallHook, ContactFormat, ContactView, ContactsView, ExportKind, FormField, FormSchema,
    KEEP_DAYS, MAX_DISPOSITIONS, MAX_FIELDS, MAX_LABEL, MAX_PLACEHOLDER, MAX_RETIRED, MAX_TAG,
    MAX_TAGS, MAX_VALUE, NOTE_FIELD, NoteChange, NoteContent, NoteState, NoteView, OutboxView,
    PopAt, ScreenPop, WorkSettings,
};
pub use worker::{
    AgentReply, AgentRequest, Caution, IncomingView, MissedView, PendingCall, QUESTION_REST_MS,
    StateAnswer, WorkerRequest, WorkerState,
};
