//! Our outgoing call up to its answer (RFC 3261 §13.2, §9.1, §17.1.1, §12.1.2).

use super::early::EarlyDialogs;
use super::farewell::Farewell;
use super::reliable::{self, Arrival};
use super::timer::{self, SessionTimer};
use super::{
    Answered, EndKind, EndedBy, Phase, Session, SessionEnd, SessionId, StrandedCancel, privacy,
};
use crate::authentication::{Attempts, Refusal};
use crate::dialog::Dialog;
use crate::endpoint::{ACCEPT, ALLOW, Endpoint, SUPPORTED};
use crate::time::Instant;
use crate::timers::TRANSACTION_TIMEOUT;
use crate::transaction::{ClientKey, News, Owner, cancel_for};
use crate::user_agent::{Event, Invite};
use crate::wire::{
    Contacts, Headers, Method, NameAddr, RAck, Replaces, Request, Response, Scheme, Uri,
    session_description,
};

/// The most addresses that one call is sent to, redirects included.
const MAX_TARGETS: usize = 5;

/// How often the INVITE may be sent before a 422 counts as a refusal.
const MAX_SENDINGS: u32 = 10;

/// Our INVITE without final response so far.
#[derive(Debug)]
pub(crate) struct Calling {
    invite: Invite,
    from: NameAddr,
    call_id: String,
    seq: u32,
    /// How often the INVITE was sent.
    sendings: u32,
    key: ClientKey,
    /// The INVITE as it was sent last.
    request: Request,
    attempts: Attempts,
    /// Whether a provisional response came: only then may CANCEL be sent (§9.1).
    provisional: bool,
    cancel_sent: bool,
    early: EarlyDialogs,
    /// The largest Min-SE of a 422 so far, in seconds (RFC 4028 §7.3).
    min_se: Option<u32>,
    /// Every address that was tried or is to be tried (RFC 3261 §8.1.3.4).
    targets: Vec<Uri>,
    /// The index in `targets` of the address for the next redirect.
    next_target: usize,
}

impl Calling {
    pub(super) fn key(&self) -> &ClientKey {
        &self.key
    }

    pub(super) fn owns(&self, headers: &Headers) -> bool {
        self.early.owns(headers)
    }

    pub(super) fn is_named_by(&self, replaces: &Replaces) -> bool {
        self.early.are_named_by(replaces)
    }

    pub(super) fn early_dialog(&mut self, headers: &Headers) -> Option<&mut Dialog> {
        self.early.dialog_of(headers)
    }

    /// The dialog of the branch with that tag.
    pub(super) fn dialog_with(&mut self, tag: &str) -> Option<&mut Dialog> {
        self.early.dialog_with(tag)
    }

    /// The CSeq number for the next INVITE: higher than those used in the early dialogs.
    fn next_seq(&self) -> u32 {
        self.early.last_seq().max(self.seq).saturating_add(1)
    }
}

