//! The small window that asks before a call: it is ours, so that no page can draw over it or press
//! its buttons.

use alo_protocol::{Caution, CountryDoubt, PendingCall, QUESTION_REST_MS, Refusal};
use sycamore::prelude::*;

use crate::browser;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};
use crate::view::say;
use crate::worker;

/// What the window shows.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    #[cfg_attr(
        not(target_arch = "wasm32"),
        allow(dead_code, reason = "the browser's part")
    )]
    Starting,
    /// It waits no longer.
    Over,
    Asking(PendingCall),
    Refused(String),
}

impl Stage {
    fn of(call: Option<PendingCall>) -> Self {
        match call {
            None => Self::Over,
            Some(call) => match call.refusal {
                Some(refusal) => Self::Refused(refusal_key(refusal)),
                None => Self::Asking(call),
            },
        }
    }
}

/// The window about one call, or about none that waits.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn confirm_about(call: Option<PendingCall>) -> View {
    draw(create_signal(Stage::of(call)))
}

/// The whole window.
#[cfg(target_arch = "wasm32")]
pub(crate) fn confirm() -> View {
    let stage = create_signal(Stage::Starting);
    let show = move |call| stage.set(Stage::of(call));
    if let Some(refusal) = browser::address_value("refusal") {
        stage.set(Stage::Refused(format!("refusal_{refusal}")));
    } else if let Some(href) = browser::address_value("href") {
        worker::ask(href, show);
    } else {
        worker::pending(browser::address_hash(), show);
    }
    draw(stage)
}

fn draw(stage: Signal<Stage>) -> View {
    let body = move || match stage.get_clone() {
        Stage::Starting => View::new(),
        Stage::Over => sentence("confirm_over"),
        Stage::Refused(key) => sentence(&key),
        Stage::Asking(call) => asking(call, move |refusal| {
            stage.set(Stage::Refused(refusal_key(refusal)));
        }),
    };
    view! { main(class="confirm") { (body) } }
}

fn refusal_key(refusal: Refusal) -> String {
    worker::name(refusal).map_or_else(|| "card_refused".into(), |name| format!("refusal_{name}"))
}

fn sentence(key: &str) -> View {
    let text = say(key);
    let close = t("confirm_close");
    view! {
        p(role="status") { (text) }
        div(class="confirm-row") {
            button(r#type="button", class="quiet", on:click=|_| browser::close()) { (close) }
        }
    }
}

fn asking(call: PendingCall, refused: impl Fn(Refusal) + Clone + 'static) -> View {
    let PendingCall {
        id,
        display,
        country,
        post_dial,
        doubt,
        site,
        caution,
        ..
    } = call;
    let place = country.as_deref().map(browser::country).unwrap_or_default();
    let why = match caution {
        Some(Caution::Premium) => t("confirm_premium"),
        Some(Caution::Emergency) => t("confirm_emergency"),
        Some(Caution::FirstCountry) => t_with("confirm_first_country", &[&place]),
        // Asked for on a page: the digits for after the answer are what there is to see.
        Some(Caution::Unseen) | None if !site.is_empty() => String::new(),
        Some(Caution::Unseen) | None => t("confirm_unseen"),
    };
    let who = if site.is_empty() {
        t("confirm_title")
    } else {
        t_with("confirm_title_site", &[&site])
    };
    let digits = post_dial.map_or_else(View::new, |digits| {
        let text = t_with("card_postDial", &[&digits]);
        view! { p(class="hint") { (text) } }
    });
    let doubt = doubt.map_or_else(View::new, |doubt| {
        let text = match doubt {
            CountryDoubt::Guessed => t("card_doubt_guessed"),
            CountryDoubt::Rival { country } => {
                t_with("card_doubt_rival", &[&browser::country(&country)])
            }
        };
        view! { p { (text) } }
    });
    let [yes, no] = ["call", "confirm_no"].map(t);
    // It opens in front of whoever is clicking: a click that was meant for something else does not count.
    let sending = create_signal(true);
    browser::after(QUESTION_REST_MS, move || sending.set(false));
    let press = move |_| {
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        let refused = refused.clone();
        worker::confirm(id.clone(), move |refusal| match refusal {
            None => browser::close(),
            Some(refusal) => refused(refusal),
        });
    };
    let phone = icon(Icon::Phone);
    view! {
        h1 { (who) }
        p(class="confirm-number") { bdi { (display) } }
        (digits)
        p(class="hint") { (place) }
        (doubt)
        p { (why) }
        div(class="confirm-row") {
            button(r#type="button", class="quiet", on:click=|_| browser::close()) { (no) }
            button(r#type="button", class="go", disabled=move || sending.get(), on:click=press) {
                (phone) span { (yes) }
            }
        }
    }
}
