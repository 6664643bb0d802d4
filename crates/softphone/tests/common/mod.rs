//! A phone with everything around it scripted: clock, store, server and media.
//!
//! [`Rig`] plays the shell: it feeds inputs, sorts the effects, and acknowledges what is stored unless
//! told otherwise. The test plays server and browser by the helpers in [`server`].

// Each test file is a crate of its own and uses a part of this one.
#![allow(dead_code, unreachable_pub, unused_imports)]

mod calls;
pub mod disk;
mod media;
mod notes;
mod omicall;
mod server;
mod shell;
pub mod takeover;

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::time::Duration;

use alo_protocol::{
    AudioSettings, CallId, CallState, CallView, Command, ContactsRead, DialOptions, DialSource,
    EndCause, HistoryRow, IceServer, Refusal, RegistrationState, Secret, SipAccount, Snapshot,
    WorkerState,
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
pub use notes::{change, typed, typed_into};
pub use omicall::{MINH, OMICALL_PASSWORD, Omicall, call_in, omicall, sign_in, sign_in_as};
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
    /// What the last reply said about a file of contacts.
    pub read: Option<ContactsRead>,
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
    /// Whether the log is not written, to make a thousand runs faster.
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
            read: None,
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

    pub fn snapshot(&self) -> &Snapshot {
        self.phone.snapshot()
    }

    pub fn worker(&self) -> &WorkerState {
        self.workers.last().expect("the worker was told")
    }

    // Commands.

    /// Sends a command and returns its outcome, which must be known at once.
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
}
