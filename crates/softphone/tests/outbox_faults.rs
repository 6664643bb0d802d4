//! Notes in spite of faults: requests that fail before and after they are carried out, sessions that end, stores
//! that fail, browsers that die at any moment, people who type on. What was saved reaches the provider,
//! and what it has is what was typed last; nothing is written twice but what changed.

mod common;

use std::collections::BTreeMap;
use std::time::Duration;

use alo_protocol::{CallId, Command, NOTE_FIELD, NoteState};
use alo_providers::api::{HttpAnswer, HttpFailure, HttpOutcome};
use alo_softphone::{Input, StoreOp, Stored};
use common::{Omicall, Rig, Store, carry_out, sdp};
use proptest::prelude::*;

/// One thing that happens.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Somebody calls and gives up.
    Call,
    /// Something is typed about the nth call.
    Type(usize),
    /// The nth form is saved.
    Save(usize),
    /// The nth form is closed.
    Close(usize),
    /// The oldest request is carried out and answered.
    Answer,
    /// It does not arrive.
    Lose,
    /// It is carried out, and its answer gets lost.
    Cut,
    /// It is carried out, and half of the answer arrives.
    Half,
    /// The provider fails before it does anything.
    Fail,
    /// The provider answers that there were too many requests.
    TooMany,
    /// Every session ends.
    Expire,
    /// The oldest change of the store is carried out.
    Keep,
    /// All of them are.
    KeepAll,
    /// The oldest change of the store fails.
    KeepFails,
    /// The browser dies; what was not stored is gone.
    Die,
    /// Seconds pass.
    Wait(u64),
    /// The network goes and comes back.
    Blink,
    /// The person asks to send now.
    SendNow,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => Just(Step::Call),
        6 => (0..4_usize).prop_map(Step::Type),
        6 => (0..4_usize).prop_map(Step::Save),
        2 => (0..4_usize).prop_map(Step::Close),
        10 => Just(Step::Answer),
        2 => Just(Step::Lose),
        3 => Just(Step::Cut),
        2 => Just(Step::Half),
        2 => Just(Step::Fail),
        1 => Just(Step::TooMany),
        1 => Just(Step::Expire),
        8 => Just(Step::Keep),
        6 => Just(Step::KeepAll),
        1 => Just(Step::KeepFails),
        2 => Just(Step::Die),
        6 => (1..30_u64).prop_map(Step::Wait),
        1 => Just(Step::Blink),
        1 => Just(Step::SendNow),
    ]
}

/// Phone, provider and disk, with what the person was promised.
struct World {
    rig: Rig,
    server: Omicall,
    disk: Stored,
    /// How many changes of the store of this phone have an outcome.
    done: usize,
    calls: Vec<(CallId, String)>,
    /// By call: the newest text that was acknowledged as typed.
    typed: BTreeMap<CallId, String>,
    /// By call: texts of saves that were acknowledged.
    saved: BTreeMap<CallId, String>,
    waiting: Vec<(alo_softphone::RequestId, CallId, Wanted)>,
    count: u32,
}

#[derive(Clone, Debug)]
enum Wanted {
    Typed(String),
    Saved,
}

impl World {
    fn new() -> Self {
        let mut server = Omicall::default();
        let mut rig = Rig::at_omicall(&mut server);
        let done = rig.stored.len();
        let disk = rig.disk(None);
        rig.store = Store::Waits;
        rig.quiet = true;
        Self {
            rig,
            server,
            disk,
            done,
            calls: Vec::new(),
            typed: BTreeMap::new(),
            saved: BTreeMap::new(),
            waiting: Vec::new(),
            count: 0,
        }
    }

