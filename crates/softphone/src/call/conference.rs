//! A call's part in a conference that is mixed here: what its far end hears beside our voice.

use alo_protocol::CallKind;

use super::{Action, Call};
use crate::{MediaId, MediaOp};

impl Call {
    /// Nobody may hear us in it, nor anybody else through us.
    pub(crate) fn only_listens(&self) -> bool {
        self.kind == CallKind::Monitor
    }

    /// It is about the call of others.
    pub(crate) fn is_supervision(&self) -> bool {
        self.kind != CallKind::Normal
    }

    /// One of those that are talked in together. It stays one while it is held.
    pub(crate) fn is_in_conference(&self) -> bool {
        self.in_conference && self.is_active()
    }

    /// Takes it in, or out.
    pub(crate) fn set_in_conference(&mut self, is_in: bool) {
        self.in_conference = is_in;
        if is_in {
            // Beside the other call it is heard on purpose now.
            self.lift_own_mute();
        }
    }

    pub(crate) fn is_muted(&self) -> bool {
        self.muted
    }

    /// Its far end may hear others now, and be heard by them: somebody on hold is neither to listen, nor
    /// to play their music into the conference.
    pub(crate) fn takes_part(&self) -> bool {
        self.is_in_conference()
            && self.is_connected()
            && !self.is_held()
            && !self.is_going_on_hold()
            && !self.hold.remote()
    }

    /// Lets the far end hear the far end of that other connection too, or us alone again.
    pub(crate) fn hear(&mut self, other: Option<MediaId>) {
        if self.media.is_some() && other != self.hears {
            self.hears = other;
            let op = MediaOp::Bridge(other);
            self.actions.push_back(Action::Media(op));
        }
    }
}
