//! Finding out that an open socket is dead (RFC 5626 §3.5.1, RFC 7118 §6).
//!
//! A browser cannot send WebSocket pings, and a socket whose network went away stays "open" for
//! minutes. So the server is asked: with a CRLF CRLF ping where it has shown that it answers these,
//! else with OPTIONS. On each new socket one ping goes along with the first OPTIONS to find out.
//!
//! A server that leaves OPTIONS unanswered is not called dead for it before a REGISTER went unanswered
//! too; where that one was answered, REGISTER is what this server is asked with from then on.

use std::time::Duration;

use crate::time::Instant;
use crate::timers::is_due;

/// How long a socket may be silent before a ping: four octets, so that it can be often. With
/// [`PONG_WITHIN`] a dead socket is found within 10 s.
const PING_INTERVAL: Duration = Duration::from_secs(6);

/// The same where the server names a time of its own, at most.
const FLOW_INTERVAL: Duration = Duration::from_secs(20);

/// How long the answer to a ping may take.
const PONG_WITHIN: Duration = Duration::from_secs(4);

/// How long a socket may be silent before a request.
const REQUEST_INTERVAL: Duration = Duration::from_secs(25);

/// How long the answer to a request may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// How long a socket may be silent while people talk: if it is dead, so may be what they hear.
const CALL_INTERVAL: Duration = Duration::from_secs(5);

/// How long the answer may take while people talk, or when there is a reason to doubt the socket: four
/// of TCP's first retransmissions (RFC 6298 with the usual 200 ms).
const ANSWER_SOON: Duration = Duration::from_secs(3);

/// What the server is asked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Probe {
    /// CRLF CRLF.
    Ping,
    /// OPTIONS to the domain.
    Options,
    /// OPTIONS, and a ping to see whether that is answered too.
    Trial,
    /// A refresh of the registration.
    Register,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// Ask the server.
    Send(Probe),
    /// The server did not answer: the socket is dead.
    Dead,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Closed,
    Quiet { ask_at: Instant },
    Asked { with: Probe, give_up: Instant },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Habit {
    Unknown,
    Answers,
    Ignores,
}

/// The keep-alive of the socket of the day, and what is known about the server.
#[derive(Debug)]
pub(crate) struct KeepAlive {
    phase: Phase,
    /// About this socket: another one may lead to another server.
    pings: Habit,
    options: Habit,
    /// The silence that the server allows (Flow-Timer, RFC 5626 §10).
    flow_timer: Option<Duration>,
    /// There is a call that is up.
    in_call: bool,
    /// Something happened that sockets do not survive.
    is_doubted: bool,
}

impl KeepAlive {
    pub(crate) fn new() -> Self {
        Self {
            phase: Phase::Closed,
            pings: Habit::Unknown,
            options: Habit::Unknown,
            flow_timer: None,
            in_call: false,
            is_doubted: false,
        }
    }

    /// Whether there is a call that is up.
    pub(crate) fn set_in_call(&mut self, in_call: bool, now: Instant) {
        if in_call == self.in_call {
            return;
        }
        self.in_call = in_call;
        let latest = now + self.interval();
        if let Phase::Quiet { ask_at } = &mut self.phase {
            *ask_at = (*ask_at).min(latest);
        }
    }

    /// A socket was opened.
    pub(crate) fn opened(&mut self, now: Instant) {
        self.pings = Habit::Unknown;
        self.flow_timer = None;
        self.heard(now);
    }

    /// The socket is gone.
    pub(crate) fn closed(&mut self) {
        self.phase = Phase::Closed;
    }

    /// Something arrived, so the socket lives.
    pub(crate) fn heard(&mut self, now: Instant) {
        if let Phase::Asked {
            with: Probe::Register,
            ..
        } = self.phase
            && !self.is_doubted
        {
            self.options = Habit::Ignores;
        }
        self.is_doubted = false;
        self.phase = Phase::Quiet {
            ask_at: now + self.interval(),
        };
    }

    /// A CRLF arrived.
    pub(crate) fn pong(&mut self, now: Instant) {
        self.pings = Habit::Answers;
        self.heard(now);
    }

    /// An OPTIONS of ours was answered, with whatever status.
    pub(crate) fn options_answered(&mut self) {
        self.options = Habit::Answers;
    }

