//! Requests that arrive: their dispatch, and the responses to those outside dialogs (RFC 3261
//! §8.2).

use super::{MAX_KEPT_SESSIONS, UserAgent};
use crate::endpoint::ACCEPT;
use crate::message_waiting;
use crate::session::{RELIABLE, Session, SessionId, answer_options, is_too_short};
use crate::time::Instant;
use crate::transaction::{Arrival, ServerKey};
use crate::wire::{Method, Request, Scheme, session_description};

/// The option tags that we accept in Require.
const KNOWN_EXTENSIONS: &[&str] = &["outbound", "timer", "gruu", RELIABLE, "199", "replaces"];

impl UserAgent {
    pub(super) fn on_request(&mut self, request: Request, now: Instant) {
        let endpoint = &mut self.endpoint;
        let transport = &mut endpoint.transport;
        match endpoint
            .transactions
            .receive_request(&request, transport, now)
        {
            Arrival::Absorbed => {}
            Arrival::Ack => {
                let owner = self.sessions.iter_mut().find(|s| s.owns(&request.headers));
                if let Some(session) = owner {
                    session.on_ack(&request, &mut self.endpoint, now);
                }
            }
            Arrival::TooMany => {
                let response = self.endpoint.response(&request, 503, None);
                self.endpoint.transport.send(response.to_string());
            }
            Arrival::Merged(key) => self.endpoint.refuse(&key, &request, 482, None, now),
            Arrival::New(key) => self.serve(&key, request, now),
        }
    }

    /// Answers a request that could not be parsed. It gets no transaction, because its headers may
    /// be unreadable. Never called for an ACK.
    pub(super) fn refuse_malformed(&mut self, partial: &Request, status: u16, reason: &str) {
        let tag = self.endpoint.token(10);
        let mut response = partial.response(status, reason, Some(&tag));
        response
            .headers
            .push("User-Agent", self.endpoint.config.user_agent.clone());
        self.endpoint.transport.send(response.to_string());
    }

    fn serve(&mut self, key: &ServerKey, request: Request, now: Instant) {
        if request.method == Method::Cancel {
            self.on_cancel(key, &request, now);
            return;
        }
        let required = request.headers.option_tags("Require");
        let unknown: Vec<String> = required
            .into_iter()
            .filter(|tag| !is_known_extension(tag))
            .collect();
        if !unknown.is_empty() {
            // §8.2.2.3
            let mut response = self.endpoint.response(&request, 420, None);
            response.headers.push("Unsupported", unknown.join(", "));
            self.endpoint.respond(key, &response, now);
            return;
        }
        if is_too_short(&request) {
            self.endpoint.refuse(key, &request, 422, None, now);
            return;
        }
        if request.method == Method::Notify && self.message_waiting.owns(&request.headers) {
            let endpoint = &mut self.endpoint;
            self.message_waiting.on_notify(key, &request, endpoint, now);
            return;
        }
        if request.headers.to().is_ok_and(|to| to.tag().is_some()) {
            match self
                .sessions
                .iter_mut()
                .find(|session| session.owns(&request.headers))
            {
                Some(session) => session.on_request(key, request, &mut self.endpoint, now),
                None => self.endpoint.refuse(key, &request, 481, None, now),
            }
            return;
        }
        match request.method {
            Method::Invite => self.on_invite(key, request, now),
            Method::Options if is_foreign(&request.uri.scheme) => {
                self.endpoint.refuse(key, &request, 416, None, now);
            }
            Method::Options => answer_options(key, &request, &mut self.endpoint, now),
            Method::Notify => {
                if !message_waiting::on_unsolicited(key, &request, &mut self.endpoint, now) {
                    self.endpoint.refuse(key, &request, 481, None, now);
                }
            }
            // These belong to a dialog, and a dialog's requests have a To tag.
            Method::Bye | Method::Info | Method::Update | Method::Prack => {
                self.endpoint.refuse(key, &request, 481, None, now);
            }
            Method::Ack
            | Method::Cancel
            | Method::Register
            | Method::Refer
            | Method::Subscribe
            | Method::Message
            | Method::Publish
            | Method::Other(_) => self.endpoint.refuse(key, &request, 405, None, now),
        }
    }

