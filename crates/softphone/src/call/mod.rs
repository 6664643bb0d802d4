//! One call as a person knows it: a state machine of its own, without ids of sockets or sessions.
//!
//! It takes commands, what the far end does and what the media does, and leaves [`Action`]s for the
//! phone to carry out. The states and their transitions:
//!
//! ```text
//! Preparing ─► Calling ─► Ringing ⇄ EarlyMedia ─► Connected ─► Ended
//!                    └──────────────────────────────►┘  ▲
//! Incoming ⇄ Answering(media) ─► Answering(ack) ────────┘      (every state may go to Ended)
//! ```
//!
//! There is no state `Ending`: the engine ends a call on the wire by itself, so a call is over as soon as
//! the person hangs up.

mod auto_answer;
mod conference;
mod digits;
mod end;
mod hold;
mod incoming;
mod media;
mod outgoing;
mod quality;
mod referred;
mod shown;
mod summary;
mod takeover;
mod transfer;

use std::collections::VecDeque;
use std::time::Duration;

use alo_protocol::{CallId, CallKind, Direction, EndView};
use alo_providers::{CallFacts, DialTarget};
use alo_sip::{Instant, SessionId};

use crate::line::LineId;
use crate::{MediaId, MediaOp, Now};

use auto_answer::AutoAnswer;
pub(crate) use auto_answer::asked_delay;
use digits::Digits;
use hold::Hold;
use media::{Flow, Path, Step};
use outgoing::Early;
use quality::Quality;
use referred::{Referrer, TransferRequest};
use summary::Summary;
use takeover::Takeover;
use transfer::Transfer;
pub(crate) use transfer::TransferTo;

/// How long the busy tone sounds after a call that could not be completed.
const BUSY_TONE: Duration = Duration::from_secs(4);
/// How long a view shows that something failed.
pub(crate) const NOTICE_LIMIT: Duration = Duration::from_secs(10);
/// How long an ended call is shown.
const SHOWN_AFTER_END: Duration = Duration::from_secs(10);
/// A call that neither side ends must not ring for ever; PBXs give up long before.
const RING_LIMIT: Duration = Duration::from_secs(180);

/// What the phone has to do for a call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// An operation on its peer connection; `Offer` and `Answer` make a new one, `Close` ends it.
    Media(MediaOp),
    /// Send the INVITE.
    Invite { target: DialTarget, offer: String },
    /// Send an INFO with this body of `application/dtmf-relay`.
    Info { body: String },
    /// Answer the INVITE (200).
    Accept { sdp: String },
    /// Refuse the INVITE.
    Reject { status: u16 },
    /// Redirect the caller to somebody else (302).
    Redirect { target: DialTarget },
    /// End the session: CANCEL or BYE.
    HangUp,
    /// Send a re-INVITE. `recover`: if the far end does not know the dialog any more, send a new INVITE
    /// that replaces it.
    Reinvite { offer: String, recover: bool },
    /// Answer the far end's re-INVITE; an error is a status.
    AnswerReinvite { answer: Result<String, u16> },
    /// Send a REFER.
    Transfer(TransferTo),
    /// Report this status to the far end, which asked us to call somebody (RFC 3515).
    TellReferrer { status: u16 },
    /// End the dialog that another one has replaced.
    Leave { session: (LineId, SessionId) },
    /// Refuse the INVITE that was to take over this call.
    Refuse {
        session: (LineId, SessionId),
        status: u16,
    },
    /// Close a connection that the call does not use, or no longer uses.
    CloseMedia(MediaId),
    /// Our hold or resume was refused.
    HoldFailed,
    /// The microphone is not allowed: open the page that asks for the permission.
    OpenMicrophonePage,
    /// The server may be unreachable: check at once whether it answers.
    Probe,
    /// The history row has changed: store it.
    Record,
}

/// The state, with the data that only this state has.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Preparing {
        target: DialTarget,
    },
    Calling,
    Ringing,
    EarlyMedia,
    Incoming {
        offer: Option<String>,
    },
    /// The person answered; the peer connection is being made.
    AnsweringMedia {
        offer: Option<String>,
    },
    /// 200 is sent, ACK awaited. `delayed`: our 200 held the offer, the ACK brings the answer.
    AnsweringAck {
        delayed: bool,
    },
    Connected,
    Ended(EndView),
}

