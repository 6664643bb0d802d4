//! Finding out that an open socket is dead (RFC 5626 §3.5.1, RFC 7118 §6).
//!
//! A browser cannot send WebSocket pings, and a socket whose network went away stays "open" for
//! minutes. So the engine probes the server: with a CRLF CRLF ping if it has answered one on this
//! socket, else with OPTIONS. On each new socket one ping goes along with the first OPTIONS, to
//! learn whether the server answers pings.
//!
//! Servers ping too (Asterisk's `keep_alive_interval`, each 90 s by default; FreeSWITCH's `tcp-ping2pong`). Such a ping is
//! answered, and says nothing about whether the server answers ours.
//!
//! If a server has never answered OPTIONS, an unanswered one is followed by a REGISTER before the
//! socket counts as dead. If the REGISTER is answered, the server is probed with REGISTER from then
//! on.

use std::time::Duration;

use crate::time::Instant;
use crate::timers::is_due;

/// How long a socket may be silent before a ping. A ping has four octets only, so it can be
/// frequent; with [`PONG_WITHIN`] a dead socket is found within 10 s.
const PING_INTERVAL: Duration = Duration::from_secs(6);

/// The longest such silence if the server sent Flow-Timer.
const FLOW_INTERVAL: Duration = Duration::from_secs(20);

/// How long the answer to a ping may take.
const PONG_WITHIN: Duration = Duration::from_secs(4);

/// How long a socket may be silent before an OPTIONS or REGISTER.
const REQUEST_INTERVAL: Duration = Duration::from_secs(25);

/// How long the answer to an OPTIONS or REGISTER may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// How long a socket may be silent during a call: if it is dead, the sound may be gone too.
const CALL_INTERVAL: Duration = Duration::from_secs(5);

/// How long any answer may take during a call, or if the socket may be dead: four of TCP's first
/// retransmissions (RFC 6298 with the usual 200 ms).
const ANSWER_WITHIN_URGENT: Duration = Duration::from_secs(3);

/// What is sent to the server to see whether it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Probe {
    /// CRLF CRLF.
    Ping,
    /// OPTIONS to the domain.
    Options,
    /// OPTIONS and a ping, to see whether the ping is answered too.
    Trial,
    /// A refresh of the registration.
    Register,
}

/// What is due when the deadline has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// Send this probe.
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

/// The keep-alive of the current socket, and what is known about the server.
#[derive(Debug)]
pub(crate) struct KeepAlive {
    phase: Phase,
    /// Whether the server answers pings; forgotten with the socket, because the next one may lead
    /// to another server.
    pings: Habit,
    options: Habit,
    /// 80 % of the silence that the server allows (Flow-Timer, RFC 5626 §10).
    flow_timer: Option<Duration>,
    /// When the last ping was sent on this socket.
    pinged_at: Option<Instant>,
    /// Whether a call is up.
    in_call: bool,
    /// Something happened that a socket may not survive, such as a sleep of the machine; nothing
    /// has arrived since.
    is_doubted: bool,
}

impl KeepAlive {
    pub(crate) fn new() -> Self {
        Self {
            phase: Phase::Closed,
            pings: Habit::Unknown,
            options: Habit::Unknown,
            flow_timer: None,
            pinged_at: None,
            in_call: false,
            is_doubted: false,
        }
    }

