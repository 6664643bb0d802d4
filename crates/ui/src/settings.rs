//! Settings of the pages that numbers are found on: `chrome.storage.local`, keys `detection` and
//! `country`. The worker reads the same keys.

use sycamore::prelude::*;

/// Countries whose national numbers are recognised, ISO 3166-1 alpha-2; the first is the default.
pub(crate) const COUNTRIES: [&str; 12] = [
    "VN", "AU", "CA", "CN", "DE", "FR", "GB", "JP", "KR", "SG", "TH", "US",
];

/// Handles to the settings on screen.
#[derive(Clone, Copy)]
pub(crate) struct PageSettings {
    /// Numbers on pages are found and painted.
    pub(crate) detection: Signal<bool>,
    /// Country of numbers written without a country code.
    pub(crate) country: Signal<String>,
    /// The last change could not be stored.
    pub(crate) failed: Signal<bool>,
}

impl PageSettings {
    /// The defaults, until [`Self::load`] has read what is stored.
    pub(crate) fn new() -> Self {
        Self {
            detection: create_signal(true),
            country: create_signal(COUNTRIES.first().copied().unwrap_or_default().to_owned()),
            failed: create_signal(false),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl PageSettings {
    pub(crate) fn load(self) {}

    pub(crate) fn store_detection(self, _on: bool) {}

    pub(crate) fn store_country(self, _code: &str) {}
}

#[cfg(target_arch = "wasm32")]
impl PageSettings {
    /// Reads what is stored. What is not of the right kind is left at its default.
    pub(crate) fn load(self) {
        wasm_bindgen_futures::spawn_local(async move {
            let keys = js_sys::Array::of2(&"detection".into(), &"country".into());
            let Ok(promise) = crate::chrome::local_get(&keys) else {
                return;
            };
            let Ok(stored) = wasm_bindgen_futures::JsFuture::from(promise).await else {
                return;
            };
            let read = |key: &str| js_sys::Reflect::get(&stored, &key.into()).ok();
            if let Some(on) = read("detection").and_then(|value| value.as_bool()) {
                self.detection.set(on);
            }
            if let Some(code) = read("country").and_then(|value| value.as_string())
                && COUNTRIES.contains(&code.as_str())
            {
                self.country.set(code);
            }
        });
    }

    /// Stores and shows it.
    pub(crate) fn store_detection(self, on: bool) {
        self.detection.set(on);
        self.store("detection", on.into());
    }

    /// Stores and shows it; an unknown code is dropped.
    pub(crate) fn store_country(self, code: &str) {
        if COUNTRIES.contains(&code) {
            self.country.set(code.to_owned());
            self.store("country", code.into());
        }
    }

    fn store(self, key: &'static str, value: wasm_bindgen::JsValue) {
        wasm_bindgen_futures::spawn_local(async move {
            let items = js_sys::Object::new();
            let stored = match js_sys::Reflect::set(&items, &key.into(), &value)
                .and_then(|_| crate::chrome::local_set(&items))
            {
                Ok(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
                Err(_) => false,
            };
            self.failed.set(!stored);
        });
    }
}