/// One call.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) id: CallId,
    pub(crate) direction: Direction,
    pub(crate) number: String,
    pub(crate) name: Option<String>,
    /// Number and name that the person called, if somebody else has taken over the far end's place since.
    dialled: Option<(String, Option<String>)>,
    /// The number by which our server named the far end last, to hear when it names another one.
    asserted: Option<String>,
    /// The name was looked up by the number; it is not the one that the far end sent.
    name_found: bool,
    /// See [`CallView::claimed`](alo_protocol::CallView::claimed).
    claimed: Option<String>,
    /// See [`CallView::through`](alo_protocol::CallView::through).
    through: Option<String>,
    /// The peer connection, while there is one.
    pub(crate) media: Option<MediaId>,
    /// The call belongs to a check: it is in no history, is never shown, and makes no sound.
    pub(crate) for_check: bool,
    /// The call on the wire, once there is one.
    pub(crate) session: Option<(LineId, SessionId)>,
    stage: Stage,
    started_at: u64,
    answered_at: Option<u64>,
    /// The person's wish; the track is also muted while we hold.
    muted: bool,
    /// We have muted it, not the person: see [`Call::is_muted_for_another`].
    muted_for_another: bool,
    /// Whether the microphone's track was last switched off.
    microphone_off: bool,
    hold: Hold,
    /// The person talked in it until they resumed this other call.
    held_for: Option<CallId>,
    path: Path,
    flow: Flow,
    quality: Quality,
    /// See [`QualitySummary`](crate::desk::QualitySummary).
    summary: Summary,
    /// The person does not want to hear the far end.
    speaker_muted: bool,
    /// Media operations whose outcome is awaited, in order, each with its time limit.
    steps: VecDeque<(Step, Instant)>,
    /// The fork whose early media is heard, or was.
    early: Option<Early>,
    /// A fork has sent 180.
    far_end_rings: bool,
    transfer: Option<Transfer>,
    digits: Digits,
    kind: CallKind,
    transfer_request: Option<TransferRequest>,
    referrer: Option<Referrer>,
    /// An INVITE that is about to take over this call.
    takeover: Option<Takeover>,
    /// The dialog that another one has replaced, until it is ended.
    former: Option<(LineId, SessionId)>,
    in_conference: bool,
    /// The other call's connection whose sound our far end hears, in a conference.
    bridged_to: Option<MediaId>,
    /// A re-INVITE that came before the call's first answer was applied; inner `None`: without an offer.
    deferred_reoffer: Option<Option<String>>,
    /// When it is answered automatically.
    auto: Option<AutoAnswer>,
    /// The beep before an automatic answer sounds.
    beeping: bool,
    /// See [`CallView::auto_answered`](alo_protocol::CallView::auto_answered).
    pub(crate) auto_answered: bool,
    /// The call's id at the provider, once it is known.
    provider_id: Option<String>,
    /// See [`CallView::hotline`](alo_protocol::CallView::hotline).
    hotline: Option<String>,
    /// When ringing ends; once the call has ended, when it is no longer shown.
    deadline: Option<Instant>,
    /// When the busy tone ends.
    busy_until: Option<Instant>,
    actions: VecDeque<Action>,
}

impl Call {
    fn new(id: CallId, direction: Direction, number: String, stage: Stage, now: Now) -> Self {
        Self {
            id,
            direction,
            number,
            name: None,
            dialled: None,
            asserted: None,
            name_found: false,
            claimed: None,
            through: None,
            media: None,
            for_check: false,
            session: None,
            stage,
            started_at: now.unix_ms,
            answered_at: None,
            muted: false,
            muted_for_another: false,
            microphone_off: false,
            hold: Hold::default(),
            held_for: None,
            path: Path::default(),
            flow: Flow::default(),
            quality: Quality::default(),
            summary: Summary::default(),
            speaker_muted: false,
            steps: VecDeque::new(),
            early: None,
            far_end_rings: false,
            transfer: None,
            digits: Digits::default(),
            kind: CallKind::Normal,
            transfer_request: None,
            referrer: None,
            takeover: None,
            former: None,
            in_conference: false,
            bridged_to: None,
            deferred_reoffer: None,
            auto: None,
            beeping: false,
            auto_answered: false,
            provider_id: None,
            hotline: None,
            deadline: None,
            busy_until: None,
            actions: VecDeque::from([Action::Record]),
        }
    }

    /// What the phone has to do next.
    pub(crate) fn poll_action(&mut self) -> Option<Action> {
        self.actions.pop_front()
    }

