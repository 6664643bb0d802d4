//! A user agent between a server, timers and a person that do whatever they like, step by step; for
//! property tests and for the fuzz target `user_agent`.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use alo_sip::wire::{Message, Method, Request};
use alo_sip::{Event, Invite, RegistrationEvent, SessionId, TransportEvent};

use super::{ANSWER, HOLD, OFFER, Out, Peer, Phone, proxy_auth, registered, unauthorized};

/// Status codes that a far end or a server answers with.
pub const STATUSES: [u16; 23] = [
    100, 180, 183, 199, 200, 200, 200, 202, 302, 401, 404, 407, 408, 423, 481, 486, 487, 488, 491,
    500, 503, 603, 699,
];

/// Methods that a far end sends within a call.
pub const METHODS: [Method; 10] = [
    Method::Invite,
    Method::Bye,
    Method::Update,
    Method::Info,
    Method::Options,
    Method::Prack,
    Method::Refer,
    Method::Ack,
    Method::Cancel,
    Method::Notify,
];

/// One thing that happens. A `usize` counts back from the newest of its kind.
#[derive(Clone, Debug)]
pub enum Step {
    Advance(u32),
    Open,
    Close,
    Online,
    Start,
    Stop,
    Call,
    HangUp(usize),
    Accept(usize),
    Reject(usize, u16),
    Reinvite(usize),
    Info(usize),
    Transfer(usize),
    AnswerReinvite(usize, bool),
    Respond {
        request: usize,
        status: u16,
        tag: u8,
        sdp: bool,
        /// Sent reliably, with that number.
        rseq: Option<u32>,
    },
    Challenge {
        request: usize,
        stale: bool,
        proxy: bool,
    },
    Registered(usize, u32),
    IncomingCall {
        user: u8,
        offer: bool,
        /// On reliable responses.
        insists: bool,
    },
    Within {
        peer: usize,
        method: Method,
        sdp: bool,
    },
    Acknowledge(usize),
    Cancel(usize),
    Replay(usize),
    /// The next message to the phone is late.
    HoldBack,
    /// One that was late arrives; the others are lost.
    Deliver(usize),
    /// The next message to the phone has these header lines too.
    Extra(Vec<u8>),
    Garbage(Vec<u8>),
}

/// A BYE waits 300 s for a socket; an INVITE that is cancelled and the BYE for a 200 that crosses the
/// CANCEL have 64·T1 each (RFC 3261 §9.1, §17.1.1.2, §17.1.2.2), and so has a PRACK or INFO.
const LONGEST_GOODBYE_S: u64 = 300 + 3 * 32;

/// Does all of them, then hangs up and waits.
pub fn run(beginning: u8, steps: Vec<Step>) {
    let mut world = World::new(beginning);
    for step in steps {
        world.step(step);
        world.take();
    }
    world.finish();
}

/// What the other side remembers.
pub struct World {
    phone: Phone,
    calls: Vec<SessionId>,
    ends: BTreeMap<SessionId, u32>,
    /// Requests of the phone's, newest first.
    requests: VecDeque<Request>,
    /// Far ends, newest first.
    peers: VecDeque<Peer>,
    /// INVITEs of far ends, newest first.
    invites: VecDeque<(usize, Request)>,
    /// Everything fed, newest first.
    fed: VecDeque<Message>,
    peer_count: usize,
    /// Messages that are late, newest first.
    late: VecDeque<Vec<u8>>,
    holds_back: bool,
    extra: Vec<u8>,
    /// RSeq and CSeq of the phone's last reliable response.
    unpracked: Option<(u32, u32)>,
}

