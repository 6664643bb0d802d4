//! The loop: takes what happened, tells the softphone, carries out what it wants.

use std::collections::{HashMap, VecDeque};

use alo_protocol::{
    AgentReply, AgentRequest, Command, ContactsRead, MicrophoneState, Refusal, UiPush, UiQuestion,
    UiReply, UiRequest,
};
use alo_softphone::{
    Effect, Input, MediaEvent, MediaFailure, MediaId, MediaOp, MediaSetup, Now, Platform,
    RequestId, SocketEvent, SocketId, SocketOp, Softphone,
};
use futures::StreamExt;
use futures::channel::mpsc;
use gloo_events::EventListener;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::audio::Tones;
use crate::chrome::to_js;
use crate::clock::{Clock, Reading};
use crate::devices::{self, Devices};
use crate::fetch;
use crate::inbox::{Event, Inbox};
use crate::measure::Measurement;
use crate::peer::Peer;
use crate::ports::{self, Said, View, ViewId};
use crate::prepared::{Prepared, Wanted};
use crate::provision;
use crate::random::BrowserRandom;
use crate::socket::Socket;
use crate::store::Store;
use crate::timer::Timer;
use crate::worker::Worker;

/// At most this many events are taken before the views see a picture.
const MOST_AT_ONCE: usize = 64;

/// The softphone and everything that carries out its wishes.
pub(crate) struct Driver {
    phone: Softphone,
    inbox: Inbox,
    clock: Clock,
    timer: Timer,
    sockets: HashMap<SocketId, Socket>,
    peers: HashMap<MediaId, Peer>,
    /// For the next call.
    prepared: Option<Prepared>,
    /// For a check before a call.
    measurement: Option<Measurement>,
    tones: Tones,
    devices: Devices,
    _plugs: Option<EventListener>,
    store: Store,
    views: HashMap<ViewId, View>,
    worker: Worker,
    askers: HashMap<RequestId, Asker>,
    last_request: u64,
    is_picture_old: bool,
    /// What effects led to at once; the phone takes it before anything else happens.
    next: VecDeque<Input>,
}

/// Who waits for the reply to a command.
enum Asker {
    View { view: ViewId, seq: u32 },
    Worker(Function),
}

impl Driver {
    /// A phone that is about to read its store.
    pub(crate) fn new(inbox: Inbox, worker: Worker) -> Self {
        let platform = Platform {
            user_agent: format!("Alo/{}", env!("CARGO_PKG_VERSION")),
            browser: web_sys::window()
                .and_then(|window| window.navigator().user_agent().ok())
                .unwrap_or_default(),
        };
        let devices = Devices::default();
        Self {
            phone: Softphone::new(Box::new(BrowserRandom), platform),
            clock: Clock::new(Reading::now()),
            timer: Timer::default(),
            sockets: HashMap::new(),
            peers: HashMap::new(),
            prepared: None,
            measurement: None,
            tones: Tones::new(devices.clone()),
            devices,
            _plugs: devices::watch(inbox.clone()),
            store: Store::start(inbox.clone()),
            views: HashMap::new(),
            worker,
            askers: HashMap::new(),
            last_request: 0,
            is_picture_old: false,
            next: VecDeque::new(),
            inbox,
        }
    }

