//! REGISTER: creates, refreshes and removes the binding of the account (RFC 3261 §10, RFC 5626, RFC
//! 3327, RFC 3608).

mod message;
mod trouble;

use std::time::Duration;

use self::message::own_binding;
use crate::authentication::{Attempts, Refusal};
use crate::endpoint::Endpoint;
use crate::gruu::Gruus;
use crate::random::between;
use crate::time::Instant;
use crate::timers::is_due;
use crate::transaction::{ClientKey, News};
use crate::user_agent::{Event, FailureCause, RecoveryCause, RegistrationEvent};
use crate::wire::{Method, NameAddr, Response};

/// How long the answer to an unregistration is waited for.
const UNREGISTER_WITHIN: Duration = Duration::from_secs(2);

/// The longest expiry that we ask for or accept, in seconds.
const MAX_EXPIRES: u32 = 86_400;

/// The shortest wait before a refresh, however short the server's expiry is.
const MIN_REFRESH: Duration = Duration::from_secs(2);

/// How often 423 is answered with a longer expiry before it counts as a refusal.
const MAX_RAISES: u8 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The account is not to be registered.
    Idle,
    /// Waits for the socket.
    AwaitingSocket,
    /// The first REGISTER on this socket is under way.
    Registering,
    /// Registered; the next REGISTER leaves at `refresh_at`.
    Registered { refresh_at: Instant },
    /// The server could not serve us; the next REGISTER leaves at `retry_at`.
    Waiting { retry_at: Instant },
    /// The REGISTER that removes the binding is under way.
    Unregistering { give_up: Instant },
    /// Given up until the next start.
    Failed,
}

/// The registration of the account.
#[derive(Debug)]
pub(crate) struct Registration {
    state: State,
    last_event: RegistrationEvent,
    from: Option<NameAddr>,
    call_id: String,
    seq: u32,
    /// The REGISTER under way.
    pending: Option<Pending>,
    /// The expiry to ask for, in seconds; 423 raises it.
    expires: u32,
    raises: u8,
    /// Whether to ask for outbound; off after 439 (RFC 5626 §11.6).
    outbound: bool,
    /// Attempts since the last success that the server could not serve.
    failures: u32,
    /// Whether the server has granted the registration since the last stop or final failure.
    was_granted: bool,
    /// Refusals since the last success.
    refusals: u32,
    /// Whether one of these refused the password.
    password_doubted: bool,
    /// Why another server is to be tried, if so.
    give_up_reason: Option<RecoveryCause>,
    /// No REGISTER before this moment, also on a new socket, and why.
    hold_off: Option<(Instant, RecoveryCause)>,
}

#[derive(Debug)]
struct Pending {
    key: ClientKey,
    attempts: Attempts,
}

impl Registration {
    pub(crate) fn new(call_id: String, expires: u32) -> Self {
        Self {
            state: State::Idle,
            last_event: RegistrationEvent::Unregistered,
            from: None,
            call_id,
            seq: 0,
            pending: None,
            expires: expires.clamp(60, MAX_EXPIRES),
            raises: 0,
            outbound: true,
            failures: 0,
            was_granted: false,
            refusals: 0,
            password_doubted: false,
            give_up_reason: None,
            hold_off: None,
        }
    }

    /// The last event.
    pub(crate) fn last_event(&self) -> &RegistrationEvent {
        &self.last_event
    }

    /// Whether the registration needs the socket.
    pub(crate) fn wants_socket(&self) -> bool {
        !matches!(self.state, State::Idle | State::Failed)
    }

    /// Whether the server has granted a binding of ours.
    pub(crate) fn is_registered(&self) -> bool {
        matches!(self.state, State::Registered { .. })
    }

    /// Whether the binding is being removed.
    pub(crate) fn is_unregistering(&self) -> bool {
        matches!(self.state, State::Unregistering { .. })
    }

    /// Why the socket is to be given up for one to another server; returned once.
    pub(crate) fn take_give_up_reason(&mut self) -> Option<RecoveryCause> {
        self.give_up_reason.take()
    }

    /// Begins to register; the socket is open or will be. Ends every wait but that for the socket.
    pub(crate) fn start(&mut self, endpoint: &mut Endpoint, now: Instant) {
        match self.state {
            State::Registered { .. } | State::Registering => return,
            State::Idle
            | State::Failed
            | State::Unregistering { .. }
            | State::AwaitingSocket
            | State::Waiting { .. } => {}
        }
        self.failures = 0;
        self.raises = 0;
        self.hold_off = None;
        self.state = State::AwaitingSocket;
        self.emit_change(RegistrationEvent::Connecting, endpoint);
        if endpoint.transport.is_open() {
            self.opened(endpoint, now);
        }
    }

