//! The public API: one account at one server, its registration and its calls.

mod check;
mod config;
mod event;
mod requests;
mod socket;

pub use check::RESERVED_HEADERS;
pub use config::Config;
pub use event::{
    Diversion, Event, FailureCause, Invite, RecoveryCause, Referral, RegistrationEvent, Transmit,
    TransportEvent,
};

use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::message_waiting::MessageWaiting;
use crate::random::{Random, token};
use crate::registration::Registration;
use crate::session::{Rescue, Session, SessionId};
use crate::time::Instant;
use crate::timers::earliest;
use crate::transaction::Owner;
use crate::wire::{NameAddr, Uri};

/// The most calls in memory, including ended ones that still wait for a timer.
const MAX_KEPT_SESSIONS: usize = 64;

/// A SIP user agent without input or output of its own.
///
/// **The contract.** After every call of a method that takes `&mut self` (other than the polls),
/// drain [`poll_transmit`](Self::poll_transmit) and [`poll_event`](Self::poll_event) until both
/// return `None`, then schedule [`handle_timeout`](Self::handle_timeout) for
/// [`poll_timeout`](Self::poll_timeout). `now` never goes back. Calling
/// [`handle_timeout`](Self::handle_timeout) early, late or without need is harmless.
pub struct UserAgent {
    endpoint: Endpoint,
    registration: Registration,
    message_waiting: MessageWaiting,
    /// The calls, in the order of their ids.
    sessions: Vec<Session>,
    next_id: u64,
    /// [`stop`](Self::stop) was called: the socket is closed as soon as the registration has ended.
    stopping: bool,
    /// Call-ID, From and CSeq number of the keep-alive's OPTIONS.
    options: (String, NameAddr, u32),
}

impl UserAgent {
    /// A user agent that does nothing until [`start`](Self::start).
    pub fn new(config: Config, rng: Box<dyn Random>) -> Self {
        let mut endpoint = Endpoint::new(config, rng);
        let call_id = token(&mut endpoint.rng, 20);
        let options = (token(&mut endpoint.rng, 20), endpoint.from(), 0);
        Self {
            registration: Registration::new(call_id, endpoint.config.register_expires),
            message_waiting: MessageWaiting::new(),
            endpoint,
            sessions: Vec::new(),
            next_id: 1,
            stopping: false,
            options,
        }
    }

    /// Connects and registers. After [`RegistrationEvent::Failed`], and during the wait for the
    /// next attempt, it tries again at once.
    pub fn start(&mut self, now: Instant) {
        self.stopping = false;
        self.endpoint.transport.connect(now);
        self.registration.start(&mut self.endpoint, now);
        self.dispatch_outcomes(now);
    }

    /// Refreshes the registration before it is due, for when something may have removed the
    /// binding. Does nothing if the account is not registered.
    pub fn refresh(&mut self, now: Instant) {
        self.registration.refresh(&mut self.endpoint, now);
        self.dispatch_outcomes(now);
    }

    /// Hangs up every call, unregisters (waiting 2 s at most for the answer) and closes the socket.
    /// [`RegistrationEvent::Unregistered`] reports the end.
    pub fn stop(&mut self, now: Instant) {
        self.stopping = true;
        for session in &mut self.sessions {
            session.hang_up(&mut self.endpoint, now);
        }
        self.message_waiting.stop();
        self.registration.stop(&mut self.endpoint, now);
        self.dispatch_outcomes(now);
    }

    /// Handles an event of the socket.
    pub fn handle_transport(&mut self, event: TransportEvent, now: Instant) {
        match event {
            TransportEvent::Opened => self.on_opened(now),
            TransportEvent::Message(octets) => self.on_message(&octets, now),
            TransportEvent::Closed { code, clean: _ } => self.on_closed(code, now),
        }
        self.dispatch_outcomes(now);
    }

    /// Handles a change of the network. `online`: connects at once, or probes the open socket.
    pub fn handle_network(&mut self, online: bool, now: Instant) {
        if online {
            self.on_online(now);
        }
        self.dispatch_outcomes(now);
    }

