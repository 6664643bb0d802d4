//! The subscription to `message-summary`: how many voice messages wait (RFC 3842, RFC 6665). Its
//! failures are not reported to the application; it is tried again later or given up.

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

/// The expiry that we ask for, in seconds.
const EXPIRES: u32 = 3600;
/// The longest expiry that we accept, in seconds.
const MAX_EXPIRES: u32 = 86_400;
/// The shortest wait before a refresh.
const MIN_REFRESH: Duration = Duration::from_secs(30);
/// The wait, least and most, before a new attempt after a failure.
const RETRY: (Duration, Duration) = (Duration::from_secs(240), Duration::from_secs(360));
/// The wait, least and most, after the server ended a subscription that may be renewed at once.
const RENEW: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(20));
/// After this many failed attempts in a row the subscription is given up until
/// [`stop`](MessageWaiting::stop).
const MAX_FAILURES: u8 = 3;

#[derive(Debug)]
enum State {
    /// Not subscribed yet on this socket.
    Idle,
    /// SUBSCRIBE is under way, the first one or a refresh.
    Subscribing,
    /// The next SUBSCRIBE leaves at this moment.
    Waiting(Instant),
    /// No further attempt until [`stop`](MessageWaiting::stop).
    GivenUp,
}

/// The subscription.
#[derive(Debug)]
pub(crate) struct MessageWaiting {
    state: State,
    /// Call-ID and our tag: a NOTIFY with both belongs to the subscription.
    id: Option<(String, String)>,
    /// The subscription's dialog, once the server has accepted it.
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

    /// The account is registered on this socket: subscribes, unless that was done or given up.
    pub(crate) fn registered(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if endpoint.config.message_waiting && matches!(self.state, State::Idle) {
            self.subscribe(Attempts::default(), endpoint, now);
        }
    }

    /// The socket is lost, and with it the route of the notifications.
    pub(crate) fn lost(&mut self) {
        self.forget_subscription();
        if !matches!(self.state, State::GivenUp) {
            self.state = State::Idle;
        }
    }

    /// The account is being unregistered: forgets the subscription, which expires at the server by
    /// itself.
    pub(crate) fn stop(&mut self) {
        *self = Self::new();
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        match self.state {
            State::Waiting(at) => Some(at),
            State::Idle | State::Subscribing | State::GivenUp => None,
        }
    }

    pub(crate) fn handle_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if is_due(self.poll_timeout(), now) {
            self.subscribe(Attempts::default(), endpoint, now);
        }
    }

    /// Handles the outcome of a SUBSCRIBE.
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
            // The server has lost the subscription; a new one is possible.
            481 if self.dialog.is_some() => {
                self.forget_subscription();
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

    /// Handles a NOTIFY of the subscription.
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
        emit_summary(request, true, endpoint);
        let Ok(Some(state)) = request.headers.subscription_state() else {
            return;
        };
        if state.state != "terminated" {
            return;
        }
        self.forget_subscription();
        let reason = state.params.get("reason").unwrap_or_default();
        if ["rejected", "noresource", "invariant"].contains(&reason) {
            self.state = State::GivenUp;
            return;
        }
        let asked = state.params.get("retry-after");
        match asked.and_then(|seconds| seconds.parse().ok()) {
            Some(seconds) => self.wait(RENEW, Some(seconds), endpoint, now),
            // Only the first end since a success is followed by a quick renewal, so that a server
            // which ends each subscription at once is not flooded.
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
        let (key, sent) = endpoint.send(request, Owner::MessageWaiting, now);
        self.pending = Some((key, sent, attempts));
        self.state = State::Subscribing;
    }

    /// A SUBSCRIBE with a new Call-ID and tag, so that a NOTIFY of an older subscription does not
    /// match.
    fn first_request(&mut self, endpoint: &mut Endpoint) -> Request {
        let from = endpoint.from();
        let call_id = endpoint.token(20);
        let to = endpoint.address_of_record();
        self.id = from.tag().map(|tag| (call_id.clone(), tag.to_owned()));
        let target = to.uri.clone();
        endpoint.request(Method::Subscribe, &target, &from, &to, &call_id, 1)
    }

    /// The attempt failed: tries again later, up to [`MAX_FAILURES`] times in a row.
    fn failed(&mut self, retry_after: Option<u32>, endpoint: &mut Endpoint, now: Instant) {
        self.failures += 1;
        if self.failures >= MAX_FAILURES {
            self.give_up();
        } else {
            self.forget_subscription();
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
        self.forget_subscription();
        self.state = State::GivenUp;
    }

    fn forget_subscription(&mut self) {
        self.id = None;
        self.dialog = None;
        self.pending = None;
    }
}

/// Handles a NOTIFY without a subscription, as some servers send to every registered phone. It is
/// accepted from the account's own domain only; `false` if it is not one of these.
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
        emit_summary(request, false, endpoint);
    }
    ours
}

fn emit_summary(request: &Request, solicited: bool, endpoint: &mut Endpoint) {
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
