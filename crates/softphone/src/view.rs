//! The state for views and worker, built anew each time.

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

/// Everything that the state is built from.
pub(crate) struct ViewSource<'a> {
    pub(crate) ready: bool,
    pub(crate) account: Option<&'a SipAccount>,
    pub(crate) registration: RegistrationView,
    pub(crate) calls: &'a [Call],
    pub(crate) history: &'a History,
    pub(crate) hidden: Hidden<'a>,
    pub(crate) microphone: MicrophoneState,
    pub(crate) audio: &'a AudioSettings,
    pub(crate) phone: &'a PhoneSettings,
    pub(crate) voicemail: Option<&'a VoicemailView>,
    pub(crate) check: Option<&'a CallCheckView>,
    pub(crate) test: Option<&'a TestReport>,
    pub(crate) notice: Option<Refusal>,
    pub(crate) desk: &'a Desk,
    /// A change of the store is under way, or is to be tried again.
    pub(crate) storing: bool,
    /// Without the key of the hook.
    pub(crate) work: WorkSettings,
    /// Unix ms.
    pub(crate) now: u64,
}

impl ViewSource<'_> {
    /// What views draw, without the secrets of the account.
    pub(crate) fn snapshot(&self, revision: u64) -> Snapshot {
        let hidden = &self.hidden;
        let mut forms = self.desk.forms();
        forms.iter_mut().for_each(|form| hidden.mask_form(form));
        let last_dialled = self.history.last_dialled(|row| hidden.hides(row));
        Snapshot {
            revision,
            ready: self.ready,
            account: self.account.map(AccountView::from),
            registration: self.registration.clone(),
            calls: self.call_views(),
            history: rows_for_views(self.history.newest(), self.desk, hidden),
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

    /// What the worker needs: for notifications, badge, cards and updates.
    pub(crate) fn worker(&self) -> WorkerState {
        let provider = self.desk.provider_view();
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
            missed_calls: self
                .history
                .missed_calls(self.now, |row| self.hidden.hides(row)),
            unsaved: self.storing || self.desk.is_unsaved(),
            // Cards offer the hotlines only where each call can choose one.
            hotlines: match profile_of(provider.kind).names_hotline() {
                true => provider.hotlines,
                false => Vec::new(),
            },
            hotline: provider.hotline,
            hides_numbers: provider.hides_numbers,
            open_microphone_page: false,
        }
    }

    fn call_views(&self) -> Vec<CallView> {
        let shown = || self.calls.iter().filter(|call| !call.for_check);
        let live = shown().filter(|call| call.is_live());
        let ended = shown().filter(|call| !call.is_live() && !self.hidden.hides_call(&call.id));
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

/// Rows as views get them: with their notes, hidden ones masked.
pub(crate) fn rows_for_views(
    rows: &[HistoryRow],
    desk: &Desk,
    hidden: &Hidden<'_>,
) -> Vec<HistoryRow> {
    let mut rows = rows.to_vec();
    for row in &mut rows {
        if let Some(note) = desk.note_of(&row.id) {
            row.note = Some(note);
        }
        hidden.mask_row(row);
        // Views do not need it.
        row.owner = None;
    }
    rows
}

/// Whether a call keeps the person busy; the call of a check does not.
fn is_talk(call: &Call) -> bool {
    call.is_active() && !call.for_check
}
