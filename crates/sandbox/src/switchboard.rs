//! The task that owns the PBX: it alone reads the clock, and carries out the PBX's effects.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::Instant;

use serde_json::Value;
use tokio::sync::{mpsc, oneshot};

use crate::media;
use crate::pbx::{ApiError, CallId, Effect, EndHow, MediaCommand, MediaEvent, Pbx, PlaceCall};
use crate::registrar::ConnId;
use crate::rest::{self, Store};
use crate::time::Time;

/// How many inputs may wait before sockets are read no further.
const INPUTS: usize = 256;
/// How many messages may wait for a socket; a phone that reads no more loses it.
pub(crate) const OUTPUTS: usize = 256;

/// What goes to a socket's task.
#[derive(Debug)]
pub(crate) enum ToSocket {
    Send(String),
    Close,
}

/// What comes to the switchboard.
pub(crate) enum Input {
    Opened(ConnId, mpsc::Sender<ToSocket>),
    Received(ConnId, String),
    Closed(ConnId),
    State(oneshot::Sender<Value>),
    Trace(oneshot::Sender<String>),
    Call(PlaceCall, oneshot::Sender<Result<CallId, ApiError>>),
    End(CallId, EndHow, oneshot::Sender<Result<(), ApiError>>),
    Drop(Option<String>, oneshot::Sender<usize>),
    /// A number may be called by this name.
    CallSession(String, String),
    /// Says BYE to everyone; answers when that has been handed to the sockets.
    ShutDown(oneshot::Sender<()>),
}

/// Starts the switchboard.
pub(crate) fn start(
    pbx: Pbx,
    addresses: Vec<IpAddr>,
    trace: bool,
    store: Store,
) -> mpsc::Sender<Input> {
    let (inputs, receiver) = mpsc::channel(INPUTS);
    let (media_events, media_receiver) = mpsc::unbounded_channel();
    let switchboard = Switchboard {
        pbx,
        addresses,
        trace,
        started: Instant::now(),
        epoch_ms: rest::now_ms(),
        store,
        sockets: HashMap::new(),
        sessions: HashMap::new(),
        media_events,
    };
    tokio::spawn(switchboard.run(receiver, media_receiver));
    inputs
}

struct Switchboard {
    pbx: Pbx,
    addresses: Vec<IpAddr>,
    trace: bool,
    started: Instant,
    /// `started` in Unix milliseconds, for what providers remember.
    epoch_ms: u64,
    store: Store,
    sockets: HashMap<ConnId, mpsc::Sender<ToSocket>>,
    sessions: HashMap<CallId, mpsc::UnboundedSender<MediaCommand>>,
    media_events: mpsc::UnboundedSender<(CallId, MediaEvent)>,
}

impl Switchboard {
    async fn run(
        mut self,
        mut inputs: mpsc::Receiver<Input>,
        mut media: mpsc::UnboundedReceiver<(CallId, MediaEvent)>,
    ) {
        loop {
            let sleep = self
                .pbx
                .next_timeout()
                .map(|at| tokio::time::sleep_until((self.started + at).into()));
            tokio::select! {
                input = inputs.recv() => match input {
                    Some(input) => self.on_input(input),
                    None => return,
                },
                Some((call, event)) = media.recv() => {
                    let now = self.now();
                    self.pbx.media_event(call, event, now);
                }
                () = async { match sleep { Some(sleep) => sleep.await, None => std::future::pending().await } } => {}
            }
            let now = self.now();
            self.pbx.tick(now);
            self.carry_out();
        }
    }

    fn now(&self) -> Time {
        self.started.elapsed()
    }

    fn on_input(&mut self, input: Input) {
        let now = self.now();
        // Whoever asked may have gone; then the answer is for nobody.
        match input {
            Input::Opened(conn, sender) => {
                self.sockets.insert(conn, sender);
                self.pbx.opened(conn, now);
            }
            Input::Received(conn, text) => {
                self.print('<', conn, &text);
                self.pbx.received(conn, &text, now);
            }
            Input::Closed(conn) => {
                self.sockets.remove(&conn);
                self.pbx.closed(conn, now);
            }
            Input::State(reply) => {
                let _ = reply.send(self.pbx.state(now));
            }
            Input::Trace(reply) => {
                let _ = reply.send(self.pbx.trace_text());
            }
            Input::Call(ask, reply) => {
                let _ = reply.send(self.pbx.place_call(&ask, now));
            }
            Input::End(call, how, reply) => {
                let _ = reply.send(self.pbx.end_by_api(call, how, now));
            }
            Input::Drop(user, reply) => {
                let _ = reply.send(self.pbx.drop_connections(user.as_deref(), now));
            }
            Input::CallSession(id, number) => self.pbx.add_session(id, number),
            Input::ShutDown(reply) => {
                self.pbx.shut_down(now);
                self.carry_out();
                for socket in self.sockets.values() {
                    let _ = socket.try_send(ToSocket::Close);
                }
                {
                    let _ = reply.send(());
                }
            }
        }
    }

    fn carry_out(&mut self) {
        let effects: Vec<Effect> = self.pbx.drain().collect();
        // Whoever hears of a call's change by SIP finds it in the history when asking at once.
        let (records, others): (Vec<Effect>, Vec<Effect>) = effects
            .into_iter()
            .partition(|effect| matches!(effect, Effect::Record(_)));
        for effect in records.into_iter().chain(others) {
            match effect {
                Effect::Send(conn, text) => {
                    self.print('>', conn, &text);
                    self.forward(conn, ToSocket::Send(text));
                }
                Effect::Record(record) => {
                    self.store.state().record(&record, self.epoch_ms);
                    self.store.keep();
                }
                Effect::Close(conn) => self.forward(conn, ToSocket::Close),
                Effect::Media(call, MediaCommand::Close) => {
                    self.sessions.remove(&call);
                }
                Effect::Media(call, command) => {
                    let session = self.sessions.entry(call).or_insert_with(|| {
                        let (sender, receiver) = mpsc::unbounded_channel();
                        let addresses = self.addresses.clone();
                        let events = self.media_events.clone();
                        tokio::spawn(media::run(call, addresses, receiver, events));
                        sender
                    });
                    // A session that has failed has said so.
                    let _ = session.send(command);
                }
            }
        }
    }

    fn forward(&mut self, conn: ConnId, message: ToSocket) {
        if let Some(socket) = self.sockets.get(&conn)
            && socket.try_send(message).is_err()
        {
            // It reads too slowly or has gone; dropping the sender ends its task.
            self.sockets.remove(&conn);
        }
    }

    fn print(&self, arrow: char, conn: ConnId, text: &str) {
        if self.trace {
            eprintln!(
                "{arrow} socket {}\n{}",
                conn.0,
                crate::pbx::without_secrets(text)
            );
        }
    }
}
