//! What is on screen. A view only draws signals and sends commands; every decision it needs is made
//! in the modules beside this one.

mod account;
mod account_calls;
mod account_field;
mod account_media;
mod ask;
mod availability;
mod banners;
mod call_card;
mod call_check;
mod call_ended;
mod call_identity;
mod call_incoming;
mod call_kind;
mod call_live;
mod call_quality;
mod call_settings;
mod call_tones;
mod call_transfer;
mod certificate;
mod confirm;
mod contents;
mod diagnostics;
mod dial_options;
mod dialer;
mod entry;
mod header;
mod history;
mod history_row;
mod history_seen;
mod hotline;
mod icon;
mod keypad;
mod microphone_step;
mod note;
mod options;
mod outbox;
mod page_numbers;
mod page_sites;
mod pages;
mod popup;
mod provider_admin;
mod provider_form;
mod provider_state;
mod sign_in;
mod sound;
mod target_field;
mod test_report;
mod tones;
mod two_calls;
mod voicemail;
mod welcome;
mod work;

#[cfg(target_arch = "wasm32")]
pub(crate) use confirm::confirm;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use confirm::confirm_about;
pub(crate) use options::options;
pub(crate) use popup::popup;

use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::model::Model;
use crate::text::t;

/// A sentence as a static text node.
fn say(key: &str) -> View {
    t(key).into()
}

/// Draws `view` while `shown`, and only builds it anew when that changes.
fn when(shown: ReadSignal<bool>, view: impl Fn() -> View + 'static) -> View {
    (move || if shown.get() { view() } else { View::new() }).into()
}

/// Controls that change a part of what is stored: before that is known a change would take the rest away, and what is
/// typed would be replaced by what comes.
fn once_known(model: Model, controls: View) -> View {
    let is_known = model.drawn;
    view! {
        fieldset(class="section", role="none", "disabled"=move || (!is_known.get()).then_some("disabled")) {
            (controls)
        }
    }
}

/// Keeps a field at what is stored, unless somebody types in it: half a number is not taken away by what is stored
/// elsewhere. Given is what the field was filled with; who stores what is typed says so there.
fn follow(stored: ReadSignal<String>, typed: Signal<String>) -> Signal<String> {
    let filled = create_signal(typed.get_clone_untracked());
    create_client_effect(move || {
        let stored = stored.get_clone();
        if untrack(|| typed.with(|typed| filled.with(|filled| typed.trim() == filled))) {
            typed.set(stored.clone());
        }
        filled.set(stored);
    });
    filled
}

/// The code behind an end or a problem, for the administrator; empty where there is none.
fn code_line(code: Option<u16>, reason: Option<&str>) -> Option<String> {
    match (code, reason.filter(|reason| !reason.is_empty())) {
        (Some(code), Some(reason)) => Some(format!("SIP {code} · {reason}")),
        (Some(code), None) => Some(format!("SIP {code}")),
        (None, Some(reason)) => Some(reason.to_owned()),
        (None, None) => None,
    }
}
