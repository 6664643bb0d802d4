//! The registration as views show it.

use std::time::Duration;

use alo_protocol::{Problem, RegistrationState, RegistrationView};
use alo_sip::random::between;
use alo_sip::{FailureCause, Instant, Random, RecoveryCause, RegistrationEvent};

use crate::Now;

/// The wait after a refusal of an account that has worked: first and longest. It doubles, plus up to a quarter,
/// so that phones refused together do not come back together.
/// Many servers say 403 to a wrong password too, so there are no more than three attempts in ten minutes.
const REFUSED_WAIT: (Duration, Duration) = (Duration::from_secs(120), Duration::from_secs(960));
/// The same where the password is refused: each attempt counts as a guess.
const WRONG_PASSWORD_WAIT: (Duration, Duration) =
    (Duration::from_secs(240), Duration::from_secs(3_600));

/// State of the signed-in account's registration.
#[derive(Debug, Default)]
pub(crate) struct Registration {
    view: RegistrationView,
    /// It was registered since sign-in, or before this start: a new attempt is "recovering", not "connecting".
    was_registered: bool,
    /// Refusals of an account that has worked, since it was last registered.
    refusals: u32,
    /// When it is tried again after such a refusal.
    retry_at: Option<Instant>,
}

impl Registration {
    pub(crate) fn signed_out() -> Self {
        Self::default()
    }

    fn with(view: RegistrationView) -> Self {
        Self {
            view,
            ..Self::default()
        }
    }

    /// An account has been signed in, or was found at the start.
    pub(crate) fn signed_in() -> Self {
        Self::with(RegistrationView {
            state: RegistrationState::Connecting,
            ..RegistrationView::default()
        })
    }

    /// Signed in, and the person wants no calls.
    pub(crate) fn inactive() -> Self {
        Self::with(RegistrationView {
            state: RegistrationState::Inactive,
            ..RegistrationView::default()
        })
    }

    /// The stored account cannot be used.
    pub(crate) fn unusable(problem: Problem) -> Self {
        Self::with(RegistrationView {
            state: RegistrationState::Failed,
            problem: Some(problem),
            ..RegistrationView::default()
        })
    }

    /// `secure`: over `wss:`.
    pub(crate) fn handle(&mut self, event: &RegistrationEvent, secure: bool, now: Now) {
        self.retry_at = None;
        let on_the_way = if self.was_registered {
            RegistrationState::Recovering
        } else {
            RegistrationState::Connecting
        };
        self.view = match event {
            RegistrationEvent::Registered { .. } => {
                self.was_registered = true;
                self.refusals = 0;
                RegistrationView {
                    state: RegistrationState::Registered,
                    ..RegistrationView::default()
                }
            }
            // The reason of the last failure stays until the attempt has an outcome.
            RegistrationEvent::Connecting => RegistrationView {
                state: on_the_way,
                retry_at: None,
                ..self.view.clone()
            },
            RegistrationEvent::Unregistered => RegistrationView {
                state: on_the_way,
                ..RegistrationView::default()
            },
            RegistrationEvent::Recovering { retry_at, why } => {
                // The engine tries a password that was refused once more by itself, so the first wait is over then.
                if let RecoveryCause::Refused { cause, .. } = why
                    && *cause == FailureCause::WrongPassword
                {
                    self.refusals = self.refusals.max(1);
                }
                let (problem, code) = recovery_problem(*why, secure);
                let wait = retry_at.saturating_since(now.mono).as_millis();
                let wait = u64::try_from(wait).unwrap_or(u64::MAX);
                RegistrationView {
                    state: on_the_way,
                    problem: Some(problem),
                    code,
                    retry_at: Some(now.unix_ms.saturating_add(wait)),
                }
            }
            RegistrationEvent::Failed { cause, code } => RegistrationView {
                state: RegistrationState::Failed,
                problem: Some(failure_problem(*cause, *code)),
                code: Some(*code),
                retry_at: None,
            },
        };
    }

