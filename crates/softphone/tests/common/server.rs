//! The server's side: a registrar that challenges, and far ends of calls.

use alo_sip::wire::{Method, Request, Response, Uri};

use super::Rig;

/// A call as the far end sees it.
#[derive(Clone, Debug)]
pub struct Dialog {
    call_id: String,
    /// `From` of requests of the far end, with its tag.
    far: String,
    /// `To` of requests of the far end; with the phone's tag once there is one.
    near: String,
    /// The phone's Contact.
    target: Uri,
    cseq: u32,
    /// The INVITE, where the far end called.
    invite: Option<Request>,
}

/// A description with one audio medium.
pub fn sdp(who: &str, direction: &str) -> String {
    format!(
        "v=0\r\no={who} 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n\
         m=audio 9 UDP/TLS/RTP/SAVPF 111 126\r\nc=IN IP4 192.0.2.1\r\n\
         a=rtpmap:111 opus/48000/2\r\na=rtpmap:126 telephone-event/8000\r\na={direction}\r\n"
    )
}

/// The response with a body.
fn with_sdp(mut response: Response, sdp: &str) -> Response {
    response.set_body("application/sdp", sdp);
    response
}

impl Rig {
    /// Answers a request: `tag` goes into To.
    pub fn respond(&mut self, request: &Request, status: u16, tag: &str) {
        let response = far_response(request, status, tag);
        self.server_says(&response.to_bytes());
    }

    pub fn respond_with_sdp(&mut self, request: &Request, status: u16, tag: &str, sdp: &str) {
        let response = with_sdp(far_response(request, status, tag), sdp);
        self.server_says(&response.to_bytes());
    }

    /// 401 with an MD5 challenge.
    pub fn challenge(&mut self, register: &Request, nonce: &str) {
        let mut response = register.response(401, "", Some("registrar"));
        response.headers.push(
            "WWW-Authenticate",
            format!(
                "Digest realm=\"pbx.example.com\", nonce=\"{nonce}\", qop=\"auth\", algorithm=MD5"
            ),
        );
        self.server_says(&response.to_bytes());
    }

    /// Challenges the REGISTER that has been sent and accepts the next one.
    pub fn accept_registration(&mut self) {
        let register = self.request("REGISTER");
        assert!(!register.headers.contains("Authorization"));
        self.challenge(&register, "nonce-1");
        self.accept_register();
    }

    /// Accepts the REGISTER that has been sent, whatever it is.
    pub fn accept_register(&mut self) -> Request {
        let register = self.request("REGISTER");
        assert!(register.headers.contains("Authorization"));
        let mut ok = register.response(200, "", Some("registrar"));
        let contact = register.headers.get("Contact").expect("a contact");
        let removes = contact.contains("expires=0") || register.headers.get("Expires") == Some("0");
        if !removes {
            let bare = contact.split(";expires").next().unwrap_or(contact);
            ok.headers.push("Contact", format!("{bare};expires=600"));
        }
        self.server_says(&ok.to_bytes());
        register
    }

    /// The far end answers our INVITE with 200 and its description.
    pub fn answer_invite(&mut self, invite: &Request, tag: &str) -> Dialog {
        self.respond_with_sdp(invite, 200, tag, &sdp("far", "sendrecv"));
        Dialog::of_ours(invite, tag)
    }

    /// Somebody calls.
    pub fn invite_in(&mut self, from: &str, sdp: Option<&str>) -> Dialog {
        self.invite_in_with(from, sdp, &[])
    }

    pub fn invite_in_with(
        &mut self,
        from: &str,
        sdp: Option<&str>,
        headers: &[(&str, &str)],
    ) -> Dialog {
        self.calls_in += 1;
        let number = self.calls_in;
        let target: Uri = "sip:1001@contact.invalid;transport=ws"
            .parse()
            .expect("a URI");
        let mut dialog = Dialog {
            call_id: format!("in-{number}"),
            far: format!("{from};tag=far{number}"),
            near: "<sip:1001@pbx.example.com>".to_owned(),
            target,
            cseq: 0,
            invite: None,
        };
        let mut invite = dialog.next_request(Method::Invite);
        for (name, value) in headers {
            invite.headers.push(name, *value);
        }
        if let Some(sdp) = sdp {
            invite.set_body("application/sdp", sdp);
        }
        dialog.invite = Some(invite.clone());
        self.server_says(&invite.to_bytes());
        dialog
    }

    /// The far end's ACK for our 200.
    pub fn acknowledge(&mut self, dialog: &mut Dialog, ok: &Response) {
        self.acknowledge_with(dialog, ok, None);
    }

    pub fn acknowledge_with(&mut self, dialog: &mut Dialog, ok: &Response, sdp: Option<&str>) {
        dialog.learn(ok);
        let mut ack = dialog.next_request(Method::Ack);
        dialog.cseq -= 1;
        let cseq = ok.headers.cseq().expect("a CSeq").seq;
        ack.headers.set("CSeq", format!("{cseq} ACK"));
        if let Some(sdp) = sdp {
            ack.set_body("application/sdp", sdp);
        }
        self.server_says(&ack.to_bytes());
    }

