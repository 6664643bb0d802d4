//! The far end asks us to call somebody (REFER, RFC 3515 §2.4.2). The engine only takes the wish down and
//! tells the far end how it fares (§2.4.4); whether and whom to call is decided by a person.

use std::collections::VecDeque;
use std::time::Duration;

use super::{Phase, Session};
use crate::authentication::Attempts;
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::transaction::{ClientKey, News, Owner, ServerKey};
use crate::user_agent::{Event, Referral};
use crate::wire::{Method, NameAddr, Replaces, Request, Scheme, reason_phrase};

/// As long as a person may think it over, and the other one may ring.
const SUBSCRIPTION: Duration = Duration::from_secs(300);
/// The longest line of provisional statuses that waits to be told.
const MAX_WAITING: usize = 8;

/// A wish of the far end's that is not settled: the subscription that its REFER made.
#[derive(Debug)]
pub(super) struct Referred {
    /// The number of its REFER, which names the subscription where the dialog has had one before (§2.4.6).
    id: Option<u32>,
    /// Statuses to be told, oldest first: one at a time, so that none overtakes another.
    waiting: VecDeque<u16>,
    /// The one in the NOTIFY under way.
    telling: Option<u16>,
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
        let last = self.waiting.back().copied().or(self.telling);
        last.is_some_and(|status| status >= 200)
    }
}

impl Session {
    /// Takes the wish down (202), or refuses it where no person need be asked.
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
        // RFC 3892 §2.1; else it is whom we talk to.
        let by = match request.headers.referred_by() {
            Ok(Some(by)) => NameAddr::new(by.uri),
            Ok(None) | Err(_) => NameAddr::new(answered.dialog.remote_address().clone()),
        };
        let seq = request.headers.cseq().map_or(0, |cseq| cseq.seq);
        answered.referred = Some(Referred {
            id: answered.was_referred.then_some(seq),
            waiting: VecDeque::new(),
            telling: None,
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

    /// Tells the far end how its wish fares: 100–199 on the way, anything else settles it.
    pub(crate) fn tell_referrer(&mut self, status: u16, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(referred) = &mut answered.referred else {
            return;
        };
        let last = referred.waiting.back().copied().or(referred.telling);
        if referred.is_settled() || last == Some(status) {
            return;
        }
        if status >= 200 {
            // What was on the way is of no interest beside the outcome.
            referred.waiting.clear();
        }
        if referred.waiting.len() < MAX_WAITING {
            referred.waiting.push_back(status);
        }
        self.continue_telling(endpoint, now);
    }

    /// Sends the next NOTIFY, if none is under way.
    pub(super) fn continue_telling(&mut self, endpoint: &mut Endpoint, now: Instant) {
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
        if referred.telling.is_none() {
            referred.telling = referred.waiting.pop_front();
        }
        let Some(status) = referred.telling else {
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
        let sent = endpoint.send(request, Owner::Session(id), now);
        referred.key = sent.map(|(key, _)| key);
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
            // It is told again by the next socket.
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
                let was = referred.telling.take();
                referred.attempts = Attempts::default();
                if was.is_some_and(|status| status >= 200) {
                    answered.referred = None;
                    return;
                }
            }
            401 | 407 => {
                let challenged = endpoint.authenticator.challenged(
                    &response,
                    &Method::Notify,
                    &mut referred.attempts,
                );
                if challenged.is_err() {
                    answered.referred = None;
                }
            }
            // RFC 6665 §4.2.2: nobody wants to know any more.
            _ => answered.referred = None,
        }
        self.continue_telling(endpoint, now);
    }

    pub(super) fn on_referred_timeout(&mut self, now: Instant) {
        if let Phase::Answered(answered) = &mut self.phase {
            answered
                .referred
                .take_if(|referred| referred.expires <= now);
        }
    }
}

/// Whom a Refer-To wants called, without anything else that it may carry; and the dialog to be replaced.
/// `None` where it is nothing that a call can be made of.
fn callable(mut to: NameAddr) -> Option<(NameAddr, Option<Replaces>)> {
    match to.uri.scheme {
        Scheme::Sip | Scheme::Sips | Scheme::Tel => {}
        Scheme::Other(_) => return None,
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
