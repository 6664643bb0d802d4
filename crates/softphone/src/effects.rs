//! Everything that the phone asks the shell to do, carried out in order.

use std::collections::VecDeque;
use std::fmt;

use alo_protocol::{
    AudioSettings, CallId, Codec, ContactsRead, HistoryRow, IceServer, PhoneSettings, Refusal,
    SipAccount, TransportPolicy, WorkSettings, WorkerState,
};
use alo_providers::api::HttpRequest;

use crate::{
    CheckId, ContactRow, FetchId, MediaId, NoteRow, OutboxRow, RequestId, SocketId, StoreId,
    StoredProvider,
};

/// One thing to do.
#[allow(
    clippy::large_enum_variant,
    reason = "a handful at a time, taken out and carried out at once"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Do this on a WebSocket.
    Socket {
        /// The WebSocket.
        socket: SocketId,
        /// The operation.
        op: SocketOp,
    },
    /// Do this on a peer connection.
    Media {
        /// The peer connection.
        media: MediaId,
        /// The operation.
        op: MediaOp,
    },
    /// A peer connection is likely to be needed soon: make one without a microphone, in place of an
    /// older one, for the next [`MediaOp::Offer`] or [`MediaOp::Answer`] with the same servers. Nothing
    /// comes back. The shell throws it away when it is a minute old and when the network changes.
    Prepare {
        /// What it is for: an answer to the far end's offer, or an offer of our own.
        to_answer: bool,
        /// See [`MediaSetup`].
        setup: MediaSetup,
    },
    /// Measure something for a check before a call, and feed [`Input::Measured`](crate::Input::Measured); an
    /// earlier measurement is stopped.
    Measure {
        /// Named in what comes back.
        check: CheckId,
        /// What to measure.
        measure: Measure,
        /// See [`MediaSetup`].
        setup: MediaSetup,
    },
    /// Use these devices from now on, in calls that are up too.
    Audio(AudioSettings),
    /// Play this from now on in place of the sound before; `None` is silence.
    Tone(Option<Tone>),
    /// Change the store and feed [`Input::Stored`](crate::Input::Stored). Changes are carried out in
    /// the order given.
    Store {
        /// Named in the acknowledgement.
        store: StoreId,
        /// The change.
        op: StoreOp,
    },
    /// The outcome of a command.
    Reply {
        /// As given with the command.
        request: RequestId,
        /// `None`: carried out, and stored where it must be stored.
        refusal: Option<Refusal>,
        /// What was read of a file of contacts, where the command brought one.
        read: Option<ContactsRead>,
    },
    /// Send a request and feed [`Input::Fetched`](crate::Input::Fetched), exactly once.
    Fetch {
        /// Named in what comes back.
        fetch: FetchId,
        /// Without cookies, referrer and cache; redirects are not followed.
        request: HttpRequest,
    },
    /// Show this page of the CRM in a tab; `https:`.
    OpenPage {
        /// A checked URL.
        url: String,
    },
    /// [`Softphone::snapshot`](crate::Softphone::snapshot) has changed; at most once per input.
    SnapshotChanged,
    /// Send this to the worker.
    Worker(WorkerState),
}

/// An operation on a WebSocket.
#[derive(Clone, PartialEq, Eq)]
pub enum SocketOp {
    /// Open with the subprotocol `sip`.
    Open {
        /// `wss:`, or `ws:` to loopback.
        url: String,
    },
    /// Send one text message.
    Send(String),
    /// Close it and forget it; its further events are ignored.
    Close,
}

// Messages carry digests: a log shows the first line only.
impl fmt::Debug for SocketOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open { url } => write!(f, "Open {{ url: {url:?} }}"),
            Self::Send(text) => write!(f, "Send({:?}…)", text.lines().next().unwrap_or_default()),
            Self::Close => f.write_str("Close"),
        }
    }
}

/// What is to be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How loud the microphone is, several times a second.
    Microphone,
    /// Which candidates a peer connection gathers.
    Candidates,
    /// Nothing more: release microphone and connection.
    Nothing,
}

/// What a new peer connection needs to know of the account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaSetup {
    /// STUN and TURN servers.
    pub ice_servers: Vec<IceServer>,
    /// Restriction of candidates.
    pub policy: TransportPolicy,
    /// Codecs in order of preference; others are not offered. Empty: the browser's order.
    pub codecs: Vec<Codec>,
    /// For a check: a steady tone is sent instead of the microphone's sound, and the loudspeaker is off.
    /// [`MediaStats::tone_share`](crate::MediaStats::tone_share) tells whether the tone comes back.
    pub test_tone: bool,
}

