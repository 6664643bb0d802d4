//! An incoming call up to our answer (RFC 3261 §13.3, §9.2, §12.1.1).

use std::time::Duration;

use super::in_dialog::Unacked;
use super::reliable::{self, Unpracked};
use super::timer::{Agreed, SessionTimer};
use super::{Answered, EndKind, EndedBy, Phase, Session, SessionEnd, SessionId};
use crate::dialog::Dialog;
use crate::endpoint::{ACCEPT, ALLOW, Endpoint, SUPPORTED};
use crate::time::Instant;
use crate::timers::{TRANSACTION_TIMEOUT, earliest, is_due};
use crate::transaction::ServerKey;
use crate::user_agent::{Diversion, Event};
use crate::wire::{Headers, NameAddr, RAck, Reason, Request, Response, session_description};

/// How long a call rings here at most. Its CANCEL may have been lost with a socket.
const RING_LIMIT: Duration = Duration::from_secs(300);

/// How often 180 is repeated: a proxy ends a call after three minutes without a provisional
/// response (§13.3.1.1, §16.6 timer C).
const RING_REPEAT: Duration = Duration::from_secs(60);

/// The most Diversion headers of the INVITE that are copied into a 302.
const MAX_DIVERSIONS: usize = 8;

/// The peer's INVITE without final response so far.
#[derive(Debug)]
pub(crate) struct Ringing {
    key: ServerKey,
    request: Request,
    local_tag: String,
    dialog: Dialog,
    /// When to send 180 again; `None` before the first one.
    ring_at: Option<Instant>,
    give_up: Instant,
    /// Whether the socket was lost meanwhile, which shortens the wait.
    lost: bool,
    /// The RSeq of the last reliable response (RFC 3262 §3), 0 before the first one.
    rseq: u32,
    /// The reliable response that waits for its PRACK.
    unpracked: Option<Unpracked>,
}

impl Ringing {
    pub(super) fn owns(&self, headers: &Headers) -> bool {
        self.dialog.owns(headers)
    }

    pub(super) fn dialog(&mut self) -> &mut Dialog {
        &mut self.dialog
    }

    /// The INVITE's transaction, and the reliable response that waits for its PRACK.
    pub(super) fn unpracked(&mut self) -> (ServerKey, Option<&mut Unpracked>) {
        (self.key.clone(), self.unpracked.as_mut())
    }

    /// Handles a PRACK: `true` if it acknowledges the response that waits for one.
    pub(super) fn take_prack(&mut self, ack: Option<&RAck>) -> bool {
        let waits = |unpracked: &mut Unpracked| Some(unpracked.acknowledged_by()) == ack;
        self.unpracked.take_if(waits).is_some()
    }

    /// The socket is lost. A CANCEL may be lost with it, so the call rings for 32 s more at most.
    pub(super) fn on_lost(&mut self, now: Instant) {
        if !self.lost {
            self.lost = true;
            self.give_up = self.give_up.min(now + TRANSACTION_TIMEOUT);
        }
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        let unpracked = self.unpracked.as_ref().map(Unpracked::poll_timeout);
        earliest([self.ring_at, Some(self.give_up), unpracked])
    }
}

