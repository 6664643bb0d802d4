//! Changes of the store that are under way, what follows each of them, and the commands that are
//! acknowledged when their changes are stored.

use std::collections::BTreeMap;

use alo_protocol::{CallId, ContactsRead, Refusal, SipAccount, WorkSettings};

use crate::desk::DeskThen;
use crate::effects::Effects;
use crate::{RequestId, StoreId, StoreOp, StoredProvider};

/// What follows when the store has made a change, or failed to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum OnStored {
    /// Use the account from now on.
    UseAccount(Box<SipAccount>),
    /// Use the account from now on; nobody is signed in at a provider any more.
    UseOwnAccount(Box<SipAccount>),
    /// Use the account that the provider named from now on.
    UseProvided(Box<SipAccount>),
    /// End calls, unregister, forget the account and the provider.
    ForgetAccount,
    /// Note whether the devices in use are stored.
    Audio,
    /// Note whether the phone's settings are stored.
    Phone,
    /// Remove the rows that there were at this request, and the notes of calls that began before then.
    ForgetHistory {
        /// See [`History::begin_clear`](crate::history::History::begin_clear).
        request: u64,
        /// Unix ms.
        before: u64,
    },
    /// Note whether the account in use has replaced another one in the store.
    RetryAccount,
    /// Note whether the row of this call is stored.
    Row(CallId),
    /// Pass the outcome to the desk, also a failure.
    Desk(DeskThen),
    /// Nothing; a failure refuses the command.
    Report,
    /// Nothing; a failure does not refuse the command, which was carried out.
    Ignore,
}

/// Changes under way and the commands that wait for them.
#[derive(Debug, Default)]
pub(crate) struct Replies {
    changes: BTreeMap<StoreId, OnStored>,
    waiting: Vec<Waiting>,
    /// A stored account that is used when no call is live any more.
    deferred: Option<Box<SipAccount>>,
    /// What the command that is being carried out has read from a file of contacts.
    read: Option<ContactsRead>,
    /// See [`Self::take_changed_notes`].
    changed_notes: Vec<CallId>,
}

#[derive(Debug)]
struct Waiting {
    request: RequestId,
    stores: Vec<StoreId>,
    refusal: Option<Refusal>,
    read: Option<ContactsRead>,
}

impl Replies {
    /// Has the store make a change; `then` says what follows.
    pub(crate) fn store(&mut self, op: StoreOp, then: OnStored, effects: &mut Effects) {
        match &op {
            StoreOp::PutNote(note) => self.changed_notes.push(note.call.clone()),
            StoreOp::DeleteNotes(calls) => self.changed_notes.extend(calls.iter().cloned()),
            StoreOp::PutOutbox(row) => self.changed_notes.push(row.call.clone()),
            _ => {}
        }
        let store = effects.store(op);
        self.changes.insert(store, then);
    }

    /// The calls whose note, or what waits to be sent of it, has changed since the last time: every such
    /// change goes through [`Self::store`].
    pub(crate) fn take_changed_notes(&mut self) -> Vec<CallId> {
        std::mem::take(&mut self.changed_notes)
    }

    /// A change of account or provider is being stored. Nothing of the old session may be stored now: it
    /// would still be in the store afterwards.
    pub(crate) fn changes_hands(&self) -> bool {
        self.changes.values().any(|then| {
            matches!(
                then,
                OnStored::UseOwnAccount(_)
                    | OnStored::ForgetAccount
                    | OnStored::Desk(DeskThen::UseProvider(_))
            )
        })
    }

    /// The history is being cleared. A row that is stored now would still be in the store afterwards.
    pub(crate) fn clears_history(&self) -> bool {
        let clears = |then: &OnStored| matches!(then, OnStored::ForgetHistory { .. });
        self.changes.values().any(clears)
    }

    /// The choice of a hotline is being stored; until then the session has the one before.
    pub(crate) fn chooses_hotline(&self) -> bool {
        let chooses = |then: &OnStored| matches!(then, OnStored::Desk(DeskThen::UseHotline(_)));
        self.changes.values().any(chooses)
    }