impl World {
    /// A world that has just begun, or one with a call in it.
    pub fn new(beginning: u8) -> Self {
        let mut calls = Vec::new();
        let mut peers = VecDeque::new();
        let mut phone = match beginning {
            0 => Phone::new().open(),
            1 => Phone::registered(),
            2 | 3 => {
                let begin = if beginning == 2 {
                    Phone::in_call
                } else {
                    Phone::answered
                };
                let (phone, id, peer) = begin();
                calls.push(id);
                peers.push_front(peer);
                phone
            }
            _ => {
                let (phone, id, peer, _) = Phone::rung();
                calls.push(id);
                peers.push_front(peer);
                phone
            }
        };
        phone.keeps_alive = false;
        let mut world = Self {
            phone,
            calls,
            ends: BTreeMap::new(),
            requests: VecDeque::new(),
            peers,
            invites: VecDeque::new(),
            fed: VecDeque::new(),
            peer_count: 0,
            late: VecDeque::new(),
            holds_back: false,
            extra: Vec::new(),
            unpracked: None,
        };
        world.take();
        world
    }

    fn call(&self, n: usize) -> SessionId {
        // Sometimes one that is not there.
        let newest = self.calls.iter().rev().nth(n).copied();
        newest.unwrap_or(SessionId(1_000_000))
    }

    pub fn take(&mut self) {
        self.phone.drain();
        while let Some(out) = self.phone.out.pop_front() {
            match out {
                Out::Sip(Message::Request(request)) => {
                    if request.method == Method::Invite {
                        for tag in ["a", "b"] {
                            self.peers.push_front(Peer::called(&request, tag));
                        }
                    }
                    self.requests.push_front(request);
                }
                Out::Sip(Message::Response(response)) => {
                    if let (Ok(Some(rseq)), Ok(cseq)) =
                        (response.headers.rseq(), response.headers.cseq())
                    {
                        self.unpracked = Some((rseq, cseq.seq));
                    }
                    let call_id = response.headers.call_id().unwrap_or_default();
                    for peer in self.peers.iter_mut().filter(|peer| peer.call_id == call_id) {
                        if response.headers.to().is_ok_and(|to| to.tag().is_some()) {
                            peer.learn(&response);
                        }
                    }
                }
                Out::Connect(_) | Out::Disconnect | Out::Ping | Out::Pong => {}
            }
        }
        self.requests.truncate(16);
        self.peers.truncate(16);
        while let Some(event) = self.phone.events.pop_front() {
            self.check(event);
        }
    }

    fn check(&mut self, event: Event) {
        let id = match event {
            Event::Registration(_) | Event::MessageWaiting { .. } => return,
            Event::Incoming { id, .. } => {
                self.calls.push(id);
                id
            }
            Event::Ended { id, .. } => {
                *self.ends.entry(id).or_default() += 1;
                return;
            }
            Event::Progress { id, .. }
            | Event::Accepted { id, .. }
            | Event::Confirmed { id, .. }
            | Event::Reoffer { id, .. }
            | Event::Identified { id, .. }
            | Event::RefreshDue { id }
            | Event::TransferProgress { id, .. }
            | Event::TransferDone { id, .. }
            | Event::TransferRequested { id, .. }
            | Event::TransferDeclined { id, .. }
            | Event::InfoDone { id, .. }
            | Event::ReinviteDone { id, .. } => id,
        };
        assert!(!self.ends.contains_key(&id), "told of a call after its end");
    }

    fn feed(&mut self, message: impl Into<Message>) {
        let message = message.into();
        self.fed.push_front(message.clone());
        self.fed.truncate(16);
        let mut octets = message.to_bytes();
        let extra = std::mem::take(&mut self.extra);
        if let Some(end) = octets.windows(2).position(|two| two == b"\r\n")
            && !extra.is_empty()
        {
            octets.splice(end + 2..end + 2, extra);
        }
        if std::mem::take(&mut self.holds_back) {
            self.late.push_front(octets);
            self.late.truncate(8);
        } else {
            self.phone.transport(TransportEvent::Message(octets));
        }
    }