impl Session {
    /// Begins an incoming call from an INVITE that was checked before; `replaces` is the call that
    /// it replaces. `None` if the INVITE has no Contact: nothing could be sent to the caller.
    pub(crate) fn incoming(
        id: SessionId,
        key: ServerKey,
        request: Request,
        replaces: Option<SessionId>,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Option<Self> {
        let local_tag = endpoint.token(10);
        let dialog = Dialog::as_callee(&request, &local_tag).ok().flatten()?;
        let headers = request.headers.clone();
        let (from, to) = (headers.from().ok()?, headers.to().ok()?);
        // §13.3.1: Expires limits how long the call may ring.
        let rings_for = headers
            .expires()
            .ok()
            .flatten()
            .filter(|seconds| *seconds > 0);
        let rings_for = rings_for.map_or(RING_LIMIT, |seconds| {
            Duration::from_secs(u64::from(seconds))
        });
        let event = Event::Incoming {
            id,
            from,
            asserted: headers.asserted_identities().into_iter().next(),
            to,
            request_uri: request.uri.clone(),
            offer: session_description(&headers, &request.body),
            replaces,
            headers,
        };
        let ringing = Ringing {
            key,
            request,
            local_tag,
            dialog,
            ring_at: None,
            give_up: now + rings_for.min(RING_LIMIT),
            lost: false,
            rseq: 0,
            unpracked: None,
        };
        let mut session = Self::new(id, Phase::Ringing(Box::new(ringing)));
        if endpoint.config.ring_automatically && replaces.is_none() {
            session.ring(endpoint, now);
        } else {
            // The application may ring later than 200 ms from now, when a 100 is due (§17.2.1).
            session.say_trying(endpoint, now);
        }
        endpoint.emit(event);
        Some(session)
    }

    /// The server transaction of an INVITE or re-INVITE without final response, which a CANCEL can
    /// end.
    pub(crate) fn cancellable(&self) -> Option<&ServerKey> {
        match &self.phase {
            Phase::Ringing(ringing) => Some(&ringing.key),
            Phase::Answered(answered) => answered
                .theirs
                .as_ref()
                .and_then(|theirs| theirs.cancellable()),
            Phase::Calling(_) | Phase::Over => None,
        }
    }

    /// Our tag, if the call rings here.
    pub(crate) fn ringing_tag(&self) -> Option<&str> {
        match &self.phase {
            Phase::Ringing(ringing) => Some(&ringing.local_tag),
            Phase::Calling(_) | Phase::Answered(_) | Phase::Over => None,
        }
    }

    /// Sends 180, reliably if the caller requires it.
    pub(crate) fn ring(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Ringing(ringing) = &mut self.phase else {
            return;
        };
        ringing.ring_at = Some(now + RING_REPEAT);
        let headers = &ringing.request.headers;
        let is_reliable = reliable::is_required(headers);
        let has_offer = session_description(headers, &ringing.request.body).is_some();
        // RFC 3262 §3: one reliable response at a time. §5: to an INVITE without an offer the first
        // one would need an offer of ours, and so the microphone; only a 100 is sent then.
        if is_reliable && (ringing.unpracked.is_some() || !has_offer) {
            return;
        }
        let response = dialog_response(&ringing.request, 180, &ringing.local_tag, endpoint);
        match ringing.request.headers.cseq() {
            Ok(cseq) if is_reliable => {
                ringing.rseq += 1;
                let unpracked = reliable::make_reliable(response, ringing.rseq, cseq, now);
                unpracked.send(&ringing.key, endpoint, now);
                ringing.unpracked = Some(unpracked);
            }
            _ => endpoint.respond(&ringing.key, &response, now),
        }
    }

    /// Answers the call with 200 (§13.3.1.4).
    pub(crate) fn accept(&mut self, answer: String, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Ringing(ringing) = &self.phase else {
            return;
        };
        let mut response = dialog_response(&ringing.request, 200, &ringing.local_tag, endpoint);
        response.headers.push("Accept", ACCEPT);
        let agreed = Agreed::in_answer_to(&ringing.request.headers);
        if let Some(agreed) = agreed {
            agreed.push_to(&mut response.headers);
        }
        let mut timer = SessionTimer::default();
        timer.on_answer(&ringing.request.headers, agreed, now);
        response.set_body("application/sdp", answer);
        endpoint.respond(&ringing.key, &response, now);
        let seq = ringing.request.headers.cseq().map_or(0, |cseq| cseq.seq);
        let delayed =
            session_description(&ringing.request.headers, &ringing.request.body).is_none();
        let unacked = Unacked::new(ringing.key.clone(), seq, response, true, delayed, now);
        let answered = Answered {
            dialog: ringing.dialog.clone(),
            caller: false,
            unacked: Some(unacked),
            ours: None,
            theirs: None,
            timer,
            refer: None,
            past_refers: Vec::new(),
            info: None,
            unpracked: ringing
                .unpracked
                .as_ref()
                .map(|waits| waits.acknowledged_by().clone()),
            referred: None,
            was_referred: false,
        };
        self.phase = Phase::Answered(Box::new(answered));
    }

    /// Refuses the call with a status of 300–699.
    pub(crate) fn reject(
        &mut self,
        status: u16,
        reason: Option<(u16, String)>,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let reason = reason.map(|(cause, text)| Reason {
            protocol: "SIP".to_owned(),
            cause: Some(cause),
            text: Some(text),
        });
        let status = if (300..700).contains(&status) {
            status
        } else {
            480
        };
        let end = SessionEnd::new(EndedBy::Local, EndKind::Rejected);
        let reason = reason.map(|reason| ("Reason", reason.to_string()));
        let reason = reason.as_slice();
        self.refuse_ringing(status, reason, end, endpoint, now);
    }

    /// Diverts the call with 302 (§21.3.3). Earlier Diversion headers are kept (RFC 5806 §6.1).
    pub(crate) fn redirect(
        &mut self,
        to: NameAddr,
        why: Diversion,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Phase::Ringing(ringing) = &self.phase else {
            return;
        };
        let by = endpoint.address_of_record();
        let mut headers = vec![
            ("Contact", to.to_string()),
            ("Diversion", format!("{by};reason={}", why.as_str())),
        ];
        let before = ringing.request.headers.values("Diversion");
        let before = before.take(MAX_DIVERSIONS);
        headers.extend(before.map(|value| ("Diversion", value.to_owned())));
        let end = SessionEnd::new(EndedBy::Local, EndKind::Rejected);
        self.refuse_ringing(302, &headers, end, endpoint, now);
    }

    /// The caller gave up (CANCEL, or BYE before the answer, §15).
    pub(crate) fn on_cancelled(
        &mut self,
        reasons: Vec<Reason>,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let end = SessionEnd::new(EndedBy::Remote, EndKind::Cancelled).with_reasons(reasons);
        self.refuse_ringing(487, &[], end, endpoint, now);
    }

    pub(super) fn on_ringing_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Ringing(ringing) = &self.phase else {
            return;
        };
        if ringing.give_up <= now {
            let kind = if ringing.lost {
                EndKind::Transport
            } else {
                EndKind::Timeout
            };
            let end = SessionEnd::new(EndedBy::Network, kind);
            // §13.3.1: 487 if the invitation expired.
            self.refuse_ringing(487, &[], end, endpoint, now);
        } else if is_due(ringing.ring_at, now) {
            self.ring(endpoint, now);
        }
    }

