//! The one WebSocket of a user agent: opening, reopening and keep-alive (RFC 7118, RFC 5626 §4.5).

use std::collections::VecDeque;
use std::time::Duration;

use crate::keep_alive::{Due, KeepAlive};
use crate::random::{Random, between};
use crate::servers::Servers;
use crate::time::Instant;
use crate::timers::is_due;
use crate::user_agent::{RecoveryCause, Transmit};

/// How long a socket may take to open.
const OPEN_WITHIN: Duration = Duration::from_secs(10);

/// The same during a call: an attempt that began while the network was away is not worth waiting
/// for.
const OPEN_WITHIN_IN_CALL: Duration = Duration::from_secs(4);

/// The longest wait before the first new attempt; jitter makes it up to a half shorter.
const BACK_OFF_BASE: Duration = Duration::from_secs(1);

/// The longest wait before any new attempt.
const BACK_OFF_MAX: Duration = Duration::from_secs(30);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No socket, and none is to be opened.
    Idle,
    Connecting {
        give_up: Instant,
    },
    Open,
    BackOff {
        until: Instant,
    },
}

/// What the user agent has to handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The socket was lost or could not be opened; the next attempt is at `retry_at`.
    Lost {
        why: RecoveryCause,
        retry_at: Instant,
    },
    /// The back-off is over and the socket is being opened.
    Connecting,
    /// The keep-alive has something to do.
    KeepAlive(Due),
}

/// The socket and its servers.
#[derive(Debug)]
pub(crate) struct Transport {
    servers: Servers,
    state: State,
    /// Whether the server has registered us on this socket.
    served: bool,
    /// Whether a SIP message has arrived on this socket.
    speaks_sip: bool,
    /// Whether a call is up.
    in_call: bool,
    /// The keep-alive of this socket.
    pub(crate) keep_alive: KeepAlive,
    transmits: VecDeque<Transmit>,
}

impl Transport {
    pub(crate) fn new(servers: Servers) -> Self {
        Self {
            servers,
            state: State::Idle,
            served: false,
            speaks_sip: false,
            in_call: false,
            keep_alive: KeepAlive::new(),
            transmits: VecDeque::new(),
        }
    }

    /// Sets whether a call is up, during which all waits are shorter.
    pub(crate) fn set_in_call(&mut self, in_call: bool, now: Instant) {
        self.in_call = in_call;
        self.servers.set_in_call(in_call);
        self.keep_alive.set_in_call(in_call, now);
    }

    /// Opens the socket unless it is open or opening. Ends a back-off and tries the preferred
    /// server first.
    pub(crate) fn connect(&mut self, now: Instant) {
        if matches!(self.state, State::Idle | State::BackOff { .. }) {
            self.servers.start_over(now);
        }
        self.open(now);
    }

    /// The URL of the server in use, or of the one to be tried next.
    pub(crate) fn url(&self) -> &str {
        self.servers.url()
    }

    /// Whether there are other servers than the one in use.
    pub(crate) fn has_others(&self) -> bool {
        self.servers.has_others()
    }

    /// Pauses the server in use, which has sent Retry-After.
    pub(crate) fn pause_server(&mut self, until: Instant) {
        self.servers.pause_current(until);
    }

    fn open(&mut self, now: Instant) {
        match self.state {
            State::Idle | State::BackOff { .. } => {
                self.transmits.push_back(Transmit::Connect {
                    url: self.servers.url().to_owned(),
                });
                self.state = State::Connecting {
                    give_up: now
                        + if self.in_call {
                            OPEN_WITHIN_IN_CALL
                        } else {
                            OPEN_WITHIN
                        },
                };
            }
            State::Connecting { .. } | State::Open => {}
        }
    }

    /// Closes the socket; there is no new attempt.
    pub(crate) fn close(&mut self) {
        if matches!(self.state, State::Connecting { .. } | State::Open) {
            self.transmits.push_back(Transmit::Disconnect);
        }
        self.state = State::Idle;
        self.servers.reset();
        self.keep_alive.closed();
    }

