//! Changing an answered call, by us or by the peer (RFC 3261 §14, RFC 3311, RFC 6141).

use std::time::Duration;

use super::callee::dialog_response;
use super::caller::sdp_of;
use super::in_dialog::Unacked;
use super::rescue::Rescue;
use super::timer::Agreed;
use super::{EndKind, EndedBy, Phase, Session, SessionEnd};
use crate::authentication::Attempts;
use crate::endpoint::{ACCEPT, ALLOW, Endpoint, SUPPORTED_WITHIN};
use crate::error::Error;
use crate::random::between;
use crate::time::Instant;
use crate::timers::{PATIENCE, earliest, is_due};
use crate::transaction::{ClientKey, News, Owner, ServerKey};
use crate::user_agent::Event;
use crate::wire::{Method, Request, Response};

/// How long the application may take to answer a change that the peer wants.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// How often a glare is met with another try.
const MAX_TRIES: u8 = 5;

/// A change that we want.
#[derive(Debug)]
pub(super) struct Reinvite {
    offer: String,
    attempts: Attempts,
    tries: u8,
    state: State,
    /// What becomes of it where the dialog is gone.
    rescue: Rescue,
}

#[derive(Debug)]
enum State {
    UnderWay {
        key: ClientKey,
        seq: u32,
        /// A provisional response is no reason to wait for ever: no person has to decide.
        cancel_at: Option<Instant>,
        is_cancelled: bool,
    },
    /// Not before `not_before`, nor while something else is in the way; not at all after `give_up`.
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

    /// Goes on with a request of its own in place of the re-INVITE.
    pub(super) fn replace_with(&mut self, rescue: Rescue, now: Instant) {
        self.rescue = rescue;
        self.attempts = Attempts::default();
        self.state = State::Waiting {
            not_before: None,
            give_up: now + PATIENCE,
        };
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

/// A change that the peer wants, before our answer.
#[derive(Debug)]
pub(super) struct Reoffer {
    key: ServerKey,
    request: Request,
    give_up: Instant,
}

impl Reoffer {
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        Some(self.give_up)
    }

    pub(super) fn cancellable(&self) -> Option<&ServerKey> {
        (self.request.method == Method::Invite).then_some(&self.key)
    }
}

impl Session {
    /// Offers a change. `rescue`: what is done where the dialog is gone.
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
            give_up: now + PATIENCE,
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

