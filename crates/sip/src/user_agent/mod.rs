//! The façade: one account at one server, its registration and its calls.

mod config;
mod event;

pub use config::Config;
pub use event::{
    Event, FailureCause, Invite, RecoveryCause, RegistrationEvent, Transmit, TransportEvent,
};

use crate::error::Error;
use crate::random::Random;
use crate::session::SessionId;
use crate::time::Instant;

/// A SIP user agent that does no input or output of its own.
///
/// **The contract.** After every call of a method that takes `&mut self` (but the polls), drain
/// [`poll_transmit`](Self::poll_transmit) and [`poll_event`](Self::poll_event) until both give `None`,
/// then arrange for [`handle_timeout`](Self::handle_timeout) at [`poll_timeout`](Self::poll_timeout);
/// then the next call. `now` never goes back. Calling [`handle_timeout`](Self::handle_timeout) early,
/// late or for nothing is harmless.
pub struct UserAgent {
    registration: RegistrationEvent,
}

#[allow(unused_variables, clippy::needless_pass_by_ref_mut)]
impl UserAgent {
    /// A user agent at rest; [`start`](Self::start) sets it to work.
    pub fn new(config: Config, rng: Box<dyn Random>) -> Self {
        Self {
            registration: RegistrationEvent::Unregistered,
        }
    }

    /// Connects and registers. After [`RegistrationEvent::Failed`]: tries again.
    pub fn start(&mut self, now: Instant) {
        todo!()
    }

    /// Hangs up every call, unregisters (waiting for the answer 2 s at most) and closes the socket.
    /// [`RegistrationEvent::Unregistered`] tells when.
    pub fn stop(&mut self, now: Instant) {
        todo!()
    }

    /// Takes what happened to the socket.
    pub fn handle_transport(&mut self, event: TransportEvent, now: Instant) {
        todo!()
    }

    /// Takes whether there is a network. Coming online: connects at once, or probes the open socket.
    pub fn handle_network(&mut self, online: bool, now: Instant) {
        todo!()
    }

    /// Does what is due at `now`.
    pub fn handle_timeout(&mut self, now: Instant) {
        todo!()
    }

    /// What the shell has to do next.
    pub fn poll_transmit(&mut self) -> Option<Transmit> {
        todo!()
    }

    /// What happened.
    pub fn poll_event(&mut self) -> Option<Event> {
        todo!()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called; `None` while nothing is pending.
    pub fn poll_timeout(&self) -> Option<Instant> {
        todo!()
    }

    /// Places a call: the INVITE leaves at once.
    ///
    /// # Errors
    /// [`Error::NotConnected`], [`Error::TooManySessions`], [`Error::BadHeader`], [`Error::BadTarget`].
    pub fn invite(&mut self, invite: Invite, now: Instant) -> Result<SessionId, Error> {
        todo!()
    }

    /// Tells the caller that it rings (180). Done by itself unless
    /// [`Config::ring_automatically`] is off.
    pub fn ring(&mut self, id: SessionId, now: Instant) {
        todo!()
    }

    /// Answers an incoming call: 200 with the SDP, sent again until the ACK arrives (RFC 3261
    /// §13.3.1.4); without one after 32 s the call ends.
    pub fn accept(&mut self, id: SessionId, answer: String, now: Instant) {
        todo!()
    }

    /// Refuses an incoming call with a status of 300–699 and, if given, `Reason: SIP;cause=…;text="…"`.
    pub fn reject(
        &mut self,
        id: SessionId,
        status: u16,
        reason: Option<(u16, String)>,
        now: Instant,
    ) {
        todo!()
    }

    /// Ends a call in whatever way its state asks for (RFC 3261 §9, §15): CANCEL, BYE, or 480 to one
    /// that rings here. [`Event::Ended`] comes at once; what is left to do on the wire is done by itself.
    pub fn hang_up(&mut self, id: SessionId, now: Instant) {
        todo!()
    }

    /// Offers a change of an answered call. It is kept while another change or a lost socket is in the
    /// way; 491 is handled inside (RFC 3261 §14.1). [`Event::ReinviteDone`] tells how it went.
    ///
    /// # Errors
    /// [`Error::UnknownSession`], [`Error::WrongState`] before the answer, [`Error::ReinvitePending`].
    pub fn reinvite(&mut self, id: SessionId, offer: String, now: Instant) -> Result<(), Error> {
        todo!()
    }

    /// Answers an [`Event::Reoffer`] with an SDP answer, or a status of 400–699 that refuses it (488).
    pub fn answer_reinvite(&mut self, id: SessionId, answer: Result<String, u16>, now: Instant) {
        todo!()
    }

    /// How it stands with connection and registration: the last [`Event::Registration`].
    pub fn registration_state(&self) -> &RegistrationEvent {
        &self.registration
    }
}
