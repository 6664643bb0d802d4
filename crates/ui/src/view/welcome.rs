//! The first page after installation: what Alo needs, and how far one is.

use alo_protocol::RegistrationState;
use sycamore::prelude::*;

use crate::microphone::Microphone;
use crate::microphone_access::Access;
use crate::model::Model;
use crate::preset;
use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::when;

/// As many are shown; the worker's console has all.
const MOST_FAULTS: usize = 10;

/// The two steps, each ticked off as it is done.
pub(super) fn welcome(model: Model, microphone: Microphone) -> View {
    let signed_in =
        model.select(|snapshot| snapshot.registration.state == RegistrationState::Registered);
    let heard = create_selector(move || microphone.access.get() == Access::Granted);
    let ready = create_selector(move || signed_in.get() && heard.get());
    let [title, text] = ["welcome_title", "welcome_text"].map(t);
    let first = step("1", "welcome_step_account", "#account", signed_in);
    let second = step("2", "welcome_step_microphone", "#microphone", heard);
    let outcome = move || {
        t(if ready.get() {
            "welcome_ready"
        } else {
            "welcome_next"
        })
    };
    let faults = faults(model);
    view! {
        section(class="card welcome", aria-labelledby="welcome-title") {
            h2(id="welcome-title") { (title) }
            p { (text) }
            (faults)
            ol { (first) (second) }
            p(class="welcome-next", role="status") { (outcome) }
        }
    }
}

/// What is wrong with the company's package: who installs it for a trial is who can mend it.
fn faults(model: Model) -> View {
    let faults = preset::faults(model);
    let is_any = create_selector(move || faults.with(|faults| !faults.is_empty()));
    when(is_any, move || {
        let text = t("package_faults");
        let lines: Vec<View> = faults
            .get_clone()
            .into_iter()
            .take(MOST_FAULTS)
            .map(|fault| view! { li { code(dir="ltr") { (fault) } } })
            .collect();
        let alert = icon(Icon::Alert);
        view! {
            div(class="banner banner-bad") {
                (alert)
                div { p { (text) } ul(class="package-faults") { (lines) } }
            }
        }
    })
}

fn step(number: &'static str, key: &str, target: &'static str, done: ReadSignal<bool>) -> View {
    let text = t(key);
    view! {
        li(class=move || if done.get() { "done" } else { "" }) {
            span(class="step-mark") {
                (move || if done.get() { icon(Icon::Check) } else { number.into() })
            }
            a(href=target) { (text) }
            (move || if done.get() {
                let done = t("done");
                view! { span(class="sr-only") { (done) } }
            } else {
                View::new()
            })
        }
    }
}
