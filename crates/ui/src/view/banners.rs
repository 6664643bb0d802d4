//! What stands between a person and a call, each with the way out of it.

use alo_protocol::{Command, MicrophoneState, Problem, Refusal, RegistrationState};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::browser;
use crate::model::Model;
use crate::text::t;
use crate::view::certificate::certificate_link;
use crate::view::icon::{Icon, icon};
use crate::view::outbox::outbox;
use crate::view::{code_line, say, when};
use crate::wording;

/// All banners that apply, the most hindering first.
pub(super) fn banners(model: Model) -> View {
    let (drawn, linked) = (model.drawn, model.linked);
    let cut_off = create_selector(move || drawn.get() && !linked.get());
    let cut_off = when(cut_off, || {
        let text = t("connecting_agent");
        let turn = icon(Icon::Turn);
        view! { div(class="banner banner-info", role="status") { (turn) p { (text) } } }
    });
    let registration = registration(model);
    let microphone = microphone(model);
    let outbox = outbox(model);
    view! {
        div(class="banners") { (cut_off) (registration) (microphone) (outbox) }
    }
}

/// What was refused last.
pub(super) fn notice(model: Model) -> View {
    let notice = model.notice;
    // What a notification's button was refused; it goes by itself.
    let told = model.select(|snapshot| snapshot.notice);
    let is_ready = model.select(|s| s.registration.state == RegistrationState::Registered);
    create_client_effect(move || {
        let is_over = |refusal| matches!(refusal, Refusal::SignedOut | Refusal::NotConnected);
        if is_ready.get() && notice.get_untracked().is_some_and(is_over) {
            notice.set(None);
        }
    });
    (move || {
        let own = notice.get();
        let Some(refusal) = own.or_else(|| told.get()) else {
            return View::new();
        };
        let text = say(wording::refusal(refusal));
        let close = t("close");
        let way_out = way_out(refusal);
        let alert = icon(Icon::Alert);
        let cross = icon(Icon::Close);
        let close = match own {
            Some(_) => view! {
                button(
                    r#type="button",
                    class="bare",
                    aria-label=close,
                    on:click=move |_| notice.set(None),
                ) { (cross) }
            },
            None => View::new(),
        };
        view! {
            div(class="banner banner-bad", role="alert") { (alert) p { (text) } (way_out) (close) }
        }
    })
    .into()
}

fn way_out(refusal: Refusal) -> View {
    match refusal {
        Refusal::MicrophoneNeeded => microphone_button(),
        Refusal::SignedOut | Refusal::PasswordNeeded | Refusal::BadAccount => settings_button(),
        _ => View::new(),
    }
}

/// Opens the options page.
pub(super) fn settings_button() -> View {
    let text = t("open_settings");
    view! {
        button(r#type="button", class="small", on:click=|_| browser::open_settings()) { (text) }
    }
}

/// Opens the microphone step of the options page.
pub(super) fn microphone_button() -> View {
    let text = t("microphone_set_up");
    view! {
        button(r#type="button", class="small", on:click=|_| browser::open_microphone_step()) {
            (text)
        }
    }
}

fn registration(model: Model) -> View {
    let shown = model.select(|snapshot| {
        let registration = &snapshot.registration;
        let hinders = matches!(
            registration.state,
            RegistrationState::Failed
                | RegistrationState::Recovering
                | RegistrationState::Connecting
        );
        registration
            .problem
            .filter(|_| hinders && snapshot.account.is_some())
            .map(|problem| Trouble {
                state: registration.state,
                problem,
                code: registration.code,
                waits: registration.retry_at.is_some(),
                server_url: snapshot
                    .account
                    .as_ref()
                    .map(|account| account.server_url.clone())
                    .unwrap_or_default(),
            })
    });
    (move || {
        let Some(trouble) = shown.get_clone() else {
            return View::new();
        };
        let class = if trouble.has_failed() {
            "banner banner-bad"
        } else {
            "banner banner-warn"
        };
        let text = say(wording::problem(trouble.problem));
        let code = code_view(trouble.code);
        let page = certificate_link(Some(trouble.problem), &trouble.server_url);
        let button = if trouble.may_be_in_the_settings() {
            settings_button()
        } else {
            View::new()
        };
        let again = if trouble.can_be_tried_again() {
            try_again_button(model)
        } else {
            View::new()
        };
        let alert = icon(Icon::Alert);
        view! {
            div(class=class, role="status") { (alert) div { p { (text) (code) } (page) } (again) (button) }
        }
    })
    .into()
}

/// What is wrong with the registration.
#[derive(Clone, PartialEq)]
struct Trouble {
    state: RegistrationState,
    problem: Problem,
    code: Option<u16>,
    /// The next attempt comes by itself.
    waits: bool,
    server_url: String,
}

impl Trouble {
    fn has_failed(&self) -> bool {
        self.state == RegistrationState::Failed
    }

    /// Whether an attempt at once could do what waiting would.
    fn can_be_tried_again(&self) -> bool {
        match self.problem {
            // What stands in the account has to be changed first.
            Problem::BadServerUrl | Problem::BadAccount => false,
            _ => self.has_failed() || self.waits,
        }
    }

    /// An account that has worked before is not what is wrong, unless its password was changed since; and no setting
    /// brings a network back.
    fn may_be_in_the_settings(&self) -> bool {
        match self.problem {
            Problem::WrongPassword => true,
            Problem::Offline => false,
            _ => self.state != RegistrationState::Recovering,
        }
    }
}

fn try_again_button(model: Model) -> View {
    let text = t("try_again");
    view! {
        button(r#type="button", class="small", on:click=move |_| model.send(Command::Reconnect)) {
            (text)
        }
    }
}

/// The code as small print, if there is one.
pub(super) fn code_view(code: Option<u16>) -> View {
    code_line(code, None).map_or_else(View::new, |line| {
        view! { " " span(class="code") { (line) } }
    })
}

fn microphone(model: Model) -> View {
    let missing = model.select(|snapshot| {
        snapshot
            .account
            .is_some()
            .then_some(snapshot.microphone)
            .filter(|state| *state != MicrophoneState::Granted)
    });
    (move || {
        let key = match missing.get() {
            None | Some(MicrophoneState::Granted) => return View::new(),
            Some(MicrophoneState::Unknown) => "microphone_unknown",
            Some(MicrophoneState::Denied) => "microphone_denied",
            Some(MicrophoneState::Missing) => "microphone_missing",
        };
        let text = say(key);
        let off = icon(Icon::MicrophoneOff);
        let button = microphone_button();
        view! {
            div(class="banner banner-warn", role="status") { (off) p { (text) } (button) }
        }
    })
    .into()
}
