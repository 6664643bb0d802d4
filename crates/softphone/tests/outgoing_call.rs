//! Calling somebody, from the first digit to every way it can end.

mod common;

use std::time::Duration;

use alo_protocol::{
    CallState, Command, DialOptions, DialSource, Direction, EndCause, MicrophoneState, Refusal,
};
use alo_sip::wire::Method;
use alo_softphone::{Input, MediaDirection, MediaEvent, MediaFailure, MediaOp, StoreOp, Tone};
use common::{Rig, Store, account, sdp};

#[test]
fn a_call_goes_from_preparing_to_connected_and_is_hung_up() {
    let mut rig = Rig::registered();
    assert_eq!(rig.dial("+84 912 345 678"), None);
    let id = rig.newest_call();
    assert_eq!(rig.state(&id), CallState::Preparing);
    assert_eq!(rig.call(&id).number, "+84912345678");
    assert_eq!(rig.call(&id).direction, Direction::Outgoing);
    rig.nothing_sent();
    let (media, op) = rig.media_op();
    let MediaOp::Offer { setup } = op else {
        panic!("expected an offer to be made, got {op:?}");
    };
    assert_eq!(setup.ice_servers, account().ice_servers);

    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    assert_eq!(invite.uri.to_string(), "sip:+84912345678@pbx.example.com");
    assert_eq!(invite.body, sdp("ours", "sendrecv").into_bytes());
    assert_eq!(rig.state(&id), CallState::Calling);
    assert_eq!(rig.tone, None);

    rig.respond(&invite, 100, "");
    assert_eq!(rig.state(&id), CallState::Calling);
    rig.respond(&invite, 180, "far");
    assert_eq!(rig.state(&id), CallState::Ringing);
    assert_eq!(rig.tone, Some(Tone::Ringback));

    rig.now.unix_ms += 5_000;
    let mut dialog = rig.answer_invite(&invite, "far");
    rig.request("ACK");
    assert_eq!(rig.state(&id), CallState::Connected);
    assert_eq!(rig.tone, None);
    assert_eq!(rig.call(&id).answered_at, Some(rig.now.unix_ms));
    assert_eq!(rig.apply_answer(media, false), sdp("far", "sendrecv"));
    assert_eq!(rig.worker().active, 1);

    rig.hang_up(&id);
    let bye = rig.request("BYE");
    assert_eq!(rig.cause(&id), EndCause::HungUp);
    rig.media_closed(media);
    rig.respond(&bye, 200, "far");
    assert_eq!(rig.worker().active, 0);
    assert_eq!(rig.tone, None);
    let row = rig.stored_row(&id);
    assert_eq!(
        row.end.as_ref().map(|end| end.cause),
        Some(EndCause::HungUp)
    );
    assert_eq!(row.answered_at, rig.row(&id).answered_at);
    // The far end's own BYE crosses ours: nothing more happens.
    let before = rig.snapshot().revision;
    rig.far_request(&mut dialog, Method::Bye, None);
    assert_eq!(rig.snapshot().revision, before);
}

/// A description of one media endpoint.
fn of_endpoint(name: &str) -> String {
    format!(
        "{}a=ice-ufrag:{name}\r\na=fingerprint:sha-256 {name}\r\n",
        sdp("far", "sendrecv")
    )
}

#[test]
fn when_another_branch_answers_than_the_one_heard_the_path_is_made_anew() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond_with_sdp(&invite, 183, "desk", &of_endpoint("desk"));
    assert_eq!(rig.apply_answer(media, true), of_endpoint("desk"));
    rig.media_event(media, MediaEvent::Connected);
    // The second early media does not replace the first.
    rig.respond_with_sdp(&invite, 183, "mobile", &of_endpoint("mobile"));
    rig.no_media_op();
    assert_eq!(rig.state(&id), CallState::EarlyMedia);
    rig.respond_with_sdp(&invite, 200, "mobile", &of_endpoint("mobile"));
    rig.request("ACK");
    assert_eq!(rig.apply_answer(media, false), of_endpoint("mobile"));
    let restart = MediaOp::Reoffer {
        direction: MediaDirection::SendRecv,
        ice_restart: true,
    };
    assert_eq!(rig.media_op(), (media, restart));
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.respond_with_sdp(&reinvite, 200, "", &of_endpoint("mobile"));
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert_eq!(rig.state(&id), CallState::Connected);
}

