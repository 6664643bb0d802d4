//! Which microphones and loudspeakers there are, for the options page; it follows what is plugged in
//! and out. Names are known only once the microphone is allowed.

use sycamore::prelude::*;

/// One device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Device {
    /// `deviceId`.
    pub(crate) id: String,
    /// As the system calls it.
    pub(crate) label: String,
}

/// Handles to the lists.
#[derive(Clone, Copy)]
pub(crate) struct Devices {
    /// Microphones.
    pub(crate) inputs: Signal<Vec<Device>>,
    /// Loudspeakers and headsets.
    pub(crate) outputs: Signal<Vec<Device>>,
}

impl Devices {
    /// None known yet.
    pub(crate) fn new() -> Self {
        Self {
            inputs: create_signal(Vec::new()),
            outputs: create_signal(Vec::new()),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Devices {
    pub(crate) fn watch(self) {}

    pub(crate) fn read(self) {}
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use gloo_events::EventListener;
    use js_sys::Array;
    use sycamore::prelude::*;
    use sycamore::web::window;
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{MediaDeviceInfo, MediaDeviceKind};

    use super::{Device, Devices};

    impl Devices {
        /// Reads them now and whenever they change, for as long as the page lives.
        pub(crate) fn watch(self) {
            self.read();
            let listener = create_signal(None::<EventListener>);
            if let Ok(devices) = window().navigator().media_devices() {
                listener.set(Some(EventListener::new(
                    &devices,
                    "devicechange",
                    move |_| self.read(),
                )));
            }
        }

        /// Reads them now.
        pub(crate) fn read(self) {
            spawn_local(async move {
                let Ok(devices) = window().navigator().media_devices() else {
                    return;
                };
                let Ok(promise) = devices.enumerate_devices() else {
                    return;
                };
                let Ok(found) = JsFuture::from(promise).await else {
                    return;
                };
                let found: Vec<MediaDeviceInfo> = Array::from(&found)
                    .iter()
                    .map(JsCast::unchecked_into)
                    .collect();
                let of = |kind: MediaDeviceKind| -> Vec<Device> {
                    found
                        .iter()
                        .filter(|device| device.kind() == kind)
                        .map(|device| Device {
                            id: device.device_id(),
                            label: device.label(),
                        })
                        // "default" and "communications" are the system's choice, which we offer
                        // ourselves; without the permission there are no ids at all.
                        .filter(|device| {
                            !matches!(device.id.as_str(), "" | "default" | "communications")
                        })
                        .collect()
                };
                self.inputs.set(of(MediaDeviceKind::Audioinput));
                self.outputs.set(of(MediaDeviceKind::Audiooutput));
            });
        }
    }
}
