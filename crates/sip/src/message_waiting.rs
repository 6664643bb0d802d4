//! Asking the server to tell of voice messages: a subscription to `message-summary` (RFC 3842,
//! RFC 6665). Whatever goes wrong with it is nobody's trouble: it is tried again later, or not.

use std::time::Duration;

use crate::authentication::Attempts;
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::message_summary::MessageSummary;
use crate::random::between;
use crate::time::Instant;
use crate::timers::is_due;
use crate::transaction::{ClientKey, News, Owner, ServerKey};
use crate::user_agent::Event;
use crate::wire::{Headers, Method, NameAddr, Request, Response};

const PACKAGE: &str = "message-summary";
const BODY: &str = "application/simple-message-summary";

/// The expiry that is asked for, in seconds.
const EXPIRES: u32 = 3600;
/// The longest that is believed.
const MAX_EXPIRES: u32 = 86_400;
/// The shortest wait before a refresh.
const MIN_REFRESH: Duration = Duration::from_secs(30);
/// The wait before a new attempt, where a new one makes sense.
const RETRY: (Duration, Duration) = (Duration::from_secs(240), Duration::from_secs(360));
/// The wait after the server ended a subscription that it may have again at once.
const RENEW: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(20));
/// Attempts in a row that may fail; then it is given up until the next registration from nothing.
const MAX_FAILURES: u8 = 3;

#[derive(Debug)]
enum State {
    /// Not asked yet.
    Idle,
    /// SUBSCRIBE is under way, the first one or a refresh.
    Asking,
    /// The next SUBSCRIBE leaves at that moment.
    Waiting(Instant),
    /// The server knows no such thing.
    GivenUp,
}

/// The subscription.
#[derive(Debug)]
pub(crate) struct MessageWaiting {
    state: State,
    /// Call-ID and our tag of the subscription: what makes a NOTIFY belong to it.
    id: Option<(String, String)>,
    /// There once the server has accepted it.
    dialog: Option<Dialog>,
    pending: Option<(ClientKey, Request, Attempts)>,
    failures: u8,
}

impl MessageWaiting {
    pub(crate) fn new() -> Self {
        Self {
            state: State::Idle,
            id: None,
            dialog: None,
            pending: None,
            failures: 0,
        }
    }

    /// The account is registered on this socket: asks, unless that was done or makes no sense.
    pub(crate) fn registered(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if endpoint.config.message_waiting && matches!(self.state, State::Idle) {
            self.subscribe(Attempts::default(), endpoint, now);
        }
    }

    /// The socket is gone and with it the way that the notifications took.
    pub(crate) fn lost(&mut self) {
        self.leave();
        if !matches!(self.state, State::GivenUp) {
            self.state = State::Idle;
        }
    }

    /// The account is not used any more; the subscription runs out by itself.
    pub(crate) fn stop(&mut self) {
        *self = Self::new();
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        match self.state {
            State::Waiting(at) => Some(at),
            State::Idle | State::Asking | State::GivenUp => None,
        }
    }

