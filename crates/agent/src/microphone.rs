//! The microphone: opened for a call, closed with it, and its permission watched.

use alo_protocol::MicrophoneState;
use alo_softphone::{Input, MediaFailure};
use futures::StreamExt;
use futures::channel::{mpsc, oneshot};
use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MediaDeviceInfo, MediaDeviceKind, MediaDevices, MediaStream, MediaStreamConstraints,
    MediaStreamTrack, PermissionState, PermissionStatus,
};

use crate::devices::Devices;
use crate::ear::TestTone;
use crate::error::{Error, browser};
use crate::gain::Gain;
use crate::inbox::Inbox;

/// The loudness that the device gives, in percent.
const UNCHANGED: u8 = 100;

/// An open microphone. Dropping it closes the microphone, so that the browser's sign goes out.
pub(crate) struct Microphone {
    track: MediaStreamTrack,
    /// Between the two only where the loudness is changed: it costs some milliseconds of delay.
    gain: Option<Gain>,
    /// It is no microphone at all, but a tone.
    _tone: Option<TestTone>,
}

impl Microphone {
    /// Opens it. No prompt can be shown here: where the permission is missing it fails at once.
    ///
    /// Whoever gives up waiting leaves no open microphone behind: it is closed when it arrives.
    pub(crate) async fn open(devices: &Devices) -> Result<Self, MediaFailure> {
        let constraints = devices.constraints();
        let volume = devices.chosen().input_volume;
        let (sender, receiver) = oneshot::channel();
        spawn_local(async move {
            // If nobody waits any more, the microphone comes back here and is dropped.
            let _ = sender.send(Self::request(&constraints, volume).await);
        });
        match receiver.await {
            Ok(Ok(microphone)) => Ok(microphone),
            Ok(Err(error)) => {
                log::warn!("{error}");
                Err(failure_of(&error))
            }
            Err(oneshot::Canceled) => Err(MediaFailure::Other),
        }
    }

    /// A steady tone in a microphone's place, for a check before a call.
    pub(crate) fn test_tone() -> Result<Self, MediaFailure> {
        let made = TestTone::new().and_then(|tone| {
            Ok(Self {
                track: tone.track()?,
                gain: None,
                _tone: Some(tone),
            })
        });
        made.map_err(|error| {
            log::warn!("no test tone: {error}");
            MediaFailure::Other
        })
    }

    /// The track that is sent.
    pub(crate) fn track(&self) -> &MediaStreamTrack {
        self.gain.as_ref().map_or(&self.track, Gain::track)
    }

    /// The track of the device.
    pub(crate) fn source(&self) -> &MediaStreamTrack {
        &self.track
    }

    /// Sends it louder or softer, in percent. False where it has to be opened anew for that.
    pub(crate) fn set_volume(&self, percent: u8) -> bool {
        match &self.gain {
            Some(gain) => gain.set(percent),
            None => return percent == UNCHANGED,
        }
        true
    }

    async fn request(audio: &JsValue, volume: u8) -> Result<Self, Error> {
        let constraints = MediaStreamConstraints::new();
        constraints.set_audio(audio);
        let promise = devices()?
            .get_user_media_with_constraints(&constraints)
            .map_err(browser("getUserMedia"))?;
        let stream: MediaStream = JsFuture::from(promise)
            .await
            .map_err(browser("getUserMedia"))?
            .unchecked_into();
        let track = stream.get_audio_tracks().get(0);
        if track.is_undefined() {
            return Err(Error::Missing("audio track"));
        }
        // In Firefox it comes from another window of ours, whose `MediaStreamTrack` is another class.
        let track = track.unchecked_into();
        let mut microphone = Self {
            track,
            gain: None,
            _tone: None,
        };
        if volume != UNCHANGED {
            microphone.gain = Gain::new(&microphone.track, volume)
                .map_err(|error| log::warn!("the loudness cannot be changed: {error}"))
                .ok();
        }
        Ok(microphone)
    }
}

impl Drop for Microphone {
    fn drop(&mut self) {
        // In Firefox the window that it came from may be gone, and the track with it.
        drop(self.track.unchecked_ref::<MayBeGone>().stop());
    }
}

#[wasm_bindgen]
extern "C" {
    type MayBeGone;
    #[wasm_bindgen(catch, method)]
    fn stop(this: &MayBeGone) -> Result<(), JsValue>;
}

/// What a person can do about it: allow, plug in, or nothing.
fn failure_of(error: &Error) -> MediaFailure {
    let Error::Browser { name, .. } = error else {
        return MediaFailure::Other;
    };
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => MediaFailure::MicrophoneDenied,
        // NotReadable and Abort: it is there, but the system or another program keeps it.
        "NotFoundError" | "OverconstrainedError" | "NotReadableError" | "AbortError" => {
            MediaFailure::MicrophoneMissing
        }
        _ => MediaFailure::Other,
    }
}

