//! The form to sign in at a provider.

use std::rc::Rc;

use alo_protocol::{
    Command, ProviderKind, ProviderProblem, ProviderSignIn, ProviderState, Refusal, VbotGeneration,
};
use sycamore::prelude::*;
use sycamore::web::events::{Event, SubmitEvent};

use crate::browser;
use crate::model::Model;
use crate::note_words::provider_problem;
use crate::preset;
use crate::provider_form::{
    Draft, Fault, Field, PATHS, advanced_fields, default_path, plain_fields,
};
use crate::text::t;
use crate::view::entry::{Entry, Kind};
use crate::view::icon::{Icon, icon};
use crate::view::provider_admin::provider_admin;
use crate::view::sign_in::{Outcome, SUBMIT};
use crate::view::{say, when};
use crate::wording;

/// What stands in each field.
type Values = Vec<(Field, Signal<String>)>;

/// The fields and what is said about them.
#[derive(Clone, Copy)]
struct Form {
    model: Model,
    kind: ProviderKind,
    values: Signal<Rc<Values>>,
    sip_only: Signal<bool>,
    generation: Signal<VbotGeneration>,
    /// Faults are shown from the first try on, so that nobody is corrected while still typing.
    tried: Signal<bool>,
    refused: Signal<Option<Refusal>>,
    sending: Signal<bool>,
    advanced: Signal<bool>,
    outcome: Outcome,
    /// What is wrong with the secrets that are stored.
    wrong: ReadSignal<Option<&'static str>>,
    /// What is signed in with at this provider.
    stored: ReadSignal<Option<ProviderSignIn>>,
}

/// The form of one provider.
pub(super) fn provider_form(model: Model, kind: ProviderKind, outcome: Outcome) -> View {
    let fields: Values = Field::ALL
        .into_iter()
        .map(|field| (field, create_signal(String::new())))
        .collect();
    let form = Form {
        model,
        kind,
        values: create_signal(Rc::new(fields)),
        sip_only: create_signal(false),
        generation: create_signal(VbotGeneration::default()),
        tried: create_signal(false),
        refused: create_signal(None),
        sending: create_signal(false),
        advanced: create_signal(false),
        outcome,
        wrong: model.select(move |snapshot| {
            let provider = &snapshot.provider;
            let failed = provider.kind == kind && provider.state == ProviderState::Failed;
            let problem = provider.problem.filter(|_| failed)?;
            matches!(
                problem,
                ProviderProblem::WrongPassword | ProviderProblem::WrongKey
            )
            .then(|| provider_problem(problem))
        }),
        stored: model.select(move |snapshot| {
            let stored = snapshot.provider.sign_in.clone();
            stored.filter(|stored| stored.kind() == kind)
        }),
    };
    form.fill_when_known();
    form.view()
}

impl Form {
    fn signal(self, field: Field) -> Signal<String> {
        self.values.with_untracked(|values| {
            let found = values.iter().find(|(known, _)| *known == field);
            found.map_or_else(|| create_signal(String::new()), |(_, value)| *value)
        })
    }

    fn draft(self) -> Draft {
        let mut draft = Draft {
            sip_only: self.sip_only.get(),
            generation: self.generation.get(),
            ..Draft::default()
        };
        for (field, value) in self.values.get_clone().iter() {
            value.with(|value| draft.set(*field, value));
        }
        draft
    }

    fn put(self, draft: &Draft) {
        for (field, value) in self.values.get_clone_untracked().iter() {
            value.set(draft.values.get(field).cloned().unwrap_or_default());
        }
        self.sip_only.set(draft.sip_only);
        self.generation.set(draft.generation);
        self.advanced.set(draft.uses_advanced(self.kind));
    }

    /// Shows what is stored once it is known, unless something has been typed by then.
    fn fill_when_known(self) {
        let preset = preset::provider(self.model, self.kind);
        let fill = move || {
            let Some(stored) = self.stored.get_clone().or_else(|| preset.get_clone()) else {
                return;
            };
            if untrack(|| self.draft()) == Draft::default() {
                self.put(&Draft::of(&stored));
            }
        };
        if cfg!(target_arch = "wasm32") {
            create_effect(fill);
        } else {
            fill();
        }
    }