    pub(crate) fn handle_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if is_due(self.poll_timeout(), now) {
            self.subscribe(Attempts::default(), endpoint, now);
        }
    }

    /// Takes news about a SUBSCRIBE of ours.
    pub(crate) fn on_news(
        &mut self,
        key: &ClientKey,
        news: News,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Some((key, request, mut attempts)) = self.pending.take_if(|(own, ..)| own == key)
        else {
            return;
        };
        let response = match news {
            News::Response(response) if response.status < 200 => {
                self.pending = Some((key, request, attempts));
                return;
            }
            News::Response(response) => response,
            News::TimedOut => {
                self.failed(None, endpoint, now);
                return;
            }
            // `lost` is called too.
            News::TransportLost => return,
        };
        match response.status {
            200..300 => self.accepted(&request, &response, endpoint, now),
            401 | 407 => {
                let method = Method::Subscribe;
                let authenticator = &mut endpoint.authenticator;
                match authenticator.challenged(&response, &method, &mut attempts) {
                    Ok(()) => self.subscribe(attempts, endpoint, now),
                    Err(_) => self.give_up(),
                }
            }
            // The subscription is gone; a new one may be had.
            481 if self.dialog.is_some() => {
                self.leave();
                self.failed(None, endpoint, now);
            }
            408 | 480 | 500..600 => {
                let asked = response.headers.retry_after().ok().flatten();
                self.failed(asked, endpoint, now);
            }
            _ => self.give_up(),
        }
    }

    /// Whether a request belongs to the subscription.
    pub(crate) fn owns(&self, headers: &Headers) -> bool {
        let Some((call_id, tag)) = &self.id else {
            return false;
        };
        headers.call_id().is_ok_and(|id| id == call_id)
            && headers.to().is_ok_and(|to| to.tag() == Some(tag))
    }

    /// Takes a NOTIFY of the subscription.
    pub(crate) fn on_notify(
        &mut self,
        key: &ServerKey,
        request: &Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        if !is_message_summary(&request.headers) {
            endpoint.refuse(key, request, 489, None, now);
            return;
        }
        endpoint.refuse(key, request, 200, None, now);
        tell(request, true, endpoint);
        let Ok(Some(state)) = request.headers.subscription_state() else {
            return;
        };
        if state.state != "terminated" {
            return;
        }
        self.leave();
        let reason = state.params.get("reason").unwrap_or_default();
        if ["rejected", "noresource", "invariant"].contains(&reason) {
            self.state = State::GivenUp;
            return;
        }
        let asked = state.params.get("retry-after");
        match asked.and_then(|seconds| seconds.parse().ok()) {
            Some(seconds) => self.wait(RENEW, Some(seconds), endpoint, now),
            // A server that ends each one at once is not asked each time at once.
            None if self.failures == 0 => {
                self.failures += 1;
                self.wait(RENEW, None, endpoint, now);
            }
            None => self.failed(None, endpoint, now),
        }
    }

    fn accepted(
        &mut self,
        request: &Request,
        response: &Response,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        if self.dialog.is_none() {
            self.dialog = Dialog::as_caller(request, response).ok();
        } else if let Some(dialog) = &mut self.dialog {
            dialog.refresh_target(&response.headers);
        }
        let granted = response.headers.expires().ok().flatten().unwrap_or(EXPIRES);
        if granted == 0 || self.dialog.is_none() {
            self.give_up();
            return;
        }
        self.failures = 0;
        let whole = Duration::from_secs(u64::from(granted.min(MAX_EXPIRES)));
        let wait = between(&mut endpoint.rng, whole * 8 / 10, whole * 9 / 10).max(MIN_REFRESH);
        self.state = State::Waiting(now + wait);
    }

    fn subscribe(&mut self, attempts: Attempts, endpoint: &mut Endpoint, now: Instant) {
        let mut request = match &mut self.dialog {
            Some(dialog) => dialog.request(Method::Subscribe),
            None => self.first_request(endpoint),
        };
        let headers = &mut request.headers;
        headers.push("Contact", endpoint.dialog_contact().to_string());
        headers.push("Event", PACKAGE);
        headers.push("Accept", BODY);
        headers.push("Expires", EXPIRES.to_string());
        self.pending = endpoint
            .send(request, Owner::MessageWaiting, now)
            .map(|(key, sent)| (key, sent, attempts));
        self.state = State::Asking;
    }

    /// With a Call-ID and tag of its own: an answer to an older one must not be taken for its answer.
    fn first_request(&mut self, endpoint: &mut Endpoint) -> Request {
        let from = endpoint.from();
        let call_id = endpoint.token(20);
        let to = endpoint.address_of_record();
        self.id = from.tag().map(|tag| (call_id.clone(), tag.to_owned()));
        let target = to.uri.clone();
        endpoint.request(Method::Subscribe, &target, &from, &to, &call_id, 1)
    }

    /// It did not work now; a few times it is tried again.
    fn failed(&mut self, retry_after: Option<u32>, endpoint: &mut Endpoint, now: Instant) {
        self.failures += 1;
        if self.failures >= MAX_FAILURES {
            self.give_up();
        } else {
            self.leave();
            self.wait(RETRY, retry_after, endpoint, now);
        }
    }

    fn wait(
        &mut self,
        (least, most): (Duration, Duration),
        asked: Option<u32>,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let asked = Duration::from_secs(u64::from(asked.unwrap_or(0).min(EXPIRES)));
        let wait = between(&mut endpoint.rng, least, most).max(asked);
        self.state = State::Waiting(now + wait);
    }

    fn give_up(&mut self) {
        self.leave();
        self.state = State::GivenUp;
    }

    fn leave(&mut self) {
        self.id = None;
        self.dialog = None;
        self.pending = None;
    }
}

/// Takes a NOTIFY that no subscription asked for, as some servers send to whoever registers. Only the
/// account's own domain is listened to; `false`: it is none of ours.
pub(crate) fn on_unsolicited(
    key: &ServerKey,
    request: &Request,
    endpoint: &mut Endpoint,
    now: Instant,
) -> bool {
    let aor = &endpoint.config.aor;
    let from_home = |from: &NameAddr| from.uri.is_sip() && from.uri.host.matches(&aor.host);
    let for_us = |to: &NameAddr| to.uri.user_decoded() == aor.user_decoded();
    let ours = endpoint.config.message_waiting
        && is_message_summary(&request.headers)
        && request.headers.from().is_ok_and(|from| from_home(&from))
        && request.headers.to().is_ok_and(|to| for_us(&to));
    if ours {
        endpoint.refuse(key, request, 200, None, now);
        tell(request, false, endpoint);
    }
    ours
}

fn tell(request: &Request, solicited: bool, endpoint: &mut Endpoint) {
    if request.body.is_empty() {
        return;
    }
    if let Some(summary) = MessageSummary::parse(&request.body) {
        endpoint.emit(Event::MessageWaiting { summary, solicited });
    }
}

fn is_message_summary(headers: &Headers) -> bool {
    let package = headers.event().ok().flatten();
    let readable = headers
        .content_type()
        .is_none_or(|media| format!("{}/{}", media.kind, media.subtype) == BODY);
    readable && package.is_some_and(|event| event.package == PACKAGE)
}
