//! A user agent in virtual time, with the test as its server.
//!
//! [`Phone`] drains outputs after every input as the contract asks, checks that what is sent is SIP, and
//! keeps it until the test takes it. [`Peer`] is the far end of one dialog.

// Each test file uses a part of it.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

mod peer;
pub mod steps;
pub mod world;

use std::collections::VecDeque;
use std::time::Duration;

use alo_sip::digest::Credentials;
use alo_sip::wire::{Headers, Message, Method, Request, Response, Uri, parse};
use alo_sip::{
    Config, Event, Instant, Invite, RegistrationEvent, SeededRandom, SessionEnd, SessionId,
    Transmit, TransportEvent, UserAgent,
};

pub use peer::Peer;

pub const OFFER: &str = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n";
pub const ANSWER: &str = "v=0\r\no=- 2 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 8 RTP/AVP 0\r\n";
pub const HOLD: &str =
    "v=0\r\no=- 1 2 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\na=sendonly\r\n";
pub const INSTANCE: &str = "urn:uuid:0b0a2a7e-4a0e-4a0a-9a6d-0123456789ab";

/// What went out, in order.
#[expect(clippy::large_enum_variant, reason = "a test has few of them")]
#[derive(Clone, Debug, PartialEq)]
pub enum Out {
    Connect(String),
    Disconnect,
    Ping,
    Pong,
    Sip(Message),
}

pub struct Phone {
    pub ua: UserAgent,
    pub now: Instant,
    pub out: VecDeque<Out>,
    pub events: VecDeque<Event>,
    /// Whether OPTIONS are answered and pings dropped without a word to the test.
    pub keeps_alive: bool,
}

pub fn config() -> Config {
    let credentials = Credentials {
        username: "alice".into(),
        password: "sesame".into(),
    };
    let aor: Uri = "sip:alice@example.com".parse().unwrap();
    Config::new(
        "wss://pbx.example.com/ws",
        aor,
        credentials,
        INSTANCE,
        "Alo/test",
    )
}

impl Phone {
    pub fn new() -> Self {
        Self::with(config(), 1)
    }

    pub fn with(config: Config, seed: u64) -> Self {
        Self {
            ua: UserAgent::new(config, Box::new(SeededRandom::new(seed))),
            now: Instant(1000),
            out: VecDeque::new(),
            events: VecDeque::new(),
            keeps_alive: true,
        }
    }

    /// Started, socket open, the first REGISTER not yet taken.
    pub fn open(mut self) -> Self {
        self.ua.start(self.now);
        self.drain();
        assert_eq!(self.take(), Out::Connect("wss://pbx.example.com/ws".into()));
        assert_eq!(self.registration(), RegistrationEvent::Connecting);
        self.transport(TransportEvent::Opened);
        self
    }

    /// Registered for 600 s without a challenge, nothing outstanding.
    pub fn registered() -> Self {
        Self::new().open().accept_registration()
    }

    pub fn accept_registration(mut self) -> Self {
        let register = self.take_request(Method::Register);
        self.feed(registered(&register, 600));
        assert_eq!(
            self.registration(),
            RegistrationEvent::Registered { expires: 600 }
        );
        self.expect_quiet();
        self
    }

    /// A call of ours that was answered, everything taken.
    pub fn in_call() -> (Self, SessionId, Peer) {
        let mut phone = Self::registered();
        let id = phone.invite("sip:bob@example.com");
        let invite = phone.take_request(Method::Invite);
        let peer = Peer::called(&invite, "bob-tag");
        phone.feed(peer.answer(&invite, 200, Some(ANSWER)));
        phone.take_request(Method::Ack);
        assert_eq!(
            phone.take_event(),
            Event::Accepted {
                id,
                sdp: Some(ANSWER.into()),
                headers: Headers::default()
            }
        );
        phone.expect_quiet();
        (phone, id, peer)
    }

    /// A call of the peer's that rings, everything taken but kept: its INVITE.
    pub fn rung() -> (Self, SessionId, Peer, Request) {
        let mut phone = Self::registered();
        let peer = Peer::calling("bob", "bob-tag");
        let invite = peer.invite(Some(OFFER));
        phone.feed(invite.clone());
        phone.take_response(180);
        let Event::Incoming { id, .. } = phone.take_event() else {
            panic!("no call")
        };
        phone.expect_quiet();
        (phone, id, peer, invite)
    }

