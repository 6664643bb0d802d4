//! Who may speak to the agent. A content script has our id too, so the id alone proves nothing:
//! the address of the sending context decides.

/// Extension pages that may open the port `ui`.
const VIEWS: [&str; 3] = ["popup.html", "options.html", "panel.html"];

/// What the browser says of the sender of a message or port (`runtime.MessageSender`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sender {
    /// Extension id.
    pub(crate) id: Option<String>,
    /// Address of the sending document or worker.
    pub(crate) url: Option<String>,
    /// It is shown in a tab.
    pub(crate) in_tab: bool,
}

/// Ourselves, to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Extension {
    /// `runtime.id`.
    pub(crate) id: String,
    /// `runtime.getURL("")`: the extension's origin with a slash at its end.
    pub(crate) root: String,
}

impl Extension {
    /// True if `sender` is one of our views. A view may be in a tab (the options page is).
    pub(crate) fn is_view(&self, sender: &Sender) -> bool {
        self.path_of(sender).is_some_and(|path| {
            let page = path.split(['?', '#']).next().unwrap_or_default();
            VIEWS.contains(&page)
        })
    }

    /// True if `sender` is our worker or one of our pages outside tabs. A content script never is:
    /// it carries its page's address and tab.
    pub(crate) fn is_worker_or_page(&self, sender: &Sender) -> bool {
        !sender.in_tab && self.path_of(sender).is_some()
    }

    /// The sender's address below our own root, if it has our id and is below it.
    fn path_of<'a>(&self, sender: &'a Sender) -> Option<&'a str> {
        if sender.id.as_deref() != Some(self.id.as_str()) || !self.root.ends_with('/') {
            return None;
        }
        sender.url.as_deref()?.strip_prefix(self.root.as_str())
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

    fn from(url: &str, in_tab: bool) -> Sender {
        Sender {
            id: Some(ID.into()),
            url: Some(url.into()),
            in_tab,
        }
    }

    fn page(path: &str) -> Sender {
        from(&format!("chrome-extension://{ID}/{path}"), false)
    }

    #[test]
    fn our_views_may_open_the_port_whatever_their_query_and_in_a_tab_too() {
        for path in [
            "popup.html",
            "options.html?welcome",
            "panel.html#top",
            "popup.html?a#b",
        ] {
            assert!(us().is_view(&page(path)), "{path}");
        }
        assert!(us().is_view(&from(
            &format!("chrome-extension://{ID}/options.html"),
            true
        )));
    }

    #[test]
    fn no_other_address_is_a_view() {
        for path in [
            "",
            "offscreen.html",
            "popup.html/x",
            "x/popup.html",
            "popup.htm",
            "evil.html?popup.html",
            "evil.html#popup.html",
        ] {
            assert!(!us().is_view(&page(path)), "{path}");
        }
    }

    #[test]
    fn a_content_script_is_neither_view_nor_worker_although_it_has_our_id() {
        for url in [
            "https://crm.example/popup.html".to_string(),
            format!("https://crm.example/chrome-extension://{ID}/popup.html"),
            format!("https://{ID}/popup.html"),
            format!("chrome-extension://{ID}.evil/popup.html"),
            format!("chrome-extension://{ID}@evil/popup.html"),
        ] {
            assert!(!us().is_view(&from(&url, true)), "{url}");
            assert!(!us().is_view(&from(&url, false)), "{url}");
            assert!(!us().is_worker_or_page(&from(&url, false)), "{url}");
        }
    }

    #[test]
    fn the_worker_may_command_and_a_page_in_a_tab_may_not() {
        assert!(us().is_worker_or_page(&page("background.js")));
        assert!(!us().is_worker_or_page(&from(
            &format!("chrome-extension://{ID}/background.js"),
            true
        )));
    }

    #[test]
    fn another_extension_or_no_id_at_all_is_refused() {
        let stranger = Sender {
            id: Some("ponmlkjihgfedcbaponmlkjihgfedcba".into()),
            ..page("popup.html")
        };
        let nobody = Sender {
            id: None,
            ..page("popup.html")
        };
        let nowhere = Sender {
            url: None,
            ..page("popup.html")
        };
        for sender in [stranger, nobody, nowhere] {
            assert!(!us().is_view(&sender));
            assert!(!us().is_worker_or_page(&sender));
        }
    }

    #[test]
    fn without_knowing_our_own_root_nobody_is_trusted() {
        let unknown = Extension {
            id: ID.into(),
            root: String::new(),
        };
        assert!(!unknown.is_view(&from("popup.html", false)));
    }
}
