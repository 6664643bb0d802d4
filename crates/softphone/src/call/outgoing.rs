//! Calling: microphone and offer, INVITE, what the far end answers (RFC 3261 §13.2, RFC 3960).

use alo_protocol::{CallId, CallKind, Direction, EndCause};
use alo_providers::DialTarget;

use super::media::{MICROPHONE_LIMIT, Step};
use super::{Action, Call, MediaSetup, RING_LIMIT, Stage};
use crate::{MediaOp, Now};

impl Call {
    /// Begins a call. Nothing is on the wire until the offer is there.
    pub(crate) fn outgoing(
        id: CallId,
        number: String,
        target: DialTarget,
        kind: CallKind,
        setup: MediaSetup,
        now: Now,
    ) -> Self {
        let stage = Stage::Preparing { target };
        let mut call = Self::new(id, Direction::Outgoing, number, stage, now);
        let op = MediaOp::Offer {
            ice_servers: setup.ice_servers,
            policy: setup.policy,
        };
        call.expect(op, Step::FirstOffer, MICROPHONE_LIMIT, now);
        call.kind = kind;
        if kind == CallKind::Monitor {
            // Before there is a microphone, so that not a word of ours is ever heard.
            call.muted = true;
            call.update_microphone();
        }
        call
    }

    /// Our offer is ready: call.
    pub(super) fn offer_ready(&mut self, offer: String, now: Now) {
        if let Stage::Preparing { target } = &self.stage {
            let target = target.clone();
            self.stage = Stage::Calling;
            self.deadline = Some(now.mono + RING_LIMIT);
            self.actions.push_back(Action::Invite { target, offer });
        }
    }

    /// A provisional response. `fork` is its To-tag.
    pub(crate) fn progress(&mut self, status: u16, sdp: Option<String>, fork: &str, now: Now) {
        if !self.is_unanswered_outgoing() {
            return;
        }
        let is_heard = self.early_fork.as_deref() == Some(fork);
        match sdp {
            // The newest fork is where the call has been sent on to; one description each is enough.
            Some(sdp) if !is_heard => {
                self.early_fork = Some(fork.to_owned());
                self.digits.note_description(&sdp);
                let op = MediaOp::ApplyAnswer {
                    sdp,
                    provisional: true,
                };
                self.expect_soon(op, Step::EarlyAnswer, now);
            }
            // RFC 3960 §3.2: ring ourselves, unless this fork's own audio is heard.
            None if status == 180 && !is_heard => self.stage = Stage::Ringing,
            _ => {}
        }
    }

    pub(super) fn early_answer_applied(&mut self) {
        if matches!(self.stage, Stage::Calling | Stage::Ringing) {
            self.stage = Stage::EarlyMedia;
        }
    }

    /// 2xx: the call is up, its ACK is sent.
    pub(crate) fn accepted(&mut self, sdp: Option<String>, now: Now) {
        if !self.is_unanswered_outgoing() {
            return;
        }
        let Some(sdp) = sdp else {
            self.give_up(EndCause::MediaFailed, now);
            return;
        };
        self.answered(now);
        self.digits.note_description(&sdp);
        let op = MediaOp::ApplyAnswer {
            sdp,
            provisional: false,
        };
        self.expect_soon(op, Step::FinalAnswer, now);
        self.connected(now);
    }

    /// The INVITE could not even be sent.
    pub(crate) fn not_sent(&mut self, cause: EndCause, now: Now) {
        self.session = None;
        self.finish(cause, None, None, now);
    }

    pub(super) fn answered(&mut self, now: Now) {
        self.answered_at = Some(now.unix_ms);
        self.actions.push_back(Action::Record);
    }

    /// The call is up. An answer still to be applied must be asked for before, so that changes wait.
    pub(super) fn connected(&mut self, now: Now) {
        self.stage = Stage::Connected;
        self.deadline = None;
        self.path_on_connected(now);
        self.begin_post_dial(now);
    }

    fn is_unanswered_outgoing(&self) -> bool {
        matches!(
            self.stage,
            Stage::Calling | Stage::Ringing | Stage::EarlyMedia
        )
    }
}
