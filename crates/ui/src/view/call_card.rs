//! One call: who, how it stands, and what can be done with it.

use alo_protocol::{CallId, CallState, CallView, Direction, EndView};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::{Event, KeyboardEvent};

use crate::browser;
use crate::call_controls::{self, Face, Panel};
use crate::duration;
use crate::model::Model;
use crate::text::{t, t_with};
use crate::transfer_told::Spoken;
use crate::view::call_ended::ended;
use crate::view::call_identity::{caller, caller_details, contacts, second_line};
use crate::view::call_incoming::incoming;
use crate::view::call_kind;
use crate::view::call_live::live;
use crate::view::call_quality;
use crate::view::call_tones::card_key;
use crate::view::call_transfer;
use crate::view::icon::{Icon, icon};
use crate::view::tones::{pasted, post_dial};
use crate::wording;

/// The card of a call. It stays the same element from the first ring to the end, so that focus and
/// screen readers keep their place.
pub(super) fn call_card(model: Model, id: CallId) -> View {
    let face = model.select_call(&id, Face::Ended, |call| call_controls::face(call.state));
    let state = model.select_call(&id, t("state_ended"), state_words);
    let heading = format!("who-{}", id.0);
    let element = card_id(&id);
    let panel = create_signal(Panel::None);
    let sent = create_signal(String::new());

    let party = party(model, &id, &heading);
    let timer = timer(model, &id);
    let quality = call_quality::quality(model, &id);
    let alarms = call_quality::alarms(model, &id);
    let progress = call_transfer::progress(model, &id);
    let request = call_transfer::request(model, &id);
    let body = {
        let id = id.clone();
        move || match face.get() {
            Face::Incoming => incoming(model, &id),
            Face::Live => live(model, &id, panel, sent),
            Face::Ended => ended(model, &id),
        }
    };
    let refocus = element.clone();
    create_client_effect(move || {
        face.track();
        // When the button that had the focus is gone: never a neighbour like "Hang up", which a second Enter would
        // press.
        browser::focus_if_lost(refocus.as_str());
    });
    let kind = call_kind::shown(model, &id);
    let to_come = post_dial(model, &id);
    let contacts = contacts(model, &id);
    let on_paste = {
        let id = id.clone();
        move |event: Event| {
            if panel.get_untracked() == Panel::Keypad {
                pasted(model, &id, sent, &event);
            }
        }
    };
    let on_key = move |event: KeyboardEvent| {
        card_key(model, &id, panel, sent, &event);
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
            (body)
            // What comes and goes stands below the buttons: above them it would move them away from under
            // a pointer that is about to press one.
            (contacts)
            (request)
            (progress)
            (to_come)
            (quality)
            (alarms)
        }
    }
}

/// Id of a call's card.
pub(super) fn card_id(id: &CallId) -> String {
    format!("call-{}", id.0)
}

fn face_class(face: Face) -> &'static str {
    match face {
        Face::Incoming => "call-incoming",
        Face::Live => "call-live",
        Face::Ended => "call-ended",
    }
}

fn party(model: Model, id: &CallId, heading: &str) -> View {
    let name = model.select_call(id, String::new(), caller);
    let second = second_line(model, id);
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
            (second)
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

/// What a screen reader is told of all calls: polite for what a person did, assertive for a phone
/// that rings.
pub(super) fn announcements(model: Model) -> View {
    let spoken = |urgent: bool| {
        let mut failures = Spoken::default();
        model.select(move |snapshot| {
            let now = model.now.get_untracked();
            failures.keep(&snapshot.calls);
            let sentences: Vec<String> = snapshot
                .calls
                .iter()
                .filter(|call| is_urgent(call) == urgent)
                .map(|call| spoken(call, &mut failures, now))
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

/// Somebody waits for the person to say something.
fn is_urgent(call: &CallView) -> bool {
    call.state == CallState::Incoming || call.transfer_request.is_some()
}

/// How it ended; a call that was handed on is not one that somebody hung up.
fn wording_of_end(call: &CallView, end: &EndView) -> String {
    match &call.transfer {
        Some(done) => t_with(wording::transfer(done.state), &[&done.target]),
        None => t(wording::end(end.cause)),
    }
}

fn spoken(call: &CallView, failures: &mut Spoken, now: u64) -> String {
    let state = match (&call.end, call.state) {
        (Some(end), CallState::Ended) => wording_of_end(call, end),
        _ => state_words(call),
    };
    let state = match (&call.transfer, &call.transfer_request) {
        (_, Some(to)) => {
            let by = caller(call);
            t_with("request_text", &[&by, to])
        }
        (Some(transfer), None) if call.end.is_none() => failures
            .words(call, &state, call_transfer::sentence, now)
            .unwrap_or_else(|| call_transfer::sentence(transfer)),
        _ => state,
    };
    let stop = if state.ends_with(['.', '…', '!', '?']) {
        ""
    } else {
        "."
    };
    format!("{}: {state}{stop}", caller(call))
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
