//! Availability and forwarding: which calls ring, which may be placed, and where the others go.

mod common;

use alo_protocol::{Availability, Command, EndCause, PhoneSettings, Refusal, RegistrationState};
use alo_softphone::{Input, StoreOp, Stored};
use common::{Rig, Store, account, sdp};

const CALLER: &str = "\"Bình\" <sip:0987654321@pbx.example.com>";

fn settings(availability: Availability) -> PhoneSettings {
    PhoneSettings {
        availability,
        ..PhoneSettings::default()
    }
}

fn forwarding(to: &str) -> PhoneSettings {
    PhoneSettings {
        forward_to: Some(to.to_owned()),
        ..PhoneSettings::default()
    }
}

fn set(rig: &mut Rig, phone: PhoneSettings) -> Option<Refusal> {
    rig.command(Command::SetPhone { phone })
}

#[test]
fn settings_are_stored_before_they_are_acknowledged_and_read_at_the_next_start() {
    let mut rig = Rig::registered();
    rig.store = Store::Waits;
    let phone = settings(Availability::Busy);
    let request = rig.command_later(Command::SetPhone {
        phone: phone.clone(),
    });
    assert_eq!(rig.reply(request), None, "not stored yet");
    assert_eq!(rig.snapshot().phone, phone, "in force at once");
    let (store, op) = rig.stored.last().expect("a change").clone();
    assert_eq!(op, StoreOp::PutPhone(phone.clone()));
    rig.feed(Input::Stored { store, ok: true });
    assert_eq!(rig.reply(request), Some(None));

    let mut again = Rig::unloaded();
    again.feed(Input::Loaded(Stored {
        phone: phone.clone(),
        ..Stored::default()
    }));
    assert_eq!(again.snapshot().phone, phone);
}

#[test]
fn do_not_disturb_refuses_as_busy_without_a_ring_and_lists_the_call_as_missed() {
    let mut rig = Rig::registered();
    assert_eq!(set(&mut rig, settings(Availability::Busy)), None);
    rig.invite_in(CALLER, Some(&sdp("far", "sendrecv")));
    rig.response(486);
    assert_eq!(rig.tone, None, "it does not ring");
    assert!(rig.worker().incoming.is_empty());
    assert!(rig.snapshot().calls.is_empty());
    let row = rig.snapshot().history.first().expect("a row");
    assert_eq!(row.number, "0987654321");
    assert_eq!(
        row.end.as_ref().map(|end| end.cause),
        Some(EndCause::Missed)
    );
    assert_eq!(rig.snapshot().missed, 1);
    // Outgoing calls are still possible.
    rig.sent.clear();
    rig.call_out("0912345678");
}

#[test]
fn outgoing_only_is_nobody_there_and_no_missed_call() {
    let mut rig = Rig::registered();
    set(&mut rig, settings(Availability::OutgoingOnly));
    rig.invite_in(CALLER, Some(&sdp("far", "sendrecv")));
    rig.response(480);
    assert_eq!(rig.snapshot().missed, 0);
    assert_eq!(rig.snapshot().history.len(), 1);
    rig.call_out("0912345678");
}

#[test]
fn inactive_unregisters_and_no_call_can_be_made_until_it_is_changed() {
    let mut rig = Rig::registered();
    let socket = rig.socket();
    assert_eq!(set(&mut rig, settings(Availability::Inactive)), None);
    let register = rig.accept_register();
    let contact = register.headers.get("Contact").expect("a contact");
    assert!(contact.contains("expires=0"), "{contact}");
    assert!(!rig.is_open(socket));
    let state = RegistrationState::Inactive;
    assert_eq!(rig.snapshot().registration.state, state);
    assert_eq!(rig.dial("0912345678"), Some(Refusal::Inactive));
    assert_eq!(rig.command(Command::Reconnect), Some(Refusal::Inactive));
    let sockets = rig.sockets.len();
    rig.feed(Input::Network { online: true });
    assert_eq!(rig.sockets.len(), sockets, "it does not connect by itself");

    assert_eq!(set(&mut rig, PhoneSettings::default()), None);
    assert_eq!(rig.sockets.len(), sockets + 1);
    rig.open_socket();
    rig.accept_registration();
    rig.call_out("0912345678");
}

