//! An INVITE takes over a call (RFC 3891): the call goes on with its caller, or as it was.

mod common;

use std::time::Duration;

use alo_protocol::{CallId, CallState, Command, EndCause, MicrophoneState};
use alo_softphone::{Input, MediaDirection, MediaFailure, MediaId, MediaOp};
use common::takeover::{LAN, MINH, Taking, replacing, taking};
use common::{Dialog, Rig, sdp};

#[test]
fn a_call_goes_on_with_whoever_takes_the_far_ends_place_without_ringing() {
    let mut rig = Rig::registered();
    let (id, media, old) = rig.connected_in(MINH);
    let answered_at = rig.call(&id).answered_at;
    let mute = Command::SetMuted {
        call: id.clone(),
        muted: true,
    };
    assert_eq!(rig.command(mute), None);
    rig.media.clear();
    rig.now.unix_ms += 5_000;
    let mut dialog = replacing(&mut rig, &old);
    assert_eq!(rig.tone, None, "nothing rings");
    let new_media = rig.new_media();
    rig.no_media_op();
    assert_eq!(rig.call(&id).number, "0912345678", "until it is answered");
    rig.answer_ready(new_media);
    rig.media_closed(media);
    assert_eq!(rig.media_op(), (new_media, MediaOp::SetMuted(true)));
    let ok = rig.response(200);
    let bye = rig.request("BYE");
    assert_eq!(
        bye.headers.call_id().ok().map(str::to_owned),
        Some(old.call_id().to_owned())
    );
    rig.acknowledge(&mut dialog, &ok);
    let call = rig.call(&id);
    assert_eq!(
        (call.state, call.number.as_str(), call.muted),
        (CallState::Connected, "0987654321", true)
    );
    assert_eq!(call.answered_at, answered_at, "the call's time goes on");
    assert_eq!(rig.snapshot().calls.len(), 1);
}

#[test]
fn a_call_that_we_hold_is_held_again_when_somebody_takes_the_far_ends_place() {
    let mut rig = Rig::registered();
    let (id, media, old) = rig.connected_in(MINH);
    assert_eq!(rig.set_held(&id, true), None);
    rig.media
        .retain(|(_, op)| matches!(op, MediaOp::Reoffer { .. }));
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    rig.media.clear();
    let mut dialog = replacing(&mut rig, &old);
    let new_media = rig.new_media();
    rig.answer_ready(new_media);
    let ok = rig.response(200);
    rig.request("BYE");
    rig.acknowledge(&mut dialog, &ok);
    rig.media
        .retain(|(_, op)| matches!(op, MediaOp::Reoffer { .. }));
    assert_eq!(
        rig.media_op(),
        (
            new_media,
            MediaOp::Reoffer {
                direction: MediaDirection::SendOnly,
                ice_restart: false
            }
        )
    );
    assert!(rig.call(&id).hold_pending);
}

impl Taking {
    /// The call with Minh goes on, and ends when he hangs up.
    fn goes_on_with_minh(mut self) {
        let rig = &mut self.rig;
        rig.media_closed(self.new_media);
        rig.no_media_op();
        rig.nothing_sent();
        let view = rig.call(&self.call);
        assert_eq!(
            (view.state, view.number.as_str()),
            (CallState::Connected, "0912345678")
        );
        let mute = Command::SetMuted {
            call: self.call.clone(),
            muted: true,
        };
        assert_eq!(rig.command(mute), None);
        assert_eq!(rig.media_op(), (self.media, MediaOp::SetMuted(true)));
        rig.far_bye(&mut self.minh, None);
        assert_eq!(rig.cause(&self.call), EndCause::RemoteHungUp);
        rig.media_closed(self.media);
    }

    /// Lan is answered.
    fn goes_on_with_lan(&mut self) {
        let ok = self.rig.response(200);
        self.rig.acknowledge(&mut self.lan, &ok);
        let view = self.rig.call(&self.call);
        assert_eq!(
            (view.state, view.number.as_str()),
            (CallState::Connected, "0987654321")
        );
    }
}

