//! The end of a call, from either side.

use alo_protocol::{Direction, EndCause, EndView};
use alo_providers::{CallEnd, Closing, EndReason, Profile, end_cause};
use alo_sip::{EndKind, EndedBy, SessionEnd};

use super::{Action, BUSY_TONE, Call, SHOWN_AFTER_END, Stage};
use crate::text::{MAX_REASON, clean};
use crate::{MediaOp, Now};

impl Call {
    /// The person hangs up, cancels or declines, whichever the state asks for.
    pub(crate) fn hang_up(&mut self, now: Now) {
        match self.stage {
            Stage::Preparing { .. } => self.finish(EndCause::Cancelled, None, None, now),
            Stage::Calling | Stage::Ringing | Stage::EarlyMedia => {
                self.give_up(EndCause::Cancelled, now);
            }
            // A dialog that another one was to go on from is declined with it (RFC 3891 §3).
            Stage::AnsweringMedia { .. } if self.went_on() => self.decline(true, now),
            Stage::Incoming { .. } | Stage::AnsweringMedia { .. } => self.decline(false, now),
            Stage::AnsweringAck { .. } | Stage::Connected => {
                // Whoever hangs up before the ACK has taken the call.
                self.answered_at.get_or_insert(now.unix_ms);
                self.give_up(EndCause::HungUp, now);
            }
            Stage::Ended(_) => {}
        }
    }

    /// It was up or rang at the far end before it came to be answered here: somebody took that far end's
    /// place, and the one before has left.
    fn went_on(&self) -> bool {
        self.answered_at.is_some() || self.direction == Direction::Outgoing
    }

    /// The person does not want to answer: what that ends.
    pub(super) fn declined(&self) -> EndCause {
        match (self.answered_at, self.direction) {
            (Some(_), _) => EndCause::HungUp,
            (None, Direction::Outgoing) => EndCause::Cancelled,
            (None, Direction::Incoming) => EndCause::Declined,
        }
    }

    /// It rang here until the end. A call of ours only rings here because the microphone could not be
    /// opened for whoever took the far end's place.
    pub(super) fn unanswered(&self) -> EndCause {
        match self.direction {
            Direction::Incoming => EndCause::Missed,
            Direction::Outgoing => EndCause::NoMicrophone,
        }
    }

    /// What it means where they do not wait for our answer any longer: they have refused nothing.
    fn given_up(&self, by: EndedBy) -> Option<EndCause> {
        match (&self.stage, by) {
            (Stage::Incoming { .. }, EndedBy::Remote) => Some(self.unanswered()),
            (Stage::AnsweringMedia { .. }, EndedBy::Remote) => Some(EndCause::RemoteHungUp),
            _ => None,
        }
    }

    /// Ends it on the wire for a reason of our own.
    pub(super) fn give_up(&mut self, cause: EndCause, now: Now) {
        self.actions.push_back(Action::HangUp);
        self.finish(cause, None, None, now);
    }

