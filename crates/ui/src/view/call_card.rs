//! One call: who, how it stands, and what can be done with it.

use alo_protocol::{CallId, CallState, CallView, Command, Direction, EndCause, EndView};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::{Event, KeyboardEvent};

use crate::browser;
use crate::call_controls::{self, Controls, Face};
use crate::dial_input;
use crate::duration;
use crate::model::Model;
use crate::text::t;
use crate::view::banners::{microphone_button, settings_button};
use crate::view::call_identity::{caller_details, number_or_withheld, who};
use crate::view::call_kind;
use crate::view::call_quality;
use crate::view::icon::{Icon, icon};
use crate::view::keypad::keypad;
use crate::view::tones::{pasted, post_dial, send_tones, takes_tones};
use crate::view::{code_line, say, when};
use crate::wording;

/// The card of a call. It stays the same element from the first ring to the end, so that focus and
/// screen readers keep their place.
pub(super) fn call_card(model: Model, id: CallId) -> View {
    let face = model.select_call(&id, Face::Ended, |call| call_controls::face(call.state));
    let state = model.select_call(&id, t("state_ended"), state_words);
    let heading = format!("who-{}", id.0);
    let element = format!("call-{}", id.0);
    let keypad_open = create_signal(false);
    let sent = create_signal(String::new());

    let party = party(model, &id, &heading);
    let timer = timer(model, &id);
    let quality = call_quality::quality(model, &id);
    let alarms = call_quality::alarms(model, &id);
    let body = {
        let id = id.clone();
        move || match face.get() {
            Face::Incoming => incoming(model, &id),
            Face::Live => live(model, &id, keypad_open, sent),
            Face::Ended => ended(model, &id),
        }
    };
    let refocus = element.clone();
    create_client_effect(move || {
        face.track();
        let refocus = refocus.clone();
        queue_refocus(refocus);
    });
    let kind = call_kind::shown(model, &id);
    let to_come = post_dial(model, &id);
    let on_paste = {
        let id = id.clone();
        move |event: Event| {
            if keypad_open.get_untracked() {
                pasted(model, &id, sent, &event);
            }
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if keypad_open.get_untracked() {
            card_key(model, &id, keypad_open, sent, &event);
        }
    };
    view! {
        div(
            id=element,
            role="group",
            class=move || format!("call {}", face_class(face.get())),
            aria-labelledby=heading,
            tabindex="-1",
            on:keydown=on_key,
            on:paste=on_paste,
        ) {
            div(class="call-head") {
                (party)
                (timer)
            }
            p(class="call-state") { (state) }
            (kind)
            (to_come)
            (quality)
            (alarms)
            (body)
        }
    }
}

fn face_class(face: Face) -> &'static str {
    match face {
        Face::Incoming => "call-incoming",
        Face::Live => "call-live",
        Face::Ended => "call-ended",
    }
}

/// When the button that had the focus is gone, its card takes it: never a neighbour like "Hang up",
/// which a second Enter would press.
fn queue_refocus(element: String) {
    sycamore::web::queue_microtask(move || {
        if browser::focus_is_lost() {
            browser::focus(&element);
        }
    });
}

fn party(model: Model, id: &CallId, heading: &str) -> View {
    let name = model.select_call(id, String::new(), |call| {
        who(call.name.as_deref(), &call.number)
    });
    // Under a name stands the number; under a number nothing.
    let number = model.select_call(id, None, |call| {
        call.name
            .as_ref()
            .filter(|name| !name.is_empty())
            .map(|_| number_or_withheld(&call.number))
    });
    let direction = model.select_call(id, Direction::Outgoing, |call| call.direction);
    let arrow = move || match direction.get() {
        Direction::Outgoing => icon(Icon::ArrowOut),
        Direction::Incoming => icon(Icon::ArrowIn),
    };
    let heading = heading.to_owned();
    let details = caller_details(model, id);
    view! {
        span(class="call-arrow") { (arrow) }
        div(class="call-who") {
            h2(id=heading) { bdi { (name) } }
            (move || number.get_clone().map_or_else(View::new, |number| view! {
                p(class="call-number") { bdi { (number) } }
            }))
            (details)
        }
    }
}

