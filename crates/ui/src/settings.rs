//! Settings of the pages that numbers are found on ([`PageSettings`] in `chrome.storage.local`). The
//! worker reads the same keys and tells pages of a change.

use alo_protocol::PageSettings;
use sycamore::prelude::*;

/// Countries whose national numbers are recognised, ISO 3166-1 alpha-2; the first is the default.
pub(crate) const COUNTRIES: [&str; 12] = [
    "VN", "AU", "CA", "CN", "DE", "FR", "GB", "JP", "KR", "SG", "TH", "US",
];

/// Handles to the settings on screen.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    /// What is stored, as far as this view knows.
    pub(crate) stored: Signal<PageSettings>,
    /// The last change could not be stored.
    pub(crate) failed: Signal<bool>,
}

impl Settings {
    /// The defaults, until [`Self::load`] has read what is stored.
    pub(crate) fn new() -> Self {
        Self {
            stored: create_signal(PageSettings::default()),
            failed: create_signal(false),
        }
    }

    /// A part of the settings that tells its users only when it changed.
    pub(crate) fn select<T: PartialEq + 'static>(
        self,
        mut part: impl FnMut(&PageSettings) -> T + 'static,
    ) -> ReadSignal<T> {
        create_selector(move || self.stored.with(|stored| part(stored)))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Settings {
    pub(crate) fn load(self) {}

    pub(crate) fn change(self, change: impl FnOnce(&mut PageSettings) + 'static) {
        self.stored.update(change);
    }
}

#[cfg(target_arch = "wasm32")]
impl Settings {
    /// Reads what is stored. Where that is not readable, the defaults stay.
    pub(crate) fn load(self) {
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(settings) = read().await {
                self.stored.set(settings);
            }
        });
    }

    /// Shows a change at once and stores it on top of what is stored by then: another view, or the
    /// worker, may have written meanwhile.
    pub(crate) fn change(self, change: impl Fn(&mut PageSettings) + 'static) {
        self.stored.update(&change);
        wasm_bindgen_futures::spawn_local(async move {
            let mut newest = read().await.unwrap_or_default();
            change(&mut newest);
            self.failed.set(!write(&newest).await);
            self.stored.set(newest);
        });
    }
}

#[cfg(target_arch = "wasm32")]
async fn read() -> Option<PageSettings> {
    let keys = PageSettings::KEYS
        .iter()
        .map(|key| wasm_bindgen::JsValue::from_str(key))
        .collect();
    let promise = crate::chrome::local_get(&keys).ok()?;
    let stored = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?;
    serde_wasm_bindgen::from_value(stored).ok()
}

#[cfg(target_arch = "wasm32")]
async fn write(settings: &PageSettings) -> bool {
    use serde::Serialize;

    // Plain objects: a storage area keeps no `Map`.
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    let Ok(items) = settings.serialize(&plain) else {
        return false;
    };
    match crate::chrome::local_set(&items) {
        Ok(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}
