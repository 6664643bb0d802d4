//! Provisional responses that must not get lost: 100rel and PRACK, both ways (RFC 3262).

use std::time::Duration;

use super::{EndKind, EndedBy, Phase, Session, SessionEnd, SessionId};
use crate::authentication::Attempts;
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::timers::{PATIENCE, T1};
use crate::transaction::{ClientKey, News, Owner, ServerKey};
use crate::wire::{CSeq, Headers, Method, RAck, Request, Response};

/// The option tag.
pub(crate) const TAG: &str = "100rel";

/// The most PRACKs under way in one call; a branch more than that rings unacknowledged.
const MAX_PRACKS: usize = 16;

/// Numbers of one early dialog are counted from where its first response begins (§4).
#[derive(Debug, Default)]
pub(super) struct InOrder {
    last: Option<u32>,
}

/// What to do with a provisional response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It was not sent reliably.
    Plain,
    /// It is the next one: acknowledge and use it.
    Next(u32),
    /// It came again, or one before it is missing: neither acknowledged nor used (§4).
    NotNow,
}

impl Arrival {
    /// The same where there is no dialog to acknowledge it in.
    pub(super) fn without_dialog(self) -> Self {
        match self {
            Self::Plain => Self::Plain,
            Self::Next(_) | Self::NotNow => Self::NotNow,
        }
    }
}

impl InOrder {
    /// Sorts in a provisional response.
    pub(super) fn take(&mut self, headers: &Headers) -> Arrival {
        if !is_asked_for(headers, "Require") {
            return Arrival::Plain;
        }
        let Ok(Some(rseq)) = headers.rseq() else {
            return Arrival::NotNow;
        };
        if self
            .last
            .is_some_and(|last| last.checked_add(1) != Some(rseq))
        {
            return Arrival::NotNow;
        }
        self.last = Some(rseq);
        Arrival::Next(rseq)
    }
}

/// A PRACK of ours without final response.
#[derive(Debug)]
pub(super) struct Prack {
    key: ClientKey,
    ack: RAck,
    remote_tag: String,
    attempts: Attempts,
}

impl Prack {
    pub(super) fn is_request(&self, candidate: &ClientKey) -> bool {
        self.key == *candidate
    }
}

/// Acknowledges a response of the branch that `dialog` is.
pub(super) fn acknowledge(
    pracks: &mut Vec<Prack>,
    dialog: &mut Dialog,
    ack: RAck,
    id: SessionId,
    endpoint: &mut Endpoint,
    now: Instant,
) {
    if pracks.len() < MAX_PRACKS {
        pracks.extend(send(dialog, ack, Attempts::default(), id, endpoint, now));
    }
}

fn send(
    dialog: &mut Dialog,
    ack: RAck,
    attempts: Attempts,
    id: SessionId,
    endpoint: &mut Endpoint,
    now: Instant,
) -> Option<Prack> {
    let mut request = dialog.request(Method::Prack);
    request.headers.push("RAck", ack.to_string());
    let (key, _) = endpoint.send(request, Owner::Session(id), now)?;
    Some(Prack {
        key,
        ack,
        remote_tag: dialog.remote_tag().to_owned(),
        attempts,
    })
}

/// A provisional response of ours that waits for its PRACK (§3).
#[derive(Debug)]
pub(super) struct Unpracked {
    response: Response,
    ack: RAck,
    resend_at: Instant,
    interval: Duration,
    give_up: Instant,
}

impl Unpracked {
    pub(super) fn poll_timeout(&self) -> Instant {
        self.resend_at.min(self.give_up)
    }

    pub(super) fn acknowledged_by(&self) -> &RAck {
        &self.ack
    }
}

/// Whether a caller insists on reliable provisional responses.
pub(super) fn is_required(headers: &Headers) -> bool {
    is_asked_for(headers, "Require")
}

/// Makes a response one that is acknowledged.
pub(super) fn make_reliable(
    mut response: Response,
    rseq: u32,
    cseq: CSeq,
    now: Instant,
) -> Unpracked {
    response.headers.push("Require", TAG);
    response.headers.push("RSeq", rseq.to_string());
    Unpracked {
        response,
        ack: RAck { rseq, cseq },
        resend_at: now + T1,
        interval: T1,
        give_up: now + PATIENCE,
    }
}

impl Unpracked {
    pub(super) fn send(&self, key: &ServerKey, endpoint: &mut Endpoint, now: Instant) {
        endpoint.respond(key, &self.response, now);
    }

    /// Sends it again if that is due; `false` when the caller has had 64·T1 to acknowledge it.
    fn handle_timeout(&mut self, key: &ServerKey, endpoint: &mut Endpoint, now: Instant) -> bool {
        if self.give_up <= now {
            return false;
        }
        if self.resend_at <= now {
            self.interval *= 2;
            self.resend_at = now + self.interval;
            endpoint.respond(key, &self.response, now);
        }
        true
    }
}

impl Session {
    /// Takes the answer to a PRACK of ours: only a challenge makes a difference.
    pub(super) fn on_prack_news(
        &mut self,
        key: &ClientKey,
        news: &News,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> bool {
        let Some(at) = self.pracks.iter().position(|prack| prack.is_request(key)) else {
            return false;
        };
        let response = match news {
            News::Response(response) if response.status < 200 => return true,
            News::Response(response) => Some(response),
            News::TimedOut | News::TransportLost => None,
        };
        let mut prack = self.pracks.remove(at);
        if let Some(response) = response.filter(|response| matches!(response.status, 401 | 407))
            && endpoint
                .challenged(self.id, response, &Method::Prack, &mut prack.attempts)
                .is_ok()
            && let Phase::Calling(calling) = &mut self.phase
            && let Some(dialog) = calling.dialog_with(&prack.remote_tag)
        {
            let again = send(dialog, prack.ack, prack.attempts, self.id, endpoint, now);
            self.pracks.extend(again);
        }
        true
    }

    /// Takes a PRACK of the peer's: it acknowledges what we sent last, or nothing (§3).
    pub(super) fn on_prack(
        &mut self,
        key: &ServerKey,
        request: &Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let ack = request.headers.rack().ok().flatten();
        let is_expected = match &mut self.phase {
            Phase::Ringing(ringing) => ringing.take_prack(ack.as_ref()),
            // A 2xx may leave before the PRACK that was on its way.
            Phase::Answered(answered) => {
                let waits = answered
                    .unpracked
                    .take_if(|waits| Some(&*waits) == ack.as_ref());
                waits.is_some()
            }
            Phase::Calling(_) | Phase::Over => false,
        };
        // An offer in a PRACK makes sense only after an answer, and ours comes with the 200 (§5).
        let status = match (is_expected, request.body.is_empty()) {
            (true, true) => 200,
            (true, false) => 488,
            (false, _) => 481,
        };
        endpoint.refuse(key, request, status, None, now);
    }

    pub(super) fn on_unpracked_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Ringing(ringing) = &mut self.phase else {
            return;
        };
        let (key, unpracked) = ringing.unpracked();
        let Some(unpracked) = unpracked else {
            return;
        };
        if !unpracked.handle_timeout(&key, endpoint, now) {
            let end = SessionEnd::new(EndedBy::Network, EndKind::Timeout);
            self.refuse_ringing(504, &[], end, endpoint, now);
        }
    }
}

fn is_asked_for(headers: &Headers, name: &str) -> bool {
    headers
        .option_tags(name)
        .iter()
        .any(|tag| tag.eq_ignore_ascii_case(TAG))
}
