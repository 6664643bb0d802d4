//! Whole calls in virtual time: scripted phones on one side, the PBX on the other.

mod between_phones;
mod from_api;
mod providers;
mod sandbox_numbers;
mod sockets;

use super::*;
use crate::digest::tests::answer;
use crate::random::tests::Counting;

const DOMAIN: &str = "sandbox.alo.test";
/// Stands for any SDP: the PBX never looks into it.
const OFFER: &str = "v=0\r\noffer\r\n";
const ANSWER: &str = "v=0\r\nanswer\r\n";

/// The PBX, its clock, and what it has sent.
struct Net {
    pbx: Pbx,
    now: Time,
    sent: VecDeque<(ConnId, Message)>,
    media: VecDeque<(CallId, MediaCommand)>,
    closed: Vec<ConnId>,
    records: Vec<CallRecord>,
}

impl Net {
    fn new() -> Self {
        let config = Config {
            domain: DOMAIN.to_owned(),
            users: [
                "1001", "1002", "1099", "2001", "2002", "2006", "2007", "2008", "3001", "4001",
                "4002",
            ]
            .map(|u| (u.to_owned(), format!("alo-{u}")))
            .to_vec(),
            blocked: vec!["1099".to_owned()],
            algorithms: vec![Algorithm::Sha256, Algorithm::Md5],
            min_expires: 1,
        };
        Self {
            pbx: Pbx::new(config, Box::new(Counting::default())),
            now: Duration::from_secs(1),
            sent: VecDeque::new(),
            media: VecDeque::new(),
            closed: Vec::new(),
            records: Vec::new(),
        }
    }

    fn collect(&mut self) {
        for effect in self.pbx.drain() {
            match effect {
                Effect::Send(conn, text) => {
                    let message = Message::parse(&text).expect("what is sent is SIP");
                    let repeats_nonsense = text.starts_with("SIP/2.0 400 ");
                    assert!(message.is_complete() || repeats_nonsense, "{text}");
                    self.sent.push_back((conn, message));
                }
                Effect::Close(conn) => self.closed.push(conn),
                Effect::Media(call, command) => self.media.push_back((call, command)),
                Effect::Record(record) => self.records.push(*record),
            }
        }
    }

    fn receive(&mut self, conn: ConnId, message: &Message) {
        self.pbx.received(conn, &message.to_string(), self.now);
        self.collect();
    }

    /// Lets time pass, waking the PBX exactly when it asks for it.
    fn wait(&mut self, milliseconds: u64) {
        let end = self.now + Duration::from_millis(milliseconds);
        while let Some(due) = self.pbx.next_timeout().filter(|due| *due <= end) {
            self.now = self.now.max(due);
            self.pbx.tick(self.now);
            self.collect();
        }
        self.now = end;
    }

    /// The next message to a phone; there must be one.
    fn next(&mut self, phone: &Phone) -> Message {
        let at = self.sent.iter().position(|(conn, _)| *conn == phone.conn);
        let at = at.unwrap_or_else(|| panic!("nothing was sent to {}", phone.user));
        self.sent.remove(at).expect("just found").1
    }

    /// The next message to a phone, which must be a response with that status.
    fn expect_status(&mut self, phone: &Phone, status: u16) -> Message {
        let message = self.next(phone);
        assert_eq!(status_of(&message), status, "{message}");
        message
    }

    /// The next message to a phone, which must be a request with that method.
    fn expect_request(&mut self, phone: &Phone, method: &str) -> Message {
        let message = self.next(phone);
        assert!(matches!(message.start, Start::Request { .. }), "{message}");
        assert_eq!(message.method(), method);
        message
    }

    fn expect_silence(&mut self, phone: &Phone) {
        let to_phone = self.sent.iter().find(|(conn, _)| *conn == phone.conn);
        assert!(to_phone.is_none(), "unexpected: {to_phone:?}");
    }

    fn expect_media(&mut self) -> (CallId, MediaCommand) {
        self.media.pop_front().expect("a media command")
    }

    fn media_event(&mut self, call: CallId, event: MediaEvent) {
        self.pbx.media_event(call, event, self.now);
        self.collect();
    }

    /// The media engine answers the offer that it has just been given.
    fn media_answers(&mut self) -> CallId {
        let (call, command) = self.expect_media();
        assert_eq!(command, MediaCommand::Accept(OFFER.to_owned()));
        self.media_event(call, MediaEvent::Answer(ANSWER.to_owned()));
        call
    }

    fn state(&self) -> serde_json::Value {
        self.pbx.state(self.now)
    }

