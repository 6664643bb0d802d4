//! Session timers (RFC 4028): a call that neither side refreshes ends, so that no side keeps a call
//! that the other has forgotten.
//!
//! Our refresh is an UPDATE without a description (RFC 3311) if the peer accepts UPDATE; else, and after
//! an UPDATE that was refused, the application is asked for a re-INVITE. Every 2xx to either of them restarts the timer.

use std::time::Duration;

use super::{EndKind, EndedBy, Phase, Session, SessionEnd};
use crate::authentication::Attempts;
use crate::endpoint::{ALLOW, Endpoint, SUPPORTED};
use crate::time::Instant;
use crate::timers::{earliest, is_due};
use crate::transaction::{ClientKey, News, Owner};
use crate::user_agent::Event;
use crate::wire::{Headers, Method, Refresher, Request};

/// The session interval that we ask for, in seconds, as §4 recommends.
pub(super) const PROPOSED_INTERVAL: u32 = 1800;

/// The shortest session interval that we accept, in seconds (§5).
pub(crate) const MIN_INTERVAL: u32 = 90;

/// The longest session interval that we agree to, in seconds: a day.
const MAX_INTERVAL: u32 = 86_400;

/// The wait before the next refresh after one that failed.
const REFRESH_RETRY: Duration = Duration::from_secs(5);

/// The session timer of one call; not running if nothing was agreed.
#[derive(Debug, Default)]
pub(super) struct SessionTimer {
    running: Option<Running>,
    /// The largest Min-SE of a 422 so far, in seconds.
    min: Option<u32>,
    /// Whether the peer's last Allow has UPDATE.
    peer_takes_update: bool,
    /// Whether the peer, or a server on the way, refused an UPDATE of ours although Allow has it: this
    /// dialog is refreshed by re-INVITE from then on.
    update_refused: bool,
    update: Option<ClientKey>,
    attempts: Attempts,
}

#[derive(Debug)]
struct Running {
    seconds: u32,
    /// Whether we refresh.
    we_refresh: bool,
    refresh_at: Option<Instant>,
    expires_at: Instant,
}

/// An agreed interval and refresher, as one message states them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreed {
    seconds: u32,
    refresher: Refresher,
    /// Whether our 2xx has `Require: timer`: the sender of the request supports timers and
    /// refreshes (§9).
    requires_timer: bool,
}

