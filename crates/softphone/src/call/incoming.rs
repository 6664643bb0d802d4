//! Incoming calls: ringing, answering, declining (RFC 3261 §13.3).

use alo_protocol::{CallId, Direction, EndCause};
use alo_providers::DialTarget;

use super::media::{MICROPHONE_LIMIT, Step};
use super::{Action, Call, RING_LIMIT, Stage};
use crate::caller::Caller;
use crate::{MediaFailure, MediaOp, MediaSetup, Now};

impl Call {
    /// An incoming call. Without an offer, ours goes into the answer (RFC 3261 §13.2.1).
    pub(crate) fn incoming(id: CallId, caller: Caller, offer: Option<String>, now: Now) -> Self {
        let stage = Stage::Incoming { offer };
        let mut call = Self::new(id, Direction::Incoming, caller.number, stage, now);
        call.name = caller.name;
        call.claimed = caller.claimed;
        call.through = caller.through;
        call.deadline = Some(now.mono + RING_LIMIT);
        call
    }

    /// The person answers. False if it does not ring.
    pub(crate) fn answer(&mut self, setup: MediaSetup, now: Now) -> bool {
        let Stage::Incoming { offer } = &self.stage else {
            return false;
        };
        let offer = offer.clone();
        match offer.clone() {
            Some(offer) => {
                self.digits.note_description(&offer);
                let op = MediaOp::Answer { offer, setup };
                self.expect(op, Step::FirstAnswer, MICROPHONE_LIMIT, now);
            }
            None => {
                let op = MediaOp::Offer { setup };
                self.expect(op, Step::DelayedOffer, MICROPHONE_LIMIT, now);
            }
        }
        self.stage = Stage::AnsweringMedia { offer };
        self.deadline = None;
        // A call that was taken over may have been up before, and rung again.
        self.hold = self.hold.for_answer();
        self.mute_new_connection();
        true
    }

    /// The person declines: busy here, so that other devices may go on ringing (RFC 3261 §21.4.24), or
    /// everywhere (§21.6.2).
    pub(crate) fn decline(&mut self, everywhere: bool, now: Now) {
        if matches!(
            self.stage,
            Stage::Incoming { .. } | Stage::AnsweringMedia { .. }
        ) {
            let status = if everywhere { 603 } else { 486 };
            self.actions.push_back(Action::Reject { status });
            self.finish(self.decline_cause(), None, None, now);
        }
    }

    /// Forwards the call without answering it. `shown`: the target as views show it. False if it does not
    /// ring.
    pub(crate) fn forward(&mut self, target: DialTarget, shown: &str, now: Now) -> bool {
        if !self.rings() {
            return false;
        }
        self.actions.push_back(Action::Redirect { target });
        self.set_forwarded_to(shown);
        self.finish(EndCause::Forwarded, None, None, now);
        true
    }

    /// Our description for the 200 is ready.
    pub(super) fn answer_ready(&mut self, sdp: String) {
        if let Stage::AnsweringMedia { offer } = &self.stage {
            let delayed = offer.is_none();
            self.stage = Stage::AnsweringAck { delayed };
            self.actions.push_back(Action::Accept { sdp });
            self.end_former();
        }
    }

    /// The ACK has come: only now it is certain that the caller is still there. A call that was taken over
    /// keeps the time of its first answer.
    fn acknowledged(&mut self, now: Now) {
        if self.answered_at.is_none() {
            self.answered(now);
        }
        self.connected(now);
    }

    /// Answering failed before anything was sent.
    pub(super) fn answer_failed(&mut self, failure: MediaFailure, now: Now) {
        let Stage::AnsweringMedia { offer } = &self.stage else {
            return;
        };
        match failure {
            // It goes on ringing, so that the person can allow the microphone and answer again.
            MediaFailure::MicrophoneDenied | MediaFailure::MicrophoneMissing => {
                self.stage = Stage::Incoming {
                    offer: offer.clone(),
                };
                self.deadline = Some(now.mono + RING_LIMIT);
                self.close_media();
                self.actions.push_back(Action::OpenMicrophonePage);
            }
            MediaFailure::BadSdp | MediaFailure::Other => {
                self.actions.push_back(Action::Reject { status: 488 });
                self.finish(EndCause::MediaFailed, None, None, now);
            }
        }
    }

    /// The ACK came; `sdp` is the answer where we made the offer, in our 200 or in the response to a
    /// re-INVITE without one.
    pub(crate) fn confirmed(&mut self, sdp: Option<String>, now: Now) {
        match (&self.stage, sdp) {
            (Stage::AnsweringAck { delayed: false }, _) => {
                self.acknowledged(now);
                self.begin_change(now);
            }
            (Stage::AnsweringAck { delayed: true }, Some(sdp)) => {
                self.digits.note_description(&sdp);
                let op = MediaOp::ApplyAnswer {
                    sdp,
                    provisional: false,
                };
                self.expect_soon(op, Step::FinalAnswer, now);
                self.acknowledged(now);
            }
            (Stage::AnsweringAck { delayed: true }, None) => {
                self.give_up(EndCause::MediaFailed, now);
            }
            (Stage::Connected, sdp) => self.reoffer_confirmed(sdp, now),
            _ => {}
        }
    }

    pub(super) fn ring_limit_reached(&mut self, now: Now) {
        match self.stage {
            Stage::Incoming { .. } => {
                self.actions.push_back(Action::Reject { status: 480 });
                self.finish(self.unanswered_cause(), None, None, now);
            }
            Stage::Calling | Stage::Ringing | Stage::EarlyMedia => {
                self.give_up(EndCause::NoAnswer, now);
            }
            // The phone drops an ended call; the other states have no such limit.
            _ => {}
        }
    }
}
