//! The content scripts, and how they come into pages where the manifest has not put them.

use std::cell::Cell;

use alo_protocol::PageKey;
use futures::future::join_all;
use serde::Serialize;

use super::{chrome, store};
use crate::{
    asking::Asking,
    scripts::{AGAIN, ASKS, PAGE},
};

thread_local! {
    /// Settings have changed since they were last looked at for who asks; somebody does so just now.
    static STALE: Cell<bool> = const { Cell::new(false) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
enum Target {
    Tab { tab_id: i32, all_frames: bool },
    Frame { tab_id: i32, frame_ids: [i64; 1] },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Injection<'a> {
    target: Target,
    files: &'a [&'static str],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inject_immediately: bool,
}

/// Puts the content scripts into pages that were open before Alo was installed or updated;
/// Chromium leaves the old scripts of such a page orphaned.
pub(super) async fn reinject() {
    for tab_id in chrome::tabs().await {
        let injection = |files: &[&'static str]| {
            let target = Target::Tab {
                tab_id,
                all_frames: true,
            };
            chrome::to_js(&Injection {
                target,
                files,
                inject_immediately: false,
            })
        };
        // A tab that we may not enter (the browser's own pages) refuses; that is as it should be.
        if chrome::insert_css(&injection(&["content.css"]))
            .await
            .is_ok()
        {
            let files: Vec<_> = [ASKS].into_iter().chain(PAGE).collect();
            drop(chrome::execute_script(&injection(&files)).await);
        }
    }
}

/// Has pages that are opened from now on ask first where the settings say so; the browser remembers it.
pub(super) async fn ask_where_wanted() {
    STALE.set(true);
    // One after the other: what the settings said last is what counts.
    if BUSY.replace(true) {
        return;
    }
    while STALE.replace(false) {
        register(Asking::of(&store::page_settings().await)).await;
    }
    BUSY.set(false);
}

async fn register(asking: Option<Asking>) {
    #[derive(Serialize)]
    struct Filter {
        ids: [&'static str; 1],
    }
    // Where nothing was registered this is refused, and nothing is what was wanted.
    drop(chrome::unregister_scripts(&chrome::to_js(&Filter { ids: [ID] })).await);
    let Some(asking) = asking else { return };
    if let Err(error) = chrome::register_scripts(&registration(asking)).await {
        // A host that is no pattern: then everybody asks, as it costs no more than that.
        log::warn!("content scripts were not registered: {error:?}");
        drop(chrome::register_scripts(&registration(Asking::everywhere())).await);
    }
}

const ID: &str = "asks";

fn registration(asking: Asking) -> wasm_bindgen::JsValue {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Script {
        id: &'static str,
        js: [&'static str; 1],
        #[serde(flatten)]
        asking: Asking,
        all_frames: bool,
        match_origin_as_fallback: bool,
        /// Before the manifest's, which wait for the document.
        run_at: &'static str,
    }
    chrome::to_js(&[Script {
        id: ID,
        js: [ASKS],
        asking,
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: "document_start",
    }])
}

/// Has every page that is open ask how it is to be treated.
pub(super) async fn ask_again() {
    let tell = chrome::tabs().await.into_iter().map(|tab_id| async move {
        let target = Target::Tab {
            tab_id,
            all_frames: true,
        };
        let injection = chrome::to_js(&Injection {
            target,
            files: &AGAIN,
            inject_immediately: true,
        });
        // A tab that we may not enter has nobody to tell.
        drop(chrome::execute_script(&injection).await);
    });
    // Together, because a tab that is frozen may answer late.
    join_all(tell).await;
}

/// Puts scripts into the frame that asks for them; false where the browser does not let us.
pub(super) async fn load(files: &'static [&'static str], page: &PageKey) -> bool {
    let target = Target::Frame {
        tab_id: page.tab,
        frame_ids: [page.frame],
    };
    let injection = Injection {
        target,
        files,
        // Somebody waits for numbers or has clicked, perhaps on a page that goes on loading.
        inject_immediately: true,
    };
    match chrome::execute_script(&chrome::to_js(&injection)).await {
        Ok(_) => true,
        Err(error) => {
            log::warn!("scripts could not be put into a page: {error:?}");
            false
        }
    }
}
