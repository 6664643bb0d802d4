//! The work around the calls: session at the provider, contacts, notes and their way out, the call hook.
//! Calls do not know of it: [`Desk::follow`] is shown them after each input and sees what has changed.

mod backoff;
mod company;
mod contacts;
mod export;
mod fold;
mod follow;
mod form;
mod hook;
mod import;
mod notes;
mod number;
mod outbox;
mod pop;
mod rows;
mod sending;
mod session;
mod table;
mod together;
mod vcard;
mod who;
mod wishes;

use std::collections::{BTreeMap, VecDeque};

use alo_numbers::Country;
use alo_protocol::{
    CallId, ContactsView, HistoryRow, NoteState, NoteView, OutboxView, ProviderKind, ProviderView,
    RowNote, SipAccount, WorkSettings,
};
use alo_providers::api::{DialSetup, ProviderCall};

use crate::effects::Effects;
use crate::line::SharedRandom;
use crate::replies::{OnStored, Replies};
use crate::{FetchId, Now, StoreOp, Stored};

pub use alo_protocol::Owner;
pub(crate) use follow::{CallNow, Own, QualitySummary};
pub(crate) use notes::KEEP_AGAIN_MS;
pub(crate) use number::key as number_key;
pub use rows::{ContactRow, Former, NoteRow, OutboxItem, OutboxRow, StoredProvider};

use company::Company;
use contacts::Contacts;
use follow::Followed;
use notes::Notes;
use outbox::Outbox;
use sending::Fetching;
use session::{Asked, Session};

/// What has to happen when a change of the store that the desk asked for is through, or failed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DeskThen {
    /// The note of this call, in this version.
    Note(CallId, u32),
    /// A row of the outbox.
    Kept(String),
    /// An attempt to send this row of the outbox begins.
    Marked(String),
    /// Sign in with this.
    UseProvider(Box<StoredProvider>),
    /// Call by this hotline.
    UseHotline(Option<String>),
    /// Use these settings.
    UseWork(Box<WorkSettings>),
    /// Add these contacts, or replace those of the same id.
    UseContacts(Vec<ContactRow>),
    /// Forget every contact.
    ForgetContacts,
    /// The session as it is now; where that fails, it is kept later.
    Session,
    /// Nothing; a failure is nobody's loss.
    Quiet,
}

/// What the phone is to do for the desk.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Register with the account that the provider named, unless it is the one in use.
    UseAccount(Box<SipAccount>),
    /// The other party of this call is known by this name.
    Name(CallId, String),
    /// Merge the provider's list of calls in.
    Merge(ProviderKind, Vec<ProviderCall>),
}

/// What parts of the desk need to have their wishes carried out.
pub(crate) struct Out<'a> {
    pub(crate) replies: &'a mut Replies,
    pub(crate) effects: &'a mut Effects,
    pub(crate) rng: &'a mut SharedRandom,
    pub(crate) now: Now,
}

impl Out<'_> {
    fn store(&mut self, op: StoreOp, then: DeskThen) {
        self.replies.store(op, OnStored::Desk(then), self.effects);
    }
}

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    pub(crate) work: WorkSettings,
    notes: Notes,
    outbox: Outbox,
    session: Session,
    contacts: Contacts,
    company: Company,
    /// Who waits for an answer over HTTP.
    fetches: BTreeMap<FetchId, Fetching>,
    wishes: VecDeque<Wish>,
    offline: bool,
    /// When the provider was last asked for its calls, Unix ms.
    history_at: Option<u64>,
    /// The calls as they were shown last, oldest first.
    followed: Vec<Followed>,
    /// None: nobody has said.
    home: Option<Country>,
}

