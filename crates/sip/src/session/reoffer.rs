//! The peer's changes of an answered call: re-INVITE and UPDATE as the callee (RFC 3261 §14.2, RFC 3311).

use std::time::Duration;

use super::callee::dialog_response;
use super::in_dialog::Unacked;
use super::reinvite::Reinvite;
use super::timer::Agreed;
use super::{Phase, Session};
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::transaction::ServerKey;
use crate::user_agent::Event;
use crate::wire::{Headers, Method, Request, session_description};

/// How long the application may take to answer the peer's change.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// The peer's change before our answer.
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
    /// Handles the peer's re-INVITE (§14.2).
    pub(super) fn on_reinvite(
        &mut self,
        key: &ServerKey,
        request: Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        if !request.body.is_empty()
            && session_description(&request.headers, &request.body).is_none()
        {
            endpoint.refuse(key, &request, 415, None, now);
            return;
        }
        match &self.phase {
            Phase::Answered(_) => self.on_offer(key, request, endpoint, now),
            Phase::Calling(_) => endpoint.refuse(key, &request, 491, None, now),
            Phase::Ringing(_) | Phase::Over => self.refuse_for_now(key, &request, endpoint, now),
        }
    }

    /// Handles the peer's offer in a re-INVITE or UPDATE.
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
        let is_ours_open = answered.ours.as_ref().is_some_and(Reinvite::is_under_way)
            || answered.unacked.as_ref().is_some_and(Unacked::is_delayed);
        if is_ours_open {
            // Glare: both sides want a change at the same time (§14.2), or our offer in a 2xx waits for
            // the answer in the ACK (RFC 3311 §5.2).
            endpoint.refuse(key, &request, 491, None, now);
            return;
        }
        if answered.theirs.is_some() || answered.unacked.is_some() {
            self.refuse_for_now(key, &request, endpoint, now);
            return;
        }
        // Our waiting change has lost: its offer was made before theirs and is out of date.
        self.finish_reinvite(Err(491), endpoint);
        if request.method == Method::Invite {
            endpoint.refuse(key, &request, 100, None, now);
        }
        self.tell_identity(&request.headers, endpoint);
        let offer = session_description(&request.headers, &request.body);
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

    /// Passes on whom our server names as the far end, if it does so in this request of an answered call.
    pub(super) fn tell_identity(&self, headers: &Headers, endpoint: &mut Endpoint) {
        let names = ["P-Asserted-Identity", "Remote-Party-ID"];
        if matches!(self.phase, Phase::Answered(_)) && names.iter().any(|it| headers.contains(it)) {
            endpoint.emit(Event::Identified {
                id: self.id,
                headers: headers.clone(),
            });
        }
    }

    /// Answers the peer's change. `false` if it is no longer pending.
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
                    let delayed = session_description(&request.headers, &request.body).is_none();
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

    /// Refuses the peer's change with 487: it was cancelled, or the call ends.
    pub(crate) fn drop_reoffer(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        if let Some(theirs) = answered.theirs.take() {
            endpoint.refuse(&theirs.key, &theirs.request, 487, None, now);
        }
    }

    /// Refuses the peer's change if the application did not answer it in time.
    pub(super) fn on_reoffer_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if let Phase::Answered(answered) = &mut self.phase
            && let Some(theirs) = answered.theirs.take_if(|theirs| theirs.give_up <= now)
        {
            endpoint.refuse(&theirs.key, &theirs.request, 500, None, now);
        }
    }
}
