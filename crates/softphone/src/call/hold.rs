//! Hold, resume and ICE restart by re-INVITE, ours and the far end's (RFC 3261 §14, RFC 3264 §8.4,
//! RFC 6337 §5.3).
//!
//! Only one change is under way at a time. What the person wants is kept in `wanted`: if it has to wait
//! for another change, it is made afterwards.

use std::time::Duration;

use alo_protocol::{CallAlarm, CallId};
use alo_sip::Instant;
use alo_sip::sdp::Sdp;

use super::media::Step;
use super::{Action, Call, NOTICE_LIMIT, Stage};
use crate::{MediaDirection, MediaOp, Now};

/// After a glare (491): how long we wait for the far end's re-INVITE before we send ours again. Also the
/// pause after the first refusal of a restart; each further one is twice as long.
const YIELD: Duration = Duration::from_secs(2);
/// How often a restart is offered to a far end that refuses it, before the call is left as it is.
const RESTARTS: u8 = 3;

/// Who holds, and the change under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hold {
    /// The person wants to hold.
    wanted: bool,
    /// We hold: our change is in effect.
    held: bool,
    /// The far end holds.
    remote: bool,
    /// New ICE credentials are to be offered.
    restart: bool,
    /// The session timer asks for a re-INVITE that changes nothing (RFC 4028).
    refresh: bool,
    /// The socket was lost, and the far end does not know the new one yet: not even its BYE would reach us.
    unreachable: bool,
    /// Refusals in a row of the restart that is being tried.
    refused_restarts: u8,
    change: Change,
    retry_at: Option<Instant>,
    /// A change that failed a moment ago: whether it was to hold, and until when that is shown.
    failed: Option<(bool, Instant)>,
}

/// The change under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Change {
    #[default]
    None,
    /// Ours: held or not afterwards; with new ICE credentials or not.
    Ours { held: bool, restart: bool },
    /// The far end's: whether it holds afterwards, where its offer says so.
    Theirs { remote: Option<bool> },
}

impl Hold {
    /// The state for a call that moves to another dialog (Replaces): what the person wants and
    /// `unreachable` stay; what was agreed in the old dialog is forgotten.
    pub(super) fn for_new_dialog(self) -> Self {
        Self {
            wanted: self.wanted,
            unreachable: self.unreachable,
            ..Self::default()
        }
    }

    /// The state for a call that is being answered: the person wants to talk, not to hold.
    pub(super) fn for_answer(self) -> Self {
        Self {
            wanted: false,
            ..self.for_new_dialog()
        }
    }

    pub(super) fn remote(self) -> bool {
        self.remote
    }

    /// Whether our voice is off. It is from the moment on when the person wants to hold, not only when the
    /// far end has agreed.
    pub(super) fn silences_us(self) -> bool {
        self.wanted || self.held
    }

    pub(super) fn is_unreachable(self) -> bool {
        self.unreachable
    }

    pub(super) fn is_pending(self) -> bool {
        self.wanted != self.held
    }

    pub(super) fn poll_timeout(self) -> Option<Instant> {
        let failed_until = self.failed.map(|(_, until)| until);
        self.retry_at.into_iter().chain(failed_until).min()
    }

    /// The alarm for a hold or resume that failed.
    pub(super) fn alarm(self) -> Option<CallAlarm> {
        self.failed.map(|(held, _)| match held {
            true => CallAlarm::HoldFailed,
            false => CallAlarm::ResumeFailed,
        })
    }

    /// The person wants to hold, but the re-INVITE could not be sent because the socket is lost. The wish
    /// is kept (the microphone stays off) and sent when there is a socket again, instead of being reported
    /// as failed.
    fn waits_for_socket(self) -> bool {
        self.unreachable && self.wanted && !self.held
    }

    fn direction(held: bool, remote: bool) -> MediaDirection {
        match (held, remote) {
            (false, _) => MediaDirection::SendRecv,
            (true, false) => MediaDirection::SendOnly,
            (true, true) => MediaDirection::Inactive,
        }
    }
}

impl Call {
    pub(super) fn is_held(&self) -> bool {
        self.hold.held
    }

    /// Whether the person wants to hold: the call is held, or about to be.
    pub(crate) fn is_going_on_hold(&self) -> bool {
        self.hold.wanted
    }

    /// Whether the person wants to resume it, and the far end has not agreed yet.
    pub(crate) fn is_resuming(&self) -> bool {
        self.hold.held && !self.hold.wanted
    }

    /// Holds it because the person resumes `other`.
    pub(crate) fn hold_for(&mut self, other: &CallId, now: Now) {
        let talked_in = !self.is_going_on_hold() && self.set_held(true, now);
        self.held_for = talked_in.then(|| other.clone());
    }

    /// The person has taken the resume of `other` back: they are in the call again that they talked in.
    pub(crate) fn resume_instead_of(&mut self, other: &CallId, now: Now) {
        if self.held_for.as_ref() == Some(other) {
            self.set_held(false, now);
        }
    }

