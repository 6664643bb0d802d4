//! Calls: INVITE as caller and as callee, and what happens within (RFC 3261 §13–§15).
//!
//! For the application a call ends once, at once. On the wire more may follow: a CANCEL that waits for
//! the first provisional response, a 200 that crossed it and needs ACK and BYE, a second branch that
//! answers late, a BYE that waits for a new socket. So a session lives on, ended, until
//! [`Session::is_finished`].

mod ack;
mod callee;
mod caller;
mod early;
mod end;
mod farewell;
mod in_dialog;
mod info;
mod privacy;
mod refer;
mod referred;
mod reinvite;
mod reliable;
mod replaced;
mod rescue;
mod timer;

pub use end::{EndKind, EndedBy, SessionEnd};

pub(crate) use in_dialog::answer_options;
pub(crate) use privacy::is_nobody;
pub(crate) use reliable::TAG as RELIABLE;
pub(crate) use rescue::Rescue;
pub(crate) use timer::{SHORTEST, is_too_short};

use self::callee::Ringing;
use self::caller::Calling;
use self::farewell::Farewell;
use self::in_dialog::Unacked;
use self::info::Info;
use self::refer::Refer;
use self::referred::Referred;
use self::reinvite::{Reinvite, Reoffer};
use self::reliable::Prack;
use self::timer::SessionTimer;
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::time::Instant;
use crate::timers::earliest;
use crate::transaction::{ClientKey, News, Outcome};
use crate::user_agent::Event;
use crate::wire::{Headers, RAck, Request};

/// The most ACKs that are kept to be sent again.
const MAX_ACKS: usize = 16;

/// A call, from its INVITE to its end; never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u64);

/// One call.
#[derive(Debug)]
pub(crate) struct Session {
    id: SessionId,
    /// Whether the application was told that it is over.
    ended: bool,
    phase: Phase,
    /// Dialogs to which BYE is being said: ours, and those of branches that answered too late.
    farewells: Vec<Farewell>,
    /// ACKs of ours, to be sent again when their 2xx comes again (§13.2.2.4).
    acks: Vec<SentAck>,
    /// A re-INVITE of ours that was under way when the call ended: its 2xx wants an ACK all the same.
    late: Option<(ClientKey, Dialog, u32)>,
    /// An INVITE that was to replace a dialog and was under way when the call ended: its 2xx wants an
    /// ACK and a BYE.
    unwanted: Option<ClientKey>,
    /// A CANCEL that waits for a new socket, because its INVITE was lost with the old one.
    stranded: Option<(Request, Instant)>,
    /// PRACKs of ours without final response.
    pracks: Vec<Prack>,
}

#[derive(Debug)]
enum Phase {
    /// Our INVITE has no final response.
    Calling(Box<Calling>),
    /// The peer's INVITE has none.
    Ringing(Box<Ringing>),
    /// There is a confirmed dialog, or one that waits for the ACK.
    Answered(Box<Answered>),
    /// What is left is in the other fields.
    Over,
}

/// A call that was answered.
#[derive(Debug)]
struct Answered {
    dialog: Dialog,
    /// Whether the INVITE was ours: then Call-ID is ours too, and with it the longer wait after a
    /// glare (§14.1).
    caller: bool,
    /// A 2xx of ours that has no ACK.
    unacked: Option<Unacked>,
    /// A change that we want.
    ours: Option<Reinvite>,
    /// A change that the peer wants.
    theirs: Option<Reoffer>,
    timer: SessionTimer,
    /// The call is being handed on.
    refer: Option<Refer>,
    /// The numbers of the REFERs whose outcome nobody waits for any more.
    past_refers: Vec<u32>,
    /// An INFO of ours under way.
    info: Option<Info>,
    /// The PRACK that is missing for a provisional response of ours.
    unpracked: Option<RAck>,
    /// The far end wants us to call somebody.
    referred: Option<Referred>,
    /// The dialog has had a REFER of the far end's.
    was_referred: bool,
}

#[derive(Debug)]
struct SentAck {
    key: ClientKey,
    remote_tag: String,
    text: String,
}

impl Session {
    /// Which call this is.
    pub(crate) fn id(&self) -> SessionId {
        self.id
    }

    /// Whether the application was told that it is over.
    pub(crate) fn is_ended(&self) -> bool {
        self.ended
    }

    /// Whether people talk in it.
    pub(crate) fn is_up(&self) -> bool {
        !self.ended && matches!(self.phase, Phase::Answered(_))
    }

    /// Whether nothing is left to do, not even on the wire.
    pub(crate) fn is_finished(&self, endpoint: &Endpoint) -> bool {
        self.ended
            && matches!(self.phase, Phase::Over)
            && self.farewells.is_empty()
            && self.stranded.is_none()
            && self
                .late
                .as_ref()
                .is_none_or(|(key, ..)| !endpoint.transactions.has_client(key))
            && self
                .unwanted
                .as_ref()
                .is_none_or(|key| !endpoint.transactions.has_client(key))
            && self
                .acks
                .iter()
                .all(|ack| !endpoint.transactions.has_client(&ack.key))
    }

    /// Ends the call in the way that its state asks for (§9.1, §15).
    pub(crate) fn hang_up(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if self.ended {
            return;
        }
        match &self.phase {
            Phase::Calling(_) => self.give_up_calling(endpoint, now),
            Phase::Ringing(_) => self.reject(480, None, endpoint, now),
            Phase::Answered(_) => {
                let end = SessionEnd::new(EndedBy::Local, EndKind::Bye);
                self.say_bye(end, endpoint, now);
            }
            Phase::Over => {}
        }
    }