    fn on_invite(&mut self, key: &ServerKey, request: Request, now: Instant) {
        let endpoint = &mut self.endpoint;
        if is_foreign(&request.uri.scheme) {
            endpoint.refuse(key, &request, 416, None, now);
            return;
        }
        if !has_readable_body(&request) {
            let mut response = endpoint.response(&request, 415, None);
            response.headers.set("Accept", ACCEPT);
            response.headers.push("Accept-Encoding", "identity");
            endpoint.respond(key, &response, now);
            return;
        }
        if self.stopping {
            endpoint.refuse(key, &request, 480, None, now);
            return;
        }
        let replaced = match self.replaced_by(&request) {
            Ok(replaced) => replaced,
            Err(status) => {
                self.endpoint.refuse(key, &request, status, None, now);
                return;
            }
        };
        // A call that replaces another one does not count towards the limit.
        let has_room = replaced.is_some() || self.has_room();
        if !has_room || self.sessions.len() >= MAX_KEPT_SESSIONS {
            self.endpoint.refuse(key, &request, 486, None, now);
            return;
        }
        let id = self.new_id();
        let endpoint = &mut self.endpoint;
        match Session::incoming(id, key.clone(), request.clone(), replaced, endpoint, now) {
            Some(session) => self.sessions.push(session),
            // §8.1.1.8: an INVITE has a Contact.
            None => self.endpoint.refuse(key, &request, 400, None, now),
        }
    }

    /// The call that an INVITE replaces, if it has Replaces (RFC 3891 §3), or the status to refuse
    /// it with.
    fn replaced_by(&self, request: &Request) -> Result<Option<SessionId>, u16> {
        let Some(replaces) = request.headers.replaces().map_err(|_| 400_u16)? else {
            return Ok(None);
        };
        let named = self
            .sessions
            .iter()
            .find_map(|session| Some((session.id(), session.dialog_named_by(&replaces)?)));
        let (id, found) = named.ok_or(481_u16)?;
        match found.refusal() {
            None => Ok(Some(id)),
            Some(status) => Err(status),
        }
    }

    /// CANCEL (§9.2): ends the call or drops the re-INVITE if that has no final response; 200 if it
    /// comes too late, 481 if there is no such INVITE.
    fn on_cancel(&mut self, key: &ServerKey, request: &Request, now: Instant) {
        let endpoint = &mut self.endpoint;
        let Ok(invite) = ServerKey::of_cancelled(request) else {
            return;
        };
        let cancelled = self
            .sessions
            .iter_mut()
            .find(|session| session.cancellable().is_some_and(|key| *key == invite));
        if let Some(session) = cancelled {
            let tag = session.ringing_tag().map(str::to_owned);
            endpoint.refuse(key, request, 200, tag.as_deref(), now);
            session.on_cancelled(request.headers.reasons(), endpoint, now);
            session.drop_reoffer(endpoint, now);
        } else if endpoint.transactions.has_server(&invite) {
            endpoint.refuse(key, request, 200, None, now);
        } else {
            endpoint.refuse(key, request, 481, None, now);
        }
    }
}

fn is_known_extension(tag: &str) -> bool {
    KNOWN_EXTENSIONS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(tag))
}

fn is_foreign(scheme: &Scheme) -> bool {
    matches!(scheme, Scheme::Other(_))
}

/// Whether the body is empty or has a session description, without an encoding (§8.2.3).
fn has_readable_body(request: &Request) -> bool {
    let headers = &request.headers;
    let plain = headers
        .get("Content-Encoding")
        .is_none_or(|encoding| encoding.trim().eq_ignore_ascii_case("identity"));
    request.body.is_empty() || (plain && session_description(headers, &request.body).is_some())
}