impl Session {
    /// Places a call: sends the INVITE.
    pub(crate) fn call(
        id: SessionId,
        invite: Invite,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Self {
        let from = if privacy::is_wanted(&invite.headers) {
            privacy::anonymous_from(endpoint)
        } else {
            endpoint.from()
        };
        let call_id = endpoint.token(20);
        let first = invite.target.clone();
        let (key, request) = send_invite(
            &invite,
            (&from, &first),
            &call_id,
            (1, None),
            id,
            endpoint,
            now,
        );
        let calling = Calling {
            invite,
            from,
            call_id,
            seq: 1,
            sendings: 1,
            key,
            request,
            attempts: Attempts::default(),
            provisional: false,
            cancel_sent: false,
            early: EarlyDialogs::default(),
            min_se: None,
            targets: vec![first],
            next_target: 1,
        };
        Self::new(id, Phase::Calling(Box::new(calling)))
    }

    /// Ends the call before its answer. CANCEL has to wait for a provisional response, because it
    /// could overtake the INVITE otherwise (§9.1).
    pub(super) fn give_up_calling(&mut self, endpoint: &mut Endpoint, now: Instant) {
        self.end(
            SessionEnd::new(EndedBy::Local, EndKind::Cancelled),
            endpoint,
        );
        if let Phase::Calling(calling) = &mut self.phase
            && calling.provisional
            && !calling.cancel_sent
        {
            calling.cancel_sent = true;
            endpoint.cancel(&calling.key, now);
        }
    }

    pub(super) fn on_invite_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        match news {
            News::Response(response) => match response.status {
                ..200 => self.on_provisional(&response, endpoint, now),
                200..300 => self.on_accepted(&response, endpoint, now),
                401 | 407 if !self.ended => self.on_challenge(&response, endpoint, now),
                422 if !self.ended => self.on_interval_too_short(&response, endpoint, now),
                300..400 if !self.ended => self.on_redirected(&response, endpoint, now),
                300.. => self.on_refused(&response, endpoint),
            },
            News::TimedOut => {
                self.phase = Phase::Over;
                let end = SessionEnd::new(EndedBy::Network, EndKind::Timeout);
                self.end(end.with_status(408, ""), endpoint);
            }
            News::TransportLost => self.on_invite_lost(endpoint, now),
        }
    }

    fn on_provisional(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Calling(calling) = &mut self.phase else {
            return;
        };
        calling.provisional = true;
        if self.ended {
            self.give_up_calling(endpoint, now);
            return;
        }
        if response.status == 100 {
            return;
        }
        let sdp = session_description(&response.headers, &response.body);
        let tag = response
            .headers
            .to()
            .ok()
            .and_then(|to| to.tag().map(str::to_owned));
        let arrival = match &tag {
            Some(tag) => calling
                .early
                .note(tag, &calling.request, response, sdp.clone()),
            None => Arrival::Plain,
        };
        match (arrival, response.headers.cseq()) {
            (Arrival::Plain, _) => {}
            (Arrival::Next(rseq), Ok(cseq)) => {
                let dialog = tag.as_deref().and_then(|tag| calling.dialog_with(tag));
                if let Some(dialog) = dialog {
                    let ack = RAck { rseq, cseq };
                    reliable::acknowledge(&mut self.pracks, dialog, ack, self.id, endpoint, now);
                }
            }
            (Arrival::OutOfOrder | Arrival::Next(_), _) => return,
        }
        // RFC 6228: this branch is over; others may go on ringing.
        if response.status == 199
            && let Some(tag) = &tag
        {
            calling.early.remove(tag);
        }
        endpoint.emit(Event::Progress {
            id: self.id,
            status: response.status,
            sdp,
            early_dialog: tag.unwrap_or_default(),
            headers: response.headers.clone(),
        });
    }

    fn on_accepted(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Calling(calling) = &mut self.phase else {
            return;
        };
        let tag = response
            .headers
            .to()
            .ok()
            .and_then(|to| to.tag().map(str::to_owned));
        let early = calling.early.branch(tag.as_deref().unwrap_or_default());
        let early_sdp = early.and_then(|(_, sdp)| sdp.map(str::to_owned));
        let dialog = match early {
            Some((dialog, _)) => {
                let mut dialog = dialog.clone();
                dialog.confirm(response);
                Ok(dialog)
            }
            None => Dialog::as_caller(&calling.request, response),
        };
        let (key, request) = (calling.key.clone(), calling.request.clone());
        let Ok(dialog) = dialog else {
            // From, To and Call-ID were checked when the message was parsed; so Record-Route is
            // broken, and there is no route for an ACK or BYE.
            self.phase = Phase::Over;
            self.end(
                SessionEnd::new(EndedBy::Remote, EndKind::Protocol),
                endpoint,
            );
            return;
        };
        self.acknowledge(&key, &request, &dialog, endpoint);
        if self.ended {
            // The 200 crossed our CANCEL (§9.1): the dialog exists and has to be ended.
            self.phase = Phase::Over;
            self.farewells
                .push(Farewell::begin(dialog, self.id, endpoint, now));
            return;
        }
        let sdp = session_description(&response.headers, &response.body).or(early_sdp);
        let mut answered = Answered {
            dialog,
            caller: true,
            unacked: None,
            ours: None,
            theirs: None,
            timer: SessionTimer::default(),
            refer: None,
            past_refers: Vec::new(),
            info: None,
            unpracked: None,
            referred: None,
            was_referred: false,
        };
        answered.timer.on_response(&response.headers, now);
        self.phase = Phase::Answered(Box::new(answered));
        endpoint.emit(Event::Accepted {
            id: self.id,
            sdp,
            headers: response.headers.clone(),
        });
    }