    /// The last call on the state page.
    fn last_call(&self) -> serde_json::Value {
        let calls = self.state()["calls"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        calls.last().cloned().expect("a call")
    }
}

fn status_of(message: &Message) -> u16 {
    match message.start {
        Start::Response { status, .. } => status,
        Start::Request { .. } => panic!("a request: {message}"),
    }
}

/// A phone as a script: it writes its messages by hand and answers challenges.
struct Phone {
    conn: ConnId,
    user: String,
    password: String,
    instance: String,
    contact: String,
    cseq: u32,
    next_branch: u32,
}

/// The phone's view of one call.
#[derive(Clone)]
struct Dialog {
    call_id: String,
    local: String,
    remote: String,
    target: String,
    /// The INVITE that made it, as it was sent or as it came.
    invite: Message,
}

impl Phone {
    /// A phone with an open socket.
    fn connect(net: &mut Net, conn: u64, user: &str) -> Self {
        net.pbx.opened(ConnId(conn), net.now);
        Self {
            conn: ConnId(conn),
            user: user.to_owned(),
            password: format!("alo-{user}"),
            instance: format!("urn:uuid:phone-{conn}"),
            contact: format!("sip:{user}-{conn}@phone.invalid;transport=ws"),
            cseq: 0,
            next_branch: 0,
        }
    }

    /// A phone that is registered.
    fn registered(net: &mut Net, conn: u64, user: &str) -> Self {
        let mut phone = Self::connect(net, conn, user);
        phone.register(net, 600);
        phone
    }

    /// The domain of the user's provider.
    fn domain(&self) -> &'static str {
        Provider::of_user(&self.user).domain()
    }

    fn register(&mut self, net: &mut Net, expires: u32) {
        let response = self.try_register(net, self.domain(), expires);
        assert_eq!(status_of(&response), 200, "{response}");
    }

    /// Registers, answering one challenge; gives the last response.
    fn try_register(&mut self, net: &mut Net, domain: &str, expires: u32) -> Message {
        let aor = format!("<sip:{}@{domain}>", self.user);
        let contact = format!(
            "<{}>;+sip.instance=\"<{}>\";expires={expires}",
            self.contact, self.instance
        );
        let uri = format!("sip:{domain}");
        let call_id = format!("reg-{}", self.conn.0);
        let mut request = self.request("REGISTER", &uri, &aor, &aor, &call_id);
        request.push("Contact", &contact);
        self.send_with_credentials(net, request, &uri)
    }

    fn request(&mut self, method: &str, uri: &str, from: &str, to: &str, call_id: &str) -> Message {
        self.cseq += 1;
        self.next_branch += 1;
        let branch = format!("z9hG4bK-{}-{}", self.conn.0, self.next_branch);
        let from = if from.contains("tag=") {
            from.to_owned()
        } else {
            format!("{from};tag=me")
        };
        Message::request(method, uri)
            .with("Via", &format!("SIP/2.0/WS phone.invalid;branch={branch}"))
            .with("From", &from)
            .with("To", to)
            .with("Call-ID", call_id)
            .with("CSeq", &format!("{} {method}", self.cseq))
    }

    /// Sends a request; a challenge is answered once. Gives the response that isn't a challenge,
    /// or the second challenge.
    fn send_with_credentials(&mut self, net: &mut Net, request: Message, uri: &str) -> Message {
        net.receive(self.conn, &request);
        let first = net.next(self);
        let (challenge, field) = match status_of(&first) {
            401 => ("WWW-Authenticate", "Authorization"),
            407 => ("Proxy-Authenticate", "Proxy-Authorization"),
            _ => return first,
        };
        if request.method() == "INVITE" {
            net.receive(self.conn, &leg::ack_of_failure(&request, &first));
        }
        let challenge = first.get(challenge).expect("a challenge");
        let who = (self.user.as_str(), self.password.as_str());
        let credentials = answer(challenge, who, (request.method(), uri), 1);
        self.cseq += 1;
        self.next_branch += 1;
        let via = format!(
            "SIP/2.0/WS phone.invalid;branch=z9hG4bK-{}-{}",
            self.conn.0, self.next_branch
        );
        let mut again = Message::request(request.method(), uri);
        for (name, value) in request.headers() {
            match name {
                "Via" => again.push("Via", &via),
                "CSeq" => again.push("CSeq", &format!("{} {}", self.cseq, request.method())),
                _ => again.push(name, value),
            }
        }
        again.body.clone_from(&request.body);
        again.push(field, &credentials);
        net.receive(self.conn, &again);
        net.next(self)
    }

    /// Calls a number; the next response after the challenge must be 100.
    fn call(&mut self, net: &mut Net, number: &str, offer: Option<&str>) -> Dialog {
        self.call_with(net, number, offer, &[])
    }