    fn sign_in(self) {
        if self.sending.get_untracked() {
            return;
        }
        self.tried.set(true);
        self.refused.set(None);
        let checked = untrack(|| {
            self.stored
                .with(|stored| self.draft().check(self.kind, stored.as_ref()))
        });
        let sign_in = match checked {
            Ok(sign_in) => sign_in,
            Err(faults) => {
                if let Some((field, _)) = faults.first() {
                    if !plain_fields(self.kind).contains(field) {
                        self.advanced.set(true);
                    }
                    browser::focus(field.id());
                }
                return;
            }
        };
        self.sending.set(true);
        self.outcome.is_awaited.set(false);
        self.model
            .ask(Command::ProviderSignIn { sign_in }, move |refusal| {
                if !self.sending.is_alive() {
                    return;
                }
                self.sending.set(false);
                browser::focus_if_lost(SUBMIT);
                self.refused.set(refusal);
                if refusal.is_none() {
                    self.outcome.is_awaited.set(true);
                    self.tried.set(false);
                    self.signal(Field::Password).set(String::new());
                    self.signal(Field::Token).set(String::new());
                }
            });
    }

    fn sign_out(self) {
        // It would be hung up.
        if self.model.is_in_call() {
            self.refused.set(Some(Refusal::InCall));
            return;
        }
        self.model.ask(Command::SignOut, move |refusal| {
            if self.refused.is_alive() {
                self.refused.set(refusal);
            }
        });
    }

    fn view(self) -> View {
        let faults = create_selector(move || {
            if !self.tried.get() {
                return Vec::new();
            }
            let checked = self
                .stored
                .with(|stored| self.draft().check(self.kind, stored.as_ref()));
            checked.err().unwrap_or_default()
        });
        let fields: Vec<View> = plain_fields(self.kind)
            .iter()
            .map(|field| self.input(faults, *field))
            .collect();
        let sip_only = if self.kind == ProviderKind::Omicall {
            self.sip_only_tick()
        } else {
            View::new()
        };
        let advanced = self.advanced(faults);
        let admin = if self.kind == ProviderKind::Omicall {
            provider_admin(self.model)
        } else {
            View::new()
        };
        let refusal = move || {
            self.refused.get().map_or_else(View::new, |refusal| {
                let (text, alert) = (say(wording::refusal(refusal)), icon(Icon::Alert));
                view! { div(class="banner banner-bad", role="alert") { (alert) p { (text) } } }
            })
        };
        let is_in = self.model.select(|snapshot| {
            snapshot.account.is_some() || snapshot.provider.kind != ProviderKind::PlainSip
        });
        let sign_out = when(is_in, move || {
            let text = t("sign_out");
            view! {
                button(r#type="button", class="quiet", on:click=move |_| self.sign_out()) { (text) }
            }
        });
        let sign_in = t("sign_in");
        let outcome = self.outcome.view();
        let sending = self.sending;
        view! {
            form(novalidate=true, autocomplete="off", on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                self.sign_in();
            }) {
                div(class="fields") { (fields) }
                (sip_only)
                (advanced)
                (refusal)
                div(class="actions") {
                    button(r#type="submit", class="go", id=SUBMIT, disabled=move || sending.get()) { (sign_in) }
                    (sign_out)
                }
                (outcome)
            }
            (admin)
        }
    }

    fn input(self, faults: ReadSignal<Vec<Fault>>, field: Field) -> View {
        let (label, hint) = words(self.kind, field);
        let fault = create_selector(move || {
            faults
                .with(|faults| {
                    let found = faults.iter().find(|(at, _)| *at == field);
                    found.map(|(_, key)| *key)
                })
                .or_else(|| self.wrong_secret(field))
        });
        let entry = Entry {
            id: field.id(),
            label,
            hint,
            kind: if field.is_secret() {
                Kind::Secret
            } else {
                Kind::Code
            },
        };
        let typed = move || {
            if self.refused.get_untracked().is_some() {
                self.refused.set(None);
            }
        };
        let placeholder = move || self.placeholder(field);
        entry.view(self.signal(field), fault, placeholder, typed)
    }

    /// What is wrong with a stored secret, until another one is typed.
    fn wrong_secret(self, field: Field) -> Option<&'static str> {
        let is_kept = field.is_secret() && self.signal(field).with(String::is_empty);
        self.wrong.get().filter(|_| is_kept)
    }

