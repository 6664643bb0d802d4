//! Transferring a call (RFC 3515, RFC 5589). The call stays as it is until the far ends are connected, so
//! nothing has to be undone after a failure.

use std::time::Duration;

use alo_protocol::{CallId, EndCause, TransferState, TransferView};
use alo_providers::DialTarget;
use alo_sip::Instant;

use super::{Action, Call, Stage};
use crate::Now;
use crate::text::{MAX_NAME, clean};

/// How long the outcome is awaited after the other call has ended: a successful transfer ends it a moment
/// before it is reported.
const OUTCOME_LIMIT: Duration = Duration::from_secs(4);

/// The target of a transfer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TransferTo {
    /// Somebody who has not been spoken to.
    Somebody(DialTarget),
    /// The far end of another call of ours.
    Call(CallId),
}

/// A transfer under way, done or failed.
#[derive(Clone, Debug)]
pub(super) struct Transfer {
    view: TransferView,
    /// The other call, which ends with this one.
    with: Option<CallId>,
    /// Set once the other call has ended: until when the outcome is awaited.
    until: Option<Instant>,
}

impl Call {
    /// Begins to transfer the call. `shown`: the target as views show it. False if the call cannot be
    /// transferred, or is being transferred already.
    pub(crate) fn transfer(&mut self, to: TransferTo, shown: &str) -> bool {
        // Supervision of others' calls has no far end of its own to transfer.
        if self.stage != Stage::Connected || self.is_being_transferred() || self.is_supervision() {
            return false;
        }
        let with = match &to {
            TransferTo::Somebody(_) => None,
            TransferTo::Call(other) => Some(other.clone()),
        };
        let view = TransferView {
            state: TransferState::Trying,
            target: clean(shown, MAX_NAME).unwrap_or_default(),
            code: None,
        };
        let until = None;
        self.transfer = Some(Transfer { view, with, until });
        self.actions.push_back(Action::Transfer(to));
        true
    }

    /// Notes for views that the call was forwarded to somebody else.
    pub(super) fn set_forwarded_to(&mut self, shown: &str) {
        let view = TransferView {
            state: TransferState::Done,
            target: clean(shown, MAX_NAME).unwrap_or_default(),
            code: None,
        };
        self.transfer = Some(Transfer {
            view,
            with: None,
            until: None,
        });
    }

    /// A status of 100–199 from the target.
    pub(crate) fn transfer_progress(&mut self, status: u16) {
        if status >= 180
            && let Some(transfer) = &mut self.transfer
            && transfer.view.state == TransferState::Trying
        {
            transfer.view.state = TransferState::Ringing;
        }
    }

    /// The outcome. After a success the call is over; the other call, returned here, has to be ended too.
    pub(crate) fn transfer_done(&mut self, result: Result<(), u16>, now: Now) -> Option<CallId> {
        let transfer = self.transfer.as_mut()?;
        match result {
            Ok(()) => {
                transfer.view.state = TransferState::Done;
                let with = transfer.with.clone();
                self.give_up(EndCause::HungUp, now);
                with
            }
            Err(code) => {
                transfer.view.state = TransferState::Failed;
                transfer.view.code = Some(code);
                None
            }
        }
    }

    /// The other call to whose far end it is being transferred, until [`Self::transfer_target_gone`].
    pub(crate) fn transfers_with(&self) -> Option<&CallId> {
        let transfer = self.transfer.as_ref()?;
        let with = transfer.with.as_ref();
        with.filter(|_| self.is_being_transferred() && transfer.until.is_none())
    }

    /// The other call is over: the transfer has succeeded, which will be reported soon, or it will fail.
    pub(crate) fn transfer_target_gone(&mut self, now: Now) {
        if let Some(transfer) = &mut self.transfer {
            transfer.until = Some(now.mono + OUTCOME_LIMIT);
        }
    }

    pub(super) fn transfer_until(&self) -> Option<Instant> {
        let until = self.transfer.as_ref()?.until;
        until.filter(|_| self.is_being_transferred())
    }

    pub(super) fn transfer_timeout(&mut self, now: Now) {
        if self.transfer_until().is_some_and(|until| until <= now.mono)
            && let Some(transfer) = &mut self.transfer
        {
            transfer.view.state = TransferState::Failed;
        }
    }

    /// The far end has hung up without reporting the outcome.
    pub(super) fn far_end_left(&mut self) {
        if self.is_being_transferred()
            && let Some(transfer) = &mut self.transfer
        {
            transfer.view.state = TransferState::Left;
        }
    }

    /// Whether the call was transferred or forwarded.
    pub(crate) fn was_transferred(&self) -> bool {
        self.transfer
            .as_ref()
            .is_some_and(|transfer| is_away(transfer.view.state))
    }

    pub(super) fn transfer_view(&self) -> Option<TransferView> {
        self.transfer
            .as_ref()
            .map(|transfer| transfer.view.clone())
            // A call that ended for another reason was not transferred.
            .filter(|view| self.is_live() || is_away(view.state))
    }

    pub(crate) fn is_being_transferred(&self) -> bool {
        self.transfer.as_ref().is_some_and(|transfer| {
            matches!(
                transfer.view.state,
                TransferState::Trying | TransferState::Ringing
            )
        })
    }
}

/// Whether the call went to somebody else, as far as is known.
fn is_away(state: TransferState) -> bool {
    matches!(state, TransferState::Done | TransferState::Left)
}
