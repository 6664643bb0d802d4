//! Everything that the shell feeds into the phone.

use alo_protocol::{
    AudioSettings, Command, HistoryRow, MicrophoneState, PhoneSettings, SipAccount, WorkSettings,
};
use alo_providers::api::HttpOutcome;
use alo_sip::Instant;

use crate::{ContactRow, NoteRow, OutboxRow, StoredProvider};

/// The present moment on both clocks, read by the shell together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// The monotonic clock, for timers.
    pub mono: Instant,
    /// Unix time in ms, for what a person reads.
    pub unix_ms: u64,
}

/// Names one WebSocket from `Open` to its end. Never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SocketId(pub u64);

/// Names one peer connection with its microphone track. Never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MediaId(pub u64);

/// Chosen by the shell to match an [`Effect::Reply`](crate::Effect::Reply) with its command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestId(pub u64);

/// Names one change of the store until it is acknowledged. Never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StoreId(pub u64);

/// Names a check before a call, so that what was measured for an older one is not taken for a newer one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CheckId(pub u64);

/// Names one request over HTTP until its outcome. Never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FetchId(pub u64);

/// The contents of the store when the shell started.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored {
    /// The signed-in account, with its password.
    pub account: Option<SipAccount>,
    /// That account has been registered as it is ([`StoreOp::AccountWorks`](crate::StoreOp::AccountWorks)). False
    /// where nothing is known.
    pub account_works: bool,
    /// `urn:uuid:…` of this installation (RFC 5626 §4.1).
    pub instance_id: Option<String>,
    /// Rows of the history, in any order.
    pub history: Vec<HistoryRow>,
    /// The choice of devices.
    pub audio: AudioSettings,
    /// How the person wants the phone to behave.
    pub phone: PhoneSettings,
    /// The provider signed in at.
    pub provider: Option<StoredProvider>,
    /// The store, or the provider in it, could not be read: whether that provider hides numbers is unknown.
    pub unread: bool,
    /// Settings of the work around a call.
    pub work: WorkSettings,
    /// Notes, in any order.
    pub notes: Vec<NoteRow>,
    /// Entries of the outbox, in any order.
    pub outbox: Vec<OutboxRow>,
    /// Contacts of this computer.
    pub contacts: Vec<ContactRow>,
}

/// One thing that has happened.
#[allow(
    clippy::large_enum_variant,
    reason = "one at a time, taken apart at once"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The store was read; the phone does nothing before this.
    Loaded(Stored),
    /// A command of a person. With a `request`, exactly one reply follows.
    Command {
        /// Named in the reply.
        request: Option<RequestId>,
        /// The command.
        command: Command,
    },
    /// A command of a person from a notification or a page. Exactly one reply follows; as it may not be
    /// shown there, a refusal is also shown in the snapshot.
    WorkerCommand {
        /// Named in the reply.
        request: RequestId,
        /// The command.
        command: Command,
    },
    /// An event of a WebSocket. It is ignored if the phone has closed that socket.
    Socket {
        /// The WebSocket.
        socket: SocketId,
        /// The event.
        event: SocketEvent,
    },
    /// The browser's `online` and `offline` events.
    Network {
        /// True when there is a network.
        online: bool,
    },
    /// The country of numbers without a country code, as the person has set it; Viet Nam until it comes.
    Home {
        /// ISO 3166-1 alpha-2; an unknown code changes nothing.
        country: String,
    },
    /// The state of the microphone permission: at the start and whenever it changes.
    Microphone(MicrophoneState),
    /// An event of a peer connection.
    Media {
        /// The peer connection.
        media: MediaId,
        /// The event.
        event: MediaEvent,
    },
    /// A result of the measurement that [`Effect::Measure`](crate::Effect::Measure) asked for.
    Measured {
        /// The check that it is for.
        check: CheckId,
        /// The result.
        measured: Measured,
    },
    /// The outcome of an HTTP request.
    Fetched {
        /// The request.
        fetch: FetchId,
        /// The outcome.
        outcome: HttpOutcome,
    },
    /// A change of the store was carried out (the transaction is complete) or failed.
    Stored {
        /// The change.
        store: StoreId,
        /// True if it was carried out.
        ok: bool,
    },
    /// The time of [`Softphone::poll_timeout`](crate::Softphone::poll_timeout) has come.
    Timeout,
}

