//! A phone with everything around it scripted: clock, store, server and media.
//!
//! [`Rig`] plays the shell: it feeds inputs, sorts the effects, and acknowledges what is stored unless
//! told otherwise. The test plays server and browser by the helpers in [`server`].

// Each test file is a crate of its own and uses a part of this one.
#![allow(dead_code, unreachable_pub, unused_imports)]

mod disk;
mod omicall;
mod server;

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::time::Duration;

use alo_protocol::{
    AudioSettings, CallId, CallState, CallView, Command, DialOptions, DialSource, EndCause,
    HistoryRow, IceServer, Refusal, RegistrationState, Secret, SipAccount, Snapshot, WorkerState,
};
use alo_providers::api::HttpRequest;
use alo_sip::wire::{Message, Method, Request, Response, parse};
use alo_sip::{Instant, SeededRandom};
use alo_softphone::{
    CheckId, Effect, FetchId, Input, Measure, MediaDirection, MediaEvent, MediaFailure, MediaId,
    MediaOp, Now, Platform, RequestId, SocketEvent, SocketId, SocketOp, Softphone, StoreId,
    StoreOp, Stored, Tone,
};

pub use disk::carry_out;
pub use omicall::{OMICALL_PASSWORD, Omicall, omicall};
pub use server::{Dialog, sdp};

pub const PASSWORD: &str = "s3cret-pa55";
pub const TURN_CREDENTIAL: &str = "turn-cr3dential";
pub const START: u64 = 1_800_000_000_000;

/// What the store does with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    Works,
    Fails,
    /// The test acknowledges.
    Waits,
}

pub struct Rig {
    pub phone: Softphone,
    pub now: Now,
    pub store: Store,
    /// Messages of the phone that no helper has taken yet.
    pub sent: VecDeque<(SocketId, Message)>,
    /// Keep-alives.
    pub pings: u32,
    /// The server's answer to SUBSCRIBE: none keeps it for the test.
    pub subscriptions: Option<u16>,
    /// Every socket that was opened, with its URL, and whether the phone closed it.
    pub sockets: Vec<(SocketId, String, bool)>,
    /// Media operations that no helper has taken yet.
    pub media: VecDeque<(MediaId, MediaOp)>,
    /// Every change of the store, oldest first.
    pub stored: Vec<(StoreId, StoreOp)>,
    /// Those of them that [`Store::Fails`] did not carry out.
    pub not_stored: Vec<StoreId>,
    pub replies: VecDeque<(RequestId, Option<Refusal>)>,
    pub tone: Option<Tone>,
    /// The devices in use.
    pub audio: Option<AudioSettings>,
    /// For each peer connection that was to be made ready: whether it is for an answer.
    pub prepared: Vec<bool>,
    /// Everything a check wanted to be measured, oldest first.
    pub measures: Vec<(CheckId, Measure)>,
    /// Every worker state, oldest first.
    pub workers: Vec<WorkerState>,
    /// Requests over HTTP that nobody has answered yet.
    pub fetches: VecDeque<(FetchId, HttpRequest)>,
    /// Pages of the CRM that were shown.
    pub pages: Vec<String>,
    /// `Debug` of everything that went in and came out.
    pub log: String,
    /// The log is not written: a thousand runs want to be quick.
    pub quiet: bool,
    revision: u64,
    last_request: u64,
    calls_in: u32,
    /// Answers that go out when the effects have been taken.
    keep_alives: Vec<(SocketId, Vec<u8>)>,
}

pub fn account() -> SipAccount {
    SipAccount {
        server_url: "wss://pbx.example.com:8089/ws".to_owned(),
        domain: "pbx.example.com".to_owned(),
        username: "1001".to_owned(),
        password: Secret::new(PASSWORD),
        display_name: "Anna".to_owned(),
        auth_user: None,
        ice_servers: vec![IceServer {
            urls: vec!["turn:turn.example.com:3478".to_owned()],
            username: Some("turner".to_owned()),
            credential: Some(Secret::new(TURN_CREDENTIAL)),
        }],
        ..SipAccount::default()
    }
}