    /// When [`Self::handle_timeout`] is to be called.
    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        let step = self.steps.front().map(|(_, until)| *until);
        [
            self.deadline,
            self.busy_until,
            step,
            self.path.lost_until(),
            self.path.restart_at(),
            self.hold.poll_timeout(),
            self.transfer_request.as_ref().map(|it| it.until),
            self.auto_answer_timeout(),
            self.digits.poll_timeout(),
            self.takeover_until(),
            self.transfer_until(),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// Does what is due.
    pub(crate) fn handle_timeout(&mut self, now: Now) {
        if self.busy_until.is_some_and(|at| at <= now.mono) {
            self.busy_until = None;
        }
        if self.deadline.is_some_and(|at| at <= now.mono) {
            self.ring_limit_reached(now);
        }
        // This ends, because each failure removes at least one step.
        while self
            .steps
            .front()
            .is_some_and(|(_, until)| *until <= now.mono)
        {
            self.media_failed(crate::MediaFailure::Other, now);
        }
        self.path_timeout(now);
        self.hold_timeout(now);
        self.digits_timeout(now);
        self.request_timeout(now);
        self.takeover_timeout(now);
        self.transfer_timeout(now);
    }

    /// Mutes or unmutes our voice. False where the state has no microphone, and for unmuting a call that
    /// we only listen to.
    pub(crate) fn set_muted(&mut self, muted: bool) -> bool {
        let has_microphone = match self.stage {
            Stage::Calling
            | Stage::Ringing
            | Stage::EarlyMedia
            | Stage::AnsweringMedia { .. }
            | Stage::AnsweringAck { .. }
            | Stage::Connected => true,
            Stage::Preparing { .. } | Stage::Incoming { .. } | Stage::Ended(_) => false,
        };
        let may = has_microphone && (muted || self.kind != CallKind::Monitor);
        if may {
            self.muted = muted;
            self.muted_for_another = false;
            self.update_microphone();
        }
        may
    }

    /// Silences the far end, or lets it be heard. False where there is nothing to hear.
    pub(crate) fn set_speaker_muted(&mut self, muted: bool) -> bool {
        let audible = matches!(
            self.stage,
            Stage::EarlyMedia | Stage::AnsweringAck { .. } | Stage::Connected
        );
        if audible && muted != self.speaker_muted {
            self.speaker_muted = muted;
            let op = MediaOp::SetSpeakerMuted(muted);
            self.actions.push_back(Action::Media(op));
        }
        audible
    }

    /// Not over.
    pub(crate) fn is_live(&self) -> bool {
        !matches!(self.stage, Stage::Ended(_))
    }

    /// Rings here, unanswered.
    pub(crate) fn rings(&self) -> bool {
        matches!(self.stage, Stage::Incoming { .. })
    }

    /// Is being made or answered, or is up: the person is busy with it.
    pub(crate) fn is_active(&self) -> bool {
        self.is_live() && !self.rings()
    }

    pub(crate) fn is_connected(&self) -> bool {
        self.stage == Stage::Connected
    }

    /// Is being made or answered: it can neither be held nor talked in yet.
    pub(crate) fn is_in_setup(&self) -> bool {
        self.is_active() && !self.is_connected()
    }

    pub(crate) fn end(&self) -> Option<&EndView> {
        match &self.stage {
            Stage::Ended(end) => Some(end),
            _ => None,
        }
    }

    /// True when an ended call has been shown long enough.
    pub(crate) fn is_stale(&self, now: Now) -> bool {
        self.end().is_some() && self.deadline.is_some_and(|at| at <= now.mono)
    }

    /// Whether the busy tone sounds, because the call could not be completed.
    pub(crate) fn sounds_busy(&self) -> bool {
        self.busy_until.is_some()
    }

    /// Takes what the provider's headers say about the call; what they do not say stays as it was.
    pub(crate) fn learn(&mut self, facts: CallFacts) {
        let known = (self.provider_id.clone(), self.hotline.clone());
        if facts.provider_id.is_some() {
            self.provider_id = facts.provider_id;
        }
        if facts.hotline.is_some() {
            self.hotline = facts.hotline;
        }
        // An incoming call's `From` may be the provider's own; whom we called is known.
        if self.direction == Direction::Incoming
            && let Some(number) = facts.number
        {
            self.number = number;
        }
        if known != (self.provider_id.clone(), self.hotline.clone()) {
            self.actions.push_back(Action::Record);
        }
    }

    /// Sets the name of the other party, found by the number of [`Self::party`].
    pub(crate) fn set_name(&mut self, name: String) {
        let known = match &mut self.dialled {
            Some((_, name)) => name,
            None => {
                self.name_found = true;
                &mut self.name
            }
        };
        if known.as_ref() != Some(&name) {
            *known = Some(name);
            self.actions.push_back(Action::Record);
        }
    }

    /// Mutes a new connection like the one before it.
    fn mute_new_connection(&mut self) {
        self.update_microphone();
        if self.speaker_muted {
            let op = MediaOp::SetSpeakerMuted(true);
            self.actions.push_back(Action::Media(op));
        }
    }

    /// The track is on only if the person wants it and we do not hold.
    fn update_microphone(&mut self) {
        let off = self.muted || self.hold.silences_us();
        if off != self.microphone_off {
            self.microphone_off = off;
            self.actions
                .push_back(Action::Media(MediaOp::SetMuted(off)));
        }
    }
}
