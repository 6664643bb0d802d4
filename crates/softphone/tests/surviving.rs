//! Calls that outlive their socket: the far end learns the new Contact, and the sound comes back.

mod common;

use std::time::Duration;

use alo_protocol::{CallState, Command, EndCause};
use alo_sip::wire::Method;
use alo_softphone::{MediaDirection, MediaEvent, MediaId, MediaOp};
use common::{Rig, sdp};

/// Opens another socket and registers on it.
fn come_back(rig: &mut Rig) {
    rig.advance(Duration::from_secs(2));
    rig.open_socket();
    rig.accept_register();
}

fn restarted(rig: &mut Rig, media: MediaId, direction: MediaDirection) {
    let restart = MediaOp::Reoffer {
        direction,
        ice_restart: true,
    };
    assert_eq!(rig.media_op_of(media), restart);
    rig.offer_ready(media);
}

#[test]
fn a_call_is_refreshed_after_its_socket_was_lost_and_the_far_end_can_hang_up_again() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    rig.lose_socket(1006);
    assert!(rig.call(&id).recovering);
    assert_eq!(rig.state(&id), CallState::Connected);
    rig.no_media_op();
    come_back(&mut rig);
    restarted(&mut rig, media, MediaDirection::SendRecv);
    let reinvite = rig.request("INVITE");
    assert!(reinvite.headers.get("Replaces").is_none());
    assert!(rig.call(&id).recovering, "not before the far end knows");
    rig.respond_with_sdp(&reinvite, 200, "", &sdp("far", "sendrecv"));
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert!(!rig.call(&id).recovering);
    rig.far_bye(&mut dialog, None);
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
}

#[test]
fn every_call_is_refreshed_and_a_held_one_stays_held() {
    let mut rig = Rig::registered();
    let (first, first_media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&first, true), None);
    assert_eq!(rig.media_op_of(first_media), MediaOp::SetMuted(true));
    rig.change_done(first_media, MediaDirection::SendOnly, "recvonly");
    let (second, second_media, _) = rig.connected_out("0987654321");
    rig.lose_socket(1006);
    come_back(&mut rig);
    for (media, direction, answer) in [
        (first_media, MediaDirection::SendOnly, "recvonly"),
        (second_media, MediaDirection::SendRecv, "sendrecv"),
    ] {
        restarted(&mut rig, media, direction);
        let reinvite = rig.request("INVITE");
        rig.respond_with_sdp(&reinvite, 200, "", &sdp("far", answer));
        rig.request("ACK");
        rig.apply_answer(media, false);
    }
    assert!(rig.call(&first).held && !rig.call(&first).recovering);
    assert!(!rig.call(&second).recovering);
}

#[test]
fn a_socket_lost_again_during_the_refresh_is_made_good_too() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.lose_socket(1006);
    come_back(&mut rig);
    restarted(&mut rig, media, MediaDirection::SendRecv);
    let reinvite = rig.request("INVITE");
    rig.respond_with_sdp(&reinvite, 200, "", &sdp("far", "sendrecv"));
    rig.request("ACK");
    // Lost before the browser has taken the answer.
    rig.lose_socket(1006);
    rig.apply_answer(media, false);
    assert!(rig.call(&id).recovering);
    come_back(&mut rig);
    restarted(&mut rig, media, MediaDirection::SendRecv);
    rig.request("INVITE");
}

/// The far end refuses the restart that is under way.
fn refused(rig: &mut Rig, media: MediaId, status: u16) {
    let reinvite = rig.request("INVITE");
    rig.respond(&reinvite, status, "");
    rig.request("ACK");
    assert_eq!(rig.media_op_of(media), MediaOp::Rollback);
}

#[test]
fn a_refresh_that_the_far_end_refuses_is_tried_again_and_then_let_be() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.lose_socket(1006);
    come_back(&mut rig);
    for pause in [2, 4, 60] {
        assert!(rig.call(&id).recovering);
        restarted(&mut rig, media, MediaDirection::SendRecv);
        refused(&mut rig, media, 500);
        rig.advance(Duration::from_millis(pause * 1000 - 1));
        rig.no_media_op();
        rig.advance(Duration::from_millis(1));
    }
    rig.no_media_op();
    assert_eq!(rig.state(&id), CallState::Connected);
    assert!(!rig.call(&id).recovering);
}

