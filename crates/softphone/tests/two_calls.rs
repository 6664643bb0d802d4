//! Two calls at most: one is talked in, the other waits or is held.

mod common;

use alo_protocol::{CallId, CallState, Command, EndCause, Refusal};
use alo_softphone::{MediaDirection, MediaId, MediaOp, Tone};
use common::{Rig, sdp};

const MINH: &str = "\"Minh\" <sip:0912345678@pbx.example.com>";
const LAN: &str = "\"Lan\" <sip:0987654321@pbx.example.com>";
const HOA: &str = "\"Hoa\" <sip:0901234567@pbx.example.com>";

fn answer(call: &CallId) -> Command {
    Command::Answer { call: call.clone() }
}

#[test]
fn a_second_caller_waits_with_its_own_tone_and_a_third_finds_us_busy() {
    let mut rig = Rig::registered();
    rig.connected_in(MINH);
    let (second, _) = rig.call_in(LAN);
    assert!(rig.call(&second).waiting);
    assert_eq!(rig.tone, Some(Tone::CallWaiting));
    assert!(rig.worker().incoming[0].waiting);
    rig.invite_in(HOA, Some(&sdp("far", "sendrecv")));
    rig.sent.retain(
        |(_, message)| !matches!(message, alo_sip::wire::Message::Response(r) if r.status == 180),
    );
    rig.response(486);
    assert_eq!(rig.snapshot().calls.len(), 2);
    let third = &rig.snapshot().history[0];
    assert_eq!(third.number, "0901234567");
    assert!(third.unseen, "somebody called and nobody answered");
    assert_eq!(rig.snapshot().missed, 1);
}

#[test]
fn a_waiting_call_rings_in_full_when_the_first_one_ends() {
    let mut rig = Rig::registered();
    let (_, _, mut first) = rig.connected_in(MINH);
    let (second, _) = rig.call_in(LAN);
    rig.far_bye(&mut first, None);
    assert_eq!(rig.tone, Some(Tone::Ring));
    assert!(!rig.call(&second).waiting);
}

