//! Session timers (RFC 4028): a call that nobody refreshes is over, so that neither side keeps one
//! that the other has forgotten.
//!
//! A refresh of ours is an UPDATE without a description (RFC 3311) where the peer takes one; else the
//! application is asked for a re-INVITE. Every 2xx to either restarts the clock.

use std::time::Duration;

use super::{EndKind, EndedBy, Phase, Session, SessionEnd};
use crate::authentication::Attempts;
use crate::endpoint::{ALLOW, Endpoint, SUPPORTED};
use crate::time::Instant;
use crate::timers::{earliest, is_due};
use crate::transaction::{ClientKey, News, Owner};
use crate::user_agent::Event;
use crate::wire::{Headers, Method, Refresher, Request};

/// The interval that is asked for, in seconds, as §4 recommends.
pub(super) const PROPOSED: u32 = 1800;

/// The shortest interval that is taken, in seconds (§5).
pub(crate) const SHORTEST: u32 = 90;

/// The longest interval that is agreed to, in seconds: a day.
const LONGEST: u32 = 86_400;

/// How long after a refresh that did not work the next one is tried.
const AGAIN: Duration = Duration::from_secs(5);

/// What two sides agreed on, or that they agreed on nothing.
#[derive(Debug, Default)]
pub(super) struct SessionTimer {
    running: Option<Running>,
    /// Min-SE of a 422, in seconds.
    min: Option<u32>,
    /// Whether the peer takes UPDATE.
    updates: bool,
    update: Option<ClientKey>,
    attempts: Attempts,
}

#[derive(Debug)]
struct Running {
    seconds: u32,
    /// Whether we refresh.
    ours: bool,
    refresh_at: Option<Instant>,
    expires_at: Instant,
}

/// An interval that is agreed on, by one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreed {
    seconds: u32,
    refresher: Refresher,
    /// Whether the caller of the request speaks of timers at all.
    required: bool,
}

impl Agreed {
    /// What a 2xx of ours to this request says (§9, table 2).
    pub(super) fn in_answer_to(request: &Headers) -> Option<Self> {
        let asked = request.session_expires().ok().flatten()?;
        let speaks = has_tag(request, "Supported", "timer");
        let refresher = match asked.refresher {
            Some(refresher) if speaks => refresher,
            // Whoever called has the better record of staying there than a browser.
            None if speaks => Refresher::Uac,
            _ => Refresher::Uas,
        };
        let least = request.min_se().ok().flatten().unwrap_or(0).max(SHORTEST);
        Some(Self {
            seconds: asked.seconds.clamp(least.min(LONGEST), LONGEST),
            refresher,
            required: speaks && refresher == Refresher::Uac,
        })
    }

    pub(super) fn push_to(self, headers: &mut Headers) {
        let who = match self.refresher {
            Refresher::Uac => "uac",
            Refresher::Uas => "uas",
        };
        headers.push(
            "Session-Expires",
            format!("{};refresher={who}", self.seconds),
        );
        if self.required {
            headers.push("Require", "timer");
        }
    }

    /// What the peer's 2xx to a request of ours says; without a refresher it is us (§7.2).
    fn of_response(response: &Headers) -> Option<Self> {
        let agreed = response.session_expires().ok().flatten()?;
        Some(Self {
            seconds: agreed.seconds.clamp(SHORTEST, LONGEST),
            refresher: agreed.refresher.unwrap_or(Refresher::Uac),
            required: false,
        })
    }
}

/// Whether a request asks for an interval that is too short, and can be told so (§6, §9).
pub(crate) fn is_too_short(request: &Request) -> bool {
    matches!(request.method, Method::Invite | Method::Update)
        && has_tag(&request.headers, "Supported", "timer")
        && matches!(request.headers.session_expires(), Ok(Some(asked)) if asked.seconds < SHORTEST)
}

/// The Min-SE of a 422, if it can be met.
pub(super) fn longer(response: &Headers, before: Option<u32>) -> Option<u32> {
    let min = response.min_se().ok().flatten()?;
    (min <= LONGEST && before.is_none_or(|before| min > before)).then_some(min)
}

impl SessionTimer {
    /// Takes the peer's 2xx to a request of ours.
    pub(super) fn on_response(&mut self, response: &Headers, now: Instant) {
        self.note_allow(response);
        let agreed = Agreed::of_response(response);
        self.restart(agreed, Refresher::Uac, now);
    }

    /// Sent a 2xx to a request of the peer's.
    pub(super) fn on_answer(&mut self, request: &Headers, agreed: Option<Agreed>, now: Instant) {
        self.note_allow(request);
        self.restart(agreed, Refresher::Uas, now);
    }

    /// Says in a re-INVITE or UPDATE of ours what is to be from then on.
    pub(super) fn push_to(&self, headers: &mut Headers) {
        if let Some(running) = &self.running {
            let seconds = running.seconds.max(self.min.unwrap_or(0));
            let who = if running.ours { "uac" } else { "uas" };
            headers.push("Session-Expires", format!("{seconds};refresher={who}"));
        }
        if let Some(min) = self.min {
            headers.push("Min-SE", min.to_string());
        }
    }

