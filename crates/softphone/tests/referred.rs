//! Far ends that ask us to call somebody (REFER).

mod common;

use std::time::Duration;

use alo_protocol::{CallId, CallState, Command, Direction, Refusal};
use alo_sip::wire::{Method, Request};
use common::{Dialog, Rig};

const MINH: &str = "\"Minh\" <sip:0912345678@pbx.example.com>";
const LAN: &str = "\"Lan\" <sip:0987654321@pbx.example.com>";

fn refer(rig: &mut Rig, dialog: &mut Dialog, to: &str) {
    let mut refer = dialog.next_request(Method::Refer);
    refer.headers.push("Refer-To", to);
    rig.server_says(&refer.to_bytes());
    rig.response(202);
    told(rig, "SIP/2.0 100 Trying");
}

/// The next NOTIFY, answered.
fn told(rig: &mut Rig, line: &str) {
    let notify = rig.request("NOTIFY");
    assert_eq!(String::from_utf8_lossy(&notify.body).trim_end(), line);
    rig.respond(&notify, 200, "");
}

fn answer(call: &CallId, accept: bool) -> Command {
    Command::AnswerTransfer {
        call: call.clone(),
        accept,
    }
}

fn request(rig: &Rig, call: &CallId) -> Option<String> {
    rig.call(call).transfer_request.clone()
}

/// A call whose far end asks us to call `to`.
fn asked(to: &str) -> (Rig, CallId, Dialog) {
    let mut rig = Rig::registered();
    let (id, _, mut dialog) = rig.connected_in(MINH);
    refer(&mut rig, &mut dialog, to);
    rig.media.clear();
    (rig, id, dialog)
}

fn called(rig: &mut Rig) -> Request {
    let media = rig.new_media();
    rig.offer_ready(media);
    rig.request("INVITE")
}

#[test]
fn a_person_is_asked_by_the_address_and_nothing_is_called_before_the_answer() {
    let (rig, id, _) = asked("\"Your bank\" <sip:0909@pbx.example.com>");
    assert_eq!(request(&rig, &id).as_deref(), Some("0909"));
    rig.nothing_sent();
    rig.no_media_op();
    let (rig, id, _) = asked("<sip:0909@elsewhere.example>");
    assert_eq!(
        request(&rig, &id).as_deref(),
        Some("0909@elsewhere.example")
    );
}

#[test]
fn agreed_the_other_one_is_called_and_the_far_end_hears_how_it_goes() {
    let (mut rig, id, mut dialog) =
        asked("<sip:0909@pbx.example.com?Replaces=abc%3Bto-tag%3D1%3Bfrom-tag%3D2>");
    assert_eq!(rig.command(answer(&id, true)), None);
    assert_eq!(request(&rig, &id), None);
    assert!(rig.call(&id).hold_pending, "the far end waits on hold");
    let invite = called(&mut rig);
    assert_eq!(invite.uri.to_string(), "sip:0909@pbx.example.com");
    assert_eq!(
        invite.headers.get("Replaces"),
        Some("abc;to-tag=1;from-tag=2")
    );
    assert_eq!(
        invite.headers.get("Referred-By"),
        Some("<sip:0912345678@pbx.example.com>")
    );
    let new = rig.newest_call();
    assert_eq!(rig.call(&new).direction, Direction::Outgoing);
    rig.respond(&invite, 180, "far");
    told(&mut rig, "SIP/2.0 180 Ringing");
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    told(&mut rig, "SIP/2.0 200 OK");
    assert_eq!(rig.state(&new), CallState::Connected);
    // Now it is up to the far end to hang up.
    rig.far_bye(&mut dialog, None);
    assert_eq!(rig.state(&id), CallState::Ended);
    assert_eq!(rig.state(&new), CallState::Connected);
}

#[test]
fn agreed_but_busy_is_told_and_the_call_is_still_there() {
    let (mut rig, id, _) = asked("<sip:0909@pbx.example.com>");
    assert_eq!(rig.command(answer(&id, true)), None);
    let invite = called(&mut rig);
    rig.respond(&invite, 486, "far");
    rig.request("ACK");
    told(&mut rig, "SIP/2.0 486 Busy Here");
    assert_eq!(rig.state(&id), CallState::Connected);
    let call = rig.call(&id);
    assert!(!call.held && !call.hold_pending, "nobody waits in silence");
}

#[test]
fn refused_or_not_answered_for_a_minute_is_told_as_declined() {
    let (mut rig, id, mut dialog) = asked("<sip:0909@pbx.example.com>");
    assert_eq!(rig.command(answer(&id, false)), None);
    told(&mut rig, "SIP/2.0 603 Decline");
    assert_eq!(request(&rig, &id), None);
    assert_eq!(rig.command(answer(&id, true)), Some(Refusal::NotNow));

    let mut refer = dialog.next_request(Method::Refer);
    refer.headers.push("Refer-To", "<sip:0909@pbx.example.com>");
    rig.server_says(&refer.to_bytes());
    rig.response(202);
    told(&mut rig, "SIP/2.0 100 Trying");
    rig.advance(Duration::from_secs(59));
    assert!(request(&rig, &id).is_some());
    rig.advance(Duration::from_secs(1));
    assert_eq!(request(&rig, &id), None);
    told(&mut rig, "SIP/2.0 603 Decline");
}

#[test]
fn service_codes_and_numbers_that_cost_more_are_refused_without_asking() {
    for to in [
        "<sip:*21*0912345678%23@pbx.example.com>",
        "<sip:19001234@pbx.example.com>",
        "<tel:19001234>",
        "<tel:+43900123456>",
        "<sip:pbx.example.com>",
    ] {
        let (mut rig, id, _) = asked(to);
        assert_eq!(request(&rig, &id), None, "{to}");
        told(&mut rig, "SIP/2.0 603 Decline");
        assert_eq!(rig.state(&id), CallState::Connected);
    }
}

#[test]
fn with_both_lines_taken_the_question_stays_until_one_is_free() {
    let (mut rig, id, _) = asked("<tel:0909>");
    let (second, other) = rig.call_in(LAN);
    assert_eq!(rig.command(answer(&id, true)), Some(Refusal::LinesBusy));
    assert!(request(&rig, &id).is_some());
    rig.cancel(&other, None);
    assert_eq!(rig.state(&second), CallState::Ended);
    rig.sent.clear();
    assert_eq!(rig.command(answer(&id, true)), None);
    assert_eq!(
        called(&mut rig).uri.to_string(),
        "sip:0909@pbx.example.com",
        "a telephone number goes to our own server"
    );
}
