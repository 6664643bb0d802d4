//! A call that is sent elsewhere (RFC 3261 §8.1.3.4), within limits.

mod common;

use alo_sip::EndKind;
use alo_sip::wire::{Method, Request};
use common::{ANSWER, Peer, Phone, proxy_auth};

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

/// A call that our proxy has asked the password of before, sent on to `contact`.
fn sent_on_with_known_nonce(contact: &str) -> (Phone, alo_sip::SessionId, Request) {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    phone.feed(proxy_auth(&invite, CHALLENGE));
    phone.take_request(Method::Ack);
    let proved = phone.take_request(Method::Invite);
    assert!(proved.headers.contains("Proxy-Authorization"));
    moved(&mut phone, &proved, &[contact]);
    let second = phone.take_request(Method::Invite);
    (phone, id, second)
}

const CHALLENGE: &str = "Digest realm=\"example.com\", nonce=\"n1\", qop=\"auth\"";

#[test]
fn nothing_is_proved_where_a_stranger_sent_the_call_to() {
    for contact in [
        "<sip:bob@evil.example>",
        "<sip:bob@192.0.2.9>",
        "<sip:bob@notexample.com>",
    ] {
        let (mut phone, id, second) = sent_on_with_known_nonce(contact);
        assert!(!second.headers.contains("Proxy-Authorization"), "{contact}");
        // Within the call neither: the far end is there.
        let peer = Peer::called(&second, "bob");
        phone.feed(peer.answer(&second, 200, Some(ANSWER)));
        let ack = phone.take_request(Method::Ack);
        assert!(!ack.headers.contains("Proxy-Authorization"));
        phone.take_event();
        phone.hang_up(id);
        let bye = phone.take_request(Method::Bye);
        assert!(!bye.headers.contains("Proxy-Authorization"));
        phone.feed(proxy_auth(&bye, CHALLENGE));
        phone.take_end();
        phone.expect_nothing_unfinished();
        // The next call to our own proxy has the nonce that it gave, unhurt.
        phone.invite("sip:carol@example.com");
        let next = phone.take_request(Method::Invite);
        assert!(next.headers.contains("Proxy-Authorization"));
    }
}

#[test]
fn a_strangers_question_for_our_password_ends_the_call() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    moved(&mut phone, &invite, &["<sip:bob@evil.example>"]);
    let second = phone.take_request(Method::Invite);
    // In the name of our own realm, which nobody has asked for in this call yet.
    phone.feed(proxy_auth(&second, CHALLENGE));
    phone.take_request(Method::Ack);
    let (_, end) = phone.take_end();
    assert_eq!((end.kind, end.status), (EndKind::Authentication, Some(407)));
    phone.expect_nothing_unfinished();
}

#[test]
fn within_our_own_domain_the_proxy_gets_its_proof() {
    let (_, _, second) = sent_on_with_known_nonce("<sip:bob@home.example.com>");
    assert!(second.headers.contains("Proxy-Authorization"));
}
