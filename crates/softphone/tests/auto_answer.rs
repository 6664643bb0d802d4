//! Calls that ask to be answered automatically.

mod common;

use std::time::Duration;

use alo_protocol::{CallState, Command, MicrophoneState, SipAccount};
use alo_softphone::{Input, MediaOp, Tone};
use common::{Dialog, Rig, account, sdp};

const INTERCOM: (&str, &str) = ("Call-Info", "<sip:pbx.example.com>;answer-after=0");
const FAR: &str = "<sip:1002@pbx.example.com>";

/// A registered phone whose account allows it, with the microphone granted.
fn allowed() -> Rig {
    let mut rig = Rig::registered_as(SipAccount {
        auto_answer: true,
        ..account()
    });
    rig.feed(Input::Microphone(MicrophoneState::Granted));
    rig
}

fn call_in(rig: &mut Rig, header: (&str, &str)) -> Dialog {
    let dialog = rig.invite_in_with(FAR, Some(&sdp("far", "sendrecv")), &[header]);
    rig.response(180);
    dialog
}

/// Asserts that the call rings on, whatever its headers ask for.
fn rings_on(rig: &mut Rig) {
    rig.advance(Duration::from_secs(40));
    let id = rig.newest_call();
    assert_eq!(rig.state(&id), CallState::Incoming);
    assert!(
        !rig.media
            .iter()
            .any(|(_, op)| matches!(op, MediaOp::Answer { .. }))
    );
}

#[test]
fn after_a_beep_it_is_answered_and_says_so() {
    let mut rig = allowed();
    let mut dialog = call_in(&mut rig, INTERCOM);
    let id = rig.newest_call();
    assert_eq!(rig.tone, Some(Tone::Beep), "no ring before the beep");
    rig.no_media_op();
    rig.advance(Duration::from_millis(700));
    let media = rig.new_media();
    assert_eq!(rig.tone, None);
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    assert_eq!(rig.state(&id), CallState::Connected);
    assert!(rig.call(&id).auto_answered);
}

#[test]
fn it_rings_for_as_long_as_the_caller_says_and_the_person_may_be_quicker() {
    let mut rig = allowed();
    call_in(
        &mut rig,
        ("Call-Info", "<sip:pbx.example.com>;answer-after=5"),
    );
    assert_eq!(rig.tone, Some(Tone::Ring));
    rig.advance(Duration::from_millis(4_900));
    assert_eq!(rig.tone, Some(Tone::Ring));
    rig.advance(Duration::from_millis(200));
    assert_eq!(rig.tone, Some(Tone::Beep));

    let mut rig = allowed();
    call_in(
        &mut rig,
        ("Call-Info", "<sip:pbx.example.com>;answer-after=5"),
    );
    let id = rig.newest_call();
    assert_eq!(rig.command(Command::Answer { call: id.clone() }), None);
    rig.advance(Duration::from_secs(10));
    assert!(!rig.call(&id).auto_answered);
}

#[test]
fn without_the_accounts_leave_it_rings_like_any_call() {
    let mut rig = Rig::registered();
    rig.feed(Input::Microphone(MicrophoneState::Granted));
    call_in(&mut rig, INTERCOM);
    assert_eq!(rig.tone, Some(Tone::Ring));
    rings_on(&mut rig);
}

#[test]
fn a_microphone_that_is_not_granted_is_not_opened_by_a_caller() {
    for state in [
        MicrophoneState::Unknown,
        MicrophoneState::Denied,
        MicrophoneState::Missing,
    ] {
        let mut rig = allowed();
        rig.feed(Input::Microphone(state));
        call_in(&mut rig, INTERCOM);
        rings_on(&mut rig);
    }
}

#[test]
fn nobody_breaks_into_another_call() {
    let mut rig = allowed();
    rig.connected_out("0912345678");
    call_in(&mut rig, INTERCOM);
    rings_on(&mut rig);

    // The same for a call that begins while the phone waits to answer.
    let mut rig = allowed();
    call_in(
        &mut rig,
        ("Call-Info", "<sip:pbx.example.com>;answer-after=5"),
    );
    rig.advance(Duration::from_secs(1));
    assert_eq!(rig.dial("0912345678"), None);
    let media = rig.new_media();
    rig.offer_ready(media);
    rig.request("INVITE");
    rig.advance(Duration::from_secs(10));
    let answering = rig
        .snapshot()
        .calls
        .iter()
        .any(|call| call.auto_answered || call.state == CallState::Answering);
    assert!(!answering);
}

#[test]
fn a_caller_who_gives_up_in_the_beep_is_missed() {
    let mut rig = allowed();
    let dialog = call_in(&mut rig, INTERCOM);
    rig.cancel(&dialog, None);
    rig.advance(Duration::from_secs(2));
    assert_eq!(rig.tone, None);
    assert_eq!(rig.snapshot().missed, 1);
}