#[test]
fn answering_the_second_call_holds_the_first() {
    let mut rig = Rig::registered();
    let (first, first_media, _) = rig.connected_in(MINH);
    let (second, mut dialog) = rig.call_in(LAN);
    assert_eq!(rig.command(answer(&second)), None);
    // The first far end hears nothing from this moment on.
    assert_eq!(rig.media_op(), (first_media, MediaOp::SetMuted(true)));
    assert!(rig.call(&first).hold_pending);
    let second_media = rig.new_media();
    rig.change_done(first_media, MediaDirection::SendOnly, "recvonly");
    assert!(rig.call(&first).held);
    rig.answer_ready(second_media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    assert_eq!(rig.state(&second), CallState::Connected);
    assert_eq!(rig.tone, None);
    assert!(!rig.call(&second).held);
    assert!(!rig.call(&first).waiting && !rig.call(&second).waiting);
    assert_eq!(rig.worker().active, 2);
}

#[test]
fn a_first_call_that_cannot_be_held_is_muted_instead() {
    let mut rig = Rig::registered();
    let (first, first_media, _) = rig.connected_in(MINH);
    let (second, _) = rig.call_in(LAN);
    assert_eq!(rig.command(answer(&second)), None);
    assert_eq!(rig.media_op(), (first_media, MediaOp::SetMuted(true)));
    rig.media.clear();
    rig.offer_ready(first_media);
    let reinvite = rig.request("INVITE");
    rig.respond(&reinvite, 488, "");
    rig.request("ACK");
    assert_eq!(rig.media_op(), (first_media, MediaOp::Rollback));
    rig.no_media_op();
    let call = rig.call(&first);
    assert!(call.muted && !call.held && !call.hold_pending);
}

/// A first call that could not be held when the second one was answered.
fn muted_instead(rig: &mut Rig) -> (CallId, MediaId, CallId) {
    let (first, media, _) = rig.connected_in(MINH);
    let (second, _) = rig.call_in(LAN);
    assert_eq!(rig.command(answer(&second)), None);
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.respond(&reinvite, 488, "");
    rig.request("ACK");
    rig.media.clear();
    assert!(rig.call(&first).muted);
    (first, media, second)
}

#[test]
fn what_was_muted_for_another_call_is_heard_again_when_that_one_is_over() {
    let mut rig = Rig::registered();
    let (first, media, second) = muted_instead(&mut rig);
    assert_eq!(rig.command(Command::HangUp { call: second }), None);
    assert_eq!(rig.media_op_of(media), MediaOp::SetMuted(false));
    assert!(!rig.call(&first).muted);
}

/// The same; the second one is up.
fn talks_beside_muted(rig: &mut Rig) -> (CallId, CallId) {
    let (first, media, _) = rig.connected_in(MINH);
    let (second, mut dialog) = rig.call_in(LAN);
    assert_eq!(rig.command(answer(&second)), None);
    let second_media = rig.new_media();
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.respond(&reinvite, 488, "");
    rig.request("ACK");
    rig.answer_ready(second_media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    assert!(rig.call(&first).muted && !rig.call(&second).muted);
    (first, second)
}

#[test]
fn what_was_muted_for_another_call_is_heard_again_when_that_one_is_held() {
    let mut rig = Rig::registered();
    let (first, second) = talks_beside_muted(&mut rig);
    assert_eq!(rig.set_held(&second, true), None);
    assert!(!rig.call(&first).muted);
}

#[test]
fn what_was_muted_for_another_call_is_heard_in_a_conference_with_it() {
    let mut rig = Rig::registered();
    let (first, second) = talks_beside_muted(&mut rig);
    assert_eq!(rig.command(Command::Join), None);
    assert!(!rig.call(&first).muted && !rig.call(&second).muted);
}

#[test]
fn what_the_person_muted_stays_muted_when_the_other_call_is_over() {
    let mut rig = Rig::registered();
    let (first, media, second) = muted_instead(&mut rig);
    let mute = Command::SetMuted {
        call: first.clone(),
        muted: true,
    };
    assert_eq!(rig.command(mute), None);
    assert_eq!(rig.command(Command::HangUp { call: second }), None);
    assert!(rig.call(&first).muted);
    assert!(!rig.media.contains(&(media, MediaOp::SetMuted(false))));
}

#[test]
fn dialling_a_second_number_holds_the_first_call_and_a_third_is_refused() {
    let mut rig = Rig::registered();
    let (first, first_media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.dial("0987654321"), None);
    assert_eq!(rig.media_op_of(first_media), MediaOp::SetMuted(true));
    rig.change_done(first_media, MediaDirection::SendOnly, "recvonly");
    assert!(rig.call(&first).held);
    let second = rig.newest_call();
    assert_eq!(rig.state(&second), CallState::Preparing);
    assert_eq!(rig.dial("0901234567"), Some(Refusal::LinesBusy));
}

#[test]
fn resuming_one_call_holds_the_other() {
    let mut rig = Rig::registered();
    let (first, first_media, _) = rig.connected_in(MINH);
    let (second, mut dialog) = rig.call_in(LAN);
    assert_eq!(rig.command(answer(&second)), None);
    let second_media = rig.new_media();
    assert_eq!(rig.media_op_of(first_media), MediaOp::SetMuted(true));
    rig.change_done(first_media, MediaDirection::SendOnly, "recvonly");
    rig.answer_ready(second_media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);

    assert_eq!(rig.set_held(&first, false), None);
    assert!(rig.call(&second).hold_pending && rig.call(&first).hold_pending);
    assert_eq!(rig.media_op_of(second_media), MediaOp::SetMuted(true));
    rig.change_done(second_media, MediaDirection::SendOnly, "recvonly");
    rig.change_done(first_media, MediaDirection::SendRecv, "sendrecv");
    assert!(rig.call(&second).held && !rig.call(&first).held);
    assert_eq!(rig.media_op(), (first_media, MediaOp::SetMuted(false)));
}

#[test]
fn a_call_that_is_being_made_cannot_be_left_alone() {
    let mut rig = Rig::registered();
    rig.call_out("0912345678");
    assert_eq!(rig.dial("0987654321"), Some(Refusal::CallInSetup));
    let (second, _) = rig.call_in(LAN);
    assert!(rig.call(&second).waiting);
    assert_eq!(rig.command(answer(&second)), Some(Refusal::CallInSetup));
    assert_eq!(rig.state(&second), CallState::Incoming);
}

#[test]
fn commands_about_a_call_that_is_over_change_nothing() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_in(MINH);
    rig.far_bye(&mut dialog, None);
    rig.media_closed(media);
    let call = || id.clone();
    assert_eq!(rig.command(answer(&id)), Some(Refusal::NotNow));
    assert_eq!(rig.set_held(&id, true), Some(Refusal::NotNow));
    let muted = Command::SetMuted {
        call: call(),
        muted: true,
    };
    assert_eq!(rig.command(muted), Some(Refusal::NotNow));
    let digits = Command::SendDtmf {
        call: call(),
        digits: "1".to_owned(),
    };
    assert_eq!(rig.command(digits), Some(Refusal::NotNow));
    for fulfilled in [
        Command::HangUp { call: call() },
        Command::Decline {
            call: call(),
            everywhere: None,
        },
        Command::HangUp {
            call: CallId("unknown".to_owned()),
        },
    ] {
        assert_eq!(rig.command(fulfilled), None);
    }
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
    rig.nothing_sent();
    rig.no_media_op();
}

#[test]
fn only_the_newest_ended_call_is_shown_after_the_live_ones() {
    let mut rig = Rig::registered();
    let (first, _, mut first_dialog) = rig.connected_in(MINH);
    let (second, second_dialog) = rig.call_in(LAN);
    rig.cancel(&second_dialog, None);
    rig.sent.clear();
    let shown: Vec<_> = rig.snapshot().calls.iter().map(|c| c.id.clone()).collect();
    assert_eq!(shown, [first.clone(), second]);
    rig.now.unix_ms += 1;
    rig.far_bye(&mut first_dialog, None);
    let shown: Vec<_> = rig.snapshot().calls.iter().map(|c| c.id.clone()).collect();
    assert_eq!(shown, [first]);
}

#[test]
fn a_busy_second_number_is_seen_but_not_heard_over_the_first_call() {
    let mut rig = Rig::registered();
    rig.connected_out("0912345678");
    assert_eq!(rig.dial("0987654321"), None);
    let second = rig.newest_call();
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    rig.respond(&invite, 486, "far");
    assert_eq!(rig.cause(&second), EndCause::Busy);
    assert_eq!(rig.tone, None);
}

/// Two calls that are up: the first one is held, the second one is talked in.
fn held_and_talked(rig: &mut Rig) -> [(CallId, MediaId); 2] {
    let (first, first_media, _) = rig.connected_in(MINH);
    let (second, mut dialog) = rig.call_in(LAN);
    assert_eq!(rig.command(answer(&second)), None);
    let second_media = rig.new_media();
    change_done(rig, first_media, MediaDirection::SendOnly);
    rig.answer_ready(second_media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    assert_eq!(held(rig, [&first, &second]), [true, false]);
    [(first, first_media), (second, second_media)]
}

/// Takes a hold or resume through that the far end follows.
fn change_done(rig: &mut Rig, media: MediaId, direction: MediaDirection) {
    rig.media
        .retain(|(_, op)| !matches!(op, MediaOp::SetMuted(_)));
    let answered = match direction {
        MediaDirection::SendRecv => "sendrecv",
        MediaDirection::SendOnly | MediaDirection::Inactive => "recvonly",
    };
    rig.change_done(media, direction, answered);
}

/// Whether each is held, or about to be.
fn held(rig: &Rig, calls: [&CallId; 2]) -> [bool; 2] {
    calls.map(|id| rig.call(id).held != rig.call(id).hold_pending)
}

#[test]
fn a_resume_that_is_taken_back_leaves_the_person_in_the_call_talked_in_before() {
    let mut rig = Rig::registered();
    let [(first, first_media), (second, second_media)] = held_and_talked(&mut rig);
    assert_eq!(rig.set_held(&first, false), None);
    assert_eq!(held(&rig, [&first, &second]), [false, true]);
    // Before either far end has agreed: it was the wrong button, pressed twice.
    assert_eq!(rig.set_held(&first, false), None);
    assert_eq!(rig.set_held(&first, true), None);
    assert_eq!(held(&rig, [&first, &second]), [true, false]);
    for (media, direction) in [
        (first_media, MediaDirection::SendRecv),
        (second_media, MediaDirection::SendOnly),
        (first_media, MediaDirection::SendOnly),
        (second_media, MediaDirection::SendRecv),
    ] {
        change_done(&mut rig, media, direction);
    }
    assert!(rig.call(&first).held && !rig.call(&first).hold_pending);
    assert!(!rig.call(&second).held && !rig.call(&second).hold_pending);
}

#[test]
fn a_call_that_is_held_again_after_it_was_resumed_resumes_no_other() {
    let mut rig = Rig::registered();
    let [(first, first_media), (second, second_media)] = held_and_talked(&mut rig);
    assert_eq!(rig.set_held(&first, false), None);
    change_done(&mut rig, first_media, MediaDirection::SendRecv);
    change_done(&mut rig, second_media, MediaDirection::SendOnly);
    assert_eq!(rig.set_held(&first, true), None);
    assert_eq!(held(&rig, [&first, &second]), [true, true]);
    change_done(&mut rig, first_media, MediaDirection::SendOnly);
    // Nor does a resume that is taken back while both were held by the person.
    assert_eq!(rig.set_held(&first, false), None);
    assert_eq!(rig.set_held(&first, true), None);
    assert_eq!(held(&rig, [&first, &second]), [true, true]);
}

#[test]
fn a_call_that_the_person_holds_is_not_resumed_by_what_is_taken_back() {
    let mut rig = Rig::registered();
    let [(first, _), (second, _)] = held_and_talked(&mut rig);
    assert_eq!(rig.set_held(&first, false), None);
    assert_eq!(rig.set_held(&second, true), None);
    assert_eq!(rig.set_held(&first, true), None);
    assert_eq!(held(&rig, [&first, &second]), [true, true]);
}
