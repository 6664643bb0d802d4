//! The non-INVITE server transaction (RFC 3261 §17.2.2, figure 8).

use super::{ServerInput, ServerStep};
use crate::time::Instant;
use crate::timers::TRANSACTION_TIMEOUT;

/// The states of the figure. Completed is missing: timer J is zero on a reliable transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No response yet.
    Trying,
    /// A provisional response was sent.
    Proceeding,
    /// Over.
    Terminated,
}

/// One request of the peer's other than INVITE and ACK.
#[derive(Debug)]
pub(super) struct ServerNonInvite {
    state: State,
    deadline: Option<Instant>,
}

impl ServerNonInvite {
    /// The machine of a request that has just arrived.
    ///
    /// The figure has no time limit here. We stop after 32 s, when the client's timer F has ended
    /// its side.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            state: State::Trying,
            deadline: Some(now + TRANSACTION_TIMEOUT),
        }
    }

    pub(super) fn step(&mut self, input: ServerInput) -> ServerStep {
        use ServerInput as I;
        use State as S;
        let (state, step) = match (self.state, input) {
            (S::Trying, I::Again | I::Reopened) => (S::Trying, ServerStep::Absorb),
            (S::Proceeding, I::Again | I::Reopened) => (S::Proceeding, ServerStep::Resend),
            (S::Trying | S::Proceeding, I::Provisional) => (S::Proceeding, ServerStep::Send),
            (S::Trying | S::Proceeding, I::Success | I::Failure) => {
                (S::Terminated, ServerStep::Send)
            }
            (S::Trying | S::Proceeding, I::Timer) => (S::Terminated, ServerStep::Absorb),
            (state @ (S::Trying | S::Proceeding), I::Ack) => (state, ServerStep::Absorb),
            (S::Terminated, _) => (S::Terminated, ServerStep::Absorb),
        };
        self.state = state;
        if state == S::Terminated {
            self.deadline = None;
        }
        step
    }

    pub(super) fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    pub(super) fn is_terminated(&self) -> bool {
        self.state == State::Terminated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T0: Instant = Instant(1000);

    #[test]
    fn a_request_that_comes_again_is_absorbed_until_there_is_something_to_repeat() {
        let mut machine = ServerNonInvite::new(T0);
        assert_eq!(machine.step(ServerInput::Again), ServerStep::Absorb);
        assert_eq!(machine.step(ServerInput::Provisional), ServerStep::Send);
        assert_eq!(machine.step(ServerInput::Again), ServerStep::Resend);
    }

    #[test]
    fn one_final_response_ends_it() {
        let mut machine = ServerNonInvite::new(T0);
        assert_eq!(machine.step(ServerInput::Success), ServerStep::Send);
        assert!(machine.is_terminated());
        assert_eq!(machine.step(ServerInput::Failure), ServerStep::Absorb);
    }

    #[test]
    fn a_request_that_nobody_answers_is_forgotten_when_its_sender_gave_up() {
        let mut machine = ServerNonInvite::new(T0);
        assert_eq!(machine.deadline(), Some(T0 + TRANSACTION_TIMEOUT));
        machine.step(ServerInput::Timer);
        assert!(machine.is_terminated());
    }
}
