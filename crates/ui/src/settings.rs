//! Settings of the pages that numbers are found on ([`StoredSettings`] in `chrome.storage.local`). The
//! worker reads the same keys and tells pages of a change.

use alo_numbers::{Country, Mask};
use alo_protocol::{PagePolicy, PageSettings, Refusal, StoredSettings};
use sycamore::prelude::*;

/// Countries whose national numbers are recognised, ISO 3166-1 alpha-2; the first is the default.
pub(crate) const COUNTRIES: [&str; 12] = [
    "VN", "AU", "CA", "CN", "DE", "FR", "GB", "JP", "KR", "SG", "TH", "US",
];

/// Handles to the settings on screen.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    /// What is stored, as far as this view knows.
    stored: Signal<StoredSettings>,
    /// The storage has answered.
    pub(crate) loaded: Signal<bool>,
    /// The agent says that the provider hides numbers from whoever is signed in.
    pub(crate) provider_hides: Signal<bool>,
    /// Why the last change was not stored.
    pub(crate) refused: Signal<Option<Refusal>>,
}

impl Settings {
    /// The defaults, until [`Self::load`] has read what is stored.
    pub(crate) fn new() -> Self {
        Self {
            stored: create_signal(StoredSettings::default()),
            loaded: create_signal(false),
            provider_hides: create_signal(false),
            refused: create_signal(None),
        }
    }

    /// A part of the settings that tells its users only when it changed.
    pub(crate) fn select<T: PartialEq + 'static>(
        self,
        mut part: impl FnMut(&PageSettings) -> T + 'static,
    ) -> ReadSignal<T> {
        create_selector(move || self.stored.with(|stored| part(stored.settings())))
    }

    /// Which digits of numbers are hidden; for the making of a view.
    pub(crate) fn mask(self) -> ReadSignal<Option<Mask>> {
        create_selector(move || {
            let hides = self.provider_hides.get();
            self.stored.with(|stored| mask_of(stored, hides))
        })
    }

    /// The same at this moment.
    pub(crate) fn mask_now(self) -> Option<Mask> {
        let hides = self.provider_hides.get_untracked();
        self.stored.with_untracked(|stored| mask_of(stored, hides))
    }

    /// Whose national numbers are meant where nothing else says it; Viet Nam where the country is not one we know.
    pub(crate) fn home(self) -> ReadSignal<Country> {
        self.select(home_of)
    }

    /// The same at this moment.
    pub(crate) fn home_now(self) -> Country {
        self.stored
            .with_untracked(|stored| home_of(stored.settings()))
    }

    /// Words with their numbers as they are shown.
    pub(crate) fn shown(self, words: &str) -> String {
        self.mask_now()
            .map_or_else(|| words.to_owned(), |mask| mask.in_words(words))
    }

    /// What the person chose, also where an administrator has decided otherwise.
    pub(crate) fn select_own<T: PartialEq + 'static>(
        self,
        mut part: impl FnMut(&PageSettings) -> T + 'static,
    ) -> ReadSignal<T> {
        create_selector(move || self.stored.with(|stored| part(stored.own())))
    }

    /// Whether an administrator has decided something.
    pub(crate) fn is_set(
        self,
        mut part: impl FnMut(&PagePolicy) -> bool + 'static,
    ) -> ReadSignal<bool> {
        create_selector(move || self.stored.with(|stored| part(stored.policy())))
    }

    /// Whether something that is stored cannot be read.
    pub(crate) fn is_unreadable(self) -> ReadSignal<bool> {
        create_selector(move || self.stored.with(|stored| !stored.unreadable().is_empty()))
    }
}

/// As [`Settings::home`], of settings at hand.
pub(crate) fn home_of(settings: &PageSettings) -> Country {
    Country::parse(&settings.country).unwrap_or(Country::VN)
}

fn mask_of(stored: &StoredSettings, provider_hides: bool) -> Option<Mask> {
    let mut settings = stored.in_use();
    if provider_hides {
        settings.hide_numbers();
    }
    settings.mask.as_ref().and_then(Mask::of)
}

