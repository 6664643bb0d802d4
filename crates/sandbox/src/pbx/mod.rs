//! The PBX itself: SIP messages, media events and API requests in; messages and media commands out.
//!
//! It is a back-to-back user agent: each phone's side of a call is a dialog with the PBX, and the
//! SDP of two phones is passed through. It does no IO and reads no clock: after every input, drain
//! [`Pbx::drain`] and set a timer for [`Pbx::next_timeout`].

mod api;
mod bot;
mod call;
mod ending;
mod in_dialog;
mod incoming;
mod leg;
mod outgoing;
mod providers;
mod record;
mod register;
#[cfg(test)]
mod tests;
mod view;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

pub(crate) use api::{ApiError, EndHow, PlaceCall};
pub(crate) use call::CallId;
pub(crate) use record::{CallRecord, Direction};
pub(crate) use view::without_secrets;

use call::{Call, CallState, End};
use leg::{ALLOW, Leg, LegId, LegState, SERVER};
use outgoing::Purpose;

use crate::dialplan::Sound;
use crate::digest::{Algorithm, Authenticator};
use crate::provider::Provider;
use crate::random::{self, Random};
use crate::registrar::{ConnId, Registrar};
use crate::sip::{Message, Start};
use crate::time::{Duration, Time};

/// RFC 3261's T1: the first interval of repeated 2xx responses.
const T1: Duration = Duration::from_millis(500);
/// RFC 3261's T2: the longest interval between repetitions.
const T2: Duration = Duration::from_secs(4);
/// 64*T1: how long a transaction without answer lives.
const TRANSACTION: Duration = Duration::from_secs(32);
/// How long a call waits for a phone whose socket is gone.
const RECONNECT: Duration = Duration::from_secs(60);
/// How many ended calls the state page keeps.
const KEPT_CALLS: usize = 100;
/// How many messages the trace keeps.
const KEPT_MESSAGES: usize = 500;

/// How a PBX is set up.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    /// The SIP domain and digest realm.
    pub(crate) domain: String,
    /// Accounts: name and password.
    pub(crate) users: Vec<(String, String)>,
    /// Accounts that the registrar refuses with 403 though the password is right.
    pub(crate) blocked: Vec<String>,
    /// The hashes in challenges, preferred first.
    pub(crate) algorithms: Vec<Algorithm>,
    /// Shorter registrations get a 423; seconds.
    pub(crate) min_expires: u32,
}

/// What the program around the PBX has to do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Effect {
    /// Send one WebSocket message.
    Send(ConnId, String),
    /// Close a socket.
    Close(ConnId),
    /// Tell the call's media session; the first command starts it.
    Media(CallId, MediaCommand),
    /// A provider remembers a call as it stands now.
    Record(Box<CallRecord>),
}

/// What a media session is told.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MediaCommand {
    /// Answer this offer, first or later: [`MediaEvent::Answer`] follows.
    Accept(String),
    /// Make the first offer: [`MediaEvent::Offer`] follows.
    Offer,
    /// The answer to the last offer of ours.
    Answered(String),
    /// The last offer of ours was refused.
    OfferRefused,
    /// Sound like this from now on.
    Play(Sound),
    /// Make an offer that puts the phone on hold or takes it back.
    Hold(bool),
    /// The call is over.
    Close,
}

/// What a media session tells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum MediaEvent {
    /// SDP for [`MediaCommand::Accept`].
    Answer(String),
    /// SDP for [`MediaCommand::Offer`] or [`MediaCommand::Hold`].
    Offer(String),
    /// The SDP could not be used.
    Failed(String),
    /// ICE and DTLS are up.
    Connected,
    /// A digit has been pressed (RFC 4733).
    Digit(char),
    /// Audio packets that came and went so far.
    Packets(u64, u64),
    /// The phone's media has been gone for long.
    Lost,
}

#[derive(Debug, Clone, PartialEq)]
enum Timer {
    /// A script's step.
    Step(CallId, usize),
    /// Another 180 so that nothing between gives up.
    RingAgain(CallId),
    /// Nobody has answered a call.
    NoAnswer(CallId),
    /// The sandbox has talked enough.
    HangUp(CallId),
    /// A 2xx that nobody has acknowledged, with the next interval.
    Resend(LegId, u32, Duration),
    /// The 2xx was never acknowledged.
    NoAck(LegId, u32),
    /// A request without final response.
    Transaction(String),
    /// A phone that hasn't come back.
    Gone(LegId),
    /// What is left of an ended call.
    Reap(CallId),
}

/// A request of ours that waits for its final response.
#[derive(Debug, Clone)]
struct Transaction {
    leg: LegId,
    request: Message,
    purpose: Purpose,
}

/// One message that went by, for people.
#[derive(Debug, Clone)]
pub(crate) struct Traced {
    pub(crate) at: Time,
    pub(crate) conn: ConnId,
    pub(crate) inbound: bool,
    pub(crate) text: String,
}

