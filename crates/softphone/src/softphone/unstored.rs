//! What is in use but not in the store, and when storing it is tried again.

use std::collections::BTreeMap;
use std::time::Duration;

use alo_protocol::CallId;
use alo_sip::Instant;

use super::Softphone;
use crate::desk::KEEP_AGAIN_MS;
use crate::replies::OnStored;
use crate::{Now, StoreOp};

/// Pause between two attempts to store something.
const RETRY: Duration = Duration::from_millis(KEEP_AGAIN_MS);
/// Pause between two attempts to store a row that has failed more than [`MAX_FAILURES`] times.
const SLOW_RETRY: Duration = RETRY.saturating_mul(12);
/// After this many failed attempts to store (one each 5 s) unsaved data no longer delays an extension
/// update: the new version may be the one that repairs the store.
const MAX_FAILURES: u8 = 60;

/// What the store does not hold as it is in use.
#[derive(Debug, Default)]
pub(super) struct Unstored {
    /// The devices in use may not be in the store: the same choice made again is stored again.
    pub(super) audio: bool,
    /// The same for the phone's settings.
    pub(super) settings: bool,
    /// The store holds another account than the one in use, and the one in use is not being stored.
    account: bool,
    /// The store does not know that the account in use works.
    pub(super) account_works: bool,
    /// When storing the account is tried again, after a failure.
    account_retry_at: Option<Instant>,
    /// Failed attempts to store the account, since the last success.
    account_failures: u8,
    /// Rows of the history that could not be stored, with the number of failed attempts.
    rows: BTreeMap<CallId, u8>,
    /// When storing these rows is tried again.
    rows_retry_at: Option<Instant>,
}

impl Unstored {
    /// The account in use has to be stored in place of the one that the store holds.
    pub(super) fn account_differs(&mut self) {
        self.account = true;
    }

    /// Nobody is signed in: there is no account to be stored.
    pub(super) fn forget_account(&mut self) {
        self.account = false;
        self.account_retry_at = None;
        self.account_failures = 0;
    }

    /// True, once, when the account in use has to be stored now.
    fn take_account(&mut self) -> bool {
        self.account_retry_at.is_none() && std::mem::take(&mut self.account)
    }

    /// The outcome of an attempt to store the account in use.
    pub(super) fn account_done(&mut self, ok: bool, now: Now) {
        if ok {
            self.account_failures = 0;
        } else {
            self.account = true;
            self.account_retry_at = Some(now.mono + RETRY);
            self.account_failures = self.account_failures.saturating_add(1);
        }
    }

    fn row_failed(&mut self, call: CallId, now: Now) {
        let failures = self.rows.entry(call).or_default();
        *failures = failures.saturating_add(1);
        let pause = match *failures <= MAX_FAILURES {
            true => RETRY,
            false => SLOW_RETRY,
        };
        self.rows_retry_at.get_or_insert(now.mono + pause);
    }

    /// Whether an extension update has to wait: restarting now would lose a row, or start with another
    /// account than the one in use.
    pub(super) fn delays_update(&self) -> bool {
        let account = self.account_retry_at.is_some() && self.account_failures <= MAX_FAILURES;
        account || self.rows.values().any(|failures| *failures <= MAX_FAILURES)
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        let account = self.account_retry_at.into_iter();
        account.chain(self.rows_retry_at).min()
    }
}

impl Softphone {
    /// Lets what failed to be stored be stored again, if its time has come.
    pub(super) fn retry_unstored(&mut self, now: Now) {
        let unstored = &mut self.unstored;
        // `store_account` stores it, as soon as no other change of the account is under way.
        unstored.account_retry_at.take_if(|at| *at <= now.mono);
        let rows_are_due = unstored.rows_retry_at.take_if(|at| *at <= now.mono);
        if rows_are_due.is_some() {
            self.retry_rows(now);
        }
    }

    fn retry_rows(&mut self, now: Now) {
        // The rows would be stored after the deletion, and stay.
        if self.replies.clears_history() {
            self.unstored.rows_retry_at = Some(now.mono + RETRY);
            return;
        }
        let history = &self.history;
        let failed = &mut self.unstored.rows;
        failed.retain(|call, _| history.row(call).is_some());
        let is_under_way = |call: &CallId| self.replies.awaits(&OnStored::Row(call.clone()));
        let calls = failed.keys().filter(|call| !is_under_way(call));
        let rows: Vec<_> = calls
            .filter_map(|call| history.row(call).cloned())
            .collect();
        for row in rows {
            self.store_row(row);
        }
    }

    /// The outcome of an attempt to store a row of the history.
    pub(super) fn row_done(&mut self, call: CallId, ok: bool, now: Now) {
        if ok || self.history.row(&call).is_none() {
            self.unstored.rows.remove(&call);
        } else if !self.replies.awaits(&OnStored::Row(call.clone())) {
            // Else a newer version of the row is under way, whose outcome counts.
            self.unstored.row_failed(call, now);
        }
    }

    /// Stores the account in use where the store holds another one.
    pub(super) fn store_account(&mut self) {
        if let Some(account) = &self.account
            && self.unstored.take_account()
        {
            let op = StoreOp::PutAccount(account.clone());
            self.replies
                .store(op, OnStored::RetryAccount, &mut self.effects);
            self.unstored.account_works = true;
        }
    }

    /// Lets the store note that the account in use works, once it is certain that it holds this account.
    pub(super) fn note_that_account_works(&mut self) {
        let unstored = &self.unstored;
        let is_certain = !unstored.account
            && !self.replies.awaits(&OnStored::RetryAccount)
            && self.replies.accounts().next().is_none()
            && !self.replies.changes_hands();
        if self.account_works && unstored.account_works && is_certain {
            self.unstored.account_works = false;
            self.replies
                .store(StoreOp::AccountWorks, OnStored::Ignore, &mut self.effects);
        }
    }
}
