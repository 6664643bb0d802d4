//! The controls of a call that is being made or is up.

use alo_protocol::{CallId, Command};
use sycamore::prelude::*;

use crate::call_controls::{self, Controls, Panel};
use crate::model::Model;
use crate::text::t;
use crate::view::call_tones::tones;
use crate::view::call_transfer::transfer_panel;
use crate::view::icon::{Icon, icon};
use crate::view::when;

/// Id of the control that opens a panel: what had the focus in the panel goes with it.
pub(super) fn opener_id(call: &CallId, panel: Panel) -> String {
    let name = match panel {
        Panel::None => "none",
        Panel::Keypad => "keypad",
        Panel::Transfer => "transfer",
    };
    format!("open-{name}-{}", call.0)
}

/// Controls, and the panel that one of them has opened.
pub(super) fn live(model: Model, id: &CallId, panel: Signal<Panel>, sent: Signal<String>) -> View {
    let controls = model.select_call(id, Controls::default(), call_controls::controls);
    let muted = model.select_call(id, false, |call| call.muted);
    // What is wished for: a second press takes it back, however long the far end thinks it over.
    let held = model.select_call(id, false, call_controls::is_hold_wanted);
    let pending = model.select_call(id, false, |call| call.hold_pending);
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
    let keys_open = create_selector(move || panel.get() == Panel::Keypad && controls.get().keypad);
    let transfer_open =
        create_selector(move || panel.get() == Panel::Transfer && controls.get().transfer);
    let tones = {
        let id = id.clone();
        when(keys_open, move || tones(model, id.clone(), sent))
    };
    let transfer = {
        let id = id.clone();
        when(transfer_open, move || transfer_panel(model, &id, panel))
    };
    let toggle = move |which: Panel| {
        let open = panel.get_untracked() == which;
        panel.set(if open { Panel::None } else { which });
    };
    let pressed = |on: bool| if on { "true" } else { "false" };
    let (grid, hand_on, down) = (icon(Icon::Grid), icon(Icon::HandOn), icon(Icon::HangUp));
    let [keys_id, transfer_id] = [Panel::Keypad, Panel::Transfer].map(|panel| opener_id(id, panel));
    let [keys, transfer_text, hang_up_text] = ["keypad", "transfer", "hang_up"].map(t);
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
                aria-busy=move || pending.get().then_some("true"),
                on:click=set_held,
            ) { (hold_icon) span { (move || t(if held.get() { "resume" } else { "hold" })) } }
            button(
                r#type="button",
                id=keys_id,
                class="control",
                disabled=move || !controls.get().keypad,
                aria-expanded=move || pressed(keys_open.get()),
                on:click=move |_| toggle(Panel::Keypad),
            ) { (grid) span { (keys) } }
            button(
                r#type="button",
                id=transfer_id,
                class="control",
                disabled=move || !controls.get().transfer,
                aria-expanded=move || pressed(transfer_open.get()),
                on:click=move |_| toggle(Panel::Transfer),
            ) { (hand_on) span { (transfer_text) } }
            button(
                r#type="button",
                class="control control-stop",
                disabled=move || !controls.get().hang_up,
                on:click=move |_| model.send(hang_up.clone()),
            ) { (down) span { (hang_up_text) } }
        }
        (tones)
        (transfer)
    }
}