    fn on_refused(&mut self, response: &Response, endpoint: &mut Endpoint) {
        self.phase = Phase::Over;
        let end = SessionEnd::new(EndedBy::Remote, EndKind::Rejected)
            .with_status(response.status, &response.reason)
            .with_reasons(response.headers.reasons())
            .with_headers(response.headers.clone());
        self.end(end, endpoint);
    }

    fn on_challenge(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Calling(calling) = &mut self.phase else {
            return;
        };
        let answered =
            endpoint.challenged(self.id, response, &Method::Invite, &mut calling.attempts);
        if let Err(why) = answered {
            log::debug!("sip: challenge to INVITE not answered: {why:?}");
            self.phase = Phase::Over;
            let by = match why {
                Refusal::WrongPassword | Refusal::Loop => EndedBy::Remote,
                Refusal::Unsupported | Refusal::ForeignRealm => EndedBy::Local,
            };
            let end = SessionEnd::new(by, EndKind::Authentication)
                .with_status(response.status, &response.reason)
                .with_reasons(response.headers.reasons());
            self.end(end, endpoint);
            return;
        }
        self.call_again(endpoint, now);
    }

    fn on_interval_too_short(
        &mut self,
        response: &Response,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        if self.raise_min_se(response) {
            self.call_again(endpoint, now);
        } else {
            self.on_refused(response, endpoint);
        }
    }

    fn on_redirected(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        if self.follow_redirect(response, endpoint) {
            self.call_again(endpoint, now);
        } else {
            self.on_refused(response, endpoint);
        }
    }

    /// Takes the Min-SE of a 422 (RFC 4028 §7.3). `false` if the INVITE is not to be sent again: there is
    /// no longer interval to offer, or it was sent [`MAX_SENDINGS`] times.
    fn raise_min_se(&mut self, response: &Response) -> bool {
        let Phase::Calling(calling) = &mut self.phase else {
            return false;
        };
        let longer = timer::min_se_to_offer(&response.headers, calling.min_se);
        calling.min_se = longer.or(calling.min_se);
        longer.is_some() && calling.sendings < MAX_SENDINGS
    }

    /// Takes the addresses of a 3xx and makes the next one the target (§8.1.3.4): at most [`MAX_TARGETS`]
    /// SIP addresses, none twice. `false` if none is left. A target outside our domain gets no digest,
    /// whatever realm it names, because somebody else chose it.
    fn follow_redirect(&mut self, response: &Response, endpoint: &mut Endpoint) -> bool {
        let Phase::Calling(calling) = &mut self.phase else {
            return false;
        };
        if let Ok(Contacts::List(contacts)) = response.headers.contacts() {
            for mut uri in contacts.into_iter().map(|contact| contact.uri) {
                uri.headers.clear();
                let known = calling.targets.iter().any(|target| target.matches(&uri));
                // A redirect must not make a sips call an insecure one.
                let must_stay_secure = calling.invite.target.scheme == Scheme::Sips;
                let callable = match uri.scheme {
                    Scheme::Sips => true,
                    Scheme::Sip => !must_stay_secure,
                    Scheme::Tel | Scheme::Other(_) => false,
                };
                if callable && !known && calling.targets.len() < MAX_TARGETS {
                    calling.targets.push(uri);
                }
            }
        }
        let Some(next) = calling.targets.get(calling.next_target) else {
            return false;
        };
        calling.invite.target = next.clone();
        calling.next_target += 1;
        let first = calling.targets.first().map(|first| &first.host);
        let stays = first.is_some_and(|first| first.matches(&calling.invite.target.host));
        let is_trusted = (stays && !calling.invite.is_referred())
            || endpoint.is_own_domain(&calling.invite.target.host);
        endpoint.set_without_credentials(self.id, !is_trusted);
        true
    }

