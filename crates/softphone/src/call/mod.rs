//! One call as a person knows it: a state machine of its own, without ids of sockets or sessions.
//!
//! It takes commands, what the far end does and what the media does, and leaves [`Action`]s for the
//! phone to carry out. The states and who may go where:
//!
//! ```text
//! Preparing ─► Calling ─► Ringing ⇄ EarlyMedia ─► Connected ─► Ended
//!                    └──────────────────────────────►┘  ▲
//! Incoming ⇄ Answering(media) ─► Answering(ack) ────────┘      (every state may go to Ended)
//! ```
//!
//! There is no lingering `Ending`: the engine winds a call up on the wire by itself, so that a person
//! who hangs up is done at once.

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
use referred::{Asked, Referrer};
use summary::Summary;
use takeover::Takeover;
use transfer::Transfer;
pub(crate) use transfer::TransferTo;

/// How long the tone sounds that says that a call could not be completed.
const BUSY_TONE: Duration = Duration::from_secs(4);
/// How long an ended call is shown.
const SHOWN_AFTER_END: Duration = Duration::from_secs(10);
/// A call that neither side ends must not ring for ever; PBXs give up long before.
const RING_LIMIT: Duration = Duration::from_secs(180);

/// What a call wants done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// On its peer connection; `Offer` and `Answer` make a new one, `Close` ends it.
    Media(MediaOp),
    /// Place it.
    Invite { target: DialTarget, offer: String },
    /// Send a body of `application/dtmf-relay` within it.
    Info { body: String },
    /// Answer it (200).
    Accept { sdp: String },
    /// Refuse it.
    Reject { status: u16 },
    /// Send the caller on to somebody else (302).
    Redirect { target: DialTarget },
    /// End it: CANCEL or BYE.
    HangUp,
    /// Offer a change. `recover`: where the far end knows no such call any more, ask for a new one in
    /// its place.
    Reinvite { offer: String, recover: bool },
    /// Answer the far end's change.
    AnswerReinvite { answer: Result<String, u16> },
    /// Hand it on.
    Transfer(TransferTo),
    /// Tell the far end how the call fares that it asked for.
    TellReferrer { status: u16 },
    /// End the dialog that another one has taken the place of.
    Leave { session: (LineId, SessionId) },
    /// Refuse whoever wanted to take the far end's place.
    Refuse {
        session: (LineId, SessionId),
        status: u16,
    },
    /// Close a connection that is the call's no more, or never was.
    CloseMedia(MediaId),
    /// Our hold or resume was refused.
    HoldFailed,
    /// The microphone is not allowed: lead the person to the page that asks.
    OpenMicrophonePage,
    /// The server may not be there any more: ask it at once.
    Probe,
    /// The history row has changed.
    Record,
}

/// State, with what is known only in it.
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
    /// Whom the person called, and their name, where somebody else has taken their place since.
    dialled: Option<(String, Option<String>)>,
    /// The name shown was looked up by the number, and is not what the far end calls itself.
    name_found: bool,
    /// See [`CallView::claimed`].
    claimed: Option<String>,
    /// See [`CallView::through`].
    through: Option<String>,
    /// The peer connection, while there is one.
    pub(crate) media: Option<MediaId>,
    /// It is a part of a check, and no talk: in no history, on no screen, without a sound.
    pub(crate) for_check: bool,
    /// The call on the wire, once there is one.
    pub(crate) session: Option<(LineId, SessionId)>,
    stage: Stage,
    started_at: u64,
    answered_at: Option<u64>,
    /// The person's wish; the track is also muted while we hold.
    muted: bool,
    /// It was not the person who muted it: see [`Call::is_muted_for_another`].
    muted_for_another: bool,
    /// What the track was last told.
    microphone_off: bool,
    hold: Hold,
    path: Path,
    flow: Flow,
    quality: Quality,
    /// See [`QualitySummary`](crate::desk::QualitySummary).
    summary: Summary,
    /// The person does not want to hear the far end.
    speaker_muted: bool,
    /// Media operations whose outcome is awaited, in order, with the time until when.
    steps: VecDeque<(Step, Instant)>,
    /// The fork whose early media is heard, or was.
    early: Option<Early>,
    transfer: Option<Transfer>,
    digits: Digits,
    kind: CallKind,
    asked: Option<Asked>,
    referrer: Option<Referrer>,
    /// Whoever is about to take the far end's place.
    takeover: Option<Takeover>,
    /// The dialog that another one has taken the place of.
    former: Option<(LineId, SessionId)>,
    in_conference: bool,
    /// Whose far end ours hears, as its connection was last told.
    hears: Option<MediaId>,
    /// A change of the far end that came before the call's first answer was applied.
    deferred_reoffer: Option<Option<String>>,
    /// It answers by itself soon.
    auto: Option<AutoAnswer>,
    /// The beep before that is heard.
    beeping: bool,
    /// See [`CallView::auto_answered`].
    pub(crate) auto_answered: bool,
    /// The call's id at the provider, once it is known.
    provider_id: Option<String>,
    /// See [`CallView::hotline`].
    hotline: Option<String>,
    /// End of ringing, or of being shown when ended.
    deadline: Option<Instant>,
    /// End of the tone after a call that could not be completed.
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
            path: Path::default(),
            flow: Flow::default(),
            quality: Quality::default(),
            summary: Summary::default(),
            speaker_muted: false,
            steps: VecDeque::new(),
            early: None,
            transfer: None,
            digits: Digits::default(),
            kind: CallKind::Normal,
            asked: None,
            referrer: None,
            takeover: None,
            former: None,
            in_conference: false,
            hears: None,
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
            self.asked.as_ref().map(|asked| asked.until),
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
        // Each failure takes at least one step out.
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

    /// Sets or clears mute. False where the state has no microphone, and where the call is one in which
    /// we are not to be heard.
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

    /// It could not be completed, and that is still heard.
    pub(crate) fn sounds_busy(&self) -> bool {
        self.busy_until.is_some()
    }

    /// The far end rings and nothing is heard of it.
    pub(crate) fn wants_ringback(&self) -> bool {
        self.stage == Stage::Ringing
    }

    /// What the provider's headers told of it; what they do not say stays as it was.
    pub(crate) fn learn(&mut self, facts: CallFacts) {
        let known = (self.provider_id.clone(), self.hotline.clone());
        if facts.provider_id.is_some() {
            self.provider_id = facts.provider_id;
        }
        if facts.hotline.is_some() {
            self.hotline = facts.hotline;
        }
        // Whom we called we know; who calls may come in the provider's own name.
        if self.direction == Direction::Incoming
            && let Some(number) = facts.number
        {
            self.number = number;
        }
        if known != (self.provider_id.clone(), self.hotline.clone()) {
            self.actions.push_back(Action::Record);
        }
    }

    /// The other party is known by this name.
    pub(crate) fn set_name(&mut self, name: String) {
        // It was looked up by the number of [`Self::party`].
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

    /// A new connection is as silent as the one before.
    fn mute_anew(&mut self) {
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