#[test]
fn a_call_goes_on_as_it_was_where_whoever_takes_the_far_ends_place_cannot_be_answered() {
    for (failure, status) in [
        (MediaFailure::BadSdp, 488),
        (MediaFailure::Other, 488),
        (MediaFailure::MicrophoneDenied, 480),
        (MediaFailure::MicrophoneMissing, 480),
    ] {
        let mut taking = taking();
        taking.rig.media_fails(taking.new_media, failure);
        let refusal = taking.rig.response(status);
        taking.rig.acknowledge_refusal(&taking.lan, &refusal);
        taking.goes_on_with_minh();
    }
}

#[test]
fn a_call_goes_on_as_it_was_where_the_browser_has_no_answer_in_time() {
    let mut taking = taking();
    taking.rig.advance(Duration::from_secs(30));
    let refusal = taking.rig.response(488);
    taking.rig.acknowledge_refusal(&taking.lan, &refusal);
    taking.goes_on_with_minh();
}

#[test]
fn a_call_goes_on_as_it_was_where_whoever_takes_the_far_ends_place_gives_up() {
    let mut taking = taking();
    taking.rig.cancel(&taking.lan, None);
    taking.rig.response(200);
    let refusal = taking.rig.response(487);
    taking.rig.acknowledge_refusal(&taking.lan, &refusal);
    taking.goes_on_with_minh();
}

#[test]
fn a_far_end_that_leaves_before_the_one_in_its_place_is_answered_ends_no_call() {
    let mut taking = taking();
    let rig = &mut taking.rig;
    rig.far_bye(&mut taking.minh, None);
    rig.media_closed(taking.media);
    assert_eq!(rig.state(&taking.call), CallState::Answering);
    rig.answer_ready(taking.new_media);
    taking.goes_on_with_lan();
    taking.rig.nothing_sent();
    taking.rig.far_bye(&mut taking.lan, None);
    assert_eq!(taking.rig.cause(&taking.call), EndCause::RemoteHungUp);
}

#[test]
fn a_call_is_over_where_the_far_end_has_left_and_the_one_in_its_place_cannot_be_answered() {
    let mut taking = taking();
    let rig = &mut taking.rig;
    rig.far_bye(&mut taking.minh, None);
    rig.media_fails(taking.new_media, MediaFailure::BadSdp);
    rig.response(488);
    assert_eq!(rig.cause(&taking.call), EndCause::MediaFailed);
    rig.media_closed(taking.media);
    rig.media_closed(taking.new_media);
}

#[test]
fn who_hangs_up_while_somebody_takes_the_far_ends_place_talks_to_neither() {
    let mut taking = taking();
    let rig = &mut taking.rig;
    rig.hang_up(&taking.call);
    let bye = rig.request("BYE");
    assert!(
        taking
            .minh
            .is_call(bye.headers.call_id().expect("a Call-ID"))
    );
    rig.response(603);
    rig.media_closed(taking.media);
    rig.media_closed(taking.new_media);
    assert_eq!(rig.cause(&taking.call), EndCause::HungUp);
    rig.answer_ready(taking.new_media);
    rig.nothing_sent();
}

#[test]
fn of_two_that_want_a_far_ends_place_the_first_gets_it() {
    let mut taking = taking();
    let rig = &mut taking.rig;
    let second = replacing(rig, &taking.minh);
    let refusal = rig.response(486);
    rig.acknowledge_refusal(&second, &refusal);
    rig.no_media_op();
    rig.answer_ready(taking.new_media);
    let ok = rig.response(200);
    rig.request("BYE");
    rig.acknowledge(&mut taking.lan, &ok);
    assert_eq!(rig.call(&taking.call).number, "0987654321");
}