impl Rig {
    /// A phone that has not read its store yet.
    pub fn unloaded() -> Self {
        Self::unloaded_with(42)
    }

    /// The same with ids of its own.
    pub fn unloaded_with(seed: u64) -> Self {
        let platform = Platform {
            user_agent: "Alo/test".to_owned(),
            browser: "Test browser".to_owned(),
        };
        Self {
            phone: Softphone::new(Box::new(SeededRandom::new(seed)), platform),
            now: Now {
                mono: Instant(1_000),
                unix_ms: START,
            },
            store: Store::Works,
            sent: VecDeque::new(),
            pings: 0,
            subscriptions: Some(489),
            sockets: Vec::new(),
            media: VecDeque::new(),
            stored: Vec::new(),
            not_stored: Vec::new(),
            replies: VecDeque::new(),
            tone: None,
            audio: None,
            prepared: Vec::new(),
            measures: Vec::new(),
            workers: Vec::new(),
            fetches: VecDeque::new(),
            pages: Vec::new(),
            log: String::new(),
            quiet: false,
            revision: 0,
            last_request: 0,
            calls_in: 0,
            keep_alives: Vec::new(),
        }
    }

    /// A phone nobody has signed in to.
    pub fn signed_out() -> Self {
        let mut rig = Self::unloaded();
        rig.feed(Input::Loaded(Stored::default()));
        rig
    }

    /// A phone that found this in its store.
    pub fn loaded(history: Vec<HistoryRow>) -> Self {
        let mut rig = Self::unloaded();
        rig.feed(Input::Loaded(Stored {
            account: Some(account()),
            instance_id: Some("urn:uuid:00000000-0000-4000-8000-000000000001".to_owned()),
            history,
            ..Stored::default()
        }));
        rig
    }

    /// A phone that is registered and idle.
    pub fn registered() -> Self {
        let mut rig = Self::loaded(Vec::new());
        rig.open_socket();
        rig.accept_registration();
        assert_eq!(
            rig.snapshot().registration.state,
            RegistrationState::Registered
        );
        rig
    }

    /// The same with an account of the test's own.
    pub fn registered_as(account: SipAccount) -> Self {
        let mut rig = Self::unloaded();
        rig.feed(Input::Loaded(Stored {
            account: Some(account),
            ..Stored::default()
        }));
        rig.open_socket();
        rig.accept_registration();
        rig
    }

    pub fn feed(&mut self, input: Input) {
        if !self.quiet {
            let _ = writeln!(self.log, "in  {input:?}");
        }
        self.phone.handle(input, self.now);
        self.drain();
    }

    fn drain(&mut self) {
        let mut acknowledge = Vec::new();
        let mut snapshots = 0;
        let revision = self.snapshot().revision;
        while let Some(effect) = self.phone.poll_effect() {
            if !self.quiet {
                let _ = writeln!(self.log, "out {effect:?}");
            }
            match effect {
                Effect::Socket { socket, op } => self.socket_op(socket, op),
                Effect::Media { media, op } => self.media.push_back((media, op)),
                Effect::Tone(tone) => {
                    assert_ne!(tone, self.tone, "a tone is only sent when it changes");
                    self.tone = tone;
                }
                Effect::Store { store, op } => {
                    self.stored.push((store, op));
                    acknowledge.push(store);
                }
                Effect::Reply { request, refusal } => self.replies.push_back((request, refusal)),
                Effect::Prepare { to_answer, .. } => self.prepared.push(to_answer),
                Effect::Measure { check, measure, .. } => self.measures.push((check, measure)),
                Effect::Audio(audio) => self.audio = Some(audio),
                Effect::SnapshotChanged => snapshots += 1,
                Effect::Worker(state) => self.workers.push(state),
                Effect::Fetch { fetch, request } => self.fetches.push_back((fetch, request)),
                Effect::OpenPage { url } => self.pages.push(url),
            }
        }
        assert!(snapshots <= 1, "at most one snapshot per input");
        assert!(revision >= self.revision);
        assert_eq!(snapshots == 1, revision != self.revision);
        assert!(
            snapshots == 0 || revision >= START,
            "newer than an earlier phone's"
        );
        self.revision = revision;
        if !self.quiet {
            let _ = writeln!(self.log, "now {:?}", self.phone);
        }
        for (socket, ok) in std::mem::take(&mut self.keep_alives) {
            self.server_says_on(socket, &ok);
        }
        for store in acknowledge {
            match self.store {
                Store::Works => self.feed(Input::Stored { store, ok: true }),
                Store::Fails => {
                    self.not_stored.push(store);
                    self.feed(Input::Stored { store, ok: false });
                }
                Store::Waits => {}
            }
        }
    }

