//! How long it is told that handing a call on has failed: the call goes on, and other things are to be told of it.

use std::collections::HashMap;

use alo_protocol::{CallId, CallView, TransferState, TransferView};

use crate::call_controls::is_hold_wanted;

/// How long the card shows a failure after which the person does nothing, in ms.
const SHOWN_MS: u64 = 60_000;
/// What follows a failure this soon is told together with it, in ms: the far end often goes off hold at that moment.
const TOGETHER_MS: u64 = 3_000;

fn has_failed(transfer: &TransferView) -> bool {
    transfer.state == TransferState::Failed
}

/// What a person has set in a call: whether it is held, and who is heard.
fn doing(call: &CallView) -> [bool; 3] {
    [is_hold_wanted(call), call.muted, call.speaker_muted]
}

/// How far handing one call on has got, as its card shows it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    failure: Option<Failure>,
}

#[derive(Clone, Debug)]
struct Failure {
    transfer: TransferView,
    at: u64,
    doing: [bool; 3],
    is_over: bool,
}

impl Line {
    /// What to show at a moment in Unix ms. A failure goes with the next thing that the person does with the call, or after a minute.
    pub fn shown(&mut self, call: &CallView, now: u64) -> Option<TransferView> {
        let Some(transfer) = call.transfer.as_ref().filter(|view| has_failed(view)) else {
            self.failure = None;
            return call.transfer.clone();
        };
        let doing = doing(call);
        let known = self
            .failure
            .take()
            .filter(|known| known.transfer == *transfer);
        let mut failure = known.unwrap_or_else(|| Failure {
            transfer: transfer.clone(),
            at: now,
            doing,
            is_over: false,
        });
        failure.is_over |= failure.doing != doing || now.saturating_sub(failure.at) >= SHOWN_MS;
        let is_over = failure.is_over;
        self.failure = Some(failure);
        (!is_over).then(|| transfer.clone())
    }
}

/// What screen readers are told of the calls whose handing on has failed.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    calls: HashMap<CallId, Told>,
}

#[derive(Clone, Debug)]
struct Told {
    transfer: TransferView,
    at: u64,
    doing: [bool; 3],
    state: String,
    words: String,
}

impl Spoken {
    /// The words for a call that stands at `state`: the failure when it comes, then what changes after it.
    /// None while nothing has failed.
    pub fn words(
        &mut self,
        call: &CallView,
        state: &str,
        failure: impl FnOnce(&TransferView) -> String,
        now: u64,
    ) -> Option<String> {
        let Some(transfer) = call.transfer.as_ref().filter(|view| has_failed(view)) else {
            self.calls.remove(&call.id);
            return None;
        };
        let known = self.calls.remove(&call.id);
        let mut told = match known.filter(|known| known.transfer == *transfer) {
            Some(told) => told,
            None => Told {
                transfer: transfer.clone(),
                at: now,
                doing: doing(call),
                state: state.to_owned(),
                words: failure(transfer),
            },
        };
        if told.state != state {
            let by_itself = told.doing == doing(call);
            told.words = if by_itself && now.saturating_sub(told.at) < TOGETHER_MS {
                format!("{} {state}", told.words)
            } else {
                state.to_owned()
            };
            told.state = state.to_owned();
        }
        let words = told.words.clone();
        self.calls.insert(call.id.clone(), told);
        Some(words)
    }

    /// Forgets calls that are gone.
    pub fn keep(&mut self, calls: &[CallView]) {
        self.calls
            .retain(|id, _| calls.iter().any(|call| call.id == *id));
    }
}

#[cfg(test)]
mod tests {
    use alo_protocol::CallState;

    use super::*;
    use crate::fixture::call;

    fn failed() -> CallView {
        CallView {
            transfer: Some(TransferView {
                state: TransferState::Failed,
                target: "602".into(),
                code: Some(486),
            }),
            ..call("1", CallState::Connected)
        }
    }

    fn say(spoken: &mut Spoken, call: &CallView, state: &str, now: u64) -> Option<String> {
        spoken.words(call, state, |view| format!("not to {}.", view.target), now)
    }

    #[test]
    fn a_failure_goes_from_the_card_with_the_next_thing_that_is_done_and_does_not_come_back() {
        let (mut line, mut call) = (Line::default(), failed());
        assert!(line.shown(&call, 0).is_some());
        assert!(line.shown(&call, 30_000).is_some());
        call.hold_pending = true;
        assert_eq!(line.shown(&call, 31_000), None);
        (call.held, call.hold_pending) = (true, false);
        assert_eq!(line.shown(&call, 32_000), None);
        call.held = false;
        assert_eq!(line.shown(&call, 40_000), None);
    }

    #[test]
    fn a_failure_after_which_nothing_is_done_goes_after_a_minute_and_the_next_one_is_shown_again() {
        let (mut line, mut call) = (Line::default(), failed());
        assert!(line.shown(&call, 0).is_some());
        assert_eq!(line.shown(&call, 60_000), None);
        let failure = call.transfer.clone();
        call.transfer = Some(TransferView {
            state: TransferState::Trying,
            target: "602".into(),
            code: None,
        });
        assert!(line.shown(&call, 70_000).is_some());
        call.transfer = failure;
        assert!(line.shown(&call, 75_000).is_some());
    }

    #[test]
    fn what_the_far_end_does_takes_no_failure_from_the_card() {
        let (mut line, mut call) = (Line::default(), failed());
        assert!(line.shown(&call, 0).is_some());
        call.remote_held = true;
        assert!(line.shown(&call, 1_000).is_some());
    }

    #[test]
    fn after_a_failure_the_state_is_spoken_when_it_changes_and_the_failure_is_not_repeated() {
        let (mut spoken, call) = (Spoken::default(), failed());
        let mut said = |state, now| say(&mut spoken, &call, state, now);
        assert_eq!(said("In call", 0).as_deref(), Some("not to 602."));
        assert_eq!(said("In call", 9_000).as_deref(), Some("not to 602."));
        assert_eq!(said("On hold", 10_000).as_deref(), Some("On hold"));
        assert_eq!(said("In call", 20_000).as_deref(), Some("In call"));
    }

    #[test]
    fn what_changes_together_with_a_failure_does_not_swallow_it() {
        let (mut spoken, call) = (Spoken::default(), failed());
        say(&mut spoken, &call, "They hold", 0);
        let said = say(&mut spoken, &call, "In call", 500);
        assert_eq!(said.as_deref(), Some("not to 602. In call"));
        let said = say(&mut spoken, &call, "In call", 9_000);
        assert_eq!(said.as_deref(), Some("not to 602. In call"));
    }

    #[test]
    fn what_a_person_does_at_once_is_told_alone() {
        let (mut spoken, mut call) = (Spoken::default(), failed());
        say(&mut spoken, &call, "In call", 0);
        call.held = true;
        let said = say(&mut spoken, &call, "On hold", 500);
        assert_eq!(said.as_deref(), Some("On hold"));
    }

    #[test]
    fn a_call_without_a_failure_is_told_by_its_state() {
        let up = call("1", CallState::Connected);
        assert_eq!(say(&mut Spoken::default(), &up, "In call", 0), None);
    }
}
