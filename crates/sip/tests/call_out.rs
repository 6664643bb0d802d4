//! Calls of ours: RFC 3261 §13.2, §12, §17.1.1; the flows of RFC 3665 §3.1, §3.8.

mod common;

use alo_sip::wire::{Headers, Method, Uri};
use alo_sip::{EndKind, EndedBy, Error, Event, Invite, SessionId};
use common::{ANSWER, OFFER, Out, Peer, Phone, config};

#[test]
fn the_invite_leaves_at_once_with_everything_that_rfc_3261_wants() {
    let mut config = config();
    config.display_name = Some("Alice \"A\" Nguyễn".into());
    let mut phone = Phone::with(config, 1).open().accept_registration();
    let target: Uri = "sip:0912345678@example.com".parse().unwrap();
    let headers = vec![("X-Sip-Number".to_owned(), "0281".to_owned())];
    phone
        .ua
        .invite(
            Invite {
                target,
                offer: OFFER.into(),
                headers,
                replaces: None,
            },
            phone.now,
        )
        .unwrap();
    phone.drain();
    let invite = phone.take_request(Method::Invite);
    phone.expect_quiet();
    assert_eq!(invite.uri.to_string(), "sip:0912345678@example.com");
    let headers = &invite.headers;
    assert_eq!(
        headers.to().unwrap().to_string(),
        "<sip:0912345678@example.com>"
    );
    let from = headers.from().unwrap();
    assert_eq!(from.display.as_deref(), Some("Alice \"A\" Nguyễn"));
    assert!(from.tag().unwrap().len() >= 8);
    let host = headers.top_via().unwrap().host.to_string();
    assert_eq!(
        headers.get("Contact"),
        Some(format!("<sip:alice@{host};transport=ws;ob>").as_str())
    );
    assert_eq!(headers.get("Content-Type"), Some("application/sdp"));
    assert_eq!(headers.get("X-Sip-Number"), Some("0281"));
    assert_eq!(headers.get("User-Agent"), Some("Alo/test"));
    assert!(headers.get("Allow").unwrap().contains("UPDATE"));
    assert_eq!(invite.body, OFFER.as_bytes());
}

#[test]
fn a_call_rings_is_answered_and_hung_up_by_us() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.feed(invite.response(100, "", None));
    phone.expect_quiet();
    phone.feed(peer.answer(&invite, 180, None));
    let ringing = Event::Progress {
        id,
        status: 180,
        sdp: None,
        early_dialog: "bob".into(),
        headers: Headers::default(),
    };
    assert_eq!(phone.take_event(), ringing);
    phone.feed(peer.answer(&invite, 200, Some(ANSWER)));
    let ack = phone.take_request(Method::Ack);
    assert_eq!(
        phone.take_event(),
        Event::Accepted {
            id,
            sdp: Some(ANSWER.into()),
            headers: Headers::default()
        }
    );
    // RFC 3665 §3.2 F13: to the Contact of the 200, by its Record-Route in reverse.
    assert_eq!(ack.uri.to_string(), "sip:bob@10.0.0.2:5062;transport=tcp");
    let routes: Vec<String> = ack
        .headers
        .routes()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        routes,
        ["<sip:core.example.com;lr>", "<sip:edge.example.com;lr>"]
    );
    assert_eq!(
        ack.headers.cseq().unwrap().seq,
        invite.headers.cseq().unwrap().seq
    );
    assert_eq!(ack.headers.to().unwrap().tag(), Some("bob"));
    assert_eq!(ack.headers.get("From"), invite.headers.get("From"));
    assert_ne!(
        ack.headers.top_via().unwrap().branch(),
        invite.headers.top_via().unwrap().branch()
    );
    assert!(ack.body.is_empty());

    phone.hang_up(id);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Local, EndKind::Bye)
    );
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.uri, ack.uri);
    assert_eq!(bye.headers.get("Route"), ack.headers.get("Route"));
    assert_eq!(bye.headers.cseq().unwrap().seq, 2);
    phone.hang_up(id);
    phone.expect_quiet();
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn the_peer_hangs_up_and_says_why() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let mut bye = peer.request(Method::Bye);
    bye.headers.push(
        "Reason",
        "Q.850;cause=16;text=\"Terminated\", SIP;cause=200",
    );
    phone.feed(bye);
    phone.take_response(200);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Remote, EndKind::Bye)
    );
    assert_eq!(end.reasons.len(), 2);
    assert_eq!(end.reasons[0].cause, Some(16));
    assert_eq!(end.reasons[0].text.as_deref(), Some("Terminated"));
    assert_eq!(end.reasons[1].protocol, "SIP");
    phone.hang_up(id);
    phone.expect_nothing_unfinished();
}

