//! Hold, resume and ICE restart by re-INVITE, ours and the far end's (RFC 3261 §14, RFC 3264 §8.4,
//! RFC 6337 §5.3).
//!
//! One change at a time. What the person wants is kept in `wanted`, so that a change that has to wait
//! for another one is made afterwards.

use std::time::Duration;

use alo_protocol::CallAlarm;
use alo_sip::Instant;
use alo_sip::sdp::Sdp;

use super::media::Step;
use super::{Action, Call, Stage};
use crate::{MediaDirection, MediaOp, Now};

/// After the far end's own change came first: if it does not come after all, ours goes again.
const YIELD: Duration = Duration::from_secs(2);
/// How often a refresh that the far end refuses is tried again before the call is left as it is.
const REFRESHES: u8 = 3;
/// How long it is told that a hold or resume failed.
const TOLD: Duration = Duration::from_secs(10);

/// Who holds, and the change under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hold {
    /// The person's wish.
    wanted: bool,
    /// In effect by us.
    held: bool,
    /// In effect by the far end.
    remote: bool,
    /// New ICE credentials are to be offered.
    restart: bool,
    /// The session timer wants a re-INVITE of what is in effect (RFC 4028).
    refresh: bool,
    /// The far end does not know by which way we are reached since the socket was lost: not even its
    /// BYE would arrive.
    unreachable: bool,
    refused_refreshes: u8,
    change: Change,
    retry_at: Option<Instant>,
    /// A wish that failed a moment ago, to hold or not, and until when that is told.
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
    /// For another dialog: the wish, with nothing of it in effect, and that no flow leads anywhere.
    pub(super) fn moved(self) -> Self {
        Self {
            wanted: self.wanted,
            unreachable: self.unreachable,
            ..Self::default()
        }
    }

    /// For a call that is answered: whoever answers wants to talk.
    pub(super) fn answered(self) -> Self {
        Self {
            wanted: false,
            ..self.moved()
        }
    }

    pub(super) fn remote(self) -> bool {
        self.remote
    }

    /// From the moment of the wish: nobody talks to somebody whom they believe on hold.
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
        let told_until = self.failed.map(|(_, until)| until);
        self.retry_at.into_iter().chain(told_until).min()
    }

    /// What is to be told of a wish that failed.
    pub(super) fn alarm(self) -> Option<CallAlarm> {
        self.failed.map(|(held, _)| match held {
            true => CallAlarm::HoldFailed,
            false => CallAlarm::ResumeFailed,
        })
    }

    /// Whoever wants to hold is not to be heard because the change could not even leave: it goes out when there is a way again.
    fn waits_for_a_way(self) -> bool {
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

    /// Held, or about to be.
    pub(crate) fn is_going_on_hold(&self) -> bool {
        self.hold.wanted
    }

    /// Whether the change under way offers new ICE credentials.
    pub(super) fn is_restarting(&self) -> bool {
        matches!(self.hold.change, Change::Ours { restart: true, .. })
    }

    /// Holds or resumes; a wish that is still under way is taken back by the other one. False where there
    /// is nothing to hold.
    pub(crate) fn set_held(&mut self, held: bool, now: Now) -> bool {
        if self.stage != Stage::Connected {
            return false;
        }
        self.hold.wanted = held;
        self.hold.failed = None;
        if !held {
            self.lift_own_mute();
        }
        self.update_microphone();
        self.kick_hold(now);
        true
    }

    /// Offers new ICE credentials as soon as no other change is under way.
    pub(super) fn restart_path(&mut self, now: Now) {
        self.hold.restart = true;
        self.kick_hold(now);
    }

    /// The socket by which the far end reaches us is gone. Whoever rings here came by it, too: our answer
    /// finds them by its branch, and their BYE would not find us.
    pub(crate) fn flow_lost(&mut self) {
        if self.is_live() && self.session.is_some() {
            self.hold.unreachable = true;
            self.hold.refused_refreshes = 0;
        }
    }

    /// We are registered again: every call tells its far end the new way, and a network that was away
    /// is worth new candidates without waiting for the browser to give the old path up.
    pub(crate) fn registered_again(&mut self, now: Now) {
        if self.stage == Stage::Connected && (self.path.is_broken() || self.hold.unreachable) {
            self.restart_path(now);
        }
    }

    /// The session would expire (RFC 4028): the same is offered again.
    pub(crate) fn refresh_due(&mut self, now: Now) {
        self.hold.refresh = true;
        self.kick_hold(now);
    }

    /// Begins the next change, if one is wanted and none is under way.
    pub(super) fn kick_hold(&mut self, now: Now) {
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

    /// The answer that makes the call is applied: changes may follow.
    pub(super) fn final_answer_applied(&mut self, now: Now) {
        match self.deferred_reoffer.take() {
            Some(offer) => self.reoffered(offer, now),
            None => self.kick_hold(now),
        }
    }

    /// The far end answered our re-INVITE.
    pub(crate) fn reinvite_done(&mut self, result: Result<String, u16>, now: Now) {
        let Change::Ours { held, restart } = self.hold.change else {
            return;
        };
        if result.is_ok() {
            self.hold.unreachable = false;
        }
        match result {
            Ok(sdp) => {
                // Our own `sendonly` is answered with less than `sendrecv` by nature.
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
            Err(code) if code == 491 || code == 503 && self.hold.waits_for_a_way() => {
                self.hold.change = Change::None;
                self.hold.restart |= restart;
                self.actions.push_back(Action::Media(MediaOp::Rollback));
                self.hold.retry_at = Some(now.mono + YIELD);
            }
            Err(_) => {
                self.reoffer_failed(now);
                self.refresh_refused(restart, now);
            }
        }
    }

    /// The dialog is there but the far end did not take the refresh: again a little later.
    fn refresh_refused(&mut self, restart: bool, now: Now) {
        let hold = &mut self.hold;
        if !restart || !hold.unreachable {
            return;
        }
        hold.refused_refreshes += 1;
        if hold.refused_refreshes < REFRESHES {
            hold.restart = true;
            hold.retry_at = Some(now.mono + YIELD);
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
            self.kick_hold(now);
        }
    }

    /// Back to how it was: the wish is given up.
    pub(super) fn reoffer_failed(&mut self, now: Now) {
        let Change::Ours { held, .. } = self.hold.change else {
            return;
        };
        self.hold.change = Change::None;
        self.actions.push_back(Action::Media(MediaOp::Rollback));
        // A wish that was taken back meanwhile has not failed.
        if held != self.hold.held && held == self.hold.wanted {
            self.hold.wanted = self.hold.held;
            self.hold.failed = Some((held, now.mono + TOLD));
            // The phone says what becomes of the microphone: see `hold_failed`.
            self.actions.push_back(Action::HoldFailed);
        }
        self.kick_hold(now);
    }

    /// After [`Action::HoldFailed`]: `mute` where the person talks in another call meanwhile.
    pub(crate) fn hold_failed(&mut self, mute: bool) {
        if mute && !self.muted {
            self.muted = true;
            self.muted_for_another = true;
        }
        self.update_microphone();
    }

    /// Muted by ourselves, because it could not be held for the sake of another call.
    pub(crate) fn is_muted_for_another(&self) -> bool {
        self.muted_for_another
    }

    /// What only we muted is heard again.
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
        // The engine settles glare on the wire; this is our own offer still in the making.
        if self.hold.change != Change::None {
            self.refuse_reoffer(491);
            return;
        }
        // PBXs like to move the media right after the answer, while that is still being applied.
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

    /// The ACK for our offer on request.
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
                self.kick_hold(now);
            }
        }
    }

    /// The far end wants no offer of ours any more: no answer to it will come.
    pub(crate) fn reoffer_gone(&mut self, now: Now) {
        if self.hold.change == (Change::Theirs { remote: None }) {
            self.actions.push_back(Action::Media(MediaOp::Rollback));
            self.hold.change = Change::None;
            self.kick_hold(now);
        }
    }

    pub(super) fn remote_change_over(&mut self, now: Now) {
        if let Change::Theirs { remote } = self.hold.change {
            self.hold.remote = remote.unwrap_or(self.hold.remote);
            self.hold.change = Change::None;
            self.hold.retry_at = None;
            self.kick_hold(now);
        }
    }

    pub(super) fn remote_change_failed(&mut self, now: Now) {
        if let Change::Theirs { .. } = self.hold.change {
            self.hold.change = Change::None;
            self.refuse_reoffer(488);
            self.kick_hold(now);
        }
    }

    pub(super) fn hold_timeout(&mut self, now: Now) {
        self.hold.failed.take_if(|(_, until)| *until <= now.mono);
        if self.hold.retry_at.is_some_and(|at| at <= now.mono) {
            self.hold.retry_at = None;
            self.kick_hold(now);
        }
    }

    fn refuse_reoffer(&mut self, status: u16) {
        let answer = Err(status);
        self.actions.push_back(Action::AnswerReinvite { answer });
    }
}
