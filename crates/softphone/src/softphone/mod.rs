//! The façade: inputs in, effects out. What happens to the phone is sorted to the part that it is
//! about; afterwards tone, worker state and snapshot are made to agree with the new state.

mod account;
mod auto_answer;
mod calls;
mod check;
mod commands;
mod conference;
mod desk;
mod dialing;
mod events;
mod phone;
mod referrals;

use std::collections::BTreeMap;
use std::time::Duration;

use alo_protocol::{
    AudioSettings, CallId, Command, MicrophoneState, PhoneSettings, Refusal, ReportNumbers,
    SipAccount, Snapshot, TestReport, VoicemailView, WorkerState,
};
use alo_providers::{PLAIN_SIP, Profile, profile_of};
use alo_sip::{Instant, Random};

use crate::call::Call;
use crate::call_check::CallCheck;
use crate::connection_test::ConnectionTest;
use crate::desk::{Desk, DeskThen, KEEP_AGAIN_MS, Own};
use crate::diagnostics::{Bundle, Diary};
use crate::effects::Effects;
use crate::hidden::Hidden;
use crate::history::History;
use crate::line::SharedRandom;
use crate::lines::Lines;
use crate::registration::Registration;
use crate::replies::{Replies, Then};
use crate::tones::tone;
use crate::trace::Trace;
use crate::view::Shown;
use crate::{Effect, Input, MediaEvent, Now, RequestId, Stored, Tone};

/// Commands kept until the store has been read.
const MAX_EARLY: usize = 32;
/// How long a refusal is told that no view asked for.
const NOTICE_LIMIT: Duration = Duration::from_secs(10);

/// What could not be put into the store is put there again after this.
const KEEP_AGAIN: Duration = Duration::from_millis(KEEP_AGAIN_MS);
/// So often before an update waits no longer: a store that takes nothing must not keep the version out that may mend it.
const KEEP_TRIES: u8 = 60;

/// With an open socket something is due at least every 25 s. Whoever was not woken for longer than that
/// was asleep, and few sockets survive it.
const SLEPT: Duration = Duration::from_secs(40);

/// What the shell says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Platform {
    /// `User-Agent` of every request (RFC 3261 §20.41).
    pub user_agent: String,
    /// What the browser calls itself, for the diagnostics.
    pub browser: String,
}

/// Who waits for the fate of a command.
#[derive(Clone, Copy)]
struct Asked {
    request: Option<RequestId>,
    /// A view shows a refusal by itself.
    by_view: bool,
}

