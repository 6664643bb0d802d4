//! What is heard: the far end's voice and the phone's own tones, all through `<audio>` elements,
//! because an `AudioContext` stays suspended in Firefox's background page.

use alo_protocol::RingSound;
use alo_softphone::{MediaId, Tone};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Document, HtmlAudioElement, MediaStream, MediaStreamTrack, Url,
};

use crate::devices::{self, Devices};
use crate::error::{Error, browser};
use crate::tone;

/// The far end of one call. Silent and gone from the document when dropped.
pub(crate) struct RemoteAudio {
    element: Element,
    stream: MediaStream,
}

impl RemoteAudio {
    /// An element `<audio autoplay data-call="…">`, still without sound.
    pub(crate) fn new(media: MediaId) -> Result<Self, Error> {
        let element = Element::new("data-call", &media.0.to_string())?;
        let stream = MediaStream::new().map_err(browser("MediaStream"))?;
        element.audio.set_autoplay(true);
        element.audio.set_src_object(Some(&stream));
        Ok(Self { element, stream })
    }

    /// Plays it on a device, or on the system's choice.
    pub(crate) fn play_on(&self, device: Option<&str>) {
        devices::play_on(&self.element.audio, device);
    }

    /// Silences it, or lets it be heard.
    pub(crate) fn set_muted(&self, muted: bool) {
        self.element.audio.set_muted(muted);
    }

    /// What is heard, to be heard by others too.
    pub(crate) fn stream(&self) -> &MediaStream {
        &self.stream
    }

    /// Adds a track that has arrived; adding it again does nothing.
    pub(crate) fn add(&self, track: &MediaStreamTrack) {
        self.stream.add_track(track);
        self.element.play();
    }
}

/// The phone's own tones. At most one sounds.
#[derive(Default)]
pub(crate) struct Tones {
    sounding: Option<(Tone, Element)>,
    /// What it rings with.
    ring: RingSound,
    devices: Devices,
    /// Those that have sounded; a handful.
    files: Vec<((Tone, RingSound), BlobUrl)>,
}

impl Tones {
    /// Silence, for now.
    pub(crate) fn new(devices: Devices) -> Self {
        Self {
            devices,
            ..Self::default()
        }
    }

    /// Puts what sounds on the device, and at the loudness, that was chosen.
    pub(crate) fn follow_devices(&mut self) {
        let ring = self.devices.chosen().ring_sound;
        let is_other = std::mem::replace(&mut self.ring, ring) != ring;
        if is_other && let Some((Tone::Ring, _)) = self.sounding {
            self.set(Some(Tone::Ring));
        }
        if let Some((tone, element)) = &self.sounding {
            self.place(*tone, element);
        }
    }

    fn place(&self, tone: Tone, element: &Element) {
        let chosen = self.devices.chosen();
        let (device, loudness) = match tone {
            Tone::Ring => (&chosen.ringer, f64::from(chosen.ring_volume) / 100.0),
            Tone::CallWaiting | Tone::Beep | Tone::Ringback | Tone::Busy => (&chosen.speaker, 1.0),
        };
        devices::play_on(&element.audio, device.as_deref());
        element
            .audio
            .set_volume(tone::volume(tone) * loudness.clamp(0.0, 1.0));
    }

    /// Lets `tone` sound, and nothing else.
    pub(crate) fn set(&mut self, tone: Option<Tone>) {
        self.sounding = None;
        if let Some(tone) = tone {
            match self.start(tone) {
                Ok(element) => self.sounding = Some((tone, element)),
                Err(error) => log::warn!("no tone: {error}"),
            }
        }
    }

    fn start(&mut self, tone: Tone) -> Result<Element, Error> {
        let name = match tone {
            Tone::Ring => "ring",
            Tone::CallWaiting => "call-waiting",
            Tone::Beep => "beep",
            Tone::Ringback => "ringback",
            Tone::Busy => "busy",
        };
        let ring = self.devices.chosen().ring_sound;
        let key = (tone, ring);
        let file = match self.files.iter().position(|(known, _)| *known == key) {
            Some(at) => at,
            None => {
                self.files
                    .push((key, BlobUrl::wav(&tone::wav(tone, ring))?));
                self.files.len() - 1
            }
        };
        let element = Element::new("data-tone", name)?;
        if let Some((_, url)) = self.files.get(file) {
            element.audio.set_src(&url.0);
        }
        element.audio.set_loop(true);
        self.place(tone, &element);
        element.play();
        Ok(element)
    }
}

/// An `<audio>` element, in the document from when it first plays for as long as this lives. Before, it
/// would only cost time: most of a millisecond between the wish to call and the INVITE (measured).
struct Element {
    audio: HtmlAudioElement,
    document: Document,
}

impl Element {
    fn new(attribute: &str, value: &str) -> Result<Self, Error> {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .ok_or(Error::Missing("document"))?;
        let audio: HtmlAudioElement = document
            .create_element("audio")
            .map_err(browser("createElement"))?
            .unchecked_into();
        audio
            .set_attribute(attribute, value)
            .map_err(browser("setAttribute"))?;
        Ok(Self { audio, document })
    }

    /// Starts playing; a browser that refuses is reported in the log.
    fn play(&self) {
        if let Some(body) = self.document.body()
            && !self.audio.is_connected()
            && let Err(error) = body.append_child(&self.audio)
        {
            log::warn!("{}", browser("appendChild")(error));
        }
        match self.audio.play() {
            Ok(promise) => spawn_local(async move {
                if let Err(error) = JsFuture::from(promise).await {
                    let error = browser("play")(error);
                    // A play that its own end interrupts is no fault.
                    if !error.is_named("AbortError") {
                        log::warn!("{error}");
                    }
                }
            }),
            Err(error) => log::warn!("{}", browser("play")(error)),
        }
    }
}

impl Drop for Element {
    fn drop(&mut self) {
        // Pausing an element that we own cannot fail in a way that matters at its end.
        let _ = self.audio.pause();
        self.audio.set_src_object(None);
        self.audio.remove();
    }
}

/// A `blob:` URL, revoked when dropped.
struct BlobUrl(String);

impl BlobUrl {
    fn wav(octets: &[u8]) -> Result<Self, Error> {
        let parts = Array::of1(&JsValue::from(Uint8Array::from(octets)));
        let options = BlobPropertyBag::new();
        options.set_type("audio/wav");
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)
            .map_err(browser("Blob"))?;
        Url::create_object_url_with_blob(&blob)
            .map(Self)
            .map_err(browser("createObjectURL"))
    }
}

impl Drop for BlobUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}
