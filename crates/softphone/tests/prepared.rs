//! A peer connection that is prepared before it is needed, and a microphone that comes after the
//! INVITE.

mod common;

use alo_protocol::{CallState, Command, EndCause, MicrophoneState};
use alo_sip::wire::Method;
use alo_softphone::{Input, MediaEvent, MediaFailure, MediaOp, MediaStats};
use common::Rig;

#[test]
fn a_connection_is_made_ready_where_a_call_could_be_placed_now() {
    let mut rig = Rig::registered();
    assert_eq!(rig.command(Command::Prepare), None);
    assert_eq!(rig.prepared, [false]);
    // Beside a call that is up there is room for a second one.
    rig.connected_out("0912345678");
    assert_eq!(rig.command(Command::Prepare), None);
    assert_eq!(rig.prepared, [false, false]);
}

#[test]
fn nothing_is_made_ready_for_a_call_that_cannot_be_placed() {
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(Command::Prepare), None);
    assert!(rig.prepared.is_empty());

    let mut rig = Rig::registered();
    rig.call_out("0912345678");
    assert_eq!(rig.command(Command::Prepare), None);
    assert!(rig.prepared.is_empty(), "one is being made");

    let mut rig = Rig::registered();
    rig.feed(Input::Microphone(MicrophoneState::Denied));
    assert_eq!(rig.command(Command::Prepare), None);
    assert!(
        rig.prepared.is_empty(),
        "without a microphone there is no call"
    );
}

#[test]
fn a_call_that_rings_has_a_connection_made_ready_for_its_answer() {
    let mut rig = Rig::registered();
    rig.call_in("<sip:0987654321@pbx.example.com>");
    assert_eq!(rig.prepared, [true]);
    rig.no_media_op();
}

#[test]
fn a_call_with_a_delayed_offer_has_one_made_ready_for_an_offer() {
    let mut rig = Rig::registered();
    rig.invite_in("<sip:0987654321@pbx.example.com>", None);
    rig.response(180);
    assert_eq!(rig.prepared, [false]);
}

#[test]
fn a_microphone_that_is_refused_after_the_invite_has_left_cancels_the_call() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    let denied = MediaEvent::MicrophoneFailed(MediaFailure::MicrophoneDenied);
    rig.media_event(media, denied);
    assert_eq!(rig.request("CANCEL").method, Method::Cancel);
    assert_eq!(rig.cause(&id), EndCause::NoMicrophone);
    assert!(rig.workers.iter().any(|told| told.open_microphone_page));
    rig.media_closed(media);
}

#[test]
fn a_microphone_that_is_refused_after_the_answer_hangs_up() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    let missing = MediaEvent::MicrophoneFailed(MediaFailure::MicrophoneMissing);
    rig.media_event(media, missing);
    rig.request("BYE");
    assert_eq!(rig.cause(&id), EndCause::NoMicrophone);
}

#[test]
fn the_loudspeaker_is_silenced_apart_from_the_microphone() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    for muted in [true, false] {
        let command = Command::SetSpeakerMuted {
            call: id.clone(),
            muted,
        };
        assert_eq!(rig.command(command), None);
        assert_eq!(rig.media_op(), (media, MediaOp::SetSpeakerMuted(muted)));
        assert_eq!(rig.call(&id).speaker_muted, muted);
        assert!(!rig.call(&id).muted);
        rig.no_media_op();
    }
}

#[test]
fn quality_is_shown_while_two_talk_and_not_while_one_holds() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    let stats = MediaStats {
        packets_received: 50,
        codec: "opus".to_owned(),
        ..MediaStats::default()
    };
    rig.media_event(media, MediaEvent::Stats(stats.clone()));
    assert!(rig.call(&id).quality.is_some());
    assert_eq!(rig.set_held(&id, true), None);
    rig.media_event(media, MediaEvent::Stats(stats));
    assert_eq!(rig.call(&id).quality, None);
    assert_eq!(rig.state(&id), CallState::Connected);
}
