//! How a call sounds: measured each second by the agent, drawn as bars and words.

use serde::{Deserialize, Serialize};

/// How well the two can talk, from the estimated MOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum QualityLevel {
    /// Hard to understand: MOS under 3.1.
    Bad,
    /// Many would complain: MOS under 3.6.
    Poor,
    /// Some would notice: MOS under 4.0.
    Fair,
    /// Nobody would notice anything.
    Good,
}

/// The last seconds of one call, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QualityView {
    /// Round trip to the far end, in milliseconds; none where nobody tells it.
    pub rtt_ms: Option<u32>,
    /// Interarrival jitter of what we receive (RFC 3550 §6.4.1), in milliseconds.
    pub jitter_ms: u32,
    /// Share of packets that did not arrive in the last five seconds, 0 to 100, rounded.
    pub loss_percent: u8,
    /// Encoding name of what we receive, as in SDP (`opus`, `PCMA`); empty before the first packet.
    pub codec: String,
    /// Mean opinion score by the E-model (ITU-T G.107), in tenths: 10 to 45.
    pub mos: u8,
    /// See [`QualityLevel`].
    pub level: QualityLevel,
}

/// Something that the person should know while it lasts. Each has one sentence per language, named
/// `alarm_<camelCaseName>` in `_locales`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CallAlarm {
    /// Nothing has been received for five seconds of a call that is up and not held.
    NoAudioReceived,
    /// The microphone has given nothing but silence for ten seconds while not muted.
    MicrophoneSilent,
    /// The network has been too bad to talk for some seconds.
    PoorNetwork,
    /// The person talks, and the microphone is muted.
    TalkingWhileMuted,
    /// The far end does not take the digits that were sent; told for ten seconds.
    TonesRefused,
    /// Our wish to hold was refused or could not be made; told for ten seconds.
    HoldFailed,
    /// The same of a wish to resume.
    ResumeFailed,
}
