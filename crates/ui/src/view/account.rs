//! The account form: sign in, sign out, test.

use alo_protocol::{
    AccountView, Codec, Command, Problem, ProviderKind, Refusal, Secret, SipAccount,
};
use sycamore::prelude::*;
use sycamore::web::events::SubmitEvent;

use crate::account_form::{self, Draft, Fault, Field};
use crate::browser;
use crate::model::Model;
use crate::preset;
use crate::text::t;
use crate::view::entry::Kind;
use crate::view::icon::{Icon, icon};
use crate::view::say;
use crate::view::sign_in::{Outcome, SUBMIT};
use crate::view::test_report::test_report;
use crate::wording;

/// The form's fields and what is said about them.
#[derive(Clone, Copy)]
pub(super) struct Form {
    model: Model,
    pub(super) server_url: Signal<String>,
    domain: Signal<String>,
    user_name: Signal<String>,
    password: Signal<String>,
    display_name: Signal<String>,
    auth_user: Signal<String>,
    ice_urls: Signal<String>,
    turn_user: Signal<String>,
    turn_credential: Signal<String>,
    relay_only: Signal<bool>,
    backup_urls: Signal<String>,
    extra_headers: Signal<String>,
    auto_answer: Signal<bool>,
    pub(super) dtmf_info: Signal<bool>,
    pub(super) codecs: Signal<Vec<Codec>>,
    codes: [Signal<String>; 3],
    echo_number: Signal<String>,
    /// Faults are shown from the first try on, so that nobody is corrected while still typing.
    tried: Signal<bool>,
    pub(super) refused: Signal<Option<Refusal>>,
    sending: Signal<bool>,
    /// A test was asked for on this page: an old report is nobody's news.
    tested: Signal<bool>,
    more: Signal<bool>,
    outcome: Outcome,
    pub(super) stored: ReadSignal<Option<AccountView>>,
    /// The stored password was refused.
    pub(super) is_refused: ReadSignal<bool>,
}

/// The form.
pub(super) fn account(model: Model, outcome: Outcome) -> View {
    let form = Form::new(model, outcome);
    form.fill_when_known();
    form.view()
}

impl Form {
    fn new(model: Model, outcome: Outcome) -> Self {
        let text = || create_signal(String::new());
        Self {
            model,
            server_url: text(),
            domain: text(),
            user_name: text(),
            password: text(),
            display_name: text(),
            auth_user: text(),
            ice_urls: text(),
            turn_user: text(),
            turn_credential: text(),
            relay_only: create_signal(false),
            backup_urls: text(),
            extra_headers: text(),
            auto_answer: create_signal(false),
            dtmf_info: create_signal(false),
            codecs: create_signal(Vec::new()),
            codes: [text(), text(), text()],
            echo_number: text(),
            tried: create_signal(false),
            refused: create_signal(None),
            sending: create_signal(false),
            tested: create_signal(false),
            more: create_signal(false),
            outcome,
            is_refused: model.select(|snapshot| {
                // An account that has worked goes on trying.
                snapshot.registration.problem == Some(Problem::WrongPassword)
            }),
            // The account that a provider names is the provider's business.
            stored: model.select(|snapshot| {
                let is_own = snapshot.provider.kind == ProviderKind::PlainSip;
                snapshot.account.clone().filter(|_| is_own)
            }),
        }
    }

    pub(super) fn signal(self, field: Field) -> Signal<String> {
        match field {
            Field::ServerUrl => self.server_url,
            Field::Domain => self.domain,
            Field::UserName => self.user_name,
            Field::Password => self.password,
            Field::DisplayName => self.display_name,
            Field::AuthUser => self.auth_user,
            Field::IceUrls => self.ice_urls,
            Field::TurnUser => self.turn_user,
            Field::TurnCredential => self.turn_credential,
            Field::BackupUrls => self.backup_urls,
            Field::ExtraHeaders => self.extra_headers,
            Field::MonitorCode => self.codes[0],
            Field::WhisperCode => self.codes[1],
            Field::ColloquyCode => self.codes[2],
            Field::EchoNumber => self.echo_number,
        }
    }

