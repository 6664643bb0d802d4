//! Requests within a call: BYE, ACK and its absence, INFO, OPTIONS, UPDATE without an offer (RFC
//! 3261 §12.2.2, §13.3.1.4, §15, RFC 6086, RFC 3311).

use std::time::Duration;

use super::farewell::Farewell;
use super::timer::Agreed;
use super::{EndKind, EndedBy, Phase, Session, SessionEnd};
use crate::dialog::Dialog;
use crate::endpoint::{ACCEPT, ALLOW, Endpoint, SUPPORTED};
use crate::time::Instant;
use crate::timers::{T1, T2, TRANSACTION_TIMEOUT, earliest};
use crate::transaction::{News, ServerKey};
use crate::user_agent::Event;
use crate::wire::{Method, Request, Response, session_description};

/// Our 2xx, which is sent again until its ACK arrives (§13.3.1.4).
#[derive(Debug)]
pub(super) struct Unacked {
    key: ServerKey,
    seq: u32,
    response: Response,
    /// Whether it answers the INVITE that began the call, not a re-INVITE.
    initial: bool,
    /// Whether the 2xx has our offer, so that the answer comes with the ACK.
    delayed: bool,
    resend_at: Instant,
    interval: Duration,
    give_up: Instant,
}

impl Unacked {
    pub(super) fn new(
        key: ServerKey,
        seq: u32,
        response: Response,
        initial: bool,
        delayed: bool,
        now: Instant,
    ) -> Self {
        Self {
            key,
            seq,
            response,
            initial,
            delayed,
            resend_at: now + T1,
            interval: T1,
            give_up: now + TRANSACTION_TIMEOUT,
        }
    }

    /// Whether the 2xx has our offer, which the ACK has to answer.
    pub(super) fn is_delayed(&self) -> bool {
        self.delayed
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        earliest([Some(self.resend_at), Some(self.give_up)])
    }
}

impl Session {
    /// Handles the ACK for our 2xx.
    pub(crate) fn on_ack(&mut self, request: &Request, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Ok(cseq) = request.headers.cseq() else {
            return;
        };
        if !answered.dialog.owns(&request.headers) {
            return;
        }
        let Some(unacked) = answered.unacked.take_if(|unacked| unacked.seq == cseq.seq) else {
            return;
        };
        if self.ended {
            // The call was hung up before the ACK: only now may BYE be sent (§15).
            self.send_bye(endpoint, now);
            return;
        }
        if unacked.initial || unacked.delayed {
            let sdp = if unacked.delayed {
                session_description(&request.headers, &request.body)
            } else {
                None
            };
            endpoint.emit(Event::Confirmed { id: self.id, sdp });
        }
        self.continue_reinvite(endpoint, now);
    }

    /// Handles a request of the peer's that belongs to this call.
    pub(crate) fn on_request(
        &mut self,
        key: &ServerKey,
        request: Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Ok(cseq) = request.headers.cseq() else {
            return;
        };
        let is_over = matches!(self.phase, Phase::Over);
        let in_order = match self.dialog_of(&request) {
            Some(dialog) => dialog.accept_seq(cseq.seq),
            // The request comes from a branch that answered too late and that we are ending with
            // BYE; it does not concern this call.
            None if !is_over => {
                let status = match request.method {
                    Method::Bye => 200,
                    _ => 481,
                };
                endpoint.refuse(key, &request, status, None, now);
                return;
            }
            // The call is over, and we are ending this dialog with BYE.
            None => true,
        };
        if !in_order {
            // §12.2.2
            endpoint.refuse(key, &request, 500, None, now);
            return;
        }
        match request.method {
            Method::Bye => self.on_bye(key, &request, endpoint, now),
            _ if self.ended => endpoint.refuse(key, &request, 481, None, now),
            Method::Invite => self.on_reinvite(key, request, endpoint, now),
            Method::Update => self.on_update(key, request, endpoint, now),
            Method::Info => on_info(key, &request, endpoint, now),
            Method::Options => answer_options(key, &request, endpoint, now),
            Method::Prack => self.on_prack(key, &request, endpoint, now),
            Method::Notify => self.on_notify(key, &request, endpoint, now),
            Method::Refer => self.on_refer(key, &request, endpoint, now),
            Method::Ack
            | Method::Cancel
            | Method::Register
            | Method::Subscribe
            | Method::Message
            | Method::Publish
            | Method::Other(_) => endpoint.refuse(key, &request, 405, None, now),
        }
    }

