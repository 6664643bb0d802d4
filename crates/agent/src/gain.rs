//! The microphone made louder or softer on its way to the far end (Web Audio).

use wasm_bindgen::JsCast;
use web_sys::{
    AudioContext, GainNode, MediaStream, MediaStreamAudioDestinationNode, MediaStreamTrack,
};

use crate::error::{Error, browser};

/// A track that is another one, louder or softer. Gone when dropped.
pub(crate) struct Gain {
    context: AudioContext,
    node: GainNode,
    track: MediaStreamTrack,
}

impl Gain {
    /// `source` at `percent` of its loudness, 0 to 200.
    pub(crate) fn new(source: &MediaStreamTrack, percent: u8) -> Result<Self, Error> {
        let context = AudioContext::new().map_err(browser("AudioContext"))?;
        match Self::connect(&context, source) {
            Ok((node, track)) => {
                let gain = Self {
                    context,
                    node,
                    track,
                };
                gain.set(percent);
                Ok(gain)
            }
            Err(error) => {
                let _ = context.close();
                Err(error)
            }
        }
    }

    fn connect(
        context: &AudioContext,
        source: &MediaStreamTrack,
    ) -> Result<(GainNode, MediaStreamTrack), Error> {
        let stream = MediaStream::new().map_err(browser("MediaStream"))?;
        stream.add_track(source);
        let source = context
            .create_media_stream_source(&stream)
            .map_err(browser("createMediaStreamSource"))?;
        let node = context.create_gain().map_err(browser("createGain"))?;
        let out: MediaStreamAudioDestinationNode = context
            .create_media_stream_destination()
            .map_err(browser("createMediaStreamDestination"))?;
        source
            .connect_with_audio_node(&node)
            .map_err(browser("connect"))?;
        node.connect_with_audio_node(&out)
            .map_err(browser("connect"))?;
        let track = out
            .stream()
            .get_audio_tracks()
            .get(0)
            .dyn_into()
            .map_err(|_| Error::Missing("audio track"))?;
        Ok((node, track))
    }

    /// The track that is changed.
    pub(crate) fn track(&self) -> &MediaStreamTrack {
        &self.track
    }

    /// From now on at `percent` of the source's loudness.
    pub(crate) fn set(&self, percent: u8) {
        self.node.gain().set_value(f32::from(percent) / 100.0);
    }
}

impl Drop for Gain {
    fn drop(&mut self) {
        self.track.stop();
        // A context that is closed already refuses, which is as good.
        let _ = self.context.close();
    }
}