#[test]
fn when_the_branch_that_is_heard_answers_its_path_stays() {
    let mut rig = Rig::registered();
    let (_, media, invite) = rig.call_out("0912345678");
    rig.respond_with_sdp(&invite, 183, "desk", &of_endpoint("desk"));
    rig.apply_answer(media, true);
    rig.respond_with_sdp(&invite, 200, "desk", &of_endpoint("desk"));
    rig.request("ACK");
    rig.apply_answer(media, false);
    rig.no_media_op();
    rig.nothing_sent();
}

#[test]
fn a_branch_that_is_over_is_not_waited_for_in_silence() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond_with_sdp(&invite, 183, "desk", &of_endpoint("desk"));
    rig.apply_answer(media, true);
    assert_eq!(rig.tone, None);
    rig.respond(&invite, 199, "desk");
    assert_eq!(rig.state(&id), CallState::Ringing);
    assert_eq!(rig.tone, Some(Tone::Ringback));
    // A branch that is not heard may end without a word.
    rig.respond_with_sdp(&invite, 183, "mobile", &of_endpoint("mobile"));
    rig.respond(&invite, 199, "mobile");
    assert_eq!(rig.tone, Some(Tone::Ringback));
    rig.no_media_op();
}

#[test]
fn early_media_that_cannot_be_played_leaves_the_call_ringing() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    rig.respond_with_sdp(&invite, 183, "far", "v=0\r\n");
    let (_, op) = rig.media_op();
    assert!(matches!(
        op,
        MediaOp::ApplyAnswer {
            provisional: true,
            ..
        }
    ));
    rig.media_fails(media, MediaFailure::BadSdp);
    assert_eq!(rig.state(&id), CallState::Ringing);
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert_eq!(rig.state(&id), CallState::Connected);
}

#[test]
fn an_answer_that_cannot_be_applied_ends_the_call() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    rig.media_op();
    rig.media_fails(media, MediaFailure::BadSdp);
    rig.request("BYE");
    assert_eq!(rig.cause(&id), EndCause::MediaFailed);
    rig.media_closed(media);
}

#[test]
fn hanging_up_while_preparing_leaves_nothing_on_the_wire() {
    let mut rig = Rig::registered();
    assert_eq!(rig.dial("0912345678"), None);
    let id = rig.newest_call();
    let media = rig.new_media();
    rig.hang_up(&id);
    assert_eq!(rig.cause(&id), EndCause::Cancelled);
    rig.media_closed(media);
    rig.offer_ready(media);
    rig.nothing_sent();
}

#[test]
fn hanging_up_while_it_rings_cancels() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    rig.hang_up(&id);
    let cancel = rig.request("CANCEL");
    assert_eq!(rig.cause(&id), EndCause::Cancelled);
    assert_eq!(rig.tone, None);
    rig.media_closed(media);
    rig.respond(&cancel, 200, "far");
    rig.respond(&invite, 487, "far");
    rig.request("ACK");
    assert_eq!(rig.cause(&id), EndCause::Cancelled);
    assert_eq!(rig.call(&id).end.as_ref().and_then(|end| end.code), None);
}

