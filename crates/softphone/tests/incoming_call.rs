//! Incoming calls: ringing, answered, declined, missed, answered elsewhere.

mod common;

use std::time::Duration;

use alo_protocol::{
    CallId, CallState, Command, Direction, EndCause, MicrophoneState, Refusal, TransferState,
};
use alo_softphone::{Input, MediaFailure, MediaOp, StoreOp, Tone};
use common::{Rig, sdp};

const LAN: &str = "<sip:0987654321@pbx.example.com>";
const MINH: &str = "\"Minh\" <sip:0912345678@pbx.example.com>";

fn answer(call: &CallId) -> Command {
    Command::Answer { call: call.clone() }
}

#[test]
fn it_rings_is_answered_and_the_far_end_hangs_up() {
    let mut rig = Rig::registered();
    let (id, mut dialog) = rig.call_in(MINH);
    let call = rig.call(&id).clone();
    assert_eq!(call.direction, Direction::Incoming);
    assert_eq!(
        (call.number.as_str(), call.name.as_deref()),
        ("0912345678", Some("Minh"))
    );
    assert!(!call.waiting);
    assert_eq!(rig.tone, Some(Tone::Ring));
    let notified = rig.worker().incoming.clone();
    assert_eq!(notified.len(), 1);
    assert_eq!((&notified[0].call, notified[0].waiting), (&id, false));
    assert!(rig.stored_row(&id).end.is_none());

    assert_eq!(rig.command(answer(&id)), None);
    assert_eq!(rig.state(&id), CallState::Answering);
    assert_eq!(rig.tone, None);
    assert!(rig.worker().incoming.is_empty());
    let (media, op) = rig.media_op();
    assert!(matches!(op, MediaOp::Answer { offer, .. } if offer == sdp("far", "sendrecv")));
    rig.nothing_sent();
    rig.answer_ready(media);
    let ok = rig.response(200);
    assert_eq!(ok.body, sdp("ours", "sendrecv").into_bytes());
    assert_eq!(rig.state(&id), CallState::Answering);
    rig.acknowledge(&mut dialog, &ok);
    assert_eq!(rig.state(&id), CallState::Connected);
    assert_eq!(rig.call(&id).answered_at, Some(rig.now.unix_ms));

    rig.far_bye(&mut dialog, None);
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
    rig.media_closed(media);
    assert_eq!(rig.snapshot().missed, 0);
    assert!(!rig.stored_row(&id).unseen);
}

#[test]
fn declining_says_busy_here() {
    let mut rig = Rig::registered();
    let (id, dialog) = rig.call_in(MINH);
    let decline = Command::Decline {
        call: id.clone(),
        everywhere: None,
    };
    assert_eq!(rig.command(decline), None);
    let refusal = rig.response(486);
    rig.acknowledge_refusal(&dialog, &refusal);
    assert_eq!(rig.cause(&id), EndCause::Declined);
    assert_eq!(rig.tone, None);
    assert_eq!(rig.snapshot().missed, 0);
}

#[test]
fn a_caller_who_gives_up_is_a_missed_call_until_somebody_looks() {
    let mut rig = Rig::registered();
    let (id, dialog) = rig.call_in(MINH);
    rig.cancel(&dialog, None);
    rig.response(200);
    rig.response(487);
    assert_eq!(rig.cause(&id), EndCause::Missed);
    assert_eq!(rig.tone, None);
    let worker = rig.worker().clone();
    assert!(worker.incoming.is_empty());
    assert_eq!(worker.missed, 1);
    assert_eq!(worker.missed_calls[0].call, id);
    assert!(rig.stored_row(&id).unseen);
    assert_eq!(rig.snapshot().missed, 1);

    assert_eq!(rig.command(Command::HistorySeen), None);
    assert_eq!(rig.snapshot().missed, 0);
    assert_eq!(rig.worker().missed, 0);
    assert_eq!(rig.worker().missed_calls, []);
    assert_eq!(rig.stored.last().expect("a change").1, StoreOp::SeenHistory);
}

#[test]
fn every_caller_who_gave_up_is_notified_of_also_one_who_began_earlier() {
    let mut rig = Rig::registered();
    let (first, patient) = rig.call_in(MINH);
    let (second, hasty) = rig.call_in(LAN);
    rig.cancel(&hasty, None);
    rig.advance(Duration::from_secs(5));
    rig.cancel(&patient, None);
    let missed = |rig: &Rig| -> Vec<CallId> {
        let calls = &rig.worker().missed_calls;
        calls.iter().map(|missed| missed.call.clone()).collect()
    };
    assert_eq!(missed(&rig), [first.clone(), second]);
    // A browser that starts notifies of the last one only.
    rig.advance(Duration::from_secs(120));
    assert_eq!(missed(&rig.restarted(None)), [first]);
}

