//! What cannot be understood is answered as RFC 3261 §8.2 asks, or dropped, and never a reason to panic.

#[allow(unreachable_pub)]
mod cases;
mod common;

use alo_sip::wire::{Headers, Method};
use alo_sip::{EndKind, Event, Transmit, TransportEvent};
use common::{OFFER, Peer, Phone};

fn invite_with(replace: &str, by: &str) -> Vec<u8> {
    let invite = Peer::calling("bob", "t").invite(Some(OFFER)).to_string();
    assert!(invite.contains(replace), "{invite}");
    invite.replace(replace, by).into_bytes()
}

#[test]
fn a_request_with_a_broken_header_is_a_bad_request() {
    let mut phone = Phone::registered();
    let length = format!("Content-Length: {}", OFFER.len());
    for (replace, by) in [
        (length.as_str(), "Content-Length: 9999"),
        ("CSeq: 1 INVITE", "CSeq: 1 OPTIONS"),
        ("<sip:bob@10.0.0.2:5062;transport=tcp>", "<sip:bob@"),
    ] {
        phone.feed_raw(&invite_with(replace, by));
        let refusal = phone.take_response(400);
        assert_eq!(refusal.headers.call_id().unwrap(), "call-of-bob-t", "{by}");
        assert!(!refusal.reason.is_empty());
    }
    phone.expect_quiet();
}

#[test]
fn a_request_with_a_broken_to_gets_it_back_as_it_came() {
    let mut phone = Phone::registered();
    let octets = invite_with("To: <sip:alice@example.com>", "To: <sip:alice@example.com");
    phone
        .ua
        .handle_transport(TransportEvent::Message(octets), phone.now);
    let Some(Transmit::Send(refusal)) = phone.ua.poll_transmit() else {
        panic!("no answer")
    };
    assert!(refusal.starts_with("SIP/2.0 400 "), "{refusal}");
    assert!(
        refusal.contains("\r\nTo: <sip:alice@example.com\r\n"),
        "{refusal}"
    );
}

#[test]
fn a_request_of_another_version_is_told_so() {
    let mut phone = Phone::registered();
    phone.feed_raw(&invite_with("SIP/2.0\r\n", "SIP/7.0\r\n"));
    phone.take_response(505);
}

#[test]
fn an_invite_without_contact_cannot_be_a_call() {
    let mut phone = Phone::registered();
    let mut invite = Peer::calling("bob", "t").invite(Some(OFFER));
    invite.headers.remove("Contact");
    phone.feed(invite);
    phone.take_response(400);
    phone.expect_quiet();
}

#[test]
fn a_broken_ack_is_not_answered() {
    let mut phone = Phone::registered();
    let mut ack = Peer::calling("bob", "t").request(Method::Ack);
    ack.headers.set("CSeq", "99999999999999999 ACK");
    phone.feed(ack);
    phone.expect_quiet();
}

#[test]
fn broken_responses_are_dropped_and_do_not_disturb_the_call() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    let good = peer.answer(&invite, 200, Some(OFFER)).to_string();
    for (replace, by) in [
        ("SIP/2.0 200", "SIP/2.0 2000"),
        ("SIP/2.0 200", "SIP/2.0 99"),
        ("CSeq: 1 INVITE", "CSeq: x"),
        ("z9hG4bK", "z9hG4bKother"),
        ("CSeq: 1 INVITE", "CSeq: 1 BYE"),
        ("Call-ID", "Call-No"),
    ] {
        phone.feed_raw(good.replace(replace, by).as_bytes());
    }
    phone.expect_quiet();
    phone.feed_raw(good.as_bytes());
    phone.take_request(Method::Ack);
    assert_eq!(
        phone.take_event(),
        Event::Accepted {
            id,
            sdp: Some(OFFER.into()),
            headers: Headers::default()
        }
    );
}

#[test]
fn an_answer_without_contact_still_gets_its_ack() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let mut ok = Peer::called(&invite, "bob").answer(&invite, 200, Some(OFFER));
    ok.headers.remove("Contact");
    ok.headers.remove("Record-Route");
    phone.feed(ok);
    assert_eq!(
        phone.take_request(Method::Ack).uri.to_string(),
        "sip:bob@example.com"
    );
}

#[test]
fn an_answer_with_a_broken_route_ends_the_call() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let mut ok = Peer::called(&invite, "bob").answer(&invite, 200, Some(OFFER));
    ok.headers.set("Record-Route", "<sip:core.example.com");
    phone.feed(ok);
    let (ended, end) = phone.take_end();
    assert_eq!((ended, end.kind), (id, EndKind::Protocol));
    phone.expect_nothing_unfinished();
}

/// Feeds octets and gives what was sent, unread: an answer to a broken request may be broken too.
fn answers(phone: &mut Phone, octets: &[u8]) -> Vec<String> {
    let event = TransportEvent::Message(octets.to_vec());
    phone.ua.handle_transport(event, phone.now);
    let mut sent = Vec::new();
    while let Some(transmit) = phone.ua.poll_transmit() {
        if let Transmit::Send(text) = transmit {
            sent.push(text);
        }
    }
    phone.drain();
    sent
}

#[test]
fn torture_messages_leave_the_phone_working() {
    let mut phone = Phone::registered();
    let mut answered = 0;
    for folder in ["rfc4475", "rfc5118", "rfc3665", "rfc3261-24", "sipgo-fuzz"] {
        for (name, octets) in cases::folder(folder).unwrap_or_default() {
            let sent = answers(&mut phone, &octets);
            if octets.starts_with(b"SIP/2.0") || octets.starts_with(b"ACK") {
                assert!(sent.is_empty(), "{name}: {sent:?}");
            }
            assert!(
                sent.iter().all(|text| text.starts_with("SIP/2.0 ")),
                "{name}: {sent:?}"
            );
            answered += sent.len();
            let calls: Vec<_> = phone
                .events
                .drain(..)
                .filter_map(|event| match event {
                    Event::Incoming { id, .. } => Some(id),
                    _ => None,
                })
                .collect();
            for id in calls {
                phone.hang_up(id);
            }
            phone.events.clear();
            phone.out.clear();
        }
    }
    eprintln!("{answered} answers");
    phone.advance_s(40);
    phone.out.clear();
    phone.events.clear();
    assert_eq!(phone.ua.unfinished(), 0);
    phone.invite("sip:bob@example.com");
    phone.take_request(Method::Invite);
}
