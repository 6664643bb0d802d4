//! The façade: takes inputs, yields effects. Each input goes to the part of the phone that it is
//! about; afterwards tone, worker state and snapshot are brought up to date.

mod account;
mod auto_answer;
mod availability;
mod calls;
mod check;
mod commands;
mod conference;
mod desk;
mod dialing;
mod events;
mod referrals;
mod unstored;

use std::time::Duration;

use alo_protocol::{
    AudioSettings, Command, MicrophoneState, PhoneSettings, Refusal, ReportNumbers, SipAccount,
    Snapshot, TestReport, VoicemailView, WorkerState,
};
use alo_providers::{PLAIN_SIP, Profile, profile_of};
use alo_sip::{Instant, Random};

use crate::call::{Call, NOTICE_LIMIT};
use crate::call_check::CallCheck;
use crate::connection_test::ConnectionTest;
use crate::desk::{Desk, DeskThen, Own};
use crate::diagnostics::{Bundle, Diary};
use crate::effects::Effects;
use crate::hidden::Hidden;
use crate::history::History;
use crate::line::SharedRandom;
use crate::lines::Lines;
use crate::registration::Registration;
use crate::replies::{OnStored, Replies};
use crate::tones::tone;
use crate::trace::Trace;
use crate::view::ViewSource;
use crate::{Effect, Input, MediaEvent, Now, RequestId, Stored, Tone};

use unstored::Unstored;

/// The most commands that are kept until the store has been read.
const MAX_EARLY: usize = 32;

/// With an open socket a timer is due at least every 25 s. If there was no input for this long, the
/// computer was asleep, and few sockets survive that.
const SLEPT: Duration = Duration::from_secs(40);

/// What the shell says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Platform {
    /// `User-Agent` of every request (RFC 3261 §20.41).
    pub user_agent: String,
    /// What the browser calls itself, for the diagnostics.
    pub browser: String,
}

/// Where a command came from.
#[derive(Clone, Copy)]
struct CommandOrigin {
    /// Named in the reply; `None`: nobody waits for one.
    request: Option<RequestId>,
    /// A view sent the command, and shows a refusal itself.
    is_view: bool,
}

/// The phone.
pub struct Softphone {
    rng: SharedRandom,
    platform: Platform,
    profile: &'static Profile,
    effects: Effects,
    loaded: bool,
    /// When the last input came.
    last: Option<Instant>,
    /// Commands that came before the store was read.
    early: Vec<(CommandOrigin, Command)>,
    account: Option<SipAccount>,
    /// The account in use has been registered with this password, in this session or before.
    account_works: bool,
    /// An account that a provider named. It is stored and used when no call is in the way.
    provided: Option<SipAccount>,
    unstored: Unstored,
    instance_id: Option<String>,
    lines: Lines,
    registration: Registration,
    test: Option<ConnectionTest>,
    report: Option<TestReport>,
    /// The check before a call that is under way, or the outcome of the last one.
    check: Option<CallCheck>,
    /// Number of the last check.
    last_check: u64,
    /// Whether the call to the echo number was up after the last input.
    check_call_up: bool,
    calls: Vec<Call>,
    history: History,
    desk: Desk,
    replies: Replies,
    microphone: MicrophoneState,
    audio: AudioSettings,
    settings: PhoneSettings,
    voicemail: Option<VoicemailView>,
    online: bool,
    open_microphone_page: bool,
    /// A refusal that no view was told in a reply, and until when the snapshot shows it.
    notice: Option<(Refusal, Instant)>,
    /// A sample of the ring plays until then.
    ring_sample_until: Option<Instant>,
    tone: Option<Tone>,
    snapshot: Snapshot,
    worker: WorkerState,
    /// False from loading until the worker is told the state: it may still show that of an earlier phone.
    worker_is_current: bool,
    trace: Trace,
    diary: Diary,
    /// Time of the last input, Unix ms. Effects are taken out at the same moment.
    unix_ms: u64,
}

