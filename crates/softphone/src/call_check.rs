//! "Check calls": would a call work here and now? The parts are checked in turn, each with its own limit.
//!
//! A part that fails does not end the check, so that a person can repair several things at once. Only a part
//! that needs a failed one is left out, and stays [`CheckState::Waiting`].

use std::collections::VecDeque;
use std::time::Duration;

use alo_protocol::{CallCheckView, CheckState, SipAccount, TransportPolicy, Verdict};
use alo_sip::Instant;

use crate::{CandidateKind, CheckId, Measure, Measured, Now};

/// Limit for a round trip to the server; the engine itself gives an unanswered probe up after 3 s.
const SOCKET_LIMIT: Duration = Duration::from_secs(5);
/// Limit for a registration that is under way.
const REGISTRATION_LIMIT: Duration = Duration::from_secs(5);
/// Limit for a sound from the microphone: the person is asked to say something.
const MICROPHONE_LIMIT: Duration = Duration::from_secs(6);
/// Limit for gathering candidates: a STUN or TURN server slower than this would delay each call.
const ICE_LIMIT: Duration = Duration::from_secs(5);
/// Limit for the answer of the echo number.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
/// Limit from its answer until our tone has come back.
const ECHO_LIMIT: Duration = Duration::from_secs(6);

/// A microphone is silent below this RMS, in millionths of full scale: −66 dB, as for the alarm in a call.
const SILENCE: u32 = 500;
/// Share of the sound's power that our tone must have, in percent. Speech and tones of a PBX have less at its
/// frequency.
const ECHO_SHARE: u8 = 60;

/// What the phone has to do for the check.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Want {
    /// Ask the server whether it is there.
    Probe,
    /// See [`Measure`].
    Measure(Measure),
    /// Call the echo number.
    Call,
    /// End that call.
    HangUp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Socket,
    Registration,
    Microphone,
    Ice,
    Echo,
    Over,
}

/// A check under way, or its outcome.
#[derive(Debug)]
pub(crate) struct CallCheck {
    pub(crate) id: CheckId,
    view: CallCheckView,
    step: Step,
    until: Instant,
    relay_only: bool,
    has_stun: bool,
    has_turn: bool,
    has_echo_number: bool,
    /// A STUN or TURN server could not be used.
    server_failed: bool,
    /// The microphone opened.
    opened: bool,
    /// Whether the browser can make and measure sound here: it cannot in every background page.
    can_measure: bool,
    wants: VecDeque<Want>,
}

impl CallCheck {
    /// Begins with the socket.
    pub(crate) fn start(id: CheckId, account: &SipAccount, now: Now) -> Self {
        let uses = |scheme: &str| {
            let urls = account.ice_servers.iter().flat_map(|server| &server.urls);
            urls.map(|url| url.to_ascii_lowercase())
                .any(|url| url.starts_with(scheme))
        };
        Self {
            id,
            view: CallCheckView {
                verdict: Some(Verdict::Running),
                socket: CheckState::Running,
                ..CallCheckView::default()
            },
            step: Step::Socket,
            until: now.mono + SOCKET_LIMIT,
            relay_only: account.transport_policy == TransportPolicy::Relay,
            has_stun: uses("stun"),
            has_turn: uses("turn"),
            has_echo_number: account.echo_number.is_some(),
            server_failed: false,
            opened: false,
            can_measure: true,
            wants: VecDeque::from([Want::Probe]),
        }
    }

    pub(crate) fn view(&self) -> &CallCheckView {
        &self.view
    }

    pub(crate) fn is_running(&self) -> bool {
        self.step != Step::Over
    }

    pub(crate) fn poll_want(&mut self) -> Option<Want> {
        self.wants.pop_front()
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        self.is_running().then_some(self.until)
    }

    /// The server said something on the socket in use.
    pub(crate) fn heard_server(&mut self, now: Now) {
        if self.step == Step::Socket {
            self.socket_done(CheckState::Passed, now);
        }
    }

    /// Whether the account is registered now.
    pub(crate) fn registered(&mut self, registered: bool, now: Now) {
        if self.step == Step::Registration && registered {
            self.registration_done(CheckState::Passed, now);
        }
    }

    /// What the shell measured for this check.
    pub(crate) fn measured(&mut self, measured: Measured, now: Now) {
        match (self.step, measured) {
            (Step::Microphone, Measured::Loudness(loudness)) => {
                self.opened = true;
                self.can_measure = loudness.is_some();
                // Where loudness cannot be measured, it is enough that the microphone opens.
                if loudness.is_none_or(|loudness| loudness >= SILENCE) {
                    self.microphone_done(CheckState::Passed, now);
                }
            }
            (Step::Microphone, Measured::MicrophoneFailed) => {
                self.microphone_done(CheckState::Failed, now);
            }
            (Step::Ice, Measured::Candidate(kind)) => {
                *match kind {
                    CandidateKind::Host => &mut self.view.ice_host,
                    CandidateKind::Reflexive => &mut self.view.ice_reflexive,
                    CandidateKind::Relay => &mut self.view.ice_relay,
                } = CheckState::Passed;
                if self.has_all_candidates() {
                    self.ice_done(true, now);
                }
            }
            (Step::Ice, Measured::ServerFailed) => self.server_failed = true,
            (Step::Ice, Measured::Gathered) => self.ice_done(true, now),
            // A late result of a step that is over.
            _ => {}
        }
    }