/// The PBX.
pub(crate) struct Pbx {
    config: Config,
    rng: Box<dyn Random>,
    registrar: Registrar,
    auth: Authenticator,
    /// Open sockets and when they opened.
    connections: BTreeMap<ConnId, Time>,
    calls: BTreeMap<CallId, Call>,
    legs: BTreeMap<LegId, Leg>,
    transactions: HashMap<String, Transaction>,
    timers: BTreeMap<(Time, u64), Timer>,
    effects: VecDeque<Effect>,
    trace: VecDeque<Traced>,
    /// Numbers behind VBot's session ids, oldest first.
    sessions: VecDeque<(String, String)>,
    /// Numbers that have called in: those that users on trial may call.
    called_in: BTreeSet<String>,
    /// Frames that were no SIP message.
    dropped: u64,
    next_id: u64,
}

impl Pbx {
    /// A PBX without calls.
    pub(crate) fn new(config: Config, rng: Box<dyn Random>) -> Self {
        Self {
            registrar: Registrar::new(config.min_expires),
            auth: Authenticator::new(
                &Provider::WITH_REST
                    .map(Provider::domain)
                    .into_iter()
                    .chain([config.domain.as_str()])
                    .collect::<Vec<_>>(),
                config.algorithms.clone(),
            ),
            config,
            rng,
            connections: BTreeMap::new(),
            calls: BTreeMap::new(),
            legs: BTreeMap::new(),
            transactions: HashMap::new(),
            timers: BTreeMap::new(),
            effects: VecDeque::new(),
            trace: VecDeque::new(),
            sessions: VecDeque::new(),
            called_in: BTreeSet::new(),
            dropped: 0,
            next_id: 0,
        }
    }

    /// A phone has opened a socket.
    pub(crate) fn opened(&mut self, conn: ConnId, now: Time) {
        self.connections.insert(conn, now);
    }

    /// A socket has closed: its bindings go, its calls wait for the phone to come back.
    pub(crate) fn closed(&mut self, conn: ConnId, now: Time) {
        self.connections.remove(&conn);
        self.registrar.connection_closed(conn);
        let legs: Vec<LegId> = self
            .legs
            .iter()
            .filter(|(_, l)| l.conn == Some(conn))
            .map(|(id, _)| *id)
            .collect();
        for id in legs {
            let Some(leg) = self.legs.get_mut(&id) else {
                continue;
            };
            leg.conn = None;
            match leg.state {
                LegState::Up => self.set_timer(now + RECONNECT, Timer::Gone(id)),
                LegState::Incoming => self.leg_is_gone(id, now),
                LegState::Outgoing { .. } => self.branch_failed(id, 480, "Socket closed", now),
                LegState::Down => {}
            }
        }
    }

    /// A WebSocket message has come.
    pub(crate) fn received(&mut self, conn: ConnId, text: &str, now: Time) {
        if text.bytes().all(|b| b == b'\r' || b == b'\n') {
            // A ping is CRLF CRLF, its pong CRLF (RFC 5626 §3.5.1, RFC 7118 §6).
            if text == "\r\n\r\n" {
                self.effects
                    .push_back(Effect::Send(conn, "\r\n".to_owned()));
            }
            return;
        }
        self.trace(conn, true, text, now);
        let Ok(message) = Message::parse(text) else {
            self.dropped += 1;
            return;
        };
        match message.start {
            Start::Request { .. } => self.on_request(conn, &message, now),
            Start::Response { .. } if message.is_complete() => self.on_response(&message, now),
            Start::Response { .. } => self.dropped += 1,
        }
    }

    /// Time has passed: do what is due.
    pub(crate) fn tick(&mut self, now: Time) {
        self.registrar.expire(now);
        while let Some(entry) = self.timers.first_entry() {
            if entry.key().0 > now {
                break;
            }
            match entry.remove() {
                Timer::Step(call, index) => self.run_step(call, index, now),
                Timer::RingAgain(call) => self.ring(call, now),
                Timer::NoAnswer(call) => self.no_answer(call, now),
                Timer::HangUp(call) => self.bot_hangs_up(call, "talked enough", now),
                Timer::Resend(leg, cseq, interval) => self.resend(leg, cseq, interval, now),
                Timer::NoAck(leg, cseq) => self.no_ack(leg, cseq, now),
                Timer::Transaction(branch) => self.transaction_timed_out(&branch, now),
                Timer::Gone(leg) => {
                    if self.legs.get(&leg).is_some_and(|leg| leg.conn.is_none()) {
                        self.leg_is_gone(leg, now);
                    }
                }
                Timer::Reap(call) => self.legs.retain(|_, leg| leg.call != call),
            }
        }
    }

