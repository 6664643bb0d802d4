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
    /// The socket is closed or never opened. Not to be told about a socket that
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
    /// Further headers, such as a provider's `X-…`. With `Privacy: id` among them From names nobody, and
    /// P-Preferred-Identity tells our server who calls (RFC 3325).
    pub headers: Vec<(String, String)>,
    /// The dialog whose place it is to take at the far end (RFC 3891).
    pub replaces: Option<Replaces>,
}

impl Invite {
    /// Whether it is made because somebody else asked for it.
    pub(crate) fn is_for_another(&self) -> bool {
        let asked = |(name, _): &(String, String)| name.eq_ignore_ascii_case("Referred-By");
        self.headers.iter().any(asked)
    }
}

/// A call that the far end of another one asks for (RFC 3515).
#[derive(Clone, Debug, PartialEq)]
pub struct Referral {
    /// Whom: a `sip:`, `sips:` or `tel:` URI without headers.
    pub to: NameAddr,
    /// The dialog whose place the call is to take there.
    pub replaces: Option<Replaces>,
    /// Who asks (RFC 3892): claimed, not proved.
    pub by: NameAddr,
}

/// Why a call is sent on (RFC 5806 §4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diversion {
    /// The person saw it ring and sent it on.
    Deflection,
    /// Every call is sent on.
    Unconditional,
}

impl Diversion {
    /// The value of `reason`.
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
        /// From: claimed by the caller.
        from: NameAddr,
        /// P-Asserted-Identity: vouched for by our server (RFC 3325).
        asserted: Option<NameAddr>,
        /// Who was called.
        to: NameAddr,
        /// The address at which it reached us.
        request_uri: Uri,
        /// The SDP offer; `None` asks for ours in the answer.
        offer: Option<String>,
        /// The call of ours whose place it is to take (RFC 3891): to be accepted without ringing, and
        /// the other one to be hung up then.
        replaces: Option<SessionId>,
        /// All headers of the INVITE, raw.
        headers: Headers,
    },
    /// A provisional response other than 100 to a call of ours.
    Progress {
        /// The call.
        id: SessionId,
        /// 101–199; 199: this branch is over (RFC 6228), others may ring on.
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
        /// The SDP answer: of the 2xx, or the last of the same early dialog.
        sdp: Option<String>,
        /// All headers of the 2xx, raw.
        headers: Headers,
    },
    /// The ACK for our answer arrived.
    Confirmed {
        /// The call.
        id: SessionId,
        /// The SDP answer, where our 2xx held the offer.
        sdp: Option<String>,
    },
    /// The peer wants to change the call (re-INVITE or UPDATE): answer with
    /// [`answer_reinvite`](crate::UserAgent::answer_reinvite) within 20 s, else it is refused.
    Reoffer {
        /// The call.
        id: SessionId,
        /// The SDP offer; `None` asks for ours, its answer comes with [`Event::Confirmed`].
        offer: Option<String>,
    },
    /// The session timer wants a refresh (RFC 4028), and the peer takes no UPDATE:
    /// [`reinvite`](crate::UserAgent::reinvite) with what is in effect. Told again every 5 s until it is
    /// done; without one the call ends when the session expires.
    RefreshDue {
        /// The call.
        id: SessionId,
    },
    /// Our [`reinvite`](crate::UserAgent::reinvite) is done.
    ReinviteDone {
        /// The call.
        id: SessionId,
        /// The SDP answer, or the status that refused it. 491: the peer's own change came first;
        /// take back the offer, answer theirs, then offer anew. 408: nobody answered.
        result: Result<String, u16>,
    },
    /// Where the far end has got to with our [`transfer`](crate::UserAgent::transfer) (RFC 3515).
    TransferProgress {
        /// The call that is handed on.
        id: SessionId,
        /// 100–199.
        status: u16,
    },
    /// Our [`transfer`](crate::UserAgent::transfer) is done. The call is still up, for either outcome:
    /// after a success it is hung up by the application, unless the far end does.
    TransferDone {
        /// The call that is handed on.
        id: SessionId,
        /// Or the status that it failed with; 408: no outcome in time.
        result: Result<(), u16>,
    },
    /// The far end asks us to call somebody (REFER) and waits for
    /// [`tell_referrer`](crate::UserAgent::tell_referrer). Nothing is called by itself: a person has to
    /// agree. At most one at a time in each call.
    TransferRequested {
        /// The call in which it is asked.
        id: SessionId,
        /// The call that it is about.
        referral: Referral,
    },
    /// The far end wanted something of us (REFER) that no call can be made of, and was declined (603).
    TransferDeclined {
        /// The call.
        id: SessionId,
        /// Whom.
        to: NameAddr,
    },
    /// How many voice messages wait (RFC 3842); told with each notification.
    MessageWaiting {
        /// The server's words.
        summary: MessageSummary,
        /// It belongs to our subscription. Else anybody of the account's domain may have sent it.
        solicited: bool,
    },
    /// Our [`info`](crate::UserAgent::info) is done.
    InfoDone {
        /// The call.
        id: SessionId,
        /// Or the status that refused it; 408: nobody answered, 503: the socket was lost under it.
        result: Result<(), u16>,
    },
    /// The call is over; exactly once per call, and the last event of it.
    Ended {
        /// The call.
        id: SessionId,
        /// How.
        end: SessionEnd,
    },
}

/// How it stands with connection and registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegistrationEvent {
    /// Not started, or stopped and (as far as the server answered) unregistered.
    Unregistered,
    /// The socket is being opened or the first REGISTER is under way.
    Connecting,
    /// Calls can come.
    Registered {
        /// What the server granted, in seconds.
        expires: u32,
    },
    /// The next attempt comes by itself.
    Recovering {
        /// When the next attempt starts.
        retry_at: Instant,
        /// What went wrong.
        why: RecoveryCause,
    },
    /// No further attempt until [`start`](crate::UserAgent::start): something has to be changed first.
    /// A registration that was granted before comes here only when the password is refused twice,
    /// minutes apart; for other refusals see [`RecoveryCause::Refused`].
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
    /// The server cannot serve us now (5xx, 408, 480).
    ServerError {
        /// Its status.
        code: u16,
    },
    /// The server refuses what it granted before: its database may be away, or a guard against
    /// guessing in the way. Tried again after minutes, not seconds.
    Refused {
        /// As what it would end a first registration.
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
    /// Only digest algorithms that we do not speak, or no readable challenge.
    UnsupportedChallenge,
    /// 403.
    Forbidden,
    /// 404, 410, 604: the server does not know the user or the domain.
    UnknownUser,
    /// Any other final status.
    Rejected,
}
