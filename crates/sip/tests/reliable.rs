//! Provisional responses that must not get lost (RFC 3262), and branches that say that they are over
//! (RFC 6228).

mod common;

use std::time::Duration;

use alo_sip::wire::{Headers, Method, Request, Response};
use alo_sip::{EndKind, EndedBy, Event, SessionId};
use common::{ANSWER, HOLD, OFFER, Peer, Phone, auth_param, proxy_auth};

/// A provisional response that wants a PRACK.
fn reliable(peer: &Peer, invite: &Request, status: u16, rseq: u32, sdp: Option<&str>) -> Response {
    let mut response = peer.answer(invite, status, sdp);
    response.headers.push("Require", "100rel");
    response.headers.push("RSeq", rseq.to_string());
    response
}

fn calling() -> (Phone, SessionId, Request, Peer) {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    (phone, id, invite, peer)
}

fn take_prack(phone: &mut Phone, rack: &str) -> Request {
    let prack = phone.take_request(Method::Prack);
    assert_eq!(prack.headers.get("RAck"), Some(rack));
    prack
}

#[test]
fn a_reliable_ringing_is_acknowledged_in_its_early_dialog() {
    let (mut phone, id, invite, bob) = calling();
    let supported = invite.headers.option_tags("Supported");
    assert!(supported.contains(&"100rel".to_owned()));
    phone.feed(reliable(&bob, &invite, 180, 988_789, None));
    let prack = take_prack(&mut phone, "988789 1 INVITE");
    assert_eq!(prack.headers.to().unwrap().tag(), Some("bob"));
    assert_eq!(prack.headers.cseq().unwrap().seq, 2);
    assert!(matches!(
        phone.take_event(),
        Event::Progress { status: 180, .. }
    ));
    phone.feed(bob.answer(&prack, 200, None));
    // The early answer counts where the 200 has none.
    phone.feed(reliable(&bob, &invite, 183, 988_790, Some(ANSWER)));
    let prack = take_prack(&mut phone, "988790 1 INVITE");
    phone.feed(bob.answer(&prack, 200, None));
    phone.take_event();
    phone.feed(bob.answer(&invite, 200, None));
    let ack = phone.take_request(Method::Ack);
    assert_eq!(ack.headers.cseq().unwrap().seq, 1, "that of the INVITE");
    assert_eq!(
        phone.take_event(),
        Event::Accepted {
            id,
            sdp: Some(ANSWER.into()),
            headers: Headers::default()
        }
    );
    phone.hang_up(id);
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.headers.cseq().unwrap().seq, 4, "after both PRACKs");
    phone.feed(bob.answer(&bye, 200, None));
    phone.take_end();
    phone.expect_nothing_unfinished();
}

#[test]
fn what_comes_again_or_ahead_of_its_turn_is_not_acknowledged() {
    let (mut phone, _, invite, bob) = calling();
    let first = reliable(&bob, &invite, 180, 7, None);
    phone.feed(first.clone());
    let prack = take_prack(&mut phone, "7 1 INVITE");
    phone.feed(bob.answer(&prack, 200, None));
    phone.take_event();
    phone.feed(first);
    phone.feed(reliable(&bob, &invite, 183, 9, Some(ANSWER)));
    phone.expect_quiet();
    phone.feed(reliable(&bob, &invite, 183, 8, Some(ANSWER)));
    take_prack(&mut phone, "8 1 INVITE");
    assert!(matches!(
        phone.take_event(),
        Event::Progress { status: 183, .. }
    ));
}

#[test]
fn each_branch_counts_for_itself() {
    let (mut phone, _, invite, bob) = calling();
    let carol = Peer::called(&invite, "carol");
    phone.feed(reliable(&bob, &invite, 180, 100, None));
    take_prack(&mut phone, "100 1 INVITE");
    phone.feed(reliable(&carol, &invite, 180, 5, None));
    let prack = take_prack(&mut phone, "5 1 INVITE");
    assert_eq!(prack.headers.to().unwrap().tag(), Some("carol"));
    phone.feed(reliable(&bob, &invite, 183, 101, None));
    take_prack(&mut phone, "101 1 INVITE");
}

#[test]
fn a_challenged_prack_is_proved_once() {
    let (mut phone, _, invite, bob) = calling();
    phone.feed(reliable(&bob, &invite, 180, 1, None));
    let prack = take_prack(&mut phone, "1 1 INVITE");
    phone.take_event();
    let challenge = "Digest realm=\"example.com\", nonce=\"n1\", qop=\"auth\"";
    phone.feed(proxy_auth(&prack, challenge));
    let again = take_prack(&mut phone, "1 1 INVITE");
    let proof = again.headers.get("Proxy-Authorization").unwrap();
    assert_eq!(auth_param(proof, "nonce"), Some("n1"));
    phone.feed(proxy_auth(
        &again,
        "Digest realm=\"example.com\", nonce=\"n2\", qop=\"auth\"",
    ));
    phone.expect_quiet();
}