    /// The refusal that was just handled is of an account that has worked: what refuses it may be the trouble of a
    /// server that restarts, or a guard against password guessing. Without another attempt a whole office would
    /// stay unreachable until everybody had pressed a button.
    pub(crate) fn try_again_later(&mut self, cause: FailureCause, rng: &mut dyn Random, now: Now) {
        let (first, longest) = match cause {
            FailureCause::WrongPassword => WRONG_PASSWORD_WAIT,
            FailureCause::UnsupportedChallenge
            | FailureCause::Forbidden
            | FailureCause::UnknownUser
            | FailureCause::Rejected => REFUSED_WAIT,
        };
        let wait = first.saturating_mul(1 << self.refusals.min(6)).min(longest);
        let wait = between(rng, wait, wait * 5 / 4);
        self.refusals = self.refusals.saturating_add(1);
        self.was_registered = true;
        self.retry_at = Some(now.mono + wait);
        let wait = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        // A password that was changed at the server needs the person, whatever we try.
        if cause != FailureCause::WrongPassword {
            self.view.state = RegistrationState::Recovering;
        }
        self.view.retry_at = Some(now.unix_ms.saturating_add(wait));
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        self.retry_at
    }

    /// True, once, when the account is to be tried again.
    pub(crate) fn take_retry(&mut self, now: Now) -> bool {
        self.retry_at.take_if(|at| *at <= now.mono).is_some()
    }

    pub(crate) fn is_inactive(&self) -> bool {
        self.view.state == RegistrationState::Inactive
    }

    /// The account's fields cannot be used, so there is nothing to register.
    pub(crate) fn is_unusable(&self) -> bool {
        matches!(
            self.view.problem,
            Some(Problem::BadServerUrl | Problem::BadAccount)
        )
    }

    pub(crate) fn is_registered(&self) -> bool {
        self.view.state == RegistrationState::Registered
    }

    /// The registration for views. While offline, the problem shown is the missing network.
    pub(crate) fn view(&self, online: bool) -> RegistrationView {
        let waits = matches!(
            self.view.state,
            RegistrationState::Connecting | RegistrationState::Recovering
        );
        if online || !waits {
            return self.view.clone();
        }
        RegistrationView {
            problem: Some(Problem::Offline),
            code: None,
            retry_at: None,
            ..self.view.clone()
        }
    }
}

/// A failed attempt that will be repeated, with the status code behind it.
pub(crate) fn recovery_problem(why: RecoveryCause, secure: bool) -> (Problem, Option<u16>) {
    match why {
        RecoveryCause::CannotConnect { .. } if secure => (Problem::TlsOrSocketFailed, None),
        RecoveryCause::CannotConnect { .. } | RecoveryCause::ConnectionLost { .. } => {
            (Problem::SocketFailed, None)
        }
        RecoveryCause::KeepAliveUnanswered | RecoveryCause::NoAnswer => (Problem::NoAnswer, None),
        RecoveryCause::NotSip => (Problem::NotSip, None),
        RecoveryCause::ServerError { code } => (Problem::ServerRefused, Some(code)),
        RecoveryCause::Refused { cause, code } => (failure_problem(cause, code), Some(code)),
    }
}

/// A refusal that will not change by itself.
pub(crate) fn failure_problem(cause: FailureCause, code: u16) -> Problem {
    match (cause, code) {
        (FailureCause::WrongPassword, _) => Problem::WrongPassword,
        (FailureCause::UnsupportedChallenge, _) => Problem::UnsupportedChallenge,
        (FailureCause::Forbidden, _) => Problem::Forbidden,
        (FailureCause::UnknownUser, _) | (FailureCause::Rejected, 404 | 416 | 604) => {
            Problem::UnknownDomain
        }
        (FailureCause::Rejected, _) => Problem::ServerRefused,
    }
}
