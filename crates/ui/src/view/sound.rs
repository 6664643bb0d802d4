//! What is spoken into, heard from and rung on, and how the microphone's sound is treated.

use alo_protocol::{AudioSettings, Command, RingSound};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::Event;

use crate::devices::{Device, Devices};
use crate::microphone::Microphone;
use crate::model::Model;
use crate::text::t;
use crate::view::pages::checked;

/// As the list names them.
const RINGS: [(&str, RingSound); 4] = [
    ("chords", RingSound::Chords),
    ("bells", RingSound::Bells),
    ("rise", RingSound::Rise),
    ("low", RingSound::Low),
];

/// The section.
pub(super) fn sound(model: Model, microphone: Microphone) -> View {
    let devices = Devices::new();
    devices.watch();
    // Devices get their names when the microphone is allowed.
    let access = create_selector(move || microphone.access.get());
    create_client_effect(move || {
        access.track();
        devices.read();
    });
    let change = move |change: &dyn Fn(&mut AudioSettings)| model.change_here(change);
    let inputs = choice(
        "sound_microphone",
        *devices.inputs,
        model.select_control(|now| now.audio.microphone.clone()),
        move |id| change(&|audio| audio.microphone = id.clone()),
    );
    let speakers = choice(
        "sound_speaker",
        *devices.outputs,
        model.select_control(|now| now.audio.speaker.clone()),
        move |id| change(&|audio| audio.speaker = id.clone()),
    );
    let ringers = choice(
        "sound_ringer",
        *devices.outputs,
        model.select_control(|now| now.audio.ringer.clone()),
        move |id| change(&|audio| audio.ringer = id.clone()),
    );
    let switches = [
        switch(
            "sound_echo",
            model.select_control(|now| now.audio.echo_cancellation),
            move |on| change(&|audio| audio.echo_cancellation = on),
        ),
        switch(
            "sound_noise",
            model.select_control(|now| now.audio.noise_suppression),
            move |on| change(&|audio| audio.noise_suppression = on),
        ),
        switch(
            "sound_gain",
            model.select_control(|now| now.audio.auto_gain),
            move |on| change(&|audio| audio.auto_gain = on),
        ),
    ]
    .into_iter()
    .collect::<Vec<_>>();
    let own_loudness = slider(
        "sound_input",
        200,
        model.select_control(|now| now.audio.input_volume),
        move |loud| change(&|audio| audio.input_volume = loud),
    );
    let loudness = slider(
        "sound_volume",
        100,
        model.select_control(|now| now.audio.ring_volume),
        move |loud| change(&|audio| audio.ring_volume = loud),
    );
    let ring = ring(
        model.select_control(|now| now.audio.ring_sound),
        move |sound| change(&|audio| audio.ring_sound = sound),
        move || model.send(Command::PlayRing),
    );
    let [title, text] = ["sound_title", "sound_text"].map(t);
    view! {
        section(class="card", id="sound", tabindex="-1", aria-labelledby="sound-title") {
            h2(id="sound-title") { (title) }
            p(class="intro") { (text) }
            (inputs)
            (own_loudness)
            (speakers)
            (ringers)
            (ring)
            (loudness)
            (switches)
        }
    }
}

/// A loudness in percent, with the number beside it.
fn slider(key: &'static str, most: u8, is: ReadSignal<u8>, set: impl Fn(u8) + 'static) -> View {
    let label = t(key);
    view! {
        div(class="entry") {
            label(r#for=key) { (label) }
            input(
                id=key,
                r#type="range",
                min="0",
                max=most.to_string(),
                step="5",
                prop:value=move || is.get().to_string(),
                aria-valuetext=move || format!("{} %", is.get()),
                on:change=move |event: Event| {
                    if let Some(loud) = value(&event).and_then(|value| value.parse().ok()) {
                        set(loud);
                    }
                },
            )
            p(class="hint") { (move || format!("{} %", is.get())) }
        }
    }
}

/// How it rings, and a button to hear it.
fn ring(
    is: ReadSignal<RingSound>,
    choose: impl Fn(RingSound) + 'static,
    play: impl Fn() + 'static,
) -> View {
    let [label, listen] = ["sound_ring", "sound_ring_play"].map(t);
    let options: Vec<View> = RINGS
        .into_iter()
        .map(|(id, ring)| {
            let name = t(&format!("sound_ring_{id}"));
            view! { option(value=id, prop:selected=move || is.get() == ring, selected=move || is.get() == ring) { (name) } }
        })
        .collect();
    view! {
        div(class="entry") {
            label(r#for="sound_ring") { (label) }
            select(id="sound_ring", on:change=move |event: Event| {
                let chosen = value(&event);
                if let Some((_, ring)) = RINGS.into_iter().find(|(id, _)| Some(*id) == chosen.as_deref()) {
                    choose(ring);
                }
            }) { (options) }
            button(r#type="button", class="quiet", on:click=move |_| play()) { (listen) }
        }
    }
}

/// A list of devices, the system's choice first. One that was chosen and is gone stays in the list, so
/// that it is clear what will be used when it is plugged in again.
fn choice(
    key: &'static str,
    devices: ReadSignal<Vec<Device>>,
    chosen: ReadSignal<Option<String>>,
    choose: impl Fn(Option<String>) + 'static,
) -> View {
    let label = t(key);
    let options = move || {
        let chosen = chosen.get_clone();
        let mut listed = vec![(String::new(), t("sound_default"))];
        listed.extend(
            devices
                .get_clone()
                .into_iter()
                .map(|device| (device.id, device.label)),
        );
        if let Some(id) = &chosen
            && !listed.iter().any(|(known, _)| known == id)
        {
            listed.push((id.clone(), t("sound_gone")));
        }
        let chosen = chosen.unwrap_or_default();
        let options: Vec<View> = listed
            .into_iter()
            .map(|(id, name)| {
                let selected = id == chosen;
                view! { option(value=id, selected=selected) { (name) } }
            })
            .collect();
        View::from(options)
    };
    view! {
        div(class="entry") {
            label(r#for=key) { (label) }
            select(id=key, on:change=move |event: Event| {
                if let Some(id) = value(&event) {
                    choose(Some(id).filter(|id| !id.is_empty()));
                }
            }) { (options) }
        }
    }
}

fn switch(key: &str, is_on: ReadSignal<bool>, set: impl Fn(bool) + 'static) -> View {
    let text = t(key);
    view! {
        label(class="tick") {
            input(
                r#type="checkbox",
                role="switch",
                prop:checked=move || is_on.get(),
                on:change=move |event: Event| set(checked(&event)),
            )
            span { (text) }
        }
    }
}

/// What a list or a slider was set to.
#[cfg(target_arch = "wasm32")]
fn value(event: &Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    let target = event.target()?;
    match target.dyn_ref::<web_sys::HtmlSelectElement>() {
        Some(list) => Some(list.value()),
        None => Some(target.dyn_ref::<web_sys::HtmlInputElement>()?.value()),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn value(_event: &Event) -> Option<String> {
    None
}
