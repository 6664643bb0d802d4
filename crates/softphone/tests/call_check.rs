//! "Check calls": the parts in turn, a limit for each, and the right verdict.

mod common;

use std::time::Duration;

use alo_protocol::{CallCheckView, CheckState, Command, Refusal, SipAccount, Verdict};
use alo_sip::wire::Request;
use alo_softphone::{
    CandidateKind, Input, Measure, Measured, MediaEvent, MediaId, MediaOp, MediaStats,
};
use common::{Rig, account};

fn with_echo() -> SipAccount {
    SipAccount {
        ice_servers: Vec::new(),
        echo_number: Some("600".to_owned()),
        ..account()
    }
}

fn checking(account: SipAccount) -> Rig {
    let mut rig = Rig::registered_as(account);
    assert_eq!(rig.command(Command::CheckCall), None);
    rig
}

fn view(rig: &Rig) -> &CallCheckView {
    rig.snapshot().check.as_ref().expect("a check")
}

fn tell(rig: &mut Rig, measured: Measured) {
    let (check, _) = *rig.measures.last().expect("something is measured");
    rig.feed(Input::Measured { check, measured });
}

/// The server answers the probe, whatever it was asked with.
fn answer_probe(rig: &mut Rig) {
    assert_eq!(view(rig).socket, CheckState::Running);
    rig.accept_register();
    assert_eq!(view(rig).socket, CheckState::Passed);
    assert_eq!(view(rig).registration, CheckState::Passed);
    assert_eq!(view(rig).microphone, CheckState::Running);
}

fn speak(rig: &mut Rig) {
    assert_eq!(
        rig.measures.last().expect("measured").1,
        Measure::Microphone
    );
    tell(rig, Measured::Loudness(Some(20_000)));
    assert_eq!(view(rig).microphone, CheckState::Passed);
}

fn as_far_as_echo() -> Rig {
    let mut rig = checking(with_echo());
    answer_probe(&mut rig);
    speak(&mut rig);
    tell(&mut rig, Measured::Candidate(CandidateKind::Host));
    assert_eq!(view(&rig).echo, CheckState::Running);
    rig
}

/// The INVITE to the echo number, as soon as its offer is ready.
fn echo_invite(rig: &mut Rig) -> (MediaId, Request) {
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    assert!(invite.uri.to_string().contains("600@"));
    (media, invite)
}

fn echo_answers(rig: &mut Rig) -> MediaId {
    let (media, invite) = echo_invite(rig);
    rig.answer_invite(&invite, "echo");
    rig.request("ACK");
    rig.apply_answer(media, false);
    rig.media_event(media, MediaEvent::Connected);
    media
}

fn hears(rig: &mut Rig, media: MediaId, tone_share: u8) {
    let event = MediaEvent::Stats(MediaStats {
        packets_received: 50,
        tone_share: Some(tone_share),
        ..MediaStats::default()
    });
    rig.feed(Input::Media { media, event });
}

#[test]
fn without_servers_and_echo_number_the_rest_decides() {
    let mut rig = checking(SipAccount {
        echo_number: None,
        ..with_echo()
    });
    answer_probe(&mut rig);
    tell(&mut rig, Measured::Loudness(Some(3)));
    assert_eq!(
        view(&rig).microphone,
        CheckState::Running,
        "only silence yet"
    );
    speak(&mut rig);
    assert_eq!(
        rig.measures.last().expect("measured").1,
        Measure::Candidates
    );
    tell(&mut rig, Measured::Candidate(CandidateKind::Host));
    let view = view(&rig);
    assert_eq!(view.verdict, Some(Verdict::Passed));
    assert_eq!(
        [view.ice_reflexive, view.ice_relay, view.echo],
        [CheckState::Absent; 3]
    );
    assert_eq!(rig.measures.last().expect("measured").1, Measure::Nothing);
}

#[test]
fn a_server_that_is_silent_fails_the_socket_and_the_rest_is_still_looked_at() {
    let mut rig = checking(with_echo());
    rig.advance(Duration::from_secs(6));
    assert_eq!(view(&rig).socket, CheckState::Failed);
    speak(&mut rig);
    tell(&mut rig, Measured::Candidate(CandidateKind::Host));
    let view = view(&rig);
    assert_eq!(view.verdict, Some(Verdict::Failed));
    assert_eq!(view.registration, CheckState::Waiting, "cannot be told");
    assert_eq!(view.echo, CheckState::Waiting, "there is no way to call");
}

#[test]
fn a_microphone_that_may_not_be_opened_is_told_from_one_that_is_silent() {
    let mut rig = checking(with_echo());
    answer_probe(&mut rig);
    tell(&mut rig, Measured::MicrophoneFailed);
    assert_eq!(view(&rig).microphone, CheckState::Failed);
    assert!(!view(&rig).microphone_silent);

    let mut rig = checking(with_echo());
    answer_probe(&mut rig);
    tell(&mut rig, Measured::Loudness(Some(0)));
    rig.advance(Duration::from_secs(7));
    assert_eq!(view(&rig).microphone, CheckState::Failed);
    assert!(view(&rig).microphone_silent);
}