#[test]
fn answered_elsewhere_is_not_missed() {
    for reason in [
        "SIP;cause=200;text=\"Call completed elsewhere\"",
        "SIP ;cause=200",
        "Q.850;cause=26;text=\"Call completed elsewhere\"",
    ] {
        let mut rig = Rig::registered();
        let (id, dialog) = rig.call_in(MINH);
        rig.cancel(&dialog, Some(reason));
        assert_eq!(rig.cause(&id), EndCause::AnsweredElsewhere, "{reason}");
        assert_eq!(rig.snapshot().missed, 0);
        assert!(rig.worker().incoming.is_empty());
        assert_eq!(rig.tone, None);
    }
}

#[test]
fn a_caller_who_gives_up_while_it_is_being_answered_leaves_no_microphone_open() {
    let mut rig = Rig::registered();
    let (id, dialog) = rig.call_in(MINH);
    assert_eq!(rig.command(answer(&id)), None);
    let media = rig.new_media();
    rig.cancel(&dialog, None);
    assert_eq!(rig.cause(&id), EndCause::Missed);
    rig.media_closed(media);
    rig.sent.clear();
    rig.answer_ready(media);
    rig.nothing_sent();
}

#[test]
fn without_a_microphone_it_goes_on_ringing_and_the_page_opens() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in(MINH);
    // Known to be denied: opening it is not tried.
    rig.feed(Input::Microphone(MicrophoneState::Denied));
    assert_eq!(rig.command(answer(&id)), Some(Refusal::MicrophoneNeeded));
    rig.no_media_op();
    assert_eq!(rig.state(&id), CallState::Incoming);
    assert!(rig.worker().open_microphone_page);
    // Found to be denied by trying.
    rig.feed(Input::Microphone(MicrophoneState::Unknown));
    assert_eq!(rig.command(answer(&id)), None);
    let media = rig.new_media();
    rig.media_fails(media, MediaFailure::MicrophoneDenied);
    rig.media_closed(media);
    assert_eq!(rig.state(&id), CallState::Incoming);
    assert_eq!(rig.tone, Some(Tone::Ring));
    let opened = rig
        .workers
        .iter()
        .filter(|w| w.open_microphone_page)
        .count();
    assert_eq!(opened, 2);
    rig.nothing_sent();
    // Allowed now.
    rig.feed(Input::Microphone(MicrophoneState::Granted));
    assert_eq!(rig.command(answer(&id)), None);
    let second = rig.new_media();
    assert_ne!(second, media);
    rig.answer_ready(second);
    rig.response(200);
}

#[test]
fn an_offer_that_the_browser_cannot_take_is_refused() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in(MINH);
    assert_eq!(rig.command(answer(&id)), None);
    let media = rig.new_media();
    rig.media_fails(media, MediaFailure::BadSdp);
    rig.response(488);
    assert_eq!(rig.cause(&id), EndCause::MediaFailed);
}

#[test]
fn an_offer_without_audio_does_not_even_ring() {
    let mut rig = Rig::registered();
    rig.invite_in(
        MINH,
        Some("v=0\r\no=- 1 1 IN IP4 h\r\ns=-\r\nt=0 0\r\nm=video 9 RTP/AVP 96\r\n"),
    );
    rig.sent.retain(
        |(_, message)| !matches!(message, alo_sip::wire::Message::Response(r) if r.status < 200),
    );
    rig.response(488);
    assert!(rig.snapshot().calls.is_empty());
    assert_eq!(rig.tone, None);
}

#[test]
fn an_invite_without_an_offer_gets_ours_in_the_answer() {
    let mut rig = Rig::registered();
    let mut dialog = rig.invite_in(MINH, None);
    rig.response(180);
    let id = rig.newest_call();
    assert_eq!(rig.command(answer(&id)), None);
    let (media, op) = rig.media_op();
    assert!(matches!(op, MediaOp::Offer { .. }));
    rig.offer_ready(media);
    let ok = rig.response(200);
    assert_eq!(ok.body, sdp("ours", "sendrecv").into_bytes());
    rig.acknowledge_with(&mut dialog, &ok, Some(&sdp("far", "sendrecv")));
    assert_eq!(rig.apply_answer(media, false), sdp("far", "sendrecv"));
    assert_eq!(rig.state(&id), CallState::Connected);
}

#[test]
fn an_answer_that_is_never_acknowledged_ends_the_call() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in(MINH);
    assert_eq!(rig.command(answer(&id)), None);
    let media = rig.new_media();
    rig.answer_ready(media);
    rig.advance(Duration::from_secs(5));
    assert_eq!(rig.call(&id).answered_at, None, "no time runs yet");
    rig.advance(Duration::from_secs(28));
    assert_eq!(rig.cause(&id), EndCause::Missed);
    let row = rig.row(&id);
    assert!(
        row.unseen && row.answered_at.is_none(),
        "nobody was spoken to"
    );
    assert_eq!(rig.tone, Some(Tone::Busy), "whoever listens hears it");
}