    fn socket_op(&mut self, socket: SocketId, op: SocketOp) {
        match op {
            SocketOp::Open { url } => self.sockets.push((socket, url, false)),
            SocketOp::Send(text) if text.trim().is_empty() => self.pings += 1,
            SocketOp::Send(text) => {
                assert!(self.is_open(socket), "sent on a closed socket: {text}");
                let message = parse(text.as_bytes()).expect("the phone sends readable SIP");
                let keeps_alive =
                    matches!(&message, Message::Request(r) if r.method == Method::Options);
                let subscribes =
                    matches!(&message, Message::Request(r) if r.method == Method::Subscribe);
                if let (true, Some(status), Message::Request(request)) =
                    (subscribes, self.subscriptions, &message)
                {
                    let answer = request.response(status, "", Some("subscriptions"));
                    self.keep_alives.push((socket, answer.to_bytes()));
                } else if keeps_alive {
                    // The keep-alive of a server that does not know CRLF.
                    if let Message::Request(request) = message {
                        let ok = request.response(200, "", Some("options"));
                        self.keep_alives.push((socket, ok.to_bytes()));
                    }
                } else if !matches!(&message, Message::Response(r) if r.status == 100) {
                    self.sent.push_back((socket, message));
                }
            }
            SocketOp::Close => {
                let known = self.sockets.iter_mut().find(|(id, _, _)| *id == socket);
                known.expect("a socket that was opened").2 = true;
            }
        }
    }

    pub fn is_open(&self, socket: SocketId) -> bool {
        self.sockets
            .iter()
            .any(|(id, _, closed)| *id == socket && !closed)
    }

    pub fn snapshot(&self) -> &Snapshot {
        self.phone.snapshot()
    }

    pub fn worker(&self) -> &WorkerState {
        self.workers.last().expect("the worker was told")
    }

    // Commands.

    /// Sends a command and returns its fate, which must be known at once.
    pub fn command(&mut self, command: Command) -> Option<Refusal> {
        let request = self.command_later(command);
        self.reply(request).expect("a reply")
    }

    /// Sends a command whose reply may come later.
    pub fn command_later(&mut self, command: Command) -> RequestId {
        self.last_request += 1;
        let request = RequestId(self.last_request);
        self.feed(Input::Command {
            request: Some(request),
            command,
        });
        request
    }

    /// The reply to a request, if it has come; each comes once.
    pub fn reply(&mut self, request: RequestId) -> Option<Option<Refusal>> {
        let at = self.replies.iter().position(|(id, _)| *id == request)?;
        self.replies.remove(at).map(|(_, refusal)| refusal)
    }

    // Time.

    /// Lets time pass, waking the phone whenever it asks for it.
    pub fn advance(&mut self, by: Duration) {
        let end = self.now.mono + by;
        while let Some(at) = self.phone.poll_timeout().filter(|at| *at <= end) {
            self.move_to(at);
            self.feed(Input::Timeout);
            let next = self.phone.poll_timeout();
            assert!(
                next.is_none_or(|next| next > at),
                "asks for {next:?} again at {at:?}"
            );
        }
        self.move_to(end);
    }

    fn move_to(&mut self, at: Instant) {
        let at = at.max(self.now.mono);
        self.now.unix_ms += at.0 - self.now.mono.0;
        self.now.mono = at;
    }

    // Sockets and server.

    /// The newest socket that is open or opening.
    pub fn socket(&self) -> SocketId {
        self.sockets
            .iter()
            .rev()
            .find(|(_, _, closed)| !closed)
            .expect("a socket")
            .0
    }

