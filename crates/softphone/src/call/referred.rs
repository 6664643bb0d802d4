//! The far end asks us to call somebody else (RFC 3515).

use std::time::Duration;

use alo_sip::wire::Replaces;
use alo_sip::{Instant, Referral, SessionId};

use super::{Action, Call, Stage};
use crate::Now;
use crate::line::LineId;

/// A person may think it over for as long; then it is refused.
const CONSENT: Duration = Duration::from_secs(60);

/// What the far end asks for, until the person has said yes or no.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    referral: Referral,
    /// Whom, for people: the address, never a name that the far end claims.
    pub(super) shown: String,
    pub(super) until: Instant,
}

/// For whom a call of ours is made: told how it fares.
#[derive(Clone, Debug)]
pub(crate) struct Referrer {
    /// The call in which it was asked.
    pub(crate) session: (LineId, SessionId),
    /// The dialog whose place the call is to take.
    pub(crate) replaces: Option<Replaces>,
    /// What it was told last.
    told: u16,
    /// See [`Call::made_for`].
    resumes: bool,
}

impl Call {
    /// The far end asks. False where nobody can be asked.
    pub(crate) fn asked(&mut self, referral: Referral, shown: String, now: Now) -> bool {
        if self.stage != Stage::Connected {
            return false;
        }
        self.asked = Some(Asked {
            referral,
            shown,
            until: now.mono + CONSENT,
        });
        true
    }

    /// What is asked, and how it is shown.
    pub(crate) fn request(&self) -> Option<(&Referral, &str)> {
        self.asked
            .as_ref()
            .map(|asked| (&asked.referral, asked.shown.as_str()))
    }

    /// The person agreed: the new call tells from now on.
    pub(crate) fn request_accepted(&mut self) {
        self.asked = None;
    }

    /// The person did not agree. False where nothing was asked.
    pub(crate) fn refuse_request(&mut self) -> bool {
        let was_asked = self.asked.take().is_some();
        if was_asked {
            self.actions.push_back(Action::TellReferrer { status: 603 });
        }
        was_asked
    }

    pub(super) fn request_timeout(&mut self, now: Now) {
        if self
            .asked
            .as_ref()
            .is_some_and(|asked| asked.until <= now.mono)
        {
            self.refuse_request();
        }
    }

    /// This call is made because that far end asked for it.
    /// `resumes`: who asked was put on hold for it, and is talked with again if it comes to nothing.
    pub(crate) fn made_for(
        &mut self,
        session: (LineId, SessionId),
        replaces: Option<Replaces>,
        resumes: bool,
    ) {
        self.referrer = Some(Referrer {
            session,
            replaces,
            told: 100,
            resumes,
        });
    }

    pub(crate) fn referrer(&self) -> Option<&Referrer> {
        self.referrer.as_ref()
    }

    /// What whoever asked for this call is to be told now, if it is news.
    /// With that, whether they are to be talked with again.
    pub(crate) fn news_for_referrer(&mut self) -> Option<((LineId, SessionId), u16, bool)> {
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
        if referrer.told == status {
            return None;
        }
        referrer.told = status;
        let (session, resumes) = (referrer.session, referrer.resumes && status >= 300);
        if status >= 200 {
            self.referrer = None;
        }
        Some((session, status, resumes))
    }
}
