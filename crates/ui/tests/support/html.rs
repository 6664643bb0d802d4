//! The popup as it is drawn, and buttons found in it.

use alo_protocol::{CallView, Snapshot};
use alo_ui::preview;

use super::{NOW, signed_in, speak};

pub(crate) fn popup(snapshot: Snapshot) -> String {
    speak("en");
    preview::popup(Some(snapshot), NOW)
}

pub(crate) fn with_calls(calls: Vec<CallView>) -> Snapshot {
    Snapshot {
        calls,
        ..signed_in()
    }
}

/// True when a button with exactly this text or label is drawn, enabled or not.
pub(crate) fn has_button(html: &str, name: &str) -> bool {
    button(html, name).is_some()
}

pub(crate) fn is_enabled(html: &str, name: &str) -> bool {
    button(html, name).is_some_and(|head| !head.contains(" disabled"))
}

/// The opening tag of a button by its accessible name.
pub(crate) fn button(html: &str, name: &str) -> Option<String> {
    html.split("<button").skip(1).find_map(|part| {
        let body = part.split("</button>").next()?;
        let (head, content) = body.split_once('>')?;
        let label = format!("aria-label=\"{name}\"");
        (head.contains(&label) || text(content) == name).then(|| head.to_owned())
    })
}

/// Text without tags and comments.
pub(crate) fn text(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    out.trim().to_owned()
}
