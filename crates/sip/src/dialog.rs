//! Dialogs (RFC 3261 §12): the two parties with their tags, the route between them, and the order
//! of requests.

use crate::wire::{
    Contacts, HeaderError, Headers, Method, NameAddr, Replaces, Request, Response, Uri,
};

/// The most hops of a route that are kept.
const MAX_ROUTE: usize = 32;

/// One dialog, early or confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dialog {
    call_id: String,
    /// Our side with its tag.
    local: NameAddr,
    /// The other side with its tag, if it has one (an RFC 2543 peer has none).
    remote: NameAddr,
    /// The CSeq number of our last request.
    local_seq: u32,
    /// The CSeq number of the peer's last request.
    remote_seq: Option<u32>,
    route_set: Vec<NameAddr>,
    remote_target: Uri,
}

impl Dialog {
    /// The dialog on our side as the caller, from our request and a response that has a To tag
    /// (§12.1.2).
    ///
    /// A response without Contact leaves the Request-URI as the remote target: there is no better one.
    pub(crate) fn as_caller(request: &Request, response: &Response) -> Result<Self, HeaderError> {
        let mut route_set = response.headers.record_routes()?;
        route_set.reverse();
        route_set.truncate(MAX_ROUTE);
        Ok(Self {
            call_id: request.headers.call_id()?.to_owned(),
            local: request.headers.from()?,
            remote: response.headers.to()?,
            local_seq: request.headers.cseq()?.seq,
            remote_seq: None,
            route_set,
            remote_target: contact_of(&response.headers).unwrap_or_else(|| request.uri.clone()),
        })
    }

    /// The dialog on our side as the callee, from the peer's request and our own tag (§12.1.1).
    /// `None` if the request has no Contact.
    pub(crate) fn as_callee(
        request: &Request,
        local_tag: &str,
    ) -> Result<Option<Self>, HeaderError> {
        let Some(remote_target) = contact_of(&request.headers) else {
            return Ok(None);
        };
        let mut local = request.headers.to()?;
        local.set_tag(local_tag);
        let mut route_set = request.headers.record_routes()?;
        route_set.truncate(MAX_ROUTE);
        Ok(Some(Self {
            call_id: request.headers.call_id()?.to_owned(),
            local,
            remote: request.headers.from()?,
            local_seq: 0,
            remote_seq: Some(request.headers.cseq()?.seq),
            route_set,
            remote_target,
        }))
    }

    /// The tag of the other side; empty if it has none.
    pub(crate) fn remote_tag(&self) -> &str {
        self.remote.tag().unwrap_or_default()
    }

    /// Our own address in this dialog, without a tag.
    pub(crate) fn local_address(&self) -> &Uri {
        &self.local.uri
    }

    /// The other side's address without a tag: the target of a new call to the same party.
    pub(crate) fn remote_address(&self) -> &Uri {
        &self.remote.uri
    }

    /// The other side's Contact: where our requests go.
    pub(crate) fn remote_target(&self) -> &Uri {
        &self.remote_target
    }

    /// The value of Replaces that names this dialog to the other side, whose tag is the to-tag
    /// there (RFC 3891 §3). `None` if one of the sides has no tag.
    pub(crate) fn as_replaces(&self) -> Option<String> {
        let (near, far) = (self.local.tag()?, self.remote.tag()?);
        Some(format!("{};to-tag={far};from-tag={near}", self.call_id))
    }

    /// Whether a Replaces from the other side names this dialog. Our tag is the to-tag there, no
    /// matter which side began the dialog (RFC 3891 §3). A dialog without tags cannot be named.
    pub(crate) fn is_named_by(&self, replaces: &Replaces) -> bool {
        replaces.call_id == self.call_id
            && self.local.tag() == Some(replaces.to_tag.as_str())
            && self.remote.tag() == Some(replaces.from_tag.as_str())
    }

    /// Whether a request of the peer's belongs to this dialog (§12.2.2).
    pub(crate) fn owns(&self, headers: &Headers) -> bool {
        headers.call_id().is_ok_and(|id| id == self.call_id)
            && headers.to().is_ok_and(|to| to.tag() == self.local.tag())
            && headers
                .from()
                .is_ok_and(|from| from.tag().unwrap_or_default() == self.remote_tag())
    }

    /// Stores the CSeq number of a request of the peer's; `false` if it is out of order (§12.2.2).
    pub(crate) fn accept_seq(&mut self, seq: u32) -> bool {
        if self.remote_seq.is_some_and(|last| seq < last) {
            return false;
        }
        self.remote_seq = Some(seq);
        true
    }

    /// Takes the peer's new Contact from a target refresh request or its 2xx (§12.2.1.2).
    pub(crate) fn refresh_target(&mut self, headers: &Headers) {
        if let Some(uri) = contact_of(headers) {
            self.remote_target = uri;
        }
    }

    /// Takes route set and Contact of the 2xx, which may differ from those of the provisional
    /// response before it (§13.2.2.4).
    pub(crate) fn confirm(&mut self, response: &Response) {
        if let Ok(mut route_set) = response.headers.record_routes() {
            route_set.reverse();
            route_set.truncate(MAX_ROUTE);
            self.route_set = route_set;
        }
        self.refresh_target(&response.headers);
    }

    /// The next request of ours: Request-URI, Route, From, To, Call-ID, CSeq (§12.2.1.1).
    pub(crate) fn request(&mut self, method: Method) -> Request {
        self.local_seq = self.local_seq.saturating_add(1);
        self.request_numbered(method, self.local_seq)
    }

    /// The ACK for a 2xx to the INVITE with this CSeq number (§13.2.2.4).
    pub(crate) fn ack(&self, seq: u32) -> Request {
        self.request_numbered(Method::Ack, seq)
    }

    /// The CSeq number of our last request.
    pub(crate) fn last_seq(&self) -> u32 {
        self.local_seq
    }

    fn request_numbered(&self, method: Method, seq: u32) -> Request {
        let (uri, routes) = route(&self.route_set, &self.remote_target);
        let mut request = Request::new(method, uri);
        for route in routes {
            request.headers.push("Route", route.to_string());
        }
        request.headers.push("Max-Forwards", "70");
        request.headers.push("From", self.local.to_string());
        request.headers.push("To", self.remote.to_string());
        request.headers.push("Call-ID", self.call_id.clone());
        request
            .headers
            .push("CSeq", format!("{seq} {}", request.method));
        request
    }
}

/// Request-URI and Route for a target behind a route set. With loose routing the Request-URI is the
/// target; a strict router (RFC 2543, no `lr`) becomes the Request-URI, and the target the last
/// Route (§12.2.1.1).
pub(crate) fn route(route_set: &[NameAddr], target: &Uri) -> (Uri, Vec<NameAddr>) {
    match route_set.split_first() {
        Some((first, rest)) if !first.uri.has_param("lr") => {
            let mut routes = rest.to_vec();
            routes.push(NameAddr::new(target.clone()));
            (first.uri.clone(), routes)
        }
        _ => (target.clone(), route_set.to_vec()),
    }
}

fn contact_of(headers: &Headers) -> Option<Uri> {
    match headers.contacts() {
        Ok(Contacts::List(list)) => list.into_iter().next().map(|contact| contact.uri),
        Ok(Contacts::Star) | Err(_) => None,
    }
}
