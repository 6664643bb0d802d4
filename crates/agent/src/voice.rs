//! Hears whether somebody talks into a microphone that is muted, so that it can be said.
//!
//! The muted track itself gives zeros, so a copy of it is listened to; only its loudness is looked
//! at, a few times a second, and nothing is kept. Where an `AudioContext` does not run
//! (Firefox's background page) nobody is told, and that is all.

use web_sys::MediaStreamTrack;

use crate::ear::Ear;
use crate::error::Error;

/// Loudness above which a headset's microphone hears its wearer talk, as RMS in millionths of full scale:
/// −40 dB.
const VOICE_RMS: u32 = 10_000;

/// An ear at the muted microphone; gone when dropped.
pub(crate) struct Voice {
    ear: Ear,
    copy: MediaStreamTrack,
}

impl Voice {
    /// Listens to a copy of `track`.
    pub(crate) fn listen(track: &MediaStreamTrack) -> Result<Self, Error> {
        // JavaScript's `clone()`, a second track of the same microphone; not Rust's.
        let copy = MediaStreamTrack::clone(track);
        copy.set_enabled(true);
        match Ear::at_track(&copy) {
            Ok(ear) => Ok(Self { ear, copy }),
            Err(error) => {
                copy.stop();
                Err(error)
            }
        }
    }

    /// Somebody talks at this moment.
    pub(crate) fn talks(&self) -> bool {
        self.ear.loudness().is_some_and(|rms| rms > VOICE_RMS)
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.copy.stop();
    }
}