fn timer(model: Model, id: &CallId) -> View {
    let span = model.select_call(id, None, |call| {
        call.answered_at
            .map(|from| (from, call.end.as_ref().map(|end| end.at)))
    });
    (move || {
        let Some((from, until)) = span.get() else {
            return View::new();
        };
        let text = create_selector(move || {
            let until = until.unwrap_or_else(|| model.now.get());
            duration::clock(duration::between(from, until))
        });
        view! { span(class="timer", role="timer") { (text) } }
    })
    .into()
}

fn incoming(model: Model, id: &CallId) -> View {
    let (answer, decline) = (
        Command::Answer { call: id.clone() },
        Command::Decline {
            call: id.clone(),
            everywhere: None,
        },
    );
    let (phone, down) = (icon(Icon::Phone), icon(Icon::HangUp));
    let [answer_text, decline_text] = ["answer", "decline"].map(t);
    view! {
        div(class="pair") {
            button(r#type="button", class="go", on:click=move |_| model.send(answer.clone())) {
                (phone) span { (answer_text) }
            }
            button(r#type="button", class="stop", on:click=move |_| model.send(decline.clone())) {
                (down) span { (decline_text) }
            }
        }
    }
}

fn live(model: Model, id: &CallId, keypad_open: Signal<bool>, sent: Signal<String>) -> View {
    let nothing = Controls {
        mute: false,
        speaker: false,
        hold: false,
        keypad: false,
        hang_up: false,
    };
    let controls = model.select_call(id, nothing, call_controls::controls);
    let muted = model.select_call(id, false, |call| call.muted);
    let held = model.select_call(id, false, |call| call.held);
    let set_muted = {
        let call = id.clone();
        move |_| {
            let muted = !muted.get_untracked();
            model.send(Command::SetMuted {
                call: call.clone(),
                muted,
            });
        }
    };
    let set_held = {
        let call = id.clone();
        move |_| {
            let held = !held.get_untracked();
            model.send(Command::SetHeld {
                call: call.clone(),
                held,
            });
        }
    };
    let silent = model.select_call(id, false, |call| call.speaker_muted);
    let set_silent = {
        let call = id.clone();
        move |_| {
            let muted = !silent.get_untracked();
            model.send(Command::SetSpeakerMuted {
                call: call.clone(),
                muted,
            });
        }
    };
    let speaker_icon = move || {
        icon(if silent.get() {
            Icon::SpeakerOff
        } else {
            Icon::Speaker
        })
    };
    let hang_up = Command::HangUp { call: id.clone() };
    let mute_icon = move || {
        icon(if muted.get() {
            Icon::MicrophoneOff
        } else {
            Icon::Microphone
        })
    };
    let hold_icon = move || icon(if held.get() { Icon::Play } else { Icon::Pause });
    let shown = create_selector(move || keypad_open.get() && controls.get().keypad);
    let tones = {
        let id = id.clone();
        when(shown, move || tones(model, id.clone(), sent))
    };
    let pressed = |on: bool| if on { "true" } else { "false" };
    let (grid, down) = (icon(Icon::Grid), icon(Icon::HangUp));
    let [keys, hang_up_text] = ["keypad", "hang_up"].map(t);
    view! {
        div(class="controls") {
            button(
                r#type="button",
                class="control",
                disabled=move || !controls.get().mute,
                aria-pressed=move || pressed(muted.get()),
                on:click=set_muted,
            ) { (mute_icon) span { (move || t(if muted.get() { "unmute" } else { "mute" })) } }
            button(
                r#type="button",
                class="control",
                disabled=move || !controls.get().speaker,
                aria-pressed=move || pressed(silent.get()),
                on:click=set_silent,
            ) { (speaker_icon) span { (move || t(if silent.get() { "sound_on" } else { "sound_off" })) } }
            button(
                r#type="button",
                class=move || if held.get() { "control control-on" } else { "control" },
                disabled=move || !controls.get().hold,
                on:click=set_held,
            ) { (hold_icon) span { (move || t(if held.get() { "resume" } else { "hold" })) } }
            button(
                r#type="button",
                class="control",
                disabled=move || !controls.get().keypad,
                aria-expanded=move || pressed(shown.get()),
                on:click=move |_| keypad_open.set(!keypad_open.get_untracked()),
            ) { (grid) span { (keys) } }
            button(
                r#type="button",
                class="control control-stop",
                disabled=move || !controls.get().hang_up,
                on:click=move |_| model.send(hang_up.clone()),
            ) { (down) span { (hang_up_text) } }
        }
        (tones)
    }
}

