//! What goes in and comes out of a user agent.

use crate::message_summary::MessageSummary;
use crate::session::{SessionEnd, SessionId};
use crate::time::Instant;
use crate::wire::{Headers, NameAddr, Replaces, Uri};

/// What happened to the socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportEvent {
    /// The WebSocket is open, sub-protocol `sip` agreed.
    Opened,
    /// A text or binary message arrived.
    Message(Vec<u8>),
    /// The socket was closed or could not be opened. Not to be reported for a socket that
    /// [`Transmit::Disconnect`] gave up.
    Closed {
        /// The WebSocket close code, 1006 where there was none.
        code: u16,
        /// Whether the closing handshake was done.
        clean: bool,
    },
}

/// What the shell has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transmit {
    /// Open a WebSocket with sub-protocol `sip`; there is at most one at a time.
    Connect {
        /// One of the configured servers.
        url: String,
    },
    /// Send one text message.
    Send(String),
    /// Close the socket, whether it is open or still opening, and forget it.
    Disconnect,
}

/// A call to place.
#[derive(Clone, Debug)]
pub struct Invite {
    /// The Request-URI and To.
    pub target: Uri,
    /// The SDP offer.
    pub offer: String,
    /// Further headers, such as a provider's `X-…`. `Privacy: id` among them makes From anonymous;
    /// P-Preferred-Identity then tells our server alone who calls (RFC 3325).
    pub headers: Vec<(String, String)>,
    /// The dialog that the call is to replace at the far end (RFC 3891).
    pub replaces: Option<Replaces>,
}

impl Invite {
    /// Whether somebody else asked for this call (it has Referred-By).
    pub(crate) fn is_referred(&self) -> bool {
        let asked = |(name, _): &(String, String)| name.eq_ignore_ascii_case("Referred-By");
        self.headers.iter().any(asked)
    }
}

/// A call that the far end asks us to make, by REFER (RFC 3515).
#[derive(Clone, Debug, PartialEq)]
pub struct Referral {
    /// Whom to call: a `sip:`, `sips:` or `tel:` URI without headers.
    pub to: NameAddr,
    /// The dialog that the new call is to replace at its far end.
    pub replaces: Option<Replaces>,
    /// Who asks for it (RFC 3892): claimed, not verified.
    pub by: NameAddr,
}

/// Why a call is diverted (RFC 5806 §4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diversion {
    /// The person saw it ring and diverted it.
    Deflection,
    /// Every call is diverted.
    Unconditional,
}

impl Diversion {
    /// The value of Diversion's `reason`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Deflection => "deflection",
            Self::Unconditional => "unconditional",
        }
    }
}

