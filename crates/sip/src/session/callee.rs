//! A call of the peer's, up to our answer (RFC 3261 §13.3, §9.2, §12.1.1).

use std::time::Duration;

use super::caller::sdp_of;
use super::in_dialog::Unacked;
use super::timer::{Agreed, SessionTimer};
use super::{Answered, EndKind, EndedBy, Phase, Session, SessionEnd, SessionId};
use crate::dialog::Dialog;
use crate::endpoint::{ACCEPT, ALLOW, Endpoint, SUPPORTED};
use crate::time::Instant;
use crate::timers::{PATIENCE, earliest, is_due};
use crate::transaction::ServerKey;
use crate::user_agent::Event;
use crate::wire::{Headers, NameAddr, Reason, Request, Response, Uri};

/// The longest that a call rings here. Its CANCEL may have been lost with a socket.
const RING_LIMIT: Duration = Duration::from_secs(300);

/// A proxy gives a call up after three minutes without a provisional response (§13.3.1.1, §16.6
/// timer C).
const RING_AGAIN: Duration = Duration::from_secs(60);

/// An INVITE of the peer's without final response.
#[derive(Debug)]
pub(crate) struct Ringing {
    key: ServerKey,
    request: Request,
    local_tag: String,
    dialog: Dialog,
    /// When to say again that it rings; `None` before it was said.
    ring_at: Option<Instant>,
    give_up: Instant,
    /// Whether the wait ends because the socket went and not because nobody answered.
    lost: bool,
}

impl Ringing {
    pub(super) fn owns(&self, headers: &Headers) -> bool {
        self.dialog.owns(headers)
    }

    pub(super) fn dialog(&mut self) -> &mut Dialog {
        &mut self.dialog
    }

    /// The caller may give up without our hearing of it, so there is not much time left to answer.
    pub(super) fn on_lost(&mut self, now: Instant) {
        if !self.lost {
            self.lost = true;
            self.give_up = self.give_up.min(now + PATIENCE);
        }
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        earliest([self.ring_at, Some(self.give_up)])
    }
}

impl Session {
    /// Takes a new INVITE that was found to be in order. `replaces`: the call whose place it is to take. `None` without a Contact: then nothing could
    /// be sent to the caller.
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
        // §13.3.1: the caller may say how long the invitation holds.
        let holds = headers
            .expires()
            .ok()
            .flatten()
            .filter(|seconds| *seconds > 0);
        let holds = holds.map_or(RING_LIMIT, |seconds| {
            Duration::from_secs(u64::from(seconds))
        });
        let event = Event::Incoming {
            id,
            from,
            asserted: headers.asserted_identities().into_iter().next(),
            to,
            request_uri: request.uri.clone(),
            offer: sdp_of(&headers, &request.body),
            replaces,
            headers,
        };
        let ringing = Ringing {
            key,
            request,
            local_tag,
            dialog,
            ring_at: None,
            give_up: now + holds.min(RING_LIMIT),
            lost: false,
        };
        let mut session = Self::new(id, Phase::Ringing(Box::new(ringing)));
        if endpoint.config.ring_automatically && replaces.is_none() {
            session.ring(endpoint, now);
        } else {
            // Not at once may be later than the 200 ms after which a 100 is due (§17.2.1).
            session.say_trying(endpoint, now);
        }
        endpoint.emit(event);
        Some(session)
    }

    /// The server transaction of an INVITE that has no final response: what a CANCEL is about.
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

    /// Our tag in the dialog of an INVITE that has no final response.
    pub(crate) fn ringing_tag(&self) -> Option<&str> {
        match &self.phase {
            Phase::Ringing(ringing) => Some(&ringing.local_tag),
            Phase::Calling(_) | Phase::Answered(_) | Phase::Over => None,
        }
    }

    /// Tells the caller that it rings.
    pub(crate) fn ring(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Ringing(ringing) = &mut self.phase else {
            return;
        };
        ringing.ring_at = Some(now + RING_AGAIN);
        let response = dialog_response(&ringing.request, 180, &ringing.local_tag, endpoint);
        endpoint.respond(&ringing.key, &response, now);
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
        let delayed = sdp_of(&ringing.request.headers, &ringing.request.body).is_none();
        let unacked = Unacked::new(ringing.key.clone(), seq, response, true, delayed, now);
        let answered = Answered {
            dialog: ringing.dialog.clone(),
            caller: false,
            unacked: Some(unacked),
            ours: None,
            theirs: None,
            timer,
            refer: None,
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
        let headers = reason.map(|reason| ("Reason", reason.to_string()));
        self.refuse_ringing(status, headers.into_iter().collect(), end, endpoint, now);
    }

    /// Sends the caller to somebody else (§21.3.3, RFC 5806).
    pub(crate) fn redirect(
        &mut self,
        target: &Uri,
        reason: &str,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Phase::Ringing(ringing) = &self.phase else {
            return;
        };
        let mut by = endpoint.address_of_record();
        by.params.set("reason", Some(reason));
        let mut headers = vec![
            ("Contact", NameAddr::new(target.clone()).to_string()),
            ("Diversion", by.to_string()),
        ];
        let before = ringing.request.headers.values("Diversion");
        headers.extend(before.map(|value| ("Diversion", value.to_owned())));
        let end = SessionEnd::new(EndedBy::Local, EndKind::Rejected);
        self.refuse_ringing(302, headers, end, endpoint, now);
    }

    /// The caller gave up (CANCEL, or BYE before the answer, §15).
    pub(crate) fn on_cancelled(
        &mut self,
        reasons: Vec<Reason>,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let end = SessionEnd::new(EndedBy::Remote, EndKind::Cancelled).with_reasons(reasons);
        self.refuse_ringing(487, Vec::new(), end, endpoint, now);
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
            // §13.3.1: 487 where an invitation expired.
            self.refuse_ringing(487, Vec::new(), end, endpoint, now);
        } else if is_due(ringing.ring_at, now) {
            self.ring(endpoint, now);
        }
    }

    fn refuse_ringing(
        &mut self,
        status: u16,
        headers: Vec<(&str, String)>,
        end: SessionEnd,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let Phase::Ringing(ringing) = &self.phase else {
            return;
        };
        let mut response = endpoint.response(&ringing.request, status, Some(&ringing.local_tag));
        for (name, value) in headers {
            response.headers.push(name, value);
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

/// A response that makes or refreshes a dialog (§12.1.1): the route back, where we are, what we serve.
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
