//! The two requests that belong to an INVITE hop by hop: CANCEL (RFC 3261 §9.1) and the ACK of a refusal
//! (§17.1.1.3).

use crate::wire::{Method, Request, Response};

/// The CANCEL for an INVITE: it has the same Via, so that each hop finds the INVITE.
pub(crate) fn cancel_for(invite: &Request) -> Request {
    same_hop(invite, Method::Cancel)
}

/// The ACK for a response of 300–699: it belongs to the INVITE's transaction, has To from the
/// response, and credentials from the INVITE, because an ACK cannot be challenged (§22.1).
pub(super) fn ack_for_failure(invite: &Request, response: &Response) -> Request {
    let mut ack = same_hop(invite, Method::Ack);
    if let Some(to) = response.headers.get("To") {
        ack.headers.set("To", to);
    }
    for (name, value) in invite.headers.iter() {
        if matches!(name, "Authorization" | "Proxy-Authorization") {
            ack.headers.push(name, value);
        }
    }
    ack
}

fn same_hop(invite: &Request, method: Method) -> Request {
    let mut request = Request::new(method, invite.uri.clone());
    // There is one Via: we are the first hop.
    for (name, value) in invite.headers.iter() {
        if matches!(
            name,
            "Via" | "Max-Forwards" | "Route" | "From" | "To" | "Call-ID"
        ) {
            request.headers.push(name, value);
        }
    }
    if let Ok(cseq) = invite.headers.cseq() {
        request
            .headers
            .push("CSeq", format!("{} {}", cseq.seq, request.method));
    }
    request
}
