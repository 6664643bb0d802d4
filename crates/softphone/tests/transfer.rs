//! Transfers, blind and attended, and their outcomes.

mod common;

use std::time::Duration;

use alo_protocol::{CallId, CallState, Command, EndCause, Refusal, TransferState};
use alo_sip::wire::Method;
use common::{Dialog, Rig};

fn transfer(call: &CallId, target: &str) -> Command {
    Command::Transfer {
        call: call.clone(),
        target: target.to_owned(),
    }
}

fn far_notify(rig: &mut Rig, dialog: &mut Dialog, line: &str) {
    let mut notify = dialog.next_request(Method::Notify);
    notify.headers.push("Event", "refer");
    let state = if line.contains(" 1") {
        "active"
    } else {
        "terminated"
    };
    notify.headers.push("Subscription-State", state);
    notify.set_body("message/sipfrag", line.to_owned());
    rig.server_says(&notify.to_bytes());
    rig.response(200);
}

fn state(rig: &Rig, id: &CallId) -> Option<TransferState> {
    rig.call(id)
        .transfer
        .as_ref()
        .map(|transfer| transfer.state)
}

#[test]
fn a_blind_transfer_ends_the_call_when_the_other_one_has_answered() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    assert_eq!(rig.command(transfer(&id, "1002")), None);
    let refer = rig.request("REFER");
    assert_eq!(
        refer.headers.get("Refer-To"),
        Some("<sip:1002@pbx.example.com>")
    );
    assert_eq!(
        rig.call(&id).transfer.as_ref().map(|t| t.target.as_str()),
        Some("1002")
    );
    assert_eq!(rig.command(transfer(&id, "1003")), Some(Refusal::NotNow));
    rig.respond(&refer, 202, "");
    assert_eq!(state(&rig, &id), Some(TransferState::Trying));
    far_notify(&mut rig, &mut dialog, "SIP/2.0 180 Ringing");
    assert_eq!(state(&rig, &id), Some(TransferState::Ringing));
    assert_eq!(rig.state(&id), CallState::Connected);
    far_notify(&mut rig, &mut dialog, "SIP/2.0 200 OK");
    assert_eq!(rig.cause(&id), EndCause::HungUp);
    assert_eq!(state(&rig, &id), Some(TransferState::Done));
    rig.request("BYE");
    rig.media_closed(media);
}

#[test]
fn a_transfer_that_fails_leaves_the_person_in_the_call() {
    let mut rig = Rig::registered();
    let (id, _, mut dialog) = rig.connected_out("0912345678");
    assert_eq!(rig.command(transfer(&id, "1002")), None);
    let refer = rig.request("REFER");
    rig.respond(&refer, 202, "");
    far_notify(&mut rig, &mut dialog, "SIP/2.0 486 Busy Here");
    assert_eq!(rig.state(&id), CallState::Connected);
    let shown = rig
        .call(&id)
        .transfer
        .clone()
        .expect("the failure is shown");
    assert_eq!(
        (shown.state, shown.code),
        (TransferState::Failed, Some(486))
    );
    rig.nothing_sent();
    rig.no_media_op();
    // Another one, which is refused at once.
    assert_eq!(rig.command(transfer(&id, "1003")), None);
    let refer = rig.request("REFER");
    rig.respond(&refer, 403, "");
    assert_eq!(state(&rig, &id), Some(TransferState::Failed));
    rig.far_bye(&mut dialog, None);
    assert_eq!(rig.call(&id).transfer, None, "it was not handed on");
}

#[test]
fn an_attended_transfer_ends_both_calls() {
    let mut rig = Rig::registered();
    let (first, first_media, mut dialog) = rig.connected_out("0912345678");
    rig.set_held(&first, true);
    rig.media_op_of(first_media);
    rig.change_done(
        first_media,
        alo_softphone::MediaDirection::SendOnly,
        "recvonly",
    );
    let (second, second_media, _) = rig.connected_out("1002");
    let to = Command::TransferTo {
        call: first.clone(),
        to_call: second.clone(),
    };
    assert_eq!(rig.command(to), None);
    let refer = rig.request("REFER");
    let target = refer.headers.get("Refer-To").expect("a Refer-To");
    assert!(target.contains("?Replaces="), "{target}");
    rig.respond(&refer, 202, "");
    assert_eq!(rig.state(&second), CallState::Connected);
    far_notify(&mut rig, &mut dialog, "SIP/2.0 200 OK");
    rig.request("BYE");
    rig.request("BYE");
    rig.media_closed(first_media);
    rig.media_closed(second_media);
    rig.nothing_sent();
    let shown: Vec<_> = rig.snapshot().calls.iter().map(|c| c.id.clone()).collect();
    assert_eq!(shown, [first], "the call that was handed on says so");
}