    /// A call of the peer's that was answered, everything taken.
    pub fn answered() -> (Self, SessionId, Peer) {
        let (mut phone, id, mut peer, invite) = Self::rung();
        phone.ua.accept(id, ANSWER.into(), phone.now);
        phone.drain();
        let ok = phone.take_response(200);
        peer.learn(&ok);
        phone.feed(peer.ack(&invite));
        assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
        phone.expect_quiet();
        (phone, id, peer)
    }

    pub fn invite(&mut self, target: &str) -> SessionId {
        let target = target.parse().unwrap();
        let invite = Invite {
            target,
            offer: OFFER.into(),
            headers: Vec::new(),
            replaces: None,
        };
        let id = self.ua.invite(invite, self.now).unwrap();
        self.drain();
        id
    }

    pub fn hang_up(&mut self, id: SessionId) {
        self.ua.hang_up(id, self.now);
        self.drain();
    }

    pub fn transport(&mut self, event: TransportEvent) {
        self.ua.handle_transport(event, self.now);
        self.drain();
    }

    /// The server sends a message.
    pub fn feed(&mut self, message: impl Into<Message>) {
        self.feed_raw(&message.into().to_bytes());
    }

    pub fn feed_raw(&mut self, octets: &[u8]) {
        self.transport(TransportEvent::Message(octets.to_vec()));
    }

    pub fn lose_socket(&mut self) {
        self.transport(TransportEvent::Closed {
            code: 1006,
            clean: false,
        });
    }

    /// Waits out the back-off, opens the new socket and registers by it.
    pub fn reconnect(&mut self) {
        let RegistrationEvent::Recovering { retry_at, .. } = self.registration() else {
            panic!("not recovering")
        };
        self.advance(retry_at.saturating_since(self.now));
        assert_eq!(self.take(), Out::Connect("wss://pbx.example.com/ws".into()));
        assert_eq!(self.registration(), RegistrationEvent::Connecting);
        self.transport(TransportEvent::Opened);
        let register = self.take_request(Method::Register);
        self.feed(registered(&register, 600));
        assert_eq!(
            self.registration(),
            RegistrationEvent::Registered { expires: 600 }
        );
    }

    /// When the next REGISTER leaves, at the latest after `limit`; the phone is otherwise idle.
    pub fn next_register(&mut self, limit: Duration) -> (Duration, Request) {
        let start = self.now;
        while self.out.is_empty() {
            assert!(
                self.now.saturating_since(start) <= limit,
                "no REGISTER within {limit:?}"
            );
            self.advance(Duration::from_millis(100));
        }
        (
            self.now.saturating_since(start),
            self.take_request(Method::Register),
        )
    }

    /// Lets time pass, doing what is due when it is due.
    pub fn advance(&mut self, by: Duration) {
        let end = self.now + by;
        for _ in 0..100_000 {
            match self.ua.poll_timeout() {
                Some(due) if due <= end => {
                    self.now = self.now.max(due);
                    self.ua.handle_timeout(self.now);
                    self.drain();
                    let next = self.ua.poll_timeout();
                    assert!(
                        next.is_none_or(|next| next > self.now),
                        "a deadline that stays due"
                    );
                }
                _ => {
                    self.now = end;
                    return;
                }
            }
        }
        panic!("time does not pass");
    }

    pub fn advance_s(&mut self, seconds: u64) {
        self.advance(Duration::from_secs(seconds));
    }

    pub fn drain(&mut self) {
        while let Some(transmit) = self.ua.poll_transmit() {
            let out = match transmit {
                Transmit::Connect { url } => Out::Connect(url),
                Transmit::Disconnect => Out::Disconnect,
                Transmit::Send(text) if text == "\r\n\r\n" => Out::Ping,
                Transmit::Send(text) if text == "\r\n" => Out::Pong,
                Transmit::Send(text) => {
                    let message = parse(text.as_bytes())
                        .unwrap_or_else(|error| panic!("sent no SIP: {error}\n{text}"));
                    check_shape(&message);
                    Out::Sip(message)
                }
            };
            match &out {
                Out::Ping if self.keeps_alive => {}
                Out::Sip(Message::Request(request))
                    if self.keeps_alive && request.method == Method::Options =>
                {
                    let ok = request.response(200, "", Some("server"));
                    self.ua
                        .handle_transport(TransportEvent::Message(ok.to_bytes()), self.now);
                }
                _ => self.out.push_back(out),
            }
        }
        while let Some(event) = self.ua.poll_event() {
            self.events.push_back(event);
        }
    }

    pub fn take(&mut self) -> Out {
        self.out.pop_front().expect("something to be sent")
    }

