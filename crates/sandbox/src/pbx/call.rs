//! What the PBX knows of one call, whatever sits at its ends.

use std::fmt;

use crate::dialplan::{Sound, Step};
use crate::sip::Message;
use crate::time::{Duration, Time};

use super::leg::LegId;
use super::record::Link;

/// The most digits that are kept of a call.
const MAX_DIGITS: usize = 256;

/// Names a call in effects, in the state page and in the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CallId(pub(crate) u64);

impl fmt::Display for CallId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How far a call is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CallState {
    /// Nobody has rung yet.
    Trying,
    /// 180 went by.
    Ringing,
    /// 183 with sound went by.
    EarlyMedia,
    /// 2xx went by.
    Answered,
    /// Over.
    Ended,
}

impl CallState {
    /// As the state page names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Trying => "trying",
            Self::Ringing => "ringing",
            Self::EarlyMedia => "early-media",
            Self::Answered => "answered",
            Self::Ended => "ended",
        }
    }
}

/// Who ended a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// The side that called.
    Caller,
    /// The side that was called.
    Callee,
    /// The PBX itself: time-out, lost socket, API.
    Pbx,
}

impl By {
    /// As the state page names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Caller => "caller",
            Self::Callee => "callee",
            Self::Pbx => "pbx",
        }
    }
}

/// How a call ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct End {
    /// Who ended it.
    pub(crate) by: By,
    /// The final status where there was no answer.
    pub(crate) status: Option<u16>,
    /// The `Reason` field that came with it, or words of ours.
    pub(crate) reason: Option<String>,
}

/// A digit that the PBX has heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digit {
    /// `0-9*#A-D`
    pub(crate) digit: char,
    /// `rtp` (RFC 4733) or `info`.
    pub(crate) via: &'static str,
}

/// How the PBX gives up a call that it has placed and nobody has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum GiveUp {
    /// The caller hangs up: a missed call.
    #[default]
    GivesUp,
    /// Another phone took it: `Reason: SIP;cause=200`, no missed call (RFC 3326).
    Elsewhere,
    /// Another phone declined it: `Reason: SIP;cause=603`.
    DeclinedElsewhere,
}

impl GiveUp {
    /// The `Reason` field of the CANCEL.
    pub(crate) fn reason(self) -> Option<&'static str> {
        match self {
            Self::GivesUp => None,
            Self::Elsewhere => Some("SIP;cause=200;text=\"Call completed elsewhere\""),
            Self::DeclinedElsewhere => Some("SIP;cause=603;text=\"Declined\""),
        }
    }
}

/// What the sandbox waits for from its media engine.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MediaWait {
    /// SDP for the INVITE that came: the script starts then.
    Script,
    /// SDP for the INVITE that goes out: the phones are rung then.
    Placing,
    /// The answer to a re-INVITE or UPDATE of the phone's.
    Reoffer(Box<Message>),
    /// The offer of a re-INVITE of ours.
    Hold,
}

/// The sandbox itself at one end of the call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bot {
    /// What it does, if it was called.
    pub(crate) script: &'static [Step],
    /// What it plays, if it calls.
    pub(crate) then: Sound,
    /// How long it talks after an answer, if it calls; without, until the phone hangs up.
    pub(crate) talk: Option<Duration>,
    /// Whether a media session has been started.
    pub(crate) has_media: bool,
    /// Our SDP for the first INVITE.
    pub(crate) sdp: Option<String>,
    /// What the media engine is asked for at the moment.
    pub(crate) waits: Option<MediaWait>,
    /// ICE and DTLS are up.
    pub(crate) connected: bool,
    /// RTP packets of audio that came and went.
    pub(crate) packets: (u64, u64),
}

impl Bot {
    /// A far end that plays a script.
    pub(crate) fn scripted(script: &'static [Step]) -> Self {
        Self::new(script, Sound::Silence, None)
    }

    /// A far end that calls and, when answered, sounds like `then` for `talk`.
    pub(crate) fn calling(then: Sound, talk: Option<Duration>) -> Self {
        Self::new(&[], then, talk)
    }

    fn new(script: &'static [Step], then: Sound, talk: Option<Duration>) -> Self {
        Self {
            script,
            then,
            talk,
            has_media: false,
            sdp: None,
            waits: None,
            connected: false,
            packets: (0, 0),
        }
    }
}

/// One call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Call {
    /// The caller's number.
    pub(crate) from: String,
    /// The caller's name.
    pub(crate) name: Option<String>,
    /// What was dialled.
    pub(crate) to: String,
    /// The phone that sent the INVITE; absent where the sandbox calls.
    pub(crate) caller: Option<LegId>,
    /// The phones that were rung; empty where the sandbox is called.
    pub(crate) callees: Vec<LegId>,
    /// The phone that took the call.
    pub(crate) winner: Option<LegId>,
    /// The sandbox at one end; absent between two phones.
    pub(crate) bot: Option<Bot>,
    pub(crate) state: CallState,
    pub(crate) started: Time,
    pub(crate) answered: Option<Time>,
    pub(crate) ended: Option<(Time, End)>,
    pub(crate) digits: Vec<Digit>,
    /// How an outgoing call is given up.
    pub(crate) give_up: GiveUp,
    /// The best (lowest) failure of the phones rung so far (RFC 3261 §16.7).
    pub(crate) best_failure: Option<(u16, String)>,
    /// What ties it to a provider; absent where no provider has a part in it.
    pub(crate) link: Option<Box<Link>>,
    /// Header fields that the API asked for on the INVITE.
    pub(crate) extra: Vec<(String, String)>,
    /// The INVITE's header fields and body, for the phones that it is passed on to.
    pub(crate) passed_on: Option<Box<Message>>,
}

impl Call {
    /// A call that starts now.
    pub(crate) fn new(from: &str, name: Option<&str>, to: &str, now: Time) -> Self {
        Self {
            from: from.to_owned(),
            name: name.map(str::to_owned),
            to: to.to_owned(),
            caller: None,
            callees: Vec::new(),
            winner: None,
            bot: None,
            state: CallState::Trying,
            started: now,
            answered: None,
            ended: None,
            digits: Vec::new(),
            give_up: GiveUp::default(),
            best_failure: None,
            link: None,
            extra: Vec::new(),
            passed_on: None,
        }
    }

    /// The leg at the other end of a call between two phones.
    pub(crate) fn other(&self, leg: LegId) -> Option<LegId> {
        if self.caller == Some(leg) {
            self.winner
        } else {
            self.caller
        }
    }

    /// Who sits at that leg.
    pub(crate) fn side(&self, leg: LegId) -> By {
        if self.caller == Some(leg) {
            By::Caller
        } else {
            By::Callee
        }
    }

    /// Keeps a digit for the state page.
    pub(crate) fn add_digit(&mut self, digit: Digit) {
        if self.digits.len() < MAX_DIGITS {
            self.digits.push(digit);
        }
    }

    /// Whether nothing more can happen in it.
    pub(crate) fn is_over(&self) -> bool {
        self.state == CallState::Ended
    }
}
