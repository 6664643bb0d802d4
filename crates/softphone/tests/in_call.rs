//! In a call: mute, keypad, a path that breaks, a socket that is lost.

mod common;

use std::time::Duration;

use alo_protocol::{CallState, Command, EndCause, Refusal, RegistrationState};
use alo_softphone::{Input, MediaDirection, MediaEvent, MediaOp, MediaStats, Tone};
use common::{Rig, sdp};

#[test]
fn mute_is_the_persons_switch() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    for muted in [true, false] {
        let command = Command::SetMuted {
            call: id.clone(),
            muted,
        };
        assert_eq!(rig.command(command.clone()), None);
        assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(muted)));
        assert_eq!(rig.call(&id).muted, muted);
        // Asking again changes nothing.
        assert_eq!(rig.command(command), None);
        rig.no_media_op();
    }
}

#[test]
fn keypad_digits_are_checked() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    let dtmf = |digits: &str| Command::SendDtmf {
        call: id.clone(),
        digits: digits.to_owned(),
    };
    assert_eq!(rig.command(dtmf("12*#D")), None);
    assert_eq!(rig.media_op(), (media, MediaOp::Dtmf("12*#D".to_owned())));
    assert_eq!(rig.command(dtmf("1;2")), Some(Refusal::NotANumber));
    assert_eq!(rig.command(dtmf("")), Some(Refusal::NotANumber));
    assert_eq!(rig.command(dtmf(&"1".repeat(65))), Some(Refusal::TooLong));
    rig.no_media_op();
}

#[test]
fn a_menu_in_early_media_takes_digits_and_a_ringing_phone_does_not() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("19001234");
    rig.respond(&invite, 180, "far");
    let dtmf = Command::SendDtmf {
        call: id,
        digits: "1".to_owned(),
    };
    assert_eq!(rig.command(dtmf.clone()), Some(Refusal::NotNow));
    rig.respond_with_sdp(&invite, 183, "far", &sdp("early", "sendrecv"));
    rig.apply_answer(media, true);
    assert_eq!(rig.command(dtmf), None);
}

#[test]
fn a_disturbed_path_is_shown_until_it_is_back() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.media_event(media, MediaEvent::Disconnected);
    assert!(rig.call(&id).recovering);
    assert_eq!(rig.state(&id), CallState::Connected);
    rig.media_event(media, MediaEvent::Connected);
    assert!(!rig.call(&id).recovering);
    rig.no_media_op();
}

#[test]
fn a_lost_path_is_restarted() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.media_event(media, MediaEvent::Lost);
    assert!(rig.call(&id).recovering);
    let op = rig.media_op_of(media);
    assert_eq!(
        op,
        MediaOp::Reoffer {
            direction: MediaDirection::SendRecv,
            ice_restart: true
        }
    );
    rig.offer_ready(media);
    let reinvite = rig.request("INVITE");
    rig.respond_with_sdp(&reinvite, 200, "", &sdp("far", "sendrecv"));
    rig.request("ACK");
    rig.apply_answer(media, false);
    rig.media_event(media, MediaEvent::Connected);
    assert!(!rig.call(&id).recovering);
    rig.advance(Duration::from_secs(60));
    assert_eq!(rig.state(&id), CallState::Connected);
}

#[test]
fn a_path_that_stays_lost_ends_the_call() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.media_event(media, MediaEvent::Lost);
    rig.media.clear();
    rig.advance(Duration::from_secs(20));
    // The browser gives up again: the limit does not begin anew.
    rig.media_event(media, MediaEvent::Lost);
    rig.advance(Duration::from_secs(11));
    assert_eq!(rig.cause(&id), EndCause::MediaFailed);
    rig.request("BYE");
}

#[test]
fn sound_that_was_there_and_stays_away_is_a_network_that_failed() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.media_event(
        media,
        MediaEvent::Stats(MediaStats {
            packets_received: 50,
            ..MediaStats::default()
        }),
    );
    rig.media_event(media, MediaEvent::Lost);
    rig.media.clear();
    rig.advance(Duration::from_secs(31));
    assert_eq!(rig.cause(&id), EndCause::NetworkFailed);
    assert_eq!(rig.tone, Some(Tone::Busy), "whoever listens hears it");
}