#[test]
fn a_caller_who_hangs_up_at_once_has_had_our_answer() {
    let mut rig = Rig::registered();
    let (id, mut dialog) = rig.call_in(MINH);
    assert_eq!(rig.command(answer(&id)), None);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    dialog.learn(&ok);
    rig.far_bye(&mut dialog, None);
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
    assert!(!rig.row(&id).unseen && rig.row(&id).answered_at.is_some());
}

#[test]
fn it_does_not_ring_for_ever() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in(MINH);
    rig.advance(Duration::from_secs(200));
    assert_eq!(
        rig.row(&id).end.as_ref().map(|end| end.cause),
        Some(EndCause::Missed)
    );
    assert_eq!(rig.tone, None);
    assert_eq!(rig.snapshot().missed, 1);
}

#[test]
fn who_calls_is_cleaned_before_anybody_sees_it() {
    let mut rig = Rig::registered();
    let from = "\"Ngân\u{202e}hàng\u{200b} <script>\" <sip:%2B84912345678@pbx.example.com>";
    let (id, _) = rig.call_in(from);
    let call = rig.call(&id);
    assert_eq!(call.number, "+84912345678");
    assert_eq!(call.name.as_deref(), Some("Ngânhàng <script>"));

    let mut rig = Rig::registered();
    let from = format!("\"{}\" <sip:{}@x>", "n".repeat(200), "9".repeat(200));
    let (id, _) = rig.call_in(&from);
    let call = rig.call(&id);
    assert_eq!(call.name.as_deref().map(str::len), Some(64));
    assert_eq!(call.number.len(), 64);
}

#[test]
fn the_identity_that_our_server_vouches_for_is_shown() {
    let mut rig = Rig::registered();
    rig.invite_in_with(
        "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
        Some(&sdp("far", "sendrecv")),
        &[(
            "P-Asserted-Identity",
            "\"Minh\" <sip:0912345678@pbx.example.com>",
        )],
    );
    let id = rig.newest_call();
    assert_eq!(rig.call(&id).number, "0912345678");
    assert_eq!(rig.call(&id).name.as_deref(), Some("Minh"));
}

#[test]
fn a_call_that_rings_on_without_a_microphone_does_not_ring_for_ever_either() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in(MINH);
    assert_eq!(rig.command(answer(&id)), None);
    let media = rig.new_media();
    rig.media_fails(media, MediaFailure::MicrophoneMissing);
    rig.advance(Duration::from_secs(185));
    let end = rig.row(&id).end.as_ref().map(|end| end.cause);
    assert_eq!(end, Some(EndCause::Missed));
}

#[test]
fn a_call_that_crosses_our_sign_out_does_not_ring() {
    let mut rig = Rig::registered();
    assert_eq!(rig.command(Command::SignOut), None);
    rig.request("REGISTER");
    rig.invite_in(MINH, Some(&sdp("far", "sendrecv")));
    assert!(rig.snapshot().calls.is_empty());
    assert_eq!(rig.tone, None);
    match rig.sent.pop_front() {
        Some((_, alo_sip::wire::Message::Response(refusal))) => assert!(refusal.status >= 400),
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[test]
fn declined_everywhere_no_device_goes_on_ringing() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in(MINH);
    let decline = Command::Decline {
        call: id.clone(),
        everywhere: Some(true),
    };
    assert_eq!(rig.command(decline), None);
    rig.response(603);
    assert_eq!(rig.cause(&id), EndCause::Declined);
}

#[test]
fn a_call_is_sent_on_without_being_answered() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in(MINH);
    let forward = |target: &str| Command::Forward {
        call: id.clone(),
        target: target.to_owned(),
    };
    assert_eq!(
        rig.command(forward("nobody at all")),
        Some(Refusal::NotANumber)
    );
    assert_eq!(rig.command(forward("101")), None);
    let moved = rig.response(302);
    assert_eq!(
        moved.headers.get("Contact"),
        Some("<sip:101@pbx.example.com>")
    );
    assert_eq!(
        moved.headers.get("Diversion"),
        Some("<sip:1001@pbx.example.com>;reason=deflection")
    );
    let shown = rig.call(&id).transfer.clone().expect("where it went");
    assert_eq!(
        (shown.state, shown.target.as_str()),
        (TransferState::Done, "101")
    );
    assert_eq!(rig.snapshot().missed, 0);
    assert_eq!(rig.command(forward("102")), Some(Refusal::NotNow));
}