#[test]
fn a_branch_that_says_199_is_forgotten() {
    let (mut phone, id, invite, bob) = calling();
    let carol = Peer::called(&invite, "carol");
    phone.feed(bob.answer(&invite, 183, Some(HOLD)));
    phone.feed(carol.answer(&invite, 180, None));
    phone.events.clear();
    phone.feed(bob.answer(&invite, 199, None));
    assert_eq!(
        phone.take_event(),
        Event::Progress {
            id,
            status: 199,
            sdp: None,
            early_dialog: "bob".into(),
            headers: Headers::default()
        }
    );
    // Nothing of the dead branch is taken for the one that answers.
    phone.feed(carol.answer(&invite, 200, Some(ANSWER)));
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

/// A call to us that insists on reliable responses.
fn insisting(offer: Option<&str>) -> (Phone, Peer, Request) {
    let phone = Phone::registered();
    let peer = Peer::calling("bob", "bob-tag");
    let mut invite = peer.invite(offer);
    invite.headers.push("Require", "100rel");
    (phone, peer, invite)
}

fn rung() -> (Phone, SessionId, Peer, Request, Response) {
    let (mut phone, mut peer, invite) = insisting(Some(OFFER));
    phone.feed(invite.clone());
    let ringing = phone.take_response(180);
    assert_eq!(ringing.headers.get("Require"), Some("100rel"));
    peer.learn(&ringing);
    peer.seq = 1;
    let Event::Incoming { id, .. } = phone.take_event() else {
        panic!("no call")
    };
    (phone, id, peer, invite, ringing)
}

fn prack(peer: &mut Peer, ringing: &Response, of: u32) -> Request {
    let rseq = ringing.headers.rseq().ok().flatten().expect("RSeq");
    let mut prack = peer.request(Method::Prack);
    prack.headers.push("RAck", format!("{rseq} {of} INVITE"));
    prack
}

#[test]
fn our_ringing_is_sent_again_until_it_is_acknowledged() {
    let (mut phone, id, mut peer, invite, ringing) = rung();
    for wait in [500, 1000, 2000] {
        phone.advance(Duration::from_millis(wait - 1));
        phone.expect_quiet();
        phone.advance(Duration::from_millis(1));
        assert_eq!(phone.take_response(180), ringing);
    }
    let wrong = prack(&mut peer, &ringing, 77);
    phone.feed(wrong);
    phone.take_response(481);
    let right = prack(&mut peer, &ringing, 1);
    phone.feed(right);
    phone.take_response(200);
    let twice = prack(&mut peer, &ringing, 1);
    phone.feed(twice);
    phone.take_response(481);
    phone.advance_s(50);
    phone.expect_quiet();
    // The next one a minute after the first has the next number.
    phone.advance(Duration::from_millis(6_500));
    let again = phone.take_response(180);
    let number = |response: &Response| response.headers.rseq().unwrap().unwrap();
    assert_eq!(number(&again), number(&ringing) + 1);
    let right = prack(&mut peer, &again, 1);
    phone.feed(right);
    phone.take_response(200);
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    phone.take_response(200);
    phone.feed(peer.ack(&invite));
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
}

#[test]
fn a_caller_that_never_acknowledges_is_refused_with_504() {
    let (mut phone, _, _, _, _) = rung();
    phone.advance(Duration::from_millis(31_999));
    assert_eq!(
        phone.out.len(),
        6,
        "after 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s"
    );
    phone.out.clear();
    phone.advance(Duration::from_millis(1));
    phone.take_response(504);
    let (_, end) = phone.take_end();
    assert_eq!((end.by, end.kind), (EndedBy::Network, EndKind::Timeout));
    phone.expect_nothing_unfinished();
}

#[test]
fn an_answer_need_not_wait_for_the_acknowledgement_and_still_takes_it() {
    let (mut phone, id, mut peer, invite, ringing) = rung();
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    phone.take_response(200);
    let late = prack(&mut peer, &ringing, 1);
    phone.feed(late);
    phone.take_response(200);
    phone.feed(peer.ack(&invite));
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
    phone.advance_s(40);
    phone.expect_quiet();
}

#[test]
fn without_an_offer_no_reliable_response_could_make_one_so_none_is_sent() {
    let (mut phone, peer, invite) = insisting(None);
    phone.feed(invite);
    assert!(matches!(phone.take_event(), Event::Incoming { .. }));
    phone.advance_s(50);
    phone.expect_quiet();
    drop(peer);
}

#[test]
fn who_does_not_insist_gets_a_plain_ringing() {
    let mut phone = Phone::registered();
    let mut invite = Peer::calling("bob", "bob-tag").invite(Some(OFFER));
    invite.headers.push("Supported", "100rel");
    phone.feed(invite);
    let ringing = phone.take_response(180);
    assert!(!ringing.headers.contains("RSeq") && !ringing.headers.contains("Require"));
}
