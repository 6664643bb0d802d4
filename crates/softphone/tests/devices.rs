//! The choice of devices: used at once, kept, and within limits.

mod common;

use alo_protocol::{AudioSettings, Command, Refusal};
use alo_softphone::{Input, StoreOp, Stored};
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
