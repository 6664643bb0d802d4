//! Commands that are acknowledged only when what they changed is stored.

use std::collections::BTreeMap;

use alo_protocol::{CallId, ContactsRead, Refusal, SipAccount, WorkSettings};

use crate::desk::DeskThen;
use crate::effects::Effects;
use crate::{RequestId, StoreId, StoreOp, StoredProvider};

/// What has to happen when a change of the store is through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Then {
    /// Use the account from now on.
    UseAccount(Box<SipAccount>),
    /// The same, and nobody is signed in at a provider any more.
    UseOwnAccount(Box<SipAccount>),
    /// The same with one that the provider named.
    UseProvided(Box<SipAccount>),
    /// End calls, unregister, forget the account and the provider.
    ForgetAccount,
    /// The devices in use are stored, or are not.
    Audio,
    /// The phone's settings are, or are not.
    Phone,
    /// Empty the history as it was at this wish, and what belongs to what began before then, Unix ms.
    ForgetHistory {
        /// See [`History::clears`](crate::history::History::clears).
        wish: u64,
        /// Unix ms.
        before: u64,
    },
    /// The account in use is in the store again, or is not.
    KeepAccount,
    /// The newest row of this call is in the store, or is not.
    Row(CallId),
    /// The desk is told, of failures too.
    Desk(DeskThen),
    /// Nothing; if it failed, whoever asked has to know.
    Report,
    /// Nothing; a failure is no reason to tell a person that their call was refused. The row is put
    /// again when the call is answered and when it ends.
    Nothing,
}

/// Changes under way and the commands that wait for them.
#[derive(Debug, Default)]
pub(crate) struct Replies {
    changes: BTreeMap<StoreId, Then>,
    waiting: Vec<Waiting>,
    /// An account that is stored, and used once no call is in the way.
    late: Option<Box<SipAccount>>,
    /// What the command that is being carried out has read of a file.
    read: Option<ContactsRead>,
    /// See [`Self::take_noted`].
    noted: Vec<CallId>,
}

#[derive(Debug)]
struct Waiting {
    request: RequestId,
    stores: Vec<StoreId>,
    refusal: Option<Refusal>,
    read: Option<ContactsRead>,
}

impl Replies {
    /// Asks for a change.
    pub(crate) fn store(&mut self, op: StoreOp, then: Then, effects: &mut Effects) {
        match &op {
            StoreOp::PutNote(note) => self.noted.push(note.call.clone()),
            StoreOp::DeleteNotes(calls) => self.noted.extend(calls.iter().cloned()),
            StoreOp::PutOutbox(row) => self.noted.push(row.call.clone()),
            _ => {}
        }
        let store = effects.store(op);
        self.changes.insert(store, then);
    }

    /// The calls whose note, or its way, has changed since this was asked: whatever does is stored.
    pub(crate) fn take_noted(&mut self) -> Vec<CallId> {
        std::mem::take(&mut self.noted)
    }

    /// Who is signed in is being changed: what were stored now of whoever it was would outlive that.
    pub(crate) fn changes_hands(&self) -> bool {
        self.changes.values().any(|then| {
            matches!(
                then,
                Then::UseOwnAccount(_) | Then::ForgetAccount | Then::Desk(DeskThen::UseProvider(_))
            )
        })
    }

    /// The history is being cleared: what were put now would outlive that.
    pub(crate) fn clears_history(&self) -> bool {
        let clears = |then: &Then| matches!(then, Then::ForgetHistory { .. });
        self.changes.values().any(clears)
    }

    /// The choice of a hotline is being stored, which is not in the session yet.
    pub(crate) fn chooses_hotline(&self) -> bool {
        let chooses = |then: &Then| matches!(then, Then::Desk(DeskThen::UseHotline(_)));
        self.changes.values().any(chooses)
    }

    /// The accounts that are to be used once they are stored, or once no call is in the way; oldest first.
    pub(crate) fn accounts(&self) -> impl DoubleEndedIterator<Item = &SipAccount> {
        let stored = self.changes.values().filter_map(|then| match then {
            Then::UseAccount(account)
            | Then::UseOwnAccount(account)
            | Then::UseProvided(account) => Some(&**account),
            _ => None,
        });
        self.late.as_deref().into_iter().chain(stored)
    }

    /// The providers that somebody signs in at as soon as that is stored, oldest first.
    pub(crate) fn providers(&self) -> impl DoubleEndedIterator<Item = &StoredProvider> {
        self.changes.values().filter_map(|then| match then {
            Then::Desk(DeskThen::UseProvider(provider)) => Some(&**provider),
            _ => None,
        })
    }

    /// The settings of the work around a call that are being stored, oldest first.
    pub(crate) fn works(&self) -> impl DoubleEndedIterator<Item = &WorkSettings> {
        self.changes.values().filter_map(|then| match then {
            Then::Desk(DeskThen::UseWork(work)) => Some(&**work),
            _ => None,
        })
    }

    /// This one is to be used later; none: whichever waited is not any more.
    pub(crate) fn use_later(&mut self, account: Option<Box<SipAccount>>) {
        self.late = account;
    }

    pub(crate) fn take_late(&mut self) -> Option<Box<SipAccount>> {
        self.late.take()
    }

    /// A change with the same consequence is under way.
    pub(crate) fn awaits(&self, then: &Then) -> bool {
        self.changes.values().any(|other| other == then)
    }

    /// Whether something of what happened is not in the store yet.
    pub(crate) fn is_busy(&self) -> bool {
        !self.changes.is_empty()
    }

    /// To be said in the reply to the command that is being carried out.
    pub(crate) fn tell(&mut self, read: ContactsRead) {
        self.read = Some(read);
    }

    /// The command cannot be carried out.
    pub(crate) fn refuse(
        &mut self,
        request: Option<RequestId>,
        refusal: Refusal,
        effects: &mut Effects,
    ) {
        effects.reply_with(request, Some(refusal), self.read.take());
    }

    /// The command is carried out: it is acknowledged when every change asked for after `before` is
    /// through.
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
        let stores: Vec<StoreId> = (before + 1..=effects.stores_so_far())
            .map(StoreId)
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

    /// A change is through, or failed. What had to happen then is returned once.
    pub(crate) fn stored(&mut self, store: StoreId, ok: bool) -> Option<Then> {
        let then = self.changes.remove(&store)?;
        let is_quiet = matches!(
            then,
            Then::Nothing
                | Then::KeepAccount
                | Then::Row(_)
                | Then::Desk(DeskThen::Quiet | DeskThen::Session)
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

    /// Sends the replies that wait for nothing more.
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