    /// The accounts that will be used when they are stored, or when no call is live; oldest first.
    pub(crate) fn accounts(&self) -> impl DoubleEndedIterator<Item = &SipAccount> {
        let stored = self.changes.values().filter_map(|then| match then {
            OnStored::UseAccount(account)
            | OnStored::UseOwnAccount(account)
            | OnStored::UseProvided(account) => Some(&**account),
            _ => None,
        });
        self.deferred.as_deref().into_iter().chain(stored)
    }

    /// The providers whose sign-in is being stored, oldest first.
    pub(crate) fn providers(&self) -> impl DoubleEndedIterator<Item = &StoredProvider> {
        self.changes.values().filter_map(|then| match then {
            OnStored::Desk(DeskThen::UseProvider(provider)) => Some(&**provider),
            _ => None,
        })
    }

    /// The settings of the work around a call that are being stored, oldest first.
    pub(crate) fn works(&self) -> impl DoubleEndedIterator<Item = &WorkSettings> {
        self.changes.values().filter_map(|then| match then {
            OnStored::Desk(DeskThen::UseWork(work)) => Some(&**work),
            _ => None,
        })
    }

    /// Sets the account that is used when no call is live any more; `None`: forgets it.
    pub(crate) fn defer_account(&mut self, account: Option<Box<SipAccount>>) {
        self.deferred = account;
    }

    pub(crate) fn take_deferred_account(&mut self) -> Option<Box<SipAccount>> {
        self.deferred.take()
    }

    /// Whether a change with the same consequence is under way.
    pub(crate) fn awaits(&self, then: &OnStored) -> bool {
        self.changes.values().any(|other| other == then)
    }

    /// Whether any change is under way.
    pub(crate) fn is_busy(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Sets what the reply to the command being carried out says about the file that it brought.
    pub(crate) fn set_read(&mut self, read: ContactsRead) {
        self.read = Some(read);
    }

    /// Refuses a command.
    pub(crate) fn refuse(
        &mut self,
        request: Option<RequestId>,
        refusal: Refusal,
        effects: &mut Effects,
    ) {
        effects.reply_with(request, Some(refusal), self.read.take());
    }

    /// Acknowledges a command when every change after number `before` is stored, but for the row of a call: on a disk
    /// that stalls, the person would hear that a call failed that rings already, and call again. If one of the changes
    /// fails, the command is refused then.
    pub(crate) fn acknowledge(
        &mut self,
        request: Option<RequestId>,
        before: u64,
        effects: &mut Effects,
    ) {
        let read = self.read.take();
        let Some(request) = request else {
            return;
        };
        let is_row = |store: &StoreId| matches!(self.changes.get(store), Some(OnStored::Row(_)));
        let stores: Vec<StoreId> = (before + 1..=effects.stores_so_far())
            .map(StoreId)
            .filter(|store| !is_row(store))
            .collect();
        if stores.is_empty() {
            effects.reply_with(Some(request), None, read);
        } else {
            self.waiting.push(Waiting {
                request,
                stores,
                refusal: None,
                read,
            });
        }
    }

    /// The store has made a change, or failed to. Returns what follows, once.
    pub(crate) fn stored(&mut self, store: StoreId, ok: bool) -> Option<OnStored> {
        let then = self.changes.remove(&store)?;
        let is_quiet = matches!(
            then,
            OnStored::Ignore
                | OnStored::RetryAccount
                | OnStored::Row(_)
                | OnStored::Desk(DeskThen::Quiet | DeskThen::Session)
        );
        let failed = !ok && !is_quiet;
        for waiting in &mut self.waiting {
            if failed && waiting.stores.contains(&store) {
                waiting.refusal = Some(Refusal::StorageFailed);
            }
            waiting.stores.retain(|awaited| *awaited != store);
        }
        Some(then)
    }

    /// Sends the replies whose changes are all done.
    pub(crate) fn flush(&mut self, effects: &mut Effects) {
        self.waiting.retain(|waiting| {
            let done = waiting.stores.is_empty();
            if done {
                effects.reply_with(Some(waiting.request), waiting.refusal, waiting.read);
            }
            !done
        });
    }
}