    /// The next thing sent, which is a request of that method.
    #[track_caller]
    pub fn take_request(&mut self, method: Method) -> Request {
        match self.out.pop_front() {
            Some(Out::Sip(Message::Request(request))) if request.method == method => request,
            other => panic!("{method} expected, got {other:?}"),
        }
    }

    /// The next thing sent, which is a response of that status.
    #[track_caller]
    pub fn take_response(&mut self, status: u16) -> Response {
        match self.out.pop_front() {
            Some(Out::Sip(Message::Response(response))) if response.status == status => response,
            other => panic!("{status} expected, got {other:?}"),
        }
    }

    /// Without the raw headers of responses, which tests that are about them take out of `events`.
    #[track_caller]
    pub fn take_event(&mut self) -> Event {
        let mut event = self.events.pop_front().expect("an event");
        if let Event::Progress { headers, .. } | Event::Accepted { headers, .. } = &mut event {
            *headers = Headers::default();
        }
        event
    }

    #[track_caller]
    pub fn take_end(&mut self) -> (SessionId, SessionEnd) {
        match self.events.pop_front() {
            Some(Event::Ended { id, end }) => (id, end),
            other => panic!("an end expected, got {other:?}"),
        }
    }

    #[track_caller]
    pub fn registration(&mut self) -> RegistrationEvent {
        match self.events.pop_front() {
            Some(Event::Registration(event)) => event,
            other => panic!("a registration event expected, got {other:?}"),
        }
    }

    /// Nothing was sent and nothing told that the test has not taken.
    #[track_caller]
    pub fn expect_quiet(&self) {
        assert_eq!(self.out, [], "sent");
        assert_eq!(self.events, [], "told");
    }

    #[track_caller]
    pub fn expect_quiet_on_the_wire(&self) {
        assert_eq!(self.out, [], "sent");
    }

    /// Nothing is left behind: no call, no transaction.
    #[track_caller]
    pub fn expect_nothing_unfinished(&mut self) {
        self.advance_s(40);
        self.expect_quiet();
        assert_eq!(self.ua.unfinished(), 0);
    }
}

/// The 200 to a REGISTER, its own Contact listed.
pub fn registered(register: &Request, expires: u32) -> Response {
    let mut ok = register.response(200, "", Some("registrar"));
    let contact = register.headers.get("Contact").unwrap();
    let bare = contact
        .split(";reg-id")
        .next()
        .unwrap()
        .split(";expires")
        .next()
        .unwrap();
    ok.headers
        .push("Contact", format!("{bare};expires={expires}"));
    ok
}

/// A 401 with a challenge.
pub fn unauthorized(request: &Request, challenge: &str) -> Response {
    let mut response = request.response(401, "", Some("registrar"));
    response.headers.push("WWW-Authenticate", challenge);
    response
}

/// A 407 with a challenge.
pub fn proxy_auth(request: &Request, challenge: &str) -> Response {
    let mut response = request.response(407, "", Some("proxy"));
    response.headers.push("Proxy-Authenticate", challenge);
    response
}

/// The value of a parameter of an Authorization header.
pub fn auth_param<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    let header = header.strip_prefix("Digest ")?;
    header.split(',').find_map(|part| {
        let (key, value) = part.trim().split_once('=')?;
        (key == name).then(|| value.trim_matches('"'))
    })
}

/// What RFC 3261 §8.1.1 and §8.2.6 want of every message, and RFC 7118 §5 of ours.
fn check_shape(message: &Message) {
    let headers = message.headers();
    let via = headers.top_via().unwrap();
    for name in ["Via", "From", "To", "Call-ID", "CSeq"] {
        assert!(
            headers.get(name).is_some_and(|value| !value.is_empty()),
            "{name}"
        );
    }
    if let Message::Request(request) = message {
        assert!(
            via.branch()
                .is_some_and(|branch| branch.starts_with("z9hG4bK"))
        );
        assert!(matches!(via.transport.as_str(), "WS" | "WSS"));
        assert!(via.host.to_string().ends_with(".invalid"));
        assert_eq!(headers.vias().unwrap().len(), 1);
        assert_eq!(headers.get("Max-Forwards"), Some("70"));
        assert_eq!(headers.cseq().unwrap().method, request.method);
        assert!(headers.from().unwrap().tag().is_some());
        if matches!(request.method, Method::Invite | Method::Register) {
            assert_eq!(headers.get_all("Contact").count(), 1);
        }
    } else {
        // A 100 alone may go without a tag.
        let Message::Response(response) = message else {
            return;
        };
        assert!(response.status == 100 || headers.to().unwrap().tag().is_some());
    }
}