impl Desk {
    /// Takes in what was stored.
    pub(crate) fn load(&mut self, stored: &mut Stored, out: &mut Out<'_>) {
        self.work = form::cleaned(std::mem::take(&mut stored.work));
        self.contacts.load(std::mem::take(&mut stored.contacts));
        self.notes.load(std::mem::take(&mut stored.notes), out);
        self.outbox
            .load(std::mem::take(&mut stored.outbox), out.now);
        if let Some(provider) = stored.provider.take() {
            self.session.begin(provider, out);
        } else if stored.unread {
            self.session.lose();
        }
        self.reconcile(out);
    }

    /// Notes and what waits are stored one after the other: after a crash between the two they are made
    /// to agree, so that nothing that was saved waits for nobody.
    fn reconcile(&mut self, out: &mut Out<'_>) {
        for (id, call, version) in self.outbox.notes() {
            let Some(note) = self.notes.get(&call) else {
                self.outbox.drop(&id, out);
                continue;
            };
            let (newest, sent) = (note.version, note.sent);
            if sent == Some(newest) {
                self.outbox.drop(&id, out);
            } else if newest != version {
                self.outbox.save_note(&call, newest, false, 0, out);
            }
            if note.state == NoteState::Draft {
                self.notes.set_state(&call, saved(), out);
            }
        }
        // A change of a note that was saved before goes out by itself, unless a field must be filled first.
        let follows = |row: &NoteRow| {
            row.sent.is_some()
                && self
                    .notes
                    .check_complete(&row.call, &self.work.form)
                    .is_ok()
        };
        let stranded: Vec<(CallId, u32)> = self
            .notes
            .rows()
            .filter(|row| row.sent != Some(row.version))
            .filter(|row| is_on_its_way(&row.state) || follows(row))
            .filter(|row| self.outbox.get(&outbox::note_id(&row.call)).is_none())
            .map(|row| (row.call.clone(), row.version))
            .collect();
        for (call, version) in stranded {
            self.outbox.save_note(&call, version, true, 0, out);
            self.notes.set_state(&call, saved(), out);
        }
    }

    /// A change of the store is through, or not.
    pub(crate) fn stored(&mut self, then: DeskThen, ok: bool, out: &mut Out<'_>) {
        match then {
            DeskThen::Note(call, version) => self.notes.stored(&call, version, ok, out.now),
            DeskThen::Kept(id) => {
                let call = self.outbox.get(&id).map(|row| row.call.clone());
                // What changes a note that the provider has goes out all the same: it follows what is
                // typed, and should the browser die first, the note itself says what is missing.
                let note = call.as_ref().and_then(|call| self.notes.get(call));
                let follows = note
                    .is_some_and(|note| note.sent.is_some() && id == outbox::note_id(&note.call));
                if !self.outbox.kept(&id, ok || follows)
                    && let Some(call) = call
                {
                    self.notes.set_state(&call, NoteState::Draft, out);
                }
            }
            DeskThen::Marked(id) => self.outbox.marked(&id, ok, out),
            DeskThen::Session => self.session.kept(ok, out.now),
            _ if !ok => {}
            DeskThen::UseProvider(provider) => {
                self.company = Company::default();
                self.forget_fetches();
                self.contacts.forget_answers();
                self.history_at = None;
                self.session.follow(*provider, out);
            }
            DeskThen::UseHotline(hotline) => self.session.use_hotline(hotline, out),
            DeskThen::UseWork(work) => {
                // What was meant for one address is not for another one.
                if work.hook.url != self.work.hook.url {
                    self.outbox.forget_all_hooks(out);
                }
                self.work = *work;
                self.forget_old(out);
            }
            DeskThen::UseContacts(rows) => self.contacts.put(rows),
            DeskThen::ForgetContacts => self.contacts.clear(),
            DeskThen::Quiet => {}
        }
    }

    /// Whose calls these are: the provider whose SIP account is in use.
    pub(crate) fn kind(&self) -> ProviderKind {
        self.session.owner().provider
    }

    /// What the provider's dial form needs.
    pub(crate) fn dial_setup(&self) -> Option<&DialSetup> {
        self.session.dial_setup()
    }

