//! Settings in `storage.local`, the gate and the notifications' memory in `storage.session`.

use std::cell::Cell;

use alo_protocol::{PagePolicy, PageSettings, Refusal, StoredSettings};
use js_sys::{Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

use super::chrome::{Area, from_js, keys, to_js};
use crate::settings::Settings;

thread_local! {
    /// How often the policy was asked for: of two answers the later question's counts.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// What is stored about pages, under what an administrator has decided.
async fn stored() -> StoredSettings {
    let keys = to_js(&StoredSettings::keys().collect::<Vec<_>>());
    let found = Area::Local.get(&keys).await;
    let found = found.ok().and_then(from_js);
    found.unwrap_or_else(StoredSettings::lost)
}

/// Asks what the administrator has decided and keeps it where all look, see [`StoredSettings::POLICY`]. The storage
/// tells of it if it is something else than before.
pub(super) async fn take_up_policy() {
    let question = ASKED.get().wrapping_add(1);
    ASKED.set(question);
    // Firefox rejects where nobody administers anything.
    let found = Area::Managed.get(&JsValue::NULL).await;
    let found = found.unwrap_or_else(|_| Object::new().into());
    let policy: PagePolicy = from_js(found.clone()).unwrap_or_default();
    let known = stored().await;
    if *known.policy() == policy || question != ASKED.get() {
        return;
    }
    if !policy.unreadable.is_empty() {
        log::warn!(
            "the administrator's policy: cannot read {:?}",
            policy.unreadable
        );
    }
    let items = Object::new();
    // Setting a field of our own fresh object cannot fail.
    let _ = Reflect::set(&items, &StoredSettings::POLICY.into(), &found);
    if let Err(error) = Area::Local.set(&items).await {
        log::warn!("local storage refused the administrator's policy: {error:?}");
    }
}

/// How pages are treated, as it is in use.
pub(super) async fn page_settings() -> PageSettings {
    stored().await.in_use()
}

/// The settings of one site, by its host name.
pub(super) async fn settings(site: &str) -> Settings {
    let stored = stored().await;
    Settings {
        one_click_is_set: stored.policy().site(site).one_click.is_some(),
        ..Settings::of(&stored.in_use(), site)
    }
}

/// Nothing was ever chosen about pages.
pub(super) async fn has_no_settings() -> bool {
    let found = Area::Local.get(&to_js(&PageSettings::KEYS)).await;
    found.is_ok_and(|found| keys(&found).is_empty())
}

/// Changes the settings; the storage tells everybody who listens.
pub(super) async fn change_settings(change: impl FnOnce(&mut PageSettings)) -> Option<Refusal> {
    let mut stored = stored().await;
    let Ok(keys) = stored.change(change) else {
        return Some(Refusal::SettingsUnreadable);
    };
    let all = to_js(stored.own());
    let changed = Object::new();
    for key in keys {
        let key = JsValue::from_str(key);
        // Reading and setting fields of our own plain objects cannot fail.
        let _ = Reflect::get(&all, &key).and_then(|value| Reflect::set(&changed, &key, &value));
    }
    match Area::Local.set(&changed).await {
        Ok(_) => None,
        Err(error) => {
            log::warn!("local storage refused the settings: {error:?}");
            Some(Refusal::StorageFailed)
        }
    }
}

/// Keeps whether the provider hides numbers, see [`StoredSettings::PROVIDER_HIDES`]; false where that
/// failed.
pub(super) async fn provider_hides(hides: bool) -> bool {
    let items = Object::new();
    // Setting a field of our own fresh object cannot fail.
    let _ = Reflect::set(
        &items,
        &StoredSettings::PROVIDER_HIDES.into(),
        &hides.into(),
    );
    let kept = Area::Local.set(&items).await;
    if let Err(error) = &kept {
        log::warn!("local storage refused whether numbers are hidden: {error:?}");
    }
    kept.is_ok()
}

/// A value of the session, or its default.
pub(super) async fn load<T: Default + DeserializeOwned>(key: &str) -> T {
    let found = Area::Session.get(&JsValue::from_str(key)).await.ok();
    found
        .and_then(|items| Reflect::get(&items, &key.into()).ok())
        .and_then(from_js)
        .unwrap_or_default()
}

/// Keeps a value for the session.
pub(super) async fn save(key: &str, value: &impl Serialize) {
    let items = Object::new();
    // Setting a field of our own fresh object cannot fail.
    let _ = Reflect::set(&items, &key.into(), &to_js(value));
    if let Err(error) = Area::Session.set(&items).await {
        log::warn!("session storage refused {key}: {error:?}");
    }
}

/// Keeps content scripts out of our storage; Firefox has no such switch and keeps nothing secret
/// there.
pub(super) async fn close_to_content_scripts() {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Level {
        access_level: &'static str,
    }
    let level = to_js(&Level {
        access_level: "TRUSTED_CONTEXTS",
    });
    for area in [Area::Local, Area::Session] {
        if area.set_access_level(&level).await.is_err() {
            log::debug!("no setAccessLevel here");
        }
    }
}
