//! Who sent a message or opened a port. A content script has our id too, so the id alone proves nothing:
//! what counts is the exact document. Worker and agent decide it by this, and by nothing else.

use serde::{Deserialize, Serialize};

/// `runtime.MessageSender`, the parts that matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Sender {
    /// Extension id; absent for messages from web pages.
    pub id: Option<String>,
    /// URL of the document or worker that sent it.
    pub url: Option<String>,
    /// Origin of that document; `null` as text for opaque ones.
    pub origin: Option<String>,
    /// Unique per document; Firefox has it by 153.
    pub document_id: Option<String>,
    /// Frame in the tab; 0 is the top. Firefox counts up to 2^53.
    pub frame_id: Option<i64>,
    /// The tab, absent for the offscreen document, the worker and the popup.
    pub tab: Option<Tab>,
}

/// `tabs.Tab`, the part that matters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Tab {
    /// Its number.
    pub id: i32,
    /// Address of its top document.
    pub url: Option<String>,
    /// In a private window, where the person has allowed us.
    pub incognito: bool,
}

/// The only distinctions that are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The agent's document.
    Agent,
    /// The worker's script.
    Worker,
    /// Popup, options or panel, in a tab or not.
    View,
    /// A content script: hostile until shown otherwise, which cannot be shown.
    Page(PageKey),
}

/// Names the document that a content script runs in, so that a card is good only there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageKey {
    /// Tab number.
    pub tab: i32,
    /// Frame number.
    pub frame: i64,
    /// The document's id; empty in a browser that has none.
    pub document: String,
    /// Origin of the frame, for rate limits.
    pub origin: String,
    /// Host name that the person sees in the address bar, for settings; empty where there is none.
    pub site: String,
    /// It is open in a private window: nothing about it may outlast the session.
    #[serde(default)]
    pub is_private: bool,
}

/// Ourselves, to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// `runtime.id`.
    pub id: String,
    /// `runtime.getURL("")`: `chrome-extension://…/`, with the slash.
    pub root: String,
}

const VIEWS: [&str; 3] = ["popup.html", "options.html", "confirm.html"];
const AGENTS: [&str; 2] = ["offscreen.html", "background.html"];
const WORKER: &str = "background.js";

