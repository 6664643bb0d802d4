//! The serde types that cross Alo's contexts: commands, events, snapshots, settings.
//!
//! Everything here travels as a plain JavaScript object (field names in camelCase, enums tagged by
//! `type` or written as their camelCase name). A context that meets an unknown `type` drops the
//! message: that is how an older popup survives a newer agent.

mod account;
mod audio;
mod command;
mod page;
mod quality;
mod snapshot;
mod worker;

pub use account::{AccountView, IceServer, Secret, SipAccount, TransportPolicy};
pub use audio::AudioSettings;
pub use command::{Command, DialSource, UiPush, UiReply, UiRequest};
pub use page::{
    CardAnswer, DialAnswer, FoundNumber, NumberSource, PageRequest, Refusal, ScanAnswer, TextRun,
};
pub use quality::{CallAlarm, QualityLevel, QualityView};
pub use snapshot::{
    CallId, CallState, CallView, CheckStep, Direction, EndCause, EndView, HistoryRow,
    MicrophoneState, Problem, RegistrationState, RegistrationView, Snapshot, TestReport,
    TransferState, TransferView, Verdict,
};
pub use worker::{AgentReply, AgentRequest, IncomingView, MissedView, WorkerRequest, WorkerState};
