//! One SIP user agent on one socket.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

use alo_protocol::SipAccount;
use alo_sip::digest::Credentials;
use alo_sip::wire::Uri;
use alo_sip::{Config, Event, Instant, Random, Transmit, TransportEvent, UserAgent};

use crate::effects::Effects;
use crate::{Now, SocketEvent, SocketId, SocketOp};

/// Names a line: the live one, the one of a test, or one that is winding up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LineId(pub(crate) u64);

/// The shell's random numbers, shared by the phone and its user agents.
#[derive(Clone)]
pub(crate) struct SharedRandom(Rc<RefCell<Box<dyn Random>>>);

impl SharedRandom {
    pub(crate) fn new(rng: Box<dyn Random>) -> Self {
        Self(Rc::new(RefCell::new(rng)))
    }
}

impl Random for SharedRandom {
    fn fill(&mut self, buffer: &mut [u8]) {
        self.0.borrow_mut().fill(buffer);
    }
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Making and taking calls.
    Calls,
    /// Trying an account.
    Test,
}

/// A user agent with its socket; its outputs are drained after every input, as its contract asks.
pub(crate) struct Line {
    pub(crate) id: LineId,
    pub(crate) purpose: Purpose,
    /// The address of record of the account (RFC 3261 §6).
    aor: Uri,
    ua: UserAgent,
    socket: Option<SocketId>,
    events: VecDeque<Event>,
}

impl Line {
    /// A line at rest. `account` has been checked.
    pub(crate) fn new(
        id: LineId,
        account: &SipAccount,
        instance_id: &str,
        user_agent: &str,
        purpose: Purpose,
        rng: SharedRandom,
    ) -> Self {
        let credentials = Credentials {
            username: account
                .auth_user
                .clone()
                .unwrap_or_else(|| account.username.clone()),
            password: account.password.expose().to_owned(),
        };
        let aor = Uri::sip_escaped(&account.username, &account.domain);
        let mut config = Config::new(
            &account.server_url,
            aor.clone(),
            credentials,
            instance_id,
            user_agent,
        );
        // A test is about the server that was typed, not about its backups.
        if purpose == Purpose::Calls {
            config.backup_urls = account.backup_urls.clone();
            config.message_waiting = true;
        }
        config.display_name = Some(account.display_name.clone()).filter(|name| !name.is_empty());
        // The phone sends 180 itself, and only for a call that it shows: not for a third one, nor in a test.
        config.ring_automatically = false;
        Self {
            id,
            purpose,
            aor,
            ua: UserAgent::new(config, Box::new(rng)),
            socket: None,
            events: VecDeque::new(),
        }
    }

    /// Whether it is a test of the address for which `live` is registered.
    pub(crate) fn is_test_of(&self, live: Option<&Line>) -> bool {
        self.purpose == Purpose::Test && live.is_some_and(|live| live.aor.matches(&self.aor))
    }

    /// Does something with the user agent and takes its outputs.
    pub(crate) fn act<R>(
        &mut self,
        effects: &mut Effects,
        act: impl FnOnce(&mut UserAgent) -> R,
    ) -> R {
        let result = act(&mut self.ua);
        self.drain(effects);
        result
    }

    /// True if the event was this line's.
    pub(crate) fn handle_socket(
        &mut self,
        socket: SocketId,
        event: &SocketEvent,
        effects: &mut Effects,
        now: Now,
    ) -> bool {
        if self.socket != Some(socket) {
            return false;
        }
        let event = match event {
            SocketEvent::Opened => TransportEvent::Opened,
            SocketEvent::Message(octets) => TransportEvent::Message(octets.clone()),
            SocketEvent::Closed { code } => {
                self.socket = None;
                TransportEvent::Closed {
                    code: *code,
                    // RFC 6455 §7.1.5: 1006 is what a missing closing handshake is reported as.
                    clean: *code != 1006,
                }
            }
        };
        self.act(effects, |ua| ua.handle_transport(event, now.mono));
        true
    }

    pub(crate) fn next_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        self.ua.poll_timeout()
    }

    pub(crate) fn has_socket(&self) -> bool {
        self.socket.is_some()
    }

    pub(crate) fn has_this_socket(&self, socket: SocketId) -> bool {
        self.socket == Some(socket)
    }

    /// Closes the socket without unregistering.
    pub(crate) fn cut(&mut self, effects: &mut Effects) {
        if let Some(socket) = self.socket.take() {
            effects.socket(socket, SocketOp::Close);
        }
    }

    fn drain(&mut self, effects: &mut Effects) {
        while let Some(transmit) = self.ua.poll_transmit() {
            match transmit {
                Transmit::Connect { url } => {
                    let socket = effects.new_socket();
                    self.socket = Some(socket);
                    effects.socket(socket, SocketOp::Open { url });
                }
                Transmit::Send(text) => {
                    if let Some(socket) = self.socket {
                        effects.socket(socket, SocketOp::Send(text));
                    }
                }
                Transmit::Disconnect => self.cut(effects),
            }
        }
        while let Some(event) = self.ua.poll_event() {
            self.events.push_back(event);
        }
    }
}

// The user agent holds the password.
impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line")
            .field("id", &self.id)
            .field("socket", &self.socket)
            .finish_non_exhaustive()
    }
}
