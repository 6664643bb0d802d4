//! An INVITE with Replaces takes over the call: its caller takes the far end's place (RFC 3891 §3). Until
//! our answer to it is ready the call stays as it is; if there is no answer, it goes on unchanged.

use alo_protocol::Direction;
use alo_sip::{Instant, SessionId};

use super::media::{Flow, MICROPHONE_LIMIT, Path, Step};
use super::{Action, Call, Quality, Stage};
use crate::caller::{Caller, is_same_number};
use crate::desk::number_key;
use crate::line::LineId;
use crate::{MediaEvent, MediaFailure, MediaId, Now};

/// An INVITE that is about to take over the call.
#[derive(Debug)]
pub(super) struct Takeover {
    session: (LineId, SessionId),
    caller: Caller,
    offer: Option<String>,
    /// The peer connection that is being made to answer it.
    media: MediaId,
    until: Instant,
}

impl Call {
    /// An INVITE asks to take over the call; `media` is being made to answer it. False if another one is
    /// just doing so.
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

    /// An event of the peer connection that is being made to answer the INVITE.
    pub(crate) fn handle_takeover_media(&mut self, event: MediaEvent) {
        let has_offer = self.takeover.as_ref().is_some_and(|it| it.offer.is_some());
        match event {
            MediaEvent::Answer { sdp } if has_offer => self.take_over(sdp),
            MediaEvent::Offer { sdp } if !has_offer => self.take_over(sdp),
            MediaEvent::Failed(MediaFailure::BadSdp | MediaFailure::Other) => {
                self.refuse_takeover(488);
            }
            // The call that is up still has its microphone: the page for the permission is not opened.
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

    /// Refuses the INVITE: it cannot be answered, or the call to be taken over has ended.
    pub(super) fn refuse_takeover(&mut self, status: u16) {
        if let Some(takeover) = self.takeover.take() {
            let session = takeover.session;
            self.actions.push_back(Action::Refuse { session, status });
            self.actions.push_back(Action::CloseMedia(takeover.media));
        }
    }

    /// The caller has cancelled the INVITE.
    pub(crate) fn takeover_ended(&mut self) {
        if let Some(takeover) = self.takeover.take() {
            self.actions.push_back(Action::CloseMedia(takeover.media));
        }
    }

    /// The answer to the INVITE is ready: the call moves to the new dialog.
    fn take_over(&mut self, sdp: String) {
        if let Some(takeover) = self.takeover.take() {
            self.move_to(takeover);
            self.answer_ready(sdp);
        }
    }

    /// The old dialog has ended before the answer to the INVITE is ready, as some PBXs do it: the call moves
    /// to the new one at once. False if there is no INVITE that takes over.
    pub(super) fn take_over_early(&mut self) -> bool {
        let Some(takeover) = self.takeover.take() else {
            return false;
        };
        self.session = None;
        let until = takeover.until;
        let step = match takeover.offer {
            Some(_) => Step::FirstAnswer,
            None => Step::DelayedOffer,
        };
        self.move_to(takeover);
        self.steps.push_back((step, until));
        true
    }

    /// Moves the call to the new dialog, muted and held as it was, without ringing again.
    fn move_to(&mut self, takeover: Takeover) {
        // All other waiting actions were meant for the old dialog and its connection.
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
        self.go_on_with(takeover.caller);
        self.digits.begin_new_dialog();
        if let Some(offer) = &takeover.offer {
            self.digits.note_description(offer);
        }
        self.hold = self.hold.for_new_dialog();
        self.path = Path::default();
        self.quality = Quality::default();
        self.early = None;
        self.flow = Flow::default();
        self.transfer = None;
        self.transfer_request = None;
        self.deferred_reoffer = None;
        self.deadline = None;
        self.stage = Stage::AnsweringMedia {
            offer: takeover.offer,
        };
        self.mute_new_connection();
        self.actions.push_back(Action::Record);
    }

    /// Our server names the far end at the beginning: of an incoming call, or in the answer to ours. There, what the
    /// person dialled goes before it: it may name the same party in another way, such as by its extension.
    pub(crate) fn note_asserted(&mut self, named: Option<Caller>) {
        if let Some(named) = named {
            self.asserted = Some(named.number);
        }
    }

    /// Our server names the far end anew: somebody else, where it has transferred the call. The first name is not
    /// news: a server may name the hotline's extension, or the trunk, at its first change, and need not repeat that
    /// the number of a caller who withheld it is to be hidden.
    pub(crate) fn identified(&mut self, named: Caller) {
        let is_named = |known: &str| is_same_number(known, &named.number);
        if self.asserted.as_deref().is_none_or(is_named) || is_named(&self.number) {
            self.asserted = Some(named.number);
        } else if self.is_live() {
            self.go_on_with(named);
            self.actions.push_back(Action::Record);
        }
    }

    /// Somebody else is at the far end.
    fn go_on_with(&mut self, caller: Caller) {
        if self.direction == Direction::Outgoing && self.dialled.is_none() {
            self.dialled = Some((self.number.clone(), self.name.clone()));
        }
        // If the number stays the same, the name that was looked up stays too: it is not looked up again.
        let same = number_key(&self.number).is_some()
            && number_key(&self.number) == number_key(&caller.number);
        self.asserted = Some(caller.number.clone());
        self.number = caller.number;
        self.name_found &= same;
        let kept = self.name_found || same && caller.name.is_none();
        let known = self.name.take().filter(|_| kept);
        self.name = known.or(caller.name);
        self.claimed = caller.claimed;
        self.through = caller.through;
    }

    /// Ends the dialog that was replaced.
    pub(super) fn end_former(&mut self) {
        if let Some(session) = self.former.take() {
            self.actions.push_back(Action::Leave { session });
        }
    }
}
