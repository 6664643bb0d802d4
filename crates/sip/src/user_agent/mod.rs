//! The façade: one account at one server, its registration and its calls.

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

/// The most calls that are kept, those that only wait for the end of a timer included.
const MAX_KEPT_SESSIONS: usize = 64;

/// A SIP user agent that does no input or output of its own.
///
/// **The contract.** After every call of a method that takes `&mut self` (but the polls), drain
/// [`poll_transmit`](Self::poll_transmit) and [`poll_event`](Self::poll_event) until both give `None`,
/// then arrange for [`handle_timeout`](Self::handle_timeout) at [`poll_timeout`](Self::poll_timeout);
/// then the next call. `now` never goes back. Calling [`handle_timeout`](Self::handle_timeout) early,
/// late or for nothing is harmless.
pub struct UserAgent {
    endpoint: Endpoint,
    registration: Registration,
    message_waiting: MessageWaiting,
    /// In the order of their ids.
    sessions: Vec<Session>,
    next_id: u64,
    /// Whether the socket goes as soon as the registration is ended.
    stopping: bool,
    /// Call-ID, tag and number of the keep-alive's OPTIONS.
    options: (String, NameAddr, u32),
}

impl UserAgent {
    /// A user agent at rest; [`start`](Self::start) sets it to work.
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

    /// Connects and registers. After [`RegistrationEvent::Failed`], and while it waits for the next
    /// attempt: tries again at once.
    pub fn start(&mut self, now: Instant) {
        self.stopping = false;
        self.endpoint.transport.connect(now);
        self.registration.start(&mut self.endpoint, now);
        self.settle(now);
    }

    /// Refreshes the registration ahead of its time, because something may have taken the binding
    /// away. Nothing happens while it is not registered.
    pub fn refresh(&mut self, now: Instant) {
        self.registration.refresh(&mut self.endpoint, now);
        self.settle(now);
    }

    /// Hangs up every call, unregisters (waiting for the answer 2 s at most) and closes the socket.
    /// [`RegistrationEvent::Unregistered`] tells when.
    pub fn stop(&mut self, now: Instant) {
        self.stopping = true;
        for session in &mut self.sessions {
            session.hang_up(&mut self.endpoint, now);
        }
        self.message_waiting.stop();
        self.registration.stop(&mut self.endpoint, now);
        self.settle(now);
    }

    /// Takes what happened to the socket.
    pub fn handle_transport(&mut self, event: TransportEvent, now: Instant) {
        match event {
            TransportEvent::Opened => self.on_opened(now),
            TransportEvent::Message(octets) => self.on_message(&octets, now),
            TransportEvent::Closed { code, clean: _ } => self.on_closed(code, now),
        }
        self.settle(now);
    }

    /// Takes whether there is a network. Coming online: connects at once, or probes the open socket.
    pub fn handle_network(&mut self, online: bool, now: Instant) {
        if online {
            self.on_online(now);
        }
        self.settle(now);
    }

    /// There is a reason to doubt the socket (the machine slept, sound stopped): if it is open, the
    /// server is asked at once and has 3 s to answer.
    pub fn probe(&mut self, now: Instant) {
        if self.endpoint.transport.is_open() {
            self.on_online(now);
        }
        self.settle(now);
    }

    /// Does what is due at `now`.
    pub fn handle_timeout(&mut self, now: Instant) {
        self.on_socket_timeout(now);
        self.endpoint.transactions.handle_timeout(now);
        self.settle(now);
        self.registration.handle_timeout(&mut self.endpoint, now);
        if self.registration.is_registered() {
            self.message_waiting.handle_timeout(&mut self.endpoint, now);
        }
        for session in &mut self.sessions {
            session.handle_timeout(&mut self.endpoint, now);
        }
        self.settle(now);
    }

    /// What the shell has to do next.
    pub fn poll_transmit(&mut self) -> Option<Transmit> {
        self.endpoint.transport.poll_transmit()
    }

    /// What happened.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.endpoint.poll_event()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called; `None` while nothing is pending.
    pub fn poll_timeout(&self) -> Option<Instant> {
        let sessions = earliest(self.sessions.iter().map(Session::poll_timeout));
        // Unregistered there is nobody to ask.
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
        // Whom somebody else wants called (RFC 3892) may be anybody, out to collect digests.
        if invite.is_for_another() && !self.endpoint.is_own_domain(&invite.target.host) {
            self.endpoint.set_unproven(id, true);
        }
        let session =
            Session::call(id, invite, &mut self.endpoint, now).ok_or(Error::NotConnected)?;
        self.sessions.push(session);
        self.settle(now);
        Ok(id)
    }

    /// Tells the caller that it rings (180). Done by itself unless
    /// [`Config::ring_automatically`] is off.
    pub fn ring(&mut self, id: SessionId, now: Instant) {
        self.with(id, now, |session, endpoint| session.ring(endpoint, now));
    }

