//! Hold and resume by re-INVITE, ours and the far end's.

mod common;

use std::time::Duration;

use alo_protocol::{CallAlarm, Command, EndCause, Refusal};
use alo_sip::wire::Method;
use alo_softphone::{MediaDirection, MediaEvent, MediaFailure, MediaOp};
use common::{Rig, sdp};

#[test]
fn holding_silences_us_at_once_and_resuming_only_when_it_is_done() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    assert!(rig.call(&id).hold_pending && !rig.call(&id).held);
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    let call = rig.call(&id);
    assert!(call.held && !call.hold_pending && !call.remote_held && !call.muted);

    assert_eq!(rig.set_held(&id, false), None);
    assert!(rig.call(&id).held && rig.call(&id).hold_pending);
    rig.change_done(media, MediaDirection::SendRecv, "sendrecv");
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(false)));
    assert!(!rig.call(&id).held && !rig.call(&id).hold_pending);
}

#[test]
fn a_muted_call_is_still_muted_after_a_hold() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    let mute = Command::SetMuted {
        call: id.clone(),
        muted: true,
    };
    assert_eq!(rig.command(mute), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    assert_eq!(rig.set_held(&id, true), None);
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    assert_eq!(rig.set_held(&id, false), None);
    rig.change_done(media, MediaDirection::SendRecv, "sendrecv");
    rig.no_media_op();
    assert!(rig.call(&id).muted);
}

#[test]
fn a_refused_hold_rolls_back() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    rig.media_op();
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.respond(&reinvite, 488, "");
    rig.request("ACK");
    assert_eq!(rig.media_op(), (media, MediaOp::Rollback));
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(false)));
    let call = rig.call(&id);
    assert!(!call.held && !call.hold_pending && !call.muted);
    // It can be tried again.
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    assert!(rig.call(&id).held);
}

#[test]
fn a_refused_hold_or_resume_is_told_for_ten_seconds_or_until_it_is_tried_again() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    let refused = |rig: &mut Rig, held: bool| {
        assert_eq!(rig.set_held(&id, held), None);
        rig.offer_ready(media);
        let reinvite = rig.request("INVITE");
        rig.respond(&reinvite, 488, "");
        rig.request("ACK");
    };
    refused(&mut rig, true);
    assert_eq!(rig.call(&id).alarms, [CallAlarm::HoldFailed]);
    rig.advance(Duration::from_secs(9));
    assert_eq!(rig.call(&id).alarms, [CallAlarm::HoldFailed]);
    rig.advance(Duration::from_secs(2));
    assert_eq!(rig.call(&id).alarms, []);

    refused(&mut rig, true);
    rig.media.clear();
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.call(&id).alarms, [], "it is tried again");
    rig.media_op_of(media);
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    refused(&mut rig, false);
    assert!(rig.call(&id).held);
    assert_eq!(rig.call(&id).alarms, [CallAlarm::ResumeFailed]);
}

#[test]
fn a_hold_that_was_taken_back_while_it_was_under_way_has_not_failed_when_it_is_refused() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.media.clear();
    assert_eq!(rig.set_held(&id, false), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(false)));
    rig.respond(&reinvite, 488, "");
    rig.request("ACK");
    let call = rig.call(&id);
    assert!(!call.held && !call.hold_pending);
    assert_eq!(call.alarms, []);
    rig.nothing_sent();
}

#[test]
fn a_browser_that_makes_no_offer_fails_the_hold() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    rig.media.clear();
    rig.advance(Duration::from_secs(11));
    assert_eq!(rig.media_op_of(media), MediaOp::Rollback);
    assert!(!rig.call(&id).hold_pending);
    rig.nothing_sent();
    // The late offer is of no use any more.
    rig.offer_ready(media);
    rig.nothing_sent();
}

#[test]
fn the_person_changes_their_mind_while_the_hold_is_under_way() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    assert_eq!(rig.set_held(&id, false), None);
    rig.media
        .retain(|(_, op)| !matches!(op, MediaOp::SetMuted(_)));
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    rig.media
        .retain(|(_, op)| !matches!(op, MediaOp::SetMuted(_)));
    rig.change_done(media, MediaDirection::SendRecv, "sendrecv");
    let call = rig.call(&id);
    assert!(!call.held && !call.hold_pending);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(false)));
}

#[test]
fn the_far_end_holds_and_resumes() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    for (direction, held) in [("sendonly", true), ("sendrecv", false), ("inactive", true)] {
        let offer = sdp("far", direction);
        rig.far_request(&mut dialog, Method::Invite, Some(&offer));
        let MediaOp::AnswerReoffer { offer: taken, .. } = rig.media_op_of(media) else {
            panic!("expected the offer to be answered");
        };
        assert_eq!(taken, offer);
        rig.sent.clear();
        rig.answer_ready(media);
        let ok = rig.response(200);
        rig.acknowledge(&mut dialog, &ok);
        let call = rig.call(&id);
        assert_eq!((call.remote_held, call.held), (held, false), "{direction}");
    }
    // We hold as well: nobody sends.
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op_of(media), MediaOp::SetMuted(true));
    rig.change_done(media, MediaDirection::Inactive, "inactive");
    assert!(rig.call(&id).held && rig.call(&id).remote_held);
}

