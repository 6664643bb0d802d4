//! What views and worker are told: always the whole truth, built anew.

use alo_protocol::{
    AccountView, AudioSettings, CallCheckView, CallView, HistoryRow, IncomingView, MicrophoneState,
    PhoneSettings, Refusal, RegistrationView, SipAccount, Snapshot, TestReport, VoicemailView,
    WorkSettings, WorkerState,
};

use alo_providers::profile_of;

use crate::call::Call;
use crate::desk::Desk;
use crate::hidden::Hidden;
use crate::history::History;

/// Everything that shows.
pub(crate) struct Shown<'a> {
    pub(crate) ready: bool,
    pub(crate) account: Option<&'a SipAccount>,
    pub(crate) registration: RegistrationView,
    pub(crate) calls: &'a [Call],
    pub(crate) history: &'a History,
    pub(crate) microphone: MicrophoneState,
    pub(crate) audio: &'a AudioSettings,
    pub(crate) phone: &'a PhoneSettings,
    pub(crate) voicemail: Option<&'a VoicemailView>,
    pub(crate) check: Option<&'a CallCheckView>,
    pub(crate) test: Option<&'a TestReport>,
    pub(crate) notice: Option<Refusal>,
    pub(crate) desk: &'a Desk,
    /// A change of the store is under way.
    pub(crate) storing: bool,
    /// Without the key of the hook.
    pub(crate) work: WorkSettings,
    /// Unix ms.
    pub(crate) now: u64,
}

impl Shown<'_> {
    /// What a view draws; the account goes without its secrets.
    pub(crate) fn snapshot(&self, revision: u64) -> Snapshot {
        let hidden = self.hidden();
        let mut forms = self.desk.forms();
        forms.iter_mut().for_each(|form| hidden.form(form));
        let last_dialled = self.history.last_dialled(|row| hidden.has(row));
        Snapshot {
            revision,
            ready: self.ready,
            account: self.account.map(AccountView::from),
            registration: self.registration.clone(),
            calls: self.call_views(&hidden),
            history: self.history_rows(&hidden),
            older: self.history.older(),
            missed: self.history.missed(),
            last_dialled: last_dialled.map(str::to_owned),
            microphone: self.microphone,
            audio: self.audio.clone(),
            phone: self.phone.clone(),
            voicemail: self.voicemail.cloned(),
            check: self.check.cloned(),
            test: self.test.cloned(),
            notice: self.notice,
            provider: self.desk.provider_view(),
            forms,
            outbox: self.desk.outbox_view(),
            contacts_here: self.desk.contacts_here(),
            history_loading: self.desk.is_history_loading(),
            work: self.work.clone(),
        }
    }

    /// What notifications and badge show.
    pub(crate) fn worker(&self) -> WorkerState {
        let provider = self.desk.provider_view();
        let hidden = self.hidden();
        let active = self.calls.iter().filter(|call| is_talk(call)).count();
        WorkerState {
            registration: self.registration.state,
            incoming: self
                .calls
                .iter()
                .filter(|call| call.rings())
                .map(|call| IncomingView {
                    call: call.id.clone(),
                    number: call.number.clone(),
                    name: call.name.clone(),
                    waiting: self.is_waiting(call),
                })
                .collect(),
            active: u32::try_from(active).unwrap_or(u32::MAX),
            missed: self.history.missed(),
            missed_calls: self.history.missed_calls(self.now, |row| hidden.has(row)),
            unsaved: self.storing || self.desk.is_unsaved(),
            // Cards offer what a single call can choose.
            hotlines: match profile_of(provider.kind).names_hotline() {
                true => provider.hotlines,
                false => Vec::new(),
            },
            hotline: provider.hotline,
            hides_numbers: provider.hides_numbers,
            open_microphone_page: false,
        }
    }

    fn hidden(&self) -> Hidden<'_> {
        Hidden::from(self.desk.owner(), self.history)
    }

    /// What was typed stands beside its call, over what the provider had when it was last asked.
    fn history_rows(&self, hidden: &Hidden<'_>) -> Vec<HistoryRow> {
        told_rows(self.history.shown(), self.desk, hidden)
    }

    fn call_views(&self, hidden: &Hidden<'_>) -> Vec<CallView> {
        let shown = || self.calls.iter().filter(|call| !call.for_check);
        let live = shown().filter(|call| call.is_live());
        let ended = shown().filter(|call| !call.is_live() && !hidden.has_call(&call.id));
        live.chain(ended)
            .map(|call| CallView {
                contacts: self.desk.contacts_of(&call.id),
                ..call.view(self.is_waiting(call))
            })
            .collect()
    }

    fn is_waiting(&self, call: &Call) -> bool {
        call.rings() && self.calls.iter().any(is_talk)
    }
}

/// Rows as views are told of them.
pub(crate) fn told_rows(rows: &[HistoryRow], desk: &Desk, hidden: &Hidden<'_>) -> Vec<HistoryRow> {
    let mut rows = rows.to_vec();
    for row in &mut rows {
        if let Some(note) = desk.note_of(&row.id) {
            row.note = Some(note);
        }
        hidden.row(row);
        // Only what is stored has to know it.
        row.owner = None;
    }
    rows
}

/// A call that keeps a person busy; that of a check does not.
fn is_talk(call: &Call) -> bool {
    call.is_active() && !call.for_check
}