#[test]
fn a_lost_socket_does_not_end_the_call_and_hanging_up_works_on_the_new_one() {
    let mut rig = Rig::registered();
    let (id, _, _) = rig.connected_out("0912345678");
    let old = rig.socket();
    rig.lose_socket(1006);
    assert_eq!(rig.state(&id), CallState::Connected);
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Recovering
    );
    rig.advance(Duration::from_secs(2));
    let new = rig.socket();
    assert_ne!(new, old);
    rig.open_socket();
    rig.accept_register();
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
    assert_eq!(rig.state(&id), CallState::Connected);
    rig.media.clear();
    rig.hang_up(&id);
    let (socket, _) = rig.sent.front().expect("a message");
    assert_eq!(*socket, new);
    rig.request("BYE");
    assert_eq!(rig.cause(&id), EndCause::HungUp);
}

#[test]
fn calls_that_are_not_answered_yet_do_not_outlive_their_socket() {
    let mut rig = Rig::registered();
    let (outgoing, _, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    rig.lose_socket(1006);
    rig.advance(Duration::from_secs(40));
    let end = |rig: &Rig, id| rig.row(id).end.as_ref().map(|end| end.cause);
    assert_eq!(end(&rig, &outgoing), Some(EndCause::NetworkFailed));

    let mut rig = Rig::registered();
    let (incoming, _) = rig.call_in("<sip:0912345678@pbx.example.com>");
    rig.lose_socket(1006);
    rig.advance(Duration::from_secs(40));
    assert_eq!(end(&rig, &incoming), Some(EndCause::Missed));
    assert_eq!(rig.tone, None);
}

#[test]
fn a_network_that_comes_back_restarts_a_disturbed_path_at_once() {
    let mut rig = Rig::registered();
    let (_, media, _) = rig.connected_out("0912345678");
    rig.feed(Input::Network { online: false });
    rig.media_event(media, MediaEvent::Disconnected);
    rig.request("REGISTER");
    rig.lose_socket(1006);
    rig.no_media_op();
    rig.feed(Input::Network { online: true });
    rig.open_socket();
    rig.accept_register();
    assert!(matches!(
        rig.media_op_of(media),
        MediaOp::Reoffer {
            ice_restart: true,
            ..
        }
    ));
}

#[test]
fn signing_out_ends_the_call() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    assert_eq!(rig.command(Command::SignOut), None);
    rig.media_closed(media);
    assert_eq!(rig.cause(&id), EndCause::HungUp);
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::SignedOut
    );
    let bye = rig.request("BYE");
    rig.respond(&bye, 200, "far");
    rig.accept_register();
    assert_eq!(
        rig.phone.poll_timeout().map(|_| ()),
        Some(()),
        "the ended call is still shown"
    );
    rig.advance(Duration::from_secs(11));
    assert_eq!(rig.phone.poll_timeout(), None);
}

#[test]
fn signing_out_declines_a_call_that_rings() {
    let mut rig = Rig::registered();
    let (id, _) = rig.call_in("<sip:0912345678@pbx.example.com>");
    assert_eq!(rig.command(Command::SignOut), None);
    rig.response(486);
    assert_eq!(rig.cause(&id), EndCause::Declined);
    assert_eq!(rig.tone, None);
}

#[test]
fn a_path_lost_while_it_rang_is_restarted_after_the_answer() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond_with_sdp(&invite, 183, "far", &sdp("early", "sendrecv"));
    rig.apply_answer(media, true);
    rig.media_event(media, MediaEvent::Lost);
    rig.no_media_op();
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert!(rig.call(&id).recovering);
    assert!(matches!(
        rig.media_op_of(media),
        MediaOp::Reoffer {
            ice_restart: true,
            ..
        }
    ));
}
