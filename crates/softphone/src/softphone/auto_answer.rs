//! Calls that are answered without the person: only where the account allows it, nothing else is going
//! on, and the microphone would open without a question.

use alo_protocol::{CallId, MicrophoneState};
use alo_sip::wire::Headers;

use super::Softphone;
use crate::Now;
use crate::call::{Call, asked_delay};

impl Softphone {
    /// Has the call answered by itself, if its headers ask for it and it may be.
    pub(super) fn plan_auto_answer(&self, call: &mut Call, headers: &Headers, now: Now) {
        if let Some(delay) = asked_delay(headers)
            && self.may_auto_answer(&call.id)
        {
            call.answer_by_itself(delay, now);
        }
    }

    /// Answers what is due, or lets it ring on where that may not be any more.
    pub(super) fn auto_answer(&mut self, now: Now) {
        let due: Vec<CallId> = self
            .calls
            .iter_mut()
            .filter_map(|call| call.is_auto_answer_due(now).then(|| call.id.clone()))
            .collect();
        for id in due {
            if self.may_auto_answer(&id)
                && self.answer(&id, now).is_ok()
                && let Some(call) = self.calls.iter_mut().find(|call| call.id == id)
            {
                call.auto_answered = true;
            }
        }
    }

    fn may_auto_answer(&self, id: &CallId) -> bool {
        let allowed = self.account.as_ref().is_some_and(|a| a.auto_answer);
        let alone = !self
            .calls
            .iter()
            .any(|c| c.id != *id && c.is_live() && !c.for_check);
        allowed && alone && self.microphone == MicrophoneState::Granted
    }
}
