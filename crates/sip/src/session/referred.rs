//! The far end asks us to call somebody (REFER, RFC 3515 §2.4.2). The engine accepts the request
//! and reports the call's state by NOTIFY (§2.4.4); a person decides whether the call is made.

use std::collections::VecDeque;
use std::time::Duration;

use super::{Phase, Session};
use crate::authentication::Attempts;
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::transaction::{ClientKey, News, Owner, ServerKey};
use crate::user_agent::{Event, Referral};
use crate::wire::{Method, NameAddr, Replaces, Request, Scheme, reason_phrase};

/// How long the subscription lasts: time for the person to decide and for the new call to ring.
const SUBSCRIPTION: Duration = Duration::from_secs(300);
/// The most statuses that wait for their NOTIFY.
const MAX_QUEUED: usize = 8;

/// The far end's REFER without final outcome so far, and the subscription that it created.
#[derive(Debug)]
pub(super) struct Referred {
    /// The CSeq number of the REFER. It identifies the subscription if it is not the first one of
    /// the dialog (§2.4.6).
    id: Option<u32>,
    /// Statuses to be reported, oldest first. One NOTIFY at a time, so that none overtakes another.
    queued: VecDeque<u16>,
    /// The status in the NOTIFY under way.
    under_way: Option<u16>,
    key: Option<ClientKey>,
    attempts: Attempts,
    expires: Instant,
}

impl Referred {
    pub(super) fn is_request(&self, candidate: &ClientKey) -> bool {
        self.key.as_ref() == Some(candidate)
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        Some(self.expires)
    }

    fn is_settled(&self) -> bool {
        let last = self.queued.back().copied().or(self.under_way);
        last.is_some_and(|status| status >= 200)
    }
}

impl Session {
    /// Accepts a REFER (202), or refuses one that no person need be asked about.
    pub(super) fn on_refer(
        &mut self,
        key: &ServerKey,
        request: &Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let id = self.id;
        let Ok(Some(to)) = request.headers.refer_to() else {
            endpoint.refuse(key, request, 400, None, now);
            return;
        };
        let Phase::Answered(answered) = &mut self.phase else {
            endpoint.refuse(key, request, 603, None, now);
            return;
        };
        if answered.referred.is_some() {
            endpoint.refuse(key, request, 491, None, now);
            return;
        }
        let Some((to, replaces)) = callable(to.clone()) else {
            endpoint.refuse(key, request, 603, None, now);
            endpoint.emit(Event::TransferDeclined { id, to });
            return;
        };
        // RFC 3892 §2.1; without Referred-By it is the far end of this call.
        let by = match request.headers.referred_by() {
            Ok(Some(by)) => NameAddr::new(by.uri),
            Ok(None) | Err(_) => NameAddr::new(answered.dialog.remote_address().clone()),
        };
        let seq = request.headers.cseq().map_or(0, |cseq| cseq.seq);
        answered.referred = Some(Referred {
            id: answered.was_referred.then_some(seq),
            queued: VecDeque::new(),
            under_way: None,
            key: None,
            attempts: Attempts::default(),
            expires: now + SUBSCRIPTION,
        });
        answered.was_referred = true;
        let mut response = endpoint.response(request, 202, None);
        response
            .headers
            .push("Contact", endpoint.dialog_contact().to_string());
        endpoint.respond(key, &response, now);
        self.tell_referrer(100, endpoint, now);
        let referral = Referral { to, replaces, by };
        endpoint.emit(Event::TransferRequested { id, referral });
    }

    /// Reports a status of the call that the far end asked for: 100–199 is provisional, everything
    /// else is the outcome.
    pub(crate) fn tell_referrer(&mut self, status: u16, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(referred) = &mut answered.referred else {
            return;
        };
        let last = referred.queued.back().copied().or(referred.under_way);
        if referred.is_settled() || last == Some(status) {
            return;
        }
        if status >= 200 {
            // Provisional statuses are superseded by the outcome.
            referred.queued.clear();
        }
        if referred.queued.len() < MAX_QUEUED {
            referred.queued.push_back(status);
        }
        self.send_next_notify(endpoint, now);
    }

    /// Sends the next NOTIFY, if none is under way.
    pub(super) fn send_next_notify(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(referred) = &mut answered.referred else {
            return;
        };
        if self.ended || referred.key.is_some() || !endpoint.transport.is_open() {
            return;
        }
        if referred.under_way.is_none() {
            referred.under_way = referred.queued.pop_front();
        }
        let Some(status) = referred.under_way else {
            return;
        };
        let mut request = answered.dialog.request(Method::Notify);
        let event = match referred.id {
            Some(id) => format!("refer;id={id}"),
            None => "refer".to_owned(),
        };
        let state = if status >= 200 {
            "terminated;reason=noresource".to_owned()
        } else {
            let left = referred.expires.0.saturating_sub(now.0) / 1000;
            format!("active;expires={left}")
        };
        let headers = &mut request.headers;
        headers.push("Contact", endpoint.dialog_contact().to_string());
        headers.push("Event", event);
        headers.push("Subscription-State", state);
        request.set_body(
            "message/sipfrag;version=2.0",
            format!("SIP/2.0 {status} {}\r\n", reason_phrase(status)),
        );
        let (key, _) = endpoint.send(request, Owner::Session(id), now);
        referred.key = Some(key);
    }

    pub(super) fn on_notify_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(referred) = &mut answered.referred else {
            return;
        };
        let response = match news {
            News::Response(response) if response.status < 200 => return,
            News::Response(response) => response,
            // The NOTIFY is sent again on the next socket.
            News::TransportLost => {
                referred.key = None;
                return;
            }
            News::TimedOut => {
                answered.referred = None;
                return;
            }
        };
        referred.key = None;
        match response.status {
            200..300 => {
                let was = referred.under_way.take();
                referred.attempts = Attempts::default();
                if was.is_some_and(|status| status >= 200) {
                    answered.referred = None;
                    return;
                }
            }
            401 | 407 => {
                let attempts = &mut referred.attempts;
                let challenged = endpoint.challenged(self.id, &response, &Method::Notify, attempts);
                if challenged.is_err() {
                    answered.referred = None;
                }
            }
            // RFC 6665 §4.2.2: the subscription is over.
            _ => answered.referred = None,
        }
        self.send_next_notify(endpoint, now);
    }

    pub(super) fn on_referred_timeout(&mut self, now: Instant) {
        if let Phase::Answered(answered) = &mut self.phase {
            answered
                .referred
                .take_if(|referred| referred.expires <= now);
        }
    }
}

/// The address to call in a Refer-To, without its other headers, and the dialog to replace. `None`
/// if it does not describe a call that we can make.
fn callable(mut to: NameAddr) -> Option<(NameAddr, Option<Replaces>)> {
    match to.uri.scheme {
        Scheme::Sip | Scheme::Sips | Scheme::Tel => {}
        Scheme::Other(_) => return None,
    }
    // With `maddr` the call would go to another host than the one that the person is shown.
    if to.uri.has_param("maddr") {
        return None;
    }
    if to
        .uri
        .param("method")
        .is_some_and(|method| !method.eq_ignore_ascii_case("INVITE"))
    {
        return None;
    }
    to.uri.params.remove("method");
    let mut named = std::mem::take(&mut to.uri.headers)
        .into_iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("Replaces"));
    let replaces = match (named.next(), named.next()) {
        (None, _) => None,
        (Some((_, value)), None) => Some(Replaces::from_uri_header(&value)?),
        (Some(_), Some(_)) => return None,
    };
    Some((to, replaces))
}
