//! The customer's page that opens with a call.

use alo_protocol::{PopAt, ScreenPop, is_page_template};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::{Event, SubmitEvent};

use crate::browser;
use crate::model::Model;
use crate::text::t;
use crate::view::entry::{Entry, Kind};
use crate::view::work::{Outcome, change, outcome_line};
use crate::web_address;

const MOMENTS: [(PopAt, &str, &str); 3] = [
    (PopAt::Never, "never", "work_pop_never"),
    (PopAt::Ring, "ring", "work_pop_ring"),
    (PopAt::Answer, "answer", "work_pop_answer"),
];

/// The part of the section.
pub(super) fn screen_pop(model: Model) -> View {
    let stored = model.select(|now| now.work.screen_pop.clone());
    let first = stored.get_clone_untracked();
    let url = create_signal(first.url.clone());
    let incoming = create_signal(first.incoming);
    let outgoing = create_signal(first.outgoing);
    let filled = create_signal(first);
    let tried = create_signal(false);
    let outcome = create_signal(Outcome::Nothing);
    let typed = move || ScreenPop {
        url: web_address::normal(&url.get_clone()),
        incoming: incoming.get(),
        outgoing: outgoing.get(),
    };
    create_client_effect(move || {
        let stored = stored.get_clone();
        untrack(|| {
            if filled.with(|filled| typed() == *filled) {
                url.set(stored.url.clone());
                incoming.set(stored.incoming);
                outgoing.set(stored.outgoing);
                filled.set(stored);
            }
        });
    });
    let is_bad = move || {
        let typed = typed();
        let is_wanted = typed.incoming != PopAt::Never || typed.outgoing != PopAt::Never;
        if typed.url.is_empty() {
            is_wanted
        } else {
            !is_page_template(&typed.url)
        }
    };
    let fault = create_selector(move || (tried.get() && is_bad()).then_some("fault_template"));
    let save = move || {
        tried.set(true);
        if untrack(is_bad) {
            outcome.set(Outcome::Nothing);
            browser::focus("pop-url");
            return;
        }
        tried.set(false);
        let pop = untrack(typed);
        url.set(pop.url.clone());
        filled.set(pop.clone());
        change(model, outcome, |work| work.screen_pop = pop);
    };
    let test = move |_| {
        let template = web_address::normal(&url.get_clone_untracked());
        if let Some(page) = web_address::with_samples(&template) {
            browser::open_tab(&page);
        } else {
            tried.set(true);
            browser::focus("pop-url");
        }
    };
    let entry = Entry {
        id: "pop-url",
        label: "work_pop_url",
        hint: Some("work_pop_hint"),
        kind: Kind::Code,
    };
    let example = || Some("https://crm.example.com/search?phone={e164}".to_owned());
    let entry = entry.view(url, fault, example, move || outcome.set(Outcome::Nothing));
    let moments = [
        moment("pop-incoming", "work_pop_incoming", incoming),
        moment("pop-outgoing", "work_pop_outgoing", outgoing),
    ];
    let moments: Vec<View> = moments.into();
    let line = outcome_line(outcome);
    let [title, save_text, test_text] = ["work_pop", "work_save", "work_pop_test"].map(t);
    view! {
        h3 { (title) }
        form(novalidate=true, autocomplete="off", on:submit=move |event: SubmitEvent| {
            event.prevent_default();
            save();
        }) {
            (entry)
            div(class="fields work-fields") { (moments) }
            div(class="actions") {
                button(r#type="submit", class="quiet") { (save_text) }
                button(r#type="button", class="quiet", on:click=test) { (test_text) }
                (line)
            }
        }
    }
}

fn moment(id: &'static str, label: &'static str, chosen: Signal<PopAt>) -> View {
    let options: Vec<View> = MOMENTS
        .into_iter()
        .map(|(moment, value, key)| {
            let text = t(key);
            let is_chosen = move || chosen.get() == moment;
            view! { option(value=value, prop:selected=is_chosen, selected=is_chosen) { (text) } }
        })
        .collect();
    let label = t(label);
    let choose = move |event: Event| {
        let value = browser::value_of(&event);
        let found = MOMENTS
            .into_iter()
            .find(|(_, name, _)| Some(*name) == value.as_deref());
        if let Some((moment, ..)) = found {
            chosen.set(moment);
        }
    };
    view! {
        div(class="entry") {
            label(r#for=id) { (label) }
            select(id=id, on:change=choose) { (options) }
        }
    }
}
