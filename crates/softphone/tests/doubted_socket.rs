//! What makes the phone check whether the server is there, before the socket reports its loss.

mod common;

use std::time::Duration;

use alo_softphone::{Input, MediaEvent, MediaId, MediaOp, MediaStats};
use common::Rig;

/// A second passes in which the count of packets is `received` at its end.
fn second(rig: &mut Rig, media: MediaId, received: u64) {
    rig.advance(Duration::from_secs(1));
    let stats = MediaStats {
        packets_received: received,
        ..MediaStats::default()
    };
    rig.media_event(media, MediaEvent::Stats(stats));
}

/// In a call in which sound arrives.
fn talking() -> (Rig, alo_protocol::CallId, MediaId) {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    second(&mut rig, media, 50);
    second(&mut rig, media, 100);
    rig.nothing_sent();
    (rig, id, media)
}

#[test]
fn when_no_sound_arrives_for_two_seconds_the_server_is_asked_and_a_dead_socket_found_in_three_more()
{
    let (mut rig, id, media) = talking();
    second(&mut rig, media, 100);
    rig.nothing_sent();
    second(&mut rig, media, 100);
    rig.request("REGISTER");
    rig.advance(Duration::from_millis(2_900));
    assert!(!rig.call(&id).recovering);
    rig.advance(Duration::from_millis(200));
    assert!(rig.call(&id).recovering);
    assert!(!rig.is_open(rig.sockets[0].0), "the dead socket is let go");
}

#[test]
fn a_far_end_that_is_only_silent_costs_one_question_and_nothing_else() {
    let (mut rig, id, media) = talking();
    for _ in 0..2 {
        second(&mut rig, media, 100);
    }
    rig.accept_register();
    for _ in 0..2 {
        second(&mut rig, media, 100);
    }
    rig.nothing_sent();
    rig.no_media_op();
    assert!(!rig.call(&id).recovering);
}

#[test]
fn without_a_network_and_without_sound_the_call_says_so_until_sound_is_back() {
    let (mut rig, id, media) = talking();
    rig.feed(Input::Network { online: false });
    assert!(
        !rig.call(&id).recovering,
        "a server on this machine needs no network"
    );
    second(&mut rig, media, 100);
    assert!(rig.call(&id).recovering);
    rig.feed(Input::Network { online: true });
    assert!(rig.call(&id).recovering);
    second(&mut rig, media, 110);
    assert!(!rig.call(&id).recovering);
}

#[test]
fn a_path_that_stays_disturbed_is_restarted_although_the_browser_has_not_given_it_up() {
    let (mut rig, _, media) = talking();
    rig.media_event(media, MediaEvent::Disconnected);
    rig.accept_register();
    rig.advance(Duration::from_millis(3_900));
    rig.no_media_op();
    rig.advance(Duration::from_millis(200));
    assert!(matches!(
        rig.media_op_of(media),
        MediaOp::Reoffer {
            ice_restart: true,
            ..
        }
    ));
}

#[test]
fn a_path_that_mends_itself_is_left_alone() {
    let (mut rig, _, media) = talking();
    rig.media_event(media, MediaEvent::Disconnected);
    rig.accept_register();
    rig.media_event(media, MediaEvent::Connected);
    rig.advance(Duration::from_secs(10));
    rig.no_media_op();
}
