//! Our own changes of an answered call: re-INVITE as the caller (RFC 3261 §14.1, RFC 6141).
//! `reoffer.rs` has the changes that the peer makes.

use std::time::Duration;

use super::rescue::Rescue;
use super::{EndKind, EndedBy, Phase, Session, SessionEnd};
use crate::authentication::Attempts;
use crate::endpoint::{ACCEPT, ALLOW, Endpoint, SUPPORTED_WITHIN};
use crate::error::Error;
use crate::random::between;
use crate::time::Instant;
use crate::timers::{TRANSACTION_TIMEOUT, earliest, is_due};
use crate::transaction::{ClientKey, News, Owner};
use crate::user_agent::Event;
use crate::wire::{Method, Response, session_description};

/// How often a re-INVITE may be sent before a 491 or 422 ends the attempt.
const MAX_TRIES: u8 = 5;

/// Our change of the call, waiting or under way.
#[derive(Debug)]
pub(super) struct Reinvite {
    offer: String,
    attempts: Attempts,
    tries: u8,
    state: State,
    /// What to do if the dialog is gone.
    rescue: Rescue,
}

#[derive(Debug)]
enum State {
    UnderWay {
        key: ClientKey,
        seq: u32,
        /// When to cancel it: after a provisional response there is no timeout, but no person has
        /// to decide about a re-INVITE.
        cancel_at: Option<Instant>,
        is_cancelled: bool,
    },
    /// Waits until `not_before`, and until no other transaction or lost socket is in the way; fails
    /// at `give_up`.
    Waiting {
        not_before: Option<Instant>,
        give_up: Instant,
    },
}

impl Reinvite {
    pub(super) fn rescue(&self) -> &Rescue {
        &self.rescue
    }

    pub(super) fn rescue_mut(&mut self) -> &mut Rescue {
        &mut self.rescue
    }

    /// The request under way, if there is one.
    pub(super) fn key(&self) -> Option<&ClientKey> {
        match &self.state {
            State::UnderWay { key, .. } => Some(key),
            State::Waiting { .. } => None,
        }
    }

    /// Continues with an INVITE with Replaces instead of the re-INVITE.
    pub(super) fn replace_with(&mut self, rescue: Rescue, now: Instant) {
        self.rescue = rescue;
        self.attempts = Attempts::default();
        self.state = State::Waiting {
            not_before: None,
            give_up: now + TRANSACTION_TIMEOUT,
        };
    }

    pub(super) fn is_under_way(&self) -> bool {
        matches!(&self.state, State::UnderWay { .. })
    }

    pub(super) fn is_request(&self, candidate: &ClientKey) -> bool {
        matches!(&self.state, State::UnderWay { key, .. } if key == candidate)
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        match &self.state {
            State::UnderWay { cancel_at, .. } => earliest([self.rescue.give_up(), *cancel_at]),
            State::Waiting {
                not_before,
                give_up,
            } => Some(not_before.unwrap_or(*give_up)),
        }
    }
}

