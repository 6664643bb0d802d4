//! Outgoing calls: microphone and offer, INVITE, the far end's responses (RFC 3261 §13.2, RFC 3960).

use alo_protocol::{CallId, CallKind, Direction, EndCause};
use alo_providers::DialTarget;

use super::media::{MICROPHONE_LIMIT, Step};
use super::{Action, Call, RING_LIMIT, Stage};
use crate::{MediaOp, MediaSetup, MediaStats, Now};

/// A fork whose early media was applied.
#[derive(Clone, Debug)]
pub(super) struct Early {
    /// Its To-tag.
    fork: String,
    transport: Transport,
    /// How many packets had arrived before those that silence our ringback.
    silent_until: u64,
    /// The fork has sent 199: it is over.
    is_over: bool,
}

/// Tells one media endpoint from another: its ICE user and DTLS fingerprint (RFC 8839 §5.4, RFC 8122 §5).
#[derive(Clone, Debug, PartialEq)]
struct Transport(Vec<String>);

impl Transport {
    fn of(sdp: &str) -> Self {
        let of_transport = |line: &&str| {
            ["a=ice-ufrag:", "a=fingerprint:"]
                .iter()
                .any(|name| line.starts_with(name))
        };
        let mut lines: Vec<String> = sdp
            .lines()
            .filter(of_transport)
            .map(str::to_owned)
            .collect();
        // Their order means nothing, and a bundle repeats them.
        lines.sort_unstable();
        lines.dedup();
        Self(lines)
    }
}

impl Call {
    /// An outgoing call. Nothing is sent until our offer is ready.
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
        let op = MediaOp::Offer { setup };
        call.expect(op, Step::FirstOffer, MICROPHONE_LIMIT, now);
        call.kind = kind;
        if kind == CallKind::Monitor {
            // Muted before the microphone opens, so that nothing of ours is ever heard.
            call.muted = true;
            call.update_microphone();
        }
        call
    }

    /// Our offer is ready: the INVITE is sent.
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
        let heard = self.early.as_mut().filter(|early| early.fork == fork);
        let is_heard = heard.is_some();
        if status == 199 {
            // RFC 6228: the early media of this fork is over; other forks ring on.
            if let Some(heard) = heard {
                heard.is_over = true;
                self.stage = Stage::Ringing;
            }
            return;
        }
        if status == 180 {
            self.far_end_rings(is_heard);
        }
        let is_over = self.early.as_ref().is_some_and(|early| early.is_over);
        match sdp {
            // The first fork with early media is heard. A browser takes the description of a second one
            // but goes on with the path of the first (measured in Chromium; docs/sip-engine.md).
            Some(_) if !is_heard && is_over => self.stage = Stage::Ringing,
            Some(sdp) if self.early.is_none() => {
                self.early = Some(Early {
                    fork: fork.to_owned(),
                    transport: Transport::of(&sdp),
                    silent_until: 0,
                    is_over: false,
                });
                self.digits.note_description(&sdp);
                let op = MediaOp::ApplyAnswer {
                    sdp,
                    provisional: true,
                };
                self.expect_soon(op, Step::EarlyAnswer, now);
            }
            _ => {}
        }
    }

    /// A fork rings. `is_heard`: it is the one whose early media was applied.
    fn far_end_rings(&mut self, is_heard: bool) {
        self.far_end_rings = true;
        if self.stage == Stage::Calling {
            self.stage = Stage::Ringing;
        }
        // Where the early media of another fork has ended without a word, this one would ring in silence.
        if !is_heard
            && !self.flow.arrives()
            && let Some(early) = &mut self.early
        {
            early.silent_until = self.flow.packets();
        }
    }

    /// Whether our own ringback sounds (RFC 3960 §3.2): a fork rings, and no sound of it arrives. Many PBXs
    /// describe early media and then send none.
    pub(crate) fn wants_ringback(&self) -> bool {
        match self.stage {
            Stage::Ringing => true,
            Stage::EarlyMedia => {
                let silent_until = self.early.as_ref().map_or(0, |early| early.silent_until);
                let heard = self.flow.packets().saturating_sub(silent_until);
                self.far_end_rings && heard < MediaStats::SOUND
            }
            _ => false,
        }
    }

    pub(super) fn early_answer_applied(&mut self) {
        let is_over = self.early.as_ref().is_some_and(|early| early.is_over);
        if matches!(self.stage, Stage::Calling | Stage::Ringing) && !is_over {
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
        let early = self.early.take();
        let is_other_fork = early.is_some_and(|early| early.transport != Transport::of(&sdp));
        let op = MediaOp::ApplyAnswer {
            sdp,
            provisional: false,
        };
        self.expect_soon(op, Step::FinalAnswer, now);
        if is_other_fork {
            // Only new ICE credentials make the browser leave the path to the fork that was heard first.
            self.media_down();
            self.connected(now);
            self.restart_path(now);
        } else {
            self.connected(now);
        }
    }

    /// The INVITE could not be sent.
    pub(crate) fn not_sent(&mut self, cause: EndCause, now: Now) {
        self.session = None;
        self.finish(cause, None, None, now);
    }

    pub(super) fn answered(&mut self, now: Now) {
        self.answered_at = Some(now.unix_ms);
        self.actions.push_back(Action::Record);
    }

    /// The call is up. If an answer is still to be applied, its step must be queued before this: changes
    /// wait for it.
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