    /// Ends an answered call: sends BYE now, or after the ACK if that is still missing (§15).
    pub(super) fn end_with_bye(&mut self, end: SessionEnd, endpoint: &mut Endpoint, now: Instant) {
        self.end(end, endpoint);
        self.drop_reoffer(endpoint, now);
        let Phase::Answered(answered) = &self.phase else {
            return;
        };
        if !answered
            .unacked
            .as_ref()
            .is_some_and(|unacked| unacked.initial)
        {
            self.send_bye(endpoint, now);
        }
    }

    /// Sends the 2xx without ACK again, and ends the call after 64·T1 (§13.3.1.4).
    pub(super) fn on_unacked_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(unacked) = &mut answered.unacked else {
            return;
        };
        if unacked.give_up <= now {
            answered.unacked = None;
            if !self.ended {
                let end = SessionEnd::new(EndedBy::Network, EndKind::Timeout);
                self.end_with_bye(end, endpoint, now);
            } else {
                self.send_bye(endpoint, now);
            }
        } else if unacked.resend_at <= now {
            unacked.interval = (unacked.interval * 2).min(T2);
            unacked.resend_at = now + unacked.interval;
            endpoint.respond(&unacked.key, &unacked.response, now);
        }
    }

    /// The outcome of our re-INVITE that was under way when the call ended: its 2xx needs an ACK
    /// (§14.1).
    pub(super) fn on_late_news(&mut self, news: &News, endpoint: &mut Endpoint, now: Instant) {
        let Some((key, dialog, seq)) = &self.late_reinvite else {
            return;
        };
        match news {
            News::Response(response) if response.status < 200 => {
                endpoint.give_up(key, now);
            }
            News::Response(response) if response.status < 300 => {
                let mut invite = dialog.ack(*seq);
                if let Some(request) = endpoint.transactions.request(key) {
                    invite = request.clone();
                }
                let (key, dialog) = (key.clone(), dialog.clone());
                self.acknowledge(&key, &invite, &dialog, endpoint);
                self.late_reinvite = None;
            }
            News::Response(_) | News::TimedOut | News::TransportLost => self.late_reinvite = None,
        }
    }

    fn on_bye(
        &mut self,
        key: &ServerKey,
        request: &Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let reasons = request.headers.reasons();
        match &self.phase {
            // This ends the old dialog only; our INVITE with Replaces asks for a new one (RFC 3891
            // §3).
            Phase::Answered(_) if self.is_replacing() => {
                endpoint.refuse(key, request, 200, None, now);
            }
            Phase::Answered(_) => {
                endpoint.refuse(key, request, 200, None, now);
                self.drop_reoffer(endpoint, now);
                self.keep_late_reinvite(endpoint, now);
                self.phase = Phase::Over;
                let end = SessionEnd::new(EndedBy::Remote, EndKind::Bye).with_reasons(reasons);
                self.end(end, endpoint);
            }
            Phase::Ringing(_) => {
                endpoint.refuse(key, request, 200, None, now);
                self.on_cancelled(reasons, endpoint, now);
            }
            // The callee must not send BYE before its answer (§15).
            Phase::Calling(_) => endpoint.refuse(key, request, 481, None, now),
            // Both sides sent BYE at the same time.
            Phase::Over => endpoint.refuse(key, request, 200, None, now),
        }
    }

    fn on_update(
        &mut self,
        key: &ServerKey,
        request: Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let has_body = !request.body.is_empty();
        if has_body && session_description(&request.headers, &request.body).is_none() {
            endpoint.refuse(key, &request, 415, None, now);
            return;
        }
        match &self.phase {
            Phase::Answered(_) if has_body => self.on_offer(key, request, endpoint, now),
            // The offer in the INVITE has no answer yet (RFC 3311 §5.2).
            Phase::Calling(_) if has_body => endpoint.refuse(key, &request, 491, None, now),
            Phase::Ringing(_) if has_body => self.refuse_for_now(key, &request, endpoint, now),
            Phase::Calling(_) | Phase::Ringing(_) | Phase::Answered(_) | Phase::Over => {
                self.tell_identity(&request.headers, endpoint);
                if let Some(dialog) = self.dialog_of(&request) {
                    dialog.refresh_target(&request.headers);
                }
                let mut response = endpoint.response(&request, 200, None);
                response
                    .headers
                    .push("Contact", endpoint.dialog_contact().to_string());
                response.headers.push("Allow", ALLOW);
                response.headers.push("Supported", SUPPORTED);
                if let Phase::Answered(answered) = &mut self.phase {
                    let agreed = Agreed::in_answer_to(&request.headers);
                    if let Some(agreed) = agreed {
                        agreed.push_to(&mut response.headers);
                    }
                    answered.timer.on_answer(&request.headers, agreed, now);
                }
                endpoint.respond(key, &response, now);
            }
        }
    }

    /// Refuses a change with 500 and a Retry-After of up to 10 s, because another one is under way
    /// (§14.2, RFC 3311 §5.2).
    pub(super) fn refuse_for_now(
        &self,
        key: &ServerKey,
        request: &Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let mut response = endpoint.response(request, 500, None);
        let wait =
            crate::random::between(&mut endpoint.rng, Duration::ZERO, Duration::from_secs(10));
        response
            .headers
            .push("Retry-After", wait.as_secs().to_string());
        endpoint.respond(key, &response, now);
    }

    /// Sends BYE; the session is over but for the [`Farewell`].
    fn send_bye(&mut self, endpoint: &mut Endpoint, now: Instant) {
        self.keep_late_reinvite(endpoint, now);
        if let Phase::Answered(answered) = std::mem::replace(&mut self.phase, Phase::Over) {
            self.farewells
                .push(Farewell::begin(answered.dialog, self.id, endpoint, now));
        }
    }

    fn dialog_of(&mut self, request: &Request) -> Option<&mut Dialog> {
        match &mut self.phase {
            Phase::Calling(calling) => calling.early_dialog(&request.headers),
            Phase::Ringing(ringing) => Some(ringing.dialog()),
            Phase::Answered(answered) => Some(&mut answered.dialog),
            Phase::Over => None,
        }
        .filter(|dialog| dialog.owns(&request.headers))
    }
}