    /// The socket is open: registers, unless a refusal has set a time before which it must not.
    pub(crate) fn opened(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if self.state == State::AwaitingSocket {
            if let Some((retry_at, why)) = self.hold_off.filter(|(until, _)| *until > now) {
                self.state = State::Waiting { retry_at };
                self.emit_change(RegistrationEvent::Recovering { retry_at, why }, endpoint);
                return;
            }
            self.hold_off = None;
            self.state = State::Registering;
            self.register(Attempts::default(), self.expires, endpoint, now);
        }
    }

    /// The socket is lost, the next attempt comes at `retry_at`.
    pub(crate) fn lost(&mut self, why: RecoveryCause, retry_at: Instant, endpoint: &mut Endpoint) {
        self.pending = None;
        match self.state {
            State::Idle | State::Failed => {}
            State::Unregistering { .. } => self.finish(endpoint),
            State::AwaitingSocket
            | State::Registering
            | State::Registered { .. }
            | State::Waiting { .. } => {
                self.state = State::AwaitingSocket;
                self.emit_change(RegistrationEvent::Recovering { retry_at, why }, endpoint);
            }
        }
    }

    /// A new attempt at the socket begins.
    pub(crate) fn connecting(&mut self, endpoint: &mut Endpoint) {
        if self.state == State::AwaitingSocket {
            self.emit_change(RegistrationEvent::Connecting, endpoint);
        }
    }

    /// Unregisters, or ends at once if there is no binding or no socket.
    pub(crate) fn stop(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let bound = matches!(self.state, State::Registered { .. } | State::Registering);
        if bound && endpoint.transport.is_open() {
            self.state = State::Unregistering {
                give_up: now + UNREGISTER_WITHIN,
            };
            self.register(Attempts::default(), 0, endpoint, now);
            return;
        }
        if self.is_unregistering() {
            return;
        }
        self.finish(endpoint);
    }

    /// Refreshes at once. `false` if the account is not registered.
    pub(crate) fn refresh(&mut self, endpoint: &mut Endpoint, now: Instant) -> bool {
        let registered = self.is_registered();
        if registered && self.pending.is_none() {
            self.register(Attempts::default(), self.expires, endpoint, now);
        }
        registered
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        match self.state {
            State::Registered { refresh_at } if self.pending.is_none() => Some(refresh_at),
            State::Waiting { retry_at } => Some(retry_at),
            State::Unregistering { give_up } => Some(give_up),
            State::Registered { .. }
            | State::Idle
            | State::AwaitingSocket
            | State::Registering
            | State::Failed => None,
        }
    }