    /// The hotline that calls go out by.
    pub(crate) fn hotline(&self) -> Option<&String> {
        self.session.hotline_in_use()
    }

    /// The account that the provider named is in use from now on.
    pub(crate) fn registered(&mut self, out: &mut Out<'_>) {
        let (was_ready, owner) = (self.session.is_ready(), self.session.owner());
        self.session.registered(out);
        self.begins_work(was_ready, out);
        if self.session.owner() != owner {
            self.refresh_history(out);
        }
    }

    /// What waited until calls are this session's own.
    fn begins_work(&mut self, was_ready: bool, out: &mut Out<'_>) {
        if !was_ready && self.session.is_ready() {
            self.outbox.wake(out.now);
            self.refresh_history(out);
        }
    }

    /// The provider named an account that nobody can register with.
    pub(crate) fn account_unusable(&mut self) {
        self.session.account_unusable();
    }

    /// It could not be stored: it is asked for again. False where that is nobody's loss.
    pub(crate) fn account_not_stored(&mut self, out: &mut Out<'_>) -> bool {
        self.session.account_not_stored(out)
    }

    /// What the phone is to do next.
    pub(crate) fn poll_wish(&mut self) -> Option<Wish> {
        self.wishes.pop_front()
    }

    /// Nobody is signed in at a provider any more. What waits goes on waiting for who signs in again.
    /// `calls_go_on`: by the account that was the provider's, and as its calls.
    pub(crate) fn forget_provider(&mut self, calls_go_on: bool) {
        self.forget_fetches();
        if calls_go_on {
            self.session.leave();
        } else {
            self.session.end();
        }
        self.company = Company::default();
        self.contacts.forget_answers();
        self.history_at = None;
    }

    /// These calls are over: what is used now was not named by that provider.
    pub(crate) fn provider_left(&mut self, out: &mut Out<'_>) {
        let was_ready = self.session.is_ready();
        self.session.is_left();
        self.begins_work(was_ready, out);
    }

    /// The browser says whether there is a network.
    pub(crate) fn network_changed(&mut self, online: bool, out: &Out<'_>) {
        let back = self.offline && online;
        self.offline = !online;
        if back {
            self.outbox.wake(out.now);
            self.session.retry(out);
        }
    }

    /// A call of the history was found in the provider's list.
    pub(crate) fn link(&mut self, call: &CallId, provider_id: &str, out: &mut Out<'_>) {
        self.notes.link(call, provider_id, out);
        self.outbox.call_known(call, out);
    }

    /// Forgets notes that are older than is wanted.
    pub(crate) fn forget_old(&mut self, out: &mut Out<'_>) {
        let before = self.keep_from(out.now);
        self.notes.forget_before(before, out);
        self.outbox.forget_hooks(before, out);
    }

    /// Who is signed in where now.
    pub(crate) fn owner(&self) -> Owner {
        self.session.owner()
    }

    /// What began before this is not kept, Unix ms.
    pub(crate) fn keep_from(&self, now: Now) -> u64 {
        const DAY_MS: u64 = 24 * 3_600 * 1_000;
        now.unix_ms
            .saturating_sub(u64::from(self.work.keep_days) * DAY_MS)
    }

    /// The history until then, Unix ms, is forgotten, with the notes that wait for nothing and the records
    /// that wait.
    pub(crate) fn forget_notes(&mut self, before: u64, out: &mut Out<'_>) {
        self.notes.forget_before(before, out);
        self.outbox.forget_hooks(before, out);
    }

    /// Whether this row is not to be forgotten, because somebody types about it or a note of it waits.
    pub(crate) fn needs(&self, row: &HistoryRow) -> bool {
        self.notes.is_needed(&row.id)
    }

    /// Whether this row is not to give way to newer ones, because its note is wanted and nowhere else.
    pub(crate) fn keeps(&self, row: &HistoryRow) -> bool {
        self.notes.is_needed(&row.id) || self.notes.is_only_here(&row.id)
    }

