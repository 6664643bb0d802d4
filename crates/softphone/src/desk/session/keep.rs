//! The session on the disk, for the next start.

use super::Session;
use crate::desk::KEEP_AGAIN_MS;
use crate::desk::{DeskThen, Out};
use crate::{Now, StoreOp};

impl Session {
    /// Has the session stored where it has changed.
    pub(in crate::desk) fn keep_token(&mut self, out: &mut Out<'_>) {
        let (Some(client), Some(stored)) = (&self.client, &mut self.stored) else {
            return;
        };
        if self.unkept || client.token() != stored.token.as_ref() {
            stored.token = client.token().cloned();
            self.keep(out);
        }
    }

    /// Has the session stored, later where it is just being left or changed.
    pub(super) fn keep(&mut self, out: &mut Out<'_>) {
        self.unkept = out.replies.changes_hands() || out.replies.chooses_hotline();
        if self.unkept {
            return;
        }
        if let Some(stored) = &mut self.stored {
            if let Some(client) = &self.client {
                stored.token = client.token().cloned();
            }
            self.again_at = None;
            let op = StoreOp::PutProvider(Box::new(stored.clone()));
            out.store(op, DeskThen::Session);
        }
    }

    /// It is in the store, or could not be put there: that numbers are hidden must not be lost with it.
    pub(in crate::desk) fn kept(&mut self, ok: bool, now: Now) {
        let again_at = now.unix_ms.saturating_add(KEEP_AGAIN_MS);
        self.again_at = (!ok && self.stored.is_some()).then_some(again_at);
    }
}
