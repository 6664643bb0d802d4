//! The phone as a person knows it: account, lines, calls, history; commands in, effects out.
//!
//! [`Softphone`] does no input or output. The shell feeds everything that happens through
//! [`Softphone::handle`], then carries out what [`Softphone::poll_effect`] yields, in order, until it
//! yields `None`, and arms one timer for [`Softphone::poll_timeout`]. Time and randomness are the
//! shell's, so whole calls run in a test within milliseconds.

mod call;
mod call_check;
mod caller;
mod connection_test;
mod desk;
mod diagnostics;
mod effects;
mod hidden;
mod history;
mod input;
mod line;
mod lines;
mod merge;
mod redact;
mod registration;
mod replies;
mod softphone;
mod text;
mod tones;
mod trace;
mod view;
mod voicemail;

pub use desk::{ContactRow, Former, NoteRow, OutboxItem, OutboxRow, Owner, StoredProvider};
pub use effects::{Effect, Measure, MediaDirection, MediaOp, MediaSetup, SocketOp, StoreOp, Tone};
pub use input::{
    CandidateKind, CheckId, FetchId, Input, Measured, MediaEvent, MediaFailure, MediaId,
    MediaStats, Now, RequestId, SocketEvent, SocketId, StoreId, Stored,
};
pub use softphone::{Platform, Softphone};
