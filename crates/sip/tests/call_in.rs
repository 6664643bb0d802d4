//! Calls of the peer's: RFC 3261 §13.3, §8.2, §17.2.1.

mod common;

use std::time::Duration;

use alo_sip::wire::{Headers, Method};
use alo_sip::{EndKind, EndedBy, Event};
use common::{ANSWER, OFFER, Peer, Phone, config};

#[test]
fn a_call_rings_is_answered_and_hung_up_by_the_caller() {
    let mut phone = Phone::registered();
    let mut peer = Peer::calling("bob", "bob-tag");
    let mut invite = peer.invite(Some(OFFER));
    invite
        .headers
        .push("P-Asserted-Identity", "\"Bob B\" <sip:+8491@example.com>");
    phone.feed(invite.clone());
    let ringing = phone.take_response(180);
    assert!(ringing.headers.to().unwrap().tag().is_some());
    assert_eq!(
        ringing.headers.get("Record-Route"),
        Some("<sip:core.example.com;lr>")
    );
    assert!(ringing.headers.get("Contact").unwrap().contains(";ob>"));
    let Event::Incoming {
        id,
        from,
        asserted,
        to,
        request_uri,
        offer,
        replaces,
        headers,
    } = phone.take_event()
    else {
        panic!("no call")
    };
    assert_eq!(from.display.as_deref(), Some("bob"));
    assert_eq!(asserted.unwrap().uri.to_string(), "sip:+8491@example.com");
    assert_eq!(to.uri.to_string(), "sip:alice@example.com");
    assert_eq!(request_uri, invite.uri);
    assert_eq!(offer.as_deref(), Some(OFFER));
    assert_eq!(replaces, None);
    assert_eq!(headers.call_id().unwrap(), peer.call_id);

    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    let ok = phone.take_response(200);
    assert_eq!(ok.headers.get("To"), ringing.headers.get("To"));
    assert_eq!(ok.headers.get("Content-Type"), Some("application/sdp"));
    assert_eq!(
        ok.headers.get("Record-Route"),
        Some("<sip:core.example.com;lr>")
    );
    assert_eq!(ok.body, ANSWER.as_bytes());
    phone.expect_quiet();
    peer.learn(&ok);
    peer.seq = 1;
    phone.feed(peer.ack(&invite));
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
    phone.feed(peer.request(Method::Bye));
    phone.take_response(200);
    let (_, end) = phone.take_end();
    assert_eq!((end.by, end.kind), (EndedBy::Remote, EndKind::Bye));
    phone.expect_nothing_unfinished();
}

#[test]
fn our_bye_goes_to_the_callers_contact_by_the_route_of_the_invite() {
    let (mut phone, id, peer) = Phone::answered();
    phone.hang_up(id);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.uri.to_string(), "sip:bob@10.0.0.2:5062;transport=tcp");
    assert_eq!(bye.headers.get("Route"), Some("<sip:core.example.com;lr>"));
    assert_eq!(bye.headers.get("To"), Some(peer.own.as_str()));
    assert_eq!(bye.headers.get("From"), Some(peer.phone.as_str()));
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn the_200_is_sent_again_until_the_ack_comes() {
    let (mut phone, id, mut peer, invite) = Phone::rung();
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    let ok = phone.take_response(200);
    // §13.3.1.4: T1, doubling up to T2.
    for wait in [500, 1000, 2000, 4000, 4000] {
        phone.advance(Duration::from_millis(wait - 1));
        phone.expect_quiet();
        phone.advance(Duration::from_millis(1));
        assert_eq!(phone.take_response(200), ok);
    }
    peer.learn(&ok);
    phone.feed(peer.ack(&invite));
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
    phone.advance_s(60);
    phone.expect_quiet();
}