    pub fn step(&mut self, step: Step) {
        let now = self.phone.now;
        match step {
            Step::Advance(ms) => self.phone.advance(Duration::from_millis(ms.into())),
            Step::Open => self.phone.transport(TransportEvent::Opened),
            Step::Close => self.phone.lose_socket(),
            Step::Online => self.phone.ua.handle_network(true, now),
            Step::Start => self.phone.ua.start(now),
            Step::Stop => self.phone.ua.stop(now),
            Step::Call => {
                let target = "sip:bob@example.com".parse().expect("a URI");
                let invite = Invite {
                    target,
                    offer: OFFER.into(),
                    headers: Vec::new(),
                    replaces: None,
                };
                if let Ok(id) = self.phone.ua.invite(invite, now) {
                    self.calls.push(id);
                }
            }
            Step::HangUp(n) => self.phone.ua.hang_up(self.call(n), now),
            Step::Accept(n) => self.phone.ua.accept(self.call(n), ANSWER.into(), now),
            Step::Reject(n, status) => self.phone.ua.reject(self.call(n), status, None, now),
            Step::Reinvite(n) => {
                let id = self.call(n);
                let _ = if now.0.is_multiple_of(2) {
                    self.phone.ua.reinvite(id, HOLD.into(), now)
                } else {
                    self.phone.ua.recover(id, HOLD.into(), now)
                };
            }
            Step::Info(n) => {
                let body = "Signal=1\r\nDuration=160\r\n".to_owned();
                let id = self.call(n);
                let _ = self.phone.ua.info(id, "application/dtmf-relay", body, now);
            }
            Step::Transfer(n) => {
                let id = self.call(n);
                let _ = if n == 1 {
                    self.phone.ua.transfer_to(id, self.call(0), now)
                } else {
                    let target = "sip:carol@example.com".parse().expect("a URI");
                    self.phone.ua.transfer(id, &target, now)
                };
            }
            Step::AnswerReinvite(n, ok) => {
                let answer = if ok { Ok(ANSWER.into()) } else { Err(488) };
                self.phone.ua.answer_reinvite(self.call(n), answer, now);
            }
            Step::Respond {
                request,
                status,
                tag,
                sdp,
                rseq,
            } => self.respond(request, (status, tag), sdp, rseq),
            Step::Challenge {
                request,
                stale,
                proxy,
            } => {
                let Some(request) = self.requests.get(request).cloned() else {
                    return;
                };
                let text = format!(
                    "Digest realm=\"example.com\", nonce=\"{}\", stale={stale}, qop=\"auth\"",
                    now.0
                );
                let make = if proxy { proxy_auth } else { unauthorized };
                self.feed(make(&request, &text));
            }
            Step::Registered(request, expires) => {
                let mut registers = self
                    .requests
                    .iter()
                    .filter(|r| r.method == Method::Register);
                if let Some(register) = registers.nth(request).cloned() {
                    self.feed(registered(&register, expires));
                }
            }
            Step::IncomingCall {
                user,
                offer,
                insists,
            } => {
                self.peer_count += 1;
                let tag = format!("t{}", self.peer_count);
                let mut peer = Peer::calling(&format!("user{user}"), &tag);
                let mut invite = peer.request_with(Method::Invite, offer.then_some(OFFER));
                if insists {
                    invite.headers.push("Require", "100rel");
                }
                self.peers.push_front(peer);
                self.invites.push_front((self.peer_count, invite.clone()));
                self.feed(invite);
            }
            Step::Within { peer, method, sdp } => {
                let Some(peer) = self.peers.get_mut(peer) else {
                    return;
                };
                let sdp = sdp && matches!(method, Method::Invite | Method::Update);
                let mut request = peer.request_with(method, sdp.then_some(HOLD));
                if let (Method::Prack, Some((rseq, cseq))) = (&request.method, self.unpracked) {
                    let ack = format!("{rseq} {cseq} INVITE");
                    request.headers.push("RAck", ack);
                }
                if request.method == Method::Notify {
                    request.headers.push("Event", "refer");
                    let state = ["active", "terminated;reason=noresource"];
                    request.headers.push(
                        "Subscription-State",
                        state[usize::from(now.0.is_multiple_of(2))],
                    );
                    let status = STATUSES[now.0 as usize % STATUSES.len()];
                    request.set_body("message/sipfrag", format!("SIP/2.0 {status} X"));
                }
                if request.method == Method::Refer {
                    request.headers.push("Refer-To", "<sip:carol@example.com>");
                }
                if request.method == Method::Invite {
                    self.invites.push_front((0, request.clone()));
                }
                self.feed(request);
            }
            Step::Acknowledge(n) => {
                let Some((_, invite)) = self.invites.get(n).cloned() else {
                    return;
                };
                let call_id = invite.headers.call_id().unwrap_or_default().to_owned();
                let peer = self
                    .peers
                    .iter()
                    .find(|peer| peer.call_id == call_id)
                    .cloned();
                if let Some(peer) = peer {
                    self.feed(peer.ack(&invite));
                    self.feed(peer.within(&invite, Method::Ack));
                }
            }
            Step::Cancel(n) => {
                let Some((_, invite)) = self.invites.get(n).cloned() else {
                    return;
                };
                let peer = Peer::calling("x", "x");
                let mut cancel = peer.within(&invite, Method::Cancel);
                for name in ["From", "Call-ID"] {
                    cancel
                        .headers
                        .set(name, invite.headers.get(name).unwrap_or_default());
                }
                self.feed(cancel);
            }
            Step::Replay(n) => {
                if let Some(message) = self.fed.get(n).cloned() {
                    self.feed(message);
                }
            }
            Step::HoldBack => self.holds_back = true,
            Step::Deliver(n) => {
                if let Some(octets) = self.late.remove(n) {
                    self.phone.transport(TransportEvent::Message(octets));
                }
            }
            Step::Extra(lines) => self.extra = lines,
            Step::Garbage(octets) => self.phone.transport(TransportEvent::Message(octets)),
        }
    }