#[test]
fn each_refusal_is_acknowledged_and_told_with_its_words() {
    for (status, phrase) in [
        (486, "Busy Here"),
        (404, "Not Found"),
        (603, "Decline"),
        (302, "Moved"),
        (480, "Away"),
    ] {
        let mut phone = Phone::registered();
        let id = phone.invite("sip:bob@example.com");
        let invite = phone.take_request(Method::Invite);
        let mut refusal = invite.response(status, phrase, Some("bob"));
        refusal.headers.push("Reason", "Q.850;cause=17");
        phone.feed(refusal);
        let ack = phone.take_request(Method::Ack);
        // §17.1.1.3: within the transaction.
        assert_eq!(ack.uri, invite.uri);
        assert_eq!(ack.headers.get("Via"), invite.headers.get("Via"));
        assert_eq!(ack.headers.to().unwrap().tag(), Some("bob"));
        assert_eq!(ack.headers.cseq().unwrap().seq, 1);
        let (ended, end) = phone.take_end();
        assert_eq!(
            (ended, end.by, end.kind),
            (id, EndedBy::Remote, EndKind::Rejected)
        );
        assert_eq!((end.status, end.phrase.as_str()), (Some(status), phrase));
        assert_eq!(end.reasons[0].cause, Some(17));
        phone.expect_nothing_unfinished();
    }
}

#[test]
fn early_media_is_told_and_stands_in_for_an_answer_without_sdp() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.feed(peer.answer(&invite, 183, Some(ANSWER)));
    let early = Event::Progress {
        id,
        status: 183,
        sdp: Some(ANSWER.into()),
        early_dialog: "bob".into(),
        headers: Headers::default(),
    };
    assert_eq!(phone.take_event(), early);
    phone.feed(peer.answer(&invite, 180, None));
    phone.take_event();
    phone.feed(peer.answer(&invite, 200, None));
    phone.take_request(Method::Ack);
    assert_eq!(
        phone.take_event(),
        Event::Accepted {
            id,
            sdp: Some(ANSWER.into()),
            headers: Headers::default()
        }
    );
}

#[test]
fn a_200_that_comes_again_is_acknowledged_again() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    let ok = peer.answer(&invite, 200, Some(ANSWER));
    phone.feed(ok.clone());
    let ack = phone.take_request(Method::Ack);
    phone.take_event();
    for _ in 0..5 {
        phone.advance_s(4);
        phone.feed(ok.clone());
        assert_eq!(phone.take_request(Method::Ack), ack, "the very same ACK");
    }
    phone.expect_quiet();
}

#[test]
fn nobody_at_all_answers_within_32_s() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    phone.take_request(Method::Invite);
    phone.advance(std::time::Duration::from_millis(31_999));
    phone.expect_quiet();
    phone.advance_s(1);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Network, EndKind::Timeout)
    );
    phone.expect_nothing_unfinished();
}

#[test]
fn a_phone_may_ring_for_minutes() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.feed(peer.answer(&invite, 180, None));
    phone.take_event();
    phone.advance_s(300);
    phone.expect_quiet();
    phone.feed(peer.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    assert!(matches!(phone.take_event(), Event::Accepted { id: accepted, .. } if accepted == id));
}

#[test]
fn a_strict_router_gets_itself_as_request_uri() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let mut ok = Peer::called(&invite, "bob").answer(&invite, 200, Some(ANSWER));
    ok.headers.remove("Record-Route");
    ok.headers.push(
        "Record-Route",
        "<sip:second.example.com;lr>, <sip:first.example.com>",
    );
    phone.feed(ok);
    let ack = phone.take_request(Method::Ack);
    assert_eq!(ack.uri.to_string(), "sip:first.example.com");
    let routes: Vec<String> = ack
        .headers
        .routes()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        routes,
        [
            "<sip:second.example.com;lr>",
            "<sip:bob@10.0.0.2:5062;transport=tcp>"
        ]
    );
}