#[test]
fn without_an_ack_the_call_ends_after_32_s_with_bye() {
    let (mut phone, id, _, _) = Phone::rung();
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    let start = phone.now;
    while phone.events.is_empty() {
        phone.advance(Duration::from_millis(100));
    }
    assert_eq!(phone.now.saturating_since(start), Duration::from_secs(32));
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Network, EndKind::Timeout)
    );
    let bye = loop {
        match phone.take() {
            common::Out::Sip(alo_sip::wire::Message::Response(r)) => assert_eq!(r.status, 200),
            common::Out::Sip(alo_sip::wire::Message::Request(r)) => break r,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(bye.method, Method::Bye);
    phone.feed(bye.response(200, "", None));
    phone.expect_nothing_unfinished();
}

#[test]
fn hanging_up_before_the_ack_waits_with_bye_for_it() {
    let (mut phone, id, mut peer, invite) = Phone::rung();
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    peer.learn(&phone.take_response(200));
    phone.hang_up(id);
    let (_, end) = phone.take_end();
    assert_eq!((end.by, end.kind), (EndedBy::Local, EndKind::Bye));
    phone.expect_quiet();
    phone.feed(peer.ack(&invite));
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn an_invite_without_offer_gets_ours_and_answers_in_its_ack() {
    let mut phone = Phone::registered();
    let mut peer = Peer::calling("bob", "t");
    let invite = peer.invite(None);
    phone.feed(invite.clone());
    phone.take_response(180);
    let Event::Incoming { id, offer, .. } = phone.take_event() else {
        panic!("no call")
    };
    assert_eq!(offer, None);
    phone.ua.accept(id, OFFER.into(), phone.now);
    phone.drain();
    peer.learn(&phone.take_response(200));
    let mut ack = peer.ack(&invite);
    ack.set_body("application/sdp", ANSWER);
    phone.feed(ack);
    assert_eq!(
        phone.take_event(),
        Event::Confirmed {
            id,
            sdp: Some(ANSWER.into())
        }
    );
}

#[test]
fn declining_says_why_and_ends_the_call_once() {
    let (mut phone, id, peer, invite) = Phone::rung();
    phone.ua.reject(
        id,
        486,
        Some((200, "Call completed elsewhere".into())),
        phone.now,
    );
    phone.drain();
    let busy = phone.take_response(486);
    let reasons = busy.headers.reasons();
    assert_eq!(
        (reasons[0].protocol.as_str(), reasons[0].cause),
        ("SIP", Some(200))
    );
    assert_eq!(reasons[0].text.as_deref(), Some("Call completed elsewhere"));
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Local, EndKind::Rejected)
    );
    assert_eq!(end.status, Some(486));
    // It comes again: so does the answer, until the ACK.
    phone.feed(invite.clone());
    assert_eq!(phone.take_response(486), busy);
    phone.feed(peer.within(&invite, Method::Ack));
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.hang_up(id);
    phone.expect_nothing_unfinished();
}

#[test]
fn hanging_up_a_call_that_rings_here_declines_it() {
    let (mut phone, id, peer, invite) = Phone::rung();
    phone.hang_up(id);
    phone.take_response(480);
    phone.take_end();
    phone.feed(peer.within(&invite, Method::Ack));
    phone.expect_nothing_unfinished();
}

#[test]
fn ringing_is_said_again_every_minute_and_not_for_ever() {
    let (mut phone, id, _, _) = Phone::rung();
    for _ in 0..4 {
        phone.advance_s(60);
        phone.take_response(180);
        phone.expect_quiet();
    }
    phone.advance_s(60);
    phone.take_response(487);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Network, EndKind::Timeout)
    );
    phone.expect_nothing_unfinished();
}

#[test]
fn an_invitation_that_expires_is_over() {
    let mut phone = Phone::registered();
    let mut invite = Peer::calling("bob", "t").invite(Some(OFFER));
    invite.headers.push("Expires", "20");
    phone.feed(invite);
    phone.take_response(180);
    phone.take_event();
    phone.advance_s(20);
    phone.take_response(487);
    assert_eq!(phone.take_end().1.kind, EndKind::Timeout);
}

