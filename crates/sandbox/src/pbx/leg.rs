//! One phone's side of a call: a dialog (RFC 3261 §12) and the INVITE that makes it.

use crate::registrar::{Binding, ConnId};
use crate::sip::{Address, Message};

use super::call::CallId;

/// The methods that this PBX knows.
pub(crate) const ALLOW: &str =
    "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER, NOTIFY, MESSAGE";
/// What it calls itself.
pub(crate) const SERVER: &str = concat!("alo-sandbox/", env!("CARGO_PKG_VERSION"));

/// Names a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LegId(pub(crate) u64);

/// How far a leg is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LegState {
    /// It has sent an INVITE that waits for our final response.
    Incoming,
    /// We have sent an INVITE there.
    Outgoing {
        /// Names the INVITE's transaction.
        branch: String,
        /// It has answered something, so that a CANCEL may be sent (RFC 3261 §9.1).
        provisional: bool,
        /// It is to be cancelled, with this `Reason`.
        cancelled: Option<Option<String>>,
    },
    /// In a confirmed dialog.
    Up,
    /// Over.
    Down,
}

/// A final response to an INVITE that waits for its ACK.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unacked {
    /// The INVITE's sequence number, which the ACK repeats.
    pub(crate) cseq: u32,
    /// The response, to be sent again if it is a 2xx (RFC 3261 §13.3.1.4).
    pub(crate) again: Option<String>,
    /// The ACK brings the answer to an offer of ours: for whom.
    pub(crate) answer_for: AckBody,
}

/// What is done with the body of an ACK.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AckBody {
    /// Nothing: offer and answer are complete.
    Ignored,
    /// It is the answer for the sandbox's own media.
    ForMedia,
    /// It is passed on to the other phone, whose 2xx with this sequence number waits for it.
    ForLeg(LegId, u32),
}

/// What makes a new dialog of ours unique, and its two ends.
pub(crate) struct Ends {
    pub(crate) call_id: String,
    pub(crate) tag: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// One phone's side of a call.
#[derive(Debug, Clone)]
pub(crate) struct Leg {
    pub(crate) call: CallId,
    /// The account behind it.
    pub(crate) user: String,
    /// Which of the account's phones.
    pub(crate) instance: Option<String>,
    /// The socket that leads there; absent while the phone reconnects.
    pub(crate) conn: Option<ConnId>,
    pub(crate) state: LegState,
    pub(crate) call_id: String,
    /// Our address without tag.
    pub(crate) local: String,
    pub(crate) local_tag: String,
    /// The phone's address without tag.
    pub(crate) remote: String,
    /// Absent until the phone has answered.
    pub(crate) remote_tag: Option<String>,
    /// The phone's Contact: where requests in the dialog go.
    pub(crate) target: String,
    /// Our last sequence number.
    pub(crate) cseq: u32,
    /// The phone's last sequence number (RFC 3261 §12.2.2).
    pub(crate) remote_cseq: u32,
    /// The INVITE or re-INVITE that waits for our final response.
    pub(crate) invite: Option<Message>,
    pub(crate) unacked: Option<Unacked>,
    /// The last ACK to a 2xx, for when that comes again.
    pub(crate) last_ack: Option<String>,
}

impl Leg {
    /// The phone's side of an INVITE that came. `None` without a usable Contact.
    pub(crate) fn incoming(
        call: CallId,
        user: &str,
        conn: ConnId,
        invite: &Message,
        local_tag: String,
    ) -> Option<Self> {
        let contact = Address::parse(invite.list("Contact").first()?)?;
        let (cseq, _) = invite.cseq()?;
        Some(Self {
            call,
            user: user.to_owned(),
            instance: contact.param("+sip.instance").map(str::to_owned),
            conn: Some(conn),
            state: LegState::Incoming,
            call_id: invite.get("Call-ID")?.to_owned(),
            local: Address::parse(invite.get("To")?)?.bare(),
            local_tag,
            remote: Address::parse(invite.get("From")?)?.bare(),
            remote_tag: invite.tag_of_from(),
            target: contact.uri,
            cseq: 0,
            remote_cseq: cseq,
            invite: Some(invite.clone()),
            unacked: None,
            last_ack: None,
        })
    }

