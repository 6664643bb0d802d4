//! What a person wants of the desk.

use alo_protocol::{
    CallId, ContactFormat, ExportKind, HistoryRow, NoteChange, NoteState, ProviderKind,
    ProviderSignIn, Refusal, Secret, WorkSettings,
};
use alo_sip::random::token;

use super::{Desk, DeskThen, Fetching, Out, export, fold, form, import, outbox, saved, vcard};
use crate::StoreOp;

impl Desk {
    /// Keeps what was typed.
    pub(crate) fn edit_note(
        &mut self,
        call: &CallId,
        change: NoteChange,
        over: &[NoteChange],
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        let was_saved = self.notes.edit(call, change, over, &self.work.form, out)?;
        let note = self.notes.get(call);
        if let Some(note) = note
            && was_saved
            && !matches!(note.state, NoteState::Here { .. })
        {
            let (version, provider) = (note.version, note.owner.provider);
            self.send_or_keep(call, version, provider, outbox::SETTLE_MS, out);
        }
        Ok(())
    }

    /// Has the note sent, or stay here.
    pub(crate) fn save_note(&mut self, call: &CallId, out: &mut Out<'_>) -> Result<(), Refusal> {
        self.notes.check_complete(call, &self.work.form)?;
        if self.notes.is_settled(call) {
            return Ok(());
        }
        let Some(note) = self.notes.get(call) else {
            return Err(Refusal::NotNow);
        };
        let (version, provider) = (note.version, note.owner.provider);
        self.send_or_keep(call, version, provider, 0, out);
        Ok(())
    }

    /// Has a note sent after so many milliseconds, unless its provider takes none.
    fn send_or_keep(
        &mut self,
        call: &CallId,
        version: u32,
        provider: ProviderKind,
        delay: u64,
        out: &mut Out<'_>,
    ) {
        if self.takes_notes(provider) {
            self.outbox.save_note(call, version, false, delay, out);
            self.notes.set_state(call, saved(), out);
        } else {
            let at = out.now.unix_ms;
            self.notes.set_state(call, NoteState::Here { at }, out);
        }
    }

    /// Whether a note of this provider's call will be sent, as far as is known.
    fn takes_notes(&self, provider: ProviderKind) -> bool {
        if self.session.is_ready() && self.session.kind() == provider {
            return self.session.abilities().notes;
        }
        match provider {
            ProviderKind::Omicall | ProviderKind::Bizfly => true,
            ProviderKind::Vbot | ProviderKind::PlainSip => false,
        }
    }

    /// Tries at once what waits, and what was refused.
    pub(crate) fn send_now(&mut self, out: &mut Out<'_>) {
        self.outbox.send_now(out);
        self.session.retry(out);
    }

    /// Tries to sign in again where that failed.
    pub(crate) fn retry_session(&mut self, out: &Out<'_>) {
        self.session.retry(out);
    }

    /// Checks and stores; how it goes is in the snapshot.
    pub(crate) fn sign_in(
        &self,
        sign_in: ProviderSignIn,
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        self.session.sign_in(sign_in, out)
    }

    /// Calls from this hotline from now on.
    pub(crate) fn choose_hotline(
        &self,
        hotline: Option<String>,
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        self.session.choose_hotline(hotline, out)
    }

    /// It is this one of those found.
    pub(crate) fn choose_contact(&mut self, call: &CallId, contact: &str) -> Result<(), Refusal> {
        let wish = self.contacts.choose(call, contact)?;
        self.wishes.push_back(wish);
        Ok(())
    }

    /// Adds the contacts of a file; those of the same name and number are replaced. The reply says what
    /// was read, and what is left out.
    pub(crate) fn import(
        &self,
        format: ContactFormat,
        text: &str,
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        let import::Reading { rows, mut read } = import::read(format, text)?;
        let (mut rows, repeated) = fold::fold(rows);
        let beyond = rows.len().saturating_sub(import::MAX_CONTACTS);
        rows.truncate(import::MAX_CONTACTS);
        read.repeated = repeated;
        read.beyond_file = u32::try_from(beyond).unwrap_or(u32::MAX);
        let mut new_id = || token(out.rng, 12);
        let rows = self.contacts.place(rows, &mut new_id, &mut read);
        out.replies.set_read(read);
        if rows.is_empty() {
            return Err(match read.no_room {
                0 => Refusal::NoContacts,
                _ => Refusal::ContactsFull,
            });
        }
        let op = StoreOp::PutContacts(rows.clone());
        out.store(op, DeskThen::UseContacts(rows));
        Ok(())
    }

    /// A file of the history, which is `rows`, or of the contacts.
    pub(crate) fn export(&self, kind: ExportKind, rows: &[HistoryRow]) -> String {
        match kind {
            ExportKind::HistoryCsv => export::history_csv(&self.work.form, rows),
            ExportKind::HistoryJson => export::history_json(rows),
            ExportKind::ContactsVcard => vcard::write(self.contacts.rows().values()),
        }
    }

    /// Lists the extensions of a company for its administrator.
    pub(crate) fn list_extensions(
        &mut self,
        base_url: &str,
        api_key: Secret,
        out: &Out<'_>,
    ) -> Result<(), Refusal> {
        // The answer to an earlier one is none to this one.
        self.fetches
            .retain(|_, about| !matches!(about, Fetching::Company(_)));
        self.company.list(base_url, api_key, out.now.unix_ms)
    }

    /// Signs in as one of the listed extensions.
    pub(crate) fn choose_extension(
        &mut self,
        extension: &str,
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        let sign_in = self.company.sign_in(extension).ok_or(Refusal::NotNow)?;
        self.session.sign_in(sign_in, out)
    }

    /// Forgets the contacts of this computer.
    pub(crate) fn clear_contacts(&self, out: &mut Out<'_>) {
        out.store(StoreOp::ClearContacts, DeskThen::ForgetContacts);
    }

    /// Shows the form of a call, `row` being what the history has of it.
    pub(crate) fn open_form(
        &mut self,
        call: &CallId,
        row: Option<&HistoryRow>,
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        if self.notes.open(call, out) {
            return Ok(());
        }
        let followed = self.followed.iter().find(|known| known.call.id == *call);
        match (followed, row) {
            (Some(known), _) => {
                let owner = row.and_then(|row| row.owner.clone());
                let owner = owner.unwrap_or_else(|| self.session.owner());
                self.notes.begin(&known.call, owner, &self.work.form, out);
                self.notes.follow(&known.call, &self.work.form, out);
            }
            (None, Some(row)) => self.notes.open_row(row, out),
            (None, None) => return Err(Refusal::NotNow),
        }
        self.notes.open(call, out);
        Ok(())
    }

    /// Stops showing it; what was typed is saved.
    pub(crate) fn close_form(&mut self, call: &CallId, out: &mut Out<'_>) -> Result<(), Refusal> {
        if !self.notes.close(call, &self.work.form, out) {
            return Err(Refusal::FieldRequired);
        }
        // In a call, a form that is not complete yet only goes out of sight.
        if self.notes.check_complete(call, &self.work.form).is_ok() {
            self.save_note(call, out)?;
        }
        Ok(())
    }

    /// Uses and keeps other settings; they count from when they are stored.
    pub(crate) fn set_work(
        &mut self,
        work: WorkSettings,
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        let mut known = out.replies.works().rev().chain([&self.work]);
        let newest = known.next().unwrap_or(&self.work);
        let work = form::checked(work, newest, known)?;
        let op = StoreOp::PutWork(Box::new(work.clone()));
        out.store(op, DeskThen::UseWork(Box::new(work)));
        Ok(())
    }
}
