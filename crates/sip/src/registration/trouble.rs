//! What becomes of a registration that the server does not grant: waited out, tried elsewhere, or given up.

use std::time::Duration;

use super::{Registration, State};
use crate::endpoint::Endpoint;
use crate::random::between;
use crate::time::Instant;
use crate::transport::back_off;
use crate::user_agent::{FailureCause, RecoveryCause, RegistrationEvent};
use crate::wire::Response;

/// The longest Retry-After that is obeyed.
const MAX_RETRY_AFTER: u32 = 600;

/// The wait after a refusal of what was granted before: doubling from the one to the other, and up to
/// a quarter more, so that phones that were refused together do not come back together.
const REFUSED_BASE: Duration = Duration::from_secs(60);
const REFUSED_MAX: Duration = Duration::from_secs(240);

/// The wait before a password that was right and is wrong is tried again. Once only: more would have
/// the account or the address locked out.
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
        // This server has not served us on this socket: another one may (RFC 3261 §21.5.4).
        if self.state == State::Registering && endpoint.transport.has_others() {
            if retry_after.is_some() {
                endpoint
                    .transport
                    .close_server(now + asked_wait(retry_after));
            }
            self.elsewhere = Some(why);
            return;
        }
        let mut wait = back_off(self.failures, &mut endpoint.rng);
        wait = wait.max(asked_wait(retry_after));
        self.failures = self.failures.saturating_add(1);
        let retry_at = now + wait;
        self.state = State::Waiting { retry_at };
        self.show(RegistrationEvent::Recovering { retry_at, why }, endpoint);
    }

    /// The server will not have it. The first time that ends it; from a server that granted it before
    /// it may be trouble of the server's own.
    pub(super) fn refused(
        &mut self,
        cause: FailureCause,
        response: &Response,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let code = response.status;
        let wrong_password = cause == FailureCause::WrongPassword;
        if !self.proven || (wrong_password && self.password_doubted) {
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
        self.show(RegistrationEvent::Recovering { retry_at, why }, endpoint);
    }

    fn fail(&mut self, cause: FailureCause, code: u16, endpoint: &mut Endpoint) {
        self.forget_the_past();
        self.state = State::Failed;
        self.show(RegistrationEvent::Failed { cause, code }, endpoint);
    }

    /// The next registration is a first one again.
    pub(super) fn forget_the_past(&mut self) {
        self.proven = false;
        self.refusals = 0;
        self.password_doubted = false;
        self.hold_off = None;
    }
}

/// What Retry-After asks for, within reason.
fn asked_wait(retry_after: Option<u32>) -> Duration {
    Duration::from_secs(u64::from(retry_after.unwrap_or(0).min(MAX_RETRY_AFTER)))
}