#[test]
fn an_inactive_phone_does_not_register_when_it_starts() {
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(Stored {
        account: Some(account()),
        phone: settings(Availability::Inactive),
        ..Stored::default()
    }));
    assert!(rig.sockets.is_empty());
    let state = RegistrationState::Inactive;
    assert_eq!(rig.snapshot().registration.state, state);
}

#[test]
fn a_call_that_is_up_is_talked_to_its_end_before_the_phone_signs_off() {
    let mut rig = Rig::registered();
    let (id, _, _) = rig.connected_out("0912345678");
    assert_eq!(set(&mut rig, settings(Availability::Inactive)), None);
    rig.nothing_sent();
    rig.hang_up(&id);
    rig.request("BYE");
    let register = rig.request("REGISTER");
    let contact = register.headers.get("Contact").expect("a contact");
    assert!(contact.contains("expires=0"), "{contact}");
}

#[test]
fn every_call_is_sent_on_with_the_reason_and_by_whom() {
    let mut rig = Rig::registered();
    assert_eq!(set(&mut rig, forwarding("0912 345 678")), None);
    let before = "<sip:1900@pbx.example.com>;reason=no-answer";
    rig.invite_in_with(
        CALLER,
        Some(&sdp("far", "sendrecv")),
        &[("Diversion", before)],
    );
    let moved = rig.response(302);
    let contact = moved.headers.get("Contact").expect("a contact");
    assert_eq!(contact, "<sip:0912345678@pbx.example.com>");
    let diversions: Vec<&str> = moved.headers.values("Diversion").collect();
    assert_eq!(
        diversions,
        ["<sip:1001@pbx.example.com>;reason=unconditional", before]
    );
    assert_eq!(rig.tone, None);
    let row = rig.snapshot().history.first().expect("a row");
    let cause = row.end.as_ref().map(|end| end.cause);
    assert_eq!(cause, Some(EndCause::Forwarded));
    assert_eq!(rig.snapshot().missed, 0);
}

#[test]
fn a_call_that_was_sent_on_from_here_before_is_not_sent_round_again() {
    let mut rig = Rig::registered();
    set(&mut rig, forwarding("0912345678"));
    for diversion in [
        "<sip:1001@pbx.example.com>;reason=unconditional",
        "<sip:1@a>, <sip:2@a>, <sip:3@a>, <sip:4@a>, <sip:5@a>",
    ] {
        let offer = sdp("far", "sendrecv");
        rig.invite_in_with(CALLER, Some(&offer), &[("Diversion", diversion)]);
        rig.response(482);
    }
    assert_eq!(rig.snapshot().missed, 2);
}

#[test]
fn calls_are_sent_on_only_to_what_can_be_called_and_not_to_oneself() {
    let mut rig = Rig::registered();
    let refused = set(&mut rig, forwarding("hello world"));
    assert_eq!(refused, Some(Refusal::NotANumber));
    for own in ["1001", "1001@pbx.example.com"] {
        assert_eq!(set(&mut rig, forwarding(own)), Some(Refusal::OwnNumber));
    }
    assert_eq!(rig.snapshot().phone.forward_to, None);
}

#[test]
fn a_target_that_is_too_long_is_refused_and_calls_are_sent_on_as_before() {
    let mut rig = Rig::registered();
    assert_eq!(set(&mut rig, forwarding("0912345678")), None);
    let long = format!("{}@pbx.example.com", "lan".repeat(60));
    let refused = set(&mut rig, forwarding(&long));
    assert_eq!(refused, Some(Refusal::TextTooLong));
    let kept = rig.snapshot().phone.forward_to.clone();
    assert_eq!(kept.as_deref(), Some("0912345678"));
}

#[test]
fn settings_that_cannot_be_stored_are_said_not_to_be_kept() {
    let mut rig = Rig::registered();
    rig.store = Store::Fails;
    let refusal = set(&mut rig, settings(Availability::Busy));
    assert_eq!(refusal, Some(Refusal::StorageFailed));
    let kept = |rig: &Rig| rig.disk(None).phone.availability;
    assert_eq!(kept(&rig), Availability::Available);
    rig.store = Store::Works;
    assert_eq!(set(&mut rig, settings(Availability::Busy)), None);
    assert_eq!(
        kept(&rig),
        Availability::Busy,
        "asked for again, they are kept"
    );
}