/// The phone.
pub struct Softphone {
    rng: SharedRandom,
    platform: Platform,
    profile: &'static Profile,
    effects: Effects,
    loaded: bool,
    /// When something was last taken in.
    last: Option<Instant>,
    early: Vec<(Asked, Command)>,
    account: Option<SipAccount>,
    /// The store has that one: else it has one that a provider named, which waits for the end of a call.
    account_is_kept: bool,
    /// It could not be put there: when that is tried again.
    keep_again_at: Option<Instant>,
    /// How often that was in vain.
    keep_tries: u8,
    /// Rows of the history that could not be stored, and how often; and when that is tried again.
    unkept_rows: BTreeMap<CallId, u8>,
    rows_again_at: Option<Instant>,
    /// What a provider named to register with, until no call is in the way.
    provided: Option<SipAccount>,
    instance_id: Option<String>,
    lines: Lines,
    registration: Registration,
    test: Option<ConnectionTest>,
    report: Option<TestReport>,
    /// The check before a call: under way, or the last one's outcome.
    check: Option<CallCheck>,
    last_check: u64,
    /// The call to the echo number was up when it was last looked at.
    check_call_up: bool,
    calls: Vec<Call>,
    history: History,
    desk: Desk,
    replies: Replies,
    microphone: MicrophoneState,
    audio: AudioSettings,
    /// The store has them as they are in use: what is asked for again is else stored again.
    audio_is_kept: bool,
    settings: PhoneSettings,
    /// Likewise.
    settings_are_kept: bool,
    voicemail: Option<VoicemailView>,
    online: bool,
    open_microphone_page: bool,
    /// A refusal that no view has seen, and until when it is told.
    notice: Option<(Refusal, Instant)>,
    /// Somebody chooses how it rings, and hears it until then.
    ring_heard_until: Option<Instant>,
    tone: Option<Tone>,
    snapshot: Snapshot,
    worker: WorkerState,
    /// The worker may still show what a phone before this one told it.
    worker_knows: bool,
    trace: Trace,
    diary: Diary,
    /// Of the last input, Unix ms: effects are taken out in the same moment.
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
            account_is_kept: true,
            keep_again_at: None,
            keep_tries: 0,
            unkept_rows: BTreeMap::new(),
            rows_again_at: None,
            provided: None,
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
            audio_is_kept: true,
            settings: PhoneSettings::default(),
            settings_are_kept: true,
            voicemail: None,
            online: true,
            open_microphone_page: false,
            notice: None,
            ring_heard_until: None,
            tone: None,
            snapshot: Snapshot::default(),
            worker: WorkerState::default(),
            worker_knows: true,
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
        // What was due before this input is not its to undo.
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
                let by_view = true;
                self.command(Asked { request, by_view }, command, now);
            }
            Input::WorkerCommand { request, command } => {
                let asked = Asked {
                    request: Some(request),
                    by_view: false,
                };
                self.command(asked, command, now);
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
        if self.use_late_account(now) {
            self.run(now);
        }
        self.settle_conference(now);
        self.settle_referrals(now);
        self.settle(now);
    }

    /// The next thing to do.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        let effect = self.effects.pop()?;
        self.trace.said(&effect, self.unix_ms);
        Some(effect)
    }

    /// What somebody who helps needs to know, as text: states, settings, the last calls and SIP messages.
    /// Passwords, tokens and digests are not in it, and of phone numbers what `numbers` says.
    /// A provider that hides numbers hides them here, too, also those of calls of somebody who has signed out.
    pub fn diagnostics(&self, numbers: ReportNumbers, now: Now) -> String {
        let of_others = Hidden::from(self.desk.owner(), &self.history);
        let numbers = if self.desk.hides_numbers() || of_others.is_any() {
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
            self.ring_heard_until,
            self.keep_again_at,
            self.rows_again_at,
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

    /// What the worker should know, for when it asks again; `open_microphone_page` is never set here.
    pub fn worker_state(&self) -> &WorkerState {
        &self.worker
    }

    fn load(&mut self, mut stored: Stored, now: Now) {
        if self.loaded {
            return;
        }
        self.loaded = true;
        self.audio_is_kept = !stored.unread;
        self.settings_are_kept = !stored.unread;
        self.worker_knows = false;
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
        // Only now it is known which rows have a note.
        self.forget_surplus();
        if let Some(account) = stored.account {
            self.use_account(account, now);
        }
        for (asked, command) in std::mem::take(&mut self.early) {
            self.command(asked, command, now);
        }
    }

    fn stored(&mut self, then: Then, ok: bool, now: Now) {
        match then {
            Then::Desk(then) => {
                if ok && matches!(then, DeskThen::UseProvider(_)) {
                    self.provided = None;
                }
                self.with_desk(now, |desk, out| desk.stored(then, ok, out));
                self.profile = profile_of(self.desk.kind());
                self.forget_old(now);
            }
            // Of several under way the last one's fate counts.
            Then::Audio => self.audio_is_kept = ok && !self.replies.awaits(&then),
            Then::Phone => self.settings_are_kept = ok && !self.replies.awaits(&then),
            Then::ForgetHistory { wish, before } => {
                self.history.cleared(wish, ok);
                if ok {
                    self.with_desk(now, |desk, out| desk.forget_notes(before, out));
                }
            }
            Then::Row(call) => self.row_stored(call, ok, now),
            Then::KeepAccount if !ok => {
                self.account_is_kept = false;
                self.keep_again_at = Some(now.mono + KEEP_AGAIN);
                self.keep_tries = self.keep_tries.saturating_add(1);
            }
            // Where a newer one waits already, that one is stored next.
            Then::UseProvided(_) if !ok && self.provided.is_none() => {
                if self.with_desk(now, Desk::account_not_stored) {
                    self.notice = Some((Refusal::StorageFailed, now.mono + NOTICE_LIMIT));
                }
            }
            _ if !ok => {}
            Then::UseAccount(account) => self.use_after_talk(account, now),
            // The store has forgotten the provider already: nothing of it may be put back.
            Then::UseOwnAccount(account) => {
                self.forget_provider();
                self.use_after_talk(account, now);
            }
            // Somebody called while it was being stored.
            Then::UseProvided(account) if self.no_talk().is_err() => {
                self.account_is_kept = false;
                self.provided.get_or_insert(*account);
            }
            Then::UseProvided(account) => {
                self.account_is_providers(now);
                self.use_account(*account, now);
            }
            Then::ForgetAccount => {
                self.forget_provider();
                self.forget_account(now);
                self.provider_left(now);
            }
            Then::KeepAccount => self.keep_tries = 0,
            Then::Report | Then::Nothing => {}
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
        self.ring_heard_until.take_if(|until| *until <= now.mono);
        self.keep_again_at.take_if(|at| *at <= now.mono);
        self.put_rows_again(now);
    }

    /// Makes what others are told agree with the state.
    fn settle(&mut self, now: Now) {
        self.follow_availability(now);
        self.lines.sweep(&mut self.effects, now);
        self.drop_stale_calls(now);
        self.follow_desk(now);
        self.replies.flush(&mut self.effects);
        let sample = self.ring_heard_until.map(|_| Tone::Ring);
        let tone = tone(&self.calls).or(sample);
        if tone != self.tone {
            self.tone = tone;
            self.effects.push(Effect::Tone(tone));
        }
        for call in self.replies.take_noted() {
            self.history.note_changed(&call);
        }
        let (owner, hides) = (self.desk.owner(), self.desk.hides_numbers());
        for row in self.history.is_told_to(owner, hides) {
            self.store_row(row);
        }
        let shown = Shown {
            ready: self.loaded,
            account: self.account.as_ref(),
            registration: self.registration.view(self.online),
            calls: &self.calls,
            history: &self.history,
            microphone: self.microphone,
            audio: &self.audio,
            phone: &self.settings,
            voicemail: self.voicemail.as_ref(),
            check: self.check.as_ref().map(CallCheck::view),
            test: self.report.as_ref(),
            notice: self.notice.map(|(refusal, _)| refusal),
            desk: &self.desk,
            storing: self.replies.is_busy() || self.waits_for_rows() || self.waits_for_account(),
            work: self.shown_work(),
            now: self.unix_ms,
        };
        let worker = shown.worker();
        let snapshot = shown.snapshot(self.snapshot.revision);
        let open_microphone_page = std::mem::take(&mut self.open_microphone_page);
        if worker != self.worker || open_microphone_page || !self.worker_knows {
            self.worker = worker;
            self.worker_knows = true;
            self.effects.push(Effect::Worker(WorkerState {
                open_microphone_page,
                ..self.worker.clone()
            }));
        }
        if snapshot != self.snapshot {
            // A phone that starts again must not seem older than what its views saw before.
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
