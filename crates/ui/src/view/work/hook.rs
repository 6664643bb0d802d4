//! The company's own address that the record of each call goes to.

use alo_protocol::{CallHook, Secret, is_web_address};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::SubmitEvent;

use crate::browser;
use crate::model::Model;
use crate::text::t;
use crate::view::entry::{Entry, Kind};
use crate::view::work::{Outcome, change_then, outcome_line};
use crate::web_address;

/// The part of the section.
pub(super) fn hook(model: Model) -> View {
    let stored = model.select(|now| now.work.hook.url.clone());
    let url = create_signal(stored.get_clone_untracked());
    let filled = create_signal(stored.get_clone_untracked());
    let secret = create_signal(String::new());
    let tried = create_signal(false);
    let outcome = create_signal(Outcome::Nothing);
    create_client_effect(move || {
        let stored = stored.get_clone();
        untrack(|| {
            if filled.with(|filled| url.with(|url| url == filled)) {
                url.set(stored.clone());
                filled.set(stored);
            }
        });
    });
    let is_bad = move || {
        url.with(|url| {
            let url = web_address::normal(url);
            !url.is_empty() && !is_web_address(&url)
        })
    };
    let fault = create_selector(move || (tried.get() && is_bad()).then_some("fault_hookAddress"));
    let save = move || {
        tried.set(true);
        if untrack(is_bad) {
            outcome.set(Outcome::Nothing);
            browser::focus("hook-url");
            return;
        }
        tried.set(false);
        let address = web_address::normal(&url.get_clone_untracked());
        let typed = secret.get_clone_untracked();
        let hook = CallHook {
            url: address.clone(),
            secret: Secret::new(typed.clone()),
        };
        url.set(address.clone());
        filled.set(address);
        let taken = move || {
            // A refused key need not be typed again, and one that was typed since stays.
            if secret.with_untracked(|now| *now == typed) {
                secret.set(String::new());
            }
        };
        change_then(model, outcome, |work| work.hook = hook, taken);
    };
    let entry = Entry {
        id: "hook-url",
        label: "work_hook_url",
        hint: Some("work_hook_hint"),
        kind: Kind::Code,
    };
    let example = || Some("https://crm.example.com/calls".to_owned());
    let entry = entry.view(url, fault, example, move || outcome.set(Outcome::Nothing));
    let no_fault = create_selector(|| None);
    let key = Entry {
        id: "hook-secret",
        label: "work_hook_secret",
        hint: Some("work_hook_secret_hint"),
        kind: Kind::Secret,
    };
    // Whether one is stored is not told to views; it stays while the address does.
    let kept = move || {
        let is_same = stored.with(|stored| {
            !stored.is_empty() && url.with(|url| web_address::normal(url) == *stored)
        });
        is_same.then(|| t("work_hook_kept"))
    };
    let key = key.view(secret, no_fault, kept, || {});
    let line = outcome_line(outcome);
    let [title, save_text] = ["work_hook", "work_save"].map(t);
    view! {
        h3 { (title) }
        form(novalidate=true, autocomplete="off", on:submit=move |event: SubmitEvent| {
            event.prevent_default();
            save();
        }) {
            div(class="fields") { (entry) (key) }
            div(class="actions") { button(r#type="submit", class="quiet") { (save_text) } (line) }
        }
    }
}
