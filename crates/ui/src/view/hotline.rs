//! The hotline that calls go out by: a choice where the provider offers several.

use alo_protocol::{Command, HotlineView};
use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::browser;
use crate::model::Model;
use crate::text::t;

/// A list with its label; nothing where there is nothing to choose. `id` is unique on the page.
pub(super) fn hotline_choice(model: Model, id: &'static str, class: &'static str) -> View {
    let offered = model.select(|snapshot| snapshot.provider.hotlines.clone());
    let chosen = model.select(|snapshot| snapshot.provider.hotline.clone());
    let needed = model.select(|snapshot| snapshot.provider.hotline_needed);
    (move || {
        let hotlines = offered.get_clone();
        if hotlines.len() < 2 {
            return View::new();
        }
        let options: Vec<View> = hotlines
            .into_iter()
            .map(|hotline| option(hotline, chosen))
            .collect();
        let label = t("hotline_label");
        let is_any = move || chosen.with(Option::is_none);
        let by_provider = match needed.get() {
            true => View::new(),
            false => {
                let text = t("hotline_any");
                view! { option(value="", prop:selected=is_any, selected=is_any) { (text) } }
            }
        };
        let choose = move |event: Event| {
            if let Some(value) = browser::value_of(&event) {
                let hotline = Some(value).filter(|value| !value.is_empty());
                model.send(Command::ChooseHotline { hotline });
            }
        };
        view! {
            div(class=class) {
                label(r#for=id) { (label) }
                select(id=id, on:change=choose) {
                    (by_provider)
                    (options)
                }
            }
        }
    })
    .into()
}

fn option(hotline: HotlineView, chosen: ReadSignal<Option<String>>) -> View {
    let id = hotline.id.clone();
    let is_chosen = create_selector(move || chosen.with(|chosen| chosen.as_ref() == Some(&id)));
    let text = if hotline.label.is_empty() {
        hotline.id.clone()
    } else {
        hotline.label
    };
    let value = hotline.id;
    view! {
        option(value=value, prop:selected=move || is_chosen.get(), selected=move || is_chosen.get()) { (text) }
    }
}
