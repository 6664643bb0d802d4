//! CANCEL and what crosses it: RFC 3261 §9, RFC 3665 §3.8.

mod common;

use std::time::Duration;

use alo_sip::wire::Method;
use alo_sip::{EndKind, EndedBy, Event};
use common::{ANSWER, OFFER, Peer, Phone};

#[test]
fn cancel_waits_for_the_first_provisional_response() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.hang_up(id);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Local, EndKind::Cancelled)
    );
    phone.expect_quiet();
    phone.feed(invite.response(100, "", None));
    let cancel = phone.take_request(Method::Cancel);
    // §9.1: what the CANCEL has in common with its INVITE.
    assert_eq!(cancel.uri, invite.uri);
    for name in ["Via", "From", "To", "Call-ID", "Route"] {
        assert_eq!(cancel.headers.get(name), invite.headers.get(name), "{name}");
    }
    assert_eq!(cancel.headers.cseq().unwrap().seq, 1);
    phone.feed(invite.response(180, "", Some("bob")));
    phone.expect_quiet();
    phone.feed(cancel.response(200, "", Some("proxy")));
    phone.feed(peer.answer(&invite, 487, None));
    let ack = phone.take_request(Method::Ack);
    assert_eq!(ack.headers.get("Via"), invite.headers.get("Via"));
    phone.expect_nothing_unfinished();
}

#[test]
fn cancel_leaves_at_once_while_it_rings_and_only_once() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.feed(peer.answer(&invite, 180, None));
    phone.take_event();
    phone.hang_up(id);
    phone.take_end();
    let cancel = phone.take_request(Method::Cancel);
    phone.hang_up(id);
    phone.feed(peer.answer(&invite, 180, None));
    phone.expect_quiet();
    phone.feed(cancel.response(200, "", Some("proxy")));
    phone.feed(peer.answer(&invite, 487, None));
    phone.take_request(Method::Ack);
    phone.expect_nothing_unfinished();
}

#[test]
fn a_200_that_crosses_the_cancel_is_acknowledged_and_ended_with_bye() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.feed(peer.answer(&invite, 180, None));
    phone.take_event();
    phone.hang_up(id);
    assert_eq!(phone.take_end().1.kind, EndKind::Cancelled);
    let cancel = phone.take_request(Method::Cancel);
    let ok = peer.answer(&invite, 200, Some(ANSWER));
    phone.feed(ok.clone());
    let ack = phone.take_request(Method::Ack);
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.headers.to().unwrap().tag(), Some("bob"));
    phone.feed(cancel.response(481, "", Some("proxy")));
    // The ACK was slow: the 200 comes again.
    phone.feed(ok);
    assert_eq!(phone.take_request(Method::Ack), ack);
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_200_that_comes_before_any_provisional_is_acknowledged_and_ended_with_bye() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.hang_up(id);
    phone.take_end();
    phone.feed(peer.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 481, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_challenge_after_the_person_gave_up_is_not_answered() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    phone.hang_up(id);
    phone.take_end();
    phone.feed(common::proxy_auth(
        &invite,
        "Digest realm=\"example.com\", nonce=\"n\"",
    ));
    phone.take_request(Method::Ack);
    phone.expect_nothing_unfinished();
}

#[test]
fn an_invite_that_nobody_finishes_after_cancel_is_given_up_after_32_s() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    phone.feed(invite.response(180, "", Some("bob")));
    phone.take_event();
    phone.hang_up(id);
    phone.take_end();
    let cancel = phone.take_request(Method::Cancel);
    phone.feed(cancel.response(200, "", Some("proxy")));
    phone.advance(Duration::from_millis(31_999));
    assert!(phone.ua.unfinished() > 0);
    phone.advance_s(1);
    phone.expect_quiet();
    assert_eq!(phone.ua.unfinished(), 0);
}

#[test]
fn the_caller_gives_up_and_says_why() {
    let (mut phone, id, peer, invite) = Phone::rung();
    let mut cancel = peer.within(&invite, Method::Cancel);
    cancel
        .headers
        .push("Reason", "SIP;cause=200;text=\"Call completed elsewhere\"");
    phone.feed(cancel);
    let ok = phone.take_response(200);
    let gone = phone.take_response(487);
    assert_eq!(ok.headers.cseq().unwrap().method, Method::Cancel);
    assert_eq!(gone.headers.cseq().unwrap().method, Method::Invite);
    assert_eq!(
        ok.headers.get("To"),
        gone.headers.get("To"),
        "§9.2: the same tag"
    );
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Remote, EndKind::Cancelled)
    );
    assert_eq!(end.reasons[0].cause, Some(200));
    assert_eq!(
        end.reasons[0].text.as_deref(),
        Some("Call completed elsewhere")
    );
    phone.feed(peer.within(&invite, Method::Ack));
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.hang_up(id);
    phone.expect_nothing_unfinished();
}

#[test]
fn a_cancel_that_crosses_our_answer_changes_nothing() {
    let (mut phone, id, mut peer, invite) = Phone::rung();
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    peer.learn(&phone.take_response(200));
    phone.feed(peer.within(&invite, Method::Cancel));
    phone.take_response(200);
    phone.feed(peer.ack(&invite));
    assert!(matches!(phone.take_event(), Event::Confirmed { .. }));
    phone.expect_quiet();
}

#[test]
fn a_cancel_of_nothing_is_told_so() {
    let mut phone = Phone::registered();
    let peer = Peer::calling("bob", "t");
    let invite = peer.invite(None);
    phone.feed(peer.within(&invite, Method::Cancel));
    phone.take_response(481);
    phone.expect_quiet();
}

#[test]
fn a_bye_before_the_answer_ends_the_call_too() {
    let mut phone = Phone::registered();
    let mut peer = Peer::calling("bob", "t");
    phone.feed(peer.invite(Some(OFFER)));
    peer.learn(&phone.take_response(180));
    let Event::Incoming { id, .. } = phone.take_event() else {
        panic!("no call")
    };
    peer.seq = 1;
    phone.feed(peer.request(Method::Bye));
    phone.take_response(200);
    phone.take_response(487);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Remote, EndKind::Cancelled)
    );
}