    pub fn open_socket(&mut self) {
        let socket = self.socket();
        self.feed(Input::Socket {
            socket,
            event: SocketEvent::Opened,
        });
    }

    /// The network takes the newest socket away.
    pub fn lose_socket(&mut self, code: u16) {
        let socket = self.socket();
        let known = self.sockets.iter_mut().find(|(id, _, _)| *id == socket);
        known.expect("a socket").2 = true;
        self.feed(Input::Socket {
            socket,
            event: SocketEvent::Closed { code },
        });
    }

    pub fn server_says(&mut self, octets: &[u8]) {
        let socket = self.socket();
        self.server_says_on(socket, octets);
    }

    pub fn server_says_on(&mut self, socket: SocketId, octets: &[u8]) {
        self.feed(Input::Socket {
            socket,
            event: SocketEvent::Message(octets.to_vec()),
        });
    }

    /// The oldest message that the phone sent and no helper has taken: a request of this method.
    pub fn request(&mut self, method: &str) -> Request {
        match self.sent.pop_front() {
            Some((_, Message::Request(request))) if request.method.as_str() == method => request,
            other => panic!("expected {method}, got {other:?}"),
        }
    }

    /// The same for a response.
    pub fn response(&mut self, status: u16) -> Response {
        match self.sent.pop_front() {
            Some((_, Message::Response(response))) if response.status == status => response,
            other => panic!("expected {status}, got {other:?}"),
        }
    }

    pub fn nothing_sent(&self) {
        assert!(self.sent.is_empty(), "unexpected: {:?}", self.sent);
    }

    // Media.

    /// The oldest media operation that no helper has taken.
    pub fn media_op(&mut self) -> (MediaId, MediaOp) {
        self.media.pop_front().expect("a media operation")
    }

    /// The oldest one of this peer connection.
    pub fn media_op_of(&mut self, media: MediaId) -> MediaOp {
        let at = self.media.iter().position(|(id, _)| *id == media);
        let at = at.expect("an operation on this peer connection");
        self.media.remove(at).expect("it is there").1
    }

    pub fn no_media_op(&self) {
        assert!(self.media.is_empty(), "unexpected: {:?}", self.media);
    }

    pub fn media_event(&mut self, media: MediaId, event: MediaEvent) {
        self.feed(Input::Media { media, event });
    }

    /// Takes the operation that makes a new peer connection and returns its id.
    pub fn new_media(&mut self) -> MediaId {
        let makes = |op: &MediaOp| matches!(op, MediaOp::Offer { .. } | MediaOp::Answer { .. });
        let at = self.media.iter().position(|(_, op)| makes(op));
        let at = at.expect("a new peer connection");
        self.media.remove(at).expect("it is there").0
    }

    pub fn offer_ready(&mut self, media: MediaId) {
        self.media_event(
            media,
            MediaEvent::Offer {
                sdp: sdp("ours", "sendrecv"),
            },
        );
    }

    pub fn answer_ready(&mut self, media: MediaId) {
        self.media_event(
            media,
            MediaEvent::Answer {
                sdp: sdp("ours", "sendrecv"),
            },
        );
    }

    /// Takes the operation that applies an answer of the far end, and lets it succeed.
    pub fn apply_answer(&mut self, media: MediaId, provisional: bool) -> String {
        match self.media_op_of(media) {
            MediaOp::ApplyAnswer {
                sdp,
                provisional: is_provisional,
            } => {
                assert_eq!(is_provisional, provisional);
                self.media_event(media, MediaEvent::AnswerApplied);
                sdp
            }
            other => panic!("expected an answer to apply, got {other:?}"),
        }
    }

    pub fn media_fails(&mut self, media: MediaId, failure: MediaFailure) {
        self.media_event(media, MediaEvent::Failed(failure));
    }

    /// Takes the operation that closes this peer connection.
    pub fn media_closed(&mut self, media: MediaId) {
        assert_eq!(self.media_op_of(media), MediaOp::Close);
    }

    // Calls.

    pub fn call(&self, id: &CallId) -> &CallView {
        self.snapshot()
            .calls
            .iter()
            .find(|call| call.id == *id)
            .expect("the call is shown")
    }