#[test]
fn a_restart_that_the_far_end_refuses_once_brings_the_sound_back_later() {
    for status in [488, 500, 503] {
        let mut rig = Rig::registered();
        let (id, media, _) = rig.connected_out("0912345678");
        rig.media_event(media, MediaEvent::Lost);
        restarted(&mut rig, media, MediaDirection::SendRecv);
        refused(&mut rig, media, status);
        rig.advance(Duration::from_secs(2));
        restarted(&mut rig, media, MediaDirection::SendRecv);
        let reinvite = rig.request("INVITE");
        rig.respond_with_sdp(&reinvite, 200, "", &sdp("far", "sendrecv"));
        rig.request("ACK");
        rig.apply_answer(media, false);
        rig.media_event(media, MediaEvent::Connected);
        rig.advance(Duration::from_secs(60));
        rig.no_media_op();
        assert_eq!(rig.state(&id), CallState::Connected, "{status}");
    }
}

#[test]
fn a_lost_path_whose_restart_is_always_refused_is_not_offered_for_ever() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.media_event(media, MediaEvent::Lost);
    for _ in 0..3 {
        restarted(&mut rig, media, MediaDirection::SendRecv);
        refused(&mut rig, media, 488);
        rig.advance(Duration::from_secs(4));
    }
    rig.no_media_op();
    rig.advance(Duration::from_secs(20));
    assert_eq!(rig.cause(&id), EndCause::MediaFailed);
}

#[test]
fn a_dialog_that_is_gone_is_replaced_and_the_call_goes_on() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.lose_socket(1006);
    come_back(&mut rig);
    restarted(&mut rig, media, MediaDirection::SendRecv);
    let reinvite = rig.request("INVITE");
    rig.respond(&reinvite, 481, "");
    rig.request("ACK");
    let invite = rig.request("INVITE");
    assert!(invite.headers.get("Replaces").is_some());
    let mut dialog = rig.answer_invite(&invite, "far2");
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert!(!rig.call(&id).recovering);
    // From now on everything happens in the new dialog.
    rig.far_request(&mut dialog, Method::Bye, None);
    rig.response(200);
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
}

#[test]
fn a_call_that_the_far_end_knows_nothing_of_is_over() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.lose_socket(1006);
    come_back(&mut rig);
    restarted(&mut rig, media, MediaDirection::SendRecv);
    for _ in 0..2 {
        let invite = rig.request("INVITE");
        rig.respond(&invite, 481, "");
        rig.request("ACK");
    }
    assert_eq!(rig.state(&id), CallState::Ended);
    let cause = rig.cause(&id);
    assert_eq!(cause, EndCause::NetworkFailed, "nobody hung up");
    rig.request("BYE");
    rig.nothing_sent();
}

#[test]
fn a_call_answered_over_the_new_socket_is_refreshed_as_well() {
    let mut rig = Rig::registered();
    let (id, mut dialog) = rig.call_in("<sip:0912345678@pbx.example.com>");
    let answer = Command::Answer { call: id.clone() };
    assert_eq!(rig.command(answer), None);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.lose_socket(1006);
    come_back(&mut rig);
    rig.sent.clear();
    rig.acknowledge(&mut dialog, &ok);
    assert!(rig.call(&id).recovering);
    restarted(&mut rig, media, MediaDirection::SendRecv);
    rig.request("INVITE");
}

#[test]
fn a_session_that_would_expire_is_offered_anew_with_nothing_changed() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    let mut ok = invite.response(200, "", Some("far"));
    let headers = &mut ok.headers;
    headers.push("Contact", "<sip:far@192.0.2.1:5060>");
    headers.push("Session-Expires", "200;refresher=uac");
    ok.set_body("application/sdp", sdp("far", "sendrecv"));
    rig.server_says(&ok.to_bytes());
    rig.request("ACK");
    rig.apply_answer(media, false);
    rig.advance(Duration::from_secs(100));
    let reoffer = MediaOp::Reoffer {
        direction: MediaDirection::SendRecv,
        ice_restart: false,
    };
    assert_eq!(rig.media_op_of(media), reoffer);
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.respond_with_sdp(&reinvite, 200, "", &sdp("far", "sendrecv"));
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert_eq!(rig.state(&id), CallState::Connected);
}

#[test]
fn a_call_that_rang_while_the_socket_was_lost_is_refreshed_once_it_is_answered() {
    let mut rig = Rig::registered();
    let (id, mut dialog) = rig.call_in("<sip:0912345678@pbx.example.com>");
    rig.lose_socket(1006);
    come_back(&mut rig);
    rig.sent.clear();
    assert_eq!(rig.command(Command::Answer { call: id.clone() }), None);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    assert!(rig.call(&id).recovering);
    restarted(&mut rig, media, MediaDirection::SendRecv);
    rig.request("INVITE");
}
