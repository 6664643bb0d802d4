//! What it means that the agent has not answered: whether a request may be made again, and what the person is told. A
//! call that may have been placed is not placed a second time.

use alo_protocol::Refusal;

/// What a browser rejects a message with that nobody listens for; Chromium's words and Firefox's.
const NO_LISTENER: &str = "Receiving end does not exist";

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// Nobody took the request.
    Nobody,
    /// Somebody did, or may have, and said nothing (in time).
    Silent,
}

impl Unanswered {
    /// By the words that the browser rejected the message with; empty where it gave none. Only those that are known to
    /// say so mean nobody: an agent that dies with a request in its hands has the browser reject it, too.
    #[must_use]
    pub fn rejected(words: &str) -> Self {
        if words.contains(NO_LISTENER) {
            Self::Nobody
        } else {
            Self::Silent
        }
    }

    /// What the person is told.
    #[must_use]
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Nobody => Refusal::AgentUnreachable,
            Self::Silent => Refusal::AgentSilent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_request_that_nobody_listened_for_is_made_again() {
        let nobody = "Could not establish connection. Receiving end does not exist.";
        assert_eq!(Unanswered::rejected(nobody), Unanswered::Nobody);
        for taken in [
            "A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received",
            "The message port closed before a response was received.",
            "something that no browser has said so far",
            "",
        ] {
            assert_eq!(Unanswered::rejected(taken), Unanswered::Silent, "{taken}");
        }
    }

    #[test]
    fn who_may_have_been_heard_is_not_told_to_try_again_in_a_moment() {
        assert_eq!(Unanswered::Silent.refusal(), Refusal::AgentSilent);
        assert_eq!(Unanswered::Nobody.refusal(), Refusal::AgentUnreachable);
    }
}
