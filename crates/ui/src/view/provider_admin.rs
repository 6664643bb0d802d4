//! For administrators of OmiCall: the company's key lists the extensions, and one is chosen.

use alo_protocol::{Command, ExtensionView, Refusal, Secret, folded};
use sycamore::prelude::*;
use sycamore::web::events::{KeyboardEvent, MouseEvent};

use crate::browser;

use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::entry::{Entry, Kind};
use crate::view::icon::{Icon, icon};
use crate::view::{say, when};
use crate::web_address;
use crate::wording;

/// Folded away: agents have no such key.
pub(super) fn provider_admin(model: Model) -> View {
    let key = create_signal(String::new());
    let base_url = create_signal(String::new());
    let tried = create_signal(false);
    let refused = create_signal(None::<Refusal>);
    let key_fault = create_selector(move || {
        (tried.get() && key.with(|key| key.trim().is_empty())).then_some("fault_apiKey")
    });
    let base_fault = create_selector(move || {
        let is_bad = base_url.with(|url| {
            let url = web_address::normal(url);
            !url.is_empty() && !web_address::is_usable(&url)
        });
        (tried.get() && is_bad).then_some("fault_webAddress")
    });
    let list = move || {
        tried.set(true);
        refused.set(None);
        if key_fault.get_untracked().is_some() {
            browser::focus("api-key");
            return;
        }
        if base_fault.get_untracked().is_some() {
            browser::focus("api-base-url");
            return;
        }
        let command = Command::ListExtensions {
            base_url: base_url.with_untracked(|url| web_address::normal(url)),
            api_key: Secret::new(key.with_untracked(|key| key.trim().to_owned())),
        };
        // Used once and not kept: not here either.
        key.set(String::new());
        tried.set(false);
        model.ask(command, move |refusal| {
            if refused.is_alive() {
                refused.set(refusal);
            }
        });
    };
    // Enter in one of these fields must not sign in with the form above.
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            list();
        }
    };
    let field = |id, label, hint, kind| Entry {
        id,
        label,
        hint: Some(hint),
        kind,
    };
    let key_entry = field("api-key", "field_apiKey", "hint_apiKey", Kind::Secret);
    let key_entry = key_entry.view(key, key_fault, || None, || {});
    let base_entry = field(
        "api-base-url",
        "field_apiBaseUrl",
        "hint_baseUrl",
        Kind::Code,
    );
    let base_entry = base_entry.view(
        base_url,
        base_fault,
        || Some("https://public-v1-stg.omicall.com".to_owned()),
        || {},
    );
    let listing = model.select(|snapshot| snapshot.provider.listing);
    let button = move || {
        t(if listing.get() {
            "admin_listing"
        } else {
            "admin_list"
        })
    };
    let refusal = move || {
        refused.get().map_or_else(View::new, |refusal| {
            let (text, alert) = (say(wording::refusal(refusal)), icon(Icon::Alert));
            view! { p(class="fault", role="alert") { (alert) (text) } }
        })
    };
    let found = extensions(model, refused);
    let title = t("admin_title");
    view! {
        details(class="more admin") {
            summary { (title) }
            div(class="fields", on:keydown=on_key) { (key_entry) (base_entry) }
            div(class="actions") {
                button(
                    r#type="button",
                    class="quiet",
                    disabled=move || listing.get(),
                    on:click=move |_: MouseEvent| list(),
                ) { (button) }
            }
            (refusal)
            (found)
        }
    }
}

fn extensions(model: Model, refused: Signal<Option<Refusal>>) -> View {
    let known = model.select(|snapshot| snapshot.provider.extensions.clone());
    let query = create_signal(String::new());
    let shown = create_memo(move || {
        let query = query.with(|query| folded(query.trim()));
        known.with(|known| {
            let matches = |extension: &&ExtensionView| {
                extension.extension.contains(&query) || folded(&extension.name).contains(&query)
            };
            known.iter().filter(matches).cloned().collect::<Vec<_>>()
        })
    });
    let any = create_selector(move || known.with(|known| !known.is_empty()));
    when(any, move || {
        let choose = move |extension: ExtensionView| {
            let (number, name) = (extension.extension.clone(), extension.name);
            let command = Command::ChooseExtension {
                extension: extension.extension,
            };
            let press = move |_: MouseEvent| {
                model.ask(command.clone(), move |refusal| {
                    if refused.is_alive() {
                        refused.set(refusal);
                    }
                });
            };
            view! {
                li {
                    button(r#type="button", class="extension", on:click=press) {
                        span(class="strong") { (number) } " " bdi { (name) }
                    }
                }
            }
        };
        let count = known.with_untracked(Vec::len).to_string();
        let label = t_with("admin_choose", &[&count]);
        let name = label.clone();
        let search = t("admin_search");
        let search_label = search.clone();
        view! {
            div(class="extensions", role="group", aria-label=name) {
                p(role="status") { (label) }
                input(r#type="search", class="search", aria-label=search_label, placeholder=search, bind:value=query)
                ul { Keyed(list=shown, view=choose, key=|extension: &ExtensionView| extension.extension.clone()) }
            }
        }
    })
}