    /// Takes a 422; `false` if asking again makes no sense.
    pub(super) fn on_too_short(&mut self, response: &Headers) -> bool {
        let longer = longer(response, self.min);
        self.min = longer.or(self.min);
        longer.is_some() && self.running.is_some()
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        let running = self.running.as_ref()?;
        let refresh_at = running.refresh_at.filter(|_| self.update.is_none());
        earliest([refresh_at, Some(running.expires_at)])
    }

    pub(super) fn is_request(&self, key: &ClientKey) -> bool {
        self.update.as_ref() == Some(key)
    }

    fn note_allow(&mut self, headers: &Headers) {
        if headers.contains("Allow") {
            self.updates = has_tag(headers, "Allow", "UPDATE");
        }
    }

    /// `us`: which side of the request we were on.
    fn restart(&mut self, agreed: Option<Agreed>, us: Refresher, now: Instant) {
        self.running = agreed.map(|agreed| {
            let whole = Duration::from_secs(u64::from(agreed.seconds));
            let ours = agreed.refresher == us;
            Running {
                seconds: agreed.seconds,
                ours,
                refresh_at: ours.then_some(now + whole / 2),
                // §10: BYE a little before the end, so that it is not taken for a stray one.
                expires_at: now + (whole - (whole / 3).min(Duration::from_secs(32))),
            }
        });
    }

    fn again(&mut self, at: Instant) {
        if let Some(running) = &mut self.running
            && running.ours
        {
            running.refresh_at = Some(at);
        }
    }
}

impl Session {
    pub(super) fn on_session_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(running) = &answered.timer.running else {
            return;
        };
        if self.ended {
            answered.timer.running = None;
            return;
        }
        if running.expires_at <= now {
            answered.timer.running = None;
            let end = SessionEnd::new(EndedBy::Network, EndKind::Timeout);
            self.say_bye(end, endpoint, now);
            return;
        }
        if !is_due(running.refresh_at, now) || answered.timer.update.is_some() {
            return;
        }
        answered.timer.again(now + AGAIN);
        // A change under way refreshes as well as anything.
        if answered.ours.is_some() || answered.theirs.is_some() || answered.unacked.is_some() {
            return;
        }
        if !answered.timer.updates {
            endpoint.emit(Event::RefreshDue { id });
            return;
        }
        if !endpoint.transport.is_open() {
            return;
        }
        let mut request = answered.dialog.request(Method::Update);
        request
            .headers
            .push("Contact", endpoint.dialog_contact().to_string());
        request.headers.push("Allow", ALLOW);
        request.headers.push("Supported", SUPPORTED);
        answered.timer.push_to(&mut request.headers);
        let sent = endpoint.send(request, Owner::Session(id), now);
        answered.timer.update = sent.map(|(key, _)| key);
    }

    pub(super) fn on_update_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let timer = &mut answered.timer;
        let response = match news {
            News::Response(response) if response.status < 200 => return,
            News::Response(response) => response,
            News::TimedOut => {
                timer.update = None;
                self.lost_touch(408, endpoint, now);
                return;
            }
            News::TransportLost => {
                timer.update = None;
                timer.attempts = Attempts::default();
                timer.again(now + AGAIN);
                return;
            }
        };
        timer.update = None;
        if !matches!(response.status, 401 | 407) {
            // Whatever is asked of the next one has nothing to do with what was answered of this one.
            timer.attempts = Attempts::default();
        }
        match response.status {
            200..300 => {
                answered.dialog.refresh_target(&response.headers);
                timer.on_response(&response.headers, now);
            }
            401 | 407 => {
                let answered =
                    endpoint.challenged(id, &response, &Method::Update, &mut timer.attempts);
                let wait = if answered.is_ok() {
                    Duration::ZERO
                } else {
                    AGAIN
                };
                timer.again(now + wait);
            }
            422 if timer.on_too_short(&response.headers) => timer.again(now),
            405 | 420 | 501 => {
                timer.updates = false;
                timer.again(now);
            }
            408 | 481 => self.lost_touch(response.status, endpoint, now),
            _ => timer.again(now + AGAIN),
        }
        self.on_session_timeout(endpoint, now);
    }

    /// The peer does not know the call any more (§10, RFC 5057 §5.1).
    fn lost_touch(&mut self, status: u16, endpoint: &mut Endpoint, now: Instant) {
        if !self.ended {
            let end = SessionEnd::new(EndedBy::Remote, EndKind::Gone).with_status(status, "");
            self.say_bye(end, endpoint, now);
        }
    }
}

fn has_tag(headers: &Headers, name: &str, tag: &str) -> bool {
    headers
        .option_tags(name)
        .iter()
        .any(|one| one.eq_ignore_ascii_case(tag))
}
