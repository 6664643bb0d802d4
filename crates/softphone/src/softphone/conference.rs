//! The local conference: both far ends of our two calls hear each other through us.

use alo_protocol::{CallId, Refusal};

use super::Softphone;
use crate::Now;
use crate::call::Call;

impl Softphone {
    /// Makes our two calls a conference; a held one is resumed.
    pub(super) fn join(&mut self, now: Now) -> Result<(), Refusal> {
        let live = || self.calls.iter().filter(|call| call.is_live());
        let ready = live().all(|call| {
            call.is_connected() && !call.is_being_transferred() && !call.only_listens()
        });
        if live().count() != 2 || !ready {
            return Err(Refusal::NotNow);
        }
        // Both get the mute of the call that is talked in; a mute that we set ourselves does not count.
        let talked_in =
            live().find(|call| !call.is_going_on_hold() && !call.is_muted_for_another());
        let muted = talked_in.is_some_and(Call::is_muted);
        for call in self.calls.iter_mut().filter(|call| call.is_live()) {
            call.set_in_conference(true);
            call.set_muted(muted);
            call.set_held(false, now);
        }
        Ok(())
    }

    /// Ends the conference: `id` is talked in, the other call is held.
    pub(super) fn split(&mut self, id: &CallId, now: Now) -> Result<(), Refusal> {
        if !self.is_in_conference(id) {
            return Err(Refusal::NotNow);
        }
        // One that is being answered cannot be held.
        self.require_no_setup(None)?;
        for call in &mut self.calls {
            call.set_in_conference(false);
        }
        self.hold_others(Some(id), now);
        self.with_call_or_refuse(id, |call| call.set_held(false, now))
    }

    /// Mutes or unmutes our voice; in a conference there is one voice for all.
    pub(super) fn set_muted(&mut self, id: &CallId, muted: bool) -> Result<(), Refusal> {
        if self.is_in_conference(id) {
            for call in self.calls.iter_mut().filter(|call| call.is_in_conference()) {
                call.set_muted(muted);
            }
            return Ok(());
        }
        self.with_call_or_refuse(id, |call| call.set_muted(muted))
    }

    pub(super) fn is_in_conference(&self, id: &CallId) -> bool {
        self.calls
            .iter()
            .any(|call| call.id == *id && call.is_in_conference())
    }

    /// After each input: ends a conference with fewer than two calls, and sets whom each far end hears.
    pub(super) fn settle_conference(&mut self, now: Now) {
        let members = self.calls.iter().filter(|call| call.is_in_conference());
        if members.count() < 2 {
            for call in &mut self.calls {
                call.set_in_conference(false);
            }
        }
        let part: Vec<_> = self
            .calls
            .iter()
            .map(|call| call.media.filter(|_| call.takes_part()))
            .collect();
        for (at, call) in self.calls.iter_mut().enumerate() {
            let takes_part = part.get(at).copied().flatten().is_some();
            let mut others = part.iter().enumerate().filter(|(other, _)| *other != at);
            let heard = others.find_map(|(_, media)| *media);
            call.set_bridge(heard.filter(|_| takes_part));
        }
        self.carry_out_actions(now);
    }
}
