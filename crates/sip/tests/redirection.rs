//! A call that is sent elsewhere (RFC 3261 §8.1.3.4), within limits.

mod common;

use alo_sip::EndKind;
use alo_sip::wire::{Method, Request};
use common::{ANSWER, Peer, Phone};

fn moved(phone: &mut Phone, invite: &Request, contacts: &[&str]) {
    let peer = Peer::called(invite, "r");
    let mut moved = peer.answer(invite, 302, None);
    for contact in contacts {
        moved.headers.push("Contact", *contact);
    }
    phone.feed(moved);
    phone.take_request(Method::Ack);
}

#[test]
fn a_call_follows_to_the_new_address() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    moved(&mut phone, &invite, &["<sip:bob@home.example.com?X=y>"]);
    let second = phone.take_request(Method::Invite);
    assert_eq!(second.uri.to_string(), "sip:bob@home.example.com");
    assert_eq!(second.headers.call_id(), invite.headers.call_id());
    assert_eq!(second.headers.get("To"), Some("<sip:bob@example.com>"));
    let peer = Peer::called(&second, "bob");
    phone.feed(peer.answer(&second, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
}

#[test]
fn nobody_is_sent_in_circles_or_further_than_five_addresses() {
    let mut phone = Phone::registered();
    phone.invite("sip:a0@example.com");
    let mut invite = phone.take_request(Method::Invite);
    for n in 1..5 {
        let next = format!("<sip:a{n}@example.com>");
        moved(&mut phone, &invite, &["<sip:a0@example.com>", &next]);
        invite = phone.take_request(Method::Invite);
        assert_eq!(invite.uri.to_string(), format!("sip:a{n}@example.com"));
    }
    moved(&mut phone, &invite, &["<sip:a5@example.com>"]);
    let (_, end) = phone.take_end();
    assert_eq!((end.kind, end.status), (EndKind::Rejected, Some(302)));
    phone.expect_nothing_unfinished();
}

#[test]
fn what_is_no_sip_address_is_not_called() {
    for contact in [
        "<tel:1900>",
        "<https://example.com>",
        "<sip:bob@example.com>",
    ] {
        let mut phone = Phone::registered();
        phone.invite("sip:bob@example.com");
        let invite = phone.take_request(Method::Invite);
        moved(&mut phone, &invite, &[contact]);
        assert_eq!(phone.take_end().1.status, Some(302));
        phone.expect_nothing_unfinished();
    }
}