#[test]
fn a_turn_server_that_gives_no_address_fails_and_a_stun_server_only_when_it_does_not_answer() {
    let servers = |urls: &[&str]| {
        let mut account = with_echo();
        account.echo_number = None;
        account.ice_servers = common::account().ice_servers;
        account.ice_servers[0].urls = urls.iter().map(|url| (*url).to_owned()).collect();
        account
    };
    let until_ice = |urls: &[&str]| {
        let mut rig = checking(servers(urls));
        answer_probe(&mut rig);
        speak(&mut rig);
        tell(&mut rig, Measured::Candidate(CandidateKind::Host));
        assert_eq!(view(&rig).verdict, Some(Verdict::Running));
        rig
    };

    let mut rig = until_ice(&["turn:turn.example.com"]);
    tell(&mut rig, Measured::Gathered);
    assert_eq!(view(&rig).ice_relay, CheckState::Failed);
    assert_eq!(view(&rig).verdict, Some(Verdict::Failed));

    let mut rig = until_ice(&["stun:stun.example.com"]);
    tell(&mut rig, Measured::Gathered);
    assert_eq!(view(&rig).ice_reflexive, CheckState::Absent);
    assert_eq!(
        view(&rig).verdict,
        Some(Verdict::Passed),
        "no NAT, no second address"
    );

    let mut rig = until_ice(&["stun:stun.example.com"]);
    rig.advance(Duration::from_secs(6));
    assert_eq!(view(&rig).ice_reflexive, CheckState::Failed, "silent");

    let mut rig = until_ice(&["stun:stun.example.com", "turn:turn.example.com"]);
    tell(&mut rig, Measured::Candidate(CandidateKind::Relay));
    tell(&mut rig, Measured::ServerFailed);
    tell(&mut rig, Measured::Gathered);
    assert_eq!(view(&rig).ice_reflexive, CheckState::Failed, "unreachable");
    assert_eq!(view(&rig).ice_relay, CheckState::Passed);
}

#[test]
fn the_echo_number_is_called_unseen_and_hung_up_when_our_tone_is_heard() {
    let mut rig = as_far_as_echo();
    let rows = rig.snapshot().history.len();
    assert!(rig.snapshot().calls.is_empty(), "it is nobody's call");
    let (_, op) = rig.media.back().expect("an offer");
    assert!(matches!(op, MediaOp::Offer { setup } if setup.test_tone));
    let media = echo_answers(&mut rig);
    hears(&mut rig, media, 8);
    assert_eq!(
        view(&rig).echo,
        CheckState::Running,
        "an announcement is no echo"
    );
    hears(&mut rig, media, 97);
    assert_eq!(view(&rig).echo, CheckState::Passed);
    assert_eq!(view(&rig).verdict, Some(Verdict::Passed));
    rig.request("BYE");
    assert_eq!(rig.tone, None);
    assert_eq!(rig.snapshot().history.len(), rows);
    assert!(rig.snapshot().calls.is_empty());
}

#[test]
fn an_echo_number_that_answers_and_is_silent_fails_after_six_seconds() {
    let mut rig = as_far_as_echo();
    echo_answers(&mut rig);
    rig.advance(Duration::from_secs(5));
    assert_eq!(view(&rig).echo, CheckState::Running);
    rig.advance(Duration::from_secs(2));
    assert_eq!(view(&rig).echo, CheckState::Failed);
    rig.request("BYE");
}

#[test]
fn an_echo_number_that_does_not_exist_fails_at_once_and_without_a_busy_tone() {
    let mut rig = as_far_as_echo();
    let (_, invite) = echo_invite(&mut rig);
    rig.respond(&invite, 404, "echo");
    rig.request("ACK");
    assert_eq!(view(&rig).echo, CheckState::Failed);
    assert_eq!(view(&rig).verdict, Some(Verdict::Failed));
    assert_eq!(rig.tone, None);
    assert!(rig.snapshot().calls.is_empty());
}

#[test]
fn a_call_goes_before_a_check() {
    let mut rig = as_far_as_echo();
    echo_answers(&mut rig);
    assert_eq!(rig.dial("0912345678"), None);
    rig.request("BYE");
    assert_eq!(rig.snapshot().check, None);
    assert_eq!(rig.snapshot().calls.len(), 1);
    assert!(
        !rig.snapshot().calls[0].held,
        "nothing was there to be held for"
    );
    assert_eq!(rig.command(Command::CheckCall), Some(Refusal::NotNow));
}

#[test]
fn a_check_is_stopped_or_begun_again_and_old_measurements_are_nobodys() {
    let mut rig = checking(with_echo());
    answer_probe(&mut rig);
    let (old, _) = *rig.measures.last().expect("measured");
    assert_eq!(rig.command(Command::CheckCall), None);
    assert_eq!(view(&rig).socket, CheckState::Running);
    assert_eq!(
        *rig.measures.last().expect("measured"),
        (old, Measure::Nothing)
    );
    rig.advance(Duration::from_secs(6));
    let measured = Measured::Loudness(Some(20_000));
    rig.feed(Input::Measured {
        check: old,
        measured,
    });
    assert_eq!(view(&rig).microphone, CheckState::Running);
    assert_eq!(rig.command(Command::StopCheck), None);
    assert_eq!(rig.snapshot().check, None);
}

#[test]
fn nobody_who_is_signed_out_is_checked() {
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(Command::CheckCall), Some(Refusal::SignedOut));
}
