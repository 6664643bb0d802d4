//! The microphone on the options page: the one place where the browser can ask for it, and a level
//! meter that proves it works. The track is stopped when the test is, or with the page.

use sycamore::prelude::*;

use crate::microphone_access::Access;

/// Handles to the microphone step.
#[derive(Clone, Copy)]
pub(crate) struct Microphone {
    /// See [`Access`].
    pub(crate) access: Signal<Access>,
    /// The meter runs.
    pub(crate) listening: Signal<bool>,
    /// Loudness, 0 … 1.
    pub(crate) level: Signal<f32>,
    /// Name of the device that is heard.
    pub(crate) device: Signal<String>,
    #[cfg(target_arch = "wasm32")]
    running: Signal<Option<wasm::Listening>>,
    #[cfg(target_arch = "wasm32")]
    on_granted: Signal<std::rc::Rc<dyn Fn(bool)>>,
}

impl Microphone {
    /// `told` hears of each change of the permission.
    #[cfg_attr(not(target_arch = "wasm32"), expect(unused_variables))]
    pub(crate) fn new(told: impl Fn(bool) + 'static) -> Self {
        Self {
            access: create_signal(Access::Unasked),
            listening: create_signal(false),
            level: create_signal(0.0),
            device: create_signal(String::new()),
            #[cfg(target_arch = "wasm32")]
            running: create_signal(None),
            #[cfg(target_arch = "wasm32")]
            on_granted: create_signal(std::rc::Rc::new(told)),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Microphone {
    pub(crate) fn watch(self) {}

    pub(crate) fn listen(self) {
        self.access.set(Access::Asking);
    }

    pub(crate) fn stop(self) {
        self.listening.set(false);
    }
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use gloo_events::EventListener;
    use gloo_timers::callback::Interval;
    use js_sys::Reflect;
    use sycamore::prelude::*;
    use sycamore::web::window;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{
        AudioContext, DomException, MediaStream, MediaStreamConstraints, MediaStreamTrack,
        PermissionState, PermissionStatus,
    };

    use super::Microphone;
    use crate::chrome;
    use crate::level;
    use crate::microphone_access::Access;

    const METER_PERIOD_MS: u32 = 50;
    const METER_SAMPLES: u32 = 2_048;

    /// An open microphone; everything ends when it is dropped.
    pub(super) struct Listening {
        stream: MediaStream,
        context: AudioContext,
        _meter: Interval,
        _ended: Option<EventListener>,
    }

    impl Drop for Listening {
        fn drop(&mut self) {
            for track in self.stream.get_tracks() {
                track.unchecked_into::<MediaStreamTrack>().stop();
            }
            // Closing ends on its own; nothing waits for it.
            let _ = self.context.close();
        }
    }

    impl Microphone {
        /// Follows the permission from now on, wherever it is changed.
        pub(crate) fn watch(self) {
            let slot = create_signal(None::<EventListener>);
            spawn_local(async move {
                let Some(status) = permission().await else {
                    return;
                };
                self.permission_is(status.state(), false);
                let changed = status.clone();
                slot.set(Some(EventListener::new(&status, "change", move |_| {
                    self.permission_is(changed.state(), true);
                })));
            });
        }

        /// Opens the microphone, which makes the browser ask, and starts the meter.
        pub(crate) fn listen(self) {
            self.access.set(Access::Asking);
            spawn_local(async move {
                match open().await {
                    Ok(stream) => self.heard(stream),
                    Err(error) => {
                        let access = why(&error).await;
                        self.access.set(access);
                        if access == Access::Denied {
                            self.tell(false);
                        }
                    }
                }
            });
        }

        /// Ends the test.
        pub(crate) fn stop(self) {
            self.running.set(None);
            self.listening.set(false);
            self.level.set(0.0);
        }

        fn heard(self, stream: MediaStream) {
            self.access.set(Access::Granted);
            self.tell(true);
            let track: Option<MediaStreamTrack> = stream.get_audio_tracks().get(0).dyn_into().ok();
            self.device.set(
                track
                    .as_ref()
                    .map(MediaStreamTrack::label)
                    .unwrap_or_default(),
            );
            let ended = track.map(|track| {
                EventListener::once(&track, "ended", move |_| {
                    self.stop();
                    self.access.set(Access::Missing);
                })
            });
            match self.meter(&stream) {
                Ok((context, meter)) => {
                    let running = Listening {
                        stream,
                        context,
                        _meter: meter,
                        _ended: ended,
                    };
                    self.running.set(Some(running));
                    self.listening.set(true);
                }
                Err(_) => {
                    for track in stream.get_tracks() {
                        track.unchecked_into::<MediaStreamTrack>().stop();
                    }
                    self.access.set(Access::InUse);
                }
            }
        }

        fn meter(self, stream: &MediaStream) -> Result<(AudioContext, Interval), JsValue> {
            let context = AudioContext::new()?;
            let analyser = context.create_analyser()?;
            analyser.set_fft_size(METER_SAMPLES);
            context
                .create_media_stream_source(stream)?
                .connect_with_audio_node(&analyser)?;
            let mut samples = vec![0.0; METER_SAMPLES as usize];
            let meter = Interval::new(METER_PERIOD_MS, move || {
                analyser.get_float_time_domain_data(&mut samples);
                let shown = self.level.get_untracked();
                self.level.set(level::smooth(shown, level::bar(&samples)));
            });
            Ok((context, meter))
        }

        fn permission_is(self, state: PermissionState, changed: bool) {
            match state {
                PermissionState::Granted => self.access.set(Access::Granted),
                PermissionState::Denied => {
                    self.stop();
                    self.access.set(Access::Denied);
                }
                _ => {}
            }
            if changed {
                self.tell(state == PermissionState::Granted);
            }
        }

        fn tell(self, granted: bool) {
            let told = self.on_granted.get_clone_untracked();
            told(granted);
        }
    }

    async fn why(error: &JsValue) -> Access {
        let name = error
            .dyn_ref::<DomException>()
            .map(DomException::name)
            .unwrap_or_default();
        let state = permission().await.map(|status| status.state());
        Access::of_error(&name, state == Some(PermissionState::Prompt))
    }

    async fn open() -> Result<MediaStream, JsValue> {
        let wish = MediaStreamConstraints::new();
        wish.set_audio(&JsValue::TRUE);
        let opening = window()
            .navigator()
            .media_devices()?
            .get_user_media_with_constraints(&wish)?;
        JsFuture::from(opening).await?.dyn_into()
    }

    /// None where the browser does not tell this permission.
    async fn permission() -> Option<PermissionStatus> {
        let navigator = window().navigator();
        // Old Firefox has no such name and throws.
        Reflect::get(&navigator, &"permissions".into())
            .ok()
            .filter(JsValue::is_object)?;
        let query = navigator
            .permissions()
            .ok()?
            .query(chrome::object("name", "microphone").unchecked_ref())
            .ok()?;
        JsFuture::from(query).await.ok()?.dyn_into().ok()
    }
}