#[test]
fn ringing_can_be_left_to_the_application() {
    let mut config = config();
    config.ring_automatically = false;
    let mut phone = Phone::with(config, 1).open().accept_registration();
    phone.feed(Peer::calling("bob", "t").invite(Some(OFFER)));
    phone.take_response(100);
    let Event::Incoming { id, .. } = phone.take_event() else {
        panic!("no call")
    };
    phone.expect_quiet();
    phone.ua.ring(id, phone.now);
    phone.drain();
    phone.take_response(180);
}

#[test]
fn one_more_call_than_the_limit_is_busy() {
    let mut config = config();
    config.max_sessions = 2;
    let mut phone = Phone::with(config, 1).open().accept_registration();
    for user in ["a", "b"] {
        phone.feed(Peer::calling(user, "t").invite(Some(OFFER)));
        phone.take_response(180);
        phone.take_event();
    }
    phone.feed(Peer::calling("c", "t").invite(Some(OFFER)));
    phone.take_response(486);
    phone.expect_quiet();
}

#[test]
fn an_invite_that_comes_by_two_ways_rings_once() {
    let mut phone = Phone::registered();
    let invite = Peer::calling("bob", "t").invite(Some(OFFER));
    phone.feed(invite.clone());
    phone.take_response(180);
    phone.take_event();
    let mut other_way = invite.clone();
    other_way
        .headers
        .set("Via", "SIP/2.0/TCP pbx.example.com;branch=z9hG4bKotherway");
    phone.feed(other_way);
    phone.take_response(482);
    phone.feed(invite);
    phone.take_response(180);
    phone.expect_quiet();
}

#[test]
fn what_an_invite_may_not_ask_for_is_refused_with_what_it_may() {
    let mut phone = Phone::registered();
    let invite = |n: u32| {
        let mut invite = Peer::calling("bob", &format!("t{n}")).invite(Some(OFFER));
        invite.headers.set("Call-ID", format!("c{n}"));
        invite
            .headers
            .set("Via", format!("SIP/2.0/TCP p;branch=z9hG4bK{n}"));
        invite
    };

    let mut required = invite(1);
    required
        .headers
        .push("Require", "precondition, 100rel, outbound, magic");
    phone.feed(required);
    assert_eq!(
        phone.take_response(420).headers.option_tags("Unsupported"),
        ["precondition", "magic"]
    );

    let mut picture = invite(2);
    picture.set_body("image/jpeg", "x");
    phone.feed(picture);
    assert_eq!(
        phone.take_response(415).headers.get("Accept"),
        Some("application/sdp")
    );

    let mut zipped = invite(3);
    zipped.headers.push("Content-Encoding", "gzip");
    phone.feed(zipped);
    phone.take_response(415);

    let mut mail = invite(4);
    mail.uri = "mailto:alice@example.com".parse().unwrap();
    phone.feed(mail);
    phone.take_response(416);

    phone.expect_quiet();
}

#[test]
fn a_description_beside_other_parts_is_taken_in_requests_and_answers() {
    let parts = |sdp: &str| {
        format!(
            "--x\r\nContent-Type: application/pidf+xml\r\n\r\n<presence/>\r\n\
             --x\r\nContent-Type: application/sdp\r\n\r\n{sdp}\r\n--x--\r\n"
        )
    };
    let mixed = "multipart/mixed;boundary=x";
    let mut phone = Phone::registered();
    let mut invite = Peer::calling("bob", "bob-tag").invite(None);
    invite.set_body(mixed, parts(OFFER));
    phone.feed(invite);
    phone.take_response(180);
    let Event::Incoming { id, offer, .. } = phone.take_event() else {
        panic!("no call")
    };
    assert_eq!(offer.as_deref(), Some(OFFER));
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    phone.take_response(200);

    let id = phone.invite("sip:carol@example.com");
    let invite = phone.take_request(Method::Invite);
    let mut ok = Peer::called(&invite, "carol").answer(&invite, 200, None);
    ok.set_body(mixed, parts(ANSWER));
    phone.feed(ok);
    phone.take_request(Method::Ack);
    let accepted = Event::Accepted {
        id,
        sdp: Some(ANSWER.into()),
        headers: Headers::default(),
    };
    assert_eq!(phone.take_event(), accepted);
}