    /// The same with more header fields.
    fn call_with(
        &mut self,
        net: &mut Net,
        number: &str,
        offer: Option<&str>,
        fields: &[(&str, &str)],
    ) -> Dialog {
        let domain = self.domain();
        let uri = format!("sip:{number}@{domain}");
        let from = format!("\"Lan\" <sip:{}@{domain}>", self.user);
        let call_id = format!("call-{}-{}", self.conn.0, self.cseq);
        let mut invite = self.request("INVITE", &uri, &from, &format!("<{uri}>"), &call_id);
        invite.push(
            "Contact",
            &format!("<{}>;+sip.instance=\"<{}>\"", self.contact, self.instance),
        );
        for (name, value) in fields {
            invite.push(name, value);
        }
        if let Some(offer) = offer {
            invite = invite.with_body("application/sdp", offer);
        }
        let trying = self.send_with_credentials(net, invite.clone(), &uri);
        assert_eq!(status_of(&trying), 100, "{trying}");
        // What identifies the accepted INVITE is in its 100.
        let mut accepted = Message::request("INVITE", &uri);
        for name in ["Via", "From", "To", "Call-ID", "CSeq"] {
            accepted.push(name, trying.get(name).expect("copied"));
        }
        Dialog {
            call_id,
            local: trying.get("From").expect("copied").to_owned(),
            remote: trying.get("To").expect("copied").to_owned(),
            target: uri,
            invite: accepted,
        }
    }

    /// The dialog of an INVITE that came.
    fn incoming(&self, invite: &Message) -> Dialog {
        let field = |name| invite.get(name).expect("complete").to_owned();
        Dialog {
            call_id: field("Call-ID"),
            local: format!("{};tag=callee-{}", field("To"), self.conn.0),
            remote: field("From"),
            target: format!("sip:{DOMAIN};transport=ws"),
            invite: invite.clone(),
        }
    }

    /// Answers a request that came in a dialog or made it.
    fn respond(
        &self,
        net: &mut Net,
        dialog: &Dialog,
        request: &Message,
        status: u16,
        sdp: Option<&str>,
    ) {
        let mut response = Message::response(request, status, "Reason", "");
        let tagged = response
            .headers()
            .map(|(n, v)| (n.to_owned(), v.to_owned()))
            .collect::<Vec<_>>();
        let mut with_tag = Message::response(&Message::request("X", "sip:x"), status, "Reason", "");
        for (name, value) in tagged {
            let value = if name == "To" {
                dialog.local.clone()
            } else {
                value
            };
            with_tag.push(&name, &value);
        }
        response = with_tag.with("Contact", &format!("<{}>", self.contact));
        if let Some(sdp) = sdp {
            response = response.with_body("application/sdp", sdp);
        }
        net.receive(self.conn, &response);
    }

    /// Learns the far end from a response to its INVITE.
    fn learn(dialog: &mut Dialog, response: &Message) {
        dialog.remote = response.get("To").expect("complete").to_owned();
    }

    fn in_dialog(&mut self, dialog: &Dialog, method: &str) -> Message {
        self.request(
            method,
            &dialog.target,
            &dialog.local,
            &dialog.remote,
            &dialog.call_id,
        )
    }

    fn ack(&mut self, net: &mut Net, dialog: &Dialog, response: &Message, sdp: Option<&str>) {
        let number = response.cseq().expect("complete").0;
        let mut ack = Message::request("ACK", &dialog.target)
            .with("Via", "SIP/2.0/WS phone.invalid;branch=z9hG4bK-ack")
            .with("From", &dialog.local)
            .with("To", response.get("To").expect("complete"))
            .with("Call-ID", &dialog.call_id)
            .with("CSeq", &format!("{number} ACK"));
        if let Some(sdp) = sdp {
            ack = ack.with_body("application/sdp", sdp);
        }
        net.receive(self.conn, &ack);
    }

    /// A call to a number of the sandbox's, answered and acknowledged.
    fn talk_to(&mut self, net: &mut Net, number: &str) -> (Dialog, CallId) {
        let mut dialog = self.call(net, number, Some(OFFER));
        let call = net.media_answers();
        // Just until the answer: a moment later it would come again.
        while net.last_call()["state"] != "answered" {
            net.wait(100);
        }
        let ringing = net.next(self);
        assert_eq!(status_of(&ringing), 180);
        let ok = net.expect_status(self, 200);
        assert_eq!(ok.sdp(), Some(ANSWER));
        Self::learn(&mut dialog, &ok);
        self.ack(net, &dialog, &ok, None);
        net.media.clear();
        (dialog, call)
    }

    fn hang_up(&mut self, net: &mut Net, dialog: &Dialog) {
        let bye = self.in_dialog(dialog, "BYE");
        net.receive(self.conn, &bye);
        net.expect_status(self, 200);
    }
}