impl Agreed {
    /// What our 2xx to this request states (§9, table 2).
    pub(super) fn in_answer_to(request: &Headers) -> Option<Self> {
        let asked = request.session_expires().ok().flatten()?;
        let speaks = has_tag(request, "Supported", "timer");
        let refresher = match asked.refresher {
            Some(refresher) if speaks => refresher,
            // The other side is more likely to stay alive than a browser.
            None if speaks => Refresher::Uac,
            _ => Refresher::Uas,
        };
        let least = request
            .min_se()
            .ok()
            .flatten()
            .unwrap_or(0)
            .max(MIN_INTERVAL);
        Some(Self {
            seconds: asked.seconds.clamp(least.min(MAX_INTERVAL), MAX_INTERVAL),
            refresher,
            requires_timer: speaks && refresher == Refresher::Uac,
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
        if self.requires_timer {
            headers.push("Require", "timer");
        }
    }

    /// What the peer's 2xx to our request states; without a refresher we refresh (§7.2).
    fn of_response(response: &Headers) -> Option<Self> {
        let agreed = response.session_expires().ok().flatten()?;
        Some(Self {
            seconds: agreed.seconds.clamp(MIN_INTERVAL, MAX_INTERVAL),
            refresher: agreed.refresher.unwrap_or(Refresher::Uac),
            requires_timer: false,
        })
    }
}

/// Whether a request asks for an interval that is too short, and its sender understands 422 (§6,
/// §9).
pub(crate) fn is_too_short(request: &Request) -> bool {
    matches!(request.method, Method::Invite | Method::Update)
        && has_tag(&request.headers, "Supported", "timer")
        && matches!(request.headers.session_expires(), Ok(Some(asked)) if asked.seconds < MIN_INTERVAL)
}

/// The Min-SE of a 422, if it is longer than `before` and we can agree to it.
pub(super) fn min_se_to_offer(response: &Headers, before: Option<u32>) -> Option<u32> {
    let min = response.min_se().ok().flatten()?;
    (min <= MAX_INTERVAL && before.is_none_or(|before| min > before)).then_some(min)
}

impl SessionTimer {
    /// Restarts the timer after the peer's 2xx to our request.
    pub(super) fn on_response(&mut self, response: &Headers, now: Instant) {
        self.note_allow(response);
        let agreed = Agreed::of_response(response);
        self.restart(agreed, Refresher::Uac, now);
    }

    /// Restarts the timer after our 2xx to the peer's request.
    pub(super) fn on_answer(&mut self, request: &Headers, agreed: Option<Agreed>, now: Instant) {
        self.note_allow(request);
        self.restart(agreed, Refresher::Uas, now);
    }

    /// Adds Session-Expires and Min-SE to our re-INVITE or UPDATE.
    pub(super) fn push_to(&self, headers: &mut Headers) {
        if let Some(running) = &self.running {
            let seconds = running.seconds.max(self.min.unwrap_or(0));
            let who = if running.we_refresh { "uac" } else { "uas" };
            headers.push("Session-Expires", format!("{seconds};refresher={who}"));
        }
        if let Some(min) = self.min {
            headers.push("Min-SE", min.to_string());
        }
    }

    /// Takes the Min-SE of a 422. `false` if the request is not to be sent again: there is no longer
    /// interval to offer.
    pub(super) fn raise_min_se(&mut self, response: &Headers) -> bool {
        let longer = min_se_to_offer(response, self.min);
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
            self.peer_takes_update = has_tag(headers, "Allow", "UPDATE");
        }
    }

    /// `us` is our side in the request: `Uac` if we sent it.
    fn restart(&mut self, agreed: Option<Agreed>, us: Refresher, now: Instant) {
        self.running = agreed.map(|agreed| {
            let whole = Duration::from_secs(u64::from(agreed.seconds));
            let we_refresh = agreed.refresher == us;
            Running {
                seconds: agreed.seconds,
                we_refresh,
                refresh_at: we_refresh.then_some(now + whole / 2),
                // §10: BYE leaves a little before the session expires, while the peer still knows
                // the dialog.
                expires_at: now + (whole - (whole / 3).min(Duration::from_secs(32))),
            }
        });
    }

    fn schedule_refresh(&mut self, at: Instant) {
        if let Some(running) = &mut self.running
            && running.we_refresh
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
            self.end_with_bye(end, endpoint, now);
            return;
        }
        if !is_due(running.refresh_at, now) || answered.timer.update.is_some() {
            return;
        }
        answered.timer.schedule_refresh(now + REFRESH_RETRY);
        // A change under way refreshes the session too.
        if answered.ours.is_some() || answered.theirs.is_some() || answered.unacked.is_some() {
            return;
        }
        if !answered.timer.peer_takes_update || answered.timer.update_refused {
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
        let (key, _) = endpoint.send(request, Owner::Session(id), now);
        answered.timer.update = Some(key);
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
                self.end_as_unknown(408, endpoint, now);
                return;
            }
            News::TransportLost => {
                timer.update = None;
                timer.attempts = Attempts::default();
                timer.schedule_refresh(now + REFRESH_RETRY);
                return;
            }
        };
        timer.update = None;
        if !matches!(response.status, 401 | 407) {
            // This chain of challenges is over; the next UPDATE begins a new one.
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
                    REFRESH_RETRY
                };
                timer.schedule_refresh(now + wait);
            }
            422 => {
                let is_raised = timer.raise_min_se(&response.headers);
                timer.schedule_refresh(if is_raised { now } else { now + REFRESH_RETRY });
            }
            408 | 481 => self.end_as_unknown(response.status, endpoint, now),
            // A change of theirs is in the way, or the server is busy: UPDATE itself was not refused.
            491 | 503 | 504 => timer.schedule_refresh(now + REFRESH_RETRY),
            500 if response.headers.contains("Retry-After") => {
                timer.schedule_refresh(now + REFRESH_RETRY);
            }
            // Some refuse every UPDATE, others one without a description, and not only as unknown (405,
            // 501): a re-INVITE still refreshes.
            _ => {
                timer.update_refused = true;
                timer.schedule_refresh(now);
            }
        }
        self.on_session_timeout(endpoint, now);
    }

    /// The peer does not know the call any more, or does not answer (§10, RFC 5057 §5.1): ends the
    /// call.
    fn end_as_unknown(&mut self, status: u16, endpoint: &mut Endpoint, now: Instant) {
        if !self.ended {
            let end = SessionEnd::new(EndedBy::Remote, EndKind::Gone).with_status(status, "");
            self.end_with_bye(end, endpoint, now);
        }
    }
}

fn has_tag(headers: &Headers, name: &str, tag: &str) -> bool {
    headers
        .option_tags(name)
        .iter()
        .any(|one| one.eq_ignore_ascii_case(tag))
}
