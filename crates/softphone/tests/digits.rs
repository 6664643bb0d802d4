//! Digits for the far end: by events or INFO, pressed or sent automatically after the answer.

mod common;

use std::time::Duration;

use alo_protocol::{
    CallAlarm, CallId, CallState, Command, DialOptions, DialSource, DtmfMode, Refusal, SipAccount,
};
use alo_sip::wire::Request;
use alo_softphone::{Input, MediaEvent, MediaId, MediaOp, Stored};
use common::{Rig, account, sdp};

/// A description without telephone events.
fn without_events() -> String {
    let sdp = sdp("far", "sendrecv");
    sdp.replace(" 126\r\n", "\r\n")
        .replace("a=rtpmap:126 telephone-event/8000\r\n", "")
}

/// A call that is answered with `answer`, its media not up yet.
fn answered(rig: &mut Rig, number: &str, answer: &str) -> (CallId, MediaId) {
    let (id, media, invite) = rig.call_out(number);
    rig.respond_with_sdp(&invite, 200, "far", answer);
    rig.request("ACK");
    rig.apply_answer(media, false);
    (id, media)
}

fn up(rig: &mut Rig, number: &str, answer: &str) -> (CallId, MediaId) {
    let (id, media) = answered(rig, number, answer);
    rig.media_event(media, MediaEvent::Connected);
    (id, media)
}

fn press(rig: &mut Rig, id: &CallId, digits: &str) -> Option<Refusal> {
    rig.command(Command::SendDtmf {
        call: id.clone(),
        digits: digits.to_owned(),
    })
}

fn digit(info: &Request) -> String {
    assert_eq!(
        info.headers.get("Content-Type"),
        Some("application/dtmf-relay")
    );
    let body = String::from_utf8_lossy(&info.body);
    let digit = body.strip_prefix("Signal=").expect("a signal");
    assert!(body.ends_with("\r\nDuration=160\r\n"), "{body}");
    digit.chars().take(1).collect()
}

fn phone_with(change: impl FnOnce(&mut SipAccount)) -> Rig {
    let mut rig = Rig::unloaded();
    let mut account = account();
    change(&mut account);
    rig.feed(Input::Loaded(Stored {
        account: Some(account),
        ..Stored::default()
    }));
    rig.open_socket();
    rig.accept_registration();
    rig
}

#[test]
fn where_the_far_end_knows_no_events_digits_go_one_by_one_in_info() {
    let mut rig = Rig::registered();
    let (id, _) = up(&mut rig, "19001234", &without_events());
    assert_eq!(press(&mut rig, &id, "1#"), None);
    assert_eq!(press(&mut rig, &id, "D"), None);
    for expected in ["1", "#", "D"] {
        let info = rig.request("INFO");
        assert_eq!(digit(&info), expected);
        rig.nothing_sent();
        rig.respond(&info, 200, "");
    }
    rig.nothing_sent();
    rig.no_media_op();
}

#[test]
fn an_account_may_want_info_always() {
    let mut rig = phone_with(|account| account.dtmf = DtmfMode::Info);
    let (id, _) = up(&mut rig, "19001234", &sdp("far", "sendrecv"));
    assert_eq!(press(&mut rig, &id, "5"), None);
    assert_eq!(digit(&rig.request("INFO")), "5");
    rig.no_media_op();
}

#[test]
fn refused_digits_are_told_once_and_those_behind_them_are_dropped() {
    let mut rig = Rig::registered();
    let (id, _) = up(&mut rig, "19001234", &without_events());
    press(&mut rig, &id, "123");
    let info = rig.request("INFO");
    rig.respond(&info, 415, "");
    rig.nothing_sent();
    assert_eq!(rig.call(&id).alarms, [CallAlarm::TonesRefused]);
    assert_eq!(rig.state(&id), CallState::Connected);
    rig.advance(Duration::from_secs(11));
    assert_eq!(rig.call(&id).alarms, []);
    // The next press is a new try.
    press(&mut rig, &id, "4");
    assert_eq!(digit(&rig.request("INFO")), "4");
}

