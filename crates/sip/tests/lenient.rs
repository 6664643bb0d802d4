//! What real peers write although the grammar does not have it, and what a call must not be lost for.

mod common;

use alo_sip::wire::Method;
use alo_sip::{EndKind, Event};
use common::{ANSWER, OFFER, Peer, Phone};

#[test]
fn a_caller_with_an_empty_user_rings_as_one_without() {
    for from in [
        "<sip:@example.com>;tag=t",
        "\"Desk\" <sip:@example.com:5060>;tag=t",
        "sips:@example.com;tag=t",
        "<sip:example.com>;tag=t",
    ] {
        let mut phone = Phone::registered();
        let mut peer = Peer::calling("bob", "t");
        peer.own = from.to_owned();
        phone.feed(peer.invite(Some(OFFER)));
        assert_eq!(phone.take_response(180).headers.get("From"), Some(from));
        let Event::Incoming { from: caller, .. } = phone.take_event() else {
            panic!("no call")
        };
        assert_eq!(
            (caller.uri.user, caller.uri.host.to_string()),
            (None, "example.com".into())
        );
    }
}

#[test]
fn a_via_in_lower_case_belongs_to_its_request() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let ok = Peer::called(&invite, "bob").answer(&invite, 200, Some(ANSWER));
    let via = format!("Via: {}", ok.headers.get("Via").unwrap());
    let text = ok.to_string();
    assert!(text.contains(&via), "{text}");
    phone.feed_raw(text.replace(&via, &via.to_ascii_lowercase()).as_bytes());
    phone.take_request(Method::Ack);
    assert!(matches!(phone.take_event(), Event::Accepted { .. }));
    phone.hang_up(id);
    phone.take_request(Method::Bye);
    phone.take_end();

    // A caller's branch, with the CANCEL for it.
    let peer = Peer::calling("carol", "c");
    let mut invite = peer.invite(Some(OFFER));
    let via = invite.headers.get("Via").unwrap().to_ascii_lowercase();
    invite.headers.set("Via", via);
    phone.feed(invite.clone());
    phone.take_response(180);
    phone.take_event();
    phone.feed(peer.within(&invite, Method::Cancel));
    phone.take_response(200);
    phone.take_response(487);
    assert_eq!(phone.take_end().1.kind, EndKind::Cancelled);
}

#[test]
fn a_contact_that_nobody_needs_does_not_keep_a_call_up() {
    for contact in ["*", "<sip:bob@>", "bob", "<sip:bob@10.0.0.2", ""] {
        let (mut phone, _, mut peer) = Phone::in_call();
        let mut bye = peer.request(Method::Bye);
        bye.headers.set("Contact", contact);
        phone.feed(bye);
        phone.take_response(200);
        assert_eq!(phone.take_end().1.kind, EndKind::Bye, "{contact}");
    }
}

#[test]
fn a_call_is_confirmed_by_an_ack_with_a_contact_that_cannot_be_read() {
    let (mut phone, id, mut peer, invite) = Phone::rung();
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    peer.learn(&phone.take_response(200));
    let mut ack = peer.ack(&invite);
    ack.headers.set("Contact", "<sip:bob@>");
    phone.feed(ack);
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
}

#[test]
fn a_reason_is_read_without_the_quotes_around_its_text() {
    for (reason, cause, text) in [
        (
            "SIP;cause=200;text=Call completed elsewhere",
            Some(200),
            "Call completed elsewhere",
        ),
        (
            "SIP ;text=Call completed elsewhere ; cause=200",
            Some(200),
            "Call completed elsewhere",
        ),
        (
            "Q.850;cause=16;text=\"Normal\" clearing",
            Some(16),
            "Normal\" clearing",
        ),
        (
            "SIP;cause=200;text=\"Call completed elsewhere",
            Some(200),
            "Call completed elsewhere",
        ),
        ("SIP;cause=x y;text=Nobody knows", None, "Nobody knows"),
    ] {
        let (mut phone, _, peer, invite) = Phone::rung();
        let mut cancel = peer.within(&invite, Method::Cancel);
        cancel.headers.push("Reason", reason);
        phone.feed(cancel);
        let read = &phone.take_end().1.reasons[0];
        assert_eq!(
            (read.cause, read.text.as_deref()),
            (cause, Some(text)),
            "{reason}"
        );
    }
}
