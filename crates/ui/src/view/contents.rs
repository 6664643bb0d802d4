//! Links to the sections of the options page, which is several screens long.

use sycamore::prelude::*;

use crate::model::Model;
use crate::text::t;
use crate::view::when;

/// Id of a section and the key of its heading, in the order of the page.
const SECTIONS: [(&str, &str); 8] = [
    ("account", "account_title"),
    ("microphone", "microphone_title"),
    ("sound", "sound_title"),
    (CALL_CHECK, "check_title"),
    ("calls", "calls_title"),
    ("work", "work_title"),
    ("pages", "pages_title"),
    ("diagnostics", "diagnostics_title"),
];
/// The only section that needs an account.
const CALL_CHECK: &str = "call-check";

/// The list of links.
pub(super) fn contents(model: Model) -> View {
    let signed_in = model.select(|snapshot| snapshot.account.is_some());
    let links: Vec<View> = SECTIONS
        .into_iter()
        .map(|(id, title)| {
            let link = move || {
                let (target, text) = (format!("#{id}"), t(title));
                view! { li { a(href=target) { (text) } } }
            };
            if id == CALL_CHECK {
                when(signed_in, link)
            } else {
                link()
            }
        })
        .collect();
    let name = t("options_contents");
    view! { nav(class="contents", aria-label=name) { ul { (links) } } }
}