impl Softphone {
    /// A phone that knows nothing yet: it waits for [`Input::Loaded`]. `rng` must be fit for
    /// cryptography.
    pub fn new(rng: Box<dyn Random>, platform: Platform) -> Self {
        Self {
            rng: SharedRandom::new(rng),
            platform,
            profile: &PLAIN_SIP,
            effects: Effects::default(),
            loaded: false,
            last: None,
            early: Vec::new(),
            account: None,
            account_works: false,
            provided: None,
            unstored: Unstored::default(),
            instance_id: None,
            lines: Lines::default(),
            registration: Registration::signed_out(),
            test: None,
            report: None,
            check: None,
            last_check: 0,
            check_call_up: false,
            calls: Vec::new(),
            history: History::default(),
            desk: Desk::default(),
            replies: Replies::default(),
            microphone: MicrophoneState::Unknown,
            audio: AudioSettings::default(),
            settings: PhoneSettings::default(),
            voicemail: None,
            online: true,
            open_microphone_page: false,
            notice: None,
            ring_sample_until: None,
            tone: None,
            snapshot: Snapshot::default(),
            worker: WorkerState::default(),
            worker_is_current: true,
            trace: Trace::default(),
            diary: Diary::default(),
            unix_ms: 0,
        }
    }

    /// Takes in what happened. Drain [`Self::poll_effect`] afterwards, then arm one timer for
    /// [`Self::poll_timeout`]. `now` never goes back on the monotonic clock.
    pub fn handle(&mut self, input: Input, now: Now) {
        let set_back =
            std::mem::replace(&mut self.unix_ms, now.unix_ms).saturating_sub(now.unix_ms);
        if set_back > 0 {
            self.desk.clock_set_back(set_back);
        }
        self.handle_timeouts(now);
        // What was due before this input happens before it.
        self.run(now);
        let slept = self
            .last
            .replace(now.mono)
            .is_some_and(|last| now.mono.saturating_since(last) >= SLEPT);
        if slept {
            self.lines.probe(&mut self.effects, now);
        }
        if let Input::Fetched { fetch, outcome } = &input {
            self.trace.fetched(*fetch, outcome, now.unix_ms);
        }
        match input {
            Input::Loaded(stored) => self.load(stored, now),
            Input::Command { request, command } => {
                let is_view = true;
                self.command(CommandOrigin { request, is_view }, command, now);
            }
            Input::WorkerCommand { request, command } => {
                let origin = CommandOrigin {
                    request: Some(request),
                    is_view: false,
                };
                self.command(origin, command, now);
            }
            Input::Socket { socket, event } => {
                self.trace.heard(socket, &event, now.unix_ms);
                self.handle_socket(socket, &event, now);
            }
            Input::Home { country } => self.desk.set_home(&country),
            Input::Network { online } => {
                self.online = online;
                self.lines.handle_network(online, &mut self.effects, now);
                for call in &mut self.calls {
                    call.network_changed(online);
                }
                self.with_desk(now, |desk, out| desk.network_changed(online, out));
            }
            Input::Microphone(state) => self.microphone = state,
            Input::Media { media, event } => {
                let call = self.calls.iter_mut().find(|call| call.media == Some(media));
                if let Some(call) = call {
                    if let (true, MediaEvent::Stats(stats), Some(check)) =
                        (call.for_check, &event, &mut self.check)
                    {
                        check.echo_heard(stats.tone_share);
                    }
                    call.handle_media(event, now);
                } else if let Some(call) = self
                    .calls
                    .iter_mut()
                    .find(|call| call.is_taken_over_on(media))
                {
                    call.handle_takeover_media(event);
                }
            }
            Input::Measured { check, measured } => {
                if let Some(running) = self.check.as_mut().filter(|running| running.id == check) {
                    running.measured(measured, now);
                }
            }
            Input::Stored { store, ok } => {
                if let Some(then) = self.replies.stored(store, ok) {
                    self.stored(then, ok, now);
                }
            }
            Input::Fetched { fetch, outcome } => {
                self.with_desk(now, |desk, out| desk.fetched(fetch, outcome, out));
            }
            Input::Timeout => {}
        }
        self.run(now);
        if self.use_deferred_account(now) {
            self.run(now);
        }
        self.settle_conference(now);
        self.settle_referrals(now);
        self.settle(now);
    }

