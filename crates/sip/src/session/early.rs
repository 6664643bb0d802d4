//! The early dialogs of our outgoing call, one for each branch (RFC 3261 §12.1, §13.2.2.4).

use super::reliable::{Arrival, RSeqOrder};
use crate::dialog::Dialog;
use crate::wire::{Headers, Replaces, Request, Response};

/// The most branches of one call that get an early dialog.
const MAX_EARLY: usize = 16;

/// All early dialogs of a call.
#[derive(Debug, Default)]
pub(super) struct EarlyDialogs(Vec<Early>);

/// One branch.
#[derive(Debug)]
struct Early {
    dialog: Dialog,
    sdp: Option<String>,
    order: RSeqOrder,
}

impl EarlyDialogs {
    /// Whether a request of the peer's belongs to one of them.
    pub(super) fn owns(&self, headers: &Headers) -> bool {
        self.0.iter().any(|early| early.dialog.owns(headers))
    }

    /// Whether a Replaces header names one of them (RFC 3891 §3).
    pub(super) fn are_named_by(&self, replaces: &Replaces) -> bool {
        self.0
            .iter()
            .any(|early| early.dialog.is_named_by(replaces))
    }

    /// The dialog that a request of the peer's belongs to.
    pub(super) fn dialog_of(&mut self, headers: &Headers) -> Option<&mut Dialog> {
        self.0
            .iter_mut()
            .map(|early| &mut early.dialog)
            .find(|dialog| dialog.owns(headers))
    }

    /// The dialog of the branch with that tag.
    pub(super) fn dialog_with(&mut self, tag: &str) -> Option<&mut Dialog> {
        self.with(tag).map(|early| &mut early.dialog)
    }

    /// The dialog of the branch with that tag, and its last SDP.
    pub(super) fn branch(&self, tag: &str) -> Option<(&Dialog, Option<&str>)> {
        let early = self.0.iter().find(|early| early.is(tag))?;
        Some((&early.dialog, early.sdp.as_deref()))
    }

    /// Stores a provisional response in its branch's dialog, which is created up to the limit.
    /// Returns what to do with the response.
    pub(super) fn note(
        &mut self,
        tag: &str,
        invite: &Request,
        response: &Response,
        sdp: Option<String>,
    ) -> Arrival {
        if self.with(tag).is_none()
            && self.0.len() < MAX_EARLY
            && let Ok(dialog) = Dialog::as_caller(invite, response)
        {
            self.0.push(Early {
                dialog,
                sdp: None,
                order: RSeqOrder::default(),
            });
        }
        let Some(early) = self.with(tag) else {
            // The limit of branches is reached: without a dialog it cannot be acknowledged.
            return RSeqOrder::default()
                .take(&response.headers)
                .without_dialog();
        };
        let arrival = early.order.take(&response.headers);
        if arrival != Arrival::OutOfOrder {
            early.dialog.refresh_target(&response.headers);
            early.sdp = sdp.or_else(|| early.sdp.take());
        }
        arrival
    }

    /// Forgets a branch that is over.
    pub(super) fn remove(&mut self, tag: &str) {
        self.0.retain(|early| !early.is(tag));
    }

    /// Forgets them all.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The highest CSeq number of our requests in any of them; 0 if there are none.
    pub(super) fn last_seq(&self) -> u32 {
        let used = self.0.iter().map(|early| early.dialog.last_seq());
        used.max().unwrap_or(0)
    }

    fn with(&mut self, tag: &str) -> Option<&mut Early> {
        self.0.iter_mut().find(|early| early.is(tag))
    }
}

impl Early {
    fn is(&self, tag: &str) -> bool {
        self.dialog.remote_tag() == tag
    }
}
