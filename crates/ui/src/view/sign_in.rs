//! "Account": who runs the call centre, how the account stands, and the form to sign in with.

use alo_protocol::{AccountView, ProviderKind, RegistrationState, RegistrationView};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::model::Model;
use crate::note_words::provider_name;
use crate::preset;
use crate::text::t;
use crate::view::account::account;
use crate::view::banners::code_view;
use crate::view::certificate::certificate_link;
use crate::view::icon::{Icon, icon};
use crate::view::provider_form::provider_form;
use crate::view::provider_state::{provider_state, standing};
use crate::view::{once_known, say, when};
use crate::wording;

const CHOICES: [(ProviderKind, &str); 4] = [
    (ProviderKind::Omicall, "signin_omicall_hint"),
    (ProviderKind::Bizfly, "signin_bizfly_hint"),
    (ProviderKind::Vbot, "signin_vbot_hint"),
    (ProviderKind::PlainSip, "signin_plain_hint"),
];

/// Id of the button that signs in.
pub(super) const SUBMIT: &str = "sign-in";

/// The section.
pub(super) fn sign_in(model: Model) -> View {
    let stored = model.select(|snapshot| {
        let kind = snapshot.provider.kind;
        (snapshot.account.is_some() || kind != ProviderKind::PlainSip).then_some(kind)
    });
    let kind = create_signal(stored.get_untracked().unwrap_or_default());
    let is_chosen = create_signal(false);
    // What somebody is signed in at is shown, now and when it changes. Who signs out may be typing the next account
    // already, and who chose something sees that.
    create_client_effect(move || {
        if let Some(stored) = stored.get()
            && !is_chosen.get_untracked()
        {
            kind.set(stored);
        }
    });
    // What the package proposes, once: what the person chooses then is theirs.
    let preset = preset::kind(model);
    let is_proposed = create_signal(false);
    create_client_effect(move || {
        if let Some(proposed) = preset.get()
            && !is_proposed.get_untracked()
            && !is_chosen.get_untracked()
        {
            is_proposed.set(true);
            kind.set(proposed);
        }
    });
    let [title, intro] = ["account_title", "account_text"].map(t);
    let registration = registration(model);
    let provider = provider_state(model);
    let choice = choice(kind, is_chosen);
    let shown = create_selector(move || kind.get());
    let form = move || match shown.get() {
        ProviderKind::PlainSip => account(model, outcome(model)),
        provider => provider_form(model, provider, outcome(model)),
    };
    let form = once_known(model, form.into());
    view! {
        section(class="card", id="account", tabindex="-1", aria-labelledby="account-title") {
            h2(id="account-title") { (title) }
            p(class="intro") { (intro) }
            (registration)
            (provider)
            (choice)
            (form)
        }
    }
}

fn choice(kind: Signal<ProviderKind>, is_chosen: Signal<bool>) -> View {
    let choices: Vec<View> = CHOICES
        .into_iter()
        .map(|(this, hint)| {
            let (name, hint) = (provider_name(this), t(hint));
            let is_on = create_selector(move || kind.get() == this);
            let choose = move |_| {
                is_chosen.set(true);
                kind.set(this);
            };
            view! {
                label(class="choice") {
                    input(
                        r#type="radio",
                        name="provider",
                        prop:checked=move || is_on.get(),
                        checked=move || is_on.get(),
                        on:change=choose,
                    )
                    span(class="choice-text") {
                        span(class="strong") { (name) }
                        span(class="hint") { (hint) }
                    }
                }
            }
        })
        .collect();
    let label = t("signin_choice");
    view! {
        fieldset(class="choices") { legend { (label) } (choices) }
    }
}

/// What becomes of signing in, beside the button that was pressed for it: what stands above the form may be out of sight.
/// It is told to screen readers there.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    model: Model,
    /// Signing in was asked for on this page.
    pub(super) is_awaited: Signal<bool>,
}

fn outcome(model: Model) -> Outcome {
    Outcome {
        model,
        is_awaited: create_signal(false),
    }
}

impl Outcome {
    pub(super) fn view(self) -> View {
        when(*self.is_awaited, move || {
            let (registration, provider) = (standing_of_account(self.model), standing(self.model));
            view! { div(class="account-status account-outcome") { (registration) (provider) } }
        })
    }
}

/// How the SIP account stands.
fn registration(model: Model) -> View {
    let body = standing_of_account(model);
    view! { div(class="account-status", role="status") { (body) } }
}

fn standing_of_account(model: Model) -> View {
    let registration = model.select(|snapshot| snapshot.registration.clone());
    let account = model.select(|snapshot| {
        let account = snapshot.account.as_ref();
        account.map(|account| (address(account), account.server_url.clone()))
    });
    let drawn = model.drawn;
    let body = move || {
        let account = account.get_clone().filter(|_| drawn.get());
        account.map_or_else(View::new, |(address, server_url)| {
            registration_view(&registration.get_clone(), address, &server_url)
        })
    };
    body.into()
}

fn address(account: &AccountView) -> String {
    format!("{}@{}", account.username, account.domain)
}

fn registration_view(registration: &RegistrationView, address: String, server_url: &str) -> View {
    let (class, sign) = match registration.state {
        RegistrationState::Registered => ("banner banner-good", Icon::Check),
        RegistrationState::Failed => ("banner banner-bad", Icon::Alert),
        RegistrationState::SignedOut | RegistrationState::Inactive => {
            ("banner banner-info", Icon::Minus)
        }
        RegistrationState::Connecting | RegistrationState::Recovering => {
            ("banner banner-warn", Icon::Turn)
        }
    };
    let state = say(wording::registration(registration.state));
    let problem = registration.problem.map_or_else(View::new, |problem| {
        let text = say(wording::problem(problem));
        let code = code_view(registration.code);
        let page = certificate_link(Some(problem), server_url);
        view! { p { (text) (code) } (page) }
    });
    let sign = icon(sign);
    view! {
        div(class=class) { (sign) div { p { span(class="strong") { (state) } " · " bdi { (address) } } (problem) } }
    }
}
