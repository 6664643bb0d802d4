//! The store that a phone finds when it starts again: all changes carried out.

use alo_protocol::SipAccount;
use alo_softphone::{Input, StoreOp, Stored};

use super::Rig;

/// Carries out one change, as the shell does.
pub fn carry_out(disk: &mut Stored, op: &StoreOp) {
    match op {
        StoreOp::PutAccount(account) => {
            disk.account = Some(account.clone());
            disk.account_works = false;
        }
        StoreOp::PutOwnAccount(account) => {
            disk.account = Some(account.clone());
            disk.account_works = false;
            disk.provider = None;
        }
        StoreOp::AccountWorks => disk.account_works = true,
        StoreOp::DeleteAccount => {
            disk.account = None;
            disk.account_works = false;
            disk.provider = None;
        }
        StoreOp::PutInstanceId(id) => disk.instance_id = Some(id.clone()),
        StoreOp::PutHistory(row) => {
            disk.history.retain(|known| known.id != row.id);
            disk.history.push(row.clone());
        }
        StoreOp::SeenHistory => disk.history.iter_mut().for_each(|row| row.unseen = false),
        StoreOp::ClearHistory => disk.history.clear(),
        StoreOp::DeleteHistory(ids) => disk.history.retain(|row| !ids.contains(&row.id)),
        StoreOp::PutProvider(provider) => disk.provider = Some((**provider).clone()),
        StoreOp::PutWork(work) => disk.work = (**work).clone(),
        StoreOp::PutNote(note) => {
            disk.notes.retain(|known| known.call != note.call);
            disk.notes.push((**note).clone());
        }
        StoreOp::DeleteNotes(calls) => disk.notes.retain(|note| !calls.contains(&note.call)),
        StoreOp::PutOutbox(row) => {
            disk.outbox.retain(|known| known.id != row.id);
            disk.outbox.push((**row).clone());
        }
        StoreOp::DeleteOutbox(id) => disk.outbox.retain(|row| row.id != *id),
        StoreOp::PutContacts(contacts) => {
            for contact in contacts {
                disk.contacts.retain(|known| known.id != contact.id);
                disk.contacts.push(contact.clone());
            }
        }
        StoreOp::ClearContacts => disk.contacts.clear(),
        StoreOp::PutAudio(audio) => disk.audio = audio.clone(),
        StoreOp::PutPhone(phone) => disk.phone = phone.clone(),
    }
}

impl Rig {
    /// Everything that this phone has stored.
    pub fn disk(&self, account: Option<SipAccount>) -> Stored {
        let mut disk = Stored {
            account,
            ..Stored::default()
        };
        let carried_out = |store| !self.not_stored.contains(store);
        for (_, op) in self.stored.iter().filter(|(store, _)| carried_out(store)) {
            carry_out(&mut disk, op);
        }
        disk
    }

    /// The store carries out, in their order, the changes from the one at `from` on; that one only if `ok`.
    pub fn disk_answers(&mut self, from: usize, ok: bool) {
        let mut at = from;
        while let Some((store, _)) = self.stored.get(at).cloned() {
            let ok = ok || at != from;
            if !ok {
                self.not_stored.push(store);
            }
            self.feed(Input::Stored { store, ok });
            at += 1;
        }
    }

    /// The browser dies, and starts again with what was stored.
    pub fn restarted(&self, account: Option<SipAccount>) -> Self {
        let mut rig = Self::unloaded();
        rig.now = self.now;
        rig.feed(Input::Loaded(self.disk(account)));
        rig
    }
}