/// Tells the softphone the state of the permission, now and at each change.
pub(crate) fn watch(inbox: Inbox) {
    spawn_local(async move {
        let (sender, mut changes) = mpsc::unbounded::<()>();
        let notify = move || {
            let sender = sender.clone();
            move |_: &web_sys::Event| {
                // The receiver lives as long as the listeners.
                let _ = sender.unbounded_send(());
            }
        };
        let permission = permission().await;
        if let Err(error) = &permission {
            log::debug!("the permission cannot be watched: {error}");
        }
        let permission = permission.ok();
        let devices = devices().ok();
        let _listeners = (
            permission
                .as_ref()
                .map(|status| EventListener::new(status, "change", notify())),
            devices
                .as_ref()
                .map(|devices| EventListener::new(devices, "devicechange", notify())),
        );
        loop {
            let has_device = match &devices {
                Some(devices) => has_microphone(devices).await.unwrap_or(true),
                None => false,
            };
            let state = state_of(permission.as_ref().map(PermissionStatus::state), has_device);
            inbox.phone(Input::Microphone(state));
            if changes.next().await.is_none() {
                return;
            }
        }
    });
}

/// The state that a person is shown. Whether there is a device is known for sure only once the
/// permission is granted.
fn state_of(permission: Option<PermissionState>, has_device: bool) -> MicrophoneState {
    match permission {
        Some(PermissionState::Denied) => MicrophoneState::Denied,
        Some(PermissionState::Granted) if has_device => MicrophoneState::Granted,
        Some(PermissionState::Granted) => MicrophoneState::Missing,
        _ => MicrophoneState::Unknown,
    }
}

async fn has_microphone(devices: &MediaDevices) -> Result<bool, Error> {
    let promise = devices
        .enumerate_devices()
        .map_err(browser("enumerateDevices"))?;
    let found: Array = JsFuture::from(promise)
        .await
        .map_err(browser("enumerateDevices"))?
        .unchecked_into();
    Ok(found.iter().any(|device| {
        device.unchecked_into::<MediaDeviceInfo>().kind() == MediaDeviceKind::Audioinput
    }))
}

async fn permission() -> Result<PermissionStatus, Error> {
    let permissions = navigator()?.permissions().map_err(browser("permissions"))?;
    let descriptor = Object::new();
    // Setting a field of our own fresh object cannot fail.
    let _ = Reflect::set(&descriptor, &"name".into(), &"microphone".into());
    let promise = permissions
        .query(&descriptor)
        .map_err(browser("permissions.query"))?;
    JsFuture::from(promise)
        .await
        .map(JsCast::unchecked_into)
        .map_err(browser("permissions.query"))
}

fn devices() -> Result<MediaDevices, Error> {
    navigator()?
        .media_devices()
        .map_err(browser("mediaDevices"))
}

fn navigator() -> Result<web_sys::Navigator, Error> {
    web_sys::window()
        .map(|window| window.navigator())
        .ok_or(Error::Missing("navigator"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(name: &str) -> MediaFailure {
        failure_of(&Error::Browser {
            what: "getUserMedia",
            name: name.into(),
        })
    }

    #[test]
    fn a_refusal_by_person_or_policy_is_told_from_a_missing_device() {
        assert_eq!(failure("NotAllowedError"), MediaFailure::MicrophoneDenied);
        assert_eq!(failure("SecurityError"), MediaFailure::MicrophoneDenied);
        assert_eq!(failure("NotFoundError"), MediaFailure::MicrophoneMissing);
        assert_eq!(failure("NotReadableError"), MediaFailure::MicrophoneMissing);
        assert_eq!(failure("TypeError"), MediaFailure::Other);
        assert_eq!(
            failure_of(&Error::Missing("navigator")),
            MediaFailure::Other
        );
    }

    #[test]
    fn a_granted_permission_without_a_device_is_a_missing_microphone() {
        assert_eq!(
            state_of(Some(PermissionState::Granted), true),
            MicrophoneState::Granted
        );
        assert_eq!(
            state_of(Some(PermissionState::Granted), false),
            MicrophoneState::Missing
        );
    }

    #[test]
    fn before_the_person_was_asked_nothing_is_known_even_of_devices() {
        assert_eq!(
            state_of(Some(PermissionState::Prompt), false),
            MicrophoneState::Unknown
        );
        assert_eq!(state_of(None, true), MicrophoneState::Unknown);
        assert_eq!(
            state_of(Some(PermissionState::Denied), false),
            MicrophoneState::Denied
        );
    }
}
