//! Listens to a track for a check before a call: how loud it is, and whether the test tone is in it. Also makes
//! that tone. Nothing is kept.

use wasm_bindgen::JsCast;
use web_sys::{
    AnalyserNode, AudioContext, AudioContextState, MediaStream, MediaStreamAudioDestinationNode,
    MediaStreamTrack,
};

use crate::error::{Error, browser};

/// Samples of one look: 43 ms at 48 kHz.
const WINDOW: u32 = 2_048;
/// In the middle of what every codec of telephony carries.
const TONE_HERTZ: f32 = 1_000.0;
/// Loudness of the test tone, of full scale: that of somebody who talks loudly.
const TONE_LEVEL: f32 = 0.3;
/// Below this nothing is heard: −60 dB, as RMS of full scale.
const SILENCE_RMS: f32 = 0.001;

/// An ear. Gone when dropped.
pub(crate) struct Ear {
    context: AudioContext,
    analyser: AnalyserNode,
}

impl Ear {
    /// Listens to `track`.
    pub(crate) fn at_track(track: &MediaStreamTrack) -> Result<Self, Error> {
        let stream = MediaStream::new().map_err(browser("MediaStream"))?;
        stream.add_track(track);
        Self::at(&stream)
    }

    /// Listens to the first audio track of `stream`.
    pub(crate) fn at(stream: &MediaStream) -> Result<Self, Error> {
        let context = AudioContext::new().map_err(browser("AudioContext"))?;
        let connect = || {
            let source = context
                .create_media_stream_source(stream)
                .map_err(browser("createMediaStreamSource"))?;
            let analyser = context
                .create_analyser()
                .map_err(browser("createAnalyser"))?;
            analyser.set_fft_size(WINDOW);
            source
                .connect_with_audio_node(&analyser)
                .map_err(browser("connect"))?;
            Ok(analyser)
        };
        match connect() {
            Ok(analyser) => Ok(Self { context, analyser }),
            Err(error) => {
                let _ = context.close();
                Err(error)
            }
        }
    }

    /// RMS of this moment in millionths of full scale; none where the browser does not let us listen.
    pub(crate) fn loudness(&self) -> Option<u32> {
        self.look()
            .map(|samples| (rms(&samples) * 1_000_000.0) as u32)
    }

    /// How much of the power of this moment is the test tone, in percent; none in silence.
    pub(crate) fn tone_share(&self) -> Option<u8> {
        let samples = self.look()?;
        (rms(&samples) >= SILENCE_RMS)
            .then(|| share(&samples, TONE_HERTZ / self.context.sample_rate()))
    }

    fn look(&self) -> Option<Vec<f32>> {
        if self.context.state() != AudioContextState::Running {
            return None;
        }
        let mut samples = vec![0.0; WINDOW as usize];
        self.analyser.get_float_time_domain_data(&mut samples);
        Some(samples)
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        // A context that is closed already refuses, which is as good.
        let _ = self.context.close();
    }
}

/// The test tone as a track. Gone when dropped.
pub(crate) struct TestTone {
    context: AudioContext,
    stream: MediaStream,
}

impl TestTone {
    /// Begins to sound.
    pub(crate) fn new() -> Result<Self, Error> {
        let context = AudioContext::new().map_err(browser("AudioContext"))?;
        let connect = || {
            let tone = context
                .create_oscillator()
                .map_err(browser("createOscillator"))?;
            tone.frequency().set_value(TONE_HERTZ);
            let gain = context.create_gain().map_err(browser("createGain"))?;
            gain.gain().set_value(TONE_LEVEL);
            let out: MediaStreamAudioDestinationNode = context
                .create_media_stream_destination()
                .map_err(browser("createMediaStreamDestination"))?;
            tone.connect_with_audio_node(&gain)
                .map_err(browser("connect"))?;
            gain.connect_with_audio_node(&out)
                .map_err(browser("connect"))?;
            tone.start().map_err(browser("start"))?;
            Ok(out.stream())
        };
        match connect() {
            Ok(stream) => Ok(Self { context, stream }),
            Err(error) => {
                let _ = context.close();
                Err(error)
            }
        }
    }

    /// Its track.
    pub(crate) fn track(&self) -> Result<MediaStreamTrack, Error> {
        self.stream
            .get_audio_tracks()
            .get(0)
            .dyn_into()
            .map_err(|_| Error::Missing("audio track"))
    }
}

impl Drop for TestTone {
    fn drop(&mut self) {
        let _ = self.context.close();
    }
}

fn rms(samples: &[f32]) -> f32 {
    let power: f32 = samples.iter().map(|sample| sample * sample).sum();
    (power / samples.len().max(1) as f32).sqrt()
}

/// Share of the power at one frequency, in percent (Goertzel, with a Hann window, so that a tone between two
/// lines counts as one). `cycles`: of the frequency in a sample.
fn share(samples: &[f32], cycles: f32) -> u8 {
    let omega = std::f32::consts::TAU * cycles;
    let count = samples.len().max(1) as f32;
    let (mut s1, mut s2, mut power, mut weights, mut squares) = (0.0_f32, 0.0_f32, 0.0, 0.0, 0.0);
    for (at, sample) in samples.iter().enumerate() {
        let weight = 0.5 - 0.5 * (std::f32::consts::TAU * at as f32 / count).cos();
        let weighted = sample * weight;
        let s0 = weighted + 2.0 * omega.cos() * s1 - s2;
        s2 = s1;
        s1 = s0;
        power += weighted * weighted;
        weights += weight;
        squares += weight * weight;
    }
    if power <= 0.0 {
        return 0;
    }
    let at_tone = s1 * s1 + s2 * s2 - 2.0 * omega.cos() * s1 * s2;
    // What a tone alone would give is the square of half the weights' sum, for a power of half its square.
    let of_tone = 2.0 * at_tone * squares / (weights * weights);
    (100.0 * of_tone / power).clamp(0.0, 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sine(hertz: f32) -> Vec<f32> {
        (0..WINDOW)
            .map(|n| 0.2 * (std::f32::consts::TAU * hertz * n as f32 / 48_000.0).sin())
            .collect()
    }

    #[test]
    fn the_test_tone_is_told_from_the_tones_of_a_pbx_and_from_noise() {
        let cycles = TONE_HERTZ / 48_000.0;
        assert!(share(&sine(1_000.0), cycles) > 90);
        assert!(share(&sine(425.0), cycles) < 5);
        assert!(share(&sine(440.0), cycles) < 5);
        let mut seed = 1_u32;
        let noise: Vec<f32> = (0..WINDOW)
            .map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 8) as f32 / 8_388_608.0 - 1.0
            })
            .collect();
        assert!(share(&noise, cycles) < 20);
        assert_eq!(share(&[0.0; 64], cycles), 0);
    }
}
