//! Automatic answering: only where the account allows it, no other call is live, and the microphone
//! opens without asking the person.

use alo_protocol::{CallId, MicrophoneState};
use alo_sip::wire::Headers;

use super::Softphone;
use crate::Now;
use crate::call::{Call, asked_delay};

impl Softphone {
    /// Plans to answer the call automatically, if its headers ask for it and it is allowed.
    pub(super) fn plan_auto_answer(&self, call: &mut Call, headers: &Headers, now: Now) {
        if let Some(delay) = asked_delay(headers)
            && self.may_auto_answer(&call.id)
        {
            call.set_auto_answer(delay, now);
        }
    }

    /// Answers the calls whose time has come. One that may not be answered any more rings on.
    pub(super) fn auto_answer(&mut self, now: Now) {
        let due: Vec<CallId> = self
            .calls
            .iter_mut()
            .filter_map(|call| call.advance_auto_answer(now).then(|| call.id.clone()))
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
