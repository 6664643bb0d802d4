//! The far end asks us to call somebody else (RFC 3515).

use std::time::Duration;

use alo_sip::wire::Replaces;
use alo_sip::{Instant, Referral, SessionId};

use super::{Action, Call, Stage};
use crate::Now;
use crate::line::LineId;

/// How long a person may think about a request before it is refused.
const CONSENT_LIMIT: Duration = Duration::from_secs(60);

/// A far end's request to call somebody, until the person has accepted or refused it.
#[derive(Clone, Debug)]
pub(super) struct TransferRequest {
    referral: Referral,
    /// The target as views show it: the address, never a name that the far end claims.
    pub(super) shown: String,
    pub(super) until: Instant,
}

/// The far end that asked for a call of ours: it is told the progress of the call.
#[derive(Clone, Debug)]
pub(crate) struct Referrer {
    /// The session in which it asked.
    pub(crate) session: (LineId, SessionId),
    /// The dialog that the call is to replace.
    pub(crate) replaces: Option<Replaces>,
    /// The status that it was told last.
    last_status: u16,
    /// See [`Call::set_referrer`].
    resumes: bool,
}

impl Call {
    /// The far end asks us to call somebody. False if the person cannot be asked.
    pub(crate) fn transfer_requested(
        &mut self,
        referral: Referral,
        shown: String,
        now: Now,
    ) -> bool {
        if self.stage != Stage::Connected {
            return false;
        }
        self.transfer_request = Some(TransferRequest {
            referral,
            shown,
            until: now.mono + CONSENT_LIMIT,
        });
        true
    }

    /// The request that waits for the person's answer, and its target as views show it.
    pub(crate) fn transfer_request(&self) -> Option<(&Referral, &str)> {
        self.transfer_request
            .as_ref()
            .map(|request| (&request.referral, request.shown.as_str()))
    }

    /// The person has accepted: from now on the new call reports its progress.
    pub(crate) fn accept_transfer_request(&mut self) {
        self.transfer_request = None;
    }

    /// Refuses the request. False if there is none.
    pub(crate) fn refuse_transfer_request(&mut self) -> bool {
        let was_asked = self.transfer_request.take().is_some();
        if was_asked {
            self.actions.push_back(Action::TellReferrer { status: 603 });
        }
        was_asked
    }

    pub(super) fn request_timeout(&mut self, now: Now) {
        if self
            .transfer_request
            .as_ref()
            .is_some_and(|request| request.until <= now.mono)
        {
            self.refuse_transfer_request();
        }
    }

    /// Sets the far end that asked for this call. `resumes`: the call in which it asked was put on hold for
    /// this one, and is resumed if this one fails.
    pub(crate) fn set_referrer(
        &mut self,
        session: (LineId, SessionId),
        replaces: Option<Replaces>,
        resumes: bool,
    ) {
        self.referrer = Some(Referrer {
            session,
            replaces,
            last_status: 100,
            resumes,
        });
    }

    pub(crate) fn referrer(&self) -> Option<&Referrer> {
        self.referrer.as_ref()
    }

    /// The session of the far end that asked for this call and the status to report to it, if that has
    /// changed; also whether the call with that far end is to be resumed.
    pub(crate) fn take_referrer_news(&mut self) -> Option<((LineId, SessionId), u16, bool)> {
        let status = match &self.stage {
            Stage::Preparing { .. } | Stage::Calling => 100,
            Stage::Ringing | Stage::EarlyMedia => 180,
            Stage::Connected => 200,
            Stage::Ended(end) => end.code.filter(|code| *code >= 300).unwrap_or(487),
            Stage::Incoming { .. } | Stage::AnsweringMedia { .. } | Stage::AnsweringAck { .. } => {
                return None;
            }
        };
        let referrer = self.referrer.as_mut()?;
        if referrer.last_status == status {
            return None;
        }
        referrer.last_status = status;
        let (session, resumes) = (referrer.session, referrer.resumes && status >= 300);
        if status >= 200 {
            self.referrer = None;
        }
        Some((session, status, resumes))
    }
}