    /// The echo number has answered.
    pub(crate) fn echo_answered(&mut self, now: Now) {
        if self.step == Step::Echo {
            self.until = now.mono + ECHO_LIMIT;
        }
    }

    /// How much of what comes back is our tone, in percent of its power.
    pub(crate) fn echo_heard(&mut self, share: Option<u8>) {
        if self.step == Step::Echo && share.is_some_and(|share| share >= ECHO_SHARE) {
            self.echo_done(CheckState::Passed);
        }
    }

    /// The call to the echo number is over, or could not be made.
    pub(crate) fn echo_ended(&mut self) {
        if self.step == Step::Echo {
            self.echo_done(CheckState::Failed);
        }
    }

    /// Fails the step that has reached its limit.
    pub(crate) fn handle_timeout(&mut self, now: Now) {
        if self.until > now.mono {
            return;
        }
        match self.step {
            Step::Socket => self.socket_done(CheckState::Failed, now),
            Step::Registration => self.registration_done(CheckState::Failed, now),
            Step::Microphone => self.microphone_done(CheckState::Failed, now),
            Step::Ice => self.ice_done(false, now),
            Step::Echo => self.echo_done(CheckState::Failed),
            Step::Over => {}
        }
    }

    fn socket_done(&mut self, state: CheckState, now: Now) {
        self.view.socket = state;
        if state == CheckState::Passed {
            self.begin(Step::Registration, REGISTRATION_LIMIT, now);
            self.view.registration = CheckState::Running;
        } else {
            self.begin_microphone(now);
        }
    }

    fn registration_done(&mut self, state: CheckState, now: Now) {
        self.view.registration = state;
        self.begin_microphone(now);
    }

    fn begin_microphone(&mut self, now: Now) {
        self.begin(Step::Microphone, MICROPHONE_LIMIT, now);
        self.view.microphone = CheckState::Running;
        self.wants.push_back(Want::Measure(Measure::Microphone));
    }

    fn microphone_done(&mut self, state: CheckState, now: Now) {
        self.view.microphone = state;
        self.view.microphone_silent = state == CheckState::Failed && self.opened;
        self.begin(Step::Ice, ICE_LIMIT, now);
        let running = |wanted| {
            if wanted {
                CheckState::Running
            } else {
                CheckState::Absent
            }
        };
        self.view.ice_host = running(!self.relay_only);
        self.view.ice_reflexive = running(self.has_stun && !self.relay_only);
        self.view.ice_relay = running(self.has_turn);
        self.wants.push_back(Want::Measure(Measure::Candidates));
    }

    fn has_all_candidates(&self) -> bool {
        let view = &self.view;
        [view.ice_host, view.ice_reflexive, view.ice_relay]
            .iter()
            .all(|state| *state != CheckState::Running)
    }

    /// `complete`: the browser reported the end of gathering; else the limit was reached.
    fn ice_done(&mut self, complete: bool, now: Now) {
        let servers_answered = complete && !self.server_failed;
        let has_another_way = self.view.ice_reflexive == CheckState::Passed
            || self.view.ice_relay == CheckState::Passed;
        let missing = |state: &mut CheckState, is_fine: bool| {
            if *state == CheckState::Running {
                *state = if is_fine {
                    CheckState::Absent
                } else {
                    CheckState::Failed
                };
            }
        };
        missing(&mut self.view.ice_host, has_another_way);
        // Without a NAT both addresses are the same, and browsers do not report the second one.
        missing(&mut self.view.ice_reflexive, servers_answered);
        missing(&mut self.view.ice_relay, false);
        self.wants.push_back(Want::Measure(Measure::Nothing));
        if !self.has_echo_number || !self.can_measure {
            self.view.echo = CheckState::Absent;
            self.finish();
        } else if self.view.registration == CheckState::Passed {
            self.begin(Step::Echo, ANSWER_LIMIT, now);
            self.view.echo = CheckState::Running;
            self.wants.push_back(Want::Call);
        } else {
            self.finish();
        }
    }

    fn echo_done(&mut self, state: CheckState) {
        self.view.echo = state;
        self.wants.push_back(Want::HangUp);
        self.finish();
    }

    fn begin(&mut self, step: Step, limit: Duration, now: Now) {
        self.step = step;
        self.until = now.mono + limit;
    }

    fn finish(&mut self) {
        self.step = Step::Over;
        let view = &self.view;
        let failed = [
            view.socket,
            view.registration,
            view.microphone,
            view.ice_host,
            view.ice_reflexive,
            view.ice_relay,
            view.echo,
        ]
        .contains(&CheckState::Failed);
        self.view.verdict = Some(if failed {
            Verdict::Failed
        } else {
            Verdict::Passed
        });
    }
}
