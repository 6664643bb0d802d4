//! The check before a call: can a call work here, now?

use serde::{Deserialize, Serialize};

use crate::Verdict;

/// How one part of the check stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CheckState {
    /// Its turn has not come.
    #[default]
    Waiting,
    /// Under way.
    Running,
    /// Good.
    Passed,
    /// Not there, and calls work without it (a relay that nobody set up, an echo number that is not known).
    Absent,
    /// Bad: calls will not work, or not well.
    Failed,
}

/// Progress or outcome. Each part has one sentence per language for a failure, which says what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CallCheckView {
    /// Of the whole; [`Verdict::Running`] until the last part is done.
    pub verdict: Option<Verdict>,
    /// The socket is open and answers.
    pub socket: CheckState,
    /// Registered.
    pub registration: CheckState,
    /// The microphone opens and gives sound.
    pub microphone: CheckState,
    /// The microphone failed because it opens, and gives nothing but silence.
    pub microphone_silent: bool,
    /// Candidates of this machine (RFC 8445 type host).
    pub ice_host: CheckState,
    /// What a STUN server sees of us (server reflexive).
    pub ice_reflexive: CheckState,
    /// An address at a TURN server (relayed).
    pub ice_relay: CheckState,
    /// Our own voice came back from the echo number.
    pub echo: CheckState,
}
