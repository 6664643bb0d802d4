//! What the shell does: sorts effects, acknowledges changes of the store, lets time pass, opens and closes
//! sockets.

use super::*;

impl Rig {
    pub fn feed(&mut self, input: Input) {
        if !self.quiet {
            let _ = writeln!(self.log, "in  {input:?}");
        }
        self.phone.handle(input, self.now);
        self.drain();
    }

    fn drain(&mut self) {
        let mut acknowledge = Vec::new();
        let mut snapshots = 0;
        let revision = self.snapshot().revision;
        while let Some(effect) = self.phone.poll_effect() {
            if !self.quiet {
                let _ = writeln!(self.log, "out {effect:?}");
            }
            match effect {
                Effect::Socket { socket, op } => self.socket_op(socket, op),
                Effect::Media { media, op } => self.media.push_back((media, op)),
                Effect::Tone(tone) => {
                    assert_ne!(tone, self.tone, "a tone is only sent when it changes");
                    self.tone = tone;
                }
                Effect::Store { store, op } => {
                    self.stored.push((store, op));
                    acknowledge.push(store);
                }
                Effect::Reply {
                    request,
                    refusal,
                    read,
                } => {
                    self.replies.push_back((request, refusal));
                    self.read = read.or(self.read);
                }
                Effect::Prepare { to_answer, .. } => self.prepared.push(to_answer),
                Effect::Measure { check, measure, .. } => self.measures.push((check, measure)),
                Effect::Audio(audio) => self.audio = Some(audio),
                Effect::SnapshotChanged => snapshots += 1,
                Effect::Worker(state) => self.workers.push(state),
                Effect::Fetch { fetch, request } => self.fetches.push_back((fetch, request)),
                Effect::OpenPage { url } => self.pages.push(url),
            }
        }
        assert!(snapshots <= 1, "at most one snapshot per input");
        assert!(revision >= self.revision);
        assert_eq!(snapshots == 1, revision != self.revision);
        assert!(
            snapshots == 0 || revision >= START,
            "newer than an earlier phone's"
        );
        self.revision = revision;
        if !self.quiet {
            let _ = writeln!(self.log, "now {:?}", self.phone);
        }
        for (socket, ok) in std::mem::take(&mut self.keep_alives) {
            self.server_says_on(socket, &ok);
        }
        for store in acknowledge {
            match self.store {
                Store::Works => self.feed(Input::Stored { store, ok: true }),
                Store::Fails => {
                    self.not_stored.push(store);
                    self.feed(Input::Stored { store, ok: false });
                }
                Store::Waits => {}
            }
        }
    }

    fn socket_op(&mut self, socket: SocketId, op: SocketOp) {
        match op {
            SocketOp::Open { url } => self.sockets.push((socket, url, false)),
            SocketOp::Send(text) if text.trim().is_empty() => self.pings += 1,
            SocketOp::Send(text) => {
                assert!(self.is_open(socket), "sent on a closed socket: {text}");
                let message = parse(text.as_bytes()).expect("the phone sends readable SIP");
                let keeps_alive =
                    matches!(&message, Message::Request(r) if r.method == Method::Options);
                let subscribes =
                    matches!(&message, Message::Request(r) if r.method == Method::Subscribe);
                if let (true, Some(status), Message::Request(request)) =
                    (subscribes, self.subscriptions, &message)
                {
                    let answer = request.response(status, "", Some("subscriptions"));
                    self.keep_alives.push((socket, answer.to_bytes()));
                } else if keeps_alive {
                    // The keep-alive of a server that does not know CRLF.
                    if let Message::Request(request) = message {
                        let ok = request.response(200, "", Some("options"));
                        self.keep_alives.push((socket, ok.to_bytes()));
                    }
                } else if !matches!(&message, Message::Response(r) if r.status == 100) {
                    self.sent.push_back((socket, message));
                }
            }
            SocketOp::Close => {
                let known = self.sockets.iter_mut().find(|(id, _, _)| *id == socket);
                known.expect("a socket that was opened").2 = true;
            }
        }
    }

    pub fn is_open(&self, socket: SocketId) -> bool {
        self.sockets
            .iter()
            .any(|(id, _, closed)| *id == socket && !closed)
    }

    /// Lets time pass, waking the phone whenever it asks for it.
    pub fn advance(&mut self, by: Duration) {
        let end = self.now.mono + by;
        while let Some(at) = self.phone.poll_timeout().filter(|at| *at <= end) {
            self.move_to(at);
            self.feed(Input::Timeout);
            let next = self.phone.poll_timeout();
            assert!(
                next.is_none_or(|next| next > at),
                "asks for {next:?} again at {at:?}"
            );
        }
        self.move_to(end);
    }

    fn move_to(&mut self, at: Instant) {
        let at = at.max(self.now.mono);
        self.now.unix_ms += at.0 - self.now.mono.0;
        self.now.mono = at;
    }

    /// The newest socket that is open or opening.
    pub fn socket(&self) -> SocketId {
        self.sockets
            .iter()
            .rev()
            .find(|(_, _, closed)| !closed)
            .expect("a socket")
            .0
    }

    pub fn open_socket(&mut self) {
        let socket = self.socket();
        self.feed(Input::Socket {
            socket,
            event: SocketEvent::Opened,
        });
    }

    /// The network takes the newest socket away.
    pub fn lose_socket(&mut self, code: u16) {
        let socket = self.socket();
        let known = self.sockets.iter_mut().find(|(id, _, _)| *id == socket);
        known.expect("a socket").2 = true;
        self.feed(Input::Socket {
            socket,
            event: SocketEvent::Closed { code },
        });
    }

    pub fn server_says(&mut self, octets: &[u8]) {
        let socket = self.socket();
        self.server_says_on(socket, octets);
    }

    pub fn server_says_on(&mut self, socket: SocketId, octets: &[u8]) {
        self.feed(Input::Socket {
            socket,
            event: SocketEvent::Message(octets.to_vec()),
        });
    }

    /// The oldest message that the phone sent and no helper has taken: a request of this method.
    pub fn request(&mut self, method: &str) -> Request {
        match self.sent.pop_front() {
            Some((_, Message::Request(request))) if request.method.as_str() == method => request,
            other => panic!("expected {method}, got {other:?}"),
        }
    }

    /// The same for a response.
    pub fn response(&mut self, status: u16) -> Response {
        match self.sent.pop_front() {
            Some((_, Message::Response(response))) if response.status == status => response,
            other => panic!("expected {status}, got {other:?}"),
        }
    }

    pub fn nothing_sent(&self) {
        assert!(self.sent.is_empty(), "unexpected: {:?}", self.sent);
    }
}