    /// Sends our change if it waits and nothing is in its way any more: one INVITE transaction at a
    /// time in either direction (§14.1).
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
        if let Some((key, _)) = endpoint.send(request, Owner::Session(id), now) {
            ours.tries += 1;
            let cancel_at = Some(now + PATIENCE);
            ours.state = State::UnderWay {
                key,
                seq,
                cancel_at,
                is_cancelled: false,
            };
        }
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
                if self.replace(endpoint, now) {
                    return;
                }
                if is_cancelled {
                    // Somebody had it, so the way is there; whether the call is says the session timer.
                    self.finish_reinvite(Err(408), endpoint);
                    return;
                }
                // §12.2.1.2: no answer within the dialog means that it is gone.
                self.finish_reinvite(Err(408), endpoint);
                let end = SessionEnd::new(EndedBy::Network, EndKind::Timeout).with_status(408, "");
                self.say_bye(end, endpoint, now);
                return;
            }
            News::TransportLost => {
                // The peer may have it or not; the same offer again does no harm in either case.
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
            422 if self.is_interval_raised(&response) => {
                self.postpone_reinvite(None, now);
                self.continue_reinvite(endpoint, now);
            }
            404 | 408 | 410 | 481 if self.replace(endpoint, now) => {}
            408 | 481 => {
                self.finish_reinvite(Err(response.status), endpoint);
                let end = SessionEnd::new(EndedBy::Remote, EndKind::Gone)
                    .with_status(response.status, &response.reason)
                    .with_reasons(response.headers.reasons());
                self.say_bye(end, endpoint, now);
            }
            status => self.finish_reinvite(Err(status), endpoint),
        }
    }

    /// Whether our change was cancelled because only provisional responses came.
    fn is_change_cancelled(&self) -> bool {
        matches!(&self.phase, Phase::Answered(answered) if matches!(
            &answered.ours,
            Some(Reinvite { state: State::UnderWay { is_cancelled: true, .. }, .. })
        ))
    }

    /// Takes a re-INVITE of the peer's (§14.2).
    pub(super) fn on_reinvite(
        &mut self,
        key: &ServerKey,
        request: Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        if !request.body.is_empty() && sdp_of(&request.headers, &request.body).is_none() {
            endpoint.refuse(key, &request, 415, None, now);
            return;
        }
        match &self.phase {
            Phase::Answered(_) => self.on_offer(key, request, endpoint, now),
            Phase::Calling(_) => endpoint.refuse(key, &request, 491, None, now),
            Phase::Ringing(_) | Phase::Over => self.refuse_for_now(key, &request, endpoint, now),
        }
    }

    /// Takes an offer of the peer's in a re-INVITE or UPDATE.
    pub(super) fn on_offer(
        &mut self,
        key: &ServerKey,
        request: Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        if matches!(
            &answered.ours,
            Some(Reinvite {
                state: State::UnderWay { .. },
                ..
            })
        ) {
            // Both want a change at the same time (§14.2).
            endpoint.refuse(key, &request, 491, None, now);
            return;
        }
        if answered.theirs.is_some() || answered.unacked.is_some() {
            self.refuse_for_now(key, &request, endpoint, now);
            return;
        }
        // Ours waited and theirs was first: our offer is out of date, for it was made before theirs.
        self.finish_reinvite(Err(491), endpoint);
        if request.method == Method::Invite {
            endpoint.refuse(key, &request, 100, None, now);
        }
        let offer = sdp_of(&request.headers, &request.body);
        if let Phase::Answered(answered) = &mut self.phase {
            let give_up = now + ANSWER_WITHIN;
            answered.theirs = Some(Reoffer {
                key: key.clone(),
                request,
                give_up,
            });
            endpoint.emit(Event::Reoffer { id: self.id, offer });
        }
    }

    /// Answers the change that the peer wants. `false` if it does not any more.
    pub(crate) fn answer_reinvite(
        &mut self,
        answer: Result<String, u16>,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> bool {
        let Ok(answered) = self.answered() else {
            return false;
        };
        let Some(theirs) = answered.theirs.take() else {
            return false;
        };
        let request = &theirs.request;
        match answer {
            Ok(sdp) => {
                answered.dialog.refresh_target(&request.headers);
                let tag = request
                    .headers
                    .to()
                    .ok()
                    .and_then(|to| to.tag().map(str::to_owned));
                let tag = tag.unwrap_or_default();
                let mut response = dialog_response(request, 200, &tag, endpoint);
                let agreed = Agreed::in_answer_to(&request.headers);
                if let Some(agreed) = agreed {
                    agreed.push_to(&mut response.headers);
                }
                answered.timer.on_answer(&request.headers, agreed, now);
                response.set_body("application/sdp", sdp);
                endpoint.respond(&theirs.key, &response, now);
                if request.method == Method::Invite {
                    let seq = request.headers.cseq().map_or(0, |cseq| cseq.seq);
                    let delayed = sdp_of(&request.headers, &request.body).is_none();
                    let unacked = Unacked::new(theirs.key, seq, response, false, delayed, now);
                    answered.unacked = Some(unacked);
                }
            }
            Err(status) => {
                let status = if (400..700).contains(&status) {
                    status
                } else {
                    488
                };
                endpoint.refuse(&theirs.key, request, status, None, now);
            }
        }
        self.continue_reinvite(endpoint, now);
        true
    }

    /// The peer took its change back (CANCEL), or the call ends under it.
    pub(crate) fn drop_reoffer(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        if let Some(theirs) = answered.theirs.take() {
            endpoint.refuse(&theirs.key, &theirs.request, 487, None, now);
        }
    }

    pub(super) fn on_reinvite_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        if let Some(theirs) = answered.theirs.take_if(|theirs| theirs.give_up <= now) {
            endpoint.refuse(&theirs.key, &theirs.request, 500, None, now);
        }
        if let Some(Reinvite {
            state: State::Waiting { give_up, .. },
            ..
        }) = &answered.ours
            && *give_up <= now
        {
            if self.is_replacing() {
                self.rescue_failed(503, endpoint, now);
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

    /// Our change is under way as the call ends: its answer will want an ACK.
    pub(super) fn keep_late_reinvite(&mut self, endpoint: &mut Endpoint, now: Instant) {
        self.drop_replacing(endpoint, now);
        if let Phase::Answered(answered) = &mut self.phase
            && let Some(Reinvite {
                state: State::UnderWay { key, seq, .. },
                ..
            }) = answered.ours.take()
        {
            endpoint.give_up(&key, now);
            self.late = Some((key, answered.dialog.clone(), seq));
        }
    }

    fn is_interval_raised(&mut self, response: &Response) -> bool {
        let Phase::Answered(answered) = &mut self.phase else {
            return false;
        };
        let may = answered
            .ours
            .as_ref()
            .is_some_and(|ours| ours.tries < MAX_TRIES);
        may && answered.timer.on_too_short(&response.headers)
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
        // An offer must be answered (RFC 3264 §5); without an answer nothing was agreed.
        let result = sdp_of(&response.headers, &response.body).ok_or(488);
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

    /// 491: waits, the owner of the Call-ID longer than the other side, so that one is first (§14.1).
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
                give_up: now + PATIENCE,
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
