//! Digits in a call: those that are pasted, and those that are still to follow by themselves.

use alo_protocol::{CallId, Command};
use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::call_controls;
use crate::dial_input;
use crate::model::Model;
use crate::text::t;

/// What is shown of the digits sent; the end matters, the beginning has scrolled away.
const SENT_SHOWN: usize = 24;

/// Sends digits and shows them.
pub(super) fn send_tones(model: Model, id: &CallId, sent: Signal<String>, digits: &str) {
    sent.update(|sent| {
        sent.push_str(digits);
        // Tones are ASCII, so characters are bytes.
        let excess = sent.len().saturating_sub(SENT_SHOWN);
        sent.drain(..excess);
    });
    model.send(Command::SendDtmf {
        call: id.clone(),
        digits: digits.to_owned(),
    });
}

/// True where the far end would hear digits now.
pub(super) fn takes_tones(model: Model, id: &CallId) -> bool {
    model.snapshot.with_untracked(|snapshot| {
        snapshot
            .calls
            .iter()
            .any(|call| call.id == *id && call_controls::controls(call).keypad)
    })
}

/// A code that was copied elsewhere goes out as it is typed, without its separators.
pub(super) fn pasted(model: Model, id: &CallId, sent: Signal<String>, event: &Event) {
    if let Some(digits) = text_of(event).as_deref().and_then(dial_input::tones)
        && takes_tones(model, id)
    {
        event.prevent_default();
        send_tones(model, id, sent, &digits);
    }
}

#[cfg(target_arch = "wasm32")]
fn text_of(event: &Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    event
        .dyn_ref::<web_sys::ClipboardEvent>()?
        .clipboard_data()?
        .get_data("text")
        .ok()
}

#[cfg(not(target_arch = "wasm32"))]
fn text_of(_event: &Event) -> Option<String> {
    None
}

/// What will be sent after the answer; any key that is pressed takes its place.
pub(super) fn post_dial(model: Model, id: &CallId) -> View {
    let digits = model.select_call(id, None, |call| call.post_dial.clone());
    (move || match digits.get_clone() {
        Some(digits) => {
            let label = t("tones_toCome");
            view! { p(class="call-state") { (label) " " bdi(class="to-come") { (digits) } } }
        }
        None => View::new(),
    })
    .into()
}
