//! Whether an incoming INVITE with Replaces names one of our calls (RFC 3891 §3).

use super::{Phase, Session};
use crate::wire::Replaces;

/// The state of the dialog that a Replaces names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReplacesMatch {
    /// It may be replaced: it is confirmed, or early and begun by us.
    Replaceable,
    /// It is confirmed, but Replaces has `early-only`.
    Answered,
    /// It is over.
    Over,
}

impl ReplacesMatch {
    /// The status to refuse the INVITE with, if it has to be refused.
    pub(crate) fn refusal(self) -> Option<u16> {
        match self {
            Self::Replaceable => None,
            Self::Answered => Some(486),
            Self::Over => Some(603),
        }
    }
}

impl Session {
    /// The state of the dialog of this call that `replaces` names, if it names one. A call that
    /// rings here never matches: an early dialog that we did not begin may not be replaced (RFC
    /// 3891 §3).
    pub(crate) fn dialog_named_by(&self, replaces: &Replaces) -> Option<ReplacesMatch> {
        match &self.phase {
            Phase::Calling(calling) if calling.is_named_by(replaces) => Some(if self.ended {
                ReplacesMatch::Over
            } else {
                ReplacesMatch::Replaceable
            }),
            Phase::Answered(answered) if answered.dialog.is_named_by(replaces) => {
                Some(if self.ended {
                    ReplacesMatch::Over
                } else if replaces.early_only {
                    ReplacesMatch::Answered
                } else {
                    ReplacesMatch::Replaceable
                })
            }
            Phase::Calling(_) | Phase::Ringing(_) | Phase::Answered(_) | Phase::Over => self
                .farewells
                .iter()
                .any(|farewell| farewell.is_named_by(replaces))
                .then_some(ReplacesMatch::Over),
        }
    }
}
