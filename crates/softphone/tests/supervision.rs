//! Listening to, whispering into and joining the call of an extension (OmiCall `sneakyType`).

mod common;

use alo_protocol::{
    CallKind, CallState, Command, DialOptions, DialSource, Refusal, SupervisionCodes,
};
use alo_softphone::{Input, MediaEvent, MediaOp, Stored};
use common::{Rig, account};

fn supervisor() -> Rig {
    let mut rig = Rig::unloaded();
    let mut account = account();
    account.supervision = SupervisionCodes {
        monitor: Some("*88".to_owned()),
        whisper: Some("*89".to_owned()),
        colloquy: None,
    };
    rig.feed(Input::Loaded(Stored {
        account: Some(account),
        ..Stored::default()
    }));
    rig.open_socket();
    rig.accept_registration();
    rig
}

fn dial(kind: CallKind, number: &str) -> Command {
    Command::Dial {
        number: number.to_owned(),
        source: DialSource::Dialer,
        options: DialOptions {
            kind,
            ..DialOptions::default()
        },
    }
}

#[test]
fn the_code_is_dialled_before_the_extension_and_the_extension_is_shown() {
    let mut rig = supervisor();
    assert_eq!(rig.command(dial(CallKind::Whisper, "101")), None);
    let id = rig.newest_call();
    assert_eq!(rig.call(&id).kind, CallKind::Whisper);
    assert_eq!(rig.call(&id).number, "101");
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    assert_eq!(invite.uri.to_string(), "sip:*89101@pbx.example.com");
    assert_eq!(rig.stored_row(&id).number, "101");
}

#[test]
fn who_listens_is_muted_from_the_first_moment_and_stays_so() {
    let mut rig = supervisor();
    assert_eq!(rig.command(dial(CallKind::Monitor, "101")), None);
    let id = rig.newest_call();
    let media = rig.new_media();
    // Before the microphone is there.
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    rig.apply_answer(media, false);
    rig.media_event(media, MediaEvent::Connected);
    assert_eq!(rig.state(&id), CallState::Connected);
    assert!(rig.call(&id).muted);
    let unmute = Command::SetMuted {
        call: id.clone(),
        muted: false,
    };
    assert_eq!(rig.command(unmute), Some(Refusal::NotNow));
    rig.no_media_op();
    assert!(rig.call(&id).muted);
}

#[test]
fn a_kind_without_a_code_is_refused_and_nothing_is_dialled() {
    let mut rig = supervisor();
    let refused = rig.command(dial(CallKind::Colloquy, "101"));
    assert_eq!(refused, Some(Refusal::KindNotOffered));
    let refused = rig.command(dial(CallKind::Monitor, "anna@other.example"));
    assert_eq!(refused, Some(Refusal::NotANumber));
    rig.no_media_op();
    assert!(rig.snapshot().calls.is_empty());
}

#[test]
fn a_call_of_others_cannot_be_handed_on_nor_be_handed_to() {
    let mut rig = supervisor();
    assert_eq!(rig.command(dial(CallKind::Whisper, "101")), None);
    let listened = rig.newest_call();
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    rig.media_op_of(media);
    assert_eq!(rig.state(&listened), CallState::Connected);
    let away = Command::Transfer {
        call: listened,
        target: "102".to_owned(),
    };
    assert_eq!(rig.command(away), Some(Refusal::NotNow));
}