    fn call(&mut self, at: usize) -> Option<CallId> {
        let at = at.checked_rem(self.calls.len())?;
        Some(self.calls[at].0.clone())
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Call => self.somebody_calls(),
            Step::Type(at) => {
                if let Some(call) = self.call(at) {
                    self.count += 1;
                    let text = format!("text {}", self.count);
                    self.ask(&call, Wanted::Typed(text));
                }
            }
            Step::Save(at) => {
                if let Some(call) = self.call(at) {
                    self.ask(&call, Wanted::Saved);
                }
            }
            Step::Close(at) => {
                if let Some(call) = self.call(at) {
                    self.rig.command_later(Command::CloseForm { call });
                }
            }
            Step::Answer => self.fetched(|server, request| server.serve(request)),
            Step::Lose => {
                self.fetched(|_, _| HttpOutcome::Failed(HttpFailure::Unreachable));
            }
            Step::Cut => self.fetched(|server, request| {
                server.serve(request);
                HttpOutcome::Failed(HttpFailure::TimedOut)
            }),
            Step::Half => self.fetched(|server, request| match server.serve(request) {
                HttpOutcome::Answer(answer) => HttpOutcome::Answer(HttpAnswer {
                    body: answer.body.chars().take(answer.body.len() / 2).collect(),
                    ..answer
                }),
                failed @ HttpOutcome::Failed(_) => failed,
            }),
            Step::Fail => self.fetched(|_, _| status(500, None)),
            Step::TooMany => self.fetched(|_, _| status(429, Some(40))),
            Step::Expire => self.server.expire(),
            Step::Keep => self.keep(true),
            Step::KeepAll => {
                while self.done < self.rig.stored.len() {
                    self.keep(true);
                }
            }
            Step::KeepFails => self.keep(false),
            Step::Die => self.die(),
            Step::Wait(seconds) => self.rig.advance(Duration::from_secs(seconds)),
            Step::Blink => {
                self.rig.feed(Input::Network { online: false });
                self.rig.feed(Input::Network { online: true });
            }
            Step::SendNow => {
                self.rig.command_later(Command::SendNow);
            }
        }
        self.take_replies();
    }

    fn somebody_calls(&mut self) {
        let registered = self.rig.snapshot().registration.state;
        if self.calls.len() >= 4 || registered != alo_protocol::RegistrationState::Registered {
            return;
        }
        let uuid = format!("uuid-{}", self.calls.len());
        let headers = [("Uuid", uuid.as_str())];
        self.rig.sent.clear();
        let from = format!("<sip:091234567{}@omiteam>", self.calls.len());
        let dialog = self
            .rig
            .invite_in_with(&from, Some(&sdp("far", "sendrecv")), &headers);
        let rings = self
            .rig
            .snapshot()
            .calls
            .iter()
            .rfind(|call| call.end.is_none());
        let call = rings.map(|call| call.id.clone());
        self.rig.cancel(&dialog, None);
        self.rig.sent.clear();
        self.calls.extend(call.map(|call| (call, uuid)));
    }

    fn ask(&mut self, call: &CallId, wanted: Wanted) {
        let command = match &wanted {
            Wanted::Typed(value) => common::typed(call, value),
            Wanted::Saved => Command::SaveNote { call: call.clone() },
        };
        // A form that was closed with its call is opened again from the history.
        let open = Command::OpenForm { call: call.clone() };
        self.rig.command_later(open);
        let request = self.rig.command_later(command);
        self.waiting.push((request, call.clone(), wanted));
    }

    fn take_replies(&mut self) {
        for (request, call, wanted) in std::mem::take(&mut self.waiting) {
            match self.rig.reply(request) {
                None => self.waiting.push((request, call, wanted)),
                Some(Some(_)) => {}
                Some(None) => match wanted {
                    Wanted::Typed(text) => {
                        self.typed.insert(call, text);
                    }
                    Wanted::Saved => {
                        if let Some(text) = self.typed.get(&call) {
                            self.saved.insert(call, text.clone());
                        }
                    }
                },
            }
        }
    }

    fn fetched(
        &mut self,
        outcome: impl FnOnce(&mut Omicall, &alo_providers::api::HttpRequest) -> HttpOutcome,
    ) {
        if let Some((fetch, request)) = self.rig.fetches.pop_front() {
            let outcome = outcome(&mut self.server, &request);
            self.rig.feed(Input::Fetched { fetch, outcome });
        }
    }

    fn keep(&mut self, ok: bool) {
        if let Some((store, op)) = self.rig.stored.get(self.done).cloned() {
            // Requests about the account are not what is tested here.
            let ok = ok || !matches!(op, StoreOp::PutNote(_) | StoreOp::PutOutbox(_));
            if ok {
                carry_out(&mut self.disk, &op);
            }
            self.done += 1;
            self.rig.feed(Input::Stored { store, ok });
        }
    }

    fn die(&mut self) {
        self.count += 1;
        let mut rig = Rig::unloaded_with(u64::from(self.count) + 1_000);
        rig.now = self.rig.now;
        rig.quiet = true;
        rig.store = Store::Waits;
        rig.feed(Input::Loaded(self.disk.clone()));
        rig.open_socket();
        rig.accept_registration();
        self.rig = rig;
        self.done = 0;
        self.waiting.clear();
    }

    /// Everything works from now on, for as long as it takes.
    fn calm(&mut self) {
        for _ in 0..400 {
            let mut moved = true;
            while moved {
                moved = self.done < self.rig.stored.len() || !self.rig.fetches.is_empty();
                self.take(Step::KeepAll);
                self.take(Step::Answer);
            }
            let waits = self.rig.snapshot().outbox.waiting > 0;
            let unsaved = self.rig.phone.worker_state().unsaved;
            if !waits && !unsaved && self.rig.fetches.is_empty() {
                break;
            }
            self.rig.advance(Duration::from_secs(30));
        }
    }
}