    pub(super) fn draft(self) -> Draft {
        Draft {
            server_url: self.server_url.get_clone(),
            domain: self.domain.get_clone(),
            user_name: self.user_name.get_clone(),
            password: Secret::new(self.password.get_clone()),
            display_name: self.display_name.get_clone(),
            auth_user: self.auth_user.get_clone(),
            ice_urls: self.ice_urls.get_clone(),
            turn_user: self.turn_user.get_clone(),
            turn_credential: Secret::new(self.turn_credential.get_clone()),
            relay_only: self.relay_only.get(),
            backup_urls: self.backup_urls.get_clone(),
            extra_headers: self.extra_headers.get_clone(),
            auto_answer: self.auto_answer.get(),
            dtmf_info: self.dtmf_info.get(),
            codecs: self.codecs.get_clone(),
            monitor_code: self.codes[0].get_clone(),
            whisper_code: self.codes[1].get_clone(),
            colloquy_code: self.codes[2].get_clone(),
            echo_number: self.echo_number.get_clone(),
        }
    }

    fn put(self, draft: Draft) {
        self.more.set(draft.uses_more());
        self.server_url.set(draft.server_url);
        self.domain.set(draft.domain);
        self.user_name.set(draft.user_name);
        self.display_name.set(draft.display_name);
        self.auth_user.set(draft.auth_user);
        self.ice_urls.set(draft.ice_urls);
        self.turn_user.set(draft.turn_user);
        self.relay_only.set(draft.relay_only);
        self.backup_urls.set(draft.backup_urls);
        self.extra_headers.set(draft.extra_headers);
        self.auto_answer.set(draft.auto_answer);
        self.dtmf_info.set(draft.dtmf_info);
        self.codecs.set(draft.codecs);
        self.codes[0].set(draft.monitor_code);
        self.codes[1].set(draft.whisper_code);
        self.codes[2].set(draft.colloquy_code);
        self.echo_number.set(draft.echo_number);
        self.forget_secrets();
    }

    fn forget_secrets(self) {
        self.password.set(String::new());
        self.turn_credential.set(String::new());
    }

    /// Shows the stored account once it is known, unless something has been typed by then.
    fn fill_when_known(self) {
        let preset = preset::account(self.model);
        let fill = move || {
            let Some(stored) = self.stored.get_clone().or_else(|| preset.get_clone()) else {
                return;
            };
            if untrack(|| self.draft()) == Draft::default() {
                self.put(Draft::of(&stored));
            }
        };
        if cfg!(target_arch = "wasm32") {
            create_effect(fill);
        } else {
            fill();
        }
    }

    /// The account as typed, or the focus on the first field to change.
    fn checked(self) -> Option<SipAccount> {
        self.tried.set(true);
        self.refused.set(None);
        let checked = untrack(|| {
            self.stored
                .with(|stored| self.draft().check(stored.as_ref()))
        });
        match checked {
            Ok(account) => {
                // The fields show what was understood, `wss://` and all.
                self.server_url.set(account.server_url.clone());
                self.domain.set(account.domain.clone());
                Some(account)
            }
            Err(faults) => {
                if let Some((field, _)) = faults.first() {
                    if *field as u8 >= Field::AuthUser as u8 {
                        self.more.set(true);
                    }
                    browser::focus(field.id());
                }
                None
            }
        }
    }

    fn sign_in(self) {
        if self.sending.get_untracked() {
            return;
        }
        let Some(account) = self.checked() else {
            return;
        };
        self.sending.set(true);
        self.tested.set(false);
        self.outcome.is_awaited.set(false);
        self.model.ask(Command::SignIn { account }, move |refusal| {
            if !self.is_there() {
                return;
            }
            self.sending.set(false);
            browser::focus_if_lost(SUBMIT);
            match refusal {
                None => {
                    self.outcome.is_awaited.set(true);
                    self.forget_secrets();
                    self.tried.set(false);
                }
                Some(refusal) => self.refuse(refusal),
            }
        });
    }

    fn test(self) {
        if let Some(account) = self.checked() {
            self.tested.set(true);
            self.model
                .ask(Command::TestConnection { account }, move |refusal| {
                    if let Some(refusal) = refusal
                        && self.is_there()
                    {
                        self.tested.set(false);
                        self.refuse(refusal);
                    }
                });
        }
    }

    fn sign_out(self) {
        self.refused.set(None);
        self.tested.set(false);
        // It would be hung up.
        if self.model.is_in_call() {
            self.refused.set(Some(Refusal::InCall));
            return;
        }
        self.model.ask(Command::SignOut, move |refusal| {
            if !self.is_there() {
                return;
            }
            self.forget_secrets();
            self.tried.set(false);
            self.refused.set(refusal);
        });
    }