    /// Runs for as long as the page lives.
    pub(crate) async fn run(mut self, events: mpsc::UnboundedReceiver<Event>) {
        let mut turns = events.ready_chunks(MOST_AT_ONCE);
        while let Some(turn) = turns.next().await {
            for event in turn {
                self.take(event);
            }
            self.show();
            self.set_timer();
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Phone(input) => {
                // What was blocked in a call is dead for good: allowed again, it is opened anew.
                let was_allowed = self.phone.snapshot().microphone == MicrophoneState::Granted;
                let is_allowed =
                    !was_allowed && matches!(*input, Input::Microphone(MicrophoneState::Granted));
                self.feed(*input);
                if is_allowed {
                    self.follow_devices();
                }
            }
            Event::Loaded(loaded) => {
                self.feed(Input::Loaded(loaded.stored));
                if loaded.is_first_start {
                    spawn_local(provision::install(self.inbox.clone(), loaded.has_work));
                }
            }
            Event::Tick => {
                let now = self.now();
                if self.phone.poll_timeout().is_some_and(|due| due <= now.mono) {
                    self.feed(Input::Timeout);
                }
            }
            Event::DevicesChanged => self.follow_devices(),
            Event::PreparedStale => self.prepared = None,
            Event::ViewOpened(view) => {
                view.push(&ports::picture(self.phone.snapshot()));
                self.views.insert(view.id, view);
            }
            Event::ViewSaid { view, message } => match ports::read(message) {
                Some(Said::Wish(wish)) => {
                    let UiRequest { seq, command } = *wish;
                    self.command(command, Asker::View { view, seq });
                }
                Some(Said::Question(UiQuestion::Diagnostics { numbers })) => {
                    let now = self.now();
                    let text = self.phone.diagnostics(numbers, now);
                    if let Some(view) = self.views.get(&view) {
                        view.tell(&UiPush::Diagnostics { text });
                    }
                }
                Some(Said::Question(UiQuestion::Export { kind })) => {
                    let text = self.phone.export(kind);
                    if let Some(view) = self.views.get(&view) {
                        view.tell(&UiPush::Export { kind, text });
                    }
                }
                Some(Said::Question(UiQuestion::History { after })) => {
                    let page = self.phone.history_page(after);
                    if let Some(view) = self.views.get(&view) {
                        view.tell(&UiPush::History(page));
                    }
                }
                None => log::debug!("a view said something that is not understood"),
            },
            Event::ViewGone(view) => {
                self.views.remove(&view);
            }
            Event::Asked { message, reply } => {
                match serde_wasm_bindgen::from_value::<AgentRequest>(message) {
                    Ok(AgentRequest::Do { command }) => {
                        self.command(command, Asker::Worker(reply));
                    }
                    Ok(AgentRequest::Report) => {
                        // Before the store is read nothing is known, of hidden numbers neither; then it is told.
                        if self.phone.snapshot().ready {
                            self.worker.tell(self.phone.worker_state().clone());
                        }
                        answer(&reply, None);
                    }
                    Err(_) => {
                        log::debug!("the worker asked something that is not understood");
                        // Called with nothing: the browser waits for it to be called.
                        let _ = reply.call0(&JsValue::NULL);
                    }
                }
            }
        }
    }

    fn command(&mut self, command: Command, asker: Asker) {
        self.last_request += 1;
        let request = RequestId(self.last_request);
        let input = match asker {
            Asker::View { .. } => Input::Command {
                request: Some(request),
                command,
            },
            Asker::Worker(_) => Input::WorkerCommand { request, command },
        };
        self.askers.insert(request, asker);
        self.feed(input);
    }

    fn feed(&mut self, input: Input) {
        if let Input::Socket {
            socket,
            event: SocketEvent::Closed { .. },
        } = &input
        {
            self.sockets.remove(socket);
        }
        if let Input::Network { .. } = &input {
            // Its candidates are addresses of the network before.
            self.prepared = None;
        }
        let mut input = Some(input);
        while let Some(what) = input {
            let now = self.now();
            self.phone.handle(what, now);
            while let Some(effect) = self.phone.poll_effect() {
                self.carry_out(effect);
            }
            input = self.next.pop_front();
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Socket { socket, op } => self.on_socket(socket, op),
            Effect::Media { media, op } => self.on_peer(media, op),
            Effect::Prepare { to_answer, setup } => self.prepare(Wanted { to_answer, setup }),
            Effect::Measure {
                check,
                measure,
                setup,
            } => {
                // The one before lets go first: two cannot have a microphone that only one may open.
                self.measurement = None;
                self.measurement =
                    Measurement::begin(check, measure, &setup, &self.devices, &self.inbox);
            }
            Effect::Audio(settings) => {
                let is_other_microphone = self.devices.choose(settings);
                self.tones.follow_devices();
                for peer in self.peers.values() {
                    peer.follow_speaker();
                    peer.follow_volume();
                    if is_other_microphone {
                        peer.open_microphone_again();
                    }
                }
            }
            Effect::Tone(tone) => self.tones.set(tone),
            Effect::Store { store, op } => self.store.change(store, op),
            Effect::Reply {
                request,
                refusal,
                read,
            } => self.reply(request, refusal, read),
            Effect::SnapshotChanged => self.is_picture_old = true,
            Effect::Worker(state) => self.worker.tell(state),
            Effect::Fetch { fetch, request } => {
                fetch::send(fetch, request, self.worker.clone(), self.inbox.clone());
            }
            Effect::OpenPage { url } => self.worker.open_page(url),
        }
    }