fn tones(model: Model, id: CallId, sent: Signal<String>) -> View {
    let label = t("tones_sent");
    let keys = keypad(false, move |key| send_tone(model, &id, sent, key));
    view! {
        div(class="tones") {
            output(class="sent", aria-label=label) { bdi { (sent) } }
            (keys)
        }
    }
}

fn send_tone(model: Model, id: &CallId, sent: Signal<String>, key: char) {
    send_tones(model, id, sent, key.encode_utf8(&mut [0; 4]));
}

fn card_key(
    model: Model,
    id: &CallId,
    keypad_open: Signal<bool>,
    sent: Signal<String>,
    event: &KeyboardEvent,
) {
    if event.key() == "Escape" {
        event.prevent_default();
        keypad_open.set(false);
        return;
    }
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat());
    if let Some(key) = dial_input::tone_key(&event.key())
        && plain
        && takes_tones(model, id)
    {
        event.prevent_default();
        send_tone(model, id, sent, key);
    }
}

fn ended(model: Model, id: &CallId) -> View {
    let end = model.select_call(id, None, |call: &CallView| call.end.clone());
    let dismiss = Command::DismissEnded { call: id.clone() };
    let text = t("dismiss");
    let why = move || end.get_clone().map_or_else(View::new, why);
    view! {
        (why)
        div(class="ended-row") {
            button(r#type="button", class="quiet", on:click=move |_| model.send(dismiss.clone())) {
                (text)
            }
        }
    }
}

fn why(end: EndView) -> View {
    let class = if call_controls::is_trouble(end.cause) {
        "why why-bad"
    } else {
        "why"
    };
    let text = say(wording::end(end.cause));
    let code = code_line(end.code, end.reason.as_deref()).map_or_else(View::new, |line| {
        view! { p(class="code") { bdi { (line) } } }
    });
    let header = end.reason_header.map_or_else(View::new, |header| {
        view! { p(class="code") { bdi(dir="ltr") { (header) } } }
    });
    let way_out = match end.cause {
        EndCause::NoMicrophone => microphone_button(),
        EndCause::AuthFailed => settings_button(),
        _ => View::new(),
    };
    view! {
        p(class=class) { (text) }
        (code)
        (header)
        (way_out)
    }
}

/// What a screen reader is told of all calls: polite for what a person did, assertive for a phone
/// that rings.
pub(super) fn announcements(model: Model) -> View {
    let spoken = |urgent: bool| {
        model.select(move |snapshot| {
            let sentences: Vec<String> = snapshot
                .calls
                .iter()
                .filter(|call| (call.state == CallState::Incoming) == urgent)
                .map(spoken)
                .collect();
            sentences.join(" ")
        })
    };
    let (calm, urgent) = (spoken(false), spoken(true));
    view! {
        div(class="sr-only", role="status", aria-live="polite") { (calm) }
        div(class="sr-only", role="alert", aria-live="assertive") { (urgent) }
    }
}

fn spoken(call: &CallView) -> String {
    let state = match (&call.end, call.state) {
        (Some(end), CallState::Ended) => t(wording::end(end.cause)),
        _ => state_words(call),
    };
    let stop = if state.ends_with(['.', '…', '!', '?']) {
        ""
    } else {
        "."
    };
    format!("{}: {state}{stop}", who(call.name.as_deref(), &call.number))
}

/// The state in words; that nobody hears us, or we hear nobody, is part of it.
fn state_words(call: &CallView) -> String {
    let mut state = t(wording::call_state(call));
    if call.state == CallState::Connected {
        let off = [
            (call.muted, "state_muted"),
            (call.speaker_muted, "state_silent"),
        ];
        for (_, key) in off.into_iter().filter(|(is_off, _)| *is_off) {
            state = format!("{state} · {}", t(key));
        }
    }
    state
}
