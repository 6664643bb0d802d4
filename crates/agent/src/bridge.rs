//! What one far end of a conference hears: our microphone and the other far end, mixed by Web Audio
//! into the one track that its peer connection sends.

use std::cell::RefCell;

use web_sys::{
    AudioContext, MediaStream, MediaStreamAudioDestinationNode, MediaStreamAudioSourceNode,
    MediaStreamTrack,
};

use crate::error::{Error, browser};

/// A mix of two; silent and gone when dropped.
pub(crate) struct Bridge {
    context: AudioContext,
    out: MediaStreamAudioDestinationNode,
    microphone: RefCell<Option<MediaStreamAudioSourceNode>>,
    // A source that nobody holds may be taken for unused and fall silent.
    _other: MediaStreamAudioSourceNode,
}

impl Bridge {
    /// A mix of `other`, the sound of the other far end, and of a microphone that follows.
    pub(crate) fn open(other: &MediaStream) -> Result<Self, Error> {
        let context = AudioContext::new().map_err(browser("AudioContext"))?;
        match Self::connect(&context, other) {
            Ok((out, source)) => Ok(Self {
                context,
                out,
                microphone: RefCell::default(),
                _other: source,
            }),
            Err(error) => {
                let _ = context.close();
                Err(error)
            }
        }
    }

    fn connect(
        context: &AudioContext,
        other: &MediaStream,
    ) -> Result<(MediaStreamAudioDestinationNode, MediaStreamAudioSourceNode), Error> {
        let out = context
            .create_media_stream_destination()
            .map_err(browser("createMediaStreamDestination"))?;
        let source = plug(context, other, &out)?;
        Ok((out, source))
    }

    /// Puts a microphone in place of the one before. While its track is muted the other far end is
    /// heard all the same.
    pub(crate) fn speak_into(&self, track: &MediaStreamTrack) -> Result<(), Error> {
        let stream = MediaStream::new().map_err(browser("MediaStream"))?;
        stream.add_track(track);
        let source = plug(&self.context, &stream, &self.out)?;
        if let Some(before) = self.microphone.replace(Some(source)) {
            before.disconnect().map_err(browser("disconnect"))?;
        }
        Ok(())
    }

    /// What is to be sent.
    pub(crate) fn track(&self) -> Option<MediaStreamTrack> {
        use wasm_bindgen::JsCast;
        self.out.stream().get_audio_tracks().get(0).dyn_into().ok()
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        if let Some(track) = self.track() {
            track.stop();
        }
        // A context that is closed already refuses, which is as good.
        let _ = self.context.close();
    }
}

fn plug(
    context: &AudioContext,
    stream: &MediaStream,
    out: &MediaStreamAudioDestinationNode,
) -> Result<MediaStreamAudioSourceNode, Error> {
    let source = context
        .create_media_stream_source(stream)
        .map_err(browser("createMediaStreamSource"))?;
    source
        .connect_with_audio_node(out)
        .map_err(browser("connect"))?;
    Ok(source)
}