    /// The caller gives up, perhaps with a `Reason`.
    pub fn cancel(&mut self, dialog: &Dialog, reason: Option<&str>) {
        let invite = dialog.invite.as_ref().expect("a call of the far end");
        let mut cancel = Request::new(Method::Cancel, invite.uri.clone());
        for name in ["Via", "From", "To", "Call-ID", "Max-Forwards"] {
            let value = invite.headers.get(name).expect("a header");
            cancel.headers.push(name, value);
        }
        let seq = invite.headers.cseq().expect("a CSeq").seq;
        cancel.headers.push("CSeq", format!("{seq} CANCEL"));
        if let Some(reason) = reason {
            cancel.headers.push("Reason", reason);
        }
        self.server_says(&cancel.to_bytes());
    }

    /// The far end acknowledges a final refusal of its INVITE.
    pub fn acknowledge_refusal(&mut self, dialog: &Dialog, refusal: &Response) {
        let invite = dialog.invite.as_ref().expect("a call of the far end");
        let mut ack = Request::new(Method::Ack, invite.uri.clone());
        for name in ["Via", "From", "Call-ID", "Max-Forwards"] {
            let value = invite.headers.get(name).expect("a header");
            ack.headers.push(name, value);
        }
        ack.headers
            .push("To", refusal.headers.get("To").expect("a header"));
        let seq = invite.headers.cseq().expect("a CSeq").seq;
        ack.headers.push("CSeq", format!("{seq} ACK"));
        self.server_says(&ack.to_bytes());
    }

    /// A request of the far end within the call.
    pub fn far_request(&mut self, dialog: &mut Dialog, method: Method, sdp: Option<&str>) {
        let mut request = dialog.next_request(method);
        if let Some(sdp) = sdp {
            request.set_body("application/sdp", sdp);
        }
        self.server_says(&request.to_bytes());
    }

    /// The far end hangs up.
    pub fn far_bye(&mut self, dialog: &mut Dialog, reason: Option<&str>) {
        let mut bye = dialog.next_request(Method::Bye);
        if let Some(reason) = reason {
            bye.headers.push("Reason", reason);
        }
        self.server_says(&bye.to_bytes());
        self.response(200);
    }
}

impl Dialog {
    /// Of a call of ours that the far end answered with this tag.
    pub fn of_ours(invite: &Request, tag: &str) -> Self {
        let header = |name| invite.headers.get(name).expect("a header").to_owned();
        let contacts = invite.headers.get("Contact").expect("a contact");
        let target = contacts
            .split(['<', '>'])
            .nth(1)
            .and_then(|uri| uri.parse().ok())
            .expect("a contact in angle brackets");
        Self {
            call_id: header("Call-ID"),
            far: format!("{};tag={tag}", header("To")),
            near: header("From"),
            target,
            cseq: 100,
            invite: None,
        }
    }

    /// Takes the phone's tag and Contact from its response.
    pub fn learn(&mut self, response: &Response) {
        self.near = response.headers.get("To").expect("a header").to_owned();
        if let Some(contact) = response.headers.get("Contact")
            && let Some(uri) = contact.split(['<', '>']).nth(1)
        {
            self.target = uri.parse().expect("a contact");
        }
    }

    pub fn call_id(&self) -> &str {
        &self.call_id
    }

    /// The value of Replaces by which somebody else names it to the phone (RFC 3891 §3).
    pub fn as_replaces(&self) -> String {
        let tag = |address: &str| {
            let (_, tag) = address.split_once(";tag=").expect("a tag");
            tag.to_owned()
        };
        let (near, far) = (tag(&self.near), tag(&self.far));
        format!("{};to-tag={near};from-tag={far}", self.call_id)
    }

    /// Both ends have given it a tag.
    pub fn is_up(&self) -> bool {
        self.near.contains(";tag=")
    }

    /// The far end called.
    pub fn is_of_the_far_end(&self) -> bool {
        self.invite.is_some()
    }

    pub fn is_call(&self, call_id: &str) -> bool {
        self.call_id == call_id
    }

    pub fn next_request(&mut self, method: Method) -> Request {
        self.cseq += 1;
        let mut request = Request::new(method.clone(), self.target.clone());
        let branch = format!("z9hG4bK{}-{}", self.call_id, self.cseq);
        let headers = &mut request.headers;
        headers.push(
            "Via",
            format!("SIP/2.0/WSS pbx.example.com;branch={branch}{method}"),
        );
        headers.push("Max-Forwards", "70");
        headers.push("From", self.far.clone());
        headers.push("To", self.near.clone());
        headers.push("Call-ID", self.call_id.clone());
        headers.push("CSeq", format!("{} {method}", self.cseq));
        headers.push("Contact", "<sip:far@192.0.2.1:5060>");
        request
    }
}

fn far_response(request: &Request, status: u16, tag: &str) -> Response {
    let mut response = request.response(status, "", (!tag.is_empty()).then_some(tag));
    response.headers.push("Contact", "<sip:far@192.0.2.1:5060>");
    response
}