    /// Not another form in its place by now.
    fn is_there(self) -> bool {
        self.sending.is_alive()
    }

    fn refuse(self, refusal: Refusal) {
        self.refused.set(Some(refusal));
        if let Some(field) = account_form::refused_field(refusal) {
            browser::focus(field.id());
        }
    }

    fn view(self) -> View {
        let faults = create_selector(move || {
            if !self.tried.get() {
                return Vec::new();
            }
            self.stored.with(|stored| {
                self.draft()
                    .check(stored.as_ref())
                    .err()
                    .unwrap_or_default()
            })
        });
        let signed_in = create_selector(move || self.stored.with(Option::is_some));
        let input = |field, kind| self.input(faults, field, kind);
        let fields = vec![
            input(Field::ServerUrl, Kind::Code),
            input(Field::Domain, Kind::Code),
            input(Field::UserName, Kind::Code),
            input(Field::Password, Kind::Secret),
            input(Field::DisplayName, Kind::Words),
        ];
        let more = self.more(faults);
        let refusal = self.refusal();
        let outcome = self.outcome.view();
        let report = test_report(self.model, self.tested, self.server_url);
        let [sign_in, sign_out, test] = ["sign_in", "sign_out", "test_connection"].map(t);
        let sign_out = move || {
            if !signed_in.get() {
                return View::new();
            }
            let text = sign_out.clone();
            view! {
                button(r#type="button", class="quiet", on:click=move |_| self.sign_out()) { (text) }
            }
        };
        let (sending, tested) = (self.sending, self.tested);
        let running = self.model.select(|snapshot| {
            snapshot
                .test
                .as_ref()
                .is_some_and(|test| test.verdict == alo_protocol::Verdict::Running)
        });
        view! {
                form(novalidate=true, autocomplete="off", on:submit=move |event: SubmitEvent| {
                    event.prevent_default();
                    self.sign_in();
                }) {
                    div(class="fields") { (fields) }
                    (more)
                    (refusal)
                    div(class="actions") {
                        button(r#type="submit", class="go", id=SUBMIT, disabled=move || sending.get()) {
                            (sign_in)
                        }
                        button(
                            r#type="button",
                            class="quiet",
                            disabled=move || tested.get() && running.get(),
                            on:click=move |_| self.test(),
                        ) { (test) }
                        (sign_out)
                    }
                    (outcome)
                }
                (report)
        }
    }

    fn more(self, faults: ReadSignal<Vec<Fault>>) -> View {
        let input = |field, kind| self.input(faults, field, kind);
        let fields = vec![
            input(Field::AuthUser, Kind::Code),
            input(Field::IceUrls, Kind::Lines),
            input(Field::TurnUser, Kind::Code),
            input(Field::TurnCredential, Kind::Secret),
            input(Field::BackupUrls, Kind::Lines),
            input(Field::ExtraHeaders, Kind::Lines),
        ];
        let [title, relay, answer, answer_hint] = [
            "account_more",
            "account_relay_only",
            "account_auto_answer",
            "account_auto_answer_hint",
        ]
        .map(t);
        let (more, relay_only, auto_answer) = (self.more, self.relay_only, self.auto_answer);
        let calls = self.calls_fields(faults);
        let media = self.media_fields();
        view! {
            details(class="more", prop:open=move || more.get()) {
                summary { (title) }
                div(class="fields") { (fields) }
                label(class="tick") {
                    input(r#type="checkbox", bind:checked=relay_only)
                    span { (relay) }
                }
                label(class="tick") {
                    input(
                        r#type="checkbox",
                        aria-describedby="auto-answer-hint",
                        bind:checked=auto_answer,
                    )
                    span { (answer) }
                }
                p(class="hint", id="auto-answer-hint") { (answer_hint) }
                (media)
                (calls)
            }
        }
    }

    /// Why the last wish was not taken, where no field says it.
    fn refusal(self) -> View {
        let refused = self.refused;
        let body = move || {
            let refusal = refused
                .get()
                .filter(|refusal| account_form::refused_field(*refusal).is_none());
            refusal.map_or_else(View::new, |refusal| {
                let text = say(wording::refusal(refusal));
                let alert = icon(Icon::Alert);
                view! { div(class="banner banner-bad") { (alert) p { (text) } } }
            })
        };
        view! { div(class="account-status", role="status") { (body) } }
    }
}
