//! A call's part in a conference that is mixed here: what its far end hears besides our voice.

use alo_protocol::CallKind;

use super::{Action, Call};
use crate::{MediaId, MediaOp};

impl Call {
    /// Whether we only listen: neither we nor others through us may be heard in it.
    pub(crate) fn only_listens(&self) -> bool {
        self.kind == CallKind::Monitor
    }

    /// Whether the call listens to, whispers into or joins the call of others.
    pub(crate) fn is_supervision(&self) -> bool {
        self.kind != CallKind::Normal
    }

    /// Whether the call is a member of the conference. It stays one while it is held.
    pub(crate) fn is_in_conference(&self) -> bool {
        self.in_conference && self.is_active()
    }

    /// Adds the call to the conference, or removes it.
    pub(crate) fn set_in_conference(&mut self, is_in: bool) {
        self.in_conference = is_in;
        if is_in {
            // Its far end may hear the other call now.
            self.lift_own_mute();
        }
    }

    pub(crate) fn is_muted(&self) -> bool {
        self.muted
    }

    /// Whether its far end hears the other one, and is heard by it. One on hold does neither: it would play
    /// its hold music into the conference.
    pub(crate) fn takes_part(&self) -> bool {
        self.is_in_conference()
            && self.is_connected()
            && !self.is_held()
            && !self.is_going_on_hold()
            && !self.hold.remote()
    }

    /// Lets the far end hear, besides us, the far end of that other connection; `None`: us alone.
    pub(crate) fn set_bridge(&mut self, other: Option<MediaId>) {
        if self.media.is_some() && other != self.bridged_to {
            self.bridged_to = other;
            let op = MediaOp::Bridge(other);
            self.actions.push_back(Action::Media(op));
        }
    }
}
