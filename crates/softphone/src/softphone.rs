//! The façade: inputs in, effects out.

use alo_protocol::{Snapshot, WorkerState};
use alo_sip::{Instant, Random};

use crate::effects::Effects;
use crate::{Effect, Input, Now};

/// What the shell says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Platform {
    /// `User-Agent` of every request (RFC 3261 §20.41).
    pub user_agent: String,
}

/// The phone.
pub struct Softphone {
    effects: Effects,
    snapshot: Snapshot,
    worker: WorkerState,
}

impl Softphone {
    /// A phone that knows nothing yet: it waits for [`Input::Loaded`]. `rng` must be fit for
    /// cryptography.
    pub fn new(_rng: Box<dyn Random>, _platform: Platform) -> Self {
        Self {
            effects: Effects::default(),
            snapshot: Snapshot::default(),
            worker: WorkerState::default(),
        }
    }

    /// Takes in what happened. Drain [`Self::poll_effect`] afterwards.
    pub fn handle(&mut self, _input: Input, _now: Now) {}

    /// The next thing to do.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop()
    }

    /// When to feed [`Input::Timeout`], unless something else happens before.
    pub fn poll_timeout(&self) -> Option<Instant> {
        None
    }

    /// What every view draws.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// What the worker should know, for when it asks again; `open_microphone_page` is never set here.
    pub fn worker_state(&self) -> &WorkerState {
        &self.worker
    }
}