    /// Whether there is a note of this call, typed or still empty.
    pub(crate) fn has_note(&self, call: &CallId) -> bool {
        self.notes.get(call).is_some()
    }

    /// Something typed is not on the disk yet, or may not be left.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.notes.is_unsaved(&self.work.form) || self.outbox.is_unsaved()
    }

    /// The forms on screen: those of live calls first, then the newest.
    pub(crate) fn forms(&self) -> Vec<NoteView> {
        let mut forms = self.notes.views(&self.work.form, &self.session.owner());
        for form in &mut forms {
            if let Some(state) = self.outbox.note_state(&form.call) {
                form.state = state;
            }
        }
        forms
    }

    /// The note of a call, for its row in the history.
    pub(crate) fn note_of(&self, call: &CallId) -> Option<RowNote> {
        let mut note = self.notes.row_note(call)?;
        if let Some(state) = self.outbox.note_state(call) {
            note.state = state;
        }
        Some(note)
    }

    /// Who the other party of a call may be.
    pub(crate) fn contacts_of(&self, call: &CallId) -> ContactsView {
        self.contacts.of_call(call)
    }

    /// See [`crate::Input::Home`].
    pub(crate) fn set_home(&mut self, country: &str) {
        self.home = Country::parse(country).or(self.home);
    }

    /// The country of numbers without a country code.
    pub(crate) fn home(&self) -> Country {
        self.home.unwrap_or(Country::VN)
    }

    /// The provider hides other people's numbers from whoever is signed in.
    pub(crate) fn hides_numbers(&self) -> bool {
        self.session.hides_numbers()
    }

    /// How many contacts are kept here.
    pub(crate) fn contacts_here(&self) -> u32 {
        u32::try_from(self.contacts.rows().len()).unwrap_or(u32::MAX)
    }

    /// For the snapshot.
    pub(crate) fn provider_view(&self) -> ProviderView {
        ProviderView {
            extensions: self.company.view(),
            listing: self.company.is_listing(),
            ..self.session.view()
        }
    }

    /// For the snapshot.
    pub(crate) fn outbox_view(&self) -> OutboxView {
        let owner = self.session.owner();
        let is_of_other =
            |call: &CallId| self.notes.get(call).is_some_and(|note| note.owner != owner);
        self.outbox.view(is_of_other)
    }

    /// The provider's list of calls is awaited.
    pub(crate) fn is_history_loading(&self) -> bool {
        self.session.is_asked(&Asked::History)
    }

    /// The clock was wrong by so much, in ms: what is to be done by it is to be done as soon as before.
    pub(crate) fn clock_set_back(&mut self, by: u64) {
        self.outbox.clock_set_back(by);
        self.session.clock_set_back(by);
        self.notes.clock_set_back(by);
        for followed in &mut self.followed {
            followed.clock_set_back(by);
        }
    }

    /// When [`Self::handle_timeout`] is to be called, Unix ms.
    pub(crate) fn poll_timeout(&self, now: u64) -> Option<u64> {
        [
            self.notes.poll_timeout(),
            self.outbox.poll_timeout(now),
            self.session.poll_timeout(now),
            self.pop_timeout(),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// Does what is due.
    pub(crate) fn handle_timeout(&mut self, out: &mut Out<'_>) {
        self.notes.handle_timeout(out);
        self.session.handle_timeout(out);
    }
}

/// The state of a note that is in the outbox; the row there knows more.
fn saved() -> NoteState {
    NoteState::Waiting {
        attempts: 0,
        next_at: 0,
        problem: None,
    }
}

fn is_on_its_way(state: &NoteState) -> bool {
    match state {
        NoteState::Waiting { .. } | NoteState::Sending | NoteState::Refused { .. } => true,
        NoteState::Draft | NoteState::Sent { .. } | NoteState::Here { .. } => false,
    }
}
