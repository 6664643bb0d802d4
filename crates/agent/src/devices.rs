//! The devices that a person has chosen, for whoever opens or plays something.

use std::cell::RefCell;
use std::rc::Rc;

use alo_protocol::AudioSettings;
use gloo_events::EventListener;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlAudioElement, MediaStreamTrack, MediaStreamTrackState};

use crate::error::browser;
use crate::inbox::{Event, Inbox};

/// The choice, shared by all calls.
#[derive(Clone, Default)]
pub(crate) struct Devices(Rc<RefCell<AudioSettings>>);

impl Devices {
    /// Chooses; true when an open microphone has to be opened anew for it.
    pub(crate) fn choose(&self, settings: AudioSettings) -> bool {
        let microphone = |chosen: &AudioSettings| {
            (
                chosen.microphone.clone(),
                chosen.echo_cancellation,
                chosen.noise_suppression,
                chosen.auto_gain,
            )
        };
        let before = self.0.replace(settings);
        microphone(&before) != microphone(&self.0.borrow())
    }

    /// The choice.
    pub(crate) fn chosen(&self) -> AudioSettings {
        self.0.borrow().clone()
    }

    /// For `getUserMedia`. A device that is gone gives way to another one: better than no voice.
    pub(crate) fn constraints(&self) -> JsValue {
        let chosen = self.0.borrow();
        let audio = Object::new();
        let set = |name: &str, value: JsValue| {
            // Setting a field of our own fresh object cannot fail.
            let _ = Reflect::set(&audio, &name.into(), &value);
        };
        set("echoCancellation", chosen.echo_cancellation.into());
        set("noiseSuppression", chosen.noise_suppression.into());
        set("autoGainControl", chosen.auto_gain.into());
        if let Some(id) = &chosen.microphone {
            let ideal = Object::new();
            let _ = Reflect::set(&ideal, &"ideal".into(), &id.as_str().into());
            set("deviceId", ideal.into());
        }
        audio.into()
    }

    /// True where `track` is of the microphone that was chosen, and lives.
    pub(crate) fn is_good(&self, track: &MediaStreamTrack) -> bool {
        if track.ready_state() == MediaStreamTrackState::Ended {
            return false;
        }
        let chosen = self.0.borrow();
        let Some(wanted) = &chosen.microphone else {
            return true;
        };
        let settings = JsValue::from(track.get_settings());
        let id = Reflect::get(&settings, &"deviceId".into()).ok();
        id.and_then(|id| id.as_string()).as_ref() == Some(wanted)
    }
}

/// Plays `audio` on the device `id`, or on the system's choice. A device that is gone leaves it
/// where it was, which the browser makes the system's choice.
pub(crate) fn play_on(audio: &HtmlAudioElement, id: Option<&str>) {
    // Not every browser can choose.
    let Some(set) = Reflect::get(audio, &"setSinkId".into())
        .ok()
        .and_then(|set| set.dyn_into::<Function>().ok())
    else {
        return;
    };
    if let Ok(promise) = set.call1(audio, &id.unwrap_or_default().into()) {
        spawn_local(async move {
            let set = JsFuture::from(promise.unchecked_into::<Promise>()).await;
            if let Err(error) = set {
                log::debug!("{}", browser("setSinkId")(error));
            }
        });
    }
}

/// Says when a device was plugged in or out, for as long as it lives.
pub(crate) fn watch(inbox: Inbox) -> Option<EventListener> {
    let devices = web_sys::window()?.navigator().media_devices().ok()?;
    Some(EventListener::new(&devices, "devicechange", move |_| {
        inbox.put(Event::DevicesChanged);
    }))
}