    /// When [`Pbx::tick`] is next due.
    pub(crate) fn next_timeout(&self) -> Option<Time> {
        let timer = self.timers.keys().next().map(|(at, _)| *at);
        timer.into_iter().chain(self.registrar.next_expiry()).min()
    }

    /// What is to be done now, in order.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = Effect> {
        self.effects.drain(..)
    }

    /// The program ends: says BYE to everyone.
    pub(crate) fn shut_down(&mut self, now: Time) {
        let running: Vec<CallId> = self
            .calls
            .iter()
            .filter(|(_, c)| !c.is_over())
            .map(|(id, _)| *id)
            .collect();
        for call in running {
            self.hang_up(call, None, "shutting down", now);
        }
    }

    fn on_request(&mut self, conn: ConnId, request: &Message, now: Time) {
        if !request.is_complete() {
            if request.branch().is_some() {
                self.answer(conn, request, 400, "Bad Request", now);
            } else {
                self.dropped += 1;
            }
            return;
        }
        match request.method() {
            "ACK" => self.on_ack(request, now),
            "CANCEL" => self.on_cancel(conn, request, now),
            _ if request.tag_of_to().is_some() => self.on_in_dialog(conn, request, now),
            "REGISTER" => self.on_register(conn, request, now),
            "INVITE" => self.on_invite(conn, request, now),
            "OPTIONS" => self.answer(conn, request, 200, "OK", now),
            "BYE" | "INFO" | "UPDATE" | "PRACK" | "NOTIFY" => {
                self.answer(conn, request, 481, "Call/Transaction Does Not Exist", now);
            }
            "SUBSCRIBE" => self.answer(conn, request, 489, "Bad Event", now),
            "MESSAGE" | "REFER" | "PUBLISH" => {
                self.answer(conn, request, 405, "Method Not Allowed", now);
            }
            _ => self.answer(conn, request, 501, "Not Implemented", now),
        }
    }

    /// Answers a request outside of any dialog.
    fn answer(&mut self, conn: ConnId, request: &Message, status: u16, reason: &str, now: Time) {
        let response = self.response(request, status, reason);
        self.send(conn, &response, now);
    }

    fn response(&mut self, request: &Message, status: u16, reason: &str) -> Message {
        let tag = random::hex(&mut *self.rng, 6);
        Message::response(request, status, reason, &tag)
            .with("Allow", ALLOW)
            .with("Server", SERVER)
    }

    fn send(&mut self, conn: ConnId, message: &Message, now: Time) {
        self.send_text(conn, message.to_string(), now);
    }

    fn send_text(&mut self, conn: ConnId, text: String, now: Time) {
        self.trace(conn, false, &text, now);
        self.effects.push_back(Effect::Send(conn, text));
    }

    /// Sends over the leg's socket; while the phone reconnects, nothing goes out.
    fn send_on_leg(&mut self, leg: LegId, message: &Message, now: Time) {
        if let Some(conn) = self.legs.get(&leg).and_then(|leg| leg.conn) {
            self.send(conn, message, now);
        }
    }

    fn set_timer(&mut self, at: Time, timer: Timer) {
        self.next_id += 1;
        self.timers.insert((at, self.next_id), timer);
    }

    fn new_id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    fn new_branch(&mut self) -> String {
        // The cookie says that the branch is unique (RFC 3261 §8.1.1.7).
        format!("z9hG4bK{}", random::hex(&mut *self.rng, 8))
    }

    fn media(&mut self, call: CallId, command: MediaCommand) {
        if let Some(bot) = self.calls.get_mut(&call).and_then(|call| call.bot.as_mut()) {
            if command == MediaCommand::Close && !bot.has_media {
                return;
            }
            bot.has_media = true;
            self.effects.push_back(Effect::Media(call, command));
        }
    }

    fn trace(&mut self, conn: ConnId, inbound: bool, text: &str, at: Time) {
        while self.trace.len() >= KEPT_MESSAGES {
            self.trace.pop_front();
        }
        let text = without_secrets(text);
        self.trace.push_back(Traced {
            at,
            conn,
            inbound,
            text,
        });
    }

    /// Marks a call as over and lets go of what it held. Its legs must have been told before.
    fn end_call(&mut self, id: CallId, end: End, now: Time) {
        self.media(id, MediaCommand::Close);
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        if call.is_over() {
            return;
        }
        call.state = CallState::Ended;
        call.ended = Some((now, end));
        call.passed_on = None;
        self.tell(id);
        self.set_timer(now + TRANSACTION, Timer::Reap(id));
        while self.calls.values().filter(|c| c.is_over()).count() > KEPT_CALLS {
            let oldest = self
                .calls
                .iter()
                .find(|(_, c)| c.is_over())
                .map(|(id, _)| *id);
            let Some(oldest) = oldest else { break };
            self.calls.remove(&oldest);
        }
    }
}
