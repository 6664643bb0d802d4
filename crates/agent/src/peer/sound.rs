//! What one connection sends: the microphone, what it is mixed into, and who listens to it.

use std::rc::Rc;

use alo_softphone::{MediaDirection, MediaEvent, MediaFailure};
use wasm_bindgen_futures::JsFuture;

use super::{Call, other};
use crate::ear::Ear;
use crate::error::browser;
use crate::microphone::Microphone;
use crate::voice::Voice;

impl Call {
    /// Opens the microphone for an offer that has left.
    pub(super) async fn follow_with_microphone(self: Rc<Self>) {
        let attached = match self.open_microphone().await {
            Ok(_) if self.is_over.get() => return,
            Ok(microphone) => self.attach(microphone).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = attached
            && !self.is_over.get()
        {
            self.tell(MediaEvent::MicrophoneFailed(failure));
        }
    }

    pub(super) async fn change_microphone(self: Rc<Self>) {
        let microphone = match self.open_microphone().await {
            Ok(microphone) if !self.is_over.get() => microphone,
            // The old one stays: if it is dead, that is said a few seconds later.
            _ => return,
        };
        // A failure has been logged; the next choice may work.
        let _ = self.attach(microphone).await;
    }

    /// Lets `microphone` be heard at the far end.
    pub(super) async fn attach(&self, microphone: Microphone) -> Result<(), MediaFailure> {
        let before = self.microphone.replace(Some(microphone));
        self.update_track();
        self.listen_for_voice();
        let sent = self.send_sound().await;
        drop(before);
        sent
    }

    /// Sends the microphone, or what it is mixed into.
    pub(super) async fn send_sound(&self) -> Result<(), MediaFailure> {
        let replaced = {
            let microphone = self.microphone.borrow();
            let Some(microphone) = &*microphone else {
                // It is sent when it has been opened.
                return Ok(());
            };
            let mixed = match &*self.bridge.borrow() {
                Some(bridge) => {
                    bridge.speak_into(microphone.track()).map_err(other)?;
                    bridge.track()
                }
                None => None,
            };
            let transceiver = self.audio_section().map_err(other)?;
            let track = mixed.as_ref().unwrap_or_else(|| microphone.track());
            transceiver.sender().replace_track(Some(track))
        };
        JsFuture::from(replaced)
            .await
            .map(|_| ())
            .map_err(|error| other(browser("replaceTrack")(error)))
    }

    /// Who is on hold does not hear us: `sendonly` is for music on hold, not for our voice.
    pub(super) fn update_track(&self) {
        if let Some(microphone) = &*self.microphone.borrow() {
            let held = self.direction.get() != MediaDirection::SendRecv;
            microphone.track().set_enabled(!self.muted.get() && !held);
        }
    }

    /// Listens to the microphone while it is muted, and only then.
    pub(super) fn listen_for_voice(&self) {
        let voice = match &*self.microphone.borrow() {
            Some(microphone) if self.muted.get() => Voice::listen(microphone.source())
                .map_err(|error| log::debug!("nobody listens while muted: {error}"))
                .ok(),
            _ => None,
        };
        self.voice.replace(voice);
    }

    pub(super) async fn open_microphone(&self) -> Result<Microphone, MediaFailure> {
        if self.sends_tone {
            Microphone::test_tone()
        } else {
            Microphone::open(&self.devices).await
        }
    }

    /// Listens whether the tone that is sent comes back.
    pub(super) fn listen_for_tone(&self) {
        if self.sends_tone {
            let ear = Ear::at(self.audio.stream());
            let ear = ear.map_err(|error| log::warn!("the echo cannot be heard: {error}"));
            self.ear.replace(ear.ok());
        }
    }
}