impl Session {
    /// Offers a change. `rescue` is what to do if the dialog is gone.
    pub(crate) fn reinvite(
        &mut self,
        offer: String,
        rescue: Rescue,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Result<(), Error> {
        let answered = self.answered()?;
        if answered.ours.is_some() {
            return Err(Error::ReinvitePending);
        }
        let state = State::Waiting {
            not_before: None,
            give_up: now + TRANSACTION_TIMEOUT,
        };
        answered.ours = Some(Reinvite {
            offer,
            attempts: Attempts::default(),
            tries: 0,
            state,
            rescue,
        });
        self.continue_reinvite(endpoint, now);
        Ok(())
    }

    /// Sends our waiting change if nothing is in its way: only one INVITE transaction at a time, in
    /// either direction (§14.1).
    pub(super) fn continue_reinvite(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let blocked = self.ended
            || answered.unacked.is_some()
            || answered.theirs.is_some()
            || !endpoint.transport.is_open();
        let Some(ours) = &mut answered.ours else {
            return;
        };
        let State::Waiting { not_before, .. } = &mut ours.state else {
            return;
        };
        if not_before.is_some_and(|moment| moment > now) {
            return;
        }
        *not_before = None;
        if blocked {
            return;
        }
        let (mut request, seq) = match ours.rescue.request(&answered.dialog, endpoint) {
            Some((request, seq)) => (request, seq),
            None => {
                let request = answered.dialog.request(Method::Invite);
                (request, answered.dialog.last_seq())
            }
        };
        request
            .headers
            .push("Contact", endpoint.dialog_contact().to_string());
        request.headers.push("Allow", ALLOW);
        request.headers.push("Supported", SUPPORTED_WITHIN);
        request.headers.push("Accept", ACCEPT);
        answered.timer.push_to(&mut request.headers);
        request.set_body("application/sdp", ours.offer.clone());
        let (key, _) = endpoint.send(request, Owner::Session(id), now);
        ours.tries += 1;
        ours.state = State::UnderWay {
            key,
            seq,
            cancel_at: Some(now + TRANSACTION_TIMEOUT),
            is_cancelled: false,
        };
    }

    pub(super) fn on_reinvite_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        if self.is_replacing() {
            self.on_replacing_news(news, endpoint, now);
            return;
        }
        let response = match news {
            News::Response(response) if response.status < 200 => return,
            News::Response(response) => response,
            News::TimedOut => {
                let is_cancelled = self.is_change_cancelled();
                if self.ask_for_new_dialog(endpoint, now) {
                    return;
                }
                if is_cancelled {
                    // A provisional response came, so the route works. If the far end is gone, the
                    // session timer will end the call.
                    self.finish_reinvite(Err(408), endpoint);
                    return;
                }
                // §12.2.1.2: no response at all means that the dialog is gone.
                self.finish_reinvite(Err(408), endpoint);
                let end = SessionEnd::new(EndedBy::Network, EndKind::Timeout).with_status(408, "");
                self.end_with_bye(end, endpoint, now);
                return;
            }
            News::TransportLost => {
                // The peer may have got the re-INVITE or not; the same offer again does no harm.
                if let Phase::Answered(answered) = &mut self.phase
                    && let Some(ours) = &mut answered.ours
                {
                    ours.attempts = Attempts::default();
                }
                self.postpone_reinvite(None, now);
                return;
            }
        };
        match response.status {
            200..300 => self.on_reinvite_accepted(&response, endpoint, now),
            401 | 407 => self.on_reinvite_challenged(&response, endpoint, now),
            491 => self.on_glare(endpoint, now),
            422 => self.on_interval_refused(&response, endpoint, now),
            404 | 408 | 410 | 481 => self.on_dialog_gone(&response, endpoint, now),
            status => self.finish_reinvite(Err(status), endpoint),
        }
    }

    /// Asks for a new dialog where the application wants that. Else the re-INVITE has failed, and 408 and
    /// 481 also end the call (§12.2.1.2).
    fn on_dialog_gone(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        if self.ask_for_new_dialog(endpoint, now) {
            return;
        }
        self.finish_reinvite(Err(response.status), endpoint);
        if matches!(response.status, 408 | 481) {
            let end = SessionEnd::new(EndedBy::Remote, EndKind::Gone)
                .with_status(response.status, &response.reason)
                .with_reasons(response.headers.reasons());
            self.end_with_bye(end, endpoint, now);
        }
    }

    /// Whether our change was cancelled because only provisional responses came.
    fn is_change_cancelled(&self) -> bool {
        matches!(&self.phase, Phase::Answered(answered) if matches!(
            &answered.ours,
            Some(Reinvite { state: State::UnderWay { is_cancelled: true, .. }, .. })
        ))
    }