/// What happened.
#[expect(
    clippy::large_enum_variant,
    reason = "a call has few events and each is taken at once"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The registration changed.
    Registration(RegistrationEvent),
    /// Somebody calls.
    Incoming {
        /// The new call.
        id: SessionId,
        /// From: claimed by the caller, not verified.
        from: NameAddr,
        /// P-Asserted-Identity: vouched for by our server (RFC 3325).
        asserted: Option<NameAddr>,
        /// To: who was called.
        to: NameAddr,
        /// The Request-URI: the address at which the call reached us.
        request_uri: Uri,
        /// The SDP offer. `None`: the caller wants our offer in the 200.
        offer: Option<String>,
        /// The call of ours that this one replaces (RFC 3891). The application accepts the new call
        /// without ringing and then hangs up the old one.
        replaces: Option<SessionId>,
        /// All headers of the INVITE, raw.
        headers: Headers,
    },
    /// A provisional response other than 100 to a call of ours.
    Progress {
        /// The call.
        id: SessionId,
        /// 101–199. With 199 this branch is over (RFC 6228); others may go on ringing.
        status: u16,
        /// SDP for early media.
        sdp: Option<String>,
        /// The To tag: each forked branch has its own; empty if there was none.
        early_dialog: String,
        /// All headers of the response, raw.
        headers: Headers,
    },
    /// A call of ours was answered; the ACK is sent.
    Accepted {
        /// The call.
        id: SessionId,
        /// The SDP answer of the 2xx, or the last one of the same early dialog.
        sdp: Option<String>,
        /// All headers of the 2xx, raw.
        headers: Headers,
    },
    /// The ACK for our answer arrived.
    Confirmed {
        /// The call.
        id: SessionId,
        /// The SDP answer, if our 2xx had the offer.
        sdp: Option<String>,
    },
    /// The peer wants to change the call (re-INVITE or UPDATE): answer with
    /// [`answer_reinvite`](crate::UserAgent::answer_reinvite) within 20 s, else it is refused.
    Reoffer {
        /// The call.
        id: SessionId,
        /// The SDP offer. `None`: the peer wants our offer in the 200, and its answer comes with
        /// [`Event::Confirmed`].
        offer: Option<String>,
    },
    /// Our server names the far end of an answered call, in a re-INVITE or UPDATE that we take: it may be
    /// another one than before, where the server has transferred the call. Comes before the
    /// [`Event::Reoffer`] of the same request.
    Identified {
        /// The call.
        id: SessionId,
        /// All headers of the request, raw; P-Asserted-Identity (RFC 3325) or its older
        /// Remote-Party-ID is among them.
        headers: Headers,
    },
    /// The session needs a refresh (RFC 4028), and the peer does not accept UPDATE: the application
    /// calls [`reinvite`](crate::UserAgent::reinvite) with the description in effect. Repeated
    /// every 5 s until that is done. Without a refresh the call ends when the session expires.
    RefreshDue {
        /// The call.
        id: SessionId,
    },
    /// Our [`reinvite`](crate::UserAgent::reinvite) is done.
    ReinviteDone {
        /// The call.
        id: SessionId,
        /// The SDP answer, or the status that refused it. 491: the peer's own change came first;
        /// roll our offer back, answer theirs, then offer again. 408: no final response.
        result: Result<String, u16>,
    },
    /// A provisional result of our [`transfer`](crate::UserAgent::transfer), reported by the far
    /// end (RFC 3515).
    TransferProgress {
        /// The call that is handed on.
        id: SessionId,
        /// 100–199.
        status: u16,
    },
    /// Our [`transfer`](crate::UserAgent::transfer) is done. The call is still up after either
    /// outcome. After a success the application hangs it up, unless the far end does so first.
    TransferDone {
        /// The call that is handed on.
        id: SessionId,
        /// Success, or the status that it failed with. 408: no outcome in time.
        result: Result<(), u16>,
    },
    /// The far end asks us to call somebody (REFER) and waits for
    /// [`tell_referrer`](crate::UserAgent::tell_referrer). The engine places no call by itself: a
    /// person has to agree first. Each call has at most one such request at a time.
    TransferRequested {
        /// The call in which the REFER came.
        id: SessionId,
        /// The call to be made.
        referral: Referral,
    },
    /// The far end asked by REFER for something that is no call, such as another scheme or method.
    /// It was declined (603).
    TransferDeclined {
        /// The call.
        id: SessionId,
        /// Whom.
        to: NameAddr,
    },
    /// How many voice messages wait (RFC 3842); repeated with each notification.
    MessageWaiting {
        /// What the server reports.
        summary: MessageSummary,
        /// Whether the NOTIFY belongs to our subscription. If not, anybody in the account's domain
        /// may have sent it.
        solicited: bool,
    },
    /// Our [`info`](crate::UserAgent::info) is done.
    InfoDone {
        /// The call.
        id: SessionId,
        /// Success, or the status that it failed with. 408: no final response. 503: the socket was
        /// lost.
        result: Result<(), u16>,
    },
    /// The call is over. Comes exactly once per call, as its last event.
    Ended {
        /// The call.
        id: SessionId,
        /// How.
        end: SessionEnd,
    },
}

/// The state of connection and registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistrationEvent {
    /// Not started, or stopped and (as far as the server answered) unregistered.
    Unregistered,
    /// The socket is being opened or the first REGISTER is under way.
    Connecting,
    /// Registered: incoming calls reach us.
    Registered {
        /// The expiry that the server granted, in seconds.
        expires: u32,
    },
    /// Not registered; the engine makes the next attempt by itself.
    Recovering {
        /// When the next attempt starts.
        retry_at: Instant,
        /// What went wrong.
        why: RecoveryCause,
    },
    /// No further attempt until [`start`](crate::UserAgent::start), because the account's settings
    /// have to be changed first. After a registration that was granted, this comes only if the
    /// password is refused twice, minutes apart; for other refusals see [`RecoveryCause::Refused`].
    Failed {
        /// What went wrong.
        cause: FailureCause,
        /// The final status of REGISTER.
        code: u16,
    },
}

/// Why the registration is being tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryCause {
    /// The socket did not open: wrong URL, no server, TLS, or no sub-protocol `sip`. The browser
    /// does not say which.
    CannotConnect {
        /// The close code; 0 where the attempt took longer than 10 s.
        code: u16,
    },
    /// An open socket was closed.
    ConnectionLost {
        /// The close code.
        code: u16,
    },
    /// The keep-alive was not answered.
    KeepAliveUnanswered,
    /// REGISTER was not answered.
    NoAnswer,
    /// REGISTER was not answered, but something came that is not SIP, or our own request back.
    NotSip,
    /// The server cannot serve us now (5xx, 408, 430, 480).
    ServerError {
        /// Its status.
        code: u16,
    },
    /// The server refuses a registration that it granted before. Its database may be unavailable,
    /// or a guard against password guessing may block us. The next attempt follows after minutes,
    /// not seconds.
    Refused {
        /// The cause that [`RegistrationEvent::Failed`] would give for a first registration.
        cause: FailureCause,
        /// The final status of REGISTER.
        code: u16,
    },
}

/// Why the registration was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureCause {
    /// The credentials were refused.
    WrongPassword,
    /// The challenges cannot be read or need a digest algorithm that we do not support.
    UnsupportedChallenge,
    /// 403.
    Forbidden,
    /// 404, 410, 604: the server does not know the user or the domain.
    UnknownUser,
    /// Any other final status.
    Rejected,
}
