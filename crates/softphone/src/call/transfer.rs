//! Handing a call on (RFC 3515, RFC 5589). The call stays as it is until the far ends are connected, so
//! a failure needs no way back.

use alo_protocol::{CallId, EndCause, TransferState, TransferView};
use alo_providers::DialTarget;

use super::{Action, Call, Stage};
use crate::Now;
use crate::text::{MAX_NAME, clean};

/// To whom.
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
}

impl Call {
    /// Begins to hand the call on. `shown`: to whom, for people. False where there is nothing to hand
    /// on, or it is being handed on.
    pub(crate) fn transfer(&mut self, to: TransferTo, shown: &str) -> bool {
        // Who listens to others has nobody to hand on.
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
        self.transfer = Some(Transfer { view, with });
        self.actions.push_back(Action::Transfer(to));
        true
    }

    /// It went to somebody else, and ends here.
    pub(super) fn handed_on_to(&mut self, shown: &str) {
        let view = TransferView {
            state: TransferState::Done,
            target: clean(shown, MAX_NAME).unwrap_or_default(),
            code: None,
        };
        self.transfer = Some(Transfer { view, with: None });
    }

    /// 100–199 of the one who is called.
    pub(crate) fn transfer_progress(&mut self, status: u16) {
        if status >= 180
            && let Some(transfer) = &mut self.transfer
            && transfer.view.state == TransferState::Trying
        {
            transfer.view.state = TransferState::Ringing;
        }
    }

    /// The outcome. After a success the call is over, and the one returned with it.
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

    pub(crate) fn was_handed_on(&self) -> bool {
        self.transfer
            .as_ref()
            .is_some_and(|transfer| transfer.view.state == TransferState::Done)
    }

    pub(super) fn transfer_view(&self) -> Option<TransferView> {
        self.transfer
            .as_ref()
            .map(|transfer| transfer.view.clone())
            // A call that ended for another reason was not handed on.
            .filter(|view| self.is_live() || view.state == TransferState::Done)
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
