//! Carries out what `crm` decides.

use std::rc::Rc;

use futures::lock::Mutex;
use serde::{Deserialize, Serialize};

use super::{chrome, store};
use crate::crm::{Memory, Way, Window, way, window};

const MEMORY: &str = "crm";

thread_local! {
    /// One page at a time: two that come together (a call that is answered at once) need the same tab.
    static TURN: Rc<Mutex<()>> = Rc::default();
}

/// Shows a page of the CRM. Its tab comes to the front of its window; the window does not take the focus
/// from whatever the person types into, it only asks for attention.
pub(super) async fn show(url: &str) {
    // As the browser will read it, and as it writes a tab's address.
    let url = &chrome::address(url).unwrap_or_default();
    let turn = TURN.with(Rc::clone);
    let _turn = turn.lock().await;
    let memory: Memory = store::load(MEMORY).await;
    let there = match memory.tab {
        Some(tab) => address(tab).await.map(|shown| (tab, shown)),
        None => None,
    };
    let there = there.as_ref().map(|(tab, shown)| (*tab, shown.as_str()));
    let shown = match way(url, there) {
        None => {
            log::warn!("a page was not opened: its address is not allowed");
            return;
        }
        Some(Way::Show(tab)) => change(tab, None).await,
        Some(Way::Lead(tab)) => change(tab, Some(url)).await,
        Some(Way::Open) => open(url).await,
    };
    if let Some(tab) = shown {
        store::save(MEMORY, &Memory { tab: Some(tab.id) }).await;
        attract(tab.window_id).await;
    }
}

/// `tabs.Tab`, the part that matters.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Tab {
    id: i32,
    window_id: i32,
    #[serde(default)]
    url: String,
    /// Where it is on its way to.
    #[serde(default)]
    pending_url: String,
}

/// What a tab shows, if it is still there.
async fn address(tab: i32) -> Option<String> {
    let tab: Tab = chrome::from_js(chrome::get_tab(tab).await.ok()?)?;
    Some(if tab.pending_url.is_empty() {
        tab.url
    } else {
        tab.pending_url
    })
}

async fn change(tab: i32, url: Option<&str>) -> Option<Tab> {
    #[derive(Serialize)]
    struct Changes<'a> {
        active: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<&'a str>,
    }
    let changes = chrome::to_js(&Changes { active: true, url });
    chrome::from_js(chrome::update_tab(tab, &changes).await.ok()?)
}

async fn open(url: &str) -> Option<Tab> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Options<'a> {
        url: &'a str,
        active: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        window_id: Option<i32>,
    }
    #[derive(Serialize)]
    struct Created<'a> {
        url: &'a str,
        focused: bool,
        incognito: bool,
    }
    // Firefox for Android has no windows to choose from.
    let all = windows().await;
    let window_id = match &all {
        Some(all) if all.iter().any(|window| window.incognito) => window(all, last_window().await),
        // Whichever the browser takes is a good one.
        _ => None,
    };
    let is_place = all.as_ref().is_none_or(|all| window(all, None).is_some());
    if is_place {
        let options = Options {
            url,
            active: true,
            window_id,
        };
        if let Ok(tab) = chrome::create_tab(&chrome::to_js(&options)).await {
            return chrome::from_js(tab);
        }
    }
    // A browser that runs without a window, or with private ones only, has none to put a tab into. In a private one
    // somebody may be typing.
    let options = Created {
        url,
        focused: all.is_none_or(|all| all.is_empty()),
        incognito: false,
    };
    #[derive(Deserialize)]
    struct Opened {
        tabs: Vec<Tab>,
    }
    let opened = chrome::create_window(&chrome::to_js(&options)).await.ok()?;
    let opened: Opened = chrome::from_js(opened)?;
    opened.tabs.into_iter().next()
}

/// All windows of the browser that we may know of; none where it does not say.
async fn windows() -> Option<Vec<Window>> {
    chrome::from_js(chrome::all_windows().await.ok()?)
}

/// The window for tabs that had the focus last. Without the filter Chromium would name the phone's own window, where the
/// person may have just answered. Firefox ignores it.
async fn last_window() -> Option<i32> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter {
        window_types: [&'static str; 1],
    }
    let filter = chrome::to_js(&Filter {
        window_types: ["normal"],
    });
    let last: Window = chrome::from_js(chrome::last_window(&filter).await.ok()?)?;
    Some(last.id)
}

async fn attract(window: i32) {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Changes {
        draw_attention: bool,
    }
    let changes = chrome::to_js(&Changes {
        draw_attention: true,
    });
    drop(chrome::update_window(window, &changes).await);
}
