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
            // This INVITE was to take over a call (Replaces). Declining it declines everywhere (603): the call
            // that it was to continue is over too (RFC 3891 §3).
            Stage::AnsweringMedia { .. } if self.continues_older_call() => self.decline(true, now),
            Stage::Incoming { .. } | Stage::AnsweringMedia { .. } => self.decline(false, now),
            Stage::AnsweringAck { .. } | Stage::Connected => {
                // The person who hangs up before the ACK has answered the call.
                self.answered_at.get_or_insert(now.unix_ms);
                self.give_up(EndCause::HungUp, now);
            }
            Stage::Ended(_) => {}
        }
    }

    /// Whether the INVITE being answered continues an older call (Replaces): that call had been answered,
    /// or was placed by us.
    fn continues_older_call(&self) -> bool {
        self.answered_at.is_some() || self.direction == Direction::Outgoing
    }

    /// The cause of the end when the person declines.
    pub(super) fn decline_cause(&self) -> EndCause {
        match (self.answered_at, self.direction) {
            (Some(_), _) => EndCause::HungUp,
            (None, Direction::Outgoing) => EndCause::Cancelled,
            (None, Direction::Incoming) => EndCause::Declined,
        }
    }

    /// The cause of the end when the call rang here and was not answered. A call of ours rings here only
    /// if it was taken over and the microphone could not be opened for that.
    pub(super) fn unanswered_cause(&self) -> EndCause {
        match self.direction {
            Direction::Incoming => EndCause::Missed,
            Direction::Outgoing => EndCause::NoMicrophone,
        }
    }

    /// The cause of the end when the far end gives up before our answer: it has refused nothing.
    fn abandoned_cause(&self, by: EndedBy) -> Option<EndCause> {
        match (&self.stage, by) {
            (Stage::Incoming { .. }, EndedBy::Remote) => Some(self.unanswered_cause()),
            (Stage::AnsweringMedia { .. }, EndedBy::Remote) => Some(EndCause::RemoteHungUp),
            _ => None,
        }
    }

    /// Ends the call, also on the wire, for a reason of our own.
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
        // A far end that ends the call has received our answer. Where the answer was never acknowledged,
        // nobody was there any more: such a call is missed, although the person answered.
        if matches!(self.stage, Stage::AnsweringAck { .. }) && end.by == EndedBy::Remote {
            self.answered_at.get_or_insert(now.unix_ms);
        }
        let facts = CallEnd {
            direction: self.direction,
            // A call that is being taken over is answered again; here the first answer counts.
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
            // The far end does not know the dialog any more: nobody hung up.
            EndKind::Gone => EndCause::NetworkFailed,
            _ => self
                .abandoned_cause(end.by)
                .filter(|_| unanswered_outgoing)
                .unwrap_or_else(|| end_cause(profile, &facts)),
        };
        // A `Reason` has a text for people; the phrase of a status is often only the name of that status.
        let words = reasons
            .iter()
            .find_map(|reason| reason.text)
            .unwrap_or(&end.phrase);
        let reason = match end.by {
            EndedBy::Remote => clean(words, MAX_REASON),
            EndedBy::Local | EndedBy::Network => None,
        };
        let header: Vec<String> = end.reasons.iter().map(ToString::to_string).collect();
        let header = clean(&header.join(", "), MAX_REASON);
        self.session = None;
        if !self.is_live() || self.take_over_early() {
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

    /// Ends the call here: media, digits and hold are dropped, and the row is stored.
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
        // The person has answered and listens: the busy tone tells that nobody is there.
        let listens = cause == EndCause::Missed && matches!(self.stage, Stage::AnsweringAck { .. });
        self.close_media();
        self.end_former();
        // The dialog that the INVITE was to replace is over (RFC 3891 §3).
        self.refuse_takeover(603);
        self.transfer_request = None;
        self.stage = Stage::Ended(EndView {
            cause,
            code,
            reason,
            reason_header: None,
            at: now.unix_ms,
        });
        self.deadline = Some(now.mono + SHOWN_AFTER_END);
        if listens || is_heard(cause) {
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

    /// Forgets the state of the peer connection, which the call does not use any more.
    pub(super) fn forget_media(&mut self) {
        self.steps.clear();
        // `microphone_off` is about the track of that connection.
        self.microphone_off = false;
        self.bridged_to = None;
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
        | EndCause::AnonymityRefused
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
