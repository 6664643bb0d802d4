//! "Check calls": what a call needs, part by part, with what to do about each that fails.

use alo_protocol::{CallCheckView, CheckState, Command, MicrophoneState, Refusal, Verdict};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::{say, when};
use crate::wording;

/// What the sentences depend on beside the check itself.
#[derive(Clone, PartialEq)]
struct Facts {
    check: CallCheckView,
    microphone: MicrophoneState,
    has_echo_number: bool,
}

/// The section; nothing while nobody is signed in.
pub(super) fn call_check(model: Model) -> View {
    let signed_in = model.select(|snapshot| snapshot.account.is_some());
    when(signed_in, move || section(model))
}

fn section(model: Model) -> View {
    let facts = model.select(|snapshot| {
        snapshot.check.clone().map(|check| Facts {
            check,
            microphone: snapshot.microphone,
            has_echo_number: snapshot
                .account
                .as_ref()
                .is_some_and(|account| account.echo_number.is_some()),
        })
    });
    let refused = create_signal(None::<Refusal>);
    let verdict = create_selector(move || {
        facts.with(|facts| facts.as_ref().and_then(|facts| facts.check.verdict))
    });
    let ask = move |command: Command| {
        refused.set(None);
        model.ask(command, move |refusal| {
            if refused.is_alive() {
                refused.set(refusal);
            }
        });
    };
    let button = move || {
        let (key, stops) = match verdict.get() {
            None => ("check_start", false),
            Some(Verdict::Running) => ("check_stop", true),
            Some(Verdict::Passed | Verdict::Failed) => ("check_again", false),
        };
        let text = t(key);
        let press = move |_| {
            ask(if stops {
                Command::StopCheck
            } else {
                Command::CheckCall
            });
        };
        view! { button(r#type="button", class="quiet", on:click=press) { (text) } }
    };
    let fault = move || {
        refused.get().map_or_else(View::new, |refusal| {
            let text = say(wording::refusal(refusal));
            let alert = icon(Icon::Alert);
            view! { div(class="banner banner-bad") { (alert) p { (text) } } }
        })
    };
    let body = move || {
        facts
            .get_clone()
            .map_or_else(View::new, |facts| draw(&facts))
    };
    let [title, text] = ["check_title", "check_text"].map(t);
    view! {
        section(class="card", id="call-check", tabindex="-1", aria-labelledby="call-check-title") {
            h2(id="call-check-title") { (title) }
            p(class="intro") { (text) }
            div(class="report", role="status", aria-live="polite") { (fault) (body) }
            div(class="actions") { (button) }
        }
    }
}

fn draw(facts: &Facts) -> View {
    let steps: Vec<View> = parts(facts).into_iter().map(step).collect();
    let verdict = match facts.check.verdict {
        Some(Verdict::Passed) => banner("banner banner-good", Icon::Check, "check_passed"),
        Some(Verdict::Failed) => banner("banner banner-bad", Icon::Alert, "check_failed"),
        Some(Verdict::Running) | None => View::new(),
    };
    view! {
        ol(class="steps") { (steps) }
        (verdict)
    }
}

fn banner(class: &'static str, sign: Icon, key: &str) -> View {
    let text = say(key);
    let sign = icon(sign);
    view! { div(class=class) { (sign) p { (text) } } }
}

/// A line of the list.
struct Part {
    name: &'static str,
    state: CheckState,
    /// What to do, or why it is not there, or what to do meanwhile.
    hint: Option<&'static str>,
}

fn parts(facts: &Facts) -> Vec<Part> {
    let check = &facts.check;
    let hint = |state, running, absent, failed| match state {
        CheckState::Running => running,
        CheckState::Absent => absent,
        CheckState::Failed => Some(failed),
        CheckState::Waiting | CheckState::Passed => None,
    };
    let part = |name, state, absent, failed| Part {
        name,
        state,
        hint: hint(state, None, absent, failed),
    };
    let microphone_failed = match facts.microphone {
        _ if check.microphone_silent => "check_microphone_silent",
        MicrophoneState::Missing => "check_microphone_missing",
        MicrophoneState::Denied | MicrophoneState::Unknown | MicrophoneState::Granted => {
            "check_microphone_failed"
        }
    };
    let no_echo = if facts.has_echo_number {
        "check_echo_impossible"
    } else {
        "check_echo_absent"
    };
    vec![
        part("check_socket", check.socket, None, "check_socket_failed"),
        part(
            "check_registration",
            check.registration,
            None,
            "check_registration_failed",
        ),
        Part {
            name: "check_microphone",
            state: check.microphone,
            hint: hint(
                check.microphone,
                Some("check_microphone_running"),
                None,
                microphone_failed,
            ),
        },
        part("check_host", check.ice_host, None, "check_host_failed"),
        part(
            "check_reflexive",
            check.ice_reflexive,
            Some("check_not_needed"),
            "check_reflexive_failed",
        ),
        part(
            "check_relay",
            check.ice_relay,
            Some("check_relay_absent"),
            "check_relay_failed",
        ),
        part("check_echo", check.echo, Some(no_echo), "check_echo_failed"),
    ]
}

fn step(part: Part) -> View {
    let (class, sign, word) = match part.state {
        CheckState::Waiting => ("step step-open", Icon::Minus, "step_open"),
        CheckState::Running => ("step step-running", Icon::Turn, "step_running"),
        CheckState::Passed => ("step step-passed", Icon::Check, "step_passed"),
        CheckState::Absent => ("step step-open", Icon::Minus, "check_absent"),
        CheckState::Failed => ("step step-failed", Icon::Close, "step_failed"),
    };
    let sign = icon(sign);
    let [name, word] = [part.name, word].map(t);
    let hint = part.hint.map_or_else(View::new, |key| {
        let text = say(key);
        view! { p(class="hint step-hint") { (text) } }
    });
    view! {
        li(class=class) { (sign) span { (name) } " " span(class="step-word") { (word) } (hint) }
    }
}