    /// Sets whether a call is up.
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
        self.pinged_at = None;
        self.heard(now);
    }

    /// The socket is gone.
    pub(crate) fn closed(&mut self) {
        self.phase = Phase::Closed;
    }

    /// Something arrived, so the socket is alive.
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

    /// A single CRLF arrived. Some servers send it by themselves, so it counts as an answer only soon after a ping.
    pub(crate) fn pong(&mut self, now: Instant) {
        if self
            .pinged_at
            .is_some_and(|at| now.saturating_since(at) < PONG_WITHIN)
        {
            self.pings = Habit::Answers;
        }
        self.heard(now);
    }

    /// An OPTIONS of ours was answered, with whatever status.
    pub(crate) fn options_answered(&mut self) {
        self.options = Habit::Answers;
    }

    /// The server sent Flow-Timer: the longest silence that it allows. By sending it, it also
    /// declares that it answers pings (RFC 5626 §4.4.1).
    pub(crate) fn set_flow_timer(&mut self, seconds: u32, now: Instant) {
        // §4.4.1 asks for at most 80 %; no server has a reason to ask for less than 5 s.
        let seconds = u64::from(seconds.max(5));
        self.flow_timer = Some(Duration::from_millis(seconds * 800));
        self.pings = Habit::Answers;
        self.heard(now);
    }

    /// The socket may be dead: probes it at once.
    pub(crate) fn probe_now(&mut self, now: Instant) {
        self.is_doubted = true;
        match &mut self.phase {
            Phase::Quiet { ask_at } => *ask_at = now,
            Phase::Asked { give_up, .. } => *give_up = (*give_up).min(now + ANSWER_WITHIN_URGENT),
            Phase::Closed => {}
        }
    }

    /// Whether a probe waits for its answer.
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

    /// Returns what the caller has to do, if anything.
    pub(crate) fn handle_timeout(&mut self, now: Instant) -> Option<Due> {
        if !is_due(self.poll_timeout(), now) {
            return None;
        }
        let with = match self.phase {
            Phase::Closed => return None,
            Phase::Quiet { .. } => self.choose_probe(),
            Phase::Asked {
                with: Probe::Options | Probe::Trial,
                ..
            } if self.options == Habit::Unknown => Probe::Register,
            Phase::Asked { .. } => {
                self.closed();
                return Some(Due::Dead);
            }
        };
        if matches!(with, Probe::Ping | Probe::Trial) {
            self.pinged_at = Some(now);
        }
        self.phase = Phase::Asked {
            with,
            give_up: now + self.answer_within(with),
        };
        Some(Due::Send(with))
    }

    fn choose_probe(&mut self) -> Probe {
        match (self.pings, self.options) {
            (Habit::Answers, _) => Probe::Ping,
            (_, Habit::Ignores) => Probe::Register,
            // The socket may be dead, and it is unknown whether this server answers OPTIONS; every
            // server answers REGISTER.
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
            ANSWER_WITHIN_URGENT
        } else if question == Probe::Ping {
            PONG_WITHIN
        } else {
            ANSWER_WITHIN
        }
    }

    fn interval(&self) -> Duration {
        // A server that answers only REGISTER is not probed each 5 s during a call.
        let usual = if self.in_call && self.options != Habit::Ignores {
            CALL_INTERVAL
        } else if let Some(flow) = self.flow_timer {
            // The server has set the interval itself.
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

    /// The server has answered a ping before.
    fn answered(keep_alive: &mut KeepAlive) {
        keep_alive.pinged_at = Some(T0);
        keep_alive.pong(T0);
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
        answered(&mut keep_alive);
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
        answered(&mut keep_alive);
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
        answered(&mut keep_alive);
        keep_alive.probe_now(Instant(1_000));
        assert_eq!(
            due(&mut keep_alive),
            (Instant(1_000), Some(Due::Send(Probe::Ping)))
        );
        assert_eq!(keep_alive.poll_timeout(), Some(Instant(4_000)));
        // A probe that is under way when the doubt arises also has only 3 s left.
        keep_alive.pong(Instant(1_100));
        due(&mut keep_alive);
        keep_alive.probe_now(Instant(7_500));
        assert_eq!(due(&mut keep_alive), (Instant(10_500), Some(Due::Dead)));
    }

    #[test]
    fn a_doubted_socket_of_a_server_that_is_not_known_yet_is_asked_what_every_server_answers() {
        let mut keep_alive = KeepAlive::new();
        keep_alive.opened(T0);
        keep_alive.probe_now(Instant(1_000));
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