/// An operation on a peer connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaOp {
    /// Make a peer connection with the microphone and an offer. It comes back as
    /// [`MediaEvent::Offer`](crate::MediaEvent::Offer) with the first useful candidate, after 500 ms
    /// at the latest.
    Offer {
        /// See [`MediaSetup`].
        setup: MediaSetup,
    },
    /// Make a peer connection with the microphone for an offer of the far end; comes back as
    /// [`MediaEvent::Answer`](crate::MediaEvent::Answer).
    Answer {
        /// SDP of the far end.
        offer: String,
        /// See [`MediaSetup`].
        setup: MediaSetup,
    },
    /// Make a new offer on a connection that is up; comes back as `Offer`.
    Reoffer {
        /// The direction that we want from now on.
        direction: MediaDirection,
        /// New ICE credentials (RFC 8839 §4.4.1.1.1).
        ice_restart: bool,
    },
    /// Apply a new offer of the far end and answer it; comes back as `Answer`.
    AnswerReoffer {
        /// SDP of the far end.
        offer: String,
        /// The direction that we want; the far end's offer may allow less.
        direction: MediaDirection,
    },
    /// Apply the far end's answer; comes back as `AnswerApplied` or `Failed`.
    ApplyAnswer {
        /// SDP of the far end.
        sdp: String,
        /// Early media: as `pranswer`.
        provisional: bool,
    },
    /// Go back to the descriptions before the last `Reoffer`: it was refused. Nothing comes back.
    Rollback,
    /// Mute or unmute the microphone's track. Nothing comes back.
    SetMuted(bool),
    /// Silence the far end here, or hear it again. Nothing comes back.
    SetSpeakerMuted(bool),
    /// Let the far end hear, besides our microphone, the far end of that other connection; `None`: our
    /// microphone only. Muting does not silence it. Nothing comes back.
    Bridge(Option<MediaId>),
    /// Send digits of `0-9*#A-D` (RFC 4733). Nothing comes back.
    Dtmf(String),
    /// Close the connection and stop the microphone's track. Nothing comes back, ever again.
    Close,
}

/// Direction of our audio (RFC 3264 §5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaDirection {
    /// Both ways.
    SendRecv,
    /// We hold the far end.
    SendOnly,
    /// Both hold.
    Inactive,
}

/// A sound of the phone's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// An incoming call rings.
    Ring,
    /// A second call waits: short and soft, over the call that is up.
    CallWaiting,
    /// A call is about to be answered automatically: one beep.
    Beep,
    /// The far end rings.
    Ringback,
    /// The call could not be completed.
    Busy,
}

/// A change of the store.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreOp {
    /// Store this account, password encrypted, in place of any other.
    PutAccount(SipAccount),
    /// The same, and delete the provider and its session, to which the account does not belong: both in one
    /// transaction.
    PutOwnAccount(SipAccount),
    /// Note that the stored account has been registered as it is. `PutAccount`, `PutOwnAccount` and
    /// `DeleteAccount` delete the note in their transaction.
    AccountWorks,
    /// Delete account and password, and the provider and its session: in one transaction.
    DeleteAccount,
    /// Store the choice of devices.
    PutAudio(AudioSettings),
    /// Store the settings of the phone.
    PutPhone(PhoneSettings),
    /// Store the `urn:uuid:…` of this installation.
    PutInstanceId(String),
    /// Add the row, or replace the one of the same id.
    PutHistory(HistoryRow),
    /// Delete every row.
    ClearHistory,
    /// Mark every row as seen.
    SeenHistory,
    /// Delete these rows.
    DeleteHistory(Vec<CallId>),
    /// Store the provider and its session, encrypted, in place of any other.
    PutProvider(Box<StoredProvider>),
    /// Store the settings of the work around a call, encrypted: they hold the key of the hook.
    PutWork(Box<WorkSettings>),
    /// Add the note, or replace that of the same call.
    PutNote(Box<NoteRow>),
    /// Delete the notes of these calls.
    DeleteNotes(Vec<CallId>),
    /// Add an entry of the outbox, or replace the one of the same id.
    PutOutbox(Box<OutboxRow>),
    /// Delete the entry of this id: it was sent, or is not to be sent any more.
    DeleteOutbox(String),
    /// Add contacts, or replace those of the same id, all or none.
    PutContacts(Vec<ContactRow>),
    /// Delete every contact.
    ClearContacts,
}

/// The queue of effects, and the ids that they need.
#[derive(Debug, Default)]
pub(crate) struct Effects {
    queue: VecDeque<Effect>,
    last_socket: u64,
    last_media: u64,
    last_store: u64,
    last_fetch: u64,
}

impl Effects {
    pub(crate) fn pop(&mut self) -> Option<Effect> {
        self.queue.pop_front()
    }

    pub(crate) fn push(&mut self, effect: Effect) {
        self.queue.push_back(effect);
    }

    pub(crate) fn new_socket(&mut self) -> SocketId {
        self.last_socket += 1;
        SocketId(self.last_socket)
    }

    pub(crate) fn new_media(&mut self) -> MediaId {
        self.last_media += 1;
        MediaId(self.last_media)
    }

    pub(crate) fn new_fetch(&mut self) -> FetchId {
        self.last_fetch += 1;
        FetchId(self.last_fetch)
    }

    pub(crate) fn socket(&mut self, socket: SocketId, op: SocketOp) {
        self.push(Effect::Socket { socket, op });
    }

    pub(crate) fn media(&mut self, media: MediaId, op: MediaOp) {
        self.push(Effect::Media { media, op });
    }

    pub(crate) fn store(&mut self, op: StoreOp) -> StoreId {
        self.last_store += 1;
        let store = StoreId(self.last_store);
        self.push(Effect::Store { store, op });
        store
    }

    pub(crate) fn reply(&mut self, request: Option<RequestId>, refusal: Option<Refusal>) {
        self.reply_with(request, refusal, None);
    }

    /// The same, with what was read of a file of contacts.
    pub(crate) fn reply_with(
        &mut self,
        request: Option<RequestId>,
        refusal: Option<Refusal>,
        read: Option<ContactsRead>,
    ) {
        if let Some(request) = request {
            self.push(Effect::Reply {
                request,
                refusal,
                read,
            });
        }
    }

    /// The number of the last change of the store: a reply may have to wait for all up to it.
    pub(crate) fn stores_so_far(&self) -> u64 {
        self.last_store
    }
}
