//! Calls: INVITE as caller and as callee, and the requests within a call (RFC 3261 §13–§15).
//!
//! The application gets the end of a call once and immediately. On the wire more may follow: a
//! CANCEL that waits for the first provisional response, a 200 that crossed the CANCEL and needs
//! ACK and BYE, a second branch that answers late, a BYE that waits for a new socket. So an ended
//! session stays in memory until [`Session::is_finished`].

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
mod reoffer;
mod replaced;
mod rescue;
mod timer;

pub use end::{EndKind, EndedBy, SessionEnd};

pub(crate) use in_dialog::answer_options;
pub(crate) use privacy::is_anonymous;
pub(crate) use reliable::TAG as RELIABLE;
pub(crate) use rescue::Rescue;
pub(crate) use timer::{MIN_INTERVAL, is_too_short};

use self::callee::Ringing;
use self::caller::Calling;
use self::farewell::Farewell;
use self::in_dialog::Unacked;
use self::info::Info;
use self::refer::Refer;
use self::referred::Referred;
use self::reinvite::Reinvite;
use self::reliable::Prack;
use self::reoffer::Reoffer;
use self::timer::SessionTimer;
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::time::Instant;
use crate::timers::earliest;
use crate::transaction::{ClientKey, News, Outcome};
use crate::user_agent::Event;
use crate::wire::{Headers, RAck, Request};

/// The most ACKs of one call that are stored to be sent again.
const MAX_ACKS: usize = 16;

/// The id of a call; never used again for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u64);

/// One call.
#[derive(Debug)]
pub(crate) struct Session {
    id: SessionId,
    /// Whether the application was told that it is over.
    ended: bool,
    phase: Phase,
    /// Dialogs that we are ending with BYE: that of the call, and those of branches that answered
    /// too late.
    farewells: Vec<Farewell>,
    /// ACKs that we sent; each is sent again when its 2xx comes again (§13.2.2.4).
    acks: Vec<SentAck>,
    /// A re-INVITE of ours that was under way when the call ended, with its dialog and CSeq number:
    /// its 2xx still needs an ACK.
    late_reinvite: Option<(ClientKey, Dialog, u32)>,
    /// An INVITE with Replaces that was under way when the call ended: its 2xx needs an ACK and a
    /// BYE.
    unwanted_invite: Option<ClientKey>,
    /// A CANCEL that waits for a new socket, because the responses to its INVITE were lost with the
    /// old one.
    stranded_cancel: Option<StrandedCancel>,
    /// PRACKs of ours without final response.
    pracks: Vec<Prack>,
}

#[derive(Debug)]
enum Phase {
    /// Our INVITE has no final response.
    Calling(Box<Calling>),
    /// The peer's INVITE has no final response.
    Ringing(Box<Ringing>),
    /// A 2xx was sent or received; ours may still wait for its ACK.
    Answered(Box<Answered>),
    /// The call is over; what remains to be sent is in the other fields of [`Session`].
    Over,
}

/// A call that was answered.
#[derive(Debug)]
struct Answered {
    dialog: Dialog,
    /// Whether the INVITE was ours. Then we own the Call-ID and wait longer after a glare (§14.1).
    caller: bool,
    /// Our 2xx without ACK so far.
    unacked: Option<Unacked>,
    /// Our change (re-INVITE), waiting or under way.
    ours: Option<Reinvite>,
    /// The peer's change that the application has not answered.
    theirs: Option<Reoffer>,
    timer: SessionTimer,
    /// Our transfer of this call, under way.
    refer: Option<Refer>,
    /// The CSeq numbers of finished REFERs: NOTIFYs about them are refused.
    past_refers: Vec<u32>,
    /// An INFO of ours under way.
    info: Option<Info>,
    /// What the PRACK for our last reliable provisional response has to name, if it is still
    /// missing.
    unpracked: Option<RAck>,
    /// The far end's request (REFER) that we call somebody, not finished.
    referred: Option<Referred>,
    /// Whether the far end has sent a REFER in this dialog before.
    was_referred: bool,
}

#[derive(Debug)]
struct StrandedCancel {
    key: ClientKey,
    request: Request,
    give_up: Instant,
}

#[derive(Debug)]
struct SentAck {
    key: ClientKey,
    remote_tag: String,
    text: String,
}

impl Session {
    /// The call's id.
    pub(crate) fn id(&self) -> SessionId {
        self.id
    }

    /// Whether the application was told that it is over.
    pub(crate) fn is_ended(&self) -> bool {
        self.ended
    }

    /// Whether the call is answered and not over.
    pub(crate) fn is_up(&self) -> bool {
        !self.ended && matches!(self.phase, Phase::Answered(_))
    }

    /// Whether nothing is left to do, on the wire included, so that the session can be dropped.
    pub(crate) fn is_finished(&self, endpoint: &Endpoint) -> bool {
        self.ended
            && matches!(self.phase, Phase::Over)
            && self.farewells.is_empty()
            && self.stranded_cancel.is_none()
            && self
                .late_reinvite
                .as_ref()
                .is_none_or(|(key, ..)| !endpoint.transactions.has_client(key))
            && self
                .unwanted_invite
                .as_ref()
                .is_none_or(|key| !endpoint.transactions.has_client(key))
            && self
                .acks
                .iter()
                .all(|ack| !endpoint.transactions.has_client(&ack.key))
    }

    /// Ends the call in the way that its state requires (§9.1, §15).
    pub(crate) fn hang_up(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if self.ended {
            return;
        }
        match &self.phase {
            Phase::Calling(_) => self.give_up_calling(endpoint, now),
            Phase::Ringing(_) => self.reject(480, None, endpoint, now),
            Phase::Answered(_) => {
                let end = SessionEnd::new(EndedBy::Local, EndKind::Bye);
                self.end_with_bye(end, endpoint, now);
            }
            Phase::Over => {}
        }
    }

    /// Handles the outcome of a request of ours.
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
        if self
            .late_reinvite
            .as_ref()
            .is_some_and(|(late, ..)| *late == key)
        {
            self.on_late_news(&news, endpoint, now);
            return;
        }
        if self.unwanted_invite.as_ref() == Some(&key) {
            // The first response came after the call ended, so it can be cancelled only now.
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

    /// A new socket is open.
    pub(crate) fn on_opened(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        for farewell in &mut self.farewells {
            farewell.try_send(id, endpoint, now);
        }
        self.send_stranded_cancel(endpoint, now);
        self.continue_reinvite(endpoint, now);
        self.send_next_notify(endpoint, now);
    }

    /// The socket is lost. Our requests get [`News::TransportLost`] in addition.
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
        let stranded = self.stranded_cancel.as_ref().map(|cancel| cancel.give_up);
        earliest([phase, farewells, stranded])
    }

    pub(crate) fn handle_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        for farewell in &mut self.farewells {
            farewell.handle_timeout(now);
        }
        self.farewells.retain(|farewell| !farewell.is_done());
        self.stranded_cancel.take_if(|cancel| cancel.give_up <= now);
        self.on_unpracked_timeout(endpoint, now);
        self.on_ringing_timeout(endpoint, now);
        self.on_unacked_timeout(endpoint, now);
        self.on_reoffer_timeout(endpoint, now);
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

    /// A new session in the given phase.
    fn new(id: SessionId, phase: Phase) -> Self {
        Self {
            id,
            ended: false,
            phase,
            farewells: Vec::new(),
            acks: Vec::new(),
            late_reinvite: None,
            unwanted_invite: None,
            stranded_cancel: None,
            pracks: Vec::new(),
        }
    }

    /// Reports the end to the application, once.
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
