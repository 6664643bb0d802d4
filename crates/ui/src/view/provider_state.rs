//! How the session at the provider fares, and the hotline that calls go out by.

use alo_protocol::{Command, ProviderState, ProviderView, RegistrationState};
use sycamore::prelude::*;

use crate::browser;
use crate::model::Model;
use crate::note_words::{provider_name, provider_problem};
use crate::text::{t, t_with};
use crate::view::hotline::hotline_choice;
use crate::view::icon::{Icon, icon};
use crate::view::say;

/// A banner while there is a session, or should be one, and the hotline of its calls.
pub(super) fn provider_state(model: Model) -> View {
    let standing = standing(model);
    let hotline = hotline_choice(model, "account-hotline", "entry account-hotline");
    view! {
        div(class="account-status", role="status") { (standing) }
        (hotline)
    }
}

/// The banner alone.
pub(super) fn standing(model: Model) -> View {
    let provider = model.select(|snapshot| ProviderView {
        hotlines: Vec::new(),
        tags: Vec::new(),
        extensions: Vec::new(),
        ..snapshot.provider.clone()
    });
    // Told only beside a failure; else the banner would be drawn anew, and told again, when the phone gets ready.
    let can_call = model.select(|snapshot| {
        snapshot.provider.state == ProviderState::Failed
            && snapshot.registration.state == RegistrationState::Registered
    });
    let drawn = model.drawn;
    let body = move || {
        if !drawn.get() {
            return View::new();
        }
        banner(model, &provider.get_clone(), can_call.get())
    };
    body.into()
}

fn banner(model: Model, provider: &ProviderView, can_call: bool) -> View {
    let name = provider_name(provider.kind);
    let (class, sign, text) = match provider.state {
        // What an administrator asked for before signing in may have met something, too.
        ProviderState::None => {
            let Some(problem) = provider.problem else {
                return View::new();
            };
            let (text, alert) = (say(provider_problem(problem)), icon(Icon::Alert));
            return view! { div(class="banner banner-bad") { (alert) p { (text) } } };
        }
        ProviderState::SigningIn => {
            let text = t_with("signin_running", &[&name]);
            ("banner banner-warn", Icon::Turn, text)
        }
        ProviderState::SignedIn => {
            let text = t_with("signin_done", &[&name, &provider.user]);
            ("banner banner-good", Icon::Check, text)
        }
        ProviderState::Failed => {
            let text = t_with("signin_failed", &[&name]);
            ("banner banner-bad", Icon::Alert, text)
        }
    };
    let problem = provider.problem.map_or_else(View::new, |problem| {
        let text = say(provider_problem(problem));
        let retry = provider.retry_at.map_or_else(String::new, |at| {
            let time = browser::time_of_day(at);
            format!(" {}", t_with("signin_retry", &[&time]))
        });
        view! { p { (text) (retry) } }
    });
    let failed = provider.state == ProviderState::Failed;
    let calls_work = if can_call {
        let text = t("signin_calls_work");
        view! { p { (text) } }
    } else {
        View::new()
    };
    let again = if failed {
        let text = t("try_again");
        view! {
            button(r#type="button", class="small", on:click=move |_| model.send(Command::Reconnect)) { (text) }
        }
    } else {
        View::new()
    };
    let sign = icon(sign);
    view! {
        div(class=class) {
            (sign)
            div { p(class="strong") { bdi { (text) } } (problem) (calls_work) }
            (again)
        }
    }
}
