//! Somebody takes the far end's place (RFC 3891 §3). The call stays as it is until the answer to them is
//! ready: where there will be none, it goes on as if they had never come.

use alo_protocol::Direction;
use alo_sip::{Instant, SessionId};

use super::media::{Flow, MICROPHONE_LIMIT, Path, Step};
use super::{Action, Call, Quality, Stage};
use crate::caller::Caller;
use crate::desk::number_key;
use crate::line::LineId;
use crate::{MediaEvent, MediaFailure, MediaId, Now};

/// Whoever is about to take the far end's place.
#[derive(Debug)]
pub(super) struct Takeover {
    session: (LineId, SessionId),
    caller: Caller,
    offer: Option<String>,
    /// The connection that is being made for them.
    media: MediaId,
    until: Instant,
}

impl Call {
    /// Somebody wants the far end's place; `media` is being made to answer them. False where somebody else
    /// is just taking it.
    pub(crate) fn begin_takeover(
        &mut self,
        session: (LineId, SessionId),
        caller: Caller,
        offer: Option<String>,
        media: MediaId,
        now: Now,
    ) -> bool {
        if self.takeover.is_some() {
            return false;
        }
        self.takeover = Some(Takeover {
            session,
            caller,
            offer,
            media,
            until: now.mono + MICROPHONE_LIMIT,
        });
        true
    }

    pub(crate) fn is_taken_over_on(&self, media: MediaId) -> bool {
        let takeover = self.takeover.as_ref();
        takeover.is_some_and(|takeover| takeover.media == media)
    }

    pub(crate) fn is_taken_over_by(&self, session: (LineId, SessionId)) -> bool {
        let takeover = self.takeover.as_ref();
        takeover.is_some_and(|takeover| takeover.session == session)
    }

    /// What the connection tells that is being made for them.
    pub(crate) fn handle_takeover_media(&mut self, event: MediaEvent) {
        let has_offer = self.takeover.as_ref().is_some_and(|it| it.offer.is_some());
        match event {
            MediaEvent::Answer { sdp } if has_offer => self.take_over(sdp),
            MediaEvent::Offer { sdp } if !has_offer => self.take_over(sdp),
            MediaEvent::Failed(MediaFailure::BadSdp | MediaFailure::Other) => {
                self.refuse_takeover(488);
            }
            // The microphone of the call that is up is not lost with it: nobody is led to allow it.
            MediaEvent::Failed(
                MediaFailure::MicrophoneDenied | MediaFailure::MicrophoneMissing,
            ) => self.refuse_takeover(480),
            _ => {}
        }
    }

    pub(super) fn takeover_timeout(&mut self, now: Now) {
        if self.takeover_until().is_some_and(|until| until <= now.mono) {
            self.refuse_takeover(488);
        }
    }

    pub(super) fn takeover_until(&self) -> Option<Instant> {
        self.takeover.as_ref().map(|takeover| takeover.until)
    }

    /// They cannot be answered, or nothing is left to be taken.
    pub(super) fn refuse_takeover(&mut self, status: u16) {
        if let Some(takeover) = self.takeover.take() {
            let session = takeover.session;
            self.actions.push_back(Action::Refuse { session, status });
            self.actions.push_back(Action::CloseMedia(takeover.media));
        }
    }

    /// They have given up.
    pub(crate) fn takeover_ended(&mut self) {
        if let Some(takeover) = self.takeover.take() {
            self.actions.push_back(Action::CloseMedia(takeover.media));
        }
    }

    /// The answer to them is ready: the old dialog is left for it.
    fn take_over(&mut self, sdp: String) {
        if let Some(takeover) = self.takeover.take() {
            self.go_on_with(takeover);
            self.answer_ready(sdp);
        }
    }

    /// The far end is gone before the answer to whoever takes its place is ready: some PBXs end the old
    /// dialog by themselves. False where nobody does.
    pub(super) fn takes_over_early(&mut self) -> bool {
        let Some(takeover) = self.takeover.take() else {
            return false;
        };
        self.session = None;
        let until = takeover.until;
        let step = match takeover.offer {
            Some(_) => Step::FirstAnswer,
            None => Step::DelayedOffer,
        };
        self.go_on_with(takeover);
        self.steps.push_back((step, until));
        true
    }

    /// The call is theirs, as muted and held as it was, without ringing anew.
    fn go_on_with(&mut self, takeover: Takeover) {
        // What else waits to be done was meant for the old dialog and its connection.
        self.actions.retain(|action| {
            matches!(
                action,
                Action::Record | Action::Probe | Action::Leave { .. } | Action::OpenMicrophonePage
            )
        });
        if let Some(old) = self.media.replace(takeover.media) {
            self.actions.push_back(Action::CloseMedia(old));
        }
        self.forget_media();
        self.former = self.session.replace(takeover.session);
        if self.direction == Direction::Outgoing && self.dialled.is_none() {
            self.dialled = Some((self.number.clone(), self.name.clone()));
        }
        // Contacts are not looked up anew where the number stays the same.
        let same = number_key(&self.number).is_some()
            && number_key(&self.number) == number_key(&takeover.caller.number);
        self.number = takeover.caller.number;
        self.name_found &= same;
        let kept = self.name_found || same && takeover.caller.name.is_none();
        let known = self.name.take().filter(|_| kept);
        self.name = known.or(takeover.caller.name);
        self.claimed = takeover.caller.claimed;
        self.through = takeover.caller.through;
        self.digits.moved();
        if let Some(offer) = &takeover.offer {
            self.digits.note_description(offer);
        }
        self.hold = self.hold.moved();
        self.path = Path::default();
        self.quality = Quality::default();
        self.early = None;
        self.flow = Flow::default();
        self.transfer = None;
        self.asked = None;
        self.deferred_reoffer = None;
        self.deadline = None;
        self.stage = Stage::AnsweringMedia {
            offer: takeover.offer,
        };
        self.mute_anew();
        self.actions.push_back(Action::Record);
    }

    /// Leaves the dialog that was replaced.
    pub(super) fn leave_former(&mut self) {
        if let Some(session) = self.former.take() {
            self.actions.push_back(Action::Leave { session });
        }
    }
}
