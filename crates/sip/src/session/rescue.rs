//! A call whose dialog is gone, asked for anew: INVITE with Replaces (RFC 3891).
//!
//! After a socket was lost the call is refreshed by a re-INVITE. Whoever answers it with 481 (or not at
//! all) knows no such dialog, but the far end itself may be there still: a new INVITE that names the old
//! dialog lets it carry on.

use super::{Answered, EndKind, EndedBy, Phase, Session, SessionEnd, privacy};
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::session::caller::sdp_of;
use crate::session::timer::SessionTimer;
use crate::time::Instant;
use crate::timers::PATIENCE;
use crate::transaction::News;
use crate::user_agent::Event;
use crate::wire::{Method, NameAddr, Request, Response, Uri};

/// What is done where a re-INVITE finds the dialog gone.
#[derive(Debug)]
pub(crate) enum Rescue {
    /// The call ends.
    None,
    /// A new dialog is asked for.
    Wanted,
    /// It is being asked for.
    Replacing(Box<Replacing>),
}

/// An INVITE with Replaces.
#[derive(Debug)]
pub(crate) struct Replacing {
    /// Where it goes next, last first.
    targets: Vec<Uri>,
    target: Uri,
    replaces: String,
    from: NameAddr,
    call_id: String,
    seq: u32,
    /// Whether CANCEL may be sent (RFC 3261 §9.1).
    provisional: bool,
    give_up: Instant,
}

impl Rescue {
    /// The request in place of a re-INVITE, with its number; `None` where it is to be a re-INVITE.
    pub(super) fn request(
        &mut self,
        dialog: &Dialog,
        endpoint: &Endpoint,
    ) -> Option<(Request, u32)> {
        let Self::Replacing(replacing) = self else {
            return None;
        };
        replacing.seq += 1;
        let to = NameAddr::new(dialog.remote_address().clone());
        let mut request = endpoint.request(
            Method::Invite,
            &replacing.target,
            &replacing.from,
            &to,
            &replacing.call_id,
            replacing.seq,
        );
        request.headers.push("Replaces", replacing.replaces.clone());
        // Whoever does not know the header must not ring anew.
        request.headers.push("Require", "replaces");
        if privacy::is_nobody(&replacing.from.uri) {
            request.headers.push("Privacy", "id");
            privacy::prefer_identity(&mut request, endpoint);
        }
        Some((request, replacing.seq))
    }

    /// How long a request in place of a re-INVITE may go without a final response.
    pub(super) fn give_up(&self) -> Option<Instant> {
        match self {
            Self::Replacing(replacing) => Some(replacing.give_up),
            Self::None | Self::Wanted => None,
        }
    }
}

impl Session {
    /// Whether a new dialog is being asked for in place of one that is gone.
    pub(super) fn is_replacing(&self) -> bool {
        matches!(
            &self.phase,
            Phase::Answered(answered)
                if answered
                    .ours
                    .as_ref()
                    .is_some_and(|ours| matches!(ours.rescue(), Rescue::Replacing(_)))
        )
    }

    /// The dialog is gone: asks for a new one, where that is wanted. `false` if nothing can be done.
    pub(super) fn replace(&mut self, endpoint: &mut Endpoint, now: Instant) -> bool {
        let call_id = endpoint.token(20);
        let Phase::Answered(answered) = &mut self.phase else {
            return false;
        };
        // Who did not want to be shown in the first place does not want it now.
        let from = if privacy::is_nobody(answered.dialog.local_address()) {
            privacy::from_nobody(endpoint)
        } else {
            endpoint.from()
        };
        let Some(ours) = &mut answered.ours else {
            return false;
        };
        let Some(replaces) = answered.dialog.as_replaces() else {
            return false;
        };
        if !matches!(ours.rescue(), Rescue::Wanted) {
            return false;
        }
        let mut address = answered.dialog.remote_address().clone();
        address.headers.clear();
        let replacing = Replacing {
            targets: vec![address],
            target: answered.dialog.remote_target().clone(),
            replaces,
            from,
            call_id,
            seq: 0,
            provisional: false,
            give_up: now + PATIENCE,
        };
        ours.replace_with(Rescue::Replacing(Box::new(replacing)), now);
        self.continue_reinvite(endpoint, now);
        true
    }