    /// Answers an incoming call: 200 with the SDP, sent again until the ACK arrives (RFC 3261
    /// §13.3.1.4); without one after 32 s the call ends.
    pub fn accept(&mut self, id: SessionId, answer: String, now: Instant) {
        self.with(id, now, |session, endpoint| {
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
        self.with(id, now, |session, endpoint| {
            session.reject(status, reason, endpoint, now)
        });
    }

    /// Sends an incoming call on: 302 with Contact, and Diversion (RFC 5806) that says who did it and
    /// why.
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
        self.with(id, now, |session, endpoint| {
            session.redirect(NameAddr::new(to), why, endpoint, now)
        })
        .ok_or(Error::UnknownSession)
    }

    /// Ends a call in whatever way its state asks for (RFC 3261 §9, §15): CANCEL, BYE, or 480 to one
    /// that rings here. [`Event::Ended`] comes at once; what is left to do on the wire is done by itself.
    pub fn hang_up(&mut self, id: SessionId, now: Instant) {
        self.with(id, now, |session, endpoint| session.hang_up(endpoint, now));
    }

    /// Offers a change of an answered call. It is kept while another change or a lost socket is in the
    /// way; 491 is handled inside (RFC 3261 §14.1). [`Event::ReinviteDone`] tells how it went.
    ///
    /// # Errors
    /// [`Error::UnknownSession`], [`Error::WrongState`] before the answer, [`Error::ReinvitePending`].
    pub fn reinvite(&mut self, id: SessionId, offer: String, now: Instant) -> Result<(), Error> {
        self.with(id, now, |session, endpoint| {
            session.reinvite(offer, Rescue::None, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// Offers a change of an answered call after its socket was lost: as [`reinvite`](Self::reinvite),
    /// so that the far end learns by which way we are reached now. Where it turns out that the dialog
    /// is gone, an INVITE with Replaces (RFC 3891) asks for a new one, to the far end's Contact and then
    /// to its address; the call keeps its id. Without success the call ends as
    /// [`EndKind::Gone`](crate::EndKind::Gone).
    ///
    /// # Errors
    /// As [`reinvite`](Self::reinvite).
    pub fn recover(&mut self, id: SessionId, offer: String, now: Instant) -> Result<(), Error> {
        self.with(id, now, |session, endpoint| {
            session.reinvite(offer, Rescue::Wanted, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// Hands an answered call on to somebody else (blind transfer, RFC 3515): the far end is asked to
    /// call `target`. [`Event::TransferDone`] tells the outcome; the call stays up until it is hung up.
    ///
    /// # Errors
    /// [`Error::UnknownSession`], [`Error::WrongState`] before the answer, [`Error::TransferPending`],
    /// [`Error::NotConnected`], [`Error::BadTarget`].
    pub fn transfer(&mut self, id: SessionId, target: &Uri, now: Instant) -> Result<(), Error> {
        check::target(target)?;
        let mut target = target.clone();
        target.headers.clear();
        let to = NameAddr::new(target).to_string();
        self.with(id, now, |session, endpoint| {
            session.refer(to, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// Connects the far ends of two answered calls with each other (attended transfer, RFC 5589 §7):
    /// that of `id` is asked to take our place in `with`. Else as [`transfer`](Self::transfer).
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
        self.with(id, now, |session, endpoint| {
            session.refer(to, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// Tells the far end that asked for a call ([`Event::TransferRequested`]) how that fares, by NOTIFY
    /// (RFC 3515 §2.4.4): 100–199 on the way; 200–699 is the outcome, 603 that nobody agreed to it.
    pub fn tell_referrer(&mut self, id: SessionId, status: u16, now: Instant) {
        self.with(id, now, |session, endpoint| {
            session.tell_referrer(status, endpoint, now)
        });
    }

    /// Answers an [`Event::Reoffer`] with an SDP answer, or a status of 400–699 that refuses it (488).
    /// `false` if the peer has taken it back, or has been refused because it took too long.
    pub fn answer_reinvite(
        &mut self,
        id: SessionId,
        answer: Result<String, u16>,
        now: Instant,
    ) -> bool {
        let taken = self.with(id, now, |session, endpoint| {
            session.answer_reinvite(answer, endpoint, now)
        });
        taken.unwrap_or(false)
    }

    /// Sends a body in an INFO within an answered call (RFC 6086 §3), such as the digits of
    /// `application/dtmf-relay`. [`Event::InfoDone`] tells how it went; one at a time.
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
        self.with(id, now, |session, endpoint| {
            session.info(media_type, body, endpoint, now)
        })
        .unwrap_or(Err(Error::UnknownSession))
    }

    /// How it stands with connection and registration: the last [`Event::Registration`].
    pub fn registration_state(&self) -> &RegistrationEvent {
        self.registration.shown()
    }

    /// The Path that the registrar has on record for us (RFC 3327), empty without one: for diagnosis.
    pub fn path(&self) -> &[NameAddr] {
        self.registration.path()
    }

    /// The Service-Route that our calls take (RFC 3608), empty without one: for diagnosis.
    pub fn service_route(&self) -> &[NameAddr] {
        &self.endpoint.service_route
    }

    /// How many transactions and calls are not done with, those that only wait for the end of a timer
    /// included: for diagnosis and tests.
    pub fn unfinished(&self) -> usize {
        self.endpoint.transactions.len() + self.sessions.len()
    }

    /// Does something with one call, then what follows from it. `None` if there is no such call.
    fn with<R>(
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
        self.settle(now);
        Some(result)
    }

    /// Hands round what the transactions have to tell, until they have nothing more; then lets go of
    /// what is finished.
    fn settle(&mut self, now: Instant) {
        while let Some(outcome) = self.endpoint.transactions.poll_outcome() {
            match outcome.owner {
                Owner::Registration => {
                    let endpoint = &mut self.endpoint;
                    self.registration
                        .on_news(&outcome.key, outcome.news, endpoint, now);
                    if let Some(why) = self.registration.wants_elsewhere() {
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
        self.endpoint.keep_unproven(lives);
        let in_call = self.sessions.iter().any(Session::is_up);
        self.endpoint.transport.set_in_call(in_call, now);
        let in_use = !self.stopping && !self.sessions.is_empty();
        if !self.registration.wants_socket() && !in_use {
            self.endpoint.transport.close();
            self.endpoint.transactions.clear();
            self.sessions.clear();
        }
    }

    /// Whether there may be one more call that is not over.
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
