//! A call is refreshed after its socket was lost; where its dialog is gone, another takes its place
//! (RFC 3891).

mod common;

use alo_sip::wire::{Method, Request};
use alo_sip::{EndKind, Event, SessionId};
use common::{ANSWER, OFFER, Peer, Phone};

fn recover(phone: &mut Phone, id: SessionId) -> Request {
    phone.lose_socket();
    phone.events.clear();
    phone.out.clear();
    let alo_sip::RegistrationEvent::Recovering { retry_at, .. } = *phone.ua.registration_state()
    else {
        panic!("not recovering")
    };
    phone.advance(retry_at.saturating_since(phone.now));
    phone.out.clear();
    phone.transport(alo_sip::TransportEvent::Opened);
    let register = phone.take_request(Method::Register);
    phone.feed(common::registered(&register, 600));
    phone.events.clear();
    phone
        .ua
        .recover(id, OFFER.into(), phone.now)
        .expect("a call that is up");
    phone.drain();
    phone.take_request(Method::Invite)
}

fn taken(phone: &mut Phone, id: SessionId) {
    let done = Event::ReinviteDone {
        id,
        result: Ok(ANSWER.into()),
    };
    assert_eq!(phone.take_event(), done);
}

#[test]
fn the_dialog_that_is_there_goes_on() {
    let (mut phone, id, peer) = Phone::in_call();
    let reinvite = recover(&mut phone, id);
    assert_eq!(reinvite.headers.call_id().unwrap(), peer.call_id);
    phone.feed(peer.answer(&reinvite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    taken(&mut phone, id);
    phone.expect_quiet();
}

#[test]
fn a_dialog_that_is_gone_is_replaced_by_one_that_names_it() {
    let (mut phone, id, old) = Phone::in_call();
    let reinvite = recover(&mut phone, id);
    phone.feed(old.answer(&reinvite, 481, None));
    phone.take_request(Method::Ack);
    let invite = phone.take_request(Method::Invite);
    let headers = &invite.headers;
    assert_eq!(
        invite.uri.to_string(),
        "sip:bob@10.0.0.2:5062;transport=tcp"
    );
    assert_ne!(headers.call_id().unwrap(), old.call_id);
    assert_eq!(headers.to().unwrap().tag(), None);
    let near = reinvite.headers.from().unwrap();
    let replaces = headers.replaces().unwrap().unwrap();
    assert_eq!(replaces.call_id, old.call_id);
    assert_eq!(replaces.to_tag, "bob-tag");
    assert_eq!(Some(replaces.from_tag.as_str()), near.tag());
    assert_eq!(headers.option_tags("Require"), ["replaces"]);
    assert_eq!(invite.body, OFFER.as_bytes());

    let mut new = Peer::called(&invite, "bob-2");
    phone.feed(new.answer(&invite, 180, None));
    // It ends the old dialog before we hear that the new one is there.
    let mut old = old;
    phone.feed(old.request(Method::Bye));
    phone.take_response(200);
    phone.feed(new.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    taken(&mut phone, id);
    phone.expect_quiet();
    let bye = new.request(Method::Bye);
    phone.feed(bye);
    phone.take_response(200);
    assert_eq!(phone.take_end().1.kind, EndKind::Bye);
    phone.expect_nothing_unfinished();
}

#[test]
fn a_contact_that_is_not_found_leads_to_the_address() {
    let (mut phone, id, peer) = Phone::in_call();
    let reinvite = recover(&mut phone, id);
    phone.feed(peer.answer(&reinvite, 404, None));
    phone.take_request(Method::Ack);
    let first = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&first, 404, None));
    phone.take_request(Method::Ack);
    let second = phone.take_request(Method::Invite);
    assert_eq!(second.uri.to_string(), "sip:bob@example.com");
    assert!(second.headers.get("Replaces").is_some());
    phone.feed(peer.answer(&second, 404, None));
    phone.take_request(Method::Ack);
    assert!(matches!(
        phone.take_event(),
        Event::ReinviteDone {
            result: Err(404),
            ..
        }
    ));
    assert_eq!(phone.take_end().1.kind, EndKind::Gone);
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 481, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn whoever_knows_no_such_call_is_not_rung_anew() {
    for status in [481, 420, 603] {
        let (mut phone, id, peer) = Phone::in_call();
        let reinvite = recover(&mut phone, id);
        phone.feed(peer.answer(&reinvite, 481, None));
        phone.take_request(Method::Ack);
        let invite = phone.take_request(Method::Invite);
        phone.feed(peer.answer(&invite, status, None));
        phone.take_request(Method::Ack);
        phone.take_event();
        assert_eq!(phone.take_end().1.kind, EndKind::Gone);
        let bye = phone.take_request(Method::Bye);
        phone.feed(peer.answer(&bye, 481, None));
        phone.expect_nothing_unfinished();
    }
}

#[test]
fn hanging_up_while_the_new_dialog_is_asked_for_leaves_nothing_ringing() {
    let (mut phone, id, peer) = Phone::in_call();
    let reinvite = recover(&mut phone, id);
    phone.feed(peer.answer(&reinvite, 481, None));
    phone.take_request(Method::Ack);
    let invite = phone.take_request(Method::Invite);
    let new = Peer::called(&invite, "bob-2");
    phone.feed(new.answer(&invite, 180, None));
    phone.hang_up(id);
    phone.take_end();
    let cancel = phone.take_request(Method::Cancel);
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 481, None));
    phone.feed(new.answer(&cancel, 200, None));
    // It was answered all the same.
    phone.feed(new.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.headers.to().unwrap().tag(), Some("bob-2"));
    phone.feed(new.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_new_dialog_that_is_never_answered_ends_the_call() {
    let (mut phone, id, peer) = Phone::in_call();
    let reinvite = recover(&mut phone, id);
    phone.feed(peer.answer(&reinvite, 481, None));
    phone.take_request(Method::Ack);
    let invite = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&invite, 180, None));
    phone.advance_s(33);
    assert_eq!(phone.take_end().1.kind, EndKind::Gone);
    phone.take_request(Method::Cancel);
}

#[test]
fn a_mere_hold_does_not_call_anybody_anew() {
    let (mut phone, id, peer) = Phone::in_call();
    phone.ua.reinvite(id, OFFER.into(), phone.now).unwrap();
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&reinvite, 481, None));
    phone.take_request(Method::Ack);
    phone.take_event();
    assert_eq!(phone.take_end().1.kind, EndKind::Gone);
    phone.take_request(Method::Bye);
}