    fn on_socket(&mut self, id: SocketId, op: SocketOp) {
        match op {
            SocketOp::Open { url } => {
                if let Some(socket) = Socket::open(id, &url, &self.inbox) {
                    self.sockets.insert(id, socket);
                }
            }
            SocketOp::Send(message) => match self.sockets.get(&id) {
                Some(socket) => socket.send(&message),
                None => log::debug!("nothing can be sent: the socket is gone"),
            },
            SocketOp::Close => {
                self.sockets.remove(&id);
            }
        }
    }

    fn on_peer(&mut self, id: MediaId, op: MediaOp) {
        match &op {
            MediaOp::Offer { setup } => self.open_peer(id, false, setup),
            MediaOp::Answer { setup, .. } => self.open_peer(id, true, setup),
            MediaOp::Bridge(other) => {
                if let Some(peer) = self.peers.get(&id) {
                    peer.bridge(other.and_then(|other| self.peers.get(&other)));
                }
                return;
            }
            MediaOp::Close => {
                self.peers.remove(&id);
                return;
            }
            _ => {}
        }
        let Some(peer) = self.peers.get(&id) else {
            let event = MediaEvent::Failed(MediaFailure::Other);
            self.next.push_back(Input::Media { media: id, event });
            return;
        };
        if let MediaOp::Offer { .. } = op
            && let Some(sdp) = peer.offer_at_once()
        {
            let event = MediaEvent::Offer { sdp };
            self.next.push_back(Input::Media { media: id, event });
            return;
        }
        peer.carry_out(op);
    }

    /// Devices came or went: everything that sounds follows.
    fn follow_devices(&mut self) {
        self.tones.follow_devices();
        for peer in self.peers.values() {
            peer.follow_devices();
        }
    }

    /// Keeps what is there as long as it is good for the same.
    fn prepare(&mut self, wanted: Wanted) {
        if self
            .prepared
            .as_ref()
            .is_some_and(|ready| ready.is_young() && ready.is_for(&wanted))
        {
            return;
        }
        let inbox = self.inbox.clone();
        self.prepared = Prepared::begin(wanted, move || inbox.put(Event::PreparedStale))
            .map_err(|error| log::warn!("nothing is prepared: {error}"))
            .ok();
    }

    fn open_peer(&mut self, id: MediaId, to_answer: bool, setup: &MediaSetup) {
        let wanted = Wanted {
            to_answer,
            setup: setup.clone(),
        };
        let ready = self
            .prepared
            .take()
            .filter(|ready| ready.is_ready() && ready.is_for(&wanted));
        match Peer::new(id, &wanted, ready, &self.devices, &self.inbox) {
            Ok(peer) => {
                self.peers.insert(id, peer);
            }
            // The step that follows is then reported as failed.
            Err(error) => log::warn!("{error}"),
        }
    }

    fn reply(&mut self, request: RequestId, refusal: Option<Refusal>, read: Option<ContactsRead>) {
        match self.askers.remove(&request) {
            Some(Asker::View { view, seq }) => {
                if let Some(view) = self.views.get(&view) {
                    view.reply(UiReply { seq, refusal, read });
                }
            }
            Some(Asker::Worker(reply)) => answer(&reply, refusal),
            None => {}
        }
    }

    /// Sends the views one picture for everything that has just happened.
    fn show(&mut self) {
        if !std::mem::take(&mut self.is_picture_old) || self.views.is_empty() {
            return;
        }
        let picture = ports::picture(self.phone.snapshot());
        for view in self.views.values() {
            view.push(&picture);
        }
    }

    fn set_timer(&mut self) {
        let now = self.now();
        let wait = self
            .phone
            .poll_timeout()
            .map(|due| due.0.saturating_sub(now.mono.0));
        let inbox = self.inbox.clone();
        self.timer.set(wait, move || inbox.put(Event::Tick));
    }

    fn now(&mut self) -> Now {
        self.clock.advance(Reading::now())
    }
}

fn answer(reply: &Function, refusal: Option<Refusal>) {
    // It fails where the worker died in the meantime, and then nobody waits.
    let _ = reply.call1(&JsValue::NULL, &to_js(&AgentReply { refusal }));
}