/// INFO (RFC 6086 §4.2.2): DTMF and hook-flash bodies are accepted and ignored; Info-Packages and
/// other bodies are refused.
fn on_info(key: &ServerKey, request: &Request, endpoint: &mut Endpoint, now: Instant) {
    if request.headers.contains("Info-Package") {
        let mut response = endpoint.response(request, 469, None);
        response.headers.push("Recv-Info", "");
        endpoint.respond(key, &response, now);
        return;
    }
    let known = match request.headers.content_type() {
        Some(media_type) => {
            media_type.kind == "application"
                && matches!(
                    media_type.subtype.as_str(),
                    "dtmf-relay" | "dtmf" | "hook-flash"
                )
        }
        None => request.body.is_empty(),
    };
    endpoint.refuse(key, request, if known { 200 } else { 415 }, None, now);
}

/// OPTIONS (§11.2): answers with what we support.
pub(crate) fn answer_options(
    key: &ServerKey,
    request: &Request,
    endpoint: &mut Endpoint,
    now: Instant,
) {
    let mut response = endpoint.response(request, 200, None);
    response
        .headers
        .push("Contact", endpoint.dialog_contact().to_string());
    response.headers.push("Allow", ALLOW);
    response.headers.push("Accept", ACCEPT);
    response.headers.push("Supported", SUPPORTED);
    endpoint.respond(key, &response, now);
}
