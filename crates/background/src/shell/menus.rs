//! The browser's own ways in: context menu, keyboard shortcut, address bar. What they bring was chosen
//! by the person in the browser's surface, but written by a page, so it is read by the rules for pages.

use alo_protocol::NumberSource;
use serde::Serialize;

use super::{chrome, router, store};

/// How much of a selection is handed on, characters. That is more than the gate reads, so a longer one is refused there as
/// too long: cut to what it reads, it could end in the first digits of a number.
const MAX_SELECTION: usize = 300;
const SELECTION: &str = "selection";

/// Puts our items into the context menu.
pub(super) async fn create() {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Item {
        id: &'static str,
        title: String,
        contexts: [&'static str; 1],
        #[serde(skip_serializing_if = "Option::is_none")]
        target_url_patterns: Option<[&'static str; 4]>,
    }
    drop(chrome::remove_menus().await);
    let items = [
        Item {
            id: SELECTION,
            title: chrome::message("menu_call_selected", &[]),
            contexts: ["selection"],
            target_url_patterns: None,
        },
        Item {
            id: "link",
            title: chrome::message("menu_call_link", &[]),
            contexts: ["link"],
            target_url_patterns: Some(["tel:*", "callto:*", "sip:*", "sips:*"]),
        },
    ];
    for item in items {
        if let Err(error) = chrome::create_menu(&chrome::to_js(&item)) {
            log::warn!("menu: {error:?}");
        }
    }
    name_selection().await;
}

/// Digits may be hidden now, or no more.
pub(super) async fn name_selection() {
    #[derive(Serialize)]
    struct Title {
        title: String,
    }
    let key = store::settings("").await.menu_title();
    let title = chrome::message(key, &[]);
    // Firefox for Android has no menus.
    drop(chrome::update_menu(SELECTION, &chrome::to_js(&Title { title })).await);
}

/// An item was chosen.
pub(super) async fn chosen(selection: Option<String>, link: Option<String>, url: Option<&str>) {
    let source = match (link, selection) {
        (Some(href), _) => NumberSource::Link { href },
        (None, Some(text)) => NumberSource::Text {
            text: text.chars().take(MAX_SELECTION).collect(),
        },
        (None, None) => return,
    };
    let site = url.and_then(alo_protocol::host).unwrap_or_default();
    router::wish(&source, &site).await;
}

/// Something was typed behind our keyword in the address bar.
pub(super) async fn typed(text: String) {
    router::wish(&NumberSource::Text { text }, "").await;
}
