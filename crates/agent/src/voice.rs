//! Hears whether somebody talks into a microphone that is muted, so that it can be said.
//!
//! The muted track itself gives zeros, so a copy of it is listened to; only its loudness is looked
//! at, a few times a second, and nothing is kept. Where an `AudioContext` does not run
//! (Firefox's background page) nobody is told, and that is all.

use web_sys::{AnalyserNode, AudioContext, MediaStream, MediaStreamTrack};

use crate::error::{Error, browser};

/// Samples of one look: 43 ms at 48 kHz.
const WINDOW: u32 = 2_048;
/// Loudness above which a headset's microphone hears its wearer talk, as RMS of full scale: −40 dB.
const VOICE_RMS: f32 = 0.01;

/// An ear at the muted microphone; gone when dropped.
pub(crate) struct Voice {
    context: AudioContext,
    copy: MediaStreamTrack,
    analyser: AnalyserNode,
}

impl Voice {
    /// Listens to a copy of `track`.
    pub(crate) fn listen(track: &MediaStreamTrack) -> Result<Self, Error> {
        // JavaScript's `clone()`, a second track of the same microphone; not Rust's.
        let copy = MediaStreamTrack::clone(track);
        copy.set_enabled(true);
        let context = AudioContext::new().map_err(browser("AudioContext"))?;
        let ear = Self::connect(&context, &copy);
        match ear {
            Ok(analyser) => Ok(Self {
                context,
                copy,
                analyser,
            }),
            Err(error) => {
                copy.stop();
                let _ = context.close();
                Err(error)
            }
        }
    }

    fn connect(context: &AudioContext, copy: &MediaStreamTrack) -> Result<AnalyserNode, Error> {
        let stream = MediaStream::new().map_err(browser("MediaStream"))?;
        stream.add_track(copy);
        let source = context
            .create_media_stream_source(&stream)
            .map_err(browser("createMediaStreamSource"))?;
        let analyser = context
            .create_analyser()
            .map_err(browser("createAnalyser"))?;
        analyser.set_fft_size(WINDOW);
        source
            .connect_with_audio_node(&analyser)
            .map_err(browser("connect"))?;
        Ok(analyser)
    }

    /// Somebody talks at this moment.
    pub(crate) fn talks(&self) -> bool {
        let mut samples = [0.0; WINDOW as usize];
        self.analyser.get_float_time_domain_data(&mut samples);
        let power: f32 = samples.iter().map(|sample| sample * sample).sum();
        (power / WINDOW as f32).sqrt() > VOICE_RMS
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.copy.stop();
        // A context that is closed already refuses, which is as good.
        let _ = self.context.close();
    }
}