    /// Takes news about a request of ours.
    pub(crate) fn on_outcome(&mut self, outcome: Outcome, endpoint: &mut Endpoint, now: Instant) {
        let Outcome { key, news, .. } = outcome;
        let id = self.id;
        for farewell in &mut self.farewells {
            if farewell.on_news(&key, &news, id, endpoint, now).is_some() {
                self.farewells.retain(|farewell| !farewell.is_done());
                return;
            }
        }
        if let News::Response(response) = &news
            && self.acknowledge_again(&key, response, endpoint)
        {
            return;
        }
        if self.on_prack_news(&key, &news, endpoint, now) {
            return;
        }
        if self.late.as_ref().is_some_and(|(late, ..)| *late == key) {
            self.on_late_news(&news, endpoint, now);
            return;
        }
        if self.unwanted.as_ref() == Some(&key) {
            // Its first response came after it was given up.
            endpoint.give_up(&key, now);
        }
        match &self.phase {
            Phase::Calling(calling) if *calling.key() == key => {
                self.on_invite_news(news, endpoint, now);
            }
            Phase::Answered(answered)
                if answered
                    .ours
                    .as_ref()
                    .is_some_and(|ours| ours.is_request(&key)) =>
            {
                self.on_reinvite_news(news, endpoint, now);
            }
            Phase::Answered(answered)
                if answered
                    .refer
                    .as_ref()
                    .is_some_and(|refer| refer.is_request(&key)) =>
            {
                self.on_refer_news(news, endpoint, now);
            }
            Phase::Answered(answered)
                if answered
                    .info
                    .as_ref()
                    .is_some_and(|info| info.is_request(&key)) =>
            {
                self.on_info_news(news, endpoint, now);
            }
            Phase::Answered(answered)
                if answered
                    .referred
                    .as_ref()
                    .is_some_and(|referred| referred.is_request(&key)) =>
            {
                self.on_notify_news(news, endpoint, now);
            }
            Phase::Answered(answered) if answered.timer.is_request(&key) => {
                self.on_update_news(news, endpoint, now);
            }
            // A 2xx of another branch after the call was answered or is over (§13.2.2.4).
            Phase::Calling(_) | Phase::Ringing(_) | Phase::Answered(_) | Phase::Over => {
                if let News::Response(response) = &news {
                    self.on_other_branch(&key, response, endpoint, now);
                }
            }
        }
    }

    /// There is a new socket.
    pub(crate) fn on_opened(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        for farewell in &mut self.farewells {
            farewell.opened(id, endpoint, now);
        }
        self.send_stranded_cancel(endpoint, now);
        self.continue_reinvite(endpoint, now);
        self.continue_telling(endpoint, now);
    }

    /// The socket is gone. Requests of ours hear of it on their own.
    pub(crate) fn on_lost(&mut self, now: Instant) {
        if let Phase::Ringing(ringing) = &mut self.phase {
            ringing.on_lost(now);
        }
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        let phase = match &self.phase {
            Phase::Ringing(ringing) => ringing.poll_timeout(),
            Phase::Answered(answered) => earliest([
                answered.unacked.as_ref().and_then(Unacked::poll_timeout),
                answered.ours.as_ref().and_then(Reinvite::poll_timeout),
                answered.theirs.as_ref().and_then(Reoffer::poll_timeout),
                answered.timer.poll_timeout().filter(|_| !self.ended),
                answered.refer.as_ref().and_then(Refer::poll_timeout),
                answered.referred.as_ref().and_then(Referred::poll_timeout),
            ]),
            Phase::Calling(_) | Phase::Over => None,
        };
        let farewells = earliest(self.farewells.iter().map(Farewell::poll_timeout));
        let stranded = self.stranded.as_ref().map(|(_, until)| *until);
        earliest([phase, farewells, stranded])
    }

    pub(crate) fn handle_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        for farewell in &mut self.farewells {
            farewell.handle_timeout(now);
        }
        self.farewells.retain(|farewell| !farewell.is_done());
        self.stranded.take_if(|(_, until)| *until <= now);
        self.on_unpracked_timeout(endpoint, now);
        self.on_ringing_timeout(endpoint, now);
        self.on_unacked_timeout(endpoint, now);
        self.on_reinvite_timeout(endpoint, now);
        self.on_session_timeout(endpoint, now);
        self.on_refer_timeout(endpoint, now);
        self.on_referred_timeout(now);
    }

    /// Whether a request of the peer's belongs to this call.
    pub(crate) fn owns(&self, headers: &Headers) -> bool {
        let phase = match &self.phase {
            Phase::Calling(calling) => calling.owns(headers),
            Phase::Ringing(ringing) => ringing.owns(headers),
            Phase::Answered(answered) => answered.dialog.owns(headers),
            Phase::Over => false,
        };
        phase || self.farewells.iter().any(|farewell| farewell.owns(headers))
    }

    /// A session in its first phase.
    fn new(id: SessionId, phase: Phase) -> Self {
        Self {
            id,
            ended: false,
            phase,
            farewells: Vec::new(),
            acks: Vec::new(),
            late: None,
            unwanted: None,
            stranded: None,
            pracks: Vec::new(),
        }
    }

    /// Tells the application, once.
    fn end(&mut self, end: SessionEnd, endpoint: &mut Endpoint) {
        if !self.ended {
            self.ended = true;
            endpoint.emit(Event::Ended { id: self.id, end });
        }
    }

    /// The answered call, or why there is none.
    fn answered(&mut self) -> Result<&mut Answered, Error> {
        match &mut self.phase {
            _ if self.ended => Err(Error::UnknownSession),
            Phase::Answered(answered) => Ok(answered),
            Phase::Calling(_) | Phase::Ringing(_) => Err(Error::WrongState),
            Phase::Over => Err(Error::UnknownSession),
        }
    }
}
