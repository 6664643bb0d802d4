//! An INVITE takes over a call (RFC 3891): the digits after the answer, the row in the history, and who is
//! shown.

mod common;

use std::time::Duration;

use alo_protocol::{CallId, CallState, Command, ContactFormat, DialOptions, DialSource, EndCause};
use alo_softphone::{MediaEvent, MediaFailure, MediaOp};
use common::takeover::{LAN, MINH, replacing, takes_over, taking};
use common::{Dialog, Rig};

#[test]
fn digits_that_follow_by_themselves_reach_whoever_takes_the_far_ends_place() {
    for due_while_it_is_answered in [true, false] {
        let mut rig = Rig::registered();
        let (id, _, far) = rig.connected_out("19001234,12");
        rig.media.clear();
        let mut lan = replacing(&mut rig, &far);
        let media = rig.new_media();
        rig.answer_ready(media);
        let ok = rig.response(200);
        rig.request("BYE");
        rig.media.clear();
        if due_while_it_is_answered {
            rig.advance(Duration::from_secs(5));
            while !rig.sent.is_empty() {
                rig.response(200);
            }
        }
        rig.acknowledge(&mut lan, &ok);
        // Before packets flow, tones would be lost.
        rig.advance(Duration::from_secs(5));
        rig.no_media_op();
        assert_eq!(rig.call(&id).post_dial.as_deref(), Some(",12"));
        rig.media_event(media, MediaEvent::Connected);
        rig.advance(Duration::from_secs(3));
        assert_eq!(rig.media_op(), (media, MediaOp::Dtmf("12".to_owned())));
        assert_eq!(rig.call(&id).post_dial, None);
    }
}

#[test]
fn the_history_says_who_ended_a_call_whose_far_end_left_before_the_next_was_answered() {
    for (person, cause) in [(true, EndCause::HungUp), (false, EndCause::RemoteHungUp)] {
        let mut taking = taking();
        let rig = &mut taking.rig;
        rig.far_bye(&mut taking.minh, None);
        rig.media_closed(taking.media);
        if person {
            rig.hang_up(&taking.call);
            rig.response(603);
        } else {
            rig.cancel(&taking.lan, None);
            rig.response(200);
            rig.response(487);
        }
        rig.media_closed(taking.new_media);
        assert_eq!(rig.cause(&taking.call), cause);
        let row = rig.stored_row(&taking.call);
        assert!(row.answered_at.is_some() && !row.unseen);
    }
}

#[test]
fn the_history_says_who_ended_a_call_that_rang_again() {
    for (person, cause) in [(true, EndCause::HungUp), (false, EndCause::RemoteHungUp)] {
        let mut taking = taking();
        let rig = &mut taking.rig;
        rig.far_bye(&mut taking.minh, None);
        rig.media_fails(taking.new_media, MediaFailure::MicrophoneDenied);
        assert_eq!(rig.state(&taking.call), CallState::Incoming);
        if person {
            let decline = Command::Decline {
                call: taking.call.clone(),
                everywhere: None,
            };
            assert_eq!(rig.command(decline), None);
        } else {
            rig.cancel(&taking.lan, None);
        }
        assert_eq!(rig.cause(&taking.call), cause);
    }
}

