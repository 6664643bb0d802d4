//! Reliable provisional responses: 100rel and PRACK, as caller and as callee (RFC 3262).

use std::time::Duration;

use super::{EndKind, EndedBy, Phase, Session, SessionEnd, SessionId};
use crate::authentication::Attempts;
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::timers::{T1, TRANSACTION_TIMEOUT};
use crate::transaction::{ClientKey, News, Owner, ServerKey};
use crate::wire::{CSeq, Headers, Method, RAck, Request, Response};

/// The option tag.
pub(crate) const TAG: &str = "100rel";

/// The most PRACKs under way in one call; beyond that no PRACK is sent.
const MAX_PRACKS: usize = 16;

/// The last RSeq of one early dialog; its first reliable response sets where counting starts (§4).
#[derive(Debug, Default)]
pub(super) struct RSeqOrder {
    last: Option<u32>,
}

/// What to do with a provisional response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It was not sent reliably.
    Plain,
    /// It is the next one in order, with this RSeq: acknowledge and use it.
    Next(u32),
    /// It is a repetition, or one before it is missing: neither acknowledged nor used (§4).
    OutOfOrder,
}

impl Arrival {
    /// What to do with the response if there is no dialog for a PRACK: reliable ones are not used.
    pub(super) fn without_dialog(self) -> Self {
        match self {
            Self::Plain => Self::Plain,
            Self::Next(_) | Self::OutOfOrder => Self::OutOfOrder,
        }
    }
}

impl RSeqOrder {
    /// Decides what to do with a provisional response.
    pub(super) fn take(&mut self, headers: &Headers) -> Arrival {
        if !is_asked_for(headers, "Require") {
            return Arrival::Plain;
        }
        let Ok(Some(rseq)) = headers.rseq() else {
            return Arrival::OutOfOrder;
        };
        if self
            .last
            .is_some_and(|last| last.checked_add(1) != Some(rseq))
        {
            return Arrival::OutOfOrder;
        }
        self.last = Some(rseq);
        Arrival::Next(rseq)
    }
}

/// Our PRACK without final response so far.
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

/// Sends a PRACK in the branch's dialog.
pub(super) fn acknowledge(
    pracks: &mut Vec<Prack>,
    dialog: &mut Dialog,
    ack: RAck,
    id: SessionId,
    endpoint: &mut Endpoint,
    now: Instant,
) {
    if pracks.len() < MAX_PRACKS {
        pracks.push(send(dialog, ack, Attempts::default(), id, endpoint, now));
    }
}

fn send(
    dialog: &mut Dialog,
    ack: RAck,
    attempts: Attempts,
    id: SessionId,
    endpoint: &mut Endpoint,
    now: Instant,
) -> Prack {
    let mut request = dialog.request(Method::Prack);
    request.headers.push("RAck", ack.to_string());
    let (key, _) = endpoint.send(request, Owner::Session(id), now);
    Prack {
        key,
        ack,
        remote_tag: dialog.remote_tag().to_owned(),
        attempts,
    }
}

/// Our provisional response that waits for its PRACK (§3).
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

/// Whether the caller requires reliable provisional responses.
pub(super) fn is_required(headers: &Headers) -> bool {
    is_asked_for(headers, "Require")
}

/// Makes a provisional response reliable.
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
        give_up: now + TRANSACTION_TIMEOUT,
    }
}

impl Unpracked {
    pub(super) fn send(&self, key: &ServerKey, endpoint: &mut Endpoint, now: Instant) {
        endpoint.respond(key, &self.response, now);
    }

    /// Sends the response again if that is due; `false` after 64·T1 without a PRACK.
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
    /// Handles the outcome of our PRACK: after a challenge it is sent again, everything else is
    /// ignored. `false` if the key is not that of a PRACK.
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
            self.pracks.push(again);
        }
        true
    }

    /// Handles the peer's PRACK: 481 if it does not acknowledge our last reliable response (§3).
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
            // Our 2xx may have left while the PRACK was on its way.
            Phase::Answered(answered) => {
                let waits = answered
                    .unpracked
                    .take_if(|waits| Some(&*waits) == ack.as_ref());
                waits.is_some()
            }
            Phase::Calling(_) | Phase::Over => false,
        };
        // A PRACK may have an offer only after the answer, and our answer comes with the 200 (§5).
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
