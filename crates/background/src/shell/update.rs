//! Carries out what `update` decides.

use alo_protocol::WorkerState;
use js_sys::{Array, Date};
use serde::Serialize;

use super::{agent, chrome, store};
use crate::update::Update;

const UPDATE: &str = "update";

/// The browser has a new version. The phone is asked how it is, and its answer comes to [`settle`].
pub(super) async fn available() {
    let mut update: Update = store::load(UPDATE).await;
    update.is_available(now());
    store::save(UPDATE, &update).await;
    if !agent::ensure().await {
        settle(None).await;
    }
}

/// Reloads the extension if a new version waits and nothing would be lost by it.
pub(super) async fn settle(phone: Option<&WorkerState>) {
    let update: Update = store::load(UPDATE).await;
    if !update.may_reload(phone, has_pages().await, now()) {
        return;
    }
    // Forgotten first: should the browser keep the old version, it is not reloaded for ever.
    store::save(UPDATE, &Update::default()).await;
    chrome::reload();
}

/// A page of ours is open. Where the browser does not say, none is.
async fn has_pages() -> bool {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter {
        context_types: [&'static str; 3],
    }
    let filter = chrome::to_js(&Filter {
        context_types: ["POPUP", "TAB", "SIDE_PANEL"],
    });
    let found = chrome::get_contexts(&filter).await;
    found.is_ok_and(|found| Array::from(&found).length() > 0)
}

/// Unix ms.
fn now() -> u64 {
    Date::now() as u64
}