/// An event of a WebSocket.
#[derive(Clone, PartialEq, Eq)]
pub enum SocketEvent {
    /// It is open, with the `sip` subprotocol.
    Opened,
    /// One message: RFC 7118 §5 puts one SIP message or keep-alive in each.
    Message(Vec<u8>),
    /// It could not be opened, or is closed. The last event of a socket.
    Closed {
        /// RFC 6455 §7.4; 1006 where the browser does not say.
        code: u16,
    },
}

// A message may carry digests and numbers: a log shows its length only.
impl std::fmt::Debug for SocketEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Opened => f.write_str("Opened"),
            Self::Message(octets) => write!(f, "Message({} octets)", octets.len()),
            Self::Closed { code } => write!(f, "Closed {{ code: {code} }}"),
        }
    }
}

/// An event of a peer connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaEvent {
    /// The local description asked for by [`MediaOp::Offer`](crate::MediaOp::Offer) or
    /// [`MediaOp::Reoffer`](crate::MediaOp::Reoffer) is set and ready to send.
    Offer {
        /// The SDP.
        sdp: String,
    },
    /// The same for [`MediaOp::Answer`](crate::MediaOp::Answer) and
    /// [`MediaOp::AnswerReoffer`](crate::MediaOp::AnswerReoffer).
    Answer {
        /// The SDP.
        sdp: String,
    },
    /// [`MediaOp::ApplyAnswer`](crate::MediaOp::ApplyAnswer) is done.
    AnswerApplied,
    /// The counters of the connection, about once a second; more often from an answer applied as provisional
    /// until [`MediaStats::SOUND`] packets have arrived.
    Stats(MediaStats),
    /// The microphone could not be opened for an offer that had already been given out.
    MicrophoneFailed(MediaFailure),
    /// The operation under way failed.
    Failed(MediaFailure),
    /// Packets can flow (`connectionState` is `connected`).
    Connected,
    /// Packets do not flow at the moment (`disconnected`); the browser goes on trying.
    Disconnected,
    /// The browser has given up (`failed`).
    Lost,
}

/// Why a media operation failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaFailure {
    /// `NotAllowedError`.
    MicrophoneDenied,
    /// `NotFoundError`, or the device cannot be read.
    MicrophoneMissing,
    /// A description of the far end could not be applied.
    BadSdp,
    /// Anything else.
    Other,
}

/// A result measured for a check before a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// The microphone is open; the loudness of the last moment is this RMS in millionths of full scale. `None`
    /// where the browser cannot measure it.
    Loudness(Option<u32>),
    /// The microphone cannot be opened.
    MicrophoneFailed,
    /// A candidate was found.
    Candidate(CandidateKind),
    /// A STUN or TURN server cannot be reached, or refuses us.
    ServerFailed,
    /// There will be no more candidates.
    Gathered,
}

/// Type of a candidate (RFC 8445 §5.1.1) that can be gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateKind {
    /// An address of this machine.
    Host,
    /// Our address as a STUN server sees it.
    Reflexive,
    /// An address at a TURN server.
    Relay,
}

/// Counters of a peer connection, as `getStats` has them since the connection began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaStats {
    /// RTP packets that arrived.
    pub packets_received: u64,
    /// RTP packets that were lost (RFC 3550 §6.4.1); falls when late ones arrive.
    pub packets_lost: i64,
    /// Interarrival jitter, in microseconds.
    pub jitter_us: u32,
    /// How long packets lie in the jitter buffer on average, in milliseconds.
    pub buffer_ms: Option<u32>,
    /// Round trip, in milliseconds.
    pub rtt_ms: Option<u32>,
    /// Encoding name of what is received; empty before the first packet.
    pub codec: String,
    /// Energy of the microphone's sound since it was opened, in the unit of `totalAudioEnergy` × 10⁹;
    /// `None` where there is no microphone or the browser does not report it.
    pub microphone_energy: Option<u64>,
    /// The person's voice is in the microphone although it is muted.
    pub talks: bool,
    /// Where a test tone is sent: its share of the power of the received sound, in percent. `None` where
    /// nothing is received.
    pub tone_share: Option<u8>,
}

impl MediaStats {
    /// So many packets are sound, a tenth of a second of it. A PBX that sends none may still send a lone packet
    /// now and then, to keep the way open.
    pub const SOUND: u64 = 5;
}