fn status(status: u16, retry_after: Option<u32>) -> HttpOutcome {
    HttpOutcome::Answer(HttpAnswer {
        status,
        retry_after,
        body: String::new(),
    })
}

fn runs() -> u32 {
    std::env::var("ALO_OUTBOX_RUNS")
        .ok()
        .and_then(|runs| runs.parse().ok())
        .unwrap_or(1_000)
}

/// Carries out the events, then lets everything work, and checks what was promised.
fn check(steps: &[Step]) -> Result<(), TestCaseError> {
    let mut world = World::new();
    for step in steps {
        world.take(*step);
    }
    world.calm();
    let World {
        rig,
        server,
        disk,
        calls,
        typed,
        saved,
        ..
    } = world;
    for (call, uuid) in &calls {
        let note = disk.notes.iter().find(|note| note.call == *call);
        if let Some(text) = typed.get(call) {
            let kept = note.and_then(|note| note.content.values.get(NOTE_FIELD));
            // A later change may have been stored although it was never acknowledged.
            prop_assert!(kept.is_some(), "typed and gone: {text}");
        }
        let there = server.notes.get(uuid).map(|(text, _)| text.clone());
        if let Some(text) = saved.get(call) {
            prop_assert!(there.is_some(), "saved and lost: {text}");
            let last = note
                .and_then(|note| note.content.values.get(NOTE_FIELD))
                .cloned();
            prop_assert_eq!(&there, &last, "the provider has what was typed last");
            let state = note.map(|note| note.state.clone());
            prop_assert!(matches!(state, Some(NoteState::Sent { .. })), "{state:?}");
        }
        let mut before: Option<&str> = None;
        for (_, text) in server.writes.iter().filter(|(of, _)| of == uuid) {
            prop_assert!(before != Some(text), "written twice: {text}");
            before = Some(text);
        }
    }
    prop_assert!(disk.outbox.is_empty(), "{:?}", disk.outbox);
    prop_assert_eq!(
        rig.snapshot().outbox.waiting + rig.snapshot().outbox.refused,
        0
    );
    Ok(())
}

/// Found by the property test: the change of a note that had been sent was stored, but not the outbox entry
/// that was to send it.
#[test]
fn a_change_whose_sending_could_not_be_stored_arrives() {
    use Step::*;
    check(&[
        Call,
        Wait(1),
        Wait(1),
        Type(0),
        Answer,
        Save(0),
        KeepAll,
        Answer,
        Keep,
        Keep,
        Type(0),
        Keep,
        KeepFails,
    ])
    .expect("nothing is lost");
}

/// Found by the property test: the browser died when the change of a sent note was stored, and nothing else.
#[test]
fn a_change_of_a_sent_note_arrives_after_the_browser_died_in_it() {
    use Step::*;
    check(&[
        Call,
        Type(0),
        Save(0),
        Answer,
        KeepAll,
        Answer,
        Keep,
        Keep,
        Type(0),
        Keep,
        Call,
        Die,
    ])
    .expect("nothing is lost");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: runs(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_note_is_lost_and_none_arrives_twice(steps in proptest::collection::vec(step(), 1..70)) {
        check(&steps)?;
    }
}