    pub(super) fn refuse_ringing(
        &mut self,
        status: u16,
        headers: &[(&str, String)],
        end: SessionEnd,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Phase::Ringing(ringing) = &self.phase else {
            return;
        };
        let mut response = endpoint.response(&ringing.request, status, Some(&ringing.local_tag));
        for (name, value) in headers {
            response.headers.push(name, value.clone());
        }
        endpoint.respond(&ringing.key, &response, now);
        let end = end.with_status(status, &response.reason);
        self.phase = Phase::Over;
        self.end(end, endpoint);
    }

    fn say_trying(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if let Phase::Ringing(ringing) = &self.phase {
            endpoint.refuse(&ringing.key, &ringing.request, 100, None, now);
        }
    }
}

/// A response that creates or refreshes a dialog (§12.1.1), with Record-Route, Contact, Allow and
/// Supported.
pub(super) fn dialog_response(
    request: &Request,
    status: u16,
    local_tag: &str,
    endpoint: &mut Endpoint,
) -> Response {
    let mut response = endpoint.response(request, status, Some(local_tag));
    for value in request.headers.get_all("Record-Route") {
        response.headers.push("Record-Route", value);
    }
    response
        .headers
        .push("Contact", endpoint.dialog_contact().to_string());
    response.headers.push("Allow", ALLOW);
    response.headers.push("Supported", SUPPORTED);
    response
}
