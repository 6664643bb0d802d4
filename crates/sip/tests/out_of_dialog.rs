//! Requests that the user agent answers by itself: RFC 3261 §8.2, §11, RFC 6086, RFC 6665.

mod common;

use alo_sip::wire::{Method, Request};
use common::{OFFER, Peer, Phone};

fn stray(method: Method, n: u32) -> Request {
    let mut request = Peer::calling("bob", "t").request(method);
    request.headers.set("Call-ID", format!("stray{n}"));
    request
        .headers
        .set("Via", format!("SIP/2.0/TCP p;branch=z9hG4bKstray{n}"));
    request
}

#[test]
fn options_says_what_is_served() {
    let mut phone = Phone::registered();
    phone.feed(stray(Method::Options, 1));
    let ok = phone.take_response(200);
    assert_eq!(
        ok.headers.get("Allow"),
        Some("INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY, PRACK, REFER")
    );
    assert_eq!(ok.headers.get("Accept"), Some("application/sdp"));
    assert_eq!(
        ok.headers.get("Supported"),
        Some("outbound, timer, 100rel, 199, replaces")
    );
    assert!(ok.headers.to().unwrap().tag().is_some());
    phone.expect_nothing_unfinished();
}

#[test]
fn what_is_not_served_is_refused_with_what_is() {
    let mut phone = Phone::registered();
    let other = Method::Other("NEWMETHOD".into());
    let methods = [
        other,
        Method::Refer,
        Method::Message,
        Method::Subscribe,
        Method::Publish,
        Method::Register,
    ];
    for (n, method) in (0..).zip(methods) {
        phone.feed(stray(method, n));
        assert!(phone.take_response(405).headers.get("Allow").is_some());
    }
    phone.expect_nothing_unfinished();
}

#[test]
fn requests_of_no_dialog_are_told_so() {
    let mut phone = Phone::registered();
    let methods = [
        Method::Bye,
        Method::Info,
        Method::Update,
        Method::Prack,
        Method::Notify,
        Method::Invite,
    ];
    for (n, method) in (0..).zip(methods) {
        let mut request = stray(method, n);
        request
            .headers
            .set("To", "<sip:alice@example.com>;tag=unknown");
        phone.feed(request);
        phone.take_response(481);
    }
    for (n, method) in (10..).zip([Method::Bye, Method::Notify]) {
        phone.feed(stray(method, n));
        phone.take_response(481);
    }
    // An ACK is never answered.
    phone.feed(stray(Method::Ack, 20));
    phone.expect_nothing_unfinished();
}

#[test]
fn an_unknown_requirement_is_named() {
    let mut phone = Phone::registered();
    let mut options = stray(Method::Options, 1);
    options
        .headers
        .push("Require", "nothingSupportsThis, nothingSupportsThisEither");
    phone.feed(options);
    assert_eq!(
        phone.take_response(420).headers.get("Unsupported"),
        Some("nothingSupportsThis, nothingSupportsThisEither")
    );
}

#[test]
fn info_within_a_call_is_taken_or_refused_by_its_kind() {
    let (mut phone, _, mut peer) = Phone::in_call();
    phone.feed(peer.request(Method::Info));
    phone.take_response(200);
    for (content_type, status) in [
        ("application/dtmf-relay", 200),
        ("application/dtmf", 200),
        ("text/plain", 415),
    ] {
        let mut info = peer.request(Method::Info);
        info.set_body(content_type, "Signal=1\r\n");
        phone.feed(info);
        phone.take_response(status);
    }
    let mut package = peer.request(Method::Info);
    package.headers.push("Info-Package", "g.3gpp.mid-call");
    phone.feed(package);
    phone.take_response(469);
    phone.expect_quiet();
}

#[test]
fn options_within_a_call_is_answered_and_other_methods_refused() {
    let (mut phone, _, mut peer) = Phone::in_call();
    phone.feed(peer.request(Method::Options));
    phone.take_response(200);
    for (method, status) in [
        (Method::Refer, 400),
        (Method::Message, 405),
        (Method::Notify, 481),
        (Method::Prack, 481),
        (Method::Other("NEWMETHOD".into()), 405),
    ] {
        phone.feed(peer.request(method));
        phone.take_response(status);
    }
    phone.expect_quiet();
}

#[test]
fn a_flood_of_requests_meets_a_limit() {
    let mut phone = Phone::registered();
    for n in 0..2000 {
        phone.feed(stray(Method::Invite, n));
    }
    phone.events.clear();
    phone.out.clear();
    assert!(phone.ua.unfinished() < 400, "{}", phone.ua.unfinished());
    phone.feed(stray(Method::Options, 5000));
    phone.take_response(503);
    phone.advance_s(32);
    phone.feed(stray(Method::Options, 5001));
    phone.out.retain(|out| match out {
        common::Out::Sip(message) => message.headers().call_id().unwrap() == "stray5001",
        _ => false,
    });
    phone.take_response(200);
}

#[test]
fn an_invite_of_an_rfc_2543_phone_and_its_ack_are_matched_without_a_branch() {
    let mut phone = Phone::registered();
    let mut invite = Peer::calling("bob", "t").invite(Some(OFFER));
    invite
        .headers
        .set("Via", "SIP/2.0/TCP old.example.com;branch=1");
    phone.feed(invite.clone());
    let ringing = phone.take_response(180);
    let alo_sip::Event::Incoming { id, .. } = phone.take_event() else {
        panic!("no call")
    };
    phone.feed(invite.clone());
    phone.take_response(180);
    phone.ua.reject(id, 486, None, phone.now);
    phone.drain();
    phone.take_response(486);
    phone.take_end();
    let mut ack = invite.clone();
    ack.method = Method::Ack;
    ack.headers.set("CSeq", "1 ACK");
    ack.headers.set("To", ringing.headers.get("To").unwrap());
    ack.body.clear();
    phone.feed(ack);
    phone.feed(invite);
    // The transaction is over, so this is a new call.
    phone.take_response(180);
}