#[test]
fn what_the_person_wants_while_somebody_takes_the_far_ends_place_holds_with_them_too() {
    let mut taking = taking();
    let rig = &mut taking.rig;
    let mute = Command::SetMuted {
        call: taking.call.clone(),
        muted: true,
    };
    assert_eq!(rig.command(mute), None);
    assert_eq!(rig.media_op(), (taking.media, MediaOp::SetMuted(true)));
    let silence = Command::SetSpeakerMuted {
        call: taking.call.clone(),
        muted: true,
    };
    assert_eq!(rig.command(silence), None);
    rig.media.clear();
    rig.answer_ready(taking.new_media);
    rig.media_closed(taking.media);
    assert_eq!(rig.media_op(), (taking.new_media, MediaOp::SetMuted(true)));
    assert_eq!(
        rig.media_op(),
        (taking.new_media, MediaOp::SetSpeakerMuted(true))
    );
}

#[test]
fn a_conference_goes_on_with_whoever_takes_the_place_of_one_in_it() {
    let mut rig = Rig::registered();
    let (first, one, minh) = rig.connected_in(MINH);
    assert_eq!(rig.set_held(&first, true), None);
    rig.media
        .retain(|(_, op)| matches!(op, MediaOp::Reoffer { .. }));
    rig.change_done(one, MediaDirection::SendOnly, "recvonly");
    let (_, two, _) = rig.connected_out("0933333333");
    rig.media.clear();
    assert_eq!(rig.command(Command::Join), None);
    rig.media
        .retain(|(_, op)| matches!(op, MediaOp::Reoffer { .. }));
    rig.change_done(one, MediaDirection::SendRecv, "sendrecv");
    rig.media.clear();
    let mut lan = replacing(&mut rig, &minh);
    let new = rig.new_media();
    rig.no_media_op();
    rig.answer_ready(new);
    let ok = rig.response(200);
    rig.request("BYE");
    rig.acknowledge(&mut lan, &ok);
    let bridges: Vec<_> = rig
        .media
        .iter()
        .filter(|(_, op)| matches!(op, MediaOp::Bridge(_)))
        .cloned()
        .collect();
    assert_eq!(
        bridges,
        [
            (two, MediaOp::Bridge(None)),
            (new, MediaOp::Bridge(Some(two))),
            (two, MediaOp::Bridge(Some(new))),
        ]
    );
    assert!(rig.call(&first).in_conference);
}

#[test]
fn a_call_of_ours_rings_on_where_whoever_picks_it_up_for_another_cannot_be_answered() {
    for works in [false, true] {
        let mut rig = Rig::registered();
        let (call, media, invite) = rig.call_out("0912345678");
        rig.respond(&invite, 180, "far");
        let ringing = Dialog::of_ours(&invite, "far");
        let mut lan = replacing(&mut rig, &ringing);
        let new = rig.new_media();
        if works {
            rig.answer_ready(new);
            rig.media_closed(media);
            let ok = rig.response(200);
            rig.request("CANCEL");
            rig.acknowledge(&mut lan, &ok);
            assert_eq!(rig.state(&call), CallState::Connected);
            assert!(rig.call(&call).answered_at.is_some());
        } else {
            rig.media_fails(new, MediaFailure::BadSdp);
            rig.response(488);
            rig.media_closed(new);
            rig.nothing_sent();
            assert_eq!(rig.state(&call), CallState::Ringing);
            rig.respond_with_sdp(&invite, 200, "far", &sdp("far", "sendrecv"));
            rig.request("ACK");
            rig.apply_answer(media, false);
            assert_eq!(rig.state(&call), CallState::Connected);
        }
    }
}

/// Whether a person is heard in this call.
fn is_talked_in(rig: &mut Rig, id: &CallId) -> bool {
    let call = rig.call(id);
    !(call.held || call.hold_pending || call.muted)
}

/// A conference of two, with what stands for each.
fn conference(rig: &mut Rig) -> ((CallId, Dialog), CallId) {
    let (first, one, minh) = rig.connected_in(MINH);
    assert_eq!(rig.set_held(&first, true), None);
    let reoffers = |(_, op): &(MediaId, MediaOp)| matches!(op, MediaOp::Reoffer { .. });
    rig.media.retain(reoffers);
    rig.change_done(one, MediaDirection::SendOnly, "recvonly");
    let (second, ..) = rig.connected_out("0933333333");
    rig.media.clear();
    assert_eq!(rig.command(Command::Join), None);
    rig.media.retain(reoffers);
    rig.change_done(one, MediaDirection::SendRecv, "sendrecv");
    rig.media.clear();
    ((first, minh), second)
}