    /// The next effect to carry out.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        let effect = self.effects.pop()?;
        self.trace.said(&effect, self.unix_ms);
        Some(effect)
    }

    /// A text for support: states, settings, the last calls and SIP messages, without passwords, tokens
    /// and digests. `numbers` says how much of phone numbers is in it: nothing where the provider hides
    /// them, or where calls of an account that has signed out are hidden.
    pub fn diagnostics(&self, numbers: ReportNumbers, now: Now) -> String {
        let of_others = Hidden::from(self.desk.owner(), &self.history);
        let numbers = if self.desk.hides_numbers() || of_others.hides_any() {
            ReportNumbers::Hidden
        } else {
            numbers
        };
        Bundle {
            platform: &self.platform,
            snapshot: &self.snapshot,
            account: self.account.as_ref(),
            diary: &self.diary,
            trace: &self.trace,
            unix_ms: now.unix_ms,
            numbers,
        }
        .write()
    }

    /// When to feed [`Input::Timeout`], unless something else happens before.
    pub fn poll_timeout(&self) -> Option<Instant> {
        let calls = self.calls.iter().filter_map(Call::poll_timeout).min();
        let test = self.test.as_ref().and_then(ConnectionTest::poll_timeout);
        let notice = self.notice.map(|(_, until)| until);
        [
            self.lines.poll_timeout(),
            calls,
            test,
            self.check.as_ref().and_then(CallCheck::poll_timeout),
            notice,
            self.ring_sample_until,
            self.registration.poll_timeout(),
            self.unstored.poll_timeout(),
            self.desk_timeout(),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// What every view draws.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The worker's state, for when it asks again; `open_microphone_page` is never set here.
    pub fn worker_state(&self) -> &WorkerState {
        &self.worker
    }

    fn load(&mut self, mut stored: Stored, now: Now) {
        if self.loaded {
            return;
        }
        self.loaded = true;
        self.unstored.audio = stored.unread;
        self.unstored.settings = stored.unread;
        self.worker_is_current = false;
        self.instance_id = stored.instance_id.take();
        self.audio = std::mem::take(&mut stored.audio).cleaned();
        self.effects.push(Effect::Audio(self.audio.clone()));
        self.settings = std::mem::take(&mut stored.phone).cleaned();
        let interrupted = self.history.load(std::mem::take(&mut stored.history));
        for row in &interrupted {
            self.store_row(row.clone());
        }
        self.with_desk(now, |desk, out| desk.load(&mut stored, out));
        let own = stored.account.as_ref().map_or_else(Own::default, Own::of);
        self.with_desk(now, |desk, out| desk.interrupted(&interrupted, &own, out));
        self.profile = profile_of(self.desk.kind());
        self.forget_old(now);
        // Rows with a note that waits are not forgotten: the notes have been read now.
        self.forget_surplus();
        if let Some(account) = stored.account {
            self.use_account(account, now);
            self.account_works = stored.account_works;
            self.unstored.account_works = !stored.account_works;
        }
        for (origin, command) in std::mem::take(&mut self.early) {
            self.command(origin, command, now);
        }
    }

    fn stored(&mut self, then: OnStored, ok: bool, now: Now) {
        match then {
            OnStored::Desk(then) => {
                if ok && matches!(then, DeskThen::UseProvider(_)) {
                    self.provided = None;
                }
                self.with_desk(now, |desk, out| desk.stored(then, ok, out));
                self.profile = profile_of(self.desk.kind());
                self.forget_old(now);
            }
            // While a newer change is under way, only its outcome counts.
            OnStored::Audio => self.unstored.audio = !ok || self.replies.awaits(&then),
            OnStored::Phone => self.unstored.settings = !ok || self.replies.awaits(&then),
            OnStored::ForgetHistory { request, before } => {
                self.history.finish_clear(request, ok);
                if ok {
                    self.with_desk(now, |desk, out| desk.forget_notes(before, out));
                }
            }
            OnStored::Row(call) => self.row_done(call, ok, now),
            OnStored::RetryAccount => self.unstored.account_done(ok, now),
            // If the provider has named a newer one since, that one is stored next.
            OnStored::UseProvided(_) if !ok && self.provided.is_none() => {
                if self.with_desk(now, Desk::account_not_stored) {
                    self.notice = Some((Refusal::StorageFailed, now.mono + NOTICE_LIMIT));
                }
            }
            _ if !ok => {}
            OnStored::UseAccount(account) => self.use_account_after_calls(account, now),
            // The store has deleted the provider already: nothing of it may be stored again.
            OnStored::UseOwnAccount(account) => {
                self.forget_provider();
                self.use_account_after_calls(account, now);
            }
            // A call has begun meanwhile: the account is used when it is over.
            OnStored::UseProvided(account) if self.require_no_call().is_err() => {
                self.unstored.account_differs();
                self.provided.get_or_insert(*account);
            }
            OnStored::UseProvided(account) => {
                self.provider_account_used(now);
                self.use_account(*account, now);
            }
            OnStored::ForgetAccount => {
                self.forget_provider();
                self.forget_account(now);
                self.provider_left(now);
            }
            OnStored::Report | OnStored::Ignore => {}
        }
    }

    fn handle_timeouts(&mut self, now: Now) {
        self.lines.handle_timeout(&mut self.effects, now);
        for call in &mut self.calls {
            call.handle_timeout(now);
        }
        self.auto_answer(now);
        if let Some(test) = &mut self.test
            && test.poll_timeout().is_some_and(|at| at <= now.mono)
        {
            test.handle_timeout(&mut self.effects, now);
        }
        if let Some(check) = &mut self.check {
            check.handle_timeout(now);
        }
        if self.loaded {
            self.with_desk(now, Desk::handle_timeout);
        }
        self.notice.take_if(|(_, until)| *until <= now.mono);
        self.ring_sample_until.take_if(|until| *until <= now.mono);
        self.retry_unstored(now);
        if self.registration.take_retry(now) {
            self.lines.reconnect(&mut self.effects, now);
        }
    }

    /// Brings tone, worker state and snapshot up to date.
    fn settle(&mut self, now: Now) {
        self.follow_availability(now);
        self.lines.sweep(&mut self.effects, now);
        self.drop_stale_calls(now);
        self.run_desk(now);
        self.note_that_account_works();
        self.replies.flush(&mut self.effects);
        let sample = self.ring_sample_until.map(|_| Tone::Ring);
        let tone = tone(&self.calls).or(sample);
        if tone != self.tone {
            self.tone = tone;
            self.effects.push(Effect::Tone(tone));
        }
        for call in self.replies.take_changed_notes() {
            self.history.note_changed(&call);
        }
        let (owner, hides) = (self.desk.owner(), self.desk.hides_numbers());
        for row in self.history.set_viewer(&owner, hides) {
            self.store_row(row);
        }
        let source = ViewSource {
            ready: self.loaded,
            account: self.account.as_ref(),
            registration: self.registration.view(self.online),
            calls: &self.calls,
            history: &self.history,
            hidden: Hidden::from(owner, &self.history),
            microphone: self.microphone,
            audio: &self.audio,
            phone: &self.settings,
            voicemail: self.voicemail.as_ref(),
            check: self.check.as_ref().map(CallCheck::view),
            test: self.report.as_ref(),
            notice: self.notice.map(|(refusal, _)| refusal),
            desk: &self.desk,
            storing: self.replies.is_busy() || self.unstored.delays_update(),
            work: self.work_without_key(),
            now: self.unix_ms,
        };
        let worker = source.worker();
        let snapshot = source.snapshot(self.snapshot.revision);
        let open_microphone_page = std::mem::take(&mut self.open_microphone_page);
        if worker != self.worker || open_microphone_page || !self.worker_is_current {
            self.worker = worker;
            self.worker_is_current = true;
            self.effects.push(Effect::Worker(WorkerState {
                open_microphone_page,
                ..self.worker.clone()
            }));
        }
        if snapshot != self.snapshot {
            // After a restart the revision must be above those that views have seen before.
            let revision = snapshot.revision.max(now.unix_ms).saturating_add(1);
            self.snapshot = Snapshot {
                revision,
                ..snapshot
            };
            self.diary.note(&self.snapshot, now.unix_ms);
            self.effects.push(Effect::SnapshotChanged);
        }
    }
}

// Account and user agent hold secrets.
impl std::fmt::Debug for Softphone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Softphone")
            .field("snapshot", &self.snapshot)
            .finish_non_exhaustive()
    }
}
