//! The far end of one dialog, behind the server.

use alo_sip::wire::{Method, Request, Response, Uri};

/// The far end of one dialog.
#[derive(Clone, Debug)]
pub struct Peer {
    pub call_id: String,
    /// The far end's side, with its tag.
    pub own: String,
    /// The phone's side, with its tag once it is known.
    pub phone: String,
    /// Where the phone is.
    pub target: Uri,
    pub seq: u32,
    branch: u32,
}

impl Peer {
    /// Who was called by an INVITE of the phone's.
    pub fn called(invite: &Request, tag: &str) -> Self {
        let headers = &invite.headers;
        let alo_sip::wire::Contacts::List(contacts) = headers.contacts().unwrap() else {
            panic!("no contact")
        };
        Self {
            call_id: headers.call_id().unwrap().to_owned(),
            own: format!("{};tag={tag}", headers.get("To").unwrap()),
            phone: headers.get("From").unwrap().to_owned(),
            target: contacts[0].uri.clone(),
            seq: 0,
            branch: 0,
        }
    }

    /// Who calls the phone.
    pub fn calling(user: &str, tag: &str) -> Self {
        Self {
            call_id: format!("call-of-{user}-{tag}"),
            own: format!("\"{user}\" <sip:{user}@example.com>;tag={tag}"),
            phone: "<sip:alice@example.com>".to_owned(),
            target: "sip:alice@phone.invalid;transport=ws".parse().unwrap(),
            seq: 0,
            branch: 0,
        }
    }

    /// Takes the phone's tag from its response.
    pub fn learn(&mut self, response: &Response) {
        self.phone = response.headers.get("To").unwrap().to_owned();
    }

    pub fn invite(&self, offer: Option<&str>) -> Request {
        self.clone().request_with(Method::Invite, offer)
    }

    /// The next request within the dialog.
    pub fn request(&mut self, method: Method) -> Request {
        self.request_with(method, None)
    }

    pub fn request_with(&mut self, method: Method, sdp: Option<&str>) -> Request {
        self.seq += 1;
        let branch = format!("z9hG4bKpeer{}x{}", self.seq, self.branch);
        self.numbered(method, self.seq, &branch, sdp)
    }

    /// The ACK for a 2xx: a transaction of its own.
    pub fn ack(&self, invite: &Request) -> Request {
        let seq = invite.headers.cseq().unwrap().seq;
        self.numbered(Method::Ack, seq, &format!("z9hG4bKack{seq}"), None)
    }

    /// The ACK for a refusal, or the CANCEL: the branch of the INVITE.
    pub fn within(&self, invite: &Request, method: Method) -> Request {
        let mut request = self.numbered(method, 0, "z9hG4bKx", None);
        request.uri = invite.uri.clone();
        request
            .headers
            .set("Via", invite.headers.get("Via").unwrap());
        request.headers.set("To", invite.headers.get("To").unwrap());
        let seq = invite.headers.cseq().unwrap().seq;
        request
            .headers
            .set("CSeq", format!("{seq} {}", request.method));
        request
    }

    /// A response to a request of the phone's, within the dialog if there is one.
    pub fn answer(&self, request: &Request, status: u16, sdp: Option<&str>) -> Response {
        let mut response = request.response(status, "", None);
        response.headers.set("To", self.own.clone());
        if (101..300).contains(&status) {
            response
                .headers
                .push("Contact", "<sip:bob@10.0.0.2:5062;transport=tcp>");
            for route in ["<sip:edge.example.com;lr>", "<sip:core.example.com;lr>"] {
                response.headers.push("Record-Route", route);
            }
        }
        if let Some(sdp) = sdp {
            response.set_body("application/sdp", sdp);
        }
        response
    }

    fn numbered(&self, method: Method, seq: u32, branch: &str, sdp: Option<&str>) -> Request {
        let mut request = Request::new(method, self.target.clone());
        let via = format!(
            "SIP/2.0/TCP pbx.example.com;branch={branch}-{}",
            self.call_id
        );
        request.headers.push("Via", via);
        request
            .headers
            .push("Record-Route", "<sip:core.example.com;lr>");
        request.headers.push("Max-Forwards", "69");
        request.headers.push("From", self.own.clone());
        request.headers.push("To", self.phone.clone());
        request.headers.push("Call-ID", self.call_id.clone());
        request
            .headers
            .push("CSeq", format!("{seq} {}", request.method));
        if matches!(request.method, Method::Invite | Method::Update) {
            request
                .headers
                .push("Contact", "<sip:bob@10.0.0.2:5062;transport=tcp>");
        }
        if let Some(sdp) = sdp {
            request.set_body("application/sdp", sdp);
        }
        request
    }
}