/// The end of a ringing call of ours whose far end leaves before Lan, who takes its place, is answered.
fn ended_after_a_pick_up(denied: bool, end: impl FnOnce(&mut Rig, &CallId, &Dialog)) -> EndCause {
    let mut rig = Rig::registered();
    let (call, _, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    let ringing = Dialog::of_ours(&invite, "far");
    let lan = replacing(&mut rig, &ringing);
    let new = rig.new_media();
    rig.respond(&invite, 487, "far");
    rig.request("ACK");
    if denied {
        rig.media_fails(new, MediaFailure::MicrophoneDenied);
        assert_eq!(rig.state(&call), CallState::Incoming);
    }
    end(&mut rig, &call, &lan);
    assert!(!rig.stored_row(&call).unseen, "nobody called");
    assert_eq!(rig.snapshot().missed, 0);
    rig.cause(&call)
}

#[test]
fn a_call_of_ours_is_never_missed() {
    let waits = |rig: &mut Rig, _: &CallId, _: &Dialog| rig.advance(Duration::from_secs(181));
    let gives_up = |rig: &mut Rig, _: &CallId, lan: &Dialog| rig.cancel(lan, None);
    let hangs_up = |rig: &mut Rig, call: &CallId, _: &Dialog| rig.hang_up(call);
    assert_eq!(ended_after_a_pick_up(true, waits), EndCause::NoMicrophone);
    assert_eq!(
        ended_after_a_pick_up(true, gives_up),
        EndCause::NoMicrophone
    );
    assert_eq!(ended_after_a_pick_up(true, hangs_up), EndCause::Cancelled);
    assert_eq!(
        ended_after_a_pick_up(false, gives_up),
        EndCause::RemoteHungUp
    );
    assert_eq!(ended_after_a_pick_up(false, hangs_up), EndCause::Cancelled);
}

#[test]
fn a_call_of_ours_stands_in_the_history_as_it_was_dialled_whoever_takes_the_far_ends_place() {
    let mut rig = Rig::registered();
    let (id, _, far) = rig.connected_out("0912345678");
    let other = "\"Lan\" <sip:*21*0900000000%23@pbx.example.com>";
    takes_over(&mut rig, &far, other);
    let call = rig.call(&id);
    assert_eq!(call.number, "*21*0900000000#", "who is talked to");
    assert_eq!(call.name.as_deref(), Some("Lan"));
    rig.hang_up(&id);
    rig.request("BYE");
    let row = rig.stored_row(&id);
    assert_eq!(
        (row.number.as_str(), row.name.as_deref()),
        ("0912345678", None)
    );
    assert_eq!(rig.snapshot().last_dialled.as_deref(), Some("0912345678"));
    // What a stranger wrote must not be taken for what this person has dialled before.
    let again = Command::Dial {
        number: "*21*0900000000#".to_owned(),
        source: DialSource::History,
        options: DialOptions::default(),
    };
    assert!(rig.command(again).is_some());
}

/// Into the contacts.
fn know(rig: &mut Rig, name: &str, number: &str) {
    let text = format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{number}\r\nEND:VCARD\r\n");
    let format = ContactFormat::Vcard;
    assert_eq!(rig.command(Command::ImportContacts { format, text }), None);
}

#[test]
fn who_is_known_by_the_new_number_is_shown_and_not_who_was_talked_to_before() {
    let mut rig = Rig::registered();
    know(&mut rig, "Customer Minh", "0912345678");
    know(&mut rig, "Customer Lan", "0987654321");
    let (id, _, minh) = rig.connected_in(MINH);
    assert_eq!(rig.call(&id).name.as_deref(), Some("Customer Minh"));
    takes_over(&mut rig, &minh, LAN);
    let call = rig.call(&id);
    assert_eq!(call.name.as_deref(), Some("Customer Lan"));
    let found: Vec<_> = call.contacts.found.iter().map(|c| &c.name).collect();
    assert_eq!(found, ["Customer Lan"]);
    assert_eq!(rig.stored_row(&id).name.as_deref(), Some("Customer Lan"));
}

#[test]
fn the_known_name_stays_where_whoever_takes_the_place_has_the_same_number() {
    let mut rig = Rig::registered();
    know(&mut rig, "Customer Minh", "0912345678");
    let (id, _, minh) = rig.connected_in(MINH);
    takes_over(&mut rig, &minh, "<sip:0912345678@pbx.example.com>");
    assert_eq!(rig.call(&id).name.as_deref(), Some("Customer Minh"));
    assert_eq!(rig.stored_row(&id).name.as_deref(), Some("Customer Minh"));
}
