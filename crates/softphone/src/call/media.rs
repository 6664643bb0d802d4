//! Events of the peer connection: descriptions that are ready, failures, the state of the path.

use std::time::Duration;

use alo_protocol::EndCause;
use alo_sip::Instant;

use super::{Action, Call, Stage};
use crate::{MediaEvent, MediaFailure, MediaOp, Now};

/// Limit for an operation that opens the microphone: the browser may ask the person first.
pub(super) const MICROPHONE_LIMIT: Duration = Duration::from_secs(30);
/// Limit for every other operation: none needs more than the half second of gathering.
const STEP_LIMIT: Duration = Duration::from_secs(10);
/// How long the browser may try a restarted path before the call is given up.
const LOST_LIMIT: Duration = Duration::from_secs(30);

/// After this many seconds without a packet the server is asked whether it is there.
const DOUBTED_AFTER: u8 = 2;
/// How long the browser may repair a disturbed path itself before ICE is restarted. The server has been
/// asked meanwhile: if it cannot be reached, a new offer would not arrive either.
const DISTURBED_LIMIT: Duration = Duration::from_secs(4);

/// A media operation whose outcome is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Outgoing: the offer of the INVITE.
    FirstOffer,
    /// Incoming without an offer: the offer of our 200.
    DelayedOffer,
    /// Incoming: the answer of our 200.
    FirstAnswer,
    /// An answer in a provisional response.
    EarlyAnswer,
    /// The answer that establishes the call.
    FinalAnswer,
    /// Hold, resume or restart: the offer of our re-INVITE.
    Reoffer,
    /// Hold, resume or restart: the far end's answer.
    ReofferAnswer,
    /// The far end's re-INVITE: our answer.
    AnswerReoffer,
    /// The far end's re-INVITE without an offer: our offer.
    OfferOnRequest,
    /// The far end's answer to that, in the ACK.
    RequestedAnswer,
}

impl Step {
    fn is_settled_by(self, event: &MediaEvent) -> bool {
        match self {
            Self::FirstOffer | Self::DelayedOffer | Self::Reoffer | Self::OfferOnRequest => {
                matches!(event, MediaEvent::Offer { .. })
            }
            Self::FirstAnswer | Self::AnswerReoffer => matches!(event, MediaEvent::Answer { .. }),
            Self::EarlyAnswer | Self::FinalAnswer | Self::ReofferAnswer | Self::RequestedAnswer => {
                matches!(event, MediaEvent::AnswerApplied)
            }
        }
    }
}

/// The media path as the browser sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Path {
    /// Not up yet, or up.
    #[default]
    Fine,
    /// No packets at the moment; the browser goes on trying. ICE is restarted at `restart_at`.
    Disturbed { restart_at: Option<Instant> },
    /// The browser has given up and ICE is restarted; without success by then the call is ended.
    Lost { until: Instant },
    /// The browser gave up before the call was answered.
    LostEarly,
}

impl Path {
    pub(super) fn is_broken(self) -> bool {
        self != Self::Fine
    }

    pub(super) fn lost_until(self) -> Option<Instant> {
        match self {
            Self::Lost { until } => Some(until),
            Self::Fine | Self::Disturbed { .. } | Self::LostEarly => None,
        }
    }

    pub(super) fn restart_at(self) -> Option<Instant> {
        match self {
            Self::Disturbed { restart_at } => restart_at,
            Self::Fine | Self::Lost { .. } | Self::LostEarly => None,
        }
    }
}

/// Whether packets arrive, checked once a second: a browser reports up to 8 s late that none does
/// (measured), and may not report a change from one network to another at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    packets: u64,
    /// Some had arrived at the last check.
    arrives: bool,
    /// Checks in a row at which none had arrived although some should have.
    missed: u8,
    offline: bool,
    /// Nothing has arrived since the browser went offline.
    cut: bool,
}

impl Flow {
    /// Whether packets have arrived in this call.
    fn has_begun(self) -> bool {
        self.packets > 0
    }

    pub(super) fn packets(self) -> u64 {
        self.packets
    }

    pub(super) fn arrives(self) -> bool {
        self.arrives
    }

    pub(super) fn is_cut(self) -> bool {
        self.cut
    }
}

impl Call {
    /// Asks for an operation whose outcome must come within `limit`.
    pub(super) fn expect(&mut self, op: MediaOp, step: Step, limit: Duration, now: Now) {
        self.actions.push_back(Action::Media(op));
        self.steps.push_back((step, now.mono + limit));
    }

    /// The same with the limit for operations that open no microphone.
    pub(super) fn expect_soon(&mut self, op: MediaOp, step: Step, now: Now) {
        self.expect(op, step, STEP_LIMIT, now);
    }

    /// Handles an event of the peer connection.
    pub(crate) fn handle_media(&mut self, event: MediaEvent, now: Now) {
        if !self.is_live() {
            return;
        }
        match event {
            MediaEvent::Connected => {
                self.path = Path::Fine;
                self.media_up(now);
            }
            MediaEvent::Disconnected => self.path_disturbed(now),
            MediaEvent::Lost => self.path_lost(now),
            MediaEvent::Failed(failure) => self.media_failed(failure, now),
            MediaEvent::Stats(stats) => self.measured(&stats, now),
            MediaEvent::MicrophoneFailed(failure) => self.microphone_failed(failure, now),
            MediaEvent::Offer { .. } | MediaEvent::Answer { .. } | MediaEvent::AnswerApplied => {
                self.step_done(event, now);
            }
        }
    }