impl Extension {
    /// Says who `sender` is; `None`: nobody we answer.
    pub fn role(&self, sender: &Sender) -> Option<Role> {
        let knows_itself = !self.id.is_empty() && self.root.ends_with('/');
        if !knows_itself || sender.id.as_deref() != Some(self.id.as_str()) {
            return None;
        }
        let url = sender.url.as_deref()?;
        if let Some(path) = url.strip_prefix(self.root.as_str()) {
            let file = path.split(['?', '#']).next().unwrap_or_default();
            let is_in_tab = sender.tab.is_some();
            return if VIEWS.contains(&file) {
                Some(Role::View)
            } else if AGENTS.contains(&file) && !is_in_tab {
                Some(Role::Agent)
            } else if file == WORKER && !is_in_tab {
                Some(Role::Worker)
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
            site: tab.url.as_deref().and_then(crate::host).unwrap_or_default(),
            is_private: tab.incognito,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "abcdefghijklmnopabcdefghijklmnop";

    fn us() -> Extension {
        Extension {
            id: ID.into(),
            root: format!("chrome-extension://{ID}/"),
        }
    }

    fn sender(url: &str, tab: Option<i32>) -> Sender {
        Sender {
            id: Some(ID.into()),
            url: Some(url.into()),
            origin: Some("https://crm.example".into()),
            tab: tab.map(|id| Tab {
                id,
                ..Tab::default()
            }),
            frame_id: tab.map(|_| 0),
            ..Sender::default()
        }
    }

    fn role(url: &str, tab: Option<i32>) -> Option<Role> {
        us().role(&sender(url, tab))
    }

    fn ours(path: &str, tab: Option<i32>) -> Option<Role> {
        role(&format!("chrome-extension://{ID}/{path}"), tab)
    }

    #[test]
    fn our_pages_are_views_whatever_their_query_and_in_a_tab_too() {
        for path in [
            "popup.html",
            "options.html?welcome",
            "popup.html?panel#top",
            "popup.html?a#b",
        ] {
            assert_eq!(ours(path, None), Some(Role::View), "{path}");
            assert_eq!(ours(path, Some(7)), Some(Role::View), "{path}");
        }
    }

    #[test]
    fn nobody_is_trusted_by_the_name_of_a_page_that_we_do_not_have() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../extension");
        for file in VIEWS.into_iter().chain(AGENTS).chain([WORKER]) {
            assert!(folder.join(file).is_file(), "{file}");
        }
    }

    #[test]
    fn no_other_file_of_ours_is_anybody() {
        for path in [
            "",
            "content.js",
            "popup.html/x",
            "x/popup.html",
            "popup.htm",
            "evil.html?popup.html",
            "evil.html#popup.html",
            "background.js/x",
        ] {
            assert_eq!(ours(path, None), None, "{path}");
        }
    }

    #[test]
    fn agent_and_worker_are_never_in_a_tab() {
        assert_eq!(ours("offscreen.html", None), Some(Role::Agent));
        assert_eq!(ours("background.html", None), Some(Role::Agent));
        assert_eq!(ours("background.js", None), Some(Role::Worker));
        for path in ["offscreen.html", "background.html", "background.js"] {
            assert_eq!(ours(path, Some(7)), None, "{path}");
        }
    }

    #[test]
    fn a_content_script_is_a_page_however_much_its_address_looks_like_ours() {
        for url in [
            "https://evil.example/popup.html".to_owned(),
            format!("https://crm.example/chrome-extension://{ID}/popup.html"),
            format!("https://{ID}/popup.html"),
            format!("chrome-extension://{ID}.evil/popup.html"),
            format!("chrome-extension://{ID}@evil/background.js"),
        ] {
            let seen = role(&url, Some(3));
            assert!(
                matches!(&seen, Some(Role::Page(key)) if key.tab == 3),
                "{url}: {seen:?}"
            );
            assert_eq!(role(&url, None), None, "{url} in no tab");
        }
    }

    #[test]
    fn a_frame_of_firefox_has_a_number_beyond_32_bits() {
        let json = format!(
            r#"{{"id":"{ID}","url":"https://crm.example/frame","frameId":17179869185,"tab":{{"id":3}}}}"#
        );
        let sender: Sender = serde_json::from_str(&json).unwrap();
        let seen = us().role(&sender);
        assert!(
            matches!(&seen, Some(Role::Page(key)) if key.frame == 17_179_869_185),
            "{seen:?}"
        );
    }

    #[test]
    fn a_page_in_a_private_window_is_known_as_such() {
        for (incognito, is_private) in [(r#","incognito":true"#, true), ("", false)] {
            let json = format!(
                r#"{{"id":"{ID}","url":"https://crm.example/","frameId":0,"tab":{{"id":3{incognito}}}}}"#
            );
            let sender: Sender = serde_json::from_str(&json).unwrap();
            let seen = us().role(&sender);
            assert!(
                matches!(&seen, Some(Role::Page(key)) if key.is_private == is_private),
                "{seen:?}"
            );
        }
    }

    #[test]
    fn another_extension_or_no_id_or_address_at_all_is_nobody() {
        let view = sender(&format!("chrome-extension://{ID}/popup.html"), None);
        let stranger = Sender {
            id: Some("ponmlkjihgfedcbaponmlkjihgfedcba".into()),
            ..view.clone()
        };
        let nobody = Sender {
            id: None,
            ..view.clone()
        };
        let nowhere = Sender { url: None, ..view };
        for sender in [stranger, nobody, nowhere] {
            assert_eq!(us().role(&sender), None);
        }
    }

    #[test]
    fn without_knowing_who_we_are_nobody_is_trusted() {
        for (id, root) in [
            (ID, ""),
            ("", "chrome-extension://x/"),
            (ID, "chrome-extension://x"),
        ] {
            let unknown = Extension {
                id: id.into(),
                root: root.into(),
            };
            let sender = Sender {
                id: Some(id.into()),
                ..sender("chrome-extension://x/popup.html", None)
            };
            assert_eq!(unknown.role(&sender), None, "{id} {root}");
        }
    }
}