#[cfg(not(target_arch = "wasm32"))]
impl Settings {
    pub(crate) fn change(self, change: impl FnOnce(&mut PageSettings) + 'static) {
        self.stored.update(|stored| {
            self.refused.set(
                stored
                    .change(change)
                    .err()
                    .map(|_| Refusal::SettingsUnreadable),
            );
        });
    }

    pub(crate) fn start_over(self) {
        self.stored.set(StoredSettings::default());
    }

    /// Draws what a storage holds.
    pub(crate) fn draw(self, stored: StoredSettings) {
        self.stored.set(stored);
        self.loaded.set(true);
    }
}

#[cfg(target_arch = "wasm32")]
impl Settings {
    /// Reads what is stored, now and whenever somebody has changed it.
    pub(crate) fn load(self) {
        let load = move || {
            wasm_bindgen_futures::spawn_local(async move {
                let found = area::read().await;
                if self.stored.with_untracked(|stored| *stored != found) {
                    self.stored.set(found);
                }
                if !self.loaded.get_untracked() {
                    self.loaded.set(true);
                }
            });
        };
        load();
        let listener =
            crate::chrome::Listener::new(crate::chrome::storage_changes(), move |_| load());
        on_cleanup(move || drop(listener));
    }

    /// Shows a change at once and stores it on top of what is stored by then: another view, or the
    /// worker, may have written meanwhile.
    pub(crate) fn change(self, change: impl Fn(&mut PageSettings) + 'static) {
        let mut shown = self.stored.get_clone_untracked();
        if shown.change(&change).is_ok() {
            self.stored.set(shown);
        }
        wasm_bindgen_futures::spawn_local(async move {
            let mut newest = area::read().await;
            let refused = match newest.change(&change) {
                Err(_) => Some(Refusal::SettingsUnreadable),
                Ok(keys) if area::write(newest.own(), &keys).await => None,
                Ok(_) => {
                    newest = area::read().await;
                    Some(Refusal::StorageFailed)
                }
            };
            self.refused.set(refused);
            self.stored.set(newest);
        });
    }

    /// Forgets what cannot be read, and only that.
    pub(crate) fn start_over(self) {
        wasm_bindgen_futures::spawn_local(async move {
            let forgotten = area::remove(area::read().await.unreadable()).await;
            self.refused
                .set((!forgotten).then_some(Refusal::StorageFailed));
            self.stored.set(area::read().await);
        });
    }
}

/// The storage area.
#[cfg(target_arch = "wasm32")]
mod area {
    use alo_protocol::{PageSettings, StoredSettings};
    use js_sys::{Array, Object, Promise, Reflect};
    use serde::Serialize;
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::JsFuture;

    use crate::chrome;

    pub(super) async fn read() -> StoredSettings {
        let keys = StoredSettings::keys().map(JsValue::from_str).collect();
        let found = done(chrome::local_get(&keys)).await;
        found
            .and_then(|found| serde_wasm_bindgen::from_value(found).ok())
            .unwrap_or_else(StoredSettings::lost)
    }

    pub(super) async fn write(settings: &PageSettings, keys: &[&str]) -> bool {
        // Plain objects: a storage area keeps no `Map`.
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        let Ok(all) = settings.serialize(&plain) else {
            return false;
        };
        let changed = Object::new();
        for key in names(keys) {
            // Reading and setting fields of our own plain objects cannot fail.
            let _ = Reflect::get(&all, &key).and_then(|value| Reflect::set(&changed, &key, &value));
        }
        done(chrome::local_set(&changed)).await.is_some()
    }

    pub(super) async fn remove(keys: &[&str]) -> bool {
        done(chrome::local_remove(&names(keys))).await.is_some()
    }

    fn names(keys: &[&str]) -> Array {
        keys.iter().map(|key| JsValue::from_str(key)).collect()
    }

    async fn done(promise: Result<Promise, JsValue>) -> Option<JsValue> {
        JsFuture::from(promise.ok()?).await.ok()
    }
}