    /// The server tells how long it waits between two pings, and by that that it answers them
    /// (RFC 5626 §4.4.1).
    pub(crate) fn set_flow_timer(&mut self, seconds: u32, now: Instant) {
        // §4.4.1 asks for at most 80 %; no server has a reason to ask for less than 5 s.
        let seconds = u64::from(seconds.max(5));
        self.flow_timer = Some(Duration::from_millis(seconds * 800));
        self.pings = Habit::Answers;
        self.heard(now);
    }

    /// There is a reason to doubt the socket: find out at once.
    pub(crate) fn ask_now(&mut self, now: Instant) {
        self.is_doubted = true;
        match &mut self.phase {
            Phase::Quiet { ask_at } => *ask_at = now,
            Phase::Asked { give_up, .. } => *give_up = (*give_up).min(now + ANSWER_SOON),
            Phase::Closed => {}
        }
    }

    /// Whether a question is open.
    #[cfg(test)]
    fn is_asking(&self) -> bool {
        matches!(self.phase, Phase::Asked { .. })
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        match self.phase {
            Phase::Closed => None,
            Phase::Quiet { ask_at } => Some(ask_at),
            Phase::Asked { give_up, .. } => Some(give_up),
        }
    }

    /// What is due; the caller does it.
    pub(crate) fn handle_timeout(&mut self, now: Instant) -> Option<Due> {
        if !is_due(self.poll_timeout(), now) {
            return None;
        }
        let with = match self.phase {
            Phase::Closed => return None,
            Phase::Quiet { .. } => self.probe(),
            Phase::Asked {
                with: Probe::Options | Probe::Trial,
                ..
            } if self.options == Habit::Unknown => Probe::Register,
            Phase::Asked { .. } => {
                self.closed();
                return Some(Due::Dead);
            }
        };
        self.phase = Phase::Asked {
            with,
            give_up: now + self.answer_within(with),
        };
        Some(Due::Send(with))
    }

    fn probe(&mut self) -> Probe {
        match (self.pings, self.options) {
            (Habit::Answers, _) => Probe::Ping,
            (_, Habit::Ignores) => Probe::Register,
            // No time for a question that this server may not answer.
            (_, Habit::Unknown) if self.is_doubted => Probe::Register,
            (Habit::Ignores, _) => Probe::Options,
            (Habit::Unknown, _) => {
                self.pings = Habit::Ignores;
                Probe::Trial
            }
        }
    }

    fn answer_within(&self, question: Probe) -> Duration {
        if self.in_call || self.is_doubted {
            ANSWER_SOON
        } else if question == Probe::Ping {
            PONG_WITHIN
        } else {
            ANSWER_WITHIN
        }
    }

    fn interval(&self) -> Duration {
        // A registrar is not asked to register twelve times a minute.
        let usual = if self.in_call && self.options != Habit::Ignores {
            CALL_INTERVAL
        } else if let Some(flow) = self.flow_timer {
            // The server has said how often is often enough.
            flow.min(FLOW_INTERVAL)
        } else if self.pings == Habit::Answers {
            PING_INTERVAL
        } else {
            REQUEST_INTERVAL
        };
        self.flow_timer.map_or(usual, |flow| flow.min(usual))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T0: Instant = Instant(0);

    fn due(keep_alive: &mut KeepAlive) -> (Instant, Option<Due>) {
        let at = keep_alive.poll_timeout().unwrap();
        (at, keep_alive.handle_timeout(at))
    }

    #[test]
    fn a_server_that_answers_pings_is_pinged_every_6_s() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        assert_eq!(
            due(&mut keep_alive),
            (Instant(25_000), Some(Due::Send(Probe::Trial)))
        );
        keep_alive.pong(Instant(25_100));
        assert_eq!(
            due(&mut keep_alive),
            (Instant(31_100), Some(Due::Send(Probe::Ping)))
        );
        assert_eq!(due(&mut keep_alive), (Instant(35_100), Some(Due::Dead)));
        assert_eq!(keep_alive.poll_timeout(), None);
    }

