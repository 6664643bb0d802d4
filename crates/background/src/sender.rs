//! Who sent a message. The extension's id alone proves nothing, because content scripts carry it
//! too: what counts is the exact document.

use serde::Deserialize;

/// `chrome.runtime.MessageSender`, the parts that matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Sender {
    /// Extension id; absent for messages from web pages.
    pub id: Option<String>,
    /// URL of the document that sent it.
    pub url: Option<String>,
    /// Origin of that document; `null` as text for opaque ones.
    pub origin: Option<String>,
    /// Unique per document, Chromium only.
    pub document_id: Option<String>,
    /// Frame in the tab; 0 is the top.
    pub frame_id: Option<i32>,
    /// The tab, absent for the offscreen document and the popup.
    pub tab: Option<Tab>,
}

/// `chrome.tabs.Tab`, the part that matters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Tab {
    /// Its number.
    pub id: i32,
    /// Address of its top document.
    pub url: Option<String>,
}

/// The only distinctions that the router makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The agent's document.
    Agent,
    /// Popup, options or panel.
    View,
    /// A content script: hostile until shown otherwise, which cannot be shown.
    Page(PageKey),
}

/// Names the document that a content script runs in, so that a card is good only there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, Deserialize)]
pub struct PageKey {
    /// Tab number.
    pub tab: i32,
    /// Frame number.
    pub frame: i32,
    /// Chromium's document id; empty in Firefox.
    pub document: String,
    /// Origin of the frame, for rate limits.
    pub origin: String,
    /// Host name that the person sees in the address bar, for settings; empty where there is none.
    pub site: String,
}

const VIEWS: [&str; 4] = ["popup.html", "options.html", "panel.html", "confirm.html"];
const AGENTS: [&str; 2] = ["offscreen.html", "background.html"];

/// Says who `sender` is, given our id and our origin (`chrome-extension://…/`, with the slash).
/// `None`: nobody we answer.
pub fn role(sender: &Sender, own_id: &str, own_origin: &str) -> Option<Role> {
    if sender.id.as_deref() != Some(own_id) {
        return None;
    }
    let url = sender.url.as_deref()?;
    if let Some(rest) = url.strip_prefix(own_origin) {
        let page = rest.split(['?', '#']).next().unwrap_or_default();
        return if VIEWS.contains(&page) {
            Some(Role::View)
        } else if AGENTS.contains(&page) && sender.tab.is_none() {
            Some(Role::Agent)
        } else {
            None
        };
    }
    let tab = sender.tab.as_ref()?;
    Some(Role::Page(PageKey {
        tab: tab.id,
        frame: sender.frame_id.unwrap_or(-1),
        document: sender.document_id.clone().unwrap_or_default(),
        origin: sender.origin.clone().unwrap_or_default(),
        site: tab
            .url
            .as_deref()
            .and_then(alo_protocol::host)
            .unwrap_or_default(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "abcdefghijklmnopabcdefghijklmnop";
    const ORIGIN: &str = "chrome-extension://abcdefghijklmnopabcdefghijklmnop/";

    fn sender(url: &str, tab: Option<i32>) -> Sender {
        Sender {
            id: Some(ID.into()),
            url: Some(url.into()),
            origin: Some("https://crm.example".into()),
            tab: tab.map(|id| Tab { id, url: None }),
            frame_id: tab.map(|_| 0),
            ..Sender::default()
        }
    }

    #[test]
    fn a_web_page_that_names_our_popup_in_its_url_is_still_a_page() {
        let role = role(
            &sender("https://evil.example/popup.html", Some(3)),
            ID,
            ORIGIN,
        );
        assert!(matches!(role, Some(Role::Page(key)) if key.tab == 3));
    }

    #[test]
    fn our_pages_are_views_also_in_a_tab_and_with_a_query() {
        let url = format!("{ORIGIN}options.html?welcome");
        assert_eq!(role(&sender(&url, Some(7)), ID, ORIGIN), Some(Role::View));
        assert_eq!(
            role(&sender(&format!("{ORIGIN}popup.html"), None), ID, ORIGIN),
            Some(Role::View)
        );
    }

    #[test]
    fn the_agents_document_opened_in_a_tab_is_nobody() {
        let url = format!("{ORIGIN}offscreen.html");
        assert_eq!(role(&sender(&url, None), ID, ORIGIN), Some(Role::Agent));
        assert_eq!(role(&sender(&url, Some(7)), ID, ORIGIN), None);
    }

    #[test]
    fn another_extension_and_other_pages_of_ours_are_nobody() {
        let mut other = sender("https://crm.example/", Some(1));
        other.id = Some("ponmlkjihgfedcbaponmlkjihgfedcba".into());
        assert_eq!(role(&other, ID, ORIGIN), None);
        assert_eq!(
            role(&sender(&format!("{ORIGIN}content.js"), None), ID, ORIGIN),
            None
        );
    }
}
