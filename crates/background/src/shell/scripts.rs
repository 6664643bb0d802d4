//! The content scripts, and how they come into pages where the manifest has not put them.

use alo_protocol::PageKey;
use serde::Serialize;

use super::chrome;
use crate::scripts::PAGE;

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
enum Target {
    Tab { tab_id: i32, all_frames: bool },
    Frame { tab_id: i32, frame_ids: [i64; 1] },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Injection {
    target: Target,
    files: &'static [&'static str],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inject_immediately: bool,
}

/// Puts the content scripts into pages that were open before Alo was installed or updated;
/// Chromium leaves the old scripts of such a page orphaned.
pub(super) async fn reinject() {
    for tab_id in chrome::tabs().await {
        let injection = |files| {
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
            drop(chrome::execute_script(&injection(&PAGE)).await);
        }
    }
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