    #[test]
    fn a_server_that_answers_no_pings_is_asked_with_options_every_25_s() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        due(&mut keep_alive);
        keep_alive.options_answered();
        keep_alive.heard(Instant(25_100));
        assert_eq!(
            due(&mut keep_alive),
            (Instant(50_100), Some(Due::Send(Probe::Options)))
        );
        assert!(keep_alive.is_asking());
        assert_eq!(due(&mut keep_alive), (Instant(60_100), Some(Due::Dead)));
    }

    #[test]
    fn a_server_that_never_answered_options_gets_a_second_chance_with_register() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        due(&mut keep_alive);
        assert_eq!(
            due(&mut keep_alive),
            (Instant(35_000), Some(Due::Send(Probe::Register)))
        );
        keep_alive.heard(Instant(35_100));
        assert_eq!(
            due(&mut keep_alive),
            (Instant(60_100), Some(Due::Send(Probe::Register)))
        );
        assert_eq!(due(&mut keep_alive), (Instant(70_100), Some(Due::Dead)));
    }

    #[test]
    fn while_people_talk_a_dead_socket_is_found_within_ten_seconds() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        keep_alive.pong(T0);
        keep_alive.set_in_call(true, Instant(2_000));
        let (asked, probe) = due(&mut keep_alive);
        assert_eq!(
            (asked, probe),
            (Instant(6_000), Some(Due::Send(Probe::Ping)))
        );
        assert_eq!(due(&mut keep_alive), (Instant(9_000), Some(Due::Dead)));
    }

    #[test]
    fn after_the_call_the_server_is_left_in_peace_again() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        keep_alive.pong(T0);
        keep_alive.set_in_call(true, T0);
        keep_alive.set_in_call(false, Instant(1_000));
        due(&mut keep_alive);
        keep_alive.pong(Instant(5_100));
        assert_eq!(keep_alive.poll_timeout(), Some(Instant(11_100)));
    }

    #[test]
    fn a_server_that_is_asked_by_register_is_not_asked_more_often_in_a_call() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        due(&mut keep_alive);
        due(&mut keep_alive);
        keep_alive.heard(Instant(35_100));
        keep_alive.set_in_call(true, Instant(35_100));
        assert_eq!(keep_alive.poll_timeout(), Some(Instant(60_100)));
    }

    #[test]
    fn a_doubted_socket_is_asked_at_once_and_has_three_seconds() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        keep_alive.pong(T0);
        keep_alive.ask_now(Instant(1_000));
        assert_eq!(
            due(&mut keep_alive),
            (Instant(1_000), Some(Due::Send(Probe::Ping)))
        );
        assert_eq!(keep_alive.poll_timeout(), Some(Instant(4_000)));
        // What was asked in peace has to be answered soon, too.
        keep_alive.pong(Instant(1_100));
        due(&mut keep_alive);
        keep_alive.ask_now(Instant(7_500));
        assert_eq!(due(&mut keep_alive), (Instant(10_500), Some(Due::Dead)));
    }

    #[test]
    fn a_doubted_socket_of_a_server_that_is_not_known_yet_is_asked_what_every_server_answers() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        keep_alive.ask_now(Instant(1_000));
        assert_eq!(
            due(&mut keep_alive),
            (Instant(1_000), Some(Due::Send(Probe::Register)))
        );
        keep_alive.heard(Instant(1_100));
        let (_, next) = due(&mut keep_alive);
        assert_eq!(
            next,
            Some(Due::Send(Probe::Trial)),
            "and its habits are still to be found out"
        );
    }

    #[test]
    fn anything_heard_puts_the_question_off() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        keep_alive.heard(Instant(24_000));
        assert_eq!(keep_alive.poll_timeout(), Some(Instant(49_000)));
        assert_eq!(keep_alive.handle_timeout(Instant(48_999)), None);
    }

    #[test]
    fn a_flow_timer_shortens_the_interval() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        keep_alive.set_flow_timer(10, T0);
        assert_eq!(
            due(&mut keep_alive),
            (Instant(8_000), Some(Due::Send(Probe::Ping)))
        );
        keep_alive.set_flow_timer(0, Instant(9_000));
        assert_eq!(keep_alive.poll_timeout(), Some(Instant(13_000)));
        keep_alive.set_flow_timer(600, Instant(9_000));
        assert_eq!(
            keep_alive.poll_timeout(),
            Some(Instant(29_000)),
            "but never lengthens it"
        );
    }
}