    /// What an empty field means.
    fn placeholder(self, field: Field) -> Option<String> {
        if self.wrong_secret(field).is_some() {
            return None;
        }
        if field.is_secret() {
            return self.stored.with(Option::is_some).then(|| t("secret_kept"));
        }
        let example = match (field, self.kind) {
            (Field::Company, _) => "congty",
            (Field::Extension, _) => "101",
            (Field::Email, _) => "lan@example.com",
            (Field::BaseUrl, ProviderKind::Omicall) => "https://omisdk-v1-stg.omicrm.com/websdk/",
            (Field::BaseUrl, ProviderKind::Bizfly) => "https://manage.bizflycloud.vn",
            (Field::BaseUrl, _) => match self.generation.get() {
                VbotGeneration::Widget => "https://open-api-h01.vbot.vn/v3.0",
                VbotGeneration::Sdk => "https://open-api.vbot.vn",
            },
            (Field::ServerUrl, ProviderKind::Omicall) => "wss://sig.omicrm.com",
            (Field::ServerUrl, _) => "wss://sip.example.com/ws",
            (Field::SipDomain, _) => "sip.example.com",
            (path, _) => return Some(default_path(path)),
        };
        Some(example.to_owned())
    }

    fn sip_only_tick(self) -> View {
        let [text, hint] = ["signin_sip_only", "signin_sip_only_hint"].map(t);
        let sip_only = self.sip_only;
        view! {
            label(class="tick") {
                input(r#type="checkbox", aria-describedby="sip-only-hint", bind:checked=sip_only)
                span { (text) }
            }
            p(class="hint", id="sip-only-hint") { (hint) }
        }
    }

    fn advanced(self, faults: ReadSignal<Vec<Fault>>) -> View {
        let fields: Vec<View> = advanced_fields(self.kind)
            .iter()
            .map(|field| self.input(faults, *field))
            .collect();
        let generation = if self.kind == ProviderKind::Vbot {
            self.generation_choice()
        } else {
            View::new()
        };
        let paths = if self.kind == ProviderKind::Bizfly {
            let fields: Vec<View> = PATHS
                .iter()
                .map(|field| self.input(faults, *field))
                .collect();
            let [title, text, mark] =
                ["signin_paths", "signin_paths_text", "signin_unverified"].map(t);
            view! {
                fieldset(class="codes") {
                    legend { (title) " " span(class="unverified") { (mark) } }
                    p(class="hint") { (text) }
                    div(class="fields") { (fields) }
                }
            }
        } else {
            View::new()
        };
        let title = t("signin_advanced");
        let open = self.advanced;
        view! {
            details(class="more", prop:open=move || open.get()) {
                summary { (title) }
                div(class="fields") { (fields) (generation) }
                (paths)
            }
        }
    }

    fn generation_choice(self) -> View {
        let generation = self.generation;
        let [label, widget, sdk] = [
            "signin_generation",
            "signin_generation_widget",
            "signin_generation_sdk",
        ]
        .map(t);
        let is_sdk = create_selector(move || generation.get() == VbotGeneration::Sdk);
        let choose = move |event: Event| {
            generation.set(match browser::value_of(&event).as_deref() {
                Some("sdk") => VbotGeneration::Sdk,
                _ => VbotGeneration::Widget,
            });
        };
        view! {
            div(class="entry") {
                label(r#for="vbot-generation") { (label) }
                select(id="vbot-generation", on:change=choose) {
                    option(value="widget", prop:selected=move || !is_sdk.get()) { (widget) }
                    option(value="sdk", prop:selected=move || is_sdk.get()) { (sdk) }
                }
            }
        }
    }
}

/// Keys of a field's name and of what is said below it.
fn words(kind: ProviderKind, field: Field) -> (&'static str, Option<&'static str>) {
    match field {
        Field::Company => ("field_company", Some("hint_company")),
        Field::Extension => ("field_extension", None),
        Field::Email => ("field_email", None),
        Field::Password if kind == ProviderKind::Omicall => {
            ("field_password", Some("hint_omicallPassword"))
        }
        Field::Password => ("field_password", None),
        Field::Token => ("field_token", Some("hint_token")),
        Field::BaseUrl => ("field_baseUrl", Some("hint_baseUrl")),
        Field::ServerUrl => ("field_serverUrl", Some("hint_providerServer")),
        Field::SipDomain => ("field_domain", Some("hint_providerServer")),
        Field::PathToken => ("field_pathToken", None),
        Field::PathExtension => ("field_pathExtension", None),
        Field::PathHotlines => ("field_pathHotlines", None),
        Field::PathChooseHotline => ("field_pathChooseHotline", None),
        Field::PathContacts => ("field_pathContacts", None),
        Field::PathHistories => ("field_pathHistories", None),
        Field::PathNote => ("field_pathNote", Some("hint_pathNote")),
    }
}
