//! A call of ours, up to its answer (RFC 3261 §13.2, §9.1, §17.1.1, §12.1.2).

use super::early::EarlyDialogs;
use super::farewell::Farewell;
use super::reliable::{self, Arrival};
use super::timer::{self, SessionTimer};
use super::{Answered, EndKind, EndedBy, Phase, Session, SessionEnd, SessionId, privacy};
use crate::authentication::{Attempts, Refusal};
use crate::dialog::Dialog;
use crate::endpoint::{ACCEPT, ALLOW, Endpoint, SUPPORTED};
use crate::time::Instant;
use crate::timers::PATIENCE;
use crate::transaction::{ClientKey, News, Owner, cancel_for};
use crate::user_agent::{Event, Invite};
use crate::wire::{
    Contacts, Headers, Method, NameAddr, RAck, Replaces, Request, Response, Scheme, Uri,
};

/// The most addresses that one call is tried at.
const MAX_PLACES: usize = 5;

/// How often an INVITE is sent for the sake of longer session intervals.
const MAX_SENDINGS: u32 = 10;

/// An INVITE of ours without final response.
#[derive(Debug)]
pub(crate) struct Calling {
    invite: Invite,
    from: NameAddr,
    call_id: String,
    seq: u32,
    /// How often the INVITE was sent.
    sendings: u32,
    key: ClientKey,
    /// As it was sent.
    request: Request,
    attempts: Attempts,
    /// Whether CANCEL may be sent (§9.1).
    provisional: bool,
    cancel_sent: bool,
    early: EarlyDialogs,
    /// The shortest session interval that somebody on the way takes, in seconds (RFC 4028 §7.3).
    min_se: Option<u32>,
    /// Every address that was tried or is to be tried (RFC 3261 §8.1.3.4), the next one at `place`.
    places: Vec<Uri>,
    place: usize,
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

    /// The number for an INVITE after those that the early dialogs have used.
    fn next_seq(&self) -> u32 {
        self.early.last_seq().max(self.seq).saturating_add(1)
    }
}

impl Session {
    /// Places a call; the INVITE leaves now.
    pub(crate) fn call(
        id: SessionId,
        invite: Invite,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Option<Self> {
        let from = if privacy::is_wanted(&invite.headers) {
            privacy::from_nobody(endpoint)
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
        )?;
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
            places: vec![first],
            place: 1,
        };
        Some(Self::new(id, Phase::Calling(Box::new(calling))))
    }