#[test]
fn digits_behind_the_number_follow_the_answer_with_their_pauses() {
    let mut rig = Rig::registered();
    let answer = sdp("far", "sendrecv");
    let (id, media) = answered(&mut rig, "028 3822 5678,,12;ext=3#", &answer);
    assert_eq!(rig.call(&id).number, "02838225678");
    assert_eq!(rig.call(&id).post_dial.as_deref(), Some(",,123#"));
    rig.advance(Duration::from_secs(5));
    rig.no_media_op();
    // Not before packets can flow.
    rig.media_event(media, MediaEvent::Connected);
    rig.advance(Duration::from_millis(4_499));
    rig.no_media_op();
    assert_eq!(rig.call(&id).post_dial.as_deref(), Some("123#"));
    rig.advance(Duration::from_millis(1));
    assert_eq!(rig.media_op(), (media, MediaOp::Dtmf("123#".to_owned())));
    assert_eq!(rig.call(&id).post_dial, None);
    rig.advance(Duration::from_secs(10));
    rig.no_media_op();
}

#[test]
fn pauses_between_groups_are_kept_by_info_too() {
    let mut rig = Rig::registered();
    let (_, _) = up(&mut rig, "19001234p1w2", &without_events());
    rig.advance(Duration::from_millis(2_500));
    let info = rig.request("INFO");
    assert_eq!(digit(&info), "1");
    rig.respond(&info, 200, "");
    rig.advance(Duration::from_secs(2));
    rig.nothing_sent();
    rig.advance(Duration::from_millis(200));
    assert_eq!(digit(&rig.request("INFO")), "2");
}

#[test]
fn a_key_of_the_persons_takes_the_place_of_what_would_follow() {
    let mut rig = Rig::registered();
    let (id, media) = up(&mut rig, "19001234,,,1", &sdp("far", "sendrecv"));
    rig.advance(Duration::from_secs(3));
    assert_eq!(press(&mut rig, &id, "9"), None);
    assert_eq!(rig.media_op(), (media, MediaOp::Dtmf("9".to_owned())));
    assert_eq!(rig.call(&id).post_dial, None);
    rig.advance(Duration::from_secs(20));
    rig.no_media_op();
}

#[test]
fn nothing_follows_after_the_end() {
    let mut rig = Rig::registered();
    let (id, media) = up(&mut rig, "19001234,1", &sdp("far", "sendrecv"));
    rig.hang_up(&id);
    assert_eq!(rig.call(&id).post_dial, None);
    rig.media_closed(media);
    rig.advance(Duration::from_secs(5));
    rig.no_media_op();
}

#[test]
fn a_held_far_end_gets_the_digits_when_it_hears_again() {
    let mut rig = Rig::registered();
    let (id, media) = up(&mut rig, "19001234,7", &sdp("far", "sendrecv"));
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    rig.change_done(media, alo_softphone::MediaDirection::SendOnly, "recvonly");
    rig.advance(Duration::from_secs(10));
    rig.no_media_op();
    assert_eq!(rig.set_held(&id, false), None);
    rig.change_done(media, alo_softphone::MediaDirection::SendRecv, "sendrecv");
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(false)));
    rig.advance(Duration::from_millis(3_100));
    assert_eq!(rig.media_op(), (media, MediaOp::Dtmf("7".to_owned())));
}

#[test]
fn a_card_may_bring_digits_but_not_within_its_number() {
    let mut rig = Rig::registered();
    let dial = |number: &str, digits: &str| Command::Dial {
        number: number.to_owned(),
        source: DialSource::Page,
        options: DialOptions {
            post_dial: Some(digits.to_owned()),
            ..DialOptions::default()
        },
    };
    assert_eq!(
        rig.command(dial("0281234567,1", "")),
        Some(Refusal::NotANumber)
    );
    assert_eq!(
        rig.command(dial("0281234567", "1;x")),
        Some(Refusal::NotANumber)
    );
    assert_eq!(rig.command(dial("0281234567", "p12#")), None);
    let id = rig.newest_call();
    assert_eq!(rig.call(&id).post_dial.as_deref(), Some(",12#"));
    assert_eq!(rig.call(&id).number, "0281234567");
}

#[test]
fn what_follows_a_number_is_not_kept_in_the_history() {
    let mut rig = Rig::registered();
    let (id, _) = up(&mut rig, "19001234,4711#", &sdp("far", "sendrecv"));
    assert_eq!(rig.stored_row(&id).number, "19001234");
    assert!(!format!("{:?}", rig.stored).contains("4711"));
}