    /// The shell opened the socket. `false` if none was to be opened.
    pub(crate) fn opened(&mut self, now: Instant) -> bool {
        if !matches!(self.state, State::Connecting { .. }) {
            return false;
        }
        self.state = State::Open;
        self.speaks_sip = false;
        self.served = false;
        self.keep_alive.opened(now);
        true
    }

    /// The shell lost the socket. `None` if there was none.
    pub(crate) fn closed(
        &mut self,
        code: u16,
        rng: &mut dyn Random,
        now: Instant,
    ) -> Option<Notice> {
        let why = match self.state {
            State::Connecting { .. } => RecoveryCause::CannotConnect { code },
            State::Open => RecoveryCause::ConnectionLost { code },
            State::Idle | State::BackOff { .. } => return None,
        };
        Some(self.lost(why, rng, now))
    }

    /// Closes the socket as useless and schedules a new attempt.
    pub(crate) fn give_up(
        &mut self,
        why: RecoveryCause,
        rng: &mut dyn Random,
        now: Instant,
    ) -> Notice {
        self.transmits.push_back(Transmit::Disconnect);
        self.lost(why, rng, now)
    }

    /// Sends one message. `false`, and nothing is sent, without an open socket.
    pub(crate) fn send(&mut self, text: String) -> bool {
        let open = self.is_open();
        if open {
            self.transmits.push_back(Transmit::Send(text));
        }
        open
    }

    /// A message arrived that is SIP.
    pub(crate) fn heard_sip(&mut self) {
        self.speaks_sip = true;
    }

    /// Whether a SIP message has arrived on this socket.
    pub(crate) fn speaks_sip(&self) -> bool {
        self.speaks_sip
    }

    /// The server has registered us: the next back-off begins with the shortest wait.
    pub(crate) fn note_served(&mut self) {
        self.served = true;
        self.servers.note_served();
    }

    pub(crate) fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether there is no socket and none is to be opened.
    pub(crate) fn is_idle(&self) -> bool {
        self.state == State::Idle
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        match self.state {
            State::Idle => None,
            State::Connecting { give_up } => Some(give_up),
            State::BackOff { until } => Some(until),
            State::Open => self.keep_alive.poll_timeout(),
        }
    }

    pub(crate) fn handle_timeout(&mut self, rng: &mut dyn Random, now: Instant) -> Option<Notice> {
        if !is_due(self.poll_timeout(), now) {
            return None;
        }
        match self.state {
            State::Idle => None,
            State::Connecting { .. } => {
                Some(self.give_up(RecoveryCause::CannotConnect { code: 0 }, rng, now))
            }
            State::BackOff { .. } => {
                self.open(now);
                Some(Notice::Connecting)
            }
            State::Open => self.keep_alive.handle_timeout(now).map(Notice::KeepAlive),
        }
    }

    pub(crate) fn poll_transmit(&mut self) -> Option<Transmit> {
        self.transmits.pop_front()
    }

    fn lost(&mut self, why: RecoveryCause, rng: &mut dyn Random, now: Instant) -> Notice {
        let served = std::mem::take(&mut self.served);
        let retry_at = self.servers.next(served, rng, now);
        self.state = State::BackOff { until: retry_at };
        self.keep_alive.closed();
        Notice::Lost { why, retry_at }
    }
}

/// The wait after `failures` failed attempts: doubles from 1 s to 30 s, and a random share of it
/// between a half and the whole is taken, so that a server that comes back is not overrun (RFC 5626
/// §4.5).
pub(crate) fn back_off(failures: u32, rng: &mut dyn Random) -> Duration {
    let whole = BACK_OFF_BASE
        .saturating_mul(1 << failures.min(5))
        .min(BACK_OFF_MAX);
    between(rng, whole / 2, whole)
}
