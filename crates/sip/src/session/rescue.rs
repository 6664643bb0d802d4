//! Asking for a new dialog if that of a call is gone: INVITE with Replaces (RFC 3891).
//!
//! After a lost socket the call is refreshed by a re-INVITE. If that gets 481 or no answer, a
//! server on the way has forgotten the dialog, but the far end may still be there: a new INVITE
//! whose Replaces names the old dialog continues the call.

use super::{Answered, EndKind, EndedBy, Phase, Session, SessionEnd, privacy};
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::session::timer::SessionTimer;
use crate::time::Instant;
use crate::timers::TRANSACTION_TIMEOUT;
use crate::transaction::News;
use crate::user_agent::Event;
use crate::wire::{Method, NameAddr, Request, Response, Uri, session_description};

/// What to do if a re-INVITE finds the dialog gone.
#[derive(Debug)]
pub(crate) enum Rescue {
    /// The call ends.
    None,
    /// Ask for a new dialog.
    Wanted,
    /// The INVITE with Replaces waits or is under way.
    Replacing(Box<Replacing>),
}

/// An INVITE with Replaces.
#[derive(Debug)]
pub(crate) struct Replacing {
    /// Addresses to try after `target`, the next one last.
    targets: Vec<Uri>,
    target: Uri,
    replaces: String,
    from: NameAddr,
    call_id: String,
    seq: u32,
    /// Whether a provisional response came: only then may CANCEL be sent (RFC 3261 §9.1).
    provisional: bool,
    give_up: Instant,
}

impl Rescue {
    /// The INVITE with Replaces and its CSeq number; `None` if a re-INVITE is to be sent.
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
        // A phone that does not support Replaces must refuse the call, not ring again.
        request.headers.push("Require", "replaces");
        if privacy::is_anonymous(&replacing.from.uri) {
            request.headers.push("Privacy", "id");
            privacy::prefer_identity(&mut request, endpoint);
        }
        Some((request, replacing.seq))
    }

    /// Until when the INVITE with Replaces may go without a final response.
    pub(super) fn give_up(&self) -> Option<Instant> {
        match self {
            Self::Replacing(replacing) => Some(replacing.give_up),
            Self::None | Self::Wanted => None,
        }
    }
}

impl Session {
    /// Whether an INVITE with Replaces waits or is under way.
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

    /// The dialog is gone: asks for a new one, if the application wants that. `false` if not, or if
    /// the old one has no tags to name.
    pub(super) fn ask_for_new_dialog(&mut self, endpoint: &mut Endpoint, now: Instant) -> bool {
        let call_id = endpoint.token(20);
        let Phase::Answered(answered) = &mut self.phase else {
            return false;
        };
        // A call that began anonymously stays anonymous.
        let from = if privacy::is_anonymous(answered.dialog.local_address()) {
            privacy::anonymous_from(endpoint)
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
            give_up: now + TRANSACTION_TIMEOUT,
        };
        ours.replace_with(Rescue::Replacing(Box::new(replacing)), now);
        self.continue_reinvite(endpoint, now);
        true
    }

    pub(super) fn on_replacing_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        let response = match news {
            News::Response(response) => response,
            News::TimedOut => {
                self.on_replacing_failed(408, endpoint, now);
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
            status => self.on_replacing_failed(status, endpoint, now),
        }
        // The challenge could not be answered, so nothing is left to try.
        if matches!(response.status, 401 | 407)
            && matches!(&self.phase, Phase::Answered(answered) if answered.ours.is_none())
        {
            self.end_as_gone(response.status, endpoint, now);
        }
    }

    pub(super) fn on_replacing_timeout(&mut self, endpoint: &mut Endpoint, now: Instant) {
        if self
            .replacing()
            .is_some_and(|replacing| replacing.give_up <= now)
        {
            self.abandon_replacing(endpoint, now);
            self.end_as_gone(408, endpoint, now);
        }
    }

    /// One address refused the INVITE with Replaces: tries the next. 420, 481, 486 and 6xx are
    /// final: the far end has hung up, declines or does not support Replaces, and a server that
    /// ignores Replaces must not ring it again.
    pub(super) fn on_replacing_failed(
        &mut self,
        status: u16,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
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
                self.end_as_gone(status, endpoint, now);
            }
        }
    }

    /// The call ends while an INVITE with Replaces is under way: cancels it if possible, and
    /// remembers it.
    pub(super) fn abandon_replacing(&mut self, endpoint: &mut Endpoint, now: Instant) {
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
            self.unwanted_invite = Some(key.clone());
        }
    }

    /// The far end accepted the new dialog in place of the old one.
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
            self.on_replacing_failed(response.status, endpoint, now);
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
        let result = session_description(&response.headers, &response.body).ok_or(488);
        endpoint.emit(Event::ReinviteDone {
            id: self.id,
            result,
        });
    }

    fn end_as_gone(&mut self, status: u16, endpoint: &mut Endpoint, now: Instant) {
        let end = SessionEnd::new(EndedBy::Remote, EndKind::Gone).with_status(status, "");
        self.end_with_bye(end, endpoint, now);
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