    /// Whether the change under way offers new ICE credentials.
    pub(super) fn is_restarting(&self) -> bool {
        matches!(self.hold.change, Change::Ours { restart: true, .. })
    }

    /// Holds or resumes, also while the opposite is still under way. False if the call is not up.
    pub(crate) fn set_held(&mut self, held: bool, now: Now) -> bool {
        if self.stage != Stage::Connected {
            return false;
        }
        self.hold.wanted = held;
        self.hold.failed = None;
        self.held_for = None;
        if !held {
            self.lift_own_mute();
        }
        self.update_microphone();
        self.begin_change(now);
        true
    }

    /// Offers new ICE credentials as soon as no other change is under way.
    pub(super) fn restart_path(&mut self, now: Now) {
        self.hold.restart = true;
        self.hold.refused_restarts = 0;
        self.begin_change(now);
    }

    /// The socket by which the far end reaches us is gone. A call that rings came by it, too: our answer
    /// would reach its caller, but the caller's BYE would not reach us.
    pub(crate) fn flow_lost(&mut self) {
        if self.is_live() && self.session.is_some() {
            self.hold.unreachable = true;
            self.hold.refused_restarts = 0;
        }
    }

    /// We are registered again: every call tells its far end the new Contact, and restarts ICE if its path
    /// is broken, without waiting for the browser to give the old path up.
    pub(crate) fn registered_again(&mut self, now: Now) {
        if self.stage == Stage::Connected && (self.path.is_broken() || self.hold.unreachable) {
            self.restart_path(now);
        }
    }

    /// The session would expire (RFC 4028): what is in effect is offered again.
    pub(crate) fn refresh_due(&mut self, now: Now) {
        self.hold.refresh = true;
        self.begin_change(now);
    }

    /// Begins the next change, if one is due and none is under way.
    pub(super) fn begin_change(&mut self, now: Now) {
        let hold = &mut self.hold;
        let due = hold.restart || hold.refresh || hold.wanted != hold.held;
        let free = hold.change == Change::None && hold.retry_at.is_none() && self.steps.is_empty();
        if self.stage != Stage::Connected || !due || !free {
            return;
        }
        hold.change = Change::Ours {
            held: hold.wanted,
            restart: hold.restart,
        };
        let op = MediaOp::Reoffer {
            direction: Hold::direction(hold.wanted, hold.remote),
            ice_restart: hold.restart,
        };
        hold.restart = false;
        hold.refresh = false;
        self.expect_soon(op, Step::Reoffer, now);
    }

    /// The answer that establishes the call is applied: changes may follow.
    pub(super) fn final_answer_applied(&mut self, now: Now) {
        match self.deferred_reoffer.take() {
            Some(offer) => self.reoffered(offer, now),
            None => self.begin_change(now),
        }
    }

    /// The far end answered our re-INVITE.
    pub(crate) fn reinvite_done(&mut self, result: Result<String, u16>, now: Now) {
        let Change::Ours { held, restart } = self.hold.change else {
            return;
        };
        if result.is_ok() {
            self.hold.unreachable = false;
            self.hold.refused_restarts = 0;
        }
        match result {
            Ok(sdp) => {
                // The answer to our `sendonly` is never `sendrecv`: it does not tell whether they hold.
                if !held {
                    self.hold.remote = Sdp::parse(&sdp).is_held_by_remote();
                }
                self.digits.note_description(&sdp);
                let op = MediaOp::ApplyAnswer {
                    sdp,
                    provisional: false,
                };
                self.expect_soon(op, Step::ReofferAnswer, now);
            }
            Err(code) if code == 491 || code == 503 && self.hold.waits_for_socket() => {
                self.hold.change = Change::None;
                self.hold.restart |= restart;
                self.actions.push_back(Action::Media(MediaOp::Rollback));
                self.hold.retry_at = Some(now.mono + YIELD);
            }
            Err(_) => {
                self.reoffer_failed(now);
                if restart {
                    self.restart_refused(now);
                }
            }
        }
    }

    /// The far end refused the re-INVITE that brings the sound back and tells it the new Contact: it is sent
    /// again a little later, because servers often refuse during the same trouble.
    fn restart_refused(&mut self, now: Now) {
        let hold = &mut self.hold;
        hold.refused_restarts += 1;
        if hold.refused_restarts < RESTARTS {
            hold.restart = true;
            let pause = YIELD * (1 << (hold.refused_restarts - 1));
            hold.retry_at = Some(now.mono + pause);
        } else {
            hold.unreachable = false;
        }
    }

    pub(super) fn reoffer_applied(&mut self, now: Now) {
        if let Change::Ours { held, .. } = self.hold.change {
            self.hold.held = held;
            self.hold.change = Change::None;
            if held {
                // The hold itself silences us now.
                self.lift_own_mute();
            }
            self.update_microphone();
            self.begin_change(now);
        }
    }

