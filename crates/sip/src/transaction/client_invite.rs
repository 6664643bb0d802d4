//! The INVITE client transaction (RFC 3261 §17.1.1, figure 5, as corrected by RFC 6026 §8.4).

use super::{ClientInput, ClientStep};
use crate::time::Instant;
use crate::timers::TRANSACTION_TIMEOUT;

/// The states of the figure. Completed is missing: timer D is zero on a reliable transport, so the
/// state would be left at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No response yet; timer B runs.
    Calling,
    /// A provisional response came. There is no deadline, unless it was cancelled.
    Proceeding,
    /// A 2xx came. Further ones, repetitions or from other branches, are passed on until timer M.
    Accepted,
    /// Over.
    Terminated,
}

/// One INVITE of ours.
#[derive(Debug)]
pub(super) struct ClientInvite {
    state: State,
    deadline: Option<Instant>,
}

impl ClientInvite {
    /// The machine of an INVITE that leaves now.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            state: State::Calling,
            deadline: Some(now + TRANSACTION_TIMEOUT),
        }
    }

    /// After a CANCEL was sent: a final response must come within 64·T1 (§9.1).
    pub(super) fn cancelled(&mut self, now: Instant) {
        if self.state == State::Proceeding {
            self.deadline = Some(now + TRANSACTION_TIMEOUT);
        }
    }

    pub(super) fn step(&mut self, input: ClientInput, now: Instant) -> ClientStep {
        use ClientInput as I;
        use State as S;
        let (state, deadline, step) = match (self.state, input) {
            (S::Calling, I::Provisional) => (S::Proceeding, None, ClientStep::Pass),
            (S::Proceeding, I::Provisional) => (S::Proceeding, self.deadline, ClientStep::Pass),
            (S::Calling | S::Proceeding, I::Success) => (
                S::Accepted,
                Some(now + TRANSACTION_TIMEOUT),
                ClientStep::Pass,
            ),
            (S::Calling | S::Proceeding, I::Failure) => {
                (S::Terminated, None, ClientStep::AcknowledgeAndPass)
            }
            // Timer B, or no 487 after a CANCEL.
            (S::Calling | S::Proceeding, I::Timer) => (S::Terminated, None, ClientStep::TimedOut),
            (S::Calling | S::Proceeding, I::TransportLost) => {
                (S::Terminated, None, ClientStep::TransportLost)
            }
            // RFC 6026 §7.2: every 2xx goes to the transaction user, who acknowledges it.
            (S::Accepted, I::Success) => (S::Accepted, self.deadline, ClientStep::Pass),
            (S::Accepted, I::Provisional | I::Failure | I::TransportLost) => {
                (S::Accepted, self.deadline, ClientStep::Absorb)
            }
            // Timer M.
            (S::Accepted, I::Timer) => (S::Terminated, None, ClientStep::Absorb),
            (S::Terminated, _) => (S::Terminated, None, ClientStep::Absorb),
        };
        (self.state, self.deadline) = (state, deadline);
        step
    }

    /// Whether it has no deadline: a provisional response came, and no CANCEL was sent.
    pub(super) fn has_no_end(&self) -> bool {
        self.state == State::Proceeding && self.deadline.is_none()
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

    fn after(inputs: &[ClientInput]) -> ClientInvite {
        let mut machine = ClientInvite::new(T0);
        for input in inputs {
            machine.step(*input, T0);
        }
        machine
    }

    #[test]
    fn no_response_at_all_is_timer_b() {
        let mut machine = ClientInvite::new(T0);
        assert_eq!(machine.deadline(), Some(T0 + TRANSACTION_TIMEOUT));
        assert_eq!(
            machine.step(ClientInput::Timer, T0 + TRANSACTION_TIMEOUT),
            ClientStep::TimedOut
        );
        assert!(machine.is_terminated());
    }

    #[test]
    fn ringing_may_go_on_for_ever_until_it_is_cancelled() {
        let mut machine = after(&[ClientInput::Provisional]);
        assert_eq!(machine.deadline(), None);
        machine.cancelled(T0);
        assert_eq!(machine.deadline(), Some(T0 + TRANSACTION_TIMEOUT));
        machine.step(ClientInput::Provisional, T0);
        assert_eq!(
            machine.deadline(),
            Some(T0 + TRANSACTION_TIMEOUT),
            "a late 180 does not prolong it"
        );
        assert_eq!(machine.step(ClientInput::Timer, T0), ClientStep::TimedOut);
    }

    #[test]
    fn a_refusal_is_acknowledged_and_ends_it() {
        for inputs in [&[][..], &[ClientInput::Provisional]] {
            let mut machine = after(inputs);
            assert_eq!(
                machine.step(ClientInput::Failure, T0),
                ClientStep::AcknowledgeAndPass
            );
            assert!(machine.is_terminated());
        }
    }

    #[test]
    fn an_accepted_invite_passes_further_2xx_until_timer_m() {
        let mut machine = after(&[ClientInput::Success]);
        assert_eq!(machine.step(ClientInput::Success, T0), ClientStep::Pass);
        assert_eq!(
            machine.step(ClientInput::Provisional, T0),
            ClientStep::Absorb
        );
        assert_eq!(machine.step(ClientInput::Failure, T0), ClientStep::Absorb);
        assert_eq!(
            machine.step(ClientInput::TransportLost, T0),
            ClientStep::Absorb
        );
        assert_eq!(machine.deadline(), Some(T0 + TRANSACTION_TIMEOUT));
        assert_eq!(
            machine.step(ClientInput::Timer, T0 + TRANSACTION_TIMEOUT),
            ClientStep::Absorb
        );
        assert!(machine.is_terminated());
    }

    #[test]
    fn a_lost_socket_ends_it_before_the_answer() {
        let mut machine = after(&[ClientInput::Provisional]);
        assert_eq!(
            machine.step(ClientInput::TransportLost, T0),
            ClientStep::TransportLost
        );
        assert_eq!(machine.step(ClientInput::Success, T0), ClientStep::Absorb);
    }
}
