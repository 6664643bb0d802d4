//! A call as it is shown, as the desk sees it, and as the history has it.

use alo_protocol::{CallAlarm, CallKind, CallState, CallView, ContactsView, EndCause, HistoryRow};

use super::{Call, Stage};
use crate::desk::CallNow;

impl Call {
    fn state(&self) -> CallState {
        match self.stage {
            Stage::Preparing { .. } => CallState::Preparing,
            Stage::Calling => CallState::Calling,
            Stage::Ringing => CallState::Ringing,
            // Nobody is told to hear the other side while our own tone sounds.
            Stage::EarlyMedia if self.wants_ringback() => CallState::Ringing,
            Stage::EarlyMedia => CallState::EarlyMedia,
            Stage::Incoming { .. } => CallState::Incoming,
            Stage::AnsweringMedia { .. } | Stage::AnsweringAck { .. } => CallState::Answering,
            Stage::Connected => CallState::Connected,
            Stage::Ended(_) => CallState::Ended,
        }
    }

    /// The call as views draw it. `waiting`: another call is up.
    pub(crate) fn view(&self, waiting: bool) -> CallView {
        let connected = self.is_connected();
        CallView {
            id: self.id.clone(),
            direction: self.direction,
            state: self.state(),
            number: self.number.clone(),
            name: self.name.clone(),
            started_at: self.started_at,
            answered_at: self.answered_at,
            muted: self.muted,
            held: connected && self.is_held(),
            remote_held: connected && self.hold.remote(),
            hold_pending: connected && self.hold.is_pending(),
            waiting,
            recovering: connected
                && (self.path.is_broken() || self.flow.is_cut() || self.hold.is_unreachable()),
            speaker_muted: self.speaker_muted,
            quality: self.quality.view().filter(|_| connected),
            alarms: if connected { self.alarms() } else { Vec::new() },
            transfer: self.transfer_view(),
            transfer_request: self.transfer_request.as_ref().map(|it| it.shown.clone()),
            claimed: self.claimed.clone(),
            through: self.through.clone(),
            in_conference: connected && self.in_conference,
            kind: self.kind,
            post_dial: self.digits.post_dial().filter(|_| self.is_live()),
            auto_answered: self.auto_answered,
            contacts: ContactsView::default(),
            hotline: self.hotline.clone(),
            end: self.end().cloned(),
        }
    }

    /// Number and name for desk and history. For a call of ours these are the ones that the person dialled,
    /// even if somebody else has taken over the far end's place: what is dialled again, and what the
    /// provider lists.
    fn party(&self) -> (String, Option<String>) {
        let now = || (self.number.clone(), self.name.clone());
        self.dialled.clone().unwrap_or_else(now)
    }

    /// The call as the desk sees it.
    pub(crate) fn for_desk(&self) -> CallNow {
        let (number, name) = self.party();
        CallNow {
            id: self.id.clone(),
            direction: self.direction,
            number,
            name,
            provider_id: self.provider_id.clone(),
            hotline: self.hotline.clone(),
            started_at: self.started_at,
            answered_at: self.answered_at,
            rings: !matches!(self.stage, Stage::Preparing { .. } | Stage::Calling),
            end: self.end().cloned(),
            quality: self.summary.total(),
        }
    }

    fn alarms(&self) -> Vec<CallAlarm> {
        let mut alarms = self.quality.alarms();
        // In a call that we only listen to we are always muted.
        if self.kind == CallKind::Monitor {
            alarms.retain(|alarm| *alarm != CallAlarm::TalkingWhileMuted);
        }
        alarms.extend(self.hold.alarm());
        if self.digits.were_refused() {
            alarms.push(CallAlarm::TonesRefused);
        }
        alarms
    }

    /// Its row in the history.
    pub(crate) fn row(&self) -> HistoryRow {
        let missed = self.end().is_some_and(|end| end.cause == EndCause::Missed);
        let (number, name) = self.party();
        HistoryRow {
            id: self.id.clone(),
            direction: self.direction,
            number,
            name,
            started_at: self.started_at,
            answered_at: self.answered_at,
            end: self.end().cloned(),
            unseen: missed,
            provider_id: self.provider_id.clone(),
            hotline: self.hotline.clone(),
            note: None,
            elsewhere: false,
            hidden: false,
            owner: None,
        }
    }
}
