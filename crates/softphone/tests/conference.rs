//! Two calls joined to a conference and split again.

mod common;

use alo_protocol::{CallId, CallState, Command, Refusal};
use alo_sip::wire::Method;
use alo_softphone::{MediaDirection, MediaId, MediaOp};
use common::{Dialog, Rig, sdp};

const MINH: &str = "\"Minh\" <sip:0912345678@pbx.example.com>";
const LAN: &str = "\"Lan\" <sip:0987654321@pbx.example.com>";

type Leg = (CallId, MediaId, Dialog);

/// The first is held, the second is talked in.
fn two_calls(rig: &mut Rig) -> (Leg, Leg) {
    let first = rig.connected_in(MINH);
    let (second, mut dialog) = rig.call_in(LAN);
    let answer = Command::Answer {
        call: second.clone(),
    };
    assert_eq!(rig.command(answer), None);
    let media = rig.new_media();
    assert_eq!(rig.media_op_of(first.1), MediaOp::SetMuted(true));
    rig.change_done(first.1, MediaDirection::SendOnly, "recvonly");
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    (first, (second, media, dialog))
}

fn conference(rig: &mut Rig) -> (Leg, Leg) {
    let (first, second) = two_calls(rig);
    assert_eq!(rig.command(Command::Join), None);
    rig.change_done(first.1, MediaDirection::SendRecv, "sendrecv");
    rig.media.clear();
    (first, second)
}

#[test]
fn joined_calls_hear_each_other_as_soon_as_nobody_is_held() {
    let mut rig = Rig::registered();
    let (first, second) = two_calls(&mut rig);
    assert_eq!(rig.command(Command::Join), None);
    assert!(rig.call(&first.0).in_conference && rig.call(&second.0).in_conference);
    let is_bridge = |(_, op): &(MediaId, MediaOp)| matches!(op, MediaOp::Bridge(_));
    assert!(
        !rig.media.iter().any(is_bridge),
        "whoever is still on hold hears nobody"
    );
    rig.change_done(first.1, MediaDirection::SendRecv, "sendrecv");
    let bridges: Vec<_> = rig
        .media
        .iter()
        .filter(|op| is_bridge(op))
        .cloned()
        .collect();
    assert_eq!(
        bridges,
        [
            (first.1, MediaOp::Bridge(Some(second.1))),
            (second.1, MediaOp::Bridge(Some(first.1)))
        ]
    );
    assert!(!rig.call(&first.0).held && !rig.call(&second.0).held);
}

#[test]
fn one_call_or_one_that_is_still_being_made_cannot_be_joined() {
    let mut rig = Rig::registered();
    assert_eq!(rig.command(Command::Join), Some(Refusal::NotNow));
    rig.connected_in(MINH);
    assert_eq!(rig.command(Command::Join), Some(Refusal::NotNow));
    rig.call_in(LAN);
    assert_eq!(rig.command(Command::Join), Some(Refusal::NotNow));
}

#[test]
fn split_parts_them_at_once_and_holds_the_one_that_is_not_named() {
    let mut rig = Rig::registered();
    let (first, second) = conference(&mut rig);
    let split = Command::Split {
        call: first.0.clone(),
    };
    assert_eq!(rig.command(split.clone()), None);
    assert_eq!(rig.media_op_of(first.1), MediaOp::Bridge(None));
    let of_second: Vec<_> = rig
        .media
        .iter()
        .filter(|(media, _)| *media == second.1)
        .map(|(_, op)| op.clone())
        .collect();
    assert!(of_second.contains(&MediaOp::Bridge(None)));
    assert!(of_second.contains(&MediaOp::SetMuted(true)));
    assert!(rig.call(&second.0).hold_pending && !rig.call(&first.0).hold_pending);
    assert!(!rig.call(&first.0).in_conference);
    assert_eq!(rig.command(split), Some(Refusal::NotNow));
}

#[test]
fn mute_is_for_our_voice_in_both_and_leaves_the_bridge_alone() {
    let mut rig = Rig::registered();
    let (first, second) = conference(&mut rig);
    let mute = Command::SetMuted {
        call: second.0.clone(),
        muted: true,
    };
    assert_eq!(rig.command(mute), None);
    assert_eq!(rig.media_op_of(first.1), MediaOp::SetMuted(true));
    assert_eq!(rig.media_op_of(second.1), MediaOp::SetMuted(true));
    rig.no_media_op();
    assert!(rig.call(&first.0).muted && rig.call(&second.0).muted);
}

#[test]
fn a_far_end_that_holds_does_not_play_its_music_into_the_conference() {
    let mut rig = Rig::registered();
    let (mut first, second) = conference(&mut rig);
    rig.far_request(&mut first.2, Method::Invite, Some(&sdp("far", "sendonly")));
    rig.answer_ready(first.1);
    assert!(rig.call(&first.0).remote_held);
    assert!(
        rig.media.contains(&(second.1, MediaOp::Bridge(None))),
        "{:?}",
        rig.media
    );
}

#[test]
fn when_one_leaves_the_other_is_an_ordinary_call() {
    let mut rig = Rig::registered();
    let (mut first, second) = conference(&mut rig);
    rig.far_bye(&mut first.2, None);
    assert_eq!(rig.media_op_of(second.1), MediaOp::Bridge(None));
    let left = rig.call(&second.0);
    assert_eq!(left.state, CallState::Connected);
    assert!(!left.in_conference && !left.held);
}

#[test]
fn resuming_one_of_a_conference_does_not_hold_the_other() {
    let mut rig = Rig::registered();
    let (first, second) = conference(&mut rig);
    assert_eq!(rig.set_held(&first.0, true), None);
    assert!(rig.media.contains(&(second.1, MediaOp::Bridge(None))));
    rig.media
        .retain(|(_, op)| matches!(op, MediaOp::Reoffer { .. }));
    rig.change_done(first.1, MediaDirection::SendOnly, "recvonly");
    assert_eq!(rig.set_held(&first.0, false), None);
    assert!(!rig.call(&second.0).hold_pending);
}