    /// The person gave up before the answer. Without a provisional response CANCEL has to wait for
    /// one, because it could overtake the INVITE (§9.1).
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
                422 if !self.ended && self.is_too_short(&response) => {
                    self.call_again(endpoint, now);
                }
                300..400 if !self.ended && self.is_redirected(&response, endpoint) => {
                    self.call_again(endpoint, now);
                }
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
        let sdp = sdp_of(&response.headers, &response.body);
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
            (Arrival::NotNow | Arrival::Next(_), _) => return,
        }
        // RFC 6228: this branch is over, others may ring on.
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
            // Without readable From, To and Call-ID it could not have come this far; Record-Route
            // may be broken, and then there is no way back.
            self.phase = Phase::Over;
            self.end(
                SessionEnd::new(EndedBy::Remote, EndKind::Protocol),
                endpoint,
            );
            return;
        };
        self.acknowledge(&key, &request, &dialog, endpoint);
        if self.ended {
            // The 200 crossed our CANCEL (§9.1): the call exists and has to be ended.
            self.phase = Phase::Over;
            self.farewells
                .push(Farewell::begin(dialog, self.id, endpoint, now));
            return;
        }
        let sdp = sdp_of(&response.headers, &response.body).or(early_sdp);
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

    /// Whether a longer session interval may be taken (RFC 4028 §7.3).
    fn is_too_short(&mut self, response: &Response) -> bool {
        let Phase::Calling(calling) = &mut self.phase else {
            return false;
        };
        let longer = timer::longer(&response.headers, calling.min_se);
        calling.min_se = longer.or(calling.min_se);
        longer.is_some() && calling.sendings < MAX_SENDINGS
    }

    /// Whether the call is to be tried elsewhere (§8.1.3.4): at most at [`MAX_PLACES`] addresses, none
    /// twice, none that is not SIP. Outside our domain nobody is given a digest, whatever realm they ask
    /// for: the redirect was somebody else's wish.
    fn is_redirected(&mut self, response: &Response, endpoint: &mut Endpoint) -> bool {
        let Phase::Calling(calling) = &mut self.phase else {
            return false;
        };
        if let Ok(Contacts::List(contacts)) = response.headers.contacts() {
            for mut uri in contacts.into_iter().map(|contact| contact.uri) {
                uri.headers.clear();
                let known = calling.places.iter().any(|place| place.matches(&uri));
                let secure = calling.invite.target.scheme != Scheme::Sips;
                let callable = match uri.scheme {
                    Scheme::Sips => true,
                    // A call that was to be secure stays so.
                    Scheme::Sip => secure,
                    Scheme::Tel | Scheme::Other(_) => false,
                };
                if callable && !known && calling.places.len() < MAX_PLACES {
                    calling.places.push(uri);
                }
            }
        }
        let Some(next) = calling.places.get(calling.place) else {
            return false;
        };
        calling.invite.target = next.clone();
        calling.place += 1;
        let first = calling.places.first().map(|first| &first.host);
        let stays = first.is_some_and(|first| first.matches(&calling.invite.target.host));
        let keeps_to = (stays && !calling.invite.is_for_another())
            || endpoint.is_own_domain(&calling.invite.target.host);
        endpoint.set_unproven(self.id, !keeps_to);
        true
    }

    fn call_again(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Calling(calling) = &mut self.phase else {
            return;
        };
        // A new request in everything but Call-ID and From (§22.2); what rang before rings no more.
        calling.seq = calling.next_seq();
        calling.sendings += 1;
        calling.provisional = false;
        calling.early.clear();
        let first = calling.places.first().unwrap_or(&calling.invite.target);
        let sent = send_invite(
            &calling.invite,
            (&calling.from, first),
            &calling.call_id,
            (calling.seq, calling.min_se),
            self.id,
            endpoint,
            now,
        );
        if let Some((key, request)) = sent {
            calling.key = key;
            calling.request = request;
        }
    }

    /// The responses to our INVITE went with the socket. The far end may ring on, so as soon as there
    /// is a socket it is told to stop.
    fn on_invite_lost(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Calling(calling) = &self.phase else {
            return;
        };
        // A CANCEL that was said may have gone with the socket, too: the same one again does no harm.
        self.stranded = Some((cancel_for(&calling.request), now + PATIENCE));
        self.phase = Phase::Over;
        self.end(
            SessionEnd::new(EndedBy::Network, EndKind::Transport),
            endpoint,
        );
    }

    pub(super) fn send_stranded_cancel(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if let Some((cancel, _)) = self.stranded.take() {
            endpoint.send_as_is(cancel, Owner::Session(self.id), now);
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
) -> Option<(ClientKey, Request)> {
    // What a URI says about a header or a method belongs to the request that is made from it, not in
    // To or Request-URI (§19.1.1, table 1).
    let mut target = invite.target.clone();
    target.headers.clear();
    target.params.remove("method");
    // To stays what was dialled, wherever the call is sent on to (§8.1.3.4).
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
    let seconds = timer::PROPOSED.max(min_se.unwrap_or(0));
    request.headers.push("Session-Expires", seconds.to_string());
    if let Some(min_se) = min_se {
        request.headers.push("Min-SE", min_se.to_string());
    }
    if let Some(replaces) = &invite.replaces {
        request.headers.push("Replaces", replaces.to_string());
        // Whoever does not know the header must not be rung as by a stranger (RFC 5589 §7.1).
        request.headers.push("Require", "replaces");
    }
    for (name, value) in &invite.headers {
        request.headers.push(name, value.clone());
    }
    if privacy::is_nobody(&from.uri) {
        privacy::prefer_identity(&mut request, endpoint);
    }
    request.set_body("application/sdp", invite.offer.clone());
    endpoint.send(request, Owner::Session(id), now)
}

/// The SDP of a message, if its body is that.
pub(super) fn sdp_of(headers: &Headers, body: &[u8]) -> Option<String> {
    let is_sdp = headers
        .content_type()
        .is_some_and(|media_type| media_type.is_sdp());
    (is_sdp && !body.is_empty()).then(|| String::from_utf8_lossy(body).into_owned())
}
