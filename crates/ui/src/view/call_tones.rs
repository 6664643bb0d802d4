//! Digits that are sent in a call, by its keypad or the keyboard.

use alo_protocol::CallId;
use sycamore::prelude::*;
use sycamore::web::events::KeyboardEvent;

use crate::browser;
use crate::call_controls::Panel;
use crate::dial_input;
use crate::model::Model;
use crate::text::t;
use crate::view::call_live::opener_id;
use crate::view::keypad::keypad;
use crate::view::tones::{send_tones, takes_tones};

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

fn send_tone(model: Model, id: &CallId, sent: Signal<String>, key: char) {
    send_tones(model, id, sent, key.encode_utf8(&mut [0; 4]));
}

/// A key pressed within the card: Esc puts the open panel away and gives the focus back to the control that opened
/// it, tones are sent while the keypad is open.
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
        browser::focus(&opener_id(id, open));
        return;
    }
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat());
    if let Some(key) = dial_input::tone_key(&event.key())
        && open == Panel::Keypad
        && plain
        && takes_tones(model, id)
    {
        event.prevent_default();
        send_tone(model, id, sent, key);
    }
}
