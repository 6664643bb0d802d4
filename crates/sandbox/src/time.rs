//! Time as an argument: the PBX reads no clock, so its tests need not wait.

pub(crate) use std::time::Duration;

/// Time since the program started.
pub(crate) type Time = Duration;
