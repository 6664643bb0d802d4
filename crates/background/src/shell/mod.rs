//! What `background.js` calls. Its listeners are registered before this module is ready (Chromium
//! requires that), and hand each event over when it is.

mod agent;
mod chrome;
mod crm;
mod menus;
mod notifications;
mod provision;
mod router;
mod scripts;
mod store;
mod update;

use alo_protocol::{Sender, StoredSettings};
use wasm_bindgen::prelude::*;

use store::Because;

/// A `runtime.onMessage` event; resolves to the answer, or `null` for senders we do not answer.
#[wasm_bindgen(js_name = onMessage)]
pub async fn on_message(message: JsValue, sender: JsValue) -> JsValue {
    let sender: Sender = serde_wasm_bindgen::from_value(sender).unwrap_or_default();
    router::handle(message, &sender)
        .await
        .unwrap_or(JsValue::NULL)
}

/// The worker has started, for whatever reason, or a minute has passed: the phone must be on, and
/// notifications and badge must be true. An agent that is not there (the extension was switched off and on, the browser
/// has closed its document) comes back here. One whose program traps loads itself anew. A renderer that crashes takes
/// the worker with it, and in Chromium nothing of ours runs any more (docs/architecture.md, "When everything ends at once").
#[wasm_bindgen(js_name = onAwake)]
pub async fn on_awake() {
    futures::join!(
        update::look_after_phone(),
        scripts::remember_told(),
        take_up_policy(Because::Awake)
    );
}

/// `runtime.onInstalled`; `reason` is `install`, `update` or a browser's.
#[wasm_bindgen(js_name = onInstalled)]
pub async fn on_installed(reason: String) {
    store::close_to_content_scripts().await;
    menus::create().await;
    // The browser forgets what an older version has registered.
    scripts::ask_where_wanted().await;
    let welcome = async {
        if reason == "install" && !provision::install().await {
            chrome::open_page("options.html?welcome").await;
        }
    };
    futures::join!(scripts::reinject(), welcome);
}

/// `runtime.onUpdateAvailable`: the new version waits until no call is up.
#[wasm_bindgen(js_name = onUpdateAvailable)]
pub async fn on_update_available() {
    update::available().await;
}

/// `runtime.onStartup`: the browser has started with a profile that has Alo.
#[wasm_bindgen(js_name = onStartup)]
pub async fn on_startup() {
    store::close_to_content_scripts().await;
    scripts::ask_where_wanted().await;
}

/// `storage.onChanged` of the local area: pages ask again how they are to be treated. Of the managed one: it is taken
/// up in the local one.
#[wasm_bindgen(js_name = onSettings)]
pub async fn on_settings(keys: Vec<String>, area: String) {
    if area == "managed" {
        take_up_policy(Because::Told).await;
        return;
    }
    // Whoever writes over what the administrator has decided is corrected.
    let is_policy = keys.iter().any(|key| key == StoredSettings::POLICY);
    futures::join!(
        router::tell_pages(&keys),
        hide_or_show(&keys),
        tell_home(&keys)
    );
    if is_policy {
        take_up_policy(Because::Awake).await;
    }
}

/// What is stored under these keys has changed: what stands outside of pages may have digits to hide now, or no more.
async fn hide_or_show(keys: &[String]) {
    const DECIDING: [&str; 3] = [
        "mask",
        StoredSettings::PROVIDER_HIDES,
        StoredSettings::POLICY,
    ];
    if keys.iter().any(|key| DECIDING.contains(&key.as_str())) {
        futures::join!(menus::name_selection(), notifications::renew());
    }
}

/// The agent cannot read settings: it hears of the country with the answer to its state.
async fn tell_home(keys: &[String]) {
    if keys
        .iter()
        .any(|key| ["country", StoredSettings::POLICY].contains(&key.as_str()))
    {
        agent::report().await;
    }
}

async fn take_up_policy(because: Because) {
    if store::take_up_policy(because).await {
        let keys = [StoredSettings::POLICY.to_owned()];
        futures::join!(router::tell_pages(&keys), hide_or_show(&keys));
    }
}

/// `contextMenus.onClicked`: what was selected, or where the link leads, and the tab's address.
#[wasm_bindgen(js_name = onMenu)]
pub async fn on_menu(selection: Option<String>, link: Option<String>, url: Option<String>) {
    menus::chosen(selection, link, url.as_deref()).await;
}

/// `omnibox.onInputEntered`: what the person typed behind the keyword.
#[wasm_bindgen(js_name = onTyped)]
pub async fn on_typed(text: String) {
    menus::typed(text).await;
}

/// `notifications.onButtonClicked`.
#[wasm_bindgen(js_name = onNotificationButton)]
pub async fn on_notification_button(id: String, button: u32) {
    notifications::button(&id, button).await;
}

/// `notifications.onClicked`.
#[wasm_bindgen(js_name = onNotificationClicked)]
pub async fn on_notification_clicked(id: String) {
    notifications::clicked(&id).await;
}

/// `notifications.onClosed`.
#[wasm_bindgen(js_name = onNotificationClosed)]
pub async fn on_notification_closed(id: String, by_user: bool) {
    if by_user {
        notifications::closed(&id).await;
    }
}