    fn respond(&mut self, request: usize, (status, tag): (u16, u8), sdp: bool, rseq: Option<u32>) {
        let Some(request) = self.requests.get(request).cloned() else {
            return;
        };
        let sdp = (sdp && request.method == Method::Invite).then_some(ANSWER);
        let has_tag = request.headers.to().is_ok_and(|to| to.tag().is_some());
        let tag = ["a", "b", "c"][usize::from(tag)];
        let mut response = if request.method == Method::Invite && !has_tag {
            Peer::called(&request, tag).answer(&request, status, sdp)
        } else {
            request.response(status, "", Some(tag))
        };
        if let Some(sdp) = sdp {
            response.set_body("application/sdp", sdp);
        }
        if let Some(rseq) = rseq.filter(|_| (101..200).contains(&status)) {
            response.headers.push("Require", "100rel");
            response.headers.push("RSeq", rseq.to_string());
        }
        if status == 423 {
            response.headers.push("Min-Expires", "700");
        }
        self.feed(response);
    }

    /// Hangs up everything and lets the world be silent for a long time.
    pub fn finish(mut self) {
        for id in self.calls.clone() {
            self.phone.ua.hang_up(id, self.phone.now);
        }
        self.take();
        for id in &self.calls {
            assert_eq!(
                self.ends.get(id),
                Some(&1),
                "{id:?} ends once, as soon as it is hung up"
            );
        }
        self.phone.advance_s(LONGEST_GOODBYE_S);
        self.take();
        assert_eq!(self.phone.ua.unfinished(), 0, "not freed in time");
        self.phone.advance_s(600);
        self.take();
        assert!(self.ends.values().all(|ends| *ends == 1));
        assert_eq!(self.phone.ua.unfinished(), 0, "something is left behind");
        let rests = matches!(
            self.phone.ua.registration_state(),
            RegistrationEvent::Unregistered | RegistrationEvent::Failed { .. }
        );
        assert_eq!(rests, self.phone.ua.poll_timeout().is_none());
    }
}
