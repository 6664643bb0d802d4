//! The INVITE server transaction (RFC 3261 §17.2.1, figure 7, as corrected by RFC 6026 §8.5).

use super::{ServerInput, ServerStep};
use crate::time::Instant;
use crate::timers::TRANSACTION_TIMEOUT;

/// The states of the figure. Confirmed is missing: timer I is zero on a reliable transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No final response yet.
    Proceeding,
    /// A 2xx was sent; the transaction user repeats it until the ACK. Timer L ends the transaction.
    Accepted,
    /// A refusal was sent; its ACK or timer H ends the transaction.
    Completed,
    /// Over.
    Terminated,
}

/// One INVITE of the peer's.
#[derive(Debug)]
pub(super) struct ServerInvite {
    state: State,
    deadline: Option<Instant>,
}

impl ServerInvite {
    /// The machine of an INVITE that has just arrived.
    pub(super) fn new() -> Self {
        Self {
            state: State::Proceeding,
            deadline: None,
        }
    }

    pub(super) fn step(&mut self, input: ServerInput, now: Instant) -> ServerStep {
        use ServerInput as I;
        use State as S;
        let (state, deadline, step) = match (self.state, input) {
            (S::Proceeding, I::Again | I::Reopened) => (S::Proceeding, None, ServerStep::Resend),
            (S::Proceeding, I::Provisional) => (S::Proceeding, None, ServerStep::Send),
            (S::Proceeding, I::Success) => (
                S::Accepted,
                Some(now + TRANSACTION_TIMEOUT),
                ServerStep::Send,
            ),
            (S::Proceeding, I::Failure) => (
                S::Completed,
                Some(now + TRANSACTION_TIMEOUT),
                ServerStep::Send,
            ),
            (S::Proceeding, I::Ack | I::Timer) => (S::Proceeding, None, ServerStep::Absorb),

            (S::Completed, I::Again | I::Reopened) => {
                (S::Completed, self.deadline, ServerStep::Resend)
            }
            (S::Completed, I::Ack) => (S::Terminated, None, ServerStep::Absorb),
            // Timer H: the call was refused anyway, so a missing ACK does not matter.
            (S::Completed, I::Timer) => (S::Terminated, None, ServerStep::Absorb),
            // Too late: the INVITE has got its final response.
            (S::Completed, I::Provisional | I::Success | I::Failure) => {
                (S::Completed, self.deadline, ServerStep::Absorb)
            }

            (S::Accepted, I::Success) => (S::Accepted, self.deadline, ServerStep::Send),
            // Only a peer that reuses the branch gets here with the ACK of a 2xx.
            (S::Accepted, I::Ack) => (S::Accepted, self.deadline, ServerStep::PassAck),
            (S::Accepted, I::Again | I::Reopened | I::Provisional | I::Failure) => {
                (S::Accepted, self.deadline, ServerStep::Absorb)
            }
            // Timer L.
            (S::Accepted, I::Timer) => (S::Terminated, None, ServerStep::Absorb),

            (S::Terminated, _) => (S::Terminated, None, ServerStep::Absorb),
        };
        (self.state, self.deadline) = (state, deadline);
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

    fn after(inputs: &[ServerInput]) -> ServerInvite {
        let mut machine = ServerInvite::new();
        for input in inputs {
            machine.step(*input, T0);
        }
        machine
    }

    #[test]
    fn an_invite_that_comes_again_gets_the_last_response_again() {
        let mut machine = after(&[ServerInput::Provisional]);
        assert_eq!(machine.step(ServerInput::Again, T0), ServerStep::Resend);
        let mut machine = after(&[ServerInput::Failure]);
        assert_eq!(machine.step(ServerInput::Again, T0), ServerStep::Resend);
        let mut machine = after(&[ServerInput::Success]);
        assert_eq!(machine.step(ServerInput::Again, T0), ServerStep::Absorb);
    }

    #[test]
    fn a_refusal_waits_for_its_ack_until_timer_h() {
        let mut machine = after(&[ServerInput::Failure]);
        assert_eq!(machine.deadline(), Some(T0 + TRANSACTION_TIMEOUT));
        assert_eq!(machine.step(ServerInput::Success, T0), ServerStep::Absorb);
        assert_eq!(machine.step(ServerInput::Ack, T0), ServerStep::Absorb);
        assert!(machine.is_terminated());
        let mut machine = after(&[ServerInput::Failure]);
        machine.step(ServerInput::Timer, T0 + TRANSACTION_TIMEOUT);
        assert!(machine.is_terminated());
    }

    #[test]
    fn an_accepted_invite_sends_what_the_user_sends_until_timer_l() {
        let mut machine = after(&[ServerInput::Success]);
        assert_eq!(machine.step(ServerInput::Success, T0), ServerStep::Send);
        assert_eq!(machine.step(ServerInput::Failure, T0), ServerStep::Absorb);
        assert_eq!(machine.step(ServerInput::Ack, T0), ServerStep::PassAck);
        assert_eq!(machine.deadline(), Some(T0 + TRANSACTION_TIMEOUT));
        machine.step(ServerInput::Timer, T0 + TRANSACTION_TIMEOUT);
        assert!(machine.is_terminated());
    }

    #[test]
    fn a_new_socket_carries_the_last_response_again() {
        let mut machine = after(&[ServerInput::Provisional]);
        assert_eq!(machine.step(ServerInput::Reopened, T0), ServerStep::Resend);
        let mut machine = after(&[ServerInput::Failure]);
        assert_eq!(machine.step(ServerInput::Reopened, T0), ServerStep::Resend);
    }
}