#[test]
fn what_cannot_be_called_is_refused_before_anything_is_sent() {
    let mut phone = Phone::registered();
    let mut invite = Invite {
        target: "sip:bob@example.com".parse().unwrap(),
        offer: OFFER.into(),
        headers: vec![("Route".into(), "<sip:evil.example>".into())],
        replaces: None,
    };
    let refused = phone.ua.invite(invite.clone(), phone.now);
    assert_eq!(refused, Err(Error::BadHeader("Route".into())));
    invite.headers.clear();
    invite.target = "mailto:bob@example.com".parse().unwrap();
    assert_eq!(
        phone.ua.invite(invite.clone(), phone.now),
        Err(Error::BadTarget)
    );
    phone.lose_socket();
    phone.registration();
    invite.target = "sip:bob@example.com".parse().unwrap();
    assert_eq!(phone.ua.invite(invite, phone.now), Err(Error::NotConnected));
    phone.expect_quiet();
}

#[test]
fn headers_hidden_in_the_target_do_not_reach_the_wire() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com;method=BYE?Replaces=a%40b&Route=%3Csip:evil%3E");
    let invite = phone.take_request(Method::Invite);
    assert_eq!(invite.uri.to_string(), "sip:bob@example.com");
    assert_eq!(invite.headers.get("To"), Some("<sip:bob@example.com>"));
    assert!(invite.headers.get("Replaces").is_none());
}

#[test]
fn there_are_no_more_calls_than_the_limit() {
    let mut config = config();
    config.max_sessions = 2;
    let mut phone = Phone::with(config, 1).open().accept_registration();
    phone.invite("sip:a@example.com");
    let second = phone.invite("sip:b@example.com");
    let third = Invite {
        target: "sip:c@example.com".parse().unwrap(),
        offer: OFFER.into(),
        headers: Vec::new(),
        replaces: None,
    };
    assert_eq!(
        phone.ua.invite(third.clone(), phone.now),
        Err(Error::TooManySessions)
    );
    phone.hang_up(second);
    assert!(phone.ua.invite(third, phone.now).is_ok());
}

#[test]
fn commands_for_a_call_that_is_not_there_do_nothing() {
    let mut phone = Phone::registered();
    let id = SessionId(99);
    phone.ua.hang_up(id, phone.now);
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.ua.reject(id, 486, None, phone.now);
    phone.ua.answer_reinvite(id, Ok(ANSWER.into()), phone.now);
    assert_eq!(
        phone.ua.reinvite(id, OFFER.into(), phone.now),
        Err(Error::UnknownSession)
    );
    phone.drain();
    phone.expect_quiet();
}

#[test]
fn stopping_hangs_up_first() {
    let (mut phone, id, _) = Phone::in_call();
    phone.ua.stop(phone.now);
    phone.drain();
    assert_eq!(phone.take_end().0, id);
    phone.take_request(Method::Bye);
    let register = phone.take_request(Method::Register);
    phone.feed(register.response(200, "", Some("r")));
    phone.registration();
    assert_eq!(phone.take(), Out::Disconnect);
    assert_eq!(phone.ua.unfinished(), 0);
    assert_eq!(phone.ua.poll_timeout(), None);
}

#[test]
fn what_a_provider_writes_into_its_responses_is_handed_over() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    let said = |event: &Event| match event {
        Event::Progress { headers, .. } | Event::Accepted { headers, .. } => headers.clone(),
        Event::Ended { end, .. } => end.headers.clone(),
        other => panic!("unexpected: {other:?}"),
    };
    for status in [180, 486] {
        let mut response = peer.answer(&invite, status, None);
        response.headers.push("Uuid", format!("call-{status}"));
        phone.feed(response);
        let event = phone.events.pop_front().expect("an event");
        let expected = format!("call-{status}");
        assert_eq!(said(&event).get("Uuid"), Some(expected.as_str()));
    }
}