    pub fn state(&self, id: &CallId) -> CallState {
        self.call(id).state
    }

    pub fn cause(&self, id: &CallId) -> EndCause {
        assert_eq!(self.state(id), CallState::Ended);
        self.call(id).end.as_ref().expect("an end").cause
    }

    pub fn row(&self, id: &CallId) -> &HistoryRow {
        self.snapshot()
            .history
            .iter()
            .find(|row| row.id == *id)
            .expect("a row")
    }

    /// The row as it was last stored.
    pub fn stored_row(&self, id: &CallId) -> &HistoryRow {
        self.stored
            .iter()
            .rev()
            .find_map(|(_, op)| match op {
                StoreOp::PutHistory(row) if row.id == *id => Some(row),
                _ => None,
            })
            .expect("a stored row")
    }

    /// The newest call.
    pub fn newest_call(&self) -> CallId {
        let newest = self
            .snapshot()
            .calls
            .iter()
            .rfind(|call| call.state != CallState::Ended);
        newest.expect("a call").id.clone()
    }

    pub fn dial(&mut self, number: &str) -> Option<Refusal> {
        self.command(Command::Dial {
            number: number.to_owned(),
            source: DialSource::Dialer,
            options: DialOptions::default(),
        })
    }

    /// Dials and gets as far as the INVITE.
    pub fn call_out(&mut self, number: &str) -> (CallId, MediaId, Request) {
        assert_eq!(self.dial(number), None);
        let id = self.newest_call();
        assert_eq!(self.state(&id), CallState::Preparing);
        let media = self.new_media();
        self.offer_ready(media);
        let invite = self.request("INVITE");
        assert_eq!(self.state(&id), CallState::Calling);
        (id, media, invite)
    }

    /// A call of ours that is up.
    pub fn connected_out(&mut self, number: &str) -> (CallId, MediaId, Dialog) {
        let (id, media, invite) = self.call_out(number);
        let dialog = self.answer_invite(&invite, "far");
        self.request("ACK");
        self.apply_answer(media, false);
        self.media_event(media, MediaEvent::Connected);
        assert_eq!(self.state(&id), CallState::Connected);
        (id, media, dialog)
    }

    /// A call to us that rings.
    pub fn call_in(&mut self, from: &str) -> (CallId, Dialog) {
        let dialog = self.invite_in(from, Some(&sdp("far", "sendrecv")));
        self.response(180);
        let id = self.newest_call();
        assert_eq!(self.state(&id), CallState::Incoming);
        (id, dialog)
    }

    /// A call to us that is up.
    pub fn connected_in(&mut self, from: &str) -> (CallId, MediaId, Dialog) {
        let (id, mut dialog) = self.call_in(from);
        let answer = Command::Answer { call: id.clone() };
        assert_eq!(self.command(answer), None);
        let media = self.new_media();
        self.answer_ready(media);
        let ok = self.response(200);
        self.acknowledge(&mut dialog, &ok);
        self.media_event(media, MediaEvent::Connected);
        assert_eq!(self.state(&id), CallState::Connected);
        (id, media, dialog)
    }

    pub fn hang_up(&mut self, id: &CallId) {
        let hang_up = Command::HangUp { call: id.clone() };
        assert_eq!(self.command(hang_up), None);
    }

    /// Takes a hold or resume of ours through: new offer, re-INVITE, answer of this direction.
    pub fn change_done(&mut self, media: MediaId, direction: MediaDirection, answered: &str) {
        match self.media_op_of(media) {
            MediaOp::Reoffer {
                direction: asked, ..
            } => assert_eq!(asked, direction),
            other => panic!("expected a new offer, got {other:?}"),
        }
        self.offer_ready(media);
        let reinvite = self.request("INVITE");
        self.respond_with_sdp(&reinvite, 200, "", &sdp("far", answered));
        self.request("ACK");
        self.apply_answer(media, false);
    }

    pub fn set_held(&mut self, id: &CallId, held: bool) -> Option<Refusal> {
        self.command(Command::SetHeld {
            call: id.clone(),
            held,
        })
    }
}