#[test]
fn an_answer_that_crosses_the_cancel_is_hung_up() {
    let mut rig = Rig::registered();
    let (id, _, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    rig.hang_up(&id);
    let cancel = rig.request("CANCEL");
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    let bye = rig.request("BYE");
    rig.respond(&cancel, 200, "far");
    rig.respond(&bye, 200, "far");
    assert_eq!(rig.cause(&id), EndCause::Cancelled);
    assert_eq!(rig.row(&id).answered_at, None);
}

#[test]
fn every_refusal_has_its_cause_its_code_and_a_tone() {
    for (status, cause) in [
        (486, EndCause::Busy),
        (600, EndCause::Busy),
        (480, EndCause::NoAnswer),
        (408, EndCause::NoAnswer),
        (603, EndCause::Rejected),
        (404, EndCause::NotFound),
        (484, EndCause::NotFound),
        (403, EndCause::Forbidden),
        (433, EndCause::AnonymityRefused),
        (488, EndCause::MediaFailed),
        (503, EndCause::Failed),
    ] {
        let mut rig = Rig::registered();
        let (id, media, invite) = rig.call_out("0912345678");
        rig.respond(&invite, status, "far");
        rig.request("ACK");
        assert_eq!(rig.cause(&id), cause, "{status}");
        let end = rig.call(&id).end.clone().expect("an end");
        assert_eq!(end.code, Some(status));
        rig.media_closed(media);
        if cause == EndCause::MediaFailed {
            assert_eq!(rig.tone, None);
        } else {
            assert_eq!(rig.tone, Some(Tone::Busy), "{status}");
            rig.advance(Duration::from_secs(5));
            assert_eq!(rig.tone, None);
        }
    }
}

#[test]
fn the_servers_words_are_shown_cleaned_and_cut() {
    let mut rig = Rig::registered();
    let (id, _, invite) = rig.call_out("0912345678");
    let mut refusal = invite.response(480, "Temporarily Unavailable", Some("far"));
    let text = format!("Hết\u{202e} tiền{}", "!".repeat(300));
    refusal
        .headers
        .push("Reason", format!("Q.850;cause=16;text=\"{text}\""));
    rig.server_says(&refusal.to_bytes());
    let end = rig.call(&id).end.clone().expect("an end");
    let reason = end.reason.expect("a reason");
    assert!(reason.starts_with("Hết tiền!"), "{reason}");
    assert_eq!(reason.chars().count(), 128);
}

#[test]
fn nobody_answers_for_three_minutes() {
    let mut rig = Rig::registered();
    let (id, _, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    rig.advance(Duration::from_secs(170));
    assert_eq!(rig.state(&id), CallState::Ringing);
    rig.advance(Duration::from_secs(11));
    assert_eq!(
        rig.row(&id).end.as_ref().map(|end| end.cause),
        Some(EndCause::NoAnswer)
    );
    rig.request("CANCEL");
}

#[test]
fn a_server_that_says_nothing_at_all_is_a_network_failure() {
    let mut rig = Rig::registered();
    let (id, _, _) = rig.call_out("0912345678");
    rig.advance(Duration::from_secs(34));
    assert_eq!(rig.cause(&id), EndCause::NetworkFailed);
}

#[test]
fn a_microphone_that_turns_out_to_be_denied_ends_the_call_and_opens_the_page_once() {
    let mut rig = Rig::registered();
    assert_eq!(rig.dial("0912345678"), None);
    let id = rig.newest_call();
    let media = rig.new_media();
    rig.media_fails(media, MediaFailure::MicrophoneDenied);
    assert_eq!(rig.cause(&id), EndCause::NoMicrophone);
    rig.media_closed(media);
    rig.nothing_sent();
    rig.advance(Duration::from_secs(60));
    let opened = rig
        .workers
        .iter()
        .filter(|w| w.open_microphone_page)
        .count();
    assert_eq!(opened, 1);
    assert!(!rig.phone.worker_state().open_microphone_page);
}

#[test]
fn a_microphone_known_to_be_denied_refuses_the_call_and_opens_the_page_once() {
    for state in [MicrophoneState::Denied, MicrophoneState::Missing] {
        let mut rig = Rig::registered();
        rig.feed(Input::Microphone(state));
        assert_eq!(rig.snapshot().microphone, state);
        assert_eq!(rig.dial("0912345678"), Some(Refusal::MicrophoneNeeded));
        assert!(rig.snapshot().calls.is_empty());
        rig.no_media_op();
        let opened = rig
            .workers
            .iter()
            .filter(|w| w.open_microphone_page)
            .count();
        assert_eq!(opened, 1);
        let granted = Command::MicrophoneChanged { granted: true };
        assert_eq!(rig.command(granted), None);
        if state == MicrophoneState::Missing {
            // The permission does not plug in a device: the browser reports when one is there.
            assert_eq!(rig.dial("0912345678"), Some(Refusal::MicrophoneNeeded));
            rig.feed(Input::Microphone(MicrophoneState::Granted));
        }
        assert_eq!(rig.dial("0912345678"), None);
    }
}

#[test]
fn an_offer_that_never_comes_ends_the_call() {
    let mut rig = Rig::registered();
    assert_eq!(rig.dial("0912345678"), None);
    let id = rig.newest_call();
    rig.advance(Duration::from_secs(31));
    assert_eq!(rig.cause(&id), EndCause::MediaFailed);
    rig.nothing_sent();
}

#[test]
fn what_is_no_number_is_refused() {
    let mut rig = Rig::registered();
    assert_eq!(rig.dial("hello"), Some(Refusal::NotANumber));
    assert_eq!(rig.dial(&"1".repeat(40)), Some(Refusal::TooLong));
    let mut from_page = |number: &str| {
        rig.command(Command::Dial {
            number: number.to_owned(),
            source: DialSource::Page,
            options: DialOptions::default(),
        })
    };
    assert_eq!(from_page("*21*0912#"), Some(Refusal::ServiceCode));
    assert_eq!(from_page("1@evil.example"), Some(Refusal::LinkNotAllowed));
    assert_eq!(rig.dial("anna@other.example"), None);
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    assert_eq!(invite.uri.to_string(), "sip:anna@other.example");
}

#[test]
fn a_call_is_acknowledged_while_its_row_is_being_stored() {
    let mut rig = Rig::registered();
    rig.store = Store::Waits;
    let request = rig.command_later(Command::Dial {
        number: "0912345678".to_owned(),
        source: DialSource::Dialer,
        options: DialOptions::default(),
    });
    let media = rig.new_media();
    rig.offer_ready(media);
    rig.request("INVITE");
    assert_eq!(
        rig.reply(request),
        Some(None),
        "whoever dialled does not wait for a slow store"
    );
    let (store, op) = rig.stored.last().expect("a change").clone();
    assert!(matches!(op, StoreOp::PutHistory(row) if row.end.is_none()));
    // The call goes on although its row could not be stored.
    rig.feed(Input::Stored { store, ok: false });
    let id = rig.newest_call();
    assert!(rig.call(&id).end.is_none());
}

#[test]
fn an_ended_call_is_shown_until_dismissed_or_ten_seconds_or_a_new_call() {
    let mut rig = Rig::registered();
    let failed_call = |rig: &mut Rig| {
        let (id, _, invite) = rig.call_out("0912345678");
        rig.respond(&invite, 486, "far");
        rig.sent.clear();
        rig.media.clear();
        assert_eq!(rig.cause(&id), EndCause::Busy);
        id
    };
    let first = failed_call(&mut rig);
    rig.advance(Duration::from_millis(9_900));
    assert_eq!(rig.snapshot().calls.len(), 1);
    rig.advance(Duration::from_millis(200));
    assert!(rig.snapshot().calls.is_empty());

    let second = failed_call(&mut rig);
    let dismiss = Command::DismissEnded { call: second };
    assert_eq!(rig.command(dismiss), None);
    assert!(rig.snapshot().calls.is_empty());
    assert_eq!(rig.tone, None, "the tone ends with the call");

    failed_call(&mut rig);
    assert_eq!(rig.dial("0987654321"), None);
    assert_eq!(rig.snapshot().calls.len(), 1);
    assert_eq!(rig.snapshot().calls[0].number, "0987654321");
    assert_eq!(rig.snapshot().last_dialled.as_deref(), Some("0987654321"));
    assert_ne!(rig.newest_call(), first);
}

#[test]
fn the_far_end_hangs_up() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    rig.far_bye(
        &mut dialog,
        Some("Q.850;cause=16;text=\"Normal call clearing\""),
    );
    assert_eq!(rig.cause(&id), EndCause::RemoteHungUp);
    let end = rig.call(&id).end.clone().expect("an end");
    assert_eq!(end.reason.as_deref(), Some("Normal call clearing"));
    rig.media_closed(media);
    // What comes late from a closed peer connection changes nothing.
    let before = rig.snapshot().revision;
    rig.media_event(media, MediaEvent::Lost);
    assert_eq!(rig.snapshot().revision, before);
}

#[test]
fn a_challenge_that_our_password_does_not_satisfy_has_its_own_cause() {
    let mut rig = Rig::registered();
    let (id, _, mut invite) = rig.call_out("0912345678");
    for nonce in ["one", "two", "three", "four"] {
        let mut response = invite.response(407, "", Some("far"));
        response.headers.push(
            "Proxy-Authenticate",
            format!("Digest realm=\"pbx.example.com\", nonce=\"{nonce}\", qop=\"auth\""),
        );
        rig.server_says(&response.to_bytes());
        rig.request("ACK");
        if rig.state(&id) == CallState::Ended {
            break;
        }
        invite = rig.request("INVITE");
    }
    assert_eq!(rig.cause(&id), EndCause::AuthFailed);
}

#[test]
fn a_socket_lost_while_the_offer_is_made_fails_the_call() {
    let mut rig = Rig::registered();
    assert_eq!(rig.dial("0912345678"), None);
    let id = rig.newest_call();
    let media = rig.new_media();
    rig.lose_socket(1006);
    rig.offer_ready(media);
    assert_eq!(rig.cause(&id), EndCause::NetworkFailed);
    rig.media_closed(media);
    rig.nothing_sent();
}
