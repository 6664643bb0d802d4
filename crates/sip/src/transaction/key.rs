//! How responses find their client transaction and requests their server transaction
//! (RFC 3261 §17.1.3, §17.2.3).

use crate::wire::{HeaderError, Method, Request, Response};

/// What every branch of RFC 3261 begins with (§8.1.1.7).
pub(crate) const MAGIC_COOKIE: &str = "z9hG4bK";

/// The key of a client transaction: the branch that we put into the topmost Via, in lower case because
/// it is a token, which some write as they like (§7.3.1), and the method of CSeq.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ClientKey {
    branch: String,
    method: String,
}

impl ClientKey {
    /// The key of a request of ours whose Via has this branch.
    pub(crate) fn new(mut branch: String, method: &Method) -> Self {
        branch.make_ascii_lowercase();
        Self {
            branch,
            method: method.as_str().to_owned(),
        }
    }

    /// The key of the CANCEL for this INVITE, which has the same branch (§9.1).
    pub(crate) fn of_cancel(&self) -> Self {
        Self::new(self.branch.clone(), &Method::Cancel)
    }

    /// The key that a response claims to belong to.
    pub(super) fn of_response(response: &Response) -> Result<Self, HeaderError> {
        let via = response.headers.top_via()?;
        let cseq = response.headers.cseq()?;
        let branch = via.branch().unwrap_or_default().to_owned();
        Ok(Self::new(branch, &cseq.method))
    }
}

/// The key of a server transaction: branch, sent-by and method. Without a branch of RFC 3261 other
/// headers take its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ServerKey {
    id: String,
    sent_by: String,
    method: String,
}

impl ServerKey {
    /// The key of a request that arrived; an ACK has the key of its INVITE.
    pub(super) fn of_request(request: &Request) -> Result<Self, HeaderError> {
        let method = match request.method {
            Method::Ack => Method::Invite,
            ref other => other.clone(),
        };
        Self::with_method(request, &method)
    }

    /// The key of the INVITE that a CANCEL is about (§9.2).
    pub(crate) fn of_cancelled(request: &Request) -> Result<Self, HeaderError> {
        Self::with_method(request, &Method::Invite)
    }

    fn with_method(request: &Request, method: &Method) -> Result<Self, HeaderError> {
        let via = request.headers.top_via()?;
        let id = match via.branch() {
            Some(branch) if branch.starts_with(MAGIC_COOKIE) => branch.to_owned(),
            // §17.2.3, second list. To is left out, because the ACK has a To tag and the INVITE has
            // none.
            _ => format!(
                "{} {} {} {}",
                request.uri,
                request.headers.from()?.tag().unwrap_or_default(),
                request.headers.call_id()?,
                request.headers.cseq()?.seq,
            ),
        };
        let port = via.port.map_or_else(String::new, |port| format!(":{port}"));
        let sent_by = format!("{}{port}", via.host).to_ascii_lowercase();
        Ok(Self {
            id,
            sent_by,
            method: method.as_str().to_owned(),
        })
    }
}

/// What copies of one request that came by different routes have in common (§8.2.2.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MergeKey {
    from_tag: String,
    call_id: String,
    cseq: String,
}

impl MergeKey {
    pub(super) fn of(request: &Request) -> Result<Self, HeaderError> {
        Ok(Self {
            from_tag: request.headers.from()?.tag().unwrap_or_default().to_owned(),
            call_id: request.headers.call_id()?.to_owned(),
            cseq: request.headers.cseq()?.to_string(),
        })
    }
}