    pub(super) fn on_reinvite_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        if let Some(Reinvite {
            state: State::Waiting { give_up, .. },
            ..
        }) = &answered.ours
            && *give_up <= now
        {
            if self.is_replacing() {
                self.on_replacing_failed(503, endpoint, now);
                return;
            }
            self.finish_reinvite(Err(503), endpoint);
            return;
        }
        if let Some(Reinvite {
            state:
                State::UnderWay {
                    key,
                    cancel_at,
                    is_cancelled,
                    ..
                },
            ..
        }) = &mut answered.ours
            && is_due(*cancel_at, now)
        {
            *cancel_at = None;
            *is_cancelled = endpoint.give_up(key, now);
        }
        if self.is_replacing() {
            self.on_replacing_timeout(endpoint, now);
        }
        self.continue_reinvite(endpoint, now);
    }

    /// The call ends while our change is under way: remembers it, because its 2xx will need an ACK.
    pub(super) fn keep_late_reinvite(&mut self, endpoint: &mut Endpoint, now: Instant) {
        self.abandon_replacing(endpoint, now);
        if let Phase::Answered(answered) = &mut self.phase
            && let Some(Reinvite {
                state: State::UnderWay { key, seq, .. },
                ..
            }) = answered.ours.take()
        {
            endpoint.give_up(&key, now);
            self.late_reinvite = Some((key, answered.dialog.clone(), seq));
        }
    }

    /// 422: sends the re-INVITE again with the session interval that the peer asks for (RFC 4028 §7.4).
    fn on_interval_refused(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let may_try = answered
            .ours
            .as_ref()
            .is_some_and(|ours| ours.tries < MAX_TRIES);
        if may_try && answered.timer.raise_min_se(&response.headers) {
            self.postpone_reinvite(None, now);
            self.continue_reinvite(endpoint, now);
        } else {
            self.finish_reinvite(Err(response.status), endpoint);
        }
    }

    fn on_reinvite_accepted(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(Reinvite {
            state: State::UnderWay { key, seq, .. },
            ..
        }) = answered.ours.take()
        else {
            return;
        };
        answered.dialog.refresh_target(&response.headers);
        answered.timer.on_response(&response.headers, now);
        let dialog = answered.dialog.clone();
        let request = endpoint.transactions.request(&key).cloned();
        let request = request.unwrap_or_else(|| dialog.ack(seq));
        self.acknowledge(&key, &request, &dialog, endpoint);
        // An offer must get an answer (RFC 3264 §5); without one nothing was agreed, which is
        // reported as 488.
        let result = session_description(&response.headers, &response.body).ok_or(488);
        endpoint.emit(Event::ReinviteDone {
            id: self.id,
            result,
        });
        self.continue_reinvite(endpoint, now);
    }

    pub(super) fn on_reinvite_challenged(
        &mut self,
        response: &Response,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(ours) = &mut answered.ours else {
            return;
        };
        let challenged =
            endpoint.challenged(self.id, response, &Method::Invite, &mut ours.attempts);
        if challenged.is_err() {
            self.finish_reinvite(Err(response.status), endpoint);
            return;
        }
        self.postpone_reinvite(None, now);
        self.continue_reinvite(endpoint, now);
    }

    /// 491: waits, the owner of the Call-ID longer than the other side, so that one of them comes
    /// first (§14.1).
    fn on_glare(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(ours) = &answered.ours else { return };
        if ours.tries >= MAX_TRIES {
            self.finish_reinvite(Err(491), endpoint);
            return;
        }
        let (from, to) = if answered.caller {
            (210, 400)
        } else {
            (0, 200)
        };
        let ten_ms = |units: u64| Duration::from_millis(units * 10);
        let wait = between(&mut endpoint.rng, ten_ms(from), ten_ms(to));
        // §14.1 counts in units of 10 ms.
        let wait = Duration::from_millis(u64::try_from(wait.as_millis()).unwrap_or(0) / 10 * 10);
        self.postpone_reinvite(Some(now + wait), now);
    }

    pub(super) fn postpone_reinvite(&mut self, not_before: Option<Instant>, now: Instant) {
        if let Phase::Answered(answered) = &mut self.phase
            && let Some(ours) = &mut answered.ours
        {
            ours.state = State::Waiting {
                not_before,
                give_up: now + TRANSACTION_TIMEOUT,
            };
        }
    }

    pub(super) fn finish_reinvite(&mut self, result: Result<String, u16>, endpoint: &mut Endpoint) {
        if let Phase::Answered(answered) = &mut self.phase
            && answered.ours.take().is_some()
            && !self.ended
        {
            endpoint.emit(Event::ReinviteDone {
                id: self.id,
                result,
            });
        }
    }
}
