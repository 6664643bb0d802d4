//! The choice of devices: used at once, stored, and kept within limits.

mod common;

use std::time::Duration;

use alo_protocol::{AudioSettings, Command, MicrophoneState, Refusal};
use alo_softphone::{Input, StoreOp, Stored, Tone};
use common::{Rig, Store};

fn headset() -> AudioSettings {
    AudioSettings {
        microphone: Some("headset".to_owned()),
        ring_volume: 40,
        ..AudioSettings::default()
    }
}

fn choose(audio: AudioSettings) -> Command {
    Command::SetAudio { audio }
}

#[test]
fn a_choice_is_used_at_once_shown_and_kept() {
    let mut rig = Rig::registered();
    assert_eq!(rig.command(choose(headset())), None);
    assert_eq!(rig.audio, Some(headset()));
    assert_eq!(rig.snapshot().audio, headset());
    let kept = rig.stored.last().map(|(_, op)| op.clone());
    assert_eq!(kept, Some(StoreOp::PutAudio(headset())));
}

#[test]
fn a_choice_that_cannot_be_kept_is_used_all_the_same_and_said() {
    let mut rig = Rig::registered();
    rig.store = Store::Fails;
    let refusal = rig.command(choose(headset()));
    assert_eq!(refusal, Some(Refusal::StorageFailed));
    assert_eq!(rig.audio, Some(headset()));
    rig.store = Store::Works;
    assert_eq!(rig.command(choose(headset())), None);
    assert_eq!(
        rig.disk(None).audio,
        headset(),
        "asked for again, it is kept"
    );
    let stored = rig.stored.len();
    assert_eq!(rig.command(choose(headset())), None);
    assert_eq!(rig.stored.len(), stored, "and not once more");
}

#[test]
fn a_kept_choice_is_used_from_the_start() {
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(Stored {
        audio: headset(),
        ..Stored::default()
    }));
    assert_eq!(rig.audio, Some(headset()));
    assert_eq!(rig.snapshot().audio, headset());
}

#[test]
fn what_no_browser_made_is_not_kept() {
    let mut rig = Rig::registered();
    let strange = AudioSettings {
        speaker: Some("x".repeat(1_000)),
        ring_volume: 200,
        ..AudioSettings::default()
    };
    assert_eq!(rig.command(choose(strange)), None);
    let used = rig.snapshot().audio.clone();
    assert_eq!((used.speaker, used.ring_volume), (None, 100));
}

#[test]
fn whoever_chooses_how_it_rings_hears_it_for_three_seconds() {
    let mut rig = Rig::registered();
    assert_eq!(rig.command(Command::PlayRing), None);
    assert_eq!(rig.tone, Some(Tone::Ring));
    rig.advance(Duration::from_secs(4));
    assert_eq!(rig.tone, None);
}

#[test]
fn nobody_is_rung_at_in_a_call() {
    let mut rig = Rig::registered();
    rig.connected_out("0912345678");
    assert_eq!(rig.command(Command::PlayRing), Some(Refusal::NotNow));
    assert_eq!(rig.tone, None);
}

#[test]
fn a_permission_does_not_plug_a_microphone_in() {
    let mut rig = Rig::registered();
    rig.feed(Input::Microphone(MicrophoneState::Missing));
    assert_eq!(
        rig.command(Command::MicrophoneChanged { granted: true }),
        None
    );
    assert_eq!(rig.snapshot().microphone, MicrophoneState::Missing);
}
