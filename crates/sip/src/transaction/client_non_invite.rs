//! The non-INVITE client transaction (RFC 3261 §17.1.2, figure 6).

use super::{ClientInput, ClientStep};
use crate::time::Instant;
use crate::timers::TRANSACTION_TIMEOUT;

/// The states of the figure. Completed is missing: timer K is zero on a reliable transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No response yet; timer F runs.
    Trying,
    /// A provisional response came; timer F still runs.
    Proceeding,
    /// Over.
    Terminated,
}

/// One request of ours other than INVITE and ACK.
#[derive(Debug)]
pub(super) struct ClientNonInvite {
    state: State,
    deadline: Option<Instant>,
}

impl ClientNonInvite {
    /// The machine of a request that leaves now.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            state: State::Trying,
            deadline: Some(now + TRANSACTION_TIMEOUT),
        }
    }

    pub(super) fn step(&mut self, input: ClientInput) -> ClientStep {
        use ClientInput as I;
        use State as S;
        let (state, step) = match (self.state, input) {
            (S::Trying | S::Proceeding, I::Provisional) => (S::Proceeding, ClientStep::Pass),
            (S::Trying | S::Proceeding, I::Success | I::Failure) => {
                (S::Terminated, ClientStep::Pass)
            }
            // Timer F.
            (S::Trying | S::Proceeding, I::Timer) => (S::Terminated, ClientStep::TimedOut),
            (S::Trying | S::Proceeding, I::TransportLost) => {
                (S::Terminated, ClientStep::TransportLost)
            }
            (S::Terminated, _) => (S::Terminated, ClientStep::Absorb),
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
    fn a_provisional_response_does_not_prolong_timer_f() {
        let mut machine = ClientNonInvite::new(T0);
        assert_eq!(machine.step(ClientInput::Provisional), ClientStep::Pass);
        assert_eq!(machine.deadline(), Some(T0 + TRANSACTION_TIMEOUT));
        assert_eq!(machine.step(ClientInput::Timer), ClientStep::TimedOut);
        assert!(machine.is_terminated());
        assert_eq!(machine.deadline(), None);
    }

    #[test]
    fn the_first_final_response_ends_it_and_a_second_is_absorbed() {
        for first in [ClientInput::Success, ClientInput::Failure] {
            let mut machine = ClientNonInvite::new(T0);
            assert_eq!(machine.step(first), ClientStep::Pass);
            assert!(machine.is_terminated());
            assert_eq!(machine.step(ClientInput::Success), ClientStep::Absorb);
            assert_eq!(machine.step(ClientInput::Timer), ClientStep::Absorb);
        }
    }

    #[test]
    fn a_lost_socket_ends_it() {
        let mut machine = ClientNonInvite::new(T0);
        assert_eq!(
            machine.step(ClientInput::TransportLost),
            ClientStep::TransportLost
        );
        assert!(machine.is_terminated());
    }
}