    fn call_again(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Calling(calling) = &mut self.phase else {
            return;
        };
        // A new request with the same Call-ID and From (§22.2); the early dialogs of the one before
        // are over.
        calling.seq = calling.next_seq();
        calling.sendings += 1;
        calling.provisional = false;
        calling.early.clear();
        let first = calling.targets.first().unwrap_or(&calling.invite.target);
        (calling.key, calling.request) = send_invite(
            &calling.invite,
            (&calling.from, first),
            &calling.call_id,
            (calling.seq, calling.min_se),
            self.id,
            endpoint,
            now,
        );
    }

    /// The responses to our INVITE are lost with the socket. The far end may go on ringing, so
    /// CANCEL is sent as soon as there is a socket again.
    fn on_invite_lost(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Calling(calling) = &self.phase else {
            return;
        };
        // A CANCEL sent before may be lost with the socket too; sending the same one again does no
        // harm.
        self.stranded_cancel = Some(StrandedCancel {
            key: calling.key.of_cancel(),
            request: cancel_for(&calling.request),
            give_up: now + TRANSACTION_TIMEOUT,
        });
        self.phase = Phase::Over;
        self.end(
            SessionEnd::new(EndedBy::Network, EndKind::Transport),
            endpoint,
        );
    }

    pub(super) fn send_stranded_cancel(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if let Some(cancel) = self.stranded_cancel.take() {
            let owner = Owner::Session(self.id);
            endpoint.send_as_is(cancel.key, cancel.request, owner, now);
        }
    }
}

fn send_invite(
    invite: &Invite,
    (from, to): (&NameAddr, &Uri),
    call_id: &str,
    (seq, min_se): (u32, Option<u32>),
    id: SessionId,
    endpoint: &mut Endpoint,
    now: Instant,
) -> (ClientKey, Request) {
    // Headers and `method` of a URI are not allowed in To and Request-URI (§19.1.1, table 1).
    let mut target = invite.target.clone();
    target.headers.clear();
    target.params.remove("method");
    // To stays what was dialled, also after a redirect (§8.1.3.4).
    let mut to = NameAddr::new(to.clone());
    to.uri.headers.clear();
    to.uri.params.remove("method");
    let mut request = endpoint.request(Method::Invite, &target, from, &to, call_id, seq);
    request
        .headers
        .push("Contact", endpoint.dialog_contact().to_string());
    request.headers.push("Allow", ALLOW);
    request.headers.push("Supported", SUPPORTED);
    request.headers.push("Accept", ACCEPT);
    let seconds = timer::PROPOSED_INTERVAL.max(min_se.unwrap_or(0));
    request.headers.push("Session-Expires", seconds.to_string());
    if let Some(min_se) = min_se {
        request.headers.push("Min-SE", min_se.to_string());
    }
    if let Some(replaces) = &invite.replaces {
        request.headers.push("Replaces", replaces.to_string());
        // A phone that does not support Replaces must refuse the call, not ring for it as a new one
        // (RFC 5589 §7.1).
        request.headers.push("Require", "replaces");
    }
    for (name, value) in &invite.headers {
        request.headers.push(name, value.clone());
    }
    if privacy::is_anonymous(&from.uri) {
        privacy::prefer_identity(&mut request, endpoint);
    }
    request.set_body("application/sdp", invite.offer.clone());
    endpoint.send(request, Owner::Session(id), now)
}