    /// The side of a phone that is to be rung; `from` and `to` are addresses without tags.
    pub(crate) fn outgoing(call: CallId, user: &str, binding: &Binding, ends: Ends) -> Self {
        Self {
            call,
            user: user.to_owned(),
            instance: binding.instance.clone(),
            conn: Some(binding.conn),
            state: LegState::Outgoing {
                branch: String::new(),
                provisional: false,
                cancelled: None,
            },
            call_id: ends.call_id,
            local: ends.from,
            local_tag: ends.tag,
            remote: ends.to,
            remote_tag: None,
            target: binding.contact.clone(),
            cseq: 0,
            remote_cseq: 0,
            invite: None,
            unacked: None,
            last_ack: None,
        }
    }

    /// A request inside the dialog (or the INVITE that makes it), with the next sequence number.
    pub(crate) fn request(&mut self, method: &str, domain: &str, branch: &str) -> Message {
        self.cseq += 1;
        self.numbered(method, self.cseq, domain, branch)
    }

    /// The ACK to a 2xx: a transaction of its own with the INVITE's number (RFC 3261 §13.2.2.4).
    pub(crate) fn ack(&self, cseq: u32, domain: &str, branch: &str) -> Message {
        self.numbered("ACK", cseq, domain, branch)
    }

    /// Route sets are not kept: no proxy stands between this PBX and a phone on its socket.
    fn numbered(&self, method: &str, cseq: u32, domain: &str, branch: &str) -> Message {
        let tagged = |address: &str, tag: Option<&str>| match tag {
            Some(tag) => format!("{address};tag={tag}"),
            None => address.to_owned(),
        };
        Message::request(method, &self.target)
            .with("Via", &format!("SIP/2.0/WS {domain};branch={branch}"))
            .with("Max-Forwards", "70")
            .with("From", &tagged(&self.local, Some(&self.local_tag)))
            .with("To", &tagged(&self.remote, self.remote_tag.as_deref()))
            .with("Call-ID", &self.call_id)
            .with("CSeq", &format!("{cseq} {method}"))
            .with("User-Agent", SERVER)
    }

    /// Whether a phone there is being rung.
    pub(crate) fn is_ringing(&self) -> bool {
        matches!(self.state, LegState::Outgoing { .. })
    }
}

/// The ACK to a final response other than 2xx: it belongs to the INVITE's transaction
/// (RFC 3261 §17.1.1.3).
pub(crate) fn ack_of_failure(invite: &Message, response: &Message) -> Message {
    within_transaction(invite, "ACK", response.get("To"))
}

/// The CANCEL of an INVITE (RFC 3261 §9.1).
pub(crate) fn cancel_of(invite: &Message, reason: Option<&str>) -> Message {
    let cancel = within_transaction(invite, "CANCEL", invite.get("To"));
    match reason {
        Some(reason) => cancel.with("Reason", reason),
        None => cancel,
    }
}

fn within_transaction(invite: &Message, method: &str, to: Option<&str>) -> Message {
    let uri = match &invite.start {
        crate::sip::Start::Request { uri, .. } => uri.as_str(),
        crate::sip::Start::Response { .. } => "",
    };
    let mut request = Message::request(method, uri);
    for name in ["Via", "Max-Forwards", "From"] {
        if let Some(value) = invite.get(name) {
            request.push(name, value);
        }
    }
    request.push("To", to.unwrap_or_default());
    request.push("Call-ID", invite.get("Call-ID").unwrap_or_default());
    let number = invite.cseq().map_or(0, |(number, _)| number);
    request.with("CSeq", &format!("{number} {method}"))
}

/// Copies the header fields that concern the two phones and not the hop between phone and PBX.
pub(crate) fn copy_end_to_end(from: &Message, to: &mut Message) {
    // The rest of what a phone may say is passed on as it is, unknown fields above all.
    // `Supported` and `Require` are not: 100rel and timers would bind this PBX.
    const HOP: [&str; 22] = [
        "Via",
        "Max-Forwards",
        "From",
        "To",
        "Call-ID",
        "CSeq",
        "Contact",
        "Route",
        "Record-Route",
        "Path",
        "Authorization",
        "Proxy-Authorization",
        "WWW-Authenticate",
        "Proxy-Authenticate",
        "Content-Length",
        "Supported",
        "Require",
        "Proxy-Require",
        "Session-Expires",
        "Min-SE",
        "Server",
        "User-Agent",
    ];
    for (name, value) in from.headers() {
        if !HOP.iter().any(|hop| hop.eq_ignore_ascii_case(name)) {
            to.push(name, value);
        }
    }
    to.body.clone_from(&from.body);
}
