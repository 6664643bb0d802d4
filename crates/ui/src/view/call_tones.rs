//! Digits that are sent in a call, by its keypad or the keyboard.

use alo_protocol::{CallId, Command};
use sycamore::prelude::*;
use sycamore::web::events::KeyboardEvent;

use crate::call_controls::{self, Panel};
use crate::dial_input;
use crate::model::Model;
use crate::text::t;
use crate::view::keypad::keypad;

/// The keypad, and what was sent.
pub(super) fn tones(model: Model, id: CallId, sent: Signal<String>) -> View {
    let label = t("tones_sent");
    let keys = keypad(false, move |key| send_tone(model, &id, sent, key));
    view! {
        div(class="tones") {
            output(class="sent", aria-label=label) { bdi { (sent) } }
            (keys)
        }
    }
}

/// What is shown of the digits sent; the end matters, the beginning has scrolled away.
const SENT_SHOWN: usize = 24;

fn send_tone(model: Model, id: &CallId, sent: Signal<String>, key: char) {
    sent.update(|sent| {
        sent.push(key);
        // Tones are ASCII, so characters are bytes.
        if sent.len() > SENT_SHOWN {
            sent.remove(0);
        }
    });
    model.send(Command::SendDtmf {
        call: id.clone(),
        digits: key.to_string(),
    });
}

/// A key pressed within the card: Esc puts the open panel away, tones are sent while the keypad is open.
pub(super) fn card_key(
    model: Model,
    id: &CallId,
    panel: Signal<Panel>,
    sent: Signal<String>,
    event: &KeyboardEvent,
) {
    let open = panel.get_untracked();
    if event.key() == "Escape" && open != Panel::None {
        event.prevent_default();
        panel.set(Panel::None);
        return;
    }
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat());
    let takes_tones = model.snapshot.with_untracked(|snapshot| {
        snapshot
            .calls
            .iter()
            .any(|call| call.id == *id && call_controls::controls(call).keypad)
    });
    if let Some(key) = dial_input::tone_key(&event.key())
        && open == Panel::Keypad
        && plain
        && takes_tones
    {
        event.prevent_default();
        send_tone(model, id, sent, key);
    }
}
