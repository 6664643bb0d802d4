//! Our transfers: REFER with its NOTIFYs (RFC 3515), and attended transfer with Replaces (RFC 3891,
//! RFC 5589).
//!
//! The call stays up until the transfer has succeeded, so that it is still there if the transfer
//! fails.

use std::fmt::Write as _;
use std::time::Duration;

use super::{Phase, Session};
use crate::authentication::Attempts;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::time::Instant;
use crate::transaction::{ClientKey, News, Owner, ServerKey};
use crate::user_agent::Event;
use crate::wire::{Method, Request};

/// How long the far end may take to reach the target, ringing included.
const OUTCOME_WITHIN: Duration = Duration::from_secs(180);

/// A transfer under way.
#[derive(Debug)]
pub(super) struct Refer {
    /// The value of Refer-To.
    to: String,
    /// The REFER, while it has no final response.
    key: Option<ClientKey>,
    attempts: Attempts,
    give_up: Instant,
    /// The CSeq numbers of its REFERs, which identify the subscription (RFC 3515 §2.4.6).
    ids: Vec<u32>,
}

impl Refer {
    pub(super) fn is_request(&self, candidate: &ClientKey) -> bool {
        self.key.as_ref() == Some(candidate)
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        Some(self.give_up)
    }
}

impl Session {
    /// The value of Refer-To that asks for this call to be replaced.
    pub(crate) fn as_refer_to(&mut self) -> Result<String, Error> {
        let dialog = &self.answered()?.dialog;
        let replaces = dialog.as_replaces().ok_or(Error::WrongState)?;
        let mut target = dialog.remote_target().clone();
        target.headers.clear();
        Ok(format!("<{target}?Replaces={}>", escaped(&replaces)))
    }

    /// Asks the far end to call somebody else. `to`: the value of Refer-To.
    pub(crate) fn refer(
        &mut self,
        to: String,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Result<(), Error> {
        let answered = self.answered()?;
        if answered.refer.is_some() {
            return Err(Error::TransferPending);
        }
        if !endpoint.transport.is_open() {
            return Err(Error::NotConnected);
        }
        answered.refer = Some(Refer {
            to,
            key: None,
            attempts: Attempts::default(),
            give_up: now + OUTCOME_WITHIN,
            ids: Vec::new(),
        });
        self.send_refer(endpoint, now);
        Ok(())
    }

    pub(super) fn on_refer_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(refer) = &mut answered.refer else {
            return;
        };
        let response = match news {
            News::Response(response) if response.status < 200 => return,
            News::Response(response) => response,
            News::TimedOut => return self.finish_refer(Err(408), endpoint),
            News::TransportLost => return self.finish_refer(Err(503), endpoint),
        };
        refer.key = None;
        match response.status {
            // RFC 4488 §4: there will be no NOTIFY.
            200..300 if is_false(response.headers.get("Refer-Sub")) => {
                self.finish_refer(Ok(()), endpoint);
            }
            200..300 => {}
            401 | 407 => {
                let challenged =
                    endpoint.challenged(self.id, &response, &Method::Refer, &mut refer.attempts);
                match challenged {
                    Ok(()) => self.send_refer(endpoint, now),
                    Err(_) => self.finish_refer(Err(response.status), endpoint),
                }
            }
            status => self.finish_refer(Err(status), endpoint),
        }
    }

    /// Handles a NOTIFY about our transfer (RFC 3515 §2.4.4). It may come before the response to
    /// our REFER.
    pub(super) fn on_notify(
        &mut self,
        key: &ServerKey,
        request: &Request,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let event = request.headers.event().ok().flatten();
        let event = event.filter(|event| event.package.eq_ignore_ascii_case("refer"));
        let is_refer = event.is_some();
        // §2.4.6: a NOTIFY about an earlier REFER is not about this one. Many have no `id` or one
        // that we do not know; these are accepted.
        let named = event.and_then(|event| event.params.get("id")?.parse::<u32>().ok());
        let id = self.id;
        let referring = matches!(
            &self.phase,
            Phase::Answered(answered) if answered.refer.is_some()
                && !named.is_some_and(|named| answered.past_refers.contains(&named))
        );
        if !is_refer || !referring {
            // RFC 6665 §4.1.3: there is no such subscription.
            endpoint.refuse(key, request, 481, None, now);
            return;
        }
        endpoint.refuse(key, request, 200, None, now);
        let is_over = matches!(
            request.headers.subscription_state(),
            Ok(Some(state)) if state.state == "terminated"
        );
        match status_of(&request.body) {
            Some(status @ 200..300) => {
                log::debug!("sip: transfer done with {status}");
                self.finish_refer(Ok(()), endpoint);
            }
            Some(status @ 300..) => self.finish_refer(Err(status), endpoint),
            _ if is_over => self.finish_refer(Err(408), endpoint),
            Some(status) => endpoint.emit(Event::TransferProgress { id, status }),
            None => {}
        }
    }

    pub(super) fn on_refer_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if matches!(&self.phase, Phase::Answered(answered)
            if answered.refer.as_ref().is_some_and(|refer| refer.give_up <= now))
        {
            self.finish_refer(Err(408), endpoint);
        }
    }

    pub(super) fn finish_refer(&mut self, result: Result<(), u16>, endpoint: &mut Endpoint) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(refer) = answered.refer.take() else {
            return;
        };
        answered.past_refers.extend(refer.ids);
        if !self.ended {
            endpoint.emit(Event::TransferDone {
                id: self.id,
                result,
            });
        }
    }

    fn send_refer(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(refer) = &mut answered.refer else {
            return;
        };
        let mut request = answered.dialog.request(Method::Refer);
        refer.ids.push(answered.dialog.last_seq());
        let headers = &mut request.headers;
        headers.push("Contact", endpoint.dialog_contact().to_string());
        headers.push("Refer-To", refer.to.clone());
        // RFC 3892 §2.1
        headers.push("Referred-By", endpoint.address_of_record().to_string());
        headers.push("Accept", "message/sipfrag");
        let (key, _) = endpoint.send(request, Owner::Session(id), now);
        refer.key = Some(key);
    }
}

/// The status in a `message/sipfrag` that begins with a status line (RFC 3420).
fn status_of(body: &[u8]) -> Option<u16> {
    let text = std::str::from_utf8(body.get(..11)?).ok()?;
    let status = text.strip_prefix("SIP/2.0 ")?.get(..3)?;
    status
        .parse()
        .ok()
        .filter(|status| (100..700).contains(status))
}

fn is_false(value: Option<&str>) -> bool {
    value.is_some_and(|value| value.trim().eq_ignore_ascii_case("false"))
}

/// Escapes a header value for use within a URI (RFC 3261 §25.1, `hvalue`).
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for octet in value.bytes() {
        if octet.is_ascii_alphanumeric() || b"-._~".contains(&octet) {
            escaped.push(char::from(octet));
        } else {
            let _ = write!(escaped, "%{octet:02X}");
        }
    }
    escaped
}