    /// For when the socket may be dead (the machine slept, sound stopped): if it is open, a
    /// keep-alive is sent at once and must be answered within 3 s.
    pub fn probe(&mut self, now: Instant) {
        if self.endpoint.transport.is_open() {
            self.on_online(now);
        }
        self.dispatch_outcomes(now);
    }

    /// Does what is due at `now`.
    pub fn handle_timeout(&mut self, now: Instant) {
        self.on_socket_timeout(now);
        self.endpoint.transactions.handle_timeout(now);
        self.dispatch_outcomes(now);
        self.registration.handle_timeout(&mut self.endpoint, now);
        if self.registration.is_registered() {
            self.message_waiting.handle_timeout(&mut self.endpoint, now);
        }
        for session in &mut self.sessions {
            session.handle_timeout(&mut self.endpoint, now);
        }
        self.dispatch_outcomes(now);
    }

    /// The next thing that the shell has to do.
    pub fn poll_transmit(&mut self) -> Option<Transmit> {
        self.endpoint.transport.poll_transmit()
    }

    /// The next event for the application.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.endpoint.poll_event()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called; `None` while nothing is pending.
    pub fn poll_timeout(&self) -> Option<Instant> {
        let sessions = earliest(self.sessions.iter().map(Session::poll_timeout));
        // Without a registration no subscription is made or refreshed.
        let subscription = self
            .message_waiting
            .poll_timeout()
            .filter(|_| self.registration.is_registered());
        earliest([
            self.endpoint.transport.poll_timeout(),
            self.endpoint.transactions.poll_timeout(),
            self.registration.poll_timeout(),
            subscription,
            sessions,
        ])
    }

    /// Places a call: the INVITE leaves at once.
    ///
    /// # Errors
    /// [`Error::NotConnected`], [`Error::TooManySessions`], [`Error::BadHeader`], [`Error::BadTarget`].
    pub fn invite(&mut self, invite: Invite, now: Instant) -> Result<SessionId, Error> {
        check::target(&invite.target)?;
        check::headers(&invite.headers)?;
        if self.stopping || !self.endpoint.transport.is_open() {
            return Err(Error::NotConnected);
        }
        if !self.has_room() || self.sessions.len() >= MAX_KEPT_SESSIONS {
            return Err(Error::TooManySessions);
        }
        let id = self.new_id();
        // A target that somebody else chose (RFC 3892) may want to collect digests to guess the
        // password from.
        if invite.is_referred() && !self.endpoint.is_own_domain(&invite.target.host) {
            self.endpoint.set_without_credentials(id, true);
        }
        let session = Session::call(id, invite, &mut self.endpoint, now);
        self.sessions.push(session);
        self.dispatch_outcomes(now);
        Ok(id)
    }

    /// Tells the caller that it rings (180). The engine does this by itself unless
    /// [`Config::ring_automatically`] is off.
    pub fn ring(&mut self, id: SessionId, now: Instant) {
        self.with_session(id, now, |session, endpoint| session.ring(endpoint, now));
    }

    /// Answers an incoming call: 200 with the SDP, sent again until the ACK arrives (RFC 3261
    /// §13.3.1.4); without one after 32 s the call ends.
    pub fn accept(&mut self, id: SessionId, answer: String, now: Instant) {
        self.with_session(id, now, |session, endpoint| {
            session.accept(answer, endpoint, now)
        });
    }

    /// Refuses an incoming call with a status of 300–699 and, if given, `Reason: SIP;cause=…;text="…"`.
    pub fn reject(
        &mut self,
        id: SessionId,
        status: u16,
        reason: Option<(u16, String)>,
        now: Instant,
    ) {
        self.with_session(id, now, |session, endpoint| {
            session.reject(status, reason, endpoint, now)
        });
    }

    /// Diverts an incoming call: 302 with the new Contact, and Diversion (RFC 5806) with our
    /// address and the reason.
    ///
    /// # Errors
    /// [`Error::UnknownSession`], [`Error::BadTarget`].
    pub fn redirect(
        &mut self,
        id: SessionId,
        to: &Uri,
        why: Diversion,
        now: Instant,
    ) -> Result<(), Error> {
        check::target(to)?;
        let mut to = to.clone();
        to.headers.clear();
        self.with_session(id, now, |session, endpoint| {
            session.redirect(NameAddr::new(to), why, endpoint, now)
        })
        .ok_or(Error::UnknownSession)
    }