    pub(crate) fn handle_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if !is_due(self.poll_timeout(), now) {
            return;
        }
        match self.state {
            State::Unregistering { .. } => self.finish(endpoint),
            State::Waiting { .. } => {
                self.state = State::AwaitingSocket;
                self.emit_change(RegistrationEvent::Connecting, endpoint);
                if endpoint.transport.is_open() {
                    self.opened(endpoint, now);
                }
            }
            State::Registered { .. } => {
                self.register(Attempts::default(), self.expires, endpoint, now);
            }
            State::Idle | State::AwaitingSocket | State::Registering | State::Failed => {}
        }
    }

    /// Handles the outcome of a REGISTER.
    pub(crate) fn on_news(
        &mut self,
        key: &ClientKey,
        news: News,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Some(pending) = self.pending.take_if(|pending| pending.key == *key) else {
            return;
        };
        let response = match news {
            News::Response(response) if response.status < 200 => {
                self.pending = Some(pending);
                return;
            }
            News::Response(response) => response,
            News::TimedOut if self.is_unregistering() => {
                self.finish(endpoint);
                return;
            }
            News::TimedOut => {
                self.try_later(RecoveryCause::NoAnswer, None, endpoint, now);
                return;
            }
            // [`Self::lost`] is called too, with the time of the next attempt.
            News::TransportLost => return,
        };
        if matches!(response.status, 401 | 407) {
            self.challenged(&response, pending.attempts, endpoint, now);
            return;
        }
        if self.is_unregistering() {
            self.finish(endpoint);
            return;
        }
        self.answered(&response, endpoint, now);
    }

    fn challenged(
        &mut self,
        response: &Response,
        mut attempts: Attempts,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let verdict = endpoint
            .authenticator
            .challenged(response, &Method::Register, &mut attempts);
        let unregistering = self.is_unregistering();
        let cause = match verdict {
            Ok(()) => {
                let expires = if unregistering { 0 } else { self.expires };
                self.register(attempts, expires, endpoint, now);
                return;
            }
            Err(_) if unregistering => {
                self.finish(endpoint);
                return;
            }
            // The server declares every new nonce stale; the password is not at fault.
            Err(Refusal::Loop) => {
                let code = response.status;
                self.try_later(RecoveryCause::ServerError { code }, None, endpoint, now);
                return;
            }
            Err(Refusal::WrongPassword) => FailureCause::WrongPassword,
            Err(Refusal::Unsupported | Refusal::ForeignRealm) => FailureCause::UnsupportedChallenge,
        };
        self.refused(cause, response, endpoint, now);
    }

    fn answered(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let code = response.status;
        match code {
            200..300 => self.granted(response, endpoint, now),
            423 => self.on_interval_too_brief(response, endpoint, now),
            439 if self.outbound => {
                self.outbound = false;
                self.register(Attempts::default(), self.expires, endpoint, now);
            }
            403 => self.refused(FailureCause::Forbidden, response, endpoint, now),
            404 | 410 | 604 => self.refused(FailureCause::UnknownUser, response, endpoint, now),
            // 430: the flow behind the first hop has failed (RFC 5626 §11.5); a new one may work.
            408 | 430 | 480 | 500..600 => {
                let wait = response.headers.retry_after().ok().flatten();
                self.try_later(RecoveryCause::ServerError { code }, wait, endpoint, now);
            }
            _ => self.refused(FailureCause::Rejected, response, endpoint, now),
        }
    }

    fn granted(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let (listed, ours) = own_binding(response, endpoint);
        let expires = self.granted_expires(response, &listed, ours.as_ref());
        if expires == 0 {
            // A 2xx without a binding: no call would reach us.
            let code = response.status;
            self.try_later(RecoveryCause::ServerError { code }, None, endpoint, now);
            return;
        }
        endpoint.transport.note_served();
        endpoint.gruus = ours.as_ref().map(Gruus::of).unwrap_or_default();
        if let Ok(routes) = response.headers.service_routes() {
            endpoint.service_route = routes.into_iter().take(16).collect();
        }
        if let Some(seconds) = response
            .headers
            .get("Flow-Timer")
            .and_then(|value| value.trim().parse().ok())
        {
            endpoint.transport.keep_alive.set_flow_timer(seconds, now);
        }
        self.failures = 0;
        self.raises = 0;
        self.was_granted = true;
        self.refusals = 0;
        self.password_doubted = false;
        // Early enough that one lost answer does not end the binding, and at a random moment, so
        // that phones do not come all at once.
        let whole = Duration::from_secs(u64::from(expires));
        let wait = between(&mut endpoint.rng, whole * 8 / 10, whole * 9 / 10).max(MIN_REFRESH);
        self.state = State::Registered {
            refresh_at: now + wait,
        };
        self.emit_change(RegistrationEvent::Registered { expires }, endpoint);
    }

    /// 423: asks for the expiry that the registrar wants (§10.2.8), up to [`MAX_RAISES`] times.
    fn on_interval_too_brief(
        &mut self,
        response: &Response,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        if self.raises < MAX_RAISES && self.raise_expires(response) {
            self.register(Attempts::default(), self.expires, endpoint, now);
        } else {
            self.refused(FailureCause::Rejected, response, endpoint, now);
        }
    }

    /// Takes the Min-Expires of a 423. `false` if it is not longer than what was asked for, or too long.
    fn raise_expires(&mut self, response: &Response) -> bool {
        self.raises += 1;
        match response.headers.min_expires() {
            Ok(Some(least)) if least > self.expires && least <= MAX_EXPIRES => {
                self.expires = least;
                true
            }
            _ => false,
        }
    }

    fn finish(&mut self, endpoint: &mut Endpoint) {
        self.pending = None;
        self.reset_history();
        self.state = State::Idle;
        // Reported even if nothing changed, because the caller of `stop` waits for it.
        self.last_event = RegistrationEvent::Unregistered;
        endpoint.emit(Event::Registration(RegistrationEvent::Unregistered));
    }

    fn emit_change(&mut self, event: RegistrationEvent, endpoint: &mut Endpoint) {
        if self.last_event != event {
            self.last_event = event.clone();
            endpoint.emit(Event::Registration(event));
        }
    }

    /// Whether a message that arrived is our own REGISTER: then the other end is an echo server.
    pub(crate) fn is_echo(&self, headers: &crate::wire::Headers) -> bool {
        headers.call_id().is_ok_and(|id| id == self.call_id)
    }
}