    /// Our change failed: all stays as it was, and the person's wish is given up.
    pub(super) fn reoffer_failed(&mut self, now: Now) {
        let Change::Ours { held, .. } = self.hold.change else {
            return;
        };
        self.hold.change = Change::None;
        self.actions.push_back(Action::Media(MediaOp::Rollback));
        // If the person has changed their mind meanwhile, nothing has failed for them.
        if held != self.hold.held && held == self.hold.wanted {
            self.hold.wanted = self.hold.held;
            self.hold.failed = Some((held, now.mono + NOTICE_LIMIT));
            // The phone then decides about the microphone: see `hold_failed`.
            self.actions.push_back(Action::HoldFailed);
        }
        self.begin_change(now);
    }

    /// After [`Action::HoldFailed`]. `mute`: the person talks in another call.
    pub(crate) fn hold_failed(&mut self, mute: bool) {
        if mute && !self.muted {
            self.muted = true;
            self.muted_for_another = true;
        }
        self.update_microphone();
    }

    /// Whether we have muted it, because it could not be held for another call.
    pub(crate) fn is_muted_for_another(&self) -> bool {
        self.muted_for_another
    }

    /// Unmutes the call if we, and not the person, have muted it.
    pub(crate) fn lift_own_mute(&mut self) {
        if std::mem::take(&mut self.muted_for_another) {
            self.muted = false;
            self.update_microphone();
        }
    }

    /// The far end offers a change, or asks for our offer.
    pub(crate) fn reoffered(&mut self, offer: Option<String>, now: Now) {
        if self.stage != Stage::Connected {
            self.refuse_reoffer(488);
            return;
        }
        // The engine handles glare on the wire; here our own offer is still being made.
        if self.hold.change != Change::None {
            self.refuse_reoffer(491);
            return;
        }
        // Many PBXs send a re-INVITE right after the answer, while that is still being applied.
        if !self.steps.is_empty() {
            self.deferred_reoffer = Some(offer);
            return;
        }
        let Some(offer) = offer else {
            self.hold.change = Change::Theirs { remote: None };
            let op = MediaOp::Reoffer {
                direction: Hold::direction(self.hold.held, self.hold.remote),
                ice_restart: false,
            };
            self.expect_soon(op, Step::OfferOnRequest, now);
            return;
        };
        let description = Sdp::parse(&offer);
        if description.audio().is_none() {
            self.refuse_reoffer(488);
            return;
        }
        self.digits.note_description(&offer);
        let remote = description.is_held_by_remote();
        self.hold.change = Change::Theirs {
            remote: Some(remote),
        };
        let op = MediaOp::AnswerReoffer {
            offer,
            direction: Hold::direction(self.hold.held, remote),
        };
        self.expect_soon(op, Step::AnswerReoffer, now);
    }

    pub(super) fn reoffer_answered(&mut self, answer: String, now: Now) {
        let answer = Ok(answer);
        self.actions.push_back(Action::AnswerReinvite { answer });
        self.remote_change_over(now);
    }

    /// The ACK for the offer that we made on request, with the far end's answer.
    pub(super) fn reoffer_confirmed(&mut self, sdp: Option<String>, now: Now) {
        if self.hold.change != (Change::Theirs { remote: None }) {
            return;
        }
        match sdp {
            Some(sdp) => {
                let remote = Sdp::parse(&sdp).is_held_by_remote();
                self.digits.note_description(&sdp);
                self.hold.change = Change::Theirs {
                    remote: (!self.hold.held).then_some(remote),
                };
                let op = MediaOp::ApplyAnswer {
                    sdp,
                    provisional: false,
                };
                self.expect_soon(op, Step::RequestedAnswer, now);
            }
            // RFC 3261 §14.2 leaves the session as it was.
            None => {
                self.actions.push_back(Action::Media(MediaOp::Rollback));
                self.hold.change = Change::None;
                self.begin_change(now);
            }
        }
    }

    /// The far end's request for an offer is over on the wire: no answer will come.
    pub(crate) fn reoffer_gone(&mut self, now: Now) {
        if self.hold.change == (Change::Theirs { remote: None }) {
            self.actions.push_back(Action::Media(MediaOp::Rollback));
            self.hold.change = Change::None;
            self.begin_change(now);
        }
    }

    pub(super) fn remote_change_over(&mut self, now: Now) {
        if let Change::Theirs { remote } = self.hold.change {
            self.hold.remote = remote.unwrap_or(self.hold.remote);
            self.hold.change = Change::None;
            self.hold.retry_at = None;
            self.begin_change(now);
        }
    }

    pub(super) fn remote_change_failed(&mut self, now: Now) {
        if let Change::Theirs { .. } = self.hold.change {
            self.hold.change = Change::None;
            self.refuse_reoffer(488);
            self.begin_change(now);
        }
    }

    pub(super) fn hold_timeout(&mut self, now: Now) {
        self.hold.failed.take_if(|(_, until)| *until <= now.mono);
        if self.hold.retry_at.is_some_and(|at| at <= now.mono) {
            self.hold.retry_at = None;
            self.begin_change(now);
        }
    }

    fn refuse_reoffer(&mut self, status: u16) {
        let answer = Err(status);
        self.actions.push_back(Action::AnswerReinvite { answer });
    }
}
