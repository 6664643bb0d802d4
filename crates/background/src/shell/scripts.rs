//! The content scripts, and how they come into pages where the manifest has not put them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use alo_protocol::PageKey;
use futures::{future::join_all, lock::Mutex};
use serde::Serialize;

use super::{chrome, store};
use crate::{
    answers,
    asking::Asking,
    scripts::{ASKS, PAGE},
};

thread_local! {
    /// Settings have changed since they were last looked at for who asks; somebody does so just now.
    static STALE: Cell<bool> = const { Cell::new(false) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
    /// What this worker has registered, if it has.
    static KNOWN: RefCell<Option<Option<Asking>>> = const { RefCell::new(None) };
    /// Who looks whether there is news for pages.
    static LOOKING: Rc<Mutex<()>> = Rc::default();
}

/// What pages were told last in this session, as [`answers::print_of`] has it.
const TOLD: &str = "told";

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
enum Target<'a> {
    Tab {
        tab_id: i32,
        all_frames: bool,
    },
    Frame {
        tab_id: i32,
        frame_ids: [i64; 1],
    },
    Document {
        tab_id: i32,
        document_ids: [&'a str; 1],
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Injection<'a> {
    target: Target<'a>,
    files: &'a [&'static str],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    inject_immediately: bool,
}

/// Puts the content scripts into pages that were open before Alo was installed or updated;
/// Chromium leaves the old scripts of such a page orphaned.
pub(super) async fn reinject() {
    let files: Vec<_> = [ASKS].into_iter().chain(PAGE).collect();
    let files = &files;
    let enter = chrome::tabs().await.into_iter().map(|tab_id| async move {
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
        let css = injection(&["content.css"]);
        let scripts = injection(files);
        // A tab that we may not enter (the browser's own pages) refuses both; that is as it should be. Both at once:
        // a frozen tab has them when it thaws, and this worker may be gone by then.
        drop(futures::join!(
            chrome::insert_css(&css),
            chrome::execute_script(&scripts)
        ));
    });
    // Together, because a tab that is frozen answers late or never.
    join_all(enter).await;
}

/// Has pages that are opened from now on ask first where the settings say so; the browser remembers it.
pub(super) async fn ask_where_wanted() {
    STALE.set(true);
    // One after the other: what the settings said last is what counts.
    if BUSY.replace(true) {
        return;
    }
    while STALE.replace(false) {
        let asking = Asking::of(&store::page_settings().await);
        // Between the old registration and the new one nobody asks.
        if KNOWN.with_borrow(|known| known.as_ref() == Some(&asking)) {
            continue;
        }
        let is_done = register(asking.clone()).await;
        KNOWN.set(is_done.then_some(asking));
    }
    BUSY.set(false);
}

/// False where the browser would not have it.
async fn register(asking: Option<Asking>) -> bool {
    #[derive(Serialize)]
    struct Filter {
        ids: [&'static str; 1],
    }
    let Some(asking) = asking else {
        // Where nothing was registered this is refused, and nothing is what was wanted.
        drop(chrome::unregister_scripts(&chrome::to_js(&Filter { ids: [ID] })).await);
        return true;
    };
    if put(asking).await {
        return true;
    }
    // A host that is no pattern: then everybody asks, as it costs no more than that.
    log::warn!("content scripts were not registered");
    put(Asking::everywhere()).await
}

/// In place of what was registered, so that there is no time between in which nobody asks.
async fn put(asking: Asking) -> bool {
    let script = registration(asking);
    chrome::update_scripts(&script).await.is_ok() || chrome::register_scripts(&script).await.is_ok()
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

/// Whether any page would be told something else than when they were asked last.
pub(super) async fn is_news() -> bool {
    let looking = LOOKING.with(Rc::clone);
    // One after the other, so that what is kept is what was read last.
    let _turn = looking.lock().await;
    let print = answers::print_of(&store::page_settings().await);
    if store::load::<String>(TOLD).await == print {
        return false;
    }
    store::save(TOLD, &print).await;
    true
}

/// Until something is said in this session, pages treat themselves as the settings are now.
pub(super) async fn remember_told() {
    let looking = LOOKING.with(Rc::clone);
    let _turn = looking.lock().await;
    if store::load::<String>(TOLD).await.is_empty() {
        let print = answers::print_of(&store::page_settings().await);
        store::save(TOLD, &print).await;
    }
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
            files: &[ASKS],
            inject_immediately: true,
        });
        // A tab that we may not enter has nobody to tell.
        drop(chrome::execute_script(&injection).await);
    });
    // Together, because a tab that is frozen may answer late.
    join_all(tell).await;
}

/// Puts scripts into the document that asks for them; false where the browser does not let us, or it is gone.
pub(super) async fn load(files: &'static [&'static str], page: &PageKey) -> bool {
    let frame = Target::Frame {
        tab_id: page.tab,
        frame_ids: [page.frame],
    };
    if page.document.is_empty() {
        return inject(files, frame).await.is_ok();
    }
    // The frame may show another page by now, whose own scripts are not there yet.
    let document = Target::Document {
        tab_id: page.tab,
        document_ids: [&page.document],
    };
    match inject(files, document).await {
        Ok(()) => true,
        // A browser that names documents and does not take their names.
        Err(error) if error.contains("documentIds") => inject(files, frame).await.is_ok(),
        Err(_) => false,
    }
}

async fn inject(files: &'static [&'static str], target: Target<'_>) -> Result<(), String> {
    let injection = Injection {
        target,
        files,
        // Somebody waits for numbers or has clicked, perhaps on a page that goes on loading.
        inject_immediately: true,
    };
    match chrome::execute_script(&chrome::to_js(&injection)).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let error = format!("{error:?}");
            log::warn!("scripts could not be put into a page: {error}");
            Err(error)
        }
    }
}
