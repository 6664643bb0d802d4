//! Carries out what `update` decides.

use std::cell::RefCell;

use alo_protocol::WorkerState;
use js_sys::Date;

use super::{agent, chrome, store};
use crate::update::Update;

const UPDATE: &str = "update";

thread_local! {
    /// What the phone has told last in this worker's life. It may be newer than what is being shown, and a call that
    /// rings meanwhile must not be ended.
    static NEWEST: RefCell<Option<WorkerState>> = const { RefCell::new(None) };
}

/// The phone has told how it is; [`settle`] judges by that.
pub(super) fn heard(phone: &WorkerState) {
    NEWEST.set(Some(phone.clone()));
}

/// The browser has a new version. The phone is asked how it is, and its answer has [`settle`] called.
pub(super) async fn available() {
    let mut update: Update = store::load(UPDATE).await;
    update.is_available(now());
    store::save(UPDATE, &update).await;
    look_after_phone().await;
}

/// Makes sure that there is a phone. Where none can be had, nobody else says that a version which waits may come in: it may
/// be what mends the phone.
pub(super) async fn look_after_phone() {
    if agent::ensure().await {
        return;
    }
    let update: Update = store::load(UPDATE).await;
    // One that takes questions and says nothing may be in a call; one whose program cannot be read takes none.
    if update.since.is_some() && !agent::takes_questions().await {
        NEWEST.set(None);
        settle().await;
    }
}

/// Reloads the extension if a new version waits and nothing would be lost by it.
pub(super) async fn settle() {
    let update: Update = store::load(UPDATE).await;
    while may_reload(&update, has_pages().await) {
        // Forgotten first: should the browser keep the old version, it is not reloaded for ever.
        store::save(UPDATE, &Update::default()).await;
        if may_reload(&update, has_pages().await) {
            chrome::reload();
            return;
        }
        store::save(UPDATE, &update).await;
        // Whoever came to rest meanwhile found no version that waits: they are judged here.
    }
}

/// By what is known at this moment.
fn may_reload(update: &Update, has_pages: bool) -> bool {
    NEWEST.with_borrow(|phone| update.may_reload(phone.as_ref(), has_pages, now()))
}

/// A page of ours is open.
async fn has_pages() -> bool {
    chrome::has_context(&["POPUP", "TAB", "SIDE_PANEL"]).await
}

/// Unix ms.
fn now() -> u64 {
    Date::now() as u64
}
