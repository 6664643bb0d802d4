//! A registration that the server does not grant: it is tried again later, tried at another server,
//! or given up.

use std::time::Duration;

use super::{Registration, State};
use crate::endpoint::Endpoint;
use crate::random::between;
use crate::time::Instant;
use crate::transport::back_off;
use crate::user_agent::{FailureCause, RecoveryCause, RegistrationEvent};
use crate::wire::Response;

/// The longest Retry-After that we obey, in seconds.
const MAX_RETRY_AFTER: u32 = 600;

/// The wait after a refusal of a registration that was granted before: it doubles from the base to
/// the maximum, plus up to a quarter, so that phones refused together do not come back together.
const REFUSED_BASE: Duration = Duration::from_secs(60);
const REFUSED_MAX: Duration = Duration::from_secs(240);

/// The wait, least and most, before a password that used to work is tried again. It is tried once
/// only: more attempts could lock the account or our address.
const WRONG_PASSWORD_WAIT: (Duration, Duration) =
    (Duration::from_secs(180), Duration::from_secs(300));

impl Registration {
    pub(super) fn try_later(
        &mut self,
        why: RecoveryCause,
        retry_after: Option<u32>,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        // This server has not registered us on this socket; another one may (RFC 3261 §21.5.4).
        if self.state == State::Registering && endpoint.transport.has_others() {
            if retry_after.is_some() {
                endpoint
                    .transport
                    .pause_server(now + asked_wait(retry_after));
            }
            self.give_up_reason = Some(why);
            return;
        }
        let mut wait = back_off(self.failures, &mut endpoint.rng);
        wait = wait.max(asked_wait(retry_after));
        self.failures = self.failures.saturating_add(1);
        let retry_at = now + wait;
        self.state = State::Waiting { retry_at };
        self.emit_change(RegistrationEvent::Recovering { retry_at, why }, endpoint);
    }

    /// The server refuses the registration. A first registration ends with it. If the server
    /// granted it before, the trouble may be the server's own: it is tried again after minutes.
    pub(super) fn refused(
        &mut self,
        cause: FailureCause,
        response: &Response,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let code = response.status;
        let wrong_password = cause == FailureCause::WrongPassword;
        if !self.was_granted || (wrong_password && self.password_doubted) {
            self.fail(cause, code, endpoint);
            return;
        }
        let (least, most) = if wrong_password {
            self.password_doubted = true;
            WRONG_PASSWORD_WAIT
        } else {
            let whole = REFUSED_BASE
                .saturating_mul(1 << self.refusals.min(2))
                .min(REFUSED_MAX);
            (whole, whole * 5 / 4)
        };
        self.refusals = self.refusals.saturating_add(1);
        self.raises = 0;
        let asked = asked_wait(response.headers.retry_after().ok().flatten());
        let retry_at = now + between(&mut endpoint.rng, least, most).max(asked);
        let why = RecoveryCause::Refused { cause, code };
        self.hold_off = Some((retry_at, why));
        self.state = State::Waiting { retry_at };
        self.emit_change(RegistrationEvent::Recovering { retry_at, why }, endpoint);
    }

    fn fail(&mut self, cause: FailureCause, code: u16, endpoint: &mut Endpoint) {
        self.reset_history();
        self.state = State::Failed;
        self.emit_change(RegistrationEvent::Failed { cause, code }, endpoint);
    }

    /// Forgets past success and refusals: the next registration counts as a first one.
    pub(super) fn reset_history(&mut self) {
        self.was_granted = false;
        self.refusals = 0;
        self.password_doubted = false;
        self.hold_off = None;
    }
}

/// The wait that Retry-After asks for, up to the limit.
fn asked_wait(retry_after: Option<u32>) -> Duration {
    Duration::from_secs(u64::from(retry_after.unwrap_or(0).min(MAX_RETRY_AFTER)))
}