#[test]
fn a_far_end_that_leaves_right_after_it_was_asked_has_not_just_hung_up() {
    let mut rig = Rig::registered();
    let (id, _, mut dialog) = rig.connected_out("0912345678");
    assert_eq!(rig.command(transfer(&id, "1002")), None);
    let refer = rig.request("REFER");
    rig.respond(&refer, 202, "");
    rig.far_bye(&mut dialog, None);
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
    assert_eq!(state(&rig, &id), Some(TransferState::Left));
}

/// Two calls, the first about to be handed on to the second.
fn connecting(rig: &mut Rig) -> ((CallId, Dialog), (CallId, Dialog)) {
    let (first, media, dialog) = rig.connected_out("0912345678");
    rig.set_held(&first, true);
    rig.media_op_of(media);
    rig.change_done(media, alo_softphone::MediaDirection::SendOnly, "recvonly");
    let (second, _, other) = rig.connected_out("1002");
    let to = Command::TransferTo {
        call: first.clone(),
        to_call: second.clone(),
    };
    assert_eq!(rig.command(to), None);
    let refer = rig.request("REFER");
    rig.respond(&refer, 202, "");
    ((first, dialog), (second, other))
}

#[test]
fn a_call_cannot_be_handed_on_to_somebody_who_has_hung_up_meanwhile() {
    let mut rig = Rig::registered();
    let ((first, _), (_, mut other)) = connecting(&mut rig);
    rig.far_bye(&mut other, None);
    assert_eq!(state(&rig, &first), Some(TransferState::Trying));
    rig.advance(Duration::from_secs(5));
    assert_eq!(state(&rig, &first), Some(TransferState::Failed));
    assert_eq!(rig.state(&first), CallState::Connected);
}

#[test]
fn a_far_end_that_is_just_being_connected_may_leave_before_the_outcome_is_told() {
    let mut rig = Rig::registered();
    let ((first, mut dialog), (_, mut other)) = connecting(&mut rig);
    rig.far_bye(&mut other, None);
    rig.advance(Duration::from_secs(1));
    far_notify(&mut rig, &mut dialog, "SIP/2.0 200 OK");
    assert_eq!(state(&rig, &first), Some(TransferState::Done));
    rig.advance(Duration::from_secs(5));
    assert_eq!(state(&rig, &first), Some(TransferState::Done));
}

#[test]
fn an_attended_transfer_that_fails_keeps_both_calls() {
    let mut rig = Rig::registered();
    let (first, media, _) = rig.connected_out("0912345678");
    rig.set_held(&first, true);
    rig.media_op_of(media);
    rig.change_done(media, alo_softphone::MediaDirection::SendOnly, "recvonly");
    let (second, _, _) = rig.connected_out("1002");
    let to = Command::TransferTo {
        call: first.clone(),
        to_call: second.clone(),
    };
    assert_eq!(rig.command(to), None);
    let refer = rig.request("REFER");
    rig.respond(&refer, 405, "");
    assert_eq!(state(&rig, &first), Some(TransferState::Failed));
    assert!(rig.call(&first).held);
    assert_eq!(rig.state(&second), CallState::Connected);
}

#[test]
fn what_cannot_be_handed_on_is_refused() {
    let mut rig = Rig::registered();
    let (id, _, _) = rig.call_out("0912345678");
    assert_eq!(rig.command(transfer(&id, "1002")), Some(Refusal::NotNow));
    let mut rig = Rig::registered();
    let (id, _, _) = rig.connected_out("0912345678");
    assert_eq!(rig.command(transfer(&id, "")), Some(Refusal::NotANumber));
    let to_itself = Command::TransferTo {
        call: id.clone(),
        to_call: id.clone(),
    };
    assert_eq!(rig.command(to_itself), Some(Refusal::NotNow));
    rig.lose_socket(1006);
    assert_eq!(
        rig.command(transfer(&id, "1002")),
        Some(Refusal::NotConnected)
    );
}
