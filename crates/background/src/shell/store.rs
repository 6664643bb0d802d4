//! Settings in `storage.local`, the gate and the notifications' memory in `storage.session`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use alo_protocol::{PagePolicy, PageSettings, Refusal, StoredSettings};
use futures::lock::Mutex;
use js_sys::{Date, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

use super::chrome::{Area, from_js, keys, to_js};
use crate::settings::Settings;

/// An answer that nothing is decided any more, of which the browser has not told by itself, counts when it is given
/// still so much later: others have met browsers that say so while they start (w3c/webextensions#547).
const SURE_MS: f64 = 180_000.0;
/// Since when that is said, Unix ms, in the session's storage.
const NOTHING_SINCE: &str = "nothingDecidedSince";

thread_local! {
    /// As it was last told in this worker's life; before that, as the storage has it.
    static POLICY: RefCell<Option<PagePolicy>> = const { RefCell::new(None) };
    /// How often the policy was asked for: of two answers the later question's counts.
    static ASKED: Cell<u32> = const { Cell::new(0) };
    /// Who changes the settings.
    static CHANGES: Rc<Mutex<()>> = Rc::default();
}

/// What is stored about pages, under what an administrator has decided.
async fn stored() -> StoredSettings {
    if let Some(policy) = POLICY.with_borrow(Clone::clone) {
        let own: Vec<_> = StoredSettings::keys()
            .filter(|key| *key != StoredSettings::POLICY)
            .collect();
        return settings_of(&own).await.under(policy);
    }
    let keys: Vec<_> = StoredSettings::keys().collect();
    let Some(stored) = read(&keys).await else {
        return StoredSettings::lost();
    };
    let policy = POLICY
        .with_borrow_mut(|known| known.get_or_insert_with(|| stored.policy().clone()).clone());
    stored.under(policy)
}

async fn settings_of(keys: &[&str]) -> StoredSettings {
    read(keys).await.unwrap_or_else(StoredSettings::lost)
}

/// None where the storage does not answer.
async fn read(keys: &[&str]) -> Option<StoredSettings> {
    Area::Local.get(&to_js(&keys)).await.ok().and_then(from_js)
}

/// Who asks what the administrator has decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Because {
    /// The worker, to be sure.
    Awake,
    /// The browser has said that it is something else.
    Told,
}

/// Asks what the administrator has decided, and keeps it where views and the next worker look, see
/// [`StoredSettings::POLICY`]. True where pages have to be told because the storage does not.
pub(super) async fn take_up_policy(because: Because) -> bool {
    let question = ASKED.get().wrapping_add(1);
    ASKED.set(question);
    let known = stored().await.policy().clone();
    let (found, policy) = decided().await;
    // The storage does not answer: what nobody could read does not end by that.
    if policy.is_empty() && POLICY.with_borrow(Option::is_none) {
        return false;
    }
    let since: Option<f64> = load(NOTHING_SINCE).await;
    if policy.is_empty() && !known.is_empty() && because == Because::Awake {
        let now = Date::now();
        if since.is_none() {
            save(NOTHING_SINCE, &now).await;
        }
        if since.is_none_or(|since| now - since < SURE_MS) {
            return false;
        }
    } else if since.is_some() {
        save(NOTHING_SINCE, &None::<f64>).await;
    }
    if question != ASKED.get() {
        return false;
    }
    let copy = settings_of(&[StoredSettings::POLICY]).await;
    POLICY.set(Some(policy.clone()));
    if *copy.policy() == policy {
        return known != policy;
    }
    if !policy.unreadable.is_empty() {
        log::warn!(
            "the administrator's policy: cannot read {:?}",
            policy.unreadable
        );
    }
    let kept = Area::Local.put(StoredSettings::POLICY, &found).await;
    if let Err(error) = &kept {
        log::warn!("local storage refused the administrator's policy: {error:?}");
    }
    kept.is_err()
}

/// As the browser tells it; Firefox rejects where nobody administers anything.
async fn decided() -> (JsValue, PagePolicy) {
    let found = Area::Managed.get(&JsValue::NULL).await;
    let found = found.unwrap_or_else(|_| Object::new().into());
    let policy = from_js(found.clone()).unwrap_or_default();
    (found, policy)
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

/// Changes the settings; the storage tells everybody who listens. One after the other: all sites are one value, and the
/// later of two at once would write the earlier one away.
pub(super) async fn change_settings(change: impl FnOnce(&mut PageSettings)) -> Option<Refusal> {
    let changes = CHANGES.with(Rc::clone);
    let _turn = changes.lock().await;
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
    let kept = Area::Local
        .put(StoredSettings::PROVIDER_HIDES, &hides.into())
        .await;
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
    if let Err(error) = Area::Session.put(key, &to_js(value)).await {
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
