//! When a new version may take over. Reloading the extension ends its calls and closes its pages, and
//! Chromium waits with it for us: an extension with an offscreen document is never idle.

use alo_protocol::WorkerState;
use serde::{Deserialize, Serialize};

/// An open page of ours may have something half typed in it; one that is left open all day must not
/// keep an update out for ever. In ms.
const PATIENCE_WITH_PAGES: u64 = 60 * 60 * 1_000;

/// What is remembered, for the session, of a version that waits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Update {
    /// Since when it waits, Unix ms; none waits without.
    pub since: Option<u64>,
}

impl Update {
    /// The browser has one. Telling it again does not start the waiting anew.
    pub fn is_available(&mut self, now: u64) {
        self.since.get_or_insert(now);
    }

    /// Whether to reload now: `phone` is the state that the agent has just told, none where there is no
    /// agent, `has_pages` whether one of our own pages is open.
    pub fn may_reload(&self, phone: Option<&WorkerState>, has_pages: bool, now: u64) -> bool {
        let Some(since) = self.since else {
            return false;
        };
        // A clock that was set back makes the waiting longer, not shorter.
        let is_long = now.saturating_sub(since) >= PATIENCE_WITH_PAGES;
        phone.is_none_or(is_at_rest) && (!has_pages || is_long)
    }
}

/// Nothing would be lost: no call is made, up or ringing, and everything typed is stored.
fn is_at_rest(phone: &WorkerState) -> bool {
    phone.active == 0 && phone.incoming.is_empty() && !phone.unsaved
}

#[cfg(test)]
mod tests {
    use alo_protocol::{CallId, IncomingView};

    use super::*;

    const NOW: u64 = 1_800_000_000_000;

    fn waiting() -> Update {
        let mut update = Update::default();
        update.is_available(NOW);
        update
    }

    #[test]
    fn without_a_new_version_nothing_is_reloaded() {
        let idle = WorkerState::default();
        assert!(!Update::default().may_reload(Some(&idle), false, NOW));
    }

    #[test]
    fn a_new_version_waits_for_calls_ringing_and_what_is_not_stored() {
        let idle = WorkerState::default();
        let in_call = WorkerState {
            active: 1,
            ..WorkerState::default()
        };
        let ringing = WorkerState {
            incoming: vec![IncomingView {
                call: CallId("a".into()),
                number: "1".into(),
                name: None,
                waiting: false,
            }],
            ..WorkerState::default()
        };
        let typing = WorkerState {
            unsaved: true,
            ..WorkerState::default()
        };
        let a_day_later = NOW + 86_400_000;
        for busy in [in_call, ringing, typing] {
            assert!(!waiting().may_reload(Some(&busy), false, NOW));
            assert!(!waiting().may_reload(Some(&busy), true, a_day_later));
        }
        assert!(waiting().may_reload(Some(&idle), false, NOW));
        assert!(waiting().may_reload(None, false, NOW), "nothing to lose");
    }

    #[test]
    fn an_open_page_is_waited_for_but_not_for_ever() {
        let idle = WorkerState::default();
        let mut update = waiting();
        assert!(!update.may_reload(Some(&idle), true, NOW));
        update.is_available(NOW + PATIENCE_WITH_PAGES - 1);
        assert!(!update.may_reload(Some(&idle), true, NOW + PATIENCE_WITH_PAGES - 1));
        assert!(update.may_reload(Some(&idle), true, NOW + PATIENCE_WITH_PAGES));
        assert!(!update.may_reload(Some(&idle), true, NOW - 1));
    }
}