    fn step_done(&mut self, event: MediaEvent, now: Now) {
        // Anything else is the late outcome of a step that was given up.
        let Some((step, _)) = self
            .steps
            .pop_front_if(|(step, _)| step.is_settled_by(&event))
        else {
            return;
        };
        match (step, event) {
            (Step::FirstOffer, MediaEvent::Offer { sdp }) => self.offer_ready(sdp, now),
            (Step::DelayedOffer, MediaEvent::Offer { sdp })
            | (Step::FirstAnswer, MediaEvent::Answer { sdp }) => self.answer_ready(sdp),
            (Step::Reoffer, MediaEvent::Offer { sdp }) => {
                let recover = self.is_restarting();
                let offer = sdp;
                self.actions.push_back(Action::Reinvite { offer, recover });
            }
            (Step::AnswerReoffer, MediaEvent::Answer { sdp }) => self.reoffer_answered(sdp, now),
            (Step::OfferOnRequest, MediaEvent::Offer { sdp }) => {
                let answer = Ok(sdp);
                self.actions.push_back(Action::AnswerReinvite { answer });
            }
            (Step::EarlyAnswer, _) => self.early_answer_applied(),
            (Step::FinalAnswer, _) => self.final_answer_applied(now),
            (Step::ReofferAnswer, _) => self.reoffer_applied(now),
            (Step::RequestedAnswer, _) => self.remote_change_over(now),
            // Excluded by `is_settled_by`.
            _ => {}
        }
    }

    /// The oldest operation under way failed, or took too long.
    pub(super) fn media_failed(&mut self, failure: MediaFailure, now: Now) {
        let Some((step, _)) = self.steps.pop_front() else {
            return;
        };
        match step {
            Step::FirstOffer => {
                let cause = match failure {
                    MediaFailure::MicrophoneDenied | MediaFailure::MicrophoneMissing => {
                        self.actions.push_back(Action::OpenMicrophonePage);
                        EndCause::NoMicrophone
                    }
                    MediaFailure::BadSdp | MediaFailure::Other => EndCause::MediaFailed,
                };
                self.finish(cause, None, None, now);
            }
            Step::DelayedOffer | Step::FirstAnswer => self.answer_failed(failure, now),
            // The call rings on without the far end's early media.
            Step::EarlyAnswer => self.early = None,
            Step::FinalAnswer | Step::RequestedAnswer => {
                self.give_up(EndCause::MediaFailed, now);
            }
            Step::Reoffer | Step::ReofferAnswer => self.reoffer_failed(now),
            Step::AnswerReoffer | Step::OfferOnRequest => self.remote_change_failed(now),
        }
    }

    fn path_disturbed(&mut self, now: Now) {
        if self.path != Path::Fine {
            return;
        }
        self.actions.push_back(Action::Probe);
        let wait = if self.flow.missed > DOUBTED_AFTER + 3 {
            // The server has been asked and has answered, else the loss of the socket would be known.
            Duration::ZERO
        } else {
            DISTURBED_LIMIT
        };
        let restart_at = Some(now.mono + wait);
        self.path = Path::Disturbed { restart_at };
    }

    /// The browser went online or offline.
    pub(crate) fn network_changed(&mut self, online: bool) {
        self.flow.offline = !online;
    }

    /// Counts the packets of another second. If none arrive any more, the server is asked whether it is
    /// there.
    pub(super) fn count_packets(&mut self, received: u64) {
        let arrived = received != self.flow.packets;
        let begun = self.flow.has_begun();
        self.flow.packets = received;
        self.flow.arrives = arrived;
        if arrived {
            self.flow.missed = 0;
            self.flow.cut = false;
        } else if begun && self.is_talk_expected() {
            self.flow.missed = self.flow.missed.saturating_add(1);
            self.flow.cut |= self.flow.offline;
            if self.flow.missed == DOUBTED_AFTER {
                self.actions.push_back(Action::Probe);
            }
        }
    }

    fn path_lost(&mut self, now: Now) {
        if self.stage == Stage::Connected {
            if self.path.lost_until().is_none() {
                let until = now.mono + LOST_LIMIT;
                self.path = Path::Lost { until };
            }
            self.restart_path(now);
        } else {
            self.path = Path::LostEarly;
        }
    }

    /// The call is up: a path that failed while it rang, or a far end that cannot reach us, is repaired now.
    pub(super) fn path_on_connected(&mut self, now: Now) {
        if self.path == Path::LostEarly {
            self.path_lost(now);
        } else if self.hold.is_unreachable() {
            self.restart_path(now);
        }
    }

    pub(super) fn path_timeout(&mut self, now: Now) {
        if self.path.restart_at().is_some_and(|at| at <= now.mono) {
            self.path = Path::Disturbed { restart_at: None };
            // If the far end cannot be reached, the next registration restarts ICE.
            if self.stage == Stage::Connected && !self.hold.is_unreachable() {
                self.restart_path(now);
            }
        }
        if self
            .path
            .lost_until()
            .is_some_and(|until| until <= now.mono)
        {
            // If packets have arrived before, media was set up, and the network failed.
            let cause = if self.flow.has_begun() {
                EndCause::NetworkFailed
            } else {
                EndCause::MediaFailed
            };
            self.give_up(cause, now);
        }
    }
}
