//! How pages are treated: whether numbers are found on them, and whose numbers they are.

use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::browser;
use crate::settings::{COUNTRIES, PageSettings};
use crate::text::t;
use crate::view::{say, when};

/// The section.
pub(super) fn pages(settings: PageSettings) -> View {
    let PageSettings {
        detection,
        country,
        failed,
    } = settings;
    let countries: Vec<View> = COUNTRIES
        .into_iter()
        .map(|code| {
            let name = browser::country(code);
            view! {
                option(value=code, selected=move || country.with(|chosen| chosen == code)) { (name) }
            }
        })
        .collect();
    let failed = when(*failed, || {
        let text = say("refusal_storageFailed");
        view! { p(class="fault", role="alert") { (text) } }
    });
    let [title, intro, on, on_hint, which, which_hint] = [
        "pages_title",
        "pages_text",
        "pages_detection",
        "pages_detection_hint",
        "pages_country",
        "pages_country_hint",
    ]
    .map(t);
    view! {
        section(class="card", id="pages", tabindex="-1", aria-labelledby="pages-title") {
            h2(id="pages-title") { (title) }
            p(class="intro") { (intro) }
            label(class="tick") {
                input(
                    r#type="checkbox",
                    role="switch",
                    aria-describedby="detection-hint",
                    prop:checked=move || detection.get(),
                    on:change=move |_| settings.store_detection(!detection.get_untracked()),
                )
                span { (on) }
            }
            p(class="hint", id="detection-hint") { (on_hint) }
            div(class="entry") {
                label(r#for="country") { (which) }
                select(
                    id="country",
                    aria-describedby="country-hint",
                    on:change=move |event: Event| {
                        if let Some(code) = chosen(&event) {
                            settings.store_country(&code);
                        }
                    },
                ) { (countries) }
                p(class="hint", id="country-hint") { (which_hint) }
            }
            (failed)
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn chosen(event: &Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    Some(
        event
            .target()?
            .dyn_into::<web_sys::HtmlSelectElement>()
            .ok()?
            .value(),
    )
}

#[cfg(not(target_arch = "wasm32"))]
fn chosen(_event: &Event) -> Option<String> {
    None
}
