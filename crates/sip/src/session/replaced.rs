//! Another call is to take the place of one of ours (Replaces from the far end, RFC 3891 §3).

use super::{Phase, Session};
use crate::wire::Replaces;

/// How a dialog that a Replaces names stands here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// It may be replaced: it is confirmed, or it is an early one that we began.
    Replaceable,
    /// It is answered, but only an early one was to be replaced.
    Answered,
    /// It is over.
    Over,
}

impl Match {
    /// The status that refuses it, if it has to be refused.
    pub(crate) fn refusal(self) -> Option<u16> {
        match self {
            Self::Replaceable => None,
            Self::Answered => Some(486),
            Self::Over => Some(603),
        }
    }
}

impl Session {
    /// Whether `replaces` names a dialog of this call, exactly. A call that rings here unanswered is
    /// not to be replaced by others (RFC 3891 §3: an early dialog that we did not begin).
    pub(crate) fn named_by(&self, replaces: &Replaces) -> Option<Match> {
        match &self.phase {
            Phase::Calling(calling) if calling.is_named_by(replaces) => Some(if self.ended {
                Match::Over
            } else {
                Match::Replaceable
            }),
            Phase::Answered(answered) if answered.dialog.is_named_by(replaces) => {
                Some(if self.ended {
                    Match::Over
                } else if replaces.early_only {
                    Match::Answered
                } else {
                    Match::Replaceable
                })
            }
            Phase::Calling(_) | Phase::Ringing(_) | Phase::Answered(_) | Phase::Over => self
                .farewells
                .iter()
                .any(|farewell| farewell.is_named_by(replaces))
                .then_some(Match::Over),
        }
    }
}