#[test]
fn who_was_muted_is_muted_when_the_call_rings_again_and_is_answered() {
    let mut rig = Rig::registered();
    let (id, _, mut minh) = rig.connected_in(MINH);
    let call = id.clone();
    assert_eq!(rig.command(Command::SetMuted { call, muted: true }), None);
    rig.media.clear();
    replacing(&mut rig, &minh);
    let media = rig.new_media();
    rig.far_bye(&mut minh, None);
    rig.media_fails(media, MediaFailure::MicrophoneDenied);
    assert_eq!(rig.state(&id), CallState::Incoming);
    rig.feed(Input::Microphone(MicrophoneState::Granted));
    rig.media.clear();
    assert_eq!(rig.command(Command::Answer { call: id.clone() }), None);
    let third = rig.new_media();
    rig.answer_ready(third);
    assert!(rig.call(&id).muted);
    assert!(rig.media.contains(&(third, MediaOp::SetMuted(true))));
}

#[test]
fn nobody_talks_in_two_calls_when_a_conference_is_parted_while_a_place_is_taken() {
    let mut rig = Rig::registered();
    let ((first, minh), second) = conference(&mut rig);
    let mut lan = replacing(&mut rig, &minh);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.request("BYE");
    let call = second.clone();
    assert!(
        rig.command(Command::Split { call }).is_some(),
        "not before it is answered"
    );
    rig.acknowledge(&mut lan, &ok);
    let call = second.clone();
    assert_eq!(rig.command(Command::Split { call }), None);
    assert!(!is_talked_in(&mut rig, &first) || !is_talked_in(&mut rig, &second));
}

#[test]
fn mute_is_for_all_of_a_conference_while_a_place_is_taken() {
    let mut rig = Rig::registered();
    let ((first, mut minh), call) = conference(&mut rig);
    replacing(&mut rig, &minh);
    let media = rig.new_media();
    rig.far_bye(&mut minh, None);
    rig.media.clear();
    assert_eq!(rig.command(Command::SetMuted { call, muted: true }), None);
    assert!(rig.call(&first).muted);
    assert!(rig.media.contains(&(media, MediaOp::SetMuted(true))));
}

#[test]
fn who_takes_a_place_while_the_socket_is_lost_learns_the_new_way() {
    let mut rig = Rig::registered();
    let (_, _, minh) = rig.connected_in(MINH);
    rig.media.clear();
    let mut lan = replacing(&mut rig, &minh);
    let media = rig.new_media();
    rig.lose_socket(1006);
    rig.answer_ready(media);
    while !rig.sockets.iter().any(|socket| !socket.2) {
        rig.advance(Duration::from_millis(100));
    }
    rig.open_socket();
    rig.accept_register();
    rig.request("BYE");
    // The answer is repeated until it is acknowledged.
    rig.advance(Duration::from_secs(2));
    let ok = rig.response(200);
    rig.acknowledge(&mut lan, &ok);
    let restart = |(of, op): &(MediaId, MediaOp)| {
        *of == media && matches!(op, MediaOp::Reoffer { ice_restart, .. } if *ice_restart)
    };
    assert!(rig.media.iter().any(restart), "{:?}", rig.media);
}

#[test]
fn what_is_due_with_the_answer_to_a_taker_comes_before_it() {
    let mut rig = Rig::registered();
    let (id, _, minh) = rig.connected_in(MINH);
    rig.media.clear();
    let replaces = minh.as_replaces();
    let headers = [("Replaces", replaces.as_str()), ("Expires", "5")];
    rig.invite_in_with(LAN, Some(&sdp("lan", "sendrecv")), &headers);
    let media = rig.new_media();
    rig.now.mono += Duration::from_secs(5);
    rig.now.unix_ms += 5_000;
    rig.answer_ready(media);
    assert_eq!(rig.state(&id), CallState::Connected, "the call that was up");
    assert_eq!(rig.call(&id).number, "0912345678");
}
