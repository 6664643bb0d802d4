//! "Test connection": registers on a socket of its own and reports a verdict.

use std::time::Duration;

use alo_protocol::{CheckStep, Problem, TestReport, Verdict};
use alo_sip::wire::{Message, parse};
use alo_sip::{Event, Instant, RecoveryCause, RegistrationEvent};

use crate::effects::Effects;
use crate::line::Line;
use crate::registration::{failure_problem, recovery_problem};
use crate::{Now, SocketEvent, SocketId};

/// Limit for the test: shorter than the timers of SIP, because a person waits for the verdict.
const TEST_LIMIT: Duration = Duration::from_secs(15);

/// A test under way.
#[derive(Debug)]
pub(crate) struct ConnectionTest {
    line: Line,
    secure: bool,
    report: TestReport,
    until: Instant,
    /// Something came that is not SIP.
    heard_noise: bool,
    /// It was registered; it only has to unregister.
    passed: bool,
}

/// The report of a test that failed before anything was sent, because the fields cannot be used.
pub(crate) fn unusable_account(problem: Problem, server_url: &str) -> TestReport {
    TestReport {
        verdict: Verdict::Failed,
        step: CheckStep::Account,
        problem: Some(problem),
        code: None,
        server: crate::text::clean(server_url, crate::text::MAX_REASON).unwrap_or_default(),
    }
}

impl ConnectionTest {
    /// Begins: `line` is fresh and has an instance id of its own, so that the registrar keeps the live
    /// binding beside the test's (RFC 5626 §4.1).
    pub(crate) fn start(
        mut line: Line,
        host: &str,
        secure: bool,
        effects: &mut Effects,
        now: Now,
    ) -> Self {
        line.act(effects, |ua| ua.start(now.mono));
        Self {
            line,
            secure,
            report: TestReport {
                verdict: Verdict::Running,
                step: CheckStep::Socket,
                problem: None,
                code: None,
                server: host.to_owned(),
            },
            until: now.mono + TEST_LIMIT,
            heard_noise: false,
            passed: false,
        }
    }

    pub(crate) fn report(&self) -> &TestReport {
        &self.report
    }

    pub(crate) fn is_over(&self) -> bool {
        self.report.verdict != Verdict::Running
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        [Some(self.until), self.line.poll_timeout()]
            .into_iter()
            .flatten()
            .min()
    }

    /// True if the event was the test's.
    pub(crate) fn handle_socket(
        &mut self,
        socket: SocketId,
        event: &SocketEvent,
        effects: &mut Effects,
        now: Now,
    ) -> bool {
        if !self.line.handle_socket(socket, event, effects, now) {
            return false;
        }
        match event {
            SocketEvent::Opened => self.report.step = CheckStep::Answer,
            SocketEvent::Message(octets) => self.heard(octets),
            SocketEvent::Closed { .. } => {}
        }
        true
    }

    pub(crate) fn handle_timeout(&mut self, effects: &mut Effects, now: Now) {
        self.line.act(effects, |ua| ua.handle_timeout(now.mono));
        if self.until <= now.mono && !self.is_over() {
            match self.report.step {
                _ if self.passed => self.report.verdict = Verdict::Passed,
                CheckStep::Account | CheckStep::Socket => {
                    let (problem, _) =
                        recovery_problem(RecoveryCause::CannotConnect { code: 0 }, self.secure);
                    self.fail(problem, None);
                }
                CheckStep::Answer if self.heard_noise => self.fail(Problem::NotSip, None),
                CheckStep::Answer | CheckStep::SignIn => self.fail(Problem::NoAnswer, None),
            }
        }
    }

    /// Handles the events of the user agent. A verdict is not changed any more.
    pub(crate) fn handle_events(&mut self, effects: &mut Effects, now: Now) {
        while let Some(event) = self.line.next_event() {
            match event {
                Event::Registration(event) if !self.is_over() => {
                    self.registration(&event, effects, now);
                }
                // The server forks a call to every binding: this one cannot be answered.
                Event::Incoming { id, .. } => {
                    self.line
                        .act(effects, |ua| ua.reject(id, 480, None, now.mono));
                }
                _ => {}
            }
        }
    }

    /// The line, to be retired.
    pub(crate) fn into_line(self) -> Line {
        self.line
    }

    fn heard(&mut self, octets: &[u8]) {
        // RFC 5626 §3.5.1: pongs are white space.
        if octets.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        match parse(octets) {
            Ok(Message::Response(response)) if response.status >= 200 => {
                self.report.step = CheckStep::SignIn;
            }
            Ok(_) => {}
            Err(_) => self.heard_noise = true,
        }
    }

    fn registration(&mut self, event: &RegistrationEvent, effects: &mut Effects, now: Now) {
        match event {
            RegistrationEvent::Connecting => {}
            RegistrationEvent::Registered { .. } => {
                self.passed = true;
                self.report.step = CheckStep::SignIn;
                self.line.act(effects, |ua| ua.stop(now.mono));
            }
            RegistrationEvent::Unregistered if self.passed => {
                self.report.verdict = Verdict::Passed;
            }
            RegistrationEvent::Unregistered => {}
            // A failure to unregister does not matter: the account works.
            _ if self.passed => self.report.verdict = Verdict::Passed,
            RegistrationEvent::Recovering { why, .. } => {
                let (problem, code) = self.attempt_problem(*why);
                self.fail(problem, code);
            }
            RegistrationEvent::Failed { cause, code } => {
                self.fail(failure_problem(*cause, *code), Some(*code));
            }
        }
    }

    /// The problem of a failed attempt. As for the live registration, but an open socket that is closed
    /// before the first answer has no SIP server behind it, or a proxy that cannot reach one.
    fn attempt_problem(&self, why: RecoveryCause) -> (Problem, Option<u16>) {
        match why {
            // RFC 6455 §7.4.1: protocol error, unacceptable data, and policy.
            RecoveryCause::ConnectionLost {
                code: 1002 | 1003 | 1007 | 1008,
            } => (Problem::NotSip, None),
            RecoveryCause::ConnectionLost { .. } if self.heard_noise => (Problem::NotSip, None),
            RecoveryCause::NoAnswer if self.heard_noise => (Problem::NotSip, None),
            _ => recovery_problem(why, self.secure),
        }
    }

    fn fail(&mut self, problem: Problem, code: Option<u16>) {
        self.report.verdict = Verdict::Failed;
        self.report.problem = Some(problem);
        self.report.code = code;
    }
}