    /// Ends a call in the way that its state requires (RFC 3261 §9, §15): CANCEL, BYE, or 480 to
    /// one that rings here. [`Event::Ended`] comes at once; the engine finishes on the wire by
    /// itself.
    pub fn hang_up(&mut self, id: SessionId, now: Instant) {
        self.with_session(id, now, |session, endpoint| session.hang_up(endpoint, now));
    }

    /// Offers a change of an answered call (re-INVITE). It waits while another change is under way
    /// or the socket is lost, and is repeated after 491 (RFC 3261 §14.1). [`Event::ReinviteDone`]
    /// reports the result.
    ///
    /// # Errors
    /// [`Error::UnknownSession`], [`Error::WrongState`] before the answer, [`Error::ReinvitePending`].
    pub fn reinvite(&mut self, id: SessionId, offer: String, now: Instant) -> Result<(), Error> {
        self.with_session(id, now, |session, endpoint| {
            session.reinvite(offer, Rescue::None, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// As [`reinvite`](Self::reinvite), after the socket was lost: the far end learns how to reach
    /// us now. If the far end does not know the dialog any more, an INVITE with Replaces (RFC 3891)
    /// asks for a new one, at the far end's Contact and then at its address; the call keeps its id.
    /// If that fails too, the call ends as [`EndKind::Gone`](crate::EndKind::Gone).
    ///
    /// # Errors
    /// As [`reinvite`](Self::reinvite).
    pub fn recover(&mut self, id: SessionId, offer: String, now: Instant) -> Result<(), Error> {
        self.with_session(id, now, |session, endpoint| {
            session.reinvite(offer, Rescue::Wanted, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// Transfers an answered call (blind transfer, RFC 3515): asks the far end to call `target`.
    /// [`Event::TransferDone`] reports the outcome; the call stays up until it is hung up.
    ///
    /// # Errors
    /// [`Error::UnknownSession`], [`Error::WrongState`] before the answer, [`Error::TransferPending`],
    /// [`Error::NotConnected`], [`Error::BadTarget`].
    pub fn transfer(&mut self, id: SessionId, target: &Uri, now: Instant) -> Result<(), Error> {
        check::target(target)?;
        let mut target = target.clone();
        target.headers.clear();
        let to = NameAddr::new(target).to_string();
        self.with_session(id, now, |session, endpoint| {
            session.refer(to, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// Connects the far ends of two answered calls (attended transfer, RFC 5589 §7): the far end of
    /// `id` is asked to take our place in the call `with`. Otherwise as
    /// [`transfer`](Self::transfer).
    ///
    /// # Errors
    /// As [`transfer`](Self::transfer), for either call.
    pub fn transfer_to(
        &mut self,
        id: SessionId,
        with: SessionId,
        now: Instant,
    ) -> Result<(), Error> {
        if id == with {
            return Err(Error::WrongState);
        }
        let mut sessions = self.sessions.iter_mut();
        let other = sessions.find(|session| session.id() == with);
        let to = other.ok_or(Error::UnknownSession)?.as_refer_to()?;
        self.with_session(id, now, |session, endpoint| {
            session.refer(to, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// Reports the state of the call that the far end asked for ([`Event::TransferRequested`]), by
    /// NOTIFY (RFC 3515 §2.4.4): 100–199 is provisional, 200–699 is the outcome, 603 means that the
    /// person declined.
    pub fn tell_referrer(&mut self, id: SessionId, status: u16, now: Instant) {
        self.with_session(id, now, |session, endpoint| {
            session.tell_referrer(status, endpoint, now)
        });
    }

    /// Answers an [`Event::Reoffer`] with an SDP answer, or a status of 400–699 that refuses it
    /// (488). `false` if the offer is no longer pending: the peer has cancelled it, or it was
    /// refused after 20 s.
    pub fn answer_reinvite(
        &mut self,
        id: SessionId,
        answer: Result<String, u16>,
        now: Instant,
    ) -> bool {
        let taken = self.with_session(id, now, |session, endpoint| {
            session.answer_reinvite(answer, endpoint, now)
        });
        taken.unwrap_or(false)
    }

    /// Sends a body in an INFO within an answered call (RFC 6086 §3), such as the digits of
    /// `application/dtmf-relay`. [`Event::InfoDone`] reports the result. One INFO at a time per
    /// call.
    ///
    /// # Errors
    /// [`Error::UnknownSession`], [`Error::WrongState`] before the answer, [`Error::InfoPending`] (also for
    /// a body of more than 1024 octets), [`Error::NotConnected`].
    pub fn info(
        &mut self,
        id: SessionId,
        media_type: &'static str,
        body: String,
        now: Instant,
    ) -> Result<(), Error> {
        self.with_session(id, now, |session, endpoint| {
            session.info(media_type, body, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// For tests only: the last [`Event::Registration`], also after the test has taken the event.
    #[doc(hidden)]
    pub fn registration_state(&self) -> &RegistrationEvent {
        self.registration.last_event()
    }

    /// For tests only: how many transactions and calls are not forgotten yet, those that only wait for a
    /// timer included. Tests check with it that nothing is left behind.
    #[doc(hidden)]
    pub fn unfinished(&self) -> usize {
        self.endpoint.transactions.len() + self.sessions.len()
    }

    /// Applies `f` to one call and dispatches the outcomes. `None` if there is no such call.
    fn with_session<R>(
        &mut self,
        id: SessionId,
        now: Instant,
        f: impl FnOnce(&mut Session, &mut Endpoint) -> R,
    ) -> Option<R> {
        let session = self
            .sessions
            .iter_mut()
            .find(|session| session.id() == id)?;
        let result = f(session, &mut self.endpoint);
        self.dispatch_outcomes(now);
        Some(result)
    }

    /// Passes the outcomes of transactions to their owners until there are no more, then drops
    /// finished calls, and closes the socket if nothing needs it.
    fn dispatch_outcomes(&mut self, now: Instant) {
        while let Some(outcome) = self.endpoint.transactions.poll_outcome() {
            match outcome.owner {
                Owner::Registration => {
                    let endpoint = &mut self.endpoint;
                    self.registration
                        .on_news(&outcome.key, outcome.news, endpoint, now);
                    if let Some(why) = self.registration.take_give_up_reason() {
                        self.give_up_socket(why, now);
                    }
                }
                Owner::MessageWaiting => {
                    let endpoint = &mut self.endpoint;
                    self.message_waiting
                        .on_news(&outcome.key, outcome.news, endpoint, now);
                }
                Owner::KeepAlive => self.on_options_news(&outcome.news),
                Owner::Session(id) => {
                    if let Some(session) = self.sessions.iter_mut().find(|s| s.id() == id) {
                        session.on_outcome(outcome, &mut self.endpoint, now);
                    }
                }
            }
        }
        if self.registration.is_registered() {
            self.message_waiting.registered(&mut self.endpoint, now);
        }
        self.sessions
            .retain(|session| !session.is_finished(&self.endpoint));
        let sessions = &self.sessions;
        let lives = |id| sessions.iter().any(|session| session.id() == id);
        self.endpoint.retain_without_credentials(lives);
        let in_call = self.sessions.iter().any(Session::is_up);
        self.endpoint.transport.set_in_call(in_call, now);
        let in_use = !self.stopping && !self.sessions.is_empty();
        if !self.registration.wants_socket() && !in_use {
            self.endpoint.transport.close();
            self.endpoint.transactions.clear();
            self.sessions.clear();
        }
    }

    /// Whether the limit of calls that are not over allows one more.
    fn has_room(&self) -> bool {
        let live = self
            .sessions
            .iter()
            .filter(|session| !session.is_ended())
            .count();
        live < self
            .endpoint
            .config
            .max_sessions
            .clamp(1, MAX_KEPT_SESSIONS)
    }

    fn new_id(&mut self) -> SessionId {
        let id = SessionId(self.next_id);
        self.next_id += 1;
        id
    }
}