#[test]
fn an_offer_of_the_far_end_that_cannot_be_applied_is_refused_and_the_call_stays() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    rig.far_request(&mut dialog, Method::Invite, Some(&sdp("far", "sendonly")));
    rig.media_op_of(media);
    rig.sent.clear();
    rig.media_fails(media, MediaFailure::BadSdp);
    rig.response(488);
    assert!(!rig.call(&id).remote_held);
    assert!(rig.call(&id).end.is_none());
}

#[test]
fn a_hold_waits_until_the_far_ends_own_change_is_done() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    rig.far_request(&mut dialog, Method::Invite, Some(&sdp("far", "sendrecv")));
    rig.media_op_of(media);
    rig.sent.clear();
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    rig.no_media_op();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    assert!(rig.call(&id).held);
}

#[test]
fn a_change_that_comes_before_the_first_answer_is_applied_waits_for_it() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    let mut dialog = rig.answer_invite(&invite, "far");
    rig.request("ACK");
    rig.far_request(&mut dialog, Method::Invite, Some(&sdp("moved", "sendrecv")));
    rig.sent.clear();
    rig.apply_answer(media, false);
    let MediaOp::AnswerReoffer { offer, .. } = rig.media_op_of(media) else {
        panic!("expected the offer to be answered");
    };
    assert_eq!(offer, sdp("moved", "sendrecv"));
    rig.answer_ready(media);
    rig.response(200);
    assert!(rig.call(&id).end.is_none());
}

#[test]
fn a_change_without_an_offer_gets_ours() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    rig.far_request(&mut dialog, Method::Invite, None);
    assert!(matches!(
        rig.media_op_of(media),
        MediaOp::Reoffer {
            direction: MediaDirection::SendRecv,
            ice_restart: false
        }
    ));
    rig.sent.clear();
    rig.offer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge_with(&mut dialog, &ok, Some(&sdp("far", "sendonly")));
    rig.apply_answer(media, false);
    assert!(rig.call(&id).remote_held);
}

#[test]
fn glare_is_settled_and_both_changes_are_made() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    rig.media.clear();
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.respond(&reinvite, 491, "");
    rig.request("ACK");
    assert!(rig.call(&id).hold_pending);
    // Theirs comes first.
    rig.far_request(&mut dialog, Method::Invite, Some(&sdp("far", "sendrecv")));
    rig.sent.retain(
        |(_, message)| !matches!(message, alo_sip::wire::Message::Response(r) if r.status < 200),
    );
    let ops: Vec<_> = std::mem::take(&mut rig.media).into();
    assert!(
        ops.iter()
            .any(|(_, op)| matches!(op, MediaOp::AnswerReoffer { .. })),
        "{ops:?}"
    );
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    // Then ours, by itself.
    rig.advance(Duration::from_secs(5));
    if !rig.media.is_empty() {
        assert!(matches!(rig.media_op_of(media), MediaOp::Reoffer { .. }));
        rig.offer_ready(media);
    }
    let reinvite = rig.request("INVITE");
    rig.respond_with_sdp(&reinvite, 200, "", &sdp("far", "recvonly"));
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert!(rig.call(&id).held && !rig.call(&id).hold_pending);
}

#[test]
fn only_a_call_that_is_up_can_be_held() {
    let mut rig = Rig::registered();
    let (id, _, _) = rig.call_out("0912345678");
    assert_eq!(rig.set_held(&id, true), Some(Refusal::NotNow));
}

#[test]
fn a_call_that_ends_while_it_is_being_held_ends_cleanly() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    rig.media.clear();
    rig.offer_ready(media);
    rig.request("INVITE");
    rig.far_bye(&mut dialog, None);
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
    rig.media_closed(media);
    rig.media_event(media, MediaEvent::AnswerApplied);
    assert!(!rig.call(&id).hold_pending);
}

#[test]
fn a_restart_that_lost_to_the_far_ends_change_is_offered_again() {
    let mut rig = Rig::registered();
    let (_, media, _) = rig.connected_out("0912345678");
    rig.media_event(media, MediaEvent::Lost);
    rig.media.clear();
    rig.offer_ready(media);
    // The far end neither takes ours nor makes its own, as often as the engine asks.
    while !rig.sent.is_empty() {
        let reinvite = rig.request("INVITE");
        rig.respond(&reinvite, 491, "");
        rig.request("ACK");
        rig.advance(Duration::from_secs(5));
    }
    assert_eq!(rig.media_op_of(media), MediaOp::Rollback);
    assert!(matches!(
        rig.media_op_of(media),
        MediaOp::Reoffer {
            ice_restart: true,
            ..
        }
    ));
}

#[test]
fn a_far_end_that_resumes_nothing_is_shown_as_holding() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op_of(media), MediaOp::SetMuted(true));
    rig.change_done(media, MediaDirection::SendOnly, "inactive");
    assert!(
        !rig.call(&id).remote_held,
        "inactive answers our own sendonly"
    );
    assert_eq!(rig.set_held(&id, false), None);
    rig.change_done(media, MediaDirection::SendRecv, "sendonly");
    assert!(rig.call(&id).remote_held && !rig.call(&id).held);
}

#[test]
fn nobody_hears_digits_sent_to_a_held_call() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op_of(media), MediaOp::SetMuted(true));
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    let digits = Command::SendDtmf {
        call: id,
        digits: "1".to_owned(),
    };
    assert_eq!(rig.command(digits), Some(Refusal::NotNow));
    rig.no_media_op();
}