    /// The call is over on the wire.
    pub(crate) fn ended(&mut self, profile: &Profile, end: &SessionEnd, now: Now) {
        let reasons: Vec<EndReason<'_>> = end
            .reasons
            .iter()
            .map(|reason| EndReason {
                protocol: &reason.protocol,
                cause: reason.cause,
                text: reason.text.as_deref(),
            })
            .collect();
        // Whoever ends the call has had our answer. Where nobody ever acknowledged it, nobody was there
        // any more to talk to: such a call is missed, whatever the person pressed.
        if matches!(self.stage, Stage::AnsweringAck { .. }) && end.by == EndedBy::Remote {
            self.answered_at.get_or_insert(now.unix_ms);
        }
        let facts = CallEnd {
            direction: self.direction,
            // A call whose far end is being replaced is answered anew, and was answered before.
            answered: self.answered_at.is_some(),
            closing: match end.by {
                EndedBy::Local => Closing::Local,
                EndedBy::Remote => Closing::Remote,
                EndedBy::Network => Closing::Network,
            },
            status: end.status,
            phrase: &end.phrase,
            reasons: &reasons,
        };
        let unanswered_outgoing = self.direction == Direction::Outgoing && !facts.answered;
        let cause = match end.kind {
            EndKind::Authentication if unanswered_outgoing => EndCause::AuthFailed,
            EndKind::Protocol if unanswered_outgoing => EndCause::Failed,
            // The far end knows the call no more: it was lost on the way, and nobody hung up.
            EndKind::Gone => EndCause::NetworkFailed,
            _ => self
                .given_up(end.by)
                .filter(|_| unanswered_outgoing)
                .unwrap_or_else(|| end_cause(profile, &facts)),
        };
        // A `Reason` is meant for people; the phrase beside a status is often only its name.
        let told = reasons
            .iter()
            .find_map(|reason| reason.text)
            .unwrap_or(&end.phrase);
        let reason = match end.by {
            EndedBy::Remote => clean(told, MAX_REASON),
            EndedBy::Local | EndedBy::Network => None,
        };
        let header: Vec<String> = end.reasons.iter().map(ToString::to_string).collect();
        let header = clean(&header.join(", "), MAX_REASON);
        self.session = None;
        if !self.is_live() || self.takes_over_early() {
            return;
        }
        if end.by == EndedBy::Remote {
            self.far_end_left();
        }
        self.finish(cause, end.status, reason, now);
        if let Stage::Ended(view) = &mut self.stage {
            view.reason_header = header;
        }
    }

    /// Over: whatever the media was doing is of no interest any more.
    pub(super) fn finish(
        &mut self,
        cause: EndCause,
        code: Option<u16>,
        reason: Option<String>,
        now: Now,
    ) {
        if !self.is_live() {
            return;
        }
        // Who answered listens, and is to hear that nobody is there.
        let waits = cause == EndCause::Missed && matches!(self.stage, Stage::AnsweringAck { .. });
        self.close_media();
        self.leave_former();
        // The dialog that they name is over (RFC 3891 §3).
        self.refuse_takeover(603);
        self.asked = None;
        self.stage = Stage::Ended(EndView {
            cause,
            code,
            reason,
            reason_header: None,
            at: now.unix_ms,
        });
        self.deadline = Some(now.mono + SHOWN_AFTER_END);
        if waits || is_heard(cause) {
            self.busy_until = Some(now.mono + BUSY_TONE);
        }
        self.path = super::Path::default();
        self.hold = super::Hold::default();
        self.digits = super::Digits::default();
        self.actions.push_back(Action::Record);
    }

    pub(super) fn close_media(&mut self) {
        self.forget_media();
        self.actions.push_back(Action::Media(MediaOp::Close));
    }

    /// The connection there was is the call's no more.
    pub(super) fn forget_media(&mut self) {
        self.steps.clear();
        // `microphone_off` belongs to the track that goes with it.
        self.microphone_off = false;
        self.hears = None;
    }
}

/// Causes that a caller hears as a busy tone: somebody or something else ended the attempt.
fn is_heard(cause: EndCause) -> bool {
    match cause {
        EndCause::Busy
        | EndCause::NoAnswer
        | EndCause::Rejected
        | EndCause::NotFound
        | EndCause::Forbidden
        | EndCause::TrialRejection
        | EndCause::ProviderRefused
        | EndCause::DeclinedOrLimit
        | EndCause::LimitReached
        | EndCause::NoPackage
        | EndCause::ExtensionDisabled
        | EndCause::BarredNumber
        | EndCause::OutOfHours
        | EndCause::NoHotline
        | EndCause::AuthFailed
        | EndCause::NetworkFailed
        | EndCause::Failed => true,
        EndCause::HungUp
        | EndCause::RemoteHungUp
        | EndCause::AllottedTimeout
        | EndCause::Cancelled
        | EndCause::Missed
        | EndCause::AnsweredElsewhere
        | EndCause::Declined
        | EndCause::Forwarded
        | EndCause::MediaFailed
        | EndCause::NoMicrophone => false,
    }
}
