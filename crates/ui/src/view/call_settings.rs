//! How the phone treats calls: declining, sending on, showing one's number.

use alo_protocol::{DeclineMode, PhoneSettings};
use sycamore::prelude::*;
use sycamore::web::events::{Event, SubmitEvent};

use crate::model::Model;
use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::pages::{checked, value};
use crate::view::{follow, say};
use crate::wording;

const FORWARD: &str = "forward-to";

/// The section.
pub(super) fn call_settings(model: Model) -> View {
    let [title, text] = ["calls_title", "calls_text"].map(t);
    let decline = decline(model);
    let forward = forward(model);
    let anonymous = anonymous(model);
    view! {
        section(class="card", id="calls", tabindex="-1", aria-labelledby="calls-title") {
            h2(id="calls-title") { (title) }
            p(class="intro") { (text) }
            (decline)
            (forward)
            (anonymous)
        }
    }
}

fn decline(model: Model) -> View {
    let everywhere = model.select_control(|now| now.phone.decline == DeclineMode::Everywhere);
    let [label, here, all] = [
        "calls_decline",
        "calls_decline_thisDevice",
        "calls_decline_everywhere",
    ]
    .map(t);
    let choose = move |event: Event| {
        let mode = match value(&event).as_deref() {
            Some("everywhere") => DeclineMode::Everywhere,
            _ => DeclineMode::ThisDevice,
        };
        model.change_here(|phone: &mut PhoneSettings| phone.decline = mode);
    };
    view! {
        div(class="entry") {
            label(r#for="decline-mode") { (label) }
            select(id="decline-mode", on:change=choose) {
                option(
                    value="thisDevice",
                    prop:selected=move || !everywhere.get(),
                    selected=move || !everywhere.get(),
                ) { (here) }
                option(
                    value="everywhere",
                    prop:selected=move || everywhere.get(),
                    selected=move || everywhere.get(),
                ) { (all) }
            }
        }
    }
}

/// Stored when the person says so, not with each letter: half a number must not get the calls.
fn forward(model: Model) -> View {
    let stored = model.select(|now| now.phone.forward_to.clone().unwrap_or_default());
    let typed = create_signal(stored.get_clone_untracked());
    let filled = follow(stored, typed);
    let fault = create_signal(None);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        // As it is understood, it comes back.
        filled.set(typed.with_untracked(|typed| typed.trim().to_owned()));
        let target = Some(typed.get_clone_untracked()).filter(|to| !to.trim().is_empty());
        model.change(
            |phone: &mut PhoneSettings| phone.forward_to = target,
            move |refusal| fault.set(refusal),
        );
    };
    let is_changed =
        create_selector(move || typed.with(|typed| stored.with(|stored| typed.trim() != stored)));
    let fault_text = move || {
        fault.get().map_or_else(View::new, |refusal| {
            let text = say(wording::refusal(refusal));
            let alert = icon(Icon::Alert);
            view! { p(class="fault", id="forward-fault", role="alert") { (alert) (text) } }
        })
    };
    let [label, hint, save_text] =
        ["calls_forward", "calls_forward_hint", "calls_forward_save"].map(t);
    view! {
        form(class="entry", novalidate=true, autocomplete="off", on:submit=save) {
            label(r#for=FORWARD) { (label) }
            div(class="entry-row") {
                input(
                    id=FORWARD,
                    r#type="text",
                    dir="ltr",
                    "spellcheck"="false",
                    bind:value=typed,
                    aria-invalid=move || fault.get().map(|_| "true"),
                    aria-describedby=move || if fault.get().is_some() {
                        "forward-fault forward-hint"
                    } else {
                        "forward-hint"
                    },
                    on:input=move |_| fault.set(None),
                )
                button(r#type="submit", class="quiet", disabled=move || !is_changed.get() && fault.get().is_none()) {
                    (save_text)
                }
            }
            (fault_text)
            p(class="hint", id="forward-hint") { (hint) }
        }
    }
}

fn anonymous(model: Model) -> View {
    let is_on = model.select_control(|now| now.phone.anonymous);
    let [text, hint] = ["calls_anonymous", "calls_anonymous_hint"].map(t);
    view! {
        label(class="tick") {
            input(
                r#type="checkbox",
                role="switch",
                aria-describedby="anonymous-hint",
                prop:checked=move || is_on.get(),
                on:change=move |event: Event| {
                    let on = checked(&event);
                    model.change_here(|phone: &mut PhoneSettings| phone.anonymous = on);
                },
            )
            span { (text) }
        }
        p(class="hint", id="anonymous-hint") { (hint) }
    }
}