    pub(super) fn on_replacing_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        let response = match news {
            News::Response(response) => response,
            News::TimedOut => {
                self.rescue_failed(408, endpoint, now);
                return;
            }
            News::TransportLost => {
                self.postpone_reinvite(None, now);
                return;
            }
        };
        match response.status {
            ..200 => {
                if let Some(replacing) = self.replacing() {
                    replacing.provisional = true;
                }
            }
            200..300 => self.on_replaced(&response, endpoint, now),
            401 | 407 => self.on_reinvite_challenged(&response, endpoint, now),
            status => self.rescue_failed(status, endpoint, now),
        }
        // A challenge that could not be met leaves nothing to wait for.
        if matches!(response.status, 401 | 407)
            && matches!(&self.phase, Phase::Answered(answered) if answered.ours.is_none())
        {
            self.gone(response.status, endpoint, now);
        }
    }

    pub(super) fn on_replacing_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if self
            .replacing()
            .is_some_and(|replacing| replacing.give_up <= now)
        {
            self.drop_replacing(endpoint, now);
            self.gone(408, endpoint, now);
        }
    }

    /// One place did not bring the call back. 481 and 420 are final: whoever said so knows of no such
    /// call, and ringing them anew is not what anybody wants.
    pub(super) fn rescue_failed(&mut self, status: u16, endpoint: &mut Endpoint, now: Instant) {
        let settled = matches!(status, 420 | 481 | 486 | 600..);
        let next = self
            .replacing()
            .filter(|replacing| !settled && replacing.give_up > now)
            .and_then(|replacing| replacing.targets.pop().map(|next| (next, replacing)));
        match next {
            Some((next, replacing)) => {
                replacing.target = next;
                replacing.provisional = false;
                self.postpone_reinvite(None, now);
                self.continue_reinvite(endpoint, now);
            }
            None => {
                self.finish_reinvite(Err(status), endpoint);
                self.gone(status, endpoint, now);
            }
        }
    }

    /// The call ends under an INVITE that was to bring it back.
    pub(super) fn drop_replacing(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if !self.is_replacing() {
            return;
        }
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(ours) = answered.ours.take() else {
            return;
        };
        let provisional =
            matches!(ours.rescue(), Rescue::Replacing(replacing) if replacing.provisional);
        if let Some(key) = ours.key() {
            if provisional {
                endpoint.cancel(key, now);
            }
            self.unwanted = Some(key.clone());
        }
    }

    /// The far end took the new dialog in place of the old one.
    fn on_replaced(&mut self, response: &Response, endpoint: &mut Endpoint, now: Instant) {
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(key) = answered.ours.as_ref().and_then(|ours| ours.key()).cloned() else {
            return;
        };
        let request = endpoint.transactions.request(&key).cloned();
        let dialog = request
            .as_ref()
            .and_then(|request| Dialog::as_caller(request, response).ok());
        let (Some(request), Some(dialog)) = (request, dialog) else {
            self.rescue_failed(response.status, endpoint, now);
            return;
        };
        // The NOTIFYs of a transfer would come in the old dialog.
        self.finish_refer(Err(481), endpoint);
        self.finish_info(Err(481), endpoint);
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        **answered = Answered {
            dialog: dialog.clone(),
            caller: true,
            unacked: None,
            ours: None,
            theirs: None,
            timer: SessionTimer::default(),
            refer: None,
            past_refers: Vec::new(),
            info: None,
            unpracked: None,
            referred: None,
            was_referred: false,
        };
        answered.timer.on_response(&response.headers, now);
        self.acknowledge(&key, &request, &dialog, endpoint);
        let result = sdp_of(&response.headers, &response.body).ok_or(488);
        endpoint.emit(Event::ReinviteDone {
            id: self.id,
            result,
        });
    }

    fn gone(&mut self, status: u16, endpoint: &mut Endpoint, now: Instant) {
        let end = SessionEnd::new(EndedBy::Remote, EndKind::Gone).with_status(status, "");
        self.say_bye(end, endpoint, now);
    }

    fn replacing(&mut self) -> Option<&mut Replacing> {
        let Phase::Answered(answered) = &mut self.phase else {
            return None;
        };
        match answered.ours.as_mut()?.rescue_mut() {
            Rescue::Replacing(replacing) => Some(replacing),
            Rescue::None | Rescue::Wanted => None,
        }
    }
}
