//! Whose the calls of this moment are: who is signed in is not who calls, while an account waits for the
//! end of a call.

use alo_providers::api::DialSetup;

use super::Session;
use crate::desk::who::key_of;
use crate::desk::{Former, Owner, StoredProvider};

impl Session {
    /// Whose calls and notes are those of this moment: whose SIP account is in use, and not who tries to
    /// sign in.
    pub(in crate::desk) fn owner(&self) -> Owner {
        match (self.registered_one(), self.former()) {
            (Some(stored), _) => Owner {
                provider: stored.sign_in.kind(),
                user: key_of(&stored.sign_in),
            },
            (None, Some(former)) => former.owner.clone(),
            (None, None) => Owner::default(),
        }
    }

    /// What the dial form of [`Self::owner`] needs.
    pub(in crate::desk) fn dial_setup(&self) -> Option<&DialSetup> {
        match self.registered_one() {
            Some(stored) => Some(&stored.dial),
            None => self.former().map(|former| &former.dial),
        }
    }

    /// Whether the account of who is signed in is the one in use.
    pub(in crate::desk) fn is_in_use(&self) -> bool {
        self.registered_one().is_some()
    }

    pub(super) fn registered_one(&self) -> Option<&StoredProvider> {
        self.stored.as_ref().filter(|stored| stored.registered)
    }

    pub(super) fn former(&self) -> Option<&Former> {
        let of_stored = || self.stored.as_ref()?.former.as_ref();
        self.left.as_ref().or_else(of_stored)
    }

    /// What whoever signs in next needs to know of the account that is in use until then.
    pub(super) fn in_use(&self) -> Option<Former> {
        if self.lost {
            // Calls may go by an account of which nobody knows whose it is.
            return Some(Former {
                owner: Owner::default(),
                dial: DialSetup::default(),
                masked: true,
                hotline: None,
            });
        }
        let dial = self.dial_setup()?.clone();
        Some(Former {
            owner: self.owner(),
            dial,
            masked: self.hides_numbers(),
            hotline: self.hotline_in_use().cloned(),
        })
    }

    /// Nobody is signed in any more, but calls go on by an account that was theirs: these stay so until
    /// [`Self::is_left`].
    pub(in crate::desk) fn leave(&mut self) {
        let left = self.left.take().or_else(|| self.in_use());
        *self = Self {
            left,
            ..Self::default()
        };
    }

    /// An account that is not of whoever has left is in use.
    pub(in crate::desk) fn is_left(&mut self) {
        self.left = None;
    }

    /// Other people's numbers are hidden from this agent, here or where calls still go by, or may be.
    pub(in crate::desk) fn hides_numbers(&self) -> bool {
        let hidden = |stored: &StoredProvider| {
            stored.masked || stored.former.as_ref().is_some_and(|former| former.masked)
        };
        let by_calls = self.left.as_ref().is_some_and(|left| left.masked);
        self.lost || by_calls || self.stored.as_ref().is_some_and(hidden)
    }
}
